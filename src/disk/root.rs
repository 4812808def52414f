//! The folder that is the journal, and others that arguments name: the only ones known by their paths.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::rules::config;

/// The journal's root: the folder given, or else the nearest one, going up, with a `journal.toml`, or else the current one.
pub fn find_root(given: Option<&Path>, current: &Path) -> PathBuf {
    match given {
        Some(folder) => current.join(folder),
        None => current
            .ancestors()
            .find(|folder| folder.join(config::FILE_NAME).is_file())
            .unwrap_or(current)
            .to_path_buf(),
    }
}

/// Makes a folder and those above it, if they don't exist.
pub fn make(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Returns true for a folder, and for a link to one.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Returns true for a file, and for a link to one.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Returns true if anything stands at a path, even a dangling link.
pub fn is_taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The full path without links in it.
pub fn resolved(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize()
}

/// The identity of a folder: its path can come to name another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The device and the folder's number on it.
    pub place: (u64, u64),
    /// True if a file system is mounted there.
    pub is_mounted: bool,
}

impl Identity {
    /// The identity of the folder at a path.
    pub fn of(folder: &Path) -> io::Result<Identity> {
        let metadata = fs::metadata(folder)?;
        if !metadata.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let above = fs::metadata(folder.join(".."))?;
        let place = place(&metadata);
        Ok(Identity { place, is_mounted: place.0 != self::place(&above).0 })
    }
}

#[cfg(unix)]
fn place(metadata: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

#[cfg(not(unix))]
fn place(_: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}
