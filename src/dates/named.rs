//! A time frame that names its day, week or month: `by Friday`, `20 March`, `end of next week`.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::dates::calendar::parse_date;
use crate::dates::window::{Holidays, Part, Window};
use crate::dates::words::spaced;

/// `2026-03-20`, `20 March`, `March 20 2026`, `the 20th of March`, `Friday`, `tomorrow`, `Fri 6th`.
pub(super) fn day(words: &[&str]) -> Option<Window> {
    match words {
        // The date decides.
        [weekday, rest @ .., "st" | "nd" | "rd" | "th"] if parse_weekday(weekday).is_some() => {
            let date = rest.strip_prefix(&["the"]).unwrap_or(rest);
            if let [date] = date {
                return date.parse().ok().map(Window::DayOfMonth);
            }
        }
        [date, "st" | "nd" | "rd" | "th"] => return date.parse().ok().map(Window::DayOfMonth),
        _ => {}
    }
    let words: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !matches!(*word, "of" | "the" | "st" | "nd" | "rd" | "th"))
        .collect();
    match words[..] {
        ["today" | "tonight" | "eod" | "cob"] | ["later", "today"] => Some(Window::Days(0)),
        ["same" | "end", "day"] | ["end", "business"] => Some(Window::Days(0)),
        ["tomorrow"] | ["today" | "tonight", "or", "tomorrow"] => Some(Window::Days(1)),
        ["tomorrow", "or", "day", "after"] => Some(Window::Days(2)),
        [weekday] | ["this" | "coming", weekday] if parse_weekday(weekday).is_some() => {
            Some(Window::Weekday { weekday: parse_weekday(weekday)?, weeks: 0 })
        }
        ["next", weekday]
        | [weekday, "next", "week"]
        | ["next", "week", weekday]
        | ["next", "week", "on", weekday]
            if parse_weekday(weekday).is_some() =>
        {
            Some(Window::Weekday { weekday: parse_weekday(weekday)?, weeks: 1 })
        }
        [weekday, "this", "week"] | ["this", "week", weekday]
            if parse_weekday(weekday).is_some() =>
        {
            Some(Window::Weekday { weekday: parse_weekday(weekday)?, weeks: 0 })
        }
        ["this" | "coming" | "next", ref dated @ ..]
            if dated.len() > 2 && parse_weekday(dated[0]).is_some() =>
        {
            day(dated)
        }
        // The date decides: `Fri 20 March` is the 20th. One that isn't a Friday is no day at all.
        [weekday, ref rest @ ..] if parse_weekday(weekday).is_some() && rest.len() > 1 => {
            let is_right = |window: &Window| {
                window.dated().is_none_or(|day| Some(day.weekday()) == parse_weekday(weekday))
            };
            day(rest).filter(is_right)
        }
        [year, "to", month, "to", date] => {
            parse_date(&format!("{year}-{month}-{date}")).map(Window::On)
        }
        [date, month] if parse_month(month).is_some() => dated(date, month),
        [month, date] if parse_month(month).is_some() => dated(date, month),
        [date, month, year] | [month, date, year] if parse_month(month).is_some() => {
            let (year, date) = (parse_year(year)?, date.parse().ok()?);
            NaiveDate::from_ymd_opt(year, parse_month(month)?, date).map(Window::On)
        }
        _ => None,
    }
}

/// `end of next week`, `this month`, `March`, `mid April`.
pub(super) fn period(words: &[&str]) -> Option<Window> {
    let words: Vec<&str> =
        words.iter().copied().filter(|word| !matches!(*word, "of" | "the")).collect();
    match words[..] {
        ["late" | "later", "this", "week"] => {
            Some(Window::PartOfWeek { part: Part::Late, weeks: 0 })
        }
        [part, "next", "week"] if parse_part(part).is_some() => {
            Some(Window::PartOfWeek { part: parse_part(part)?, weeks: 1 })
        }
        [part, month] if parse_part(part).is_some() && parse_month(month).is_some() => {
            Some(Window::PartOfMonth { part: parse_part(part)?, month: parse_month(month)? })
        }
        ["first", "week", month] => {
            Some(Window::PartOfMonth { part: Part::Early, month: parse_month(month)? })
        }
        ["week", "after", "next"] | ["next", "week", "or", "week", "after"] => {
            Some(Window::Week { weeks: 2 })
        }
        ["week", "ending", ref rest @ ..] | ["w/e", ref rest @ ..] => day(rest),
        ["week", "commencing" | "beginning" | "starting", ref rest @ ..]
        | ["week" | "w/c" | "wc" | "w/b" | "wb", ref rest @ ..]
            if day(rest).is_some() =>
        {
            let day = day(rest).filter(|day| !matches!(day, Window::Days(_)))?;
            Some(Window::EndOfWeekOf(Box::new(day)))
        }
        ["end" | "late", ref rest @ ..] => end_of(rest),
        ["this", "week"] => Some(Window::Week { weeks: 0 }),
        ["next", "week"] => Some(Window::Week { weeks: 1 }),
        ["this", "month"] => Some(Window::Month { months: 0 }),
        ["next", "month"] => Some(Window::Month { months: 1 }),
        [month] if parse_month(month).is_some() => parse_month(month).map(Window::NamedMonth),
        ref rest => end_of(rest),
    }
}

