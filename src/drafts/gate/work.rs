//! A plain sentence about one's own work: `I`, a verb of work, and words none of which could mean anything private.

use crate::drafts::gate::clause::{does, is_craft};
use crate::drafts::gate::{after, are_harmless, has, hold_idiom, is_harsh, is_in_pair, plain};
use crate::drafts::language::Language;

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
    if is_jotted || !plain.chars().all(is_plain) || !plain.split('.').skip(1).all(is_decimal) {
        return false;
    }
    let lower = plain.to_lowercase().replace('’', "'");
    let all: Vec<&str> = lower.split(' ').map(|word| word.trim_end_matches(',')).collect();
    let is_said = |word: &&&str| !has(&words.adverbs, word);
    let all: Vec<&str> = all.iter().filter(is_said).copied().collect();
    // "At my last school I ran …"
    let told = match &all[..] {
        [at, my, which, job, told @ ..] if has(&words.at, at) && *my == words.my => {
            if has(&words.which, which) && has(&words.jobs, job) { told } else { &all }
        }
        all => all,
    };
    let moves = |verb: &str| has(&words.from_to.verbs, verb);
    let had = words.i_have.iter().find_map(|opening| after(told, opening));
    let had = had.map(|told| (told, &words.done));
    let Some((told, verbs)) = had.or_else(|| Some((after(told, &words.i)?, &words.did))) else {
        return false;
    };
    let two = told.get(..2).map(|two| two.join(" ")).filter(|two| verbs.contains(two));
    let (verb, object) = match (two.as_deref(), told) {
        (Some(two), told) => (two, &told[2..]),
        (None, [verb, object @ ..]) if verbs.contains(*verb) || moves(verb) => (*verb, object),
        _ => return false,
    };
    let changes_well = match change(object, language) {
        Some((before, after, is_time)) if moves(verb) => after < before && is_time,
        Some((before, after, _)) if has(&words.from_to.growing, verb) => before < after,
        Some(_) => true,
        None => !moves(verb) || is_done_by(object, language),
    };
    if !changes_well {
        return false;
    }
    let object = match object {
        [and, second, object @ ..] if *and == words.and && words.did.contains(*second) => object,
        object => object,
    };
    let begins = |first: &&str| match has(&words.with_preposition, verb) {
        true => has(&words.prepositions, first),
        false => !has(&words.never_first, first),
    };
    // "My last school", "my ward"
    let is_own_job = |at: usize| match &object[at + 1..] {
        [which, job, ..] if has(&words.which, which) => has(&words.jobs, job),
        [job, ..] => has(&words.jobs, job),
        [] => false,
    };
    // "9 of them began as guests", "eleven languages between them"
    let is_counted = |at: usize| match &object[..at] {
        [.., count, of] if *of == words.of => number(count, language).is_some(),
        [.., between] => *between == words.between,
        [] => false,
    };
    // "before I write the code", "since I qualified"
    let is_own_time = |at: usize| match object.get(at..at + 3) {
        Some([time, i, verb]) => {
            has(&words.times, time) && *i == words.i && words.did.contains(*verb)
        }
        _ => false,
    };
    let passes = |(at, word): (usize, &&str)| match *word {
        my if my == words.my => is_own_job(at),
        our if our == words.our => true,
        them if them == words.them => is_counted(at),
        time if has(&words.times, time) && is_own_time(at) => true,
        i if i == words.i => at.checked_sub(1).is_some_and(is_own_time),
        since if since == words.since => {
            object.get(at + 1).is_some_and(|year| year.parse::<u32>().is_ok())
        }
        // What somebody else did with it is another story.
        that if has(&words.relatives, that) => {
            let told = &object[at + 1..];
            does(told, language)
                || is_in_pair(object, at + 1, language)
                || told.first().is_some_and(|next| *next == words.had || is_craft(next, language))
        }
        word if !word.starts_with(char::is_alphanumeric) => false,
        word => {
            is_in_pair(object, at, language)
                || !(words.never.contains(word)
                    || words.never_mine.contains(word)
                    || is_harsh(word, language))
        }
    };
    (WORDS.0..=WORDS.1).contains(&all.len())
        && !hold_idiom(&all, language)
        && object.first().is_some_and(begins)
        && object.iter().enumerate().all(passes)
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

/// A number in digits, or in a word.
fn number(word: &str, language: &Language) -> Option<usize> {
    let known = language.gate.work.numbers.iter().position(|number| number == word);
    known.or_else(|| word.parse().ok())
}
