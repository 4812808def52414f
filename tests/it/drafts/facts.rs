//! Facts of a note in a message: the role, the day on which the job starts, the words at the end.

use crate::support::{journal, note};

use super::{interview, message};

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
        ("Diesel mechanic", "the diesel mechanic role"),
        ("Third class teacher", "the third class teacher role"),
        ("Android developer", "the Android developer role"),
        ("French teacher", "the French teacher role"),
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
        ("start = Mon 5 Oct", "Monday 5 October"),
        ("Starting 5 October 2026", "Monday 5 October"),
        ("Said yes on the phone. Start Mon 5 Oct. 4 am starts, as agreed.", "Monday 5 October"),
        ("start Mon 5 Oct in theatres", "Monday 5 October"),
        ("offer: 61,500, three weeks off, start 14 Sept", "Monday 14 September"),
        // It has passed, or is another day.
        ("Start 2 March", "[fill in: the start date]"),
        ("start Tue 5 Oct", "[fill in: the start date]"),
        // It is a rough idea, or not settled.
        ("start in June", "[fill in: the start date]"),
        ("start mid June maybe", "[fill in: the start date]"),
        ("start early October", "[fill in: the start date]"),
        ("start first week of October", "[fill in: the start date]"),
        ("start end of May, or whenever garda vetting is through", "[fill in: the start date]"),
        ("start 1 June, subject to garda vetting", "[fill in: the start date]"),
        ("start 1 June at the earliest", "[fill in: the start date]"),
        ("start 1 June (earliest)", "[fill in: the start date]"),
        ("start no later than 1 June", "[fill in: the start date]"),
        ("start around 30 March", "[fill in: the start date]"),
        ("start by 1 June", "[fill in: the start date]"),
        ("start date 1 June (tbc)", "[fill in: the start date]"),
        ("start 1 June?", "[fill in: the start date]"),
        ("Maybe: start 1 June", "[fill in: the start date]"),
        ("start 1 June (moved to 8 June)", "[fill in: the start date]"),
        ("start 1 June. Subject to references.", "[fill in: the start date]"),
        ("start 1 June\n\nstart 1 June at the latest", "[fill in: the start date]"),
        ("start 1 June\n\nstart Mon 1 June", "Monday 1 June"),
        ("I start on the 1st of June", "Monday 1 June"),
        ("start Mon 1 June at 9:00", "Monday 1 June"),
        ("start Mon 1 June 2026 9am", "Monday 1 June"),
    ];
    for (line, expected) in cases {
        let fields = "company: Acme\ndate: 2026-03-12\noutcome: accepted\noutcome_date: 2026-03-20\n\
            contact: Jane Doe <j@acme.example>";
        let folder = journal(&[("a.md", &format!("{}\n{line}\n", note(fields)))]);
        folder.build("2026-03-20");
        let letter = folder.read("a.acceptance.draft.md");
        assert!(
            message(&letter).contains(&format!("I'll start on {expected}, on")),
            "{line}: {letter}"
        );
    }
}

#[test]
fn a_new_job_starts_on_the_day_of_its_field() {
    let blank = "[fill in: the start date]";
    let cases = [
        ("start_date: 2026-10-05", "Monday 5 October", true),
        ("Start: Mon 5 Oct 2026", "Monday 5 October", true),
        ("first_day: 5 October 2026", "Monday 5 October", true),
        ("start_date: soon", blank, false),
        // The time of the interview, perhaps.
        ("start: 10:00", blank, true),
    ];
    for (line, expected, is_clear) in cases {
        let fields = format!(
            "company: Acme\ndate: 2026-03-12\noutcome: accepted\noutcome_date: 2026-03-20\n\
            contact: Jane Doe <j@acme.example>\n{line}"
        );
        let folder = journal(&[("a.md", &note(&fields))]);
        folder.build("2026-03-20");
        let letter = folder.read("a.acceptance.draft.md");
        assert!(
            message(&letter).contains(&format!("I'll start on {expected}, on")),
            "{line}: {letter}"
        );
        assert_eq!(folder.run_on("2026-03-20", "check").code == 0, is_clear, "{line}");
    }
}

