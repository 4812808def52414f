//! The user's own words in letters: all that is to be said, once, and to whom it is meant.

use crate::support::{Folder, journal, note};

use super::message;

#[test]
fn what_is_to_be_said_is_said_once() {
    const SAID: &str = "The story about the cut cable made me laugh for the whole way home.";
    const NEW: &str = "I'm free on Tuesday afternoon and on Thursday.";
    let note = format!(
        "---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\ninterviewers: [Jane Doe <j@acme.example>]\n---\n\n\
         ## Say to Jane\n\n{SAID}\n"
    );
    let folder = journal(&[("a.md", &note)]);
    folder.build("2026-03-03");
    let first = "a.thank-you.jane-doe.draft.md";
    assert!(folder.read(first).contains(SAID));
    // The first message wasn't sent, and the answer takes its place.
    folder.edit("a.md", "role:", "outcome: next round\noutcome_date: 2026-03-04\nrole:");
    folder.build("2026-03-04");
    let second = "a.next-round.draft.md";
    assert!(!folder.has(first) && folder.read(second).contains(SAID));
    // It is sent in other words, and nothing is left to say.
    folder.write("a.md", &note);
    folder.build("2026-03-03");
    folder.edit(first, "made me laugh for the whole way", "made me laugh the whole way");
    folder.edit("a.md", "role:", "followups: {thank-you/jane-doe: done 2026-03-03}\nrole:");
    folder.edit("a.md", "role:", "outcome: next round\noutcome_date: 2026-03-04\nrole:");
    folder.build("2026-03-04");
    assert!(!folder.read(second).contains("cable"), "{}", folder.read(second));
    // What is added goes out now, and only now.
    folder.edit("a.md", SAID, &format!("{SAID}\n\n{NEW}"));
    folder.build("2026-03-04");
    let text = folder.read(second);
    assert!(message(&text).contains(NEW) && !message(&text).contains("cable"), "{text}");
    assert!(!text.contains("[fill in: two or three days"), "{text}");
    assert_eq!(folder.run_on("2026-03-04", "build --check").code, 0);
}

/// What the recruiter passed on was said to whom it was passed on.
#[test]
fn what_went_through_the_recruiter_was_said() {
    const SAID: &str = "Your plan to bring the depot in-house has stayed with me.";
    let note = format!(
        "---\ncompany: Acme\ndate: 2026-03-02\nrole: Planner\ninterviewers: [Graham Bell]\n\
         recruiter: Sam Lee <s@a.example>\n---\n\n## Say to Graham\n\n{SAID}\n"
    );
    let folder = journal(&[("a.md", &note)]);
    folder.build("2026-03-03");
    let first = folder.read("a.thank-you.graham-bell.draft.md");
    assert!(first.contains("to: Sam Lee") && first.contains(SAID), "{first}");
    let word = "outcome: offer\noutcome_date: 2026-03-05\ncontact: Graham Bell <g@a.example>";
    folder.edit("a.md", "role:", "followups: {thank-you/graham-bell: done 2026-03-03}\nrole:");
    folder.edit("a.md", "role:", &format!("{word}\nrole:"));
    folder.build("2026-03-05");
    let offer = folder.read("a.offer-thanks.draft.md");
    assert!(offer.contains("Hi Graham") && !offer.contains("depot"), "{offer}");
}

/// A list item gets the full stop that it lacks; a line that goes on in the next one is no sentence.
#[test]
fn a_sentence_without_its_full_stop_gets_it_and_none_is_cut() {
    let note = |company: &str, fit: &str| {
        format!(
            "---\ncompany: {company}\ndate: 2026-03-02\ninterviewers: [Jane Doe <j@acme.example>]\n---\n\n\
             ## Fit\n\n{fit}\n\n## Liked\n\n- the bread oven\n"
        )
    };
    let folder = journal(&[
        ("a.md", &note("Acme", "- I led a team of twelve at a parcel depot")),
        (
            "b.md",
            &note("Bolt", "I led a team of twelve at a parcel depot\nand hated every hour of it."),
        ),
    ]);
    folder.build("2026-03-03");
    let [whole, wrapped] = ["a", "b"].map(|note| {
        message(&folder.read(&format!("{note}.thank-you.jane-doe.draft.md"))).to_owned()
    });
    let told = "\n\nI led a team of twelve at a parcel depot. I'd be glad to bring that experience to your team.";
    assert!(whole.contains(told), "{whole}");
    assert!(whole.contains(" I especially liked the bread oven.\n"), "{whole}");
    assert!(!wrapped.contains("team of twelve"), "{wrapped}");
}

