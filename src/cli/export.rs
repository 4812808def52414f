//! `journal export`

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};

use crate::agenda::ics::{self, Style};
use crate::disk::root;
use crate::engine::Detail;
use crate::export;
use crate::session::Session;
use crate::text::link;

use super::agenda::{self, Format, narrowed};
use super::stats::span;
use super::{Ending, Setup, all_shown, examples, let_go, output, print, say, shown};

#[derive(Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// The agenda for a calendar: interviews to come and everything due, as iCalendar
    #[command(after_help = examples::EXPORT_ICS)]
    Ics(Calendar),
    /// The agenda's follow-ups for a spreadsheet, as `agenda --format csv` prints them
    #[command(after_help = examples::EXPORT_CSV)]
    Csv(Data),
    /// The agenda for a program, as `agenda --format json` prints it
    #[command(after_help = examples::EXPORT_JSON)]
    Json(Data),
    /// What you did and when, to be shown to an office or a coach: applications, interviews, answers, messages
    #[command(after_help = examples::EXPORT_LOG)]
    Log(Log),
}

#[derive(Args)]
struct Calendar {
    /// What follow-ups and tasks are: events that take the whole day, or to-dos with a day
    #[arg(long = "as", value_name = "WHAT", default_value = "event")]
    style: Entries,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum Entries {
    #[value(alias = "events")]
    Event,
    #[value(alias = "todos")]
    Todo,
}

#[derive(Args)]
struct Data {
    /// Also every follow-up that was settled, put off or missed
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    output: Output,
}

#[derive(Args)]
struct Log {
    /// Only what happened on this day or later, such as 2026-03-01
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Only what happened on this day or earlier [default: today]
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "md")]
    format: LogFormat,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum LogFormat {
    Md,
    Csv,
}

#[derive(Args)]
struct Output {
    /// The file to write; never over one of yours [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    match &arguments.what {
        What::Ics(calendar) => self::calendar(setup, calendar),
        What::Csv(data) => self::data(setup, data, Format::Csv),
        What::Json(data) => self::data(setup, data, Format::Json),
        What::Log(log) => self::log(setup, log),
    }
}

fn calendar(setup: &Setup, Calendar { style, output }: &Calendar) -> Result<Ending, Ending> {
    let mut session = setup.open(Detail::Shown)?;
    let agenda = setup.plan(&mut session).day.agenda;
    let style = match style {
        Entries::Event => Style::Events,
        Entries::Todo => Style::Todos,
    };
    let export = &session.config().export;
    // The one that builds keep up to date has to be the same wherever the journal lies.
    let is_kept = export.ics.as_ref().is_some_and(|name| {
        output.file(setup).is_some_and(|file| is_same(&file, &setup.root.join(name)))
    });
    let here = if is_kept { None } else { address(&setup.root) };
    let text = agenda.to_ics(style, export.links.as_deref().or(here.as_deref()));
    output.put(setup, session, text, ics::is_as_generated)
}

fn data(setup: &Setup, Data { all, output }: &Data, format: Format) -> Result<Ending, Ending> {
    let (session, agenda) = narrowed(setup, &agenda::Arguments::of_everything(*all, format))?;
    output.put(setup, session, format.text(&agenda), no_file)
}

fn log(setup: &Setup, Log { from, to, format, output }: &Log) -> Result<Ending, Ending> {
    let mut session = setup.open(Detail::Everything)?;
    let today = setup.today();
    let span = span(from.as_deref(), to.as_deref(), &session, today)?;
    let agenda = setup.plan(&mut session).day.agenda;
    let log = export::log::Log::of(session.processes(), &agenda, session.config(), span);
    let text = match format {
        LogFormat::Md => log.to_markdown(),
        LogFormat::Csv => log.to_csv(),
    };
    output.put(setup, session, text, no_file)
}

/// Nothing tells whether somebody has worked on such a file, so none may be replaced.
fn no_file(_: &str) -> bool {
    false
}

/// The address of a folder on this machine, for a path behind it.
fn address(folder: &Path) -> Option<String> {
    let folder = root::resolved(folder).ok()?;
    let path = folder.to_str()?.replace('\\', "/");
    Some(format!("file:///{}/", link(path.trim_matches('/'))))
}

/// Returns true for two names of one place.
fn is_same(one: &Path, other: &Path) -> bool {
    let place =
        |path: &Path| Some((root::resolved(path.parent()?).ok()?, path.file_name()?.to_owned()));
    place(one).is_some_and(|one| Some(one) == place(other))
}

impl Output {
    /// The file, unless standard output is meant.
    fn file(&self, setup: &Setup) -> Option<PathBuf> {
        let file = self.output.as_ref().filter(|file| file.as_os_str() != output::STDOUT)?;
        Some(setup.base.join(file))
    }

    /// Prints a text, or writes it to the file. One that would lack something is no file's.
    fn put(
        &self,
        setup: &Setup,
        session: Session,
        text: String,
        is_ours: impl Fn(&str) -> bool,
    ) -> Result<Ending, Ending> {
        let Some(file) = self.file(setup) else {
            print(&text)?;
            let ending = all_shown(&session);
            let_go(session);
            return Ok(ending);
        };
        output::only_if_whole(&session, &file)?;
        let_go(session);
        output::write(&file, text, is_ours, "give another one, or send the output there with >")?;
        if !setup.quiet {
            say(&format!("{} is written", shown(&file)));
        }
        Ok(Ending::Done)
    }
}
