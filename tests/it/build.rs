//! `build`: the agenda and the drafts, through the edits of a few days.

use crate::support::{DRAFT, NOTE, TODAY, journal};

#[test]
fn a_build_with_nothing_to_do_writes_nothing() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build(TODAY);
    let modified = |path: &String| folder.at(path).metadata().unwrap().modified().unwrap();
    let times = || folder.files().iter().map(modified).collect::<Vec<_>>();
    let before = times();
    folder.build(TODAY);
    assert_eq!(times(), before);
    assert_eq!(folder.run_on(TODAY, "build --check").code, 0);
}

#[test]
fn an_untouched_draft_follows_its_note_and_leaves_with_it() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build(TODAY);
    assert!(folder.read(DRAFT).contains("The on-call rota is humane."));
    folder.edit("acme.md", "humane", "shared");
    folder.build(TODAY);
    assert!(folder.read(DRAFT).contains("The on-call rota is shared."));
    folder.remove("acme.md");
    folder.build(TODAY);
    assert_eq!(folder.drafts(), [""; 0]);
}

#[test]
fn an_edited_draft_is_never_touched() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build(TODAY);
    folder.edit(DRAFT, "Hi Jane", "Dear Jane");
    let edited = folder.read(DRAFT);
    folder.edit("acme.md", "humane", "shared");
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), edited);
    folder.remove("acme.md");
    let agenda = folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), edited);
    assert!(agenda.contains("## Drafts left over"), "{agenda}");
}
