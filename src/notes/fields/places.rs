//! Fields that stand elsewhere than in the front matter: in the file's name, its folder, its first heading, or lines at
//! the top of its body.

use std::borrow::Cow;
use std::ops::Range;

use super::keys::{ALSO_MET, INTERVIEWERS};
use crate::dates::calendar::parse_date;
use crate::notes::front_matter::Split;
use crate::notes::yaml::{Node, Value};
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
            if let Some((value, start)) = value_at(source, field, path, text, split) {
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
) -> Option<(&'t str, Option<usize>)> {
    let is_day = field.contains("date") || field == "applied" || field == "decide_by";
    let part = |whole: &'t str| if is_day { day_in(whole) } else { Some(without_day(whole)) };
    let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (value, start) = match source {
        Source::Key(_) => return None,
        Source::FileName => (part(name.strip_suffix(".md").unwrap_or(name))?, None),
        Source::Folder => (part(above.rsplit('/').next()?)?, None),
        Source::Heading => {
            let (start, line) = body(text, split).find(|(_, line)| line.starts_with("# "))?;
            let value = part(line[2..].trim())?;
            (value, Some(start + line.find(value)?))
        }
        Source::Body => {
            let names = names::ALL.iter().find(|names| names[0] == field)?;
            let top = body(text, split).filter(|(_, line)| !line.trim().is_empty());
            let top = top.skip_while(|(_, line)| line.starts_with("# ")).take(LINE_LIMIT);
            let mut pairs = top.map_while(|(start, line)| Some((start, line, pair(line)?)));
            let (start, line, (_, value)) =
                pairs.find(|(_, _, (key, _))| names.iter().any(|name| is_same_key(key, name)))?;
            (value, Some(start + line.find(value)?))
        }
    };
    (!value.is_empty()).then_some((value, start))
}

fn body<'t>(text: &'t str, split: &Split<'_>) -> impl Iterator<Item = (usize, &'t str)> {
    let start = split.body_start;
    lines(&text[start..]).map(move |(at, line)| (start + at, line.trim_end()))
}

/// The key and value of a line such as `Company: Acme`, `**Company:** Acme`, `- company:: Acme`.
fn pair(line: &str) -> Option<(&str, &str)> {
    let line = line.trim().trim_start_matches(['-', '*', '>', ' ']);
    let (key, value) = line.split_once(':')?;
    let is_mark = |c: char| matches!(c, '*' | '_' | '`' | ':' | ' ');
    let (key, value) = (key.trim_matches(is_mark), value.trim_matches(is_mark));
    let is_key = !key.is_empty() && key.chars().count() <= 40 && !key.contains(['.', '(', '[']);
    is_key.then_some((key, value))
}

/// The date in a name, such as `2026-03-02 Acme`.
fn day_in(text: &str) -> Option<&str> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.filter_map(|at| text.get(at..at + 10)).find(|part| parse_date(part).is_some())
}

/// A name without a date at its beginning or end.
fn without_day(text: &str) -> &str {
    let Some(day) = day_in(text) else { return text.trim() };
    let is_joint = |c: char| c.is_whitespace() || matches!(c, '-' | '_' | '–' | '—' | ',' | '.');
    match (text.strip_prefix(day), text.strip_suffix(day)) {
        (Some(rest), _) | (None, Some(rest)) => rest.trim_matches(is_joint),
        (None, None) => text.trim(),
    }
}

/// A value as YAML would hold it. Several people on one line are a list.
fn node<'t>(field: &str, value: &'t str, span: Range<usize>) -> Node<'t> {
    let text = |part: &'t str| Value::Text(Cow::Borrowed(part.trim()));
    let is_people = [INTERVIEWERS.name(), ALSO_MET.name()].contains(&field);
    let parts: Vec<&str> = value.split([',', ';']).collect();
    let are_people = parts.iter().all(|part| part.trim().contains(' '));
    if is_people && parts.len() > 1 && are_people {
        let items = parts.into_iter().map(|part| Node { value: text(part), span: span.clone() });
        return Node { value: Value::List(items.collect()), span: span.clone() };
    }
    Node { value: text(value), span }
}
