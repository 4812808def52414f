//! The part of a day that one hiring process adds.

use std::sync::Arc;

use super::{Detail, Rules, findings, reconcile};
use crate::agenda::{self, DraftFile, Item, Situation};
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts;
use crate::engine::processes::Processes;
use crate::engine::reconcile::Verdict;
use crate::journal::Journal;
use crate::journal::artifact::{Artifact, Policy};
use crate::notes::Note;
use crate::plan::followup::{FollowUp, Standing, Status};
use crate::plan::others::Bearing;
use crate::plan::process::Process;
use crate::plan::{Beside, plan};
use crate::rules::config::Config;

/// The part of a day that one hiring process adds.
#[derive(Debug, Default)]
pub struct Contribution {
    /// Its follow-ups, as far as they are asked for.
    pub items: Vec<Arc<Item>>,
    /// The state of the process.
    pub situation: Situation,
    /// Paths of the drafts that its follow-ups want.
    pub wanted: Vec<String>,
    /// Decisions on the drafts that aren't as they ought to be.
    pub verdicts: Vec<Verdict>,
    /// Problems that no single note shows.
    pub problems: Vec<Diagnostic>,
    /// Paths of its notes whose problems hold nothing back any more.
    pub closed: Vec<String>,
    /// True if other processes can change it.
    pub depends_on_others: bool,
}

impl Contribution {
    /// Works out what a process adds.
    pub fn of(
        process: &Process,
        beside: Beside<'_>,
        processes: &Processes,
        journal: &Journal,
        rules: Rules<'_>,
        detail: Detail,
    ) -> Contribution {
        let Rules { config, today, .. } = rules;
        let is_shown = |standing: &Standing| {
            detail == Detail::Everything || agenda::shows(standing, config, today)
        };
        let plan = plan(process, beside, config, today, is_shown);
        let mut contribution = Contribution {
            problems: plan.problems,
            depends_on_others: plan.depends_on_others,
            ..Contribution::default()
        };
        contribution.problems.extend(findings::of(process, processes, today));
        for followup in plan.followups {
            let draft = contribution.draft(&followup, journal, rules);
            contribution.items.push(Arc::new(Item::new(followup, today, draft)));
        }
        contribution.situation =
            Situation::of(process, beside.bearing, &contribution.items, config, today);
        contribution.closed = contribution.closed(process, beside.bearing, journal, rules);
        contribution.problems.extend(findings::of_people(process, &contribution.closed));
        contribution
    }

    /// The notes with problems that hold nothing back any more: nothing of them is live, their process is over or has
    /// gone on without them, and they are no news.
    fn closed(
        &self,
        process: &Process,
        bearing: Bearing,
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
            journal.get(&note.path).is_some_and(|entry| !entry.problems.is_empty())
                || self.problems.iter().any(|problem| problem.path == note.path)
                || !note.link_problems.is_empty()
        };
        // A file with several interviews is closed with the last of them.
        let is_closed = |note: &&Arc<Note>| {
            let mut rounds = process.rounds.iter().filter(|other| other.path == note.path);
            rounds.all(|note| is_closed(&note))
        };
        let closed = process.rounds.iter().filter(has_problems).filter(is_closed);
        closed.map(|note| note.path.clone()).collect()
    }

    /// Returns true if it adds nothing, and other processes can't change that.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
            && self.situation.is_empty()
            && self.problems.is_empty()
            && self.closed.is_empty()
            && !self.depends_on_others
    }

    /// A follow-up's draft as it will be on the disk, if there is one.
    fn draft(
        &mut self,
        followup: &FollowUp,
        journal: &Journal,
        rules: Rules<'_>,
    ) -> Option<DraftFile> {
        let Rules { config, templates, today } = rules;
        let status = followup.standing.status(today);
        if !followup.rule.has_draft() || !(status.has_draft() || status == Status::Done) {
            return None;
        }
        let Some(path) = drafts::path(followup) else {
            let problem = Diagnostic::of_file(&followup.note.path, Problem::NameTooLong);
            self.problems.extend(status.has_draft().then_some(problem));
            return None;
        };
        let file = |text: &str| DraftFile {
            path: path.clone(),
            blanks: drafts::blanks_left(text, templates.language()),
        };
        let found = journal.draft(&path).map(|found| file(&found.text));
        if !status.has_draft() {
            return found;
        }
        // Without material only a draft that the user has written stays.
        if !followup.has_draft() {
            let users =
                found.filter(|_| journal.draft(&path).is_some_and(|found| !found.is_untouched));
            self.wanted.extend(users.is_some().then_some(path));
            return users;
        }
        self.wanted.push(path.clone());
        let text = |path: &str| journal.draft(path).map(|found| found.text.as_str());
        let said = drafts::so_far(followup, templates.language(), text);
        match drafts::write(followup, config, templates, said.as_deref()) {
            // The draft that is there stays until the template is fixed.
            Err(problem) => {
                self.problems.push(problem);
                found
            }
            Ok(text) => {
                let written = file(&text);
                let artifact = Artifact { path: path.clone(), text, policy: Policy::Untouched };
                let verdict = reconcile::wanted(artifact, journal);
                let file = match &verdict {
                    Verdict::Blocked(_) => None,
                    Verdict::Changes(_) => Some(written),
                    _ => found,
                };
                if verdict != Verdict::Stays {
                    self.verdicts.push(verdict);
                }
                file
            }
        }
    }
}
