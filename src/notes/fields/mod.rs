//! The fields of a front matter, read one by one; what can't be used is reported at its own place.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::NaiveDate;

use crate::dates::calendar::parse_date;
use crate::dates::day;
use crate::dates::window::Window;
use crate::diagnostic::place::Place;
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::notes::person;
use crate::notes::yaml::{Entry, Node, Value};
use crate::notes::{DateLine, Outcome, Record, Update};
use crate::rules::known::Known;
use crate::text::{folded, nearest, one_line};

pub mod keys;
mod people;
mod schema;
mod slips;
mod written;

pub use people::Placed;

use keys::{Key, Keys};
use slips::Slip;
use written::{FALSE, TRUE, UPDATED_DATE, UPDATED_WINDOW};

/// Most problems of one note that are told.
const PROBLEM_LIMIT: usize = 50;

/// Longest value of a field, in bytes: a longer one would fill the agenda.
const LENGTH_LIMIT: usize = 1_000;

/// Most items of a list that are read: no interview has more people.
const LIST_LIMIT: usize = 100;

/// The key of what became of follow-ups.
type Records = Key<BTreeMap<String, Record>>;

/// Days so many years after the interview are likely a slip of the year.
const YEARS_AFTER: u32 = 2;

/// How the line of a date begins in most notes.
pub const DATE_LINE: &str = "date: ";

/// A head's entries and what is wrong with them.
pub struct Fields<'a> {
    path: &'a str,
    text: &'a str,
    head_start: usize,
    entries: Vec<(Cow<'a, str>, &'a Node<'a>, &'a Node<'a>)>,
    twice: BTreeSet<String>,
    keys: Keys,
    slips: Vec<Slip>,
    /// The day of the interview, for the days that follow it.
    interview: Option<NaiveDate>,
    problems: Vec<Diagnostic>,
}

