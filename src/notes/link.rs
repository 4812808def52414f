//! Wiki links to files about people: `[[Paul Vance]]`, `[[people/Paul Vance|Paul]]`.

use std::borrow::Cow;

use super::Card;
use crate::diagnostic::place::Place;
use crate::text::{composed, file_name, name_key, one_line};

/// A wiki link to a file about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The text between its brackets, as one clean line.
    inner: String,
    /// Its place in the note.
    pub place: Place,
    /// The facts that the note itself gives about the person.
    pub own: Card,
}

/// The files that a link means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Means<'p> {
    /// No file: it is only a name.
    Nothing,
    /// This one.
    One(&'p str),
    /// Any of these.
    Several(Vec<&'p str>),
}

/// The text between the brackets of the wiki link that a text begins with.
pub fn inside(text: &str) -> Option<&str> {
    let text = text.trim_start_matches([' ', '"', '\'', '*', '_']);
    Some(text.strip_prefix("[[")?.split_once("]]")?.0)
}

/// The text between the brackets, if all of a text is a wiki link.
pub fn alone(text: &str) -> Option<&str> {
    text.strip_prefix("[[")?.strip_suffix("]]")
}

/// The visible text of a wiki link: the part after the bar, or the last part of the target, without a heading in that.
pub fn shown(inner: &str) -> &str {
    let shown = match inner.rsplit_once('|') {
        Some((_, shown)) => shown,
        None => {
            let target = inner.split_once('#').map_or(inner, |(target, _)| target);
            let target = if target.trim().is_empty() { inner } else { target };
            target.rsplit('/').next().unwrap_or(target)
        }
    };
    shown.trim()
}

/// A text with the visible text of its wiki links in their place.
pub fn with_shown(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    while let Some((before, rest)) = text.split_once("[[")
        && let Some((inner, after)) = rest.split_once("]]")
    {
        text = Cow::Owned([before, shown(inner), after].concat());
    }
    text
}

/// The name of a file as links give it.
pub fn file_key(path: &str) -> String {
    name_key(file_name(without_ending(path)))
}

fn without_ending(path: &str) -> &str {
    path.strip_suffix(".md").unwrap_or(path)
}

impl Link {
    /// A link with this between its brackets; `None` for one to another place in the same file.
    pub fn new(inner: &str, place: Place, own: Card) -> Option<Link> {
        let link = Link { inner: one_line(inner), place, own };
        (!link.target().is_empty()).then_some(link)
    }

    /// The file's name or path, without `.md`, a heading, and the text that is shown.
    fn target(&self) -> &str {
        let target = self.inner.split(['|', '#']).next().unwrap_or_default().trim();
        without_ending(target)
    }

    /// The name of its file.
    pub fn file_name(&self) -> &str {
        file_name(self.target())
    }

    /// The link as it is written.
    pub fn written(&self) -> String {
        format!("[[{}]]", self.inner)
    }

    /// The name by which its file is looked for.
    pub fn key(&self) -> String {
        file_key(self.target())
    }

    /// Returns true if both surely mean different files.
    pub fn is_of_another_file(&self, other: &Link) -> bool {
        let has_path = |link: &Link| link.target().contains('/');
        has_path(self) && has_path(other) && name_key(self.target()) != name_key(other.target())
    }

    /// The link that means a file and no other, and shows the same name.
    pub fn to(&self, path: &str) -> String {
        let path = composed(without_ending(path));
        // In the root only the slash tells it from files of the same name in folders.
        let root = if path.contains('/') { "" } else { "/" };
        let shown = self::shown(&self.inner);
        let bar = if shown == file_name(&path) { String::new() } else { format!("|{shown}") };
        format!("[[{root}{path}{bar}]]")
    }

    /// The files that it means in a note at `from`, of those `known` by its last name: by file name, or as much of the
    /// path as it gives, or else by an alias.
    pub fn means<'p>(&self, from: &str, known: impl Iterator<Item = &'p str>) -> Means<'p> {
        let target = self.target();
        let is_relative = target.starts_with("./") || target.starts_with("../");
        let full = match target.strip_prefix('/') {
            Some(full) => Some(full.to_owned()),
            None if is_relative => match resolved(from, target) {
                Some(full) => Some(full),
                None => return Means::Nothing,
            },
            None => None,
        };
        let key = name_key(full.as_deref().unwrap_or(target));
        let tail = format!("/{key}");
        let is_path = full.is_some() || target.contains('/');
        let (mut whole, mut parts, mut aliased) = (Vec::new(), Vec::new(), Vec::new());
        for path in known {
            let known = name_key(without_ending(path));
            if known == key {
                whole.push(path);
            } else if known.ends_with(&tail) && full.is_none() {
                parts.push(path);
            } else if !is_path && file_key(path) != key {
                aliased.push(path);
            }
        }
        // A whole path is meant as such; a name alone may be one as well.
        let mut found = match (is_path, whole.is_empty()) {
            (true, false) => whole,
            _ => [whole, parts].concat(),
        };
        // Of names that differ in capitals alone the one that is written is meant.
        let written = composed(full.as_deref().unwrap_or(target));
        if is_path && found.iter().any(|path| composed(without_ending(path)) == written) {
            found.retain(|path| composed(without_ending(path)) == written);
        }
        if found.is_empty() {
            found = aliased;
        }
        match found[..] {
            [] => Means::Nothing,
            [path] => Means::One(path),
            _ => Means::Several(found),
        }
    }
}

