//! Edits of a YAML map, in the style in which the map is written: an entry added, changed or removed.
//!
//! Anything odd is refused, but no result is certain to be right: the caller parses it.

use std::ops::Range;

use crate::notes::tree::{Entry, Node, Value};

/// The reason why an edit can't be made.
pub type Why = &'static str;

/// The characters between the words of a line.
const BLANKS: [char; 2] = [' ', '\t'];

/// The characters that are white space in YAML.
const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// The style of a map.
pub enum Style {
    /// With a line for each entry.
    Block,
    /// In braces.
    Flow,
}

/// A range of a head, and its replacement.
pub struct Splice {
    range: Range<usize>,
    text: String,
}

impl Splice {
    fn insert(at: usize, text: String) -> Splice {
        Splice { range: at..at, text }
    }

    /// Applies the edit to a text that starts with the head.
    pub fn applied(&self, text: &str) -> String {
        let kept = |range| text.get(range).unwrap_or_default();
        [kept(0..self.range.start), &self.text, kept(self.range.end..text.len())].concat()
    }
}

/// The YAML between the fences; every line has its ending.
#[derive(Clone, Copy)]
pub struct Head<'t> {
    text: &'t str,
}

impl<'t> Head<'t> {
    pub fn new(text: &'t str) -> Self {
        Head { text }
    }

    /// The style of a map in the head.
    pub fn style_of(self, map: &Node<'_>) -> Style {
        if self.part(map.span.clone()).starts_with('{') { Style::Flow } else { Style::Block }
    }

    /// Returns true if a field may contain an anchor, for an alias elsewhere.
    pub fn has_anchor(self, field: &Entry<'_>) -> bool {
        self.part(field.0.span.start..self.end_of(field)).contains('&')
    }

