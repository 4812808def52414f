//! The people of a message: who gets it, whom it is about, and whom the user has met.

use std::sync::Arc;

use minijinja::{Value, context};

use crate::drafts::scene::naming::{in_sentence, somebody};
use crate::drafts::scene::{Scene, is};
use crate::drafts::weave;
use crate::notes::{Person, Record};
use crate::plan::followup::Addressee;
use crate::rules::moment::Anchors;
use crate::text::message;

/// The most people of several rounds whom a message names.
const NAMED: usize = 4;

/// The thanks to an interviewer.
const THANK_YOU: &str = "thank-you";

impl<'j> Scene<'j> {
    /// The value of a name about people; `None` for any other.
    pub(super) fn value_of_people(&self, name: &str) -> Option<Value> {
        let (note, followup) = (self.note, self.followup);
        let voice = &self.config.voice;
        Some(match name {
            "to" => somebody(self.to, voice, self.language),
            "person" => somebody(self.person, voice, self.language),
            "people" => {
                let people = followup.people_addressed();
                people.map(|person| self.contact(person)).collect::<Vec<_>>().into()
            }
            "through" => matches!(followup.addressee, Addressee::Through { .. }).into(),
            "to_interviewer" => self.interviewers().any(|person| is(self.to, person)).into(),
            "to_recruiter" => note.recruiter.value().is_some_and(|one| is(self.to, one)).into(),
            "to_manager" => note.manager.value().is_some_and(|manager| is(self.to, manager)).into(),
            "to_hiring_manager" => self.to.is_some_and(Person::is_hiring_manager).into(),
            "to_agency" => self.is_to_agency().into(),
            "was_thanked" => self.was_thanked().into(),
            "met_before" => {
                let person = self.person.filter(|person| !person.is_nameless());
                followup.setting.met_before.iter().any(|one| is(person, one)).into()
            }
            "met_yesterday" => {
                followup.setting.met_yesterday.iter().any(|one| is(self.person, one)).into()
            }
            "interviewers" => note.interviewers.len().into(),
            "turn" => self.turn_of_all().into(),
            "met" => weave::listed(&self.met(Person::whole_name), self.language).into(),
            "next_met" => self.next_met().into(),
            "met_first" => self.met_first().into(),
            "met_all" => self.has_met_all().into(),
            "you_and_met" => self.you_and_met().into(),
            "gladly_met" => self.first_names(self.gladly_met()).into(),
            _ => return None,
        })
    }

