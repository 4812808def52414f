//! The agenda, or its problems alone, as JSON. Paths and ids use `/` everywhere; what is absent is null.

use chrono::NaiveDate;
use serde::Serialize;

use crate::agenda::{Agenda, Item};
use crate::diagnostic::Diagnostic;
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

fn pretty(view: &impl Serialize) -> String {
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

#[derive(Serialize)]
struct AgendaView<'a> {
    schema: u32,
    today: NaiveDate,
    followups: Vec<FollowUpView<'a>>,
    waiting: Vec<WaitingView<'a>>,
    tasks: Vec<TaskView<'a>>,
    problems: Vec<ProblemView>,
}

/// One follow-up, flat enough for a spreadsheet's row too.
#[derive(Debug, Serialize)]
pub struct FollowUpView<'a> {
    pub id: String,
    pub kind: &'a str,
    pub title: String,
    pub note: &'a str,
    pub company: &'a str,
    pub role: Option<&'a str>,
    pub person: Option<PersonView<'a>>,
    pub opens: NaiveDate,
    pub due: NaiveDate,
    pub late: Option<NaiveDate>,
    pub lapses: Option<NaiveDate>,
    pub status: &'static str,
    pub optional: bool,
    pub draft: Option<&'a str>,
    pub blanks: usize,
    pub why: String,
}

/// Somebody, by name and address.
#[derive(Debug, Serialize)]
pub struct PersonView<'a> {
    pub name: &'a str,
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

#[derive(Serialize)]
struct WaitingView<'a> {
    company: &'a str,
    role: Option<&'a str>,
    note: &'a str,
    interviewed: NaiveDate,
    decision_date: Option<NaiveDate>,
    next_check: Option<NaiveDate>,
}

#[derive(Serialize)]
struct TaskView<'a> {
    note: &'a str,
    line: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct ProblemView {
    severity: &'static str,
    code: &'static str,
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
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
