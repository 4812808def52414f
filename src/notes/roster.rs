//! The people that a note names, as one list: ids, shared addresses, and who seems to be named twice.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::fields::{Fields, Placed};
use super::{Person, Record, record};
use crate::diagnostic::Problem;
use crate::rules::known::Known;
use crate::text::number_namesake;

/// The people to share, in a list of their own: one made in place would keep the room of what it was made from.
pub fn shared(people: Vec<Placed>) -> Vec<Arc<Person>> {
    let mut shared = Vec::with_capacity(people.len());
    shared.extend(people.into_iter().map(|(person, _)| Arc::new(person)));
    shared
}

/// Those of the people who are known.
pub fn known<const N: usize>(
    people: [&mut Known<Arc<Person>>; N],
) -> impl Iterator<Item = &mut Person> {
    people.into_iter().filter_map(|person| match person {
        Known::Is(person) => Some(Arc::make_mut(person)),
        _ => None,
    })
}

/// Gives people whose names have changed a little since a record about them the id that it has.
pub fn keep_ids(
    records: &BTreeMap<String, Record>,
    listed: Vec<&mut Person>,
    others: Vec<&mut Person>,
) {
    let ids: Vec<&str> = listed.iter().map(|person| person.id.as_str()).collect();
    let kept = record::kept_ids(records.keys().map(String::as_str), &ids);
    for person in listed.into_iter().chain(others) {
        if let Some((_, id)) = kept.iter().find(|(now, _)| *now == person.id) {
            person.id.clone_from(id);
        }
    }
}

/// Gives people without an address the one that another field of the note has for them.
pub fn share_addresses(people: Vec<&mut Person>) {
    let (with, without): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|person| person.email.is_some());
    for person in without {
        let mut emails = with.iter().filter(|other| other.is_likely(person)).map(|one| &one.email);
        let email = emails.next().cloned().flatten();
        if emails.all(|other| *other == email) {
            person.email = email;
        }
    }
}

/// Gives namesakes different ids, and reports people who seem to be the same: with the same address, or with the same name
/// and no other address.
pub fn number(fields: &mut Fields<'_>, interviewers: &mut [Placed], also_met: &mut [Placed]) {
    let ids: Vec<&str> =
        interviewers.iter().chain(also_met.iter()).map(|(person, _)| &*person.id).collect();
    if (1..ids.len()).any(|at| ids[..at].contains(&ids[at])) {
        let mut taken = HashMap::new();
        for (person, _) in interviewers.iter_mut().chain(also_met.iter_mut()) {
            number_namesake(&mut person.id, &mut taken);
        }
    }
    let people = || interviewers.iter().chain(also_met.iter());
    for (at, (person, span)) in people().enumerate() {
        if people().take(at).any(|(other, _)| person.is_likely(other)) {
            let (name, id) = (person.name.clone(), person.id.clone());
            fields.report_at(span.clone(), Problem::SamePersonTwice { name, id });
        }
    }
}
