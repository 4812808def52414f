//! What became of a follow-up, as the note's `followups:` says it.

use std::fmt;

use chrono::NaiveDate;

use crate::calendar::parse_date;

/// The state that the user gave to a follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// Done on that day.
    Done(NaiveDate),
    /// Decided against on that day.
    Skipped(NaiveDate),
    /// Put off until that day.
    Snoozed(NaiveDate),
}

impl Record {
    /// Reads `done 2026-03-03`, `skipped 2026-03-03` or `snoozed until 2026-03-10`.
    pub fn parse(text: &str) -> Option<Record> {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words[..] {
            ["done", day] => parse_date(day).map(Record::Done),
            ["skipped" | "skip", day] => parse_date(day).map(Record::Skipped),
            ["snoozed" | "snooze", "until", day] => parse_date(day).map(Record::Snoozed),
            _ => None,
        }
    }

    /// The day that the record names.
    pub fn day(self) -> NaiveDate {
        match self {
            Record::Done(day) | Record::Skipped(day) | Record::Snoozed(day) => day,
        }
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Record::Done(day) => write!(f, "done {day}"),
            Record::Skipped(day) => write!(f, "skipped {day}"),
            Record::Snoozed(day) => write!(f, "snoozed until {day}"),
        }
    }
}
