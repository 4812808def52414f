//! Farewells, and what has happened elsewhere by then: a job that was taken, another role that is still being talked about.

use crate::support::{Folder, journal, note};

use super::message;

/// Words with which one asks for something else.
const ASKING: [&str; 8] = [
    "another time",
    "paths cross",
    "another role",
    "in mind",
    "think of me",
    "make a move",
    "comes along",
    "another chance",
];

const OUT: &str =
    "role: Cook; interviewers: [Ann Poe <ann@x.example>, Bo Ek <bo@x.example>]; date: 2026-03-05";

/// The text of a farewell from a note with these fields, and from others beside it.
fn farewell(fields: &str, others: &[&str], kind: &str) -> String {
    let folder = written(fields, others);
    message(&folder.read(&format!("a.{kind}.draft.md"))).to_owned()
}

fn written(fields: &str, others: &[&str]) -> Folder {
    let folder = journal(&[("a.md", &note(fields))]);
    for (at, fields) in others.iter().enumerate() {
        folder.write(&format!("other-{at}.md"), note(fields));
    }
    folder.build("2026-03-12");
    folder
}

#[test]
fn whoever_took_a_job_asks_for_no_other() {
    let taken = "company: Other; role: Baker; outcome: accepted; outcome_date: 2026-03-12";
    let agency = "recruiter: {name: Sam Lee, email: s@t.example, agency: Tal}";
    for people in ["", agency, "internal: true; still_interested: true"] {
        for (outcome, kind) in
            [("rejected", "rejection-thanks"), ("declined", "decline"), ("withdrawn", "withdrawal")]
        {
            let fields = format!("{OUT}; outcome: {outcome}; outcome_date: 2026-03-10; {people}");
            let fields = fields.trim_end_matches("; ");
            let before = farewell(fields, &[], kind);
            assert!(
                ASKING.iter().any(|words| before.contains(words))
                    || before.contains("I'd be glad to hear of it")
                    || before.contains("I'd be glad to hear about it")
                    || before.contains("from where I am")
                    || before.contains("See you around"),
                "{before}"
            );
            let letter = farewell(fields, &[taken], kind);
            // One may still hope to meet those whom one leaves.
            let is_kind = |words: &str| outcome != "rejected" && words == "paths cross";
            for words in ASKING.into_iter().filter(|words| !is_kind(words)) {
                assert!(!letter.contains(words), "{words}: {letter}");
            }
            for words in
                ["to hear of it", "where I am", "See you around", "Baker", "baker", "Other"]
            {
                assert!(!letter.contains(words), "{words}: {letter}");
            }
        }
    }
}

/// One is thanked by the people with whom one is going to work.
#[test]
fn a_farewell_within_the_company_where_one_begins_looks_forward() {
    let accepted = "role: Baker; outcome: accepted; outcome_date: 2026-03-12; contact: CONTACT";
    for (contact, expected) in [
        ("Ann Poe <ann@x.example>", "looking forward to the baker role."),
        ("Cy Fox <cy@x.example>", "I look forward to working with you."),
    ] {
        for internal in ["", "; internal: true; still_interested: true"] {
            let other = format!("{}{internal}", accepted.replace("CONTACT", contact));
            let fields = format!("{OUT}{internal}; outcome: rejected; outcome_date: 2026-03-10");
            let letter = farewell(&fields, &[&other], "rejection-thanks");
            let is_stranger = !internal.is_empty() && contact.starts_with("Cy");
            let expected =
                if is_stranger { "I'm glad to go on working with you all." } else { expected };
            assert!(letter.contains(expected), "{letter}");
            assert!(!letter.contains("I wish you") && !letter.contains("hoped for"), "{letter}");
        }
        let other = accepted.replace("CONTACT", contact);
        let fields = format!("{OUT}; outcome: declined; outcome_date: 2026-03-12");
        let letter = farewell(&fields, &[&other], "decline");
        let start = if contact.starts_with("Ann") { "As you know, I've" } else { "I've" };
        let expected = format!("{start} accepted the baker role, so I have to decline this one.");
        assert!(letter.contains(&expected), "{letter}");
    }
    // To those who still wait for an answer, too.
    let other = accepted.replace("CONTACT", "Cy Fox <cy@x.example>");
    let folder = written(OUT, &[&other]);
    let letter = folder.read("other-0.withdraw.acme-cook.draft.md");
    assert!(
        letter.contains(
            "I've accepted the baker role, so I'm withdrawing my application for the cook role."
        ),
        "{letter}"
    );
    assert!(letter.contains("I look forward to working with you."), "{letter}");
    assert!(!letter.contains("paths cross"), "{letter}");
}

