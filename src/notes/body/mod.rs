//! The body of a note: its sections, which the drafts quote, and its open tasks.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use memchr::memchr_iter;

use crate::diagnostic::place::Place;
use crate::text::{behind, lines};

mod reader;
mod section;
mod task;
mod text;

use reader::Parts;
pub use section::{Fragment, Section};
pub use task::{Task, TaskDays};
use text::Text;
pub use text::Texts;

/// A longer line than this, of more words, is one that no editor has wrapped.
const WIDE: usize = 100;
const WORDY: usize = 12;

/// The text of a note below its front matter, parsed on first use: most notes are of settled interviews and never need
/// it.
#[derive(Clone, Debug)]
pub struct Body {
    text: Text,
    /// Lines of the file above it.
    lines_above: usize,
    days: TaskDays,
    /// False if its tasks are another interview's.
    has_tasks: bool,
    /// True if there may be an open task: most notes have none, and need not be read for it.
    has_open_box: bool,
    read: OnceLock<Box<Parts>>,
}

impl Body {
    /// The body that starts at byte `start` of a file.
    pub fn new(file: &str, start: usize, days: TaskDays) -> Body {
        let (above, text) = file.split_at(start);
        let lines_above = memchr_iter(b'\n', above.as_bytes()).count();
        Body {
            text: Text::Kept(text.into()),
            lines_above,
            days,
            has_tasks: true,
            has_open_box: has_open_box(text),
            read: OnceLock::new(),
        }
    }

    /// Leaves its tasks to another interview of the same file, whose text it shares.
    pub fn leave_tasks_to(&mut self, other: &Body) {
        (self.text, self.has_tasks) = (other.text.clone(), false);
    }

    /// Leaves the text in the file that it was read from, as long as nobody asks for it: the one at this path, with this
    /// hash. The text of one with tasks to do is soon asked for, and kept.
    pub fn leave_text(&mut self, texts: &Arc<dyn Texts>, path: &str, file: &str, version: u128) {
        // Of a note in a conflict it is a part of one side.
        let head = file.strip_suffix(self.text.get()).filter(|_| !self.has_open_box);
        if let Some(head) = head {
            self.text = Text::left(texts, path, version, head.len());
        }
    }

    /// Returns true if its text was asked for when the file had changed.
    pub fn is_lost(&self) -> bool {
        self.text.is_lost()
    }

    /// The place of a section's heading in the file.
    pub fn place_of(&self, section: &Section) -> Place {
        self.place(section.at)
    }

    /// The place of a fragment in the file.
    pub fn place_of_fragment(&self, fragment: &Fragment) -> Place {
        self.place(fragment.at)
    }

    /// The place of a task in the file.
    pub fn place_of_task(&self, task: &Task) -> Place {
        let above = task.line - self.lines_above - 1;
        self.place(lines(self.text.get()).nth(above).map_or(0, |(start, _)| start))
    }

    fn place(&self, at: usize) -> Place {
        let mut place = Place::of(self.text.get(), at..self.text.get().len());
        place.line += self.lines_above;
        place
    }

    /// Its sections, without code, tables and HTML.
    pub fn sections(&self) -> &[Section] {
        &self.read().sections
    }

    /// The way in which the days of its tasks are read.
    pub fn task_days(&self) -> TaskDays {
        self.days
    }

    /// Its open tasks.
    pub fn tasks(&self) -> &[Task] {
        if self.has_tasks && self.has_open_box { &self.read().tasks } else { &[] }
    }

    /// Its ticked tasks.
    pub fn ticked(&self) -> &[Task] {
        if self.has_tasks { &self.read().ticked } else { &[] }
    }

    /// The day that one of its tasks names in its words, else the one behind its mark.
    pub fn day_of(&self, task: &Task) -> Option<NaiveDate> {
        self.days.named(&task.text).or(task.due)
    }

    /// Returns true if a line begins with these ASCII letters, in any case and whatever marks stand before them. It takes
    /// less time than reading the sections.
    pub fn has_line(&self, beginning: &str) -> bool {
        lines(self.text.get()).any(|(_, line)| {
            behind(beginning, line.trim_start_matches(|c: char| !c.is_alphanumeric())).is_some()
        })
    }

    /// Returns true if no editor has wrapped its lines: one of them is so long that it would have been.
    pub fn is_unwrapped(&self) -> bool {
        let is_long = |line: &str| line.chars().count() > WIDE && line.matches(' ').count() > WORDY;
        self.text.get().lines().any(is_long)
    }

    fn read(&self) -> &Parts {
        self.read
            .get_or_init(|| Box::new(Parts::read(self.text.get(), self.lines_above, self.days)))
    }
}

/// Returns true for a text that may have an open task.
fn has_open_box(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr_iter(b'[', bytes)
        .any(|at| matches!(bytes[at + 1..], [b' ' | b'\t' | b'\x0b' | b'\x0c', b']', ..]))
}
