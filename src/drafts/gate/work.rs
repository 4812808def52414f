//! A plain sentence about one's own work: `I`, a verb of work, and words none of which could mean anything private.

use std::collections::HashSet;

use crate::drafts::gate::clause::{does, is_craft, is_form_of, is_told, stem_of};
use crate::drafts::gate::{
    after, are_harmless, has, hold_idiom, is_harsh, is_in_pair, is_somebody, number, owner, plain,
};
use crate::drafts::language::Language;

/// The most words before "I".
const OPENING: usize = 7;

/// The fewest and the most words of a sentence that passes.
const WORDS: (usize, usize) = (5, 30);

/// The most words of another sentence beside one that passes.
const BESIDE: usize = 8;

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

/// Returns true for a few plain words: "Good with Xero and Sage."
fn is_harmless(sentence: &str, language: &Language) -> bool {
    let text = plain(sentence, BESIDE);
    text.is_some_and(|text| are_harmless(&text.split(' ').collect::<Vec<_>>(), &[], language))
}

/// Returns true for a plain sentence about one's own work.
fn is_about_work(sentence: &str, language: &Language) -> bool {
    let words = &language.gate.work;
    let Some(plain) = sentence.strip_suffix('.') else { return false };
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
    let lower = plain.to_lowercase().replace('’', "'");
    let all: Vec<&str> = lower.split(' ').map(|word| word.trim_end_matches(',')).collect();
    let is_said = |word: &&&str| !has(&words.adverbs, word);
    let all: Vec<&str> = all.iter().filter(is_said).copied().collect();
    let told = without_opening(&all, language);
    let moves = |verb: &str| has(&words.from_to.verbs, verb);
    let Some((verb, object)) = own_deed(told, language) else { return false };
    let verb = verb.as_str();
    let changes_well = match change(object, language) {
        Some((before, after, is_time)) if moves(verb) => after < before && is_time,
        Some((before, after, _)) if has(&words.from_to.growing, verb) => before < after,
        Some(_) => true,
        None => !moves(verb) || is_done_by(object, language),
    };
    if !changes_well {
        return false;
    }
    let is_own = |verb: &str| is_own_verb(verb, &words.did, true, language);
    let object = match object {
        [and, second, object @ ..] if *and == words.and && is_own(second) => object,
        object => object,
    };
    let is_counted_next = object.get(1).is_some_and(|count| number(count, language).is_some());
    let begins = |first: &&str| match has(&words.with_preposition, verb) {
        true => has(&words.prepositions, first),
        // "About 60 files", "cooked for 120 covers"
        false => {
            !has(&words.never_first, first)
                || has(&words.about, first) && is_counted_next
                || has(&words.trades, verb) && has(&words.prepositions, first)
        }
    };
    // "My last school", "my ward", "on my own"
    let is_own_job = |at: usize| match &object[at + 1..] {
        // "Most of my eight years"
        [count, ..] if number(count, language).is_some() => true,
        [own] if has(&words.which, own) => at > 0 && has(&words.prepositions, object[at - 1]),
        [which, job, ..] if has(&words.which, which) => has(&words.jobs, job),
        [job, ..] => has(&words.jobs, job),
        [] => false,
    };
    // "9 of them began as guests", "eleven languages between them"
    let is_counted = |at: usize| match &object[..at] {
        [.., count, of] if *of == words.of => {
            has(&words.counts, count) || number(count, language).is_some()
        }
        [.., between] => *between == words.between,
        [] => false,
    };
    // "And ran them in the winter"
    let is_turn = |at: usize| match &object[..at] {
        [.., and, verb] => *and == words.and && is_own(verb),
        _ => false,
    };
    // "before I write the code", "since I qualified"
    let is_own_time = |at: usize| match object.get(at..at + 3) {
        Some([time, i, verb]) => has(&words.times, time) && *i == words.i && is_own(verb),
        _ => false,
    };
    let heard = &language.gate.heard;
    let is_never = |word: &str| {
        words.never.contains(word)
            || words.never_mine.contains(word)
            || heard.never.contains(word) && !words.fine.contains(word)
    };
    let passes = |(at, word): (usize, &&str)| match *word {
        my if my == words.my => is_own_job(at),
        our if our == words.our => true,
        them if them == words.them => is_counted(at) || is_turn(at),
        time if has(&words.times, time) && is_own_time(at) => true,
        i if i == words.i => at.checked_sub(1).is_some_and(is_own_time),
        since if since == words.since => {
            object.get(at + 1).is_some_and(|year| year.parse::<u32>().is_ok())
        }
        // What somebody else did with it is another story.
        that if has(&words.relatives, that) => {
            let told = &object[at + 1..];
            does(told, language)
                || is_told(told, language)
                || is_in_pair(object, at + 1, language)
                || told.first().is_some_and(|next| *next == words.had || is_craft(next, language))
        }
        word if !word.starts_with(char::is_alphanumeric) => false,
        // "Kept mixing up the two", "by keeping quiet", "and dropped two"
        word if at == 0 && *verb == *words.kept && word.ends_with("ing") => false,
        word if at > 0 && object[at - 1] == words.from_to.by && word.ends_with("ing") => {
            word == words.having || is_form_of(word, "ing", language)
        }
        word if at > 0 && object[at - 1] == words.and && word.ends_with("ed") && !is_own(word) => {
            false
        }
        word => {
            is_in_pair(object, at, language) || !(is_never(owner(word)) || is_harsh(word, language))
        }
    };
    (WORDS.0..=WORDS.1).contains(&all.len())
        && !hold_idiom(&all, language)
        && object.first().is_some_and(begins)
        && object.iter().enumerate().all(passes)
}

