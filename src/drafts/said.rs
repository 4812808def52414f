//! What somebody has been told already: words that were to be said are said once.

use std::sync::Arc;

use crate::drafts::head;
use crate::drafts::language::Language;
use crate::drafts::record_path;
use crate::drafts::remarks;
use crate::notes::{Note, Person};
use crate::plan::followup::{Addressee, FollowUp, Key};

/// The kinds of messages whose reader gets no thanks for the interview any more, if those are still to be sent.
const ANSWERS: [&str; 8] = [
    "next-round",
    "hiring-manager",
    "offer-thanks",
    "acceptance",
    "decline",
    "rejection-thanks",
    "withdrawal",
    "withdraw",
];

/// The note that a message is about: the other process's if it goes there.
pub fn subject_note(followup: &FollowUp) -> &Note {
    match &followup.key {
        Key::Process(process) => process.current(),
        _ => &followup.note,
    }
}

/// The messages that the reader has had about this note, as far as their drafts are there; `None` if the words to be said
/// belong to another message: the first one to them, while that isn't done or where its draft is gone, or one of a kind
/// that says nothing of the user's own. `draft` gives a draft's text.
pub fn so_far<'t>(
    followup: &FollowUp,
    language: &Language,
    draft: impl Fn(&str) -> Option<&'t str>,
) -> Option<Vec<&'t str>> {
    let kind = followup.rule.kind();
    let Addressee::Person(Some(reader)) = &followup.addressee else { return None };
    let note = subject_note(followup);
    let says_words = match kind {
        // They go out beside the thanks.
        "value-add" | "offer-elsewhere" | "status-check" => {
            first_messages(note, reader).iter().any(|id| note.is_done(id))
                || is_stranger(note, reader)
        }
        "feedback-request" => note.is_done("rejection-thanks"),
        kind => ANSWERS.contains(&kind),
    };
    // A message without its draft has said them, as far as anybody can tell.
    let is_lost = |id: &String| {
        let path = record_path(note.stem(), &note.id_in_file(id));
        note.is_done(id) && path.and_then(|path| draft(&path)).is_none()
    };
    if !says_words || first_messages(note, reader).iter().any(is_lost) {
        return None;
    }
    // One that went through the recruiter was theirs, too.
    let own = format!("/{}", reader.id);
    let to_reader = |id: &str, text: &str| {
        id.ends_with(&own) || head::field(text, "to").is_some_and(|to| to.contains(&reader.name))
    };
    let notes = std::iter::once(note).chain(followup.same_day.iter().map(Arc::as_ref));
    let done = notes.flat_map(|note| {
        note.records.keys().filter(|id| note.is_done(id)).map(move |id| (note, id))
    });
    let texts = done.filter_map(|(note, id)| {
        let text = draft(&record_path(note.stem(), &note.id_in_file(id))?)?;
        to_reader(id, text).then_some(text)
    });
    Some(texts.flat_map(|text| remarks::sent(text, language)).collect())
}

/// The ids of the first messages to somebody after an interview.
fn first_messages(note: &Note, person: &Person) -> Vec<String> {
    let mut ids = vec![format!("thank-you/{}", person.id), format!("team-thanks/{}", person.id)];
    if note.recruiter.value().is_some_and(|recruiter| recruiter.is_likely(person)) {
        let first = if note.agency.is_some() { "recruiter-debrief" } else { "recruiter-thanks" };
        ids.push(first.to_owned());
    }
    ids
}

/// Returns true for somebody who gets no message after the interview, such as whoever tells of an offer.
fn is_stranger(note: &Note, person: &Person) -> bool {
    !note
        .people()
        .chain(note.recruiter.value().map(AsRef::as_ref))
        .any(|other| other.is_likely(person))
}

/// Returns true if the texts hold one of these words, or words in a row, in lower case.
pub fn hold<'t>(texts: impl IntoIterator<Item = &'t str>, words: &[String]) -> bool {
    let told = texts.into_iter().collect::<Vec<_>>().join("\n").to_lowercase().replace('’', "'");
    // Most messages have nothing to say word for word.
    if told.is_empty() {
        return false;
    }
    let told: Vec<&str> = told.split(|c: char| !(c.is_alphanumeric() || c == '\'')).collect();
    let told = format!(" {} ", told.join(" "));
    words.iter().any(|word| told.contains(&format!(" {word} ")))
}

/// Returns true if a paragraph was said in one of these messages, word for word or nearly so: most of its longer words
/// stand in it.
pub fn is_said(paragraph: &str, messages: &[&str]) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
        words.map(str::to_lowercase).collect()
    };
    let wanted = words(paragraph);
    if wanted.is_empty() {
        return messages.iter().any(|message| message.contains(paragraph.trim()));
    }
    messages.iter().any(|message| {
        let said = words(message);
        let found = wanted.iter().filter(|word| said.contains(word)).count();
        2 * found > wanted.len()
    })
}
