//! Ticks: changes that the user made to the box of a follow-up's line.
//!
//! Tasks of notes have boxes too, see [`task`](super::task).
//!
//! A line is known by the id in its comment, never by its text. A line that names the day on which it was done was listed
//! as done: so the ticks in a copy of an older agenda still count, and its empty boxes take nothing back.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::agenda::task::TaskId;
use crate::notes::Record;

/// A change to a line's box.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tick {
    /// A done line was unticked. It had been done on that day, as the line writes it.
    Undone(String),
    /// The user decided against it. A done line also gives the day on which it had been done.
    Skipped(Option<String>),
    /// It was done.
    Done,
}

/// A tick and its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserTick {
    /// The tick.
    pub tick: Tick,
    /// The whole line.
    pub line: String,
    /// True for a line that the user wrote. It stays when the tick is recorded.
    pub is_users: bool,
}

/// Ticks by the ids of the follow-ups.
pub type Ticks = BTreeMap<String, UserTick>;

/// The reason why a tick could not be recorded. It stays in its box until it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unrecorded {
    /// The note.
    pub note: String,
    /// The obstacle, in words.
    pub why: String,
    /// The way to do it by hand.
    pub by_hand: String,
}

/// A line of the agenda with the id of a follow-up or a task.
#[derive(Debug, PartialEq, Eq)]
pub struct Ticked<'l> {
    /// The id.
    pub id: String,
    /// The task, unless it is a follow-up.
    pub task: Option<TaskId>,
    /// The line without its comment.
    pub text: &'l str,
    /// The change to its box, if any.
    pub tick: Option<Tick>,
}

/// Reads a line with the id of a follow-up or a task, however its words were changed.
pub fn read(line: &str) -> Option<Ticked<'_>> {
    let (text, id) = last_id(line)?;
    let text = text.trim_end();
    let item = text.trim_start().strip_prefix(['-', '*', '+'])?.trim_start();
    let mut box_ = item.strip_prefix('[')?.chars();
    let (mark, rest) = (box_.next()?, box_.as_str().strip_prefix(']')?);
    let id = id.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let task = TaskId::parse(&id);
    if !rest.starts_with(char::is_whitespace) {
        return None;
    }
    if task.is_some() {
        let tick = matches!(mark, 'x' | 'X').then_some(Tick::Done);
        return Some(Ticked { id, task, text, tick });
    }
    let done = rest.split(" · ").find_map(|part| part.trim().strip_prefix("done ")).map(str::trim);
    let tick = match (mark, done.filter(|day| is_day(day))) {
        ('x' | 'X', None) => Some(Tick::Done),
        ('-', day) => Some(Tick::Skipped(day.map(str::to_owned))),
        (' ', Some(day)) => Some(Tick::Undone(day.to_owned())),
        ('x' | 'X', Some(_)) | (' ', None) => None,
        _ => return None,
    };
    Some(Ticked { id, task, text, tick })
}

/// The id in the last comment that holds one, and the text before it. No id holds the beginning of a comment, whatever
/// its note is called.
fn last_id(line: &str) -> Option<(&str, &str)> {
    let mut before = line;
    loop {
        let (text, rest) = before.rsplit_once("<!-- ")?;
        match rest.split_once(" -->") {
            // Paths of notes may hold blanks.
            Some((id, _)) if id.contains('/') || TaskId::parse(id).is_some() => {
                return Some((text, id));
            }
            _ => before = text,
        }
    }
}

/// Adds a tick. A follow-up with two lines counts once: what was sent was sent, whatever the other line says.
pub fn take(ticks: &mut Ticks, id: String, mark: UserTick) {
    let is_stronger = ticks.get(&id).is_none_or(|known| mark.tick > known.tick);
    if is_stronger {
        ticks.insert(id, mark);
    }
}

