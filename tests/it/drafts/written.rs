//! What the user has written out, in letters that say nothing of it twice.

use crate::support::{journal, note};

use super::message;

const ME: &str = "[me]\nname = \"Robin Hale\"\nemail = \"robin@hale.example\"\n";
const FIELDS: &str = "role: Teacher; date: 2026-03-12; interviewers: [Bea Bo <b@x.example>]";

fn letter(fields: &str, words: &str) -> String {
    let text = note(fields) + &format!("\n## Say to Bea\n\n{words}\n");
    let folder = journal(&[("journal.toml", ME), ("a.md", &text)]);
    folder.build("2026-03-13");
    message(&folder.read("a.thank-you.bea-bo.draft.md")).to_owned()
}

/// A whole letter under the heading is the letter.
#[test]
fn nothing_is_put_around_a_whole_letter() {
    let text = "Thank you so much for yesterday. I loved the library.";
    let signed = "Best regards,\nRobin Hale\nrobin@hale.example";
    let (whole, greeted) =
        (format!("Hi Bea,\n\n{text}\n\nBest, Robin"), format!("Hi Bea,\n\n{text}"));
    assert_eq!(letter(FIELDS, &whole), whole);
    assert_eq!(letter(FIELDS, &whole.replace("Best, ", "Best,\n")), whole);
    assert_eq!(letter(FIELDS, &greeted), format!("{greeted}\n\n{signed}"));
    assert_eq!(
        letter(FIELDS, &format!("{text}\n\nThanks, Robin")),
        format!("Hi Bea,\n\n{text}\n\nThanks, Robin")
    );
    // Without an address it is passed on whole.
    let through = FIELDS.replace(" <b@x.example>", "") + "; recruiter: Sam Lee <s@x.example>";
    let passed_on = letter(&through, &whole);
    assert!(
        passed_on.starts_with("Hi Sam,\n\n") && passed_on.ends_with(&format!("\n\n---\n\n{whole}")),
        "{passed_on}"
    );
}

#[test]
fn what_the_user_says_is_not_said_a_second_time() {
    let cases = [
        (
            "Thank you for talking with me about the teacher role on Thursday. I loved the library.",
            "",
            "I'd be very glad",
        ),
        ("Thank you for letting me read to your class on Thursday.", "", "I'd be very glad"),
        ("It was good to talk with you about phonics.", "", "I'd be very glad"),
        ("Thank you for the biscuits.", "It was good to talk with you", "I'd be very glad"),
        (
            "The library made my day.\n\nI'd love to work with you.",
            "Thank you for talking",
            "If there's anything else",
        ),
        (
            "The library made my day.\n\nI'd be glad to hear from you.",
            "Thank you for talking",
            "If there's anything else",
        ),
        (
            "The library made my day. If you have any questions, just write.",
            "Thank you for talking",
            "I'd be very glad",
        ),
    ];
    for (words, opening, end) in cases {
        let letter = letter(FIELDS, words);
        let rest = letter.strip_prefix("Hi Bea,\n\n").unwrap();
        let opening = if opening.is_empty() { words } else { opening };
        assert!(rest.starts_with(opening) && rest.contains(words), "{letter}");
        let after = rest.split_once(words).unwrap().1;
        assert!(after.starts_with(&format!("\n\n{end}")), "{letter}");
        assert!(
            !(words.contains("any questions") && after.contains("If there's anything")),
            "{letter}"
        );
    }
}

/// A greeting has no words by which it could be found in the letter that had it.
#[test]
fn a_greeting_that_was_sent_is_not_sent_again() {
    let fields = format!("{FIELDS}; recruiter: Bea Bo <b@x.example>");
    let words = "\n## Say to Bea\n\nHi Bea,\n\nThank you so much for yesterday.\n\nBest, Robin\n";
    let folder = journal(&[("journal.toml", ME), ("a.md", &(note(&fields) + words))]);
    folder.build("2026-03-13");
    let done = "; followups: {thank-you/bea-bo: done 2026-03-13}; outcome: next round; outcome_date: 2026-03-14";
    folder.write("a.md", note(&(fields + done)) + words);
    folder.build("2026-03-14");
    let next = folder.read("a.next-round.draft.md");
    assert!(message(&next).starts_with("Hi Bea,\n\nThank you for letting me know."), "{next}");
}
