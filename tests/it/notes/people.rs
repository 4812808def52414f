//! People in notes: the many ways of writing who was there.

use serde_json::Value;

use crate::support::{OTHER_PEOPLE, TODAY, journal, note};

use super::{NONE, agenda_of, followups, ids, person, problems, thanked};

#[test]
fn a_person_is_written_in_many_ways() {
    let jane = "Jane Doe <jane@acme.example>";
    #[rustfmt::skip]
    let rows: &[(&str, &[&str])] = &[
        // the lines | the people in them
        ("interviewers: Jane Doe",                                             &["Jane Doe"]),
        ("interviewers: [Jane Doe]",                                           &["Jane Doe"]),
        ("interviewers:\n  - Jane Doe\n  - Ravi Patel",                        &["Jane Doe", "Ravi Patel"]),
        ("interviewers:\n- Jane Doe",                                          &["Jane Doe"]),
        ("interviewers: Jane Doe <jane@acme.example>",                         &[jane]),
        ("interviewers: [\"Jane Doe <jane@acme.example>\"]",                   &[jane]),
        ("interviewers: ['\"Jane Doe\" <jane@acme.example>']",                 &[jane]),
        ("interviewers: {name: Jane Doe, email: jane@acme.example}",           &[jane]),
        ("interviewers: [{email: jane@acme.example, name: Jane Doe}]",         &[jane]),
        ("interviewers:\n  - name: Jane Doe\n    email: jane@acme.example\n    title: CTO",
                                                                               &[jane]),
        ("interviewers:\n  - name: Jane Doe <jane@acme.example>",              &[jane]),
        ("interviewers: [{name: Jane Doe, email: <jane@acme.example>}]",       &[jane]),
        ("interviewers: [{name: Jane Doe, email: }]",                          &["Jane Doe"]),
        ("interviewers: \"[[Jane Doe]]\"",                                     &["Jane Doe"]),
        ("interviewers: [[Jane Doe]]",                                         &["Jane Doe"]),
        ("interviewers: [\"[[Jane Doe]]\", \"[[Ravi Patel]]\"]",               &["Jane Doe", "Ravi Patel"]),
        ("interviewers: [[[Jane Doe]], [[Ravi Patel]]]",                       &["Jane Doe", "Ravi Patel"]),
        ("interviewers:\n  - \"[[Jane Doe]]\"\n  - '[[Ravi Patel]]'",          &["Jane Doe", "Ravi Patel"]),
        ("interviewers:\n  - [[Jane Doe]]\n  - [[Ravi Patel]]",                &["Jane Doe", "Ravi Patel"]),
        ("interviewers: \"[[People/Jane Doe]]\"",                              &["Jane Doe"]),
        ("interviewers: [[People/Jane Doe]]",                                  &["Jane Doe"]),
        ("interviewers: \"[[People/jd|Jane Doe]]\"",                           &["Jane Doe"]),
        ("interviewers: [[People/jd|Jane Doe]]",                               &["Jane Doe"]),
        ("interviewers: \"[[Jane Doe]] <jane@acme.example>\"",                 &[jane]),
        ("interviewers: [{name: \"[[Jane Doe]]\", email: jane@acme.example}]", &[jane]),
        ("interviewers: [{name: [[Jane Doe]], email: jane@acme.example}]",     &[jane]),
        ("interviewers: [Doña Núñez, 山田 太郎]",                              &["Doña Núñez", "山田 太郎"]),
        ("interviewers: [Martin King, Jr.]",                                   &["Martin King", "Jr."]),
        ("interviewers: [\"Martin King, Jr.\"]",                               &["Martin King, Jr."]),
        ("interviewers: []",                                                   &[]),
        ("interviewers:",                                                      &[]),
        ("interviewers: [Jane Doe, ]",                                         &["Jane Doe"]),
        ("interviewers:\n  - Big Tony (head chef) 07700 900112",               &["Big Tony"]),
        ("interviewers:\n  - Tony, 07700 900112",                              &["Tony"]),
        ("interviewers:\n  - Tony: 07700 900112\n  - Shaz: 07700 900113",      &["Tony", "Shaz"]),
        ("interviewers:\n  - Fiona Blake, CDO\n  - Per Lund, Data",            &["Fiona Blake", "Per Lund"]),
        ("interviewers: [some guy called Tony, my mate Lou]",                  &["Tony", "Lou"]),
    ];
    for (lines, expected) in rows {
        let agenda = agenda_of(lines);
        assert_eq!(thanked(&agenda), *expected, "{lines}");
        assert_eq!(problems(&agenda), NONE, "{lines}");
    }
}

