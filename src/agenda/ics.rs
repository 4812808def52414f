//! The agenda as an iCalendar file (RFC 5545), for the programs in which people keep their calendars and lists of tasks.
//!
//! It has what the agenda lists under a day. Nothing in it comes from the clock or is random, and the file tells whether it
//! is still as it was written.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use icalendar::{
    Alarm, Calendar, Class, Component, Event, EventLike, Property, Related, Todo, TodoStatus,
};

use crate::agenda::item::position;
use crate::agenda::key::Key;
use crate::agenda::listed::{Listed, listed};
use crate::agenda::situation::Interview;
use crate::agenda::task::Task;
use crate::agenda::task::task_id;
use crate::agenda::{Agenda, Entry, Item, Section};
use crate::text::{Seal, clipped, count, link, visible};

/// The seal is a property of the calendar. Programs pass over those that they don't know.
const SEAL: Seal = Seal { start: "X-JOURNAL-SEAL:", end: "" };

/// The hour of the reminder.
const MORNING: i64 = 9;

/// The longest text from a note in a line, in characters.
const TEXT_LIMIT: usize = 200;

/// The way in which follow-ups and tasks stand in the file. Interviews are always events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As events that take the whole day.
    Events,
    /// As tasks with a day.
    Todos,
}

/// Something that has a day.
struct Dated {
    uid: String,
    day: NaiveDate,
    summary: String,
    description: Vec<String>,
    /// The draft, or else the note.
    path: String,
    is_interview: bool,
}

impl Agenda {
    /// The whole file, with an event or a task for everything that has a day. `base` is the beginning of links to the
    /// journal's files; without one there are none.
    pub fn to_ics(&self, style: Style, base: Option<&str>) -> String {
        let interviews = self.interviews.iter().map(interview);
        let entries = Section::ALL.iter().flat_map(|section| self.section(*section)).collect();
        let entries = listed(entries).into_iter().filter_map(|listed| dated(&listed));
        let mut all: Vec<Dated> = interviews.chain(entries).collect();
        all.sort_by(|a, b| (a.day, &a.uid).cmp(&(b.day, &b.uid)));
        let mut calendar = Calendar::empty();
        for (key, value) in [
            ("VERSION", "2.0"),
            ("PRODID", "-//journal//Follow-ups//EN"),
            ("CALSCALE", "GREGORIAN"),
            ("X-WR-CALNAME", "Follow-ups"),
        ] {
            calendar.append_property(Property::new(key, value));
        }
        for one in all {
            match style {
                Style::Todos if !one.is_interview => calendar.push(one.todo(base)),
                _ => calendar.push(one.event(base, self.today)),
            };
        }
        sealed(&folded(&calendar.to_string()))
    }
}

/// Returns true for a file as it was written, whatever git made of its line ends.
pub fn is_as_generated(text: &str) -> bool {
    SEAL.is_on(text)
}

/// A calendar with the seal below its first line.
fn sealed(calendar: &str) -> String {
    let end = calendar.find('\n').map_or(0, |at| at + 1);
    let (first, rest) = calendar.split_at(end);
    SEAL.sealed(first, &format!("\r\n{rest}"))
}

/// The longest line, in bytes.
const LINE_LIMIT: usize = 75;

/// Folds lines anew: the crate leaves last parts that are a byte too long.
fn folded(calendar: &str) -> String {
    let mut folded = String::with_capacity(calendar.len());
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let mut rest = line;
        // A part behind the first begins with a blank.
        let mut limit = LINE_LIMIT;
        while rest.len() > limit {
            // A character has four bytes at most.
            let end = (limit - 3..=limit).rfind(|end| rest.is_char_boundary(*end));
            let (part, others) = rest.split_at(end.unwrap_or(limit));
            folded.extend([part, "\r\n "]);
            (rest, limit) = (others, LINE_LIMIT - 1);
        }
        folded.extend([rest, "\r\n"]);
    }
    folded
}

