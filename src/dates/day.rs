//! A day as people say or write it: `tomorrow`, `in 3 days`, `monday` for the last or the next one, `2 March 2026`.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::dates::calendar::{Calendar, Offset};
use crate::dates::date::{Reading, reading, weekday_before_date};
use crate::dates::named::weekday_of_date;
use crate::dates::window::{Window, weekday_of_week};

/// The direction in which to look for a day whose words don't say so, such as `friday` or `2 March`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Today or before. A span, such as `3 days`, is no day.
    Back,
    /// After today. Of a span, it is the last day.
    Ahead,
    /// The nearest one, but of weekdays the last, as most notes are written afterwards. A span is no day.
    Nearest,
}

impl Direction {
    /// Examples of the forms that are understood.
    pub fn forms(self) -> &'static str {
        match self {
            Direction::Back => "today, yesterday, monday, 3 days ago, 2 March, 2026-03-02",
            Direction::Ahead => "tomorrow, friday, in 3 days, next week, 20 March, 2026-03-20",
            Direction::Nearest => {
                "today, yesterday, monday (the last one), next monday, tomorrow, in 3 days, 3 days ago, \
                 2 March (the nearest one), 2026-03-02"
            }
        }
    }
}

/// The reason why words are not read as a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// They are not understood.
    Unknown,
    /// They could be either of two days.
    Either(NaiveDate, NaiveDate),
    /// Their weekday isn't that of their day.
    Weekday(NaiveDate),
}

/// The day that the words mean. Words that say themselves where to look, such as `yesterday` or `next monday`, are
/// understood in every direction.
pub fn day(
    text: &str,
    today: NaiveDate,
    direction: Direction,
    calendar: &Calendar,
) -> Result<NaiveDate, Misread> {
    match reading(text) {
        Some(Reading::Day(day) | Reading::InNumbers(day)) => return Ok(day),
        Some(Reading::Either(one, other)) => return Err(Misread::Either(one, other)),
        Some(Reading::WrongWeekday(day)) => return Err(Misread::Weekday(day)),
        None => {}
    }
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("on ").unwrap_or(&text);
    let day = spoken(text, today, direction, calendar).ok_or(Misread::Unknown)?;
    match weekday_before_date(text) {
        Some(weekday) if weekday != day.weekday() => Err(Misread::Weekday(day)),
        _ => Ok(day),
    }
}

/// The same day of the year before, if words without a year mean a day so far off that this may be meant.
pub fn passed(text: &str, day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let is_in_every_year = matches!(
        Window::parse(text)?.longest()?,
        Window::DayOfYear { .. }
            | Window::EndOfWeekOf { .. }
            | Window::EndOfNamedMonth(_)
            | Window::PartOfMonth { .. }
    );
    let passed = day.checked_sub_months(Months::new(12))?;
    (is_in_every_year && today - passed < day - today).then_some(passed)
}

/// The last day of a time frame told as `by Sat 20th`, if it isn't on that weekday.
pub fn misnamed(
    window: &Window,
    text: &str,
    said: NaiveDate,
    calendar: &Calendar,
) -> Option<NaiveDate> {
    if let Window::NotBefore(day) = window {
        return misnamed(day, text, said, calendar);
    }
    if !matches!(window, Window::DayOfYear { .. } | Window::DayOfMonth(_)) {
        return None;
    }
    let weekday = weekday_of_date(text)?;
    window.last_day(said, calendar).filter(|day| day.weekday() != weekday)
}

