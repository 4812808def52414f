//! The day on which a new job starts, or the old one ends: "Start Mon 5 Oct, confirmed on the phone".

use crate::drafts::language::Language;
use crate::text::behind;

/// The words of the day in one of a line's sentences, or in a part of one, behind one of the openings.
pub fn start<'t>(line: &'t str, openings: &[&str], language: &Language) -> Option<&'t str> {
    let parts = [". ", "! ", ", "].into_iter();
    let parts = parts.fold(vec![line], |parts, end| {
        parts.into_iter().flat_map(|part| part.split(end)).collect()
    });
    parts.into_iter().find_map(|part| start_in(part.trim(), openings, language))
}

/// Returns true for a line after which the day may yet be another: "subject to vetting", "1 June at the earliest".
pub fn is_in_doubt(line: &str, language: &Language) -> bool {
    let lower = line.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    lower.contains(['?', '~']) || words.any(|word| language.gate.doubts.contains(word))
}

fn start_in<'t>(sentence: &'t str, openings: &[&str], language: &Language) -> Option<&'t str> {
    let words = &language.gate;
    // "Handover date agreed with Astrid: Fri 29 May"
    let begins = |part: &'t str| {
        let rest = openings.iter().find_map(|opening| behind(opening, part.trim()))?;
        let rest = rest.strip_prefix(" =").unwrap_or(rest);
        rest.rsplit_once(": ").map(|(_, day)| day).or_else(|| rest.strip_prefix(' '))
    };
    // "Agreed: start Mon 5 Oct", "I start on 5 Oct"
    let is_label = |label: &str| label.ends_with(':') || label.to_lowercase() == words.work.i;
    let behind_label = sentence.split_once(' ').filter(|(label, _)| is_label(label));
    let rest = begins(sentence).or_else(|| begins(behind_label?.1))?;
    let day = rest.split([',', ';', '(']).next()?;
    // "Mon 2 Nov in theatres", "3 Aug before the harvest"
    let more = words.behind_days.iter().filter_map(|joint| day.find(&format!(" {joint} "))).min();
    let day = day[..more.unwrap_or(day.len())].trim().trim_end_matches('.');
    Some(words.before_days.iter().fold(day, |day, small| behind(small, day).map_or(day, str::trim)))
}
