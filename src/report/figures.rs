//! The figures of a search, or of the part of it whose interviews are in a span of days.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::counted::{Counted, Span, State, States, is_held};
use super::funnel::{self, Step};
use super::rounds::{self, RoundCount};
use super::spread::Spread;
use crate::agenda::Agenda;
use crate::notes::{Note, Outcome, Record};
use crate::plan::dates::dates;
use crate::plan::process::{Process, company_key};
use crate::rules::cadence::{Audience, Rule};
use crate::rules::config::Config;
use crate::rules::known::Known;
use crate::rules::moment::Anchors;

/// The ids of follow-ups by which feedback is asked for.
const REQUESTS: [&str; 2] = ["feedback-request", "offer-feedback"];

/// The figures of a search.
#[derive(Debug)]
pub struct Figures {
    /// The day for which they hold.
    pub today: NaiveDate,
    /// The days of the interviews that they are about.
    pub span: Span,
    /// The processes, the one that began last first.
    pub processes: Vec<Counted>,
    /// The interviews held.
    pub interviews: usize,
    /// The companies that they were with.
    pub companies: usize,
    pub batting: Batting,
    /// The processes with each outcome, each only if there are any.
    pub outcomes: Vec<(Outcome, usize)>,
    /// The interviews by the names of their rounds, the most frequent first.
    pub rounds: Vec<RoundCount>,
    /// The processes that came as far as each step.
    pub funnel: Vec<Step>,
    /// The answers whose days are known, by the time they took.
    pub answers: Vec<Answer>,
    /// The open waits, the longest first.
    pub waits: Vec<Wait>,
    /// The thank-yous to interviewers that were sent; `None` if their rule is switched off.
    pub thanks: Option<Thanks>,
    pub feedback: Feedback,
}

/// Offers among the processes that are decided.
#[derive(Clone, Debug, Default)]
pub struct Batting {
    /// Processes with an offer, whatever became of it.
    pub offers: usize,
    /// Processes in which there was an offer, a refusal after an interview, or no answer to it.
    pub decided: usize,
    /// Refusals after an interview.
    pub refusals: usize,
    /// Processes that were let go because nobody answered.
    pub unanswered: usize,
    /// The open processes without an offer, in the agenda's order: they may still be any of it.
    pub open: Vec<Arc<Note>>,
    /// Pending processes that have been silent for long. They are not decided either.
    pub quiet: usize,
    /// Processes that the user left.
    pub left: usize,
    /// Applications that ended before an interview.
    pub without_interview: usize,
}

/// An answer, with the days that it took.
#[derive(Clone, Debug)]
pub struct Answer {
    pub note: Arc<Note>,
    pub outcome: Outcome,
    /// The days from the interview to the word.
    pub days: i64,
}

/// A wait for an answer that goes on.
#[derive(Clone, Debug)]
pub struct Wait {
    pub note: Arc<Note>,
    /// The days since the interview.
    pub days: i64,
    /// The day by which they wanted to decide.
    pub decision: Option<NaiveDate>,
}

/// Thank-yous to interviewers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Thanks {
    pub sent: usize,
    /// Those of them that were sent before they would have been late.
    pub in_time: usize,
}

/// Feedback on interviews.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Feedback {
    /// How often it was asked for.
    pub asked: usize,
    /// The notes that hold some, below a heading that begins with the word.
    pub received: usize,
}

impl Figures {
    /// The figures of these processes on the agenda's day.
    pub fn of<'p>(
        processes: impl Iterator<Item = &'p Arc<Process>>,
        agenda: &Agenda,
        config: &Config,
        span: Span,
    ) -> Figures {
        let today = agenda.today;
        let states = States::of(agenda);
        // Talks about no job are won or lost by nobody.
        let is_in_span = |process: &&Arc<Process>| {
            !process.is_informal() && process.rounds.iter().any(|note| span.has(note))
        };
        let in_span = processes.filter(is_in_span);
        let mut counted: Vec<Counted> =
            in_span.map(|process| Counted::of(process, &states, span, today)).collect();
        // The order in which they began, which no folder or name changes.
        counted.sort_by_cached_key(|one| std::cmp::Reverse((one.began(), one.process.id.clone())));
        let held = || {
            let rounds = counted.iter().flat_map(|one| &one.process.rounds);
            rounds.filter(move |note| span.has(note) && is_held(note, today))
        };
        let mut waits: Vec<Wait> = agenda
            .waiting
            .iter()
            .filter(|waiting| span.has(&waiting.note))
            .map(|waiting| Wait {
                note: waiting.note.clone(),
                days: (today - waiting.interviewed).num_days(),
                decision: waiting.decision,
            })
            .collect();
        waits.sort_by(|a, b| b.days.cmp(&a.days).then_with(|| a.note.path.cmp(&b.note.path)));
        Figures {
            today,
            span,
            interviews: held().count(),
            companies: held().map(|note| company_key(note)).collect::<BTreeSet<_>>().len(),
            batting: Batting::of(&counted, agenda),
            outcomes: outcomes(&counted),
            rounds: rounds::counts(&counted, span, today),
            funnel: funnel::steps(&counted),
            answers: answers(&counted, span, today),
            waits,
            thanks: thanks(held(), config),
            feedback: feedback(held()),
            processes: counted,
        }
    }

    /// The time that all answers took, and that those of each outcome did.
    pub fn answer_times(&self) -> (Option<Spread>, Vec<(Outcome, Spread)>) {
        let of = |wanted: Option<Outcome>| {
            let answers = self.answers.iter();
            let answers = answers.filter(|answer| wanted.is_none_or(|it| answer.outcome == it));
            Spread::of(answers.map(|answer| answer.days))
        };
        let each = Outcome::ALL.into_iter().filter_map(|it| Some((it, of(Some(it))?)));
        (of(None), each.collect())
    }
}

