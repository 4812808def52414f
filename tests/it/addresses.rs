//! Addresses that another note of the company gives for somebody who is only named.

use crate::support::{Folder, journal, note, problems_of};

/// The day after the second round.
const DAY: &str = "2026-03-10";

const FIRST: &str = "role: Dev; interviewers: [\"Jane Doe, CTO <jane@acme.example>\", Ravi Patel <ravi@acme.example>]; \
    recruiter: Sam Lee <sam@acme.example>; outcome: more_interviews; outcome_date: 2026-03-04";

/// A journal with a first round, and a second one with these fields.
fn rounds(second: &str) -> Folder {
    let second = format!("date: 2026-03-09; role: Dev; {second}");
    journal(&[("first.md", &*note(FIRST)), ("second.md", &*note(&second))])
}

/// Everybody in the agenda whom the second round's thank-yous go to, as `Name <address>`.
fn thanked(folder: &Folder) -> Vec<String> {
    let agenda = folder.agenda(DAY);
    let followups = agenda["followups"].as_array().unwrap().iter();
    let thanks = followups.filter(|one| one["kind"] == "thank-you" && one["note"] == "second.md");
    let who = thanks.map(|followup| {
        let person = &followup["person"];
        let name = person["name"].as_str().unwrap().to_owned();
        person["email"].as_str().map_or(name.clone(), |email| format!("{name} <{email}>"))
    });
    who.collect()
}

#[test]
fn a_full_name_has_the_address_that_another_note_gives() {
    #[rustfmt::skip]
    let rows = [
        // the interviewers of the second round | who is thanked
        ("[Jane Doe]",                     "Jane Doe <jane@acme.example>"),
        ("[jane doe]",                     "jane doe <jane@acme.example>"),
        ("[Dr Jane Doe]",                  "Dr Jane Doe <jane@acme.example>"),
        ("[\"Jane Doe, MSN, RN\"]",        "Jane Doe, MSN, RN <jane@acme.example>"),
        ("[Jane Doe RN]",                  "Jane Doe RN <jane@acme.example>"),
        ("[\"Jane Doe, Jr.\"]",            "Jane Doe, Jr."),
        ("[Sam Lee]",                      "Sam Lee <sam@acme.example>"),
        ("[{name: Jane Doe, title: CEO}]", "Jane Doe <jane@acme.example>"),
        ("[Jane Doe <j.doe@acme.example>]", "Jane Doe <j.doe@acme.example>"),
        ("[Jane Roe]",                     "Jane Roe"),
    ];
    for (interviewers, expected) in rows {
        let folder = rounds(&format!("interviewers: {interviewers}"));
        assert_eq!(thanked(&folder), [expected], "{interviewers}");
    }
    for name in ["Jane Doe, PhD", "Jane Doe, MSN, RN", "Dr Jane Doe RN"] {
        let folder = rounds("interviewers: [Jane Doe]");
        folder.write("first.md", note(&FIRST.replace("Jane Doe, CTO", name)));
        assert_eq!(thanked(&folder), ["Jane Doe <jane@acme.example>"], "{name}");
    }
}

#[test]
fn a_short_name_is_that_of_the_only_one_of_an_earlier_round_whom_it_fits() {
    let first = "role: Dev; interviewers: [Prof. Eleanor Whitcombe <e@acme.example>, Dr Imran Sheikh <i@acme.example>, \
        Aoife Brennan <a@acme.example>, Jan Vos <j@acme.example>, Jan Roe, Ana Ruiz]";
    #[rustfmt::skip]
    let rows = [
        // the interviewers of the second round | who is thanked
        ("Prof. Whitcombe",      "Prof. Eleanor Whitcombe <e@acme.example>"),
        ("Dr Sheikh, Aoife",     "Dr Imran Sheikh <i@acme.example>, Aoife Brennan <a@acme.example>"),
        ("Ms Brennan",           "Ms Brennan <a@acme.example>"),
        // They are on first-name terms by now.
        ("Imran",                "Imran <i@acme.example>"),
        ("Ana",                  "Ana Ruiz"),
        // It fits two, or somebody else, or is a family's name alone.
        ("Jan",                  "Jan"),
        ("Aoife, Aoife Brennan", "Aoife, Aoife Brennan <a@acme.example>"),
        ("Mr Sheikh",            "Mr Sheikh"),
        ("Brennan",              "Brennan"),
        ("Aoife <b@acme.example>", "Aoife <b@acme.example>"),
    ];
    for (interviewers, expected) in rows {
        let folder = rounds(&format!("interviewers: [{interviewers}]"));
        folder.write("first.md", note(first));
        assert_eq!(thanked(&folder).join(", "), expected, "{interviewers}");
    }
    // Another process has its own people.
    let folder = rounds("interviewers: [Aoife]");
    folder.write("first.md", note(&first.replace("Dev", "Ops")));
    assert_eq!(thanked(&folder), ["Aoife"]);
}

