//! What a jotting names in words of work alone, written as people do it, without an article: "new dispensing robot going in
//! this autumn", "3,000 glass plates in the north tower", "hand-painted labels, a shared dashboard".

use crate::drafts::gate::clause::{ends_in_s, is_craft, is_form_of, is_person, is_verb};
use crate::drafts::gate::phrase::{WORDS, is_joint, is_of_work, remembered};
use crate::drafts::gate::sentence::holds_sentence;
use crate::drafts::gate::trade::{
    are_trade_things, follows, is_common, is_count, is_mass, is_noun, is_trade_thing,
};
use crate::drafts::gate::{are_harmless, has, number, owner, plain};
use crate::drafts::language::Language;
use crate::drafts::weave::listed;

/// The most things that one remark tells of.
const THINGS: usize = 3;

/// What may part a thing from more about it, like a comma.
const PAUSES: [&str; 4] = [" – ", " — ", " - ", "; "];

/// The most words of a name.
const NAME: usize = 4;

/// The most words that say when or where.
const WHEN: usize = 5;

/// A remark as what one was told of: "the new dispensing robot going in this autumn". What stands behind a comma is another
/// such thing, or left out where it is harmless.
pub(super) fn facts(remark: &str, language: &Language) -> Option<String> {
    // "Battery store (50 MWh)"
    let remark = match remark.strip_suffix(')') {
        Some(opened) => opened.replace(" (", ", "),
        None => remark.to_owned(),
    };
    let remark = PAUSES.iter().fold(remark, |remark, pause| remark.replace(pause, ", "));
    let mut parts = remark.split(", ");
    let first = fact(parts.next()?, language)?;
    let more: Vec<&str> = parts.collect();
    let another = |part: &&str| fact(part, language).filter(|_| !begins_with_count(part, language));
    if let Some(others) = more.iter().map(another).collect::<Option<Vec<_>>>() {
        let told: Vec<String> = std::iter::once(first).chain(others).take(THINGS).collect();
        return Some(listed(&told, language));
    }
    // "The log, and what it leaves out"
    let is_enough = first.split(' ').count() > 2;
    (is_enough && more.iter().all(|part| is_aside(part, language))).then_some(first)
}

/// Returns true for "22 treatment rooms".
fn begins_with_count(part: &str, language: &Language) -> bool {
    part.split(' ').next().is_some_and(|first| is_count(first, language))
}

/// A thing, with the article that one of its kind needs.
fn fact(part: &str, language: &Language) -> Option<String> {
    let gate = &language.gate;
    let the = gate.heard.articles.first()?;
    let text = remembered(part, language)?;
    let words: Vec<&str> = text.split(' ').collect();
    let bare = without_when(&words, language);
    let first = *bare.first()?;
    let told = if has(&gate.heard.articles, first)
        && first != gate.work.my
        && !has(&gate.heard.each, first)
    {
        let is_one = is_trade_thing(bare, language) || is_named(&bare[1..], true, language);
        // "An internal podcast" is theirs.
        is_one.then(|| format!("{the} {}", words[1..].join(" ")))?
    } else if is_trade_thing(bare, language) || is_amount(bare, language) {
        text.clone()
    } else if is_count(first, language) || is_craft(first, language) || has(&gate.fact.tasks, first)
    {
        // "Practise system design"
        return None;
    } else if is_named(bare, false, language) {
        let is_several = name_of(bare, false, language).last().is_some_and(|last| ends_in_s(last));
        if is_several { text.clone() } else { format!("{the} {text}") }
    } else {
        is_trade_thing(&[&[*the], bare].concat(), language).then(|| format!("{the} {text}"))?
    };
    is_of_work(bare, language).then_some(told)
}

