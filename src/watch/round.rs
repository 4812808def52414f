//! A watch while its root stays the same folder: what it hears, when it looks, and when it runs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::mpsc::RecvTimeoutError;
use std::thread;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::events::{Events, Message, hears_closing};
use super::root::Identity;
use super::settle::{Settling, Sign};
use super::{Cause, Inbox, Options, Told};
use crate::diagnostic::Diagnostic;
use crate::drafts;
use crate::engine::Detail;
use crate::rules::config;
use crate::session::{Patience, Session};

/// How often the day and the root are looked at: neither tells when it changes.
const TICK: Duration = Duration::from_secs(5);

/// How often all is looked at although nothing was heard.
const FULL_LOOK: Duration = Duration::from_secs(300);

/// How often all is looked at where the system can't tell of everything.
const BLIND_LOOK: Duration = Duration::from_secs(4);

/// More paths than one save has: then a run waits until it is quiet.
const BURST: usize = 8;

/// How long it has to be quiet, and the longest that is waited for that.
const QUIET: Duration = Duration::from_millis(30);
const QUIET_LIMIT: Duration = Duration::from_millis(500);

/// The same where changes are looked for rather than told.
const POLL_QUIET: Duration = Duration::from_millis(300);
const POLL_QUIET_LIMIT: Duration = Duration::from_secs(3);

/// How a round ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It was told to.
    Stopped,
    /// The root is gone, or another one.
    Lost,
}

/// A watch while its root stays the same folder.
pub struct Round<'w, T> {
    folder: &'w Path,
    root: PathBuf,
    identity: Identity,
    options: &'w Options<T>,
    inbox: &'w Inbox,
    tell: &'w mut dyn FnMut(Told<'_>),
    /// None while the configuration can't be used.
    session: Option<Session>,
    pub unusable: Option<Diagnostic>,
    events: Option<Events>,
    settling: Settling,
    today: NaiveDate,
    is_failing: bool,
    /// Whether there is another configuration since the last run.
    is_reconfigured: bool,
    look_every: Duration,
    next_look: Instant,
    next_tick: Instant,
    last_heard: Instant,
    /// Since when a run has waited for quiet.
    burst: Option<Instant>,
}

impl<'w, T: Fn() -> NaiveDate> Round<'w, T> {
    /// Begins to listen.
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

    /// Keeps it up to date as long as it is there.
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
                // What is read is the old folder's no more once that is gone.
                if self.is_lost() {
                    return End::Lost;
                }
                self.run_on_news();
            }
            let wait = self.next_wake().saturating_duration_since(Instant::now());
            let inbox = self.inbox;
            let first = match inbox.messages.recv_timeout(wait) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return End::Stopped,
            };
            // All that is there before anything is looked at: what follows may belong to it.
            let now = Instant::now();
            for message in std::iter::once(first).chain(inbox.messages.try_iter()) {
                match message {
                    Message::Stop => return End::Stopped,
                    // Another may stand in its place already, with nothing to tell them apart.
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

    /// When there is something to do, if nothing is heard before.
    fn next_wake(&self) -> Instant {
        let run = self.burst.filter(|_| self.has_work());
        let run = run.map(|since| (self.last_heard + QUIET).min(since + QUIET_LIMIT));
        let known = [run, self.settling.next()].into_iter().flatten();
        known.fold(self.next_tick.min(self.next_look), Instant::min)
    }

    fn has_work(&self) -> bool {
        self.session.as_ref().is_some_and(Session::has_work)
    }

    /// A save or two are worked on at once; after a checkout of hundreds of files there is one run, when it is done.
    fn is_time_to_run(&mut self, now: Instant) -> bool {
        let news = self.session.as_ref().map_or(0, |session| session.news().paths.len());
        if news <= BURST {
            return true;
        }
        let since = *self.burst.get_or_insert(now);
        now >= self.last_heard + QUIET || now >= since + QUIET_LIMIT
    }

    /// Whether a path may have to do with the journal, whatever stands there now.
    fn concerns(&self, path: &Path) -> bool {
        path.extension().is_some_and(|extension| extension == "md" || extension == "j2")
            || path == Path::new(config::FILE_NAME)
            || self.root.join(path).is_dir()
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
            let metadata = fs::symlink_metadata(self.root.join(path));
            if is_finished && metadata.is_ok_and(|metadata| metadata.len() == 0) {
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
            // Whatever the configuration says of it.
            enter(&mut self.events, &self.root.join(drafts::TEMPLATES));
        }
        let (Some(session), events) = (&mut self.session, &mut self.events) else { return };
        // Emptied: what is written into it comes in a moment.
        if is_finished && session.is_emptied(path) {
            self.settling.hear(path, Sign::Gone, None, Instant::now());
            return;
        }
        session.look_at(path, |folder| enter(events, folder));
        self.tell_of_blindness();
    }

    /// Looks at everything, the configuration too, but for what somebody is just writing.
    pub fn look(&mut self) {
        let held: BTreeSet<String> =
            self.settling.paths().map(|path| path.to_string_lossy().into_owned()).collect();
        if !held.contains(config::FILE_NAME) {
            self.configure();
        }
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
            // To hear of the configuration being mended.
            None => enter(events, &self.root),
        }
        // Whatever the configuration says of it.
        enter(events, &self.root.join(drafts::TEMPLATES));
        self.tell_of_blindness();
        self.next_look = Instant::now() + self.look_every;
    }

    fn configure(&mut self) {
        match Session::open(self.root.clone(), Detail::Shown, self.inbox.stop.clone()) {
            Err(problem) => {
                if self.unusable.as_ref() != Some(&problem) {
                    (self.tell)(Told::Unusable(&problem));
                }
                self.unusable = Some(problem);
                self.session = None;
            }
            Ok(opened) => {
                self.unusable = None;
                // Another configuration can change everything.
                if self.session.as_ref().is_none_or(|now| now.config() != opened.config()) {
                    self.session = Some(opened);
                    self.is_reconfigured = true;
                }
            }
        }
    }

    /// Looks again as long as files go on changing: nothing tells when they are finished.
    pub fn come_to_rest(&mut self) {
        let count = |round: &Self| round.session.as_ref().map_or(0, |session| session.news().count);
        // Where nothing is heard of, somebody may pause while writing.
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

    /// One run, and what is to be told of it.
    pub fn run(&mut self, cause: &Cause) {
        let Some(session) = &mut self.session else { return };
        self.burst = None;
        self.is_reconfigured = false;
        let built = session.run(self.today, Patience::WATCHING, &[]);
        self.is_failing = !built.failures.is_empty();
        (self.tell)(Told::Run(cause, &built));
        // What was written is worked in now, while nobody waits, and not when the next save comes. Nothing more follows
        // from it: a second run changes nothing.
        session.work_out(self.today);
    }
}

fn enter(events: &mut Option<Events>, folder: &Path) {
    if let Some(events) = events {
        events.enter(folder);
    }
}
