//! A search that has stopped for a while: `we've put it on hold until June`.

use crate::dates::window::Window;

/// The time frame of a search that has stopped, with its end if they gave one.
pub(super) fn on_hold(words: &[&str], of: fn(&[&str]) -> Option<Window>) -> Option<Window> {
    let rest = behind_hold(words)?;
    let end = match rest {
        [] | ["at", "the", "moment"] | ["because" | "due" | "pending" | "while", ..] => None,
        ["for", "now"] | ["for", "the", "moment" | "time", ..] => None,
        // It may end with something that has no day.
        ["until" | "till", rest @ ..] => of(rest),
        ["for", rest @ ..] | rest => Some(of(rest)?),
    };
    end.filter(Window::is_possible).or(Some(Window::OnHold))
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

/// Words for a search that has stopped for a while.
const ON_HOLD: [&[&str]; 8] = [
    &["on", "hold"],
    &["on", "pause"],
    &["on", "ice"],
    &["paused"],
    &["hiring", "freeze"],
    &["hiring", "frozen"],
    &["hiring", "is", "frozen"],
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
