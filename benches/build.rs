//! How long a build takes that finds nothing to write, beside reading the same files: `cargo bench --bench build`.
//!
//! Both are done by turns. Figures of one run can be compared with each other only.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark sets up its own folder and says what it found"
)]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use journal::unstable::{Detail, Session};
use notes::today;

mod notes;

const SIZES: [usize; 2] = [1_000, 10_000];
const TURNS: usize = 20;

fn main() {
    println!("{:>8} {:>10} {:>10} {:>10}", "notes", "", "median", "least");
    for notes in SIZES {
        let folder = tempfile::tempdir().unwrap();
        notes::write(folder.path(), notes);
        let build = || {
            Session::open(folder.path().to_owned(), Detail::Shown, Arc::default())
                .unwrap()
                .build(today())
        };
        let built = build();
        assert!(built.failures.is_empty(), "{:?}", built.failures);
        let (mut builds, mut reads) = (Vec::new(), Vec::new());
        for _ in 0..TURNS {
            builds.push(timed(|| assert!(build().changes.is_empty())));
            reads.push(timed(|| assert!(read(folder.path()) > 0)));
        }
        for (what, mut times) in [("build", builds), ("read", reads)] {
            times.sort_unstable();
            let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
            println!("{notes:>8} {what:>10} {:>10} {:>10}", ms(times[TURNS / 2]), ms(times[0]));
        }
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Reads every file below a folder, and counts the bytes.
fn read(folder: &Path) -> usize {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|file| fs::read(file.path()).unwrap().len()).sum()
}
