//! The content of a journal's folder, as it was read, and the news since a run last worked on it.
//!
//! Takes entries as they are read; gives them back by path, with the news. Nothing here touches the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_128;

use crate::diagnostic::Diagnostic;
use crate::drafts::{self, Override};
use crate::notes::body::Texts;
use crate::notes::{Note, Record};

mod address_book;
pub mod artifact;
pub mod change;
pub mod copies;
pub mod demo;
mod entry;
mod news;
pub mod read;
pub mod recording;
mod stamp;
pub mod starter;

use address_book::AddressBook;
pub use entry::{Content, Entry, Found};
pub use news::News;
pub use stamp::Stamp;

/// The agenda's file name, in the root.
pub const AGENDA: &str = "FOLLOWUPS.md";

/// The description of a link that is in the way of a file.
pub const LINK: &str = "a link";

/// The start of temporary files' names. They are hidden, and removed by the next run if this one is killed.
pub const TEMPORARY: &str = ".journal-tmp-";

/// The content of a journal's folder. It is a cache: reading everything again gives the same.
#[derive(Debug, Default)]
pub struct Journal {
    entries: BTreeMap<String, Box<Entry>>,
    /// Files about people, and the notes that link to them.
    people: AddressBook,
    /// Paths of entries with problems.
    troubled: BTreeSet<String>,
    /// The journal's own templates.
    pub templates: Vec<Override>,
    /// Problems of those templates.
    pub template_problems: Vec<Diagnostic>,
    /// Templates that could not be looked at.
    template_holes: Vec<Diagnostic>,
    /// Files and folders that could not be looked at. What was known of them before is kept.
    holes: Vec<Diagnostic>,
    /// Temporary files that an interrupted run left.
    pub leftovers: Vec<String>,
    /// Paths that keep their known content, because another program is writing there.
    held: BTreeSet<String>,
    news: News,
    /// Where the texts of settled notes are left, if they aren't kept.
    pub texts: Option<Arc<dyn Texts>>,
}

/// The result of looking below a folder.
#[derive(Debug, Default)]
pub struct Look {
    /// The Markdown files, and anything else with such a name, sorted by path.
    pub found: Vec<(String, Seen)>,
    /// This program's temporary files, sorted.
    pub leftovers: Vec<String>,
    /// Files and folders that could not be looked at, sorted. The root's path is a dot.
    pub holes: Vec<Diagnostic>,
}

/// The result of looking at one path.
#[derive(Debug)]
pub enum Seen {
    /// The known file, not read again: by the system's account it is unchanged.
    Same,
    /// The content, read.
    New(Box<Entry>),
}

impl From<Entry> for Seen {
    fn from(entry: Entry) -> Seen {
        Seen::New(Box::new(entry))
    }
}

/// A hash that tells one text from another.
pub fn version(text: impl AsRef<[u8]>) -> u128 {
    xxh3_128(text.as_ref())
}

impl Journal {
    /// The entry at a path.
    pub fn get(&self, path: &str) -> Option<&Entry> {
        self.entries.get(path).map(Box::as_ref)
    }

