//! The decision window, as people say it: `5-7 days`, `by Friday`, `end of March`.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::dates::calendar::{Calendar, Offset, parse_date};

/// The forms that are understood, for the help of a problem.
pub const FORMS: &str = "3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, \
    by Friday, end of next week, end of March, mid April, tomorrow, unknown";

/// Longest count of days, weeks or months that is taken for meant.
const COUNT_LIMIT: u32 = 400;

/// A time frame in words, before it is counted from the day on which it was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Window {
    /// They gave none, and the note says so.
    Unstated,
    /// So many calendar days.
    Days(u32),
    /// So many business days.
    BusinessDays(u32),
    /// So many calendar months: the same day, or the month's last.
    Months(u32),
    /// A day with its year.
    On(NaiveDate),
    /// A day of the year, the next one.
    DayOfYear { month: u32, day: u32 },
    /// A day of the month, the next one.
    DayOfMonth(u32),
    /// The next such weekday, never the day itself; with `weeks` 1, the one of the following week.
    Weekday { weekday: Weekday, weeks: u64 },
    /// The Friday of this week (0) or of the next (1).
    EndOfWeek { weeks: u64 },
    /// The last day of this month (0) or of the next (1).
    EndOfMonth { months: u32 },
    /// The last day of a month of that number, the next one.
    EndOfNamedMonth(u32),
    /// The last day of a month with its year.
    EndOfDatedMonth { year: i32, month: u32 },
    /// The last day of the year.
    EndOfYear,
}

impl Window {
    /// Reads a time frame, or gives `None` where it isn't sure what is meant.
    pub fn parse(text: &str) -> Option<Window> {
        let text = text.trim();
        if let Some(day) = parse_date(text) {
            return Some(Window::On(day));
        }
        let words = words(text);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if is_unstated(&words) {
            return Some(Window::Unstated);
        }
        let words = trimmed(&words);
        span(words)
            .or_else(|| day(words))
            .or_else(|| period(words))
            .filter(|window| window.ends_somewhere())
    }

    /// The decision date: the window's last day, counted from the day that it was said.
    pub fn last_day(&self, said: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
        match *self {
            Window::Unstated => None,
            Window::Days(n) => Some(calendar.add(said, Offset::days(n))),
            Window::BusinessDays(n) => Some(calendar.add(said, Offset::business_days(n))),
            Window::Months(n) => said.checked_add_months(Months::new(n)),
            Window::On(_) | Window::EndOfDatedMonth { .. } => self.dated(),
            Window::DayOfYear { month, day } => (said.year()..said.year() + 9)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
                .find(|&candidate| candidate >= said),
            Window::DayOfMonth(day) => (0..4)
                .filter_map(|n| first_of_month(said).checked_add_months(Months::new(n)))
                .filter_map(|month| month.with_day(day))
                .find(|&candidate| candidate >= said),
            Window::Weekday { weekday, weeks: 0 } => {
                let ahead = weekday.days_since(said.weekday());
                said.checked_add_days(Days::new(if ahead == 0 { 7 } else { ahead }.into()))
            }
            Window::Weekday { weekday, weeks } => weekday_of_week(said, weekday, weeks),
            Window::EndOfWeek { weeks } => {
                weekday_of_week(said, Weekday::Fri, weeks).and_then(|friday| {
                    // Said at the weekend, "the end of the week" is the coming one.
                    if friday < said { friday.checked_add_days(Days::new(7)) } else { Some(friday) }
                })
            }
            Window::EndOfMonth { months } => {
                first_of_month(said).checked_add_months(Months::new(months)).and_then(last_of_month)
            }
            Window::EndOfNamedMonth(month) => (said.year()..said.year() + 2)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, 1))
                .filter_map(last_of_month)
                .find(|&candidate| candidate >= said),
            Window::EndOfYear => NaiveDate::from_ymd_opt(said.year(), 12, 31),
        }
    }

    /// The last day, where the words name it with its year.
    pub fn dated(&self) -> Option<NaiveDate> {
        match *self {
            Window::On(day) => Some(day),
            Window::EndOfDatedMonth { year, month } => {
                NaiveDate::from_ymd_opt(year, month, 1).and_then(last_of_month)
            }
            _ => None,
        }
    }

    /// Refuses days that no calendar has, such as 31 February, and counts beyond reason.
    fn ends_somewhere(&self) -> bool {
        match *self {
            Window::Days(n) => n <= COUNT_LIMIT * 7,
            Window::BusinessDays(n) | Window::Months(n) => n <= COUNT_LIMIT,
            Window::DayOfYear { month, day } => NaiveDate::from_ymd_opt(2024, month, day).is_some(),
            Window::DayOfMonth(day) => (1..=31).contains(&day),
            _ => true,
        }
    }
}

