//! One run from what was read to what has to change: the same for `build`, its `--check` and `--diff`, and `agenda`.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::agenda::own::Own;
use crate::agenda::{self, Agenda};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Problem};
use crate::draft::{self, Draft, Templates};
use crate::followup::FollowUp;
use crate::journal::Journal;
use crate::plan::plan;
use crate::process::Process;
use crate::reconcile::{self, Change};

/// What a run came to.
#[derive(Debug)]
pub struct Outcome<'j> {
    /// The day's agenda.
    pub agenda: Agenda<'j>,
    /// What has to change on the disk: the drafts, then the agenda that links to them.
    pub changes: Vec<Change>,
    /// What stands in the way of a file, so that it can't be written.
    pub blocked: Vec<Diagnostic>,
}

/// Which follow-ups a run looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// What the agenda shows: enough to write everything.
    Shown,
    /// What lapsed, was skipped or is void too.
    Everything,
}

/// Plans a journal's day. A pure function of its arguments.
pub fn outcome<'j>(
    journal: &'j Journal,
    processes: &'j [Process<'j>],
    config: &'j Config,
    templates: &Templates,
    today: NaiveDate,
    detail: Detail,
) -> Outcome<'j> {
    let is_shown =
        |followup: &FollowUp<'_>| detail == Detail::Everything || agenda::shows(followup, today);
    let (followups, hints) = plan(processes, config, is_shown);
    let mut problems = journal.problems.clone();
    problems.extend(hints);
    problems.extend(templates.problems().cloned());
    let (wanted, waiting) = messages(&followups, config, templates, today, &mut problems);
    let drafts = reconcile::drafts(wanted, &waiting, journal);
    problems.extend(drafts.problems.iter().cloned());
    let mut agenda = Agenda::new(processes, followups, &drafts.present, config, today);
    let mut blocked: Vec<Diagnostic> = drafts
        .problems
        .into_iter()
        .filter(|problem| !drafts.present.contains_key(&problem.path))
        .collect();
    agenda.left_over = drafts.left_over;
    problems.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    problems.dedup();
    agenda.problems = problems;
    let own = journal.agenda.as_deref().map(Own::of).unwrap_or_default();
    let mut changes = drafts.changes;
    match reconcile::agenda(agenda.to_markdown(&own), journal) {
        Ok(change) => changes.extend(change),
        Err(problem) => {
            agenda.problems.push(problem.clone());
            blocked.push(problem);
        }
    }
    Outcome { agenda, changes, blocked }
}

/// The drafts that ought to be there, and the paths of those that a template's mistake holds up.
fn messages(
    followups: &[FollowUp<'_>],
    config: &Config,
    templates: &Templates,
    today: NaiveDate,
    problems: &mut Vec<Diagnostic>,
) -> (Vec<Draft>, BTreeSet<String>) {
    let open: Vec<&FollowUp<'_>> = followups
        .iter()
        .filter(|followup| followup.rule.has_draft() && followup.status(today).has_draft())
        .collect();
    let written: Vec<_> =
        open.par_iter().map(|followup| draft::write(followup, config, templates)).collect();
    let (mut wanted, mut waiting) = (Vec::new(), BTreeSet::new());
    for (followup, written) in open.into_iter().zip(written) {
        match written {
            Ok(Some(draft)) => wanted.push(draft),
            Ok(None) => {
                problems.push(Diagnostic::of_file(&followup.note.path, Problem::NameTooLong));
            }
            Err(problem) => {
                problems.push(problem);
                waiting.extend(draft::path(followup));
            }
        }
    }
    (wanted, waiting)
}
