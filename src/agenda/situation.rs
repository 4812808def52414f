//! The situation of a hiring process on a day: what the agenda says of it besides its follow-ups.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::blocks::{AN_ANSWER_BY, NOT_CLEAR};
use crate::agenda::course::{Course, course, tell_them};
use crate::agenda::item::Item;
use crate::agenda::task::{Task, next_action, open_tasks};
use crate::dates::calendar::short_with_distance;
use crate::notes::{Note, Outcome, UnclearDay};
use crate::plan::asks::{Ask, before_leaving};
use crate::plan::bearing::Bearing;
use crate::plan::others::DECISION;
use crate::plan::process::{OutcomeDay, Process};
use crate::plan::stage::{interviews, undated_interviews};
use crate::plan::status::Status;
use crate::plan::timeframes::timeframes_by;
use crate::rules::cadence::{Audience, When};
use crate::rules::config::Config;
use crate::rules::known::Known;

/// The situation of one process on a day.
#[derive(Clone, Debug, Default)]
pub struct Situation {
    /// Its stage and what is next, while it is open.
    pub course: Option<Arc<Course>>,
    /// Its interviews to come, today's too.
    pub interviews: Vec<Interview>,
    /// Its interviews that may be to come, but whose day can't be read.
    pub undated_interviews: Vec<(Arc<Note>, UnclearDay)>,
    /// Set while it may answer any day.
    pub waiting: Option<Waiting>,
    /// The things that the user means to do: open tasks of its notes, and the next action; once it has ended, the tasks
    /// that have a day since then.
    pub tasks: Vec<Arc<Task>>,
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

/// An interview to come, or today's.
#[derive(Clone, Debug)]
pub struct Interview {
    /// Its note.
    pub note: Arc<Note>,
    /// Its day.
    pub day: NaiveDate,
    /// The questions to ask before one leaves; none before its day.
    pub ask: Vec<Ask>,
    /// Interviewers whose address is worth finding out by now; nobody on its day, when one can ask.
    pub without_address: Vec<String>,
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
    /// True once the user has decided, and not said how.
    pub is_decided: bool,
}

impl Offer {
    /// The words for the day by which they want an answer, or wanted one, if there is any.
    pub fn deadline(&self, today: NaiveDate) -> Option<String> {
        let verb = if self.decide_by.is_some_and(|day| day < today) { "wanted" } else { "wants" };
        let day = match (self.decide_by, &self.note.unclear_deadline) {
            (Some(day), _) => short_with_distance(day, today),
            (None, Some(day)) => format!("“{}”{NOT_CLEAR}", day.text),
            (None, None) => return None,
        };
        Some(format!("{verb}{AN_ANSWER_BY}{day}"))
    }
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
    /// The situation of a process, given the bearing of others on it and its follow-ups on that day.
    pub fn of(
        process: &Process,
        bearing: &Bearing,
        items: &[Arc<Item>],
        config: &Config,
        today: NaiveDate,
    ) -> Situation {
        let note = process.current();
        let mut situation = Situation::default();
        if let Some(day) = ended(process, bearing, config, today) {
            let tasks = process.rounds.iter().flat_map(open_tasks);
            // Nothing of an old note comes back.
            let rest = config.cadence.quiet_after;
            let is_left_to_do = |task: &Task| {
                task.due.is_some_and(|due| due >= day && today < config.calendar.add(due, rest))
            };
            situation.tasks = tasks.filter(is_left_to_do).map(Arc::new).collect();
        }
        if bearing.over.is_some() {
            return situation;
        }
        let is_left = bearing.accepted.is_some();
        let has_offer = process.has_offer(today);
        let interviews = interviews(process, today);
        let interviews = interviews.map(|(note, day)| {
            let mut interview = interview(note, day, items, today);
            // They have decided already, or the user has.
            let is_open =
                |ask: &Ask| matches!(ask, Ask::Addresses(_) | Ask::Names(_)) || !has_offer;
            interview.ask.retain(|ask| !is_left && is_open(ask));
            // They are about to hear of it, or know already.
            let offer = bearing.hears_of.as_ref();
            for ask in interview.ask.iter_mut().filter(|ask| **ask == Ask::Interest) {
                *ask = offer.map_or(Ask::Interest, |offer| Ask::Offer(offer.answer_by));
            }
            interview
        });
        situation.interviews = interviews.collect();
        situation.undated_interviews = undated_interviews(process, today).collect();
        let quiet = process.quiet_day(&config.cadence, &config.calendar);
        if let (Some(quiet), Some(since)) = (quiet, process.last_sign())
            && today >= quiet
        {
            situation.quiet = Some(Quiet { note: note.clone(), since });
            return situation;
        }
        situation.course = course(process, is_left, items, config, today);
        let offer = has_offer.then(|| Offer {
            note: note.clone(),
            since: note.outcome_date.value().copied(),
            decide_by: note.decide_by.value().copied(),
            is_decided: note.is_done(DECISION),
        });
        if let Some(day) = bearing.accepted {
            // No letter goes to one's own employer.
            if process.is_internal() && process.is_open() {
                let text = tell_them(has_offer).to_owned();
                situation.tasks.push(Arc::new(Task::by_itself(note, text, Some(day))));
                situation.offer = offer;
            }
            return situation;
        }
        situation.offer = offer;
        // What is left to do for the new job: its contract, the notice, the word to the others.
        if process.outcome() == Some(Outcome::Accepted) && situation.course.is_some() {
            let undated =
                process.rounds.iter().flat_map(open_tasks).filter(|task| task.due.is_none());
            situation.tasks.extend(undated.map(Arc::new));
        }
        if process.is_open() {
            situation.tasks = process.rounds.iter().flat_map(open_tasks).map(Arc::new).collect();
            let latest = process.rounds.last();
            situation.tasks.extend(latest.and_then(next_action).map(Arc::new));
        }
        match (process.outcome(), note.date) {
            (Some(Outcome::Pending), Known::Is(interviewed))
                if interviewed <= today && !process.is_informal() && !note.is_to_hand_in() =>
            {
                let timeframe = timeframes_by(note, &config.calendar, today).pop();
                situation.waiting = Some(Waiting {
                    note: note.clone(),
                    interviewed,
                    decision: timeframe.and_then(|timeframe| timeframe.decision.value().copied()),
                    next_check: next_check(note, items),
                });
            }
            _ => {}
        }
        situation
    }

