//! Files written whole, and moved so that nothing is ever lost or half there.

use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::disk::file::open;
use crate::journal::TEMPORARY;

/// Ends the name of a file that is still being written: nobody's words but ours.
pub const UNFINISHED: &str = ".tmp";

/// Ends the name of a file that trades places with another, whose name it holds.
pub const EXCHANGE: &str = ".swap";

/// Length of the random part of a temporary name.
pub const RANDOM: usize = 8;

/// The file, open and locked against other runs, if it still reads as `text`.
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

/// A temporary file in the target's folder with the text in it, safely on the disk, and locked while we live.
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
    // Not every file system has locks; without one a clean-up could take the file away, and the move fails.
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

/// Makes the folder's entries last. A file system that can't is no reason to fail: the files are whole either way.
pub fn sync(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Two files trade places in one step; where the system can't, the second is taken aside for a moment.
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

/// Gives a file a name that nobody has.
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
/// Returns a file to its name; where that was taken in the meantime, it stays beside it under the name that is given.
pub fn put_back(root: &Path, swap: &Path, target: &Path) -> io::Result<Option<String>> {
    match rename_new(swap, target) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            keep_both(root, swap, target).map(Some)
        }
        renamed => renamed.map(|()| None),
    }
}

/// Gives a file of the user's a visible name next to the one that holds its place, and tells which.
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
