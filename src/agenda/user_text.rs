//! The user's words in FOLLOWUPS.md.
//!
//! A line that wasn't generated is the user's, wherever it stands. It moves to the last section, which is kept as it is.

use similar::TextDiff;

use crate::agenda::conflict;
use crate::agenda::fence::fenced;
use crate::agenda::lines::{Stamp, USERS_HEADING};
use crate::agenda::plain::{Plain, without_marks};
use crate::agenda::reading::{self, generated, written_over};
use crate::agenda::tick::{Boxed, Whose};
use crate::text::lines;

/// The user's part of an agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserText {
    /// The last section, as it stands.
    pub kept: String,
    /// The words written anywhere else, in order.
    pub moved: String,
    /// The boxes with a mark that means something, or that the user emptied.
    pub boxes: Vec<Boxed>,
}

impl UserText {
    /// Finds the user's words in an agenda, generated or not, and in both sides of one that was merged.
    pub fn of(text: &str) -> UserText {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let sides = conflict::sides(text);
        let mut sides = sides.iter().map(|side| UserText::of_side(side));
        let ours = sides.next().unwrap_or_default();
        sides.fold(ours, UserText::merged)
    }

    /// The user's part of an agenda that has nothing of theirs above this last section.
    pub fn of_section(section: &str) -> UserText {
        UserText::of(&format!("{USERS_HEADING}\n{section}"))
    }

    fn of_side(text: &str) -> UserText {
        let mut user_text = UserText::default();
        let (generated, kept) = split(text);
        user_text.moved = user_text.words_among(generated);
        // A merge that keeps the lines of both sides can leave generated ones below the heading.
        let is_heading = |line: &str| is_users_heading(line);
        let ends =
            lines(kept).filter(|(_, line)| is_heading(line)).map(|(at, line)| at + line.len());
        let (mixed, kept) = kept.split_at(ends.last().unwrap_or(0));
        user_text.kept = user_text.words_among(mixed);
        user_text.kept.push_str(kept);
        kept.lines().for_each(|line| user_text.take(reading::users(line)));
        user_text
    }

    /// Returns the user's lines in a generated part, and takes in the boxes of all its lines.
    fn words_among(&mut self, part: &str) -> String {
        let mut moved = String::new();
        let mut blanks = 0;
        let mut follows_users = false;
        let mut follows_row = false;
        let mut lacks_links = false;
        let fenced = fenced(part);
        let (starts, all): (Vec<usize>, Vec<&str>) =
            lines(part).map(|(at, line)| (at, line.trim_end_matches(['\n', '\r']))).unzip();
        let mut at = 0;
        while at < all.len() {
            let line = all[at];
            let is_fenced = fenced.contains(&starts[at]);
            if line.trim().is_empty() && !is_fenced {
                blanks += 1;
                at += 1;
                continue;
            }
            let found = match is_fenced {
                true => None,
                false if is_users_heading(line) => {
                    Some(reading::Found { count: 1, ..Default::default() })
                }
                false => generated(&all[at..], follows_row).or_else(|| {
                    // Unless the links are those of the line before, which somebody wrote a line under.
                    written_over(&all[at..]).filter(|_| !lacks_links)
                }),
            };
            let words = match &found {
                Some(found) => found.rest.as_str(),
                None => line,
            };
            follows_users &= found.is_none();
            if found.is_none() || !words.is_empty() {
                // Paragraphs stay apart, and so do lines from different places.
                if !moved.is_empty() && (blanks > 0 || !follows_users) {
                    moved.push('\n');
                }
                moved.push_str(words);
                moved.push('\n');
                follows_users = true;
            }
            follows_row = found.as_ref().is_some_and(|found| found.is_row);
            let lines = &all[at..at + found.as_ref().map_or(1, |found| found.count)];
            let has = |part: &str| lines.iter().any(|line| line.contains(part));
            if found.is_some() {
                lacks_links = has("<!--") && !has("](");
            }
            at += lines.len();
            match found {
                Some(found) => self.take(found.boxed),
                None if !is_fenced => self.take(reading::users(line)),
                None => {}
            }
            blanks = 0;
        }
        moved
    }

    fn take(&mut self, boxed: Option<Boxed>) {
        let says_something = |one: &Boxed| one.tick().is_some() || one.has_own_mark();
        self.boxes.extend(boxed.filter(says_something));
    }

    /// Merges two sides: the words of both, each once and in order, and the boxes of both.
    fn merged(mut self, other: UserText) -> UserText {
        self.kept = union(&self.kept, &other.kept);
        self.moved = union(&self.moved, &other.moved);
        self.boxes.extend(other.boxes);
        self
    }

