//! The parts of a line of the agenda: its title, its links, its day.

use crate::agenda::plain::{Link, next_link};

/// The end of the links to a draft and a note that begin there.
pub fn links_end(text: &str, start: usize) -> Option<usize> {
    let mut link = next_link(text, start).filter(|link| link.start == start)?;
    if link.words == "draft" {
        let rest = &text[link.end..];
        let blanks = rest.trim_start_matches([',', ' ', '·']);
        let digits = blanks.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = match digits.trim_start().strip_prefix("blank") {
            Some(rest) if digits.len() < blanks.len() => rest.strip_prefix('s').unwrap_or(rest),
            _ => rest,
        };
        let note = text.len() - rest.trim_start_matches([' ', '·']).len();
        match next_link(text, note).filter(|next| next.start == note && is_note(next)) {
            Some(next) => link = next,
            None => return Some(text.len() - rest.len()),
        }
    }
    (link.words == "draft" || is_note(&link)).then_some(link.end)
}

/// The links to drafts and notes in a line.
pub fn links(text: &str) -> impl Iterator<Item = Link<'_>> {
    let mut from = 0;
    let next = move || {
        let link = next_link(text, from)?;
        from = link.end;
        Some(link)
    };
    std::iter::from_fn(next).filter(|link| link.words == "draft" || is_note(link))
}

fn is_note(link: &Link<'_>) -> bool {
    let line = link.words.strip_prefix("note, line ");
    link.words == "note" || line.is_some_and(|line| line.bytes().all(|b| b.is_ascii_digit()))
}

/// The title with which some words begin, and true if it stands between signs for strong emphasis.
pub fn title(words: &str) -> (&str, bool) {
    for sign in ["**", "__"] {
        let Some(inner) = words.strip_prefix(sign) else { continue };
        let ends = inner.match_indices(sign).map(|(at, _)| at);
        let is_end =
            |at: &usize| matches!(inner[at + 2..].trim_start().chars().next(), None | Some('·'));
        if let Some(end) = ends.into_iter().find(is_end) {
            return (&inner[..end], true);
        }
    }
    (words.split('·').next().unwrap_or_default().trim_end(), false)
}

/// Returns true for a day as the agenda writes it: `Fri 13 Mar`, or with a year.
pub fn is_day(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let is_name = |word: &str| word.len() == 3 && word.chars().all(char::is_alphabetic);
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    match words[..] {
        [weekday, day, month] => is_name(weekday) && is_number(day) && is_name(month),
        [weekday, day, month, year] => {
            is_name(weekday) && is_number(day) && is_name(month) && is_number(year)
        }
        _ => false,
    }
}
