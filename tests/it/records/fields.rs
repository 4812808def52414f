//! Fields set and time frames added, in every style of a front matter.

use journal::unstable::{Mapping, Parsed, parse, parse_date, with_fields, with_update};

use super::file_with;

/// Asserts what setting these fields makes of front matters. Each row holds the lines before it and the lines after it.
#[track_caller]
fn assert_set(fields: &[(&'static str, &str)], rows: &[(&str, &str)]) {
    let fields: Vec<(&'static str, String)> =
        fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    for (before, after) in rows {
        let (text, expected) = (file_with(before), file_with(after));
        assert_eq!(
            with_fields(&text, &fields, &Mapping::default(), None).as_deref(),
            Ok(&*expected),
            "{text}"
        );
        // The same with CR LF, and once more.
        let crlf = |text: &str| text.replace('\n', "\r\n");
        assert_eq!(
            with_fields(&crlf(&text), &fields, &Mapping::default(), None),
            Ok(crlf(&expected)),
            "{text}"
        );
        assert_eq!(
            with_fields(&expected, &fields, &Mapping::default(), None),
            Ok(expected.clone()),
            "{expected}"
        );
        assert!(
            matches!(
                parse("a.md", &expected, &Mapping::default(), &mut Vec::new()),
                Parsed::Note(_)
            ),
            "{expected}"
        );
    }
}

#[test]
fn an_outcome_replaces_the_one_before_and_its_day_stands_below() {
    #[rustfmt::skip]
    assert_set(&[("outcome", "offer"), ("outcome_date", "2026-03-20")], &[
        // the lines before, the lines after
        ("",
         "outcome: offer\noutcome_date: 2026-03-20\n"),
        ("outcome: pending\n",
         "outcome: offer\noutcome_date: 2026-03-20\n"),
        ("outcome:\nrole: Dev\n",
         "outcome: offer\noutcome_date: 2026-03-20\nrole: Dev\n"),
        ("outcome:   pending   # as they said\n\n# end\n",
         "outcome:   offer   # as they said\noutcome_date: 2026-03-20\n\n# end\n"),
        ("outcome: \"pending\"\n",
         "outcome: \"offer\"\noutcome_date: 2026-03-20\n"),
        ("outcome: 'waiting'\n",
         "outcome: 'offer'\noutcome_date: 2026-03-20\n"),
        ("Status : ~\n",
         "Status : offer\noutcome_date: 2026-03-20\n"),
        // Some programs keep every property as a list, and an outcome in one isn't read.
        ("outcome: pending\noutcome_date:\n  - 2026-03-01\nrole: Dev\n",
         "outcome: offer\noutcome_date:\n  - 2026-03-20\nrole: Dev\n"),
        ("outcome: pending\noutcome_date: [2026-03-01]\n",
         "outcome: offer\noutcome_date: [2026-03-20]\n"),
        ("role: Dev\nrecruiter:\n  name: Sam\n\n  email: s@a.example\nfollowups:\n  connect: done 2026-03-03\n",
         "role: Dev\nrecruiter:\n  name: Sam\n\n  email: s@a.example\noutcome: offer\noutcome_date: 2026-03-20\nfollowups:\n  connect: done 2026-03-03\n"),
        ("Outcome Date: 2026-03-01 # wrong\noutcome: pending\n",
         "Outcome Date: 2026-03-20 # wrong\noutcome: offer\n"),
        // Two names: the one that is read.
        ("status: x\noutcome: pending\n",
         "status: x\noutcome: offer\noutcome_date: 2026-03-20\n"),
    ]);
}

#[test]
fn people_are_quoted_where_they_have_to_be() {
    #[rustfmt::skip]
    let cases = [
        // the person | their line
        ("Dana Ray <dana@acme.example>",      "contact: Dana Ray <dana@acme.example>\n"),
        ("Dana \"D\" Ray",                    "contact: Dana \"D\" Ray\n"),
        ("Ray, Dana",                         "contact: \"Ray, Dana\"\n"),
        ("[Dana]",                            "contact: \"[Dana]\"\n"),
        ("Dana: Ray",                         "contact: \"Dana: Ray\"\n"),
    ];
    for (person, line) in cases {
        assert_set(&[("contact", person)], &[("", line)]);
    }
    assert_set(&[("contact", "O'Ray")], &[("contact: 'x'\n", "contact: 'O''Ray'\n")]);
}

#[test]
fn a_front_matter_in_braces_stays_in_braces() {
    let text = "---\n{company: A, date: 2026-03-02, outcome: pending, x: [1]}\n---\nbody\n";
    let fields = [("outcome", "rejected".to_owned()), ("outcome_date", "2026-03-20".to_owned())];
    let expected = text.replace("pending", "rejected, outcome_date: 2026-03-20");
    assert_eq!(with_fields(text, &fields, &Mapping::default(), None), Ok(expected));
    let day = parse_date("2026-03-20").unwrap();
    let expected =
        text.replace("03-02,", "03-02, updates: [{date: 2026-03-20, decision_window: \"a, b\"}],");
    assert_eq!(with_update(text, day, "a, b", &Mapping::default(), None), Ok(expected));
}

#[test]
fn a_time_frame_comes_last() {
    const NEW: &str = "{date: 2026-03-20, decision_window: by 27 March}";
    #[rustfmt::skip]
    let rows = [
        // the lines before, the lines after
        ("decision_window: 1 week\noutcome: pending\n",
         "decision_window: 1 week\nupdates:\n  - NEW\noutcome: pending\n"),
        ("updates:\noutcome: pending\n",
         "updates:\n  - NEW\noutcome: pending\n"),
        ("updates: []\n",
         "updates: [NEW]\n"),
        ("updates: ~ # none\n",
         "updates: [NEW] # none\n"),
        ("updates: [{date: 2026-03-11, window: 1w}]\n",
         "updates: [{date: 2026-03-11, window: 1w}, NEW]\n"),
        ("updates:\n  - {date: 2026-03-11, window: 1w} # c\nrole: x\n",
         "updates:\n  - {date: 2026-03-11, window: 1w} # c\n  - NEW\nrole: x\n"),
        ("updates:\n- date: 2026-03-11\n  window: 1w # c\n\nrole: x\n",
         "updates:\n- date: 2026-03-11\n  window: 1w # c\n- NEW\n\nrole: x\n"),
        ("updates:\n  -   date: 2026-03-11\n      window: 1w\n  # end\n",
         "updates:\n  -   date: 2026-03-11\n      window: 1w\n  - NEW\n  # end\n"),
    ];
    let day = parse_date("2026-03-20").unwrap();
    for (before, after) in rows {
        let (text, expected) = (file_with(before), file_with(&after.replace("NEW", NEW)));
        assert_eq!(
            with_update(&text, day, "by 27 March", &Mapping::default(), None).as_deref(),
            Ok(&*expected),
            "{text}"
        );
        let crlf = |text: &str| text.replace('\n', "\r\n");
        let edited = with_update(&crlf(&text), day, "by 27 March", &Mapping::default(), None);
        assert_eq!(edited, Ok(crlf(&expected)), "{text}");
        let Parsed::Note(note) = parse("a.md", &expected, &Mapping::default(), &mut Vec::new())
        else {
            panic!()
        };
        assert_eq!(note.updates.last().unwrap().date.value(), Some(&day), "{expected}");
    }
}

#[test]
fn what_is_unclear_is_left_to_the_user() {
    let outcome = [("outcome", "offer".to_owned()), ("decide_by", "2026-03-30".to_owned())];
    let day = parse_date("2026-03-20").unwrap();
    #[rustfmt::skip]
    let cases = [
        // the lines | the reason
        ("outcome: a\nOutcome: b\n",       "the field appears twice"),
        ("outcome: {a: b}\n",              "the value is not text"),
        ("outcome: [a, b]\n",              "the value is not text"),
        ("outcome: pending\n  for now\n",  "the value has several lines"),
        ("<<: *x\n",                       "the field may be merged in (`<<`)"),
        ("outcome: &o pending\nx: *o\n",   "an alias may stand for the field"),
        ("<<<<<<< a\n=======\n>>>>>>> b\n", "the note has an unresolved merge conflict"),
        ("--- # next\n",                  "the front matter can't be read"),
    ];
    for (lines, why) in cases {
        let refusal =
            with_fields(&file_with(lines), &outcome, &Mapping::default(), None).unwrap_err();
        assert_eq!(refusal.why, why, "{lines}");
        let by_hand = "write `outcome: offer` and `decide_by: 2026-03-30` in the front matter";
        assert_eq!(refusal.by_hand, by_hand);
    }
    for (lines, why) in [
        ("updates: 1 week\n", "`updates` is not a list"),
        ("updates: {date: 2026-03-11, window: 1w}\n", "`updates` is not a list"),
        ("updates: &u []\nx: *u\n", "an alias may stand for the field"),
        ("updates: []\nUpdates: []\n", "the field appears twice"),
    ] {
        let refusal =
            with_update(&file_with(lines), day, "1 week", &Mapping::default(), None).unwrap_err();
        assert_eq!(refusal.why, why, "{lines}");
        let item = "write `- {date: 2026-03-20, decision_window: 1 week}` under `updates:`";
        assert_eq!(refusal.by_hand, item);
    }
}

/// Asserts what a field and a time frame make of lists of interviews, with CR LF too. Each row holds the lines before it,
/// those with the field, and those with the time frame, of the interview on the second of March.
#[test]
fn an_interview_of_a_list_changes_alone() {
    #[rustfmt::skip]
    let rows = [
        (
            "interviews:\n  - date: 2026-03-02\n    round: a # c\n\n  # next\n  - date: 2026-03-09\n",
            "interviews:\n  - date: 2026-03-02\n    round: a # c\n    outcome: offer\n\n  # next\n  - date: 2026-03-09\n",
            "interviews:\n  - date: 2026-03-02\n    round: a # c\n    updates:\n      - {date: 2026-03-11, decision_window: by 27 March}\n\n  # next\n  - date: 2026-03-09\n",
        ),
        (
            "interviews:\n- round: a\n  outcome: 'pending' # so\n  date: 2026-03-02\n  updates:\n  - {date: 2026-03-03, window: 1 week}\n",
            "interviews:\n- round: a\n  outcome: 'offer' # so\n  date: 2026-03-02\n  updates:\n  - {date: 2026-03-03, window: 1 week}\n",
            "interviews:\n- round: a\n  outcome: 'pending' # so\n  date: 2026-03-02\n  updates:\n  - {date: 2026-03-03, window: 1 week}\n  - {date: 2026-03-11, decision_window: by 27 March}\n",
        ),
        (
            "interviews:\n  -\n    date: 2026-03-02\n    interviewers:\n      - name: Jane Doe\n        title: VP\nmine: x\n",
            "interviews:\n  -\n    date: 2026-03-02\n    interviewers:\n      - name: Jane Doe\n        title: VP\n    outcome: offer\nmine: x\n",
            "interviews:\n  -\n    date: 2026-03-02\n    interviewers:\n      - name: Jane Doe\n        title: VP\n    updates:\n      - {date: 2026-03-11, decision_window: by 27 March}\nmine: x\n",
        ),
        (
            "interviews:\n  - {date: 2026-03-09}\n  - {date: 2026-03-02, interviewers: [Jane]}\n",
            "interviews:\n  - {date: 2026-03-09}\n  - {date: 2026-03-02, interviewers: [Jane], outcome: offer}\n",
            "interviews:\n  - {date: 2026-03-09}\n  - {date: 2026-03-02, interviewers: [Jane], updates: [{date: 2026-03-11, decision_window: by 27 March}]}\n",
        ),
        (
            "interviews:\n  - Interview Date: 2 March 2026\n    status:\n",
            "interviews:\n  - Interview Date: 2 March 2026\n    status: offer\n",
            "interviews:\n  - Interview Date: 2 March 2026\n    updates:\n      - {date: 2026-03-11, decision_window: by 27 March}\n    status:\n",
        ),
        (
            "interviews:\n  - date: 2026-03-02\n    thread: Re: Monday\n",
            "interviews:\n  - date: 2026-03-02\n    outcome: offer\n    thread: Re: Monday\n",
            "interviews:\n  - date: 2026-03-02\n    updates:\n      - {date: 2026-03-11, decision_window: by 27 March}\n    thread: Re: Monday\n",
        ),
    ];
    let fields = [("outcome", "offer".to_owned())];
    let day = parse_date("2026-03-11").unwrap();
    let (mapping, round) = (Mapping::default(), Some("2026-03-02"));
    let file = |lines: &str| format!("---\ncompany: Acme\n{lines}---\n\ninterviews: none\n");
    for (before, with_field, with_window) in rows {
        for crlf in [false, true] {
            let file = |lines: &str| match crlf {
                true => file(lines).replace('\n', "\r\n"),
                false => file(lines),
            };
            let (text, set) = (file(before), file(with_field));
            assert_eq!(
                with_fields(&text, &fields, &mapping, round).as_deref(),
                Ok(&*set),
                "{text}"
            );
            assert_eq!(with_fields(&set, &fields, &mapping, round).as_deref(), Ok(&*set), "{set}");
            let edited = with_update(&text, day, "by 27 March", &mapping, round);
            assert_eq!(edited.as_deref(), Ok(&*file(with_window)), "{text}");
        }
    }
    // What is unclear is left to the user.
    for (lines, why) in [
        ("interviews:\n  - date: 2026-03-09\n", "the interview is not in the list any more"),
        ("interviews: 3\n", "the note has no list of interviews"),
        ("interviews:\n  - date: 2026-03-02\n    outcome: [a, b]\n", "the value is not text"),
        (
            "interviews:\n  - date: 2026-03-02\n    outcome: a\n    status: b\n    Outcome: c\n",
            "the field appears twice",
        ),
    ] {
        let refusal = with_fields(&file(lines), &fields, &mapping, round).unwrap_err();
        assert_eq!(refusal.why, why, "{lines}");
        let by_hand = "write `outcome: offer` to the interview of 2026-03-02 under `interviews:`";
        assert_eq!(refusal.by_hand, by_hand);
    }
}
