//! Fields that stand elsewhere than in the front matter: in the file's name, its folder, its first heading, or lines at
//! the top of its body.

use std::borrow::Cow;
use std::ops::Range;

use super::keys::{ALSO_MET, INTERVIEWERS, field_named};
use crate::dates::calendar::parse_date;
use crate::notes::front_matter::Split;
use crate::notes::tree::{Node, Value};
use crate::rules::mapping::{Mapping, Source};
use crate::rules::names;
use crate::text::{is_same_key, lines};

/// The most lines at the top of a body that can hold fields.
const LINE_LIMIT: usize = 40;

/// A field's value in another place than the front matter.
#[derive(Debug)]
pub struct Elsewhere<'t> {
    /// The field's own name.
    pub field: &'static str,
    /// The place.
    pub source: Source,
    /// The value.
    pub value: Node<'t>,
}

/// Finds the values of mapped fields outside the front matter.
pub fn elsewhere<'t>(
    path: &'t str,
    text: &'t str,
    split: &Split<'_>,
    mapping: &Mapping,
) -> Vec<Elsewhere<'t>> {
    let mut found = Vec::new();
    for (field, sources) in mapping.mapped() {
        for source in sources {
            if let Some((value, start)) = value_at(source, field, path, text, split, mapping) {
                let start = start.map_or(0, |start| start - split.head_start);
                let span = start..start + value.len();
                found.push(Elsewhere {
                    field,
                    source: source.clone(),
                    value: node(field, value, span),
                });
            }
        }
    }
    found
}

/// A value at a place, and where it starts in the file, if it stands there.
fn value_at<'t>(
    source: &Source,
    field: &str,
    path: &'t str,
    text: &'t str,
    split: &Split<'_>,
    mapping: &Mapping,
) -> Option<(&'t str, Option<usize>)> {
    let is_day = field_named(field).is_some_and(|field| field.is_day);
    let part = |whole: &'t str| if is_day { day_in(whole) } else { Some(without_day(whole)) };
    let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
    let value = match source {
        Source::Key(_) => return None,
        Source::FileName => part(stem(name))?,
        Source::Folder => part(without_hash(above.rsplit('/').next()?))?,
        Source::Heading => part(heading(text, split.body_start)?)?,
        Source::Body => {
            let usual = names::ALL.iter().find(|names| names[0] == field)?.iter().copied();
            let names: Vec<&str> = usual.chain(mapping.keys(field)?).collect();
            let mut pairs = pairs(text, split.body_start).into_iter();
            pairs.find(|(key, _)| names.iter().any(|name| is_same_key(key, name)))?.1
        }
    };
    // Only those in the file have a place there.
    let range = text.as_bytes().as_ptr_range();
    let start = value.as_ptr();
    let start = range.contains(&start).then(|| start as usize - range.start as usize);
    (!value.is_empty()).then_some((value, start))
}

/// A file's name without its ending, and without the number that Notion puts behind the names of pages.
pub fn stem(name: &str) -> &str {
    without_hash(name.strip_suffix(".md").unwrap_or(name))
}

fn without_hash(name: &str) -> &str {
    let number = name
        .rsplit_once(' ')
        .filter(|(_, number)| number.len() == 32 && number.bytes().all(|b| b.is_ascii_hexdigit()));
    number.map_or(name, |(name, _)| name)
}

/// The first heading of a body.
pub fn heading(text: &str, body_start: usize) -> Option<&str> {
    let line = body(text, body_start).find(|line| line.starts_with("# "))?;
    Some(line[2..].trim())
}

/// The keys and values of the lines at the top of a body, below its headings if there are any.
pub fn pairs(text: &str, body_start: usize) -> Vec<(&str, &str)> {
    let top = body(text, body_start).filter(|line| !line.trim().is_empty());
    let top = top.skip_while(|line| line.starts_with('#')).take(LINE_LIMIT);
    let top = top.filter(|line| !is_rule(line) && !line.starts_with("> [!"));
    top.map(in_line).take_while(|pairs| !pairs.is_empty()).flatten().collect()
}

fn body(text: &str, body_start: usize) -> impl Iterator<Item = &str> {
    lines(&text[body_start..]).map(|(_, line)| line.trim_end())
}

