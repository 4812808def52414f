//! The gate: what of a note's remarks may enter a message. In doubt it is shut.
//!
//! A remark passes in one of three forms, and word for word but for its first letter:
//!
//! | form | begins with | such as |
//! | --- | --- | --- |
//! | a sentence | `I` and a verb of work or interest | I have run message queues for four years. |
//! | an object | a determiner, `how`, `why`, `what`, or an activity | how a firmware build went from 40 minutes to 6 |
//! | a deed | somebody's name and a known verb; then an object | Jane showed me the queue → showing me the queue |
//!
//! None of them has a word from the language's list of words that are nobody else's business.

use std::collections::HashSet;

use crate::drafts::language::GateWords;
use crate::drafts::people::{folded, names_of};
use crate::notes::body::Fragment;
use crate::notes::{Note, Person};

/// Most words of an object.
const OBJECT_LIMIT: usize = 14;

/// Fewest and most words of a sentence.
const SENTENCE: std::ops::RangeInclusive<usize> = 5..=40;

/// Most nouns in a row: a fourth is a verb.
const NOUNS: usize = 3;

/// A phrase that may follow a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Object {
    /// `how a build got faster`
    Clause(String),
    /// `the new queue`
    Phrase(String),
    /// `pairing on a ticket`
    Doing(String),
}

impl Object {
    /// Its words.
    pub fn words(&self) -> &str {
        let (Object::Clause(words) | Object::Phrase(words) | Object::Doing(words)) = self;
        words
    }
}

/// The gate of one note, whose people are named in no message but as its reader.
#[derive(Debug)]
pub struct Gate<'g> {
    words: &'g GateWords,
    /// The names of the note's people, each as its words.
    people: Vec<Vec<String>>,
    /// The words of the company's and the role's names, which may have capitals.
    known: HashSet<String>,
}

impl<'g> Gate<'g> {
    /// The gate of a note.
    pub fn new(words: &'g GateWords, note: &Note) -> Gate<'g> {
        let everybody = note.people().chain(
            [&note.recruiter, &note.contact, &note.manager]
                .into_iter()
                .filter_map(|person| person.value())
                .map(|person| &**person),
        );
        let names = [Some(&note.company), note.role.as_ref()].into_iter().flatten();
        Gate {
            words,
            people: everybody.flat_map(names_of).collect(),
            known: names.flat_map(|name| folded(name)).collect(),
        }
    }

    /// A whole sentence about the writer's work or interest.
    pub fn sentence(&self, fragment: &Fragment) -> Option<String> {
        let text = Self::clean(fragment)?;
        let text = text.strip_suffix('.').unwrap_or(text);
        if text.contains('.') || text.matches(',').count() > 1 {
            return None;
        }
        let plain = text.replace('’', "'").replace("must not", "has to");
        let plain = plain.replace("I'd ", "I would ").replace("I've ", "I have ");
        let words = lower_words(&plain);
        let is_open = SENTENCE.contains(&words.len())
            && self.is_allowed(&plain, &words)
            && self.has_known_names(text);
        let (tense, after) = after_i(&words)?;
        let begins = |openings: &[String]| openings.iter().any(|opening| starts(after, opening));
        let is_about_work = match tense {
            Tense::Been => begins(&self.words.doing),
            Tense::Have => begins(&self.words.did) || is_years(after),
            Tense::Plain => begins(&self.words.did) || begins(&self.words.present),
        };
        (is_open && is_about_work).then(|| format!("{text}."))
    }

    /// A short phrase or clause.
    pub fn object(&self, fragment: &Fragment) -> Option<Object> {
        let text = Self::clean(fragment)?;
        self.object_in(text.strip_suffix('.').unwrap_or(text))
    }

    /// Something that this person did, to be thanked for: `telling me how a build got faster`.
    pub fn deed(&self, fragment: &Fragment, person: &Person) -> Option<String> {
        let text = fragment.text.as_str();
        let mut names = person.names();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let rest = names.iter().find_map(|name| {
            let count = name.split(' ').count();
            let mut parts = text.splitn(count + 1, ' ');
            let begins = parts.by_ref().take(count).collect::<Vec<_>>().join(" ");
            if folded(&begins) == folded(name) { parts.next() } else { None }
        })?;
        let rest = Fragment { text: rest.to_owned(), ..fragment.clone() };
        let rest = Self::clean(&rest)?;
        let rest = rest.strip_suffix('.').unwrap_or(rest);
        let deeds = self.words.deeds.iter().filter(|(verb, _)| {
            rest.strip_prefix(verb.as_str()).is_some_and(|rest| rest.starts_with(' '))
        });
        let (verb, doing) = deeds.max_by_key(|(verb, _)| verb.len())?;
        let object = self.object_in(rest[verb.len()..].trim())?;
        let is_clause = matches!(object, Object::Clause(_));
        match &**verb {
            // Both take a clause and nothing else: "told me the rota".
            "told me" | "said" if !is_clause => return None,
            _ if matches!(object, Object::Doing(_)) => return None,
            _ => {}
        }
        Some(format!("{doing} {}", object.words()))
    }

    /// The text of a fragment that is neither a task nor a quote, nothing struck through, and plain prose.
    fn clean(fragment: &Fragment) -> Option<&str> {
        let Fragment { text, is_task, is_struck, is_quote } = fragment;
        let is_prose =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | ',' | '\'' | '’' | '-');
        let is_clean = !is_task
            && !is_struck
            && !is_quote
            && text.chars().all(is_prose)
            && ![" -", "- ", "--", "..", " ,", " ."].iter().any(|mark| text.contains(mark))
            && !text.starts_with(['-', '\'', '’', '.', ',']);
        is_clean.then_some(text.as_str())
    }

