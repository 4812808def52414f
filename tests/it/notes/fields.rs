//! Fields and files in many forms: names, outcomes, values, line ends, and keys of the user's own.

use journal::unstable::{Mapping, Note, Parsed, parse, parse_date};

use super::{NONE, TWO_DAYS_LATER, agenda, agenda_of, followups, ids, problems, thanked};
use crate::support::{journal, note};

#[test]
fn a_field_goes_by_its_other_names() {
    for name in ["role", "position", "title", "Role", "POSITION", "Job Title", "jobTitle"] {
        let agenda = agenda_of(&format!("{name}: Backend engineer"));
        assert_eq!(agenda["waiting"][0]["role"], "Backend engineer", "{name}");
    }
    for name in ["interviewers", "interviewer", "Interviewers", "panel", "Attendees"] {
        assert_eq!(thanked(&agenda_of(&format!("{name}: Jane Doe"))), ["Jane Doe"], "{name}");
    }
    for name in ["outcome", "status", "Status", "result"] {
        let agenda = agenda_of(&format!("{name}: rejected\noutcome_date: 2026-03-11"));
        assert_eq!(ids(&agenda, "rejection-thanks"), ["rejection-thanks"], "{name}");
    }
    for keys in [
        "employer: Acme\ninterview_date: 2026-03-10",
        "Organisation: Acme\nDate of Interview: 2026-03-10",
        "organization: Acme\nwhen: 10 March 2026",
        "Company: Acme\ninterviewDate: Tue 10 Mar 2026",
    ] {
        let agenda = agenda(&format!("---\n{keys}\nstage: screen\n---\n"));
        assert_eq!(agenda["waiting"][0]["interviewed"], "2026-03-10", "{keys}");
    }
    for key in ["applied", "date_applied", "Application Date", "appliedAt"] {
        let agenda = agenda(&format!("---\nemployer: Acme\n{key}: 2026-03-10\n---\n"));
        assert_eq!(agenda["processes"][0]["since"], "2026-03-10", "{key}");
    }
    // The field's own name goes first.
    let all = agenda_of("title: Notes\nposition: Editor\nrole: Backend engineer");
    assert_eq!(all["waiting"][0]["role"], "Backend engineer");
    for keys in ["Company: Acme\nDate: 2026-03-10", "COMPANY: Acme\ndate: 2026-03-10"] {
        let agenda = agenda(&format!("---\n{keys}\nDecision-Window: 3 days\nalso met: Kim\n---\n"));
        assert_eq!(agenda["waiting"][0]["decision_date"], "2026-03-13", "{keys}");
        assert_eq!(ids(&agenda, "team-thanks"), ["team-thanks/kim"], "{keys}");
    }
}

