//! Processes that look like one, rounds without a role, and problems that hold nothing back any more.

use super::{JANE, followup, interview};
use crate::support::{Folder, journal, problems_of};

fn checked(folder: &Folder) -> Vec<String> {
    let ran = folder.run_on("2026-03-17", "check --format json");
    problems_of(&serde_json::from_str(&ran.stdout).unwrap())
}

/// The problems of the agenda's data.
fn listed(folder: &Folder, today: &str) -> Vec<String> {
    problems_of(&folder.agenda(today))
}

#[test]
fn a_round_without_a_role_belongs_to_the_one_open_process() {
    let note = |fields: &str| crate::support::note(fields);
    let (screen, onsite) =
        ("role: Dev; decision_window: 1 week", "date: 2026-03-09; decision_window: 1 week");
    type Row<'r> = (&'r [(&'r str, &'r str)], &'r str, &'r [&'r str]);
    #[rustfmt::skip]
    let rows: &[Row<'_>] = &[
        // the notes | the state of the first one's status check | the problems
        (&[("a", screen), ("b", onsite)],                     "void",    &["missing-role b.md"]),
        (&[("a", screen), ("b", onsite), ("c", "role: Ops; outcome: rejected; outcome_date: 2026-03-05")],
                                                              "void",    &["missing-role b.md"]),
        // Two are open, so it belongs to neither.
        (&[("a", screen), ("b", onsite), ("c", "role: Ops")], "overdue", &["missing-role b.md"]),
        // A company that only has rounds without a role has one process.
        (&[("a", "decision_window: 1 week"), ("b", onsite)],  "void",    &[]),
        // Case and spaces make no difference.
        (&[("a", screen), ("b", "company: ACME; role: dev; date: 2026-03-09")],
                                                              "void",    &[]),
    ];
    for (notes, status, problems) in rows {
        let folder = Folder::new();
        for (name, fields) in *notes {
            folder.write(&format!("{name}.md"), note(fields));
        }
        assert_eq!(followup(&folder, "a/status-check/1", "03-16")["status"], *status, "{notes:?}");
        assert_eq!(checked(&folder), *problems, "{notes:?}");
    }
}

#[test]
fn processes_that_look_like_one_get_a_hint() {
    #[rustfmt::skip]
    let rows = [
        // one note's fields | another's | true if they look like one process
        ("company: Acme; role: Dev",       "company: Acme Inc.; role: Developer",     true),
        ("company: Acme; role: SRE",       "role: Site Reliability Engineer",         true),
        ("company: Acme GmbH; role: Dev",  "company: ACME, Ltd.; role: dev",          true),
        ("role: Sr. Engineer",             "role: Senior Engineer",                   true),
        ("role: Engineer, Backend",        "role: Backend Engineer",                  true),
        ("role: Senior Engineer",          "role: Sales Engineer",                    false),
        ("role: Engineer",                 "role: Senior Engineer",                   false),
        ("company: Severnside Steel; role: Foreman",
                                           "company: Severn Side Steel Ltd; role: Foreman", true),
        ("company: Acme; role: Dev",       "company: Acme Labs; role: Dev",           false),
        ("company: Acme; role: Dev; outcome: no_response",
                                           "company: Acme Inc; role: Dev; outcome: no_response", false),
    ];
    for (one, other, are_similar) in rows {
        let other = format!("{other}; date: 2026-03-09");
        let folder = journal(&[
            ("a.md", &crate::support::note(one)),
            ("b.md", &crate::support::note(&other)),
        ]);
        let expected: &[&str] = if are_similar { &["similar-process b.md"] } else { &[] };
        assert_eq!(checked(&folder), expected, "{one} / {other}");
    }
}

#[test]
fn problems_of_closed_rounds_are_left_to_check() {
    const BAD: &str = "manager: Jane and Ravi";
    #[rustfmt::skip]
    let rows = [
        // the notes' fields | the last day in the agenda, the first without it
        (vec![format!("{BAD}; outcome: rejected; outcome_date: 2026-03-03; followups: {{rejection-thanks: done 2026-03-03, feedback-request: skipped 2026-03-06}}")],
                                                                          Some(("03-27", "03-28"))),
        (vec![format!("{BAD}; outcome: no_response")],                    Some(("03-23", "03-24"))),
        // Gone quiet.
        (vec![BAD.to_owned()],                                            Some(("04-30", "05-01"))),
        // An earlier round.
        (vec![format!("{BAD}; {JANE}"), "date: 2026-03-20".to_owned()],   Some(("03-23", "03-24"))),
        // An open process, an offer.
        (vec![format!("{BAD}; outcome: offer; outcome_date: 2026-03-03; decide_by: 2026-09-01")], None),
    ];
    for (notes, days) in rows {
        let folder = Folder::new();
        for (name, fields) in ('a'..).zip(&notes) {
            folder.write(&format!("{name}.md"), interview(fields));
        }
        let (last, first) = days.unwrap_or(("08-01", ""));
        assert_eq!(listed(&folder, &format!("2026-{last}")).len(), 1, "{notes:?}");
        if !first.is_empty() {
            let today = format!("2026-{first}");
            assert_eq!(listed(&folder, &today), [""; 0], "{notes:?}");
            let ran = folder.run_on(&today, "check --format json");
            let all = problems_of(&serde_json::from_str(&ran.stdout).unwrap());
            assert_eq!(all.len(), 1, "{notes:?}");
        }
    }
}

#[test]
fn a_time_frame_heard_on_a_day_to_come_puts_no_check_off() {
    let update = "updates:\n  - {date: 2026-11-03, decision_window: 1 week}";
    let text =
        crate::support::NOTE.replace("decision_window", &format!("{update}\ndecision_window"));
    let folder = crate::support::journal(&[("acme.md", &text)]);
    let ran = folder.run_on("2026-03-12", "agenda");
    assert!(ran.stdout.contains("Ask Jane Doe for news"), "{ran:?}");
    assert!(!ran.stdout.contains("until Tue 10 Nov"), "{ran:?}");
}
