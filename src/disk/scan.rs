//! Reads the folder: notes, drafts, the agenda, templates. Links are not followed, sizes are bounded, nothing blocks.

use std::fs::{self, FileType};
use std::io;
use std::path::{MAIN_SEPARATOR, Path};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts::{self, Override};
use crate::journal::{AGENDA, Content, Entry, Found, Journal, Look, Seen, Stamp, TEMPORARY, read};
use crate::rules::config::{self, Config};
use crate::text::{is_hidden, nearest, one_line};

use crate::disk::file::{self, SIZE_LIMIT_MIB, Unread, io_reason, starts_like_a_note};

/// Reads `journal.toml`.
///
/// # Errors
///
/// The problem that makes it unusable.
pub fn config(root: &Path) -> Result<Config, Diagnostic> {
    match file::read(root, config::FILE_NAME, &mut Vec::new(), SystemTime::UNIX_EPOCH) {
        Ok(Some((text, _))) => Config::parse(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Ok(None) => Err(Diagnostic::of_file(
            config::FILE_NAME,
            Problem::TooLarge { limit_mib: SIZE_LIMIT_MIB },
        )),
        Err(Unread::Missing) => Ok(Config::default()),
        Err(Unread::Because(problem)) => Err(Diagnostic::of_file(config::FILE_NAME, problem)),
    }
}

/// Reads everything below a folder of the journal, except what the configuration ignores and known files that haven't
/// changed. The root's name is empty. `enter` is called with each folder before it is read. Returns `None` once `stop`
/// is set.
pub fn folder(
    root: &Path,
    folder: &str,
    config: &Config,
    known: &Journal,
    mut enter: impl FnMut(&Path),
    stop: &AtomicBool,
) -> Option<Look> {
    let mut look = Look::default();
    let is_stopped = || stop.load(Ordering::Relaxed);
    let paths = list(root, folder, config, &mut look, &mut |path| {
        enter(path);
        !is_stopped()
    });
    let now = SystemTime::now();
    let documents: Vec<Option<Seen>> = paths
        .par_iter()
        .map_init(Vec::new, |buffer, path| {
            if is_stopped() { None } else { document(root, path, known, now, buffer) }
        })
        .collect();
    if is_stopped() {
        return None;
    }
    let read = paths.into_iter().zip(documents);
    look.found.extend(read.filter_map(|(path, seen)| Some((path, seen?))));
    // An unreadable folder whose name ends in `.md` appears twice; the first entry has the problem.
    look.found.sort_by(|(a, _), (b, _)| a.cmp(b));
    look.found.dedup_by(|(later, _), (first, _)| later == first);
    look.leftovers.sort_unstable();
    Some(look)
}

/// Takes in the content of one path, and of everything below it.
pub fn path(
    root: &Path,
    path: &Path,
    config: &Config,
    journal: &mut Journal,
    enter: impl FnMut(&Path),
    stop: &AtomicBool,
) {
    let Some(name) = path.to_str().map(|path| path.replace(MAIN_SEPARATOR, "/")) else {
        // The name isn't UTF-8: its problem is found with its folder's other entries.
        let parent = path.parent().unwrap_or(Path::new(""));
        if parent != Path::new("") {
            return self::path(root, parent, config, journal, enter, stop);
        }
        if let Some(look) = folder(root, "", config, journal, enter, stop) {
            journal.put_folder("", look);
        }
        return;
    };
    // A path that can't be reached through plain folders isn't in the journal, and nor is anything else past the gap.
    let is_gap = |folder: &&Path| {
        !fs::symlink_metadata(root.join(folder)).is_ok_and(|metadata| {
            metadata.is_dir()
                && matches!(class(folder, metadata.file_type(), config), Class::Folder)
        })
    };
    let folders = path.ancestors().skip(1).filter(|folder| *folder != Path::new(""));
    if let Some(gap) = folders.filter(is_gap).last() {
        return journal.remove(&gap.to_string_lossy().replace(MAIN_SEPARATOR, "/"));
    }
    let Ok(metadata) = fs::symlink_metadata(root.join(path)) else { return journal.remove(&name) };
    let below = match metadata.is_dir() {
        true if matches!(class(path, metadata.file_type(), config), Class::Folder) => {
            folder(root, &name, config, journal, enter, stop)
        }
        _ => Some(Look::default()),
    };
    let Some(mut below) = below else { return };
    let entry = match class(path, metadata.file_type(), config) {
        Class::File(path) => {
            match document(root, &path, &Journal::default(), SystemTime::now(), &mut Vec::new()) {
                Some(Seen::New(entry)) => Some(entry),
                _ => None,
            }
        }
        Class::Entry(_, entry) => Some(entry),
        Class::Folder if name.ends_with(".md") => {
            Some(Entry::unread(Content::Obstacle("a folder"), None))
        }
        Class::Folder | Class::Leftover(_) | Class::PassedOver => None,
    };
    // A folder that can't be read is in the look itself.
    let is_told = below.found.iter().any(|(path, _)| *path == name);
    match entry {
        None if is_told => {}
        entry => {
            below.found.retain(|(path, _)| *path != name);
            journal.put(&name, entry);
        }
    }
    journal.put_folder(&name, below);
}

/// The kind of a directory entry, going by its name and type.
enum Class {
    /// A folder to walk.
    Folder,
    /// A Markdown file to read.
    File(String),
    /// Something to report without reading it.
    Entry(String, Entry),
    /// One of our temporary files.
    Leftover(String),
    /// Hidden, ignored, or not Markdown.
    PassedOver,
}

fn class(path: &Path, kind: FileType, config: &Config) -> Class {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let relative = relative(path);
    if let Some(path) = &relative
        && name.starts_with(TEMPORARY.as_bytes())
        && kind.is_file()
    {
        return Class::Leftover(path.clone());
    }
    if name.starts_with(b".") || relative.as_ref().is_some_and(|path| config.ignore.matches(path)) {
        return Class::PassedOver;
    }
    let Some(relative) = relative else {
        if !kind.is_dir() && path.extension().is_none_or(|extension| extension != "md") {
            return Class::PassedOver;
        }
        let path = path.to_string_lossy().into_owned();
        let problem = Diagnostic::of_file(&path, Problem::UnusableName);
        return Class::Entry(path, Entry::unread(Content::Other, Some(problem)));
    };
    if kind.is_dir() {
        return Class::Folder;
    }
    let name = relative.rsplit('/').next().unwrap_or(&relative);
    if !name.ends_with(".md") {
        return Class::PassedOver;
    }
    if let Some(what) = obstacle(kind) {
        return Class::Entry(relative, Entry::unread(Content::Obstacle(what), None));
    }
    if is_conflict_copy(name) {
        let problem = Diagnostic::of_file(&relative, Problem::ConflictCopy);
        return Class::Entry(relative, Entry::unread(Content::Other, Some(problem)));
    }
    Class::File(relative)
}

/// Lists the files to read below a folder; everything else goes to `look`.
fn list(
    root: &Path,
    folder: &str,
    config: &Config,
    look: &mut Look,
    enter: &mut impl FnMut(&Path) -> bool,
) -> Vec<String> {
    let start = root.join(folder);
    enter(&start);
    let mut paths = Vec::new();
    let walk = WalkDir::new(&start).follow_root_links(folder.is_empty());
    let mut walk = walk.min_depth(1).into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                // Removed while it was being looked at.
                if error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound) {
                    continue;
                }
                let path = error.path().and_then(|path| path.strip_prefix(root).ok());
                let path = path.filter(|path| *path != Path::new("")).unwrap_or(Path::new("."));
                let path = path.display().to_string();
                let reason = error.io_error().map_or_else(|| error.to_string(), io_reason);
                let problem = Diagnostic::of_file(&path, Problem::UnreadableFile { reason });
                let entry = Entry::unread(Content::Other, Some(problem));
                look.found.push((path, Seen::New(entry)));
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        let Ok(path) = entry.path().strip_prefix(root) else { continue };
        match class(path, entry.file_type(), config) {
            Class::Folder => {
                if !enter(entry.path()) {
                    break;
                }
                if let Some(path) = path.to_str().filter(|path| path.ends_with(".md")) {
                    let entry = Entry::unread(Content::Obstacle("a folder"), None);
                    look.found.push((path.to_owned(), Seen::New(entry)));
                }
                continue;
            }
            Class::File(path) => paths.push(path),
            Class::Entry(path, entry) => look.found.push((path, Seen::New(entry))),
            Class::Leftover(path) => look.leftovers.push(path),
            Class::PassedOver => {}
        }
        if is_folder {
            walk.skip_current_dir();
        }
    }
    paths
}

