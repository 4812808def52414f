//! `check`: its findings, its formats and its exit status.

mod findings;
mod formats;
mod proposal;
mod survey;

use crate::support::{Folder, TODAY, journal, problems_of};

/// A note with three problems.
const BAD: &str = "\
---
company: Acme Robotics
date: 2026-02-30
outcome: so so
decision_window: soonish
---
";

/// A note with a hint alone: its outcome has no date.
const UNDATED: &str = "\
---
company: Globex
date: 2026-02-02
outcome: rejected
---
";

/// The problems that `check` finds in these files, as `code path:line:column`.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    codes(&journal(files), "check")
}

/// The problems that a command finds in a folder, as `code path:line:column`.
fn codes(folder: &Folder, command: &str) -> Vec<String> {
    let ran = folder.run_on(TODAY, &format!("{command} --format json"));
    problems_of(&serde_json::from_str(&ran.stdout).unwrap())
}
