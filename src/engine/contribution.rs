//! The part of a day that one hiring process adds.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::{Bound, Range};
use std::sync::Arc;

use super::{Detail, Rules, findings, reconcile};
use crate::agenda::{self, DraftFile, Item, Situation};
use crate::dates::window::Window;
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts;
use crate::engine::processes::Processes;
use crate::engine::reconcile::Verdict;
use crate::journal::Journal;
use crate::journal::artifact::{Artifact, Policy};
use crate::notes::Note;
use crate::notes::material::Materials;
use crate::plan::bearing::Bearing;
use crate::plan::followup::FollowUp;
use crate::plan::process::{Process, ProcessKey};
use crate::plan::status::Status;
use crate::plan::tie::are_tied;
use crate::plan::told::address;
use crate::plan::{Beside, Plan, plan};
use crate::rules::config::Config;

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
    to_others: Option<Range<usize>>,
    /// True if a draft could not be written.
    has_faults: bool,
    /// True if it has problems that hold something back.
    pub is_troubled: bool,
}

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

    /// Takes over a follow-up with its draft, unless that has to be looked at again.
    fn keeps(&mut self, item: &Arc<Item>, before: Before<'_>) -> bool {
        if !is_kept(item, before.changed) {
            return false;
        }
        if let Some(DraftFile { path, .. }) = item.draft.as_ref().filter(|_| may_have_draft(item)) {
            self.wanted.extend(item.status.has_draft().then(|| path.clone()));
            let verdicts = before.contribution.verdicts.iter();
            self.verdicts.extend(verdicts.filter(|one| one.path() == path).cloned());
        }
        self.items.push(item.clone());
        true
    }

    /// A follow-up with its draft.
    fn item(
        &mut self,
        followup: FollowUp,
        materials: &Materials<'_>,
        journal: &Journal,
        rules: Rules<'_>,
    ) -> Arc<Item> {
        let draft = self.draft(&followup, materials, journal, rules);
        Arc::new(Item::new(followup, rules.today, draft))
    }

    /// Gives up the draft of a follow-up, and returns its path.
    fn forget(&mut self, item: &Item) -> Option<String> {
        let path = drafts::path(&item.followup)?;
        self.wanted.retain(|wanted| *wanted != path);
        self.verdicts.retain(|verdict| verdict.path() != path);
        Some(path)
    }

    /// Works out what depends on all of its follow-ups.
    fn settle(
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

    /// The notes with problems that hold nothing back any more: nothing of them is live, their process is over or has
    /// gone on without them, and they are no news.
    fn closed(
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
        if !followup.rule.has_draft() || !(status.has_draft() || status == Status::Done) {
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

/// The follow-ups of a process that are asked for.
fn planned<'p>(
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

/// The key of the process that a follow-up goes to, if that is another one.
fn other_key(followup: &FollowUp) -> Option<&ProcessKey> {
    followup.other_process().map(|other| &other.key)
}

/// Returns true for a follow-up that has a draft, or may have kept one.
fn may_have_draft(item: &Item) -> bool {
    item.followup.rule.has_draft() && (item.status.has_draft() || item.status == Status::Done)
}

/// Returns true if a follow-up's draft needn't be looked at again after these files changed.
fn is_kept(item: &Item, changed: &BTreeSet<String>) -> bool {
    let is_same = |draft: &DraftFile| !changed.contains(&draft.path);
    !has_new_drafts(item, changed)
        && (!may_have_draft(item) || item.draft.as_ref().is_some_and(is_same))
}

/// Returns true if the note that a follow-up is about changed, or a draft of it: what has been said already is in those.
fn has_new_drafts(item: &Item, changed: &BTreeSet<String>) -> bool {
    let stem = drafts::subject_note(&item.followup).stem();
    let from = (Bound::Included(stem), Bound::Unbounded);
    let mut these = changed.range::<str, _>(from).map_while(|path| path.strip_prefix(stem));
    these.any(|rest| rest.starts_with('.'))
}