/// Lower-case words; a dash between numbers is the word `to`, any other is a space.
fn words(text: &str) -> Vec<String> {
    let text: Vec<char> = text.to_lowercase().chars().collect();
    let mut spaced = String::new();
    for (at, &c) in text.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| text[before]);
        match c {
            '-' | '–' | '—' | '‐' | '‑' => {
                let next = text[at + 1..].iter().find(|c| !c.is_whitespace());
                let last = text[..at].iter().rfind(|c| !c.is_whitespace());
                let between = next.is_some_and(char::is_ascii_digit)
                    && last.is_some_and(char::is_ascii_digit);
                // A minus makes no sense here, and must not get lost.
                let minus = !between && next.is_some_and(char::is_ascii_digit) && last.is_none();
                spaced.push_str(if between {
                    " to "
                } else if minus {
                    "-"
                } else {
                    " "
                });
            }
            // A fraction, or thousands: no count of days.
            ',' | '.' if is_digit(before) && is_digit(text.get(at + 1).copied()) => spaced.push(c),
            ',' | '.' | ';' | '(' | ')' | '~' | '≈' | '!' => spaced.push(' '),
            '\'' | '’' => {}
            c => {
                // `2w` and `20th`: a number and its unit are two words.
                if c.is_alphabetic() && is_digit(before) {
                    spaced.push(' ');
                }
                spaced.push(c);
            }
        }
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

fn is_unstated(words: &[&str]) -> bool {
    matches!(
        words.join(" ").as_str(),
        "" | "unknown"
            | "not stated"
            | "not said"
            | "not given"
            | "none"
            | "none given"
            | "no"
            | "n/a"
            | "na"
            | "?"
            | "??"
            | "tbd"
            | "unclear"
            | "not sure"
            | "unsure"
            | "unspecified"
            | "null"
            | "they didnt say"
    )
}

/// Without the small words around: `within about 10 days or so` is `10 days`.
fn trimmed<'a, 'w>(mut words: &'a [&'w str]) -> &'a [&'w str] {
    const BEFORE: [&[&str]; 22] = [
        &["no", "later", "than"],
        &["up", "to"],
        &["at", "most"],
        &["within"],
        &["in"],
        &["about"],
        &["around"],
        &["approximately"],
        &["approx"],
        &["roughly"],
        &["probably"],
        &["maybe"],
        &["by"],
        &["before"],
        &["until"],
        &["till"],
        &["on"],
        &["over"],
        &["sometime"],
        &["the"],
        &["max"],
        &["max", "of"],
    ];
    const AFTER: [&[&str]; 10] = [
        &["or", "so"],
        &["at", "most"],
        &["at", "the", "latest"],
        &["latest"],
        &["from", "now"],
        &["time"],
        &["max"],
        &["maximum"],
        &["or", "less"],
        &["tops"],
    ];
    'again: loop {
        for small in BEFORE {
            if words.len() > small.len() && words.starts_with(small) {
                words = &words[small.len()..];
                continue 'again;
            }
        }
        for small in AFTER {
            if words.len() > small.len() && words.ends_with(small) {
                words = &words[..words.len() - small.len()];
                continue 'again;
            }
        }
        return words;
    }
}

/// `3 days`, `5 to 7 days`, `a week or two`, `10 business days`.
fn span(words: &[&str]) -> Option<Window> {
    let (first, rest) = number(words)?;
    let (count, rest) = match rest {
        ["to" | "or" | "and", more @ ..] => match number(more) {
            Some((second, rest)) => (second.max(first), rest),
            None => return None,
        },
        // `two-three weeks`, but not `2 5 days`.
        [word, ..] if !word.starts_with(|c: char| c.is_ascii_digit()) => match number(rest) {
            Some((second, rest)) => (second.max(first), rest),
            None => (first, rest),
        },
        _ => (first, rest),
    };
    let (unit, rest) = match rest {
        ["business" | "working" | "work", unit, rest @ ..] if is_day(unit) => ("business", rest),
        ["calendar", unit, rest @ ..] => (*unit, rest),
        [unit, rest @ ..] => (*unit, rest),
        [] => return None,
    };
    // `a week or two`
    let count = match rest {
        [] => count,
        ["or" | "to", more @ ..] => match number(more) {
            Some((second, [])) => second.max(count),
            _ => return None,
        },
        _ => return None,
    };
    match unit {
        "business" | "bd" => Some(Window::BusinessDays(count)),
        unit if is_day(unit) => Some(Window::Days(count)),
        "h" | "hour" | "hours" | "hrs" => Some(Window::Days(count.div_ceil(24))),
        "w" | "wk" | "wks" | "week" | "weeks" => Some(Window::Days(count.checked_mul(7)?)),
        "fortnight" | "fortnights" => Some(Window::Days(count.checked_mul(14)?)),
        "mo" | "month" | "months" => Some(Window::Months(count)),
        _ => None,
    }
}

