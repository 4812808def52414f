//! A date that is written out, with its year: `2026-03-02 10:00`, `Monday, March 2, 2026`, `2.3.2026`.

use std::borrow::Cow;

use chrono::{Datelike, Month, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::dates::calendar::parse_date;
use crate::dates::named::parse_weekday;
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

/// The most words among which dates are looked for.
const WORDS_LIMIT: usize = 40;

/// The most words of a date, with its weekday: `Mon 2nd of March 2026`.
const DATE_WORDS: usize = 5;

/// Reads a date that is written out; `None` if it isn't one, or has anything but another date behind it.
pub fn reading(text: &str) -> Option<Reading> {
    one_date(text).or_else(|| two_dates(text)).or_else(|| from_to(text))
}

/// Returns true for a day that is written out and nothing around it but its weekday and a time: `Mon 5 Oct`, and neither
/// `mid October` nor `around 5 Oct`.
pub fn is_plain_day(text: &str) -> bool {
    reading(text).is_some() || DayOfYear::parse(text).is_some()
}

/// A date without its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfYear {
    pub month: u32,
    pub day: u32,
}

impl DayOfYear {
    /// Reads one such as `9 Jan` or `Fri 9 January, 10:30`.
    pub fn parse(text: &str) -> Option<DayOfYear> {
        match Window::parse(date_words(text)?)? {
            Window::DayOfYear { month, day } => Some(DayOfYear { month, day }),
            _ => None,
        }
    }

    /// The first day of this date from another one on.
    pub fn first_from(self, other: NaiveDate) -> Option<NaiveDate> {
        let years = other.year()..=other.year() + 1;
        let mut days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, self.month, self.day));
        days.find(|day| *day >= other)
    }

    /// The day of this date that is nearest to another one.
    pub fn nearest_to(self, other: NaiveDate) -> Option<NaiveDate> {
        let years = other.year() - 1..=other.year() + 1;
        let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, self.month, self.day));
        days.min_by_key(|day| (*day - other).num_days().abs())
    }
}

/// The day that is probably meant where a text is no date: one at its beginning, or one in numbers without the year, which
/// is that nearest to another day. Of two days it is the later one.
pub fn likely_day(text: &str, other: Option<NaiveDate>) -> Option<NaiveDate> {
    let without_year = |date: &str| DayOfYear::parse(date).or_else(|| day_and_month(date));
    let day = |date: &str| match reading(date) {
        Some(Reading::Day(day) | Reading::InNumbers(day) | Reading::WrongWeekday(day)) => Some(day),
        Some(Reading::Either(one, other)) => Some(one.max(other)),
        None => without_year(date)?.nearest_to(other?),
    };
    let ends = text.match_indices(' ').map(|(end, _)| end).take(WORDS_LIMIT);
    let mut beginnings: Vec<&str> = ends.map(|end| &text[..end]).collect();
    beginnings.push(text);
    beginnings.into_iter().rev().find_map(day)
}

/// A day and a month in numbers that can't be swapped: `15/5`.
fn day_and_month(text: &str) -> Option<DayOfYear> {
    let (one, other) = text.trim().trim_end_matches('.').split_once(['/', '.'])?;
    let (one, other) = (one.parse().ok()?, other.parse().ok()?);
    let of = |day, month| (day > 12 && month <= 12).then_some(DayOfYear { month, day });
    of(one, other).or_else(|| of(other, one))
}

