//! An open task of a note's body ticked: one character changes.

use super::NotEditable;
use crate::notes::body::{Body, Task, TaskDays};
use crate::notes::conflict::is_in_conflict;
use crate::notes::front_matter;
use crate::text::lines;

/// The text of a note whose open task with these words is ticked. `line` is where it was seen last; it may have moved
/// since, so the words decide. They are without the task's day.
pub fn with_task_ticked(
    text: &str,
    line: usize,
    words: &str,
    days: TaskDays,
) -> Result<String, NotEditable> {
    let refused = |why| NotEditable { why, by_hand: task_by_hand(words) };
    if is_in_conflict(text) {
        return Err(refused("the note has an unresolved merge conflict"));
    }
    let body_start =
        front_matter::split(text).filter(|split| split.closed).map_or(0, |s| s.body_start);
    let tasks = |text| Body::new(text, body_start, days).tasks().to_vec();
    let before: Vec<Task> = tasks(text);
    let mut same = before.iter().filter(|task| task.text == words);
    let at = match (same.next(), same.next()) {
        (None, _) if before.iter().any(|task| task.line == line) => {
            return Err(refused("the task reads differently now"));
        }
        (None, _) => return Err(refused("the task is not there any more, or is ticked already")),
        (Some(_), Some(_)) => return Err(refused("the note has this task more than once")),
        (Some(task), None) => task.line,
    };
    let edited = ticked(text, at).ok_or_else(|| refused("its box can't be found"))?;
    let mut expected = before;
    expected.retain(|task| task.line != at);
    let is_right = tasks(&edited) == expected;
    if is_right { Ok(edited) } else { Err(refused("no edit of one character would do")) }
}

/// The task for the user to tick by hand.
pub fn task_by_hand(words: &str) -> String {
    format!("tick `- [ ] {words}` in the note")
}

/// The text with the first empty box of a line ticked: nothing but the marks of lists and quotes can stand before it.
fn ticked(text: &str, number: usize) -> Option<String> {
    let (start, line) = lines(text).nth(number - 1)?;
    let open = line.find('[')?;
    let inside = line[open + 1..].chars().next().filter(|inside| inside.is_whitespace())?;
    let end = open + 1 + inside.len_utf8();
    line[end..]
        .starts_with(']')
        .then(|| [&text[..start + open + 1], "x", &text[start + end..]].concat())
}
