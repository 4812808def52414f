//! Problems in notes: where each is reported, and that the rest still works.

use super::{NONE, TWO_DAYS_LATER, agenda, agenda_of, ids, problems, thanked};
use crate::support::{journal, note};

#[test]
fn follow_ups_that_need_a_bad_field_wait_and_the_rest_works() {
    const OFFER: &str = "outcome: offer\noutcome_date: 2026-03-11";
    const REJECTED: &str = "outcome: rejected\noutcome_date: 2026-03-11\ninternal: true";
    // Lines; the problem; a kind that waits; a kind that works.
    #[rustfmt::skip]
    let rows: &[(&str, &str, &str, &str)] = &[
        // the lines | the problem | a kind that waits | a kind that works
        // Probably a refusal, which nobody asks for news about. Words that nobody knows count as pending.
        ("outcome: rejectd\noutcome_date: 2026-03-11",      "unknown-outcome 4:10", "status-check",     "thank-you"),
        ("outcome: rejectd\noutcome_date: 2026-03-11",      "unknown-outcome 4:10", "value-add",        "connect"),
        ("outcome: dunno\noutcome_date: 2026-03-11",        "unknown-outcome 4:10", "rejection-thanks", "status-check"),
        ("outcome: [offer, accepted]\noutcome_date: 2026-03-11",
                                                            "wrong-type 4:10",      "acceptance",       "thank-you"),
        ("outcome: rejected\noutcome_date: last week",      "invalid-date 5:15",    "rejection-thanks", "thank-you"),
        (&format!("{OFFER}\ndecide_by: soon"),              "invalid-date 6:12",    "offer-decision",   "offer-thanks"),
        (&format!("{REJECTED}\nstill_interested: perhaps"), "wrong-type 7:19",      "feedback-request", "re-evaluate"),
        ("recruiter: sam@acme.example",                     "nameless-person 4:12", "recruiter-thanks", "thank-you"),
        ("recruiter: Sam & Jo",                             "several-people 4:12",  "status-check",     "thank-you"),
        ("decision_window: [1, week]",                      "wrong-type 4:18",      "status-check",     "thank-you"),
        ("updates: [{date: soon, decision_window: 1 week}]",
                                                            "invalid-date 4:18",    "status-check",     "thank-you"),
        ("updates: [soon]",                                 "wrong-type 4:11",      "status-check",     "thank-you"),
        ("followups: {connect: maybe}",            "invalid-record 4:22",  "connect",          "thank-you"),
        ("outcome: offer\nstatus: offer\noutcome: accepted\noutcome_date: 2026-03-11",
                                                            "duplicate-key 6:1",    "offer-thanks",     "thank-you"),
    ];
    for (lines, problem, waits, works) in rows {
        let agenda = agenda_of(&format!("{lines}\ninterviewers: [Jane Doe <jane@acme.example>]"));
        assert_eq!(problems(&agenda), [*problem], "{lines}");
        assert_eq!(ids(&agenda, waits), NONE, "{lines}");
        assert_ne!(ids(&agenda, works), NONE, "{lines}");
    }
    // A note without a good day has what doesn't need it.
    for (date, problem) in [
        ("date: soon", "invalid-date 3:7"),
        ("date:", "missing-date 2:1"),
        ("", "missing-date 2:1"),
    ] {
        let text = format!(
            "---\ncompany: Acme\n{date}\nrecruiter: Sam\noutcome: rejected\noutcome_date: 2026-03-11\n---\n"
        );
        let agenda = agenda(&text);
        assert_eq!(problems(&agenda), [problem]);
        assert_eq!(ids(&agenda, "rejection-thanks"), ["rejection-thanks"], "{date}");
        assert_eq!(ids(&agenda, "recruiter-thanks"), NONE, "{date}");
    }
    // One bad person or address leaves the others, and the person, as they are.
    let agenda =
        agenda_of("interviewers: [Jane & Ravi, Kim Soto, {name: Lee, email: lee at acme}]");
    assert_eq!(problems(&agenda), ["several-people 4:16", "invalid-address 4:58"]);
    assert_eq!(thanked(&agenda), ["Kim Soto", "Lee"]);
    assert_eq!(
        ids(&agenda, "find-out"),
        ["find-out/contact/kim-soto", "find-out/contact/lee", "find-out/decision-window",]
    );
}

