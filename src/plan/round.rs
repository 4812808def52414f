//! A round of a process, the other interviews of its day, and the rules that apply to it.

use std::sync::Arc;

use super::audience;
use crate::notes::people::everybody;
use crate::notes::{Note, Outcome, Person, Record};
use crate::plan::process::{OutcomeDay, Process};
use crate::plan::timeframes::Timeframe;
use crate::rules::cadence::{Audience, Rule, When, rule_of};
use crate::rules::known::Known;
use crate::rules::moment::Anchors;

/// One note of a process, as the rules see it.
#[derive(Clone)]
pub(super) struct Round<'p> {
    pub(super) process: &'p Process,
    pub(super) note: &'p Arc<Note>,
    /// Its position in the process.
    pub(super) at: usize,
    pub(super) is_current: bool,
    pub(super) outcome: Option<Outcome>,
    /// The day of the process's outcome; of an earlier round, that of its own, which is the past.
    pub(super) outcome_day: OutcomeDay,
    pub(super) timeframes: Vec<Timeframe>,
    pub(super) anchors: Anchors,
}

impl<'p> Round<'p> {
    /// Returns true for the current round of a pending process.
    pub(super) fn is_waiting(&self) -> bool {
        self.is_current
            && self.outcome == Some(Outcome::Pending)
            && !self.process.is_informal()
            && !self.note.is_to_hand_in()
    }

    /// Returns true once an answer is known to this round, or to the whole process.
    pub(super) fn has_word(&self) -> bool {
        let is_word = |outcome: &Outcome| !matches!(outcome, Outcome::Applied | Outcome::Pending);
        self.outcome.as_ref().is_some_and(is_word) || self.note.outcome.value().is_some_and(is_word)
    }

    /// The notes of interviews on the same day, this one included, for other roles in the company as well.
    pub(super) fn same_day(&self) -> impl Iterator<Item = &'p Arc<Note>> {
        std::iter::once(self.note).chain(self.others_of_day().map(|(_, note)| note))
    }

    /// The same without this one, each with true if it comes before this one.
    pub(super) fn others_of_day(&self) -> impl Iterator<Item = (bool, &'p Arc<Note>)> {
        let (process, date, at) = (self.process, self.note.date, self.at);
        let is_same = move |note: &Note| {
            note.date == date
                && matches!(date, Known::Is(_))
                && !note.fell_through()
                && !note.is_assignment()
        };
        let rounds = process.rounds.iter().enumerate().filter(move |(other, _)| *other != at);
        let rounds = rounds.map(move |(other, note)| (other < at, note));
        // Nobody is wished well over one role and asked about the other in one breath.
        let is_open = |note: &Note| note.outcome.value().is_none_or(|outcome| outcome.is_open());
        let own = is_open(self.note);
        let others = self.for_other_roles().filter(move |(_, note)| is_open(note) == own);
        rounds.chain(others).filter(move |(_, note)| is_same(note))
    }

    /// The company's interviews for other roles, each with true if it comes before this one.
    pub(super) fn for_other_roles(&self) -> impl Iterator<Item = (bool, &'p Arc<Note>)> {
        let place = |note: &'p Arc<Note>| (&note.path, note.name_in_file());
        let own = place(self.note);
        self.process.other_roles.iter().map(move |note| (place(note) < own, note))
    }

    /// The other notes of that day that name somebody, who gets one message about all of them.
    pub(super) fn others_with(&self, person: &Person) -> impl Iterator<Item = &'p Arc<Note>> {
        let others = self.others_of_day().map(|(_, note)| note);
        others.filter(|note| everybody(note).any(|other| other.is_likely(person)))
    }

    pub(super) fn is_for_other_role(&self, note: &Arc<Note>) -> bool {
        self.process.other_roles.iter().any(|other| Arc::ptr_eq(other, note))
    }

    /// The refusals for other roles of the same day that a message to this person is about as well, or the offers with the
    /// same deadline, each with true if it comes before this one.
    pub(super) fn answered_with(
        &self,
        rule: &Rule,
        person: &Person,
    ) -> impl Iterator<Item = (bool, &'p Arc<Note>)> {
        let to = rule.to;
        let news = |note: &Note| {
            let asks = (note.still_interested, note.decide_by);
            (note.outcome, note.outcome_date, note.internal, asks)
        };
        let own = news(self.note);
        let is_answered = match rule.when {
            When::Rejected | When::RejectedAndInterested => own.0 == Known::Is(Outcome::Rejected),
            When::Offer => own.0 == Known::Is(Outcome::Offer),
            _ => false,
        };
        let is_answered = is_answered && matches!(own.1, Known::Is(_));
        let is_to = move |note: &Note| {
            let lead = || note.decider().map_or(Known::Missing, Known::Is);
            let reader = audience::reader(to, note, note.recruiter.as_ref(), lead);
            reader.value().is_some_and(|reader| reader.is_likely(person))
        };
        self.for_other_roles()
            .filter(move |(_, note)| is_answered && news(note) == own && is_to(note))
    }

    /// Returns true if a rule's follow-up about a person belongs to this round, not to another of the same day.
    pub(super) fn is_first(
        &self,
        rule: &Rule,
        person: &Person,
        people: fn(&Note) -> &[Arc<Person>],
    ) -> bool {
        let id = format!("{}/{}", rule.id, person.id);
        !self.is_elsewhere(&id, |note| {
            let other = people(note).iter().find(|other| other.is_likely(person))?;
            Some(format!("{}/{}", rule.id, other.id))
        })
    }

    /// Returns true if a follow-up belongs to another round of the same day: to the one with a record of it, else to the
    /// first. `id_in` gives its id in a note, if that has it.
    pub(super) fn is_elsewhere(&self, id: &str, id_in: impl Fn(&Note) -> Option<String>) -> bool {
        if self.note.records.contains_key(id) {
            return false;
        }
        self.others_of_day().any(|(is_before, note)| {
            id_in(note).is_some_and(|id| is_before || note.records.contains_key(&id))
        })
    }

    /// Returns true if a message about a refusal or an offer goes out with one for another role: with the one that has a
    /// record of it, else with the first.
    pub(super) fn is_answered_elsewhere(&self, rule: &Rule, person: &Person) -> bool {
        !self.note.records.contains_key(&rule.id)
            && self
                .answered_with(rule, person)
                .any(|(is_before, note)| is_before || note.records.contains_key(&rule.id))
    }
}

