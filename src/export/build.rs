//! What a build changed, or would change, as JSON.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::agenda::Agenda;
use crate::export::json::{CountsView, ProblemView, pretty};
use crate::journal::change::{Change, Kind, Step};
use crate::session::{Failure, Written};

/// The version of this format. It changes when a field changes its meaning or is removed.
const SCHEMA: u32 = 1;

/// The words for what happens to a file.
const ACTIONS: [&str; 4] = ["create", "renew", "record", "remove"];

/// The outcome of a build.
#[derive(Debug)]
pub struct Outcome<'a> {
    /// The day's agenda.
    pub agenda: &'a Agenda,
    /// False where nothing was written, because it was only asked what would be.
    pub is_written: bool,
    /// The changes, in the order in which they are made.
    pub changes: Vec<&'a Change>,
    /// What was recorded in notes, or would be.
    pub recorded: &'a [Written],
    /// Versions of the user's that were kept beside the files saved in their place.
    pub kept: &'a [String],
    /// Files that could not be written, or couldn't be, and why.
    pub failures: &'a [Failure],
}

/// The outcome as pretty JSON with a line feed at the end.
pub fn build(outcome: &Outcome<'_>) -> String {
    let Outcome { agenda, is_written, changes, recorded, kept, failures } = outcome;
    let change =
        |change: &&Change| ChangeView { path: change.path.clone(), action: action(change) };
    let recorded = recorded.iter().map(|one| RecordedView {
        note: &one.recording.note,
        id: one.recording.id(),
        text: &one.words,
    });
    let failures = failures.iter().map(|Failure { path, reason }| FailureView { path, reason });
    pretty(&BuildView {
        schema: SCHEMA,
        today: agenda.today,
        written: *is_written,
        changes: changes.iter().map(change).collect(),
        recorded: recorded.collect(),
        kept,
        failures: failures.collect(),
        counts: CountsView::of(agenda),
        problems: agenda.problems.iter().map(|one| ProblemView::of(one)).collect(),
    })
}

/// The word for what happens to a file.
pub fn action(change: &Change) -> &'static str {
    let [create, renew, record, remove] = ACTIONS;
    match (&change.step, change.kind) {
        (Step::Create(_), _) => create,
        (Step::Replace { .. }, Kind::Users) => record,
        (Step::Replace { .. }, _) => renew,
        (Step::Remove(_), _) => remove,
    }
}

/// The outcome of a build, as `journal build --format json` prints it. Paths and ids use `/`; absent values are null.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "A build", rename = "Build")]
pub struct BuildView<'a> {
    /// The version of this format. It changes when a field changes its meaning or is removed.
    #[schemars(extend("const" = SCHEMA))]
    schema: u32,
    /// The day that was built for.
    today: NaiveDate,
    /// False with `--check`: these are the changes that a build would make.
    written: bool,
    /// The changes of files: first the records in notes, last the agenda.
    changes: Vec<ChangeView>,
    /// The ticks that were recorded in notes, or that a build would record.
    recorded: Vec<RecordedView<'a>>,
    /// The paths under which versions of yours were kept beside files that were saved at the same moment.
    kept: &'a [String],
    /// The files that could not be written.
    failures: Vec<FailureView<'a>>,
    /// The numbers in the agenda's line of counts.
    counts: CountsView,
    /// The problems in the journal.
    problems: Vec<ProblemView>,
}

/// A change of a file.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Change")]
struct ChangeView {
    /// The file's path from the journal's root.
    path: String,
    /// What happens to it: `create` and `renew` are about generated files, `record` is about a note.
    #[schemars(extend("enum" = ACTIONS))]
    action: &'static str,
}

/// A tick that was recorded.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Recorded")]
struct RecordedView<'a> {
    /// The note's path.
    note: &'a str,
    /// The id of the follow-up, or of the task in its note.
    id: String,
    /// The record in words.
    text: &'a str,
}

/// A file that could not be written.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Failure")]
struct FailureView<'a> {
    /// The file's path from the journal's root.
    path: &'a str,
    /// The reason.
    reason: &'a str,
}