/// A path from the root for one from a note; `None` if it leads out of the journal.
fn resolved(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_means_a_file_by_its_name_its_path_or_an_alias() {
        let here = [
            "Paul Vance.md",
            "people/Paul Vance.md",
            "old/people/Paul Vance.md",
            "people/Jose\u{301} Ek.md",
            "people/pv.md",
        ];
        #[rustfmt::skip]
        let rows: &[(&str, &[&str])] = &[
            // what stands between the brackets | the places in the list above of the files that it may mean
            ("Ida Falk",                 &[]),
            ("people/Ida Falk",          &[]),
            ("José Ek",                  &["people/Jose\u{301} Ek.md"]),
            ("JOSÉ EK",                  &["people/Jose\u{301} Ek.md"]),
            ("José  Ek.md",              &["people/Jose\u{301} Ek.md"]),
            ("People/José Ek#Address",   &["people/Jose\u{301} Ek.md"]),
            ("people/José Ek|José",      &["people/Jose\u{301} Ek.md"]),
            ("../people/José Ek",        &["people/Jose\u{301} Ek.md"]),
            ("./José Ek",                &[]),
            ("../../people/José Ek",     &[]),
            ("other/José Ek",            &[]),
            ("le/José Ek",               &[]),
            ("/José Ek",                 &[]),
            ("Paul Vance",               &here[..3]),
            ("/Paul Vance",              &here[..1]),
            ("../Paul Vance",            &here[..1]),
            ("people/Paul Vance",        &here[1..2]),
            ("old/people/Paul Vance|Paul", &here[2..3]),
            ("PV",                       &here[4..]),
            // An alias of the last one.
            ("Paul",                     &here[4..]),
            ("people/Paul",              &[]),
        ];
        for (inner, expected) in rows {
            let link = Link::new(inner, Place::of("", 0..0), Card::default()).unwrap();
            let known = here.iter().copied().filter(|path| {
                file_key(path) == link.key() || *path == here[4] && link.key() == "paul"
            });
            let found = match link.means("notes/acme.md", known) {
                Means::Nothing => Vec::new(),
                Means::One(path) => vec![path],
                Means::Several(paths) => paths,
            };
            assert_eq!(found, *expected, "{inner}");
        }
        assert_eq!(Link::new("#Paul", Place::of("", 0..0), Card::default()), None);
    }

    #[test]
    fn the_link_to_write_shows_the_same_name() {
        let rows = [
            ("Paul Vance", "people/Paul Vance.md", "[[people/Paul Vance]]"),
            ("Paul Vance|Paul", "people/Paul Vance.md", "[[people/Paul Vance|Paul]]"),
            ("Paul", "people/Paul Vance.md", "[[people/Paul Vance|Paul]]"),
            ("Paul Vance", "Paul Vance.md", "[[/Paul Vance]]"),
        ];
        for (inner, path, expected) in rows {
            let link = Link::new(inner, Place::of("", 0..0), Card::default()).unwrap();
            assert_eq!(link.to(path), expected, "{inner}");
        }
    }
}
