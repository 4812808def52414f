//! Records written into notes: one entry of `followups:` changes, and all else stays as it was, byte for byte.

use std::path::Path;
use std::process::Command;

use journal::unstable::{NotEditable, recorded};
use journal::unstable::{Parsed, Record, parse};

use crate::support::Folder;

const JANE: &str = "thank-you/jane-doe";

/// Sets `id: record`, or removes the id's record where none is given.
fn edited(text: &str, change: &str) -> Result<String, NotEditable> {
    match change.split_once(": ") {
        Some((id, record)) => recorded(text, id, Some(Record::parse(record).unwrap())),
        None => recorded(text, change, None),
    }
}

/// A note with these lines in its front matter.
fn note(lines: &str) -> String {
    format!("---\ncompany: Acme\ndate: 2026-03-02\n{lines}---\n\nfollowups: none of them\n---\n")
}

/// Checks changes of front matters: what stands there, the change, and what then has to stand there.
#[track_caller]
fn check(cases: &[(&str, &str, &str)]) {
    for (before, change, after) in cases {
        check_file(&note(before), change, &note(after));
    }
}

#[track_caller]
fn check_file(before: &str, change: &str, after: &str) {
    let edited = edited(before, change);
    assert_eq!(edited.as_deref(), Ok(after), "{change} in\n{before}");
    let (id, record) = change.split_once(": ").unwrap_or((change, ""));
    let Parsed::Note(note) = parse("a.md", after, &mut Vec::new()) else { panic!("{after}") };
    assert_eq!(note.records.get(id).copied(), Record::parse(record), "{after}");
}

/// Checks that notes are left alone, and why.
#[track_caller]
fn check_refusals(cases: &[(&str, &str, &str)]) {
    for (text, change, why) in cases {
        let refusal = edited(&note(text), change).map_err(|refusal| refusal.why);
        assert_eq!(refusal, Err(*why), "{change} in\n{text}");
    }
}

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
    check(&[
        ("", ADD, LINES),
        ("role: Dev # c\n\n# end\n", ADD, &format!("role: Dev # c\n\n# end\n{LINES}")),
        ("notes: |+\n  kept\n\n", ADD, &format!("notes: |+\n  kept\n\n{LINES}")),
        ("tags:\n- a\n- b\n", ADD, &format!("tags:\n- a\n- b\n{LINES}")),
        ("followups:\n", ADD, LINES),
        (
            "followups:  # below\n# next\nrole: Dev\n",
            ADD,
            "followups:  # below\n  thank-you/jane-doe: done 2026-03-03\n# next\nrole: Dev\n",
        ),
        ("\"Followups\" :\n", ADD, "\"Followups\" :\n  thank-you/jane-doe: done 2026-03-03\n"),
        ("followups: &f # c\n", ADD, "followups: &f # c\n  thank-you/jane-doe: done 2026-03-03\n"),
        ("followups: ~\n", ADD, "followups: {thank-you/jane-doe: done 2026-03-03}\n"),
        ("followups: null  # c\n", ADD, "followups: {thank-you/jane-doe: done 2026-03-03}  # c\n"),
        ("followups: {}\t# c\n", ADD, "followups: {thank-you/jane-doe: done 2026-03-03}\t# c\n"),
        ("followups: {\n}\n", ADD, "followups: {thank-you/jane-doe: done 2026-03-03\n}\n"),
        ("followups:\n  ~\n", ADD, "followups:\n  {thank-you/jane-doe: done 2026-03-03}\n"),
    ]);
}

