//! The lines of one section, each of which can be told from the others.

use std::borrow::Cow;

use crate::agenda::Entry;
use crate::agenda::key::Key;
use crate::agenda::task::task_id;
use crate::dates::calendar::shortest;
use crate::notes::Note;
use crate::rules::known::Known;

/// A line of a section.
#[derive(Debug)]
pub struct Listed<'a> {
    /// The follow-up or the task.
    pub entry: Entry<'a>,
    /// Its company, and what tells it from a line with the same words.
    pub place: Cow<'a, str>,
}

/// The facts by which a note can be told from others.
type Fact = fn(&Note) -> Option<Cow<'_, str>>;

/// The lines of a section. Those that would read the same get the role, the round or the day as well.
pub fn listed(entries: Vec<Entry<'_>>) -> Vec<Listed<'_>> {
    let mut same: Vec<(Key, usize)> = entries.iter().map(Entry::words).zip(0..).collect();
    same.sort_unstable_by_key(|(words, _)| *words);
    let mut places: Vec<Cow<'_, str>> =
        entries.iter().map(|entry| Cow::Borrowed(entry.note().company.as_str())).collect();
    let facts: [Fact; 3] = [
        |note| note.role.as_deref().map(Cow::Borrowed),
        |note| note.round.as_deref().map(Cow::Borrowed),
        |note| match note.date {
            Known::Is(day) => Some(Cow::Owned(shortest(day))),
            _ => None,
        },
    ];
    let alike = same.chunk_by(|(one, _), (other, _)| one == other);
    for alike in alike.filter(|alike| alike.len() > 1) {
        for fact in facts {
            let of = |(_, at): &(Key, usize)| fact(entries[*at].note());
            let differs = alike.iter().any(|one| of(one) != of(&alike[0]));
            for one in alike.iter().filter(|_| differs) {
                if let Some(fact) = of(one) {
                    *places[one.1].to_mut() += &format!(", {fact}");
                }
            }
        }
    }
    entries.into_iter().zip(places).map(|(entry, place)| Listed { entry, place }).collect()
}

impl<'a> Entry<'a> {
    /// The key of its words and its company: lines that would read the same have the same.
    fn words(&self) -> Key {
        match self {
            Entry::FollowUp(item) => item.words,
            Entry::Task(task) => task.words,
        }
    }

    /// Its title, or a task's words.
    pub fn title(&self) -> &'a str {
        match self {
            Entry::FollowUp(item) => &item.title,
            Entry::Task(task) => &task.text,
        }
    }

    /// Its key; a next action has none.
    pub fn key(&self) -> Option<Key> {
        match self {
            Entry::FollowUp(item) => Some(item.key),
            Entry::Task(task) => task.key,
        }
    }

    /// Its id, or what stands for one.
    pub fn id(&self) -> String {
        match self {
            Entry::FollowUp(item) => item.followup.id(),
            Entry::Task(task) => task_id(&task.note.path, &task.text),
        }
    }

    /// Its note.
    pub fn note(&self) -> &'a Note {
        match self {
            Entry::FollowUp(item) => &item.followup.note,
            Entry::Task(task) => &task.note,
        }
    }
}

/// The key of what a line says first.
pub fn words(title: &str, note: &Note) -> Key {
    Key::of(&format!("{title}\n{}", note.company))
}
