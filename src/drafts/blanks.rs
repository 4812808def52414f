//! Blanks, such as `[fill in: name]`, that a draft leaves for the user.

use std::ops::Range;

use crate::drafts::language::Language;

/// A blank with a hint at what belongs there.
pub fn blank(hint: &str, language: &Language) -> String {
    format!("{}: {hint}]", opening(language))
}

/// The number of blanks in a text.
pub fn count(text: &str, language: &Language) -> usize {
    text.matches(opening(language)).count()
}

/// The places of the blanks in a text. One that isn't closed ends with its line.
pub fn spans<'t>(text: &'t str, language: &'t Language) -> impl Iterator<Item = Range<usize>> + 't {
    text.match_indices(opening(language)).map(|(at, _)| {
        let end = text[at..].find([']', '\n']).map_or(text.len(), |length| at + length + 1);
        at..end
    })
}

/// The hints in the blanks of a text.
pub fn hints<'t>(text: &'t str, language: &'t Language) -> impl Iterator<Item = &'t str> {
    let parts = text.split(opening(language)).skip(1);
    parts.filter_map(|part| part.split_once(']')).map(|(hint, _)| hint)
}

/// A text without its blanks.
pub fn without(text: &str, language: &Language) -> String {
    let mut parts = text.split(opening(language));
    let filled = parts.next().unwrap_or_default().to_owned();
    parts.fold(filled, |filled, part| filled + part.split_once(']').map_or("", |(_, rest)| rest))
}

fn opening(language: &Language) -> &str {
    &language.words.blanks.opening
}
