//! Text made safe for where it goes: Markdown, a message, a link, a comment.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::ends::before;

/// Characters to percent-encode in a link's path.
const LINK: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'/');

/// Escapes everything that Markdown, in GitHub's or Obsidian's dialect, would treat as markup anywhere in a line.
pub fn markdown(text: &str) -> String {
    // As most texts are.
    if text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b',' | b'\'' | b'/')) {
        return text.to_owned();
    }
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let next = rest.peek().map(|&(_, next)| next);
        let active = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '$' => true,
            // Inside a word it is no emphasis.
            '_' => {
                let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                !(in_word(text[..at].chars().next_back()) && in_word(next))
            }
            '&' => next.is_some_and(|n| n.is_ascii_alphanumeric() || n == '#'),
            '=' | '%' => next == Some(c) || text[..at].ends_with(c),
            ':' => text[at..].starts_with("://"),
            '.' => before("www", &text[..at]).is_some() || is_number(&text[..at]),
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

/// The same, but for what stands in backticks: that is code, in which nothing is escaped.
pub fn markdown_with_code(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inner, after)) = next_code(rest) {
        escaped.push_str(&markdown(before));
        escaped.push_str(&code(inner));
        rest = after;
    }
    escaped + &markdown(rest)
}

/// A text as code in Markdown: in as many backticks as don't follow each other in it.
pub fn code(text: &str) -> String {
    let runs: Vec<usize> = text.split(|c| c != '`').map(str::len).collect();
    let count = (1..).find(|count| !runs.contains(count)).unwrap_or(1);
    let fence = "`".repeat(count);
    let is_apart = text.starts_with('`') || text.ends_with('`');
    let blank = if is_apart { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// What stands before the first code of a text, the code itself, and what follows it.
fn next_code(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find('`')?;
    let behind = text[start..].trim_start_matches('`');
    let fence = &text[start..text.len() - behind.len()];
    let mut at = 0;
    loop {
        let end = at + behind[at..].find('`')?;
        let after = behind[end..].trim_start_matches('`');
        let length = behind.len() - after.len() - end;
        if length == fence.len() {
            let inner = &behind[..end];
            let bare = inner.strip_prefix(' ').and_then(|inner| inner.strip_suffix(' '));
            let bare = bare.filter(|bare| bare.starts_with('`') || bare.ends_with('`'));
            return Some((&text[..start], bare.unwrap_or(inner), after));
        }
        at = end + length;
    }
}

/// Escapes only what would become a link or a tag if a message were shown as Markdown; the rest stays readable.
pub fn message(text: &str) -> String {
    if !text.contains(['<', '(', '[', '\\']) {
        return text.to_owned();
    }
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let is_tag = |n: char| n.is_ascii_alphabetic() || matches!(n, '/' | '!' | '?');
        let is_active = match c {
            '<' => next.is_some_and(is_tag),
            '(' | '[' => safe.ends_with(']'),
            // Otherwise it would cancel the backslash that escapes the next character.
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

/// Undoes [`message`] where it can have been at work. All other backslashes are the user's.
pub fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let is_escape = c == '\\'
            && match rest.peek() {
                Some('<') => true,
                Some('(' | '[') => plain.ends_with(']'),
                _ => false,
            };
        if !is_escape {
            plain.push(c);
        }
    }
    plain
}

/// Encodes a relative path as the destination of a Markdown link.
pub fn link(path: &str) -> String {
    Cow::from(utf8_percent_encode(path, LINK)).into_owned()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// A word for a POSIX shell, in single quotes.
pub fn shell(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn code_stays_as_it_is() {
        let cases = [
            ("write `[Jo <j@x.example>]` *now*", "write `[Jo <j@x.example>]` \\*now\\*"),
            ("write ``a`b``, or `c`", "write ``a`b``, or `c`"),
            ("one ` alone <b>", "one \\` alone \\<b\\>"),
            ("``one ` alone", "\\`\\`one \\` alone"),
        ];
        for (given, expected) in cases {
            assert_eq!(markdown_with_code(given), expected, "{given:?}");
        }
        let cases =
            [("a", "`a`"), ("a`b", "``a`b``"), ("a``b", "`a``b`"), ("`a` ``b", "``` `a` ``b ```")];
        for (given, expected) in cases {
            assert_eq!(code(given), expected);
            assert_eq!(markdown_with_code(expected), expected);
        }
    }

    #[test]
    fn messages_keep_their_words_and_lose_their_links() {
        assert_eq!(message("[24]7.ai, a < b"), "[24]7.ai, a < b");
        assert_eq!(message("](javascript:x)"), "]\\(javascript:x)");
        assert_eq!(message("<script>"), "\\<script>");
        for text in ["[24]7.ai, a < b", "[a](b) [c][d]", "<b>", "C:\\x", "a\\b"] {
            assert_eq!(without_escapes(&message(text)), text);
        }
    }
}
