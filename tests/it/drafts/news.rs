//! Letters written after the news has come: each fits what has become of the application.

use crate::support::{Folder, journal, note};

use super::message;

/// The messages of one kind from a note with these fields and sections, on a day.
fn letters(fields: &str, sections: &str, kind: &str, day: &str) -> Vec<String> {
    let folder = journal(&[("a.md", &(note(fields) + "\n" + sections))]);
    folder.build(day);
    of_kind(&folder, kind)
}

fn of_kind(folder: &Folder, kind: &str) -> Vec<String> {
    let drafts = folder.drafts().into_iter().filter(|path| path.contains(kind));
    drafts.map(|path| message(&folder.read(&path)).to_owned()).collect()
}

/// Whoever has decided needs no pitch, and nothing that would help them decide.
#[test]
fn a_thank_you_after_the_news_fits_it() {
    let people = "interviewers: [Bea Bo <b@x.example>, Cy Co <c@x.example>]; recruiter: Sam Lee <s@x.example>";
    let sections = "## What stood out\n\n- Cy showed me the library\n\n## Fit\n\n- I taught Year 6 for four years.\n";
    #[rustfmt::skip]
    let cases = [
        ("outcome: offer", ["The offer arrived, and I was very glad to get it.", "I've had the offer, and I'm really pleased."]),
        ("outcome: offer; interest: keen", ["I'm delighted.", "just what I was hoping for."]),
        ("outcome: offer; interest: cooling", ["I've had the offer now, and I appreciate it.", "Thank you for your part in it."]),
        ("outcome: accepted", ["I'm looking forward to working with you.", "I look forward to seeing you again."]),
        ("outcome: accepted; internal: true", ["I'm looking forward to the new role.", "I'm glad that it worked out."]),
        ("outcome: rejected", ["I'm sorry it won't be this time, but I'm glad we met. I wish you and everyone there well.", "I hear it won't be me this time, but I'm glad I had the chance. Good luck to you and your team."]),
        ("outcome: declined; interest: keen", ["I won't be going any further with this, but I'm really glad we met. I wish you", "I've since decided not to go ahead, though"]),
        ("outcome: withdrawn", ["I won't be going any further with this", "I was glad to meet you. Good luck to you and your team."]),
        ("outcome: rejected; interest: cooling", ["stayed with you]\n\nI wish you and everyone there well.", "library.\n\nGood luck to you and your team."]),
        ("outcome: withdrawn; internal: true", ["I hope to see you around.", "see each other again before long."]),
    ];
    for (news, expected) in cases {
        let fields =
            format!("role: Teacher; date: 2026-03-12; {people}; {news}; outcome_date: 2026-03-13");
        let letters = letters(&fields, sections, "thank-you", "2026-03-13");
        assert_eq!(letters.len(), 2, "{news}");
        for (letter, expected) in letters.iter().zip(expected) {
            assert!(letter.contains(expected), "{news}: {letter}");
            for gone in ["Year 6", "help you decide", "next step", "any questions", "I'd "] {
                assert!(!letter.contains(gone), "{news}: {letter}");
            }
        }
        assert!(letters[1].contains("showing me the library"), "{}", letters[1]);
    }
}

/// Whoever is through to the next round doesn't offer to help with the decision.
#[test]
fn a_thank_you_after_an_invitation_is_glad_of_it() {
    let people = "interviewers: [Bea Bo <b@x.example>, Cy Co <c@x.example>]; recruiter: Sam Lee <s@x.example>";
    for (interest, expected) in [
        (
            "open",
            [
                "I was so glad to be through to the next round.\n",
                "It was great to hear that I'm through to the next round.\n",
            ],
        ),
        ("cooling", ["stayed with you]\n\nBest regards", "stayed with you]\n\nBest regards"]),
    ] {
        for outcome in ["next round", "HM chat"] {
            let fields = format!(
                "{people}; interest: {interest}; outcome: {outcome}; outcome_date: 2026-03-03"
            );
            let letters = letters(&fields, "", "thank-you", "2026-03-03");
            assert_eq!(letters.len(), 2, "{outcome}");
            for (letter, expected) in letters.iter().zip(expected) {
                assert!(letter.contains(expected), "{letter}");
                assert!(
                    !letter.contains("decide") && !letter.contains("work with you"),
                    "{letter}"
                );
            }
        }
    }
}

