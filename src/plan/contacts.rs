//! The people to connect with after an interview.

use std::sync::Arc;

use super::Planner;
use super::round::Round;
use crate::notes::{Note, Person};
use crate::plan::dates::Dates;
use crate::plan::process::{Process, in_order};
use crate::plan::status::Standing;
use crate::rules::cadence::Rule;
use crate::rules::moment::Anchors;

impl<'p, K: Fn(&Standing) -> bool> Planner<'p, K> {
    /// The people of a round to connect with, except those whom an earlier round has had, or still has.
    pub(super) fn new_contacts(&mut self, rule: &Rule, round: &Round<'p>) -> Vec<Arc<Person>> {
        if self.new_contacts.is_empty() {
            self.new_contacts = self.new_contacts_of_all(rule, round.process);
        }
        self.new_contacts[round.at].iter().copied().cloned().collect()
    }

    /// The same for every round of a process. Those for other roles in the company count as earlier ones, up to their day.
    fn new_contacts_of_all(&self, rule: &Rule, process: &'p Process) -> Vec<Vec<&'p Arc<Person>>> {
        let mut rounds: Vec<&Arc<Note>> =
            process.rounds.iter().chain(&process.other_roles).collect();
        if !process.other_roles.is_empty() {
            rounds.sort_by(|one, other| in_order(one, other));
        }
        let is_other =
            |note: &Arc<Note>| process.other_roles.iter().any(|other| Arc::ptr_eq(other, note));
        let is_settled =
            |note: &Note| note.records.get(&rule.id).is_some_and(|record| record.is_settled());
        let dates = |note: &Note| {
            let anchors = Anchors { interview: note.date, ..Anchors::default() };
            self.dates(rule, &anchors, note, note.records.get(&rule.id).copied(), None)
        };
        let dates: Vec<Option<Dates>> = rounds.iter().map(|note| dates(note)).collect();
        // There is still time to do it there.
        let is_still_there = |own: usize, earlier: usize| {
            dates[own].zip(dates[earlier]).is_some_and(|(own, earlier)| {
                earlier.lapses.is_none_or(|lapses| own.opens < lapses)
            })
        };
        let mut new_in: Vec<Vec<&Arc<Person>>> = Vec::with_capacity(rounds.len());
        for (at, note) in rounds.iter().enumerate() {
            let had = rounds.iter().zip(&new_in).enumerate().flat_map(|(earlier, (other, new))| {
                if is_settled(note) && is_other(other) {
                    // What is recorded here was done here.
                    Vec::new()
                } else if is_settled(other) {
                    contacts_of(other).collect()
                } else if other.fell_through() || other.is_assignment() {
                    Vec::new()
                } else if is_still_there(at, earlier) {
                    new.clone()
                } else {
                    Vec::new()
                }
            });
            let others = process.other_roles.iter();
            let elsewhere = others.filter(|other| is_settled(other) && !is_settled(note));
            // Nobody connects with their own manager.
            let known = had.chain(elsewhere.flat_map(|other| contacts_of(other)));
            let known: Vec<&Arc<Person>> = known.chain(note.manager.value()).collect();
            // Nobody finds a team there, or "the technician". What was done stays.
            let has_name = |person: &Person| {
                let is_described = || person.call.is_none() && person.is_function();
                !person.is_team() && !person.is_firm() && !is_described()
            };
            let is_somebody = |person: &Person| is_settled(note) || has_name(person);
            let is_new = |person: &&Arc<Person>| {
                is_somebody(person) && !known.iter().any(|known| known.is_likely(person))
            };
            let new = contacts_of(note).filter(is_new).collect();
            new_in.push(new);
        }
        let of_own = |note: &Arc<Note>| {
            let at = rounds.iter().position(|one| Arc::ptr_eq(one, note));
            at.map(|at| std::mem::take(&mut new_in[at])).unwrap_or_default()
        };
        process.rounds.iter().map(of_own).collect()
    }
}

/// The people of a note whom one may connect with: the interviewers, and whoever else has a title.
fn contacts_of(note: &Note) -> impl Iterator<Item = &Arc<Person>> {
    let others = note.also_met.iter().filter(|person| person.title.is_some());
    note.interviewers.iter().chain(others).filter(|person| !person.is_placeholder())
}
