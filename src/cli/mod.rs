//! The command line: arguments become a checked setup before work starts; commands are wiring only.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use crate::dates::calendar::parse_date;
use crate::diagnostic::{Diagnostic, Severity};
use crate::disk::file::io_reason;
use crate::disk::root::find_root;
use crate::engine::Detail;
use crate::session::Session;
use crate::text::one_line;
use anstream::ColorChoice;
use chrono::{DateTime, Local, NaiveDate};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

mod agenda;
mod build;
mod check;
mod init;
mod new;
mod record;
mod schema;
mod show;
mod watch;

const ABOUT: &str =
    "Interview notes in, follow-ups out: whom to write to and when, and the drafts to send.";

const LONG_ABOUT: &str = "\
Interview notes in, follow-ups out: whom to write to and when, and the drafts to send.

Keep one Markdown note for each interview in a folder, with YAML front matter:

    ---
    company: Acme Robotics
    date: 2026-03-02
    interviewers: [Jane Doe <jane@acme.example>]
    ---

`journal build` reads the folder and keeps FOLLOWUPS.md and the drafts next to each note up to date; `journal watch` \
does so at every save. Neither ever changes a draft that you have edited, nor anything you wrote into FOLLOWUPS.md. Tick a line there, and it \
is recorded in its note.";

const EXIT_STATUS: &str = "\
Exit status: 0 done, even if notes have problems (they are reported); 1 `--check` found something to do, or `check` \
found errors; 2 wrong usage or unusable input, or another watcher runs already; 3 something could not be written. `new -e` \
ends as the editor does.";

