//! The log: every interview and application, the latest first; those long past only by year.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::counted::is_held;
use super::figures::Figures;
use super::place::{Home, Place, clipped};
use super::words;
use crate::dates::calendar::short;
use crate::notes::{Note, Outcome};
use crate::plan::process::{company_key, day_order, is_application};

/// At most this many lines.
const LINES: usize = 60;

/// The same for the years.
const YEARS: usize = 40;

/// The log.
#[derive(Debug, Serialize)]
pub struct Log {
    lines: Vec<Line>,
    /// The number of lines that are left out, and the years of all.
    more: usize,
    years: Vec<Year>,
}

/// One note.
#[derive(Debug, Serialize)]
struct Line {
    day: String,
    place: Place,
    round: Option<String>,
    outcome: String,
}

/// A year in numbers.
#[derive(Debug, Default, Serialize)]
struct Year {
    year: i32,
    interviews: usize,
    companies: usize,
    offers: usize,
}

impl Log {
    /// The log of all notes.
    pub fn of(figures: &Figures, home: Home<'_>) -> Log {
        let today = figures.today;
        let mut notes: Vec<&Note> = figures
            .processes
            .iter()
            .flat_map(|one| one.process.rounds.iter().map(AsRef::as_ref))
            .collect();
        notes.sort_by(|a, b| (day_order(b), &b.path).cmp(&(day_order(a), &a.path)));
        let more = notes.len().saturating_sub(LINES);
        Log {
            lines: notes.iter().take(LINES).map(|note| line(note, today, home)).collect(),
            more,
            years: if more > 0 { years(&notes, today) } else { Vec::new() },
        }
    }
}

fn line(note: &Note, today: NaiveDate, home: Home<'_>) -> Line {
    let day = note.date.or(note.applied).value().map(|day| short(*day, today));
    let outcome = note.outcome.value().copied().unwrap_or(Outcome::Pending);
    let ahead = note.date.value().is_some_and(|day| *day > today);
    let words = match outcome {
        Outcome::Pending if ahead => "to come".to_owned(),
        outcome => words::outcome(outcome),
    };
    let heard = note.outcome_date.value().filter(|_| outcome.has_day());
    Line {
        day: day.unwrap_or_else(|| "no day".to_owned()),
        place: Place::of(note, home),
        round: note.round.as_deref().map(clipped),
        outcome: match heard {
            Some(heard) => format!("{words}, {}", short(*heard, today)),
            None => words,
        },
    }
}

fn years(notes: &[&Note], today: NaiveDate) -> Vec<Year> {
    let mut years: BTreeMap<i32, (Year, BTreeSet<String>)> = BTreeMap::new();
    for note in notes {
        let Some(day) = note.date.or(note.applied).value().copied() else { continue };
        let (year, companies) = years.entry(day.year()).or_default();
        year.year = day.year();
        year.interviews += usize::from(is_held(note, today));
        let is_offer = note.outcome.value().is_some_and(|outcome| outcome.is_offer());
        year.offers += usize::from(is_offer && !is_application(note));
        companies.insert(company_key(note));
    }
    let year =
        |(year, companies): (Year, BTreeSet<String>)| Year { companies: companies.len(), ..year };
    years.into_values().rev().take(YEARS).map(year).collect()
}
