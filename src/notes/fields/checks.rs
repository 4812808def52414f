//! The keys of a front matter checked: duplicates, second names, typos.

use super::keys::{
    self, COMPANY, DATE, DECIDE_BY, DECISION_WINDOW, Field, OUTCOME, field_named, named,
};
use super::nodes::{is_empty, value_of};
use super::{FieldEntry, Fields, Typo};
use crate::dates::calendar::parse_date;
use crate::dates::window::Window;
use crate::diagnostic::Problem;
use crate::notes::Outcome;
use crate::notes::tree::{Entry, Node, Value};
use crate::rules::names;
use crate::text::{folded, is_same_key, nearest, one_line};

/// Keys that people use for things of their own, however close they are to a field's name.
const NO_TYPOS: [&str; 29] = [
    "tags",
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
    "interviewed",
    "rounds",
    "agenda",
    "agent",
    "smart",
    "star",
    "stars",
    "started",
    "stat",
    "stats",
    "state",
    "stages",
    "results",
    "then",
    "treat",
];

/// Longest key that is checked for typos, in bytes.
const LENGTH_LIMIT: usize = 40;

impl Fields<'_> {
    /// Reports fields that appear twice, typos, and merge keys, whose fields would be missed.
    pub fn check_keys(&mut self) {
        let mut seen = Vec::with_capacity(self.entries.len());
        for at in 0..self.entries.len() {
            let FieldEntry { name, field, key, value } = self.entries[at].clone();
            if let Some(field) = field
                && !is_empty(value)
                && !matches!(&value.value, Value::List(items) if items.is_empty())
            {
                self.keys.add(field);
            }
            match field {
                Some(_) if seen.contains(&name) => {
                    self.report(key, Problem::DuplicateKey { key: name.to_string() });
                    self.duplicates.push(name);
                }
                Some(_) => seen.push(name),
                None if name == "<<" => {
                    self.report(
                        key,
                        Problem::UnsupportedYaml { what: "a merge key (`<<`)", line: None },
                    );
                }
                None if !self.check_typo(&name, key, value) => {
                    self.keys.add_own(key.text().unwrap_or_default());
                }
                None => {}
            }
        }
        for name in self.elsewhere.iter().filter_map(|one| named(one.field)) {
            self.keys.add(name);
        }
    }

    /// Reports a field under a second name, which is not read. A `title` beside `role` is the document's.
    pub fn check_second_names(&mut self) {
        let usual = |field: &&Field| self.mapping.sources(field.names[0]).is_none();
        let given_twice: Vec<&Field> = self.keys.given_twice().filter(usual).collect();
        for field in given_twice {
            let mut names = self.keys.given_names(field);
            let is_clear = |read: &&str| !self.duplicates.iter().any(|name| name == read);
            let Some(read) = names.next().filter(is_clear) else {
                continue;
            };
            let seconds: Vec<&'static str> = names.filter(|name| *name != "title").collect();
            for second in seconds {
                if let Some((key, _)) = self.find_any(&[second]) {
                    let key_text = one_line(key.text().unwrap_or_default());
                    self.report(key, Problem::UnreadField { key: key_text, read });
                }
            }
        }
    }

    /// Reports a key that is almost a field's, or another word for one, unless the note has that field too, and returns
    /// whether it is one. For the fields that every note needs, the report that they are missing says enough.
    fn check_typo(&mut self, name: &str, key: &Node<'_>, value: &Node<'_>) -> bool {
        let near =
            meant(name, keys::nearest_name, keys::names()).or_else(|| self.described(name, value));
        let Some((near, field)) = near.and_then(|near| Some((near, field_named(near)?))) else {
            return false;
        };
        if self.find_any(field.names).is_some() {
            return false;
        }
        let (field, written) = (field.names[0], one_line(key.text().unwrap_or_default()));
        if ![COMPANY.name(), DATE.name()].contains(&field) {
            self.report(key, Problem::UnknownKey { key: written.clone(), near });
        }
        self.typos.push(Typo { field, written, span: key.span.clone() });
        true
    }

    /// The field that a key describes in other words, if its value is one for it. A deadline may be that of an application,
    /// unless there is an offer.
    fn described(&self, name: &str, value: &Node<'_>) -> Option<&'static str> {
        let is_one_of = |names: &[&str]| names.iter().any(|known| is_same_key(known, name));
        let field = if is_one_of(&names::LIKE_DECISION_WINDOW) {
            DECISION_WINDOW.name()
        } else if is_one_of(&names::LIKE_DECIDE_BY) && self.has_offer() {
            DECIDE_BY.name()
        } else {
            return None;
        };
        Window::told(value.text()?).filter(Window::is_stated)?;
        Some(field)
    }

    fn has_offer(&self) -> bool {
        let outcome = self.find(&OUTCOME).and_then(|(_, outcome)| outcome.text());
        outcome.is_some_and(|words| Outcome::parse(words) == Some(Outcome::Offer))
    }

    /// Returns true for a note whose key `company` has a typo: it has a date, too.
    pub(super) fn is_nearly_a_note(&self) -> bool {
        let day = self.find(&DATE).and_then(|(_, day)| parse_date(day.text()?));
        day.is_some()
            && self.entries.iter().any(|entry| meant_among(&entry.name, [COMPANY.name()]).is_some())
    }

    /// Reports a key that is almost one of a map inside a field, unless the map has that one too. Each item of `known`
    /// lists the names of one thing.
    pub(super) fn check_inner_keys(&mut self, entries: &[Entry<'_>], known: &[&[&'static str]]) {
        let all = known.iter().flat_map(|names| names.iter().copied());
        for (key, _) in entries {
            let Some(written) = key.text().filter(|key| !all.clone().any(|known| known == *key))
            else {
                continue;
            };
            let Some(near) = meant_among(&folded(written), all.clone()) else { continue };
            let names = known.iter().find(|names| names.contains(&near));
            if names.is_some_and(|names| value_of(entries, names).is_none()) {
                self.report(key, Problem::UnknownKey { key: one_line(written), near });
            }
        }
    }
}

/// The known name that a key was probably meant to be, as below.
fn meant_among<'k>(
    name: &str,
    known: impl IntoIterator<Item = &'k str> + Clone,
) -> Option<&'k str> {
    meant(name, |name| nearest(name, known.clone()), known.clone())
}

/// The known name that a key was probably meant to be, which is the nearest one; `None` if the key is known itself or in
/// use for something else.
fn meant<'k>(
    name: &str,
    nearest: impl Fn(&str) -> Option<&'k str>,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<&'k str> {
    if name.len() > LENGTH_LIMIT || NO_TYPOS.contains(&name) {
        return None;
    }
    let near = nearest(name)?;
    let is_known = known.into_iter().any(|known| is_same_key(known, name));
    (!is_known).then_some(near)
}
