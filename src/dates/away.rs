//! A day before which nothing is decided: `Rob is on leave until 7 April`, `no decision before Easter`, `not before the 20th`,
//! `the panel meets on the 12th`.

use crate::dates::hold::beginning;
use crate::dates::window::Window;

/// More words than these are no sentence that says this and nothing else.
const WORDS_LIMIT: usize = 12;

/// The day before which nothing is decided.
pub(super) fn not_before(words: &[&str], day: fn(&[&str]) -> Option<Window>) -> Option<Window> {
    let until = |rest: &[&str]| {
        let window = day(rest).filter(is_day)?;
        let (before, _) = words.split_at(words.len() - rest.len());
        // "Until April" is over when that begins, "after April" isn't.
        let is_until = matches!(before, [.., "until" | "till" | "til" | "before"]);
        let window = if is_until { beginning(window) } else { window };
        Some(Window::NotBefore(Box::new(window)))
    };
    if let Some(rest) = words.strip_prefix(&["not", "before"]) {
        return until(rest);
    }
    if let Some(length) = plural(words) {
        return Some(Window::NotBefore(Box::new(length)));
    }
    if words.len() > WORDS_LIMIT || words.iter().any(|word| OTHERS.contains(word)) {
        return None;
    }
    let rest = behind_nothing(words)
        .or_else(|| behind_away(words))
        .or_else(|| behind_event(words))
        .or_else(|| behind_meeting(words))?;
    until(rest)
}

/// Two at least, where nobody said how many: `takes months`, `the procedure takes weeks`.
fn plural(words: &[&str]) -> Option<Window> {
    let (unit, before) = words.split_last()?;
    let takes = matches!(before, [] | [.., "take" | "takes"]);
    let is_sure = before.len() < WORDS_LIMIT
        && !before.iter().any(|word| ["doesnt", "dont", "if", "not", "wont"].contains(word));
    match *unit {
        _ if !takes || !is_sure => None,
        "months" => Some(Window::Months(2)),
        "weeks" => Some(Window::Days(14)),
        _ => None,
    }
}

/// `no decision before 7 April`, `nothing until Easter`
fn behind_nothing<'a, 'w>(words: &'a [&'w str]) -> Option<&'a [&'w str]> {
    let words = skip(words, &["there", "theres", "will", "be", "still"]);
    let rest = match words {
        ["nothing" | "noone" | "nobody", rest @ ..] => rest,
        ["no", "decision" | "decisions" | "news" | "answer" | "word" | "update", rest @ ..] => rest,
        ["they" | "he" | "she", "wont", "decide" | "know", rest @ ..] => rest,
        _ => return None,
    };
    match skip(rest, &["will", "be", "is", "decided", "happening", "happens", "likely"]) {
        ["before" | "until" | "till" | "til", rest @ ..] => Some(rest),
        _ => None,
    }
}

/// `Rob is on leave until 7 April`, `when she is back on Monday`
fn behind_away<'a, 'w>(words: &'a [&'w str]) -> Option<&'a [&'w str]> {
    const AWAY: [&[&str]; 11] = [
        &["on", "pto"],
        &["ooo"],
        &["on", "leave"],
        &["on", "annual", "leave"],
        &["on", "holiday"],
        &["on", "holidays"],
        &["on", "vacation"],
        &["away"],
        &["off"],
        &["out", "of", "the", "office"],
        &["out", "of", "office"],
    ];
    (1..words.len()).find_map(|at| {
        let behind = &words[at..];
        let away = AWAY.iter().find_map(|away| behind.strip_prefix(*away));
        match (away, behind) {
            (Some(["until" | "till" | "til", rest @ ..]), _) => Some(rest),
            (_, ["back", "on" | "in" | "from", rest @ ..] | ["back", rest @ ..]) => Some(rest),
            _ => None,
        }
    })
}

/// `after the panel meets on the 12th`, `after 1 April`, `interviewing until Friday`
fn behind_event<'a, 'w>(words: &'a [&'w str]) -> Option<&'a [&'w str]> {
    let words = skip(words, &["they", "theyre", "are", "still"]);
    if let [
        "interviewing" | "interviews",
        "until" | "till" | "til" | "thru" | "through",
        rest @ ..,
    ] = words
    {
        return Some(rest);
    }
    let [first @ ("after" | "once" | "when"), rest @ ..] = words else { return None };
    match rest.iter().rposition(|word| *word == "on").filter(|at| *at > 0) {
        Some(at) => Some(&rest[at + 1..]),
        None => Some(rest).filter(|_| *first == "after"),
    }
}

/// `the committee meets on the 26th`, `panel sits next week`
fn behind_meeting<'a, 'w>(words: &'a [&'w str]) -> Option<&'a [&'w str]> {
    const WHO: [&str; 8] =
        ["board", "committee", "council", "governors", "panel", "partners", "they", "trustees"];
    const MEET: [&str; 6] = ["convene", "convenes", "meet", "meets", "sit", "sits"];
    #[rustfmt::skip]
    const WHOSE: [&str; 10] = [
        "appointment", "appointments", "faculty", "hiring", "school", "search", "selection", "the", "their", "university",
    ];
    let words = skip(words, &WHOSE);
    let [who, meet, rest @ ..] = words else { return None };
    let rest = skip(rest, &["again", "on"]);
    (WHO.contains(who) && MEET.contains(meet)).then_some(rest)
}

/// Returns true for a time that begins or ends with one day, not a length of time.
fn is_day(window: &Window) -> bool {
    matches!(
        window,
        Window::On(_)
            | Window::DayOfYear { .. }
            | Window::DayOfMonth(_)
            | Window::Weekday { .. }
            | Window::Week { .. }
            | Window::EndOfWeek { .. }
            | Window::Month { .. }
            | Window::NamedMonth(_)
            | Window::EndOfMonth { .. }
            | Window::EndOfNamedMonth(_)
            | Window::PartOfMonth { .. }
            | Window::PartOfWeek { .. }
            | Window::Holidays(_)
    )
}

fn skip<'a, 'w>(words: &'a [&'w str], small: &[&str]) -> &'a [&'w str] {
    let at = words.iter().position(|word| !small.contains(word)).unwrap_or(words.len());
    &words[at..]
}

/// Words with which such a sentence is about the user, or about something else that is off or back.
#[rustfmt::skip]
const OTHERS: [&str; 21] = [
    "call", "called", "chat", "get", "i", "ill", "im", "interview", "ive", "job", "me", "moved", "my", "not", "offer", "offers",
    "position", "role", "round", "start", "we",
];
