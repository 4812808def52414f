//! Problems as values: what is wrong, where, and what to do.
//!
//! A [`Problem`] holds data; its text is formed in one place. [`Diagnostic::render`] is the one rendering with the
//! line shown, for every command.
//!
//! # The codes
//!
//! | code | severity | what it means |
//! | --- | --- | --- |
//! | `address-exposed` | warning | An e-mail address in a file that git carries, where a remote looks public. |
//! | `ambiguous-date` | error | A date in numbers whose day and month could be the other way round. |
//! | `before-interview` | warning | A day that can only come after the interview, and lies before it. |
//! | `blanks-left` | hint | A draft in which something is still to be filled in. |
//! | `conflict-copy` | warning | A sync program's second copy of a note. |
//! | `draft-too-long` | warning | A draft longer than a message of its kind should be. |
//! | `duplicate-key` | error | A field that stands twice. |
//! | `far-date` | warning | A day so many years away that the year is likely a slip. |
//! | `foreign-date` | error | A date in another form than year, month and day. |
//! | `in-the-way` | warning | Something that the program did not write stands where it would write. |
//! | `invalid-address` | error | No address that mail could be sent to. |
//! | `invalid-config` | error | A configuration that can't be used. |
//! | `invalid-date` | error | No day of any calendar, or not written as one. |
//! | `invalid-record` | error | A record of a follow-up in no known form. |
//! | `invalid-template` | error | A template that can't be read or fails. |
//! | `invalid-yaml` | error | The front matter is no YAML. |
//! | `linked-note` | warning | A link that is named like a note; links are not followed. |
//! | `merge-conflict` | error | A merge left both sides' versions in the front matter. |
//! | `missing-company` | error | A note by its other fields, but without the one that names it. |
//! | `missing-date` | error | A note without its day. |
//! | `missing-outcome-date` | hint | An outcome without its day. |
//! | `name-too-long` | error | A file name with no room for the names of its drafts. |
//! | `no-contact-details` | hint | A draft that doesn't say how to reach its sender. |
//! | `not-looked-at` | error | The system would not show a file or folder, so nothing is known of what is in it. |
//! | `not-recorded` | error | A tick in the agenda that could not be recorded in its note. |
//! | `not-utf8` | error | The bytes are no UTF-8 text. |
//! | `same-interview` | warning | A second note of the same company, role, day and round. |
//! | `same-person-twice` | warning | Somebody whom the note names a second time. |
//! | `several-people` | error | A name that looks like several people. |
//! | `too-large` | error | The file is longer than any note. |
//! | `unclosed-front-matter` | error | The front matter has no closing fence. |
//! | `unknown-key` | warning | A key that is no field, but nearly one. |
//! | `unknown-outcome` | error | An outcome in words that aren't known. |
//! | `unknown-record` | warning | A record of a follow-up that there can't be. |
//! | `unknown-template` | warning | A template of a kind that no message has. |
//! | `unknown-window` | warning | A decision window that can't be counted. |
//! | `unread-field` | warning | A second name of a field that stands there already. |
//! | `unreadable-file` | error | The system refuses to read the file. |
//! | `unsupported-yaml` | error | YAML that a note has no use for: an alias, a tag, a merge key. |
//! | `unusable-name` | error | A file name that can stand in no agenda: not UTF-8, or with a control character. |
//! | `worn-phrase` | hint | Words in a draft that everybody writes and nobody reads. |
//! | `wrong-greeting` | warning | A draft that greets somebody else than it goes to. |
//! | `wrong-type` | error | A value of another shape than the field's. |

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diagnostic::place::{Place, byte_at};
use crate::text::{one_line, visible};

pub mod place;
mod problem;
mod words;

pub use problem::{CODES, Problem};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something that was written could not be used; follow-ups may be missing.
    Error,
    /// Something looks wrong, or stands in the way.
    Warning,
    /// Something could be said more exactly.
    Hint,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Hint];

    /// The word that users see.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

/// A problem and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// The file, relative to the journal's root.
    pub path: String,
    /// The place in the file, where there is one.
    pub place: Option<Box<Place>>,
}

impl Diagnostic {
    /// A problem of a whole file.
    pub fn of_file(path: &str, problem: Problem) -> Diagnostic {
        Diagnostic { problem, path: path.to_owned(), place: None }
    }

    /// A problem at a place.
    pub fn at(path: &str, place: Place, problem: Problem) -> Diagnostic {
        Diagnostic { place: Some(Box::new(place)), ..Diagnostic::of_file(path, problem) }
    }

    /// `path:line:column`, or the path alone.
    pub fn location(&self) -> String {
        match &self.place {
            Some(place) => format!("{}:{}:{}", visible(&self.path), place.line, place.column),
            None => visible(&self.path),
        }
    }

    /// What is wrong, clean and in one line.
    pub fn message(&self) -> String {
        one_line(&self.problem.to_string())
    }

    /// What is wrong and what to do, in one line.
    pub fn sentence(&self) -> String {
        let (message, help) = (self.message(), one_line(&self.problem.help()));
        let join = if message.ends_with('?') { " " } else { "; " };
        format!("{message}{join}{help}")
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// The order in which problems are told: by file, then by place, then by what they are.
    pub fn sort_key(&self) -> (&str, usize, usize, &'static str) {
        let (line, column) = self.place.as_ref().map_or((0, 0), |place| (place.line, place.column));
        (&self.path, line, column, self.problem.code())
    }

    /// The problem for a person: its line with a mark under the value, and what to do. With styles: the stream strips
    /// them where they can't be shown.
    pub fn render(&self) -> String {
        let level = match self.problem.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Hint => Level::NOTE.with_name("hint"),
        };
        let help = self.problem.help();
        let (message, place) = match &self.place {
            Some(place) => (self.message(), place),
            None => {
                let message = format!("{}: {}", visible(&self.path), self.message());
                let group = Group::with_title(level.primary_title(message).id(self.problem.code()))
                    .element(Level::HELP.message(help));
                return Renderer::styled().render(&[group]);
            }
        };
        // What was left out of the line counts for the column: the renderer cuts a long line itself.
        let line = " ".repeat(place.skipped) + &place.excerpt;
        let start = byte_at(&line, place.column - 1);
        let end = byte_at(&line, place.column - 1 + place.width);
        let path = visible(&self.path);
        let snippet = Snippet::source(line)
            .line_start(place.line)
            .path(path)
            .annotation(AnnotationKind::Primary.span(start..end));
        let group = level
            .primary_title(message)
            .id(self.problem.code())
            .element(snippet)
            .element(Level::HELP.message(help));
        Renderer::styled().render(&[group])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = include_str!("mod.rs");

    #[test]
    fn the_table_in_the_docs_is_that_of_the_code() {
        let mut rows: Vec<String> = CODES
            .iter()
            .map(|(code, severity, meaning)| {
                format!("//! | `{code}` | {} | {} |", severity.as_str(), meaning.trim())
            })
            .collect();
        rows.sort();
        let written = SOURCE.lines().filter(|line| line.starts_with("//! | `"));
        assert_eq!(written.collect::<Vec<_>>(), rows, "the rows are:\n{}", rows.join("\n"));
    }
}
