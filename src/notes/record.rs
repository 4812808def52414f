//! The state of a follow-up, as recorded under `followups:` in its note.

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;

use crate::dates::calendar::parse_date;
use crate::dates::date::{self, Reading};
use crate::diagnostic::Problem;
use crate::rules::cadence::{self, Family};
use crate::text::nearest;

/// The recorded state of a follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// Done on that day.
    Done(NaiveDate),
    /// Decided against on that day.
    Skipped(NaiveDate),
    /// Postponed until that day.
    Snoozed(NaiveDate),
}

/// Makes a record of a day.
type Kind = fn(NaiveDate) -> Record;

/// The words before the day, and the record that they make of it.
pub const WORDS: [(&str, Kind); 5] = [
    ("done", Record::Done),
    ("skipped", Record::Skipped),
    ("skip", Record::Skipped),
    ("snoozed until", Record::Snoozed),
    ("snooze until", Record::Snoozed),
];

impl Record {
    /// Returns true for what needs nothing more: it is done, or skipped.
    pub fn is_settled(self) -> bool {
        matches!(self, Record::Done(_) | Record::Skipped(_))
    }

    /// Reads `done 2026-03-03`, `skipped 2026-03-03` or `snoozed until 2026-03-10`, in any case.
    pub fn parse(text: &str) -> Option<Record> {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        let (day, words) = words.split_last()?;
        let words = words.join(" ");
        let (_, record) = WORDS.iter().find(|(known, _)| *known == words)?;
        parse_date(day).map(record)
    }

    /// The record that a text is meant to be, whose day is written in another way: `Done 12 March 2026`.
    pub fn meant(text: &str) -> Option<Record> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let start = words.iter().position(|word| word.contains(|c: char| c.is_ascii_digit()))?;
        // The month may stand before the day, and the weekday before both.
        (0..=start).find_map(|start| {
            let kind = match words[..start].join(" ").to_lowercase().trim_matches([':', ',', '(']) {
                "" | "done" | "sent" | "did" => Record::Done,
                "skipped" | "skip" => Record::Skipped,
                "snoozed until" | "snooze until" | "snoozed" | "snooze" => Record::Snoozed,
                _ => return None,
            };
            let day = words[start..].join(" ");
            match date::reading(day.trim_matches(['(', ')']))? {
                Reading::Day(day) | Reading::InNumbers(day) => Some(kind(day)),
                _ => None,
            }
        })
    }

    /// The day in the record.
    pub fn day(self) -> NaiveDate {
        match self {
            Record::Done(day) | Record::Skipped(day) | Record::Snoozed(day) => day,
        }
    }
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Record::Done(day) => write!(f, "done {day}"),
            Record::Skipped(day) => write!(f, "skipped {day}"),
            Record::Snoozed(day) => write!(f, "snoozed until {day}"),
        }
    }
}

/// The problem with a record's id, if no rule could ever create a follow-up with this id for a note with these people.
///
/// All built-in rules count, even if the configuration switches them off; so do checks of any number, and other processes
/// that are closed by now.
pub fn unknown<'p>(id: &str, people: impl Iterator<Item = &'p str> + Clone) -> Option<Problem> {
    let families = || cadence::families().iter();
    let is_known = |id: &str| {
        families().any(|(rule, family)| match (family, tail(id, rule)) {
            (Family::Only, _) => id == rule,
            (_, None) => false,
            (Family::Numbers, Some(number)) => number.parse::<u32>().is_ok(),
            (Family::People, Some(person)) => people.clone().any(|known| known == person),
            (Family::Processes, Some(process)) => !process.is_empty(),
        })
    };
    if is_known(id) {
        return None;
    }
    let near = families().find_map(|(rule, family)| {
        if let Some(person) = tail(id, rule).filter(|_| *family == Family::People) {
            return nearest(person, people.clone()).map(|person| format!("{rule}/{person}"));
        }
        // The part of the id that is as long as the rule's name, and the rest.
        let parts = rule.matches('/').count();
        let end = id.match_indices('/').nth(parts).map_or(id.len(), |(at, _)| at);
        nearest(&id[..end], [rule.as_str()])?;
        Some(format!("{rule}{}", &id[end..])).filter(|near| is_known(near))
    });
    Some(Problem::UnknownRecord { id: id.to_owned(), near, is_to_process: false })
}

