//! Drafts: the message file of each follow-up, and what is still wrong with it.
//!
//! Takes a follow-up, the configuration and the templates; gives the follow-up's file. Given a file as it is on the disk,
//! it tells which follow-up it is for, what is still missing, and whether it is as generated.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::notes::Person;
use crate::notes::material::Materials;
use crate::plan::followup::{Addressee, FollowUp};
use crate::rules::cadence::Channel;
use crate::rules::config::Config;
use crate::text::{file_name, one_line, yaml_scalar};

pub mod blanks;
pub mod checklist;
mod findings;
mod fingerprint;
mod gate;
pub mod head;
pub mod language;
mod limit;
mod oneself;
mod parts;
mod phrase;
pub mod private;
pub mod remarks;
mod said;
mod scene;
mod templates;
mod timeframe;
mod weave;
mod written;

pub use findings::findings;
pub use fingerprint::{is_as_generated, is_same_letter, sent, with_sent};
pub use head::followup_of;
pub use said::{is_said, so_far, subject_note};
pub use templates::{FOLDER as TEMPLATES, Override, Templates, kinds, own_path, own_paths};

use blanks::blank;
use language::Language;
use scene::Scene;

/// The end of every draft's file name.
pub const SUFFIX: &str = ".draft.md";

/// Returns true for the path of a draft.
pub fn is_draft(path: &str) -> bool {
    path.ends_with(SUFFIX)
}

/// Longest file name of a draft, in bytes. It leaves room for the temporary name under which it is written.
const NAME_LIMIT: usize = 220;

/// The path of a follow-up's draft, next to its note; `None` if the name would be too long for a file.
pub fn path(followup: &FollowUp) -> Option<String> {
    record_path(followup.note.stem(), &followup.record_id())
}

/// The path of the draft for a note and a follow-up's id within it; `None` if the name would be too long.
pub fn record_path(stem: &str, record_id: &str) -> Option<String> {
    let path = format!("{stem}.{}{SUFFIX}", record_id.replace('/', "."));
    (file_name(&path).len() <= NAME_LIMIT).then_some(path)
}

/// Writes a follow-up's message from the template of its kind, as the text of a file.
///
/// It depends only on the follow-up, its note's material, the configuration, the template, and what the reader has been
/// told (`said`, as [`so_far`] has it). The error is a mistake in the template.
pub fn write(
    followup: &FollowUp,
    materials: &Materials<'_>,
    config: &Config,
    templates: &Templates,
    said: Option<&[&str]>,
) -> Result<String, Diagnostic> {
    let scene = Scene::of(followup, materials, config, templates.language(), said);
    let message = scene.with_one_stop(templates.render(&scene)?);
    let (subject, body) = split_subject(&message);
    let body = scene.as_written(&body).unwrap_or(body);
    let mut head = format!("followup: {}\n", yaml_scalar(&followup.record_id()));
    head.push_str(&format!("to: {}\n", yaml_scalar(&recipient(followup, templates.language()))));
    // A letter has none, nor has a text.
    if let Some(subject) = subject.filter(|_| followup.post().is_none() && !is_text(followup)) {
        head.push_str(&format!("subject: {}\n", yaml_scalar(&subject)));
    }
    if let Some(message_id) = scene::message_id(followup) {
        head.push_str(&format!("in-reply-to: {}\n", yaml_scalar(message_id)));
    }
    if !followup.standing.undated {
        head.push_str(&format!("due: {}\n", followup.standing.dates.due));
    }
    let remarks = remarks::below(&scene.remembered(), templates.language());
    Ok(fingerprint::with_fingerprint(&head, &(body + &remarks)))
}

/// The number of blanks in a draft's message.
pub fn blanks_left(text: &str, language: &Language) -> usize {
    remarks::sent(text, language).iter().map(|part| blanks::count(part, language)).sum()
}

/// Returns true for a path of a draft for this follow-up, next to any note.
pub fn is_named_after(path: &str, record_id: &str) -> bool {
    record_path("", record_id).is_some_and(|end| path.ends_with(&end) && path.len() > end.len())
}

/// Splits a message into its subject, which a template may give in the first line, and its body.
fn split_subject(message: &str) -> (Option<String>, String) {
    let message = message.trim_start();
    let (first, rest) = message.split_once('\n').unwrap_or((message, ""));
    match first.strip_prefix("Subject:") {
        Some(subject) => (Some(one_line(subject)), tidy(rest)),
        None => (None, tidy(message)),
    }
}

/// Tidies a body: single spaces, one empty line between paragraphs, one line feed at the end.
fn tidy(body: &str) -> String {
    let mut tidy = String::with_capacity(body.len());
    let mut blank = true;
    for line in body.lines().map(one_line) {
        if line.is_empty() {
            blank = true;
            continue;
        }
        if blank && !tidy.is_empty() {
            tidy.push('\n');
        }
        blank = false;
        tidy.push_str(&line);
        tidy.push('\n');
    }
    tidy
}

/// Returns true for a message that goes to somebody's phone.
fn is_text(followup: &FollowUp) -> bool {
    matches!(followup.addressee, Addressee::Person(_)) && followup.phone().is_some()
}

/// The message's recipient, with a blank for anything missing from the note.
fn recipient(followup: &FollowUp, language: &Language) -> String {
    let words = &language.words.blanks;
    let person = match &followup.addressee {
        Addressee::Through { recruiter, .. } => Some(recruiter),
        Addressee::Person(person) => person.as_ref(),
        Addressee::Each(people) => {
            let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
            return names.join(", ");
        }
        Addressee::You => None,
    };
    match person.map(Arc::as_ref) {
        None => blank(&words.name_and_address, language),
        Some(Person { name, email: Some(email), .. }) => format!("{name} <{email}>"),
        Some(Person { name, .. })
            if followup.rule.channel == Channel::Network
                || followup.post().is_some()
                || is_text(followup) =>
        {
            name.clone()
        }
        Some(Person { name, .. }) => format!("{name} {}", blank(&words.address, language)),
    }
}