    /// Every entry, in the order of the paths.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().map(|(path, entry)| (path.as_str(), &**entry))
    }

    /// The draft at a path.
    pub fn draft(&self, path: &str) -> Option<&Found> {
        match &self.get(path)?.content {
            Content::Draft(found) => Some(found),
            _ => None,
        }
    }

    /// A generated file's text.
    pub fn generated(&self, path: &str) -> Option<&str> {
        match &self.get(path)?.content {
            Content::Draft(found) | Content::Overview(found) => Some(&found.text),
            Content::Agenda(text) => Some(text),
            _ => None,
        }
    }

    /// Returns true for a generated file that is as this program wrote it. The agenda has words of the user's.
    pub fn is_untouched(&self, path: &str) -> bool {
        let content = self.get(path).map(|entry| &entry.content);
        match content {
            Some(Content::Draft(found) | Content::Overview(found)) => found.is_untouched(),
            _ => false,
        }
    }

    /// The interviews of the note at a path.
    pub fn notes(&self, path: &str) -> &[Arc<Note>] {
        self.get(path).map_or(&[], Entry::notes)
    }

    /// Gives a note what the files of its people say.
    pub fn complete(&self, note: &mut Arc<Note>) {
        self.people.complete(note);
    }

    /// The record of a follow-up, by its id in the file of its note.
    pub fn record(&self, path: &str, id: &str) -> Option<Record> {
        let mut notes = self.notes(path).iter();
        notes.find_map(|note| note.records.get(note.own_id(id)?).copied())
    }

    /// A description of anything at a path that can't be one of our files.
    pub fn obstacle(&self, path: &str) -> Option<&'static str> {
        match self.get(path)?.content {
            Content::Obstacle(what) => Some(what),
            _ => None,
        }
    }

    /// The agenda's text.
    pub fn agenda(&self) -> Option<&str> {
        match &self.get(AGENDA)?.content {
            Content::Agenda(text) => Some(text),
            _ => None,
        }
    }

    /// The paths of drafts that start with `beginning`, sorted.
    pub fn drafts<'a>(&'a self, beginning: &'a str) -> impl Iterator<Item = &'a str> {
        let from = self.entries.range::<str, _>((Bound::Included(beginning), Bound::Unbounded));
        let these = from.take_while(move |(path, _)| path.starts_with(beginning));
        let drafts = these.filter(|(_, entry)| matches!(entry.content, Content::Draft(_)));
        drafts.map(|(path, _)| path.as_str())
    }

    /// Returns true if there is a note, readable or not.
    pub fn has_notes(&self) -> bool {
        let mut entries = self.entries.values();
        entries.any(|entry| matches!(entry.content, Content::Notes(_) | Content::Unusable))
    }

    /// The journal's own Markdown files, each with true for one whose addresses are its own: a note, readable or not,
    /// or a file about a person.
    pub fn files(&self) -> impl Iterator<Item = (&str, bool)> {
        self.entries.iter().filter_map(|(path, entry)| match entry.content {
            Content::Notes(_) | Content::Unusable | Content::Person(_) => {
                Some((path.as_str(), true))
            }
            Content::Draft(_) | Content::Agenda(_) => Some((path.as_str(), false)),
            Content::Overview(_) | Content::Obstacle(_) | Content::Other => None,
        })
    }

    /// Problems of the files.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.problems_of_files().map(Arc::as_ref).chain(self.other_problems())
    }

    /// Those of one file.
    pub fn problems_of(&self, path: &str) -> &[Arc<Diagnostic>] {
        self.get(path).map_or(&[], |entry| &entry.problems)
    }

    /// Those of files that could be looked at.
    pub fn problems_of_files(&self) -> impl Iterator<Item = &Arc<Diagnostic>> {
        self.troubled.iter().flat_map(|path| self.problems_of(path))
    }

    /// The others: those of the journal's own templates, and what could not be looked at.
    pub fn other_problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.template_problems.iter().chain(self.holes())
    }

    /// What could not be looked at. As long as there is any, what is known of the folder is no full picture, and nothing
    /// may be written or removed because of it.
    pub fn holes(&self) -> impl Iterator<Item = &Diagnostic> {
        self.holes.iter().chain(&self.template_holes)
    }

    /// Paths that were skipped because they aren't plain files, each with a description.
    pub fn passed_over(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.entries.iter().filter_map(|(path, entry)| match entry.content {
            Content::Obstacle(what) if entry.problems.is_empty() => Some((path.as_str(), what)),
            _ => None,
        })
    }

    /// Paths named like notes where links stand. They are not followed.
    pub fn linked_notes(&self) -> impl Iterator<Item = &str> {
        let links = self.passed_over().filter(|(_, what)| *what == LINK).map(|(path, _)| path);
        let links = links.filter(|path| path.ends_with(".md"));
        links.filter(|path| *path != AGENDA && !drafts::is_draft(path))
    }

    /// Returns true if anything is known at a path or below it.
    pub fn knows(&self, path: &str) -> bool {
        self.get(path).is_some() || self.below(path).next().is_some()
    }

    /// Hands over the news since the last call.
    pub fn take_news(&mut self) -> News {
        std::mem::take(&mut self.news)
    }

    /// The news, without taking it.
    pub fn news(&self) -> &News {
        &self.news
    }

    /// Keeps the known content of these paths, whatever a look finds there, until other paths are held.
    pub fn hold(&mut self, paths: BTreeSet<String>) {
        self.held = paths;
    }

    /// Sets the entry at a path, or removes it, and returns the entry that it replaced. An equal entry replaces nothing.
    pub fn put(&mut self, path: &str, mut entry: Option<Entry>) -> Option<Entry> {
        if self.held.contains(path) {
            return None;
        }
        let is_nobodys = entry.as_ref().is_none_or(Entry::is_nobodys);
        let before = self.entries.get_mut(path);
        if let (Some(before), Some(entry)) = (before, &entry)
            && before.is_same(entry)
        {
            before.stamp = entry.stamp;
            return None;
        }
        if entry.as_ref().is_some_and(|entry| !entry.problems.is_empty()) {
            self.troubled.insert(path.to_owned());
        } else {
            self.troubled.remove(path);
        }
        if let Some(entry) = &mut entry {
            entry.complete(&self.people);
        }
        self.news.come.extend(entry.as_ref().map_or(&[][..], Entry::notes).iter().cloned());
        let card = entry.as_ref().and_then(Entry::card).cloned();
        let before = match entry {
            Some(entry) => self.entries.insert(path.to_owned(), Box::new(entry)),
            None => self.entries.remove(path),
        };
        let before = before.map(|before| *before);
        let gone = before.as_ref().map_or(&[][..], Entry::notes);
        gone.iter().for_each(|note| self.news.go(note));
        let linked = before.as_ref().map_or(&[][..], |entry| &entry.links);
        let links = self.entries.get(path).map_or(&[][..], |entry| &entry.links);
        self.people.put_links(path, linked, links);
        for linking in self.people.put(path, card.as_ref()) {
            self.complete_again(&linking);
        }
        let was_nobodys = before.as_ref().is_none_or(Entry::is_nobodys);
        if !(is_nobodys && was_nobodys) {
            self.news.count += 1;
            if !self.news.everything {
                self.news.paths.insert(path.to_owned());
            }
        }
        before
    }

    /// Completes the notes at a path anew, after a file that they link to has changed.
    fn complete_again(&mut self, path: &str) {
        let Some(entry) = self.entries.get_mut(path) else { return };
        let before = entry.notes().to_vec();
        entry.complete(&self.people);
        before.iter().for_each(|note| self.news.go(note));
        self.news.come.extend(entry.notes().iter().cloned());
    }

    /// Takes in a look at everything below a folder; entries missing from it are removed. The root's name is empty.
    pub fn put_folder(&mut self, folder: &str, look: Look) {
        self.leftovers.extend(look.leftovers);
        self.leftovers.sort_unstable();
        self.leftovers.dedup();
        self.put_holes(folder, look.holes.clone());
        let is_first = folder.is_empty() && self.entries.is_empty() && self.held.is_empty();
        if is_first && !look.found.is_empty() {
            return self.fill(look.found);
        }
        let mut found = look.found.iter().map(|(path, _)| path.as_str()).peekable();
        let mut gone = Vec::new();
        for path in self.below(folder) {
            while found.next_if(|found| *found < path).is_some() {}
            if found.peek() != Some(&path) && !is_in_hole(path, &look.holes) {
                gone.push(path.to_owned());
            }
        }
        for path in gone {
            self.put(&path, None);
        }
        for (path, seen) in look.found {
            if let Seen::New(entry) = seen {
                self.put(&path, Some(*entry));
            }
        }
    }

    /// Takes in that a file or folder could not be looked at. All that is known of it is kept.
    pub fn put_hole(&mut self, hole: Diagnostic) {
        let path = hole.path.clone();
        self.put_holes(&path, vec![hole]);
    }

    /// Replaces the holes at and below a folder.
    fn put_holes(&mut self, folder: &str, holes: Vec<Diagnostic>) {
        let is_elsewhere = |hole: &Diagnostic| !is_below(&hole.path, folder);
        let kept = self.holes.iter().filter(|hole| is_elsewhere(hole)).cloned();
        let mut now: Vec<Diagnostic> = kept.chain(holes).collect();
        now.sort_by(|a, b| a.path.cmp(&b.path));
        if now != self.holes {
            self.news.count += 1;
            if !self.news.everything {
                let changed = self.holes.iter().chain(&now).map(|hole| hole.path.clone());
                self.news.paths.extend(changed);
            }
            self.holes = now;
        }
    }

    /// Sets the journal's own templates, their problems, and those that could not be looked at.
    pub fn put_templates(
        &mut self,
        templates: Vec<Override>,
        problems: Vec<Diagnostic>,
        holes: Vec<Diagnostic>,
    ) {
        if holes != self.template_holes {
            self.template_holes = holes;
            self.news.count += 1;
            self.news.paths.insert(drafts::TEMPLATES.to_owned());
        }
        if !self.template_holes.is_empty() {
            // Drafts stay as those templates made them.
            return;
        }
        if (&templates, &problems) != (&self.templates, &self.template_problems) {
            (self.templates, self.template_problems) = (templates, problems);
            self.news.templates = true;
            self.news.count += 1;
        }
    }

    /// Removes everything at and below a path.
    pub fn remove(&mut self, path: &str) {
        self.put(path, None);
        self.put_folder(path, Look::default());
    }

    fn fill(&mut self, found: Vec<(String, Seen)>) {
        self.news.everything = true;
        let entries = found.into_iter().filter_map(|(path, seen)| match seen {
            Seen::New(entry) => Some((path, entry)),
            Seen::Same => None,
        });
        self.entries = entries.collect();
        let troubled = self.entries.iter().filter(|(_, entry)| !entry.problems.is_empty());
        self.troubled = troubled.map(|(path, _)| path.clone()).collect();
        for (path, entry) in &self.entries {
            self.people.put(path, entry.card());
        }
        for (path, entry) in &mut self.entries {
            entry.complete(&self.people);
            self.people.put_links(path, &[], &entry.links);
        }
        self.news.come =
            self.entries.par_iter().flat_map_iter(|(_, entry)| entry.notes()).cloned().collect();
    }

    fn below(&self, folder: &str) -> impl Iterator<Item = &str> {
        let beginning = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let start = Bound::Included(beginning.as_str());
        let from = self.entries.range::<str, _>((start, Bound::Unbounded));
        from.map(|(path, _)| path.as_str()).take_while(move |path| path.starts_with(&beginning))
    }
}

/// Returns true for a path at or below one of those that could not be looked at.
fn is_in_hole(path: &str, holes: &[Diagnostic]) -> bool {
    holes.iter().any(|hole| is_below(path, if hole.path == "." { "" } else { &hole.path }))
}

/// Returns true for a folder's path, and for any below it.
fn is_below(path: &str, folder: &str) -> bool {
    let rest = path.strip_prefix(folder);
    folder.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
