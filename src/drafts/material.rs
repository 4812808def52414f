//! The material for a note's messages: its own sections, sorted by topic.

use crate::notes::Note;
use crate::notes::body::Section;
use crate::notes::person::Person;
use crate::rules::headings::{Headings, Topic, plain};

/// The sections that feed messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Material<'n> {
    topics: Vec<(Topic, Vec<&'n str>)>,
    about: Vec<(&'n str, Vec<&'n str>)>,
}

impl<'n> Material<'n> {
    /// Sorts the sections of a note's body. Sections under other headings go into no message.
    pub fn of(note: &'n Note, headings: &Headings) -> Material<'n> {
        let people: Vec<&Person> = note.people().collect();
        Material::new(note.body.sections(), headings, &people)
    }

    fn new(sections: &'n [Section], headings: &Headings, people: &[&'n Person]) -> Material<'n> {
        let mut material = Material::default();
        for Section { heading, fragments } in sections {
            if fragments.is_empty() {
                continue;
            }
            let fragments = fragments.iter().map(String::as_str);
            if let Some(topic) = headings.topic(heading) {
                add(&mut material.topics, topic, fragments);
            } else if let Some(person) = person_of(heading, people) {
                add(&mut material.about, person.id.as_str(), fragments);
            }
        }
        material
    }

    /// The note's paragraphs and list items on a topic.
    pub fn on(&self, topic: Topic) -> &[&'n str] {
        find(&self.topics, |known| *known == topic)
    }

    /// The note's paragraphs and list items under a person's own heading.
    pub fn about(&self, person: &Person) -> &[&'n str] {
        find(&self.about, |id| *id == person.id)
    }
}

fn add<'n, K: PartialEq>(
    lists: &mut Vec<(K, Vec<&'n str>)>,
    key: K,
    fragments: impl Iterator<Item = &'n str>,
) {
    match lists.iter_mut().find(|(known, _)| *known == key) {
        Some((_, list)) => list.extend(fragments),
        None => lists.push((key, fragments.collect())),
    }
}

fn find<'m, 'n, K>(
    lists: &'m [(K, Vec<&'n str>)],
    is_wanted: impl Fn(&K) -> bool,
) -> &'m [&'n str] {
    lists.iter().find(|(key, _)| is_wanted(key)).map_or(&[], |(_, list)| list)
}

/// The person whom a heading names: by the whole name anywhere in it, or by the first name alone if only one person of
/// the note has it.
fn person_of<'p>(heading: &str, people: &[&'p Person]) -> Option<&'p Person> {
    let heading = format!("_{}_", plain(heading));
    let whole = |person: &&&Person| heading.contains(&format!("_{}_", plain(&person.name)));
    if let Some(person) = people.iter().filter(whole).max_by_key(|person| person.name.len()) {
        return Some(person);
    }
    let mut by_first_name =
        people.iter().filter(|person| heading == format!("_{}_", plain(person.first_name())));
    let person = by_first_name.next()?;
    by_first_name.next().is_none().then_some(*person)
}
