//! What is written into notes: one entry of `followups:`, a field, a time frame, a tick. All else stays as it was, byte for
//! byte.

mod entries;
mod fields;
mod merges;
mod refusals;
mod tasks;

use journal::unstable::{Mapping, NotEditable, recorded};
use journal::unstable::{Parsed, Record, parse};

/// The follow-up of most cases. As a change, it removes the record.
const JANE: &str = "thank-you/jane-doe";

/// Applies a change: sets `id: record`, or removes the id's record where none is given.
fn edited(text: &str, change: &str) -> Result<String, NotEditable> {
    match change.split_once(": ") {
        Some((id, record)) => recorded(text, id, Some(Record::parse(record).unwrap())),
        None => recorded(text, change, None),
    }
}

/// A note's file with these lines in its front matter, to the byte.
fn file_with(lines: &str) -> String {
    format!("---\ncompany: Acme\ndate: 2026-03-02\n{lines}---\n\nfollowups: none of them\n---\n")
}

/// Asserts a change of front matters. Each row holds the lines before it and the lines after it.
#[track_caller]
fn assert_changes(change: &str, rows: &[(&str, &str)]) {
    for (before, after) in rows {
        assert_file_change(&file_with(before), change, &file_with(after));
    }
}

/// Asserts that a change of a note gives another text, and that the record can be read from it.
#[track_caller]
fn assert_file_change(before: &str, change: &str, after: &str) {
    let edited = edited(before, change);
    assert_eq!(edited.as_deref(), Ok(after), "{change} in\n{before}");
    let (id, record) = change.split_once(": ").unwrap_or((change, ""));
    let Parsed::Note(note) = parse("a.md", after, &Mapping::default(), &mut Vec::new()) else {
        panic!("{after}")
    };
    assert_eq!(note.records.get(id).copied(), Record::parse(record), "{after}");
}
