//! One person under several names: whoever runs the process, tells of its outcome or is the manager may have interviewed,
//! too, and be called `Carol` in one field and `Carol Finch` in another.

use std::sync::Arc;

use super::people::{People, may_be_one, sharing_a_word};
use super::{Card, Note, Person};
use crate::rules::known::Known;
use crate::text::words;

/// Makes one person of everybody whom several fields of a file's notes name, with the facts of all these fields.
pub fn unite(notes: &mut [Note]) {
    for at in 0..notes.len() {
        for field in 0..fields(&notes[at]).len() {
            if let Some((known, united)) = united(notes, at, field) {
                notes.iter_mut().for_each(|note| replace(note, &known, &united));
                *fields_mut(&mut notes[at])[field] = Known::Is(united);
            }
        }
    }
}

/// The places of two of the fields that hold one person each.
const RECRUITER: usize = 0;
const MANAGER: usize = 2;

/// The fields that hold one person each.
fn fields(note: &Note) -> [&Known<Arc<Person>>; 3] {
    [&note.recruiter, &note.contact, &note.manager]
}

fn fields_mut(note: &mut Note) -> [&mut Known<Arc<Person>>; 3] {
    [&mut note.recruiter, &mut note.contact, &mut note.manager]
}

/// A person whom a field names and another place, too, with the facts of both places.
fn united(notes: &[Note], at: usize, field: usize) -> Option<(Arc<Person>, Arc<Person>)> {
    let fields = fields(&notes[at]);
    let person = fields[field].value()?;
    let elsewhere = notes.iter().enumerate().filter(|(other, _)| *other != at);
    let listed = std::iter::once(&notes[at]).chain(elsewhere.map(|(_, note)| note));
    let listed = listed.flat_map(|note| note.interviewers.iter().chain(&note.also_met));
    let before = fields[..field].iter().filter_map(|field| field.value());
    let mut others: Vec<&Arc<Person>> = Vec::new();
    // An agency's recruiter is hardly an interviewer, nor is the user's own manager.
    let is_unlikely = field == MANAGER || field == RECRUITER && notes[at].agency.is_some();
    let shares_a_word = sharing_a_word(person);
    let can_be =
        |other: &&Arc<Person>| shares_a_word(other) && (!is_unlikely || is_surely(person, other));
    let places: Vec<&Arc<Person>> = listed.chain(before).filter(can_be).collect();
    for &other in &places {
        if !others.iter().any(|known| known.id == other.id && !known.is_another(other)) {
            others.push(other);
        }
    }
    if !others.iter().any(|other| may_be_one(person, other)) {
        return None;
    }
    // Most people have one name, and all that is known of them, wherever they are named.
    let (other, name) = match others[..] {
        [other] if other == person => return None,
        [other] if other.is_another(person) => return None,
        [other] if other.name == person.name => (other, &*other.name),
        _ => counterpart(person, &others)?,
    };
    // One place may name them alone, and another have their address.
    let is_same = |one: &&&Arc<Person>| one.id == other.id && !one.is_another(other);
    let same = places.iter().filter(is_same);
    let known = same.fold(other.with_facts_of(person), |known, one| known.with_facts_of(one));
    let mut united = Person {
        name: name.to_owned(),
        link: other.link.as_ref().or(person.link.as_ref()).cloned(),
        ..known
    };
    // What the note says comes before what is in their file.
    if let Some(link) = &mut united.link {
        let link = Arc::make_mut(link);
        let agency = notes[at].agency.clone().filter(|_| field == RECRUITER);
        link.own = Card {
            email: united.email.clone(),
            title: united.title.clone(),
            call: united.call.clone(),
            post: united.post.clone(),
            phone: united.phone.clone(),
            agency: agency.or(link.own.agency.take()),
            ..Card::default()
        };
    }
    Some((Arc::clone(other), Arc::new(united)))
}

/// Returns true for two people who have the same address or name, or more of it in common than a first name.
fn is_surely(one: &Person, other: &Person) -> bool {
    let is_whole = |person: &Person| words(&person.name, &[]).nth(1).is_some();
    one.has_address_of(other) || one.id == other.id || is_whole(one) && is_whole(other)
}

/// The only one of the others who can be this person, and the name that tells more.
fn counterpart<'p>(
    person: &'p Person,
    others: &[&'p Arc<Person>],
) -> Option<(&'p Arc<Person>, &'p str)> {
    let has_address = |other: &&&Arc<Person>| other.has_address_of(person);
    let same_address: Vec<&Arc<Person>> = others.iter().filter(has_address).copied().collect();
    let others = if same_address.is_empty() { others } else { &same_address };
    let all = || others.iter().map(|other| &***other);
    let called = People::these(all()).called(&person.name).map(|other| (other, &*other.name));
    // The field may have the whole name of somebody who is listed by a part of it.
    let is_called = |other: &&Person| {
        let rest = all().filter(|one| !std::ptr::eq(*one, *other)).chain([person]);
        People::these(rest).called(&other.name).is_some_and(|one| std::ptr::eq(one, person))
    };
    let (found, name) = called.or_else(|| {
        let mut parts = all().filter(is_called);
        let part = parts.next().filter(|_| parts.next().is_none());
        part.map(|other| (other, &*person.name))
    })?;
    let found = others.iter().find(|other| std::ptr::eq(&****other, found))?;
    (!found.is_another(person)).then_some((*found, name))
}

/// Puts a person in every place of a note that names them.
fn replace(note: &mut Note, known: &Person, united: &Arc<Person>) {
    let listed = note.interviewers.iter_mut().chain(&mut note.also_met);
    let fields = [&mut note.recruiter, &mut note.contact, &mut note.manager];
    let named = fields.into_iter().filter_map(|field| match field {
        Known::Is(person) => Some(person),
        _ => None,
    });
    for person in listed.chain(named) {
        if person.id == known.id && !person.is_another(known) {
            // Who leads a round leads no other.
            *person = match person.lead == united.lead {
                true => united.clone(),
                false => Arc::new(Person { lead: person.lead, ..(**united).clone() }),
            };
        }
    }
}
