//! A day as people say it: `tomorrow`, `friday`, `in 3 days`, `monday` for the last one.

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::Calendar;
use crate::window::Window;

/// The forms that are understood for a day to come.
pub const FORMS_AHEAD: &str = "tomorrow, friday, in 3 days, next week, 20 March, 2026-03-20";

/// The forms that are understood for a day that was.
pub const FORMS_BACK: &str = "today, yesterday, monday, 3 days ago, 2 March, 2026-03-02";

/// The next day that the words mean, counted from `today`. Of a span it is the last day.
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

/// The last day that the words mean, `today` at the latest.
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
                let offset = crate::calendar::Offset::business_days(days).reversed();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;

    /// A Monday.
    fn today() -> NaiveDate {
        parse_date("2026-03-16").unwrap()
    }

    #[test]
    fn days_to_come() {
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
    fn days_that_were() {
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