#[test]
fn the_agency_that_brought_the_job_is_told_nothing_that_it_knows() {
    let nadia = "recruiter: {name: Nadia Khan, email: n@med.example, agency: Med}";
    let taken = format!(
        "company: Brigid; role: Ward manager; {nadia}; outcome: accepted; outcome_date: 2026-03-12"
    );
    let known = "As you know, I've accepted the ward manager role at Brigid, so I";
    for (outcome, kind, expected) in [
        ("declined", "decline", known),
        ("withdrawn", "withdrawal", known),
        ("rejected", "rejection-thanks", "forward to the ward manager role at Brigid."),
    ] {
        let fields = format!("{OUT}; {nadia}; outcome: {outcome}; outcome_date: 2026-03-11");
        let letter = farewell(&fields, &[&taken], kind);
        assert!(letter.contains(expected), "{letter}");
        for words in ["think of me", "in mind", "to hear of it", "straight away", "I'm sorry"] {
            assert!(!letter.contains(words), "{letter}");
        }
    }
    let offered = format!("{OUT}; {nadia}; outcome: offer; outcome_date: 2026-03-11");
    let letter = written(&offered, &[&taken]).read("other-0.withdraw.acme-cook.draft.md");
    assert!(
        letter.contains("As you know, I've accepted the ward manager role at Brigid, so"),
        "{letter}"
    );
    assert!(!letter.contains("straight away"), "{letter}");
}

/// One recruiter for two companies brought neither offer that somebody there made in person, as far as anybody knows.
#[test]
fn nobody_is_told_that_they_know_what_others_said() {
    let kelly = "recruiter: Kelly Fox <k@hire.example>";
    let offered = format!(
        "company: Anchor; role: Cook; {kelly}; outcome: offer; outcome_date: 2026-03-12; contact: Tony Marsh <t@anchor.example>"
    );
    let other = format!("company: Ropewalk; role: Baker; date: 2026-03-05; {kelly}");
    for (outcome, kind) in [("offer", "offer-elsewhere"), ("accepted", "withdraw")] {
        let offered = offered.replace("outcome: offer", &format!("outcome: {outcome}"));
        let folder = journal(&[("a.md", &note(&offered)), ("b.md", &note(&other))]);
        folder.build("2026-03-13");
        let letter = folder.read(&format!("a.{kind}.ropewalk-baker.draft.md"));
        assert!(
            letter.contains("Hi Kelly") && !message(&letter).contains("As you know"),
            "{letter}"
        );
    }
}

/// Nor did the agency that put one forward for both: it is told which of its jobs it is, but not by name while one hasn't
/// decided, and thanked for its work for the first time.
#[test]
fn an_agency_may_not_have_heard_what_the_company_said() {
    let tom = "recruiter: {name: Tom Okafor, email: t@med.example, agency: Med}";
    let maeve = "Maeve Daly <m@brigid.example>";
    let brigid = format!(
        "company: Brigid; role: Nurse; {tom}; interviewers: [{maeve}]; outcome_date: 2026-03-12"
    );
    let other = format!("company: Lakeside; role: Baker; date: 2026-03-05; {tom}");
    #[rustfmt::skip]
    let cases = [
        // outcome | letter | with Maeve as the contact | without a contact
        ("offer", "offer-elsewhere.lakeside-baker",
         "I've been offered another of the jobs you put me forward for, and", "As you know, I have an offer, and"),
        ("offer", "offer-feedback",
         "Thank you for all your work on the offer from Brigid.", "Thank you again for all your work on the offer from Brigid."),
        ("accepted", "withdraw.lakeside-baker",
         "I've accepted the nurse role at Brigid, so I'm withdrawing", "As you know, I've accepted the nurse role at Brigid, so I'm withdrawing"),
    ];
    for (outcome, draft, news, known) in cases {
        for (more, expected) in [(format!("; contact: {maeve}"), news), (String::new(), known)] {
            let fields = format!("{brigid}; outcome: {outcome}{more}");
            let folder = journal(&[("a.md", &note(&fields)), ("b.md", &note(&other))]);
            folder.build("2026-03-13");
            let letter = folder.read(&format!("a.{draft}.draft.md"));
            let letter = message(&letter);
            assert!(letter.starts_with("Hi Tom,") && letter.contains(expected), "{letter}");
            assert!(!draft.contains("elsewhere") || !letter.contains("Brigid"), "{letter}");
        }
    }
}

