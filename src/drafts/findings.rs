//! Problems that a draft should not be sent with, each at its place.

use std::ops::Range;

use chrono::NaiveDate;

use crate::dates::calendar::parse_date;
use crate::diagnostic::place::Place;
use crate::diagnostic::{Diagnostic, Problem};
use crate::drafts::checklist::{GREETING_LINES, is_signed, needs_contact};
use crate::drafts::language::Language;
use crate::drafts::parts::messages;
use crate::drafts::{blanks, head, phrase, private, remarks};
use crate::notes::front_matter;
use crate::notes::person::{is_honorific, is_particle, split_address};
use crate::plan::followup::{Addressee, FollowUp};
use crate::rules::config::Config;
use crate::rules::moment::Anchor;
use crate::text::{lines, one_line, slug, words};

/// Characters that end a greeting.
const GREETING_ENDS: [char; 6] = [',', '!', ':', '–', '—', '\n'];

/// Most words of a name.
const NAME_WORDS: usize = 5;

/// Finds the problems of a follow-up's draft, given the whole file.
pub fn findings(
    followup: &FollowUp,
    path: &str,
    text: &str,
    config: &Config,
    language: &Language,
) -> Vec<Diagnostic> {
    // Without a readable head, neither the recipient nor the start of the message is known.
    if let Some((at, problem)) = front_matter::fault(text) {
        return vec![Diagnostic::at(path, Place::of(text, at), problem)];
    }
    let mut found = Vec::new();
    let parts = remarks::sent(text, language);
    let sent = parts.concat();
    let place = |at: Range<usize>| Place::of(text, remarks::origin(text, &parts, at));
    let (headers, body) = head::parts(&sent);
    let start = sent.len() - body.len();
    if body.trim().is_empty() {
        return found;
    }
    // An address may be a blank, too.
    let mut blanks = blanks::spans(&sent, language).peekable();
    if let Some(first) = blanks.peek().cloned() {
        let problem = Problem::BlanksLeft { count: blanks.count() };
        found.push(Diagnostic::at(path, place(first), problem));
    }
    let to = headers.iter().find(|(name, _)| *name == "To").map(|(_, to)| to.as_str());
    if let Some((person, email)) = own_address(followup, to.unwrap_or_default()) {
        let at = text.find("\nto:").map_or(0, |at| at + 1);
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let problem = Problem::OtherReader { person, email };
        found.push(Diagnostic::at(path, Place::of(text, at..end), problem));
    }
    let mut report = |at: Range<usize>, problem: Problem| {
        found.push(Diagnostic::at(path, place(start + at.start..start + at.end), problem));
    };
    if let Some(limit) = language.standard(followup.rule.kind()).limit {
        for part in messages(followup, body, language) {
            let text = &body[part.clone()];
            if limit.length(text) > limit.most() {
                let (count, unit) = (limit.length(text), limit.unit());
                let problem = Problem::DraftTooLong { count, limit: limit.most(), unit };
                let end = part.start + text.trim_end().len();
                report(part.start + limit.exceeded_at(text)..end, problem);
            }
        }
    }
    let to = one_line(&blanks::without(split_address(to.unwrap_or_default()).0, language));
    if let Some((at, greeted)) = wrong_greeting(followup, &to, body, language) {
        report(at, Problem::WrongGreeting { greeted, to });
    }
    if let Some((at, said, day)) = other_day(followup, text, body, language) {
        report(at, Problem::OtherDay { said, day });
    }
    let contact = &language.words.blanks.contact;
    let asks_for_contact = blanks::hints(body, language).any(|hint| hint.contains(contact));
    if needs_contact(followup) && !asks_for_contact && !is_signed(body, &config.me) {
        let end = body.trim_end();
        let line = end.rfind('\n').map_or(0, |at| at + 1);
        report(line..end.len(), Problem::NoContactDetails);
    }
    let lower = phrase::lower(body);
    for phrase in &language.words.phrases.worn {
        if let Some(at) = phrase::find(&lower, phrase) {
            report(at.clone(), Problem::WornPhrase { phrase: one_line(&body[at]) });
        }
    }
    for at in private::places(followup, body, language) {
        report(at.clone(), Problem::PrivateWords { words: one_line(&body[at]) });
    }
    found
}