/// Returns true for "Braille labels on every exhibit", "short films made by the apprentices": something of work, whatever else
/// is told of it. It is definite behind an article.
fn is_named(words: &[&str], is_definite: bool, language: &Language) -> bool {
    let heard = &language.gate.heard;
    let name = name_of(words, is_definite, language);
    let Some(last) =
        name.last().filter(|last| is_noun(last, language) || has(&heard.likable, last))
    else {
        return false;
    };
    // "The firm designs for wind"
    let may_act = name.len() > 1 && is_form_of(last, "s", language) && !has(&heard.likable, last);
    // "The 3x growth", "the calendar from 2019"
    let is_figure = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            && (!is_count(word, language) || is_year(word))
    };
    let mut rest = &words[name.len()..];
    while let Some((_, more)) = rest.split_first() {
        let group = name_of(more, is_definite, language);
        if more.is_empty() || !group.is_empty() && !is_group(group, language) {
            return false;
        }
        rest = &more[group.len()..];
    }
    let between: Vec<&str> =
        words.iter().filter(|word| is_between(word, language)).copied().collect();
    (name.len() > 1 || is_definite)
        && !may_act
        && is_group(name, language)
        && !name.iter().any(|word| is_person(word, language))
        && !words.iter().any(|word| has(&language.gate.fact.against, word) || is_figure(word))
        && !holds_sentence(words, language)
        && are_harmless(words, &between, language)
}

