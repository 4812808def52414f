//! `journal watch`

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::agenda::Section;
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::disk::file::io_reason;
use crate::disk::root::resolved;
use crate::drafts;
use crate::journal::change::{Change, Kind};
use crate::session::{Built, Failure, Written};
use crate::watch::{Cause, Inbox, Options, Refusal, Told, watch};
use clap::{Args, ValueEnum};

use super::build::{accidents, effects};
use super::{Ending, Setup, now, print, say, shown, unusable, without_settings};

mod desktop;
mod printer;
mod service;

use desktop::Desktop;
use printer::Printer;

#[derive(Args)]
pub struct Arguments {
    /// The journal's folder
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Look for changes every SECS seconds, for file systems that don't report them
    #[arg(long, value_name = "SECS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    poll: Option<u64>,
    /// Show a desktop notice when something becomes due
    #[arg(long)]
    notify: bool,
    /// Print a service definition that runs this in the background while you are logged in
    #[arg(long, value_name = "MANAGER")]
    print_service: Option<Manager>,
}

/// A service manager.
#[derive(Clone, Copy, ValueEnum)]
enum Manager {
    Systemd,
    Launchd,
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    if let Some(manager) = arguments.print_service {
        let command = service::command(setup, arguments)?;
        print(&match manager {
            Manager::Systemd => service::systemd(&command),
            Manager::Launchd => service::launchd(&command),
        })?;
        return Ok(Ending::Done);
    }
    let inbox = Inbox::new();
    let remote = inbox.remote();
    // Without the handler Ctrl-C still kills the process, and no file is harmed.
    if let Err(error) = ctrlc::set_handler(move || remote.stop()) {
        say(&format!("warning: Ctrl-C ends this at once, which harms no file: {error}"));
    }
    let options =
        Options { poll: arguments.poll.map(Duration::from_secs), today: || setup.today() };
    let mut screen = Screen {
        setup,
        desktop: arguments.notify.then(Desktop::default),
        root: full_name(&setup.root),
        printer: Printer::new(),
        problems: Vec::new(),
        failures: Vec::new(),
        is_unusable: false,
    };
    let ended = watch(&setup.root, &options, &inbox, &mut |told| screen.show(told));
    screen.printer.end();
    match ended {
        Ok(()) => Ok(Ending::Done),
        Err(Refusal::Running) => Err(unusable(&format!(
            "another `journal watch` is already running on {}; let it do the work, or stop it first",
            full_name(&setup.root)
        ))),
        // It was reported when it was found.
        Err(Refusal::Unusable(problem)) => Err(without_settings(&problem)),
        Err(Refusal::Folder(error)) => {
            let why = io_reason(&error);
            Err(unusable(&format!(
                "the folder can't be watched: {why}; make sure that it is there and that you may read it"
            )))
        }
    }
}

/// The log of a watch: a line for each change, and problems as they come and go.
struct Screen<'s> {
    setup: &'s Setup,
    desktop: Option<Desktop>,
    root: String,
    printer: Printer,
    /// The problems of the last run that are reported.
    problems: Vec<Arc<Diagnostic>>,
    failures: Vec<Failure>,
    is_unusable: bool,
}

