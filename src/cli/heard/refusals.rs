//! News that can't be true of a process, as far as its notes tell.

use crate::agenda::position;
use crate::cli::{Ending, say, shell_word, unusable};
use crate::dates::calendar::short;
use crate::dates::window::Window;
use crate::notes::{Note, Outcome, Record};
use crate::plan::process::Process;
use crate::rules::known::Known;
use chrono::NaiveDate;

use super::next_note;

/// Refuses an outcome that doesn't follow the one that the note says.
pub fn check_replaces(note: &Note, before: Outcome, outcome: Outcome) -> Result<(), Ending> {
    if before.leads_to(outcome) {
        return Ok(());
    }
    let day = note.outcome_date.value().map_or(String::new(), |day| format!(" ({day})"));
    let ending = unusable(&format!(
        "{}: the note says {}{day}, and {:?} doesn't replace that",
        position(note),
        before.as_str(),
        outcome.in_words()
    ));
    say(&format!("  if that was a mistake, correct `outcome` in {} by hand", note.path));
    if before.is_over() && matches!(outcome, Outcome::MoreInterviews | Outcome::HiringManager) {
        let next = next_note(note, "DAY");
        say(&format!("  if it goes on after all, once the day is known: {next}"));
    }
    Err(ending)
}

/// Refuses to decline an offer that nobody has made: their own no may be meant, or that the user withdraws.
pub fn check_has_offer(process: &Process, note: &Note) -> Result<(), Ending> {
    if has_offer(process) {
        return Ok(());
    }
    let ending = unusable(&format!("{}: there is no offer to decline", position(note)));
    say("  if you want no more of it: journal heard … withdrawn");
    say("  if they said no: journal heard … rejected");
    say("  if they had made an offer, write that first: journal heard … offer");
    Err(ending)
}

/// Refuses to cancel an interview that has taken place, as far as its note tells, or that was over when this was heard.
pub fn check_is_ahead(note: &Note, on: NaiveDate, today: NaiveDate) -> Result<(), Ending> {
    let company = shell_word(&note.company);
    if note.date == Known::Missing {
        let ending = unusable(&format!("{}: there is no interview yet", position(note)));
        say(&format!("  if they ended the search: journal heard {company} rejected"));
        return Err(ending);
    }
    let has_news =
        !matches!(outcome_before(note), Outcome::Pending | Outcome::Applied | Outcome::Cancelled);
    // The recruiter may have been thanked for arranging it on the day itself.
    let tells = |(id, record): (&String, &Record)| {
        matches!(record, Record::Done(_))
            && id != "recruiter-thanks"
            && !id.starts_with("find-out/")
    };
    if !has_news && !note.records.iter().any(tells) {
        // Many write it down the day after.
        let is_over = |day: &NaiveDate| on.pred_opt().is_some_and(|before| *day < before);
        let Some(day) = note.date.value().copied().filter(is_over) else { return Ok(()) };
        if note.cancelled != Known::Missing || outcome_before(note) == Outcome::Cancelled {
            return Ok(());
        }
        let ending = unusable(&format!(
            "{}: the interview was on {}, so it wasn't cancelled on {}",
            position(note),
            short(day, today),
            short(on, today)
        ));
        say(&format!(
            "  if it did not take place, say when you heard: journal heard {company} cancelled --on {day}"
        ));
        say(&format!("  if they need longer to decide: journal heard {company} \"another week\""));
        say(&format!("  if they ended the search: journal heard {company} rejected"));
        return Err(ending);
    }
    let ending = unusable(&format!(
        "{}: going by {}, that interview took place, so it can't be cancelled",
        position(note),
        note.path
    ));
    say(&format!("  if they ended the search: journal heard {company} rejected"));
    say(&format!("  if it did not take place, write `outcome: cancelled` in {}", note.path));
    Err(ending)
}

/// Refuses a time frame that is over before the interview: nobody decides before it, so it may have a new day.
pub fn check_is_after_interview(
    note: &Note,
    last: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Ending> {
    let (Known::Is(interview), Some(last)) = (note.date, last) else { return Ok(()) };
    if interview < today || last >= interview || outcome_before(note) == Outcome::Cancelled {
        return Ok(());
    }
    let ending = unusable(&format!(
        "{}: the interview is on {}, so they can't decide by {}",
        position(note),
        short(interview, today),
        short(last, today)
    ));
    say(&format!("  if the interview has a new day, write that as `date` in {}", note.path));
    Err(ending)
}

/// Refuses an invitation that would follow from an interview that is still to come.
pub fn check_has_led_on(note: &Note, on: NaiveDate, today: NaiveDate) -> Result<(), Ending> {
    let Known::Is(interview) = note.date else { return Ok(()) };
    if interview <= on || note.cancelled != Known::Missing || note.is_assignment() {
        return Ok(());
    }
    let ending = unusable(&format!(
        "{}: the interview is on {}, so it has led to no other yet",
        position(note),
        short(interview, today)
    ));
    say(&format!("  if they want one more besides: {}", next_note(note, "DAY")));
    Err(ending)
}

/// Refuses a time frame for a process that waits for none.
pub fn check_waits(process: &Process, note: &Note, window: Option<&Window>) -> Result<(), Ending> {
    match process.outcome() {
        Some(Outcome::Offer) => {
            let ending = unusable(&format!("{}: they have made an offer", position(note)));
            let company = shell_word(&note.company);
            say(&format!(
                "  for the day by which it needs an answer: journal heard {company} offer --by DAY"
            ));
            Err(ending)
        }
        Some(Outcome::Cancelled) if !window.is_some_and(Window::is_on_hold) => {
            let ending = unusable(&format!(
                "{}: the interview is cancelled, so no time frame is running",
                position(note)
            ));
            say(&format!("  if that is its new day: {}", next_note(note, "DAY")));
            Err(ending)
        }
        Some(Outcome::Rejected) if window == Some(&Window::BackOn) => Ok(()),
        Some(outcome) if !outcome.is_open() && outcome != Outcome::NoResponse => {
            let ending = unusable(&format!(
                "{}: the outcome is {}, so no time frame is running",
                position(note),
                outcome.as_str()
            ));
            say(&format!(
                "  if they are thinking of you after all, write `outcome: pending` in {}, then say this again",
                note.path
            ));
            Err(ending)
        }
        _ => Ok(()),
    }
}

/// Returns true if some round has led to an offer.
pub fn has_offer(process: &Process) -> bool {
    process.rounds.iter().any(|note| outcome_before(note).is_offer())
}

/// The outcome in the note. A word that nobody knows gives way to the one that was heard.
pub fn outcome_before(note: &Note) -> Outcome {
    note.outcome.value().copied().unwrap_or(Outcome::Pending)
}
