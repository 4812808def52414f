//! Reads the folder: notes, drafts, the agenda, templates. Links are not followed, sizes are bounded, nothing blocks.

use std::ffi::OsStr;
use std::path::{MAIN_SEPARATOR, Path};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;
use std::{io, mem};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts::{self, Override};
use crate::journal::copies;
use crate::journal::{AGENDA, Content, Entry, Found, Journal, LINK, Look, Seen, TEMPORARY, read};
use crate::rules::config::{self, Config};
use crate::text::{is_hidden, nearest, one_line};

use crate::disk::file::{self, Unread, io_reason};
use crate::disk::folder::{Facts, FileKind, Folder, is_absence, join, split};
use crate::disk::progress::{Phase, Progress};

/// This many files of a folder are read one after the other, through one descriptor of the folder.
const CHUNK: usize = 16;

/// At most this many of those are one thread's for sure: the last to be read would keep the others waiting.
const AT_ONCE: usize = 4;

/// Reads `journal.toml`.
///
/// # Errors
///
/// The problem that makes it unusable.
pub fn config(root: &Folder) -> Result<Config, Diagnostic> {
    match file::read_below(root, config::FILE_NAME, file::LIMIT_MIB) {
        Ok(text) => Config::parse(text.strip_prefix('\u{feff}').unwrap_or(&text)),
        Err(Unread::Missing) => Ok(Config::default()),
        Err(Unread::Because { problem, .. }) => {
            Err(Diagnostic::of_file(config::FILE_NAME, problem))
        }
        Err(Unread::NotLookedAt(error)) => Err(not_looked_at(config::FILE_NAME, &error)),
    }
}

/// The problem of a file or folder that could not be looked at.
pub fn not_looked_at(path: &str, error: &io::Error) -> Diagnostic {
    let problem = Problem::NotLookedAt { reason: io_reason(error), is_refused: is_refused(error) };
    Diagnostic::of_file(if path.is_empty() { "." } else { path }, problem)
}

/// The problem of a path whose kind isn't told. Where that is a matter of rights, they are those of its folder.
fn not_reached(path: &str, error: &io::Error) -> Diagnostic {
    not_looked_at(if is_refused(error) { split(path).0 } else { path }, error)
}

/// Returns true for an error that is a matter of rights.
fn is_refused(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::PermissionDenied
}

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
                Ok(Some(Seen::New(entry))) => Some(entry),
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

/// The class of a path from the root.
fn class_at(path: &str, kind: FileKind, config: &Config) -> Class {
    let (above, name) = split(path);
    class(above, OsStr::new(name), kind, config)
}

fn class(above: &str, name: &OsStr, kind: FileKind, config: &Config) -> Class {
    let relative = name.to_str().filter(|name| is_writable(name)).map(|name| join(above, name));
    let bytes = name.as_encoded_bytes();
    if let Some(path) = &relative
        && bytes.starts_with(TEMPORARY.as_bytes())
        && kind == FileKind::File
    {
        return Class::Leftover(path.clone());
    }
    if bytes.starts_with(b".") || relative.as_ref().is_some_and(|path| config.ignore.matches(path))
    {
        return Class::PassedOver;
    }
    let Some(relative) = relative else {
        let is_markdown = Path::new(name).extension().is_some_and(|extension| extension == "md");
        if kind != FileKind::Folder && !is_markdown {
            return Class::PassedOver;
        }
        let path = join(above, &name.to_string_lossy());
        let problem = Diagnostic::of_file(&path, Problem::UnusableName);
        return Class::Entry(path, Entry::unread(Content::Other, Some(problem)));
    };
    if kind == FileKind::Folder {
        return Class::Folder;
    }
    if !is_read(&relative, config) {
        return Class::PassedOver;
    }
    if let Some(what) = obstacle(kind) {
        return Class::Entry(relative, Entry::unread(Content::Obstacle(what), None));
    }
    if is_conflict_copy(split(&relative).1) || copies::is_of_generated(&relative) {
        let original = copies::original(&relative);
        let problem = Diagnostic::of_file(&relative, Problem::ConflictCopy { original });
        return Class::Entry(relative, Entry::unread(Content::Other, Some(problem)));
    }
    Class::File(relative)
}

