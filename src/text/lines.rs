//! The lines of a file, and the marks that git leaves among them.

/// Iterates over lines, each with its offset and its line ending.
pub fn lines(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_inclusive('\n').map(move |line| (line.as_ptr() as usize - start, line))
}

/// The marks that git writes into a file it could not merge: at the start of the conflict, before the common ancestor,
/// before the other side, and at the end.
pub const CONFLICT_MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// The index of the mark that a line consists of, with or without a name after it. The line has no ending.
pub fn conflict_mark(line: &str) -> Option<usize> {
    CONFLICT_MARKS.iter().position(|mark| {
        line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}
