//! The phrases in which people state a time frame: `5-7 days`, `by Friday`, `end of March`.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::dates::calendar::parse_date;
use crate::dates::sentence;
use crate::dates::window::{Holidays, Part, Unit, Window};

/// Examples of the forms that are understood, for users.
pub const FORMS: &str = "3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, \
    by Friday, end of next week, end of March, mid April, tomorrow, unknown";

/// Largest count of days, weeks or months that is believed.
const COUNT_LIMIT: u32 = 400;

/// Phrases that say that no time frame was given.
const UNSTATED: [&str; 28] = [
    "",
    "unknown",
    "not stated",
    "not said",
    "not given",
    "none",
    "none given",
    "no",
    "n/a",
    "na",
    "?",
    "??",
    "tbd",
    "tba",
    "tbc",
    "to be confirmed",
    "no idea",
    "no date",
    "no date given",
    "dont know",
    "i dont know",
    "not known",
    "unclear",
    "not sure",
    "unsure",
    "unspecified",
    "null",
    "they didnt say",
];

/// Words before a time frame that don't change it.
const BEFORE: [&[&str]; 36] = [
    &["at", "the"],
    &["not", "until"],
    &["not", "till"],
    &["some", "time"],
    &["hopefully"],
    &["first", "thing"],
    &["cop"],
    &["latest"],
    &["at", "the", "latest"],
    &["close", "of", "play"],
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
    &["eod"],
    &["cob"],
    &["end", "of", "day"],
    &["close", "of", "business"],
];

/// Words after a time frame that don't change it.
const AFTER: [&[&str]; 20] = [
    &["to", "decide"],
    &["either", "way"],
    &["or", "so"],
    &["some", "time"],
    &["sometime"],
    &["hopefully"],
    &["probably"],
    &["maybe"],
    &["morning"],
    &["afternoon"],
    &["evening"],
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

/// Numbers in words.
const NUMBERS: [(&str, u32); 16] = [
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("fifteen", 15),
    ("twenty", 20),
    ("thirty", 30),
];

/// Periods that end with their last day.
const PERIODS: [(&str, Window); 30] = [
    ("christmas", Window::Holidays(Holidays::Christmas)),
    ("xmas", Window::Holidays(Holidays::Christmas)),
    ("after christmas", Window::Holidays(Holidays::AfterChristmas)),
    ("after xmas", Window::Holidays(Holidays::AfterChristmas)),
    ("easter", Window::Holidays(Holidays::Easter)),
    ("after easter", Window::Holidays(Holidays::AfterEaster)),
    ("thanksgiving", Window::Holidays(Holidays::Thanksgiving)),
    ("after thanksgiving", Window::Holidays(Holidays::AfterThanksgiving)),
    ("new year", Window::Holidays(Holidays::NewYear)),
    ("early new year", Window::Holidays(Holidays::EarlyNewYear)),
    ("early in new year", Window::Holidays(Holidays::EarlyNewYear)),
    ("after new year", Window::Holidays(Holidays::EarlyNewYear)),
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

/// Words for a search that has stopped for a while.
const ON_HOLD: [&[&str]; 8] = [
    &["on", "hold"],
    &["on", "pause"],
    &["on", "ice"],
    &["paused"],
    &["hiring", "freeze"],
    &["hiring", "frozen"],
    &["hiring", "is", "frozen"],
    &["pausing"],
];

/// Words around these: who has stopped it, and what. Anything else may say the contrary, or be about something else.
#[rustfmt::skip]
const AROUND_HOLD: [&str; 50] = [
    "a", "again", "all", "announced", "application", "are", "been", "currently", "decision", "everything", "had",
    "has", "have", "hiring", "in", "indefinitely", "is", "it", "its", "job", "just", "my", "new", "now", "opening",
    "our", "position", "post", "process", "put", "putting", "recruiting", "recruitment", "role", "sadly", "search",
    "still", "temporarily", "the", "their", "theres", "they", "theyre", "theyve", "things", "unfortunately",
    "vacancy", "was", "we", "weve",
];

/// The words behind those that say that the search has stopped: `we've put it on hold until June`.
fn behind_hold<'a, 'w>(words: &'a [&'w str]) -> Option<&'a [&'w str]> {
    let is_around = |word: &&str| AROUND_HOLD.contains(word);
    let behind = |at: usize| ON_HOLD.iter().find_map(|phrase| words[at..].strip_prefix(*phrase));
    let (at, rest) = (0..words.len()).find_map(|at| Some((at, behind(at)?)))?;
    // "On hold a month" is no month's end.
    let end = rest.iter().position(|word| *word == "a" || !is_around(word));
    let end = end.unwrap_or(rest.len());
    words[..at].iter().all(is_around).then(|| &rest[end..])
}

