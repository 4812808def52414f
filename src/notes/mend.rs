//! A front matter that YAML refuses because of single values, read as far as it goes.
//!
//! Each field is a piece of YAML of its own. Those that can't be read alone are looked at line by line; a value that is at
//! fault is blanked, and a stand-in of the same length keeps all places as they are. What is left has to be good YAML:
//! if it isn't, nothing is read.

use std::borrow::Cow;
use std::ops::Range;

use super::requote::{entry_value, is_field_line, requoted};
use super::tree::{Entry, Node, Value};
use super::yaml::{self, HeadError};
use crate::rules::names;
use crate::text::{is_same_key, lines};

/// Deepest nesting in which a value at fault is looked for: a person in a list of a list of interviews.
const DEPTH_LIMIT: usize = 6;

/// Longest head that is looked at, in bytes: each of its lines is read several times.
const LENGTH_LIMIT: usize = 32 << 10;

/// A value that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its place in the head.
    pub span: Range<usize>,
    /// The line to write instead, if there is one.
    pub line: Option<String>,
    /// The offset of its stand-in.
    stand_in: usize,
}

/// Parses a head as a map of fields, and gives the values that can't be read. Good YAML has none.
pub fn read(head: &str) -> Result<(Vec<Entry<'_>>, Vec<Fault>), HeadError> {
    match yaml::parse(head) {
        Ok(entries) => Ok((entries, Vec::new())),
        Err(error @ HeadError::Invalid { .. }) => mended(head).ok_or(error),
        Err(error) => Err(error),
    }
}

/// The same for a head that YAML has refused; `None` if it can't be told which values are at fault.
pub fn mended(head: &str) -> Option<(Vec<Entry<'_>>, Vec<Fault>)> {
    // Where a second document begins, the text below begins before the fence that was found.
    if head.len() > LENGTH_LIMIT
        || lines(head).any(|(_, line)| line.starts_with("---") || line.starts_with("..."))
    {
        return None;
    }
    let (view, mended) = (head.to_owned(), head.to_owned());
    let mut mender = Mender { head, view, mended, faults: Vec::new() };
    mender.block(0..head.len(), 0)?;
    let Mender { mended, mut faults, .. } = mender;
    faults.sort_by_key(|fault| fault.span.start);
    let entries = yaml::parse(&mended).ok()?;
    let marked = |node| marked(node, head, &faults);
    let entries = entries.into_iter().map(|(key, value)| (marked(key), marked(value))).collect();
    (!faults.is_empty()).then_some((entries, faults))
}

/// Takes words that begin with an ampersand, of which YAML drops the first, for values that can't be read. Those that an
/// alias may stand for are what they are.
pub fn without_anchors<'t>(head: &'t str, entries: &mut [Entry<'t>]) -> Vec<Fault> {
    if !head.contains(": &") || head.contains('*') {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for (key, value) in entries {
        let is_records = key.text().is_some_and(|key| is_same_key(key, names::FOLLOWUPS[0]));
        let line = head[key.span.end..].lines().next().unwrap_or_default();
        let words = line.trim_start_matches([' ', '\t', ':']);
        let rest = words.split_once(' ').map_or("", |(_, rest)| rest.trim_start());
        let is_plain = match value.value {
            Value::Null => true,
            Value::Text(_) => !rest.starts_with(['"', '\'', '|', '>', '!']),
            _ => false,
        };
        if words.starts_with('&') && is_plain && !is_records {
            let start = key.span.end + line.len() - words.len();
            let span = start..start + words.trim_end().len();
            let before = head[..key.span.start].rsplit('\n').next().unwrap_or_default();
            let line = format!("{before}{}", &head[key.span.start..span.end]);
            *value = Node { value: Value::Unreadable(&head[span.clone()]), span: span.clone() };
            faults.push(Fault { stand_in: start, line: requoted(&line), span });
        }
    }
    faults
}

/// The node with text of its own, in which the stand-ins are values that can't be read.
fn marked<'t>(node: Node<'_>, head: &'t str, faults: &[Fault]) -> Node<'t> {
    let Node { value, span } = node;
    let value = match value {
        Value::Text(text) => match faults.iter().find(|fault| fault.stand_in == span.start) {
            Some(Fault { span, .. }) => {
                let written = head.get(span.clone()).unwrap_or_default();
                return Node { value: Value::Unreadable(written), span: span.clone() };
            }
            None => Value::Text(Cow::Owned(text.into_owned())),
        },
        Value::List(items) => {
            Value::List(items.into_iter().map(|item| marked(item, head, faults)).collect())
        }
        Value::Map(entries) => {
            let entries = entries.into_iter();
            let marked = |node| marked(node, head, faults);
            Value::Map(entries.map(|(key, value)| (marked(key), marked(value))).collect())
        }
        Value::Null => Value::Null,
        Value::Unsupported(what) => Value::Unsupported(what),
        Value::Unreadable(_) => Value::Null,
    };
    Node { value, span }
}

/// A head on its way to good YAML. All texts have the same length.
struct Mender<'t> {
    head: &'t str,
    /// The head without the dashes of those items that are looked at as maps.
    view: String,
    /// The head with stand-ins for what is at fault.
    mended: String,
    faults: Vec<Fault>,
}

