//! Letters of every kind, as their reader gets them: brief, of their own, with hardly a blank.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Folder, journal, note};

use super::{interview, message};

const ME: &str = "[me]\nname = \"Alex Morgan\"\nemail = \"alex@morgan.example\"\n";

/// Sentences and phrases that nobody would say.
const NEVER: [&str; 16] = [
    "would like to be open",
    "properly",
    "by when",
    "a short word",
    "is there something that",
    "as for what comes next",
    "please feel free",
    "just checking in",
    "touching base",
    "hope this finds you well",
    "reach out",
    "excited to",
    "passionate",
    "reiterate",
    "i wish whoever",
    "what stayed with me:",
];

/// The states of a process, by which every kind of message is due at some time.
const STATES: [&str; 12] = [
    "decision_window: end of March",
    "date: 2026-02-10\ndecision_window: 1 week",
    "date: 2026-01-28\ndecision_window: 1 week\nfollowups: {status-check/1: done 2026-02-10}",
    "outcome: more_interviews\noutcome_date: 2026-03-03",
    "outcome: HM chat\noutcome_date: 2026-03-03",
    "outcome: offer\noutcome_date: 2026-03-03\ndecide_by: 2026-03-20",
    "outcome: accepted\noutcome_date: 2026-03-03",
    "outcome: accepted\noutcome_date: 2026-03-03\ninternal: true\nmanager: Jo Park <jo@acme.example>",
    "outcome: declined\noutcome_date: 2026-03-03",
    "outcome: rejected\noutcome_date: 2026-03-03",
    "outcome: rejected\noutcome_date: 2026-03-03\ninternal: true\nstill_interested: true",
    "outcome: withdrawn\noutcome_date: 2026-03-03",
];

/// A journal whose notes say nothing but who and what, and one of another company that waits.
fn thin(number: usize, more: &str) -> Folder {
    let state = STATES[number];
    let waiting = format!(
        "---\ncompany: Waiting\ndate: 2026-03-02\nrole: Tester\nrecruiter: Lu Orr <lu@w.example>\n{more}---\n"
    );
    let mut notes =
        vec![("journal.toml".to_owned(), ME.to_owned()), (format!("w{number}.md"), waiting)];
    for (agency, name) in [("", "own"), (", agency: Talent", "agency"), ("none", "direct")] {
        let date = if state.starts_with("date:") { "" } else { "date: 2026-03-02\n" };
        let recruiter = match agency {
            "none" => String::new(),
            agency => format!("recruiter: {{name: Sam Lee, email: sam@t.example{agency}}}\n"),
        };
        let note = format!(
            "---\ncompany: Company {number} {name}\n{date}role: Backend engineer\n\
             interviewers: [Jane Doe <jane@acme.example>, Ravi Patel, Bo Ek, Cy Fox, Di Gee]\n\
             also_met: [Kim Soto <kim@acme.example>]\n{recruiter}{state}\n{more}---\n"
        );
        notes.push((format!("n{number}-{name}.md"), note));
    }
    let files: Vec<(&str, &str)> =
        notes.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    journal(&files)
}

/// Every draft of thin notes in all states, on a few days.
fn drafts(more: &str) -> BTreeMap<String, String> {
    let days = ["2026-02-12", "2026-02-20", "2026-03-02", "2026-03-04", "2026-03-06", "2026-03-09"];
    let mut drafts = BTreeMap::new();
    for number in 0..STATES.len() {
        let folder = thin(number, more);
        for day in days {
            folder.run_on(day, "build");
            drafts
                .extend(folder.drafts().into_iter().map(|path| (path.clone(), folder.read(&path))));
        }
    }
    drafts
}

#[test]
fn a_thin_note_gives_a_whole_short_letter() {
    for more in ["", "interest: keen\n", "interest: cooling\n"] {
        let drafts = drafts(more);
        let mut kinds = BTreeSet::new();
        for (path, draft) in &drafts {
            let kind = path.split('.').nth(1).unwrap();
            kinds.insert(kind);
            let message = message(draft);
            let lower = message.to_lowercase();
            let blanks = message.matches("[fill in").count();
            let most = if kind == "manager-thanks" { 2 } else { 1 };
            assert!(blanks <= most, "{path}: {draft}");
            for phrase in NEVER {
                assert!(!lower.contains(phrase), "{path}: {phrase}");
            }
            let words = message.split_whitespace().count();
            assert!(words <= 140, "{path}: {words}");
            for odd in [" ,", " .", "..", "  ", ",,", "\n\n\n", " ;", "undefined"] {
                assert!(!message.contains(odd), "{path}: {odd:?}: {message}");
            }
            if more.contains("cooling") {
                assert!(
                    !lower.contains("interested") && !lower.contains("i'd be glad to work"),
                    "{draft}"
                );
            }
        }
        // The other two have something to say, or aren't written.
        assert!(kinds.len() >= 16, "{kinds:?}");
        assert!(!kinds.contains("team-thanks"), "{kinds:?}");
    }
}

#[test]
fn no_two_letters_of_a_round_share_a_sentence() {
    for more in ["", "interest: keen\n"] {
        let drafts = drafts(more);
        let mut seen: BTreeMap<(String, String), String> = BTreeMap::new();
        for (path, draft) in &drafts {
            // These go to other companies.
            if path.contains("offer-elsewhere") || path.contains(".withdraw.") {
                continue;
            }
            let note = path.split('.').next().unwrap().to_owned();
            for sentence in message(draft).split(['.', '?', '\n']) {
                let sentence = sentence.trim();
                if sentence.split(' ').count() < 5 || sentence.contains("[fill in") {
                    continue;
                }
                let earlier = seen.insert((note.clone(), sentence.to_owned()), path.clone());
                if let Some(earlier) = earlier.filter(|earlier| earlier != path) {
                    panic!("{sentence:?} is in {earlier} and in {path}");
                }
            }
        }
    }
}

#[test]
fn the_voice_is_the_users() {
    let voice = "[voice]\ngreeting = \"Dear\"\nclosing = \"Kind regards\"\ndates = \"american\"\n";
    let note = "---\ncompany: Acme\ndate: 2026-02-20\nrole: Dev\ninterviewers: [Jane Doe <j@acme.example>]\n\
        recruiter: Sam Lee <sam@acme.example>\ndecision_window: end of February\nthread: Dev role\n---\n";
    let folder = journal(&[("journal.toml", &format!("{ME}{voice}")), ("a.md", note)]);
    folder.build("2026-03-04");
    let check = folder.read("a.status-check.1.draft.md");
    assert!(
        message(&check).starts_with(
            "Dear Sam,\n\nI interviewed with Jane for the dev role on Friday, February 20, and you mentioned a \
             decision by the end of February."
        ),
        "{check}"
    );
    // In a running thread the name is enough.
    assert!(message(&check).ends_with("Kind regards,\nAlex Morgan"), "{check}");
}

