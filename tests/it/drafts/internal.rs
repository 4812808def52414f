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
        ("Di Lau <di@own.x>, Jo Bo <jo@own.x>", "that I got to know you and Jo better.\n"),
        ("Di Lau <di@own.x>", "that I got to know you better.\n"),
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
    let accepted = "outcome: accepted; outcome_date: 2026-03-20; followups: {thank-you/jo-bo: skipped 2026-03-13}; \
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
    assert!(letter.contains("I'll start on Monday 1 June"), "{letter}");
    assert!(letter.contains("leave my current work in good order"), "{letter}");
    assert!(!letter.contains("my current team") && !letter.contains("more closely"), "{letter}");
}

/// Whoever talks with another company as well doesn't say that they stay.
#[test]
fn nobody_promises_to_stay_while_they_look_elsewhere() {
    const STAYING: [&str; 3] = ["from where I am", "another time", "go on working with you"];
    let promises = |outcome: &str, kind: &str, other: &str| {
        let fields = format!(
            "{OWN}; interviewers: [Jo Bo <jo@own.x>]; outcome: {outcome}; outcome_date: 2026-03-13"
        );
        let folder = journal(&[("a.md", &note(&fields)), ("b.md", &note(other))]);
        folder.build("2026-03-16");
        let letter = folder.read(&format!("a.{kind}.draft.md"));
        STAYING.iter().any(|words| letter.contains(words))
    };
    let other = |fields: &str| format!("company: Quill; role: Baker; date: 2026-03-10{fields}");
    for (outcome, kind) in
        [("declined", "decline"), ("rejected", "rejection-thanks"), ("withdrawn", "withdrawal")]
    {
        assert!(!promises(outcome, kind, &other("")), "{outcome}");
        let offer = "; outcome: offer; outcome_date: 2026-03-12; decide_by: 2026-03-20";
        assert!(!promises(outcome, kind, &other(offer)), "{outcome}");
        let over = "; outcome: rejected; outcome_date: 2026-03-12";
        assert!(promises(outcome, kind, &other(over)), "{outcome}");
    }
    // It is known as soon as the other note is written.
    let folder = journal(&[(
        "a.md",
        &note(&format!(
            "{OWN}; interviewers: [Jo Bo <jo@own.x>]; outcome: declined; outcome_date: 2026-03-13"
        )),
    )]);
    folder.build("2026-03-16");
    assert!(folder.read("a.decline.draft.md").contains("from where I am"));
    folder.write("b.md", note(&other("")));
    folder.build("2026-03-16");
    assert!(!folder.read("a.decline.draft.md").contains("from where I am"));
}

/// A manager who would like to keep somebody isn't answered as if they stayed, or asked how the talk went.
#[test]
fn an_offer_of_ones_own_manager_is_appreciated() {
    let people = "interviewers: [Max Eis <max@own.x>]; manager: Max Eis";
    let letters = letters(
        &format!("{people}; outcome: offer; outcome_date: 2026-03-13; decide_by: 2026-03-20"),
        "",
        "2026-03-13",
    );
    let paths: Vec<&str> = letters.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["a.offer-thanks.draft.md"]);
    let letter = &letters[0].1;
    assert!(letter.contains("It means a lot to me."), "{letter}");
    assert!(
        letter.contains("Could we talk about the details, and could I have them in writing? I'll"),
        "{letter}"
    );
    assert!(!letter.contains("pleased"), "{letter}");
}

