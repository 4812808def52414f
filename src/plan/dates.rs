//! From a rule's moments to a follow-up's days.

use chrono::{NaiveDate, TimeDelta};

use crate::dates::calendar::{Calendar, Offset};
use crate::notes::Record;
use crate::rules::cadence::Rule;
use crate::rules::known::Known;
use crate::rules::moment::{Anchor, Anchors, Moment, Resolved};

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
    /// True if it comes later than that, because word of an offer elsewhere takes its place until then, or because the answer
    /// that calls for it came later.
    pub is_held: bool,
}

/// A follow-up's days; `None` if a day that they are counted from isn't known. It opens, and is due, on `floor` at the
/// earliest.
pub fn dates(
    rule: &Rule,
    anchors: &Anchors,
    internal: bool,
    record: Option<Record>,
    floor: Option<NaiveDate>,
    calendar: &Calendar,
) -> Option<Dates> {
    let mut anchors = *anchors;
    // Each of the two may be defined in terms of the other.
    let opens = rule.opens.resolve(&anchors, calendar);
    if let Known::Is(opens) = opens {
        let not_before = rule.not_before.as_ref().map(|moment| moment.resolve(&anchors, calendar));
        let day = match not_before {
            Some(Known::Bad) => return None,
            Some(Known::Is(not_before)) => opens.day.max(not_before.day),
            Some(Known::Missing) | None => opens.day,
        };
        anchors.opens = Known::Is(floor.map_or(day, |floor| day.max(floor)));
    }
    let due = rule.due_internal.as_ref().filter(|_| internal).unwrap_or(&rule.due);
    let mut due_by = *due.resolve(&anchors, calendar).value()?;
    let mut due = floor.map_or(due_by.day, |floor| due_by.day.max(floor));
    if rule.business_day {
        due = calendar.business_day_from(due);
    }
    if let (Anchor::Opens, true, Known::Is(opens)) = (due_by.anchor, due_by.offset.is_none(), opens)
    {
        due_by = opens;
    }
    anchors.due = Known::Is(due);
    let opens = match anchors.opens {
        Known::Is(day) => day,
        _ => rule.opens.resolve(&anchors, calendar).value()?.day,
    };
    // What ends before it would be due is due on its last day. What isn't known, or is nonsense, ends nothing.
    let end = rule.not_after.as_ref().map(|moment| moment.resolve(&anchors, calendar));
    let end = end.and_then(|end| end.value().copied()).filter(|end| opens < end.day);
    if let Some(end) = end
        && end.day <= due
        && let Some(day) = end.day.pred_opt()
    {
        let days = (day - end.from).num_days();
        let offset = Offset::days(u32::try_from(days.abs()).unwrap_or_default());
        let offset = if days < 0 { offset.reversed() } else { offset };
        due_by = Resolved { day, offset, ..end };
        due = day;
        anchors.due = Known::Is(day);
    }
    // A follow-up that is put off becomes late, and lapses, as much later. A day before it opens puts nothing off, and nor
    // does one behind an offer's deadline, which was a later one then.
    let mut later = TimeDelta::zero();
    let is_too_late = |until: NaiveDate| {
        rule.due.counts_from(Anchor::DecideBy)
            && anchors.decide_by.value().is_some_and(|deadline| until > *deadline)
    };
    if let Some(Record::Snoozed(until)) = record
        && until > opens
        && !is_too_late(until)
    {
        later = until - due;
        due = until;
        anchors.due = Known::Is(until);
    }
    let day = |moment: &Option<Moment>| {
        let Some(moment) = moment else { return Some(None) };
        match moment.resolve(&anchors, calendar) {
            Known::Is(Resolved { day, anchor: Anchor::Due, .. }) => Some(Some(day)),
            Known::Is(resolved) => Some(resolved.day.checked_add_signed(later)),
            Known::Missing => Some(None),
            Known::Bad => None,
        }
    };
    let is_held = floor.is_some_and(|floor| due_by.day < floor);
    let mut lapses = day(&rule.lapses)?;
    if let (Some(Record::Snoozed(until)), Some(day)) = (record, lapses)
        && until == due
    {
        lapses = until.succ_opt().map(|next| day.max(next));
    }
    if let Some(end) = end {
        lapses = Some(lapses.map_or(end.day, |lapses| lapses.min(end.day)));
    }
    Some(Dates { opens, due, late: day(&rule.late)?, lapses, due_by, is_held })
}
