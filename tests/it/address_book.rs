//! The address book: files about people give notes that link to them what these don't say.

use serde_json::Value;

use crate::support::{AGENDA, Folder, OTHER_PEOPLE, TODAY, journal, note, problems_of};

/// A file about Paul Vance.
const PAUL: &str = "---\nemail: paul@acme.example\ntitle: Engineering manager\n---\n# Paul Vance\n";

/// The draft of the thank-you to him.
const DRAFT: &str = "a.thank-you.paul-vance.draft.md";

/// A journal with a note of an interview with him, and these other files.
fn with(files: &[(&str, &str)]) -> Folder {
    let folder = journal(&[("a.md", &note("interviewers: [\"[[Paul Vance]]\"]"))]);
    for (path, text) in files {
        folder.write(path, text);
    }
    folder
}

/// The people of the thank-yous, as `Name <address>`.
fn thanked(agenda: &Value) -> Vec<String> {
    let followups = agenda["followups"].as_array().unwrap();
    let thanks = followups.iter().filter(|followup| followup["kind"] == "thank-you");
    let who = |followup: &Value| {
        let person = &followup["person"];
        let name = person["name"].as_str().unwrap().to_owned();
        person["email"].as_str().map_or(name.clone(), |email| format!("{name} <{email}>"))
    };
    thanks.map(who).collect()
}

/// The address line of the draft.
fn to(folder: &Folder) -> String {
    let draft = folder.read(DRAFT);
    draft.lines().find_map(|line| line.strip_prefix("to: ")).unwrap().to_owned()
}

#[test]
fn a_link_finds_the_file_as_obsidian_does() {
    let decomposed = "people/Jose\u{301} Ek.md";
    #[rustfmt::skip]
    let rows = [
        // the person in the note | the file | its text | who is thanked
        ("\"[[Paul Vance]]\"",               "Paul Vance.md",        PAUL, "Paul Vance <paul@acme.example>"),
        ("\"[[Paul Vance]]\"",               "people/Paul Vance.md", PAUL, "Paul Vance <paul@acme.example>"),
        ("[[Paul Vance]]",                   "people/Paul Vance.md", PAUL, "Paul Vance <paul@acme.example>"),
        ("\"[[paul vance]]\"",               "people/Paul Vance.md", PAUL, "paul vance <paul@acme.example>"),
        ("\"[[people/Paul Vance]]\"",        "people/Paul Vance.md", PAUL, "Paul Vance <paul@acme.example>"),
        ("\"[[people/Paul Vance|Paul]]\"",   "people/Paul Vance.md", PAUL, "Paul <paul@acme.example>"),
        ("[[people/Paul Vance|Paul]]",       "people/Paul Vance.md", PAUL, "Paul <paul@acme.example>"),
        ("\"[[people/Paul Vance|Paul]], CTO\"", "people/Paul Vance.md", PAUL, "Paul <paul@acme.example>"),
        ("\"[[Paul Vance#Contact]]\"",       "people/Paul Vance.md", PAUL, "Paul Vance <paul@acme.example>"),
        ("\"[[Paul Vance]], CTO\"",          "people/Paul Vance.md", PAUL, "Paul Vance <paul@acme.example>"),
        ("{name: \"[[Paul Vance]]\"}",       "people/Paul Vance.md", PAUL, "Paul Vance <paul@acme.example>"),
        ("{name: [[Paul Vance]], email: }",  "people/Paul Vance.md", PAUL, "Paul Vance <paul@acme.example>"),
        ("\"[[./Paul Vance]]\"",             "Paul Vance.md",        PAUL, "Paul Vance <paul@acme.example>"),
        ("\"[[José Ek]]\"",                  decomposed,             PAUL, "José Ek <paul@acme.example>"),
        ("\"[[Jose\u{301} Ek]]\"",           "people/José Ek.md",    PAUL, "José Ek <paul@acme.example>"),
        // A name of his in the file.
        ("\"[[Paul]]\"", "people/pv.md", "---\naliases: [PV, Paul]\nemail: paul@acme.example\n---\n", "Paul <paul@acme.example>"),
        ("\"[[Paul Vance]]\"", "pv.md", "---\nname: Paul Vance\nemail: paul@acme.example\n---\n", "Paul Vance <paul@acme.example>"),
        // What a file is about.
        ("\"[[Paul Vance]]\"", "Paul Vance.md", "---\ncompany: Acme\nE-Mail: \"Paul <paul@acme.example>\"\n---\n", "Paul Vance <paul@acme.example>"),
        ("\"[[Paul Vance]]\"", "Paul Vance.md", "---\nemail: [paul@acme.example]\nstatus: friend\n---\n", "Paul Vance <paul@acme.example>"),
        ("\"[[Paul Vance]]\"", "Paul Vance.md", "---\naddress: paul@acme.example\n---\n", "Paul Vance <paul@acme.example>"),
        // No file about him.
        ("\"[[Paul Vance]]\"",               "people/Paul Vant.md",  PAUL, "Paul Vance"),
        ("\"[[others/Paul Vance]]\"",        "people/Paul Vance.md", PAUL, "Paul Vance"),
        ("\"[[Paul Vance]]\"",               "Paul Vance.md", "# Paul Vance\n\nemail: paul@acme.example\n", "Paul Vance"),
        ("\"[[Paul Vance]]\"", "Paul Vance.md", "---\ntype: company\nemail: paul@acme.example\n---\n", "Paul Vance"),
        ("\"[[Paul Vance]]\"", "Paul Vance.md", "---\nto: x\nsubject: Hi\nemail: paul@acme.example\n---\n", "Paul Vance"),
        ("\"[[Paul Vance]]\"", "Paul Vance.md", "---\naddress: 12 Main Street\n---\n", "Paul Vance"),
        ("\"[[Paul Vance]]\"", "Paul Vance.md", "---\nemail: \"?\"\n---\n", "Paul Vance"),
        ("Paul Vance",                       "Paul Vance.md",        PAUL, "Paul Vance"),
    ];
    for (person, path, text, expected) in rows {
        let folder =
            journal(&[("a.md", &*note(&format!("interviewers:\n  - {person}"))), (path, text)]);
        let agenda = folder.agenda(TODAY);
        assert_eq!(thanked(&agenda), [expected], "{person} {path} {text}");
        assert_eq!(problems_of(&agenda), Vec::<String>::new(), "{person} {path} {text}");
    }
}