/// A sentence about one's work goes to whoever it concerns, in a paragraph of its own.
#[test]
fn everybody_hears_of_the_work_that_concerns_them() {
    let note = |fit: &str| {
        format!(
            "---\ncompany: Tolland\ndate: 2026-03-02\nrole: Warehouse team lead\ninterviewers:\n  \
             - {{name: Rosa Medina, email: rosa@t.example, title: Operations manager, lead: true}}\n  \
             - {{name: Pete Novak, email: pete@t.example, title: Night shift supervisor}}\n\
             recruiter: {{name: Sam Lee, email: sam@k.example, agency: Keystone}}\n---\n\n## Fit\n\n{fit}\n"
        )
    };
    let (shift, forklift, rest) = (
        "I led a shift of 18 on a cross-dock for four years.",
        "I hold a forklift instructor's certificate.",
        ["I have trained 30 people on scanners.", "I wrote the manual for the scanners."],
    );
    let folder = journal(&[("t.md", &note(&[shift, forklift, rest[0], rest[1]].join("\n")))]);
    folder.build("2026-03-03");
    let message = |kind: &str| message(&folder.read(&format!("t.{kind}.draft.md"))).to_owned();
    let (rosa, pete) = (message("thank-you.rosa-medina"), message("thank-you.pete-novak"));
    assert!(pete.contains(&format!("\n\n{shift} I'd")), "{pete}");
    assert!(rosa.contains(&format!("\n\n{forklift} I'd")), "{rosa}");
    assert!(pete.contains("to talk about the warehouse team lead role on"), "{pete}");
    let debrief = message("recruiter-debrief");
    let points =
        format!("\n\nTwo points that you could pass on:\n\n- {}\n- {}\n\n", rest[0], rest[1]);
    assert!(debrief.contains(&points), "{debrief}");
    // The only one goes to whoever leads the round.
    folder.write("t.md", note(shift));
    folder.build("2026-03-03");
    let (rosa, pete) = (message("thank-you.rosa-medina"), message("thank-you.pete-novak"));
    assert!(rosa.contains(shift) && !pete.contains(shift), "{rosa}{pete}");
}

/// Whoever has written their own thanks, or their own hope to hear again, doesn't say it a second time in stock words.
#[test]
fn a_letter_does_not_repeat_what_its_writer_says() {
    let letter = |recruiter: &str, words: &str| {
        let note = format!(
            "---\ncompany: Ivory\ndate: 2026-03-02\nrole: Sound designer\noutcome: rejected\noutcome_date: 2026-03-10\n\
             recruiter: {{name: Sam Lee, email: s@i.example{recruiter}}}\n\
             followups: {{recruiter-thanks: skipped 2026-03-02, recruiter-debrief: skipped 2026-03-03}}\n---\n\n\
             ## Say to Sam\n\n{words}\n"
        );
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-10");
        message(&folder.read("a.rejection-thanks.draft.md")).to_owned()
    };
    let (thanks, door) = (
        "Thank you for ringing me yourself.",
        "I'd be glad to hear from you when radio drama comes up.",
    );
    for recruiter in ["", ", agency: Crewcall"] {
        let both = letter(recruiter, &format!("{thanks}\n\n{door}"));
        assert!(both.starts_with(&format!("Hi Sam,\n\n{thanks}\n\nI'm sorry")), "{both}");
        assert_eq!(
            (both.matches("Thank").count(), both.matches("I'd be").count()),
            (1, 1),
            "{both}"
        );
        let asks = |letter: &str| {
            letter.contains("think I'd fit") || letter.contains("glad to hear about it")
        };
        assert!(!asks(&both), "{both}");
        let none = letter(recruiter, "The reel room is the best I have heard.");
        assert!(none.contains("Thank you for letting me know") && asks(&none));
    }
    let note = "---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\ninterviewers: [Jane Doe <j@acme.example>]\n---\n\n\
        ## Say to Jane\n\nThank you for the walk along the dock.\n";
    let folder = journal(&[("a.md", note)]);
    folder.build("2026-03-03");
    let thanks = folder.read("a.thank-you.jane-doe.draft.md");
    assert_eq!(message(&thanks).matches("hank").count(), 1, "{thanks}");
}

#[test]
fn what_is_for_everyone_does_not_push_out_what_is_for_one() {
    for recruiter in ["", "; recruiter: {name: Jo Hay, agency: Tal}"] {
        for_everyone_but_one(recruiter);
    }
}

fn for_everyone_but_one(recruiter: &str) {
    let people = "interviewers: [Ann Bell <ann@p.example>, Uwe Roth <uwe@p.example>, Vic Tran <vic@p.example>]";
    let sections = "\n## Say to everyone\n\nThe question on migrations made me look at my own runbook.\n\n\
        ## Uwe\n\nUwe walked me through the release process.\n";
    let fields = format!("company: Panelco; role: Dev; date: 2026-03-02; {people}{recruiter}");
    let folder = journal(&[("e.md", &(note(&fields) + sections))]);
    folder.build("2026-03-03");
    let draft = |id: &str| folder.read(&format!("e.thank-you.{id}.draft.md"));
    let is_told = |id: &str| message(&draft(id)).contains("my own runbook");
    assert!(is_told("ann-bell") && is_told("vic-tran") && !is_told("uwe-roth"));
    assert!(draft("uwe-roth").contains("walking me through the release process"));
}

