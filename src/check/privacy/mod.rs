//! Files with people's addresses that git would show to strangers.
//!
//! A repository on a public code host may be private. Only the host knows, and it is never asked: findings say that a
//! repository looks public.

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
    /// Its path, relative to the root.
    pub path: &'j str,
    /// True for a note. The other files mostly repeat what notes say.
    pub is_note: bool,
}

/// The files that expose addresses, and the folders that couldn't be checked.
#[derive(Debug, Default)]
pub struct Exposure {
    /// A finding for each file.
    pub problems: Vec<Diagnostic>,
    /// Folders for which git had no answer, relative to the root, and why. The root's name is empty.
    pub unanswered: Vec<(String, Unanswered)>,
}

/// Finds the files, among those that are `asked` for, with addresses that git would show to strangers. The files are read
/// again.
pub fn of(session: &mut Session, asked: impl Fn(&str) -> bool) -> Exposure {
    let opened = session.opened();
    let files = session.journal().files().map(|(path, is_note)| File { path, is_note });
    let files = files.filter(|file| asked(file.path));
    let read = |path: &str| scan::text(opened.as_ref().ok()?, path);
    exposed(session.root(), files, &session.config().me.email, read)
}

/// Looks at the files that git pushes to a remote that looks public. In a note every address counts; in another file only
/// those that are neither `mine` nor in such a note.
fn exposed<'j>(
    root: &Path,
    files: impl Iterator<Item = File<'j>>,
    mine: &str,
    read: impl Fn(&str) -> Option<String>,
) -> Exposure {
    let mut exposure = Exposure::default();
    let mut carried = Vec::new();
    for (folder, files) in by_repository(root, files) {
        match carried_away(root, folder, files) {
            Ok(files) => carried.extend(files),
            Err(why) => exposure.unanswered.push((folder.to_owned(), why)),
        }
    }
    // Notes come first: in the other files, their addresses don't count again.
    carried.sort_by_key(|(file, _)| !file.is_note);
    let mut told = HashSet::from([mine.to_lowercase()]);
    for (file, remotes) in carried {
        let text = read(file.path);
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

/// Groups files by repository: a folder may be one of its own, such as a submodule; all others belong to the root's.
fn by_repository<'j>(
    root: &Path,
    files: impl Iterator<Item = File<'j>>,
) -> BTreeMap<&'j str, Vec<File<'j>>> {
    let mut repositories: BTreeMap<&str, Vec<File<'_>>> = BTreeMap::new();
    for file in files {
        let mut folders = file.path.rmatch_indices('/').map(|(end, _)| &file.path[..end]);
        let own = folders.find(|folder| git::has_repository(&root.join(folder)));
        repositories.entry(own.unwrap_or_default()).or_default().push(file);
    }
    repositories
}

/// The files of a repository that git pushes to remotes that look public, each with these.
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

/// The finding for a file's text, if it exposes addresses. Those of a note are added to `told`.
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
