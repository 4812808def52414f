//! One thing to do, with its addressee, its dates, and its status on a day.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::calendar::long;
use crate::notes::{Note, Person, Record};
use crate::plan::process::Process;
use crate::rules::cadence::Rule;
use crate::rules::known::Known;
use crate::rules::moment::{Anchor, Resolved};

/// One thing to do.
#[derive(Clone, Debug)]
pub struct FollowUp {
    /// The rule that it follows.
    pub rule: Arc<Rule>,
    /// The note that it belongs to. Its draft is placed next to it.
    pub note: Arc<Note>,
    /// The part of its id that differs from others of its rule and note.
    pub key: Key,
    /// The person it goes to.
    pub addressee: Addressee,
    /// Its dates and its record.
    pub standing: Standing,
}

/// The part of a follow-up's id that differs from others of its rule and note.
#[derive(Clone, Debug)]
pub enum Key {
    /// There is only one.
    Only,
    /// The person it is about.
    Person(Arc<Person>),
    /// The number of a status check, counted across all series.
    Number(u32),
    /// The other process.
    Process(Arc<Process>),
}

/// The addressee of a follow-up.
#[derive(Clone, Debug)]
pub enum Addressee {
    /// Nobody else.
    You,
    /// A person, if the note names one.
    Person(Option<Arc<Person>>),
    /// A person without an address, through the recruiter.
    Through { person: Arc<Person>, recruiter: Arc<Person> },
}

/// Everything that a follow-up's status on a day depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its dates.
    pub dates: Dates,
    /// The user's record of it, if any.
    pub record: Option<Record>,
    /// True if it no longer makes sense, whatever the day.
    pub void: bool,
}

/// A follow-up's days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first day it makes sense.
    pub opens: NaiveDate,
    /// The day it should be done.
    pub due: NaiveDate,
    /// The day from which it is overdue, unless it never is.
    pub late: Option<NaiveDate>,
    /// The day from which it would be odd, unless it always makes sense.
    pub lapses: Option<NaiveDate>,
    /// The anchor and offset that gave the due day.
    pub due_by: Resolved,
}

/// The status of a follow-up on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Upcoming,
    Open,
    Today,
    Due,
    Overdue,
    Done,
    Skipped,
    Snoozed,
    Lapsed,
    Void,
}

impl Status {
    /// Every status, roughly in the order in which a follow-up goes through them.
    pub const ALL: [Status; 10] = [
        Status::Upcoming,
        Status::Open,
        Status::Today,
        Status::Due,
        Status::Overdue,
        Status::Done,
        Status::Skipped,
        Status::Snoozed,
        Status::Lapsed,
        Status::Void,
    ];

    /// The word in the agenda's data.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Upcoming => "upcoming",
            Status::Open => "open",
            Status::Today => "today",
            Status::Due => "due",
            Status::Overdue => "overdue",
            Status::Done => "done",
            Status::Skipped => "skipped",
            Status::Snoozed => "snoozed",
            Status::Lapsed => "lapsed",
            Status::Void => "void",
        }
    }

    /// Returns true for a follow-up that is still to be done and not put off.
    pub fn is_live(self) -> bool {
        matches!(
            self,
            Status::Upcoming | Status::Open | Status::Today | Status::Due | Status::Overdue
        )
    }

    /// Returns true for a follow-up that should have a draft.
    pub fn has_draft(self) -> bool {
        matches!(
            self,
            Status::Open | Status::Today | Status::Due | Status::Overdue | Status::Snoozed
        )
    }
}

impl FollowUp {
    /// The id within the note, which records use.
    pub fn record_id(&self) -> String {
        self.key.record_id(&self.rule)
    }

    /// The id in the journal: the note's path without `.md`, then the id within the note. It never changes.
    pub fn id(&self) -> String {
        format!("{}/{}", self.note.stem(), self.record_id())
    }

    /// The person it is about, if any.
    pub fn person(&self) -> Option<&Person> {
        match (&self.key, &self.addressee) {
            (Key::Person(person), _) | (_, Addressee::Through { person, .. }) => Some(person),
            (_, Addressee::Person(person)) => person.as_deref(),
            (_, Addressee::You) => None,
        }
    }

    /// Everybody whom a message may greet: the one who gets it, and the one it is about.
    pub fn people_addressed(&self) -> impl Iterator<Item = &Person> {
        let to = match &self.addressee {
            Addressee::Through { recruiter, .. } => Some(recruiter.as_ref()),
            _ => None,
        };
        to.into_iter().chain(self.person())
    }

    /// The words of the agenda.
    pub fn title(&self) -> String {
        let company = match &self.key {
            Key::Process(process) => &process.current().company,
            _ => &self.note.company,
        };
        let person = self.person().map_or(company, |person| &person.name);
        self.rule.title.replace("{person}", person).replace("{company}", company)
    }

    /// A sentence with the rule and the dates that it used.
    pub fn why(&self) -> String {
        let Standing { dates, record, .. } = self.standing;
        let by = dates.due_by;
        // Status checks count from the latest news, which need not be the interview.
        let is_later = by.anchor == Anchor::Interview && self.note.date != Known::Is(by.from);
        let anchor = if is_later { "the last word" } else { by.anchor.in_words() };
        let mut why = if by.offset.is_none() {
            format!("{}: due on {}, the day of {}", self.rule.why, long(by.from), anchor)
        } else {
            let from = format!("{} on {}", anchor, long(by.from));
            format!("{}: due on {}, {} {from}", self.rule.why, long(by.day), by.offset)
        };
        if let Some(Record::Snoozed(until)) = record
            && until == dates.due
        {
            why.push_str(&format!("; put off until {}", long(until)));
        } else if dates.due != by.day {
            why.push_str(&format!("; moved to the next business day, {}", long(dates.due)));
        }
        why.push('.');
        why
    }
}

impl Standing {
    /// The status on this day.
    pub fn status(&self, today: NaiveDate) -> Status {
        let Dates { opens, due, late, lapses, .. } = self.dates;
        match self.record {
            Some(Record::Done(_)) => Status::Done,
            Some(Record::Skipped(_)) => Status::Skipped,
            _ if self.void => Status::Void,
            _ if lapses.is_some_and(|day| today >= day) => Status::Lapsed,
            Some(Record::Snoozed(until)) if today < until && until == due => Status::Snoozed,
            _ if today < opens => Status::Upcoming,
            _ if late.is_some_and(|day| today >= day) => Status::Overdue,
            _ if today < due => Status::Open,
            _ if today == due => Status::Today,
            _ => Status::Due,
        }
    }
}

impl Key {
    /// The id within the note of a rule's follow-up with this key.
    pub fn record_id(&self, rule: &Rule) -> String {
        match self {
            Key::Only => rule.id.clone(),
            Key::Person(person) => format!("{}/{}", rule.id, person.id),
            Key::Number(number) => format!("{}/{number}", rule.kind()),
            Key::Process(process) => format!("{}/{}", rule.id, process.id),
        }
    }
}
