//! A name taken apart: titles, words, nickname.

use super::nameless::place_behind_name;
use super::words::{
    is_degree, is_honorific, is_irish_particle, is_knightly, is_particle, is_senior, is_unspoken,
};
use super::written::is_family_first;
use crate::notes::given_name::is_given_name;
use crate::notes::job_title::is_job_title;
use crate::text::is_one_of;

/// The parts of a name.
pub(super) struct Parts<'n> {
    pub(super) titles: Vec<&'n str>,
    pub(super) words: Vec<&'n str>,
    pub(super) nickname: Option<&'n str>,
}

impl<'n> Parts<'n> {
    /// A word of the name as one writes it in a letter. The note may have all of them in small letters, or in capitals.
    pub(super) fn cased(&self, word: &str) -> String {
        let are_small = || self.words.iter().all(|word| !word.contains(char::is_uppercase));
        let is_first = || self.words.first() == Some(&word);
        let is_particle = || {
            is_particle(word)
                && !is_irish_particle(word)
                && self.words.last() != Some(&word)
                && !(is_first() && begins_with_small_given_name(&self.words))
        };
        let is_title = || self.titles.contains(&word) && word.starts_with(char::is_lowercase);
        if is_shouted(&self.words) || are_small() && !is_particle() || is_title() {
            return capitalized(word);
        }
        word.to_owned()
    }

