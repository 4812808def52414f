//! The fields of a note: the names that they stand under, and what is read there.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;
use std::sync::Arc;

use chrono::NaiveDate;
use schemars::{Schema, SchemaGenerator};

use super::written::As;
use super::{Fields, is_empty};
use crate::dates::window::Window;
use crate::diagnostic::Problem;
use crate::notes::yaml::{Node, Value};
use crate::notes::{Outcome, Person, Record, Update};
use crate::text::one_line;

/// A field by its names, and the type of what is read there.
#[derive(Debug)]
pub struct Key<T> {
    names: &'static [&'static str],
    holds: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    const fn new(names: &'static [&'static str]) -> Key<T> {
        Key { names, holds: PhantomData }
    }

    /// Its own name.
    pub const fn name(&self) -> &'static str {
        self.names[0]
    }
}

/// What everybody may know of a field.
#[derive(Debug)]
pub struct Field {
    /// Its own name, and others that it may stand under, in the order of preference.
    pub names: &'static [&'static str],
    /// What it holds.
    pub about: &'static str,
    /// How that may be written.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
}

/// Makes the keys and the table of them from one list: what a field holds is its doc comment.
macro_rules! fields {
    ($($(#[doc = $about:literal])+ $key:ident: $type:ty = $names:expr;)*) => {
        $($(#[doc = $about])+ pub const $key: Key<$type> = Key::new(&$names);)*

        /// Every field, in the order of the documentation. All other keys are the user's own.
        pub const ALL: &[Field] = &[$(Field {
            names: $key.names,
            about: concat!($($about),+),
            schema: SchemaGenerator::subschema_for::<As<$type>>,
        }),*];
    };
}

fields! {
    /// Whom the interview was with.
    COMPANY: String = ["company"];
    /// The day of the interview, such as 2026-03-12.
    DATE: NaiveDate = ["date"];
    /// The position; notes of one company and role are one hiring process.
    ROLE: String = ["role", "position", "title"];
    /// Which round it was, in your words.
    ROUND: String = ["round"];
    /// Who interviewed you; the first, or the one with `lead: true`, is the lead.
    INTERVIEWERS: Vec<Person> = ["interviewers", "interviewer"];
    /// Who else helped: reception, scheduling, a guide.
    ALSO_MET: Vec<Person> = ["also_met"];
    /// Who runs the process with you; with `agency` where it is an agency's.
    RECRUITER: Arc<Person> = ["recruiter"];
    /// The time that they said they need, as they said it: `1 week`, `by Friday`, `end of March`, `unknown`.
    DECISION_WINDOW: Window = ["decision_window"];
    /// Newer time frames, each with the day that you heard it, newest last.
    UPDATES: Vec<Update> = ["updates"];
    /// What became of it; words such as "waiting", "not selected" or "ghosted" work too.
    OUTCOME: Outcome = ["outcome", "status"];
    /// The day that you heard of the outcome.
    OUTCOME_DATE: NaiveDate = ["outcome_date"];
    /// Who told you of the outcome, or who extended the offer.
    CONTACT: Arc<Person> = ["contact"];
    /// By when an offer wants its answer.
    DECIDE_BY: NaiveDate = ["decide_by"];
    /// The subject, or the Message-ID, of the last e-mail thread: messages to those who run the process go on in it.
    THREAD: String = ["thread"];
    /// Whether it is a move within your own company.
    INTERNAL: bool = ["internal"];
    /// Your current manager, in a move within your own company.
    MANAGER: Arc<Person> = ["manager"];
    /// Whether you would still like to move, after a rejection within your own company.
    STILL_INTERESTED: bool = ["still_interested"];
    /// What became of each follow-up, by its id. `done`, `skip`, `snooze`, `undo` and ticks write here.
    FOLLOWUPS: BTreeMap<String, Record> = ["followups"];
}

/// What a note's front matter has: which of the fields, and which keys of the user's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// A bit for each name under which something stands, in the order of the table.
    names: u32,
    /// The same for those in which something is wrong.
    troubled: u32,
    own: Vec<Box<str>>,
}

impl Keys {
    /// The name that a field is read from, and whether something is wrong with what stands there.
    pub fn name_of(&self, field: &Field) -> Option<(&'static str, bool)> {
        let name = field.names.iter().find(|name| self.names & bit(name) != 0)?;
        Some((name, self.troubled & bit(name) != 0))
    }

    /// The user's own keys, as they are written.
    pub fn own(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(|key| &**key)
    }
}

/// Most of the user's own keys that are remembered of a note.
const OWN_LIMIT: usize = 40;

/// Longest of them, in bytes.
const OWN_LENGTH_LIMIT: usize = 40;

/// Every name of every field.
fn names() -> impl Iterator<Item = &'static str> {
    ALL.iter().flat_map(|field| field.names).copied()
}

/// The field that a name stands for.
pub(super) fn known(name: &str) -> Option<&'static Field> {
    ALL.iter().find(|field| field.names.contains(&name))
}

fn bit(name: &str) -> u32 {
    names().position(|known| known == name).map_or(0, |at| 1 << at)
}

impl<'a> Fields<'a> {
    /// Reports fields that stand twice, what is nearly one, and merge keys, whose fields would be missed.
    pub fn check_keys(&mut self) {
        let mut seen = BTreeSet::new();
        for at in 0..self.entries.len() {
            let (name, key, value) = self.entries[at].clone();
            let bit = bit(&name);
            if !is_empty(value) && !matches!(&value.value, Value::List(items) if items.is_empty()) {
                self.keys.names |= bit;
            }
            if name == "<<" {
                self.report(key, Problem::UnsupportedYaml { what: "a merge key (`<<`)" });
            } else if !seen.insert(name.clone()) && bit != 0 {
                self.report(key, Problem::DuplicateKey { key: name.to_string() });
                self.twice.insert(name.into_owned());
            } else if bit == 0 && !self.check_slip(&name, key) && self.keys.own.len() < OWN_LIMIT {
                let own = key.text().filter(|key| key.len() <= OWN_LENGTH_LIMIT).map(one_line);
                self.keys.own.extend(own.map(String::into_boxed_str));
            }
        }
    }

    /// Reports what stands under a second name of a field, and so isn't read. A `title` beside `role` is the document's.
    pub fn check_second_names(&mut self) {
        for field in ALL {
            let names = || field.names.iter().filter(|name| self.keys.names & bit(name) != 0);
            let Some(read) = names().next().filter(|read| !self.twice.contains(**read)) else {
                continue;
            };
            let seconds: Vec<&'static str> =
                names().skip(1).filter(|name| **name != "title").copied().collect();
            for second in seconds {
                if let Some((key, _)) = self.find_any(&[second]) {
                    let key_text = one_line(key.text().unwrap_or_default());
                    self.report(key, Problem::UnreadField { key: key_text, read });
                }
            }
        }
    }

    /// Remembers that something is wrong in the field in which a place of the head lies.
    pub(super) fn trouble(&mut self, at: usize) {
        let entry = self
            .entries
            .iter()
            .find(|(_, key, value)| key.span.start <= at && at <= key.span.end.max(value.span.end));
        self.keys.troubled |= entry.map_or(0, |(name, ..)| bit(name));
    }

    /// Whether the field stands there, under its own name.
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, ..)| name == key)
    }

    /// A field's key as it stands there, and its value.
    pub(super) fn find<T>(&self, key: &Key<T>) -> Option<(&'a Node<'a>, &'a Node<'a>)> {
        self.find_any(key.names)
    }

    pub(super) fn find_any(&self, names: &[&str]) -> Option<(&'a Node<'a>, &'a Node<'a>)> {
        names.iter().find_map(|name| {
            let mut entries = self.entries.iter();
            entries.find(|(known, ..)| known == name).map(|&(_, key, value)| (key, value))
        })
    }
}