impl<'a> Fields<'a> {
    pub fn new(path: &'a str, text: &'a str, head_start: usize, entries: &'a [Entry<'a>]) -> Self {
        let entries = entries
            .iter()
            .filter_map(|(key, value)| Some((folded(key.text()?), key, value)))
            .collect();
        Fields {
            path,
            text,
            head_start,
            entries,
            twice: BTreeSet::new(),
            keys: Keys::default(),
            slips: Vec::new(),
            interview: None,
            problems: Vec::new(),
        }
    }

    /// The whole file.
    pub fn source(&self) -> &'a str {
        self.text
    }

    pub fn into_problems(self) -> Vec<Diagnostic> {
        self.problems
    }

    /// What stands there, once all was read.
    pub fn take_keys(&mut self) -> Keys {
        std::mem::take(&mut self.keys)
    }

    /// Compares the days that are read from now on with that of the interview.
    pub fn compare_with(&mut self, interview: Known<NaiveDate>) {
        self.interview = interview.value().copied();
    }

    /// How many problems were found so far.
    pub fn problem_count(&self) -> usize {
        self.problems.len()
    }

    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|diagnostic| diagnostic.problem.severity() == Severity::Error)
    }

    pub fn is_empty_value<T>(&self, key: &Key<T>) -> bool {
        self.find(key).is_some_and(|(_, value)| is_empty(value))
    }

    /// A problem of the note as a whole, told at the head's first line.
    fn problem_at_start(&mut self, problem: Problem) {
        let place = Place::of(self.text, self.head_start..self.head_start);
        self.problems.push(Diagnostic::at(self.path, place, problem));
    }

    /// What is missing, said of what was meant to be it, where something was.
    pub fn missing<T>(&mut self, key: &Key<T>, problem: impl FnOnce(Option<String>) -> Problem) {
        match self.slip(key) {
            Some(Slip { written, span, .. }) => {
                let (written, span) = (written.clone(), span.clone());
                self.problem_at(span, problem(Some(written)));
            }
            None => self.problem_at_start(problem(None)),
        }
    }

    /// A problem of what stands there in the head.
    pub fn problem_at(&mut self, span: Range<usize>, problem: Problem) {
        if self.problems.len() < PROBLEM_LIMIT {
            if problem.severity() != Severity::Hint {
                self.trouble(span.start);
            }
            let place = self.place_at(span);
            self.problems.push(Diagnostic::at(self.path, place, problem));
        }
    }

    /// Reports records of follow-ups that there can't be: `unknown` says which are, and what was meant.
    pub fn check_records(&mut self, key: &Records, unknown: impl Fn(&str) -> Option<Problem>) {
        let Some((_, Node { value: Value::Map(entries), .. })) = self.find(key) else { return };
        for (id, _) in entries {
            if self.problems.len() >= PROBLEM_LIMIT {
                return;
            }
            if let Some(problem) = short_text(id).and_then(&unknown) {
                self.report(id, problem);
            }
        }
    }

    /// Where a field's value stands.
    pub fn place<T>(&self, key: &Key<T>) -> Option<Place> {
        self.find(key).map(|(_, value)| self.place_of(value))
    }

    /// A line of text. Of a company that stands twice the first is kept: a note needs its name.
    pub fn text(&mut self, key: &Key<String>) -> Option<String> {
        let (_, node) = self.find(key)?;
        self.text_of(key.name(), node)
    }

    pub fn date(&mut self, key: &Key<NaiveDate>) -> Known<NaiveDate> {
        self.field(key, |fields, node| fields.date_of(key.name(), node))
    }

    /// Where a date stands, without a copy of its line where that can be told from the date.
    pub fn date_line(&self, key: &Key<NaiveDate>) -> Option<DateLine> {
        let (_, node) = self.find(key)?;
        let start = self.head_start + node.span.start;
        let before = self.text.get(..start)?;
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = self.text[line_start..].lines().next().unwrap_or_default();
        let date = line.strip_prefix(DATE_LINE).filter(|date| parse_date(date).is_some());
        Some(match date {
            Some(_) => DateLine::Plain(before[..line_start].matches('\n').count() + 1),
            None => DateLine::Other(Box::new(self.place_of(node))),
        })
    }

    pub fn truth(&mut self, key: &Key<bool>) -> Known<bool> {
        self.field(key, |fields, node| fields.truth_of(key.name(), node))
    }

    pub fn outcome(&mut self, key: &Key<Outcome>) -> Known<Outcome> {
        self.field(key, |fields, node| match scalar(node) {
            Some(text) => match Outcome::parse(text) {
                Some(outcome) => Known::Is(outcome),
                None => {
                    let near = nearest(&folded(text), Outcome::ALL.map(Outcome::as_str));
                    fields.bad(node, Problem::UnknownOutcome { value: one_line(text), near })
                }
            },
            None => fields.wrong_type(node, key.name(), "one word"),
        })
    }

    pub fn window(&mut self, key: &Key<Window>) -> Known<Window> {
        self.field(key, |fields, node| fields.window_of(node, key.name()))
    }

    pub fn updates(&mut self, key: &Key<Vec<Update>>) -> Vec<Update> {
        const SHAPE: &str = "a list such as `- {date: 2026-03-11, decision_window: by 2026-03-25}`";
        let Some((_, node)) = self.find(key) else { return Vec::new() };
        let items = match &node.value {
            Value::Null => return Vec::new(),
            Value::List(items) => items.iter().take(LIST_LIMIT).collect(),
            _ => vec![node],
        };
        items
            .into_iter()
            .map(|item| {
                let Value::Map(entries) = &item.value else {
                    return Update {
                        date: self.wrong_type(item, key.name(), SHAPE),
                        window: Known::Bad,
                    };
                };
                self.check_inner_keys(entries, &[&[UPDATED_DATE], &UPDATED_WINDOW]);
                let date = match value_of(entries, &[UPDATED_DATE]) {
                    Some(node) => self.date_of("updates: date", node),
                    None => self.wrong_type(item, key.name(), SHAPE),
                };
                let window = match value_of(entries, &UPDATED_WINDOW) {
                    Some(node) => self.window_of(node, "updates: decision_window"),
                    None => Known::Missing,
                };
                Update { date, window }
            })
            .collect()
    }

    pub fn records(&mut self, key: &Records) -> (BTreeMap<String, Record>, BTreeSet<String>) {
        let (mut records, mut unclear) = (BTreeMap::new(), BTreeSet::new());
        let Some((_, node)) = self.find(key) else { return (records, unclear) };
        let entries = match &node.value {
            Value::Null => return (records, unclear),
            Value::Map(entries) => entries,
            _ => {
                self.report_type(
                    node,
                    key.name(),
                    "a map such as `thank-you/jane-doe: done 2026-03-03`",
                );
                return (records, unclear);
            }
        };
        for (id, value) in entries {
            let Some(name) = short_text(id) else {
                self.report_type(id, key.name(), "a map of follow-ups");
                continue;
            };
            let name = one_line(name);
            if records.contains_key(&name) || unclear.contains(&name) {
                self.report(id, Problem::DuplicateKey { key: name.clone() });
                records.remove(&name);
                unclear.insert(name);
                continue;
            }
            match value.text().and_then(Record::parse) {
                Some(record) => {
                    self.check_record(value, record.day());
                    records.insert(name, record);
                }
                None => {
                    let written = one_line(short_text(value).unwrap_or_default());
                    let at = if value.span.is_empty() { id } else { value };
                    self.report(at, Problem::InvalidRecord { id: name.clone(), value: written });
                    unclear.insert(name);
                }
            }
        }
        (records, unclear)
    }

    fn text_of(&mut self, key: &str, node: &Node<'_>) -> Option<String> {
        let node = only_item(node).filter(|item| !is_empty(item)).unwrap_or(node);
        match scalar(node) {
            Some(text) => Some(one_line(text)).filter(|text| !text.is_empty()),
            None if node.value == Value::Null => None,
            None => {
                self.report_type(node, key, "a short line of text");
                None
            }
        }
    }

    fn truth_of(&mut self, key: &str, node: &Node<'_>) -> Known<bool> {
        match node.text().map(folded).as_deref() {
            Some(word) if TRUE.contains(&word) => Known::Is(true),
            Some(word) if FALSE.contains(&word) => Known::Is(false),
            _ => self.wrong_type(node, key, "true or false"),
        }
    }

    fn date_of(&mut self, key: &str, node: &Node<'_>) -> Known<NaiveDate> {
        let Some(text) = scalar(node) else {
            return self.wrong_type(node, key, "a date such as 2026-03-02");
        };
        let day = without_time(text);
        match parse_date(day) {
            Some(day) => {
                self.check_day(key, node, day);
                Known::Is(day)
            }
            None => {
                let problem = foreign_date(key, day).unwrap_or_else(|| Problem::InvalidDate {
                    field: key.to_owned(),
                    value: one_line(text),
                });
                self.bad(node, problem)
            }
        }
    }

    /// Reports a day that lies before the interview, or years behind it. It counts all the same.
    fn check_day(&mut self, key: &str, node: &Node<'_>, date: NaiveDate) {
        let Some(interview) = self.interview else { return };
        if date < interview {
            let field = key.to_owned();
            self.report(node, Problem::BeforeInterview { field, date, interview });
        } else if date.years_since(interview).is_some_and(|years| years >= YEARS_AFTER) {
            let (years, side) = (YEARS_AFTER, "after the interview");
            self.report(node, Problem::FarDate { date, years, side });
        }
    }

    /// Reports the day of a record that lies years away. It may lie before the interview: one can decide against a
    /// follow-up that is still to come.
    fn check_record(&mut self, node: &Node<'_>, date: NaiveDate) {
        let Some(interview) = self.interview else { return };
        let is_far = |from: NaiveDate, to: NaiveDate| {
            to.years_since(from).is_some_and(|years| years >= YEARS_AFTER)
        };
        let side = if is_far(interview, date) {
            "after the interview"
        } else if is_far(date, interview) {
            "before the interview"
        } else {
            return;
        };
        self.report(node, Problem::FarDate { date, years: YEARS_AFTER, side });
    }

    /// A window that isn't understood counts as none, as the problem says.
    fn window_of(&mut self, node: &Node<'_>, key: &str) -> Known<Window> {
        match (&node.value, scalar(node)) {
            (Value::Null, _) => Known::Is(Window::Unstated),
            (_, Some(text)) => match Window::parse(text) {
                Some(window) => {
                    if let Some(day) = window.dated() {
                        self.check_day(key, node, day);
                    }
                    Known::Is(window)
                }
                None => {
                    let unknown = || Problem::UnknownWindow { value: one_line(text) };
                    let problem = foreign_date(key, text).unwrap_or_else(unknown);
                    self.report(node, problem);
                    Known::Is(Window::Unstated)
                }
            },
            _ => self.wrong_type(node, key, "a time frame such as `1 week` or `by 2026-03-20`"),
        }
    }

    /// Reads a field with `read`, unless it is missing, empty or ambiguous.
    fn field<K, T>(
        &mut self,
        key: &Key<K>,
        read: impl FnOnce(&mut Self, &Node<'_>) -> Known<T>,
    ) -> Known<T> {
        let Some((name, node)) = self.find(key) else { return Known::Missing };
        if name.text().is_some_and(|name| self.twice.contains(&*folded(name))) {
            return Known::Bad;
        }
        if is_empty(node) { Known::Missing } else { read(self, node) }
    }

    fn place_of(&self, node: &Node<'_>) -> Place {
        self.place_at(node.span.clone())
    }

    fn place_at(&self, span: Range<usize>) -> Place {
        Place::of(self.text, self.head_start + span.start..self.head_start + span.end)
    }

    fn report(&mut self, node: &Node<'_>, problem: Problem) {
        self.problem_at(node.span.clone(), problem);
    }

    /// Where a part of a value stands: its last one of that text, or the whole value where it is written otherwise.
    fn part_of(&self, node: &Node<'_>, part: &str) -> Range<usize> {
        let value = self.head_start + node.span.start..self.head_start + node.span.end;
        let at = self.text.get(value).and_then(|value| value.rfind(part));
        at.map_or(node.span.clone(), |at| {
            let start = node.span.start + at;
            start..start + part.len()
        })
    }

    fn bad<T>(&mut self, node: &Node<'_>, problem: Problem) -> Known<T> {
        self.report(node, problem);
        Known::Bad
    }

    fn wrong_type<T>(&mut self, node: &Node<'_>, key: &str, expected: &'static str) -> Known<T> {
        self.report_type(node, key, expected);
        Known::Bad
    }

    fn report_type(&mut self, node: &Node<'_>, key: &str, expected: &'static str) {
        let problem = match node.value {
            Value::Unsupported(what) => Problem::UnsupportedYaml { what },
            _ => Problem::WrongType { field: key.to_owned(), expected },
        };
        self.report(node, problem);
    }
}

