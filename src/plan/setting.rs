//! What is known of the process that a follow-up is about, and of others beside it, besides what its note says.

use std::sync::Arc;

use chrono::NaiveDate;

use super::round::Round;
use super::{Beside, Planner};
use crate::notes::{Interest, Note, Outcome, Person};
use crate::plan::bearing::{Bearing, OfferElsewhere};
use crate::plan::followup::{Addressee, Key};
use crate::plan::process::Process;
use crate::plan::status::Standing;
use crate::plan::tie::{Tie, are_tied};
use crate::rules::cadence::{Cadence, Rule, When};
use crate::rules::known::Known;

/// A round's place in its process, and what has become of that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The outcome of the process by now; `None` if it can't be read.
    pub outcome: Option<Outcome>,
    /// The interest that the round's note says, else the note of the nearest round before it.
    pub interest: Interest,
    /// True if an offer of another company was accepted, so that the message shows no interest in this one's.
    pub is_left: bool,
    /// The offer of another company that was accepted before this one came, if there is one.
    pub taken: Option<Tie>,
    /// For a farewell within one's own company: true while one is talking with another company as well.
    pub looks_elsewhere: bool,
    /// For a farewell, and wherever another offer was accepted: another process that its reader has to do with, too.
    pub tie: Option<Tie>,
    /// For a status check: the offer of which its reader has heard and that still waits for an answer. For word of an offer:
    /// an earlier one of which they have heard.
    pub offer_elsewhere: Option<OfferElsewhere>,
    /// True while the process hears of an offer elsewhere, and is asked for an answer with that.
    pub hears_of_offer: bool,
    /// True for a talk after the offer, such as one about its terms.
    pub is_after_offer: bool,
    /// The day of the interview, if the news came before it.
    pub to_come: Option<NaiveDate>,
    /// The number of earlier rounds with an interview.
    pub rounds_before: usize,
    /// The number of those that had the same recruiter.
    pub arranged_before: usize,
    /// The interviewers of earlier rounds.
    pub met_before: Vec<Arc<Person>>,
    /// The people of a round on the day before, with whom this one goes on: interviewers and recruiter.
    pub met_yesterday: Vec<Arc<Person>>,
    /// The number of messages about the same news to other processes that the same reader gets before this one.
    pub told_before: usize,
    /// The day of the next round.
    pub next_round: Option<NaiveDate>,
    /// True if the process was over before this round.
    pub is_reopened: bool,
}

impl Setting {
    /// Returns true if an interview had taken place when the news came: that of the note of the round, or another before it
    /// fell through.
    pub fn is_interviewed(&self, note: &Note) -> bool {
        if note.fell_through() || note.is_assignment() {
            return self.rounds_before > 0;
        }
        note.date != Known::Missing && self.to_come.is_none()
    }

    /// The setting of the round at a position, with the day of the news, if there are any.
    pub fn of(process: &Process, at: usize, news: Known<NaiveDate>) -> Setting {
        let (note, before) = (&process.rounds[at], &process.rounds[..at]);
        let days = note.date.value().zip(news.value());
        let is_held = |note: &Note| !note.fell_through() && !note.is_assignment();
        let interviews =
            || before.iter().filter(|note| note.date != Known::Missing && is_held(note));
        let recruiter = note.recruiter.value();
        let is_recruiter = |other: &Person| recruiter.is_some_and(|one| one.is_likely(other));
        Setting {
            outcome: process.outcome(),
            interest: process.interest(at),
            is_left: false,
            taken: None,
            looks_elsewhere: false,
            tie: None,
            offer_elsewhere: None,
            hears_of_offer: false,
            is_after_offer: process.outcome() == Some(Outcome::Offer)
                && note
                    .date
                    .value()
                    .zip(process.current().outcome_date.value())
                    .is_some_and(|(date, offered)| offered < date),
            to_come: days
                .filter(|(interview, news)| interview > news)
                .filter(|_| !note.is_cancelled() && !note.is_assignment())
                .map(|(interview, _)| *interview),
            rounds_before: interviews().count(),
            arranged_before: interviews()
                .filter(|note| note.recruiter.value().is_some_and(|other| is_recruiter(other)))
                .count(),
            met_before: before
                .iter()
                .filter(|note| is_held(note))
                .flat_map(|note| note.interviewers.iter().cloned())
                .collect(),
            met_yesterday: before
                .iter()
                .filter(|other| is_held(other) && is_day_before(other, note))
                .flat_map(|other| other.interviewers.iter().chain(other.recruiter.value()).cloned())
                .collect(),
            told_before: 0,
            next_round: process.rounds[at + 1..]
                .iter()
                .filter(|note| is_held(note))
                .find_map(|note| note.date.value().copied()),
            is_reopened: before
                .iter()
                .any(|note| note.outcome.value().is_some_and(|outcome| outcome.is_over())),
        }
    }
}

