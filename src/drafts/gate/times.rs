//! The times that would suit the user: "I can do Tue 10 till 12, Wed 11 after 3 or Fri 13 all day."

use crate::drafts::gate::has;
use crate::drafts::language::Language;
use crate::text::behind;

/// The times in one of a line's sentences, each on its own, if that holds nothing else. Days and months are written out.
pub fn times(line: &str, language: &Language) -> Option<Vec<String>> {
    let words = &language.gate.times;
    let are_several =
        |told: &str| told.split([' ', ',']).filter(|word| is_weekday(word, language)).count() > 1;
    line.split(". ").find_map(|sentence| {
        let sentence = sentence.trim();
        let opened = words.openings.iter().find_map(|opening| behind(opening, sentence));
        let opened =
            opened.and_then(|told| told.strip_prefix(':').unwrap_or(told).strip_prefix(' '));
        if let Some(told) = opened {
            return each(told, language);
        }
        // "Mon 12 or Thu 15, after 2"
        let is_dated = sentence.contains(|c: char| c.is_ascii_digit());
        is_dated.then(|| each(sentence, language)).flatten().filter(|_| are_several(sentence))
    })
}

/// Returns true for a text that is times and nothing else.
pub fn are_times(text: &str, language: &Language) -> bool {
    text.split([' ', ',']).any(|word| is_weekday(word, language))
        && text.lines().all(|line| each(line.trim_start_matches("- "), language).is_some())
}

/// The times that words tell, up to those that don't suit.
fn each(told: &str, language: &Language) -> Option<Vec<String>> {
    let words = &language.gate.times;
    let told = told.strip_suffix('.').unwrap_or(told);
    let told = told.split(words.not).next()?;
    let time = |part: String| {
        let mut time = String::new();
        for word in part.split_whitespace() {
            let (bare, comma) = word.strip_suffix(',').map_or((word, ""), |word| (word, ","));
            let full = in_full(bare.trim_matches(['(', ')']), language)?;
            let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
            // "Tuesday 17, 10 till 12"
            let is_hour = full.starts_with(|c: char| c.is_ascii_digit());
            if is_hour
                && time.rsplit(' ').next().is_some_and(|last| !last.is_empty() && is_number(last))
            {
                time.push(',');
            }
            if !time.is_empty() {
                time.push(' ');
            }
            time.push_str(&full);
            time.push_str(comma);
        }
        let mut letters = time.chars();
        Some(letters.next()?.to_uppercase().chain(letters).collect::<String>())
    };
    let begins_anew = |part: &str| {
        let first = part.trim_start().split(' ').next().unwrap_or_default();
        let is_named =
            |name: String| name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        in_full(first, language).is_some_and(is_named)
    };
    let mut parts: Vec<String> = Vec::new();
    for part in told.split([',', ';']) {
        match parts.last_mut() {
            // "Mon 12 or Thu 15, after 2"
            Some(last) if !begins_anew(part) => {
                last.push(',');
                last.push_str(part);
            }
            _ => parts.push(part.to_owned()),
        }
    }
    let several = |part: String| {
        let all: Vec<&str> = part.split(words.or).map(str::trim).collect();
        let Some((last, days)) = all.split_last() else { return Vec::new() };
        match without_day(last, language) {
            // Of "Mon 14 or Tue 15 after 4" the hour may be that of both.
            Some(hours) if !days.is_empty() && days.iter().all(|day| is_day(day, language)) => {
                let day = last.strip_suffix(hours).unwrap_or(last);
                // "Mornings" of several days are the morning of each.
                let one = hours.strip_suffix('s').filter(|one| has(&words.words, one));
                let hours = one.unwrap_or(hours);
                let all = days.iter().copied().chain([day]);
                all.map(|day| format!("{}, {hours}", day.trim_end_matches([' ', ',']))).collect()
            }
            _ => all.into_iter().map(str::to_owned).collect(),
        }
    };
    // "Mon 19, Tue 20 or Wed 21"
    parts.into_iter().flat_map(several).map(time).collect()
}

/// Returns true for "Mon 14", "19th October": a day without an hour.
fn is_day(time: &str, language: &Language) -> bool {
    let is_number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let (numbers, names): (Vec<&str>, Vec<&str>) = time.split_whitespace().partition(is_number);
    let is_whole = |number: &&str| !number.contains([':', '.', '-']) && !number.ends_with('m');
    let is_name = |word: &&str| {
        in_full(word, language).is_some_and(|name| name.starts_with(char::is_uppercase))
    };
    numbers.len() < 2 && numbers.iter().all(is_whole) && names.iter().all(is_name)
}

/// The hours behind a day: "after 4" of "Tue 15, after 4".
fn without_day<'t>(time: &'t str, language: &Language) -> Option<&'t str> {
    let ends = time.match_indices(' ').map(|(at, _)| at);
    let end = ends.filter(|at| is_day(time[..*at].trim_end_matches(','), language)).last()?;
    Some(&time[end + 1..])
}

/// Returns true for "Mon", "tues", "Wednesday".
pub(super) fn is_weekday(word: &str, language: &Language) -> bool {
    let name = in_full(word, language);
    let weekdays = &language.words.times.days;
    name.is_some_and(|name| weekdays.contains(&name.to_lowercase()))
}

/// A word of times, with the name of a day or a month in full; `None` for any other word.
fn in_full(word: &str, language: &Language) -> Option<String> {
    let dates = &language.words.dates;
    let lower = word.to_lowercase();
    let is_short = |name: &&str| {
        let name = name.to_lowercase();
        (3..=name.len()).contains(&lower.len()) && name.starts_with(&lower)
    };
    if let Some(name) = dates.names().find(is_short) {
        return Some(name.to_owned());
    }
    let words = &language.gate.times;
    let is_known = has(&words.words, &lower) || words.or.trim() == lower;
    (is_known || is_number(&lower, language)).then(|| word.to_owned())
}

/// Returns true for "10", "3pm", "10:30", "10-12", "21st".
fn is_number(word: &str, language: &Language) -> bool {
    let is_part = |part: &str| {
        let unit = part.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.'));
        unit.len() < part.len() && (unit.is_empty() || has(&language.gate.times.units, unit))
    };
    word.starts_with(|c: char| c.is_ascii_digit()) && word.split(['-', '–']).all(is_part)
}
