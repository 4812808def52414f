//! Hiring processes: all notes of one company and role.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::calendar::Calendar;
use crate::dates::window::Window;
use crate::notes::{Note, Outcome, Person, Record};
use crate::rules::cadence::Cadence;
use crate::rules::known::Known;
use crate::rules::moment::Anchors;

/// What the notes of one process have in common: company and role, whatever their case.
pub type ProcessKey = Arc<str>;

/// All rounds with one company for one role.
#[derive(Clone, Debug)]
pub struct Process {
    /// Company and role as a slug, unique in the journal: a part of other processes' ids.
    pub id: String,
    /// Its notes, the current round last.
    pub rounds: Vec<Arc<Note>>,
}

/// The time frame that counts now, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeframe {
    /// The day it was heard: the interview's, or a later update's.
    pub heard: Known<NaiveDate>,
    /// The decision date.
    pub decision: Known<NaiveDate>,
}

impl Process {
    /// The note of the current round.
    pub fn current(&self) -> &Arc<Note> {
        // A process is made of at least one note.
        &self.rounds[self.rounds.len() - 1]
    }

    /// What became of it; `None` where the note's word isn't known.
    pub fn outcome(&self) -> Option<Outcome> {
        match self.current().outcome {
            Known::Missing => Some(Outcome::Pending),
            Known::Bad => None,
            Known::Is(outcome) => Some(outcome),
        }
    }

    /// The recruiter whom the latest round names, or an earlier one.
    pub fn recruiter(&self) -> Known<&Arc<Person>> {
        self.latest(|note| note.recruiter.as_ref())
    }

    /// The recruiter, else the hiring manager among the interviewers, else the lead interviewer. Bad where the
    /// recruiter can't be read: a message to the wrong person is worse than a late one.
    pub fn recruiter_or_lead(&self) -> Known<&Arc<Person>> {
        self.recruiter().or(self.latest(|note| {
            let manager = note.interviewers.iter().find(|person| person.is_hiring_manager());
            manager.or(note.lead()).map_or(Known::Missing, Known::Is)
        }))
    }

    /// The person whom the latest round with one gives.
    fn latest<'p>(
        &'p self,
        person: impl Fn(&'p Note) -> Known<&'p Arc<Person>>,
    ) -> Known<&'p Arc<Person>> {
        let mut people = self.rounds.iter().rev().map(|note| person(note));
        people.find(|person| *person != Known::Missing).unwrap_or(Known::Missing)
    }

    /// The last day on which something happened: an interview, an update, a record.
    pub fn last_sign(&self) -> Option<NaiveDate> {
        let signs = |note: &Arc<Note>| {
            let updates = note.updates.iter().filter_map(|update| update.date.value().copied());
            let records = note.records.values().copied().map(Record::day);
            note.date.value().copied().into_iter().chain(updates).chain(records).max()
        };
        self.rounds.iter().filter_map(signs).max()
    }

    /// The day from which a pending process counts as gone quiet; `None` while it isn't pending.
    ///
    /// A process whose decision date lies far ahead is not quiet before its first status check has lapsed.
    pub fn quiet_day(&self, cadence: &Cadence, calendar: &Calendar) -> Option<NaiveDate> {
        if self.outcome() != Some(Outcome::Pending) {
            return None;
        }
        let quiet = calendar.add(self.last_sign()?, cadence.quiet_after);
        let check = cadence.first_check();
        let timeframe = timeframes(self.current(), calendar).pop();
        let check_lapses = check.zip(timeframe).and_then(|(rule, timeframe)| {
            let lapses = rule.lapses.as_ref()?;
            let anchors = Anchors { window: timeframe.decision, ..Anchors::default() };
            lapses.resolve(&anchors, calendar).value().map(|resolved| resolved.day)
        });
        Some(check_lapses.map_or(quiet, |lapses| lapses.max(quiet)))
    }
}

/// A note's time frames, oldest first: the one of the interview, then each update's.
pub fn timeframes(note: &Note, calendar: &Calendar) -> Vec<Timeframe> {
    let mut updates: Vec<_> = note.updates.iter().collect();
    // A stable sort: of two on one day the later in the note is the newer. One with a bad day could be the newest.
    updates.sort_by_key(|update| day_or_last(update.date));
    let first = timeframe(note.date, &note.window, calendar);
    let later = updates.iter().map(|update| timeframe(update.date, &update.window, calendar));
    std::iter::once(first).chain(later).collect()
}

fn timeframe(heard: Known<NaiveDate>, window: &Known<Window>, calendar: &Calendar) -> Timeframe {
    let decision = match window {
        Known::Missing | Known::Is(Window::Unstated) => Known::Missing,
        Known::Bad => Known::Bad,
        // A window that names its day needs no other.
        Known::Is(Window::On(day)) => Known::Is(*day),
        Known::Is(window) => match heard {
            Known::Is(said) => window.last_day(said, calendar).map_or(Known::Bad, Known::Is),
            Known::Missing | Known::Bad => Known::Bad,
        },
    };
    Timeframe { heard, decision }
}

/// A note's process. Case and spaces don't make another company. No name holds a line break.
pub fn key(note: &Note) -> String {
    let role = note.role.as_deref().unwrap_or_default();
    format!("{}\n{role}", note.company).to_lowercase()
}

/// A note without a good date could be the newest: the checks of the others wait for it.
pub fn day_order(note: &Note) -> NaiveDate {
    day_or_last(note.date)
}

fn day_or_last(day: Known<NaiveDate>) -> NaiveDate {
    day.value().copied().unwrap_or(NaiveDate::MAX)
}
