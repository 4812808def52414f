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
fn people_are_greeted_by_the_name_that_they_go_by() {
    let cases = [
        ("Dr. Wei Zhang", "Hi Dr. Zhang,"),
        ("R. Okafor", "Hi R. Okafor,"),
        ("'Robert \"Bob\" Miller'", "Hi Bob,"),
        ("'Jane Doe, PhD'", "Hi Jane,"),
        ("ANNA SMITH", "Hi Anna,"),
        ("People Team", "Hi all,"),
        ("Carewell Staffing", "Hi all,"),
        ("Deputy Chief Nurse", "Hi,"),
        ("the CTO", "Hi,"),
        ("Human Resources", "Hi,"),
        ("NHS Jobs", "Hi,"),
        ("lady on reception", "Hi,"),
        ("someone from HR", "Hi,"),
        ("a nice porter", "Hi,"),
        ("two midwives", "Hi all,"),
        ("dr anil kapoor", "Hi Dr Kapoor,"),
        ("Mr. Al Feldman", "Dear Mr. Feldman,"),
        ("Mrs. Helen Oakes", "Dear Mrs. Oakes,"),
        ("'de la Cruz, Maria'", "Hi Maria,"),
        ("Alex Kim (they/them)", "Hi Alex,"),
        ("'Ming Li [he/him]'", "Hi Ming,"),
    ];
    for (name, greeting) in cases {
        let note =
            format!("---\ncompany: Acme\ndate: 2026-03-02\ninterviewers:\n  - {name}\n---\n");
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-02");
        let draft = folder.drafts().into_iter().find(|path| path.contains("thank-you")).unwrap();
        let text = folder.read(&draft);
        assert!(message(&text).starts_with(greeting), "{name}: {text}");
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
            "Dear Sam,\n\nI interviewed for the Dev role on Friday, February 20 with Jane, and you mentioned the end of \
             February for a decision."
        ),
        "{check}"
    );
    // In a running thread the name is enough.
    assert!(message(&check).ends_with("Kind regards,\nAlex Morgan"), "{check}");
}

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
    let told =
        "\n\nI led a team of twelve at a parcel depot.\n\nI'd be glad to bring that to your team.";
    assert!(whole.contains(told), "{whole}");
    assert!(whole.contains(" One thing I liked was the bread oven.\n"), "{whole}");
    assert!(!wrapped.contains("team of twelve"), "{wrapped}");
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
    assert!(pete.contains(&format!("\n\n{shift}\n\n")), "{pete}");
    assert!(rosa.contains(&format!("\n\n{forklift}\n\n")), "{rosa}");
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

/// Only a word that is known to be none of a name loses its capital.
#[test]
fn a_role_stands_in_a_sentence_as_one_would_write_it() {
    let cases = [
        ("Account executive", "the account executive role"),
        ("Nurse", "the nurse role"),
        ("Senior engineer, payments", "the senior engineer role"),
        ("Software Engineer", "the Software Engineer role"),
        ("Bench joiner", "the bench joiner role"),
        ("Rust engineer", "the Rust engineer role"),
        ("Year 4 teacher", "the Year 4 teacher role"),
        ("German teacher", "the German teacher role"),
        ("Leicester branch manager", "the Leicester branch manager role"),
        ("QA engineer", "the QA engineer role"),
        ("Data engineer (AWS)", "the data engineer role"),
        ("Head of IT", "the Head of IT role"),
    ];
    for (role, expected) in cases {
        let note = format!(
            "---\ncompany: Acme\ndate: 2026-03-02\nrole: {role}\ninterviewers: [Jane Doe <j@acme.example>]\n---\n"
        );
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-03");
        let letter = folder.read("a.thank-you.jane-doe.draft.md");
        assert!(letter.contains(&format!("about {expected} on")), "{letter}");
        assert!(letter.contains(role.split([',', '(']).next().unwrap().trim()), "{letter}");
    }
}

#[test]
fn a_team_or_a_function_has_its_article() {
    let cases = [
        ("Panel", "with the panel"),
        ("People Team", "with the People Team"),
        ("The hiring panel", "with the hiring panel"),
        ("the CTO", "with the CTO"),
        ("The CTO", "with the CTO"),
        ("Hiring manager", "with the hiring manager"),
        ("HR", "with HR"),
        ("Team Red", "with Team Red"),
        ("Human Resources", "with Human Resources"),
        ("Front desk", "with the front desk"),
        ("lady on reception", "with the lady on reception"),
        ("someone from HR", "with someone from HR"),
        ("a nice porter", "with the nice porter"),
        ("two midwives", "with the two midwives"),
        ("Dr. Wei Zhang", "with Dr. Zhang"),
        ("dr wei zhang", "with Dr Zhang"),
    ];
    for (name, expected) in cases {
        let note = format!(
            "---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\ninterviewers: [{name}]\n\
             recruiter: Sam Lee <s@a.example>\n---\n"
        );
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-03");
        let thanks = folder.read("a.recruiter-thanks.draft.md");
        assert!(thanks.contains(&format!("interview {expected} for the Dev role")), "{thanks}");
    }
}