#[test]
fn a_bad_note_leaves_the_others_alone() {
    let good = note("company: Beta; date: 2026-03-10");
    for (text, problem) in [
        ("---\ncompany: [\n---\n", "unreadable-value"),
        ("---\ncompany: [Acme\n\tdate: 2026-03-10\n---\n", "unreadable-value"),
        ("---\ncompany: Acme: Robotics\ndate: 2026-03-10\n---\n", "unreadable-value"),
        ("---\ncompany: Acme\n--- # next\ndate: 2026-03-10\n---\n", "invalid-yaml"),
        ("---\ncompany: Acme\ndate: 2026-03-10\n", "unclosed-front-matter"),
        ("---\ncompany:\ndate: 2026-03-10\n---\n", "missing-company"),
        ("---\ncompany: [a, b]\ndate: 2026-03-10\n---\n", "wrong-type"),
        ("---\ncompany:\n  -\ndate: 2026-03-10\n---\n", "wrong-type"),
        ("---\ncompany: [\"\"]\ndate: 2026-03-10\n---\n", "wrong-type"),
        ("---\ncompany: *acme\ndate: 2026-03-10\n---\n", "unsupported-yaml"),
    ] {
        let folder = journal(&[("a.md", text), ("b.md", &good)]);
        let agenda = folder.agenda(TWO_DAYS_LATER);
        assert_eq!(agenda["problems"][0]["code"], problem, "{text:?}: {agenda}");
        assert_eq!(agenda["problems"].as_array().unwrap().len(), 1, "{text:?}: {agenda}");
        assert_eq!(agenda["problems"][0]["path"], "a.md");
        assert_eq!(agenda["waiting"][0]["company"], "Beta", "{text:?}");
        let ran = folder.run_on(TWO_DAYS_LATER, "build");
        assert!(ran.code == 0 && ran.stderr.contains("a.md:"), "{ran:?}");
        let page = folder.read("FOLLOWUPS.md");
        let (_, told) = page.split_once("## Problems").unwrap();
        assert!(told.contains(problem) && told.contains("a.md"), "{page}");
    }
}

/// Lines of a note from its third on, and the problems that they give.
#[rustfmt::skip]
const PLACES: &[(&str, &[&str])] = &[
    // the lines | their problems
    ("date: 2026-02-30",                                                   &["invalid-date 3:7"]),
    ("date:   \"2 March\"",                                                &["invalid-date 3:9"]),
    ("outcome: 'who knows'\noutcome_date: 2026-03-11",                     &["unknown-outcome 3:10"]),
    ("\"outcome\" :  dunno # ?\noutcome_date: 2026-03-11",                 &["unknown-outcome 3:14"]),
    ("# a\n\n  # b\noutcome: dunno\noutcome_date: 2026-03-11",             &["unknown-outcome 6:10"]),
    ("decision_window: soonish",                                           &["unknown-window 3:18"]),
    ("decision_window: >-\n  soon\n  ish",                                 &["unknown-window 4:3"]),
    ("interviewers:\n  - Jane\n  - name: Ravi\n    email: ravi at acme\n", &["invalid-address 6:12"]),
    ("interviewers:\n- {name: Jané Dœ, email: jane}",                      &["invalid-address 4:26"]),
    ("interviewers: [Jane, Zoë & Ravi]",                                   &["several-people 3:22"]),
    ("interviewers:\n  - email: jane@acme.example",                        &["nameless-person 4:5"]),
    ("interviewers:\n  - [Jane, Ravi]",                                    &["wrong-type 4:5"]),
    ("also_met:\n  - Kim <kim>\n  - Lee <lee>",
                                                                           &["invalid-address 4:10", "invalid-address 5:10"]),
    ("recruiter: \"é sam <sam>\"",                                         &["invalid-address 3:20"]),
    ("recruiter: \"Sam <\\x73am>\"",                                       &["invalid-address 3:12"]),
    ("updates:\n  - {date: soon, decision_window: 1 week}",                &["invalid-date 4:12"]),
    ("updates:\n  - date: 2026-03-11\n    decision_window: soonish",       &["unknown-window 5:22"]),
    ("updates:\n  - {date: 2026-03-11, decision_window: 1 week}\n  - {date: someday, decision_window: ?}",
                                                                           &["invalid-date 5:12"]),
    ("followups:\n  thank-you/jane: done\n",                               &["invalid-record 4:19"]),
    ("followups: {re-evaluate: done 2026-03-11, thank-you/jane: x}",       &["invalid-record 3:59"]),
    ("followups:\n  - done",                                               &["wrong-type 4:3"]),
    ("internal: perhaps",                                                  &["wrong-type 3:11"]),
    ("recruiter: {name: Sam, email: [x]}",                                 &["wrong-type 3:31"]),
    ("recruiter: {name: Sam, agency: [x, y]}",                             &["wrong-type 3:32"]),
    ("interviewers:\n  - {name: Jane Doe, lead: perhaps}",                 &["wrong-type 4:28"]),
    ("interviewers:\n  - name: Jane Doe\n    title: [x, y]",               &["wrong-type 5:12"]),
    ("outcome: withdrawn\noutcome_date: 2026-03-09",                       &[]),
    ("outcome: rejected\noutcome_date: 2025-03-09",                        &["before-interview 4:15"]),
    ("outcome: offer\noutcome_date: 2026-03-09",                           &["before-interview 4:15"]),
    ("outcome: offer\noutcome_date: 2028-03-09",                           &["future-outcome-date 4:15"]),
    ("outcome: offer\noutcome_date: 2028-03-10",                           &["far-date 4:15", "future-outcome-date 4:15"]),
    ("outcome: offer\noutcome_date: 2026-03-11\ndecide_by: 2025-03-30",    &["before-interview 5:12"]),
    ("decision_window: by 2025-03-20",                                     &["before-interview 3:18"]),
    ("decision_window: end of March 2062",                                 &["far-date 3:18"]),
    ("decision_window: 24 months",                                         &["long-window 3:18"]),
    ("updates: [{date: 2026-03-01}, {date: 2062-03-11, window: 2026-03-09}]",
                                                                           &["before-interview 3:18", "far-date 3:38", "future-update 3:38", "before-interview 3:58"]),
    ("outcome: offer\noutcome: pending\noutcome_date: 2026-03-11",         &["duplicate-key 4:1"]),
    ("role: *x",                                                           &["unsupported-yaml 3:7"]),
    ("<<: {outcome: offer}",                                               &["unsupported-yaml 3:1"]),
];

