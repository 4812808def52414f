//! The notes of a hiring process whose problems hold nothing back any more.

use std::sync::Arc;

use super::Rules;
use super::contribution::Contribution;
use crate::agenda::Item;
use crate::dates::window::Window;
use crate::diagnostic::{Diagnostic, Problem};
use crate::journal::Journal;
use crate::notes::Note;
use crate::plan::bearing::Bearing;
use crate::plan::followup::FollowUp;
use crate::plan::process::Process;
use crate::rules::config::Config;

impl Contribution {
    /// The notes with problems that hold nothing back any more: nothing of them is live, their process is over or has
    /// gone on without them, and they are no news.
    pub(super) fn closed(
        &self,
        process: &Process,
        bearing: &Bearing,
        journal: &Journal,
        rules: Rules<'_>,
    ) -> Vec<String> {
        let Rules { config: Config { cadence, calendar, .. }, today, .. } = rules;
        let quiet = process.quiet_day(cadence, calendar);
        let is_gone = bearing.over.is_some() || quiet.is_some_and(|quiet| today >= quiet);
        let is_closed = |note: &&Arc<Note>| {
            let is_current = Arc::ptr_eq(note, process.current());
            let sign = if is_current { process.sign_of_life(calendar) } else { note.last_sign() };
            let is_news =
                sign.is_none_or(|day| today <= calendar.add(day, cadence.closed_news_within));
            let is_live =
                |item: &Arc<Item>| item.status.is_live() && item.followup.note.path == note.path;
            is_gone
                || !((is_current && process.is_open()) || is_news || self.items.iter().any(is_live))
        };
        let has_problems = |note: &&Arc<Note>| {
            self.problems.iter().any(|problem| problem.path == note.path)
                || !note.link_problems.is_empty()
                || !note.to_processes.is_empty()
                || journal.get(&note.path).is_some_and(|entry| !entry.problems.is_empty())
        };
        // A file with several interviews is closed with the last of them.
        let is_closed = |note: &&Arc<Note>| {
            let mut rounds = process.rounds.iter().filter(|other| other.path == note.path);
            rounds.all(|note| is_closed(&note) || self.is_outdated(note, process, journal))
        };
        let closed = process.rounds.iter().filter(has_problems).filter(is_closed);
        closed.map(|note| note.path.clone()).collect()
    }

    /// Leaves out the problems that hold nothing back any more, and those of its notes that need not be known as closed:
    /// nothing else has a problem with them.
    pub(super) fn leave_closed_problems(&mut self, process: &Process, journal: &Journal) {
        let Contribution { problems, other_problems, closed, .. } = self;
        if closed.is_empty() {
            return;
        }
        for problems in [problems, other_problems] {
            problems.retain(|problem| !closed.contains(&problem.path));
            problems.shrink_to_fit();
        }
        closed.retain(|path| {
            let mut rounds = process.rounds.iter().filter(|note| note.path == *path);
            !journal.problems_of(path).is_empty()
                || rounds.any(|note| note.in_file.is_some() || !note.to_processes.is_empty())
        });
    }

    /// Returns true if nothing is wrong with a note but a time frame that can't be read, and they have decided, or a newer one
    /// counts: of the note, or of a later round, once no letter about this one is to be sent.
    fn is_outdated(&self, note: &Note, process: &Process, journal: &Journal) -> bool {
        let is_window =
            |problem: &Diagnostic| matches!(problem.problem, Problem::UnknownWindow { .. });
        let is_all = journal.get(&note.path).is_some_and(|entry| {
            !entry.problems.is_empty() && entry.problems.iter().all(|problem| is_window(problem))
        });
        let has_others = self.problems().any(|problem| problem.path == note.path)
            || !note.link_problems.is_empty();
        let is_letter = |item: &Arc<Item>| {
            let FollowUp { rule, note: other, .. } = &item.followup;
            item.status.is_live() && rule.has_draft() && !rule.optional && other.path == note.path
        };
        let is_known = |note: &Note| note.latest_window().value().is_some_and(Window::is_stated);
        let current = process.current();
        let is_replaced =
            || note.path != current.path && is_known(current) && !self.items.iter().any(is_letter);
        let is_decided = process
            .outcome()
            .is_some_and(|outcome| outcome.answers_application() && !outcome.is_in_progress());
        is_all && !has_others && (is_decided || is_known(note) || is_replaced())
    }
}
