//! Records from two machines, merged by git.

use journal::unstable::Record;
use journal::unstable::recorded;

use super::file_with;
use crate::support::journal;

/// Two machines record different follow-ups of one interview: git merges what was written in different places.
#[test]
fn branches_that_record_different_follow_ups_mostly_merge() {
    let base = file_with(
        "followups:\n  connect: done 2026-03-03\n  recruiter-thanks: done 2026-03-02\n  \
         thank-you/jane-doe: done 2026-03-03\n  value-add/jane-doe: snoozed until 2026-03-10\n",
    );
    let ids = [
        "connect/kim-soto",
        "connect/ravi-patel",
        "recruiter-debrief",
        "team-thanks/kim-soto",
        "thank-you/ann-lee",
        "thank-you/ravi-patel",
        "value-add/jane-doe",
        "value-add/ravi-patel",
    ];
    let done = |text: &str, id: &str| recorded(text, id, Record::parse("done 2026-03-09")).unwrap();
    let folder = journal(&[("a.md", &base)]);
    let git = |words: &[&str]| folder.try_git("", words).code == 0;
    assert!(git(&["init", "-q", "-b", "base"]));
    assert!(git(&["add", "."]) && git(&["commit", "-qm", "base"]));
    for id in ids {
        assert!(git(&["checkout", "-qb", id, "base"]));
        folder.write("a.md", done(&base, id));
        assert!(git(&["commit", "-qam", id]));
    }
    let pairs = ids.iter().enumerate().flat_map(|(at, b)| ids[..at].iter().map(move |a| (a, b)));
    let (mut merged, mut conflicts) = (0, Vec::new());
    for (one, other) in pairs {
        assert!(git(&["checkout", "-q", "--detach", one]));
        if git(&["merge", "-q", "--no-edit", other]) {
            assert_eq!(folder.read("a.md"), done(&done(&base, one), other), "{one} and {other}");
            merged += 1;
        } else {
            assert!(git(&["merge", "--abort"]));
            conflicts.push((*one, *other));
        }
    }
    // The other pairs put their lines side by side.
    let side_by_side = [
        ("connect/kim-soto", "connect/ravi-patel"),
        ("connect/kim-soto", "recruiter-debrief"),
        ("connect/ravi-patel", "recruiter-debrief"),
        ("team-thanks/kim-soto", "thank-you/ann-lee"),
        ("thank-you/ravi-patel", "value-add/jane-doe"),
        ("value-add/jane-doe", "value-add/ravi-patel"),
    ];
    assert_eq!((merged, &conflicts[..]), (22, &side_by_side[..]));
}
