//! A journal's hiring processes, kept up to date while its notes come and go.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Bound, Range};
use std::sync::Arc;

use rayon::prelude::*;

use crate::engine::addresses::{self, Addresses};
use crate::engine::families::{Families, Groups};
use crate::engine::grouping::{grouped, other_roles, without_copies};
use crate::engine::similar;
use crate::notes::{Note, Outcome};
use crate::plan::followup::are_same;
use crate::plan::others::{Others, has_bearing};
use crate::plan::process::{Process, ProcessKey, company_key, key, keys_of_company};
use crate::plan::timeframes;

/// At most this many companies are one thread's for sure: the last would keep the others waiting.
const AT_ONCE: usize = 8;

/// A journal's processes by company and role, kept up to date while its notes come and go.
#[derive(Debug, Default)]
pub struct Processes {
    all: BTreeMap<ProcessKey, Arc<Process>>,
    open: BTreeMap<ProcessKey, Arc<Process>>,
    /// Processes that may have a bearing on others.
    bearing: BTreeMap<ProcessKey, Arc<Process>>,
    /// Processes with records of messages to others.
    recording: BTreeMap<ProcessKey, Arc<Process>>,
    families: Families,
}

/// A note with the key of its company, and true if it came, or false if it went.
type Move = (String, Arc<Note>, bool);

/// A company's processes after some of its notes came or went.
struct Grouped {
    /// Those that are gone, each with the groups that it leaves.
    gone: Vec<(ProcessKey, Groups)>,
    /// Those that changed, each with the groups that it joins if it was not there before.
    new: Vec<(Arc<Process>, Option<Groups>)>,
}

/// A change of a journal's processes.
#[derive(Debug, Default)]
pub struct Changed {
    /// The keys of those that changed.
    pub keys: BTreeSet<ProcessKey>,
    /// True if one of them has, or had, a bearing on others.
    pub bearing: bool,
}

impl Processes {
    /// The process with a key.
    pub fn get(&self, key: &str) -> Option<&Arc<Process>> {
        self.all.get(key)
    }

    /// Returns true if there is a process with an id.
    pub fn has_id(&self, id: &str) -> bool {
        self.with_id(id).next().is_some()
    }

    fn with_id(&self, id: &str) -> impl Iterator<Item = &Arc<Process>> {
        let namesakes = self.families.of_id(id).iter().filter_map(|key| self.all.get(key));
        namesakes.filter(move |process| process.id == id)
    }

    /// Every process with its key, in order.
    pub fn all(&self) -> impl Iterator<Item = (&ProcessKey, &Arc<Process>)> {
        self.all.iter()
    }

    /// The processes that hear, or have heard, of the outcome of others, in order: those that are in progress or have an open
    /// offer, applications, and closed ones that were written to.
    pub fn hearing(&self, others: &Others) -> Vec<&Arc<Process>> {
        let mut hearing: Vec<&Arc<Process>> = self.open.values().collect();
        let written_to = others.written_to().flat_map(|id| self.with_id(id));
        let closed: BTreeSet<&ProcessKey> = written_to
            .map(|process| &process.key)
            .filter(|key| !self.open.contains_key(*key))
            .collect();
        if !closed.is_empty() {
            hearing.extend(closed.into_iter().filter_map(|key| self.all.get(key)));
            hearing.sort_by(|one, other| one.key.cmp(&other.key));
        }
        hearing
    }

