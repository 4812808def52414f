//! Carries changes out. The only place that writes, and it never writes over what it doesn't know.
//!
//! Every file is written whole beside its place and then moved there. Creating never replaces. Replacing exchanges the
//! two files and looks at what came out: if it isn't what was read before, it goes back. So what a user saves in
//! between wins, at whatever moment it comes.

use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::disk::file::open;
use crate::journal::TEMPORARY;
use crate::journal::change::Change;

/// Ends the name of a file that is still being written: nobody's words but ours.
const UNFINISHED: &str = ".tmp";

/// Ends the name of a file that trades places with another, whose name it holds.
const EXCHANGE: &str = ".swap";

/// How often, and how long apart, a file that somebody writes into is looked at until it rests.
const RESCUE_LOOKS: u32 = 50;
const RESCUE_PAUSE: Duration = Duration::from_millis(20);

/// Length of the random part of a temporary name.
const RANDOM: usize = 8;

/// What became of a change.
#[derive(Debug)]
pub enum Applied {
    /// It was carried out; the file that was replaced or removed, if any, is still open.
    Done(Option<Displaced>),
    /// The file is not what was read any more; nothing was done.
    Outdated,
    /// The same, and of two versions that were saved meanwhile one now stands under this path, relative to the root.
    Kept(String),
}

/// A file that a change took the name of. Whoever had opened it before can still write into it: then it holds words of
/// the user's that have no name any more.
#[derive(Debug)]
pub struct Displaced {
    path: PathBuf,
    text: String,
    file: File,
}

impl Displaced {
    /// Gives what was written into it meanwhile a visible name, relative to the root, if anything was.
    pub fn rescue(&mut self, root: &Path) -> io::Result<Option<String>> {
        let mut text = self.read()?;
        if text == self.text.as_bytes() {
            return Ok(None);
        }
        // It is being written: what counts is what it comes to.
        for _ in 0..RESCUE_LOOKS {
            thread::sleep(RESCUE_PAUSE);
            let later = self.read()?;
            if later == text {
                break;
            }
            text = later;
        }
        let folder = self.path.parent().unwrap_or(root);
        let rescued = written(folder, &text, Some(self.file.metadata()?.permissions()))?;
        let rescued = rescued.into_temp_path().keep().map_err(|error| error.error)?;
        self.text = String::from_utf8_lossy(&text).into_owned();
        keep_both(root, &rescued, &self.path).map(Some)
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        self.file.read_to_end(&mut text)?;
        Ok(text)
    }
}

/// Carries one change out. The error is the system's.
pub fn apply(root: &Path, change: &Change) -> io::Result<Applied> {
    let target = root.join(change.path());
    let folder = target.parent().unwrap_or(root);
    // A folder above could have become a link since it was walked: what is written has to stay in the journal.
    if folder != root && !is_inside(root, folder)? {
        return Ok(Applied::Outdated);
    }
    match change {
        Change::Create { text, .. } => create(folder, &target, text),
        Change::Replace { old, new, .. } => replace(root, folder, &target, old, new),
        Change::Remove { old, .. } => remove(root, folder, &target, old),
    }
}

/// Makes a folder, and those above it, unless it is there.
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
        // Somebody was quicker; or another run took the file that was being written for a leftover.
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
    // From here on the name says whose place it takes, so that the next run can mend what a kill leaves.
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
        return Ok(Applied::Done(Some(displaced(target, old, held))));
    }
    // The user saved in between: that goes back. What they saved since then is the last word, and both are kept.
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
    // Taken aside first: what is deleted is what was looked at.
    let swap = swap_path(folder, target);
    match rename_new(target, &swap) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Applied::Outdated),
        renamed => renamed?,
    }
    if reads_as(&swap, old)? {
        fs::remove_file(&swap)?;
        sync(folder);
        return Ok(Applied::Done(Some(displaced(target, old, held))));
    }
    Ok(put_back(root, &swap, target)?.map_or(Applied::Outdated, Applied::Kept))
}

fn displaced(target: &Path, text: &str, file: File) -> Displaced {
    Displaced { path: target.to_owned(), text: text.to_owned(), file }
}

/// Returns a file to its name; where that was taken in the meantime, it stays beside it under the name that is given.
fn put_back(root: &Path, swap: &Path, target: &Path) -> io::Result<Option<String>> {
    match rename_new(swap, target) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            keep_both(root, swap, target).map(Some)
        }
        renamed => renamed.map(|()| None),
    }
}

/// Gives a file of the user's a visible name next to the one that holds its place, and tells which.
fn keep_both(root: &Path, swap: &Path, target: &Path) -> io::Result<String> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.strip_suffix(".md").unwrap_or(&name);
    let mut number = 1;
    loop {
        let kept = target.with_file_name(format!("{stem}.kept-{number}.md"));
        match rename_new(swap, &kept) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            renamed => {
                let kept = kept.strip_prefix(root).unwrap_or(&kept).to_string_lossy().into_owned();
                return renamed.map(|()| kept);
            }
        }
    }
}