/// The id of the other process that a follow-up goes to, in the follow-up's id within its note.
pub fn process_of(id: &str) -> Option<&str> {
    let (rule, process) = cadence::rule_of(id)?;
    (rule.family() == Family::Processes).then_some(process)
}

/// The ids that people keep although their names have been completed or mended since the records were written, so that
/// nothing already done is asked for again: pairs of the id that a name gives now and the recorded one.
pub fn kept_ids<'i>(
    records: impl Iterator<Item = &'i str>,
    people: &[&'i str],
) -> Vec<(String, String)> {
    let person_of = |id: &'i str| {
        let (rule, person) = cadence::rule_of(id)?;
        (rule.family() == Family::People).then_some(person)
    };
    let recorded: BTreeSet<&str> = records.filter_map(person_of).collect();
    let earlier: Vec<&str> = recorded.iter().copied().filter(|id| !people.contains(id)).collect();
    let unrecorded: Vec<&str> =
        people.iter().copied().filter(|id| !recorded.contains(id)).collect();
    let kept = earlier.iter().filter_map(|id| {
        let now = only(unrecorded.iter().filter(|now| is_same_name(id, now)))?;
        only(earlier.iter().filter(|id| is_same_name(id, now)))?;
        Some(((*now).to_owned(), (*id).to_owned()))
    });
    kept.collect()
}

/// Returns true for the ids of names of which one has all words of the other, or differs from it by a typo in a word, or
/// shortens its first name: `d-holt`, `dan-holt`, `daniel-holt`.
pub fn is_same_name(one: &str, other: &str) -> bool {
    let has_all = |one: &str, other: &str| {
        other.split('-').all(|word| one.split('-').any(|known| known == word))
    };
    let are_alike = || match one.matches('-').count() == other.matches('-').count() {
        true => one
            .split('-')
            .zip(other.split('-'))
            .all(|(one, other)| one == other || nearest(one, [other]).is_some()),
        false => nearest(one, [other]).is_some(),
    };
    let is_shortened = || {
        one.split_once('-').zip(other.split_once('-')).is_some_and(
            |((one, family), (other, same))| {
                family == same && (one.starts_with(other) || other.starts_with(one))
            },
        )
    };
    has_all(one, other) || has_all(other, one) || are_alike() || is_shortened()
}

/// The only one of these, if there is just one.
fn only<T>(mut things: impl Iterator<Item = T>) -> Option<T> {
    things.next().filter(|_| things.next().is_none())
}

/// More checks than anybody sends.
const NUMBERS: u32 = 20;

/// The ids that built-in rules could give to follow-ups of a note with these people, beside these processes.
pub fn possible(people: &[&str], processes: &[&str]) -> Vec<String> {
    let mut ids = Vec::new();
    for (rule, family) in cadence::families() {
        let with = |end: &dyn std::fmt::Display| format!("{rule}/{end}");
        match family {
            Family::Only => ids.push(rule.clone()),
            Family::Numbers => ids.extend((1..=NUMBERS).map(|number| with(&number))),
            Family::People => ids.extend(people.iter().map(|person| with(person))),
            Family::Processes => ids.extend(processes.iter().map(|process| with(process))),
        }
    }
    ids
}

