//! The day on which a new job starts: "start Mon 5 Oct, confirmed on the phone".

use crate::drafts::gate::behind;
use crate::drafts::language::Language;

/// The words of the day in such a line.
pub fn start<'t>(line: &'t str, language: &Language) -> Option<&'t str> {
    let words = &language.gate;
    let begins = |part: &'t str| {
        let rest = words.starts.iter().find_map(|opening| behind(part.trim(), opening))?;
        rest.strip_prefix(':').unwrap_or(rest).strip_prefix(' ')
    };
    // "Agreed: start Mon 5 Oct", "I start on 5 Oct"
    let is_label = |label: &str| label.ends_with(':') || label.to_lowercase() == words.work.i;
    let behind_label = line.trim().split_once(' ').filter(|(label, _)| is_label(label));
    let rest = begins(line).or_else(|| begins(behind_label?.1))?;
    let day = rest.split([',', ';', '(']).next()?;
    Some(day.trim().trim_end_matches('.'))
}