fn spoken(
    text: &str,
    today: NaiveDate,
    direction: Direction,
    calendar: &Calendar,
) -> Option<NaiveDate> {
    // "Tomorrow at 5"
    let is_tomorrow = text.starts_with("tomorrow ") && Window::parse(text) == Some(Window::Days(1));
    let text = if is_tomorrow { "tomorrow" } else { text };
    if text == "yesterday" || text == "tomorrow" {
        let step = Offset::days(1);
        return Some(calendar.add(today, if text == "tomorrow" { step } else { step.reversed() }));
    }
    if let Some(span) = text.strip_suffix(" ago") {
        return match Window::parse(span)?.longest()? {
            Window::Days(days) => today.checked_sub_days(Days::new(days.into())),
            Window::BusinessDays(days) | Window::WorkingDays(days) => {
                Some(calendar.add(today, Offset::business_days(days).reversed()))
            }
            _ => None,
        };
    }
    if let Some(weekday) = text.strip_prefix("last ") {
        return match Window::parse(weekday)? {
            window @ Window::Weekday { .. } => back(&window, today),
            _ => None,
        };
    }
    if let Some(weekday) = text.strip_suffix(" this week") {
        return match Window::parse(weekday)? {
            Window::Weekday { weekday, .. } => weekday_of_week(today, weekday, 0),
            _ => None,
        };
    }
    match text {
        "next week" if direction == Direction::Ahead => {
            return today.checked_add_days(Days::new(7));
        }
        "week after next" | "the week after next" if direction == Direction::Ahead => {
            return today.checked_add_days(Days::new(14));
        }
        "after the weekend" if direction == Direction::Ahead => {
            return weekday_of_week(today, Weekday::Mon, 1);
        }
        "next month" if direction == Direction::Ahead => {
            return Window::Months(1).last_day(today, calendar);
        }
        _ => {}
    }
    let window = Window::parse(text)?.longest()?;
    let looks_ahead = text.ends_with(" next week")
        || ["this ", "coming ", "next ", "in "].iter().any(|word| text.starts_with(word));
    let is_day = matches!(
        window,
        Window::Days(_)
            | Window::BusinessDays(_)
            | Window::WorkingDays(_)
            | Window::Months(_)
            | Window::Weekday { .. }
    );
    match direction {
        Direction::Ahead => window.last_day(today, calendar),
        _ if looks_ahead && is_day => window.last_day(today, calendar),
        _ if looks_ahead => None,
        Direction::Back => back(&window, today).filter(|_| is_no_span(text, &window)),
        Direction::Nearest => match window {
            Window::DayOfYear { .. } | Window::DayOfMonth(_) => {
                let days = [back(&window, today), window.last_day(today, calendar)];
                days.into_iter().flatten().min_by_key(|day| (*day - today).num_days().abs())
            }
            _ => back(&window, today).filter(|_| is_no_span(text, &window)),
        },
    }
}

/// Returns false for a span of no days at all, such as `0 days`.
fn is_no_span(text: &str, window: &Window) -> bool {
    *window != Window::Days(0) || text == "today"
}

