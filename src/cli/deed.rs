//! The deeds of commands that name follow-ups and tasks. A task can be ticked, and nothing else.

use chrono::NaiveDate;

use crate::agenda::task::Task;
use crate::agenda::{Entry, Item};
use crate::journal::recording::Recording;
use crate::notes::Record;
use crate::text::{listed, quoted, visible};

/// The words for a follow-up whose record was taken back.
pub const OPEN_AGAIN: &str = "open again";

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

/// Something to write into a note, and the words to say it in.
pub struct Request {
    /// The title of what it is about.
    pub title: String,
    /// The words for what becomes of it.
    pub words: String,
    /// What the note gets.
    pub recording: Recording,
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

    /// What to write into the note.
    pub fn request(self, entry: Entry<'_>) -> Request {
        let note = entry.note();
        let (recording, words) = match entry {
            Entry::FollowUp(item) => {
                let record = self.record();
                let recording = Recording::of(&note.path, &item.followup.record_id(), record);
                let words = match (recording.answer(), record) {
                    (Some(fields), _) => {
                        let fields =
                            fields.iter().map(|(field, value)| format!("`{field}: {value}`"));
                        format!("wrote {}", listed(&fields.collect::<Vec<_>>()))
                    }
                    (None, Some(record)) => record.to_string(),
                    (None, None) => OPEN_AGAIN.to_owned(),
                };
                (recording, words)
            }
            Entry::Task(task) => {
                let line = task.line.unwrap_or_default();
                (Recording::of_task(note, line, &task.text), "ticked".to_owned())
            }
        };
        Request { title: entry.label(), words, recording }
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
