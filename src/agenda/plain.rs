//! Markdown read back: what a line says, however a formatter or an editor has written it.
//!
//! They escape and unescape, swap the signs for emphasis and bullets, write characters as entities, wrap, join and indent.
//! What stays are the words.

use std::ops::Range;

use memchr::memchr;
use percent_encoding::percent_decode_str;

use crate::text::is_hidden;

/// A text without its backslashes and entities, which knows where each character stood.
#[derive(Debug, Default)]
pub struct Plain {
    /// The text.
    pub text: String,
    /// Where it goes on otherwise than the source: places in it, each with the one in the source.
    places: Vec<(usize, usize)>,
}

impl Plain {
    /// Reads a piece of Markdown.
    pub fn of(source: &str) -> Plain {
        let mut plain =
            Plain { text: String::with_capacity(source.len()), places: Vec::with_capacity(16) };
        let mut rest = source;
        while !rest.is_empty() {
            let at = source.len() - rest.len();
            // Most of it stands for itself.
            let is_itself = |b: &u8| matches!(b, b' '..=b'~') && !matches!(b, b'\\' | b'&');
            let run = rest.bytes().take_while(is_itself).count();
            let (itself, other) = rest.split_at(run);
            plain.places.push((plain.text.len(), at));
            plain.text.push_str(itself);
            rest = other;
            let Some(c) = rest.chars().next() else { break };
            let (c, length) = escaped(rest).or_else(|| entity(rest)).unwrap_or((c, c.len_utf8()));
            let c = if c.is_whitespace() { ' ' } else { c };
            if !is_hidden(c) {
                plain.places.push((plain.text.len(), at + run));
                plain.text.push(c);
            }
            rest = &rest[length..];
        }
        plain.places.push((plain.text.len(), source.len()));
        plain
    }

    /// The place in the source of a place in the text.
    pub fn place(&self, at: usize) -> usize {
        let before = self.places.partition_point(|(known, _)| *known <= at);
        let (known, place) = self.places[before - 1];
        place + at.min(self.text.len()) - known
    }
}

/// A backslash with the character that it escapes, and the length of both.
fn escaped(rest: &str) -> Option<(char, usize)> {
    let c = rest.strip_prefix('\\')?.chars().next()?;
    c.is_ascii_punctuation().then_some((c, 2))
}

/// The character that an entity stands for, and the entity's length. Of the named ones only those that editors write.
fn entity(rest: &str) -> Option<(char, usize)> {
    let name = &rest.strip_prefix('&')?
        [..rest.bytes().take(10).position(|b| b == b';')?.checked_sub(1)?];
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok();
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        _ => {
            let digits = name.strip_prefix('#')?;
            let hex = digits.strip_prefix(['x', 'X']);
            char::from_u32(hex.map_or_else(|| number(digits, 10), |hex| number(hex, 16))?)?
        }
    };
    Some((c, name.len() + 2))
}

/// The words of a plain text and their signs, without everything that a formatter may change: blanks, emphasis, brackets,
/// the lines of tables, and where links lead.
pub fn essence(text: &str) -> String {
    let mut essence = Vec::with_capacity(text.len());
    let is_word =
        |b: &u8| !matches!(b, b' ' | b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'>' | b'|' | b'\\');
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        let word = rest.iter().take_while(|b| is_word(b)).count();
        essence.extend_from_slice(&rest[..word]);
        rest = match &rest[word..] {
            [b']', b'(', destination @ ..] => {
                let end = memchr(b')', destination).map_or(destination.len(), |end| end + 1);
                &destination[end..]
            }
            after => after.get(1..).unwrap_or_default(),
        };
    }
    // Only whole characters are left out.
    String::from_utf8(essence).unwrap_or_default()
}

/// A link of a plain text.
#[derive(Debug, PartialEq, Eq)]
pub struct Link<'t> {
    /// The offset at which it begins in the text.
    pub start: usize,
    /// The offset at which it ends.
    pub end: usize,
    /// Its words.
    pub words: &'t str,
    /// The place that it leads to, as it is written.
    destination: &'t str,
}

