//! Letters within one's own company, to people whom one goes on seeing.

use crate::support::{journal, note};

use super::message;

/// Words for people whom one leaves, or has yet to join.
const STRANGERS: [&str; 5] =
    ["paths cross", "join you", "work with you", "the team", "conversation about the cook role at"];

const OWN: &str = "company: Own; role: Cook; date: 2026-03-12; internal: true";

fn letters(fields: &str, sections: &str, day: &str) -> Vec<(String, String)> {
    let folder = journal(&[("a.md", &(note(&format!("{OWN}; {fields}")) + "\n" + sections))]);
    folder.build(day);
    let drafts = folder.drafts().into_iter();
    drafts.map(|path| (path.clone(), message(&folder.read(&path)).to_owned())).collect()
}

#[test]
fn colleagues_are_not_spoken_to_as_strangers() {
    let people =
        "interviewers: [Jo Bo <jo@own.x>, Max Eis <max@own.x>]; manager: Max Eis <max@own.x>";
    for interest in ["keen", "open", "cooling"] {
        for (news, day) in [
            ("", "2026-03-12"),
            ("; outcome: declined; outcome_date: 2026-03-13", "2026-03-16"),
            ("; outcome: withdrawn; outcome_date: 2026-03-13", "2026-03-16"),
            ("; outcome: rejected; outcome_date: 2026-03-13", "2026-03-18"),
        ] {
            let letters = letters(&format!("{people}; interest: {interest}{news}"), "", day);
            assert!(letters.len() > 1, "{news}");
            for (path, letter) in letters {
                for strange in STRANGERS {
                    assert!(!letter.contains(strange), "{path}: {letter}");
                }
            }
        }
    }
}

#[test]
fn nobody_gets_to_know_their_own_manager() {
    let rejected = "outcome: rejected; outcome_date: 2026-03-13; recruiter: Di Lau <di@own.x>; \
        manager: Max Eis <max@own.x>";
    for (interviewers, expected) in [
        ("Max Eis <max@own.x>", "I'm glad I tried.\n"),
        ("Jo Bo <jo@own.x>, Max Eis <max@own.x>", "that I got to know Jo better.\n"),
    ] {
        let fields = format!("{rejected}; interviewers: [{interviewers}]");
        let letters = letters(&fields, "", "2026-03-16");
        let (_, letter) = letters.iter().find(|(path, _)| path.contains("rejection")).unwrap();
        assert!(letter.contains(expected), "{letter}");
    }
}

/// What was to be said is said, and the manager isn't told of the own team as of another.
#[test]
fn an_acceptance_says_what_was_to_be_said() {
    let accepted = "outcome: accepted; outcome_date: 2026-03-20; followups: {thank-you/jo-bo: done 2026-03-13}; \
        interviewers: [Jo Bo <jo@own.x>]";
    let words = "The kitchen at Leeds is the one I've always wanted.";
    let acceptance = |fields: &str, sections: &str| {
        let mut letters = letters(fields, sections, "2026-03-20").into_iter();
        letters.find(|(path, _)| path.contains("acceptance")).unwrap().1
    };
    let letter = acceptance(accepted, &format!("## Say to Jo\n\n{words}\n"));
    assert!(letter.contains(&format!("\n\n{words}\n\n")), "{letter}");
    assert!(letter.contains("a handover date with my current team"), "{letter}");
    let manager = "manager: Max Eis <max@own.x>; contact: Max Eis <max@own.x>";
    let letter = acceptance(&format!("{accepted}; {manager}"), "start on 1 June\n");
    assert!(letter.contains("I'd start on Monday 1 June"), "{letter}");
    assert!(letter.contains("hand over my present work"), "{letter}");
    assert!(!letter.contains("my current team") && !letter.contains("more closely"), "{letter}");
}
