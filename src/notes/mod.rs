//! One interview note: its fields, its people, and what its body holds.
//!
//! [`parse`] never fails: it gives what could be read, and the problems.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::window::Window;
use crate::diagnostic::place::Place;
use crate::rules::known::Known;

pub mod blank;
pub mod body;
pub mod edit;
mod fields;
pub mod front_matter;
mod outcome;
mod parse;
pub mod person;
mod record;
pub mod yaml;

pub use outcome::Outcome;
pub use parse::{Parsed, parse};
pub use person::Person;
pub use record::Record;

use body::Body;
pub use fields::keys::{ALL as FIELDS, Keys};

/// One interview, as its note tells it.
#[derive(Clone, Debug)]
pub struct Note {
    /// The file, relative to the journal's root, with `/` on every system.
    pub path: String,
    /// Whom the interview was with.
    pub company: String,
    /// The position.
    pub role: Option<String>,
    /// Which round it was.
    pub round: Option<String>,
    /// The day of the interview.
    pub date: Known<NaiveDate>,
    /// The place of the date in the file.
    pub date_place: Option<Place>,
    /// Who interviewed.
    pub interviewers: Vec<Arc<Person>>,
    /// Who else helped.
    pub also_met: Vec<Arc<Person>>,
    /// Who runs the process.
    pub recruiter: Known<Arc<Person>>,
    /// The recruiter's agency, where it isn't the company itself.
    pub agency: Option<String>,
    /// The time that they said they need.
    pub window: Known<Window>,
    /// Newer time frames.
    pub updates: Vec<Update>,
    /// What became of it; pending where the note is silent.
    pub outcome: Known<Outcome>,
    /// The day of the outcome.
    pub outcome_date: Known<NaiveDate>,
    /// Where the outcome stands, if it lacks its day.
    pub undated_outcome: Option<Place>,
    /// Who told it.
    pub contact: Known<Arc<Person>>,
    /// By when an offer wants its answer.
    pub decide_by: Known<NaiveDate>,
    /// The last e-mail thread's subject or Message-ID.
    pub thread: Option<String>,
    /// Whether it is a move within the own company.
    pub internal: Known<bool>,
    /// The current manager, in an internal move.
    pub manager: Known<Arc<Person>>,
    /// Whether one would still like that internal move.
    pub still_interested: Known<bool>,
    /// What became of each follow-up, by its rule's id.
    pub records: BTreeMap<String, Record>,
    /// Follow-ups with a record that can't be read: they wait.
    pub unclear_records: BTreeSet<String>,
    /// What stands below the front matter.
    pub body: Body,
    /// Whether a field could not be used.
    pub has_errors: bool,
    /// What the front matter has.
    pub keys: Keys,
}

/// A newer time frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// The day it was heard.
    pub date: Known<NaiveDate>,
    /// What they said.
    pub window: Known<Window>,
}

impl Note {
    /// The path without `.md`: the first part of every id and draft name.
    pub fn stem(&self) -> &str {
        self.path.strip_suffix(".md").unwrap_or(&self.path)
    }

    /// The day of the interview and its place in the file, if it is known.
    pub fn dated(&self) -> Option<(NaiveDate, Place)> {
        Some((*self.date.value()?, self.date_place.clone()?))
    }

    /// Everybody who interviewed or helped.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.interviewers.iter().chain(&self.also_met).map(Arc::as_ref)
    }

    /// The interviewer marked as the lead, else the first listed.
    pub fn lead(&self) -> Option<&Arc<Person>> {
        self.interviewers.iter().find(|person| person.lead).or(self.interviewers.first())
    }

    /// Whether the move is known to be within the own company.
    pub fn is_internal(&self) -> bool {
        self.internal == Known::Is(true)
    }
}
