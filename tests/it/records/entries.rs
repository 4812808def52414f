//! Entries added, changed and removed, in every style of `followups:`.

use journal::unstable::Record;

use super::{JANE, assert_changes, assert_file_change, edited, file_with};

#[test]
fn records_are_written_as_they_are_read() {
    for text in ["done 2026-03-03", "skipped 2026-03-03", "snoozed until 2026-03-10"] {
        assert_eq!(Record::parse(text).unwrap().to_string(), text);
    }
}

#[test]
fn the_first_record_brings_its_map() {
    const ADD: &str = "thank-you/jane-doe: done 2026-03-03";
    const LINES: &str = "followups:\n  thank-you/jane-doe: done 2026-03-03\n";
    #[rustfmt::skip]
    assert_changes(ADD, &[
        // the lines before, the lines after
        ("",
         LINES),
        ("role: Dev # c\n\n# end\n",
         &format!("role: Dev # c\n\n# end\n{LINES}")),
        ("notes: |+\n  kept\n\n",
         &format!("notes: |+\n  kept\n\n{LINES}")),
        ("tags:\n- a\n- b\n",
         &format!("tags:\n- a\n- b\n{LINES}")),
        ("followups:\n",
         LINES),
        ("followups:  # below\n# next\nrole: Dev\n",
         "followups:  # below\n  thank-you/jane-doe: done 2026-03-03\n# next\nrole: Dev\n"),
        ("\"Followups\" :\n",
         "\"Followups\" :\n  thank-you/jane-doe: done 2026-03-03\n"),
        ("followups: &f # c\n",
         "followups: &f # c\n  thank-you/jane-doe: done 2026-03-03\n"),
        ("followups: ~\n",
         "followups: {thank-you/jane-doe: done 2026-03-03}\n"),
        ("followups: null  # c\n",
         "followups: {thank-you/jane-doe: done 2026-03-03}  # c\n"),
        ("followups: {}\t# c\n",
         "followups: {thank-you/jane-doe: done 2026-03-03}\t# c\n"),
        ("followups: {\n}\n",
         "followups: {thank-you/jane-doe: done 2026-03-03\n}\n"),
        ("followups:\n  ~\n",
         "followups:\n  {thank-you/jane-doe: done 2026-03-03}\n"),
    ]);
}

#[test]
fn a_new_entry_stands_among_the_others_in_the_order_of_ids() {
    let map = "followups:\n  connect/kim: done 2026-03-03\n  thank-you/jane: done 2026-03-04 # c\n";
    #[rustfmt::skip]
    assert_changes("acceptance: done 2026-03-05", &[
        // the lines before, the lines after
        (map,
         "followups:\n  acceptance: done 2026-03-05\n  connect/kim: done 2026-03-03\n  thank-you/jane: done 2026-03-04 # c\n"),
    ]);
    #[rustfmt::skip]
    assert_changes("connect/kim-2: skipped 2026-03-05", &[
        // the lines before, the lines after
        (map,
         "followups:\n  connect/kim: done 2026-03-03\n  connect/kim-2: skipped 2026-03-05\n  thank-you/jane: done 2026-03-04 # c\n"),
    ]);
    #[rustfmt::skip]
    assert_changes("value-add/jane: snoozed until 2026-03-05", &[
        // the lines before, the lines after
        (map,
         "followups:\n  connect/kim: done 2026-03-03\n  thank-you/jane: done 2026-03-04 # c\n  value-add/jane: snoozed until 2026-03-05\n"),
    ]);
    // In an order of the user's own: before the first that is greater.
    #[rustfmt::skip]
    assert_changes("b: done 2026-03-03", &[
        // the lines before, the lines after
        ("followups:\n  c: done 2026-03-03\n  a: done 2026-03-03\n",
         "followups:\n  b: done 2026-03-03\n  c: done 2026-03-03\n  a: done 2026-03-03\n"),
        // Comments right above an entry are its own; what a blank line parts from it stays where it is.
        ("followups:\n  a: done 2026-03-03\n\n  # of c\n# too\n  c: done 2026-03-03\n  # end\n\nrole: Dev\n",
         "followups:\n  a: done 2026-03-03\n\n  b: done 2026-03-03\n  # of c\n# too\n  c: done 2026-03-03\n  # end\n\nrole: Dev\n"),
        ("followups:\n  a: done 2026-03-03\n  # end\n\nrole: Dev\n",
         "followups:\n  a: done 2026-03-03\n  b: done 2026-03-03\n  # end\n\nrole: Dev\n"),
        // Any indent, any value before it.
        ("followups: # c\n      a: \"done\n        2026-03-03\" # d\n\nrole: Dev\n",
         "followups: # c\n      a: \"done\n        2026-03-03\" # d\n      b: done 2026-03-03\n\nrole: Dev\n"),
        ("followups:\n a: >\n  done\n  2026-03-03\n c: [x]\n",
         "followups:\n a: >\n  done\n  2026-03-03\n b: done 2026-03-03\n c: [x]\n"),
        ("followups:\n a: |\n   - x\n   # no comment\n # of c\n c:\n",
         "followups:\n a: |\n   - x\n   # no comment\n b: done 2026-03-03\n # of c\n c:\n"),
        ("followups:\n  a:\n    - x\n\n    - y\nrole: Dev\n",
         "followups:\n  a:\n    - x\n\n    - y\n  b: done 2026-03-03\nrole: Dev\n"),
        ("followups: &f !!map\n  'a': &x done 2026-03-03\n  c: ~\n",
         "followups: &f !!map\n  'a': &x done 2026-03-03\n  b: done 2026-03-03\n  c: ~\n"),
    ]);
}

