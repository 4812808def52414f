//! A plain sentence about one's own work: `I`, a verb of work, and words none of which could mean anything private.

use crate::drafts::gate::bare::{
    spelled_out, without_conditions, without_employer, without_opening,
};
use crate::drafts::gate::own_deed::{OwnDeed, is_own_craft_form, is_own_verb};
use crate::drafts::gate::trade::{follows, is_doing_word, is_object, is_post, without_time};
use crate::drafts::gate::{
    after, are_harmless, has, hold_idiom, is_harsh, is_somebody, number, parts, plain,
};
use crate::drafts::language::Language;

/// The fewest and the most words of a sentence that passes.
const WORDS: (usize, usize) = (5, 30);

/// The most words of what one was: "the night shift supervisor".
const POST: usize = 5;

/// The most words of another sentence beside one that passes.
const BESIDE: usize = 16;

/// The sentences of a remark that pass, unless one beside them may take back or judge what they say.
pub fn sentences(remark: &str, language: &Language) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut rest = remark.trim();
    while !rest.is_empty() {
        let end = rest.find(". ").map_or(rest.len(), |at| at + 1);
        let (sentence, after) = rest.split_at(end);
        if is_about_work(sentence, language) {
            sentences.push(sentence.to_owned());
        } else if !is_harmless(sentence, language) {
            return Vec::new();
        }
        rest = after.trim_start();
    }
    sentences
}

/// Returns true for a few plain words, "Good with Xero and Sage.", and for more about the user that takes nothing back:
/// "I know the surveyors in three ports."
fn is_harmless(sentence: &str, language: &Language) -> bool {
    let words = &language.gate.work;
    let goes_on = |text: &str| {
        let lower = text.to_lowercase();
        let all: Vec<&str> = lower.split(' ').collect();
        let is_own = |first: &&str| after(&all, first).is_some();
        let turns = |word: &&str| has(&words.turns, word) || is_harsh(word, language);
        (words.i_have.iter().any(is_own) || [&words.i, &words.my].into_iter().any(is_own))
            && !all.iter().any(turns)
    };
    plain(sentence, BESIDE).is_some_and(|text| {
        // "CPA since 2021."
        let since = std::slice::from_ref(&words.since);
        are_harmless(&text.split(' ').collect::<Vec<_>>(), since, language) || goes_on(&text)
    })
}

/// Returns true for a plain sentence about one's own work.
pub(super) fn is_about_work(sentence: &str, language: &Language) -> bool {
    let words = &language.gate.work;
    let Some(plain) = sentence.strip_suffix('.').map(spelled_out) else { return false };
    let plain = plain.as_str();
    let told = without_employer(plain, language);
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | ',' | '&' | '.');
    // A point that isn't in a number ends another sentence.
    let is_decimal = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    // Who writes "i" was in a hurry.
    let is_jotted = plain.split(' ').any(|word| word == words.i);
    let names_somebody = plain.split(' ').any(|word| is_somebody(word, language));
    if is_jotted
        || names_somebody
        || !plain.chars().all(is_plain)
        || !plain.split('.').skip(1).all(is_decimal)
    {
        return false;
    }
    let lower = told.to_lowercase().replace('’', "'");
    // "I led the project, and I trained the team."
    if let Some(deeds) = two_deeds(&lower, language) {
        return deeds.iter().all(|deed| is_about_work(&format!("{deed}."), language));
    }
    let Some(lower) = without_end(&lower, language) else { return false };
    let lower = &lower.replace(words.that_now, &format!(" {} ", language.gate.heard.that));
    if !ends_well(lower, language) {
        return false;
    }
    let all = lower.split(' ').map(|word| word.trim_end_matches(','));
    let all: Vec<&str> = all.filter(|word| !has(&words.adverbs, word)).collect();
    let all = without_conditions(&all, language);
    if is_trade_deed(&all, language) || is_own_post(&all, language) || was_own_post(&all, language)
    {
        return true;
    }
    (WORDS.0..=WORDS.1).contains(&all.len())
        && !hold_idiom(&all, language)
        && OwnDeed::of(without_opening(&all, language), language).is_some_and(|deed| deed.passes())
}

/// Two sentences about what one did in one: "I led the project" and "i trained the team".
fn two_deeds<'t>(lower: &'t str, language: &Language) -> Option<[&'t str; 2]> {
    let words = &language.gate.work;
    let own = std::iter::once(&words.i).chain(words.i_have.iter());
    let starts = own.flat_map(|own| {
        let joint = format!(" {} {own} ", words.and);
        lower.find(&joint).map(|at| (at, at + words.and.len() + 2))
    });
    let (end, start) = starts.min()?;
    Some([lower[..end].trim_end_matches(','), &lower[start..]])
}

/// A deed without what it has taught one, "so I know how long a first month is", or without a good end, "and nothing went
/// missing". What one knows has to be as harmless as a deed.
fn without_end<'t>(lower: &'t str, language: &Language) -> Option<&'t str> {
    let (words, heard) = (&language.gate.work, &language.gate.heard);
    let Some((deed, known)) = lower.split_once(words.so_i_know) else {
        let ended = words.ends.iter().find_map(|end| lower.strip_suffix(end));
        return Some(ended.map_or(lower, |deed| deed.trim_end().trim_end_matches(',')));
    };
    let known: Vec<&str> = known.split(' ').collect();
    let is_fit = has(&heard.asks, known[0]) && are_harmless(&known[1..], &heard.allowed, language);
    is_fit.then_some(deed)
}

