//! A quick reader for front matter that is nothing but plain `key: value` lines, lists of words and maps of plain lines, as
//! nearly every note's is. Anything else is left to [`yaml`](super::yaml), of which this gives the very tree.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr_iter};

use super::tree::{Entry, Node, Value, is_null};
use crate::text::{first_line, place_in};

/// Reads a head whose every line is plain; `None` if one isn't.
pub fn parse(head: &str) -> Option<Vec<Entry<'_>>> {
    let mut lines = Lines { head, next: Line::at(head, 0), is_printable: is_printable(head) };
    let entries = lines.map(0, false)?;
    (lines.next.is_none() && !entries.is_empty()).then_some(entries)
}

/// A line of a head.
#[derive(Clone, Copy)]
struct Line<'t> {
    /// The place at which it begins.
    start: usize,
    /// The line without its end.
    text: &'t str,
    indent: usize,
}

impl<'t> Line<'t> {
    /// The line that begins at a place of a head, if that isn't its end.
    fn at(head: &'t str, start: usize) -> Option<Line<'t>> {
        let text = head.get(start..).filter(|rest| !rest.is_empty()).map(first_line)?;
        Some(Line { start, text, indent: text.bytes().take_while(|b| *b == b' ').count() })
    }
}

/// The lines of a head that are still to be read.
struct Lines<'t> {
    head: &'t str,
    next: Option<Line<'t>>,
    /// True if no line needs to be looked through for signs that aren't plain, or for a comment.
    is_printable: bool,
}

impl<'t> Lines<'t> {
    /// Goes on to the line behind this one.
    fn pass(&mut self, line: Line<'t>) {
        self.next = Line::at(self.head, line.start + line.text.len() + 1);
    }

    /// The place of the next line's words, where a list or a map ends for YAML.
    fn next_words(&self) -> usize {
        self.next.map_or(self.head.len(), |line| line.start + line.indent)
    }

    /// The words after a colon or a dash; `None` for what isn't plain.
    fn words_of(&self, rest: &'t str) -> Option<&'t str> {
        let is_printable = self.is_printable || is_printable(rest);
        if is_printable { Some(rest.trim_ascii()) } else { without_comment(rest) }
    }

    /// The entries at this indent. Those of an item begin behind its dash.
    fn map(&mut self, indent: usize, is_item: bool) -> Option<Vec<Entry<'t>>> {
        let mut entries: Vec<Entry<'t>> = Vec::with_capacity(if indent == 0 { 12 } else { 4 });
        while let Some(line) = self.next {
            let found = if is_item && entries.is_empty() { indent } else { line.indent };
            if found < indent {
                break;
            }
            let start = line.start + indent;
            let (key, rest) = parted(&line.text[indent..])?;
            let is_separate = matches!(rest.as_bytes().first(), None | Some(b' '));
            if found > indent || !is_separate || !is_key(key) {
                return None;
            }
            let key_span = start..start + key.len();
            self.pass(line);
            let value = match self.words_of(rest)? {
                "" if rest.is_empty() => self.block(indent, key_span.end)?,
                // An empty value before a comment is rare.
                "" => return None,
                words => value(words, self.head)?,
            };
            entries.push((node(Value::Text(Cow::Borrowed(key)), key_span), value));
        }
        Some(entries)
    }