#[test]
fn a_changed_entry_keeps_all_but_its_value() {
    const CHANGE: &str = "thank-you/jane-doe: done 2026-03-09";
    let unclear = "followups:\n  thank-you/jane-doe: yes, on Monday  # c\n";
    #[rustfmt::skip]
    assert_changes(CHANGE, &[
        // the lines before, the lines after
        ("followups:\n  # a\n  thank-you/jane-doe:  snoozed until 2026-03-09\t# b\n  x: y\n",
         "followups:\n  # a\n  thank-you/jane-doe:  done 2026-03-09\t# b\n  x: y\n"),
        (unclear,
         "followups:\n  thank-you/jane-doe: done 2026-03-09  # c\n"),
        ("followups:\n  \"thank-you/jane-doe\" : \"done 2026-03-03\" # c\n",
         "followups:\n  \"thank-you/jane-doe\" : \"done 2026-03-09\" # c\n"),
        ("followups:\n  'thank-you/jane-doe':    'it''s done'\n",
         "followups:\n  'thank-you/jane-doe':    'done 2026-03-09'\n"),
        ("followups:\n  \" thank-you/jane-doe\\u200b\": \"\"\n",
         "followups:\n  \" thank-you/jane-doe\\u200b\": \"done 2026-03-09\"\n"),
        ("followups:\n  thank-you/jane-doe: &x !!str skipped 2026-03-03\n",
         "followups:\n  thank-you/jane-doe: &x !!str done 2026-03-09\n"),
        ("followups:\n  thank-you/jane-doe:\n    skipped 2026-03-03\n",
         "followups:\n  thank-you/jane-doe:\n    done 2026-03-09\n"),
        ("followups:\n  thank-you/jane-doe: |  # c\n    skipped 2026-03-03\n\n",
         "followups:\n  thank-you/jane-doe: |  # c\n    done 2026-03-09\n\n"),
        // No value yet.
        ("followups:\n  thank-you/jane-doe:\n",
         "followups:\n  thank-you/jane-doe: done 2026-03-09\n"),
        ("followups:\n  thank-you/jane-doe :   # c\n  x: y\n",
         "followups:\n  thank-you/jane-doe : done 2026-03-09   # c\n  x: y\n"),
        ("followups:\n  thank-you/jane-doe: ~ # c\n",
         "followups:\n  thank-you/jane-doe: done 2026-03-09 # c\n"),
        ("followups:\n  thank-you/jane-doe: &x\n",
         "followups:\n  thank-you/jane-doe: &x done 2026-03-09\n"),
    ]);
}

