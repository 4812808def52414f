//! `journal agenda`

use std::sync::Arc;

use crate::agenda::pick::APOSTROPHES;
use crate::agenda::{Agenda, Item};
use crate::engine::Detail;
use crate::export;
use crate::notes::Note;
use crate::plan::status::Status;
use crate::session::Session;
use crate::text::{name_key, nearest, one_line};
use chrono::{Days, NaiveDate};
use clap::{Args, ValueEnum};

use super::{Ending, Setup, all_shown, let_go, print, unusable};

#[derive(Args)]
pub struct Arguments {
    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Only what is overdue
    #[arg(long)]
    overdue: bool,
    /// Only follow-ups due within so many days, or due before
    #[arg(long, value_name = "N", value_parser = number_of_days, allow_hyphen_values = true)]
    days: Option<u32>,
    /// Only companies with this in their name, in any case
    #[arg(long, value_name = "X")]
    company: Option<String>,
    /// Also every follow-up that was settled, put off or missed
    #[arg(long)]
    all: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Csv,
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let (session, agenda) = narrowed(setup, arguments)?;
    print(&arguments.format.text(&agenda))?;
    let ending = all_shown(&session);
    let_go(session);
    Ok(ending)
}

fn number_of_days(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| "write a number of days, such as 14".to_owned())
}

impl Format {
    /// An agenda in this format.
    pub fn text(self, agenda: &Agenda) -> String {
        match self {
            Format::Text => agenda.to_terminal(width()),
            Format::Json => export::json::agenda(agenda),
            Format::Csv => export::csv::agenda(agenda),
        }
    }
}

/// Opens the journal, and gives the part of its agenda that is asked for.
pub fn narrowed(setup: &Setup, arguments: &Arguments) -> Result<(Session, Agenda), Ending> {
    let detail = if arguments.all { Detail::Everything } else { Detail::Shown };
    let mut session = setup.open(detail)?;
    let mut agenda = setup.plan(&mut session).day.agenda;
    arguments.check_company(&session, &agenda)?;
    arguments.narrow(&mut agenda);
    Ok((session, agenda))
}

/// The columns of a terminal that says nothing of its width.
const WIDTH: usize = 80;

/// The columns to fill: as many as $COLUMNS says, else those of the terminal.
fn width() -> usize {
    let given = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    given.or_else(terminal).filter(|width| *width > 0).unwrap_or(WIDTH)
}

/// A company's name as it is compared.
fn plain(name: &str) -> String {
    name_key(name).replace(APOSTROPHES, "")
}

impl Arguments {
    /// Those for every company and day, and with `all` for every follow-up.
    pub fn of_everything(all: bool, format: Format) -> Arguments {
        Arguments { format, overdue: false, days: None, company: None, all }
    }

    /// Refuses a company that no process is with, unless a tick waits whose note may be gone.
    fn check_company(&self, session: &Session, agenda: &Agenda) -> Result<(), Ending> {
        let Some(company) = &self.company else { return Ok(()) };
        let companies: Vec<String> =
            session.processes().map(|process| plain(&process.current().company)).collect();
        let wanted = plain(company);
        let is_known = companies.iter().any(|known| known.contains(&wanted));
        if is_known || !agenda.pending.is_empty() || !agenda.unrecorded.is_empty() {
            return Ok(());
        }
        let known = companies.iter().flat_map(|company| company.split(' ').chain([&**company]));
        let meant = nearest(&wanted, known)
            .map_or(String::new(), |near| format!("; did you mean {near:?}?"));
        Err(unusable(&format!("no company matches {:?}{meant}", one_line(company))))
    }

    fn narrow(&self, agenda: &mut Agenda) {
        let today = agenda.today;
        let last = self
            .days
            .map(|days| today.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX));
        let company = self.company.as_deref().map(plain);
        let is_asked =
            |note: &Note| company.as_ref().is_none_or(|part| plain(&note.company).contains(part));
        let is_wanted = |item: &Arc<Item>| {
            (self.all || item.status.is_live() && !item.is_to_come(today))
                && (!self.overdue || item.status == Status::Overdue)
                && last.is_none_or(|last| item.followup.standing.dates.due <= last)
                && is_asked(&item.followup.note)
        };
        agenda.items.retain(is_wanted);
        agenda.done.retain(|item| is_asked(&item.followup.note));
        agenda.interviews.retain(|one| is_asked(&one.note));
        agenda.courses.retain(|course| is_asked(&course.note));
        agenda.waiting.retain(|waiting| is_asked(&waiting.note));
        agenda.tasks.retain(|task| is_asked(&task.note));
        agenda.offers.retain(|offer| is_asked(&offer.note));
        agenda.quiet.retain(|quiet| is_asked(&quiet.note));
        if self.overdue || self.days.is_some() {
            let is_soon = |day: NaiveDate| !self.overdue && last.is_none_or(|last| day <= last);
            agenda.interviews.retain(|one| is_soon(one.day));
            let is_due = |day: NaiveDate| if self.overdue { day < today } else { is_soon(day) };
            agenda.tasks.retain(|task| task.due.is_some_and(is_due));
            agenda.courses.clear();
            agenda.waiting.clear();
            agenda.offers.clear();
            agenda.quiet.clear();
            agenda.done.clear();
            agenda.orphaned_drafts.clear();
            agenda.pending.clear();
            agenda.unrecorded.clear();
        }
        if self.all {
            let is_done = |item: &Arc<Item>| agenda.done.iter().any(|done| Arc::ptr_eq(done, item));
            let is_unlisted =
                |item: &&Arc<Item>| agenda.section_of(item).is_none() && !is_done(item);
            agenda.settled = agenda.items.iter().filter(is_unlisted).cloned().collect();
        }
    }
}
