//! The fields of a front matter, read one by one. A value that can't be used is reported at its own place.

use std::borrow::Cow;
use std::ops::Range;

use chrono::NaiveDate;

use crate::dates::date::Order;
use crate::diagnostic::place::Place;
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::notes::Outcome;
use crate::notes::front_matter::Split;
use crate::notes::requote::requoted;
use crate::notes::tree::{Entry, Node, Value};
use crate::rules::known::Known;
use crate::rules::mapping::{Mapping, Source};

mod cards;
mod checks;
pub mod keys;
mod kinds;
pub mod nodes;
mod people;
pub mod places;
mod records;
mod schema;
mod values;
mod written;

pub use kinds::{PERSON, is_template};

pub use people::Placed;
pub use written::{EMAIL, UPDATED_DATE, UPDATED_WINDOW};

use keys::{Key, Keys, Name};
use nodes::is_empty;
use places::Elsewhere;

/// The most problems that are reported of one note.
const PROBLEM_LIMIT: usize = 50;

/// The most items that are read of a list: no interview has more people.
const LIST_LIMIT: usize = 100;

/// A difference of this many years from the interview is probably a typo in the year.
const FAR_YEARS: u32 = 2;

/// The most characters that are shown of a day that can't be read.
const DAY_LIMIT: usize = 40;

/// An interview is called off at most this many days before its day.
const EARLY_DAYS: i64 = 60;

/// A decision that takes more than this many months is probably a day of the wrong year.
const LONG_WINDOW: u32 = 4;

/// The fields that make a file look like a note.
pub const TELLING: [&str; 4] = [
    keys::COMPANY.name(),
    keys::INTERVIEWERS.name(),
    keys::DECISION_WINDOW.name(),
    keys::OUTCOME.name(),
];

/// The entries of a head, with the problems found in them so far.
pub struct Fields<'a> {
    path: &'a str,
    text: &'a str,
    head_start: usize,
    body_start: usize,
    entries: Vec<FieldEntry<'a>>,
    /// The slots of their names as a set: most fields that are asked for are not there.
    slots: u64,
    /// Values of fields that stand elsewhere.
    elsewhere: &'a [Elsewhere<'a>],
    mapping: &'a Mapping,
    /// Names of fields that appear twice.
    duplicates: Vec<Cow<'a, str>>,
    keys: Keys,
    typos: Vec<Typo>,
    /// The day of the interview, to compare other days with.
    interview: Option<NaiveDate>,
    /// The first day that was read with its year, to tell the year of others.
    first_day: Option<NaiveDate>,
    /// The outcome, once it is read.
    outcome: Option<Outcome>,
    /// The day behind it, if it has one: `Offer 11/18`.
    pub outcome_day: Option<NaiveDate>,
    problems: Vec<Diagnostic>,
}

/// An entry of a head.
#[derive(Clone, Debug)]
struct FieldEntry<'a> {
    /// The name that its key stands for: a field's, or the key, folded.
    name: Cow<'a, str>,
    /// The name in the table of the field that it holds.
    field: Option<&'static Name>,
    key: &'a Node<'a>,
    value: &'a Node<'a>,
}

/// A head's entries, and what else its fields are read from.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a> {
    /// The entries.
    pub entries: &'a [&'a Entry<'a>],
    /// Values that stand elsewhere.
    pub elsewhere: &'a [Elsewhere<'a>],
    /// The journal's own names and words.
    pub mapping: &'a Mapping,
}

/// A key that was probably meant to be a field's.
#[derive(Debug)]
struct Typo {
    /// The field's own name.
    field: &'static str,
    /// The key as written.
    written: String,
    /// Its place in the head.
    span: Range<usize>,
}

