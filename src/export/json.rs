//! The agenda, or its problems alone, as JSON. Paths and ids use `/` everywhere; absent values are null.

use std::sync::Arc;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::agenda::course::Course;
use crate::agenda::situation::{Interview, Offer, Quiet, Waiting};
use crate::agenda::task::Task;
use crate::agenda::tick::Tick;
use crate::agenda::{Agenda, Item, OrphanedDraft, Section};
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::followup::FollowUpView;
use crate::plan::asks::Ask;
use crate::plan::stage::Stage;
use crate::text::visible;

/// The version of this format. It changes when a field changes its meaning or is removed.
const SCHEMA: u32 = 1;

/// The whole agenda, as pretty JSON with a line feed at the end.
pub fn agenda(agenda: &Agenda) -> String {
    pretty(&AgendaView {
        schema: SCHEMA,
        today: agenda.today,
        counts: CountsView::of(agenda),
        holiday_season: agenda.is_holiday_season,
        followups: followups(&agenda.items, agenda),
        done: followups(&agenda.done, agenda),
        unrecorded: unrecorded(agenda),
        interviews: agenda.interviews.iter().map(InterviewView::of).collect(),
        processes: agenda.courses.iter().map(|one| ProcessView::of(one)).collect(),
        waiting: agenda.waiting.iter().map(WaitingView::of).collect(),
        offers: agenda.offers.iter().map(OfferView::of).collect(),
        quiet: agenda.quiet.iter().map(QuietView::of).collect(),
        tasks: agenda.tasks.iter().map(|task| TaskView::of(task, agenda)).collect(),
        orphaned_drafts: agenda.orphaned_drafts.iter().map(OrphanedDraftView::of).collect(),
        problems: agenda.problems.iter().map(|one| ProblemView::of(one)).collect(),
    })
}

fn followups<'a>(items: &'a [Arc<Item>], agenda: &Agenda) -> Vec<FollowUpView<'a>> {
    items.iter().map(|item| FollowUpView::of(item, agenda)).collect()
}

/// Problems alone, as the agenda has them.
pub fn problems(problems: &[Diagnostic]) -> String {
    pretty(&ProblemsView {
        schema: SCHEMA,
        problems: problems.iter().map(ProblemView::of).collect(),
    })
}

/// JSON that people can read too, with a line feed at the end.
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

/// A day's agenda, as `journal agenda --format json` prints it. Paths and ids use `/`; absent values are null.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "The agenda", rename = "Agenda")]
pub struct AgendaView<'a> {
    /// The version of this format. It changes when a field changes its meaning or is removed.
    #[schemars(extend("const" = SCHEMA))]
    schema: u32,
    /// The day that the agenda is for.
    today: NaiveDate,
    /// The numbers in the agenda's line of counts.
    counts: CountsView,
    /// True between `season-from` and `season-until`, when the agenda says that searching goes on.
    holiday_season: bool,
    /// The follow-ups still to be done, and with `--all` every other one too.
    followups: Vec<FollowUpView<'a>>,
    /// The follow-ups done lately, within `done-within`, the latest first.
    done: Vec<FollowUpView<'a>>,
    /// The boxes changed in the agenda's file that no note has a record of yet.
    unrecorded: Vec<UnrecordedView<'a>>,
    /// The interviews to come, today's first.
    interviews: Vec<InterviewView<'a>>,
    /// The open processes, in the agenda's order.
    processes: Vec<ProcessView<'a>>,
    /// The processes in which somebody else has the next word.
    waiting: Vec<WaitingView<'a>>,
    /// The offers on the table.
    offers: Vec<OfferView<'a>>,
    /// The pending processes that have been silent for `quiet-after` or longer, the latest first.
    quiet: Vec<QuietView<'a>>,
    /// Open tasks of notes whose process goes on, and next actions.
    tasks: Vec<TaskView<'a>>,
    /// The drafts that you edited and no follow-up wants any more.
    orphaned_drafts: Vec<OrphanedDraftView<'a>>,
    /// The problems in the journal.
    problems: Vec<ProblemView>,
}

