//! Text from notes, made safe for where it goes.
//!
//! What a note says is data. It enters through [`one_line`] or [`block`], which drop what could reorder, hide or
//! break a line, and leaves through the function of its destination: [`markdown`] for the agenda, [`message`] for a
//! draft, [`link`] for a path in a link, [`slug()`] for a part of a file name, [`yaml_scalar`] for a header,
//! [`yaml_key`] for a record.

use std::borrow::Cow;
use std::collections::HashMap;

pub use near::nearest;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
pub use words::words;

mod near;
mod words;

/// Longest slug, in bytes: leaves room for the note's name and the kind in a file name.
const SLUG_LIMIT: usize = 60;

/// What a link's path keeps as it is; all else is percent-encoded.
const LINK: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'/');

/// Folds white space to single spaces and drops what does not show: one clean line.
pub fn one_line(text: &str) -> String {
    if is_one_line(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split(is_break).filter(|word| !word.is_empty()) {
        if !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
        line.extend(word.chars().filter(|&c| !is_hidden(c)));
    }
    line.truncate(line.trim_end().len());
    line
}

/// Drops what does not show, but keeps the line breaks of a longer text.
pub fn block(text: &str) -> String {
    text.chars().filter(|&c| c == '\n' || !is_hidden(c)).collect()
}

/// Whether a text is one clean line already, as most are. False is no claim.
fn is_one_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().all(|b| (0x20..0x7f).contains(b))
        && !bytes.starts_with(b" ")
        && !bytes.ends_with(b" ")
        && !bytes.windows(2).any(|pair| pair == b"  ")
}

