//! The time frames within which companies mean to decide: those that a note names, and those that it has from another.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::calendar::Calendar;
use crate::dates::window::Window;
use crate::notes::Note;
use crate::plan::process::{day_or_last, is_application};
use crate::rules::known::Known;

/// A time frame for the decision, and the day on which it was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeframe {
    /// The day of the interview, or of a later update.
    pub heard: Known<NaiveDate>,
    /// The decision date.
    pub decision: Known<NaiveDate>,
}

/// A note's time frames, oldest first: that of the interview, then one for each update.
pub fn timeframes(note: &Note, calendar: &Calendar) -> Vec<Timeframe> {
    let mut updates: Vec<_> = note.updates.iter().collect();
    // A stable sort: of two on one day, the later one in the note is newer. One with a bad day might be the newest.
    updates.sort_by_key(|update| day_or_last(update.date));
    let mut all = vec![timeframe(note.their_turn(), &note.window, None, calendar)];
    for update in updates {
        let before = all.last().and_then(|before| before.decision.value().copied());
        all.push(timeframe(update.date, &update.window, before, calendar));
    }
    all
}

/// The newest of them. Most notes have no update.
pub fn latest_timeframe(note: &Note, calendar: &Calendar) -> Timeframe {
    let newest = (!note.updates.is_empty()).then(|| timeframes(note, calendar).pop()).flatten();
    newest.unwrap_or_else(|| timeframe(note.their_turn(), &note.window, None, calendar))
}

/// Those of them that were heard by a day.
pub fn timeframes_by(note: &Note, calendar: &Calendar, day: NaiveDate) -> Vec<Timeframe> {
    let mut timeframes = timeframes(note, calendar).into_iter();
    let first = timeframes.next();
    let heard = timeframes.filter(|one| one.heard.value().is_none_or(|heard| *heard <= day));
    first.into_iter().chain(heard).collect()
}

/// Gives each interview without a time frame the one that was heard in another of the same day, and each task done at home
/// that of the round before it.
pub fn share(rounds: &mut [Arc<Note>]) {
    let is_held = |note: &Note| {
        matches!(note.date, Known::Is(_)) && !is_application(note) && !note.fell_through()
    };
    let is_told = |note: &Note| note.window.value().is_some_and(Window::is_stated);
    let has_none = |note: &Note| !note.window.is_bad() && !is_told(note);
    let is_without = |note: &Note| has_none(note) && note.updates.is_empty() && is_held(note);
    let share = |note: &mut Arc<Note>, window: Window| {
        Arc::make_mut(note).window = Known::Is(window);
    };
    for day in rounds.chunk_by_mut(|a, b| a.date == b.date) {
        let told = day.iter().rev().find(|note| is_told(note) && is_held(note));
        let Some(window) = told.and_then(|note| note.window.value().cloned()) else { continue };
        for note in day.iter_mut().filter(|note| is_without(note)) {
            share(note, window.clone());
        }
    }
    for at in 1..rounds.len() {
        let (before, after) = rounds.split_at_mut(at);
        let task = &mut after[0];
        if !is_without(task) || !task.is_assignment() {
            continue;
        }
        let before = before.iter().rev().find(|note| is_held(note));
        if let Some(window) = before.and_then(|before| still_to_come(before, task)) {
            share(task, window);
        }
    }
}

/// The time frame that was heard in the round before a task done at home, unless it ends before that is handed in. Words
/// that would mean another day after the task are replaced by that day.
fn still_to_come(before: &Note, task: &Note) -> Option<Window> {
    let calendar = Calendar::default();
    let decision = *timeframes(before, &calendar).pop()?.decision.value()?;
    let turn = task.their_turn().value().copied().filter(|turn| *turn < decision)?;
    let window = before
        .latest_window()
        .value()
        .filter(|window| !matches!(window, Window::OnHold(_) | Window::InReserve { .. }))?;
    let is_same = window.last_day(turn, &calendar) == Some(decision);
    Some(if is_same { window.clone() } else { Window::On(decision) })
}

fn timeframe(
    heard: Known<NaiveDate>,
    window: &Known<Window>,
    before: Option<NaiveDate>,
    calendar: &Calendar,
) -> Timeframe {
    let decision = match window {
        Known::Missing | Known::Is(Window::Unstated | Window::Unclear | Window::BackOn) => {
            Known::Missing
        }
        Known::Bad => Known::Bad,
        // A window with a day of its own doesn't depend on the day it was heard.
        Known::Is(Window::On(day)) => Known::Is(*day),
        Known::Is(window) => match heard {
            Known::Is(said) => {
                window.last_day_after(before, said, calendar).map_or(Known::Bad, Known::Is)
            }
            Known::Missing | Known::Bad => Known::Bad,
        },
    };
    Timeframe { heard, decision }
}
