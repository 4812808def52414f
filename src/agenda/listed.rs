//! The lines of one section, told apart.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::agenda::Entry;
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

/// What a note says of itself that can tell it from others.
type Fact = fn(&Note) -> Option<Cow<'_, str>>;

/// The lines of a section. Those that would read the same get the role, the round or the day as well.
pub fn listed(entries: Vec<Entry<'_>>) -> Vec<Listed<'_>> {
    let mut same: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (at, entry) in entries.iter().enumerate() {
        same.entry((entry.title(), &entry.note().company)).or_default().push(at);
    }
    let mut places: Vec<Cow<'_, str>> =
        entries.iter().map(|entry| Cow::Borrowed(entry.note().company.as_str())).collect();
    let facts: [Fact; 3] = [
        |note| note.role.as_deref().map(Cow::Borrowed),
        |note| note.round.as_deref().map(Cow::Borrowed),
        |note| match note.date {
            Known::Is(day) => Some(Cow::Owned(day.format("%-d %b").to_string())),
            _ => None,
        },
    ];
    for alike in same.values().filter(|alike| alike.len() > 1) {
        for fact in facts {
            let of = |at: &usize| fact(entries[*at].note());
            let differs = alike.iter().any(|at| of(at) != of(&alike[0]));
            for at in alike.iter().filter(|_| differs) {
                if let Some(fact) = of(at) {
                    *places[*at].to_mut() += &format!(", {fact}");
                }
            }
        }
    }
    entries.into_iter().zip(places).map(|(entry, place)| Listed { entry, place }).collect()
}

impl<'a> Entry<'a> {
    fn title(&self) -> &'a str {
        match self {
            Entry::FollowUp(item) => &item.title,
            Entry::Task(task) => &task.text,
        }
    }

    fn note(&self) -> &'a Note {
        match self {
            Entry::FollowUp(item) => &item.followup.note,
            Entry::Task(task) => &task.note,
        }
    }
}