/// A farewell says so where it was the user who said no.
#[test]
fn a_farewell_gives_its_reason() {
    let people = "role: Teacher; date: 2026-03-12; interviewers: [Bea Bo <b@x.example>]; recruiter: Sam Lee <s@x.example>";
    for (news, is_own) in [("rejected", false), ("declined", true), ("withdrawn", true)] {
        let fields = format!("{people}; outcome: {news}; outcome_date: 2026-03-13");
        let letter = &letters(&fields, "", "thank-you", "2026-03-13")[0];
        assert_eq!(letter.contains("I won't be going any further"), is_own, "{letter}");
        assert!(letter.contains("I wish you and everyone there well."), "{letter}");
    }
    // Another job was taken before there was an answer.
    let folder = journal(&[
        ("a.md", &note(people)),
        ("b.md", &note("company: Bolt; role: Cook; outcome: accepted; outcome_date: 2026-03-13")),
    ]);
    folder.build("2026-03-13");
    let letter = &of_kind(&folder, "a.thank-you")[0];
    assert!(letter.contains("I won't be going any further with this"), "{letter}");
}

/// News that came more than six days later makes it another week's Tuesday.
#[test]
fn a_thank_you_after_late_news_names_the_date() {
    let people = "role: Teacher; date: 2026-03-03; interviewers: [Bea Bo <b@x.example>]; contact: Sam Lee <s@x.example>";
    for (heard, day) in [("2026-03-09", "on Tuesday."), ("2026-03-12", "on Tuesday 3 March.")] {
        let fields = format!("{people}; outcome: offer; outcome_date: {heard}");
        let letter = &letters(&fields, "", "thank-you", heard)[0];
        assert!(letter.contains(&format!("about the teacher role {day}")), "{letter}");
    }
}

/// The outcome stands in the note of the latest round, and holds for those of earlier ones.
#[test]
fn a_thank_you_for_an_earlier_round_knows_what_came_of_it() {
    let recruiter = "role: Teacher; recruiter: Sam Lee <s@x.example>";
    let earlier = note(&format!(
        "{recruiter}; outcome: next round; interviewers: [Bea Bo <b@x.example>]; interest: keen"
    ));
    let later = note(&format!(
        "{recruiter}; date: 2026-03-04; outcome: rejected; outcome_date: 2026-03-05"
    ));
    let folder = journal(&[("a.md", &earlier), ("b.md", &later)]);
    folder.build("2026-03-05");
    let letters = of_kind(&folder, "a.thank-you");
    assert!(letters[0].contains("I wish you and everyone there well."), "{letters:?}");
    assert!(!letters[0].contains("I'd"), "{letters:?}");
}

/// Nobody speaks of an interview that there never was, or thanks somebody whom they never met.
#[test]
fn an_application_that_was_refused_is_no_interview() {
    let applied = "---\ncompany: Acme\napplied: 2026-03-01\nrole: Cook\ninterviewers: [Ann Poe <ann@x.example>]\n\
        recruiter: RECRUITER\noutcome: rejected\noutcome_date: 2026-03-20\n---\n";
    for recruiter in ["Sam Lee <s@x.example>", "{name: Sam Lee, email: s@x.example, agency: Tal}"] {
        let folder = journal(&[("a.md", &applied.replace("RECRUITER", recruiter))]);
        folder.build("2026-03-25");
        let letters = ["rejection-thanks", "feedback-request"].map(|kind| {
            let draft = folder.read(&format!("a.{kind}.draft.md"));
            assert!(
                !draft.to_lowercase().contains("interview") && !draft.contains("Ann"),
                "{draft}"
            );
            message(&draft).to_owned()
        });
        assert!(!letters[0].contains("the chance"), "{}", letters[0]);
        let is_direct = !recruiter.contains("agency");
        assert_eq!(
            letters[0].contains("considering my application for the cook role."),
            is_direct,
            "{}",
            letters[0]
        );
        assert_eq!(
            letters[1].contains("made my application stronger?"),
            is_direct,
            "{}",
            letters[1]
        );
    }
}