/// Whoever recruits for several companies has no team that one would join.
#[test]
fn an_agency_that_held_the_interview_hears_which_company_it_was() {
    let sam = "Sam Lee <s@t.example>";
    let note = format!(
        "---\ncompany: Acme\ndate: 2026-03-02\nrole: Planner\ninterviewers: [{sam}]\n\
         recruiter: {{name: Sam Lee, email: s@t.example, agency: Talent}}\n---\n\n\
         ## Fit\n\nI planned 30 vehicles a day for five years.\n"
    );
    let folder = journal(&[("a.md", &note)]);
    folder.build("2026-03-03");
    let letter = folder.read("a.thank-you.sam-lee.draft.md");
    assert!(letter.contains("the planner role at Acme on Monday"), "{letter}");
    assert!(
        letter.contains("I'm interested in this one, and happy to be put forward."),
        "{letter}"
    );
    assert!(!letter.contains("your team") && !letter.contains("work with you"), "{letter}");
}

/// Nobody works with the company's recruiter, and an agency puts one forward.
#[test]
fn a_recruiters_own_interview_leads_on() {
    let beth = "interviewers: [Beth Ong <b@x.example>]; recruiter: Beth Ong <b@x.example>";
    let tess =
        "interviewers: [{name: Tess Ray, email: t@x.example, title: Talent acquisition partner}]";
    let sam = "interviewers: [Sam Lee <s@t.example>]; recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    let fit = "## Fit\n\nI planned 30 vehicles a day for five years.\n";
    #[rustfmt::skip]
    let cases = [
        // the people | the round and interest | the sections | what the letter says
        (beth, "phone screen",             "",  "I'd be very glad to go on to the next step."),
        (beth, "phone screen; interest: keen", "",  "I'd love to go on to the next step."),
        (beth, "final",                    "",  "I'd be very glad if this worked out."),
        (beth, "phone screen",             fit, "I'd be glad to bring that experience to Acme Robotics."),
        (tess, "phone screen",             fit, "I'd be glad to bring that experience to Acme Robotics."),
        (sam,  "phone screen",             "",  "I'm interested in this one, and happy to be put forward."),
        (sam,  "phone screen; interest: keen", fit, "I'd love to be put forward for this one."),
    ];
    for (people, round, sections, says) in cases {
        let folder =
            journal(&[("a.md", &interview(&format!("{people}; round: {round}"), sections))]);
        folder.build("2026-03-03");
        let drafts = folder.drafts();
        let path = drafts.iter().find(|path| path.contains("thank-you")).unwrap();
        let letter = folder.read(path);
        assert!(letter.contains(says), "{letter}");
        assert!(!letter.contains("work with you") && !letter.contains("your team"), "{letter}");
    }
    // Whoever told the time frame themselves is reminded of it.
    let fields = format!("{sam}; round: phone screen; decision_window: by Friday");
    let folder = journal(&[("a.md", &interview(&fields, ""))]);
    folder.build("2026-03-10");
    let check = folder.read("a.status-check.1.draft.md");
    let says = "We talked about the backend engineer role at Acme Robotics on Monday 2 March, and you mentioned a decision by that Friday.";
    assert!(check.contains(says), "{check}");
}

/// What the note says to the company, as "you", goes to its own people; an agency's recruiter hears of other things.
#[test]
fn an_agency_is_not_spoken_to_as_the_company() {
    let note = "---\ncompany: Acme\ndate: 2026-03-02\ninterviewers: [Jane Doe <jane@acme.example>]\n\
        recruiter: {name: Sam Lee, email: sam@t.example, agency: Talent}\n---\n\n\
        ## What stood out\n\n- how every class reads aloud together\n- how you cure the resin overnight\n\
        - the school garden that Year 4 runs\n\n\
        ## Liked\n\nI like that your designers test every release.\n\nI like that every release starts with a test.\n";
    let folder = journal(&[("acme.md", note)]);
    folder.build("2026-03-03");
    let debrief = folder.read("acme.recruiter-debrief.draft.md");
    let debrief = message(&debrief);
    assert!(debrief.contains("I was struck by the school garden that Year 4 runs."));
    assert!(debrief.contains("I like that every release starts with a test."), "{debrief}");
    assert!(!debrief.contains("your designers") && !debrief.contains("how you"), "{debrief}");
    let thanks = folder.read("acme.thank-you.jane-doe.draft.md");
    assert!(message(&thanks).contains("how every class reads aloud together."), "{thanks}");
}

/// What one sends comes with what it is about, where the note tells.
#[test]
fn a_thing_to_send_comes_with_what_it_bears_on() {
    #[rustfmt::skip]
    let cases = [
        // what stood out | what is to be sent | how the letter begins
        ("how every class reads aloud together", "the article on reading aloud", Some("how every class reads aloud together")),
        ("the school garden that Year 4 runs", "article on school gardens", Some("the school garden that Year 4 runs")),
        ("the school garden that Year 4 runs", "the article on reading aloud", None),
        ("the article that Year 4 runs", "the article on reading aloud", None),
        ("the garden is a mess", "article on school gardens", None),
    ];
    for (stood_out, to_send, about) in cases {
        let folder = journal(&[(
            "a.md",
            &(note("interviewers: [Bea Bo <b@x.example>]")
                + &format!("\n## What stood out\n\n- {stood_out}\n\n## To send\n\n- {to_send}\n")),
        )]);
        folder.build("2026-03-05");
        let letter = folder.read("a.value-add.bea-bo.draft.md");
        let letter = message(&letter);
        let begins = about.map_or("After our conversation on Monday,".to_owned(), |about| {
            format!("I keep coming back to {about}, so")
        });
        let begins = format!("{begins} I thought you might like this article on ");
        assert!(letter.contains(&begins), "{letter}");
    }
}

