//! The cadence, rule by rule: the follow-ups that there are, and their four days.
//!
//! Notes are written in short: fields separated by `; `, with company, role and date filled in where a row needs no
//! other. The first note is `a.md`, the next `b.md`. Days are `month-day` of 2026; 2 March is a Monday.

mod days;
mod exceptions;
mod one_message;
mod others;
mod presence;
mod problems;
mod states;

use serde_json::Value;

use crate::support::{Folder, note};

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

/// A one-week window, after which both checks were sent.
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

/// The days on which a follow-up opens, is due, is late and lapses, as `03-02 03-03 03-05 -`.
fn days(followup: &Value) -> String {
    let day = |key: &str| match &followup[key] {
        Value::Null => "-".to_owned(),
        day => day.as_str().unwrap().replacen("2026-", "", 1),
    };
    ["opens", "due", "late", "lapses"].map(day).join(" ")
}

/// Asserts the days of follow-ups under a configuration, as of 17 March. Each row holds the notes' fields, the
/// follow-up's id, and the days on which it opens, is due, is late and lapses.
fn assert_days(config: &str, rows: &[(&[&str], &str, &str)]) {
    assert_days_on("03-17", config, rows);
}

/// The same as of another day.
fn assert_days_on(today: &str, config: &str, rows: &[(&[&str], &str, &str)]) {
    for (notes, id, expected) in rows {
        let folder = interviews(notes);
        folder.write("journal.toml", config);
        let followup = followup(&folder, id, today);
        assert_ne!(followup, Value::Null, "{id} is missing: {notes:?}");
        assert_eq!(days(&followup), *expected, "{id}: {notes:?}");
    }
}

/// Asserts the states of follow-ups. Each row holds the notes' fields, the follow-up's id, and its state on each of some
/// days, such as `03-10 open, 03-16 none`; `none` means that there is no such follow-up.
fn assert_states(rows: &[(&[&str], &str, &str)]) {
    for (notes, id, states) in rows {
        let folder = interviews(notes);
        for state in states.split(", ") {
            let (today, expected) = state.split_once(' ').unwrap();
            let followup = followup(&folder, id, today);
            let found = followup["status"].as_str().unwrap_or("none");
            assert_eq!(found, expected, "{id} on {today}: {notes:?}");
        }
    }
}