    /// Returns true where the agenda says nothing of it.
    pub fn is_empty(&self) -> bool {
        self.course.is_none()
            && self.interviews.is_empty()
            && self.undated_interviews.is_empty()
            && self.waiting.is_none()
            && self.tasks.is_empty()
            && self.offer.is_none()
            && self.quiet.is_none()
    }
}

/// The first day for which a process that has ended leaves something to do: the tasks of earlier days were for what is
/// over. `None` while it is open.
fn ended(
    process: &Process,
    bearing: &Bearing,
    config: &Config,
    today: NaiveDate,
) -> Option<NaiveDate> {
    if bearing.over.is_some() || process.is_open() {
        return bearing.over.or(bearing.accepted);
    }
    match process.outcome_day(&config.cadence, &config.calendar, today) {
        OutcomeDay::On(day) => Some(day),
        // It came at some time since then.
        OutcomeDay::Today => process.last_sign(),
        // An old note doesn't come back.
        OutcomeDay::LongAgo(_) | OutcomeDay::Unknown => Some(today),
    }
}

fn interview(note: &Arc<Note>, day: NaiveDate, items: &[Arc<Item>], today: NaiveDate) -> Interview {
    let is_open = |item: &&Arc<Item>| {
        item.followup.rule.to == Audience::EachWithoutAddress
            && Arc::ptr_eq(&item.followup.note, note)
            && item.status.is_live()
            && item.status != Status::Upcoming
    };
    let without = items.iter().filter(|_| day > today).filter(is_open);
    let without = without.filter_map(|item| item.followup.person());
    let without = without.filter(|person| !person.is_placeholder());
    Interview {
        note: note.clone(),
        day,
        ask: if day == today { before_leaving(note) } else { Vec::new() },
        without_address: without.map(|person| person.name.clone()).collect(),
    }
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
