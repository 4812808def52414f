//! The values in a file about a person.

use super::Fields;
use super::kinds::DOCUMENT_TITLE;
use super::nodes::{is_empty, only_item, scalar};
use super::written::{AGENCY, ALIASES, CALL, EMAIL, NAME, PHONE, POST, TITLE};
use crate::diagnostic::Problem;
use crate::notes::Card;
use crate::notes::described::address_in;
use crate::notes::link::file_key;
use crate::notes::person::{is_address, is_nobody};
use crate::notes::tree::{Node, Value};
use crate::text::{is_same_key, name_key, one_line};

impl<'a> Fields<'a> {
    /// The facts in a file about a person; `None` for any other file.
    pub fn card(mut self) -> Option<Card> {
        if !self.is_about_a_person() {
            return None;
        }
        let aliases = self.aliases();
        let is_name = |text: &String| {
            let key = name_key(text);
            key == file_key(self.path) || aliases.iter().any(|alias| name_key(alias) == key)
        };
        let title = self.line(&TITLE).filter(|title| !is_name(title));
        let (call, post, agency) = (self.line(&[CALL]), self.line(&[POST]), self.line(&[AGENCY]));
        let (email, phone) = (self.address(), self.line(&PHONE));
        Some(Card {
            aliases,
            email,
            title,
            call,
            post,
            phone,
            agency,
            problems: self.into_problems(),
        })
    }

    /// Names under which links may know the person: their name and aliases.
    fn aliases(&self) -> Vec<String> {
        let nodes = [NAME].iter().chain(&ALIASES).filter_map(|name| self.value(&[name]));
        let items = nodes.flat_map(|node| match &node.value {
            Value::List(items) => items.iter().filter_map(scalar).collect(),
            _ => Vec::from_iter(scalar(node)),
        });
        items.map(one_line).filter(|name| !name.is_empty()).collect()
    }

    fn address(&mut self) -> Option<String> {
        // A postal address is no problem.
        let is_meant = |node: &&Node<'_>| scalar(node).is_none_or(|text| text.contains('@'));
        let node = self
            .value(&EMAIL[..2])
            .filter(|node| !is_empty(node))
            .or_else(|| self.value(&EMAIL[2..]).filter(is_meant))?;
        let node = only_item(node).unwrap_or(node);
        let Some(text) = scalar(node) else {
            self.report_type(node, EMAIL[0], "one address, such as jane@acme.example");
            return None;
        };
        let address = address_in(text);
        if is_address(&address) {
            return Some(address);
        }
        if !is_nobody(text) {
            self.report(node, Problem::InvalidAddress { value: one_line(text) });
        }
        None
    }

    fn line(&mut self, names: &[&str]) -> Option<String> {
        let node = self.value(names)?;
        self.text_of(names[0], node).filter(|text| !is_nobody(text))
    }

    /// The value of the first of these keys that the file has, whatever the keys of notes mean in this journal.
    pub(super) fn value(&self, names: &[&str]) -> Option<&'a Node<'a>> {
        names.iter().find_map(|name| {
            let is_meant = |key: &Node<'_>| key.text().is_some_and(|key| is_same_key(key, name));
            let found = self
                .entries
                .iter()
                .find(|entry| entry.name != DOCUMENT_TITLE && is_meant(entry.key))?;
            Some(found.value)
        })
    }
}