    fn object_in(&self, text: &str) -> Option<Object> {
        if text.contains([',', '.']) {
            return None;
        }
        let words = lower_words(text);
        if !(2..=OBJECT_LIMIT).contains(&words.len())
            || !self.is_allowed(text, &words)
            || !self.has_known_names(text)
            || words.iter().any(|word| {
                matches!(&**word, "i" | "me" | "my" | "mine" | "we" | "us" | "i'm" | "i've" | "i'd")
            })
        {
            return None;
        }
        let last = words.last()?;
        if self.words.determiners.contains(last)
            || self.words.prepositions.contains(last)
            || self.words.relatives.contains(last)
        {
            return None;
        }
        let shown = self.uncapped(text);
        let first = &words[0];
        if self.words.clauses.contains(first) {
            let second = &words[1];
            let is_subject = self.words.determiners.contains(second)
                || second == "you"
                || (is_plural(second) && !self.words.finite.contains(second))
                || self.words.proper.contains(second);
            return (is_subject && words.len() > 3).then_some(Object::Clause(shown));
        }
        let is_doing =
            first.len() > 4 && first.ends_with("ing") && !self.words.no_doing.contains(first);
        if is_doing {
            let next = &words[1];
            let goes_on =
                self.words.determiners.contains(next) || self.words.prepositions.contains(next);
            return (goes_on && self.is_phrase(&words[1..])).then_some(Object::Doing(shown));
        }
        let is_phrase = self.words.determiners.contains(first) && self.is_phrase(&words);
        is_phrase.then_some(Object::Phrase(shown))
    }

    /// Returns true for words without a verb of their own, up to the first relative.
    fn is_phrase(&self, words: &[String]) -> bool {
        let mut nouns: Vec<&str> = Vec::new();
        let mut has_noun = false;
        for (at, word) in words.iter().enumerate() {
            if self.words.relatives.contains(word) {
                return has_noun && words.len() > at + 2;
            }
            if self.words.finite.contains(word) {
                return false;
            }
            if self.words.determiners.contains(word) {
                if !nouns.is_empty() {
                    return false;
                }
            } else if self.words.prepositions.contains(word) {
                nouns.clear();
            } else {
                let follows = nouns.last();
                if follows.is_some_and(|noun| is_plural(noun))
                    || (at > 1
                        && word.ends_with("ed")
                        && !self.words.determiners.contains(&words[at - 1]))
                    || nouns.len() == NOUNS
                {
                    return false;
                }
                nouns.push(word);
                has_noun = true;
            }
        }
        has_noun
    }

    /// Returns true for words of which none is nobody else's business, and that name none of the note's people.
    fn is_allowed(&self, text: &str, words: &[String]) -> bool {
        let is_shouted =
            |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
        let is_mixed = |word: &String| {
            word.contains(|c: char| c.is_ascii_digit())
                && word.contains(|c: char| c.is_ascii_alphabetic())
        };
        let is_negated = |word: &String| word.ends_with("n't") || word == "cannot";
        let folded = folded(text);
        text.split(' ').filter(is_shouted).count() <= 2
            && !words.iter().any(|word| is_negated(word) || is_mixed(word))
            && !self.words.is_private(words)
            && !self
                .people
                .iter()
                .any(|name| folded.windows(name.len()).any(|window| window == name))
    }

