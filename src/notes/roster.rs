//! The people that a note lists: their ids, and who seems to be listed twice.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::fields::{Fields, Placed, keys::Key};
use super::people::{People, sharing_a_word};
use super::{Person, Record, record};
use crate::diagnostic::Problem;
use crate::rules::known::Known;
use crate::text::{folded, number_namesake};

/// The people to share, in a list of their own: one made in place would keep the room of what it was made from.
pub fn shared(people: Vec<Placed>) -> Vec<Arc<Person>> {
    let mut shared = Vec::with_capacity(people.len());
    shared.extend(people.into_iter().map(|(person, _)| Arc::new(person)));
    shared
}

/// Gives people whose names have changed a little since a record about them the id that it has.
pub fn keep_ids(records: &BTreeMap<String, Record>, people: Vec<&mut Person>) {
    let ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
    let kept = record::kept_ids(records.keys().map(String::as_str), &ids);
    for person in people {
        if let Some((_, id)) = kept.iter().find(|(now, _)| *now == person.id) {
            person.id.clone_from(id);
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
        if let Some((other, _)) = people().take(at).find(|(other, _)| person.is_likely(other)) {
            let (name, id) = (person.name.clone(), person.id.clone());
            // A mailbox may have several readers.
            let is_other_name = folded(&name) != folded(&other.name);
            let is_shared = is_other_name && person.has_address_of(other);
            let sharing = is_shared.then(|| other.name.clone());
            fields.report_at(span.clone(), Problem::SamePersonTwice { name, id, sharing });
        }
    }
}

/// Reports a field for one person that has a name, such as a first name, by which several of those who were met are called.
pub fn check_clear<'n, T>(
    fields: &mut Fields<'_>,
    key: &Key<T>,
    person: &Known<Arc<Person>>,
    met: impl Iterator<Item = &'n Person> + Clone,
) {
    let Known::Is(person) = person else { return };
    if person.email.is_some() || person.link.is_some() || met.clone().any(|one| one.id == person.id)
    {
        return;
    }
    // Hardly two people of a note have a word of their names in common.
    let may_be_called = sharing_a_word(person);
    let alike = met.filter(|one| may_be_called(one));
    if alike.clone().nth(1).is_none() {
        return;
    }
    let is_called = |one: &&Person| People::these([*one]).called(&person.name).is_some();
    let people: Vec<String> = alike.filter(is_called).map(|one| one.name.clone()).collect();
    if people.len() > 1 {
        let (field, name) = (key.name().to_owned(), person.name.clone());
        fields.report_for(key, Problem::AmbiguousPerson { field, name, people });
    }
}