/// A line that ends early is a point of its own; what an editor has wrapped, or goes on, is one.
#[test]
fn each_line_that_was_broken_on_purpose_is_a_remark() {
    let cases = [
        (
            "The wifi was awful, and so was the lift\nHow a firmware build went from 40 minutes to 6",
            true,
        ),
        (
            "How a firmware build went from 40 minutes to 6\nParking is a joke\nAsk about overtime",
            true,
        ),
        (
            "How a firmware build went from 40 minutes to 6\nand nobody had asked for it\nor so they say",
            false,
        ),
        (
            "How a firmware build went from 40 minutes to 6\nless than the parking cost, as it is",
            false,
        ),
        (
            "The awful wifi in the waiting room on the ninth floor kept me thinking\nHow a firmware build went from 40 minutes to 6",
            false,
        ),
        // However the second line begins.
        ("How a firmware build went from 40 minutes to 6\n15 hour days", true),
        ("How a firmware build went from 40 minutes to 6\nthe deputy is quite good looking", true),
        // An editor may have wrapped this one.
        (
            "How a firmware build for the rigs went from 40 minutes to 6\nimposter syndrome through the roof",
            false,
        ),
    ];
    for (remark, is_told) in cases {
        let head = "company: Acme\ndate: 2026-03-02\ninterviewers: [Jane Doe <jane@acme.example>]";
        let folder =
            journal(&[("a.md", &format!("---\n{head}\n---\n\n## What stood out\n\n{remark}\n"))]);
        folder.build("2026-03-03");
        let draft = folder.read("a.thank-you.jane-doe.draft.md");
        let letter = message(&draft);
        assert_eq!(letter.contains("from 40 minutes to 6"), is_told, "{remark}\n{letter}");
        let mut others = remark.lines().filter(|line| !line.contains("from 40 minutes to 6"));
        assert!(others.all(|line| !letter.contains(line)), "{letter}");
    }
}

/// An agency may read of the company as of "them", and nobody there does.
#[test]
fn only_an_agency_reads_of_them() {
    let fields = "company: Hill Farm; date: 2026-03-02; role: Milker; interviewers: [Jane Doe <jane@hill.example>]";
    let sections = "\n## What stood out\n\n- how they rotate the herd through the herbal leys\n\n\
        ## Liked\n\n- they grow the flowers for the parlour themselves\n- they dock you for being late\n";
    for (agency, is_told) in [(", agency: Talent", true), ("", false)] {
        let recruiter = format!("; recruiter: {{name: Sam Lee, email: s@t.example{agency}}}");
        let folder = journal(&[("a.md", &(note(&(fields.to_owned() + &recruiter)) + sections))]);
        folder.build("2026-03-04");
        let mut told = 0;
        for path in folder.drafts() {
            let letter = folder.read(&path);
            let letter = message(&letter);
            assert!(!letter.contains("dock you"), "{letter}");
            let says = " I was struck by how they rotate the herd through the herbal leys, \
                and I liked that they grow the flowers for the parlour themselves.\n";
            if path.contains("debrief") {
                assert!(letter.contains(says), "{letter}");
                told += 1;
            } else {
                assert!(!letter.contains("herd") && !letter.contains("flowers"), "{letter}");
            }
        }
        assert_eq!(told > 0, is_told);
    }
}

/// The recruiter hears whom one enjoyed meeting, if the note says nothing else of them.
#[test]
fn the_recruiter_hears_whom_one_enjoyed_meeting() {
    let head = "company: Acme\ndate: 2026-03-02\nrole: Clerk\n\
                interviewers: [Jane Doe <jane@acme.example>, Ravi Patel <ravi@acme.example>]\n\
                recruiter: Kim Soto <kim@acme.example>";
    for (remark, told) in [
        ("I really enjoyed meeting Jane and Ravi.", " I enjoyed meeting Jane and Ravi."),
        ("enjoyed talking to Ravi", " I enjoyed meeting Ravi."),
        (
            "I enjoyed meeting Jane less than Ravi.",
            "interview with Jane and Ravi for the clerk role.\n",
        ),
        (
            "I enjoyed meeting Jane\nless than I had hoped, as she was late",
            "interview with Jane and Ravi for the clerk role.\n",
        ),
        (
            "Great to meet Jane (rude!) and Ravi",
            "interview with Jane and Ravi for the clerk role.\n",
        ),
        ("Great to meet Jane?", "interview with Jane and Ravi for the clerk role.\n"),
        ("I enjoyed meeting the dog.", "interview with Jane and Ravi for the clerk role.\n"),
    ] {
        let folder = journal(&[("a.md", &format!("---\n{head}\n---\n\n## Liked\n\n- {remark}\n"))]);
        folder.build("2026-03-03");
        let draft = folder.read("a.recruiter-thanks.draft.md");
        assert!(message(&draft).contains(told), "{remark}\n{draft}");
    }
}

