//! Interview notes. Takes the text of a file; gives the note, with its fields, people and body, and the problems.
//!
//! [`parse()`] never fails: it returns everything that could be read. [`edit`] writes a record back into a note.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::window::Window;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::place::Place;
use crate::rules::known::Known;
use crate::text::folded;

mod assignment;
pub mod blank;
pub mod body;
mod card;
mod conflict;
mod contradictions;
pub mod described;
pub mod edit;
mod fields;
pub mod front_matter;
mod given_name;
mod interest;
pub mod interviews;
mod job_title;
pub mod link;
mod mailto;
pub mod material;
mod mend;
mod news;
mod one_by_one;
mod outcome;
mod own_call;
mod own_records;
mod parse;
pub mod people;
pub mod person;
mod phone;
mod plain;
mod record;
mod requote;
mod roster;
mod rounds;
pub mod tree;
mod unite;
pub mod yaml;

pub use card::Card;
pub use interest::Interest;
pub use job_title::{is_job_title, is_title_of_somebody};
pub use outcome::Outcome;
pub use parse::{Parsed, parse};
pub use person::Person;
pub use record::{Record, is_same_name, process_of};

use body::Body;
pub use fields::keys::{ALL as FIELDS, Keys};
pub use fields::{PERSON, is_template, places};
use link::Link;

/// An interview, as described in its note.
#[derive(Clone, Debug)]
pub struct Note {
    /// The file, relative to the journal's root, with `/` on every system.
    pub path: String,
    /// Its place among the interviews of the file, if that has a list of them.
    pub in_file: Option<Box<InFile>>,
    /// The company that the interview was with.
    pub company: String,
    /// The position.
    pub role: Option<String>,
    /// The round, in the user's words.
    pub round: Option<String>,
    /// The day of the interview.
    pub date: Known<NaiveDate>,
    /// That day as it is written, if it can't be read.
    pub unclear_date: Option<Box<UnclearDay>>,
    /// The day of the application.
    pub applied: Known<NaiveDate>,
    /// The day on which the user heard that the interview doesn't take place.
    pub cancelled: Known<NaiveDate>,
    /// The place of the date in the file.
    pub date_place: Option<Box<Place>>,
    /// The people who interviewed.
    pub interviewers: Vec<Arc<Person>>,
    /// True if one of them can't be read, so that it is unclear who comes first.
    pub lead_is_unclear: bool,
    /// Other people who helped.
    pub also_met: Vec<Arc<Person>>,
    /// The person who runs the process.
    pub recruiter: Known<Arc<Person>>,
    /// The recruiter's agency, if they don't work for the company.
    pub agency: Option<String>,
    /// The time that they said they need to decide.
    pub window: Known<Window>,
    /// The time frames that they gave later.
    pub updates: Vec<Update>,
    /// The outcome; pending if the note says nothing.
    pub outcome: Known<Outcome>,
    /// The day on which the outcome was known.
    pub outcome_date: Known<NaiveDate>,
    /// The place of that day in the file.
    pub outcome_date_place: Option<Box<Place>>,
    /// The place of the outcome in the file, if its day is missing.
    pub undated_outcome: Option<Box<Place>>,
    /// True if the outcome says that the offer was made in writing.
    pub is_in_writing: bool,
    /// The person who told the user of the outcome.
    pub contact: Known<Arc<Person>>,
    /// True if they work for the recruiter's agency, too.
    pub is_contact_of_agency: bool,
    /// The day by which an offer needs an answer.
    pub decide_by: Known<NaiveDate>,
    /// That day as it is written, if it can't be read.
    pub unclear_deadline: Option<Box<UnclearDay>>,
    /// The day on which the new job starts.
    pub start_date: Option<NaiveDate>,
    /// The subject or Message-ID of the last e-mail thread.
    pub thread: Option<String>,
    /// True for a move within the user's own company.
    pub internal: Known<bool>,
    /// The user's current manager, in an internal move.
    pub manager: Known<Arc<Person>>,
    /// True if the user would still like that internal move.
    pub still_interested: Known<bool>,
    /// The next thing that the user means to do, and its day.
    pub next_action: Option<(String, Option<NaiveDate>)>,
    /// The user's interest in the role.
    pub interest: Known<Interest>,
    /// The recorded state of follow-ups, by their id within the note.
    pub records: BTreeMap<String, Record>,
    /// The ids in the file of those that are about other processes, each with its place.
    pub to_processes: Vec<(String, Place)>,
    /// The ids of follow-ups whose record can't be read: they wait.
    pub unclear_records: BTreeSet<String>,
    /// The text below the front matter.
    pub body: Body,
    /// True if a field could not be used.
    pub has_errors: bool,
    /// The keys of the front matter.
    pub keys: Keys,
    /// The problems of its links to people, and of their files.
    pub link_problems: Vec<Diagnostic>,
}

