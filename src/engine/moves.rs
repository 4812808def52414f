//! The new places of drafts whose notes are there no more under their names: a note that was renamed is followed by the
//! drafts that say what was sent, and the user is told how to move the edited ones.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::reconcile::{self, Orphan, Verdict};
use super::ticks::Known;
use super::{Engine, Rules};
use crate::agenda::tick::{Boxed, Tick};
use crate::agenda::{DraftFile, Item};
use crate::drafts;
use crate::journal::change::{Change, Kind, Step};
use crate::journal::{Found, Journal};
use crate::notes::people::everybody;
use crate::notes::{Note, Record, is_same_name};
use crate::plan::status::Status;
use crate::text::file_name;

/// The drafts that follow their renamed notes, by their new paths.
pub type Moves = BTreeMap<String, Orphan>;

/// The changes that move these drafts.
pub fn changes(moves: &Moves, journal: &Journal) -> Vec<Change> {
    let steps = moves.iter().filter_map(|(place, Orphan { path, .. })| {
        let text = &journal.draft(path)?.text;
        let new = match drafts::sent(text) {
            Some(_) => None,
            None => drafts::with_sent(text, reconcile::done_on(place, journal)),
        };
        let new = new.unwrap_or_else(|| text.clone());
        let create = journal.get(place).is_none().then_some(Step::Create(new));
        let create = create.map(|step| (place, step));
        Some(create.into_iter().chain([(path, Step::Remove(text.clone()))]))
    });
    let change =
        |(path, step): (&String, Step)| Change { path: path.clone(), kind: Kind::Draft, step };
    steps.flatten().map(change).collect()
}

/// A follow-up with the draft that comes to its note.
pub fn with_draft(
    item: &Arc<Item>,
    moves: &Moves,
    journal: &Journal,
    rules: Rules<'_>,
) -> Arc<Item> {
    let draft = || {
        let path = drafts::path(&item.followup)?;
        let found = journal.draft(&moves.get(&path)?.path)?;
        Some(DraftFile {
            path,
            blanks: drafts::blanks::count(&found.text, rules.templates.language()),
        })
    };
    let is_without = item.status == Status::Done && item.draft.is_none() && !moves.is_empty();
    match is_without.then(draft).flatten() {
        Some(draft) => Arc::new(Item::new(item.followup.clone(), rules.today, Some(draft))),
        None => Arc::clone(item),
    }
}