/// Words for a recruiter who wasn't written to before the news came go into the answer to it, and only once.
#[test]
fn words_for_a_recruiter_outlast_the_thanks_that_the_news_overtook() {
    let head = "company: Acme\ndate: 2026-03-02\nrole: Clerk\ninterviewers: [Jane Doe <jane@acme.example>]\n\
                recruiter: Kim Soto <kim@acme.example>\noutcome: more_interviews\noutcome_date: 2026-03-03";
    let words = "The map to the side entrance saved me.";
    let note = |head: &str| format!("---\n{head}\n---\n\n## Say to Kim\n\n{words}\n");
    let folder = journal(&[("a.md", &note(head))]);
    folder.build("2026-03-03");
    assert!(!folder.has("a.recruiter-thanks.draft.md"));
    assert!(message(&folder.read("a.next-round.draft.md")).contains(words));
    let sent = format!("{head}\nfollowups:\n  recruiter-thanks: done 2026-03-02");
    let other = journal(&[
        ("a.md", &note(&sent)),
        (
            "a.recruiter-thanks.draft.md",
            &format!(
                "---\nfollowup: recruiter-thanks\nto: Kim Soto <kim@acme.example>\n---\n\nHi Kim,\n\n{words}\n"
            ),
        ),
    ]);
    other.build("2026-03-03");
    assert!(!message(&other.read("a.next-round.draft.md")).contains(words));
}

/// Words for an interviewer who gets the answer in place of the thanks go into it.
#[test]
fn words_for_an_interviewer_outlast_the_thanks_that_the_answer_replaces() {
    let words = "Your story of the flooded archive made my week.";
    let jane = "interviewers: [Jane Doe <jane@acme.example>, Ravi Patel <ravi@acme.example>]";
    #[rustfmt::skip]
    let cases = [
        // fields | the draft that says it
        ("outcome: rejected",                                         "rejection-thanks"),
        ("outcome: offer",                                            "offer-thanks"),
        ("outcome: more_interviews",                                  "next-round"),
        ("outcome: accepted",                                         "acceptance"),
        ("outcome: withdrawn",                                        "withdrawal"),
        ("outcome: rejected; contact: Ravi Patel <ravi@acme.example>", "thank-you.jane-doe"),
        ("outcome: rejected; recruiter: Kim Soto <kim@acme.example>",  "thank-you.jane-doe"),
    ];
    for (fields, saying) in cases {
        let fields = format!("{jane}; {fields}; outcome_date: 2026-03-03");
        let text = note(&fields) + &format!("\n## Say to Jane\n\n{words}\n");
        let folder = journal(&[("a.md", &text)]);
        folder.build("2026-03-03");
        for path in folder.drafts() {
            let is_said = message(&folder.read(&path)).contains(words);
            assert_eq!(is_said, path == format!("a.{saying}.draft.md"), "{fields}: {path}");
        }
    }
    // Or into the withdrawal, once another company's offer is accepted.
    let text = note(jane) + &format!("\n## Say to Jane\n\n{words}\n");
    let other = note("company: Other; outcome: accepted; outcome_date: 2026-03-03");
    let folder = journal(&[("a.md", &text), ("b.md", &other)]);
    folder.build("2026-03-03");
    let withdrawal = folder.drafts().into_iter().find(|path| path.starts_with("b.withdraw"));
    let withdrawal = folder.read(&withdrawal.unwrap());
    assert!(message(&withdrawal).contains(words), "{withdrawal}");
}

/// The same holds for what several notes of one day say to her.
#[test]
fn words_of_two_notes_of_a_day_are_said_once_in_the_answer() {
    let (first, second) = ("The kiln tour was a treat.", "Your glaze tests were a joy.");
    let text = |fields: &str, words: &str| {
        let fields =
            format!("role: Potter; interviewers: [Jane Doe <jane@acme.example>]; {fields}");
        note(&fields) + &format!("\n## Say to Jane\n\n{words}\n")
    };
    let rejected = "round: lunch; outcome: rejected; outcome_date: 2026-03-04";
    for is_sent in [false, true] {
        let folder = journal(&[
            ("a.md", &text("round: talk", first)),
            ("b.md", &text("round: lunch", second)),
        ]);
        folder.build("2026-03-03");
        let thanks = folder.read("a.thank-you.jane-doe.draft.md");
        assert!(thanks.contains(first) && thanks.contains(second), "{thanks}");
        if is_sent {
            folder.edit("a.md", "role:", "followups: {thank-you/jane-doe: done 2026-03-03}\nrole:");
        }
        folder.write("b.md", text(rejected, second));
        folder.build("2026-03-04");
        let answer = folder.read("b.rejection-thanks.draft.md");
        for words in [first, second] {
            assert_eq!(message(&answer).contains(words), !is_sent, "{answer}");
        }
    }
}

