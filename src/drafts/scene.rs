//! The values of the names that a template may use, with the note's own words made inert.

use std::cell::LazyCell;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use minijinja::{Value, context};

use crate::drafts::blanks::blank;
use crate::drafts::language::Language;
use crate::drafts::said::{is_said, subject_note};
use crate::drafts::{gate, shares, timeframe, weave};
use crate::notes::material::{Material, Remark, ToSay};
use crate::notes::{Interest, Note, Outcome, Person, Record};
use crate::plan::followup::{Addressee, FollowUp, Key};
use crate::plan::process::timeframes;
use crate::rules::cadence::{Audience, When};
use crate::rules::config::{Config, Me};
use crate::rules::headings::Topic;
use crate::rules::known::Known;
use crate::rules::voice::Voice;
use crate::text::message;

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

/// A message that is told more words than this says enough.
const MUCH: usize = 45;

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
    material: LazyCell<Material<'j>, Box<dyn FnOnce() -> Material<'j> + 'j>>,
}

impl<'j> Scene<'j> {
    /// The scene of a follow-up.
    pub fn of(
        followup: &'j FollowUp,
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
        let material: Box<dyn FnOnce() -> Material<'j> + 'j> =
            Box::new(|| Material::of(note, &config.headings));
        let material = LazyCell::new(material);
        Scene { followup, config, language, note, to, person, said, material }
    }