#[test]
fn a_new_entry_stands_among_the_others_in_the_order_of_ids() {
    let map = "followups:\n  connect/kim: done 2026-03-03\n  thank-you/jane: done 2026-03-04 # c\n";
    check(&[
        (
            map,
            "acceptance: done 2026-03-05",
            "followups:\n  acceptance: done 2026-03-05\n  connect/kim: done 2026-03-03\n  thank-you/jane: done 2026-03-04 # c\n",
        ),
        (
            map,
            "connect/kim-2: skipped 2026-03-05",
            "followups:\n  connect/kim: done 2026-03-03\n  connect/kim-2: skipped 2026-03-05\n  thank-you/jane: done 2026-03-04 # c\n",
        ),
        (
            map,
            "value-add/jane: snoozed until 2026-03-05",
            "followups:\n  connect/kim: done 2026-03-03\n  thank-you/jane: done 2026-03-04 # c\n  value-add/jane: snoozed until 2026-03-05\n",
        ),
        // In an order of the user's own: before the first that is greater.
        (
            "followups:\n  c: done 2026-03-03\n  a: done 2026-03-03\n",
            "b: done 2026-03-03",
            "followups:\n  b: done 2026-03-03\n  c: done 2026-03-03\n  a: done 2026-03-03\n",
        ),
        // Comments right above an entry are its own; what a blank line parts from it stays where it is.
        (
            "followups:\n  a: done 2026-03-03\n\n  # of c\n# too\n  c: done 2026-03-03\n  # end\n\nrole: Dev\n",
            "b: done 2026-03-03",
            "followups:\n  a: done 2026-03-03\n\n  b: done 2026-03-03\n  # of c\n# too\n  c: done 2026-03-03\n  # end\n\nrole: Dev\n",
        ),
        (
            "followups:\n  a: done 2026-03-03\n  # end\n\nrole: Dev\n",
            "b: done 2026-03-03",
            "followups:\n  a: done 2026-03-03\n  b: done 2026-03-03\n  # end\n\nrole: Dev\n",
        ),
        // Any indent, any value before it.
        (
            "followups: # c\n      a: \"done\n        2026-03-03\" # d\n\nrole: Dev\n",
            "b: done 2026-03-03",
            "followups: # c\n      a: \"done\n        2026-03-03\" # d\n      b: done 2026-03-03\n\nrole: Dev\n",
        ),
        (
            "followups:\n a: >\n  done\n  2026-03-03\n c: [x]\n",
            "b: done 2026-03-03",
            "followups:\n a: >\n  done\n  2026-03-03\n b: done 2026-03-03\n c: [x]\n",
        ),
        (
            "followups:\n a: |\n   - x\n   # no comment\n # of c\n c:\n",
            "b: done 2026-03-03",
            "followups:\n a: |\n   - x\n   # no comment\n b: done 2026-03-03\n # of c\n c:\n",
        ),
        (
            "followups:\n  a:\n    - x\n\n    - y\nrole: Dev\n",
            "b: done 2026-03-03",
            "followups:\n  a:\n    - x\n\n    - y\n  b: done 2026-03-03\nrole: Dev\n",
        ),
        (
            "followups: &f !!map\n  'a': &x done 2026-03-03\n  c: ~\n",
            "b: done 2026-03-03",
            "followups: &f !!map\n  'a': &x done 2026-03-03\n  b: done 2026-03-03\n  c: ~\n",
        ),
    ]);
}

#[test]
fn a_changed_entry_keeps_all_but_its_value() {
    const CHANGE: &str = "thank-you/jane-doe: done 2026-03-09";
    let unclear = "followups:\n  thank-you/jane-doe: yes, on Monday  # c\n";
    check(&[
        (
            "followups:\n  # a\n  thank-you/jane-doe:  snoozed until 2026-03-09\t# b\n  x: y\n",
            CHANGE,
            "followups:\n  # a\n  thank-you/jane-doe:  done 2026-03-09\t# b\n  x: y\n",
        ),
        (unclear, CHANGE, "followups:\n  thank-you/jane-doe: done 2026-03-09  # c\n"),
        (
            "followups:\n  \"thank-you/jane-doe\" : \"done 2026-03-03\" # c\n",
            CHANGE,
            "followups:\n  \"thank-you/jane-doe\" : \"done 2026-03-09\" # c\n",
        ),
        (
            "followups:\n  'thank-you/jane-doe':    'it''s done'\n",
            CHANGE,
            "followups:\n  'thank-you/jane-doe':    'done 2026-03-09'\n",
        ),
        (
            "followups:\n  \" thank-you/jane-doe\\u200b\": \"\"\n",
            CHANGE,
            "followups:\n  \" thank-you/jane-doe\\u200b\": \"done 2026-03-09\"\n",
        ),
        (
            "followups:\n  thank-you/jane-doe: &x !!str skipped 2026-03-03\n",
            CHANGE,
            "followups:\n  thank-you/jane-doe: &x !!str done 2026-03-09\n",
        ),
        (
            "followups:\n  thank-you/jane-doe:\n    skipped 2026-03-03\n",
            CHANGE,
            "followups:\n  thank-you/jane-doe:\n    done 2026-03-09\n",
        ),
        (
            "followups:\n  thank-you/jane-doe: |  # c\n    skipped 2026-03-03\n\n",
            CHANGE,
            "followups:\n  thank-you/jane-doe: |  # c\n    done 2026-03-09\n\n",
        ),
        // No value yet.
        (
            "followups:\n  thank-you/jane-doe:\n",
            CHANGE,
            "followups:\n  thank-you/jane-doe: done 2026-03-09\n",
        ),
        (
            "followups:\n  thank-you/jane-doe :   # c\n  x: y\n",
            CHANGE,
            "followups:\n  thank-you/jane-doe : done 2026-03-09   # c\n  x: y\n",
        ),
        (
            "followups:\n  thank-you/jane-doe: ~ # c\n",
            CHANGE,
            "followups:\n  thank-you/jane-doe: done 2026-03-09 # c\n",
        ),
        (
            "followups:\n  thank-you/jane-doe: &x\n",
            CHANGE,
            "followups:\n  thank-you/jane-doe: &x done 2026-03-09\n",
        ),
    ]);
}