#[test]
fn whoever_is_linked_by_a_short_name_hears_by_all_of_theirs() {
    for heading in [
        "Paul",
        "Paul Vance",
        "[[Paul Vance|Paul]]",
        "[[people/Paul Vance|Paul]]",
        "[[Paul Vance]]",
    ] {
        let text = note("interviewers: [\"[[Paul Vance|Paul]]\"]");
        let text = format!("{text}\n## Say to {heading}\n\nThank you for the lathe.\n");
        let folder = journal(&[("a.md", &*text), ("people/Paul Vance.md", PAUL)]);
        assert!(!folder.build(TODAY).contains("unclear-listener"), "{heading}");
        let letter = folder.read("a.thank-you.paul.draft.md");
        assert!(letter.contains("Hi Paul,") && letter.contains("the lathe"), "{heading}: {letter}");
    }
}

#[test]
fn a_contact_who_recruits_runs_the_process_where_nobody_else_does() {
    let asked = |fields: &str, role: &str| {
        let card = format!("---\nemail: jonas@acme.example\nrole: {role}\n---\n# Jonas Weber\n");
        let text = note(&format!("interviewers: [Ana Ruiz]; {fields}"));
        let folder = journal(&[("a.md", &*text), ("people/Jonas Weber.md", &*card)]);
        let agenda = folder.agenda(TODAY);
        let mut followups = agenda["followups"].as_array().unwrap().iter();
        let check = followups.find(|one| one["kind"] == "status-check").unwrap();
        check["person"]["name"].as_str().unwrap().to_owned()
    };
    let contact = "contact: \"[[Jonas Weber]]\"";
    assert_eq!(asked(contact, "Recruiter (TalentBridge)"), "Jonas Weber");
    assert_eq!(asked(contact, "Talent partner"), "Jonas Weber");
    assert_eq!(asked(contact, "Sales (TalentBridge)"), "Ana Ruiz");
    assert_eq!(asked(&format!("{contact}; recruiter: Sam Lee"), "Recruiter"), "Sam Lee");
    assert_eq!(asked("contact: {name: Jo Hay, title: Recruiter}", ""), "Jo Hay");
    // What the file says counts as long as it does.
    let card = "---\nemail: jonas@acme.example\nrole: Recruiter\n---\n# Jonas Weber\n";
    let text = note(&format!("interviewers: [Ana Ruiz]; {contact}"));
    let folder = journal(&[("a.md", &*text), ("Jonas Weber.md", card)]);
    assert!(folder.build(TODAY).contains("Thank Jonas Weber"));
    folder.edit("Jonas Weber.md", "Recruiter", "Sales");
    assert!(!folder.build(TODAY).contains("Thank Jonas Weber"));
}

