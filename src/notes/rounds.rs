//! The rounds of a note with a list of interviews.

use std::sync::Arc;

use super::fields::keys;
use super::fields::{Fields, Read};
use super::front_matter::Split;
use super::interviews::{self, Interviews};
use super::parse::{Parsed, read};
use super::tree::{Entry, Node, Value};
use super::unite::unite;
use super::{Note, Person};
use crate::diagnostic::{Diagnostic, Problem, Severity};

/// The place of a round in a list of interviews.
#[derive(Clone, Copy, Debug)]
pub struct InList<'p> {
    /// Its name, unless it is the top level.
    pub name: Option<&'p str>,
    /// The names of all.
    pub all: &'p [Option<&'p str>],
}

/// Reads the rounds of a note with a list of interviews. One whose day isn't clear costs itself alone.
pub fn rounds(
    path: &str,
    text: &str,
    split: &Split<'_>,
    interviews: &Interviews<'_, '_>,
    read_from: Read<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Parsed {
    let Read { elsewhere, mapping, .. } = read_from;
    let above = interviews.above();
    let items = interviews.items.iter();
    let entries: Vec<Vec<&Entry<'_>>> =
        items.map(|(name, item)| interviews.entries_of(name.as_deref(), item)).collect();
    let fields_of = |entries| Fields::new(path, text, split, Read { entries, elsewhere, mapping });
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut names: Vec<Option<&str>> = Vec::new();
    names.extend(interviews.has_top_round().then_some(None));
    names.extend(
        interviews.items.iter().filter(|(name, _)| name.is_some()).map(|(name, _)| name.as_deref()),
    );
    let mut notes = Vec::new();
    let mut top = fields_of(&above);
    if interviews.has_top_round() {
        let place = InList { name: None, all: &names };
        notes.extend(read(path, &mut top, split.body_start, Some(place)));
    } else {
        top.check_keys();
        top.check_second_names();
    }
    if let Some(item) = interviews.first_unread {
        let problem = Problem::TooMany { what: "interviews", limit: interviews::LIMIT };
        top.report_at(item.span.clone(), problem);
    }
    found.extend(top.into_problems());
    for ((name, item), entries) in interviews.items.iter().zip(&entries) {
        let mut fields = fields_of(entries);
        match name {
            Some(name) if !fields.is_no_interview() => {
                let place = InList { name: Some(name), all: &names };
                notes.extend(read(path, &mut fields, split.body_start, Some(place)));
            }
            Some(_) => {}
            None => report_nameless(item, &mut fields),
        }
        found.extend(fields.into_problems());
    }
    // What rounds have from the top level is read for each of them.
    for problem in found {
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    unite(&mut notes);
    let has_errors = problems.iter().any(|one| one.severity() == Severity::Error);
    notes.iter_mut().for_each(|note| note.has_errors |= has_errors);
    acquaint(&mut notes);
    if notes.is_empty() { Parsed::Unusable } else { Parsed::Rounds(notes) }
}

/// Reports an item of the list that is no round, as it has no day.
fn report_nameless(item: &Node<'_>, fields: &mut Fields<'_>) {
    match &item.value {
        Value::Map(_) if fields.has(&keys::DATE) && !fields.is_empty_value(&keys::DATE) => {
            fields.date(&keys::DATE);
        }
        Value::Map(_) => {
            let first = item.span.start..item.span.start;
            fields.report_at(first, Problem::MissingDate { typo: None });
        }
        Value::Null | Value::Unreadable(_) => {}
        _ => {
            let (field, expected) = (keys::INTERVIEWS.name().to_owned(), "maps with a `date` each");
            fields.report_at(item.span.clone(), Problem::WrongType { field, expected });
        }
    }
}

/// Tells the rounds of a note of each other, and leaves its tasks to the newest.
fn acquaint(notes: &mut [Note]) {
    let newest =
        notes.iter().enumerate().max_by_key(|(at, note)| (note.date.value().copied(), *at));
    let newest = newest.map(|(at, _)| at);
    let body = newest.map(|at| notes[at].body.clone());
    let others: Vec<(Option<String>, Vec<Arc<Person>>)> = notes
        .iter()
        .map(|note: &Note| {
            let people = note.interviewers.iter().chain(&note.also_met).cloned();
            (note.name_in_file().map(str::to_owned), people.collect())
        })
        .collect();
    for (at, note) in notes.iter_mut().enumerate() {
        let is_newest = newest == Some(at);
        if let Some(body) = body.as_ref().filter(|_| !is_newest) {
            note.body.leave_tasks_to(body);
        }
        if let Some(place) = &mut note.in_file {
            place.is_newest = is_newest;
            place.others = others.clone();
            place.others.remove(at);
        }
    }
}