#[test]
fn an_old_job_ends_on_its_last_day() {
    let cases = [
        ("last day Fri 31 July", "in good order by Friday 31 July."),
        ("- last day on the depot Fri 31 July, told HR", "in good order by Friday 31 July."),
        (
            "Handover date agreed with Astrid: Fri 31 July, start 3 Aug",
            "in good order by Friday 31 July.",
        ),
        ("handover on 31 July", "in good order by Friday 31 July."),
        ("handover of the bay: told HR", "Could we settle a date and plan the handover?"),
        ("my last day here is 31 July", "Could we settle a date and plan the handover?"),
        ("Last day here is 31 July", "in good order by Friday 31 July."),
        ("Handover by 31 July", "in good order by Friday 31 July."),
        ("last day to sign up 31 July", "Could we settle a date and plan the handover?"),
        ("last day end of July maybe", "Could we settle a date and plan the handover?"),
        ("last day in July", "Could we settle a date and plan the handover?"),
        ("last day 31 July, if HR agrees", "Could we settle a date and plan the handover?"),
        ("last day 2 June", "Could we settle a date and plan the handover?"),
    ];
    for (line, expected) in cases {
        let fields = "company: Acme\ndate: 2026-06-12\nrole: Planner\ninternal: true\noutcome: accepted\n\
            outcome_date: 2026-06-24\nmanager: Derek Holt <d@acme.example>\n\
            contact: Jane Doe <j@acme.example>";
        let folder = journal(&[("a.md", &format!("{}\n{line}\n", note(fields)))]);
        folder.build("2026-06-25");
        let letter = folder.read("a.manager-thanks.draft.md");
        assert!(message(&letter).contains(expected), "{line}: {letter}");
    }
}

/// Of a line with the times that suit nothing else goes out, and none of times that are over.
#[test]
fn an_invitation_is_answered_with_the_times_that_suit() {
    let cases = [
        (
            "I'm away 21-23 (mum's operation). Free: Mon 19 all day, Tue 20 after 12, 26 and 27 any time.",
            "- Monday 19 October all day\n- Tuesday 20 October after 12\n- 26 and 27 any time\n",
        ),
        (
            "I can do Oct 19 10-12 or Oct 20 after 3pm",
            "- October 19, 10-12\n- October 20 after 3pm\n",
        ),
        (
            "I can do Mon 19 or Tue 20 after 4pm",
            "- Monday 19 October, after 4pm\n- Tuesday 20 October, after 4pm\n",
        ),
        (
            "Free: Tue 20 10 till 12, Wed 21 at 9",
            "- Tuesday 20 October, 10 till 12\n- Wednesday 21 October at 9\n",
        ),
        (
            "can do mon 19 or tues 20 mornings, not weds",
            "- Monday 19 October, morning\n- Tuesday 20 October, morning\n",
        ),
        (
            "Tom rang, they want me back. Mon 19 or Thu 22, after 2",
            "- Monday 19 October, after 2\n- Thursday 22 October, after 2\n",
        ),
        ("Tom rang. Mon 19 gym, Tue 20 mum", "[fill in: "),
        ("Mon 19", "[fill in: "),
        (
            "availability: any time on 20 October",
            "This would suit me:\n\n- Any time on 20 October\n\nIf that doesn't work for you,",
        ),
        ("Free: Mon 19 after the clinic", "[fill in: "),
        ("Free: Mon 5 all day", "[fill in: "),
        (
            "Free: Mon 12 all day, Tue 13 October, Mon 19",
            "This would suit me:\n\n- Monday 19 October\n",
        ),
        ("Free: 15 October, 12 October after 2", "This would suit me:\n\n- 15 October\n"),
        ("Free: Mon 12 to Fri 23", "[fill in: "),
        ("Available from Mon 19 October", "[fill in: "),
        ("Free: Tuesday 19", "[fill in: "),
        ("free on Mondays", "[fill in: "),
        ("Free parking, they said", "[fill in: "),
    ];
    for (line, expected) in cases {
        let fields = "company: Acme\ndate: 2026-10-06\nrole: Planner\noutcome: more_interviews\n\
            outcome_date: 2026-10-13\nrecruiter: Marte Lund <m@acme.example>";
        let folder = journal(&[("a.md", &format!("{}\n## 13 Oct\n{line}\n", note(fields)))]);
        folder.build("2026-10-14");
        let letter = folder.read("a.next-round.draft.md");
        let sent = message(&letter);
        assert!(sent.contains(expected), "{line}: {letter}");
        assert!(
            !sent.contains("mum") && !sent.contains("clinic") && !sent.contains("parking"),
            "{letter}"
        );
    }
}

