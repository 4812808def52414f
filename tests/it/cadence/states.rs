//! The state of follow-ups from day to day, until all is quiet.

use serde_json::Value;

use super::{JANE, OFFER, SAM, days, followup, interview, interviews};
use crate::support::{Folder, journal, note};

#[test]
fn a_state_changes_on_its_day() {
    let offer = format!("{OFFER}; decide_by: 2026-03-30");
    #[rustfmt::skip]
    let rows: &[(&str, &str, &str)] = &[
        // the note's fields | the follow-up | its state on each of some days
        (JANE, "thank-you/jane-doe",
            "03-01 upcoming, 03-02 open, 03-03 today, 03-04 due, 03-05 overdue, 03-15 overdue, 03-16 lapsed"),
        (JANE, "connect",
            "03-02 upcoming, 03-03 open, 03-06 today, 03-07 due, 03-22 due, 03-23 lapsed"),
        (SAM, "recruiter-thanks",
            "03-02 today, 03-03 due, 03-04 overdue, 03-12 lapsed"),
        ("decision_window: 1 week", "status-check/1",
            "03-09 upcoming, 03-10 open, 03-11 today, 03-15 due, 03-16 overdue, 04-07 overdue, 04-08 lapsed"),
        ("", "close-out",
            "04-07 upcoming, 04-08 today, 04-30 due, 05-01 lapsed"),
        (&offer, "offer-decision",
            "03-25 upcoming, 03-26 today, 03-30 due, 03-31 overdue, 12-31 overdue"),
    ];
    for (fields, id, states) in rows {
        let folder = interviews(&[fields]);
        for state in states.split(", ") {
            let (today, expected) = state.split_once(' ').unwrap();
            let followup = followup(&folder, &format!("a/{id}"), today);
            assert_eq!(followup["status"], expected, "{id} on {today}");
        }
    }
}

#[test]
fn a_record_settles_or_puts_off() {
    #[rustfmt::skip]
    let rows = [
        // the record | the day | the status | the days on which it opens, is due, is late, lapses
        ("done 2026-03-03",    "03-03", "done",    "03-02 03-03 03-05 03-16"),
        ("done 2026-03-03",    "12-31", "done",    "03-02 03-03 03-05 03-16"),
        ("skipped 2026-03-03", "03-10", "skipped", "03-02 03-03 03-05 03-16"),
        ("skipped 2026-03-03", "12-31", "skipped", "03-02 03-03 03-05 03-16"),
    ];
    for (record, today, status, expected) in rows {
        let folder = interviews(&[&format!("{JANE}; followups: {{thank-you/jane-doe: {record}}}")]);
        let followup = followup(&folder, "a/thank-you/jane-doe", today);
        assert_eq!(followup["status"], status, "{record} on {today}");
        assert_eq!(days(&followup), expected, "{record}");
    }
    // Two days after it is due a thank-you is late, whenever that is.
    let folder = interviews(&[&format!(
        "{JANE}; followups: {{thank-you/jane-doe: snoozed until 2026-03-10}}"
    )]);
    for (today, expected) in [
        ("03-03", "snoozed"),
        ("03-09", "snoozed"),
        ("03-10", "today"),
        ("03-11", "due"),
        ("03-12", "overdue"),
    ] {
        let followup = followup(&folder, "a/thank-you/jane-doe", today);
        assert_eq!(followup["status"], expected, "snoozed, on {today}");
        assert_eq!(followup["due"], "2026-03-10");
        assert_eq!(followup["late"], "2026-03-12");
    }
}

#[test]
fn a_snoozed_check_is_late_three_business_days_later() {
    for (until, late) in
        [("03-12", "03-17"), ("03-13", "03-18"), ("03-16", "03-19"), ("03-18", "03-23")]
    {
        let record = format!("status-check/1: snoozed until 2026-{until}");
        let folder = interviews(&[&format!("decision_window: 1 week; followups: {{{record}}}")]);
        let followup = followup(&folder, "a/status-check/1", "03-11");
        assert_eq!(followup["due"], format!("2026-{until}"));
        assert_eq!(followup["late"], format!("2026-{late}"), "{record}");
    }
}

#[test]
fn the_reason_names_the_days_that_it_used() {
    let folder = interviews(&["updates: [{date: 2026-03-11, decision_window: unknown}]"]);
    let why = |id: &str| followup(&folder, id, "03-12")["why"].as_str().unwrap().to_owned();
    let check = why("a/status-check/1");
    assert!(check.contains("Wednesday 11 March") && !check.contains("the interview on"), "{check}");
    let close = why("a/close-out");
    assert!(!close.contains("of it opens"), "{close}");
}

