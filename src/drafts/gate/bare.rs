//! A sentence about one's own work, bared of signs, the employer, the opening, and what groups of people have.

use crate::drafts::gate::phrase::is_the;
use crate::drafts::gate::{after, are_harmless, has, number};
use crate::drafts::language::Language;

/// The most words before "I".
const OPENING: usize = 7;

/// The most words of an employer's name.
const EMPLOYER: usize = 3;

/// The sentence without the signs that mean no more than a word or a hyphen: "30 %", "A/B", "CI/CD".
pub(super) fn spelled_out(sentence: &str) -> String {
    let mut spelled = String::new();
    let mut chars = sentence.chars().peekable();
    while let Some(c) = chars.next() {
        let is_behind = |is: fn(char) -> bool| spelled.trim_end().ends_with(is);
        match c {
            '%' if is_behind(|c| c.is_ascii_digit()) => {
                spelled.truncate(spelled.trim_end().len());
                spelled.push_str(" percent");
            }
            '/' if is_behind(char::is_uppercase)
                && chars.peek().is_some_and(|next| next.is_uppercase()) =>
            {
                spelled.push('-');
            }
            c => spelled.push(c),
        }
    }
    spelled
}

/// A sentence behind the name of a place to work at its beginning: "At Dunbar Foods I closed …".
pub(super) fn without_employer<'t>(sentence: &'t str, language: &Language) -> &'t str {
    let words: Vec<&str> = sentence.split(' ').collect();
    let is_name = |word: &&str| {
        word.trim_end_matches(',').chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '&'))
            && word.starts_with(char::is_uppercase)
    };
    let is_i = |word: &&str| {
        let work = &language.gate.work;
        let opening = word.to_lowercase();
        opening == work.i || has(&work.i_have, &opening)
    };
    let at = words.iter().position(is_i).unwrap_or_default();
    let is_at = has(&language.gate.work.at, &words[0].to_lowercase());
    match (2..=EMPLOYER + 1).contains(&at) && is_at && words[1..at].iter().all(is_name) {
        true => sentence.splitn(at + 1, ' ').last().unwrap_or(sentence),
        false => sentence,
    }
}

/// A sentence behind its opening about time or place: "At my last school I ran …", "Since 2017 I've run …".
pub(super) fn without_opening<'w>(all: &'w [&'w str], language: &Language) -> &'w [&'w str] {
    let words = &language.gate.work;
    let begins = |at: &usize| {
        let rest = &all[*at..];
        rest[0] == words.i || words.i_have.iter().any(|opening| after(rest, opening).is_some())
    };
    let Some(at) = (1..all.len().min(OPENING + 1)).find(begins) else { return all };
    // "As a paralegal", "as duty manager"
    if has(&words.as_post, all[0]) {
        let is_held =
            |post: &&str| has(&language.gate.trade.posts, post) || has(&words.posts, post);
        let is_plain =
            all[at - 1..at].iter().all(is_held) && are_harmless(&all[1..at - 1], &[], language);
        return if is_plain { &all[at..] } else { all };
    }
    // "In hospital" is another story.
    let is_at = words.at.first() == Some(&all[0]);
    let is_plain = match &all[1..at] {
        [my, which, job] if *my == words.my => has(&words.which, which) && has(&words.jobs, job),
        // "At university", "at the depot", "last year"
        [job] if is_at => has(&words.jobs, job),
        [the, job] if is_at && is_the(the, language) => has(&words.jobs, job),
        [year] if has(&words.years, year) => true,
        [year] => year.len() == 4 && year.parse::<u32>().is_ok(),
        span => is_span(span, language) && are_harmless(span, &[], language),
    };
    if has(&words.openings, all[0]) && is_plain { &all[at..] } else { all }
}

/// The words without what groups of people have, as nobody in particular has it: "people with dementia" become "people".
pub(super) fn without_conditions<'w>(words: &'w [&'w str], language: &Language) -> Vec<&'w str> {
    let conditions = &language.gate.work.conditions;
    let named = |words: &'w [&'w str]| conditions.names.iter().find_map(|name| after(words, name));
    let mut kept = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some((word, behind)) = rest.split_first() {
        kept.push(*word);
        rest = behind;
        if has(&conditions.groups, word)
            && let Some(told) = conditions.having.iter().find_map(|having| after(behind, having))
            && let Some(behind) = named(told)
        {
            let another = after(behind, language.gate.work.and).and_then(named);
            rest = another.unwrap_or(behind);
        }
    }
    kept
}

/// Returns true for "nine years …", "a year …".
pub(super) fn is_span(words: &[&str], language: &Language) -> bool {
    let years = &language.gate.work.years;
    matches!(words, [count, unit, ..] if has(years, unit)
        && (number(count, language).is_some() || has(&language.gate.heard.articles, count)))
}
