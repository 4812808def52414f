//! The headings of a note's sections, and their topics.

use std::collections::HashMap;

use serde::{Deserialize, Deserializer, de};

use crate::text::{self, words};

/// The subject of a section.
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
    /// Every topic with its name in templates and journal.toml, and the headings that stand for it.
    pub const ALL: [(Topic, &'static str, &'static [&'static str]); 8] = [
        (
            Topic::Said,
            "said",
            &["What stood out", "Highlights", "Interesting", "They said", "What they said"],
        ),
        (Topic::Learned, "learned", &["Learned", "What I learned", "Takeaways"]),
        (Topic::Liked, "liked", &["Liked", "What I liked"]),
        (Topic::Fit, "fit", &["Fit", "Why me", "Why I fit"]),
        (Topic::Company, "company", &["Why them", "Why this company"]),
        (Topic::Forgot, "forgot", &["Forgot", "Forgot to say", "Should have said"]),
        (Topic::Send, "send", &["To send", "Promised", "Follow-up ideas"]),
        (Topic::Questions, "questions", &["Questions", "Open questions"]),
    ];
}

/// The topics by their headings.
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

    /// The topic of a heading, regardless of case and punctuation.
    pub fn topic(&self, heading: &str) -> Option<Topic> {
        self.0.get(&plain(heading)).copied()
    }
}

/// The people to whom a section is to be said, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listeners {
    /// Everyone, the lead first.
    Everyone,
    /// The people whom these words name.
    Named(String),
}

/// The listeners in a heading such as `Say to Jane Doe`, `Tell Jane and Ravi` or `To say`; `None` for other headings.
pub fn listeners(heading: &str) -> Option<Listeners> {
    if is_same(heading, "To say") {
        return Some(Listeners::Everyone);
    }
    let whom = behind("say to", heading).or_else(|| behind("tell", heading))?;
    let is_everyone =
        matches!(&*plain(whom), "everyone" | "everybody" | "all" | "them" | "them_all");
    Some(if is_everyone { Listeners::Everyone } else { Listeners::Named(whom.to_owned()) })
}

/// Returns true for a heading that is meant to name listeners, whoever they are. `Tell me about yourself` isn't.
pub fn is_to_say(heading: &str) -> bool {
    let names = |whom: &str| {
        let mut names = words(whom, &[]).filter(|word| *word != "and").peekable();
        names.peek().is_some_and(|first| !matches!(*first, "Me" | "Us"))
            && names.all(|name| name.starts_with(char::is_uppercase))
    };
    is_same(heading, "To say")
        || behind("say to", heading).is_some()
        || behind("tell", heading).is_some_and(names)
}

/// What follows an opening in a heading, without the marks around both: `Jo` in `Say to: Jo`.
fn behind<'h>(opening: &str, heading: &'h str) -> Option<&'h str> {
    let heading = heading.trim_start_matches(|c: char| !c.is_alphanumeric());
    let rest = text::behind(opening, heading)?;
    (!rest.starts_with(char::is_alphanumeric)).then(|| {
        let is_mark = |c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—');
        rest.trim_matches(is_mark)
    })
}

/// The person in a heading such as `What Jane said`.
pub fn speaker(heading: &str) -> Option<&str> {
    let heading = heading.trim().trim_end_matches(':').trim_end();
    let whom = text::before(" said", text::behind("what ", heading)?)?.trim();
    (!matches!(&*plain(whom), "i" | "they" | "we")).then_some(whom)
}

/// A heading in the form in which it is compared: its words in lower case, joined by underscores.
pub fn plain(heading: &str) -> String {
    words(heading, &['\'']).collect::<Vec<_>>().join("_").to_lowercase()
}

/// Returns true for two headings that are the same in that form.
pub fn is_same(heading: &str, other: &str) -> bool {
    plain_words(heading).eq(plain_words(other))
}

fn plain_words(heading: &str) -> impl Iterator<Item = String> {
    words(heading, &['\'']).map(str::to_lowercase)
}

/// By name.
impl<'de> Deserialize<'de> for Topic {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Topic, D::Error> {
        let name = String::deserialize(deserializer)?;
        let topic = Topic::ALL.iter().find(|(_, known, _)| *known == name);
        topic.map(|(topic, ..)| *topic).ok_or_else(|| {
            let known = Topic::ALL.map(|(_, name, _)| name).join(", ");
            de::Error::custom(format!("no topic {name:?}; there are {known}"))
        })
    }
}
