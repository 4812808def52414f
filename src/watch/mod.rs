//! Keeps a journal up to date until it is stopped.
//!
//! Takes a folder, a clock and an inbox; gives reports of what it did. It repeats the run of a single build: the system's
//! events only wake it, and say where to look again. Whenever an event could have been missed, and now and then anyway, it
//! looks at everything, without reading files whose stamps haven't changed.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::disk::root::{self, Identity};
use crate::session::Built;

mod events;
mod lock;
mod round;
mod settle;

use events::Message;
use lock::WatchLock;
use round::{End, Round};

/// The time between looks for a root that is gone.
const ABSENCE: Duration = Duration::from_millis(500);

/// Settings of a watch.
#[derive(Clone, Copy, Debug)]
pub struct Options<T> {
    /// Look this often instead of waiting for the system to tell.
    pub poll: Option<Duration>,
    /// Returns the current day whenever it is called.
    pub today: T,
}

/// A report from a watch.
#[derive(Debug)]
pub enum Told<'t> {
    /// There was a run.
    Run(&'t Cause, &'t Built),
    /// The configuration can't be used; nothing is done until it is fixed.
    Unusable(&'t Diagnostic),
    /// Text that was written into files just after they were replaced was saved under these names.
    Kept(&'t [String]),
    /// The folder is gone; the watch waits for it.
    Gone,
    /// The folder is back.
    Back,
    /// The system can't report everything, for this reason, so everything is looked at this often.
    Polls(&'t str, Duration),
}

/// The reason for a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The watch started, on this folder or on one that came back.
    Start,
    /// A new day.
    Day,
    /// These paths changed.
    Paths(BTreeSet<String>),
    /// Something could not be written last time.
    Again,
}

/// The reason why a watch didn't start.
#[derive(Debug)]
pub enum Refusal {
    /// Another watch runs on this journal.
    Running,
    /// The configuration can't be used.
    Unusable(Box<Diagnostic>),
    /// The folder can't be used.
    Folder(io::Error),
}

/// The messages for one watch.
#[derive(Debug)]
pub struct Inbox {
    sender: Sender<Message>,
    messages: Receiver<Message>,
    stop: Arc<AtomicBool>,
}

/// A handle to a watch for other threads.
#[derive(Clone, Debug)]
pub struct Remote {
    sender: Sender<Message>,
    stop: Arc<AtomicBool>,
}

impl Inbox {
    /// An inbox for one watch.
    #[expect(clippy::new_without_default, reason = "each is a channel of its own")]
    pub fn new() -> Inbox {
        let (sender, messages) = mpsc::channel();
        Inbox { sender, messages, stop: Arc::default() }
    }

    /// A handle to the watch that reads this inbox.
    pub fn remote(&self) -> Remote {
        Remote { sender: self.sender.clone(), stop: self.stop.clone() }
    }
}

impl Remote {
    /// Stops the watch before its next change on the disk.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
        let _ = self.sender.send(Message::Stop);
    }

    /// Makes it check the clock and the root now.
    pub fn wake(&self) {
        let _ = self.sender.send(Message::Wake);
    }
}

/// Keeps the journal in a folder up to date until it is stopped.
pub fn watch<T: Fn() -> NaiveDate>(
    folder: &Path,
    options: &Options<T>,
    inbox: &Inbox,
    tell: &mut dyn FnMut(Told<'_>),
) -> Result<(), Refusal> {
    let mut before = None;
    loop {
        match keep(folder, options, inbox, tell, before) {
            Ok((End::Stopped, _)) => return Ok(()),
            Ok((End::Lost, identity)) => before = Some(identity),
            // It was gone again before it could be watched.
            Err(Refusal::Folder(_)) if before.is_some() => {}
            Err(refusal) => return Err(refusal),
        }
        let Some(before) = before else { continue };
        tell(Told::Gone);
        if !is_back(folder, before, inbox) {
            return Ok(());
        }
        tell(Told::Back);
    }
}

/// Keeps a folder up to date for as long as it exists. `before` is the folder that was there before, if any.
fn keep<T: Fn() -> NaiveDate>(
    folder: &Path,
    options: &Options<T>,
    inbox: &Inbox,
    tell: &mut dyn FnMut(Told<'_>),
    before: Option<Identity>,
) -> Result<(End, Identity), Refusal> {
    let root = root::resolved(folder).map_err(Refusal::Folder)?;
    let identity = Identity::of(folder).map_err(Refusal::Folder)?;
    let Some(_lock) = WatchLock::claim(&root).map_err(Refusal::Folder)? else {
        return Err(Refusal::Running);
    };
    let mut round = Round::new(folder, root, identity, options, inbox, tell);
    round.look();
    if inbox.stop.load(Ordering::Relaxed) {
        return Ok((End::Stopped, identity));
    }
    match &round.unusable {
        Some(problem) if before.is_none() => {
            return Err(Refusal::Unusable(Box::new(problem.clone())));
        }
        _ => {}
    }
    if before.is_some() {
        // The folder may still be being restored.
        round.come_to_rest();
    }
    round.run(&Cause::Start);
    Ok((round.keep_up(), identity))
}

/// Waits until the folder exists again; returns false if the watch is stopped. A bare mount point doesn't count as the
/// folder.
fn is_back(folder: &Path, before: Identity, inbox: &Inbox) -> bool {
    loop {
        let look = Instant::now() + ABSENCE;
        loop {
            let wait = look.saturating_duration_since(Instant::now());
            match inbox.messages.recv_timeout(wait) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => break,
            }
        }
        if inbox.stop.load(Ordering::Relaxed) {
            return false;
        }
        if Identity::of(folder).is_ok_and(|now| now.is_mounted || !before.is_mounted) {
            return true;
        }
    }
}
