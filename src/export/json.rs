//! The agenda, or its problems alone, as JSON. Paths and ids use `/` everywhere; absent values are null.

use std::sync::Arc;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::agenda::situation::{Offer, Quiet, Task, Waiting};
use crate::agenda::tick::{self, Tick};
use crate::agenda::{Agenda, Item, OrphanedDraft, Section};
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::followup::FollowUpView;
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
        waiting: agenda.waiting.iter().map(WaitingView::of).collect(),
        offers: agenda.offers.iter().map(OfferView::of).collect(),
        quiet: agenda.quiet.iter().map(QuietView::of).collect(),
        tasks: agenda.tasks.iter().map(TaskView::of).collect(),
        orphaned_drafts: agenda.orphaned_drafts.iter().map(OrphanedDraftView::of).collect(),
        problems: agenda.problems.iter().map(ProblemView::of).collect(),
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
    /// The processes in which somebody else has the next word.
    waiting: Vec<WaitingView<'a>>,
    /// The offers on the table.
    offers: Vec<OfferView<'a>>,
    /// The pending processes that have been silent for `quiet-after` or longer, the latest first.
    quiet: Vec<QuietView<'a>>,
    /// Open tasks of notes whose process goes on.
    tasks: Vec<TaskView<'a>>,
    /// The drafts that you edited and no follow-up wants any more.
    orphaned_drafts: Vec<OrphanedDraftView<'a>>,
    /// The problems in the journal.
    problems: Vec<ProblemView>,
}

/// The number of each kind of thing in the agenda.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Counts")]
struct CountsView {
    /// Follow-ups that are overdue.
    overdue: usize,
    /// Follow-ups to be done today.
    today: usize,
    /// Follow-ups due within `soon-within`.
    soon: usize,
    /// Follow-ups due after that.
    later: usize,
    /// Follow-ups worth doing.
    worth_doing: usize,
    /// Things to find out.
    find_out: usize,
    /// Processes in which somebody else has the next word.
    waiting: usize,
    /// Errors and warnings.
    problems: usize,
}

impl CountsView {
    fn of(agenda: &Agenda) -> CountsView {
        let section = |section| agenda.section(section).count();
        CountsView {
            overdue: section(Section::Overdue),
            today: section(Section::Today),
            soon: section(Section::Soon),
            later: section(Section::Later),
            worth_doing: section(Section::WorthDoing),
            find_out: section(Section::FindOut),
            waiting: agenda.waiting.len(),
            problems: agenda.problem_count(),
        }
    }
}

/// A changed box that could not be recorded.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Unrecorded")]
struct UnrecordedView<'a> {
    /// The id of the follow-up.
    id: String,
    /// The meaning of the box: `undone` if it was emptied again.
    #[schemars(extend("enum" = ["done", "skipped", "undone"]))]
    tick: &'static str,
    /// The line in the agenda's file, if there is no such follow-up; its note may be missing.
    line: Option<&'a str>,
}

impl<'a> UnrecordedView<'a> {
    fn of(id: String, tick: &Tick, line: Option<&'a str>) -> UnrecordedView<'a> {
        let tick = match tick {
            Tick::Done => "done",
            Tick::Skipped(_) => "skipped",
            Tick::Undone(_) => "undone",
        };
        UnrecordedView { id, tick, line }
    }
}

fn unrecorded(agenda: &Agenda) -> Vec<UnrecordedView<'_>> {
    let refused = agenda.unrecorded.iter();
    let refused = refused.map(|(id, tick)| UnrecordedView::of(id.clone(), tick, None));
    let pending = agenda.pending.iter().filter_map(|line| {
        let ticked = tick::read(line)?;
        Some(UnrecordedView::of(ticked.id, &ticked.tick?, Some(line)))
    });
    refused.chain(pending).collect()
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

/// An open task in a note.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Task")]
struct TaskView<'a> {
    /// The note's path.
    note: &'a str,
    /// Its line there, from 1.
    line: usize,
    /// Its words.
    text: &'a str,
}

impl<'a> TaskView<'a> {
    fn of(task: &'a Task) -> TaskView<'a> {
        TaskView { note: &task.note.path, line: task.line, text: &task.text }
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
struct ProblemView {
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
