//! Letters written after the news has come: each fits what has become of the application.

use crate::support::{Folder, journal, note};

use super::message;

/// The messages of one kind from a note with these fields and sections, on a day.
fn letters(fields: &str, sections: &str, kind: &str, day: &str) -> Vec<String> {
    let folder = journal(&[("a.md", &(note(fields) + "\n" + sections))]);
    folder.build(day);
    of_kind(&folder, kind)
}

fn of_kind(folder: &Folder, kind: &str) -> Vec<String> {
    let drafts = folder.drafts().into_iter().filter(|path| path.contains(kind));
    drafts.map(|path| message(&folder.read(&path)).to_owned()).collect()
}

/// Whoever has decided needs no pitch, and nothing that would help them decide.
#[test]
fn a_thank_you_after_the_news_fits_it() {
    let people = "interviewers: [Bea Bo <b@x.example>, Cy Co <c@x.example>]; recruiter: Sam Lee <s@x.example>";
    let sections = "## What stood out\n\n- Cy showed me the library\n\n## Fit\n\n- I taught Year 6 for four years.\n";
    #[rustfmt::skip]
    let cases = [
        ("outcome: offer", ["was very glad to get it.", "I've heard the good news since"]),
        ("outcome: offer; interest: keen", ["I'm delighted.", "just what I was hoping for."]),
        ("outcome: offer; interest: cooling", ["I'm thinking it over.", "giving it some thought."]),
        ("outcome: accepted", ["I'm looking forward to working with you.", "I look forward to seeing you again."]),
        ("outcome: accepted; internal: true", ["I'm looking forward to the new role.", "I'm glad that it worked out."]),
        ("outcome: rejected", ["I wish you and the team all the best.", "All the best to you and your team."]),
        ("outcome: declined; interest: keen", ["I wish you and the team all the best.", "All the best to you and your team."]),
        ("outcome: withdrawn; internal: true", ["I hope to see you around.", "see each other again before long."]),
    ];
    for (news, expected) in cases {
        let fields = format!(
            "role: Teacher; date: 2026-03-12; {people}; {news}; outcome_date: 2026-03-13"
        );
        let letters = letters(&fields, sections, "thank-you", "2026-03-13");
        assert_eq!(letters.len(), 2, "{news}");
        for (letter, expected) in letters.iter().zip(expected) {
            assert!(letter.contains(expected), "{news}: {letter}");
            for gone in ["Year 6", "help you decide", "next step", "easy to reach", "I'd "] {
                assert!(!letter.contains(gone), "{news}: {letter}");
            }
        }
        assert!(letters[1].contains("showing me the library"), "{}", letters[1]);
    }
}

/// The outcome stands in the note of the latest round, and holds for those of earlier ones.
#[test]
fn a_thank_you_for_an_earlier_round_knows_what_came_of_it() {
    let recruiter = "role: Teacher; recruiter: Sam Lee <s@x.example>";
    let earlier = note(&format!(
        "{recruiter}; outcome: next round; interviewers: [Bea Bo <b@x.example>]; interest: keen"
    ));
    let later =
        note(&format!("{recruiter}; date: 2026-03-04; outcome: rejected; outcome_date: 2026-03-05"));
    let folder = journal(&[("a.md", &earlier), ("b.md", &later)]);
    folder.build("2026-03-05");
    let letters = of_kind(&folder, "a.thank-you");
    assert!(letters[0].contains("I wish you and the team all the best."), "{letters:?}");
    assert!(!letters[0].contains("I'd"), "{letters:?}");
}