    /// Strips the comments from user lines about follow-ups and tasks that have lines of their own, so that they count
    /// once. Where it isn't clear what they say, that is said until it is.
    pub fn without_stamps(&self, is_known: impl Fn(&Whose) -> bool) -> UserText {
        let plain = |text: &str, all: bool| -> String {
            let line = |line: &str| {
                let is_stripped = match reading::users(line) {
                    Some(boxed) if boxed.is_unclear() => false,
                    Some(boxed) => (all || boxed.tick().is_some()) && is_known(&boxed.whose),
                    None => all && has_stamp(line),
                };
                if is_stripped { reading::without_stamp(line) } else { line.to_owned() }
            };
            text.split_inclusive('\n').map(line).collect()
        };
        let (kept, moved) = (plain(&self.kept, false), plain(&self.moved, true));
        UserText { kept, moved, ..self.clone() }
    }

    /// The last section, with the words that move there.
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

    /// Returns true if another agenda's last section holds all of these words, and there is no tick to record.
    pub fn is_within(&self, other: &str) -> bool {
        let other = UserText::of(other).kept;
        let mut words = self.moved.lines().filter(|line| !line.trim().is_empty());
        self.boxes.iter().all(|one| one.tick().is_none())
            && other.contains(self.kept.trim())
            && words.all(|line| other.contains(line))
    }
}

/// Merges the lines of two texts, with common ones once and the line ends of the first.
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

/// Splits an agenda into the generated part and the text below the heading of the user's section.
fn split(text: &str) -> (&str, &str) {
    let heading = lines(text).find(|(_, line)| is_users_heading(line));
    heading.map_or((text, ""), |(at, line)| (&text[..at], &text[at + line.len()..]))
}

/// Returns true for the heading of the user's section, however a formatter writes it.
fn is_users_heading(line: &str) -> bool {
    let (words, heading) = (without_marks(line), without_marks(USERS_HEADING));
    words.len() < line.len()
        && line[..line.len() - words.len()].contains('#')
        && words.trim_end().trim_end_matches('#').trim_end() == heading
}