#[test]
fn after_sixty_days_without_a_sign_a_process_has_gone_quiet() {
    #[rustfmt::skip]
    let rows = [
        // the note's fields | the last day of waiting | the first quiet day
        ("decision_window: 1 week",                                "04-30", "05-01"),
        ("updates: [{date: 2026-03-11, decision_window: 1 week}]", "05-09", "05-10"),
        ("followups: {status-check/1: done 2026-03-12}",           "05-10", "05-11"),
    ];
    for (fields, last, quiet) in rows {
        let folder = interviews(&[&format!("{fields}; {JANE}")]);
        let agenda = folder.agenda(&format!("2026-{last}"));
        assert_eq!(agenda["waiting"][0]["note"], "a.md", "{fields}");
        let agenda = folder.agenda(&format!("2026-{quiet}"));
        assert_eq!(agenda["waiting"], serde_json::json!([]), "{fields}");
        for followup in agenda["followups"].as_array().unwrap() {
            let status = followup["status"].as_str().unwrap();
            assert!(matches!(status, "lapsed" | "void" | "done"), "{fields}: {followup}");
        }
        let text = folder.build(&format!("2026-{quiet}"));
        assert!(text.contains("## Gone quiet\n\n- Acme Robotics"), "{text}");
        assert_eq!(folder.drafts(), [""; 0]);
    }
    // An offer on the table is not quiet.
    let text = interviews(&[OFFER]).build("2026-12-31");
    assert!(text.contains("| offer since ") && !text.contains("## Gone quiet"), "{text}");
}

#[test]
fn an_invitation_that_leads_to_no_day_goes_quiet() {
    let acme = |outcome: &str| {
        format!(
            "outcome: {outcome}; outcome_date: 2026-03-10; followups: {{next-round: done 2026-03-11}}"
        )
    };
    for outcome in ["more_interviews", "hiring_manager"] {
        let offer = "company: Beta; role: Dev; outcome: offer; outcome_date: 2026-06-10";
        let folder = interviews(&[&acme(outcome), offer]);
        let agenda = folder.build("2026-05-09");
        assert!(!agenda.contains("Gone quiet") && agenda.contains("| [Acme Robotics]"), "{agenda}");
        let agenda = folder.build("2026-05-10");
        let (rest, quiet) = agenda.split_once("## Gone quiet").unwrap();
        assert!(quiet.contains("last sign of life Wed 11 Mar"), "{agenda}");
        assert!(!rest.contains("Acme Robotics"), "{agenda}");
        // It isn't told of an offer.
        let tell = "b/offer-elsewhere/acme-robotics-backend-engineer";
        assert_eq!(followup(&folder, tell, "06-10"), Value::Null);
        // They call after all.
        folder.edit("a.md", "outcome_date: 2026-03-10", "outcome_date: 2026-06-08");
        let agenda = folder.build("2026-06-10");
        assert!(!agenda.contains("Gone quiet") && agenda.contains("to be arranged"), "{agenda}");
        assert_ne!(followup(&folder, tell, "06-10"), Value::Null);
    }
}

#[test]
fn of_the_quiet_the_ten_latest_are_listed() {
    let folder = Folder::new();
    for n in 10..22 {
        folder.write(
            &format!("{n}.md"),
            interview(&format!("company: Company {n}; date: 2026-01-{n}")),
        );
    }
    let text = folder.build("2026-06-01");
    let (_, quiet) = text.split_once("## Gone quiet\n\n").unwrap();
    let lines: Vec<&str> = quiet.lines().take_while(|line| line.starts_with("- ")).collect();
    assert_eq!(lines.len(), 11, "{text}");
    assert!(lines[0].contains("Company 21") && lines[9].contains("Company 12"), "{text}");
    assert!(lines[10].contains("2 more"), "{text}");
}

#[test]
fn an_interview_still_to_come_has_no_drafts() {
    let folder = interviews(&[&format!("date: 2026-03-20; {JANE}; {SAM}; also_met: [Kim Soto]")]);
    folder.build("2026-03-10");
    assert_eq!(folder.drafts(), [""; 0]);
    let agenda = folder.agenda("2026-03-10");
    let followups = agenda["followups"].as_array().unwrap();
    assert!(followups.len() >= 6, "{agenda}");
    for followup in followups {
        assert_eq!(followup["status"], "upcoming", "{followup}");
    }
}

#[test]
fn an_old_journal_is_quiet() {
    let folder = Folder::new();
    let outcomes = ["rejected", "accepted", "declined", "withdrawn", "no_response", "pending"];
    for n in 0..300 {
        let outcome = outcomes[n % outcomes.len()];
        let day = format!("{}-{:02}-{:02}", 2020 + n % 5, n % 12 + 1, n % 28 + 1);
        let dated = if n % 2 == 0 { format!("; outcome_date: {day}") } else { String::new() };
        let fields =
            format!("company: Company {n}; date: {day}; {JANE}; {SAM}; outcome: {outcome}{dated}");
        folder.write(&format!("{n}.md"), interview(&fields));
    }
    let text = folder.build("2026-03-02");
    assert_eq!(folder.drafts(), [""; 0]);
    assert!(!text.contains("- [ ]"), "{text}");
    assert!(text.lines().count() < 50, "{text}");
    let ran = folder.run_on("2026-03-02", "agenda --format json");
    let agenda: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(agenda["followups"], serde_json::json!([]));
    assert_eq!(agenda["waiting"], serde_json::json!([]));
}

#[test]
fn a_record_with_an_endless_number_counts_for_nothing() {
    let note = note(
        "interviewers: [Jane Doe]\nupdates:\n  - {date: 2026-03-05, decision_window: 1 week}\nfollowups:\n  status-check/4294967295: done 2026-03-04",
    );
    let agenda = journal(&[("a.md", &note)]).agenda("2026-03-16");
    let ids: Vec<_> = agenda["followups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["id"].as_str().unwrap())
        .collect();
    assert!(ids.contains(&"a/status-check/1"), "{ids:?}");
}
