//! The tie between two processes: the same reader, or the same company.

use std::sync::Arc;

use crate::notes::{Interest, Note, Person};
use crate::plan::process::{Process, ProcessKey, company_key};
use crate::rules::known::Known;

/// Another process that the reader of a farewell, or their company, has to do with: it goes on, or its offer was accepted.
#[derive(Clone, Debug)]
pub struct Tie {
    /// Its key.
    pub key: ProcessKey,
    /// The note of its current round.
    pub note: Arc<Note>,
    /// The interest in it.
    pub interest: Interest,
}

impl Tie {
    /// The tie to this process.
    pub fn to(process: &Process) -> Tie {
        Tie {
            key: process.key.clone(),
            note: process.current().clone(),
            interest: process.interest(process.current_at()),
        }
    }
}

/// True for ties of which nothing else can be said.
impl PartialEq for Tie {
    fn eq(&self, other: &Tie) -> bool {
        self.key == other.key
            && Arc::ptr_eq(&self.note, &other.note)
            && self.interest == other.interest
    }
}

impl Eq for Tie {}

/// Returns true if the reader of a letter about a note, or their company, has to do with another process as well.
pub fn are_tied(note: &Note, reader: Option<&Person>, other: &Process) -> bool {
    let knows = |reader: &Person| {
        let people = other.rounds.iter().flat_map(|round| {
            let others = [&round.recruiter, &round.contact].into_iter().filter_map(Known::value);
            others.chain(&round.interviewers)
        });
        people.into_iter().any(|person| person.is_likely(reader))
    };
    is_same_company(note, other.current()) || reader.is_some_and(knows)
}

/// Returns true for notes of one company. The user's own has one name, whatever its parts are called.
pub fn is_same_company(one: &Note, other: &Note) -> bool {
    one.is_internal() && other.is_internal() || company_key(one) == company_key(other)
}
