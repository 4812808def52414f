//! What is known of the process that a follow-up is about, besides what its note says.

use chrono::NaiveDate;

use crate::notes::{Interest, Outcome};
use crate::plan::process::Process;
use crate::rules::known::Known;

/// A round's place in its process, and what has become of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The outcome of the process by now; `None` if it can't be read.
    pub outcome: Option<Outcome>,
    /// The interest that the round's note says, else the note of the nearest round before it.
    pub interest: Interest,
    /// True if an offer of another company was accepted, so that the message shows no interest in this one's.
    pub is_left: bool,
    /// The day of the interview, if the news came before it.
    pub to_come: Option<NaiveDate>,
    /// The number of earlier rounds with an interview.
    pub rounds_before: usize,
    /// The number of interviewers in earlier rounds.
    pub interviewers_before: usize,
}

impl Setting {
    /// The setting of the round at a position, with the day of the news, if there are any.
    pub fn of(process: &Process, at: usize, news: Known<NaiveDate>, is_left: bool) -> Setting {
        let (note, before) = (&process.rounds[at], &process.rounds[..at]);
        let mut interests = process.rounds[..=at].iter().rev().map(|note| &note.interest);
        let interest = interests.find(|interest| **interest != Known::Missing);
        let days = note.date.value().zip(news.value());
        Setting {
            outcome: process.outcome(),
            interest: interest.and_then(Known::value).copied().unwrap_or_default(),
            is_left,
            to_come: days
                .filter(|(interview, news)| interview > news)
                .map(|(interview, _)| *interview),
            rounds_before: before.iter().filter(|note| note.date != Known::Missing).count(),
            interviewers_before: before.iter().map(|note| note.interviewers.len()).sum(),
        }
    }
}