fn is_day(unit: &str) -> bool {
    matches!(unit, "d" | "day" | "days")
}

fn number<'a, 'w>(words: &'a [&'w str]) -> Option<(u32, &'a [&'w str])> {
    const NAMES: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    match words {
        ["a" | "one", "couple", "of", rest @ ..] | ["couple", "of", rest @ ..] => Some((2, rest)),
        ["a" | "one", "couple", rest @ ..] => Some((2, rest)),
        ["a" | "an", rest @ ..] => Some((1, rest)),
        ["fifteen", rest @ ..] => Some((15, rest)),
        ["twenty", rest @ ..] => Some((20, rest)),
        ["thirty", rest @ ..] => Some((30, rest)),
        [word, rest @ ..] => {
            let number = NAMES
                .iter()
                .position(|name| name == word)
                .map(|n| n as u32)
                .or_else(|| word.parse().ok())?;
            Some((number, rest))
        }
        [] => None,
    }
}

/// `2026-03-20`, `20 March`, `March 20 2026`, `the 20th of March`, `Friday`, `tomorrow`.
fn day(words: &[&str]) -> Option<Window> {
    if let [date, "st" | "nd" | "rd" | "th"] = words {
        return date.parse().ok().map(Window::DayOfMonth);
    }
    let words: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !matches!(*word, "of" | "the" | "st" | "nd" | "rd" | "th"))
        .collect();
    match words[..] {
        ["today"] => Some(Window::Days(0)),
        ["tomorrow"] => Some(Window::Days(1)),
        [weekday] | ["this" | "coming", weekday] if parse_weekday(weekday).is_some() => {
            Some(Window::Weekday { weekday: parse_weekday(weekday)?, weeks: 0 })
        }
        ["next", weekday] if parse_weekday(weekday).is_some() => {
            Some(Window::Weekday { weekday: parse_weekday(weekday)?, weeks: 1 })
        }
        // The date rules: `Fri 20 March` is the 20th.
        [weekday, ref rest @ ..] if parse_weekday(weekday).is_some() && rest.len() > 1 => day(rest),
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

fn dated(date: &str, month: &str) -> Option<Window> {
    if date.len() > 2 {
        return None;
    }
    Some(Window::DayOfYear { month: parse_month(month)?, day: date.parse().ok()? })
}

/// `end of next week`, `this month`, `March`, `mid April`.
fn period(words: &[&str]) -> Option<Window> {
    let words: Vec<&str> =
        words.iter().copied().filter(|word| !matches!(*word, "of" | "the")).collect();
    match words[..] {
        ["mid" | "middle", month] => {
            Some(Window::DayOfYear { month: parse_month(month)?, day: 15 })
        }
        ["eow"] => Some(Window::EndOfWeek { weeks: 0 }),
        ["eom"] => Some(Window::EndOfMonth { months: 0 }),
        ["end" | "late", ref rest @ ..] => end_of(rest),
        ref rest => end_of(rest),
    }
}

fn end_of(words: &[&str]) -> Option<Window> {
    match words {
        ["week"] | ["this", "week"] => Some(Window::EndOfWeek { weeks: 0 }),
        ["next", "week"] => Some(Window::EndOfWeek { weeks: 1 }),
        ["month"] | ["this", "month"] => Some(Window::EndOfMonth { months: 0 }),
        ["next", "month"] => Some(Window::EndOfMonth { months: 1 }),
        ["year"] | ["this", "year"] => Some(Window::EndOfYear),
        [month] => parse_month(month).map(Window::EndOfNamedMonth),
        [month, year] => {
            Some(Window::EndOfDatedMonth { month: parse_month(month)?, year: parse_year(year)? })
        }
        _ => None,
    }
}

fn parse_weekday(word: &str) -> Option<Weekday> {
    (word.len() >= 3).then(|| word.parse().ok()).flatten()
}

fn parse_month(word: &str) -> Option<u32> {
    let word = if word == "sept" { "sep" } else { word };
    let month: chrono::Month = (word.len() >= 3).then(|| word.parse().ok()).flatten()?;
    Some(month.number_from_month())
}

fn parse_year(word: &str) -> Option<i32> {
    let year = word.parse().ok()?;
    (1900..=9999).contains(&year).then_some(year)
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    first_of_month(day).checked_add_months(Months::new(1))?.pred_opt()
}

fn weekday_of_week(said: NaiveDate, weekday: Weekday, weeks: u64) -> Option<NaiveDate> {
    let days = Days::new(7 * weeks + u64::from(weekday.num_days_from_monday()));
    said.week(Weekday::Mon).first_day().checked_add_days(days)
}
