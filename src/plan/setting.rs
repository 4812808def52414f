//! What is known of the process that a follow-up is about, and of others beside it, besides what its note says.

use chrono::NaiveDate;

use crate::notes::{Interest, Note, Outcome, Person};
use crate::plan::others::OfferElsewhere;
use crate::plan::process::Process;
use crate::plan::tie::Tie;
use crate::rules::known::Known;

/// A round's place in its process, and what has become of that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The outcome of the process by now; `None` if it can't be read.
    pub outcome: Option<Outcome>,
    /// The interest that the round's note says, else the note of the nearest round before it.
    pub interest: Interest,
    /// True if an offer of another company was accepted, so that the message shows no interest in this one's.
    pub is_left: bool,
    /// The offer of another company that was accepted before this one came, if there is one.
    pub taken: Option<Tie>,
    /// For a farewell within one's own company: true while one is talking with another company as well.
    pub looks_elsewhere: bool,
    /// For a farewell: another process that its reader has to do with, too.
    pub tie: Option<Tie>,
    /// For a status check: the offer of which its reader has heard and that still waits for an answer.
    pub offer_elsewhere: Option<OfferElsewhere>,
    /// True while the process hears of an offer elsewhere, and is asked for an answer with that.
    pub hears_of_offer: bool,
    /// The day of the interview, if the news came before it.
    pub to_come: Option<NaiveDate>,
    /// The number of earlier rounds with an interview.
    pub rounds_before: usize,
    /// The number of those that had the same recruiter.
    pub arranged_before: usize,
    /// The number of interviewers in earlier rounds.
    pub interviewers_before: usize,
    /// True if the process was over before this round.
    pub is_reopened: bool,
}

impl Setting {
    /// Returns true if an interview had taken place when the news came: that of the note of the round, or another before it
    /// fell through.
    pub fn is_interviewed(&self, note: &Note) -> bool {
        if note.fell_through() || note.is_assignment() {
            return self.rounds_before > 0;
        }
        note.date != Known::Missing && self.to_come.is_none()
    }

    /// The setting of the round at a position, with the day of the news, if there are any.
    pub fn of(process: &Process, at: usize, news: Known<NaiveDate>) -> Setting {
        let (note, before) = (&process.rounds[at], &process.rounds[..at]);
        let days = note.date.value().zip(news.value());
        let is_held = |note: &Note| !note.fell_through() && !note.is_assignment();
        let interviews =
            || before.iter().filter(|note| note.date != Known::Missing && is_held(note));
        let recruiter = note.recruiter.value();
        let is_recruiter = |other: &Person| recruiter.is_some_and(|one| one.is_likely(other));
        Setting {
            outcome: process.outcome(),
            interest: process.interest(at),
            is_left: false,
            taken: None,
            looks_elsewhere: false,
            tie: None,
            offer_elsewhere: None,
            hears_of_offer: false,
            to_come: days
                .filter(|(interview, news)| interview > news)
                .filter(|_| !note.is_cancelled() && !note.is_assignment())
                .map(|(interview, _)| *interview),
            rounds_before: interviews().count(),
            arranged_before: interviews()
                .filter(|note| note.recruiter.value().is_some_and(|other| is_recruiter(other)))
                .count(),
            interviewers_before: before
                .iter()
                .filter(|note| !note.is_assignment())
                .map(|note| note.interviewers.len())
                .sum(),
            is_reopened: before
                .iter()
                .any(|note| note.outcome.value().is_some_and(|outcome| outcome.is_over())),
        }
    }
}
