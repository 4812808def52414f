//! Several interviews in a note: a list of maps, each a round of its own.
//!
//! A round is known by its day, the second one of a day by `2026-03-09-2`. Its records stand under that:
//! `2026-03-09/thank-you/jane-doe: done 2026-03-10`.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::fields::keys::{self, DATE, INTERVIEWERS, INTERVIEWS, ROUND, name_of_entry};
use super::fields::nodes::date_text;
use super::tree::{Entry, Node, Value};
use crate::dates::calendar::parse_date;
use crate::dates::date::{Reading, reading, written_out};
use crate::rules::mapping::Mapping;
use crate::text::{is_same_key, number_namesake};

/// The most interviews that are read of a note: no process has more rounds.
pub const LIMIT: usize = 50;

/// The fields that a round takes from the note's top level if it lacks them.
const SHARED: [&str; 10] = [
    keys::COMPANY.name(),
    keys::ROLE.name(),
    keys::APPLIED.name(),
    keys::RECRUITER.name(),
    keys::AGENCY.name(),
    keys::INTERNAL.name(),
    keys::MANAGER.name(),
    keys::STILL_INTERESTED.name(),
    keys::INTEREST.name(),
    keys::FOLLOWUPS.name(),
];

/// The fields that the newest round takes from there as well, unless the top level is a round of its own.
const OF_NEWEST: [&str; 10] = [
    keys::DECISION_WINDOW.name(),
    keys::UPDATES.name(),
    keys::OUTCOME.name(),
    keys::OUTCOME_DATE.name(),
    keys::CONTACT.name(),
    keys::DECIDE_BY.name(),
    keys::START_DATE.name(),
    keys::THREAD.name(),
    keys::NEXT_ACTION.name(),
    keys::NEXT_ACTION_DATE.name(),
];

/// The rounds of a note that has a list of them.
#[derive(Debug)]
pub struct Interviews<'e, 't> {
    /// The list's items, each with the name of its round if its day is clear.
    pub items: Vec<(Option<String>, &'e Node<'t>)>,
    /// The first of those that are too many to be read.
    pub first_unread: Option<&'e Node<'t>>,
    /// The entry that holds the list.
    entry: &'e Entry<'t>,
    top: &'e [Entry<'t>],
    mapping: &'e Mapping,
}

impl<'e, 't> Interviews<'e, 't> {
    /// The rounds, if there is a list of them. A key of this name with anything else in it is the user's own.
    pub fn of(entries: &'e [Entry<'t>], mapping: &'e Mapping) -> Option<Interviews<'e, 't>> {
        let entry = entries.iter().find(|entry| is_list(entry))?;
        let Value::List(items) = &entry.1.value else { return None };
        let telling = [DATE.name(), ROUND.name(), INTERVIEWERS.name()];
        let is_round = |item: &Node<'_>| match &item.value {
            Value::Map(entries) => entries
                .iter()
                .any(|entry| field(entry, mapping).is_some_and(|name| telling.contains(&name))),
            _ => false,
        };
        if !items.iter().any(is_round) {
            return None;
        }
        let mut taken = HashMap::new();
        let named = items.iter().take(LIMIT).map(|item| {
            let mut name = day(item, mapping).map(|day| day.to_string());
            if let Some(name) = &mut name {
                number_namesake(name, &mut taken);
            }
            (name, item)
        });
        let (items, first_unread) = (named.collect(), items.get(LIMIT));
        Some(Interviews { items, first_unread, entry, top: entries, mapping })
    }

    /// The entries of the top level but the list.
    pub fn above(&self) -> Vec<&'e Entry<'t>> {
        self.top.iter().filter(|entry| !std::ptr::eq(*entry, self.entry)).collect()
    }

    /// Returns true if the top level is a round, too: it has a day.
    pub fn has_top_round(&self) -> bool {
        let is_day = |entry: &&Entry<'_>| field(entry, self.mapping) == Some(DATE.name());
        self.top.iter().filter(is_day).any(|(_, value)| value.value != Value::Null)
    }

    /// The name of the newest round.
    pub fn newest(&self) -> Option<&str> {
        let named = self
            .items
            .iter()
            .filter_map(|(name, item)| Some((day(item, self.mapping)?, name.as_deref()?)));
        named.max_by_key(|(day, _)| *day).map(|(_, name)| name)
    }

    /// The entries of a round: its own, and what it has from the top level.
    pub fn entries_of(&self, name: Option<&str>, item: &'e Node<'t>) -> Vec<&'e Entry<'t>> {
        let Value::Map(own) = &item.value else { return Vec::new() };
        let is_newest = name.is_some() && self.newest() == name && !self.has_top_round();
        let is_given = |name: &str| own.iter().any(|one| field(one, self.mapping) == Some(name));
        let is_had = |entry: &&Entry<'t>| {
            field(entry, self.mapping).is_some_and(|name| {
                let is_had = SHARED.contains(&name) || (is_newest && OF_NEWEST.contains(&name));
                is_had && !is_given(name)
            })
        };
        own.iter().chain(self.above().into_iter().filter(is_had)).collect()
    }

    /// The map of a round.
    pub fn map_of(&self, name: &str) -> Option<&'e Node<'t>> {
        let mut items = self.items.iter();
        items.find(|(own, _)| own.as_deref() == Some(name)).map(|(_, item)| *item)
    }

    /// Returns true if a round has a field's value from the top level.
    pub fn is_above(&self, round: &str, name: &str) -> bool {
        let Some(item) = self.map_of(round) else { return false };
        let Value::Map(own) = &item.value else { return false };
        !own.iter().any(|entry| field(entry, self.mapping) == Some(name))
            && self
                .entries_of(Some(round), item)
                .iter()
                .any(|entry| field(entry, self.mapping) == Some(name))
    }
}

/// Returns true for the entry that may hold the list.
pub fn is_list((key, _): &Entry<'_>) -> bool {
    key.text().is_some_and(|key| is_same_key(key, INTERVIEWS.name()))
}

/// The name of a follow-up's round and its id within that.
pub fn split_id(id: &str) -> (Option<&str>, &str) {
    let is_round = |name: &str| {
        let number = name.get(10..).unwrap_or_default();
        name.get(..10).and_then(parse_date).is_some()
            && (number.is_empty()
                || number.strip_prefix('-').is_some_and(|n| n.parse::<u32>().is_ok()))
    };
    match id.split_once('/') {
        Some((name, rest)) if is_round(name) => (Some(name), rest),
        _ => (None, id),
    }
}

fn field(entry: &Entry<'_>, mapping: &Mapping) -> Option<&'static str> {
    name_of_entry(entry, mapping)?.1.map(|name| name.of_field[0])
}

/// The day of a round.
fn day(item: &Node<'_>, mapping: &Mapping) -> Option<NaiveDate> {
    let Value::Map(entries) = &item.value else { return None };
    let mut days = entries.iter().filter(|entry| field(entry, mapping) == Some(DATE.name()));
    let text = date_text(&days.next()?.1)?;
    match reading(&written_out(text, mapping.dates)) {
        Some(Reading::Day(day)) => Some(day),
        _ => None,
    }
}
