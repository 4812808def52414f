//! One run on a journal's folder: read, plan, and write until the disk agrees.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::agenda::own::Own;
use crate::apply::{self, Applied};
use crate::build::{self, Detail, Outcome};
use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;
use crate::draft::{self, Templates};
use crate::journal::{AGENDA, Journal};
use crate::process::Process;
use crate::reconcile::Change;
use crate::scan;

/// How often a run starts over because somebody else wrote in between.
const ATTEMPTS: usize = 5;

/// A journal's folder with its configuration.
#[derive(Debug)]
pub struct Session {
    root: PathBuf,
    config: Config,
}

/// What a run that writes has done.
#[derive(Debug, Default)]
pub struct Built {
    /// The changes that were carried out.
    pub changes: Vec<Change>,
    /// What could not be written, and why.
    pub failures: Vec<Failure>,
    /// What is wrong in the journal.
    pub problems: Vec<Diagnostic>,
    /// The agenda's line of counts.
    pub counts: String,
    /// What was passed over, and why.
    pub passed_over: Vec<(String, &'static str)>,
}

/// A file that could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The file, relative to the root.
    pub path: String,
    /// The system's reason, or what stands in the way.
    pub reason: String,
}

/// The journal's root: the folder given, else the nearest one upwards with a `journal.toml`, else the current one.
pub fn find_root(given: Option<&Path>, current: &Path) -> PathBuf {
    match given {
        Some(folder) => current.join(folder),
        None => current
            .ancestors()
            .find(|folder| folder.join(config::FILE_NAME).is_file())
            .unwrap_or(current)
            .to_path_buf(),
    }
}

impl Session {
    /// Opens a journal. The error is what makes its configuration unusable.
    pub fn open(root: PathBuf) -> Result<Session, Diagnostic> {
        let config = scan::config(&root)?;
        Ok(Session { root, config })
    }

    /// Plans a day without writing anything, and hands the result on.
    pub fn plan<T>(
        &self,
        today: NaiveDate,
        detail: Detail,
        look: impl FnOnce(Outcome<'_>) -> T,
    ) -> T {
        self.plan_for(&scan::journal(&self.root, &self.config), today, detail, look)
    }

    /// Brings the agenda and the drafts up to date.
    pub fn build(&self, today: NaiveDate) -> Built {
        let mut built = Built::default();
        for _ in 0..ATTEMPTS {
            let mut journal = scan::journal(&self.root, &self.config);
            if !journal.leftovers.is_empty() {
                built.failures.extend(self.clean_up(&journal.leftovers));
                journal = scan::journal(&self.root, &self.config);
            }
            built.passed_over.clone_from(&journal.passed_over);
            let (changes, blocked) = self.plan_for(&journal, today, Detail::Shown, |outcome| {
                built.counts = outcome.agenda.counts();
                built.problems = outcome.agenda.problems;
                (outcome.changes, outcome.blocked)
            });
            built.failures = blocked
                .iter()
                .map(|problem| Failure { path: problem.path.clone(), reason: problem.message() })
                .collect();
            if self.carry_out(changes, &mut built) {
                return built;
            }
        }
        let reason =
            "other programs keep changing the files; run it again when they are done".to_owned();
        built.failures.push(Failure { path: AGENDA.to_owned(), reason });
        built
    }

    fn plan_for<T>(
        &self,
        journal: &Journal,
        today: NaiveDate,
        detail: Detail,
        look: impl FnOnce(Outcome<'_>) -> T,
    ) -> T {
        let templates = Templates::new(journal.templates.iter().cloned());
        let processes = Process::gather(&journal.notes);
        look(build::outcome(journal, &processes, &self.config, &templates, today, detail))
    }

    /// Whether every change found what had been read.
    fn carry_out(&self, changes: Vec<Change>, built: &mut Built) -> bool {
        let mut is_current = true;
        for change in changes {
            match apply::apply(&self.root, &change) {
                Ok(Applied::Done) => built.changes.push(change),
                Ok(Applied::Outdated) => is_current = false,
                Err(error) => built.failures.push(failure(change.path(), &error)),
            }
        }
        is_current
    }

    fn clean_up(&self, leftovers: &[String]) -> Vec<Failure> {
        let is_ours = |text: &str, place: Option<&str>| {
            draft::is_as_generated(text)
                || place.is_some_and(|place| Own::of(text).is_within(place))
        };
        let cleaned =
            leftovers.iter().map(|path| (path, apply::clean_up(&self.root, path, is_ours)));
        cleaned
            .filter_map(|(path, result)| result.err().map(|error| failure(path, &error)))
            .collect()
    }
}

fn failure(path: &str, error: &io::Error) -> Failure {
    Failure { path: path.to_owned(), reason: error.to_string() }
}