#[test]
fn outcomes_are_read_in_peoples_words() {
    let rows: &[(&str, &[&str])] = &[
        // the follow-up that shows the outcome | words for the outcome
        ("", &["pending", "Pending", "PENDING", "waiting", "Waiting", "waiting to hear"]),
        ("", &["screening", "Phone Screen", "recruiter screen", "technical", "Onsite", "OA"]),
        ("", &["take-home", "under review", "shortlisted", "2nd interview", "🟢 Interview"]),
        ("", &["completed", "on hold", "wishlist", "coding challenge", "case study"]),
        ("", &["references", "reference check", "Reference checks", "background check"]),
        (
            "next-round",
            &[
                "more_interviews",
                "more interviews",
                "More-Interviews",
                "moved to next round",
                "Moved to Next Round",
                "moved-to-next-round",
                "moved  to\u{a0}next   round",
                "next round",
            ],
        ),
        (
            "hiring-manager",
            &[
                "hiring_manager",
                "Hiring Manager",
                "hiring-manager",
                "HM chat",
                "hm_chat",
                "HM-Chat",
            ],
        ),
        ("offer-thanks", &["offer", "Offer", "OFFER", " offer ", "negotiating", "🎉 Offer!"]),
        ("acceptance", &["accepted", "Accepted"]),
        ("decline", &["declined", "Declined"]),
        (
            "rejection-thanks",
            &[
                "rejected",
                "REJECTED",
                "no offer",
                "No Offer",
                "no-offer",
                "no_offer",
                "NO  OFFER",
                "not selected",
                "Not-Selected",
                "not_selected",
                "offer rescinded",
                "they declined",
                "declined by company",
                "Position filled",
                "role filled",
                "position closed",
                "role closed",
            ],
        ),
        ("withdrawal", &["withdrawn", "Withdrawn", "withdrew"]),
        ("none", &["no_response", "no response", "No-Response", "ghosted", "Ghosted", "GHOSTED"]),
        ("none", &["closed", "❌ Closed", "dead", "archived"]),
        ("none", &["applied", "submitted", "cancelled", "Canceled"]),
    ];
    const WORD: [&str; 7] = [
        "next-round",
        "hiring-manager",
        "offer-thanks",
        "acceptance",
        "decline",
        "rejection-thanks",
        "withdrawal",
    ];
    for (kind, words) in rows {
        for word in *words {
            let agenda = agenda_of(&format!("outcome: \"{word}\"\noutcome_date: 2026-03-11"));
            let kinds: Vec<_> =
                WORD.into_iter().filter(|kind| !ids(&agenda, kind).is_empty()).collect();
            let expected: Vec<_> = WORD.into_iter().filter(|known| known == kind).collect();
            assert_eq!(kinds, expected, "{word:?}");
            let waits = !agenda["waiting"].as_array().unwrap().is_empty();
            assert_eq!(waits, kind.is_empty(), "{word:?}");
            assert_eq!(problems(&agenda), NONE, "{word:?}");
        }
    }
    // The day may stand behind the word.
    for word in ["Offer 12 March", "offer (on 2026-03-12)"] {
        let agenda = agenda_of(&format!("outcome: {word}"));
        assert_eq!(agenda["processes"][0]["since"], "2026-03-12", "{agenda}");
        assert_eq!(problems(&agenda), NONE, "{word}");
    }
    assert_eq!(problems(&agenda_of("outcome: offer 2")), ["unknown-outcome 4:10"]);
    for lines in ["", "outcome:", "outcome: \"\"", "outcome: ~", "status: # soon"] {
        assert_eq!(agenda_of(lines)["waiting"][0]["note"], "a.md", "{lines}");
    }
}

#[test]
fn a_word_for_what_became_of_it_is_the_outcome_also_under_stage() {
    let rows = [
        // the lines | a follow-up that shows what counts
        ("stage: Rejected", "rejection-thanks"),
        ("Stage: 💀 Rejected", "rejection-thanks"),
        ("round: rejected\noutcome:", "rejection-thanks"),
        ("stage: Offer", "offer-thanks"),
        ("stage: Declined", "decline"),
        ("stage: Accepted", "acceptance"),
        ("stage: withdrawn", "withdrawal"),
        // Their own word for it goes first, and a round keeps its name.
        ("stage: rejected\nstatus: offer", "offer-thanks"),
        ("stage: final round", "status-check"),
        ("stage: hiring manager", "status-check"),
        ("stage: onsite\nstatus: rejected", "rejection-thanks"),
    ];
    for (lines, kind) in rows {
        let agenda = agenda_of(&format!("{lines}\ninterviewers: [Jane Doe <jane@acme.example>]"));
        let others = ["rejection-thanks", "offer-thanks", "decline", "acceptance", "withdrawal"];
        for other in others.iter().chain(&["status-check"]) {
            assert_eq!(!ids(&agenda, other).is_empty(), *other == kind, "{lines}: {other}");
        }
    }
    for word in ["Ghosted", "👻 ghosted"] {
        let agenda = agenda_of(&format!("stage: {word}\ninterviewers: [Jane Doe]"));
        assert_eq!(ids(&agenda, "status-check"), NONE, "{word}");
    }
}

#[test]
fn a_file_about_a_person_or_a_company_is_no_note() {
    for head in [
        "name: Jane Doe\nemail: jane@acme.example\ncompany: Acme",
        "email: jane@acme.example\norganization: Acme\nphone: 1",
        "employer: Acme\nsize: 200",
    ] {
        let agenda = agenda(&format!("---\n{head}\n---\n"));
        assert_eq!(problems(&agenda), NONE, "{head}");
        assert_eq!(agenda["processes"].as_array().unwrap().len(), 0, "{head}");
    }
}

