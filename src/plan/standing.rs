//! How a follow-up stands: the days that it is counted from, its own, and whether it is void.

use chrono::NaiveDate;

use super::round::Round;
use super::{Planner, dates};
use crate::notes::{Note, Record};
use crate::plan::bearing::Bearing;
use crate::plan::dates::Dates;
use crate::plan::followup::{FollowUp, Key};
use crate::plan::process::{OutcomeDay, Process};
use crate::plan::reach::on_its_way;
use crate::plan::status::Standing;
use crate::rules::cadence::{OnceAccepted, Rule, When};
use crate::rules::known::Known;
use crate::rules::moment::{Anchor, Anchors};

impl<'p, K: Fn(&Standing) -> bool> Planner<'p, K> {
    /// The days that a follow-up is counted from. Word of an offer may have had to wait for a later one, and whoever was
    /// invited by another company after accepting an offer, or went to its interview, withdraws from there after that.
    pub(super) fn anchors(&self, rule: &Rule, round: &Round<'p>, key: &Key) -> Anchors {
        let mut anchors = round.anchors;
        let Key::Process(other) = key else { return anchors };
        match (rule.when, anchors.outcome) {
            (When::Offer, _) => {
                let offer = self.beside.others.heard_by(other, self.config);
                if let Some(offer) = offer.filter(|offer| offer.from == round.process.key) {
                    anchors.outcome = Known::Is(offer.since);
                }
            }
            (When::Accepted, Known::Is(accepted)) => {
                let latest =
                    self.met_since(other, accepted).max(self.invited_since(other, accepted));
                anchors.outcome = Known::Is(latest.unwrap_or(accepted));
            }
            _ => {}
        }
        anchors
    }

    /// The day of a process's interview, if it took place after another offer was accepted.
    fn met_since(&self, other: &Process, accepted: NaiveDate) -> Option<NaiveDate> {
        let day = other.current().date.value().copied()?;
        let is_since = accepted < day && day < self.today && !other.current().fell_through();
        is_since.then_some(day)
    }

    /// The day on which a company that had not met the user by then answered, if another offer was accepted before.
    fn invited_since(&self, other: &Process, accepted: NaiveDate) -> Option<NaiveDate> {
        let answers = other.rounds.iter().filter_map(|note| note.outcome_date.value().copied());
        let until = on_its_way(accepted, self.config);
        let since = answers.filter(|day| accepted < *day && *day <= self.today && *day < until);
        since.max().filter(|_| !other.has_met_by(accepted))
    }

    /// The standing of a rule's follow-up; `None` if a day that it needs isn't known.
    pub(super) fn standing(
        &self,
        rule: &Rule,
        round: &Round<'p>,
        anchors: &Anchors,
        record: Option<Record>,
        void: bool,
        floor: Option<NaiveDate>,
    ) -> Option<Standing> {
        // Nothing is due before the answer that calls for it.
        let is_dated = matches!(round.outcome_day, OutcomeDay::On(_)) && rule.when.is_answer();
        let cause = anchors.outcome.value().copied().filter(|_| is_dated);
        let mut dates = self.dates(rule, anchors, round.note, record, floor.max(cause))?;
        let (mut void, mut undated) = (void, false);
        if dates.due_by.anchor == Anchor::Outcome {
            match round.outcome_day {
                OutcomeDay::On(_) | OutcomeDay::Unknown => {}
                // It was due long ago.
                OutcomeDay::LongAgo(_) => void = true,
                // It comes days later, which nobody knows yet. What is only worth doing waits as well: nobody gets two
                // messages on one day.
                OutcomeDay::Today if rule.optional && record.is_none() => return None,
                OutcomeDay::Today if self.opens_later(rule, anchors) => return None,
                OutcomeDay::Today => {
                    undated = true;
                    let put_off = match record {
                        Some(Record::Snoozed(until)) => until,
                        _ => self.today,
                    };
                    let due = put_off.max(self.today);
                    dates = Dates { opens: self.today, due, late: None, lapses: None, ..dates };
                }
            }
        }
        if let Known::Is(quiet) = round.anchors.quiet {
            dates.lapses = Some(dates.lapses.map_or(quiet, |day| day.min(quiet)));
        }
        // It would lapse before it opens.
        void |= dates.lapses.is_some_and(|lapses| lapses <= dates.opens);
        void |= self.is_overtaken(rule, &dates);
        Some(Standing { dates, record, void, undated })
    }

