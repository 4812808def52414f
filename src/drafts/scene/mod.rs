//! The values of the names that a template may use, with the note's own words made inert.

mod dates;
mod facts;
mod naming;
mod people;
mod process;
mod saying;
mod sending;
mod shares;
mod telling;
mod thread;

pub use naming::in_sentence;
pub use thread::message_id;

use std::cell::{LazyCell, OnceCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use minijinja::{Value, context};

use crate::drafts::blanks::blank;
use crate::drafts::language::Language;
use crate::drafts::said::subject_note;
use crate::drafts::scene::telling::Thought;
use crate::drafts::scene::thread::{continued_thread, thread};
use crate::drafts::weave;
use crate::notes::material::{Material, Materials};
use crate::notes::{Note, Person};
use crate::plan::followup::{Addressee, FollowUp, Key};
use crate::rules::config::{Config, Me};
use crate::rules::headings::Topic;
use crate::text::message;

/// The thanks to whoever arranged the interview.
const THANKS: &str = "recruiter-thanks";

/// Names that stood for what a note remembers, and those to use now: nothing of that goes into a message any more.
pub const GONE: [(&str, &str); 9] = [
    ("said", "to_say"),
    ("learned", "to_say"),
    ("about", "to_say"),
    ("liked", "to_say"),
    ("fit", "experience"),
    ("company_reasons", "to_say"),
    ("forgot", "to_say"),
    ("send", "sending"),
    ("questions", "asking"),
];

/// Everything to which the message of a follow-up may refer.
///
/// A message to another process is about that process; of the one that made the offer it mentions only the deadline.
#[derive(Debug)]
pub struct Scene<'j> {
    followup: &'j FollowUp,
    config: &'j Config,
    language: &'static Language,
    /// The note that the message is about.
    note: &'j Note,
    /// The person who gets it.
    to: Option<&'j Person>,
    /// The person whom it is about.
    person: Option<&'j Person>,
    /// What the reader has been told, where that counts.
    said: Option<&'j [&'j str]>,
    material: LazyCell<Rc<Material<'j>>, Box<dyn FnOnce() -> Rc<Material<'j>> + 'j>>,
    /// The material of the day's other notes that name its reader.
    same_day: LazyCell<Vec<OfDay<'j>>, Box<dyn FnOnce() -> Vec<OfDay<'j>> + 'j>>,
    /// What stayed with the user and this message tells, what else may be told, and the sentences about their work, once they
    /// are asked for.
    stayed: OnceCell<Vec<Thought>>,
    phrases: OnceCell<Vec<Thought>>,
    sentences: OnceCell<Vec<String>>,
}

/// A note and its material.
type OfDay<'j> = (&'j Note, Rc<Material<'j>>);