/// Somebody whom the note says one meets next is named, and nothing else of that line.
#[test]
fn an_invitation_is_answered_with_whom_one_meets() {
    let cases = [
        ("next: Okan Demir, head of surveillance, by video", Some("Okan Demir")),
        ("next = Bilal Ansari, head of fraud, 45 min on Teams", Some("Bilal Ansari")),
        (
            "Lydia: next I meet Tomasz Wilk (principal cello) and the tour manager",
            Some("Tomasz Wilk"),
        ),
        ("Next round with Priya Rao, said to be fierce", Some("Priya Rao")),
        ("next: Panel Interview, two hours", None),
        ("next: Thursday March 5, by video", None),
        ("next time wear a tie", None),
        ("Next Directory was mentioned, odd", None),
        ("next: somebody from the board", None),
    ];
    for (line, name) in cases {
        for (outcome, kind, before, without) in [
            ("next round", "next-round", " role, and to meet ", "Who will I be meeting"),
            (
                "hiring_manager",
                "hiring-manager",
                "looking forward to talking with ",
                "with the hiring manager",
            ),
        ] {
            let fields = format!(
                "role: Planner; recruiter: Sam Lee <s@x.example>; \
                interviewers: [Jane Doe <j@x.example>]; outcome: {outcome}; outcome_date: 2026-03-04"
            );
            let folder = journal(&[(
                "a.md",
                &(note(&fields) + &format!("\n## What stood out\n\n- {line}\n")),
            )]);
            folder.build("2026-03-04");
            let letter = folder.read(&format!("a.{kind}.draft.md"));
            let sent = message(&letter);
            assert_eq!(sent.contains(without), name.is_none(), "{line}: {sent}");
            let told = name.map_or_else(String::new, |name| format!("{before}{name}"));
            assert!(sent.contains(&told), "{line}: {sent}");
            for word in ["video", "fierce", "Panel", "tie", "odd", "Directory", "board", "Thursday"]
            {
                assert!(!sent.contains(word), "{line}: {sent}");
            }
        }
    }
}

/// The times stand beside what was to be said.
#[test]
fn what_is_said_does_not_take_the_place_of_the_times() {
    let fields = "company: Acme\ndate: 2026-10-06\nrole: Planner\noutcome: more_interviews\n\
        outcome_date: 2026-10-13\nrecruiter: Marte Lund <m@acme.example>";
    let words = "Thanks for finding me a slot so soon.";
    let text = format!("{}\nFree: Mon 19 all day\n\n## Say to Marte\n\n{words}\n", note(fields));
    let folder = journal(&[("a.md", &text)]);
    folder.build("2026-10-14");
    let letter = folder.read("a.next-round.draft.md");
    assert!(letter.contains(words) && letter.contains("- Monday 19 October all day\n"), "{letter}");
}

