//! A journal's hiring processes, kept up to date while its notes come and go.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::notes::{Note, Outcome};
use crate::plan::process::{Process, ProcessKey, day_order, key};
use crate::text::{number_namesake, slug};

/// A journal's processes by company and role, kept up to date while its notes come and go.
#[derive(Debug, Default)]
pub struct Processes {
    all: BTreeMap<ProcessKey, Arc<Process>>,
    open: BTreeMap<ProcessKey, Arc<Process>>,
    /// Processes whose slugs differ only by a number at the end, in order: their ids depend on each other.
    families: HashMap<String, Vec<ProcessKey>>,
}

impl Processes {
    /// The process with a key.
    pub fn get(&self, key: &str) -> Option<&Arc<Process>> {
        self.all.get(key)
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &ProcessKey> {
        self.all.keys()
    }

    /// All processes, in order.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Process>> {
        self.all.values()
    }

    /// The processes that are in progress or have an open offer, in order. An application isn't one yet.
    pub fn open(&self) -> impl Iterator<Item = &Arc<Process>> {
        self.open.values()
    }

    /// Removes and adds notes, and returns the keys of the processes that changed.
    pub fn update(&mut self, gone: Vec<Arc<Note>>, come: Vec<Arc<Note>>) -> BTreeSet<ProcessKey> {
        let gone = gone.into_par_iter().map(|note| (key(&note), note, false));
        let come = come.into_par_iter().map(|note| (key(&note), note, true));
        let mut moves: Vec<(String, Arc<Note>, bool)> = gone.chain(come).collect();
        moves.par_sort_by(|(a, ..), (b, ..)| a.cmp(b));
        let mut changed = BTreeSet::new();
        let mut families = BTreeSet::new();
        for moves in moves.chunk_by(|(a, ..), (b, ..)| a == b) {
            let key = ProcessKey::from(moves[0].0.as_str());
            let before = self.all.remove(&key);
            if self.change(key.clone(), before.as_deref(), moves) {
                families.insert(family(&plain_id(&key)).to_owned());
            }
            changed.insert(key);
        }
        for family in families {
            self.name(&family, &mut changed);
        }
        for key in &changed {
            match self.all.get(key) {
                Some(process)
                    if process.outcome().is_some_and(|outcome| {
                        outcome.is_open() && outcome != Outcome::Applied
                    }) =>
                {
                    self.open.insert(key.clone(), process.clone());
                }
                _ => drop(self.open.remove(key)),
            }
        }
        changed
    }

    /// Changes one process, and returns true if it is new or gone.
    fn change(
        &mut self,
        key: ProcessKey,
        before: Option<&Process>,
        moves: &[(String, Arc<Note>, bool)],
    ) -> bool {
        let leaves = |note: &Arc<Note>| moves.iter().any(|(_, moved, _)| moved.path == note.path);
        let stay = before.iter().flat_map(|process| &process.rounds).filter(|note| !leaves(note));
        let come = moves.iter().filter(|(.., comes)| *comes).map(|(_, note, _)| note);
        let mut rounds: Vec<Arc<Note>> = stay.chain(come).cloned().collect();
        // By day, then by path: the current round comes last.
        rounds.sort_by(|a, b| (day_order(a), &a.path).cmp(&(day_order(b), &b.path)));
        if rounds.is_empty() {
            let plain = plain_id(&key);
            if let Some(members) = self.families.get_mut(family(&plain)) {
                members.retain(|member| *member != key);
            }
            return before.is_some();
        }
        let id = before.map_or_else(String::new, |process| process.id.clone());
        self.all.insert(key.clone(), Arc::new(Process { id, rounds }));
        if before.is_none() {
            let plain = plain_id(&key);
            let members = self.families.entry(family(&plain).to_owned()).or_default();
            let at = members.partition_point(|member| *member < key);
            members.insert(at, key);
        }
        before.is_none()
    }

    /// Gives the members of a family their ids: the second of one slug gets `-2`.
    fn name(&mut self, family: &str, changed: &mut BTreeSet<ProcessKey>) {
        let Some(members) = self.families.get(family) else { return };
        let mut taken = HashMap::new();
        for key in members {
            let mut id = plain_id(key);
            number_namesake(&mut id, &mut taken);
            if let Some(process) = self.all.get_mut(key)
                && process.id != id
            {
                Arc::make_mut(process).id = id;
                changed.insert(key.clone());
            }
        }
        if members.is_empty() {
            self.families.remove(family);
        }
    }
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
