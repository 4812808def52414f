//! The proposal for `journal.toml` below the findings. The forms in `tests/foreign/` show what is proposed for which files.

use snapbox::{assert_data_eq, str};

use crate::support::{Folder, NOTE, TODAY, journal};

/// Two notes under keys of their own.
fn foreign() -> Folder {
    journal(&[
        (
            "a.md",
            "---\norg: Acme\ndate: 2026-03-02\ncontacts: [Jane Doe]\nstatus: \"2 - Waiting\"\n---\n",
        ),
        (
            "b.md",
            "---\norg: Globex\ndate: 2026-03-02\ncontacts: [Ravi Patel]\nstatus: reached out\n---\n",
        ),
    ])
}

#[test]
fn check_ends_with_the_lines_that_would_make_notes_of_what_is_there() {
    let ran = foreign().run_on(TODAY, "check");
    let (_, end) = ran.stdout.split_once("\n\nread as").unwrap();
    assert_data_eq!(
        end,
        str![[r#"
: 0 notes, 2 other Markdown files; a note has `company` and `date` in its front matter
no notes: a.md, b.md

proposal for journal.toml, from what stands in your files:

[fields]
company = ["org"]
interviewers = ["contacts"]

[outcomes]
"2 - Waiting" = "pending"
# "reached out" = "pending"    # in 1 file: say what it means

with it: 2 notes, 2 processes, 2 follow-ups today; more once you have chosen where a comment asks

"#]]
    );
    assert_eq!(ran.code, 0);
}

#[test]
fn the_proposal_is_for_people_and_for_the_whole_folder() {
    let folder = foreign();
    for line in ["check a.md", "check -q", "check --format json", "check --format sarif", "agenda"]
    {
        let ran = folder.run_on(TODAY, line);
        assert!(!ran.stdout.contains("proposal") && !ran.stderr.contains("proposal"), "{line}");
    }
    assert_eq!(folder.files(), ["a.md", "b.md"]);
}

#[test]
fn a_journal_that_works_is_left_alone() {
    let note = |n: usize| format!("{n}.md");
    let foreign = "---\norg: Acme\ndate: 2026-03-02\ninterviewers: [Jo Ray]\n---\n";
    let folder = journal(&[(&note(1), NOTE), (&note(2), NOTE), ("x.md", foreign)]);
    assert!(!folder.run_on(TODAY, "check").stdout.contains("proposal"));
    // What is mapped already is not mapped again.
    let config = "[fields]\ncompany = [\"org\"]\n";
    let folder = journal(&[("journal.toml", config), ("x.md", foreign)]);
    assert!(!folder.run_on(TODAY, "check").stdout.contains("proposal"));
    // A template, a diary, a recipe
    let folder = journal(&[
        ("Templates/Interview.md", foreign),
        ("Diary/2026-03-02.md", "# Sun\n"),
        ("Soup.md", "---\ntitle: Soup\ndate: 2026-03-02\n---\n"),
    ]);
    assert!(!folder.run_on(TODAY, "check").stdout.contains("proposal"));
}

#[test]
fn lines_are_added_to_those_that_are_there() {
    let config = "# mine\nignore = [\"x\"]\n\n[fields]\nrole = [\"job\"]\n";
    let folder = foreign();
    folder.write("journal.toml", config);
    let ran = folder.run_on(TODAY, "check");
    assert!(ran.stdout.contains("\n[fields]\ncompany = [\"org\"]\n"), "{ran:?}");
    // Nobody else writes into it.
    let ran = folder.run_on(TODAY, "init --yes");
    assert_eq!((ran.code, folder.read("journal.toml").as_str()), (0, config));
    assert!(ran.stderr.contains("add to it:\n\n[fields]\ncompany = [\"org\"]\n"), "{ran:?}");
}

#[test]
fn odd_keys_and_words_are_quoted() {
    let text = "---\n\"my \\\"org\\\\\": Acme\nCompany Name: Acme\ninterview: 2026-03-02\nstatus: '1: \"offer\"'\n---\n";
    let folder = journal(&[("a.md", text)]);
    let ran = folder.run_on(TODAY, "init --yes");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stderr.contains(r#""1: \"offer\"" = "offer""#), "{ran:?}");
    assert_eq!(folder.run_on(TODAY, "check").code, 0);
}

#[test]
fn where_nothing_is_understood_the_keys_are_named() {
    let folder = journal(&[
        ("a.md", "---\nFirma: Iris\nDatum: 2026-03-02\n---\n"),
        ("b.md", "---\nFirma: Jasmin\n---\n"),
    ]);
    let ran = folder.run_on(TODAY, "check");
    let (_, end) = ran.stdout.split_once("no notes: a.md, b.md\n").unwrap();
    assert_data_eq!(
        end,
        str![[r#"
keys in them: Firma 2, Datum 1
if some are a note's, `[fields]` in journal.toml says which: company = ["KEY"]

"#]]
    );
    folder.write("journal.toml", "[fields]\ncompany = [\"Firma\"]\ndate = [\"Datum\"]\n");
    assert!(folder.run_on(TODAY, "check").stdout.contains("read as: 1 note"));
    assert!(!folder.run_on(TODAY, "check").stdout.contains("keys in them"));
}