/// Somebody else at the agency may bring the offer, who isn't the company either.
#[test]
fn an_agency_has_more_than_one_person() {
    let kayla = "recruiter: {name: Kayla Dunn, email: k@med.example, agency: Med Stride}";
    let people =
        format!("company: Brigid; role: Nurse; {kayla}; interviewers: [Pam Kay <p@b.example>]");
    for (contact, is_of_agency) in [
        ("{name: Todd Reyes, email: t@med.example, agency: Med Stride}", true),
        ("{name: Todd Reyes, email: t@med.example, agency: Med Stride Travel}", true),
        ("{name: Todd Reyes, email: t@med.example, title: Account manager at Med Stride}", true),
        ("{name: Todd Reyes, email: t@b.example, title: Head of nursing}", false),
        ("{name: Todd Reyes, email: t@b.example, agency: Other}", false),
    ] {
        for (outcome, kind, to_agency, to_company) in [
            (
                "accepted",
                "acceptance",
                "the offer for the nurse role at Brigid.",
                "forward to working with you.",
            ),
            (
                "offer",
                "offer-thanks",
                "Thank you for bringing me the offer for the nurse role at Brigid.",
                "Thank you for offering me the nurse role.",
            ),
        ] {
            let fields = format!(
                "{people}; contact: {contact}; outcome: {outcome}; outcome_date: 2026-03-12"
            );
            let folder = journal(&[("a.md", &note(&fields))]);
            folder.build("2026-03-12");
            let letter = folder.read(&format!("a.{kind}.draft.md"));
            assert!(message(&letter).starts_with("Hi Todd,"), "{letter}");
            assert_eq!(message(&letter).contains(to_agency), is_of_agency, "{letter}");
            assert_eq!(message(&letter).contains(to_company), !is_of_agency, "{letter}");
        }
    }
    // One's own agency is asked again about other jobs.
    let fields = format!(
        "{people}; updates: [{{date: 2026-03-03, decision_window: 1 week}}]; followups: {{status-check/1: done 2026-03-12}}"
    );
    let folder = journal(&[("a.md", &note(&fields))]);
    folder.build("2026-03-25");
    let letter = folder.read("a.status-check.2.draft.md");
    assert!(letter.contains("and I won't ask about it again."), "{letter}");
}

