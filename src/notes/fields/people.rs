//! The people in a front matter.

use std::ops::Range;
use std::sync::Arc;

use super::keys::Key;
use super::nodes::{only_item, scalar, short_text, value_of, wiki};
use super::written::{AGENCY, CALL, EMAIL, LEAD, NAME, POST, TITLE};
use super::{Fields, LIST_LIMIT};
use crate::diagnostic::Problem;
use crate::notes::person::{self, Person};
use crate::notes::yaml::{Node, Value};
use crate::rules::known::Known;
use crate::text::one_line;

const WHO: &str = "a name, \"Name <address>\", or a map with `name` and `email`";

/// A person and their place in the head.
pub type Placed = (Person, Range<usize>);

impl Fields<'_> {
    /// A single person.
    pub fn person(&mut self, key: &Key<Arc<Person>>) -> Known<Arc<Person>> {
        self.recruiter(key).0
    }

    /// The recruiter and their agency, if they work for one.
    pub fn recruiter(&mut self, key: &Key<Arc<Person>>) -> (Known<Arc<Person>>, Option<String>) {
        let mut agency = None;
        let person = self.field(key, |fields, node| {
            let node = only_item(node).unwrap_or(node);
            if is_nobody(node) {
                return Known::Missing;
            }
            if let Value::Map(entries) = &node.value {
                let node = value_of(entries, &[AGENCY]);
                agency = node.and_then(|node| fields.text_of(AGENCY, node));
            }
            match fields.person_of(key.name(), node) {
                Some(person) => Known::Is(Arc::new(person)),
                None => Known::Bad,
            }
        });
        (person, agency)
    }

    /// People, each with their place in the head.
    pub fn people(&mut self, key: &Key<Vec<Person>>) -> Vec<Placed> {
        let Some((_, node)) = self.find(key) else { return Vec::new() };
        let nodes: Vec<&Node<'_>> = match &node.value {
            Value::Null => return Vec::new(),
            Value::List(items) if wiki(node).is_none() => {
                items.iter().filter(|item| item.value != Value::Null).take(LIST_LIMIT).collect()
            }
            _ => vec![node],
        };
        let nodes = nodes.into_iter().filter(|node| !is_nobody(node));
        let person = |node: &Node<'_>| Some((self.person_of(key.name(), node)?, node.span.clone()));
        nodes.filter_map(person).collect()
    }

    fn person_of(&mut self, key: &str, node: &Node<'_>) -> Option<Person> {
        let (named, email, [title, call, post], lead) = match &node.value {
            Value::Map(entries) => {
                self.check_inner_keys(
                    entries,
                    &[&[NAME], &EMAIL, &TITLE, &[CALL], &[POST], &[LEAD], &[AGENCY]],
                );
                let Some(name) = value_of(entries, &[NAME]) else {
                    self.report_type(node, key, WHO);
                    return None;
                };
                let texts = [&TITLE[..], &[CALL], &[POST]]
                    .map(|names| self.text_of(names[0], value_of(entries, names)?));
                let lead = value_of(entries, &[LEAD]).filter(|node| node.value != Value::Null);
                let lead = lead.is_some_and(|node| self.truth_of(LEAD, node) == Known::Is(true));
                (name, value_of(entries, &EMAIL), texts, lead)
            }
            _ => (node, None, [None, None, None], false),
        };
        let Some(text) = short_text(named).or_else(|| wiki(named)) else {
            self.report_type(named, key, WHO);
            return None;
        };
        let (name, mut address) = person::split_address(text);
        let name = person::without_aside(person::wiki_link(name));
        let mut address_node = named;
        if let Some(node) = email
            && node.value != Value::Null
        {
            match scalar(node) {
                Some(text) => {
                    address = Some(person::split_address(text).1.unwrap_or(text.trim()));
                    address_node = node;
                }
                None => {
                    self.report_type(node, EMAIL[0], "an address such as jane@acme.example");
                }
            }
        }
        if person::looks_like_several(&one_line(name)) {
            self.report(named, Problem::SeveralPeople { value: one_line(name) });
            return None;
        }
        let Some(person) = Person::named(name).filter(|_| !name.contains('@')) else {
            self.report_type(named, key, WHO);
            return None;
        };
        let email = match address {
            None => None,
            Some(address) if person::is_nobody(address) => None,
            Some(address) if person::is_address(address) => Some(address.to_owned()),
            Some(address) => {
                let at = self.part_of(address_node, address);
                self.report_at(at, Problem::InvalidAddress { value: one_line(address) });
                None
            }
        };
        Some(Person { email, title, call, post, lead, ..person })
    }

    /// The place of the last occurrence of `part` in a value, or the whole value if it is written in another way.
    fn part_of(&self, node: &Node<'_>, part: &str) -> Range<usize> {
        let value = self.head_start + node.span.start..self.head_start + node.span.end;
        let at = self.text.get(value).and_then(|value| value.rfind(part));
        at.map_or(node.span.clone(), |at| {
            let start = node.span.start + at;
            start..start + part.len()
        })
    }
}

/// Returns true for a value that says that there is nobody.
fn is_nobody(node: &Node<'_>) -> bool {
    let name = match &node.value {
        Value::Map(entries) => value_of(entries, &[NAME]),
        _ => Some(node),
    };
    name.and_then(short_text).is_some_and(person::is_nobody)
}
