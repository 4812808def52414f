//! The user's part of the agenda, read only where its file has changed.

use std::collections::BTreeMap;

use crate::agenda::tick::Whose;
use crate::agenda::user_text::UserText;
use crate::engine::ticks::Known;
use crate::journal::{AGENDA, Journal};

/// The user's part of the agenda.
#[derive(Debug, Default)]
pub struct UsersPart {
    /// The words in the agenda's file, and the version of it that they were found in.
    found: (u128, UserText),
    /// The same for the agenda as it was last worked out: once it is written, it needn't be read.
    pub written: (u128, UserText),
    /// The follow-ups and tasks that were found for its boxes: a record can make one go that has no key in its line.
    pub known: BTreeMap<Whose, Known>,
}

impl UsersPart {
    /// Its words, read if the file has changed.
    pub fn text(&mut self, journal: &Journal) -> &UserText {
        let version = journal.get(AGENDA).map_or(0, |entry| entry.version);
        if version != self.found.0 {
            self.found = match version == self.written.0 {
                true => std::mem::take(&mut self.written),
                false => (version, journal.agenda().map(UserText::of).unwrap_or_default()),
            };
            self.known.clear();
        }
        &self.found.1
    }
}