/// A path from the root, with `/`; `None` if a name in it couldn't be written in an agenda.
fn relative(path: &Path) -> Option<String> {
    let mut relative = String::new();
    for part in path.components() {
        let part = part.as_os_str().to_str()?;
        if part.contains(is_hidden) || part.contains(['\u{2028}', '\u{2029}']) {
            return None;
        }
        if !relative.is_empty() {
            relative.push('/');
        }
        relative.push_str(part);
    }
    Some(relative)
}

fn obstacle(kind: FileType) -> Option<&'static str> {
    if kind.is_file() {
        None
    } else if kind.is_symlink() {
        Some("a link")
    } else {
        Some("a special file")
    }
}

/// Returns true for a name that sync programs, or this one, give to the second copy of a file.
fn is_conflict_copy(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_dropbox = name.find('(').is_some_and(|at| name[at..].contains("conflicted copy"));
    is_dropbox
        || name.contains(".sync-conflict-")
        || name.contains("(case conflict")
        || is_kept(&name)
}

/// Returns true for a note that was kept beside another version of itself.
fn is_kept(name: &str) -> bool {
    let number = name.strip_suffix(".md").and_then(|stem| stem.rsplit_once(".kept-"));
    number.is_some_and(|(stem, number)| {
        !stem.ends_with(".draft") && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// One file's entry; `None` if it was removed since it was listed.
fn document(
    root: &Path,
    path: &str,
    known: &Journal,
    now: SystemTime,
    buffer: &mut Vec<u8>,
) -> Option<Seen> {
    if let Some(stamp) = known.get(path).and_then(|entry| entry.stamp)
        && let Ok(metadata) = fs::symlink_metadata(root.join(path))
        && Stamp::of(&metadata, now) == Some(stamp)
    {
        return Some(Seen::Same);
    }
    let is_agenda = path == AGENDA;
    let is_draft = path.ends_with(drafts::SUFFIX);
    let is_note = || is_agenda || is_draft || starts_like_a_note(root, path);
    let problem = |problem| Some(Diagnostic::of_file(path, problem));
    let (content, problem) = match file::read(root, path, buffer, now) {
        Ok(Some((text, stamp))) => {
            return Some(Seen::New(read::entry(path, text, stamp)));
        }
        // Removed since it was listed.
        Err(Unread::Missing) => return None,
        Ok(None) if !is_note() => (Content::Other, None),
        Err(Unread::Because(Problem::NotUtf8 { .. })) if !is_note() => (Content::Other, None),
        Ok(None) => {
            let problem = problem(Problem::TooLarge { limit_mib: SIZE_LIMIT_MIB });
            let is_output = is_agenda || is_draft;
            let large = Content::Obstacle("a very large file");
            (if is_output { large } else { Content::Unusable }, problem)
        }
        Err(Unread::Because(because)) => {
            let is_text = matches!(because, Problem::NotUtf8 { .. });
            let content = match (is_draft, is_agenda) {
                // Saved in another encoding, so it is the user's, whatever it says.
                (true, _) if is_text => Content::Draft(Found::new(String::new())),
                (false, false) => Content::Unusable,
                _ => Content::Obstacle("a file that can't be read"),
            };
            (content, problem(because))
        }
    };
    Some(Seen::New(Entry::unread(content, problem)))
}

/// A file's text as it is now.
pub fn text(root: &Path, path: &str) -> Option<String> {
    let read = file::read(root, path, &mut Vec::new(), SystemTime::UNIX_EPOCH).ok()??.0.to_owned();
    Some(read)
}

/// Problems of templates whose names fit no kind of message.
fn unknown_templates(root: &Path) -> Vec<Diagnostic> {
    let listed = fs::read_dir(root.join(drafts::TEMPLATES)).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        listed.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort_unstable();
    let unknown = names.into_iter().filter_map(|name| {
        let kind = name.strip_suffix(".md.j2").filter(|kind| !kind.starts_with('.'))?;
        let near = nearest(kind, drafts::kinds());
        let problem = Problem::UnknownTemplate { kind: one_line(kind), near };
        let path = format!("{}/{name}", drafts::TEMPLATES);
        (!drafts::kinds().any(|known| known == kind)).then(|| Diagnostic::of_file(&path, problem))
    });
    unknown.collect()
}

/// Reads the journal's own templates.
pub fn templates(root: &Path, journal: &mut Journal) {
    let (mut templates, mut problems) = (Vec::new(), Vec::new());
    for (kind, path) in drafts::own_paths() {
        match file::read(root, &path, &mut Vec::new(), SystemTime::UNIX_EPOCH) {
            Ok(Some((text, _))) => {
                let text = text.to_owned();
                templates.push(Override { kind, path, text });
            }
            Ok(None) => {
                let problem = Problem::TooLarge { limit_mib: SIZE_LIMIT_MIB };
                problems.push(Diagnostic::of_file(&path, problem));
            }
            Err(Unread::Missing) => {}
            Err(Unread::Because(problem)) => problems.push(Diagnostic::of_file(&path, problem)),
        }
    }
    problems.extend(unknown_templates(root));
    journal.put_templates(templates, problems);
}