#[test]
fn an_interview_to_come_is_called_off_and_nobody_is_thanked_for_it() {
    let fields = "role: Cook; date: 2026-03-24; interviewers: [Ann Poe <ann@x.example>]; recruiter: Sam Lee <s@x.example>";
    // With the day of the news, and without it, as news of today.
    for day in ["; outcome_date: 2026-03-21", ""] {
        let fields = format!("{fields}; outcome: withdrawn{day}");
        let letter = &letters(&fields, "", "withdrawal", "2026-03-21")[0];
        assert!(
            letter.contains("so I won't be there for the interview on Tuesday 24 March."),
            "{letter}"
        );
        assert!(!letter.contains("Ann") && letter.contains("sorry for the trouble"), "{letter}");
    }
    let refused = format!("{fields}; outcome: rejected; outcome_date: 2026-03-21");
    let letter = &letters(&refused, "", "rejection-thanks", "2026-03-23")[0];
    assert!(!letter.contains("Ann") && !letter.contains("chance"), "{letter}");
    // Somebody else was met before.
    let folder = journal(&[
        ("a.md", &note("role: Cook; interviewers: [Bo Ek <bo@x.example>]; outcome: next round")),
        ("b.md", &note(&refused)),
    ]);
    folder.build("2026-03-25");
    let question = &of_kind(&folder, "feedback-request")[0];
    assert!(question.contains("in the interview or before?"), "{question}");
    // One of an application has nothing to call off.
    let applied = fields.replace("date: 2026-03-24", "applied: 2026-03-10");
    let withdrawn = format!(
        "---\ncompany: Acme\n{}\noutcome: withdrawn\noutcome_date: 2026-03-21\n---\n",
        applied.replace("; ", "\n")
    );
    let folder = journal(&[("a.md", &withdrawn)]);
    folder.build("2026-03-21");
    let letter = &of_kind(&folder, "withdrawal")[0];
    assert!(
        letter.contains("Thank you for considering me.") && !letter.contains("Ann"),
        "{letter}"
    );
}

#[test]
fn the_first_interview_is_no_next_round() {
    let invited = "---\ncompany: Acme\napplied: 2026-03-01\nrole: Cook\nrecruiter: Sam Lee <s@x.example>\n\
        outcome: more_interviews\noutcome_date: 2026-03-20\n---\n";
    let folder = journal(&[("a.md", invited)]);
    folder.build("2026-03-20");
    let draft = folder.read("a.next-round.draft.md");
    assert!(draft.contains("I'm glad to be invited to interview for the cook role."), "{draft}");
    // Nobody says that it isn't the final, or a trial shift.
    for words in ["next round", "first interview"] {
        assert!(!draft.to_lowercase().contains(words), "{draft}");
    }
}

/// An agency's recruiter who alone held an interview has put nobody forward.
#[test]
fn an_agency_that_refused_one_itself_put_nobody_forward() {
    let question = |interviewers: &str| {
        let fields = format!(
            "role: Cook; interviewers: [{interviewers}]; outcome: rejected; outcome_date: 2026-03-04; \
             recruiter: {{name: Sam Lee, email: s@t.example, agency: Talent}}"
        );
        letters(&fields, "", "feedback-request", "2026-03-09")[0].clone()
    };
    let own = question("Sam Lee <s@t.example>");
    assert!(own.contains("Thank you for talking with me about the cook role at Acme."), "{own}");
    assert!(
        own.contains("Could you tell me one thing that would have made me a stronger candidate?")
    );
    let theirs = question("Ann Poe <ann@x.example>");
    assert!(theirs.contains("Thank you for putting me forward for the cook role at Acme."));
}

/// After several rounds nobody speaks as if the last one had been all.
#[test]
fn a_refusal_after_several_rounds_is_answered_for_all_of_them() {
    let sam = "role: Cook; recruiter: Sam Lee <s@x.example>; interest: INTEREST";
    let rejected = "outcome: rejected; outcome_date: 2026-03-12";
    for (interest, regret) in [
        ("open", "After coming this far, I'd hoped for a yes, but I'm"),
        ("cooling", "I'm sorry it didn't work out this time, but I'm"),
    ] {
        let sam = sam.replace("INTEREST", interest);
        let folder = journal(&[
            ("a.md", &note(&format!("{sam}; interviewers: [Bo Ek <bo@x.example>]"))),
            (
                "b.md",
                &note(&format!("{sam}; date: 2026-03-09; interviewers: [Ann Poe]; {rejected}")),
            ),
        ]);
        folder.build("2026-03-16");
        let letter = folder.read("b.rejection-thanks.draft.md");
        assert!(letter.contains(&format!("{regret} glad to have met Bo and Ann.")), "{letter}");
        // Whoever tells it may have held the first one.
        let screen = note(&format!("{sam}; interviewers: [Sam Lee <s@x.example>]"));
        let folder_of_two = journal(&[("a.md", &screen), ("b.md", &folder.read("b.md"))]);
        folder_of_two.build("2026-03-16");
        let letter = folder_of_two.read("b.rejection-thanks.draft.md");
        assert!(letter.contains(&format!("{regret} glad to have met Ann.")), "{letter}");
        let question = folder.read("b.feedback-request.draft.md");
        assert!(question.contains("subject: One question about my interviews"), "{question}");
        let asked = "Could you tell me one thing I could have done better in the interviews?";
        assert!(question.contains(asked), "{question}");
    }
}

