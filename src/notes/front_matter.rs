//! The front matter: its fences, and its YAML as a tree in which every node knows its place.
//!
//! gray_matter finds the block and hands it to an [`Engine`]. Ours is made for untrusted notes: it keeps every scalar
//! as the text that was written, expands no alias, bounds nesting, and carries byte offsets through the [`Pod`].
//! gray_matter passes some broken input silently and trims the block, so the fences are checked here first, and it is
//! given the head alone.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle};
use gray_matter::engine::Engine;
use gray_matter::{Error, Matter, Pod};

use crate::diagnostic::Problem;
use crate::text::lines;

/// Deepest nesting of lists and maps: the note's own fields need three.
const NESTING_LIMIT: usize = 32;

/// A comment that keeps gray_matter's trimming away from the first key's indent and the last value's line ends.
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
    let (start, line) =
        lines.find(|(_, line)| !line.trim_start_matches('\u{feff}').trim().is_empty())?;
    let head_start = start + line.len();
    if text[start.max(mark)..head_start].trim_end() != "---" {
        return None;
    }
    let closing = lines.find(|(_, line)| matches!(line.trim_end(), "---" | "..."));
    let (head_end, body_start) =
        closing.map_or((text.len(), text.len()), |(start, line)| (start, start + line.len()));
    Some(Split {
        head: &text[head_start..head_end],
        head_start,
        body_start,
        closed: closing.is_some(),
    })
}

/// A YAML value and its bytes in the head.
#[derive(Debug, PartialEq)]
pub struct Node<'t> {
    /// What it is.
    pub value: Value<'t>,
    /// Where it stands.
    pub span: Range<usize>,
}

/// A YAML value, every scalar as it was written.
#[derive(Debug, PartialEq)]
pub enum Value<'t> {
    /// Nothing after the colon, `~` or `null`.
    Null,
    /// A scalar's text.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// A map, in the order of the file.
    Map(Vec<(Node<'t>, Node<'t>)>),
    /// What a note has no use for.
    Unsupported(&'static str),
}

impl Node<'_> {
    /// The scalar's text.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Why a head gives no map.
#[derive(Debug, PartialEq)]
pub enum HeadError {
    /// No YAML; the offset lies in the head.
    Invalid { problem: Problem, at: usize },
    /// YAML, but no map: a text that opens with a thematic break.
    NotAMap,
}

/// What makes a file's head unreadable, if it has one, and where in the file.
pub fn fault(text: &str) -> Option<(Range<usize>, Problem)> {
    let split = split(text)?;
    if !split.closed {
        return Some((opening_fence(text, &split), Problem::UnclosedFrontMatter));
    }
    match parse(split.head) {
        Err(HeadError::Invalid { problem, at }) => {
            let at = split.head_start + at;
            Some((at..at + 1, problem))
        }
        _ => None,
    }
}

/// Where a head's first fence stands.
pub fn opening_fence(text: &str, split: &Split<'_>) -> Range<usize> {
    let end = text[..split.head_start].trim_end().len();
    end - 3..end
}

/// A head without the carriage returns of its line ends: gray_matter drops them, and YAML would read any other
/// character in their place as a part of the text.
struct Head<'t> {
    text: &'t str,
    read: Cow<'t, str>,
    /// Where in what is read each of them is missing.
    missing: Vec<usize>,
}

impl<'t> Head<'t> {
    fn new(text: &'t str) -> Self {
        if !text.contains('\r') {
            return Head { text, read: Cow::Borrowed(text), missing: Vec::new() };
        }
        let (mut read, mut missing) = (String::with_capacity(text.len()), Vec::new());
        for line in text.split_inclusive('\n') {
            let kept = match line.strip_suffix('\n') {
                Some(line) => line.trim_end_matches('\r'),
                None => line,
            };
            read.push_str(kept);
            if kept.len() < line.len() {
                missing.extend((kept.len() + 1..line.len()).map(|_| read.len()));
                read.push('\n');
            }
        }
        Head { text, read: Cow::Owned(read), missing }
    }

    /// The place in the file's head of one in what is read. A line's end is where its carriage return is.
    fn offset(&self, at: usize) -> usize {
        let missing = self.missing.partition_point(|missing| *missing < at);
        (at + missing).min(self.text.len())
    }
}

/// Reads a head as a map of fields.
pub fn parse(head: &str) -> Result<Vec<(Node<'_>, Node<'_>)>, HeadError> {
    let head = Head::new(head);
    let end = if head.read.ends_with('\n') { "" } else { "\n" };
    let block = format!("---\n{SHIELD}{}{end}{SHIELD}---\n", head.read);
    let events = match Matter::<SpannedYaml>::new().parse::<Pod>(&block) {
        Ok(parsed) => match parsed.data {
            Some(Pod::Array(events)) => events,
            _ => return Err(HeadError::NotAMap),
        },
        Err(error) => return Err(located(&error.to_string(), &head)),
    };
    match (Events { head: &head, events: events.into_iter() }).node() {
        Some(Node { value: Value::Map(entries), .. }) => Ok(entries),
        _ => Err(HeadError::NotAMap),
    }
}

/// gray_matter's engine on a parser that keeps spans.
///
/// It gives YAML's events one after the other, each as an integer that packs its kind and where it stands; the text of
/// a scalar follows where it isn't what stands there.
struct SpannedYaml;

const TEXT: i64 = 0;
const OTHER_TEXT: i64 = 1;
const NULL: i64 = 2;
const LIST: i64 = 3;
const MAP: i64 = 4;
const END: i64 = 5;
const ALIAS: i64 = 6;
const TAG: i64 = 7;

