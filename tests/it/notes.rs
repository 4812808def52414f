//! Notes in the forms in which people write them: what is read, and where a problem is told.

use serde_json::Value;

use crate::support::{journal, note, problems_of};

/// Two days after the interviews.
const TWO_DAYS_LATER: &str = "2026-03-12";

/// The agenda of one note, `a.md`.
fn agenda(text: &str) -> Value {
    journal(&[("a.md", text)]).agenda(TWO_DAYS_LATER)
}

/// The agenda of a note with these lines and a company and a date.
fn agenda_of(lines: &str) -> Value {
    agenda(&note(&format!("date: 2026-03-10\n{lines}")))
}

fn followups(agenda: &Value) -> &[Value] {
    agenda["followups"].as_array().unwrap()
}

/// The ids of all follow-ups of a kind that count, without the note's name.
fn ids(agenda: &Value, kind: &str) -> Vec<String> {
    let of_kind = followups(agenda)
        .iter()
        .filter(|followup| followup["kind"] == kind && followup["status"] != "void");
    let mut ids: Vec<_> =
        of_kind.map(|followup| followup["id"].as_str().unwrap().replacen("a/", "", 1)).collect();
    ids.sort();
    ids
}

/// Whom the thank-yous go to, as `Name <address>`.
fn thanked(agenda: &Value) -> Vec<String> {
    let thanks = followups(agenda).iter().filter(|followup| followup["kind"] == "thank-you");
    thanks.map(|followup| person(&followup["person"])).collect()
}

fn person(person: &Value) -> String {
    let name = person["name"].as_str().unwrap();
    person["email"].as_str().map_or(name.to_owned(), |email| format!("{name} <{email}>"))
}