impl Screen<'_> {
    fn show(&mut self, told: Told<'_>) {
        match told {
            Told::Run(cause, built) => self.run(cause, built),
            Told::Unusable(problem) => {
                self.is_unusable = true;
                self.printer.say(problem.render());
            }
            Told::Kept(kept) => self.say_all(accidents(kept, [])),
            Told::Gone => self.line("the folder is gone; waiting for it"),
            Told::Back => self.line("the folder is back"),
            Told::Polls(why, every) => self.printer.say(format!(
                "warning: {why}; until then, everything is checked every {} seconds",
                every.as_secs()
            )),
        }
    }

    fn run(&mut self, cause: &Cause, built: &Built) {
        if std::mem::take(&mut self.is_unusable) {
            self.line("journal.toml can be used again");
        }
        self.problems(&built.problems());
        self.say_all(accidents(&built.kept, []));
        if built.failures != self.failures {
            let new = built.failures.iter().filter(|failure| !self.failures.contains(failure));
            let accidents = accidents(&[], new);
            self.say_all(accidents);
            if built.failures.is_empty() {
                self.line("everything could be written again");
            }
            self.failures.clone_from(&built.failures);
        }
        match cause {
            Cause::Start => {
                self.line(&format!("watching {}: {}", self.root, built.agenda.counts()));
            }
            Cause::Day => self.line(&format!("a new day → {}", effect(built))),
            Cause::Paths(paths) => {
                self.line(&format!("{} → {}", changed(paths), effect(built)));
            }
            Cause::Again if built.changes.is_empty() => {}
            Cause::Again => self.line(&format!("once more → {}", effect(built))),
        }
        if let Some(desktop) = &mut self.desktop {
            let warning = desktop.notice(&built.agenda);
            self.say_all(warning);
        }
    }

    /// Reports problems that are new, and those that are gone.
    fn problems(&mut self, problems: &[Arc<Diagnostic>]) {
        fn what(problem: &Diagnostic) -> (&str, &Problem) {
            // On another line it is still the same problem.
            (&problem.path, &problem.problem)
        }
        let verbose = self.setup.verbose;
        let is_told =
            |problem: &&Arc<Diagnostic>| verbose || problem.problem.severity() != Severity::Hint;
        let known = |list: &[Arc<Diagnostic>], problem: &Diagnostic| {
            list.iter().any(|known| what(known) == what(problem))
        };
        let problems: Vec<Arc<Diagnostic>> = problems.iter().filter(is_told).cloned().collect();
        let before = std::mem::replace(&mut self.problems, problems.clone());
        if self.setup.quiet {
            return;
        }
        for problem in &problems {
            if !known(&before, problem) {
                self.printer.say(problem.render());
            }
        }
        for problem in &before {
            if !known(&problems, problem) {
                self.line(&format!("fixed: {}: {}", problem.location(), problem.message()));
            }
        }
    }

    fn line(&mut self, text: &str) {
        if !self.setup.quiet {
            self.printer.say(format!("{} {text}", now().format("%H:%M:%S")));
        }
    }

    fn say_all(&mut self, lines: impl IntoIterator<Item = String>) {
        for line in lines {
            self.printer.say(line);
        }
    }
}

/// A folder's full path, however it was given.
fn full_name(folder: &Path) -> String {
    shown(&resolved(folder).unwrap_or_else(|_| folder.to_owned()))
}

/// The changed paths in a few words.
fn changed(paths: &BTreeSet<String>) -> String {
    let (drafts, mut paths): (Vec<&str>, Vec<&str>) =
        paths.iter().map(String::as_str).partition(|path| drafts::is_draft(path));
    if paths.is_empty() {
        // Next to changed notes, drafts are left out; alone, they are what the user saved.
        paths = drafts;
    }
    match paths[..] {
        [] => "the folder".to_owned(),
        [one] => one.to_owned(),
        [one, two] => format!("{one}, {two}"),
        [one, .., _] => format!("{one} and {} more", paths.len() - 1),
    }
}

/// The most records that a line of the log tells of.
const RECORDED_LIMIT: usize = 3;

/// What was recorded, and the number of records that are left out.
fn recorded(all: &[Written]) -> Vec<String> {
    let rest = all.len().saturating_sub(RECORDED_LIMIT);
    let more = (rest > 0).then(|| format!("{rest} more recorded"));
    let words = all.iter().take(RECORDED_LIMIT).map(|one| one.words.clone());
    words.chain(more).collect()
}

/// The changes of a run, and what is due now.
fn effect(built: &Built) -> String {
    let mut parts = recorded(&built.recorded);
    parts.extend(effects(&built.changes));
    if parts.is_empty() {
        let written = |change: &&Change| change.kind == Kind::Overview;
        // The agenda comes last, and says more than the page.
        let written = built.changes.iter().rfind(written);
        let written = written.map_or("nothing to write", |change| &change.path);
        parts.push(written.to_owned());
    }
    let due = |section, what: &str| {
        let n = built.agenda.section(section).len();
        (n > 0).then(|| format!("{n} {what}"))
    };
    parts.extend(due(Section::Overdue, "overdue"));
    parts.extend(due(Section::Today, "due today"));
    parts.join(", ")
}