fn assert_places(form: impl Fn(&str) -> String) {
    for (lines, expected) in PLACES {
        let date = if lines.starts_with("date") { "" } else { "date: 2026-03-10\n" };
        let text = form(&(note(&format!("company: Acmé\n{lines}\n{date}")) + "Body\n"));
        assert_eq!(problems(&agenda(&text)), *expected, "{text:?}");
    }
}

#[test]
fn a_problem_is_reported_at_its_place() {
    assert_places(str::to_owned);
    assert_places(|text| format!("\u{feff}{text}"));
    assert_places(|text| text.replace("---\n", "---  \n"));
}

#[test]
fn a_problem_is_reported_at_its_place_with_crlf_too() {
    assert_places(|text| text.replace('\n', "\r\n"));
    assert_places(|text| format!("\u{feff}{text}").replace('\n', "\r\n"));
}

#[test]
fn lines_before_the_fence_count() {
    let text = "\u{feff}\n \n---\ncompany: Acme\ndate: soon\n---\n";
    assert_eq!(problems(&agenda(text)), ["invalid-date 5:7"]);
}

#[test]
fn an_unknown_outcome_is_one_problem() {
    assert_eq!(problems(&agenda_of("outcome: dunno")), ["unknown-outcome 4:10"]);
}

#[test]
fn dates_that_are_two_or_lack_their_year_are_told_with_what_to_write() {
    #[rustfmt::skip]
    let cases = [
        // the field | the message | the help
        ("date: Mon 12 Jan 2026 at 10.30 (moved from 8 Jan)", "could be 2026-01-08 or 2026-01-12", "write 2026-01-08 or 2026-01-12"),
        ("date: 12 January 2026, moved to 2026-01-19",        "could be 2026-01-12 or 2026-01-19", "write 2026-01-12 or 2026-01-19"),
        ("date: 16-17 March 2026",                            "could be 2026-03-16 or 2026-03-17", "write 2026-03-16 or 2026-03-17; if there are interviews on both, list them under `interviews`, each with its `date`"),
        ("date: Mon 16 to Tue 17 March 2026",                 "could be 2026-03-16 or 2026-03-17", "write 2026-03-16 or 2026-03-17; if there are interviews on both, list them under `interviews`, each with its `date`"),
        ("date: 2025-12-29 (now Mon 5 Jan)",                  "could be 2025-12-29 or 2026-01-05", "write 2025-12-29 or 2026-01-05"),
        ("date: 9 Jan",                                       "\"9 Jan\" lacks its year",          "write it with the year in place of YYYY: YYYY-01-09"),
        ("decide_by: 15/3",                                   "\"15/3\" is not a valid date",      "write `decide_by: 2026-03-15`, or the day that you mean"),
        ("date: 30 Feb",                                      "\"30 Feb\" is not a valid date",    "write the year, month and day: 2026-03-02"),
    ];
    for (field, message, help) in cases {
        let folder = journal(&[("a.md", &note(field))]);
        let told = folder.run_on("2026-01-12", "check").stdout;
        assert!(told.contains(message), "{field}: {told}");
        assert!(told.contains(&format!("= help: {help}\n")), "{field}: {told}");
    }
}

