//! One thing to do: what, for whom, when, and where it stands on a day.

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
    /// The note that it belongs to, and stands next to.
    pub note: Arc<Note>,
    /// What sets it apart from others of its rule and note.
    pub key: Key,
    /// To whom it goes.
    pub addressee: Addressee,
    /// When, and what became of it.
    pub standing: Standing,
}

/// What sets a follow-up apart from others of its rule and note.
#[derive(Clone, Debug)]
pub enum Key {
    /// Nothing: there is one.
    Only,
    /// The person whom it is about.
    Person(Arc<Person>),
    /// The number of a status check, counted through all series.
    Number(u32),
    /// The other process.
    Process(Arc<Process>),
}

/// To whom a follow-up goes.
#[derive(Clone, Debug)]
pub enum Addressee {
    /// To nobody else.
    You,
    /// To a person, where the note names one.
    Person(Option<Arc<Person>>),
    /// To a person without an address, by way of the recruiter.
    Through { person: Arc<Person>, recruiter: Arc<Person> },
}

/// What tells where a follow-up stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// When.
    pub dates: Dates,
    /// What the user said became of it.
    pub record: Option<Record>,
    /// Whether it no longer makes sense, whatever the day.
    pub void: bool,
}

/// A follow-up's days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first day it makes sense.
    pub opens: NaiveDate,
    /// The day it should be done.
    pub due: NaiveDate,
    /// The day from which it is overdue; some never are.
    pub late: Option<NaiveDate>,
    /// The day from which it would be odd; some always make sense.
    pub lapses: Option<NaiveDate>,
    /// How the due day came about.
    pub due_by: Resolved,
}

/// Where a follow-up stands on a day.
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
    /// Every status, in the order in which a follow-up may meet them.
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

    /// Whether it is still to be done and not put off.
    pub fn is_live(self) -> bool {
        matches!(
            self,
            Status::Upcoming | Status::Open | Status::Today | Status::Due | Status::Overdue
        )
    }

    /// Whether its draft should be there.
    pub fn has_draft(self) -> bool {
        matches!(
            self,
            Status::Open | Status::Today | Status::Due | Status::Overdue | Status::Snoozed
        )
    }
}

impl FollowUp {
    /// The rule's id within the note: what a record names.
    pub fn record_id(&self) -> String {
        self.key.record_id(&self.rule)
    }

    /// The id that never changes: the note's path without `.md`, then the rule's.
    pub fn id(&self) -> String {
        format!("{}/{}", self.note.stem(), self.record_id())
    }

    /// The person whom it is about, if any.
    pub fn person(&self) -> Option<&Person> {
        match (&self.key, &self.addressee) {
            (Key::Person(person), _) | (_, Addressee::Through { person, .. }) => Some(person),
            (_, Addressee::Person(person)) => person.as_deref(),
            (_, Addressee::You) => None,
        }
    }

    /// Whoever a message addresses: who gets it, and whom it is about.
    pub fn people_addressed(&self) -> impl Iterator<Item = &Person> {
        let to = match &self.addressee {
            Addressee::Through { recruiter, .. } => Some(recruiter.as_ref()),
            _ => None,
        };
        to.into_iter().chain(self.person())
    }

    /// What the agenda says.
    pub fn title(&self) -> String {
        let company = match &self.key {
            Key::Process(process) => &process.current().company,
            _ => &self.note.company,
        };
        let person = self.person().map_or(company, |person| &person.name);
        self.rule.title.replace("{person}", person).replace("{company}", company)
    }

    /// One sentence: the rule and the dates that it used.
    pub fn why(&self) -> String {
        let Standing { dates, record, .. } = self.standing;
        let by = dates.due_by;
        // Status checks count from the latest word, which need not be the interview.
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
    /// Where it stands on this day.
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
    /// The id, within the note, of a rule's follow-up with this key.
    pub fn record_id(&self, rule: &Rule) -> String {
        match self {
            Key::Only => rule.id.clone(),
            Key::Person(person) => format!("{}/{}", rule.id, person.id),
            Key::Number(number) => format!("{}/{number}", rule.kind()),
            Key::Process(process) => format!("{}/{}", rule.id, process.id),
        }
    }
}