#[derive(Parser)]
#[command(name = "journal", version, about = ABOUT, long_about = LONG_ABOUT, after_help = EXIT_STATUS)]
struct Arguments {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// Options that may stand before or after the command.
#[derive(Args)]
struct Global {
    /// The journal's folder [default: the nearest one upwards with a journal.toml, else this one]
    #[arg(short = 'C', value_name = "DIR", global = true)]
    root: Option<PathBuf>,
    /// Plan for this day instead of today, such as 2026-03-16
    #[arg(long, value_name = "DATE", value_parser = parse_today, global = true)]
    today: Option<NaiveDate>,
    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    color: Colour,
    /// Say nothing but what failed
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say more: hints, and what was passed over
    #[arg(short, long, action = ArgAction::SetTrue, global = true)]
    verbose: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
enum Command {
    /// Start a journal: settings to change, a first note to try, what git has to know
    Init(init::Arguments),
    /// Write the note of an interview, with its front matter filled in
    New(new::Arguments),
    /// Bring FOLLOWUPS.md and the drafts up to date
    Build(build::Arguments),
    /// Keep FOLLOWUPS.md and the drafts up to date while you write
    Watch(watch::Arguments),
    /// Show the agenda, without writing anything
    Agenda(agenda::Arguments),
    /// Record in the note that a follow-up is done
    Done(record::Done),
    /// Record that you decided against a follow-up
    Skip(record::Done),
    /// Put a follow-up off until a day
    Snooze(record::Snooze),
    /// Take back what was recorded of a follow-up
    Undo(record::What),
    /// Show a follow-up: its draft, what a good one holds, and why it is due
    Show(record::What),
    /// Show what is wrong in notes, journal.toml, templates and drafts, without writing anything
    Check(check::Arguments),
    /// Print a JSON Schema, for editors and programs
    Schema(schema::Arguments),
}

/// How a command ended.
#[derive(Clone, Copy)]
enum Ending {
    Done,
    FoundSomething,
    Unusable,
    NotWritten,
    /// As the editor ended that was opened.
    Edited(u8),
}

impl Ending {
    /// The exit status.
    fn status(self) -> u8 {
        match self {
            Ending::Done => 0,
            Ending::FoundSomething => 1,
            Ending::Unusable => 2,
            Ending::NotWritten => 3,
            Ending::Edited(status) => status,
        }
    }
}

/// What every command works with.
struct Setup {
    root: PathBuf,
    /// The folder that paths of arguments start from.
    base: PathBuf,
    /// The day that was asked for, in place of the clock's.
    today: Option<NaiveDate>,
    quiet: bool,
    verbose: bool,
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.global.color {
        Colour::Auto => ColorChoice::Auto,
        Colour::Always => ColorChoice::Always,
        Colour::Never => ColorChoice::Never,
    }
    .write_global();
    let folder = match &arguments.command {
        Command::Init(init) => init.folder.as_deref(),
        Command::Build(build) => build.folder.as_deref(),
        Command::Watch(watch) => watch.folder.as_deref(),
        _ => None,
    };
    let setup = match &arguments.command {
        Command::Init(_) => init::setup(&arguments.global, folder),
        _ => setup(&arguments.global, folder),
    };
    let ending = setup.and_then(|setup| match arguments.command {
        Command::Init(arguments) => init::run(&setup, &arguments),
        Command::New(arguments) => new::run(&setup, &arguments),
        Command::Build(arguments) => build::run(&setup, &arguments),
        Command::Watch(arguments) => watch::run(&setup, &arguments),
        Command::Agenda(arguments) => agenda::run(&setup, &arguments),
        Command::Done(arguments) => record::done(&setup, &arguments),
        Command::Skip(arguments) => record::skip(&setup, &arguments),
        Command::Snooze(arguments) => record::snooze(&setup, &arguments),
        Command::Undo(what) => record::undo(&setup, &what),
        Command::Show(what) => show::run(&setup, &what),
        Command::Check(arguments) => check::run(&setup, &arguments),
        Command::Schema(arguments) => schema::run(&arguments),
    });
    ExitCode::from(ending.unwrap_or_else(|ending| ending).status())
}

/// Finds the journal, or says why it can't be used.
fn setup(global: &Global, folder: Option<&Path>) -> Result<Setup, Ending> {
    let current = current_folder()?;
    let given = given(global, folder);
    let root = find_root(given.as_deref(), &current);
    if !root.is_dir() {
        let name = shown(&given.unwrap_or(root));
        return Err(unusable(&format!("there is no folder {name}")));
    }
    let base = global.root.as_ref().map_or(current.clone(), |base| current.join(base));
    Ok(Setup { root, base, today: global.today, quiet: global.quiet, verbose: global.verbose })
}

fn current_folder() -> Result<PathBuf, Ending> {
    std::env::current_dir()
        .map_err(|error| unusable(&format!("the current folder can't be used: {error}")))
}

/// The folder that was asked for: -C, and the argument counted from there.
fn given(global: &Global, folder: Option<&Path>) -> Option<PathBuf> {
    match (&global.root, folder) {
        (Some(base), Some(folder)) => Some(base.join(folder)),
        (base, folder) => base.as_deref().or(folder).map(Path::to_path_buf),
    }
}

/// The clock, in the user's own time zone. It is looked at here alone.
#[expect(clippy::disallowed_methods, reason = "this is the one look at the clock")]
fn now() -> DateTime<Local> {
    Local::now()
}

/// A path in a message.
fn shown(path: &Path) -> String {
    one_line(&path.display().to_string())
}

/// Lets a session go with the process: the system takes thousands of notes back faster than they could be dropped.
fn let_go(session: Session) {
    std::mem::forget(session);
}

fn unusable(message: &str) -> Ending {
    say(&format!("error: {message}"));
    Ending::Unusable
}

fn parse_today(text: &str) -> Result<NaiveDate, String> {
    parse_date(text).ok_or_else(|| "write year, month and day, such as 2026-03-16".to_owned())
}

/// A message: to standard error, with colour where it can be shown.
fn say(message: &str) {
    let _ = writeln!(anstream::stderr(), "{message}");
}

/// A result: to standard output. Whoever closes the pipe early has seen enough.
fn print(text: &str) -> Result<(), Ending> {
    let mut out = anstream::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            say(&format!("error: the output could not be written: {}", io_reason(&error)));
            Err(Ending::NotWritten)
        }
        _ => Ok(()),
    }
}

impl Setup {
    /// Opens the journal, or says what makes it unusable.
    fn open(&self, detail: Detail) -> Result<Session, Ending> {
        Session::open(self.root.clone(), detail, Arc::default()).map_err(|problem| {
            say(&problem.render());
            Ending::Unusable
        })
    }

    /// The day to plan for.
    fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(|| now().date_naive())
    }

    /// Tells what is wrong in the journal: hints only if asked for, but that there are some.
    fn tell(&self, problems: &[Diagnostic]) {
        if self.quiet {
            return;
        }
        let is_told =
            |problem: &&Diagnostic| self.verbose || problem.problem.severity() != Severity::Hint;
        for problem in problems.iter().filter(is_told) {
            say(&problem.render());
        }
        let hints = problems.iter().filter(|problem| !is_told(problem)).count();
        if hints > 0 {
            let them = if hints == 1 { "it" } else { "them" };
            say(&format!("{} in the notes; -v shows {them}", crate::text::count(hints, "hint")));
        }
    }
}