/// "The client work" is a thing, though clients may work.
#[test]
fn a_thing_is_not_told_as_what_somebody_does() {
    let cases = [
        ("the client work", Some("the client work")),
        ("the staff exchange", None),
        ("the guest talks", None),
        ("the nurses share a rota", Some("that the nurses share a rota")),
        ("everyone reviews code", Some("that everyone reviews code")),
    ];
    for (liked, told) in cases {
        let folder = journal(&[(
            "a.md",
            &(note("interviewers: [Bea Bo <b@x.example>]") + &format!("\n## Liked\n\n- {liked}\n")),
        )]);
        folder.build("2026-03-03");
        let letter = folder.read("a.thank-you.bea-bo.draft.md");
        let said = told.map_or("[fill in".to_owned(), |told| format!(" {told}."));
        let is_said = |text: &str| message(&letter).contains(text);
        assert!(is_said(&said) && !is_said(&format!("that{said}")), "{letter}");
    }
}

/// Whoever reads the user's own words needs nothing else of what they noted: the agency has to speak for them.
#[test]
fn an_agency_hears_of_the_work_of_which_nobody_else_does() {
    let words =
        "The way you plan a week of deliveries around the ferry is close to what I did in Oban. ";
    for (said, is_told) in
        [(words.repeat(3), true), (words.to_owned(), true), (String::new(), false)]
    {
        let note = format!(
            "---\ncompany: Acme\ndate: 2026-03-02\ninterviewers: [Jane Doe <jane@acme.example>]\n\
             recruiter: {{name: Sam Lee, email: sam@t.example, agency: Talent}}\n---\n\n\
             ## Say to Jane Doe\n\n{said}\n\n## Fit\n\nI planned 30 vehicles a day for five years.\n"
        );
        let folder = journal(&[("acme.md", &note)]);
        folder.build("2026-03-03");
        for (draft, is_told) in [
            ("acme.recruiter-debrief.draft.md", is_told),
            ("acme.thank-you.jane-doe.draft.md", !is_told),
        ] {
            let draft = folder.read(draft);
            assert_eq!(message(&draft).contains("I planned 30 vehicles"), is_told, "{draft}");
        }
    }
}

/// One sentence about one's work is enough, and two things that one was shown or thinks of.
#[test]
fn a_full_note_gives_a_letter_and_no_list() {
    let sections = |deeds: &str| {
        format!(
            "\n## What stood out\n\n{deeds}- how every class reads aloud together\n- the school garden that Year 4 runs\n\n\
             ## Fit\n\n- I taught Year 6 for four years.\n- I ran a reading club.\n"
        )
    };
    let cases = [
        (
            "- Bea showed me the library\n- Bea explained the reading scheme\n",
            "Thursday, and for showing me the library and explaining the reading scheme.\n\nI taught",
        ),
        (
            "- Bea showed me the library\n",
            "Thursday, and for showing me the library. I've been thinking about how every class reads aloud together.\n\nI taught",
        ),
        (
            "",
            "Thursday. I've been thinking about how every class reads aloud together and about the school garden that Year 4 \
             runs.\n\nI taught",
        ),
    ];
    for (deeds, expected) in cases {
        let fields = "role: Teacher; date: 2026-03-12; interviewers: [Bea Bo <b@x.example>]";
        let folder = journal(&[("a.md", &(note(fields) + &sections(deeds)))]);
        folder.build("2026-03-13");
        let draft = folder.read("a.thank-you.bea-bo.draft.md");
        assert!(message(&draft).contains(expected), "{draft}");
        assert!(message(&draft).contains("\n\nI taught Year 6 for four years. I'd be glad to bring that experience to your team.\n\n"), "{draft}");
    }
}

/// A letter may go out on the interview's own day, and its writer may have left out another.
#[test]
fn no_letter_speaks_of_what_has_not_happened() {
    let people = "role: Dev; interviewers: [Jane Doe <j@a.example>]";
    for interest in ["keen", "open", "cooling"] {
        let fields = format!(
            "{people}; interest: {interest}; recruiter: {{name: Al Orr, email: al@t.example, agency: Tal}}"
        );
        let earlier = note(&format!(
            "{fields}; date: 2026-02-20; outcome: more_interviews; outcome_date: 2026-02-24"
        ));
        let folder = journal(&[
            ("a.md", &earlier),
            ("b.md", &note(&fields)),
            ("c.md", &note(&format!("company: Bolt; {fields}"))),
        ]);
        folder.build("2026-03-02");
        for path in ["b.recruiter-debrief.draft.md", "c.recruiter-debrief.draft.md"] {
            let letter = folder.read(path);
            assert!(!letter.contains("slept") && !letter.contains("had time"), "{letter}");
        }
    }
    for (record, thanks) in [
        ("thank-you/jane-doe: done 2026-03-03", "We talked about the dev role"),
        ("thank-you/jane-doe: skipped 2026-03-03", "We talked about the dev role"),
        ("connect: done 2026-03-03", "We talked about the dev role"),
    ] {
        let fields = format!("{people}; decision_window: 1 week; followups: {{{record}}}");
        let folder = journal(&[("a.md", &note(&fields))]);
        folder.build("2026-03-12");
        let letter = folder.read("a.status-check.1.draft.md");
        assert!(letter.contains(thanks), "{record}: {letter}");
    }
}

#[test]
fn a_trial_shift_is_thanked_for_as_one() {
    let people = "role: Baker; interviewers: [Ann Lee <a@a.example>, Bo Ek <b@a.example>, Cy Fox <c@a.example>, \
        Di Gee <d@a.example>, Ed Hay <e@a.example>]";
    let letters = |round: &str, words: &str| {
        let text = note(&format!("{people}; round: {round}")) + "\n" + words;
        let folder = journal(&[("a.md", &text)]);
        folder.build("2026-03-03");
        let drafts = folder.drafts().into_iter().filter(|path| path.contains("thank-you"));
        drafts.map(|path| message(&folder.read(&path)).to_owned()).collect::<Vec<_>>()
    };
    let thanked = ["Ann", "Bo", "Cy", "Di", "Ed"]
        .map(|name| format!("## Say to {name}\n\nThank you for the bread, {name}.\n\n"))
        .concat();
    for (round, occasion) in [
        ("Trial shift (4h)", "trial shift"),
        ("trial-day", "trial day"),
        ("2nd working interview", "working interview"),
        ("Presentation", "presentation"),
        ("site visit", "site visit"),
        ("Teaching demo", "teaching demo"),
        ("assessment centre, London", "assessment centre"),
        ("Audition", "audition"),
        ("shadow shift", "shadow shift"),
        ("unit tour + shadow shift", "shadow shift"),
        ("Facility tour", "facility tour"),
        ("store walk with the DM", "store walk"),
        ("skills day", "skills day"),
    ] {
        for words in ["", &thanked] {
            let openings: BTreeSet<String> = letters(round, words)
                .into_iter()
                .map(|letter| letter.lines().nth(2).unwrap().split('.').next().unwrap().to_owned())
                .collect();
            assert_eq!(openings.len(), 5, "{openings:?}");
            // A presentation is one's own.
            let is_own = occasion == "presentation";
            let says = if is_own { " present".to_owned() } else { format!(" the {occasion} on") };
            let is_told =
                |opening: &String| opening.contains(&says) && opening.ends_with(" on Monday");
            assert!(openings.iter().all(is_told), "{openings:?}");
        }
    }
    for round in ["presentation and panel interview", "teaching demo and interview", "onsite"] {
        let letters = letters(round, "");
        assert!(letters[0].contains("Thank you for talking with me about"), "{round}");
    }
}

