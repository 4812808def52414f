//! The news in a journal since a run last worked on it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::notes::Note;

/// The news in a journal since it was last taken.
#[derive(Debug, Default)]
pub struct News {
    /// True if all of the journal is new; then `paths` is empty.
    pub everything: bool,
    /// Paths whose content changed.
    pub paths: BTreeSet<String>,
    /// Earlier versions of notes that changed or are gone.
    pub gone: Vec<Arc<Note>>,
    /// Notes that are new or changed.
    pub come: Vec<Arc<Note>>,
    /// True if the journal's own templates changed.
    pub templates: bool,
    /// The number of changes taken in.
    pub count: usize,
}

impl News {
    /// Takes in that a note has changed, or is gone.
    pub(super) fn go(&mut self, note: &Arc<Note>) {
        // It came and went between two runs.
        match self.come.iter().position(|come| Arc::ptr_eq(come, note)) {
            Some(at) => drop(self.come.remove(at)),
            None => self.gone.push(note.clone()),
        }
    }

    /// Returns true if there is any.
    pub fn is_any(&self) -> bool {
        self.everything || self.templates || !self.paths.is_empty()
    }
}