/// An offer that comes once another one was accepted is answered without a promise.
#[test]
fn an_offer_that_comes_too_late_is_not_met_with_joy() {
    let own = format!(
        "{OWN}; recruiter: Di Lau <di@own.x>; interviewers: [Jo Bo <jo@own.x>]; contact: Max Eis <max@own.x>; outcome: offer; \
         outcome_date: 2026-03-20; decide_by: 2026-03-27"
    );
    let taken = "company: Quill; role: Baker; outcome: accepted; outcome_date: 2026-03-18";
    let folder = journal(&[("a.md", &note(&own)), ("b.md", &note(taken))]);
    let agenda = folder.build("2026-03-20");
    let letter = folder.read("a.offer-thanks.draft.md");
    assert!(letter.contains("I appreciate your trust in me."), "{letter}");
    assert!(letter.contains("I'll give you my answer by Friday 27 March."), "{letter}");
    for joy in ["good news", "pleased", "in writing"] {
        assert!(!letter.contains(joy), "{letter}");
    }
    let thanks = folder.read("a.thank-you.jo-bo.draft.md");
    assert!(!thanks.contains("offer") && !thanks.contains("see you"), "{thanks}");
    assert!(!agenda.contains("how the interviews went"), "{agenda}");
    assert!(agenda.contains("you have accepted the offer from Quill"), "{agenda}");
    // One accepted long ago is another story.
    folder.edit("b.md", "2026-03-18", "2025-03-18");
    let agenda = folder.build("2026-03-20");
    assert!(!agenda.contains("you have accepted"), "{agenda}");
    assert!(folder.read("a.offer-thanks.draft.md").contains("good news"));
}

#[test]
fn ones_own_manager_is_seen_every_day() {
    let letters = letters(
        "interviewers: [Di Lau <di@own.x>, Max Eis <max@own.x>]; contact: Di Lau <di@own.x>; manager: Max Eis; \
         outcome: rejected; outcome_date: 2026-03-13",
        "",
        "2026-03-14",
    );
    let (_, letter) = letters.iter().find(|(path, _)| path.contains("max-eis")).unwrap();
    for farewell in ["see you", "see each other", "again"] {
        assert!(!letter.contains(farewell), "{letter}");
    }
}

/// Those in an office aren't the ones with whom one works.
#[test]
fn an_acceptance_to_the_staff_office_speaks_of_the_role() {
    let fields = "recruiter: Di Lau <di@own.x>; interviewers: [Jo Bo <jo@own.x>]; outcome: accepted; \
        outcome_date: 2026-03-13";
    let acceptance = |more: &str| {
        let mut letters = letters(&format!("{fields}{more}"), "", "2026-03-13").into_iter();
        letters.find(|(path, _)| path.contains("acceptance")).unwrap().1
    };
    let office = acceptance("");
    assert!(
        office.contains("Hi Di,\n\nYes, I'd love to take the cook role. Thank you for the offer.")
    );
    assert!(
        office.contains(
            "I'm looking forward to the new role. Is there anything you need from me before then?"
        ),
        "{office}"
    );
    let jo = acceptance("; contact: Jo Bo <jo@own.x>");
    assert!(jo.contains("I'm looking forward to working with you more closely."), "{jo}");
}

#[test]
fn whoever_refused_one_reads_of_the_wish_to_move_once() {
    let fields = "interviewers: [Jo Bo <jo@own.x>]; still_interested: true; outcome: rejected; \
        outcome_date: 2026-03-13";
    let letters = letters(fields, "", "2026-03-18");
    let letter = |kind: &str| &letters.iter().find(|(path, _)| path.contains(kind)).unwrap().1;
    assert!(letter("rejection").contains("I'd still like to make a move like this one day"));
    let question = letter("feedback");
    assert!(question.contains("I'd like to be better prepared next time."), "{question}");
    assert!(!question.contains("a move like this"), "{question}");
}

#[test]
fn a_manager_is_thanked_and_told_of_no_lesson() {
    let fields = "interviewers: [Jo Bo <jo@own.x>]; manager: Max Eis <max@own.x>; outcome: accepted; \
        outcome_date: 2026-03-13";
    let letters =
        letters(fields, "## Max\n\nMax walked me through the stock system.\n", "2026-03-16");
    let (_, letter) = letters.iter().find(|(path, _)| path.contains("manager-thanks")).unwrap();
    assert!(
        letter.contains(
            "I want to thank you for walking me through the stock system. I won't forget it.\n"
        ),
        "{letter}"
    );
}