/// Returns true unless what came of it follows, ", and it closed in a year", and isn't known to be good, or it took no time:
/// "for six weeks".
fn ends_well(lower: &str, language: &Language) -> bool {
    let words = &language.gate.work;
    let result = lower.split_once(&format!(", {} ", words.and)).map(|(_, result)| result);
    let is_good = |result: &str| {
        let told = std::iter::once(words.i).chain(result.split(' '));
        let told: Vec<&str> = told.map(|word| word.trim_end_matches(',')).collect();
        OwnDeed::of(&told, language).is_some() || told.iter().any(|word| has(&words.thriving, word))
    };
    let told: Vec<&str> = lower.split(' ').collect();
    let is_brief = matches!(&told[..], [.., lasting, count, unit]
        if *lasting == words.lasting && number(count, language).is_some() && has(&words.brief, unit));
    // "In five practices in six years"
    let is_restless = matches!(&told[..], [.., place, count, _, within, years, unit]
        if has(&words.at, place) && place == within && has(&words.years, unit)
            && [count, years].into_iter().all(|count| number(count, language).is_some()));
    result.is_none_or(is_good) && !is_brief && !is_restless
}

/// Returns true for "I've used SAP for six years", "I have a degree in chemistry": words of work alone.
fn is_trade_deed(all: &[&str], language: &Language) -> bool {
    let (work, trade) = (&language.gate.work, &language.gate.trade);
    let told = without_time(all, language);
    let had = work.i_have.iter().find_map(|opening| after(told, opening));
    let Some(told) = had.or_else(|| after(told, work.i)) else { return false };
    let phrases = if had.is_some() { &trade.done } else { &trade.deeds };
    let is_own =
        |verb: &str| has(phrases, verb) || is_own_craft_form(verb, had.is_none(), language);
    let listed = phrases.iter().find_map(|phrase| follows(told, phrase, language));
    if had.is_some() && after(told, trade.been).is_some_and(|post| is_post(post, language)) {
        return true;
    }
    let object = listed.or_else(|| match told {
        [been, doing, object @ ..] if *been == trade.been => {
            is_doing_word(doing, language).then_some(object)
        }
        [verb, object @ ..] if is_own(verb) => Some(object),
        _ => None,
    });
    // "Wrote the runbook and ran the demos"
    object.is_some_and(|object| {
        object.split(|word| *word == work.and).enumerate().all(|(at, part)| match part {
            [verb, rest @ ..] if at > 0 && is_own(verb) && !rest.is_empty() => {
                is_object(rest, language)
            }
            part => is_object(part, language),
        })
    })
}

/// Returns true for "I'm a qualified electrician", "I'm an engineer with eight years in design".
fn is_own_post(all: &[&str], language: &Language) -> bool {
    let (words, trade) = (&language.gate.work, &language.gate.trade);
    let Some(told) = words.i_am.iter().find_map(|opening| after(all, opening)) else {
        return false;
    };
    let is_learnt = |told: &[&str]| {
        let object = trade.done.iter().find_map(|phrase| follows(told, phrase, language));
        object.is_some_and(|object| is_object(object, language))
    };
    match told.iter().position(|word| *word == words.with) {
        Some(at) => is_post(&told[..at], language) && is_learnt(&told[at + 1..]),
        None => is_post(told, language),
    }
}

/// Returns true for "I was the link nurse on my ward for three years and taught every new starter …", "I've been site secretary
/// on two jobs": what one was, and perhaps what one did there.
fn was_own_post(all: &[&str], language: &Language) -> bool {
    let (words, trade) = (&language.gate.work, &language.gate.trade);
    let Some(told) = words.i_was.iter().find_map(|opening| after(all, opening)) else {
        return false;
    };
    let starts_deed =
        |pair: &[&str]| pair[0] == words.and && is_own_verb(pair[1], &words.did, true, language);
    let end = told.windows(2).position(starts_deed);
    let (post, deed) = told.split_at(end.unwrap_or(told.len()));
    let name = post.split(|word| has(&trade.joints, word)).next().unwrap_or_default();
    // "A burnt-out teacher"
    let is_plain = |word: &&str| !parts(word).any(|part| words.never.contains(part));
    let is_post = |name: &[&str]| {
        name.len() <= POST
            && name.split_last().is_some_and(|(last, before)| {
                (has(&trade.posts, last) || has(&words.posts, last)) && before.iter().all(is_plain)
            })
    };
    let does_well = || {
        let deed = [&[words.i], &deed[1..]].concat();
        OwnDeed::of(&deed, language).is_some_and(OwnDeed::passes)
    };
    is_post(name)
        && all.len() <= WORDS.1
        && !hold_idiom(all, language)
        && OwnDeed::in_post(post, language).is_harmless()
        && (deed.is_empty() || does_well())
}
