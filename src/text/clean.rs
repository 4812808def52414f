//! Text from notes, cleaned of whatever could reorder, hide or break a line.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Makes one clean line: folds white space to single spaces and drops invisible characters.
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

/// The text with its accents composed (NFC): `Café` is one name, whether its é is one character or an e and an accent, as
/// file names of some systems have it.
pub fn composed(text: &str) -> Cow<'_, str> {
    // Nothing combines below U+0300, of which this is the first byte.
    let is_plain = text.is_ascii() || text.bytes().all(|b| b < 0xcc);
    if is_plain || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// Makes one clean line with its accents composed.
pub fn composed_line(text: &str) -> String {
    let line = one_line(text);
    match composed(&line) {
        Cow::Borrowed(_) => line,
        Cow::Owned(composed) => composed,
    }
}

/// Drops invisible characters from a longer text, but keeps its line breaks.
pub fn block(text: &str) -> String {
    text.chars().filter(|&c| c == '\n' || !is_hidden(c)).collect()
}

/// Shows a path or an excerpt with a mark in place of each invisible character, so that columns stay the same.
pub fn visible(text: &str) -> String {
    let mark =
        |c| if is_hidden(c) || matches!(c, '\u{2028}' | '\u{2029}') { '\u{fffd}' } else { c };
    text.chars().map(mark).collect()
}

/// A text of at most so many characters, with an ellipsis behind it where it was longer.
pub fn clipped(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// Returns true for control, bidirectional and zero-width characters, but not for joiners: emoji and several scripts
/// need them.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Returns true for a character that separates words or lines.
pub fn is_break(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Recognises most texts that are one clean line already. May return false for a clean line.
fn is_one_line(text: &str) -> bool {
    let mut before = b' ';
    let is_clean = text.bytes().all(|b| {
        let is_clean = matches!(b, b'!'..=b'~') || (b == b' ' && before != b' ');
        before = b;
        is_clean
    });
    is_clean && (before != b' ' || text.is_empty())
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
}
