//! Copies that clouds and file managers make: told, and never counted twice.

use crate::support::{Folder, NOTE, TODAY, journal, note, problems_of};

fn state(folder: &Folder) -> (usize, Vec<String>) {
    let agenda = folder.agenda(TODAY);
    let followups = agenda["followups"].as_array().unwrap();
    (followups.len(), problems_of(&agenda))
}

#[test]
fn a_copy_beside_its_original_is_told_and_asks_for_nothing() {
    let alone = state(&journal(&[("jobs/acme.md", NOTE)]));
    let names = [
        "acme 2",
        "acme (1)",
        "acme - Copy",
        "acme copy",
        "Copy of acme",
        "acme (Alex's conflicted copy 2026-03-03)",
        "acme.sync-conflict-20260303-101010-ABC",
    ];
    for name in names {
        let path = format!("jobs/{name}.md");
        // What was added on one side only makes no other interview of it.
        let newer = NOTE.replace("role:", "outcome: pending\nrole:") + "- one more line\n";
        for text in [NOTE, &newer] {
            let folder = journal(&[("jobs/acme.md", NOTE), (&path, text)]);
            let expected = (alone.0, vec![format!("conflict-copy {path}")]);
            assert_eq!(state(&folder), expected, "{name}");
            folder.build(TODAY);
            let drafts = folder.drafts();
            assert!(drafts.iter().all(|draft| draft.starts_with("jobs/acme.")), "{drafts:?}");
            let said = folder.run_on(TODAY, "check").stdout;
            assert!(said.contains(&format!("{path}: looks like a copy of jobs/acme.md")), "{said}");
        }
    }
}

#[test]
fn of_two_spellings_of_one_name_one_is_a_copy() {
    let (composed, decomposed) = ("jobs/café.md", "jobs/cafe\u{301}.md");
    let alone = state(&journal(&[(composed, NOTE)]));
    let folder = journal(&[(composed, NOTE), (decomposed, &(NOTE.to_owned() + "- more\n"))]);
    assert_eq!(state(&folder), (alone.0, vec![format!("conflict-copy {decomposed}")]));
    folder.build(TODAY);
    assert!(folder.drafts().iter().all(|draft| draft.starts_with("jobs/café.")));
    // A copy of a name that is spelt so is one as ever, and other interviews are.
    let copy = decomposed.replace(".md", " 2.md");
    let folder = journal(&[(decomposed, NOTE), (&copy, NOTE)]);
    assert_eq!(state(&folder), (alone.0, vec![format!("conflict-copy {copy}")]));
    let other = NOTE.replace("2026-03-02", "2026-03-03");
    let (_, problems) = state(&journal(&[(composed, NOTE), (decomposed, &other)]));
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn another_interview_under_such_a_name_is_a_note() {
    let others = [
        NOTE.replace("2026-03-02", "2026-03-03"),
        NOTE.replace("Acme Robotics", "Globex"),
        NOTE.replace("role:", "round: second\nrole:"),
        NOTE.replace("Jane Doe <jane@acme.example>", "Ravi Patel <ravi@acme.example>"),
    ];
    for text in others {
        let folder = journal(&[("acme.md", NOTE), ("acme 2.md", &text)]);
        let agenda = folder.agenda(TODAY);
        let mut followups = agenda["followups"].as_array().unwrap().iter();
        assert!(followups.any(|one| one["note"] == "acme 2.md"), "{text}\n{agenda}");
        let (_, problems) = state(&folder);
        assert!(
            problems.iter().all(|problem| !problem.starts_with("conflict-copy")),
            "{problems:?}"
        );
    }
    // Without an original, it is no copy.
    let folder = journal(&[("acme 2.md", NOTE)]);
    assert_eq!(state(&folder).1, [""; 0]);
}

#[test]
fn copies_of_the_agenda_and_of_drafts_are_told() {
    let folder = journal(&[("acme.md", NOTE)]);
    let page = folder.build(TODAY);
    let before = state(&folder);
    let draft = folder.drafts().remove(0);
    let copies = [
        ("FOLLOWUPS 2.md".to_owned(), page),
        (draft.replace(".draft.md", ".draft 2.md"), folder.read(&draft)),
        (draft.replace(".draft.md", ".draft (1).md"), folder.read(&draft)),
    ];
    for (path, text) in &copies {
        folder.write(path, text);
    }
    let mut expected: Vec<String> =
        copies.iter().map(|(path, _)| format!("conflict-copy {path}")).collect();
    expected.sort();
    let (followups, mut problems) = state(&folder);
    problems.sort();
    assert_eq!((followups, problems), (before.0, expected));
    folder.build(TODAY);
    assert!(copies.iter().all(|(path, text)| folder.read(path) == *text));
}

#[test]
fn a_copy_counts_once_its_original_is_gone_and_no_longer_once_it_is_back() {
    let folder = journal(&[("acme.md", NOTE), ("acme 2.md", NOTE)]);
    folder.build(TODAY);
    let count = folder.drafts().len();
    folder.remove("acme.md");
    folder.build(TODAY);
    let drafts = folder.drafts();
    assert_eq!(drafts.iter().filter(|draft| draft.starts_with("acme 2.")).count(), count);
    folder.write("acme.md", NOTE);
    folder.build(TODAY);
    let drafts = folder.drafts();
    assert!(drafts.iter().all(|draft| draft.starts_with("acme.")), "{drafts:?}");
    // Its own name says nothing about another note.
    folder.write("globex 2.md", note("company: Globex"));
    assert_eq!(state(&folder).1, ["conflict-copy acme 2.md"]);
}
