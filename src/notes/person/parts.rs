//! A name taken apart: titles, words, nickname.

use super::words::{is_degree, is_honorific, is_particle};
use super::written::is_family_first;
use crate::notes::job_title::is_job_title;

/// The parts of a name.
pub(super) struct Parts<'n> {
    pub(super) titles: Vec<&'n str>,
    pub(super) words: Vec<&'n str>,
    pub(super) nickname: Option<&'n str>,
}

impl<'n> Parts<'n> {
    /// The parts of a name, without degrees and a second form in quotes.
    pub(super) fn of(name: &'n str) -> Parts<'n> {
        let (before, after) = match name.split_once(',') {
            Some((family, given)) if is_family_first(name) => (given.trim(), family),
            Some((name, _)) => (name, ""),
            None => (name, ""),
        };
        let (mut titles, mut words, mut nickname) = (Vec::new(), Vec::new(), None);
        for word in before.split(' ').chain(after.split(' ')).filter(|word| !word.is_empty()) {
            let inner = word.trim_matches(['"', '“', '”', '„', '(', ')', '‘']);
            let inner =
                inner.strip_suffix('\'').and_then(|word| word.strip_prefix('\'')).unwrap_or(inner);
            if inner.len() < word.len() && inner.chars().any(char::is_alphabetic) {
                nickname = nickname.or(Some(inner));
            } else if words.is_empty() && is_honorific(word) {
                titles.push(word);
            } else {
                words.push(word);
            }
        }
        while words.len() > 1 && words.last().is_some_and(|word| is_degree(word)) {
            words.pop();
        }
        // "Nurse Amy Reed", "Headteacher Mr. Okonkwo". "Nurse Hart" has no first name, so that the job is the title.
        let is_job = |count: &usize| is_job_title(&words[..*count].join(" "));
        if let Some(count) = (1..words.len()).rev().find(is_job) {
            let job: Vec<&str> = words.drain(..count).collect();
            let is_title = |word: &&&str| is_honorific(word);
            let count = words[1..].len().min(words.iter().take_while(is_title).count());
            titles.extend(words.drain(..count));
            if titles.is_empty() && words.len() == 1 {
                titles = job;
            }
        }
        Parts { titles, words, nickname }
    }
}

/// The family name: the last word, with the particles before it.
pub(super) fn family(words: &[&str], cased: impl Fn(&str) -> String) -> String {
    let Some(last) = words.len().checked_sub(1) else { return String::new() };
    let particles = words[..last].iter().rev().take_while(|word| is_particle(word)).count();
    words[last - particles..].iter().map(|word| cased(word)).collect::<Vec<_>>().join(" ")
}

/// Returns true for a name in capitals only. Two letters may be initials.
pub(super) fn is_shouted(words: &[&str]) -> bool {
    let letters = || words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphabetic());
    letters().count() > 3 && letters().all(char::is_uppercase)
}

/// A word with a capital at the start of each part, and small letters otherwise.
pub(super) fn capitalized(word: &str) -> String {
    let mut is_start = true;
    let letter = |c: char| {
        let letter = if is_start { c.to_uppercase().next() } else { c.to_lowercase().next() };
        is_start = !c.is_alphabetic();
        letter.unwrap_or(c)
    };
    word.chars().map(letter).collect()
}
