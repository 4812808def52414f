//! A run that writes: plan, carry out, and start over where another program was quicker.

use std::collections::{BTreeSet, HashSet};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::{DayPlan, Session};
use crate::agenda::user_text::UserText;
use crate::agenda::{Agenda, ics};
use crate::diagnostic::Diagnostic;
use crate::disk::apply::{self, Applied, Prepared};
use crate::disk::displaced::Displaced;
use crate::disk::folder::{Folder, split};
use crate::disk::in_use::open_elsewhere;
use crate::disk::progress::Phase;
use crate::disk::{clean_up, file};
use crate::drafts;
use crate::journal::change::{Change, Step};
use crate::journal::recording::Recording;
use crate::journal::{AGENDA, Entry, read};
use crate::report;

/// The first wait before a run starts over; each is twice as long as the one before.
const PAUSE: Duration = Duration::from_millis(8);

/// The time for which replaced files are checked for text that another program still writes into them.
const OPEN_FOR: Duration = Duration::from_secs(15);

/// At most this many; each holds a file descriptor.
const DISPLACED_LIMIT: usize = 64;

/// The result of a run that writes.
#[derive(Debug)]
pub struct Built {
    /// The day's agenda.
    pub agenda: Agenda,
    /// The changes that were carried out.
    pub changes: Vec<Change>,
    /// What was recorded in notes.
    pub recorded: Vec<Written>,
    /// Versions of the user's that were kept beside the files saved in their place.
    pub kept: Vec<String>,
    /// Files that could not be written, and why.
    pub failures: Vec<Failure>,
}

impl Built {
    /// The day's problems, but for those that are told as failures.
    pub fn problems(&self) -> Vec<Arc<Diagnostic>> {
        let failures = |problem: &Diagnostic| Failure::from(problem.clone());
        let problems = self.agenda.problems.iter();
        problems.filter(|one| !self.failures.contains(&failures(one))).cloned().collect()
    }
}

/// A record that was written into a note, or is to be.
#[derive(Clone, Debug)]
pub struct Written {
    /// The record.
    pub recording: Recording,
    /// It in a few words.
    pub words: String,
}

/// The way a run deals with others who write at the same time.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// The number of attempts.
    attempts: u32,
    /// True if a note that was saved meanwhile will wake another run: then its records wait for that.
    is_woken: bool,
}

impl Patience {
    /// A one-shot run: no later run will retry.
    pub const ALONE: Patience = Patience { attempts: 9, is_woken: false };

    /// A run of a watch: another one follows.
    pub const WATCHING: Patience = Patience { attempts: 5, is_woken: true };
}

/// A file that could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The file, relative to the root.
    pub path: String,
    /// The system's reason, or a description of what is in the way.
    pub reason: String,
}

/// What a problem says of its file.
impl From<Diagnostic> for Failure {
    fn from(problem: Diagnostic) -> Failure {
        Failure { reason: problem.message(), path: problem.path }
    }
}

/// The results of changes.
#[derive(Debug, Default)]
struct Carried {
    changes: Vec<Change>,
    recorded: Vec<Written>,
    kept: Vec<String>,
    /// Files that changed since they were read.
    outdated: Vec<String>,
    failures: Vec<Failure>,
}

impl Carried {
    fn append(&mut self, mut other: Carried) {
        // Of a file that is written again, only the last change is told.
        let again: HashSet<&str> = other.changes.iter().map(|change| &*change.path).collect();
        self.changes.retain(|change| !again.contains(&*change.path));
        self.changes.append(&mut other.changes);
        self.recorded.append(&mut other.recorded);
        self.kept.append(&mut other.kept);
        self.outdated.append(&mut other.outdated);
        self.failures.append(&mut other.failures);
    }
}

impl Session {
    /// Looks at the folder, and brings the agenda and the drafts up to date.
    pub fn build(&mut self, today: NaiveDate) -> Built {
        self.look(|_| {});
        self.run(today, Patience::ALONE, &[])
    }

