//! The interviews by the names that the user gives their rounds, and what came of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::counted::{Counted, Span, State, is_held};
use crate::notes::{Note, Outcome};

/// The interviews of one round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundCount {
    /// Its name, as it was written first; `None` for notes that name no round.
    pub name: Option<String>,
    pub interviews: usize,
    /// Those that led to another round or to an offer.
    pub went_on: usize,
    /// Those that are still open.
    pub open: usize,
}

/// The interviews held in a span, by the names of their rounds, the most frequent first.
pub fn counts(processes: &[Counted], span: Span, today: NaiveDate) -> Vec<RoundCount> {
    let mut counts: BTreeMap<Option<String>, RoundCount> = BTreeMap::new();
    // The first process began last.
    for one in processes.iter().rev() {
        let rounds = &one.process.rounds;
        for note in rounds.iter().filter(|note| span.has(note) && is_held(note, today)) {
            let count = counts.entry(note.round.as_deref().map(str::to_lowercase)).or_default();
            count.name = count.name.take().or_else(|| note.round.clone());
            count.interviews += 1;
            if led_on(note, rounds) {
                count.went_on += 1;
            } else if !matches!(one.state, State::Ended(_)) {
                count.open += 1;
            }
        }
    }
    let mut counts: Vec<(Option<String>, RoundCount)> = counts.into_iter().collect();
    counts.sort_by_key(|(name, count)| (Reverse(count.interviews), name.clone()));
    counts.into_iter().map(|(_, count)| count).collect()
}

/// Returns true for an interview with an answer that leads on, or with another one of its process on a later day.
fn led_on(note: &Note, rounds: &[Arc<Note>]) -> bool {
    let is_good = note.outcome.value().is_some_and(|outcome| {
        outcome.is_offer() || matches!(outcome, Outcome::MoreInterviews | Outcome::HiringManager)
    });
    let day = note.date.value();
    let is_later = |other: &Arc<Note>| match (day, other.date.value()) {
        (Some(day), Some(other)) => other > day,
        _ => false,
    };
    is_good || rounds.iter().any(is_later)
}