/// Bits of an offset; files that are read are far shorter.
const OFFSET_BITS: u32 = 28;
const OFFSET_MASK: i64 = (1 << OFFSET_BITS) - 1;

fn pack(kind: i64, span: &Range<usize>) -> Pod {
    let offset = |at: usize| i64::try_from(at).unwrap_or(OFFSET_MASK).min(OFFSET_MASK);
    Pod::Integer(
        (kind << (2 * OFFSET_BITS)) | (offset(span.start) << OFFSET_BITS) | offset(span.end),
    )
}

fn unpack(packed: i64) -> Option<(i64, Range<usize>)> {
    let offset = |at: i64| usize::try_from(at & OFFSET_MASK).ok()?.checked_sub(SHIELD.len());
    Some((packed >> (2 * OFFSET_BITS), offset(packed >> OFFSET_BITS)?..offset(packed)?))
}

impl Engine for SpannedYaml {
    fn parse(content: &str) -> gray_matter::Result<Pod> {
        let mut options = Options::default();
        options.emit_comments = false;
        options.emit_unresolved_aliases = true;
        options.flow_nesting_limit = NESTING_LIMIT;
        options.block_nesting_limit = NESTING_LIMIT;
        let mut parser = Parser::new_from_str_with_options(content, options);
        let (mut events, mut documents) = (Vec::new(), 0);
        while let Some(event) = parser.next_event() {
            let (event, span) = event.map_err(|error| {
                let at = error.marker().byte_offset().unwrap_or(content.len());
                failure(at, &error.info())
            })?;
            let tag_span = span.tag_span().and_then(|span| span.byte_range());
            let span = span.byte_range().unwrap_or_default();
            let kind = match event {
                Event::Scalar(_, _, _, Some(tag)) if tag.core_suffix() != Some("str") => {
                    events.push(pack(TAG, &tag_span.unwrap_or(span)));
                    continue;
                }
                Event::Scalar(text, ScalarStyle::Plain, ..)
                    if matches!(&*text, "" | "~" | "null" | "Null" | "NULL") =>
                {
                    NULL
                }
                Event::Scalar(text, ..)
                    if content.get(span.clone()) == Some(&*text) && !text.contains('\n') =>
                {
                    TEXT
                }
                Event::Scalar(text, ..) => {
                    events.extend([pack(OTHER_TEXT, &span), Pod::String(text.into_owned())]);
                    continue;
                }
                Event::DocumentStart(..) if documents > 0 => {
                    return Err(failure(span.start, "a second document starts here"));
                }
                Event::DocumentStart(..) => {
                    documents += 1;
                    continue;
                }
                Event::Alias(_) | Event::UnresolvedAlias(_) => ALIAS,
                Event::SequenceStart(..) => LIST,
                Event::MappingStart(..) => MAP,
                Event::SequenceEnd | Event::MappingEnd => END,
                _ => continue,
            };
            events.push(pack(kind, &span));
        }
        Ok(Pod::Array(events))
    }
}

/// The events, on their way to a tree whose offsets are those of the head.
struct Events<'h, 't> {
    head: &'h Head<'t>,
    events: std::vec::IntoIter<Pod>,
}

impl<'t> Events<'_, 't> {
    fn next(&mut self) -> Option<(i64, Range<usize>)> {
        let Pod::Integer(packed) = self.events.next()? else { return None };
        let (kind, span) = unpack(packed)?;
        Some((kind, self.head.offset(span.start)..self.head.offset(span.end)))
    }

    fn node(&mut self) -> Option<Node<'t>> {
        let event = self.next()?;
        self.node_of(event)
    }

    fn node_of(&mut self, (kind, mut span): (i64, Range<usize>)) -> Option<Node<'t>> {
        let value = match kind {
            TEXT => Value::Text(Cow::Borrowed(self.head.text.get(span.clone())?)),
            OTHER_TEXT => match self.events.next()? {
                Pod::String(text) => Value::Text(Cow::Owned(text)),
                _ => return None,
            },
            NULL => Value::Null,
            ALIAS => Value::Unsupported("an alias (`*…`)"),
            TAG => Value::Unsupported("a tag (`!…`)"),
            LIST | MAP => {
                let mut nodes = Vec::new();
                loop {
                    let event = self.next()?;
                    if event.0 == END {
                        span.end = event.1.end.max(span.start);
                        break;
                    }
                    nodes.push(self.node_of(event)?);
                }
                if kind == LIST { Value::List(nodes) } else { Value::Map(pairs(nodes)) }
            }
            _ => return None,
        };
        Some(Node { value, span })
    }
}

fn pairs(nodes: Vec<Node<'_>>) -> Vec<(Node<'_>, Node<'_>)> {
    let mut nodes = nodes.into_iter();
    let mut pairs = Vec::with_capacity(nodes.len() / 2);
    while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
        pairs.push((key, value));
    }
    pairs
}

/// gray_matter's errors are text: the offset travels in front of the reason.
fn failure(at: usize, reason: &str) -> Error {
    Error::deserialize_error(&format!("@{at} {reason}"))
}

fn located(error: &str, head: &Head<'_>) -> HeadError {
    let (at, reason) = error
        .split_once('@')
        .and_then(|(_, rest)| rest.split_once(' '))
        .and_then(|(at, reason)| Some((at.parse::<usize>().ok()?, reason)))
        .unwrap_or((0, error));
    let at = head.offset(at.saturating_sub(SHIELD.len()));
    HeadError::Invalid { problem: Problem::InvalidYaml { reason: reason.to_owned() }, at }
}
