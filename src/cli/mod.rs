//! The command line.
//!
//! Takes arguments and gives output and an exit status. Arguments become a checked setup before any work starts, and
//! commands are only wiring.

#![allow(
    rustdoc::invalid_html_tags,
    reason = "doc comments on arguments are help texts for a terminal"
)]

use std::borrow::Borrow;
use std::ffi::{OsStr, OsString};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use crate::agenda::tick::Unrecorded;
use crate::dates::calendar::Calendar;
use crate::dates::day::{self, Direction, Misread};
use crate::dates::window::Window;
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::disk::file::io_reason;
use crate::disk::root::{self, find_root, is_folder};
use crate::engine::{Day, Detail};
use crate::session::{DayPlan, Session};
use crate::text::{one_line, shell, visible};
use anstream::ColorChoice;
use chrono::{DateTime, Local, NaiveDate};
use clap::{ArgAction, Args, CommandFactory, Parser, Subcommand, ValueEnum};

mod agenda;
mod build;
mod check;
mod completions;
mod creation;
mod deed;
mod demo;
mod examples;
mod export;
mod heard;
mod init;
mod mail;
mod man;
mod new;
mod open;
mod output;
mod progress;
mod record;
mod report;
mod schema;
mod show;
mod stats;
mod undo;
mod watch;

const ABOUT: &str =
    "Turns interview notes into follow-ups: whom to write to, when, and a draft of each message.";

const DETAILS: &str = "\
Keep one Markdown note for each interview in a folder, with YAML front matter:

    ---
    company: Acme Robotics
    date: 2026-03-02
    interviewers: [Jane Doe <jane@acme.example>]
    ---

`journal build` reads the folder and brings FOLLOWUPS.md and the drafts next to each note up to date; `journal watch` \
does so every time you save. Neither ever changes a draft you have edited, or anything you wrote in FOLLOWUPS.md. Tick \
a line there, and it is recorded in its note.";

