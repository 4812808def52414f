//! How the interview went, as the note has it: "I think it went well, an hour and a half".

use crate::drafts::gate::{has, is_harsh};
use crate::drafts::language::Language;
use crate::text::behind;

/// Returns true for a line that begins with the words that it went well, and takes nothing of that back.
pub fn went_well(line: &str, language: &Language) -> bool {
    let words = &language.gate.went;
    let told = words.openings.iter().find_map(|opening| behind(opening, line)?.strip_prefix(' '));
    let told = told.unwrap_or(line);
    words.well.iter().filter_map(|well| behind(well, told)).any(|more| {
        let is_apart = more.is_empty() || more.starts_with([',', '.', ';', '!']);
        let lower = more.to_lowercase().replace('’', "'");
        let mut rest = lower.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'')));
        is_apart
            && !rest.any(|word| has(&language.gate.work.turns, word) || is_harsh(word, language))
    })
}