#[test]
fn a_removed_entry_takes_its_line_along_and_nothing_else() {
    #[rustfmt::skip]
    assert_changes(JANE, &[
        // the lines before, the lines after
        ("followups:\n  thank-you/jane-doe: done 2026-03-03 # c\nrole: Dev\n",
         "followups:\nrole: Dev\n"),
        ("followups: &f # a\n  x: y\n\n  # b\n  'thank-you/jane-doe': 'done 2026-03-03'\n\n  z: y\n",
         "followups: &f # a\n  x: y\n\n  # b\n\n  z: y\n"),
        ("followups:\n  thank-you/jane-doe:\n  x: y\n",
         "followups:\n  x: y\n"),
        ("followups:\n  thank-you/jane-doe: [x] # c\n",
         "followups:\n"),
    ]);
}

#[test]
fn a_flow_map_changes_in_its_line() {
    const ADD: &str = "b: done 2026-03-03";
    #[rustfmt::skip]
    assert_changes(ADD, &[
        // the lines before, the lines after
        ("followups: {a: x}\n",
         "followups: {a: x, b: done 2026-03-03}\n"),
        ("followups: {c: x}\n",
         "followups: {b: done 2026-03-03, c: x}\n"),
        ("followups: { a: x, c: x, } # c\n",
         "followups: { a: x, b: done 2026-03-03, c: x, } # c\n"),
        ("followups: { a: x, }\n",
         "followups: { a: x, b: done 2026-03-03, }\n"),
        ("followups: &f {a: [x, {y: z}]}\n",
         "followups: &f {a: [x, {y: z}], b: done 2026-03-03}\n"),
        ("followups: {a}\n",
         "followups: {a, b: done 2026-03-03}\n"),
        ("followups: {\"a\":}\n",
         "followups: {\"a\": , b: done 2026-03-03}\n"),
        ("followups: {a: &x }\n",
         "followups: {a: &x, b: done 2026-03-03 }\n"),
        ("followups: {\n  a: x, # c\n  # d\n  c: x # e\n}\n",
         "followups: {\n  a: x, # c\n  # d\n  b: done 2026-03-03, c: x # e\n}\n"),
        ("followups:\n  { a: x # e\n  }\n",
         "followups:\n  { a: x, b: done 2026-03-03 # e\n  }\n"),
        // Changed.
        ("followups: {b: \"x\", c: x}\n",
         "followups: {b: \"done 2026-03-03\", c: x}\n"),
        ("followups: {\"b\":'x'}\n",
         "followups: {\"b\":'done 2026-03-03'}\n"),
        ("followups: {a: , b, c: x}\n",
         "followups: {a: , b: done 2026-03-03, c: x}\n"),
        ("followups: {a: x, b: , c: x}\n",
         "followups: {a: x, b: done 2026-03-03 , c: x}\n"),
        ("followups: {\n  a: x,\n  b: x, # c\n}\n",
         "followups: {\n  a: x,\n  b: done 2026-03-03, # c\n}\n"),
    ]);
    // Removed.
    #[rustfmt::skip]
    let cases = [
        // the change | the lines before | the lines after
        ("b", "followups: {\n  a: x, b: x,\n  c: x\n}\n",      "followups: {\n  a: x,\n  c: x\n}\n"),
        ("a", "followups: {a: x, # c\n  b: x}\n",              "followups: { # c\n  b: x}\n"),
        ("a", "followups: {a: x}\n",                           "followups: {}\n"),
        ("a", "followups: { a: x, }\n",                        "followups: { }\n"),
        ("a", "followups: {a: x, b: x,  c: x}\n",              "followups: {b: x,  c: x}\n"),
        ("b", "followups: {a: x, b: x,  c: x}\n",              "followups: {a: x, c: x}\n"),
        ("c", "followups: {a: x, b: x,  c: x }\n",             "followups: {a: x, b: x }\n"),
        ("b", "followups: {a: x, b: x, }\n",                   "followups: {a: x, }\n"),
        ("b", "followups: {a: x, b}\n",                        "followups: {a: x}\n"),
        ("a", "followups: {\n  a: x, # c\n  b: x\n}\n",        "followups: {\n  b: x\n}\n"),
        ("b", "followups: {\n  a: x, # c\n  b: x # d\n}\n",    "followups: {\n  a: x, # c\n}\n"),
        ("b", "followups: {\n  a: x\n  , b: x\n  , c: x\n}\n", "followups: {\n  a: x\n  , c: x\n}\n"),
        ("b", "followups: {\n  a: x, b: x, # c\n  c: x\n}\n",  "followups: {\n  a: x, # c\n  c: x\n}\n"),
    ];
    for (change, before, after) in cases {
        assert_changes(change, &[(before, after)]);
    }
}

