//! Problems as values: what is wrong, where, and what to do about it.
//!
//! A [`Problem`] holds data; its words are in its row of the table. [`Diagnostic::render`] shows it with its line, in the
//! same way for every command.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::cmp::Ordering;

use crate::diagnostic::place::{Place, byte_at};
use crate::text::{one_line, visible};

pub mod place;
mod problem;

pub use problem::{CODES, Misplacement, Problem, WhyUnheard};

/// The severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be used; follow-ups may be missing.
    Error,
    /// Something looks wrong, or is in the way.
    Warning,
    /// Something could be better.
    Hint,
}

impl Severity {
    /// Every severity, the most serious first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Hint];

    /// The word for it, as shown to users.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

/// A problem and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The problem.
    pub problem: Problem,
    /// The file, relative to the journal's root.
    pub path: String,
    /// The place in the file, if there is one.
    pub place: Option<Box<Place>>,
}

impl Diagnostic {
    /// A problem with a file as a whole.
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

    /// The message, as one clean line.
    pub fn message(&self) -> String {
        one_line(&self.problem.to_string())
    }

    /// The message and the advice, in one line.
    pub fn sentence(&self) -> String {
        let (message, help) = (self.message(), one_line(&self.problem.help()));
        let join = if message.ends_with('?') { " " } else { "; " };
        format!("{message}{join}{help}")
    }

    /// The severity of the problem.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// The order in which problems are listed: by file, then by place, by code and by what they say.
    pub fn order(&self, other: &Diagnostic) -> Ordering {
        let key = |one: &Diagnostic| {
            let place = one.place.as_ref().map_or((0, 0), |place| (place.line, place.column));
            (place, one.problem.code())
        };
        let by_file = self.path.cmp(&other.path).then_with(|| key(self).cmp(&key(other)));
        by_file.then_with(|| self.message().cmp(&other.message()))
    }

    /// Renders the problem for people: its line with a mark under the value, and what to do about it. The output stream
    /// strips the styles if it can't show them.
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
        // The renderer cuts a long line itself; blanks for the skipped part keep the column right.
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
