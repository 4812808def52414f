//! The part of a day that one hiring process adds.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::renewal::{Before, other_key};
use super::{Detail, Rules, findings, reconcile};
use crate::agenda::{self, DraftFile, Item, Situation};
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts;
use crate::engine::processes::Processes;
use crate::engine::reconcile::Verdict;
use crate::journal::Journal;
use crate::journal::artifact::{Artifact, Policy};
use crate::notes::material::Materials;
use crate::plan::bearing::Bearing;
use crate::plan::followup::FollowUp;
use crate::plan::process::{Process, ProcessKey};
use crate::plan::status::Status;
use crate::plan::tie::are_tied;
use crate::plan::{Beside, Plan, plan};

/// The part of a day that one hiring process adds.
#[derive(Clone, Debug, Default)]
pub struct Contribution {
    /// Its follow-ups, as far as they are asked for.
    pub items: Vec<Arc<Item>>,
    /// The state of the process.
    pub situation: Arc<Situation>,
    /// Paths of the drafts that its follow-ups want, sorted.
    pub wanted: Vec<String>,
    /// Decisions on the drafts that aren't as they ought to be.
    pub verdicts: Vec<Verdict>,
    /// Problems that no single note shows.
    pub problems: Vec<Arc<Diagnostic>>,
    /// Problems that depend on its follow-ups and tasks, and those of files about people, to which its notes link.
    pub other_problems: Vec<Arc<Diagnostic>>,
    /// Paths of its notes whose problems hold nothing back any more.
    pub closed: Vec<String>,
    /// The follow-ups that go to other processes, in the order of their keys, if those can change it.
    pub(super) to_others: Option<Range<usize>>,
    /// True if a draft could not be written.
    pub(super) has_faults: bool,
    /// True if it has problems that hold something back.
    pub is_troubled: bool,
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
        let materials = Materials::new(&process.rounds, &rules.config.headings);
        let plan = planned(process, beside, &materials, rules, detail);
        let to_others = plan.followups.iter().filter_map(other_key);
        let to_others = plan.to_others.map(|at| at..at + to_others.count());
        let mut contribution = Contribution { to_others, ..Contribution::default() };
        let found = findings::of(process, processes, rules.today);
        // A list of their own: one made in place would keep the room of what it was made from.
        contribution.problems.reserve_exact(plan.problems.len() + found.len());
        contribution.problems.extend(plan.problems.into_iter().chain(found).map(Arc::new));
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
            let item = contribution.item(followup, &materials, journal, rules);
            contribution.items.push(item);
        }
        contribution.settle(process, beside.bearing, journal, rules);
        // If others can change it, what is closed may not stay so.
        if detail != Detail::Checked && !contribution.depends_on_others() {
            contribution.leave_closed_problems(process, journal);
        }
        contribution
    }

    /// Returns true if other processes can change it.
    pub fn depends_on_others(&self) -> bool {
        self.to_others.is_some()
    }

    /// The follow-ups that take leave of the process, or know of another one whose offer was accepted.
    pub fn farewells(&self) -> impl Iterator<Item = &FollowUp> {
        let followups = self.items.iter().map(|item| &item.followup);
        followups.filter(|one| one.rule.when.is_farewell() || one.setting.is_left)
    }

    /// Returns true if a farewell in it may speak of one of these processes, or has done so. One to colleagues depends on
    /// all of them: it must not say that one stays.
    pub fn may_speak_of(&self, changed: &BTreeSet<ProcessKey>, processes: &Processes) -> bool {
        self.farewells().any(|followup| {
            let setting = &followup.setting;
            let known = setting.tie.as_ref().or(setting.taken.as_ref()).map(|tie| &tie.key);
            let is_tied = |other: &Arc<Process>| are_tied(&followup.note, followup.person(), other);
            !changed.is_empty() && followup.note.is_internal()
                || changed
                    .iter()
                    .any(|key| known == Some(key) || processes.get(key).is_some_and(is_tied))
        })
    }

    /// All its problems.
    pub fn problems(&self) -> impl Iterator<Item = &Arc<Diagnostic>> {
        self.problems.iter().chain(&self.other_problems)
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
            && self.problems().next().is_none()
            && self.closed.is_empty()
            && !self.depends_on_others()
    }

    /// A follow-up with its draft.
    pub(super) fn item(
        &mut self,
        followup: FollowUp,
        materials: &Materials<'_>,
        journal: &Journal,
        rules: Rules<'_>,
    ) -> Arc<Item> {
        let draft = self.draft(&followup, materials, journal, rules);
        Arc::new(Item::new(followup, rules.today, draft))
    }

    /// Works out what depends on all of its follow-ups.
    pub(super) fn settle(
        &mut self,
        process: &Process,
        bearing: &Bearing,
        journal: &Journal,
        rules: Rules<'_>,
    ) {
        // Stable, because most of them are in order.
        self.wanted.sort();
        let situation = Situation::of(process, bearing, &self.items, rules.config, rules.today);
        self.situation = Arc::new(situation);
        let unheard = findings::of_listeners(&self.items, rules.config);
        self.other_problems = unheard.into_iter().map(Arc::new).collect();
        self.closed = self.closed(process, bearing, journal, rules);
        if self.situation.quiet.is_none() {
            let of_tasks = findings::of_tasks(process);
            self.other_problems.extend(of_tasks.into_iter().map(Arc::new));
        }
        let of_people = findings::of_people(process, &self.closed);
        self.other_problems.extend(of_people.into_iter().map(Arc::new));
        let is_open = |problem: &Arc<Diagnostic>| !self.closed.contains(&problem.path);
        let is_troubled = self.problems().any(is_open);
        self.is_troubled = is_troubled;
    }

    /// A follow-up's draft as it will be on the disk, if there is one.
    fn draft(
        &mut self,
        followup: &FollowUp,
        materials: &Materials<'_>,
        journal: &Journal,
        rules: Rules<'_>,
    ) -> Option<DraftFile> {
        let Rules { config, templates, today } = rules;
        let status = followup.standing.status(today);
        if !may_have_draft(followup, status) {
            return None;
        }
        let Some(path) = drafts::path(followup) else {
            let problem = Diagnostic::of_file(&followup.note.path, Problem::NameTooLong);
            self.has_faults |= status.has_draft();
            self.problems.extend(status.has_draft().then(|| Arc::new(problem)));
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
        match drafts::write(followup, materials, config, templates, said.as_deref()) {
            // The draft that is there stays until the template is fixed.
            Err(problem) => {
                self.has_faults = true;
                self.problems.push(Arc::new(problem));
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

/// Returns true for a follow-up that has a draft, or may have kept one.
pub(super) fn may_have_draft(followup: &FollowUp, status: Status) -> bool {
    followup.rule.has_draft() && (status.has_draft() || status == Status::Done)
}

/// The follow-ups of a process that are asked for.
pub(super) fn planned<'p>(
    process: &'p Process,
    beside: Beside<'p>,
    materials: &'p Materials<'p>,
    rules: Rules<'p>,
    detail: Detail,
) -> Plan {
    let Rules { config, today, .. } = rules;
    let is_everything = detail == Detail::Everything;
    plan(process, beside, materials, config, today, is_everything, |standing| {
        is_everything || agenda::shows(standing, config, today)
    })
}
