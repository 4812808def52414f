//! Records of messages to processes that have another name now: the messages would be asked for again.

use std::sync::Arc;

use crate::diagnostic::place::Place;
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts::{head, record_path};
use crate::engine::processes::Processes;
use crate::engine::reconcile;
use crate::journal::{Content, Journal};
use crate::notes::{Note, process_of};
use crate::plan::process::Process;
use crate::text::nearest;

/// The problems with records that are about no process of the journal. While a note can't be read, it may be about that.
pub fn records(processes: &Processes, journal: &Journal) -> Vec<Diagnostic> {
    let notes = processes.with_records_of_others().flat_map(|process| {
        let notes = process.rounds.iter().filter(|note| !note.to_processes.is_empty());
        notes.map(move |note| (process, note))
    });
    let lost = |(from, note): (&Arc<Process>, &Arc<Note>)| {
        let problem = |(id, place): &(String, Place)| {
            let own = note.own_id(id)?;
            let other = process_of(own).filter(|other| !processes.has_id(other))?;
            let with = |name: &str| format!("{}{name}", &own[..own.len() - other.len()]);
            // Each process that this note has no record about could be the one.
            let others = processes.all().map(|(_, process)| process.as_ref());
            let others: Vec<&Process> = others
                .filter(|one| one.id != from.id && !note.records.contains_key(&with(&one.id)))
                .collect();
            let near = addressed(note, id, &others, journal).or_else(|| near(other, &others));
            let near = near.map(|name| note.id_in_file(&with(name)));
            let problem = Problem::UnknownRecord { id: id.clone(), near, is_to_process: true };
            Some(Diagnostic::at(&note.path, place.clone(), problem))
        };
        note.to_processes.iter().filter_map(problem).collect::<Vec<_>>()
    };
    let lost: Vec<Diagnostic> = notes.flat_map(lost).collect();
    let is_unread = |content: &Content| matches!(content, Content::Unusable);
    let is_unsure = !lost.is_empty()
        && (journal.holes().next().is_some()
            || journal.entries().any(|(_, entry)| is_unread(&entry.content)));
    if is_unsure { Vec::new() } else { lost }
}

/// The process of the person to whom the draft of the message went, if it is just one. A draft that is to be removed says
/// nothing: the next run couldn't know.
fn addressed<'p>(
    note: &Note,
    id: &str,
    processes: &[&'p Process],
    journal: &Journal,
) -> Option<&'p str> {
    let path = record_path(note.stem(), id)?;
    let draft =
        journal.draft(&path).filter(|_| !reconcile::unwanted(&path, journal).is_removal())?;
    let to = head::field(&draft.text, "to")?;
    let is_reader = |process: &&&Process| {
        process.recruiter_or_lead().value().is_some_and(|person| to.contains(&person.name))
    };
    let mut readers = processes.iter().filter(is_reader);
    readers.next().filter(|_| readers.next().is_none()).map(|process| process.id.as_str())
}

/// The one process whose name is nearly this one, or whose company begins with the same word and has most words of it.
fn near<'p>(name: &str, processes: &[&'p Process]) -> Option<&'p str> {
    let ids = || processes.iter().map(|process| process.id.as_str());
    let words = |id: &'p str| id.split('-');
    let first = name.split('-').next();
    let same =
        |id: &'p str| words(id).filter(|word| name.split('-').any(|one| one == *word)).count();
    nearest(name, ids()).or_else(|| {
        let alike = || ids().filter(|id| words(id).next() == first);
        let most = alike().map(same).max()?;
        let mut alike = alike().filter(|id| same(id) == most);
        alike.next().filter(|_| alike.next().is_none())
    })
}
