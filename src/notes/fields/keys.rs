//! The table of a note's fields. A row here is all that a field needs, besides its names, its place in `Note`, the line in
//! `parse.rs` that reads it, and a place in `interviews.rs` if several interviews share it: aliases, typos, the JSON
//! Schema, new notes and the survey follow from the table.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use schemars::{Schema, SchemaGenerator};

use super::nodes::scalar;
use super::written::{As, Interview, Written};
use crate::dates::window::Window;
use crate::notes::tree::Entry;
use crate::notes::{Interest, Outcome, Person, Record, Update};
use crate::rules::mapping::{Mapping, Meaning};
use crate::rules::names;
use crate::text::{KnownWord, bare_key, folded, is_same_key, nearest_of, one_line};

/// A field's names, with the type that is read from it.
#[derive(Debug)]
pub struct Key<T> {
    /// The names that it may have in a note, in order of preference; the first is its own.
    pub names: &'static [&'static str],
    /// The slots of its names as a set.
    pub slots: u64,
    value: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    const fn new(names: &'static [&'static str]) -> Key<T> {
        let (mut slots, mut at) = (0, 0);
        while at < names.len() {
            slots |= 1 << slot(names[at]);
            at += 1;
        }
        Key { names, slots, value: PhantomData }
    }

    /// Its own name.
    pub const fn name(&self) -> &'static str {
        self.names[0]
    }
}

/// A row of the table.
#[derive(Debug)]
pub struct Field {
    /// The names that it may have in a note, in order of preference; the first is its own.
    pub names: &'static [&'static str],
    /// A description for users.
    pub about: &'static str,
    /// The forms that its value may have.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// True if its value is a day.
    pub is_day: bool,
    /// Its place in a new note.
    pub in_new_note: InNewNote,
}

/// The treatment in a new note of a field without a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InNewNote {
    /// Its empty line asks for the value.
    Asked,
    /// It is left out.
    Unasked,
}

