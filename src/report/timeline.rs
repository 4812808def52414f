//! The picture of every process in time: interviews, time frames, questions for news, answers, and what is next.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::counted::{Counted, State};
use super::figures::Figures;
use super::place::{Home, Place, clipped};
use super::scale::{Calendar, Tick};
use super::words;
use crate::agenda::Agenda;
use crate::agenda::course::Course;
use crate::dates::calendar::{self, short};
use crate::notes::{Note, Outcome, Record};
use crate::plan::process::{Process, is_application};
use crate::plan::timeframes::timeframes;
use crate::rules::config::Config;

/// The most rows: more would be a wall.
const ROWS: usize = 30;

/// The most rows of processes that are over, below open ones.
const ENDED_ROWS: usize = 12;

/// Processes in which nothing has happened for longer than this are only shown where there is little else.
const LONG_AGO: i64 = 200;

/// At least this many rows are shown, if there are as many, however old they are.
const FEW: usize = 6;

/// The longest time that is shown before today, and of what is long over. Earlier days are told in words alone.
const LONGEST: u64 = 366;
const LONGEST_OVER: u64 = 3_660;

/// The time that is shown after the last day that matters.
const ROOM: u64 = 4;

/// The longest look ahead.
const AHEAD: u64 = 90;

/// The picture.
#[derive(Debug, Serialize)]
pub struct Timeline {
    ticks: Vec<Tick>,
    /// The place of today, unless everything shown is long over.
    today: Option<String>,
    /// The kinds of marks in it.
    kinds: BTreeSet<&'static str>,
    has_windows: bool,
    rows: Vec<Row>,
    /// The processes that are left out.
    more: usize,
}

/// One process.
#[derive(Debug, Serialize)]
struct Row {
    place: Place,
    is_open: bool,
    /// Where it stands.
    standing: String,
    /// What is next.
    next: Option<String>,
    /// The line from its first to its last day: where it begins, and how long it is.
    life: Option<(String, String)>,
    /// The same for the time in which they wanted to decide.
    window: Option<(String, String)>,
    marks: Vec<Mark>,
    /// The whole row in words.
    alt: String,
}

/// A mark on a day.
#[derive(Debug, Serialize)]
struct Mark {
    kind: &'static str,
    x: String,
    title: String,
}

/// Something that happened, or will.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Event {
    day: NaiveDate,
    kind: &'static str,
    words: String,
}

impl Timeline {
    /// The picture of the latest processes, the open ones first.
    pub fn of(
        figures: &Figures,
        agenda: &Agenda,
        config: &Config,
        home: Home<'_>,
    ) -> Option<Timeline> {
        let today = figures.today;
        let courses: BTreeMap<&str, &Course> =
            agenda.courses.iter().map(|course| (course.id.as_str(), course.as_ref())).collect();
        let order: BTreeMap<&str, usize> =
            agenda.courses.iter().enumerate().map(|(at, one)| (one.id.as_str(), at)).collect();
        let mut shown: Vec<&Counted> = figures.processes.iter().collect();
        // Stable: of two that ended on one day, the one that began last comes first.
        shown.sort_by_cached_key(|one| {
            let (last, open) = (last_day(&one.process), order.get(one.process.id.as_str()));
            let is_old = is_long_ago(one, today);
            (is_old, open.copied().unwrap_or(usize::MAX), std::cmp::Reverse(last))
        });
        let recent = shown.iter().filter(|one| !is_long_ago(one, today)).count();
        let open = shown[..recent].iter();
        let open = open.filter(|one| order.contains_key(one.process.id.as_str())).count();
        let most = if open == 0 { ROWS } else { ROWS.min(open + ENDED_ROWS) };
        shown.truncate(recent.max(FEW).min(most.max(FEW)));
        let rows: Vec<(&Counted, Option<&Course>, Vec<Event>)> = shown
            .iter()
            .map(|one| {
                let course = courses.get(one.process.id.as_str()).copied();
                (*one, course, events(one, course, today))
            })
            .collect();
        let days = || rows.iter().flat_map(|(.., events)| events.iter().map(|event| event.day));
        let decisions = rows.iter().filter_map(|(one, ..)| Some(window(&one.process, config)?.1));
        let is_over = rows.iter().all(|(one, ..)| is_long_ago(one, today));
        let last = days().chain(decisions).max()?;
        let end = if is_over { last } else { last.max(today).min(later(today, AHEAD)) };
        let end = later(end, ROOM);
        let longest = if is_over { LONGEST_OVER } else { LONGEST };
        let earliest = end.checked_sub_days(Days::new(longest)).unwrap_or(NaiveDate::MIN);
        let first = days().min()?.max(earliest);
        let scale = Calendar::new(first.checked_sub_days(Days::new(1)).unwrap_or(first), end);
        let more = figures.processes.len() - rows.len();
        let rows: Vec<Row> = rows
            .into_iter()
            .map(|(one, course, events)| row(one, course, events, scale, agenda, config, home))
            .collect();
        Some(Timeline {
            ticks: scale.ticks(),
            today: scale.has(today).then(|| scale.at(today)),
            kinds: rows.iter().flat_map(|row| row.marks.iter().map(|mark| mark.kind)).collect(),
            has_windows: rows.iter().any(|row| row.window.is_some()),
            rows,
            more,
        })
    }
}

