//! The address in a line about a person, and what is around it.

use memchr::memrchr2_iter;

use crate::notes::mailto::without_mailto;
use crate::notes::person::is_host;

/// The address that a value gives on its own: `jane@acme.example`, `<jane@acme.example>`, or a link to it.
pub fn address_in(text: &str) -> String {
    let text = without_mailto(text.trim());
    match split_at_address(&text) {
        Some((_, address, "")) if !address.is_empty() => address.to_owned(),
        _ => text.into_owned(),
    }
}

/// Splits a line around its last address in brackets: what is before, the address, what follows.
pub(super) fn split_at_address(text: &str) -> Option<(&str, &str, &str)> {
    memrchr2_iter(b'>', b')', text.as_bytes()).find_map(|end| {
        let is_angle = text[end..].starts_with('>');
        let open = text[..end].rfind(if is_angle { '<' } else { '(' })?;
        let address = text[open + 1..end].trim();
        // In round brackets anything may stand; in angles only an address may.
        let is_meant = is_angle
            || address.contains('@') && !address.starts_with('@') && !address.contains(' ');
        is_meant.then(|| (&text[..open], address, text[end + 1..].trim_end()))
    })
}

/// Returns true for a text in which a word has an `@` inside it.
pub(super) fn mentions_address(text: &str) -> bool {
    text.contains('@')
        && text.split(' ').any(|word| {
            let word = word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '@');
            word.find('@').is_some_and(|at| at > 0)
        })
}

/// Returns true for the address of a page: `https://acme.example/jane`.
pub(super) fn is_page(text: &str) -> bool {
    let page = text.split_once("://").map_or(text, |(_, page)| page);
    let is_path = page.len() < text.len() || page.contains('/');
    is_path && !text.contains(' ') && page.split('/').next().is_some_and(is_host)
}
