//! The user's words in FOLLOWUPS.md, told from the generated ones.
//!
//! A comment at the end of the generated part holds a short hash for each generated line. A line whose hash isn't there
//! is the user's, wherever it stands; it moves to the last section, which is kept as it is.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write;

use chrono::NaiveDate;
use similar::TextDiff;
use xxhash_rust::xxh3::xxh3_64;

use crate::agenda::tick::{self, Mark, Ticked, Ticks};
use crate::agenda::{NOTHING, Section, conflict};
use crate::text::lines;

/// The heading of the section that belongs to the user.
pub const HEADING: &str = "## Your own notes";

const COMMENT: &str = "<!-- journal: ";
const COMMENT_END: &str = " -->";

/// Length of a hash in the comment.
const HASH_DIGITS: usize = 12;

/// Hashes in one line of the comment: short lines make small differences.
const HASHES_A_LINE: usize = 12;

/// What of an agenda is the user's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The last section, as it stands.
    pub kept: String,
    /// What was written anywhere else, in order.
    pub moved: String,
    /// What the boxes say that is new.
    pub ticks: Ticks,
}

impl Own {
    /// Finds the user's words in an agenda, generated or not, and in both sides of one that was merged.
    pub fn of(text: &str) -> Own {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let known: HashSet<u64> = text.lines().filter_map(hashes).flatten().collect();
        let sides = conflict::sides(text);
        let mut sides = sides.iter().map(|side| Own::of_side(side, &known));
        let ours = sides.next().unwrap_or_default();
        sides.fold(ours, Own::merged)
    }

    fn of_side(text: &str, known: &HashSet<u64>) -> Own {
        let mut own = Own::default();
        let (generated, kept) = split(text);
        own.moved = own.words_among(generated, known);
        // A merge that keeps the lines of both sides can leave generated ones behind the heading.
        let is_end = |line: &str| hashes(line).is_some() || line.trim_end() == HEADING;
        let mut ends =
            lines(kept).filter(|(_, line)| is_end(line)).map(|(at, line)| at + line.len());
        let (mixed, kept) = kept.split_at(ends.next_back().unwrap_or(0));
        own.kept = own.words_among(mixed, known);
        own.kept.push_str(kept);
        for line in kept.lines() {
            own.take(line, true);
        }
        own
    }

    /// The user's lines in a generated part. Its boxes are taken in.
    fn words_among(&mut self, generated: &str, known: &HashSet<u64>) -> String {
        let mut moved = String::new();
        let mut blanks = 0;
        let mut among_own = false;
        let fences = fences(generated);
        for (at, line) in lines(generated) {
            let (line, is_fenced) = (line.trim_end_matches(['\n', '\r']), fences.contains(&at));
            if line.trim().is_empty() && !is_fenced {
                blanks += 1;
                continue;
            }
            let is_ours = hashes(line).is_some()
                || known.contains(&hash(line))
                || line.trim_end() == HEADING
                || is_form(line);
            if is_ours && !is_fenced {
                among_own = false;
                self.take(line, false);
            } else {
                // Paragraphs stay apart; what stood in different places does too.
                if !moved.is_empty() && (blanks > 0 || !among_own) {
                    moved.push('\n');
                }
                moved.push_str(line);
                moved.push('\n');
                among_own = true;
                if !is_fenced {
                    self.take(line, true);
                }
            }
            blanks = 0;
        }
        moved
    }

    fn take(&mut self, line: &str, is_own: bool) {
        if let Some(Ticked { id, tick: Some(tick), .. }) = tick::read(line) {
            let line = line.trim_end().to_owned();
            tick::take(&mut self.ticks, id, Mark { tick, line, is_own });
        }
    }

    /// Both sides' words, each once and in order, and the ticks of both.
    fn merged(mut self, other: Own) -> Own {
        self.kept = union(&self.kept, &other.kept);
        self.moved = union(&self.moved, &other.moved);
        for (id, mark) in other.ticks {
            tick::take(&mut self.ticks, id, mark);
        }
        self
    }

    /// The ids on lines of the user's own, and those that were ticked.
    pub fn ids(&self) -> BTreeSet<String> {
        let moved = self.moved.lines().filter_map(tick::read).map(|ticked| ticked.id);
        moved.chain(self.ticks.keys().cloned()).collect()
    }

    /// The same once the follow-ups that there are have lines of their own: the user's are no more than words, and don't
    /// count again.
    pub fn told(&self, is_followup: impl Fn(&str) -> bool) -> Own {
        let plain = |text: &str, all: bool| -> String {
            let line = |line: &str| match tick::read(line) {
                Some(ticked) if (all || ticked.tick.is_some()) && is_followup(&ticked.id) => {
                    let end = &line[line.trim_end_matches(['\r', '\n']).len()..];
                    format!("{}{end}", ticked.text)
                }
                _ => line.to_owned(),
            };
            text.split_inclusive('\n').map(line).collect()
        };
        let (kept, moved) = (plain(&self.kept, false), plain(&self.moved, true));
        Own { kept, moved, ticks: self.ticks.clone() }
    }

