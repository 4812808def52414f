//! A person as a note knows them, and all that can be told from their name and title.
//!
//! Each file is a question: how a name is `written`, its `parts`, what they are `called` by, if two are the `same`, if
//! words stand in place of a name (`nameless`), and their part in the `hire`.

mod address;
mod called;
mod hire;
mod nameless;
mod parts;
mod referral;
mod same;
mod words;
mod written;

use std::sync::Arc;

pub use address::{is_address, is_host};
pub use nameless::without_description;
pub use referral::{has_referral, is_referral};
pub use words::{is_credential, is_honorific, is_particle, is_senior};
pub use written::{
    AND, clean_name, deed_behind, has_and, is_family_first, is_nobody, is_plain,
    is_single_family_first, looks_like_several, says_nobody, split_address, wiki_link,
    without_aside, without_bullet,
};

use super::body::Fragment;
use super::link::Link;
use crate::text::slug;

/// A person named in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name as a slug, made unique within the note.
    pub id: String,
    /// The name as written, as one clean line.
    pub name: String,
    /// The e-mail address, if the note has a valid one.
    pub email: Option<String>,
    /// Their job title.
    pub title: Option<String>,
    /// The name to greet them by, if the note says so.
    pub call: Option<String>,
    /// Their postal address, for a note on paper.
    pub post: Option<String>,
    /// Their phone number.
    pub phone: Option<String>,
    /// True if the note marks them as the lead interviewer.
    pub lead: bool,
    /// True if the note says behind their name that they referred the user.
    pub has_referred: bool,
    /// What the note says behind a helper's name that they did: `Tom Nash (gave me a tour)`.
    pub deed: Option<Box<Fragment>>,
    /// The link to a file about them.
    pub link: Option<Arc<Link>>,
}

impl Person {
    /// A person with nothing but a name; `None` if it has no letters.
    pub fn named(name: &str) -> Option<Person> {
        clean_name(name).map(|name| Person {
            id: slug(&name, "person"),
            name,
            email: None,
            title: None,
            call: None,
            post: None,
            phone: None,
            lead: false,
            has_referred: false,
            deed: None,
            link: None,
        })
    }

    /// The person, with the facts that are known from elsewhere where these are missing.
    pub fn with_facts_of(&self, known: &Person) -> Person {
        let or =
            |of: fn(&Person) -> &Option<String>| of(self).as_ref().or(of(known).as_ref()).cloned();
        Person {
            email: or(|one| &one.email),
            title: or(|one| &one.title),
            call: or(|one| &one.call),
            post: or(|one| &one.post),
            phone: or(|one| &one.phone),
            has_referred: self.has_referred || known.has_referred,
            ..self.clone()
        }
    }

    /// The name as the note has it, with the brackets of a link.
    pub fn written(&self) -> String {
        self.link.as_ref().map_or_else(|| self.name.clone(), |link| link.written())
    }
}