/// Returns true for the path of a file that is read: a Markdown file, or the page or the calendar.
fn is_read(path: &str, config: &Config) -> bool {
    path.ends_with(".md") || config.overviews().any(|name| name == path)
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
                    look.found.push((path.clone(), Seen::New(entry)));
                }
                folders.push(path);
            }
            Class::File(_) => names.extend(name.into_string().ok()),
            Class::Entry(path, entry) => look.found.push((path, Seen::New(entry))),
            Class::Leftover(path) => look.leftovers.push(path),
            Class::PassedOver => {}
        }
    }
    // What is found comes in order, or nearly so, if its names do.
    names.sort_unstable();
    Listed { names, folders, look }
}

/// Returns true for a name that can be written in an agenda.
fn is_writable(name: &str) -> bool {
    let is_plain = name.bytes().all(|b| matches!(b, b' '..=b'~'));
    is_plain || !name.contains(|c| is_hidden(c) || matches!(c, '\u{2028}' | '\u{2029}'))
}

fn obstacle(kind: FileKind) -> Option<&'static str> {
    match kind {
        FileKind::File | FileKind::Folder => None,
        FileKind::Link => Some(LINK),
        FileKind::Special => Some("a special file"),
    }
}

/// Returns true for a name that sync programs, or this one, give to the second copy of a file.
fn is_conflict_copy(name: &str) -> bool {
    // Hardly any name has one of these signs.
    if !name.strip_suffix(".md").unwrap_or(name).contains(['(', '.']) {
        return false;
    }
    let name = name.to_lowercase();
    let is_dropbox = name.find('(').is_some_and(|at| name[at..].contains("conflicted copy"));
    is_dropbox
        || name.contains(".sync-conflict-")
        || name.contains("(case conflict")
        || is_kept(&name)
}

