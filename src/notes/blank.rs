//! A new note: a front matter with everything known so far, and headings that ask for the rest while it is fresh.

use std::iter;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::Problem;
use crate::notes::assignment::is_at_home;
use crate::notes::fields::keys::{self, InNewNote};
use crate::notes::{FIELDS, Interest, Note, Outcome, Parsed, Person, parse};
use crate::rules::headings::Topic;
use crate::rules::known::Known;
use crate::rules::mapping::Mapping;
use crate::text::{markdown, one_line, slug, yaml_scalar};

/// The heading above the questions to ask.
pub const BEFORE_LEAVING: &str = "Before you leave";

/// The heading above the line about handing in a task, and that line.
const TO_DO: &str = "To do";
const HAND_IN: &str = "- [ ] hand in the task";

/// The hint at the words for an interviewer.
const SAID: &str = "Goes out as you write it.";

/// The hint at everything else.
const REMEMBERED: &str = "From here on it's for you. A plain sentence about your work may be used, a judgement never is.";

/// The hint at the words for a helper.
const HELPED: &str = "Goes out as you write it. What did they do for you?";

/// Everything known about an interview before its note exists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blank {
    /// The company that the interview is with.
    pub company: String,
    /// The day of the interview.
    pub date: NaiveDate,
    /// The position.
    pub role: Option<String>,
    /// The round, in the user's words.
    pub round: Option<String>,
    /// The people who interview.
    pub interviewers: Vec<Who>,
    /// Other people who help.
    pub also_met: Vec<Who>,
    /// The person who runs the process.
    pub recruiter: Option<Who>,
    /// The recruiter's agency.
    pub agency: Option<String>,
    /// The time that they said they need to decide, in their words.
    pub window: Option<String>,
    /// The e-mail thread to continue.
    pub thread: Option<String>,
    /// True for a move within the user's own company.
    pub internal: Option<bool>,
    /// The user's current manager, in an internal move.
    pub manager: Option<Who>,
    /// The user's interest in the role.
    pub interest: Option<Interest>,
    /// The day by which a task done at home is to be handed in.
    pub hand_in_by: Option<NaiveDate>,
    /// The type by which the journal knows its notes.
    pub kind: Option<String>,
}

/// Somebody for a new note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// As typed: a name or `Name <address>`.
    Typed(String),
    /// As read from another note.
    Known(Arc<Person>),
}

/// A file's name with `-2`, `-3` and so on.
pub fn numbered(stem: String) -> impl Iterator<Item = String> {
    (2..1_000).map(move |number| format!("{stem}-{number}.md"))
}

impl Blank {
    /// The next round after a note: its company, role, people, thread and interest, but not its outcome, nor whoever
    /// helped on its day, unless they passed on an application. After a recruiter's own phone screen others will interview, and nobody for a task done at home.
    pub fn after(note: &Note, date: NaiveDate, round: Option<String>) -> Blank {
        let recruiter = note.recruiter.value().or_else(|| screener(note));
        let is_recruiter =
            |person: &Arc<Person>| recruiter.is_some_and(|one| one.is_likely(person));
        let is_screen = note.interviewers.iter().all(is_recruiter);
        let is_at_home = round.as_deref().is_some_and(is_at_home);
        let interviewers = note.interviewers.iter().filter(|_| !is_screen && !is_at_home).cloned();
        // They are thanked once there is an interview.
        let is_application = note.date == Known::Missing;
        let referrers = note.also_met.iter().filter(|one| is_application && one.has_referred);
        Blank {
            company: note.company.clone(),
            date,
            role: note.role.clone(),
            round,
            interviewers: interviewers.map(Who::Known).collect(),
            also_met: referrers.cloned().map(Who::Known).collect(),
            recruiter: recruiter.cloned().map(Who::Known),
            agency: note.agency.clone(),
            thread: note.thread.clone(),
            internal: note.internal.value().copied(),
            manager: note.manager.value().cloned().map(Who::Known),
            interest: note.interest.value().copied(),
            ..Blank::default()
        }
    }

    /// Names for its file, best first: the day and the company, then the same with `-2`, `-3` and so on.
    pub fn names(&self) -> impl Iterator<Item = String> + use<> {
        let stem = format!("{}-{}", self.date, slug(&self.company, "company"));
        let first = format!("{stem}.md");
        iter::once(first).chain(numbered(stem))
    }

    /// The note, with a list of what to ask before one leaves, and these lines under their headings. It is parsed before
    /// it is returned, and the error is the first problem found.
    pub fn text(&self, asks: &[String], lines: &[(&str, &[&str])]) -> Result<String, Problem> {
        let mut text = self.front_matter();
        let mut problems = Vec::new();
        let parsed = parse("", &text, &Mapping::default(), &mut problems);
        if let Some(problem) = problems.into_iter().next() {
            return Err(problem.problem);
        }
        let Parsed::Note(note) = parsed else { return Err(Problem::MissingCompany { typo: None }) };
        if !asks.is_empty() {
            text.push_str(&format!("\n## {BEFORE_LEAVING}\n\n"));
            text.extend(asks.iter().map(|ask| format!("- {}\n", markdown(ask))));
        }
        if note.is_assignment() {
            let due = self.hand_in_by.map_or(String::new(), |day| format!(" (due {day})"));
            text.push_str(&format!("\n## {TO_DO}\n\n{HAND_IN}{due}\n"));
        }
        let mut push = |heading: &str, hint: &str| {
            text.push_str(&format!("\n## {heading}\n"));
            if !hint.is_empty() {
                text.push_str(&format!("\n<!-- {hint} -->\n"));
            }
            let lines = lines.iter().filter(|(known, _)| *known == heading);
            let lines: Vec<&str> = lines.flat_map(|(_, lines)| lines.iter().copied()).collect();
            if !lines.is_empty() {
                text.push_str(&format!("\n{}\n", lines.join("\n")));
            }
        };
        for person in &note.interviewers {
            push(&format!("Say to {}", markdown(&person.name)), SAID);
        }
        for person in &note.also_met {
            push(&format!("Say to {}", markdown(&person.name)), HELPED);
        }
        for (at, (_, _, headings)) in Topic::ALL.into_iter().enumerate() {
            push(headings[0], if at == 0 { REMEMBERED } else { "" });
        }
        Ok(text)
    }