impl Link<'_> {
    /// The path that it leads to, without a place in the file.
    pub fn path(&self) -> String {
        let path = self.destination.trim().trim_start_matches('<').trim_end_matches('>');
        let path = path.split('#').next().unwrap_or_default();
        percent_decode_str(path).decode_utf8_lossy().trim_start_matches("./").to_owned()
    }
}

/// The first link at or behind a place.
pub fn next_link(text: &str, from: usize) -> Option<Link<'_>> {
    let middle = from + text.get(from..)?.find("](")?;
    let start = from + text[from..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')?;
    let (words, destination) = (&text[start + 1..middle], &text[middle + 2..end]);
    Some(Link { start, end: end + 1, words, destination })
}

/// A line without a part of it, and without the blanks that this leaves behind.
pub fn without_part(line: &str, part: Range<usize>) -> String {
    let (before, after) = (&line[..part.start], &line[part.end..]);
    match after.trim().is_empty() {
        true => format!("{}{}", before.trim_end(), after.trim_start_matches([' ', '\t'])),
        false => format!("{before}{}", after.trim_start()),
    }
}

/// Strips what may stand before the words of a line: blanks, signs of quotes, bullets, numbers, signs of headings.
pub fn without_marks(line: &str) -> &str {
    let mut rest = line;
    loop {
        let after = after_mark(rest);
        if after.len() == rest.len() {
            return rest;
        }
        rest = after;
    }
}

fn after_mark(line: &str) -> &str {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>' || is_hidden(c));
    let signs = line.trim_start_matches('#');
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if signs.len() < line.len() {
        signs
    } else if digits.len() < line.len() {
        digits.strip_prefix(['.', ')']).unwrap_or(line)
    } else {
        line.strip_prefix(['-', '*', '+']).unwrap_or(line)
    };
    let is_mark = rest.len() < line.len() && rest.starts_with(char::is_whitespace);
    if is_mark { rest.trim_start() } else { line }
}

/// Returns true for a line that can't go on the one before it: it is empty, or begins an item, a heading or a row.
pub fn begins_anew(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    line.is_empty() || line.starts_with('|') || after_mark(line).len() < line.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_however_they_are_written() {
        let cases = [
            ("**R\\&D** · a\\_b", "__R&amp;D__ · a_b"),
            ("\\[24\\]7 · [note](a%20b.md)", "&#91;24&#x5d;7 · [note](<a b.md>)"),
            ("| a | b |", "|  a   | b"),
            ("a b", "a\n   b"),
            ("`x`\u{a0}y", "x&nbsp;y"),
        ];
        for (one, other) in cases {
            let [one, other] = [one, other].map(|text| essence(&Plain::of(text).text));
            assert_eq!(one, other);
        }
        assert_ne!(essence("Thank Jane"), essence("Thank Jane!"));
    }

    #[test]
    fn links_and_places_are_found() {
        let source = "a \\[b [note, line 3](x%20y.md#L3) &amp; c";
        let plain = Plain::of(source);
        let link = next_link(&plain.text, 0).unwrap();
        assert_eq!((link.words, link.path().as_str()), ("note, line 3", "x y.md"));
        assert_eq!(&source[plain.place(link.end)..], " &amp; c");
        assert_eq!(next_link("none (here)", 0), None);
    }

    #[test]
    fn marks_before_the_words_are_stripped() {
        for line in ["- x", "  * x", "> 3. x", "\t> > + x", "- ## x", "x", "10) x"] {
            assert_eq!(without_marks(line), "x", "{line}");
        }
        for line in ["-x", "3.x", "#x", "**x**"] {
            assert_eq!(without_marks(line), line);
        }
        assert!(begins_anew("  - x") && begins_anew(" > ") && begins_anew("| a |"));
        assert!(!begins_anew("> x") && !begins_anew("  [note](a.md)"));
    }
}
