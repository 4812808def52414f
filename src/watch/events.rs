//! What the system tells of the folder, in the few words that matter here.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RenameMode};
use notify::{
    Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, WatcherKind,
};

use crate::watch::settle::Sign;

/// What wakes a watch.
#[derive(Debug)]
pub enum Message {
    /// Something happened to a path, relative to the root.
    Heard { path: PathBuf, sign: Sign, rename: Option<usize> },
    /// Something may have happened anywhere: the system lost count.
    Lost,
    /// The root was removed or renamed.
    RootGone,
    /// The clock may have changed.
    Wake,
    /// It is to end.
    Stop,
}

/// Watches folders, and tells of them in [`Message`]s.
#[derive(Debug)]
pub struct Events {
    /// None where the system has none to give, for which there is a reason.
    watcher: Result<RecommendedWatcher, String>,
    /// Why folders of the last look are not watched.
    missed: Option<String>,
}

impl Events {
    /// Gets ready to watch; which folders, it is told by [`Events::enter`].
    pub fn new(root: &Path, messages: Sender<Message>) -> Events {
        let translate = Translate { root: root.to_owned() };
        let heard = move |event: notify::Result<Event>| {
            for message in translate.messages(event) {
                // Nobody listens any more: the watch is ending.
                let _ = messages.send(message);
            }
        };
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(heard, config).map_err(|error| why(&error));
        Events { watcher, missed: None }
    }

    /// Begins to watch anew: what the last look missed may be there for this one.
    pub fn begin(&mut self, root: &Path) {
        self.missed = None;
        if !by_folder() {
            self.watch(root, RecursiveMode::Recursive);
        }
    }

    /// Watches a folder, but not those in it: they are entered one by one, so that none that is passed over takes up one
    /// of the system's watches. Where the system watches whole trees there is nothing left to do.
    pub fn enter(&mut self, folder: &Path) {
        if by_folder() {
            self.watch(folder, RecursiveMode::NonRecursive);
        }
    }

    /// Why not everything is heard of, where that is so.
    pub fn why_blind(&self) -> Option<&str> {
        self.watcher.as_ref().err().or(self.missed.as_ref()).map(String::as_str)
    }

    fn watch(&mut self, folder: &Path, mode: RecursiveMode) {
        let Ok(watcher) = &mut self.watcher else { return };
        match watcher.watch(folder, mode) {
            Ok(()) => {}
            Err(error) => match &error.kind {
                // It is gone again; or it can't be read, which is told of in its own right.
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

/// Whether the system tells when a file that was written is closed.
pub fn hears_closing() -> bool {
    RecommendedWatcher::kind() == WatcherKind::Inotify
}

fn by_folder() -> bool {
    matches!(RecommendedWatcher::kind(), WatcherKind::Inotify | WatcherKind::Kqueue)
}

/// What went wrong, and what helps.
fn why(error: &notify::Error) -> String {
    match &error.kind {
        ErrorKind::MaxFilesWatch => {
            "the system's limit of watched folders is reached; `sysctl fs.inotify.max_user_watches=524288` raises it"
                .to_owned()
        }
        // Too many open files: of the system's watchers, or of this process.
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
            // Its two ends were told of before.
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

/// Whether a path is hidden, or lies in a hidden folder: nothing there concerns the journal.
fn is_hidden(path: &Path) -> bool {
    path.iter().any(|name| name.as_encoded_bytes().starts_with(b"."))
}
