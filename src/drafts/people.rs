//! People as they are named in the text of a note: by first or family name, with a title or by a nickname, whatever the
//! accents and capitals.

use crate::notes::{Note, Person};
use crate::text::{slug, words};

/// The words of a text in lower case and without accents.
pub fn folded(text: &str) -> Vec<String> {
    words(text, &[]).map(|word| slug(word, &word.to_lowercase())).collect()
}

/// A person's names, each as its words.
pub fn names_of(person: &Person) -> Vec<Vec<String>> {
    let mut names: Vec<Vec<String>> = person.names().iter().map(|name| folded(name)).collect();
    names.retain(|name| !name.is_empty());
    names.sort();
    names.dedup();
    names
}

/// Everybody in a note.
pub fn everybody(note: &Note) -> impl Iterator<Item = &Person> {
    let others = [&note.recruiter, &note.contact, &note.manager].into_iter();
    note.people().chain(others.filter_map(|person| person.value()).map(|person| &**person))
}

/// The people of a note, by all of their names.
#[derive(Debug)]
pub struct People<'n>(Vec<(&'n Person, Vec<Vec<String>>)>);

impl<'n> People<'n> {
    /// Everybody in a note, each once.
    pub fn of(note: &'n Note) -> People<'n> {
        let mut people: Vec<(&Person, Vec<Vec<String>>)> = Vec::new();
        for person in everybody(note) {
            if !people.iter().any(|(known, _)| known.id == person.id) {
                people.push((person, names_of(person)));
            }
        }
        People(people)
    }

    /// The people whom a text names. `Jane Doe` is not also Jane Roe.
    pub fn named(&self, text: &str) -> Vec<&'n Person> {
        let text = folded(text);
        let has = |name: &&Vec<String>| text.windows(name.len()).any(|window| window == **name);
        let found: Vec<(&'n Person, Vec<&Vec<String>>)> = self
            .0
            .iter()
            .map(|(person, names)| (*person, names.iter().filter(has).collect::<Vec<_>>()))
            .filter(|(_, names)| !names.is_empty())
            .collect();
        let is_part = |name: &Vec<String>, of: &Vec<String>| {
            name.len() < of.len() && of.windows(name.len()).any(|window| window == name)
        };
        let is_covered = |person: &Person, names: &[&Vec<String>]| {
            found.iter().any(|(other, theirs)| {
                other.id != person.id
                    && names.iter().all(|name| theirs.iter().any(|of| is_part(name, of)))
            })
        };
        found
            .iter()
            .filter(|(person, names)| !is_covered(person, names))
            .map(|(person, _)| *person)
            .collect()
    }
}