#[test]
fn nobody_takes_leave_of_whom_they_go_on_talking_to() {
    let karl = "recruiter: Karl Ott <karl@x.example>";
    let agency = "recruiter: {name: Karl Ott, email: karl@t.example, agency: Tal}";
    let to_come = "role: Baker; date: 2026-03-12; interviewers: [Ann Poe <ann@x.example>]";
    #[rustfmt::skip]
    let cases = [
        // here | elsewhere | in the letter
        ("", to_come, "My application for the baker role still stands, of course."),
        ("", "role: Baker; date: 2026-03-20; interest: keen", "I'm still hoping for the baker role."),
        ("", "role: Baker; date: 2026-03-20; interest: cooling", ""),
        ("", "role: Baker; outcome: offer; outcome_date: 2026-03-10", ""),
        ("", "role: Baker\ndate: 2026-03-09\noutcome: applied", "I'd still be glad to hear about the baker role."),
        ("internal: true; still_interested: true", "company: Own; role: Baker; internal: true", "My application for the baker role still stands, of course."),
        (agency, "company: Other; role: Baker; AGENCY", "My application for the baker role at Other still stands, of course."),
        (karl, "company: Sister of Acme; role: Baker; contact: K. Ott <Karl@x.example>", "My application for the baker role still stands, of course."),
    ];
    for (people, other, expected) in cases {
        let other = other.replace("AGENCY", agency);
        for (outcome, kind) in
            [("rejected", "rejection-thanks"), ("declined", "decline"), ("withdrawn", "withdrawal")]
        {
            let fields = format!("{OUT}; outcome: {outcome}; outcome_date: 2026-03-11; {people}");
            let letter = farewell(fields.trim_end_matches("; "), &[&other], kind);
            assert!(letter.contains(expected), "{other}: {letter}");
            for words in ASKING.into_iter().chain(["See you", "I wish you", "from where"]) {
                assert!(!letter.contains(words), "{words}: {letter}");
            }
            assert!(!expected.is_empty() || !letter.contains("baker"), "{letter}");
            // Whoever is seen again hears it then.
            assert!(other != to_come || !letter.contains("Ann and"), "{letter}");
        }
    }
    // What has gone quiet, or ended, is over; so is what others have to do with.
    for other in [
        "role: Baker; date: 2025-12-01",
        "role: Baker; outcome: rejected; outcome_date: 2026-03-01",
        "company: Other; role: Baker",
    ] {
        let fields = format!("{OUT}; outcome: rejected; outcome_date: 2026-03-11");
        let letter = farewell(&fields, &[other], "rejection-thanks");
        assert!(letter.contains("If another role comes up"), "{letter}");
    }
}

/// A question for news doesn't forget the offer that it was told of, and says its deadline as it is now.
#[test]
fn whoever_decides_in_time_is_not_asked_to_hurry() {
    let offer = "company: Quill; role: Baker; date: 2026-03-05; outcome: offer; outcome_date: 2026-03-12; decide_by: 2026-03-20";
    let word = |fields: &str| {
        let coral = format!(
            "company: Coral; role: Cook; date: 2026-03-05; interviewers: [Ann Poe <ann@x.example>]; {fields}"
        );
        let folder = journal(&[("a.md", &note(&coral)), ("b.md", &note(offer))]);
        folder.build("2026-03-12");
        message(&folder.read("b.offer-elsewhere.coral-cook.draft.md")).to_owned()
    };
    let in_time = word("decision_window: 2 weeks");
    assert!(
        in_time.contains(
            "You mentioned a decision within two weeks, which would be in time. Does that still stand?"
        ),
        "{in_time}"
    );
    assert!(!in_time.contains("before then"), "{in_time}");
    let later = "updates: [{date: 2026-03-11, decision_window: 1 week}]";
    let in_time = word(later);
    assert!(
        in_time.contains("On Wednesday 11 March, you mentioned a decision within a week"),
        "{in_time}"
    );
    // Overdue already, and nobody knows.
    for fields in ["decision_window: 3 days", "interest: open"] {
        let letter = word(fields);
        assert!(letter.contains("any chance of an answer before then?"), "{fields}: {letter}");
    }
    let too_late = word("decision_window: 3 weeks");
    let asked =
        "You mentioned a decision within three weeks. Is there any chance of an earlier answer?";
    assert!(too_late.contains(asked), "{too_late}");
}

