//! The values of the names that a template may use, with the note's own words made inert.

mod facts;
mod naming;
mod shares;
mod telling;
mod thread;

pub use naming::in_sentence;
pub use thread::message_id;

use std::cell::{LazyCell, OnceCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, TimeDelta};
use minijinja::{Value, context};

use crate::dates::window::Window;
use crate::drafts::blanks::blank;
use crate::drafts::language::Language;
use crate::drafts::said::subject_note;
use crate::drafts::scene::naming::{named_role, occasion, short_role, somebody, the_role};
use crate::drafts::scene::telling::Thought;
use crate::drafts::scene::thread::{continued_thread, thread};
use crate::drafts::timeframe::{self, Said, in_words};
use crate::drafts::written::Signature;
use crate::drafts::{weave, written};
use crate::notes::material::{Material, Materials};
use crate::notes::{Interest, Note, Outcome, Person, Record};
use crate::plan::followup::{Addressee, FollowUp, Key};
use crate::plan::tie::is_same_company;
use crate::plan::timeframes::timeframes;
use crate::rules::config::{Config, Me};
use crate::rules::headings::Topic;
use crate::rules::known::Known;
use crate::text::message;

/// The days within which a day of the week is clear by itself.
const CLEAR: i64 = 6;

/// The days within which a date of another year needs no year.
const NEAR: i64 = 60;

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
    /// What stayed with the user, once it is asked for.
    stayed: OnceCell<Vec<Thought>>,
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
        let stayed = OnceCell::new();
        Scene { followup, config, language, note, to, person, said, material, same_day, stayed }
    }

    /// The kind of the message.
    pub fn kind(&self) -> &'j str {
        self.followup.rule.kind()
    }

    /// The values of the names that a template uses.
    pub fn context<'n>(&self, names: impl Iterator<Item = &'n Arc<str>>) -> Value {
        let values = names.filter_map(|name| Some((name.clone(), self.value(name)?)));
        Value::from_object(values.collect::<BTreeMap<_, _>>())
    }

    /// The letter that the user has written whole, in place of the one that a template put around it.
    pub fn as_written(&self, body: &str) -> Option<String> {
        let (closing, lines) = (self.closing(), self.signature());
        let signature = Signature { name: &self.config.me.name, closing: &closing, lines: &lines };
        let paragraphs = weave::inert(self.to_say());
        let is_meant = self.is_meant_as_such(&paragraphs);
        is_meant
            .then(|| written::whole(&paragraphs, self.person, signature, body, self.language))?
    }

    /// The paragraphs to be said. Of a letter that was written whole, but as another kind, they are those between its
    /// greeting and its end.
    fn paragraphs(&self) -> Vec<String> {
        let paragraphs = weave::inert(self.to_say());
        match self.is_meant_as_such(&paragraphs) {
            true => paragraphs,
            false => {
                written::between(&paragraphs, self.person, &self.config.me.name, self.language)
            }
        }
    }

    /// Returns true unless the user's words lack what a whole letter of this kind says.
    fn is_meant_as_such(&self, paragraphs: &[String]) -> bool {
        let words = &self.language.standard(self.kind()).whole;
        let said = paragraphs.join("\n").to_lowercase();
        let said: Vec<&str> = said.split(|c: char| !(c.is_alphanumeric() || c == '\'')).collect();
        let said = format!(" {} ", said.join(" ").replace('’', "'"));
        words.is_empty() || words.iter().any(|word| said.contains(&format!(" {word} ")))
    }

    /// The value of a name; `None` if there is no such name.
    fn value(&self, name: &str) -> Option<Value> {
        let (note, own, followup) = (self.note, &self.followup.note, self.followup);
        let interview = note.date.value().copied();
        let words = &self.language.words;
        let order = self.config.voice.dates;
        let near = own.outcome_date.or(note.date).value().copied();
        let day = |day: NaiveDate| match near {
            Some(near) if near.year() == day.year() || (day - near).num_days().abs() < NEAR => {
                words.dates.day(day, order)
            }
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
            "to_recruiter" => note.recruiter.value().is_some_and(|one| is(self.to, one)).into(),
            "on_hold" => note.is_on_hold().into(),
            "informal" => note.is_informal().into(),
            "earlier" => followup.setting.rounds_before.into(),
            "interviews" => self.interviews().into(),
            "arranged" => followup.setting.arranged_before.into(),
            "reopened" => followup.setting.is_reopened.into(),
            "told" => followup.setting.offer_elsewhere.map(|offer| day(offer.told)).into(),
            "hears_of_offer" => followup.setting.hears_of_offer.into(),
            "answer_by" => {
                let offer = followup.setting.offer_elsewhere;
                offer.and_then(|offer| offer.answer_by).map(day).into()
            }
            "task" => note.is_handed_in().into(),
            "occasion" => occasion(note, self.language).into(),
            "fits" => self.fits().into(),
            "meets_in_time" => {
                let deadline = own.decide_by.value().copied();
                let is_in_time = |day: NaiveDate| deadline.is_none_or(|deadline| day < deadline);
                followup.setting.to_come.is_some_and(is_in_time).into()
            }
            "was_thanked" => self.was_thanked().into(),
            "met_before" => {
                let person = self.person.filter(|person| !person.is_nameless());
                followup.setting.met_before.iter().any(|one| is(person, one)).into()
            }
            "asked" => self.is_asked().into(),
            "in_report" => weave::inert(self.said_in_report()).into(),
            "updates" => note.updates.len().into(),
            "to_manager" => note.manager.value().is_some_and(|manager| is(self.to, manager)).into(),
            "knows" => self.knows().into(),
            "left" => followup.setting.is_left.into(),
            "stays" => self.stays().into(),
            "elsewhere" => followup.setting.looks_elsewhere.into(),
            "also" => self.also().into(),
            "offered" => self.is_at(Outcome::Offer).into(),
            "accepted" => self.is_at(Outcome::Accepted).into(),
            "decided_against" => self.has_decided_against().into(),
            "applied" => self.is_at(Outcome::Applied).into(),
            "to_come" => followup.setting.to_come.is_some().into(),
            "interviewed" => followup.setting.is_interviewed(note).into(),
            "to_agency" => self.is_to_agency().into(),
            "turn" => self.turn_of_all().into(),
            "interviewers" => note.interviewers.len().into(),
            "company" => message(&note.company).into(),
            "role" => note.role.as_deref().map(message).into(),
            "the_role" => self.the_roles().into(),
            "at_company" => self.at_company().into(),
            "tag" => self.tag().into(),
            "round" => note.round.as_deref().map(message).into(),
            "date" => {
                interview.map_or_else(interview_day, |day| words.dates.day(day, order)).into()
            }
            "weekday" => match interview {
                // Put off for long, or overtaken by late news, it is another week's.
                Some(day) if self.likely_sent() - day > TimeDelta::days(CLEAR) => {
                    words.dates.day(day, order).into()
                }
                Some(day) => words.dates.weekday(day).into(),
                None => interview_day().into(),
            },
            "decision" => self.decision().map(day).into(),
            "time_frame" => self.time_frame(Said::AsHeard).into(),
            "time_frame_later" => self.time_frame(Said::DaysAfter).into(),
            "time_frame_then" => self.time_frame(Said::WeeksAfter).into(),
            "time_frame_unclear" => (*note.latest_window() == Known::Is(Window::Unclear)).into(),
            "news_expected" => timeframe::of_news(note, self.config, self.language).into(),
            "updated" => {
                let update = note.latest_update();
                update.and_then(|update| update.date.value().copied()).map(day).into()
            }
            "decide_by" => own.decide_by.value().copied().map(day).into(),
            "start" => self.start().map(day).into(),
            "last_day" => self.last_day().map(day).into(),
            "times" => self.times().into(),
            "again" => followup.asked_before().is_some().into(),
            "sent" => followup.asked_before().map(day).into(),
            "thread" => thread(followup, self.language).into(),
            "met" => weave::listed(&self.met(Person::whole_name), self.language).into(),
            "met_first" => self.met_first().into(),
            "you_and_met" => self.you_and_met().into(),
            "gladly_met" => self.first_names(self.gladly_met()).into(),
            "pending" => self.is_at(Outcome::Pending).into(),
            "open" => self.is_open().into(),
            "internal" => own.is_internal().into(),
            "still_interested" => (own.still_interested == Known::Is(true)).into(),
            "interest" => followup.setting.interest.as_str().into(),
            "to_say" => self.paragraphs().into(),
            "experience" => weave::inert(self.experience()).into(),
            "deeds" => {
                let deeds = self.person.map(|person| self.deeds(person));
                weave::inert(deeds.unwrap_or_default()).into()
            }
            "stayed" => weave::inert(self.thoughts(false)).into(),
            "enjoyed" => weave::inert(self.thoughts(true)).into(),
            "reason" => self.reason().map(|reason| message(&reason)).into(),
            "thing" => self.thing().map(|thing| message(&thing.text)).into(),
            "thing_name" => self.thing().map(|thing| message(&thing.name)).into(),
            "thing_link" => self.thing().and_then(|thing| thing.link.map(message)).into(),
            "assignment" => self.assignment().into(),
            "promised" => self.is_promised().into(),
            "sending" => self.material.is_on(&[Topic::Send], self.person).into(),
            "asking" => self.material.is_on(&[Topic::Questions], self.person).into(),
            gone if GONE.iter().any(|(name, _)| *name == gone) => Vec::<String>::new().into(),
            "me" => me(&self.config.me),
            "my_name" => message(&self.config.me.name).into(),
            "closing" => self.closing().into(),
            "signature" => self.signature().into(),
            _ => return None,
        })
    }

    /// The role in a sentence, and others that the message is about as well.
    fn the_roles(&self) -> String {
        let mut roles = vec![the_role(self.note, self.language)];
        for note in &self.followup.other_roles {
            roles.extend(named_role(note, self.language).filter(|role| !roles.contains(role)));
        }
        weave::listed(&roles, self.language)
    }

    fn time_frame(&self, said: Said) -> Option<String> {
        in_words(self.note, self.config, self.language, said)
    }

    /// The user's name and the role in brackets, by which a subject can be found again. An agency needs the company, too.
    fn tag(&self) -> String {
        let name = Some(message(&self.config.me.name)).filter(|name| !name.trim().is_empty());
        let role = short_role(self.note, self.language).map(|role| role + &self.at_company());
        let company = self.is_to_agency().then(|| message(&self.note.company));
        let parts: Vec<String> = name.into_iter().chain(role.or(company)).collect();
        if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
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

    fn interviewers(&self) -> impl Iterator<Item = &'j Person> {
        self.note.interviewers.iter().map(Arc::as_ref)
    }

    /// What stayed with the user: what they liked, or the rest.
    fn thoughts(&self, are_liked: bool) -> Vec<String> {
        let stayed = self.stayed.get_or_init(|| self.what_stayed());
        let thoughts = stayed.iter().filter(|one| one.is_liked == are_liked);
        thoughts.map(|thought| thought.text.clone()).collect()
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
        context! { has_interviewed, deed, stayed, enjoyed, thanks, was_thanked, ..named }
    }

    /// Returns true if this is the outcome of the process by now.
    fn is_at(&self, outcome: Outcome) -> bool {
        self.followup.setting.outcome == Some(outcome)
    }

    /// Returns true while the user may still be interested: neither has word come, nor did they accept another offer.
    fn is_open(&self) -> bool {
        let setting = &self.followup.setting;
        setting.outcome.is_none_or(Outcome::is_open) && !setting.is_left
    }

    /// Returns true if the user has said no, or has taken another job before any answer came.
    fn has_decided_against(&self) -> bool {
        let setting = &self.followup.setting;
        match setting.outcome {
            Some(Outcome::Declined | Outcome::Withdrawn) => true,
            outcome => setting.is_left && outcome.is_none_or(Outcome::is_open),
        }
    }

    /// The day on which the message is due, or that of the news or the next round if that came later and the message wasn't
    /// sent.
    fn likely_sent(&self) -> NaiveDate {
        let FollowUp { standing, setting, .. } = self.followup;
        let news = [self.note.outcome_date.value().copied(), setting.next_round];
        news.into_iter().flatten().fold(standing.dates.due, NaiveDate::max)
    }

    /// Returns true if somebody else led the round and got their thanks.
    pub(super) fn was_other_lead_thanked(&self) -> bool {
        let lead = self.note.lead().filter(|lead| !is(self.to, lead));
        lead.is_some_and(|lead| self.note.is_done(&format!("thank-you/{}", lead.id)))
    }

    fn is_to_agency(&self) -> bool {
        let recruiter = self.note.recruiter.value().filter(|_| self.note.agency.is_some());
        recruiter.is_some_and(|recruiter| is(self.to, recruiter))
    }

    /// The note of another process of which the message may speak: the one that its reader or their company has to do
    /// with, too, or the one of whose offer another company hears.
    fn beside(&self) -> Option<&'j Note> {
        let FollowUp { note, setting, .. } = self.followup;
        let tied = setting.tie.as_ref().map(|tie| tie.note.as_ref());
        tied.or_else(|| self.followup.other_process().map(|_| note.as_ref()))
    }

    /// That process as a template shows it. Its role is left out where one had better not speak of it: an offer has letters
    /// of its own, and nobody says that they have cooled.
    fn also(&self) -> Option<Value> {
        let note = self.beside()?;
        let interest = self.followup.setting.tie.as_ref().map(|tie| tie.interest);
        let is_at = |outcome| note.outcome == Known::Is(outcome);
        let is_cooling = interest == Some(Interest::Cooling) && !is_at(Outcome::Accepted);
        let role =
            named_role(note, self.language).filter(|_| !is_cooling && !is_at(Outcome::Offer));
        let role = role.map(|role| role + &self.at(note));
        let words = &self.language.words.role;
        let form = match interest {
            Some(Interest::Keen) => &words.hoped_for,
            _ if is_at(Outcome::Applied) => &words.applied_for,
            _ => &words.goes_on,
        };
        let goes_on = role.as_ref().map_or(String::new(), |role| form.replace("{role}", role));
        Some(context! { role, goes_on })
    }

    /// The note of an offer elsewhere of which the message speaks, or of its acceptance.
    fn offer_beside(&self) -> Option<&'j Note> {
        let is_told = self.followup.setting.is_left || self.followup.other_process().is_some();
        self.beside().filter(|_| is_told)
    }

    /// Returns true if whoever gets the message brought the offer, or the acceptance of it, that it speaks of.
    fn knows(&self) -> bool {
        let bearers = |note: &'j Note| {
            let people = [&note.contact, &note.recruiter].map(|person| person.value());
            let nobody = people == [None, None];
            people.into_iter().flatten().chain(note.lead().filter(|_| nobody))
        };
        let mut bearers = self.offer_beside().into_iter().flat_map(bearers);
        bearers.any(|one| is(self.to, one))
    }

    /// Returns true if the offer that was accepted instead is one of the same company.
    fn stays(&self) -> bool {
        self.offer_beside().is_some_and(|note| is_same_company(note, self.note))
    }

    /// The company, as ` at Acme Robotics`, to an agency, which works for several; empty to the company's own people.
    fn at_company(&self) -> String {
        self.at(self.note)
    }

    fn at(&self, note: &Note) -> String {
        if !self.is_to_agency() {
            return String::new();
        }
        self.language.words.role.at_company.replace("{company}", &message(&note.company))
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
        people.insert(0, self.language.gate.heard.you.clone());
        weave::listed(&people, self.language)
    }

    /// The number of interviews that there were before the news.
    fn interviews(&self) -> usize {
        let (note, setting) = (self.note, &self.followup.setting);
        let is_held = note.date != Known::Missing && setting.to_come.is_none();
        let is_one = is_held && !note.fell_through() && !note.is_assignment();
        setting.rounds_before + usize::from(is_one)
    }

    /// The names of the interviewers, except the one who gets the message, and those whom the user goes on meeting.
    fn met(&self, name: impl Fn(&Person) -> String) -> Vec<String> {
        let setting = &self.followup.setting;
        let tied = setting.tie.iter().filter(|_| !setting.is_left);
        let to_meet: Vec<&Person> =
            tied.flat_map(|tie| &tie.note.interviewers).map(Arc::as_ref).collect();
        // Nobody gets to know their own manager in an interview.
        let known = self.note.manager.value().filter(|_| self.kind() == "rejection-thanks");
        let is_known = |person: &Person| known.is_some_and(|manager| manager.is_likely(person));
        let is_other = |person: &&Person| {
            !is(self.to, person)
                && !person.is_placeholder()
                && !is_known(person)
                && !to_meet.iter().any(|other| other.is_likely(person))
        };
        let others = self.interviewers().filter(|_| !self.note.fell_through()).filter(is_other);
        let others: Vec<(&Person, String)> = others.map(|person| (person, name(person))).collect();
        // "Rita Cole and Rita Moss", where both are Rita.
        let is_shared =
            |name: &String| others.iter().filter(|(_, other)| other == name).count() > 1;
        let called = others.iter().map(|(person, name)| {
            let called = if is_shared(name) { person.whole_name() } else { name.clone() };
            message(&in_sentence(person, called, self.language))
        });
        called.collect()
    }

    /// Returns true if whoever hears of an offer elsewhere still means to decide, and before that has to be answered.
    fn fits(&self) -> bool {
        let due = self.followup.standing.dates.due;
        let days = self.followup.note.decide_by.value().zip(self.decision());
        matches!(self.note.outcome, Known::Missing | Known::Is(Outcome::Pending))
            && days.is_some_and(|(answer_by, decision)| due < decision && decision < *answer_by)
    }

    /// Returns true if the thanks were sent after which this message says "again".
    fn was_thanked(&self) -> bool {
        match self.kind() {
            "feedback-request" => self.note.is_done("rejection-thanks"),
            _ => {
                let mut readers = self.interviewers().filter(|person| is(self.to, person));
                readers.any(|reader| self.note.is_done(&format!("thank-you/{}", reader.id)))
            }
        }
    }

    /// Returns true unless the thanks for arranging the interview, which speak of the time frame, are left out.
    fn is_asked(&self) -> bool {
        let rules = &self.config.cadence.rules;
        let is_skipped = |note: &Note| matches!(note.records.get(THANKS), Some(Record::Skipped(_)));
        rules.iter().any(|rule| rule.id == THANKS) && !is_skipped(self.note)
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
    fn turn(&self) -> usize {
        self.person.and_then(|person| self.turn_of(person)).unwrap_or_default()
    }

    /// An interviewer's position among them, the lead first.
    fn turn_of(&self, person: &Person) -> Option<usize> {
        self.interviewers_in_turn().into_iter().position(|other| other.id == person.id)
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

fn is(somebody: Option<&Person>, person: &Person) -> bool {
    somebody.is_some_and(|somebody| somebody.is_likely(person))
}
