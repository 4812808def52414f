//! `skip --all`: all of a kind at once.

use snapbox::{assert_data_eq, str};

use crate::support::{Folder, journal, note};

/// The day of all these commands, a Tuesday.
const TODAY: &str = "2026-03-10";

/// Two interviews with an open invitation to connect each.
fn two() -> Folder {
    let acme = note("interviewers: [Jane Doe <jane@acme.example>]");
    let globex = note("company: Globex; date: 2026-03-09; interviewers: [Ann Lee <ann@g.example>]");
    let folder = journal(&[("acme.md", &acme), ("globex.md", &globex)]);
    folder.build(TODAY);
    folder
}

#[test]
fn all_of_one_kind_are_skipped_line_by_line() {
    let folder = two();
    let notes = || ["acme.md", "globex.md"].map(|path| folder.read(path));
    let ran = folder.run_on(TODAY, "skip connect --all");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    assert_data_eq!(
        ran.stderr.clone(),
        str![[r#"
Connect with Jane Doe · Acme: skipped 2026-03-10 (acme.md)
Connect with Ann Lee · Globex: skipped 2026-03-10 (globex.md)
to take them back: journal undo ed2a5c06 b4df1c9c

"#]]
    );
    for note in notes() {
        assert!(note.contains("\nfollowups:\n  connect: skipped 2026-03-10\n"), "{note}");
    }
    assert_eq!(folder.run_on(TODAY, "build --check").code, 0);
    // The command that it names does so.
    let command = ran.stderr.lines().last().unwrap().split("journal ").nth(1).unwrap();
    assert_eq!(folder.run_on(TODAY, command).code, 0);
    assert!(notes().iter().all(|note| !note.contains("connect:")), "{:?}", notes());
    // What is settled already is not skipped again.
    assert_eq!(folder.run_on(TODAY, "done jane connect").code, 0);
    let ran = folder.run_on(TODAY, "skip connect --all --on yesterday");
    assert!(ran.code == 0 && !ran.stderr.contains("Jane"), "{ran:?}");
    assert!(folder.read("acme.md").contains("connect: done 2026-03-10"));
    assert!(folder.read("globex.md").contains("connect: skipped 2026-03-09"));
    assert_eq!(folder.run_on(TODAY, "skip connect --all").code, 2);
}

#[test]
fn several_kinds_are_listed_and_nothing_changes() {
    let folder = two();
    let before = folder.texts();
    let ran = folder.run_on(TODAY, "skip jane --all");
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: "jane" matches follow-ups of several kinds; add words that fit only one kind:
  6cf184ed  Thank Jane Doe · Acme · thank-you
  f284b05c  Send Jane Doe something useful · Acme · value-add
  ed2a5c06  Connect with Jane Doe · Acme · connect
  971f3ffc  Ask Jane Doe for news · Acme · status-check

"#]]
    );
    for words in ["skip nobody --all", "skip --all", "skip connect", "done connect --all"] {
        assert_eq!(folder.run_on(TODAY, words).code, 2, "{words}");
    }
    // One kind for each quoted word is more than one.
    assert_eq!(folder.run_words_on(TODAY, &["skip", "thank jane", "connect", "--all"]).code, 2);
    assert_eq!(folder.texts(), before);
}

#[test]
fn a_note_that_cant_be_edited_is_named_and_the_others_get_their_records() {
    let folder = two();
    folder.edit("acme.md", "---\ncompany", "---\nfollowups: {<<: {}}\ncompany");
    let before = folder.read("acme.md");
    let ran = folder.run_on(TODAY, "skip connect --all");
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: acme.md was left as it is: `followups` has a merge key (`<<`)
  write `connect: skipped 2026-03-10` under `followups:`
Connect with Ann Lee · Globex: skipped 2026-03-10 (globex.md)
to take it back: journal undo b4df1c9c

"#]]
    );
    assert_eq!(folder.read("acme.md"), before);
}
