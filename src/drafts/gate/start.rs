//! The day on which a new job starts: "start Mon 5 Oct, confirmed on the phone".

use crate::drafts::gate::behind;
use crate::drafts::language::Language;

/// The words of the day in such a line.
pub fn start<'t>(line: &'t str, language: &Language) -> Option<&'t str> {
    let line = line.trim();
    let rest = language.gate.starts.iter().find_map(|opening| behind(line, opening))?;
    let rest = rest.strip_prefix(':').unwrap_or(rest).strip_prefix(' ')?;
    let day = rest.split([',', ';', '(']).next()?;
    Some(day.trim().trim_end_matches('.'))
}
