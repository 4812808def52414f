//! The people that a rule's follow-ups go to.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Planner, Round};
use crate::notes::{Note, Outcome, Person};
use crate::plan::followup::{Addressee, Key, Standing};
use crate::plan::process::Process;
use crate::rules::cadence::{Audience, Channel, Rule, When};
use crate::rules::known::Known;

impl<'p, K: Fn(&Standing) -> bool> Planner<'p, K> {
    /// The addressees of a rule's follow-ups of a round; none if the note's field can't be read.
    pub(super) fn targets(&mut self, rule: &Rule, round: &Round<'p>) -> Vec<(Key, Addressee)> {
        let note = round.note;
        let whom = |person: Option<&Arc<Person>>| (Key::Only, Addressee::Person(person.cloned()));
        let directly = |person: &Arc<Person>| directly(person, note, rule.channel);
        match rule.to {
            Audience::You => vec![(Key::Only, Addressee::You)],
            Audience::Recruiter => {
                note.recruiter.value().map(|person| whom(Some(person))).into_iter().collect()
            }
            Audience::AgencyRecruiter => {
                let recruiter = note.recruiter.value().filter(|_| note.agency.is_some());
                recruiter.map(|person| whom(Some(person))).into_iter().collect()
            }
            Audience::RecruiterOrLead
            | Audience::ContactOrRecruiter
            | Audience::RecruiterOrContact => match somebody(rule.to, round) {
                Known::Is(person) => vec![whom(Some(person))],
                Known::Missing => vec![whom(None)],
                Known::Bad => Vec::new(),
            },
            Audience::EachInterviewer => note.interviewers.iter().map(directly).collect(),
            Audience::EachHelper => note.also_met.iter().map(directly).collect(),
            Audience::LeadInterviewer => note.lead().map(directly).into_iter().collect(),
            Audience::EachWithoutAddress => {
                let without = note.interviewers.iter().filter(|person| person.email.is_none());
                without.map(|person| (Key::Person(person.clone()), Addressee::You)).collect()
            }
            Audience::Manager => {
                let contact = somebody(Audience::ContactOrRecruiter, round);
                let is_another = |manager: &&Arc<Person>| {
                    contact.value().is_none_or(|contact| contact.id != manager.id)
                };
                let manager =
                    note.manager.value().filter(|_| note.is_internal()).filter(is_another);
                manager.map(|person| whom(Some(person))).into_iter().collect()
            }
            Audience::EachOtherProcess => {
                self.plan.depends_on_others = true;
                self.open
                    .iter()
                    .filter(|other| other.id != round.process.id)
                    // Another offer is answered by its own follow-ups, until one of them is accepted.
                    .filter(|other| {
                        rule.when == When::Accepted || other.outcome() != Some(Outcome::Offer)
                    })
                    .filter(|other| self.is_awake(other, round.anchors.outcome))
                    .filter_map(|other| match other.recruiter_or_lead() {
                        Known::Bad => None,
                        to => {
                            let to = Addressee::Person(to.value().copied().cloned());
                            Some((Key::Process((*other).clone()), to))
                        }
                    })
                    .collect()
            }
        }
    }

    /// Returns true if a process had not gone quiet by that day.
    fn is_awake(&self, process: &Process, day: Known<NaiveDate>) -> bool {
        let quiet = process.quiet_day(self.cadence, self.calendar);
        quiet.zip(day.value().copied()).is_none_or(|(quiet, day)| day < quiet)
    }
}

/// The person for an audience that names several in order of preference.
pub(super) fn somebody<'p>(to: Audience, round: &Round<'p>) -> Known<&'p Arc<Person>> {
    let contact = round.note.contact.as_ref();
    let process = round.process;
    match to {
        Audience::ContactOrRecruiter => contact.or(process.recruiter_or_lead()),
        Audience::RecruiterOrContact => {
            process.recruiter().or(contact).or(process.recruiter_or_lead())
        }
        _ => process.recruiter_or_lead(),
    }
}

/// A message to a person, sent through the recruiter if there is no address.
fn directly(person: &Arc<Person>, note: &Note, channel: Channel) -> (Key, Addressee) {
    let addressee = match (&person.email, note.recruiter.value()) {
        (None, Some(recruiter)) if channel == Channel::Mail => {
            Addressee::Through { person: person.clone(), recruiter: recruiter.clone() }
        }
        _ => Addressee::Person(Some(person.clone())),
    };
    (Key::Person(person.clone()), addressee)
}
