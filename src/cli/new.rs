//! `journal new`

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::dates::calendar::long;
use crate::dates::day;
use crate::dates::phrases::FORMS;
use crate::dates::window::Window;
use crate::diagnostic::Problem;
use crate::disk::apply::{self, Applied};
use crate::disk::{file, scan};
use crate::engine::Detail;
use crate::journal::change::{Change, Kind, Step};
use crate::notes::blank::{Blank, Who};
use crate::notes::{self, Note, Parsed};
use crate::plan::asks::{Ask, before_leaving};
use crate::rules::config::Config;
use crate::session::failure;
use crate::text::one_line;
use chrono::NaiveDate;
use clap::Args;

use super::build::accidents;
use super::{Ending, Setup, current_folder, print, say, shown, unusable};

#[derive(Args)]
pub struct Arguments {
    /// The company that the interview is with
    #[arg(value_name = "COMPANY", required_unless_present = "from")]
    company: Option<String>,
    /// The position
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// The day of the interview: yesterday, friday (the last one), next friday, 2026-03-20 [default: today]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
    /// An interviewer, such as "Jane Doe" or "Jane Doe <jane@acme.example>"; repeat it for each one
    #[arg(long = "interviewer", value_name = "WHO")]
    interviewers: Vec<String>,
    /// The person who runs the process, such as "Sam Lee" or "Sam Lee <sam@acme.example>"
    #[arg(long, value_name = "WHO")]
    recruiter: Option<String>,
    /// The time that they said they need, in their words, such as "1 week" or "by friday"
    #[arg(long, value_name = "WHEN")]
    window: Option<String>,
    /// The round, in your words
    #[arg(long, value_name = "ROUND")]
    round: Option<String>,
    /// The note of the previous round, to copy its company, role, people and thread
    #[arg(long, value_name = "NOTE")]
    from: Option<PathBuf>,
    /// Open the note in $VISUAL or $EDITOR, and exit with its status
    #[arg(short, long)]
    edit: bool,
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let session = setup.open(Detail::Shown)?;
    let editor = if arguments.edit { Some(editor()?) } else { None };
    let blank = blank(setup, arguments, session.config())?;
    let text = text(&blank, setup.today()).map_err(|problem| {
        let help = match problem {
            Problem::SeveralPeople { .. } => "repeat --interviewer for each of them".to_owned(),
            _ => one_line(&problem.help()),
        };
        unusable(&format!("{}; {help}", one_line(&problem.to_string())))
    })?;
    let path = create(&setup.root, &blank, &text)?;
    if session.config().ignore.matches(&path) {
        say(&format!("warning: journal.toml ignores {path}"));
    }
    if !setup.quiet {
        say(&format!("{}, interview on {}", one_line(&blank.company), long(blank.date)));
    }
    let full = setup.root.join(&path);
    let current = current_folder()?;
    let near = full.strip_prefix(&current).unwrap_or(&full);
    print(&format!("{}\n", near.display()))?;
    editor.map_or(Ok(Ending::Done), |editor| open(&editor, &full))
}

/// The new note. One of an interview today or to come says what to ask before one leaves.
fn text(blank: &Blank, today: NaiveDate) -> Result<String, Problem> {
    let text = blank.text(&[], &[])?;
    match notes::parse("", &text, &mut Vec::new()) {
        Parsed::Note(note) if blank.date >= today => {
            let asks: Vec<String> = before_leaving(&note).iter().map(Ask::to_string).collect();
            blank.text(&asks, &[])
        }
        _ => Ok(text),
    }
}

/// Everything that the arguments and the previous round say about the interview.
fn blank(setup: &Setup, arguments: &Arguments, config: &Config) -> Result<Blank, Ending> {
    let today = setup.today();
    let date = match &arguments.date {
        None => today,
        Some(words) => date(words, today, config)?,
    };
    let mut blank = match &arguments.from {
        Some(from) => Blank::after(&previous_round(setup, from)?, date),
        None => Blank { date, ..Blank::default() },
    };
    let cleaned =
        |text: &Option<String>| text.as_deref().map(one_line).filter(|text| !text.is_empty());
    if let Some(company) = &arguments.company {
        blank.company = one_line(company);
    }
    if blank.company.is_empty() {
        return Err(unusable("a note needs the name of a company"));
    }
    blank.role = cleaned(&arguments.role).or(blank.role);
    blank.round = cleaned(&arguments.round);
    blank.window = cleaned(&arguments.window);
    if let Some(words) = &blank.window
        && Window::parse(words).is_none()
    {
        return Err(unusable(&format!("--window {words:?} is not understood; write {FORMS}")));
    }
    let typed =
        |text: &String| Some(one_line(text)).filter(|text| !text.is_empty()).map(Who::Typed);
    if !arguments.interviewers.is_empty() {
        blank.interviewers = arguments.interviewers.iter().filter_map(typed).collect();
    }
    if let Some(recruiter) = &arguments.recruiter {
        blank.recruiter = typed(recruiter);
        blank.agency = None;
    }
    Ok(blank)
}

