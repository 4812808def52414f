//! Nodes of YAML as people mean them: empty ones, wiki links, lists of one item.

use crate::dates::calendar::parse_date;
use crate::dates::date::{Reading, reading};
use crate::notes::tree::{Entry, Node, Value};
use crate::notes::{link, person};
use crate::text::{is_same_key, one_line};

/// Longest value of a field, in bytes: a longer one would fill the agenda.
const LENGTH_LIMIT: usize = 1_000;

/// Returns true for a value that holds nothing.
pub fn is_empty(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Text(text) => !text.contains(char::is_alphanumeric) && one_line(text).is_empty(),
        _ => false,
    }
}

/// Returns true for a value that can't be read, or that has such a part.
pub fn is_unreadable(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Unreadable(_) => true,
        Value::List(items) => items.iter().any(is_unreadable),
        Value::Map(entries) => entries.iter().any(|(_, value)| is_unreadable(value)),
        _ => false,
    }
}

/// The value of the first of these names that is a key of the map.
pub fn value_of<'n>(entries: &'n [Entry<'n>], names: &[&str]) -> Option<&'n Node<'n>> {
    names.iter().find_map(|name| {
        entries
            .iter()
            .find(|(key, _)| key.text().is_some_and(|key| is_same_key(key, name)))
            .map(|(_, value)| value)
    })
}

/// The text of a scalar, unless it is longer than any name or date.
pub fn short_text<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    node.text().filter(|text| text.len() <= LENGTH_LIMIT)
}

/// The text of a scalar, or the visible text of a wiki link.
pub fn scalar<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    short_text(node).map(person::wiki_link).or_else(|| wiki(node))
}

/// The text of a date. In a wiki link it is the target, whatever that shows: `[[2026-03-02|Monday]]`.
pub fn date_text<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    let link = match &node.value {
        Value::List(_) => wiki_inner(node)?,
        _ => {
            let text = short_text(node)?.trim();
            match link::alone(text).or_else(|| before_time(text)) {
                Some(inner) => inner,
                None => return Some(text),
            }
        }
    };
    let target = link.split('|').next().unwrap_or(link).rsplit('/').next().unwrap_or(link);
    Some(if parse_date(target.trim()).is_some() { target.trim() } else { link::shown(link) })
}

/// The text between the brackets of a wiki link with nothing but a time behind it: `[[2026-03-02|Monday]] 10:00`.
fn before_time(text: &str) -> Option<&str> {
    let (inner, rest) = text.strip_prefix("[[")?.split_once("]]")?;
    let is_time = matches!(reading(&format!("2026-03-02{rest}")), Some(Reading::Day(_)));
    (rest.starts_with(' ') && is_time).then_some(inner)
}

/// The only item of a list, as written by programs that keep every property as a list. A wiki link is no list.
pub fn only_item<'n, 't>(node: &'n Node<'t>) -> Option<&'n Node<'t>> {
    match &node.value {
        Value::List(items) if items.len() == 1 && wiki(node).is_none() => items.first(),
        _ => None,
    }
}

/// The visible text of `[[Jane Doe]]` without quotes, which YAML reads as a list in a list.
pub fn wiki<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    wiki_inner(node).map(link::shown)
}

/// The text between the brackets of the wiki link that a value begins with.
pub fn link<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match short_text(node) {
        Some(text) => link::inside(text),
        None => wiki_inner(node),
    }
}

fn wiki_inner<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    let Value::List(outer) = &node.value else { return None };
    let [Node { value: Value::List(inner), .. }] = &outer[..] else { return None };
    let [inner] = &inner[..] else { return None };
    short_text(inner)
}