/// Makes the keys and the table from its rows: the description as a doc comment, then the key, the type that is read, the
/// names, and whether a new note asks for the field.
macro_rules! fields {
    ($($(#[doc = $about:literal])+ $key:ident: $type:ty = $names:expr, $in_new_note:ident;)*) => {
        $($(#[doc = $about])+ pub const $key: Key<$type> = Key::new($names);)*

        /// Every field, in the order of the documentation. All other keys are the user's own.
        pub const ALL: &[Field] = &[$(Field {
            names: $key.names,
            about: concat!($($about),+),
            schema: SchemaGenerator::subschema_for::<As<$type>>,
            is_day: <$type>::IS_DAY,
            in_new_note: InNewNote::$in_new_note,
        }),*];
    };
}

fields! {
    /// The company that the interview was with.
    COMPANY: String = names::COMPANY, Asked;
    /// The day of the interview, such as 2026-03-12.
    DATE: NaiveDate = names::DATE, Asked;
    /// The day of the application, such as 2026-02-20. A note with this and without `date` is an application.
    APPLIED: NaiveDate = names::APPLIED, Unasked;
    /// The day on which you heard that the interview doesn't take place.
    CANCELLED: NaiveDate = names::CANCELLED, Unasked;
    /// The position. Notes with the same company and role belong to one hiring process.
    ROLE: String = names::ROLE, Asked;
    /// The round, in your words.
    ROUND: String = names::ROUND, Asked;
    /// The people who interviewed you. The first, or the one with `lead: true`, is the lead.
    INTERVIEWERS: Vec<Person> = names::INTERVIEWERS, Asked;
    /// Other people who helped: reception, scheduling, a guide.
    ALSO_MET: Vec<Person> = names::ALSO_MET, Asked;
    /// The person who runs the process, with their `agency` if they work for one.
    RECRUITER: Arc<Person> = names::RECRUITER, Asked;
    /// The recruiter's agency, if it isn't given with the recruiter.
    AGENCY: String = names::AGENCY, Unasked;
    /// The time that they said they need, in their words: `1 week`, `by Friday`, `end of March`, `unknown`.
    DECISION_WINDOW: Window = names::DECISION_WINDOW, Asked;
    /// Newer time frames, each with the day on which you heard it, newest last.
    UPDATES: Vec<Update> = names::UPDATES, Unasked;
    /// The outcome so far; words such as "waiting", "not selected" or "ghosted" work too.
    OUTCOME: Outcome = names::OUTCOME, Asked;
    /// The day on which you heard of the outcome.
    OUTCOME_DATE: NaiveDate = names::OUTCOME_DATE, Unasked;
    /// The person who told you of the outcome, or who extended the offer.
    CONTACT: Arc<Person> = names::CONTACT, Unasked;
    /// The day by which an offer needs an answer.
    DECIDE_BY: NaiveDate = names::DECIDE_BY, Unasked;
    /// The day on which the new job starts. An acceptance names it.
    START_DATE: NaiveDate = names::START_DATE, Unasked;
    /// The subject or Message-ID of the last e-mail thread, to be continued with those who run the process.
    THREAD: String = names::THREAD, Unasked;
    /// `true` for a move within your own company.
    INTERNAL: bool = names::INTERNAL, Unasked;
    /// Your current manager, in a move within your own company.
    MANAGER: Arc<Person> = names::MANAGER, Unasked;
    /// `true` if you would still like to move after a rejection within your own company.
    STILL_INTERESTED: bool = names::STILL_INTERESTED, Unasked;
    /// What you mean to do next, in your words. It is listed in the agenda.
    NEXT_ACTION: String = names::NEXT_ACTION, Unasked;
    /// The day for it.
    NEXT_ACTION_DATE: NaiveDate = names::NEXT_ACTION_DATE, Unasked;
    /// Your interest in the role: `keen`, `open` or `cooling`. It picks a sentence of your drafts.
    INTEREST: Interest = names::INTEREST, Unasked;
    /// Several interviews in one note: a list of maps with the fields of a note, each with its own `date`.
    INTERVIEWS: Vec<Interview> = names::INTERVIEWS, Unasked;
    /// The state of each follow-up, by its id. `done`, `skip`, `snooze`, `undo` and ticks write here.
    FOLLOWUPS: BTreeMap<String, Record> = names::FOLLOWUPS, Asked;
}

/// Every name of every field.
pub fn names() -> impl Iterator<Item = &'static str> + Clone {
    ALL.iter().flat_map(|field| field.names).copied()
}

/// Finds the name that is one typo away from a key, or two if it is long.
pub fn nearest_name(key: &str) -> Option<&'static str> {
    static ALL: LazyLock<Vec<KnownWord<'static>>> =
        LazyLock::new(|| names().map(KnownWord::new).collect());
    nearest_of(key, ALL.iter().copied())
}

/// A name in the table.
#[derive(Debug)]
pub struct Name {
    /// The name.
    pub text: &'static str,
    /// All names of its field; the first is its own.
    pub of_field: &'static [&'static str],
    /// The number of names before it.
    at: usize,
}

impl Name {
    /// Returns true for a name of this field.
    pub fn is_of<T>(&self, key: &Key<T>) -> bool {
        self.of_field == key.names
    }
}

/// Every name as it is written, and without what stands between its words, by their slots.
static NAMES: LazyLock<[Vec<(String, Name)>; SLOTS]> = LazyLock::new(|| {
    let mut names = [const { Vec::new() }; SLOTS];
    let all = ALL.iter().flat_map(|field| field.names.iter().map(|name| (*name, field.names)));
    for (at, (text, of_field)) in all.enumerate() {
        for form in [text.to_owned(), bare_key(text)] {
            names[slot(&form)].push((form, Name { text, of_field, at }));
        }
    }
    names
});

const SLOTS: usize = u64::BITS as usize;

/// A number that a name has in common with few others, and that is found faster than a hash.
pub const fn slot(name: &str) -> usize {
    let first = if let [first, ..] = name.as_bytes() { *first as usize } else { 0 };
    (first + 7 * name.len()) % SLOTS
}

/// The name of a field that a key stands for, and the name in the table of that field. Any other key is folded.
pub fn name_of<'k>(key: &'k str, mapping: &'k Mapping) -> (Cow<'k, str>, Option<&'static Name>) {
    for own in mapping.mapped().map(|(own, _)| own) {
        let mut names = mapping.keys(own).into_iter().flatten();
        let name = if is_same_key(key, own) {
            Some(own)
        } else {
            names.find(|name| is_same_key(key, name))
        };
        if let Some(name) = name {
            return (name.into(), named(own));
        }
    }
    // Nearly every key is written as its field is named.
    let name = named(key).or_else(|| named(&bare_key(key)));
    match name.filter(|name| mapping.sources(name.of_field[0]).is_none()) {
        Some(name) => (name.text.into(), Some(name)),
        None => (folded(key), None),
    }
}

