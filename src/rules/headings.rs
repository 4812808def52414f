//! The headings of a note's sections, and the topic that each stands for.

use std::collections::HashMap;

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

    /// The topic of a heading, in any case and with any punctuation.
    pub fn topic(&self, heading: &str) -> Option<Topic> {
        self.0.get(&plain(heading)).copied()
    }
}

/// A heading as it is compared: its words, without case and punctuation.
pub fn plain(heading: &str) -> String {
    let words: String =
        heading.chars().map(|c| if c.is_alphanumeric() || c == '\'' { c } else { ' ' }).collect();
    folded(&words).into_owned()
}
