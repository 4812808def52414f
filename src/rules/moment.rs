//! Days relative to other days, such as `W+1b else D+7d`.

use chrono::NaiveDate;

use crate::dates::calendar::{Calendar, Offset};
use crate::rules::known::Known;

/// A day relative to other days, such as `W+1b else D+7d`: the first one that is known counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment(Vec<(Anchor, Offset)>);

/// A day from which moments are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Interview,
    Window,
    Outcome,
    DecideBy,
    Sent,
    Unsent,
    Check,
    Quiet,
    Opens,
    Due,
}

impl Anchor {
    /// Every anchor with its name in the table and in a sentence.
    pub(super) const ALL: [(Anchor, &'static str, &'static str); 10] = [
        (Anchor::Interview, "D", "the interview"),
        (Anchor::Window, "W", "the decision date"),
        (Anchor::Outcome, "R", "the outcome"),
        (Anchor::DecideBy, "decide_by", "the offer's deadline"),
        (Anchor::Sent, "sent", "the last status check"),
        (Anchor::Unsent, "unsent", "the missed status check"),
        (Anchor::Check, "check", "the first status check"),
        (Anchor::Quiet, "quiet", "the process going quiet"),
        (Anchor::Opens, "opens", "its opening"),
        (Anchor::Due, "due", "its due day"),
    ];

    /// Its name in a sentence.
    pub fn in_words(self) -> &'static str {
        Anchor::ALL.iter().find(|(anchor, ..)| *anchor == self).map_or("", |(_, _, words)| words)
    }
}

/// The days from which moments are counted, as far as they are known.
#[derive(Clone, Copy, Debug)]
pub struct Anchors {
    pub interview: Known<NaiveDate>,
    pub window: Known<NaiveDate>,
    pub outcome: Known<NaiveDate>,
    pub decide_by: Known<NaiveDate>,
    pub sent: Known<NaiveDate>,
    pub unsent: Known<NaiveDate>,
    pub check: Known<NaiveDate>,
    pub quiet: Known<NaiveDate>,
    pub opens: Known<NaiveDate>,
    pub due: Known<NaiveDate>,
}

impl Default for Anchors {
    fn default() -> Anchors {
        let missing = Known::Missing;
        Anchors {
            interview: missing,
            window: missing,
            outcome: missing,
            decide_by: missing,
            sent: missing,
            unsent: missing,
            check: missing,
            quiet: missing,
            opens: missing,
            due: missing,
        }
    }
}

impl Anchors {
    fn get(&self, anchor: Anchor) -> Known<NaiveDate> {
        match anchor {
            Anchor::Interview => self.interview,
            Anchor::Window => self.window,
            Anchor::Outcome => self.outcome,
            Anchor::DecideBy => self.decide_by,
            Anchor::Sent => self.sent,
            Anchor::Unsent => self.unsent,
            Anchor::Check => self.check,
            Anchor::Quiet => self.quiet,
            Anchor::Opens => self.opens,
            Anchor::Due => self.due,
        }
    }
}

/// A moment's day, and how it was worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The day.
    pub day: NaiveDate,
    /// The anchor from which it was counted.
    pub anchor: Anchor,
    /// That anchor's day.
    pub from: NaiveDate,
    /// The distance from that day.
    pub offset: Offset,
}

impl Moment {
    /// Returns true if it is counted from this day, at least as long as that is known.
    pub fn counts_from(&self, anchor: Anchor) -> bool {
        self.0.first().is_some_and(|(first, _)| *first == anchor)
    }

    /// Returns true if it may be counted from another day of the same follow-up.
    pub fn is_of_follow_up(&self) -> bool {
        self.0.iter().any(|(anchor, _)| matches!(anchor, Anchor::Opens | Anchor::Due))
    }

    /// The day, counted from the first known anchor. A bad anchor is never skipped: the day is bad, too.
    pub fn resolve(&self, anchors: &Anchors, calendar: &Calendar) -> Known<Resolved> {
        for &(anchor, offset) in &self.0 {
            match anchors.get(anchor) {
                Known::Is(from) => {
                    let day = calendar.add(from, offset);
                    return Known::Is(Resolved { day, anchor, from, offset });
                }
                Known::Bad => return Known::Bad,
                Known::Missing => {}
            }
        }
        Known::Missing
    }

    /// Reads `D`, `W+1b`, `decide_by-2b` or `W else D+7d`.
    pub fn parse(text: &str) -> Option<Moment> {
        text.split(" else ").map(|part| parse_part(part.trim())).collect::<Option<_>>().map(Moment)
    }
}

fn parse_part(text: &str) -> Option<(Anchor, Offset)> {
    let (name, offset) = match text.find(['+', '-']) {
        Some(at) => {
            let offset = Offset::parse(&text[at + 1..])?;
            (&text[..at], if text[at..].starts_with('-') { offset.reversed() } else { offset })
        }
        None => (text, Offset::NONE),
    };
    let (anchor, ..) = Anchor::ALL.iter().find(|(_, known, _)| *known == name)?;
    Some((*anchor, offset))
}
