//! `journal agenda`

use std::sync::Arc;

use crate::agenda::{Agenda, Item};
use crate::engine::Detail;
use crate::export;
use crate::notes::Note;
use crate::plan::followup::Status;
use chrono::{Days, NaiveDate};
use clap::{Args, ValueEnum};

use super::{Ending, Setup, all_shown, let_go, print};

#[derive(Args)]
pub struct Arguments {
    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Only what is overdue
    #[arg(long)]
    overdue: bool,
    /// Only follow-ups due within so many days, or due before
    #[arg(long, value_name = "N")]
    days: Option<u32>,
    /// Only companies with this in their name, in any case
    #[arg(long, value_name = "X")]
    company: Option<String>,
    /// Also every follow-up that was settled, put off or missed
    #[arg(long)]
    all: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let detail = if arguments.all { Detail::Everything } else { Detail::Shown };
    let mut session = setup.open(detail)?;
    session.look(|_| {});
    let mut agenda = session.plan(setup.today(), &[]).day.agenda;
    arguments.narrow(&mut agenda);
    print(&match arguments.format {
        Format::Text => agenda.to_terminal(),
        Format::Json => export::json::agenda(&agenda),
        Format::Csv => export::csv::agenda(&agenda),
    })?;
    let ending = all_shown(&session);
    let_go(session);
    Ok(ending)
}

impl Arguments {
    fn narrow(&self, agenda: &mut Agenda) {
        let today = agenda.today;
        let last = self
            .days
            .map(|days| today.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX));
        let company = self.company.as_ref().map(|company| company.to_lowercase());
        let is_asked = |note: &Note| {
            company.as_ref().is_none_or(|part| note.company.to_lowercase().contains(part))
        };
        let is_wanted = |item: &Arc<Item>| {
            (self.all || item.status.is_live())
                && (!self.overdue || item.status == Status::Overdue)
                && last.is_none_or(|last| item.followup.standing.dates.due <= last)
                && is_asked(&item.followup.note)
        };
        agenda.items.retain(is_wanted);
        agenda.done.retain(|item| is_asked(&item.followup.note));
        agenda.waiting.retain(|waiting| is_asked(&waiting.note));
        agenda.tasks.retain(|task| is_asked(&task.note));
        agenda.offers.retain(|offer| is_asked(&offer.note));
        agenda.quiet.retain(|quiet| is_asked(&quiet.note));
        if self.overdue || self.days.is_some() {
            agenda.waiting.clear();
            agenda.tasks.clear();
            agenda.offers.clear();
            agenda.quiet.clear();
            agenda.done.clear();
            agenda.orphaned_drafts.clear();
            agenda.pending.clear();
            agenda.unrecorded.clear();
        }
        if self.all {
            let is_done = |item: &Arc<Item>| agenda.done.iter().any(|done| Arc::ptr_eq(done, item));
            let settled = |item: &&Arc<Item>| !item.status.is_live() && !is_done(item);
            agenda.settled = agenda.items.iter().filter(settled).cloned().collect();
        }
    }
}
