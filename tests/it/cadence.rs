//! The cadence, rule by rule: which follow-ups there are, and their four days.
//!
//! Notes are written in short: fields separated by `; `, with company, role and date filled in where a row needs no
//! other. The first note is `a.md`, the next `b.md`. Days are `month-day` of 2026; 2 March is a Monday.

use serde_json::Value;

use crate::support::{Folder, TODAY, journal, note};

const JANE: &str = "interviewers: [Jane Doe <jane@acme.example>]";
const SAM: &str = "recruiter: Sam Lee <sam@acme.example>";
const BETA: &str = "company: Beta Labs; role: Designer; recruiter: Bo Ek <bo@beta.example>";
const OFFER: &str =
    "outcome: offer; outcome_date: 2026-03-17; recruiter: Sam Lee <sam@acme.example>";
const ACCEPTED: &str =
    "outcome: accepted; outcome_date: 2026-03-17; recruiter: Sam Lee <sam@acme.example>";
const REJECTED: &str =
    "outcome: rejected; outcome_date: 2026-03-17; recruiter: Sam Lee <sam@acme.example>";
const MOVE: &str = "outcome: accepted; outcome_date: 2026-03-17; internal: true; \
    manager: Jessie Park <jessie@acme.example>";
/// Both checks of a one-week window were sent.
const CHECKED: &str = "decision_window: 1 week; followups: {status-check/1: done 2026-03-11, status-check/2: done 2026-03-19}";

/// A note's text from its fields, about the Backend engineer's role at Acme Robotics unless they name another.
fn interview(fields: &str) -> String {
    let mut fields = fields.to_owned();
    for default in ["role: Backend engineer", "company: Acme Robotics"] {
        let (key, _) = default.split_once(' ').unwrap();
        if !fields.split("; ").any(|field| field.starts_with(key)) {
            fields = format!("{default}; {fields}");
        }
    }
    note(&fields)
}

/// A journal of interviews, `a.md`, `b.md` and so on, from their fields.
fn interviews(notes: &[&str]) -> Folder {
    let folder = Folder::new();
    for (name, fields) in ('a'..='z').zip(notes) {
        folder.write(&format!("{name}.md"), interview(fields));
    }
    folder
}

/// The follow-up of this id in a day's agenda; null where there is none.
fn followup(folder: &Folder, id: &str, today: &str) -> Value {
    let agenda = folder.agenda(&format!("2026-{today}"));
    let found = agenda["followups"].as_array().unwrap().iter().find(|one| one["id"] == id);
    found.cloned().unwrap_or(Value::Null)
}

/// Opens, due, late, lapses as `03-02 03-03 03-05 -`.
fn days(followup: &Value) -> String {
    let day = |key: &str| match &followup[key] {
        Value::Null => "-".to_owned(),
        day => day.as_str().unwrap().replacen("2026-", "", 1),
    };
    ["opens", "due", "late", "lapses"].map(day).join(" ")
}

/// Asserts the days of follow-ups under a configuration. Each row holds the notes' fields, the follow-up's id, and the
/// days on which it opens, is due, is late and lapses.
fn assert_days(config: &str, rows: &[(&[&str], &str, &str)]) {
    for (notes, id, expected) in rows {
        let folder = interviews(notes);
        folder.write("journal.toml", config);
        let followup = followup(&folder, id, "03-17");
        assert_ne!(followup, Value::Null, "{id} is missing: {notes:?}");
        assert_eq!(days(&followup), *expected, "{id}: {notes:?}");
    }
}

#[test]
fn after_every_interview() {
    assert_days(
        "",
        &[
            (&[SAM], "a/recruiter-thanks", "03-02 03-02 03-04 03-12"),
            (&[JANE], "a/thank-you/jane-doe", "03-02 03-03 03-05 03-16"),
            (
                &["interviewers: [Jane Doe, Ravi Patel]"],
                "a/thank-you/ravi-patel",
                "03-02 03-03 03-05 03-16",
            ),
            (
                &["date: 2026-03-06; interviewers: [Jo]"],
                "a/thank-you/jo",
                "03-06 03-07 03-09 03-20",
            ),
            (&["also_met: [Kim Soto]"], "a/team-thanks/kim-soto", "03-02 03-04 03-07 03-16"),
            (
                &["recruiter: {name: Sam Lee, agency: Talent Partners}"],
                "a/recruiter-debrief",
                "03-02 03-05 03-07 03-16",
            ),
            (&[JANE], "a/connect/jane-doe", "03-03 03-06 - 03-23"),
            (&[JANE], "a/value-add/jane-doe", "03-04 03-05 - 03-16"),
            (
                &["interviewers: [Jane Doe]; decision_window: by 2026-03-20"],
                "a/value-add/jane-doe",
                "03-04 03-05 - 03-20",
            ),
            (
                &["interviewers: [Jane Doe, {name: Ravi Patel, lead: true}]"],
                "a/value-add/ravi-patel",
                "03-04 03-05 - 03-16",
            ),
            (&[""], "a/find-out/decision-window", "03-02 03-03 03-07 05-01"),
            (&["interviewers: [Jane Doe]"], "a/find-out/contact/jane-doe", "03-02 03-03 - 03-16"),
        ],
    );
}

