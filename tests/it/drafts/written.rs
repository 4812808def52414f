//! What the user has written out, in letters that say nothing of it twice.

use serde_json::Value;

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
    let lines = whole.replace("Best, ", "Best,\n");
    assert_eq!(letter(FIELDS, &lines), lines);
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

/// The lines of an address are no wrapped text, and a list in a letter stays one.
#[test]
fn a_letter_keeps_its_lines() {
    let text = "Hi Bea,\n\nMy address is:\n12 Mill Lane\nLeeds LS1 2AB\n\nThree things:\n\n- phonics\n- numbers\n  \
        - up to ten\n1. and the library\n\nBest,\nRobin\n+44 20 1234 5678\nrobin@hale.example";
    assert_eq!(letter(FIELDS, text), text);
    let wrapped = "It was a pleasure to read to your class, and to see how they\nlisten. I can\nread it again.\n\n\
        - one\n- two";
    let said = "\n\nIt was a pleasure to read to your class, and to see how they listen. I can read it again.\n\n\
        - one\n- two\n\n";
    let letter = letter(FIELDS, wrapped);
    assert!(letter.contains(said), "{letter}");
}

/// Thanks for the interview that were never sent accept no offer, and decline none.
#[test]
fn a_whole_letter_of_another_kind_is_said_within_the_one_that_is_due() {
    let cases = [
        ("accepted", "acceptance", "delighted to accept your offer of the teacher role"),
        ("declined", "decline", "I've decided not to take it."),
        ("withdrawn", "withdrawal", "I've decided to withdraw my application"),
        ("next round", "next-round", "[fill in: two or three days and times, with the time zone]"),
        (
            "hiring manager",
            "hiring-manager",
            "[fill in: two or three days and times, with the time zone]",
        ),
        ("rejected", "rejection-thanks", "sorry it won't be the teacher role"),
    ];
    let text = "Thank you so much for the tour. I loved the library.";
    for (outcome, kind, said) in cases {
        let letters = [
            format!("Hi Bea,\n\n{text}\n\nBest,\nRobin"),
            "Hi Bea, thank you so much for the tour. I loved the library.\n\nRobin".to_owned(),
            format!("Bea –\n{text}\n\nWith every good wish,\nRobin Hale\nrobin@hale.example"),
        ];
        for words in letters {
            let fields =
                format!("{FIELDS}; contact: Bea Bo; outcome: {outcome}; outcome_date: 2026-03-14");
            let note = note(&fields) + &format!("\n## Say to Bea\n\n{words}\n");
            let folder = journal(&[("journal.toml", ME), ("a.md", &note)]);
            folder.build("2026-03-14");
            let draft = folder.read(&format!("a.{kind}.draft.md"));
            let letter = message(&draft);
            assert!(letter.contains(said) && letter.contains(text), "{letter}");
            let (greetings, ends) =
                (letter.matches("Bea").count(), letter.matches("Robin").count());
            assert!(greetings == 1 && ends == 1 && !letter.contains("good wish"), "{letter}");
        }
    }
    // What says what it has to say is left alone.
    let yes = "Hi Bea,\n\nI accept with pleasure, and will start on 4 May.\n\nBest,\nRobin";
    let fields = format!("{FIELDS}; contact: Bea Bo; outcome: accepted; outcome_date: 2026-03-14");
    let note = note(&fields) + &format!("\n## Say to Bea\n\n{yes}\n");
    let folder = journal(&[("journal.toml", ME), ("a.md", &note)]);
    folder.build("2026-03-14");
    assert_eq!(message(&folder.read("a.acceptance.draft.md")), yes);
}

