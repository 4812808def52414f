//! The part of a day that one hiring process adds.

use std::collections::BTreeSet;
use std::ops::Bound;
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
    /// Paths of the drafts that its follow-ups want, sorted.
    pub wanted: Vec<String>,
    /// Decisions on the drafts that aren't as they ought to be.
    pub verdicts: Vec<Verdict>,
    /// Problems that no single note shows.
    pub problems: Vec<Diagnostic>,
    /// Paths of its notes whose problems hold nothing back any more.
    pub closed: Vec<String>,
    /// True if other processes can change it.
    pub depends_on_others: bool,
    /// True if a draft could not be written.
    has_faults: bool,
}

/// What a process added before, on the same day and by the same rules, and the files that have changed since.
#[derive(Clone, Copy, Debug)]
pub struct Before<'b> {
    /// It.
    pub contribution: &'b Contribution,
    /// The paths of notes and drafts that changed.
    pub changed: &'b BTreeSet<String>,
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
        before: Option<Before<'_>>,
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
        let before = before.filter(|before| !before.contribution.has_faults);
        let mut known = before.map_or(&[][..], |before| &before.contribution.items);
        for followup in plan.followups {
            // Both are in the same order.
            if let Some(before) = before
                && let Some(at) = known.iter().position(|item| item.followup.is_same(&followup))
            {
                let item = &known[at];
                known = &known[at + 1..];
                if contribution.keeps(item, before) {
                    continue;
                }
            }
            let draft = contribution.draft(&followup, journal, rules);
            contribution.items.push(Arc::new(Item::new(followup, today, draft)));
        }
        contribution.wanted.sort_unstable();
        contribution.situation =
            Situation::of(process, beside.bearing, &contribution.items, config, today);
        contribution.closed = contribution.closed(process, beside.bearing, journal, rules);
        contribution.problems.extend(findings::of_people(process, &contribution.closed));
        contribution
    }

    /// Returns true if other processes' files are among those that changed, and it has something to say of these.
    pub fn is_touched_by(&self, changed: &BTreeSet<String>) -> bool {
        self.depends_on_others && self.items.iter().any(|item| has_new_drafts(item, changed))
    }

    /// Takes over a follow-up with its draft, unless that has to be looked at again.
    fn keeps(&mut self, item: &Arc<Item>, before: Before<'_>) -> bool {
        let followup = &item.followup;
        if has_new_drafts(item, before.changed) {
            return false;
        }
        let has_draft = item.status.has_draft() || item.status == Status::Done;
        if followup.rule.has_draft() && has_draft {
            let Some(DraftFile { path, .. }) = item.draft.as_ref() else { return false };
            if before.changed.contains(path) {
                return false;
            }
            self.wanted.extend(item.status.has_draft().then(|| path.clone()));
            let verdicts = before.contribution.verdicts.iter();
            self.verdicts.extend(verdicts.filter(|one| one.path() == path).cloned());
        }
        self.items.push(item.clone());
        true
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

    /// Returns true if one of its follow-ups wants the draft at a path.
    pub fn wants(&self, path: &str) -> bool {
        self.wanted.binary_search_by(|one| one.as_str().cmp(path)).is_ok()
    }

    /// The drafts that it wants and the other doesn't.
    pub fn wanted_beyond<'c>(
        &'c self,
        other: &'c Contribution,
    ) -> impl Iterator<Item = &'c String> {
        let mut others = other.wanted.iter().peekable();
        self.wanted.iter().filter(move |path| {
            while others.next_if(|other| other < path).is_some() {}
            others.peek() != Some(path)
        })
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
        let found = || journal.draft(&path).map(|found| file(&found.text));
        if !status.has_draft() {
            return found();
        }
        // Without material only a draft that the user has written stays.
        if !followup.has_draft() {
            let users = found().filter(|_| !journal.is_untouched(&path));
            self.wanted.extend(users.is_some().then_some(path));
            return users;
        }
        self.wanted.push(path.clone());
        let text = |path: &str| journal.draft(path).map(|found| found.text.as_str());
        let said = drafts::so_far(followup, templates.language(), text);
        match drafts::write(followup, config, templates, said.as_deref()) {
            // The draft that is there stays until the template is fixed.
            Err(problem) => {
                self.has_faults = true;
                self.problems.push(problem);
                found()
            }
            Ok(text) => {
                let artifact = Artifact { path: path.clone(), text, policy: Policy::Untouched };
                let verdict = reconcile::wanted(artifact, journal);
                let file = match &verdict {
                    Verdict::Blocked(_) => None,
                    Verdict::Changes(change) => change.after().map(file),
                    _ => found(),
                };
                if verdict != Verdict::Stays {
                    self.verdicts.push(verdict);
                }
                file
            }
        }
    }
}

/// Returns true if the note that a follow-up is about changed, or a draft of it: what has been said already is in those.
fn has_new_drafts(item: &Item, changed: &BTreeSet<String>) -> bool {
    let stem = drafts::subject_note(&item.followup).stem();
    let from = (Bound::Included(stem), Bound::Unbounded);
    let mut these = changed.range::<str, _>(from).map_while(|path| path.strip_prefix(stem));
    these.any(|rest| rest.starts_with('.'))
}