#[derive(Parser)]
#[command(name = "journal", version, about = ABOUT, long_about = format!("{ABOUT}\n\n{DETAILS}"))]
#[command(after_help = format!("{}\n\n{}", examples::JOURNAL, examples::EXIT_STATUS))]
#[command(max_term_width = 80, disable_help_flag = true, disable_version_flag = true)]
struct Arguments {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// Options that can be given before or after the command.
#[derive(Args)]
#[command(next_help_heading = "Global options")]
struct Global {
    /// The journal's folder [default: the nearest one with a journal.toml, from here upwards, or else this one]
    #[arg(short = 'C', value_name = "DIR", global = true)]
    root: Option<PathBuf>,
    /// Plan for this day instead of today, such as 2026-03-16, tomorrow or friday
    #[arg(long, value_name = "DATE", value_parser = parse_today, global = true)]
    today: Option<NaiveDate>,
    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    color: Colour,
    /// Only say what failed
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say more: hints, changes, and what was skipped
    #[arg(short, long, action = ArgAction::SetTrue, global = true)]
    verbose: bool,
    /// Print help
    #[arg(short, long, action = ArgAction::Help, global = true)]
    help: Option<bool>,
    /// Print the version
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
enum Command {
    /// Start a journal: settings to change, a first note to try, and what git needs to know
    #[command(after_help = examples::INIT)]
    Init(init::Arguments),
    /// Create the note for an interview, with its front matter filled in
    #[command(after_help = examples::NEW)]
    New(new::Arguments),
    /// Bring FOLLOWUPS.md and the drafts up to date
    #[command(after_help = examples::BUILD)]
    Build(build::Arguments),
    /// Keep FOLLOWUPS.md and the drafts up to date as you save
    #[command(after_help = examples::WATCH)]
    Watch(watch::Arguments),
    /// Show the agenda, without writing anything
    #[command(after_help = examples::AGENDA)]
    Agenda(agenda::Arguments),
    /// Show a follow-up: its draft, a checklist, and why it is due
    #[command(after_help = examples::SHOW)]
    Show(record::What),
    /// Open a draft in your mail program, ready for you to send
    #[command(after_help = examples::MAIL)]
    Mail(mail::Arguments),
    /// Record that a follow-up is done, or tick a task in its note
    #[command(after_help = examples::DONE)]
    Done(record::Done),
    /// Record that you decided against a follow-up
    #[command(after_help = examples::SKIP)]
    Skip(record::Skip),
    /// Put a follow-up off until a day
    #[command(after_help = examples::SNOOZE)]
    Snooze(record::Snooze),
    /// Remove the record of a follow-up
    #[command(after_help = examples::UNDO)]
    Undo(undo::Arguments),
    /// Record what a company said: an outcome or a new time frame
    #[command(after_help = examples::HEARD)]
    Heard(heard::Arguments),
    /// Show problems in notes, journal.toml, templates and drafts, without writing anything
    #[command(after_help = examples::CHECK)]
    Check(check::Arguments),
    /// Show the figures of your search: offers, rounds, how long answers took
    #[command(after_help = examples::STATS)]
    Stats(stats::Arguments),
    /// Write a page that shows your search: what is due, every process in time, how long answers take
    #[command(after_help = examples::REPORT)]
    Report(report::Arguments),
    /// Give the agenda to a calendar, a spreadsheet or a program
    #[command(after_help = examples::EXPORT)]
    Export(export::Arguments),
    /// Print a JSON Schema, for editors and programs
    #[command(after_help = examples::SCHEMA)]
    Schema(schema::Arguments),
    /// Print the script that completes commands, options and follow-ups in a shell
    #[command(after_help = examples::COMPLETIONS)]
    Completions(completions::Arguments),
    /// Print the manual page
    #[command(after_help = examples::MAN)]
    Man,
}

/// The way a command ended.
#[derive(Clone, Copy)]
enum Ending {
    Done,
    FoundSomething,
    Unusable,
    NotWritten,
    NotLookedAt,
    /// With the editor's status.
    Edited(u8),
}

impl Ending {
    /// The exit status.
    fn status(self) -> u8 {
        match self {
            Ending::Done => 0,
            Ending::FoundSomething => 1,
            Ending::Unusable => 2,
            Ending::NotWritten | Ending::NotLookedAt => 3,
            Ending::Edited(status) => status,
        }
    }
}

/// The setup that every command works with.
struct Setup {
    root: PathBuf,
    /// The folder that paths in arguments are relative to.
    base: PathBuf,
    /// The day given in place of the clock's.
    today: Option<NaiveDate>,
    quiet: bool,
    verbose: bool,
}

/// Every command with its options and its help, as data.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    if completions::answer() {
        return ExitCode::SUCCESS;
    }
    let arguments = Arguments::parse_from(with_whole_days(std::env::args_os().collect()));
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
        Command::Report(report) => report.folder.as_deref(),
        _ => None,
    };
    let setup = match &arguments.command {
        Command::Init(_) => init::setup(&arguments.global, folder),
        _ => setup(&arguments.global, folder),
    };
    let ending = setup.and_then(|setup| match arguments.command {
        Command::Init(arguments) => init::run(&setup, &arguments),
        Command::New(arguments) => new::run(&setup, &arguments),
        Command::Heard(arguments) => heard::run(&setup, &arguments),
        Command::Build(arguments) => build::run(&setup, &arguments),
        Command::Watch(arguments) => watch::run(&setup, &arguments),
        Command::Agenda(arguments) => agenda::run(&setup, &arguments),
        Command::Done(arguments) => record::done(&setup, &arguments),
        Command::Skip(arguments) => record::skip(&setup, &arguments),
        Command::Snooze(arguments) => record::snooze(&setup, &arguments),
        Command::Undo(arguments) => undo::run(&setup, &arguments),
        Command::Show(what) => show::run(&setup, &what),
        Command::Mail(arguments) => mail::run(&setup, &arguments),
        Command::Check(arguments) => check::run(&setup, &arguments),
        Command::Stats(arguments) => stats::run(&setup, &arguments),
        Command::Report(arguments) => report::run(&setup, &arguments),
        Command::Export(arguments) => export::run(&setup, &arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man => man::run(),
    });
    ExitCode::from(ending.unwrap_or_else(|ending| ending).status())
}

