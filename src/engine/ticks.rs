//! The follow-ups and tasks that boxes in the agenda's file are about, and what their ticks ask for.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Detail, Engine, Rules};
use crate::agenda::Item;
use crate::agenda::key::Key;
use crate::agenda::plain::{Plain, essence};
use crate::agenda::task::{keyed, ticked};
use crate::agenda::tick::{Boxed, Tick, Whose};
use crate::drafts;
use crate::journal::recording::{Recorded, Recording};
use crate::journal::{Journal, News};
use crate::notes::body::Task;
use crate::notes::{Note, Record};
use crate::text::{markdown, one_line, visible};

/// The follow-up or the task that a box is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// A follow-up that its note can have a record of.
    FollowUp { note: String, record_id: String },
    /// An open task.
    Task { key: Key, recording: Recording },
    /// A task that is ticked in its note, or a follow-up that has its record in a note of another name.
    Settled,
}

/// An engine that looks at everything, made when it is needed.
pub type Everything = Option<Box<Engine>>;

impl Engine {
    /// Returns true if a box in the agenda's file asks for something.
    pub fn has_ticks(&mut self, journal: &Journal) -> bool {
        self.users_part.text(journal).boxes.iter().any(|one| one.tick().is_some())
    }

    /// The records that ticks in the agenda ask for, as far as notes can hold them. The notes are those of the last run.
    pub fn ticked(&mut self, journal: &Journal, rules: Rules<'_>) -> Vec<Recording> {
        let boxes = self.users_part.text(journal).boxes.clone();
        let mut everything = None;
        // A follow-up with two lines counts once: what was sent was sent, whatever the other line says.
        let mut ticks: BTreeMap<String, (Tick, Recording)> = BTreeMap::new();
        for boxed in boxes {
            let Some(tick) = boxed.tick() else { continue };
            let known = self.meant(&boxed, journal, rules, &mut everything);
            self.users_part.known.extend(known.clone().map(|known| (boxed.whose.clone(), known)));
            let recording = known.and_then(|known| asked_for(&tick, known, journal, rules));
            let Some(recording) = recording else { continue };
            let is_stronger = ticks.get(&recording.id()).is_none_or(|(known, _)| tick > *known);
            if is_stronger {
                ticks.insert(recording.id(), (tick, recording));
            }
        }
        ticks.into_values().map(|(_, recording)| recording).collect()
    }

    /// A record in a few words, for the log: `thank Jane Doe (acme.md)`.
    pub fn in_words(&self, recording: &Recording) -> String {
        let title = match &recording.what {
            Recorded::Task { words, .. } => words.clone(),
            _ => {
                let id = recording.id();
                let mut items = self.contributions.values().flat_map(|one| &one.items);
                let item = items.find(|item| item.followup.id() == id);
                item.map_or(id, |item| lower_first(&item.title))
            }
        };
        let verb = match &recording.what {
            Recorded::FollowUp { record: None, .. } => "taken back",
            Recorded::FollowUp { record: Some(Record::Skipped(_)), .. } => "skipped",
            _ => "recorded",
        };
        format!("{verb}: {} ({})", one_line(&title), visible(&recording.note))
    }

    /// Returns true for a box with a tick that no note has a record of yet.
    pub fn is_unrecorded(&self, boxed: &Boxed, journal: &Journal, rules: Rules<'_>) -> bool {
        let Some(tick) = boxed.tick() else { return false };
        match self.meant(boxed, journal, rules, &mut None) {
            Some(Known::Settled) => false,
            Some(known) => asked_for(&tick, known, journal, rules).is_some(),
            None => true,
        }
    }

