//! Which files with people's addresses git would show to strangers.
//!
//! Whether a repository on a public code host is a private one can't be told without asking there, which is never done:
//! what is told is that it looks public.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::path::Path;

use crate::diagnostic::place::Place;
use crate::diagnostic::{Diagnostic, Problem};
use crate::disk::git::{self, Remote, Unanswered};
use crate::disk::scan;
use crate::session::Session;

mod address;
mod host;

pub use address::addresses;
pub use host::public_host;

/// A Markdown file of the journal.
#[derive(Clone, Copy, Debug)]
struct File<'j> {
    /// Where, relative to the root.
    pub path: &'j str,
    /// Whether it is a note. All others mostly repeat what notes say.
    pub is_note: bool,
}

/// What a look came to.
#[derive(Debug, Default)]
pub struct Exposure {
    /// A finding for each file.
    pub problems: Vec<Diagnostic>,
    /// Folders that git could not be asked about, relative to the root, and why. The root's name is empty.
    pub unanswered: Vec<(String, Unanswered)>,
}

/// Which of a journal's files that are `asked` for hold addresses that git would show to strangers. They are read again.
pub fn of(session: &Session, asked: impl Fn(&str) -> bool) -> Exposure {
    let files = session.journal().files().map(|(path, is_note)| File { path, is_note });
    let files = files.filter(|file| asked(file.path));
    exposed(session.root(), files, &session.config().me.email)
}

/// Looks at the files that git carries to a remote which looks public. A note tells of every address in it; another file
/// only of those that neither `mine` is nor such a note holds.
fn exposed<'j>(root: &Path, files: impl Iterator<Item = File<'j>>, mine: &str) -> Exposure {
    let mut exposure = Exposure::default();
    let mut carried = Vec::new();
    for (folder, files) in by_repository(root, files) {
        match carried_away(root, folder, files) {
            Ok(files) => carried.extend(files),
            Err(why) => exposure.unanswered.push((folder.to_owned(), why)),
        }
    }
    // Notes come first, because the others are measured by them.
    carried.sort_by_key(|(file, _)| !file.is_note);
    let mut told = HashSet::from([mine.to_lowercase()]);
    for (file, remotes) in carried {
        let text = scan::text(root, file.path);
        exposure.problems.extend(text.and_then(|text| finding(file, &text, remotes, &mut told)));
    }
    exposure
}

/// The remotes of a folder's repository that look public, each as `name (host)`.
pub fn public_remotes(folder: &Path) -> Result<Vec<String>, Unanswered> {
    let shown = |Remote { name, url }| Some(format!("{name} ({})", public_host(&url)?));
    let mut remotes: Vec<String> = git::remotes(folder)?.into_iter().filter_map(shown).collect();
    remotes.sort_unstable();
    remotes.dedup();
    Ok(remotes)
}

/// The files by the folders that may be repositories of their own, a submodule's say; all others are the root's.
fn by_repository<'j>(
    root: &Path,
    files: impl Iterator<Item = File<'j>>,
) -> BTreeMap<&'j str, Vec<File<'j>>> {
    let mut repositories: BTreeMap<&str, Vec<File<'_>>> = BTreeMap::new();
    for file in files {
        let mut folders = file.path.rmatch_indices('/').map(|(end, _)| &file.path[..end]);
        let own = folders.find(|folder| root.join(folder).join(".git").exists());
        repositories.entry(own.unwrap_or_default()).or_default().push(file);
    }
    repositories
}

/// Those of a repository's files that git carries to remotes which look public, each with these.
fn carried_away<'j>(
    root: &Path,
    folder: &str,
    mut files: Vec<File<'j>>,
) -> Result<Vec<(File<'j>, Vec<String>)>, Unanswered> {
    let place = root.join(folder);
    let remotes = public_remotes(&place)?;
    if remotes.is_empty() {
        return Ok(Vec::new());
    }
    let carried = git::carried(&place)?;
    files.retain(|file| {
        let path = file.path[folder.len()..].trim_start_matches('/');
        carried.contains(path.as_bytes())
    });
    Ok(files.into_iter().map(|file| (file, remotes.clone())).collect())
}

/// What a file's text exposes. What a note does is added to `told`.
fn finding(
    file: File<'_>,
    text: &str,
    remotes: Vec<String>,
    told: &mut HashSet<String>,
) -> Option<Diagnostic> {
    let folded = |range: &Range<usize>| text[range.clone()].to_lowercase();
    let is_new = |range: &Range<usize>| file.is_note || !told.contains(&folded(range));
    let found: Vec<Range<usize>> = addresses(text).filter(is_new).collect();
    let place = Place::of(text, found.first()?.clone());
    let distinct: HashSet<String> = found.iter().map(folded).collect();
    let problem = Problem::AddressExposed { count: distinct.len(), remotes };
    if file.is_note {
        told.extend(distinct);
    }
    Some(Diagnostic::at(file.path, place, problem))
}