/// The words for the round of a talk about no job in particular.
#[rustfmt::skip]
const INFORMAL: [&str; 28] = [
    "berufsmesse", "career_day", "career_event", "career_evening", "careers_day", "careers_event", "careers_evening",
    "coffee", "company_visit", "fair", "fairs", "info_evening", "info_session", "informal", "information_evening",
    "information_session", "informational", "job_expo", "jobmesse", "jobs_expo", "karrieremesse", "karrieretag", "meet_up",
    "meetup", "networking", "open_day", "open_evening", "open_house",
];

/// The beginning of a heading whose text is the feedback that somebody gave.
const FEEDBACK: &str = "feedback";

/// The beginnings of the ids of what is done about an offer as soon as it is there.
const OF_OFFER: [&str; 3] = ["offer-thanks", "offer-feedback", "offer-elsewhere/"];

/// The place of an interview among those of its file.
#[derive(Clone, Debug)]
pub struct InFile {
    /// The name under which its records stand; `None` for the one at the top of the front matter.
    pub name: Option<String>,
    /// True for the newest one.
    pub is_newest: bool,
    /// The others: their names and their people.
    pub others: Vec<(Option<String>, Vec<Arc<Person>>)>,
}

impl InFile {
    /// The names of all interviews that have one.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let others = self.others.iter().map(|(name, _)| name);
        others.chain([&self.name]).filter_map(|name| name.as_deref())
    }
}

/// A day that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclearDay {
    /// It, as it is written.
    pub text: String,
    /// The day that is probably meant.
    pub likely: Option<NaiveDate>,
}

impl UnclearDay {
    /// It, as something that isn't understood.
    pub fn not_understood(&self) -> String {
        format!("day not understood: “{}”", self.text)
    }
}

/// A newer time frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// The day on which the user heard it.
    pub date: Known<NaiveDate>,
    /// The place of that day in the file.
    pub date_place: Option<Box<Place>>,
    /// The time frame that they gave.
    pub window: Known<Window>,
}

impl Note {
    /// Takes in the records of the same note on the other side of a merge. Of two for one follow-up, done wins over
    /// skipped, and that over snoozed; then the later day.
    fn take_records_of(&mut self, other: Note) {
        let rank = |record: &Record| match record {
            Record::Done(day) => (2, *day),
            Record::Skipped(day) => (1, *day),
            Record::Snoozed(day) => (0, *day),
        };
        for (id, record) in other.records {
            let own = self.records.entry(id).or_insert(record);
            *own = std::cmp::max_by_key(*own, record, rank);
        }
        self.unclear_records.extend(other.unclear_records);
        self.unclear_records.retain(|id| !self.records.contains_key(id));
    }

    /// The name of its round in the file, if that has a list of them.
    pub fn name_in_file(&self) -> Option<&str> {
        self.in_file.as_ref()?.name.as_deref()
    }

    /// The id in the file of one of its follow-ups.
    pub fn id_in_file(&self, id: &str) -> String {
        self.name_in_file().map_or_else(|| id.to_owned(), |name| format!("{name}/{id}"))
    }

