//! Notes that are too unclear to edit: they are left to the user, with the reason.

use super::{JANE, edited, file_with};

/// Asserts that notes are left alone, with these reasons.
#[track_caller]
fn assert_refusals(cases: &[(&str, &str, &str)]) {
    for (text, change, why) in cases {
        let refusal = edited(&file_with(text), change).map_err(|refusal| refusal.why);
        assert_eq!(refusal, Err(*why), "{change} in\n{text}");
    }
}

#[test]
fn an_unclear_note_is_left_to_the_user() {
    const CHANGE: &str = "thank-you/jane-doe: done 2026-03-09";
    #[rustfmt::skip]
    assert_refusals(&[
        // the lines of `followups:` | the change | the reason
        ("followups: [x]\n",                                    CHANGE,               "`followups` is not a map"),
        ("followups: done\n",                                   JANE,                 "`followups` is not a map"),
        ("followups: *x\n",                                     CHANGE,               "`followups` is not a map"),
        ("followups:\nFollowups:\n",                            CHANGE,               "`followups` appears twice"),
        ("<<: *x\n",                                            CHANGE,               "`followups` may be merged in (`<<`)"),
        ("<<: *x\n",                                            JANE,                 "`followups` may be merged in (`<<`)"),
        ("followups:\n  <<: *x\n",                              JANE,                 "`followups` has a merge key (`<<`)"),
        ("followups: !!str\n",                                  CHANGE,               "`followups` has a tag (`!…`)"),
        ("followups: &f\n  a: x\nmine: *f\n",                   CHANGE,               "an alias may stand for a part of `followups`"),
        ("followups: {thank-you/jane-doe: &x done 2026-03-03}\nmine: [{x: *x}]\n",
                                                                JANE,                 "an alias may stand for a part of `followups`"),
        ("followups:\n  thank-you/jane-doe: x\n  \"thank-you/jane-doe \": y\n",
                                                                CHANGE,               "the record appears twice"),
        ("followups:\n  thank-you/jane-doe: [x]\n",             CHANGE,               "the value is not text"),
        ("followups:\n  thank-you/jane-doe: *x\n",              CHANGE,               "the value is not text"),
        ("followups:\n  thank-you/jane-doe: done\n    x\n",     CHANGE,               "the value has several lines"),
        ("followups:\n  thank-you/jane-doe: >\n    a\n    b\n", CHANGE,               "the value has several lines"),
        ("followups:\n  thank-you/jane-doe: done\n    x\n",     JANE,                 "the record has several lines"),
        ("followups:\n  thank-you/jane-doe:\n    x\n",          JANE,                 "the record has several lines"),
        ("followups:\n  thank-you/jane-doe: !t x\n",            JANE,                 "the record shares its line"),
        ("followups: {thank-you/jane-doe: done\n    x}\n",      JANE,                 "the record has several lines"),
        ("followups:\n  ? a\n  : b\n",                          CHANGE,               "a key has something before it"),
        ("? followups\n: a: b\n",                               "a",                  "a key has something before it"),
        ("followups: {&k x: y}\n",                              CHANGE,               "a key of `followups` has something before it"),
        ("followups:\n  a: |+\n    kept\n\nrole: Dev\n",        "b: done 2026-03-03", "no one-line edit would do"),
        ("role: Dev\r",                                         CHANGE,               "a line of the front matter ends with a lone carriage return"),
        ("--- # next\n",                                       CHANGE,               "the front matter can't be read"),
    ]);
    let files = [
        // the file | the reason
        ("", "the note has no front matter"),
        ("---\ncompany: A\n", "the front matter is not closed"),
        ("\u{feff}\n", "the note has no front matter"),
        ("---\n- x\n---\n", "the front matter can't be read"),
        ("---\n{}\n---\n", "the front matter is empty"),
    ];
    for (text, why) in files {
        assert_eq!(edited(text, CHANGE).map_err(|refusal| refusal.why), Err(why), "{text}");
    }
}

#[test]
fn a_refusal_says_what_to_do_by_hand() {
    let text = file_with("followups: [x]\n");
    let cases = [
        // the change | the message
        (
            "thank-you/jane-doe: done 2026-03-09",
            "`followups` is not a map: write `thank-you/jane-doe: done 2026-03-09` under `followups:` by hand",
        ),
        (JANE, "`followups` is not a map: remove `thank-you/jane-doe` from `followups:` by hand"),
    ];
    for (change, message) in cases {
        assert_eq!(edited(&text, change).unwrap_err().to_string(), message);
    }
}