fn is_break(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Control, bidirectional and zero-width characters. The joiners stay: emoji and several scripts need them.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Lines with their ends, and where each begins.
pub fn lines(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_inclusive('\n').map(move |line| (line.as_ptr() as usize - start, line))
}

/// Git's marks in a file that it could not merge: they open a conflict, part it from the common ancestor and from the
/// other side, and end it.
pub const CONFLICT_MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Which of the marks a line without its end is, with a name behind it or without.
pub fn conflict_mark(line: &str) -> Option<usize> {
    CONFLICT_MARKS.iter().position(|mark| {
        line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// A path or an excerpt with a mark in place of each character that doesn't show, so that nothing moves.
pub fn visible(text: &str) -> String {
    let mark =
        |c| if is_hidden(c) || matches!(c, '\u{2028}' | '\u{2029}') { '\u{fffd}' } else { c };
    text.chars().map(mark).collect()
}

/// Escapes what Markdown, in GitHub's or Obsidian's dialect, would read as more than text, wherever it stands.
pub fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let next = rest.peek().map(|&(_, next)| next);
        let active = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '$' => true,
            // Within a word it emphasises nothing.
            '_' => {
                let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                !(in_word(text[..at].chars().next_back()) && in_word(next))
            }
            '&' => next.is_some_and(|n| n.is_ascii_alphanumeric() || n == '#'),
            '=' | '%' => next == Some(c) || text[..at].ends_with(c),
            ':' => text[at..].starts_with("://"),
            '.' => ends_with_ignore_case(&text[..at], "www") || is_number(&text[..at]),
            '!' => next == Some('['),
            // The start of a list item.
            '-' | '+' => at == 0,
            ')' => is_number(&text[..at]),
            _ => false,
        };
        if active {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Defuses what would be a link or a tag if a message were shown as Markdown, and leaves all else readable.
pub fn message(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let is_tag = |n: char| n.is_ascii_alphabetic() || matches!(n, '/' | '!' | '?');
        let is_active = match c {
            '<' => next.is_some_and(is_tag),
            '(' | '[' => safe.ends_with(']'),
            // It would take the place of the one that defuses what comes behind it.
            '\\' => matches!(next, Some('<' | '(' | '[' | ']' | '\\')),
            _ => false,
        };
        if is_active {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// A relative path as the destination of a Markdown link.
pub fn link(path: &str) -> String {
    utf8_percent_encode(path, LINK).to_string()
}

/// A name as a part of an id or file name: lower-case ASCII letters, digits and single dashes; never empty.
pub fn slug(name: &str, fallback: &str) -> String {
    let mut slug = slug::slugify(name);
    slug.truncate(SLUG_LIMIT);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { fallback } else { slug }.to_owned()
}

/// Makes an id unique among those taken, with how often each was met: the second of one slug gets `-2`, the third `-3`.
pub fn number_namesake(id: &mut String, taken: &mut HashMap<String, u32>) {
    let plain = id.clone();
    while taken.contains_key(id) {
        let met = taken.entry(plain.clone()).or_insert(1);
        *met += 1;
        *id = format!("{plain}-{met}");
    }
    taken.insert(id.clone(), 1);
}

/// A one-line text as a YAML value: plain where that is read back as the same text, else double-quoted.
pub fn yaml_scalar(text: &str) -> String {
    let is_plain =
        text.chars().next().is_some_and(|first| first.is_alphabetic() || first.is_ascii_digit())
            && !text.ends_with([' ', ':'])
            && !text.contains(": ")
            && !text.contains(" #")
            && !text.chars().any(is_escaped)
            && !is_yaml_word(text)
            && !is_number_like(text);
    if is_plain { text.to_owned() } else { yaml_quoted(text) }
}

/// A one-line text as a key of a YAML map in either style: plain where every reader takes it for a text, else
/// double-quoted.
pub fn yaml_key(text: &str) -> String {
    let is_plain = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'))
        && !is_yaml_word(text);
    if is_plain { text.to_owned() } else { yaml_quoted(text) }
}

/// Whether YAML's readers may take a text for a number, a date or a time.
fn is_number_like(text: &str) -> bool {
    let is_hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '_' | '.' | ',' | ':' | '+' | '-');
    text.starts_with(|first: char| first.is_ascii_digit())
        && (is_hexadecimal
            || text.chars().all(|c| is_part(c) || matches!(c, 'e' | 'E' | 'o' | 'b')))
}

/// Whether YAML's readers may take a word for something else than text.
fn is_yaml_word(text: &str) -> bool {
    matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n"
    )
}

/// Whether a character stands in YAML only as an escape: it doesn't show, or YAML doesn't allow it.
fn is_escaped(c: char) -> bool {
    is_hidden(c) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn yaml_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if is_escaped(c) => quoted.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// An id inside an HTML comment: it can neither end the comment nor look like the beginning of another.
pub fn comment(id: &str) -> String {
    id.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// `1 draft`, `2 drafts`.
pub fn count(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// Lower case with words folded to single underscores: how keys and outcome words are compared.
pub fn folded(text: &str) -> Cow<'_, str> {
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let mut bytes = text.bytes().peekable();
    let mut is_folded = bytes.peek() != Some(&b'_');
    while let Some(b) = bytes.next() {
        is_folded &= is_plain(b) || (b == b'_' && bytes.peek().copied().is_some_and(is_plain));
    }
    if is_folded {
        return Cow::Borrowed(text);
    }
    text.split(|c: char| is_break(c) || matches!(c, '-' | '_' | '‐' | '–'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join("_")
        .into()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn ends_with_ignore_case(text: &str, end: &str) -> bool {
    text.len() >= end.len()
        && text.is_char_boundary(text.len() - end.len())
        && text[text.len() - end.len()..].eq_ignore_ascii_case(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_is_one_clean_line() {
        let cases = [
            (" Acme\n Robotics\t", "Acme Robotics"),
            ("a\u{202e}b\u{2066}c\u{0}", "abc"),
            ("x\u{2028}y", "x y"),
            ("\u{200b}", ""),
            ("a \u{200b} b", "a b"),
            ("👩\u{200d}💻", "👩\u{200d}💻"),
        ];
        for (given, expected) in cases {
            assert_eq!(one_line(given), expected, "{given:?}");
        }
    }

    #[test]
    fn markdown_stays_text() {
        let cases = [
            ("Acme, Inc. (UK)", "Acme, Inc. (UK)"),
            ("](javascript:x)", "\\](javascript:x)"),
            ("<script>", "\\<script\\>"),
            ("no_response _x_", "no_response \\_x\\_"),
            ("a|b", "a\\|b"),
            ("R&D", "R\\&D"),
            ("Tom & Co", "Tom & Co"),
            ("https://x.example", "https\\://x.example"),
            ("www.x.example", "www\\.x.example"),
            ("==x==", "\\=\\=x\\=\\="),
        ];
        for (given, expected) in cases {
            assert_eq!(markdown(given), expected, "{given:?}");
        }
    }

    #[test]
    fn messages_keep_their_words_and_lose_their_links() {
        assert_eq!(message("[24]7.ai, a < b"), "[24]7.ai, a < b");
        assert_eq!(message("](javascript:x)"), "]\\(javascript:x)");
        assert_eq!(message("<script>"), "\\<script>");
    }

    #[test]
    fn slugs_are_bounded_and_never_empty() {
        assert_eq!(slug("Jane Doe", "person"), "jane-doe");
        assert_eq!(slug("???", "person"), "person");
        assert_eq!(slug("../../x", "person"), "x");
        assert!(slug(&"x y".repeat(200), "person").len() <= SLUG_LIMIT);
    }

    #[test]
    fn yaml_scalars_are_plain_only_where_safe() {
        let cases = [
            ("Jane Doe <jane@acme.example>", "Jane Doe <jane@acme.example>"),
            ("Yes: \"#1\"", "\"Yes: \\\"#1\\\"\""),
            ("[x", "\"[x\""),
            ("no", "\"no\""),
            ("007", "\"007\""),
            ("12:30", "\"12:30\""),
            ("1e5", "\"1e5\""),
            ("0x1F", "\"0x1F\""),
            ("2026-03-20", "\"2026-03-20\""),
            ("2w", "2w"),
            ("5-7 days", "5-7 days"),
            ("3M", "3M"),
            ("", "\"\""),
        ];
        for (given, expected) in cases {
            assert_eq!(yaml_scalar(given), expected, "{given:?}");
        }
    }

    #[test]
    fn yaml_keys_are_plain_only_where_safe_in_either_style() {
        let cases = [
            ("thank-you/jane-doe", "thank-you/jane-doe"),
            ("status-check-2", "status-check-2"),
            ("No", "\"No\""),
            ("2026-03-02", "\"2026-03-02\""),
            ("a,b", "\"a,b\""),
            ("a: {b}", "\"a: {b}\""),
            ("thank-you/???", "\"thank-you/???\""),
            ("a \"b\" \\", "\"a \\\"b\\\" \\\\\""),
            ("", "\"\""),
        ];
        for (given, expected) in cases {
            assert_eq!(yaml_key(given), expected, "{given:?}");
        }
    }
}
