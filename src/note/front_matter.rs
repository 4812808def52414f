//! The front matter: its fences, and its YAML as a tree in which every node knows its place.
//!
//! gray_matter finds the block and hands it to an [`Engine`]. Ours is made for untrusted notes: it keeps every scalar
//! as the text that was written, expands no alias, bounds nesting, and carries byte offsets through the [`Pod`].
//! gray_matter passes some broken input silently and trims the block, so the fences are checked here first, and it is
//! given the head alone.

use std::ops::Range;

use granit_parser::{Event, Options, Parser, Span, Tag};
use gray_matter::engine::Engine;
use gray_matter::{Error, Matter, Pod};

use crate::diagnostic::Problem;

/// Deepest nesting of lists and maps: the note's own fields need three.
const NESTING_LIMIT: usize = 32;

/// A comment that keeps gray_matter's trimming away from the first key's indent.
const SHIELD: &str = "#\n";

/// A file's head and body. Offsets are those of the file.
#[derive(Debug)]
pub struct Split<'t> {
    /// The YAML between the fences.
    pub head: &'t str,
    /// Where the head starts.
    pub head_start: usize,
    /// Where the body starts.
    pub body_start: usize,
    /// Whether a closing fence was found; if not, the head is the rest of the file.
    pub closed: bool,
}

/// Splits a file at its fences; `None` where it doesn't open with one.
///
/// A byte-order mark and blank lines before the first fence are passed over: readers see neither.
pub fn split(text: &str) -> Option<Split<'_>> {
    let mut lines = lines(text);
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let opening =
        lines.find(|line| !text[line.clone()].trim_start_matches('\u{feff}').trim().is_empty())?;
    let fence = &text[opening.start.max(mark)..opening.end];
    if fence.trim_end() != "---" {
        return None;
    }
    let head_start = opening.end;
    let closing = lines.find(|line| matches!(text[line.clone()].trim_end(), "---" | "..."));
    let (head_end, body_start) =
        closing.as_ref().map_or((text.len(), text.len()), |line| (line.start, line.end));
    Some(Split {
        head: &text[head_start..head_end],
        head_start,
        body_start,
        closed: closing.is_some(),
    })
}

fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_inclusive('\n').scan(0, |start, line| {
        let range = *start..*start + line.len();
        *start = range.end;
        Some(range)
    })
}

/// A YAML value and its bytes in the head.
#[derive(Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands.
    pub span: Range<usize>,
}

/// A YAML value, every scalar as it was written.
#[derive(Debug, PartialEq)]
pub enum Value {
    /// Nothing after the colon, `~` or `null`.
    Null,
    /// A scalar's text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the file.
    Map(Vec<(Node, Node)>),
    /// What a note has no use for.
    Unsupported(&'static str),
}

/// Why a head gives no map.
#[derive(Debug, PartialEq)]
pub enum HeadError {
    /// No YAML; the offset lies in the head.
    Invalid { problem: Problem, at: usize },
    /// YAML, but no map: a text that opens with a thematic break.
    NotAMap,
}

/// Reads a head as a map of fields.
pub fn parse(head: &str) -> Result<Vec<(Node, Node)>, HeadError> {
    let block = format!("---\n{SHIELD}{head}\n---\n");
    match Matter::<SpannedYaml>::new().parse::<Pod>(&block) {
        Ok(parsed) => match parsed.data.and_then(Node::from_pod) {
            Some(Node { value: Value::Map(entries), .. }) => Ok(entries),
            _ => Err(HeadError::NotAMap),
        },
        Err(error) => Err(located(&error.to_string(), head)),
    }
}

/// gray_matter's engine on a parser that keeps spans.
struct SpannedYaml;

impl Engine for SpannedYaml {
    fn parse(content: &str) -> gray_matter::Result<Pod> {
        let mut options = Options::default();
        options.emit_comments = false;
        options.emit_unresolved_aliases = true;
        options.flow_nesting_limit = NESTING_LIMIT;
        options.block_nesting_limit = NESTING_LIMIT;
        let mut parser = Parser::new_from_str_with_options(content, options);
        let mut open: Vec<Pod> = Vec::new();
        let mut root = Pod::Null;
        while let Some(event) = parser.next_event() {
            let (event, span) = event.map_err(|error| {
                let at = error.marker().byte_offset().unwrap_or(content.len());
                failure(at, &error.info())
            })?;
            let finished = match event {
                Event::Scalar(text, style, _, tag) => {
                    let plain = style == granit_parser::ScalarStyle::Plain;
                    scalar(&text, plain, tag.as_deref(), &span)
                }
                Event::Alias(_) | Event::UnresolvedAlias(_) => pod("alias", &span, Pod::Null),
                Event::SequenceStart(..) => {
                    open.push(pod("list", &span, Pod::new_array()));
                    continue;
                }
                Event::MappingStart(..) => {
                    open.push(pod("map", &span, Pod::new_array()));
                    continue;
                }
                Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                    Some(node) => closed(node, &span),
                    None => continue,
                },
                // A second document would be a fence that was found before.
                _ => continue,
            };
            match open.last_mut() {
                Some(Pod::Array(parent)) => parent[3].push(finished)?,
                _ => root = finished,
            }
        }
        Ok(root)
    }
}