impl Tick {
    /// The follow-up's record after this tick, if that changes it; `Some(None)` takes the record back.
    pub fn applied(&self, record: Option<Record>, today: NaiveDate) -> Option<Option<Record>> {
        match (self, record) {
            (Tick::Skipped(Some(written)), Some(Record::Done(day))) if is_written(day, written) => {
                Some(Some(Record::Skipped(today)))
            }
            // What was sent stays sent, even if an older copy of the agenda says otherwise.
            (Tick::Done | Tick::Skipped(_), Some(Record::Done(_)))
            | (Tick::Skipped(_), Some(Record::Skipped(_))) => None,
            (Tick::Done, _) => Some(Some(Record::Done(today))),
            (Tick::Skipped(_), _) => Some(Some(Record::Skipped(today))),
            (Tick::Undone(written), Some(Record::Done(day))) => {
                is_written(day, written).then_some(None)
            }
            (Tick::Undone(_), _) => None,
        }
    }

    /// The mark in the box.
    pub fn mark(&self) -> char {
        match self {
            Tick::Done => 'x',
            Tick::Skipped(_) => '-',
            Tick::Undone(_) => ' ',
        }
    }
}

/// Returns true if an agenda's line writes a day like this. The year is there if it wasn't the current one then.
fn is_written(day: NaiveDate, text: &str) -> bool {
    [day.format("%a %-d %b"), day.format("%a %-d %b %Y")]
        .iter()
        .any(|form| form.to_string() == text)
}

/// Returns true for a day as the agenda writes it: `Fri 13 Mar`, or with a year.
fn is_day(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let is_name = |word: &str| word.len() == 3 && word.chars().all(char::is_alphabetic);
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    match words[..] {
        [weekday, day, month] => is_name(weekday) && is_number(day) && is_name(month),
        [weekday, day, month, year] => {
            is_name(weekday) && is_number(day) && is_name(month) && is_number(year)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_of_tasks_are_ticked_or_not() {
        let line =
            |mark| format!("- [{mark}] **Send it** · done deal <!-- a b.md#task-9-0123abcd -->");
        for (mark, tick) in
            [('x', Some(Tick::Done)), ('X', Some(Tick::Done)), (' ', None), ('/', None)]
        {
            let line = line(mark);
            let ticked = read(&line).unwrap();
            assert_eq!((ticked.id.as_str(), ticked.tick), ("a b.md#task-9-0123abcd", tick));
            assert_eq!(ticked.task.map(|task| (task.note, task.line)), Some(("a b.md".into(), 9)));
        }
    }

    #[test]
    fn boxes_are_read_however_the_words_were_changed() {
        let undone = || Some(Tick::Undone("Fri 13 Mar".into()));
        let cases = [
            ("- [ ] **Thank Jane** · Acme · due Tue 3 Mar, today <!-- a/thank-you/j -->", None),
            (
                "- [x] **Thank Jane** · Acme · due Tue 3 Mar, today <!-- a/thank-you/j -->",
                Some(Tick::Done),
            ),
            ("  * [X] thanked her! <!-- a/thank-you/j --> ✅ 2026-03-16", Some(Tick::Done)),
            ("- [x] thanked her! <!-- a/thank-you/j --> <!-- at last -->", Some(Tick::Done)),
            ("- [x] her <!-- b/thank-you/j --> <!-- a/thank-you/j -->", Some(Tick::Done)),
            ("- [-] **Thank Jane** <!-- a/thank-you/j -->", Some(Tick::Skipped(None))),
            ("- [x]\t**Thank Jane** <!-- a/thank-you/j -->", Some(Tick::Done)),
            (
                "- [x] **Thank Jane** · Acme · done Fri 13 Mar · [note](a.md) <!-- a/thank-you/j -->",
                None,
            ),
            (
                "- [ ] **Thank Jane** · done Fri 13 Mar · [note](a.md) <!-- a/thank-you/j -->",
                undone(),
            ),
            ("- [ ] **Thank Jane** · done deal, Inc. · due Tue 3 Mar <!-- a/thank-you/j -->", None),
        ];
        for (line, expected) in cases {
            let ticked = read(line).unwrap();
            assert_eq!((ticked.id.as_str(), ticked.tick), ("a/thank-you/j", expected), "{line}");
        }
        let others = [
            "- [x] call mum",
            "- [x] see <!-- todo -->",
            "[x] a <!-- a/b -->",
            "- [?] a <!-- a/b -->",
            "- [x](link) <!-- a/b -->",
            "<!-- journal: 0aa820469c8e -->",
        ];
        for line in others {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
