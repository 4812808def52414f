//! The situation of a hiring process on a day: what the agenda says of it besides its follow-ups.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::blocks::{AN_ANSWER_BY, NOT_CLEAR};
use crate::agenda::item::{Item, shows};
use crate::agenda::key::Key;
use crate::agenda::lines::Once;
use crate::agenda::listed;
use crate::agenda::task::keyed;
use crate::dates::calendar::short_with_distance;
use crate::notes::{Note, Outcome, UnclearDay};
use crate::plan::asks::{Ask, before_leaving};
use crate::plan::others::{Bearing, DECISION};
use crate::plan::process::{OutcomeDay, Process, ProcessKey, company_of};
use crate::plan::stage::{Progress, Stage, interviews, undated_interviews};
use crate::plan::status::Status;
use crate::plan::timeframes::timeframes_by;
use crate::rules::cadence::{Audience, Placement, When};
use crate::rules::config::Config;
use crate::rules::known::Known;

/// The next step with one's own employer once another offer is accepted: where they have made one, too, and else.
const TELL_OF_ANOTHER_OFFER: &str = "Tell them yourself, then set the outcome to declined";
const TELL_OF_WITHDRAWAL: &str = "Tell them yourself, then set the outcome to withdrawn";

fn tell_them(has_offer: bool) -> &'static str {
    if has_offer { TELL_OF_ANOTHER_OFFER } else { TELL_OF_WITHDRAWAL }
}

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

/// An open process on its way.
#[derive(Clone, Debug)]
pub struct Course {
    /// Its key.
    pub key: ProcessKey,
    /// Its id.
    pub id: String,
    /// The note of the current round.
    pub note: Arc<Note>,
    /// Its stage.
    pub progress: Progress,
    /// True if it has no interview yet.
    pub is_uninterviewed: bool,
    /// The next step of the user.
    pub next: Option<Next>,
    /// Its row in the agenda's file.
    pub(super) row: Arc<Once>,
}

impl Course {
    /// The order in the agenda: by stage, then by the day that matters, then by name.
    pub fn order(&self) -> (Stage, NaiveDate, &str, &str) {
        let Progress { stage, since, until } = self.progress;
        let next = self.next.as_ref().and_then(|next| next.day);
        let day = match stage {
            Stage::Offer | Stage::Interview | Stage::Task => until,
            Stage::Waiting | Stage::Leaving => next,
            Stage::Accepted
            | Stage::HiringManager
            | Stage::NextRound
            | Stage::Cancelled
            | Stage::Applied => since,
        };
        (stage, day.unwrap_or(NaiveDate::MAX), company_of(&self.key), &self.note.path)
    }
}

/// The next step of the user in a process.
#[derive(Clone, Debug)]
pub struct Next {
    /// It, in a few words.
    pub title: String,
    /// The day for it.
    pub day: Option<NaiveDate>,
}

impl Next {
    fn of(item: &Item) -> Next {
        Next { title: item.title.clone(), day: Some(item.due()) }
    }

    /// The order among several: by day.
    fn order(&self) -> NaiveDate {
        self.day.unwrap_or(NaiveDate::MAX)
    }
}

/// Returns true for a follow-up that the user owes.
fn is_owed(item: &Item, today: NaiveDate) -> bool {
    let is_put_off = item.status == Status::Snoozed;
    (item.status.is_live() || is_put_off)
        && !item.is_ahead(today)
        && match item.followup.rule.section {
            Placement::ByDay => true,
            Placement::ByDayOnceOpen => item.status != Status::Upcoming,
            Placement::WorthDoing | Placement::FindOut => false,
        }
}

