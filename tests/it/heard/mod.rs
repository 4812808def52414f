//! `heard`: what a company said, written into the note of the current round.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use snapbox::{assert_data_eq, str};

use crate::support::{Folder, NOTE, Ran, journal, note};

mod cancelled;
mod in_words;
mod offers;

/// The day after Acme wanted to decide.
const A_TUESDAY: &str = "2026-03-10";

const GLOBEX: &str = "\
---
company: Globex
date: 2026-03-09
role: Data engineer
interviewers:
  - name: Ann Lee
    email: ann@globex.example
recruiter: Sam Lee <sam@globex.example>
decision_window: 2 weeks
outcome: pending   # they are slow
---
";

const OTHER: &str = "\
---
company: Globex
date: 2026-03-05
role: Platform engineer
interviewers: [Kim Soto]
---
";

fn three() -> Folder {
    journal(&[("acme.md", NOTE), ("2026/globex.md", GLOBEX), ("globex-2.md", OTHER)])
}

/// Runs `heard` with these words, and gives what the notes have gained and lost, too.
#[track_caller]
fn heard(folder: &Folder, words: &[&str]) -> (Ran, String) {
    let notes = |folder: &Folder| -> Vec<(String, String)> {
        let texts = folder.texts().into_iter();
        texts.filter(|(path, _)| !path.contains(".draft.") && path != "FOLLOWUPS.md").collect()
    };
    let before = notes(folder);
    let ran = folder.run_words_on(A_TUESDAY, &[&["heard"], words].concat());
    let mut changes = String::new();
    for ((path, old), (_, new)) in before.iter().zip(&notes(folder)) {
        let diff = similar::TextDiff::from_lines(old.as_str(), new.as_str());
        for change in diff.iter_all_changes() {
            match change.tag() {
                similar::ChangeTag::Equal => {}
                tag => changes.push_str(&format!("{path}: {tag}{change}")),
            }
        }
    }
    (ran, changes)
}

#[track_caller]
fn assert_heard(words: &[&str], changes: impl snapbox::IntoData, said: impl snapbox::IntoData) {
    let folder = three();
    folder.build(A_TUESDAY);
    let (ran, changed) = heard(&folder, words);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{ran:?}");
    assert_data_eq!(changed, changes);
    assert_data_eq!(ran.stderr, said);
    assert_eq!(folder.run_on(A_TUESDAY, "build --check").code, 0);
}