/// Whoever gets a connection request knows at once what it was about.
#[test]
fn a_connection_request_takes_up_what_its_reader_is_thanked_for() {
    let fields = "company: Tram; date: 2026-03-02; role: Analyst; \
        interviewers: [Ann Poe <ann@t.example>, Bo Ek <bo@t.example>, Cy Fox <cy@t.example>]; \
        followups: {thank-you/bo-ek: done 2026-03-03}";
    let words = "## Say to Ann\n\nYour story of the night bus made my week. I check it now.\n\n\
        ## Say to Bo\n\nThanks for showing me the depot.\n\n## Say to Cy\n\nIs the tram late?\n";
    let folder = journal(&[("a.md", &format!("{}\n{words}", note(fields)))]);
    folder.build("2026-03-03");
    let connect = folder.read("a.connect.draft.md");
    assert!(!connect.contains("night bus"), "{connect}");
    let met = "Hi Bo, I'm glad that we talked about the analyst role at Tram. Thank you again for showing me the depot. I'd like to stay in touch.";
    assert!(connect.contains(met), "{connect}");
    assert!(!connect.contains("late"), "{connect}");
    // Where there is no room for that, the thanks stay.
    let company = "The Tram and Light Railway Museum of the Northern Valleys and Coast, with its Workshops and its Photographic Archive";
    folder.write("a.md", note(&fields.replace("Tram", &format!("\"{company}\""))) + "\n" + words);
    folder.build("2026-03-03");
    let connect = folder.read("a.connect.draft.md");
    assert!(connect.contains("Hi Bo, thank you again for showing me the depot. I'd"), "{connect}");
}

/// What an interviewer isn't told, because there are words for them, is left to whoever arranged it.
#[test]
fn a_recruiter_hears_what_was_liked_and_no_interviewer_is_told() {
    let thanks = |words: &str, recruiter: &str, path: &str| {
        let fields = format!(
            "company: Tram; date: 2026-03-02; role: Analyst; interviewers: [Ann Poe <ann@t.example>]; \
             recruiter: {{name: Sam Lee, email: s@t.example{recruiter}}}"
        );
        let body = format!("## Say to Ann\n\n{words}\n\n## Liked\n\n- the outdoor classroom\n");
        let folder = journal(&[("a.md", &format!("{}\n{body}", note(&fields)))]);
        folder.build("2026-03-05");
        message(&folder.read(path)).to_owned()
    };
    let liked = "I liked the outdoor classroom.";
    let (own, report) = ("a.recruiter-thanks.draft.md", "a.recruiter-debrief.draft.md");
    assert!(thanks("It was good to meet you.", "", own).contains(liked));
    assert!(!thanks("", "", own).contains("classroom"));
    assert!(thanks("It was good to meet you.", ", agency: Crewcall", report).contains(liked));
    assert!(!thanks("It was good to meet you.", ", agency: Crewcall", own).contains("classroom"));
    assert!(!thanks("", ", agency: Crewcall", report).contains("classroom"));
}

/// Words whose message was sent without its draft aren't said a second time.
#[test]
fn words_are_said_once_though_the_draft_is_gone() {
    let fields =
        "company: Tram; date: 2026-03-02; role: Analyst; interviewers: [Ann Poe <ann@t.example>]";
    let words = "\n## Say to Ann\n\nThe depot tour was a gift.\n";
    let folder = journal(&[("a.md", &format!("{}{words}", note(fields)))]);
    folder.build("2026-03-03");
    assert!(folder.read("a.thank-you.ann-poe.draft.md").contains("a gift"));
    folder.run_on("2026-03-03", "done ann thank");
    std::fs::remove_file(folder.path().join("a.thank-you.ann-poe.draft.md")).unwrap();
    folder.run_on("2026-03-05", "heard tram offer");
    let answer = folder.read("a.offer-thanks.draft.md");
    assert!(!message(&answer).contains("a gift"), "{answer}");
}

/// Times that would suit are asked for even where there are other words to say.
#[test]
fn an_invitation_is_answered_with_times_whatever_else_is_said() {
    let answer = |words: &str, outcome: &str| {
        let fields = format!(
            "company: Tram; date: 2026-03-02; role: Analyst; interviewers: [Ann Poe <ann@t.example>]; \
             recruiter: Ann Poe <ann@t.example>; outcome: {outcome}; outcome_date: 2026-03-04"
        );
        let body = format!("\n## Say to Ann\n\n{words}\n");
        let folder = journal(&[("a.md", &format!("{}{body}", note(&fields)))]);
        folder.build("2026-03-04");
        let path = folder.drafts().into_iter().find(|path| !path.contains("connect")).unwrap();
        message(&folder.read(&path)).to_owned()
    };
    for outcome in ["more_interviews", "hiring_manager"] {
        let letter = answer("The depot tour was a gift.", outcome);
        assert!(
            letter.contains("a gift") && letter.contains("[fill in: two or three days"),
            "{letter}"
        );
        let letter = answer("I could come on Monday or Tuesday.", outcome);
        assert!(!letter.contains("[fill in: two or three days"), "{letter}");
        assert!(!letter.contains("our next conversation"), "{letter}");
    }
}