#[test]
fn a_letter_is_greeted_and_signed_once() {
    let mine = "Robin Hale\nrobin@hale.example";
    let cases = [
        // as the user writes it | what is put above it, and below
        ("Dear Bea,\n\nThank you.\n\nKind regards", "", format!("\n{mine}")),
        ("Thank you.\n\nSincerely,", "Hi Bea,\n\n", format!("\n{mine}")),
        ("Thank you.\n\nMfG\nR. Hale", "Hi Bea,\n\n", String::new()),
        ("Bea –\n\nThank you.\n\nWarmly\nRo", "", String::new()),
        ("Thank you.\n\nBest,\n\nRobin\n\nPS: I have the book.", "Hi Bea,\n\n", String::new()),
        ("Hello Bea -\nThank you.\nCheers,\nRobin", "", String::new()),
        ("Greetings Bea,\n\nThank you.\n\nWith best regards,\nRobin Hale", "", String::new()),
        ("Thank you.\n\nHave a good half-term,\nRobin\n07700 900119", "Hi Bea,\n\n", String::new()),
        ("Thank you.\n\nTalk soon,", "Hi Bea,\n\n", format!("\n{mine}")),
    ];
    for (words, above, below) in cases {
        assert_eq!(letter(FIELDS, words), format!("{above}{words}{below}"), "{words}");
    }
    assert!(letter(FIELDS, "I loved the library. Thank you!").ends_with(mine));
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
        (
            "It was good to talk with you about phonics.",
            "",
            "Thank you for talking the teacher role through with me on Thursday.\n\nI'd be very glad",
        ),
        (
            "I really enjoyed our talk on Thursday about phonics.",
            "",
            "Thank you for talking the teacher role through with me.\n\nI'd be very glad",
        ),
        ("Great to meet you yesterday!", "", "Thank you for talking"),
        ("Lovely to see you and the class.", "", "Thank you for talking"),
        ("The library was lovely to see.", "Thank you for talking", "I'd be very glad"),
        ("Thank you for the biscuits.", "It was good to talk with you", "I'd be very glad"),
        (
            "The library made my day.\n\nI'd love to work with you.",
            "Thank you for talking",
            "If anything else",
        ),
        (
            "The library made my day.\n\nI'd be glad to hear from you.",
            "Thank you for talking",
            "If anything else",
        ),
        ("I am very interested in the job.", "Thank you for talking", "If anything else"),
        ("I would love to do it with you.", "Thank you for talking", "If anything else"),
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
        assert!(!(words.contains("any questions") && after.contains("If anything")), "{letter}");
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
    assert!(message(&next).starts_with("Hi Bea,\n\nThank you, that's good news."), "{next}");
}

/// The words that `check` takes for a remark in the letter to Carol with each of these lines, if any.
fn pointed_out(lines: &[&str]) -> Vec<String> {
    let folder = journal(&[("journal.toml", ME)]);
    for (at, line) in lines.iter().enumerate() {
        let fields = "role: 'Nurse [bank]'; date: 2026-03-12; \
            interviewers: [Carol Finch <cf@x.example>, Pat Ray <pr@x.example>]";
        let text = note(&format!("company: Ward {at}; {fields}"));
        folder.write(&format!("n{at}.md"), text + &format!("\n## Say to Carol\n\n{line}\n"));
    }
    folder.build("2026-03-13");
    let checked = folder.run_on("2026-03-13", "check --format json").stdout;
    let checked: Value = serde_json::from_str(&checked).unwrap();
    let problems = checked["problems"].as_array().unwrap();
    let of_line = |at: usize| {
        let path = format!("n{at}.thank-you.carol-finch.draft.md");
        let is_remark =
            |one: &&Value| one["code"] == "private-words" && one["path"] == path.as_str();
        let found = problems.iter().filter(is_remark).map(|one| one["message"].as_str().unwrap());
        found.collect::<Vec<_>>().join(" | ")
    };
    (0..lines.len()).map(of_line).collect()
}

