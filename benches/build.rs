//! How long a build takes that finds nothing to write, beside reading the same files: `cargo bench`.
//!
//! 10,000 notes of 2 KB, one in twenty with open follow-ups. Figures of one run can be compared with each other only.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark sets up its own folder"
)]

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use journal::unstable::{Detail, Session};
use notes::today;
use tempfile::TempDir;

mod notes;

const NOTES: usize = 10_000;

fn main() {
    divan::main();
}

/// A journal with its outputs up to date.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    notes::write(folder.path(), NOTES, 20);
    let built = session(&folder).build(today());
    assert!(built.failures.is_empty(), "{:?}", built.failures);
    folder
});

fn session(folder: &TempDir) -> Session {
    Session::open(folder.path().to_path_buf(), Detail::Shown, Arc::default()).unwrap()
}

#[divan::bench(sample_count = 20)]
fn build_with_nothing_to_write() {
    let built = session(&FOLDER).build(today());
    assert!(built.changes.is_empty());
}

#[divan::bench(sample_count = 20)]
fn read_the_same_files() -> usize {
    let files = walkdir::WalkDir::new(FOLDER.path()).into_iter().map(Result::unwrap);
    let paths = files.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    paths.map(|path: PathBuf| fs::read(path).unwrap().len()).sum()
}
