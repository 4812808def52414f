//! Turns interview notes into follow-ups.
//!
//! People who are looking for a job keep one Markdown note for each interview. This crate reads the folder and keeps two
//! things up to date: `FOLLOWUPS.md`, an agenda of whom to write to and when, and drafts of those messages next to each
//! note. It is a program first: its interface is the command line and the files, not this library.
//!
//! # One way through
//!
//! The folders of `src/` are the stages that a note passes on its way to the disk, and each imports only from those above
//! it in this list:
//!
//! | stage | holds |
//! | --- | --- |
//! | `text/` | text made safe for where it goes: a line, a link, Markdown, YAML, a slug |
//! | `dates/` | civil days: business days, days and time frames as people say them |
//! | `diagnostic/` | problems as values, and the one way in which they are shown |
//! | `rules/` | everything that is data: the cadence, the headings, what `journal.toml` changes of them |
//! | `notes/` | one file: front matter to fields, people, records; the body; the one-line edits |
//! | `plan/` | notes of one company and role as a process; processes and rules to dated follow-ups |
//! | `drafts/` | a follow-up to its message: scene, templates, language; what a draft is checked for |
//! | `agenda/` | a day as blocks, rendered as Markdown and for the terminal; ticks and the user's own words |
//! | `report/` | the search at a glance: its figures, and the page that shows it |
//! | `journal/` | the folder's content, as it was read, and the news; what a change on the disk is |
//! | `disk/` | the only place that touches files: reads the folder, carries changes out |
//! | `engine/` | from news to changes; what is kept between runs |
//! | `session/` | one folder, looked at, planned, and written until the disk agrees |
//! | `check/` | findings beyond a build's: drafts, own templates, exposed addresses, a survey, a proposal |
//! | `watch/` | a session kept up to date: events, and the time for a look |
//! | `export/` | the agenda, its problems and the figures for other programs |
//! | `cli/` | arguments to a command, its output and its exit status |
//!
//! Everything between reading and writing is a pure function of its arguments. Today is an argument; the clock is read in
//! one place, in `cli/`. So `build`, `build --check`, `build --diff`, `agenda` and `watch` are the same run with different
//! ends.
//!
//! What was ticked is input: it becomes records in notes before the day is planned. Generated files are artifacts with a
//! policy that says what they may replace. The notes are the state: there is no database, and a fingerprint in each draft
//! tells whether it is still as generated.
//!
//! # What holds everywhere
//!
//! - Parsing never fails: it gives what it could read, and `Diagnostic`s.
//! - What a note says is data. It enters through `text::one_line`, and leaves through the function for where it goes.
//! - The days on which things are due are in tables and not in code, and so are the words of messages, but for the
//!   greetings to choose from.
//! - An engine that starts with nothing gives the same as one that has worked for weeks.
//! - The text of a settled note is read when it is asked for (`notes/body`): as it was when the note was looked at, or what
//!   was worked out doesn't count.
//!
//! # The practice behind the rules
//!
//! Every person counts: each interviewer gets a note of their own, and so does everyone else who helped. Personal beats
//! polite: a message refers to something that was said, in the user's own words, and never claims what the note doesn't
//! say. Timing carries the tone: a thank-you goes out within a day; a status check goes out shortly after the date they
//! gave, or a week after the last word if they gave none, and at most twice for one time frame. A refusal is answered with
//! thanks, and with a request for feedback a few days later. An offer elsewhere is mentioned honestly, without the name of
//! the company that made it.

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
mod report;
mod rules;
mod session;
mod text;
mod watch;

pub use cli::run;

/// The parts that this package's own benchmarks and tests use. Unstable: they change with the inside of the crate.
#[doc(hidden)]
pub mod unstable {
    pub use crate::cli::command;
    pub use crate::dates::calendar::parse_date;
    pub use crate::diagnostic::{CODES, Diagnostic, Severity};
    pub use crate::drafts::{is_as_generated, own_paths};
    pub use crate::engine::Detail;
    pub use crate::journal::recording::Recording;
    pub use crate::journal::starter::settings;
    pub use crate::notes::blank::{Blank, Who};
    pub use crate::notes::body::TaskDays;
    pub use crate::notes::edit::{
        NotEditable, recorded, with_fields, with_task_ticked, with_update,
    };
    pub use crate::notes::front_matter;
    pub use crate::notes::person::wiki_link;
    pub use crate::notes::{Note, Outcome, Parsed, Record, parse};
    pub use crate::notes::{tree, yaml};
    pub use crate::rules::cadence::Cadence;
    pub use crate::rules::config::Config;
    pub use crate::rules::headings::Topic;
    pub use crate::rules::mapping::Mapping;
    pub use crate::session::{DayPlan, Patience, Session};
    pub use crate::text::one_line;
    pub use crate::watch::{Cause, Inbox, Options, Told, watch};
}
