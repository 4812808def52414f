//! The deeds of commands that name follow-ups and tasks. A task can be ticked, and nothing else.

use chrono::NaiveDate;

use crate::agenda::situation::Task;
use crate::agenda::{Entry, Item};
use crate::journal::recording::Recording;
use crate::notes::Record;
use crate::text::{quoted, visible};

/// A command's use of what is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Done(NaiveDate),
    Skip(NaiveDate),
    Snooze(NaiveDate),
    Undo,
    /// To show it, or to send its draft.
    Show,
}

impl Deed {
    /// Returns true for what can be meant: follow-ups that `may` be, and tasks if they are to be ticked.
    pub fn to<'a>(self, may: impl Fn(&Item) -> bool) -> impl Fn(Entry<'a>) -> bool {
        move |entry| match entry {
            Entry::FollowUp(item) => may(item),
            Entry::Task(task) => self.takes(task),
        }
    }

    /// Returns false for a task with which this can't be done.
    pub fn takes(self, task: &Task) -> bool {
        matches!(self, Deed::Done(_)) && task.line.is_some()
    }

    /// The advice for a task with which this can't be done.
    pub fn instead(self, task: &Task) -> String {
        let why = match self {
            Deed::Done(_) => "has no box; once it is done, write the next one there:",
            Deed::Skip(_) => "can't be skipped; delete it if it is off:",
            Deed::Snooze(_) => "can't be put off; change its day:",
            Deed::Undo => "isn't ticked; it stands in",
            Deed::Show => "has no draft; it stands in",
        };
        let path = visible(&task.note.path);
        let place = match task.line {
            Some(line) => format!("{path}:{line}"),
            None => format!("`next_action` of {path}"),
        };
        format!("the task {} {why} {place}", quoted(&task.text))
    }

    /// What the note gets.
    pub fn recording(self, entry: Entry<'_>) -> Recording {
        let note = entry.note();
        match entry {
            Entry::FollowUp(item) => {
                Recording::of(&note.path, &item.followup.record_id(), self.record())
            }
            Entry::Task(task) => {
                Recording::of_task(note, task.line.unwrap_or_default(), &task.text)
            }
        }
    }

    /// What became of it, in words.
    pub fn in_words(self, entry: Entry<'_>) -> String {
        match (entry, self.record()) {
            (Entry::Task(_), _) => "ticked".to_owned(),
            (_, Some(record)) => record.to_string(),
            (_, None) => "open again".to_owned(),
        }
    }

    /// The record of it; without one, a record is taken back.
    fn record(self) -> Option<Record> {
        match self {
            Deed::Done(day) => Some(Record::Done(day)),
            Deed::Skip(day) => Some(Record::Skipped(day)),
            Deed::Snooze(day) => Some(Record::Snoozed(day)),
            Deed::Undo | Deed::Show => None,
        }
    }
}