#[test]
fn a_removed_entry_takes_its_line_along_and_nothing_else() {
    check(&[
        (
            "followups:\n  thank-you/jane-doe: done 2026-03-03 # c\nrole: Dev\n",
            JANE,
            "followups:\nrole: Dev\n",
        ),
        (
            "followups: &f # a\n  x: y\n\n  # b\n  'thank-you/jane-doe': 'done 2026-03-03'\n\n  z: y\n",
            JANE,
            "followups: &f # a\n  x: y\n\n  # b\n\n  z: y\n",
        ),
        ("followups:\n  thank-you/jane-doe:\n  x: y\n", JANE, "followups:\n  x: y\n"),
        ("followups:\n  thank-you/jane-doe: [x] # c\n", JANE, "followups:\n"),
    ]);
}

#[test]
fn a_flow_map_changes_in_its_line() {
    const ADD: &str = "b: done 2026-03-03";
    check(&[
        ("followups: {a: x}\n", ADD, "followups: {a: x, b: done 2026-03-03}\n"),
        ("followups: {c: x}\n", ADD, "followups: {b: done 2026-03-03, c: x}\n"),
        (
            "followups: { a: x, c: x, } # c\n",
            ADD,
            "followups: { a: x, b: done 2026-03-03, c: x, } # c\n",
        ),
        ("followups: { a: x, }\n", ADD, "followups: { a: x, b: done 2026-03-03, }\n"),
        (
            "followups: &f {a: [x, {y: z}]}\n",
            ADD,
            "followups: &f {a: [x, {y: z}], b: done 2026-03-03}\n",
        ),
        ("followups: {a}\n", ADD, "followups: {a, b: done 2026-03-03}\n"),
        ("followups: {\"a\":}\n", ADD, "followups: {\"a\": , b: done 2026-03-03}\n"),
        ("followups: {a: &x }\n", ADD, "followups: {a: &x, b: done 2026-03-03 }\n"),
        (
            "followups: {\n  a: x, # c\n  # d\n  c: x # e\n}\n",
            ADD,
            "followups: {\n  a: x, # c\n  # d\n  b: done 2026-03-03, c: x # e\n}\n",
        ),
        (
            "followups:\n  { a: x # e\n  }\n",
            ADD,
            "followups:\n  { a: x, b: done 2026-03-03 # e\n  }\n",
        ),
        // Changed.
        ("followups: {b: \"x\", c: x}\n", ADD, "followups: {b: \"done 2026-03-03\", c: x}\n"),
        ("followups: {\"b\":'x'}\n", ADD, "followups: {\"b\":'done 2026-03-03'}\n"),
        ("followups: {a: , b, c: x}\n", ADD, "followups: {a: , b: done 2026-03-03, c: x}\n"),
        ("followups: {a: x, b: , c: x}\n", ADD, "followups: {a: x, b: done 2026-03-03 , c: x}\n"),
        (
            "followups: {\n  a: x,\n  b: x, # c\n}\n",
            ADD,
            "followups: {\n  a: x,\n  b: done 2026-03-03, # c\n}\n",
        ),
        // Removed.
        ("followups: {\n  a: x, b: x,\n  c: x\n}\n", "b", "followups: {\n  a: x,\n  c: x\n}\n"),
        ("followups: {a: x, # c\n  b: x}\n", "a", "followups: { # c\n  b: x}\n"),
        ("followups: {a: x}\n", "a", "followups: {}\n"),
        ("followups: { a: x, }\n", "a", "followups: { }\n"),
        ("followups: {a: x, b: x,  c: x}\n", "a", "followups: {b: x,  c: x}\n"),
        ("followups: {a: x, b: x,  c: x}\n", "b", "followups: {a: x, c: x}\n"),
        ("followups: {a: x, b: x,  c: x }\n", "c", "followups: {a: x, b: x }\n"),
        ("followups: {a: x, b: x, }\n", "b", "followups: {a: x, }\n"),
        ("followups: {a: x, b}\n", "b", "followups: {a: x}\n"),
        ("followups: {\n  a: x, # c\n  b: x\n}\n", "a", "followups: {\n  b: x\n}\n"),
        ("followups: {\n  a: x, # c\n  b: x # d\n}\n", "b", "followups: {\n  a: x, # c\n}\n"),
        (
            "followups: {\n  a: x\n  , b: x\n  , c: x\n}\n",
            "b",
            "followups: {\n  a: x\n  , c: x\n}\n",
        ),
        (
            "followups: {\n  a: x, b: x, # c\n  c: x\n}\n",
            "b",
            "followups: {\n  a: x, # c\n  c: x\n}\n",
        ),
    ]);
}

