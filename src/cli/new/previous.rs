//! The round before a new one: where its note is, and what the new round says about it.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use chrono::NaiveDate;

use crate::cli::build::accidents;
use crate::cli::heard::words::{fitting, several};
use crate::cli::{Ending, Setup, current_folder, say, say_refused, shell_word, shown, unusable};
use crate::disk::folder::Folder;
use crate::disk::{root, scan};
use crate::journal::recording::{Recorded, Recording};
use crate::notes::blank::Blank;
use crate::notes::{self, Note, Outcome, Parsed};
use crate::plan::process::company_key;
use crate::rules::config::Config;
use crate::rules::known::Known;
use crate::session::Session;
use crate::text::{name_key, one_line};

/// The note of the previous round, and its place.
pub(super) struct Previous {
    pub(super) place: PathBuf,
    pub(super) note: Note,
}

/// The place of the note of the previous round: by its path from here or from the journal's root, with or without `.md`,
/// or by words that mean its process.
pub(super) fn place_of(
    setup: &Setup,
    session: &mut Session,
    from: &Path,
) -> Result<PathBuf, Ending> {
    let with_ending = from.with_file_name({
        let mut name = from.file_name().unwrap_or_default().to_owned();
        name.push(".md");
        name
    });
    let folders = [current_folder()?, setup.root.clone()];
    let places = folders.iter().flat_map(|folder| [folder.join(from), folder.join(&with_ending)]);
    if let Some(place) = places.into_iter().find(|place| root::is_file(place)) {
        return Ok(current_place(setup, session, from, place));
    }
    let name = shown(from);
    setup.work_out(session);
    let processes: Vec<_> = session.processes().collect();
    match &fitting(&name, &processes)[..] {
        [process] => Ok(setup.root.join(&process.current().path)),
        [] => Err(unusable(&format!(
            "there is no note {name}, and no company, role or recruiter matches it; give its path from here or from the journal's folder"
        ))),
        several_fit => Err(several(&name, several_fit)),
    }
}

/// The place of a note that is there, or of the current round of its process: a single word means either.
fn current_place(setup: &Setup, session: &mut Session, from: &Path, place: PathBuf) -> PathBuf {
    setup.work_out(session);
    let Some(path) = path_within(setup, &place) else { return place };
    let process = session.processes().find(|process| process.has_note(&path));
    let current = process.map(|process| process.current().path.as_str());
    let Some(current) = current.filter(|current| *current != path) else { return place };
    let (path, newest) = (one_line(&path), one_line(current));
    let is_word = from.components().count() == 1 && from.extension().is_none();
    if !setup.quiet {
        say(&match is_word {
            true => format!("going on from {newest}, the current round, not from {path}"),
            false => format!("going on from {path}, although {newest} is the current round"),
        });
    }
    if is_word { setup.root.join(current) } else { place }
}

/// The path of a place in the journal.
pub(super) fn path_within(setup: &Setup, place: &Path) -> Option<String> {
    let (root, place) = (root::resolved(&setup.root).ok()?, root::resolved(place).ok()?);
    Some(place.strip_prefix(root).ok()?.to_str()?.replace(MAIN_SEPARATOR, "/"))
}

pub(super) fn previous_round(
    setup: &Setup,
    place: PathBuf,
    config: &Config,
) -> Result<Previous, Ending> {
    let name = shown(place.strip_prefix(current_folder()?).unwrap_or(&place));
    let folder = place.parent().unwrap_or(&setup.root);
    let file = place.file_name().unwrap_or_default().to_string_lossy();
    let folder = Folder::at(folder).ok();
    let Some(text) = folder.and_then(|folder| scan::text(&folder, &file)) else {
        return Err(unusable(&format!(
            "{name} can't be read; make sure that it is UTF-8 text and that you may read it"
        )));
    };
    let mut problems = Vec::new();
    let parsed = notes::parse(&name, &text, &config.mapping, &mut problems);
    setup.tell(&problems);
    match parsed {
        Parsed::Note(note) => Ok(Previous { place, note: *note }),
        Parsed::Rounds(notes) => {
            let is_newest = |note: &Note| note.in_file.as_ref().is_some_and(|file| file.is_newest);
            let newest = notes.into_iter().find(is_newest);
            newest.map(|note| Previous { place, note }).ok_or_else(|| no_note(&name))
        }
        _ => Err(no_note(&name)),
    }
}

fn no_note(name: &str) -> Ending {
    let command = format!("journal check {}", shell_word(name));
    unusable(&format!("{name} is not a note to go on from; `{command}` says why"))
}

/// Returns true if a new round says how the one before it ended: it took place, and is still pending.
pub(super) fn is_settled_by(previous: &Note, blank: &Blank, today: NaiveDate) -> bool {
    let is_pending = matches!(previous.outcome, Known::Missing | Known::Is(Outcome::Pending));
    let last = blank.date.min(today);
    is_pending && is_of(previous, blank) && previous.date.value().is_some_and(|day| *day <= last)
}

/// Returns true if a new round is with the company of the one before it.
pub(super) fn is_of(previous: &Note, blank: &Blank) -> bool {
    company_key(previous) == name_key(&blank.company)
}

/// Writes into the note of the previous round that there are more interviews, as was heard on this day at the latest.
pub(super) fn settle(
    setup: &Setup,
    session: &mut Session,
    previous: &Previous,
    heard: NaiveDate,
) -> Ending {
    // A note outside the journal is only copied from.
    let Some(path) = path_within(setup, &previous.place) else { return Ending::Done };
    let outcome = Outcome::MoreInterviews;
    let fields =
        vec![("outcome", outcome.as_str().to_owned()), ("outcome_date", heard.to_string())];
    let round = previous.note.name_in_file().map(str::to_owned);
    let recording = Recording { note: path.clone(), round, what: Recorded::Fields(fields) };
    session.look_at(Path::new(&path), |_| {});
    let failures = session.record(&recording);
    if let Some(refusal) = session.refusal(&recording) {
        say_refused(refusal);
        return Ending::NotWritten;
    }
    if !failures.is_empty() {
        accidents(&[], &failures).iter().for_each(|line| say(line));
        say(&format!("  {}", recording.by_hand()));
        return Ending::NotWritten;
    }
    if !setup.quiet {
        say(&format!("{}: {}, heard {heard}", one_line(&path), outcome.in_words()));
    }
    Ending::Done
}

/// The first day on which a round can have led to the next one: that of its outcome, or its own if its note doesn't say.
pub(super) fn invited_from(note: &Note) -> Option<NaiveDate> {
    let is_open = matches!(
        note.outcome,
        Known::Missing | Known::Is(Outcome::Pending | Outcome::Applied | Outcome::NoResponse)
    );
    let own = note.cancelled.or(note.date);
    if is_open { own } else { note.outcome_date.or(own) }.value().copied()
}
