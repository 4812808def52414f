//! Reads the folder: notes, drafts, the agenda, templates. Links are not followed, sizes are bounded, nothing blocks.
//!
//! Here is the walk. Each entry has a `class` by its name and kind, a file to read becomes a `document`, and a place that
//! can't be looked at is a `hole`. The journal's own rules and templates are its `settings`.

mod class;
mod document;
mod hole;
mod settings;
mod texts;

use std::path::{MAIN_SEPARATOR, Path};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;
use std::{io, mem};

use rayon::prelude::*;

use crate::journal::{Content, Entry, Journal, Look, Seen};
use crate::rules::config::Config;

use crate::disk::folder::{Facts, FileKind, Folder, is_absence, join, split};
use crate::disk::progress::{Phase, Progress};

use class::{Class, class, class_at, is_read};
use document::document;
pub use document::text;
pub use hole::not_looked_at;
use hole::not_reached;
pub use settings::{config, templates};
pub use texts::LeftTexts;

/// This many files of a folder are read one after the other, through one descriptor of the folder.
const CHUNK: usize = 16;

/// At most this many of those are one thread's for sure: the last to be read would keep the others waiting.
const AT_ONCE: usize = 4;

/// Reads everything below a folder of the journal, except what the configuration ignores and known files that haven't
/// changed. The root's name is empty. `enter` is called with each folder before it is read. Returns `None` once `stop`
/// is set.
pub fn folder(
    root: &Folder,
    folder: &str,
    config: &Config,
    known: &Journal,
    mut enter: impl FnMut(&str),
    progress: &Progress,
    stop: &AtomicBool,
) -> Option<Look> {
    let mut look = Look::default();
    let is_stopped = || stop.load(Ordering::Relaxed);
    progress.begin(Phase::List, 0);
    let files = list(root, folder, config, &mut look, &mut |path| {
        enter(path);
        !is_stopped()
    });
    let now = SystemTime::now();
    progress.begin(Phase::Read, files.iter().map(|(_, names)| names.len()).sum());
    let chunks: Vec<(&str, &[String])> = files
        .iter()
        .flat_map(|(folder, names)| names.chunks(CHUNK).map(|names| (folder.as_str(), names)))
        .collect();
    let looks: Vec<Look> = chunks
        .par_iter()
        .with_max_len(AT_ONCE)
        .map_init(Vec::new, |buffer, (folder, names)| {
            let mut look = Look::default();
            match root.folder(folder) {
                Ok(open) => {
                    for name in names.iter().take_while(|_| !is_stopped()) {
                        let path = join(folder, name);
                        match document(&open, name, &path, config, known, now, buffer) {
                            Ok(seen) => look.found.extend(seen.map(|seen| (path, seen))),
                            Err(hole) => look.holes.push(*hole),
                        }
                    }
                }
                // Removed since it was listed.
                Err(error) if is_absence(&error) && !folder.is_empty() => {}
                Err(error) => look.holes.push(not_looked_at(folder, &error)),
            }
            progress.advance(names.len());
            look
        })
        .collect();
    if is_stopped() {
        return None;
    }
    look.found.reserve(looks.iter().map(|part| part.found.len()).sum());
    for part in looks {
        look.found.extend(part.found);
        look.holes.extend(part.holes);
    }
    look.found.par_sort_by(|(a, _), (b, _)| a.cmp(b));
    look.holes.sort_by(|a, b| a.path.cmp(&b.path));
    look.holes.dedup_by(|later, first| later.path == first.path);
    look.leftovers.sort_unstable();
    Some(look)
}

