//! The commands as they are typed: their output and their exit status.

mod agenda;
mod build;
mod help;
mod man;
mod mistakes;
mod options;
mod output;
mod progress;
mod tasks;

use crate::support::{Folder, finish, journal, note};

/// A note of an interview with Acme Robotics, with a task in its last line.
fn acme() -> String {
    let fields = "company: Acme Robotics; date: 2026-03-02; role: Backend engineer; \
        interviewers: [Jane Doe <jane@acme.example>]; decision_window: 1 week";
    note(fields) + "\n- [ ] Send the paper\n"
}

/// The day after Acme wanted to decide, and after the interview with Globex.
const AFTER_DECISION: &str = "2026-03-10";

/// A journal of two interviews; one decision window is not understood.
fn acme_and_globex() -> Folder {
    let globex = note(
        "company: Globex; date: 2026-03-09; recruiter: Sam Lee <sam@globex.example>; decision_window: soonish",
    );
    journal(&[("acme.md", &acme()), ("globex.md", &globex)])
}

/// Runs a command line in a folder below, and gives its exit status.
fn status_below(folder: &Folder, below: &str, line: &str) -> i32 {
    let mut program = folder.program(below);
    finish(program.args(line.split_whitespace()).args(["--today", AFTER_DECISION])).code
}