/// Whoever takes leave names those of all rounds, unless they are too many.
#[test]
fn a_farewell_names_those_of_all_rounds() {
    for (first, others, met) in [
        ("Bo Ek", "you, Bo and Ann", "Bo and Ann"),
        ("Bo Ek, Cy Lo, Di Ott, Ed Roe", "you and Ann", "everyone along the way"),
    ] {
        for (outcome, kind, expected) in [
            ("declined", "decline", format!("all the time {others} gave me")),
            ("rejected", "rejection-thanks", format!("glad to have met {met}.")),
        ] {
            let sam = "role: Nurse; recruiter: Sam Lee <s@x.example>";
            let ends = format!("outcome: {outcome}; outcome_date: 2026-03-12");
            let folder = journal(&[
                ("a.md", &note(&format!("{sam}; interviewers: [{first}]"))),
                (
                    "b.md",
                    &note(&format!("{sam}; date: 2026-03-09; interviewers: [Ann Poe]; {ends}")),
                ),
            ]);
            folder.build("2026-03-13");
            let letter = folder.read(&format!("b.{kind}.draft.md"));
            assert!(letter.contains(&expected), "{letter}");
        }
    }
}

#[test]
fn a_refusal_of_ones_own_thanks_everybody_once() {
    let people = "role: Cook; interviewers: [Ann Poe <ann@x.example>, Bo Ek <bo@x.example>]";
    let declined = "outcome: declined; outcome_date: 2026-03-04";
    let sam = "recruiter: Sam Lee <s@x.example>";
    let fields = format!("{people}; {sam}; {declined}");
    let letter = &letters(&fields, "", "decline", "2026-03-05")[0];
    let start = "Hi Sam,\n\nThank you for offering me the cook role, and for all the time you, Ann and Bo gave me. \
                 I've thought it over carefully, and I've decided not to take it.\n\nI hope our paths cross again.";
    assert!(letter.starts_with(start), "{letter}");
    let internal = &letters(&format!("{fields}; internal: true"), "", "decline", "2026-03-05")[0];
    assert_eq!(internal.to_lowercase().matches("thank").count(), 1, "{internal}");
    let agency = "recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    let rejected = "outcome: rejected; outcome_date: 2026-03-04";
    let fields = format!("{people}; {agency}; {rejected}");
    let letter = &letters(&fields, "", "rejection-thanks", "2026-03-05")[0];
    assert!(
        letter.contains("I'm sorry it won't be this one. Please thank Ann and Bo for me."),
        "{letter}"
    );
    assert!(!letter.contains("grateful"), "{letter}");
}

/// An agency has many candidates and clients.
#[test]
fn an_agency_finds_the_company_in_every_subject() {
    let agency = "recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    for (role, tag) in
        [("role: Cook; ", "(Alex Morgan for Cook at Acme)"), ("", "(Alex Morgan, Acme)")]
    {
        let fields = format!("{role}interviewers: [Ann Poe <ann@x.example>]; {agency}");
        let config = "[me]\nname = \"Alex Morgan\"\n";
        let folder = journal(&[("a.md", &note(&fields)), ("journal.toml", config)]);
        folder.build("2026-03-05");
        for (kind, subject) in [
            ("recruiter-thanks", "Thank you for arranging the interview"),
            ("recruiter-debrief", "The interview on Monday"),
        ] {
            let draft = folder.read(&format!("a.{kind}.draft.md"));
            assert!(draft.contains(&format!("subject: {subject} {tag}\n")), "{draft}");
        }
        let thanks = folder.read("a.thank-you.ann-poe.draft.md");
        assert!(!thanks.split("---").nth(1).unwrap().contains("Acme"), "{thanks}");
    }
}

