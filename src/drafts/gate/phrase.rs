//! What may be the object of one sentence in a message: "how a build went from 40 minutes to 6", "the school garden that Year 4
//! runs", "moving 1,200 people from paper to an app".

use crate::drafts::gate::clause::{
    does, ends_in_s, is_clause, is_craft, is_done_to, is_form_of, is_person, is_statement, is_told,
    is_verb,
};
use crate::drafts::gate::fact::{facts, is_year};
use crate::drafts::gate::sentence::holds_sentence;
use crate::drafts::gate::trade::{
    is_common, is_trade_clause, is_trade_custom, is_trade_doing, is_trade_thing,
};
use crate::drafts::gate::{after, are_harmless, has, hold, number, owner, plain};
use crate::drafts::language::Language;

/// The most words of a phrase.
pub(super) const WORDS: usize = 14;

/// The most words of a thing before it is told what it does.
const NAME: usize = 3;

/// The fewest words that make a phrase more than a hint.
const MORE: usize = 3;

/// The fewest things that are told as many.
const MANY: usize = 10;

/// What makes the object of a sentence of a remark.
pub type Form = fn(&str, &Language) -> Option<String>;

/// A remark as what one has thought about, in lower case unless it begins with a name. What somebody does is told as heard:
/// "thinking about moving to an app" would be the user's own plan.
pub fn thought(remark: &str, language: &Language) -> Option<String> {
    let fact = || {
        let told = facts(remark, language)?;
        Some(format!("{} {told}", language.gate.heard.hearsay))
    };
    thought_of(remark, language).or_else(fact)
}

/// A remark that is one clause.
fn thought_of(remark: &str, language: &Language) -> Option<String> {
    let text = remembered(remark, language)?;
    let words: Vec<&str> = text.split(' ').collect();
    let heard = &language.gate.heard;
    let hearsay = &heard.hearsay;
    let is_thought = |words: &[&str]| is_thought(words, language);
    // "Why the queue was split" has been answered.
    if words[0] == heard.why && is_thought(&words) {
        return Some(format!("{hearsay} {text}"));
    }
    if is_indefinite(words[0], language) && is_thought(&words) {
        return Some(format!("{} {text}", heard.idea));
    }
    // "That residents choose the menu", or the same without its first word
    let custom = || {
        let stated = words.strip_prefix(&[heard.that]).unwrap_or(&words);
        is_custom(stated, language).then(|| format!("{} {}", heard.how, stated.join(" ")))
    };
    told(&words, hearsay, language)
        .or_else(|| is_thought(&words).then(|| words.join(" ")))
        .or_else(custom)
}

/// A remark as what one liked: "that families can come in at any hour".
pub fn liked(remark: &str, language: &Language) -> Option<String> {
    let heard = &language.gate.heard;
    let text = remembered(remark, language)?;
    let words: Vec<&str> = text.split(' ').collect();
    // "Why the vans load back to front" is food for thought.
    let is_definite =
        |first: &str| first == heard.how || first == heard.your || is_the(first, language);
    let is_liked = is_definite(words[0]) && is_thought(&words, language);
    let stated = match &words[..] {
        [that, stated @ ..] if *that == heard.that => stated,
        stated => stated,
    };
    let custom =
        || is_custom(stated, language).then(|| format!("{} {}", heard.that, stated.join(" ")));
    // "An apprentice in every crew", "an induction that begins in the factory"
    if is_indefinite(words[0], language) && is_thought(&words, language) {
        return Some(format!("{} {text}", heard.idea));
    }
    told(&words, heard.part, language).or_else(custom).or_else(|| is_liked.then(|| words.join(" ")))
}

/// The same for a reader outside the company, to whom one may speak of those in it as "they": "how they do the handover".
pub fn told_of_them(remark: &str, form: Form, language: &Language) -> Option<String> {
    let heard = &language.gate.heard;
    let words: Vec<&str> = remark.split(' ').collect();
    let is_they = |word: &&str| word.eq_ignore_ascii_case(heard.they);
    let at = words.iter().position(is_they)?;
    if at > 1 || words[at + 1..].iter().any(is_they) || remark.contains(heard.stand_in) {
        return None;
    }
    let stood_in = [&words[..at], &[heard.stand_in], &words[at + 1..]].concat().join(" ");
    Some(form(&stood_in, language)?.replacen(heard.stand_in, heard.they, 1))
}

