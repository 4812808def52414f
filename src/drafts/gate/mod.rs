//! The gate for what a note remembers: of all that people write down for themselves only a few plain forms may go into a
//! message. When in doubt, it is shut.

mod bare;
mod change;
mod clause;
mod deed;
mod fact;
mod interest;
mod next;
mod own_deed;
mod phrase;
mod pitch;
mod sentence;
mod start;
pub mod table;
mod thing;
mod times;
mod trade;
mod went;
pub mod words;
mod work;

pub use deed::{deed, gladly_met, is_done_for_one};
pub use interest::interest;
pub use next::next;
pub use phrase::{Form, liked, thought, told_of_them};
pub use pitch::is_pitch;
pub use start::{is_in_doubt, start};
pub use thing::{Thing, assignment, requested, thing};
pub use times::{are_times, times};
pub use trade::is_common;
pub use went::went_well;
pub use work::sentences;

use crate::drafts::gate::clause::is_person;
use crate::drafts::language::Language;
use words::Words;

/// Returns true if the word is in the list.
fn has(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

/// What follows these words at the beginning of a sentence.
fn after<'w>(sentence: &'w [&'w str], opening: &str) -> Option<&'w [&'w str]> {
    opening.split(' ').try_fold(sentence, |rest, word| {
        let (first, rest) = rest.split_first()?;
        (*first == word).then_some(rest)
    })
}

/// The text with straight apostrophes and without its full stop, if it holds nothing but at most this many plain words.
fn plain(text: &str, limit: usize) -> Option<String> {
    let text = text.trim();
    let text = text.strip_suffix('.').unwrap_or(text).replace('’', "'");
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        // "1,200", "23:50", "CI/CD"
        let is_inside = matches!(c, ',' | ':') && before.is_ascii_digit() && after.is_ascii_digit()
            || c == '/' && before.is_uppercase() && after.is_uppercase();
        if !(c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'') || is_inside) {
            return None;
        }
        before = c;
    }
    (text.split(' ').count() <= limit).then_some(text)
}

/// Returns true if each word could mean nothing private, but for those that are allowed here.
fn are_harmless(words: &[&str], allowed: &[&str], language: &Language) -> bool {
    let (work, heard) = (&language.gate.work, &language.gate.heard);
    let is_never = |word: &str| work.never.contains(word) || heard.never.contains(word);
    // "A colleague's lesson", and not "the lawyer's letter"
    let is_nevers = |word: &str| {
        let one = owner(word);
        one != word && !heard.people.contains(one) && is_never(one)
    };
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let is_harmless = |(at, word): (usize, &&str)| {
        let is_meant = has(allowed, word) || is_in_pair(&lower, at, language);
        word.starts_with(char::is_alphanumeric)
            && (is_meant
                || !(is_never(word)
                    || is_nevers(word)
                    || parts(word).any(is_never)
                    || is_harsh(word, language)
                    || is_thousands(word)))
    };
    lower.iter().enumerate().all(is_harmless)
        && !hold_idiom(&lower, language)
        && !words.iter().any(|word| is_somebody(word, language))
}

/// Returns true for "52k", as people write what is paid.
fn is_thousands(word: &str) -> bool {
    let number = word.strip_suffix('k').unwrap_or_default();
    !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Whoever something belongs to: "colleague" of "colleague's".
fn owner(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}

/// Returns true for a first name: what is told of somebody is told to nobody else.
fn is_somebody(word: &str, language: &Language) -> bool {
    word.starts_with(char::is_uppercase)
        && language.gate.names.contains(&owner(word).to_lowercase())
}

/// Returns true for words that together mean something else than one by one: "the garden path".
fn hold_idiom(lower: &[&str], language: &Language) -> bool {
    hold(lower, &language.gate.idioms) || are_too_few(lower, language)
}

/// Returns true for "on two people" and "two nurses down": where there should be more.
fn are_too_few(lower: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let is_one = |word: &str| is_person(word, language) && !has(&heard.parties, word);
    lower.windows(3).any(|three| {
        let [first, second, third] = [three[0], three[1], three[2]];
        let are_counted = |count: &str, people: &str| {
            number(count, language).is_some() && (is_one(people) || is_one(&format!("{people}s")))
        };
        has(&heard.scant, first) && are_counted(second, third)
            || are_counted(first, second) && has(&heard.down, third)
    })
}

/// Returns true if one of the phrases stands among the words.
fn hold(lower: &[&str], phrases: &Words) -> bool {
    (0..lower.len()).any(|at| {
        let mut likely = phrases.beginning(lower[at]).iter();
        likely.any(|phrase| after(&lower[at..], phrase).is_some())
    })
}

/// Returns true for one of two words that mean no harm together: "late trailer".
fn is_in_pair(lower: &[&str], at: usize, language: &Language) -> bool {
    let is_pair = |at: usize| match lower.get(at..at + 2) {
        Some([word, next]) => {
            let singular = next.strip_suffix('s').unwrap_or(next);
            let pairs = &language.gate.pairs;
            pairs.contains(&format!("{word} {next}"))
                || pairs.contains(&format!("{word} {singular}"))
        }
        _ => false,
    };
    is_pair(at) || at.checked_sub(1).is_some_and(is_pair)
}

/// Returns true for a word, or a part of one, by which people judge others or themselves.
fn is_harsh(lower: &str, language: &Language) -> bool {
    let harsh = &language.gate.harsh;
    // "A 90-cover kitchen"
    let is_counted = lower.starts_with(|c: char| c.is_ascii_digit());
    let is_part = |part| harsh.contains(part);
    harsh.contains(owner(lower))
        || !is_counted && parts(lower).any(is_part)
        || lower.contains("n't")
}

/// The parts of a compound.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split('-')
}

/// A number in digits, or in a word.
fn number(word: &str, language: &Language) -> Option<usize> {
    let work = &language.gate.work;
    let place = |numbers: &[&str]| numbers.iter().position(|number| *number == word);
    let tens = || Some(10 * place(&work.tens)?);
    place(&work.numbers).or_else(tens).or_else(|| word.replace(',', "").parse().ok())
}
