//! Files written whole and moved into place, so that none is ever lost or half there.

use std::fs::{File, TryLockError};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Write};
use std::sync::Arc;

use crate::disk::file::rest;
use crate::disk::folder::{FileKind, Folder, call, is_absence, join};
use crate::journal::TEMPORARY;

/// The end of a temporary file's name while it is being written: no user's words are in it.
pub const UNFINISHED: &str = ".tmp";

/// The end of a temporary file's name while it trades places with the file whose name it contains.
pub const EXCHANGE: &str = ".swap";

/// Length of the random part of a temporary name.
pub const RANDOM: usize = 8;

/// A new temporary file is given at most this many names.
const NAMES: usize = 100;

/// A file's place: its folder, open, and its name.
#[derive(Debug)]
pub struct Place<'p> {
    pub folder: Arc<Folder>,
    /// The folder's path from the root.
    pub above: &'p str,
    pub name: &'p str,
}

/// A temporary file, removed at the end unless it got another name.
#[derive(Debug)]
pub struct Temporary {
    folder: Arc<Folder>,
    name: Option<String>,
    file: File,
}

impl Temporary {
    /// Gives it a name that is free.
    pub fn rename_new(mut self, name: &str) -> io::Result<()> {
        let own = self.name.as_deref().unwrap_or_default();
        self.folder.rename_new(own, name)?;
        self.name = None;
        Ok(())
    }

    /// Gives it a name, whatever stands there, and returns the file, which stays locked for as long as it is open.
    pub fn rename(mut self, name: &str) -> io::Result<File> {
        let file = self.file.try_clone()?;
        self.folder.rename(self.name.as_deref().unwrap_or_default(), name)?;
        self.name = None;
        Ok(file)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            let _ = self.folder.remove(name);
        }
    }
}

/// Opens a file and locks it against other runs, if it still reads as `text`.
pub fn hold(folder: &Folder, name: &str, text: &str) -> io::Result<Option<File>> {
    let Some(file) = opened(folder, name, text)? else { return Ok(None) };
    let is_taken = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
    Ok((!is_taken).then_some(file))
}

pub fn reads_as(folder: &Folder, name: &str, text: &str) -> io::Result<bool> {
    opened(folder, name, text).map(|file| file.is_some())
}

/// Opens a file, if it reads as `text`.
pub fn opened(folder: &Folder, name: &str, text: &str) -> io::Result<Option<File>> {
    let facts = match folder.facts(name) {
        Err(error) if is_absence(&error) => return Ok(None),
        facts => facts?,
    };
    if facts.kind != FileKind::File || facts.length != text.len() as u64 {
        return Ok(None);
    }
    let mut file = match folder.open(name) {
        Err(error) if is_absence(&error) => return Ok(None),
        file => file?,
    };
    Ok((rest(&mut file)? == text.as_bytes()).then_some(file))
}

/// Writes a text to a temporary file in a folder, synced to the disk and locked for as long as this process lives. It
/// gets the mode of the file whose place it is to take.
pub fn written(folder: &Arc<Folder>, text: &[u8], before: Option<&File>) -> io::Result<Temporary> {
    let mut temporary = temporary(folder)?;
    let file = &mut temporary.file;
    // Some file systems have no locks. Then another run's clean-up may remove the file, and moving it fails.
    let _ = file.try_lock();
    call("write", "", || file.write_all(text))?;
    if let Some(before) = before {
        let permissions = before.metadata()?.permissions();
        call("mode", "", || file.set_permissions(permissions.clone()))?;
    }
    call("sync", "", || file.sync_all())?;
    Ok(temporary)
}

/// Creates a temporary file.
fn temporary(folder: &Arc<Folder>) -> io::Result<Temporary> {
    let mut tries = 0;
    loop {
        tries += 1;
        let name = format!("{TEMPORARY}{}{UNFINISHED}", random());
        match folder.create(&name) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries < NAMES => {}
            created => {
                let folder = Arc::clone(folder);
                return Ok(Temporary { folder, file: created?, name: Some(name) });
            }
        }
    }
}

/// The random part of a temporary name.
fn random() -> String {
    let mut number = RandomState::new().hash_one(std::process::id());
    let mut digit = || {
        let digit = char::from_digit((number % 36) as u32, 36);
        number /= 36;
        digit.unwrap_or('0')
    };
    (0..RANDOM).map(|_| digit()).collect()
}

pub fn swap_name(name: &str) -> String {
    format!("{TEMPORARY}{}-{name}{EXCHANGE}", std::process::id())
}

/// Swaps two files in one step. Where the system can't, the second is moved aside for a moment.
pub fn exchange(folder: &Folder, a: &str, b: &str) -> io::Result<()> {
    match folder.exchange(a, b) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
        exchanged => return exchanged,
    }
    let aside = format!("{TEMPORARY}aside{}-{b}{EXCHANGE}", std::process::id());
    folder.rename(b, &aside)?;
    if let Err(error) = folder.rename_new(a, b) {
        let _ = folder.rename_new(&aside, b);
        return Err(error);
    }
    folder.rename(&aside, a)
}

/// Gives a file its own name back. If that was taken meanwhile, the file is kept beside it, under the path returned.
pub fn put_back(place: &Place<'_>, swap: &str) -> io::Result<Option<String>> {
    match place.folder.rename_new(swap, place.name) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            keep_both(place, swap).map(Some)
        }
        renamed => renamed.map(|()| None),
    }
}

/// The endings of the files that are written.
const ENDINGS: [&str; 3] = [".md", ".html", ".ics"];

/// The ending of a file that is written.
pub fn ending(name: &str) -> Option<&'static str> {
    ENDINGS.into_iter().find(|ending| name.ends_with(ending))
}

/// Keeps one of the user's files beside the one that took its place, and returns its new path.
pub fn keep_both(place: &Place<'_>, swap: &str) -> io::Result<String> {
    let ending = ending(place.name).unwrap_or_default();
    let stem = place.name.strip_suffix(ending).unwrap_or(place.name);
    let mut number = 1;
    loop {
        let kept = format!("{stem}.kept-{number}{ending}");
        match place.folder.rename_new(swap, &kept) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            renamed => return renamed.map(|()| join(place.above, &kept)),
        }
    }
}
