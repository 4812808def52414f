//! The people that a rule's follow-ups go to.

use std::sync::Arc;

use super::Planner;
use super::round::{Round, applies};
use super::told::told;
use crate::notes::{Note, Person, Record};
use crate::plan::bearing::Bearing;
use crate::plan::followup::{Addressee, Key};
use crate::plan::status::Standing;
use crate::rules::cadence::{Audience, Channel, Rule, When};
use crate::rules::known::Known;

impl<'p, K: Fn(&Standing) -> bool> Planner<'p, K> {
    /// The addressees of a rule's follow-ups of a round; none if the note's field can't be read.
    pub(super) fn targets(&mut self, rule: &Rule, round: &Round<'p>) -> Vec<(Key, Addressee)> {
        let note = round.note;
        let whom = |person: Option<&Arc<Person>>| (Key::Only, Addressee::Person(person.cloned()));
        let directly = |person: &Arc<Person>| directly(person, note, rule);
        match rule.to {
            Audience::You => vec![(Key::Only, Addressee::You)],
            // The recruiter may be among those who can't be read.
            Audience::Recruiter | Audience::AgencyRecruiter if note.lead_is_unclear => Vec::new(),
            Audience::Recruiter | Audience::AgencyRecruiter => {
                let recruiter = recruiter(rule, round);
                recruiter.map(|person| whom(Some(person))).into_iter().collect()
            }
            Audience::RecruiterOrLead
            | Audience::ContactOrRecruiter
            | Audience::RecruiterOrContact
            | Audience::Appraiser => match somebody(rule.to, round, &rule.id) {
                Known::Is(person)
                    if round.is_answered_elsewhere(rule, person)
                        || !self.may_ask(rule, round, person) =>
                {
                    Vec::new()
                }
                Known::Is(person) => vec![whom(Some(person))],
                Known::Missing => vec![whom(None)],
                Known::Bad => Vec::new(),
            },
            Audience::EachInterviewer => {
                let interviewers = note.interviewers.iter();
                interviewers
                    .filter(|person| is_written_to(person, note, rule))
                    .filter(|person| round.is_first(rule, person, interviewers_of))
                    .map(directly)
                    .collect()
            }
            Audience::EachHelper if note.also_met.is_empty() => Vec::new(),
            Audience::EachHelper => helpers(rule, round).into_iter().map(directly).collect(),
            Audience::NewContacts => match self.new_contacts(rule, round) {
                people if people.is_empty() => Vec::new(),
                people => vec![(Key::Only, Addressee::Each(people))],
            },
            Audience::LeadInterviewer => lead(rule, round).into_iter().map(directly).collect(),
            Audience::EachWithoutAddress => {
                let is_unknown = |person: &&Arc<Person>| {
                    person.email.is_none() && person.post.is_none() && person.phone.is_none()
                };
                let without = note.interviewers.iter().filter(is_unknown);
                without
                    .filter(|person| round.is_first(rule, person, interviewers_of))
                    .map(|person| (Key::Person(person.clone()), Addressee::You))
                    .collect()
            }
            Audience::Manager => {
                manager(round).map(|person| whom(Some(person))).into_iter().collect()
            }
            Audience::EachOtherProcess => {
                self.plan.to_others = Some(self.plan.followups.len());
                self.other_processes(rule, round)
            }
        }
    }

    /// The people who get a message about the outcome of a process.
    pub(super) fn answered(&self) -> &[Arc<Person>] {
        self.answered
            .get_or_init(|| self.decided.as_ref().map_or_else(Vec::new, |one| self.told_by(one)))
    }

    fn told_by(&self, round: &Round<'p>) -> Vec<Arc<Person>> {
        let rules = self.answers().filter(|rule| applies(rule.when, round).is_some());
        let people =
            rules.filter_map(|rule| somebody(rule.to, round, &rule.id).value().copied().cloned());
        people.collect()
    }

