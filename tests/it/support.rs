//! A journal's folder to try things in, and the program to run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A plain note of an interview on 2 March 2026.
pub const NOTE: &str = "\
---
company: Acme Robotics
date: 2026-03-02
role: Backend engineer
interviewers: [Jane Doe <jane@acme.example>]
decision_window: 1 week
---

## What stood out

The on-call rota is humane.
";

/// A folder of its own for one test, gone at its end.
pub struct Folder {
    root: TempDir,
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Folder {
    pub fn new() -> Folder {
        let root = tempfile::Builder::new().prefix("journal-test-").tempdir().unwrap();
        Folder { root }
    }

    /// A folder with these files.
    pub fn with(files: &[(&str, &str)]) -> Folder {
        let folder = Folder::new();
        for (path, text) in files {
            folder.write(path, text);
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.root.path()
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    /// Writes a file as a user would, with the folders that it needs.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Replaces a text in a file, which must be there.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from:?}:\n{text}");
        self.write(path, text.replacen(from, to, 1));
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.at(path)).unwrap();
    }

    pub fn has(&self, path: &str) -> bool {
        self.at(path).symlink_metadata().is_ok()
    }

    /// Every file below the root, hidden ones too, sorted.
    pub fn files(&self) -> Vec<String> {
        let entries = walkdir::WalkDir::new(self.path()).min_depth(1).sort_by_file_name();
        let entries =
            entries.into_iter().map(Result::unwrap).filter(|entry| !entry.file_type().is_dir());
        let relative = |entry: walkdir::DirEntry| {
            entry.path().strip_prefix(self.path()).unwrap().to_string_lossy().into_owned()
        };
        entries.map(relative).collect()
    }

    /// The drafts, sorted.
    pub fn drafts(&self) -> Vec<String> {
        self.files().into_iter().filter(|path| path.ends_with(".draft.md")).collect()
    }

    /// Runs the program in the folder.
    pub fn journal(&self, arguments: &[&str]) -> Ran {
        self.journal_with(arguments, &[])
    }

    /// Runs the program in the folder with these variables of the environment.
    pub fn journal_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
        command.args(arguments).current_dir(self.path()).env_clear().env("TZ", "UTC");
        let output = without_settings(&mut command).envs(variables.iter().copied()).output();
        let output = output.unwrap();
        Ran {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs git in a folder below, which must succeed.
    pub fn git(&self, folder: &str, arguments: &[&str]) {
        let mut command = Command::new("git");
        command
            .args(["-c", "user.name=A", "-c", "user.email=a@a.example"])
            .args(["-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main"])
            .args(arguments)
            .current_dir(self.at(folder));
        let output = without_settings(&mut command).output();
        let output = output.unwrap_or_else(|error| panic!("this test needs git: {error}"));
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {words}");
    }

    /// Builds for a day, which must succeed, and gives the agenda's text.
    pub fn build(&self, today: &str) -> String {
        let ran = self.journal(&["build", "--today", today]);
        assert_eq!(ran.code, 0, "{ran:?}");
        self.read("FOLLOWUPS.md")
    }

    /// The agenda's data for a day, with everything in it.
    pub fn agenda(&self, today: &str) -> serde_json::Value {
        let ran = self.journal(&["agenda", "--all", "--format", "json", "--today", today]);
        assert_eq!(ran.code, 0, "{ran:?}");
        serde_json::from_str(&ran.stdout).unwrap()
    }
}

/// Has git know nothing of the settings of whoever runs the tests.
fn without_settings(command: &mut Command) -> &mut Command {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let settings = [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")];
    command.env("PATH", path).envs(settings)
}

/// Pseudo-random numbers, the same in every run. The seed is any number but 0.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
