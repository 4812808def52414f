//! Words: those of a text, and a word in a list of them.

/// Returns the words of a text: maximal runs of letters, digits and the characters in `inner`.
pub fn words<'t>(
    text: &'t str,
    inner: &'static [char],
) -> impl DoubleEndedIterator<Item = &'t str> {
    let is_part = |c: char| c.is_alphanumeric() || inner.contains(&c);
    text.split(move |c| !is_part(c)).filter(|word| !word.is_empty())
}

/// Returns true if a word is one of these, in any case of its ASCII letters.
pub fn is_one_of(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(word))
}
