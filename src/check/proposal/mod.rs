//! A proposal for `journal.toml` that makes notes of the files that somebody brings along.
//!
//! It is made of what was found in the files, and tried out in memory before it is shown. Where two readings are
//! possible, it says so in a comment and leaves the choice to the user.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::disk::scan;
use crate::journal::Content;
use crate::journal::starter::{self, Lines};
use crate::notes::{FIELDS, Note, Outcome};
use crate::rules::config::{Config, FILE_NAME};
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
    /// The number of notes without an error.
    pub notes: usize,
    /// The number of processes.
    pub processes: usize,
    /// The number of follow-ups that are due.
    pub due: usize,
}

/// The proposal for a journal that has been looked at; `None` if most of its notes work as they are, or if no lines
/// would help.
pub fn of(session: &mut Session, today: NaiveDate) -> Option<Proposal> {
    let journal = session.journal();
    let is_mine = |content: &Content| {
        matches!(content, Content::Note(_) | Content::Unusable | Content::Other)
    };
    let paths = journal.entries().filter(|(_, entry)| is_mine(&entry.content));
    let paths: Vec<String> = paths.map(|(path, _)| path.to_owned()).collect();
    let notes: Vec<&Arc<Note>> = paths.iter().filter_map(|path| journal.note(path)).collect();
    let sound = notes.iter().filter(|note| !note.has_errors).count();
    let full = notes.iter().filter(|note| trial::is_full(note)).count();
    if !session.sees_all() || (full * 2 > paths.len() && !are_stages_all(&notes)) {
        return None;
    }
    let folder = session.opened().ok()?;
    let written = scan::text(&folder, FILE_NAME).unwrap_or_default();
    let texts: Vec<(String, String)> = paths
        .into_iter()
        .filter_map(|path| scan::text(&folder, &path).map(|text| (path, text)))
        .collect();
    let known = &session.config().mapping;
    let files: Vec<File> = texts.iter().filter_map(|(path, text)| File::read(path, text)).collect();
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
    let is_worth_it = is_better(sound, trial.notes)
        || is_better(full, trial.full)
        || (has_outcomes && trial.notes >= sound)
        || (lines.fields.iter().any(|line| line.starts_with('#')) && sound * 2 <= jobs.len());
    is_worth_it.then_some(Proposal {
        lines,
        notes: trial.notes,
        processes: trial.processes,
        due: trial.due,
    })
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
        && (Outcome::parse(word).is_some() || Outcome::is_none(word, true))
}