/// Whoever was met there for the first time wasn't seen, and whoever came from outside has no team there.
#[test]
fn nobody_is_spoken_to_as_somebody_else() {
    let fields = "role: Baker; round: trial shift; interviewers: [Ann Lee <a@a.example>, \
        Bo Ek <b@a.example>, {name: Cy Fox, email: c@a.example, title: external}]";
    let words = "\n## Say to Bo\n\nThank you for the bread.\n";
    let met = "It was good to meet you on the trial shift on Monday.";
    let seen = "It was good to see you on the trial shift on Monday.";
    for (more, expected) in [("", met), ("; internal: true", seen)] {
        let folder = journal(&[("a.md", &(note(&format!("{fields}{more}")) + words))]);
        folder.build("2026-03-03");
        let letter = folder.read("a.thank-you.bo-ek.draft.md");
        assert!(letter.contains(expected), "{letter}");
    }
    for interest in ["keen", "open", "cooling"] {
        for (more, round) in [
            ("", "panel"),
            ("; outcome: rejected; outcome_date: 2026-03-03", "panel"),
            ("; outcome: accepted; outcome_date: 2026-03-03", "panel"),
        ] {
            let fields = format!("{fields}; interest: {interest}{more}");
            let text = note(&fields.replace("trial shift", round))
                + "\n## Fit\n\n- I ran a bakery for six years.\n";
            let folder = journal(&[("a.md", &text)]);
            folder.build("2026-03-03");
            let letter = folder.read("a.thank-you.cy-fox.draft.md");
            for words in ["team", "with you and", "colleague", "see you", "everyone there"] {
                assert!(!message(&letter).contains(words), "{letter}");
            }
        }
    }
}

/// A line that gives the day on which the job starts fills the blank for it; anything less certain leaves it.
#[test]
fn an_acceptance_gives_the_day_that_the_note_has() {
    let cases = [
        ("start Mon 5 Oct, confirmed on the phone", Some("Monday 5 October")),
        ("Start date: 2026-10-05", Some("Monday 5 October")),
        ("- starting on 5 October (they pay the move)", Some("Monday 5 October")),
        ("First day: 4 January 2027", Some("Monday 4 January 2027")),
        ("start Tue 5 Oct", None),
        ("start in 3 weeks", None),
        ("start Monday, prep the slides", None),
        ("start mid October 2026", None),
        ("start 3 Aug", None),
        ("- [ ] start 5 Oct: ask about the badge", None),
        ("~~start 5 Oct~~", None),
        ("starter salary 5 October", None),
        ("start 5 Oct\n\nstart 12 Oct?\n\nstart 12 Oct", None),
    ];
    for (line, day) in cases {
        let note = format!(
            "---\ncompany: Acme\ndate: 2026-08-18\nrole: Dev\ninterviewers: [Jane Doe <j@acme.example>]\n\
             outcome: accepted\noutcome_date: 2026-09-02\n---\n\n## Terms\n\n{line}\n"
        );
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-09-02");
        let letter = folder.read("a.acceptance.draft.md");
        let day = day.unwrap_or("[fill in: the start date]");
        assert!(letter.contains(&format!("I'll start on {day}, on the terms")), "{line}: {letter}");
    }
}

#[test]
fn a_time_frame_that_came_later_is_told_with_its_day() {
    let fields = "company: Ghost; role: Dev; date: 2026-03-02; interviewers: [Ute Vogel <ute@iris.example>]; \
        decision_window: 1 week; followups: {status-check/1: done 2026-03-11}";
    let cases = [
        (
            "another week",
            "2026-03-26",
            "you told me that you'd need another week to decide about the dev role.",
        ),
        (
            "two weeks",
            "2026-04-02",
            "you told me that you'd need another two weeks to decide about the dev role.",
        ),
        (
            "by Friday",
            "2026-03-25",
            "you thought there'd be news about the dev role by that Friday.",
        ),
        (
            "end of March",
            "2026-04-02",
            "you thought there'd be news about the dev role by the end of March.",
        ),
    ];
    for (window, today, expected) in cases {
        let update = format!("updates: [{{date: 2026-03-16, decision_window: {window}}}]");
        let folder = journal(&[("a.md", &note(&format!("{fields}; {update}")))]);
        folder.build(today);
        let draft = folder.read("a.status-check.2.draft.md");
        let expected = format!("On Monday 16 March, {expected} ");
        assert!(message(&draft).to_lowercase().contains(&expected.to_lowercase()), "{draft}");
    }
}

