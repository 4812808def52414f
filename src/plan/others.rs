//! The bearing of hiring processes on each other: an offer that others hear of, an acceptance, a withdrawal.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::notes::{Note, Outcome, Record};
use crate::plan::bearing::{Bearing, HeardOffer, OfferElsewhere};
use crate::plan::process::{OutcomeDay, Process, ProcessKey, is_application};
use crate::plan::reach::{begins_anew, goes_on, lapse, on_its_way, told_since};
use crate::plan::tie::may_be_one_company;
use crate::plan::told::told as told_of;
use crate::rules::cadence::When;
use crate::rules::config::Config;
use crate::rules::known::Known;

/// An offer that was accepted.
#[derive(Debug)]
struct Acceptance {
    day: NaiveDate,
    /// The day from which a process that begins is another story.
    until: NaiveDate,
    process: Arc<Process>,
}

/// An offer that others may hear of.
#[derive(Debug)]
struct News {
    from: Arc<Process>,
    /// The day it came.
    day: NaiveDate,
    /// The day from which it is no news for whoever meets the user only then.
    until: NaiveDate,
}

/// The bearing of all processes on each other, on a day.
#[derive(Debug, Default)]
pub struct Others {
    /// The days of withdrawals sent or decided against, by the ids of the processes that they went to.
    withdrawals: BTreeMap<String, NaiveDate>,
    /// The days on which an offer elsewhere was mentioned, likewise, each with the process that had it.
    told: BTreeMap<String, (NaiveDate, ProcessKey)>,
    /// The processes with an offer that was turned down, or fell through.
    settled: BTreeSet<ProcessKey>,
    /// The acceptances, by day.
    acceptances: Vec<Acceptance>,
    /// Offers that others may hear of. The most urgent comes first.
    offers: Vec<News>,
    /// The day on which they may.
    today: NaiveDate,
}

/// Returns true for a process that may have a bearing on others.
pub fn has_bearing(process: &Process) -> bool {
    matches!(process.outcome(), Some(Outcome::Offer | Outcome::Accepted))
        || process.rounds.iter().any(|note| {
            let names_another = |id: &String| {
                let kind = id.split_once('/').map_or("", |(kind, _)| kind);
                matches!(kind, TELL | WITHDRAW)
            };
            note.records.keys().any(names_another)
        })
}

/// The beginnings of the ids under which messages to other processes are recorded. Records outlast a rule that a journal
/// switches off.
const TELL: &str = "offer-elsewhere";
const WITHDRAW: &str = "withdraw";

/// The id of the decision on an offer.
pub const DECISION: &str = "offer-decision";

