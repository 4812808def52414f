//! What all hiring processes add to a day, in the order in which the agenda needs it. A run that changes little goes
//! through little of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use super::contribution::Contribution;
use super::reconcile::Verdict;
use crate::agenda::{Item, Situation};
use crate::diagnostic::Diagnostic;
use crate::journal::Journal;
use crate::plan::process::ProcessKey;

/// The part that each process adds to a day, unless that is empty.
#[derive(Debug, Default)]
pub struct Contributions {
    all: BTreeMap<ProcessKey, Arc<Contribution>>,
    /// Their follow-ups, in the order of the agenda.
    items: BTreeMap<Slot, Vec<Arc<Item>>>,
    /// Their situations, unless the agenda says nothing of them.
    situations: BTreeMap<ProcessKey, Arc<Situation>>,
    /// The processes that others can change.
    dependent: BTreeSet<ProcessKey>,
    /// The processes with messages that take leave, which may speak of others.
    leaving: BTreeSet<ProcessKey>,
    /// The processes with problems that hold something back.
    troubled: BTreeSet<ProcessKey>,
    /// The problems of files, by their paths, as far as they hold something back.
    of_files: BTreeMap<String, Vec<Arc<Diagnostic>>>,
    /// The processes with decisions on drafts.
    undecided: BTreeSet<ProcessKey>,
    /// Paths of notes whose problems hold nothing back any more, each with the number of processes that say so.
    closed: HashMap<String, usize>,
    /// The part of a process that adds nothing.
    pub(super) nothing: Arc<Contribution>,
}

/// A place in the order of follow-ups. Those of one place are in the order of the cadence.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Slot {
    due: NaiveDate,
    /// The path of the note.
    note: String,
    process: ProcessKey,
}

impl Contributions {
    /// The part of the process with a key.
    pub fn get(&self, key: &ProcessKey) -> Option<&Contribution> {
        self.all.get(key).map(Arc::as_ref)
    }

    /// The keys of all, in order.
    pub fn keys(&self) -> impl Iterator<Item = &ProcessKey> {
        self.all.keys()
    }

    /// All follow-ups, by due day and note; those of one day and note are in the order of the cadence.
    pub fn items(&self) -> impl Iterator<Item = &Arc<Item>> {
        self.items.values().flatten()
    }

    /// The situations that the agenda says something of, in the order of the processes.
    pub fn situations(&self) -> impl Iterator<Item = &Situation> {
        self.situations.values().map(Arc::as_ref)
    }

    /// Those that other processes can change.
    pub fn dependent(&self) -> impl Iterator<Item = (&ProcessKey, &Contribution)> {
        self.among(&self.dependent)
    }

    /// Those with messages that take leave.
    pub fn leaving(&self) -> impl Iterator<Item = (&ProcessKey, &Contribution)> {
        self.among(&self.leaving)
    }

    /// The problems of files and of processes that hold something back.
    pub fn problems(&self) -> impl Iterator<Item = &Arc<Diagnostic>> {
        let of_processes = self.among(&self.troubled).flat_map(|(_, one)| one.problems());
        let of_processes = of_processes.filter(|problem| !self.is_closed(&problem.path));
        self.of_files.values().flatten().chain(of_processes)
    }