impl Mender<'_> {
    /// Looks for values at fault in a map or a list; `None` if it can't be told what is.
    fn block(&mut self, block: Range<usize>, depth: usize) -> Option<()> {
        for part in self.parts(block) {
            if is_readable(&self.view[part.clone()]) {
                continue;
            }
            let (before, faults) = (self.mended[part.clone()].to_owned(), self.faults.len());
            let is_mended = self.strays(&part, depth) || {
                self.restore(&part, &before, faults);
                depth < DEPTH_LIMIT && self.within(&part, depth).is_some()
            };
            if !is_mended || !is_readable(&self.mended[part.clone()]) {
                self.restore(&part, &before, faults);
                self.whole(&part)?;
            }
        }
        Some(())
    }

    fn restore(&mut self, part: &Range<usize>, before: &str, faults: usize) {
        self.mended.replace_range(part.clone(), before);
        self.faults.truncate(faults);
    }

    /// The entries of a map or the items of a list, each with the lines that belong to it.
    fn parts(&self, block: Range<usize>) -> Vec<Range<usize>> {
        let lines: Vec<Range<usize>> = self.content(&block);
        let text = |line: &Range<usize>| &self.view[line.clone()];
        let is_item = |text: &str| text.trim_start_matches(' ').starts_with("- ");
        let is_list = lines.first().is_some_and(|line| is_item(text(line)));
        let is_start = |line: &Range<usize>| {
            let text = text(line).trim_start_matches(' ');
            if is_list { is_item(text) } else { entry_value(text).is_some() }
        };
        let base = lines.iter().filter(|line| is_start(line)).map(|line| indent(text(line))).min();
        let starts = lines.iter().filter(|line| is_start(line));
        let starts = starts.filter(|line| Some(indent(text(line))) == base).map(|line| line.start);
        let mut starts: Vec<usize> = starts.collect();
        // What stands above the first one is a part of its own.
        if let Some(first) = lines.first().filter(|first| starts.first() != Some(&first.start)) {
            starts.insert(0, first.start);
        }
        let ends = starts.iter().skip(1).copied().chain([block.end]).collect::<Vec<_>>();
        starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
    }

    /// The lines, without their ends, that hold more than a comment.
    fn content(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let all = lines(&self.view[range.clone()]);
        let all = all.map(|(at, line)| (range.start + at, line.trim_end_matches(['\r', '\n'])));
        let is_content = |line: &str| !matches!(line.trim_start().chars().next(), None | Some('#'));
        all.filter(|(_, line)| is_content(line)).map(|(at, line)| at..at + line.len()).collect()
    }

    /// Takes fields of the note that stand further in than others for fields with a value that can't be read. Returns true
    /// if nothing else is wrong.
    fn strays(&mut self, part: &Range<usize>, depth: usize) -> bool {
        if depth > 0 {
            return false;
        }
        // These hold maps with names of fields.
        let first = self.view[part.clone()].trim_start();
        let is_interviews = first.starts_with("interviews");
        let inner = if first.starts_with(names::UPDATES[0]) {
            [names::DATE, names::DECISION_WINDOW]
        } else if first.starts_with(names::RECRUITER[0]) {
            [names::AGENCY, &[]]
        } else {
            [&[][..], &[]]
        };
        let is_within = |text: &str| {
            let mut inner = inner.iter().copied().flatten();
            is_interviews || inner.any(|name| text.trim_start().starts_with(name))
        };
        let content = self.content(part);
        let is_stray = |line: &Range<usize>| {
            let text = &self.head[line.clone()];
            text.starts_with([' ', '\t']) && is_field_line(text) && !is_within(text)
        };
        let strays: Vec<usize> = (0..content.len()).filter(|at| is_stray(&content[*at])).collect();
        for (nth, at) in strays.iter().enumerate() {
            let below = at + 1..strays.get(nth + 1).copied().unwrap_or(content.len());
            self.stray(&content[*at], &content[below]);
        }
        !strays.is_empty() && is_readable(&self.mended[part.clone()])
    }

    /// Takes a field that stands further in than others, and the lines below it, for one with a value that can't be read.
    fn stray(&mut self, line: &Range<usize>, below: &[Range<usize>]) {
        let text = &self.head[line.clone()];
        let words = text.trim();
        let Some(value) = entry_value(words) else { return };
        let key = words[..value.start].trim_end_matches(':');
        let is_empty = words[value.clone()].trim().is_empty();
        let (moved, stand_in) = match (is_empty, below) {
            (false, _) => (format!("{key}: x"), line.start + value.start + 1),
            (true, []) => (format!("{key}:"), self.head.len()),
            (true, [first, ..]) => {
                let end = below.last().map_or(first.end, |last| last.end);
                let stand_in = first.start + indent(&self.head[first.clone()]).max(1);
                self.blank(first.start..end, stand_in);
                (format!("{key}:"), stand_in)
            }
        };
        let Some(rest) = line.len().checked_sub(moved.len()) else { return };
        self.mended.replace_range(line.clone(), &(moved + &" ".repeat(rest)));
        let start = line.start + text.len() - text.trim_start().len();
        let span = start..start + words.len();
        self.faults.push(Fault { span, line: Some(words.to_owned()), stand_in });
    }

    /// Looks for what is at fault within an entry or an item.
    fn within(&mut self, part: &Range<usize>, depth: usize) -> Option<()> {
        let lines = self.content(part);
        let (first, rest) = lines.split_first()?;
        let text = &self.view[first.clone()];
        let inner = indent(text);
        let is_item = text[inner..].starts_with("- ");
        let has_tab = |line: &Range<usize>| {
            let text = &self.view[line.clone()];
            text[..text.len() - text.trim_start().len()].contains('\t')
        };
        if lines.iter().any(has_tab) {
            return None;
        }
        let value = entry_value(text[inner..].trim_start_matches("- "));
        if is_item && (value.is_some() || !rest.is_empty()) {
            // Its dash aside, an item is a map or a list.
            self.view.replace_range(first.start + inner..first.start + inner + 1, " ");
            return self.block(part.clone(), depth + 1);
        }
        match rest.first() {
            None => self.whole(part),
            Some(next) if text[inner..][value?].trim().is_empty() => {
                self.block(next.start..part.end, depth + 1)
            }
            Some(_) => None,
        }
    }

    /// Takes the whole value of an entry or item for one that can't be read.
    fn whole(&mut self, part: &Range<usize>) -> Option<()> {
        let lines = self.content(part);
        let (first, rest) = lines.split_first()?;
        let text = &self.view[first.clone()];
        let words = text.trim_start_matches(' ');
        let value = match entry_value(words) {
            Some(value) => value.start,
            None if words.starts_with("- ") => 1,
            None => return None,
        };
        let value = first.end - words.len() + value..first.end;
        let is_empty = self.head[value.clone()].trim().is_empty();
        // The stand-in is where the value begins: in its line, or below it.
        let (shown, stand_in) = match (is_empty, rest.first()) {
            (true, None) => return None,
            (true, Some(next)) => {
                let text = &self.head[next.clone()];
                let start = next.start + text.len() - text.trim_start().len();
                (start..next.end, start)
            }
            (false, _) => {
                let text = &self.head[value.clone()];
                let start = value.start + text.len() - text.trim_start().len();
                (start..value.end, start.max(value.start + 1))
            }
        };
        let is_broken = |line: &&Range<usize>| {
            let text = &self.head[line.start..line.end];
            text[..text.len() - text.trim_start().len()].contains('\t')
        };
        let line = match lines.iter().find(is_broken) {
            Some(line) => {
                let text = &self.head[line.clone()];
                let (words, before) = (text.trim_start(), text.len() - text.trim_start().len());
                Some(text[..before].replace('\t', "  ") + words)
            }
            None => {
                let mut whole = self.head[first.clone()].trim_end().to_owned();
                let are_words = rest.iter().all(|line| {
                    let words = self.head[line.clone()].trim();
                    let is_further_in = indent(&self.head[line.clone()]) > indent(text);
                    is_further_in && entry_value(words).is_none() && !words.starts_with("- ")
                });
                rest.iter().for_each(|line| {
                    whole.push(' ');
                    whole.push_str(self.head[line.clone()].trim());
                });
                if is_empty || !are_words { None } else { requoted(&whole) }
            }
        };
        let span = match lines.iter().find(is_broken) {
            Some(line) => {
                let text = &self.head[line.clone()];
                line.start + text.len() - text.trim_start().len()..line.end
            }
            None => shown,
        };
        if stand_in >= part.end {
            return None;
        }
        self.blank(value.start..part.end, stand_in);
        let span = span.start..span.start + self.head[span].trim_end().len();
        self.faults.push(Fault { span, line, stand_in });
        Some(())
    }

    /// Blanks what is in a range, but for the ends of lines, and puts a stand-in there.
    fn blank(&mut self, range: Range<usize>, stand_in: usize) {
        let bytes = self.head[range.clone()].bytes().zip(range.clone());
        let blanked: String = bytes
            .map(|(byte, at)| match byte {
                _ if at == stand_in => 'x',
                b'\r' | b'\n' => char::from(byte),
                _ => ' ',
            })
            .collect();
        self.mended.replace_range(range, &blanked);
    }
}

/// Returns true for good YAML.
fn is_readable(text: &str) -> bool {
    match yaml::parse(text) {
        Ok(_) => true,
        Err(HeadError::NotAMap) => text.trim_start_matches([' ', '\r', '\n']).starts_with("- "),
        Err(HeadError::Invalid { .. }) => false,
    }
}

/// The number of blanks at the start of a line.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
