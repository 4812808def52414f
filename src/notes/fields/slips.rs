//! Keys that are none of a note's own, but were meant to be.

use std::ops::Range;

use super::keys::{ALL, COMPANY, DATE, Key, known};
use super::{Fields, value_of};
use crate::dates::calendar::parse_date;
use crate::diagnostic::Problem;
use crate::notes::yaml::{Entry, Node};
use crate::text::{folded, nearest, one_line};

/// A key that was meant to be a field's.
#[derive(Debug)]
pub struct Slip {
    field: &'static str,
    /// As it is written.
    pub written: String,
    /// Where, in the head.
    pub span: Range<usize>,
}

/// Keys that people have for things of their own, however near they are to one of ours.
const NO_SLIPS: [&str; 18] = [
    "contacts",
    "follow_up",
    "followup",
    "intern",
    "interval",
    "update",
    "updated",
    "rate",
    "data",
    "rule",
    "contract",
    "external",
    "interview",
    "interviews",
    "interviewed",
    "rounds",
    "stats",
    "treat",
];

/// Longest key that is looked at, in bytes.
const LENGTH_LIMIT: usize = 40;

impl Fields<'_> {
    /// Reports a key that is nearly a field's, unless the note has that field too, and gives whether it is one. Of what a
    /// note must have it is said once that it is missing.
    pub(super) fn check_slip(&mut self, name: &str, key: &Node<'_>) -> bool {
        let names = ALL.iter().flat_map(|field| field.names).copied();
        let Some((near, field)) = meant(name, names).and_then(|near| Some((near, known(near)?)))
        else {
            return false;
        };
        if self.find_any(field.names).is_some() {
            return false;
        }
        let (field, written) = (field.names[0], one_line(key.text().unwrap_or_default()));
        if ![COMPANY.name(), DATE.name()].contains(&field) {
            self.report(key, Problem::UnknownKey { key: written.clone(), near });
        }
        self.slips.push(Slip { field, written, span: key.span.clone() });
        true
    }

    /// What was written in place of a field that isn't there.
    pub fn slip<T>(&self, key: &Key<T>) -> Option<&Slip> {
        self.slips.iter().find(|slip| slip.field == key.name())
    }

    /// Whether it is a note but for a slip in the key of its company: its day is there.
    pub fn is_nearly_a_note(&self) -> bool {
        let day = self.find(&DATE).and_then(|(_, day)| parse_date(day.text()?));
        day.is_some()
            && self.entries.iter().any(|(name, ..)| meant(name, [COMPANY.name()]).is_some())
    }

    /// Reports what is nearly a key of a map within a field, unless the map has that one too. Names of one thing stand
    /// together.
    pub(super) fn check_inner_keys(&mut self, entries: &[Entry<'_>], known: &[&[&'static str]]) {
        let all = known.iter().flat_map(|names| names.iter().copied());
        for (key, _) in entries {
            let Some(written) = key.text() else { continue };
            let Some(near) = meant(&folded(written), all.clone()) else { continue };
            let names = known.iter().find(|names| names.contains(&near));
            if names.is_some_and(|names| value_of(entries, names).is_none()) {
                self.report(key, Problem::UnknownKey { key: one_line(written), near });
            }
        }
    }
}

/// The known name that a key was meant to be; none for one that is known, or that people have for something else.
fn meant<'k>(name: &str, known: impl IntoIterator<Item = &'k str> + Clone) -> Option<&'k str> {
    let is_asked = name.len() <= LENGTH_LIMIT
        && !NO_SLIPS.contains(&name)
        && !known.clone().into_iter().any(|known| known == name);
    if is_asked { nearest(name, known) } else { None }
}