/// The number of each kind of thing in the agenda.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Counts")]
pub struct CountsView {
    /// Interviews to come.
    interviews: usize,
    /// Follow-ups that are overdue.
    overdue: usize,
    /// Follow-ups and tasks to be done today.
    today: usize,
    /// Follow-ups of an interview that is today.
    after_interview: usize,
    /// Follow-ups and tasks due within `soon-within`.
    soon: usize,
    /// Follow-ups and tasks due after that.
    later: usize,
    /// Follow-ups worth doing.
    worth_doing: usize,
    /// Things to find out.
    find_out: usize,
    /// Tasks without a day.
    tasks: usize,
    /// Open processes.
    processes: usize,
    /// Processes in which somebody else has the next word.
    waiting: usize,
    /// Errors and warnings.
    problems: usize,
}

impl CountsView {
    /// The numbers of an agenda.
    pub fn of(agenda: &Agenda) -> CountsView {
        let section = |section| agenda.section(section).len();
        CountsView {
            interviews: agenda.interviews.len(),
            overdue: section(Section::Overdue),
            today: section(Section::Today),
            after_interview: section(Section::AfterInterview),
            soon: section(Section::Soon),
            later: section(Section::Later),
            worth_doing: section(Section::WorthDoing),
            find_out: section(Section::FindOut),
            tasks: agenda.undated_tasks().count(),
            processes: agenda.courses.len(),
            waiting: agenda.waiting.len(),
            problems: agenda.problem_count(),
        }
    }
}

/// A changed box that could not be recorded.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Unrecorded")]
struct UnrecordedView<'a> {
    /// The id of the follow-up, if there is such a one.
    id: Option<String>,
    /// The key in its line, if there is none.
    key: Option<&'a str>,
    /// The meaning of the box: `undone` if it was emptied again.
    #[schemars(extend("enum" = ["done", "skipped", "undone"]))]
    tick: &'static str,
    /// The line in the agenda's file, if there is no such follow-up; its note may be missing.
    line: Option<&'a str>,
}

impl<'a> UnrecordedView<'a> {
    fn of(
        id: Option<String>,
        tick: &Tick,
        key: Option<&'a str>,
        line: Option<&'a str>,
    ) -> UnrecordedView<'a> {
        let tick = match tick {
            Tick::Done(_) => "done",
            Tick::Skipped(_) => "skipped",
            Tick::Undone(_) => "undone",
        };
        UnrecordedView { id, key, tick, line }
    }
}

fn unrecorded(agenda: &Agenda) -> Vec<UnrecordedView<'_>> {
    let refused = agenda.unrecorded.iter();
    let refused = refused.map(|(id, tick)| UnrecordedView::of(Some(id.clone()), tick, None, None));
    let pending = agenda.pending.iter().filter_map(|boxed| {
        let key = boxed.whose.key.as_deref();
        Some(UnrecordedView::of(None, &boxed.tick()?, key, Some(&boxed.line)))
    });
    refused.chain(pending).collect()
}

/// An interview to come, or today's.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Interview")]
struct InterviewView<'a> {
    /// The path of its note.
    note: &'a str,
    /// The company that it is with.
    company: &'a str,
    /// The position.
    role: Option<&'a str>,
    /// The round, in the user's words.
    round: Option<&'a str>,
    /// Its day.
    date: NaiveDate,
    /// The names of the people who interview.
    with: Vec<&'a str>,
    /// On its day, what to ask before one leaves, as far as the note doesn't say.
    ask: Vec<String>,
}

impl<'a> InterviewView<'a> {
    fn of(interview: &'a Interview) -> InterviewView<'a> {
        let note = &interview.note;
        InterviewView {
            note: &note.path,
            company: &note.company,
            role: note.role.as_deref(),
            round: note.round.as_deref(),
            date: interview.day,
            with: note.interviewers.iter().map(|person| person.name.as_str()).collect(),
            ask: interview.ask.iter().map(Ask::to_string).collect(),
        }
    }
}

/// An open process, or one with an offer that was accepted lately.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Process")]
struct ProcessView<'a> {
    /// Company and role as a slug; ids of other processes' follow-ups contain it.
    id: &'a str,
    /// The company.
    company: &'a str,
    /// The position.
    role: Option<&'a str>,
    /// The path of the current round's note.
    note: &'a str,
    /// The stage on this day.
    #[schemars(extend("enum" = Stage::ALL.map(Stage::as_str)))]
    stage: &'static str,
    /// The day on which that stage began, as far as the notes say.
    since: Option<NaiveDate>,
    /// The day of the interview, of the decision, or of an offer's deadline.
    until: Option<NaiveDate>,
    /// The day of the next follow-up, status check or next action.
    next: Option<NaiveDate>,
}