/// The part of an id after the rule's name.
fn tail<'i>(id: &'i str, rule: &str) -> Option<&'i str> {
    id.strip_prefix(rule)?.strip_prefix('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_may_be_meant_though_it_is_not_written_as_one() {
        let cases = [
            ("Done 12 March 2026", "done 2026-03-12"),
            ("done on Thu", ""),
            ("sent March 12, 2026", "done 2026-03-12"),
            ("done Thu 12 Mar 2026", "done 2026-03-12"),
            ("done Fri 12 Mar 2026", ""),
            ("2026-03-12", "done 2026-03-12"),
            ("skipped (2026-03-12)", "skipped 2026-03-12"),
            ("snoozed 2026-03-12", "snoozed until 2026-03-12"),
            ("done 03/04/2026", ""),
            ("lost 2026-03-12", ""),
        ];
        for (text, expected) in cases {
            let meant = Record::meant(text).map(|record| record.to_string()).unwrap_or_default();
            assert_eq!(meant, expected, "{text}");
        }
    }

    #[test]
    fn ids_are_known_by_rule_and_person() {
        let known = [
            "recruiter-thanks",
            "thank-you/jane-doe",
            "team-thanks/ravi-patel",
            "connect",
            "find-out/contact/jane-doe",
            "find-out/decision-window",
            "status-check/7",
            "offer-elsewhere/globex-engineer",
            "withdraw/globex",
            "re-evaluate",
        ];
        let unknown_ones = [
            ("thank-you/jane-do", Some("thank-you/jane-doe")),
            ("thank-you/kim-soto", None),
            ("thankyou/jane-doe", Some("thank-you/jane-doe")),
            ("find-out/contacts/jane-doe", Some("find-out/contact/jane-doe")),
            ("find-out/decison-window", Some("find-out/decision-window")),
            ("recruter-thanks", Some("recruiter-thanks")),
            ("status-chek/1", Some("status-check/1")),
            ("status-check/one", None),
            ("status-check", None),
            ("thank-you", None),
            ("lunch", None),
            ("", None),
        ];
        let people = ["jane-doe", "ravi-patel"].into_iter();
        for id in known {
            assert_eq!(unknown(id, people.clone()), None, "{id}");
        }
        for (id, near) in unknown_ones {
            let near = near.map(str::to_owned);
            let expected = Problem::UnknownRecord { id: id.to_owned(), near, is_to_process: false };
            assert_eq!(unknown(id, people.clone()), Some(expected), "{id}");
        }
    }

    #[test]
    fn people_keep_the_ids_of_their_records() {
        let cases = [
            // The records, the people, and who keeps which id.
            ("thank-you/beth", "beth-lomas jon-smyth", "beth-lomas=beth"),
            ("thank-you/beth-lomas", "beth jon-smyth", "beth=beth-lomas"),
            ("thank-you/jon-smyth", "john-smith", "john-smith=jon-smyth"),
            ("thank-you/lomas find-out/contact/lomas", "beth-lomas", "beth-lomas=lomas"),
            ("team-thanks/kim", "jane-doe kim-soto", "kim-soto=kim"),
            ("thank-you/beth thank-you/jon", "beth-ray jon-ray", "beth-ray=beth jon-ray=jon"),
            ("thank-you/dan-holt", "daniel-holt di-ray", "daniel-holt=dan-holt"),
            ("thank-you/g-holt", "gary-holt", "gary-holt=g-holt"),
            // Somebody else, or nobody knows who.
            ("thank-you/gary-holt", "henry-holt", ""),
            ("thank-you/g-holt", "gareth-holt gavin-holt", ""),
            ("thank-you/jane-smith", "james-smith", ""),
            ("thank-you/beth", "beth beth-lomas", ""),
            ("thank-you/ravi", "ravi-patel ravi-kumar", ""),
            ("thank-you/beth thank-you/lomas", "beth-lomas", ""),
            ("thank-you/beth thank-you/beth-lomas", "beth-lomas", ""),
            ("thank-you/jane-doe", "jane-miller", ""),
            ("connect status-check/1 withdraw/beth lunch/beth", "beth-lomas", ""),
        ];
        for (records, people, expected) in cases {
            let people: Vec<&str> = people.split(' ').collect();
            let kept = kept_ids(records.split(' '), &people);
            let kept = kept.into_iter().map(|(now, id)| format!("{now}={id}")).collect::<Vec<_>>();
            assert_eq!(kept.join(" "), expected, "{records}");
        }
    }
}