#[test]
fn a_job_that_is_only_thought_of_is_no_note() {
    for word in ["wishlist", "Researching", "⭐ Wishlist", "saved"] {
        let agenda = agenda(&format!("---\ncompany: Acme\nrole: Dev\nstatus: {word}\n---\n"));
        assert_eq!(problems(&agenda), NONE, "{word}");
        assert_eq!(agenda["processes"].as_array().unwrap().len(), 0, "{word}");
    }
    // Somebody says yes and no.
    let agenda = agenda_of("status: passed");
    assert_eq!(problems(&agenda), ["unknown-outcome 4:9"]);
}

#[test]
fn an_editors_way_with_files_is_no_matter() {
    let plain = note("date: 2026-03-10; interviewers: [Jane Doe]") + "# Onsite\n";
    let texts = [
        plain.clone(),
        plain.replace('\n', "\r\n"),
        format!("\u{feff}{plain}"),
        format!("\u{feff}{}", plain.replace('\n', "\r\n")),
        format!("\n{plain}"),
        format!("\r\n  \r\n{plain}"),
        format!("\u{feff}\n{plain}"),
        plain.replace("---\n#", "...\n#"),
        plain.replace("---\n", "---  \t\n"),
        plain.replace(": ", ":\t"),
        plain.replace("Acme", "Acme\t"),
        plain.replace("Acme", "Acme # the good one"),
        plain.replace("company", "# of March\ncompany"),
        plain.replace("company", "\n\ncompany"),
        plain.replace("Acme", "\"Acme\""),
        plain.replace("Acme", "'Acme'"),
        plain.replace("company: Acme\ndate: 2026-03-10", "date: 2026-03-10\ncompany: Acme"),
        plain.replace("2026-03-10", "\"2026-03-10\""),
        plain.replace("2026-03-10", "'2026-03-10' # a Tuesday"),
        plain.replace("company:", "\"company\":"),
        plain.trim_end().to_owned(),
        plain.replace("# Onsite\n", ""),
        plain.replace("\n---\n# Onsite\n", "\n---"),
        "---\n{company: Acme, date: 2026-03-10, interviewers: [Jane Doe]}\n---\n".to_owned(),
        plain.replace("# Onsite", "***\n---\ncompany: Other\n---"),
    ];
    for text in texts {
        let agenda = agenda(&text);
        assert_eq!(agenda["waiting"][0]["company"], "Acme", "{text:?}");
        assert_eq!(agenda["waiting"][0]["interviewed"], "2026-03-10", "{text:?}");
        assert_eq!(thanked(&agenda), ["Jane Doe"], "{text:?}");
        assert_eq!(problems(&agenda), NONE, "{text:?}");
    }
}

#[test]
fn a_value_is_the_text_that_was_written() {
    #[rustfmt::skip]
    let rows = [
        // as it is written | as it is read
        ("0123",                        "0123"),
        ("1.10",                        "1.10"),
        ("1_000",                       "1_000"),
        ("0x1F",                        "0x1F"),
        ("1e3",                         "1e3"),
        (".5",                          ".5"),
        ("12:30",                       "12:30"),
        ("2026-03-02",                  "2026-03-02"),
        ("true",                        "true"),
        ("No",                          "No"),
        ("\"Acme: Robotics\"",          "Acme: Robotics"),
        ("'It''s #1'",                  "It's #1"),
        ("\"caf\\u00e9\"",              "café"),
        ("\"~\"",                       "~"),
        ("Acme   &  Sons",              "Acme & Sons"),
        ("Acme #1",                     "Acme"),
        ("Acme#1",                      "Acme#1"),
        (">-\n  Acme\n  Robotics",      "Acme Robotics"),
        ("|\n  Acme\n  Robotics",       "Acme Robotics"),
        ("Acme\n  Robotics",            "Acme Robotics"),
        ("\"[[Acme Robotics]]\"",       "Acme Robotics"),
        ("[[Companies/Acme Robotics]]", "Acme Robotics"),
        ("!!str 0123",                  "0123"),
    ];
    for (written, expected) in rows {
        let agenda = agenda(&note(&format!("company: {written}\ndate: 2026-03-10")));
        assert_eq!(agenda["waiting"][0]["company"], expected, "company: {written}");
        let agenda = agenda_of(&format!("role: {written}"));
        assert_eq!(agenda["waiting"][0]["role"], expected, "role: {written}");
    }
}

