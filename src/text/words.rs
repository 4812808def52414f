//! Words of a text.

/// Returns the words of a text: maximal runs of letters, digits and the characters in `inner`.
pub fn words<'t>(
    text: &'t str,
    inner: &'static [char],
) -> impl DoubleEndedIterator<Item = &'t str> {
    let is_part = |c: char| c.is_alphanumeric() || inner.contains(&c);
    text.split(move |c| !is_part(c)).filter(|word| !word.is_empty())
}