    /// The follow-up or the task that a line is about.
    pub fn find(
        &self,
        whose: &Whose,
        journal: &Journal,
        rules: Rules<'_>,
        everything: &mut Everything,
    ) -> Option<Known> {
        let linked = whose.note.as_ref().map_or(&[][..], |path| journal.notes(path));
        let Some(key) = &whose.key else {
            let note = linked.first()?;
            let item = self.titled(note, whose).or_else(|| {
                let all = everything.get_or_insert_with(|| Engine::of_everything(journal, rules));
                all.titled(note, whose)
            });
            return item.and_then(|item| of_item(&item)).or_else(|| {
                let mut tasks =
                    linked.iter().flat_map(|note| keyed(note).map(move |one| (note, one)));
                let (note, (key, task)) =
                    tasks.find(|(_, (_, task))| title(&task.text) == whose.title)?;
                Some(of_task(note, key, task))
            });
        };
        let all = || self.processes.all().map(|(_, process)| process.id.as_str()).collect();
        let of_linked = linked.iter().find_map(|note| keyed_in(note, key, Some(&all)));
        of_linked.or_else(|| {
            let mut notes = journal.entries().flat_map(|(path, _)| journal.notes(path));
            notes.find_map(|note| keyed_in(note, key, None))
        })
    }

    /// A note's follow-up with a title, or with a draft: the one that is still to be done, if there are several.
    fn titled(&self, note: &Note, whose: &Whose) -> Option<Arc<Item>> {
        let items = self.contributions.values().flat_map(|one| &one.items);
        let of_note = items.filter(|item| item.followup.note.path == note.path);
        let has_draft =
            |item: &Item| whose.draft.is_some() && drafts::path(&item.followup) == whose.draft;
        let has_title = |item: &Item| title(&item.title) == whose.title;
        let meant = of_note.filter(|item| has_title(item) || has_draft(item));
        meant.max_by_key(|item| (has_title(item), has_draft(item), item.status.is_live())).cloned()
    }

    /// An engine that has looked at everything in the journal.
    pub fn of_everything(journal: &Journal, rules: Rules<'_>) -> Box<Engine> {
        let mut engine = Engine::new(Detail::Everything);
        let notes = journal.entries().flat_map(|(path, _)| journal.notes(path)).cloned();
        let news = News { everything: true, come: notes.collect(), ..News::default() };
        engine.work_in(journal, news, rules);
        Box::new(engine)
    }
}

/// A note's follow-up or task with a key that begins like this. The other processes, which few follow-ups are about, are
/// gathered only if nothing else has that key.
fn keyed_in<'p>(
    note: &Note,
    key: &str,
    processes: Option<&dyn Fn() -> Vec<&'p str>>,
) -> Option<Known> {
    if let Some((key, task)) = keyed(note).find(|(one, _)| one.begins_with(key)) {
        return Some(of_task(note, key, task));
    }
    let is_meant =
        |id: &String| Key::of(&format!("{}/{}", note.stem(), note.id_in_file(id))).begins_with(key);
    let own = note.possible_records(&[]).find(is_meant);
    let to_others = || note.possible_records(&processes?()).find(is_meant);
    match own.or_else(to_others) {
        Some(id) => {
            let record_id = note.id_in_file(&id);
            Some(Known::FollowUp { note: note.path.clone(), record_id })
        }
        None => ticked(note, key).map(|_| Known::Settled),
    }
}

fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// The words of a title as they are compared.
pub fn title(words: &str) -> String {
    essence(&Plain::of(&markdown(words)).text)
}

pub fn of_item(item: &Item) -> Option<Known> {
    let (note, record_id) = (&item.followup.note, item.followup.record_id());
    let can = note.own_id(&record_id).is_some_and(|id| note.can_record(id));
    can.then(|| Known::FollowUp { note: note.path.clone(), record_id })
}

pub fn of_task(note: &Note, key: Key, task: &Task) -> Known {
    Known::Task { key, recording: Recording::of_task(note, task.line, &task.text) }
}

/// The record that a tick asks for, unless the note has it.
fn asked_for(tick: &Tick, known: Known, journal: &Journal, rules: Rules<'_>) -> Option<Recording> {
    match known {
        Known::FollowUp { note, record_id } => {
            journal.notes(&note).first()?;
            let record = journal.record(&note, &record_id);
            let record = tick.applied(record, rules.today)?;
            Some(Recording::of(&note, &record_id, record))
        }
        Known::Task { recording, .. } => matches!(tick, Tick::Done(_)).then_some(recording),
        Known::Settled => None,
    }
}
