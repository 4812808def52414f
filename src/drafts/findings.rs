//! What a draft had better not be sent with, each at its line.

use std::ops::Range;

use super::checklist::{is_signed, length, past_limit};
use crate::diagnostic::place::Place;
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts;
use crate::notes::front_matter;
use crate::notes::person::split_address;
use crate::plan::followup::{Addressee, FollowUp};
use crate::rules::config::Config;
use crate::text::{lines, one_line, slug};

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
    ["hi", "hello", "hey", "dear", "good morning", "good afternoon", "good evening"];

/// Who is greeted by no name.
const NOBODY: [&str; 10] =
    ["there", "all", "team", "everyone", "everybody", "both", "again", "folks", "sir", "madam"];

/// Titles and particles: they tell nobody from another.
const IN_MANY_NAMES: [&str; 20] = [
    "dr", "dra", "prof", "mr", "mrs", "ms", "mx", "miss", "herr", "frau", "van", "von", "de",
    "der", "den", "la", "le", "del", "di", "da",
];

/// What ends a greeting.
const GREETING_ENDS: [char; 6] = [',', '!', ':', '–', '—', '\n'];

/// Lines, besides empty ones, in which a greeting is looked for: what goes through a recruiter has two.
const OPENING: usize = 6;

/// Most words of a name.
const NAME_WORDS: usize = 5;

/// What is wrong with a follow-up's draft, given the whole file.
pub fn findings(followup: &FollowUp, path: &str, text: &str, config: &Config) -> Vec<Diagnostic> {
    // Where its head can't be read it isn't known to whom it goes, nor where the message starts.
    if let Some((at, problem)) = front_matter::fault(text) {
        return vec![Diagnostic::at(path, Place::of(text, at), problem)];
    }
    let mut found = Vec::new();
    let (headers, body) = drafts::parts(text);
    let start = text.len() - body.len();
    if body.trim().is_empty() {
        return found;
    }
    // An address may be to fill in too.
    let mut blanks = drafts::blank_spans(text).peekable();
    if let Some(first) = blanks.peek().cloned() {
        let problem = Problem::BlanksLeft { count: blanks.count() };
        found.push(Diagnostic::at(path, Place::of(text, first), problem));
    }
    let mut report = |at: Range<usize>, problem: Problem| {
        let place = Place::of(text, start + at.start..start + at.end);
        found.push(Diagnostic::at(path, place, problem));
    };
    let kind = followup.rule.kind();
    if let Some((count, limit, unit)) = length(kind, body)
        && count > limit
    {
        let at = past_limit(kind, body);
        report(at..body.trim_end().len(), Problem::DraftTooLong { count, limit, unit });
    }
    let to = headers.iter().find(|(name, _)| *name == "To").map(|(_, to)| to.as_str());
    let to = one_line(&drafts::without_blanks(split_address(to.unwrap_or_default()).0));
    if let Some((at, greeted)) = wrong_greeting(followup, &to, body) {
        report(at, Problem::WrongGreeting { greeted, to });
    }
    let asks = drafts::hints(body).any(|hint| hint.contains("how to reach you"));
    if kind != "connect" && !asks && !is_signed(body, &config.me) {
        let end = body.trim_end();
        let line = end.rfind('\n').map_or(0, |at| at + 1);
        report(line..end.len(), Problem::NoContactDetails);
    }
    // The same length in bytes, whatever the language, and a phrase may go on in the next line.
    let lower = body.to_ascii_lowercase().replace('\n', " ");
    let is_word = |at: &Range<usize>| {
        !lower[..at.start].ends_with(char::is_alphanumeric)
            && !lower[at.end..].starts_with(char::is_alphanumeric)
    };
    for phrase in WORN {
        let mut places = lower.match_indices(phrase).map(|(at, _)| at..at + phrase.len());
        if let Some(at) = places.find(is_word) {
            report(at.clone(), Problem::WornPhrase { phrase: one_line(&body[at]) });
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
    if matches!(followup.addressee, Addressee::Through { .. }) || to.contains('@') {
        names.extend(followup.people_addressed().flat_map(|person| words(&person.name)));
    }
    let others: Vec<String> =
        followup.note.people().flat_map(|person| words(&person.name)).collect();
    let mut lines =
        lines(body).filter(|(_, line)| !line.trim().is_empty()).take(OPENING).enumerate();
    lines.find_map(|(number, (at, line))| {
        let lower = line.to_ascii_lowercase();
        let greeting = GREETINGS.iter().find(|greeting| {
            lower.strip_prefix(**greeting).is_some_and(|rest| rest.starts_with([' ', ',']))
        });
        let rest = &line[greeting.map_or(0, |greeting| greeting.len())..];
        // Behind a comma the message may start at once: `Hi, I would like to thank you`.
        let is_plain = rest.starts_with(' ');
        let rest = rest.trim_start_matches([' ', ',']);
        let greeted = rest.split(GREETING_ENDS).next()?;
        let greeted = greeted.split(" - ").next()?.trim_end();
        let said = words(greeted);
        let has = |words: &[String]| said.iter().any(|word| words.contains(word));
        let is_name = is_plain
            && greeted.chars().next().is_some_and(|first| !first.is_lowercase())
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

/// A name's words in lower case and without accents, as people write them. What many have in theirs is left out.
fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.map(|word| slug(word, word));
    words.filter(|word| !IN_MANY_NAMES.contains(&word.as_str())).collect()
}
