//! What to ask before one leaves an interview, as far as its note doesn't say.

use std::fmt;

use chrono::NaiveDate;

use crate::dates::calendar::short;
use crate::dates::window::Window;
use crate::notes::{Interest, Note, Person};
use crate::rules::known::Known;
use crate::text::{folded, listed};

/// Something to ask, or to say, before one leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// When they decide.
    Decision,
    /// What comes before that.
    NextSteps,
    /// The addresses of these people; of everybody if the note names nobody.
    Addresses(Vec<String>),
    /// The names of those who are only described.
    Names(Vec<String>),
    /// That one would like the job, and that there are other offers.
    Interest,
    /// The same where there is one, to be answered by this day.
    Offer(Option<NaiveDate>),
    /// That one would like the job, to one's own employer.
    InternalInterest,
}

/// Headings below which a note says what comes next.
const NEXT_STEPS: [&str; 2] = ["what_comes_next", "next_steps"];

/// The beginning of the ids under which a note records that an address isn't needed.
const CONTACT: &str = "find-out/contact/";

/// What to ask before one leaves the interview of a note.
pub fn before_leaving(note: &Note) -> Vec<Ask> {
    if note.is_assignment() {
        return Vec::new();
    }
    let is_stated = |window: &Known<Window>| window.value().is_some_and(Window::is_stated);
    let knows_decision =
        is_stated(&note.window) || note.updates.iter().any(|update| is_stated(&update.window));
    let knows_next = note.body.sections().iter().any(|section| {
        NEXT_STEPS.contains(&&*folded(&section.heading)) && !section.fragments.is_empty()
    });
    let is_skipped = |id: &str| note.is_skipped(&format!("{CONTACT}{id}"));
    let unreachable = note.people().filter(|one| one.email.is_none() && !is_skipped(&one.id));
    let (nameless, known): (Vec<&Person>, Vec<&Person>) =
        unreachable.partition(|person| person.is_placeholder());
    let names = |people: Vec<&Person>| people.iter().map(|person| person.name.clone()).collect();
    let asks_addresses = !known.is_empty() || note.people().next().is_none();
    let addresses = asks_addresses.then(|| Ask::Addresses(names(known)));
    let nameless = (!nameless.is_empty()).then(|| Ask::Names(names(nameless)));
    if note.is_informal() {
        return addresses.into_iter().chain(nameless).collect();
    }
    let asks = [
        (!knows_decision).then_some(Ask::Decision),
        (!knows_next).then_some(Ask::NextSteps),
        addresses,
        nameless,
        interest(note),
    ];
    asks.into_iter().flatten().collect()
}

/// What to say of one's interest. Nobody tells their own employer of other offers.
fn interest(note: &Note) -> Option<Ask> {
    match note.interest {
        Known::Is(Interest::Cooling) => None,
        _ if note.is_internal() => Some(Ask::InternalInterest),
        _ => Some(Ask::Interest),
    }
}

/// The sentences that are always the same.
const ASKS: [&str; 5] = [
    "Ask when they will decide.",
    "Ask what comes next: further rounds, references, checks.",
    "Ask everybody you meet for their name and address.",
    "Say that you would like the job, and mention other offers if there are any.",
    "Say that you would like the job.",
];

/// What one says where there is an offer.
const OFFER: &str = "Say that you would like the job, and that you have an offer";

/// The beginnings of the others.
const BEGINNINGS: [&str; 5] = [
    "Ask for the address of ",
    "Ask for the addresses of ",
    "Ask for the name of ",
    "Ask for the names of ",
    OFFER,
];

/// Returns true for such a sentence, whoever's addresses it asks for.
pub fn is_ask(sentence: &str) -> bool {
    let begins = |beginning: &&str| sentence.starts_with(*beginning) && sentence.ends_with('.');
    BEGINNINGS.iter().any(begins) || ASKS.contains(&sentence)
}