#[test]
fn an_address_follows_the_note_that_gives_it() {
    let folder = rounds("interviewers: [Jane Doe, Ravi Patel]; recruiter: Sam Lee");
    folder.build(DAY);
    let draft = "second.thank-you.jane-doe.draft.md";
    assert!(folder.read(draft).contains("\nto: Jane Doe <jane@acme.example>\n"));
    assert!(!folder.read("FOLLOWUPS.md").contains("Find Jane Doe's address"));
    folder.edit("first.md", "jane@", "j.doe@");
    folder.build(DAY);
    assert!(folder.read(draft).contains("\nto: Jane Doe <j.doe@acme.example>\n"));
    folder.edit("first.md", ", Ravi Patel <ravi@acme.example>", "");
    folder.build(DAY);
    assert!(folder.read("FOLLOWUPS.md").contains("no address for Ravi Patel"));
    assert_eq!(folder.run_on(DAY, "build --check").code, 0);
}

#[test]
fn two_people_of_one_name_keep_their_addresses_for_themselves() {
    // In two notes,
    let folder = rounds("interviewers: [Jane Doe]");
    folder.write(
        "other.md",
        note("date: 2026-03-05; role: Ops; interviewers: [Jane Doe <jd@acme.example>]"),
    );
    assert_eq!(thanked(&folder), ["Jane Doe"]);
    // or in one.
    let folder = rounds("interviewers: [Jane Doe, Jane Doe]");
    assert_eq!(thanked(&folder), ["Jane Doe", "Jane Doe"]);
    assert!(
        problems_of(&folder.agenda(DAY))
            .iter()
            .any(|problem| problem.contains("same-person-twice second.md"))
    );
    // Another company's Jane Doe is somebody else.
    let folder = rounds("company: Beta; interviewers: [Jane Doe]");
    assert_eq!(thanked(&folder), ["Jane Doe"]);
}

#[test]
fn whoever_told_of_an_application_has_an_address_once_they_interview() {
    let application = "company: Kersal\ndate:\nrole: Dev\napplied: 2026-02-20\noutcome: applied\n\
        contact: Zoe Lund <zoe@kersal.example>";
    let folder = journal(&[("kersal.md", &*note(application))]);
    let ran = folder
        .run_words_on("2026-03-09", &["new", "--from", "kersal", "--interviewer", "Zoe Lund"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let path = ran.stdout.trim();
    assert!(!folder.read(path).contains("Ask for the address"), "{}", folder.read(path));
    folder.build(DAY);
    let draft = folder.read(&path.replace(".md", ".thank-you.zoe-lund.draft.md"));
    assert!(draft.contains("\nto: Zoe Lund <zoe@kersal.example>\n"), "{draft}");
}

/// In a file with several interviews one of them may give the address, and a field of another name the person once more.
#[test]
fn an_address_given_in_one_interview_of_a_file_counts_in_all() {
    let note = "---\ncompany: Acme\ninterviews:\n\
        \x20 - {date: 2026-04-05, interviewers: [Ravi A, {name: Ida A, email: i@a.example, lead: true}]}\n\
        \x20 - {date: 2026-04-16, interviewers: [Ida A], contact: Ida A}\n---\n";
    let folder = journal(&[("a.md", note)]);
    let agenda = folder.build("2026-04-17");
    assert!(
        agenda.contains("**Thank Ida A**") && !agenda.contains("no address for Ida A"),
        "{agenda}"
    );
    let id = "a/2026-04-05/value-add/ida-a";
    let all = folder.run_on("2026-04-08", "agenda --all --format json");
    assert!(all.stdout.contains(id), "{id} is of the lead: {}", all.stdout);
}
