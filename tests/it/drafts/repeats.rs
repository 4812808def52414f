//! Letters of one process to one reader: each is written in words of its own.

use std::collections::BTreeSet;

use crate::support::{Folder, journal, note};

use super::{interview, message};

/// The sentences of a letter that are more than a few words.
fn sentences(letter: &str) -> BTreeSet<String> {
    let sentences = letter.split(['.', '?', '\n']).map(|sentence| sentence.trim().to_owned());
    sentences
        .filter(|sentence| sentence.split(' ').count() > 4 && !sentence.contains("[fill in"))
        .collect()
}

fn assert_apart(letters: &[String]) {
    for (at, letter) in letters.iter().enumerate() {
        for other in &letters[..at] {
            let shared: Vec<_> =
                sentences(letter).intersection(&sentences(other)).cloned().collect();
            assert!(shared.is_empty(), "{shared:?}\n\n{other}\n\n{letter}");
        }
    }
}

fn read(folder: &Folder, path: &str, day: &str) -> String {
    folder.build(day);
    message(&folder.read(path)).to_owned()
}

#[test]
fn no_question_for_news_is_asked_in_the_same_words() {
    let people = "role: Data engineer; interviewers: [Jane Doe <jane@acme.example>]";
    for more in ["", "; recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}"] {
        let base = format!("{people}{more}; decision_window: 1 week; followups: {{FOLLOWUPS}}");
        let update = |day: &str| format!("{{date: {day}, decision_window: another week}}");
        let build = |records: &str, updates: &[String], id: u32, day: &str| {
            let fields = base.replace("FOLLOWUPS", records);
            let updates = format!("updates: [{}]", updates.join(", "));
            let folder = journal(&[("a.md", &note(&format!("{fields}; {updates}")))]);
            read(&folder, &format!("a.status-check.{id}.draft.md"), day)
        };
        let first = build("", &[], 1, "2026-03-11");
        let second =
            build("status-check/1: done 2026-03-11", &[update("2026-03-13")], 2, "2026-03-25");
        let third = build(
            "status-check/1: done 2026-03-11, status-check/2: done 2026-03-25",
            &[update("2026-03-13"), update("2026-03-27")],
            3,
            "2026-04-08",
        );
        if !more.is_empty() {
            assert!(!(first.clone() + &second + &third).contains("you mentioned"), "{first}");
        }
        assert_apart(&[first, second, third]);
    }
}

/// What they have said is not asked for, even if nobody can tell which day it means.
#[test]
fn a_time_frame_that_cant_be_read_is_not_asked_for() {
    let fields = "role: Data engineer; interviewers: [Jane Doe <jane@acme.example>]";
    for (window, is_asked) in [("unknown", true), ("once the council has met", false)] {
        let first = format!("{fields}; decision_window: {window}");
        let folder = journal(&[("a.md", &note(&first))]);
        let letter = read(&folder, "a.status-check.1.draft.md", "2026-03-11");
        assert_eq!(letter.contains("a rough idea of when you'll decide"), is_asked, "{letter}");
        let update =
            format!("{fields}; updates: [{{date: 2026-03-04, decision_window: {window}}}]");
        folder.write("a.md", note(&update));
        let letter = read(&folder, "a.status-check.1.draft.md", "2026-03-12");
        assert_eq!(letter.contains("roughly when to expect an answer"), is_asked, "{letter}");
    }
}

/// An agency doesn't decide: those for whom it works do.
#[test]
fn an_agency_is_asked_what_they_decide() {
    let fields = "role: Nurse; interviewers: [Jane Doe <jane@acme.example>]; \
        recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    let folder = journal(&[("a.md", &note(fields))]);
    let first = read(&folder, "a.status-check.1.draft.md", "2026-03-10");
    assert!(first.contains("when they'll decide?"), "{first}");
    folder
        .write("a.md", note(&format!("{fields}; followups: {{status-check/1: done 2026-03-10}}")));
    let second = read(&folder, "a.status-check.2.draft.md", "2026-03-20");
    assert!(!second.contains("you've decided") && !second.contains("you'll"), "{second}");
}