#[test]
fn a_question_for_news_speaks_of_the_offer_that_it_was_told_of() {
    let records = "offer-elsewhere/coral-cook: done 2026-03-13";
    let offer = |answer_by: &str| {
        note(&format!(
            "company: Quill; role: Baker; outcome: offer; outcome_date: 2026-03-12; {answer_by}followups: {{{records}}}"
        ))
    };
    let coral = "company: Coral; role: Cook; interviewers: [Ann Poe <ann@x.example>]; decision_window: 2 weeks";
    let question = |coral: &str, answer_by: &str, number: u32| {
        let folder = journal(&[("a.md", &note(coral)), ("b.md", &offer(answer_by))]);
        folder.build("2026-03-27");
        message(&folder.read(&format!("a.status-check.{number}.draft.md"))).to_owned()
    };
    let told = "As I wrote on Friday 13 March, I have an offer elsewhere";
    let first = question(coral, "decide_by: 2026-03-30; ", 1);
    assert!(
        first.contains(&format!("{told}, and my answer is due by Monday 30 March.")),
        "{first}"
    );
    let undated = question(coral, "", 1);
    assert!(undated.contains(&format!("{told}, and I'd rather hear from you before I answer it.")));
    let asked = format!("{coral}; followups: {{status-check/1: done 2026-03-17}}");
    let last = question(&asked, "decide_by: 2026-03-30; ", 2);
    assert!(last.contains(&format!("{told}, and my answer is due by Monday 30 March.")), "{last}");
    for letter in [&first, &undated, &last] {
        assert!(!letter.contains("no problem") && !letter.contains("Quill"), "{letter}");
    }
    let keen = question(&format!("{coral}; interest: keen"), "decide_by: 2026-03-30; ", 1);
    // With a name and an address in place of the blank.
    let words = keen.split("[fill in").next().unwrap().split_whitespace().count() + 3;
    assert!(words <= 75, "{words}: {keen}");
    // Not once it had to be answered, and never to one's own employer.
    let internal = format!("{coral}; internal: true");
    for (coral, answer_by) in
        [(coral, "decide_by: 2026-03-25; "), (&internal, "decide_by: 2026-03-30; ")]
    {
        let letter = question(coral, answer_by, 1);
        assert!(!letter.contains("offer") && letter.contains("no problem"), "{letter}");
    }
}

/// Whoever was asked to hurry for the sake of an offer hears when that is settled, once.
#[test]
fn whoever_heard_of_an_offer_hears_that_it_is_settled() {
    let quill = note(
        "company: Quill; role: Baker; outcome: offer; outcome_date: 2026-03-12; decide_by: 2026-03-30; \
         followups: {offer-elsewhere/coral-cook: done 2026-03-13}",
    );
    let coral = |records: &str| {
        note(&format!(
            "company: Coral; role: Cook; interviewers: [Ann Poe <ann@x.example>]; decision_window: 2 weeks; \
             followups: {{{records}}}"
        ))
    };
    for (outcome, is_settled) in
        [("declined", true), ("rejected", true), ("withdrawn", true), ("no_response", false)]
    {
        let folder = journal(&[("a.md", &coral("")), ("b.md", &quill)]);
        folder.build("2026-03-20");
        folder.edit("b.md", "outcome: offer", &format!("outcome: {outcome}"));
        folder.build("2026-03-24");
        let letter = folder.read("a.status-check.1.draft.md");
        let settled =
            "The other offer that I wrote about on Friday 13 March is settled, so there's no hurry";
        assert_eq!(message(&letter).contains(settled), is_settled, "{outcome}: {letter}");
        assert!(!message(&letter).contains("I have an offer"), "{letter}");
    }
    let quill = quill.replace("outcome: offer", "outcome: declined");
    for (records, is_new) in
        [("status-check/1: done 2026-03-10", true), ("status-check/1: done 2026-03-19", false)]
    {
        let folder = journal(&[("a.md", &coral(records)), ("b.md", &quill)]);
        folder.build("2026-03-27");
        let letter = folder.read("a.status-check.2.draft.md");
        let wrote =
            if is_new { "I wrote on Friday 13 March" } else { "I wrote on Thursday 19 March" };
        assert!(message(&letter).contains(wrote), "{letter}");
        assert_eq!(message(&letter).contains("about is settled, so"), is_new, "{letter}");
    }
}

/// Whoever knows of a round that has its day doesn't offer to find one.
#[test]
fn word_of_an_offer_knows_the_interview_to_come() {
    let offer = |decide_by: &str| {
        note(&format!(
            "company: Quill; role: Baker; outcome: offer; outcome_date: 2026-03-12; decide_by: {decide_by}"
        ))
    };
    let coral = |date: &str| {
        note(&format!(
            "company: Coral; role: Cook; date: {date}; interviewers: [Ann Poe <ann@x.example>]"
        ))
    };
    for (decide_by, expected) in [
        (
            "2026-03-20",
            "With the interview on Wednesday 18 March, could you let me know in time for my answer?",
        ),
        (
            "2026-03-18",
            "My answer is due before the interview on Wednesday 18 March. Is there any chance of an earlier day",
        ),
    ] {
        let folder = journal(&[
            ("a.md", &coral("2026-03-03")),
            ("b.md", &coral("2026-03-18")),
            ("c.md", &offer(decide_by)),
        ]);
        folder.build("2026-03-12");
        let letter = folder.read("c.offer-elsewhere.coral-cook.draft.md");
        assert!(letter.contains(expected), "{letter}");
        assert!(!letter.contains("a step left"), "{letter}");
    }
}

