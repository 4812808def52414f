//! One file of the folder, read: its entry in the journal, or the hole that it leaves.

use std::sync::Arc;
use std::time::SystemTime;

use crate::diagnostic::{Diagnostic, Problem};
use crate::disk::file::{self, Unread, io_reason};
use crate::disk::folder::Folder;
use crate::disk::scan::hole::{is_refused, not_looked_at};
use crate::drafts;
use crate::journal::{AGENDA, Content, Entry, Found, Journal, Seen, read};
use crate::rules::config::Config;

/// One file's entry; `None` if it was removed since it was listed.
///
/// # Errors
///
/// The problem of a file that could not be looked at, or of a note that is too large for it.
pub(super) fn document(
    folder: &Folder,
    name: &str,
    path: &str,
    config: &Config,
    known: &Journal,
    now: SystemTime,
    buffer: &mut Vec<u8>,
) -> Result<Option<Seen>, Box<Diagnostic>> {
    let known_entry = known.get(path).filter(|entry| !entry.has_lost_text());
    if let Some(stamp) = known_entry.and_then(|entry| entry.stamp)
        && let Ok(facts) = folder.facts(name)
        && facts.stamp(now) == Some(stamp)
    {
        return Ok(Some(Seen::Same));
    }
    let (is_draft, is_overview) = (drafts::is_draft(path), is_overview(path));
    let (problem, is_like_a_note) = match file::read(folder, name, limit_mib(path), buffer, now) {
        Ok((text, stamp)) => {
            let mut entry = read::entry(path, text, stamp, &config.mapping);
            if let Some(texts) = &known.texts {
                entry.leave_text(texts, path, text);
            }
            return Ok(Some(entry.into()));
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
            _ => Ok(Some(Entry::unread(Content::Other, None).into())),
        };
    }
    if matches!(problem, Problem::NotUtf8 { .. }) && is_like_a_note && !is_draft && !is_overview {
        let entry = read::entry(path, &file::guessed(buffer), None, &config.mapping);
        // Its days count all the same, if nothing else is wrong with it.
        if matches!(entry.content, Content::Notes(_)) && entry.problems.is_empty() {
            let problems = vec![Arc::new(Diagnostic::of_file(path, problem))];
            return Ok(Some(Entry { problems, ..entry }.into()));
        }
    }
    let content = match (&problem, is_draft, is_overview) {
        // Saved in another encoding, so it is the user's, whatever it says.
        (Problem::NotUtf8 { .. }, true, _) => Content::Draft(Found::new(String::new())),
        (Problem::TooLarge { .. }, ..) if is_draft || is_overview => {
            Content::Obstacle("a very large file")
        }
        (_, false, false) if is_like_a_note => Content::Unusable,
        (_, false, false) => return Ok(Some(Entry::unread(Content::Other, None).into())),
        _ => Content::Obstacle("a file that can't be read"),
    };
    let problem = Diagnostic::of_file(path, problem);
    Ok(Some(Entry::unread(content, Some(problem)).into()))
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

/// A file's text as it is now.
pub fn text(root: &Folder, path: &str) -> Option<String> {
    file::read_below(root, path, limit_mib(path)).ok()
}
