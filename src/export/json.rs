//! The agenda, or its problems alone, as JSON. Paths and ids use `/` everywhere; what is absent is null.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::agenda::{Agenda, Item};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::followup::Status;
use crate::text::visible;

/// Version of this format: it changes when a field changes its meaning or goes.
const SCHEMA: u32 = 1;

/// The whole agenda, as pretty JSON with a line feed at the end.
pub fn agenda(agenda: &Agenda) -> String {
    let view = AgendaView {
        schema: SCHEMA,
        today: agenda.today,
        followups: agenda.items.iter().map(|item| FollowUpView::of(item)).collect(),
        waiting: agenda
            .waiting
            .iter()
            .map(|waiting| WaitingView {
                company: &waiting.note.company,
                role: waiting.note.role.as_deref(),
                note: &waiting.note.path,
                interviewed: waiting.interviewed,
                decision_date: waiting.decision,
                next_check: waiting.next_check,
            })
            .collect(),
        tasks: agenda
            .tasks
            .iter()
            .map(|task| TaskView { note: &task.note.path, line: task.line, text: &task.text })
            .collect(),
        problems: agenda.problems.iter().map(ProblemView::of).collect(),
    };
    pretty(&view)
}

/// Problems alone, as the agenda has them.
pub fn problems(problems: &[Diagnostic]) -> String {
    pretty(&ProblemsView {
        schema: SCHEMA,
        problems: problems.iter().map(ProblemView::of).collect(),
    })
}

/// JSON for people too, with a line feed at the end.
pub(crate) fn pretty(view: &impl Serialize) -> String {
    match serde_json::to_string_pretty(view) {
        Ok(json) => json + "\n",
        Err(error) => unreachable!("strings, numbers and dates are always JSON: {error}"),
    }
}

#[derive(Serialize)]
struct ProblemsView {
    schema: u32,
    problems: Vec<ProblemView>,
}

/// A day's agenda, as `journal agenda --format json` prints it. Paths and ids use `/`; what is absent is null.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "The agenda", rename = "Agenda")]
pub struct AgendaView<'a> {
    /// The version of this format: it changes when a field changes its meaning or goes.
    #[schemars(extend("const" = SCHEMA))]
    schema: u32,
    /// The day that the agenda is for.
    today: NaiveDate,
    /// What there is to do, and with `--all` what became of the rest.
    followups: Vec<FollowUpView<'a>>,
    /// The processes in which somebody else has the next word.
    waiting: Vec<WaitingView<'a>>,
    /// Open tasks of notes whose process goes on.
    tasks: Vec<TaskView<'a>>,
    /// What is wrong in the journal.
    problems: Vec<ProblemView>,
}

/// One follow-up, flat enough for a spreadsheet's row too.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FollowUp")]
pub struct FollowUpView<'a> {
    /// The note's path without `.md`, then the rule's id; it never changes.
    pub id: String,
    /// The rule's id up to its first slash.
    pub kind: &'a str,
    /// What to do, in a few words.
    pub title: String,
    /// The note's path from the journal's root.
    pub note: &'a str,
    /// Whom the interview was with.
    pub company: &'a str,
    /// The position.
    pub role: Option<&'a str>,
    /// Whom it is about.
    pub person: Option<PersonView<'a>>,
    /// The first day it makes sense.
    pub opens: NaiveDate,
    /// The day it should be done.
    pub due: NaiveDate,
    /// The day from which it is overdue.
    pub late: Option<NaiveDate>,
    /// The day from which it would be odd.
    pub lapses: Option<NaiveDate>,
    /// Where it stands on this day.
    #[schemars(extend("enum" = Status::ALL.map(Status::as_str)))]
    pub status: &'static str,
    /// Whether it is worth doing rather than owed.
    pub optional: bool,
    /// The draft's path from the journal's root, where there is one.
    pub draft: Option<&'a str>,
    /// How many blanks are left in it.
    pub blanks: usize,
    /// The rule, and the dates that it used.
    pub why: String,
}

/// Somebody, by name and address.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Person")]
pub struct PersonView<'a> {
    /// The name as the note has it.
    pub name: &'a str,
    /// The address, where the note holds a good one.
    pub email: Option<&'a str>,
}

impl<'a> FollowUpView<'a> {
    /// The view of one item.
    pub fn of(item: &'a Item) -> FollowUpView<'a> {
        let followup = &item.followup;
        let dates = &followup.standing.dates;
        FollowUpView {
            id: followup.id(),
            kind: followup.rule.kind(),
            title: followup.title(),
            note: &followup.note.path,
            company: &followup.note.company,
            role: followup.note.role.as_deref(),
            person: followup
                .person()
                .map(|person| PersonView { name: &person.name, email: person.email.as_deref() }),
            opens: dates.opens,
            due: dates.due,
            late: dates.late,
            lapses: dates.lapses,
            status: item.status.as_str(),
            optional: followup.rule.optional,
            draft: item.draft.as_ref().map(|draft| draft.path.as_str()),
            blanks: item.draft.as_ref().map_or(0, |draft| draft.blanks),
            why: followup.why(),
        }
    }
}

/// A process in which somebody else has the next word.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Waiting")]
struct WaitingView<'a> {
    /// Whom the interview was with.
    company: &'a str,
    /// The position.
    role: Option<&'a str>,
    /// The path of the current round's note.
    note: &'a str,
    /// The day of that interview.
    interviewed: NaiveDate,
    /// The last day of the decision window.
    decision_date: Option<NaiveDate>,
    /// The day of the next status check.
    next_check: Option<NaiveDate>,
}

/// An open task in a note.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Task")]
struct TaskView<'a> {
    /// The note's path.
    note: &'a str,
    /// Its line there, from 1.
    line: usize,
    /// What it says.
    text: &'a str,
}

/// Something that is wrong, and where.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
struct ProblemView {
    /// How much it matters.
    #[schemars(extend("enum" = Severity::ALL.map(Severity::as_str)))]
    severity: &'static str,
    /// What is wrong, as a code that never changes.
    code: &'static str,
    /// The file, from the journal's root.
    path: String,
    /// The line, from 1.
    line: Option<usize>,
    /// The column, from 1, in characters.
    column: Option<usize>,
    /// What is wrong, in words.
    message: String,
    /// What to do about it.
    help: String,
}

impl ProblemView {
    fn of(diagnostic: &Diagnostic) -> ProblemView {
        ProblemView {
            severity: diagnostic.problem.severity().as_str(),
            code: diagnostic.problem.code(),
            path: visible(&diagnostic.path),
            line: diagnostic.place.as_ref().map(|place| place.line),
            column: diagnostic.place.as_ref().map(|place| place.column),
            message: diagnostic.message(),
            help: diagnostic.problem.help(),
        }
    }
}