/// The time frame of a search that has stopped, with its end if they gave one.
fn on_hold(words: &[&str], of: fn(&[&str]) -> Option<Window>) -> Option<Window> {
    let rest = behind_hold(words)?;
    let end = match rest {
        [] | ["at", "the", "moment"] | ["because" | "due" | "pending" | "while", ..] => None,
        ["for", "now"] | ["for", "the", "moment" | "time", ..] => None,
        // It may end with something that has no day.
        ["until" | "till", rest @ ..] => of(rest),
        ["for", rest @ ..] | rest => Some(of(rest)?),
    };
    end.filter(Window::is_possible).or(Some(Window::OnHold))
}

impl Window {
    /// Reads a time frame; `None` if its meaning isn't certain.
    pub fn parse(text: &str) -> Option<Window> {
        Window::read(text, phrase)
    }

    /// Reads a time frame or a sentence that tells it: `they'll let me know by Friday`.
    pub fn told(text: &str) -> Option<Window> {
        Window::read(text, told)
    }

    fn read(text: &str, of: fn(&[&str]) -> Option<Window>) -> Option<Window> {
        let text = text.trim();
        if let Some(day) = parse_date(text) {
            return Some(Window::On(day));
        }
        let spaced = spaced(text);
        let whole = |word| if word == "wk" { "week" } else { word };
        let words: Vec<&str> = spaced.split_whitespace().map(whole).collect();
        if UNSTATED.contains(&words.join(" ").as_str()) {
            return Some(Window::Unstated);
        }
        on_hold(&words, of).or_else(|| of(&words).filter(Window::is_possible))
    }

    /// Returns false for days that don't exist, such as 31 February, and for unreasonable counts.
    fn is_possible(&self) -> bool {
        match *self {
            Window::Days(n) => n <= COUNT_LIMIT * 7,
            Window::BusinessDays(n) | Window::Months(n) => n <= COUNT_LIMIT,
            Window::Range { most, unit, .. } => {
                unit.times(most).is_some_and(|longest| longest.is_possible())
            }
            Window::DayOfYear { month, day } => NaiveDate::from_ymd_opt(2024, month, day).is_some(),
            Window::DayOfMonth(day) => (1..=31).contains(&day),
            Window::More(ref window) | Window::EndOfWeekOf(ref window) => window.is_possible(),
            _ => true,
        }
    }
}

fn phrase(words: &[&str]) -> Option<Window> {
    match words {
        // Not what is left once the small words are gone.
        ["by" | "before", "weekend"] | ["by" | "before", "the", "weekend"] => {
            return Some(Window::EndOfWeek { weeks: 0 });
        }
        ["this", "morning" | "afternoon" | "evening"] => return Some(Window::Days(0)),
        _ => {}
    }
    let words = trimmed(words);
    more(words)
        .or_else(|| span(words))
        .or_else(|| weeks_after(words))
        .or_else(|| day(words))
        .or_else(|| period(words))
}

fn told(words: &[&str]) -> Option<Window> {
    let rest = || {
        let words = trimmed(words);
        put_off(words).or_else(|| sentence::rests(words).into_iter().find_map(told))
    };
    phrase(words).or_else(rest)
}

/// More time than they had: `another week`, `a few more days`, `a week late`.
fn more(words: &[&str]) -> Option<Window> {
    let words = match words {
        [words @ .., "more" | "longer" | "late" | "later" | "behind"] => trimmed(words),
        words if words.iter().any(|word| ["another", "more"].contains(word)) => words,
        _ => return None,
    };
    span(words).map(|span| Window::More(Box::new(span)))
}