    /// The value below a key: a list, a map, or nothing.
    fn block(&mut self, indent: usize, end_of_key: usize) -> Option<Node<'t>> {
        let Some(first) = self.next.filter(|line| !line.text.is_empty()) else {
            return Some(node(Value::Null, end_of_key..end_of_key));
        };
        let found = first.indent;
        if first.text[found..].starts_with("- ") && found >= indent {
            let mut items = Vec::new();
            while let Some(line) = self.next.filter(|line| line.indent == found) {
                let Some(rest) = line.text[found..].strip_prefix("- ") else { break };
                let words = self.words_of(rest).filter(|words| !words.is_empty())?;
                if words.contains(':') && (words.contains(": ") || words.ends_with(':')) {
                    let start = line.start + found + 2;
                    let entries = self.map(found + 2, true)?;
                    items.push(node(Value::Map(entries), start..self.next_words()));
                } else {
                    items.push(value(words, self.head)?);
                    self.pass(line);
                }
            }
            if self.next.is_some_and(|line| line.indent > indent) {
                return None;
            }
            let start = if found == indent { items[0].span.start } else { first.start + found };
            return Some(node(Value::List(items), start..self.next_words()));
        }
        if indent == 0 && found > 0 {
            let entries = self.map(found, false)?;
            return Some(node(Value::Map(entries), first.start + found..self.next_words()));
        }
        Some(node(Value::Null, end_of_key..end_of_key))
    }
}

fn node(value: Value<'_>, span: Range<usize>) -> Node<'_> {
    Node { value, span }
}

/// Returns true for a plain key of a letter, and letters, digits and a few signs.
fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'/' | b' '))
        && !key.ends_with(' ')
        && !is_null(key)
}

/// Returns true for lines of printable ASCII without a `#`, as nearly all are.
fn is_printable(head: &str) -> bool {
    // Every byte is looked at: that is done for many of them at once.
    head.bytes().fold(true, |is, b| is & (matches!(b, b' '..=b'~') | (b == b'\n')) & (b != b'#'))
}

/// A line's key and the rest behind the colon.
fn parted(line: &str) -> Option<(&str, &str)> {
    let colon = memchr(b':', line.as_bytes())?;
    Some((&line[..colon], &line[colon + 1..]))
}

/// The words after a colon or a dash, without the comment behind them; `None` for what isn't plain.
fn without_comment(rest: &str) -> Option<&str> {
    let is_plain = |c: char| {
        matches!(c, ' '..='~' | '–' | '—' | '’' | '“' | '”' | '…' | '·' | '€')
            || c.is_alphanumeric()
    };
    if !rest.chars().all(is_plain) {
        return None;
    }
    let end = memchr_iter(b'#', rest.as_bytes()).find(|at| rest[..*at].ends_with(' '));
    let words = &rest[..end.unwrap_or(rest.len())];
    Some(words.trim_matches(' '))
}

/// A value on one line of the head.
fn value<'t>(words: &'t str, head: &'t str) -> Option<Node<'t>> {
    let place = place_in(head, words);
    let span = place..place + words.len();
    let text = |text| Value::Text(Cow::Borrowed(text));
    let value = match words.as_bytes()[0] {
        b'"' => text(quoted(words, &['"', '\\'])?),
        b'\'' => text(quoted(words, &['\''])?),
        b'[' => {
            let inner = words.strip_prefix('[')?.strip_suffix(']')?;
            let mut items = Vec::new();
            let mut at = place + 1;
            for item in inner.split(',').filter(|_| !inner.trim().is_empty()) {
                let word = item.trim_matches(' ');
                if !is_scalar(word) || word.contains(['{', '}', '[', ']', ':', '"', '\'']) {
                    return None;
                }
                let start = at + place_in(item, word);
                items.push(node(text(word), start..start + word.len()));
                at += item.len() + 1;
            }
            Value::List(items)
        }
        _ if is_null(words) => Value::Null,
        _ if is_scalar(words) => text(words),
        _ => return None,
    };
    Some(node(value, span))
}

/// The text between quotes, if none of these signs is in it.
fn quoted<'t>(words: &'t str, signs: &[char]) -> Option<&'t str> {
    let inner = words.get(1..words.len().checked_sub(1).filter(|end| *end > 0)?)?;
    (words.ends_with(signs[0]) && !inner.contains(signs)).then_some(inner)
}

/// Returns true for a scalar that can't mean anything else.
fn is_scalar(words: &str) -> bool {
    words.starts_with(|c: char| c.is_alphanumeric())
        && !(words.contains(':') && (words.contains(": ") || words.ends_with(':')))
        && !is_null(words)
}
