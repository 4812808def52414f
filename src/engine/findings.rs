//! Findings that need more than one note alone: today's date, or the other notes of its process.

use std::collections::HashMap;
use std::collections::hash_map;
use std::sync::Arc;

use chrono::{Months, NaiveDate};

use crate::agenda::{Item, task};
use crate::diagnostic::{Diagnostic, Problem};
use crate::engine::processes::Processes;
use crate::notes::Note;
use crate::notes::material::{Unheard, unheard};
use crate::plan::process::{Copied, Process, company_key, day_order};
use crate::rules::config::Config;

/// Interviews longer ago are likely a slip of the year.
const YEARS_AGO: u32 = 10;

/// Interviews further ahead are, too.
const YEARS_AHEAD: u32 = 2;

/// Findings in the notes of a process, one of all `processes`.
pub fn of(process: &Process, processes: &Processes, today: NaiveDate) -> Vec<Diagnostic> {
    let copy = |(note, original): &Copied| {
        let problem = Problem::ConflictCopy { original: Some(original.clone()) };
        Diagnostic::of_file(&note.path, problem)
    };
    let mut problems: Vec<Diagnostic> = process.copies.iter().map(copy).collect();
    for note in &process.rounds {
        problems.extend(note.link_problems.iter().filter(|one| one.path == note.path).cloned());
    }
    far_dates(process, today, &mut problems);
    same_interviews(process, &mut problems);
    missing_roles(process, processes, &mut problems);
    similar_process(process, processes, &mut problems);
    problems
}

/// Findings in files about people whom the notes of a process link to, but for those notes that are `closed`.
pub fn of_people(process: &Process, closed: &[String]) -> Vec<Diagnostic> {
    let live = process.rounds.iter().filter(|note| !closed.contains(&note.path));
    live.flat_map(|note| note.link_problems.iter().filter(|one| one.path != note.path))
        .cloned()
        .collect()
}

/// Notes with so many open tasks that the agenda doesn't list them all.
pub fn of_tasks(process: &Process) -> Vec<Diagnostic> {
    let of_note = |note: &Arc<Note>| {
        let place = note.body.place_of_task(note.body.tasks().get(task::LIMIT)?);
        let problem = Problem::TooMany { what: "open tasks", limit: task::LIMIT };
        Some(Diagnostic::at(&note.path, place, problem))
    };
    process.rounds.iter().filter_map(of_note).collect()
}

/// Words that were to be said in a letter which is still to be sent, and go to nobody.
pub fn of_listeners(items: &[Arc<Item>], config: &Config) -> Vec<Diagnostic> {
    let is_letter = |item: &&Arc<Item>| item.status.is_live() && item.followup.rule.has_draft();
    let mut notes: Vec<&Note> =
        items.iter().filter(is_letter).map(|item| &*item.followup.note).collect();
    notes.dedup_by_key(|note| (&note.path, note.name_in_file()));
    let of_note = |note: &Note| {
        let found = unheard(note, &config.headings).into_iter();
        let found = found.map(|Unheard { heading, place, why }| {
            let problem = Problem::UnclearListener { heading: heading.to_owned(), why };
            Diagnostic::at(&note.path, place, problem)
        });
        found.collect::<Vec<_>>()
    };
    notes.into_iter().flat_map(of_note).collect()
}

/// Notes without a role, where others of their company have one.
fn missing_roles(process: &Process, processes: &Processes, problems: &mut Vec<Diagnostic>) {
    let unnamed = process.rounds.iter().filter(|note| note.role.is_none() && !note.is_informal());
    let role = process.rounds.iter().find_map(|note| note.role.clone());
    let unnamed = unnamed.filter(|note| !note.keys.is_troubled("role"));
    let mut unnamed = unnamed.filter(|_| process.is_open()).peekable();
    let Some(first) = unnamed.peek() else { return };
    let is_alone = || processes.of_company(&company_key(first)).nth(1).is_none();
    if role.is_none() && is_alone() {
        return;
    }
    for note in unnamed {
        let problem = Problem::MissingRole { counts_to: role.clone() };
        problems.push(Diagnostic::of_file(&note.path, problem));
    }
}

/// An earlier process that this one looks like.
fn similar_process(process: &Process, processes: &Processes, problems: &mut Vec<Diagnostic>) {
    let began = |process: &Process| (day_order(&process.rounds[0]), process.rounds[0].path.clone());
    let earlier = processes.similar(process).filter(|other| began(other) < began(process));
    let mut earlier = earlier.filter(|other| process.is_open() || other.is_open());
    if let Some(other) = earlier.next() {
        let problem = Problem::SimilarProcess { other: other.current().path.clone() };
        problems.push(Diagnostic::of_file(&process.current().path, problem));
    }
}

fn far_dates(process: &Process, today: NaiveDate, problems: &mut Vec<Diagnostic>) {
    for note in &process.rounds {
        let Some(problem) = note.date.value().and_then(|day| far_date(*day, today)) else {
            continue;
        };
        let Some((_, place)) = note.dated() else { continue };
        problems.push(Diagnostic::at(&note.path, place, problem));
    }
}

/// The problem with the day of an interview that is years away.
pub fn far_date(date: NaiveDate, today: NaiveDate) -> Option<Problem> {
    let first = today.checked_sub_months(Months::new(12 * YEARS_AGO)).unwrap_or(NaiveDate::MIN);
    let last = today.checked_add_months(Months::new(12 * YEARS_AHEAD)).unwrap_or(NaiveDate::MAX);
    let (years, side) = if date > last { (YEARS_AHEAD, "ahead") } else { (YEARS_AGO, "ago") };
    let is_far = !(first..=last).contains(&date);
    is_far.then_some(Problem::FarDate { date, years, side })
}

/// Notes that look like one interview. All others point to the first, in the order of the names without `.md`: a copy's
/// name is the original's and more.
fn same_interviews(process: &Process, problems: &mut Vec<Diagnostic>) {
    let of_one_day = process.rounds.chunk_by(|a, b| a.date == b.date);
    for notes in of_one_day.filter(|notes| notes.len() > 1) {
        let mut firsts = HashMap::new();
        let mut notes: Vec<&Arc<Note>> = notes.iter().filter(|note| !note.is_cancelled()).collect();
        notes.sort_by_key(|note| note.stem());
        for note in notes {
            let Some((_, place)) = note.dated() else { continue };
            match firsts.entry(note.round.as_deref().map(str::to_lowercase)) {
                hash_map::Entry::Vacant(free) => drop(free.insert(&note.path)),
                // Of one file it is clear that they are two.
                hash_map::Entry::Occupied(first) if **first.get() == note.path => {}
                hash_map::Entry::Occupied(first) => {
                    let other = (*first.get()).clone();
                    problems.push(Diagnostic::at(
                        &note.path,
                        place,
                        Problem::SameInterview { other },
                    ));
                }
            }
        }
    }
}
