//! The part of a day that one hiring process adds.

use std::sync::Arc;

use super::{Detail, Rules, findings, reconcile};
use crate::agenda::{self, DraftFile, Item, Situation};
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts;
use crate::engine::reconcile::Verdict;
use crate::journal::Journal;
use crate::journal::artifact::{Artifact, Policy};
use crate::plan::followup::{FollowUp, Standing, Status};
use crate::plan::plan;
use crate::plan::process::Process;

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
    /// True if other processes can change it.
    pub depends_on_others: bool,
}

impl Contribution {
    /// Works out what a process adds, among all that are `open`.
    pub fn of(
        process: &Process,
        open: &[&Arc<Process>],
        journal: &Journal,
        rules: Rules<'_>,
        detail: Detail,
    ) -> Contribution {
        let Rules { config, today, .. } = rules;
        let is_shown = |standing: &Standing| {
            detail == Detail::Everything || agenda::shows(standing, config, today)
        };
        let plan = plan(process, open, config, is_shown);
        let mut contribution = Contribution {
            problems: plan.hints,
            depends_on_others: plan.depends_on_others,
            ..Contribution::default()
        };
        contribution.problems.extend(findings::of(process, today));
        for followup in plan.followups {
            let draft = contribution.draft(&followup, journal, rules);
            contribution.items.push(Arc::new(Item::new(followup, today, draft)));
        }
        contribution.situation = Situation::of(process, &contribution.items, config, today);
        contribution
    }

    /// Returns true if it adds nothing, and other processes can't change that.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
            && self.situation.is_empty()
            && self.problems.is_empty()
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
        let on_disk = journal.draft(&path);
        let found = on_disk.map(|found| file(&found.text));
        if !status.has_draft() {
            return found;
        }
        // One that the user has changed stays theirs, whatever the note says.
        if on_disk.is_none_or(|found| found.is_untouched)
            && !drafts::has_something_to_say(followup, config, templates)
        {
            return None;
        }
        self.wanted.push(path.clone());
        match drafts::write(followup, config, templates) {
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
