//! A journal in memory, with a configuration to try.

use chrono::NaiveDate;

use crate::agenda::Section;
use crate::drafts::Templates;
use crate::engine::{Detail, Engine, Refusals, Rules};
use crate::journal::{Content, Entry, Journal, read};
use crate::notes::Note;
use crate::rules::config::Config;

/// What a journal holds with a configuration.
#[derive(Debug)]
pub struct Trial {
    /// The number of files that are read as notes.
    pub notes: usize,
    /// The number of interviews in them without an error.
    pub sound: usize,
    /// The number of those that say all that an agenda needs.
    pub full: usize,
    /// The number of processes.
    pub processes: usize,
    /// The number of follow-ups that are due.
    pub due: usize,
    /// The paths of files that are taken for notes, readable or not.
    pub claimed: Vec<String>,
}

impl Trial {
    /// Reads the files and plans the day. Nothing is written.
    pub fn of(
        texts: &[(String, String)],
        config: &Config,
        templates: &Templates,
        today: NaiveDate,
    ) -> Trial {
        let mut journal = Journal::default();
        for (path, text) in texts.iter().filter(|(path, _)| !config.ignore.matches(path)) {
            journal.put(path, Some(read::entry(path, text, None, &config.mapping)));
        }
        let news = journal.take_news();
        let mut engine = Engine::new(Detail::Shown);
        let rules = Rules { config, templates, today };
        let day = engine.run(&journal, news, rules, &Refusals::default());
        let due = [Section::Overdue, Section::Today, Section::AfterInterview];
        let claimed = journal
            .entries()
            .filter(|(_, entry)| matches!(entry.content, Content::Notes(_) | Content::Unusable));
        let is_note = |(_, entry): &(&str, &Entry)| matches!(entry.content, Content::Notes(_));
        let notes = journal.entries().filter(is_note).count();
        let claimed: Vec<String> = claimed.map(|(path, _)| path.to_owned()).collect();
        let rounds = engine.processes().flat_map(|process| &process.rounds);
        let sound: Vec<_> = rounds.filter(|note| !note.has_errors).collect();
        Trial {
            notes,
            sound: sound.len(),
            full: sound.iter().filter(|note| is_full(note)).count(),
            processes: engine.processes().count(),
            due: due.into_iter().map(|section| day.agenda.section(section).len()).sum(),
            claimed,
        }
    }
}

/// Returns true for a note from which follow-ups can come, or from which none have to: it names somebody, or there is
/// nobody to name.
pub fn is_full(note: &Note) -> bool {
    let is_over = note.outcome.value().is_some_and(|outcome| !outcome.is_in_progress());
    !note.has_errors
        && (is_over || note.people().next().is_some() || note.recruiter.value().is_some())
}