/// Returns true for a line with a comment such as generated lines end in.
fn has_stamp(line: &str) -> bool {
    Stamp::last_in(&Plain::of(line).text).is_some_and(|stamp| stamp.check.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::lines::{Generated, Line};

    const TABLE: &str = "| Company | Role | Where it stands | Next |\n| --- | --- | --- | --- |";

    fn close(user_text: &UserText) -> String {
        let mut part = Generated::with_capacity(2);
        part.paragraph("# Follow-ups for Monday 16 March 2026");
        part.paragraph("1 today · 1 open");
        part.paragraph("## Today\n");
        let below = "\n      [draft](a.thank-you.jane.draft.md), 2 blanks · [note](a.md)";
        let words = "**Thank Jane** · R\\&D Ltd · since Tue 3 Mar";
        part.line(&Line::stamped("- [ ] ", words, Some("4f7c1e9b"), below));
        let words = "**Send it** · Acme · [note, line 9](a.md#L9)";
        part.line(&Line::stamped("- [ ] ", words, Some("0123abcd"), ""));
        part.paragraph("## Your search\n");
        part.line(&Line::plain(TABLE.to_owned()));
        part.line(&Line::stamped(
            "",
            "| [Acme](a.md) | Dev | waiting, until Thu 19 Mar |",
            None,
            " |",
        ));
        part.close(&user_text.section())
    }

    fn without_comments(text: &str) -> String {
        let mut text = text.to_owned();
        while let Some(start) = text.find(" <!--") {
            let end = start + text[start..].find("-->").unwrap() + 3;
            text.replace_range(start..end, "");
        }
        text
    }

    /// The ways in which formatters and editors write an agenda anew.
    fn re_written(text: &str) -> Vec<(&'static str, String)> {
        let lines = |change: &dyn Fn(&str) -> String| text.lines().map(change).collect::<String>();
        let escaped = |line: &str| format!("{}\n", line.replace("[ ]", "\\[ \\]"));
        let quoted = |line: &str| match line.starts_with("- [") {
            true => format!("> {line}\n"),
            false => format!("{line}\n"),
        };
        let wrapped = |line: &str| match line.starts_with("- [") {
            true => format!("{}\n", line.replace(" · ", "\n  · ").replace(" <!--", "\n  <!--")),
            false => format!("{line}\n"),
        };
        vec![
            ("as it is", text.to_owned()),
            ("CRLF", text.replace('\n', "\r\n")),
            ("byte-order mark", format!("\u{feff}{text}")),
            ("without comments", without_comments(text)),
            ("other bullets", text.replace("- [", "* [")),
            ("numbers", text.replace("- [", "1. [")),
            ("underscores", text.replace("**", "__")),
            ("unescaped", text.replace("\\&", "&")),
            ("entities", text.replace("\\&", "&amp;").replace("<!--", "&lt;!--")),
            ("blanks", text.replace("| ", "|   ").replace(" --- ", " :----- ")),
            ("loose", text.replace("- [", "\n- [")),
            ("joined", text.replace("\n      ", " ")),
            ("escaped", lines(&escaped)),
            ("quoted", lines(&quoted)),
            ("wrapped", lines(&wrapped)),
            (
                "wrapped, without comments",
                without_comments(&lines(&wrapped)).replace("\n \n", "\n"),
            ),
            ("underlined", text.replace("## Today\n", "Today\n-----\n")),
            ("Logseq", text.replace("\n## T", "\n- ## T").replace("- [", "\t- [")),
        ]
    }

    #[test]
    fn what_was_generated_is_nobodys_however_it_is_written() {
        let text = close(&UserText::default());
        for (how, text) in re_written(&text) {
            let user_text = UserText::of(&text);
            assert_eq!(user_text, UserText::default(), "{how}:\n{text}");
        }
    }

    #[test]
    fn a_tick_counts_however_it_is_written() {
        let text = close(&UserText::default()).replacen("[ ]", "[x]", 1);
        for (how, text) in re_written(&text) {
            let text = text.replace("[x\\]", "\\[x\\]");
            let user_text = UserText::of(&text);
            assert_eq!(
                (user_text.moved.as_str(), user_text.boxes.len()),
                ("", 1),
                "{how}:\n{text}"
            );
            let whose = &user_text.boxes[0].whose;
            assert_eq!(whose.key.is_none(), how.contains("without comments"), "{how}:\n{text}");
            assert_eq!(whose.title, "ThankJane", "{how}:\n{text}");
            assert_eq!(whose.note.as_deref(), Some("a.md"), "{how}:\n{text}");
        }
    }

    #[test]
    fn lines_written_anywhere_move_once_and_in_order() {
        let text = close(&UserText::default())
            .replacen("\n\n", "\n\nfirst\n\nsecond\n\n", 1)
            .replacen(" -->\n", " -->\n  third\n", 1)
            .replace("\n## Your search", "fourth\n\n## Your search");
        let user_text = UserText::of(&text);
        assert_eq!(user_text.moved, "first\n\nsecond\n\n  third\n\nfourth\n");
        let again = close(&user_text);
        assert_eq!(UserText::of(&again).kept, format!("\n{}", user_text.moved));
        assert_eq!(close(&UserText::of(&again)), again);
    }

    #[test]
    fn words_added_to_a_generated_line_are_kept() {
        let text = close(&UserText::default());
        let comment = &text[text.find("<!--").unwrap()..][.."<!-- 4f7c1e9b a31c -->".len()];
        for (from, to, kept) in [
            (
                "**Thank Jane**",
                "**Thank Jane** for the coffee",
                "**Thank Jane** for the coffee · R",
            ),
            ("R\\&D Ltd", "R\\&D Ltd (nice)", "R\\&D Ltd (nice)"),
            (comment, "on the phone", "since Tue 3 Mar on the phone"),
            (comment, &format!("{comment} on the phone"), "on the phone"),
            ("2 blanks · [note](a.md)", "2 blanks · [note](a.md) 👍", "👍"),
            (" | Dev", " | Dev!", "| Dev!"),
        ] {
            let changed = text.replacen(from, to, 1);
            let moved = UserText::of(&changed).moved;
            assert!(moved.contains(kept), "{to}: {moved:?}");
            assert!(moved.lines().count() == 1, "{to}: {moved:?}");
        }
    }

    #[test]
    fn a_hand_written_agenda_is_kept_whole() {
        let text =
            "# My list\n\n- call Jane\n- [ ] **Call** Bo\n\nToday\n\n| a | b |\n| --- | --- |\n";
        assert_eq!(UserText::of(text).moved, text);
    }

    #[test]
    fn the_users_section_stays_to_the_byte() {
        let kept = "\r\n  as it stands\t \n\n\n## Overdue\n- [ ] mine";
        let text = format!("{}{kept}", close(&UserText::default()));
        assert_eq!(UserText::of(&text).kept, kept);
        assert!(close(&UserText::of(&text)).ends_with(kept));
    }
}
