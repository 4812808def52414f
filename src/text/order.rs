//! The order of names.

use std::cmp::Ordering;

/// Compares names as people order them: numbers in them by their value, and a name before the same with more behind it.
pub fn natural_order(one: &str, other: &str) -> Ordering {
    parts(one).cmp(parts(other)).then_with(|| one.cmp(other))
}

/// The numbers of a name, which come before other text, each with its length, and what is between them.
fn parts(name: &str) -> impl Iterator<Item = (usize, &[u8])> {
    let parts = name.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    parts.map(|part| {
        let zeros = part.iter().take_while(|digit| **digit == b'0').count();
        match part.first().is_some_and(u8::is_ascii_digit) {
            true => (part.len() - zeros, &part[zeros..]),
            false => (usize::MAX, part),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_the_order_that_people_expect() {
        let names =
            ["", "2026-03-9", "2026-03-11-acme", "2026-03-11-acme-2", "2026-03-11-acme-10", "acme"];
        for (at, name) in names.iter().enumerate() {
            for (later, other) in names.iter().enumerate() {
                assert_eq!(natural_order(name, other), at.cmp(&later), "{name:?} {other:?}");
            }
        }
        assert_eq!(natural_order("a1", "a01"), Ordering::Greater);
    }
}