    /// Those of them with one of these keys, in order.
    pub fn hearing_among<'k>(
        &self,
        keys: impl Iterator<Item = &'k ProcessKey>,
        others: &Others,
    ) -> impl Iterator<Item = &Arc<Process>> {
        let was_told = |process: &&Arc<Process>| others.have_written_to(process);
        keys.filter_map(move |key| {
            self.open.get(key).or_else(|| self.all.get(key).filter(was_told))
        })
    }

    /// The processes that may have a bearing on others, in order.
    pub fn with_bearing(&self) -> impl Iterator<Item = &Arc<Process>> {
        self.bearing.values()
    }

    /// The processes with records of messages to others, in order.
    pub fn with_records_of_others(&self) -> impl Iterator<Item = &Arc<Process>> {
        self.recording.values()
    }

    /// The processes of a company, in order.
    pub fn of_company(&self, company: &str) -> impl Iterator<Item = (&ProcessKey, &Arc<Process>)> {
        let Range { start, end } = keys_of_company(company);
        self.all.range::<str, _>((Bound::Included(start.as_str()), Bound::Excluded(end.as_str())))
    }

    /// Other processes that may be the same one, written in another way.
    pub fn similar(&self, process: &Process) -> impl Iterator<Item = &Arc<Process>> {
        let own = process.alike.as_ref().map(|key| self.families.similar(key));
        let others = own.into_iter().flatten().filter(|key| **key != process.key);
        let others = others.filter_map(|key| self.all.get(key));
        others.filter(|other| similar::are_similar(process, other))
    }

    /// The key of the process that a note belongs to.
    pub fn key_of(&self, note: &Note) -> ProcessKey {
        let own = || ProcessKey::from(key(note));
        if note.role.is_some() {
            return own();
        }
        let company = company_key(note);
        let mut processes = self.of_company(&company);
        processes
            .find(|(_, process)| process.has_note(&note.path))
            .map_or_else(own, |(key, _)| key.clone())
    }

    /// Gives a note that is none of theirs the addresses that others of its company have.
    pub fn complete(&self, note: &mut Arc<Note>) {
        let company = company_key(note);
        let others = self.of_company(&company).flat_map(|(_, process)| notes_of(process));
        let addresses = Addresses::of(others.chain([&*note]));
        addresses.complete(note);
    }

    /// Removes and adds notes, and returns what changed.
    pub fn update(&mut self, gone: Vec<Arc<Note>>, come: Vec<Arc<Note>>) -> Changed {
        let gone = gone.into_par_iter().map(|note| (company_key(&note), note, false));
        let come = come.into_par_iter().map(|note| (company_key(&note), note, true));
        let mut moves: Vec<Move> = gone.chain(come).collect();
        moves.par_sort_by(|(a, ..), (b, ..)| a.cmp(b));
        let companies: Vec<&[Move]> = moves.chunk_by(|(a, ..), (b, ..)| a == b).collect();
        let group = |moves: &&[Move]| self.company(&moves[0].0, moves);
        let grouped: Vec<Grouped> = companies.par_iter().with_max_len(AT_ONCE).map(group).collect();
        let (all, families) = (&mut self.all, &mut self.families);
        // Most come in order, so that they are sorted faster at the end than one by one.
        let (mut changed, mut affected) = (Vec::new(), Vec::new());
        let put_all = || {
            for (moves, grouped) in companies.iter().zip(&grouped) {
                put_company(all, &moves[0].0, grouped, &mut changed);
            }
        };
        let regroup_all = || {
            families.reserve(grouped.iter().map(|grouped| grouped.new.len()).sum());
            grouped.iter().for_each(|grouped| regroup(families, grouped, &mut affected));
        };
        rayon::join(put_all, regroup_all);
        for family in affected.into_iter().collect::<BTreeSet<String>>() {
            self.name(&family, &mut changed);
        }
        let mut changed: BTreeSet<ProcessKey> = changed.into_iter().collect();
        let mut bearing = false;
        for key in &changed {
            let process = self.all.get(key);
            let is_open = |process: &&Arc<Process>| process.outcome().is_some_and(Outcome::is_open);
            put(&mut self.open, key, process.filter(is_open));
            let with_bearing = process.filter(|process| has_bearing(process));
            let has_records = |process: &&Arc<Process>| {
                process.rounds.iter().any(|note| !note.to_processes.is_empty())
            };
            put(&mut self.recording, key, with_bearing.filter(has_records));
            bearing |= put(&mut self.bearing, key, with_bearing);
        }
        // A hint at two that look like one depends on both.
        if !changed.iter().eq(self.all.keys()) {
            let similar = changed.iter().filter_map(|key| similar::key_of(key));
            let similar = similar.flat_map(|key| self.families.similar(&key));
            let similar: Vec<ProcessKey> = similar.cloned().collect();
            changed.extend(similar);
        }
        Changed { keys: changed, bearing }
    }

    /// Groups a company's notes anew, after some of them came or went.
    fn company(&self, company: &str, moves: &[Move]) -> Grouped {
        let before: BTreeMap<ProcessKey, Arc<Process>> =
            self.of_company(company).map(|(key, process)| (key.clone(), process.clone())).collect();
        let moved: BTreeSet<&str> = moves.iter().map(|(_, note, _)| note.path.as_str()).collect();
        let stay = before.values().flat_map(|process| notes_of(process));
        let stay = stay.filter(|note| !moved.contains(note.path.as_str()));
        let come = moves.iter().filter(|(.., comes)| *comes).map(|(_, note, _)| note);
        let mut after = grouped(stay.chain(come));
        let gone = before.keys().filter(|key| !after.contains_key(*key));
        let gone = gone.map(|key| (key.clone(), Groups::of(key))).collect();
        let mut other_roles = other_roles(&after);
        let known = Addresses::of(after.values().flatten());
        after.retain(|key, notes| {
            let others = other_roles.get(key).map_or(&[][..], Vec::as_slice);
            !before.get(key).is_some_and(|before| {
                let mut rounds = rounds_read(before).iter().zip(&before.rounds);
                is_same(before, notes)
                    && are_same(&before.other_roles, others)
                    && rounds.all(|(read, round)| known.give(read, round))
            })
        });
        let new = after.into_iter().map(|(key, notes)| {
            let id = before.get(&key).map(|process| process.id.clone());
            let (mut rounds, copies) = without_copies(notes);
            let mut as_read = rounds.clone();
            rounds.iter_mut().for_each(|note| known.complete(note));
            addresses::recognise(&mut rounds);
            addresses::find_recruiters(&mut rounds);
            timeframes::share(&mut rounds);
            if are_same(&rounds, &as_read) {
                as_read = Vec::new();
            }
            let groups = id.is_none().then(|| Groups::of(&key));
            let id = id.or(groups.as_ref().map(|groups| groups.plain_id.clone()));
            let mut process = Process::new(key, id.unwrap_or_default(), rounds, copies);
            process.as_read = as_read;
            process.other_roles = other_roles.remove(&process.key).unwrap_or_default();
            process.alike = match &groups {
                Some(groups) => groups.similar.clone(),
                None => similar::key_of(&process.key),
            };
            (Arc::new(process), groups)
        });
        Grouped { gone, new: new.collect() }
    }

    /// Gives the members of a family their ids.
    fn name(&mut self, family: &str, changed: &mut Vec<ProcessKey>) {
        for (key, id) in self.families.ids(family) {
            if let Some(process) = self.all.get_mut(key)
                && process.id != id
            {
                Arc::make_mut(process).id = id;
                changed.push(key.clone());
            }
        }
    }
}

