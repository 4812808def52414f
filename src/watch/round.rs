//! A watch for as long as its root is the same folder: its events, its looks, its runs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::mpsc::RecvTimeoutError;
use std::thread;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::events::{Events, Message, hears_closing};
use super::settle::{Settling, Sign};
use super::{Cause, Inbox, Options, Told};
use crate::diagnostic::{Diagnostic, Problem};
use crate::disk::folder::Folder;
use crate::disk::root::{self, Identity};
use crate::disk::scan;
use crate::drafts;
use crate::engine::Detail;
use crate::rules::config;
use crate::session::{Patience, Session};

/// The time between checks of the day and the root: neither sends events.
const TICK: Duration = Duration::from_secs(5);

/// The time between looks at everything when there were no events.
const FULL_LOOK: Duration = Duration::from_secs(300);

/// The same when the system can't report everything.
const BLIND_LOOK: Duration = Duration::from_secs(4);

/// With more new paths than this, more than one save has, a run waits for a pause.
const BURST: usize = 8;

/// The length of that pause, and the longest wait for it.
const QUIET: Duration = Duration::from_millis(30);
const QUIET_LIMIT: Duration = Duration::from_millis(500);

/// The same when polling.
const POLL_QUIET: Duration = Duration::from_millis(300);
const POLL_QUIET_LIMIT: Duration = Duration::from_secs(3);

/// The end of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The watch was stopped.
    Stopped,
    /// The root is gone, or is another folder.
    Lost,
}

/// A watch for as long as its root is the same folder.
pub struct Round<'w, T> {
    folder: &'w Path,
    root: PathBuf,
    identity: Identity,
    options: &'w Options<T>,
    inbox: &'w Inbox,
    tell: &'w mut dyn FnMut(Told<'_>),
    /// `None` while the configuration can't be used.
    session: Option<Session>,
    pub unusable: Option<Diagnostic>,
    events: Option<Events>,
    settling: Settling,
    today: NaiveDate,
    is_failing: bool,
    /// True if the configuration changed since the last run.
    is_reconfigured: bool,
    look_every: Duration,
    next_look: Instant,
    next_tick: Instant,
    last_heard: Instant,
    /// The time since which a run has waited for a pause.
    burst: Option<Instant>,
}