/// One asks for the time frame in the thanks, and not again in the report that follows, unless the thanks were skipped.
#[test]
fn an_agency_is_asked_for_the_time_frame_once() {
    let people = "role: Nurse; interviewers: [Jane Doe <jane@acme.example>]; \
        recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    let window = "; decision_window: 2 weeks";
    let skipped = "; followups: {recruiter-thanks: skipped 2026-03-05}";
    #[rustfmt::skip]
    let cases = [
        // the second round's fields | what the report asks
        (String::new(),               "Do you know yet what comes next?"),
        (window.to_owned(),           "If anything is still open on their side, I'm happy to answer."),
        (skipped.to_owned(),          "Do you know yet what comes next, and when?"),
        (format!("{window}{skipped}"), "They'd mentioned a decision within two weeks. Does that still stand, as far as you know?"),
    ];
    for (more, asks) in &cases {
        let folder = journal(&[
            ("a.md", &note(&format!("{people}; outcome: next round"))),
            ("b.md", &note(&format!("{people}; date: 2026-03-05{more}"))),
        ]);
        let report = read(&folder, "b.recruiter-debrief.draft.md", "2026-03-06");
        assert!(report.contains(asks), "{report}");
    }
    for more in ["", window] {
        let folder = journal(&[("a.md", &note(&format!("{people}{more}")))]);
        let report = read(&folder, "a.recruiter-debrief.draft.md", "2026-03-03");
        let asks = if more.is_empty() {
            "What's the next step on their side"
        } else {
            "When you hear what they thought, I'd be glad to know. If there's anything else they'd like to know, I'm happy to answer."
        };
        assert!(report.contains(asks), "{report}");
        assert!(!report.contains("two weeks"), "{report}");
    }
}

#[test]
fn a_second_round_is_told_of_in_other_words() {
    let fields = "role: Nurse; interviewers: [Jane Doe <jane@acme.example>]; interest: keen; \
        recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    let letters = |kind: &str| {
        ["a", "b"].map(|at| {
            let folder = journal(&[
                ("a.md", &note(&format!("{fields}; date: 2026-03-02"))),
                ("b.md", &note(&format!("{fields}; date: 2026-03-05"))),
            ]);
            read(&folder, &format!("{at}.{kind}.draft.md"), "2026-03-06")
        })
    };
    for kind in ["recruiter-thanks", "recruiter-debrief", "thank-you.jane-doe"] {
        assert_apart(&letters(kind));
    }
}

/// More than five people, on one day or several, hear other words, too.
#[test]
fn a_large_panel_gets_letters_of_its_own() {
    let person = |at: usize| format!("P{at} Lee <p{at}@x.example>");
    let panel = |range: std::ops::Range<usize>| range.map(person).collect::<Vec<_>>().join(", ");
    let one = format!("role: Cook; interviewers: [{}]", panel(0..8));
    let both = [
        format!("role: Cook; interviewers: [{}]", panel(0..3)),
        format!("role: Cook; interviewers: [{}]", panel(3..5)),
    ];
    let letters = |notes: &[String]| -> BTreeSet<String> {
        let paths: Vec<String> = (0..notes.len()).map(|at| format!("n{at}.md")).collect();
        let texts: Vec<String> = notes.iter().map(|fields| note(fields)).collect();
        let files: Vec<(&str, &str)> =
            paths.iter().zip(&texts).map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let folder = journal(&files);
        folder.build("2026-03-03");
        let drafts = folder.drafts().into_iter().filter(|path| path.contains("thank-you"));
        let plain = |letter: &str| {
            let words = letter.split_whitespace().filter(|word| !word.starts_with('P'));
            words.collect::<Vec<_>>().join(" ")
        };
        drafts.map(|path| plain(message(&folder.read(&path)))).collect()
    };
    assert_eq!(letters(&[one]).len(), 8);
    let of_two_notes = letters(&both);
    assert_eq!(of_two_notes.len(), 5);
    assert_apart(&of_two_notes.into_iter().collect::<Vec<_>>());
}

#[test]
fn interest_stays_from_round_to_round() {
    let fields = "role: Nurse; interviewers: [Jane Doe <jane@acme.example>]";
    let folder = journal(&[
        ("a.md", &note(&format!("{fields}; interest: keen; outcome: next round"))),
        ("b.md", &note(&format!("{fields}; date: 2026-03-12"))),
    ]);
    let second = read(&folder, "b.thank-you.jane-doe.draft.md", "2026-03-12");
    assert!(second.contains("I'm really hoping for this job."), "{second}");
    folder.edit("b.md", "role:", "interest: cooling\nrole:");
    let second = read(&folder, "b.thank-you.jane-doe.draft.md", "2026-03-12");
    assert!(!second.contains("hoping"), "{second}");
}

