//! What a good message of each kind holds, and what a draft has of it.
//!
//! A checklist judges nothing that it can't see: what may have been said in other words is left to whoever wrote them.

use crate::drafts;
use crate::drafts::material::Material;
use crate::notes::person::is_address;
use crate::plan::followup::FollowUp;
use crate::rules::config::{Config, Me};
use crate::rules::headings::Topic;
use crate::text::message;

/// Longest thank-you, in words.
const THANK_YOU_WORDS: usize = 200;

/// Longest connection note, in characters.
const CONNECT_CHARACTERS: usize = 200;

/// Fewest digits of a number to call; a date has fewer.
const PHONE_DIGITS: usize = 9;

/// Words at the beginning of a fragment that a message may have changed: `Ravi's view` is `your view` to him.
const BEGINNING: usize = 3;

/// One thing that a message should hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What it is.
    pub what: String,
    /// Whether it is there.
    pub mark: Mark,
}

/// Whether a point is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is.
    Has,
    /// It isn't.
    Lacks,
    /// It may be, in words of the user's own.
    Unsure,
}

/// How a point is looked for.
enum Check {
    /// One of these is said.
    Says(&'static [&'static str]),
    /// None of these is said.
    Avoids(&'static [&'static str]),
    /// Something of the note's own on one of these topics is said.
    Tells(&'static [Topic]),
    /// The same, where the note has something on them.
    TellsIfAny(&'static [Topic]),
}

use Check::*;

const THANKS: (&str, Check) = ("says thank you", Says(&["thank"]));

/// What a message of a kind should hold, besides the name of whoever gets it and how to reach whoever sends it.
fn points(kind: &str) -> Vec<(&'static str, Check)> {
    let asks_back: &[&str] = &["?"];
    match kind {
        "thank-you" => vec![
            THANKS,
            ("refers to something they said", Tells(&[Topic::Said])),
            ("says one thing that you learned", Tells(&[Topic::Learned])),
            (
                "says why the role fits you, or why this company",
                Tells(&[Topic::Fit, Topic::Company]),
            ),
            ("adds what you forgot to say", TellsIfAny(&[Topic::Forgot])),
            ("offers to answer more", Says(&["anything else", "happy to answer", "question"])),
        ],
        "recruiter-thanks" => vec![THANKS, ("looks forward", Says(&["forward"]))],
        "recruiter-debrief" => vec![
            ("says what you liked", Tells(&[Topic::Liked])),
            ("says why it fits", Tells(&[Topic::Fit])),
            ("asks what comes next", Says(&["next"])),
        ],
        "connect" => vec![(
            "says nothing about the decision",
            Avoids(&["decision", "offer", "any news", "position"]),
        )],
        "value-add" => vec![
            ("gives something of use to them", Tells(&[Topic::Send])),
            ("asks for nothing about the decision", Avoids(&["decision", "any news"])),
        ],
        "status-check" => vec![
            ("says which interview it was", Says(&["interview", "spoke", "met"])),
            ("says that you are still interested", Says(&["interested"])),
            ("asks for news on the timing", Says(&["news", "timing", "update"])),
            THANKS,
        ],
        "next-round" | "hiring-manager" => vec![
            THANKS,
            ("says when you are available", Says(&["available", "availability", "free"])),
            ("asks whom to expect, and what", Says(asks_back)),
        ],
        "offer-thanks" => vec![
            THANKS,
            ("asks for the terms in writing", Says(&["writing"])),
            ("asks by when they need an answer", Says(&["answer"])),
        ],
        "offer-feedback" => vec![("asks how the interviews went", Says(asks_back))],
        "offer-elsewhere" => vec![
            ("says that there is an offer", Says(&["offer"])),
            ("asks whether an earlier answer is possible", Says(asks_back)),
        ],
        "acceptance" => vec![
            THANKS,
            ("says why you look forward to it", Says(&["forward"])),
            ("asks what comes next", Says(&["next"])),
        ],
        "feedback-request" => vec![
            THANKS,
            ("asks something specific", Says(asks_back)),
            ("is fine with no answer", Says(&["understand", "no worries", "rather not"])),
        ],
        _ => vec![THANKS],
    }
}

/// What a draft holds of what a good message of its kind does. `is_edited` is whether the user changed it.
pub fn checklist(followup: &FollowUp, body: &str, is_edited: bool, config: &Config) -> Vec<Point> {
    let kind = followup.rule.kind();
    let filled = drafts::without_blanks(body);
    let (lower, said) = (filled.to_lowercase(), plain(&filled));
    let material = Material::of(&followup.note, &config.headings);
    // What isn't found may be there in other words, once they are the user's, unless its blank is.
    let seen = |is_there: bool, hints: &[&str]| {
        let is_blank = |blank: &str| hints.iter().any(|hint| blank.contains(hint));
        match is_there {
            true => Mark::Has,
            false if is_edited && !drafts::hints(body).any(is_blank) => Mark::Unsure,
            false => Mark::Lacks,
        }
    };
    let mut list = vec![Point {
        what: "calls them by their name".to_owned(),
        mark: seen(greets(followup, body), &["name"]),
    }];
    for (what, check) in points(kind) {
        let mark = match check {
            Says(words) => seen(words.iter().any(|word| lower.contains(word)), words),
            Avoids(words) if words.iter().any(|word| lower.contains(word)) => Mark::Lacks,
            Avoids(_) => Mark::Has,
            TellsIfAny(topics) if topics.iter().all(|topic| material.on(*topic).is_empty()) => {
                continue;
            }
            Tells(topics) | TellsIfAny(topics) => {
                let is_told = |topic: &Topic| tells(&said, &material, *topic, followup);
                let hints: Vec<&str> = topics.iter().map(|topic| hint(*topic)).collect();
                seen(topics.iter().any(is_told), &hints)
            }
        };
        list.push(Point { what: what.to_owned(), mark });
    }
    if kind != "connect" {
        list.push(Point {
            what: "says how to reach you".to_owned(),
            mark: seen(is_signed(body, &config.me), &["how to reach you"]),
        });
    }
    list.extend(brief(kind, body));
    list
}

/// A word that the built-in templates use in a blank for a topic.
fn hint(topic: Topic) -> &'static str {
    match topic {
        Topic::Said => "said",
        Topic::Learned => "learned",
        Topic::Liked => "liked",
        Topic::Fit => "fits",
        Topic::Company => "company",
        Topic::Forgot => "mentioned",
        Topic::Send => "the thing itself",
        Topic::Questions => "question",
    }
}

