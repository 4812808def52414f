//! How a follow-up stands: its dates and its record, and the status on a day that follows from them.

use chrono::NaiveDate;

use crate::dates::calendar::{Calendar, Offset};
use crate::notes::Record;
use crate::plan::dates::Dates;
use crate::rules::moment::{Anchor, Resolved};

/// Everything that a follow-up's status on a day depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its dates.
    pub dates: Dates,
    /// The user's record of it, if any.
    pub record: Option<Record>,
    /// True if it no longer makes sense, whatever the day.
    pub void: bool,
    /// True if it is due today only because the note doesn't say on which day the answer came. It is never late.
    pub undated: bool,
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

    /// Moves it to the business day before a deadline, but not before `earliest`, if it would open in time and come later.
    pub fn go_ahead_of(&mut self, deadline: NaiveDate, earliest: NaiveDate, calendar: &Calendar) {
        let day_before = calendar.add(deadline, Offset::business_days(1).reversed());
        let day = calendar.business_day_from(day_before.max(earliest));
        let Dates { opens, due, .. } = self.dates;
        if opens > deadline || day > deadline || due <= day || self.record.is_some() {
            return;
        }
        let days = u32::try_from((deadline - day).num_days()).unwrap_or_default();
        let offset = if day == day_before { Offset::business_days(1) } else { Offset::days(days) };
        let offset = offset.reversed();
        let due_by = Resolved { day, offset, from: deadline, anchor: Anchor::DecideBy };
        self.dates = Dates { opens: opens.min(day), due: day, due_by, ..self.dates };
    }

    /// Moves it to the day on which it opens if it would come on this day or later, and counts it as overdue after that. What
    /// the user put off stays put off.
    pub fn go_before(&mut self, day: NaiveDate) {
        if day < self.dates.opens {
            return;
        }
        let next = day.succ_opt().unwrap_or(day);
        self.dates.late = self.dates.late.map(|late| late.min(next));
        if self.dates.due < day || matches!(self.record, Some(Record::Snoozed(_))) {
            return;
        }
        let due_by = self.dates.due_by;
        self.dates.due = self.dates.opens;
        self.dates.due_by = Resolved { day: due_by.from, offset: Offset::days(0), ..due_by };
    }
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
