//! A journal's folder, kept in memory: look at it, plan a day, write until the disk agrees.
//!
//! Takes a folder and the day; gives plans, and with [`Session::build`] an up-to-date folder. Looking and planning change
//! nothing, so asking twice gives the same twice.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use chrono::NaiveDate;

use crate::agenda::tick::{Boxed, Unrecorded};
use crate::diagnostic::{Diagnostic, Problem};
use crate::disk::displaced::Displaced;
use crate::disk::folder::Folder;
use crate::disk::progress::{Phase, Progress};
use crate::disk::scan::{self, LeftTexts};
use crate::drafts::language::Language;
use crate::drafts::{self, Templates};
use crate::engine::{Day, Detail, Engine, Refusals, Rules};
use crate::journal::change::Change;
use crate::journal::recording::Recording;
use crate::journal::{Content, Entry, Journal, News};
use crate::notes::Note;
use crate::plan::process::Process;
use crate::rules::config::Config;

mod record;
mod write;

pub use write::{Built, Failure, Patience, Written, failure, not_written};

/// A journal's folder with its configuration, and what is known of it.
#[derive(Debug)]
pub struct Session {
    root: PathBuf,
    /// The root, once it is opened: what is reached from it lies in it, whatever its path comes to name.
    folder: Option<Arc<Folder>>,
    config: Config,
    templates: Templates,
    journal: Journal,
    engine: Engine,
    /// Ticks and requests that could not be recorded.
    refusals: Refusals,
    /// Files that were replaced or removed a moment ago: another program may still have them open.
    displaced: Vec<(Instant, Displaced)>,
    /// The texts of settled notes, if they aren't kept.
    texts: Option<Arc<LeftTexts>>,
    progress: Arc<Progress>,
    stop: Arc<AtomicBool>,
}

/// A planned day: the records that notes get first, and what follows from them.
#[derive(Debug)]
pub struct DayPlan {
    /// The changes of notes.
    pub notes: Vec<Change>,
    /// The day, as it is once the notes have changed.
    pub day: Day,
    /// The records that were asked for.
    pub recordings: Vec<Written>,
    /// Notes that were saved since they were looked at, so that nothing can be recorded in them yet.
    unseen: Vec<String>,
}

impl Session {
    /// Opens a journal, for plans that show what `detail` says. Once `stop` is set, looks end early and runs end before
    /// their next change.
    ///
    /// # Errors
    ///
    /// What makes the configuration unusable.
    pub fn open(
        root: PathBuf,
        detail: Detail,
        stop: Arc<AtomicBool>,
    ) -> Result<Session, Diagnostic> {
        let not_looked_at = |error| scan::not_looked_at("", &error);
        let folder = Folder::at(&root).map_err(not_looked_at)?;
        Language::english().read_ahead();
        let config = scan::config(&folder)?;
        Ok(Session {
            root,
            folder: Some(Arc::new(folder)),
            config,
            templates: Templates::new(Language::english(), []),
            journal: Journal::default(),
            engine: Engine::new(detail),
            refusals: Refusals::default(),
            displaced: Vec::new(),
            texts: None,
            progress: Arc::default(),
            stop,
        })
    }

    /// Leaves the texts of settled notes on the disk: few are asked for to plan a day. The page that shows the search asks
    /// for all of them.
    #[must_use]
    pub fn leaving_texts(mut self) -> Session {
        if self.config.report.html.is_none() {
            let texts = Arc::new(LeftTexts::new(self.root.clone()));
            self.journal.texts = Some(texts.clone());
            self.texts = Some(texts);
        }
        self
    }

