//! The decisions on a day's files, put together.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::engine::reconcile::{Orphan, Verdict};
use crate::journal::change::{Change, Step};

/// What comes of the decisions on a day's files.
#[derive(Debug, Default)]
pub struct Decisions {
    /// The changes on the disk.
    pub changes: Vec<Change>,
    /// The problems to report.
    pub problems: Vec<Arc<Diagnostic>>,
    /// Those among them for which a file can't be written.
    pub blocked: Vec<Diagnostic>,
    /// The edited drafts that no follow-up wants any more.
    pub orphans: Vec<Orphan>,
}

impl Decisions {
    /// Adds the decision on one file.
    pub fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Stays | Verdict::Sent(_) => {}
            Verdict::Changes(change) => self.changes.push(change),
            Verdict::Orphaned(orphan) => self.orphans.push(orphan),
            Verdict::Taken(problem) => self.problems.push(Arc::new(problem)),
            Verdict::Blocked(problem) => {
                self.problems.push(Arc::new(problem.clone()));
                self.blocked.push(problem);
            }
        }
    }

    /// Puts changes and problems in their order, each problem once.
    pub fn sort(&mut self) {
        // Removals come last: the draft of a note that was renamed is never absent.
        let order = |change: &Change| matches!(change.step, Step::Remove(_));
        self.changes.sort_by(|a, b| (order(a), &a.path).cmp(&(order(b), &b.path)));
        self.problems.sort_by(|a, b| a.order(b));
        self.problems.dedup();
    }
}
