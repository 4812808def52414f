//! The gate for what somebody said, showed or asked for: it may become the object of one sentence in a message, as in "for
//! walking me through the first ninety days". It opens to a few forms with a few verbs. When in doubt, it is shut.

use crate::drafts::gate::has;
use crate::drafts::language::Language;
use crate::notes::Person;

/// The most words of a remark that passes.
const WORDS: usize = 16;

/// The most words of a thing's name.
const NAME: usize = 3;

/// What a person did for the user: of "Jane walked me through the release" it is "walking me through the release". A remark
/// that doesn't begin with the person's name passes only if `is_theirs`, as it is below a heading with the name.
pub fn deed(remark: &str, person: &Person, is_theirs: bool, language: &Language) -> Option<String> {
    let words = &language.words.heard;
    let remark = plain(remark, language)?;
    let names = person.names();
    let named =
        names.iter().filter_map(|name| remark.strip_prefix(name.as_str())?.strip_prefix(' '));
    let told = named.min_by_key(|rest| rest.len()).or(is_theirs.then_some(&remark))?;
    let doing = |part: &str| {
        let mut shown = words.shown.iter().filter_map(|verb| verb.doing(part));
        let shown = shown.find(|(_, what)| is_thing(what, language) || is_clause(what, language));
        let mut told = words.told.iter().filter_map(|verb| verb.doing(part));
        let (doing, what) = shown.or_else(|| told.find(|(_, what)| is_clause(what, language)))?;
        Some(format!("{doing} {what}"))
    };
    let deeds: Option<Vec<String>> = told.split(&words.and).map(doing).collect();
    Some(deeds?.join(&words.and))
}

/// A remark such as "how a build went from 40 minutes to 6".
pub fn clause(remark: &str, language: &Language) -> Option<String> {
    plain(remark, language).filter(|text| is_clause(text, language))
}

/// Something to send, such as "the one-page summary of the scheme that I ran", and its name: "one-page summary".
pub fn thing(remark: &str, language: &Language) -> Option<(String, String)> {
    let words = &language.words.heard;
    let text = plain(remark, language)?;
    let all: Vec<&str> = text.split(' ').collect();
    let (first, rest) = all.split_first()?;
    let is_name = |count: &usize| {
        rest.get(count - 1).is_some_and(|last| has(&words.things, last))
            && rest.get(*count).is_none_or(|next| has(&words.about, &next.to_lowercase()))
    };
    let is_me = |word: &str| word.to_lowercase() == words.i;
    let name = rest[..(1..=NAME).find(is_name)?].join(" ");
    let is_harmless = rest.iter().all(|word| is_me(word) || is_harmless(word, &[], language));
    (is_harmless && has(&words.articles, first)).then_some((text, name))
}

/// The text without its full stop and without a capital that only its place gives it, if it is a few plain words.
fn plain(remark: &str, language: &Language) -> Option<String> {
    let words = &language.words.heard;
    let text = remark.trim();
    let text = text.strip_suffix('.').unwrap_or(text);
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’');
    if !text.chars().all(is_plain) || text.split(' ').count() > WORDS {
        return None;
    }
    let first = text.split(' ').next().unwrap_or_default();
    let lower = first.to_lowercase();
    let is_known = has(&words.asks, &lower) || has(&words.articles, &lower);
    let begins = |said: &str| said.split(' ').next() == Some(&lower);
    let is_verb = words.shown.iter().chain(&words.told).any(|verb| begins(&verb.said));
    let text = text.replace('’', "'");
    Some(if is_known || is_verb { format!("{lower}{}", &text[first.len()..]) } else { text })
}

/// Returns true for "the dashboard that predicts returns".
fn is_thing(text: &str, language: &Language) -> bool {
    let mut words = text.split(' ');
    words.next().is_some_and(|first| has(&language.words.heard.articles, first))
        && text.contains(' ')
        && words.all(|word| is_harmless(word, &[], language))
}

/// Returns true for "how a build went from 40 minutes to 6": something, and what it does.
fn is_clause(text: &str, language: &Language) -> bool {
    let words = &language.words.heard;
    let all: Vec<&str> = text.split(' ').collect();
    let [asks, article, rest @ ..] = &all[..] else { return false };
    let does = |at: usize| match &rest[at..] {
        [verb] => has(&words.verbs, verb) || has(&words.last_verbs, verb),
        // A change for the better is told from one for the worse only where it saves time.
        [went, from, _, unit, ..] if *went == words.went => {
            *from == words.from && has(&words.units, unit)
        }
        [verb, ..] => has(&words.verbs, verb),
        [] => false,
    };
    has(&words.asks, asks)
        && has(&words.articles, article)
        && (1..rest.len()).any(|at| does(at) && is_subject(&rest[..at], language))
        && rest.iter().all(|word| is_harmless(word, &words.allowed, language))
}

/// Returns true for a word or two, with an auxiliary or without one, of which none could be a verb: of "the team skips tests"
/// `tests` isn't what it does.
fn is_subject(words: &[&str], language: &Language) -> bool {
    let heard = &language.words.heard;
    let words = match words {
        [subject @ .., last] if has(&heard.auxiliaries, last) => subject,
        subject => subject,
    };
    let is_noun = |word: &&str| {
        let is_form = word.ends_with("ed") || (word.ends_with('s') && !word.ends_with("ss"));
        !is_form && !has(&heard.pasts, word) && !has(&heard.auxiliaries, word)
    };
    (1..=2).contains(&words.len()) && words.iter().all(is_noun)
}

/// Returns true for a word that could mean nothing private, and for those that are allowed.
fn is_harmless(word: &str, allowed: &[String], language: &Language) -> bool {
    let (work, heard) = (&language.words.work, &language.words.heard);
    let word = word.to_lowercase();
    let mut parts = word.split('-').chain([&*word]);
    let is_never = |part| has(&work.never, part) || has(&heard.never, part);
    word.starts_with(char::is_alphanumeric)
        && (has(allowed, &word) || !(parts.any(is_never) || word.contains("n't")))
}