#[test]
fn while_waiting() {
    assert_days(
        "",
        &[
            // W is Monday 9 March, a Friday, a Saturday.
            (&["decision_window: 1 week"], "a/status-check/1", "03-10 03-11 03-16 04-08"),
            (&["decision_window: by 2026-03-06"], "a/status-check/1", "03-09 03-10 03-13 04-05"),
            (&["decision_window: by 2026-03-07"], "a/status-check/1", "03-09 03-10 03-13 04-06"),
            // No W: a week later, where that is a business day.
            (&[""], "a/status-check/1", "03-09 03-09 03-12 04-08"),
            (&["date: 2026-03-07"], "a/status-check/1", "03-14 03-16 03-19 04-13"),
            (&["decision_window: unknown"], "a/status-check/1", "03-09 03-09 03-12 04-08"),
            // The first sent early, on its day, late; without W.
            (
                &["decision_window: 1 week; followups: {status-check/1: done 2026-03-10}"],
                "a/status-check/2",
                "03-18 03-19 03-24 04-17",
            ),
            (
                &["decision_window: 1 week; followups: {status-check/1: done 2026-03-11}"],
                "a/status-check/2",
                "03-18 03-19 03-24 04-17",
            ),
            (
                &["decision_window: 1 week; followups: {status-check/1: done 2026-03-20}"],
                "a/status-check/2",
                "03-27 03-30 04-02 04-26",
            ),
            (
                &["followups: {status-check/1: done 2026-03-09}"],
                "a/status-check/2",
                "03-16 03-17 03-20 04-15",
            ),
            // After the second, after the first alone, unsent, decided against.
            (&[CHECKED], "a/close-out", "04-02 04-02 - 05-18"),
            (
                &["decision_window: 1 week; followups: {status-check/1: done 2026-03-11}"],
                "a/close-out",
                "03-25 03-25 - 05-10",
            ),
            (&["decision_window: 1 week"], "a/close-out", "04-08 04-08 - 05-01"),
            (&[""], "a/close-out", "04-08 04-08 - 05-01"),
            (
                &["decision_window: 1 week; followups: {status-check/1: skipped 2026-03-11}"],
                "a/close-out",
                "04-08 04-08 - 05-10",
            ),
        ],
    );
}

#[test]
fn a_newer_time_frame_starts_a_new_series_and_goes_on_counting() {
    const UPDATE: &str =
        "decision_window: 1 week; updates: [{date: 2026-03-11, decision_window: by 2026-03-25}]";
    let with = |records: &str| format!("{UPDATE}; followups: {{{records}}}");
    let before = with("status-check/1: done 2026-03-10");
    let first = with("status-check/1: done 2026-03-10, status-check/2: done 2026-03-27");
    let both = with(
        "status-check/1: done 2026-03-10, status-check/2: done 2026-03-27, status-check/3: done 2026-04-06",
    );
    let skipped = with("status-check/1: skipped 2026-03-10");
    let anew = with("status-check/1: done 2026-03-27");
    let two = "decision_window: 1 week; updates: [{date: 2026-03-09, decision_window: by 2026-03-16}, \
        {date: 2026-03-16, decision_window: by 2026-03-25}]; followups: {status-check/1: done 2026-03-16}";
    assert_days(
        "",
        &[
            (&[UPDATE], "a/status-check/1", "03-26 03-27 04-01 04-24"),
            (&[UPDATE], "a/close-out", "04-24 04-24 - 05-10"),
            (&[&anew], "a/status-check/2", "04-03 04-06 04-09 05-03"),
            (&[&before], "a/status-check/1", "03-10 03-11 03-16 04-08"),
            (&[&before], "a/status-check/2", "03-26 03-27 04-01 04-24"),
            (&[&skipped], "a/status-check/2", "03-26 03-27 04-01 04-24"),
            (&[&first], "a/status-check/3", "04-03 04-06 04-09 05-03"),
            (&[&first], "a/close-out", "04-10 04-10 - 05-26"),
            (&[&both], "a/close-out", "04-20 04-20 - 06-05"),
            (&[two], "a/status-check/2", "03-26 03-27 04-01 04-24"),
            // Words count from the day they were said.
            (
                &["updates: [{date: 2026-03-11, decision_window: a week}]"],
                "a/status-check/1",
                "03-19 03-20 03-25 04-17",
            ),
        ],
    );
    let folder = interviews(&[&both]);
    assert_eq!(followup(&folder, "a/status-check/4", "04-10"), Value::Null, "there is no third");
}

