//! The words that say where a hiring process stands, for the table of open processes.

use chrono::NaiveDate;

use crate::agenda::course::Course;
use crate::dates::calendar::short;
use crate::plan::stage::{Progress, Stage};

/// The beginnings of the words, by which a row of the table is known again.
const BEGINNINGS: [&str; 12] = [
    OFFER,
    ACCEPTED,
    LEAVING,
    INTERVIEW,
    HIRING_MANAGER,
    NEXT_ROUND,
    FIRST_INTERVIEW,
    TASK,
    WAITING,
    ON_HOLD,
    IN_RESERVE,
    APPLIED,
];

const OFFER: &str = "offer";
const ACCEPTED: &str = "accepted";
const LEAVING: &str = "you accepted another offer";
const INTERVIEW: &str = "interview";
const HIRING_MANAGER: &str = "talk with the hiring manager";
const NEXT_ROUND: &str = "next round";
const FIRST_INTERVIEW: &str = "first interview";
const TASK: &str = "task to hand in";
const WAITING: &str = "waiting";
const ON_HOLD: &str = "on hold";
const IN_RESERVE: &str = "in reserve";
const APPLIED: &str = "applied";

impl Course {
    /// The state of the process, in words.
    pub fn standing(&self, today: NaiveDate) -> String {
        let Progress { stage, since, until } = self.progress;
        let on = |day: NaiveDate| short(day, today);
        let is_over = until.is_some_and(|day| day < today);
        let since = |word: &str| since.map_or(String::new(), |day| format!("{word} {}", on(day)));
        let is_on_hold = self.note.is_on_hold();
        let (beginning, rest) = match (stage, until) {
            (Stage::Offer, Some(day)) if is_over => {
                (OFFER, format!(", wanted an answer by {}", on(day)))
            }
            (Stage::Offer, Some(day)) => (OFFER, format!(" until {}", on(day))),
            (Stage::Offer, None) => {
                let deadline = match &self.note.unclear_deadline {
                    Some(day) => format!("deadline not understood: “{}”", day.text),
                    None => "no deadline recorded".to_owned(),
                };
                (OFFER, format!("{}, {deadline}", since(" since")))
            }
            (Stage::Accepted, _) => (ACCEPTED, since("")),
            (Stage::Leaving, _) => (LEAVING, String::new()),
            (Stage::Interview, Some(day)) if day == today => (INTERVIEW, " today".to_owned()),
            (Stage::Interview, Some(day)) => (INTERVIEW, format!(" on {}", on(day))),
            (Stage::Interview, None) => match &self.note.unclear_date {
                Some(day) => (INTERVIEW, format!(", {}", day.not_understood())),
                None => (INTERVIEW, " to come".to_owned()),
            },
            (Stage::HiringManager, _) => (HIRING_MANAGER, " to be arranged".to_owned()),
            (Stage::NextRound, _) if self.is_uninterviewed => {
                (FIRST_INTERVIEW, " to be arranged".to_owned())
            }
            (Stage::NextRound, _) => (NEXT_ROUND, " to be arranged".to_owned()),
            (Stage::Cancelled, _) if is_on_hold => (INTERVIEW, " cancelled, on hold".to_owned()),
            (Stage::Cancelled, _) => (INTERVIEW, " cancelled, new day to be arranged".to_owned()),
            (Stage::Task, Some(day)) => (TASK, format!(", due {}", on(day))),
            (Stage::Task, None) => (TASK, String::new()),
            (Stage::Waiting, Some(day)) if is_over => {
                (WAITING, format!(", no answer by {}", on(day)))
            }
            (Stage::Waiting, Some(day)) => (WAITING, format!(", until {}", on(day))),
            (Stage::Waiting, None) if is_on_hold => (ON_HOLD, String::new()),
            (Stage::Waiting, None) if self.note.is_in_reserve() => (IN_RESERVE, String::new()),
            (Stage::Waiting, None) => (WAITING, ", no decision date".to_owned()),
            (Stage::Applied, _) => (APPLIED, since("")),
        };
        format!("{beginning}{rest}")
    }
}

/// Returns true for a cell of the table that says where a process stands.
pub fn is_standing(cell: &str) -> bool {
    let is_whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    BEGINNINGS.iter().any(|beginning| cell.strip_prefix(beginning).is_some_and(is_whole))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::dates::calendar::parse_date;
    use crate::notes::{Parsed, parse};
    use crate::rules::mapping::Mapping;

    #[test]
    fn the_words_of_every_stage_are_known_again() {
        let day = |text: &str| parse_date(text).unwrap();
        let course = |fields: &str, stage, until, is_uninterviewed| {
            let text = format!("---\ncompany: Acme\n{fields}\n---\n");
            let note = match parse("a.md", &text, &Mapping::default(), &mut Vec::new()) {
                Parsed::Note(note) => Arc::new(*note),
                other => unreachable!("{text}: {other:?}"),
            };
            let progress = Progress { stage, since: None, until };
            let (key, id, next, row) = ("acme\n".into(), "acme".into(), None, Arc::default());
            Course { key, id, note, progress, is_uninterviewed, next, row }
        };
        let today = day("2026-03-16");
        let days = ["2026-03-12", "2026-03-16", "2026-03-20"].map(|text| Some(day(text)));
        let mut unused = BEGINNINGS.to_vec();
        for fields in [
            "date: 2026-03-02",
            "date: 2026-03-02\noutcome: on hold",
            "date: 2026-03-02\noutcome: reserve list",
            "date: soon",
        ] {
            for stage in Stage::ALL {
                for until in [None].into_iter().chain(days) {
                    for is_uninterviewed in [true, false] {
                        let standing =
                            course(fields, stage, until, is_uninterviewed).standing(today);
                        assert!(is_standing(&standing), "{stage:?}: {standing}");
                        unused.retain(|beginning| !standing.starts_with(beginning));
                    }
                }
            }
        }
        assert_eq!(unused, [""; 0]);
        assert!(!is_standing("offered") && !is_standing("") && !is_standing("Acme"));
    }
}
