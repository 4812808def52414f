//! A note on the page: its company and role, with a link to it.

use serde::Serialize;

use crate::notes::Note;
use crate::text;

/// The longest text of a note on the page, in characters.
const TEXT_LIMIT: usize = 90;

/// The way from the page to the journal's root: a beginning for links, or none if it doesn't lie in the journal.
#[derive(Clone, Copy, Debug)]
pub struct Home<'h>(pub Option<&'h str>);

impl Home<'_> {
    /// A link to a file in the journal.
    pub fn link(self, path: &str) -> Option<String> {
        self.0.map(|home| format!("{home}{}", text::link(path)))
    }
}

/// Company and role of a note, with a link to it.
#[derive(Debug, Serialize)]
pub struct Place {
    company: String,
    role: Option<String>,
    link: Option<String>,
}

impl Place {
    /// The place of a note.
    pub fn of(note: &Note, home: Home<'_>) -> Place {
        Place {
            company: clipped(&note.company),
            role: note.role.as_deref().map(clipped),
            link: home.link(&note.path),
        }
    }
}

/// A text that is short enough for a line of the page.
pub fn clipped(text: &str) -> String {
    text::clipped(text, TEXT_LIMIT)
}