#[test]
fn when_word_comes() {
    assert_days(
        "",
        &[
            (
                &["outcome: more_interviews; outcome_date: 2026-03-17; recruiter: Sam"],
                "a/next-round",
                "03-17 03-18 03-21 04-08",
            ),
            (
                &["outcome: hiring_manager; outcome_date: 2026-03-17; recruiter: Sam"],
                "a/hiring-manager",
                "03-17 03-18 03-21 04-08",
            ),
            (&[OFFER], "a/offer-thanks", "03-17 03-17 03-20 04-07"),
            (&[OFFER], "a/offer-feedback", "03-17 03-18 03-21 04-08"),
            (&[OFFER, BETA], "a/offer-elsewhere/beta-labs-designer", "03-17 03-18 03-21 04-08"),
            (&["outcome: offer; decide_by: 2026-03-30"], "a/offer-decision", "03-26 03-26 03-31 -"),
            (&["outcome: offer; decide_by: 2026-03-29"], "a/offer-decision", "03-26 03-26 03-30 -"),
            (&[ACCEPTED], "a/acceptance", "03-17 03-17 03-20 04-07"),
            (&[MOVE], "a/manager-thanks", "03-17 03-18 03-21 04-08"),
            (&[ACCEPTED, BETA], "a/withdraw/beta-labs-designer", "03-17 03-18 03-21 04-08"),
            (
                &["outcome: declined; outcome_date: 2026-03-17; recruiter: Sam"],
                "a/decline",
                "03-17 03-18 03-21 04-08",
            ),
            (&[REJECTED], "a/rejection-thanks", "03-17 03-18 03-21 04-08"),
            (&[REJECTED], "a/feedback-request", "03-19 03-20 03-23 04-10"),
            (
                &["outcome: rejected; outcome_date: 2026-03-20"],
                "a/feedback-request",
                "03-24 03-25 03-28 04-15",
            ),
            (
                &["outcome: withdrawn; outcome_date: 2026-03-17; recruiter: Sam"],
                "a/withdrawal",
                "03-17 03-18 03-21 04-08",
            ),
        ],
    );
}

#[test]
fn internal_moves_take_their_time() {
    const REJECTED: &str = "outcome: rejected; outcome_date: 2026-03-17; internal: true";
    const INTERESTED: &str =
        "outcome: rejected; outcome_date: 2026-03-17; internal: true; still_interested: true";
    assert_days(
        "",
        &[
            (&[REJECTED], "a/rejection-thanks", "03-17 03-19 03-22 04-09"),
            (&[REJECTED], "a/re-evaluate", "04-07 04-07 04-10 06-06"),
            (&[INTERESTED], "a/feedback-request", "03-19 03-20 03-23 04-10"),
        ],
    );
}

#[test]
fn an_outcome_without_its_day_came_when_it_was_expected() {
    assert_days(
        "",
        &[
            (
                &["outcome: rejected; decision_window: 2 weeks"],
                "a/rejection-thanks",
                "03-16 03-17 03-20 04-07",
            ),
            (&["outcome: rejected"], "a/rejection-thanks", "03-09 03-10 03-13 03-31"),
            (
                &["outcome: offer; updates: [{date: 2026-03-11, decision_window: by 2026-03-25}]"],
                "a/offer-thanks",
                "03-25 03-25 03-28 04-15",
            ),
        ],
    );
    let agenda = interviews(&["outcome: rejected"]).agenda("2026-03-17");
    assert_eq!(agenda["problems"][0]["code"], "missing-outcome-date");
    assert_eq!(agenda["problems"][0]["severity"], "hint");
    assert_eq!(agenda["problems"].as_array().unwrap().len(), 1);
    for quiet in ["outcome: pending", "outcome: no_response", REJECTED] {
        let agenda = interviews(&[quiet]).agenda("2026-03-17");
        assert_eq!(agenda["problems"].as_array().unwrap().len(), 0, "{quiet}");
    }
}