/// Returns true for "families can come in at any hour", "the growers set the price", "every joiner signs the back": what is
/// always done there.
fn is_custom(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let is_past = |word: &&str| word.ends_with("ed") || has(&heard.past, word);
    // "Traders sit next to the forecasters", but not "the bus with one seat belt"
    let are_many = |at: usize| {
        let acts = || is_craft(words[at + 1], language) || does(&words[at + 1..], language);
        heard.people.contains(words[at]) || ends_in_s(words[at]) && at + 1 < words.len() && acts()
    };
    let is_of_many = match words {
        // "The staff exchange" is a thing.
        [the, _, _, _, ..] if is_the(the, language) => are_many(1),
        [first, ..] => has(&heard.each, first) || are_many(0),
        [] => false,
    };
    is_of_many && !words.iter().any(is_past) && is_statement(words, language)
        || is_trade_custom(words, language)
}

/// What the user did, and what somebody does, behind words that tell of it: "what I heard about moving to an app".
fn told(words: &[&str], about: &str, language: &Language) -> Option<String> {
    let text = words.join(" ");
    if is_own_doing(words, language) {
        return Some(text);
    }
    let is_indefinite = || {
        is_trade_thing(words, language)
            && !is_the(words[0], language)
            && is_of_work(words, language)
    };
    (is_doing(words, language) || is_trade_doing(words, language) || is_indefinite())
        .then(|| format!("{about} {text}"))
}

/// Returns true for what one may go on thinking about, or say that one liked.
pub(super) fn is_thought(words: &[&str], language: &Language) -> bool {
    let is_thing = || {
        is_trade_thing(words, language)
            || is_thing_that_does(words, language)
            || is_thing_of(words, language)
            || is_short_thing(words, language)
    };
    is_clause(words, language)
        || is_trade_clause(words, language)
        || is_about_reader(words, language)
        || is_thing() && is_of_work(words, language)
}

/// Returns false for a comfort, and for somebody.
pub(super) fn is_of_work(words: &[&str], language: &Language) -> bool {
    !is_perk(words, language) && !are_people(words, language)
}

/// Returns true for what people note as a comfort: "the coffee machine", "the view of the harbour".
fn is_perk(words: &[&str], language: &Language) -> bool {
    let one = |word: &&str| word.strip_suffix('s').unwrap_or(word).to_lowercase();
    let ones: Vec<String> = words.iter().map(one).collect();
    let all: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let holds = |words: &[String]| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        hold(&words, &language.gate.heard.perks)
    };
    holds(&ones) || holds(&all)
}

/// Returns true for "the two designers", "the trainee on the bench": somebody rather than something. "An apprentice in every
/// crew" is an idea.
fn are_people(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let is_end = |word: &&str| is_joint(word, language) || has(&heard.relatives, word);
    let head = words.split(is_end).next().and_then(<[_]>::last);
    let is_one = |word: &str| {
        let word = word.to_lowercase();
        let one = word.strip_suffix('s').unwrap_or(&word);
        let is_person = |word: &str| is_person(word, language);
        let is_apart = |list: &[&str]| has(list, &word) || has(list, one);
        !is_apart(&heard.also_things)
            && !is_apart(&heard.parties)
            && (is_person(&word)
                || is_person(&format!("{one}s"))
                || has(&language.gate.trade.posts, one))
    };
    !is_indefinite(words[0], language) && head.is_some_and(|head| is_one(head))
}

/// The text of what is remembered, unless it holds something of the user's own, or the name of somebody, or of another
/// company, that isn't known: "my last day at Globex".
pub(super) fn remembered(remark: &str, language: &Language) -> Option<String> {
    let text = lowered(remark, WORDS, language)?;
    let words: Vec<&str> = text.split(' ').collect();
    (!is_private(&words, language) && !is_poor(&words, language)).then_some(text)
}

