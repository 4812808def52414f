//! What a hiring process added before, kept or worked out anew: only what a change concerns.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::{Bound, Range};
use std::sync::Arc;

use super::contribution::{Contribution, may_have_draft, planned};
use super::{Detail, Rules};
use crate::agenda::{DraftFile, Item};
use crate::drafts;
use crate::journal::Journal;
use crate::notes::material::Materials;
use crate::plan::Beside;
use crate::plan::followup::FollowUp;
use crate::plan::process::{Process, ProcessKey};
use crate::plan::told::address;

/// What a process added before, on the same day and by the same rules, and the files that have changed since.
#[derive(Clone, Copy, Debug)]
pub struct Before<'b> {
    /// What it added.
    pub contribution: &'b Contribution,
    /// The paths of notes and drafts that changed.
    pub changed: &'b BTreeSet<String>,
}

/// What has changed for a process besides its own notes, on the same day and by the same rules.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The paths of drafts that changed, and of other processes' notes.
    pub files: &'a BTreeSet<String>,
    /// The other processes that changed, or have such files.
    pub processes: &'a BTreeSet<ProcessKey>,
    /// True if some of the drafts are its own.
    pub has_own: bool,
}

impl Contribution {
    /// Takes over a follow-up with its draft, unless that has to be looked at again.
    pub(super) fn keeps(&mut self, item: &Arc<Item>, before: Before<'_>) -> bool {
        if !is_kept(item, before.changed) {
            return false;
        }
        if let Some(DraftFile { path, .. }) =
            item.draft.as_ref().filter(|_| may_have_draft(&item.followup, item.status))
        {
            self.wanted.extend(item.status.has_draft().then(|| path.clone()));
            let verdicts = before.contribution.verdicts.iter();
            self.verdicts.extend(verdicts.filter(|one| one.path() == path).cloned());
        }
        self.items.push(item.clone());
        true
    }

    /// Returns true if it can't be renewed, because a draft could not be written, or what it says to one process depends on
    /// what the same reader is told about another.
    pub fn is_unsure(&self) -> bool {
        let to_others = self.to_others.clone().map_or(&[][..], |range| &self.items[range]);
        let mut readers = BTreeSet::new();
        let mut addresses = to_others.iter().filter_map(|item| address(&item.followup.addressee));
        self.has_faults || !addresses.all(|address| readers.insert(address))
    }

    /// Works out anew what it says to other processes that changed, which are those in `beside`, and the follow-ups whose
    /// drafts did. Gives the paths of their drafts as well, and `None` if nothing is new.
    pub fn renewed(
        &self,
        process: &Process,
        beside: Beside<'_>,
        around: Around<'_>,
        journal: &Journal,
        rules: Rules<'_>,
        detail: Detail,
    ) -> Option<(Contribution, Vec<String>)> {
        // Its own notes are the same, and so are its other follow-ups.
        let Range { start, mut end } = self.to_others.clone()?;
        let materials = Materials::new(&process.rounds, &rules.config.headings);
        let mut renewed = Cow::Borrowed(self);
        let mut moved = Vec::new();
        for (at, item) in self.items.iter().enumerate().filter(|_| around.has_own) {
            let is_stale = |key| around.processes.contains(key);
            if !is_kept(item, around.files) && !other_key(&item.followup).is_some_and(is_stale) {
                let renewed = renewed.to_mut();
                moved.extend(renewed.forget(item));
                renewed.items[at] = renewed.item(item.followup.clone(), &materials, journal, rules);
            }
        }
        let planned = planned(process, beside, &materials, rules, detail);
        for key in around.processes {
            let to_it = |followup: &FollowUp| other_key(followup) == Some(key);
            let new = planned.followups.iter().find(|followup| to_it(followup));
            let found = renewed.items[start..end]
                .binary_search_by(|item| other_key(&item.followup).cmp(&Some(key)));
            let at = start + found.unwrap_or_else(|at| at);
            if found.is_ok() {
                let item = renewed.items[at].clone();
                let is_same = new.is_some_and(|new| item.followup.is_same(new));
                if is_same && is_kept(&item, around.files) {
                    continue;
                }
                let renewed = renewed.to_mut();
                moved.extend(renewed.forget(&item));
                renewed.items.remove(at);
                end -= 1;
            }
            if let Some(new) = new {
                moved.extend(drafts::path(new));
                let renewed = renewed.to_mut();
                let item = renewed.item(new.clone(), &materials, journal, rules);
                renewed.items.insert(at, item);
                end += 1;
            }
        }
        let Cow::Owned(mut renewed) = renewed else { return None };
        renewed.to_others = Some(start..end);
        renewed.settle(process, beside.bearing, journal, rules);
        Some((renewed, moved))
    }

    /// Gives up the draft of a follow-up, and returns its path.
    fn forget(&mut self, item: &Item) -> Option<String> {
        let path = drafts::path(&item.followup)?;
        self.wanted.retain(|wanted| *wanted != path);
        self.verdicts.retain(|verdict| verdict.path() != path);
        Some(path)
    }
}

/// The key of the process that a follow-up goes to, if that is another one.
pub(super) fn other_key(followup: &FollowUp) -> Option<&ProcessKey> {
    followup.other_process().map(|other| &other.key)
}

/// Returns true if a follow-up's draft needn't be looked at again after these files changed.
fn is_kept(item: &Item, changed: &BTreeSet<String>) -> bool {
    let is_same = |draft: &DraftFile| !changed.contains(&draft.path);
    !has_new_drafts(item, changed)
        && (!may_have_draft(&item.followup, item.status)
            || item.draft.as_ref().is_some_and(is_same))
}

/// Returns true if the note that a follow-up is about changed, or a draft of it: what has been said already is in those.
fn has_new_drafts(item: &Item, changed: &BTreeSet<String>) -> bool {
    let stem = drafts::subject_note(&item.followup).stem();
    let from = (Bound::Included(stem), Bound::Unbounded);
    let mut these = changed.range::<str, _>(from).map_while(|path| path.strip_prefix(stem));
    these.any(|rest| rest.starts_with('.'))
}
