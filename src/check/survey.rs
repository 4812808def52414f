//! A count of what a journal's files were read as, for people who bring notes of their own and want to know what was
//! understood.

use std::collections::BTreeMap;

use crate::journal::{Content, Journal};
use crate::notes::FIELDS;

/// A count of what a journal's files were read as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// Notes that could be read.
    pub notes: usize,
    /// Files that look like notes and can't be read.
    pub unusable: usize,
    /// Drafts.
    pub drafts: usize,
    /// Files about people.
    pub contacts: usize,
    /// The other Markdown files.
    pub others: Vec<String>,
    /// The number of those that only `journal.toml` leaves out, where there are no notes.
    pub left_out: usize,
    /// The fields found in notes, in the order of the documentation.
    pub fields: Vec<Counted>,
    /// The user's own keys, most frequent first, each with the number of notes that have it.
    pub own: Vec<(String, usize)>,
}

/// The number of notes that have a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Its own name.
    pub name: &'static str,
    /// The number of notes that have it, under any name.
    pub notes: usize,
    /// The number of those in which its value has a problem.
    pub troubled: usize,
    /// Other names that it has, each with the number of notes.
    pub aliases: Vec<(&'static str, usize)>,
}

impl Counted {
    fn new(name: &'static str) -> Counted {
        Counted { name, notes: 0, troubled: 0, aliases: Vec::new() }
    }

    fn add(&mut self, name: &'static str, is_troubled: bool) {
        self.notes += 1;
        self.troubled += usize::from(is_troubled);
        if name == self.name {
            return;
        }
        match self.aliases.iter_mut().find(|(known, _)| *known == name) {
            Some((_, notes)) => *notes += 1,
            None => self.aliases.push((name, 1)),
        }
    }
}

impl Survey {
    /// Counts a journal's files and fields.
    pub fn of(journal: &Journal) -> Survey {
        let mut survey = Survey::default();
        let mut fields: Vec<Counted> =
            FIELDS.iter().map(|field| Counted::new(field.names[0])).collect();
        let mut own = BTreeMap::new();
        for (path, entry) in journal.entries() {
            match &entry.content {
                Content::Notes(notes) => {
                    survey.notes += 1;
                    // Of several interviews the first stands for all.
                    let Some(note) = notes.first() else { continue };
                    for (field, counted) in FIELDS.iter().zip(&mut fields) {
                        if let Some((name, is_troubled)) = note.keys.name_of(field) {
                            counted.add(name, is_troubled);
                        }
                    }
                    for key in note.keys.own() {
                        *own.entry(key).or_insert(0) += 1;
                    }
                }
                Content::Unusable => survey.unusable += 1,
                Content::Draft(_) => survey.drafts += 1,
                Content::Person(_) => survey.contacts += 1,
                Content::Other if entry.problems.is_empty() => survey.others.push(path.to_owned()),
                Content::Agenda(_)
                | Content::Overview(_)
                | Content::Obstacle(_)
                | Content::Other => {}
            }
        }
        fields.retain(|field| field.notes > 0);
        survey.fields = fields;
        survey.own = own.into_iter().map(|(key, notes)| (key.to_owned(), notes)).collect();
        survey
            .own
            .sort_by(|(one, notes), (other, more)| more.cmp(notes).then_with(|| one.cmp(other)));
        survey
    }
}
