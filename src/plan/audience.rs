//! The people that a rule's follow-ups go to.

use std::sync::Arc;

use super::round::{Round, applies};
use super::{Beside, Open, Planner};
use crate::notes::{Note, Outcome, Person, Record};
use crate::plan::followup::{Addressee, Dates, Key, Standing};
use crate::plan::others::{Bearing, HeardOffer, told_since};
use crate::plan::process::{Process, in_order};
use crate::rules::cadence::{Audience, Channel, Rule, When};
use crate::rules::known::Known;
use crate::rules::moment::Anchors;

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
                let any = rule.to == Audience::Recruiter;
                let recruiter = asked(note, any).filter(|recruiter| {
                    let mut day = round.same_day().flat_map(|note| &note.interviewers);
                    !day.any(|person| person.is_likely(recruiter))
                        && !round.is_elsewhere(&rule.id, |note| {
                            let is_own = round.process.has_note(&note.path);
                            let other = asked(note, any);
                            let other = other.filter(|one| is_own || one.is_likely(recruiter));
                            other.map(|_| rule.id.clone())
                        })
                });
                recruiter.map(|person| whom(Some(person))).into_iter().collect()
            }
            Audience::RecruiterOrLead
            | Audience::ContactOrRecruiter
            | Audience::RecruiterOrContact
            | Audience::Appraiser => match somebody(rule.to, round) {
                Known::Is(person)
                    if round.is_refused_elsewhere(rule, person)
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
            Audience::EachHelper => {
                // An interviewer of that day gets one message, and so does a recruiter.
                let mut others: Vec<&Arc<Person>> = Vec::new();
                for note in round.same_day() {
                    others.extend(&note.interviewers);
                    others.extend(note.recruiter.value());
                }
                let helpers = note.also_met.iter();
                helpers
                    .filter(|person| !others.iter().any(|other| other.is_likely(person)))
                    .filter(|person| is_written_to(person, note, rule))
                    .filter(|person| round.is_first(rule, person, helpers_of))
                    .map(directly)
                    .collect()
            }
            Audience::NewContacts => match self.new_contacts(rule, round) {
                people if people.is_empty() => Vec::new(),
                people => vec![(Key::Only, Addressee::Each(people))],
            },
            Audience::LeadInterviewer => {
                let id = |person: &Person| format!("{}/{}", rule.id, person.id);
                let is_only = |lead: &&Arc<Person>| {
                    // What is sent for another role is another thing.
                    let same = |note: &Note| {
                        let other = note.lead().filter(|other| other.is_likely(lead));
                        other.filter(|_| round.process.has_note(&note.path)).map(|other| id(other))
                    };
                    !round.is_elsewhere(&id(lead), same)
                };
                note.lead()
                    .filter(|lead| is_written_to(lead, note, rule))
                    .filter(is_only)
                    .map(directly)
                    .into_iter()
                    .collect()
            }
            Audience::EachWithoutAddress => {
                let is_unknown =
                    |person: &&Arc<Person>| person.email.is_none() && person.post.is_none();
                let without = note.interviewers.iter().filter(is_unknown);
                without
                    .filter(|person| round.is_first(rule, person, interviewers_of))
                    .map(|person| (Key::Person(person.clone()), Addressee::You))
                    .collect()
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
                self.plan.to_others = Some(self.plan.followups.len());
                let Known::Is(day) = round.anchors.outcome else { return Vec::new() };
                let Beside { open, others, .. } = self.beside;
                let record =
                    |other: &Process| note.record_of(|| format!("{}/{}", rule.id, other.id));
                let has_record = |other: &Process| record(other).is_some();
                // What was put off ends with the offer's deadline, as if it had not been.
                let is_settled = |other: &Process| record(other).is_some_and(Record::is_settled);
                // One from which a withdrawal was sent is over for all but the note that says so.
                let is_over = |other: &Process| {
                    others.over(other, self.config).is_some() && !has_record(other)
                };
                // Of two that were accepted, one withdraws for both.
                let is_ended_by_this = |other: &Process| {
                    let accepted = others.accepted_instead(other, self.config);
                    accepted.is_none_or(|one| one.key == round.process.key) || has_record(other)
                };
                let hears = |open: &Open<'_>| {
                    let other = open.process;
                    let hears =
                        |day| others.hears(other, round.process, rule.when, day, self.config);
                    let offer = || open.hears_of(others, self.config);
                    let is_heard =
                        |offer: &HeardOffer| offer.from == round.process.key && hears(offer.since);
                    match rule.when {
                        When::Offer => {
                            let since = told_since(other, day, self.today);
                            is_settled(other) && since.is_some_and(hears)
                                || offer().is_some_and(is_heard)
                        }
                        _ => hears(day) && is_ended_by_this(other),
                    }
                };
                // Whoever hears of the acceptance of their own offer needs no second message.
                let knows = |other: &Process| {
                    other.company() == round.process.company()
                        && told(other).value().is_some_and(|reader| {
                            self.answered.iter().any(|answered| answered.is_likely(reader))
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
    }

    /// The people of a round to connect with, except those whom an earlier round has had, or still has.
    fn new_contacts(&mut self, rule: &Rule, round: &Round<'p>) -> Vec<Arc<Person>> {
        if self.new_contacts.is_empty() {
            self.new_contacts = self.new_contacts_of_all(rule, round.process);
        }
        self.new_contacts[round.at].iter().copied().cloned().collect()
    }

    /// The same for every round of a process. Those for other roles in the company count as earlier ones, up to their day.
    fn new_contacts_of_all(&self, rule: &Rule, process: &'p Process) -> Vec<Vec<&'p Arc<Person>>> {
        let mut rounds: Vec<&Arc<Note>> =
            process.rounds.iter().chain(&process.other_roles).collect();
        if !process.other_roles.is_empty() {
            rounds.sort_by(|one, other| in_order(one, other));
        }
        let is_other =
            |note: &Arc<Note>| process.other_roles.iter().any(|other| Arc::ptr_eq(other, note));
        let is_settled =
            |note: &Note| note.records.get(&rule.id).is_some_and(|record| record.is_settled());
        let dates = |note: &Note| {
            let anchors = Anchors { interview: note.date, ..Anchors::default() };
            self.dates(rule, &anchors, note, note.records.get(&rule.id).copied(), None)
        };
        let dates: Vec<Option<Dates>> = rounds.iter().map(|note| dates(note)).collect();
        // There is still time to do it there.
        let is_still_there = |own: usize, earlier: usize| {
            dates[own].zip(dates[earlier]).is_some_and(|(own, earlier)| {
                earlier.lapses.is_none_or(|lapses| own.opens < lapses)
            })
        };
        let mut new_in: Vec<Vec<&Arc<Person>>> = Vec::with_capacity(rounds.len());
        for (at, note) in rounds.iter().enumerate() {
            let had = rounds.iter().zip(&new_in).enumerate().flat_map(|(earlier, (other, new))| {
                if is_settled(note) && is_other(other) {
                    // What is recorded here was done here.
                    Vec::new()
                } else if is_settled(other) {
                    contacts_of(other).collect()
                } else if other.fell_through() || other.is_assignment() {
                    Vec::new()
                } else if is_still_there(at, earlier) {
                    new.clone()
                } else {
                    Vec::new()
                }
            });
            let others = process.other_roles.iter();
            let elsewhere = others.filter(|other| is_settled(other) && !is_settled(note));
            // Nobody connects with their own manager.
            let known = had.chain(elsewhere.flat_map(|other| contacts_of(other)));
            let known: Vec<&Arc<Person>> = known.chain(note.manager.value()).collect();
            let is_new = |person: &&Arc<Person>| !known.iter().any(|known| known.is_likely(person));
            let new = contacts_of(note).filter(is_new).collect();
            new_in.push(new);
        }
        let of_own = |note: &Arc<Note>| {
            let at = rounds.iter().position(|one| Arc::ptr_eq(one, note));
            at.map(|at| std::mem::take(&mut new_in[at])).unwrap_or_default()
        };
        process.rounds.iter().map(of_own).collect()
    }

    /// The people who get a message about the outcome of a process.
    pub(super) fn answered(&self, round: &Round<'p>) -> Vec<Arc<Person>> {
        let is_answer = |rule: &&Arc<Rule>| {
            let to_one = matches!(
                rule.to,
                Audience::RecruiterOrLead
                    | Audience::ContactOrRecruiter
                    | Audience::RecruiterOrContact
                    | Audience::Appraiser
            );
            to_one && !rule.optional && rule.when.is_answer() && applies(rule.when, round).is_some()
        };
        let rules = self.config.cadence.rules.iter().filter(is_answer);
        let people = rules.filter_map(|rule| somebody(rule.to, round).value().copied().cloned());
        people.collect()
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

    /// Returns true for a follow-up about a person that something else has made needless: a message about the outcome
    /// thanks them, or they have been thanked without their address.
    pub(super) fn is_needless(&self, rule: &Rule, round: &Round<'p>, key: &Key) -> bool {
        let Key::Person(person) = key else { return false };
        match rule.to {
            Audience::EachInterviewer | Audience::EachHelper => {
                let withdrawn_from = || told(round.process).value().copied();
                let Bearing { over, accepted, .. } = self.beside.bearing;
                let is_left = over.is_some() || accepted.is_some();
                // From what is over, or with one's own employer, nobody withdraws.
                let is_to_leave = round.process.is_open() && !round.process.is_internal();
                let told = (is_left && is_to_leave).then(withdrawn_from).flatten();
                self.answered.iter().chain(told).any(|answered| answered.is_likely(person))
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

/// The people of a note whom one may connect with: the interviewers, and whoever else has a title.
fn contacts_of(note: &Note) -> impl Iterator<Item = &Arc<Person>> {
    let others = note.also_met.iter().filter(|person| person.title.is_some());
    note.interviewers.iter().chain(others).filter(|person| !person.is_placeholder())
}

/// The person for an audience that names several in order of preference.
pub(super) fn somebody<'p>(to: Audience, round: &Round<'p>) -> Known<&'p Arc<Person>> {
    reader(to, round.note, round.process.recruiter(), || round.process.lead())
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

/// Whoever hears of an offer elsewhere or of its acceptance: who made an offer of their own, else as in
/// [`Process::recruiter_or_lead`].
fn told(other: &Process) -> Known<&Arc<Person>> {
    match other.outcome() {
        Some(Outcome::Offer) => other.current().contact.as_ref().or(other.recruiter_or_lead()),
        _ => other.recruiter_or_lead(),
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
