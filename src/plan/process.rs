//! Hiring processes: all notes of one company and role.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::calendar::Calendar;
use crate::dates::window::Window;
use crate::notes::{Note, Outcome, Person, Record};
use crate::rules::cadence::Cadence;
use crate::rules::known::Known;
use crate::rules::moment::Anchors;

/// Company and role in lower case, which all notes of a process share.
pub type ProcessKey = Arc<str>;

/// All interview rounds with one company for one role.
#[derive(Clone, Debug)]
pub struct Process {
    /// Company and role as a slug, unique in the journal. The ids of other processes' follow-ups may contain it.
    pub id: String,
    /// Its notes, the current round last.
    pub rounds: Vec<Arc<Note>>,
}

/// A time frame for the decision, and the day on which it was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeframe {
    /// The day of the interview, or of a later update.
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

    /// The outcome, pending if the note has none; `None` if it can't be read.
    pub fn outcome(&self) -> Option<Outcome> {
        match self.current().outcome {
            Known::Missing => Some(Outcome::Pending),
            Known::Bad => None,
            Known::Is(outcome) => Some(outcome),
        }
    }

    /// The recruiter named in the latest round that names one.
    pub fn recruiter(&self) -> Known<&Arc<Person>> {
        self.latest(|note| note.recruiter.as_ref())
    }

    /// The recruiter, else the hiring manager among the interviewers, else the lead interviewer. Bad if the recruiter
    /// can't be read: a message to the wrong person is worse than a late one.
    pub fn recruiter_or_lead(&self) -> Known<&Arc<Person>> {
        self.recruiter().or(self.latest(|note| {
            let manager = note.interviewers.iter().find(|person| person.is_hiring_manager());
            manager.or(note.lead()).map_or(Known::Missing, Known::Is)
        }))
    }

    /// The person in the latest round that has one.
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
    /// A process whose decision date is far off is not quiet before its first status check has lapsed.
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

/// A note's time frames, oldest first: that of the interview, then one for each update.
pub fn timeframes(note: &Note, calendar: &Calendar) -> Vec<Timeframe> {
    let mut updates: Vec<_> = note.updates.iter().collect();
    // A stable sort: of two on one day, the later one in the note is newer. One with a bad day might be the newest.
    updates.sort_by_key(|update| day_or_last(update.date));
    let first = timeframe(note.date, &note.window, calendar);
    let later = updates.iter().map(|update| timeframe(update.date, &update.window, calendar));
    std::iter::once(first).chain(later).collect()
}

fn timeframe(heard: Known<NaiveDate>, window: &Known<Window>, calendar: &Calendar) -> Timeframe {
    let decision = match window {
        Known::Missing | Known::Is(Window::Unstated) => Known::Missing,
        Known::Bad => Known::Bad,
        // A window with a day of its own doesn't depend on the day it was heard.
        Known::Is(Window::On(day)) => Known::Is(*day),
        Known::Is(window) => match heard {
            Known::Is(said) => window.last_day(said, calendar).map_or(Known::Bad, Known::Is),
            Known::Missing | Known::Bad => Known::Bad,
        },
    };
    Timeframe { heard, decision }
}

/// The key of a note's process: case makes no difference, and names never contain a line break.
pub fn key(note: &Note) -> String {
    let role = note.role.as_deref().unwrap_or_default();
    format!("{}\n{role}", note.company).to_lowercase()
}

/// The day that notes are ordered by. One without a good date might be the newest: the checks of the others wait for it.
pub fn day_order(note: &Note) -> NaiveDate {
    day_or_last(note.date.or(note.applied))
}

fn day_or_last(day: Known<NaiveDate>) -> NaiveDate {
    day.value().copied().unwrap_or(NaiveDate::MAX)
}
