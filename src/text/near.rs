//! Words compared as people type them: in any case, and with typos.

use std::borrow::Cow;

use super::clean::{composed_line, is_break};

/// Words of at least this many letters may have two typos.
const LONG_WORD: usize = 8;

/// Of two words that have fewer letters than this, neither is a typo of the other: all such words are alike.
const SHORT_WORD: usize = 3;

/// Finds the known word that is one typo away, or two if it is long. A typo is a letter too many, too few, wrong, or
/// swapped with its neighbour.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    nearest_of(word, known.into_iter().map(KnownWord::new))
}

/// The same among words that many are compared with.
pub fn nearest_of<'k>(
    word: &str,
    known: impl IntoIterator<Item = KnownWord<'k>>,
) -> Option<&'k str> {
    let (length, letters) = (word.chars().count(), letters(word));
    let typos = |known: KnownWord<'k>| {
        let limit = match known.length {
            LONG_WORD.. => 2,
            known if known.max(length) >= SHORT_WORD => 1,
            _ => 0,
        };
        // A typo takes one letter away at most, and brings one.
        let is_few = |letters: u32| letters.count_ones() as usize <= limit;
        let is_close = length.abs_diff(known.length) <= limit
            && is_few(letters & !known.letters)
            && is_few(known.letters & !letters);
        let typos = is_close.then(|| strsim::osa_distance(word, known.word));
        typos.filter(|typos| *typos <= limit).map(|typos| (typos, known.word))
    };
    known.into_iter().filter_map(typos).min_by_key(|(typos, _)| *typos).map(|(_, known)| known)
}

/// A known word with its letters.
#[derive(Clone, Copy, Debug)]
pub struct KnownWord<'k> {
    word: &'k str,
    length: usize,
    letters: u32,
}

impl<'k> KnownWord<'k> {
    /// A word that is known.
    pub fn new(word: &'k str) -> KnownWord<'k> {
        KnownWord { word, length: word.chars().count(), letters: letters(word) }
    }
}

/// The letters of a word as a set; some share a place.
fn letters(word: &str) -> u32 {
    // Each is known by its first byte.
    let firsts = word.bytes().filter(|b| b & 0xc0 != 0x80);
    firsts.fold(0, |letters, b| letters | 1 << (b % 32))
}

/// Converts to lower case with single underscores between words: the form in which keys and outcomes are compared.
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
    text.split(|c: char| is_break(c) || is_joint(c))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join("_")
        .into()
}

/// A name as names are compared: with its accents composed, in lower case and with single spaces.
pub fn name_key(name: &str) -> String {
    composed_line(name).to_lowercase()
}

/// Returns true for two keys that differ only in case, and in what stands between their words: `interviewDate` is
/// `interview_date`.
#[inline]
pub fn is_same_key(one: &str, other: &str) -> bool {
    // Nearly all keys begin with a plain letter, and most with different ones.
    if let (Some(a), Some(b)) = (one.as_bytes().first(), other.as_bytes().first())
        && a.is_ascii_alphanumeric()
        && b.is_ascii_alphanumeric()
        && !a.eq_ignore_ascii_case(b)
    {
        return false;
    }
    one == other || has_same_letters(one, other)
}

fn has_same_letters(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        return plain_letters(one).eq(plain_letters(other));
    }
    letters_of(one).eq(letters_of(other))
}

/// The letters of a key of plain ones.
fn plain_letters(key: &str) -> impl Iterator<Item = u8> {
    let is_between = |b: &u8| matches!(b, b'\t'..=b'\r' | b' ' | b'-' | b'_');
    key.bytes().filter(move |b| !is_between(b)).map(|b| b.to_ascii_lowercase())
}

/// The letters of a key in lower case, without what stands between its words: those of two are the same if the keys are.
pub fn bare_key(key: &str) -> String {
    match key.is_ascii() {
        true => plain_letters(key).map(char::from).collect(),
        false => letters_of(key).collect(),
    }
}

fn letters_of(key: &str) -> impl Iterator<Item = char> {
    let bare = key.chars().filter(|c| !is_break(*c) && !is_joint(*c));
    bare.flat_map(char::to_lowercase)
}

fn is_joint(c: char) -> bool {
    matches!(c, '-' | '_' | '‐' | '–')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_near_within_one_typo_or_two_in_long_ones() {
        let known = ["date", "role", "company", "decision_window", "outcome_date"];
        let cases = [
            ("decison_window", Some("decision_window")),
            ("desicion_window", Some("decision_window")),
            ("descion_windwo", None),
            ("comapny", Some("company")),
            ("compny", Some("company")),
            ("comp", None),
            ("dates", Some("date")),
            ("data_", None),
            ("rôle", Some("role")),
            ("", None),
        ];
        for (word, expected) in cases {
            assert_eq!(nearest(word, known), expected, "{word}");
        }
    }

    #[test]
    fn letters_are_counted_in_any_script_and_short_words_have_no_typos() {
        let cases = [
            ("яндикс", "Яндекс".to_lowercase(), true),
            ("ηλιοσ", "ήλιος".to_owned(), false),
            ("ηλιος", "ήλιος".to_owned(), true),
            ("トヨク", "トヨタ".to_owned(), true),
            ("тбнк", "тбанк".to_owned(), true),
            ("тнк", "тбанк".to_owned(), false),
            ("x", "a".to_owned(), false),
            ("x", "ax".to_owned(), false),
            ("to", "go".to_owned(), false),
            ("jo", "jon".to_owned(), true),
            ("jon", "jo".to_owned(), true),
        ];
        for (word, known, is_near) in cases {
            assert_eq!(nearest(word, [&*known]).is_some(), is_near, "{word}, {known}");
        }
    }
}