impl Engine {
    /// The sent drafts whose notes are there under another name, with those that these boxes say were sent.
    pub(super) fn moves<'b>(
        &self,
        boxes: impl Iterator<Item = &'b Boxed>,
        journal: &Journal,
    ) -> Moves {
        let place = |verdict: &Verdict| match verdict {
            Verdict::Sent(orphan) => Some((self.new_place(orphan, journal)?, orphan.clone())),
            _ => None,
        };
        let sent = self.unwanted.values().filter_map(place);
        sent.chain(boxes.filter_map(|boxed| self.place_of_ticked(boxed, journal))).collect()
    }

    /// The new place of a draft that is to go with its note, if a line says that it was sent and the note that has its
    /// record was renamed since.
    fn place_of_ticked(&self, boxed: &Boxed, journal: &Journal) -> Option<(String, Orphan)> {
        let Some(Tick::Done(_)) = boxed.tick() else { return None };
        let path = boxed.whose.draft.as_ref()?;
        let draft = journal
            .draft(path)
            .filter(|_| self.unwanted.get(path).is_some_and(Verdict::is_removal))?;
        let id = drafts::followup_of(&draft.text)?.to_owned();
        let orphan = Orphan { path: path.clone(), id };
        let place = match self.users_part.known.get(&boxed.whose) {
            Some(Known::FollowUp { note, record_id }) => {
                drafts::record_path(note.strip_suffix(".md")?, record_id)?
            }
            // The run that recorded it may have been stopped.
            _ => self.new_place(&orphan, journal)?,
        };
        let is_free = journal.get(&place).is_none();
        (is_free && reconcile::done_on(&place, journal).is_some()).then_some((place, orphan))
    }

    /// The new place of a draft whose note is gone: exactly one other note has a follow-up of the same name with the same
    /// person, or exactly one of the same file name has, and no draft of the user's for it. If the note is there, its reader may have another name in it.
    pub(super) fn new_place(&self, orphan: &Orphan, journal: &Journal) -> Option<String> {
        let end = drafts::record_path("", &orphan.id)?;
        let stem = orphan.path.strip_suffix(&end)?;
        let note = format!("{stem}.md");
        if journal.get(&note).is_some() {
            return self.under_new_name(&note, stem, &orphan.id, journal);
        }
        let text = &journal.draft(&orphan.path)?.text;
        let addressee = drafts::head::field(text, "to")?;
        let fits = |path: &&String| {
            let found = journal.draft(path);
            let text = self.planned(path, journal).or(found.map(|found| found.text.as_str()));
            found.is_none_or(Found::is_untouched)
                && text.and_then(|text| drafts::head::field(text, "to")) == Some(addressee)
        };
        let wanted = self.contributions.values().flat_map(|one| &one.wanted);
        let wanted = wanted.filter(|path| path.ends_with(&end)).filter(fits).cloned();
        // Word of an offer elsewhere, and a withdrawal, went to people of another process.
        let key = orphan.id.rsplit('/').next().unwrap_or_default();
        let other = self.processes.all().find(|(_, process)| process.id == key);
        let is_reader = |note: &Note| everybody(note).any(|one| addressee.contains(&one.name));
        let is_reader_there =
            other.is_some_and(|(_, process)| process.rounds.iter().any(|note| is_reader(note)));
        let is_done = |note: &&Note| {
            let day = match note.records.get(note.own_id(&orphan.id).unwrap_or_default()) {
                Some(Record::Done(day)) => *day,
                _ => return false,
            };
            drafts::sent(text).is_none_or(|sent| sent == day)
                && (is_reader_there || is_reader(note))
        };
        let notes = self.processes.all().flat_map(|(_, process)| &process.rounds);
        let done = notes.map(|note| note.as_ref()).filter(is_done);
        let done = done.filter_map(|note| drafts::record_path(note.stem(), &orphan.id));
        // An earlier run may have been stopped between writing it there and removing it here.
        let is_free = |path: &String| {
            journal.get(path).is_none()
                || journal.draft(path).is_some_and(|found| found.text == *text)
        };
        let done = done.filter(is_free);
        let mut places: BTreeSet<String> = wanted.chain(done).collect();
        // Several rounds with somebody that were moved to another folder have kept their names.
        if places.len() > 1 {
            places.retain(|place| file_name(place) == file_name(&orphan.path));
        }
        places.first().filter(|_| places.len() == 1).cloned()
    }

    /// The draft for whoever has nearly the name of a draft's reader, if nobody in the note has that name any more and the
    /// user hasn't edited it.
    fn under_new_name(
        &self,
        note: &str,
        stem: &str,
        id: &str,
        journal: &Journal,
    ) -> Option<String> {
        let (kind, name) = id.rsplit_once('/')?;
        let people = || journal.notes(note).iter().flat_map(|note| note.people());
        if people().any(|person| person.id == name) {
            return None;
        }
        let theirs = people().filter(|person| is_same_name(name, &person.id));
        let paths =
            theirs.filter_map(|person| drafts::record_path(stem, &format!("{kind}/{}", person.id)));
        let mut places = paths.filter(|path| {
            self.owner(path, journal).is_some()
                && journal.draft(path).is_none_or(Found::is_untouched)
        });
        places.next().filter(|_| places.next().is_none())
    }

    /// The text that a draft is going to get.
    fn planned(&self, path: &str, journal: &Journal) -> Option<&str> {
        let contribution = self.contributions.get(&self.owner(path, journal)?)?;
        contribution.verdicts.iter().find_map(|verdict| match verdict {
            Verdict::Changes(change) if change.path == path => change.after(),
            _ => None,
        })
    }
}