    /// The same once it stands in an agenda of its own: nothing is left to move, and of the ticks those are left that are
    /// not recorded.
    pub fn settled(&self, is_left: impl Fn(&str) -> bool) -> Own {
        let left = self.ticks.iter().filter(|(id, _)| is_left(id));
        let ticks = left.map(|(id, mark)| (id.clone(), mark.clone())).collect();
        Own { kept: self.section(), moved: String::new(), ticks }
    }

    /// The last section with what moves there.
    pub fn section(&self) -> String {
        let mut section = self.kept.clone();
        if self.moved.is_empty() {
            return section;
        }
        if !section.is_empty() && !section.ends_with('\n') {
            section.push('\n');
        }
        if !section.ends_with("\n\n") {
            section.push('\n');
        }
        section.push_str(&self.moved);
        section
    }

    /// Whether another agenda's last section holds all of these words, and no tick is left to take.
    pub fn is_within(&self, other: &str) -> bool {
        let other = Own::of(other).kept;
        let mut words = self.moved.lines().filter(|line| !line.trim().is_empty());
        self.ticks.is_empty()
            && other.contains(self.kept.trim())
            && words.all(|line| other.contains(line))
    }
}

/// The lines of two texts in which those of both stand once, with the line ends of the first.
fn union(ours: &str, theirs: &str) -> String {
    let end = if ours.contains("\r\n") { "\r\n" } else { "\n" };
    let theirs = match theirs.contains("\r\n") == ours.contains("\r\n") {
        true => theirs.to_owned(),
        false => theirs.lines().map(|line| format!("{line}{end}")).collect(),
    };
    let diff = TextDiff::from_lines(ours, &theirs);
    let mut union = String::new();
    for change in diff.iter_all_changes() {
        if !union.is_empty() && !union.ends_with('\n') {
            union.push_str(end);
        }
        union.push_str(change.value());
    }
    union
}

/// Where the lines of fenced blocks begin: what stands in one is the user's, whatever it looks like.
fn fences(text: &str) -> HashSet<usize> {
    let mut fenced = HashSet::new();
    let mut open: Option<(&str, Vec<usize>)> = None;
    for (at, line) in lines(text) {
        let fence = conflict::fence(line);
        match (&mut open, fence) {
            (None, Some(fence)) => open = Some((fence, vec![at])),
            (Some((opened, inside)), fence) => {
                inside.push(at);
                if fence == Some(*opened) {
                    fenced.extend(inside.drain(..));
                    open = None;
                }
            }
            (None, None) => {}
        }
    }
    fenced
}

/// Whether a line is the heading with the day, or the counts below it: those of another day are nobody's either.
fn is_form(line: &str) -> bool {
    let line = line.trim_end();
    if let Some(day) = line.strip_prefix("# Follow-ups for ") {
        return NaiveDate::parse_from_str(day, "%A %d %B %Y").is_ok();
    }
    let counted = |part: &str| {
        part.split_once(' ').is_some_and(|(count, what)| {
            count.bytes().all(|b| b.is_ascii_digit())
                && (Section::ALL.iter().any(|section| section.counted() == what)
                    || matches!(what, "waiting to hear" | "to mend"))
        })
    };
    line == NOTHING || line.split(" · ").all(counted)
}

/// A generated line with its hash.
#[derive(Clone, Debug)]
pub struct Line {
    text: String,
    hash: u64,
}

impl Line {
    /// A line without its end.
    pub fn new(text: String) -> Line {
        Line { hash: hash(&text), text }
    }

    /// The same line with another mark in its box, which makes no other line of it.
    pub fn with_box(&self, mark: char) -> Line {
        let rest = self.text.get("- [ ]".len()..).unwrap_or_default();
        Line { text: format!("- [{mark}]{rest}"), hash: self.hash }
    }
}

/// The generated part of an agenda, while it is being written.
#[derive(Debug, Default)]
pub struct Generated {
    text: String,
    hashes: Vec<u64>,
}

impl Generated {
    /// Adds a line.
    pub fn line(&mut self, line: &Line) {
        self.text.push_str(&line.text);
        self.text.push('\n');
        self.hashes.push(line.hash);
    }

    /// Adds lines behind an empty one.
    pub fn paragraph(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        for line in text.lines() {
            self.text.push_str(line);
            self.text.push('\n');
            if !line.trim().is_empty() {
                self.hashes.push(hash(line));
            }
        }
    }

    /// Closes the part with its hashes and the user's section.
    pub fn close(mut self, own: &Own) -> String {
        self.hashes.push(hash(HEADING));
        self.hashes.sort_unstable();
        self.hashes.dedup();
        let mut text = self.text;
        for (at, hash) in self.hashes.iter().enumerate() {
            let start = match at % HASHES_A_LINE {
                0 if at == 0 => "\n<!-- journal:",
                0 => " -->\n<!-- journal:",
                _ => "",
            };
            // Writing to a string cannot fail.
            let _ = write!(text, "{start} {hash:0HASH_DIGITS$x}");
        }
        let _ = write!(text, "{COMMENT_END}\n\n{HEADING}\n{}", own.section());
        text
    }
}