#[test]
fn a_front_matter_in_braces_is_changed_there() {
    let add = "b: done 2026-03-03";
    #[rustfmt::skip]
    let cases = [
        // the lines before, the lines after
        ("{company: A, date: 2026-03-02}",
         "{company: A, date: 2026-03-02, followups: {b: done 2026-03-03}}"),
        ("# c\n{\n  company: A,\n  date: 2026-03-02, # c\n}",
         "# c\n{\n  company: A,\n  date: 2026-03-02, followups: {b: done 2026-03-03}, # c\n}"),
        ("{company: A, followups: , date: 2026-03-02}",
         "{company: A, followups: {b: done 2026-03-03} , date: 2026-03-02}"),
        ("{company: A, date: 2026-03-02, followups}",
         "{company: A, date: 2026-03-02, followups: {b: done 2026-03-03}}"),
        ("{\"company\":\"A\",\"date\":\"2026-03-02\",\"followups\":{\"a\":\"x\"}}",
         "{\"company\":\"A\",\"date\":\"2026-03-02\",\"followups\":{\"a\":\"x\", b: done 2026-03-03}}"),
    ];
    for (before, after) in cases {
        assert_file_change(&format!("---\n{before}\n---\n"), add, &format!("---\n{after}\n---\n"));
    }
}

#[test]
fn the_file_around_it_stays_as_it_is() {
    let add = "b: done 2026-03-03";
    #[rustfmt::skip]
    let cases = [
        // the lines before, the lines after
        // Line ends: those of the neighbouring line.
        ("---\r\ncompany: A\r\ndate: 2026-03-02\r\n---\r\nx\n",
         "---\r\ncompany: A\r\ndate: 2026-03-02\r\nfollowups:\r\n  b: done 2026-03-03\r\n---\r\nx\n"),
        ("---\r\ncompany: A\r\ndate: 2026-03-02\r\nfollowups:\r\n  a: x # c\r\n\r\n---\r\n",
         "---\r\ncompany: A\r\ndate: 2026-03-02\r\nfollowups:\r\n  a: x # c\r\n  b: done 2026-03-03\r\n\r\n---\r\n"),
        ("---\ncompany: A\ndate: 2026-03-02\nfollowups:\r\n---\r\n",
         "---\ncompany: A\ndate: 2026-03-02\nfollowups:\r\n  b: done 2026-03-03\r\n---\r\n"),
        ("---\r\ncompany: A\r\ndate: 2026-03-02\r\nfollowups: {\r\n  a: x,\r\n}\r\n---\r\n",
         "---\r\ncompany: A\r\ndate: 2026-03-02\r\nfollowups: {\r\n  a: x, b: done 2026-03-03,\r\n}\r\n---\r\n"),
        // Fences, marks, blank lines, the file's end.
        ("\u{feff}---\ncompany: A\ndate: 2026-03-02\n---",
         "\u{feff}---\ncompany: A\ndate: 2026-03-02\nfollowups:\n  b: done 2026-03-03\n---"),
        ("\n \r\n--- \t\n\n  company: A\n\n  date: 2026-03-02\t# c\n...  \n---\nx: y\n---\n",
         "\n \r\n--- \t\n\n  company: A\n\n  date: 2026-03-02\t# c\n  followups:\n    b: done 2026-03-03\n...  \n---\nx: y\n---\n"),
        ("---\n# é 👩\u{200d}💻 e\u{301} \u{2028}\ncompany: \"É \u{2028}\"\ndate: 2026-03-02\nfollowups: # 👩\n  é: x\n---\n\u{2028}",
         "---\n# é 👩\u{200d}💻 e\u{301} \u{2028}\ncompany: \"É \u{2028}\"\ndate: 2026-03-02\nfollowups: # 👩\n  b: done 2026-03-03\n  é: x\n---\n\u{2028}"),
    ];
    for (before, after) in cases {
        assert_file_change(before, add, after);
    }
}

