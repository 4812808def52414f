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
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use journal::session::Session;
use tempfile::TempDir;

const NOTES: usize = 10_000;

fn main() {
    divan::main();
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 5).unwrap()
}

/// A journal with its outputs up to date.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..NOTES {
        let month = folder.path().join(format!("{:02}", number % 100));
        fs::create_dir_all(&month).unwrap();
        fs::write(month.join(format!("{number}.md")), note(number)).unwrap();
    }
    let built = session(&folder).build(today());
    assert!(built.failures.is_empty(), "{:?}", built.failures);
    folder
});

fn session(folder: &TempDir) -> Session {
    Session::open(folder.path().to_path_buf()).unwrap()
}

fn note(number: usize) -> String {
    let is_open = number.is_multiple_of(20);
    let days_ago = if is_open { number % 10 } else { 100 + number % 900 };
    let date = today() - Days::new(days_ago as u64);
    let outcome = if is_open {
        "pending".to_owned()
    } else {
        format!("rejected\noutcome_date: {}", date + Days::new(9))
    };
    let mut note = format!(
        "---\ncompany: Company {number}\ndate: {date}\nrole: Backend engineer\ninterviewers:\n  - name: Jane Doe\n    \
         email: jane@acme.example\n    title: Engineering manager\n  - Ravi Patel <ravi@acme.example>\n\
         recruiter: {{name: Sam Lee, email: sam@talent.example}}\ndecision_window: 1 week\noutcome: {outcome}\n---\n\n\
         ## What stood out\n\n- the on-call rota is humane\n- reviews happen within a day\n\n## Notes\n\n"
    );
    while note.len() < 2_000 {
        note.push_str(
            "We talked about queues, caches, failure budgets and how the team plans its work. ",
        );
    }
    note
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
