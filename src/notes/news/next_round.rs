//! News of another interview: "third interview", "invited for a campus visit", "want me to meet the team".

use crate::dates::window::Window;
use crate::notes::Outcome;

use super::told::Told;

impl Told {
    /// The next round, if words behind it say which it is: "next round: system design interview with the CTO".
    pub(super) fn next_described(&self) -> Option<Outcome> {
        #[rustfmt::skip]
        const TALKS: [&str; 9] =
            ["call", "chat", "interview", "loop", "meeting", "panel", "presentation", "screen", "session"];
        // Or it is one that has a day, or isn't to be.
        #[rustfmt::skip]
        const OTHERS: [&str; 17] = [
            "at", "called", "canceled", "cancelled", "delayed", "if", "maybe", "moved", "no", "not", "off", "on", "or",
            "postponed", "today", "tomorrow", "week",
        ];
        let (head, rest) = self.text.split_once(':')?;
        let (head, rest) = (Told::read(head), Told::read(rest));
        let is_next = rest.words.iter().any(|word| TALKS.contains(&&**word))
            && rest.words.iter().all(|word| {
                word.chars().all(char::is_alphabetic)
                    && !OTHERS.contains(&&**word)
                    && Window::parse(word).is_none()
            });
        head.outcome().filter(|outcome| *outcome == Outcome::MoreInterviews && is_next)
    }
}

/// Returns true for another round, by its number or by what it is.
pub(super) fn is_next_round(words: &str) -> bool {
    is_another(words) || is_visit(words)
}

/// The outcome where the user is to meet somebody: `want me to talk to the hiring manager`.
pub(super) fn sent_to(words: &str) -> Option<Outcome> {
    const ASKED: [&str; 6] = [
        "want me to ",
        "wants me to ",
        "like me to ",
        "would like me to ",
        "asked me to ",
        "invited me to ",
    ];
    const TASKS: [&str; 11] = [
        "come back",
        "come back in",
        "come in again",
        "do a presentation",
        "do a trial day",
        "do a trial shift",
        "give a presentation",
        "teach a class",
        "teach a lesson",
        "teach a sample lesson",
        "teach a trial lesson",
    ];
    const DEEDS: [&str; 8] = [
        "talk to ",
        "talk with ",
        "speak to ",
        "speak with ",
        "chat to ",
        "chat with ",
        "meet with ",
        "meet ",
    ];
    let deed = ASKED.iter().find_map(|asked| words.strip_prefix(asked))?;
    let is_round = |task: &str| is_another(task.strip_prefix("a ").unwrap_or(task));
    if TASKS.contains(&deed) || deed.strip_prefix("do ").is_some_and(is_round) {
        return Some(Outcome::MoreInterviews);
    }
    let whom = DEEDS.iter().find_map(|deed_to| deed.strip_prefix(deed_to))?;
    match whom.strip_prefix("the ").or(whom.strip_prefix("their ")).unwrap_or(whom) {
        "hiring manager" => Some(Outcome::HiringManager),
        host => HOSTS.contains(&host).then_some(Outcome::MoreInterviews),
    }
}

/// The words without whom one meets there: `second interview with board`. Somebody else may be of another company.
pub(super) fn without_hosts(words: &str) -> &str {
    match words.split_once(" with ") {
        Some((before, host)) if HOSTS.contains(&host) => before,
        _ => words,
    }
}

/// Returns true for another interview, whichever it is: `third interview`, `through to the next stage`.
fn is_another(words: &str) -> bool {
    const WHICH: [&str; 9] =
        ["2nd", "3rd", "4th", "another", "final", "fourth", "next", "second", "third"];
    #[rustfmt::skip]
    const ON: [&str; 18] = [
        "advance", "advanced", "advancing", "forward", "go", "going", "into", "move", "moved", "moving", "on",
        "progress", "progressed", "progressing", "put", "reached", "the", "to",
    ];
    // "Passed the next stage" is over.
    let passed =
        ["passed to ", "passed on to ", "passed me on to ", "passed onto ", "passed through to "];
    let rest = passed.iter().find_map(|passed| words.strip_prefix(passed));
    let words: Vec<&str> = without_hosts(rest.unwrap_or(words)).split(' ').collect();
    let ([
        invited @ ..,
        which,
        "interview" | "round" | "stage" | "call" | "chat" | "meeting" | "trial" | "loop",
    ]
    | [invited @ .., which, "trial", "day" | "shift"]) = &words[..]
    else {
        return false;
    };
    // They may have moved the interview itself.
    let is_moved = |pair: &[&str]| {
        ["move", "moved", "moving"].contains(&pair[0])
            && !["on", "forward", "to"].contains(&pair[1])
    };
    WHICH.contains(which)
        && invited.iter().all(|word| INVITED.contains(word) || ON.contains(word))
        && !words.windows(2).any(is_moved)
}

/// Returns true for a round that is called by what it is: `trial shift`, `invited for a campus visit`, `invited to panel`.
fn is_visit(words: &str) -> bool {
    let is_invited =
        |before: &str| before.split(' ').all(|word| word.is_empty() || INVITED.contains(&word));
    let behind = |visit: &&str| words.strip_suffix(*visit).filter(|before| is_invited(before));
    VISITS.iter().any(|visit| behind(visit).is_some())
        || behind(&"panel").is_some_and(|before| before.contains("invited"))
}

/// Rounds that take place once somebody has been interviewed.
#[rustfmt::skip]
const VISITS: [&str; 9] = [
    "campus visit", "facility tour", "job talk", "shadow day", "shadow shift", "site visit", "trial day", "trial shift", "unit tour",
];

/// Words about somebody whom they want to see.
#[rustfmt::skip]
pub(super) const INVITED: [&str; 17] = [
    "accepted", "asked", "back", "chosen", "come", "for", "in", "invite", "invited", "like", "offered", "picked",
    "selected", "shortlisted", "through", "want", "wants",
];

/// Those of a company whom one meets in interviews.
#[rustfmt::skip]
const HOSTS: [&str; 24] = [
    "board", "ceo", "cfo", "chief executive", "coo", "cto", "director", "directors", "founder", "founders", "general manager", "gm", "governors",
    "head", "hiring manager", "hr", "leadership team", "management", "managers", "owner", "owners", "panel", "team", "whole team",
];
