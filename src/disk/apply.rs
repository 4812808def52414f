//! Carries changes out, and never overwrites a text that wasn't read before.
//!
//! Every file is written whole beside its place and then moved there. Creating never replaces. Replacing exchanges the
//! two files and looks at the one that came out: if it isn't the one that was read before, it goes back. So whatever the
//! user saves in between wins, whenever it comes.

use std::fs::File;
use std::io;
use std::sync::Arc;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::disk::atomic::{
    Place, Temporary, exchange, hold, keep_both, opened, put_back, swap_name, written,
};
use crate::disk::displaced::Displaced;
use crate::disk::fault;
use crate::disk::folder::{Folder, is_absence, split};
use crate::journal::change::{Change, Step};

/// Threads that write and sync files at the same time. They wait for the disk, which makes one sync of many.
const THREADS: usize = 16;

/// At most this many changes are prepared before the first of them is carried out; each holds up to three file descriptors.
const AT_ONCE: usize = 32;

/// The result of one change.
#[derive(Debug)]
pub enum Applied {
    /// It was carried out. The file that was replaced or removed, if any, is still held open.
    Done(Option<Displaced>),
    /// The file no longer reads as it did; nothing was done. If the new one had its name for a moment, that is still held
    /// open.
    Outdated(Option<Displaced>),
    /// The same, and of two versions that were saved meanwhile, one was kept at this path, relative to the root.
    Kept(String),
}

/// A change of which only the last step is left: its new text, if it has one, is on the disk under a temporary name.
#[derive(Debug)]
pub enum Prepared<'c> {
    Create(Place<'c>, Temporary),
    Replace {
        place: Place<'c>,
        old: &'c str,
        new: &'c str,
        /// The file that reads as `old`, locked.
        held: File,
        file: Temporary,
    },
    Remove(Place<'c>, &'c str),
    /// The file no longer reads as it did.
    Outdated,
}

/// Carries one change out, and syncs its folder to the disk.
///
/// # Errors
///
/// The system's, for a call that failed.
pub fn apply(root: &Folder, change: &Change) -> io::Result<Applied> {
    let applied = prepare(root, change)?.carry_out()?;
    if let Applied::Done(_) = applied {
        sync(root, split(&change.path).0);
    }
    Ok(applied)
}

/// Changes in their order, of which several are prepared at the same time. Whatever becomes of one, the others go on.
pub fn prepared<'c>(
    root: &'c Folder,
    changes: &'c [Change],
) -> impl Iterator<Item = io::Result<Prepared<'c>>> {
    let prepare = move |change| prepare(root, change);
    let threads = if fault::is_asked_for() { 1 } else { changes.len().min(THREADS) };
    let pool = (threads > 1).then(|| ThreadPoolBuilder::new().num_threads(threads).build());
    let pool = pool.and_then(Result::ok);
    changes.chunks(AT_ONCE).flat_map(move |several| match &pool {
        Some(pool) => {
            pool.install(|| several.par_iter().with_max_len(1).map(prepare).collect::<Vec<_>>())
        }
        None => several.iter().map(prepare).collect(),
    })
}

fn prepare<'c>(root: &Folder, change: &'c Change) -> io::Result<Prepared<'c>> {
    let (above, name) = split(&change.path);
    // A folder above may have become a link since it was walked, and nothing may be written outside the journal.
    let folder = match root.folder(above) {
        Err(error) if is_absence(&error) => return Ok(Prepared::Outdated),
        folder => Arc::new(folder?),
    };
    let place = Place { folder, above, name };
    Ok(match &change.step {
        Step::Create(text) => {
            let file = written(&place.folder, text.as_bytes(), None)?;
            Prepared::Create(place, file)
        }
        Step::Replace { old, new } => match hold(&place.folder, name, old)? {
            Some(held) => {
                let file = written(&place.folder, new.as_bytes(), Some(&held))?;
                Prepared::Replace { place, old, new, held, file }
            }
            None => Prepared::Outdated,
        },
        Step::Remove(old) => Prepared::Remove(place, old),
    })
}

impl Prepared<'_> {
    /// Takes the last step, without a sync of its folder.
    ///
    /// # Errors
    ///
    /// The system's, for a call that failed.
    pub fn carry_out(self) -> io::Result<Applied> {
        match self {
            Prepared::Create(place, file) => create(&place, file),
            Prepared::Replace { place, old, new, held: _held, file } => {
                replace(&place, old, new, file)
            }
            Prepared::Remove(place, old) => remove(&place, old),
            Prepared::Outdated => Ok(Applied::Outdated(None)),
        }
    }
}

/// Syncs a folder's entries to the disk. A file system that can't do so is no reason to fail: the files are whole.
pub fn sync(root: &Folder, above: &str) {
    let _ = root.folder(above).and_then(|folder| folder.sync());
}

fn create(place: &Place<'_>, file: Temporary) -> io::Result<Applied> {
    match file.rename_new(place.name) {
        Ok(()) => Ok(Applied::Done(None)),
        // Another program was quicker, or another run took our temporary file for a leftover.
        Err(error)
            if matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound) =>
        {
            Ok(Applied::Outdated(None))
        }
        Err(error) => Err(error),
    }
}

fn replace(place: &Place<'_>, old: &str, new: &str, file: Temporary) -> io::Result<Applied> {
    let Place { folder, name, .. } = place;
    // From here on the name says whose place it takes, so that the next run can repair what a kill leaves behind.
    let swap = swap_name(name);
    let _locked = match file.rename(&swap) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Applied::Outdated(None));
        }
        renamed => renamed?,
    };
    if let Err(error) = exchange(folder, &swap, name) {
        folder.remove(&swap)?;
        return match error.kind() {
            io::ErrorKind::NotFound => Ok(Applied::Outdated(None)),
            _ => Err(error),
        };
    }
    // Another file with the same text may have taken the place of the one that was held.
    let came_out = match opened(folder, &swap, old) {
        Ok(Some(file)) => {
            folder.remove(&swap)?;
            return Ok(Applied::Done(Some(Displaced::new(place, old, file))));
        }
        came_out => came_out,
    };
    // The user saved in between, so that goes back. If they saved again since, both versions are kept.
    exchange(folder, &swap, name)?;
    if let Some(file) = opened(folder, &swap, new)? {
        folder.remove(&swap)?;
        return came_out.map(|_| Applied::Outdated(Some(Displaced::new(place, new, file))));
    }
    exchange(folder, &swap, name)?;
    keep_both(place, &swap).map(Applied::Kept)
}

fn remove(place: &Place<'_>, old: &str) -> io::Result<Applied> {
    let Place { folder, name, .. } = place;
    let Some(_held) = hold(folder, name, old)? else { return Ok(Applied::Outdated(None)) };
    // Moved aside first, so that the file that is deleted is the one that was looked at.
    let swap = swap_name(name);
    match folder.rename_new(name, &swap) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Applied::Outdated(None));
        }
        renamed => renamed?,
    }
    let came_out = match opened(folder, &swap, old) {
        Ok(Some(file)) => {
            folder.remove(&swap)?;
            return Ok(Applied::Done(Some(Displaced::new(place, old, file))));
        }
        came_out => came_out,
    };
    match put_back(place, &swap)? {
        Some(kept) => Ok(Applied::Kept(kept)),
        None => came_out.map(|_| Applied::Outdated(None)),
    }
}
