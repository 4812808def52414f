//! The values of the names that a template may use, with the note's own words made inert.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use minijinja::{Value, context};

use crate::drafts::blanks::blank;
use crate::drafts::language::Language;
use crate::drafts::material::Material;
use crate::drafts::weave;
use crate::notes::{Note, Outcome, Person, Record};
use crate::plan::followup::{Addressee, FollowUp, Key};
use crate::plan::process::timeframes;
use crate::rules::cadence::{Audience, When};
use crate::rules::config::{Config, Me};
use crate::rules::headings::Topic;
use crate::rules::known::Known;
use crate::text::message;

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
    material: Material<'j>,
}

impl<'j> Scene<'j> {
    /// The scene of a follow-up.
    pub fn of(
        followup: &'j FollowUp,
        config: &'j Config,
        language: &'static Language,
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
        let material = Material::of(note, &config.headings);
        Scene { followup, config, language, note, to, person, material }
    }

    /// The values of the names that a template uses.
    pub fn context<'n>(&self, names: impl Iterator<Item = &'n str>) -> Value {
        Value::from_pairs(names.filter_map(|name| Some((name, self.value(name)?))))
    }

    /// The value of a name; `None` if there is no such name.
    fn value(&self, name: &str) -> Option<Value> {
        let (note, own, followup) = (self.note, &self.followup.note, self.followup);
        let interview = note.date.value().copied();
        let words = &self.language.words;
        let day = |day: NaiveDate| match interview {
            Some(interview) if interview.year() == day.year() => words.dates.day(day),
            _ => words.dates.day_with_year(day),
        };
        let interview_day = || blank(&words.blanks.interview_day, self.language);
        Some(match name {
            "to" => somebody(self.to, self.language),
            "person" => somebody(self.person, self.language),
            "people" => {
                let people = followup.people_addressed();
                people.map(|person| self.contact(person)).collect::<Vec<_>>().into()
            }
            "through" => matches!(followup.addressee, Addressee::Through { .. }).into(),
            "to_interviewer" => self.interviewers().any(|person| is(self.to, person)).into(),
            "turn" => self.turn().into(),
            "interviewers" => note.interviewers.len().into(),
            "company" => message(&note.company).into(),
            "role" => note.role.as_deref().map(message).into(),
            "the_role" => the_role(note, self.language).into(),
            "at_company" => self.at_company().into(),
            "round" => note.round.as_deref().map(message).into(),
            "date" => interview.map_or_else(interview_day, |day| words.dates.day(day)).into(),
            "weekday" => match interview {
                Some(day) => words.dates.weekday(day).into(),
                None => interview_day().into(),
            },
            "decision" => self.decision().map(day).into(),
            "decide_by" => own.decide_by.value().copied().map(day).into(),
            "again" => last_check(followup).is_some().into(),
            "sent" => last_check(followup).map(day).into(),
            "thread" => thread(followup, self.language).into(),
            "met" => self.met().into(),
            "pending" => (self.outcome() == Some(Outcome::Pending)).into(),
            "open" => self.outcome().is_none_or(Outcome::is_open).into(),
            "internal" => own.is_internal().into(),
            "still_interested" => (own.still_interested == Known::Is(true)).into(),
            "said" => self.share(Topic::Said).into(),
            "learned" => self.share(Topic::Learned).into(),
            "about" => self.person.map_or_else(Vec::new, |person| self.about(person)).into(),
            "liked" => self.all(Topic::Liked),
            "fit" => self.all(Topic::Fit),
            "company_reasons" => self.all(Topic::Company),
            "forgot" => self.all(Topic::Forgot),
            "send" => self.all(Topic::Send),
            "questions" => self.all(Topic::Questions),
            "me" => me(&self.config.me),
            "signature" => signature(&self.config.me, self.language).into(),
            _ => return None,
        })
    }

    fn interviewers(&self) -> impl Iterator<Item = &'j Person> {
        self.note.interviewers.iter().map(Arc::as_ref)
    }

    /// One of several people who each get a note of their own.
    fn contact(&self, person: &Person) -> Value {
        let has_interviewed = self.interviewers().any(|other| is(Some(person), other));
        context! { has_interviewed, ..somebody(Some(person), self.language) }
    }

    fn outcome(&self) -> Option<Outcome> {
        match self.note.outcome {
            Known::Is(outcome) => Some(outcome),
            Known::Missing => Some(Outcome::Pending),
            Known::Bad => None,
        }
    }

    /// The company, as ` at Acme Robotics`, to an agency, which works for several; empty to the company's own people.
    fn at_company(&self) -> String {
        let recruiter = self.note.recruiter.value().filter(|_| self.note.agency.is_some());
        match recruiter {
            Some(recruiter) if is(self.to, recruiter) => self
                .language
                .words
                .role
                .at_company
                .replace("{company}", &message(&self.note.company)),
            _ => String::new(),
        }
    }

    /// The names of the interviewers, except the one who gets the message.
    fn met(&self) -> String {
        let others = self.interviewers().filter(|person| !is(self.to, person));
        let others: Vec<String> = others.map(|person| message(&person.name)).collect();
        weave::listed(&others, self.language)
    }

    fn all(&self, topic: Topic) -> Value {
        weave::inert(self.material.on(topic)).into()
    }

    /// The person's position among the interviewers.
    fn turn(&self) -> usize {
        let is_they = |other: &Person| self.person.is_some_and(|person| person.id == other.id);
        self.interviewers().position(is_they).unwrap_or(0)
    }

    /// The person's part of a section, so that no two people get the same message: the fragments that name them, and
    /// their share of those that name nobody.
    fn share(&self, topic: Topic) -> Vec<String> {
        let all = self.material.on(topic);
        let Some(person) = self.person else { return weave::inert(all) };
        let mut fragments = Vec::new();
        if topic == Topic::Said {
            fragments.extend_from_slice(self.material.about(person));
        }
        fragments.extend(all.iter().filter(|fragment| weave::names(fragment, person)));
        let of_nobody = all
            .iter()
            .filter(|fragment| !self.note.people().any(|person| weave::names(fragment, person)));
        fragments.extend(of_nobody.skip(self.turn()).step_by(self.note.interviewers.len().max(1)));
        self.addressed(&fragments, person)
    }

    fn about(&self, person: &Person) -> Vec<String> {
        self.addressed(self.material.about(person), person)
    }

    fn addressed(&self, fragments: &[&str], person: &Person) -> Vec<String> {
        let addressed = |fragment: &&str| weave::addressed(fragment, person, self.language);
        fragments.iter().map(|fragment| message(&addressed(fragment))).collect()
    }

    /// The decision date of the note's latest time frame.
    fn decision(&self) -> Option<NaiveDate> {
        timeframes(self.note, &self.config.calendar).last()?.decision.value().copied()
    }
}

