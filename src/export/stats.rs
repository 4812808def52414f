//! The figures of a search as JSON. Absent values are null.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::json::pretty;
use crate::notes::{Note, Outcome};
use crate::report::Figures;
use crate::report::figures::{Answer, Batting, Wait};
use crate::report::funnel::Step;
use crate::report::rounds::RoundCount;
use crate::report::spread::Spread;

/// The version of this format. It changes when a field changes its meaning or is removed.
const SCHEMA: u32 = 1;

/// The figures, as pretty JSON with a line feed at the end.
pub fn stats(figures: &Figures) -> String {
    let (all, by_outcome) = figures.answer_times();
    let of_outcome = |(outcome, spread): (Outcome, Spread)| OutcomeTimesView {
        outcome: outcome.as_str(),
        times: TimesView::of(spread),
    };
    pretty(&StatsView {
        schema: SCHEMA,
        today: figures.today,
        from: figures.span.from,
        to: figures.span.to,
        processes: figures.processes.len(),
        interviews: figures.interviews,
        companies: figures.companies,
        offers: OffersView::of(&figures.batting),
        outcomes: figures
            .outcomes
            .iter()
            .map(|(outcome, count)| OutcomeView { outcome: outcome.as_str(), count: *count })
            .collect(),
        rounds: figures.rounds.iter().map(RoundView::of).collect(),
        steps: figures.funnel.iter().map(StepView::of).collect(),
        answer_times: AnswerTimesView {
            all: all.map(TimesView::of),
            by_outcome: by_outcome.into_iter().map(of_outcome).collect(),
            answers: figures.answers.iter().map(AnswerView::of).collect(),
        },
        waiting: figures.waits.iter().map(WaitView::of).collect(),
        thank_yous: figures
            .thanks
            .map(|thanks| ThanksView { sent: thanks.sent, in_time: thanks.in_time }),
        feedback: FeedbackView {
            asked: figures.feedback.asked,
            received: figures.feedback.received,
        },
    })
}

/// The figures of a search, as `journal stats --format json` prints them. Absent values are null.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "The figures of a search", rename = "Stats")]
pub struct StatsView<'a> {
    /// The version of this format. It changes when a field changes its meaning or is removed.
    #[schemars(extend("const" = SCHEMA))]
    schema: u32,
    /// The day for which the figures hold.
    today: NaiveDate,
    /// The first day whose interviews count, if one was given.
    from: Option<NaiveDate>,
    /// The last day whose interviews count, if one was given.
    to: Option<NaiveDate>,
    /// The hiring processes: each is all notes of one company and role.
    processes: usize,
    /// The interviews held.
    interviews: usize,
    /// The companies that they were with.
    companies: usize,
    /// The offers among the decided processes.
    offers: OffersView<'a>,
    /// The processes by their outcome.
    outcomes: Vec<OutcomeView>,
    /// The interviews by the names of their rounds, the most frequent first.
    rounds: Vec<RoundView<'a>>,
    /// The processes that came as far as each step.
    steps: Vec<StepView>,
    /// The days from an interview to the word on it.
    answer_times: AnswerTimesView<'a>,
    /// The open waits for an answer, the longest first.
    waiting: Vec<WaitView<'a>>,
    /// The thank-yous to interviewers, unless their rule is switched off.
    thank_yous: Option<ThanksView>,
    /// Feedback on interviews.
    feedback: FeedbackView,
}

/// The offers among the decided processes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Offers")]
struct OffersView<'a> {
    /// Processes with an offer, whatever became of it.
    offers: usize,
    /// Processes with an offer, a refusal after an interview, or no answer to one.
    decided: usize,
    /// Refusals after an interview.
    refusals: usize,
    /// Processes that were let go because nobody answered.
    unanswered: usize,
    /// Processes that you left yourself; they are not decided.
    left: usize,
    /// Pending processes that have been silent for `quiet-after` or longer; they are not decided.
    quiet: usize,
    /// Applications that ended before an interview; they are not decided.
    without_interview: usize,
    /// The open processes without an offer, in the agenda's order.
    open: Vec<ProcessView<'a>>,
}

impl<'a> OffersView<'a> {
    fn of(batting: &'a Batting) -> OffersView<'a> {
        OffersView {
            offers: batting.offers,
            decided: batting.decided,
            refusals: batting.refusals,
            unanswered: batting.unanswered,
            left: batting.left,
            quiet: batting.quiet,
            without_interview: batting.without_interview,
            open: batting.open.iter().map(|note| ProcessView::of(note)).collect(),
        }
    }
}

/// A process.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Process")]
struct ProcessView<'a> {
    /// The company.
    company: &'a str,
    /// The position.
    role: Option<&'a str>,
    /// The path of the current round's note.
    note: &'a str,
}