    /// The kind of the message.
    pub fn kind(&self) -> &'j str {
        self.followup.rule.kind()
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
        let order = self.config.voice.dates;
        let day = |day: NaiveDate| match interview {
            Some(interview) if interview.year() == day.year() => words.dates.day(day, order),
            _ => words.dates.day_with_year(day, order),
        };
        let interview_day = || blank(&words.blanks.interview_day, self.language);
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
            "to_agency" => self.is_to_agency().into(),
            "turn" => self.turn().into(),
            "interviewers" => note.interviewers.len().into(),
            "company" => message(&note.company).into(),
            "role" => note.role.as_deref().map(message).into(),
            "the_role" => the_role(note, self.language).into(),
            "at_company" => self.at_company().into(),
            "tag" => self.tag().into(),
            "round" => note.round.as_deref().map(message).into(),
            "date" => {
                interview.map_or_else(interview_day, |day| words.dates.day(day, order)).into()
            }
            "weekday" => match interview {
                Some(day) => words.dates.weekday(day).into(),
                None => interview_day().into(),
            },
            "decision" => self.decision().map(day).into(),
            "time_frame" => self.time_frame(false).into(),
            "time_frame_then" => self.time_frame(true).into(),
            "decide_by" => own.decide_by.value().copied().map(day).into(),
            "again" => last_check(followup).is_some().into(),
            "sent" => last_check(followup).map(day).into(),
            "thread" => thread(followup, self.language).into(),
            "met" => self.met(|person| person.name.clone()).into(),
            "met_first" => self.met(Person::first_name).into(),
            "pending" => (self.outcome() == Some(Outcome::Pending)).into(),
            "open" => self.outcome().is_none_or(Outcome::is_open).into(),
            "internal" => own.is_internal().into(),
            "still_interested" => (own.still_interested == Known::Is(true)).into(),
            "interest" => self.interest().as_str().into(),
            "to_say" => weave::inert(self.to_say()).into(),
            "experience" => weave::inert(self.experience()).into(),
            "deeds" => {
                let deeds = self.person.map(|person| self.deeds(person));
                weave::inert(deeds.unwrap_or_default()).into()
            }
            "stayed" => weave::inert(self.stayed()).into(),
            "reason" => self.reason().map(message).into(),
            "thing" => self.thing().map(|(thing, _)| message(&thing)).into(),
            "thing_name" => self.thing().map(|(_, name)| message(&name)).into(),
            "promised" => self.is_promised().into(),
            "sending" => self.material.is_on(&[Topic::Send]).into(),
            "asking" => self.material.is_on(&[Topic::Questions]).into(),
            gone if GONE.iter().any(|(name, _)| *name == gone) => Vec::<String>::new().into(),
            "me" => me(&self.config.me),
            "my_name" => message(&self.config.me.name).into(),
            "closing" => message(&voice.closing).into(),
            "signature" => self.signature().into(),
            _ => return None,
        })
    }

    /// The paragraphs that go out word for word to the reader. The first message has those for them by name, and those for
    /// everyone if the reader leads the round or would otherwise get nothing of their own. A later one has what is for them
    /// by name and wasn't said before.
    pub fn to_say(&self) -> Vec<&'j str> {
        if let (Some(said), Some(reader)) = (self.said, self.to) {
            let mut new = self.material.said_to(reader);
            new.retain(|text| !is_said(text, said));
            return new;
        }
        let Some(person) = self.person.filter(|_| self.may_say()) else { return Vec::new() };
        let own = self.material.said_to(person);
        let everyone = self.material.said_to_everyone();
        if everyone.is_empty() || !self.interviewers().any(|other| other.id == person.id) {
            return own;
        }
        if self.turn() > 0 && !own.is_empty() {
            return own;
        }
        let is_theirs =
            |say: &&ToSay<'j>| say.to.as_ref().is_none_or(|to| to.contains(&person.id.as_str()));
        self.material.to_say.iter().filter(is_theirs).map(|say| say.text).collect()
    }

    /// Sentences about the user's own work that may go out: one for each interviewer, the lead first, and what is left to
    /// an agency's recruiter. Nobody hears the same as anybody else. Whoever is told much already is told no more.
    fn experience(&self) -> Vec<&'j str> {
        if self.is_told_much() {
            return Vec::new();
        }
        let lines = self.general(&[Topic::Fit]).flat_map(|remark| remark.fragment.lines());
        let sentences = lines.flat_map(|line| gate::sentences(line, self.language));
        self.share(sentences, 3)
    }

    /// What stayed with the user and may be mentioned, shared out like the sentences about their work.
    fn stayed(&self) -> Vec<String> {
        let general = self.general(&[Topic::Said, Topic::Learned, Topic::Liked]);
        self.share(
            general.filter_map(|remark| gate::phrase(&remark.fragment.text, self.language)),
            1,
        )
    }

    /// One sentence of the user's own about what they like about the work: for whoever leads the round, or an agency's
    /// recruiter. An answer to an offer has one that its reader hasn't been told.
    fn reason(&self) -> Option<&'j str> {
        let remarks = self.general(&[Topic::Liked, Topic::Company, Topic::Fit]);
        let lines = remarks.flat_map(|remark| remark.fragment.lines());
        let mut reasons = lines
            .filter_map(|line| gate::interest(line, self.language))
            .filter(|reason| !self.is_to_agency() || !self.speaks_to_company(reason));
        let is_agency = self.note.agency.is_some();
        match self.followup.rule.kind() {
            "thank-you" => reasons.next().filter(|_| !is_agency && self.turn() == 0),
            "recruiter-debrief" => reasons.next(),
            "offer-thanks" | "acceptance" => {
                let heard_first = if is_agency { self.is_to_agency() } else { self.is_to_lead() };
                let said = self.said.unwrap_or_default();
                reasons.skip(usize::from(!heard_first)).find(|reason| !is_said(reason, said))
            }
            _ => None,
        }
    }

    /// A message's share of what the note says in general. Each interviewer gets one of the texts; if there is but one
    /// interviewer, they get two. An agency's recruiter gets some of those that are left.
    fn share<T: AsRef<str>>(&self, all: impl Iterator<Item = T>, recruiters: usize) -> Vec<T> {
        let interviewers = self.interviewers_in_turn();
        if interviewers.len() == 1 && self.note.agency.is_none() {
            return all
                .take(if self.followup.rule.kind() == "thank-you" { 2 } else { 0 })
                .collect();
        }
        let mut all: Vec<Option<T>> = all.map(Some).collect();
        let texts: Vec<&str> = all.iter().flatten().map(AsRef::as_ref).collect();
        let people: Vec<String> = interviewers.iter().map(|person| self.known_of(person)).collect();
        let given = shares::among(&texts, &people, self.language);
        match self.followup.rule.kind() {
            "thank-you" => {
                given.get(self.turn()).and_then(|at| all[*at].take()).into_iter().collect()
            }
            "recruiter-debrief" => {
                let is_left =
                    |(at, text): (usize, Option<T>)| text.filter(|_| !given.contains(&at));
                let left = all.into_iter().enumerate().filter_map(is_left);
                left.filter(|text| !self.speaks_to_company(text.as_ref()))
                    .take(recruiters)
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// What the note knows of an interviewer: their title, what is to be said to them, and what they said.
    fn known_of(&self, person: &Person) -> String {
        let about = self.remarks().filter(|remark| remark.about == [person.id.as_str()]);
        let about = about.map(|remark| remark.fragment.text.as_str());
        let known = person.title.as_deref().into_iter().chain(self.material.said_to(person));
        known.chain(about).collect::<Vec<_>>().join(" ")
    }

    /// Returns true for words to the company, such as "how you plan a release", which are nothing to say to an agency.
    fn speaks_to_company(&self, text: &str) -> bool {
        let heard = &self.language.words.heard;
        text.split(' ').any(|word| [&heard.you, &heard.your].into_iter().any(|you| you == word))
    }

    fn is_told_much(&self) -> bool {
        self.to_say().iter().flat_map(|text| text.split_whitespace()).count() > MUCH
    }

    /// What somebody did for the user that may be thanked for: two things at most.
    fn deeds(&self, person: &Person) -> Vec<String> {
        let about = self.remarks().filter(|remark| remark.about == [person.id.as_str()]);
        let deeds = about.filter_map(|remark| {
            let is_theirs = remark.is_below_name;
            gate::deed(&remark.fragment.text, person, is_theirs, self.language)
        });
        deeds.take(2).collect()
    }

    /// The first thing to be sent that may be named, and its name.
    fn thing(&self) -> Option<(String, String)> {
        let to_send = self.to_send().filter(|remark| remark.about.is_empty())?;
        gate::thing(&to_send.fragment.text, self.language)
    }

    /// Returns true if the first thing to be sent stands under a heading that says it was promised.
    fn is_promised(&self) -> bool {
        let promised = &self.language.words.heard.promised;
        self.to_send().is_some_and(|remark| remark.heading.to_lowercase() == *promised)
    }

    fn to_send(&self) -> Option<&Remark<'j>> {
        self.remarks().find(|remark| remark.topic == Some(Topic::Send))
    }

    /// The remarks on these topics that are about nobody in particular.
    fn general(&self, topics: &[Topic]) -> impl Iterator<Item = &Remark<'j>> {
        self.remarks().filter(move |remark| {
            remark.about.is_empty() && remark.topic.is_some_and(|topic| topics.contains(&topic))
        })
    }

    /// The remarks that are the user's own words and no tasks.
    fn remarks(&self) -> impl Iterator<Item = &Remark<'j>> {
        self.material
            .remarks
            .iter()
            .filter(|remark| remark.fragment.is_own && !remark.fragment.is_task)
    }

    /// Returns true for the first message to a person after the interview.
    fn may_say(&self) -> bool {
        match self.followup.rule.kind() {
            "thank-you" | "team-thanks" | "manager-thanks" => true,
            "recruiter-thanks" => self.note.agency.is_none(),
            "recruiter-debrief" => true,
            _ => false,
        }
    }

    /// What the note remembers that may help with this message, by heading, each line as the user wrote it.
    pub fn remembered(&self) -> Vec<(&'j str, Vec<&'j str>)> {
        let topics = &self.language.standard(self.followup.rule.kind()).remember;
        if topics.is_empty() {
            return Vec::new();
        }
        // A helper's message is about what they did, and about nothing else.
        let is_helper = self.followup.rule.to == Audience::EachHelper;
        let mut remembered: Vec<(&str, Vec<&str>)> = Vec::new();
        for remark in &self.material.remarks {
            let is_theirs = match (self.person, remark.about.as_slice()) {
                (_, []) => !is_helper,
                (None, _) => true,
                (Some(person), about) => about.contains(&person.id.as_str()),
            };
            let is_on_topic = is_helper || remark.topic.is_none_or(|topic| topics.contains(&topic));
            if !is_theirs || !is_on_topic {
                continue;
            }
            match remembered.last_mut() {
                Some((heading, lines)) if *heading == remark.heading => {
                    lines.push(&remark.fragment.text)
                }
                _ => remembered.push((remark.heading, vec![remark.fragment.text.as_str()])),
            }
        }
        remembered
    }

    fn interest(&self) -> Interest {
        self.note.interest.value().copied().unwrap_or_default()
    }

    fn time_frame(&self, then: bool) -> Option<String> {
        timeframe::in_words(self.note, self.config, self.language, then)
    }

    /// The user's name and the role in brackets, by which a subject can be found again.
    fn tag(&self) -> String {
        let name = Some(message(&self.config.me.name)).filter(|name| !name.trim().is_empty());
        let parts: Vec<String> = name.into_iter().chain(short_role(self.note)).collect();
        if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
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

    fn interviewers(&self) -> impl Iterator<Item = &'j Person> {
        self.note.interviewers.iter().map(Arc::as_ref)
    }

    /// One of several people who each get a note of their own.
    fn contact(&self, person: &Person) -> Value {
        let has_interviewed = self.interviewers().any(|other| is(Some(person), other));
        let voice = &self.config.voice;
        let deed = self.deeds(person).into_iter().next().map(|deed| message(&deed));
        context! { has_interviewed, deed, ..somebody(Some(person), voice, self.language) }
    }

    fn outcome(&self) -> Option<Outcome> {
        match self.note.outcome {
            Known::Is(outcome) => Some(outcome),
            Known::Missing => Some(Outcome::Pending),
            Known::Bad => None,
        }
    }

    fn is_to_lead(&self) -> bool {
        self.note.lead().is_some_and(|lead| is(self.to, lead))
    }

    fn is_to_agency(&self) -> bool {
        let recruiter = self.note.recruiter.value().filter(|_| self.note.agency.is_some());
        recruiter.is_some_and(|recruiter| is(self.to, recruiter))
    }

    /// The company, as ` at Acme Robotics`, to an agency, which works for several; empty to the company's own people.
    fn at_company(&self) -> String {
        if !self.is_to_agency() {
            return String::new();
        }
        self.language.words.role.at_company.replace("{company}", &message(&self.note.company))
    }

    /// The names of the interviewers, except the one who gets the message.
    fn met(&self, name: impl Fn(&Person) -> String) -> String {
        let others = self.interviewers().filter(|person| !is(self.to, person));
        let others: Vec<String> = others
            .map(|person| message(&in_sentence(person, name(person), self.language)))
            .collect();
        weave::listed(&others, self.language)
    }

    /// The person's position among the interviewers, the lead first.
    fn turn(&self) -> usize {
        let Some(person) = self.person else { return 0 };
        let mut people = self.interviewers_in_turn().into_iter();
        people.position(|other| other.id == person.id).unwrap_or_default()
    }

    /// The interviewers, the lead first.
    fn interviewers_in_turn(&self) -> Vec<&'j Person> {
        let lead = self.note.lead();
        let mut people: Vec<&Person> = self.interviewers().collect();
        people.sort_by_key(|person| lead.is_none_or(|lead| lead.id != person.id));
        people
    }

    /// The decision date of the note's latest time frame.
    fn decision(&self) -> Option<NaiveDate> {
        timeframes(self.note, &self.config.calendar).last()?.decision.value().copied()
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

fn somebody(person: Option<&Person>, voice: &Voice, language: &Language) -> Value {
    let word = voice.greeting.as_str();
    match person {
        Some(person) => {
            let first = message(&person.first_name());
            let is_called = person.call.is_some();
            let greeting = if is_called {
                format!("{word} {first}")
            } else if person.is_team() {
                format!("{word} {}", language.words.greetings.everyone)
            } else if person.is_function() {
                language.words.greetings.anyone.clone()
            } else {
                format!("{word} {first}")
            };
            context! {
                name => message(&in_sentence(person, person.name.clone(), language)),
                first => message(&in_sentence(person, person.first_name(), language)),
                title => person.title.as_deref().map(message),
                greeting => greeting,
            }
        }
        None => {
            let name = blank(&language.words.blanks.name, language);
            let greeting = &language.words.greetings.anyone;
            context! { name => &name, first => &name, title => (), greeting => greeting }
        }
    }
}

/// A name in a sentence, where that of a team or a function has an article: "the panel", "the CTO".
fn in_sentence(person: &Person, name: String, language: &Language) -> String {
    let words = &language.words.greetings;
    if person.call.is_some() || !(person.is_team() || person.is_function()) {
        return name;
    }
    let lower = name.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    if words.without_article.iter().any(|word| word == first) {
        return name;
    }
    let name = if first == words.article { &name[first.len()..] } else { &name };
    format!("{} {}", words.article, without_capital(name.trim_start().to_owned()))
}

/// Words without the capital that the first of them has if no other letter has one.
fn without_capital(words: String) -> String {
    let lower = words.to_lowercase();
    let rest = |text: &str| text.chars().skip(1).collect::<String>();
    if rest(&words) == rest(&lower) { lower } else { words }
}

/// The role without what follows a comma or a bracket, which would make a clumsy sentence.
fn short_role(note: &Note) -> Option<String> {
    note.role.as_deref().map(|role| match role.split([',', '(']).next() {
        Some(short) if !short.trim().is_empty() => message(short.trim()),
        _ => message(role),
    })
}

/// The role in a sentence. A capital that it has only as the first of the note's words goes: "the account executive role".
fn the_role(note: &Note, language: &Language) -> String {
    let words = &language.words.role;
    let Some(mut role) = short_role(note) else { return words.unknown.clone() };
    let lower = role.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    let is_usual = words.usual.iter().any(|usual| usual == first);
    if is_usual {
        role = without_capital(role);
    }
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