/// The note that a message is about: the other process's if it goes there.
fn subject_note(followup: &FollowUp) -> &Note {
    match &followup.key {
        Key::Process(process) => process.current(),
        _ => &followup.note,
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

fn signature(me: &Me, language: &Language) -> String {
    match me.signature() {
        lines if lines.is_empty() => blank(&language.words.blanks.signature, language),
        lines => weave::inert(&lines).join("\n"),
    }
}

/// The Message-ID that a draft answers, if the note has one in place of a subject.
pub fn message_id(followup: &FollowUp) -> Option<&str> {
    continued_thread(followup).filter(|thread| is_message_id(thread))
}

/// The subject for a message that continues the note's thread.
fn thread(followup: &FollowUp, language: &Language) -> Option<String> {
    let thread = continued_thread(followup).filter(|thread| !is_message_id(thread))?;
    let (lower, replies) = (thread.to_lowercase(), &language.words.replies);
    let is_reply = replies.known.iter().any(|prefix| lower.starts_with(prefix));
    let thread = message(thread);
    Some(if is_reply { thread } else { format!("{}{thread}", replies.prefix) })
}

/// The note's thread, if a message continues it. It is with the people who run the process; a first message to anybody
/// else starts a thread of its own.
fn continued_thread(followup: &FollowUp) -> Option<&str> {
    let runs_it = match (&followup.key, &followup.addressee) {
        (Key::Person(_), Addressee::Through { .. }) => true,
        (Key::Person(_), _) => false,
        _ => followup.rule.to != Audience::Manager,
    };
    subject_note(followup).thread.as_deref().filter(|_| runs_it)
}

fn is_message_id(thread: &str) -> bool {
    thread.starts_with('<') && thread.ends_with('>') && thread.contains('@')
}

fn is(somebody: Option<&Person>, person: &Person) -> bool {
    somebody.is_some_and(|somebody| {
        somebody.name == person.name && (somebody.email == person.email || person.email.is_none())
    })
}

fn somebody(person: Option<&Person>, language: &Language) -> Value {
    match person {
        Some(person) => context! {
            name => message(&person.name),
            first => message(person.first_name()),
            title => person.title.as_deref().map(message),
        },
        None => {
            let name = blank(&language.words.blanks.name, language);
            context! { name => &name, first => &name, title => () }
        }
    }
}

fn the_role(note: &Note, language: &Language) -> String {
    let words = &language.words.role;
    let Some(role) = note.role.as_deref().map(message) else { return words.unknown.clone() };
    let lower = role.to_lowercase();
    let is_complete = words.endings.iter().any(|ending| lower.ends_with(ending));
    if is_complete { &words.complete } else { &words.named }.replace("{role}", &role)
}

/// The day on which the previous status check was sent.
fn last_check(followup: &FollowUp) -> Option<NaiveDate> {
    let Key::Number(number) = followup.key else { return None };
    let before = format!("{}/{}", followup.rule.kind(), number.checked_sub(1)?);
    match followup.note.records.get(&before) {
        Some(Record::Done(day)) if followup.rule.when == When::SecondCheck => Some(*day),
        _ => None,
    }
}
