//! Status checks, at most two for each time frame, and the close-out when nobody answers them.

use std::sync::Arc;

use chrono::NaiveDate;

use super::audience::somebody;
use super::round::Round;
use super::{Planner, Wanted};
use crate::notes::Record;
use crate::plan::bearing::Bearing;
use crate::plan::dates::Dates;
use crate::plan::followup::{Addressee, Key};
use crate::plan::status::Standing;
use crate::plan::timeframes::Timeframe;
use crate::rules::cadence::{Family, Rule, families};
use crate::rules::known::Known;
use crate::rules::moment::Anchors;

impl<'p, K: Fn(&Standing) -> bool> Planner<'p, K> {
    /// Adds the first check of each series. There is one series for each time frame; numbers go on from one to the next.
    pub(super) fn first_checks(&mut self, rule: &Arc<Rule>, round: &Round<'p>) {
        for series in series(round) {
            let anchors = series.anchors(round);
            self.check(rule, round, &series, series.first, &anchors);
        }
    }

    pub(super) fn second_checks(&mut self, rule: &Arc<Rule>, round: &Round<'p>) {
        for series in series(round) {
            let anchors =
                Anchors { sent: series.settled(round, series.first), ..series.anchors(round) };
            self.check(rule, round, &series, series.first + 1, &anchors);
        }
    }

    /// Returns true if no check of a round is asked for: it waits for nothing any more.
    pub(super) fn has_no_checks(&self, round: &Round<'p>) -> bool {
        !round.is_waiting() && self.is_unwanted_if_void(round)
    }

    /// Adds a check, unless its number belongs to the next series: one that a newer time frame replaced keeps only the
    /// numbers that were settled before.
    fn check(
        &mut self,
        rule: &Arc<Rule>,
        round: &Round<'p>,
        series: &Series,
        number: u32,
        anchors: &Anchors,
    ) {
        if series.replaced_at.is_some_and(|next| number >= next) {
            return;
        }
        if round.outcome.is_none() {
            return;
        }
        let Bearing { to_be_told, told, .. } = *self.beside.bearing;
        let void = series.replaced_at.is_some() || !round.is_waiting() || to_be_told;
        let id = format!("{}/{number}", rule.id);
        let to = match somebody(rule.to, round, &id) {
            Known::Bad => return,
            somebody => somebody.value().copied().cloned(),
        };
        let (key, addressee) = (Key::Number(number), Addressee::Person(to));
        self.add(
            round,
            Wanted { rule, key, addressee, anchors, void, floor: told, told_before: 0 },
        );
    }

    pub(super) fn close_out(&mut self, rule: &Arc<Rule>, round: &Round<'p>) {
        if !round.is_waiting() {
            return;
        }
        let Some(series) = series(round).pop() else { return };
        // Skipping the first one puts checks off; skipping the second ends them. Nobody lets go while there is one to send.
        let second = series.settled(round, series.first + 1);
        let to_send = self.second_check(round, &series).filter(|_| second == Known::Missing);
        let last = match to_send {
            Some(_) => second,
            None => second.or(series.sent(round, series.first)),
        };
        let lapses = to_send.or(self.first_check(round, &series)).and_then(|dates| dates.lapses);
        let unsent = lapses.map_or(Known::Missing, Known::Is);
        let anchors = Anchors { sent: last, unsent, ..round.anchors };
        // Word of an offer elsewhere is a reason to hope for an answer.
        let Bearing { to_be_told, told, .. } = *self.beside.bearing;
        self.add(
            round,
            Wanted {
                rule,
                key: Key::Only,
                addressee: Addressee::You,
                anchors: &anchors,
                void: to_be_told,
                floor: told,
                told_before: 0,
            },
        );
    }

