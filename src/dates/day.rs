//! A day as people say it: `tomorrow`, `friday`, `in 3 days`, or `monday` for the last one.

use chrono::{Datelike, Days, NaiveDate};

use crate::dates::calendar::{Calendar, Offset, parse_date};
use crate::dates::window::Window;

/// Examples of the forms that are understood for a day in the future.
pub const FORMS_AHEAD: &str = "tomorrow, friday, in 3 days, next week, 20 March, 2026-03-20";

/// Examples of the forms that are understood for a day in the past.
pub const FORMS_BACK: &str = "today, yesterday, monday, 3 days ago, 2 March, 2026-03-02";

/// Examples of the forms that are understood for the day of an interview.
pub const FORMS_EITHER: &str = "today, yesterday, monday (the last one), next monday, tomorrow, in 3 days, 3 days ago, \
    2 March (the nearest one), 2026-03-02";

/// The next day that the words can mean. Of a span, it is the last day.
pub fn ahead(text: &str, today: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if let ["next", unit] = words[..] {
        match unit.to_lowercase().as_str() {
            "week" => return today.checked_add_days(Days::new(7)),
            "month" => return Window::Months(1).last_day(today, calendar),
            _ => {}
        }
    }
    Window::parse(text)?.last_day(today, calendar)
}

/// The last day that the words can mean, today at the latest.
pub fn back(text: &str, today: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    let ago = |days: u64| today.checked_sub_days(Days::new(days));
    if text == "yesterday" {
        return ago(1);
    }
    if let Some(span) = text.strip_suffix(" ago") {
        return match Window::parse(span)? {
            Window::Days(days) => ago(days.into()),
            Window::BusinessDays(days) => {
                let offset = Offset::business_days(days).reversed();
                Some(calendar.add(today, offset))
            }
            _ => None,
        };
    }
    let text = text.strip_prefix("last ").or(text.strip_prefix("on ")).unwrap_or(&text);
    match Window::parse(text)? {
        Window::Days(0) => Some(today),
        Window::On(day) => Some(day),
        Window::Weekday { weekday, weeks: 0 } => ago(today.weekday().days_since(weekday).into()),
        Window::DayOfYear { month, day } => (today.year() - 8..=today.year())
            .rev()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|day| *day <= today),
        _ => None,
    }
}

/// The day of an interview in the past or the future. A weekday alone is the last one or today, as most notes are written
/// afterwards; `this`, `coming` and `next` look ahead. A day without a year is the nearest one. A span without a
/// direction, such as `3 days`, is no day.
pub fn either(text: &str, today: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    let looks_ahead =
        ["this ", "coming ", "next ", "in "].iter().any(|word| text.starts_with(word));
    if looks_ahead {
        return match Window::parse(&text)? {
            Window::Days(_)
            | Window::BusinessDays(_)
            | Window::Months(_)
            | Window::Weekday { .. } => ahead(&text, today, calendar),
            _ => None,
        };
    }
    match Window::parse(&text) {
        Some(Window::DayOfYear { .. }) => {
            let days = [back(&text, today, calendar), ahead(&text, today, calendar)];
            days.into_iter().flatten().min_by_key(|day| (*day - today).num_days().abs())
        }
        Some(Window::Days(1)) if text == "tomorrow" => ahead(&text, today, calendar),
        Some(Window::Days(0)) if text != "today" => None,
        _ => back(&text, today, calendar),
    }
}

/// The one or two days that a date in another format can mean: `13.3.2026` and `March 3 2026` mean one day each,
/// `03/04/2026` either the third of April or the fourth of March.
pub fn readings(text: &str) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let text = text.trim();
    let separator = text.find(['/', '.', '-', ' ']).map(|at| char::from(text.as_bytes()[at]))?;
    let mut parts = text.split(separator);
    let mut part = || parts.next().filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let numbers = [part(), part(), part()];
    let [Some(first), Some(second), Some(third)] = numbers else { return in_words(text) };
    if parts.next().is_some() {
        return in_words(text);
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

fn in_words(text: &str) -> Option<(NaiveDate, Option<NaiveDate>)> {
    match Window::parse(text)? {
        Window::On(day) => Some((day, None)),
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
            let expected =
                expected.map(|(first, second): (_, Option<_>)| (day(first), second.map(day)));
            assert_eq!(readings(text), expected, "{text}");
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
            let day = ahead(text, today(), &Calendar::default());
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
            let day = either(text, today(), &Calendar::default());
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
            let day = back(text, today(), &Calendar::default());
            assert_eq!(day, expected.and_then(parse_date), "{text}");
        }
    }
}
