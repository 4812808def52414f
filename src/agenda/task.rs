//! Tasks of notes: those that the agenda lists, and their keys.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::key::Key;
use crate::agenda::lines::Once;
use crate::agenda::listed;
use crate::notes::{Note, body};

/// The most tasks of a note that the agenda lists.
pub const LIMIT: usize = 100;

/// An open `- [ ]` item of a note, or its `next_action`.
#[derive(Debug)]
pub struct Task {
    /// The note.
    pub note: Arc<Note>,
    /// Its line in the note, from 1; a `next_action` has none.
    pub line: Option<usize>,
    /// Its key; a `next_action` has none.
    pub key: Option<Key>,
    /// Its words.
    pub text: String,
    /// The day it should be done.
    pub due: Option<NaiveDate>,
    /// The key of its line's words.
    pub(super) words: Key,
    /// Its line in the agenda's file.
    pub(super) written: Once,
}

impl Task {
    /// A task that no line of the note holds: it is done once the note says something else.
    pub(super) fn by_itself(note: &Arc<Note>, text: String, due: Option<NaiveDate>) -> Task {
        let (words, written) = (listed::words(&text, note), Once::default());
        Task { note: note.clone(), line: None, key: None, text, due, words, written }
    }
}

/// The open tasks of a note that the agenda lists.
pub(super) fn open_tasks(note: &Arc<Note>) -> impl Iterator<Item = Task> {
    keyed(note).map(|(key, task)| Task {
        note: note.clone(),
        line: Some(task.line),
        key: Some(key),
        text: task.text.clone(),
        due: task.due,
        words: listed::words(&task.text, note),
        written: Once::default(),
    })
}

/// The next action that a note names, until it names another one.
pub(super) fn next_action(note: &Arc<Note>) -> Option<Task> {
    let (text, due) = note.next_action.clone()?;
    Some(Task::by_itself(note, text, due))
}

/// The id of a task, by its note's path and its words: its line moves as the note grows.
pub fn task_id(note: &str, words: &str) -> String {
    format!("{note}#task-{words}")
}

/// The open tasks of a note that the agenda lists, with their keys. Of several with the same words each has a key of its own.
pub fn keyed(note: &Note) -> impl Iterator<Item = (Key, &body::Task)> {
    let tasks = note.body.tasks();
    tasks.iter().take(LIMIT).enumerate().map(|(at, task)| {
        let before = tasks[..at].iter().filter(|one| one.text == task.text).count();
        (nth_key(note, &task.text, before), task)
    })
}

/// The words of the task with this key, if it is ticked in its note.
pub fn ticked<'n>(note: &'n Note, key: &str) -> Option<&'n str> {
    let ticked = note.body.ticked();
    let is_meant = |words: &str, n| nth_key(note, words, n).begins_with(key);
    let mut words = ticked.iter().map(|task| task.text.as_str());
    words.find(|words| (0..ticked.len().min(LIMIT)).any(|n| is_meant(words, n)))
}

fn nth_key(note: &Note, words: &str, n: usize) -> Key {
    let id = task_id(&note.path, words);
    Key::of(&if n == 0 { id } else { format!("{id}#{n}") })
}