#[test]
fn what_was_left_for_oneself_is_pointed_out() {
    #[rustfmt::skip]
    let rows = [
        // what stands under the heading | what of it is pointed out
        ("ask about parking",                             "ask about parking"),
        ("Lovely ward! (ask about parking)",              "ask about parking"),
        ("Lovely ward. Ask Pat about the rota?",          "Ask Pat about the rota?"),
        ("- lovely ward\n- mention the audit",            "mention the audit"),
        ("should mention the audit",                      "should mention the audit"),
        ("say thanks for the tea",                        "say thanks for the tea"),
        ("Say thank you for the tea.",                    "Say thank you for the tea."),
        ("something about the huddle",                    "something about the huddle"),
        ("Lovely ward (something about the huddle).",     "something about the huddle"),
        ("- maybe something on the audit\n- lovely ward", "maybe something on the audit"),
        ("For me: the rota",                              "For me:"),
        ("Lovely ward. **For me:** the rota",             "For me:"),
        ("dont forget the poster",                        "dont forget the poster"),
        ("Don’t forget my DBS number",                    "Don’t forget my DBS number"),
        ("lovely [add the link]",                         "[add the link]"),
        ("here's the study [link]",                       "[link]"),
        ("need to check dates with Pat first",            "need to check dates with Pat first"),
        ("not sure how to put this",                      "not sure how to put this"),
        ("Lovely ward. Not sure whether to say more",     "Not sure whether to say more"),
        ("remember the poster",                           "remember the poster"),
        ("tell them about the audit",                     "tell them about the audit"),
        ("check the start date",                          "check the start date"),
        ("attach CV",                                     "attach CV"),
        ("Lovely ward. Keep it short!",                   "Keep it short!"),
        ("make it sound less eager",                      "make it sound less eager"),
        ("don't be too pushy",                            "don't be too pushy"),
        ("it was lovely xxx ward",                        "xxx"),
        ("Carol = HR, be careful",                        "Carol = HR, be careful"),
        ("pat = the one with the dog",                    "pat = the one with the dog"),
        ("Carol told me about the rota. Lovely.",         "Carol told me about the rota."),
        ("I liked Carol’s questions",                     "Carol’s questions"),
        ("From: Carol Finch\nSent: Monday\nSee you then", "From: Carol Finch Sent:"),
        ("Sorry that I was late. Private: the TA was cold", "Private:"),
        ("lovely ward (dont know if i should say that)",  "dont know if i should say that"),
        ("Don't tell them about the other place",         "Don't tell them about the other place"),
        ("dont mention 2014",                             "dont mention 2014"),
        ("Leave out the layoff",                          "Leave out the layoff"),
        ("keep short, no jokes",                          "keep short, no jokes"),
        ("I'd want $26 if it's nights",                   "$26"),
        ("$26",                                           "$26"),
        ("Nights would suit me, 26/hr",                   "26/hr"),
        ("Nights would suit me, 24.50/hr and up",         "24.50/hr"),
        ("78-80k",                                        "78-80k"),
        ("Lovely ward. I'm hoping for 80k.",              "80k."),
        ("EUR 80.000",                                    "80.000"),
        ("bg check: told them myself",                    "bg check"),
        ("I got fired from Sysco.",                       "got fired"),
        ("seems chaotic",                                 "seems chaotic"),
        ("total chaos over there",                        "total chaos"),
        ("hates Figma",                                   "hates Figma"),
        ("The internal candidate is strong",              "internal candidate"),
        ("Subject: thank you",                            "Subject:"),
        ("pw: ward2024",                                  "pw: ward2024"),
    ];
    let found = pointed_out(&rows.map(|(line, _)| line));
    for ((line, words), found) in rows.iter().zip(found) {
        assert_eq!(found, format!("\"{words}\" reads like a remark for yourself"), "{line}");
    }
}