/// Rounds that were no talks, told of as one tells of them.
#[test]
fn what_one_came_for_is_told_as_one_says_it() {
    let sam = "recruiter: Sam Lee <sam@acme.example>";
    let lead = "interviewers: [Jane Doe <jane@acme.example>]; role: Baker";
    #[rustfmt::skip]
    let cases = [
        // the round | the recruiter's thanks | theirs after "Thank you!" | the question for news | how one could have done better
        ("Assessment centre", "Thank you for the invitation to the assessment centre for the baker role, where I met Jane.", "I came to the assessment centre for the baker role on Monday.", "I came to the assessment centre for the baker role on Monday 2 March, and I'm", "at the assessment centre or before?"),
        ("2nd trial",         "Thank you for setting up the trial shift with Jane for the baker role.", "I did my trial shift for the baker role on Monday.", "I did my trial shift with Jane for the baker role on Monday 2 March, and I'm", "on the trial shift or before?"),
        ("Presentation",      "Thank you for setting up the presentation with Jane for the baker role.", "I gave my presentation for the baker role on Monday.", "I gave my presentation to Jane for the baker role on Monday 2 March, and I'm", "in the presentation or before?"),
        ("site visit",        "Thank you for setting up the site visit with Jane for the baker role.", "I came on a site visit for the baker role on Monday.", "I came on a site visit for the baker role on Monday 2 March, and I'm", "on the site visit or before?"),
        ("unit tour",         "Thank you for setting up the unit tour with Jane for the baker role.", "I came on a unit tour for the baker role on Monday.", "I came on a unit tour for the baker role on Monday 2 March, and I'm", "on the unit tour or before?"),
        ("shadow shift",      "Thank you for setting up the shadow shift with Jane for the baker role.", "I did my shadow shift for the baker role on Monday.", "I did my shadow shift with Jane for the baker role on Monday 2 March, and I'm", "on the shadow shift or before?"),
        ("onsite",            "Thank you for setting up the interview with Jane for the baker role.", "I talked with Jane about the baker role on Monday.", "I interviewed with Jane for the baker role on Monday 2 March, and I'm", "in the interview or before?"),
    ];
    for (round, thanks, thanked, check, feedback) in cases {
        let fields = format!("{lead}; {sam}; round: {round}");
        for (more, words, day, draft, says) in [
            ("", "", "2026-03-03", "recruiter-thanks", thanks),
            ("", "## Say to Sam\n\nThank you!\n", "2026-03-03", "recruiter-thanks", thanked),
            ("", "", "2026-03-10", "status-check.1", check),
            (
                "; outcome: rejected; outcome_date: 2026-03-04",
                "",
                "2026-03-09",
                "feedback-request",
                feedback,
            ),
        ] {
            let folder = journal(&[("a.md", &(note(&(fields.clone() + more)) + "\n" + words))]);
            folder.build(day);
            let letter = folder.read(&format!("a.{draft}.draft.md"));
            assert!(letter.contains(says), "{says}\n{letter}");
        }
    }
}

/// A task that they have set is handed in: it is no gift, and they say that it has come.
#[test]
fn a_task_of_theirs_is_handed_in() {
    let letter = |section: &str| {
        let folder = journal(&[("a.md", &interview("interviewers: [Jane Doe]", section))]);
        folder.build("2026-03-05");
        message(&folder.read("a.value-add.jane-doe.draft.md")).to_owned()
    };
    #[rustfmt::skip]
    let tasks = [
        ("## Promised\n\n- [ ] take-home task (due 20 March)\n", "Here's the take-home task, as promised: [fill in"),
        ("## To send\n\n- Finish the take home by Friday\n", "Here's the take-home: [fill in"),
        ("## To send\n\nthe skills test for Jane\n", "Here's the skills test: [fill in"),
        ("## Promised\n\n- their coding test\n", "Here's the coding test, as promised: [fill in"),
    ];
    for (section, expected) in tasks {
        let letter = letter(section);
        assert!(letter.contains(expected), "{letter}");
        assert!(letter.contains("a line to say that it has arrived?"), "{letter}");
        assert!(!letter.contains("no need to reply"), "{letter}");
    }
    for section in ["## To send\n\n- the test report\n", "## To send\n\n- [ ] the paper on tasks\n"]
    {
        let letter = letter(section);
        assert!(letter.contains("There's no need to reply."), "{letter}");
    }
}

/// Nor does anything that follows it call it a talk.
#[test]
fn a_trial_shift_stays_one_in_later_letters() {
    let people = "role: Baker; round: Trial shift; interviewers: [Jane Doe <jane@acme.example>]";
    let sam = "; recruiter: Sam Lee <sam@acme.example>";
    let hold = "; updates: [{date: 2026-03-04, decision_window: on hold}]";
    let rejected = "; outcome: rejected; outcome_date: 2026-03-04";
    #[rustfmt::skip]
    let cases = [
        // more fields | the day | the draft | what it says
        ("",         "2026-03-10", "status-check.1", "I did my trial shift with you on Monday 2 March, and I'm still interested in the baker role."),
        (sam,        "2026-03-10", "status-check.1", "I did my trial shift with Jane for the baker role on Monday 2 March, and I'm still interested."),
        (hold,       "2026-04-10", "status-check.1", "I did my trial shift with you on Monday 2 March, and on Wednesday 4 March, you let me know that the baker role was on hold."),
        (rejected,   "2026-03-09", "feedback-request", "on the trial shift or before?"),
        ("; outcome: withdrawn; outcome_date: 2026-03-04", "2026-03-05", "withdrawal", "Thank you for the trial shift"),
    ];
    for (more, day, draft, says) in cases {
        let folder = journal(&[("a.md", &note(&format!("{people}{more}")))]);
        folder.build(day);
        let letter = folder.read(&format!("a.{draft}.draft.md"));
        assert!(letter.contains(says), "{letter}");
        assert!(!letter.contains("interview") && !letter.contains("talking with"), "{letter}");
    }
    let text = note(people) + "\n## To send\n\n- the rye starter\n";
    let folder = journal(&[("a.md", &text)]);
    folder.build("2026-03-05");
    let letter = folder.read("a.value-add.jane-doe.draft.md");
    assert!(
        letter.contains("after the trial shift") || letter.contains("After the trial shift"),
        "{letter}"
    );
    assert!(!letter.contains("conversation"), "{letter}");
}

/// Several things are several, and one that its reader doesn't know is "this" one.
#[test]
fn things_that_are_sent_are_counted() {
    #[rustfmt::skip]
    let things = [
        ("Promised", "my slides", "As promised on Monday, here are my slides. [", "I hope they're useful."),
        ("Promised", "my one-page summary", "As promised on Monday, here's my one-page summary. [", "I hope it's useful."),
        ("To send", "the photos of the bridge", "you might like these photos of the bridge. [", "I hope they're useful."),
        ("To send", "article on reading aloud", "you might like this article on reading aloud. [", "I hope it's useful."),
        ("To send", "portfolio", "you might like my portfolio. [", "I hope it's useful."),
        ("To send", "the portfolio of the museum", "you might like this portfolio of the museum. [", "I hope it's useful."),
        ("To send", "the slides I mentioned to Jane", "Here are the slides I mentioned on Monday. [", "I hope they're useful."),
        ("To send", "deck we talked about", "Here's the deck we talked about on Monday. [", "I hope it's useful."),
        ("To send", "an article on reading aloud", "you might like an article on reading aloud. [", "I hope it's useful."),
    ];
    for (heading, thing, says, end) in things {
        let sections = format!("## {heading}\n\n- {thing}\n");
        let folder = journal(&[("a.md", &interview("interviewers: [Jane Doe]", &sections))]);
        folder.build("2026-03-05");
        let letter = folder.read("a.value-add.jane-doe.draft.md");
        assert!(letter.contains(says) && letter.contains(end), "{letter}");
    }
}

