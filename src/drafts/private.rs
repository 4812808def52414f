//! Words in a message that read like a remark for oneself. What goes out is the user's decision; these are pointed out.

use std::cmp::Reverse;
use std::ops::Range;

use crate::drafts::language::Language;
use crate::drafts::oneself;
use crate::drafts::phrase::{find, lower};
use crate::plan::followup::{FollowUp, Key};

/// The places of such words in a body, in order: each phrase once, and whatever was left there for oneself.
pub fn places(followup: &FollowUp, body: &str, language: &Language) -> Vec<Range<usize>> {
    let phrases = &language.words.phrases;
    // A message to somebody speaks of nobody else as `she`.
    let others = if matches!(followup.key, Key::Person(_)) { &*phrases.others } else { &[] };
    let lower = lower(body);
    let found = phrases.private.iter().chain(others).filter_map(|phrase| find(&lower, phrase));
    let mut found: Vec<Range<usize>> = found.collect();
    found.extend(phrases.labels.iter().flat_map(|label| beginnings(body, &lower, label)));
    found.extend(oneself::places(followup, body, language));
    found.sort_by_key(|at| (at.start, Reverse(at.end)));
    // One may hold another.
    found.dedup_by(|inner, outer| inner.end <= outer.end);
    found
}

/// The places where a line or a sentence begins with a label, be it in bold type or an item of a list.
fn beginnings<'b>(
    body: &'b str,
    lower: &'b str,
    label: &'b str,
) -> impl Iterator<Item = Range<usize>> + 'b {
    let begins = |at: &usize| {
        let before = body[..*at].trim_end_matches([' ', '-', '*', '_', '•', '(', '[']);
        before.is_empty() || before.ends_with(['\n', '.', '!', '?', ')'])
    };
    let found = lower.match_indices(label).map(|(at, _)| at);
    found.filter(begins).map(|at| at..at + label.len())
}
