//! The names that clouds, file managers and this program give to copies.

use memchr::memchr_iter;

use crate::drafts;
use crate::journal::AGENDA;
use crate::text::before;

/// The path that a copy's name was made from: `X.md` for `X 2.md`, `X (1).md`, `X - Copy.md`, `X.sync-conflict-….md`.
/// `None` for any other name. A name such as `X 2.md` can also be a note's own.
pub fn original(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let original = of_stem(name.strip_suffix(".md")?)?;
    let slash = if folder.is_empty() { "" } else { "/" };
    (!original.is_empty()).then(|| format!("{folder}{slash}{original}.md"))
}

/// Returns true for a name that only a copy of one of this program's own files has, such as `FOLLOWUPS 2.md`.
pub fn is_of_generated(path: &str) -> bool {
    original(path).is_some_and(|original| original == AGENDA || drafts::is_draft(&original))
}

/// Returns true for a name that sync programs, or this one, give to the second copy of a file.
pub fn is_of_conflict(name: &str) -> bool {
    // Hardly any name has one of these signs.
    if !name.strip_suffix(".md").unwrap_or(name).contains(['(', '.']) {
        return false;
    }
    let name = name.to_lowercase();
    let is_dropbox = name.find('(').is_some_and(|at| name[at..].contains("conflicted copy"));
    is_dropbox
        || name.contains(".sync-conflict-")
        || name.contains("(case conflict")
        || is_kept(&name)
}

/// Returns true for a note that was kept beside another version of itself.
fn is_kept(name: &str) -> bool {
    let number = name.strip_suffix(".md").and_then(|stem| stem.rsplit_once('-'));
    number.is_some_and(|(before, number)| {
        before.strip_suffix(".kept").is_some_and(|stem| !stem.ends_with(".draft"))
            && number.bytes().all(|b| b.is_ascii_digit())
    })
}

fn of_stem(stem: &str) -> Option<&str> {
    let mut dots = memchr_iter(b'.', stem.as_bytes());
    if let Some(dot) = dots.find(|dot| stem[*dot..].starts_with(".sync-conflict-")) {
        return Some(&stem[..dot]);
    }
    if let Some(original) = stem.strip_prefix("Copy of ") {
        return Some(original);
    }
    let (original, last) = stem.rsplit_once(' ')?;
    let bare = last.strip_prefix('(').and_then(|last| last.strip_suffix(')'));
    let is_number =
        |text: &str| matches!(text.as_bytes(), [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']);
    // `X - Copy (2)`, `X copy 2`
    if bare.unwrap_or(last).bytes().all(|b| b.is_ascii_digit())
        && let Some(original) = without_word(original)
    {
        return Some(original);
    }
    match bare {
        Some(number) if is_number(number) => Some(original),
        _ if is_number(last) && last != "1" => Some(original),
        _ => without_word(stem).or_else(|| before_conflict(stem)),
    }
}

/// The part before `- Copy`, `copy` or `(copy)`.
fn without_word(stem: &str) -> Option<&str> {
    [" - copy", " (copy)", " copy"].into_iter().find_map(|end| before(end, stem))
}

/// The part before `(Alex's conflicted copy 2026-03-02)` or `(Case Conflict)`.
fn before_conflict(stem: &str) -> Option<&str> {
    let at = stem.find(" (")?;
    let rest = stem[at..].to_lowercase();
    (rest.contains("conflicted copy") || rest.contains("(case conflict")).then(|| &stem[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_copies_tell_their_originals() {
        let cases = [
            ("a/Acme 2.md", Some("a/Acme.md")),
            ("Acme (1).md", Some("Acme.md")),
            ("Acme - Copy.md", Some("Acme.md")),
            ("Acme - Copy (2).md", Some("Acme.md")),
            ("Acme copy.md", Some("Acme.md")),
            ("Acme copy 3.md", Some("Acme.md")),
            ("Acme (copy).md", Some("Acme.md")),
            ("Copy of Acme.md", Some("Acme.md")),
            ("Acme (conflicted copy 2026-03-02).md", Some("Acme.md")),
            ("Acme (Alex's conflicted copy 2026-03-02).md", Some("Acme.md")),
            ("Acme.sync-conflict-20260302-101010-ABC.md", Some("Acme.md")),
            ("FOLLOWUPS 2.md", Some("FOLLOWUPS.md")),
            ("a.connect.draft 2.md", Some("a.connect.draft.md")),
            ("Acme.md", None),
            ("Acme 1.md", None),
            ("Acme 2026.md", None),
            ("Acme 2026-03-02.md", None),
            ("Acme (Berlin).md", None),
            ("Photocopy.md", None),
            ("2.md", None),
        ];
        for (path, expected) in cases {
            assert_eq!(original(path).as_deref(), expected, "{path}");
        }
    }
}