/// A sentence behind its opening about time or place: "At my last school I ran …", "Since 2017 I've run …".
fn without_opening<'w>(all: &'w [&'w str], language: &Language) -> &'w [&'w str] {
    let words = &language.gate.work;
    let begins = |at: &usize| {
        let rest = &all[*at..];
        rest[0] == words.i || words.i_have.iter().any(|opening| after(rest, opening).is_some())
    };
    let Some(at) = (1..all.len().min(OPENING + 1)).find(begins) else { return all };
    let is_plain = match &all[1..at] {
        [my, which, job] if *my == words.my => has(&words.which, which) && has(&words.jobs, job),
        [year] => year.len() == 4 && year.parse::<u32>().is_ok(),
        span => is_span(span, language) && are_harmless(span, &[], language),
    };
    if has(&words.openings, all[0]) && is_plain { &all[at..] } else { all }
}

/// What one did or has done, and with what: of "I have run a shop" it is `run` and "a shop".
fn own_deed<'w>(told: &'w [&'w str], language: &Language) -> Option<(String, &'w [&'w str])> {
    let words = &language.gate.work;
    let had = words.i_have.iter().find_map(|opening| after(told, opening));
    let (told, verbs, is_present) = if let Some(told) = had {
        (told, &words.done, false)
    } else {
        (after(told, &words.i)?, &words.did, true)
    };
    if let Some(two) = told.get(..2).map(|two| two.join(" ")).filter(|two| verbs.contains(two)) {
        return Some((two, &told[2..]));
    }
    let (verb, object) = told.split_first()?;
    let passes = is_own_verb(verb, verbs, is_present, language) || has(&words.from_to.verbs, verb);
    passes.then(|| (verb.to_string(), object))
}

/// Returns true for one of these verbs, and for a form of a verb of craft.
fn is_own_verb(
    verb: &str,
    others: &HashSet<String>,
    is_present: bool,
    language: &Language,
) -> bool {
    let stem = stem_of(verb, "ed", language);
    others.contains(verb)
        || stem.is_some_and(|stem| is_own_craft(stem, language))
        || is_present && is_own_craft(verb, language)
}

/// Returns true for a verb of craft that says of oneself only what one does.
fn is_own_craft(verb: &str, language: &Language) -> bool {
    is_craft(verb, language) && !language.gate.work.not_mine.contains(verb)
}

/// Returns true for "nine years …".
fn is_span(words: &[&str], language: &Language) -> bool {
    let years = &language.gate.work.years;
    matches!(words, [count, unit, ..] if number(count, language).is_some() && has(years, unit))
}

/// Returns true for "mispicks by a third", "a lab through accreditation"; of people, that is another story.
fn is_done_by(object: &[&str], language: &Language) -> bool {
    let words = &language.gate.work.from_to;
    let is_by = |pair: &[&str]| {
        pair[0] == words.by && (has(&words.shares, pair[1]) || number(pair[1], language).is_some())
    };
    let is_said = object.contains(&words.through.as_str()) || object.windows(2).any(is_by);
    is_said && !object.iter().any(|word| has(&words.people, word))
}

/// The numbers in "from nine days to four", and whether they are of time.
fn change(object: &[&str], language: &Language) -> Option<(usize, usize, bool)> {
    let words = &language.gate.work;
    let behind = |joint: &String| {
        let at = object.iter().position(|word| word == joint)?;
        let count = number(object.get(at + 1)?, language)?;
        Some((count, object.get(at + 2).copied().unwrap_or_default()))
    };
    let ((before, unit), (after, other)) =
        (behind(&words.from_to.from)?, behind(&words.from_to.to)?);
    let is_time = [unit, other].iter().any(|unit| has(&language.gate.heard.units, unit));
    Some((before, after, is_time))
}