#[test]
fn the_note_s_own_words_come_first() {
    let paul = "---\nemail: paul@acme.example\ntitle: CTO\ncall: Mr. Vance\n---\n";
    #[rustfmt::skip]
    let rows = [
        // the person in the note | the address | the greeting
        ("\"[[Paul Vance]]\"",                              "Paul Vance <paul@acme.example>", "Dear Mr. Vance,"),
        ("\"[[Paul Vance]] <pv@acme.example>\"",            "Paul Vance <pv@acme.example>",   "Dear Mr. Vance,"),
        ("{name: \"[[Paul Vance]]\", call: Pauly}",         "Paul Vance <paul@acme.example>", "Hi Pauly,"),
        ("{name: \"[[Paul Vance]]\", email: pv@acme.example}", "Paul Vance <pv@acme.example>", "Dear Mr. Vance,"),
    ];
    for (person, address, greeting) in rows {
        let text = note(&format!("interviewers:\n  - {person}"));
        let folder = journal(&[("a.md", &*text), ("people/Paul Vance.md", paul)]);
        folder.build(TODAY);
        assert_eq!(to(&folder), address, "{person}");
        assert!(folder.read(DRAFT).contains(greeting), "{person}: {}", folder.read(DRAFT));
    }
    // A bad address of the note's own is to be mended there, and nothing takes its place.
    let text = note("interviewers:\n  - \"[[Paul Vance]] <pv@>\"");
    let agenda = journal(&[("a.md", &*text), ("Paul Vance.md", paul)]).agenda(TODAY);
    assert_eq!(problems_of(&agenda), ["invalid-address a.md:5:22"]);
    assert_eq!(thanked(&agenda), ["Paul Vance"]);
}

#[test]
fn everybody_in_a_note_may_be_a_link() {
    for (field, kind) in OTHER_PEOPLE {
        for link in ["[[Paul Vance]]", "[\"[[Paul Vance]]\"]", "{name: \"[[people/Paul Vance]]\"}"]
        {
            let fields = format!(
                "outcome: accepted\noutcome_date: 2026-03-02\ninternal: true\n{field}: {link}"
            );
            let folder = journal(&[("a.md", &*note(&fields)), ("people/Paul Vance.md", PAUL)]);
            let agenda = folder.agenda(TODAY);
            let followups = agenda["followups"].as_array().unwrap();
            let followup = followups.iter().find(|followup| followup["kind"] == kind);
            let email = &followup.unwrap_or_else(|| panic!("{kind}: {agenda}"))["person"]["email"];
            assert_eq!(email, "paul@acme.example", "{field}: {link}");
        }
    }
}

