//! A new note: the front matter filled in as far as is known, and headings that ask for the rest while it is fresh.

use std::iter;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::Problem;
use crate::notes::{Note, Parsed, Person, parse};
use crate::rules::headings::Topic;
use crate::text::{markdown, one_line, slug, yaml_scalar};

/// What is known of an interview before its note exists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blank {
    /// Whom the interview is with.
    pub company: String,
    /// Its day.
    pub date: NaiveDate,
    /// The position.
    pub role: Option<String>,
    /// Which round it is.
    pub round: Option<String>,
    /// Who interviews.
    pub interviewers: Vec<Who>,
    /// Who else helps.
    pub also_met: Vec<Who>,
    /// Who runs the process.
    pub recruiter: Option<Who>,
    /// The recruiter's agency.
    pub agency: Option<String>,
    /// The time that they said they need, in their words.
    pub window: Option<String>,
    /// The e-mail thread to go on with.
    pub thread: Option<String>,
    /// Whether it is a move within the own company.
    pub internal: Option<bool>,
    /// The current manager, in an internal move.
    pub manager: Option<Who>,
}

/// Somebody for a new note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// As it was typed: a name or `Name <address>`.
    Typed(String),
    /// As another note knows them.
    Known(Arc<Person>),
}

impl Blank {
    /// The next round after a note: its company, role, people and thread. What became of the earlier round stays there.
    pub fn after(note: &Note, date: NaiveDate) -> Blank {
        let known =
            |people: &[Arc<Person>]| people.iter().cloned().map(Who::Known).collect::<Vec<_>>();
        Blank {
            company: note.company.clone(),
            date,
            role: note.role.clone(),
            interviewers: known(&note.interviewers),
            also_met: known(&note.also_met),
            recruiter: note.recruiter.value().cloned().map(Who::Known),
            agency: note.agency.clone(),
            thread: note.thread.clone(),
            internal: note.internal.value().copied(),
            manager: note.manager.value().cloned().map(Who::Known),
            ..Blank::default()
        }
    }

    /// The names that its file may have, best first: the day and the company, then with `-2`, `-3` and so on.
    pub fn names(&self) -> impl Iterator<Item = String> + use<> {
        let stem = format!("{}-{}", self.date, slug(&self.company, "company"));
        let first = format!("{stem}.md");
        iter::once(first).chain((2..1_000).map(move |number| format!("{stem}-{number}.md")))
    }

    /// The note, with these lines under the topics' headings. It is read again before it is given out: the error is
    /// what a reader would report of it.
    pub fn text(&self, lines: &[(Topic, &[&str])]) -> Result<String, Problem> {
        let mut text = self.front_matter();
        let mut problems = Vec::new();
        let parsed = parse("", &text, &mut problems);
        if let Some(problem) = problems.into_iter().next() {
            return Err(problem.problem);
        }
        let Parsed::Note(note) = parsed else { return Err(Problem::MissingCompany { slip: None }) };
        for (topic, _, headings) in Topic::ALL {
            push_heading(&mut text, headings[0]);
            let lines = lines.iter().filter(|(known, _)| *known == topic);
            let lines: Vec<&str> = lines.flat_map(|(_, lines)| lines.iter().copied()).collect();
            if !lines.is_empty() {
                text.push_str(&format!("\n{}\n", lines.join("\n")));
            }
        }
        // What belongs into one person's message only.
        for person in &note.interviewers {
            push_heading(&mut text, &markdown(&person.name));
        }
        Ok(text)
    }

    /// The fields in the order of the documentation. Records come to stand under the last one, a line each.
    fn front_matter(&self) -> String {
        let mut head = String::from("---\n");
        push_field(&mut head, "company", Some(&self.company));
        head.push_str(&format!("date: {}\n", self.date));
        push_field(&mut head, "role", self.role.as_deref());
        push_field(&mut head, "round", self.round.as_deref());
        push_people(&mut head, "interviewers", &self.interviewers);
        push_people(&mut head, "also_met", &self.also_met);
        match &self.recruiter {
            Some(recruiter) => push_person(&mut head, "recruiter", recruiter, self.agency.as_ref()),
            None => push_field(&mut head, "recruiter", None),
        }
        push_field(&mut head, "decision_window", self.window.as_deref());
        push_field(&mut head, "outcome", Some("pending"));
        if let Some(thread) = &self.thread {
            push_field(&mut head, "thread", Some(thread));
        }
        if let Some(internal) = self.internal {
            head.push_str(&format!("internal: {internal}\n"));
        }
        if let Some(manager) = &self.manager {
            push_person(&mut head, "manager", manager, None);
        }
        head.push_str("followups:\n---\n");
        head
    }
}

impl Who {
    /// On one line, where that holds all that is known.
    fn in_a_line(&self) -> Option<String> {
        match self {
            Who::Typed(text) => Some(one_line(text)),
            Who::Known(person) if person.title.is_some() || person.lead => None,
            Who::Known(person) => Some(match &person.email {
                Some(email) => format!("{} <{email}>", person.name),
                None => person.name.clone(),
            }),
        }
    }

    /// As the entries of a map.
    fn entries(&self, agency: Option<&String>) -> Vec<String> {
        let (name, email, title, lead) = match self {
            Who::Typed(text) => (one_line(text), None, None, false),
            Who::Known(person) => {
                (person.name.clone(), person.email.as_ref(), person.title.as_ref(), person.lead)
            }
        };
        let texts = [("name", Some(&name)), ("email", email), ("title", title), ("agency", agency)];
        let texts = texts
            .into_iter()
            .filter_map(|(key, text)| Some(format!("{key}: {}", yaml_scalar(&one_line(text?)))));
        texts.chain(lead.then(|| "lead: true".to_owned())).collect()
    }
}

fn push_heading(text: &mut String, heading: &str) {
    text.push_str(&format!("\n## {heading}\n"));
}

/// A field with its value; without one it stands empty and asks.
fn push_field(head: &mut String, key: &str, value: Option<&str>) {
    match value.map(one_line).filter(|value| !value.is_empty()) {
        Some(value) => head.push_str(&format!("{key}: {}\n", yaml_scalar(&value))),
        None => head.push_str(&format!("{key}:\n")),
    }
}

fn push_people(head: &mut String, key: &str, people: &[Who]) {
    head.push_str(&format!("{key}:\n"));
    for who in people {
        match who.in_a_line() {
            Some(line) => head.push_str(&format!("  - {}\n", yaml_scalar(&line))),
            None => head.push_str(&format!("  - {}\n", who.entries(None).join("\n    "))),
        }
    }
}

fn push_person(head: &mut String, key: &str, who: &Who, agency: Option<&String>) {
    match who.in_a_line().filter(|_| agency.is_none()) {
        Some(line) => push_field(head, key, Some(&line)),
        None => {
            head.push_str(&format!("{key}:\n  {}\n", who.entries(agency).join("\n  ")));
        }
    }
}
