//! Planning a day without writing anything.

use std::sync::Arc;

use journal::unstable::{DayPlan, Detail, Session, parse_date};

use crate::support::{NOTE, journal};

/// Plans a day in a session that has just looked at the folder.
fn plan(session: &mut Session) -> DayPlan {
    session.plan(parse_date("2026-03-04").unwrap(), &[])
}

#[test]
fn a_plan_asked_for_twice_is_the_same_twice() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build("2026-03-03");
    folder.edit("FOLLOWUPS.md", "- [ ] **Thank Jane Doe**", "- [x] **Thank Jane Doe**");
    let root = folder.path().to_path_buf();
    let mut session = Session::open(root, Detail::Shown, Arc::default()).unwrap();
    session.look(|_| {});
    let first = plan(&mut session);
    assert_eq!(first.notes.len(), 1, "the tick is to be recorded");
    assert!(first.notes[0].after().unwrap().contains("thank-you/jane-doe: done 2026-03-04"));
    for _ in 0..2 {
        let again = plan(&mut session);
        assert_eq!(again.notes, first.notes);
        assert_eq!(again.day.changes, first.day.changes);
    }
    assert!(!folder.read("acme.md").contains("done"), "a plan writes nothing");
}
