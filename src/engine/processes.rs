//! A journal's hiring processes, kept up to date while its notes come and go.

use std::collections::{BTreeMap, BTreeSet, HashMap, hash_map};
use std::ops::{Bound, Range};
use std::sync::Arc;

use rayon::prelude::*;

use crate::dates::calendar::Calendar;
use crate::dates::window::Window;
use crate::engine::addresses::Addresses;
use crate::engine::similar;
use crate::journal::copies;
use crate::notes::people::everybody;
use crate::notes::{Note, Outcome, Person};
use crate::plan::followup::are_same;
use crate::plan::others::has_bearing;
use crate::plan::process::{
    Copied, Process, ProcessKey, company_key, current_of, in_order, is_application, key,
    keys_of_company, timeframes,
};
use crate::rules::known::Known;
use crate::text::{composed, number_namesake, slug};

/// A journal's processes by company and role, kept up to date while its notes come and go.
#[derive(Debug, Default)]
pub struct Processes {
    all: BTreeMap<ProcessKey, Arc<Process>>,
    open: BTreeMap<ProcessKey, Arc<Process>>,
    /// Processes that may have a bearing on others.
    bearing: BTreeMap<ProcessKey, Arc<Process>>,
    /// Processes with records of messages to others.
    recording: BTreeMap<ProcessKey, Arc<Process>>,
    /// Processes whose slugs differ only by a number at the end, in order: their ids depend on each other.
    families: HashMap<String, Vec<ProcessKey>>,
    /// Processes that may be one, written in two ways.
    similar: HashMap<String, Vec<ProcessKey>>,
}

/// A note with the key of its company, and true if it came, or false if it went.
type Move = (String, Arc<Note>, bool);

/// A company's processes after some of its notes came or went.
struct Grouped {
    /// Those that are gone, each with the groups that it leaves.
    gone: Vec<(ProcessKey, Groups)>,
    /// Those that changed, each with the groups that it joins if it was not there before.
    new: Vec<(Process, Option<Groups>)>,
}

/// The groups of processes that one belongs to.
struct Groups {
    family: String,
    similar: Option<String>,
}

