//! A line of a front matter as it has to be written for YAML to read it as it was meant: with quotes, or without a stray
//! one.

use std::ops::Range;

use super::link;
use super::mailto::without_mailto;
use super::one_by_one::one_by_one;
use super::yaml;
use crate::rules::names;
use crate::text::{is_same_key, one_line, yaml_scalar};

/// Longest key, in bytes: a longer one is a sentence.
const KEY_LIMIT: usize = 60;

/// Longest line that is shown, in bytes.
const LINE_LIMIT: usize = 400;

/// The range of the value on a line without its indent, such as `role: Engineer`: everything behind the colon. `None`
/// for a line that isn't one of a field.
pub fn entry_value(line: &str) -> Option<Range<usize>> {
    let after = |at: usize| line[at..].starts_with([' ', '\t']) || at == line.len();
    let colon = match line.chars().next()? {
        quote @ ('"' | '\'') => {
            let end = 1 + line[1..].find(quote)?;
            let rest = line[end + 1..].trim_start();
            rest.starts_with(':').then_some(line.len() - rest.len())?
        }
        '-' | '[' | '{' | '#' | ' ' | '\t' => return None,
        _ => {
            let mut colons = line.match_indices(':').map(|(at, _)| at);
            let colon = colons.find(|at| after(at + 1));
            // Nobody means a colon without a blank behind the name of a field to be a part of it.
            colon.or_else(|| line.find(':').filter(|at| is_field(&line[..*at])))?
        }
    };
    let is_key = colon > 0 && colon <= KEY_LIMIT;
    (is_key && (after(colon + 1) || is_field(&line[..colon]))).then_some(colon + 1..line.len())
}

/// Returns true for a line of one of a note's fields, under its own name.
pub fn is_field_line(line: &str) -> bool {
    let line = line.trim_start();
    let is_own = |key: &str| names::ALL.iter().any(|names| is_same_key(key.trim(), names[0]));
    entry_value(line).is_some_and(|value| is_own(&line[..value.start - 1]))
}

fn is_field(key: &str) -> bool {
    names::ALL.iter().copied().flatten().any(|name| is_same_key(key.trim(), name))
}

/// The line with its value in quotes, or without a stray one; `None` if that doesn't help.
pub fn requoted(line: &str) -> Option<String> {
    let words = line.trim_start();
    let indent = &line[..line.len() - words.len()];
    let (dash, words) = match words.strip_prefix("- ") {
        Some(rest) => ("- ", rest.trim_start()),
        None => ("", words),
    };
    let (key, value) = match entry_value(words) {
        Some(value) => (&words[..value.start], &words[value]),
        None if dash.is_empty() => return None,
        None => ("", words),
    };
    let (value, comment) = match value.match_indices(" #").find(|(at, _)| !is_number(&value[*at..]))
    {
        Some((at, _)) => value.split_at(at),
        None => (value, ""),
    };
    let blank = if key.is_empty() { "" } else { " " };
    let better = format!("{indent}{dash}{key}{blank}{}{comment}", rewritten(value.trim())?);
    // A line that is still no good YAML helps nobody.
    let is_good = !matches!(yaml::parse(&better), Err(yaml::HeadError::Invalid { .. }));
    (is_good && better != line && better.len() <= LINE_LIMIT).then_some(better)
}

/// Returns true for the number of something, such as ` #48213`, which is no comment.
fn is_number(rest: &str) -> bool {
    let behind = rest.trim_start_matches([' ', '#']);
    behind.starts_with(|c: char| c.is_ascii_digit())
}

/// A value as it has to be written.
fn rewritten(value: &str) -> Option<String> {
    if value.starts_with("[[") {
        return Some(links(value).unwrap_or_else(|| yaml_scalar(&one_line(value))));
    }
    if value.starts_with('[') && value.contains("](") {
        return Some(markdown_links(value));
    }
    if let Some(items) = value.strip_prefix('[') {
        return list(items.strip_suffix(']').unwrap_or(items));
    }
    (!value.is_empty() && (value.starts_with("{{") || !value.starts_with('{'))).then(|| text(value))
}

/// A text as it has to be written.
fn text(value: &str) -> String {
    let value = one_line(value);
    let Some(quote) = value.chars().next().filter(|first| ['"', '\''].contains(first)) else {
        return yaml_scalar(&value);
    };
    let inner = &value[1..];
    match inner.split_once(quote) {
        // `"Jane Doe" <jane@acme.example>`
        Some((name, rest)) if rest.trim_start().starts_with('<') && !name.contains(',') => {
            yaml_scalar(&format!("{} {}", name.trim(), rest.trim_start()))
        }
        // The quotes around it hold others.
        Some((_, rest)) if inner.ends_with(quote) && rest.starts_with(char::is_alphanumeric) => {
            yaml_scalar(&inner[..inner.len() - 1])
        }
        Some(_) if !value.contains('\'') => format!("'{value}'"),
        Some(_) => yaml_scalar(&value),
        // It was never closed.
        None => yaml_scalar(inner.trim()),
    }
}

/// A list in brackets with each item as it has to be written; `None` if it holds more than texts.
fn list(items: &str) -> Option<String> {
    let (mut parts, mut part, mut quote) = (Vec::new(), String::new(), None);
    for c in items.chars() {
        match c {
            ',' if quote.is_none() => parts.push(std::mem::take(&mut part)),
            '{' | '[' | ']' | '}' => return None,
            '"' if part.trim().is_empty() || quote.is_some() => {
                quote = if quote.is_some() { None } else { Some(c) };
                part.push(c);
            }
            c => part.push(c),
        }
    }
    parts.push(part);
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(str::to_owned).collect();
    (!parts.is_empty()).then(|| listed(&parts))
}

/// An item that is good YAML is left as it is.
fn text_or_quoted(item: &str) -> String {
    let is_good = |item: &str| yaml::parse(&format!("x: [{item}]")).is_ok() && !item.contains(": ");
    if is_good(item) { item.to_owned() } else { text(item) }
}

fn in_brackets(item: String) -> String {
    let is_plain = !item.starts_with(['"', '\'']);
    if is_plain && item.contains([',', '[', ']', '{', '}']) {
        return format!("\"{}\"", item.replace('\\', "\\\\").replace('"', "\\\""));
    }
    item
}

/// People behind Markdown's links, whose addresses can do without them.
fn markdown_links(value: &str) -> String {
    let people = without_mailto(value);
    one_by_one(&people).map_or_else(|| yaml_scalar(&one_line(&people)), |people| listed(&people))
}

/// A list in brackets of these texts.
pub fn listed(items: &[String]) -> String {
    let items = items.iter().map(|item| in_brackets(text_or_quoted(item)));
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// Wiki links one after another as a list of texts.
fn links(value: &str) -> Option<String> {
    let parts = value.split(',').map(str::trim).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    let is_link =
        |part: &&str| link::alone(part).is_some_and(|inner| !inner.contains(['[', ']', '"', '\\']));
    let are_links = parts.len() > 1 && parts.iter().all(is_link);
    are_links.then(|| {
        let quoted: Vec<String> = parts.iter().map(|part| format!("\"{part}\"")).collect();
        format!("[{}]", quoted.join(", "))
    })
}
