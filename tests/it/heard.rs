//! `heard`: what a company said, written into the note of the current round.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use snapbox::{assert_data_eq, str};

use crate::support::{AGENDA, Folder, NOTE, Ran, journal, note};

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
fn an_offer_with_its_deadline() {
    assert_heard(
        &["acme", "offer", "--by", "friday", "--from", "Dana Ray <dana@acme.example>"],
        str![[r#"
acme.md: +outcome: offer
acme.md: +outcome_date: 2026-03-10
acme.md: +contact: Dana Ray <dana@acme.example>
acme.md: +decide_by: 2026-03-13

"#]],
        str![[r#"
Acme Robotics, Backend engineer: offer, heard Tue 10 Mar, to be answered by Fri 13 Mar (acme.md)
  Thank Dana Ray for the offer · due Tue 10 Mar, today
    acme.offer-thanks.draft.md, 1 blank to fill
  Ask Jane Doe how the interviews went · due Wed 11 Mar, tomorrow
    acme.offer-feedback.draft.md, 1 blank to fill
  Tell Globex about your offer · due Wed 11 Mar, tomorrow
    acme.offer-elsewhere.globex-data-engineer.draft.md, 1 blank to fill
  Tell Globex about your offer · due Wed 11 Mar, tomorrow
    acme.offer-elsewhere.globex-platform-engineer.draft.md, 2 blanks to fill

"#]],
    );
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
fn words_are_divided_where_both_halves_make_sense() {
    #[rustfmt::skip]
    let cases: [(&[&str], &str); 13] = [
        // the words | what is written
        (&["acme", "no", "offer"],                    "outcome: rejected"),
        (&["acme:", "no offer"],                      "outcome: rejected"),
        (&["acme, they rejected me"],                 "outcome: rejected"),
        (&["Acme Robotics", "I accepted"],            "outcome: accepted"),
        (&["acme", "robotics", "got", "an", "offer"], "outcome: offer"),
        (&["acme", "they", "made", "an", "offer!"],   "outcome: offer"),
        (&["acme", "counter", "offer"],               "outcome: offer"),
        (&["backend", "HM chat"],                     "outcome: hiring_manager"),
        (&["acme.md", "withdrew"],                    "outcome: withdrawn"),
        (&["acme-robotics-backend-engineer", "next-round"], "outcome: more_interviews"),
        (&["acme", "another", "week"],                "decision_window: another week"),
        (&["acme", "end of next week"],               "decision_window: end of next week"),
        (&["acme", "2026-03-20"],                     "decision_window: 2026-03-20"),
    ];
    for (words, expected) in cases {
        let folder = three();
        let (ran, _) = heard(&folder, words);
        let note = folder.read("acme.md");
        assert_eq!(ran.code, 0, "{words:?}: {}", ran.stderr);
        assert!(note.contains(expected), "{words:?}: {note}");
    }
}

#[test]
fn words_that_are_unclear_change_nothing() {
    let folder = three();
    #[rustfmt::skip]
    let cases: [(&[&str], &str); 13] = [
        // the words | the message begins with
        (&["globex", "rejected"],                  "error: \"globex\" matches several processes; name one:\n  globex-data-engineer  Globex, Data engineer · waiting (2026/globex.md)\n  globex-platform-engineer  Globex, Platform engineer · waiting (globex-2.md)\n"),
        (&["acme", "rejcted"],                     "error: \"rejcted\" is not understood; did you mean \"rejected\"?\n"),
        (&["acme", "waiting"],                     "error: \"waiting\" is no outcome yet"),
        (&["acme", "unknown"],                     "error: \"unknown\" is no outcome yet"),
        (&["acme"],                                "error: what did they say? Write an outcome (rejected, offer,"),
        (&["acmee", "rejected"],                   "error: no company or role matches \"acmee\"; did you mean \"acme\"?"),
        (&["initech", "rejected"],                 "error: no company or role matches \"initech\"; `journal agenda` lists them"),
        (&["acme", "rejected", "--by", "friday"],  "error: --by is for the day"),
        (&["acme", "offer", "--by", "2026-03-09"], "error: --by names a day before"),
        (&["acme", "1 week", "--from", "Dana"],    "error: --by and --from go with an outcome"),
        (&["acme", "offer", "--from", "Dana, Bo"], "error: --from \"Dana, Bo\" is not one person"),
        (&["acme", "offer", "--from", "D <d@x>"],  "error: --from: \"d@x\" is not an e-mail address"),
        (&["acme", "offer", "--on", "tomorrow"],   "error: --on names a day that is still to come"),
    ];
    for (words, message) in cases {
        let (ran, changes) = heard(&folder, words);
        assert_eq!((ran.code, changes.as_str()), (2, ""), "{words:?}");
        assert!(ran.stderr.starts_with(message), "{words:?}: {}", ran.stderr);
    }
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
fn an_interview_that_is_cancelled_waits_for_its_new_day() {
    for news in ["cancelled", "they canceled it", "interview cancelled", "called off"] {
        let before = note(
            "company: Elm; date: 2026-01-15; role: Dev; interviewers: [Jane Doe]; outcome: scheduled",
        );
        let folder = journal(&[("elm.md", &before)]);
        let ran = folder.run_words_on("2026-01-12", &["heard", "elm", news]);
        assert_data_eq!(
            ran.stderr,
            str![[r#"
Elm, Dev: interview cancelled, heard Mon 12 Jan (elm.md)
  nothing to do for now
  once it has a new day: journal new --from elm.md --date DAY

"#]]
        );
        let dated = before.replace("01-15\n", "01-15\ncancelled: 2026-01-12\n");
        assert_eq!(folder.read("elm.md"), dated);
        let row =
            "[Elm](elm.md) | Dev | interview cancelled, new day to be arranged | add a note for it";
        let agenda = folder.read(AGENDA);
        assert!(agenda.contains(row) && !agenda.contains("Coming up"), "{agenda}");
        // Its new day is none that they decide by, and may come before the old one.
        let ran = folder.run_words_on("2026-01-12", &["heard", "elm", "tomorrow"]);
        assert!(ran.stderr.contains("new day: journal new --from elm.md"), "{ran:?}");
        let ran = folder.run_on("2026-01-12", "new --from elm.md --date 2026-01-14");
        assert_eq!(ran.code, 0, "{ran:?}");
        folder.build("2026-01-13");
        assert!(folder.read(AGENDA).contains("interview on Wed 14 Jan"));
        folder.build("2026-01-16");
        let agenda = folder.read(AGENDA);
        assert!(agenda.contains("| waiting, no decision date |"), "{agenda}");
        assert!(agenda.contains("Connect with Jane Doe"), "{agenda}");
    }
}

#[test]
fn a_cancelled_interview_is_no_reason_to_excuse_oneself() {
    let off = "company: Elm; date: 2026-01-15; cancelled: 2026-01-11; recruiter: Sam Lee";
    let taken = "company: Oak; date: 2026-01-02; outcome: accepted; outcome_date: 2026-01-12";
    let folder = journal(&[("elm.md", &note(off)), ("oak.md", &note(taken))]);
    folder.build("2026-01-12");
    let draft = folder.read("oak.withdraw.elm.draft.md");
    assert!(draft.contains("withdrawing my application") && !draft.contains("15 Jan"), "{draft}");
    // A new interview on its very day is another one.
    let folder =
        journal(&[("elm.md", &note(off)), ("new.md", &note("company: Elm; date: 2026-01-15"))]);
    let ran = folder.run_on("2026-01-12", "check");
    assert!(!ran.stdout.contains("same-interview"), "{}", ran.stdout);
    assert_eq!(folder.agenda("2026-01-12")["processes"][0]["stage"], "interview");
}

#[test]
fn a_search_may_be_on_hold_after_an_interview_is_cancelled() {
    let off = "company: Elm; date: 2026-01-15; cancelled: 2026-01-11";
    let folder = journal(&[("elm.md", &note(off))]);
    let ran = folder.run_on("2026-01-12", "heard elm on hold");
    assert_eq!(ran.code, 0, "{ran:?}");
    let agenda = folder.read(AGENDA);
    assert!(agenda.contains("| interview cancelled, on hold |"), "{agenda}");
    assert!(!agenda.contains("Problems"), "{agenda}");
}

#[test]
fn a_second_round_that_is_cancelled_leaves_the_answer_to_the_first_behind() {
    let first = note(
        "company: Elm; date: 2026-01-05; recruiter: Sam Lee; outcome: next round; outcome_date: 2026-01-07",
    );
    let second = "company: Elm; date: 2026-01-15; recruiter: Sam Lee; interviewers: [Jane Doe]";
    let folder = journal(&[("one.md", &first), ("two.md", &note(second))]);
    let ran =
        folder.run_words_on("2026-01-12", &["heard", "elm", "cancelled", "--on", "yesterday"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(folder.read("two.md").contains("cancelled: 2026-01-11\n"));
    let agenda = folder.read(AGENDA);
    assert!(agenda.contains("new day to be arranged"), "{agenda}");
    assert!(!agenda.contains("next round") && !folder.has("one.next-round.draft.md"), "{agenda}");
}

#[test]
fn nobody_is_thanked_for_an_interview_that_fell_through() {
    let fields = "company: Elm; date: 2026-01-15; recruiter: Sam Lee; interviewers: [Jane Doe]";
    for (before, day) in [("cancelled", "2026-01-19"), ("scheduled", "2026-01-12")] {
        let folder = journal(&[("elm.md", &note(&format!("{fields}; outcome: {before}")))]);
        let ran = folder.run_words_on(day, &["heard", "elm", "rejected"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        folder.build("2026-01-19");
        let agenda = folder.read(AGENDA);
        assert!(agenda.contains("Thank Sam Lee for the answer"), "{agenda}");
        assert!(!agenda.contains("Jane") && !agenda.contains("Problems"), "{agenda}");
    }
}

/// Written as an outcome, with its day or without, it says the same as the field.
#[test]
fn an_outcome_may_say_that_the_interview_was_cancelled() {
    let off = "company: Elm; date: 2026-01-15; interviewers: [Jane Doe]; outcome: cancelled; outcome_date: 2026-01-10";
    let again = "company: Elm; date: 2026-01-12; interviewers: [Jane Doe]";
    let folder = journal(&[("off.md", &note(off)), ("new.md", &note(again))]);
    folder.build("2026-01-13");
    let agenda = folder.read(AGENDA);
    assert!(agenda.contains("Thank Jane Doe") && !agenda.contains("cancelled"), "{agenda}");
    assert!(!agenda.contains("Problems"), "{agenda}");
    // The day of the news is mended, and stays when other news replaces the word.
    let folder = journal(&[("off.md", &note(off))]);
    folder.run_words_on("2026-01-13", &["heard", "elm", "cancelled", "--on", "2026-01-11"]);
    assert!(folder.read("off.md").contains("cancelled: 2026-01-11\n"));
    folder.run_words_on("2026-01-13", &["heard", "elm", "rejected"]);
    let text = folder.read("off.md");
    assert!(text.contains("cancelled: 2026-01-11\n") && text.contains("rejected"), "{text}");
}

/// Only the hour has moved, or nobody wrote when it was called off: the interview that there was counts.
#[test]
fn thanks_are_for_the_interview_that_took_place() {
    let jane = "company: Elm; interviewers: [Jane Doe]";
    let cases = [
        (
            format!("{jane}; date: 2026-01-12; cancelled: 2026-01-10"),
            "company: Elm; date: 2026-01-12",
        ),
        (format!("{jane}; date: 2026-01-15; outcome: cancelled"), "company: Elm; date: 2026-01-12"),
    ];
    for (off, held) in cases {
        let held = format!("{held}; interviewers: [Jane Doe]; recruiter: Sam Lee");
        let folder = journal(&[("off.md", &note(&off)), ("on.md", &note(&held))]);
        folder.build("2026-01-13");
        let agenda = folder.read(AGENDA);
        assert!(agenda.contains("**Thank Jane Doe**"), "{off} {agenda}");
        assert!(agenda.contains("**Thank Sam Lee for arranging it**"), "{off} {agenda}");
    }
}

/// Its day may be missing, and the first round open: that is no new day of the second one.
#[test]
fn an_open_first_round_is_not_the_one_that_was_cancelled() {
    let (jane, bob) = ("interviewers: [Jane Doe]", "interviewers: [Bob Ray]");
    let off = "company: Elm; date: 2026-01-15; outcome: cancelled";
    let first = "company: Elm; date: 2026-01-05; recruiter: Sam Lee";
    #[rustfmt::skip]
    let cases = [
        (format!("{first}; {jane}"),               format!("{off}; {bob}"),               "cancelled"),
        (format!("{first}; {jane}; round: screen"), format!("{off}; {jane}; round: onsite"), "cancelled"),
        (format!("{first}; {jane}; round: onsite"), format!("{off}; {jane}; round: Onsite"), "waiting"),
        (format!("{first}; {jane}"),               format!("{off}; {jane}"),              "waiting"),
        (first.to_owned(),                         format!("{off}; {jane}"),              "waiting"),
    ];
    for (first, off, stage) in cases {
        let folder = journal(&[("one.md", &note(&first)), ("two.md", &note(&off))]);
        let agenda = folder.agenda("2026-01-13");
        assert_eq!(agenda["processes"][0]["stage"], stage, "{first} {off}");
        // Nobody is asked for news while a new day is to be arranged.
        let mut followups = agenda["followups"].as_array().unwrap().iter();
        let asks = followups.any(|one| {
            one["id"] == "one/status-check/1"
                && !["void", "lapsed"].contains(&one["status"].as_str().unwrap())
        });
        assert_eq!(asks, stage == "waiting", "{first} {off}");
    }
}

/// The next round is still the next one, and nobody is to be thanked for a talk that there wasn't.
#[test]
fn a_round_that_fell_through_was_not_the_first_interview() {
    let first = "company: Elm; date: 2026-01-05; interviewers: [Jane Doe]; outcome: next round; outcome_date: 2026-01-07";
    let off = "company: Elm; date: 2026-01-15; recruiter: Sam Lee; interviewers: [Bob Ray]; cancelled: 2026-01-11";
    let folder = journal(&[("one.md", &note(first)), ("two.md", &note(off))]);
    folder.run_words_on("2026-01-12", &["heard", "elm", "next", "round"]);
    let draft = folder.read("two.next-round.draft.md");
    assert!(draft.contains("going on to the next round"), "{draft}");
    assert!(!draft.contains("first interview") && !draft.contains("Bob"), "{draft}");
}

#[test]
fn an_application_has_no_interview_to_cancel() {
    let folder = journal(&[("elm.md", &note("company: Elm; date:; applied: 2026-01-05"))]);
    let ran = folder.run_words_on("2026-01-12", &["heard", "elm", "cancelled"]);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: Elm: there is no interview yet
  if they ended the search: journal heard Elm rejected

"#]]
    );
}

#[test]
fn an_interview_that_took_place_is_not_cancelled() {
    let fields = "company: Elm; date: 2026-01-05; interviewers: [Jane Doe]";
    for more in ["outcome: more_interviews", "followups: {thank-you/jane-doe: done 2026-01-06}"] {
        let folder = journal(&[("elm.md", &note(&format!("{fields}; {more}")))]);
        let before = folder.read("elm.md");
        let ran = folder.run_words_on("2026-01-12", &["heard", "elm", "cancelled"]);
        assert_data_eq!(
            ran.stderr,
            str![[r#"
error: Elm: going by elm.md, that interview took place, so it can't be cancelled
  if they ended the search: journal heard Elm rejected
  if it did not take place, write `outcome: cancelled` in elm.md

"#]]
        );
        assert_eq!((ran.code, folder.read("elm.md")), (2, before));
    }
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
fn an_interview_is_the_best_news_for_an_application() {
    let applied = note("company: Elm; date:; applied: 2026-03-01; recruiter: Sam Lee");
    for news in
        ["interview", "phone screen", "first interview", "they want to interview me", "a call"]
    {
        let folder = journal(&[("elm.md", &applied)]);
        let ran = folder.run_words_on(A_TUESDAY, &["heard", "elm", news]);
        assert_data_eq!(
            ran.stderr,
            str![[r#"
Elm: next round, heard Tue 10 Mar (elm.md)
  Answer Sam Lee about the next round · due Wed 11 Mar, tomorrow
    elm.next-round.draft.md, 3 blanks to fill
  once the day is known: journal new --from elm.md --date DAY

"#]]
        );
    }
    // After an interview, it may be the one that has been.
    for (words, said) in [
        (
            &["acme", "phone screen"][..],
            "if they want another interview: journal heard acme \"next round\"",
        ),
        (&["acme", "first interview"], "if they want another interview"),
        (&["acme", "no interview"], "\"no interview\" is not understood"),
        (&["acme", "they", "ask", "for", "references"], "is no outcome yet"),
    ] {
        let (ran, changes) = heard(&three(), words);
        assert_eq!((ran.code, changes.as_str()), (2, ""), "{words:?}");
        assert!(ran.stderr.contains(said), "{words:?}: {}", ran.stderr);
    }
}

#[test]
fn a_day_at_the_end_of_the_news_is_understood_or_led_to_its_place() {
    let ahead = note("company: Elm; date: 2026-03-12");
    let off = note("company: Ash; date: 2026-03-12; cancelled: 2026-03-09");
    let applied = note("company: Oak; date:; applied: 2026-03-01");
    let files = [("acme.md", NOTE), ("elm.md", &ahead), ("ash.md", &off), ("oak.md", &applied)];
    for (words, said) in [
        (
            "elm postponed to 3 april",
            "write the new day into the note: `date: 2026-04-03` in elm.md",
        ),
        ("ash moved to friday", "journal new --from ash.md --date 2026-03-13"),
        ("oak phone screen on 3 april", "journal new --from oak.md --date 2026-04-03"),
        ("acme second interview 3 april", "journal new --from acme.md --date 2026-04-03"),
        (
            "acme rejected yesterday",
            "write the day with an option: journal heard acme rejected --on 2026-03-09",
        ),
        ("acme rejected on monday", "journal heard acme rejected --on 2026-03-09"),
        ("acme offer 27 March", "journal heard acme offer --by 2026-03-27"),
        ("acme third interview on Thurs 19th", "journal new --from acme.md --date 2026-03-19"),
        ("oak phone call friday", "journal new --from oak.md --date 2026-03-13"),
        ("acme 2nd interview on weds", "journal new --from acme.md --date 2026-03-11"),
        ("elm new date 2 april", "write the new day into the note: `date: 2026-04-02` in elm.md"),
        ("ash new date is 2 april", "journal new --from ash.md --date 2026-04-02"),
        (
            "acme second interview on Friday 19th",
            "the day \"Friday 19th\" names the wrong weekday: 2026-03-19 is a Thursday",
        ),
        ("acme new slot friday", "journal new --from acme.md --date 2026-03-13"),
        ("acme new time 2pm friday", "journal new --from acme.md --date 2026-03-13"),
        ("oak new day friday", "journal new --from oak.md --date 2026-03-13"),
        (
            "elm new slot 2pm friday",
            "write the new day into the note: `date: 2026-03-13` in elm.md",
        ),
        ("acme offer 09.03.2026", "journal heard acme offer --on 2026-03-09"),
        ("acme sat 20th", "\"sat 20th\" names the wrong weekday: 2026-03-20 is a Friday"),
        ("acme they will call sat 20 march", "names the wrong weekday: 2026-03-20 is a Friday"),
        ("acme offer by sat 20th", "names the wrong weekday: 2026-03-20 is a Friday"),
        ("elm need to reschedule", "if there is none yet: journal heard elm cancelled"),
        ("acme moved house", "is not understood"),
        ("elm hm chat friday", "journal new --from elm.md --date 2026-03-13"),
    ] {
        let (ran, changes) = heard(&journal(&files), &words.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.code, changes.as_str()), (2, ""), "{words}");
        assert!(ran.stderr.contains(said), "{words}: {}", ran.stderr);
    }
    // After the interview, it is the answer that is put off.
    let (_, changes) =
        heard(&journal(&files), &["acme", "they", "postponed", "it", "to", "3", "april"]);
    assert!(changes.contains("decision_window: 3 april"), "{changes}");
}

#[test]
fn letting_go_is_not_heard() {
    let (ran, _) = heard(&three(), &["acme", "no response"]);
    let said = ran.stderr.lines().next().unwrap();
    assert_eq!(said, "Acme Robotics, Backend engineer: no answer, let go Tue 10 Mar (acme.md)");
}

#[test]
fn who_declined_makes_a_difference() {
    for (words, expected) in [
        ("I declined", "declined"),
        ("declined", "declined"),
        ("they declined", "rejected"),
        ("they have declined", "rejected"),
        ("declined by company", "rejected"),
        ("position filled", "rejected"),
        ("they hired someone else", "rejected"),
        ("they turned me down", "rejected"),
        ("I turned it down", "declined"),
        ("they rescinded the offer", "rejected"),
        ("the role was closed", "rejected"),
    ] {
        let folder = three();
        let offer = "outcome: offer\noutcome_date: 2026-03-09\ndecision_window";
        folder.edit("acme.md", "decision_window", offer);
        let (ran, _) = heard(&folder, &["acme", words]);
        let note = folder.read("acme.md");
        assert!(note.contains(&format!("outcome: {expected}\n")), "{words}: {ran:?}");
    }
}

/// As it is told of a process without an offer, and of one with it.
#[test]
fn a_yes_or_no_is_the_user_s_or_the_company_s() {
    #[rustfmt::skip]
    let rows = [
        // the news | without an offer | with one
        ("I said no",                   "no offer to decline", "declined"),
        ("said no",                     "no offer to decline", "declined"),
        ("I've said no to them",        "no offer to decline", "declined"),
        ("I refused",                   "no offer to decline", "declined"),
        ("I rejected",                  "no offer to decline", "declined"),
        ("I rejected it",               "no offer to decline", "declined"),
        ("rejected the offer",          "no offer to decline", "declined"),
        ("I turned it down",            "no offer to decline", "declined"),
        ("turned down the job",         "no offer to decline", "declined"),
        ("they said no",                "rejected",            "rejected"),
        ("they refused",                "rejected",            "rejected"),
        ("they've rejected it",         "rejected",            "rejected"),
        ("rejected",                    "rejected",            "rejected"),
        ("I was rejected",              "rejected",            "rejected"),
        ("I've been rejected",          "rejected",            "rejected"),
        ("I was turned down",           "rejected",            "rejected"),
        ("I've just been turned down",  "rejected",            "rejected"),
        ("turned down",                 "no offer to decline", "declined"),
        // Their offer isn't their answer.
        ("I declined the offer they made", "no offer to decline", "declined"),
        ("I declined the offer they made me", "no offer to decline", "declined"),
        ("I declined the offer that they made me", "no offer to decline", "declined"),
        ("I turned the offer down",     "no offer to decline", "declined"),
        ("declined the offer they made me", "no offer to decline", "declined"),
        ("I turned down the offer they made me", "no offer to decline", "declined"),
        ("I said no to the offer they made", "no offer to decline", "declined"),
        ("I have accepted the offer they made me", "accepted", "accepted"),
        ("they declined to make me an offer", "rejected",      "rejected"),
        ("they withdrew",               "rejected",            "rejected"),
        ("they've withdrawn it",        "rejected",            "rejected"),
        ("they withdrew the offer",     "rejected",            "rejected"),
        ("they have withdrawn the offer", "rejected",          "rejected"),
        ("they pulled the offer",       "rejected",            "rejected"),
        ("it was withdrawn",            "rejected",            "rejected"),
        ("withdrew",                    "withdrawn",           "withdrawn"),
        ("I've withdrawn",              "withdrawn",           "withdrawn"),
        ("I've got to withdraw",        "withdrawn",           "withdrawn"),
        ("I didn't get the job",        "rejected",            "rejected"),
        ("filled",                      "rejected",            "rejected"),
        ("position filled",             "rejected",            "rejected"),
        ("the post is filled",          "rejected",            "rejected"),
        ("no",                          "who said no?",        "who said no?"),
        ("yes",                         "who said yes?",       "who said yes?"),
        ("said yes",                    "who said yes?",       "accepted"),
        ("I said yes",                  "accepted",            "accepted"),
        ("accepted their offer",        "accepted",            "accepted"),
        ("they said yes",               "offer",               "says so already"),
        ("got the job",                 "offer",               "says so already"),
        ("I got the job!",              "offer",               "says so already"),
        ("got it!",                     "offer",               "says so already"),
        ("they offered me the job",     "offer",               "says so already"),
        ("they accepted me",            "offer",               "says so already"),
        ("accepted me",                 "offer",               "says so already"),
        ("I was accepted",              "offer",               "says so already"),
        ("hired",                       "offer",               "says so already"),
        ("I'm hired",                   "offer",               "says so already"),
        ("selected",                    "offer",               "says so already"),
        ("I was selected",              "offer",               "says so already"),
        ("they chose me",               "offer",               "says so already"),
        ("not selected",                "rejected",            "rejected"),
        ("I wasn't selected",           "rejected",            "rejected"),
        ("I haven't been selected",     "rejected",            "rejected"),
        ("not chosen",                  "rejected",            "rejected"),
        ("they didn't choose me",       "rejected",            "rejected"),
        ("I was not successful",        "rejected",            "rejected"),
        ("I wasn't successful",         "rejected",            "rejected"),
        ("unsuccessful",                "rejected",            "rejected"),
        ("my application was unsuccessful", "rejected",        "rejected"),
        ("I didn't get through",        "rejected",            "rejected"),
        ("I did not get the role",      "rejected",            "rejected"),
        ("I didn't make it",            "rejected",            "rejected"),
        ("not invited back",            "rejected",            "rejected"),
        ("offer 20.03.",                "not understood",      "not understood"),
        ("they did choose me",          "not understood",      "not understood"),
        ("they haven't chosen",         "not understood",      "not understood"),
        ("I haven't accepted",          "not understood",      "not understood"),
        ("I wasn't rejected",           "not understood",      "not understood"),
        ("they chose someone else",     "rejected",            "rejected"),
    ];
    for (words, without, with) in rows {
        for (expected, is_offered) in [(without, false), (with, true)] {
            let folder = three();
            if is_offered {
                let offer = "outcome: offer\noutcome_date: 2026-03-09\ndecision_window";
                folder.edit("acme.md", "decision_window", offer);
            }
            let (ran, changes) = heard(&folder, &["acme", words]);
            let is_written = changes.contains(&format!("+outcome: {expected}\n"));
            let is_said = changes.is_empty() && ran.stderr.contains(expected);
            assert!(is_written || is_said, "{words}, {is_offered}: {changes} {}", ran.stderr);
        }
    }
    // Both choices are named.
    for (words, is_offered, mine) in [("no", false, "withdrawn"), ("no", true, "declined")] {
        let folder = three();
        if is_offered {
            folder.edit("acme.md", "decision_window", "outcome: offer\ndecision_window");
        }
        let (ran, _) = heard(&folder, &["acme", words]);
        let said =
            format!("they did: journal heard … rejected\n  if you did: journal heard … {mine}\n");
        assert!(ran.stderr.ends_with(&said), "{}", ran.stderr);
    }
}

#[test]
fn news_of_another_interview_or_of_none() {
    #[rustfmt::skip]
    let rows = [
        // the news | what is written
        ("they want to see me again",               "outcome: more_interviews"),
        ("they'd like to see me again",             "outcome: more_interviews"),
        ("2nd interview",                           "outcome: more_interviews"),
        ("third interview",                         "outcome: more_interviews"),
        ("invited me back for a second interview",  "outcome: more_interviews"),
        ("got through",                             "outcome: more_interviews"),
        ("I'm through to the next round",           "outcome: more_interviews"),
        ("they'll call friday",                     "decision_window: they'll call friday"),
        ("they will let me know friday",            "decision_window: they will let me know friday"),
        ("Jane says end of next week",              "decision_window: Jane says end of next week"),
        ("a few days",                              "decision_window: a few days"),
    ];
    for (words, expected) in rows {
        let (ran, changes) = heard(&three(), &["acme", words]);
        assert_eq!(ran.code, 0, "{words}: {}", ran.stderr);
        assert!(changes.contains(expected), "{words}: {changes}");
    }
    for words in [
        "they cancelled the interview",
        "cancelled the interview",
        "they've called off the interview",
    ] {
        let folder = journal(&[("elm.md", &note("company: Elm; date: 2026-03-12"))]);
        let (_, changes) = heard(&folder, &["elm", words]);
        assert_eq!(changes, "elm.md: +cancelled: 2026-03-10\n", "{words}");
    }
    for words in ["still deciding", "they haven't decided yet", "no decision yet", "tbc", "no idea"]
    {
        let (ran, changes) = heard(&three(), &["acme", words]);
        assert!(changes.is_empty(), "{words}: {changes}");
        assert!(ran.stderr.contains("is no outcome yet, so nothing is written"), "{}", ran.stderr);
    }
}

#[test]
fn the_deadline_of_an_offer_may_be_told_with_it_or_later() {
    #[rustfmt::skip]
    let rows = [
        // the news | the deadline
        ("offer until the 18th",                "2026-03-18"),
        ("offer by 27 March",                   "2026-03-27"),
        ("they made an offer, until friday",    "2026-03-13"),
        ("offer 46k by 18 march",               "2026-03-18"),
        ("offer of £46,000 a year by weds",     "2026-03-11"),
        ("offer 20.03.2026",                    "2026-03-20"),
        ("offer 46k 2026-03-20",                "2026-03-20"),
        ("offer by 20.3.2026",                  "2026-03-20"),
    ];
    for (words, by) in rows {
        let (ran, changes) = heard(&three(), &["acme", words]);
        assert_eq!(ran.code, 0, "{words}: {}", ran.stderr);
        assert!(changes.contains("+outcome: offer\n"), "{words}: {changes}");
        assert!(changes.contains(&format!("+decide_by: {by}\n")), "{words}: {changes}");
        // What it pays is nobody's business.
        let has_pay = words.contains("46");
        assert!(!changes.contains("46"), "{changes}");
        assert_eq!(ran.stderr.contains("what it pays is not recorded"), has_pay, "{}", ran.stderr);
    }
    #[rustfmt::skip]
    let rows = [
        // the news of an offer | what is written, or said
        ("deadline extended to 20 March",       "decide_by: 2026-03-20"),
        ("offer 20.03.2026",                    "decide_by: 2026-03-20"),
        ("extended to friday",                  "decide_by: 2026-03-20"),
        ("deadline moved to friday",            "decide_by: 2026-03-13"),
        ("they extended it until the 20th",     "decide_by: 2026-03-20"),
        ("deadline moved to 20 March",          "decide_by: 2026-03-20"),
        ("they gave me until friday",           "decide_by: 2026-03-13"),
        ("moved to 20 March",                   "if the offer has a new deadline, write: journal heard acme offer --by 2026-03-20"),
        ("deadline extended",                   "if the offer has a new deadline, write: journal heard acme offer --by DAY"),
        ("deadline moved to 2 March",           "the deadline \"2 March\" would be 2027-03-02, as 2026-03-02 has passed"),
    ];
    for (words, expected) in rows {
        let text = NOTE.replace(
            "1 week\n",
            "1 week\noutcome: offer\noutcome_date: 2026-03-09\ndecide_by: 2026-03-16\n",
        );
        let folder = journal(&[("acme.md", &text)]);
        let (ran, changes) = heard(&folder, &["acme", words]);
        let is_written =
            changes == format!("acme.md: -decide_by: 2026-03-16\nacme.md: +{expected}\n");
        let is_said = changes.is_empty() && ran.stderr.contains(expected);
        assert!(is_written || is_said, "{words}: {changes} {}", ran.stderr);
    }
}

#[test]
fn a_company_that_is_mistyped_is_named() {
    let elm = note("company: St Brannoc's Hospital; role: Nurse");
    let folder = journal(&[("elm.md", &elm), ("acme.md", NOTE)]);
    for (words, near) in [
        ("st branocs rejected", "st brannocs"),
        ("st brannoc hospitall they said no", "st brannocs hospital"),
        ("branocs next round", "brannocs"),
        ("acme robotcs another week", "acme robotics"),
    ] {
        let (ran, changes) = heard(&folder, &words.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.code, changes.as_str()), (2, ""), "{words}");
        assert!(
            ran.stderr.contains(&format!("; did you mean {near:?}?")),
            "{words}: {}",
            ran.stderr
        );
    }
}

#[test]
fn a_new_day_in_a_note_of_several_interviews_names_the_old_one() {
    let rounds = "company: Elm\ninterviews:\n  - {date: 2026-03-02, outcome: next round}\n  - {date: 2026-03-12}";
    let folder = journal(&[("elm.md", &note(rounds))]);
    let (ran, _) = heard(&folder, &["elm", "moved", "to", "friday"]);
    let said =
        "write the new day into the note: `date: 2026-03-13` in place of 2026-03-12 in elm.md";
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
}

#[test]
fn a_day_that_stays_as_it_was_is_not_named() {
    let offer = "outcome: offer; outcome_date: 2026-03-02";
    let folder = journal(&[("a.md", &note(offer))]);
    let ran = folder.run_on("2026-03-10", "heard acme offer --by 2026-03-25");
    let said = ran.stderr.lines().next().unwrap();
    assert_eq!(said, "Acme: offer, to be answered by Wed 25 Mar (a.md)");
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
            "\"postponed\" is not understood; if the interview has a new day, write that as `date`",
        ),
    ] {
        let (ran, changes) = heard(&folder, words);
        assert_eq!((ran.code, changes.as_str()), (2, ""), "{words:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{words:?}: {}", ran.stderr);
    }
}

#[test]
fn an_offer_belongs_to_the_round_that_has_taken_place() {
    let first = note("outcome: more_interviews\noutcome_date: 2026-03-04");
    let folder = journal(&[("a.md", &first), ("b.md", &note("date: 2026-03-27"))]);
    let (ran, changes) = heard(&folder, &["acme", "offer", "--by", "27", "March"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(changes.contains("a.md: +outcome: offer") && !changes.contains("b.md"), "{changes}");
    assert!(changes.contains("+decide_by: 2026-03-27"), "{changes}");
    let build = folder.run_on(A_TUESDAY, "build");
    assert!(!build.stderr.contains("before-interview"), "{}", build.stderr);
}

#[test]
fn more_words_for_what_they_said() {
    for (before, words, expected) in [
        (
            "outcome: no_response",
            "by 20 March",
            "updates:\n  - {date: 2026-03-10, decision_window: by 20 March}\noutcome: pending\n",
        ),
        ("outcome: pending", "invited to interview", "outcome: more_interviews\n"),
        ("outcome: offer\noutcome_date: 2026-03-04", "offer withdrawn", "outcome: rejected\n"),
        (
            "date: 2026-03-10\nfollowups:\n  recruiter-thanks: done 2026-03-10",
            "cancelled",
            "cancelled: 2026-03-10\n",
        ),
    ] {
        let folder = journal(&[("acme.md", &note(&format!("recruiter: Sam Lee\n{before}")))]);
        let (ran, _) = heard(&folder, &["acme", words]);
        assert_eq!(ran.code, 0, "{words}: {}", ran.stderr);
        let note = folder.read("acme.md");
        assert!(note.contains(expected), "{words}: {note}");
    }
    let folder = journal(&[("acme.md", &note("outcome: offer\noutcome_date: 2026-03-04"))]);
    let (ran, _) = heard(&folder, &["acme", "offer extended"]);
    assert!(ran.stderr.contains("journal heard … offer --by DAY"), "{}", ran.stderr);
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
