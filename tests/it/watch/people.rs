//! Files about people: the drafts of notes that link to them follow.

use super::{Watching, wait_for_text, wait_until_as_fresh};
use crate::support::{Random, journal, note};

const PAUL: &str = "---\nemail: paul@acme.example\n---\n# Paul Vance\n";

#[test]
fn drafts_follow_the_file_of_their_person_and_no_other_is_written() {
    let folder = journal(&[
        ("a.md", &*note("interviewers: [\"[[Paul Vance]]\"]")),
        ("b.md", &*note("company: Beta\ninterviewers: [Ida Falk]")),
        ("people/Paul Vance.md", PAUL),
    ]);
    let watching = Watching::start(&folder);
    let draft = "a.thank-you.paul-vance.draft.md";
    wait_for_text(&folder, draft, "to: Paul Vance <paul@acme.example>");
    folder.edit("people/Paul Vance.md", "paul@", "p.vance@");
    wait_for_text(&folder, draft, "to: Paul Vance <p.vance@acme.example>");
    wait_until_as_fresh(&folder);
    let run = watching.runs().pop().unwrap();
    assert!(run.contains(" people/Paul Vance.md → 1 renewed draft"), "{run}");
    // Another of his name,
    folder.write("old/Paul Vance.md", PAUL);
    wait_for_text(&folder, "FOLLOWUPS.md", "unclear-link");
    wait_until_as_fresh(&folder);
    // and the one link to write.
    folder.edit("a.md", "[[Paul Vance]]", "[[old/Paul Vance]]");
    wait_for_text(&folder, draft, "to: Paul Vance <paul@acme.example>");
    wait_until_as_fresh(&folder);
    std::fs::rename(folder.at("old"), folder.at("new")).unwrap();
    wait_for_text(&folder, "FOLLOWUPS.md", "no address for Paul Vance");
    wait_until_as_fresh(&folder);
    std::fs::rename(folder.at("new"), folder.at("old")).unwrap();
    wait_for_text(&folder, draft, "to: Paul Vance <paul@acme.example>");
    wait_until_as_fresh(&folder);
    // What the user has edited stays.
    folder.edit(draft, "Hi Paul,", "Dear Paul,");
    let edited = folder.read(draft);
    folder.remove("old/Paul Vance.md");
    wait_for_text(&folder, "FOLLOWUPS.md", "no address for Paul Vance");
    wait_until_as_fresh(&folder);
    assert_eq!(folder.read(draft), edited);
}

#[test]
fn drafts_follow_the_other_note_that_gives_an_address() {
    let folder = journal(&[
        (
            "a.md",
            &*note("role: Dev; interviewers: [Paul Vance <paul@acme.example>]; outcome: rejected"),
        ),
        ("b.md", &*note("role: Ops; interviewers: [Paul Vance]")),
    ]);
    let _watching = Watching::start(&folder);
    let draft = "b.thank-you.paul-vance.draft.md";
    wait_for_text(&folder, draft, "to: Paul Vance <paul@acme.example>");
    folder.edit("a.md", "paul@", "p.vance@");
    wait_for_text(&folder, draft, "to: Paul Vance <p.vance@acme.example>");
    wait_until_as_fresh(&folder);
    folder.remove("a.md");
    wait_for_text(&folder, "FOLLOWUPS.md", "no address for Paul Vance");
    wait_until_as_fresh(&folder);
}

#[test]
fn whatever_becomes_of_files_about_people_a_fresh_build_finds_nothing_to_do() {
    let names = ["Paul Vance", "Ida Falk", "José Ek", "Jose\u{301} Ek"];
    let places = ["", "people/", "old/people/"];
    let folder = journal(&[]);
    for (at, link) in
        ["Paul Vance", "people/Paul Vance|Paul", "Ida Falk", "/Ida Falk", "José Ek", "Idi"]
            .iter()
            .enumerate()
    {
        let fields = format!("company: Company {at}\ninterviewers: [\"[[{link}]]\"]");
        folder.write(&format!("{at}.md"), note(&fields));
    }
    let _watching = Watching::start(&folder);
    let mut random = Random(20_260_303);
    for step in 0..40 {
        let path = format!("{}{}.md", places[random.below(3)], names[random.below(4)]);
        let email = format!("someone.{}@acme.example", random.below(3));
        match random.below(6) {
            0 | 1 if folder.has(&path) => folder.remove(&path),
            0 => folder.write(&path, format!("---\nemail: {email}\naliases: [Idi]\n---\n")),
            1 => folder.write(&path, "---\nemail: nobody\n---\n"),
            2 => folder.write(&path, note(&format!("company: {}", names[random.below(4)]))),
            3 => folder.write(&path, "Nothing about anybody.\n"),
            _ => folder.write(&path, format!("---\nemail: {email}\ncall: You\n---\n")),
        }
        if step % 8 == 7 {
            wait_until_as_fresh(&folder);
        }
    }
    wait_until_as_fresh(&folder);
}
