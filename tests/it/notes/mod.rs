//! Notes in the forms in which people write them: how they are read, and where their problems are reported.

mod bad_values;
mod fields;
mod kinds;
mod mapping;
mod people;
mod places;
mod problems;

use serde_json::Value;

use crate::support::{journal, note, problems_of};

/// Two days after the interviews.
const TWO_DAYS_LATER: &str = "2026-03-12";

/// The agenda of one note, `a.md`.
fn agenda(text: &str) -> Value {
    journal(&[("a.md", text)]).agenda(TWO_DAYS_LATER)
}

/// The agenda of a note with these lines, from line 4 on.
fn agenda_of(lines: &str) -> Value {
    agenda(&note(&format!("date: 2026-03-10\n{lines}")))
}

/// The follow-ups of an agenda.
fn followups(agenda: &Value) -> &[Value] {
    agenda["followups"].as_array().unwrap()
}

/// The ids of all follow-ups of a kind that count, without the note's name.
fn ids(agenda: &Value, kind: &str) -> Vec<String> {
    let of_kind = followups(agenda)
        .iter()
        .filter(|followup| followup["kind"] == kind && followup["status"] != "void");
    let mut ids: Vec<_> =
        of_kind.map(|followup| followup["id"].as_str().unwrap().replacen("a/", "", 1)).collect();
    ids.sort();
    ids
}

/// The people whom the thank-yous go to, as `Name <address>`.
fn thanked(agenda: &Value) -> Vec<String> {
    let thanks = followups(agenda).iter().filter(|followup| followup["kind"] == "thank-you");
    thanks.map(|followup| person(&followup["person"])).collect()
}

/// A person as `Name <address>`.
fn person(person: &Value) -> String {
    let name = person["name"].as_str().unwrap();
    person["email"].as_str().map_or(name.to_owned(), |email| format!("{name} <{email}>"))
}

/// Every problem as `code line:column`.
fn problems(agenda: &Value) -> Vec<String> {
    problems_of(agenda).iter().map(|problem| problem.replacen(" a.md:", " ", 1)).collect()
}

/// No problems.
const NONE: [&str; 0] = [];
