//! Tasks of notes in the agenda's file: their keys.

use crate::agenda::key::Key;
use crate::notes::{Note, body};

/// The most tasks of a note that the agenda lists.
pub const LIMIT: usize = 100;

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
