//! The setup of a command: which journal, which day, and how much it says.

use std::borrow::Borrow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::disk::file::io_reason;
use crate::disk::root::{self, find_root, is_folder};
use crate::engine::{Day, Detail};
use crate::session::{DayPlan, Session};
use chrono::{DateTime, Local, NaiveDate};

use super::{Ending, Global, progress, say, shell_word, shown, unusable};

/// The setup that every command works with.
pub(super) struct Setup {
    pub(super) root: PathBuf,
    /// The folder that paths in arguments are relative to.
    pub(super) base: PathBuf,
    /// The day given in place of the clock's.
    pub(super) today: Option<NaiveDate>,
    pub(super) quiet: bool,
    pub(super) verbose: bool,
}

impl Setup {
    /// Opens the journal, or reports what makes it unusable.
    pub(super) fn open(&self, detail: Detail) -> Result<Session, Ending> {
        Session::open(self.root.clone(), detail, Arc::default()).map_err(|problem| {
            say(&problem.render());
            without_settings(&problem)
        })
    }

    /// Looks at the whole folder.
    pub(super) fn look(&self, session: &mut Session) {
        progress::shown(self, session, |session| session.look(|_| {}));
    }

    /// Looks at the whole folder and works out the day, as it is while ticks wait.
    pub(super) fn work_out(&self, session: &mut Session) -> Day {
        progress::shown(self, session, |session| {
            session.look(|_| {});
            session.work_out(self.today())
        })
    }

    /// Looks at the whole folder and plans the day, as it is once ticks are recorded.
    pub(super) fn plan(&self, session: &mut Session) -> DayPlan {
        progress::shown(self, session, |session| {
            session.look(|_| {});
            session.plan(self.today(), &[])
        })
    }

    /// The day to plan for.
    pub(super) fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(|| now().date_naive())
    }

    /// Reports problems; hints are only counted unless asked for.
    pub(super) fn tell(&self, problems: &[impl Borrow<Diagnostic>]) {
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

/// Finds the journal, or reports why it can't be used.
pub(super) fn setup(global: &Global, folder: Option<&Path>) -> Result<Setup, Ending> {
    let current = current_folder()?;
    let given = given(global, folder);
    let root = find_root(given.as_deref(), &current);
    if !is_folder(&root) {
        let is_taken = root::is_taken(&root);
        let name = shell_word(&shown(&given.unwrap_or(root)));
        return Err(unusable(&match is_taken {
            true => format!("{name} is not a folder; name the one that it is in"),
            false => format!("there is no folder {name}; `journal init {name}` makes one"),
        }));
    }
    let base = global.root.as_ref().map_or(current.clone(), |base| current.join(base));
    Ok(Setup { root, base, today: global.today, quiet: global.quiet, verbose: global.verbose })
}

/// The ending of a command that shows what could be looked at, and names what couldn't.
pub(super) fn all_shown(session: &Session) -> Ending {
    for hole in session.journal().holes() {
        say(&hole.render());
    }
    if session.sees_all() { Ending::Done } else { Ending::NotLookedAt }
}

/// The ending of a command that has no settings to work with, for this reason.
pub(super) fn without_settings(problem: &Diagnostic) -> Ending {
    match problem.problem {
        Problem::NotLookedAt { .. } => Ending::NotLookedAt,
        _ => Ending::Unusable,
    }
}

/// Leaks a session at the end of a command: the system frees thousands of notes faster than dropping them would.
pub(super) fn let_go(session: Session) {
    std::mem::forget(session);
}

pub(super) fn current_folder() -> Result<PathBuf, Ending> {
    std::env::current_dir().map_err(|error| {
        let why = io_reason(&error);
        unusable(&format!("the current folder can't be used: {why}; go to another one with `cd`"))
    })
}

/// The folder that was given: with -C, as an argument, or as an argument relative to -C.
pub(super) fn given(global: &Global, folder: Option<&Path>) -> Option<PathBuf> {
    match (&global.root, folder) {
        (Some(base), Some(folder)) => Some(base.join(folder)),
        (base, folder) => base.as_deref().or(folder).map(Path::to_path_buf),
    }
}

/// The time in the user's own time zone. The clock is read only here.
#[expect(clippy::disallowed_methods, reason = "this is the one look at the clock")]
pub(super) fn now() -> DateTime<Local> {
    Local::now()
}