fn interview(interview: &Interview) -> Dated {
    let note = &interview.note;
    let with: Vec<&str> = note.interviewers.iter().map(|one| one.name.as_str()).collect();
    let with = (!with.is_empty()).then(|| format!("With {}", with.join(", ")));
    let asks = interview.ask.iter().map(ToString::to_string);
    let description = note.round.clone().into_iter().chain(with).chain(asks);
    Dated {
        uid: uid(&format!("{}#interview", note.stem())),
        day: interview.day,
        summary: format!("Interview · {}", position(note)),
        description: description.chain([about_note(&note.path)]).collect(),
        path: note.path.clone(),
        is_interview: true,
    }
}

/// A follow-up, or a task if it has a day.
fn dated(Listed { entry, place }: &Listed<'_>) -> Option<Dated> {
    match entry {
        Entry::FollowUp(item) => Some(followup(item, place)),
        Entry::Task(task) => Some(self::task(task, task.due?, place)),
    }
}

fn followup(item: &Item, place: &str) -> Dated {
    let followup = &item.followup;
    let draft = item.draft.as_ref();
    let about_draft = draft.map(|draft| match draft.blanks {
        0 => format!("Draft: {}", visible(&draft.path)),
        blanks => format!("Draft: {} ({})", visible(&draft.path), count(blanks, "blank")),
    });
    let note = &followup.note.path;
    let description = [followup.why()].into_iter().chain(item.remark()).chain(about_draft);
    Dated {
        uid: uid(&followup.id()),
        day: item.due(),
        summary: format!("{} · {place}", followup.title()),
        description: description.chain([about_note(note)]).collect(),
        path: draft.map_or(note, |draft| &draft.path).clone(),
        is_interview: false,
    }
}

fn task(task: &Task, day: NaiveDate, place: &str) -> Dated {
    let path = &task.note.path;
    let uid = match task.key {
        Some(key) => uid_of(key),
        None => uid(&task_id(path, &task.text)),
    };
    let summary = format!("{} · {place}", task.text);
    let description = vec![match task.line {
        Some(line) => format!("{}, line {line}", about_note(path)),
        None => about_note(path),
    }];
    Dated { uid, day, summary, description, path: path.clone(), is_interview: false }
}

fn about_note(path: &str) -> String {
    format!("Note: {}", visible(path))
}

/// The name of the entry with an id, the same on every day and every machine.
fn uid(id: &str) -> String {
    uid_of(Key::of(id))
}

fn uid_of(key: Key) -> String {
    format!("{}@journal", key.in_full())
}

impl Dated {
    /// An event on its day; what was due before today lasts until today, so that it is seen there too.
    fn event(&self, base: Option<&str>, today: NaiveDate) -> Event {
        let end = self.day.max(today).succ_opt().unwrap_or(self.day);
        let mut event = self.written(Event::new(), base);
        event.starts(self.day).ends(end).add_property("TRANSP", "TRANSPARENT");
        event.alarm(self.reminder(Related::Start)).done()
    }

    fn todo(&self, base: Option<&str>) -> Todo {
        let mut todo = self.written(Todo::new(), base);
        todo.due(self.day).status(TodoStatus::NeedsAction);
        todo.alarm(self.reminder(Related::End)).done()
    }

    /// A reminder in the morning of the day with which an event starts, or a task ends.
    fn reminder(&self, day: Related) -> Alarm {
        let mut alarm = Alarm::display(&self.summary(), (Duration::hours(MORNING), day));
        // Without these, it would get the time of the clock and a random name.
        alarm.uid(&format!("reminder-{}", self.uid)).timestamp(self.stamp()).done()
    }

    /// The lines that events and tasks have in common.
    fn written<C: Component>(&self, mut component: C, base: Option<&str>) -> C {
        let description: Vec<String> =
            self.description.iter().map(|line| clipped(line, TEXT_LIMIT)).collect();
        component.uid(&self.uid).summary(&self.summary()).description(&description.join("\n"));
        // Others who may look at the calendar see that there is something, and not what.
        component.class(Class::Private);
        component.timestamp(self.stamp());
        if let Some(base) = base {
            component.url(&format!("{base}{}", link(&self.path)));
        }
        component
    }

    /// The beginning of its day, in place of the time of writing.
    fn stamp(&self) -> DateTime<Utc> {
        self.day.and_time(NaiveTime::MIN).and_utc()
    }

    fn summary(&self) -> String {
        clipped(&self.summary, TEXT_LIMIT)
    }
}
