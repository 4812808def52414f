//! The forms of generated lines: they tell one whose comment an editor has dropped, on whatever day it was written.

use crate::agenda::blocks::{
    AN_ANSWER_BY, DECIDED, EDITED_DRAFTS, HOLIDAYS, LAST_SIGN, MOVES_ALONG, NO_DAYS_OFF, NOT_CLEAR,
    OTHER_EDITED_DRAFTS, QUIET_ADVICE, SEARCH, THE_OFFER,
};
use crate::agenda::fields;
use crate::agenda::parts::{is_day, links, links_end, title};
use crate::agenda::plain::{Plain, essence, next_link};
use crate::agenda::section;
use crate::agenda::standing::is_standing;
use crate::diagnostic::CODES;
use crate::drafts;
use crate::plan::asks;

/// The severities before a problem.
const SEVERITIES: [&str; 3] = ["error: ", "warning: ", "hint: "];

/// Returns true for the words of a heading.
pub fn is_heading(words: &str) -> bool {
    section::is_title(words.trim())
}

/// Returns true for a paragraph of its own: the counts, an offer's deadline, a section's note.
pub fn is_paragraph(text: &str) -> bool {
    let words = essence(text);
    let fixed = [HOLIDAYS, NO_DAYS_OFF, EDITED_DRAFTS, OTHER_EDITED_DRAFTS, QUIET_ADVICE];
    if fixed.iter().any(|fixed| essence(fixed) == words) {
        return true;
    }
    let plain = text.replace(['*', '_'], "");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_deadline = |rest: &str| {
        let day = rest.rsplit_once(AN_ANSWER_BY).map(|(_, day)| day.trim_end_matches('.'));
        day.is_some_and(|day| {
            let is_clear = day.split(", ").next().is_some_and(is_day) && day.len() < 40;
            is_clear || day.ends_with(NOT_CLEAR)
        })
    };
    let plain = plain.strip_suffix(DECIDED).unwrap_or(&plain);
    section::is_counts(plain) || plain.strip_prefix(THE_OFFER).is_some_and(is_deadline)
}

/// The end of an item's words, if they are of a form that only this program writes.
pub fn item_end(text: &str, has_box: bool) -> Option<usize> {
    let words = text.trim();
    let is_more = words.strip_prefix("and ").and_then(|rest| rest.strip_suffix(" more"));
    let is_more = is_more.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if !has_box && (is_more || asks::is_ask(words) || is_problem(words)) {
        return Some(text.len());
    }
    let link = next_link(text, 0)?;
    if !has_box && link.start == 0 && drafts::is_draft(&link.path()) {
        let rest = text[link.end..].trim();
        let is_known = rest.is_empty() || rest.ends_with(MOVES_ALONG);
        return is_known.then_some(text.len());
    }
    let start = links(text).next()?.start;
    let end = links_end(text, start)?;
    let head = fields::before(text[..start].trim_end_matches([' ', '·']));
    let (title, is_bold) = title(head);
    let rest = head[if is_bold { title.len() + 4 } else { title.len() }..].trim_start();
    let parts: Vec<&str> = rest.split('·').skip(1).map(str::trim).collect();
    let is_known = match parts[..] {
        [rest] if !has_box && rest.strip_prefix(LAST_SIGN).is_some_and(is_day) => true,
        _ if !is_bold || !rest.starts_with('·') => false,
        [_, ..] if !has_box && (title == "Today" || is_day(title)) => true,
        [_] => true,
        [_, when] => is_when(when),
        [_, when, _] => has_box && is_when(when),
        _ => false,
    };
    is_known.then_some(end)
}

/// Returns true for the day of a follow-up or a task.
fn is_when(part: &str) -> bool {
    let day = ["since ", "due ", "done "].iter().find_map(|word| part.strip_prefix(word));
    part == "today" || day.is_some_and(is_day)
}

fn is_problem(words: &str) -> bool {
    let code = words.strip_suffix(')').and_then(|words| words.rsplit_once('('));
    SEVERITIES.iter().any(|severity| words.starts_with(severity))
        && code.is_some_and(|(_, code)| CODES.iter().any(|(known, ..)| *known == code))
}

/// Returns true for a row of the table of processes. All but the first are only known behind another one.
pub fn is_row(row: &str, follows_row: bool) -> bool {
    let cells = cells(row);
    let is_title = cells.len() == SEARCH.len()
        && cells.iter().zip(SEARCH).all(|(cell, title)| essence(cell) == essence(title));
    let is_rule = |cell: &String| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':'));
    // Some formatters don't know tables, and take the backslash from a bar in a company's name.
    let text = Plain::of(row.trim_start_matches(['|', ' '])).text;
    let is_process = || {
        let link = next_link(&text, 0).filter(|link| link.path().ends_with(".md"));
        text.starts_with('[')
            && link.is_some_and(|link| {
                let mut rest = text[link.end..].split('|').map(str::trim);
                rest.any(is_standing)
            })
    };
    is_title || (follows_row && (cells.iter().all(is_rule) || is_process()))
}

/// The cells of a row, as plain text.
fn cells(row: &str) -> Vec<String> {
    let Some(row) = row.trim().strip_prefix('|') else { return Vec::new() };
    let row = row.strip_suffix('|').unwrap_or(row);
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for c in row.chars() {
        match c {
            '|' if !is_escaped => cells.push(String::new()),
            _ => cells.iter_mut().last().into_iter().for_each(|cell| cell.push(c)),
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    cells.iter().map(|cell| Plain::of(cell).text.trim().to_owned()).collect()
}