#[test]
fn a_report_still_reads_well_without_what_was_to_be_filled_in() {
    let fields = "role: Analyst; interviewers: [Ann Poe <ann@x.example>]; \
        recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    for (interest, rest) in [
        ("cooling", "On Monday, I talked with Ann at Acme.\n\nWhat's the next step on their side"),
        (
            "keen",
            "On Monday, I talked with Ann at Acme, and I'd very much like the job. You're welcome to tell them so.\n\nIf they have",
        ),
    ] {
        let fields = format!("{fields}; interest: {interest}");
        let report = &letters(&fields, "", "recruiter-debrief", "2026-03-05")[0];
        let (start, end) = report.split_once("[fill in: ").unwrap();
        let report = start.to_owned() + end.split_once("]\n\n").unwrap().1;
        assert!(report.contains(rest), "{report}");
    }
}

#[test]
fn whoever_arranged_an_interview_hears_what_was_heard_of_it() {
    let fields =
        "role: Cook; interviewers: [Ann Poe <ann@x.example>]; recruiter: Sam Lee <s@x.example>";
    let hold = "updates: [{date: 2026-03-03, decision_window: on hold}]";
    #[rustfmt::skip]
    let cases = [
        (hold.to_owned(), "I hear it's on hold for now. If that changes, I'd be glad to hear from you."),
        (format!("{hold}; interest: cooling"), "I hear it's on hold for now. If that changes, just let me know."),
        ("decision_window: 2 weeks".to_owned(), "You mentioned a decision within two weeks, so I'll look out for your news."),
        ("interest: open".to_owned(), "It's a job I'd really like to do, and I'd be glad to go on to the next stage."),
    ];
    for (more, expected) in cases {
        let letter =
            &letters(&format!("{fields}; {more}"), "", "recruiter-thanks", "2026-03-04")[0];
        assert!(letter.contains(expected), "{letter}");
    }
}

/// Nobody met is met another time, and those who were met may be met again.
#[test]
fn a_withdrawal_hopes_for_another_time() {
    let applied = "---\ncompany: Acme\napplied: 2026-03-01\nrole: Cook\nrecruiter: Sam Lee <s@x.example>\n\
        outcome: withdrawn\noutcome_date: 2026-03-20\n---\n";
    let folder = journal(&[("a.md", applied)]);
    folder.build("2026-03-20");
    let letter = folder.read("a.withdrawal.draft.md");
    assert!(letter.contains("I hope we get to meet another time."), "{letter}");
    let fields = "role: Cook; interviewers: [Ann Poe <ann@x.example>]; outcome: withdrawn; outcome_date: 2026-03-04";
    let letter = &letters(fields, "", "withdrawal", "2026-03-05")[0];
    assert!(letter.contains("I hope our paths cross again."), "{letter}");
    let internal =
        &letters(&format!("{fields}; internal: true"), "", "withdrawal", "2026-03-05")[0];
    assert!(
        internal.contains("I'm glad we talked, and I hope we get to work together another time."),
        "{internal}"
    );
}

/// Nobody is asked for what they have said already.
#[test]
fn feedback_that_was_given_is_not_asked_for() {
    let fields =
        "role: Cook; recruiter: Sam Lee <s@x.example>; outcome: rejected; outcome_date: 2026-03-12";
    let folder = journal(&[("a.md", &(note(fields) + "\n## Feedback\n"))]);
    let agenda = folder.build("2026-03-17");
    assert!(agenda.contains("Ask Sam Lee for feedback"), "{agenda}");
    assert!(folder.has("a.feedback-request.draft.md"));
    folder.edit(
        "a.md",
        "## Feedback\n",
        "## Feedback from Sam\n\nMore examples, and a small project to lead.\n",
    );
    let agenda = folder.build("2026-03-17");
    assert!(!agenda.contains("Ask Sam Lee for feedback"), "{agenda}");
    assert!(!folder.has("a.feedback-request.draft.md"));
    assert!(folder.has("a.rejection-thanks.draft.md"));
    assert!(!folder.read("a.rejection-thanks.draft.md").contains("\nMore examples"));
}

