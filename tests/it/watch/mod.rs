//! `watch`: current at every save, whatever program saves, and quiet otherwise.

mod changes;
mod days;
mod editors;
mod losses;
mod messages;
mod neighbours;
mod people;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::support::{Folder, NOTE, TODAY, journal};

/// The deadline for everything here: it takes milliseconds, but machines are busy.
const DEADLINE: Duration = Duration::from_secs(60);

/// The time for which something has to stay as it is.
const WHILE: Duration = Duration::from_millis(400);

/// A running watch, killed at the end of its test.
struct Watching {
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Watching {
    /// Starts one in a folder, and waits until it has built.
    fn start(folder: &Folder) -> Watching {
        Watching::start_with(folder, &[])
    }

    fn start_with(folder: &Folder, arguments: &[&str]) -> Watching {
        let mut command = Watching::command(folder);
        command.args(arguments);
        let watching = Watching::spawn(command);
        watching.wait_for_line("watching ");
        watching
    }

    fn command(folder: &Folder) -> Command {
        let mut command = folder.program("");
        command.args(["watch", "--today", TODAY]);
        command
    }

    fn spawn(mut command: Command) -> Watching {
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = Arc::new(Mutex::new(Vec::new()));
        let (stderr, said) = (child.stderr.take().unwrap(), lines.clone());
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                said.lock().unwrap().push(line);
            }
        });
        Watching { child, lines }
    }

    fn said(&self) -> Vec<String> {
        self.lines.lock().unwrap().clone()
    }

    /// The messages so far, without the times of day.
    fn transcript(&self) -> String {
        let is_time = |line: &str| line.get(2..3) == Some(":") && line.get(5..6) == Some(":");
        let plain = |line: String| match is_time(&line) {
            true => line[9..].to_owned() + "\n",
            false => line + "\n",
        };
        self.said().into_iter().map(plain).collect()
    }

    /// The lines that report runs.
    fn runs(&self) -> Vec<String> {
        self.said().into_iter().filter(|line| line.contains(" → ")).collect()
    }

    fn wait_for_line(&self, part: &str) {
        let is_there = || self.said().iter().any(|line| line.contains(part));
        wait_until(is_there, || format!("a line with {part:?} in {:#?}", self.said()));
    }

    fn wait_for_runs(&self, number: usize) {
        wait_until(|| self.runs().len() >= number, || format!("{number} runs: {:#?}", self.said()));
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    fn wait_for_end(&mut self) -> ExitStatus {
        let child = &mut self.child;
        wait_until(|| child.try_wait().unwrap().is_some(), || "the end".to_owned());
        self.child.wait().unwrap()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until a condition holds, at most until the deadline.
fn wait_until(mut is_so: impl FnMut() -> bool, what: impl Fn() -> String) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < DEADLINE, "waited in vain for {}", what());
        thread::sleep(Duration::from_millis(2));
    }
}

/// Asserts that a condition holds for a while.
fn stays(mut is_so: impl FnMut() -> bool, what: &str) {
    let start = Instant::now();
    while start.elapsed() < WHILE {
        assert!(is_so(), "{what}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// Waits until a file holds a text.
fn wait_for_text(folder: &Folder, path: &str, part: &str) {
    let has = || fs::read_to_string(folder.at(path)).is_ok_and(|text| text.contains(part));
    wait_until(has, || format!("{part:?} in {path}: {:?}", fs::read_to_string(folder.at(path))));
}

/// The content of every file below a folder.
fn content(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let read = files.filter_map(|entry| {
        let path = entry.path().strip_prefix(root).unwrap().to_owned();
        Some((path, fs::read(entry.path()).ok()?))
    });
    read.collect()
}

/// Waits until the folder is as a fresh build of a copy of it leaves it.
fn wait_until_as_fresh(folder: &Folder) {
    let mut last = String::new();
    let start = Instant::now();
    loop {
        let now = content(folder.path());
        let copy = Folder::new();
        for (path, text) in &now {
            copy.write(path.to_str().unwrap(), text);
        }
        let ran = copy.run_on(TODAY, "build");
        // A file in the way is left alone, and is an error for a build.
        assert!(matches!(ran.code, 0 | 3), "{ran:?}");
        let fresh = content(copy.path());
        if fresh == now && !now.keys().any(|path| path.to_string_lossy().contains("journal-tmp")) {
            return;
        }
        last.clear();
        for path in now.keys().chain(fresh.keys()) {
            if now.get(path) != fresh.get(path) {
                let text = |side: &BTreeMap<PathBuf, Vec<u8>>| {
                    side.get(path).map(|text| String::from_utf8_lossy(text).into_owned())
                };
                last = format!(
                    "{last}{}: {:?}, fresh {:?}\n",
                    path.display(),
                    text(&now),
                    text(&fresh)
                );
            }
        }
        assert!(start.elapsed() < DEADLINE, "not as a fresh build: {last}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// A journal of one interview.
fn acme() -> Folder {
    journal(&[("acme.md", NOTE)])
}