/// Whoever arranged nothing before doesn't hear that one goes on, and a new start after a refusal is one.
#[test]
fn only_who_arranged_an_earlier_round_hears_that_one_goes_on() {
    let fields = "role: Nurse; interviewers: [Jane Doe <jane@acme.example>]";
    let karl = "recruiter: Karl Ott <karl@acme.example>";
    let thanks = |earlier: &str| {
        let folder = journal(&[
            ("a.md", &note(&format!("{fields}; date: 2026-02-20; {earlier}"))),
            ("b.md", &note(&format!("{fields}; {karl}"))),
        ]);
        read(&folder, "b.recruiter-thanks.draft.md", "2026-03-02")
    };
    for stranger in ["round: coffee chat", "recruiter: Sam Lee <s@t.example>"] {
        let letter = thanks(stranger);
        assert!(letter.starts_with("Hi Karl,\n\nThank you for setting up"), "{letter}");
        assert!(!letter.contains("come this far"), "{letter}");
    }
    let again = thanks(karl);
    assert!(again.contains("role.\n\nI'm glad to have come this far."), "{again}");
    let refused = thanks(&format!("{karl}; outcome: rejected; outcome_date: 2026-02-24"));
    assert!(refused.contains("role.\n\nI'm glad that we're talking again."), "{refused}");
}

/// A question that was skipped was never asked.
#[test]
fn a_question_after_a_skipped_one_is_the_first() {
    let fields = "role: Nurse; interviewers: [Jane Doe <jane@acme.example>]; followups: {status-check/1: RECORD 2026-03-10}";
    for (record, title, words) in [
        ("skipped", "**Ask Jane Doe for news** ", "We talked about the nurse role"),
        ("done", "**Ask Jane Doe for news once more** ", "after this I'll leave it with you"),
    ] {
        let folder = journal(&[("a.md", &note(&fields.replace("RECORD", record)))]);
        let letter = read(&folder, "a.status-check.2.draft.md", "2026-03-20");
        assert!(letter.contains(words), "{letter}");
        let agenda = folder.read("FOLLOWUPS.md");
        assert!(agenda.contains(title), "{agenda}");
    }
}

/// Whoever is asked for an answer because of an offer elsewhere is not asked when there will be one as well.
#[test]
fn who_hears_of_an_offer_is_asked_for_an_answer_once() {
    let offer = "company: Other; role: Baker; outcome: offer; outcome_date: 2026-03-02; decide_by: 2026-03-13";
    for window in ["unknown", "2 weeks"] {
        for interest in ["keen", "open", "cooling"] {
            let fields = format!(
                "role: Cook; interviewers: [Ann Poe]; recruiter: Bo Ek <bo@x.example>; \
                 decision_window: {window}; interest: {interest}"
            );
            let folder = journal(&[("a.md", &note(&fields))]);
            let alone = read(&folder, "a.recruiter-thanks.draft.md", "2026-03-03");
            folder.write("b.md", note(offer));
            let thanks = read(&folder, "a.recruiter-thanks.draft.md", "2026-03-03");
            let told = read(&folder, "b.offer-elsewhere.acme-cook.draft.md", "2026-03-03");
            assert!(told.contains("Is there any chance of an "), "{told}");
            assert!(alone.contains("a decision"), "{alone}");
            assert!(!thanks.contains('?') && !thanks.contains("decision"), "{thanks}");
            assert_apart(&[thanks, told]);
        }
    }
}

/// The last round has no next step, and whoever was met before isn't met for the first time.
#[test]
fn a_later_round_is_no_first_one() {
    let fields = "role: Cook; interviewers: [Ann Poe <a@x.example>, Bo Ek <b@x.example>, Cy Fox <c@x.example>, \
        Di Gee <d@x.example>, Ed Hay <e@x.example>]";
    let folder = journal(&[
        ("a.md", &note(&format!("{fields}; date: 2026-02-24; outcome: next round"))),
        ("b.md", &(note(&format!("{fields}; round: final")) + "\n## Say to Ed\n\nThank you!\n")),
    ]);
    folder.build("2026-03-03");
    let letters = ["ann-poe", "bo-ek", "cy-fox", "di-gee", "ed-hay"]
        .map(|id| message(&folder.read(&format!("b.thank-you.{id}.draft.md"))).to_owned());
    assert!(letters[4].contains("I was glad to talk with you once more about"), "{}", letters[4]);
    for end in ["I hope this works out.", "I hope it goes further from here."] {
        assert_eq!(letters.iter().filter(|letter| letter.contains(end)).count(), 1, "{end}");
    }
    for letter in letters {
        assert!(!letter.contains("next step") && !letter.contains("again about it"), "{letter}");
    }
}

