//! The class of a directory entry: to walk, to read, to report, or to pass over.

use std::ffi::OsStr;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Problem};
use crate::disk::folder::{FileKind, join, split};
use crate::journal::{Content, Entry, LINK, TEMPORARY, copies};
use crate::rules::config::Config;
use crate::text::is_hidden;

/// The kind of a directory entry, going by its name and type.
pub(super) enum Class {
    /// A folder to walk.
    Folder,
    /// A file to read.
    File(String),
    /// Something to report without reading it.
    Entry(String, Entry),
    /// One of our temporary files.
    Leftover(String),
    /// Hidden, ignored, or no file that is read.
    PassedOver,
}

/// The class of a path from the root.
pub(super) fn class_at(path: &str, kind: FileKind, config: &Config) -> Class {
    let (above, name) = split(path);
    class(above, OsStr::new(name), kind, config)
}

/// The class of an entry of a folder.
pub(super) fn class(above: &str, name: &OsStr, kind: FileKind, config: &Config) -> Class {
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
    if copies::is_of_conflict(split(&relative).1) || copies::is_of_generated(&relative) {
        let original = copies::original(&relative);
        let problem = Diagnostic::of_file(&relative, Problem::ConflictCopy { original });
        return Class::Entry(relative, Entry::unread(Content::Other, Some(problem)));
    }
    Class::File(relative)
}

/// Returns true for the path of a file that is read: a Markdown file, or the page or the calendar.
pub(super) fn is_read(path: &str, config: &Config) -> bool {
    path.ends_with(".md") || config.overviews().any(|name| name == path)
}

/// Returns true for a name that can be written in an agenda.
fn is_writable(name: &str) -> bool {
    let is_plain = name.bytes().all(|b| matches!(b, b' '..=b'~'));
    is_plain || !name.contains(|c| is_hidden(c) || matches!(c, '\u{2028}' | '\u{2029}'))
}

/// The words for what stands where a file ought to be, if it is no file.
fn obstacle(kind: FileKind) -> Option<&'static str> {
    match kind {
        FileKind::File | FileKind::Folder => None,
        FileKind::Link => Some(LINK),
        FileKind::Special => Some("a special file"),
    }
}