impl Others {
    /// Gathers the bearing of those processes that have one.
    pub fn of<'p>(
        processes: impl Iterator<Item = &'p Arc<Process>>,
        config: &Config,
        today: NaiveDate,
    ) -> Others {
        let mut others = Others { today, ..Others::default() };
        let (cadence, calendar) = (&config.cadence, &config.calendar);
        let tell = cadence.word_to_others(When::Offer);
        let mut offers = Vec::new();
        for process in processes {
            for note in &process.rounds {
                others.records(process, note);
            }
            let is_settled = [Outcome::Declined, Outcome::Rejected, Outcome::Withdrawn].map(Some);
            if is_settled.contains(&process.outcome()) {
                others.settled.insert(process.key.clone());
            }
            let outcome_day = process.outcome_day(cadence, calendar, today);
            let Known::Is(day) = outcome_day.day(today) else { continue };
            match process.outcome() {
                Some(Outcome::Accepted) => {
                    let until = begins_anew(day, today, config);
                    let process = process.clone();
                    others.acceptances.push(Acceptance { day, until, process });
                }
                Some(Outcome::Offer) => offers.push((process, outcome_day, day)),
                _ => {}
            }
        }
        others.acceptances.sort_by_cached_key(|one| (one.day, one.until, one.process.key.clone()));
        for (process, outcome_day, day) in offers {
            let Some(tell) = tell else { break };
            let bearing = others.bearing_so_far(process, config);
            if bearing.over.is_some() || bearing.accepted.is_some() {
                continue;
            }
            // Word that is put off may go out later.
            let until = tells(process.current()).map(|(_, record)| Some(record)).chain([None]);
            let until = until.map(|record| lapse(Some(tell), day, record, config)).max();
            let until = until.unwrap_or(day);
            let is_news = match outcome_day {
                OutcomeDay::On(_) => today < lapse(Some(tell), until, None, config),
                OutcomeDay::Today => true,
                OutcomeDay::LongAgo(_) | OutcomeDay::Unknown => false,
            };
            // Once it had to be answered, or the user has decided, nobody can hurry any more.
            let decide_by = process.current().decide_by.value();
            let is_open = decide_by.is_none_or(|decide_by| today <= *decide_by)
                && !process.current().is_done(DECISION);
            if is_news && is_open {
                others.offers.push(News { from: process.clone(), day, until });
            }
        }
        others.offers.sort_by_cached_key(|News { from, day, .. }| {
            let decide_by = from.current().decide_by.value().copied();
            (decide_by.unwrap_or(NaiveDate::MAX), *day, from.id.clone())
        });
        others
    }

    /// Adds what a note says was done about other processes.
    fn records(&mut self, process: &Process, note: &Note) {
        for (id, record) in &note.records {
            match (id.split_once('/'), record) {
                (Some((TELL, other)), Record::Done(day)) => {
                    let told = (*day, process.key.clone());
                    let latest = self.told.entry(other.to_owned()).or_insert_with(|| told.clone());
                    if latest.0 < told.0 {
                        *latest = told;
                    }
                }
                (Some((WITHDRAW, other)), Record::Done(day) | Record::Skipped(day)) => {
                    let latest = self.withdrawals.entry(other.to_owned()).or_insert(*day);
                    *latest = (*latest).max(*day);
                }
                _ => {}
            }
        }
    }

    /// The ids of processes that were written to about the outcome of another.
    pub fn written_to(&self) -> impl Iterator<Item = &String> {
        self.told.keys().chain(self.withdrawals.keys())
    }

    /// Returns true if this one was.
    pub fn have_written_to(&self, process: &Process) -> bool {
        self.told.contains_key(&process.id) || self.withdrawals.contains_key(&process.id)
    }

    /// The bearing of all others on a process.
    pub fn bearing(&self, process: &Process, config: &Config) -> Bearing {
        let mut bearing = self.bearing_so_far(process, config);
        bearing.hears_of = self.heard_by(process, config);
        if process.outcome() == Some(Outcome::Pending) {
            let told = self.told.get(&process.id);
            let hears_of = bearing.hears_of.as_ref().map(|offer| &offer.from);
            bearing.to_be_told = hears_of.is_some() && hears_of != told.map(|(_, by)| by);
            let rest = config.cadence.check_after_offer;
            // Whoever has made an offer for another job knows of it.
            let made = self.offers.iter().filter(|offer| is_made_by_reader(&offer.from, process));
            let heard = told.map(|(day, _)| *day).into_iter().chain(made.map(|offer| offer.day));
            bearing.told = heard.max().map(|day| config.calendar.add(day, rest));
            bearing.offer = told.filter(|_| !process.is_internal()).and_then(|(day, by)| {
                let told = OfferElsewhere { told: *day, answer_by: None, is_settled: false };
                if self.settled.contains(by) {
                    return Some(OfferElsewhere { is_settled: true, ..told });
                }
                let offer = self.offers.iter().find(|offer| offer.from.key == *by)?;
                let answer_by = offer.from.current().decide_by.value().copied();
                Some(OfferElsewhere { answer_by, ..told })
            });
        }
        bearing
    }

    /// The offer of which a process hears: of several, the one that it has heard of, else the most urgent. Nobody gets a
    /// second message that says the same with another date.
    pub fn heard_by(&self, process: &Process, config: &Config) -> Option<HeardOffer> {
        // Whom one withdraws from needn't hurry.
        if !process.is_open() || self.acceptance(process, config).is_some() {
            return None;
        }
        let told = self.told.get(&process.id);
        let since = |day: NaiveDate| told_since(process, day, self.today);
        if let Some((told, by)) = told
            && let Some(offer) = self.offers.iter().find(|offer| offer.from.key == *by)
        {
            let since = since(offer.day).unwrap_or(*told);
            return Some(HeardOffer::of(&offer.from, since));
        }
        let may_hear = |offer: &News, since: NaiveDate| {
            since < offer.until
                && told.is_none_or(|(told, _)| *told < offer.day)
                && self.is_to_hear_of(&offer.from, since, process, config)
        };
        // Whoever isn't to know of the most urgent one needn't know of another.
        let is_kept_back = |offer: &&News| {
            let record = offer.from.current().record_of(|| format!("{TELL}/{}", process.id));
            matches!(record, Some(Record::Skipped(_)))
        };
        self.offers.iter().take_while(|offer| !is_kept_back(offer)).find_map(|offer| {
            let since = since(offer.day)?;
            may_hear(offer, since).then(|| HeardOffer::of(&offer.from, since))
        })
    }

    /// The offer of another process than this one of which a process has heard.
    pub fn told_of_another(&self, process: &Process, this: &ProcessKey) -> Option<OfferElsewhere> {
        let (told, _) = self.told.get(&process.id).filter(|(_, by)| by != this)?;
        Some(OfferElsewhere { told: *told, answer_by: None, is_settled: false })
    }

    /// The day as of which a process is over, because a withdrawal from it was sent or decided against, and they didn't
    /// make an offer all the same.
    pub fn over(&self, process: &Process, config: &Config) -> Option<NaiveDate> {
        let day = *self.withdrawals.get(&process.id)?;
        let until = on_its_way(day, config);
        let is_before = process.current().date.value().is_none_or(|began| *began < until);
        (is_before && !process.has_offered_after(day)).then_some(day)
    }

    /// The bearing of withdrawals and acceptances on a process.
    fn bearing_so_far(&self, process: &Process, config: &Config) -> Bearing {
        let over = self.over(process, config);
        let acceptance = self.acceptance(process, config);
        let accepted = acceptance.map(|one| one.day);
        let accepted_in = acceptance.map(|one| one.process.key.clone());
        let accepted_before = self.accepted_before(process, config).map(|one| one.key.clone());
        Bearing { over, accepted, accepted_in, accepted_before, ..Bearing::default() }
    }

    /// The process whose offer had been accepted, not long before, when this one made its own.
    pub fn accepted_before(&self, process: &Process, config: &Config) -> Option<&Arc<Process>> {
        let is_before = |one: &&Acceptance| {
            let came = process.current().outcome_date.value();
            is_offer_after(process, one.day)
                && came.is_some_and(|came| *came < on_its_way(one.day, config))
        };
        self.acceptances.iter().rev().find(is_before).map(|one| &one.process)
    }

    /// The process whose offer was accepted, which ends this one.
    pub fn accepted_instead(&self, process: &Process, config: &Config) -> Option<&Arc<Process>> {
        self.acceptance(process, config).map(|one| &one.process)
    }

    /// The acceptance that ends a process. A round that begins much later is another story, unless it was on its way.
    fn acceptance(&self, process: &Process, config: &Config) -> Option<&Acceptance> {
        let current = process.current();
        let began = current.date.or(current.applied).value().copied();
        let ends = |one: &Acceptance| match is_only_applied(current) {
            true => began.is_some_and(|began| began <= one.day),
            false => began.is_some_and(|began| began < one.until),
        };
        // By day, so that what they mean for others is over in the same order.
        let first = self.acceptances.partition_point(|one| !ends(one));
        let is_bound = |one: &&Acceptance| {
            process.outcome() != Some(Outcome::Accepted) && !is_offer_after(process, one.day)
        };
        let later = || self.acceptances.iter().find(|one| goes_on(process, one.day, config));
        self.acceptances.get(first).or_else(later).filter(is_bound)
    }

    /// Returns true if a process may hear of an offer, as of this day.
    fn is_to_hear_of(
        &self,
        from: &Process,
        day: NaiveDate,
        process: &Process,
        config: &Config,
    ) -> bool {
        if from.id == process.id || !self.hears(process, from, When::Offer, day, config) {
            return false;
        }
        let record = from.current().record_of(|| format!("{TELL}/{}", process.id));
        let tell = config.cadence.word_to_others(When::Offer);
        self.today < lapse(tell, day, record, config)
    }

    /// Returns true if a process is to hear of an offer of another one, or of its acceptance, that came on this day. A
    /// company knows of its own offers.
    pub fn hears(
        &self,
        process: &Process,
        from: &Process,
        when: When,
        day: NaiveDate,
        config: &Config,
    ) -> bool {
        let is_accepted = when == When::Accepted;
        // Another offer is answered by its own follow-ups, until one of them is accepted.
        let is_waiting = match process.outcome() {
            Some(Outcome::Applied | Outcome::Offer) => is_accepted && !is_offer_after(process, day),
            _ => process.is_open(),
        };
        // Whoever waits for an application or an interview is to know, too. What begins much later is another story.
        let is_ended = || {
            let current = process.current();
            match current.date.value().filter(|_| !is_application(current)) {
                Some(began) => {
                    *began < begins_anew(day, self.today, config) || goes_on(process, day, config)
                }
                None => {
                    process.has_met_by(day)
                        || current.applied.value().is_none_or(|applied| *applied <= day)
                }
            }
        };
        let is_live = || {
            let quiet = process.quiet_day(&config.cadence, &config.calendar);
            quiet.is_none_or(|quiet| day < quiet)
        };
        is_waiting
            && !process.is_internal()
            && !process.is_informal()
            && if is_accepted { is_ended() } else { process.has_met_by(day) }
            && is_live()
            && (is_accepted
                || process.company() != from.company() && !may_be_one_company(process, from))
    }
}

/// Returns true for an application, whatever has come of it, as long as no interview has its day.
fn is_only_applied(note: &Note) -> bool {
    is_application(note) || note.date.value().is_none()
}

/// Returns true if whoever made an offer for a company is asked for the news of another process there.
fn is_made_by_reader(offer: &Process, process: &Process) -> bool {
    offer.company() == process.company()
        && told_of(offer)
            .value()
            .zip(told_of(process).value())
            .is_some_and(|(one, other)| one.is_likely(other))
}

/// Returns true for an offer that came after some day, and waits for an answer.
fn is_offer_after(process: &Process, day: NaiveDate) -> bool {
    process.outcome() == Some(Outcome::Offer) && process.has_offered_after(day)
}

/// What a note says was done about telling others of its offer.
fn tells(note: &Note) -> impl Iterator<Item = (&str, Record)> {
    note.records.iter().filter_map(|(id, record)| match id.split_once('/') {
        Some((TELL, other)) => Some((other, *record)),
        _ => None,
    })
}
