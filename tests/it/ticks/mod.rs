//! The way back: ticks, words and merges in FOLLOWUPS.md, and how each comes back to the notes.

mod formatters;
mod merges;
mod records;
mod renames;
mod tasks_plugin;

use crate::support::{AGENDA, Folder, NOTE, TODAY, comment_of, journal};

/// A second interview, with two people.
const GLOBEX: &str = "\
---
company: Globex
date: 2026-03-02
interviewers: [Ann Lee <ann@globex.example>, Bo Day <bo@globex.example>]
decision_window: 1 week
followups:
  connect: done 2026-03-03
  thank-you/bo-day: done 2026-03-02
---
";

/// A journal of two interviews, built.
fn acme_and_globex() -> Folder {
    let folder = journal(&[("acme.md", NOTE), ("globex.md", GLOBEX)]);
    folder.build(TODAY);
    folder
}

/// Sets the box of a follow-up's line.
fn tick(folder: &Folder, id: &str, mark: char) {
    let agenda = folder.read(AGENDA);
    folder.write(AGENDA, ticked(&agenda, id, mark));
}

/// An agenda's text with the box of a follow-up's line set.
fn ticked(agenda: &str, id: &str, mark: char) -> String {
    let comment = comment_of(id);
    let mut found = false;
    let line = |line: &str| {
        if !line.contains(&comment) {
            return format!("{line}\n");
        }
        found = true;
        format!("- [{mark}]{}\n", &line[5..])
    };
    let text = agenda.lines().map(line).collect();
    assert!(found, "no line for {id}:\n{agenda}");
    text
}

/// The line of a follow-up.
fn line<'a>(agenda: &'a str, id: &str) -> &'a str {
    let comment = comment_of(id);
    agenda.lines().find(|line| line.contains(&comment)).unwrap_or_else(|| panic!("{id}:\n{agenda}"))
}

/// The text under the user's own heading.
fn own(agenda: &str) -> &str {
    agenda.split_once("\n## Your own notes\n").unwrap().1
}
