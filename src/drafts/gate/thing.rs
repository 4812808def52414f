//! Something to send, such as "the one-page summary of the scheme that I ran".

use crate::drafts::gate::phrase::{WORDS, lowered};
use crate::drafts::gate::{are_harmless, has};
use crate::drafts::language::Language;

/// The most words of its name.
const NAME: usize = 3;

/// The thing that a remark names, and its name: "one-page summary".
pub fn thing(remark: &str, language: &Language) -> Option<(String, String)> {
    let words = &language.gate.heard;
    let text = lowered(remark, WORDS, language)?;
    let all: Vec<&str> = text.split(' ').collect();
    let (first, rest) = all.split_first()?;
    let is_name = |count: &usize| {
        rest.get(count - 1).is_some_and(|last| has(&words.things, last))
            && rest.get(*count).is_none_or(|next| has(&words.about, &next.to_lowercase()))
    };
    let name = rest[..(1..=NAME).find(is_name)?].join(" ");
    let is_about = are_harmless(rest, std::slice::from_ref(&words.i), language);
    (is_about && has(&words.articles, first)).then_some((text, name))
}