/// Clears away a temporary file that an interrupted run left; one that a running process still holds is left to it.
///
/// `is_ours` tells from a displaced text, and from the one that took its place, whether nothing of the user's is lost
/// with it. Otherwise it is brought back, or kept beside under the path that is given.
pub fn clean_up(
    root: &Path,
    path: &str,
    is_ours: impl Fn(&str, Option<&str>) -> bool,
) -> io::Result<Option<String>> {
    let path = root.join(path);
    let Ok(mut file) = open(&path) else { return Ok(None) };
    if !file.metadata()?.is_file() || file.try_lock().is_err() {
        return Ok(None);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let rest = name.strip_prefix(TEMPORARY).unwrap_or_default();
    let removed = |path: &Path| fs::remove_file(path).map(|()| None);
    if rest.strip_suffix(UNFINISHED).is_some_and(is_random) {
        return removed(&path);
    }
    let Some(place) = place(&name) else { return Ok(None) };
    let target = path.with_file_name(place);
    let current = fs::symlink_metadata(&target)
        .is_ok_and(|metadata| metadata.is_file())
        .then(|| fs::read_to_string(&target).ok())
        .flatten();
    let mut displaced = String::new();
    if file.read_to_string(&mut displaced).is_ok() && is_ours(&displaced, current.as_deref()) {
        return removed(&path);
    }
    match current {
        Some(current) if is_ours(&current, None) => {
            exchange(&path, &target)?;
            if reads_as(&path, &current)? {
                removed(&path)
            } else {
                keep_both(root, &path, &target).map(Some)
            }
        }
        _ => put_back(root, &path, &target),
    }
}

/// The path whose place a temporary file was to take, or to whose file it belongs.
pub fn place_of(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let place = place(name)?;
    Some(if folder.is_empty() { place.to_owned() } else { format!("{folder}/{place}") })
}

/// The same by name alone.
fn place(name: &str) -> Option<&str> {
    let rest = name.strip_prefix(TEMPORARY)?.strip_suffix(EXCHANGE)?;
    rest.split_once('-').map(|(_, place)| place).filter(|place| place.ends_with(".md"))
}

fn is_random(part: &str) -> bool {
    part.len() == RANDOM && part.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// The file, open and locked against other runs, if it still reads as `text`.
fn hold(path: &Path, text: &str) -> io::Result<Option<File>> {
    let Some(file) = opened(path, text)? else { return Ok(None) };
    let is_taken = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
    Ok((!is_taken).then_some(file))
}

fn reads_as(path: &Path, text: &str) -> io::Result<bool> {
    opened(path, text).map(|file| file.is_some())
}

fn opened(path: &Path, text: &str) -> io::Result<Option<File>> {
    let metadata = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        metadata => metadata?,
    };
    if !metadata.is_file() || metadata.len() != text.len() as u64 {
        return Ok(None);
    }
    let mut file = open(path)?;
    let mut bytes = Vec::with_capacity(text.len());
    file.read_to_end(&mut bytes)?;
    Ok((bytes == text.as_bytes()).then_some(file))
}

/// A temporary file in the target's folder with the text in it, safely on the disk, and locked while we live.
fn written(
    folder: &Path,
    text: &[u8],
    permissions: Option<Permissions>,
) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY).suffix(UNFINISHED).rand_bytes(RANDOM);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    // Not every file system has locks; without one a clean-up could take the file away, and the move fails.
    let _ = file.as_file().try_lock();
    file.as_file_mut().write_all(text)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    Ok(file)
}

fn swap_path(folder: &Path, target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    folder.join(format!("{TEMPORARY}{}-{name}{EXCHANGE}", std::process::id()))
}

/// Makes the folder's entries last. A file system that can't is no reason to fail: the files are whole either way.
fn sync(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Two files trade places in one step; where the system can't, the second is taken aside for a moment.
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
            Err(error) if is_unsupported(error) => {}
            exchanged => return Ok(exchanged?),
        }
    }
    let name = b.file_name().unwrap_or_default().to_string_lossy();
    let aside =
        b.with_file_name(format!("{TEMPORARY}aside{}-{name}{EXCHANGE}", std::process::id()));
    fs::rename(b, &aside)?;
    rename_new(a, b)?;
    fs::rename(&aside, a)
}

/// Gives a file a name that nobody has.
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            Err(error) if is_unsupported(error) => {}
            renamed => return Ok(renamed?),
        }
    }
    fs::hard_link(from, to)?;
    fs::remove_file(from)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn is_unsupported(error: rustix::io::Errno) -> bool {
    use rustix::io::Errno;
    matches!(error, Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP)
}