#[test]
fn a_recruiter_s_agency_may_stand_in_their_file() {
    let fields = "interviewers: [Jane Doe]\nrecruiter: [[Paul Vance]]\nrole: Engineer";
    let told = |file: &str| {
        let folder = journal(&[("a.md", &*note(fields)), ("Paul Vance.md", file)]);
        folder.build("2026-03-10");
        folder.drafts().iter().map(|path| folder.read(path)).collect::<String>()
    };
    let own = told("---\nemail: paul@acme.example\nagency: Talent Partners\n---\n");
    let theirs = fields.replace(
        "[[Paul Vance]]",
        "{name: Paul Vance, email: paul@acme.example, agency: Talent Partners}",
    );
    let folder = journal(&[("a.md", &*note(&theirs))]);
    folder.build("2026-03-10");
    assert_eq!(own, folder.drafts().iter().map(|path| folder.read(path)).collect::<String>());
    assert_ne!(own, told(PAUL));
}

#[test]
fn interviews_of_one_note_link_to_people() {
    let rounds = "company: Acme\ninterviews:\n  - {date: 2026-03-02, interviewers: [[Paul Vance]]}\n  \
        - {date: 2026-03-03, interviewers: [\"[[Ida Falk]]\"]}";
    let folder = journal(&[
        ("a.md", &*format!("---\n{rounds}\n---\n")),
        ("Paul Vance.md", PAUL),
        ("Ida Falk.md", &PAUL.replace("paul", "ida")),
    ]);
    let both = ["Paul Vance <paul@acme.example>", "Ida Falk <ida@acme.example>"];
    let mut found = thanked(&folder.agenda(TODAY));
    found.sort_by_key(|name| name.starts_with("Ida"));
    assert_eq!(found, both);
}

#[test]
fn drafts_follow_the_file_of_their_person() {
    let folder = with(&[]);
    let agenda = folder.build(TODAY);
    assert!(agenda.contains("no address for Paul Vance"), "{agenda}");
    let without = folder.texts();
    // It comes,
    folder.write("people/Paul Vance.md", PAUL);
    let agenda = folder.build(TODAY);
    assert!(!agenda.contains("no address for"), "{agenda}");
    assert_eq!(to(&folder), "Paul Vance <paul@acme.example>");
    // it changes,
    folder.edit("people/Paul Vance.md", "paul@", "p.vance@");
    folder.build(TODAY);
    assert_eq!(to(&folder), "Paul Vance <p.vance@acme.example>");
    // it gets another name,
    folder.write("people/P. Vance.md", folder.read("people/Paul Vance.md"));
    folder.remove("people/Paul Vance.md");
    assert!(folder.build(TODAY).contains("no address for Paul Vance"));
    // it becomes a note of its own,
    folder.write("Paul Vance.md", PAUL);
    assert!(!folder.build(TODAY).contains("no address for Paul Vance"));
    folder.edit("Paul Vance.md", "email", "company: Beta\ndate: 2026-03-02\nemail");
    let agenda = folder.build(TODAY);
    assert!(agenda.contains("no address for Paul Vance") && agenda.contains("Beta"), "{agenda}");
    // and is none again.
    folder.edit("Paul Vance.md", "company: Beta\ndate: 2026-03-02\n", "");
    let agenda = folder.build(TODAY);
    assert!(!agenda.contains("no address for Paul Vance") && !agenda.contains("Beta"), "{agenda}");
    // Without it all is as it was.
    folder.remove("Paul Vance.md");
    folder.remove("people/P. Vance.md");
    folder.build(TODAY);
    assert_eq!(folder.texts(), without);
}

#[test]
fn an_edited_draft_stays_as_it_is() {
    let folder = with(&[("Paul Vance.md", PAUL)]);
    folder.build(TODAY);
    folder.edit(DRAFT, "Hi Paul,", "Dear Paul,");
    let edited = folder.read(DRAFT);
    folder.edit("Paul Vance.md", "paul@", "p.vance@");
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), edited);
    folder.remove("Paul Vance.md");
    folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), edited);
}

