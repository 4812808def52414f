//! News of somebody else who was chosen, which is a no to the user.

use super::told::{SMALL, Told};

impl Told {
    /// Returns true if somebody else was chosen: `they've gone with another candidate`, `someone else got it`.
    pub(super) fn is_somebody_elses(&self) -> bool {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let at = words.windows(2).position(|pair| OTHERS.iter().any(|who| pair == who));
        let Some(at) = at.filter(|_| !self.is_of_user()) else { return false };
        let rest = || words[..at].iter().chain(&words[at + 2..]);
        rest().any(|word| CHOSEN.contains(word))
            && rest().all(|word| {
                [&CHOSEN[..], &BETWEEN, &SMALL].iter().any(|known| known.contains(word))
            })
    }

    /// Returns true for a job that went to somebody: `they gave it to Mark`. Whoever it was offered to may yet say no.
    pub(super) fn is_given_away(&self) -> bool {
        const GIVEN: [&str; 2] = ["gave", "given"];
        const JOB: [&str; 6] = ["it", "job", "offer", "position", "post", "role"];
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let Some(at) = words.iter().position(|word| *word == "to") else { return false };
        let (before, whom) = (&words[..at], &words[at + 1..]);
        let is_another = OTHERS.iter().any(|other| whom == other);
        // A name, which HR is not.
        let is_name = |word: &str| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
        };
        let written = self.text.split_whitespace().rev().take(whom.len());
        let is_somebody = (1..3).contains(&whom.len())
            && written.map(|word| word.trim_end_matches(['.', '!'])).all(is_name)
            && before.iter().any(|word| JOB.contains(word));
        before.iter().any(|word| GIVEN.contains(word))
            && before
                .iter()
                .all(|word| [&GIVEN[..], &JOB, &SMALL].iter().any(|known| known.contains(word)))
            && !self.is_of_user()
            && (is_another || is_somebody)
    }
}

/// The words in which such news is told.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    OTHERS.into_iter().flatten().chain(CHOSEN).chain(BETWEEN)
}

/// Somebody else whom they may have chosen.
const OTHERS: [[&str; 2]; 20] = [
    ["another", "applicant"],
    ["another", "candidate"],
    ["another", "direction"],
    ["another", "person"],
    ["another", "way"],
    ["better", "candidate"],
    ["different", "candidate"],
    ["different", "direction"],
    ["experienced", "candidate"],
    ["internal", "applicant"],
    ["internal", "candidate"],
    ["other", "applicants"],
    ["other", "candidate"],
    ["other", "candidates"],
    ["somebody", "else"],
    ["somebody", "internal"],
    ["someone", "else"],
    ["someone", "internal"],
    ["stronger", "candidate"],
    ["stronger", "candidates"],
];

/// Words for choosing them.
#[rustfmt::skip]
const CHOSEN: [&str; 28] = [
    "appointed", "choosing", "chose", "chosen", "gave", "given", "giving", "go", "going", "gone", "got", "hired",
    "hiring", "move", "moved", "moving", "opted", "opting", "picked", "preferred", "proceed", "proceeding", "pursue",
    "pursued", "pursuing", "selected", "took", "went",
];

/// Words around the two.
const BETWEEN: [&str; 13] = [
    "ahead", "forward", "for", "in", "instead", "job", "more", "offer", "on", "position", "post",
    "role", "with",
];
