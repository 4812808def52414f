//! What the page says of the day: interviews first, then what is due.

use serde::Serialize;

use super::place::{Home, Place, clipped};
use crate::agenda::situation::{Interview, Offer};
use crate::agenda::task::Task;
use crate::agenda::{Agenda, Entry, Item, Section};
use crate::dates::calendar::{short, short_with_distance};
use crate::plan::status::Status;

/// At most this many lines of a section; the agenda's file has them all.
const LINES: usize = 6;

/// The same for what comes first.
const FIRST_LINES: usize = 12;

/// The day's part of the page.
#[derive(Debug, Serialize)]
pub struct Today {
    deadlines: Vec<Deadline>,
    interviews: Vec<Meeting>,
    more_interviews: usize,
    sections: Vec<List>,
}

/// An offer that wants an answer.
#[derive(Debug, Serialize)]
struct Deadline {
    place: Place,
    words: String,
}

/// An interview to come.
#[derive(Debug, Serialize)]
struct Meeting {
    place: Place,
    day: String,
    is_today: bool,
    round: Option<String>,
    with: Vec<String>,
    ask: Vec<String>,
}

/// A section of the agenda.
#[derive(Debug, Serialize)]
struct List {
    title: String,
    lines: Vec<Line>,
    more: usize,
}

/// Something to do.
#[derive(Debug, Serialize)]
struct Line {
    title: String,
    place: Place,
    day: Option<String>,
    is_late: bool,
    remark: Option<String>,
    draft: Option<String>,
}

impl Today {
    /// The day's part, with links that lead from where the page is.
    pub fn of(agenda: &Agenda, home: Home<'_>) -> Today {
        let deadlines = agenda.offers.iter().filter_map(|offer| deadline(offer, agenda, home));
        let undated_interviews = agenda.undated_interviews.iter().map(|(note, day)| {
            let round = note.round.as_deref().map(clipped);
            let with = note.interviewers.iter().map(|person| clipped(&person.name)).collect();
            let (place, day) = (Place::of(note, home), day.not_understood());
            Meeting { place, day, is_today: false, round, with, ask: Vec::new() }
        });
        let interviews = agenda.interviews.iter().map(|one| meeting(one, agenda, home));
        let interviews = undated_interviews.chain(interviews);
        let sections = Section::ALL.into_iter().map(|section| {
            let limit = match section {
                Section::Overdue | Section::Today | Section::AfterInterview => FIRST_LINES,
                _ => LINES,
            };
            list(agenda.section_title(section), agenda.section(section), limit, agenda, home)
        });
        let undated: Vec<Entry<'_>> = agenda.undated_tasks().map(Entry::Task).collect();
        let undated = list("From your notes".to_owned(), undated, LINES, agenda, home);
        Today {
            deadlines: deadlines.collect(),
            interviews: interviews.take(FIRST_LINES).collect(),
            more_interviews: (agenda.undated_interviews.len() + agenda.interviews.len())
                .saturating_sub(FIRST_LINES),
            sections: sections
                .chain([undated])
                .filter(|section| !section.lines.is_empty())
                .collect(),
        }
    }
}

fn deadline(offer: &Offer, agenda: &Agenda, home: Home<'_>) -> Option<Deadline> {
    let words = offer.deadline(agenda.today)?;
    Some(Deadline { place: Place::of(&offer.note, home), words })
}

fn meeting(interview: &Interview, agenda: &Agenda, home: Home<'_>) -> Meeting {
    let note = &interview.note;
    let is_today = interview.day == agenda.today;
    Meeting {
        place: Place::of(note, home),
        day: match is_today {
            true => "Today".to_owned(),
            false => short_with_distance(interview.day, agenda.today),
        },
        is_today,
        round: note.round.as_deref().map(clipped),
        with: note.interviewers.iter().map(|person| clipped(&person.name)).collect(),
        ask: interview.ask.iter().map(|ask| ask.to_string()).collect(),
    }
}

fn list(
    title: String,
    entries: Vec<Entry<'_>>,
    limit: usize,
    agenda: &Agenda,
    home: Home<'_>,
) -> List {
    let lines = entries.iter().take(limit).map(|entry| match entry {
        Entry::FollowUp(item) => follow_up(item, agenda, home),
        Entry::Task(one) => task(one, agenda, home),
    });
    List { title, lines: lines.collect(), more: entries.len().saturating_sub(limit) }
}

fn follow_up(item: &Item, agenda: &Agenda, home: Home<'_>) -> Line {
    // A postal address or a phone number has no place on a page that may be passed on.
    let is_private = item.followup.post().is_some() || item.followup.phone().is_some();
    let remark = item.remark().filter(|_| !is_private);
    Line {
        title: clipped(&item.title),
        place: Place::of(&item.followup.note, home),
        day: Some(due(item.due(), agenda)),
        is_late: item.status == Status::Overdue,
        remark: remark.as_deref().map(clipped),
        draft: item.draft.as_ref().and_then(|draft| home.link(&draft.path)),
    }
}

fn task(task: &Task, agenda: &Agenda, home: Home<'_>) -> Line {
    Line {
        title: clipped(&task.text),
        place: Place::of(&task.note, home),
        day: task.due.map(|day| due(day, agenda)),
        is_late: false,
        remark: None,
        draft: None,
    }
}

fn due(day: chrono::NaiveDate, agenda: &Agenda) -> String {
    match day < agenda.today {
        true => format!("since {}", short(day, agenda.today)),
        false if day == agenda.today => "today".to_owned(),
        false => short_with_distance(day, agenda.today),
    }
}
