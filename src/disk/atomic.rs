//! Files written whole and moved into place, so that none is ever lost or half there.

use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::disk::file::open;
use crate::journal::TEMPORARY;

/// The end of a temporary file's name while it is being written: no user's words are in it.
pub const UNFINISHED: &str = ".tmp";

/// The end of a temporary file's name while it trades places with the file whose name it contains.
pub const EXCHANGE: &str = ".swap";

/// Length of the random part of a temporary name.
pub const RANDOM: usize = 8;

/// Opens a file and locks it against other runs, if it still reads as `text`.
pub fn hold(path: &Path, text: &str) -> io::Result<Option<File>> {
    let Some(file) = opened(path, text)? else { return Ok(None) };
    let is_taken = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
    Ok((!is_taken).then_some(file))
}

pub fn reads_as(path: &Path, text: &str) -> io::Result<bool> {
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

/// Writes a text to a temporary file in a folder, synced to the disk and locked for as long as this process lives.
pub fn written(
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
    // Some file systems have no locks. Then another run's clean-up may remove the file, and moving it fails.
    let _ = file.as_file().try_lock();
    file.as_file_mut().write_all(text)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    Ok(file)
}

pub fn swap_path(folder: &Path, target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    folder.join(format!("{TEMPORARY}{}-{name}{EXCHANGE}", std::process::id()))
}

/// Syncs a folder's entries to the disk. A file system that can't do so is no reason to fail: the files are whole.
pub fn sync(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Swaps two files in one step. Where the system can't, the second is moved aside for a moment.
pub fn exchange(a: &Path, b: &Path) -> io::Result<()> {
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

/// Renames a file, unless the new name is taken.
pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
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
/// Gives a file its own name back. If that was taken meanwhile, the file is kept beside it, under the path returned.
pub fn put_back(root: &Path, swap: &Path, target: &Path) -> io::Result<Option<String>> {
    match rename_new(swap, target) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            keep_both(root, swap, target).map(Some)
        }
        renamed => renamed.map(|()| None),
    }
}

/// Keeps one of the user's files beside the one that took its place, and returns its new path.
pub fn keep_both(root: &Path, swap: &Path, target: &Path) -> io::Result<String> {
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
