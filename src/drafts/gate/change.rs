//! How much something was and has become: "from nine days to four", "mispicks by a third".

use crate::drafts::gate::clause::is_person;
use crate::drafts::gate::{has, number};
use crate::drafts::language::Language;

/// How much it was and has become in "from nine days to four", in an order of size, and whether that is time.
pub(super) fn change(object: &[&str], language: &Language) -> Option<(Amount, Amount, bool)> {
    let words = &language.gate.work;
    let behind = |joint: &str| {
        let at = object.iter().position(|word| *word == joint)?;
        let next = object.get(at + 1)?;
        // "From weekly to daily"
        if let Some(rate) = words.from_to.rates.iter().position(|rate| rate == next) {
            return Some((1, Some(rate)));
        }
        let count = number(next, language)?;
        let unit = object.get(at + 2).copied().unwrap_or_default();
        Some((count, language.gate.heard.units.iter().position(|known| *known == unit)))
    };
    let ((before, unit), (after, other)) = (behind(words.from_to.from)?, behind(words.from_to.to)?);
    // Five hours are less than four days, and "to four" means four of the same.
    let (unit, other) = (unit.or(other), other.or(unit));
    Some(((unit, before), (other, after), unit.is_some()))
}

/// An amount of time by its unit, the shortest first, and number.
type Amount = (Option<usize>, usize);

/// Returns true for "mispicks by a third", "a lab through accreditation"; of people, that is another story.
pub(super) fn is_done_by(object: &[&str], language: &Language) -> bool {
    let words = &language.gate.work.from_to;
    let is_by = |pair: &[&str]| {
        pair[0] == words.by && (has(&words.shares, pair[1]) || number(pair[1], language).is_some())
    };
    let is_said =
        object.iter().any(|word| has(&words.through, word)) || object.windows(2).any(is_by);
    // "Engineers by a third" says how many of them had to go.
    let is_somebody = |word: &str| {
        let one = word.strip_suffix('s').unwrap_or(word);
        is_person(word, language) || has(&language.gate.trade.posts, one)
    };
    let what = object.split(|word| *word == words.by).next().unwrap_or_default();
    is_said
        && !object.iter().any(|word| has(&words.people, word))
        && !what.iter().any(|word| is_somebody(word))
}