#[test]
fn of_two_files_of_a_name_none_counts() {
    let folder = with(&[("people/Paul Vance.md", PAUL)]);
    folder.build(TODAY);
    assert_eq!(to(&folder), "Paul Vance <paul@acme.example>");
    folder.write("old/paul vance.md", PAUL.replace("paul@", "vance@"));
    let agenda = folder.build(TODAY);
    assert!(agenda.contains("no address for Paul Vance"), "{agenda}");
    let ran = folder.run_on(TODAY, "check a.md");
    assert_eq!(ran.code, 1, "{ran:?}");
    let said = "`[[Paul Vance]]` could mean old/paul vance.md or people/Paul Vance.md";
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
    let help = "write `[[old/paul vance|Paul Vance]]` or `[[people/Paul Vance]]`";
    assert!(ran.stdout.contains(help), "{}", ran.stdout);
    // The line to write works.
    folder.edit("a.md", "[[Paul Vance]]", "[[old/paul vance|Paul Vance]]");
    folder.build(TODAY);
    assert_eq!(to(&folder), "Paul Vance <vance@acme.example>");
    assert_eq!(folder.run_on(TODAY, "check").code, 0);
    // One in the root is no better than another.
    folder.edit("a.md", "[[old/paul vance|Paul Vance]]", "[[Paul Vance]]");
    folder.remove("old/paul vance.md");
    folder.write("Paul Vance.md", PAUL.replace("paul@", "root@"));
    let ran = folder.run_on(TODAY, "check");
    assert!(ran.stdout.contains("write `[[/Paul Vance]]` or `[[people/Paul Vance]]`"), "{ran:?}");
    folder.edit("a.md", "[[Paul Vance]]", "[[/Paul Vance]]");
    folder.build(TODAY);
    assert_eq!(to(&folder), "Paul Vance <root@acme.example>");
}

#[test]
fn files_that_differ_in_their_spelling_alone_have_to_be_renamed() {
    let folder = journal(&[
        ("a.md", &*note("interviewers: [\"[[José Ek]]\"]")),
        ("José Ek.md", PAUL),
        ("Jose\u{301} Ek.md", PAUL),
    ]);
    let ran = folder.run_on(TODAY, "check");
    assert!(ran.stdout.contains("unclear-link"), "{ran:?}");
    assert!(ran.stdout.contains("rename all of these files but one"), "{ran:?}");
}

#[test]
fn two_people_of_a_name_may_meet_in_one_note() {
    let folder = journal(&[
        ("a.md", &*note("interviewers: [\"[[acme/Paul Vance]]\", \"[[talent/Paul Vance]]\"]")),
        ("acme/Paul Vance.md", PAUL),
        ("talent/Paul Vance.md", &PAUL.replace("acme", "talent")),
    ]);
    let agenda = folder.agenda(TODAY);
    let both = ["Paul Vance <paul@acme.example>", "Paul Vance <paul@talent.example>"];
    assert_eq!(thanked(&agenda), both);
    assert_eq!(problems_of(&agenda), Vec::<String>::new());
}

#[test]
fn a_bad_value_is_reported_where_it_stands_if_a_note_needs_it() {
    #[rustfmt::skip]
    let rows = [
        // the file | the problem
        ("email: paul@acme",                     "invalid-address Paul Vance.md:2:8"),
        ("email: [a@x.example, b@x.example]",    "wrong-type Paul Vance.md:2:8"),
        ("email: \"Paul\" <paul@acme.example>",  "unreadable-value Paul Vance.md:2:8"),
        ("{email: a: b}",                        "invalid-yaml Paul Vance.md:2:10"),
    ];
    for (line, problem) in rows {
        let text = format!("---\n{line}\n---\n# Paul Vance\n");
        let folder = with(&[("Paul Vance.md", &text)]);
        assert_eq!(problems_of(&folder.agenda(TODAY)), [problem], "{line}");
        let ran = folder.run_words_on(TODAY, &["check", "Paul Vance.md"]);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(folder.build(TODAY).contains("[Paul Vance.md:2]"), "{}", folder.read(AGENDA));
        // Without a note that links to it, or one that has an address itself, nobody asks for it.
        folder.edit("a.md", "[[Paul Vance]]", "[[Paul Vance]] <pv@acme.example>");
        assert_eq!(problems_of(&folder.agenda(TODAY)), Vec::<String>::new(), "{line}");
        folder.remove("a.md");
        assert_eq!(problems_of(&folder.agenda(TODAY)), Vec::<String>::new(), "{line}");
    }
    // One bad value costs that value alone.
    let text = "---\ntitle: Re: nothing\nemail: paul@acme.example\n---\n";
    let agenda = with(&[("Paul Vance.md", text)]).agenda(TODAY);
    assert_eq!(problems_of(&agenda), ["unreadable-value Paul Vance.md:2:8"]);
    assert_eq!(thanked(&agenda), ["Paul Vance <paul@acme.example>"]);
}

