//! The texts of notes that aren't kept in memory, read again once they are asked for.

use std::collections::BTreeSet;
use std::mem;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::document::text;
use crate::disk::folder::Folder;
use crate::journal::version;
use crate::notes::body::Texts;

/// The texts of a journal's notes, as long as these are as they were read.
#[derive(Debug)]
pub struct LeftTexts {
    root: PathBuf,
    /// The paths of those that aren't: what was worked out without their text doesn't count.
    changed: Mutex<BTreeSet<String>>,
}

impl LeftTexts {
    /// The texts of the journal with this root.
    pub fn new(root: PathBuf) -> LeftTexts {
        LeftTexts { root, changed: Mutex::default() }
    }

    /// Hands over the paths of the notes whose text was asked for and has changed.
    pub fn take_changed(&self) -> BTreeSet<String> {
        mem::take(&mut self.changed.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Texts for LeftTexts {
    fn again(&self, path: &str, known: u128) -> Option<String> {
        let text = Folder::at(&self.root).ok().and_then(|root| text(&root, path));
        let same = text.filter(|text| version(text) == known);
        if same.is_none() {
            let mut changed = self.changed.lock().unwrap_or_else(PoisonError::into_inner);
            changed.insert(path.to_owned());
        }
        same
    }
}
