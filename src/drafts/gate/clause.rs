//! Something, and what it does: "a build went from 40 minutes to 6", "nurses plan the day".

use crate::drafts::gate::{after, are_harmless, has};
use crate::drafts::language::Language;

/// Returns true for "how a build went from 40 minutes to 6": something, and what it does.
pub(super) fn is_clause(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let asked = match words {
        [asks, rest @ ..] if has(&heard.asks, asks) => Some(rest),
        words => after(words, &heard.the_way),
    };
    asked.is_some_and(|rest| is_statement(rest, language))
}

/// Returns true for "a build went from 40 minutes to 6".
pub(super) fn is_statement(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let told = match words {
        [first, ..] if has(&heard.quantities, first) || has(&heard.asks, first) => return false,
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
        let is_able = subject.last().is_some_and(|last| *last == heard.can);
        let acts = heard.regular.contains(told[0]);
        is_subject(subject, language) && (does(told, language) || is_able && acts)
            || is_plural(subject, language) && acts
    };
    (1..words.len()).any(tells) && are_harmless(words, &[&heard.allowed, units].concat(), language)
}

/// Returns true if the words begin with a verb that says nothing private.
pub(super) fn does(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let is_verb = |word: &str| {
        has(&heard.verbs, word)
            || ["s", "es", "ed"].iter().any(|ending| is_form_of(word, ending, language))
    };
    match words {
        // A change for the better is told from one for the worse only where it saves time.
        [went, from, _, unit, ..] if *went == heard.went => {
            *from == heard.from && has(&heard.units, unit)
        }
        [verb, next, ..] if has(&heard.verb_phrases, &format!("{verb} {next}")) => true,
        [verb] => is_verb(verb) || has(&heard.last_verbs, verb),
        [verb, ..] => is_verb(verb),
        [] => false,
    }
}

/// Returns true for a word or two, with an auxiliary or without one, of which none could be a verb: of "the team skips tests"
/// `tests` isn't what it does. One word alone may be a plural, and so may others before an auxiliary.
fn is_subject(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let (words, most) = match words {
        [subject @ .., last] if has(&heard.auxiliaries, last) => (subject, 3),
        subject => (subject, 2),
    };
    let is_noun = |word: &&str| {
        let is_plural = most == 2 && words.len() > 1 && ends_in_s(word);
        !is_plural
            && !word.ends_with("ed")
            && !has(&heard.never_nouns, word)
            && !has(&heard.auxiliaries, word)
            && !has(&heard.articles, word)
    };
    (1..=most).contains(&words.len()) && words.iter().all(is_noun)
}

/// Returns true for "nurses", "people", and nothing else beside them, so that what they do follows: "nurses plan the day".
fn is_plural(subject: &[&str], language: &Language) -> bool {
    let [word] = subject else { return false };
    ends_in_s(word) || has(&language.gate.heard.plurals, word)
}

/// Returns true for a word that may be a plural, or what one thing does.
pub(super) fn ends_in_s(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}

/// Returns true for a verb of which nothing worse is said than that somebody does it.
pub(super) fn is_craft(word: &str, language: &Language) -> bool {
    language.gate.heard.regular.contains(word)
}

/// Returns true for a form of a regular verb: `plan`, `planned`, `planning`.
pub(super) fn is_form_of(word: &str, ending: &str, language: &Language) -> bool {
    let Some(stem) = word.strip_suffix(ending) else { return false };
    let regular = &language.gate.heard.regular;
    let is_doubled = || {
        let mut back = stem.chars().rev();
        let (last, before) = (back.next(), back.next());
        last == before
            && last.is_some_and(|last| regular.contains(&stem[..stem.len() - last.len_utf8()]))
    };
    regular.contains(stem)
        || (ending != "s" && regular.contains(&format!("{stem}e")))
        || (ending != "ing"
            && stem.ends_with('i')
            && regular.contains(&format!("{}y", &stem[..stem.len() - 1])))
        || is_doubled()
}
