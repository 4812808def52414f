//! Front matter with mistakes in it, or in unusual clothes: its problems are named, and the rest counts.

use super::{build, problems, reported};
use crate::support::{Folder, journal, note};

#[test]
fn bad_front_matter_is_named_at_its_place() {
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        // the file | its problems
        ("---\ncompany: [A\n---\n",                                    &["unreadable-value x.md:2:10"]),
        ("---\ncompany: A: B\n---\n",                                  &["unreadable-value x.md:2:10"]),
        ("---\ncompany: A\nx:\n\ty: 1\n---\n",                         &["missing-date x.md:2:1", "unreadable-value x.md:4:2"]),
        ("---\ncompany: \"A\n---\n",                                   &["unreadable-value x.md:2:10"]),
        ("---\ncompany: A\n  date: 2026-03-02\n---\n",                 &["unreadable-value x.md:3:3"]),
        ("---\ncompany: A\n",                                          &["unclosed-front-matter x.md:1:1"]),
        ("---\ncompany: A",                                            &["unclosed-front-matter x.md:1:1"]),
        ("\n\n---\ncompany: A\n",                                      &["unclosed-front-matter x.md:3:1"]),
        ("---\ncompany:\n---\n",                                       &["missing-company x.md:2:1"]),
        ("---\ncompany: \"\\u200b\"\n---\n",                           &["missing-company x.md:2:1"]),
        ("---\ncompany: A\u{0}B\n---\n",                               &["unreadable-value x.md:2:10"]),
        ("---\ncompany: A\ncompany: B\ndate: 2026-03-02\n---\n",       &["duplicate-key x.md:3:1"]),
        ("---\ncompany: A\ndate: 2026-03-02\nDate: 2026-03-03\n---\n", &["duplicate-key x.md:4:1"]),
        ("---\ncompany: A\ndate: 2026-02-30\n---\n",                   &["invalid-date x.md:3:7"]),
        ("---\ncompany: A\ndate: 02/03/2026\n---\n",                   &["ambiguous-date x.md:3:7"]),
        ("---\ncompany: A\ndate: 0000-00-00\n---\n",                   &["invalid-date x.md:3:7"]),
        ("---\ncompany: A\ndate: 99999-01-01\n---\n",                  &["invalid-date x.md:3:7"]),
        ("---\ncompany: &a A\ndate: *a\n---\n",                        &["unsupported-yaml x.md:3:7"]),
        ("---\ncompany: A\ndate: 2026-03-02\n<<: {role: x}\n---\n",    &["unsupported-yaml x.md:4:1"]),
        ("---\ncompany: !!binary QQ==\n---\n",                         &["unsupported-yaml x.md:2:10"]),
        ("---\ncompany: !custom A\n---\n",                             &["unsupported-yaml x.md:2:10"]),
        ("\u{feff}---\ncompany: A\ndate: never\n---\n",                &["invalid-date x.md:3:7"]),
    ];
    let found: Vec<_> = cases.iter().map(|(text, _)| (*text, reported(text))).collect();
    let expected: Vec<_> = cases
        .iter()
        .map(|(text, problems)| (*text, problems.iter().map(|p| (*p).to_owned()).collect()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn places_are_right_in_a_note_with_crlf() {
    let text = note(&format!("{}decide_by: never", "x: y\n".repeat(20)));
    assert_eq!(reported(&text), ["invalid-date x.md:24:12"]);
    assert_eq!(reported(text.replace('\n', "\r\n")), ["invalid-date x.md:24:12"]);
}

#[test]
fn files_that_are_no_notes_pass_in_silence() {
    let cases = [
        "",
        "\n",
        "---",
        "---\n",
        "---\n---\n",
        "# Just a text\n",
        "---\n\nA text after a thematic break.\n\n---\n\nAnd more: much more.\n",
        "---\ntitle: A post\ntags: [a, b]\n---\n",
        "---\n- a\n- list\n---\n",
        "---\nrole: [\n---\n",
        "text\n---\ncompany: A\n---\n",
        "\0\0\0",
    ];
    for text in cases {
        assert_eq!(reported(text), [""; 0], "{text:?}");
    }
}

#[test]
fn good_notes_in_unusual_clothes_count() {
    let plain = note("role: Dev\ninterviewers: [Kim Soto <kim@acme.example>]");
    let tagged = plain.replace("Acme", "!!str Acme").replace("Dev", "&anchor Dev\nmine: *anchor");
    let cases = [
        // the clothes | the note
        ("byte-order mark", format!("\u{feff}{plain}")),
        ("CRLF", plain.replace('\n', "\r\n")),
        ("blank lines before", format!("\n \n{plain}")),
        ("blanks behind the fences", plain.replace("---\n", "--- \t\n")),
        ("dots at the end", plain.replace("]\n---", "]\n...")),
        ("anchors and tags", tagged),
        ("keys in capitals", plain.replace("company", "Company").replace("role", "ROLE")),
        ("quoted keys", plain.replace("company", "\"company\"")),
        ("JSON", "---\n{\"company\": \"Acme\", \"date\": \"2026-03-02\", \"interviewers\": [\"Kim Soto <kim@acme.example>\"]}\n---\n".into()),
        ("a lone carriage return", plain.replace("Dev\n", "Dev\r\n")),
        ("aliases in fields of the user's", plain.replace("role: Dev", "x: &x 1\ny: [*x, *z]")),
    ];
    for (what, text) in cases {
        let folder = journal(&[("x.md", &text)]);
        build(&folder);
        assert_eq!(problems(&folder), [""; 0], "{what}");
        assert!(folder.has("x.thank-you.kim-soto.draft.md"), "{what}");
    }
}

#[test]
fn each_field_of_a_wrong_type_is_named_and_the_rest_of_its_note_counts() {
    const MAP: &str = "{x: [1]}";
    let cases = [
        // the field | a value of a wrong type
        ("role", MAP),
        ("round", MAP),
        ("interviewers", MAP),
        ("interviewers", "[[a, b]]"),
        ("interviewers", "12"),
        ("interviewers", "[{name: [x, y]}]"),
        ("interviewers", "[{name: Kim, email: [x, y]}]"),
        ("also_met", MAP),
        ("recruiter", MAP),
        ("recruiter", "[a, b]"),
        ("decision_window", MAP),
        ("updates", "soon"),
        ("updates", "[{decision_window: 1 week}]"),
        ("updates", "[{date: [x], decision_window: 1 week}]"),
        ("updates", "[{date: 2026-03-03, decision_window: [x]}]"),
        ("outcome", "[x]\noutcome_date: 2026-03-03"),
        ("outcome_date", MAP),
        ("contact", MAP),
        ("decide_by", MAP),
        ("thread", MAP),
        ("internal", MAP),
        ("internal", "perhaps"),
        ("manager", MAP),
        ("still_interested", MAP),
        ("followups", "done"),
        ("followups", "{[a]: done 2026-03-03}"),
    ];
    for (field, value) in cases {
        let folder = Folder::new();
        let kim = if field == "interviewers" { "" } else { "interviewers: [Kim <kim@a.example>]" };
        folder.write("x.md", note(&format!("{field}: {value}\n{kim}")));
        build(&folder);
        let problems = problems(&folder);
        assert_eq!(problems.len(), 1, "{field}: {value}: {problems:?}");
        assert!(problems[0].starts_with("wrong-type x.md:4:"), "{field}: {value}: {problems:?}");
        assert!(folder.read("FOLLOWUPS.md").contains("Acme"), "{field}: {value}");
    }
    for (field, line) in [("company", 2), ("date", 3)] {
        let text = note("").replace(&format!("{field}: "), &format!("{field}: [a, b] # "));
        let column = field.len() + 3;
        assert_eq!(reported(text), [format!("wrong-type x.md:{line}:{column}")]);
    }
}
