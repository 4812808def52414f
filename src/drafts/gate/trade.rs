//! What is told in words of work alone: "weekly design reviews across teams", "how invoices are approved". None of them could
//! mean anything private wherever it stands, so that little is asked of the sentence.

use crate::drafts::gate::clause::{ends_in_s, is_craft, is_craft_form, is_form_of, is_person};
use crate::drafts::gate::phrase::is_the;
use crate::drafts::gate::times::is_weekday;
use crate::drafts::gate::words::Words;
use crate::drafts::gate::{has, hold_idiom, number, owner, parts};
use crate::drafts::language::Language;

/// The most words of a thing, or of a statement.
const WORDS: usize = 12;

/// The fewest words of what people do: "deploying with ArgoCD".
const DOING: usize = 3;

/// Returns true for "pair programming", "the migration to SAP", "a design system for four products".
pub(super) fn is_trade_thing(words: &[&str], language: &Language) -> bool {
    // "Data" and "the apprentice" say too little, "mentoring" enough.
    let says_enough = match without_article(words, language) {
        [] => false,
        [name] => ends_in_s(name) || name.ends_with("ing"),
        _ => true,
    };
    says_enough && !is_count(words[0], language) && are_trade_things(words, language)
}

/// Returns true for one thing of work, or several.
pub(super) fn are_trade_things(words: &[&str], language: &Language) -> bool {
    let is_joint = |word: &&str| has(&language.gate.trade.joints, word);
    // "Handovers on handovers"
    let is_said_twice = |(at, word): (usize, &&str)| {
        !is_joint(word) && !is_article(word, language) && words[..at].contains(word)
    };
    words.len() <= WORDS
        && words.split(is_joint).all(|name| is_trade_name(name, language))
        && !words.iter().enumerate().any(is_said_twice)
        && !hold_idiom(words, language)
}

/// Returns true for "the new mentoring scheme", "Year 2". A word behind a plural would be what that does: "teams plan work".
fn is_trade_name(name: &[&str], language: &Language) -> bool {
    let trade = &language.gate.trade;
    let bare = without_article(name, language);
    let Some((last, before)) = bare.split_last() else { return false };
    let is_before = |word: &&str| {
        let is_several = ends_in_s(word)
            && owner(word) == *word
            && !is_in(&trade.mass, word)
            && !has(&trade.plurals, word);
        is_noun(word, language) && !is_several
            || is_in(&trade.words, word)
            || is_form_of(word, "ing", language)
            || is_count(word, language)
    };
    if let [before @ .., named] = before
        && is_count(last, language)
        && has(&trade.numbered, &named.to_lowercase())
    {
        return before.iter().all(is_before);
    }
    let is_several = ends_in_s(last) && !is_in(&trade.mass, last);
    let is_counted = match name {
        [article, ..] if bare.len() < name.len() => is_the(article, language) || !is_several,
        // "One roadmap"
        [one, ..] if number(one, language) == Some(1) => !is_several,
        _ => needs_no_article(last, language),
    };
    is_noun(last, language) && is_counted && before.iter().all(is_before)
}