    /// The problems of files and of processes that hold nothing back any more, in no order.
    pub fn closed_problems<'c>(
        &'c self,
        journal: &'c Journal,
    ) -> impl Iterator<Item = &'c Arc<Diagnostic>> {
        let problems =
            journal.problems_of_files().chain(self.values().flat_map(|one| one.problems()));
        problems.filter(|problem| self.is_closed(&problem.path))
    }

    /// The decisions on drafts that aren't as they ought to be, each with the process that wants the draft.
    pub fn verdicts(&self) -> impl Iterator<Item = (&ProcessKey, &Verdict)> {
        let undecided = self.among(&self.undecided);
        undecided.flat_map(|(key, one)| one.verdicts.iter().map(move |verdict| (key, verdict)))
    }

    /// The parts of all, in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &Contribution> {
        self.all.values().map(Arc::as_ref)
    }

    /// Returns true if the problems of the note at a path hold nothing back any more.
    pub fn is_closed(&self, path: &str) -> bool {
        self.closed.contains_key(path)
    }

    fn among(
        &self,
        keys: &BTreeSet<ProcessKey>,
    ) -> impl Iterator<Item = (&ProcessKey, &Contribution)> {
        keys.iter().filter_map(|key| self.all.get_key_value(key)).map(|(key, one)| (key, &**one))
    }

    /// Sets the part of a process, and returns the one that it had.
    pub fn put(
        &mut self,
        key: &ProcessKey,
        new: &Arc<Contribution>,
        journal: &Journal,
    ) -> Arc<Contribution> {
        let old = match new.is_empty() {
            true => self.all.remove(key),
            false => self.all.insert(key.clone(), new.clone()),
        };
        let old = old.unwrap_or_else(|| self.nothing.clone());
        self.put_items(key, &old.items, &new.items);
        if !new.situation.is_empty() {
            self.situations.insert(key.clone(), new.situation.clone());
        } else if !old.situation.is_empty() {
            self.situations.remove(key);
        }
        let mark = |keys: &mut BTreeSet<ProcessKey>, is_in: fn(&Contribution) -> bool| match (
            is_in(&old),
            is_in(new),
        ) {
            (false, true) => _ = keys.insert(key.clone()),
            (true, false) => _ = keys.remove(key),
            _ => {}
        };
        mark(&mut self.dependent, Contribution::depends_on_others);
        mark(&mut self.leaving, |one| one.farewells().next().is_some());
        mark(&mut self.troubled, |one| one.is_troubled);
        mark(&mut self.undecided, |one| !one.verdicts.is_empty());
        for path in &new.closed {
            *self.closed.entry(path.clone()).or_default() += 1;
        }
        for path in &old.closed {
            if let Some(count) = self.closed.get_mut(path) {
                *count -= 1;
                if *count == 0 {
                    self.closed.remove(path);
                }
            }
        }
        for path in old.closed.iter().chain(&new.closed) {
            self.look_at(path, journal);
        }
        old
    }

    /// Takes in the problems of a file that changed.
    pub fn look_at(&mut self, path: &str, journal: &Journal) {
        let problems = if self.is_closed(path) { &[] } else { journal.problems_of(path) };
        match problems.is_empty() {
            true => self.of_files.remove(path),
            false => self.of_files.insert(path.to_owned(), problems.to_vec()),
        };
    }

    /// Replaces the follow-ups of a process, as far as they aren't the same.
    fn put_items(&mut self, key: &ProcessKey, old: &[Arc<Item>], new: &[Arc<Item>]) {
        let same = old.iter().zip(new).take_while(|(old, new)| Arc::ptr_eq(old, new)).count();
        let (old_rest, new_rest) = (&old[same..], &new[same..]);
        let pairs = old_rest.iter().rev().zip(new_rest.iter().rev());
        let same = pairs.take_while(|(old, new)| Arc::ptr_eq(old, new)).count();
        let changed =
            old_rest[..old_rest.len() - same].iter().chain(&new_rest[..new_rest.len() - same]);
        let slot = |item: &Item| Slot {
            due: item.due(),
            note: item.followup.note.path.clone(),
            process: key.clone(),
        };
        let mut slots: BTreeMap<Slot, Vec<Arc<Item>>> =
            changed.map(|item| (slot(item), Vec::new())).collect();
        if slots.is_empty() {
            return;
        }
        for item in new {
            if let Some(items) = slots.get_mut(&slot(item)) {
                items.push(item.clone());
            }
        }
        for (slot, items) in slots {
            match items.is_empty() {
                true => self.items.remove(&slot),
                false => self.items.insert(slot, items),
            };
        }
    }
}
