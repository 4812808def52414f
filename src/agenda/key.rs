//! Keys: short names for follow-ups and tasks, for the end of a line and for the command line.
//!
//! A key is a hash of an id, so it stays the same as long as the id does, on every machine.

use std::collections::BTreeSet;

use xxhash_rust::xxh3::xxh3_128;

/// The digits that are enough nearly always.
const DIGITS: usize = 8;

/// The digits where two keys would begin alike.
const MORE_DIGITS: usize = 16;

/// The digits of a beginning that is taken for a key.
const LEAST_DIGITS: usize = 4;

/// A follow-up's or a task's key in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(u128);

impl Key {
    /// The key of an id.
    pub fn of(id: &str) -> Key {
        Key(xxh3_128(id.as_bytes()))
    }

    /// Returns true if these digits begin the key.
    pub fn begins_with(self, digits: &str) -> bool {
        digits.len() >= LEAST_DIGITS && self.digits(digits.len()) == digits
    }

    /// Returns true for digits as a line's comment has them.
    pub fn is_written(digits: &str) -> bool {
        let is_digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        matches!(digits.len(), DIGITS | MORE_DIGITS) && digits.bytes().all(is_digit)
    }

    /// All its digits.
    pub fn in_full(self) -> String {
        self.digits(32)
    }

    fn digits(self, count: usize) -> String {
        let mut digits = format!("{:032x}", self.0);
        digits.truncate(count);
        digits
    }
}

/// The keys that are too much alike to be short.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    alike: BTreeSet<String>,
}

impl Keys {
    /// Compares these keys, each of another follow-up or task.
    pub fn among(keys: impl Iterator<Item = Key>) -> Keys {
        let mut keys: Vec<u128> = keys.map(|key| key.0).collect();
        keys.sort_unstable();
        keys.dedup();
        let short = |key: u128| key >> (128 - 4 * DIGITS);
        let alike = keys.windows(2).filter(|pair| short(pair[0]) == short(pair[1]));
        Keys { alike: alike.map(|pair| Key(pair[0]).digits(DIGITS)).collect() }
    }

    /// A key as it is shown.
    pub fn shown(&self, key: Key) -> String {
        let digits = key.digits(DIGITS);
        if self.alike.contains(&digits) { key.digits(MORE_DIGITS) } else { digits }
    }

    /// Returns true for a key that is longer than others.
    pub fn is_long(&self, key: Key) -> bool {
        !self.alike.is_empty() && self.alike.contains(&key.digits(DIGITS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_stable_and_as_long_as_it_has_to_be() {
        let key = Key::of("2026-03-02-acme/thank-you/jane-doe");
        let shown = Keys::default().shown(key);
        assert_eq!(shown, "c3b06429");
        assert!(Key::is_written(&shown) && key.begins_with(&shown) && key.begins_with(&shown[..4]));
        assert!(!key.begins_with(&shown[..3]) && !key.begins_with("0000"));
        let near = Key(key.0 + 1);
        let others = [near, key, Key::of("b"), near];
        let keys = Keys::among(others.into_iter());
        assert_eq!(keys.shown(near).len(), MORE_DIGITS);
        assert_eq!(keys.shown(Key::of("b")).len(), DIGITS);
        assert!(Key::is_written(&keys.shown(key)));
    }
}