    /// The parts of a name, without degrees and a second form in quotes.
    pub(super) fn of(name: &'n str) -> Parts<'n> {
        let (before, after) = match name.split_once(',') {
            Some((family, given)) if is_family_first(name) => (given.trim(), family),
            Some((name, _)) => (name, ""),
            None => (name, ""),
        };
        let (before, nickname) = match nickname_in(before) {
            Some((start, end, nickname)) => ([&before[..start], &before[end..]], nickname),
            None => ([before, ""], None),
        };
        let (mut titles, mut words) = (Vec::new(), Vec::new());
        let all = before.into_iter().chain([after]).flat_map(|part| part.split(' '));
        let mut all = all.filter(|word| !word.is_empty()).peekable();
        while let Some(word) = all.next() {
            if !words.is_empty() {
                words.push(word);
            } else if is_unspoken(word) {
                // "Dipl.-Ing. Jana Vogt" is written to as Jana.
            } else if is_honorific(word) {
                titles.push(word);
            } else if !is_rank(word, all.peek(), titles.last()) {
                words.push(word);
            }
        }
        // "Prof. Dame Eleanor Whitcombe" is written to as Prof. Whitcombe.
        if titles.len() > 1 && words.len() > 1 {
            titles.retain(|title| !is_knightly(title));
        }
        let is_shouting = is_shouted(&words);
        let is_behind = |word: &&str| is_degree(word) || is_abbreviation(word) && !is_shouting;
        while words.len() > 1 && words.last().is_some_and(is_behind) {
            words.pop();
        }
        if let Some(at) = place_behind_name(&words) {
            words.truncate(at);
        }
        if titles.is_empty() && words.len() > 1 && is_byname(words[0]) {
            words.remove(0);
        }
        // "Nurse Amy Reed", "Headteacher Mr. Okonkwo". "Nurse Hart" has no first name, so that the job is the title.
        let is_job = |count: &usize| {
            let is_unknown = *count == 1 && is_abbreviation(words[0]) && !is_shouted(&words);
            is_unknown || is_job_title(&words[..*count].join(" ")) || is_headed(&words[..*count])
        };
        if let Some(count) = (1..words.len()).rev().find(is_job) {
            let job: Vec<&str> = words.drain(..count).collect();
            let is_title = |word: &&&str| is_honorific(word);
            let count = words[1..].len().min(words.iter().take_while(is_title).count());
            titles.retain(|title| !is_senior(title));
            titles.extend(words.drain(..count));
            if titles.is_empty() && words.len() == 1 && !is_said_beside(&job, words[0]) {
                titles = job;
            }
        }
        Parts { titles, words, nickname }
    }
}

/// Returns true for the rank of a professor, before their title or behind it: nobody is addressed by that.
fn is_rank(word: &str, next: Option<&&str>, before: Option<&&str>) -> bool {
    const RANKS: [&str; 7] =
        ["adjunct", "assistant", "associate", "assoc", "asst", "emeritus", "emerita"];
    let lower = |word: &str| word.trim_end_matches('.').to_lowercase();
    let is_professor =
        |title: Option<&&str>| title.is_some_and(|title| lower(title).starts_with("prof"));
    let is_doctor = next.is_some_and(|title| lower(title) == "dr");
    let word = lower(word);
    is_professor(next) && RANKS.contains(&&*word)
        || is_professor(before) && word.starts_with("emerit")
        || is_doctor && word == "pd"
}

/// Returns true for a job by its last word, whatever stands before that: "Watch manager", "Team leader".
fn is_headed(words: &[&str]) -> bool {
    const HEADS: [&str; 6] = ["manager", "officer", "leader", "supervisor", "master", "hand"];
    matches!(words, [.., _, head] if is_one_of(head, &HEADS))
}

/// What people are called beside their name: Big Tony, Uncle Raj.
fn is_byname(word: &str) -> bool {
    ["Big", "Little", "Old", "Wee", "Uncle", "Auntie", "Aunty", "Aunt", "Cousin"].contains(&word)
}

/// A nickname in quotes or brackets, and its place: Robert "Bob" Miller, Robert "Big Bob" Miller. An aside such as (head
/// chef) has a place alone.
fn nickname_in(name: &str) -> Option<(usize, usize, Option<&str>)> {
    const OPEN: [char; 6] = ['"', '“', '„', '(', '‘', '\''];
    const CLOSED: [char; 6] = ['"', '”', '“', ')', '’', '\''];
    let (mut at, mut start) = (0, None);
    for word in name.split(' ') {
        start = if word.starts_with(OPEN) { Some(at) } else { start };
        at += word.len();
        if let Some(start) = start.filter(|_| word.ends_with(CLOSED)) {
            let inner = name[start..at].trim_start_matches(OPEN).trim_end_matches(CLOSED);
            // "Dipl.-Ing. (FH)" has a degree of a college.
            let is_aside = inner.contains(' ') && !inner.starts_with(char::is_uppercase)
                || is_unspoken(name[..start].trim_end().rsplit(' ').next().unwrap_or_default());
            return inner.contains(char::is_alphabetic).then_some((
                start,
                at,
                Some(inner).filter(|_| !is_aside),
            ));
        }
        at += 1;
    }
    None
}

/// Returns true for a job that people write beside a first name, but don't call anybody by: "deputy head Dave", "HCA
/// Precious".
fn is_said_beside(job: &[&str], name: &str) -> bool {
    // "Nurse Hart" and "Dean Harris", but "charge nurse Dee".
    let is_title = |job: &str| is_one_of(job, &["dean", "nurse"]);
    let Some(last) = job.last().filter(|last| job.len() > 1 || !is_title(last)) else {
        return false;
    };
    let is_small = last.starts_with(char::is_lowercase) && name.starts_with(char::is_uppercase);
    is_small
        || is_given_name(name)
        || job.len() == 1 && is_one_of(last, &NO_TITLES)
        || last.eq_ignore_ascii_case("sous")
        || job[0].chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Jobs that stand before a first name rather than a family's.
const NO_TITLES: [&str; 8] = [
    "manager",
    "personaler",
    "personalerin",
    "recruiter",
    "recruiterin",
    "supervisor",
    "teamleiter",
    "teamleiterin",
];

/// Returns true for what can only be an abbreviation. What has a vowel may be a name in capitals, and two letters initials.
fn is_abbreviation(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
    is_in_capitals(word) && !word.contains(['A', 'E', 'I', 'O', 'U', 'Y'])
}

/// Returns true for three letters or more in capitals.
pub(super) fn is_in_capitals(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// The family name: the last word, with the particles before it.
pub(super) fn family(words: &[&str], cased: impl Fn(&str) -> String) -> String {
    let Some(last) = words.len().checked_sub(1) else { return String::new() };
    let given = usize::from(begins_with_small_given_name(words));
    let particles = words[given..last].iter().rev().take_while(|word| is_particle(word)).count();
    words[last - particles..].iter().map(|word| cased(word)).collect::<Vec<_>>().join(" ")
}

/// Returns true for a first name that could be a particle, were it not for the word behind it: Al Feldman, but Al Rashid.
fn begins_with_small_given_name(words: &[&str]) -> bool {
    // Vietnamese families, and Arabic ones; those that end in a vowel may be Italian.
    const BEHIND_VAN: [&str; 14] = [
        "bui", "dang", "dinh", "ho", "hoang", "huynh", "le", "ngo", "nguyen", "pham", "tran",
        "truong", "vo", "vu",
    ];
    const BEHIND_AL: [&str; 14] = [
        "amin", "assad", "fayed", "hassan", "jaber", "khalid", "maktoum", "mansour", "nahyan",
        "nasser", "rashid", "sabah", "saud", "sayed",
    ];
    let [first, next, ..] = words else { return false };
    let starts_small = |word: &str| word.starts_with(char::is_lowercase);
    if starts_small(first) && !starts_small(next) {
        return false;
    }
    let next = next.to_lowercase();
    let is_open = next.ends_with(['a', 'e', 'i', 'o', 'u']);
    match first.to_lowercase().as_str() {
        "van" => BEHIND_VAN.contains(&&*next),
        "al" => !is_open && !BEHIND_AL.contains(&&*next),
        "di" => !is_open,
        _ => false,
    }
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
