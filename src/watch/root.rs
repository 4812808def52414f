//! The identity of the root folder: its path can come to name another one.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

/// The identity of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    place: (u64, u64),
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
fn place(metadata: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

#[cfg(not(unix))]
fn place(_: &Metadata) -> (u64, u64) {
    (0, 0)
}