#[test]
fn a_front_matter_in_braces_is_changed_there() {
    let add = "b: done 2026-03-03";
    let cases = [
        (
            "{company: A, date: 2026-03-02}",
            "{company: A, date: 2026-03-02, followups: {b: done 2026-03-03}}",
        ),
        (
            "# c\n{\n  company: A,\n  date: 2026-03-02, # c\n}",
            "# c\n{\n  company: A,\n  date: 2026-03-02, followups: {b: done 2026-03-03}, # c\n}",
        ),
        (
            "{company: A, followups: , date: 2026-03-02}",
            "{company: A, followups: {b: done 2026-03-03} , date: 2026-03-02}",
        ),
        (
            "{company: A, date: 2026-03-02, followups}",
            "{company: A, date: 2026-03-02, followups: {b: done 2026-03-03}}",
        ),
        (
            "{\"company\":\"A\",\"date\":\"2026-03-02\",\"followups\":{\"a\":\"x\"}}",
            "{\"company\":\"A\",\"date\":\"2026-03-02\",\"followups\":{\"a\":\"x\", b: done 2026-03-03}}",
        ),
    ];
    for (before, after) in cases {
        check_file(&format!("---\n{before}\n---\n"), add, &format!("---\n{after}\n---\n"));
    }
}

#[test]
fn the_file_around_it_stays_as_it_is() {
    let add = "b: done 2026-03-03";
    let cases = [
        // Line ends: those of the neighbouring line.
        (
            "---\r\ncompany: A\r\ndate: 2026-03-02\r\n---\r\nx\n",
            "---\r\ncompany: A\r\ndate: 2026-03-02\r\nfollowups:\r\n  b: done 2026-03-03\r\n---\r\nx\n",
        ),
        (
            "---\r\ncompany: A\r\ndate: 2026-03-02\r\nfollowups:\r\n  a: x # c\r\n\r\n---\r\n",
            "---\r\ncompany: A\r\ndate: 2026-03-02\r\nfollowups:\r\n  a: x # c\r\n  b: done 2026-03-03\r\n\r\n---\r\n",
        ),
        (
            "---\ncompany: A\ndate: 2026-03-02\nfollowups:\r\n---\r\n",
            "---\ncompany: A\ndate: 2026-03-02\nfollowups:\r\n  b: done 2026-03-03\r\n---\r\n",
        ),
        (
            "---\r\ncompany: A\r\ndate: 2026-03-02\r\nfollowups: {\r\n  a: x,\r\n}\r\n---\r\n",
            "---\r\ncompany: A\r\ndate: 2026-03-02\r\nfollowups: {\r\n  a: x, b: done 2026-03-03,\r\n}\r\n---\r\n",
        ),
        // Fences, marks, blank lines, the file's end.
        (
            "\u{feff}---\ncompany: A\ndate: 2026-03-02\n---",
            "\u{feff}---\ncompany: A\ndate: 2026-03-02\nfollowups:\n  b: done 2026-03-03\n---",
        ),
        (
            "\n \r\n--- \t\n\n  company: A\n\n  date: 2026-03-02\t# c\n...  \n---\nx: y\n---\n",
            "\n \r\n--- \t\n\n  company: A\n\n  date: 2026-03-02\t# c\n  followups:\n    b: done 2026-03-03\n...  \n---\nx: y\n---\n",
        ),
        (
            "---\n# é 👩\u{200d}💻 e\u{301} \u{2028}\ncompany: \"É \u{2028}\"\ndate: 2026-03-02\nfollowups: # 👩\n  é: x\n---\n\u{2028}",
            "---\n# é 👩\u{200d}💻 e\u{301} \u{2028}\ncompany: \"É \u{2028}\"\ndate: 2026-03-02\nfollowups: # 👩\n  b: done 2026-03-03\n  é: x\n---\n\u{2028}",
        ),
    ];
    for (before, after) in cases {
        check_file(before, add, after);
    }
}