impl<'a> ProcessView<'a> {
    fn of(note: &'a Note) -> ProcessView<'a> {
        ProcessView { company: &note.company, role: note.role.as_deref(), note: &note.path }
    }
}

/// The number of processes with an outcome.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OutcomeCount")]
struct OutcomeView {
    /// The outcome.
    #[schemars(extend("enum" = Outcome::ALL.map(Outcome::as_str)))]
    outcome: &'static str,
    /// The number of processes.
    count: usize,
}

/// The interviews of one round.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Round")]
struct RoundView<'a> {
    /// The round, in the user's words.
    round: Option<&'a str>,
    /// The interviews held.
    interviews: usize,
    /// Those that led to another round or to an offer.
    went_on: usize,
    /// Those that are still open.
    open: usize,
}

impl<'a> RoundView<'a> {
    fn of(round: &'a RoundCount) -> RoundView<'a> {
        RoundView {
            round: round.name.as_deref(),
            interviews: round.interviews,
            went_on: round.went_on,
            open: round.open,
        }
    }
}

/// A step on the way to a job.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Step")]
struct StepView {
    /// The step, in words.
    step: &'static str,
    /// The processes that came this far.
    reached: usize,
    /// Those of them that still go on.
    open: usize,
}

impl StepView {
    fn of(step: &Step) -> StepView {
        StepView { step: step.name, reached: step.reached, open: step.open }
    }
}

/// The days from an interview to the word on it, as far as notes say both.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AnswerTimes")]
struct AnswerTimesView<'a> {
    /// Those of all answers.
    all: Option<TimesView>,
    /// Those of the answers with each outcome.
    by_outcome: Vec<OutcomeTimesView>,
    /// The answers, the quickest first.
    answers: Vec<AnswerView<'a>>,
}

/// The spread of numbers of days.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Times")]
struct TimesView {
    /// The number of answers.
    count: usize,
    /// The shortest time.
    shortest: i64,
    /// The value below which a quarter lies; null for fewer than five answers.
    lower_quartile: Option<f64>,
    /// The middle value.
    median: f64,
    /// The value above which a quarter lies; null for fewer than five answers.
    upper_quartile: Option<f64>,
    /// The longest time.
    longest: i64,
}

impl TimesView {
    fn of(spread: Spread) -> TimesView {
        TimesView {
            count: spread.count,
            shortest: spread.shortest,
            lower_quartile: spread.quartiles.map(|(low, _)| low),
            median: spread.median,
            upper_quartile: spread.quartiles.map(|(_, high)| high),
            longest: spread.longest,
        }
    }
}

/// The spread for one outcome.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OutcomeTimes")]
struct OutcomeTimesView {
    /// The outcome.
    #[schemars(extend("enum" = Outcome::ALL.map(Outcome::as_str)))]
    outcome: &'static str,
    /// The times of its answers.
    times: TimesView,
}

/// An answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Answer")]
struct AnswerView<'a> {
    /// The company.
    company: &'a str,
    /// The position.
    role: Option<&'a str>,
    /// The path of the interview's note.
    note: &'a str,
    /// The answer.
    #[schemars(extend("enum" = Outcome::ALL.map(Outcome::as_str)))]
    outcome: &'static str,
    /// The days from the interview to it.
    days: i64,
}

impl<'a> AnswerView<'a> {
    fn of(answer: &'a Answer) -> AnswerView<'a> {
        let ProcessView { company, role, note } = ProcessView::of(&answer.note);
        AnswerView { company, role, note, outcome: answer.outcome.as_str(), days: answer.days }
    }
}

/// An open wait for an answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Wait")]
struct WaitView<'a> {
    /// The company.
    company: &'a str,
    /// The position.
    role: Option<&'a str>,
    /// The path of the interview's note.
    note: &'a str,
    /// The days since the interview.
    days: i64,
    /// The last day of the decision window.
    decision_date: Option<NaiveDate>,
}

impl<'a> WaitView<'a> {
    fn of(wait: &'a Wait) -> WaitView<'a> {
        let ProcessView { company, role, note } = ProcessView::of(&wait.note);
        WaitView { company, role, note, days: wait.days, decision_date: wait.decision }
    }
}

/// Thank-yous to interviewers.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ThankYous")]
struct ThanksView {
    /// Those that were sent.
    sent: usize,
    /// Those of them that were sent before they would have been overdue.
    in_time: usize,
}

/// Feedback on interviews.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Feedback")]
struct FeedbackView {
    /// How often it was asked for.
    asked: usize,
    /// The notes with some, below a heading that begins with "Feedback".
    received: usize,
}