    /// The days of a series' second check, once the first is settled; `None` if it never lapses.
    fn second_check(&self, round: &Round<'p>, series: &Series) -> Option<Dates> {
        let check = self.config.cadence.second_check()?;
        let anchors =
            Anchors { sent: series.settled(round, series.first), ..series.anchors(round) };
        let record = round.note.records.get(&check_id(series.first + 1)).copied();
        let dates = self.dates(check, &anchors, round.note, record, self.beside.bearing.told)?;
        dates.lapses.map(|_| dates)
    }

    /// The day on which a round's first check for its latest time frame is due.
    pub(super) fn first_check_due(&self, round: &Round<'p>) -> Known<NaiveDate> {
        let dates = series(round).pop().and_then(|series| self.first_check(round, &series));
        dates.map_or(Known::Missing, |dates| Known::Is(dates.due))
    }

    /// The days of a series' first check.
    fn first_check(&self, round: &Round<'p>, series: &Series) -> Option<Dates> {
        let check = self.config.cadence.first_check()?;
        let record = round.note.record_of(|| check_id(series.first));
        self.dates(check, &series.anchors(round), round.note, record, None)
    }
}

/// Nobody asks this often: a record with a larger number is ignored.
const NUMBER_LIMIT: u32 = 1_000;

/// The status checks of one time frame.
struct Series {
    timeframe: Timeframe,
    /// The number of its first check.
    first: u32,
    /// The number of the next series' first check, if a newer time frame replaced this one.
    replaced_at: Option<u32>,
}

impl Series {
    /// The days that the checks are counted from. The time frame was heard on the day that opened the series.
    fn anchors(&self, round: &Round<'_>) -> Anchors {
        Anchors {
            interview: self.timeframe.heard,
            window: self.timeframe.decision,
            ..round.anchors
        }
    }

    /// The day a check was sent.
    fn sent(&self, round: &Round<'_>, number: u32) -> Known<NaiveDate> {
        match round.note.record_of(|| check_id(number)) {
            Some(Record::Skipped(_)) => Known::Missing,
            _ => self.settled(round, number),
        }
    }

    /// The day a check was sent, or decided against.
    fn settled(&self, round: &Round<'_>, number: u32) -> Known<NaiveDate> {
        let id = check_id(number);
        match round.note.records.get(&id) {
            Some(Record::Done(day) | Record::Skipped(day)) => Known::Is(*day),
            _ if round.note.unclear_records.contains(&id) => Known::Bad,
            _ => Known::Missing,
        }
    }
}

/// The beginning of every status check's id, as the built-in rules have it: their records outlast a rule that a journal
/// switches off.
fn checks() -> &'static str {
    let mut families = families().iter();
    families.find(|(_, family)| *family == Family::Numbers).map_or("", |(beginning, _)| beginning)
}

fn check_id(number: u32) -> String {
    format!("{}/{number}", checks())
}

/// One series for each time frame. Its numbers start after those of the checks settled before it was heard.
fn series(round: &Round<'_>) -> Vec<Series> {
    let settled: Vec<(u32, NaiveDate)> = round
        .note
        .records
        .iter()
        .filter(|(_, record)| !matches!(record, Record::Snoozed(_)))
        .filter_map(|(id, record)| {
            let number = id.strip_prefix(checks())?.strip_prefix('/')?.parse().ok()?;
            (number < NUMBER_LIMIT).then(|| (number, record.day()))
        })
        .collect();
    let mut all: Vec<Series> = Vec::with_capacity(round.timeframes.len());
    for (at, &timeframe) in round.timeframes.iter().enumerate() {
        let used = match timeframe.heard {
            Known::Is(heard) if at > 0 => {
                settled.iter().filter(|(_, day)| *day <= heard).map(|(number, _)| *number).max()
            }
            _ => None,
        };
        let first = used.unwrap_or(0) + 1;
        if let Some(replaced) = all.last_mut() {
            replaced.replaced_at = Some(first);
        }
        all.push(Series { timeframe, first, replaced_at: None });
    }
    all
}
