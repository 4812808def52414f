//! Compares what ought to be with what is, and says what has to change. Nothing is touched here.

use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts::{self, Draft};
use crate::journal::change::Change;
use crate::journal::{AGENDA, Content, Journal};
use crate::notes::Record;

/// A draft that the user changed, and that no follow-up wants any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    /// The file, relative to the root.
    pub path: String,
    /// The follow-up that it was for, within its note.
    pub id: String,
}

/// What is to become of a draft's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is as it ought to be, or the user's.
    Stays,
    /// It has to change.
    Changes(Change),
    /// The user changed it, and no follow-up wants it any more.
    LeftOver(LeftOver),
    /// A file of the user's has its name, and stays.
    Taken(Diagnostic),
    /// It can't be there: something that is no file stands in its way.
    Blocked(Diagnostic),
}

impl Verdict {
    /// The file, where it isn't just as it ought to be.
    pub fn path(&self) -> &str {
        match self {
            Verdict::Stays => "",
            Verdict::Changes(change) => change.path(),
            Verdict::LeftOver(left) => &left.path,
            Verdict::Taken(problem) | Verdict::Blocked(problem) => &problem.path,
        }
    }
}

/// Decides on a draft that a follow-up wants: created or renewed, but never touched once it was edited.
pub fn wanted(draft: &Draft, journal: &Journal) -> Verdict {
    let path = draft.path.clone();
    let in_the_way = |what| Diagnostic::of_file(&draft.path, Problem::InTheWay { what });
    match journal.draft(&path) {
        Some(found) if found.text == draft.text => Verdict::Stays,
        Some(found) if found.is_untouched => {
            let (old, new) = (found.text.clone(), draft.text.clone());
            Verdict::Changes(Change::Replace { path, old, new })
        }
        Some(found)
            if drafts::followup_of(&found.text).is_none() && !found.text.trim().is_empty() =>
        {
            Verdict::Taken(in_the_way("a file of yours"))
        }
        Some(_) => Verdict::Stays,
        None => match journal.obstacle(&path) {
            Some(what) => Verdict::Blocked(in_the_way(what)),
            None => Verdict::Changes(Change::Create { path, text: draft.text.clone() }),
        },
    }
}

/// Decides on a draft that no follow-up wants: removed, unless the user edited it, it was sent, or its note waits.
pub fn unwanted(path: &str, journal: &Journal) -> Verdict {
    let Some(found) = journal.draft(path) else { return Verdict::Stays };
    let Some(id) = drafts::followup_of(&found.text) else { return Verdict::Stays };
    if stays(path, journal) {
        Verdict::Stays
    } else if !found.is_untouched {
        Verdict::LeftOver(LeftOver { path: path.to_owned(), id: id.to_owned() })
    } else if drafts::is_named_after(path, id) {
        Verdict::Changes(Change::Remove { path: path.to_owned(), old: found.text.clone() })
    } else {
        Verdict::Stays
    }
}

/// The agenda's change, if any. The error is what stands in its way.
pub fn agenda(text: String, journal: &Journal) -> Result<Option<Change>, Diagnostic> {
    let path = AGENDA.to_owned();
    if let Some(what) = journal.obstacle(AGENDA) {
        return Err(Diagnostic::of_file(AGENDA, Problem::InTheWay { what }));
    }
    Ok(match journal.agenda() {
        Some(found) if *found == text => None,
        Some(found) => Some(Change::Replace { path, old: found.to_owned(), new: text }),
        None => Some(Change::Create { path, text }),
    })
}

/// Whether a draft's note keeps it: as the record of what was sent, or because something in the note can't be read and
/// the draft waits until that is mended.
fn stays(path: &str, journal: &Journal) -> bool {
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    let dots = path[name..].match_indices('.').map(|(at, _)| name + at);
    let keeps = |stem: &str| {
        let file = |stem: &str| journal.get(&format!("{stem}.md"));
        match file(stem).map(|entry| &entry.content) {
            Some(Content::Unusable) => true,
            Some(Content::Note(note)) => {
                let is_sent = |(id, record): (&String, &Record)| {
                    matches!(record, Record::Done(_))
                        && drafts::record_path(stem, id).as_deref() == Some(path)
                };
                note.has_errors || note.records.iter().any(is_sent)
            }
            _ => false,
        }
    };
    dots.map(|at| &path[..at]).any(keeps)
}
