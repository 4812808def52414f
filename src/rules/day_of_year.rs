//! Days in any year, such as `12-15`.

use chrono::{Datelike, NaiveDate};

/// A day in any year, by month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayOfYear(u32, u32);

impl DayOfYear {
    /// The day of the year of a date.
    pub fn of(date: NaiveDate) -> DayOfYear {
        DayOfYear(date.month(), date.day())
    }

    /// Reads `12-15`.
    pub fn parse(text: &str) -> Option<DayOfYear> {
        let (month, day) = text.split_once('-')?;
        // A leap year, which has every day.
        NaiveDate::from_ymd_opt(2024, month.parse().ok()?, day.parse().ok()?).map(DayOfYear::of)
    }
}
