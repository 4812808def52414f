//! How long a build takes that finds nothing to write, beside reading the same files: `cargo bench --bench build`.
//!
//! Figures of one run can be compared with each other only.

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

const SIZES: [usize; 2] = [1_000, 10_000];

fn main() {
    divan::main();
}

/// Journals of these sizes with their outputs up to date.
static FOLDERS: LazyLock<[TempDir; 2]> = LazyLock::new(|| {
    SIZES.map(|notes| {
        let folder = tempfile::tempdir().unwrap();
        notes::write(folder.path(), notes);
        let built = session(&folder).build(today());
        assert!(built.failures.is_empty(), "{:?}", built.failures);
        folder
    })
});

fn folder(notes: usize) -> &'static TempDir {
    &FOLDERS[SIZES.iter().position(|size| *size == notes).unwrap()]
}

fn session(folder: &TempDir) -> Session {
    Session::open(folder.path().to_path_buf(), Detail::Shown, Arc::default()).unwrap()
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn build_with_nothing_to_write(notes: usize) {
    let built = session(folder(notes)).build(today());
    assert!(built.changes.is_empty());
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn read_the_same_files(notes: usize) -> usize {
    let files = walkdir::WalkDir::new(folder(notes).path()).into_iter().map(Result::unwrap);
    let paths = files.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    paths.map(|path: PathBuf| fs::read(path).unwrap().len()).sum()
}
