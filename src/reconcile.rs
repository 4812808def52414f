//! Compares what ought to be with what is, and says what has to change. Nothing is touched here.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Problem};
use crate::draft::{self, Draft};
use crate::journal::{AGENDA, Journal};
use crate::note::{Note, Record};

/// One thing to do on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A file that isn't there yet.
    Create { path: String, text: String },
    /// A file of ours in place of the one that was read.
    Replace { path: String, old: String, new: String },
    /// A file of ours that is of no use any more.
    Remove { path: String, old: String },
}

impl Change {
    /// The file, relative to the root.
    pub fn path(&self) -> &str {
        match self {
            Change::Create { path, .. }
            | Change::Replace { path, .. }
            | Change::Remove { path, .. } => path,
        }
    }

    /// The text before and after; `None` where there is no file.
    pub fn sides(&self) -> (Option<&str>, Option<&str>) {
        match self {
            Change::Create { text, .. } => (None, Some(text)),
            Change::Replace { old, new, .. } => (Some(old), Some(new)),
            Change::Remove { old, .. } => (Some(old), None),
        }
    }
}

/// What is to become of the drafts.
#[derive(Debug, Default)]
pub struct Drafts {
    /// The changes, sorted by path.
    pub changes: Vec<Change>,
    /// The text of every draft that will be there.
    pub present: BTreeMap<String, String>,
    /// Drafts that the user changed and no follow-up wants any more.
    pub left_over: Vec<String>,
    /// What stands in the way of a draft.
    pub problems: Vec<Diagnostic>,
}

/// Decides on every draft: wanted ones are created or renewed, unwanted ones removed, edited ones never touched.
///
/// `waiting` are paths whose draft could not be written this time: what is there stays.
pub fn drafts(wanted: Vec<Draft>, waiting: &BTreeSet<String>, journal: &Journal) -> Drafts {
    let mut result = Drafts::default();
    let kept = records_of_sent(&journal.notes);
    let mut wanted: BTreeMap<String, String> =
        wanted.into_iter().map(|draft| (draft.path, draft.text)).collect();
    for (path, found) in &journal.drafts {
        let untouched = draft::is_as_generated(found);
        match wanted.remove(path) {
            Some(text) if untouched && text != *found => {
                let change =
                    Change::Replace { path: path.clone(), old: found.clone(), new: text.clone() };
                result.changes.push(change);
                result.present.insert(path.clone(), text);
                continue;
            }
            Some(_) => {
                if draft::followup_of(found).is_none() && !found.trim().is_empty() {
                    let problem = Problem::InTheWay { what: "a file of yours" };
                    result.problems.push(Diagnostic::of_file(path, problem));
                }
            }
            None if kept.contains(path) || waiting.contains(path) || waits(path, journal) => {}
            None if untouched => {
                let named =
                    draft::followup_of(found).is_some_and(|id| draft::is_named_after(path, id));
                if named {
                    result.changes.push(Change::Remove { path: path.clone(), old: found.clone() });
                    continue;
                }
            }
            None => {
                if draft::followup_of(found).is_some() {
                    result.left_over.push(path.clone());
                }
            }
        }
        result.present.insert(path.clone(), found.clone());
    }
    for (path, text) in wanted {
        if let Some(what) = journal.obstacles.get(&path) {
            result.problems.push(Diagnostic::of_file(&path, Problem::InTheWay { what }));
            continue;
        }
        result.present.insert(path.clone(), text.clone());
        result.changes.push(Change::Create { path, text });
    }
    result.changes.sort_by(|a, b| a.path().cmp(b.path()));
    result
}

/// The agenda's change, if any. The error is what stands in its way.
pub fn agenda(text: String, journal: &Journal) -> Result<Option<Change>, Diagnostic> {
    let path = AGENDA.to_owned();
    if let Some(what) = journal.obstacles.get(AGENDA) {
        return Err(Diagnostic::of_file(AGENDA, Problem::InTheWay { what }));
    }
    Ok(match &journal.agenda {
        Some(found) if *found == text => None,
        Some(found) => Some(Change::Replace { path, old: found.clone(), new: text }),
        None => Some(Change::Create { path, text }),
    })
}

/// Paths of drafts that were sent: they stay as the record of it.
fn records_of_sent(notes: &[Note]) -> BTreeSet<String> {
    let sent = |note: &Note| {
        let done = note.records.iter().filter(|(_, record)| matches!(record, Record::Done(_)));
        done.filter_map(|(id, _)| draft::record_path(note.stem(), id)).collect::<Vec<_>>()
    };
    notes.iter().flat_map(sent).collect()
}

/// Whether a draft's note has something that can't be read: it waits until that is mended.
fn waits(path: &str, journal: &Journal) -> bool {
    let is_of = |stem: &str| path.strip_prefix(stem).is_some_and(|rest| rest.starts_with('.'));
    journal.unusable.iter().any(|note| is_of(note.strip_suffix(".md").unwrap_or(note)))
        || journal.notes.iter().any(|note| note.has_errors && is_of(note.stem()))
}
