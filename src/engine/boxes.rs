//! The boxes in the agenda's file: what each is about, and what a new agenda shows of it.

use chrono::NaiveDate;

use crate::agenda::Agenda;
use crate::agenda::key::Key;
use crate::agenda::tick::{Boxed, Tick};
use crate::agenda::user_text::UserText;
use crate::diagnostic::{Diagnostic, Problem};
use crate::engine::ticks::Known;
use crate::engine::{Engine, Refusals, Rules, renamed};
use crate::journal::recording::Recording;
use crate::journal::{AGENDA, Journal};

/// A box, with what it is about if that is known.
pub type Found<'b> = (Option<Known>, &'b Boxed);

impl Engine {
    /// The boxes of the user's part of the agenda.
    pub fn boxes<'b>(
        &self,
        own: &'b UserText,
        journal: &Journal,
        rules: Rules<'_>,
    ) -> Vec<Found<'b>> {
        let mut everything = None;
        let mut find = |boxed: &Boxed| {
            let known = self.users_part.known.get(&boxed.whose);
            let known = known.filter(|_| boxed.whose.key.is_none()).cloned();
            known.or_else(|| self.meant(boxed, journal, rules, &mut everything))
        };
        own.boxes.iter().map(|boxed| (find(boxed), boxed)).collect()
    }
}

/// Shows the boxes in a new agenda as far as nothing is recorded of them: marks, and ticks that wait or were refused.
/// Gives the problems with those that are unclear.
pub fn show(
    boxes: &[Found<'_>],
    agenda: &mut Agenda,
    journal: &Journal,
    refusals: &Refusals,
    today: NaiveDate,
) -> Vec<Diagnostic> {
    let shown = boxes.iter().filter_map(|(known, boxed)| match known {
        Some(known) => show_known(known, boxed, agenda, journal, refusals),
        None => show_unknown(boxed, agenda, journal, today),
    });
    shown.collect()
}

fn show_known(
    known: &Known,
    boxed: &Boxed,
    agenda: &mut Agenda,
    journal: &Journal,
    refusals: &Refusals,
) -> Option<Diagnostic> {
    let tick = boxed.tick();
    let (key, id, is_done) = match known {
        Known::FollowUp { note, record_id } => {
            let id = Recording::of(note, record_id, None).id();
            let record = journal.record(note, record_id);
            if tick.is_none() && record.is_some_and(|record| record.is_settled()) {
                return None;
            }
            (Key::of(&id), id, tick.is_some())
        }
        Known::Task { key, recording } => {
            (*key, recording.id(), matches!(tick, Some(Tick::Done(_))))
        }
        Known::Settled => return None,
    };
    if let Some(tick) = tick.filter(|_| is_done) {
        let is_refused = refusals.contains_key(&id);
        // A task that is still open could not be ticked.
        let is_open = matches!(known, Known::Task { .. });
        if agenda.has_box(key) || boxed.is_users {
            if is_refused || is_open {
                agenda.unrecorded.insert(id, tick);
            }
        } else if is_refused {
            // Nothing else has a line for it any more.
            agenda.pending.push(boxed.clone());
        }
        return None;
    }
    let mark = boxed.mark.clone();
    let is_unclear = boxed.is_unclear() && (boxed.is_users || agenda.has_box(key));
    let problem = is_unclear.then(|| Problem::UnclearMark { mark: mark.clone(), id });
    if !boxed.is_users {
        agenda.marks.insert(key, mark);
    }
    problem.map(|problem| Diagnostic::of_file(AGENDA, problem))
}

fn show_unknown(
    boxed: &Boxed,
    agenda: &mut Agenda,
    journal: &Journal,
    today: NaiveDate,
) -> Option<Diagnostic> {
    let tick = boxed.tick().filter(|_| !boxed.is_users)?;
    agenda.pending.push(boxed.clone());
    Some(renamed::not_found(boxed, &tick, journal, today))
}