/// Arguments in which a day of several words, such as `--by 27 March`, is one.
fn with_whole_days(arguments: Vec<OsString>) -> Vec<OsString> {
    const OPTIONS: [&str; 5] = ["--by", "--on", "--until", "--date", "--today"];
    let is_day = |words: &[OsString]| {
        let words: Option<Vec<&str>> = words.iter().map(|word| word.to_str()).collect();
        words.is_some_and(|words| {
            // Another option is no word of it: `later --today`.
            if words.iter().any(|word| word.starts_with("--")) {
                return false;
            }
            let day = day::day(
                &words.join(" "),
                NaiveDate::default(),
                Direction::Ahead,
                &Calendar::default(),
            );
            day != Err(Misread::Unknown)
        })
    };
    let mut whole = Vec::new();
    let mut rest = &arguments[..];
    while let [argument, behind @ ..] = rest {
        whole.push(argument.clone());
        rest = behind;
        if OPTIONS.iter().any(|option| argument == option) && !is_day(&rest[..rest.len().min(1)]) {
            let count = [4, 3, 2].into_iter().find(|count| rest.get(..*count).is_some_and(is_day));
            let (day, behind) = rest.split_at(count.unwrap_or(0));
            whole.extend(count.map(|_| day.join(OsStr::new(" "))));
            rest = behind;
        }
    }
    whole
}

/// Finds the journal, or reports why it can't be used.
fn setup(global: &Global, folder: Option<&Path>) -> Result<Setup, Ending> {
    let current = current_folder()?;
    let given = given(global, folder);
    let root = find_root(given.as_deref(), &current);
    if !is_folder(&root) {
        let is_taken = root::is_taken(&root);
        let name = quoted(&shown(&given.unwrap_or(root)));
        return Err(unusable(&match is_taken {
            true => format!("{name} is not a folder; name the one that it is in"),
            false => format!("there is no folder {name}; `journal init {name}` makes one"),
        }));
    }
    let base = global.root.as_ref().map_or(current.clone(), |base| current.join(base));
    Ok(Setup { root, base, today: global.today, quiet: global.quiet, verbose: global.verbose })
}

fn current_folder() -> Result<PathBuf, Ending> {
    std::env::current_dir().map_err(|error| {
        let why = io_reason(&error);
        unusable(&format!("the current folder can't be used: {why}; go to another one with `cd`"))
    })
}

/// The folder that was given: with -C, as an argument, or as an argument relative to -C.
fn given(global: &Global, folder: Option<&Path>) -> Option<PathBuf> {
    match (&global.root, folder) {
        (Some(base), Some(folder)) => Some(base.join(folder)),
        (base, folder) => base.as_deref().or(folder).map(Path::to_path_buf),
    }
}

/// The time in the user's own time zone. The clock is read only here.
#[expect(clippy::disallowed_methods, reason = "this is the one look at the clock")]
fn now() -> DateTime<Local> {
    Local::now()
}

/// A path in a message.
fn shown(path: &Path) -> String {
    one_line(&path.display().to_string())
}

/// A path for a shell, in quotes only where it needs them.
fn quoted(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/-_.".contains(c);
    match path.chars().all(is_plain) {
        true => path.to_owned(),
        false => shell(path),
    }
}

/// Leaks a session at the end of a command: the system frees thousands of notes faster than dropping them would.
fn let_go(session: Session) {
    std::mem::forget(session);
}

/// The ending of a command that shows what could be looked at, and names what couldn't.
fn all_shown(session: &Session) -> Ending {
    for hole in session.journal().holes() {
        say(&hole.render());
    }
    if session.sees_all() { Ending::Done } else { Ending::NotLookedAt }
}

/// The ending of a command that has no settings to work with, for this reason.
fn without_settings(problem: &Diagnostic) -> Ending {
    match problem.problem {
        Problem::NotLookedAt { .. } => Ending::NotLookedAt,
        _ => Ending::Unusable,
    }
}

fn unusable(message: &str) -> Ending {
    say(&format!("error: {message}"));
    Ending::Unusable
}

fn parse_today(text: &str) -> Result<NaiveDate, String> {
    let today = now().date_naive();
    day::day(text, today, Direction::Ahead, &Calendar::default())
        .map_err(|misread| format!("it {}", misunderstood(misread, Direction::Ahead)))
}