    /// Returns true if every word with a capital, except the first, is a known name, an acronym or `I`.
    fn has_known_names(&self, text: &str) -> bool {
        text.split(' ').enumerate().all(|(at, word)| {
            let word = word.trim_matches(['.', ',', '\'', '’']);
            let mut letters = word.chars();
            if at == 0 || !letters.next().is_some_and(char::is_uppercase) {
                return at == 0 || word.chars().all(|c| !c.is_uppercase());
            }
            let lower = word.to_lowercase().replace('’', "'");
            let bare = lower.strip_suffix("'s").unwrap_or(&lower);
            let letters = word.strip_suffix('s').unwrap_or(word);
            let is_acronym =
                (2..=5).contains(&letters.len()) && letters.chars().all(|c| c.is_ascii_uppercase());
            is_acronym
                || matches!(&*lower, "i" | "i'm" | "i've" | "i'd")
                || self.words.proper.contains(bare)
                || self.known.contains(bare)
        })
    }

    /// A text that begins with a small letter, unless it begins with a name or an acronym.
    fn uncapped(&self, text: &str) -> String {
        let first = text.split(' ').next().unwrap_or_default();
        let lower = first.to_lowercase();
        let is_acronym = first.len() > 1 && first.chars().all(|c| !c.is_ascii_lowercase());
        if is_acronym || self.words.proper.contains(&lower) {
            return text.to_owned();
        }
        let mut letters = text.chars();
        let first = letters.next().map(|c| c.to_ascii_lowercase());
        first.into_iter().chain(letters).collect()
    }
}

/// The tense of a sentence about oneself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    /// I build, I built
    Plain,
    /// I have built
    Have,
    /// I have been building
    Been,
}

/// The tense of a sentence that begins with `I`, and the words that follow.
fn after_i(words: &[String]) -> Option<(Tense, &[String])> {
    let rest = words.strip_prefix(&["i".to_owned()])?;
    let is = |at: usize, word: &str| rest.get(at).is_some_and(|found| found == word);
    Some(match (is(0, "have"), is(1, "been")) {
        (true, true) => (Tense::Been, &rest[2..]),
        (true, false) => (Tense::Have, &rest[1..]),
        _ => (Tense::Plain, rest),
    })
}

/// Returns true for words that begin with those of an opening.
fn starts(words: &[String], opening: &str) -> bool {
    let mut words = words.iter();
    opening.split(' ').all(|word| words.next().is_some_and(|found| found == word))
}

/// Returns true for `ten years of …`.
fn is_years(words: &[String]) -> bool {
    matches!(words.get(1).map(String::as_str), Some("years" | "months"))
        && matches!(words.get(2).map(String::as_str), Some("of" | "in" | "with"))
}

/// The words of a text, in lower case.
fn lower_words(text: &str) -> Vec<String> {
    text.split([' ', ','])
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().replace('’', "'"))
        .collect()
}

fn is_plural(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::language::Language;
    use crate::notes::{Parsed, parse};

    /// Every shape, with what a message makes of it.
    const CASES: &str = include_str!("../../tests/it/drafts/gate.txt");

    const HEAD: &str = "---\ncompany: Acme Robotics\ndate: 2026-03-02\nrole: Backend engineer\n\
        interviewers: [Jane Doe, Ravi Patel]\nalso_met: [Kim Soto]\n---\n\n## What stood out\n\n";

    #[test]
    fn the_gate_is_open_to_few_shapes_and_shut_to_all_others() {
        let mut wrong = Vec::new();
        let cases = CASES.lines().filter(|line| !line.starts_with("# "));
        let cases: Vec<_> = cases.filter_map(|line| line.rsplit_once(" => ")).collect();
        assert!(cases.len() >= 300, "{}", cases.len());
        for (given, expected) in cases {
            let mut problems = Vec::new();
            let parsed = parse("a.md", &format!("{HEAD}{given}\n"), &mut problems);
            let Parsed::Note(note) = parsed else { panic!("{given}") };
            let gate = Gate::new(&Language::english().words.gate, &note);
            let fragments = note.body.sections().iter().flat_map(|section| &section.fragments);
            let passed = fragments.filter_map(|fragment| {
                let object = gate.object(fragment).map(|object| object.words().to_owned());
                gate.deed(fragment, &note.interviewers[0]).or(gate.sentence(fragment)).or(object)
            });
            let passed: Vec<String> = passed.collect();
            let passed = if passed.is_empty() { "shut".to_owned() } else { passed.join(" / ") };
            if passed != expected {
                wrong.push(format!("{given} => {passed}, not {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    }
}