/// The words behind an article; "my project" is nothing to tell them.
fn without_article<'w>(words: &'w [&'w str], language: &Language) -> &'w [&'w str] {
    match words {
        [article, rest @ ..] if is_article(article, language) => rest,
        words => words,
    }
}

fn is_article(word: &str, language: &Language) -> bool {
    has(&language.gate.heard.articles, word) && word != language.gate.work.my
}

/// Returns true for "patients", "care" and "Kafka", and false for "team".
fn needs_no_article(noun: &str, language: &Language) -> bool {
    let trade = &language.gate.trade;
    ends_in_s(noun)
        || noun.ends_with("ing")
        || is_in(&trade.mass, noun)
        || is_in(&trade.names, noun)
}

/// Returns true for "running trials on three sites": what people do.
pub(super) fn is_trade_doing(words: &[&str], language: &Language) -> bool {
    let [doing, rest @ ..] = words else { return false };
    (DOING..=WORDS).contains(&words.len())
        && is_doing_word(doing, language)
        && is_object(without_time(rest, language), language)
}

/// Returns true for "trials on three sites", "with timber": what follows a verb.
pub(super) fn is_object(words: &[&str], language: &Language) -> bool {
    match words {
        [joint, rest @ ..] if has(&language.gate.trade.leading, joint) => {
            are_trade_things(rest, language)
        }
        words => are_trade_things(words, language),
    }
}

/// Returns true for "a qualified electrician on two sites": somebody who does something, unlike "a patient".
pub(super) fn is_post(words: &[&str], language: &Language) -> bool {
    let trade = &language.gate.trade;
    let words = without_time(words, language);
    let head = words.split(|word| has(&trade.joints, word)).next().and_then(<[_]>::last);
    head.is_some_and(|post| has(&trade.posts, post)) && are_trade_things(words, language)
}

/// Returns true for "running", "deploying".
pub(super) fn is_doing_word(word: &str, language: &Language) -> bool {
    let trade = &language.gate.trade;
    !has(&trade.never, word) && (has(&trade.doing, word) || is_form_of(word, "ing", language))
}

/// Returns true for "how invoices are approved in SAP".
pub(super) fn is_trade_clause(words: &[&str], language: &Language) -> bool {
    let [asks, told @ ..] = words else { return false };
    has(&language.gate.heard.asks, asks) && is_trade_statement(told, language)
}

/// Returns true for "developers talk to users", "support agents can write help articles": what is always done there.
pub(super) fn is_trade_custom(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let Some(at) = (1..words.len()).find(|at| acts(words[*at], language)) else { return false };
    let (subject, told) = words.split_at(at);
    let (subject, is_helped) = match subject {
        [subject @ .., last] if has(&heard.auxiliaries, last) => (subject, true),
        subject => (subject, false),
    };
    let is_past = !is_helped && (told[0].ends_with("ed") || has(&heard.past, told[0]));
    let is_several = |last: &&str| ends_in_s(last) || has(&heard.plurals, last);
    let are_several =
        subject.last().is_some_and(is_several) || subject.contains(&language.gate.work.and);
    // "The client work", "the staff exchange" and "the daily talk on safety" are things.
    let is_named =
        subject.first().is_some_and(|first| is_article(first, language)) && told.len() == 1;
    let is_thing = !is_helped && (is_named || !are_several && !ends_in_s(told[0]));
    let begins = |first: &&str| is_article(first, language) || has(&heard.each, first);
    let is_whole = subject.first().is_some_and(begins) || are_several;
    is_whole && !is_past && !is_thing && is_trade_statement(words, language)
}

/// Returns true for a subject and what it does. "How two nurses look after thirty patients" is said of too few.
fn is_trade_statement(words: &[&str], language: &Language) -> bool {
    let (trade, heard) = (&language.gate.trade, &language.gate.heard);
    let before = |at: usize| at.checked_sub(1).map_or("", |before| words[before]);
    // "Designers test", "can test", "help test", "draw and test": of "the test roof" neither is what it does.
    let is_free = |at: usize| {
        ends_in_s(before(at))
            || has(&heard.plurals, before(at))
            || has(&heard.auxiliaries, before(at))
            || has(&trade.verbs, before(at))
            || before(at) == language.gate.work.and
    };
    let is_verb = |at: usize| {
        let word = words[at];
        at > 0 && acts(word, language) && (!is_craft(word, language) || is_free(at))
    };
    // "How the nurses are tracked" is no praise.
    let is_done_to_people = |at: usize| {
        words[at].ends_with("ed")
            && has(&heard.auxiliaries, before(at))
            && words[..at].iter().any(|word| is_person(word, language))
    };
    // "Every week" is one time, and "every Friday" may be a day off.
    let begins_time = |at: usize| {
        let time = words.get(at..at + 2);
        time.is_some_and(|time| is_time(time, language) && !is_weekday(time[1], language))
    };
    let is_between = |at: usize| {
        let lists = [&trade.joints, &trade.others, &heard.auxiliaries];
        !begins_time(at) && (is_verb(at) || lists.into_iter().any(|list| has(list, words[at])))
    };
    let mut start = 0;
    let mut are_named = true;
    for at in 0..=words.len() {
        if at == words.len() || is_between(at) {
            let name = &words[start..at];
            are_named &= name.is_empty()
                || is_time(name, language)
                || is_trade_name(name, language)
                || is_trade_name(without_time(name, language), language);
            start = at + 1;
        }
    }
    words.len() <= WORDS
        && are_named
        && words.first().is_some_and(|first| !is_count(first, language))
        && (1..words.len()).any(is_verb)
        && !(0..words.len()).any(is_done_to_people)
        && !hold_idiom(words, language)
}

/// Returns true for what people do at work.
fn acts(word: &str, language: &Language) -> bool {
    let trade = &language.gate.trade;
    !has(&trade.never, word)
        && (has(&trade.verbs, word) || is_craft(word, language) || is_craft_form(word, language))
}

/// Returns true for "every week", "a month".
pub(super) fn is_time(words: &[&str], language: &Language) -> bool {
    let [each, unit] = words else { return false };
    let is_each = has(&language.gate.heard.each, each)
        || is_article(each, language) && !is_the(each, language);
    is_each && has(&language.gate.trade.units, &unit.to_lowercase())
}

/// The words without how long, since when or how often: "for five years", "every day".
pub(super) fn without_time<'w>(words: &'w [&'w str], language: &Language) -> &'w [&'w str] {
    let times = &language.gate.trade.times;
    let is_time = |at: &usize| {
        let ends =
            |time: &&str| follows(&words[*at..], time, language).is_some_and(<[_]>::is_empty);
        times.iter().any(ends) || is_time(&words[*at..], language)
    };
    match (1..words.len()).find(is_time) {
        Some(at) => without_time(&words[..at], language),
        None => words,
    }
}

/// What follows these words, with a number for each `#`.
pub(super) fn follows<'w>(
    words: &'w [&'w str],
    pattern: &str,
    language: &Language,
) -> Option<&'w [&'w str]> {
    pattern.split(' ').try_fold(words, |rest, expected| {
        let (first, rest) = rest.split_first()?;
        let is_meant = if expected == "#" { is_count(first, language) } else { *first == expected };
        is_meant.then_some(rest)
    })
}