impl Batting {
    fn of(processes: &[Counted], agenda: &Agenda) -> Batting {
        let mut batting = Batting::default();
        for one in processes {
            match one.state {
                _ if one.has_offer => batting.offers += 1,
                State::Open(_) => {}
                State::Quiet => batting.quiet += 1,
                State::Ended(Outcome::Withdrawn) => batting.left += 1,
                State::Ended(_) if one.held == 0 => batting.without_interview += 1,
                State::Ended(Outcome::NoResponse) => batting.unanswered += 1,
                State::Ended(_) => batting.refusals += 1,
            }
        }
        batting.decided = batting.offers + batting.refusals + batting.unanswered;
        let open = processes.iter().filter(|one| matches!(one.state, State::Open(_)));
        let open: BTreeSet<&str> =
            open.filter(|one| !one.has_offer).map(|one| one.process.id.as_str()).collect();
        let courses = agenda.courses.iter().filter(|course| open.contains(course.id.as_str()));
        batting.open = courses.map(|course| course.note.clone()).collect();
        batting
    }
}

fn outcomes(processes: &[Counted]) -> Vec<(Outcome, usize)> {
    let count = |outcome| processes.iter().filter(|one| one.outcome() == outcome).count();
    let counts = Outcome::ALL.into_iter().map(|outcome| (outcome, count(outcome)));
    counts.filter(|(_, n)| *n > 0).collect()
}

/// The answers whose day is known. The days of an acceptance, a refusal of one's own and a withdrawal are the user's: of the
/// offer before, what was done about it may tell the day.
fn answers(processes: &[Counted], span: Span, today: NaiveDate) -> Vec<Answer> {
    let mut answers = Vec::new();
    for one in processes {
        // Two notes of one day that have the same answer had it once.
        let mut known = BTreeSet::new();
        for note in one.process.rounds.iter().filter(|note| span.has(note)) {
            let answer = note.offered().map(|day| (Outcome::Offer, day));
            let answer =
                answer.or(note.outcome.value().copied().zip(note.outcome_date.value().copied()));
            let (Known::Is(held), Some((outcome, heard))) = (note.date, answer) else { continue };
            let is_theirs = matches!(
                outcome,
                Outcome::MoreInterviews
                    | Outcome::HiringManager
                    | Outcome::Offer
                    | Outcome::Rejected
            );
            let is_past = held <= heard && heard <= today;
            if is_theirs && is_past && known.insert((held, heard)) {
                let days = (heard - held).num_days();
                answers.push(Answer { note: note.clone(), outcome, days });
            }
        }
    }
    answers.sort_by(|a, b| (a.days, &a.note.path).cmp(&(b.days, &b.note.path)));
    answers
}

fn thanks<'n>(notes: impl Iterator<Item = &'n Arc<Note>>, config: &Config) -> Option<Thanks> {
    let is_it = |rule: &&Arc<Rule>| rule.to == Audience::EachInterviewer && rule.has_draft();
    let rule = config.cadence.rules.iter().find(is_it)?;
    let mut thanks = Thanks::default();
    for note in notes {
        let anchors = Anchors { interview: note.date, ..Anchors::default() };
        let days = dates(rule, &anchors, note.is_internal(), None, None, &config.calendar);
        let Some(days) = days else { continue };
        for (id, record) in &note.records {
            let is_thanks = id.strip_prefix(&rule.id).is_some_and(|rest| rest.starts_with('/'));
            if let (true, Record::Done(day)) = (is_thanks, record) {
                thanks.sent += 1;
                thanks.in_time += usize::from(days.late.is_none_or(|late| *day < late));
            }
        }
    }
    Some(thanks)
}

fn feedback<'n>(notes: impl Iterator<Item = &'n Arc<Note>>) -> Feedback {
    let mut feedback = Feedback::default();
    for note in notes {
        feedback.asked += REQUESTS.into_iter().filter(|id| note.is_done(id)).count();
        feedback.received += usize::from(note.has_feedback());
    }
    feedback
}