    /// Adds a field with one entry after all others.
    pub fn append_field(
        self,
        fields: &[Entry<'_>],
        name: &str,
        entry: &str,
    ) -> Result<Splice, Why> {
        if self.text.is_empty() {
            return Ok(Splice::insert(0, format!("{name}:\n  {entry}\n")));
        }
        let last = fields.last().ok_or("the front matter is empty")?;
        if let Style::Flow = self.own_style() {
            return Ok(self.append(last, &format!("{name}: {{{entry}}}")));
        }
        let (indent, end) = (self.indent(&last.0)?, self.text.len());
        let eol = self.line_end_before(end);
        Ok(Splice::insert(end, format!("{indent}{name}:{eol}{indent}  {entry}{eol}")))
    }

    /// Adds a field below another one, or after all if there is none: its name with its value, and a line below that if
    /// `entry` is given. In braces the entry follows in brackets.
    pub fn add_field(
        self,
        fields: &[Entry<'_>],
        above: Option<&Entry<'_>>,
        field: &str,
        entry: Option<&str>,
    ) -> Result<Splice, Why> {
        if self.text.is_empty() {
            let below = entry.map_or(String::new(), |entry| format!("  - {entry}\n"));
            return Ok(Splice::insert(0, format!("{field}\n{below}")));
        }
        let last = fields.last().ok_or("the front matter is empty")?;
        if let Style::Flow = self.own_style() {
            let list = entry.map_or(String::new(), |entry| format!(" [{entry}]"));
            return Ok(self.append(above.unwrap_or(last), &format!("{field}{list}")));
        }
        let indent = self.indent(&above.unwrap_or(last).0)?;
        let at = above.map_or(self.text.len(), |above| self.line_of(self.end_of(above)).end);
        let eol = self.line_end_before(at);
        let below = entry.map_or(String::new(), |entry| format!("{indent}  - {entry}{eol}"));
        Ok(Splice::insert(at, format!("{indent}{field}{eol}{below}")))
    }

    /// Adds a field to a map in a list, below another one: its name with its value, and a line below that if `entry` is
    /// given. In braces the entry follows in brackets.
    pub fn add_in_item(
        self,
        item: &Node<'_>,
        above: &Entry<'_>,
        field: &str,
        entry: Option<&str>,
    ) -> Result<Splice, Why> {
        if let Style::Flow = self.style_of(item) {
            let list = entry.map_or(String::new(), |entry| format!(" [{entry}]"));
            return Ok(self.append(above, &format!("{field}{list}")));
        }
        let start = above.0.span.start;
        let before = self.part(self.line_of(start).start..start);
        if !before.trim_matches([' ', '-']).is_empty() {
            return Err("a key has something before it");
        }
        let indent = " ".repeat(before.len());
        let at = self.line_of(self.end_of(above)).end;
        let eol = self.line_end_before(at);
        let below = entry.map_or(String::new(), |entry| format!("{indent}  - {entry}{eol}"));
        Ok(Splice::insert(at, format!("{indent}{field}{eol}{below}")))
    }

    /// Adds the first item to a field without a value.
    pub fn fill_list(self, field: &Entry<'_>, item: &str) -> Result<Splice, Why> {
        let tagged = "the field has a tag (`!…`)";
        self.fill(field, &format!("[{item}]"), &format!("- {item}"), tagged)
    }

    /// Adds an item to the end of a list.
    pub fn append_item(
        self,
        (name, list): &Entry<'_>,
        items: &[Node<'_>],
        item: &str,
    ) -> Result<Splice, Why> {
        let is_flow = self.part(list.span.clone()).starts_with('[');
        let Some(last) = items.last() else {
            return match is_flow {
                true => Ok(Splice::insert(list.span.start + 1, item.to_owned())),
                false => Err("the list is empty"),
            };
        };
        // The span of a block map may reach into the blank lines and comments below.
        let end = match &last.value {
            Value::Map(entries) if !self.part(last.span.clone()).starts_with('{') => {
                entries.last().map_or(last.span.end, |entry| self.end_of(entry))
            }
            _ => last.span.start + self.part(last.span.clone()).trim_end_matches(SPACE).len(),
        };
        if is_flow {
            return Ok(Splice::insert(end, format!(", {item}")));
        }
        let line = self.line_of(last.span.start);
        if line.start < name.span.end {
            return Err("the list shares the line of its name");
        }
        let before = self.part(line.start..last.span.start);
        let indent = before.split('-').next().unwrap_or_default();
        if !indent.trim_matches(' ').is_empty() || before.trim_matches(BLANKS) != "-" {
            return Err("an item of the list has something before it");
        }
        Ok(self.line(self.line_of(end).end, indent, &format!("- {item}")))
    }

    /// Adds the first entry to a field without a value.
    pub fn fill_field(self, field: &Entry<'_>, entry: &str) -> Result<Splice, Why> {
        self.fill(field, &format!("{{{entry}}}"), entry, "`followups` has a tag (`!…`)")
    }

    /// Gives a value to a field without one: `flow` in its line, or `block` in a line below; `tagged` says why it can't.
    fn fill(self, field: &Entry<'_>, flow: &str, block: &str, tagged: Why) -> Result<Splice, Why> {
        let (key, value) = field;
        if !value.span.is_empty() || matches!(self.own_style(), Style::Flow) {
            return self.set_value(field, flow);
        }
        if self.part(key.span.end..value.span.start).contains('!') {
            return Err(tagged);
        }
        let at = self.line_of(self.end_of(field)).end;
        Ok(self.line(at, &format!("{}  ", self.indent(key)?), block))
    }

    /// Replaces the value of an entry and nothing else. The text needs no quotes, or has double ones; a quoted value stays
    /// quoted.
    pub fn set_value(self, (key, value): &Entry<'_>, text: &str) -> Result<Splice, Why> {
        self.set(key, value, text)
    }

    /// Replaces the value of a key.
    pub fn set(self, key: &Node<'_>, value: &Node<'_>, text: &str) -> Result<Splice, Why> {
        let old = self.part(value.span.clone()).trim_end_matches(SPACE);
        if old.contains('\n') {
            return Err("the value has several lines");
        }
        match value.value {
            Value::Null if old.is_empty() => {
                let at = self.end_after(key, value);
                let colon = if at == key.span.end { ":" } else { "" };
                Ok(Splice::insert(at, format!("{colon} {text}")))
            }
            Value::Null | Value::Text(_) if !old.is_empty() => {
                let quote = old.get(..1).filter(|first| ["\"", "'"].contains(first)).unwrap_or("");
                let start = value.span.start;
                let text = if text.starts_with('"') {
                    text.to_owned()
                } else {
                    format!(
                        "{quote}{}{quote}",
                        if quote == "'" { text.replace('\'', "''") } else { text.to_owned() }
                    )
                };
                Ok(Splice { range: start..start + old.len(), text })
            }
            _ => Err("the value is not text"),
        }
    }

    /// Adds an entry to a block map on a line of its own, at this index among the others.
    pub fn insert_line(
        self,
        name: &Node<'_>,
        entries: &[Entry<'_>],
        index: usize,
        entry: &str,
    ) -> Result<Splice, Why> {
        let previous = index.checked_sub(1).and_then(|index| entries.get(index));
        let behind = self.line_of(previous.map_or(name.span.end, |entry| self.end_of(entry))).end;
        let (at, neighbour) = match (entries.get(index), previous) {
            (Some(next), _) => (self.above_comments(next.0.span.start, behind), next),
            (None, Some(previous)) => (behind, previous),
            (None, None) => return Err("`followups` is empty"),
        };
        Ok(self.line(at, self.indent(&neighbour.0)?, entry))
    }

    /// Removes an entry's line from a block map.
    pub fn remove_line(self, entry: &Entry<'_>) -> Result<Splice, Why> {
        self.indent(&entry.0)?;
        let (line, end) = (self.line_of(entry.0.span.start), self.end_of(entry));
        if end >= line.end {
            return Err("the record has several lines");
        }
        if !is_skipped(self.part(end..line.end)) {
            return Err("the record shares its line");
        }
        Ok(Splice { range: line, text: String::new() })
    }

    /// Adds an entry to a flow map, at this index among the others.
    pub fn insert_in_line(
        self,
        map: &Node<'_>,
        entries: &[Entry<'_>],
        index: usize,
        entry: &str,
    ) -> Result<Splice, Why> {
        if let Some((next, _)) = entries.get(index) {
            let at = next.span.start;
            let before = self.part(self.line_of(at).start..at).trim_end_matches(BLANKS);
            if !before.is_empty() && !before.ends_with(['{', ',']) {
                return Err("a key of `followups` has something before it");
            }
            return Ok(Splice::insert(at, format!("{entry}, ")));
        }
        Ok(match entries.last() {
            Some(last) => self.append(last, entry),
            None => Splice::insert(map.span.start + 1, entry.to_owned()),
        })
    }

    /// Adds an entry after the last of a flow map. Some readers take `:,` as part of the key.
    fn append(self, last: &Entry<'_>, entry: &str) -> Splice {
        let at = self.end_of(last);
        let blank = if self.part(0..at).ends_with(':') { " " } else { "" };
        Splice::insert(at, format!("{blank}, {entry}"))
    }

    /// Removes an entry from a flow map with one of the commas beside it, and with its line if nothing else is on it.
    pub fn remove_in_line(self, entry: &Entry<'_>) -> Result<Splice, Why> {
        let (start, end) = (entry.0.span.start, self.end_of(entry));
        let line = self.line_of(start);
        if end >= line.end {
            return Err("the record has several lines");
        }
        let before = self.part(line.start..start).trim_end_matches(BLANKS);
        let after = self.part(end..line.end).trim_start_matches(BLANKS);
        let range = match (after.strip_prefix(','), before.strip_suffix(',')) {
            (Some(rest), _) if is_skipped(rest) => line.start + before.len()..line.end - rest.len(),
            (Some(rest), _) => start..line.end - rest.trim_start_matches(BLANKS).len(),
            (None, Some(rest)) => line.start + rest.len()..end,
            (None, None) => start..end,
        };
        let is_alone = self.part(line.start..range.start).trim_matches(BLANKS).is_empty()
            && is_skipped(self.part(range.end..line.end));
        Ok(Splice { range: if is_alone { line } else { range }, text: String::new() })
    }

    /// The style of the outermost map.
    fn own_style(self) -> Style {
        let content = self.text.lines().find(|line| !is_skipped(line)).unwrap_or_default();
        if content.trim_start_matches(BLANKS).starts_with('{') { Style::Flow } else { Style::Block }
    }

    fn part(self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// The line at an offset, with its ending.
    fn line_of(self, at: usize) -> Range<usize> {
        let start = self.part(0..at).rfind('\n').map_or(0, |at| at + 1);
        let end = self.part(at..self.text.len()).find('\n').map_or(self.text.len(), |n| at + n + 1);
        start..end
    }

    fn line(self, at: usize, indent: &str, entry: &str) -> Splice {
        Splice::insert(at, format!("{indent}{entry}{}", self.line_end_before(at)))
    }

    /// The line ending of the previous line.
    fn line_end_before(self, at: usize) -> &'static str {
        if self.part(0..at).ends_with("\r\n") { "\r\n" } else { "\n" }
    }

    /// The indent of a key that starts its line.
    fn indent(self, key: &Node<'_>) -> Result<&'t str, Why> {
        let before = self.part(self.line_of(key.span.start).start..key.span.start);
        if before.trim_matches(' ').is_empty() {
            Ok(before)
        } else {
            Err("a key has something before it")
        }
    }

    /// The start of a line, or of the comments right above it that belong to it.
    fn above_comments(self, at: usize, limit: usize) -> usize {
        let mut start = self.line_of(at).start;
        while start > limit {
            let above = self.line_of(start - 1).start;
            if !self.part(above..start).trim_start_matches(BLANKS).starts_with('#') {
                break;
            }
            start = above;
        }
        start
    }

    /// The end of an entry. The parser puts a missing value before the colon, unless there is an anchor or a tag.
    fn end_of(self, (key, value): &Entry<'_>) -> usize {
        self.end_after(key, value)
    }

    fn end_after(self, key: &Node<'_>, value: &Node<'_>) -> usize {
        let from_key = self.part(key.span.end..value.span.end).trim_end_matches(SPACE);
        if !from_key.is_empty() {
            return key.span.end + from_key.len();
        }
        let after = self.part(key.span.end..self.text.len()).trim_start_matches(BLANKS);
        after.strip_prefix(':').map_or(key.span.end, |rest| self.text.len() - rest.len())
    }
}

/// Returns true if the rest of a line holds nothing, or only a comment.
fn is_skipped(rest: &str) -> bool {
    let rest = rest.trim_matches(SPACE);
    rest.is_empty() || rest.starts_with('#')
}