/// A node as a pod: its kind, where it starts and ends, and what it holds.
fn pod(kind: &str, span: &Span, holds: Pod) -> Pod {
    let range = span.byte_range().unwrap_or_default();
    let offset = |at: usize| Pod::Integer(i64::try_from(at).unwrap_or(i64::MAX));
    Pod::Array(vec![Pod::String(kind.into()), offset(range.start), offset(range.end), holds])
}

fn scalar(text: &str, plain: bool, tag: Option<&Tag>, span: &Span) -> Pod {
    if tag.is_some_and(|tag| tag.core_suffix() != Some("str")) {
        return pod("tag", span, Pod::Null);
    }
    if plain && matches!(text, "" | "~" | "null" | "Null" | "NULL") {
        return pod("null", span, Pod::Null);
    }
    pod("text", span, Pod::String(text.into()))
}

/// The node with its end moved to that of the closing event.
fn closed(node: Pod, end: &Span) -> Pod {
    let Pod::Array(mut parts) = node else { return node };
    if let Some(range) = end.byte_range() {
        parts[2] = Pod::Integer(i64::try_from(range.end).unwrap_or(i64::MAX));
    }
    Pod::Array(parts)
}

impl Node {
    /// The tree back from the pod, with offsets counted from the head.
    fn from_pod(pod: Pod) -> Option<Node> {
        let Pod::Array(parts) = pod else { return None };
        let [kind, start, end, holds] = <[Pod; 4]>::try_from(parts).ok()?;
        let offset = |pod: Pod| match pod {
            Pod::Integer(at) => usize::try_from(at).ok()?.checked_sub(SHIELD.len()),
            _ => None,
        };
        let span = offset(start).unwrap_or(0)..offset(end).unwrap_or(0);
        let Pod::String(kind) = kind else { return None };
        let value = match (kind.as_str(), holds) {
            ("null", _) => Value::Null,
            ("text", Pod::String(text)) => Value::Text(text),
            ("list", Pod::Array(items)) => {
                Value::List(items.into_iter().filter_map(Node::from_pod).collect())
            }
            ("map", Pod::Array(items)) => {
                let mut nodes = items.into_iter().filter_map(Node::from_pod);
                let mut entries = Vec::new();
                while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
                    entries.push((key, value));
                }
                Value::Map(entries)
            }
            ("alias", _) => Value::Unsupported("an alias (`*…`)"),
            _ => Value::Unsupported("a tag (`!…`)"),
        };
        Some(Node { value, span })
    }

    /// The scalar's text.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// gray_matter's errors are text: the offset travels in front of the reason.
fn failure(at: usize, reason: &str) -> Error {
    Error::deserialize_error(&format!("@{at} {reason}"))
}

fn located(error: &str, head: &str) -> HeadError {
    let (at, reason) = error
        .split_once('@')
        .and_then(|(_, rest)| rest.split_once(' '))
        .and_then(|(at, reason)| Some((at.parse::<usize>().ok()?, reason)))
        .unwrap_or((0, error));
    let at = at.saturating_sub(SHIELD.len()).min(head.len());
    HeadError::Invalid { problem: Problem::InvalidYaml { reason: reason.to_owned() }, at }
}
