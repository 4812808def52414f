//! Facts of a note in a message: the role, the day on which the job starts, the words at the end.

use crate::support::{journal, note};

use super::message;

#[test]
fn a_role_is_called_as_in_a_sentence() {
    let cases = [
        ("Fundraiser", "the fundraiser role"),
        ("the CTO job", "the CTO job"),
        ("Internship", "the internship"),
        ("PhD position", "the PhD position"),
        ("Deputy Headteacher - Maths lead", "the Deputy Headteacher role"),
        ("Backend Engineer (Payments)", "the Backend Engineer role"),
        ("Exhibitions officer", "the exhibitions officer role"),
        ("Loans officer", "the loans officer role"),
        ("Windows administrator", "the Windows administrator role"),
        ("A & E nurse", "the A & E nurse role"),
        ("(to be named)", "the (to be named) role"),
    ];
    for (role, expected) in cases {
        let fields = format!(
            "company: Acme\ndate: 2026-03-02\nrole: \"{role}\"\ninterviewers: [Jane Doe <j@acme.example>]"
        );
        let folder = journal(&[("a.md", &note(&fields))]);
        folder.build("2026-03-03");
        let letter = folder.read("a.thank-you.jane-doe.draft.md");
        let said = format!("talking with me about {expected} on Monday");
        assert!(message(&letter).contains(&said), "{role}: {letter}");
    }
}

#[test]
fn a_new_job_starts_after_its_acceptance() {
    let cases = [
        ("Start 5 Oct.", "Monday 5 October"),
        ("start Mon 5 Oct, confirmed on the phone", "Monday 5 October"),
        ("Starting 5 October 2026", "Monday 5 October"),
        ("Said yes on the phone. Start Mon 5 Oct. 4 am starts, as agreed.", "Monday 5 October"),
        ("start Mon 5 Oct in theatres", "Monday 5 October"),
        // It has passed, or is another day.
        ("Start 2 March", "[fill in: the start date]"),
        ("start Tue 5 Oct", "[fill in: the start date]"),
    ];
    for (line, expected) in cases {
        let fields = "company: Acme\ndate: 2026-03-12\noutcome: accepted\noutcome_date: 2026-03-20\n\
            contact: Jane Doe <j@acme.example>";
        let folder = journal(&[("a.md", &format!("{}\n{line}\n", note(fields)))]);
        folder.build("2026-03-20");
        let letter = folder.read("a.acceptance.draft.md");
        assert!(
            message(&letter).contains(&format!("I start on {expected}, on")),
            "{line}: {letter}"
        );
    }
}

#[test]
fn a_closing_has_one_comma() {
    let fields = "company: Acme\ndate: 2026-03-02\ninterviewers: [Jane Doe <j@acme.example>]";
    let config = "[me]\nname = \"Alex Morgan\"\n\n[voice]\nclosing = \"Kind regards,\"\n";
    let folder = journal(&[("a.md", &note(fields)), ("journal.toml", config)]);
    folder.build("2026-03-03");
    let letter = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(message(&letter).contains("\n\nKind regards,\nAlex Morgan"), "{letter}");
    // The same at the end of a letter that has a greeting, but no end.
    folder.write("a.md", note(fields) + "\n## Say to Jane\n\nHi Jane,\n\nThank you for today.\n");
    folder.build("2026-03-03");
    let letter = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(message(&letter).contains("today.\n\nKind regards,\nAlex Morgan"), "{letter}");
}