/// Returns true for a note that was kept beside another version of itself.
fn is_kept(name: &str) -> bool {
    let number = name.strip_suffix(".md").and_then(|stem| stem.rsplit_once('-'));
    number.is_some_and(|(before, number)| {
        before.strip_suffix(".kept").is_some_and(|stem| !stem.ends_with(".draft"))
            && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// One file's entry; `None` if it was removed since it was listed.
///
/// # Errors
///
/// The problem of a file that could not be looked at, or of a note that is too large for it.
fn document(
    folder: &Folder,
    name: &str,
    path: &str,
    config: &Config,
    known: &Journal,
    now: SystemTime,
    buffer: &mut Vec<u8>,
) -> Result<Option<Seen>, Box<Diagnostic>> {
    if let Some(stamp) = known.get(path).and_then(|entry| entry.stamp)
        && let Ok(facts) = folder.facts(name)
        && facts.stamp(now) == Some(stamp)
    {
        return Ok(Some(Seen::Same));
    }
    let (is_draft, is_overview) = (drafts::is_draft(path), is_overview(path));
    let (problem, is_like_a_note) = match file::read(folder, name, limit_mib(path), buffer, now) {
        Ok((text, stamp)) => {
            return Ok(Some(Seen::New(read::entry(path, text, stamp, &config.mapping))));
        }
        // Removed since it was listed.
        Err(Unread::Missing) => return Ok(None),
        // One of ours that may not be read is only in its own way. Anything else may be a note, with its deadlines.
        Err(Unread::NotLookedAt(error)) if (is_draft || is_overview) && is_refused(&error) => {
            (Problem::UnreadableFile { reason: io_reason(&error) }, false)
        }
        Err(Unread::NotLookedAt(error)) => return Err(Box::new(not_looked_at(path, &error))),
        Err(Unread::Because { problem, is_like_a_note }) => (problem, is_like_a_note),
    };
    // Its deadlines must not be lost with what makes it so large.
    if matches!(problem, Problem::TooLarge { .. }) && is_like_a_note && !is_draft && !is_overview {
        let start = read::entry(path, &file::guessed(buffer), None, &config.mapping);
        return match start.content {
            Content::Notes(_) | Content::Unusable => {
                Err(Box::new(Diagnostic::of_file(path, problem)))
            }
            _ => Ok(Some(Seen::New(Entry::unread(Content::Other, None)))),
        };
    }
    if matches!(problem, Problem::NotUtf8 { .. }) && is_like_a_note && !is_draft && !is_overview {
        let entry = read::entry(path, &file::guessed(buffer), None, &config.mapping);
        // Its days count all the same, if nothing else is wrong with it.
        if matches!(entry.content, Content::Notes(_)) && entry.problems.is_empty() {
            let problems = vec![Arc::new(Diagnostic::of_file(path, problem))];
            return Ok(Some(Seen::New(Entry { problems, ..entry })));
        }
    }
    let content = match (&problem, is_draft, is_overview) {
        // Saved in another encoding, so it is the user's, whatever it says.
        (Problem::NotUtf8 { .. }, true, _) => Content::Draft(Found::new(String::new())),
        (Problem::TooLarge { .. }, ..) if is_draft || is_overview => {
            Content::Obstacle("a very large file")
        }
        (_, false, false) if is_like_a_note => Content::Unusable,
        (_, false, false) => return Ok(Some(Seen::New(Entry::unread(Content::Other, None)))),
        _ => Content::Obstacle("a file that can't be read"),
    };
    let problem = Diagnostic::of_file(path, problem);
    Ok(Some(Seen::New(Entry::unread(content, Some(problem)))))
}

/// The largest file that is read at a path, in MiB. Whatever this program writes it reads again.
fn limit_mib(path: &str) -> u64 {
    let is_generated = drafts::is_draft(path) || is_overview(path);
    if is_generated { file::GENERATED_LIMIT_MIB } else { file::LIMIT_MIB }
}

/// Returns true for the path of the agenda, the page or the calendar.
fn is_overview(path: &str) -> bool {
    path == AGENDA || !path.ends_with(".md")
}

/// Returns true for a file with nothing in it.
pub fn is_empty(root: &Folder, path: &str) -> bool {
    facts(root, path).is_ok_and(|facts| facts.kind == FileKind::File && facts.length == 0)
}

/// A file's text as it is now.
pub fn text(root: &Folder, path: &str) -> Option<String> {
    file::read_below(root, path, limit_mib(path)).ok()
}

/// Reads the journal's own templates.
pub fn templates(root: &Folder, journal: &mut Journal) {
    let (mut templates, mut problems, mut holes) = (Vec::new(), Vec::new(), Vec::new());
    match root.folder(drafts::TEMPLATES).and_then(|folder| Ok((folder.list()?, folder))) {
        Ok((entries, folder)) => {
            for (kind, path) in drafts::own_paths() {
                let name = split(&path).1;
                let now = SystemTime::UNIX_EPOCH;
                match file::read(&folder, name, file::LIMIT_MIB, &mut Vec::new(), now) {
                    Ok((text, _)) => {
                        let text = text.to_owned();
                        templates.push(Override { kind, path, text });
                    }
                    Err(Unread::Missing) => {}
                    Err(Unread::Because { problem, .. }) => {
                        problems.push(Diagnostic::of_file(&path, problem));
                    }
                    Err(Unread::NotLookedAt(error)) => holes.push(not_looked_at(&path, &error)),
                }
            }
            let names = entries.into_iter().filter_map(|(name, _)| name.into_string().ok());
            problems.extend(unknown_templates(names.collect()));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) if is_absence(&error) => {
            let problem = Problem::UnreadableFile { reason: "it is no plain folder".into() };
            problems.push(Diagnostic::of_file(drafts::TEMPLATES, problem));
        }
        Err(error) => holes.push(not_looked_at(drafts::TEMPLATES, &error)),
    }
    journal.put_templates(templates, problems, holes);
}

/// Problems of templates whose names fit no kind of message.
fn unknown_templates(mut names: Vec<String>) -> Vec<Diagnostic> {
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
