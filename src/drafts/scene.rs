//! What a template can say: the names it may use, with the note's own words made inert.

use std::sync::Arc;

use chrono::NaiveDate;
use minijinja::{Value, context};

use crate::drafts::material::Material;
use crate::drafts::{decision, spoken, weave};
use crate::notes::{Note, Outcome, Person, Record};
use crate::plan::followup::{Addressee, FollowUp, Key};
use crate::rules::cadence::{Audience, When};
use crate::rules::config::{Config, Me};
use crate::rules::headings::Topic;
use crate::rules::known::Known;
use crate::text::message;

/// What a message of a follow-up may refer to.
///
/// A message to another process speaks of that process; of the one that made the offer it knows the deadline alone.
#[derive(Debug)]
pub struct Scene<'j> {
    followup: &'j FollowUp,
    config: &'j Config,
    /// The note that the message speaks of.
    note: &'j Note,
    /// Who gets it.
    to: Option<&'j Person>,
    /// Whom it is about.
    person: Option<&'j Person>,
    material: Material<'j>,
}

impl<'j> Scene<'j> {
    /// The scene of a follow-up.
    pub fn of(followup: &'j FollowUp, config: &'j Config) -> Scene<'j> {
        let note = spoken_of(followup);
        let (to, named) = match &followup.addressee {
            Addressee::Through { person, recruiter } => (Some(recruiter), Some(person)),
            Addressee::Person(person) => (person.as_ref(), person.as_ref()),
            Addressee::You => (None, None),
        };
        let person = match &followup.key {
            Key::Person(person) => Some(person),
            _ => named,
        };
        let (to, person) = (to.map(Arc::as_ref), person.map(Arc::as_ref));
        let material = Material::of(note, &config.headings);
        Scene { followup, config, note, to, person, material }
    }

    /// The values of those names that a template uses.
    pub fn context<'n>(&self, names: impl Iterator<Item = &'n str>) -> Value {
        Value::from_pairs(names.filter_map(|name| Some((name, self.value(name)?))))
    }

    /// A name's value; `None` where there is no such name.
    fn value(&self, name: &str) -> Option<Value> {
        let (note, own, followup) = (self.note, &self.followup.note, self.followup);
        let interview = note.date.value().copied();
        let day = |day: NaiveDate| spoken(day, interview);
        let of_interview = |form: &str| match interview {
            Some(day) => day.format(form).to_string(),
            None => "[fill in: the day of the interview]".to_owned(),
        };
        Some(match name {
            "to" => somebody(self.to),
            "person" => somebody(self.person),
            "through" => matches!(followup.addressee, Addressee::Through { .. }).into(),
            "to_interviewer" => self.interviewers().any(|person| is(self.to, person)).into(),
            "turn" => self.turn().into(),
            "interviewers" => note.interviewers.len().into(),
            "company" => message(&note.company).into(),
            "role" => note.role.as_deref().map(message).into(),
            "the_role" => the_role(note).into(),
            "at_company" => self.at_company().into(),
            "round" => note.round.as_deref().map(message).into(),
            "date" => of_interview("%A %-d %B").into(),
            "weekday" => of_interview("%A").into(),
            "decision" => decision(note, &self.config.calendar).map(day).into(),
            "decide_by" => own.decide_by.value().copied().map(day).into(),
            "again" => last_check(followup).is_some().into(),
            "sent" => last_check(followup).map(day).into(),
            "thread" => thread(followup).into(),
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
            "signature" => signature(&self.config.me).into(),
            _ => return None,
        })
    }

    fn interviewers(&self) -> impl Iterator<Item = &'j Person> {
        self.note.interviewers.iter().map(Arc::as_ref)
    }

    fn outcome(&self) -> Option<Outcome> {
        match self.note.outcome {
            Known::Is(outcome) => Some(outcome),
            Known::Missing => Some(Outcome::Pending),
            Known::Bad => None,
        }
    }

    /// ` at Acme Robotics` to an agency, which works for several companies; nothing to the company's own people.
    fn at_company(&self) -> String {
        let recruiter = self.note.recruiter.value().filter(|_| self.note.agency.is_some());
        match recruiter {
            Some(recruiter) if is(self.to, recruiter) => {
                format!(" at {}", message(&self.note.company))
            }
            _ => String::new(),
        }
    }

    /// The interviewers' names, without the one written to.
    fn met(&self) -> String {
        let others = self.interviewers().filter(|person| !is(self.to, person));
        weave::listed(&others.map(|person| message(&person.name)).collect::<Vec<_>>())
    }

    fn all(&self, topic: Topic) -> Value {
        weave::inert(self.material.on(topic)).into()
    }

    /// The person's place among the interviewers.
    fn turn(&self) -> usize {
        let is_they = |other: &Person| self.person.is_some_and(|person| person.id == other.id);
        self.interviewers().position(is_they).unwrap_or(0)
    }

    /// This person's part of a section, so that no two get the same message: what names them, and their share of what
    /// names nobody.
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
        addressed(&fragments, person)
    }

    fn about(&self, person: &Person) -> Vec<String> {
        addressed(self.material.about(person), person)
    }
}