#[test]
fn odd_ids_are_quoted() {
    check(&[
        (
            "followups: {}\n",
            "thank-you/???: done 2026-03-03",
            "followups: {\"thank-you/???\": done 2026-03-03}\n",
        ),
        (
            "followups: {}\n",
            "a,b[c]{d}: done 2026-03-03",
            "followups: {\"a,b[c]{d}\": done 2026-03-03}\n",
        ),
        ("followups:\n", "no: done 2026-03-03", "followups:\n  \"no\": done 2026-03-03\n"),
        (
            "followups:\n",
            "2026-03-02: done 2026-03-03",
            "followups:\n  \"2026-03-02\": done 2026-03-03\n",
        ),
        (
            "followups:\n",
            "a \"b\" \\ # é: done 2026-03-03",
            "followups:\n  \"a \\\"b\\\" \\\\ # é\": done 2026-03-03\n",
        ),
        ("followups:\n", "---: done 2026-03-03", "followups:\n  \"---\": done 2026-03-03\n"),
    ]);
}

#[test]
fn a_note_that_says_so_already_stays() {
    let cases = [
        (
            "followups:\n  thank-you/jane-doe: Done   2026-03-03\n",
            "thank-you/jane-doe: done 2026-03-03",
        ),
        ("followups: {\"thank-you/jane-doe\": [x,\n  y]\n }\n", "other"),
        ("followups: {x: y}\n", JANE),
        ("followups:\n", JANE),
        ("", JANE),
    ];
    for (lines, change) in cases {
        let text = note(lines);
        assert_eq!(edited(&text, change).as_deref(), Ok(&*text), "{change} in\n{text}");
    }
}

#[test]
fn what_is_unclear_is_left_to_the_user() {
    const CHANGE: &str = "thank-you/jane-doe: done 2026-03-09";
    check_refusals(&[
        ("followups: [x]\n", CHANGE, "`followups` is not a map"),
        ("followups: done\n", JANE, "`followups` is not a map"),
        ("followups: *x\n", CHANGE, "`followups` is not a map"),
        ("followups:\nFollowups:\n", CHANGE, "`followups` appears twice"),
        ("<<: *x\n", CHANGE, "`followups` may be merged in (`<<`)"),
        ("<<: *x\n", JANE, "`followups` may be merged in (`<<`)"),
        ("followups:\n  <<: *x\n", JANE, "`followups` has a merge key (`<<`)"),
        ("followups: !!str\n", CHANGE, "`followups` has a tag (`!…`)"),
        (
            "followups: &f\n  a: x\nmine: *f\n",
            CHANGE,
            "an alias may stand for a part of `followups`",
        ),
        (
            "followups: {thank-you/jane-doe: &x done 2026-03-03}\nmine: [{x: *x}]\n",
            JANE,
            "an alias may stand for a part of `followups`",
        ),
        (
            "followups:\n  thank-you/jane-doe: x\n  \"thank-you/jane-doe \": y\n",
            CHANGE,
            "the record appears twice",
        ),
        ("followups:\n  thank-you/jane-doe: [x]\n", CHANGE, "the record's value is not text"),
        ("followups:\n  thank-you/jane-doe: *x\n", CHANGE, "the record's value is not text"),
        (
            "followups:\n  thank-you/jane-doe: done\n    x\n",
            CHANGE,
            "the record's value has several lines",
        ),
        (
            "followups:\n  thank-you/jane-doe: >\n    a\n    b\n",
            CHANGE,
            "the record's value has several lines",
        ),
        ("followups:\n  thank-you/jane-doe: done\n    x\n", JANE, "the record has several lines"),
        ("followups:\n  thank-you/jane-doe:\n    x\n", JANE, "the record has several lines"),
        ("followups:\n  thank-you/jane-doe: !t x\n", JANE, "the record shares its line"),
        ("followups: {thank-you/jane-doe: done\n    x}\n", JANE, "the record has several lines"),
        ("followups:\n  ? a\n  : b\n", CHANGE, "a key has something before it"),
        ("? followups\n: a: b\n", "a", "a key has something before it"),
        ("followups: {&k x: y}\n", CHANGE, "a key of `followups` has something before it"),
        (
            "followups:\n  a: |+\n    kept\n\nrole: Dev\n",
            "b: done 2026-03-03",
            "no one-line edit would do",
        ),
        ("role: Dev\r", CHANGE, "a line of the front matter ends with a lone carriage return"),
        ("role: [\n", CHANGE, "the front matter can't be read"),
    ]);
    let files = [
        ("", "the note has no front matter"),
        ("company: A\n", "the note has no front matter"),
        ("---\ncompany: A\n", "the front matter is not closed"),
        ("---\n---\n", "the front matter can't be read"),
        ("---\n- x\n---\n", "the front matter can't be read"),
        ("---\n{}\n---\n", "the front matter is empty"),
    ];
    for (text, why) in files {
        assert_eq!(edited(text, CHANGE).map_err(|refusal| refusal.why), Err(why), "{text}");
    }
}

