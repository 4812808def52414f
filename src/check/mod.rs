//! Findings beyond a run's: drafts that had better not be sent, own templates tried out, addresses that strangers could
//! see, and what the files of a folder were read as.

use chrono::NaiveDate;

use crate::agenda::Agenda;
use crate::diagnostic::Diagnostic;
use crate::drafts;
use crate::engine::Detail;
use crate::session::Session;

pub mod privacy;
mod rehearsal;
pub mod survey;

/// Everything that is wrong with what a session has looked at, drafts too, in the order of the files. Nothing is written.
pub fn problems(session: &mut Session, today: NaiveDate) -> Vec<Diagnostic> {
    let Agenda { items, mut problems, .. } = session.plan(today, Detail::Shown, &[]).outcome.agenda;
    // What was sent is past mending.
    for item in items.iter().filter(|item| item.status.has_draft()) {
        let path = item.draft.as_ref().map(|draft| draft.path.as_str());
        if let Some((path, text)) = path.and_then(|path| Some((path, session.draft(path)?)))
            && drafts::followup_of(text).is_some()
        {
            let (config, language) = (session.config(), session.templates().language());
            problems.extend(drafts::findings(&item.followup, path, text, config, language));
        }
    }
    // A mistake that showed already is said once.
    let mut rehearsed = rehearsal::problems(session.config(), session.templates());
    rehearsed.retain(|new| problems.iter().all(|known| known.path != new.path));
    problems.extend(rehearsed);
    problems.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    problems
}