fn addressed(fragments: &[&str], person: &Person) -> Vec<String> {
    fragments.iter().map(|fragment| message(&weave::addressed(fragment, person))).collect()
}

/// The note that a message speaks of: the other process's where it goes to that.
fn spoken_of(followup: &FollowUp) -> &Note {
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

fn signature(me: &Me) -> String {
    match me.signature() {
        lines if lines.is_empty() => "[fill in: your name and how to reach you]".to_owned(),
        lines => weave::inert(&lines).join("\n"),
    }
}

/// The Message-ID that a draft answers, where the note holds one in place of a subject.
pub fn message_id(followup: &FollowUp) -> Option<&str> {
    continued_thread(followup).filter(|thread| is_message_id(thread))
}

/// The subject of the last thread, for a message that goes on in it.
fn thread(followup: &FollowUp) -> Option<String> {
    let thread = continued_thread(followup).filter(|thread| !is_message_id(thread))?;
    let lower = thread.to_lowercase();
    let continued = ["re:", "aw:", "sv:", "antw:"].iter().any(|prefix| lower.starts_with(prefix));
    let thread = message(thread);
    Some(if continued { thread } else { format!("Re: {thread}") })
}

/// A process has one thread, with the people who run it. A first note to somebody else starts its own.
fn continued_thread(followup: &FollowUp) -> Option<&str> {
    let runs_it = match (&followup.key, &followup.addressee) {
        (Key::Person(_), Addressee::Through { .. }) => true,
        (Key::Person(_), _) => false,
        _ => followup.rule.to != Audience::Manager,
    };
    spoken_of(followup).thread.as_deref().filter(|_| runs_it)
}

fn is_message_id(thread: &str) -> bool {
    thread.starts_with('<') && thread.ends_with('>') && thread.contains('@')
}

fn is(somebody: Option<&Person>, person: &Person) -> bool {
    somebody.is_some_and(|somebody| {
        somebody.name == person.name && (somebody.email == person.email || person.email.is_none())
    })
}

fn somebody(person: Option<&Person>) -> Value {
    match person {
        Some(person) => context! {
            name => message(&person.name),
            first => message(person.first_name()),
            title => person.title.as_deref().map(message),
        },
        None => context! { name => "[fill in: name]", first => "[fill in: name]", title => () },
    }
}

fn the_role(note: &Note) -> String {
    let Some(role) = note.role.as_deref().map(message) else { return "the position".to_owned() };
    let lower = role.to_lowercase();
    if ["role", "position", "job"].iter().any(|word| lower.ends_with(word)) {
        return format!("the {role}");
    }
    format!("the {role} role")
}

/// The day on which the status check before this one was sent.
fn last_check(followup: &FollowUp) -> Option<NaiveDate> {
    let Key::Number(number) = followup.key else { return None };
    let before = format!("{}/{}", followup.rule.kind(), number.checked_sub(1)?);
    match followup.note.records.get(&before) {
        Some(Record::Done(day)) if followup.rule.when == When::SecondCheck => Some(*day),
        _ => None,
    }
}