    /// Records the requests and the ticks, and brings the agenda and the drafts up to date with that and with what was
    /// looked at.
    pub fn run(&mut self, today: NaiveDate, patience: Patience, requests: &[Recording]) -> Built {
        self.refusals.clear();
        let mut done = Carried::default();
        if self.sees_all() {
            done = self.clean_up(today);
        }
        for attempt in 1.. {
            // What couldn't be looked at is not absent.
            if !self.sees_all() {
                let agenda = self.work_out(today).agenda;
                done.failures.extend(self.journal.holes().next().map(not_written));
                done.kept.extend(self.rescue());
                let Carried { changes, recorded, kept, failures, .. } = done;
                return Built { agenda, changes, recorded, kept, failures };
            }
            let DayPlan { notes, mut day, recordings, unseen } = self.plan_again(today, requests);
            if !self.sees_all() {
                continue;
            }
            let mut carried = self.carry_out(notes, patience);
            for written in &recordings {
                let recording = &written.recording;
                let is_written = carried.changes.iter().any(|one| one.path == recording.note);
                if is_written && self.refusal(recording).is_none() {
                    carried.recorded.push(written.clone());
                }
            }
            let recordings: Vec<Recording> =
                recordings.into_iter().map(|written| written.recording).collect();
            if patience.is_woken && !unseen.is_empty() {
                let waiting = recordings.iter().filter(|one| unseen.contains(&one.note));
                for recording in waiting {
                    self.refuse(recording, "its note is just being saved", "save the note");
                }
                day = self.work_out(today);
            } else {
                carried.outdated.extend(unseen);
            }
            let is_recorded = carried.outdated.is_empty() && carried.failures.is_empty();
            if is_recorded {
                carried.failures.extend(day.blocked.into_iter().map(Failure::from));
                let generated = self.carry_out(day.changes, patience);
                carried.append(generated);
            } else {
                // A tick must not leave the agenda before it is in its note.
                self.give_up(&recordings, &carried.failures);
            }
            let outdated = std::mem::take(&mut carried.outdated);
            let is_over = attempt >= patience.attempts || (is_recorded && outdated.is_empty());
            if !is_over && is_recorded {
                // The next attempt tries these again.
                carried.failures.clear();
            }
            done.append(carried);
            if is_over {
                done.kept.extend(self.rescue());
                let reason = "another program keeps changing it; build again when that is done";
                let outdated = outdated.into_iter();
                done.failures.extend(outdated.map(|path| Failure { path, reason: reason.into() }));
                let Carried { changes, recorded, kept, failures, .. } = done;
                return Built { agenda: day.agenda, changes, recorded, kept, failures };
            }
            if !outdated.is_empty() {
                thread::sleep(PAUSE * (1 << attempt));
            }
            for path in outdated {
                self.look_at(Path::new(&path), |_| {});
            }
        }
        unreachable!("the last attempt returns")
    }

    /// Writes a record into its note and changes nothing else. [`Session::refusal`] says why it could not be recorded;
    /// files that could not be written are returned.
    pub fn record(&mut self, recording: &Recording) -> Vec<Failure> {
        self.refusals.clear();
        let (changes, unseen) = self.edits(std::slice::from_ref(recording));
        let Carried { outdated, mut failures, .. } = self.carry_out(changes, Patience::ALONE);
        let reason = "it was saved at the same moment";
        let outdated = unseen.into_iter().chain(outdated);
        failures.extend(outdated.map(|path| Failure { path, reason: reason.into() }));
        failures
    }

    /// Saves text that another program wrote into a file after it was replaced or removed, and gives the names of the
    /// copies.
    pub fn rescue(&mut self) -> Vec<String> {
        if self.displaced.is_empty() {
            return Vec::new();
        }
        let Ok(folder) = self.opened() else { return Vec::new() };
        let mut kept = Vec::new();
        self.displaced.retain_mut(|(since, displaced)| {
            let is_last = since.elapsed() >= OPEN_FOR;
            match displaced.rescue(&folder, is_last) {
                Ok(path) => {
                    kept.extend(path);
                    !is_last
                }
                // There may be room later.
                Err(_) => true,
            }
        });
        kept
    }

    /// Takes a change in as if it were written, and gives back the entry that it replaces.
    pub(super) fn put_written(&mut self, change: &Change) -> Option<Entry> {
        let entry =
            change.after().map(|text| read::entry(&change.path, text, None, &self.config.mapping));
        self.journal.put(&change.path, entry)
    }

    /// Gives up for now on what could not be recorded, because its note could not be written.
    fn give_up(&mut self, recordings: &[Recording], failures: &[Failure]) {
        for Failure { path, reason } in failures {
            for recording in recordings.iter().filter(|recording| recording.note == *path) {
                self.refuse(recording, reason, &recording.by_hand());
            }
            self.look_at(Path::new(path), |_| {});
        }
    }