/// Who is thanked in the user's own words isn't thanked again.
#[test]
fn a_farewell_thanks_its_reader_once() {
    let taken = note("company: Other; role: Baker; outcome: accepted; outcome_date: 2026-03-12");
    for recruiter in ["Sam Lee <s@x.example>", "{name: Sam Lee, email: s@t.example, agency: Tal}"] {
        for outcome in ["", "; outcome: offer; outcome_date: 2026-03-11"] {
            let fields = format!("{OUT}; recruiter: {recruiter}{outcome}");
            let words = "Thank you for your patience with my many questions.";
            let text = note(&fields) + &format!("\n## Say to Sam\n\n{words}\n");
            let folder = journal(&[("a.md", &text), ("b.md", &taken)]);
            folder.build("2026-03-12");
            let letter = folder.read("b.withdraw.acme-cook.draft.md");
            let letter = message(&letter);
            assert!(letter.contains(&format!("\n\n{words}\n\nI hope ")), "{letter}");
            assert_eq!(letter.to_lowercase().matches("thank").count(), 1, "{letter}");
        }
    }
}

/// Whoever has heard of one offer is told that this is another.
#[test]
fn word_of_a_second_offer_is_no_repeat() {
    let first =
        "company: Eastfield; outcome: offer; outcome_date: 2026-03-06; decide_by: 2026-03-20";
    let folder = written(OUT, &[first]);
    let before = message(&folder.read("other-0.offer-elsewhere.acme-cook.draft.md")).to_owned();
    assert!(before.contains("I've been offered another job"), "{before}");
    // It was taken back.
    let gone = "company: Eastfield; outcome: rejected; outcome_date: 2026-03-10; decide_by: 2026-03-20; \
                followups: {offer-elsewhere/acme-cook: done 2026-03-07}";
    folder.write("other-0.md", note(gone));
    let second =
        "company: St Bede; outcome: offer; outcome_date: 2026-03-11; decide_by: 2026-03-18";
    folder.write("other-1.md", note(second));
    folder.build("2026-03-12");
    let letter = message(&folder.read("other-1.offer-elsewhere.acme-cook.draft.md")).to_owned();
    let said = "I wrote about another offer on Saturday 7 March. Now there's a new one, which I have to answer by \
                Wednesday 18 March.";
    assert!(letter.contains(said), "{letter}");
    let sentences = |letter: &str| -> Vec<String> {
        let body = letter.split("\n\nBest regards").next().unwrap().split("\n\n").skip(1);
        body.flat_map(|text| text.split_inclusive(". ")).map(|one| one.trim().to_owned()).collect()
    };
    let (before, after) = (sentences(&before), sentences(&letter));
    assert!(after.iter().all(|one| !before.contains(one)), "{letter}");
    // What stands still is asked for as that.
    for (window, asks) in [
        ("on hold", "Is it all still on hold, or could I hear from you in time for that?"),
        ("on the reserve list", "Has anything opened up since, or might it in time for that?"),
    ] {
        let update = format!("updates: [{{date: 2026-03-08, decision_window: {window}}}]");
        folder.write("a.md", note(&format!("{OUT}; {update}")));
        folder.build("2026-03-12");
        let letter = message(&folder.read("other-1.offer-elsewhere.acme-cook.draft.md")).to_owned();
        assert!(letter.contains(said) && letter.contains(asks), "{letter}");
    }
}