/// Takes in the content of one path, and of everything below it.
pub fn path(
    root: &Folder,
    path: &Path,
    config: &Config,
    journal: &mut Journal,
    enter: impl FnMut(&str),
    progress: &Progress,
    stop: &AtomicBool,
) {
    let Some(name) = path.to_str().map(|path| path.replace(MAIN_SEPARATOR, "/")) else {
        // The name isn't UTF-8: its problem is found with its folder's other entries.
        let parent = path.parent().unwrap_or(Path::new(""));
        if parent != Path::new("") {
            return self::path(root, parent, config, journal, enter, progress, stop);
        }
        if let Some(look) = folder(root, "", config, journal, enter, progress, stop) {
            journal.put_folder("", look);
        }
        return;
    };
    // A path that can't be reached through plain folders isn't in the journal, and nor is anything else past the gap.
    for (end, _) in name.match_indices('/') {
        let above = &name[..end];
        match facts(root, above) {
            Ok(facts)
                if facts.kind == FileKind::Folder
                    && matches!(class_at(above, facts.kind, config), Class::Folder) => {}
            Err(error) if !is_absence(&error) => {
                return journal.put_hole(not_reached(above, &error));
            }
            _ => return journal.remove(above),
        }
    }
    let kind = match facts(root, &name) {
        Ok(facts) => facts.kind,
        Err(error) if is_absence(&error) => return journal.remove(&name),
        Err(error) => return journal.put_hole(not_reached(&name, &error)),
    };
    let class = class_at(&name, kind, config);
    let below = match class {
        Class::Folder => folder(root, &name, config, journal, enter, progress, stop),
        _ => Some(Look::default()),
    };
    let Some(below) = below else { return };
    let entry = match class {
        Class::File(path) => {
            let (above, file) = split(&path);
            let known = Journal::default();
            let now = SystemTime::now();
            let document = match root.folder(above) {
                Ok(folder) => document(&folder, file, &path, config, &known, now, &mut Vec::new()),
                Err(error) if is_absence(&error) => Ok(None),
                Err(error) => Err(Box::new(not_looked_at(&path, &error))),
            };
            match document {
                Ok(Some(Seen::New(entry))) => Some(*entry),
                Ok(_) => None,
                Err(hole) => return journal.put_hole(*hole),
            }
        }
        Class::Entry(_, entry) => Some(entry),
        Class::Folder if is_read(&name, config) => {
            Some(Entry::unread(Content::Obstacle("a folder"), None))
        }
        Class::Folder | Class::Leftover(_) | Class::PassedOver => None,
    };
    journal.put(&name, entry);
    journal.put_folder(&name, below);
}

/// The facts of a file below the root, or of a folder; of a link, its own.
pub fn facts(root: &Folder, path: &str) -> io::Result<Facts> {
    let (above, name) = split(path);
    root.folder(above)?.facts(name)
}

/// Returns true for a file with nothing in it.
pub fn is_empty(root: &Folder, path: &str) -> bool {
    facts(root, path).is_ok_and(|facts| facts.kind == FileKind::File && facts.length == 0)
}

/// Lists the files to read below a folder, by their folders; everything else goes to `look`.
fn list(
    root: &Folder,
    folder: &str,
    config: &Config,
    look: &mut Look,
    enter: &mut impl FnMut(&str) -> bool,
) -> Vec<(String, Vec<String>)> {
    let mut files = Vec::new();
    // All folders of one depth are listed side by side.
    let mut level = vec![folder.to_owned()];
    while !level.is_empty() && level.iter().all(|folder| enter(folder)) {
        let listed: Vec<Listed> =
            level.par_iter().map(|folder| listed(root, folder, config)).collect();
        for (folder, Listed { names, folders, look: seen }) in
            mem::take(&mut level).into_iter().zip(listed)
        {
            look.found.extend(seen.found);
            look.leftovers.extend(seen.leftovers);
            look.holes.extend(seen.holes);
            level.extend(folders);
            if !names.is_empty() {
                files.push((folder, names));
            }
        }
    }
    files
}

/// The entries of one folder.
#[derive(Debug, Default)]
struct Listed {
    /// The files to read.
    names: Vec<String>,
    /// The paths of the folders to walk.
    folders: Vec<String>,
    /// Everything else.
    look: Look,
}

/// Lists one folder.
fn listed(root: &Folder, folder: &str, config: &Config) -> Listed {
    let Listed { mut names, mut folders, mut look } = Listed::default();
    let entries = match root.folder(folder).and_then(|folder| folder.list()) {
        Ok(entries) => entries,
        // Removed while it was being looked at.
        Err(error) if is_absence(&error) && !folder.is_empty() => Vec::new(),
        Err(error) => {
            look.holes.push(not_looked_at(folder, &error));
            Vec::new()
        }
    };
    for (name, kind) in entries {
        match class(folder, &name, kind, config) {
            Class::Folder => {
                let Some(name) = name.to_str() else { continue };
                let path = join(folder, name);
                if is_read(&path, config) {
                    let entry = Entry::unread(Content::Obstacle("a folder"), None);
                    look.found.push((path.clone(), entry.into()));
                }
                folders.push(path);
            }
            Class::File(_) => names.extend(name.into_string().ok()),
            Class::Entry(path, entry) => look.found.push((path, entry.into())),
            Class::Leftover(path) => look.leftovers.push(path),
            Class::PassedOver => {}
        }
    }
    // What is found comes in order, or nearly so, if its names do.
    names.sort_unstable();
    Listed { names, folders, look }
}