/// Returns true for what is told of as too few or out of date: "a training room with two chairs", "the calendar from 2019".
fn is_poor(words: &[&str], language: &Language) -> bool {
    let (heard, fact) = (&language.gate.heard, &language.gate.fact);
    let is_small = |word: &str| number(word, language).is_some_and(|count| count < MANY);
    let is_scarce = |word: &str| has(&fact.scarce, word.strip_suffix('s').unwrap_or(word));
    let are_few =
        |three: &[&str]| three[0] == fact.few && is_small(three[1]) && is_scarce(three[2]);
    let is_dated = |pair: &[&str]| pair[0] == heard.from && is_year(pair[1]);
    words.windows(3).any(are_few) || words.windows(2).any(is_dated)
}

/// Returns true for words of which one is the user's own business, whatever the others say.
pub(super) fn is_private(words: &[&str], language: &Language) -> bool {
    (0..words.len()).any(|at| is_ones_own(words, at, language) || is_unknown(words, at, language))
}

/// Returns true for "my", but for that of "on my own".
fn is_ones_own(words: &[&str], at: usize, language: &Language) -> bool {
    let (work, alone) = (&language.gate.work, &language.gate.heard.alone);
    let is_alone = || at > 0 && after(&words[at - 1..], alone).is_some();
    words[at].to_lowercase() == work.my && !is_alone()
}

/// Returns true for a name that nothing tells to be a tool's, a day's or a class's, where somebody or some company would
/// stand: "the mail from Globex", "the rota that Njeri runs".
fn is_unknown(words: &[&str], at: usize, language: &Language) -> bool {
    let gate = &language.gate;
    let word = owner(words[at]);
    let is_name =
        word.starts_with(char::is_uppercase) && word.chars().skip(1).all(|c| !c.is_uppercase());
    let lower = word.to_lowercase();
    let is_known = || {
        gate.trade.names.contains(&lower)
            || has(&gate.trade.numbered, &lower)
            || language.words.dates.names().any(|name| name.to_lowercase() == lower)
            || word.chars().any(|c| c.is_ascii_digit())
    };
    at > 0 && is_name && has(&gate.heard.before_names, words[at - 1]) && !is_known()
}

/// The text of a remark without a capital that only its place gives it, if it is at most this many plain words.
pub(super) fn lowered(remark: &str, limit: usize, language: &Language) -> Option<String> {
    let words = &language.gate.heard;
    let text = plain(remark, limit)?;
    let first = text.split(' ').next().unwrap_or_default();
    let lower = first.to_lowercase();
    let begins = |said: &str| said.split(' ').next() == Some(&lower);
    let is_known = has(&words.asks, &lower)
        || lower == words.that
        || has(&words.articles, &lower)
        || lower == words.your
        || is_form_of(&lower, "ing", language)
        || is_common(&lower, language) && first.chars().skip(1).eq(lower.chars().skip(1))
        || words.own_doing.iter().any(|doing| begins(doing))
        || [&words.shown[..], &words.told, &words.stated]
            .into_iter()
            .flatten()
            .any(|verb| begins(verb.said));
    Some(if is_known { format!("{lower}{}", &text[first.len()..]) } else { text })
}

/// Returns true for "how you cure the resin without an oven": who writes "you" writes to somebody.
fn is_about_reader(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let [asks, you, rest @ ..] = words else { return false };
    has(&heard.asks, asks)
        && *you == heard.you
        && rest.len() >= MORE
        && (is_craft(rest[0], language) || does(rest, language))
        && are_harmless(rest, &heard.allowed, language)
}

/// Returns true for "the dashboard", "the release train with a drawing".
pub(super) fn is_thing(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let Some((first, rest)) = words.split_first() else { return false };
    // "The code reviews" are a thing, and "the code reviews the team likes" are none.
    let name = &rest[..rest.len().saturating_sub(1)];
    has(&heard.articles, first)
        && !rest.is_empty()
        && !may_act(rest, language)
        && !holds_verb(
            name.split(|word| is_joint(word, language) || has(&heard.relatives, word))
                .next()
                .unwrap_or_default(),
            language,
        )
        && are_harmless(rest, &[], language)
}