fn row(
    one: &Counted,
    course: Option<&Course>,
    events: Vec<Event>,
    scale: Calendar,
    agenda: &Agenda,
    config: &Config,
    home: Home<'_>,
) -> Row {
    let today = agenda.today;
    let place = Place::of(one.process.current(), home);
    let standing = match course {
        Some(course) => course.standing(today),
        None => ending(one, today),
    };
    let next = course.and_then(|course| {
        let next = course.next.as_ref()?;
        let title = clipped(&next.title);
        Some(match next.day {
            Some(day) if day < today => format!("{title}, since {}", short(day, today)),
            Some(day) => format!("{title}, {}", short(day, today)),
            None => title,
        })
    });
    let past = events.iter().map(|event| event.day).filter(|day| *day <= today);
    let span = past.clone().min().zip(past.max()).map(|(first, last)| {
        let last = if course.is_some() { today } else { last };
        (scale.at(first), scale.between(first, last))
    });
    let window = window(&one.process, config);
    let mut told: Vec<String> =
        events.iter().map(|event| format!("{} {}", event.words, short(event.day, today))).collect();
    if let Some((_, decision)) = window {
        told.push(format!("decision by {}", short(decision, today)));
    }
    let alt = match told.is_empty() {
        true => "no day is known".to_owned(),
        false => told.join("; "),
    };
    let mark = |event: Event| Mark {
        kind: event.kind,
        x: scale.at(event.day),
        title: format!("{}: {}", event.words, calendar::long(event.day)),
    };
    Row {
        place,
        is_open: course.is_some(),
        standing,
        next,
        life: span,
        window: window.map(|(heard, decision)| (scale.at(heard), scale.between(heard, decision))),
        marks: events.into_iter().filter(|event| scale.has(event.day)).map(mark).collect(),
        alt,
    }
}

/// What happened in a process, and what is ahead, by day.
fn events(one: &Counted, course: Option<&Course>, today: NaiveDate) -> Vec<Event> {
    let mut events = Vec::new();
    let mut add = |day: Option<NaiveDate>, kind, words: &str| {
        events.extend(day.map(|day| Event { day, kind, words: words.to_owned() }));
    };
    for note in &one.process.rounds {
        add(note.applied.value().copied(), "applied", "applied");
        let held = note.date.value().copied();
        let round = note.round.as_deref().map_or_else(|| "interview".to_owned(), clipped);
        match held {
            _ if is_application(note) => add(held, "applied", "applied"),
            _ if note.fell_through() || note.is_assignment() => {}
            Some(day) if day > today => add(held, "ahead", &round),
            _ => add(held, "met", &round),
        }
        for (id, record) in &note.records {
            if let (true, Record::Done(day)) = (id.starts_with("status-check/"), record) {
                add(Some(*day), "asked", "asked for news");
            }
        }
        add(note.offered(), kind(Outcome::Offer), &words::outcome(Outcome::Offer));
        let heard = note.outcome_date.value().copied().filter(|day| *day <= today);
        if let Some(outcome) = note.outcome.value().copied().filter(|outcome| outcome.has_day()) {
            add(heard, kind(outcome), &words::outcome(outcome));
        }
    }
    if one.outcome() == Outcome::NoResponse {
        add(one.process.last_sign(), "end", "no answer");
    }
    if let Some(next) = course.and_then(|course| course.next.as_ref()) {
        add(next.day.map(|day| day.max(today)), "next", &format!("next: {}", clipped(&next.title)));
    }
    events.sort();
    events.dedup();
    events
}

fn kind(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Offer | Outcome::Accepted => "offer",
        Outcome::MoreInterviews | Outcome::HiringManager => "on",
        _ => "end",
    }
}

/// The day on which the last time frame was heard, and the decision date.
fn window(process: &Process, config: &Config) -> Option<(NaiveDate, NaiveDate)> {
    let last = timeframes(process.current(), &config.calendar).pop()?;
    let (heard, decision) = (*last.heard.value()?, *last.decision.value()?);
    (heard < decision).then_some((heard, decision))
}

/// How a process that isn't in the agenda any more ended.
fn ending(one: &Counted, today: NaiveDate) -> String {
    let note: &Note = one.process.current();
    let words = match one.state {
        State::Quiet => {
            let sign = one.process.last_sign().map(|day| short(day, today));
            return format!("gone quiet, last sign of life {}", sign.unwrap_or_default());
        }
        State::Ended(Outcome::Rejected) => "they said no",
        State::Ended(Outcome::Declined) => "you turned the offer down",
        State::Ended(Outcome::Accepted) => "you accepted the offer",
        State::Ended(Outcome::NoResponse) => return "no answer, and you let it go".to_owned(),
        State::Ended(Outcome::Offer) => "an offer",
        State::Ended(_) => "you left it",
        State::Open(_) => "open",
    };
    let is_told = note.outcome.value().is_some_and(|outcome| outcome.has_day());
    match note.outcome_date.value().filter(|_| is_told) {
        Some(day) => format!("{words}, {}", short(*day, today)),
        None => words.to_owned(),
    }
}

/// The last day on which something happened, or will.
fn last_day(process: &Process) -> Option<NaiveDate> {
    let days = process
        .rounds
        .iter()
        .flat_map(|note| [note.outcome_date, note.applied].map(|day| day.value().copied()));
    days.flatten().chain(process.last_sign()).max()
}

fn is_long_ago(one: &Counted, today: NaiveDate) -> bool {
    last_day(&one.process).is_none_or(|day| (today - day).num_days() > LONG_AGO)
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}
