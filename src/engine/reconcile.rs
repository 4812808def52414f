//! Compares the files that ought to exist with those that do, and says what has to change. Nothing is touched here.

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts;
use crate::journal::artifact::{Artifact, Policy};
use crate::journal::change::{Change, Kind, Step};
use crate::journal::{Content, Journal};
use crate::notes::Record;

/// A draft that no follow-up wants any more.
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
    /// It is as it was sent, but its note is gone. It stays, unless that note is there under another name.
    Sent(Orphan),
    /// A file of the user's has its name, and stays.
    Taken(Diagnostic),
    /// It can't be written: something that isn't a plain file is in its place.
    Blocked(Diagnostic),
}

impl Verdict {
    /// Returns true if the file is removed.
    pub fn is_removal(&self) -> bool {
        matches!(self, Verdict::Changes(Change { step: Step::Remove(_), .. }))
    }

    /// The file, unless it just stays.
    pub fn path(&self) -> &str {
        match self {
            Verdict::Stays => "",
            Verdict::Changes(change) => &change.path,
            Verdict::Orphaned(orphan) | Verdict::Sent(orphan) => &orphan.path,
            Verdict::Taken(problem) | Verdict::Blocked(problem) => &problem.path,
        }
    }
}

/// A file in the way of a generated one, in words.
const YOURS: &str = "a file of yours";

/// The problem with what stands in a file's place and is no file.
pub fn obstacle(path: &str, journal: &Journal) -> Option<Diagnostic> {
    journal.obstacle(path).map(|what| in_the_way(path, what))
}

fn in_the_way(path: &str, what: &'static str) -> Diagnostic {
    Diagnostic::of_file(path, Problem::InTheWay { what })
}

/// Decides on a file that ought to exist: it is created, or replaced as far as its policy allows.
pub fn wanted(artifact: Artifact, journal: &Journal) -> Verdict {
    let Artifact { path, text, policy } = artifact;
    let kind = Kind::from(policy);
    if let Some(problem) = obstacle(&path, journal) {
        return Verdict::Blocked(problem);
    }
    let Some(found) = journal.generated(&path) else {
        return Verdict::Changes(Change { path, kind, step: Step::Create(text) });
    };
    if found == text {
        return Verdict::Stays;
    }
    let is_untouched = journal.is_untouched(&path);
    match policy {
        Policy::AsGenerated if !is_untouched => Verdict::Blocked(in_the_way(&path, YOURS)),
        Policy::Untouched if !is_untouched && is_foreign(found) => {
            Verdict::Taken(in_the_way(&path, YOURS))
        }
        Policy::Untouched if !is_untouched || !is_to_renew(found, &text) => Verdict::Stays,
        Policy::Untouched | Policy::AsGenerated | Policy::KeepsUserText => {
            let step = Step::Replace { old: found.to_owned(), new: text };
            Verdict::Changes(Change { path, kind, step })
        }
    }
}

/// Returns true for a file that was never a draft: its head names no follow-up, and it wasn't just emptied.
fn is_foreign(text: &str) -> bool {
    drafts::followup_of(text).is_none() && !text.trim().is_empty()
}

/// Returns true for an untouched draft that gives way to this text: it says something else, unless that was sent, or it is
/// said to be sent, and isn't. What a formatter has made of the same letter stays.
fn is_to_renew(found: &str, text: &str) -> bool {
    let is_sent = drafts::sent(found).is_some();
    drafts::is_same_letter(found, text) == is_sent
}

/// Decides on a draft that no follow-up wants: it is removed, unless the user edited it, it was sent, or its note waits.
pub fn unwanted(path: &str, journal: &Journal) -> Verdict {
    let Some(found) = journal.draft(path) else { return Verdict::Stays };
    let Some(id) = drafts::followup_of(&found.text) else { return Verdict::Stays };
    let orphan = || Orphan { path: path.to_owned(), id: id.to_owned() };
    let change = |step| Verdict::Changes(Change { path: path.to_owned(), kind: Kind::Draft, step });
    match keeper(path, journal) {
        Some(Keeper::Done(day)) if found.is_untouched() => {
            let text = drafts::with_sent(&found.text, Some(day)).filter(|new| *new != found.text);
            text.map_or(Verdict::Stays, |new| {
                change(Step::Replace { old: found.text.clone(), new })
            })
        }
        Some(_) => Verdict::Stays,
        None if !found.is_untouched() => Verdict::Orphaned(orphan()),
        None if drafts::sent(&found.text).is_some() => Verdict::Sent(orphan()),
        None if drafts::is_named_after(path, id) => change(Step::Remove(found.text.clone())),
        None => Verdict::Stays,
    }
}

/// The day on which the message of a draft at this path was sent, by its note's record.
pub fn done_on(path: &str, journal: &Journal) -> Option<NaiveDate> {
    match keeper(path, journal)? {
        Keeper::Done(day) => Some(day),
        Keeper::Waits => None,
    }
}

/// A reason in its note for which a draft stays.
enum Keeper {
    /// Something in the note can't be read: the draft waits until that is fixed.
    Waits,
    /// The message was sent that day: the draft is the record of it.
    Done(NaiveDate),
}

fn keeper(path: &str, journal: &Journal) -> Option<Keeper> {
    let of_note = |stem: &str| match &journal.get(&format!("{stem}.md"))?.content {
        Content::Unusable => Some(Keeper::Waits),
        Content::Notes(notes) => {
            let mut records =
                notes.iter().flat_map(|note| note.records.iter().map(move |one| (note, one)));
            let done = records.find_map(|(note, (id, record))| {
                let place = || drafts::record_path(stem, &note.id_in_file(id));
                match record {
                    Record::Done(day) if place().as_deref() == Some(path) => {
                        Some(Keeper::Done(*day))
                    }
                    _ => None,
                }
            });
            done.or(notes.iter().any(|note| note.has_errors).then_some(Keeper::Waits))
        }
        _ => None,
    };
    stems(path).find_map(of_note)
}

/// The paths, without `.md`, of the notes that a draft of this name could belong to.
pub fn stems(path: &str) -> impl Iterator<Item = &str> {
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    path[name..].match_indices('.').map(move |(at, _)| &path[..name + at])
}