    /// Looks again at notes whose text was asked for and isn't the one any more that was read, and keeps it. Returns true
    /// if there are any: then what was worked out doesn't count.
    fn has_lost_texts(&mut self) -> bool {
        let changed = self.texts.as_ref().map(|texts| texts.take_changed()).unwrap_or_default();
        for path in &changed {
            self.look_at(Path::new(path), |_| {});
            let is_lost = self.journal.get(path).is_some_and(Entry::has_lost_text);
            if is_lost && self.journal.holes().all(|hole| hole.path != *path) {
                // It is held as it was read, though nobody knows its text.
                let missing = io::Error::from(io::ErrorKind::NotFound);
                self.journal.put_hole(scan::not_looked_at(path, &missing));
            }
        }
        !changed.is_empty()
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

    /// The folder's content, as it was read.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// How far looking, planning and writing have got.
    pub fn progress(&self) -> &Arc<Progress> {
        &self.progress
    }

    /// The folder, opened.
    pub fn opened(&mut self) -> io::Result<Arc<Folder>> {
        match &self.folder {
            Some(folder) => Ok(folder.clone()),
            None => {
                let folder = Arc::new(Folder::at(&self.root)?);
                Ok(self.folder.insert(folder).clone())
            }
        }
    }

    /// The folder, opened. If it can't be, nothing could be looked at.
    fn opened_or_hole(&mut self) -> Option<Arc<Folder>> {
        let opened = self.opened();
        opened.map_err(|error| self.journal.put_hole(scan::not_looked_at("", &error))).ok()
    }

    /// Closes the folder until it is needed again: an open folder can't be unmounted.
    pub fn close(&mut self) {
        self.folder = None;
    }

    /// Looks at the whole folder. `enter` is called with each folder in it before that is read.
    pub fn look(&mut self, mut enter: impl FnMut(&Path)) {
        let Some(folder) = self.opened_or_hole() else { return };
        let root = &self.root;
        let enter = |path: &str| enter(&root.join(path));
        let look = scan::folder(
            &folder,
            "",
            &self.config,
            &self.journal,
            enter,
            &self.progress,
            &self.stop,
        );
        let Some(look) = look else { return };
        self.journal.put_folder("", look);
        scan::templates(&folder, &mut self.journal);
    }

    /// Looks at one path, relative to the root, and at everything below it.
    pub fn look_at(&mut self, path: &Path, mut enter: impl FnMut(&Path)) {
        let Some(folder) = self.opened_or_hole() else { return };
        if path.starts_with(drafts::TEMPLATES) {
            scan::templates(&folder, &mut self.journal);
        }
        let root = &self.root;
        let enter = |path: &str| enter(&root.join(path));
        let (config, journal) = (&self.config, &mut self.journal);
        scan::path(&folder, path, config, journal, enter, &self.progress, &self.stop);
    }

    /// Looks again at the files and folders that the system refused to show.
    pub fn look_at_refused(&mut self, mut enter: impl FnMut(&Path)) {
        use Problem::{NotLookedAt, UnreadableFile};
        let refused = self.journal.problems();
        let refused = refused
            .filter(|problem| matches!(problem.problem, UnreadableFile { .. } | NotLookedAt { .. }))
            .map(|problem| problem.path.clone());
        for path in refused.collect::<Vec<_>>() {
            if path == "." {
                return self.look(enter);
            }
            self.look_at(Path::new(&path), &mut enter);
        }
    }

    /// News that no run has worked on yet.
    pub fn news(&self) -> &News {
        self.journal.news()
    }

    /// Returns true if there is news, or something that an interrupted run left.
    pub fn has_work(&self) -> bool {
        self.journal.news().is_any() || (!self.journal.leftovers.is_empty() && self.sees_all())
    }

    /// Returns false if something could not be looked at, so that nothing may be written.
    pub fn sees_all(&self) -> bool {
        self.journal.holes().next().is_none()
    }

    /// Keeps these paths as they are known, whatever a look finds there, until others are held.
    pub fn hold(&mut self, paths: BTreeSet<String>) {
        self.journal.hold(paths);
    }

    /// Returns true for a file that held something and is empty now.
    pub fn is_emptied(&mut self, path: &Path) -> bool {
        let Some(path) = path.to_str() else { return false };
        let entry = self.journal.get(path);
        entry.is_some_and(|entry| !matches!(entry.content, Content::Other))
            && self.opened().is_ok_and(|folder| scan::is_empty(&folder, path))
    }

    /// Plans a day, as it is once the agenda's ticks and the requests are recorded. Nothing is written.
    pub fn plan(&mut self, today: NaiveDate, requests: &[Recording]) -> DayPlan {
        self.refusals.clear();
        self.plan_again(today, requests)
    }

    /// The same within a run: what could not be recorded isn't tried again.
    fn plan_again(&mut self, today: NaiveDate, requests: &[Recording]) -> DayPlan {
        self.progress.begin(Phase::Plan, 0);
        self.work_in(today);
        if self.engine.has_ticks(&self.journal) {
            // They are understood by the notes as they are now.
            self.work_out(today);
        }
        let rules = Rules { config: &self.config, templates: &self.templates, today };
        let mut recordings = self.engine.ticked(&self.journal, rules);
        // A request is newer than a tick.
        recordings.retain(|tick| requests.iter().all(|request| request.id() != tick.id()));
        recordings.extend_from_slice(requests);
        let in_words: Vec<String> =
            recordings.iter().map(|one| self.engine.in_words(one)).collect();
        let (notes, unseen) = self.edits(&recordings);
        if self.has_lost_texts() {
            return self.plan_again(today, requests);
        }
        let before: Vec<(&str, Option<Entry>)> =
            notes.iter().map(|note| (note.path.as_str(), self.put_written(note))).collect();
        let day = self.work_out(today);
        for (path, entry) in before {
            self.journal.put(path, entry);
        }
        let written = |(recording, words)| Written { recording, words };
        let recordings = recordings.into_iter().zip(in_words).map(written).collect();
        DayPlan { notes, day, recordings, unseen }
    }

    /// The problems that hold nothing back any more, as of the last plan: its agenda leaves them out.
    pub fn closed_problems(&self) -> Vec<Arc<Diagnostic>> {
        self.engine.closed_problems(&self.journal)
    }

    /// Works in the news, and gives the day as it is while ticks wait to be recorded. Nothing is written.
    pub fn work_out(&mut self, today: NaiveDate) -> Day {
        self.progress.begin(Phase::Plan, 0);
        loop {
            let news = self.take_news();
            let rules = Rules { config: &self.config, templates: &self.templates, today };
            let day = self.engine.run(&self.journal, news, rules, &self.refusals);
            if !self.has_lost_texts() {
                return day;
            }
        }
    }

    /// Works in the news, so that the next plan has less to do.
    pub fn work_in(&mut self, today: NaiveDate) {
        loop {
            let news = self.take_news();
            let rules = Rules { config: &self.config, templates: &self.templates, today };
            self.engine.work_in(&self.journal, news, rules);
            if !self.has_lost_texts() {
                return;
            }
        }
    }

    fn take_news(&mut self) -> News {
        let news = self.journal.take_news();
        if news.templates {
            self.templates =
                Templates::new(Language::english(), self.journal.templates.iter().cloned());
        }
        news
    }

    /// Returns true for a box with a tick that no note has a record of yet.
    fn is_unrecorded(&self, boxed: &Boxed, today: NaiveDate) -> bool {
        let rules = Rules { config: &self.config, templates: &self.templates, today };
        self.engine.is_unrecorded(boxed, &self.journal, rules)
    }

    /// Why something could not be recorded in the last run.
    pub fn refusal(&self, recording: &Recording) -> Option<&Unrecorded> {
        self.refusals.get(&recording.id())
    }

    /// Returns true if a note has what it was to have.
    pub fn is_recorded(&self, recording: &Recording) -> bool {
        self.journal.notes(&recording.note).iter().any(|note| recording.is_in(note))
    }

    /// Gives a note that isn't in the journal yet what files about its people and other notes say of them.
    pub fn complete(&self, note: &mut Arc<Note>) {
        self.journal.complete(note);
        self.engine.complete(note);
    }

    /// The hiring processes, as the last plan found them.
    pub fn processes(&self) -> impl Iterator<Item = &Arc<Process>> {
        self.engine.processes()
    }
}
