//! A company's notes by process, without the copies that a sync program made.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::journal::copies;
use crate::notes::people::everybody;
use crate::notes::{Note, Outcome, Person};
use crate::plan::process::{
    Copied, Process, ProcessKey, current_of, in_order, is_application, key,
};
use crate::text::composed;

/// Most interviews of a company, for several roles, whose people are compared with each other.
const MOST_COMPARED: usize = 60;

/// A company's notes by process. Those without a role belong to its one open process, or to its only one; else they are
/// a process of their own, and so are talks about no job.
pub fn grouped<'n>(
    notes: impl Iterator<Item = &'n Arc<Note>>,
) -> BTreeMap<ProcessKey, Vec<Arc<Note>>> {
    let mut groups: BTreeMap<ProcessKey, Vec<Arc<Note>>> = BTreeMap::new();
    let (mut unnamed, mut informal) = (Vec::new(), Vec::new());
    for note in notes {
        match note.role {
            Some(_) => groups.entry(key(note).into()).or_default().push(note.clone()),
            None if note.is_informal() => informal.push(note.clone()),
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
    if let Some(note) = informal.first() {
        let rounds = groups.entry(key(note).into()).or_default();
        rounds.extend(informal);
        rounds.sort_by(order);
    }
    groups
}

/// A company's interviews for other roles with people whom a process knows, too, by process and in order.
pub fn other_roles(
    groups: &BTreeMap<ProcessKey, Vec<Arc<Note>>>,
) -> HashMap<ProcessKey, Vec<Arc<Note>>> {
    let count: usize = groups.values().map(Vec::len).sum();
    if groups.len() < 2 || count > MOST_COMPARED {
        return HashMap::new();
    }
    let rounds = groups.iter().map(|(key, notes)| (key, without_copies(notes.clone()).0));
    let rounds: Vec<(&ProcessKey, Vec<Arc<Note>>)> = rounds.collect();
    // Everybody with the place of their note, those who may be the same side by side.
    let mut people: Vec<(u64, usize, usize, &Person)> = Vec::new();
    for (at, (_, notes)) in rounds.iter().enumerate() {
        for (nth, note) in notes.iter().enumerate() {
            for person in everybody(note) {
                people.extend(person.marks().map(|mark| (mark, at, nth, person)));
            }
        }
    }
    people.sort_unstable_by_key(|(mark, ..)| *mark);
    let mut places: Vec<BTreeSet<(usize, usize)>> = vec![BTreeSet::new(); rounds.len()];
    let alike = people.chunk_by(|(one, ..), (other, ..)| one == other);
    for alike in alike.filter(|alike| alike.len() > 1) {
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

/// Parts a process's notes into its rounds and their copies.
pub fn without_copies(notes: Vec<Arc<Note>>) -> (Vec<Arc<Note>>, Vec<Copied>) {
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