/// What somebody asked for is no idea of one's own.
#[test]
fn what_they_asked_for_is_sent_as_that() {
    const END: &str = "If there's anything else you need, just say.";
    #[rustfmt::skip]
    let things = [
        ("my floor reset checklist (Jane asked for it)", "Here's my floor reset checklist, as you asked. ["),
        ("my floor reset checklist - Jane Doe asked for this", "Here's my floor reset checklist, as you asked. ["),
        ("my floor reset checklist. She asked for it.", "Here's my floor reset checklist, as you asked. ["),
        ("Jane asked for my slides: https://x.example/s", "Here are my slides, as you asked: https://x.example/s\n"),
        ("the slides that they asked for", "Here are the slides, as you asked. ["),
        ("they asked for a copy of my RN license", "Here's what you asked for: [fill in: what"),
        ("references - they want 3", "Here's what you asked for: [fill in: what"),
    ];
    for (thing, says) in things {
        let sections = format!("## To send\n\n- {thing}\n");
        let folder = journal(&[("a.md", &interview("interviewers: [Jane Doe]", &sections))]);
        folder.build("2026-03-05");
        let letter = folder.read("a.value-add.jane-doe.draft.md");
        assert!(letter.contains(says) && message(&letter).contains(END), "{letter}");
    }
    let others = [
        "my slides (in case Jane asked for them)",
        "my slides (Jane never asked for them)",
        "my slides, if they asked for more",
        "Jane wants more staff, my slides",
        "my slides (Kim asked for them)",
    ];
    for thing in others {
        let sections = format!("## To send\n\n- {thing}\n");
        let folder = journal(&[("a.md", &interview("interviewers: [Jane Doe]", &sections))]);
        folder.build("2026-03-05");
        let letter = folder.read("a.value-add.jane-doe.draft.md");
        assert!(!message(&letter).contains("asked"), "{letter}");
    }
    // Of two, "she" may be either.
    let sections = "## To send\n\n- my slides (she asked for them)\n";
    let people = "interviewers: [Jane Doe, Ravi Patel]";
    let folder = journal(&[("a.md", &interview(people, sections))]);
    folder.build("2026-03-05");
    let letter = folder.read("a.value-add.jane-doe.draft.md");
    assert!(!message(&letter).contains("asked"), "{letter}");
}

/// What is said about a thing beyond its name and address stays with the user.
#[test]
fn a_thing_is_named_up_to_its_address() {
    #[rustfmt::skip]
    let things = [
        ("The macro I wrote for drift correction: https://code.example/fix . It fails on jumps.", "this macro I wrote for drift correction: https://code.example/fix\n"),
        ("the planting list from the school yard, with what survived: https://gwen.example/list.pdf", "this planting list from the school yard: https://gwen.example/list.pdf\n"),
        ("the planting list, with the names taken out", "this planting list, with the names taken out. [fill in"),
        ("The macro I wrote: https://code.example/fix . Told Jane I would look.", "this macro I wrote: https://code.example/fix\n"),
        ("the planting list I promised Jane (names out first!)", "As promised on Monday, here's the planting list. [fill in"),
        ("before/after sheet for the junctions, PDF. Promised it to Jane.", "Here's something that I promised you on Monday: [fill in"),
        ("the report on first-year members, chapter 3 is about renewal letters: https://gwen.example/r.pdf", "this report on first-year members (chapter 3 is about renewal letters): https://gwen.example/r.pdf\n"),
        ("link to my talk: https://talks.example/ledger", "like my talk: https://talks.example/ledger\n"),
        ("my notes on queues: https://gwen.example/q", "like my notes on queues: https://gwen.example/q\n"),
        ("the macro for Jane: https://code.example/fix", "I thought you might like this macro: https://code.example/fix\n"),
        ("the macro: https://code.example/fix (not before they sign)", "[fill in: what you're sending"),
    ];
    for (remark, expected) in things {
        let note = interview("interviewers: [Jane Doe]", &format!("## To send\n\n- {remark}\n"));
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-05");
        let draft = folder.read("a.value-add.jane-doe.draft.md");
        let letter = message(&draft);
        assert!(letter.contains(expected), "{remark}\n{letter}");
        assert!(!letter.contains("jumps") && !letter.contains("survived"), "{letter}");
    }
}

/// Nobody decides anything over a coffee, unless the note makes more of it.
#[test]
fn a_coffee_is_thanked_for_as_one() {
    let letters = |fields: &str, sections: &str| {
        let people = "interviewers: [Ann Lee <a@a.example>, Bo Ek <b@a.example>, Cy Fox <c@a.example>, \
            Di Gee <d@a.example>, Ed Hay <e@a.example>]; round: coffee chat";
        let folder = journal(&[
            ("journal.toml", ME),
            ("a.md", &(note(&format!("{people}{fields}")) + "\n" + sections)),
        ]);
        folder.build("2026-03-03");
        let drafts = folder.drafts().into_iter().filter(|path| path.contains("thank-you"));
        drafts.map(|path| folder.read(&path)).collect::<Vec<_>>()
    };
    let of_nothing = letters("", "");
    assert!(of_nothing[0].contains("subject: Thank you for our chat on Monday (Alex Morgan)\n"));
    assert!(of_nothing[4].contains("I hope our paths cross again soon."), "{}", of_nothing[4]);
    let of_a_role = letters("; role: Baker", "");
    assert!(of_a_role[0].contains("subject: Thank you (Alex Morgan, Baker)\n"));
    assert!(of_a_role[0].contains("about the baker role on Monday."), "{}", of_a_role[0]);
    for letter in of_nothing.iter().chain(&of_a_role) {
        let letter = message(letter);
        assert!(!letter.contains("work with you") && !letter.contains("decide"), "{letter}");
    }
    for (fields, sections, says) in [
        (
            "; role: Baker; interest: keen",
            "",
            "I'd love to work with you, and I really hope this works out.",
        ),
        ("; role: Baker", "## Fit\n\nI ran a bakery for four years.\n", "that experience"),
    ] {
        assert!(letters(fields, sections)[0].contains(says), "{says}");
    }
}

/// A licence is no experience.
#[test]
fn what_one_did_is_offered_as_experience() {
    let letter = |fit: &str| {
        let people = "interviewers: [Jane Doe <jane@acme.example>]";
        let folder = journal(&[("a.md", &interview(people, &format!("## Fit\n\n{fit}\n")))]);
        folder.build("2026-03-03");
        message(&folder.read("a.thank-you.jane-doe.draft.md")).to_owned()
    };
    for (fit, says) in [
        (
            "I moved a payment service to new hosts twice.",
            "I'd be glad to bring that experience to your team.",
        ),
        ("I speak Welsh and English.", "I'd be glad to bring that to your team."),
    ] {
        let letter = letter(fit);
        assert!(letter.contains(&format!("{fit} {says}")), "{letter}");
    }
}