/// The day that an option's words mean, or a report of why they mean none.
fn day_in(
    option: &str,
    words: &str,
    today: NaiveDate,
    direction: Direction,
    calendar: &Calendar,
) -> Result<NaiveDate, Ending> {
    let option = format!("{option} {:?}", one_line(words));
    let day = day::day(words, today, direction, calendar)
        .map_err(|misread| unusable(&format!("{option} {}", misunderstood(misread, direction))))?;
    match day::passed(words, day, today).filter(|_| direction == Direction::Ahead) {
        Some(passed) => Err(unusable(&format!(
            "{option} would be {day}, as {passed} has passed; write the day that you mean, with its year"
        ))),
        None => Ok(day),
    }
}

/// Refuses a time frame such as `by Sat 20th` if that day is no Saturday.
fn check_weekday(window: &str, said: NaiveDate, calendar: &Calendar) -> Result<(), Ending> {
    let told = Window::told(window);
    match told.and_then(|told| day::misnamed(&told, window, said, calendar)) {
        None => Ok(()),
        Some(day) => {
            let why = misunderstood(Misread::Weekday(day), Direction::Ahead);
            Err(unusable(&format!("{:?} {why}", one_line(window))))
        }
    }
}

/// Why words are no day.
fn misunderstood(misread: Misread, direction: Direction) -> String {
    match misread {
        Misread::Unknown => format!("is not understood; write {}", direction.forms()),
        Misread::Either(one, other) => format!("could be {one} or {other}; write one of these"),
        Misread::Weekday(day) => {
            format!("names the wrong weekday: {day} is a {}; write the day alone", day.format("%A"))
        }
    }
}

/// At most this many things are listed that words could mean.
const LISTED: usize = 20;

/// Lists what words could mean.
fn say_list(lines: impl ExactSizeIterator<Item = String>) {
    let rest = lines.len().saturating_sub(LISTED);
    for line in lines.take(LISTED) {
        say(&format!("  {line}"));
    }
    if rest > 0 {
        say(&format!("  and {rest} more"));
    }
}

/// Says that a note was left as it was, why, and what to do by hand.
fn say_refused(refusal: &Unrecorded) {
    say(&format!("error: {} was left as it is: {}", visible(&refusal.note), refusal.why));
    say(&format!("  {}", refusal.by_hand));
}

/// A message: to standard error, with colour where it can be shown.
fn say(message: &str) {
    let _ = writeln!(anstream::stderr(), "{message}");
}

/// A result: to standard output. A pipe that is closed early is no error.
fn print(text: &str) -> Result<(), Ending> {
    let mut out = anstream::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let why = io_reason(&error);
            say(&format!("error: the output could not be written: {why}; send it somewhere else"));
            Err(Ending::NotWritten)
        }
        _ => Ok(()),
    }
}

impl Setup {
    /// Opens the journal, or reports what makes it unusable.
    fn open(&self, detail: Detail) -> Result<Session, Ending> {
        Session::open(self.root.clone(), detail, Arc::default()).map_err(|problem| {
            say(&problem.render());
            without_settings(&problem)
        })
    }

    /// Looks at the whole folder.
    fn look(&self, session: &mut Session) {
        progress::shown(self, session, |session| session.look(|_| {}));
    }

    /// Looks at the whole folder and works out the day, as it is while ticks wait.
    fn work_out(&self, session: &mut Session) -> Day {
        progress::shown(self, session, |session| {
            session.look(|_| {});
            session.work_out(self.today())
        })
    }

    /// Looks at the whole folder and plans the day, as it is once ticks are recorded.
    fn plan(&self, session: &mut Session) -> DayPlan {
        progress::shown(self, session, |session| {
            session.look(|_| {});
            session.plan(self.today(), &[])
        })
    }

    /// The day to plan for.
    fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(|| now().date_naive())
    }

    /// Reports problems; hints are only counted unless asked for.
    fn tell(&self, problems: &[impl Borrow<Diagnostic>]) {
        if self.quiet {
            return;
        }
        let is_told =
            |problem: &&Diagnostic| self.verbose || problem.problem.severity() != Severity::Hint;
        let problems = || problems.iter().map(Borrow::borrow);
        for problem in problems().filter(is_told) {
            say(&problem.render());
        }
        let hints = problems().filter(|problem| !is_told(problem)).count();
        if hints > 0 {
            let them = if hints == 1 { "it" } else { "them" };
            say(&format!("{} in the notes; -v shows {them}", crate::text::count(hints, "hint")));
        }
    }
}
