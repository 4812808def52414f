//! More behind a time frame, which doesn't change its day: `about ten days, they've two more to see`.

use crate::dates::named::{parse_month, parse_weekday};
use crate::dates::sentence::CALLS;
use crate::dates::words::spaced;

/// The time frames that a text may begin with, the longest first, where nothing behind them can change the day.
pub(super) fn heads(text: &str) -> impl Iterator<Item = &str> {
    let marks = text.rmatch_indices([',', ';', '(', '–', '—']);
    let parts = marks.map(|(at, mark)| (&text[..at], &text[at + mark.len()..], mark));
    parts
        .filter(|(_, tail, mark)| is_harmless(tail) || *mark == "(" && is_name(tail))
        .map(|(head, ..)| head.trim())
}

/// The time frame behind the reason for it: `they've three more to see, so end of the month`.
pub(super) fn behind_reason(text: &str) -> Option<&str> {
    let (reason, rest) = text.split_once(", so ").or_else(|| text.split_once(" so "))?;
    is_harmless(reason).then_some(rest)
}

/// Returns true for a few words that have no day, no length of time, no condition and no change of mind: "HR are slow".
fn is_harmless(tail: &str) -> bool {
    let spaced = spaced(tail);
    let words: Vec<&str> = spaced.split_whitespace().collect();
    // "Prof Keane away till then"
    let words = match &words[..] {
        [before @ .., "till" | "until", "then"] => before,
        words => words,
    };
    let known = BEFORE_HOLIDAY.iter().chain(&AFTER_THAT).chain(&AFTER_CHECKS);
    let is_known = known.copied().any(|known| known == words.join(" "));
    let [.., last] = words else { return false };
    // "Ilse mails after"
    let is_then = match words {
        [_, deed, "after" | "afterwards"] | [_, deed, "after", "that"] => CALLS.contains(deed),
        _ => false,
    };
    let is_neutral = |word: &&str| {
        let is_word = word.chars().all(char::is_alphabetic);
        (is_word || is_small_number(word)) && !may_change(word)
    };
    is_known || is_then || *last != "more" && words.iter().all(is_neutral)
}

/// Returns true for whoever said it: `(Carla)`.
fn is_name(tail: &str) -> bool {
    let Some(name) = tail.trim().strip_suffix(')') else { return false };
    let is_word = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().next().is_some()
            && letters.all(char::is_lowercase)
            && !may_change(&word.to_lowercase())
    };
    name.split(' ').count() <= 2 && name.split(' ').all(is_word)
}

/// `2 more to see`, but no year.
fn is_small_number(word: &str) -> bool {
    word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit())
}

/// Returns true for a word that may tell another day, or put the one before it in doubt.
fn may_change(word: &str) -> bool {
    CHANGING.contains(&word) || parse_weekday(word).is_some() || parse_month(word).is_some()
}

const BEFORE_HOLIDAY: [&str; 4] = [
    "before the bank holiday",
    "before the bank holiday weekend",
    "before the holidays",
    "before the long weekend",
];

const AFTER_THAT: [&str; 4] = [
    "theyll decide after that",
    "they will decide after that",
    "theyll decide then",
    "decision after that",
];

const AFTER_CHECKS: [&str; 6] = [
    "after background checks",
    "after checking references",
    "after reference checks",
    "after references",
    "after the background check",
    "after the reference checks",
];

/// Words that no such sentence has: times, conditions, doubts, changes, and what is about the user.
#[rustfmt::skip]
const CHANGING: [&str; 183] = [
    "actually", "after", "afternoon", "again", "aim", "aiming", "another", "approx", "asap", "ask", "asked",
    "assuming", "back", "before", "behind", "but", "by", "call", "called", "cancelled", "cant", "change", "changed",
    "chase", "christmas", "closing", "cob", "conditional", "could", "couldnt", "date", "day", "days", "deadline",
    "delay", "delayed", "depend", "depending", "depends", "didnt", "doesnt", "dont", "earlier", "earliest", "early",
    "easter", "email", "end", "eod", "estimate", "evening", "expect", "expected", "expired", "extended", "extra",
    "fortnight", "given", "guess", "guessing", "hasnt", "havent", "hold", "holiday", "holidays", "hope", "hopefully",
    "hoping", "hour", "hours", "i", "ideally", "if", "im", "instead", "interview", "isnt", "ive", "last", "late",
    "later", "latest", "likely", "longer", "max", "maximum", "may", "maybe", "me", "meet", "midday", "might", "min",
    "minimum", "minus", "missed", "month", "months", "morning", "moved", "moving", "my", "nd", "never", "next", "no",
    "noon", "not", "nothing", "now", "offer", "offered", "on", "optimistic", "or", "over", "passed", "past", "paused",
    "pending", "perhaps", "plus", "possibly", "postponed", "probably", "provided", "providing", "pushed", "pushing",
    "put", "rd", "reckon", "reschedule", "rescheduled", "ring", "roughly", "running", "said", "say", "says", "should",
    "slip", "slipped", "soon", "sooner", "st", "start", "subject", "term", "th", "than", "thanksgiving", "then",
    "think", "though", "till", "time", "today", "tomorrow", "tonight", "unclear", "unless", "unlikely", "unsure",
    "until", "us", "usually", "week", "weekend", "weekends", "weeks", "when", "whenever", "wishful", "withdrawn",
    "withdrew", "within", "wont", "would", "xmas", "year", "years", "yesterday",
];
