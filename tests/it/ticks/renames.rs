//! Drafts of notes that are renamed or removed: they move along, or the agenda says how to move them.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::acme_and_globex;
use crate::support::{DRAFT, NOTE, TODAY};

#[test]
fn a_renamed_note_takes_its_untouched_drafts_along_and_says_how_to_move_the_others() {
    let folder = acme_and_globex();
    folder.edit(DRAFT, "Hi Jane", "Dear Jane");
    let edited = folder.read(DRAFT);
    fs::rename(folder.at("acme.md"), folder.at("acme's.md")).unwrap();
    let agenda = folder.build(TODAY);
    assert_eq!(folder.build(TODAY), agenda);
    assert_eq!(folder.read(DRAFT), edited);
    assert!(!folder.has("acme.connect.draft.md"));
    assert!(folder.has("acme's.connect.draft.md"));
    let command = agenda.split('`').find(|part| part.starts_with("mv ")).unwrap();
    let shell = Command::new("sh").args(["-c", command]).current_dir(folder.path()).status();
    assert!(shell.unwrap().success(), "{command}");
    let agenda = folder.build(TODAY);
    assert_eq!(folder.read("acme's.thank-you.jane-doe.draft.md"), edited);
    assert!(!folder.has(DRAFT));
    assert!(!agenda.contains("Drafts left over"), "{agenda}");
}

#[test]
fn a_draft_left_over_for_good_gets_no_advice_to_move_it() {
    let folder = acme_and_globex();
    folder.edit(DRAFT, "Hi Jane", "Dear Jane");
    folder.remove("acme.md");
    // Another note with a follow-up of the same name, but to somebody else.
    folder.write("b.md", NOTE.replace("jane@acme.example", "jane@elsewhere.example"));
    folder.build(TODAY);
    let agenda = folder.build(TODAY);
    assert!(agenda.contains("You edited these, and their follow-ups are over"), "{agenda}");
    assert!(!agenda.contains("mv "), "{agenda}");
    assert!(Path::new(&folder.at(DRAFT)).exists());
}

#[test]
fn a_renamed_note_takes_its_sent_drafts_along() {
    let folder = acme_and_globex();
    folder.edit("acme.md", "role:", "followups: {thank-you/jane-doe: done 2026-03-03}\nrole:");
    folder.build(TODAY);
    let sent = folder.read(DRAFT);
    assert!(sent.contains("\nsent: 2026-03-03\n"), "{sent}");
    fs::create_dir(folder.at("jobs")).unwrap();
    fs::rename(folder.at("acme.md"), folder.at("jobs/acme 1.md")).unwrap();
    let agenda = folder.build(TODAY);
    let moved = "jobs/acme 1.thank-you.jane-doe.draft.md";
    assert_eq!(folder.read(moved), sent);
    assert!(!folder.has(DRAFT));
    let done = agenda.split("## Done").nth(1).unwrap();
    assert!(done.contains("[draft](jobs/acme%201.thank-you.jane-doe.draft.md)"), "{agenda}");
    assert_eq!(folder.build(TODAY), agenda);
    // Long after, when the agenda no longer lists it.
    fs::rename(folder.at("jobs/acme 1.md"), folder.at("acme.md")).unwrap();
    folder.build("2026-09-01");
    assert_eq!(folder.read(DRAFT), sent);
    assert!(!folder.has(moved));
}

#[test]
fn a_sent_draft_follows_no_note_that_says_something_else() {
    type Change = fn(&str) -> String;
    let others: [(&str, Change); 3] = [
        ("another day", |note| note.replace("done 2026-03-03", "done 2026-03-04")),
        ("another person", |note| {
            note.replace("Jane Doe", "Ann Lee").replace("jane-doe", "ann-lee")
        }),
        ("not done", |note| note.replace("done 2026-03-03", "skipped 2026-03-03")),
    ];
    for (what, change) in others {
        let folder = acme_and_globex();
        folder.edit("acme.md", "role:", "followups: {thank-you/jane-doe: done 2026-03-03}\nrole:");
        folder.build(TODAY);
        let sent = folder.read(DRAFT);
        folder.write("other.md", change(&folder.read("acme.md")));
        folder.remove("acme.md");
        folder.build(TODAY);
        assert_eq!(folder.read(DRAFT), sent, "{what}");
    }
}

#[test]
fn an_edited_draft_that_was_sent_is_listed_with_the_command_that_moves_it() {
    let folder = acme_and_globex();
    folder.edit(DRAFT, "Hi Jane", "Dear Jane");
    folder.edit("acme.md", "role:", "followups: {thank-you/jane-doe: done 2026-03-03}\nrole:");
    folder.build(TODAY);
    fs::rename(folder.at("acme.md"), folder.at("b.md")).unwrap();
    let agenda = folder.build(TODAY);
    let command = format!("`mv '{DRAFT}' 'b.thank-you.jane-doe.draft.md'`");
    assert!(agenda.contains(&command), "{agenda}");
}
