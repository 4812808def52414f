//! The log of what was done in a search, to be shown to an office or a coach: from the notes' records and dates, and
//! nothing else of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::{Agenda, Item};
use crate::dates::calendar::long;
use crate::dates::window::Window;
use crate::export::csv;
use crate::notes::{Note, Outcome, Record};
use crate::plan::process::Process;
use crate::plan::timeframes::timeframes;
use crate::report::Span;
use crate::report::counted::is_held;
use crate::rules::cadence::rule_of;
use crate::rules::config::Config;
use crate::text::{count, listed, markdown, one_line};

const HEADING: [&str; 5] = ["day", "company", "role", "what", "with"];

/// The log of a span of days.
#[derive(Debug)]
pub struct Log {
    /// The name of whoever it is about, if the settings say it.
    name: String,
    /// The first and the last day, as far as there are any.
    days: Option<(NaiveDate, NaiveDate)>,
    lines: Vec<Line>,
}

/// Something that was done, or heard, on a day.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    day: NaiveDate,
    kind: Kind,
    company: String,
    role: String,
    what: String,
    with: String,
}

/// The kinds of lines, in their order on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Application,
    Interview,
    Task,
    Answer,
    Message,
}

impl Kind {
    fn counted(self, n: usize) -> String {
        count(
            n,
            match self {
                Kind::Application => "application",
                Kind::Interview => "interview",
                Kind::Task => "task",
                Kind::Answer => "answer",
                Kind::Message => "message",
            },
        )
    }
}

impl Log {
    /// The log of all processes until today. `agenda` has to hold every follow-up.
    pub fn of<'p>(
        processes: impl Iterator<Item = &'p Arc<Process>>,
        agenda: &Agenda,
        config: &Config,
        span: Span,
    ) -> Log {
        let today = agenda.today;
        let processes: Vec<&Process> = processes.map(Arc::as_ref).collect();
        let items = agenda.items.iter().map(|item| (item.followup.id(), item.as_ref()));
        let sources = Sources {
            items: items.collect(),
            processes: processes.iter().map(|one| (one.id.as_str(), *one)).collect(),
            config,
            today,
        };
        let mut lines = BTreeSet::new();
        for process in &processes {
            // Every round may have the day of the application.
            lines.extend(process.rounds.iter().filter_map(|note| application(note)));
            lines.extend(process.rounds.iter().flat_map(|note| sources.lines(note)));
        }
        let is_asked = |line: &Line| line.day <= today && span.holds(line.day);
        let lines: Vec<Line> = lines.into_iter().filter(is_asked).collect();
        let first = span.from.or(lines.first().map(|line| line.day));
        let last = span.to.map_or(today, |to| to.min(today));
        let days = first.map(|first| (first, last)).filter(|(first, last)| first <= last);
        Log { name: one_line(&config.me.name), days, lines }
    }

    /// As CSV, one line in a row.
    pub fn to_csv(&self) -> String {
        let rows = self.lines.iter().map(|line| {
            let Line { day, company, role, what, with, .. } = line;
            [day.to_string(), company.clone(), role.clone(), what.clone(), with.clone()]
        });
        csv::text(HEADING, rows)
    }

    /// As a page in Markdown with a table.
    pub fn to_markdown(&self) -> String {
        let title = match &*self.name {
            "" => "Job search".to_owned(),
            name => format!("Job search of {}", markdown(name)),
        };
        let mut page = format!("# {title}\n\n");
        if let Some((first, last)) = self.days {
            page += &format!("From {} to {}.", long(first), long(last));
        }
        if self.lines.is_empty() {
            return page + if self.days.is_some() { " " } else { "" } + "Nothing is recorded.\n";
        }
        let kinds = [Kind::Application, Kind::Interview, Kind::Task, Kind::Answer, Kind::Message];
        let counts = kinds.into_iter().filter_map(|kind| {
            let n = self.lines.iter().filter(|line| line.kind == kind).count();
            (n > 0).then(|| kind.counted(n))
        });
        page += &format!(" In all: {}.\n\n", listed(&counts.collect::<Vec<_>>()));
        page += "| Day | Company | Role | What | With |\n| --- | --- | --- | --- | --- |\n";
        for Line { day, company, role, what, with, .. } in &self.lines {
            let cells = [company, role, what, with].map(|cell| markdown(cell));
            page += &format!("| {day} | {} |\n", cells.join(" | "));
        }
        page
    }
}

/// Everything that a note's records are understood by.
struct Sources<'a> {
    /// The follow-ups by their ids.
    items: BTreeMap<String, &'a Item>,
    /// The processes by their ids.
    processes: BTreeMap<&'a str, &'a Process>,
    config: &'a Config,
    today: NaiveDate,
}