/// Returns true for a line below the head of a table.
fn is_rule(line: &str) -> bool {
    line.starts_with('|') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// The keys and values in a line: `Company: Acme`, `**Company:** Acme`, `- company:: Acme`, `| Company | Acme |`; and
/// several such as `[company:: Acme] [role:: Developer]`, `**Company:** Acme | **Role:** Developer`.
fn in_line(line: &str) -> Vec<(&str, &str)> {
    let inline = in_brackets(line);
    if !inline.is_empty() {
        return inline;
    }
    if let Some(row) = line.strip_prefix('|').and_then(|row| row.trim_end().strip_suffix('|')) {
        let cells = row.split_once('|').filter(|(_, value)| !value.contains('|'));
        return cells.and_then(|(key, value)| cleaned(key, value)).into_iter().collect();
    }
    let parts: Vec<_> = line.split(" | ").map(pair).collect();
    match parts.len() > 1 && line.contains('*') {
        true => parts.into_iter().collect::<Option<_>>().unwrap_or_default(),
        false => pair(line).into_iter().collect(),
    }
}

/// Fields as Dataview reads them inside a line.
fn in_brackets(line: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find("::") {
        let (before, behind) = (&rest[..at], &rest[at + 2..]);
        let Some(open) = before.rfind(['[', '(']) else { break };
        let close = if before[open..].starts_with('[') { (b'[', b']') } else { (b'(', b')') };
        let mut depth = 1;
        let end = behind.bytes().position(|b| {
            depth += i32::from(b == close.0) - i32::from(b == close.1);
            depth == 0
        });
        let Some(end) = end else { break };
        found.extend(cleaned(&before[open + 1..], &behind[..end]));
        rest = &behind[end..];
    }
    found
}

/// The key and value of a line.
fn pair(line: &str) -> Option<(&str, &str)> {
    let line = line.trim().trim_start_matches(['-', '*', '>', ' ']);
    let (key, value) = line.split_once(':')?;
    cleaned(key, value)
}

/// A key and its value without the marks around them, if it may be one.
fn cleaned<'t>(key: &'t str, value: &'t str) -> Option<(&'t str, &'t str)> {
    let is_mark = |c: char| matches!(c, '*' | '_' | '`' | ':' | '\\') || c.is_whitespace();
    let key = key.trim_matches(|c: char| is_mark(c) || !(c.is_ascii() || c.is_alphabetic()));
    let value = without_target(value.trim_matches(is_mark));
    let is_key =
        !key.is_empty() && key.chars().count() <= 40 && !key.contains(['.', '(', '[', '/']);
    is_key.then_some((key, value))
}

/// A link without what it points to: `Acme (../Acme%205f3e.md)` as Notion has it, or `[Acme](https://acme.example)`.
fn without_target(value: &str) -> &str {
    let is_target = |target: &str| target.ends_with(".md") || target.contains("://");
    let link = value.strip_suffix(')').and_then(|link| link.rsplit_once('('));
    let Some((name, _)) = link.filter(|(_, target)| is_target(target)) else { return value };
    let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.trim()
}

/// The date in a name, such as `2026-03-02 Acme`.
pub fn day_in(text: &str) -> Option<&str> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.filter_map(|at| text.get(at..at + 10)).find(|part| parse_date(part).is_some())
}

/// A name without a date at its beginning or end.
pub fn without_day(text: &str) -> &str {
    let Some(day) = day_in(text) else { return text.trim() };
    let is_joint = |c: char| c.is_whitespace() || matches!(c, '-' | '_' | '–' | '—' | ',' | '.');
    match (text.strip_prefix(day), text.strip_suffix(day)) {
        (Some(rest), _) | (None, Some(rest)) => rest.trim_matches(is_joint),
        (None, None) => text.trim(),
    }
}

/// A value as YAML would hold it. Several people on one line are a list.
fn node<'t>(field: &str, value: &'t str, span: Range<usize>) -> Node<'t> {
    let text = |part: &'t str| Value::Text(Cow::Borrowed(without_target(part.trim())));
    let is_people = [INTERVIEWERS.name(), ALSO_MET.name()].contains(&field);
    let parts: Vec<&str> = value.split([',', ';']).collect();
    let are_people = parts.iter().all(|part| without_target(part.trim()).contains(' '));
    if is_people && parts.len() > 1 && are_people {
        let items = parts.into_iter().map(|part| Node { value: text(part), span: span.clone() });
        return Node { value: Value::List(items.collect()), span: span.clone() };
    }
    Node { value: text(value), span }
}
