//! One follow-up on a day, as every view of the agenda has it.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::agenda::key::Key;
use crate::agenda::lines::Once;
use crate::agenda::listed;
use crate::agenda::section::Section;
use crate::notes::{Note, Outcome, Record};
use crate::plan::followup::{Addressee, FollowUp};
use crate::plan::status::{Standing, Status};
use crate::rules::cadence::{Channel, Placement, When};
use crate::rules::config::Config;
use crate::rules::known::Known;
use crate::rules::moment::Anchor;

/// A follow-up on a day.
#[derive(Debug)]
pub struct Item {
    /// The follow-up.
    pub followup: FollowUp,
    /// Its title.
    pub title: String,
    /// Its key.
    pub key: Key,
    /// Its status on that day.
    pub status: Status,
    /// Its draft, where there is one.
    pub draft: Option<DraftFile>,
    /// The key of its line's words.
    pub(super) words: Key,
    /// Its line in the agenda's file.
    pub(super) line: Once,
}

/// A draft as it will be on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    /// Its path from the root.
    pub path: String,
    /// The number of blanks left in it.
    pub blanks: usize,
}

impl Item {
    /// A follow-up on a day, with its draft where that is there or will be.
    pub fn new(followup: FollowUp, today: NaiveDate, draft: Option<DraftFile>) -> Item {
        let status = followup.standing.status(today);
        let key = Key::of(&followup.id());
        let title = followup.title();
        let words = listed::words(&title, &followup.note);
        Item { followup, title, key, status, draft, words, line: Once::default() }
    }

    /// The day it should be done.
    pub fn due(&self) -> NaiveDate {
        self.followup.standing.dates.due
    }

    /// Returns true for what can't wait once there is an offer, or once it is accepted.
    pub fn is_about_offer(&self) -> bool {
        let FollowUp { rule, note, .. } = &self.followup;
        let has_offer = matches!(note.outcome, Known::Is(Outcome::Offer | Outcome::Accepted));
        let is_about = matches!(rule.when, When::Offer | When::Accepted | When::UndatedOutcome);
        has_offer && is_about && !rule.optional
    }

    /// Returns true for the letter that accepts an offer.
    pub fn is_acceptance(&self) -> bool {
        self.followup.rule.id == "acceptance"
    }

    /// Returns true for what follows from an interview that is still to come.
    pub fn is_to_come(&self, today: NaiveDate) -> bool {
        self.interview().is_some_and(|day| day > today)
    }

    /// Returns true for what follows from an interview that is today or still to come.
    pub fn is_ahead(&self, today: NaiveDate) -> bool {
        self.interview().is_some_and(|day| day >= today)
    }

    /// The day of the interview that it follows from. What follows from an answer doesn't follow from an interview.
    fn interview(&self) -> Option<NaiveDate> {
        let is_answer = matches!(
            self.followup.standing.dates.due_by.anchor,
            Anchor::Outcome | Anchor::DecideBy
        );
        self.followup.note.date.value().copied().filter(|_| !is_answer)
    }

    /// The section that lists it, if it is still to be done. Days after `soon_until` are later.
    ///
    /// On the day of the interview only what opens that day is listed: what is to be found out can be asked.
    pub fn section(&self, today: NaiveDate, soon_until: NaiveDate) -> Option<Section> {
        if !self.status.is_live() || self.is_to_come(today) {
            return None;
        }
        let placement = self.followup.rule.section;
        if self.interview() == Some(today) {
            let is_listed = self.status != Status::Upcoming && placement != Placement::FindOut;
            return is_listed.then_some(Section::AfterInterview);
        }
        match (placement, self.status) {
            (Placement::FindOut, _) => Some(Section::FindOut),
            (Placement::WorthDoing, _) => Some(Section::WorthDoing),
            (Placement::ByDayOnceOpen, Status::Upcoming) => None,
            (_, Status::Overdue) => Some(Section::Overdue),
            (_, Status::Today | Status::Due) => Some(Section::Today),
            _ => Some(Section::by_day(self.due(), today, soon_until)),
        }
    }

    /// A remark while it is still to be done: that an address is missing, or else the one of its rule.
    pub fn remark(&self) -> Option<String> {
        if !self.status.is_live() {
            return None;
        }
        let rule = &self.followup.rule;
        if self.followup.lacks_material {
            return self.followup.remark().map(Cow::into_owned);
        }
        if let Some(post) = self.followup.post() {
            return Some(format!("may go on paper, to {post}"));
        }
        match &self.followup.addressee {
            Addressee::Through { person, recruiter } => {
                let phone = self.followup.phone();
                let phone =
                    phone.map_or(String::new(), |phone| format!(", or text or call {phone}"));
                Some(format!("no address for {}: through {}{phone}", person.name, recruiter.name))
            }
            Addressee::Person(Some(person))
                if person.email.is_none() && rule.channel == Channel::Mail =>
            {
                Some(match self.followup.phone() {
                    Some(phone) => format!("text or call {phone}"),
                    None => format!("no address for {}", person.name),
                })
            }
            _ => self.followup.remark().map(Cow::into_owned),
        }
    }

    /// The title with company and role, by which the terminal names it.
    pub fn label(&self) -> String {
        format!("{} · {}", self.title, self.position())
    }

    /// Company and role, as the note has them.
    pub fn position(&self) -> String {
        position(&self.followup.note)
    }
}

/// Company and role of a note.
pub fn position(note: &Note) -> String {
    match &note.role {
        Some(role) => format!("{}, {role}", note.company),
        None => note.company.clone(),
    }
}

/// Returns true for a follow-up that a day's agenda or drafts need.
pub fn shows(standing: &Standing, config: &Config, today: NaiveDate) -> bool {
    match standing.record {
        Some(Record::Done(day)) => day >= done_since(config, today),
        _ => {
            let status = standing.status(today);
            status.is_live() || status.has_draft()
        }
    }
}

/// The first day whose done follow-ups are still listed.
pub fn done_since(config: &Config, today: NaiveDate) -> NaiveDate {
    config.calendar.add(today, config.cadence.done_within.reversed())
}