/// Whether nothing stands there.
fn is_empty(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Text(text) => !text.contains(char::is_alphanumeric) && one_line(text).is_empty(),
        _ => false,
    }
}

/// A date without the time of day behind it, which is passed over.
fn without_time(text: &str) -> &str {
    match text.get(10..11) {
        Some("T" | " ") => &text[..10],
        _ => text,
    }
}

/// What is wrong with a date that is written in another form than ours.
fn foreign_date(key: &str, text: &str) -> Option<Problem> {
    let (field, value) = (key.to_owned(), one_line(text));
    Some(match day::readings(&value)? {
        (first, Some(second)) => Problem::AmbiguousDate { field, value, readings: (first, second) },
        (reading, None) => Problem::ForeignDate { field, value, reading },
    })
}

/// The value of the first of these keys that a map has.
fn value_of<'n>(entries: &'n [Entry<'n>], names: &[&str]) -> Option<&'n Node<'n>> {
    names.iter().find_map(|name| {
        entries
            .iter()
            .find(|(key, _)| key.text().is_some_and(|key| folded(key) == *name))
            .map(|(_, value)| value)
    })
}

/// A scalar's text, unless it is longer than any name or date.
fn short_text<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    node.text().filter(|text| text.len() <= LENGTH_LIMIT)
}

/// A scalar's text, or what is shown of a wiki link.
fn scalar<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    short_text(node).map(person::wiki_link).or_else(|| wiki(node))
}

/// The item of a list of one, as programs write it that keep properties as lists; a wiki link is no list.
fn only_item<'n, 't>(node: &'n Node<'t>) -> Option<&'n Node<'t>> {
    match &node.value {
        Value::List(items) if items.len() == 1 && wiki(node).is_none() => items.first(),
        _ => None,
    }
}

/// `[[Jane Doe]]` without quotes: YAML reads a list in a list.
fn wiki<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    let Value::List(outer) = &node.value else { return None };
    let [Node { value: Value::List(inner), .. }] = &outer[..] else { return None };
    let [inner] = &inner[..] else { return None };
    short_text(inner).map(person::wiki_target)
}