impl<'j> Scene<'j> {
    /// The scene of a follow-up.
    pub fn of(
        followup: &'j FollowUp,
        materials: &'j Materials<'_>,
        config: &'j Config,
        language: &'static Language,
        said: Option<&'j [&'j str]>,
    ) -> Scene<'j> {
        let note = subject_note(followup);
        let (to, named) = match &followup.addressee {
            Addressee::Through { person, recruiter } => (Some(recruiter), Some(person)),
            Addressee::Person(person) => (person.as_ref(), person.as_ref()),
            Addressee::Each(people) => (None, people.first().filter(|_| people.len() == 1)),
            Addressee::You => (None, None),
        };
        let person = match &followup.key {
            Key::Person(person) => Some(person),
            _ => named,
        };
        let (to, person) = (to.map(Arc::as_ref), person.map(Arc::as_ref));
        let material: Box<dyn FnOnce() -> Rc<Material<'j>> + 'j> = Box::new(|| materials.of(note));
        let material = LazyCell::new(material);
        let of_day = || {
            let notes = followup.same_day.iter().map(Arc::as_ref);
            notes.map(|note| (note, materials.of(note))).collect()
        };
        let same_day: Box<dyn FnOnce() -> Vec<OfDay<'j>> + 'j> = Box::new(of_day);
        let same_day = LazyCell::new(same_day);
        Scene {
            followup,
            config,
            language,
            note,
            to,
            person,
            said,
            material,
            same_day,
            stayed: OnceCell::new(),
            phrases: OnceCell::new(),
            sentences: OnceCell::new(),
        }
    }

    /// The kind of the message.
    pub fn kind(&self) -> &'j str {
        self.followup.rule.kind()
    }

    /// The values of those of the words that are names.
    pub fn values<'n>(
        &self,
        words: impl IntoIterator<Item = &'n Arc<str>>,
    ) -> BTreeMap<Arc<str>, Value> {
        let words = words.into_iter();
        words.filter_map(|word| Some((word.clone(), self.value(word)?))).collect()
    }

    /// The value of a name; `None` if there is no such name.
    fn value(&self, name: &str) -> Option<Value> {
        self.value_of_people(name)
            .or_else(|| self.value_of_process(name))
            .or_else(|| self.value_of_dates(name))
            .or_else(|| self.value_of_words(name))
    }

    /// The value of a name about the user, or about what the note tells; `None` for any other.
    fn value_of_words(&self, name: &str) -> Option<Value> {
        Some(match name {
            "me" => me(&self.config.me),
            "my_name" => message(&self.config.me.name).into(),
            "closing" => self.closing().into(),
            "signature" => self.signature().into(),
            "thread" => thread(self.followup, self.language).into(),
            "to_say" => self.paragraphs().into(),
            "in_report" => weave::inert(self.said_in_report()).into(),
            "asked" => self.is_asked().into(),
            "experience" => weave::inert(self.experience()).into(),
            "referred" => self.person.is_some_and(|person| self.has_referred(person)).into(),
            "deeds" => {
                let deeds = self.person.or(self.to).map(|person| self.deeds(person));
                weave::inert(deeds.unwrap_or_default()).into()
            }
            "stayed" => weave::inert(self.thoughts(false)).into(),
            "enjoyed" => weave::inert(self.thoughts(true)).into(),
            "reason" => self.reason().map(|reason| message(&reason)).into(),
            "thing" => self.thing().map(|thing| message(&thing.text)).into(),
            "thing_name" => self.thing().map(|thing| message(&thing.name)).into(),
            "thing_link" => self.thing().and_then(|thing| thing.link.map(message)).into(),
            "bears_on" => self.bears_on().map(|thought| message(&thought)).into(),
            "mentioned" => self.thing().and_then(|thing| thing.mention.map(message)).into(),
            "assignment" => self.assignment().into(),
            "promised" => self.is_promised().into(),
            "requested" => self.is_requested().into(),
            "sending" => self.material.is_on(&[Topic::Send], self.person).into(),
            "asking" => self.material.is_on(&[Topic::Questions], self.person).into(),
            gone if GONE.iter().any(|(name, _)| *name == gone) => Vec::<String>::new().into(),
            _ => return None,
        })
    }

    /// The words above the name, without the comma that follows them.
    fn closing(&self) -> String {
        message(self.config.voice.closing.trim_end().trim_end_matches(','))
    }

    /// The lines that end the message: the name alone in a running thread.
    fn signature(&self) -> String {
        let words = &self.language.words.blanks;
        let me = &self.config.me;
        let is_passed_on = matches!(self.followup.addressee, Addressee::Through { .. });
        let lines = match continued_thread(self.followup).filter(|_| !is_passed_on) {
            Some(_) if me.name.trim().is_empty() => return blank(&words.your_name, self.language),
            Some(_) => vec![me.name.clone()],
            None => me.signature(),
        };
        match lines {
            lines if lines.is_empty() => blank(&words.signature, self.language),
            lines => weave::inert(&lines).join("\n"),
        }
    }

    /// Returns true unless the thanks for arranging the interview, which speak of the time frame, are left out.
    fn is_asked(&self) -> bool {
        let rules = &self.config.cadence.rules;
        rules.iter().any(|rule| rule.id == THANKS) && !self.note.is_skipped(THANKS)
    }
}

fn me(me: &Me) -> Value {
    context! {
        name => message(&me.name),
        email => message(&me.email),
        phone => message(&me.phone),
        links => weave::inert(&me.links),
    }
}

fn is(somebody: Option<&Person>, person: &Person) -> bool {
    somebody.is_some_and(|somebody| somebody.is_likely(person))
}
