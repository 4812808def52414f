//! The course of an open hiring process: its stage, and the user's next step.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::item::{Item, shows};
use crate::agenda::lines::Once;
use crate::agenda::task::next_action;
use crate::notes::{Note, Outcome};
use crate::plan::process::{Process, ProcessKey, company_of};
use crate::plan::stage::{Progress, Stage};
use crate::plan::status::Status;
use crate::rules::cadence::Placement;
use crate::rules::config::Config;

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

/// The course of a process that is open, left for another offer, or was accepted lately.
pub(super) fn course(
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

/// The next step with one's own employer once another offer is accepted. No letter goes to them.
pub(super) fn tell_them(has_offer: bool) -> &'static str {
    if has_offer { TELL_OF_ANOTHER_OFFER } else { TELL_OF_WITHDRAWAL }
}

/// The next step there, if they have made an offer, too, and if not.
const TELL_OF_ANOTHER_OFFER: &str = "Tell them yourself, then set the outcome to declined";
const TELL_OF_WITHDRAWAL: &str = "Tell them yourself, then set the outcome to withdrawn";