impl Sources<'_> {
    /// The lines of a note but for its application.
    fn lines(&self, note: &Note) -> Vec<Line> {
        let mut lines = Vec::new();
        if let (true, Some(day)) = (is_held(note, self.today), note.date.value()) {
            let what = match &note.round {
                Some(round) => format!("Interview: {round}"),
                None => "Interview".to_owned(),
            };
            let with: Vec<&str> = note.interviewers.iter().map(|one| one.name.as_str()).collect();
            lines.push(line(note, *day, Kind::Interview, what, with.join(", ")));
        }
        if let (true, Some(day)) = (note.is_handed_in(), note.their_turn().value()) {
            let what = format!("Handed in: {}", note.round.as_deref().unwrap_or_default());
            lines.push(line(note, *day, Kind::Task, what, String::new()));
        }
        for timeframe in timeframes(note, &self.config.calendar).into_iter().skip(1) {
            let Some(heard) = timeframe.heard.value() else { continue };
            let said = note.updates.iter().rfind(|update| update.date == timeframe.heard);
            let what = match (said.and_then(|said| said.window.value()), timeframe.decision.value())
            {
                (Some(Window::OnHold(_)), _) => "Answer: on hold".to_owned(),
                (Some(Window::InReserve { is_listed: true, .. }), _) => {
                    "Answer: on the reserve list".to_owned()
                }
                (Some(Window::InReserve { .. }), _) => "Answer: second place".to_owned(),
                (_, Some(day)) => format!("Answer: a decision by {day}"),
                (_, None) => "Answer: no decision yet".to_owned(),
            };
            lines.push(line(note, *heard, Kind::Answer, what, String::new()));
        }
        let with = note.contact.value().map(|person| person.name.clone()).unwrap_or_default();
        if let (Some(day), Some(what)) = (note.offered(), in_words(Outcome::Offer)) {
            lines.push(line(note, day, Kind::Answer, what.to_owned(), with.clone()));
        }
        let outcome = note.outcome.value().copied().and_then(in_words);
        if let (Some(what), Some(day)) = (outcome, note.outcome_date.value()) {
            lines.push(line(note, *day, Kind::Answer, what.to_owned(), with));
        }
        lines.extend(note.records.iter().filter_map(|(id, record)| match record {
            Record::Done(day) => self.message(note, id, *day),
            Record::Skipped(_) | Record::Snoozed(_) => None,
        }));
        lines
    }

    /// The line of a follow-up that is done, if it was a message.
    fn message(&self, note: &Note, id: &str, day: NaiveDate) -> Option<Line> {
        let (rule, tail) = rule_of(id)?;
        let item = self.items.get(&format!("{}/{}", note.stem(), note.id_in_file(id)));
        let people: Vec<&str> = match item {
            Some(item) => {
                item.followup.people_addressed().map(|person| person.name.as_str()).collect()
            }
            // Its rule is switched off, or something else has changed since.
            None => {
                let meant = note.people().filter(|person| person.id == tail);
                meant.map(|person| person.name.as_str()).collect()
            }
        };
        // Word to another company is about the search there.
        let other = self.processes.get(tail);
        // What is withdrawn from after an offer is the offer.
        let is_offer =
            other.is_some_and(|process| process.outcome().is_some_and(Outcome::is_offer));
        let sent = rule.offer_sent.as_ref().filter(|_| is_offer).or(rule.sent.as_ref())?;
        let what = format!("Message: {sent}");
        let note = other.map_or(note, |process| process.current());
        Some(line(note, day, Kind::Message, what, people.join(", ")))
    }
}

fn application(note: &Note) -> Option<Line> {
    let day = *note.applied.value()?;
    Some(line(note, day, Kind::Application, "Application".to_owned(), String::new()))
}

fn line(note: &Note, day: NaiveDate, kind: Kind, what: String, with: String) -> Line {
    let (company, role) = (note.company.clone(), note.role.clone().unwrap_or_default());
    Line { day, kind, company, role, what, with }
}

/// An outcome that came on a day.
fn in_words(outcome: Outcome) -> Option<&'static str> {
    Some(match outcome {
        Outcome::Applied | Outcome::Pending | Outcome::Cancelled | Outcome::NoResponse => {
            return None;
        }
        Outcome::MoreInterviews => "Answer: invitation to the next round",
        Outcome::HiringManager => "Answer: invitation to talk with the hiring manager",
        Outcome::Offer => "Answer: offer",
        Outcome::Accepted => "Offer accepted",
        Outcome::Declined => "Offer declined",
        Outcome::Rejected => "Answer: refusal",
        Outcome::Withdrawn => "Application withdrawn",
    })
}
