//! The figures of a search, or of the part of it whose interviews are in a span of days.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::funnel::{self, Step};
use super::rounds::{self, RoundCount};
use super::spread::Spread;
use crate::agenda::Agenda;
use crate::notes::{Note, Outcome, Record};
use crate::plan::dates::dates;
use crate::plan::process::{Process, day_order, is_application};
use crate::plan::stage::Stage;
use crate::rules::cadence::{Audience, Rule};
use crate::rules::config::Config;
use crate::rules::known::Known;
use crate::rules::moment::Anchors;

/// The beginning of a heading whose text is the feedback that somebody gave.
const FEEDBACK: &str = "feedback";

/// The ids of follow-ups by which feedback is asked for.
const REQUESTS: [&str; 2] = ["feedback-request", "offer-feedback"];

/// A span of days, both ends included; without an end it goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Span {
    /// Returns true for a span that leaves nothing out.
    pub fn is_everything(self) -> bool {
        self == Span::default()
    }

    /// Returns true for a note whose interview, or else its application, is in the span.
    pub fn has(self, note: &Note) -> bool {
        self.is_everything()
            || note.date.or(note.applied).value().is_some_and(|day| self.holds(*day))
    }

    /// Returns true for a day in the span.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

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

/// A process in the figures.
#[derive(Clone, Debug)]
pub struct Counted {
    pub process: Arc<Process>,
    pub state: State,
    /// The number of interviews held.
    pub held: usize,
    /// True if it led to an offer, whatever became of that.
    pub has_offer: bool,
}

/// The state of a process in the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It goes on, and is at this stage.
    Open(Stage),
    /// It is pending, and has been silent for long.
    Quiet,
    /// It has this outcome, or the user left it for an offer of another company.
    Ended(Outcome),
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
        let in_span = processes.filter(|process| process.rounds.iter().any(|note| span.has(note)));
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
            companies: held()
                .map(|note| note.company.to_lowercase())
                .collect::<BTreeSet<_>>()
                .len(),
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

/// Returns true for a note of an interview that has been, or that has a day that can't be read.
pub fn is_held(note: &Note, today: NaiveDate) -> bool {
    !is_application(note)
        && match note.date {
            Known::Is(day) => day <= today,
            Known::Bad => true,
            Known::Missing => false,
        }
}

/// What the agenda knows of the processes that are open.
struct States<'a> {
    stages: BTreeMap<&'a str, Stage>,
    quiet: BTreeSet<&'a str>,
}

impl<'a> States<'a> {
    fn of(agenda: &'a Agenda) -> States<'a> {
        let stages = agenda.courses.iter();
        States {
            stages: stages.map(|one| (one.id.as_str(), one.progress.stage)).collect(),
            quiet: agenda.quiet.iter().map(|quiet| quiet.note.path.as_str()).collect(),
        }
    }

    fn state(&self, process: &Process) -> State {
        // An outcome that can't be read counts as pending, as it does in the agenda.
        let outcome = process.outcome().unwrap_or(Outcome::Pending);
        if !outcome.is_open() || outcome == Outcome::Offer {
            return State::Ended(outcome);
        }
        if self.quiet.contains(process.current().path.as_str()) {
            return State::Quiet;
        }
        match self.stages.get(process.id.as_str()) {
            None | Some(Stage::Leaving) => State::Ended(Outcome::Withdrawn),
            Some(stage) => State::Open(*stage),
        }
    }
}

impl Counted {
    fn of(process: &Arc<Process>, states: &States<'_>, span: Span, today: NaiveDate) -> Counted {
        let mut outcomes = process.rounds.iter().filter_map(|note| note.outcome.value());
        let held = process.rounds.iter().filter(|note| span.has(note) && is_held(note, today));
        Counted {
            state: states.state(process),
            held: held.count(),
            has_offer: outcomes.any(|outcome| outcome.is_offer()),
            process: process.clone(),
        }
    }

    /// The first day of it that is known: the application's, or the first interview's.
    pub fn began(&self) -> NaiveDate {
        let days = self.process.rounds.iter().map(|note| {
            let applied = note.applied.value().copied().unwrap_or(NaiveDate::MAX);
            applied.min(day_order(note))
        });
        days.min().unwrap_or(NaiveDate::MAX)
    }

    /// Returns true while it goes on.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Open(_)) || self.state == State::Ended(Outcome::Offer)
    }

    /// The outcome that it counts under.
    pub fn outcome(&self) -> Outcome {
        match self.state {
            State::Ended(outcome) => outcome,
            State::Open(_) | State::Quiet => self.process.outcome().unwrap_or(Outcome::Pending),
        }
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

/// The answers whose day is known. The days of an acceptance, a refusal of one's own and a withdrawal are the user's.
fn answers(processes: &[Counted], span: Span, today: NaiveDate) -> Vec<Answer> {
    let mut answers = Vec::new();
    for one in processes {
        // Two notes of one day that have the same answer had it once.
        let mut known = BTreeSet::new();
        for note in one.process.rounds.iter().filter(|note| span.has(note)) {
            let days = (note.date, note.outcome, note.outcome_date);
            let (Known::Is(held), Known::Is(outcome), Known::Is(heard)) = days else { continue };
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
        let is_asked = |id: &str| matches!(note.records.get(id), Some(Record::Done(_)));
        feedback.asked += REQUESTS.into_iter().filter(|id| is_asked(id)).count();
        // Most notes are of settled interviews, and reading a body takes longer than all the rest.
        if !note.body.has_line(FEEDBACK) {
            continue;
        }
        let is_it = |heading: &str| {
            let words = heading.trim_start_matches(|c: char| !c.is_alphanumeric());
            words.to_lowercase().starts_with(FEEDBACK)
        };
        let mut sections = note.body.sections().iter();
        feedback.received += usize::from(
            sections.any(|section| is_it(&section.heading) && !section.fragments.is_empty()),
        );
    }
    feedback
}