/// A report while the search is on hold asks for nothing, and has no blank.
#[test]
fn a_report_on_hold_waits() {
    let fields = "role: Analyst; interviewers: [Ann Poe <ann@x.example>]; \
        recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}; \
        updates: [{date: 2026-03-03, decision_window: on hold}]";
    for (interest, says) in [
        (
            "open",
            "and I could see myself in this job. If it picks up again, please tell them so.\n\nBest regards",
        ),
        (
            "keen",
            "I'd very much like the job. If it picks up again, please tell them so.\n\nBest regards",
        ),
    ] {
        let fields = format!("{fields}; interest: {interest}");
        let letter = &letters(&fields, "", "recruiter-debrief", "2026-03-04")[0];
        assert!(letter.contains(says), "{letter}");
    }
}

/// Whoever held the interview and brings the news gets no other thanks.
#[test]
fn good_news_from_an_interviewer_is_answered_with_the_thanks() {
    let people = "role: Cook; interviewers: [Bea Bo <b@x.example>]";
    let beth = "recruiter: Bea Bo <b@x.example>";
    let done = "followups: {thank-you/bea-bo: done 2026-03-03}";
    let second = "round: trial; interest: cooling";
    #[rustfmt::skip]
    let cases = [
        // more fields | the kind | how the letter begins
        (String::new(),                 "next-round", "Thank you for talking with me on Monday, and for the good news. I'm glad to be"),
        (beth.to_owned(),               "next-round", "Thank you for talking with me on Monday, and for the good news. I'm glad to be"),
        (second.to_owned(),             "next-round", "Thank you for having me in for the trial shift on Monday, and for letting me know. I'd be glad to go on"),
        (done.to_owned(),               "next-round", "Thank you, that's good news. I'm glad to be"),
        ("outcome: HM chat".to_owned(), "hiring-manager", "Thank you for talking with me on Monday, and for the good news. I'm looking forward to talking with the hiring manager about"),
    ];
    for (more, kind, begins) in cases {
        let outcome = if more.contains("outcome") { "" } else { "outcome: next round; " };
        let fields = format!("{people}; {outcome}outcome_date: 2026-03-04; {more}");
        let letter = &letters(&fields, "", kind, "2026-03-05")[0];
        assert!(letter.starts_with(&format!("Hi Bea,\n\n{begins}")), "{letter}");
    }
}

/// Times that stand for themselves are given as such.
#[test]
fn bare_times_are_offered() {
    let fields = "role: Cook; interviewers: [Bea Bo <b@x.example>]; recruiter: Sam Lee <s@x.example>; \
        outcome: next round; outcome_date: 2026-03-04";
    for (words, is_list) in [
        ("Tuesday 17 March from 9 to 12, or Thursday 19 March after 2 (GMT).", true),
        ("- Tuesday 17 March from 9 to 12\n- Thursday 19 March after 2", true),
        ("Tuesday at 9 works for me.", false),
        ("Tuesday is the day when the ferry brings the crates.", false),
    ] {
        let letter =
            &letters(fields, &format!("## Say to Sam\n\n{words}\n"), "next-round", "2026-03-05")[0];
        let first = words.lines().next().unwrap().trim_start_matches("- ");
        let intro = letter.split(first).next().unwrap();
        assert_eq!(intro.ends_with("These times would suit me:\n\n"), is_list, "{letter}");
        assert_eq!(letter.contains("Who will I be meeting"), is_list, "{letter}");
    }
}

/// Whoever is in reserve is asked for no decision, and asks whether anything has moved.
#[test]
fn letters_know_of_a_reserve_list() {
    let fields = "role: Trainee; interviewers: [Bea Bo <b@x.example>]; recruiter: Sam Lee <s@x.example>; \
        updates: [{date: 2026-03-04, decision_window: reserve list}]";
    let thanks = &letters(fields, "", "thank-you.bea-bo", "2026-03-05")[0];
    assert!(thanks.contains("I know that I'm on the reserve list."), "{thanks}");
    assert!(!thanks.contains("help you decide"), "{thanks}");
    let check = &letters(fields, "", "status-check.1", "2026-04-07")[0];
    assert!(
        check.contains("On Wednesday 4 March, you let me know that I'm on the reserve list for the trainee role."),
        "{check}"
    );
    assert!(!check.contains("somebody else"), "{check}");
}

