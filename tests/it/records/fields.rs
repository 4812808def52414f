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
        ("outcome:\n  - pending\nrole: Dev\n",
         "outcome:\n  - offer\noutcome_date: 2026-03-20\nrole: Dev\n"),
        ("outcome: [pending]\n",
         "outcome: [offer]\noutcome_date: 2026-03-20\n"),
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
