//! What a draft had better not be sent with, each at its line.

use std::ops::Range;

use super::{is_signed, length, past_limit};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Problem};
use crate::draft;
use crate::followup::{Addressee, FollowUp};
use crate::note::person::split_address;
use crate::source::Place;
use crate::text::one_line;

/// Words that stand in everybody's messages and say nothing.
const WORN: [&str; 10] = [
    "i hope this email finds you well",
    "i hope this message finds you well",
    "just checking in",
    "touch base",
    "touching base",
    "circle back",
    "circling back",
    "per my last email",
    "to whom it may concern",
    "dear sir or madam",
];

/// How messages begin.
const GREETINGS: [&str; 7] =
    ["hi ", "hello ", "hey ", "dear ", "good morning ", "good afternoon ", "good evening "];

/// Who is greeted by no name.
const NOBODY: [&str; 10] =
    ["there", "all", "team", "everyone", "everybody", "both", "again", "folks", "sir", "madam"];

/// What ends a greeting.
const GREETING_ENDS: [char; 6] = [',', '!', ':', '–', '—', '\n'];

/// Lines, besides empty ones, in which a greeting is looked for: what goes through a recruiter has two.
const OPENING: usize = 6;

/// Most words of a name.
const NAME_WORDS: usize = 5;

/// What is wrong with a follow-up's draft, given the whole file.
pub fn findings(followup: &FollowUp, path: &str, text: &str, config: &Config) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let (headers, body) = draft::parts(text);
    let start = text.len() - body.len();
    let mut report = |at: Range<usize>, problem: Problem| {
        let place = Place::of(text, start + at.start..start + at.end);
        found.push(Diagnostic::at(path, place, problem));
    };
    if body.trim().is_empty() {
        return found;
    }
    let kind = followup.rule.kind();
    let mut blanks = draft::blank_spans(body).peekable();
    if let Some(first) = blanks.peek().cloned() {
        report(first, Problem::BlanksLeft { count: blanks.count() });
    }
    if let Some((count, limit, unit)) = length(kind, body)
        && count > limit
    {
        let at = past_limit(kind, body);
        report(at..body.trim_end().len(), Problem::DraftTooLong { count, limit, unit });
    }
    let to = headers.iter().find(|(name, _)| *name == "To").map(|(_, to)| to.as_str());
    let to = one_line(&draft::without_blanks(split_address(to.unwrap_or_default()).0));
    if let Some((at, greeted)) = wrong_greeting(followup, &to, body) {
        report(at, Problem::WrongGreeting { greeted, to });
    }
    let asks = draft::hints(body).any(|hint| hint.contains("how to reach you"));
    if kind != "connect" && !asks && !is_signed(body, &config.me) {
        let end = body.trim_end();
        let line = end.rfind('\n').map_or(0, |at| at + 1);
        report(line..end.len(), Problem::NoContactDetails);
    }
    // The same length in bytes, whatever the language.
    let lower = body.to_ascii_lowercase();
    for phrase in WORN {
        if let Some(at) = lower.find(phrase) {
            let at = at..at + phrase.len();
            report(at.clone(), Problem::WornPhrase { phrase: body[at].to_owned() });
        }
    }
    found
}

/// The first greeting that names nobody who gets the message, or whom it is passed on to.
fn wrong_greeting(followup: &FollowUp, to: &str, body: &str) -> Option<(Range<usize>, String)> {
    let mut names = words(to);
    if names.is_empty() {
        return None;
    }
    if matches!(followup.addressee, Addressee::Through { .. }) {
        names.extend(followup.people_addressed().flat_map(|person| words(&person.name)));
    }
    let others: Vec<String> =
        followup.note.people().flat_map(|person| words(&person.name)).collect();
    let lines = body.split_inclusive('\n').scan(0, |start, line| {
        let at = *start;
        *start += line.len();
        Some((at, line))
    });
    let mut lines = lines.filter(|(_, line)| !line.trim().is_empty()).take(OPENING).enumerate();
    lines.find_map(|(number, (at, line))| {
        let lower = line.to_ascii_lowercase();
        let greeting = GREETINGS.iter().find(|greeting| lower.starts_with(**greeting));
        let rest = &line[greeting.map_or(0, |greeting| greeting.len())..];
        let greeted = rest.split(GREETING_ENDS).next()?.trim_end();
        let said = words(greeted);
        let has = |words: &[String]| said.iter().any(|word| words.contains(word));
        let is_name = greeted.chars().next().is_some_and(|first| !first.is_lowercase())
            && !greeted.contains('[')
            && !said.iter().any(|word| NOBODY.contains(&word.as_str()));
        // In another language, or by the name alone, the first line may greet another person of the note.
        let is_line = number == 0 && rest[greeted.len()..].trim().chars().count() == 1;
        let is_greeting = match greeting {
            Some(_) => is_name || has(&others),
            None => is_line && has(&others),
        };
        let is_another =
            is_greeting && !said.is_empty() && said.len() <= NAME_WORDS && !has(&names);
        let start = at + line.len() - rest.len();
        is_another.then(|| (start..start + greeted.len(), one_line(greeted)))
    })
}

/// A name's words in lower case.
fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