/// Whoever was met before is met again, and an earlier round's day has its date beside that of a later one.
#[test]
fn a_second_round_with_somebody_is_another_talk() {
    let me = "[me]\nname = \"Alex Morgan\"\nemail = \"alex@morgan.example\"\n";
    let jane = "interviewers: [Jane Doe <jane@acme.example>";
    let folder = journal(&[
        ("journal.toml", me),
        ("a.md", &interview(&format!("date: 2026-03-10; {jane}]"), "")),
        ("b.md", &interview(&format!("date: 2026-03-18; {jane}, Ravi Ek <r@acme.example>]"), "")),
    ]);
    folder.build("2026-03-18");
    let letter = |path: &str| message(&folder.read(path)).to_owned();
    let (first, second) =
        (letter("a.thank-you.jane-doe.draft.md"), letter("b.thank-you.jane-doe.draft.md"));
    assert!(first.contains(" on Tuesday 10 March.") && !first.contains("again"), "{first}");
    assert!(
        second.contains("we could talk again about the backend engineer role on Wednesday."),
        "{second}"
    );
    assert!(!letter("b.thank-you.ravi-ek.draft.md").contains("again"));
}

/// Nor is one interested in the same words each time.
#[test]
fn interest_is_never_put_in_the_same_words() {
    let offer = "company: Other; role: Baker; outcome: offer; outcome_date: 2026-03-11; decide_by: 2026-03-30";
    for interest in ["keen", "open"] {
        let fields = format!(
            "role: Cook; interviewers: [Ann Poe <ann@x.example>]; interest: {interest}; decision_window: 1 week"
        );
        let folder = journal(&[("a.md", &note(&fields)), ("b.md", &note(offer))]);
        let told = read(&folder, "b.offer-elsewhere.acme-cook.draft.md", "2026-03-12");
        std::fs::remove_file(folder.path().join("b.md")).unwrap();
        let first = read(&folder, "a.status-check.1.draft.md", "2026-03-12");
        folder.write(
            "a.md",
            note(&format!("{fields}; followups: {{status-check/1: done 2026-03-12}}")),
        );
        let second = read(&folder, "a.status-check.2.draft.md", "2026-03-24");
        assert!(!second.contains("still interested"), "{second}");
        assert!(!(second.contains("somebody else") && first.contains("somebody else")), "{second}");
        let wish = if interest == "keen" {
            "I'd still love to do this job."
        } else {
            "I'm still interested."
        };
        assert!(first.contains(wish) && !second.contains(wish), "{first}");
        let hold = "updates: [{date: 2026-03-10, decision_window: on hold}]";
        let folder = journal(&[("a.md", &note(&format!("{fields}; {hold}")))]);
        let on_hold = read(&folder, "a.status-check.1.draft.md", "2026-04-20");
        let again = hold.replace("hold}]", "hold}, {date: 2026-04-27, decision_window: back on}]");
        folder.write("a.md", note(&format!("{fields}; {again}")));
        let back_on = read(&folder, "a.status-check.1.draft.md", "2026-05-04");
        assert!(
            back_on.contains("On Monday 27 April") && back_on.contains("was back on"),
            "{back_on}"
        );
        assert_apart(&[told, first, second, on_hold, back_on]);
    }
}

