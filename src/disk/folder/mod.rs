//! Folders by their descriptors: every call names a file in a folder that is open already.
//!
//! A path is resolved anew with each call, so a folder on the way may be exchanged for a link between a look and a write.
//! A descriptor stays with its folder. Folders below are opened without following links, so nothing that is reached
//! from the root lies outside of it.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use crate::disk::fault;
use crate::journal::Stamp;

#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
use other as system;
#[cfg(unix)]
use unix as system;

/// A call that a signal interrupts is tried this often.
const TRIES: usize = 100;

/// An open folder.
#[derive(Debug)]
pub struct Folder(system::Folder);

/// The kind of a directory entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    File,
    Folder,
    Link,
    Special,
}

/// A file's particulars, as the system gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    pub kind: FileKind,
    pub length: u64,
    /// True if nobody has the right to write it.
    pub is_read_only: bool,
    modified: SystemTime,
    changed: SystemTime,
    /// The device and the file's number on it.
    pub identity: (u64, u64),
}

impl Facts {
    /// The facts of an open file.
    pub fn of(file: &File) -> io::Result<Facts> {
        call("stat", "", || system::facts(file))
    }

    /// The stamp of a file looked at `now`; `None` if the file could still change without altering it.
    pub fn stamp(&self, now: SystemTime) -> Option<Stamp> {
        Stamp::of(self.length, self.modified, self.changed, self.identity.1, now)
    }
}

impl Folder {
    /// Opens a folder, following links: the root, as the user names it.
    pub fn at(path: &Path) -> io::Result<Folder> {
        call("root", "", || system::Folder::at(path)).map(Folder)
    }

    /// Opens a folder below, without following links. An empty path is the folder itself.
    pub fn folder(&self, path: &str) -> io::Result<Folder> {
        if path.split('/').any(|part| matches!(part, "." | "..")) || path.starts_with('/') {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        call("folder", path, || self.0.folder(path)).map(Folder)
    }

    /// Makes a folder in it.
    pub fn make(&self, name: &str) -> io::Result<()> {
        call("make", name, || self.0.make(name))
    }

    /// Lists everything in it.
    pub fn list(&self) -> io::Result<Vec<(OsString, FileKind)>> {
        call("list", "", || self.0.list())
    }

    /// The facts of a file in it; of a link, its own.
    pub fn facts(&self, name: &str) -> io::Result<Facts> {
        call("stat", name, || self.0.facts(name))
    }

    /// Opens a file for reading, without following a link or waiting for the other end of a pipe.
    pub fn open(&self, name: &str) -> io::Result<File> {
        call("open", name, || self.0.open(name))
    }

    /// Creates a file for writing, where nothing stands.
    pub fn create(&self, name: &str) -> io::Result<File> {
        call("create", name, || self.0.create(name))
    }

    /// Renames a file, whatever stands at the new name.
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        call("rename", to, || self.0.rename(from, to))
    }

    /// Renames a file, unless the new name is taken.
    pub fn rename_new(&self, from: &str, to: &str) -> io::Result<()> {
        call("rename", to, || self.0.rename_new(from, to))
    }

    /// Swaps two files in one step; `Unsupported` where the system can't.
    pub fn exchange(&self, a: &str, b: &str) -> io::Result<()> {
        call("exchange", b, || self.0.exchange(a, b))
    }

    /// Removes a file.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        call("remove", name, || self.0.remove(name))
    }

    /// Syncs its entries to the disk.
    pub fn sync(&self) -> io::Result<()> {
        call("sync", "", || self.0.sync())
    }
}

/// Makes a call to the system, again and again while signals interrupt it.
pub fn call<T>(name: &str, file: &str, mut make: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let mut tries = 0;
    loop {
        tries += 1;
        match fault::point(name, file).and_then(|()| make()) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted && tries < TRIES => {}
            made => return made,
        }
    }
}

/// Returns true if an error says that no plain folder or file is there, or no longer: all of it was looked at.
pub fn is_absence(error: &io::Error) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory) || is_link(error)
}

/// Returns true if an error says that a link stands there.
pub fn is_link(error: &io::Error) -> bool {
    system::is_link(error)
}

/// A path's folder, empty for the root, and the name in it.
pub fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// The path of a name in a folder.
pub fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { [folder, "/", name].concat() }
}