    /// The id of a follow-up in the file, within this note; `None` if it is one of another interview.
    pub fn own_id<'i>(&self, id: &'i str) -> Option<&'i str> {
        match interviews::split_id(id) {
            (name, rest) if name == self.name_in_file() => Some(rest),
            _ => None,
        }
    }

    /// The path without `.md`: the first part of every id and draft name.
    pub fn stem(&self) -> &str {
        self.path.strip_suffix(".md").unwrap_or(&self.path)
    }

    /// The file's name without `.md`.
    pub fn file_name(&self) -> &str {
        self.stem().rsplit('/').next().unwrap_or_default()
    }

    /// The day of the interview and its place in the file, if it is known.
    pub fn dated(&self) -> Option<(NaiveDate, Place)> {
        Some((*self.date.value()?, *self.date_place.clone()?))
    }

    /// Everyone who interviewed or helped.
    pub fn people(&self) -> impl Iterator<Item = &Person> + Clone {
        self.interviewers.iter().chain(&self.also_met).map(Arc::as_ref)
    }

    /// Everyone in every place that names somebody, those of its file's other interviews included.
    pub fn everyone(&self) -> impl Iterator<Item = &Arc<Person>> {
        let fields = [&self.recruiter, &self.contact, &self.manager];
        let fields = fields.into_iter().filter_map(|person| person.value());
        let others = self.in_file.iter().flat_map(|place| &place.others);
        let others = others.flat_map(|(_, people)| people);
        self.interviewers.iter().chain(&self.also_met).chain(fields).chain(others)
    }

    /// The same, to be changed.
    pub fn everyone_mut(&mut self) -> impl Iterator<Item = &mut Arc<Person>> {
        let fields = [&mut self.recruiter, &mut self.contact, &mut self.manager];
        let fields = fields.into_iter().filter_map(|person| match person {
            Known::Is(person) => Some(person),
            Known::Missing | Known::Bad => None,
        });
        let others = self.in_file.iter_mut().flat_map(|place| &mut place.others);
        let others = others.flat_map(|(_, people)| people);
        self.interviewers.iter_mut().chain(&mut self.also_met).chain(fields).chain(others)
    }

    /// The links to files about people.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        let others = [&self.recruiter, &self.contact, &self.manager];
        let others = others.into_iter().filter_map(|person| person.value()).map(Arc::as_ref);
        self.people().chain(others).filter_map(|person| person.link.as_deref())
    }

    /// The record under an id, which is only put together if there are any.
    pub fn record_of(&self, id: impl FnOnce() -> String) -> Option<Record> {
        if self.records.is_empty() { None } else { self.records.get(&id()).copied() }
    }

    /// Returns true if the note says that a follow-up is done.
    pub fn is_done(&self, id: &str) -> bool {
        matches!(self.records.get(id), Some(Record::Done(_)))
    }

    /// Returns true if the note says that the user decided against a follow-up.
    pub fn is_skipped(&self, id: &str) -> bool {
        matches!(self.records.get(id), Some(Record::Skipped(_)))
    }

    /// Returns true for the id of a follow-up that some rule could give this note, unless its record can't be read.
    pub fn can_record(&self, record_id: &str) -> bool {
        let people = self.people().map(|person| person.id.as_str());
        !self.unclear_records.contains(record_id) && record::unknown(record_id, people).is_none()
    }

    /// The ids that records of this note can have: those that it has, and those of the follow-ups that rules give it.
    pub fn possible_records(&self, processes: &[&str]) -> impl Iterator<Item = String> {
        let people: Vec<&str> = self.people().map(|person| person.id.as_str()).collect();
        let possible = record::possible(&people, processes).into_iter();
        self.records.keys().cloned().chain(possible).filter(|id| self.can_record(id))
    }

    /// The newest time frame besides the first one.
    pub fn latest_update(&self) -> Option<&Update> {
        // Of two on one day, the later one in the note is newer.
        let day = |update: &&Update| update.date.value().copied().unwrap_or(NaiveDate::MAX);
        self.updates.iter().max_by_key(day)
    }

    /// The time frame that counts.
    pub fn latest_window(&self) -> &Known<Window> {
        self.latest_update().map_or(&self.window, |update| &update.window)
    }

    /// The day on which an offer came that has been answered since, as far as what was done about it tells.
    pub fn offered(&self) -> Option<NaiveDate> {
        let is_answered =
            |outcome: &&Outcome| matches!(outcome, Outcome::Accepted | Outcome::Declined);
        self.outcome.value().filter(is_answered)?;
        let days = self.records.iter().filter_map(|(id, record)| match record {
            Record::Done(day) if OF_OFFER.iter().any(|of| id.starts_with(of)) => Some(*day),
            _ => None,
        });
        days.min().filter(|day| self.outcome_date.value().is_none_or(|answered| day <= answered))
    }

    /// Returns true if the company has stopped for a while, as far as the user has heard.
    pub fn is_on_hold(&self) -> bool {
        self.latest_window().value().is_some_and(Window::is_on_hold)
    }

    /// Returns true if the company goes on after it had stopped, as far as the user has heard.
    pub fn is_back_on(&self) -> bool {
        *self.latest_window() == Known::Is(Window::BackOn)
    }

    /// Returns true if the user is in reserve, as far as they have heard.
    pub fn is_in_reserve(&self) -> bool {
        self.latest_window().value().is_some_and(Window::is_in_reserve)
    }

    /// Returns true if they have said that the user is on a list of those in reserve.
    pub fn is_on_reserve_list(&self) -> bool {
        matches!(self.latest_window(), Known::Is(Window::InReserve { is_listed: true, .. }))
    }

    /// The last day on which something happened: the interview, or that it was cancelled, an update, a record.
    pub fn last_sign(&self) -> Option<NaiveDate> {
        let updates = self.updates.iter().filter_map(|update| update.date.value().copied());
        let records = self.records.values().copied().map(Record::day);
        let told = |day: NaiveDate| self.cancelled.value().map_or(day, |told| day.min(*told));
        let interview = self.date.value().copied().map(told);
        interview.into_iter().chain(updates).chain(records).max()
    }

    /// The interviewer marked as the lead, or the first one whose name is known, if that is clear.
    pub fn lead(&self) -> Option<&Arc<Person>> {
        let people = &self.interviewers;
        let first = || people.iter().find(|person| !person.is_placeholder()).or(people.first());
        let lead = people.iter().find(|person| person.lead);
        lead.or_else(|| first().filter(|_| !self.lead_is_unclear))
    }

    /// Returns true for the recruiter of an agency, and for whoever else there tells of the outcome.
    pub fn is_of_agency(&self, person: &Person) -> bool {
        let contact = self.contact.value().filter(|_| self.is_contact_of_agency);
        let recruiter = self.recruiter.value().filter(|_| self.agency.is_some());
        recruiter.into_iter().chain(contact).any(|one| one.is_likely(person))
    }

    /// The hiring manager among the interviewers, else the lead interviewer.
    pub fn decider(&self) -> Option<&Arc<Person>> {
        let manager = self.interviewers.iter().find(|person| person.is_hiring_manager());
        manager.or(self.lead())
    }

    /// Returns true for a talk about no job in particular, such as a coffee chat, or one at a job fair: nobody decides
    /// anything after it.
    pub fn is_informal(&self) -> bool {
        let names_it = |round: &String| {
            let words = format!("_{}_", folded(round));
            INFORMAL.iter().any(|known| words.contains(&format!("_{known}_")))
        };
        self.role.is_none()
            && self.recruiter == Known::Missing
            && matches!(self.outcome, Known::Missing | Known::Is(Outcome::Pending))
            && self.round.as_ref().is_some_and(names_it)
    }

    /// Returns true for an interview that was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled != Known::Missing
    }

    /// Returns true if it records anything about a follow-up, readable or not.
    pub fn has_records(&self) -> bool {
        !self.records.is_empty() || !self.unclear_records.is_empty()
    }

    /// Returns true for an interview that didn't take place: it was cancelled, or all was over before its day.
    pub fn fell_through(&self) -> bool {
        let is_over = self.outcome.value().is_some_and(|outcome| outcome.is_over());
        let days = self.outcome_date.value().zip(self.date.value());
        let is_early = days.is_some_and(|(answered, interview)| answered < interview);
        self.is_cancelled() || is_over && is_early
    }

    /// Returns true if it holds feedback that somebody gave, below a heading of that name.
    pub fn has_feedback(&self) -> bool {
        let is_it = |heading: &str| {
            let words = heading.trim_start_matches(|c: char| !c.is_alphanumeric());
            words.to_lowercase().starts_with(FEEDBACK)
        };
        // Most notes have none, and reading a body takes longer than all the rest.
        self.body.has_line(FEEDBACK)
            && self
                .body
                .sections()
                .iter()
                .any(|section| is_it(&section.heading) && !section.fragments.is_empty())
    }

    /// Returns true for a move that is known to be within the user's own company.
    pub fn is_internal(&self) -> bool {
        self.internal == Known::Is(true)
    }
}
