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
    /// The first letters of those of each length, as sets. Some letters share a place.
    begin: [u32; LONGEST + 1],
}

/// Bytes of the longest of such words.
const LONGEST: usize = 24;

impl Words {
    /// These words.
    pub const fn of(words: &'static [&'static str]) -> Words {
        let mut begin = [0; LONGEST + 1];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            begin[word.len()] |= first_letter(word);
            at += 1;
        }
        Words { words, begin }
    }

    /// Returns true if a word is one of them.
    pub fn has(&self, word: &str) -> bool {
        let begin = self.begin.get(word.len()).copied().unwrap_or_default();
        !word.is_empty()
            && begin & first_letter(word.as_bytes()) != 0
            && is_one_of(word, self.words)
    }
}

/// The first letter as a place in a set, the same for the capital and the small one.
const fn first_letter(word: &[u8]) -> u32 {
    1 << (word[0] % 32)
}

/// Returns true if a word is one of these, in any case of its ASCII letters.
pub fn is_one_of(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(word))
}
