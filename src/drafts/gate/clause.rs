//! Something, and what it does: "a build went from 40 minutes to 6", "nurses plan the day".

use crate::drafts::gate::change::change;
use crate::drafts::gate::{after, are_harmless, has, number};
use crate::drafts::language::Language;

/// The most words of a subject, and of each name in it.
const SUBJECT: usize = 6;
const NAME: usize = 3;

/// Returns true for "how a build went from 40 minutes to 6": something, and what it does.
pub(super) fn is_clause(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let asked = match words {
        [asks, rest @ ..] if has(&heard.asks, asks) => Some(rest),
        words => after(words, heard.the_way),
    };
    asked.is_some_and(|rest| is_statement(rest, language))
}

/// Returns true for "a build went from 40 minutes to 6".
pub(super) fn is_statement(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    // "How two nurses look after thirty patients" is said of too few.
    let is_amount =
        |first: &str| has(&heard.quantities, first) || number(first, language).is_some();
    let told = match words {
        // "How rarely releases work"
        [first, ..] if first.ends_with("ly") || has(&heard.manner, first) => return false,
        [first, ..] if is_amount(first) || has(&heard.asks, first) => return false,
        [article, told @ ..] if has(&heard.articles, article) => told,
        // Not a name.
        [first, ..] if first.starts_with(char::is_lowercase) => words,
        _ => return false,
    };
    is_told(told, language)
}

/// Returns true for a subject and what it does.
pub(super) fn is_told(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let goes = words.windows(2).any(|pair| pair[0] == heard.went && pair[1] == heard.from);
    // "Two hours" are nobody's working hours where they became six minutes.
    let units = if goes { &heard.units[..] } else { &[] };
    let tells = |at: usize| {
        let (subject, told) = words.split_at(at);
        let auxiliary = subject.last().filter(|last| has(&heard.auxiliaries, last));
        let is_able = auxiliary.is_some_and(|last| *last == heard.can);
        let acts = is_craft(told[0], language);
        // "Drawings get checked", but not "staff get replaced".
        if is_got_done(told, language) && subject.iter().any(|word| is_person(word, language)) {
            return false;
        }
        is_subject(subject, language) && (does(told, language) || is_able && acts)
            || is_plural(subject, language) && (acts || does(told, language))
    };
    (1..words.len()).any(tells) && are_harmless(words, &[&heard.allowed, units].concat(), language)
}

/// Returns true if the words begin with a verb that says nothing private.
pub(super) fn does(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    match words {
        // A change for the better is told from one for the worse only where it saves time.
        [went, told @ ..] if *went == heard.went => {
            matches!(change(told, language), Some((before, after, true)) if after < before)
        }
        // "Grew from twelve people to five"
        [grew, told @ ..]
            if has(&language.gate.work.from_to.growing, grew)
                && change(told, language).is_some_and(|(before, after, _)| before > after) =>
        {
            false
        }
        words if heard.verb_phrases.iter().any(|phrase| after(words, phrase).is_some()) => true,
        // "Drawings get checked twice"
        words if is_got_done(words, language) => true,
        // "What nurses make"
        [verb] => is_craft_form(verb, language) || has(&heard.last_verbs, verb),
        [verb, ..] => is_verb(verb, language),
        [] => false,
    }
}

/// Returns true for somebody at work, or those whom the work is for: "nurses", "patient".
pub(super) fn is_person(word: &str, language: &Language) -> bool {
    let gate = &language.gate;
    gate.heard.people.contains(word) || has(&gate.trade.people, word)
}

/// Returns true for "get checked twice".
fn is_got_done(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    matches!(words, [get, done, ..] if has(&heard.get, get)
        && (is_form_of(done, "ed", language) || has(&heard.done, done)))
}

/// Returns true for "is fixed eight weeks ahead".
pub(super) fn is_done_to(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    words.split_first().is_some_and(|(is, told)| {
        *is != heard.can && has(&heard.auxiliaries, is) && does(told, language)
    })
}