/// They have given an answer already, so none is asked for.
#[test]
fn word_of_an_offer_knows_of_a_reserve_list() {
    let offer = "company: Other; role: Baker; outcome: offer; outcome_date: 2026-03-05; decide_by: 2026-03-13";
    for (window, says) in [
        (
            "reserve list",
            "I know I'm on the reserve list. Has anything moved, or might it before then?",
        ),
        (
            "on hold",
            "I know that things are on hold. Has anything changed, or might it before then?",
        ),
    ] {
        for interest in ["keen", "open", "cooling"] {
            let fields = format!(
                "role: Trainee; interviewers: [Bea Bo <b@x.example>]; interest: {interest}; \
                 updates: [{{date: 2026-03-04, decision_window: {window}}}]"
            );
            let folder = journal(&[("a.md", &note(&fields)), ("b.md", &note(offer))]);
            folder.build("2026-03-06");
            let letter = folder.read("b.offer-elsewhere.acme-trainee.draft.md");
            assert!(letter.contains(says), "{letter}");
            for words in ["answer before then", "a step left", "see it through"] {
                assert!(!letter.contains(words), "{letter}");
            }
        }
    }
}

/// One asks for nobody to be thanked who hears it directly, or has.
#[test]
fn thanks_that_somebody_gets_are_not_passed_on() {
    let fields =
        "role: Cook; interviewers: [Ann Poe <ann@x.example>]; recruiter: Sam Lee <s@x.example>";
    #[rustfmt::skip]
    let cases = [
        // the outcome, its day | records | whether Ann is to be thanked
        ("more_interviews", "2026-03-04", "",                                 false),
        ("more_interviews", "2026-03-04", "thank-you/ann-poe: done 2026-03-03", false),
        ("more_interviews", "2026-03-04", "thank-you/ann-poe: skipped 2026-03-03", true),
        ("more_interviews", "2026-03-30", "",                                 true),
        ("hiring_manager",  "2026-03-04", "",                                 false),
        ("hiring_manager",  "2026-03-30", "",                                 true),
    ];
    for (outcome, day, records, is_passed_on) in cases {
        let more = format!("outcome: {outcome}; outcome_date: {day}; followups: {{{records}}}");
        let kind = if outcome == "hiring_manager" { outcome } else { "next-round" };
        let letter = &letters(&format!("{fields}; {more}"), "", &kind.replace('_', "-"), day)[0];
        assert_eq!(letter.contains("Please thank Ann for me."), is_passed_on, "{letter}");
    }
}

/// A farewell to somebody one has met says what stayed, unless the user has words of their own for it.
#[test]
fn a_farewell_remembers() {
    let liked = "## Liked\n\n- that the nurses share a rota\n";
    for (outcome, kind, remembers) in [
        ("declined", "decline", "I'll remember"),
        ("withdrawn", "withdrawal", "I'll remember"),
        ("rejected", "rejection-thanks", "I especially liked"),
    ] {
        let fields = |more: &str| {
            format!(
                "role: Nurse; interviewers: [Bea Bo <b@x.example>]; outcome: {outcome}; outcome_date: 2026-03-04{more}"
            )
        };
        let letter = &letters(&fields(""), liked, kind, "2026-03-05")[0];
        let remembered = format!("{remembers} that the nurses share a rota");
        assert!(letter.contains(&remembered), "{letter}");
        let said = format!("{liked}\n## Say to Bea\n\nThank you for the tour of the ward.\n");
        for (more, sections) in [
            ("; interest: cooling", liked),
            ("", said.as_str()),
            ("; recruiter: Sam Lee <s@x.example>", liked),
        ] {
            let letter = &letters(&fields(more), sections, kind, "2026-03-05")[0];
            assert!(!letter.contains(remembers), "{letter}");
        }
    }
}

