//! Civil days: business days, holidays, and offsets such as `2b` and `7d`.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::dates::date::Order;

/// Largest count in an offset, so that no sum exceeds the range of dates.
const OFFSET_LIMIT: u32 = 3660;

/// The months as they are written in short.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The business days: Monday to Friday, except holidays; and how the user writes days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    holidays: BTreeSet<NaiveDate>,
    /// The order of day and month in dates in numbers, if the journal says it.
    pub dates: Option<Order>,
}

impl Calendar {
    /// A calendar with these days off besides weekends.
    pub fn new(holidays: impl IntoIterator<Item = NaiveDate>) -> Calendar {
        Calendar { holidays: holidays.into_iter().collect(), dates: None }
    }

    /// The same, where dates in numbers are written in this order.
    pub fn with_dates(self, dates: Option<Order>) -> Calendar {
        Calendar { dates, ..self }
    }

    /// Returns true if one of the holidays is on this day or in the days after it, so many calendar days.
    pub fn has_holiday_within(&self, from: NaiveDate, days: i64) -> bool {
        self.holidays.range(from..).next().is_some_and(|day| (*day - from).num_days() < days)
    }

    /// Returns true for a day on which people are at work.
    pub fn is_business_day(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&day)
    }

    /// This day if it is a business day, or else the next one.
    pub fn business_day_from(&self, day: NaiveDate) -> NaiveDate {
        let mut day = day;
        while !self.is_business_day(day) {
            day = shifted(day, 1);
        }
        day
    }

    /// The day at an offset from this one. `0b` leads to the same day.
    pub fn add(&self, day: NaiveDate, offset: Offset) -> NaiveDate {
        match offset.unit {
            Unit::Calendar => shifted(day, offset.count),
            Unit::Business => {
                let next = |day: NaiveDate| match offset.count < 0 {
                    true => day.pred_opt().unwrap_or(NaiveDate::MIN),
                    false => day.succ_opt().unwrap_or(NaiveDate::MAX),
                };
                let mut day = day;
                for _ in 0..offset.count.abs() {
                    day = next(day);
                    while !self.is_business_day(day) {
                        day = next(day);
                    }
                }
                day
            }
        }
    }
}

/// The day `count` calendar days later, or the last one that exists.
fn shifted(day: NaiveDate, count: i64) -> NaiveDate {
    let days = Days::new(count.unsigned_abs());
    if count < 0 {
        day.checked_sub_days(days).unwrap_or(NaiveDate::MIN)
    } else {
        day.checked_add_days(days).unwrap_or(NaiveDate::MAX)
    }
}

/// A distance in business (`2b`) or calendar days (`7d`), forwards or backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    count: i64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Business,
    Calendar,
}

impl Unit {
    fn as_str(self) -> &'static str {
        match self {
            Unit::Business => "business day",
            Unit::Calendar => "day",
        }
    }
}

impl Offset {
    /// No offset at all.
    pub const NONE: Offset = Offset { count: 0, unit: Unit::Calendar };

    /// A number of calendar days later.
    pub fn days(count: u32) -> Offset {
        Offset { count: i64::from(count.min(OFFSET_LIMIT)), unit: Unit::Calendar }
    }

    /// A number of business days later.
    pub fn business_days(count: u32) -> Offset {
        Offset { count: i64::from(count.min(OFFSET_LIMIT)), unit: Unit::Business }
    }

    /// Reads `2b` or `7d`, without a sign.
    pub fn parse(text: &str) -> Option<Offset> {
        let unit = text.chars().last()?;
        let count: u32 = text[..text.len() - unit.len_utf8()].parse().ok()?;
        if count > OFFSET_LIMIT || text.starts_with('+') {
            return None;
        }
        match unit {
            'b' => Some(Offset::business_days(count)),
            'd' => Some(Offset::days(count)),
            _ => None,
        }
    }

    /// The same offset in the other direction.
    pub fn reversed(self) -> Offset {
        Offset { count: -self.count, ..self }
    }

    /// Its length in words: `7 days`, `2 business days`; just `day` for a single one.
    pub fn length(self) -> String {
        match self.count.unsigned_abs() {
            1 => self.unit.as_str().to_owned(),
            n => format!("{n} {}s", self.unit.as_str()),
        }
    }

    /// Returns true for the words of a length.
    pub fn is_length(words: &str) -> bool {
        let number = |number: &str| number.bytes().all(|b| b.is_ascii_digit());
        [Unit::Business, Unit::Calendar].map(Unit::as_str).into_iter().any(|unit| {
            let many = words.strip_suffix('s').and_then(|words| words.strip_suffix(unit));
            words == unit || many.and_then(|n| n.strip_suffix(' ')).is_some_and(number)
        })
    }

    /// Returns true for an offset that leads to the same day.
    pub fn is_none(self) -> bool {
        self.count == 0
    }
}

/// In words: `2 business days after`, `1 day before`.
impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.count.unsigned_abs() as usize;
        let side = if self.count < 0 { "before" } else { "after" };
        write!(f, "{} {side}", crate::text::count(count, self.unit.as_str()))
    }
}

/// `Tue 3 Mar`, with the year if it is not this year.
pub fn short(day: NaiveDate, today: NaiveDate) -> String {
    let short = format!("{} {}", day.weekday(), shortest(day));
    if day.year() == today.year() { short } else { format!("{short} {}", day.year()) }
}

/// `3 Mar`.
pub fn shortest(day: NaiveDate) -> String {
    format!("{} {}", day.day(), MONTHS[day.month0() as usize])
}

/// `Tuesday 3 March 2026`.
pub fn long(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}

/// `today`, `tomorrow`, `in 3 days`, `13 days ago`.
pub fn distance(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        n if n > 0 => format!("in {n} days"),
        n => format!("{} days ago", -n),
    }
}

/// `Tue 3 Mar, in 3 days`.
pub fn short_with_distance(day: NaiveDate, today: NaiveDate) -> String {
    format!("{}, {}", short(day, today), distance(day, today))
}

/// Reads `2026-03-02` and nothing else; years from 1900 to 9999.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits
            .iter()
            .try_fold(0, |number, b| b.is_ascii_digit().then(|| 10 * number + u32::from(b - b'0')))
    };
    let (month, day) = (number(&[m1, m2])?, number(&[d1, d2])?);
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| year >= 1900)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    #[test]
    fn business_days_skip_weekends_and_holidays() {
        let calendar = Calendar::new([day("2026-04-03"), day("2026-04-06")]);
        let cases = [
            ("2026-03-02", "2b", "2026-03-04"),
            ("2026-03-06", "1b", "2026-03-09"),
            ("2026-03-07", "1b", "2026-03-09"),
            ("2026-03-07", "0b", "2026-03-07"),
            ("2026-04-02", "1b", "2026-04-07"),
            ("2026-03-06", "7d", "2026-03-13"),
        ];
        for (from, offset, expected) in cases {
            let offset = Offset::parse(offset).unwrap();
            assert_eq!(calendar.add(day(from), offset), day(expected), "{from}");
        }
        let back = Offset::business_days(2).reversed();
        assert_eq!(calendar.add(day("2026-04-07"), back), day("2026-04-01"));
        assert_eq!(calendar.business_day_from(day("2026-04-03")), day("2026-04-07"));
    }

    #[test]
    fn offsets_and_dates_have_one_shape() {
        for bad in ["", "b", "2", "-2b", "+2b", "2w", "99999d", "é"] {
            assert_eq!(Offset::parse(bad), None, "{bad}");
        }
        for bad in ["2026-3-2", "26-03-02", "2026-02-30", "0001-01-01", "2026-03-02T"] {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }
}