#[test]
fn odd_ids_are_quoted() {
    #[rustfmt::skip]
    let cases = [
        // the change | the lines before | the lines after
        ("thank-you/???: done 2026-03-03",  "followups: {}\n", "followups: {\"thank-you/???\": done 2026-03-03}\n"),
        ("a,b[c]{d}: done 2026-03-03",      "followups: {}\n", "followups: {\"a,b[c]{d}\": done 2026-03-03}\n"),
        ("no: done 2026-03-03",             "followups:\n",    "followups:\n  \"no\": done 2026-03-03\n"),
        ("2026-03-02: done 2026-03-03",     "followups:\n",    "followups:\n  \"2026-03-02\": done 2026-03-03\n"),
        ("a \"b\" \\ # é: done 2026-03-03", "followups:\n",    "followups:\n  \"a \\\"b\\\" \\\\ # é\": done 2026-03-03\n"),
        ("---: done 2026-03-03",            "followups:\n",    "followups:\n  \"---\": done 2026-03-03\n"),
    ];
    for (change, before, after) in cases {
        assert_changes(change, &[(before, after)]);
    }
}

#[test]
fn a_note_that_says_so_already_stays() {
    #[rustfmt::skip]
    let cases = [
        // the lines | the change that they hold already
        ("followups:\n  thank-you/jane-doe: Done   2026-03-03\n",
         "thank-you/jane-doe: done 2026-03-03"),
        ("followups: {\"thank-you/jane-doe\": [x,\n  y]\n }\n",
         "other"),
        ("followups: {x: y}\n",
         JANE),
        ("followups:\n",
         JANE),
        ("",
         JANE),
    ];
    for (lines, change) in cases {
        let text = file_with(lines);
        assert_eq!(edited(&text, change).as_deref(), Ok(&*text), "{change} in\n{text}");
    }
}

#[test]
fn a_note_without_front_matter_gets_one_for_its_records_and_loses_it_with_the_last() {
    let rows = [
        ("# Acme\n\nDate: 2026-03-02\n", "---\n{}---\n# Acme\n\nDate: 2026-03-02\n"),
        ("\n# Acme\r\n", "---\r\n{}---\r\n\n# Acme\r\n"),
        ("\u{feff}Company: Acme", "\u{feff}---\n{}---\nCompany: Acme"),
    ];
    for (before, after) in rows {
        let end = if before.contains('\r') { "\r\n" } else { "\n" };
        let with = |lines: &str| after.replace("{}", &lines.replace('\n', end));
        let one = with("followups:\n  thank-you/jane-doe: done 2026-03-03\n");
        let both =
            with("followups:\n  connect: done 2026-03-04\n  thank-you/jane-doe: done 2026-03-03\n");
        assert_eq!(edited(before, "thank-you/jane-doe: done 2026-03-03").as_deref(), Ok(&*one));
        assert_eq!(edited(&one, "connect: done 2026-03-04").as_deref(), Ok(&*both));
        assert_eq!(edited(&both, "connect").as_deref(), Ok(&*one));
        assert_eq!(edited(&one, JANE).as_deref(), Ok(before));
        assert_eq!(edited(before, JANE).as_deref(), Ok(before));
    }
}
