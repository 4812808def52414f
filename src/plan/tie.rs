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

/// Returns true for two companies that are hardly two: the name of one begins that of the other, and the same address is in
/// notes of both.
pub fn may_be_one_company(one: &Process, other: &Process) -> bool {
    let begins = |short: &str, long: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
    };
    let (short, long) = (one.company(), other.company());
    (begins(short, long) || begins(long, short))
        && addresses(one).any(|address| addresses(other).any(|another| address == another))
}

/// The addresses of a company's own people.
fn addresses(process: &Process) -> impl Iterator<Item = &str> {
    let people = process.rounds.iter().flat_map(|note| {
        let others = [&note.recruiter, &note.contact].into_iter().filter_map(Known::value);
        let others = others.filter(|person| !note.is_of_agency(person));
        others.chain(&note.interviewers)
    });
    people.filter_map(|person| person.email.as_deref())
}