/// It belongs to the talk, and the work that one did to what one hopes for.
#[test]
fn what_one_liked_is_said_with_the_thanks() {
    let text = interview(
        "interviewers: [Jane Doe <jane@acme.example>]",
        "## Liked\n\nI liked the morning briefing.\n\n## Fit\n\nI planned routes for 60 vans.\n",
    );
    let folder = journal(&[("a.md", &text)]);
    folder.build("2026-03-03");
    let letter = folder.read("a.thank-you.jane-doe.draft.md");
    let says = "on Monday. I liked the morning briefing.\n\nI planned routes for 60 vans. I'd be glad to bring that \
        experience to your team.\n\nIf anything";
    assert!(message(&letter).contains(says), "{letter}");
}

/// Nobody is asked to decide while the search is on hold.
#[test]
fn a_thank_you_on_hold_leaves_the_decision_alone() {
    let people = "interviewers: [Ann Lee <a@a.example>, Bo Ek <b@a.example>, Cy Fox <c@a.example>, \
        Di Gee <d@a.example>, Ed Hay <e@a.example>]; updates: [{date: 2026-03-03, decision_window: on hold}]";
    let folder = journal(&[("a.md", &interview(people, ""))]);
    folder.build("2026-03-03");
    let letters: Vec<String> = folder
        .drafts()
        .into_iter()
        .filter(|path| path.contains("thank-you"))
        .map(|path| message(&folder.read(&path)).to_owned())
        .collect();
    assert_eq!(letters.len(), 5);
    assert!(
        letters[0].contains(
            "I know that things are on hold for now. If that changes, I'm easy to reach."
        ),
        "{}",
        letters[0]
    );
    for letter in &letters {
        assert!(!letter.contains("decide") && !letter.contains("any questions"), "{letter}");
    }
}

/// Helpers hear of thanks, and of nothing that is only presumed.
#[test]
fn a_helper_is_thanked_in_words_of_their_own() {
    let people = "interviewers: [Jane Doe <jane@acme.example>]; \
        also_met: [Kim Soto <kim@acme.example>, Lu Orr <lu@acme.example>, Mo Ray <mo@acme.example>]";
    let words = ["Kim", "Lu", "Mo"]
        .map(|name| format!("## Say to {name}\n\nThank you for finding me a socket.\n\n"))
        .concat();
    let folder = journal(&[("a.md", &interview(people, &words))]);
    folder.build("2026-03-03");
    for (id, says) in [
        ("kim-soto", "It was kind of you, and I really appreciated it."),
        ("lu-orr", "That was really good of you."),
        ("mo-ray", "I was very grateful."),
    ] {
        let letter = folder.read(&format!("a.team-thanks.{id}.draft.md"));
        assert!(message(&letter).contains(&format!("socket.\n\n{says}\n")), "{letter}");
    }
}

/// The user's words are a paragraph of their own, whether they end with a full stop or not.
#[test]
fn words_without_a_full_stop_stand_alone() {
    let people =
        "interviewers: [Jane Doe <jane@acme.example>]; also_met: [Kim Soto <kim@acme.example>]";
    let words = "## Say to Kim\n\ncheers for the tea\n";
    let folder = journal(&[("a.md", &interview(people, words))]);
    folder.build("2026-03-03");
    let letter = folder.read("a.team-thanks.kim-soto.draft.md");
    let says =
        "Hi Kim,\n\ncheers for the tea\n\nIt was kind of you, and I really appreciated it.\n\n";
    assert!(letter.contains(says), "{letter}");
}

#[test]
fn a_kindness_is_thanked_for() {
    let people =
        "interviewers: [Jane Doe <jane@acme.example>]; also_met: [Kim Soto <kim@acme.example>]";
    for (did, doing) in [
        ("took me to lunch", "taking me to lunch"),
        ("bought me lunch", "buying me lunch"),
        ("had lunch with me", "having lunch with me"),
        ("picked me up from the station", "picking me up from the station"),
        ("drove me from the station", "driving me from the station"),
        ("looked after me all day", "looking after me all day"),
        ("met me at reception", "meeting me at reception"),
    ] {
        let folder = journal(&[("a.md", &interview(people, &format!("## Kim Soto\n\n- {did}\n")))]);
        folder.build("2026-03-03");
        let letter = folder.read("a.team-thanks.kim-soto.draft.md");
        assert!(letter.contains(&format!("Thank you for {doing} when I")), "{letter}");
    }
}

/// Whoever is only wished well is thanked for the day, since nothing says what was kind of them.
#[test]
fn a_helper_is_praised_only_for_what_one_thanks_them_for() {
    let people =
        "interviewers: [Jane Doe <jane@acme.example>]; also_met: [Kim Soto <kim@acme.example>]";
    for (words, says) in [
        ("I hope the exam went well!", "Thank you for Monday. It was good to meet you."),
        ("cheers for the tea", "It was kind of you, and I really appreciated it."),
    ] {
        let folder =
            journal(&[("a.md", &interview(people, &format!("## Say to Kim\n\n{words}\n")))]);
        folder.build("2026-03-03");
        let letter = folder.read("a.team-thanks.kim-soto.draft.md");
        assert!(letter.contains(&format!("{words}\n\n{says}\n")), "{letter}");
    }
}

/// One deed is told with its occasion, which tells its reader whose thanks these are.
#[test]
fn a_helper_reads_what_one_came_for() {
    let people =
        "interviewers: [Jane Doe <jane@acme.example>]; also_met: [Kim Soto <kim@acme.example>]";
    let folder = journal(&[("a.md", &interview(people, "## Kim\n\n- met me at the gate\n"))]);
    folder.build("2026-03-03");
    let letter = folder.read("a.team-thanks.kim-soto.draft.md");
    let says = "for meeting me at the gate when I interviewed for the backend engineer role on Monday. It was kind";
    assert!(letter.contains(says), "{letter}");
}

