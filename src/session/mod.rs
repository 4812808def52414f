//! One run on a journal's folder: read, plan, and write until the disk agrees.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use crate::agenda::Agenda;
use crate::agenda::tick::Unrecorded;
use crate::agenda::user_text::UserText;
use crate::diagnostic::{Diagnostic, Problem};
use crate::disk::apply::{self, Applied, Displaced};
use crate::disk::{file, scan};
use crate::drafts::{self, Templates};
use crate::engine::{Build, Detail, Outcome, Recording, Rules};
use crate::journal::change::Change;
use crate::journal::read;
use crate::journal::{Content, Entry, Journal, News, version};
use crate::notes::Record;
use crate::notes::edit::{self, NotEditable};
use crate::rules::config::{self, Config};

/// The first wait before a run starts over; each is twice as long as the one before.
const PAUSE: Duration = Duration::from_millis(8);

/// How long files that were replaced are looked at for what is still written into them.
const OPEN_FOR: Duration = Duration::from_secs(15);

/// Most of them: each is an open file.
const DISPLACED: usize = 64;

/// A journal's folder with its configuration, and what is known of it.
#[derive(Debug)]
pub struct Session {
    root: PathBuf,
    config: Config,
    templates: Templates,
    journal: Journal,
    build: Build,
    /// Files that were replaced or removed a moment ago: somebody may still have them open.
    displaced: Vec<(Instant, Displaced)>,
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

/// A day's plan with what is to be recorded in notes.
#[derive(Debug)]
pub struct Plan {
    /// The notes' changes, which come first.
    pub notes: Vec<Change>,
    /// What follows once they are made.
    pub outcome: Outcome,
    recordings: Vec<Recording>,
    /// Notes that were saved since they were looked at, so that nothing was recorded in them.
    unseen: Vec<String>,
}

/// How a run deals with others who write at the same time.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How often it starts over.
    attempts: u32,
    /// Whether somebody tells when a note is worth another look: then what is to be recorded in it waits for that.
    is_told: bool,
}

impl Patience {
    /// A single run: it has to come to an end of it.
    pub const ALONE: Patience = Patience { attempts: 9, is_told: false };

    /// A run of a watch: there will be another.
    pub const WATCHING: Patience = Patience { attempts: 5, is_told: true };
}

