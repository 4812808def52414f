//! The lines of a file, and the marks that git leaves among them.

use std::iter;

use memchr::memchr;

/// Iterates over lines, each with its offset and its line ending.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    iter::from_fn(move || {
        let rest = &text[start..];
        let length = memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |at| at + 1);
        let line = (start, &rest[..length]);
        start += length;
        (length > 0).then_some(line)
    })
}

/// The first line, without its ending.
pub fn first_line(text: &str) -> &str {
    &text[..memchr(b'\n', text.as_bytes()).unwrap_or(text.len())]
}

/// The offset in a text at which a part of it begins.
pub fn place_in(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// The marks that git writes into a file it could not merge: at the start of the conflict, before the common ancestor,
/// before the other side, and at the end.
pub const CONFLICT_MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// The index of the mark that a line consists of, with or without a name after it.
pub fn conflict_mark(line: &str) -> Option<usize> {
    if !line.starts_with(['<', '|', '=', '>']) {
        return None;
    }
    CONFLICT_MARKS.iter().position(|mark| {
        let rest = line.strip_prefix(mark);
        rest.is_some_and(|rest| {
            rest.starts_with(' ') || rest.trim_end_matches(['\r', '\n']).is_empty()
        })
    })
}

/// The index of the mark on a line, if it can follow in this part of a conflict.
pub fn next_conflict_mark(line: &str, part: Option<usize>) -> Option<usize> {
    let mark = conflict_mark(line.trim_end())?;
    let follows = match part {
        None => mark == 0,
        Some(0) => mark == 1 || mark == 2,
        Some(1) => mark == 2,
        Some(_) => mark == 3,
    };
    follows.then_some(mark)
}
