//! A search that has stopped for a while: `we've put it on hold until June`.

use chrono::Weekday;

use crate::dates::span::span;
use crate::dates::window::Window;

/// The time frame of a search that has stopped, with its end if they gave one.
pub(super) fn on_hold(words: &[&str], of: fn(&[&str]) -> Option<Window>) -> Option<Window> {
    let rest = behind_hold(words)?;
    // "On hold, hiring freeze"
    let reasons: [&[&str]; 4] =
        [&["freeze"], &["on", "hold"], &["budget", "freeze"], &["budget", "cuts"]];
    let rest = reasons.iter().find_map(|reason| rest.strip_prefix(*reason)).unwrap_or(rest);
    let end = match rest {
        [] | ["at", "the", "moment"] | ["because" | "due" | "pending" | "while", ..] => None,
        ["for", "now"] | ["for", "the", "moment" | "time", ..] => None,
        // It may end with something that has no day.
        [until, rest @ ..] if UNTIL.contains(until) => of(rest).map(beginning),
        ["for", rest @ ..] => Some(of(rest)?),
        rest if span(rest).is_some() => span(rest),
        // That is when they have news: "on hold, they'll call on Friday".
        rest => return of(rest).filter(Window::is_possible),
    };
    Some(Window::OnHold(end.filter(Window::is_possible).map(Box::new)))
}

/// The first day of a month or week, as what lasts until April is over when that begins.
pub(super) fn beginning(time: Window) -> Window {
    match time {
        Window::NamedMonth(month) => Window::DayOfYear { month, day: 1 },
        Window::Month { months: 1 } => Window::DayOfMonth(1),
        Window::Week { weeks: weeks @ 1.. } => Window::Weekday { weekday: Weekday::Mon, weeks },
        time => time,
    }
}

/// The time frame of somebody who is on a list for what may come, with its end if they gave one: `first reserve`, `they've
/// put me on the waiting list`, `reserve list until 15 May`, or who came in second: `runner-up`.
pub(super) fn in_reserve(words: &[&str], of: fn(&[&str]) -> Option<Window>) -> Option<Window> {
    const LISTED: [&[&str]; 10] = [
        &["reserve", "list"],
        &["reserves", "list"],
        &["reserve", "candidate"],
        &["waiting", "list"],
        &["wait", "list"],
        &["waitlist"],
        &["waitlisted"],
        &["first", "reserve"],
        &["second", "reserve"],
        &["in", "reserve"],
    ];
    const SECOND: [&[&str]; 8] = [
        &["second", "place"],
        &["second", "on", "the", "list"],
        &["second", "on", "their", "list"],
        &["second", "in", "line"],
        &["ranked", "second"],
        &["ranked", "2", "nd"],
        &["runner", "up"],
        &["runnerup"],
    ];
    #[rustfmt::skip]
    const AROUND: [&str; 16] = [
        "am", "candidate", "for", "i", "im", "ive", "me", "on", "place", "placed", "ranked", "reserve", "shortlisted", "to", "you", "youre",
    ];
    let is_around = |word: &&str| AROUND.contains(word) || AROUND_HOLD.contains(word);
    let end = words.iter().position(|word| UNTIL.contains(word)).unwrap_or(words.len());
    let (list, until) = words.split_at(end);
    let says = |known: &[&[&str]]| {
        (0..list.len()).any(|at| {
            let mut behind = known.iter().filter_map(|reserve| list[at..].strip_prefix(*reserve));
            behind.any(|rest| list[..at].iter().all(is_around) && rest.iter().all(is_around))
        })
    };
    let is_listed = says(&LISTED);
    let end = match until {
        [] => None,
        [_, rest @ ..] => Some(of(rest).map(beginning).filter(Window::is_possible)?),
    };
    (is_listed || says(&SECOND)).then(|| Window::InReserve { is_listed, end: end.map(Box::new) })
}

/// Returns true for words that say that a search goes on after all: `it's back on`, `hiring freeze lifted`.
pub(super) fn is_back_on(words: &[&str]) -> bool {
    const BACK: [&[&str]; 9] = [
        &["open", "again"],
        &["back", "on"],
        &["back", "open"],
        &["reopened"],
        &["re", "opened"],
        &["resumed"],
        &["off", "hold"],
        &["no", "longer", "on", "hold"],
        &["freeze", "lifted"],
    ];
    let is_around = |word: &&str| AROUND_HOLD.contains(word);
    let at = words.iter().position(|word| !is_around(word)).unwrap_or(words.len());
    let mut behind = BACK.iter().filter_map(|back| words[at..].strip_prefix(*back));
    behind.any(|rest| rest.iter().all(is_around))
}

/// The words behind those that say that the search has stopped: `we've put it on hold until June`.
fn behind_hold<'a, 'w>(words: &'a [&'w str]) -> Option<&'a [&'w str]> {
    let is_around = |word: &&str| AROUND_HOLD.contains(word);
    let behind = |at: usize| ON_HOLD.iter().find_map(|phrase| words[at..].strip_prefix(*phrase));
    let (at, rest) = (0..words.len()).find_map(|at| Some((at, behind(at)?)))?;
    // "On hold a month" is no month's end.
    let end = rest.iter().position(|word| *word == "a" || !is_around(word));
    let end = end.unwrap_or(rest.len());
    words[..at].iter().all(is_around).then(|| &rest[end..])
}

/// Words before its end.
const UNTIL: [&str; 3] = ["until", "till", "til"];

/// Words for a search that has stopped for a while.
const ON_HOLD: [&[&str]; 12] = [
    &["on", "hold"],
    &["on", "a", "hiring", "freeze"],
    &["on", "pause"],
    &["on", "ice"],
    &["paused"],
    &["hiring", "freeze"],
    &["hiring", "frozen"],
    &["hiring", "is", "frozen"],
    &["froze", "hiring"],
    &["frozen", "hiring"],
    &["freezing", "hiring"],
    &["pausing"],
];

/// Words around these: who has stopped it, and what. Anything else may say the contrary, or be about something else.
#[rustfmt::skip]
const AROUND_HOLD: [&str; 50] = [
    "a", "again", "all", "announced", "application", "are", "been", "currently", "decision", "everything", "had",
    "has", "have", "hiring", "in", "indefinitely", "is", "it", "its", "job", "just", "my", "new", "now", "opening",
    "our", "position", "post", "process", "put", "putting", "recruiting", "recruitment", "role", "sadly", "search",
    "still", "temporarily", "the", "their", "theres", "they", "theyre", "theyve", "things", "unfortunately",
    "vacancy", "was", "we", "weve",
];
