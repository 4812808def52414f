//! A file about a person: what it says of them, for the notes that link to it.

use super::Person;
use crate::diagnostic::Diagnostic;

/// What a file about a person says of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Names besides the file's under which notes may link to it.
    pub aliases: Vec<String>,
    /// Their e-mail address.
    pub email: Option<String>,
    /// Their job title.
    pub title: Option<String>,
    /// What to greet them by.
    pub call: Option<String>,
    /// Their postal address.
    pub post: Option<String>,
    /// The agency that a recruiter works for.
    pub agency: Option<String>,
    /// Values that can't be used. They matter only where a note links to the file.
    pub problems: Vec<Diagnostic>,
}

impl Card {
    /// A person with what their file says wherever the note says nothing.
    pub fn complete(&self, person: &Person) -> Person {
        let or =
            |own: &Option<String>, here: &Option<String>| own.as_ref().or(here.as_ref()).cloned();
        Person {
            email: or(&person.email, &self.email),
            title: or(&person.title, &self.title),
            call: or(&person.call, &self.call),
            post: or(&person.post, &self.post),
            ..person.clone()
        }
    }
}
