//! Records on their way into notes: the edited texts, and why a note could not be edited.

use super::Session;
use crate::agenda::tick::Unrecorded;
use crate::diagnostic::Problem;
use crate::disk::scan;
use crate::journal::change::{Change, Kind, Step};
use crate::journal::recording::Recording;
use crate::journal::version;
use crate::notes::edit::NotEditable;

impl Session {
    /// The changes that write these records into their notes, and the notes that were saved since they were looked at.
    pub(super) fn edits(&mut self, recordings: &[Recording]) -> (Vec<Change>, Vec<String>) {
        let (mut changes, mut unseen) = (Vec::new(), Vec::new());
        for recording in recordings {
            if self.refusal(recording).is_none()
                && let Err(path) = self.edit(recording, &mut changes)
            {
                unseen.push(path);
            }
        }
        (changes, unseen)
    }

    /// Adds a record to its note's change. The error is the path of a note that was saved since it was looked at.
    fn edit(&mut self, recording: &Recording, changes: &mut Vec<Change>) -> Result<(), String> {
        let path = &recording.note;
        let problems = self.journal.get(path).map_or(&[][..], |entry| &entry.problems);
        if problems.iter().any(|one| matches!(one.problem, Problem::NotUtf8 { .. })) {
            self.refuse(recording, "the note isn't UTF-8 text", "save it as UTF-8");
            return Ok(());
        }
        let pending = changes.iter_mut().find(|change| change.path == *path);
        let text = match &pending {
            Some(change) => change.after().map(str::to_owned),
            None => {
                let known = self.journal.get(path).map(|entry| entry.version);
                let folder = self.opened().ok();
                let text = folder.and_then(|folder| scan::text(&folder, path));
                text.filter(|text| known == Some(version(text)))
            }
        };
        let text = text.ok_or_else(|| path.clone())?;
        if self.is_protected(path) {
            self.refuse(recording, "the note is read-only", &recording.by_hand());
            return Ok(());
        }
        if let Some((day, interview)) = recording.too_early(self.journal.notes(path)) {
            let why = format!("{day} is before the interview on {interview}");
            self.refuse(recording, &why, "correct the day on its line");
            return Ok(());
        }
        match recording.made_in(&text, &self.config.mapping) {
            Err(NotEditable { why, by_hand }) => self.refuse(recording, why, &by_hand),
            Ok(edited) if edited == text => {}
            Ok(edited) => match pending {
                Some(Change { step: Step::Replace { new, .. }, .. }) => *new = edited,
                _ => {
                    let step = Step::Replace { old: text, new: edited };
                    changes.push(Change { path: path.clone(), kind: Kind::Users, step });
                }
            },
        }
        Ok(())
    }

    /// Remembers for this run why something can't be recorded.
    pub(super) fn refuse(&mut self, recording: &Recording, why: &str, by_hand: &str) {
        let (why, by_hand) = (why.to_owned(), by_hand.to_owned());
        let refusal = Unrecorded { note: recording.note.clone(), why, by_hand };
        self.refusals.insert(recording.id(), refusal);
    }

    /// Returns true if the user took away the right to write a file. That its folder lets it be replaced is no leave to
    /// do so.
    fn is_protected(&mut self, path: &str) -> bool {
        let facts = self.opened().and_then(|folder| scan::facts(&folder, path));
        facts.is_ok_and(|facts| facts.is_read_only)
    }
}
