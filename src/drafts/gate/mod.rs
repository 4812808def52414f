//! The gate for what a note remembers: of all that people write down for themselves only a few plain forms may go into a
//! message. When in doubt, it is shut.

mod deed;
mod interest;
mod phrase;
mod start;
mod thing;
mod work;

pub use deed::deed;
pub use interest::interest;
pub use phrase::phrase;
pub use start::start;
pub use thing::thing;
pub use work::sentences;

use crate::drafts::language::Language;

/// Returns true if the word is in the list.
fn has(list: &[String], word: &str) -> bool {
    list.iter().any(|known| known == word)
}

/// The text with straight apostrophes and without its full stop, if it holds nothing but at most this many plain words.
fn plain(text: &str, limit: usize) -> Option<String> {
    let text = text.trim();
    let text = text.strip_suffix('.').unwrap_or(text).replace('’', "'");
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        // "1,200"
        let is_in_number = c == ',' && before.is_ascii_digit() && after.is_ascii_digit();
        if !(c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'') || is_in_number) {
            return None;
        }
        before = c;
    }
    (text.split(' ').count() <= limit).then_some(text)
}

/// Returns true if each word could mean nothing private, but for those that are allowed here.
fn are_harmless(words: &[&str], allowed: &[String], language: &Language) -> bool {
    let (work, heard) = (&language.gate.work, &language.gate.heard);
    let is_never = |word: &str| work.never.contains(word) || heard.never.contains(word);
    let is_harmless = |(at, word): (usize, &&str)| {
        let word = word.to_lowercase();
        let is_pair = words.get(at + 1).is_some_and(|next| {
            let next = next.strip_suffix('s').unwrap_or(next);
            heard.pairs.iter().any(|pair| pair.split(' ').eq([word.as_str(), next]))
        });
        let is_meant = has(allowed, &word) || is_pair;
        word.starts_with(char::is_alphanumeric)
            && (is_meant
                || !(word.split('-').chain([&*word]).any(is_never) || word.contains("n't")))
    };
    words.iter().enumerate().all(is_harmless)
}
