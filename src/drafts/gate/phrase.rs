//! What may be the object of one sentence in a message: "how a build went from 40 minutes to 6", "the school garden that Year 4
//! runs", "moving 1,200 people from paper to an app".

use crate::drafts::gate::{are_harmless, has, plain};
use crate::drafts::language::Language;

/// The most words of a phrase.
pub(super) const WORDS: usize = 16;

/// The most words of a thing before it is told what it does.
const NAME: usize = 3;

/// The fewest words that make a phrase more than a hint.
const MORE: usize = 3;

/// A remark as such an object, in lower case unless it begins with a name. What somebody does is told as heard: "thinking
/// about moving to an app" would be the user's own plan.
pub fn phrase(remark: &str, language: &Language) -> Option<String> {
    let text = lowered(remark, WORDS, language)?;
    let words: Vec<&str> = text.split(' ').collect();
    if is_doing(&words, language) {
        return Some(format!("{} {text}", language.gate.heard.hearsay));
    }
    let passes = is_clause(&words, language)
        || is_about_reader(&words, language)
        || is_thing_that_does(&words, language)
        || is_thing_of(&words, language);
    passes.then_some(text)
}

/// The text of a remark without a capital that only its place gives it, if it is at most this many plain words.
pub(super) fn lowered(remark: &str, limit: usize, language: &Language) -> Option<String> {
    let words = &language.gate.heard;
    let text = plain(remark, limit)?;
    let first = text.split(' ').next().unwrap_or_default();
    let lower = first.to_lowercase();
    let begins = |said: &str| said.split(' ').next() == Some(&lower);
    let is_known = has(&words.asks, &lower)
        || has(&words.articles, &lower)
        || lower == words.what
        || lower == words.your
        || is_form_of(&lower, "ing", language)
        || words.shown.iter().chain(&words.told).any(|verb| begins(&verb.said));
    Some(if is_known { format!("{lower}{}", &text[first.len()..]) } else { text })
}

/// Returns true for "how a build went from 40 minutes to 6": something, and what it does.
pub(super) fn is_clause(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let [asks, rest @ ..] = words else { return false };
    let told = match rest {
        [quantity, ..] if has(&heard.quantities, quantity) => return false,
        [article, told @ ..] if has(&heard.articles, article) => told,
        // Not a name.
        [first, ..] if first.starts_with(char::is_lowercase) => rest,
        _ => return false,
    };
    has(&heard.asks, asks) && is_told(told, language)
}

/// Returns true for "how you cure the resin without an oven": who writes "you" writes to somebody.
fn is_about_reader(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let [asks, you, rest @ ..] = words else { return false };
    (has(&heard.asks, asks) || *asks == heard.what)
        && *you == heard.you
        && rest.len() >= MORE
        && are_harmless(rest, &heard.allowed, language)
}

/// Returns true for "the dashboard", "the release train with a drawing".
pub(super) fn is_thing(words: &[&str], language: &Language) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    has(&language.gate.heard.articles, first)
        && !rest.is_empty()
        && are_harmless(rest, &[], language)
}

/// Returns true for a subject and what it does.
pub(super) fn is_told(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let goes = words.windows(2).any(|pair| pair[0] == heard.went && pair[1] == heard.from);
    // "Two hours" are nobody's working hours where they became six minutes.
    let units = if goes { &heard.units[..] } else { &[] };
    (1..words.len()).any(|at| does(&words[at..], language) && is_subject(&words[..at], language))
        && are_harmless(words, &[&heard.allowed, units].concat(), language)
}

/// Returns true for "the school garden that Year 4 runs", "the dashboard that predicts returns".
fn is_thing_that_does(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let [article, rest @ ..] = words else { return false };
    let Some(that) = rest.iter().position(|word| has(&heard.relatives, word)) else { return false };
    let (name, told) = (&rest[..that], &rest[that + 1..]);
    has(&heard.articles, article)
        && (1..=NAME).contains(&name.len())
        && are_harmless(name, &[], language)
        && (is_told(told, language)
            || does(told, language) && are_harmless(told, &heard.allowed, language))
}

/// Returns true for "the care taken over every footnote in the catalogue".
fn is_thing_of(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let [article, rest @ ..] = words else { return false };
    let Some(of) = rest.iter().position(|word| has(&heard.of, word)) else { return false };
    (has(&heard.articles, article) || *article == heard.your)
        && (1..=NAME).contains(&of)
        && rest.len() > MORE
        && are_harmless(rest, &[], language)
}

/// Returns true for "moving 1,200 people from paper to an app".
fn is_doing(words: &[&str], language: &Language) -> bool {
    words.len() > MORE
        && is_form_of(words[0], "ing", language)
        && are_harmless(words, &language.gate.heard.allowed, language)
}

/// Returns true if the words begin with a verb that says nothing private.
fn does(words: &[&str], language: &Language) -> bool {
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

/// Returns true for a verb of which nothing worse is said than that somebody does it.
pub(super) fn is_craft(word: &str, language: &Language) -> bool {
    has(&language.gate.heard.regular, word)
}

/// Returns true for a form of a regular verb: `plan`, `planned`, `planning`.
fn is_form_of(word: &str, ending: &str, language: &Language) -> bool {
    let Some(stem) = word.strip_suffix(ending) else { return false };
    let regular = &language.gate.heard.regular;
    let is_doubled = || {
        let mut back = stem.chars().rev();
        let (last, before) = (back.next(), back.next());
        last == before
            && last.is_some_and(|last| has(regular, &stem[..stem.len() - last.len_utf8()]))
    };
    has(regular, stem)
        || (ending != "s" && has(regular, &format!("{stem}e")))
        || (ending != "ing"
            && stem.ends_with('i')
            && has(regular, &format!("{}y", &stem[..stem.len() - 1])))
        || is_doubled()
}

/// Returns true for a word or two, with an auxiliary or without one, of which none could be a verb: of "the team skips tests"
/// `tests` isn't what it does. One word alone may be a plural.
fn is_subject(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let words = match words {
        [subject @ .., last] if has(&heard.auxiliaries, last) => subject,
        subject => subject,
    };
    let is_noun = |word: &&str| {
        let is_plural = words.len() > 1 && word.ends_with('s') && !word.ends_with("ss");
        !is_plural
            && !word.ends_with("ed")
            && !has(&heard.pasts, word)
            && !has(&heard.auxiliaries, word)
    };
    (1..=2).contains(&words.len()) && words.iter().all(is_noun)
}