    fn carry_out(&mut self, changes: Vec<Change>, patience: Patience) -> Carried {
        let mut carried = Carried::default();
        let root = match self.opened() {
            Ok(root) => root,
            Err(error) => {
                let failed = changes.iter().map(|change| failure(&change.path, &error));
                return Carried { failures: failed.collect(), ..carried };
            }
        };
        let in_use = if patience.is_woken { HashSet::new() } else { in_use(&root, &changes) };
        let (in_use, changes): (Vec<Change>, Vec<Change>) =
            changes.into_iter().partition(|change| in_use.contains(&change.path));
        let reason = "another program has it open for writing; build again when that is done";
        let in_use = in_use.into_iter();
        carried
            .failures
            .extend(in_use.map(|one| Failure { path: one.path, reason: reason.into() }));
        self.progress.begin(Phase::Write, changes.len());
        let is_removal = |change: &Change| matches!(change.step, Step::Remove(_));
        let mut unsynced = BTreeSet::new();
        let mut is_removing = false;
        let mut is_done = Vec::new();
        for (change, prepared) in changes.iter().zip(apply::prepared(&root, &changes)) {
            if self.stop.load(Ordering::Relaxed) {
                break;
            }
            // What takes the place of a removed file is on the disk before that goes.
            if !is_removing && is_removal(change) {
                is_removing = true;
                sync(&root, std::mem::take(&mut unsynced));
            }
            self.progress.advance(1);
            let applied = prepared.and_then(Prepared::carry_out);
            is_done.push(matches!(applied, Ok(Applied::Done(_))));
            match applied {
                Ok(Applied::Done(displaced)) => {
                    carried.kept.extend(self.keep_open(displaced));
                    self.put_written(change);
                    unsynced.insert(split(&change.path).0);
                }
                Ok(Applied::Outdated(displaced)) => {
                    carried.kept.extend(self.keep_open(displaced));
                    carried.outdated.push(change.path.clone());
                }
                Ok(Applied::Kept(path)) => {
                    carried.kept.push(path);
                    carried.outdated.push(change.path.clone());
                }
                Err(error) => carried.failures.push(failure(&change.path, &error)),
            }
        }
        sync(&root, unsynced);
        let done = changes.into_iter().zip(is_done).filter(|(_, is_done)| *is_done);
        carried.changes = done.map(|(change, _)| change).collect();
        carried
    }

    /// Keeps a file open for a while that another program may still write into. The oldest such file gives way, and the
    /// path is returned under which text that it got was saved.
    fn keep_open(&mut self, displaced: Option<Displaced>) -> Option<String> {
        self.displaced.extend(displaced.map(|displaced| (Instant::now(), displaced)));
        if self.displaced.len() <= DISPLACED_LIMIT {
            return None;
        }
        let (_, mut oldest) = self.displaced.remove(0);
        oldest.rescue(&*self.opened().ok()?, true).ok()?
    }

    /// Repairs what interrupted runs left.
    fn clean_up(&mut self, today: NaiveDate) -> Carried {
        let mut carried = Carried::default();
        for path in std::mem::take(&mut self.journal.leftovers) {
            let root = self.opened();
            let is_ours = |text: &str, place: Option<&str>| {
                drafts::is_as_generated(text)
                    || report::is_as_generated(text)
                    || ics::is_as_generated(text)
                    || place.is_some_and(|place| is_in(text, place, self, today))
            };
            match root.and_then(|root| clean_up::clean_up(&root, &path, is_ours)) {
                Ok(kept) => carried.kept.extend(kept),
                Err(error) => carried.failures.push(failure(&path, &error)),
            }
            if let Some(place) = clean_up::place_of(&path) {
                self.look_at(Path::new(&place), |_| {});
            }
        }
        for path in &carried.kept {
            self.look_at(Path::new(path), |_| {});
        }
        carried
    }
}

/// The files to replace or remove that another program has open for writing. What it writes later would be lost with the
/// end of a single run; a watch saves it.
fn in_use(root: &Folder, changes: &[Change]) -> HashSet<String> {
    let changed = changes.iter().filter(|change| !matches!(change.step, Step::Create(_)));
    let in_use = open_elsewhere(root, changed.map(|change| change.path.as_str()));
    in_use.into_iter().map(str::to_owned).collect()
}

/// Syncs the entries of these folders to the disk.
fn sync(root: &Folder, folders: BTreeSet<&str>) {
    folders.into_iter().for_each(|folder| apply::sync(root, folder));
}

/// Returns true if nothing of the user's is in a text that isn't in the one that took its place: that has all its lines,
/// as a note that got a record has, or is an agenda with the same words, and the ticks are recorded.
fn is_in(text: &str, place: &str, session: &Session, today: NaiveDate) -> bool {
    let mut lines = place.lines();
    if text.lines().all(|line| lines.any(|one| one == line)) {
        return true;
    }
    let mut own = UserText::of(text);
    own.boxes.retain(|boxed| session.is_unrecorded(boxed, today));
    own.is_within(place)
}

/// A failure with the system's reason.
pub fn failure(path: &str, error: &io::Error) -> Failure {
    Failure { path: path.to_owned(), reason: file::io_reason(error) }
}

/// The failure to write anything, because of something that could not be looked at.
pub fn not_written(hole: &Diagnostic) -> Failure {
    let reason = format!("{} {}", hole.location(), hole.message());
    Failure { path: AGENDA.to_owned(), reason }
}