#[test]
fn what_is_meant_for_the_reader_is_not_pointed_out() {
    let lines = [
        "Say hello to the team from me.",
        "Please tell Pat that the audit is done.",
        "Please say thanks for the tea to the kitchen.",
        "Tell Pat I owe the team a cake.",
        "Remember me to Pat.",
        "Remember the handover that took an hour? Ours takes ten minutes now.",
        "Ask me anything about the audit.",
        "Ask away!",
        "Any of these would work for me: Monday, Tuesday.",
        "Add me on LinkedIn if you like.",
        "Check out the poster: https://poster.example/1",
        "Keep it up!",
        "Make sure that you get some rest.",
        "I attach my CV. It includes the audit.",
        "Something about the way you run the ward has stayed with me.",
        "Need to know anything else? Just write.",
        "Don't forget to send me the rota!",
        "I need to check dates with Pat first.",
        "I forgot to mention the audit. I should add that I led it.",
        "If there's time, I can\nask about parking, too.",
        "Mentioning the audit was kind. Asking about my dog, too.",
        "Thank you, Carol. Carol, it was lovely.",
        "I read the study [1] and the [plan](https://plan.example).\n\n\\[1] https://study.example",
        "I'm all for the Nurse [bank] role.",
        "The rota is from: Monday, and I like that.",
        "Address it to Robin Hale [they/them].",
        "Checking on the ward at night is what I know best.",
        "Could I add that the handover was lovely?",
        "Not sure if this is useful, but the link is below.",
        "Not sure whether it helps, but the audit is in the notes.",
        "Something about the workshop felt right.",
        "Something about the workshop felt right",
        "Something about the workshop and the people in it\nmade the day go by in no time",
        "Something on the rota was new to me.",
        "Perhaps check the date: the audit is on the 12th.",
        "Ask any of my colleagues.",
        "I have been thinking about [the] loom.",
        "I ran the ward on a budget of $2m and cut costs by €40k.",
        "We served 120k readers with a team of five.",
        "I ran a 10k for the ward in June.",
        "I'd want to work nights, and I cut the bill by a third.",
        "Loves to you and the team!",
        "Looks like a good plan to me.",
        "Seems I left my umbrella with you.",
        "You leave out nothing in a handover, and I liked that.",
    ];
    let found = pointed_out(&lines);
    for (line, found) in lines.iter().zip(found) {
        assert_eq!(found, "", "{line}");
    }
}

/// As with any remark, it takes `--anyway` to send it.
#[test]
fn what_was_left_for_oneself_is_not_mailed() {
    let text = note(FIELDS) + "\n## Say to Bea\n\nI loved the library. Ask about parking.\n";
    let folder = journal(&[("journal.toml", ME), ("a.md", &text)]);
    folder.build("2026-03-13");
    let shown = folder.run_on("2026-03-13", "show bea thank").stdout;
    assert!(shown.contains("Reads like a remark for yourself: \"Ask about parking.\""), "{shown}");
    let ran = folder.run_on("2026-03-13", "mail bea thank --print");
    assert!(ran.stderr.contains("it isn't finished"), "{ran:?}");
    let ran = folder.run_on("2026-03-13", "mail bea thank --print --anyway");
    assert!(ran.stdout.starts_with("mailto:"), "{ran:?}");
}

/// Thanks follow an opening that gives none.
#[test]
fn whoever_is_glad_to_have_met_somebody_thanks_them_too() {
    for (round, words, thanks) in [
        (
            "first",
            "Great to meet you. I hope the fair goes well.",
            "Thank you for talking the teacher role through with me on Thursday.",
        ),
        (
            "first",
            "It was good to talk with you about the teacher role.",
            "Thank you for talking it through with me on Thursday.",
        ),
        (
            "trial",
            "Lovely to meet you.",
            "Thank you for having me in for the trial shift on Thursday.",
        ),
        (
            "presentation",
            "Lovely to meet you.",
            "Thank you for coming to my presentation on Thursday.",
        ),
    ] {
        let fields = format!("{FIELDS}; round: {round}");
        let letter = letter(&fields, words);
        assert!(letter.starts_with(&format!("Hi Bea,\n\n{words}\n\n{thanks}\n\n")), "{letter}");
    }
}

/// A recruiter who reads what the user says of news, or offers, isn't told it twice.
#[test]
fn what_the_user_says_to_a_recruiter_is_not_said_a_second_time() {
    let fields = "role: Teacher; date: 2026-03-12; interviewers: [Bea Bo <b@x.example>]; \
        recruiter: Sam Lee <s@x.example>; decision_window: by Friday";
    for (words, gone) in [
        ("I look forward to hearing from you on Friday.", "mentioned a decision"),
        ("Let me know if you need anything.", "If you need anything from me"),
        ("I'm keen to take the next step.", "I came away interested"),
    ] {
        let folder = journal(&[("a.md", &(note(fields) + "\n## Say to Sam\n\n" + words + "\n"))]);
        folder.build("2026-03-13");
        let letter = folder.read("a.recruiter-thanks.draft.md");
        assert!(letter.contains(words) && !letter.contains(gone), "{letter}");
    }
}
