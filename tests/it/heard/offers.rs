//! News of an offer, and of its deadline.

use snapbox::str;

use crate::support::{NOTE, journal, note};

use super::{A_TUESDAY, assert_heard, heard, three};

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
  Tell Globex about your offer · due Wed 11 Mar, tomorrow
    acme.offer-elsewhere.globex-data-engineer.draft.md, 1 blank to fill
  Tell Globex about your offer · due Wed 11 Mar, tomorrow
    acme.offer-elsewhere.globex-platform-engineer.draft.md, 2 blanks to fill
  Ask Dana Ray how the interviews went · due Wed 11 Mar, tomorrow
    acme.offer-feedback.draft.md, 1 blank to fill

"#]],
    );
}

/// Whoever has it in writing doesn't ask for that.
#[test]
fn an_offer_in_writing_is_one_in_the_note_and_the_letter() {
    let fields =
        "company: Elm; role: Dev; recruiter: Sam Lee; outcome: offer; outcome_date: 2026-03-09";
    let folder = journal(&[("elm.md", &note(fields))]);
    let letter = || {
        folder.build(A_TUESDAY);
        folder.read("elm.offer-thanks.draft.md")
    };
    assert!(letter().contains("the details in writing"));
    for news in ["offer letter to follow", "no written offer yet"] {
        folder.run_words_on(A_TUESDAY, &["heard", "elm", news]);
        assert!(folder.read("elm.md").contains("outcome: offer\n"), "{news}");
    }
    let ran = folder.run_words_on(A_TUESDAY, &["heard", "elm", "written offer", "--by", "9 April"]);
    assert!(
        ran.stderr.starts_with("Elm, Dev: offer in writing, to be answered by"),
        "{}",
        ran.stderr
    );
    let note = folder.read("elm.md");
    assert!(note.contains("\noutcome: written offer\noutcome_date: 2026-03-09\n"), "{note}");
    assert!(!letter().contains("in writing") && letter().contains("my answer by Thursday 9 April"));
    // Behind the yes, it is what was expected.
    folder.run_words_on(A_TUESDAY, &["heard", "elm", "accepted"]);
    let ran = folder.run_words_on(A_TUESDAY, &["heard", "elm", "written offer"]);
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.contains("there is nothing to record"), "{}", ran.stderr);
}

#[test]
fn the_day_on_which_the_job_starts_may_be_told_with_a_yes_or_later() {
    let offer = "company: Elm; role: Dev; outcome: offer; outcome_date: 2026-03-09";
    let folder = journal(&[("elm.md", &note(offer))]);
    for (news, start) in
        [("I accepted, start date 1 June", "2026-06-01"), ("start moved to 15 June", "2026-06-15")]
    {
        let ran = folder.run_words_on(A_TUESDAY, &["heard", "elm", news]);
        let note = folder.read("elm.md");
        let is_written = note.contains("\noutcome: accepted\n")
            && note.contains(&format!("\nstart_date: {start}\n"));
        assert!(ran.code == 0 && is_written, "{news}: {}{note}", ran.stderr);
    }
}

#[test]
fn a_deadline_in_a_note_may_be_told_in_words() {
    for (words, asks) in [
        ("Friday noon", "I'll read them through and give you my answer by Friday 13 March."),
        ("end of the week", "my answer by Friday 13 March."),
        ("in a week", "my answer by Monday 16 March."),
        ("48 hours", "my answer by Wednesday 11 March."),
        ("3/4/2026", "I'll read everything carefully and come back to you."),
        ("after Easter", "I'll read everything carefully and come back to you."),
        ("whenever", "I'll read everything carefully and come back to you."),
    ] {
        let fields = format!(
            "company: Elm; role: Dev; recruiter: Sam Lee; outcome: offer; outcome_date: 2026-03-09; decide_by: {words}"
        );
        let folder = journal(&[("elm.md", &note(&fields))]);
        folder.run_on(A_TUESDAY, "build");
        let letter = folder.read("elm.offer-thanks.draft.md");
        assert!(letter.contains(asks) && !letter.contains("need my answer"), "{words}: {letter}");
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
        ("they want an answer tomorrow lunchtime", "decide_by: 2026-03-11"),
        ("deadline is now friday",              "decide_by: 2026-03-13"),
        ("the deadline's now the 18th",         "decide_by: 2026-03-18"),
        ("extended to monday",                  "the note says so already"),
        ("extended to 16 March",                "the note says so already"),
        ("deadline extended to 13 March",       "the offer has to be answered by 2026-03-16, and \"13 March\" is before that"),
        ("deadline extended to 2026-03-13",     "if that is the deadline now: journal heard acme offer --by 2026-03-13"),
        ("extended to tomorrow",                "and \"tomorrow\" is before that"),
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

/// What isn't written down is said.
#[test]
fn the_time_of_a_deadline_is_left_to_the_user() {
    for (by, day) in [("Friday noon", "13"), ("tomorrow at 5", "11"), ("end of the day", "10")] {
        let (ran, changes) = heard(&three(), &["acme", "offer", "--by", by]);
        assert!(changes.contains(&format!("decide_by: 2026-03-{day}")), "{by}: {changes}");
        let has_time = !by.contains("end");
        assert_eq!(ran.stderr.contains("the time of day is not recorded"), has_time, "{by}");
    }
    let (ran, changes) = heard(&three(), &["acme", "offer", "--by", "after Easter"]);
    assert_eq!((ran.code, &*changes), (2, ""));
    assert!(ran.stderr.contains("is no single day; ask them for the day"), "{}", ran.stderr);
}

/// Told once more, it is still the same day.
#[test]
fn a_deadline_is_extended_once() {
    let offer = "outcome: offer; outcome_date: 2026-03-02; decide_by: 2026-03-13";
    let folder = journal(&[("a.md", &note(offer))]);
    for (words, by) in [("extended to wednesday", 18), ("extended to friday", 20)] {
        for said in ["to be answered by", "the note says so already"] {
            let news = format!("deadline {words}");
            let ran = folder.run_words_on(A_TUESDAY, &["heard", "acme", &news]);
            assert!(ran.stderr.contains(said), "{ran:?}");
            assert!(folder.read("a.md").contains(&format!("decide_by: 2026-03-{by}")), "{words}");
        }
    }
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