    pub(super) fn interviewers(&self) -> impl Iterator<Item = &'j Person> {
        self.note.interviewers.iter().map(Arc::as_ref)
    }

    /// One of several people who each get a note of their own.
    fn contact(&self, person: &Person) -> Value {
        let has_interviewed = self.interviewers().any(|other| is(Some(person), other));
        let voice = &self.config.voice;
        let deed = self.deeds(person).into_iter().next().map(|deed| message(&deed));
        let thought = self.stayed_with(person);
        let thought = |is_liked| {
            let thought = thought.as_ref().filter(|thought| thought.is_liked == is_liked);
            thought.map(|thought| message(&thought.text))
        };
        let (stayed, enjoyed) = (thought(false), thought(true));
        let thanks = self.thanked_for(person).map(message);
        let is_done = |rule: &&str| self.note.is_done(&format!("{rule}/{}", person.id));
        let was_thanked = ["thank-you", "team-thanks"].iter().any(is_done);
        let named = somebody(Some(person), voice, self.language);
        let of_agency = self.is_of_agency(Some(person));
        context! { has_interviewed, of_agency, deed, stayed, enjoyed, thanks, was_thanked, ..named }
    }

    pub(super) fn is_to_agency(&self) -> bool {
        self.is_of_agency(self.to)
    }

    /// Returns true for somebody who works for the recruiter's agency.
    fn is_of_agency(&self, person: Option<&Person>) -> bool {
        person.is_some_and(|person| self.note.is_of_agency(person))
    }

    /// Returns true if somebody else led the round and got their thanks.
    pub(super) fn was_other_lead_thanked(&self) -> bool {
        let lead = self.note.lead().filter(|lead| !is(self.to, lead));
        lead.is_some_and(|lead| self.note.is_done(&format!("thank-you/{}", lead.id)))
    }

    /// The first names of these people in a sentence.
    fn first_names(&self, people: Vec<&Person>) -> String {
        let name = |person| message(&in_sentence(person, person.first_name(), self.language));
        weave::listed(&people.into_iter().map(name).collect::<Vec<_>>(), self.language)
    }

    /// The interviewers' first names, as [`Self::met`] lists them.
    fn met_first(&self) -> String {
        weave::listed(&self.met(Person::first_name), self.language)
    }

    /// The same with whoever gets the message: "you, Jane and Ravi".
    fn you_and_met(&self) -> String {
        let mut people = self.met(Person::first_name);
        people.insert(0, self.language.gate.heard.you.to_owned());
        weave::listed(&people, self.language)
    }

    /// The interviewers whom a message may name beside its reader. One that takes leave names those of all rounds, unless they
    /// are too many.
    fn met_others(&self) -> Vec<&'j Person> {
        let setting = &self.followup.setting;
        let tied = setting.tie.iter().filter(|_| !setting.is_left);
        let to_meet: Vec<&Person> =
            tied.flat_map(|tie| &tie.note.interviewers).map(Arc::as_ref).collect();
        // Nobody gets to know their own manager in an interview.
        let known = self.note.manager.value().filter(|_| self.kind() == "rejection-thanks");
        let is_known = |person: &Person| known.is_some_and(|manager| manager.is_likely(person));
        // Nobody is asked to thank somebody who gets thanks of their own.
        let is_invitation = ["next-round", "hiring-manager"].contains(&self.kind());
        let is_thanked = |person: &Person| is_invitation && self.has_own_thanks(person);
        let is_other = |person: &&Person| {
            !is(self.to, person)
                && !person.is_placeholder()
                && !is_known(person)
                && !is_thanked(person)
                && !to_meet.iter().any(|other| other.is_likely(person))
        };
        let now = self.interviewers().filter(|_| !self.note.fell_through());
        let now: Vec<&Person> = now.filter(is_other).collect();
        let before = setting.met_before.iter().map(Arc::as_ref).filter(|_| self.is_farewell());
        let mut all: Vec<&Person> = Vec::new();
        for person in before.filter(is_other).chain(now.iter().copied()) {
            if !all.iter().any(|other| other.is_likely(person)) {
                all.push(person);
            }
        }
        if all.len() <= NAMED { all } else { now }
    }

    /// Returns true if the message may name everyone whom the user has met.
    fn has_met_all(&self) -> bool {
        let named = self.met_others();
        let mut before = self.followup.setting.met_before.iter();
        before
            .all(|person| is(self.to, person) || named.iter().any(|other| other.is_likely(person)))
    }

    /// The names of those whom the user has met, except the one who gets the message, and those whom they go on meeting.
    fn met(&self, name: impl Fn(&Person) -> String) -> Vec<String> {
        let others: Vec<(&Person, String)> =
            self.met_others().into_iter().map(|person| (person, name(person))).collect();
        // "Rita Cole and Rita Moss", where both are Rita.
        let is_shared =
            |name: &String| others.iter().filter(|(_, other)| other == name).count() > 1;
        let called = others.iter().map(|(person, name)| {
            let called = if is_shared(name) { person.whole_name() } else { name.clone() };
            message(&in_sentence(person, called, self.language))
        });
        called.collect()
    }

    /// Returns true for an interviewer who got a thank-you, or who may still get one when the news comes.
    fn has_own_thanks(&self, person: &Person) -> bool {
        let cadence = &self.config.cadence;
        let Some(rule) = cadence.rules.iter().find(|rule| rule.id == THANK_YOU) else {
            return false;
        };
        let record = self.note.record_of(|| format!("{THANK_YOU}/{}", person.id));
        match record {
            Some(Record::Done(_)) => return true,
            Some(Record::Skipped(_)) => return false,
            _ => {}
        }
        let anchors = Anchors { interview: self.note.date, ..Anchors::default() };
        let lapses =
            rule.lapses.as_ref().map(|moment| moment.resolve(&anchors, &self.config.calendar));
        let lapses = lapses.and_then(|lapses| lapses.value().map(|lapses| lapses.day));
        lapses.zip(self.note.outcome_date.value()).is_none_or(|(lapses, news)| *news < lapses)
    }

    /// Returns true if the thanks were sent after which this message says "again".
    fn was_thanked(&self) -> bool {
        match self.kind() {
            "feedback-request" => self.note.is_done("rejection-thanks"),
            // Due before it, they are as good as sent: to whoever made the offer.
            "offer-feedback" => {
                let contact = self.note.contact.value();
                !self.note.is_skipped("offer-thanks")
                    && contact.is_none_or(|contact| is(self.to, contact))
            }
            _ => {
                let mut readers = self.interviewers().filter(|person| is(self.to, person));
                readers.any(|reader| self.note.is_done(&format!("thank-you/{}", reader.id)))
            }
        }
    }

    /// The position of the message's person among the interviewers of all rounds so far, or among the helpers.
    fn turn_of_all(&self) -> usize {
        let position = |person: &Person| match self.turn_of(person) {
            Some(turn) => Some(self.followup.setting.met_before.len() + turn),
            None => self.note.also_met.iter().position(|other| other.id == person.id),
        };
        self.person.and_then(position).unwrap_or_default()
    }

    /// The position of the message's person among the interviewers, the lead first.
    pub(super) fn turn(&self) -> usize {
        self.person.and_then(|person| self.turn_of(person)).unwrap_or_default()
    }

    /// An interviewer's position among them, the lead first.
    pub(super) fn turn_of(&self, person: &Person) -> Option<usize> {
        self.interviewers_in_turn().into_iter().position(|other| other.id == person.id)
    }

    /// The interviewers, the lead first.
    pub(super) fn interviewers_in_turn(&self) -> Vec<&'j Person> {
        let lead = self.note.lead();
        let mut people: Vec<&Person> = self.interviewers().collect();
        people.sort_by_key(|person| lead.is_none_or(|lead| lead.id != person.id));
        people
    }
}
