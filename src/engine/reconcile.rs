//! Compares the files that ought to exist with those that do, and says what has to change. Nothing is touched here.

use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts;
use crate::journal::artifact::{Artifact, Policy};
use crate::journal::change::{Change, Kind, Step};
use crate::journal::{Content, Journal};
use crate::notes::Record;

/// A draft that the user edited and that no follow-up wants any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// The file, relative to the root.
    pub path: String,
    /// The follow-up that it was for, within its note.
    pub id: String,
}

/// The decision on one generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is as it ought to be, or the user's.
    Stays,
    /// It has to change.
    Changes(Change),
    /// The user edited it, and no follow-up wants it any more.
    Orphaned(Orphan),
    /// A file of the user's has its name, and stays.
    Taken(Diagnostic),
    /// It can't be written: something that isn't a plain file is in its place.
    Blocked(Diagnostic),
}

impl Verdict {
    /// The file, unless it just stays.
    pub fn path(&self) -> &str {
        match self {
            Verdict::Stays => "",
            Verdict::Changes(change) => &change.path,
            Verdict::Orphaned(orphan) => &orphan.path,
            Verdict::Taken(problem) | Verdict::Blocked(problem) => &problem.path,
        }
    }
}

/// Decides on a file that ought to exist: it is created, or replaced as far as its policy allows.
pub fn wanted(artifact: Artifact, journal: &Journal) -> Verdict {
    let Artifact { path, text, policy } = artifact;
    let kind = Kind::from(policy);
    let in_the_way = |what| Diagnostic::of_file(&path, Problem::InTheWay { what });
    if let Some(what) = journal.obstacle(&path) {
        return Verdict::Blocked(in_the_way(what));
    }
    let Some((found, is_untouched)) = journal.generated(&path) else {
        return Verdict::Changes(Change { path, kind, step: Step::Create(text) });
    };
    if found == text {
        return Verdict::Stays;
    }
    match policy {
        Policy::Untouched if !is_untouched && is_foreign(found) => {
            Verdict::Taken(in_the_way("a file of yours"))
        }
        Policy::Untouched if !is_untouched => Verdict::Stays,
        Policy::Untouched | Policy::KeepsUserText => {
            let step = Step::Replace { old: found.to_owned(), new: text };
            Verdict::Changes(Change { path, kind, step })
        }
    }
}

/// Returns true for a file that was never a draft: its head names no follow-up, and it wasn't just emptied.
fn is_foreign(text: &str) -> bool {
    drafts::followup_of(text).is_none() && !text.trim().is_empty()
}

/// Decides on a draft that no follow-up wants: it is removed, unless the user edited it, it was sent, or its note waits.
pub fn unwanted(path: &str, journal: &Journal) -> Verdict {
    let Some(found) = journal.draft(path) else { return Verdict::Stays };
    let Some(id) = drafts::followup_of(&found.text) else { return Verdict::Stays };
    if stays(path, journal) {
        Verdict::Stays
    } else if !found.is_untouched {
        Verdict::Orphaned(Orphan { path: path.to_owned(), id: id.to_owned() })
    } else if drafts::is_named_after(path, id) {
        let step = Step::Remove(found.text.clone());
        Verdict::Changes(Change { path: path.to_owned(), kind: Kind::Draft, step })
    } else {
        Verdict::Stays
    }
}

/// Returns true if a draft's note keeps it: as the record of what was sent, or because something in the note can't be
/// read and the draft waits until that is fixed.
fn stays(path: &str, journal: &Journal) -> bool {
    let keeps = |stem: &str| match journal.get(&format!("{stem}.md")).map(|entry| &entry.content) {
        Some(Content::Unusable) => true,
        Some(Content::Note(note)) => {
            let is_sent = |(id, record): (&String, &Record)| {
                matches!(record, Record::Done(_))
                    && drafts::record_path(stem, id).as_deref() == Some(path)
            };
            note.has_errors || note.records.iter().any(is_sent)
        }
        _ => false,
    };
    stems(path).any(keeps)
}

/// The paths, without `.md`, of the notes that a draft of this name could belong to.
pub fn stems(path: &str) -> impl Iterator<Item = &str> {
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    path[name..].match_indices('.').map(move |(at, _)| &path[..name + at])
}