impl<'a> ProcessView<'a> {
    fn of(course: &'a Course) -> ProcessView<'a> {
        ProcessView {
            id: &course.id,
            company: &course.note.company,
            role: course.note.role.as_deref(),
            note: &course.note.path,
            stage: course.progress.stage.as_str(),
            since: course.progress.since,
            until: course.progress.until,
            next: course.next.as_ref().and_then(|next| next.day),
        }
    }
}

/// A process in which somebody else has the next word.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Waiting")]
struct WaitingView<'a> {
    /// The company that the interview was with.
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

impl<'a> WaitingView<'a> {
    fn of(waiting: &'a Waiting) -> WaitingView<'a> {
        WaitingView {
            company: &waiting.note.company,
            role: waiting.note.role.as_deref(),
            note: &waiting.note.path,
            interviewed: waiting.interviewed,
            decision_date: waiting.decision,
            next_check: waiting.next_check,
        }
    }
}

/// An offer on the table.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Offer")]
struct OfferView<'a> {
    /// The company that made it.
    company: &'a str,
    /// The position.
    role: Option<&'a str>,
    /// The note's path.
    note: &'a str,
    /// The day it came, where the note says it.
    since: Option<NaiveDate>,
    /// The day by which they want an answer.
    decide_by: Option<NaiveDate>,
}

impl<'a> OfferView<'a> {
    fn of(offer: &'a Offer) -> OfferView<'a> {
        OfferView {
            company: &offer.note.company,
            role: offer.note.role.as_deref(),
            note: &offer.note.path,
            since: offer.since,
            decide_by: offer.decide_by,
        }
    }
}

/// A pending process that has been silent for long.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Quiet")]
struct QuietView<'a> {
    /// The company that the interview was with.
    company: &'a str,
    /// The position.
    role: Option<&'a str>,
    /// The path of the current round's note.
    note: &'a str,
    /// The day of the last sign of life.
    last_sign: NaiveDate,
}

impl<'a> QuietView<'a> {
    fn of(quiet: &'a Quiet) -> QuietView<'a> {
        QuietView {
            company: &quiet.note.company,
            role: quiet.note.role.as_deref(),
            note: &quiet.note.path,
            last_sign: quiet.since,
        }
    }
}

/// An open task in a note, or its next action.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Task")]
struct TaskView<'a> {
    /// The note's path.
    note: &'a str,
    /// Its line there, from 1; a next action has none.
    line: Option<usize>,
    /// A short name for it; a next action has none.
    key: Option<String>,
    /// Its words.
    text: &'a str,
    /// The day it should be done, if it has one.
    due: Option<NaiveDate>,
}

impl<'a> TaskView<'a> {
    fn of(task: &'a Task, agenda: &Agenda) -> TaskView<'a> {
        TaskView {
            note: &task.note.path,
            line: task.line,
            key: task.key.map(|key| agenda.keys.shown(key)),
            text: &task.text,
            due: task.due,
        }
    }
}

/// A draft that you edited and no follow-up wants any more.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OrphanedDraft")]
struct OrphanedDraftView<'a> {
    /// The draft's path from the journal's root.
    path: &'a str,
    /// The path where it belongs now, if its note was renamed.
    moves_to: Option<&'a str>,
    /// The shell command that moves it there, to be run in the journal's root.
    command: Option<String>,
}

impl<'a> OrphanedDraftView<'a> {
    fn of(draft: &'a OrphanedDraft) -> OrphanedDraftView<'a> {
        OrphanedDraftView {
            path: &draft.path,
            moves_to: draft.moves_to.as_deref(),
            command: draft.command(),
        }
    }
}

/// A problem and its place.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub struct ProblemView {
    /// Its severity.
    #[schemars(extend("enum" = Severity::ALL.map(Severity::as_str)))]
    severity: &'static str,
    /// The kind of problem, as a code that never changes.
    code: &'static str,
    /// The file, from the journal's root.
    path: String,
    /// The line, from 1.
    line: Option<usize>,
    /// The column, from 1, in characters.
    column: Option<usize>,
    /// The problem in words.
    message: String,
    /// A way to fix it.
    help: String,
}

impl ProblemView {
    /// The view of one problem.
    pub fn of(diagnostic: &Diagnostic) -> ProblemView {
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