/// The words up to the first one that leads to more: "short films" of "short films made by the apprentices".
fn name_of<'w>(words: &'w [&'w str], is_definite: bool, language: &Language) -> &'w [&'w str] {
    let by = language.gate.work.from_to.by;
    let leads = |at: &usize| {
        let is_done =
            || has(&language.gate.heard.done, words[*at]) || is_form_of(words[*at], "ed", language);
        // "The service started with one table" is a sentence.
        let goes_on =
            |next: &&str| if is_definite { *next == by } else { is_between(next, language) };
        is_between(words[*at], language)
            || *at > 0 && words.get(at + 1).is_some_and(goes_on) && is_done()
    };
    let end = (0..words.len()).find(leads);
    &words[..end.unwrap_or(words.len())]
}

/// Returns true for a word between two groups of words: "in", "near".
fn is_between(word: &str, language: &Language) -> bool {
    let gate = &language.gate;
    is_joint(word, language) || has(&gate.trade.joints, word) || has(&gate.fact.joints, word)
}

/// Returns true for a few words of which none could be a verb.
fn is_group(group: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let group = match group {
        [article, group @ ..] if has(&heard.articles, article) || has(&heard.each, article) => {
            group
        }
        group => group,
    };
    let is_plural = |word: &str| ends_in_s(word) && !is_mass(word, language) && owner(word) == word;
    // "The staff quickly", "the team moved"
    let is_apart = |at: usize, word: &str| {
        let is_last = at + 1 == group.len();
        is_plural(word) && !is_last
            || word.ends_with("ed") && at > 0
            || word.ends_with("ly") && !is_common(word, language)
            || is_verb(word, language) && at > 0 && !is_noun(word, language)
    };
    let is_fit = |(at, word): (usize, &&str)| {
        let lists: [&[&str]; 3] = [&heard.never_nouns, &heard.auxiliaries, &heard.articles];
        !is_apart(at, word) && !lists.iter().any(|list| has(list, word))
    };
    (1..=NAME).contains(&group.len()) && group.iter().enumerate().all(is_fit)
}

/// Returns true for "3,000 glass plates in the north tower", and false for what there may be too few of: "six beds for ten",
/// "one lift".
fn is_amount(words: &[&str], language: &Language) -> bool {
    let fact = &language.gate.fact;
    is_count(words[0], language)
        && number(words[0], language) != Some(1)
        && words.len() > 1
        && are_trade_things(words, language)
        && !words[1..].iter().any(|word| {
            is_count(word, language) || is_person(word, language) || has(&fact.sharing, word)
        })
}

/// The words without when and where the thing comes or came: "opening in June", "opened in Daventry in March".
fn without_when<'w>(words: &'w [&'w str], language: &Language) -> &'w [&'w str] {
    let fact = &language.gate.fact;
    let is_place = |rest: &[&str]| matches!(rest, [place] if place.starts_with(char::is_uppercase));
    let is_when = |at: &usize| {
        let after = |before: &&str| follows(&words[*at..], before, language);
        let is_then = |before: &&str| after(before).is_some_and(|rest| is_time(rest, language));
        let is_there = |before: &&str| after(before).is_some_and(is_place);
        fact.whens.iter().any(is_then)
            || fact.wheres.iter().any(|place| is_then(place) || is_there(place))
    };
    let end = |count: usize| &words[words.len().saturating_sub(count)..];
    if !is_place(end(1)) && !is_time(end(1), language) && !is_time(end(2), language) {
        return words;
    }
    // All of it is a few words at the end.
    let first = words.len().saturating_sub(WHEN).max(1);
    match (first..words.len()).find(is_when) {
        Some(at) => without_when(&words[..at], language),
        None => words,
    }
}

/// Returns true for "June", "2028", "this autumn", "spring 2027".
fn is_time(words: &[&str], language: &Language) -> bool {
    let fact = &language.gate.fact;
    let is_month = |word: &str| {
        let months = (1..=12).map(|month| language.words.dates.month(month));
        months.into_iter().any(|month| month == word)
    };
    match words {
        [one] => is_year(one) || is_month(one) || has(&fact.seasons, one),
        [which, one] => {
            has(&fact.which, which) && (has(&fact.seasons, one) || *one == fact.year)
                || (is_month(which) || has(&fact.seasons, which)) && is_year(one)
        }
        _ => false,
    }
}

pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.chars().all(|c| c.is_ascii_digit())
}

/// Returns true for more about a thing that takes nothing back: "all on site", "competencies still to be written".
fn is_aside(part: &str, language: &Language) -> bool {
    let fact = &language.gate.fact;
    let Some(text) = plain(part, WORDS) else { return false };
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    // "Competencies still to be written"
    let is_planned = |planned: &&str| {
        lower.split_once(&format!(" {planned} ")).is_some_and(|(things, done)| {
            has(&language.gate.heard.done, done)
                && is_trade_thing(&things.split(' ').collect::<Vec<_>>(), language)
        })
    };
    fact.planned.iter().any(is_planned)
        || !words.iter().any(|word| has(&fact.against, word))
            && are_harmless(&text.split(' ').collect::<Vec<_>>(), &[], language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jotting_is_told_in_whole_words_or_not_at_all() {
        let cases = [
            (
                "new dispensing robot going in this autumn",
                Some("the new dispensing robot going in this autumn"),
            ),
            (
                "Braille labels on every exhibit, made in the workshop",
                Some("Braille labels on every exhibit"),
            ),
            (
                "audio guide recorded by former miners",
                Some("the audio guide recorded by former miners"),
            ),
            (
                "mobile library with 1,800 books, stops at fourteen villages",
                Some("the mobile library with 1,800 books"),
            ),
            (
                "an internal podcast by the design team – 60 episodes",
                Some("the internal podcast by the design team"),
            ),
            ("battery store in Cowdenbeath (50 MWh)", Some("the battery store in Cowdenbeath")),
            (
                "hand-painted labels, a shared dashboard",
                Some("hand-painted labels and the shared dashboard"),
            ),
            (
                "new dialysis unit opening in Kettering",
                Some("the new dialysis unit opening in Kettering"),
            ),
            // What follows takes it back.
            ("new booking system, still on paper", None),
            ("mobile library with 1,800 books, none of them lent", None),
            // Too little is left.
            ("the log, see page 4", None),
            // Too few.
            ("four desks for nine agents", None),
            ("one oven for seven branches", None),
            // Sentences.
            ("the service started with one table in Postgres", None),
            ("The firm designs for wind speeds of 60 metres per second.", None),
            // Tasks.
            ("practise system design", None),
            ("review deployment plan", None),
            // What is out of date.
            ("planning software from 1998", None),
            // Somebody.
            ("the two conservators in the workshop", None),
        ];
        for (remark, expected) in cases {
            assert_eq!(facts(remark, Language::english()).as_deref(), expected, "{remark}");
        }
    }
}
