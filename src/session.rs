//! One run on a journal's folder: read, plan, and write until the disk agrees.

use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;

use crate::agenda::own::Own;
use crate::apply::{self, Applied};
use crate::build::{self, Detail, Outcome};
use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;
use crate::draft::{self, Templates};
use crate::journal::Journal;
use crate::process::Process;
use crate::reconcile::Change;
use crate::scan;

/// How often a run starts over because somebody else wrote in between, waiting twice as long each time.
const ATTEMPTS: u32 = 9;

/// The first wait.
const PAUSE: Duration = Duration::from_millis(8);

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
    /// Files of the user's that now stand beside the ones that were saved in their place.
    pub kept: Vec<String>,
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
        let mut outdated = Vec::new();
        for attempt in 0..ATTEMPTS {
            if attempt > 0 {
                thread::sleep(PAUSE * (1 << attempt));
            }
            let mut journal = scan::journal(&self.root, &self.config);
            built.failures.clear();
            if !journal.leftovers.is_empty() {
                self.clean_up(&journal.leftovers, &mut built);
                journal = scan::journal(&self.root, &self.config);
            }
            built.passed_over.clone_from(&journal.passed_over);
            let (changes, blocked) = self.plan_for(&journal, today, Detail::Shown, |outcome| {
                built.counts = outcome.agenda.counts();
                built.problems = outcome.agenda.problems;
                (outcome.changes, outcome.blocked)
            });
            for problem in blocked {
                built.failures.push(Failure { reason: problem.message(), path: problem.path });
            }
            // Thousands of notes take a while to give back, and nobody has to wait for it.
            rayon::spawn(move || drop(journal));
            outdated = self.carry_out(changes, &mut built);
            if outdated.is_empty() {
                break;
            }
        }
        let reason = "another program keeps changing it; build again when that is done";
        built
            .failures
            .extend(outdated.into_iter().map(|path| Failure { path, reason: reason.to_owned() }));
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

    /// Carries out changes, and gives the paths of those that didn't find what had been read.
    fn carry_out(&self, changes: Vec<Change>, built: &mut Built) -> Vec<String> {
        let mut outdated = Vec::new();
        for change in changes {
            match apply::apply(&self.root, &change) {
                Ok(Applied::Done) => built.changes.push(change),
                Ok(Applied::Outdated) => outdated.push(change.path().to_owned()),
                Ok(Applied::Kept(path)) => {
                    built.kept.push(path);
                    outdated.push(change.path().to_owned());
                }
                Err(error) => built.failures.push(failure(change.path(), &error)),
            }
        }
        outdated
    }

    fn clean_up(&self, leftovers: &[String], built: &mut Built) {
        let is_ours = |text: &str, place: Option<&str>| {
            draft::is_as_generated(text)
                || place.is_some_and(|place| Own::of(text).is_within(place))
        };
        for path in leftovers {
            match apply::clean_up(&self.root, path, is_ours) {
                Ok(kept) => built.kept.extend(kept),
                Err(error) => built.failures.push(failure(path, &error)),
            }
        }
    }
}

/// The system's reason, without the name of a temporary file in it.
fn failure(path: &str, error: &io::Error) -> Failure {
    let reason = match error.raw_os_error() {
        Some(code) => io::Error::from_raw_os_error(code).to_string(),
        None => error.kind().to_string(),
    };
    Failure { path: path.to_owned(), reason }
}