/// The same in a sentence: `the decision is delayed by a week`, `they've pushed it back two weeks`, `running late by a week`,
/// `they need until Friday`.
fn put_off(words: &[&str]) -> Option<Window> {
    #[rustfmt::skip]
    const BEFORE: [&str; 29] = [
        "a", "answer", "are", "be", "been", "decision", "decisions", "had", "has", "have", "he", "is", "it", "its",
        "just", "process", "she", "still", "the", "their", "they", "theyll", "theyre", "theyve", "was", "we",
        "were", "weve", "will",
    ];
    const AFTER: [&str; 8] = ["it", "the", "decision", "things", "back", "out", "late", "by"];
    let at = words.iter().position(|word| !BEFORE.contains(word))?;
    let (deed, rest) = words[at..].split_first()?;
    let span_at = rest.iter().position(|word| !AFTER.contains(word))?;
    let (between, length) = rest.split_at(span_at);
    if let "need" | "needs" | "asked" = *deed {
        let length = trimmed(length.strip_prefix(&["for"]).unwrap_or(length));
        let until = || match rest {
            ["until" | "till", ..] => phrase(rest),
            _ => None,
        };
        return more(length).or_else(|| span(length)).or_else(until);
    }
    let is_put_off = match *deed {
        "delayed" | "extended" | "postponed" | "slipped" => true,
        "pushed" if between.contains(&"by") => true,
        "moved" | "pushed" | "put" => between.iter().any(|word| ["back", "out"].contains(word)),
        "running" => between.contains(&"late") || more(length).is_some(),
        _ => false,
    };
    let length = trimmed(length);
    let window = more(length).or_else(|| Some(Window::More(Box::new(span(length)?))));
    window.filter(|_| is_put_off)
}

/// A number of weeks after a day that is named: `a week on Friday`, `Friday week`, `a fortnight tomorrow`.
fn weeks_after(words: &[&str]) -> Option<Window> {
    let (length, day) = match words {
        [day, "week" | "fortnight"] => (&words[1..], *day),
        ["a" | "one" | "two" | "three", _, .., day] => (&words[1..words.len() - 1], *day),
        ["week" | "fortnight", .., day] => (&words[..words.len() - 1], *day),
        _ => return None,
    };
    let count = match words[0] {
        "two" => 2,
        "three" => 3,
        _ => 1,
    };
    let weeks = match length {
        ["week" | "weeks"] | ["week" | "weeks", "on" | "from"] => count,
        ["fortnight"] | ["fortnight", "on" | "from"] => 2 * count,
        _ => return None,
    };
    let day = match day {
        "today" => return Some(Window::Days(7 * weeks)),
        "tomorrow" => Window::Days(1),
        day => Window::Weekday { weekday: parse_weekday(day)?, weeks: 0 },
    };
    Some(Window::WeeksAfter { day: Box::new(day), weeks: weeks.into() })
}

/// A text in lower case, with white space between its words. A dash between numbers becomes the word `to`, any other a
/// space.
fn spaced(text: &str) -> String {
    let text = text.to_lowercase();
    let mut spaced = String::with_capacity(text.len());
    let mut before = None;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '-' | '–' | '—' | '‐' | '‑' => {
                let (next, last) = (rest.trim_start(), text[..at].trim_end());
                let starts_number = next.starts_with(|c: char| c.is_ascii_digit());
                let between = starts_number && last.ends_with(|c: char| c.is_ascii_digit());
                // A minus makes no sense here, but must not be dropped.
                let minus = starts_number && last.is_empty();
                spaced.push_str(if between {
                    " to "
                } else if minus {
                    "-"
                } else {
                    " "
                });
            }
            // Part of a number that isn't a whole count of days.
            ',' | '.' if is_digit(before) && is_digit(rest.chars().next()) => spaced.push(c),
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
        before = Some(c);
    }
    spaced
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

/// Strips the small words around: `within about 10 days or so` becomes `10 days`.
fn trimmed<'a, 'w>(mut words: &'a [&'w str]) -> &'a [&'w str] {
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
        let without = without_time_before(without_time(words));
        if without.len() == words.len() || without.is_empty() {
            return words;
        }
        words = without;
    }
}

/// Strips a time of day: `friday at 5 pm` becomes `friday`.
fn without_time<'a, 'w>(words: &'a [&'w str]) -> &'a [&'w str] {
    let before = match words {
        [before @ .., time, "am" | "pm"] if time.starts_with(|c: char| c.is_ascii_digit()) => {
            before
        }
        [before @ .., "noon" | "midday" | "midnight"] => before,
        [before @ .., time] if is_clock(time) => before,
        _ => return words,
    };
    before.strip_suffix(&["at"]).unwrap_or(before)
}

/// The same in front: `5 pm on friday` becomes `on friday`.
fn without_time_before<'a, 'w>(words: &'a [&'w str]) -> &'a [&'w str] {
    match words {
        ["noon" | "midday", rest @ ..] if !rest.is_empty() => rest,
        [time, "am" | "pm", rest @ ..]
            if !rest.is_empty() && time.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            rest
        }
        [time, rest @ ..] if !rest.is_empty() && is_clock(time) => rest,
        _ => words,
    }
}

/// `17:00`
fn is_clock(word: &str) -> bool {
    word.contains(':') && word.bytes().all(|b| b.is_ascii_digit() || b == b':')
}