/// The weekday that a word names, in full or in short, with a point or without.
pub fn parse_weekday(word: &str) -> Option<Weekday> {
    match word.strip_suffix('.').unwrap_or(word) {
        "tues" => Some(Weekday::Tue),
        "weds" => Some(Weekday::Wed),
        "thur" | "thurs" => Some(Weekday::Thu),
        word => (word.len() >= 3).then(|| word.parse().ok()).flatten(),
    }
}

/// The weekday that a text names with a day of a month: `by Fri 20th`, `Friday, March 6`.
pub fn weekday_of_date(text: &str) -> Option<Weekday> {
    let spaced = spaced(text);
    let words: Vec<&str> = spaced.split_whitespace().filter(|word| *word != "the").collect();
    let is_date = |rest: &[&str]| match rest {
        [_, "am" | "pm", ..] | [] => false,
        [first, ..] => first.bytes().all(|b| b.is_ascii_digit()) || parse_month(first).is_some(),
    };
    let weekdays = words.iter().enumerate().filter(|(at, _)| is_date(&words[at + 1..]));
    weekdays.filter_map(|(_, word)| parse_weekday(word)).next()
}

fn dated(date: &str, month: &str) -> Option<Window> {
    if date.len() > 2 {
        return None;
    }
    Some(Window::DayOfYear { month: parse_month(month)?, day: date.parse().ok()? })
}

fn end_of(words: &[&str]) -> Option<Window> {
    let period = words.join(" ");
    if let Some((_, window)) = PERIODS.iter().find(|(known, _)| *known == period) {
        return Some(window.clone());
    }
    match words {
        [month] => parse_month(month).map(Window::EndOfNamedMonth),
        [month, year] => {
            Some(Window::EndOfDatedMonth { month: parse_month(month)?, year: parse_year(year)? })
        }
        _ => None,
    }
}

fn parse_part(word: &str) -> Option<Part> {
    match word {
        "early" | "beginning" | "start" => Some(Part::Early),
        "mid" | "middle" => Some(Part::Middle),
        "late" | "later" => Some(Part::Late),
        _ => None,
    }
}

/// The number of a month in lower case, whole or shortened: "september", "sept", "sep".
pub fn parse_month(word: &str) -> Option<u32> {
    let word = if word == "sept" { "sep" } else { word };
    let month: chrono::Month = (word.len() >= 3).then(|| word.parse().ok()).flatten()?;
    Some(month.number_from_month())
}

fn parse_year(word: &str) -> Option<i32> {
    let year = word.parse().ok()?;
    (1900..=9999).contains(&year).then_some(year)
}

/// Periods that end with their last day.
const PERIODS: [(&str, Window); 40] = [
    ("christmas", Window::Holidays(Holidays::Christmas)),
    ("xmas", Window::Holidays(Holidays::Christmas)),
    ("after christmas", Window::Holidays(Holidays::AfterChristmas)),
    ("after xmas", Window::Holidays(Holidays::AfterChristmas)),
    ("easter weekend", Window::Holidays(Holidays::Easter)),
    ("easter", Window::Holidays(Holidays::Easter)),
    ("after easter", Window::Holidays(Holidays::AfterEaster)),
    ("thanksgiving", Window::Holidays(Holidays::Thanksgiving)),
    ("after thanksgiving", Window::Holidays(Holidays::AfterThanksgiving)),
    ("right after thanksgiving", Window::Holidays(Holidays::AfterThanksgiving)),
    ("week after thanksgiving", Window::Holidays(Holidays::AfterThanksgiving)),
    ("monday after thanksgiving", Window::Holidays(Holidays::MondayAfterThanksgiving)),
    ("black friday", Window::Holidays(Holidays::BlackFriday)),
    ("thanksgiving week", Window::Holidays(Holidays::ThanksgivingWeek)),
    ("week thanksgiving", Window::Holidays(Holidays::ThanksgivingWeek)),
    ("new year", Window::Holidays(Holidays::NewYear)),
    ("early new year", Window::Holidays(Holidays::EarlyNewYear)),
    ("early in new year", Window::Holidays(Holidays::EarlyNewYear)),
    ("after new year", Window::Holidays(Holidays::EarlyNewYear)),
    ("after new years", Window::Holidays(Holidays::EarlyNewYear)),
    ("after new years day", Window::Holidays(Holidays::EarlyNewYear)),
    ("right after new year", Window::Holidays(Holidays::EarlyNewYear)),
    ("week", Window::EndOfWeek { weeks: 0 }),
    ("this week", Window::EndOfWeek { weeks: 0 }),
    ("eow", Window::EndOfWeek { weeks: 0 }),
    ("next week", Window::EndOfWeek { weeks: 1 }),
    ("week after next", Window::EndOfWeek { weeks: 2 }),
    ("weekend", Window::Weekend),
    ("this weekend", Window::Weekend),
    ("after weekend", Window::PartOfWeek { part: Part::Early, weeks: 1 }),
    ("fortnight", Window::Days(14)),
    ("this fortnight", Window::Days(14)),
    ("next fortnight", Window::Days(14)),
    ("month", Window::EndOfMonth { months: 0 }),
    ("this month", Window::EndOfMonth { months: 0 }),
    ("month end", Window::EndOfMonth { months: 0 }),
    ("eom", Window::EndOfMonth { months: 0 }),
    ("next month", Window::EndOfMonth { months: 1 }),
    ("year", Window::EndOfYear),
    ("this year", Window::EndOfYear),
];
