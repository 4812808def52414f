//! The stage of a hiring process on a day.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::calendar::Calendar;
use crate::notes::{Note, Outcome, UnclearDay};
use crate::plan::process::Process;
use crate::plan::timeframes::timeframes_by;
use crate::rules::known::Known;

/// A stage of a hiring process, in the order in which the agenda lists processes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// An offer is on the table.
    Offer,
    /// An offer was accepted.
    Accepted,
    /// Another offer was accepted, and they are to be told.
    Leaving,
    /// An interview is to come, or today.
    Interview,
    /// The hiring manager would like to talk, and there is no day yet.
    HiringManager,
    /// There will be another round, and there is no day yet.
    NextRound,
    /// The interview was cancelled, and there is no new day yet.
    Cancelled,
    /// A task done at home is to be handed in.
    Task,
    /// They have the next word.
    Waiting,
    /// There has been no interview yet.
    Applied,
}

/// The stage of a process, with its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The stage.
    pub stage: Stage,
    /// The day on which it began, as far as the notes say.
    pub since: Option<NaiveDate>,
    /// The day on which it ends: of the interview, of the decision, an offer's deadline.
    pub until: Option<NaiveDate>,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Stage; 10] = [
        Stage::Offer,
        Stage::Accepted,
        Stage::Leaving,
        Stage::Interview,
        Stage::HiringManager,
        Stage::NextRound,
        Stage::Cancelled,
        Stage::Task,
        Stage::Waiting,
        Stage::Applied,
    ];

    /// The word in the agenda's data.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Offer => "offer",
            Stage::Accepted => "accepted",
            Stage::Leaving => "leaving",
            Stage::Interview => "interview",
            Stage::HiringManager => "hiring_manager",
            Stage::NextRound => "next_round",
            Stage::Cancelled => "cancelled",
            Stage::Task => "task",
            Stage::Waiting => "waiting",
            Stage::Applied => "applied",
        }
    }
}

impl Progress {
    /// The progress of a process; `None` if it ended without a job, or is about none. An outcome that can't be read counts as
    /// pending, so that nothing is lost.
    pub fn of(process: &Process, calendar: &Calendar, today: NaiveDate) -> Option<Progress> {
        let note = process.current();
        let at = |stage, since, until| Some(Progress { stage, since, until });
        let answered = note.outcome_date.value().copied().filter(|day| *day <= today);
        let interview = interviews(process, today).next();
        let outcome = match process.has_offer(today) {
            true => Outcome::Offer,
            false => process.outcome().unwrap_or(Outcome::Pending),
        };
        match (outcome, interview) {
            (Outcome::Offer, _) => at(Stage::Offer, answered, note.decide_by.value().copied()),
            (Outcome::Accepted, _) => at(Stage::Accepted, answered, None),
            (
                Outcome::Declined | Outcome::Rejected | Outcome::Withdrawn | Outcome::NoResponse,
                _,
            ) => None,
            (_, Some((_, day))) => at(Stage::Interview, None, Some(day)),
            (Outcome::HiringManager, None) => at(Stage::HiringManager, answered, None),
            (Outcome::MoreInterviews, None) => at(Stage::NextRound, answered, None),
            (Outcome::Cancelled, None) => {
                at(Stage::Cancelled, note.cancelled.value().copied(), None)
            }
            (Outcome::Applied, None) => {
                at(Stage::Applied, note.applied.or(note.date).value().copied(), None)
            }
            (Outcome::Pending, None) if process.is_informal() => None,
            (Outcome::Pending, None) if note.is_to_hand_in() => {
                let ahead = note.date.value().copied().filter(|day| *day >= today);
                at(Stage::Task, note.date.value().copied(), note.hand_in_by().or(ahead))
            }
            (Outcome::Pending, None) if note.unclear_date.is_some() => {
                at(Stage::Interview, None, None)
            }
            (Outcome::Pending, None) => {
                let decision =
                    timeframes_by(note, calendar, today).pop().map(|timeframe| timeframe.decision);
                let decision = decision.filter(|_| !note.is_on_hold() && !note.is_in_reserve());
                let decision = decision.unwrap_or(Known::Missing).value().copied();
                at(Stage::Waiting, note.date.value().copied(), decision)
            }
        }
    }
}

/// The interviews of a process that are to come, today's too, by day: those of notes that have no answer yet. A task done
/// at home is none.
pub fn interviews(
    process: &Process,
    today: NaiveDate,
) -> impl Iterator<Item = (&Arc<Note>, NaiveDate)> {
    let is_open = process.is_open();
    process.rounds.iter().filter_map(move |note| {
        let day = note.date.value().copied()?;
        let is_ahead = is_open && day >= today && is_unanswered(note);
        (is_ahead && !note.is_assignment()).then_some((note, day))
    })
}

