//! What stands at one path of the folder.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::drafts;
use crate::journal::Stamp;
use crate::notes::Note;

/// What stands at one path.
#[derive(Debug)]
pub struct Entry {
    /// What it is.
    pub content: Content,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
    /// Hash of the bytes that were read.
    pub version: u128,
    /// How the system told of the file when it was read, where that can be trusted to change with it.
    pub stamp: Option<Stamp>,
}

/// What a Markdown file is to the journal.
#[derive(Debug)]
pub enum Content {
    /// A note.
    Note(Arc<Note>),
    /// A file that looks like a note and can't be used: its drafts wait with it.
    Unusable,
    /// A file named like a draft.
    Draft(Found),
    /// The agenda.
    Agenda(String),
    /// No file, or none that could be taken for one of ours.
    Obstacle(&'static str),
    /// Nothing that concerns the journal.
    Other,
}

/// A draft as it was found.
#[derive(Debug)]
pub struct Found {
    /// The whole file.
    pub text: String,
    /// Whether it is, byte for byte, what this program once wrote.
    pub is_untouched: bool,
}

impl Entry {
    /// An entry that was not read from a file.
    pub fn unread(content: Content, problem: Option<Diagnostic>) -> Entry {
        Entry { content, problems: problem.into_iter().collect(), version: 0, stamp: None }
    }

    pub(super) fn is_same(&self, other: &Entry) -> bool {
        let is_same_content = match (&self.content, &other.content) {
            (Content::Obstacle(what), Content::Obstacle(other)) => what == other,
            (content, other) => std::mem::discriminant(content) == std::mem::discriminant(other),
        };
        is_same_content && self.version == other.version && self.problems == other.problems
    }

    /// Whether it has nothing to do with the journal.
    pub(super) fn is_nobodys(&self) -> bool {
        matches!(self.content, Content::Other) && self.problems.is_empty()
    }

    pub(super) fn note(&self) -> Option<&Arc<Note>> {
        match &self.content {
            Content::Note(note) => Some(note),
            _ => None,
        }
    }
}

impl Found {
    /// A draft's file.
    pub fn new(text: String) -> Found {
        Found { is_untouched: drafts::is_as_generated(&text), text }
    }
}