/// The last such day, today at the latest.
fn back(window: &Window, today: NaiveDate) -> Option<NaiveDate> {
    match *window {
        Window::Days(0) => Some(today),
        Window::On(day) => Some(day),
        Window::Weekday { weekday, weeks: 0 } => {
            today.checked_sub_days(Days::new(today.weekday().days_since(weekday).into()))
        }
        Window::DayOfYear { month, day } => (today.year() - 8..=today.year())
            .rev()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|day| *day <= today),
        Window::DayOfMonth(day) => (0..4)
            .filter_map(|n| today.with_day(1)?.checked_sub_months(Months::new(n)))
            .filter_map(|month| month.with_day(day))
            .find(|day| *day <= today),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::calendar::parse_date;

    /// A Monday.
    fn today() -> NaiveDate {
        parse_date("2026-03-16").unwrap()
    }

    #[test]
    fn days_ahead() {
        let cases = [
            ("tomorrow", Some("2026-03-17")),
            ("friday", Some("2026-03-20")),
            ("Monday", Some("2026-03-23")),
            ("next monday", Some("2026-03-23")),
            ("in 3 days", Some("2026-03-19")),
            ("in two weeks", Some("2026-03-30")),
            ("next week", Some("2026-03-23")),
            ("week after next", Some("2026-03-30")),
            ("after the weekend", Some("2026-03-23")),
            ("monday morning", Some("2026-03-23")),
            ("a week on friday", Some("2026-03-27")),
            ("monday week", Some("2026-03-30")),
            ("another week", Some("2026-03-23")),
            ("20 march", Some("2026-03-20")),
            ("until 2026-04-01", Some("2026-04-01")),
            ("Weds.", Some("2026-03-18")),
            ("thur", Some("2026-03-19")),
            ("the 18th", Some("2026-03-18")),
            ("in a few days", Some("2026-03-21")),
            ("soon", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let day = day(text, today(), Direction::Ahead, &Calendar::default()).ok();
            assert_eq!(day, expected.and_then(parse_date), "{text}");
        }
    }

    #[test]
    fn days_of_an_interview() {
        let cases = [
            ("today", Some("2026-03-16")),
            ("Tomorrow", Some("2026-03-17")),
            ("yesterday", Some("2026-03-15")),
            ("friday", Some("2026-03-13")),
            ("monday", Some("2026-03-16")),
            ("last friday", Some("2026-03-13")),
            ("this friday", Some("2026-03-20")),
            ("coming friday", Some("2026-03-20")),
            ("next monday", Some("2026-03-23")),
            ("in 3 days", Some("2026-03-19")),
            ("in 2-3 days", Some("2026-03-19")),
            ("3 days ago", Some("2026-03-13")),
            ("a week ago", Some("2026-03-09")),
            ("2 March", Some("2026-03-02")),
            ("5 April", Some("2026-04-05")),
            ("20 December", Some("2025-12-20")),
            ("2027-01-01", Some("2027-01-01")),
            ("20 March 2026", Some("2026-03-20")),
            ("weds", Some("2026-03-11")),
            ("next Tues.", Some("2026-03-24")),
            ("thurs 12 march", Some("2026-03-12")),
            ("wednesday next week", Some("2026-03-25")),
            ("friday this week", Some("2026-03-20")),
            ("the 20th", Some("2026-03-20")),
            ("Fri 20th", Some("2026-03-20")),
            ("they said friday", None),
            ("3 days", None),
            ("0 days", None),
            ("next month", None),
            ("next week", None),
            ("in March", None),
            ("end of March", None),
            ("unknown", None),
            ("soon", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let day = day(text, today(), Direction::Nearest, &Calendar::default()).ok();
            assert_eq!(day, expected.and_then(parse_date), "{text}");
        }
    }

    #[test]
    fn days_back() {
        let cases = [
            ("today", Some("2026-03-16")),
            ("yesterday", Some("2026-03-15")),
            ("Monday", Some("2026-03-16")),
            ("on friday", Some("2026-03-13")),
            ("last friday", Some("2026-03-13")),
            ("3 days ago", Some("2026-03-13")),
            ("a week ago", Some("2026-03-09")),
            ("2-3 weeks ago", Some("2026-02-23")),
            ("a few days ago", None),
            ("monday this week", Some("2026-03-16")),
            ("tues", Some("2026-03-10")),
            ("Thurs.", Some("2026-03-12")),
            ("the 6th", Some("2026-03-06")),
            ("20th", Some("2026-02-20")),
            ("2 business days ago", Some("2026-03-12")),
            ("2 March", Some("2026-03-02")),
            ("20 December", Some("2025-12-20")),
            ("2026-03-01", Some("2026-03-01")),
            ("soon", None),
        ];
        for (text, expected) in cases {
            let day = day(text, today(), Direction::Back, &Calendar::default()).ok();
            assert_eq!(day, expected.and_then(parse_date), "{text}");
        }
    }

    #[test]
    fn every_direction_knows_the_words_that_say_where_to_look() {
        let cases = [
            ("today", "2026-03-16"),
            ("yesterday", "2026-03-15"),
            ("Tomorrow", "2026-03-17"),
            ("3 days ago", "2026-03-13"),
            ("in 3 days", "2026-03-19"),
            ("last friday", "2026-03-13"),
            ("next friday", "2026-03-27"),
            ("this friday", "2026-03-20"),
            ("2026-03-02", "2026-03-02"),
            ("2026-03-02T09:30", "2026-03-02"),
            ("2 March 2026", "2026-03-02"),
            ("March 2nd, 2026", "2026-03-02"),
            ("Mon 2 Mar 2026", "2026-03-02"),
            ("13.3.2026", "2026-03-13"),
        ];
        for (text, expected) in cases {
            for direction in [Direction::Back, Direction::Ahead, Direction::Nearest] {
                let day = day(text, today(), direction, &Calendar::default());
                assert_eq!(day, Ok(parse_date(expected).unwrap()), "{text}, {direction:?}");
            }
        }
    }

    #[test]
    fn a_weekday_that_contradicts_its_date_is_refused() {
        let friday = parse_date("2026-03-20").unwrap();
        for (text, expected) in [
            ("fri 20 march", Ok(friday)),
            ("thu 20 march", Err(Misread::Weekday(friday))),
            ("Thurs. 20th", Err(Misread::Weekday(friday))),
            ("Thursday, 20 March 2026", Err(Misread::Weekday(friday))),
            (
                "3/4/2026",
                Err(Misread::Either(
                    parse_date("2026-03-04").unwrap(),
                    parse_date("2026-04-03").unwrap(),
                )),
            ),
            ("soon", Err(Misread::Unknown)),
        ] {
            assert_eq!(
                day(text, today(), Direction::Ahead, &Calendar::default()),
                expected,
                "{text}"
            );
        }
        for (text, is_misnamed) in [
            ("by Sat 20th", true),
            ("they'll decide by Saturday, the 20th", true),
            ("sat 20 march", true),
            ("Sat, March 20", true),
            ("by Fri 20th", false),
            ("fri 20 march", false),
            ("sat 5 pm", false),
            ("week commencing Mon 23 March", false),
            ("the 20th", false),
        ] {
            let window = Window::told(text).unwrap_or(Window::Unstated);
            let day = misnamed(&window, text, today(), &Calendar::default());
            assert_eq!(day, is_misnamed.then_some(friday), "{text}");
        }
    }
}
