//! The phrases in which people state a time frame: `5-7 days`, `by Friday`, `end of March`.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::dates::away::not_before;
use crate::dates::calendar::parse_date;
use crate::dates::hold::{in_reserve, is_back_on, on_hold};
use crate::dates::named::{day, parse_month, parse_weekday, period};
use crate::dates::sentence;
use crate::dates::span::span;
use crate::dates::tail::{behind_reason, heads};
use crate::dates::window::Window;
use crate::dates::words::{spaced, trimmed};

/// Examples of the forms that are understood, for users.
pub const FORMS: &str = "3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, \
    by Friday, end of next week, end of March, mid April, tomorrow, unknown";

/// Largest count of days, weeks or months that is believed.
const COUNT_LIMIT: u32 = 400;

/// Phrases that say that no time frame was given.
const UNSTATED: [&str; 38] = [
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
    "no clue",
    "not a clue",
    "dunno",
    "who knows",
    "no date",
    "no date given",
    "dont know",
    "i dont know",
    "idk",
    "not known",
    "unclear",
    "not sure",
    "unsure",
    "unspecified",
    "null",
    "they didnt say",
    "didnt say",
    "didnt ask",
    "i didnt ask",
    "not asked",
    "forgot to ask",
];

impl Window {
    /// Reads a time frame; `None` if its meaning isn't certain.
    pub fn parse(text: &str) -> Option<Window> {
        Window::read(text, phrase)
    }

    /// Reads a time frame or a sentence that tells it: `they'll let me know by Friday`.
    pub fn told(text: &str) -> Option<Window> {
        let text = &*with_names_of_one_word(text);
        let read = |text: &str| Window::read(text, told);
        let behind = || heads(text).find_map(|head| read(head).filter(Window::is_stated));
        let reason = || behind_reason(text).and_then(read);
        read(text).or_else(behind).or_else(reason).or_else(|| longer(text, read))
    }

    fn read(text: &str, of: fn(&[&str]) -> Option<Window>) -> Option<Window> {
        let text = text.trim();
        if let Some(day) = parse_date(text) {
            return Some(Window::On(day));
        }
        let spaced = spaced(text);
        let whole = |word| match word {
            "wk" => "week",
            "tmrw" | "tmr" | "tmrrw" => "tomorrow",
            word => word,
        };
        let words: Vec<&str> = spaced.split_whitespace().map(whole).collect();
        if let Some(window) = count(&words).filter(Window::is_possible) {
            return Some(window);
        }
        if UNSTATED.contains(&words.join(" ").as_str()) {
            return Some(Window::Unstated);
        }
        if is_back_on(&words) {
            return Some(Window::BackOn);
        }
        let stopped = in_reserve(&words, of).or_else(|| on_hold(&words, of));
        stopped.or_else(|| of(&words).filter(Window::is_possible))
    }

    /// Returns false for days that don't exist, such as 31 February, and for unreasonable counts.
    pub(super) fn is_possible(&self) -> bool {
        match *self {
            Window::Days(n) => n <= COUNT_LIMIT * 7,
            Window::BusinessDays(n) | Window::WorkingDays(n) | Window::Months(n) => {
                n <= COUNT_LIMIT
            }
            Window::Range { most, unit, .. } => {
                unit.times(most).is_some_and(|longest| longest.is_possible())
            }
            Window::DayOfYear { month, day } => NaiveDate::from_ymd_opt(2024, month, day).is_some(),
            Window::DayOfMonth(day) => (1..=31).contains(&day),
            Window::More(ref window)
            | Window::About(ref window)
            | Window::NotBefore(ref window)
            | Window::EndOfWeekOf(ref window)
            | Window::OnHold(Some(ref window))
            | Window::InReserve { end: Some(ref window), .. } => window.is_possible(),
            _ => true,
        }
    }
}

/// The longer of two lengths of time: `a week, maybe 10 days`.
fn longer(text: &str, read: impl Fn(&str) -> Option<Window>) -> Option<Window> {
    let (one, other) = [", maybe ", ", possibly ", " or maybe ", " or "]
        .iter()
        .find_map(|or| text.split_once(or))?;
    let (one, other) = (read(one)?, read(other)?);
    let (days, other_days) = (one.about_days()?, other.about_days()?);
    Some(if days < other_days { other } else { one })
}

/// A time frame as most are: `2 weeks`, `5 business days`.
fn count(words: &[&str]) -> Option<Window> {
    match words {
        [count, _] | [count, "business" | "working", _]
            if count.bytes().all(|b| b.is_ascii_digit()) =>
        {
            span(words)
        }
        _ => None,
    }
}

/// A text in which `Ana-Lucia` is one word. A day is no name: `Mid-March`.
fn with_names_of_one_word(text: &str) -> Cow<'_, str> {
    let is_part = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
            && letters.all(char::is_lowercase)
            && parse_weekday(&part.to_lowercase()).is_none()
            && parse_month(&part.to_lowercase()).is_none()
    };
    let is_name = |word: &str| word.contains('-') && word.split('-').all(is_part);
    if !text.split(' ').any(is_name) {
        return Cow::Borrowed(text);
    }
    let joined = |word: &str| if is_name(word) { word.replace('-', "") } else { word.to_owned() };
    Cow::Owned(text.split(' ').map(joined).collect::<Vec<_>>().join(" "))
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
    let about = is_about(words);
    let words = trimmed(words);
    more(words)
        .or_else(|| span(words).map(|span| if about { roughly(span) } else { span }))
        .or_else(|| weeks_after(words))
        .or_else(|| day(words))
        .or_else(|| period(words))
}

/// Returns true for a length of time that is a rough one: `about two weeks`, `ten days or so`.
fn is_about(words: &[&str]) -> bool {
    const ABOUT: [&str; 5] = ["about", "approx", "approximately", "around", "roughly"];
    words.iter().any(|word| ABOUT.contains(word)) || words.ends_with(&["or", "so"])
}

/// The time frame as a rough one, unless it is one day, or was no count before.
fn roughly(window: Window) -> Window {
    match window {
        Window::Days(2..)
        | Window::BusinessDays(2..)
        | Window::WorkingDays(2..)
        | Window::Months(_)
        | Window::Range { .. } => Window::About(Box::new(window)),
        window => window,
    }
}

fn told(words: &[&str]) -> Option<Window> {
    let rest = || {
        let words = trimmed(words);
        let said = || {
            let ways = [sentence::before_who_said(words), sentence::before_who_does(words)];
            ways.into_iter().flatten().find_map(phrase)
        };
        let told = || sentence::rests(words).into_iter().find_map(told);
        put_off(words).or_else(told).or_else(said)
    };
    let in_touch = || sentence::is_no_time(words).then_some(Window::Unstated);
    phrase(words).or_else(rest).or_else(|| not_before(words, phrase)).or_else(in_touch)
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