/// "Next week" may have become this one by the time an agency's recruiter reads of it.
#[test]
fn a_recruiter_is_asked_about_the_day_that_was_meant() {
    let cases = [
        (
            "end of next week",
            "They mentioned a decision by 11 September. Does that still stand, as far as you know?",
        ),
        ("by Wednesday", "They mentioned a decision by 9 September."),
        ("2 weeks", "They mentioned a decision within two weeks."),
        ("end of September", "They mentioned a decision by the end of September."),
        ("early next week", "They mentioned a decision in the week of 7 September."),
        ("tomorrow", "What's the next step on their side"),
    ];
    for (window, expected) in cases {
        let fields = format!(
            "company: Acme; date: 2026-09-04; role: Clerk; interviewers: [Jane Doe <j@acme.example>]; \
             recruiter: {{name: Sam Lee, email: s@t.example, agency: Talent}}; decision_window: {window}; \
             followups: {{recruiter-thanks: skipped 2026-09-04}}"
        );
        let folder = journal(&[("a.md", &note(&fields))]);
        folder.build("2026-09-05");
        let letter = folder.read("a.recruiter-debrief.draft.md");
        assert!(message(&letter).contains(expected), "{window}: {letter}");
    }
}

#[test]
fn a_recruiter_hears_that_it_went_well_if_the_note_says_so() {
    let cases = [
        ("went well, an hour and a half. he drew the whole plant", true),
        ("I think it went really well!", true),
        ("Overall it went well.", true),
        ("- it went very well", true),
        ("- [ ] went well", false),
        ("~~went well~~", false),
        ("went well?", false),
        ("went well apart from the last question", false),
        ("went well, but I waffled", false),
        ("went well, didn't get to the second task", false),
        ("went OK", false),
        ("the first half went well", false),
    ];
    for (line, expected) in cases {
        for (agency, kind) in [(", agency: Talent", "recruiter-debrief"), ("", "recruiter-thanks")]
        {
            let fields = format!(
                "company: Acme; date: 2026-03-03; role: Clerk; interviewers: [Jane Doe <j@acme.example>]; \
                 recruiter: {{name: Sam Lee, email: s@t.example{agency}}}"
            );
            let folder = journal(&[("a.md", &format!("{}\n{line}\n", note(&fields)))]);
            folder.build("2026-03-04");
            let letter = folder.read(&format!("a.{kind}.draft.md"));
            let letter = message(&letter);
            assert_eq!(letter.contains("went well."), expected, "{line}: {letter}");
            assert!(!letter.contains("waffled") && !letter.contains("plant"), "{letter}");
        }
    }
}

