//! One run on a journal's folder: read, plan, and write until the disk agrees.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;

use crate::agenda::Agenda;
use crate::agenda::own::Own;
use crate::apply::{self, Applied};
use crate::build::{Build, Detail, Outcome, Rules};
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Problem};
use crate::draft::{self, Templates};
use crate::journal::{Content, Entry, Journal, News};
use crate::reconcile::Change;
use crate::scan;

/// How often a build starts over because somebody else wrote in between, waiting twice as long each time.
const ATTEMPTS: u32 = 9;

/// The first wait.
const PAUSE: Duration = Duration::from_millis(8);

/// A journal's folder with its configuration, and what is known of it.
#[derive(Debug)]
pub struct Session {
    root: PathBuf,
    config: Config,
    templates: Templates,
    journal: Journal,
    build: Build,
    stop: Arc<AtomicBool>,
}

/// What a run that writes has done.
#[derive(Debug)]
pub struct Built {
    /// The day's agenda.
    pub agenda: Agenda,
    /// The changes that were carried out.
    pub changes: Vec<Change>,
    /// Files of the user's that now stand beside the ones that were saved in their place.
    pub kept: Vec<String>,
    /// What could not be written, and why.
    pub failures: Vec<Failure>,
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
    /// Opens a journal. Once `stop` is set, looks end early and runs before their next change. The error is what makes
    /// the configuration unusable.
    pub fn open(root: PathBuf, stop: Arc<AtomicBool>) -> Result<Session, Diagnostic> {
        let config = scan::config(&root)?;
        Ok(Session {
            root,
            config,
            templates: Templates::new([]),
            journal: Journal::default(),
            build: Build::default(),
            stop,
        })
    }

    /// The journal's configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Looks at the whole folder. `enter` is told of each folder in it before that is read.
    pub fn look(&mut self, enter: impl FnMut(&Path)) {
        let (root, config, journal) = (&self.root, &self.config, &self.journal);
        let Some(look) = scan::folder(root, "", config, journal, enter, &self.stop) else { return };
        self.journal.put_folder("", look);
        scan::templates(&self.root, &mut self.journal);
    }

    /// Looks at one path, relative to the root, and at what is below it.
    pub fn look_at(&mut self, path: &Path, enter: impl FnMut(&Path)) {
        if path.starts_with(draft::TEMPLATES) {
            scan::templates(&self.root, &mut self.journal);
        }
        scan::path(&self.root, path, &self.config, &mut self.journal, enter, &self.stop);
    }

    /// What the looks have found that no run has worked on yet.
    pub fn news(&self) -> &News {
        self.journal.news()
    }

    /// Whether anything is known of what is below a path.
    pub fn knows_below(&self, path: &Path) -> bool {
        path.to_str().is_some_and(|path| self.journal.knows_below(path))
    }

    /// Whether a file that held something is empty now.
    pub fn is_emptied(&self, path: &Path) -> bool {
        let entry = path.to_str().and_then(|path| self.journal.get(path));
        entry.is_some_and(|entry| !matches!(entry.content, Content::Other))
            && fs::symlink_metadata(self.root.join(path))
                .is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0)
    }

    /// Looks again at what the system refused to show.
    pub fn look_at_refused(&mut self, mut enter: impl FnMut(&Path)) {
        let refused = self.journal.problems();
        let refused = refused
            .filter(|problem| matches!(problem.problem, Problem::UnreadableFile { .. }))
            .map(|problem| problem.path.clone());
        for path in refused.collect::<Vec<_>>() {
            self.look_at(Path::new(&path), &mut enter);
        }
    }

    /// What was passed over, and why.
    pub fn passed_over(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.journal.passed_over()
    }

    /// Plans a day without writing anything. A session's plans are all of one detail.
    pub fn plan(&mut self, today: NaiveDate, detail: Detail) -> Outcome {
        let news = self.journal.take_news();
        if news.templates {
            self.templates = Templates::new(self.journal.templates.iter().cloned());
        }
        let rules = Rules { config: &self.config, templates: &self.templates, today, detail };
        self.build.run(&self.journal, news, rules)
    }

    /// Looks at the folder, and brings the agenda and the drafts up to date.
    pub fn build(&mut self, today: NaiveDate) -> Built {
        self.look(|_| {});
        self.run(today, ATTEMPTS)
    }

    /// Brings the agenda and the drafts up to date with what was looked at. Where somebody else writes in between, it
    /// starts over, `attempts` times in all.
    pub fn run(&mut self, today: NaiveDate, attempts: u32) -> Built {
        let (mut kept, mut failures) = self.clean_up();
        let mut changes = Vec::new();
        let mut attempt = 0;
        loop {
            let outcome = self.plan(today, Detail::Shown);
            let mut outdated = Vec::new();
            let mut failed: Vec<Failure> = outcome
                .blocked
                .into_iter()
                .map(|problem| Failure { reason: problem.message(), path: problem.path })
                .collect();
            for change in outcome.changes {
                if self.stop.load(Ordering::Relaxed) {
                    break;
                }
                match apply::apply(&self.root, &change) {
                    Ok(Applied::Done) => {
                        self.journal.put(change.path(), written(&change));
                        changes.push(change);
                    }
                    Ok(Applied::Outdated) => outdated.push(change.path().to_owned()),
                    Ok(Applied::Kept(path)) => {
                        kept.push(path);
                        outdated.push(change.path().to_owned());
                    }
                    Err(error) => failed.push(failure(change.path(), &error)),
                }
            }
            attempt += 1;
            if outdated.is_empty() || attempt == attempts {
                let reason = "another program keeps changing it; build again when that is done";
                failed.extend(
                    outdated.into_iter().map(|path| Failure { path, reason: reason.to_owned() }),
                );
                failures.extend(failed);
                return Built { agenda: outcome.agenda, changes, kept, failures };
            }
            thread::sleep(PAUSE * (1 << attempt));
            for path in outdated {
                self.look_at(Path::new(&path), |_| {});
            }
        }
    }

    /// Mends what interrupted runs left.
    fn clean_up(&mut self) -> (Vec<String>, Vec<Failure>) {
        let (mut kept, mut failures) = (Vec::new(), Vec::new());
        let leftovers = std::mem::take(&mut self.journal.leftovers);
        if leftovers.is_empty() {
            return (kept, failures);
        }
        let is_ours = |text: &str, place: Option<&str>| {
            draft::is_as_generated(text)
                || place.is_some_and(|place| Own::of(text).is_within(place))
        };
        for path in leftovers {
            match apply::clean_up(&self.root, &path, is_ours) {
                Ok(path) => kept.extend(path),
                Err(error) => failures.push(failure(&path, &error)),
            }
        }
        self.look(|_| {});
        self.journal.leftovers.clear();
        (kept, failures)
    }
}

/// What a change that was carried out has left at its path.
fn written(change: &Change) -> Option<Entry> {
    Some(scan::entry(change.path(), change.sides().1?, None))
}

/// The system's reason, without the name of a temporary file in it.
fn failure(path: &str, error: &io::Error) -> Failure {
    let inner = error.get_ref().and_then(|inner| inner.source()?.downcast_ref::<io::Error>());
    Failure { path: path.to_owned(), reason: scan::io_reason(inner.unwrap_or(error)) }
}
