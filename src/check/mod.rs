//! Findings beyond those of a build.
//!
//! Takes a session that has looked at its folder; gives problems of drafts and of the journal's own templates, notes that
//! are links, addresses that strangers could see, a count of what the files were read as, and a proposal for
//! files that somebody brings along.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::{Agenda, Item};
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts::{self, remarks};
use crate::notes::body::Section;
use crate::notes::material::Material;
use crate::notes::{Note, Person, Record};
use crate::plan::status::Status;
use crate::rules::cadence::{Channel, rule_of};
use crate::rules::config::Config;
use crate::rules::headings::plain;
use crate::session::Session;

pub mod privacy;
pub mod proposal;
mod rehearsal;
pub mod survey;

/// The headings in notes with drafts under which nothing is used at all, once each.
fn unused_headings(items: &[Arc<Item>], config: &Config) -> Vec<Diagnostic> {
    let mut notes: Vec<&Note> = items
        .iter()
        .filter(|item| item.status.has_draft())
        .map(|item| &*item.followup.note)
        .collect();
    let place = |note: &Note| (note.path.clone(), note.name_in_file().map(str::to_owned));
    notes.sort_by_key(|note| place(note));
    notes.dedup_by_key(|note| place(note));
    let mut named = HashSet::new();
    let of_note = |note: &Note| {
        let Material { unheard, mut unused, .. } = Material::of(note, &config.headings);
        let is_unheard = |heading: &str| unheard.iter().any(|one| one.heading == heading);
        unused.retain(|heading| !is_unheard(heading) && named.insert(plain(heading)));
        let unused = unused.into_iter().map(str::to_owned);
        let unused = unused.map(|heading| Problem::UnusedSection { heading });
        unused.map(|problem| Diagnostic::of_file(&note.path, problem)).collect::<Vec<_>>()
    };
    let mut found: Vec<Diagnostic> = notes.into_iter().flat_map(of_note).collect();
    found.dedup();
    found
}

/// Words to be said to those who have had their message without them, and for whom no other is written. Once a heading.
fn late_words(items: &[Arc<Item>], session: &Session) -> Vec<Diagnostic> {
    let (config, language) = (session.config(), session.templates().language());
    let is_mail = |item: &&Arc<Item>| item.followup.rule.channel != Channel::Network;
    let mut found = Vec::new();
    for item in items.iter().filter(is_mail).filter(|item| item.status == Status::Done) {
        let note = &item.followup.note;
        let Some(person) = item.followup.person() else { continue };
        let is_reader = |reader: &Person| reader.is_likely(person);
        let is_theirs = |item: &&Arc<Item>| item.followup.person().is_some_and(is_reader);
        let mails = || items.iter().filter(is_mail).filter(is_theirs);
        if mails().any(|other| other.status.has_draft()) {
            continue;
        }
        let text = |item: &Arc<Item>| {
            let path = &item.draft.as_ref()?.path;
            Some(session.journal().draft(path)?.text.as_str())
        };
        let of_other = |id: &str| note.people().any(|other| other.id == id && !is_reader(other));
        // The agenda has forgotten those of weeks ago.
        let recorded = note.records.iter().filter(|(_, record)| matches!(record, Record::Done(_)));
        let recorded = recorded.filter_map(|(id, _)| {
            let (rule, tail) = rule_of(id)?;
            let is_mail = rule.has_draft() && rule.channel != Channel::Network && !of_other(tail);
            is_mail.then(|| {
                let path = drafts::record_path(note.stem(), &note.id_in_file(id))?;
                Some(session.journal().draft(&path)?.text.as_str())
            })
        });
        let done = mails().filter(|other| other.status == Status::Done).map(text);
        let sent: Option<Vec<&str>> = done.chain(recorded).collect();
        // One whose draft is gone may have said anything.
        let Some(sent) = sent else { continue };
        let sent: Vec<&str> = sent.iter().flat_map(|text| remarks::sent(text, language)).collect();
        let material = Material::of(note, &config.headings);
        let Some(late) =
            material.said_to(person).into_iter().find(|text| !drafts::is_said(text, &sent))
        else {
            continue;
        };
        let holds = |section: &&Section| {
            section.fragments.iter().any(|fragment| late.contains(fragment.text.as_str()))
        };
        if let Some(section) = note.body.sections().iter().find(holds) {
            let (heading, person) = (section.heading.clone(), person.name.clone());
            let problem = Problem::LateWords { heading, person };
            found.push(Diagnostic::at(&note.path, note.body.place_of(section), problem));
        }
    }
    found.sort_by(|a, b| a.order(b));
    found.dedup();
    found
}

/// All problems in what a session has looked at, drafts included, in the order of the files. Nothing is written.
pub fn problems(session: &mut Session, today: NaiveDate) -> Vec<Diagnostic> {
    let Agenda { items, problems, .. } = session.plan(today, &[]).day.agenda;
    let problems = problems.into_iter().chain(session.closed_problems());
    let mut problems: Vec<Diagnostic> = problems.map(Arc::unwrap_or_clone).collect();
    problems.sort_by(|a, b| a.order(b));
    problems.dedup();
    // It is too late to improve what was sent.
    for item in items.iter().filter(|item| item.status.has_draft()) {
        let path = item.draft.as_ref().map(|draft| draft.path.as_str());
        if let Some((path, found)) =
            path.and_then(|path| Some((path, session.journal().draft(path)?)))
            && drafts::followup_of(&found.text).is_some()
        {
            let (config, language) = (session.config(), session.templates().language());
            problems.extend(drafts::findings(&item.followup, path, &found.text, config, language));
        }
    }
    problems.extend(late_words(&items, session));
    problems.extend(unused_headings(&items, session.config()));
    let linked = session.journal().linked_notes();
    problems.extend(linked.map(|path| Diagnostic::of_file(path, Problem::LinkedNote)));
    // A template's mistake that showed already is reported once.
    let mut rehearsed = rehearsal::problems(session.config(), session.templates());
    rehearsed.retain(|new| problems.iter().all(|known| known.path != new.path));
    problems.extend(rehearsed);
    problems.extend(session.templates().gone_names());
    problems.sort_by(|a, b| a.order(b));
    problems
}
