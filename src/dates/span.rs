//! A time frame as a length of time: `3 days`, `5-7 days`, `a few weeks`.

use crate::dates::window::{Unit, Window};

/// `3 days`, `5 to 7 days`, `a week or two`, `10 business days`, `a few days`.
pub(super) fn span(words: &[&str]) -> Option<Window> {
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
    if let Some(couple) = couple(words) {
        return Some(couple);
    }
    if let ["half", "a", "year"] = words {
        return Some(Window::Months(6));
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
        ["or" | "to" | "maybe" | "perhaps", more @ ..] => match number(more) {
            Some((third, [])) => third.max(second),
            _ => return None,
        },
        _ => return None,
    };
    let (least, most) = (first.min(second), first.max(second));
    let (least, most) = (least.checked_mul(times)?, most.checked_mul(times)?);
    if least == most { unit.times(most) } else { Some(Window::Range { least, most, unit }) }
}

/// `a couple of days`, `another couple of weeks`.
fn couple(words: &[&str]) -> Option<Window> {
    let words = words.strip_prefix(&["a"]).or(words.strip_prefix(&["another"])).unwrap_or(words);
    let rest = words.strip_prefix(&["couple"])?;
    let rest = rest.strip_prefix(&["more"]).or(rest.strip_prefix(&["of"])).unwrap_or(rest);
    match unit(rest.strip_prefix(&["more"]).unwrap_or(rest))? {
        (unit, 1, []) => Some(Window::Couple(unit)),
        _ => None,
    }
}

/// The unit at the start of the words, how many of it that is, and the rest of the words.
fn unit<'a, 'w>(words: &'a [&'w str]) -> Option<(Unit, u32, &'a [&'w str])> {
    let (unit, rest) = match words {
        ["business", unit, rest @ ..] if is_day(unit) => ("bd", rest),
        ["working" | "work", unit, rest @ ..] if is_day(unit) => ("wd", rest),
        ["calendar", unit, rest @ ..] => (*unit, rest),
        [unit, rest @ ..] => (*unit, rest),
        [] => return None,
    };
    let (unit, times) = match unit {
        "business" | "bd" => (Unit::BusinessDay, 1),
        "wd" => (Unit::WorkingDay, 1),
        unit if is_day(unit) => (Unit::Day, 1),
        "w" | "wk" | "wks" | "week" | "weeks" => (Unit::Week, 1),
        "fortnight" | "fortnights" => (Unit::Week, 2),
        "mo" | "month" | "months" => (Unit::Month, 1),
        _ => return None,
    };
    Some((unit, times, rest))
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
        // `another two weeks`
        ["another", rest @ ..] => number(rest).or(Some((1, rest))),
        ["a", "good", rest @ ..] | ["a" | "an", rest @ ..] => Some((1, rest)),
        [word, rest @ ..] => {
            let named = NUMBERS.iter().find(|(name, _)| name == word).map(|(_, number)| *number);
            Some((named.or_else(|| word.parse().ok())?, rest))
        }
        [] => None,
    }
}

fn is_day(unit: &str) -> bool {
    matches!(unit, "d" | "day" | "days")
}

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