/// The day of the interview, in words, or in another date format if it can only mean one day.
fn date(words: &str, today: NaiveDate, config: &Config) -> Result<NaiveDate, Ending> {
    if let Some(date) = day::either(words, today, &config.calendar) {
        return Ok(date);
    }
    let given = one_line(words);
    match day::readings(words) {
        Some((date, None)) => Ok(date),
        Some((one, Some(other))) => Err(unusable(&format!(
            "--date {given:?} could be {one} or {other}; write one of these"
        ))),
        None => {
            let forms = day::FORMS_EITHER;
            Err(unusable(&format!("--date {given:?} is not understood; write {forms}")))
        }
    }
}

/// The note of the previous round, by its path from here or from the journal's root, with or without `.md`.
fn previous_round(setup: &Setup, from: &Path) -> Result<Note, Ending> {
    let name = shown(from);
    let with_ending = from.with_file_name({
        let mut name = from.file_name().unwrap_or_default().to_owned();
        name.push(".md");
        name
    });
    let folders = [current_folder()?, setup.root.clone()];
    let places = folders.iter().flat_map(|folder| [folder.join(from), folder.join(&with_ending)]);
    let Some(place) = places.into_iter().find(|place| place.is_file()) else {
        return Err(unusable(&format!("there is no note {name}")));
    };
    let folder = place.parent().unwrap_or(&setup.root);
    let file = place.file_name().unwrap_or_default().to_string_lossy();
    let Some(text) = scan::text(folder, &file) else {
        return Err(unusable(&format!("{name} can't be read")));
    };
    let mut problems = Vec::new();
    let parsed = notes::parse(&name, &text, &mut problems);
    setup.tell(&problems);
    match parsed {
        Parsed::Note(note) => Ok(*note),
        _ => Err(unusable(&format!("{name} is not a usable note"))),
    }
}

/// Creates the file of the note in the journal's root, under the first name that is free.
fn create(root: &Path, blank: &Blank, text: &str) -> Result<String, Ending> {
    for path in blank.names() {
        let step = Step::Create(text.to_owned());
        let change = Change { path: path.clone(), kind: Kind::Users, step };
        match apply::apply(root, &change) {
            Ok(Applied::Done(_)) => return Ok(path),
            // The name is taken.
            Ok(_) => {}
            Err(error) => {
                accidents(&[], [&failure(&path, &error)]).iter().for_each(|line| say(line));
                return Err(Ending::NotWritten);
            }
        }
    }
    say("error: the note was not written: all names for it are taken");
    Err(Ending::NotWritten)
}

/// The command in $VISUAL, or else in $EDITOR, with its arguments.
fn editor() -> Result<String, Ending> {
    let editor = ["VISUAL", "EDITOR"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|command| !command.trim().is_empty()));
    editor.ok_or_else(|| unusable("-e needs $VISUAL or $EDITOR to name an editor"))
}

/// Opens the note in the editor, and ends with the editor's status.
fn open(editor: &str, path: &Path) -> Result<Ending, Ending> {
    let status = with_arguments(editor).arg(path).status().map_err(|error| {
        unusable(&format!("{} can't be started: {}", one_line(editor), file::io_reason(&error)))
    })?;
    if status.success() {
        return Ok(Ending::Done);
    }
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(Ending::Edited(code.unwrap_or(1)))
}

/// Runs the command in a shell, as git does, so that quotes and arguments work.
#[cfg(unix)]
fn with_arguments(editor: &str) -> Command {
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg("editor");
    command
}

#[cfg(not(unix))]
fn with_arguments(editor: &str) -> Command {
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}
