//! What is new in a journal since a run last worked on it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::notes::Note;

/// What is new in a journal since it was last asked.
#[derive(Debug, Default)]
pub struct News {
    /// Whether all of it is; then `paths` is empty.
    pub everything: bool,
    /// Where something else stands than before.
    pub paths: BTreeSet<String>,
    /// Notes that are no more what they were.
    pub gone: Vec<Arc<Note>>,
    /// Notes that are there now.
    pub come: Vec<Arc<Note>>,
    /// Whether the journal's own templates are others.
    pub templates: bool,
    /// How often something was taken in.
    pub count: usize,
}

impl News {
    /// Whether there is anything.
    pub fn is_any(&self) -> bool {
        self.everything || self.templates || !self.paths.is_empty()
    }
}