/// Returns true for a word that has a capital only where it begins a sentence.
pub fn is_common(lower: &str, language: &Language) -> bool {
    let trade = &language.gate.trade;
    !trade.names.contains(lower) && (trade.words.contains(lower) || is_noun(lower, language))
}

/// Returns true for a thing of work, of which there may be several, and for the name of a tool.
pub(super) fn is_noun(word: &str, language: &Language) -> bool {
    let trade = &language.gate.trade;
    let lower = owner(word).to_lowercase();
    let is_one = |stem: &str| trade.nouns.contains(stem) || has(&trade.posts, stem);
    let is_plural = |stem: &str| {
        is_one(stem)
            || stem.strip_suffix('e').is_some_and(is_one)
            || stem.strip_suffix("ie").is_some_and(|stem| is_one(&format!("{stem}y")))
    };
    is_one(&lower)
        || trade.names.contains(&lower)
        || lower.strip_suffix('s').is_some_and(is_plural)
        || lower.contains('-') && parts(&lower).all(|part| is_part(part, language))
}

/// Returns true for a part of "24-hour", "client-side".
fn is_part(part: &str, language: &Language) -> bool {
    let trade = &language.gate.trade;
    trade.nouns.contains(part)
        || trade.words.contains(part)
        || has(&trade.units, part)
        || number(part, language).is_some()
}

/// Returns true for what is no plural though it ends in an s: "operations", "analytics".
pub(super) fn is_mass(word: &str, language: &Language) -> bool {
    let trade = &language.gate.trade;
    is_in(&trade.mass, word) || has(&trade.plurals, word)
}

fn is_in(words: &Words, word: &str) -> bool {
    words.contains(&word.to_lowercase())
}

/// Returns true for "60", "1,200", "five".
pub(super) fn is_count(word: &str, language: &Language) -> bool {
    number(word, language).is_some_and(|count| count > 0)
        || word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || c == ',')
}
