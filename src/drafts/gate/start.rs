//! The day on which a new job starts: "start Mon 5 Oct, confirmed on the phone".

use crate::drafts::language::Language;

/// The words of the day in such a line.
pub fn start<'t>(line: &'t str, language: &Language) -> Option<&'t str> {
    let after = |opening: &String| {
        let (start, rest) = line.trim().split_at_checked(opening.len())?;
        (start.to_lowercase() == *opening).then_some(rest)
    };
    let rest = language.gate.starts.iter().find_map(after)?;
    let rest = rest.strip_prefix(':').unwrap_or(rest).strip_prefix(' ')?;
    let day = rest.split([',', ';', '(']).next()?;
    Some(day.trim().trim_end_matches('.'))
}
