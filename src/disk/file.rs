//! One file: opened without surprises, its text, its stamp.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::time::SystemTime;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::diagnostic::Problem;
use crate::disk::folder::{Facts, FileKind, Folder, call, is_link, split};
use crate::journal::Stamp;

/// The largest file of the user's that is read, in MiB. A note has a few thousand bytes.
pub const LIMIT_MIB: u64 = 8;

/// The same for one that this program writes: it grows with all the notes.
pub const GENERATED_LIMIT_MIB: u64 = 1024;

/// A file that gets shorter while it is read is read again, at most this often.
const READS: usize = 5;

/// This much of a file that is too large tells whether it is a note.
const BEGINNING: usize = 1 << 16;

/// The reason why a file gave no text.
#[derive(Debug)]
pub enum Unread {
    /// It is gone.
    Missing,
    /// It can't be used as it is.
    Because {
        problem: Problem,
        /// True if it starts with a fence or is UTF-16, and so is meant as a note.
        is_like_a_note: bool,
    },
    /// It could not be looked at, and may hold anything.
    NotLookedAt(io::Error),
}

/// Reads the text of a file in a folder into a buffer that can serve for many. Neither links nor special files are opened.
pub fn read<'b>(
    folder: &Folder,
    name: &str,
    limit_mib: u64,
    buffer: &'b mut Vec<u8>,
    now: SystemTime,
) -> Result<(&'b str, Option<Stamp>), Unread> {
    let mut file = folder.open(name).map_err(|error| unread(folder, name, error))?;
    let stamp = bytes(folder, name, &mut file, limit_mib, buffer, now)?;
    let utf16 = buffer.starts_with(&[0xff, 0xfe]) || buffer.starts_with(&[0xfe, 0xff]);
    match std::str::from_utf8(buffer) {
        Ok(text) => Ok((text, stamp)),
        Err(_) => Err(Unread::Because {
            problem: Problem::NotUtf8 { utf16 },
            is_like_a_note: starts_like_a_note(buffer),
        }),
    }
}

/// The same for a path from the root, as text of its own.
pub fn read_below(root: &Folder, path: &str, limit_mib: u64) -> Result<String, Unread> {
    let (above, name) = split(path);
    let folder = root.folder(above).map_err(|error| unread(root, above, error))?;
    let mut buffer = Vec::new();
    read(&folder, name, limit_mib, &mut buffer, SystemTime::UNIX_EPOCH)?;
    String::from_utf8(buffer).map_err(|_| Unread::Missing)
}

/// The text of a file that isn't UTF-8, as far as it can be guessed: UTF-16 is known by its mark, and a byte that has no
/// place in UTF-8 is what it is on Western Windows systems.
pub fn guessed(bytes: &[u8]) -> String {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    if let Some(utf16) = marked.filter(|encoding| *encoding != UTF_8) {
        return utf16.decode(bytes).0.into_owned();
    }
    let parts = bytes.utf8_chunks().flat_map(|chunk| {
        let guess = WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0;
        [Cow::Borrowed(chunk.valid()), guess]
    });
    parts.collect()
}

/// Fills the buffer with all that a file holds.
fn bytes(
    folder: &Folder,
    name: &str,
    file: &mut File,
    limit_mib: u64,
    buffer: &mut Vec<u8>,
    now: SystemTime,
) -> Result<Option<Stamp>, Unread> {
    for _ in 0..READS {
        let facts = Facts::of(file).map_err(Unread::NotLookedAt)?;
        if facts.kind != FileKind::File {
            let problem = Problem::UnreadableFile { reason: "it is not a file".into() };
            return Err(Unread::Because { problem, is_like_a_note: false });
        }
        let is_too_large = facts.length > limit_mib << 20;
        let length =
            if is_too_large { BEGINNING } else { usize::try_from(facts.length).unwrap_or(0) };
        // As many bytes as it had when it was looked at. Whatever is appended meanwhile belongs to the next look.
        buffer.resize(length, 0);
        let filled = fill(file, buffer).map_err(Unread::NotLookedAt)?;
        if is_too_large {
            let problem = Problem::TooLarge { limit_mib };
            buffer.truncate(filled);
            let is_like_a_note = starts_like_a_note(buffer);
            return Err(Unread::Because { problem, is_like_a_note });
        }
        if filled == buffer.len() {
            return Ok(facts.stamp(now));
        }
        // Cut short meanwhile, or the system gave only a part of it.
        *file = folder.open(name).map_err(|error| unread(folder, name, error))?;
    }
    Err(Unread::NotLookedAt(io::Error::other("only a part of it can be read")))
}

/// Reads until a buffer is full or the file ends, and returns how much was read.
fn fill(file: &mut File, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match call("read", "", || file.read(&mut buffer[filled..]))? {
            0 => break,
            count => filled += count,
        }
    }
    Ok(filled)
}

/// All that is left in a file.
pub fn rest(file: &mut File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    call("read", "", || file.read_to_end(&mut bytes))?;
    Ok(bytes)
}

/// Returns true for the beginning of a file that is meant as a note, even if it can't be read as text.
fn starts_like_a_note(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    start.starts_with(b"---")
        || start.starts_with(&[0xff, 0xfe])
        || start.starts_with(&[0xfe, 0xff])
}

/// The meaning of an error on opening a file. Whatever the system refuses says nothing about the file.
fn unread(folder: &Folder, name: &str, error: io::Error) -> Unread {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => return Unread::Missing,
        _ if is_link(&error) => "it is a link".to_owned(),
        io::ErrorKind::NotADirectory => "it is not a folder".to_owned(),
        // Nobody is at the other end of a socket or a device.
        _ if is_special(folder, name) => "it is not a file".to_owned(),
        _ => return Unread::NotLookedAt(error),
    };
    let problem = Problem::UnreadableFile { reason };
    Unread::Because { problem, is_like_a_note: true }
}

fn is_special(folder: &Folder, name: &str) -> bool {
    folder.facts(name).is_ok_and(|facts| facts.kind == FileKind::Special)
}

/// The system's words for an error, without its number.
pub fn io_reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}
