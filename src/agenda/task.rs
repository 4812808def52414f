//! Tasks of notes in the agenda's file: their ids, and the boxes that the user ticked.

use std::collections::BTreeMap;
use std::fmt;

use xxhash_rust::xxh3::xxh3_64;

use crate::agenda::key::Key;
use crate::notes::{Note, body};

const MARK: &str = "#task-";

/// The number of digits of a hash in an id.
const DIGITS: usize = 8;

/// A task as the comment in its line names it: `acme.md#task-31-4f7c1e9b`. The words are hashed, so that the task is
/// found in its note once lines were added above it, and is never taken for another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskId {
    /// The note's path.
    pub note: String,
    /// The line on which it stood, from 1.
    pub line: usize,
    /// The hash of its words.
    hash: u32,
}

/// A task whose box the user ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskTick {
    /// The task.
    pub task: TaskId,
    /// The whole line in the agenda's file.
    pub line: String,
    /// True for a line that the user wrote. It stays when the task is ticked in its note.
    pub is_users: bool,
}

/// Ticked tasks by their ids.
pub type TaskTicks = BTreeMap<String, TaskTick>;

/// The open tasks of a note with their keys. A key comes from the words, not from the line, which moves as the note grows.
pub fn keyed(note: &Note) -> impl Iterator<Item = (Key, &body::Task)> {
    let tasks = note.body.tasks();
    tasks.iter().enumerate().map(|(at, task)| {
        let before = tasks[..at].iter().filter(|one| one.text == task.text).count();
        (Key::of(&format!("{}{MARK}{before}-{}", note.path, task.text)), task)
    })
}

impl TaskId {
    /// The id of a task, by its note's path, its line and its words.
    pub fn new(note: &str, line: usize, words: &str) -> TaskId {
        TaskId { note: note.to_owned(), line, hash: hash(words) }
    }

    /// Reads an id.
    pub fn parse(id: &str) -> Option<TaskId> {
        let (note, rest) = id.rsplit_once(MARK)?;
        let (line, hash) = rest.split_once('-')?;
        if !note.ends_with(".md") || hash.len() != DIGITS {
            return None;
        }
        let hash = u32::from_str_radix(hash, 16).ok()?;
        Some(TaskId { note: note.to_owned(), line: line.parse().ok()?, hash })
    }

    /// The task in its note, if it is still open there: of several with these words the one on its line.
    pub fn find<'n>(&self, note: &'n Note) -> Option<&'n body::Task> {
        let mut same = note.body.tasks().iter().filter(|task| hash(&task.text) == self.hash);
        same.clone().find(|task| task.line == self.line).or_else(|| same.next())
    }

    /// Returns true if its note has a ticked task with these words.
    pub fn is_ticked(&self, note: &Note) -> bool {
        note.body.ticked().iter().any(|words| hash(words) == self.hash)
    }
}

impl fmt::Display for TaskId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{MARK}{}-{:0DIGITS$x}", self.note, self.line, self.hash)
    }
}

fn hash(words: &str) -> u32 {
    // Half of it is enough to tell the tasks of one note apart.
    (xxh3_64(words.as_bytes()) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_tasks_are_read_as_they_are_written() {
        for (note, line) in [("acme.md", 9), ("2026/03 a#task-1-x.md", 31)] {
            let id = TaskId { note: note.to_owned(), line, hash: hash("Send it") };
            assert_eq!(TaskId::parse(&id.to_string()), Some(id), "{note}");
        }
        for other in
            ["acme/thank-you/jane-doe", "acme.md#task-1", "acme.md#task-1-xyz", "a#task-1-00000000"]
        {
            assert_eq!(TaskId::parse(other), None, "{other}");
        }
    }
}