#[test]
fn a_refusal_says_what_to_do_by_hand() {
    let text = note("followups: [x]\n");
    let cases = [
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

/// Runs git in a repository, whatever the user's own settings. Whether it went well.
fn git(repository: &Path, arguments: &[&str]) -> bool {
    let output = Command::new("git")
        .args(["-c", "user.name=A", "-c", "user.email=a@a.example"])
        .args(arguments)
        .current_dir(repository)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap();
    output.status.success()
}

/// Two machines record different follow-ups of one interview: git merges what was written in different places.
#[test]
fn branches_that_record_different_follow_ups_mostly_merge() {
    let base = note(
        "followups:\n  connect/jane-doe: done 2026-03-03\n  recruiter-thanks: done 2026-03-02\n  \
         thank-you/jane-doe: done 2026-03-03\n  value-add/jane-doe: snoozed until 2026-03-10\n",
    );
    let ids = [
        "connect/kim-soto",
        "connect/ravi-patel",
        "recruiter-debrief",
        "team-thanks/kim-soto",
        "thank-you/ann-lee",
        "thank-you/ravi-patel",
        "value-add/jane-doe",
        "value-add/ravi-patel",
    ];
    let done = |text: &str, id: &str| recorded(text, id, Record::parse("done 2026-03-09")).unwrap();
    let folder = Folder::with(&[("a.md", &base)]);
    let git = |arguments: &[&str]| git(folder.path(), arguments);
    assert!(git(&["init", "-q", "-b", "base"]));
    assert!(git(&["add", "."]) && git(&["commit", "-qm", "base"]));
    for id in ids {
        assert!(git(&["checkout", "-qb", id, "base"]));
        folder.write("a.md", done(&base, id));
        assert!(git(&["commit", "-qam", id]));
    }
    let pairs = ids.iter().enumerate().flat_map(|(at, b)| ids[..at].iter().map(move |a| (a, b)));
    let (mut merged, mut conflicts) = (0, Vec::new());
    for (one, other) in pairs {
        assert!(git(&["checkout", "-q", "--detach", one]));
        if git(&["merge", "-q", "--no-edit", other]) {
            assert_eq!(folder.read("a.md"), done(&done(&base, one), other), "{one} and {other}");
            merged += 1;
        } else {
            assert!(git(&["merge", "--abort"]));
            conflicts.push((*one, *other));
        }
    }
    // What is left are lines side by side.
    let side_by_side = [
        ("connect/kim-soto", "connect/ravi-patel"),
        ("connect/kim-soto", "recruiter-debrief"),
        ("connect/ravi-patel", "recruiter-debrief"),
        ("team-thanks/kim-soto", "thank-you/ann-lee"),
        ("thank-you/ravi-patel", "value-add/jane-doe"),
        ("value-add/jane-doe", "value-add/ravi-patel"),
    ];
    assert_eq!((merged, &conflicts[..]), (22, &side_by_side[..]));
}
