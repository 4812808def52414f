//! Ticks and other marks in lines whose note is there no more under its name: what they are about, as far as the words
//! tell, and what is said where they don't.

use std::sync::Arc;

use chrono::NaiveDate;

use super::ticks::{Everything, Known, of_item, of_task, title};
use super::{Engine, Rules};
use crate::agenda::Item;
use crate::agenda::key::Key;
use crate::agenda::task::keyed;
use crate::agenda::tick::{Boxed, Tick, Whose, is_written};
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts;
use crate::journal::{AGENDA, Content, Journal};
use crate::notes::edit::by_hand;
use crate::notes::{Note, Record};
use crate::text::link;

impl Engine {
    /// The follow-up or the task that a box is about, even if its note was renamed since the line was written.
    pub fn meant(
        &self,
        boxed: &Boxed,
        journal: &Journal,
        rules: Rules<'_>,
        everything: &mut Everything,
    ) -> Option<Known> {
        let found = self.find(&boxed.whose, journal, rules, everything);
        let note = boxed.whose.note.as_deref().filter(|_| !boxed.is_users);
        let is_gone = || note.is_some_and(|path| journal.get(path).is_none());
        let is_blank = boxed.tick().is_none() && boxed.mark.trim().is_empty();
        if found.is_some() || is_blank || !is_gone() {
            return found;
        }
        let all = everything.get_or_insert_with(|| Engine::of_everything(journal, rules));
        let is_alike = |item: &&Arc<Item>| {
            title(&item.title) == boxed.whose.title && is_at(&item.followup.note, &boxed.whose)
        };
        let items = all.contributions.values().flat_map(|one| &one.items).filter(is_alike);
        let mut candidates = followups(items.map(Arc::as_ref), boxed, rules.today);
        candidates.extend(tasks(&boxed.whose, journal));
        only_one(candidates, journal.agenda().unwrap_or_default())
    }
}

/// A follow-up or a task that a line may be about, with the path of its note; `None` for one that is settled.
type Candidate<'n> = (&'n str, Option<Known>);

/// The one that a line is about, if that is clear: the agenda as it was written lists the notes that had their names then.
fn only_one(mut candidates: Vec<Candidate<'_>>, agenda: &str) -> Option<Known> {
    let is_new = |(path, _): &Candidate<'_>| {
        let path = link(path);
        !['#', ')'].iter().any(|end| agenda.contains(&format!("]({path}{end}")))
    };
    if candidates.iter().any(is_new) {
        candidates.retain(is_new);
    }
    match &mut candidates[..] {
        [(_, one @ Some(_))] => one.take(),
        all => all.iter().any(|(_, one)| one.is_none()).then_some(Known::Settled),
    }
}

/// The follow-ups with a line's words that are asked for on its day, or have been. A line that says when it was done is
/// about the record of that day.
fn followups<'i>(
    alike: impl Iterator<Item = &'i Item>,
    boxed: &Boxed,
    today: NaiveDate,
) -> Vec<Candidate<'i>> {
    let record = |item: &Item| item.followup.standing.record;
    let is_settled = |item: &Item| record(item).is_some_and(Record::is_settled);
    let is_meant = |item: &Item| match &boxed.done {
        Some(written) => {
            matches!(record(item), Some(Record::Done(day)) if is_written(day, written))
        }
        None => item.status.is_live() && is_on(&boxed.whose.when, item.due(), today),
    };
    let (meant, others): (Vec<&Item>, Vec<&Item>) = alike.partition(|item| is_meant(item));
    let is_over = |item: &Item| match &boxed.done {
        Some(_) => meant.is_empty(),
        None => is_settled(item) && is_on(&boxed.whose.when, item.due(), today),
    };
    let path = |item: &'i Item| item.followup.note.path.as_str();
    let over = others.into_iter().filter(|item| is_over(item)).map(|item| (path(item), None));
    let meant = meant.iter().filter_map(|item| Some((path(item), Some(of_item(item)?))));
    meant.chain(over).collect()
}

/// The tasks with the words of a line.
fn tasks<'n>(whose: &Whose, journal: &'n Journal) -> Vec<Candidate<'n>> {
    let notes = journal.entries().flat_map(|(path, _)| journal.notes(path));
    let notes = notes.filter(|note| is_at(note, whose));
    let is_meant = |words: &str| title(words) == whose.title;
    let of_note = |note: &'n Arc<Note>| {
        let path = note.path.as_str();
        let open = keyed(note).filter(|(_, task)| is_meant(&task.text));
        let open = open.map(move |(key, task)| (path, Some(of_task(note, key, task))));
        let ticked = note.body.ticked().iter().filter(|task| is_meant(&task.text));
        open.chain(ticked.map(move |_| (path, None))).collect::<Vec<_>>()
    };
    notes.flat_map(of_note).collect()
}

/// Returns true for a note of the company that a line names first.
fn is_at(note: &Note, whose: &Whose) -> bool {
    let rest = whose.place.strip_prefix(&title(&note.company));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(','))
}

/// Returns true for a day that a line, written today or before, can name like this.
fn is_on(when: &str, day: NaiveDate, today: NaiveDate) -> bool {
    let written = when.strip_prefix("since ").or(when.strip_prefix("due "));
    written.map_or(when == "today" && day <= today, |written| is_written(day, written))
}

/// The problem with a tick in a line of which nobody knows what it is about.
pub fn not_found(boxed: &Boxed, tick: &Tick, journal: &Journal, today: NaiveDate) -> Diagnostic {
    let Whose { note, draft, key, .. } = &boxed.whose;
    let note = note.as_deref().unwrap_or_default();
    let stem = note.strip_suffix(".md").unwrap_or(note);
    let of_draft = || {
        let id = draft.as_ref()?.strip_prefix(stem)?.strip_prefix('.')?;
        Some(id.strip_suffix(drafts::SUFFIX)?.replace('.', "/"))
    };
    let of_key = || {
        let notes = journal.entries().flat_map(|(path, _)| journal.notes(path));
        let ids = notes.flat_map(|note| {
            note.possible_records(&[]).map(|id| note.id_in_file(&id)).collect::<Vec<_>>()
        });
        let key = key.as_ref()?;
        ids.into_iter().find(|id| Key::of(&format!("{stem}/{id}")).begins_with(key))
    };
    let id = of_draft().or_else(of_key);
    let is_unnamed = key.is_none() && !journal.notes(note).is_empty();
    let by_hand = match &id {
        Some(id) => by_hand(id, tick.applied(None, today).flatten()),
        None if is_unnamed => "tick the line that is meant".to_owned(),
        None => "write it into its note".to_owned(),
    };
    let why = match journal.get(note).map(|entry| &entry.content) {
        None => format!("{note} is gone, and nothing shows which note has its place"),
        Some(Content::Unusable) => format!("{note} can't be read"),
        Some(_) if is_unnamed => format!("{note} asks for nothing of that name"),
        Some(_) => format!("{note} asks for something else now"),
    };
    let problem = Problem::NotRecorded {
        id: id.map_or_else(|| boxed.title(), |id| format!("{stem}/{id}")),
        why,
        by_hand: format!("{by_hand}, or delete the line"),
    };
    Diagnostic::of_file(AGENDA, problem)
}
