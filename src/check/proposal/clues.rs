//! One file as it shows itself: its keys and values, its name, its folder, its first heading.

use std::collections::BTreeSet;

use super::is_outcome;
use super::keys::{day_of, is_of_interview, is_proposed, is_usual};
use crate::dates::date::reading;
use crate::journal::copies;
use crate::notes::Outcome;
use crate::notes::front_matter;
use crate::notes::person::wiki_link;
use crate::notes::places;
use crate::notes::tree::{Node, Value};
use crate::notes::yaml;
use crate::notes::{PERSON, is_template};
use crate::rules::mapping::Mapping;
use crate::text::{is_same_key, one_line, words};

/// Words for a search in the names of folders and in types and tags.
const SEARCH: [&str; 14] = [
    "interview",
    "interviews",
    "job",
    "jobs",
    "jobsearch",
    "jobhunt",
    "application",
    "applications",
    "career",
    "careers",
    "hiring",
    "hunt",
    "positions",
    "offers",
];

/// Names of fields that other files have, too: of meetings, of books, of projects.
const WEAK: [&str; 10] = [
    "title",
    "stage",
    "attendees",
    "participants",
    "people",
    "contacts",
    "with",
    "client",
    "step",
    "timeline",
];

/// A file as it shows itself.
#[derive(Debug)]
pub struct File {
    /// Its path from the root.
    pub path: String,
    /// The keys and values of its front matter.
    pub head: Vec<Pair>,
    /// The keys and values at the top of its body.
    pub top: Vec<Pair>,
    /// Its first heading.
    pub heading: String,
    /// The name of its folder.
    pub folder: String,
    /// Its name.
    pub name: String,
    /// Its type and its tags.
    pub types: Vec<String>,
}

/// A key with its values.
pub type Pair = (String, Vec<String>);

impl File {
    /// Reads a file. `None` for a form to fill in, a copy, and a file whose front matter can't be read.
    pub fn read(path: &str, text: &str) -> Option<File> {
        let split = front_matter::split(text).unwrap_or_else(|| front_matter::none(text));
        let is_form = is_template(path, split.head, &Mapping::default());
        if !split.closed || is_form || copies::is_of_generated(path) {
            return None;
        }
        let entries = match split.head.trim().is_empty() {
            true => Vec::new(),
            false => yaml::parse(split.head).ok()?,
        };
        let pair = |(key, value): &(Node<'_>, Node<'_>)| {
            let mut values = Vec::new();
            take(value, &mut values);
            Some((one_line(key.text()?), values))
        };
        let head: Vec<Pair> = entries.iter().filter_map(pair).collect();
        let top = places::pairs(text, split.body_start).into_iter();
        let top: Vec<Pair> = top
            .map(|(key, value)| (one_line(key), vec![one_line(wiki_link(value))]))
            .map(|(key, values)| (key, filled(values)))
            .collect();
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let is_type =
            |(key, _): &&Pair| ["type", "tags", "tag"].iter().any(|name| is_same_key(name, key));
        let types = head.iter().chain(&top).filter(is_type).flat_map(|(_, values)| values);
        let types = types.flat_map(|text| text.split([',', ' ']));
        let types = types.map(|one| one.trim_start_matches('#').to_lowercase());
        let types = types.filter(|one| !one.is_empty()).collect();
        Some(File {
            path: path.to_owned(),
            heading: one_line(places::heading(text, split.body_start).unwrap_or_default()),
            folder: folders.rsplit('/').next().unwrap_or_default().to_owned(),
            name: one_line(places::stem(name)),
            head,
            top,
            types,
        })
    }

    /// Every key with its values.
    pub fn pairs(&self) -> impl Iterator<Item = &Pair> {
        self.head.iter().chain(&self.top)
    }

    /// Returns true for a file that looks like one about an interview or an application: by two fields of a note of which
    /// one is about a job, or by its place or type and a day.
    pub fn is_about_a_job(&self) -> bool {
        let has = |key: &str| {
            self.pairs().any(|(known, values)| is_same_key(key, known) && !values.is_empty())
        };
        if (has("email") && !has("date")) || (has("to") && has("subject")) {
            return false;
        }
        let (mut fields, mut is_telling) = (BTreeSet::new(), false);
        let mut is_settled = false;
        for (key, values) in self.pairs().filter(|(_, values)| !values.is_empty()) {
            for field in
                ["company", "role", "round", "interviewers", "recruiter", "decision_window"]
            {
                if is_usual(field, key) || is_proposed(field, key) {
                    fields.insert(field);
                    is_telling |= !WEAK.iter().any(|weak| is_same_key(weak, key));
                }
            }
            if values.iter().all(|value| is_day(value)) {
                fields.extend(day_of(key));
                is_telling |= is_of_interview(key) || day_of(key) == Some("applied");
            } else if values.iter().all(|value| is_outcome(value)) {
                let says = |value: &String| Outcome::parse(value) != Some(Outcome::Pending);
                is_settled |= values.iter().any(says);
                fields.insert("outcome");
            }
        }
        let is_persons = self.types.iter().any(|one| PERSON.contains(&one.as_str()));
        if is_persons && !fields.contains("interviewers") {
            return false;
        }
        let has_day = fields.contains("date") || places::day_in(&self.name).is_some();
        let is_search =
            |text: &str| words(&text.to_lowercase(), &[]).any(|word| SEARCH.contains(&word));
        let is_placed = self.path.split('/').rev().skip(1).any(is_search)
            || self.types.iter().any(|one| is_search(one));
        // A company's own file may say that something is going on with it.
        let is_more =
            is_settled || fields.iter().any(|field| !["company", "outcome"].contains(field));
        (is_telling && is_more && fields.len() > 1) || (is_placed && has_day)
    }

    /// Returns true if anything in the file itself is a field of a note, under a name that is known or proposed.
    pub fn has_fields(&self) -> bool {
        self.pairs().any(|(key, values)| {
            !values.is_empty()
                && crate::rules::names::ALL
                    .iter()
                    .any(|names| is_usual(names[0], key) || is_proposed(names[0], key))
        })
    }
}

/// Returns true for a date, or for numbers that are one.
pub fn is_day(text: &str) -> bool {
    reading(text).is_some()
}

/// Takes the texts of a value.
fn take(node: &Node<'_>, values: &mut Vec<String>) {
    match &node.value {
        Value::Text(text) => values.extend(filled(vec![one_line(wiki_link(text))])),
        Value::List(items) => items.iter().for_each(|item| take(item, values)),
        Value::Map(entries) => {
            let names = entries.iter().filter(|(key, _)| key.text() == Some("name"));
            names.for_each(|(_, name)| take(name, values));
        }
        Value::Null | Value::Unsupported(_) | Value::Unreadable(_) => {}
    }
}

fn filled(mut values: Vec<String>) -> Vec<String> {
    values.retain(|value| !value.is_empty());
    values
}
