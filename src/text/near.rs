//! Which known word a word was meant to be.

/// From so many letters on, a word may have two slips.
const LONG: usize = 8;

/// The known word that is one slip away from a word, or two where it is long: a letter too many, too few, wrong, or
/// swapped with its neighbour.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let length = word.chars().count();
    let slips = |known: &'k str| {
        let most = if known.len() >= LONG { 2 } else { 1 };
        let is_close = length.abs_diff(known.len()) <= most;
        let slips = is_close.then(|| strsim::osa_distance(word, known));
        slips.filter(|slips| *slips <= most).map(|slips| (slips, known))
    };
    known.into_iter().filter_map(slips).min_by_key(|(slips, _)| *slips).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_near_by_a_slip_or_two_in_long_ones() {
        let known = ["date", "role", "company", "decision_window", "outcome_date"];
        let cases = [
            ("decison_window", Some("decision_window")),
            ("desicion_window", Some("decision_window")),
            ("descion_windwo", None),
            ("comapny", Some("company")),
            ("compny", Some("company")),
            ("comp", None),
            ("dates", Some("date")),
            ("data_", None),
            ("rôle", Some("role")),
            ("", None),
        ];
        for (word, expected) in cases {
            assert_eq!(nearest(word, known), expected, "{word}");
        }
    }
}
