//! The journal's settings: its `journal.toml`, and its own templates.

use std::io;
use std::time::SystemTime;

use crate::diagnostic::{Diagnostic, Problem};
use crate::disk::file::{self, Unread};
use crate::disk::folder::{Folder, is_absence, split};
use crate::disk::scan::not_looked_at;
use crate::drafts::{self, Override};
use crate::journal::Journal;
use crate::rules::config::{self, Config};
use crate::text::{nearest, one_line};

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
