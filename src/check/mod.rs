//! Findings beyond those of a build.
//!
//! Takes a session that has looked at its folder; gives problems of drafts and of the journal's own templates, notes that
//! are links, addresses that strangers could see, and a count of what the files were read as.

use chrono::NaiveDate;

use crate::agenda::Agenda;
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts;
use crate::engine::Day;
use crate::session::Session;

pub mod privacy;
mod rehearsal;
pub mod survey;

/// All problems in what a session has looked at, drafts included, in the order of the files. Nothing is written.
pub fn problems(session: &mut Session, today: NaiveDate) -> Vec<Diagnostic> {
    let Day { agenda: Agenda { items, .. }, mut problems, .. } = session.plan(today, &[]).day;
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
    let linked = session.journal().linked_notes();
    problems.extend(linked.map(|path| Diagnostic::of_file(path, Problem::LinkedNote)));
    // A template's mistake that showed already is reported once.
    let mut rehearsed = rehearsal::problems(session.config(), session.templates());
    rehearsed.retain(|new| problems.iter().all(|known| known.path != new.path));
    problems.extend(rehearsed);
    problems.extend(session.templates().gone_names());
    problems.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    problems
}