/// What the user says goes out between sentences that don't say the same.
#[test]
fn an_answer_does_not_repeat_the_thanks_that_its_writer_gives() {
    let answer = |outcome: &str, agency: &str, words: &str| {
        let fields = format!(
            "company: Tram; role: Analyst; interviewers: [Ann Poe <ann@t.example>]; \
             recruiter: {{name: Sam Lee, email: s@t.example{agency}}}; \
             outcome: {outcome}; outcome_date: 2026-03-04; decide_by: 2026-03-12"
        );
        let folder =
            journal(&[("a.md", &(note(&fields) + &format!("\n## Say to Sam\n\n{words}\n")))]);
        folder.build("2026-03-05");
        let kinds = ["thank-you", "connect", "offer-feedback"];
        let is_answer = |path: &String| !kinds.iter().any(|kind| path.contains(kind));
        let path = folder.drafts().into_iter().find(is_answer).unwrap();
        message(&folder.read(&path)).to_owned()
    };
    #[rustfmt::skip]
    let cases = [
        // outcome | how the letter begins
        ("more_interviews", "I'm glad to be through to the next round for the analyst role"),
        ("hiring_manager",  "I'm looking forward to talking with the hiring manager"),
        ("offer",           "I'm really pleased to have the offer for the analyst role"),
        ("accepted",        "I'm delighted to accept "),
        ("declined",        "I've thought over "),
        ("withdrawn",       "I've decided to withdraw my application"),
    ];
    for agency in ["", ", agency: Crewcall"] {
        for (outcome, opening) in cases {
            let letter = answer(outcome, agency, "Thank you so much, that made my day!");
            assert!(letter.starts_with(&format!("Hi Sam,\n\n{opening}")), "{letter}");
            let thanks = letter.to_lowercase().matches("thank").count();
            assert_eq!(thanks, 1, "{letter}");
            assert!(!letter.contains("grateful"), "{letter}");
        }
    }
    // Nobody asks for what they have, or says yes a second time in the same words.
    let letter = answer("offer", "", "Thank you! The contract came today.");
    assert!(!letter.contains("in writing"), "{letter}");
    assert!(letter.contains("today.\n\nI'll give you my answer by Thursday 12 March."), "{letter}");
    let letter = answer("accepted", "", "Yes! I accept. I cannot wait to start.");
    assert!(letter.contains("I'm delighted to be taking the analyst role.\n\nYes!"), "{letter}");
    assert!(!letter.contains("looking forward"), "{letter}");
    // "If none of these work" is said of times that stand there.
    let letter = answer("more_interviews", "", "Mornings are best for me, any day but Wednesday.");
    assert!(letter.contains("If that doesn't suit, just suggest something."), "{letter}");
    assert!(!letter.contains("none of these"), "{letter}");
    let letter = answer("hiring_manager", "", "Friday would be best.");
    assert!(letter.contains("If that doesn't suit, just tell me when would."), "{letter}");
}

/// The report to an agency's recruiter may be forwarded: what only thanks them stands in the thanks.
#[test]
fn an_agency_is_thanked_in_the_thanks_and_not_in_the_report() {
    let letters = |more: &str, words: &str| {
        let fields = format!(
            "company: Tram; role: Analyst; interviewers: [Ann Poe <ann@t.example>]; \
             recruiter: {{name: Sam Lee, email: s@t.example, agency: Crewcall}}{more}"
        );
        let folder =
            journal(&[("a.md", &(note(&fields) + &format!("\n## Say to Sam\n\n{words}\n")))]);
        folder.build("2026-03-05");
        ["recruiter-thanks", "recruiter-debrief"].map(|kind| {
            let path = format!("a.{kind}.draft.md");
            if folder.has(&path) { message(&folder.read(&path)).to_owned() } else { String::new() }
        })
    };
    let call = "Thank you, Sam, for calling me on the way there. It calmed me down.";
    let [thanks, report] = letters("", call);
    assert!(thanks.contains(call) && !report.contains(call), "{thanks}{report}");
    let [_, report] = letters("; followups: {recruiter-thanks: skipped 2026-03-03}", call);
    assert!(report.contains(call), "{report}");
    // Anything else belongs into the report, which says what it is about.
    let keen = "I'm really keen on this job. Do you know when they'll decide?";
    let [thanks, report] = letters("", keen);
    let opening = format!("Hi Sam,\n\nOn Monday, I talked with Ann at Tram.\n\n{keen}");
    assert!(report.starts_with(&opening), "{report}");
    assert!(!thanks.contains("keen") && !thanks.contains('?'), "{thanks}");
}