/// "The" and "from" are nobody's name.
#[test]
fn whoever_is_only_described_takes_nobody_elses_remarks() {
    for helper in ["the receptionist", "someone from HR", "lady on reception"] {
        let note = format!(
            "---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\ninterviewers: [Jane Doe <j@a.example>]\n\
             also_met: [{helper}]\n---\n\n## What stood out\n\n- how the ward moved from paper to tablets on Mondays\n"
        );
        let folder = journal(&[("a.md", &note)]);
        folder.build("2026-03-03");
        let thanks = folder.read("a.thank-you.jane-doe.draft.md");
        assert!(thanks.contains("how the ward moved"), "{helper}: {thanks}");
        assert_eq!(folder.drafts().iter().filter(|draft| draft.contains("team-thanks")).count(), 0);
    }
    let note = "---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\nalso_met: [the receptionist]\n---\n\n\
        ## What stood out\n\n- The receptionist showed me round the ward\n";
    let folder = journal(&[("a.md", note)]);
    folder.build("2026-03-03");
    let thanks = folder.read("a.team-thanks.the-receptionist.draft.md");
    assert!(thanks.contains("showing me round the ward"), "{thanks}");
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
    let letters = |round: &str| {
        let folder = journal(&[("a.md", &note(&format!("{people}; round: {round}")))]);
        folder.build("2026-03-03");
        let drafts = folder.drafts().into_iter().filter(|path| path.contains("thank-you"));
        drafts.map(|path| message(&folder.read(&path)).to_owned()).collect::<Vec<_>>()
    };
    for (round, occasion) in [
        ("Trial shift (4h)", "trial shift"),
        ("trial-day", "trial day"),
        ("2nd working interview", "working interview"),
        ("Presentation", "presentation"),
        ("site visit", "site visit"),
    ] {
        let openings: BTreeSet<String> = letters(round)
            .into_iter()
            .map(|letter| letter.lines().nth(2).unwrap().split('.').next().unwrap().to_owned())
            .collect();
        assert_eq!(openings.len(), 5, "{openings:?}");
        let says = format!(" the {occasion} on Monday");
        assert!(openings.iter().all(|opening| opening.contains(&says)), "{openings:?}");
    }
    for round in ["presentation and panel interview", "onsite"] {
        assert!(letters(round)[0].contains("Thank you for talking with me about"), "{round}");
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

#[test]
fn names_in_small_letters_get_their_capitals() {
    let note = "---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\nrecruiter: Sam Lee <s@a.example>\n\
        interviewers: [Mrs Rahman <r@a.example>, claire dobson, dr ellery <e@a.example>]\n---\n";
    let folder = journal(&[("a.md", note)]);
    folder.build("2026-03-03");
    let thanks = folder.read("a.recruiter-thanks.draft.md");
    assert!(thanks.contains("with Mrs Rahman, Claire and Dr Ellery"), "{thanks}");
    let passed_on = folder.read("a.thank-you.claire-dobson.draft.md");
    assert!(passed_on.contains("Claire Dobson"), "{passed_on}");
    folder.build("2026-03-04");
    let connect = folder.read("a.connect.draft.md");
    assert!(
        connect.contains("\nClaire Dobson:\n") && connect.contains("\nDr Ellery:\n"),
        "{connect}"
    );
    let show = folder.run_on("2026-03-04", "show a/connect");
    assert!(!show.stdout.contains("characters too"), "{}", show.stdout);
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
        assert!(letter.contains(&format!("I start on {day}, on the terms")), "{line}: {letter}");
    }
}

/// Whoever has written their own thanks, or their own hope to hear again, doesn't say it a second time in stock words.
#[test]
fn a_letter_does_not_repeat_what_its_writer_says() {
    let letter = |recruiter: &str, words: &str| {
        let note = format!(
            "---\ncompany: Ivory\ndate: 2026-03-02\nrole: Sound designer\noutcome: rejected\noutcome_date: 2026-03-10\n\
             recruiter: {{name: Sam Lee, email: s@i.example{recruiter}}}\n\
             followups: {{recruiter-thanks: done 2026-03-02, recruiter-debrief: done 2026-03-03}}\n---\n\n\
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
fn a_time_frame_that_came_later_is_told_with_its_day() {
    let fields = "company: Ghost; role: Dev; date: 2026-03-02; interviewers: [Ute Vogel <ute@iris.example>]; \
        decision_window: 1 week; followups: {status-check/1: done 2026-03-11}";
    let cases = [
        ("another week", "2026-03-26", "another week"),
        ("two weeks", "2026-04-02", "another two weeks"),
        ("by Friday", "2026-03-25", "the Friday after"),
        ("end of March", "2026-04-02", "the end of March"),
    ];
    for (window, today, expected) in cases {
        let update = format!("updates: [{{date: 2026-03-16, decision_window: {window}}}]");
        let folder = journal(&[("a.md", &note(&format!("{fields}; {update}")))]);
        folder.build(today);
        let draft = folder.read("a.status-check.2.draft.md");
        let expected = format!("On Monday 16 March you mentioned {expected} for the dev role. ");
        assert!(message(&draft).to_lowercase().contains(&expected.to_lowercase()), "{draft}");
    }
}

#[test]
fn what_is_for_everyone_does_not_push_out_what_is_for_one() {
    let people = "interviewers: [Ann Bell <ann@p.example>, Uwe Roth <uwe@p.example>, Vic Tran <vic@p.example>]";
    let sections = "\n## Say to everyone\n\nThe question on migrations made me look at my own runbook.\n\n\
        ## Uwe\n\nUwe walked me through the release process.\n";
    let fields = format!("company: Panelco; role: Dev; date: 2026-03-02; {people}");
    let folder = journal(&[("e.md", &(note(&fields) + sections))]);
    folder.build("2026-03-03");
    let draft = |id: &str| folder.read(&format!("e.thank-you.{id}.draft.md"));
    let is_told = |id: &str| message(&draft(id)).contains("my own runbook");
    assert!(is_told("ann-bell") && is_told("vic-tran") && !is_told("uwe-roth"));
    assert!(draft("uwe-roth").contains("walking me through the release process"));
}

#[test]
fn one_person_under_two_names_is_not_told_about_themselves() {
    let people = "interviewers: [Prof. Ian MacLeod <ian@n.example>, Bo Ek <bo@n.example>]; \
        contact: Prof MacLeod <ian@n.example>";
    let fields = "company: Northgate; role: Nurse; date: 2026-03-02; outcome_date: 2026-03-10";
    for outcome in ["rejected", "declined"] {
        let text = note(&format!("{fields}; {people}; outcome: {outcome}"));
        let folder = journal(&[("a.md", &text)]);
        folder.build("2026-03-11");
        let kind = if outcome == "rejected" { "rejection-thanks" } else { "decline" };
        let draft = folder.read(&format!("a.{kind}.draft.md"));
        let (greeting, rest) = message(&draft).split_once('\n').unwrap();
        assert!(greeting == "Hi Prof. MacLeod," && rest.contains("Bo"), "{draft}");
        assert!(!rest.contains("MacLeod"), "{draft}");
    }
}

#[test]
fn an_address_that_a_note_has_counts_wherever_the_name_stands() {
    let fields = "company: Brigid; role: Nurse; date: 2026-03-02; interviewers: [Tina Marsh]";
    for field in ["contact", "recruiter"] {
        let text = note(&format!("{fields}; {field}: tina marsh <tina@b.example>"));
        let folder = journal(&[("a.md", &text)]);
        folder.build("2026-03-03");
        let draft = folder.read("a.thank-you.tina-marsh.draft.md");
        assert!(draft.contains("\nto: Tina Marsh <tina@b.example>\n"), "{draft}");
    }
    // Nobody forwards a letter to themselves, or without an address.
    let text = note(&format!("{fields}; recruiter: Tina Marsh"));
    let folder = journal(&[("a.md", &text), ("b.md", &note(&fields.replace("Tina", "Bo")))]);
    folder.edit("b.md", "[Bo Marsh]", "[Bo Marsh]\nrecruiter: Sam Lee");
    folder.build("2026-03-03");
    for path in ["a.thank-you.tina-marsh.draft.md", "b.thank-you.bo-marsh.draft.md"] {
        let draft = folder.read(path);
        assert!(message(&draft).starts_with("Hi ") && !draft.contains("forward"), "{draft}");
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

/// What is said about a thing beyond its name and address stays with the user.
#[test]
fn a_thing_is_named_up_to_its_address() {
    #[rustfmt::skip]
    let things = [
        ("The macro I wrote for drift correction: https://code.example/fix . It fails on jumps.", "the macro I wrote for drift correction: https://code.example/fix\n"),
        ("the planting list from the school yard, with what survived: https://gwen.example/list.pdf", "the planting list from the school yard: https://gwen.example/list.pdf\n"),
        ("the planting list, with the names taken out", "the planting list, with the names taken out. [fill in"),
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
    ];
    for (remark, is_told) in cases {
        let head = "company: Acme\ndate: 2026-03-02\ninterviewers: [Jane Doe <jane@acme.example>]";
        let folder =
            journal(&[("a.md", &format!("---\n{head}\n---\n\n## What stood out\n\n{remark}\n"))]);
        folder.build("2026-03-03");
        let draft = folder.read("a.thank-you.jane-doe.draft.md");
        let letter = message(&draft);
        assert_eq!(letter.contains("from 40 minutes to 6"), is_told, "{remark}\n{letter}");
        assert!(!letter.contains("parking") && !letter.contains("wifi"), "{letter}");
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
