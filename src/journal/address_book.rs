//! The address book: files about people, and the notes that link to them.
//!
//! A note holds what it says itself, and is completed here with what the files of its people say. When such a file comes,
//! changes or goes, only the notes that link to a file of its name are completed anew.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Problem};
use crate::notes::link::{Link, Means, file_key};
use crate::notes::{Card, Note};
use crate::text::name_key;

/// Files about people, and the notes that link to them.
#[derive(Debug, Default)]
pub struct AddressBook {
    cards: BTreeMap<String, Arc<Card>>,
    /// The paths of files by each name that a link may give them.
    files: BTreeMap<String, BTreeSet<String>>,
    /// The paths of notes by the names in their links.
    notes: BTreeMap<String, BTreeSet<String>>,
}

impl AddressBook {
    /// Sets what the file at a path says of a person, and gives the paths of the notes that it may matter to.
    pub fn put(&mut self, path: &str, card: Option<&Arc<Card>>) -> BTreeSet<String> {
        let before = self.cards.get(path);
        if before == card {
            return BTreeSet::new();
        }
        let of_before: BTreeSet<String> =
            before.map(|card| names(path, card)).into_iter().flatten().collect();
        let of_card: BTreeSet<String> =
            card.map(|card| names(path, card)).into_iter().flatten().collect();
        match card {
            Some(card) => drop(self.cards.insert(path.to_owned(), card.clone())),
            None => drop(self.cards.remove(path)),
        }
        for name in of_before.difference(&of_card) {
            remove(&mut self.files, name, path);
        }
        for name in &of_card {
            self.files.entry(name.clone()).or_default().insert(path.to_owned());
        }
        let names = of_before.union(&of_card);
        names.filter_map(|name| self.notes.get(name)).flatten().cloned().collect()
    }

    /// Sets which names the notes at a path link to.
    pub fn put_links(&mut self, path: &str, before: &[String], now: &[String]) {
        for name in before {
            remove(&mut self.notes, name, path);
        }
        for name in now {
            self.notes.entry(name.clone()).or_default().insert(path.to_owned());
        }
    }

    /// Gives a note what the files of its people say wherever it says nothing itself.
    pub fn complete(&self, note: &mut Arc<Note>) {
        if note.links().next().is_none() {
            return;
        }
        let note = Arc::make_mut(note);
        let mut problems = Vec::new();
        let path = note.path.clone();
        for person in note.everyone_mut() {
            if let Some(link) = person.link.clone() {
                let card = self.card(&link, &path, &mut problems);
                *person = Arc::new(card.complete(person, &link.own));
            }
        }
        if let Some(link) = note.recruiter.value().and_then(|recruiter| recruiter.link.as_ref()) {
            let card = self.card(link, &note.path, &mut Vec::new());
            note.agency = link.own.agency.clone().or_else(|| card.agency.clone());
        }
        note.link_problems = problems;
    }

    /// What the file says that a link means; nothing if it means none, or several.
    fn card(&self, link: &Link, from: &str, problems: &mut Vec<Diagnostic>) -> Arc<Card> {
        let known = self.files.get(&link.key()).into_iter().flatten();
        let card = match link.means(from, known.map(String::as_str)) {
            Means::Nothing => None,
            Means::One(path) => self.cards.get(path),
            Means::Several(files) => {
                let mut lines: Vec<String> =
                    files.iter().map(|path| format!("`{}`", link.to(path))).collect();
                lines.dedup();
                let files = files.into_iter().map(str::to_owned).collect();
                let problem = Problem::UnclearLink { link: link.written(), files, lines };
                problems.push(Diagnostic::at(from, link.place.clone(), problem));
                None
            }
        };
        let card = card.cloned().unwrap_or_default();
        // An address of the note's own leaves nothing to ask of the file.
        if link.own.email.is_none() {
            problems.extend(card.problems.iter().cloned());
        }
        card
    }
}

/// The names that a link may give to a file about a person.
fn names(path: &str, card: &Card) -> impl Iterator<Item = String> {
    std::iter::once(file_key(path)).chain(card.aliases.iter().map(|alias| name_key(alias)))
}

fn remove(map: &mut BTreeMap<String, BTreeSet<String>>, name: &str, path: &str) {
    if let Some(paths) = map.get_mut(name) {
        paths.remove(path);
        if paths.is_empty() {
            map.remove(name);
        }
    }
}
