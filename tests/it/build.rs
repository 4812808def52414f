//! `build`: the agenda and the drafts, through the edits of a few days.

use crate::support::{Folder, NOTE};

const THANK_YOU: &str = "acme.thank-you.jane-doe.draft.md";

#[test]
fn a_build_with_nothing_to_do_writes_nothing() {
    let folder = Folder::with(&[("acme.md", NOTE)]);
    folder.build("2026-03-03");
    let before: Vec<_> = folder
        .files()
        .iter()
        .map(|path| std::fs::metadata(folder.at(path)).unwrap().modified().unwrap())
        .collect();
    folder.build("2026-03-03");
    let after: Vec<_> = folder
        .files()
        .iter()
        .map(|path| std::fs::metadata(folder.at(path)).unwrap().modified().unwrap())
        .collect();
    assert_eq!(before, after);
    assert_eq!(folder.journal(&["build", "--check", "--today", "2026-03-03"]).code, 0);
}

#[test]
fn an_untouched_draft_follows_its_note_and_leaves_with_it() {
    let folder = Folder::with(&[("acme.md", NOTE)]);
    folder.build("2026-03-03");
    assert!(folder.read(THANK_YOU).contains("the on-call rota is humane."));
    folder.edit("acme.md", "humane", "shared");
    folder.build("2026-03-03");
    assert!(folder.read(THANK_YOU).contains("the on-call rota is shared."));
    folder.remove("acme.md");
    folder.build("2026-03-03");
    assert_eq!(folder.drafts(), [""; 0]);
}

#[test]
fn an_edited_draft_is_never_touched() {
    let folder = Folder::with(&[("acme.md", NOTE)]);
    folder.build("2026-03-03");
    folder.edit(THANK_YOU, "Hi Jane", "Dear Jane");
    let edited = folder.read(THANK_YOU);
    folder.edit("acme.md", "humane", "shared");
    folder.build("2026-03-03");
    assert_eq!(folder.read(THANK_YOU), edited);
    folder.remove("acme.md");
    let agenda = folder.build("2026-03-03");
    assert_eq!(folder.read(THANK_YOU), edited);
    assert!(agenda.contains("## Drafts left over"), "{agenda}");
}
