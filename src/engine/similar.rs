//! Processes that may be one, written in two ways: `Acme` and `Acme Inc.`, `SRE` and `Site Reliability Engineer`.

use crate::plan::process::Process;
use crate::text::words;

/// Words for a company's legal form.
const FORMS: [&str; 18] = [
    "ab",
    "ag",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "limited",
    "llc",
    "llp",
    "ltd",
    "nv",
    "oy",
    "plc",
    "sa",
];

/// Short forms of words in a role.
const SHORT: [(&str, &str); 6] = [
    ("dev", "developer"),
    ("eng", "engineer"),
    ("jr", "junior"),
    ("mgr", "manager"),
    ("sr", "senior"),
    ("swe", "software engineer"),
];

/// A key that a process, given by its own key, shares with those that may be the same; `None` without a role.
pub fn key_of(process_key: &str) -> Option<String> {
    let (company, role) = process_key.split_once('\n')?;
    let mut words = role_words(role);
    let first = words.next()?;
    let mut letters: Vec<char> = match words.next() {
        // It may be the initials of another.
        None => first.chars().collect(),
        Some(second) => [first, second].into_iter().chain(words).filter_map(initial).collect(),
    };
    letters.sort_unstable();
    let mut key = plain_company(company);
    key.push('\n');
    key.extend(letters);
    Some(key)
}

/// Returns true for two processes of one key that look like one.
pub fn are_similar(one: &Process, other: &Process) -> bool {
    let words = |process| {
        let role = named(process).role.as_deref().unwrap_or_default().to_lowercase();
        let initials: String = role_words(&role).filter_map(initial).collect();
        let mut words: Vec<String> = role_words(&role).map(str::to_owned).collect();
        words.sort();
        (words, initials)
    };
    let ((one, initials), (other, other_initials)) = (words(one), words(other));
    one == other || one == [other_initials] || other == [initials]
}

/// The latest note with a role.
fn named(process: &Process) -> &crate::notes::Note {
    process.rounds.iter().rev().find(|note| note.role.is_some()).unwrap_or(process.current())
}

/// A company's name without its legal form and its blanks: "Severn Side Steel Ltd" may be "Severnside Steel".
fn plain_company(company: &str) -> String {
    let mut plain: Vec<&str> = words(company, &['&']).collect();
    while plain.len() > 1 && plain.last().is_some_and(|word| FORMS.contains(word)) {
        plain.pop();
    }
    plain.concat()
}

/// The words of a role in lower case, in full.
fn role_words(role: &str) -> impl Iterator<Item = &str> {
    words(role, &['+', '#']).flat_map(|word| {
        let known = SHORT.iter().find(|(short, _)| *short == word);
        known.map_or(word, |(_, full)| full).split(' ')
    })
}

fn initial(word: &str) -> Option<char> {
    word.chars().next()
}
