//! The checklist of a draft: the points that a good message of its kind meets, and which of them it does.
//!
//! It never claims more than it can see: a point that may have been made in other words is left to the user.

use crate::drafts::language::{Check, Language};
use crate::drafts::limit::Limit;
use crate::drafts::parts::messages;
use crate::drafts::scene::Scene;
use crate::drafts::{blanks, phrase, private};
use crate::notes::material::Materials;
use crate::notes::person::is_address;
use crate::plan::followup::FollowUp;
use crate::rules::cadence::Channel;
use crate::rules::config::{Config, Me};
use crate::text::{message, words};

/// Fewest digits of a phone number. A date has fewer.
const PHONE_DIGITS: usize = 9;

/// Number of lines, without empty ones, that may be greetings: a message that goes through a recruiter has two.
pub(super) const GREETING_LINES: usize = 6;

/// One point of a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The point as it is shown.
    pub what: String,
    /// The verdict on it.
    pub mark: Mark,
}

/// The verdict on a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The message meets it.
    Has,
    /// The message doesn't meet it.
    Lacks,
    /// The message may meet it, in the user's own words.
    Unsure,
}

/// Checks a draft's body against the standard for its kind. `is_edited` is true for a draft that the user has changed.
pub fn checklist(
    followup: &FollowUp,
    body: &str,
    is_edited: bool,
    config: &Config,
    language: &'static Language,
) -> Vec<Point> {
    let standard = language.standard(followup.rule.kind());
    let filled = blanks::without(body, language);
    let (lower, said) = (phrase::spelt_out(&filled), plain(&filled));
    let materials = Materials::new(&[], &config.headings);
    let scene = Scene::of(followup, &materials, config, language, None);
    let to_say = scene.to_say();
    let asks_for = |hint: &str| blanks::hints(body, language).any(|blank| blank.contains(hint));
    // Once the text is the user's, a point that isn't found may be made in other words, unless its blank is left.
    let judge = |is_found: bool, hints: &[&str]| match is_found {
        true => Mark::Has,
        false if is_edited && !hints.iter().any(|hint| asks_for(hint)) => Mark::Unsure,
        false => Mark::Lacks,
    };
    let words = &language.words.blanks;
    let mut list = vec![Point {
        what: "calls them by their name".to_owned(),
        mark: judge(greets(followup, body), &[&words.name]),
    }];
    for criterion in &standard.points {
        let says = |words: &[String]| words.iter().any(|word| lower.contains(word));
        let is_blank = criterion.blank.as_deref().is_some_and(asks_for);
        let mark = match &criterion.check {
            _ if is_blank => Mark::Lacks,
            Check::Says(words) => {
                let hints: Vec<&str> = words.iter().map(String::as_str).collect();
                judge(says(words), &hints)
            }
            Check::Avoids(words) if says(words) => Mark::Lacks,
            Check::Avoids(_) => Mark::Has,
            Check::Tells(words) => {
                let hints: Vec<&str> = words.iter().map(String::as_str).collect();
                let is_told = to_say.iter().any(|say| said.contains(&plain(say)));
                // Words that may be private are never praised.
                match is_told && !private::places(followup, body, language).is_empty() {
                    true => Mark::Unsure,
                    false => judge(is_told, &hints),
                }
            }
        };
        list.push(Point { what: criterion.point.clone(), mark });
    }
    if needs_contact(followup) {
        list.push(Point {
            what: "says how to reach you".to_owned(),
            mark: judge(is_signed(body, &config.me), &[&words.contact]),
        });
    }
    if let Some(limit) = standard.limit {
        // Of several notes, the longest counts.
        let parts = messages(followup, body, language).into_iter().map(|part| &body[part]);
        list.extend(parts.max_by_key(|part| limit.length(part)).map(|part| brief(limit, part)));
    }
    list
}

/// A limit as a point.
fn brief(limit: Limit, body: &str) -> Point {
    let (length, most, unit) = (limit.length(body), limit.most(), limit.unit());
    let mark = if length <= most { Mark::Has } else { Mark::Lacks };
    Point { what: format!("is brief: {length} of at most {most} {unit}"), mark }
}

/// Returns true for a message that has to say how to reach its writer: a network already shows that.
pub(super) fn needs_contact(followup: &FollowUp) -> bool {
    followup.rule.channel != Channel::Network
}

fn greets(followup: &FollowUp, body: &str) -> bool {
    let first = body.lines().map(str::trim).filter(|line| !line.is_empty());
    let names = followup.people_addressed().map(|person| person.first_name());
    let names: Vec<String> = names.collect();
    first.take(GREETING_LINES).any(|line| names.iter().any(|name| line.contains(&message(name))))
}

/// Returns true for a message that says how to reach its writer: as configured, else by anything that looks like it.
pub(super) fn is_signed(body: &str, me: &Me) -> bool {
    let ways = [&me.email, &me.phone].into_iter().chain(&me.links);
    let mut ways = ways.map(|way| way.trim()).filter(|way| !way.is_empty()).peekable();
    if ways.peek().is_some() {
        return ways.any(|way| body.contains(way));
    }
    let is_address =
        |word: &str| is_address(word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+'));
    // Digits with no letter in between.
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    let is_number =
        |line: &str| line.split(char::is_alphabetic).any(|part| digits(part) >= PHONE_DIGITS);
    body.contains("://") || body.split_whitespace().any(is_address) || body.lines().any(is_number)
}

/// The words of a text, for comparing.
fn plain(text: &str) -> String {
    words(text, &[]).map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