    /// The values that are known, and an empty line for each other field that a new note asks for.
    fn front_matter(&self) -> String {
        let line =
            |text: &str| Some(format!(" {}", yaml_scalar(text))).filter(|_| !text.is_empty());
        let text = |text: &Option<String>| line(&one_line(text.as_deref()?));
        let values = [
            (keys::COMPANY.name(), line(&one_line(&self.company))),
            (keys::DATE.name(), Some(format!(" {}", self.date))),
            (keys::ROLE.name(), text(&self.role)),
            (keys::ROUND.name(), text(&self.round)),
            (keys::INTERVIEWERS.name(), people(&self.interviewers)),
            (keys::ALSO_MET.name(), people(&self.also_met)),
            (
                keys::RECRUITER.name(),
                self.recruiter.as_ref().map(|who| person(who, self.agency.as_ref())),
            ),
            (keys::DECISION_WINDOW.name(), text(&self.window)),
            (keys::OUTCOME.name(), line(Outcome::Pending.as_str())),
            (keys::THREAD.name(), text(&self.thread)),
            (keys::INTERNAL.name(), self.internal.map(|internal| format!(" {internal}"))),
            (keys::MANAGER.name(), self.manager.as_ref().map(|who| person(who, None))),
            (keys::INTEREST.name(), self.interest.and_then(|interest| line(interest.as_str()))),
        ];
        let mut head = String::from("---\n");
        for field in FIELDS {
            let name = field.names[0];
            let value = values.iter().find(|(known, _)| *known == name);
            match (value.and_then(|(_, value)| value.as_ref()), field.in_new_note) {
                (Some(value), _) => head.push_str(&format!("{name}:{value}\n")),
                (None, InNewNote::Asked) => head.push_str(&format!("{name}:\n")),
                (None, InNewNote::Unasked) => {}
            }
        }
        if let Some(kind) = &self.kind {
            head.push_str(&format!("type: {}\n", yaml_scalar(kind)));
        }
        head + "---\n"
    }
}

impl Who {
    /// The person on one line, if it can hold all that is known.
    fn in_a_line(&self) -> Option<String> {
        match self {
            Who::Typed(text) => Some(one_line(text)),
            Who::Known(person)
                if person.title.is_some()
                    || person.call.is_some()
                    || person.post.is_some()
                    || person.phone.is_some()
                    || person.lead =>
            {
                None
            }
            Who::Known(person) => Some(match &person.email {
                Some(email) => format!("{} <{email}>", named(person)),
                None => named(person),
            }),
        }
    }

    /// The person as the entries of a map.
    fn entries(&self, agency: Option<&String>) -> Vec<String> {
        let typed;
        let person = match self {
            Who::Typed(text) => {
                typed = one_line(text);
                None
            }
            Who::Known(person) => {
                typed = named(person);
                Some(person)
            }
        };
        let known = |field: fn(&Person) -> Option<&String>| person.and_then(|person| field(person));
        let lead = person.is_some_and(|person| person.lead);
        let texts = [
            ("name", Some(&typed)),
            ("email", known(|person| person.email.as_ref())),
            ("title", known(|person| person.title.as_ref())),
            ("call", known(|person| person.call.as_ref())),
            ("post", known(|person| person.post.as_ref())),
            ("phone", known(|person| person.phone.as_ref())),
            ("agency", agency),
        ];
        let texts = texts
            .into_iter()
            .filter_map(|(key, text)| Some(format!("{key}: {}", yaml_scalar(&one_line(text?)))));
        texts.chain(lead.then(|| "lead: true".to_owned())).collect()
    }
}

/// A person's name, and that they referred the user.
fn named(person: &Person) -> String {
    person.written() + if person.has_referred { " (referred me)" } else { "" }
}

/// A list of people as it follows the colon of its field.
fn people(people: &[Who]) -> Option<String> {
    let item = |who: &Who| match who.in_a_line() {
        Some(line) => format!("\n  - {}", yaml_scalar(&line)),
        None => format!("\n  - {}", who.entries(None).join("\n    ")),
    };
    (!people.is_empty()).then(|| people.iter().map(item).collect())
}

/// A person as they follow the colon of their field.
fn person(who: &Who, agency: Option<&String>) -> String {
    match who.in_a_line().filter(|_| agency.is_none()) {
        Some(line) => format!(" {}", yaml_scalar(&line)),
        None => format!("\n  {}", who.entries(agency).join("\n  ")),
    }
}

/// The one interviewer of a note without a recruiter, if that is their job.
fn screener(note: &Note) -> Option<&Arc<Person>> {
    let [person] = &note.interviewers[..] else { return None };
    (note.recruiter == Known::Missing && person.is_recruiter()).then_some(person)
}
