//! Tasks of notes in the agenda's file: their keys.

use crate::agenda::key::Key;
use crate::notes::{Note, body};

/// The id of a task, by its note's path and its words: its line moves as the note grows.
pub fn task_id(note: &str, words: &str) -> String {
    format!("{note}#task-{words}")
}

/// The open tasks of a note with their keys. Of several with the same words each has a key of its own.
pub fn keyed(note: &Note) -> impl Iterator<Item = (Key, &body::Task)> {
    let tasks = note.body.tasks();
    tasks.iter().enumerate().map(|(at, task)| {
        let before = tasks[..at].iter().filter(|one| one.text == task.text).count();
        (nth_key(note, &task.text, before), task)
    })
}

/// Returns true for the key of a task that is ticked in its note.
pub fn is_ticked(note: &Note, key: &str) -> bool {
    let ticked = note.body.ticked();
    let is_meant = |words: &String, n| nth_key(note, words, n).begins_with(key);
    ticked.iter().any(|words| (0..ticked.len()).any(|n| is_meant(words, n)))
}

fn nth_key(note: &Note, words: &str, n: usize) -> Key {
    let id = task_id(&note.path, words);
    Key::of(&if n == 0 { id } else { format!("{id}#{n}") })
}