#[test]
fn quotes_in_a_value_stay_as_they_are() {
    let text = note(
        "interviewers: ['\"Billy\" Quinn - Chaplain', \"Jo \\\\ Ray - Chaplain - x\"]; outcome: so \"so\"",
    );
    let folder = journal(&[("a.md", &text)]);
    let told = folder.run_on("2026-03-03", "check").stdout;
    let page = folder.build("2026-03-03");
    for message in
        ["'\"Billy\" Quinn - Chaplain' leaves it open", "'so \"so\"' is not a known outcome"]
    {
        assert!(told.contains(message), "{message}: {told}");
        assert!(page.contains(message), "{message}: {page}");
    }
}

#[test]
fn a_notes_front_matter_that_does_not_come_first_is_named() {
    let fields = "company: Acme\ndate: 2026-03-02";
    let code = "misplaced-front-matter a.md";
    for (text, at) in [
        (format!("<!-- c -->\n---\n{fields}\n---\n"), "2:1"),
        (format!("<!-- c\nd -->\n\n---\n{fields}\n---\n"), "4:1"),
        (format!("\u{200b}---\n{fields}\n---\n"), "1:2"),
        (format!("---yaml\n{fields}\n---\n"), "1:1"),
        (format!(" ---\n {fields}\n ---\n"), "1:2"),
        ("+++\ncompany = \"T\"\ndate = 2026-03-12\n+++\n".to_owned(), "1:1"),
        (format!("--\n{fields}\n--\nHello\n"), "1:1"),
        (format!("- - -\n{fields}\n---\n"), "1:1"),
        (format!("----\n{fields}\n---\n"), "1:1"),
        (format!("{fields}\n---\nHello\n"), "1:1"),
        (format!("\n{fields}\n---\nHello\n"), "2:1"),
        // These are about something else.
        (format!("{fields}\n\nAcme is a company.\n\n---\n"), ""),
        ("company: Acme\n---\n".to_owned(), ""),
        (format!("{fields}\n"), ""),
        (format!("# How to\n\n```\n---\n{fields}\n---\n```\n"), ""),
        ("<!-- c -->\n---\nauthor: Acme\n---\n".to_owned(), ""),
        (format!("<!-- c -->\n---\n{fields}\n"), ""),
    ] {
        let folder = crate::support::journal(&[("a.md", &text)]);
        let ran = folder.run_on("2026-03-03", "check --format json");
        let found = crate::support::problems_of(&serde_json::from_str(&ran.stdout).unwrap());
        let expected = if at.is_empty() { vec![] } else { vec![format!("{code}:{at}")] };
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn the_end_of_a_list_is_not_left_out_without_a_word() {
    let list = |name: &str, item: fn(u32) -> String, length: u32| {
        note(&format!("{name}:\n{}", (1..=length).map(item).collect::<String>()))
    };
    let interview = |n| format!("  - date: 2026-02-{:02}\n    round: {n}\n", 1 + n % 28);
    let person = |n| format!("  - Kim{n} Soto\n");
    let update = |n| format!("  - {{date: 2026-03-02, decision_window: {n} days}}\n");
    let tasks = |length| note("role: Dev") + &"- [ ] Call\n".repeat(length);
    #[rustfmt::skip]
    let cases = [
        // the note | the code and the line of its problem
        (list("interviews", interview, 50),    vec![]),
        (list("interviews", interview, 52),    vec!["too-many a.md:105:5"]),
        (list("interviewers", person, 100),    vec![]),
        (list("interviewers", person, 102),    vec!["too-many a.md:105:5"]),
        (list("updates", update, 100),         vec![]),
        (list("updates", update, 102),         vec!["too-many a.md:105:5"]),
        (tasks(100),                           vec![]),
        (tasks(102),                           vec!["too-many a.md:106:1"]),
    ];
    for (text, expected) in cases {
        let folder = journal(&[("a.md", &text)]);
        let ran = folder.run_on("2026-03-03", "check --format json");
        let found = crate::support::problems_of(&serde_json::from_str(&ran.stdout).unwrap());
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_task_is_ticked_however_many_there_are() {
    let tasks = |mark: &str| (1..130).map(|n| format!("- [{mark}] Call {n}\n")).collect::<String>();
    let text = note("role: Dev") + &tasks("x") + &tasks(" ").replace("Call", "Write to");
    let folder = journal(&[("a.md", &text)]);
    let page = folder.build("2026-03-03");
    let open = "- [ ] **Write to 7**";
    assert!(page.contains(open), "{page}");
    folder.write("FOLLOWUPS.md", page.replace(open, "- [x] **Write to 7**"));
    let page = folder.build("2026-03-03");
    assert!(!page.contains("Write to 7**") && page.contains("Write to 101**"), "{page}");
    assert!(folder.read("a.md").contains("\n- [x] Write to 7\n"));
}
