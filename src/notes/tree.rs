//! The values of a front matter, as a tree in which every node knows its place.

use std::borrow::Cow;
use std::ops::Range;

/// A YAML value and its place in the head.
#[derive(Debug, PartialEq)]
pub struct Node<'t> {
    /// The value.
    pub value: Value<'t>,
    /// The bytes of the head that it spans.
    pub span: Range<usize>,
}

/// A YAML value; scalars are kept as written.
#[derive(Debug, PartialEq)]
pub enum Value<'t> {
    /// Nothing after the colon, `~` or `null`.
    Null,
    /// A scalar's text.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// A map, in the order of the file.
    Map(Vec<Entry<'t>>),
    /// Something that a note has no use for, described in words.
    Unsupported(&'static str),
    /// A value that can't be read, as written. It has been reported.
    Unreadable(&'t str),
}

/// A key of a map and its value.
pub type Entry<'t> = (Node<'t>, Node<'t>);

impl Node<'_> {
    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Returns true for a plain scalar that stands for nothing.
pub fn is_null(scalar: &str) -> bool {
    matches!(scalar, "" | "~" | "null" | "Null" | "NULL")
}
