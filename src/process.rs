//! Hiring processes: all notes of one company and role.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::cadence::{Anchors, Cadence};
use crate::calendar::Calendar;
use crate::field::Field;
use crate::note::{Note, Outcome, Person, Record};
use crate::text::{number_namesake, slug};
use crate::window::Window;

/// What the notes of one process have in common: company and role, whatever their case.
pub type ProcessKey = Arc<str>;

/// All rounds with one company for one role.
#[derive(Clone, Debug)]
pub struct Process {
    /// Company and role as a slug, unique in the journal: a part of other processes' ids.
    pub id: String,
    /// Its notes, the current round last.
    pub rounds: Vec<Arc<Note>>,
}

/// The time frame that counts now, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeframe {
    /// The day it was heard: the interview's, or a later update's.
    pub heard: Field<NaiveDate>,
    /// The decision date.
    pub decision: Field<NaiveDate>,
}

/// A journal's processes, by company and role, kept up while its notes come and go.
#[derive(Debug, Default)]
pub struct Processes {
    all: BTreeMap<ProcessKey, Arc<Process>>,
    open: BTreeMap<ProcessKey, Arc<Process>>,
    /// Processes whose slugs differ by numbers at their ends alone, in order: one's id depends on the others'.
    families: HashMap<String, Vec<ProcessKey>>,
}

impl Processes {
    /// The process of a key.
    pub fn get(&self, key: &str) -> Option<&Arc<Process>> {
        self.all.get(key)
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &ProcessKey> {
        self.all.keys()
    }

    /// Those that go on, or wait for an answer to an offer, in order.
    pub fn open(&self) -> impl Iterator<Item = &Arc<Process>> {
        self.open.values()
    }

    /// Takes notes out and in, and gives the keys of the processes that are not what they were.
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
                Some(process) if process.outcome().is_some_and(Outcome::is_open) => {
                    self.open.insert(key.clone(), process.clone());
                }
                _ => drop(self.open.remove(key)),
            }
        }
        changed
    }

    /// Changes one process, and tells whether it is new or gone.
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
        // The current round last: by day, then by path.
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

impl Process {
    /// The note of the current round.
    pub fn current(&self) -> &Arc<Note> {
        // A process is made of at least one note.
        &self.rounds[self.rounds.len() - 1]
    }

    /// What became of it; `None` where the note's word isn't known.
    pub fn outcome(&self) -> Option<Outcome> {
        match self.current().outcome {
            Field::Missing => Some(Outcome::Pending),
            Field::Bad => None,
            Field::Is(outcome) => Some(outcome),
        }
    }

    /// The recruiter whom the latest round names, or an earlier one.
    pub fn recruiter(&self) -> Field<&Arc<Person>> {
        self.latest(|note| note.recruiter.as_ref())
    }

    /// The recruiter, else the hiring manager among the interviewers, else the lead interviewer. Bad where the
    /// recruiter can't be read: a message to the wrong person is worse than a late one.
    pub fn recruiter_or_lead(&self) -> Field<&Arc<Person>> {
        self.recruiter().or(self.latest(|note| {
            let manager = note.interviewers.iter().find(|person| person.is_hiring_manager());
            manager.or(note.lead()).map_or(Field::Missing, Field::Is)
        }))
    }

    /// The person whom the latest round with one gives.
    fn latest<'p>(
        &'p self,
        person: impl Fn(&'p Note) -> Field<&'p Arc<Person>>,
    ) -> Field<&'p Arc<Person>> {
        let mut people = self.rounds.iter().rev().map(|note| person(note));
        people.find(|person| *person != Field::Missing).unwrap_or(Field::Missing)
    }

    /// The last day on which something happened: an interview, an update, a record.
    pub fn last_sign(&self) -> Option<NaiveDate> {
        let signs = |note: &Arc<Note>| {
            let updates = note.updates.iter().filter_map(|update| update.date.value().copied());
            let records = note.records.values().copied().map(Record::day);
            note.date.value().copied().into_iter().chain(updates).chain(records).max()
        };
        self.rounds.iter().filter_map(signs).max()
    }

    /// The day from which a pending process counts as gone quiet; `None` while it isn't pending.
    ///
    /// A process whose decision date lies far ahead is not quiet before its first status check has lapsed.
    pub fn quiet_day(&self, cadence: &Cadence, calendar: &Calendar) -> Option<NaiveDate> {
        if self.outcome() != Some(Outcome::Pending) {
            return None;
        }
        let quiet = calendar.add(self.last_sign()?, cadence.quiet_after);
        let check = cadence.first_check();
        let timeframe = timeframes(self.current(), calendar).pop();
        let check_lapses = check.zip(timeframe).and_then(|(rule, timeframe)| {
            let lapses = rule.lapses.as_ref()?;
            let anchors = Anchors { window: timeframe.decision, ..Anchors::default() };
            lapses.resolve(&anchors, calendar).value().map(|resolved| resolved.day)
        });
        Some(check_lapses.map_or(quiet, |lapses| lapses.max(quiet)))
    }
}

/// A note's time frames, oldest first: the one of the interview, then each update's.
pub fn timeframes(note: &Note, calendar: &Calendar) -> Vec<Timeframe> {
    let mut updates: Vec<_> = note.updates.iter().collect();
    // A stable sort: of two on one day the later in the note is the newer. One with a bad day could be the newest.
    updates.sort_by_key(|update| day_or_last(update.date));
    let first = timeframe(note.date, &note.window, calendar);
    let later = updates.iter().map(|update| timeframe(update.date, &update.window, calendar));
    std::iter::once(first).chain(later).collect()
}

fn timeframe(heard: Field<NaiveDate>, window: &Field<Window>, calendar: &Calendar) -> Timeframe {
    let decision = match window {
        Field::Missing | Field::Is(Window::Unstated) => Field::Missing,
        Field::Bad => Field::Bad,
        // A window that names its day needs no other.
        Field::Is(Window::On(day)) => Field::Is(*day),
        Field::Is(window) => match heard {
            Field::Is(said) => window.last_day(said, calendar).map_or(Field::Bad, Field::Is),
            Field::Missing | Field::Bad => Field::Bad,
        },
    };
    Timeframe { heard, decision }
}

/// A note's process. Case and spaces don't make another company. No name holds a line break.
pub fn key(note: &Note) -> String {
    let role = note.role.as_deref().unwrap_or_default();
    format!("{}\n{role}", note.company).to_lowercase()
}

/// A note without a good date could be the newest: the checks of the others wait for it.
fn day_order(note: &Note) -> NaiveDate {
    day_or_last(note.date)
}

fn day_or_last(day: Field<NaiveDate>) -> NaiveDate {
    day.value().copied().unwrap_or(NaiveDate::MAX)
}

/// Company and role as a slug.
fn plain_id(key: &str) -> String {
    slug(key, "process")
}

/// A slug without the numbers at its end, which could have been given to a namesake.
fn family(id: &str) -> &str {
    let mut base = id;
    while let Some((head, tail)) = base.rsplit_once('-')
        && tail.bytes().all(|b| b.is_ascii_digit())
    {
        base = head;
    }
    base
}
