//! Whole sentences, told apart from things that begin like one: "a squad of six runs the checkout".

use crate::drafts::gate::clause::{ends_in_s, is_craft_form, is_verb};
use crate::drafts::gate::phrase::is_joint;
use crate::drafts::gate::trade::{is_mass, is_noun, is_time};
use crate::drafts::gate::{has, number};
use crate::drafts::language::Language;

/// Returns true if there seems to be a verb among words that are meant as a thing, or as what is done with one. Between two
/// joints stands one group of words, and what tells of a verb is a word that could not stand there: an article behind a
/// noun, a second plural.
pub(super) fn holds_sentence(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    // What follows is a clause of its own.
    let begins_clause = |word: &&str| has(&heard.relatives, word) || has(&heard.asks, word);
    let words = words.split(begins_clause).next().unwrap_or_default();
    let is_between =
        |word: &&str| is_joint(word, language) || has(&language.gate.trade.joints, word);
    let is_sentence = |group: &[&str]| {
        let ends = group.len() > 1 && group.last().is_some_and(|last| has(&heard.ending, last));
        ends || (1..group.len()).any(|at| could_not_stand(group, at, language))
    };
    words.split(is_between).any(is_sentence)
}

/// Returns true for a word of a group that could not stand there if the group were one thing.
fn could_not_stand(group: &[&str], at: usize, language: &Language) -> bool {
    let heard = &language.gate.heard;
    let (before, word, next) = (group[at - 1], group[at], group.get(at + 1));
    let is_amount = |word: &str| number(word, language).is_some();
    let is_article = |word: &str| has(&heard.articles, word) || has(&heard.each, word);
    let is_opening = is_article(before) || is_amount(before) || has(&heard.quantities, before);
    // "Page nine", "the next two weeks"
    let is_counted = is_amount(word) && (next.is_none() || at == 2 && is_article(group[0]));
    // "Moving 1,200 people" begins a group, and "twelve alerts a night" ends one.
    let begins_anew = (is_article(word) || is_amount(word))
        && at > 1
        && !(is_opening || is_counted)
        && !has(&language.gate.trade.numbered, &before.to_lowercase())
        && !group.get(at..at + 2).is_some_and(|time| is_time(time, language));
    // "An API for partners launches", but not "the operations checklists"
    let are_two = ends_in_s(before) && ends_in_s(word) && !is_mass(before, language);
    // "Each region runs nightly", "the train saves time"
    let does = || {
        ends_in_s(word)
            && is_verb(word, language)
            && !is_mass(word, language)
            && next.is_some_and(|next| next.ends_with("ly") || is_noun(next, language))
    };
    // "Support replaced email"
    let did = || word.ends_with("ed") && is_craft_form(word, language) && next.is_some();
    begins_anew || are_two || !is_opening && (does() || did()) || has(&heard.never_nouns, word)
}