/// A sentence.
impl fmt::Display for Ask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ask::Decision => f.write_str(ASKS[0]),
            Ask::NextSteps => f.write_str(ASKS[1]),
            Ask::Addresses(people) => match &people[..] {
                [] => f.write_str(ASKS[2]),
                [one] => write!(f, "Ask for the address of {one}."),
                people => write!(f, "Ask for the addresses of {}.", listed(people)),
            },
            Ask::Names(people) => match &people[..] {
                [one] => write!(f, "Ask for the name of {one}."),
                people => write!(f, "Ask for the names of {}.", listed(people)),
            },
            Ask::Offer(None) => write!(f, "{OFFER}."),
            Ask::Offer(Some(day)) => write!(f, "{OFFER} to answer by {}.", short(*day, *day)),
            Ask::Interest => f.write_str(ASKS[3]),
            Ask::InternalInterest => f.write_str(ASKS[4]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::{Parsed, parse};
    use crate::rules::mapping::Mapping;

    #[test]
    fn only_what_the_note_lacks_is_asked() {
        const DECISION: &str = "Ask when they will decide.";
        const NEXT: &str = "Ask what comes next: further rounds, references, checks.";
        const SAY: &str =
            "Say that you would like the job, and mention other offers if there are any.";
        let jane = "interviewers: [Jane Doe <jane@acme.example>]";
        let cases: [(&str, &str, &[&str]); 13] = [
            // fields | body | what is asked
            (jane, "", &[DECISION, NEXT, SAY]),
            ("round: take-home task", "", &[]),
            ("", "", &[DECISION, NEXT, "Ask everybody you meet for their name and address.", SAY]),
            (
                "interviewers: [Jane Doe]",
                "",
                &[DECISION, NEXT, "Ask for the address of Jane Doe.", SAY],
            ),
            (
                "interviewers: [Jane Doe, Al Ek <al@acme.example>, Ravi Patel]\nalso_met: [Kim Soto]",
                "",
                &[
                    DECISION,
                    NEXT,
                    "Ask for the addresses of Jane Doe, Ravi Patel and Kim Soto.",
                    SAY,
                ],
            ),
            (
                "interviewers: [Jane Doe]\nfollowups:\n  find-out/contact/jane-doe: skipped 2026-03-01",
                "",
                &[DECISION, NEXT, SAY],
            ),
            (&format!("{jane}\ndecision_window: 1 week"), "", &[NEXT, SAY]),
            (&format!("{jane}\ndecision_window: not stated"), "", &[DECISION, NEXT, SAY]),
            (
                &format!("{jane}\nupdates: [{{date: 2026-03-01, decision_window: 1 week}}]"),
                "",
                &[NEXT, SAY],
            ),
            (
                &format!("{jane}\ndecision_window: 1 week\ninternal: true"),
                "",
                &[NEXT, "Say that you would like the job."],
            ),
            (&format!("{jane}\ndecision_window: 1 week\ninterest: cooling"), "", &[NEXT]),
            (
                "interviewers: [Jane Doe, someone from the trust]",
                "",
                &[
                    DECISION,
                    NEXT,
                    "Ask for the address of Jane Doe.",
                    "Ask for the name of someone from the trust.",
                    SAY,
                ],
            ),
            (
                &format!("{jane}\ndecision_window: 1 week"),
                "\n## What comes next\n\nTwo more rounds.\n\n## Next steps\n",
                &[SAY],
            ),
        ];
        for (fields, body, expected) in cases {
            let text = format!("---\ncompany: Acme\ndate: 2026-03-02\n{fields}\n---\n{body}");
            let mut problems = Vec::new();
            let Parsed::Note(note) = parse("a.md", &text, &Mapping::default(), &mut problems)
            else {
                unreachable!("{text}")
            };
            let asks: Vec<String> = before_leaving(&note).iter().map(Ask::to_string).collect();
            assert_eq!(asks, expected, "{fields}{body}");
        }
    }
}
