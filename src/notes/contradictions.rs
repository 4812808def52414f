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

/// Takes from a note what can't be so, and reports it. `own_id` gives the id within the note of one as it is written.
pub fn settle(note: &mut Note, fields: &mut Fields<'_>, own_id: impl Fn(&str) -> Option<String>) {
    let early = match note.date {
        Known::Is(interview) => done_before(note, interview),
        _ => Vec::new(),
    };
    settle_outcome(note, fields, !early.is_empty());
    for (id, date) in early {
        let Known::Is(interview) = note.date else { continue };
        note.records.remove(&id);
        fields.check_records(&keys::FOLLOWUPS, |written| {
            let is_meant = own_id(written).is_some_and(|own| own == id);
            is_meant.then(|| Problem::EarlyRecord { id: written.to_owned(), date, interview })
        });
    }
}

/// The records of what follows from an interview, but was done before that day.
fn done_before(note: &Note, interview: NaiveDate) -> Vec<(String, NaiveDate)> {
    let early = done(note, &AFTER_INTERVIEW).filter(|(_, date)| *date < interview);
    early.map(|(id, date)| (id.to_owned(), date)).collect()
}

/// The same for the outcome and its day. The note is a copy of another round's if it has that one's records.
fn settle_outcome(note: &mut Note, fields: &mut Fields<'_>, is_copy: bool) {
    let (Known::Is(outcome), Known::Is(date)) = (note.outcome, note.outcome_date) else { return };
    let is_invitation = matches!(outcome, Outcome::MoreInterviews | Outcome::HiringManager);
    let is_on = note.cancelled == Known::Missing;
    let interview = note.date.value().copied().filter(|day| is_on && date < *day);
    if let Some(interview) = interview
        && (is_invitation && !note.is_assignment() || is_copy)
    {
        (note.outcome, note.outcome_date) = (Known::Missing, Known::Missing);
        let outcome = outcome.as_str();
        fields.report_for(&keys::OUTCOME, Problem::EarlyAnswer { outcome, date, interview });
        return;
    }
    // The word may have changed, and its day not.
    if matches!(outcome, Outcome::Accepted | Outcome::Declined)
        && let Some(offered) = done(note, &WHILE_OFFERED).map(|(_, day)| day).max()
        && date < offered
    {
        note.outcome_date = Known::Missing;
        let problem = Problem::OfferDay { outcome: outcome.as_str(), date, offered };
        fields.report_for(&keys::OUTCOME_DATE, problem);
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
