//! The addresses that a company's notes give for people whom others of them only name.

use std::collections::{HashMap, hash_map};
use std::sync::Arc;

use crate::notes::person::is_particle;
use crate::notes::{Note, Person};
use crate::plan::process::day_order;
use crate::rules::known::Known;

/// People with addresses, by their full names; `None` under a name that several people have.
#[derive(Debug, Default)]
pub struct Addresses {
    people: HashMap<String, Option<Arc<Person>>>,
    /// The ends of these names as a set, in which some share a place. Most people of a company are not among them.
    ends: u128,
}

impl Addresses {
    /// The addresses in a company's notes, if one of these lacks any. What the newest note says comes first.
    pub fn of<'n>(notes: impl Iterator<Item = &'n Arc<Note>>) -> Addresses {
        let mut notes: Vec<&Arc<Note>> = notes.collect();
        let mut addresses = Addresses::default();
        let lacking = notes.iter().flat_map(|note| note.everyone());
        let lacking = lacking.filter(|person| lacks_address(person));
        let ends = lacking.fold(0, |ends, person| ends | end(person.plain_name()));
        if notes.len() < 2 || ends == 0 {
            return addresses;
        }
        notes.sort_by(|a, b| (day_order(b), &b.path).cmp(&(day_order(a), &a.path)));
        let everyone = notes.iter().flat_map(|note| note.everyone());
        let is_wanted = |person: &&Arc<Person>| {
            person.email.is_some() && has_parts(person) && ends & end(person.plain_name()) != 0
        };
        everyone.filter(is_wanted).for_each(|person| addresses.add(person));
        addresses
    }

    fn add(&mut self, person: &Arc<Person>) {
        let Some(name) = full_name(person) else { return };
        self.ends |= end(person.plain_name());
        match self.people.entry(name) {
            hash_map::Entry::Vacant(free) => drop(free.insert(Some(person.clone()))),
            hash_map::Entry::Occupied(mut known) => {
                let known = known.get_mut();
                match known {
                    Some(one) if one.is_another(person) => *known = None,
                    Some(one) if one.title.is_none() || one.call.is_none() => {
                        *one = Arc::new(one.with_facts_of(person));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Gives people of a note who have no address the one that is known of them.
    pub fn complete(&self, note: &mut Arc<Note>) {
        if self.people.is_empty() {
            return;
        }
        let completed = note.everyone().map(|person| self.completed(person, note).map(Arc::new));
        let completed: Vec<Option<Arc<Person>>> = completed.collect();
        if completed.iter().all(Option::is_none) {
            return;
        }
        for (person, completed) in Arc::make_mut(note).everyone_mut().zip(completed) {
            *person = completed.unwrap_or_else(|| person.clone());
        }
    }

    /// Returns true if a note, as it was `read`, would be completed to what it was completed to before.
    pub fn give(&self, read: &Note, before: &Note) -> bool {
        let mut people = read.everyone().zip(before.everyone());
        people.all(|(person, before)| match self.completed(person, read) {
            Some(completed) => completed == **before,
            None => person == before,
        })
    }

    /// A person of a note with the address that is known of them, if they have none.
    fn completed(&self, person: &Person, note: &Note) -> Option<Person> {
        if !lacks_address(person) || self.ends & end(person.plain_name()) == 0 {
            return None;
        }
        let known = self.people.get(&full_name(person)?)?.as_ref()?;
        // Nothing tells which of two in one note it is.
        let is_namesake = |other: &Person| other.id != person.id && other.is_likely(person);
        let is_clear = !known.is_another(person) && !note.people().any(is_namesake);
        (is_clear && !person.is_nameless()).then(|| person.with_facts_of(known))
    }
}

/// Has a contact who recruits, as their title says, run the process where the note names no recruiter, and an office with an
/// address where it has no other.
pub fn find_recruiters(rounds: &mut [Arc<Note>]) {
    for note in rounds.iter_mut().filter(|note| note.recruiter == Known::Missing) {
        let is_only_way = |contact: &Person| {
            let mut interviewers = note.interviewers.iter();
            contact.email.is_some()
                && (contact.is_office() || contact.is_team())
                && interviewers.all(|person| person.email.is_none())
        };
        if note
            .contact
            .value()
            .is_some_and(|contact| contact.is_recruiter() || is_only_way(contact))
        {
            let note = Arc::make_mut(note);
            note.recruiter = note.contact.clone();
        }
    }
}

/// Makes one of somebody whom a round of a process names in short and the only person of the rounds before it whom that can
/// mean: `Prof. Whitcombe` and `Aoife`, once their whole names have been said.
pub fn recognise(rounds: &mut [Arc<Note>]) {
    for at in 1..rounds.len() {
        let (before, note) = (&rounds[..at], &rounds[at]);
        let known: Vec<Option<Arc<Person>>> =
            note.everyone().map(|person| recognised(person, note, before)).collect();
        if known.iter().any(Option::is_some) {
            for (person, known) in Arc::make_mut(&mut rounds[at]).everyone_mut().zip(known) {
                *person = known.unwrap_or_else(|| person.clone());
            }
        }
    }
}

fn recognised(person: &Person, note: &Note, before: &[Arc<Note>]) -> Option<Arc<Person>> {
    if !person.is_short() {
        return None;
    }
    let is_meant = |other: &&Arc<Person>| person.is_short_for(other) && !person.is_another(other);
    let mut meant = before.iter().rev().flat_map(|note| note.everyone()).filter(is_meant);
    let known = meant.next()?;
    // One round may have their address, and another not.
    let known = meant.try_fold((**known).clone(), |known, other| {
        known.is_likely(other).then(|| known.with_facts_of(other))
    })?;
    // Nothing tells which of two in one note it is.
    let may_be = |other: &Person| {
        other.id != person.id
            && (other.is_likely(&known) || other.is_short() && other.is_short_for(&known))
    };
    if note.people().any(may_be) {
        return None;
    }
    // "Imran" of Dr Imran Sheikh goes on being greeted like that.
    let is_greeted_alike = person.first_name() == known.first_name();
    // Nobody is greeted by the family's name alone: "Ó Sé".
    let is_family = person.name.split_once(' ').is_some_and(|(first, _)| is_particle(first));
    let name = if is_greeted_alike || is_family { &known.name } else { &person.name };
    Some(Arc::new(Person { name: name.clone(), ..person.with_facts_of(&known) }))
}

fn lacks_address(person: &Person) -> bool {
    person.email.is_none() && has_parts(person)
}

/// Returns true for a name that is more than a first name.
fn has_parts(person: &Person) -> bool {
    person.name.contains(' ')
}

/// The name to compare by, if it is more than a first name behind titles.
fn full_name(person: &Person) -> Option<String> {
    Some(person.folded_name()).filter(|name| name.contains(' '))
}

/// The last two words of a name as a place in a set, by the sum of their letters. Titles stand before those words.
fn end(name: &str) -> u128 {
    let mut blanks = 0;
    let words = name.chars().rev().take_while(|c| {
        blanks += usize::from(*c == ' ');
        blanks < 2
    });
    let letter = |c: char| match c.is_ascii() {
        true => u32::from(c.to_ascii_lowercase()),
        false => c.to_lowercase().map(u32::from).sum(),
    };
    1 << (words.map(letter).sum::<u32>() % u128::BITS)
}
