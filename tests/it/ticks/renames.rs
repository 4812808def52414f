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