#[test]
fn days_off_are_passed_over() {
    assert_days(
        "holidays = [\"2026-04-03\"]\n",
        &[
            (&["decision_window: by 2026-04-02"], "a/status-check/1", "04-06 04-07 04-10 05-02"),
            (&["date: 2026-03-27"], "a/status-check/1", "04-03 04-06 04-09 05-03"),
            (
                &["decision_window: 1 week; followups: {status-check/1: done 2026-03-27}"],
                "a/status-check/2",
                "04-06 04-07 04-10 05-06",
            ),
            (
                &["outcome: rejected; outcome_date: 2026-04-01"],
                "a/feedback-request",
                "04-06 04-07 04-10 04-28",
            ),
            (&["outcome: offer; decide_by: 2026-04-06"], "a/offer-decision", "04-01 04-01 04-07 -"),
            // A thank-you goes out on any day.
            (
                &["date: 2026-04-02; interviewers: [Jo]"],
                "a/thank-you/jo",
                "04-02 04-03 04-05 04-16",
            ),
        ],
    );
}

#[test]
fn a_journal_sets_its_own_days() {
    assert_days(
        "[cadence.thank-you]\ndue = \"D+2d\"\n",
        &[
            (&[JANE], "a/thank-you/jane-doe", "03-02 03-04 03-05 03-16"),
            (&[JANE], "a/connect/jane-doe", "03-03 03-06 - 03-23"),
        ],
    );
    assert_days(
        "[cadence.'status-check/1']\ndue = \"W+3b else D+8d\"\nlate = \"due+1b\"\nlapses = \"never\"\n",
        &[(&["decision_window: by 2026-03-20"], "a/status-check/1", "03-23 03-25 03-26 05-01")],
    );
    assert_days(
        "[cadence]\nquiet-after = \"30d\"\noutcome-day = \"D+1d\"\n",
        &[
            (&[""], "a/find-out/decision-window", "03-02 03-03 03-07 04-01"),
            (&["outcome: rejected"], "a/rejection-thanks", "03-03 03-04 03-07 03-25"),
        ],
    );
    let folder = interviews(&[JANE]);
    folder.write("journal.toml", "[cadence]\nconnect = false\n");
    assert_eq!(followup(&folder, "a/connect/jane-doe", "03-03"), Value::Null);
    assert_ne!(followup(&folder, "a/thank-you/jane-doe", "03-03"), Value::Null);
    folder.build(TODAY);
    assert!(folder.has("a.thank-you.jane-doe.draft.md"));
    assert!(!folder.has("a.connect.jane-doe.draft.md"));
}

#[test]
fn what_a_note_gives_no_reason_for_is_not_there() {
    let rows: &[(&[&str], &str)] = &[
        (&[JANE], "a/recruiter-thanks"),
        (&[SAM], "a/recruiter-debrief"),
        (&["interviewers: [Jane Doe, Ravi Patel]"], "a/value-add/ravi-patel"),
        (&["decision_window: 1 week"], "a/find-out/decision-window"),
        (&["updates: [{date: 2026-03-11, decision_window: 1 week}]"], "a/find-out/decision-window"),
        (&[JANE], "a/find-out/contact/jane-doe"),
        (&["also_met: [Kim Soto]"], "a/find-out/contact/kim-soto"),
        (&["decision_window: 1 week"], "a/status-check/2"),
        (&["followups: {status-check/1: skipped 2026-03-09}"], "a/status-check/2"),
        (&[CHECKED], "a/status-check/3"),
        (&[OFFER], "a/offer-decision"),
        (&[OFFER], "a/acceptance"),
        (&[OFFER], "a/close-out"),
        // An offer is told to open processes alone, and never to its own.
        (&[OFFER, "date: 2026-03-04"], "a/offer-elsewhere/acme-robotics-backend-engineer"),
        (
            &[OFFER, "company: Beta Labs; role: Designer; outcome: rejected"],
            "a/offer-elsewhere/beta-labs-designer",
        ),
        (&[OFFER, BETA], "a/withdraw/beta-labs-designer"),
        // Only an internal move has a manager to thank, unless it was they who made the offer.
        (&["outcome: accepted; manager: Jessie Park"], "a/manager-thanks"),
        (
            &["outcome: accepted; internal: true; manager: Jessie Park; contact: Jessie Park"],
            "a/manager-thanks",
        ),
        (&[REJECTED], "a/re-evaluate"),
        (&["outcome: rejected; internal: true; still_interested: false"], "a/feedback-request"),
        // The invitation was taken up by the next round's note.
        (
            &["outcome: more_interviews; outcome_date: 2026-03-10", "date: 2026-03-16"],
            "a/next-round",
        ),
        (&["outcome: no_response"], "a/rejection-thanks"),
    ];
    for (notes, id) in rows {
        assert_eq!(followup(&interviews(notes), id, "03-17"), Value::Null, "{notes:?}");
    }
}

