//! Files as the program, the user and accidents leave them: drafts and the agenda.

mod accidents;
mod agenda;
mod drafts;
#[cfg(debug_assertions)]
mod faults;
#[cfg(debug_assertions)]
mod holes;
mod leftovers;
mod obstacles;
mod repeats;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::process::Command;

use crate::support::{Folder, NOTE, TODAY, journal};

/// A journal with one note, built.
fn built() -> Folder {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build(TODAY);
    folder
}

/// Asserts that nothing is left to do, and that no temporary file is left behind.
fn assert_settled(folder: &Folder) {
    let ran = folder.run_on(TODAY, "build --check");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    assert_eq!(temporaries(folder), [""; 0]);
}

/// The temporary files that are left behind.
fn temporaries(folder: &Folder) -> Vec<String> {
    folder.files().into_iter().filter(|path| path.contains(".journal-tmp-")).collect()
}

/// Every file's inode, mode, time stamps and content.
fn state(folder: &Folder) -> BTreeMap<String, (u64, u32, i64, i64, Vec<u8>)> {
    let of = |path: String| {
        let at = folder.at(&path);
        let metadata = at.symlink_metadata().unwrap();
        let text = if metadata.is_file() { fs::read(&at).unwrap() } else { Vec::new() };
        let changed = metadata.ctime() * 1_000_000_000 + metadata.ctime_nsec();
        let modified = metadata.mtime() * 1_000_000_000 + metadata.mtime_nsec();
        (path, (metadata.ino(), metadata.mode(), changed, modified, text))
    };
    folder.files().into_iter().map(of).collect()
}

/// A build during which calls to the system fail or are held, as [`JOURNAL_FAULT`](../../../src/disk/fault.rs) says.
#[cfg(debug_assertions)]
fn build_with(folder: &Folder, below: &str, fault: &str) -> Command {
    let mut command = build(folder, below);
    command.env("JOURNAL_FAULT", fault).env("RAYON_NUM_THREADS", "1");
    command
}

/// A build, to be run in a folder below in an unusual way.
fn build(folder: &Folder, below: &str) -> Command {
    let mut command = folder.program(below);
    command.args(["build", "--today", TODAY]);
    command
}
