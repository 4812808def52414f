//! The place of a phrase in a text, and words as they are compared.

use std::ops::Range;

/// The first place of a phrase as words of their own, in a text in lower case.
pub fn find(lower: &str, phrase: &str) -> Option<Range<usize>> {
    let is_word = phrase.starts_with(char::is_alphanumeric);
    let is_whole = |at: &Range<usize>| {
        !is_word
            || !(lower[..at.start].ends_with(char::is_alphanumeric)
                || lower[at.end..].starts_with(char::is_alphanumeric))
    };
    lower.match_indices(phrase).map(|(at, _)| at..at + phrase.len()).find(is_whole)
}

/// A text in lower case in which a phrase may go on in the next line. No letter changes its length in bytes.
pub fn lower(text: &str) -> String {
    text.to_ascii_lowercase().replace('\n', " ")
}

/// A text in lower case with its thanks spelt out, for what asks whether it thanks somebody.
pub fn spelt_out(text: &str) -> String {
    text.to_lowercase().replace("thx", "thanks")
}
