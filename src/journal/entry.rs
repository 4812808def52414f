//! One path's content, and its problems.

use std::sync::Arc;

use crate::agenda::ics;
use crate::diagnostic::Diagnostic;
use crate::drafts;
use crate::journal::Stamp;
use crate::journal::address_book::AddressBook;
use crate::notes::body::Texts;
use crate::notes::{Card, Note};
use crate::report;

/// One path's content, and its problems.
#[derive(Debug)]
pub struct Entry {
    /// The content.
    pub content: Content,
    /// Its problems.
    pub problems: Vec<Arc<Diagnostic>>,
    /// The names in its notes' links to files about people.
    pub links: Vec<String>,
    /// Hash of the bytes that were read.
    pub version: u128,
    /// The file's stamp when it was read, if a later change is sure to have another.
    pub stamp: Option<Stamp>,
}

/// The role that a file plays in the journal.
#[derive(Debug)]
pub enum Content {
    /// The interviews of a note: most have one.
    Notes(Vec<Arc<Note>>),
    /// A file about a person, whom notes may link to.
    Person(Arc<Card>),
    /// A file that looks like a note but can't be used; its drafts stay as they are.
    Unusable,
    /// A file named like a draft.
    Draft(Found),
    /// The agenda.
    Agenda(String),
    /// The file at the path of the page or the calendar.
    Overview(Found),
    /// Something other than a plain file, or a file that can't be one of ours.
    Obstacle(&'static str),
    /// Nothing to do with the journal.
    Other,
}

/// A generated file as it was found.
#[derive(Debug)]
pub struct Found {
    /// The whole file.
    pub text: String,
    /// Tells whether a text of its kind is as this program wrote it.
    is_as_generated: fn(&str) -> bool,
}

impl Entry {
    /// An entry for something that was not read.
    pub fn unread(content: Content, problem: Option<Diagnostic>) -> Entry {
        let problems = problem.into_iter().map(Arc::new).collect();
        Entry { content, problems, links: Vec::new(), version: 0, stamp: None }
    }

    /// Leaves the text of a note that is settled, as far as it says itself, in its file.
    pub fn leave_text(&mut self, texts: &Arc<dyn Texts>, path: &str, text: &str) {
        if let Content::Notes(notes) = &mut self.content
            && let [note] = &mut notes[..]
            && note.outcome.value().is_some_and(|outcome| !outcome.is_open())
            && let Some(note) = Arc::get_mut(note)
        {
            note.body.leave_text(texts, path, text, self.version);
        }
    }

    /// Returns true if a text that was left was asked for, and could not be read again.
    pub fn has_lost_text(&self) -> bool {
        self.notes().iter().any(|note| note.body.is_lost())
    }

    pub(super) fn is_same(&self, other: &Entry) -> bool {
        let is_same_content = match (&self.content, &other.content) {
            (Content::Obstacle(what), Content::Obstacle(other)) => what == other,
            (content, other) => std::mem::discriminant(content) == std::mem::discriminant(other),
        };
        is_same_content
            && self.version == other.version
            && self.problems == other.problems
            && !self.has_lost_text()
    }

    /// Returns true if it has nothing to do with the journal.
    pub fn is_nobodys(&self) -> bool {
        matches!(self.content, Content::Other) && self.problems.is_empty()
    }

    /// What it says of a person, if it is about one.
    pub(super) fn card(&self) -> Option<&Arc<Card>> {
        match &self.content {
            Content::Person(card) => Some(card),
            _ => None,
        }
    }

    /// Completes its notes with what the files of their people say.
    pub(super) fn complete(&mut self, people: &AddressBook) {
        // Most notes link to nobody, and are not looked at for it.
        if let Content::Notes(notes) = &mut self.content
            && !self.links.is_empty()
        {
            notes.iter_mut().for_each(|note| people.complete(note));
        }
    }

    pub(super) fn notes(&self) -> &[Arc<Note>] {
        match &self.content {
            Content::Notes(notes) => notes,
            _ => &[],
        }
    }
}

impl Found {
    /// A draft's file.
    pub fn new(text: String) -> Found {
        Found { text, is_as_generated: drafts::is_as_generated }
    }

    /// The file of the page or the calendar.
    pub fn overview(text: String) -> Found {
        let is_as_generated =
            |text: &str| report::is_as_generated(text) || ics::is_as_generated(text);
        Found { text, is_as_generated }
    }

    /// Returns true if it is as this program wrote it. Nobody asks that of one that is as it ought to be.
    pub fn is_untouched(&self) -> bool {
        (self.is_as_generated)(&self.text)
    }
}