    /// The rules for answers to the news of a round, each of which goes to one person and thanks them.
    fn answers(&self) -> impl Iterator<Item = &'p Arc<Rule>> {
        let is_to_one = |rule: &Rule| {
            matches!(
                rule.to,
                Audience::RecruiterOrLead
                    | Audience::ContactOrRecruiter
                    | Audience::RecruiterOrContact
                    | Audience::Appraiser
            )
        };
        let rules = self.config.cadence.rules.iter();
        rules.filter(move |rule| is_to_one(rule) && !rule.optional && rule.when.is_answer())
    }

    /// Returns true if an answer to the news of a round was sent to somebody, who stays thanked whatever comes next.
    fn was_answered(&self, round: &Round<'p>, person: &Person) -> bool {
        let note = round.note;
        let mut sent = self.answers().filter(|rule| note.is_done(&rule.id));
        sent.any(|rule| {
            let recruiter = round.process.recruiter_by(round.at);
            let lead = || note.decider().map_or(Known::Missing, Known::Is);
            let reader = reader(rule.to, note, recruiter, lead);
            reader.value().is_some_and(|reader| reader.is_likely(person))
        })
    }

    /// Returns true unless a question about an offer is out of place: one's own manager knows how one works, and whoever
    /// has accepted another offer thinks over no more.
    fn may_ask(&self, rule: &Rule, round: &Round<'_>, person: &Person) -> bool {
        let is_question = rule.when == When::Offer && rule.optional;
        let is_own_manager = round.note.is_internal()
            && round.note.manager.value().is_some_and(|manager| manager.is_likely(person));
        let has_taken = self.beside.bearing.accepted_before.is_some();
        !is_question || !is_own_manager && !has_taken
    }

    /// Returns true for a follow-up that something else has made needless: feedback was given already, a message about the
    /// outcome thanks somebody, or they have been thanked without their address.
    pub(super) fn is_needless(&self, rule: &Rule, round: &Round<'p>, key: &Key) -> bool {
        if rule.when == When::RejectedAndInterested {
            return round.note.has_feedback();
        }
        // It goes on after an answer.
        if rule.when == When::UntilWord {
            return self.answers().any(|answer| round.note.is_done(&answer.id));
        }
        let Key::Person(person) = key else { return false };
        match rule.to {
            Audience::EachInterviewer | Audience::EachHelper => {
                let withdrawn_from = || told(round.process).value().copied();
                let Bearing { over, accepted, .. } = self.beside.bearing;
                let is_left = over.is_some() || accepted.is_some();
                // From what is over, or with one's own employer, nobody withdraws.
                let is_to_leave = round.process.is_open() && !round.process.is_internal();
                let told = (is_left && is_to_leave).then(withdrawn_from).flatten();
                self.answered().iter().chain(told).any(|answered| answered.is_likely(person))
                    || self.was_answered(round, person)
            }
            Audience::EachWithoutAddress => {
                let rules = self.config.cadence.rules.iter();
                let mut thanks = rules.filter(|rule| rule.to == Audience::EachInterviewer);
                thanks.any(|thanks| {
                    round.same_day().any(|note| {
                        let mut people = note.interviewers.iter();
                        people.any(|other| {
                            let id = || format!("{}/{}", thanks.id, other.id);
                            other.is_likely(person)
                                && note.record_of(id).is_some_and(Record::is_settled)
                        })
                    })
                })
            }
            _ => false,
        }
    }
}

/// The recruiter of a round, unless they interviewed that day, or get the message of another round of it.
fn recruiter<'p>(rule: &Rule, round: &Round<'p>) -> Option<&'p Arc<Person>> {
    let any = rule.to == Audience::Recruiter;
    asked(round.note, any).filter(|recruiter| {
        let mut day = round.same_day().flat_map(|note| &note.interviewers);
        !day.any(|person| person.is_likely(recruiter))
            && !round.is_elsewhere(&rule.id, |note| {
                let is_own = round.process.has_note(&note.path);
                let other = asked(note, any);
                let other = other.filter(|one| is_own || one.is_likely(recruiter));
                other.map(|_| rule.id.clone())
            })
    })
}

/// Those who helped in a round. An interviewer of that day gets one message, and so does a recruiter.
fn helpers<'p>(rule: &Rule, round: &Round<'p>) -> Vec<&'p Arc<Person>> {
    let mut others: Vec<&Arc<Person>> = Vec::new();
    for note in round.same_day() {
        others.extend(&note.interviewers);
        others.extend(note.recruiter.value());
    }
    let helpers = round.note.also_met.iter();
    helpers
        .filter(|person| !others.iter().any(|other| other.is_likely(person)))
        .filter(|person| is_written_to(person, round.note, rule))
        .filter(|person| round.is_first(rule, person, helpers_of))
        .collect()
}