impl<'p, K: Fn(&Standing) -> bool> Planner<'p, K> {
    /// The setting of the round that a follow-up is about: the other process's current one if it goes there.
    pub(super) fn setting(
        &self,
        rule: &Rule,
        round: &Round<'p>,
        key: &Key,
        addressee: &Addressee,
        news: Known<NaiveDate>,
    ) -> Setting {
        let (process, at) = match key {
            Key::Process(other) => (other.as_ref(), other.current_at()),
            _ => (round.process, round.at),
        };
        let Bearing { over, accepted, accepted_before, offer, hears_of, .. } = self.beside.bearing;
        let reader = match addressee {
            Addressee::Person(Some(person)) => Some(person.as_ref()),
            _ => None,
        };
        let is_own = accepted_before.is_some() && !matches!(key, Key::Process(_));
        let taken = is_own
            .then(|| self.beside.others.accepted_before(round.process, self.config))
            .flatten()
            .map(|one| Tie::to(one));
        let offer_elsewhere = match key {
            Key::Process(other) if rule.when == When::Offer => {
                self.beside.others.told_of_another(other, &round.process.key)
            }
            _ => offer.filter(|_| rule.when.is_check()),
        };
        // Somebody else may have got that message in an earlier round.
        let has_read = |offer: &OfferElsewhere| {
            let read = process.recruiter_or_lead_on(offer.told);
            read.value().zip(reader).is_none_or(|(one, reader)| one.is_likely(reader))
        };
        let offer_elsewhere = offer_elsewhere.filter(has_read);
        Setting {
            is_left: accepted.is_some() || over.is_some() || taken.is_some(),
            taken,
            looks_elsewhere: rule.when.is_farewell() && self.looks_elsewhere(round),
            tie: (rule.when.is_farewell() || accepted.is_some())
                .then(|| self.tie(round, reader))
                .flatten(),
            offer_elsewhere,
            hears_of_offer: hears_of.is_some(),
            ..Setting::of(process, at, news)
        }
    }

    /// The process that the reader of a farewell, or their company, has to do with as well: the one whose offer was
    /// accepted, else the first that goes on.
    fn tie(&self, round: &Round<'p>, reader: Option<&Person>) -> Option<Tie> {
        let Beside { others, bearing, .. } = self.beside;
        let is_tied = |other: &Arc<Process>| are_tied(round.note, reader, other);
        if bearing.accepted.is_some() {
            return others
                .accepted_instead(round.process, self.config)
                .filter(|other| is_tied(other))
                .map(|one| Tie::to(one));
        }
        self.other_going_on(round, is_tied).map(|other| Tie::to(other))
    }

    /// Returns true if one's own company isn't the only one that one is talking with.
    fn looks_elsewhere(&self, round: &Round<'p>) -> bool {
        round.process.is_internal()
            && self.other_going_on(round, |other| !other.is_internal()).is_some()
    }

    /// The first such other process that went on when this one's news came.
    fn other_going_on(
        &self,
        round: &Round<'p>,
        is_meant: impl Fn(&Arc<Process>) -> bool,
    ) -> Option<&'p Arc<Process>> {
        let Beside { open, others, .. } = self.beside;
        let day = round.anchors.outcome.value().copied().unwrap_or(self.today);
        let Cadence { quiet_after, .. } = self.config.cadence;
        let goes_on = |other: &&Arc<Process>| {
            let quiet = other.quiet_day(&self.config.cadence, self.calendar);
            let began = other.last_sign().or(other.current().applied.value().copied());
            let quiet = quiet.or(began.map(|began| self.calendar.add(began, quiet_after)));
            quiet.is_none_or(|quiet| day < quiet) && others.over(other, self.config).is_none()
        };
        let is_other = |other: &&Arc<Process>| {
            other.key != round.process.key && !other.is_informal() && is_meant(other)
        };
        let mut open = open.iter().map(|open| open.process).filter(is_other);
        open.find(goes_on)
    }
}

/// Returns true for a round on the day before another, without any word in between: both are one visit.
fn is_day_before(note: &Note, later: &Note) -> bool {
    let days = note.date.value().zip(later.date.value());
    days.is_some_and(|(day, later)| day.succ_opt() == Some(*later))
        && matches!(note.outcome, Known::Missing | Known::Is(Outcome::Pending))
}
