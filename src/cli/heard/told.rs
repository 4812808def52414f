//! From what a company said to what is written into the note.

use crate::agenda::position;
use crate::cli::{Ending, check_weekday, unusable};
use crate::dates::calendar::{Calendar, short};
use crate::dates::window::Window;
use crate::journal::recording::Recorded;
use crate::notes::person::split_address;
use crate::notes::{Note, Outcome};
use crate::plan::process::Process;
use crate::plan::timeframes::timeframes_by;
use crate::rules::known::Known;
use chrono::NaiveDate;

use super::contact::contact;
use super::news::News;
use super::refusals::{
    check_has_led_on, check_has_offer, check_is_after_interview, check_is_ahead, check_replaces,
    check_waits, outcome_before,
};

/// The round that news belongs to, and what the options say of the news.
pub struct Told<'h> {
    pub process: &'h Process,
    pub note: &'h Note,
    /// The day on which the user heard it.
    pub on: NaiveDate,
    /// True if they named that day.
    pub is_day_named: bool,
    /// The day by which an offer needs an answer.
    pub by: Option<NaiveDate>,
    /// The day on which the job starts.
    pub start: Option<NaiveDate>,
    /// True for an offer in writing.
    pub is_in_writing: bool,
    /// Who told it.
    pub from: Option<&'h str>,
    pub calendar: &'h Calendar,
    pub today: NaiveDate,
}

/// What is written into the note, and the words for it.
type Written = (Recorded, Vec<String>);

