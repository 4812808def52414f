//! A sentence about what the user likes about the work, or wants to do: "I like that payroll sits with HR."

use crate::drafts::gate::clause::is_statement;
use crate::drafts::gate::phrase::{is_liked_thing, is_own_doing};
use crate::drafts::gate::trade::{
    are_trade_things, is_trade_clause, is_trade_custom, is_trade_doing, without_time,
};
use crate::drafts::gate::{self, are_harmless, has, plain};
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
    let after = |opening: &String| behind(opening, &text)?.strip_prefix(' ');
    let words_after = |opening: &String| Some(after(opening)?.split(' ').collect::<Vec<&str>>());
    let told = |rest: &str| {
        let (told, contrast) = rest.split_once(&words.contrast).unwrap_or((rest, ""));
        let told: Vec<&str> = told.split(' ').collect();
        let contrast: Vec<&str> = contrast.split_whitespace().collect();
        (is_statement(&told, language) || is_trade_custom(&told, language))
            && are_harmless(&contrast, &[], language)
    };
    let wanted = |rest: &[&str]| {
        let Some(rest) = words.wish_verbs.iter().find_map(|verb| gate::after(rest, verb)) else {
            return false;
        };
        let wish = gate::after(rest, &heard.how_to).unwrap_or(rest);
        // "To work on my tan", "with people who wash"
        let is_apart = |word: &&str| *word == language.gate.work.my || has(&words.apart, word);
        !rest.is_empty() && !rest.iter().any(is_apart) && are_harmless(wish, &[], language)
    };
    let worked = |rest: &[&str]| {
        // "To work for a charity again"
        let rest = match rest {
            [rest @ .., last] if has(&words.wish_ends, last) => rest,
            rest => rest,
        };
        let object = words.work_wishes.iter().find_map(|verb| gate::after(rest, verb));
        object.is_some_and(|object| {
            !object.is_empty()
                && (are_trade_things(object, language) || is_trade_clause(object, language))
        })
    };
    let liked = |rest: Vec<&str>| {
        is_liked_thing(&rest, language)
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
        || words.wishes.iter().filter_map(words_after).any(|rest| wanted(&rest) || worked(&rest))
}