impl<'a> Fields<'a> {
    pub fn new(path: &'a str, text: &'a str, split: &Split<'_>, read: Read<'a>) -> Self {
        let Read { entries, elsewhere, mapping } = read;
        let entries = entries.iter().filter_map(|entry: &&'a Entry<'a>| {
            let (name, field) = keys::name_of_entry(entry, mapping)?;
            let (key, value) = entry;
            Some(FieldEntry { name, field, key, value })
        });
        let entries = with_one_outcome(entries.collect(), mapping);
        let slots = entries.iter().fold(0, |slots, entry| slots | 1 << keys::slot(&entry.name));
        let mut fields = Fields {
            path,
            text,
            head_start: split.head_start,
            body_start: split.body_start,
            entries,
            slots,
            elsewhere,
            mapping,
            duplicates: Vec::new(),
            keys: Keys::default(),
            typos: Vec::new(),
            interview: None,
            first_day: None,
            outcome: None,
            outcome_day: None,
            problems: Vec::new(),
        };
        fields.leave_document_title();
        fields
    }

    /// The order of days and months in numbers.
    pub fn order_of_dates(&self) -> Option<Order> {
        self.mapping.dates
    }

    /// The whole file.
    pub fn source(&self) -> &'a str {
        self.text
    }

    pub fn into_problems(self) -> Vec<Diagnostic> {
        self.problems
    }

    /// The keys of the front matter. To be called last: problems that are reported later don't count.
    pub fn take_keys(&mut self) -> Keys {
        std::mem::take(&mut self.keys)
    }

    /// Compares every day that is read from now on with that of the interview.
    pub fn compare_with(&mut self, interview: Known<NaiveDate>) {
        self.interview = interview.value().copied();
    }

    /// The number of problems found so far.
    pub fn problem_count(&self) -> usize {
        self.problems.len()
    }

    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|diagnostic| diagnostic.problem.severity() == Severity::Error)
    }

    /// Returns true if the head has a field, under any of its names.
    pub fn has<T>(&self, key: &Key<T>) -> bool {
        self.find(key).is_some()
    }

    pub fn is_empty_value<T>(&self, key: &Key<T>) -> bool {
        self.find(key).is_some_and(|(_, value)| is_empty(value))
    }

    /// Returns true if a field's value, or a part of it, can't be read.
    pub fn is_unreadable<T>(&self, key: &Key<T>) -> bool {
        self.find(key).is_some_and(|(_, value)| nodes::is_unreadable(value))
    }

    /// The place of a field's value.
    pub fn place<T>(&self, key: &Key<T>) -> Option<Box<Place>> {
        self.find(key).map(|(_, value)| Box::new(self.place_at(value.span.clone())))
    }

    /// The key that was probably meant to be this field's.
    fn typo_of<T>(&self, key: &Key<T>) -> Option<&Typo> {
        self.typos.iter().find(|typo| typo.field == key.name())
    }

    /// Returns true if a key was probably meant to be this field's.
    pub fn has_typo_of<T>(&self, key: &Key<T>) -> bool {
        self.typo_of(key).is_some()
    }

    /// Reports a missing field: at the key that was probably meant, or else at the first line of the head.
    pub fn report_missing<T>(
        &mut self,
        key: &Key<T>,
        problem: impl FnOnce(Option<String>) -> Problem,
    ) {
        match self.typo_of(key) {
            Some(Typo { written, span, .. }) => {
                let (written, span) = (written.clone(), span.clone());
                self.report_at(span, problem(Some(written)));
            }
            None => {
                let place = Place::of(self.text, self.head_start..self.head_start);
                self.problems.push(Diagnostic::at(self.path, place, problem(None)));
            }
        }
    }

    /// Reports a problem at a place in the head.
    pub fn report_at(&mut self, span: Range<usize>, problem: Problem) {
        if self.problems.len() < PROBLEM_LIMIT {
            if problem.severity() != Severity::Hint {
                self.add_trouble(span.start);
            }
            let place = self.place_at(span);
            self.problems.push(Diagnostic::at(self.path, place, problem));
        }
    }

    /// Reports the value of a field.
    pub fn report_for<T>(&mut self, key: &Key<T>, problem: Problem) {
        if let Some((_, node)) = self.find(key) {
            self.report_at(node.span.clone(), problem);
        }
    }

    /// The items of a list, but for those that are too many to be read: the first of them is reported.
    fn first_items<'n, 't>(
        &mut self,
        items: impl Iterator<Item = &'n Node<'t>>,
        what: &'static str,
    ) -> Vec<&'n Node<'t>>
    where
        't: 'n,
    {
        let mut items: Vec<&Node<'_>> = items.take(LIST_LIMIT + 1).collect();
        if items.len() > LIST_LIMIT
            && let Some(unread) = items.pop()
        {
            self.report(unread, Problem::TooMany { what, limit: LIST_LIMIT });
        }
        items
    }

    fn report(&mut self, node: &Node<'_>, problem: Problem) {
        self.report_at(node.span.clone(), problem);
    }

    fn report_type(&mut self, node: &Node<'_>, key: &str, expected: &'static str) {
        let problem = match node.value {
            Value::Unreadable(_) => return,
            Value::Unsupported(what) => {
                let (before, after) = self.text.split_at(self.head_start + node.span.start);
                let start = before.rsplit('\n').next().unwrap_or_default();
                let end = after.lines().next().unwrap_or_default();
                Problem::UnsupportedYaml { what, line: requoted(&format!("{start}{end}")) }
            }
            _ => Problem::WrongType { field: key.to_owned(), expected },
        };
        self.report(node, problem);
    }

    /// Remembers the field that a place in the head belongs to as one with a problem.
    fn add_trouble(&mut self, at: usize) {
        let entry = self
            .entries
            .iter()
            .find(|one| one.key.span.start <= at && at <= one.key.span.end.max(one.value.span.end));
        if let Some(field) = entry.and_then(|entry| entry.field) {
            self.keys.add_trouble(field);
        }
    }

    fn place_at(&self, span: Range<usize>) -> Place {
        Place::of(self.text, self.head_start + span.start..self.head_start + span.end)
    }

    /// A field's key and value, from the first of its places that has one. A value outside the front matter is its own
    /// key.
    fn find<T>(&self, key: &Key<T>) -> Option<(&'a Node<'a>, &'a Node<'a>)> {
        let Some(sources) = self.mapping.sources(key.name()) else {
            return if self.slots & key.slots == 0 { None } else { self.find_any(key.names) };
        };
        let elsewhere = |source: &Source| {
            let mut values = self.elsewhere.iter();
            let found = values.find(|one| one.field == key.name() && one.source == *source)?;
            Some((&found.value, &found.value))
        };
        let places = sources.iter().filter_map(|source| match source {
            Source::Key(name) => self.find_any(&[name]),
            place => elsewhere(place),
        });
        let mut found = self.find_any(&[key.name()]).into_iter().chain(places);
        let first = found.next()?;
        Some(if is_empty(first.1) {
            found.find(|one| !is_empty(one.1)).unwrap_or(first)
        } else {
            first
        })
    }

    fn find_any(&self, names: &[&str]) -> Option<(&'a Node<'a>, &'a Node<'a>)> {
        names.iter().filter(|name| self.slots & 1 << keys::slot(name) != 0).find_map(|name| {
            let entry = self.entries.iter().find(|entry| entry.name == *name)?;
            Some((entry.key, entry.value))
        })
    }
}

/// The entries, with the outcome that stands where the round is named as the outcome only if they have no other.
fn with_one_outcome<'a>(
    mut entries: Vec<FieldEntry<'a>>,
    mapping: &'a Mapping,
) -> Vec<FieldEntry<'a>> {
    let is_outcome =
        |entry: &FieldEntry<'_>| entry.field.is_some_and(|name| name.is_of(&keys::OUTCOME));
    let is_own = |entry: &FieldEntry<'_>| {
        let name = entry.key.text().and_then(|key| keys::name_of(key, mapping).1);
        name.is_some_and(|name| name.is_of(&keys::OUTCOME))
    };
    if entries.iter().filter(|entry| is_outcome(entry)).all(is_own) {
        return entries;
    }
    let has_own = entries.iter().any(|entry| is_own(entry) && !is_empty(entry.value));
    entries.retain(|entry| !is_outcome(entry) || is_own(entry) == has_own);
    entries
}