#[test]
fn a_refusal() {
    assert_heard(
        &["acme", "rejected", "--on", "yesterday", "--from", "jane"],
        str![[r#"
acme.md: +outcome: rejected
acme.md: +outcome_date: 2026-03-09
acme.md: +contact: Jane Doe <jane@acme.example>

"#]],
        str![[r#"
Acme Robotics, Backend engineer: rejected, heard Mon 9 Mar (acme.md)
  Thank Jane Doe for the answer · due Tue 10 Mar, today
    acme.rejection-thanks.draft.md, 1 blank to fill

"#]],
    );
}

/// The command that is meant has the other options that were given.
#[test]
fn advice_keeps_the_options() {
    for (words, advice) in [
        (
            &["acme", "offer from Dana", "--by", "friday"][..],
            "journal heard acme offer --from Dana --by friday",
        ),
        (
            &["acme", "rejected on friday", "--from", "Jane Doe"],
            "journal heard acme rejected --on 2026-03-06 --from 'Jane Doe'",
        ),
    ] {
        let (ran, changes) = heard(&three(), words);
        assert_eq!((ran.code, changes.as_str()), (2, ""));
        assert!(ran.stderr.ends_with(&format!("{advice}\n")), "{}", ran.stderr);
    }
}

/// Any part of a name will do that fits one person of the process.
#[test]
fn whoever_told_it_is_known_by_any_of_their_names() {
    let people = "interviewers: [Dr Priya Raman <raman@ash.example>, Sister Angela Okoro]";
    let folder = journal(&[
        ("ash-1.md", &note(&format!("company: Ash; {people}; recruiter: Jo Ek"))),
        (
            "ash-2.md",
            &note("company: Ash; date: 2026-03-09; interviewers: [Jo Marsh, Tom Lee, Tom Hay]"),
        ),
    ]);
    for (from, contact) in [
        ("Dr Raman", "Dr Priya Raman <raman@ash.example>"),
        ("raman", "Dr Priya Raman <raman@ash.example>"),
        ("Priya Raman", "Dr Priya Raman <raman@ash.example>"),
        ("angela", "Sister Angela Okoro"),
        ("Sister Okoro", "Sister Angela Okoro"),
        ("Big Angela", "Sister Angela Okoro"),
        ("Nurse Angela", "Sister Angela Okoro"),
        ("Angela Okoro <ao@ash.example>", "Sister Angela Okoro <ao@ash.example>"),
        // Of this round; nobody.
        ("jo", "Jo Marsh"),
        ("Tom <tom@ash.example>", "Tom <tom@ash.example>"),
        ("Angela Moss", "Angela Moss"),
    ] {
        heard(&folder, &["ash", "rejected", "--from", from]);
        assert!(folder.read("ash-2.md").contains(&format!("\ncontact: {contact}\n")), "{from}");
    }
    let (ran, changes) = heard(&folder, &["ash", "rejected", "--from", "tom"]);
    assert_eq!((ran.code, changes.as_str()), (2, ""));
    let asked = "error: --from \"tom\" could be \"Tom Lee\" or \"Tom Hay\"; write the whole name\n";
    assert_eq!(ran.stderr, asked);
    let (ran, _) = heard(&folder, &["ash", "rejected", "--from", "Chef Tom"]);
    assert!(
        ran.stderr.contains("\"Chef Tom\" could be \"Tom Lee\" or \"Tom Hay\""),
        "{}",
        ran.stderr
    );
    // One of them may have no other name.
    let folder = journal(&[("a.md", &note("interviewers: [Jo Doe, Jo, Jo Roe]"))]);
    let (ran, _) = heard(&folder, &["acme", "rejected", "--from", "jo"]);
    let asked = "could be \"Jo Doe\", \"Jo Roe\" or just \"Jo\"; write the whole name, or \"Jo <address>\"\n";
    assert!(ran.stderr.ends_with(asked), "{}", ran.stderr);
}

#[test]
fn a_next_round() {
    assert_heard(
        &["data", "engineer", "next", "round"],
        str![[r#"
2026/globex.md: -outcome: pending   # they are slow
2026/globex.md: +outcome: more_interviews   # they are slow
2026/globex.md: +outcome_date: 2026-03-10

"#]],
        str![[r#"
Globex, Data engineer: next round, heard Tue 10 Mar (2026/globex.md)
  Answer Sam Lee about the next round · due Wed 11 Mar, tomorrow
    2026/globex.next-round.draft.md, 2 blanks to fill
  once the day is known: journal new --from 2026/globex.md --date DAY

"#]],
    );
}

#[test]
fn a_newer_time_frame() {
    assert_heard(
        &["data engineer", "by 27 March"],
        str![[r#"
2026/globex.md: +updates:
2026/globex.md: +  - {date: 2026-03-10, decision_window: by 27 March}

"#]],
        str![[r#"
Globex, Data engineer: new time frame "by 27 March", until Fri 27 Mar (2026/globex.md)
  next: Ask Sam Lee for news · due Tue 31 Mar, in 21 days

"#]],
    );
}

#[test]
fn an_outcome_is_only_replaced_by_what_can_follow_it() {
    #[rustfmt::skip]
    let cases = [
        // the outcome | the news | whether it is written
        ("",                            "offer",        true),
        ("applied",                     "rejected",     true),
        ("pending",                     "no response",  true),
        ("next round",                  "rejected",     true),
        ("hiring_manager",              "offer",        true),
        ("ghosted",                     "next round",   true),
        ("offer",                       "accepted",     true),
        ("offer",                       "declined",     true),
        ("offer",                       "rejected",     true),
        ("offer",                       "next round",   false),
        ("accepted",                    "rejected",     true),
        ("accepted",                    "declined",     false),
        ("rejected",                    "offer",        true),
        ("declined",                    "offer",        true),
        ("declined",                    "next round",   false),
        ("withdrawn",                   "rejected",     false),
        ("rejected",                    "by friday",    false),
        ("offer",                       "by friday",    false),
        ("so so",                       "offer",        true),
        ("[so so]",                     "offer",        false),
    ];
    for (before, news, is_written) in cases {
        let text = NOTE.replace("1 week\n", &format!("1 week\noutcome: {before}\n"));
        let folder = journal(&[("acme.md", &text)]);
        let (ran, changes) = heard(&folder, &["acme", news]);
        assert_eq!(ran.code == 0, is_written, "{before}, {news}: {ran:?}");
        assert_eq!(!changes.is_empty(), is_written, "{before}, {news}");
        let is_list = before.starts_with('[');
        assert!(is_written || ran.code == if is_list { 3 } else { 2 }, "{ran:?}");
    }
}

#[test]
fn the_same_news_again_adds_only_what_is_missing() {
    let text = NOTE.replace("1 week\n", "1 week\noutcome: offer\noutcome_date: 2026-03-09\n");
    let folder = journal(&[("acme.md", &text)]);
    let (ran, changes) = heard(&folder, &["acme", "offer"]);
    assert_eq!((ran.code, changes.as_str()), (0, ""));
    assert!(ran.stderr.contains("the note says so already"), "{}", ran.stderr);
    let (_, changes) = heard(&folder, &["acme", "offer", "--by", "2026-03-20"]);
    assert_eq!(changes, "acme.md: +decide_by: 2026-03-20\n");
    let (_, changes) = heard(&folder, &["acme", "offer", "--on", "2026-03-06"]);
    assert_eq!(changes, "acme.md: -outcome_date: 2026-03-09\nacme.md: +outcome_date: 2026-03-06\n");
    // The note has their address.
    let text = NOTE.replace("1 week\n", "1 week\nalso_met: [Jo Park <jo@acme.example>]\n");
    let folder = journal(&[("acme.md", &text)]);
    let said = ["acme", "rejected", "--from", "Jo Park"];
    let (_, changes) = heard(&folder, &said);
    assert!(changes.contains("+contact: Jo Park <jo@acme.example>"), "{changes}");
    let (ran, changes) = heard(&folder, &said);
    assert_eq!((ran.code, changes.as_str()), (0, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains("the note says so already"), "{}", ran.stderr);
}

#[test]
fn the_current_round_of_an_open_process_gets_it() {
    let old = NOTE
        .replace("company: Acme Robotics", "company: Acme")
        .replace("1 week\n", "1 week\noutcome: rejected\n");
    let second = NOTE.replace("03-02", "03-09");
    let folder = journal(&[("old.md", &old), ("first.md", NOTE), ("second.md", &second)]);
    let (ran, changes) = heard(&folder, &["robotics", "offer"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(changes.starts_with("second.md: +outcome: offer\n"), "{changes}");
    // Of two that fit, the open one; of two open ones, the one whose name it is.
    let (_, changes) = heard(&folder, &["acme", "backend", "declined"]);
    assert!(changes.starts_with("second.md: -outcome: offer\n"), "{changes}");
    folder.write("old.md", old.replace("rejected", "pending"));
    folder.write("second.md", second);
    let (_, changes) = heard(&folder, &["acme", "offer"]);
    assert!(changes.starts_with("old.md: "), "{changes}");
}

#[test]
fn a_note_that_cant_be_written_is_left_and_the_lines_are_printed() {
    let folder = three();
    fs::set_permissions(folder.at("acme.md"), fs::Permissions::from_mode(0o444)).unwrap();
    let (ran, changes) = heard(&folder, &["acme", "offer", "--by", "friday", "-q"]);
    assert_eq!((ran.code, changes.as_str()), (3, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: acme.md was left as it is: the note is read-only
  write `outcome: offer`, `outcome_date: 2026-03-10` and `decide_by: 2026-03-13` in the front matter

"#]]
    );
    let (ran, _) = heard(&folder, &["acme", "another week"]);
    assert_eq!(ran.code, 3);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: acme.md was left as it is: the note is read-only
  write `- {date: 2026-03-10, decision_window: another week}` under `updates:`

"#]]
    );
    let text = GLOBEX.replace("outcome: pending", "outcome: {is: pending}");
    let folder = journal(&[("globex.md", &text)]);
    let (ran, changes) = heard(&folder, &["globex", "rejected"]);
    assert_eq!((ran.code, changes.as_str()), (3, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: globex.md was left as it is: the value is not text
  write `outcome: rejected` and `outcome_date: 2026-03-10` in the front matter

"#]]
    );
}

#[test]
fn news_that_change_nothing_lead_to_those_that_do() {
    let elm = note("company: Elm; date: 2026-01-05; outcome: rejected; outcome_date: 2026-01-08");
    let folder = journal(&[("elm.md", &elm), ("trinity.md", &note("company: Trinity"))]);
    assert_data_eq!(
        folder.run_words_on("2026-01-12", &["heard", "trinity", "waiting"]).stderr,
        str![[r#"
error: "waiting" is no outcome yet, so nothing is written
  if they gave a time frame, write that: journal heard trinity "another week"
  if they want another interview: journal heard trinity "next round"
  or an outcome: rejected, offer, next round, hiring manager, accepted, declined, withdrawn, no response, cancelled

"#]]
    );
    assert_data_eq!(
        folder.run_words_on("2026-01-12", &["heard", "elm", "next round"]).stderr,
        str![[r#"
error: Elm: the note says rejected (2026-01-08), and "next round" doesn't replace that
  if that was a mistake, correct `outcome` in elm.md by hand
  if it goes on after all, once the day is known: journal new --from elm.md --date DAY

"#]]
    );
}

#[test]
fn an_outcome_that_nobody_knows_gives_way_to_the_one_that_was_heard() {
    #[rustfmt::skip]
    let cases = [
        // the outcome as it was | as it is then
        ("outcome: waiting for Godot",     "outcome: rejected"),
        ("outcome: rejectd # by whom?",    "outcome: rejected # by whom?"),
        ("status: \"🎲 who knows\"",       "status: \"rejected\""),
    ];
    for (before, after) in cases {
        let text = GLOBEX.replace("outcome: pending   # they are slow", before);
        let folder = journal(&[("globex.md", &text)]);
        let (ran, _) = heard(&folder, &["globex", "rejected"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(ran.stderr.contains("Thank "), "{before}: {ran:?}");
        let dated = format!("{after}\noutcome_date: 2026-03-10");
        let expected = GLOBEX.replace("outcome: pending   # they are slow", &dated);
        assert_eq!(folder.read("globex.md"), expected, "{before}");
    }
}

#[test]
fn letting_go_is_not_heard() {
    let (ran, _) = heard(&three(), &["acme", "no response"]);
    let said = ran.stderr.lines().next().unwrap();
    assert_eq!(said, "Acme Robotics, Backend engineer: no answer, let go Tue 10 Mar (acme.md)");
}

#[test]
fn what_was_heard_cant_come_before_the_interview() {
    let folder = three();
    for (words, said) in [
        (
            &["acme", "rejected", "--on", "2026-03-01"][..],
            "error: --on 2026-03-01 is before the interview on 2026-03-02",
        ),
        (
            &["acme", "rejected", "--on", "27", "March"],
            "--on \"27 March\" is 2025-03-27, which is before the interview",
        ),
        (
            &["acme", "another week", "--on", "1 March"],
            "--on \"1 March\" is 2026-03-01, which is before the interview",
        ),
        (
            &["acme", "offer", "--by", "9 March"],
            "--by \"9 March\" would be 2027-03-09, as 2026-03-09 has passed",
        ),
        (&["acme", "declined"], "Acme Robotics, Backend engineer: there is no offer to decline"),
        (
            &["acme", "postponed"],
            "\"postponed\" is no outcome yet, so nothing is written\n  if they gave a time frame",
        ),
        (
            &["acme", "interview postponed"],
            "\"interview postponed\" is not understood; if the interview has a new day, write that",
        ),
        (
            &["acme", "cancelled"],
            "the interview was on Mon 2 Mar, so it wasn't cancelled on Tue 10 Mar\n  \
             if it did not take place, say when you heard: journal heard 'Acme Robotics' cancelled --on 2026-03-02",
        ),
    ] {
        let (ran, changes) = heard(&folder, words);
        assert_eq!((ran.code, changes.as_str()), (2, ""), "{words:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{words:?}: {}", ran.stderr);
    }
}

/// What stands already is no news, but there is something to do.
#[test]
fn what_stands_already_is_said() {
    let accepted = note(
        "company: Elm; role: Dev; recruiter: Sam Lee; outcome: accepted; outcome_date: 2026-03-09",
    );
    let waiting = note(
        "company: Ash; role: Dev; interviewers: [Jane Doe <jane@ash.example>]; recruiter: Jo Ek",
    );
    let folder = journal(&[("elm.md", &accepted), ("ash.md", &waiting)]);
    let (ran, _) = heard(&folder, &["ash", "another", "week"]);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
Ash, Dev: new time frame "another week", until Tue 17 Mar (ash.md)
  still to do: Thank Jane Doe · due Tue 3 Mar, 7 days ago
  still to do: Withdraw from Ash · due Tue 10 Mar, today

"#]]
    );
}

/// No interview leads on to another before it is held.
#[test]
fn an_interview_to_come_has_no_answer_yet() {
    let folder = journal(&[("acme.md", &note("role: Cook; date: 2026-03-18"))]);
    let before = folder.read("acme.md");
    for news in ["next round", "hiring manager"] {
        let ran = folder.run_words_on("2026-03-10", &["heard", "acme", news]);
        let why =
            "error: Acme, Cook: the interview is on Wed 18 Mar, so it has led to no other yet";
        assert!(ran.code == 2 && ran.stderr.starts_with(why), "{}", ran.stderr);
        assert_eq!(folder.read("acme.md"), before);
    }
    let ran = folder.run_words_on("2026-03-19", &["heard", "acme", "next round"]);
    assert!(ran.code == 0 && folder.read("acme.md").contains("more_interviews"), "{}", ran.stderr);
}