#[test]
fn what_has_been_overtaken_is_void_and_the_rest_goes_on() {
    let rows: &[(&[&str], &str, &str)] = &[
        (&["decision_window: 2 weeks", "date: 2026-03-12"], "a/status-check/1", "void"),
        (&["decision_window: 2 weeks", "date: 2026-03-12"], "b/status-check/1", "upcoming"),
        (&[JANE, "date: 2026-03-12"], "a/thank-you/jane-doe", "overdue"),
        (&["decision_window: 2 weeks; outcome: rejected"], "a/status-check/1", "void"),
        (&["interviewers: [Jane Doe]; outcome: rejected"], "a/value-add/jane-doe", "void"),
        (&["interviewers: [Jane Doe]; outcome: rejected"], "a/thank-you/jane-doe", "overdue"),
        (&["outcome: no_response"], "a/find-out/decision-window", "void"),
        // What was settled stays settled.
        (
            &["followups: {status-check/1: done 2026-03-09}", "date: 2026-03-12"],
            "a/status-check/1",
            "done",
        ),
    ];
    for (notes, id, expected) in rows {
        assert_eq!(
            followup(&interviews(notes), id, "03-15")["status"],
            *expected,
            "{id}: {notes:?}"
        );
    }
}

#[test]
fn each_follow_up_goes_to_whom_it_should() {
    const PANEL: &str = "interviewers: [Jane Doe, {name: Ravi Patel, title: Hiring Manager}]";
    const PAIR: &str = "interviewers: [Jane Doe, {name: Ravi Patel, lead: true}]";
    let told = |fields: &str| format!("{fields}; contact: Dana Ray <dana@acme.example>");
    let rows: &[(&str, &str, &str)] = &[
        (&format!("{PANEL}; {SAM}"), "status-check/1", "Sam Lee"),
        (PANEL, "status-check/1", "Ravi Patel"),
        (PAIR, "status-check/1", "Ravi Patel"),
        ("interviewers: [Jane Doe, Ravi Patel]", "status-check/1", "Jane Doe"),
        (&told(OFFER), "offer-thanks", "Dana Ray"),
        (OFFER, "offer-thanks", "Sam Lee"),
        (&told(OFFER), "offer-feedback", "Sam Lee"),
        (&told(ACCEPTED), "acceptance", "Dana Ray"),
        (ACCEPTED, "acceptance", "Sam Lee"),
        (MOVE, "manager-thanks", "Jessie Park"),
        (&told(&format!("outcome: declined; {SAM}")), "decline", "Dana Ray"),
        (&format!("outcome: declined; {SAM}"), "decline", "Sam Lee"),
        (&told(REJECTED), "rejection-thanks", "Dana Ray"),
        (REJECTED, "rejection-thanks", "Sam Lee"),
        (&told(REJECTED), "feedback-request", "Sam Lee"),
        (&told("outcome: rejected"), "feedback-request", "Dana Ray"),
    ];
    for (fields, id, expected) in rows {
        let followup = followup(&interviews(&[fields]), &format!("a/{id}"), "03-17");
        assert_eq!(followup["person"]["name"], *expected, "{id}: {fields}");
    }
}

#[test]
fn without_an_address_the_recruiter_passes_thanks_on() {
    let folder = interviews(&["interviewers: [Jane Doe]; recruiter: Sam Lee <sam@acme.example>"]);
    let agenda = folder.build(TODAY);
    assert!(agenda.contains("no address for Jane Doe"), "{agenda}");
    let draft = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(draft.contains("\nto: Sam Lee <sam@acme.example>\n"), "{draft}");
}

