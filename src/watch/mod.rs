//! Keeps a journal up to date until it is told to stop.
//!
//! It is the same run as a single build, again and again: what the system tells of the folder only wakes it, and says
//! where to look again. What is known of the folder is a cache. A full look, which reads no file that the system says is
//! as it was, follows whenever something could have been missed, and now and then anyway.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::session::Built;

mod events;
mod lock;
mod root;
mod round;
mod settle;

use events::Message;
use lock::WatchLock;
use root::Identity;
use round::{End, Round};

/// How often a root that is gone is looked for.
const ABSENCE: Duration = Duration::from_millis(500);

/// How a watch is to go about it.
#[derive(Clone, Copy, Debug)]
pub struct Options<T> {
    /// Look this often instead of waiting for the system to tell.
    pub poll: Option<Duration>,
    /// Tells the day whenever it is asked.
    pub today: T,
}

/// What a watch has to tell.
#[derive(Debug)]
pub enum Told<'t> {
    /// There was a run.
    Run(&'t Cause, &'t Built),
    /// The configuration can't be used; nothing is done until it is mended.
    Unusable(&'t Diagnostic),
    /// What somebody wrote into files that had just been replaced was saved under these names.
    Kept(&'t [String]),
    /// The folder is gone; it is waited for.
    Gone,
    /// It is there again.
    Back,
    /// The system can't tell of everything, so all is looked at this often.
    Polls(&'t str, Duration),
}

/// Why there was a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The watch began, on this folder or on the one that came back.
    Start,
    /// The day is another.
    Day,
    /// These paths changed.
    Paths(BTreeSet<String>),
    /// Something could not be written before.
    Again,
}

/// Why a watch didn't begin.
#[derive(Debug)]
pub enum Refusal {
    /// Another one watches this journal.
    Running,
    /// The configuration can't be used.
    Unusable(Box<Diagnostic>),
    /// The folder can't be used.
    Folder(io::Error),
}

/// Where a watch hears of what concerns it.
#[derive(Debug)]
pub struct Inbox {
    sender: Sender<Message>,
    messages: Receiver<Message>,
    stop: Arc<AtomicBool>,
}

/// Reaches a watch from elsewhere.
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

    /// What reaches it.
    pub fn remote(&self) -> Remote {
        Remote { sender: self.sender.clone(), stop: self.stop.clone() }
    }
}

impl Remote {
    /// Ends the watch, before its next change to the disk.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
        let _ = self.sender.send(Message::Stop);
    }

    /// Has it look at the clock and at the root now.
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
            // It went again before it could be watched.
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

/// Keeps up with a folder as long as it is there. `before` is the one that was there before.
fn keep<T: Fn() -> NaiveDate>(
    folder: &Path,
    options: &Options<T>,
    inbox: &Inbox,
    tell: &mut dyn FnMut(Told<'_>),
    before: Option<Identity>,
) -> Result<(End, Identity), Refusal> {
    let root = folder.canonicalize().map_err(Refusal::Folder)?;
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
        // Whoever brought the folder back may not be done.
        round.come_to_rest();
    }
    round.run(&Cause::Start);
    Ok((round.keep_up(), identity))
}

/// Waits until there is a folder again, or for the end. Where a file system was mounted, its mount point alone is none.
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
