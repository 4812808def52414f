//! From a file's text to its role in the journal.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::drafts;
use crate::journal::{AGENDA, Content, Entry, Found, Stamp, version};
use crate::notes::link::Link;
use crate::notes::{self, Parsed};
use crate::rules::mapping::Mapping;

/// A file's entry. Only the page and the calendar aren't Markdown. `mapping` has the journal's own names and words.
pub fn entry(path: &str, text: &str, stamp: Option<Stamp>, mapping: &Mapping) -> Entry {
    let mut problems = Vec::new();
    let content = content(path, text, mapping, &mut problems);
    let problems = problems.into_iter().map(Arc::new).collect();
    let links = match &content {
        Content::Notes(notes) => {
            notes.iter().flat_map(|note| note.links()).map(Link::key).collect()
        }
        _ => Vec::new(),
    };
    Entry { content, problems, links, version: version(text), stamp }
}

fn content(path: &str, text: &str, mapping: &Mapping, problems: &mut Vec<Diagnostic>) -> Content {
    if path == AGENDA {
        return Content::Agenda(text.to_owned());
    }
    if !path.ends_with(".md") {
        return Content::Overview(Found::overview(text.to_owned()));
    }
    let is_draft = drafts::is_draft(path);
    // A draft that was kept beside another version of itself is listed with the drafts.
    if (is_draft || path.contains(".draft.kept-")) && drafts::followup_of(text).is_some() {
        return Content::Draft(Found::new(text.to_owned()));
    }
    match notes::parse(path, text, mapping, problems) {
        Parsed::Note(note) => Content::Notes(vec![Arc::from(note)]),
        Parsed::Rounds(notes) => Content::Notes(notes.into_iter().map(Arc::new).collect()),
        // An emptied draft, or the user's own file at a draft's path.
        Parsed::Other | Parsed::Person(_) if is_draft => {
            Content::Draft(Found::new(text.to_owned()))
        }
        Parsed::Person(card) => Content::Person(Arc::from(card)),
        Parsed::Other => Content::Other,
        Parsed::Unusable => Content::Unusable,
    }
}