impl Groups {
    fn of(key: &str) -> Groups {
        Groups { family: family(&plain_id(key)).to_owned(), similar: similar::key_of(key) }
    }
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
        let namesakes = self.families.get(family(id)).into_iter().flatten();
        namesakes.filter_map(|key| self.all.get(key)).any(|process| process.id == id)
    }

    /// Every process with its key, in order.
    pub fn all(&self) -> impl Iterator<Item = (&ProcessKey, &Arc<Process>)> {
        self.all.iter()
    }

    /// The processes that are in progress or have an open offer, and applications, in order.
    pub fn open(&self) -> impl Iterator<Item = &Arc<Process>> {
        self.open.values()
    }

    /// Those of them with one of these keys, in order.
    pub fn open_among(&self, keys: &BTreeSet<ProcessKey>) -> impl Iterator<Item = &Arc<Process>> {
        keys.iter().filter_map(|key| self.open.get(key))
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
        let own = process.alike.as_ref().and_then(|key| self.similar.get(key));
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
        // Most come in order, so that they are sorted faster at the end than one by one.
        let (mut changed, mut families) = (Vec::new(), Vec::new());
        let companies: Vec<&[Move]> = moves.chunk_by(|(a, ..), (b, ..)| a == b).collect();
        let grouped: Vec<Grouped> =
            companies.par_iter().map(|moves| self.company(&moves[0].0, moves)).collect();
        for (moves, grouped) in companies.into_iter().zip(grouped) {
            self.put_company(&moves[0].0, grouped, &mut changed, &mut families);
        }
        for family in families.into_iter().collect::<BTreeSet<String>>() {
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
            let similar = changed.iter().filter_map(|key| self.similar.get(&similar::key_of(key)?));
            let similar: Vec<ProcessKey> = similar.flatten().cloned().collect();
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
        let addresses = Addresses::of(after.values().flatten());
        after.retain(|key, notes| {
            let others = other_roles.get(key).map_or(&[][..], Vec::as_slice);
            !before.get(key).is_some_and(|before| {
                let mut rounds = rounds_read(before).iter().zip(&before.rounds);
                is_same(before, notes)
                    && are_same(&before.other_roles, others)
                    && rounds.all(|(read, round)| addresses.give(read, round))
            })
        });
        let new = after.into_iter().map(|(key, notes)| {
            let id = before.get(&key).map(|process| process.id.clone());
            let (mut rounds, copies) = without_copies(notes);
            let mut as_read = rounds.clone();
            rounds.iter_mut().for_each(|note| addresses.complete(note));
            share_time_frames(&mut rounds);
            if are_same(&rounds, &as_read) {
                as_read = Vec::new();
            }
            let groups = id.is_none().then(|| Groups::of(&key));
            let mut process = Process::new(key, id.unwrap_or_default(), rounds, copies);
            process.as_read = as_read;
            process.other_roles = other_roles.remove(&process.key).unwrap_or_default();
            process.alike = match &groups {
                Some(groups) => groups.similar.clone(),
                None => similar::key_of(&process.key),
            };
            (process, groups)
        });
        Grouped { gone, new: new.collect() }
    }

    /// Takes in a company's notes, grouped anew.
    fn put_company(
        &mut self,
        company: &str,
        grouped: Grouped,
        changed: &mut Vec<ProcessKey>,
        families: &mut Vec<String>,
    ) {
        for (key, groups) in grouped.gone {
            self.all.remove(&key);
            self.regroup(&key, groups, families, false);
            changed.push(key);
        }
        for (process, groups) in grouped.new {
            let key = process.key.clone();
            self.all.insert(key.clone(), Arc::new(process));
            if let Some(groups) = groups {
                self.regroup(&key, groups, families, true);
            }
            changed.push(key);
        }
        // A hint at a missing role depends on the company's other processes.
        let unnamed = ProcessKey::from(format!("{company}\n"));
        if self.all.contains_key(&unnamed) {
            changed.push(unnamed);
        }
    }

    /// Adds a process that is new to the groups that it belongs to, or removes one that is gone.
    fn regroup(
        &mut self,
        key: &ProcessKey,
        groups: Groups,
        families: &mut Vec<String>,
        is_new: bool,
    ) {
        families.push(groups.family.clone());
        regroup(&mut self.families, groups.family, key, is_new);
        if let Some(similar) = groups.similar {
            regroup(&mut self.similar, similar, key, is_new);
        }
    }

    /// Gives the members of a family their ids: the second of one slug gets `-2`.
    fn name(&mut self, family: &str, changed: &mut Vec<ProcessKey>) {
        let members = self.families.get(family).map_or(&[][..], Vec::as_slice);
        let mut taken = HashMap::new();
        for key in members {
            let mut id = plain_id(key);
            if members.len() > 1 {
                number_namesake(&mut id, &mut taken);
            }
            if let Some(process) = self.all.get_mut(key)
                && process.id != id
            {
                Arc::make_mut(process).id = id;
                changed.push(key.clone());
            }
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
        None => processes.remove(key),
    };
    process.is_some() || before.is_some()
}

/// Adds a process that is new to a group, whose members are in order, or removes one that is gone.
fn regroup(
    groups: &mut HashMap<String, Vec<ProcessKey>>,
    group: String,
    key: &ProcessKey,
    is_new: bool,
) {
    let mut members = match groups.entry(group) {
        hash_map::Entry::Occupied(members) => members,
        // Nearly all stay alone.
        hash_map::Entry::Vacant(free) => free.insert_entry(Vec::with_capacity(1)),
    };
    match members.get().binary_search(key) {
        Err(at) if is_new => members.get_mut().insert(at, key.clone()),
        Ok(at) if !is_new => drop(members.get_mut().remove(at)),
        _ => {}
    }
    if members.get().is_empty() {
        members.remove();
    }
}

/// A company's notes by process. Those without a role belong to its one open process, or to its only one; else they are
/// a process of their own.
fn grouped<'n>(notes: impl Iterator<Item = &'n Arc<Note>>) -> BTreeMap<ProcessKey, Vec<Arc<Note>>> {
    let mut groups: BTreeMap<ProcessKey, Vec<Arc<Note>>> = BTreeMap::new();
    let mut unnamed = Vec::new();
    for note in notes {
        match note.role {
            Some(_) => groups.entry(key(note).into()).or_default().push(note.clone()),
            None => unnamed.push(note.clone()),
        }
    }
    let order = |a: &Arc<Note>, b: &Arc<Note>| in_order(a, b);
    for rounds in groups.values_mut() {
        rounds.sort_by(order);
    }
    if let Some(note) = unnamed.first() {
        let is_open = |rounds: &Vec<Arc<Note>>| {
            Process::outcome_of(&rounds[current_of(rounds)]).is_none_or(Outcome::is_open)
        };
        let mut open = groups.iter().filter(|(_, rounds)| is_open(rounds)).map(|(key, _)| key);
        let home = match (open.next(), open.next(), groups.len()) {
            (Some(only), None, _) => only.clone(),
            (_, _, 1) => groups.keys().next().cloned().unwrap_or_default(),
            _ => key(note).into(),
        };
        let rounds = groups.entry(home).or_default();
        rounds.extend(unnamed);
        rounds.sort_by(order);
    }
    groups
}

