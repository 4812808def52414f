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
            "Dear Sam,\n\nI interviewed for the Dev role on Friday, February 20 with Jane, and you mentioned a \
             decision at the end of February."
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
    assert!(letter.contains("I'd be glad to go further with this one."), "{letter}");
    assert!(!letter.contains("your team") && !letter.contains("work with you"), "{letter}");
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

/// A long letter of the user's own takes nothing from what they noted: the agency has to speak for them.
#[test]
fn an_agency_hears_of_work_for_which_the_others_have_no_room() {
    let words =
        "The way you plan a week of deliveries around the ferry is close to what I did in Oban. ";
    for (said, is_told) in [(words.repeat(3), true), (words.to_owned(), false)] {
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
        assert!(message(&draft).contains("\n\nI taught Year 6 for four years.\n\n"), "{draft}");
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
        ("thank-you/jane-doe: done 2026-03-03", "Thank you again for talking"),
        ("thank-you/jane-doe: skipped 2026-03-03", "Thank you for talking"),
        ("connect: done 2026-03-03", "Thank you for talking"),
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
            "you told me to expect news about the dev role by that Friday.",
        ),
        (
            "end of March",
            "2026-04-02",
            "you told me to expect news about the dev role at the end of March.",
        ),
    ];
    for (window, today, expected) in cases {
        let update = format!("updates: [{{date: 2026-03-16, decision_window: {window}}}]");
        let folder = journal(&[("a.md", &note(&format!("{fields}; {update}")))]);
        folder.build(today);
        let draft = folder.read("a.status-check.2.draft.md");
        let expected = format!("On Monday 16 March {expected} ");
        assert!(message(&draft).to_lowercase().contains(&expected.to_lowercase()), "{draft}");
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
        ("",         "2026-03-10", "status-check.1", "Thank you for having me for the trial shift on Monday 2 March. I'm still interested in the baker role."),
        (sam,        "2026-03-10", "status-check.1", "I had my trial shift for the baker role on Monday 2 March with Jane. I'm still interested."),
        (hold,       "2026-04-10", "status-check.1", "I was with you for the trial shift on Monday 2 March, and on Wednesday 4 March I heard from you that the baker role was on hold."),
        (rejected,   "2026-03-09", "feedback-request", "in the trial shift or before it?"),
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

/// What is said about a thing beyond its name and address stays with the user.
#[test]
fn a_thing_is_named_up_to_its_address() {
    #[rustfmt::skip]
    let things = [
        ("The macro I wrote for drift correction: https://code.example/fix . It fails on jumps.", "the macro I wrote for drift correction: https://code.example/fix\n"),
        ("the planting list from the school yard, with what survived: https://gwen.example/list.pdf", "the planting list from the school yard: https://gwen.example/list.pdf\n"),
        ("the planting list, with the names taken out", "the planting list, with the names taken out. [fill in"),
        ("The macro I wrote: https://code.example/fix . Told Jane I would look.", "the macro I wrote: https://code.example/fix\n"),
        ("the planting list I promised Jane (names out first!)", "As promised on Monday, here's the planting list. [fill in"),
        ("the report on first-year members, chapter 3 is about renewal letters: https://gwen.example/r.pdf", "the report on first-year members (chapter 3 is about renewal letters): https://gwen.example/r.pdf\n"),
        ("the macro for Jane: https://code.example/fix", "[fill in: what you're sending"),
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
    assert!(of_nothing[4].contains("I hope the work goes well."), "{}", of_nothing[4]);
    let of_a_role = letters("; role: Baker", "");
    assert!(of_a_role[0].contains("subject: Thank you (Alex Morgan, Baker)\n"));
    assert!(of_a_role[0].contains("about the baker role on Monday."), "{}", of_a_role[0]);
    for letter in of_nothing.iter().chain(&of_a_role) {
        let letter = message(letter);
        assert!(!letter.contains("work with you") && !letter.contains("decide"), "{letter}");
    }
    for (fields, sections, says) in [
        ("; role: Baker; interest: keen", "", "I'd very much like to work with you."),
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
        assert!(letter.contains(&format!("{fit}\n\n{says}")), "{letter}");
    }
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
        assert!(message(&letter).contains(&format!("socket. {says}\n")), "{letter}");
    }
}
