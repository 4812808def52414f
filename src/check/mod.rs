//! Findings beyond those of a build.
//!
//! Takes a session that has looked at its folder; gives problems of drafts and of the journal's own templates, notes that
//! are links, addresses that strangers could see, a count of what the files were read as, and a proposal for
//! files that somebody brings along.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::{Agenda, Item};
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts;
use crate::notes::Note;
use crate::notes::material::Material;
use crate::rules::config::Config;
use crate::rules::headings::plain;
use crate::session::Session;

pub mod privacy;
pub mod proposal;
mod rehearsal;
pub mod survey;

/// The headings in notes with drafts under which nothing is used at all, once each.
fn unused_headings(items: &[Arc<Item>], config: &Config) -> Vec<Diagnostic> {
    let mut notes: Vec<&Note> = items
        .iter()
        .filter(|item| item.status.has_draft())
        .map(|item| &*item.followup.note)
        .collect();
    let place = |note: &Note| (note.path.clone(), note.name_in_file().map(str::to_owned));
    notes.sort_by_key(|note| place(note));
    notes.dedup_by_key(|note| place(note));
    let mut named = HashSet::new();
    let of_note = |note: &Note| {
        let Material { unheard, mut unused, .. } = Material::of(note, &config.headings);
        let is_unheard = |heading: &str| unheard.iter().any(|one| one.heading == heading);
        unused.retain(|heading| !is_unheard(heading) && named.insert(plain(heading)));
        let unused = unused.into_iter().map(str::to_owned);
        let unused = unused.map(|heading| Problem::UnusedSection { heading });
        unused.map(|problem| Diagnostic::of_file(&note.path, problem)).collect::<Vec<_>>()
    };
    let mut found: Vec<Diagnostic> = notes.into_iter().flat_map(of_note).collect();
    found.dedup();
    found
}

/// All problems in what a session has looked at, drafts included, in the order of the files. Nothing is written.
pub fn problems(session: &mut Session, today: NaiveDate) -> Vec<Diagnostic> {
    let Agenda { items, problems, .. } = session.plan(today, &[]).day.agenda;
    let problems = problems.into_iter().chain(session.closed_problems());
    let mut problems: Vec<Diagnostic> = problems.map(Arc::unwrap_or_clone).collect();
    problems.sort_by(|a, b| a.order(b));
    problems.dedup();
    // It is too late to improve what was sent.
    for item in items.iter().filter(|item| item.status.has_draft()) {
        let path = item.draft.as_ref().map(|draft| draft.path.as_str());
        if let Some((path, found)) =
            path.and_then(|path| Some((path, session.journal().draft(path)?)))
            && drafts::followup_of(&found.text).is_some()
        {
            let (config, language) = (session.config(), session.templates().language());
            problems.extend(drafts::findings(&item.followup, path, &found.text, config, language));
        }
    }
    problems.extend(unused_headings(&items, session.config()));
    let linked = session.journal().linked_notes();
    problems.extend(linked.map(|path| Diagnostic::of_file(path, Problem::LinkedNote)));
    // A template's mistake that showed already is reported once.
    let mut rehearsed = rehearsal::problems(session.config(), session.templates());
    rehearsed.retain(|new| problems.iter().all(|known| known.path != new.path));
    problems.extend(rehearsed);
    problems.extend(session.templates().gone_names());
    problems.sort_by(|a, b| a.order(b));
    problems
}
