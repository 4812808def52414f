//! The user's words in FOLLOWUPS.md.
//!
//! A line whose hash isn't in the comment at the end of the generated part is the user's, wherever it stands. It moves to
//! the last section, which is kept as it is.

use std::collections::{BTreeSet, HashSet};

use similar::TextDiff;

use crate::agenda::conflict;
use crate::agenda::fence::fenced;
use crate::agenda::lines::{USERS_HEADING, hash, hashes};
use crate::agenda::section::is_of_any_day;
use crate::agenda::task::{TaskTick, TaskTicks};
use crate::agenda::tick::{self, Ticked, Ticks, UserTick};
use crate::text::lines;

/// The user's part of an agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserText {
    /// The last section, as it stands.
    pub kept: String,
    /// The words written anywhere else, in order.
    pub moved: String,
    /// The boxes that the user changed.
    pub ticks: Ticks,
    /// The tasks that the user ticked.
    pub task_ticks: TaskTicks,
}

impl UserText {
    /// Finds the user's words in an agenda, generated or not, and in both sides of one that was merged.
    pub fn of(text: &str) -> UserText {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let known: HashSet<u64> = text.lines().filter_map(hashes).flatten().collect();
        let sides = conflict::sides(text);
        let mut sides = sides.iter().map(|side| UserText::of_side(side, &known));
        let ours = sides.next().unwrap_or_default();
        sides.fold(ours, UserText::merged)
    }

    fn of_side(text: &str, known: &HashSet<u64>) -> UserText {
        let mut user_text = UserText::default();
        let (generated, kept) = split(text);
        user_text.moved = user_text.words_among(generated, known);
        // A merge that keeps the lines of both sides can leave generated ones below the heading.
        let is_end = |line: &str| hashes(line).is_some() || line.trim_end() == USERS_HEADING;
        let mut ends =
            lines(kept).filter(|(_, line)| is_end(line)).map(|(at, line)| at + line.len());
        let (mixed, kept) = kept.split_at(ends.next_back().unwrap_or(0));
        user_text.kept = user_text.words_among(mixed, known);
        user_text.kept.push_str(kept);
        for line in kept.lines() {
            user_text.take(line, true);
        }
        user_text
    }

    /// Returns the user's lines in a generated part, and takes in the ticks of all its lines.
    fn words_among(&mut self, generated: &str, known: &HashSet<u64>) -> String {
        let mut moved = String::new();
        let mut blanks = 0;
        let mut follows_users = false;
        let fenced = fenced(generated);
        for (at, line) in lines(generated) {
            let (line, is_fenced) = (line.trim_end_matches(['\n', '\r']), fenced.contains(&at));
            if line.trim().is_empty() && !is_fenced {
                blanks += 1;
                continue;
            }
            let is_generated = hashes(line).is_some()
                || known.contains(&hash(line))
                || line.trim_end() == USERS_HEADING
                || is_of_any_day(line);
            if is_generated && !is_fenced {
                follows_users = false;
                self.take(line, false);
            } else {
                // Paragraphs stay apart, and so do lines from different places.
                if !moved.is_empty() && (blanks > 0 || !follows_users) {
                    moved.push('\n');
                }
                moved.push_str(line);
                moved.push('\n');
                follows_users = true;
                if !is_fenced {
                    self.take(line, true);
                }
            }
            blanks = 0;
        }
        moved
    }

    fn take(&mut self, line: &str, is_users: bool) {
        let Some(Ticked { id, task, tick: Some(tick), .. }) = tick::read(line) else { return };
        let line = line.trim_end().to_owned();
        match task {
            Some(task) => {
                self.task_ticks.entry(id).or_insert(TaskTick { task, line, is_users });
            }
            None => tick::take(&mut self.ticks, id, UserTick { tick, line, is_users }),
        }
    }

    /// Merges two sides: the words of both, each once and in order, and the ticks of both.
    fn merged(mut self, other: UserText) -> UserText {
        self.kept = union(&self.kept, &other.kept);
        self.moved = union(&self.moved, &other.moved);
        for (id, mark) in other.ticks {
            tick::take(&mut self.ticks, id, mark);
        }
        for (id, tick) in other.task_ticks {
            self.task_ticks.entry(id).or_insert(tick);
        }
        self
    }

    /// The ids of the follow-ups and tasks that user lines name or whose boxes were changed.
    pub fn ids(&self) -> BTreeSet<String> {
        let moved = self.moved.lines().filter_map(tick::read).map(|ticked| ticked.id);
        moved.chain(self.ticks.keys().chain(self.task_ticks.keys()).cloned()).collect()
    }

    /// Strips the ids of existing follow-ups and tasks from user lines: they have lines of their own, and count once.
    pub fn without_ids(&self, is_known: impl Fn(&str) -> bool) -> UserText {
        let plain = |text: &str, all: bool| -> String {
            let line = |line: &str| match tick::read(line) {
                Some(ticked) if (all || ticked.tick.is_some()) && is_known(&ticked.id) => {
                    let end = &line[line.trim_end_matches(['\r', '\n']).len()..];
                    format!("{}{end}", ticked.text)
                }
                _ => line.to_owned(),
            };
            text.split_inclusive('\n').map(line).collect()
        };
        let (kept, moved) = (plain(&self.kept, false), plain(&self.moved, true));
        UserText { kept, moved, ..self.clone() }
    }

