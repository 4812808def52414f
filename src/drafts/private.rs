//! Words in a message that read like a remark for oneself. What goes out is the user's decision; these are pointed out.

use std::cmp::Reverse;
use std::ops::Range;

use crate::drafts::language::Language;
use crate::drafts::oneself;
use crate::plan::followup::{FollowUp, Key};

/// The places of such words in a body, in order: each phrase once, and whatever was left there for oneself.
pub fn places(followup: &FollowUp, body: &str, language: &Language) -> Vec<Range<usize>> {
    let phrases = &language.words.phrases;
    // A message to somebody speaks of nobody else as `she`.
    let others = if matches!(followup.key, Key::Person(_)) { &*phrases.others } else { &[] };
    let lower = lower(body);
    let found = phrases.private.iter().chain(others).filter_map(|phrase| find(&lower, phrase));
    let mut found: Vec<Range<usize>> = found.collect();
    found.extend(oneself::places(followup, body, language));
    found.sort_by_key(|at| (at.start, Reverse(at.end)));
    // One may hold another.
    found.dedup_by(|inner, outer| inner.end <= outer.end);
    found
}

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