/// Why one wants the job is said to whoever offers it, unless somebody else of the round has read it.
#[test]
fn the_answer_to_an_offer_says_why_one_wants_it() {
    let why = "I want to work on machines again";
    let letters = |more: &str, outcome: &str| {
        let fields = format!(
            "role: Fitter; interviewers: [Ann Poe <ann@t.example>]; recruiter: Sam Lee <s@t.example>; \
             outcome: {outcome}; outcome_date: 2026-03-04{more}"
        );
        let folder = journal(&[("a.md", &(note(&fields) + &format!("\n## Why them\n\n{why}.\n")))]);
        folder.build("2026-03-04");
        let kind = if outcome == "offer" { "offer-thanks" } else { "acceptance" };
        let thanks = "a.thank-you.ann-poe.draft.md";
        let thanks = if folder.has(thanks) { folder.read(thanks) } else { String::new() };
        (message(&folder.read(&format!("a.{kind}.draft.md"))).to_owned(), thanks)
    };
    for outcome in ["offer", "accepted"] {
        let (answer, thanks) = letters("", outcome);
        assert!(answer.contains(why), "{answer}");
        assert!(!thanks.split("<!--").next().unwrap().contains(why), "{thanks}");
        let (answer, _) = letters("; followups: {thank-you/ann-poe: done 2026-03-03}", outcome);
        assert!(!answer.contains(why), "{answer}");
    }
}

/// Words that hope for the job were written before the answer, and would contradict it.
#[test]
fn a_farewell_says_nothing_that_hopes_to_go_on() {
    const HOPE: &str = "I can start any Monday, and I'd love a second trial.";
    const REASON: &str = "The drive is too long for me in the winter.";
    let leaves = [
        ("outcome: declined", "decline"),
        ("outcome: withdrawn", "withdrawal"),
        ("outcome: rejected", "rejection-thanks"),
    ];
    for (outcome, kind) in leaves {
        let file = format!("a.{kind}.draft.md");
        let before = "interviewers: [Jane Doe <j@acme.example>]; role: Cook";
        let said = format!("\n## Say to Jane\n\n{HOPE}\n\n{REASON}\n");
        let folder = journal(&[("a.md", &(note(before) + &said))]);
        folder.build("2026-03-03");
        assert!(message(&folder.read("a.thank-you.jane-doe.draft.md")).contains(HOPE));
        folder.edit("a.md", "role:", &format!("{outcome}\noutcome_date: 2026-03-04\nrole:"));
        folder.build("2026-03-04");
        let letter = folder.read(&file);
        assert!(message(&letter).contains(REASON) && !message(&letter).contains(HOPE), "{letter}");
        assert!(letter.contains(&format!("To say, but about going on\n- {HOPE}")), "{letter}");
        // Unless it is part of the user's own farewell.
        let farewell = "Thank you for letting me know of the offer. I've decided not to come in again for the next round.";
        folder.edit("a.md", REASON, farewell);
        folder.build("2026-03-04");
        let letter = folder.read(&file);
        assert!(message(&letter).contains(HOPE) && message(&letter).contains(farewell), "{letter}");
    }
    // Whoever hears of it from somebody else gets their thanks without it, too.
    let fields = "interviewers: [Jane Doe <j@acme.example>]; role: Cook; outcome: declined; \
        outcome_date: 2026-03-04; contact: Kim Orr <k@acme.example>";
    let folder = journal(&[("a.md", &(note(fields) + &format!("\n## Say to Jane\n\n{HOPE}\n")))]);
    folder.build("2026-03-04");
    let letter = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(letter.contains(HOPE) && !message(&letter).contains(HOPE), "{letter}");
    // So does one whose company hears that another job was taken.
    let fields = "interviewers: [Jane Doe <j@acme.example>]; role: Cook; recruiter: Kim Orr <k@acme.example>";
    let hope = "I hope we'll be working together soon.";
    let folder = journal(&[
        ("a.md", &(note(fields) + &format!("\n## Say to Jane\n\n{HOPE}\n\n{hope}\n"))),
        ("b.md", &note("company: Bolt; role: Cook; outcome: accepted; outcome_date: 2026-03-03")),
    ]);
    folder.build("2026-03-03");
    let letter = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(message(&letter).contains("I won't be going any further with this"), "{letter}");
    for hope in [HOPE, hope] {
        assert!(letter.contains(hope) && !message(&letter).contains(hope), "{letter}");
    }
}