impl Told<'_> {
    /// What is written of news; no fields if the note says so already.
    pub fn recorded(&self, news: &News) -> Result<Written, Ending> {
        match news {
            News::Outcome(outcome) => self.outcome(*outcome),
            News::Cancelled => self.cancelled(),
            News::Window(window) => self.window(window),
        }
    }

    fn outcome(&self, outcome: Outcome) -> Result<Written, Ending> {
        let from = self.from.map(|from| contact(from, self.process)).transpose()?;
        // The letter of an offer that has been accepted is no other one.
        let is_accepted = outcome_before(self.note) == Outcome::Accepted;
        if is_accepted && self.is_in_writing && self.by.is_none() && from.is_none() {
            return Ok((Recorded::Fields(Vec::new()), Vec::new()));
        }
        if outcome == Outcome::Declined {
            check_has_offer(self.process, self.note)?;
        }
        if matches!(outcome, Outcome::MoreInterviews | Outcome::HiringManager) {
            check_has_led_on(self.note, self.on, self.today)?;
        }
        let fields = self.fields(outcome, from)?;
        let mut said = vec![match self.is_in_writing {
            true => "offer in writing".to_owned(),
            false => outcome.in_words().to_owned(),
        }];
        let is_dated = fields.iter().any(|(field, _)| *field == "outcome_date");
        let how = if outcome == Outcome::NoResponse { "let go" } else { "heard" };
        said.extend(is_dated.then(|| format!("{how} {}", short(self.on, self.today))));
        said.extend(self.start.map(|start| format!("start {}", short(start, self.today))));
        said.extend(self.by.map(|by| format!("to be answered by {}", short(by, self.today))));
        Ok((Recorded::Fields(fields), said))
    }

    fn cancelled(&self) -> Result<Written, Ending> {
        let Told { note, on, .. } = *self;
        if self.by.is_some() || self.from.is_some() {
            return Err(unusable(
                "--by and --from say nothing of an interview that is cancelled; leave them out",
            ));
        }
        check_is_ahead(note, on, self.today)?;
        let said = format!("interview cancelled, heard {}", short(on, self.today));
        let is_new = outcome_before(note) != Outcome::Cancelled
            || self.is_day_named && note.cancelled != Known::Is(on);
        let field = is_new.then(|| ("cancelled", on.to_string()));
        Ok((Recorded::Fields(field.into_iter().collect()), vec![said]))
    }

    fn window(&self, window: &str) -> Result<Written, Ending> {
        let Told { note, on, calendar, today, .. } = *self;
        if self.by.is_some() || self.from.is_some() {
            return Err(unusable(
                "--by and --from go with an outcome, not with a time frame; leave them out",
            ));
        }
        check_weekday(window, on, calendar)?;
        let meant = Window::told(window);
        check_waits(self.process, note, meant.as_ref())?;
        let is_back_on = meant == Some(Window::BackOn);
        let had_ended = matches!(note.outcome, Known::Is(Outcome::NoResponse | Outcome::Rejected));
        if is_back_on && !note.is_on_hold() && !note.is_in_reserve() && !had_ended {
            return Err(unusable(&format!(
                "{}: the note doesn't say that it was on hold, so nothing is written",
                position(note)
            )));
        }
        if !matches!(meant, Some(Window::OnHold(_) | Window::InReserve { .. })) {
            let last = meant.as_ref().and_then(|window| window.last_day(on, calendar));
            check_is_after_interview(note, last, today)?;
        }
        let before = timeframes_by(note, calendar, on).pop();
        let before = before.and_then(|before| before.decision.value().copied());
        let last = meant.as_ref().and_then(|window| window.last_day_after(before, on, calendar));
        let mut said = match is_back_on {
            true => vec!["back on".to_owned()],
            false => vec![format!("new time frame {window:?}")],
        };
        said.extend(last.map(|last| format!("until {}", short(last, today))));
        let is_noted = note.latest_update().is_some_and(|update| {
            update.date == Known::Is(on) && update.window.value() == meant.as_ref()
        });
        let recorded = match is_noted && !had_ended {
            true => Recorded::Fields(Vec::new()),
            false => Recorded::Update { day: on, window: window.to_owned(), had_ended },
        };
        Ok((recorded, said))
    }

    /// The fields that say an outcome, as far as the note doesn't say them yet.
    fn fields(
        &self,
        outcome: Outcome,
        from: Option<(String, String)>,
    ) -> Result<Vec<(&'static str, String)>, Ending> {
        let Told { note, on, is_day_named: is_named, by, .. } = *self;
        if by.is_some() && outcome != Outcome::Offer {
            return Err(unusable(
                "--by is for the day by which an offer needs an answer; leave it out, or say with --on when you heard",
            ));
        }
        let before = outcome_before(note);
        check_replaces(note, before, outcome)?;
        let mut fields = Vec::new();
        // The word that gives way may be all that says so.
        if before == Outcome::Cancelled {
            let day = note.cancelled.value().copied().unwrap_or(on);
            fields.push(("cancelled", day.to_string()));
        }
        // The day of an application stays one.
        if before == Outcome::Applied
            && outcome.answers_application()
            && let (Known::Is(day), Known::Missing) = (note.date, note.applied)
            && day <= on
            && note.people().next().is_none()
            && note.round.is_none()
        {
            fields.push(("applied", day.to_string()));
        }
        let is_new = before != outcome;
        if self.is_in_writing && !note.is_in_writing {
            fields.push(("outcome", "written offer".to_owned()));
        } else if is_new || note.outcome == Known::Missing {
            fields.push(("outcome", outcome.as_str().to_owned()));
        }
        let is_dated = note.outcome_date.value().is_some();
        if is_new && note.outcome_date != Known::Is(on)
            || !is_new && (!is_dated || is_named && note.outcome_date != Known::Is(on))
        {
            fields.push(("outcome_date", on.to_string()));
        }
        if let Some(by) = by
            && note.decide_by != Known::Is(by)
        {
            fields.push(("decide_by", by.to_string()));
        }
        if let Some(start) = self.start
            && note.start_date != Some(start)
        {
            fields.push(("start_date", start.to_string()));
        }
        if let Some((name, written)) = from {
            let is_there = note.contact.value().is_some_and(|contact| {
                let is_known = |address: &str| contact.email.as_deref() == Some(address);
                contact.name.to_lowercase() == name.to_lowercase()
                    && split_address(&written).1.is_none_or(is_known)
            });
            if !is_there {
                fields.push(("contact", written));
            }
        }
        Ok(fields)
    }
}