/// What became of changes.
#[derive(Debug, Default)]
struct Carried {
    changes: Vec<Change>,
    kept: Vec<String>,
    /// Files that are not what they were when they were read.
    outdated: Vec<String>,
    failures: Vec<Failure>,
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
            displaced: Vec::new(),
            stop,
        })
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The journal's configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The templates that drafts are written with.
    pub fn templates(&self) -> &Templates {
        &self.templates
    }

    /// What the looks have found.
    pub fn journal(&self) -> &Journal {
        &self.journal
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
        if path.starts_with(drafts::TEMPLATES) {
            scan::templates(&self.root, &mut self.journal);
        }
        scan::path(&self.root, path, &self.config, &mut self.journal, enter, &self.stop);
    }

    /// What the looks have found that no run has worked on yet.
    pub fn news(&self) -> &News {
        self.journal.news()
    }

    /// Whether anything is known of a path, or of what is below it.
    pub fn knows(&self, path: &Path) -> bool {
        self.journal.knows(&path.to_string_lossy())
    }

    /// Whether the looks have found a note, one that can't be used among them.
    pub fn has_notes(&self) -> bool {
        self.journal.has_notes()
    }

    /// Whether there is anything to do: something new, or something that an interrupted run left.
    pub fn has_work(&self) -> bool {
        self.journal.news().is_any() || !self.journal.leftovers.is_empty()
    }

    /// Leaves these paths as they are known, whatever a look finds there, until others are held.
    pub fn hold(&mut self, paths: BTreeSet<String>) {
        self.journal.hold(paths);
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
    ///
    /// What the agenda's ticks and the requests want recorded is recorded in what is known of the notes, so that the plan
    /// is the one that follows from it; the notes' own changes are given apart, and come first.
    pub fn plan(&mut self, today: NaiveDate, detail: Detail, requests: &[Recording]) -> Plan {
        let mut notes = Vec::new();
        let mut unseen = self.record(requests, &mut notes);
        let mut outcome = self.work_out(today, detail);
        // A request is the newer word on what was ticked.
        let is_requested =
            |ticked: &Recording| requests.iter().any(|request| request.id() == ticked.id());
        let mut recordings = std::mem::take(&mut outcome.recordings);
        recordings.retain(|ticked| !is_requested(ticked));
        if !recordings.is_empty() {
            unseen.extend(self.record(&recordings, &mut notes));
            outcome = self.work_out(today, detail);
        }
        recordings.extend_from_slice(requests);
        Plan { notes, outcome, recordings, unseen }
    }

    /// Works in what is new, and what it comes to; what it wants recorded is left for later.
    pub fn work_out(&mut self, today: NaiveDate, detail: Detail) -> Outcome {
        let news = self.journal.take_news();
        if news.templates {
            self.templates = Templates::new(self.journal.templates.iter().cloned());
        }
        let rules = Rules { config: &self.config, templates: &self.templates, today, detail };
        self.build.run(&self.journal, news, rules)
    }

    /// What could not be recorded in the last run, by the ids of the follow-ups.
    pub fn refusals(&self) -> &BTreeMap<String, Unrecorded> {
        self.build.refusals()
    }

    /// What a note says became of a follow-up.
    pub fn recorded(&self, note: &str, record_id: &str) -> Option<Record> {
        match &self.journal.get(note)?.content {
            Content::Note(note) => note.records.get(record_id).copied(),
            _ => None,
        }
    }

    /// A draft's text as it stands.
    pub fn draft(&self, path: &str) -> Option<&str> {
        self.journal.draft(path).map(|found| found.text.as_str())
    }

    /// Every follow-up that there is, whatever became of it.
    pub fn everything(&self, today: NaiveDate) -> Agenda {
        let (config, templates) = (&self.config, &self.templates);
        let rules = Rules { config, templates, today, detail: Detail::Everything };
        Build::default().run(&self.journal, self.journal.as_news(), rules).agenda
    }

    /// Looks at the folder, and brings the agenda and the drafts up to date.
    pub fn build(&mut self, today: NaiveDate) -> Built {
        self.look(|_| {});
        self.run(today, Patience::ALONE, &[])
    }

    /// Records what is requested and what was ticked, and brings the agenda and the drafts up to date with that and with
    /// what was looked at.
    pub fn run(&mut self, today: NaiveDate, patience: Patience, requests: &[Recording]) -> Built {
        self.build.forget_refusals();
        let (mut kept, mut failures) = self.clean_up();
        let mut changes = Vec::new();
        for attempt in 1.. {
            let Plan { notes, mut outcome, recordings, unseen } =
                self.plan(today, Detail::Shown, requests);
            let mut carried = self.carry_out(notes);
            if patience.is_told {
                let waits = recordings.iter().filter(|recording| unseen.contains(&recording.note));
                for recording in waits {
                    self.build.refuse(recording, "its note is just being saved", "save the note");
                }
                if !unseen.is_empty() {
                    outcome = self.work_out(today, Detail::Shown);
                }
            } else {
                carried.outdated.extend(unseen);
            }
            let is_recorded = carried.outdated.is_empty() && carried.failures.is_empty();
            if is_recorded {
                let blocked = outcome.blocked.into_iter();
                carried.failures.extend(
                    blocked
                        .map(|problem| Failure { reason: problem.message(), path: problem.path }),
                );
                let Carried { changes, kept, outdated, failures } = self.carry_out(outcome.changes);
                carried.changes.extend(changes);
                carried.kept.extend(kept);
                carried.outdated.extend(outdated);
                carried.failures.extend(failures);
            } else {
                // A tick must not leave the agenda before it is in its note.
                self.refuse(&recordings, &carried.failures);
            }
            changes.append(&mut carried.changes);
            kept.append(&mut carried.kept);
            let is_over =
                attempt >= patience.attempts || (is_recorded && carried.outdated.is_empty());
            if is_over || !is_recorded {
                failures.append(&mut carried.failures);
            }
            if is_over {
                kept.extend(self.rescue());
                let reason = "another program keeps changing it; build again when that is done";
                let outdated = carried.outdated.into_iter();
                failures.extend(outdated.map(|path| Failure { path, reason: reason.to_owned() }));
                return Built { agenda: outcome.agenda, changes, kept, failures };
            }
            if !carried.outdated.is_empty() {
                thread::sleep(PAUSE * (1 << attempt));
            }
            for path in carried.outdated {
                self.look_at(Path::new(&path), |_| {});
            }
        }
        unreachable!("the last attempt returns")
    }

    /// Saves what somebody wrote into a file that was replaced or removed while they had it open, and gives the names of
    /// the copies.
    pub fn rescue(&mut self) -> Vec<String> {
        self.displaced.retain(|(since, _)| since.elapsed() < OPEN_FOR);
        let displaced = self.displaced.iter_mut();
        displaced.filter_map(|(_, displaced)| displaced.rescue(&self.root).ok()?).collect()
    }

    /// Records in what is known of the notes, and adds their changes to `notes`. Gives those that were saved since they
    /// were looked at.
    fn record(&mut self, recordings: &[Recording], notes: &mut Vec<Change>) -> Vec<String> {
        let mut unseen = Vec::new();
        for recording in recordings {
            if self.build.is_refused(recording) {
                continue;
            }
            let path = &recording.note;
            let pending = notes.iter_mut().find(|change| change.path() == path);
            let text = match &pending {
                Some(change) => change.sides().1.map(str::to_owned),
                None => scan::text(&self.root, path),
            };
            let known = self.journal.get(path).map(|entry| entry.version);
            let text = text.filter(|text| known == Some(version(text)));
            let Some(text) = text else {
                unseen.push(path.clone());
                continue;
            };
            if self.is_protected(path) {
                let by_hand = edit::by_hand(&recording.record_id, recording.record);
                self.build.refuse(recording, "the note is read-only", &by_hand);
                continue;
            }
            match edit::recorded(&text, &recording.record_id, recording.record) {
                Err(NotEditable { why, by_hand }) => self.build.refuse(recording, why, &by_hand),
                Ok(edited) if edited == text => {}
                Ok(edited) => {
                    self.journal.put(path, Some(read::entry(path, &edited, None)));
                    match pending {
                        Some(Change::Replace { new, .. }) => *new = edited,
                        _ => {
                            let (path, old, new) = (path.clone(), text, edited);
                            notes.push(Change::Replace { path, old, new });
                        }
                    }
                }
            }
        }
        unseen
    }

    /// Whether the user took away the right to write a file. That its folder lets it be replaced is no leave to do so.
    fn is_protected(&self, path: &str) -> bool {
        fs::symlink_metadata(self.root.join(path))
            .is_ok_and(|metadata| metadata.permissions().readonly())
    }

    /// Gives up what could not be recorded for now: its note is as it was.
    fn refuse(&mut self, recordings: &[Recording], failures: &[Failure]) {
        for Failure { path, reason } in failures {
            for recording in recordings.iter().filter(|recording| recording.note == *path) {
                let by_hand = edit::by_hand(&recording.record_id, recording.record);
                self.build.refuse(recording, reason, &by_hand);
            }
            self.look_at(Path::new(path), |_| {});
        }
    }

    fn carry_out(&mut self, changes: Vec<Change>) -> Carried {
        let mut carried = Carried::default();
        for change in changes {
            if self.stop.load(Ordering::Relaxed) {
                break;
            }
            match apply::apply(&self.root, &change) {
                Ok(Applied::Done(displaced)) => {
                    self.displaced.extend(displaced.map(|displaced| (Instant::now(), displaced)));
                    let most = self.displaced.len().saturating_sub(DISPLACED);
                    self.displaced.drain(..most);
                    self.journal.put(change.path(), written(&change));
                    carried.changes.push(change);
                }
                Ok(Applied::Outdated) => carried.outdated.push(change.path().to_owned()),
                Ok(Applied::Kept(path)) => {
                    carried.kept.push(path);
                    carried.outdated.push(change.path().to_owned());
                }
                Err(error) => carried.failures.push(failure(change.path(), &error)),
            }
        }
        carried
    }

    /// Mends what interrupted runs left.
    fn clean_up(&mut self) -> (Vec<String>, Vec<Failure>) {
        let (mut kept, mut failures) = (Vec::new(), Vec::new());
        let leftovers = std::mem::take(&mut self.journal.leftovers);
        if leftovers.is_empty() {
            return (kept, failures);
        }
        let is_ours = |text: &str, place: Option<&str>| {
            drafts::is_as_generated(text)
                || place.is_some_and(|place| UserText::of(text).is_within(place))
        };
        for path in leftovers {
            match apply::clean_up(&self.root, &path, is_ours) {
                Ok(path) => kept.extend(path),
                Err(error) => failures.push(failure(&path, &error)),
            }
            if let Some(place) = apply::place_of(&path) {
                self.look_at(Path::new(&place), |_| {});
            }
        }
        for path in &kept {
            self.look_at(Path::new(path), |_| {});
        }
        (kept, failures)
    }
}

/// What a change that was carried out has left at its path.
fn written(change: &Change) -> Option<Entry> {
    Some(read::entry(change.path(), change.sides().1?, None))
}

/// The system's reason, without the name of a temporary file in it.
pub fn failure(path: &str, error: &io::Error) -> Failure {
    let inner = error.get_ref().and_then(|inner| inner.source()?.downcast_ref::<io::Error>());
    Failure { path: path.to_owned(), reason: file::io_reason(inner.unwrap_or(error)) }
}
