//! Names as parts of ids and file names.

use std::collections::HashMap;

use super::composed;

/// Longest slug, in bytes: leaves room in a file name for the note's name and the kind.
const SLUG_LIMIT: usize = 60;

/// Turns a name into part of an id or file name: lower-case ASCII letters, digits and single dashes, never empty.
pub fn slug(name: &str, fallback: &str) -> String {
    let mut slug = match name.is_ascii() {
        true => plain(name),
        false => slug::slugify(composed(name)),
    };
    slug.truncate(SLUG_LIMIT);
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { fallback.to_owned() } else { slug }
}

/// The slug of a name of ASCII letters, as nearly all are. It takes a fraction of the time.
fn plain(name: &str) -> String {
    let mut slug = name.to_ascii_lowercase().into_bytes();
    slug.iter_mut().filter(|b| !b.is_ascii_alphanumeric()).for_each(|b| *b = b'-');
    slug.dedup_by(|one, other| [*one, *other] == *b"--");
    let mut slug = String::from_utf8(slug).unwrap_or_default();
    if slug.starts_with('-') {
        slug.remove(0);
    }
    slug
}

/// Makes an id unique: the second namesake gets `-2`, the third `-3`. `taken` counts how often each id was seen.
pub fn number_namesake(id: &mut String, taken: &mut HashMap<String, u32>) {
    let plain = id.clone();
    while taken.contains_key(id) {
        let seen = taken.entry(plain.clone()).or_insert(1);
        *seen += 1;
        *id = format!("{plain}-{seen}");
    }
    taken.insert(id.clone(), 1);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_bounded_and_never_empty() {
        assert_eq!(slug("Jane Doe", "person"), "jane-doe");
        for name in [" R&D -- (Jane) ", "O'Neil--Doe", "_x_", ""] {
            assert_eq!(slug(name, ""), slug::slugify(name), "{name}");
        }
        assert_eq!(slug("Cafe\u{301} Nu\u{301}n\u{303}ez", ""), slug("Café Núñez", ""));
        assert_eq!(slug("???", "person"), "person");
        assert_eq!(slug("../../x", "person"), "x");
        assert!(slug(&"x y".repeat(200), "person").len() <= SLUG_LIMIT);
    }
}
