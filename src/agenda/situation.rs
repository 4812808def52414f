//! The situation of a hiring process on a day: what the agenda says of it besides its follow-ups.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::item::Item;
use crate::notes::{Note, Outcome};
use crate::plan::followup::Status;
use crate::plan::process::{Process, timeframes};
use crate::rules::cadence::When;
use crate::rules::config::Config;
use crate::rules::known::Known;

/// The situation of one process on a day.
#[derive(Clone, Debug, Default)]
pub struct Situation {
    /// Set while it may answer any day.
    pub waiting: Option<Waiting>,
    /// Open tasks of its notes.
    pub tasks: Vec<Task>,
    /// Its offer.
    pub offer: Option<Offer>,
    /// Set once it has gone quiet.
    pub quiet: Option<Quiet>,
}

/// A process that may answer any day.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The note of the current round.
    pub note: Arc<Note>,
    /// The day of that round.
    pub interviewed: NaiveDate,
    /// The day by which they said they decide.
    pub decision: Option<NaiveDate>,
    /// The day of the next status check.
    pub next_check: Option<NaiveDate>,
}

/// An open `- [ ]` item of a note.
#[derive(Clone, Debug)]
pub struct Task {
    /// The note.
    pub note: Arc<Note>,
    /// Its line in the note, from 1.
    pub line: usize,
    /// Its words.
    pub text: String,
}

/// An offer on the table.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The note.
    pub note: Arc<Note>,
    /// The day it came, where the note says it.
    pub since: Option<NaiveDate>,
    /// The day by which they want an answer.
    pub decide_by: Option<NaiveDate>,
}

/// A pending process that has been silent for long.
#[derive(Clone, Debug)]
pub struct Quiet {
    /// The note of the current round.
    pub note: Arc<Note>,
    /// The last sign of life.
    pub since: NaiveDate,
}

impl Situation {
    /// The situation of a process, given its follow-ups on that day.
    pub fn of(
        process: &Process,
        items: &[Arc<Item>],
        config: &Config,
        today: NaiveDate,
    ) -> Situation {
        let note = process.current();
        let mut situation = Situation::default();
        let quiet = process.quiet_day(&config.cadence, &config.calendar);
        if let (Some(quiet), Some(since)) = (quiet, process.last_sign())
            && today >= quiet
        {
            situation.quiet = Some(Quiet { note: note.clone(), since });
            return situation;
        }
        let outcome = process.outcome();
        if outcome.is_none_or(Outcome::is_open) {
            situation.tasks = process.rounds.iter().flat_map(tasks).collect();
        }
        match (outcome, note.date) {
            (Some(Outcome::Pending), Known::Is(interviewed)) if interviewed <= today => {
                let timeframe = timeframes(note, &config.calendar).pop();
                situation.waiting = Some(Waiting {
                    note: note.clone(),
                    interviewed,
                    decision: timeframe.and_then(|timeframe| timeframe.decision.value().copied()),
                    next_check: next_check(note, items),
                });
            }
            (Some(Outcome::Offer), _) => {
                situation.offer = Some(Offer {
                    note: note.clone(),
                    since: note.outcome_date.value().copied(),
                    decide_by: note.decide_by.value().copied(),
                });
            }
            _ => {}
        }
        situation
    }

    /// Returns true where the agenda says nothing of it.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_none()
            && self.tasks.is_empty()
            && self.offer.is_none()
            && self.quiet.is_none()
    }
}

fn tasks(note: &Arc<Note>) -> impl Iterator<Item = Task> {
    let tasks = note.body.tasks().iter();
    tasks.map(|task| Task { note: note.clone(), line: task.line, text: task.text.clone() })
}

/// The day of a note's first status check that is still to come.
fn next_check(note: &Arc<Note>, items: &[Arc<Item>]) -> Option<NaiveDate> {
    let is_next = |item: &&Arc<Item>| {
        matches!(item.followup.rule.when, When::FirstCheck | When::SecondCheck)
            && Arc::ptr_eq(&item.followup.note, note)
            && (item.status.is_live() || item.status == Status::Snoozed)
    };
    items.iter().filter(is_next).map(|item| item.due()).min()
}
