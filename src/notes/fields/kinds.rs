//! The kinds of files that carry a note's fields: notes, and files about a person, templates and letters, which are none.

use std::borrow::Cow;

use memchr::memchr2;

use super::keys;
use super::nodes::{date_text, scalar};
use super::written::EMAIL;
use super::{Fields, TELLING, places};
use crate::dates::date::reading;
use crate::notes::tree::{Node, Value};
use crate::rules::mapping::{Mapping, Source};
use crate::text::{before, file_name, is_same_key, name_key};

/// The types of files about a person.
pub const PERSON: [&str; 4] = ["person", "people", "contact", "contacts"];

/// The types of files about a company.
const COMPANY: [&str; 4] = ["company", "employer", "organisation", "organization"];

/// The keys of a letter.
const LETTER: [&str; 2] = ["to", "subject"];

/// The name of the entry with the document's own title, which is no field.
pub(super) const DOCUMENT_TITLE: &str = "document title";

impl Fields<'_> {
    /// Returns true if a head looks like a note's: by a field's own name, or by a company with anything that an interview
    /// or an application has. A file about a person may name their company, and a letter the one that it went to.
    pub fn look_like_a_note(&self) -> bool {
        let has = |names: &[&str]| self.find_any(names).is_some();
        let met = self.has(&keys::INTERVIEWERS) || self.has(&keys::DECISION_WINDOW);
        let happens = met
            || self.has(&keys::INTERVIEWS)
            || self.has(&keys::DATE)
            || self.has(&keys::APPLIED)
            || self.has(&keys::OUTCOME);
        let is_about_a_person =
            || !happens && self.value(&EMAIL).is_some() || self.is_of_type(&PERSON);
        let is_about_a_company =
            || self.is_of_type(&COMPANY) && !self.has(&keys::DATE) && !self.has(&keys::APPLIED);
        let is_none = !met && (is_about_a_person() || is_about_a_company() || self.is_letter());
        let is_telling =
            TELLING.iter().any(|name| has(&[*name])) || (happens && self.has(&keys::COMPANY));
        (is_telling && !is_none) || self.is_nearly_a_note()
    }

    /// Returns true for a file, which is no note, that is about a person.
    pub(super) fn is_about_a_person(&self) -> bool {
        let is_persons = |one: &str| PERSON.iter().any(|kind| one.eq_ignore_ascii_case(kind));
        let is_of_type = || self.types(&["type", "tags", "tag"]).any(is_persons);
        !self.is_letter()
            && !self.is_of_type(&COMPANY)
            && (self.value(&EMAIL).is_some() || is_of_type())
    }

    fn is_letter(&self) -> bool {
        LETTER.iter().all(|name| self.find_any(&[*name]).is_some())
    }

    /// Returns true if the journal takes a file of this type, or with these tags, for a note.
    pub fn has_type(&self) -> bool {
        let notes = &self.mapping.notes;
        !notes.has_types() || notes.has_type(self.types(&["type", "tags", "tag"]))
    }

    /// Returns true unless all that makes a note is in names of files and folders: so is a diary.
    pub fn are_in_the_file(&self) -> bool {
        let is_in_file = |source: &Source| *source == Source::Body;
        self.mapping.notes.are_named()
            || self.entries.iter().any(|entry| entry.field.is_some())
            || self.elsewhere.iter().any(|one| is_in_file(&one.source))
    }

    /// Returns true if a placeholder stands for the company, and no day for the interview.
    pub fn is_blank_form(&self) -> bool {
        let date = self.find(&keys::DATE).and_then(|(_, value)| date_text(value));
        let company = self.find(&keys::COMPANY).and_then(|(_, value)| scalar(value));
        company.is_some_and(is_placeholder) && date.is_none_or(|date| reading(date).is_none())
    }

    fn is_of_type(&self, types: &[&str]) -> bool {
        self.types(&["type"]).any(|one| types.iter().any(|kind| one.eq_ignore_ascii_case(kind)))
    }

    /// The words under these keys, of the front matter or at the top of the body.
    fn types<'s>(&'s self, names: &'s [&'s str]) -> impl Iterator<Item = &'s str> {
        let texts = |name: &&str| {
            let value = self.find_any(&[*name]).map(|(_, value)| value);
            let items: Vec<&Node<'_>> = match value.map(|value| &value.value) {
                Some(Value::List(items)) => items.iter().collect(),
                _ => value.into_iter().collect(),
            };
            items.into_iter().filter_map(Node::text).collect::<Vec<_>>()
        };
        let pairs = match self.mapping.has_places() {
            true => places::pairs(self.text, self.body_start),
            false => Vec::new(),
        };
        let below = pairs.into_iter().filter_map(|(key, value)| {
            names.iter().any(|name| is_same_key(name, key)).then_some(value)
        });
        let all = names.iter().flat_map(texts).chain(below);
        all.flat_map(|text| text.split([',', ' '])).map(|one| one.trim_start_matches('#'))
    }

    /// Leaves a `title` that a heading or the file's name repeats: it is the document's, not the role.
    pub(super) fn leave_document_title(&mut self) {
        let is_title = |key: &Node<'_>| key.text().is_some_and(|key| is_same_key(key, "title"));
        let Some(at) = self.entries.iter().position(|entry| is_title(entry.key)) else { return };
        let entry = &self.entries[at];
        if entry.field.is_none_or(|name| name.text != "title") {
            return;
        }
        let Some(title) = scalar(entry.value).map(name_key) else { return };
        let name = file_name(self.path).strip_suffix(".md");
        let body = self.text.get(self.body_start..).unwrap_or_default();
        let headings = body.lines().filter(|line| line.starts_with('#'));
        let headings = headings.map(|line| line.trim_start_matches('#'));
        if headings.chain(name).any(|text| name_key(text) == title) {
            let entry = &mut self.entries[at];
            (entry.name, entry.field) = (Cow::Borrowed(DOCUMENT_TITLE), None);
        }
    }
}

