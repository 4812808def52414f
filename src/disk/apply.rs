//! Carries changes out, and never overwrites a text that wasn't read before.
//!
//! Every file is written whole beside its place and then moved there. Creating never replaces. Replacing exchanges the
//! two files and looks at the one that came out: if it isn't the one that was read before, it goes back. So whatever the
//! user saves in between wins, whenever it comes.

use std::fs;
use std::io;
use std::path::Path;

use crate::disk::atomic::{
    exchange, hold, keep_both, put_back, reads_as, rename_new, swap_path, sync, written,
};
use crate::disk::displaced::Displaced;
use crate::journal::change::{Change, Step};

/// The result of one change.
#[derive(Debug)]
pub enum Applied {
    /// It was carried out. The file that was replaced or removed, if any, is still held open.
    Done(Option<Displaced>),
    /// The file no longer reads as it did; nothing was done.
    Outdated,
    /// The same, and of two versions that were saved meanwhile, one was kept at this path, relative to the root.
    Kept(String),
}

/// Carries one change out.
///
/// # Errors
///
/// The system's, for a call that failed.
pub fn apply(root: &Path, change: &Change) -> io::Result<Applied> {
    let target = root.join(&change.path);
    let folder = target.parent().unwrap_or(root);
    // A folder above may have become a link since it was walked, and nothing may be written outside the journal.
    if folder != root && !is_inside(root, folder)? {
        return Ok(Applied::Outdated);
    }
    match &change.step {
        Step::Create(text) => create(folder, &target, text),
        Step::Replace { old, new } => replace(root, folder, &target, old, new),
        Step::Remove(old) => remove(root, folder, &target, old),
    }
}

/// Makes a folder and those above it, if they don't exist.
pub fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

fn is_inside(root: &Path, folder: &Path) -> io::Result<bool> {
    match (fs::canonicalize(root), fs::canonicalize(folder)) {
        (Ok(root), Ok(folder)) => Ok(folder.starts_with(root)),
        (_, Err(error)) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

fn create(folder: &Path, target: &Path, text: &str) -> io::Result<Applied> {
    let file = written(folder, text.as_bytes(), None)?;
    match file.persist_noclobber(target) {
        Ok(_) => {
            sync(folder);
            Ok(Applied::Done(None))
        }
        // Another program was quicker, or another run took our temporary file for a leftover.
        Err(error)
            if matches!(
                error.error.kind(),
                io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound
            ) =>
        {
            Ok(Applied::Outdated)
        }
        Err(error) => Err(error.error),
    }
}

fn replace(root: &Path, folder: &Path, target: &Path, old: &str, new: &str) -> io::Result<Applied> {
    let Some(held) = hold(target, old)? else { return Ok(Applied::Outdated) };
    let file = written(folder, new.as_bytes(), Some(held.metadata()?.permissions()))?;
    // From here on the name says whose place it takes, so that the next run can repair what a kill leaves behind.
    let swap = swap_path(folder, target);
    let _locked = match file.persist(&swap) {
        Err(error) if error.error.kind() == io::ErrorKind::NotFound => {
            return Ok(Applied::Outdated);
        }
        persisted => persisted.map_err(|error| error.error)?,
    };
    if let Err(error) = exchange(&swap, target) {
        fs::remove_file(&swap)?;
        return match error.kind() {
            io::ErrorKind::NotFound => Ok(Applied::Outdated),
            _ => Err(error),
        };
    }
    if reads_as(&swap, old)? {
        fs::remove_file(&swap)?;
        sync(folder);
        return Ok(Applied::Done(Some(Displaced::new(target, old, held))));
    }
    // The user saved in between, so that goes back. If they saved again since, both versions are kept.
    exchange(&swap, target)?;
    if reads_as(&swap, new)? {
        fs::remove_file(&swap)?;
        return Ok(Applied::Outdated);
    }
    exchange(&swap, target)?;
    keep_both(root, &swap, target).map(Applied::Kept)
}

fn remove(root: &Path, folder: &Path, target: &Path, old: &str) -> io::Result<Applied> {
    let Some(held) = hold(target, old)? else { return Ok(Applied::Outdated) };
    // Moved aside first, so that the file that is deleted is the one that was looked at.
    let swap = swap_path(folder, target);
    match rename_new(target, &swap) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Applied::Outdated),
        renamed => renamed?,
    }
    if reads_as(&swap, old)? {
        fs::remove_file(&swap)?;
        sync(folder);
        return Ok(Applied::Done(Some(Displaced::new(target, old, held))));
    }
    Ok(put_back(root, &swap, target)?.map_or(Applied::Outdated, Applied::Kept))
}