impl<'w, T: Fn() -> NaiveDate> Round<'w, T> {
    /// Starts to listen.
    pub fn new(
        folder: &'w Path,
        root: PathBuf,
        identity: Identity,
        options: &'w Options<T>,
        inbox: &'w Inbox,
        tell: &'w mut dyn FnMut(Told<'_>),
    ) -> Round<'w, T> {
        let events = match options.poll {
            None => Some(Events::new(&root, inbox.sender.clone())),
            Some(_) => None,
        };
        let now = Instant::now();
        Round {
            folder,
            root,
            identity,
            options,
            inbox,
            tell,
            session: None,
            unusable: None,
            events,
            settling: Settling::new(hears_closing()),
            today: (options.today)(),
            is_failing: false,
            is_reconfigured: false,
            look_every: options.poll.unwrap_or(FULL_LOOK),
            next_look: now,
            next_tick: now + TICK,
            last_heard: now,
            burst: None,
        }
    }

    /// Keeps the folder up to date for as long as it exists.
    pub fn keep_up(&mut self) -> End {
        loop {
            let now = Instant::now();
            for (path, is_finished) in self.settling.due(now) {
                self.look_at(&path, is_finished);
            }
            if now >= self.next_look {
                self.look();
                self.come_to_rest();
            }
            if now >= self.next_tick {
                self.next_tick = now + TICK;
                if self.is_lost() {
                    return End::Lost;
                }
                self.look_at_clock();
                if let (Some(session), events) = (&mut self.session, &mut self.events) {
                    session.look_at_refused(|folder| enter(events, folder));
                }
                let kept = self.session.as_mut().map(Session::rescue).unwrap_or_default();
                if !kept.is_empty() {
                    (self.tell)(Told::Kept(&kept));
                }
                if self.is_failing {
                    self.run(&Cause::Again);
                }
            }
            if self.has_work() && self.is_time_to_run(now) {
                // Once the folder is gone, paths lead to another one.
                if self.is_lost() {
                    return End::Lost;
                }
                self.run_on_news();
            }
            if let Some(session) = &mut self.session {
                session.close();
            }
            let wait = self.next_wake().saturating_duration_since(Instant::now());
            let inbox = self.inbox;
            let first = match inbox.messages.recv_timeout(wait) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return End::Stopped,
            };
            // All messages first, then the looks: a later message may belong to an earlier one.
            let now = Instant::now();
            for message in std::iter::once(first).chain(inbox.messages.try_iter()) {
                match message {
                    Message::Stop => return End::Stopped,
                    // Another folder may have taken its place already, and look the same.
                    Message::RootGone => return End::Lost,
                    Message::Wake => self.next_tick = now,
                    Message::Lost => self.next_look = self.next_look.min(now + QUIET),
                    Message::Heard { path, sign, rename } => {
                        self.last_heard = now;
                        if let Some(rename) = rename
                            && sign == Sign::Finished
                            && self.concerns(&path)
                        {
                            self.settling.arrive(rename, now);
                        }
                        self.settling.hear(&path, sign, rename, now);
                    }
                }
            }
        }
    }

    /// The time of the next thing to do, if there are no messages before.
    fn next_wake(&self) -> Instant {
        let run = self.burst.filter(|_| self.has_work());
        let run = run.map(|since| (self.last_heard + QUIET).min(since + QUIET_LIMIT));
        let known = [run, self.settling.next()].into_iter().flatten();
        known.fold(self.next_tick.min(self.next_look), Instant::min)
    }

    fn has_work(&self) -> bool {
        self.session.as_ref().is_some_and(Session::has_work)
    }

    /// Returns true at once after a save or two; after a checkout of hundreds of files, only when it is done.
    fn is_time_to_run(&mut self, now: Instant) -> bool {
        let news = self.session.as_ref().map_or(0, |session| session.news().paths.len());
        if news <= BURST {
            return true;
        }
        let since = *self.burst.get_or_insert(now);
        now >= self.last_heard + QUIET || now >= since + QUIET_LIMIT
    }

    /// Returns true for a path that may be part of the journal, whatever is there now.
    fn concerns(&self, path: &Path) -> bool {
        path.extension().is_some_and(|extension| extension == "md" || extension == "j2")
            || path == Path::new(config::FILE_NAME)
            || root::is_folder(&self.root.join(path))
            || path.starts_with(drafts::TEMPLATES)
            || self
                .session
                .as_ref()
                .is_some_and(|session| session.journal().knows(&path.to_string_lossy()))
    }

    fn look_at(&mut self, path: &Path, is_finished: bool) {
        if path == Path::new("") {
            self.next_look = Instant::now();
            return;
        }
        if path == Path::new(config::FILE_NAME) {
            let is_empty = |root: Folder| scan::is_empty(&root, config::FILE_NAME);
            if is_finished && Folder::at(&self.root).is_ok_and(is_empty) {
                self.settling.hear(path, Sign::Gone, None, Instant::now());
            } else {
                self.next_look = Instant::now();
            }
            return;
        }
        if !self.concerns(path) {
            return;
        }
        if path.starts_with(drafts::TEMPLATES) {
            // Even if the configuration ignores it.
            enter(&mut self.events, &self.root.join(drafts::TEMPLATES));
        }
        let (Some(session), events) = (&mut self.session, &mut self.events) else { return };
        // A file that was just emptied gets its new text in a moment.
        if is_finished && session.is_emptied(path) {
            self.settling.hear(path, Sign::Gone, None, Instant::now());
            return;
        }
        session.look_at(path, |folder| enter(events, folder));
        self.tell_of_blindness();
    }

    /// Looks at everything, the configuration included, except files that are being written.
    pub fn look(&mut self) {
        let held: BTreeSet<String> =
            self.settling.paths().map(|path| path.to_string_lossy().into_owned()).collect();
        let sees_config = held.contains(config::FILE_NAME) || self.configure();
        let events = &mut self.events;
        if let Some(events) = events {
            events.begin(&self.root);
        }
        match &mut self.session {
            Some(session) => {
                session.hold(held);
                session.look(|folder| enter(events, folder));
                session.hold(BTreeSet::new());
            }
            // To notice when the configuration is fixed.
            None => enter(events, &self.root),
        }
        // Even if the configuration ignores it.
        enter(events, &self.root.join(drafts::TEMPLATES));
        self.tell_of_blindness();
        let wait = if sees_config { self.look_every } else { self.look_every.min(BLIND_LOOK) };
        self.next_look = Instant::now() + wait;
    }

    /// Reads the configuration; returns false if it could not be looked at, so that the known one stays in use.
    fn configure(&mut self) -> bool {
        match Session::open(self.root.clone(), Detail::Shown, self.inbox.stop.clone()) {
            Err(Diagnostic { problem: Problem::NotLookedAt { .. }, .. })
                if self.session.is_some() =>
            {
                return false;
            }
            Err(problem) => {
                if self.unusable.as_ref() != Some(&problem) {
                    (self.tell)(Told::Unusable(&problem));
                }
                self.unusable = Some(problem);
                self.session = None;
            }
            Ok(opened) => {
                self.unusable = None;
                // A changed configuration can change everything.
                if self.session.as_ref().is_none_or(|now| now.config() != opened.config()) {
                    self.session = Some(opened.leaving_texts());
                    self.is_reconfigured = true;
                }
            }
        }
        true
    }

    /// Looks again for as long as files keep changing: no event says that they are finished.
    pub fn come_to_rest(&mut self) {
        let count = |round: &Self| round.session.as_ref().map_or(0, |session| session.news().count);
        // Without events, a pause may be in the middle of a save.
        let (pause, limit) = match self.events {
            Some(_) => (QUIET, QUIET_LIMIT),
            None => (POLL_QUIET, POLL_QUIET_LIMIT),
        };
        let start = Instant::now();
        let mut before = 0;
        while count(self) != before && start.elapsed() < limit && !self.is_stopped() {
            before = count(self);
            thread::sleep(pause);
            self.look();
        }
    }

    fn is_stopped(&self) -> bool {
        self.inbox.stop.load(Ordering::Relaxed)
    }

    fn tell_of_blindness(&mut self) {
        let Some(events) = &self.events else { return };
        match events.why_blind() {
            None => self.look_every = FULL_LOOK,
            Some(why) => {
                if self.look_every > BLIND_LOOK {
                    self.next_look = Instant::now() + BLIND_LOOK;
                    (self.tell)(Told::Polls(why, BLIND_LOOK));
                }
                self.look_every = BLIND_LOOK;
            }
        }
    }

    fn look_at_clock(&mut self) {
        let today = (self.options.today)();
        if today != self.today && self.session.is_some() {
            self.today = today;
            self.run(&Cause::Day);
        }
    }

    fn is_lost(&self) -> bool {
        Identity::of(self.folder).ok() != Some(self.identity)
    }

    fn run_on_news(&mut self) {
        let mut paths = BTreeSet::new();
        if let Some(news) = self.session.as_ref().map(Session::news) {
            paths.clone_from(&news.paths);
            paths.extend(news.templates.then(|| drafts::TEMPLATES.to_owned()));
        }
        if self.is_reconfigured {
            paths = [config::FILE_NAME.to_owned()].into();
        }
        let cause = Cause::Paths(paths);
        self.today = (self.options.today)();
        self.run(&cause);
    }

    /// Runs once, and reports on it.
    pub fn run(&mut self, cause: &Cause) {
        let Some(session) = &mut self.session else { return };
        self.burst = None;
        self.is_reconfigured = false;
        let built = session.run(self.today, Patience::WATCHING, &[]);
        self.is_failing = !built.failures.is_empty();
        (self.tell)(Told::Run(cause, &built));
        // The written files are worked in now, while nobody waits, rather than with the next save.
        session.work_in(self.today);
    }
}

fn enter(events: &mut Option<Events>, folder: &Path) {
    if let Some(events) = events {
        events.enter(folder);
    }
}
