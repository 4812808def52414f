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
    found.extend(oneself::places(followup, body, language));
    found.sort_by_key(|at| (at.start, Reverse(at.end)));
    // One may hold another.
    found.dedup_by(|inner, outer| inner.end <= outer.end);
    found
}
