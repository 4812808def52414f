//! The command line.
//!
//! Takes arguments and gives output and an exit status. Arguments become a checked setup before any work starts, and
//! commands are only wiring.

#![allow(
    rustdoc::invalid_html_tags,
    reason = "doc comments on arguments are help texts for a terminal"
)]

use std::path::PathBuf;
use std::process::ExitCode;

use anstream::ColorChoice;
use chrono::NaiveDate;
use clap::{ArgAction, Args, CommandFactory, Parser, Subcommand, ValueEnum};

mod agenda;
mod build;
mod check;
mod completions;
mod creation;
mod days;
mod deed;
mod demo;
mod examples;
mod export;
mod heard;
mod init;
mod mail;
mod man;
mod messages;
mod new;
mod open;
mod output;
mod progress;
mod record;
mod report;
mod schema;
mod setup;
mod show;
mod stats;
mod undo;
mod watch;

use days::{check_weekday, day_in, parse_today, with_whole_days};
use messages::{print, say, say_list, say_refused, shell_word, shown, unusable};
use setup::{Setup, all_shown, current_folder, given, let_go, now, setup, without_settings};

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
