//! The survey below the findings: which files were read as notes, and which keys were understood.

use snapbox::{assert_data_eq, str};

use crate::support::{Folder, NOTE, TODAY, journal, note};

#[test]
fn a_vault_with_keys_of_its_own_shows_which_were_understood() {
    let folder = journal(&[
        (
            "Interviews/Acme.md",
            "\
---
title: Interview at Acme
Company: \"[[Acme]]\"
Position: Backend engineer
date: 2026-03-02
Interviewer: \"[[Jane Doe]]\"
Status: Waiting
salary range: 80-90k
tags: [interview, job]
---
",
        ),
        (
            "Interviews/Globex.md",
            "---\ncompany: Globex\ndate: 03/04/2026\nrole: Engineer\ninterviewer: Jane & Ravi\nstatus: HM chat\ntags: [job]\n---\n",
        ),
        ("Interviews/Hooli.md", "---\ncompany: [\ndate: 2026-03-02\n---\n"),
        ("Interviews/Initech.md", "---\nemployer: Initech\ntags: [x]\n---\n"),
        ("Books.md", "# Books\n"),
        (".obsidian/x.md", NOTE),
    ]);
    let ran = folder.run_on(TODAY, "check");
    assert_eq!(ran.code, 1);
    let (_, survey) = ran.stdout.split_once("\n3 errors\n").unwrap();
    assert_data_eq!(
        survey,
        str![[r#"

read as: 2 notes, 1 unusable note, 2 other Markdown files
  company               2
  date                  2   1 with a problem
  role                  2   1 as `position`
  interviewers          2   as `interviewer`, 1 with a problem
  outcome               2   as `status`
keys of your own, left alone: tags 2, salary range 1
no notes: Books.md, Interviews/Initech.md

"#]]
    );
    // As it is, it builds.
    let ran = folder.run_on(TODAY, "build");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(folder.read("FOLLOWUPS.md").contains("Thank Jane Doe"));
    assert!(
        folder
            .run_on(TODAY, "check")
            .stdout
            .contains("read as: 2 notes, 1 unusable note, 2 drafts")
    );
}

#[test]
fn the_survey_is_shown_of_the_whole_journal_and_to_people_only() {
    let folder = journal(&[("a.md", NOTE)]);
    assert!(
        folder
            .run_on(TODAY, "check")
            .stdout
            .contains("read as: 1 note\n  company               1\n")
    );
    for line in [
        "check a.md",
        "check -q",
        "check --format json",
        "check --format github",
        "check --format sarif",
    ] {
        assert!(!folder.run_on(TODAY, line).stdout.contains("read as"), "{line}");
    }
    let empty = Folder::new().run_on(TODAY, "check");
    assert_eq!(
        empty.stdout,
        "no problems found\n\nread as: 0 notes; a note has `company` and `date` in its front matter\n"
    );
}

#[test]
fn what_only_the_settings_leave_out_is_not_blamed_on_the_fields() {
    let folder = journal(&[("n.md", NOTE), ("Books.md", "# Books\n")]);
    for settings in ["where = [\"interviews/**\"]", "type = [\"interview\"]"] {
        folder.write("journal.toml", format!("[notes]\n{settings}\n"));
        assert_data_eq!(
            folder.run_on(TODAY, "check").stdout,
            str![[r#"
no problems found

read as: 0 notes, 2 other Markdown files; one would be a note, but `[notes]` in journal.toml leaves it out
no notes: Books.md, n.md

"#]]
        );
    }
}

#[test]
fn keys_of_ones_own_are_shown_as_written_and_the_most_frequent_first() {
    let note =
        |n: usize, keys: &str| (format!("{n}.md"), note(&format!("company: Acme {n}\n{keys}")));
    let long = "x".repeat(50);
    let notes = [
        note(1, "b: 1\na: 2\nc: 3\nDays off: 1\n"),
        note(2, "b: 1\nd: 1\ne: 1\nf: 1\ng: 1\nh: 1\ni: 1\n"),
        note(3, &format!("{long}: 1\n\"bell\\a\": 1\n[1, 2]: 3\n")),
    ];
    let notes: Vec<(&str, &str)> =
        notes.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let ran = journal(&notes).run_on(TODAY, "check");
    let line = ran.stdout.lines().find(|line| line.starts_with("keys of your own")).unwrap();
    assert_eq!(
        line,
        "keys of your own, left alone: b 2, Days off 1, a 1, bell 1, c 1, d 1, e 1, f 1, and 3 more"
    );
}