/// Whoever put one's name forward wasn't there, and hears what came of it.
#[test]
fn a_referral_is_thanked_for() {
    let people = |sam: &str| {
        format!(
            "interviewers: [Jane Doe <jane@acme.example>]; also_met: ['{sam} <sam@acme.example>']"
        )
    };
    let referral = "Thank you for referring me for the backend engineer role";
    let told = "I had the interview on Monday, and I wanted to let you know.";
    #[rustfmt::skip]
    let cases = [
        // also_met | the text | what the letter says
        ("Sam Whitlock (referred me)", "", vec![referral, told]),
        ("Sam Whitlock", "Sam referred me (old colleague).\n", vec![referral, told]),
        ("Sam Whitlock", "## Sam\n\n- referred me\n- showed me the test lab\n", vec![referral, ", and for showing me the test lab.", told]),
        ("Sam Whitlock (referred me)", "## Say to Sam\n\nIt went well!\n", vec!["It went well!", referral]),
    ];
    for (sam, text, says) in cases {
        let folder = journal(&[("a.md", &interview(&people(sam), text))]);
        folder.build("2026-03-03");
        let letter = folder.read("a.team-thanks.sam-whitlock.draft.md");
        assert!(says.iter().all(|says| letter.contains(says)), "{letter}");
        assert!(letter.contains("subject: Thank you for the referral ("), "{letter}");
        assert!(!letter.contains("meet"), "{letter}");
    }
    let showed = "Sam referred me to the test lab.\n";
    let folder = journal(&[("a.md", &interview(&people("Sam Whitlock"), showed))]);
    folder.build("2026-03-03");
    let letter = folder.read("a.team-thanks.sam-whitlock.draft.md");
    assert!(!message(&letter).contains("referring"), "{letter}");
}

/// What somebody does was only heard of, what one liked may have been one's own doing, and an institution is an idea.
#[test]
fn what_was_heard_and_liked_is_told_as_one_says_it() {
    #[rustfmt::skip]
    let cases = [
        ("## Learned\n\n- moving the archive to the new mill\n", " It was good to hear about moving the archive to the new mill.\n"),
        ("## Learned\n\n- moving the archive to the new mill\n- how every class reads aloud together\n", " I've been thinking about how every class reads aloud together. It was good to hear about moving the archive to the new mill.\n"),
        ("## Liked\n\n- working in pairs\n", " I especially liked the part about working in pairs.\n"),
        ("## Liked\n\n- a handover that starts with the patients\n", " I especially liked the idea of a handover that starts with the patients.\n"),
        ("## Liked\n\n- shadowing the choir\n", " I especially liked shadowing the choir.\n"),
        ("## Learned\n\n- why the vans load back to front\n", " It was good to hear why the vans load back to front.\n"),
        ("## What stood out\n\n- an apprentice in every crew\n", " I've been thinking about the idea of an apprentice in every crew.\n"),
        ("## Liked\n\n- an apprentice in every crew\n", " I especially liked the idea of an apprentice in every crew.\n"),
        ("## Liked\n\n- the open kitchen\n", " I especially liked the open kitchen.\n"),
    ];
    for (sections, says) in cases {
        let people = "interviewers: [Jane Doe <jane@acme.example>]";
        let folder = journal(&[("a.md", &interview(people, sections))]);
        folder.build("2026-03-03");
        let letter = folder.read("a.thank-you.jane-doe.draft.md");
        assert!(letter.contains(says), "{letter}");
    }
}

/// A connection request tells nobody again what their thanks have told them.
#[test]
fn a_connection_request_after_the_thanks_tells_nothing_twice() {
    let people = "interviewers: [Jane Doe <jane@acme.example>, Ravi Ek <r@acme.example>]";
    let sections =
        "## Jane\n\n- showed me the press\n\n## Liked\n\n- the bread oven\n- the open kitchen\n";
    let done =
        "followups: {thank-you/jane-doe: done 2026-03-03, thank-you/ravi-ek: done 2026-03-03}";
    for (more, jane, is_told) in [
        (String::new(), "thank you for our conversation at Acme Robotics, and for showing", true),
        (format!("; {done}"), "thank you again for our conversation at Acme Robotics, and", false),
    ] {
        let fields = format!("{people}{more}");
        let folder = journal(&[("a.md", &interview(&fields, sections))]);
        folder.build("2026-03-04");
        let letter = folder.read("a.connect.draft.md");
        assert!(letter.contains(jane), "{letter}");
        assert_eq!(message(&letter).contains("the open kitchen"), is_told, "{letter}");
    }
}

/// Several letters that one person has to pass on are told apart.
#[test]
fn whoever_passes_letters_on_knows_for_whom_each_is() {
    let people = "interviewers: [Una Bell, Kay Orr, Bo Ek]; recruiter: Sam Lee <sam@acme.example>; role: Cook";
    let folder = journal(&[("journal.toml", ME), ("a.md", &note(people))]);
    folder.build("2026-03-03");
    for (id, subject, asks) in [
        ("una-bell", "A note for Una Bell (Alex Morgan, Cook)", "could you forward the note below"),
        ("kay-orr", "A note for Kay Orr (Alex Morgan, Cook)", "Here's a note for Kay Orr"),
        (
            "bo-ek",
            "A note for Bo Ek (Alex Morgan, Cook)",
            "Would you pass the note below on to Bo Ek for me? I don't have an address.",
        ),
    ] {
        let letter = folder.read(&format!("a.thank-you.{id}.draft.md"));
        assert!(letter.contains(&format!("subject: {subject}\n")), "{letter}");
        assert!(letter.contains(asks), "{letter}");
    }
}

/// A sentence of one's own makes a whole letter, whatever it tells.
#[test]
fn a_thank_you_leaves_a_blank_only_where_it_says_nothing() {
    let fields =
        "company: Acme\ndate: 2026-03-02\nrole: Nurse\ninterviewers: [Jane Doe <j@a.example>]";
    for (section, has_blank) in [
        ("", true),
        ("## Fit\n\nI led a shift of 18 for four years.\n", false),
        ("## Why them\n\nI like that the nurses share a rota.\n", false),
        ("## Fit\n\nDue for a change.\n", true),
    ] {
        let folder = journal(&[("a.md", &format!("{}\n{section}", note(fields)))]);
        folder.build("2026-03-03");
        let draft = folder.read("a.thank-you.jane-doe.draft.md");
        let letter = message(&draft);
        assert_eq!(letter.contains("that stayed with you]"), has_blank, "{letter}");
    }
}

/// An agency's recruiter who held a call of their own wasn't met at the company.
#[test]
fn an_agencys_recruiter_is_not_met_at_the_company() {
    let fields = "company: Acme\ndate: 2026-03-02\nrole: Nurse\nround: intro call\n\
        recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    let folder = journal(&[("a.md", &note(fields))]);
    folder.build("2026-03-06");
    let letter = folder.read("a.connect.draft.md");
    assert!(letter.contains("Hi Sam, "), "{letter}");
    assert!(!letter.contains("Acme"), "{letter}");
}
