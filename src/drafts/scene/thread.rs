//! The thread that a message continues.

use crate::drafts::language::Language;
use crate::drafts::said::subject_note;
use crate::plan::followup::{Addressee, FollowUp, Key};
use crate::rules::cadence::Audience;
use crate::text::message;

/// The Message-ID that a draft answers, if the note has one in place of a subject.
pub fn message_id(followup: &FollowUp) -> Option<&str> {
    continued_thread(followup).filter(|thread| is_message_id(thread))
}

/// The subject for a message that continues the note's thread.
pub fn thread(followup: &FollowUp, language: &Language) -> Option<String> {
    let thread = continued_thread(followup).filter(|thread| !is_message_id(thread))?;
    let (lower, replies) = (thread.to_lowercase(), &language.words.replies);
    let is_reply = replies.known.iter().any(|prefix| lower.starts_with(prefix));
    let thread = message(thread);
    Some(if is_reply { thread } else { format!("{}{thread}", replies.prefix) })
}

/// The note's thread, if a message continues it. It is with the people who run the process; a first message to anybody
/// else starts a thread of its own.
pub fn continued_thread(followup: &FollowUp) -> Option<&str> {
    let runs_it = match (&followup.key, &followup.addressee) {
        (Key::Person(_), Addressee::Through { .. }) => true,
        (Key::Person(_), _) => false,
        _ => followup.rule.to != Audience::Manager,
    };
    subject_note(followup).thread.as_deref().filter(|_| runs_it)
}

fn is_message_id(thread: &str) -> bool {
    thread.starts_with('<') && thread.ends_with('>') && thread.contains('@')
}
