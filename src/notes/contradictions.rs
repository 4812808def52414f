//! What can't be so, as a note says it: mostly what came with a copy of another note, or what was left when a word was
//! changed. It is reported, and doesn't count.

use chrono::NaiveDate;

use crate::diagnostic::Problem;
use crate::notes::fields::{Fields, keys};
use crate::notes::{Note, Outcome, Record};
use crate::rules::known::Known;

/// The beginnings of the ids of what follows from an interview alone, and can't be done before it.
const AFTER_INTERVIEW: [&str; 3] = ["thank-you/", "team-thanks/", "recruiter-debrief"];

/// The beginnings of the ids of what is done while an offer waits for its answer.
const WHILE_OFFERED: [&str; 4] =
    ["offer-thanks", "offer-feedback", "offer-elsewhere/", "offer-decision"];

/// The days within which something is still recorded that was done in time.
const LATE: i64 = 2;

/// The ids of the answers to one.
const ANSWERS: [&str; 2] = ["acceptance", "decline"];

/// Takes from a note what can't be so, and reports it. `own_id` gives the id within the note of one as it is written.
pub fn settle(note: &mut Note, fields: &mut Fields<'_>, own_id: impl Fn(&str) -> Option<String>) {
    settle_outcome(note, fields);
    let Known::Is(interview) = note.date else { return };
    let early = done(note, &AFTER_INTERVIEW).filter(|(_, date)| *date < interview);
    let early: Vec<(String, NaiveDate)> = early.map(|(id, date)| (id.to_owned(), date)).collect();
    for (id, date) in early {
        note.records.remove(&id);
        fields.check_records(&keys::FOLLOWUPS, |written| {
            let is_meant = own_id(written).is_some_and(|own| own == id);
            is_meant.then(|| Problem::EarlyRecord { id: written.to_owned(), date, interview })
        });
    }
}

fn settle_outcome(note: &mut Note, fields: &mut Fields<'_>) {
    let (Known::Is(outcome), Known::Is(date)) = (note.outcome, note.outcome_date) else { return };
    match outcome {
        // It led to this interview.
        Outcome::MoreInterviews | Outcome::HiringManager
            if !note.is_assignment() && note.cancelled == Known::Missing =>
        {
            if let Some(interview) = note.date.value().copied().filter(|day| date < *day) {
                (note.outcome, note.outcome_date) = (Known::Missing, Known::Missing);
                let outcome = outcome.as_str();
                let problem = Problem::EarlyAnswer { outcome, date, interview };
                fields.report_for(&keys::OUTCOME, problem);
            }
        }
        // The word may have changed, and its day not.
        Outcome::Accepted | Outcome::Declined if !ANSWERS.iter().any(|id| note.is_done(id)) => {
            let offered = done(note, &WHILE_OFFERED).map(|(_, day)| day).max();
            if let Some(offered) = offered.filter(|day| (*day - date).num_days() > LATE) {
                note.outcome_date = Known::Missing;
                let problem = Problem::OfferDay { outcome: outcome.as_str(), date, offered };
                fields.report_for(&keys::OUTCOME_DATE, problem);
            }
        }
        _ => {}
    }
}

/// The records of what is done of these, each with its day.
fn done<'n>(
    note: &'n Note,
    beginnings: &'n [&'n str],
) -> impl Iterator<Item = (&'n str, NaiveDate)> {
    note.records.iter().filter_map(|(id, record)| match record {
        Record::Done(day) if beginnings.iter().any(|begins| id.starts_with(begins)) => {
            Some((id.as_str(), *day))
        }
        _ => None,
    })
}
