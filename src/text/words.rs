//! Words: those of a text, and a word in a list of them.

/// Returns the words of a text: maximal runs of letters, digits and the characters in `inner`.
pub fn words<'t>(
    text: &'t str,
    inner: &'static [char],
) -> impl DoubleEndedIterator<Item = &'t str> {
    let is_part = |c: char| c.is_alphanumeric() || inner.contains(&c);
    text.split(move |c| !is_part(c)).filter(|word| !word.is_empty())
}

/// Words that many others are compared with, in any case of their ASCII letters: hardly any is one of them.
pub struct Words {
    words: &'static [&'static str],
    /// The first and last letters of those of each length, as sets. Some letters share a place.
    ends: [u64; LONGEST + 1],
}

/// Bytes of the longest of such words.
const LONGEST: usize = 24;

impl Words {
    /// These words.
    pub const fn of(words: &'static [&'static str]) -> Words {
        let mut ends = [0; LONGEST + 1];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            ends[word.len()] |= ends_of(word);
            at += 1;
        }
        Words { words, ends }
    }

    /// Returns true if a word is one of them.
    pub fn has(&self, word: &str) -> bool {
        let ends = self.ends.get(word.len()).copied().unwrap_or_default();
        ends & ends_of(word.as_bytes()) != 0 && is_one_of(word, self.words)
    }
}

/// The first and the last letter as a place in a set, the same for capitals and small ones.
const fn ends_of(word: &[u8]) -> u64 {
    match word {
        [] => 0,
        [only] => 1 << (*only % 32),
        [first, .., last] => 1 << ((*first % 32 + 7 * (*last % 32)) % 64),
    }
}

/// Returns true if a word is one of these, in any case of its ASCII letters.
pub fn is_one_of(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(word))
}