fn one_date(text: &str) -> Option<Reading> {
    let text = without_zone(text.trim());
    if let Some(day) = text.get(..10).and_then(parse_date) {
        return with_rest(day, text.get(10..)?);
    }
    let words = without_weekday(text);
    if let Some(Window::On(day)) = Window::parse(words) {
        let is_right = weekday_before_date(text).is_none_or(|weekday| weekday == day.weekday());
        date_words(text)?;
        return Some(if is_right { Reading::Day(day) } else { Reading::WrongWeekday(day) });
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
pub fn weekday_before_date(text: &str) -> Option<Weekday> {
    let (first, rest) = text.trim().split_once([' ', ','])?;
    let is_date = rest.contains(|c: char| c.is_ascii_digit());
    parse_weekday(&first.to_lowercase()).filter(|_| is_date)
}

/// A date without the weekday in front of it.
fn without_weekday(text: &str) -> &str {
    let parts = weekday_before_date(text).and_then(|_| text.trim().split_once([' ', ',']));
    parts.map_or(text, |(_, rest)| rest).trim_start()
}

/// The same, if it begins as a date does. The parser of time frames is more lenient: `by 20 March 2026`.
fn date_words(text: &str) -> Option<&str> {
    let words = without_weekday(text);
    let is_month = |month: &str| month.parse::<chrono::Month>().is_ok();
    let is_date =
        words.starts_with(|c: char| c.is_ascii_digit()) || words.get(..3).is_some_and(is_month);
    is_date.then_some(words)
}

/// Two dates among other words, such as `12 Jan 2026 (moved from 8 Jan)`. One without its year is near the other.
fn two_dates(text: &str) -> Option<Reading> {
    let words = text.split([' ', ',', '(', ')', '[', ']', ';']).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.take(WORDS_LIMIT).collect();
    let (mut days, mut without) = (Vec::new(), None);
    let mut at = 0;
    while at < words.len() {
        let ends = (at + 1..=words.len().min(at + DATE_WORDS)).rev();
        let found =
            ends.map(|end| (words[at..end].join(" "), end)).find_map(|(date, end)| match one_date(
                &date,
            ) {
                Some(Reading::Day(day) | Reading::InNumbers(day)) => Some((Some(day), end)),
                _ => {
                    without = without.or(Some(DayOfYear::parse(&date)?));
                    Some((None, end))
                }
            });
        days.extend(found.and_then(|(day, _)| day));
        at = found.map_or(at + 1, |(_, end)| end);
    }
    let first = *days.first()?;
    let other = days.into_iter().find(|day| *day != first);
    let other = other.or_else(|| without?.nearest_to(first).filter(|day| *day != first))?;
    Some(Reading::Either(first.min(other), first.max(other)))
}

/// Two days of a month: `16-17 March 2026`, `March 16 and 17, 2026`.
fn from_to(text: &str) -> Option<Reading> {
    let parts = text.split([' ', ',', '-', '–', '—', '/', '&']).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts
        .filter(|part| !matches!(*part, "to" | "and" | "of"))
        .filter(|part| parse_weekday(&part.to_lowercase()).is_none())
        .take(WORDS_LIMIT)
        .collect();
    let (first, last, month, year) = match parts[..] {
        [month, first, last, year] if month_named(month).is_some() => (first, last, month, year),
        [first, last, month, year] => (first, last, month, year),
        _ => return None,
    };
    let date = |day: &str| {
        let day = day.trim_end_matches(|c: char| c.is_ascii_lowercase()).parse().ok()?;
        NaiveDate::from_ymd_opt(year.parse().ok()?, month_named(month)?, day)
    };
    let (first, last) = (date(first)?, date(last)?);
    (year.len() == 4 && first < last).then_some(Reading::Either(first, last))
}

fn month_named(word: &str) -> Option<u32> {
    Some(word.parse::<Month>().ok()?.number_from_month())
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

/// The text with its dates in numbers as they are meant in an order: `by 20 March` for `by 3/20`.
pub fn written_out(text: &str, order: Option<Order>) -> Cow<'_, str> {
    let Some(order) = order.filter(|_| text.contains(['/', '.', '-'])) else {
        return Cow::Borrowed(text);
    };
    let mut words = text.split(' ').peekable();
    let mut all = Vec::new();
    while let Some(word) = words.next() {
        let date = word.trim_matches(|c: char| "(),;:!?".contains(c));
        // "1/2 days" is half a day.
        let is_count = words.peek().is_some_and(|next| is_unit(next));
        let out = in_order(date, order).map(|day| day.to_string());
        let out = out.or_else(|| without_year_in_order(date, order).filter(|_| !is_count));
        all.push(match out {
            Some(out) => Cow::Owned(word.replacen(date, &out, 1)),
            None => Cow::Borrowed(word),
        });
    }
    Cow::Owned(all.join(" "))
}

fn is_unit(word: &str) -> bool {
    const UNITS: [&str; 7] = ["business", "day", "hour", "month", "week", "work", "year"];
    UNITS.iter().any(|unit| word.starts_with(unit))
}

/// `12 March` for `3/12` or `12.3.`.
fn without_year_in_order(text: &str, order: Order) -> Option<String> {
    let (one, other, is_swapped) = match text.trim_end_matches('.').split_once('/') {
        Some((one, other)) => (one, other, order == Order::MonthFirst),
        None => text.strip_suffix('.')?.split_once('.').map(|(one, other)| (one, other, false))?,
    };
    let number = |text: &str| text.parse::<u8>().ok().filter(|_| text.len() < 3);
    let (day, month) = if is_swapped { (other, one) } else { (one, other) };
    let (day, month) = (number(day)?, Month::try_from(number(month)?).ok()?);
    Some(format!("{day} {}", month.name()))
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
    fn a_date_may_lack_its_year() {
        let day = |text| parse_date(text).unwrap();
        let of = |month, day| DayOfYear { month, day };
        assert_eq!(DayOfYear::parse("Fri 9 Jan, 10:30"), Some(of(1, 9)));
        assert_eq!(DayOfYear::parse("January 9th"), Some(of(1, 9)));
        for text in ["by 9 Jan", "9 Jan 2026", "31 Feb", "9", "Friday", ""] {
            assert_eq!(DayOfYear::parse(text), None, "{text}");
        }
        assert_eq!(of(1, 9).nearest_to(day("2025-12-20")), Some(day("2026-01-09")));
        assert_eq!(of(12, 20).nearest_to(day("2026-01-20")), Some(day("2025-12-20")));
        assert_eq!(of(2, 29).nearest_to(day("2026-01-20")), None);
    }

    #[test]
    fn dates_in_numbers_are_written_out_in_an_order() {
        let rows = [
            // the text | the month first | the day first
            ("by 3/12", "by 12 March", "by 3 December"),
            ("by 3/13", "by 13 March", "by 3/13"),
            ("(03/12/2026) or so", "(2026-03-12) or so", "(2026-12-03) or so"),
            ("by 12.3., they said", "by 12 March, they said", "by 12 March, they said"),
            ("24/7 and 13/13", "24/7 and 13/13", "24 July and 13/13"),
            (
                "1/2 day, 3-5 days, 2.5 weeks",
                "1/2 day, 3-5 days, 2.5 weeks",
                "1/2 day, 3-5 days, 2.5 weeks",
            ),
            ("2026-03-12", "2026-03-12", "2026-03-12"),
        ];
        for (text, month_first, day_first) in rows {
            assert_eq!(written_out(text, None), text);
            assert_eq!(written_out(text, Some(Order::MonthFirst)), month_first, "{text}");
            assert_eq!(written_out(text, Some(Order::DayFirst)), day_first, "{text}");
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
            ("Tues. 2 March 2026", Some(Reading::WrongWeekday(monday))),
            ("Thurs 19 March 2026", Some(Reading::Day(other))),
            ("2026-03-02 (Weds)", Some(Reading::WrongWeekday(monday))),
            ("Tuesday, March 2, 2026", Some(Reading::WrongWeekday(monday))),
            ("Monday, March 2, 2026", Some(Reading::Day(monday))),
            ("2026-03-02 (moved to 2026-03-19)", Some(Reading::Either(monday, other))),
            ("2026-03-02 - 2026-03-19", Some(Reading::Either(monday, other))),
            ("2026-03-02 (moved to 19 March)", Some(Reading::Either(monday, other))),
            ("2026-03-02 (moved)", None),
            ("Mon 2 Mar 2026 at 10.30 (moved from 19 March)", Some(Reading::Either(monday, other))),
            ("19 March 2026, was Mon 2 March 2026, 9:00", Some(Reading::Either(monday, other))),
            ("March 2nd, 2026 - March 19th", Some(Reading::Either(monday, other))),
            ("2.3.2026 (moved to 19.3.2026)", Some(Reading::Either(monday, other))),
            ("2-19 March 2026", Some(Reading::Either(monday, other))),
            ("Mon 2nd – Thu 19th March 2026", Some(Reading::Either(monday, other))),
            ("2/19 Mar 2026", Some(Reading::Either(monday, other))),
            ("March 2 and 19, 2026", Some(Reading::Either(monday, other))),
            ("19-2 March 2026", None),
            ("2-32 March 2026", None),
            ("2-19 March", None),
            ("2 March 2026 (not 2026-03-02!)", None),
            ("2 March (moved to 19 March)", None),
            ("2 March 2026, 3 people, 2 hours", None),
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
