//! A day as people say or write it: `tomorrow`, `in 3 days`, `monday` for the last or the next one, `2 March 2026`.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::dates::calendar::{Calendar, Offset, parse_date};
use crate::dates::phrases::parse_weekday;
use crate::dates::window::Window;

/// Where to look for a day whose words don't say so, such as `friday` or `2 March`.
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

/// The reason why words are no day.
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

fn spoken(
    text: &str,
    today: NaiveDate,
    direction: Direction,
    calendar: &Calendar,
) -> Option<NaiveDate> {
    if text == "yesterday" || text == "tomorrow" {
        let step = Offset::days(1);
        return Some(calendar.add(today, if text == "tomorrow" { step } else { step.reversed() }));
    }
    if let Some(span) = text.strip_suffix(" ago") {
        return match Window::parse(span)? {
            Window::Days(days) => today.checked_sub_days(Days::new(days.into())),
            Window::BusinessDays(days) => {
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
    match text {
        "next week" if direction == Direction::Ahead => {
            return today.checked_add_days(Days::new(7));
        }
        "next month" if direction == Direction::Ahead => {
            return Window::Months(1).last_day(today, calendar);
        }
        _ => {}
    }
    let window = Window::parse(text)?;
    let looks_ahead =
        ["this ", "coming ", "next ", "in "].iter().any(|word| text.starts_with(word));
    let is_day = matches!(
        window,
        Window::Days(_) | Window::BusinessDays(_) | Window::Months(_) | Window::Weekday { .. }
    );
    match direction {
        Direction::Ahead => window.last_day(today, calendar),
        _ if looks_ahead && is_day => window.last_day(today, calendar),
        _ if looks_ahead => None,
        Direction::Back => back(&window, today).filter(|_| is_no_span(text, &window)),
        Direction::Nearest => match window {
            Window::DayOfYear { .. } => {
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
        _ => None,
    }
}

/// The weekday in front of a date, such as `Fri 20 March`.
fn weekday_before_date(text: &str) -> Option<Weekday> {
    let (first, rest) = text.trim().split_once([' ', ','])?;
    let is_date = rest.contains(|c: char| c.is_ascii_digit());
    parse_weekday(&first.to_lowercase()).filter(|_| is_date)
}

/// The order of day and month in a date in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Order {
    /// `3.4.2026` and `3/4/2026` are the third of April.
    #[serde(rename = "day first")]
    DayFirst,
    /// `3/4/2026` is the fourth of March. With dots, the day comes first all the same.
    #[serde(rename = "month first")]
    MonthFirst,
}

/// The day that a date in numbers means in this order. A time or the weekday may follow.
pub fn in_order(text: &str, order: Order) -> Option<NaiveDate> {
    let text = text.trim();
    let first = text.split_once(' ').map_or(text, |(first, _)| first);
    let numbers: Vec<&str> = first.split(['/', '.', '-']).collect();
    let [one, other, year] = numbers[..] else { return None };
    let is_swapped = order == Order::MonthFirst && !first.contains('.');
    let (day, month) = if is_swapped { (other, one) } else { (one, other) };
    let day = parse_date(&format!("{year}-{month:0>2}-{day:0>2}"))?;
    // Whatever follows is judged as it is behind any other date.
    match with_rest(day, &text[first.len()..])? {
        Reading::Day(day) => Some(day),
        _ => None,
    }
}

/// A date that is written out, with its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Year, month and day, or with the month in words. A time, a zone and the weekday may follow.
    Day(NaiveDate),
    /// In numbers that can only mean one day, such as `13.3.2026`.
    InNumbers(NaiveDate),
    /// In numbers that could be two days, such as `03/04/2026`; or two days.
    Either(NaiveDate, NaiveDate),
    /// With a weekday that isn't this day's.
    WrongWeekday(NaiveDate),
}

/// Reads a date that is written out; `None` if it isn't one, or more than that.
pub fn reading(text: &str) -> Option<Reading> {
    let text = without_zone(text.trim());
    if let Some(day) = text.get(..10).and_then(parse_date) {
        return with_rest(day, text.get(10..)?);
    }
    let without_weekday = weekday_before_date(text).and_then(|_| text.split_once([' ', ',']));
    let words = without_weekday.map_or(text, |(_, rest)| rest);
    if let Some(Window::On(day)) = Window::parse(words) {
        let is_right = weekday_before_date(text).is_none_or(|weekday| weekday == day.weekday());
        // The parser of time frames is more lenient: `by 20 March 2026`.
        let is_date = words.trim_start().starts_with(|c: char| c.is_ascii_digit())
            || words
                .trim_start()
                .get(..3)
                .is_some_and(|month| month.parse::<chrono::Month>().is_ok());
        return match is_right {
            _ if !is_date => None,
            true => Some(Reading::Day(day)),
            false => Some(Reading::WrongWeekday(day)),
        };
    }
    // A time may follow numbers, too.
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let ((day, other), rest) = match in_numbers(words) {
        Some(days) => (days, ""),
        None => (in_numbers(first)?, rest),
    };
    match (with_rest(day, &format!(" {rest}"))?, other) {
        (Reading::Day(day), Some(other)) => Some(Reading::Either(day, other)),
        (Reading::Day(day), None) => Some(Reading::InNumbers(day)),
        (problem, _) => Some(problem),
    }
}

/// A date without the zone in brackets at its end, as Notion has it: `March 3, 2026 10:00 AM (GMT+1)`.
fn without_zone(text: &str) -> &str {
    let zone = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    let is_part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "+-:".contains(c);
    match zone {
        Some((date, zone))
            if zone.starts_with(|c: char| c.is_ascii_uppercase()) && zone.chars().all(is_part) =>
        {
            date
        }
        _ => text,
    }
}

/// A date and what follows it: a time, a zone, its weekday. Another date makes two of it.
fn with_rest(day: NaiveDate, rest: &str) -> Option<Reading> {
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let rest = rest.strip_prefix(['T', 't']).unwrap_or(rest);
    let words = rest.split([' ', ',', '(', ')', '[', ']']).filter(|word| !word.is_empty());
    for word in words.clone() {
        if let Some(other) = parse_date(word).filter(|other| *other != day) {
            return Some(Reading::Either(day.min(other), day.max(other)));
        }
    }
    let is_clock = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '-')
            && !word.contains('/')
            && word.chars().filter(|c| c.is_alphabetic()).count() <= 2
    };
    let is_zone = |word: &str| {
        let is_name = |part: &str| part.starts_with(|c: char| c.is_uppercase());
        word.len() <= 5 && word.chars().all(|c| c.is_ascii_uppercase())
            || word.split_once('/').is_some_and(|(area, place)| is_name(area) && is_name(place))
    };
    let is_small = |word: &str| {
        matches!(
            &*word.to_lowercase(),
            "am" | "pm" | "at" | "noon" | "-" | "–" | "to" | "h" | "uhr"
        )
    };
    for word in words {
        match parse_weekday(&word.to_lowercase()) {
            Some(weekday) if weekday != day.weekday() => return Some(Reading::WrongWeekday(day)),
            Some(_) => {}
            None if is_clock(word) || is_zone(word) || is_small(word) => {}
            None => return None,
        }
    }
    Some(Reading::Day(day))
}

/// The one or two days that three numbers can mean: `13.3.2026` means one day, `03/04/2026` either the third of April or
/// the fourth of March.
fn in_numbers(text: &str) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let text = text.trim();
    let separator = text.find(['/', '.', '-', ' ']).map(|at| char::from(text.as_bytes()[at]))?;
    let mut parts = text.split(separator);
    let mut part = || parts.next().filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let (first, second, third) = (part()?, part()?, part()?);
    if parts.next().is_some() {
        return None;
    }
    let day =
        |year: &str, month: &str, day: &str| parse_date(&format!("{year}-{month:0>2}-{day:0>2}"));
    if first.len() == 4 {
        return Some((day(first, second, third)?, None));
    }
    // With dots, the day always comes first.
    let month_first = if separator == '.' { None } else { day(third, first, second) };
    match (month_first, day(third, second, first)) {
        (Some(one), Some(other)) if one != other => Some((one.min(other), Some(one.max(other)))),
        (one, other) => Some((one.or(other)?, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_other_forms_have_one_reading_or_two() {
        let cases = [
            ("03/04/2026", Some(("2026-03-04", Some("2026-04-03")))),
            ("3-4-2026", Some(("2026-03-04", Some("2026-04-03")))),
            ("03/03/2026", Some(("2026-03-03", None))),
            ("13/3/2026", Some(("2026-03-13", None))),
            ("3/13/2026", Some(("2026-03-13", None))),
            ("13.3.2026", Some(("2026-03-13", None))),
            ("3.4.2026", Some(("2026-04-03", None))),
            ("2026-3-2", Some(("2026-03-02", None))),
            ("2026/03/02", Some(("2026-03-02", None))),
            ("March 3 2026", Some(("2026-03-03", None))),
            ("Mon 2nd of March, 2026", Some(("2026-03-02", None))),
            ("2-Mar-2026", Some(("2026-03-02", None))),
            ("March 3, 2026 10:00 AM (GMT+1)", Some(("2026-03-03", None))),
            ("March 3, 2026 (moved)", None),
            ("13/13/2026", None),
            ("2026-02-30", None),
            ("30.2.2026", None),
            ("3/4/26", None),
            ("1/2/3/2026", None),
            ("3 March", None),
            ("soon", None),
            ("", None),
            ("/", None),
            ("ä/ö/ü", None),
        ];
        for (text, expected) in cases {
            let day = |text| parse_date(text).unwrap();
            let found = match reading(text) {
                None => None,
                Some(Reading::Either(one, other)) => Some((one, Some(other))),
                Some(Reading::Day(one) | Reading::InNumbers(one)) => Some((one, None)),
                Some(Reading::WrongWeekday(_)) => panic!("{text}"),
            };
            let expected =
                expected.map(|(first, second): (_, Option<_>)| (day(first), second.map(day)));
            assert_eq!(found, expected, "{text}");
        }
    }

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
            ("20 march", Some("2026-03-20")),
            ("until 2026-04-01", Some("2026-04-01")),
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
            ("3 days ago", Some("2026-03-13")),
            ("a week ago", Some("2026-03-09")),
            ("2 March", Some("2026-03-02")),
            ("5 April", Some("2026-04-05")),
            ("20 December", Some("2025-12-20")),
            ("2027-01-01", Some("2027-01-01")),
            ("20 March 2026", Some("2026-03-20")),
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
    fn what_follows_a_date_may_only_say_when_on_that_day() {
        let monday = parse_date("2026-03-02").unwrap();
        let other = parse_date("2026-03-19").unwrap();
        let cases = [
            ("2026-03-02", Some(Reading::Day(monday))),
            ("2026-03-02 10:00", Some(Reading::Day(monday))),
            ("2026-03-02T10:00:00+01:00", Some(Reading::Day(monday))),
            ("2026-03-02T10:00Z", Some(Reading::Day(monday))),
            ("2026-03-02 2pm CET", Some(Reading::Day(monday))),
            ("2026-03-02 10:00 Europe/Berlin", Some(Reading::Day(monday))),
            ("2026-03-02 10:00 - 11:30", Some(Reading::Day(monday))),
            ("2026-03-02 (Monday)", Some(Reading::Day(monday))),
            ("2026-03-02, Mon", Some(Reading::Day(monday))),
            ("2026-03-02 (Tuesday)", Some(Reading::WrongWeekday(monday))),
            ("Tue 2 March 2026", Some(Reading::WrongWeekday(monday))),
            ("Tuesday, March 2, 2026", Some(Reading::WrongWeekday(monday))),
            ("Monday, March 2, 2026", Some(Reading::Day(monday))),
            ("2026-03-02 (moved to 2026-03-19)", Some(Reading::Either(monday, other))),
            ("2026-03-02 - 2026-03-19", Some(Reading::Either(monday, other))),
            ("2026-03-02 (moved)", None),
            ("2026-03-020", None),
            ("by 2 March 2026", None),
            ("end of March 2026", None),
            ("2.3.2026", Some(Reading::InNumbers(monday))),
            ("2.3.2026 10:00 Uhr", Some(Reading::InNumbers(monday))),
            ("2.3.2026 (moved)", None),
        ];
        for (text, expected) in cases {
            assert_eq!(reading(text), expected, "{text}");
        }
    }

    #[test]
    fn a_weekday_that_contradicts_its_date_is_refused() {
        let friday = parse_date("2026-03-20").unwrap();
        for (text, expected) in [
            ("fri 20 march", Ok(friday)),
            ("thu 20 march", Err(Misread::Weekday(friday))),
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
    }
}
