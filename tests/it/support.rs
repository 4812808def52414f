//! A journal to try things in, the notes for it, and the program to run on it.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use serde_json::Value;
use tempfile::TempDir;
use xxhash_rust::xxh3::xxh3_128;

/// Says that a test, or a part of it, is left out because of what this machine doesn't have or allow.
pub fn left_out(why: &str) {
    let thread = thread::current();
    let test = thread.name().unwrap_or("a test");
    // What macros print is shown of failed tests alone.
    io::stderr().write_all(format!("left out of {test}: {why}\n").as_bytes()).unwrap();
}

/// The same for want of a program. Where changes are checked, which the variable `CI` tells, that is a failure.
pub fn left_out_without(program: &str) {
    assert!(env::var_os("CI").is_none(), "{program} is missing");
    left_out(&format!("{program} is missing"));
}

/// The day of a run, unless a test says otherwise: the one after the interview of [`NOTE`].
pub const TODAY: &str = "2026-03-03";

/// The day for which the sample journal is built.
pub const SAMPLE_DAY: &str = "2026-03-16";

/// The file with the agenda.
pub const AGENDA: &str = "FOLLOWUPS.md";

/// The thank-you's draft of [`NOTE`] in `acme.md`.
pub const DRAFT: &str = "acme.thank-you.jane-doe.draft.md";

/// The fields of a note that name one person who isn't an interviewer, each with the kind of a follow-up that goes to
/// them once an offer of the own company is accepted.
pub const OTHER_PEOPLE: [(&str, &str); 4] = [
    ("recruiter", "recruiter-thanks"),
    ("also_met", "team-thanks"),
    ("contact", "acceptance"),
    ("manager", "manager-thanks"),
];

/// A plain note of an interview on 2 March 2026, a Monday.
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

/// The text of a note from its fields, such as `note("role: Dev; outcome: offer")`.
///
/// On one line, fields are separated by `; `; a text of several lines stands as it is. A company and a date are filled
/// in, in lines 2 and 3, unless they are among the fields, so that other fields start in line 4.
pub fn note(fields: &str) -> String {
    let is_one_line = !fields.contains('\n');
    let fields = if is_one_line { fields.replace("; ", "\n") } else { fields.to_owned() };
    let mut text = "---\n".to_owned();
    for default in ["company: Acme\n", "date: 2026-03-02\n"] {
        let (key, _) = default.split_once(' ').unwrap();
        if !fields.lines().any(|line| line.starts_with(key)) {
            text += default;
        }
    }
    text += &fields;
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text + "---\n"
}

/// A folder with these files, each a path and a text.
pub fn journal(files: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    for (path, text) in files {
        folder.write(path, text);
    }
    folder
}

/// A folder of its own for one test, gone at its end.
pub struct Folder {
    root: TempDir,
}

/// The end of a run of the program: its exit status and its output.
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

    /// Every file's text, by its path.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.files().into_iter().map(|path| (path.clone(), self.read(&path))).collect()
    }

    /// The drafts, sorted.
    pub fn drafts(&self) -> Vec<String> {
        self.files().into_iter().filter(|path| path.ends_with(".draft.md")).collect()
    }

    /// The program, to be run in this folder or one below it, with next to nothing in its environment.
    pub fn program(&self, below: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
        command.current_dir(self.at(below)).env_clear().env("TZ", "UTC");
        without_settings(&mut command);
        command
    }

    /// The program, to be run in this folder once a shell has run a command, such as `umask 077`.
    pub fn program_after(&self, shell: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &format!("{shell}; exec \"$0\" \"$@\"")]);
        command.arg(env!("CARGO_BIN_EXE_journal")).current_dir(self.path()).env_clear();
        command
    }

    /// The program, to be run in this folder as a user whom permissions stop; `None` if that can't be had.
    pub fn unprivileged(&self) -> Option<Command> {
        if !rustix::process::geteuid().is_root() {
            return Some(self.program(""));
        }
        let nobody = Some(65_534);
        for path in walkdir::WalkDir::new(self.path()) {
            chown(path.unwrap().path(), nobody, nobody).unwrap();
        }
        let command = || {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]);
            command.arg(env!("CARGO_BIN_EXE_journal")).current_dir(self.path());
            command
        };
        command().arg("--version").output().is_ok_and(|ran| ran.status.success()).then(command)
    }

    /// Runs the program with these words.
    pub fn run(&self, words: &[&str]) -> Ran {
        self.run_with(words, &[])
    }

    /// Runs the program with these words and these variables of the environment.
    pub fn run_with(&self, words: &[&str], variables: &[(&str, &str)]) -> Ran {
        finish(self.program("").args(words).envs(variables.iter().copied()))
    }

    /// Runs a command line as on this day: `--today` stands at its end.
    pub fn run_on(&self, day: &str, line: &str) -> Ran {
        self.run_words_on(day, &line.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs words, which may have spaces in them, as on this day.
    pub fn run_words_on(&self, day: &str, words: &[&str]) -> Ran {
        self.run(&[words, &["--today", day]].concat())
    }

    /// Runs git in a folder below, which must succeed.
    pub fn git(&self, below: &str, words: &[&str]) {
        let ran = self.try_git(below, words);
        assert_eq!(ran.code, 0, "git {words:?}: {}", ran.stderr);
    }

    /// Runs git in a folder below, without the settings of whoever runs the tests.
    pub fn try_git(&self, below: &str, words: &[&str]) -> Ran {
        let mut command = Command::new("git");
        command
            .args(["-c", "user.name=A", "-c", "user.email=a@a.example"])
            .args(["-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main"])
            .args(words)
            .current_dir(self.at(below));
        finish(without_settings(&mut command))
    }

    /// Builds for a day, which must succeed, and gives the agenda's text.
    pub fn build(&self, today: &str) -> String {
        let ran = self.run_on(today, "build");
        assert_eq!(ran.code, 0, "{ran:?}");
        self.read(AGENDA)
    }

    /// The agenda's data for a day, with everything in it.
    pub fn agenda(&self, today: &str) -> Value {
        let ran = self.run_on(today, "agenda --all --format json");
        assert_eq!(ran.code, 0, "{ran:?}");
        serde_json::from_str(&ran.stdout).unwrap()
    }
}

/// A command line's words; double quotes hold some together.
pub fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The beginning of the comment in the line of the follow-up with an id.
pub fn comment_of(id: &str) -> String {
    format!("<!-- {} ", &format!("{:032x}", xxh3_128(id.as_bytes()))[..8])
}

/// A text without HTML comments.
pub fn without_comments(text: &str) -> String {
    let mut parts = text.split("<!--");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| {
        let rest = part.split_once("-->").map_or("", |(_, rest)| rest);
        if rest.starts_with('\n') {
            text.trim_end_matches(' ').to_owned() + rest
        } else {
            text + rest.trim_start_matches(' ')
        }
    })
}

/// Runs a command to its end.
pub fn finish(command: &mut Command) -> Ran {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    Ran {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The problems of a report in JSON, each as `code path:line:column`.
pub fn problems_of(report: &Value) -> Vec<String> {
    let of = |problem: &Value| {
        let place = match (&problem["line"], &problem["column"]) {
            (Value::Null, _) => String::new(),
            (line, column) => format!(":{line}:{column}"),
        };
        let [code, path] = ["code", "path"].map(|key| problem[key].as_str().unwrap());
        format!("{code} {path}{place}")
    };
    report["problems"].as_array().unwrap().iter().map(of).collect()
}

/// Keeps git from the settings of whoever runs the tests.
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
