//! A sentence about what the user likes about the work, or wants to do: "I like that payroll sits with HR."

use crate::drafts::gate::clause::{ends_in_s, is_statement};
use crate::drafts::gate::phrase::{is_own_doing, is_private, is_thought};
use crate::drafts::gate::trade::{
    are_trade_things, is_trade_clause, is_trade_custom, is_trade_doing, without_time,
};
use crate::drafts::gate::{self, are_harmless, has, hold, plain};
use crate::drafts::language::Language;
use crate::text::behind;

/// The most words of such a sentence.
const WORDS: usize = 24;

/// A remark that is such a sentence, or two of them joined, as it stands.
pub fn interest(remark: &str, language: &Language) -> Option<String> {
    let sentence = remark.trim();
    let mut parts = sentence.strip_suffix('.')?.split(&language.gate.interest.joint);
    parts.all(|part| is_interest(part, language)).then(|| sentence.to_owned())
}

fn is_interest(part: &str, language: &Language) -> bool {
    let (words, heard) = (&language.gate.interest, &language.gate.heard);
    let Some(text) = plain(part, WORDS).filter(|text| text.starts_with(char::is_uppercase)) else {
        return false;
    };
    let after = |opening: &&str| behind(opening, &text)?.strip_prefix(' ');
    let words_after = |opening: &&str| Some(after(opening)?.split(' ').collect::<Vec<&str>>());
    let told = |rest: &str| {
        let (told, contrast) = rest.split_once(words.contrast).unwrap_or((rest, ""));
        let told: Vec<&str> = told.split(' ').collect();
        let contrast: Vec<&str> = contrast.split_whitespace().collect();
        (is_statement(&told, language) || is_trade_custom(&told, language))
            && are_harmless(&contrast, &[], language)
    };
    let wished = |rest: Vec<&str>| {
        let wish = words.wish_verbs.iter().find_map(|verb| gate::after(&rest, verb));
        wish.is_some_and(|wish| is_wish(wish, language))
    };
    let liked = |rest: Vec<&str>| {
        is_thought(&rest, language)
            || is_own_doing(&rest, language)
            || is_trade_doing(&rest, language)
    };
    let of_trade = |rest: Vec<&str>| {
        are_trade_things(&rest, language)
            || is_trade_doing(&rest, language)
            || is_trade_clause(&rest, language)
    };
    // "I've used your app for years."
    let known = |rest: Vec<&str>| {
        let named = without_time(&rest, language);
        let [your, named @ ..] = named else { return false };
        *your == heard.your
            && named.last().is_some_and(|last| has(&language.gate.trade.yours, last))
            && are_trade_things(&[&[&*heard.articles[0]], named].concat(), language)
    };
    words.likes.iter().filter_map(words_after).any(liked)
        || words.interests.iter().filter_map(words_after).any(of_trade)
        || words.knows.iter().filter_map(words_after).any(known)
        || words.clauses.iter().filter_map(after).any(told)
        || words.wishes.iter().filter_map(words_after).any(wished)
}

/// Returns true for what one wants to work on: "machines that are repaired", "a school where departments plan together". It
/// says nothing of what one would like to leave.
fn is_wish(wish: &[&str], language: &Language) -> bool {
    let words = &language.gate.interest;
    // "People who want their garden back", but not "with them".
    let stands_for = |at: usize| {
        !has(&words.pronouns, wish[at])
            || wish[..at]
                .iter()
                .any(|word| ends_in_s(word) || has(&language.gate.heard.plurals, word))
    };
    let lower: Vec<String> = wish.iter().map(|word| word.to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    // "In retail for a year"
    let is_brief = matches!(wish, [.., lasting, _, unit] if *lasting == language.gate.work.lasting
        && [&words.units, &language.gate.heard.units].iter().any(|units| has(units, unit)));
    !wish.is_empty()
        && !is_brief
        && !hold(&lower, &words.apart)
        && (0..wish.len()).all(stands_for)
        && !is_private(wish, language)
        && are_harmless(wish, &words.meant, language)
}