#[test]
fn the_users_own_keys_pass() {
    for lines in [
        "tags: [interview, onsite]",
        "salary: {from: 1, to: [2, 3]}",
        "cssclasses:\n  - wide",
        "rating: !!int 5",
        "colour: !custom red",
        "aliases: &names [x]\nmore: *names",
        "Überschrift: ja",
        "\"a key: with a colon\": x",
        "tags: a\ntags: b",
        "1: one",
        "? [a, b]\n: c",
        "created: 2026-99-99",
        "email: nobody",
    ] {
        let agenda = agenda_of(&format!("{lines}\ninterviewers: [Jane Doe]"));
        assert_eq!(problems(&agenda), NONE, "{lines}");
        assert_eq!(thanked(&agenda), ["Jane Doe"], "{lines}");
    }
}

#[test]
fn files_that_are_no_notes_pass_in_silence() {
    for text in [
        "# A page\n",
        "",
        "---\n",
        "---\ntitle: A page\ntags: [x]\n---\n",
        "---\ntitle: [unclosed\n---\n",
        "A text\n\n---\n\ncompany: Acme\n\n---\n",
        "---\n- a\n- b\n---\n",
        "----\ncompany: Acme\n----\n",
    ] {
        let agenda = agenda(text);
        assert_eq!(
            (followups(&agenda).len(), problems(&agenda).len()),
            (0, 0),
            "{text:?}: {agenda}"
        );
    }
    for field in ["interviewers: [Jane]", "decision_window: 1 week", "outcome: pending"] {
        let agenda = agenda(&format!("---\ntitle: A page\n{field}\n---\n"));
        assert_eq!(problems(&agenda), ["missing-company 2:1"], "{field}");
    }
}

#[test]
fn a_page_with_a_status_is_no_note() {
    let agenda = agenda("---\ntitle: My page\nstatus: published\n---\n");
    assert_eq!(problems(&agenda), NONE);
}

#[test]
fn company_and_role_make_a_process_whatever_their_case_and_spaces() {
    let first = note("company: Acme Robotics; role: Backend engineer; date: 2026-03-02");
    let same = [
        ("Acme Robotics", "Backend engineer"),
        ("ACME ROBOTICS", "backend Engineer"),
        ("\"  acme   robotics \"", "Backend  engineer"),
        ("\"Acme\u{a0}Robotics\"", "\"[[Backend engineer]]\""),
        // Without a role it belongs to the company's one open process.
        ("Acme Robotics", ""),
    ];
    let other = [("Acme", "Backend engineer"), ("Acme Robotics", "Frontend engineer")];
    let both = |company: &str, role: &str, day: &str| {
        let second = note(&format!("company: {company}\nrole: {role}\ndate: {day}"));
        let folder = journal(&[("b.md", &first), ("a.md", &second)]);
        let agenda = folder.agenda(TWO_DAYS_LATER);
        let waiting = agenda["waiting"].as_array().unwrap().iter();
        let mut notes: Vec<_> =
            waiting.map(|one| one["note"].as_str().unwrap().to_owned()).collect();
        notes.sort();
        notes
    };
    for (company, role) in same {
        assert_eq!(both(company, role, "2026-03-10"), ["a.md"], "{company}, {role}");
        // The latest by its date, not by its name.
        assert_eq!(both(company, role, "2026-02-20"), ["b.md"], "{company}, {role}");
    }
    for (company, role) in other {
        assert_eq!(both(company, role, "2026-03-10"), ["a.md", "b.md"], "{company}, {role}");
    }
}

/// The note with these lines, read on its own.
fn read(lines: &str) -> Note {
    let parsed = parse("a.md", &note(lines), &Mapping::default(), &mut Vec::new());
    let Parsed::Note(note) = parsed else { panic!("{parsed:?}: {lines}") };
    *note
}