#[test]
fn every_person_of_a_note_is_read_alike() {
    for (field, kind) in OTHER_PEOPLE {
        for form in [
            "Jo Ek <jo@acme.example>",
            "{name: Jo Ek, email: jo@acme.example}",
            "\"[[Jo Ek]] <jo@acme.example>\"",
            "Jo Ek (jo@acme.example)",
            "'[Jo Ek](mailto:jo@acme.example)'",
            "'\"Jo Ek\" <jo@acme.example>'",
            "Ek, Jo <jo@acme.example>",
            "Jo Ek, Engineering manager <jo@acme.example>",
            "Jo Ek - Recruiter (jo@acme.example)",
            "Jo Ek (Recruiter) <jo@acme.example>",
            "{name: 'Jo Ek, CTO', email: 'mailto:jo@acme.example'}",
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
fn words_for_nobody_name_nobody() {
    for nobody in [
        "TBD",
        "\"?\"",
        "none",
        "N/A",
        "\"-\"",
        "unknown",
        "{name: tba}",
        "（要確認）",
        "(tbc)",
        "\"TBD, Engineering manager\"",
    ] {
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
        let email = if nobody.contains(['{', ',']) { "TBC" } else { nobody };
        let agenda = agenda_of(&format!("interviewers: [{{name: Jane Doe, email: {email}}}]"));
        assert_eq!((thanked(&agenda), problems(&agenda)), (vec!["Jane Doe".to_owned()], vec![]));
    }
}

#[test]
fn a_second_person_of_one_slug_gets_a_number() {
    #[rustfmt::skip]
    let rows: &[(&str, &[&str])] = &[
        // the names | the follow-ups
        ("[Jane Doe, Jane Doe]", &["thank-you/jane-doe", "thank-you/jane-doe-2"]),
        ("[Jane Doe, JANE DOE]", &["thank-you/jane-doe", "thank-you/jane-doe-2"]),
        ("[José, Jose, jose]",   &["thank-you/jose", "thank-you/jose-2", "thank-you/jose-3"]),
        ("[Jo, Jo 2, Jo]",       &["thank-you/jo", "thank-you/jo-2", "thank-you/jo-3"]),
    ];
    for (names, expected) in rows {
        let agenda = agenda_of(&format!("interviewers: {names}"));
        assert_eq!(ids(&agenda, "thank-you"), *expected, "{names}");
    }
    let agenda = agenda_of(
        "interviewers: [Jane Doe <jane@a.example>]\nalso_met: [Jane Doe <jane@b.example>]",
    );
    assert_eq!(ids(&agenda, "thank-you"), ["thank-you/jane-doe"]);
    assert_eq!(ids(&agenda, "team-thanks"), ["team-thanks/jane-doe-2"]);
}

#[test]
fn a_line_that_is_nobodys_name_is_shown_as_it_should_be_written() {
    #[rustfmt::skip]
    let rows = [
        // the field | the advice
        ("interviewers:\n  - [Jane Doe](mailto:jane@x.example)", "write `  - Jane Doe <jane@x.example>`"),
        ("interviewers:\n  - [Bo](https://x.example/bo)",        "write `  - \"[Bo](https://x.example/bo)\"`"),
        ("interviewers: [Jane](mailto:j@x.example), [Bo](mailto:b@x.example)",
            "write `interviewers: [Jane <j@x.example>, Bo <b@x.example>]`"),
        ("interviewers: Bob Miller (CTO), Kim Soto",             "one by one: `[Bob Miller (CTO), Kim Soto]`"),
        ("interviewers: Bob Miller, bob@x.example",              "write `Bob Miller <bob@x.example>`"),
        ("recruiter: Jo (Northline) jo@x.example",               "write `Jo (Northline) <jo@x.example>`"),
        ("interviewers:\n  -Bob Miller\n  -Kim Soto",             "one by one: `[Bob Miller, Kim Soto]`"),
        ("interviewers:\n  Bob Miller\n  Kim Soto",               "one by one: `[Bob Miller, Kim Soto]`"),
        ("interviewers:\n  1. Bob Miller\n  2. Kim Soto",         "one by one: `[Bob Miller, Kim Soto]`"),
        ("interviewers: |\n  • Bob Miller\n  • Kim Soto",         "one by one: `[Bob Miller, Kim Soto]`"),
        ("interviewers:\n  - Bob Miller\n    Kim Soto",           "one by one: `[Bob Miller, Kim Soto]`"),
        ("recruiter:\n  Jane Doe\n  Ravi Patel",                  "if not, name one of them"),
        ("interviewers: bob@x.example (Bob Miller)",             "write `Bob Miller <bob@x.example>`"),
        ("interviewers: [https://x.example/in/bob]",             "write their name in its place"),
        ("interviewers:\n  - Bob Miller: CTO",                   "write `Bob Miller, CTO`"),
        ("recruiter: Jane and Ravi",                             "name one of them here"),
    ];
    for (field, advice) in rows {
        let folder = journal(&[("a.md", &note(field))]);
        let ran = folder.run_on(TODAY, "check");
        assert!(ran.stdout.contains(advice), "{field}: {}", ran.stdout);
    }
}

#[test]
fn nobody_is_written_to_under_a_name_that_the_note_leaves_open() {
    #[rustfmt::skip]
    let rows = [
        // the person | the problem
        ("jane@acme.example",                            "nameless-person 4:16"),
        ("TBD <jane@acme.example>",                      "nameless-person 4:16"),
        ("{email: jane@acme.example, title: CTO}",       "nameless-person 4:16"),
        ("{name: '?', email: jane@acme.example}",        "nameless-person 4:23"),
        ("Jane Doe jane@acme.example",                   "unclear-person 4:16"),
        ("Jane Doe - Ravi Patel",                        "unclear-person 4:16"),
        ("'Jane Doe, Ravi Patel'",                       "several-people 4:16"),
        ("'Per, Data'",                                  "several-people 4:16"),
        ("'Data Team, Finance'",                         "several-people 4:16"),
        ("'Jane Doe, Will Head'",                        "several-people 4:16"),
    ];
    for (written, problem) in rows {
        let agenda = agenda_of(&format!("interviewers: [{written}]"));
        assert_eq!(problems(&agenda), [problem], "{written}");
        assert_eq!(thanked(&agenda), NONE, "{written}");
    }
}

#[test]
fn a_title_in_the_line_counts_as_one_under_its_key() {
    let fields = |person: &str| {
        let fields = format!("outcome: hiring_manager\ninterviewers: [Kim Soto, {person}]");
        agenda_of(&fields).to_string()
    };
    let key = fields("{name: Jo Ek, email: jo@acme.example, title: Hiring manager}");
    for line in
        ["'Jo Ek, Hiring manager <jo@acme.example>'", "Jo Ek (Hiring manager) <jo@acme.example>"]
    {
        assert_eq!(fields(line), key, "{line}");
    }
    assert_ne!(fields("Jo Ek <jo@acme.example>"), key);
}

#[test]
fn whoever_has_a_field_of_their_own_may_be_listed_by_another_name() {
    let listed = "interviewers: [Dr Priya Raman <raman@acme.example>, Matron Jo Whitlock <jo@acme.example>, \
        'Robert \"Bob\" Núñez <bob@acme.example>']; also_met: [Mrs Ngozi Achebe <na@acme.example>]";
    let raman = "Dr Priya Raman <raman@acme.example>";
    let whitlock = "Matron Jo Whitlock <jo@acme.example>";
    let bob = "Robert \"Bob\" Núñez <bob@acme.example>";
    #[rustfmt::skip]
    let rows = [
        // the field | whom the letter goes to
        ("Dr Raman",            raman),
        ("raman",               raman),
        ("Dr. Raman",           raman),
        ("Priya Raman",         raman),
        ("priya",               raman),
        ("Jo Whitlock",         whitlock),
        ("Matron Whitlock",     whitlock),
        ("mrs achebe",          "Mrs Ngozi Achebe <na@acme.example>"),
        ("Bob Nunez",           bob),
        ("BOB",                 bob),
        ("Jo Whitlock <JO@acme.example>", whitlock),
        // Somebody else.
        ("Bob Marsh",           "Bob Marsh"),
        ("Jo",                  whitlock),
        ("Dana Ray",            "Dana Ray"),
        ("Jo <whit@acme.example>", "Jo <whit@acme.example>"),
        ("Jo Whitlock <whit@acme.example>", "Jo Whitlock <whit@acme.example>"),
    ];
    for (field, kind) in [("contact", "acceptance"), ("manager", "manager-thanks")] {
        for (value, expected) in rows {
            // A first name alone is too little to be the user's own manager's.
            let is_open = field == "manager" && !value.contains(' ');
            let expected = if is_open { value } else { expected };
            let accepted = "outcome: accepted; outcome_date: 2026-03-11; internal: true";
            let others = "recruiter: Ida Falk";
            let lines = format!("{accepted}; {listed}; {others}; {field}: {value}");
            let lines = lines.replace("; ", "\n");
            let agenda = agenda_of(&lines);
            let followup = followups(&agenda).iter().find(|followup| followup["kind"] == kind);
            let followup = followup.unwrap_or_else(|| panic!("{kind}: {agenda}"));
            assert_eq!(person(&followup["person"]), expected, "{field}: {value}");
            assert_eq!(problems(&agenda), NONE, "{lines}");
        }
    }
    // Two of them may be meant.
    let lines = "interviewers: [Jane Doe <jane@acme.example>, Jane Roe]\noutcome: rejected\noutcome_date: 2026-03-09";
    for name in ["Jane", "jane"] {
        let agenda = agenda_of(&format!("{lines}\ncontact: {name}"));
        let answer = followups(&agenda).iter().find(|one| one["kind"] == "rejection-thanks");
        assert_eq!(person(&answer.unwrap()["person"]), name);
    }
}

#[test]
fn a_recruiter_who_interviewed_gets_one_letter_whatever_they_are_called() {
    #[rustfmt::skip]
    let rows: &[(&str, &str, &[&str])] = &[
        // recruiter | interviewer | who is thanked for the interview
        ("Carol",                         "Carol Finch <cf@acme.example>",  &["Carol Finch <cf@acme.example>"]),
        ("Sam <sam.obi@acme.example>",    "Sam Obi",                        &["Sam Obi <sam.obi@acme.example>"]),
        ("Ms Adeyemi",                    "Ruth Adeyemi",                   &["Ruth Adeyemi"]),
        ("Carol Finch <cf@acme.example>", "Carol",                          &["Carol Finch <cf@acme.example>"]),
        ("Sam <obi@acme.example>",        "Sam Obi <obi@acme.example>",     &["Sam Obi <obi@acme.example>"]),
        ("{name: Carol Finch, agency: Finders}", "Carol Finch",             &["Carol Finch"]),
        ("{name: Carol, email: cf@f.example, agency: Finders}", "Carol Finch <cf@f.example>", &["Carol Finch <cf@f.example>"]),
    ];
    for (recruiter, interviewer, expected) in rows {
        let agenda = agenda_of(&format!("recruiter: {recruiter}\ninterviewers: ['{interviewer}']"));
        assert_eq!(thanked(&agenda), *expected, "{recruiter}");
        for kind in ["recruiter-thanks", "recruiter-debrief"] {
            assert_eq!(ids(&agenda, kind), NONE, "{recruiter}: {kind}");
        }
    }
    // Two people: by their addresses, by their names, or by what is left open.
    for (recruiter, interviewers) in [
        ("Carol <carol@acme.example>", "Carol Finch <cf@acme.example>"),
        ("Carol Moss <carol@acme.example>", "Carol Finch"),
        ("Carol <carol@acme.example>", "Carol Finch, Carol Moss"),
        ("Carol Finch <carol@acme.example>", "Carol, Carol Moss"),
        // An agency's recruiter is nobody of the company.
        ("{name: Carol, agency: Finders}", "Carol Finch"),
        ("{name: Carol Finch, agency: Finders}", "Carol"),
    ] {
        let agenda = agenda_of(&format!("recruiter: {recruiter}\ninterviewers: [{interviewers}]"));
        assert_eq!(ids(&agenda, "recruiter-thanks").len(), 1, "{recruiter}: {interviewers}");
    }
}

#[test]
fn a_recruiters_agency_may_stand_beside_them() {
    let tom = "recruiter: Tom Ashworth <tom@beacon.example>";
    for (lines, expected) in [
        (format!("{tom}\nagency: Beacon"), &["recruiter-debrief"][..]),
        (format!("{tom}\nagency:"), &NONE),
        ("agency: Beacon".to_owned(), &NONE),
    ] {
        let agenda = agenda_of(&format!("{lines}\ninterviewers: [Jane Doe <jane@acme.example>]"));
        assert_eq!(ids(&agenda, "recruiter-debrief"), expected, "{lines}");
        assert_eq!(problems(&agenda), NONE, "{lines}");
    }
    // Behind the name it could be another person.
    let text = note("recruiter: Tom Ashworth, Beacon Recruitment <tom@beacon.example>");
    let ran = journal(&[("a.md", &*text)]).run_on("2026-03-03", "check");
    let line = "{name: Tom Ashworth, email: tom@beacon.example, agency: Beacon Recruitment}";
    assert!(ran.stdout.contains(&format!("write `{line}`")), "{}", ran.stdout);
}

/// The help is what may be written.
#[test]
fn a_title_that_nobody_knows_has_its_place() {
    for (field, is_list) in [("contact", false), ("interviewers", true)] {
        let agenda = agenda_of(&format!("{field}: Heike Lange, Dekanin <h@uni.example>"));
        let help = agenda["problems"][0]["help"].as_str().unwrap();
        let one = "{name: Heike Lange, email: h@uni.example, title: Dekanin}";
        assert!(help.contains(&format!("one person and their title, write `{one}`")), "{help}");
        assert_eq!(help.contains("`[Heike Lange, Dekanin"), is_list, "{help}");
        assert_eq!(problems(&agenda_of(&format!("{field}: {one}"))), NONE);
    }
}

/// A comma in a list on one line is as easily typed as one in a name.
#[test]
fn a_title_behind_a_name_is_nobody_else() {
    #[rustfmt::skip]
    let rows: &[(&str, &[&str])] = &[
        ("[Dave Harker, headteacher]",          &["Dave Harker"]),
        ("[Dave Harker, CTO]",                  &["Dave Harker"]),
        ("[Dave Harker, contracts manager <d@x.example>, Di Roe]",
                                                &["Dave Harker <d@x.example>", "Di Roe"]),
        ("\"[[Hana Mori]], [[people/Leo|Leo Brandt]]\"",
                                                &["Hana Mori", "Leo Brandt"]),
        ("[Dave Harker, HR]",                   &["Dave Harker", "HR"]),
        ("[Mrs Holt, Head teacher, Mr Beck]",   &["Mrs Holt", "Mr Beck"]),
        ("[Kim Soto, Teaching assistant]",      &["Kim Soto"]),
        ("[Mr Tate, chair of governors]",       &["Mr Tate"]),
        ("[Sana Mir, PhD student]",             &["Sana Mir"]),
        ("\n  - Sana Mir, PhD student",         &["Sana Mir"]),
        ("[Marijke de Groot, Sander Vos, associate prof]",
                                                &["Marijke de Groot", "Sander Vos"]),
        ("[Ada Obi, HoD, Jo Hay, PI]",          &["Ada Obi", "Jo Hay"]),
        ("[Jo Hay, TA, Ann Lee, DSL]",          &["Jo Hay", "Ann Lee"]),
        ("[Joan Day, professor emerita, Bo Lind, postdoc]",
                                                &["Joan Day", "Bo Lind"]),
        ("[Yuki (postdoc, picked me up), Jo Hay (TA)]",
                                                &["Yuki", "Jo Hay"]),
        ("[Yuki (postdoc, picked me up]",       &["Yuki", "picked me up"]),
        ("[Denise Ortega, MSN, RN, nurse manager, Jo Hay]",
                                                &["Denise Ortega, MSN, RN", "Jo Hay"]),
        ("[Jane Doe, the CTO]",                 &["Jane Doe", "the CTO"]),
        ("[headteacher, Jane Doe]",             &["headteacher", "Jane Doe"]),
        ("\n  - Jane Doe\n  - Head teacher",    &["Jane Doe", "Head teacher"]),
        ("[Jane Doe, Matron]",                  &["Jane Doe", "Matron"]),
        ("[Jane Doe, Will Head]",               &["Jane Doe", "Will Head"]),
    ];
    for (names, expected) in rows {
        assert_eq!(thanked(&agenda_of(&format!("interviewers: {names}"))), *expected, "{names}");
    }
}