    /// Moves a follow-up's days ahead of a deadline that it has to come before: the answer to an offer that is turned down,
    /// an interview that is called off, the last day to decide with what others say.
    /// `decision` is the day on which the company wanted to decide, `floor` one before which nothing is asked.
    pub(super) fn keep_to_deadlines(
        &self,
        followup: &mut FollowUp,
        decision: Known<NaiveDate>,
        floor: Option<NaiveDate>,
    ) {
        let FollowUp { rule, note, key, setting, standing, .. } = followup;
        let is_withdrawal = matches!(rule.when, When::Withdrawn | When::Declined)
            || rule.when == When::Accepted && matches!(key, Key::Process(_));
        let answer_by = match key {
            Key::Process(other) => other.current().decide_by,
            _ => note.decide_by,
        };
        let is_put_off = matches!(standing.record, Some(Record::Snoozed(_)));
        let is_bound = is_withdrawal && !is_put_off;
        if let Some(day) = setting.to_come.or(answer_by.value().copied()).filter(|_| is_bound) {
            standing.go_before(day);
        }
        // Whatever one learns of an offer, or of others, is of use before it has to be answered.
        let (deadline, earliest) = match rule.when {
            When::Offer => (note.decide_by.value().copied(), None),
            When::FirstCheck => {
                let offer = setting.offer_elsewhere;
                (offer.and_then(|offer| offer.answer_by), floor.max(decision.value().copied()))
            }
            _ => (None, None),
        };
        if let Some(deadline) = deadline {
            let earliest = earliest.unwrap_or(standing.dates.opens);
            standing.go_ahead_of(deadline, earliest, self.calendar);
        }
    }

    /// Returns true if nobody asks for a rule's follow-ups of a round without records, because the day on which they lapse
    /// is past. That day alone is soon worked out.
    pub(super) fn has_surely_lapsed(&self, rule: &Rule, round: &Round<'p>) -> bool {
        let lapses = rule.lapses.as_ref().filter(|lapses| !lapses.is_of_follow_up());
        // What is due after news of today never lapses.
        !self.with_void
            && round.outcome_day != OutcomeDay::Today
            && lapses.is_some_and(|lapses| {
                let lapses = lapses.resolve(&round.anchors, self.calendar);
                lapses.value().is_some_and(|lapses| lapses.day <= self.today)
            })
    }

    /// Returns true for a follow-up that opens only days after the outcome.
    fn opens_later(&self, rule: &Rule, anchors: &Anchors) -> bool {
        let Known::Is(outcome) = anchors.outcome else { return false };
        let opens = rule.opens.resolve(anchors, self.calendar);
        match opens {
            Known::Is(opens) => opens.day > outcome,
            // It opens on its due day.
            _ => rule
                .due
                .resolve(anchors, self.calendar)
                .value()
                .is_some_and(|due| due.day > outcome),
        }
    }

    /// Returns true for what is void because of another process: a withdrawal from this one, or an acceptance.
    fn is_overtaken(&self, rule: &Rule, dates: &Dates) -> bool {
        let Bearing { over, accepted, .. } = *self.beside.bearing;
        // Whoever has withdrawn has said that it is over.
        let is_said = over.is_some();
        let is_void = |day: NaiveDate| match rule.once_accepted {
            OnceAccepted::Void => true,
            OnceAccepted::IfDue => dates.due > day,
            OnceAccepted::Stays => is_said,
        };
        over.into_iter().chain(accepted).any(is_void)
    }

    /// A follow-up's days; `None` if a day that they are counted from isn't known.
    pub(super) fn dates(
        &self,
        rule: &Rule,
        anchors: &Anchors,
        note: &Note,
        record: Option<Record>,
        floor: Option<NaiveDate>,
    ) -> Option<Dates> {
        dates::dates(rule, anchors, note.is_internal(), record, floor, self.calendar)
    }
}
