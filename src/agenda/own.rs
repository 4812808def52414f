//! The user's words in FOLLOWUPS.md, told from the generated ones.
//!
//! A comment at the end of the generated part holds a short hash for each generated line. A line whose hash isn't there
//! is the user's, wherever it stands; it moves to the last section, which is kept as it is.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use similar::TextDiff;
use xxhash_rust::xxh3::xxh3_64;

use crate::agenda::conflict;
use crate::agenda::tick::{self, Ticked, Ticks, Unrecorded};

/// The heading of the section that belongs to the user.
pub const HEADING: &str = "## Your own notes";

const COMMENT: &str = "<!-- journal: ";
const COMMENT_END: &str = " -->";

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
        let known: HashSet<u64> = text
            .lines()
            .filter_map(hashes)
            .flat_map(str::split_whitespace)
            .filter_map(|hash| u64::from_str_radix(hash, 16).ok())
            .collect();
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
        let end = kept
            .rmatch_indices(COMMENT)
            .map(|(at, _)| at + kept[at..].find('\n').map_or(kept.len() - at, |n| n + 1));
        let (mixed, kept) = kept.split_at(end.max().unwrap_or(0));
        own.kept = own.words_among(mixed, known);
        for line in kept.split_inclusive('\n') {
            match tick::read(line) {
                // It counts once, and is the user's line from then on.
                Some(ticked) if ticked.tick.is_some() => {
                    own.kept.push_str(ticked.text);
                    own.kept.push_str(&line[line.trim_end_matches(['\r', '\n']).len()..]);
                    tick::take(&mut own.ticks, ticked);
                }
                _ => own.kept.push_str(line),
            }
        }
        own
    }

    /// The user's lines in a generated part. Its boxes are taken in.
    fn words_among(&mut self, generated: &str, known: &HashSet<u64>) -> String {
        let mut moved = String::new();
        let mut blanks = 0;
        let mut among_own = false;
        for line in generated.lines() {
            if line.trim().is_empty() {
                blanks += 1;
                continue;
            }
            let ticked = tick::read(line);
            if hashes(line).is_some() || known.contains(&hash(line)) || line.trim_end() == HEADING {
                among_own = false;
            } else {
                // Paragraphs stay apart; what stood in different places does too.
                if !moved.is_empty() && (blanks > 0 || !among_own) {
                    moved.push('\n');
                }
                // The follow-up has a line of its own.
                moved.push_str(ticked.as_ref().map_or(line, |ticked| ticked.text));
                moved.push('\n');
                among_own = true;
            }
            if let Some(ticked) = ticked {
                tick::take(&mut self.ticks, ticked);
            }
            blanks = 0;
        }
        moved
    }

    /// Both sides' words, each once and in order, and the ticks of both.
    fn merged(mut self, other: Own) -> Own {
        self.kept = union(&self.kept, &other.kept);
        self.moved = union(&self.moved, &other.moved);
        for (id, (tick, line)) in other.ticks {
            tick::take(&mut self.ticks, Ticked { id, text: &line, tick: Some(tick) });
        }
        self
    }

    /// The same once it stands in an agenda of its own: nothing is left to move, and of the ticks those are left that
    /// could not be recorded.
    pub fn settled(&self, unrecorded: &BTreeMap<String, Unrecorded>) -> Own {
        let left = self.ticks.iter().filter(|(id, _)| unrecorded.contains_key(*id));
        let ticks = left.map(|(id, tick)| (id.clone(), tick.clone())).collect();
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

/// The lines of two texts in which those of both stand once.
fn union(ours: &str, theirs: &str) -> String {
    let diff = TextDiff::from_lines(ours, theirs);
    let mut union = String::new();
    for change in diff.iter_all_changes() {
        if !union.is_empty() && !union.ends_with('\n') {
            union.push('\n');
        }
        union.push_str(change.value());
    }
    union
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
            let _ = write!(text, "{start} {hash:012x}");
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

fn hashes(line: &str) -> Option<&str> {
    line.trim().strip_prefix(COMMENT)?.strip_suffix(COMMENT_END)
}

/// A line's hash: the same for one that was ticked, or re-aligned by a formatter.
fn hash(line: &str) -> u64 {
    let mut plain = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        let rule = word.len() >= 3 && word.trim_matches(':').bytes().all(|b| b == b'-');
        plain.push_str(if rule { "---" } else { word });
        plain.push(' ');
    }
    for tick in ["- [x] ", "- [X] ", "- [-] ", "* [ ] ", "* [x] ", "* [X] ", "* [-] "] {
        if let Some(rest) = plain.strip_prefix(tick) {
            plain = format!("- [ ] {rest}");
            break;
        }
    }
    xxh3_64(plain.as_bytes()) & 0xffff_ffff_ffff
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
