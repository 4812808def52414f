//! The YAML of a front matter, as a tree in which every node knows its place.
//!
//! gray_matter finds the block and passes it to an [`Engine`]. Ours is made for untrusted notes: it keeps every scalar
//! as it was written, expands no alias, limits nesting, and carries byte offsets through the [`Pod`]. gray_matter ignores
//! some kinds of broken input and trims the block, so it gets a head whose fences were found by
//! [`split`](super::front_matter::split).

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle};
use gray_matter::engine::Engine;
use gray_matter::{Error, Matter, Pod};

use super::plain;
use super::tree::{Entry, Node, Value, is_null};
use crate::diagnostic::Problem;

/// Deepest nesting of lists and maps: a note's own fields need three.
const NESTING_LIMIT: usize = 32;

/// A comment that protects the first key's indent and the last value's line ends from gray_matter's trimming.
const SHIELD: &str = "#\n";

/// The reason why a head is no map.
#[derive(Debug, PartialEq)]
pub enum HeadError {
    /// It is not valid YAML. The offset is one in the head.
    Invalid { problem: Problem, at: usize },
    /// It is YAML, but no map: a text that begins with a thematic break.
    NotAMap,
}

/// Parses a head as a map of fields. An empty one has none.
pub fn parse(head: &str) -> Result<Vec<Entry<'_>>, HeadError> {
    if head.trim().is_empty() {
        return Ok(Vec::new());
    }
    plain::parse(head).map_or_else(|| general(head), Ok)
}

/// Parses any head, which isn't empty.
fn general(head: &str) -> Result<Vec<Entry<'_>>, HeadError> {
    let head = Normalized::new(head);
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

/// A head without the carriage returns in its line endings. gray_matter drops them anyway, and YAML would read a
/// substitute as part of the text.
struct Normalized<'t> {
    text: &'t str,
    read: Cow<'t, str>,
    /// The offset in `read` at which each of them is missing.
    missing: Vec<usize>,
}

impl<'t> Normalized<'t> {
    fn new(text: &'t str) -> Self {
        if !text.contains('\r') {
            return Normalized { text, read: Cow::Borrowed(text), missing: Vec::new() };
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
        Normalized { text, read: Cow::Owned(read), missing }
    }

    /// The offset in the head for one in `read`. The end of a line is its carriage return.
    fn offset(&self, at: usize) -> usize {
        let missing = self.missing.partition_point(|missing| *missing < at);
        (at + missing).min(self.text.len())
    }
}

/// An engine for gray_matter with a parser that keeps spans.
///
/// It returns YAML's events in order, each as an integer that packs its kind and its span. The text of a scalar follows
/// if it differs from the bytes in the span.
struct SpannedYaml;

const TEXT: i64 = 0;
const OTHER_TEXT: i64 = 1;
const NULL: i64 = 2;
const LIST: i64 = 3;
const MAP: i64 = 4;
const END: i64 = 5;
const ALIAS: i64 = 6;
const TAG: i64 = 7;

/// Bits for an offset; no file that is read is that long.
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
                Event::Scalar(text, ScalarStyle::Plain, ..) if is_null(&text) => NULL,
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

/// Builds the tree from the events, with offsets in the head.
struct Events<'h, 't> {
    head: &'h Normalized<'t>,
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

fn pairs(nodes: Vec<Node<'_>>) -> Vec<Entry<'_>> {
    let mut nodes = nodes.into_iter();
    let mut pairs = Vec::with_capacity(nodes.len() / 2);
    while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
        pairs.push((key, value));
    }
    pairs
}

/// Makes an error with the offset before the reason: gray_matter's errors hold nothing but text.
fn failure(at: usize, reason: &str) -> Error {
    Error::deserialize_error(&format!("@{at} {reason}"))
}

/// Takes the offset out of an error's text again.
fn located(error: &str, head: &Normalized<'_>) -> HeadError {
    let (at, reason) = error
        .split_once('@')
        .and_then(|(_, rest)| rest.split_once(' '))
        .and_then(|(at, reason)| Some((at.parse::<usize>().ok()?, reason)))
        .unwrap_or((0, error));
    let at = head.offset(at.saturating_sub(SHIELD.len()));
    HeadError::Invalid { problem: Problem::InvalidYaml { reason: reason.to_owned() }, at }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of heads: plain ones, and those that only look so.
    const LINES: [&str; 77] = [
        "company: Acme",
        "Interview Date: 2026-03-02",
        "role: Site Reliability Engineer  # senior",
        "company: \"Meridian & Sons\"",
        "note: 'one, two'",
        "note: 'it''s'",
        "note: \"a\\tb\"",
        "note: \"a # b\"",
        "note: \"open",
        "note: \"a\" b",
        "tags: [startup, remote work]",
        "tags: []",
        "tags: [a, , b]",
        "tags: [a, b,]",
        "tags: [\"a, b\"]",
        "tags: [a: b]",
        "tags: [a b # c]",
        "tags: [null, ~]",
        "tags: [ a , b ] # c",
        "map: {a: b}",
        "interviewers:",
        "  - Jane Doe <jane@acme.example>",
        "- Ravi",
        "- ",
        "-",
        "  - name: Jane",
        "    email: j@a.example",
        "  - name: Ravi",
        "interviewers:\n  - name: Jane\n    email: j@a.example\n  - name: Ravi",
        "interviewers:\n- name: Jane\n  title: CTO\n- Bo",
        "interviewers:\n    - name: Jane\n      lead: true",
        "recruiter:\n  name: Sam\n  email: s@t.example",
        "interviews:\n- date: 2026-03-02\n  interviewers:\n    - Jane\n  round: one",
        "followups:\n  a/b: done 2026-03-03\n  connect: skipped 2026-03-06",
        "updates:\n  - date: 2026-03-02\n    decision_window: by Friday",
        "    lead: true",
        "  - name:",
        "  -  name: Bo",
        "  - a: b: c",
        "- name: Cy",
        "  -  Kim Soto  # late",
        "  - \"Zoë\"",
        "  - [a, b]",
        "  - # nothing",
        "  - null",
        "    - deep",
        "followups:",
        "  thank-you/jane-doe: done 2026-03-03",
        "  connect: skipped 2026-03-06",
        "    deeper: x",
        "  key:",
        " one: x",
        "null: x",
        "key: null",
        "key: ~",
        "key:",
        "key: ",
        "key:   ",
        "key: # c",
        "key:x",
        "key : x",
        "key: a: b",
        "key: a:",
        "key: http://x.example/#y",
        "key: a#b",
        "key: &a b",
        "key: *a",
        "key: !t b",
        "key: |",
        "  more words",
        "key: \ttab",
        "key: naïve – “yes” · 5 €",
        "key: \u{2028}x",
        "# comment",
        "",
        "...",
        "key: - a",
    ];

    /// The quick reader reads everything as the general one does, places and all.
    #[test]
    fn plain_heads_are_read_as_any_other() {
        let mut state = 42_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % below
        };
        let mut plain = 0;
        for _ in 0..300_000 {
            let mut head = String::new();
            for _ in 0..=next(6) {
                head.push_str(LINES[next(LINES.len())]);
                head.push_str(["\n", "\n", "\n", "\n", "\n", "\n", " \n", "\r\n"][next(8)]);
            }
            if next(4) == 0 {
                head.pop();
            }
            if let Some(entries) = plain::parse(&head) {
                plain += 1;
                assert_eq!(Ok(entries), general(&head), "{head:?}");
            }
        }
        assert!(plain > 10_000, "{plain}");
    }
}