/// Every problem as `code line:column`.
fn problems(agenda: &Value) -> Vec<String> {
    problems_of(agenda).iter().map(|problem| problem.replacen(" a.md:", " ", 1)).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn a_field_goes_by_its_other_names() {
    for name in ["role", "position", "title", "Role", "POSITION"] {
        let agenda = agenda_of(&format!("{name}: Backend engineer"));
        assert_eq!(agenda["waiting"][0]["role"], "Backend engineer", "{name}");
    }
    for name in ["interviewers", "interviewer", "Interviewers"] {
        assert_eq!(thanked(&agenda_of(&format!("{name}: Jane Doe"))), ["Jane Doe"], "{name}");
    }
    for name in ["outcome", "status", "Status"] {
        let agenda = agenda_of(&format!("{name}: rejected\noutcome_date: 2026-03-11"));
        assert_eq!(ids(&agenda, "rejection-thanks"), ["rejection-thanks"], "{name}");
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
fn a_person_is_written_in_many_ways() {
    let jane = "Jane Doe <jane@acme.example>";
    let rows: &[(&str, &[&str])] = &[
        ("interviewers: Jane Doe", &["Jane Doe"]),
        ("interviewers: [Jane Doe]", &["Jane Doe"]),
        ("interviewers:\n  - Jane Doe\n  - Ravi Patel", &["Jane Doe", "Ravi Patel"]),
        ("interviewers:\n- Jane Doe", &["Jane Doe"]),
        ("interviewers: Jane Doe <jane@acme.example>", &[jane]),
        ("interviewers: [\"Jane Doe <jane@acme.example>\"]", &[jane]),
        ("interviewers: ['\"Jane Doe\" <jane@acme.example>']", &[jane]),
        ("interviewers: {name: Jane Doe, email: jane@acme.example}", &[jane]),
        ("interviewers: [{email: jane@acme.example, name: Jane Doe}]", &[jane]),
        (
            "interviewers:\n  - name: Jane Doe\n    email: jane@acme.example\n    title: CTO",
            &[jane],
        ),
        ("interviewers:\n  - name: Jane Doe <jane@acme.example>", &[jane]),
        ("interviewers: [{name: Jane Doe, email: <jane@acme.example>}]", &[jane]),
        ("interviewers: [{name: Jane Doe, email: }]", &["Jane Doe"]),
        ("interviewers: \"[[Jane Doe]]\"", &["Jane Doe"]),
        ("interviewers: [[Jane Doe]]", &["Jane Doe"]),
        ("interviewers: [\"[[Jane Doe]]\", \"[[Ravi Patel]]\"]", &["Jane Doe", "Ravi Patel"]),
        ("interviewers: [[[Jane Doe]], [[Ravi Patel]]]", &["Jane Doe", "Ravi Patel"]),
        ("interviewers:\n  - \"[[Jane Doe]]\"\n  - '[[Ravi Patel]]'", &["Jane Doe", "Ravi Patel"]),
        ("interviewers:\n  - [[Jane Doe]]\n  - [[Ravi Patel]]", &["Jane Doe", "Ravi Patel"]),
        ("interviewers: \"[[People/Jane Doe]]\"", &["Jane Doe"]),
        ("interviewers: [[People/Jane Doe]]", &["Jane Doe"]),
        ("interviewers: \"[[People/jd|Jane Doe]]\"", &["Jane Doe"]),
        ("interviewers: [[People/jd|Jane Doe]]", &["Jane Doe"]),
        ("interviewers: \"[[Jane Doe]] <jane@acme.example>\"", &[jane]),
        ("interviewers: [{name: \"[[Jane Doe]]\", email: jane@acme.example}]", &[jane]),
        ("interviewers: [{name: [[Jane Doe]], email: jane@acme.example}]", &[jane]),
        ("interviewers: [Doña Núñez, 山田 太郎]", &["Doña Núñez", "山田 太郎"]),
        ("interviewers: [Martin King, Jr.]", &["Martin King", "Jr."]),
        ("interviewers: [\"Martin King, Jr.\"]", &["Martin King, Jr."]),
        ("interviewers: []", &[]),
        ("interviewers:", &[]),
        ("interviewers: [Jane Doe, ]", &["Jane Doe"]),
    ];
    for (lines, expected) in rows {
        let agenda = agenda_of(lines);
        assert_eq!(thanked(&agenda), *expected, "{lines}");
        assert_eq!(problems(&agenda), NONE, "{lines}");
    }
}

#[test]
fn every_person_of_a_note_is_read_alike() {
    let rows = [
        ("recruiter", "recruiter-thanks"),
        ("also_met", "team-thanks"),
        ("contact", "acceptance"),
        ("manager", "manager-thanks"),
    ];
    for (field, kind) in rows {
        for form in [
            "Jo Ek <jo@acme.example>",
            "{name: Jo Ek, email: jo@acme.example}",
            "\"[[Jo Ek]] <jo@acme.example>\"",
        ] {
            let accepted = "outcome: accepted\noutcome_date: 2026-03-11\ninternal: true";
            let agenda = agenda_of(&format!("{accepted}\n{field}: {form}"));
            let followup = followups(&agenda).iter().find(|followup| followup["kind"] == kind);
            let followup = followup.unwrap_or_else(|| panic!("{kind}: {agenda}"));
            assert_eq!(person(&followup["person"]), "Jo Ek <jo@acme.example>", "{field}: {form}");
        }
    }
}

#[test]
fn a_wiki_link_with_a_path_can_have_an_address() {
    for link in ["[[People/Jane Doe]]", "[[People/jd|Jane Doe]]"] {
        let agenda = agenda_of(&format!("interviewers: \"{link} <jane@acme.example>\""));
        assert_eq!(thanked(&agenda), ["Jane Doe <jane@acme.example>"], "{link}");
    }
}

#[test]
fn several_wiki_links_in_one_text_are_not_one_person() {
    for names in
        ["[[People/Jane Doe]], [[People/Ravi Patel]]", "[[jd|Jane Doe]], [[rp|Ravi Patel]]"]
    {
        let agenda = agenda_of(&format!("interviewers: \"{names}\""));
        assert!(
            thanked(&agenda).len() == 2 || problems(&agenda) == ["several-people 4:15"],
            "{agenda}"
        );
    }
}

#[test]
fn what_says_that_there_is_nobody_names_nobody() {
    for nobody in ["TBD", "\"?\"", "none", "N/A", "\"-\"", "unknown", "{name: tba}"] {
        for (field, form) in [
            ("interviewers", format!("[{nobody}]")),
            ("interviewers", nobody.to_owned()),
            ("recruiter", nobody.to_owned()),
            ("recruiter", format!("[{nobody}]")),
        ] {
            let agenda = agenda_of(&format!("{field}: {form}"));
            assert_eq!(problems(&agenda), NONE, "{field}: {form}");
            let people = followups(&agenda).iter().map(|followup| &followup["person"]);
            assert!(people.clone().all(Value::is_null), "{field}: {form}: {agenda}");
        }
        let email = if nobody.starts_with('{') { "TBC" } else { nobody };
        let agenda = agenda_of(&format!("interviewers: [{{name: Jane Doe, email: {email}}}]"));
        assert_eq!((thanked(&agenda), problems(&agenda)), (vec!["Jane Doe".to_owned()], vec![]));
    }
}

#[test]
fn a_second_person_of_one_slug_gets_a_number() {
    let rows: &[(&str, &[&str])] = &[
        ("[Jane Doe, Jane Doe]", &["thank-you/jane-doe", "thank-you/jane-doe-2"]),
        ("[Jane Doe, JANE DOE]", &["thank-you/jane-doe", "thank-you/jane-doe-2"]),
        ("[José, Jose, jose]", &["thank-you/jose", "thank-you/jose-2", "thank-you/jose-3"]),
        ("[Jo, Jo 2, Jo]", &["thank-you/jo", "thank-you/jo-2", "thank-you/jo-3"]),
    ];
    for (names, expected) in rows {
        let agenda = agenda_of(&format!("interviewers: {names}"));
        assert_eq!(ids(&agenda, "thank-you"), *expected, "{names}");
    }
    let agenda = agenda_of("interviewers: [Jane Doe]\nalso_met: [Jane Doe]");
    assert_eq!(ids(&agenda, "thank-you"), ["thank-you/jane-doe"]);
    assert_eq!(ids(&agenda, "team-thanks"), ["team-thanks/jane-doe-2"]);
}

#[test]
fn outcomes_are_read_in_peoples_words() {
    let rows: &[(&str, &[&str])] = &[
        ("", &["pending", "Pending", "PENDING", "waiting", "Waiting", "waiting to hear"]),
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
        ("offer-thanks", &["offer", "Offer", "OFFER", " offer "]),
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
            ],
        ),
        ("withdrawal", &["withdrawn", "Withdrawn", "withdrew"]),
        ("none", &["no_response", "no response", "No-Response", "ghosted", "Ghosted", "GHOSTED"]),
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
    for lines in ["", "outcome:", "outcome: \"\"", "outcome: ~", "status: # soon"] {
        assert_eq!(agenda_of(lines)["waiting"][0]["note"], "a.md", "{lines}");
    }
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
    let rows = [
        ("0123", "0123"),
        ("1.10", "1.10"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        (".5", ".5"),
        ("12:30", "12:30"),
        ("2026-03-02", "2026-03-02"),
        ("true", "true"),
        ("No", "No"),
        ("\"Acme: Robotics\"", "Acme: Robotics"),
        ("'It''s #1'", "It's #1"),
        ("\"caf\\u00e9\"", "café"),
        ("\"~\"", "~"),
        ("Acme   &  Sons", "Acme & Sons"),
        ("Acme #1", "Acme"),
        ("Acme#1", "Acme#1"),
        (">-\n  Acme\n  Robotics", "Acme Robotics"),
        ("|\n  Acme\n  Robotics", "Acme Robotics"),
        ("Acme\n  Robotics", "Acme Robotics"),
        ("\"[[Acme Robotics]]\"", "Acme Robotics"),
        ("[[Companies/Acme Robotics]]", "Acme Robotics"),
        ("!!str 0123", "0123"),
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
fn what_is_no_note_passes_silently() {
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
    ];
    let other = [
        ("Acme", "Backend engineer"),
        ("Acme Robotics", "Frontend engineer"),
        ("Acme Robotics", ""),
    ];
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

#[test]
fn what_needs_a_bad_field_waits_and_the_rest_works() {
    const OFFER: &str = "outcome: offer\noutcome_date: 2026-03-11";
    const REJECTED: &str = "outcome: rejected\noutcome_date: 2026-03-11\ninternal: true";
    // Lines; the problem; a kind that waits; a kind that works.
    let rows: &[(&str, &str, &str, &str)] = &[
        (
            "outcome: dunno\noutcome_date: 2026-03-11",
            "unknown-outcome 4:10",
            "status-check",
            "thank-you",
        ),
        (
            "outcome: dunno\noutcome_date: 2026-03-11",
            "unknown-outcome 4:10",
            "value-add",
            "connect",
        ),
        (
            "outcome: [offer, accepted]\noutcome_date: 2026-03-11",
            "wrong-type 4:10",
            "acceptance",
            "thank-you",
        ),
        (
            "outcome: rejected\noutcome_date: last week",
            "invalid-date 5:15",
            "rejection-thanks",
            "thank-you",
        ),
        (
            &format!("{OFFER}\ndecide_by: soon"),
            "invalid-date 6:12",
            "offer-decision",
            "offer-thanks",
        ),
        (
            &format!("{REJECTED}\nstill_interested: perhaps"),
            "wrong-type 7:19",
            "feedback-request",
            "re-evaluate",
        ),
        ("recruiter: sam@acme.example", "wrong-type 4:12", "recruiter-thanks", "thank-you"),
        ("recruiter: Sam & Jo", "several-people 4:12", "status-check", "thank-you"),
        ("decision_window: [1, week]", "wrong-type 4:18", "status-check", "thank-you"),
        (
            "updates: [{date: soon, decision_window: 1 week}]",
            "invalid-date 4:18",
            "status-check",
            "thank-you",
        ),
        ("updates: [soon]", "wrong-type 4:11", "status-check", "thank-you"),
        ("followups: {connect/jane-doe: maybe}", "invalid-record 4:31", "connect", "thank-you"),
        (
            "outcome: offer\nstatus: offer\noutcome: accepted\noutcome_date: 2026-03-11",
            "duplicate-key 6:1",
            "offer-thanks",
            "thank-you",
        ),
    ];
    for (lines, problem, waits, works) in rows {
        let agenda = agenda_of(&format!("{lines}\ninterviewers: [Jane Doe <jane@acme.example>]"));
        assert_eq!(problems(&agenda), [*problem], "{lines}");
        assert_eq!(ids(&agenda, waits), NONE, "{lines}");
        assert_ne!(ids(&agenda, works), NONE, "{lines}");
    }
    // A note without a good day has what doesn't need it.
    for (date, problem) in [
        ("date: soon", "invalid-date 3:7"),
        ("date:", "missing-date 2:1"),
        ("", "missing-date 2:1"),
    ] {
        let text = format!(
            "---\ncompany: Acme\n{date}\nrecruiter: Sam\noutcome: rejected\noutcome_date: 2026-03-11\n---\n"
        );
        let agenda = agenda(&text);
        assert_eq!(problems(&agenda), [problem]);
        assert_eq!(ids(&agenda, "rejection-thanks"), ["rejection-thanks"], "{date}");
        assert_eq!(ids(&agenda, "recruiter-thanks"), NONE, "{date}");
    }
    // One bad person or address leaves the others, and the person, as they are.
    let agenda =
        agenda_of("interviewers: [Jane & Ravi, Kim Soto, {name: Lee, email: lee at acme}]");
    assert_eq!(problems(&agenda), ["several-people 4:16", "invalid-address 4:58"]);
    assert_eq!(thanked(&agenda), ["Kim Soto", "Lee"]);
    assert_eq!(
        ids(&agenda, "find-out"),
        ["find-out/contact/kim-soto", "find-out/contact/lee", "find-out/decision-window",]
    );
}

#[test]
fn a_bad_note_leaves_the_others_alone() {
    let good = note("company: Beta; date: 2026-03-10");
    for (text, problem) in [
        ("---\ncompany: [\n---\n", "invalid-yaml"),
        ("---\ncompany: Acme\n\tdate: 2026-03-10\n---\n", "invalid-yaml"),
        ("---\ncompany: Acme: Robotics\ndate: 2026-03-10\n---\n", "invalid-yaml"),
        ("---\ncompany: Acme\n--- # next\ndate: 2026-03-10\n---\n", "invalid-yaml"),
        ("---\ncompany: Acme\ndate: 2026-03-10\n", "unclosed-front-matter"),
        ("---\ncompany:\ndate: 2026-03-10\n---\n", "missing-company"),
        ("---\ncompany: [a, b]\ndate: 2026-03-10\n---\n", "wrong-type"),
        ("---\ncompany:\n  -\ndate: 2026-03-10\n---\n", "wrong-type"),
        ("---\ncompany: [\"\"]\ndate: 2026-03-10\n---\n", "wrong-type"),
        ("---\ncompany: *acme\ndate: 2026-03-10\n---\n", "unsupported-yaml"),
    ] {
        let folder = journal(&[("a.md", text), ("b.md", &good)]);
        let agenda = folder.agenda(TWO_DAYS_LATER);
        assert_eq!(agenda["problems"][0]["code"], problem, "{text:?}: {agenda}");
        assert_eq!(agenda["problems"].as_array().unwrap().len(), 1, "{text:?}: {agenda}");
        assert_eq!(agenda["problems"][0]["path"], "a.md");
        assert_eq!(agenda["waiting"][0]["company"], "Beta", "{text:?}");
        let ran = folder.run_on(TWO_DAYS_LATER, "build");
        assert!(ran.code == 0 && ran.stderr.contains("a.md:"), "{ran:?}");
        let page = folder.read("FOLLOWUPS.md");
        let (_, told) = page.split_once("## Problems").unwrap();
        assert!(told.contains(problem) && told.contains("a.md"), "{page}");
    }
}

/// Lines of a note from its third on, and the problems that they give.
const PLACES: &[(&str, &[&str])] = &[
    ("date: 2026-02-30", &["invalid-date 3:7"]),
    ("date:   \"2 March\"", &["invalid-date 3:9"]),
    ("outcome: 'who knows'\noutcome_date: 2026-03-11", &["unknown-outcome 3:10"]),
    ("\"outcome\" :  dunno # ?\noutcome_date: 2026-03-11", &["unknown-outcome 3:14"]),
    ("# a\n\n  # b\noutcome: dunno\noutcome_date: 2026-03-11", &["unknown-outcome 6:10"]),
    ("decision_window: soonish", &["unknown-window 3:18"]),
    ("decision_window: >-\n  soon\n  ish", &["unknown-window 4:3"]),
    (
        "interviewers:\n  - Jane\n  - name: Ravi\n    email: ravi at acme\n",
        &["invalid-address 6:12"],
    ),
    ("interviewers:\n- {name: Jané Dœ, email: jane}", &["invalid-address 4:26"]),
    ("interviewers: [Jane, Zoë & Ravi]", &["several-people 3:22"]),
    ("interviewers:\n  - email: jane@acme.example", &["wrong-type 4:5"]),
    ("interviewers:\n  - [Jane, Ravi]", &["wrong-type 4:5"]),
    ("also_met:\n  - Kim <kim>\n  - Lee <lee>", &["invalid-address 4:10", "invalid-address 5:10"]),
    ("recruiter: \"é sam <sam>\"", &["invalid-address 3:20"]),
    ("recruiter: \"Sam <\\x73am>\"", &["invalid-address 3:12"]),
    ("updates:\n  - {date: soon, decision_window: 1 week}", &["invalid-date 4:12"]),
    ("updates:\n  - date: 2026-03-11\n    decision_window: soonish", &["unknown-window 5:22"]),
    (
        "updates:\n  - {date: 2026-03-11, decision_window: 1 week}\n  - {date: 1 April, decision_window: ?}",
        &["invalid-date 5:12"],
    ),
    ("followups:\n  thank-you/jane: done\n", &["invalid-record 4:19"]),
    ("followups: {re-evaluate: done 2026-03-11, thank-you/jane: x}", &["invalid-record 3:59"]),
    ("followups:\n  - done", &["wrong-type 4:3"]),
    ("internal: perhaps", &["wrong-type 3:11"]),
    ("recruiter: {name: Sam, email: [x]}", &["wrong-type 3:31"]),
    ("recruiter: {name: Sam, agency: [x, y]}", &["wrong-type 3:32"]),
    ("interviewers:\n  - {name: Jane Doe, lead: perhaps}", &["wrong-type 4:28"]),
    ("interviewers:\n  - name: Jane Doe\n    title: [x, y]", &["wrong-type 5:12"]),
    ("outcome: offer\noutcome_date: 2026-03-09", &["before-interview 4:15"]),
    ("outcome: offer\noutcome_date: 2028-03-09", &[]),
    ("outcome: offer\noutcome_date: 2028-03-10", &["far-date 4:15"]),
    ("outcome: offer\noutcome_date: 2026-03-11\ndecide_by: 2025-03-30", &["before-interview 5:12"]),
    ("decision_window: by 2025-03-20", &["before-interview 3:18"]),
    ("decision_window: end of March 2062", &["far-date 3:18"]),
    ("decision_window: 24 months", &[]),
    (
        "updates: [{date: 2026-03-01}, {date: 2062-03-11, window: 2026-03-09}]",
        &["before-interview 3:18", "far-date 3:38", "before-interview 3:58"],
    ),
    ("outcome: offer\noutcome: pending\noutcome_date: 2026-03-11", &["duplicate-key 4:1"]),
    ("role: *x", &["unsupported-yaml 3:7"]),
    ("<<: {outcome: offer}", &["unsupported-yaml 3:1"]),
];

fn assert_places(form: impl Fn(&str) -> String) {
    for (lines, expected) in PLACES {
        let date = if lines.starts_with("date") { "" } else { "date: 2026-03-10\n" };
        let text = form(&(note(&format!("company: Acmé\n{lines}\n{date}")) + "Body\n"));
        assert_eq!(problems(&agenda(&text)), *expected, "{text:?}");
    }
}

#[test]
fn a_problem_is_told_where_it_stands() {
    assert_places(str::to_owned);
    assert_places(|text| format!("\u{feff}{text}"));
    assert_places(|text| text.replace("---\n", "---  \n"));
}

#[test]
fn a_problem_is_told_where_it_stands_with_crlf_too() {
    assert_places(|text| text.replace('\n', "\r\n"));
    assert_places(|text| format!("\u{feff}{text}").replace('\n', "\r\n"));
}

#[test]
fn lines_before_the_fence_count() {
    let text = "\u{feff}\n \n---\ncompany: Acme\ndate: soon\n---\n";
    assert_eq!(problems(&agenda(text)), ["invalid-date 5:7"]);
}

#[test]
fn an_unknown_outcome_is_one_problem() {
    assert_eq!(problems(&agenda_of("outcome: dunno")), ["unknown-outcome 4:10"]);
}