/// Returns true for a form that says that one does something, or did.
pub(super) fn is_verb(word: &str, language: &Language) -> bool {
    has(&language.gate.heard.verbs, word) || is_craft_form(word, language)
}

/// Returns true for a form of a verb of craft that says what somebody does or did.
pub(super) fn is_craft_form(word: &str, language: &Language) -> bool {
    ["s", "es", "ed"].iter().any(|ending| is_form_of(word, ending, language))
}

/// Returns true for a few words, with an auxiliary or without one, of which none could be a verb: of "the team skips tests"
/// `tests` isn't what it does. One word alone may be a plural, and so may any before an auxiliary.
fn is_subject(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let (words, is_helped) = match words {
        [subject @ .., last] if has(&heard.auxiliaries, last) => (subject, true),
        subject => (subject, false),
    };
    let is_named = |name: &[&str]| {
        let ends_well =
            is_helped || name.len() == 1 || !name.last().is_some_and(|last| ends_in_s(last));
        ends_well && is_name(name, language)
    };
    words.len() <= SUBJECT && names(words, language).all(is_named)
}

/// Returns true for several: "nurses", "site engineers and designers", "people on the ward". What they do follows: "nurses plan
/// the day".
fn is_plural(subject: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let Some(head) = names(subject, language).next() else { return false };
    let is_several = head.last().is_some_and(|last| ends_in_s(last) || has(&heard.plurals, last));
    let are_two = subject.contains(&language.gate.work.and);
    subject.len() <= SUBJECT
        && (is_several || are_two)
        && names(subject, language).all(|name| is_name(name, language))
}

/// The names in a subject: of "everyone on the night desk" it is `everyone` and `night desk`.
fn names<'w>(words: &'w [&'w str], language: &Language) -> impl Iterator<Item = &'w [&'w str]> {
    let heard = &language.gate.heard;
    let is_between = |word: &&str| {
        (has(&heard.of, word) && !has(&heard.participles, word)) || *word == language.gate.work.and
    };
    words.split(is_between).map(|name| match name {
        [article, name @ ..] if has(&heard.articles, article) => name,
        name => name,
    })
}

/// Returns true for a word or a few of which none could be a verb.
fn is_name(name: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let is_noun = |(at, word): (usize, &&str)| {
        let acts = ends_in_s(word) && at > 0 && at + 1 < name.len() && is_verb(word, language);
        !acts
            && !word.ends_with("ed")
            && !has(&heard.never_nouns, word)
            && !has(&heard.auxiliaries, word)
            && !has(&heard.articles, word)
    };
    (1..=NAME).contains(&name.len()) && name.iter().enumerate().all(is_noun)
}

/// Returns true for a word that may be a plural, or what one thing does.
pub(super) fn ends_in_s(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}

/// Returns true for a verb of which nothing worse is said than that somebody does it.
pub(super) fn is_craft(word: &str, language: &Language) -> bool {
    language.gate.craft.contains(word)
}

/// Returns true for a form of a verb of craft: `planned`, `planning`.
pub(super) fn is_form_of(word: &str, ending: &str, language: &Language) -> bool {
    stem_of(word, ending, language).is_some()
}

/// The verb of craft of which a word is a form: `plan` of `planned`.
pub(super) fn stem_of<'l>(word: &str, ending: &str, language: &'l Language) -> Option<&'l str> {
    let stem = word.strip_prefix("re-").unwrap_or(word).strip_suffix(ending)?;
    let craft = |stem: &str| language.gate.craft.get(stem);
    let single = || {
        let mut back = stem.chars().rev();
        let (last, before) = (back.next()?, back.next()?);
        (last == before).then(|| craft(&stem[..stem.len() - last.len_utf8()]))?
    };
    craft(stem)
        .or_else(|| (ending != "s").then(|| craft(&format!("{stem}e")))?)
        .or_else(|| (ending != "ing").then(|| craft(&format!("{}y", stem.strip_suffix('i')?)))?)
        .or_else(single)
}
