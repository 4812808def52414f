//! A date that is written out, with its year: `2026-03-02 10:00`, `Monday, March 2, 2026`, `2.3.2026`.

use chrono::{Datelike, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::dates::calendar::parse_date;
use crate::dates::phrases::parse_weekday;
use crate::dates::window::Window;

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

/// The weekday in front of a date, such as `Fri 20 March`.
pub(super) fn weekday_before_date(text: &str) -> Option<Weekday> {
    let (first, rest) = text.trim().split_once([' ', ','])?;
    let is_date = rest.contains(|c: char| c.is_ascii_digit());
    parse_weekday(&first.to_lowercase()).filter(|_| is_date)
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
}
