//! A follow-up's message file: what it says, and the fingerprint that tells whether it is still as generated.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use xxhash_rust::xxh3::xxh3_128;

use crate::dates::calendar::Calendar;
use crate::diagnostic::Diagnostic;
use crate::notes::{Person, front_matter, yaml};
use crate::plan::followup::{Addressee, FollowUp};
use crate::rules::cadence::Channel;
use crate::rules::config::Config;
use crate::text::{one_line, yaml_scalar};

pub mod checklist;
mod findings;
pub mod material;
mod scene;
mod templates;
mod weave;

pub use findings::findings;

pub use templates::{
    BUILT_IN as BUILT_IN_TEMPLATES, FOLDER as TEMPLATES, Override, Templates, own_paths,
};

/// How draft files end.
pub const SUFFIX: &str = ".draft.md";

/// How a blank starts that the user has to fill.
const BLANK: &str = "[fill in";

/// Longest file name of a draft in bytes: leaves room for a temporary name beside it.
const NAME_LIMIT: usize = 220;

/// A message file as it ought to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where, relative to the journal's root.
    pub path: String,
    /// The whole file.
    pub text: String,
}

/// Where a follow-up's draft stands: next to its note. `None` where the name would be too long for a file.
pub fn path(followup: &FollowUp) -> Option<String> {
    record_path(followup.note.stem(), &followup.record_id())
}

/// The same for a record's id.
pub fn record_path(stem: &str, record_id: &str) -> Option<String> {
    let path = format!("{stem}.{}{SUFFIX}", record_id.replace('/', "."));
    let name = path.rsplit('/').next().unwrap_or(&path);
    (name.len() <= NAME_LIMIT).then_some(path)
}

/// Writes a follow-up's message, for the file at its path, with its kind's template.
///
/// It depends on the notes, the configuration and the template alone, never on the day. The error is a template's
/// mistake.
pub fn write(
    followup: &FollowUp,
    path: String,
    config: &Config,
    templates: &Templates,
) -> Result<Draft, Diagnostic> {
    let message = templates.render(followup.rule.kind(), &scene::Scene::of(followup, config))?;
    let (subject, body) = split_subject(&message);
    let mut head = format!("followup: {}\n", yaml_scalar(&followup.record_id()));
    head.push_str(&format!("to: {}\n", yaml_scalar(&recipient(followup))));
    if let Some(subject) = subject {
        head.push_str(&format!("subject: {}\n", yaml_scalar(&subject)));
    }
    if let Some(message_id) = scene::message_id(followup) {
        head.push_str(&format!("in-reply-to: {}\n", yaml_scalar(message_id)));
    }
    head.push_str(&format!("due: {}\n", followup.standing.dates.due));
    Ok(Draft { path, text: stamped(&head, &body) })
}

/// Number of blanks that a draft's text still holds.
pub fn blanks(text: &str) -> usize {
    text.matches(BLANK).count()
}

/// Where a draft's blanks stand.
pub fn blank_spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(BLANK).map(|(at, _)| {
        let end = text[at..].find([']', '\n']).map_or(text.len(), |length| at + length + 1);
        at..end
    })
}

/// What a draft's blanks say should be filled in.
pub fn hints(text: &str) -> impl Iterator<Item = &str> {
    text.split(BLANK).skip(1).filter_map(|part| part.split_once(']')).map(|(hint, _)| hint)
}

/// A draft's text without its blanks and what they hold.
pub fn without_blanks(text: &str) -> String {
    let mut parts = text.split(BLANK);
    let filled = parts.next().unwrap_or_default().to_owned();
    parts.fold(filled, |filled, part| filled + part.split_once(']').map_or("", |(_, rest)| rest))
}

/// Whether a file is, byte for byte, what this program once wrote.
pub fn is_as_generated(text: &str) -> bool {
    let Some((before, rest)) = text.split_once("\ngenerated: ") else { return false };
    let Some((written, after)) = rest.split_once('\n') else { return false };
    before.starts_with("---\n")
        && !before.contains("\n---\n")
        && after.starts_with("---\n")
        && written == fingerprint(before, after)
}

/// A draft's headers for whoever reads it, and its body. One without a head that can be read is all body.
pub fn parts(text: &str) -> (Vec<(&'static str, String)>, &str) {
    let Some(split) = front_matter::split(text).filter(|split| split.closed) else {
        return (Vec::new(), text);
    };
    let Ok(fields) = yaml::parse(split.head) else { return (Vec::new(), text) };
    let names = [("to", "To"), ("subject", "Subject"), ("in-reply-to", "In-Reply-To")];
    let headers = names.into_iter().filter_map(|(key, name)| {
        let (_, value) = fields.iter().find(|(field, _)| field.text() == Some(key))?;
        Some((name, one_line(value.text()?)))
    });
    (headers.collect(), &text[split.body_start..])
}

/// The follow-up that a draft says it is for, whatever became of its line ends.
pub fn followup_of(text: &str) -> Option<&str> {
    header(text, "followup")
}

/// A field of a draft's head, as it is written there.
pub fn header<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut lines = text.strip_prefix('\u{feff}').unwrap_or(text).lines();
    if lines.next()?.trim_end() != "---" {
        return None;
    }
    let mut head = lines.take_while(|line| line.trim_end() != "---");
    head.find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).map(str::trim)
}

/// Whether this is the file name of that follow-up's draft, next to whichever note.
pub fn is_named_after(path: &str, record_id: &str) -> bool {
    record_path("", record_id).is_some_and(|end| path.ends_with(&end) && path.len() > end.len())
}

fn stamped(head: &str, body: &str) -> String {
    let before = format!("---\n{}", head.trim_end());
    let after = format!("---\n{body}");
    format!("{before}\ngenerated: {}\n{after}", fingerprint(&before, &after))
}

fn fingerprint(before: &str, after: &str) -> String {
    format!("{:032x}", xxh3_128([before, after].join("\0").as_bytes()))
}

/// A template's first line may be the subject.
fn split_subject(message: &str) -> (Option<String>, String) {
    let message = message.trim_start();
    let (first, rest) = message.split_once('\n').unwrap_or((message, ""));
    match first.strip_prefix("Subject:") {
        Some(subject) => (Some(one_line(subject)), tidy(rest)),
        None => (None, tidy(message)),
    }
}

/// Single spaces, one blank line between paragraphs, one line feed at the end.
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

/// Who gets the message, with a blank for what the note does not hold.
fn recipient(followup: &FollowUp) -> String {
    let person = match &followup.addressee {
        Addressee::Through { recruiter, .. } => Some(recruiter),
        Addressee::Person(person) => person.as_ref(),
        Addressee::You => None,
    };
    match person.map(Arc::as_ref) {
        None => "[fill in: name and address]".to_owned(),
        Some(Person { name, email: Some(email), .. }) => format!("{name} <{email}>"),
        Some(Person { name, .. }) if followup.rule.channel == Channel::Network => name.clone(),
        Some(Person { name, .. }) => format!("{name} [fill in: address]"),
    }
}

/// A day in a message: `Monday 2 March`, with the year where it isn't the interview's.
fn spoken(day: NaiveDate, interview: Option<NaiveDate>) -> String {
    use chrono::Datelike;
    match interview {
        Some(interview) if interview.year() == day.year() => day.format("%A %-d %B").to_string(),
        _ => day.format("%A %-d %B %Y").to_string(),
    }
}

/// The decision date that a note's latest time frame gives.
fn decision(note: &crate::notes::Note, calendar: &Calendar) -> Option<NaiveDate> {
    crate::plan::process::timeframes(note, calendar).last()?.decision.value().copied()
}