/// So were words about what one can do, of which a farewell has no use.
#[test]
fn a_farewell_sells_nothing() {
    let cases = [
        ("Mike and I got on fine. I can do the freezer side, I did two winters at Sysco.", false),
        ("I did two winters at Sysco.", false),
        ("I led a shift of 18 for four years.", false),
        ("Mike asked about cold work: I've got six years of it! I'm used to it.", false),
        ("Thanks for ringing. And I can drive a reach truck.", false),
        ("I have experience with Manhattan.", false),
        ("My experience is in cold chain, as you know.", false),
        // These are for a farewell.
        ("Mike and I got on fine.", true),
        ("I can only say good things of Mike.", true),
        ("I can see that the job is a good one.", true),
        ("I can't do nights any more.", true),
        ("I have two children, and the drive is too long.", true),
        ("I've weighed it up with my family.", true),
        ("I spent two good hours with Mike.", true),
        ("I did enjoy meeting Mike.", true),
        ("I made my mind up over the weekend.", true),
        ("I hope we'll work together in two years.", true),
    ];
    for (words, is_sent) in cases {
        let fields = "company: Cold Store; role: Shift supervisor; interviewers: [Mike Orr]; \
            recruiter: {name: Kayla Brandt, email: kayla@staff.example, agency: StaffRite}";
        let accepted = "company: Rick; role: Lead; outcome: accepted; outcome_date: 2026-03-03";
        let said = format!("\n## Say to Kayla\n\n{words}\n");
        let other = journal(&[("a.md", &(note(fields) + &said)), ("b.md", &note(accepted))]);
        other.build("2026-03-03");
        let withdrawn = format!("{fields}; outcome: withdrawn; outcome_date: 2026-03-03");
        let own = journal(&[("a.md", &(note(&withdrawn) + &said))]);
        own.build("2026-03-03");
        for letter in [
            other.read("b.withdraw.cold-store-shift-supervisor.draft.md"),
            own.read("a.withdrawal.draft.md"),
        ] {
            assert!(letter.contains(words), "{letter}");
            assert_eq!(message(&letter).contains(words), is_sent, "{letter}");
        }
    }
}

/// What comes to mind after the thanks goes out with the question for news.
#[test]
fn a_question_for_news_says_what_was_added_since() {
    const NEW: &str = "I've finished the course that we talked about.";
    let fields = "interviewers: [Jane Doe <j@acme.example>]; role: Cook; decision_window: 1 week";
    let folder =
        journal(&[("a.md", &(note(fields) + "\n## Say to Jane\n\nI liked the herb garden.\n"))]);
    folder.build("2026-03-03");
    folder.edit("a.md", "role:", "followups: {thank-you/jane-doe: done 2026-03-03}\nrole:");
    folder.build("2026-03-11");
    let check = "a.status-check.1.draft.md";
    assert!(!folder.read(check).contains("herb garden"), "{}", folder.read(check));
    folder.edit("a.md", "I liked", &format!("{NEW}\n\nI liked"));
    folder.build("2026-03-11");
    let letter = folder.read(check);
    assert!(message(&letter).contains(&format!("\n\n{NEW}\n\n")), "{letter}");
    assert!(!message(&letter).contains("herb garden"), "{letter}");
}

/// Who is there, what is said to whom, and what came of it, in all combinations.
#[test]
fn every_round_gets_its_letters_whoever_is_spoken_to() {
    let people = ["Ann Bell <ann@p.example>", "Uwe Roth <uwe@p.example>", "Vic Tran"];
    let recruiters =
        ["", "recruiter: Jo Hay <jo@p.example>\n", "recruiter: {name: Jo Hay, agency: Tal}\n"];
    let headings =
        ["Say to everyone", "To say", "Say to Ann", "Say to Uwe and Jo", "What stood out"];
    for outcome in ["", "next round", "offer", "accepted", "rejected", "declined", "withdrawn"] {
        let came = match outcome {
            "" => String::new(),
            _ => format!("outcome: {outcome}\noutcome_date: 2026-03-03\n"),
        };
        let folder = Folder::new();
        let mut count = 0;
        for number in 1..=people.len() {
            for (recruiter, heading) in
                recruiters.iter().flat_map(|one| headings.map(|heading| (one, heading)))
            {
                let text = format!(
                    "---\ncompany: Place {count}\nrole: Cook\ndate: 2026-03-02\ninterviewers: [{}]\n{recruiter}{came}---\n\n\
                     ## {heading}\n\nI had a great day.\n\n## Fit\n\nI led a kitchen of twelve.\n",
                    people[..number].join(", ")
                );
                folder.write(&format!("{count}.md"), text);
                count += 1;
            }
        }
        folder.build("2026-03-03");
        let drafts = folder.drafts();
        for number in 0..count {
            let path = format!("{number}.");
            assert!(drafts.iter().any(|draft| draft.starts_with(&path)), "{outcome}: {number}");
        }
    }
}