/// Most interviews of a company, for several roles, whose people are compared with each other.
const MOST_COMPARED: usize = 60;

/// A company's interviews for other roles with people whom a process knows, too, by process and in order.
fn other_roles(
    groups: &BTreeMap<ProcessKey, Vec<Arc<Note>>>,
) -> HashMap<ProcessKey, Vec<Arc<Note>>> {
    let count: usize = groups.values().map(Vec::len).sum();
    if groups.len() < 2 || count > MOST_COMPARED {
        return HashMap::new();
    }
    let rounds = groups.iter().map(|(key, notes)| (key, without_copies(notes.clone()).0));
    let rounds: Vec<(&ProcessKey, Vec<Arc<Note>>)> = rounds.collect();
    // Everybody with the place of their note, those who may be the same side by side.
    let mut people: Vec<(String, usize, usize, &Person)> = Vec::new();
    for (at, (_, notes)) in rounds.iter().enumerate() {
        for (nth, note) in notes.iter().enumerate() {
            for person in everybody(note) {
                people.extend(person.keys().map(|key| (key, at, nth, person)));
            }
        }
    }
    people.sort_unstable_by(|(one, ..), (other, ..)| one.cmp(other));
    let mut places: Vec<BTreeSet<(usize, usize)>> = vec![BTreeSet::new(); rounds.len()];
    for alike in people.chunk_by(|(one, ..), (other, ..)| one == other) {
        for (_, at, _, person) in alike {
            let others = alike.iter().filter(|(_, other, nth, another)| {
                other != at
                    && !is_application(&rounds[*other].1[*nth])
                    && !places[*at].contains(&(*other, *nth))
                    && another.is_likely(person)
            });
            let others: Vec<_> = others.map(|(_, other, nth, _)| (*other, *nth)).collect();
            places[*at].extend(others);
        }
    }
    let with_others = rounds.iter().zip(places).filter(|(_, places)| !places.is_empty());
    let notes = |places: BTreeSet<(usize, usize)>| {
        places.into_iter().map(|(at, nth)| rounds[at].1[nth].clone()).collect()
    };
    with_others.map(|((key, _), places)| ((*key).clone(), notes(places))).collect()
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

/// Gives each interview without a time frame the one that was heard in another of the same day, and each task done at home
/// that of the round before it.
fn share_time_frames(rounds: &mut [Arc<Note>]) {
    let is_held = |note: &Note| {
        matches!(note.date, Known::Is(_)) && !is_application(note) && !note.fell_through()
    };
    let is_told = |note: &Note| note.window.value().is_some_and(Window::is_stated);
    let has_none = |note: &Note| !note.window.is_bad() && !is_told(note);
    let is_without = |note: &Note| has_none(note) && note.updates.is_empty() && is_held(note);
    let share = |note: &mut Arc<Note>, window: Window| {
        Arc::make_mut(note).window = Known::Is(window);
    };
    for day in rounds.chunk_by_mut(|a, b| a.date == b.date) {
        let told = day.iter().rev().find(|note| is_told(note) && is_held(note));
        let Some(window) = told.and_then(|note| note.window.value().cloned()) else { continue };
        for note in day.iter_mut().filter(|note| is_without(note)) {
            share(note, window.clone());
        }
    }
    for at in 1..rounds.len() {
        let (before, after) = rounds.split_at_mut(at);
        let task = &mut after[0];
        if !is_without(task) || !task.is_assignment() {
            continue;
        }
        let before = before.iter().rev().find(|note| is_held(note));
        if let Some(window) = before.and_then(|before| still_to_come(before, task)) {
            share(task, window);
        }
    }
}

/// The time frame that was heard in the round before a task done at home, unless it ends before that is handed in. Words
/// that would mean another day after the task are replaced by that day.
fn still_to_come(before: &Note, task: &Note) -> Option<Window> {
    let calendar = Calendar::default();
    let decision = *timeframes(before, &calendar).pop()?.decision.value()?;
    let turn = task.their_turn().value().copied().filter(|turn| *turn < decision)?;
    let window = before.latest_window().value().filter(|window| **window != Window::OnHold)?;
    let is_same = window.last_day(turn, &calendar) == Some(decision);
    Some(if is_same { window.clone() } else { Window::On(decision) })
}

/// Parts a process's notes into its rounds and their copies.
fn without_copies(notes: Vec<Arc<Note>>) -> (Vec<Arc<Note>>, Vec<Copied>) {
    if notes.len() == 1 {
        return (notes, Vec::new());
    }
    let original = |note: &Note| {
        // Systems spell accents in two ways, and a sync program may bring both.
        let composed = composed(&note.path);
        let respelt = (composed != note.path).then(|| composed.into_owned());
        let mut originals = respelt.into_iter().chain(copies::original(&note.path));
        originals.find(|path| notes.iter().any(|one| one.path == *path && is_copy(note, one)))
    };
    let (mut rounds, mut copies) = (Vec::with_capacity(notes.len()), Vec::new());
    for note in &notes {
        match original(note) {
            Some(original) => copies.push((note.clone(), original)),
            None => rounds.push(note.clone()),
        }
    }
    (rounds, copies)
}

/// Returns true for notes of the same interview. That one names more people than the other makes no difference.
fn is_copy(one: &Note, other: &Note) -> bool {
    let round = |note: &Note| note.round.as_deref().map(str::to_lowercase);
    let has_all = |one: &Note, other: &Note| {
        let mut people = other.interviewers.iter();
        people.all(|person| one.interviewers.iter().any(|known| known.id == person.id))
    };
    (one.date, one.applied, round(one)) == (other.date, other.applied, round(other))
        && (has_all(one, other) || has_all(other, one))
}

/// Company and role as a slug.
fn plain_id(key: &str) -> String {
    slug(key, "process")
}

/// A slug without the numbers at its end, which may have been added to tell namesakes apart.
fn family(id: &str) -> &str {
    let mut base = id;
    while let Some((head, tail)) = base.rsplit_once('-')
        && tail.bytes().all(|b| b.is_ascii_digit())
    {
        base = head;
    }
    base
}
