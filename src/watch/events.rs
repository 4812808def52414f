//! The system's events for the folder, reduced to the few that matter here.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RenameMode};
use notify::{
    Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, WatcherKind,
};

use crate::watch::settle::Sign;

/// A message that wakes a watch.
#[derive(Debug)]
pub enum Message {
    /// Something happened to a path, relative to the root.
    Heard { path: PathBuf, sign: Sign, rename: Option<usize> },
    /// Something may have happened anywhere: the system lost events.
    Lost,
    /// The root was removed or renamed.
    RootGone,
    /// The clock may have changed.
    Wake,
    /// The watch has to end.
    Stop,
}

/// Watches folders, and sends a [`Message`] for each event.
#[derive(Debug)]
pub struct Events {
    /// The system's watcher, or the reason why there is none.
    watcher: Result<RecommendedWatcher, String>,
    /// The reason why a folder of the last look isn't watched.
    missed: Option<String>,
}

impl Events {
    /// Starts to listen; [`Events::enter`] adds the folders to watch.
    pub fn new(root: &Path, messages: Sender<Message>) -> Events {
        let translate = Translate { root: root.to_owned() };
        let heard = move |event: notify::Result<Event>| {
            for message in translate.messages(event) {
                // The receiver is gone when the watch is ending.
                let _ = messages.send(message);
            }
        };
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(heard, config).map_err(|error| why(&error));
        Events { watcher, missed: None }
    }

    /// Prepares for another look, which may be able to watch what the last one couldn't.
    pub fn begin(&mut self, root: &Path) {
        self.missed = None;
        if !by_folder() {
            self.watch(root, RecursiveMode::Recursive);
        }
    }

    /// Watches a folder, but not the folders in it: those are entered one by one, so that a skipped one doesn't use up one
    /// of the system's watches. Does nothing where the system watches whole trees.
    pub fn enter(&mut self, folder: &Path) {
        if by_folder() {
            self.watch(folder, RecursiveMode::NonRecursive);
        }
    }

    /// The reason why some events don't arrive, if that is so.
    pub fn why_blind(&self) -> Option<&str> {
        self.watcher.as_ref().err().or(self.missed.as_ref()).map(String::as_str)
    }

    fn watch(&mut self, folder: &Path, mode: RecursiveMode) {
        let Ok(watcher) = &mut self.watcher else { return };
        match watcher.watch(folder, mode) {
            Ok(()) => {}
            Err(error) => match &error.kind {
                // It is gone again, or it can't be read, which is reported elsewhere.
                ErrorKind::PathNotFound => {}
                ErrorKind::Io(error)
                    if matches!(
                        error.kind(),
                        std::io::ErrorKind::NotFound
                            | std::io::ErrorKind::NotADirectory
                            | std::io::ErrorKind::PermissionDenied
                    ) => {}
                _ => self.missed = Some(why(&error)),
            },
        }
    }
}

/// Returns true if the system reports when a written file is closed.
pub fn hears_closing() -> bool {
    RecommendedWatcher::kind() == WatcherKind::Inotify
}

fn by_folder() -> bool {
    matches!(RecommendedWatcher::kind(), WatcherKind::Inotify | WatcherKind::Kqueue)
}

/// An error in words, with the remedy.
fn why(error: &notify::Error) -> String {
    match &error.kind {
        ErrorKind::MaxFilesWatch => {
            "the system's limit of watched folders is reached; `sysctl fs.inotify.max_user_watches=524288` raises it"
                .to_owned()
        }
        // Too many open files, in the system or in this process.
        ErrorKind::Io(error) if matches!(error.raw_os_error(), Some(23 | 24)) => {
            "the system has no watcher left; `sysctl fs.inotify.max_user_instances=1024` or `ulimit -n 1024` allows more".to_owned()
        }
        ErrorKind::Io(error) => format!("the system can't watch it: {error}"),
        _ => format!("the system can't watch it: {error}"),
    }
}

struct Translate {
    root: PathBuf,
}

impl Translate {
    fn messages(&self, event: notify::Result<Event>) -> Vec<Message> {
        let event = match event {
            Ok(event) if event.need_rescan() => return vec![Message::Lost],
            Ok(event) => event,
            Err(_) => return vec![Message::Lost],
        };
        let sign = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => Sign::Finished,
            EventKind::Access(_) => return Vec::new(),
            EventKind::Create(CreateKind::Folder) => Sign::Touched,
            EventKind::Create(_) | EventKind::Modify(ModifyKind::Data(_)) => Sign::Open,
            EventKind::Modify(ModifyKind::Name(RenameMode::To)) => Sign::Finished,
            EventKind::Modify(ModifyKind::Name(RenameMode::From)) | EventKind::Remove(_) => {
                Sign::Gone
            }
            // Its two ends have had events of their own.
            EventKind::Modify(ModifyKind::Name(RenameMode::Both)) if hears_closing() => {
                return Vec::new();
            }
            _ => Sign::Touched,
        };
        let rename = event.tracker();
        let relative = event.paths.iter().filter_map(|path| path.strip_prefix(&self.root).ok());
        let heard = relative.filter(|path| !is_hidden(path)).map(|path| {
            if path == Path::new("") && sign == Sign::Gone {
                return Message::RootGone;
            }
            Message::Heard { path: path.to_owned(), sign, rename }
        });
        heard.collect()
    }
}

/// Returns true for a path that is hidden or in a hidden folder: nothing there is part of the journal.
fn is_hidden(path: &Path) -> bool {
    path.iter().any(|name| name.as_encoded_bytes().starts_with(b"."))
}
