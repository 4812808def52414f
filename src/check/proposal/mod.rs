//! A proposal for `journal.toml` that makes notes of the files that somebody brings along.
//!
//! It is made of what was found in the files, and tried out in memory before it is shown. Where two readings are
//! possible, it says so in a comment and leaves the choice to the user.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Problem};
use crate::disk::folder::Folder;
use crate::disk::scan;
use crate::journal::starter::{self, Lines};
use crate::journal::{Content, Entry, read};
use crate::notes::{FIELDS, Note, Outcome};
use crate::rules::config::{Config, FILE_NAME};
use crate::rules::mapping::Notes;
use crate::session::Session;

mod clues;
mod keys;
mod sources;
mod trial;
mod words;

use clues::File;
use trial::Trial;

/// Lines for `journal.toml`, and what the journal would hold with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The lines, by section.
    pub lines: Lines,
    /// The number of notes.
    pub notes: usize,
    /// The number of processes.
    pub processes: usize,
    /// The number of follow-ups that are due.
    pub due: usize,
}

/// The proposal for a journal that has been looked at; `None` if most of its notes work as they are, or if no lines
/// would help.
pub fn of(session: &mut Session, today: NaiveDate) -> Option<Proposal> {
    let paths = paths(session);
    let journal = session.journal();
    let notes: Vec<&Arc<Note>> = paths.iter().flat_map(|path| journal.notes(path)).collect();
    let sound = notes.iter().filter(|note| !note.has_errors).count();
    let full = notes.iter().filter(|note| trial::is_full(note)).count();
    if !session.sees_all() || (full * 2 > paths.len() && !are_stages_all(&notes)) {
        return None;
    }
    let folder = session.opened().ok()?;
    let written = scan::text(&folder, FILE_NAME).unwrap_or_default();
    let texts = texts(&folder, paths);
    let known = &session.config().mapping;
    let files = files(&texts);
    let jobs: Vec<&File> = files.iter().filter(|file| file.is_about_a_job()).collect();
    if jobs.is_empty() {
        return None;
    }
    let mut lines = Lines::default();
    sources::choose(&jobs, known, &mut lines);
    words::dates(&jobs, known, &mut lines);
    words::outcomes(&jobs, known, &mut lines);
    let tried = |lines: &Lines| {
        let config = Config::parse(&starter::with_lines(&written, lines)).ok()?;
        Some(Trial::of(&texts, &config, session.templates(), today))
    };
    let mut trial = tried(&lines)?;
    if let Some(named) = sources::which(&jobs, &files, &trial, known) {
        lines.notes = named;
        trial = tried(&lines)?;
    }
    let is_better = |before: usize, after: usize| after > before && before * 2 <= after;
    let has_outcomes = lines.fields.iter().any(|line| line.starts_with("outcome ="));
    let is_worth_it = is_better(sound, trial.sound)
        || is_better(full, trial.full)
        || (has_outcomes && trial.sound >= sound)
        || (lines.fields.iter().any(|line| line.starts_with('#')) && sound * 2 <= jobs.len());
    is_worth_it.then_some(Proposal {
        lines,
        notes: trial.notes,
        processes: trial.processes,
        due: trial.due,
    })
}

/// The keys of the files of a journal without a note, most frequent first, each with the number of files that have it.
pub fn keys(session: &mut Session) -> Vec<(String, usize)> {
    let Ok(folder) = session.opened() else { return Vec::new() };
    let texts = texts(&folder, paths(session));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (key, _) in files(&texts).iter().flat_map(|file| &file.head) {
        *counts.entry(key.clone()).or_default() += 1;
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, files)| Reverse(*files));
    counts
}

/// The number of files that would be notes, if `[notes]` in `journal.toml` didn't leave them out.
pub fn left_out(session: &mut Session) -> usize {
    let Ok(folder) = session.opened() else { return 0 };
    let texts = texts(&folder, paths(session));
    let mut mapping = session.config().mapping.clone();
    mapping.notes = Notes::default();
    let is_note = |(path, text): &&(String, String)| {
        matches!(read::entry(path, text, None, &mapping).content, Content::Notes(_))
    };
    texts.iter().filter(is_note).count()
}

/// The Markdown files that neither this program made nor a sync program copied.
fn paths(session: &Session) -> Vec<String> {
    let is_copy = |one: &Arc<Diagnostic>| matches!(one.problem, Problem::ConflictCopy { .. });
    let is_users = |entry: &Entry| match &entry.content {
        Content::Notes(_) | Content::Unusable | Content::Person(_) => true,
        Content::Other => !entry.problems.iter().any(is_copy),
        _ => false,
    };
    let users = session.journal().entries().filter(|(_, entry)| is_users(entry));
    users.map(|(path, _)| path.to_owned()).collect()
}

fn texts(folder: &Folder, paths: Vec<String>) -> Vec<(String, String)> {
    let with_text = |path: String| scan::text(folder, &path).map(|text| (path, text));
    paths.into_iter().filter_map(with_text).collect()
}

fn files(texts: &[(String, String)]) -> Vec<File> {
    texts.iter().filter_map(|(path, text)| File::read(path, text)).collect()
}

/// Returns true for notes that have stages and nowhere an outcome: the stages may be all that tells of it.
fn are_stages_all(notes: &[&Arc<Note>]) -> bool {
    let has = |own: &str, note: &Note| {
        let mut fields = FIELDS.iter().filter(|field| field.names[0] == own);
        fields.any(|field| note.keys.name_of(field).is_some())
    };
    notes.iter().all(|note| !has("outcome", note)) && notes.iter().any(|note| has("round", note))
}

/// Returns true for a word that means an outcome.
fn is_outcome(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
        && (Outcome::parse(word).is_some() || Outcome::is_none(word))
}
