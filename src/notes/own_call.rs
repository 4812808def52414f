//! A recruiter's own call, such as a recruiter screen: an interview with one person, who needn't be named twice.

use std::sync::Arc;

use super::own_records::Records;
use super::{Outcome, Person};
use crate::rules::known::Known;
use crate::text::folded;

/// Words for whoever holds it, or for its purpose. An agency's recruiter holds only those of the first row.
const OWN: [&str; 5] = ["intro", "introduction", "introductory", "recruiter", "recruiters"];
const OF_COMPANY: [&str; 9] = [
    "hr",
    "prescreen",
    "prescreening",
    "recruiting",
    "recruitment",
    "registration",
    "screening",
    "ta",
    "talent",
];

/// Words for the talk itself, and those around them. Any other may mean another interview.
#[rustfmt::skip]
const AROUND: [&str; 29] = [
    "a", "acquisition", "by", "call", "chat", "conversation", "first", "from", "initial", "interview", "my", "on", "our", "partner",
    "phone", "pre", "round", "s", "screen", "talk", "team", "telephone", "the", "video", "w", "w/", "with", "zoom", "teams",
];

/// The recruiter as the one who held a round that names nobody else, if its name says that it was their own call. Whoever
/// was thanked for arranging it held none.
pub(super) fn holder<'n>(
    round: Option<&str>,
    recruiter: &'n Known<Arc<Person>>,
    agency: Option<&str>,
    outcome: Known<Outcome>,
    (records, unclear): &Records,
) -> Option<&'n Person> {
    const THANKS: [&str; 2] = ["recruiter-thanks", "recruiter-debrief"];
    let was_thanked = THANKS.iter().any(|id| records.contains_key(*id) || unclear.contains(*id));
    let is_application = outcome == Known::Is(Outcome::Applied);
    let recruiter = recruiter.value().filter(|_| !was_thanked && !is_application)?;
    is_own_call(round?, &recruiter.name, agency.is_some()).then_some(recruiter)
}

/// Returns true for the name of such a round: `recruiter screen`, `HR call`, one with the recruiter's name, and `phone screen`
/// where no agency may have arranged it.
fn is_own_call(round: &str, recruiter: &str, is_agency: bool) -> bool {
    let (words, name) = (folded(round), folded(recruiter));
    let words: Vec<&str> = words.split(['_', '\'', '’']).collect();
    let is_own = |word: &&str| OWN.contains(word) || name.split('_').any(|part| part == *word);
    let is_theirs = |word: &&str| is_own(word) || !is_agency && OF_COMPANY.contains(word);
    let is_phone_screen = |pair: &[&str]| matches!(pair, ["phone" | "telephone", "screen"]);
    (words.iter().any(is_theirs) || !is_agency && words.windows(2).any(is_phone_screen))
        && words.iter().all(|word| is_theirs(word) || AROUND.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_call_of_their_own_is_theirs() {
        for (round, company, agency) in [
            ("recruiter screen", true, true),
            ("Recruiter's phone screen", true, true),
            ("Intro call", true, true),
            ("call with the recruiter", true, true),
            ("HR call", true, false),
            ("talent acquisition interview", true, false),
            ("TA phone screen", true, false),
            ("TA screen", true, false),
            ("phone screen w/ HR", true, false),
            ("phone screen with Brittany", true, true),
            ("Call w/ Brittany Olsen", true, true),
            ("phone screen with Denise", false, false),
            ("panel with Brittany", false, false),
            ("registration call", true, false),
            ("Phone Screen", true, false),
            ("1. phone screen", false, false),
            ("screening call", true, false),
            ("technical phone screen", false, false),
            ("phone interview", false, false),
            ("screen", false, false),
            ("intro call with the CTO", false, false),
            ("recruiter screen and panel", false, false),
        ] {
            assert_eq!(
                [false, true].map(|it| is_own_call(round, "Brittany Olsen", it)),
                [company, agency],
                "{round}"
            );
        }
    }
}