#[test]
fn a_closed_process_asks_for_nothing_in_the_files_of_its_people() {
    let folder = with(&[("Paul Vance.md", "---\nemail: paul\n---\n")]);
    assert_eq!(problems_of(&folder.agenda(TODAY)).len(), 1);
    folder.edit(
        "a.md",
        "interviewers",
        "outcome: rejected\noutcome_date: 2026-03-03\ninterviewers",
    );
    assert_eq!(problems_of(&folder.agenda("2026-09-01")), Vec::<String>::new());
}

#[test]
fn show_and_mail_know_the_address() {
    let folder = with(&[("Paul Vance.md", PAUL)]);
    folder.build(TODAY);
    let ran = folder.run_on(TODAY, "show paul thank");
    assert!(ran.stdout.contains("paul@acme.example"), "{ran:?}");
    let ran = folder.run_on(TODAY, "mail paul thank --print --anyway");
    assert!(ran.stdout.starts_with("mailto:paul@acme.example"), "{ran:?}");
}

#[test]
fn what_is_recorded_leaves_the_link_as_it_is() {
    let folder = with(&[("Paul Vance.md", PAUL)]);
    folder.build(TODAY);
    let agenda = folder.read(AGENDA);
    folder.write(
        AGENDA,
        agenda.replacen("- [ ] **Thank Paul Vance**", "- [x] **Thank Paul Vance**", 1),
    );
    folder.build(TODAY);
    let text = folder.read("a.md");
    assert!(text.contains("[[Paul Vance]]") && !text.contains('@'), "{text}");
    assert!(text.contains("thank-you/paul-vance: done 2026-03-03"), "{text}");
    // The address is in the record of what was sent, whatever becomes of the file.
    folder.edit("Paul Vance.md", "paul@", "p.vance@");
    folder.build(TODAY);
    assert_eq!(to(&folder), "Paul Vance <paul@acme.example>");
}

#[test]
fn the_next_round_keeps_the_link() {
    let folder = journal(&[
        ("a.md", &*note("interviewers: [\"[[people/Paul Vance|Paul]]\"]\nrecruiter: [[Sam Lee]]")),
        ("people/Paul Vance.md", PAUL),
    ]);
    let ran = folder.run_on(TODAY, "new --from a.md --date 2026-03-09");
    assert_eq!(ran.code, 0, "{ran:?}");
    let text = folder.read("2026-03-09-acme.md");
    assert!(text.contains("\n  - \"[[people/Paul Vance|Paul]]\"\n"), "{text}");
    assert!(text.contains("\nrecruiter: \"[[Sam Lee]]\"\n"), "{text}");
    assert!(text.contains("## Say to Paul\n"), "{text}");
    // Only the address that nobody knows is asked for.
    assert!(!text.contains("address of Paul"), "{text}");
}

#[test]
fn who_told_the_news_may_be_a_link() {
    let folder = with(&[("Paul Vance.md", PAUL)]);
    for (from, written) in [("paul", "[[Paul Vance]]"), ("[[Dana Ray]]", "[[Dana Ray]]")] {
        let ran = folder.run_words_on(TODAY, &["heard", "acme", "rejected", "--from", from]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let text = folder.read("a.md");
        assert!(text.contains(&format!("contact: \"{written}\"\n")), "{text}");
    }
}

#[test]
fn the_survey_counts_contacts() {
    let folder = with(&[("Paul Vance.md", PAUL), ("Ida.md", "---\ntags: [person]\n---\n")]);
    let ran = folder.run_on(TODAY, "check");
    assert!(ran.stdout.contains("read as: 1 note, 2 contacts\n"), "{}", ran.stdout);
}
