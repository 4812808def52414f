//! The records of follow-ups.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::keys::Key;
use super::nodes::short_text;
use super::{FAR_YEARS, Fields, PROBLEM_LIMIT};
use crate::diagnostic::Problem;
use crate::diagnostic::place::Place;
use crate::notes::Record;
use crate::notes::tree::{Node, Value};
use crate::text::one_line;

type Records = Key<BTreeMap<String, Record>>;

impl Fields<'_> {
    /// The records by the ids of their follow-ups, and the ids of those that can't be read.
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
                None if matches!(value.value, Value::Unreadable(_)) => {
                    unclear.insert(name);
                }
                None => {
                    let written = one_line(short_text(value).unwrap_or_default());
                    let at = if value.span.is_empty() { id } else { value };
                    let meant = Record::meant(&written).map(|record| record.to_string());
                    self.report(
                        at,
                        Problem::InvalidRecord { id: name.clone(), value: written, meant },
                    );
                    unclear.insert(name);
                }
            }
        }
        (records, unclear)
    }

    /// Reports records of follow-ups that can't exist, as `unknown` finds them.
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

    /// The ids of these records, each with its place.
    pub fn places_of_records(
        &self,
        key: &Records,
        is_meant: impl Fn(&str) -> bool,
    ) -> Vec<(String, Place)> {
        let Some((_, Node { value: Value::Map(entries), .. })) = self.find(key) else {
            return Vec::new();
        };
        let ids = entries.iter().map(|(id, _)| id);
        let meant = ids.filter_map(|id| Some((short_text(id).filter(|id| is_meant(id))?, id)));
        meant.map(|(id, node)| (id.to_owned(), self.place_at(node.span.clone()))).collect()
    }

    /// Reports the day of a record that is years away. A day before the interview is fine: you can decide against a
    /// follow-up in advance.
    fn check_record(&mut self, node: &Node<'_>, date: NaiveDate) {
        let Some(interview) = self.interview else { return };
        let is_far = |from: NaiveDate, to: NaiveDate| {
            to.years_since(from).is_some_and(|years| years >= FAR_YEARS)
        };
        let side = if is_far(interview, date) {
            "after the interview"
        } else if is_far(date, interview) {
            "before the interview"
        } else {
            return;
        };
        self.report(node, Problem::FarDate { date, years: FAR_YEARS, side });
    }
}
