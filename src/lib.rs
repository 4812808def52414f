//! Interview notes in, follow-ups out.
//!
//! People who look for a job keep one Markdown note for each interview. This crate reads the folder and keeps two things
//! up to date: `FOLLOWUPS.md`, the agenda of whom to write to and when, and drafts of those messages next to each note.
//!
//! # The one way through
//!
//! ```text
//! scan ─▶ note ─▶ process ─▶ plan ─▶ draft, agenda ─▶ reconcile ─▶ apply
//! files   notes   hiring     dated   the files that   what has     the only
//!         and     processes  follow- ought to exist   to change    place that
//!         problems           ups                      on disk      writes
//! ```
//!
//! [`session`] runs it on a folder. Everything between [`scan`] and [`apply`] is a pure function of its arguments:
//! [`build`] does no I/O, prints nothing, and gets the day as an argument. So `build`, its `--check` and `--diff`,
//! `watch` and `agenda` are one run with another end.
//!
//! A run works out only what is new. [`journal`](mod@journal) knows which files are not what they were, [`build`] keeps
//! what each hiring process added to the day, and only the processes that something new concerns are planned again. What
//! is kept is a cache: a run that starts with nothing comes to the same.
//!
//! # Where a change belongs
//!
//! | module | holds |
//! | --- | --- |
//! | [`scan`] | \[I/O\] the folder: what is read, what is passed over, and why |
//! | [`journal`](mod@journal) | what the folder held, as it was read, and what of it is new |
//! | [`note`] | one note: front matter, fields, people, outcome, records and how they are written, body |
//! | [`field`] | a value of a note, or why there is none |
//! | [`window`] | the decision window as people say it |
//! | [`calendar`] | business days, holidays, offsets such as `2b` and `7d` |
//! | [`day`] | a day as people say it |
//! | [`process`] | notes of one company and role |
//! | [`cadence`] | the rules as data: `cadence.toml`, changed by `journal.toml` |
//! | [`config`] | `journal.toml` |
//! | [`plan`] | from processes and rules to dated follow-ups |
//! | [`followup`] | one thing to do: what, for whom, when, and where it stands on a day |
//! | [`draft`] | a follow-up's message file, its templates, its fingerprint |
//! | [`checklist`] | what a good message of each kind holds, and what a draft has of it |
//! | [`agenda`] | what a day's agenda holds; as Markdown and for the terminal; the user's own lines in it |
//! | [`build`] | what each process adds to a day, and the day as a whole |
//! | [`survey`] | what the files of a folder were read as, counted |
//! | [`rehearsal`] | own templates tried on made-up notes |
//! | [`pick`] | which follow-up somebody's words mean |
//! | [`export`] | the agenda and its problems for other programs |
//! | [`schema`] | JSON Schemas of notes, configuration and agenda |
//! | [`starter`] | what a new journal starts with |
//! | [`git`] | \[I/O\] what git knows of a folder: its place in a repository, remotes, the files that it carries |
//! | [`privacy`] | \[I/O\] people's addresses where git would show them to strangers |
//! | [`reconcile`] | what ought to be against what is: the changes |
//! | [`apply`] | \[I/O\] carries changes out, without losing what a user saved in between |
//! | [`session`] | \[I/O\] one run, repeated until the disk agrees |
//! | [`watch`] | \[I/O\] a session kept up to date: what wakes it, and when a file is worth a look |
//! | [`diagnostic`] | problems as values, and how they are shown |
//! | [`source`], [`text`] | places in a file; text from notes made safe for where it goes |
//!
//! # What holds everywhere
//!
//! - Parsing never fails: it gives what it could read, and [`diagnostic::Diagnostic`]s.
//! - The notes are the state. There is no database: a fingerprint in each draft, and hashes in the agenda, tell what is
//!   still as generated.
//! - What a note says is data. It enters through [`text::one_line`] and leaves through the function of its destination.
//! - No count of days stands in code.
//!
//! # The practice behind the rules
//!
//! Every person counts: each interviewer gets a note of their own, and so does whoever else helped. Personal beats
//! polite: a message refers to something that was said, in the user's own words, and never claims what the note doesn't
//! hold. Timing carries the tone: a thank-you goes out within a day, a status check shortly after the date that they
//! gave, or a week after the last word where they gave none, and there are at most two of them for one time frame. A
//! refusal is answered with thanks, and with a request for feedback some days later. An offer elsewhere is told honestly,
//! and without the name of the company that made it.

mod agenda;
mod check;
mod cli;
mod dates;
mod diagnostic;
mod disk;
mod drafts;
mod engine;
mod export;
mod journal;
mod notes;
mod plan;
mod rules;
mod session;
mod text;
mod watch;

pub use cli::run;

/// What the benchmarks and tests of this package use. It follows the inside of the crate, and changes with it.
#[doc(hidden)]
pub mod unstable {
    pub use crate::dates::calendar::parse_date;
    pub use crate::diagnostic::{CODES, Diagnostic, Severity};
    pub use crate::drafts::{is_as_generated, own_paths};
    pub use crate::journal::starter;
    pub use crate::notes::blank::{Blank, Who};
    pub use crate::notes::edit::{NotEditable, recorded};
    pub use crate::notes::front_matter;
    pub use crate::notes::person::wiki_link;
    pub use crate::notes::yaml;
    pub use crate::notes::{Note, Outcome, Parsed, Record, parse};
    pub use crate::rules::cadence::Cadence;
    pub use crate::rules::config::Config;
    pub use crate::rules::headings::Topic;
    pub use crate::session::Session;
    pub use crate::text::one_line;
    pub use crate::watch::{Cause, Inbox, Options, Told, watch};
}