#[test]
fn the_company_of_an_offer_is_not_named_to_others() {
    for (fields, kind) in [(OFFER, "offer-elsewhere"), (ACCEPTED, "withdraw")] {
        let fields =
            format!("{fields}; contact: Dana Ray <dana@acme.example>; thread: Acme offer; {JANE}");
        let folder = interviews(&[&fields, BETA]);
        folder.build("2026-03-17");
        let draft = folder.read(&format!("a.{kind}.beta-labs-designer.draft.md"));
        assert!(draft.contains("\nto: Bo Ek <bo@beta.example>\n"), "{draft}");
        for name in ["acme", "backend", "dana", "sam lee", "jane"] {
            assert!(!draft.to_lowercase().contains(name), "{kind} names {name}: {draft}");
        }
    }
}

#[test]
fn every_other_open_process_hears_of_an_offer() {
    for outcome in ["pending", "more_interviews", "hiring_manager"] {
        let beta = format!("{BETA}; outcome: {outcome}; outcome_date: 2026-03-16");
        for (fields, kind) in [(OFFER, "offer-elsewhere"), (ACCEPTED, "withdraw")] {
            let id = format!("a/{kind}/beta-labs-designer");
            let followup = followup(&interviews(&[fields, &beta]), &id, "03-17");
            assert_eq!(followup["person"]["name"], "Bo Ek", "{kind} while {outcome}");
        }
    }
}

#[test]
fn an_offers_deadline_stands_at_the_top() {
    let folder = interviews(&[&format!("{OFFER}; decide_by: 2026-03-30")]);
    let agenda = folder.build("2026-03-17");
    let (top, _) = agenda.split_once("\n## ").unwrap();
    assert!(top.contains("Mon 30 Mar, in 13 days"), "{agenda}");
}

#[test]
fn a_state_changes_on_its_day() {
    let offer = format!("{OFFER}; decide_by: 2026-03-30");
    type States<'a> = &'a [(&'a str, &'a str)];
    let rows: &[(&str, &str, States)] = &[
        (
            JANE,
            "thank-you/jane-doe",
            &[
                ("03-01", "upcoming"),
                ("03-02", "open"),
                ("03-03", "today"),
                ("03-04", "due"),
                ("03-05", "overdue"),
                ("03-15", "overdue"),
                ("03-16", "lapsed"),
            ],
        ),
        (
            JANE,
            "connect/jane-doe",
            &[
                ("03-02", "upcoming"),
                ("03-03", "open"),
                ("03-06", "today"),
                ("03-07", "due"),
                ("03-22", "due"),
                ("03-23", "lapsed"),
            ],
        ),
        (
            SAM,
            "recruiter-thanks",
            &[("03-02", "today"), ("03-03", "due"), ("03-04", "overdue"), ("03-12", "lapsed")],
        ),
        (
            "decision_window: 1 week",
            "status-check/1",
            &[
                ("03-09", "upcoming"),
                ("03-10", "open"),
                ("03-11", "today"),
                ("03-15", "due"),
                ("03-16", "overdue"),
                ("04-07", "overdue"),
                ("04-08", "lapsed"),
            ],
        ),
        (
            "",
            "close-out",
            &[("04-07", "upcoming"), ("04-08", "today"), ("04-30", "due"), ("05-01", "lapsed")],
        ),
        (
            &offer,
            "offer-decision",
            &[
                ("03-25", "upcoming"),
                ("03-26", "today"),
                ("03-30", "due"),
                ("03-31", "overdue"),
                ("12-31", "overdue"),
            ],
        ),
    ];
    for (fields, id, states) in rows {
        let folder = interviews(&[fields]);
        for (today, expected) in *states {
            let followup = followup(&folder, &format!("a/{id}"), today);
            assert_eq!(followup["status"], *expected, "{id} on {today}");
        }
    }
}

#[test]
fn a_record_settles_or_puts_off() {
    let rows = [
        ("done 2026-03-03", "03-03", "done", "03-02 03-03 03-05 03-16"),
        ("done 2026-03-03", "12-31", "done", "03-02 03-03 03-05 03-16"),
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
    let rows = [
        ("decision_window: 1 week", "04-30", "05-01"),
        ("updates: [{date: 2026-03-11, decision_window: 1 week}]", "05-09", "05-10"),
        ("followups: {status-check/1: done 2026-03-12}", "05-10", "05-11"),
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
    assert!(text.contains("## Offers") && !text.contains("## Gone quiet"), "{text}");
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