/// Takes in a company's notes, grouped anew.
fn put_company(
    all: &mut BTreeMap<ProcessKey, Arc<Process>>,
    company: &str,
    grouped: &Grouped,
    changed: &mut Vec<ProcessKey>,
) {
    for (key, _) in &grouped.gone {
        all.remove(key);
        changed.push(key.clone());
    }
    for (process, _) in &grouped.new {
        all.insert(process.key.clone(), process.clone());
        changed.push(process.key.clone());
    }
    // A hint at a missing role depends on the company's other processes.
    let unnamed = ProcessKey::from(format!("{company}\n"));
    if all.contains_key(&unnamed) {
        changed.push(unnamed);
    }
}

/// Takes in the groups of a company's processes, and adds the families whose members may get other ids.
fn regroup(families: &mut Families, grouped: &Grouped, affected: &mut Vec<String>) {
    for (key, groups) in &grouped.gone {
        families.regroup(key, groups, false);
        affected.push(groups.family().to_owned());
    }
    for (process, groups) in &grouped.new {
        if let Some(groups) = groups {
            families.regroup(&process.key, groups, true);
            // Alone it has its id already.
            let family = groups.family();
            affected.extend((families.of_id(family).len() > 1).then(|| family.to_owned()));
        }
    }
}

/// Puts a process under its key, or removes what is there. Returns true if there was or is one.
fn put(
    processes: &mut BTreeMap<ProcessKey, Arc<Process>>,
    key: &ProcessKey,
    process: Option<&Arc<Process>>,
) -> bool {
    let before = match process {
        Some(process) => processes.insert(key.clone(), process.clone()),
        // Nearly all come in order, and most have never been there.
        None if processes.last_key_value().is_none_or(|(last, _)| last < key) => None,
        None => processes.remove(key),
    };
    process.is_some() || before.is_some()
}

/// Returns true for the same notes as they were read before.
fn is_same(before: &Process, after: &[Arc<Note>]) -> bool {
    let after: BTreeSet<*const Note> = after.iter().map(Arc::as_ptr).collect();
    before.rounds.len() + before.copies.len() == after.len()
        && notes_of(before).all(|note| after.contains(&Arc::as_ptr(note)))
}

/// All notes of a process, as they were read.
fn notes_of(process: &Process) -> impl Iterator<Item = &Arc<Note>> {
    rounds_read(process).iter().chain(process.copies.iter().map(|(note, _)| note))
}

/// The rounds of a process, as they were read.
fn rounds_read(process: &Process) -> &[Arc<Note>] {
    if process.as_read.is_empty() { &process.rounds } else { &process.as_read }
}