/// `3 days`, `5 to 7 days`, `a week or two`, `10 business days`, `a few days`.
fn span(words: &[&str]) -> Option<Window> {
    let (words, is_next) = match words {
        ["next" | "coming", rest @ ..] => (rest, true),
        _ => (words, false),
    };
    if let Some(rest) = few(words) {
        return match unit(rest.strip_prefix(&["more"]).unwrap_or(rest))? {
            (unit, 1, []) => Some(Window::Few(unit)),
            _ => None,
        };
    }
    let (first, rest) = match number(words) {
        // `the next day or two`
        None if is_next && words.len() > 1 => (1, words),
        number => number?,
    };
    // `one more week`
    let rest = rest.strip_prefix(&["more"]).unwrap_or(rest);
    let (second, rest) = match rest {
        ["to" | "or" | "and", more @ ..] => number(more)?,
        // `two-three weeks`, but not `2 5 days`.
        [word, ..] if !word.starts_with(|c: char| c.is_ascii_digit()) => {
            number(rest).unwrap_or((first, rest))
        }
        _ => (first, rest),
    };
    if let ["h" | "hour" | "hours" | "hrs"] = rest {
        return Some(Window::Days(first.max(second).div_ceil(24)));
    }
    let (unit, times, rest) = unit(rest)?;
    // `a week or two`
    let second = match rest {
        [] => second,
        ["or" | "to", more @ ..] => match number(more) {
            Some((third, [])) => third.max(second),
            _ => return None,
        },
        _ => return None,
    };
    let (least, most) = (first.min(second), first.max(second));
    let (least, most) = (least.checked_mul(times)?, most.checked_mul(times)?);
    if least == most { unit.times(most) } else { Some(Window::Range { least, most, unit }) }
}

/// The unit at the start of the words, how many of it that is, and the rest of the words.
fn unit<'a, 'w>(words: &'a [&'w str]) -> Option<(Unit, u32, &'a [&'w str])> {
    let (unit, rest) = match words {
        ["business" | "working" | "work", unit, rest @ ..] if is_day(unit) => ("bd", rest),
        ["calendar", unit, rest @ ..] => (*unit, rest),
        [unit, rest @ ..] => (*unit, rest),
        [] => return None,
    };
    let (unit, times) = match unit {
        "business" | "bd" => (Unit::BusinessDay, 1),
        unit if is_day(unit) => (Unit::Day, 1),
        "w" | "wk" | "wks" | "week" | "weeks" => (Unit::Week, 1),
        "fortnight" | "fortnights" => (Unit::Week, 2),
        "mo" | "month" | "months" => (Unit::Month, 1),
        _ => return None,
    };
    Some((unit, times, rest))
}

fn is_day(unit: &str) -> bool {
    matches!(unit, "d" | "day" | "days")
}

/// The words behind `a few`.
fn few<'a, 'w>(words: &'a [&'w str]) -> Option<&'a [&'w str]> {
    match words {
        ["a" | "another", "few", rest @ ..] | ["few" | "several", rest @ ..] => Some(rest),
        _ => None,
    }
}

/// The number at the start of the words, and the rest of them.
fn number<'a, 'w>(words: &'a [&'w str]) -> Option<(u32, &'a [&'w str])> {
    match words {
        ["a" | "one", "couple", "of", rest @ ..] | ["couple", "of", rest @ ..] => Some((2, rest)),
        ["a" | "one", "couple", rest @ ..] | ["couple", rest @ ..] => Some((2, rest)),
        ["a" | "an" | "another", rest @ ..] => Some((1, rest)),
        [word, rest @ ..] => {
            let named = NUMBERS.iter().find(|(name, _)| name == word).map(|(_, number)| *number);
            Some((named.or_else(|| word.parse().ok())?, rest))
        }
        [] => None,
    }
}

/// `2026-03-20`, `20 March`, `March 20 2026`, `the 20th of March`, `Friday`, `tomorrow`, `Fri 6th`.
fn day(words: &[&str]) -> Option<Window> {
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
        ["tomorrow"] => Some(Window::Days(1)),
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
        | ["week" | "w/c" | "wc" | "w/b", ref rest @ ..]
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

fn parse_month(word: &str) -> Option<u32> {
    let word = if word == "sept" { "sep" } else { word };
    let month: chrono::Month = (word.len() >= 3).then(|| word.parse().ok()).flatten()?;
    Some(month.number_from_month())
}

fn parse_year(word: &str) -> Option<i32> {
    let year = word.parse().ok()?;
    (1900..=9999).contains(&year).then_some(year)
}