/// After the final there is no next stage, and a second invitation is answered in other words.
#[test]
fn a_final_has_no_next_stage() {
    let people = "role: Analyst; interviewers: [Ann Poe <ann@x.example>]; \
        recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    for (more, thanks, report) in [
        (
            "round: final",
            "I came away interested, and I really hope this works out.",
            "and I'd like this job. You're welcome to tell them so.",
        ),
        (
            "round: final; interest: keen",
            "I'm really hoping for this one. ",
            "and I'd love to have this job. You're welcome to tell them so.",
        ),
        (
            "round: first",
            "I came away interested, and I'd be glad to go on to the next stage.",
            "and I could see myself in this job.",
        ),
    ] {
        let folder = journal(&[("a.md", &note(&format!("{people}; {more}")))]);
        for (kind, says) in [("recruiter-thanks", thanks), ("recruiter-debrief", report)] {
            let letter = read(&folder, &format!("a.{kind}.draft.md"), "2026-03-04");
            assert!(letter.contains(says), "{letter}");
            assert_eq!(letter.contains("next st"), more == "round: first", "{letter}");
        }
    }
}

#[test]
fn a_second_invitation_is_answered_in_other_words() {
    for interest in ["keen", "open", "cooling"] {
        let fields = format!(
            "role: Cook; interviewers: [Ann Poe <ann@x.example>]; recruiter: Sam Lee <s@x.example>; interest: {interest}"
        );
        let first = note(&format!("{fields}; outcome: next round; outcome_date: 2026-03-04"));
        let second = note(&format!(
            "{fields}; date: 2026-03-10; outcome: next round; outcome_date: 2026-03-12"
        ));
        let folder = journal(&[("a.md", &first)]);
        let one = read(&folder, "a.next-round.draft.md", "2026-03-05");
        folder.write("b.md", &second);
        let another = read(&folder, "b.next-round.draft.md", "2026-03-12");
        for (letter, round) in [(&one, "the next round"), (&another, "another round")] {
            assert!(letter.contains(round), "{letter}");
        }
        let pleased =
            |letter: &str| letter.lines().nth(2).unwrap().replace("Please thank Ann for me.", "");
        if interest != "cooling" {
            assert_apart(&[pleased(&one), pleased(&another)]);
        }
    }
}

/// Thanks for an answer and the question after it, both to one reader.
#[test]
fn a_refusal_at_ones_own_company_is_answered_without_repeats() {
    for interested in ["", "; still_interested: true"] {
        let fields = format!(
            "role: Cook; interviewers: [Ann Poe <ann@x.example>]; internal: true; \
             outcome: rejected; outcome_date: 2026-03-04{interested}"
        );
        let folder = journal(&[("a.md", &note(&fields))]);
        let thanks = read(&folder, "a.rejection-thanks.draft.md", "2026-03-06");
        let question = read(&folder, "a.feedback-request.draft.md", "2026-03-09");
        assert!(!question.contains("considering me"), "{question}");
        assert_apart(&[thanks, question]);
    }
}

/// On the second day of a visit nothing is asked once more, and whoever was there on both days isn't met for the first time.
#[test]
fn the_second_day_of_a_visit_repeats_nothing() {
    let people = "role: Lecturer; interviewers: [Ann Poe <a@x.example>, Bo Ek <b@x.example>]";
    for recruiter in ["Sam Lee <s@x.example>", "{name: Sam Lee, email: s@t.example, agency: Tal}"] {
        for interest in ["keen", "open", "cooling"] {
            for round in ["interview", "teaching demo", "presentation"] {
                let fields = format!("{people}; recruiter: {recruiter}; interest: {interest}");
                let folder = journal(&[
                    ("a.md", &note(&format!("{fields}; date: 2026-03-02; round: {round}"))),
                    ("b.md", &note(&format!("{fields}; date: 2026-03-03; round: {round}"))),
                ]);
                folder.build("2026-03-04");
                for kind in ["recruiter-thanks", "thank-you.ann-poe", "thank-you.bo-ek"] {
                    let [first, second] = ["a", "b"].map(|at| {
                        message(&folder.read(&format!("{at}.{kind}.draft.md"))).to_owned()
                    });
                    assert_apart(&[first.clone(), second.clone()]);
                    if kind == "recruiter-thanks" {
                        assert!(first.contains('?') && !second.contains('?'), "{second}");
                        assert!(
                            second.contains("Tuesday's ") && second.contains(", too."),
                            "{second}"
                        );
                    } else {
                        let words = ["again", "once more", "go on", "some more", "second", "twice"];
                        assert!(words.iter().any(|word| second.contains(word)), "{second}");
                    }
                }
            }
        }
    }
    // What comes after an answer, or later, is another round.
    for (outcome, day) in [("; outcome: next round", 3), ("", 5)] {
        let fields = format!("{people}; recruiter: Sam Lee <s@x.example>");
        let folder = journal(&[
            ("a.md", &note(&format!("{fields}; date: 2026-03-02{outcome}"))),
            ("b.md", &note(&format!("{fields}; date: 2026-03-0{day}"))),
        ]);
        let thanks = read(&folder, "b.recruiter-thanks.draft.md", "2026-03-05");
        assert!(thanks.contains("Do you know yet when you'll decide?"), "{thanks}");
    }
}