/// The first greeting that names neither the recipient nor anybody to whom the message is passed on.
fn wrong_greeting(
    followup: &FollowUp,
    to: &str,
    body: &str,
    language: &Language,
) -> Option<(Range<usize>, String)> {
    let greetings = &language.words.greetings;
    let mut expected = names(to);
    if expected.is_empty() {
        return None;
    }
    let is_passed_on = matches!(followup.addressee, Addressee::Through { .. }) || to.contains('@');
    for person in followup.people_addressed() {
        let own = names(&person.name);
        // What the note says they are called need be no part of their name.
        if is_passed_on || expected.starts_with(&own) {
            expected.extend(names(&person.first_name()));
            expected.extend(own);
        }
    }
    let others: Vec<String> =
        followup.note.people().flat_map(|person| names(&person.name)).collect();
    let mut lines =
        lines(body).filter(|(_, line)| !line.trim().is_empty()).take(GREETING_LINES).enumerate();
    lines.find_map(|(number, (at, line))| {
        let lower = line.to_ascii_lowercase();
        let greeting = greetings.openings.iter().find(|greeting| {
            lower.strip_prefix(greeting.as_str()).is_some_and(|rest| rest.starts_with([' ', ',']))
        });
        let rest = &line[greeting.map_or(0, String::len)..];
        // After a comma the message itself may start: `Hi, I would like to thank you`.
        let is_plain = rest.starts_with(' ');
        let rest = rest.trim_start_matches([' ', ',']);
        let greeted = rest.split(GREETING_ENDS).next()?;
        let greeted = greeted.split(" - ").next()?.trim_end();
        let said = names(greeted);
        let has = |words: &[String]| said.iter().any(|word| words.contains(word));
        let is_name = is_plain
            && greeted.chars().next().is_some_and(|first| !first.is_lowercase())
            && !greeted.contains('[')
            && !said.iter().any(|word| greetings.nameless.contains(word));
        // The first line may greet another person of the note in another language, or just by name.
        let is_line = number == 0 && rest[greeted.len()..].trim().chars().count() == 1;
        let is_greeting = match greeting {
            Some(_) => is_name || has(&others),
            None => is_line && has(&others),
        };
        let is_another =
            is_greeting && !said.is_empty() && said.len() <= NAME_WORDS && !has(&expected);
        let start = at + line.len() - rest.len();
        is_another.then(|| (start..start + greeted.len(), one_line(greeted)))
    })
}

/// A day of the week that a draft names in place of the interview's, which has moved since: the draft was due on another
/// day, and doesn't name the interview's.
fn other_day(
    followup: &FollowUp,
    text: &str,
    body: &str,
    language: &Language,
) -> Option<(Range<usize>, String, NaiveDate)> {
    let dates = &followup.standing.dates;
    let was_due = head::field(text, "due").and_then(parse_date)?;
    let day = *followup.note.date.value()?;
    if dates.due_by.anchor != Anchor::Interview || was_due == dates.due {
        return None;
    }
    let said: Vec<&str> = words(body, &[]).collect();
    let of_week = |word: &&&str| language.words.dates.is_weekday(word);
    let named = said.iter().find(of_week)?;
    if said.contains(&language.words.dates.weekday(day)) {
        return None;
    }
    let at = body.find(named)?;
    Some((at..at + named.len(), (*named).to_owned(), day))
}

/// The address of whoever a draft is meant for, if it goes to the recruiter although that is known by now.
fn own_address(followup: &FollowUp, to: &str) -> Option<(String, String)> {
    let Addressee::Person(Some(person)) = &followup.addressee else { return None };
    let recruiter = followup.note.recruiter.value()?;
    let email = person.email.as_ref().filter(|_| !recruiter.is_likely(person))?;
    let goes = recruiter.email.as_ref().is_some_and(|email| to.contains(email.as_str()));
    goes.then(|| (person.name.clone(), email.clone()))
}

/// Returns true for the small words of family names. Al and Di are first names.
fn is_small(word: &str) -> bool {
    is_particle(word) && word.starts_with(char::is_lowercase)
}

/// The words of a name in lower case and without accents, as people write them, except those that many names share. A title
/// alone is a name.
fn names(name: &str) -> Vec<String> {
    let words: Vec<&str> = words(name, &[]).collect();
    let (shared, own): (Vec<&str>, Vec<&str>) =
        words.into_iter().partition(|word| is_honorific(word) || is_small(word));
    let names = if own.is_empty() { shared } else { own };
    names.into_iter().map(|word| slug(word, word)).collect()
}
