//! One file: opened without surprises, its text, its stamp.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use crate::diagnostic::Problem;
use crate::journal::Stamp;

/// The largest file that is read, in MiB. A note has a few thousand bytes.
pub const SIZE_LIMIT_MIB: u64 = 8;

/// The reason why a file gave no text.
pub enum Unread {
    Missing,
    Because(Problem),
}

/// Reads a file's text into a buffer that can serve for many; `None` if the file is too large. Neither links nor special
/// files are opened.
pub fn read<'b>(
    root: &Path,
    path: &str,
    buffer: &'b mut Vec<u8>,
    now: SystemTime,
) -> Result<Option<(&'b str, Option<Stamp>)>, Unread> {
    let mut file = open(&root.join(path)).map_err(unread)?;
    let metadata = file.metadata().map_err(unread)?;
    if !metadata.is_file() {
        return Err(Unread::Because(Problem::UnreadableFile { reason: "it is not a file".into() }));
    }
    if metadata.len() > SIZE_LIMIT_MIB << 20 {
        return Ok(None);
    }
    // As many bytes as it had when it was looked at. Whatever is appended meanwhile belongs to the next look.
    buffer.resize(usize::try_from(metadata.len()).unwrap_or(0), 0);
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unread(error)),
        }
    }
    buffer.truncate(filled);
    let utf16 = buffer.starts_with(&[0xff, 0xfe]) || buffer.starts_with(&[0xfe, 0xff]);
    let text =
        std::str::from_utf8(buffer).map_err(|_| Unread::Because(Problem::NotUtf8 { utf16 }))?;
    Ok(Some((text, Stamp::of(&metadata, now))))
}

/// Returns true if a file that can't be read as text starts with a fence or is UTF-16, and so is meant as a note.
pub fn starts_like_a_note(root: &Path, path: &str) -> bool {
    let mut start = [0; 6];
    let read = open(&root.join(path)).ok().and_then(|mut file| file.read(&mut start).ok());
    let start = &start[..read.unwrap_or(0)];
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    start.starts_with(b"---")
        || start.starts_with(&[0xff, 0xfe])
        || start.starts_with(&[0xfe, 0xff])
}

/// Opens a file for reading, without following a link or waiting for the other end of a pipe.
pub fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    options.open(path)
}

fn unread(error: io::Error) -> Unread {
    if error.kind() == io::ErrorKind::NotFound {
        return Unread::Missing;
    }
    Unread::Because(Problem::UnreadableFile { reason: io_reason(&error) })
}

/// The system's words for an error, without its number.
pub fn io_reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}
