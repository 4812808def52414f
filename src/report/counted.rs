//! A process as the figures count it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::Agenda;
use crate::notes::{Note, Outcome};
use crate::plan::process::{Process, day_order, is_interview};
use crate::plan::stage::Stage;
use crate::rules::known::Known;

/// A span of days, both ends included; without an end it goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Span {
    /// Returns true for a span that leaves nothing out.
    pub fn is_everything(self) -> bool {
        self == Span::default()
    }

    /// Returns true for a note whose interview, or else its application, is in the span.
    pub fn has(self, note: &Note) -> bool {
        self.is_everything()
            || note.date.or(note.applied).value().is_some_and(|day| self.holds(*day))
    }

    /// Returns true for a day in the span.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A process in the figures.
#[derive(Clone, Debug)]
pub struct Counted {
    pub process: Arc<Process>,
    pub state: State,
    /// The number of interviews held.
    pub held: usize,
    /// True if it led to an offer, whatever became of that.
    pub has_offer: bool,
}

/// The state of a process in the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It goes on, and is at this stage.
    Open(Stage),
    /// It is pending, and has been silent for long.
    Quiet,
    /// It has this outcome, or the user left it for an offer of another company.
    Ended(Outcome),
}

/// What the agenda knows of the processes that are open.
pub struct States<'a> {
    stages: BTreeMap<&'a str, Stage>,
    quiet: BTreeSet<&'a str>,
}

impl<'a> States<'a> {
    /// What this agenda knows.
    pub fn of(agenda: &'a Agenda) -> States<'a> {
        let stages = agenda.courses.iter();
        States {
            stages: stages.map(|one| (one.id.as_str(), one.progress.stage)).collect(),
            quiet: agenda.quiet.iter().map(|quiet| quiet.note.path.as_str()).collect(),
        }
    }

    fn state(&self, process: &Process) -> State {
        // An outcome that can't be read counts as pending, as it does in the agenda.
        let outcome = process.outcome().unwrap_or(Outcome::Pending);
        if !outcome.is_open() || outcome == Outcome::Offer {
            return State::Ended(outcome);
        }
        if self.quiet.contains(process.current().path.as_str()) {
            return State::Quiet;
        }
        match self.stages.get(process.id.as_str()) {
            None | Some(Stage::Leaving) => State::Ended(Outcome::Withdrawn),
            Some(stage) => State::Open(*stage),
        }
    }
}

impl Counted {
    /// A process with its state, and what of it is in the span.
    pub fn of(
        process: &Arc<Process>,
        states: &States<'_>,
        span: Span,
        today: NaiveDate,
    ) -> Counted {
        let mut outcomes = process.rounds.iter().filter_map(|note| note.outcome.value());
        let held = process.rounds.iter().filter(|note| span.has(note) && is_held(note, today));
        Counted {
            state: states.state(process),
            held: held.count(),
            has_offer: outcomes.any(|outcome| outcome.is_offer()),
            process: process.clone(),
        }
    }

    /// The first day of it that is known: the application's, or the first interview's.
    pub fn began(&self) -> NaiveDate {
        let days = self.process.rounds.iter().map(|note| {
            let applied = note.applied.value().copied().unwrap_or(NaiveDate::MAX);
            applied.min(day_order(note))
        });
        days.min().unwrap_or(NaiveDate::MAX)
    }

    /// Returns true while it goes on.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Open(_)) || self.state == State::Ended(Outcome::Offer)
    }

    /// The outcome that it counts under.
    pub fn outcome(&self) -> Outcome {
        match self.state {
            State::Ended(outcome) => outcome,
            State::Open(_) | State::Quiet => self.process.outcome().unwrap_or(Outcome::Pending),
        }
    }
}

/// Returns true for a note of an interview that has been, or that has a day that can't be read.
pub fn is_held(note: &Note, today: NaiveDate) -> bool {
    is_interview(note)
        && match note.date {
            Known::Is(day) => day <= today,
            Known::Bad => true,
            Known::Missing => false,
        }
}