/// Whoever has said yes in writing takes that back, and says sorry.
#[test]
fn a_no_after_a_yes_takes_it_back() {
    const SORRY: &str =
        "I know you were counting on me, and I'm truly sorry for the trouble this causes you.";
    let people = "role: Cook; interviewers: [Ann Poe <ann@x.example>]";
    let kim = "; recruiter: Kim Orr <kim@x.example>";
    let agency = "; recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    let taken = "company: Bolt; role: Baker; outcome: accepted; outcome_date: 2026-03-12";
    #[rustfmt::skip]
    let cases = [
        // more | the outcome | another job | what the letter says
        (kim,    "declined",  false, "my acceptance of your offer of the cook role. I've thought it over again, and I won't be starting after all."),
        (kim,    "declined",  true,  "my acceptance of your offer of the cook role. I've accepted another offer, and I won't be starting after all."),
        (kim,    "declined",  false, "Thank you for all the time you and Ann gave me. I hope our paths cross again."),
        ("",     "declined",  false, "I'm glad we met, and I hope our paths cross again."),
        (agency, "declined",  false, "my acceptance of the offer for the cook role at Acme."),
        (agency, "declined",  false, "Thank you for all your work on it. Please thank Ann for me.\n"),
        ("; internal: true", "declined", false, "and I won't be moving after all."),
        (kim,    "withdrawn", false, "my acceptance of the offer for the cook role, and I won't be starting after all."),
    ];
    for (more, outcome, is_elsewhere, says) in cases {
        let kind = if outcome == "declined" { "decline" } else { "withdrawal" };
        let fields =
            format!("{people}{more}; outcome: {outcome}; outcome_date: 2026-03-12; company: Acme");
        let letter = |records: &str| {
            let folder = journal(&[("a.md", &note(&format!("{fields}{records}")))]);
            if is_elsewhere {
                folder.write("b.md", note(taken));
            }
            folder.build("2026-03-12");
            folder.read(&format!("a.{kind}.draft.md"))
        };
        let after = letter("; followups: {acceptance: done 2026-03-06}");
        assert!(message(&after).contains(says) && message(&after).contains(SORRY), "{after}");
        assert!(after.contains("subject: About my acceptance"), "{after}");
        for old in ["decided not", "decline", "I've decided to withdraw", "right away"] {
            assert!(!message(&after).contains(old), "{after}");
        }
        assert!(!letter("").contains("my acceptance"), "{outcome}");
    }
}

/// Whoever talks about an offer knows of it.
#[test]
fn a_talk_after_the_offer_brings_no_news_of_it() {
    let offer = "role: Cook; interviewers: [Ann Poe <ann@x.example>]; recruiter: Sam Lee <s@x.example>; \
        outcome: offer; outcome_date: 2026-03-06";
    let people = "Bo Ek <b@x.example>, Cy Fox <c@x.example>, Di Gee <d@x.example>";
    for (day, is_after) in [("2026-03-10", true), ("2026-03-05", false)] {
        let talk = format!("role: Cook; date: {day}; round: terms; interviewers: [{people}]");
        let folder = journal(&[("a.md", &note(offer)), ("b.md", &note(&talk))]);
        folder.build("2026-03-10");
        let letters = of_kind(&folder, "thank-you");
        let of_talk = letters.iter().filter(|letter| !letter.starts_with("Hi Ann"));
        let of_talk: Vec<&String> = of_talk.collect();
        assert_eq!(of_talk.len(), 3);
        for letter in of_talk {
            assert_eq!(
                letter.contains("answer.") || letter.contains("decide."),
                is_after,
                "{letter}"
            );
            let is_news = ["the offer", "The offer"].iter().any(|words| letter.contains(words));
            assert_eq!(is_news, !is_after, "{letter}");
        }
    }
}

/// Two offers of a day with one deadline are answered in one letter, and decided on one by one.
#[test]
fn offers_for_two_roles_are_thanked_for_together() {
    let offer = |role: &str, decide_by: &str| {
        note(&format!(
            "role: {role}; interviewers: [Lupe Ortiz <l@r.example>]; outcome: offer; outcome_date: 2026-03-10; \
             decide_by: {decide_by}"
        ))
    };
    for (decide_by, are_together) in [("2026-03-13", true), ("2026-03-16", false)] {
        let folder = journal(&[
            ("a.md", &offer("Baker", "2026-03-13")),
            ("b.md", &offer("Cook", decide_by)),
        ]);
        let agenda = folder.build("2026-03-11");
        let letter = folder.read("a.offer-thanks.draft.md");
        let both = "Thank you for offering me the baker role and the cook role.";
        assert_eq!(message(&letter).contains(both), are_together, "{letter}");
        for kind in ["offer-thanks", "offer-feedback"] {
            assert!(folder.has(&format!("a.{kind}.draft.md")));
            assert_eq!(folder.has(&format!("b.{kind}.draft.md")), !are_together, "{kind}");
        }
        assert_eq!(agenda.matches("**Decide on the offer").count(), 2, "{agenda}");
    }
}
