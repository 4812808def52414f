//! Names with accents: composed and decomposed, they are one name, while files keep the bytes that they have.

use crate::support::{Folder, TODAY, journal, note};

/// An é as one character, and as an e with an accent behind it.
const BOTH: [&str; 2] = ["\u{e9}", "e\u{301}"];

/// Two rounds at one company, with one person whose name is spelled in these two ways.
fn rounds(first: &str, second: &str) -> Folder {
    let round = |e: &str, date: &str, company: &str| {
        let person = format!("Ren{e} Nu\u{301}n\u{303}ez <rene@acme.example>");
        let said = format!("## Say to Ren{e}\n\nThe tea was good.\n");
        note(&format!(
            "company: {company}{e}\ndate: {date}\nrole: Pr{e}parateur\ninterviewers: [{person}]"
        )) + &said
    };
    journal(&[
        ("a.md", &round(first, "2026-02-27", "Caf")),
        ("b.md", &round(second, "2026-03-02", "CAF")),
    ])
}

/// What a command prints. It has to succeed.
fn run(folder: &Folder, words: &[&str]) -> String {
    let ran = folder.run_words_on(TODAY, words);
    assert_eq!(ran.code, 0, "{words:?}: {ran:?}");
    ran.stdout
}

#[test]
fn a_name_is_one_however_its_accents_are_spelled() {
    for (first, second) in [(BOTH[0], BOTH[1]), (BOTH[1], BOTH[0]), (BOTH[1], BOTH[1])] {
        let folder = rounds(first, second);
        folder.build(TODAY);
        let agenda = folder.agenda(TODAY);
        let processes: Vec<_> =
            agenda["followups"].as_array().unwrap().iter().map(|one| &one["process"]).collect();
        assert!(processes.windows(2).all(|pair| pair[0] == pair[1]), "{processes:?}");
        assert_eq!(agenda["problems"].as_array().unwrap().len(), 0, "{agenda}");
        let draft = folder.read("b.thank-you.rene-nunez.draft.md");
        assert!(draft.contains("to: Ren\u{e9} N\u{fa}\u{f1}ez <rene@acme.example>"), "{draft}");
        assert!(draft.contains("Hi Ren\u{e9},") && draft.contains("The tea was good."), "{draft}");
    }
}

#[test]
fn words_and_options_fit_names_in_either_spelling() {
    for written in BOTH {
        for typed in BOTH {
            let folder = rounds(written, written);
            folder.remove("a.md");
            let of_company = format!("caf{typed}");
            let agenda = run(&folder, &["agenda", "--company", &of_company]);
            assert!(agenda.contains("Thank Ren\u{e9}"), "{agenda}");
            let other = folder.run_on(TODAY, &format!("agenda --company th{typed}"));
            assert_eq!((other.code, other.stdout.as_str()), (2, ""));
            run(&folder, &["done", "thank", &format!("ren{typed}")]);
            assert!(folder.read("b.md").contains("  thank-you/rene-nunez: done 2026-03-03\n"));
            run(&folder, &["heard", &of_company, "rejected"]);
            assert!(folder.read("b.md").contains("outcome: rejected\n"));
        }
    }
}

#[test]
fn links_and_drafts_keep_the_bytes_of_a_files_name() {
    for (e, link) in BOTH.into_iter().zip(["%C3%A9", "e%CC%81"]) {
        let folder = journal(&[(
            &format!("caf{e}.md"),
            &note(&format!(
                "company: Caf{e}\ntitle: Caf\u{e9}\ninterviewers: [Jane Doe <jane@acme.example>]"
            )),
        )]);
        folder.build(TODAY);
        assert!(folder.drafts().iter().all(|path| path.starts_with(&format!("caf{e}."))));
        let agenda = folder.read("FOLLOWUPS.md");
        assert!(
            agenda.contains(&format!("(caf{link}.md)")) || agenda.contains(&format!("(caf{e}.md)")),
            "{agenda}"
        );
        // The title repeats the file's name, so that it is not the role.
        assert!(folder.agenda(TODAY)["followups"][0]["role"].is_null());
    }
}
