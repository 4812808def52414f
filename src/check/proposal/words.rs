//! The order of dates in numbers, and the user's own words for an outcome, as far as the values show them.

use std::collections::BTreeMap;

use super::clues::File;
use super::is_outcome;
use super::keys::{day_of, is_proposed, is_usual};
use crate::dates::date::{Order, Reading, in_order, reading};
use crate::journal::starter::{Lines, toml_string};
use crate::notes::Outcome;
use crate::rules::mapping::Mapping;

/// At most this many words are asked about.
const ASKED: usize = 8;

/// Proposes the order of dates in numbers if some date shows it, and none the other.
pub fn dates(jobs: &[&File], known: &Mapping, lines: &mut Lines) {
    if known.dates.is_some() {
        return;
    }
    let (mut day_first, mut month_first, mut dotted, mut open) = (0, 0, 0, None);
    let days = jobs.iter().flat_map(|file| file.pairs()).filter(|(key, _)| day_of(key).is_some());
    for value in days.flat_map(|(_, values)| values) {
        let orders = [Order::DayFirst, Order::MonthFirst].map(|order| in_order(value, order));
        match (reading(value), orders) {
            (Some(Reading::InNumbers(_)), [Some(_), _]) if value.contains('.') => dotted += 1,
            (Some(Reading::InNumbers(_)), [Some(one), Some(other)]) if one == other => {}
            (Some(Reading::InNumbers(_)), [Some(_), None]) => day_first += 1,
            (Some(Reading::InNumbers(_)), [None, Some(_)]) => month_first += 1,
            (Some(Reading::Either(..)), [Some(_), Some(_)]) => open = open.or(Some(value)),
            _ => {}
        }
    }
    let line = |order: &str| format!("dates = {}", toml_string(order));
    match (day_first > 0, month_first > 0, open) {
        (true, false, _) => lines.dates.push(line("day first")),
        (false, true, _) => lines.dates.push(line("month first")),
        (false, false, None) if dotted > 0 => lines.dates.push(line("day first")),
        (false, false, None) => {}
        (_, _, open) => {
            let such = open.map_or(String::new(), |value| {
                format!(", for dates such as {}", toml_string(value))
            });
            lines
                .dates
                .push(format!("# {}    # or \"month first\"{such}: choose one", line("day first")));
        }
    }
}

/// Proposes the meaning of words that hold one outcome that is known, and asks for that of others.
pub fn outcomes(jobs: &[&File], known: &Mapping, lines: &mut Lines) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let is_outcomes = |key: &str| {
        let in_line = lines.fields.iter().find(|line| line.starts_with("outcome = "));
        is_usual("outcome", key)
            || is_proposed("outcome", key)
            || in_line.is_some_and(|line| line.contains(&toml_string(key)))
    };
    let values = jobs.iter().flat_map(|file| file.pairs()).filter(|(key, _)| is_outcomes(key));
    for value in values.flat_map(|(_, values)| values) {
        if !is_outcome(value) && known.meaning(value).is_none() && value.chars().count() <= 40 {
            *counts.entry(value).or_default() += 1;
        }
    }
    let mut asked: Vec<(&str, usize)> = Vec::new();
    for (word, files) in counts {
        match part(word) {
            Some(outcome) => lines.outcomes.push(format!(
                "{} = {}",
                toml_string(word),
                toml_string(outcome.as_str())
            )),
            None => asked.push((word, files)),
        }
    }
    asked.sort_by_key(|(_, files)| std::cmp::Reverse(*files));
    let ask = |(word, files): (&str, usize)| {
        format!(
            "# {} = \"pending\"    # in {}: say what it means",
            toml_string(word),
            crate::text::count(files, "file")
        )
    };
    lines.outcomes.extend(asked.into_iter().take(ASKED).map(ask));
}

/// Returns true for an outcome, or for words that hold one.
pub fn is_like_an_outcome(text: &str) -> bool {
    is_outcome(text) || part(text).is_some()
}

/// The only outcome in words such as `3 - Interview` or `Stage 2: Offer`.
fn part(text: &str) -> Option<Outcome> {
    let parts = text.split([':', '/', '|', '(', ')', '–', '—', '-', ',', '.']).map(str::trim);
    let without_number =
        |part: &str| part.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned();
    let mut found = parts
        .map(without_number)
        .filter(|part| is_outcome(part))
        .filter_map(|part| Outcome::parse(&part));
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}
