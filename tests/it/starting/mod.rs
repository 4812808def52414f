//! `init` and `new`: how a journal and a note start.

mod demo;
mod init;
mod new;
mod settings;

use journal::unstable::{Mapping, Note, Parsed, parse};

/// The day on which a journal or a note is started.
const A_MONDAY: &str = "2026-03-16";

/// The note of a text, which must have no problems.
fn parsed(text: &str) -> Note {
    let mut problems = Vec::new();
    let Parsed::Note(note) = parse("x.md", text, &Mapping::default(), &mut problems) else {
        panic!("no note: {text}\n{problems:?}")
    };
    assert!(problems.is_empty(), "{text}\n{problems:?}");
    *note
}
