//! News of an interview that doesn't take place.

use snapbox::{assert_data_eq, str};

use crate::support::{AGENDA, journal, note};

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
    assert!(draft.contains("through to the next round"), "{draft}");
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