/// The generated part and the text behind the heading of the user's section.
fn split(text: &str) -> (&str, &str) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if line.trim_end() == HEADING {
            return (&text[..start], &text[at..]);
        }
    }
    (text, "")
}

/// The hashes in a line of the closing comment.
fn hashes(line: &str) -> Option<Vec<u64>> {
    let hashes = line.trim().strip_prefix(COMMENT)?.strip_suffix(COMMENT_END)?;
    let hash =
        |word: &str| u64::from_str_radix(word, 16).ok().filter(|_| word.len() == HASH_DIGITS);
    hashes.split_whitespace().map(hash).collect()
}

/// A line's hash: the same for one that was ticked, re-aligned by a formatter, or written on another day.
fn hash(line: &str) -> u64 {
    // What stands behind the id, a plugin or somebody has added.
    let line = match line.rsplit_once(COMMENT_END) {
        Some((start, _)) if start.contains("<!-- ") => &line[..start.len() + COMMENT_END.len()],
        _ => line,
    };
    let is_of_day = |part: &str| {
        part.strip_suffix(" blanks").or(part.strip_suffix(" blank")).is_some()
            || part.starts_with("[draft](")
    };
    let mut plain = String::with_capacity(line.len());
    for part in line.split(" · ").filter(|part| !is_of_day(part)) {
        for word in without_distance(part).split_whitespace() {
            let rule = word.len() >= 3 && word.trim_matches(':').bytes().all(|b| b == b'-');
            plain.push_str(if rule { "---" } else { word });
            plain.push(' ');
        }
    }
    let boxed = ["-", "*", "+"].into_iter().find_map(|mark| plain.strip_prefix(mark));
    if let Some(rest) = boxed.and_then(|rest| rest.strip_prefix(" [")) {
        let rest = rest.strip_prefix("] ").or_else(|| rest.get(1..)?.strip_prefix("] "));
        if let Some(rest) = rest {
            plain = format!("- [ ] {rest}");
        }
    }
    xxh3_64(plain.as_bytes()) & 0xffff_ffff_ffff
}

/// A part of a line without how far off its day was: `due Tue 3 Mar, in 2 days`.
fn without_distance(part: &str) -> &str {
    let Some((day, distance)) = part.trim_end_matches(['.', '*']).rsplit_once(", ") else {
        return part;
    };
    let is_count = |count: &str| count.bytes().all(|b| b.is_ascii_digit());
    let is_distance = match distance.split(' ').collect::<Vec<_>>()[..] {
        ["today" | "tomorrow" | "yesterday"] => true,
        ["in", count, "days"] | [count, "days", "ago"] => is_count(count),
        _ => false,
    };
    if is_distance { day } else { part }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(generated: &str, own: &Own) -> String {
        let mut part = Generated::default();
        for paragraph in generated.trim_end().split("\n\n") {
            part.paragraph(paragraph);
        }
        part.close(own)
    }

    const GENERATED: &str =
        "# Follow-ups\n\n- [ ] **Thank Jane** <!-- a/b -->\n\n| a | b |\n| --- | --- |\n";

    #[test]
    fn what_was_generated_is_nobodys() {
        let text = close(GENERATED, &Own::default());
        assert_eq!(Own::of(&text), Own::default());
        assert_eq!(close(GENERATED, &Own::of(&text)), text);
        let ticked = text.replace("[ ]", "[x]").replace("| --- | --- |", "|  ------ | --- |");
        assert_eq!(Own::of(&ticked.replace('\n', "\r\n")).moved, "");
    }

    #[test]
    fn lines_written_anywhere_move_once_and_in_order() {
        let text = close(GENERATED, &Own::default());
        let text = text
            .replacen("\n\n", "\n\nfirst\n\nsecond\n\n", 1)
            .replace("<!-- a/b -->\n", "<!-- a/b -->\n  third\n");
        let own = Own::of(&text);
        assert_eq!(own.moved, "first\n\nsecond\n\n  third\n");
        let again = close(GENERATED, &own);
        assert_eq!(Own::of(&again).kept, "\nfirst\n\nsecond\n\n  third\n");
        assert_eq!(close(GENERATED, &Own::of(&again)), again);
    }

    #[test]
    fn a_hand_written_agenda_is_kept_whole() {
        let own = Own::of("# My list\n\n- call Jane\n");
        assert_eq!(own.moved, "# My list\n\n- call Jane\n");
    }

    #[test]
    fn the_own_section_stays_to_the_byte() {
        let kept = "\r\n  as it stands\t \n\n\n## Overdue\n- [ ] mine";
        let text = format!("{}{kept}", close(GENERATED, &Own::default()));
        assert_eq!(Own::of(&text).kept, kept);
        assert!(close(GENERATED, &Own::of(&text)).ends_with(kept));
    }
}
