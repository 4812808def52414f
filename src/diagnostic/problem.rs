//! What can be wrong, each with its code and how much it matters.

use chrono::NaiveDate;

use super::Severity;

/// Makes the problems and the table of their codes from one list: what a code means is its doc comment.
macro_rules! problems {
    ($(#[doc = $meaning:literal] $name:ident $({ $($field:ident: $type:ty),* $(,)? })? = $code:literal, $severity:ident;)*) => {
        /// What can be wrong. Each kind has a stable code.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Problem {
            $(#[doc = $meaning] $name $({ $($field: $type),* })?,)*
        }

        /// Every code, how much it matters, and what it means.
        pub const CODES: &[(&str, Severity, &str)] =
            &[$(($code, Severity::$severity, $meaning)),*];

        impl Problem {
            /// The stable code, for programs and for looking it up.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Problem::$name { .. } => $code,)*
                }
            }

            /// How much it matters.
            pub fn severity(&self) -> Severity {
                match self {
                    $(Problem::$name { .. } => Severity::$severity,)*
                }
            }
        }
    };
}

problems! {
    /// The system refuses to read the file.
    UnreadableFile { reason: String } = "unreadable-file", Error;
    /// The system would not show a file or folder, so nothing is known of what is in it.
    NotLookedAt { reason: String, is_refused: bool } = "not-looked-at", Error;
    /// The bytes are no UTF-8 text.
    NotUtf8 { utf16: bool } = "not-utf8", Error;
    /// The file is longer than any note.
    TooLarge { limit_mib: u64 } = "too-large", Error;
    /// A file name that can stand in no agenda: not UTF-8, or with a control character.
    UnusableName = "unusable-name", Error;
    /// A file name with no room for the names of its drafts.
    NameTooLong = "name-too-long", Error;
    /// A sync program's second copy of a note.
    ConflictCopy = "conflict-copy", Warning;
    /// A link that is named like a note; links are not followed.
    LinkedNote = "linked-note", Warning;
    /// The front matter has no closing fence.
    UnclosedFrontMatter = "unclosed-front-matter", Error;
    /// A merge left both sides' versions in the front matter.
    MergeConflict = "merge-conflict", Error;
    /// The front matter is no YAML.
    InvalidYaml { reason: String } = "invalid-yaml", Error;
    /// YAML that a note has no use for: an alias, a tag, a merge key.
    UnsupportedYaml { what: &'static str } = "unsupported-yaml", Error;
    /// A note by its other fields, but without the one that names it.
    MissingCompany { slip: Option<String> } = "missing-company", Error;
    /// A note without its day.
    MissingDate { slip: Option<String> } = "missing-date", Error;
    /// A value of another shape than the field's.
    WrongType { field: String, expected: &'static str } = "wrong-type", Error;
    /// No day of any calendar, or not written as one.
    InvalidDate { field: String, value: String } = "invalid-date", Error;
    /// A date in numbers whose day and month could be the other way round.
    AmbiguousDate { field: String, value: String, readings: (NaiveDate, NaiveDate) } = "ambiguous-date", Error;
    /// A date in another form than year, month and day.
    ForeignDate { field: String, value: String, reading: NaiveDate } = "foreign-date", Error;
    /// A key that is no field, but nearly one.
    UnknownKey { key: String, near: &'static str } = "unknown-key", Warning;
    /// A second name of a field that stands there already.
    UnreadField { key: String, read: &'static str } = "unread-field", Warning;
    /// An outcome in words that aren't known.
    UnknownOutcome { value: String, near: Option<&'static str> } = "unknown-outcome", Error;
    /// A decision window that can't be counted.
    UnknownWindow { value: String } = "unknown-window", Warning;
    /// A name that looks like several people.
    SeveralPeople { value: String } = "several-people", Error;
    /// No address that mail could be sent to.
    InvalidAddress { value: String } = "invalid-address", Error;
    /// A field that stands twice.
    DuplicateKey { key: String } = "duplicate-key", Error;
    /// A record of a follow-up in no known form.
    InvalidRecord { id: String, value: String } = "invalid-record", Error;
    /// An outcome without its day.
    MissingOutcomeDate { assumed: NaiveDate } = "missing-outcome-date", Hint;
    /// A day so many years away that the year is likely a slip.
    FarDate { date: NaiveDate, years: u32, side: &'static str } = "far-date", Warning;
    /// A second note of the same company, role, day and round.
    SameInterview { other: String } = "same-interview", Warning;
    /// A day that can only come after the interview, and lies before it.
    BeforeInterview { field: String, date: NaiveDate, interview: NaiveDate } = "before-interview", Warning;
    /// Somebody whom the note names a second time.
    SamePersonTwice { name: String, id: String } = "same-person-twice", Warning;
    /// A record of a follow-up that there can't be.
    UnknownRecord { id: String, near: Option<String> } = "unknown-record", Warning;
    /// A draft in which something is still to be filled in.
    BlanksLeft { count: usize } = "blanks-left", Hint;
    /// A draft longer than a message of its kind should be.
    DraftTooLong { count: usize, limit: usize, unit: &'static str } = "draft-too-long", Warning;
    /// A draft that greets somebody else than it goes to.
    WrongGreeting { greeted: String, to: String } = "wrong-greeting", Warning;
    /// A draft that doesn't say how to reach its sender.
    NoContactDetails = "no-contact-details", Hint;
    /// Words in a draft that everybody writes and nobody reads.
    WornPhrase { phrase: String } = "worn-phrase", Hint;
    /// A configuration that can't be used.
    InvalidConfig { reason: String } = "invalid-config", Error;
    /// A template that can't be read or fails.
    InvalidTemplate { reason: String } = "invalid-template", Error;
    /// A template of a kind that no message has.
    UnknownTemplate { kind: String, near: Option<&'static str> } = "unknown-template", Warning;
    /// A tick in the agenda that could not be recorded in its note.
    NotRecorded { id: String, why: String, by_hand: String } = "not-recorded", Error;
    /// An e-mail address in a file that git carries, where a remote looks public.
    AddressExposed { count: usize, remotes: Vec<String> } = "address-exposed", Warning;
    /// Something that the program did not write stands where it would write.
    InTheWay { what: &'static str } = "in-the-way", Warning;
}