    /// The user's part once an agenda with it is written: all words stand in the last section, and only the ticks that
    /// remain to be recorded are still in their boxes.
    pub fn once_written(&self, remains: impl Fn(&str) -> bool) -> UserText {
        let mut left = UserText { kept: self.section(), moved: String::new(), ..self.clone() };
        left.ticks.retain(|id, _| remains(id));
        left.task_ticks.retain(|id, _| remains(id));
        left
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
        self.ticks.is_empty()
            && self.task_ticks.is_empty()
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
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if line.trim_end() == USERS_HEADING {
            return (&text[..start], &text[at..]);
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::lines::Generated;

    fn close(generated: &str, user_text: &UserText) -> String {
        let mut part = Generated::default();
        for paragraph in generated.trim_end().split("\n\n") {
            part.paragraph(paragraph);
        }
        part.close(&user_text.section())
    }

    const GENERATED: &str =
        "# Follow-ups\n\n- [ ] **Thank Jane** <!-- a/b -->\n\n| a | b |\n| --- | --- |\n";

    #[test]
    fn what_was_generated_is_nobodys() {
        let text = close(GENERATED, &UserText::default());
        assert_eq!(UserText::of(&text), UserText::default());
        assert_eq!(close(GENERATED, &UserText::of(&text)), text);
        let ticked = text.replace("[ ]", "[x]").replace("| --- | --- |", "|  ------ | --- |");
        assert_eq!(UserText::of(&ticked.replace('\n', "\r\n")).moved, "");
    }

    #[test]
    fn lines_written_anywhere_move_once_and_in_order() {
        let text = close(GENERATED, &UserText::default());
        let text = text
            .replacen("\n\n", "\n\nfirst\n\nsecond\n\n", 1)
            .replace("<!-- a/b -->\n", "<!-- a/b -->\n  third\n");
        let user_text = UserText::of(&text);
        assert_eq!(user_text.moved, "first\n\nsecond\n\n  third\n");
        let again = close(GENERATED, &user_text);
        assert_eq!(UserText::of(&again).kept, "\nfirst\n\nsecond\n\n  third\n");
        assert_eq!(close(GENERATED, &UserText::of(&again)), again);
    }

    #[test]
    fn ticks_of_tasks_are_read_from_any_line_and_from_both_sides() {
        let generated =
            "- [ ] **Send it** <!-- a.md#task-9-0123abcd -->\n\n- **Today** · Acme\n  - Ask.\n";
        let text = close(generated, &UserText::default());
        assert_eq!(UserText::of(&text), UserText::default());
        let other_bullets =
            text.replace("- [", "* [").replace("- **T", "+ **T").replace("- A", "* A");
        assert_eq!(UserText::of(&other_bullets).moved, "");
        let ticked = text.replace("[ ]", "[x]");
        let merged = format!("<<<<<<< a\n{text}=======\n{ticked}>>>>>>> b\n");
        let reworded = text.replace("[ ] **Send it**", "[x] I sent it");
        for (text, is_users) in [(ticked, false), (merged, false), (reworded, true)] {
            let user_text = UserText::of(&text);
            let tick = &user_text.task_ticks["a.md#task-9-0123abcd"];
            assert_eq!((tick.task.line, tick.is_users), (9, is_users), "{text}");
            assert!(user_text.ticks.is_empty(), "{text}");
            assert!(!user_text.is_within(&text));
            assert_eq!(user_text.once_written(|_| true).task_ticks, user_text.task_ticks);
            assert!(user_text.once_written(|_| false).task_ticks.is_empty());
            assert_eq!(user_text.moved.is_empty(), !is_users, "{}", user_text.moved);
            let plain = user_text.without_ids(|_| true);
            assert!(!plain.moved.contains("<!--"), "{}", plain.moved);
        }
    }

    #[test]
    fn a_line_is_known_on_the_days_before_and_after() {
        let line = |day: &str| {
            format!("- [ ] **Thank Jane** · Acme · {day} · [note](a.md) <!-- a/b -->\n")
        };
        let days = ["due Tue 3 Mar, in 2 days", "due Tue 3 Mar, today", "since Tue 3 Mar"];
        for known in days {
            let text = close(&line(known), &UserText::default());
            for other in days {
                let text = text.replace(&line(known), &line(other));
                assert_eq!(UserText::of(&text).moved, "", "{known}, {other}");
            }
        }
    }

    #[test]
    fn a_hand_written_agenda_is_kept_whole() {
        let user_text = UserText::of("# My list\n\n- call Jane\n");
        assert_eq!(user_text.moved, "# My list\n\n- call Jane\n");
    }

    #[test]
    fn the_users_section_stays_to_the_byte() {
        let kept = "\r\n  as it stands\t \n\n\n## Overdue\n- [ ] mine";
        let text = format!("{}{kept}", close(GENERATED, &UserText::default()));
        assert_eq!(UserText::of(&text).kept, kept);
        assert!(close(GENERATED, &UserText::of(&text)).ends_with(kept));
    }
}