/// Whoever led a round, unless they get the message of another round of that day.
fn lead<'p>(rule: &Rule, round: &Round<'p>) -> Option<&'p Arc<Person>> {
    let id = |person: &Person| format!("{}/{}", rule.id, person.id);
    let is_only = |lead: &&Arc<Person>| {
        // What is sent for another role is another thing.
        let same = |note: &Note| {
            let other = note.lead().filter(|other| other.is_likely(lead));
            other.filter(|_| round.process.has_note(&note.path)).map(|other| id(other))
        };
        !round.is_elsewhere(&id(lead), same)
    };
    let lead = round.note.lead();
    lead.filter(|lead| is_written_to(lead, round.note, rule)).filter(is_only)
}

/// The user's own manager, unless they are the one who hears of the outcome anyway.
fn manager<'p>(round: &Round<'p>) -> Option<&'p Arc<Person>> {
    let Round { process, note, .. } = round;
    let contact =
        reader(Audience::ContactOrRecruiter, note, process.recruiter(), || process.lead());
    let is_another =
        |manager: &&Arc<Person>| contact.value().is_none_or(|contact| contact.id != manager.id);
    note.manager.value().filter(|_| note.is_internal()).filter(is_another)
}

/// The recruiter of a note, if they work for an agency or `any` will do.
fn asked(note: &Note, any: bool) -> Option<&Arc<Person>> {
    note.recruiter.value().filter(|_| any || note.agency.is_some())
}

/// Returns true unless nobody knows what somebody is called, and nothing was sent to them all the same.
fn is_written_to(person: &Person, note: &Note, rule: &Rule) -> bool {
    !person.is_placeholder() || note.record_of(|| format!("{}/{}", rule.id, person.id)).is_some()
}

fn interviewers_of(note: &Note) -> &[Arc<Person>] {
    &note.interviewers
}

fn helpers_of(note: &Note) -> &[Arc<Person>] {
    &note.also_met
}

/// The person for an audience that names several in order of preference. A message that was sent, by its id, went to the
/// recruiter whom the notes named by then, and not to that of a later round.
pub(super) fn somebody<'p>(to: Audience, round: &Round<'p>, id: &str) -> Known<&'p Arc<Person>> {
    let Round { process, note, .. } = round;
    let was_sent = note.is_done(id) && process.recruiter_by(round.at) != Known::Missing;
    let at = if was_sent { round.at } else { process.rounds.len() - 1 };
    reader(to, note, process.recruiter_by(at), || process.lead_by(at))
}

/// The same of a note, given who recruits and who leads the interviews.
pub(super) fn reader<'p>(
    to: Audience,
    note: &'p Note,
    recruiter: Known<&'p Arc<Person>>,
    lead: impl FnOnce() -> Known<&'p Arc<Person>>,
) -> Known<&'p Arc<Person>> {
    let contact = note.contact.as_ref();
    let is_office = || recruiter.value().is_some_and(|person| person.is_office());
    match to {
        Audience::ContactOrRecruiter => contact.or(recruiter).or_else(lead),
        Audience::Appraiser if is_office() && note.agency.is_none() => {
            contact.or_else(lead).or(recruiter)
        }
        Audience::RecruiterOrContact | Audience::Appraiser => recruiter.or(contact).or_else(lead),
        _ => recruiter.or_else(lead),
    }
}

/// A message to a person, sent through the recruiter if there is no address but theirs.
fn directly(person: &Arc<Person>, note: &Note, rule: &Rule) -> (Key, Addressee) {
    let has_way = rule.channel == Channel::Network || (rule.on_paper && person.post.is_some());
    let recruiter = note.recruiter.value();
    let recruiter =
        recruiter.filter(|recruiter| recruiter.email.is_some() && !recruiter.is_likely(person));
    let addressee = match (&person.email, recruiter) {
        (None, Some(recruiter)) if !has_way => {
            Addressee::Through { person: person.clone(), recruiter: recruiter.clone() }
        }
        _ => Addressee::Person(Some(person.clone())),
    };
    (Key::Person(person.clone()), addressee)
}
