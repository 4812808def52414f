//! What a note's own sections give to its messages, sorted by topic.

use std::collections::HashMap;

use crate::note::body::Section;
use crate::note::person::Person;
use crate::text::folded;

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    Said,
    Learned,
    Liked,
    Fit,
    Company,
    Forgot,
    Send,
    Questions,
}

impl Topic {
    /// Every topic, its name in templates and journal.toml, and the headings that it is found under.
    pub const ALL: [(Topic, &'static str, &'static [&'static str]); 8] = [
        (Topic::Said, "said", &["What stood out", "Highlights", "Interesting", "They said"]),
        (Topic::Learned, "learned", &["Learned", "What I learned", "Takeaways"]),
        (Topic::Liked, "liked", &["Liked", "What I liked"]),
        (Topic::Fit, "fit", &["Fit", "Why me", "Why I fit"]),
        (Topic::Company, "company", &["Why them", "Why this company"]),
        (Topic::Forgot, "forgot", &["Forgot", "Forgot to say", "Should have said"]),
        (Topic::Send, "send", &["To send", "Promised", "Follow-up ideas"]),
        (Topic::Questions, "questions", &["Questions", "Open questions"]),
    ];
}

/// Which heading stands for which topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Headings(HashMap<String, Topic>);

impl Headings {
    /// The built-in headings and the journal's own.
    pub fn new<'a>(more: impl IntoIterator<Item = (Topic, &'a str)>) -> Headings {
        let built_in = Topic::ALL.iter().flat_map(|&(topic, _, headings)| {
            headings.iter().map(move |heading| (topic, *heading))
        });
        Headings(built_in.chain(more).map(|(topic, heading)| (plain(heading), topic)).collect())
    }

    fn topic(&self, heading: &str) -> Option<Topic> {
        self.0.get(&plain(heading)).copied()
    }
}

/// A heading as it is compared: its words, without case and punctuation.
fn plain(heading: &str) -> String {
    let words: String =
        heading.chars().map(|c| if c.is_alphanumeric() || c == '\'' { c } else { ' ' }).collect();
    folded(&words).into_owned()
}

/// The sections that feed messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Material<'n> {
    topics: Vec<(Topic, Vec<&'n str>)>,
    about: Vec<(&'n str, Vec<&'n str>)>,
}

impl<'n> Material<'n> {
    /// Sorts a note's sections; those under other headings are nobody's business.
    pub fn new(
        sections: &'n [Section],
        headings: &Headings,
        people: &[&'n Person],
    ) -> Material<'n> {
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

    /// What the note holds on a topic: its paragraphs and list items.
    pub fn on(&self, topic: Topic) -> &[&'n str] {
        find(&self.topics, |known| *known == topic)
    }

    /// What the note holds under a person's own heading.
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

/// The person whom a heading names: by the whole name anywhere in it, or by the first name alone where only one
/// person of the note bears it.
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
