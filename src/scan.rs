//! Reads the folder: notes, drafts, the agenda, templates. Links are not followed, sizes are bounded, nothing blocks.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Problem};
use crate::draft::{self, Override};
use crate::journal::{AGENDA, Journal, TEMPORARY};
use crate::note::{self, Note, Parsed};
use crate::text::is_hidden;

/// Longest file that is read, in MiB: a note is some thousand bytes.
const SIZE_LIMIT_MIB: u64 = 8;

/// Reads `journal.toml`. The error is the problem that makes it unusable.
pub fn config(root: &Path) -> Result<Config, Diagnostic> {
    match read(root, config::FILE_NAME, &mut Vec::new()) {
        Ok(Some(text)) => Config::parse(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Ok(None) => Err(Diagnostic::of_file(
            config::FILE_NAME,
            Problem::TooLarge { limit_mib: SIZE_LIMIT_MIB },
        )),
        Err(Unread::Missing) => Ok(Config::default()),
        Err(Unread::Because(problem)) => Err(Diagnostic::of_file(config::FILE_NAME, problem)),
    }
}

/// Reads everything below a root that the configuration doesn't ignore.
pub fn journal(root: &Path, config: &Config) -> Journal {
    let mut journal = Journal::default();
    let paths = list(root, config, &mut journal);
    let documents: Vec<(Document, Vec<Diagnostic>)> =
        paths.par_iter().map_init(Vec::new, |buffer, path| document(root, path, buffer)).collect();
    for (path, (document, problems)) in paths.into_iter().zip(documents) {
        journal.problems.extend(problems);
        match document {
            Document::Note(note) => journal.notes.push(*note),
            Document::Unusable => journal.unusable.push(path),
            Document::Draft(text) => {
                journal.drafts.insert(path, text);
            }
            Document::Agenda(text) => journal.agenda = Some(text),
            Document::Obstacle(what) => {
                journal.obstacles.insert(path, what);
            }
            Document::Other => {}
        }
    }
    templates(root, &mut journal);
    journal
}

enum Document {
    Note(Box<Note>),
    Unusable,
    Draft(String),
    Agenda(String),
    Obstacle(&'static str),
    Other,
}

/// The Markdown files, sorted; what else there is goes to `journal`.
fn list(root: &Path, config: &Config, journal: &mut Journal) -> Vec<String> {
    let mut paths = Vec::new();
    let mut walk = WalkDir::new(root).min_depth(1).into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().and_then(|path| path.strip_prefix(root).ok());
                let path = path.unwrap_or(Path::new(".")).display().to_string();
                let reason = error.io_error().map_or_else(|| error.to_string(), io_reason);
                journal
                    .problems
                    .push(Diagnostic::of_file(&path, Problem::UnreadableFile { reason }));
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let path = relative(root, &entry);
        if let Some(path) = &path
            && entry.file_name().as_encoded_bytes().starts_with(TEMPORARY.as_bytes())
            && entry.file_type().is_file()
        {
            journal.leftovers.push(path.clone());
            continue;
        }
        if is_hidden || path.as_ref().is_some_and(|path| config.ignore.matches(path)) {
            if is_folder {
                walk.skip_current_dir();
            }
            continue;
        }
        let Some(path) = path else {
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            if is_folder {
                walk.skip_current_dir();
            }
            if is_folder || path.extension().is_some_and(|extension| extension == "md") {
                let path = path.to_string_lossy();
                journal.problems.push(Diagnostic::of_file(&path, Problem::UnusableName));
            }
            continue;
        };
        let name = path.rsplit('/').next().unwrap_or(&path);
        if !name.ends_with(".md") {
            continue;
        }
        if let Some(what) = obstacle(&entry) {
            journal.passed_over.push((path.clone(), what));
            journal.obstacles.insert(path, what);
        } else if is_conflict_copy(name) {
            journal.problems.push(Diagnostic::of_file(&path, Problem::ConflictCopy));
        } else {
            paths.push(path);
        }
    }
    paths.sort_unstable();
    journal.leftovers.sort_unstable();
    paths
}

/// The path from the root with `/`, unless a name in it can't stand in an agenda.
fn relative(root: &Path, entry: &DirEntry) -> Option<String> {
    let path = entry.path().strip_prefix(root).ok()?;
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

fn obstacle(entry: &DirEntry) -> Option<&'static str> {
    let kind = entry.file_type();
    if kind.is_file() {
        None
    } else if kind.is_dir() {
        Some("a folder")
    } else if kind.is_symlink() {
        Some("a link")
    } else {
        Some("a special file")
    }
}

/// How sync programs name the second copy of a file.
fn is_conflict_copy(name: &str) -> bool {
    let name = name.to_lowercase();
    name.contains("conflicted copy")
        || name.contains(".sync-conflict-")
        || name.contains("(case conflict")
}

fn document(root: &Path, path: &str, buffer: &mut Vec<u8>) -> (Document, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let is_agenda = path == AGENDA;
    let is_draft = path.ends_with(draft::SUFFIX);
    let is_note = || is_agenda || is_draft || starts_like_a_note(root, path);
    let text = match read(root, path, buffer) {
        Ok(Some(text)) => text,
        // Removed since it was listed.
        Err(Unread::Missing) => return (Document::Other, problems),
        Ok(None) if !is_note() => return (Document::Other, problems),
        Err(Unread::Because(Problem::NotUtf8 { .. })) if !is_note() => {
            return (Document::Other, problems);
        }
        Ok(None) => {
            let problem = Problem::TooLarge { limit_mib: SIZE_LIMIT_MIB };
            problems.push(Diagnostic::of_file(path, problem));
            let is_output = is_agenda || is_draft;
            let document = if is_output {
                Document::Obstacle("a very large file")
            } else {
                Document::Unusable
            };
            return (document, problems);
        }
        Err(Unread::Because(problem)) => {
            let is_text = matches!(problem, Problem::NotUtf8 { .. });
            problems.push(Diagnostic::of_file(path, problem));
            let document = match (is_draft, is_agenda) {
                // Saved in another encoding: the user's, whatever it says.
                (true, _) if is_text => Document::Draft(String::new()),
                (false, false) => Document::Unusable,
                _ => Document::Obstacle("a file that can't be read"),
            };
            return (document, problems);
        }
    };
    if is_agenda {
        return (Document::Agenda(text.to_owned()), problems);
    }
    // A draft that was kept beside another version is listed with the drafts.
    if draft::followup_of(text).is_some() && (is_draft || path.contains(".draft.kept-")) {
        return (Document::Draft(text.to_owned()), problems);
    }
    let document = match note::parse(path, text, &mut problems) {
        Parsed::Note(note) => Document::Note(note),
        // An emptied draft, or a file of the user's at a draft's path.
        Parsed::Other if is_draft => Document::Draft(text.to_owned()),
        Parsed::Other => Document::Other,
        Parsed::Unusable => Document::Unusable,
    };
    (document, problems)
}

fn templates(root: &Path, journal: &mut Journal) {
    for (kind, path) in draft::own_paths() {
        match read(root, &path, &mut Vec::new()) {
            Ok(Some(text)) => {
                let text = text.to_owned();
                journal.templates.push(Override { kind, path, text });
            }
            Ok(None) => {
                let problem = Problem::TooLarge { limit_mib: SIZE_LIMIT_MIB };
                journal.problems.push(Diagnostic::of_file(&path, problem));
            }
            Err(Unread::Missing) => {}
            Err(Unread::Because(problem)) => {
                journal.problems.push(Diagnostic::of_file(&path, problem))
            }
        }
    }
}

/// Why a file gave no text.
enum Unread {
    Missing,
    Because(Problem),
}

/// A file's text, in a buffer that serves for many; `None` where it is too large. Neither links nor special files are
/// opened.
fn read<'b>(root: &Path, path: &str, buffer: &'b mut Vec<u8>) -> Result<Option<&'b str>, Unread> {
    let mut file = open(&root.join(path)).map_err(unread)?;
    let metadata = file.metadata().map_err(unread)?;
    if !metadata.is_file() {
        return Err(Unread::Because(Problem::UnreadableFile { reason: "it is not a file".into() }));
    }
    if metadata.len() > SIZE_LIMIT_MIB << 20 {
        return Ok(None);
    }
    // As long as it was when it was looked at: what is written behind that belongs to the next look.
    buffer.resize(usize::try_from(metadata.len()).unwrap_or(0), 0);
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unread(error)),
        }
    }
    buffer.truncate(filled);
    let utf16 = buffer.starts_with(&[0xff, 0xfe]) || buffer.starts_with(&[0xfe, 0xff]);
    let text =
        std::str::from_utf8(buffer).map_err(|_| Unread::Because(Problem::NotUtf8 { utf16 }))?;
    Ok(Some(text))
}

/// Whether a file that can't be read as text opens with a fence, or is UTF-16: then it is meant as a note.
fn starts_like_a_note(root: &Path, path: &str) -> bool {
    let mut start = [0; 6];
    let read = open(&root.join(path)).ok().and_then(|mut file| file.read(&mut start).ok());
    let start = &start[..read.unwrap_or(0)];
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    start.starts_with(b"---")
        || start.starts_with(&[0xff, 0xfe])
        || start.starts_with(&[0xfe, 0xff])
}

/// Opens a file for reading, neither through a link nor waiting for the other end of a pipe.
pub fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    options.open(path)
}

fn unread(error: io::Error) -> Unread {
    if error.kind() == io::ErrorKind::NotFound {
        return Unread::Missing;
    }
    Unread::Because(Problem::UnreadableFile { reason: io_reason(&error) })
}

/// The system's words without its number.
fn io_reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}
