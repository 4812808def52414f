//! Problems as values: what is wrong, where, and what to do.
//!
//! A [`Problem`] holds data; its text is formed in one place. [`Diagnostic::render`] is the one rendering with the
//! line shown, for every command.

use std::fmt;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use chrono::NaiveDate;

use crate::source::Place;
use crate::text::visible;
use crate::window;

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
    /// The word that users see.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

/// What can be wrong. Each kind has a stable code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The system refuses to read the file.
    UnreadableFile { reason: String },
    /// The bytes are no UTF-8 text.
    NotUtf8 { utf16: bool },
    /// The file is longer than any note.
    TooLarge { limit_mib: u64 },
    /// A file name that can stand in no agenda: not UTF-8, or with a control character.
    UnusableName,
    /// A file name with no room for the names of its drafts.
    NameTooLong,
    /// A sync program's second copy of a note.
    ConflictCopy,
    /// The front matter has no closing fence.
    UnclosedFrontMatter,
    /// The front matter is no YAML.
    InvalidYaml { reason: String },
    /// YAML that a note has no use for: an alias, a tag, a merge key.
    UnsupportedYaml { what: &'static str },
    /// A note by its other fields, but without the one that names it.
    MissingCompany,
    /// A note without its day.
    MissingDate,
    /// A value of another shape than the field's.
    WrongType { field: String, expected: &'static str },
    /// No day of any calendar, or not written as one.
    InvalidDate { field: String, value: String },
    /// An outcome in words that aren't known.
    UnknownOutcome { value: String },
    /// A decision window that can't be counted.
    UnknownWindow { value: String },
    /// A name that looks like several people.
    SeveralPeople { value: String },
    /// No address that mail could be sent to.
    InvalidAddress { value: String },
    /// A field that stands twice.
    DuplicateKey { key: String },
    /// A record of a follow-up in no known form.
    InvalidRecord { id: String, value: String },
    /// An outcome without its day.
    MissingOutcomeDate { assumed: NaiveDate },
    /// A configuration that can't be used.
    InvalidConfig { reason: String },
    /// A template that can't be read or fails.
    InvalidTemplate { reason: String },
    /// A tick in the agenda that could not be recorded in its note.
    NotRecorded { id: String, why: String, by_hand: String },
    /// Something that the program did not write stands where it would write.
    InTheWay { what: &'static str },
}

use Problem::*;

impl Problem {
    /// The stable code, for programs and for looking it up.
    pub fn code(&self) -> &'static str {
        match self {
            UnreadableFile { .. } => "unreadable-file",
            NotUtf8 { .. } => "not-utf8",
            TooLarge { .. } => "too-large",
            UnusableName => "unusable-name",
            NameTooLong => "name-too-long",
            ConflictCopy => "conflict-copy",
            UnclosedFrontMatter => "unclosed-front-matter",
            InvalidYaml { .. } => "invalid-yaml",
            UnsupportedYaml { .. } => "unsupported-yaml",
            MissingCompany => "missing-company",
            MissingDate => "missing-date",
            WrongType { .. } => "wrong-type",
            InvalidDate { .. } => "invalid-date",
            UnknownOutcome { .. } => "unknown-outcome",
            UnknownWindow { .. } => "unknown-window",
            SeveralPeople { .. } => "several-people",
            InvalidAddress { .. } => "invalid-address",
            DuplicateKey { .. } => "duplicate-key",
            InvalidRecord { .. } => "invalid-record",
            MissingOutcomeDate { .. } => "missing-outcome-date",
            InvalidConfig { .. } => "invalid-config",
            InvalidTemplate { .. } => "invalid-template",
            NotRecorded { .. } => "not-recorded",
            InTheWay { .. } => "in-the-way",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            MissingOutcomeDate { .. } => Severity::Hint,
            UnknownWindow { .. } | ConflictCopy | InTheWay { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> String {
        match self {
            UnreadableFile { .. } => "check the file's permissions".into(),
            NotUtf8 { utf16: true } => "save it as UTF-8; it looks like UTF-16".into(),
            NotUtf8 { utf16: false } => "save it as UTF-8".into(),
            TooLarge { .. } => "split it, or list it under `ignore` in journal.toml".into(),
            UnusableName => "rename it with plain characters".into(),
            NameTooLong => "give the note a shorter name".into(),
            ConflictCopy => "take over what is new in it, then delete it".into(),
            UnclosedFrontMatter => "end the front matter with a line of three dashes: ---".into(),
            InvalidYaml { .. } => {
                "quote values that hold a colon or start with a special character".into()
            }
            UnsupportedYaml { .. } => "write the value out".into(),
            MissingCompany => "add a line such as `company: Acme Robotics`".into(),
            MissingDate => "add the day of the interview: `date: 2026-03-02`".into(),
            WrongType { expected, .. } => format!("write {expected}"),
            InvalidDate { .. } => "write year, month and day: 2026-03-02".into(),
            UnknownOutcome { .. } => "write one of: pending, more_interviews, hiring_manager, offer, accepted, \
                declined, rejected, withdrawn, no_response"
                .into(),
            UnknownWindow { .. } => format!("forms that are understood: {}", window::FORMS),
            SeveralPeople { .. } => "list people one by one: [Jane Doe, Ravi Patel]".into(),
            InvalidAddress { .. } => "write it as name@company.example".into(),
            DuplicateKey { .. } => "keep one of the two".into(),
            InvalidRecord { .. } => {
                "forms that are understood: done 2026-03-03, skipped 2026-03-03, snoozed until 2026-03-10".into()
            }
            MissingOutcomeDate { .. } => "add the day you heard: `outcome_date: 2026-03-20`".into(),
            InvalidConfig { .. } => "mend this line, or remove it to use the default".into(),
            InvalidTemplate { .. } => "mend the template, or remove it to use the built-in one".into(),
            NotRecorded { by_hand, .. } => format!("{by_hand}; until then the tick stays in the agenda"),
            InTheWay { .. } => "move it away, then build again".into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UnreadableFile { reason } => write!(f, "can't be read: {reason}"),
            NotUtf8 { .. } => write!(f, "is not UTF-8 text"),
            TooLarge { limit_mib } => write!(f, "is larger than {limit_mib} MiB and was not read"),
            UnusableName => {
                write!(
                    f,
                    "has a name that is not UTF-8 or holds a control character; it was not read"
                )
            }
            NameTooLong => write!(f, "has a name too long for the names of its drafts"),
            ConflictCopy => {
                write!(f, "looks like a sync program's conflict copy and was not read as a note")
            }
            UnclosedFrontMatter => write!(f, "the front matter is not closed"),
            InvalidYaml { reason } => write!(f, "the front matter is not valid YAML: {reason}"),
            UnsupportedYaml { what } => write!(f, "{what} can't be used in a note"),
            MissingCompany => write!(f, "has fields of an interview note, but no `company`"),
            MissingDate => write!(f, "the note has no `date`"),
            WrongType { field, expected } => write!(f, "`{field}` should be {expected}"),
            InvalidDate { field, value } => write!(f, "`{field}`: {value:?} is not a date"),
            UnknownOutcome { value } => write!(f, "{value:?} is not a known outcome"),
            UnknownWindow { value } => {
                write!(f, "the decision window {value:?} is not understood and counts as none")
            }
            SeveralPeople { value } => write!(f, "{value:?} looks like more than one person"),
            InvalidAddress { value } => write!(f, "{value:?} is not an e-mail address"),
            DuplicateKey { key } => write!(f, "`{key}` stands twice"),
            InvalidRecord { id, value } => {
                write!(f, "the record of {id} is not understood: {value:?}")
            }
            MissingOutcomeDate { assumed } => {
                write!(f, "the outcome has no `outcome_date`; {assumed} is assumed")
            }
            InvalidConfig { reason } => write!(f, "journal.toml can't be used: {reason}"),
            InvalidTemplate { reason } => write!(f, "the template can't be used: {reason}"),
            NotRecorded { id, why, .. } => {
                write!(f, "what became of {id} could not be recorded: {why}")
            }
            InTheWay { what } => {
                write!(f, "{what} stands where journal would write; it was left alone")
            }
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
        crate::text::one_line(&self.problem.to_string())
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
        let start = byte_at(&place.excerpt, place.column - 1);
        let end = byte_at(&place.excerpt, place.column - 1 + place.width);
        let path = visible(&self.path);
        let snippet = Snippet::source(place.excerpt.as_str())
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

fn byte_at(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)
}