#[test]
fn a_company_with_a_full_stop_ends_a_sentence_with_one() {
    let fields = "company: Brandt & Co.; date: 2026-03-03; role: Clerk; interviewers: [Jane Doe <j@b.example>]; \
        recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    let folder = journal(&[("a.md", &note(fields))]);
    folder.build("2026-03-04");
    let letter = folder.read("a.recruiter-thanks.draft.md");
    assert!(message(&letter).contains("role at Brandt & Co.\n\nThe job"), "{letter}");
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

/// On another Thursday, "on Thursday" is the wrong one.
#[test]
fn a_message_put_off_for_long_names_the_date() {
    let written = |until: &str| {
        let records = format!("followups: {{thank-you/jo-bo: snoozed until {until}}}");
        let people = "interviewers: [Jo Bo <jo@a.x>]";
        let folder =
            journal(&[("a.md", &interview(&format!("{people}; date: 2026-03-05; {records}"), ""))]);
        folder.build(until);
        folder.read("a.thank-you.jo-bo.draft.md")
    };
    assert!(written("2026-03-11").contains("role on Thursday. ["), "{}", written("2026-03-11"));
    assert!(written("2026-03-12").contains("role on Thursday 5 March. ["));
}

#[test]
fn namesakes_have_their_whole_names() {
    let people =
        "interviewers: [Rita Cole <rc@a.x>, Rita Moss <rm@a.x>]; recruiter: Sam Lee <s@a.x>";
    let folder = journal(&[("a.md", &interview(people, ""))]);
    folder.build("2026-03-02");
    let letter = folder.read("a.recruiter-thanks.draft.md");
    assert!(letter.contains("with Rita Cole and Rita Moss for"), "{letter}");
}

#[test]
fn what_stands_below_a_name_is_told_to_them_alone() {
    let people = "interviewers: [Jane Doe <jane@acme.example>, Ravi Patel <ravi@acme.example>]";
    let below = "## Ravi Patel\n\n- new dispensing robot going in this autumn\n- seemed bored\n";
    let folder = journal(&[("a.md", &interview(people, below))]);
    folder.build("2026-03-03");
    let ravis = folder.read("a.thank-you.ravi-patel.draft.md");
    assert!(
        message(&ravis).contains("hear about the new dispensing robot going in this autumn."),
        "{ravis}"
    );
    assert!(!message(&ravis).contains("bored"), "{ravis}");
    let janes = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(!message(&janes).contains("robot"), "{janes}");
}

#[test]
fn whoever_was_alone_there_did_what_nobody_is_named_for() {
    let told = "## What stood out\n\n- let me try the new lathe: forty minutes\n";
    let jane = "interviewers: [Jane Doe <jane@acme.example>]";
    let folder = journal(&[("a.md", &interview(jane, told))]);
    folder.build("2026-03-03");
    let thanks = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(message(&thanks).contains("for letting me try the new lathe."), "{thanks}");
    // Of two nobody knows who it was.
    let two = "interviewers: [Jane Doe <jane@acme.example>, Ravi Patel <ravi@acme.example>]";
    folder.write("a.md", interview(two, told));
    folder.build("2026-03-03");
    for name in ["jane-doe", "ravi-patel"] {
        let thanks = folder.read(&format!("a.thank-you.{name}.draft.md"));
        assert!(!message(&thanks).contains("lathe"), "{thanks}");
    }
    // "Explained my gap" may be what the user did.
    folder.write("a.md", interview(jane, "## What stood out\n\n- explained the release train\n"));
    folder.build("2026-03-03");
    let thanks = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(!message(&thanks).contains("explaining"), "{thanks}");
}

#[test]
fn a_recruiter_is_thanked_for_what_they_did() {
    let people =
        "interviewers: [Jane Doe]; recruiter: Sam Lee <sam@acme.example>; decision_window: 1 week";
    let cases = [
        ("moved my slot", Some("and for moving my slot.")),
        (
            "told me to read the annual report – it was the first question",
            Some("and for telling me to read the annual report."),
        ),
        ("told me to lie about the salary", None),
        ("moved my slot twice, disorganised", None),
    ];
    for (line, expected) in cases {
        let folder = journal(&[("a.md", &interview(people, &format!("## Sam Lee\n\n- {line}\n")))]);
        folder.build("2026-03-03");
        let thanks = folder.read("a.recruiter-thanks.draft.md");
        let thanks = message(&thanks);
        match expected {
            Some(expected) => assert!(thanks.contains(expected), "{line}: {thanks}"),
            None => assert!(!thanks.contains(", and for"), "{line}: {thanks}"),
        }
    }
}

#[test]
fn a_promise_may_stand_behind_the_thing() {
    let jane = "interviewers: [Jane Doe <jane@acme.example>]";
    let sections = "## What stood out\n\n- how the reading scheme is run\n\n## To send\n\n- my notes on the reading scheme, promised Jane\n";
    let folder = journal(&[("a.md", &interview(jane, sections))]);
    folder.build("2026-03-06");
    let errand = folder.read("a.value-add.jane-doe.draft.md");
    let errand = message(&errand);
    assert!(
        errand.contains("As promised on Monday, here are my notes on the reading scheme."),
        "{errand}"
    );
    let why = "I've kept coming back to how the reading scheme is run, so I hope they're useful.";
    assert!(errand.contains(why), "{errand}");
}