/// One recruiter for several companies is written to once about each, and in a line or two once they know.
#[test]
fn one_reader_of_several_letters_reads_none_of_them_twice() {
    let tom = "recruiter: {name: Tom Okafor, email: t@med.example, agency: Med}";
    let others = ["Eastgate", "Lakeside", "Westhill"];
    let offered = "company: Brigid; role: Nurse; date: 2026-03-03; outcome_date: 2026-03-10; decide_by: 2026-03-20";
    let build = |interest: &str, outcome: &str, records: &str| {
        let fields = format!("{offered}; outcome: {outcome}; followups: {{{records}}}");
        let folder = journal(&[("a.md", &note(&fields))]);
        for other in others {
            let fields = format!(
                "company: {other}; role: Ward nurse; {tom}; interest: {interest}; \
                 interviewers: [Kate Ott <kate@{other}.example>]"
            );
            folder.write(&format!("{other}.md"), note(&fields));
        }
        folder.build("2026-03-11");
        folder
    };
    let letters = |folder: &Folder, kind: &str| {
        others.map(|other| {
            let path = format!("a.{kind}.{}-ward-nurse.draft.md", other.to_lowercase());
            message(&folder.read(&path)).to_owned()
        })
    };
    for (outcome, kind) in [("offer", "offer-elsewhere"), ("accepted", "withdraw")] {
        for interest in ["keen", "open", "cooling"] {
            let all = letters(&build(interest, outcome, ""), kind);
            assert_apart(&all);
            for (at, letter) in all.iter().enumerate() {
                assert!(letter.contains(&format!("role at {}", others[at])), "{letter}");
                assert!(at == 0 || letter.split_whitespace().count() < 60, "{letter}");
            }
        }
        // The first one was decided against, so the second is the first word.
        let skipped = format!("{kind}/eastgate-ward-nurse: skipped 2026-03-11");
        let folder = build("open", outcome, &skipped);
        let path = format!("a.{kind}.lakeside-ward-nurse.draft.md");
        let letter = folder.read(&path);
        assert!(
            letter.contains("I've been offered") || letter.contains("I've accepted"),
            "{letter}"
        );
        assert!(!message(&letter).contains(", too"), "{letter}");
    }
    // Two people of one name are two readers.
    let kate = |at: usize| format!("company: C{at}; role: Cook; interviewers: [Kate]");
    let offer = offered.to_owned() + "; outcome: offer";
    let folder =
        journal(&[("a.md", &note(&offer)), ("b.md", &note(&kate(1))), ("c.md", &note(&kate(2)))]);
    for at in [1, 2] {
        let letter = read(&folder, &format!("a.offer-elsewhere.c{at}-cook.draft.md"), "2026-03-11");
        assert!(letter.contains("I've been offered another job"), "{letter}");
    }
}

/// An agency reads messages about several jobs.
#[test]
fn an_agency_does_not_read_the_same_words_of_each_job() {
    let folder = Folder::new();
    let companies = ["Acme", "Bolt", "Curd", "Dune", "Elm", "Fern"];
    for (day, company) in (3..).zip(companies) {
        let fields = format!(
            "company: {company}; role: Cook; date: 2026-03-0{day}; interviewers: [Ann Poe]; \
             recruiter: {{name: Sam Lee, email: s@t.example, agency: Talent}}"
        );
        folder.write(&format!("{company}.md"), note(&fields));
    }
    folder.build("2026-03-09");
    for kind in ["recruiter-thanks", "recruiter-debrief"] {
        let ends: BTreeSet<String> = companies
            .iter()
            .map(|company| {
                let letter = folder.read(&format!("{company}.{kind}.draft.md"));
                let (_, end) = message(&letter).split_once(company).unwrap();
                end.to_owned()
            })
            .collect();
        assert!(ends.len() > 1, "{kind}: {ends:?}");
    }
}
