//! The other processes that hear of an offer, or of its acceptance.

use std::sync::Arc;

use super::round::Round;
use super::{Beside, Open, Planner};
use crate::notes::{Note, Outcome, Person, Record};
use crate::plan::bearing::HeardOffer;
use crate::plan::followup::{Addressee, Key};
use crate::plan::process::Process;
use crate::plan::reach::told_since;
use crate::plan::status::Standing;
use crate::rules::cadence::{Rule, When};
use crate::rules::known::Known;

impl<'p, K: Fn(&Standing) -> bool> Planner<'p, K> {
    /// The other processes that hear of the outcome of this one, each with whoever is told.
    pub(super) fn other_processes(&self, rule: &Rule, round: &Round<'p>) -> Vec<(Key, Addressee)> {
        let note = round.note;
        let Known::Is(day) = round.anchors.outcome else { return Vec::new() };
        let Beside { open, others, .. } = self.beside;
        let record = |other: &Process| note.record_of(|| format!("{}/{}", rule.id, other.id));
        let has_record = |other: &Process| record(other).is_some();
        // What was put off ends with the offer's deadline, as if it had not been.
        let is_settled = |other: &Process| record(other).is_some_and(Record::is_settled);
        // One from which a withdrawal was sent is over for all but the note that says so.
        let is_over =
            |other: &Process| others.over(other, self.config).is_some() && !has_record(other);
        // Of two that were accepted, one withdraws for both.
        let is_ended_by_this = |other: &Process| {
            let accepted = others.accepted_instead(other, self.config);
            accepted.is_none_or(|one| one.key == round.process.key) || has_record(other)
        };
        let was_told = |other: &Process| matches!(record(other), Some(Record::Done(_)));
        let hears = |open: &Open<'_>| {
            let other = open.process;
            // What was sent stays, whatever became of the process since.
            if !other.is_open() {
                return was_told(other);
            }
            let hears = |day| others.hears(other, round.process, rule.when, day, self.config);
            let offer = || open.hears_of(others, self.config);
            let is_heard =
                |offer: &HeardOffer| offer.from == round.process.key && hears(offer.since);
            match rule.when {
                When::Offer => {
                    let since = told_since(other, day, self.today);
                    is_settled(other) && since.is_some_and(hears) || offer().is_some_and(is_heard)
                }
                _ => was_told(other) || hears(day) && is_ended_by_this(other),
            }
        };
        // Whoever hears of the acceptance of their own offer needs no second message.
        let knows = |other: &Process| {
            other.company() == round.process.company()
                && told(other).value().is_some_and(|reader| {
                    self.answered().iter().any(|answered| answered.is_likely(reader))
                })
        };
        open.iter()
            .filter(|open| open.process.id != round.process.id && hears(open))
            .map(|open| open.process)
            .filter(|other| !is_over(other) && !knows(other))
            .filter_map(|other| match told(other) {
                Known::Bad => None,
                // Nobody waits for an application to nobody.
                Known::Missing if other.outcome() == Some(Outcome::Applied) => None,
                to => {
                    let to = Addressee::Person(to.value().copied().cloned());
                    Some((Key::Process(other.clone()), to))
                }
            })
            .collect()
    }
}

/// Whoever hears of an offer elsewhere or of its acceptance: who made an offer of their own, else as in
/// [`Process::recruiter_or_lead`].
pub fn told(other: &Process) -> Known<&Arc<Person>> {
    match other.outcome() {
        Some(Outcome::Offer) => other.current().contact.as_ref().or(other.recruiter_or_lead()),
        _ => other.recruiter_or_lead(),
    }
}

/// For each of the messages to other processes, the number of those before it that the same reader gets, but for any that
/// the user has decided against. Only an address tells that it is the same.
pub(super) fn told_before(rule: &Rule, note: &Note, targets: &[(Key, Addressee)]) -> Vec<usize> {
    let mut told: Vec<&str> = Vec::new();
    let mut counts = Vec::with_capacity(targets.len());
    for (key, addressee) in targets {
        let reader = match key {
            Key::Process(_) => address(addressee),
            _ => None,
        };
        counts.push(told.iter().filter(|one| Some(**one) == reader).count());
        let record = note.record_of(|| key.record_id(rule));
        told.extend(reader.filter(|_| !matches!(record, Some(Record::Skipped(_)))));
    }
    counts
}

/// The address of whoever gets a message.
pub fn address(addressee: &Addressee) -> Option<&str> {
    match addressee {
        Addressee::Person(Some(person)) => person.email.as_deref(),
        _ => None,
    }
}