/// Words of a message.
pub fn words(body: &str) -> usize {
    body.split_whitespace().count()
}

/// How long a message is, how long its kind may be, and in what that is counted.
pub(super) fn length(kind: &str, body: &str) -> Option<(usize, usize, &'static str)> {
    match kind {
        "thank-you" => Some((words(body), THANK_YOU_WORDS, "words")),
        "connect" => Some((body.trim().chars().count(), CONNECT_CHARACTERS, "characters")),
        _ => None,
    }
}

/// Where a message that is too long goes past the limit of its kind.
pub(super) fn past_limit(kind: &str, body: &str) -> usize {
    let lead = body.len() - body.trim_start().len();
    if kind == "connect" {
        let mut characters = body[lead..].char_indices();
        return characters.nth(CONNECT_CHARACTERS).map_or(body.len(), |(at, _)| lead + at);
    }
    let is_start = |(at, c): &(usize, char)| {
        !c.is_whitespace() && body[..*at].chars().next_back().is_none_or(char::is_whitespace)
    };
    let starts = body.char_indices().filter(is_start);
    starts.map(|(at, _)| at).nth(THANK_YOU_WORDS).unwrap_or(body.len())
}

/// The limit of a kind, as a point.
fn brief(kind: &str, body: &str) -> Option<Point> {
    let (count, limit, unit) = length(kind, body)?;
    let mark = if count <= limit { Mark::Has } else { Mark::Lacks };
    Some(Point { what: format!("is brief: {count} of at most {limit} {unit}"), mark })
}

fn greets(followup: &FollowUp, body: &str) -> bool {
    let first = body.lines().map(str::trim).filter(|line| !line.is_empty());
    let names = followup.people_addressed().map(|person| person.first_name());
    let names: Vec<&str> = names.collect();
    // One that goes through the recruiter has two greetings.
    first.take(6).any(|line| names.iter().any(|name| line.contains(&message(name))))
}

fn tells(said: &str, material: &Material<'_>, topic: Topic, followup: &FollowUp) -> bool {
    let person = followup.person().filter(|_| topic == Topic::Said);
    let about = person.map(|person| material.about(person)).unwrap_or_default();
    material.on(topic).iter().chain(about).any(|fragment| {
        // A fragment may have got another beginning or end in the message.
        let plain = plain(fragment);
        let words: Vec<&str> = plain.split(' ').collect();
        let middle = if words.len() > BEGINNING + 1 { &words[BEGINNING..] } else { &words };
        said.contains(&middle.join(" "))
    })
}

/// Whether a message says how to reach its sender: as configured, else by anything that looks like it.
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

/// Words alone, for comparing.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