/// Returns true for a form to be filled in: one in a folder of templates, or one with placeholders and neither a company
/// nor a day.
pub fn is_template(path: &str, head: &str, mapping: &Mapping) -> bool {
    let is_templates = |name: &str| {
        let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
        let rest = before("template", name).or_else(|| before("templates", name));
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    if folders.split('/').any(is_templates) {
        return true;
    }
    let pairs = head.lines().filter_map(|line| line.split_once(':'));
    let pairs = pairs.map(|(key, value)| (key, value.trim().trim_matches(['"', '\'']).trim()));
    // Nearly no head has any sign of a placeholder.
    let is_blank = is_templates(name.strip_suffix(".md").unwrap_or(name))
        || memchr2(b'{', b'<', head.as_bytes()).is_some()
            && pairs.clone().any(|(_, value)| is_placeholder(value));
    let is_filled = |(key, value): (&str, &str)| match field_of(key, mapping) {
        Some("company") => !value.is_empty() && !is_placeholder(value),
        Some("date") => reading(value).is_some(),
        _ => false,
    };
    is_blank && !mapping.has_places() && !pairs.into_iter().any(is_filled)
}

/// Returns true for what a template has in place of a value: `{{date}}`, `<% tp.file.title %>`, `<Company name>`.
fn is_placeholder(value: &str) -> bool {
    let is_in_brackets = value.starts_with('<') && value.ends_with('>');
    value.starts_with("{{")
        || value.starts_with("<%")
        || (is_in_brackets && !value.contains(['@', ':']))
}

/// The field that a key holds, by its own name.
fn field_of(key: &str, mapping: &Mapping) -> Option<&'static str> {
    keys::name_of(key.trim(), mapping).1.map(|name| name.of_field[0])
}
