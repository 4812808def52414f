//! A record that a note is to get, or to lose.

use crate::notes::Record;

/// A record to write into a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// The note's path.
    pub note: String,
    /// The follow-up's id within the note.
    pub record_id: String,
    /// The record; `None` takes back the one that is there.
    pub record: Option<Record>,
}

impl Recording {
    /// The follow-up's id.
    pub fn id(&self) -> String {
        format!("{}/{}", self.note.strip_suffix(".md").unwrap_or(&self.note), self.record_id)
    }
}