/// Adds what the follow-ups of one process owe to another: word of an offer, or that the user withdraws. Processes that
/// are left because of an acceptance stay only as long as they are to be told.
pub fn hand_over(courses: &mut Vec<Arc<Course>>, items: &[Arc<Item>], today: NaiveDate) {
    let mut firsts: HashMap<&str, &Arc<Item>> = HashMap::new();
    for item in items.iter().filter(|item| is_owed(item, today)) {
        let Some(process) = item.followup.other_process() else { continue };
        let first = firsts.entry(&process.id).or_insert(item);
        if item.due() < first.due() {
            *first = item;
        }
    }
    for course in &mut *courses {
        let is_first = |own: &Next, item: &Item| {
            course.progress.stage == Stage::Leaving || item.due() < own.order()
        };
        if let Some(item) = firsts.get(course.id.as_str())
            && course.next.as_ref().is_none_or(|own| is_first(own, item))
        {
            Arc::make_mut(course).next = Some(Next::of(item));
        }
    }
    courses.retain(|course| course.progress.stage != Stage::Leaving || course.next.is_some());
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

/// An open `- [ ]` item of a note, or its `next_action`.
#[derive(Debug)]
pub struct Task {
    /// The note.
    pub note: Arc<Note>,
    /// Its line in the note, from 1; a `next_action` has none.
    pub line: Option<usize>,
    /// Its key; a `next_action` has none.
    pub key: Option<Key>,
    /// Its words.
    pub text: String,
    /// The day it should be done.
    pub due: Option<NaiveDate>,
    /// The key of its line's words.
    pub(super) words: Key,
    /// Its line in the agenda's file.
    pub(super) written: Once,
}

impl Task {
    /// A task that no line of the note holds: it is done once the note says something else.
    fn by_itself(note: &Arc<Note>, text: String, due: Option<NaiveDate>) -> Task {
        let (words, written) = (listed::words(&text, note), Once::default());
        Task { note: note.clone(), line: None, key: None, text, due, words, written }
    }
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
            let tasks = process.rounds.iter().flat_map(tasks);
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
            let undated = process.rounds.iter().flat_map(tasks).filter(|task| task.due.is_none());
            situation.tasks.extend(undated.map(Arc::new));
        }
        if process.is_open() {
            situation.tasks = process.rounds.iter().flat_map(tasks).map(Arc::new).collect();
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

fn tasks(note: &Arc<Note>) -> impl Iterator<Item = Task> {
    keyed(note).map(|(key, task)| Task {
        note: note.clone(),
        line: Some(task.line),
        key: Some(key),
        text: task.text.clone(),
        due: task.due,
        words: listed::words(&task.text, note),
        written: Once::default(),
    })
}

/// The next action that a note names, until it names another one.
fn next_action(note: &Arc<Note>) -> Option<Task> {
    let (text, due) = note.next_action.clone()?;
    Some(Task::by_itself(note, text, due))
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

/// The course of a process that is open, left for another offer, or was accepted lately.
fn course(
    process: &Process,
    is_left: bool,
    items: &[Arc<Item>],
    config: &Config,
    today: NaiveDate,
) -> Option<Arc<Course>> {
    let mut progress = Progress::of(process, &config.calendar, today)?;
    if is_left {
        progress.stage = Stage::Leaving;
    }
    let is_news = |item: &Arc<Item>| {
        item.followup.other_process().is_none() && shows(&item.followup.standing, config, today)
    };
    if progress.stage == Stage::Accepted && !items.iter().any(is_news) {
        return None;
    }
    let note = process.current().clone();
    // One's own employer hears of it in person.
    let tell_them = || {
        let title = tell_them(process.outcome() == Some(Outcome::Offer)).to_owned();
        (is_left && process.is_internal()).then_some(Next { title, day: None })
    };
    let next = next(&note, &progress, items, today).or_else(tell_them);
    let (key, id) = (process.key.clone(), process.id.clone());
    let is_uninterviewed = !process.has_interview();
    Some(Arc::new(Course { key, id, note, progress, is_uninterviewed, next, row: Arc::default() }))
}

/// The first of what is owed and of what the user means to do, or what an offer asks for.
fn next(
    note: &Arc<Note>,
    progress: &Progress,
    items: &[Arc<Item>],
    today: NaiveDate,
) -> Option<Next> {
    let own = items.iter().filter(|item| item.followup.other_process().is_none());
    let is_pressing = |item: &Item| item.is_about_offer() && item.due() <= today;
    let owed = own.filter(|item| is_owed(item, today));
    let owed = owed.min_by_key(|item| (!is_pressing(item), item.due()));
    let meant = next_action(note)
        .filter(|_| progress.stage != Stage::Leaving && !owed.is_some_and(|one| is_pressing(one)))
        .map(|task| Next { title: task.text, day: task.due });
    let first = owed.map(|item| Next::of(item)).into_iter().chain(meant).min_by_key(Next::order);
    first.or_else(|| {
        let title = match progress.stage {
            Stage::NextRound | Stage::HiringManager | Stage::Cancelled => {
                "add a note for it once it has a day"
            }
            Stage::Task if note.hand_in().is_some() => "tick it off once it is in",
            Stage::Task => "add a task to its note: hand it in",
            _ => return None,
        };
        Some(Next { title: title.to_owned(), day: None })
    })
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