/// `None` if a rule doesn't apply to a round, else true if its follow-ups are void.
pub(super) fn applies(when: When, round: &Round<'_>) -> Option<bool> {
    let note = round.note;
    if when.is_about_interview() && (note.fell_through() || note.is_assignment()) {
        return None;
    }
    let outcome =
        |wanted: Outcome| (round.is_current && round.outcome == Some(wanted)).then_some(false);
    match when {
        When::Interviewed => Some(false),
        When::UntilWord => Some(round.has_word()),
        When::Pending => {
            round.outcome?;
            Some(round.has_word())
        }
        When::NoWindow => {
            let known =
                round.timeframes.iter().any(|timeframe| timeframe.decision != Known::Missing);
            round.outcome?;
            (!known).then(|| !round.is_waiting())
        }
        When::FirstCheck | When::SecondCheck | When::CheckedOut => None,
        When::UndatedOutcome => {
            let is_news = round.outcome.is_some_and(Outcome::has_day);
            (round.is_current && is_news && note.outcome_date == Known::Missing).then_some(false)
        }
        When::MoreInterviews => outcome(Outcome::MoreInterviews),
        When::HiringManager => outcome(Outcome::HiringManager),
        When::Offer => outcome(Outcome::Offer),
        When::Accepted => outcome(Outcome::Accepted),
        When::Declined => outcome(Outcome::Declined),
        When::Withdrawn => outcome(Outcome::Withdrawn),
        When::Rejected if note.internal.is_bad() => None,
        When::Rejected => Some(outcome(Outcome::Rejected)? || had_offer(note)),
        When::RejectedInternally if note.is_internal() => outcome(Outcome::Rejected),
        When::RejectedInternally => None,
        When::RejectedAndInterested => match (&note.internal, &note.still_interested) {
            (Known::Bad, _) | (Known::Is(true), Known::Bad | Known::Is(false)) => None,
            _ => Some(outcome(Outcome::Rejected)? || had_offer(note)),
        },
    }
}

/// True for a rule that no longer applies to a note, but did when its follow-up was done: that was void since.
pub(super) fn was_done(rule: &Rule, note: &Note) -> Option<bool> {
    // A plan has the messages to other processes of one rule only.
    if rule.to == Audience::EachOtherProcess {
        return None;
    }
    let is_of_rule = |id: &str| {
        id.starts_with(&rule.id) && rule_of(id).is_some_and(|(known, _)| known.id == rule.id)
    };
    let mut records = note.records.iter();
    records.any(|(id, record)| matches!(record, Record::Done(_)) && is_of_rule(id)).then_some(true)
}

/// Returns true if a note's records, or its deadline, say that there was an offer. Whoever takes it back is thanked for
/// nothing, and nothing is to be learned from the interviews.
fn had_offer(note: &Note) -> bool {
    let was_dated = matches!(note.decide_by, Known::Is(_));
    was_dated || ["offer-thanks", "acceptance"].into_iter().any(|id| note.is_done(id))
}