/// Those of them whose day can't be read, unless it has likely passed, each with what is written.
pub fn undated_interviews(
    process: &Process,
    today: NaiveDate,
) -> impl Iterator<Item = (Arc<Note>, UnclearDay)> {
    let is_open = process.is_open();
    process.rounds.iter().filter_map(move |note| {
        let day = note.unclear_date.as_ref()?;
        let may_come = day.likely.is_none_or(|day| day >= today);
        (is_open && may_come && is_unanswered(note)).then(|| (note.clone(), (**day).clone()))
    })
}

fn is_unanswered(note: &Note) -> bool {
    let outcome = note.outcome.value();
    outcome.is_none_or(|outcome| matches!(outcome, Outcome::Pending | Outcome::Applied))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::calendar::parse_date;
    use crate::notes::{Parsed, parse};
    use crate::rules::mapping::Mapping;

    fn process(rounds: &[&str]) -> Process {
        let note = |fields: &&str| {
            let text = format!("---\ncompany: Acme\n{fields}\n---\n").replace("; ", "\n");
            match parse("a.md", &text, &Mapping::default(), &mut Vec::new()) {
                Parsed::Note(note) => Arc::new(*note),
                other => unreachable!("{text}: {other:?}"),
            }
        };
        let rounds = rounds.iter().map(note).collect();
        Process::new("acme\n".into(), "acme".to_owned(), rounds, Vec::new())
    }

    #[test]
    fn every_open_process_has_a_stage() {
        type Case = (&'static [&'static str], Option<(&'static str, &'static str, &'static str)>);
        let cases: [Case; 20] = [
            // rounds, as of 2026-03-16 | stage, since, until
            (&["applied: 2026-02-20"], Some(("applied", "2026-02-20", ""))),
            (&["outcome: applied"], Some(("applied", "", ""))),
            (&["outcome: applied; date: 2026-03-02"], Some(("applied", "2026-03-02", ""))),
            (&["outcome: applied; date: 2026-03-20"], Some(("interview", "", "2026-03-20"))),
            (&["date: 2026-03-20"], Some(("interview", "", "2026-03-20"))),
            (&["date: 2026-03-16"], Some(("interview", "", "2026-03-16"))),
            (&["date: 2026-03-15"], Some(("waiting", "2026-03-15", ""))),
            (
                &["date: 2026-03-02; decision_window: 1 week"],
                Some(("waiting", "2026-03-02", "2026-03-09")),
            ),
            (&["date: 2026-03-02; outcome: ???"], Some(("waiting", "2026-03-02", ""))),
            (
                &["date: 2026-03-02; outcome: more_interviews; outcome_date: 2026-03-10"],
                Some(("next_round", "2026-03-10", "")),
            ),
            (
                &["date: 2026-03-02; outcome: more_interviews", "date: 2026-03-18"],
                Some(("interview", "", "2026-03-18")),
            ),
            (
                &["date: 2026-03-02; outcome: more_interviews", "date: 2026-03-12"],
                Some(("waiting", "2026-03-12", "")),
            ),
            (&["date: 2026-03-18", "date: 2026-03-20"], Some(("interview", "", "2026-03-18"))),
            (&["date: 2026-03-02; outcome: hiring_manager"], Some(("hiring_manager", "", ""))),
            (
                &[
                    "date: 2026-03-02; outcome: offer; outcome_date: 2026-03-12; decide_by: 2026-03-20",
                ],
                Some(("offer", "2026-03-12", "2026-03-20")),
            ),
            (
                &["date: 2026-03-02; outcome: offer; outcome_date: 2026-04-12"],
                Some(("offer", "", "")),
            ),
            (
                &["date: 2026-03-02; outcome: oferr; decide_by: 2026-03-20"],
                Some(("offer", "", "2026-03-20")),
            ),
            (&["date: 2026-03-02; outcome: accepted"], Some(("accepted", "", ""))),
            (&["date: 2026-03-02; outcome: rejected"], None),
            (&["date: 2026-03-18; outcome: withdrawn"], None),
        ];
        let today = parse_date("2026-03-16").unwrap();
        for (rounds, expected) in cases {
            let progress = Progress::of(&process(rounds), &Calendar::default(), today);
            let found = progress.map(|one| (one.stage.as_str(), one.since, one.until));
            let expected =
                expected.map(|(stage, since, until)| (stage, parse_date(since), parse_date(until)));
            assert_eq!(found, expected, "{rounds:?}");
        }
    }
}