#[test]
fn an_application_is_a_note_without_a_date() {
    #[rustfmt::skip]
    let cases = [
        // the lines | its outcome | the problems
        ("applied: 2026-02-20",                         "applied",  &NONE[..]),
        ("applied: 20 Feb 2026\noutcome: pending",      "applied",  &NONE),
        ("outcome: applied",                            "applied",  &NONE),
        ("status: Application sent",                    "applied",  &NONE),
        ("date: 2026-03-02\nstatus: applied",           "applied",  &NONE),
        ("date: 2026-03-02\napplied: 2026-02-20",       "",         &NONE),
        ("applied: 2026-02-20\noutcome: rejected\noutcome_date: 2026-03-01",
                                                        "rejected", &NONE),
        ("applied: soon",                               "applied",  &["invalid-date 3:10"]),
        ("outcome: pending",                            "pending",  &["missing-date 2:1"]),
    ];
    for (lines, outcome, problems_found) in cases {
        let text = format!("---\ncompany: Acme\n{lines}\n---\n");
        let Parsed::Note(note) = parse("a.md", &text, &Mapping::default(), &mut Vec::new()) else {
            panic!("{lines}")
        };
        assert_eq!(note.outcome.value().map_or("", |outcome| outcome.as_str()), outcome, "{lines}");
        let agenda = agenda(&text);
        assert_eq!(problems(&agenda), problems_found, "{lines}");
        if outcome == "applied" {
            let mut followups = followups(&agenda).iter();
            assert!(followups.all(|followup| followup["status"] == "void"), "{lines}: {agenda}");
        }
    }
}

#[test]
fn the_next_action_has_words_and_perhaps_a_day() {
    let day = |text| parse_date(text);
    #[rustfmt::skip]
    let cases = [
        // the lines | the words and the day
        ("next_action: Call Dana\nnext_action_date: 2026-03-06", Some(("Call Dana", day("2026-03-06")))),
        ("next_step: Call Dana\nfollow_up: Fri 6 March 2026",    Some(("Call Dana", day("2026-03-06")))),
        ("Next Step: Call Dana\nNext Follow-Up: 2026-03-06",     Some(("Call Dana", day("2026-03-06")))),
        ("next_action: Call Dana",                               Some(("Call Dana", None))),
        ("next_action: Call Dana\nfollow_up: soon",              Some(("Call Dana", None))),
        ("next_action:\nnext_action_date: 2026-03-06",           None),
        ("follow_up: 2026-03-06",                                None),
    ];
    for (lines, expected) in cases {
        let found = read(lines).next_action;
        assert_eq!(found, expected.map(|(words, day)| (words.to_owned(), day)), "{lines}");
    }
}

#[test]
fn a_next_action_may_come_before_the_interview() {
    for day in ["2026-03-09", "2026-03-10"] {
        let agenda = agenda_of(&format!("next_action: Read up\nnext_action_date: {day}"));
        assert_eq!(problems(&agenda), NONE, "{day}");
        assert_eq!(agenda["tasks"][0]["due"], day);
    }
}

#[test]
fn people_are_called_as_they_like_and_may_have_a_postal_address() {
    let lines = "interviewers: [{name: Dr. Robert Zoellner, call: Bob, post: \"1 Main St, Rye\"}]";
    let note = read(lines);
    let bob = &note.interviewers[0];
    assert_eq!((&*bob.first_name(), bob.post.as_deref()), ("Bob", Some("1 Main St, Rye")));
    assert_eq!(problems(&agenda_of(lines)), NONE);
}

#[test]
fn tasks_have_their_days_from_the_interview_on() {
    let lines = "date: 2026-03-02";
    let text = note(lines) + "\n- [ ] Read the terms (due 6 March)\n- [ ] Call 📅 2026-03-09\n";
    let Parsed::Note(note) = parse("a.md", &text, &Mapping::default(), &mut Vec::new()) else {
        panic!()
    };
    let tasks: Vec<_> = note.body.tasks().iter().map(|one| (&*one.text, one.due)).collect();
    let expected =
        [("Read the terms", parse_date("2026-03-06")), ("Call", parse_date("2026-03-09"))];
    assert_eq!(tasks, expected);
}
