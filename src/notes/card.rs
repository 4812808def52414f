//! The facts that a file about a person gives to the notes that link to it.

use super::Person;
use crate::diagnostic::Diagnostic;

/// The facts about a person, from their own file or from a note that links to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Names besides the file's under which notes may link to it.
    pub aliases: Vec<String>,
    /// Their e-mail address.
    pub email: Option<String>,
    /// Their job title.
    pub title: Option<String>,
    /// The name to greet them by.
    pub call: Option<String>,
    /// Their postal address.
    pub post: Option<String>,
    /// Their phone number.
    pub phone: Option<String>,
    /// The agency that a recruiter works for.
    pub agency: Option<String>,
    /// Values that can't be used. They matter only where a note links to the file.
    pub problems: Vec<Diagnostic>,
}

impl Card {
    /// A person with the facts of their file, but for those that the note gives in its `own` words.
    pub fn complete(&self, person: &Person, own: &Card) -> Person {
        let or =
            |own: &Option<String>, here: &Option<String>| own.as_ref().or(here.as_ref()).cloned();
        Person {
            email: or(&own.email, &self.email),
            title: or(&own.title, &self.title),
            call: or(&own.call, &self.call),
            post: or(&own.post, &self.post),
            phone: or(&own.phone, &self.phone),
            ..person.clone()
        }
    }
}