/// The name of the field that an entry holds, as above. A word for what became of the process is its outcome, also where
/// the round is named: no round is called "rejected".
pub fn name_of_entry<'k>(
    (key, value): &'k Entry<'_>,
    mapping: &'k Mapping,
) -> Option<(Cow<'k, str>, Option<&'static Name>)> {
    let name = name_of(key.text()?, mapping);
    let is_round = name.1.is_some_and(|name| name.is_of(&ROUND));
    if !is_round || !scalar(value).is_some_and(|word| is_what_became(word, mapping)) {
        return Some(name);
    }
    Some((OUTCOME.name().into(), named(OUTCOME.name())))
}

fn is_what_became(word: &str, mapping: &Mapping) -> bool {
    let outcome = match mapping.meaning(word) {
        Some(Meaning::Outcome(name)) => Outcome::parse(name),
        Some(Meaning::PassedOver) => return true,
        None => Outcome::parse(word),
    };
    // "Onsite" and "final round" are rounds, too.
    outcome.is_some_and(|outcome| !outcome.is_in_progress())
}

/// The name in the table that is written like this.
pub fn named(name: &str) -> Option<&'static Name> {
    let mut alike = NAMES[slot(name)].iter().rev();
    alike.find(|(form, _)| form == name).map(|(_, name)| name)
}

/// The field with this name.
pub fn field_named(name: &str) -> Option<&'static Field> {
    ALL.iter().find(|field| field.names.contains(&name))
}

/// The keys of a note's front matter: names of fields, and the user's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// The names under which the note gives a value.
    given: Names,
    /// The names whose value has a problem.
    troubled: Names,
    /// The user's own, each on a line.
    own: Box<str>,
}

impl Keys {
    /// The name that a field is read from, and whether its value has a problem.
    pub fn name_of(&self, field: &Field) -> Option<(&'static str, bool)> {
        let name = self.given_names(field).next()?;
        Some((name, self.troubled.contains(name)))
    }

    /// Returns true if the value of the field of this name has a problem.
    pub fn is_troubled(&self, name: &str) -> bool {
        field_named(name).and_then(|field| self.name_of(field)).is_some_and(|(_, bad)| bad)
    }

    /// The names of a field under which the note gives a value, in order of preference.
    pub fn given_names(&self, field: &Field) -> impl Iterator<Item = &'static str> {
        field.names.iter().copied().filter(|name| self.given.contains(name))
    }

    /// The fields that the note gives under several names.
    pub fn given_twice(&self) -> impl Iterator<Item = &'static Field> {
        let mut given = self.given.0;
        ALL.iter().filter(move |field| {
            let names = field.names.len() as u32;
            let count = (given & ((1 << names) - 1)).count_ones();
            given >>= names;
            count > 1
        })
    }

    /// The user's own keys, as written.
    pub fn own(&self) -> impl Iterator<Item = &str> {
        self.own.lines()
    }

    pub fn add(&mut self, name: &Name) {
        self.given.insert(name);
    }

    pub fn add_trouble(&mut self, name: &Name) {
        self.troubled.insert(name);
    }

    pub fn add_own(&mut self, key: &str) {
        if self.own().count() < OWN_LIMIT && key.len() <= OWN_LENGTH_LIMIT {
            self.own = [&self.own, &*one_line(key), "\n"].concat().into();
        }
    }
}

/// A set of names of fields, each a bit: its place in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Names(u64);

/// There is a bit for each name.
const _: () = {
    let (mut names, mut at) = (0, 0);
    while at < ALL.len() {
        names += ALL[at].names.len();
        at += 1;
    }
    assert!(names <= u64::BITS as usize);
};

impl Names {
    fn contains(self, name: &str) -> bool {
        named(name).is_some_and(|name| self.0 & 1 << name.at != 0)
    }

    fn insert(&mut self, name: &Name) {
        self.0 |= 1 << name.at;
    }
}

/// The most keys of the user's own that are remembered of a note.
const OWN_LIMIT: usize = 40;

/// Longest of them, in bytes.
const OWN_LENGTH_LIMIT: usize = 40;