/// Somebody else heard of it in the round before: nobody is told of a message that they never got.
#[test]
fn whoever_comes_later_has_read_no_word_of_an_offer() {
    let first = format!("{OUT}; outcome: next round; outcome_date: 2026-03-09");
    let second = |who: &str| {
        format!("role: Cook; date: 2026-03-10; decision_window: 1 week; interviewers: [{who}]")
    };
    let gone = "company: Eastfield; outcome: rejected; outcome_date: 2026-03-11; decide_by: 2026-03-20; \
                followups: {offer-elsewhere/acme-cook: done 2026-03-07}";
    let new = "company: St Bede; outcome: offer; outcome_date: 2026-03-12; decide_by: 2026-03-18";
    for (who, has_read) in [("Ann Poe <ann@x.example>", true), ("Jan Day <jan@x.example>", false)] {
        let folder = written(&first, &[&second(who), gone]);
        folder.build("2026-03-19");
        let check = message(&folder.read("other-0.status-check.1.draft.md")).to_owned();
        assert_eq!(check.contains("offer that I wrote about on"), has_read, "{check}");
        let folder = written(&first, &[&second(who), gone, new]);
        let word = message(&folder.read("other-2.offer-elsewhere.acme-cook.draft.md")).to_owned();
        assert_eq!(
            word.contains("I wrote about another offer on Saturday 7 March"),
            has_read,
            "{word}"
        );
        assert_eq!(word.contains("I've been offered another job"), !has_read, "{word}");
    }
}

/// Where an interview was cancelled and has no new day yet, that is the step that is left, and both know it.
#[test]
fn word_of_an_offer_asks_for_the_interview_that_was_cancelled() {
    let offer =
        "company: Eastfield; outcome: offer; outcome_date: 2026-03-11; decide_by: 2026-03-20";
    let off =
        "role: Cook; interviewers: [Bo Ek <bo@x.example>]; date: 2026-03-12; cancelled: 2026-03-10";
    for (interest, says) in [
        (
            "open",
            "I'd still be happy to do the interview that was cancelled. Is there any chance of a day for it, and of an answer, before then?",
        ),
        (
            "cooling",
            "The interview that was cancelled has no new day yet. Is there any chance of one, and of an answer, before then?",
        ),
    ] {
        let folder = written(
            &format!("{OUT}; outcome: next round; outcome_date: 2026-03-06; interest: {interest}"),
            &[offer, off],
        );
        let letter = folder.read("other-0.offer-elsewhere.acme-cook.draft.md");
        assert!(letter.contains(says) && !letter.contains("step left"), "{letter}");
    }
}

/// Whoever takes another job of the company will see its people again.
#[test]
fn an_interviewer_of_the_same_company_is_no_stranger_after_the_yes() {
    let taken = |company: &str| {
        format!("company: {company}; role: Baker; outcome: accepted; outcome_date: 2026-03-03")
    };
    let ann =
        "role: Cook; interviewers: [Ann Poe <ann@x.example>]; recruiter: Vi Roe <vi@x.example>";
    for (company, is_same) in [("Acme", true), ("Other", false)] {
        let folder = journal(&[("a.md", &note(ann)), ("b.md", &note(&taken(company)))]);
        folder.build("2026-03-03");
        let letter = folder.read("a.thank-you.ann-poe.draft.md");
        let stays = "I've taken another job at Acme since, and I hope we get to work together.";
        assert_eq!(message(&letter).contains(stays), is_same, "{letter}");
        assert_eq!(message(&letter).contains("I wish you"), !is_same, "{letter}");
    }
}

/// Each interview that an agency has set up is called off, and none of them twice in the same words.
#[test]
fn an_agency_calls_off_each_interview_that_is_to_come() {
    let guy = "recruiter: {name: Guy Penn, email: guy@arts.example, agency: Arts}";
    let to_come =
        |company: &str| format!("company: {company}; role: Cook; date: 2026-03-20; {guy}");
    let folder = journal(&[
        ("a.md", &note("company: Best; outcome: accepted; outcome_date: 2026-03-13")),
        ("b.md", &note(&to_come("Hall"))),
        ("c.md", &note(&to_come("Mill"))),
    ]);
    folder.build("2026-03-13");
    let [first, second] = ["hall-cook", "mill-cook"]
        .map(|id| message(&folder.read(&format!("a.withdraw.{id}.draft.md"))).to_owned());
    assert!(
        first.contains("Thank you for all your help, and I'm sorry for the trouble."),
        "{first}"
    );
    let too = "I'm withdrawing my application for the cook role at Mill, too, so I won't be there for the \
        interview on Friday 20 March. I'm sorry for the trouble.\n\nBest regards";
    assert!(second.contains(too), "{second}");
}