/// Returns true for "a" and "an".
fn is_indefinite(word: &str, language: &Language) -> bool {
    let heard = &language.gate.heard;
    has(&heard.articles, word) && !has(&heard.each, word) && !is_the(word, language)
}

pub(super) fn is_the(word: &str, language: &Language) -> bool {
    language.gate.heard.articles.first().is_some_and(|the| *the == word)
}

/// Returns true for "the bread oven", "the handwritten welcome cards".
fn is_short_thing(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let Some((last, before)) = words.split_last() else { return false };
    (3..=NAME + 1).contains(&words.len())
        && has(&heard.likable, last)
        && !words.iter().any(|word| has(&heard.quantities, word))
        && is_the(words[0], language)
        && !before.iter().any(|word| ends_in_s(word))
        && is_thing(words, language)
}

/// Returns true for "the tasting room at noon", and false for "the team meets at noon": of the words behind the first one
/// is a verb.
fn holds_verb(name: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let may_be_verb = |word: &&str| {
        is_verb(word, language)
            || has(&heard.last_verbs, word)
            || has(&heard.never_nouns, word)
            || has(&heard.auxiliaries, word)
            || word.ends_with("ed")
    };
    let acts = |pair: &[&str]| ends_in_s(pair[0]) && is_craft(pair[1], language);
    name.iter().skip(1).any(may_be_verb) || name.windows(2).any(acts)
}

/// Returns true for "staff queue for the printer", where that may be what people do.
fn may_act(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let [people, acts, _, ..] = words else { return false };
    has(&heard.groups, people)
        && !is_joint(acts, language)
        && !has(&heard.relatives, acts)
        && owner(people) == *people
}

/// Returns true for a word between a thing and more about it.
pub(super) fn is_joint(word: &str, language: &Language) -> bool {
    has(&language.gate.heard.of, word)
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
            || (does(told, language) || is_done_to(told, language))
                && !told.get(1..).is_some_and(|told| holds_sentence(told, language))
                && are_harmless(told, &heard.allowed, language))
}

/// Returns true for "the care taken over every footnote in the catalogue".
fn is_thing_of(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    let [article, rest @ ..] = words else { return false };
    let Some(of) = rest.iter().position(|word| is_joint(word, language)) else { return false };
    let (name, more) = rest.split_at(of);
    // "The firm made its first profit of the decade", "one of the nurses knew my name"
    let is_participle = |word: &str| has(&heard.participles, word);
    let is_sentence = is_participle(more[0])
        && !more.get(1).is_some_and(|next| has(&heard.after_participle, next))
        || more.iter().any(|word| has(&heard.never_nouns, word));
    // "The curators look down on the team"
    let is_acting = name.split_last().is_some_and(|(_, before)| {
        let plurals = &language.gate.trade.plurals;
        before
            .first()
            .is_some_and(|first| ends_in_s(first) && owner(first) == *first && !has(plurals, first))
    });
    (has(&heard.articles, article) || *article == heard.your)
        && (1..=NAME).contains(&of)
        && rest.len() > MORE
        && !holds_verb(name, language)
        && !name.iter().skip(1).any(|word| ends_in_s(word) && !has(&heard.likable, word))
        && !is_sentence
        && !is_acting
        && !may_act(rest, language)
        && !holds_sentence(rest, language)
        && are_harmless(rest, &[], language)
}

/// Returns true for "moving 1,200 people from paper to an app", and for what the user did.
pub(super) fn is_doing(words: &[&str], language: &Language) -> bool {
    is_own_doing(words, language)
        || words.len() > MORE
            && is_form_of(words[0], "ing", language)
            && !holds_sentence(words, language)
            && are_harmless(words, &language.gate.heard.allowed, language)
}

/// Returns true for "tasting the bread".
pub(super) fn is_own_doing(words: &[&str], language: &Language) -> bool {
    let heard = &language.gate.heard;
    heard.own_doing.iter().filter_map(|doing| after(words, doing)).any(|what| {
        let next = what
            .first()
            .is_some_and(|next| !has(&heard.asks, next) && *next != language.gate.work.from_to.to);
        next && are_harmless(what, &heard.allowed, language)
    })
}
