//! The addresses that a company's notes give for people whom others of them only name.

use std::collections::{HashMap, HashSet, hash_map};
use std::sync::Arc;

use crate::notes::people::everybody;
use crate::notes::{Note, Person};
use crate::plan::process::day_order;

/// People with addresses, by their full names; `None` under a name that several people have.
#[derive(Debug, Default)]
pub struct Addresses(HashMap<String, Option<Person>>);

impl Addresses {
    /// The addresses in a company's notes, as far as one of these lacks them. What the newest one says comes first.
    pub fn of<'n>(notes: impl Iterator<Item = &'n Arc<Note>>) -> Addresses {
        let mut notes: Vec<&Note> = notes.map(Arc::as_ref).collect();
        if notes.len() < 2 {
            return Addresses::default();
        }
        let lacking =
            notes.iter().flat_map(|note| note.everyone()).filter_map(|person| lacking(person));
        let lacking: HashSet<String> = lacking.collect();
        let mut known = HashMap::new();
        if lacking.is_empty() {
            return Addresses(known);
        }
        let age = |note: &&Note| std::cmp::Reverse((day_order(note), note.path.clone()));
        notes.sort_by_cached_key(age);
        for note in notes {
            let people = everybody(note).filter_map(|person| Some((full_name(person)?, person)));
            let mut ids: HashMap<String, &str> = HashMap::new();
            for (name, person) in people.filter(|(name, _)| lacking.contains(name)) {
                // Two of one note are told apart by nothing else than their addresses.
                let is_namesake =
                    ids.insert(name.clone(), &person.id).is_some_and(|id| id != person.id);
                if is_namesake {
                    known.insert(name, None);
                } else if person.email.is_some() {
                    take(&mut known, name, person);
                }
            }
        }
        Addresses(known)
    }

    /// Gives people of a note who have no address the one that is known of them.
    pub fn complete(&self, note: &mut Arc<Note>) {
        if !note.everyone().any(|person| self.completed(person).is_some()) {
            return;
        }
        for person in Arc::make_mut(note).everyone_mut() {
            if let Some(completed) = self.completed(person) {
                *person = Arc::new(completed);
            }
        }
    }

    /// Returns true if a note, as it was `read`, would be completed to one that was completed before.
    pub fn give(&self, read: &Note, before: &Note) -> bool {
        let mut people = read.everyone().zip(before.everyone());
        people.all(|(read, before)| match self.completed(read) {
            Some(completed) => completed == **before,
            None => read == before,
        })
    }

    fn completed(&self, person: &Person) -> Option<Person> {
        if self.0.is_empty() {
            return None;
        }
        let known = self.0.get(&lacking(person)?)?.as_ref()?;
        (!known.is_another(person)).then(|| person.with_facts_of(known))
    }
}

/// Takes in what another note says of somebody.
fn take(known: &mut HashMap<String, Option<Person>>, name: String, person: &Person) {
    match known.entry(name) {
        hash_map::Entry::Vacant(free) => drop(free.insert(Some(person.clone()))),
        hash_map::Entry::Occupied(mut known) => {
            let one = known.get().as_ref().filter(|known| !known.is_another(person));
            let one = one.map(|known| known.with_facts_of(person));
            known.insert(one);
        }
    }
}

/// The full name of somebody without an address.
fn lacking(person: &Person) -> Option<String> {
    if person.email.is_some() { None } else { full_name(person) }
}

/// The name to compare by, if it is somebody's and has more than one part.
fn full_name(person: &Person) -> Option<String> {
    person.keys().next().filter(|name| name.contains(' ') && !person.is_nameless())
}
