//! The findings of `check`: each slip in notes, drafts and templates, and nothing where there is none.

use journal::unstable::own_paths;
use serde_json::Value;

use super::{codes, found};
use crate::support::{Folder, TODAY, journal, note};

#[test]
fn notes_have_findings_only_where_something_is_wrong() {
    let none: &[&str] = &[];
    #[rustfmt::skip]
    let cases = [
        // the lines | the findings
        // Keys
        ("comapny: x",                                                                none),
        ("tags: [a]\naliases: []\ncssclass: wide\ncreated: x\nupdated: x\nsalary: 1", none),
        ("rate: 50\ncontract: yes\nexternal: no\ninterview: 3\nrounds: 4\nstate: x",  none),
        ("positon: Dev",                                                              &["unknown-key a.md:4:1"]),
        ("position: Dev\nrle: x",                                                     none),
        ("Decision Windw: 1 week",                                                    &["unknown-key a.md:4:1"]),
        ("outcomedate: 2026-03-03\noutcome: rejected",                                none),
        ("outcomdate: 2026-03-03",                                                    &["unknown-key a.md:4:1"]),
        // Dates
        ("decide_by: 03/03/2026",                                                     &["foreign-date a.md:4:12"]),
        ("decide_by: \"March 3, 2026\"",                                              none),
        ("decide_by: Tue 3 Mar 2026",                                                 none),
        ("decide_by: Tue 3 Mar",                                                      none),
        ("decide_by: Mon 3 Mar",                                                      &["wrong-weekday a.md:4:12"]),
        ("decide_by: 15/3",                                                           &["invalid-date a.md:4:12"]),
        ("decide_by: Mon 3 Mar 2026",                                                 &["wrong-weekday a.md:4:12"]),
        ("decide_by: 2026-03-03 10:00 CET (Tuesday)",                                 none),
        ("decide_by: 2026-03-12 (moved to 2026-03-19)",                               &["ambiguous-date a.md:4:12"]),
        ("decide_by: 2026-03-12 (moved)",                                             &["invalid-date a.md:4:12"]),
        ("decide_by: \"[[2026-03-12|Thursday]]\"",                                    none),
        ("decide_by: [[2026-03-12|Thursday]]",                                        none),
        ("decide_by: \"[[2026-03-12|Thursday]] 10:00\"",                              none),
        // The next action
        ("next_action: call\nnext_action_date: soon",                                  &["invalid-date a.md:5:19"]),
        ("next_step: call\nfollow_up: when I feel like it",                           none),
        ("follow_up: when I feel like it",                                            none),
        ("decide_by: 2026-3-2",                                                       &["foreign-date a.md:4:12"]),
        ("decide_by: 13/13/2026",                                                     &["invalid-date a.md:4:12"]),
        ("outcome: rejected\noutcome_date: 2026-03-02",                               none),
        // People
        ("interviewers: [Jane Doe, Ravi]\nalso_met: [Jane Doe]",                      &["same-person-twice a.md:5:12"]),
        ("interviewers: [Jane <j@a.example>, Jane <k@a.example>]",                    none),
        ("interviewers: [Jane <j@a.example>, Jane <J@a.example>]",                    &["same-person-twice a.md:4:36"]),
        ("interviewers: [Zoe, Zoë]",                                                  none),
        ("interviewers: [Mr. Feldman, Mrs. Feldman]",                                 none),
        ("interviewers: [Mr. Feldman, mr feldman]",                                   &["same-person-twice a.md:4:29"]),
        // Records
        ("interviewers: [Jane]\nfollowups: {thank-you/jane: done 2026-03-02}",        none),
        ("followups: {status-check/9: done 2026-03-02}",                              none),
        ("followups: {withdraw/x: done 2026-03-02}",                                  &["unknown-record a.md:4:13"]),
        ("followups: {withdrawal: done 2026-03-02, re-evaluate: done 2026-03-02}",    none),
        ("followups: {thank-you/jane: done 2026-03-02}",                              &["unknown-record a.md:4:13"]),
        ("interviewers: [Jane and Ravi]\nfollowups: {thank-you/jane: done 2026-03-02}",
                                                                                      &["several-people a.md:4:16"]),
        // Conflicts
        ("notes: |\n  <<<<<<< HEAD",                                                  none),
    ];
    for (lines, expected) in cases {
        let note = note(lines) + "\n<<<<<<< HEAD\n";
        assert_eq!(found(&[("a.md", &note)]), expected, "{lines}");
        let crlf = format!("\u{feff}{}", note.replace('\n', "\r\n"));
        assert_eq!(found(&[("a.md", &crlf)]), expected, "{lines:?} with CR LF");
    }
}

#[test]
fn a_note_that_a_merge_broke_is_named_whole_or_in_part() {
    let side = "---\ncompany: Acme\ndate: 2026-03-02\n";
    let whole = format!("<<<<<<< HEAD\n{side}=======\n{side}>>>>>>> other\n---\n");
    assert_eq!(found(&[("a.md", &whole)]), ["merge-conflict a.md:1:1"]);
    let part = format!("{side}<<<<<<< HEAD\n=======\nrole: x\n>>>>>>> other\n---\n");
    assert_eq!(found(&[("a.md", &part)]), ["merge-conflict a.md:4:1"]);
}

#[test]
fn dates_are_far_from_ten_years_ago_and_two_years_ahead() {
    let cases =
        [("2016-03-02", true), ("2016-03-03", false), ("2028-03-03", false), ("2028-03-04", true)];
    for (date, is_far) in cases {
        let note = note(&format!("date: {date}"));
        let found = found(&[("a.md", &note)]);
        assert_eq!(found == ["far-date a.md:3:7"], is_far, "{date}: {found:?}");
    }
}

#[test]
fn notes_look_like_one_interview_by_company_role_day_and_round() {
    #[rustfmt::skip]
    let cases = [
        // one note | the other note | whether they look like one interview
        ("date: 2026-03-02",            "date: 2026-03-02",            true),
        ("date: 2026-03-02\nrole: Dev", "role: dev\ndate: 2026-03-02", true),
        ("date: 2026-03-02\nround: 1",  "date: 2026-03-02\nround: 2",  false),
        ("date: 2026-03-02\nround: 1",  "date: 2026-03-02",            false),
        ("date: 2026-03-02",            "date: 2026-03-03",            false),
        ("date: 2026-03-02\nrole: Dev", "date: 2026-03-02\nrole: Ops", false),
    ];
    for (first, second, is_one) in cases {
        let found = found(&[("a.md", &note(first)), ("b.md", &note(second))]);
        let is_told = found.iter().any(|found| found.starts_with("same-interview b.md"));
        assert_eq!((is_told, found.len()), (is_one, usize::from(is_one)), "{first} {second}");
    }
}

#[test]
fn sections_of_a_new_note_are_all_of_use() {
    let folder = Folder::new();
    folder.run_words_on(TODAY, &["new", "Foo", "Bar", "--interviewer", "Ann Doe <a@x.example>"]);
    assert!(folder.read(&format!("{TODAY}-foo-bar.md")).contains("company: Foo Bar\n"));
    let ran = folder.run_on(TODAY, "check");
    assert!(ran.stdout.starts_with("no problems found"), "{}", ran.stdout);
}

#[test]
fn a_draft_may_greet_people_by_what_they_are_called() {
    let robert = note("interviewers: [{name: Robert Miller, call: Bob, email: r@a.example}]");
    let through = note(
        "interviewers: [{name: Robert Miller, call: Bob}]; recruiter: Sam Lee <sam@a.example>",
    );
    let linked = note("interviewers: ['[[Robert Miller]]']");
    let card = "---\nemail: r@a.example\ncall: Bob\n---\n# Robert Miller\n";
    for note in [robert, through, linked] {
        let journal = journal(&[("a.md", &note), ("Robert Miller.md", card)]);
        journal.build(TODAY);
        let thanks = journal.read("a.thank-you.robert-miller.draft.md");
        assert!(thanks.contains("Hi Bob,"), "{thanks}");
        let ran = journal.run_on(TODAY, "check");
        assert!(!ran.stdout.contains("wrong-greeting"), "{}", ran.stdout);
    }
}

#[test]
fn drafts_have_findings_only_where_something_is_wrong() {
    let note =
        note("interviewers: [Jane van Doe <j@a.example>, Bo]; recruiter: Sam Lee <sam@a.example>");
    let none: &[&str] = &[];
    #[rustfmt::skip]
    let cases = [
        // the person it is for | the address in it | its message | the findings
        ("jane-van-doe", "Jane van Doe <j@a.example>", "Hi Jane,\nme@x.example",                                  none),
        ("jane-van-doe", "Jane van Doe <j@a.example>", "Dear Ms. Doe,\n+44 20 7946 0018",                         none),
        ("jane-van-doe", "Jane van Doe <j@a.example>", "Hi there,\nme@x.example",                                 none),
        ("jane-van-doe", "Jane van Doe <j@a.example>", "Hi again and thank you,\nme@x.example",                   none),
        ("jane-van-doe", "Janet Roe <j@b.example>",    "Hi Janet,\nme@x.example",                                 none),
        ("jane-van-doe", "Jane van Doe",               "Hi Janet,\nme@x.example",                                 &["wrong-greeting 5:4"]),
        ("jane-van-doe", "Jane van Doe",               "hi bo,\nme@x.example",                                    &["wrong-greeting 5:4"]),
        ("jane-van-doe", "Jane van Doe",               "Hallo Bo!\nme@x.example",                                 &["wrong-greeting 5:1"]),
        ("jane-van-doe", "Jane van Doe",               "Bo,\nme@x.example",                                       &["wrong-greeting 5:1"]),
        ("jane-van-doe", "Jane van Doe",               "Hi Jane and Bo,\nme@x.example",                           none),
        ("jane-van-doe", "Jane van Doe",               "Hi Jane,\nGreet Bo!\nme@x.example",                       none),
        ("jane-van-doe", "Jane van Doe",               "Hallo Jane,\nme@x.example",                               none),
        ("jane-van-doe", "Jane van Doe",               "Hi, Bo,\nme@x.example",                                   &["wrong-greeting 5:5"]),
        ("jane-van-doe", "Jane van Doe",               "Hi, I must thank you,\nme@x.example",                     none),
        ("jane-van-doe", "Jane van Doe",               "Hi Jané - thanks\nme@x.example",                          none),
        ("jane-van-doe", "Jane van Doe",               "Dear Mr van Dam,\nme@x.example",                          &["wrong-greeting 5:6"]),
        ("jane-van-doe", "Sister Agnes Doyle",         "Hi Sister Whelan,\nme@x.example",                         &["wrong-greeting 5:4"]),
        ("jane-van-doe", "Sister Agnes Doyle",         "Hi Sister Doyle,\nme@x.example",                          none),
        ("jane-van-doe", "Matron",                     "Hi Matron,\nme@x.example",                                none),
        ("jane-van-doe", "jd@a.example",               "Hi Jane,\nme@x.example",                                  none),
        ("bo",           "Sam Lee",                    "Hi Sam,\nI hope this\nemail finds you well. s@x.example", &["worn-phrase 6:1"]),
        ("bo",           "Sam Lee",                    "Hi Sam,\nadjust checking in-depth s@x.example",           none),
        ("jane-van-doe", "Jane van Doe",               "Dear Sir or Madam,\nme@x.example",                        &["worn-phrase 5:1"]),
        ("bo",           "Sam Lee",                    "Hi Sam,\n\nplease pass this on.\n\nHi Bo,\nme@x.example", none),
        ("bo",           "Sam Lee",                    "Hi Sam,\n\nHi Max,\nme@x.example",                        &["wrong-greeting 7:4"]),
        ("bo",           "Sam Lee",                    "Hi Sam,\nsee you on 2026-03-20.",                         &["no-contact-details 6:1"]),
        ("bo",           "Sam Lee",                    "Hi [fill in: name],\n[fill in: how to reach you]",        &["blanks-left 5:4"]),
        ("bo",           "Sam Lee",                    "",                                                        none),
    ];
    for (person, to, message, expected) in cases {
        let path = format!("a.thank-you.{person}.draft.md");
        let draft = format!("---\nfollowup: thank-you/{person}\nto: {to}\n---\n{message}\n");
        let found = found(&[("a.md", &note), (&path, &draft)]);
        let expected: Vec<String> =
            expected.iter().map(|at| at.replacen(' ', &format!(" {path}:"), 1)).collect();
        assert_eq!(found, expected, "{message}");
    }
    // Of a draft whose head can't be read, only that is reported.
    let path = "a.thank-you.bo.draft.md";
    for (head, expected) in [
        ("to: Sam: Lee\n---\n", "invalid-yaml 3:8"),
        ("to: Sam Lee\n", "unclosed-front-matter 1:1"),
    ] {
        let draft = format!("---\nfollowup: thank-you/bo\n{head}Hi Max,\n[fill in: x]\n");
        let expected = expected.replacen(' ', &format!(" {path}:"), 1);
        assert_eq!(found(&[("a.md", &note), (path, &draft)]), [expected], "{head}");
    }
    // A sent message is past mending.
    let sent = note.replacen("---\n", "---\nfollowups: {thank-you/bo: done 2026-03-02}\n", 1);
    let draft = "---\nfollowup: thank-you/bo\nto: Sam Lee\n---\nTo whom it may concern\n";
    assert_eq!(found(&[("a.md", &sent), ("a.thank-you.bo.draft.md", draft)]), none);
}

#[test]
fn thousands_of_notes_of_one_interview_are_checked_in_no_time() {
    let folder = Folder::new();
    for n in 0..3_000 {
        folder.write(&format!("{n}.md"), note("keey: x"));
    }
    let records: String =
        (0..20_000).map(|n| format!("  thank-you/x{n}: done 2026-03-02\n")).collect();
    folder.write("records.md", note(&format!("company: B\nfollowups:\n{records}")));
    let start = std::time::Instant::now();
    assert_eq!(codes(&folder, "check").len(), 2_999 + 50);
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn a_mailbox_may_have_several_readers() {
    #[rustfmt::skip]
    let cases = [
        // the people | what is said of the second
        ("[Jane Doe <hr@x.example>, Ravi Patel <hr@x.example>]", "\"Ravi Patel\" has the address of \"Jane Doe\""),
        ("[Jane Doe <j@x.example>, jane doe <j@x.example>]",     "\"jane doe\" seems to be listed already"),
        ("[Jane Doe <j@x.example>, Jane Doe]",                   "\"Jane Doe\" seems to be listed already"),
    ];
    for (people, said) in cases {
        let folder = journal(&[("a.md", &note(&format!("interviewers: {people}")))]);
        let ran = folder.run_on("2026-03-03", "check");
        assert!(ran.stdout.contains(said), "{}", ran.stdout);
    }
}

#[test]
fn slips_are_reported_once_and_at_their_place() {
    let none: &[&str] = &[];
    #[rustfmt::skip]
    let cases: &[(String, &[&str])] = &[
        // the note | the findings
        // In lists and maps too.
        (note("updates:\n  - {date: 2026-03-03, decison_window: 1 week}\n  - {date: 2026-03-03, widnow: 1 week}"),
                                                                                       &["unknown-key a.md:5:24", "unknown-key a.md:6:24"]),
        (note("interviewers:\n  - {name: Jane, emial: j@x.example, note: x}\nrecruiter: {name: Sam, agncy: X}"),
                                                                                       &["unknown-key a.md:5:18", "unknown-key a.md:6:24"]),
        (note("recruiter: {name: Sam, email: s@x.example, mails: 3}"),                 none),
        // A missing field is reported where it was misspelt.
        ("---\ncompany: Acme\ndaet: 2026-03-02\n---\n".to_owned(),                     &["missing-date a.md:3:1"]),
        ("---\ncomapny: Acme\ndate: 2026-03-02\n---\n".to_owned(),                     &["missing-company a.md:2:1"]),
        ("---\ncomapny: Acme\ninterviewers: Jo\n---\n".to_owned(),                     &["missing-company a.md:2:1"]),
        ("---\ncomapny: Acme\ndate: soon\n---\n".to_owned(),                           none),
        (note("outcome: offer\noutcom_date: 2026-03-03"),                              &["unknown-key a.md:5:1"]),
        // Another word for a time frame or a deadline, with one behind it.
        (note("window: 2 weeks"),                                                      &["unknown-key a.md:4:1"]),
        (note("decision window by: 20 March"),                                         &["unknown-key a.md:4:1"]),
        (note("Decision Date: 2026-03-20"),                                            &["unknown-key a.md:4:1"]),
        (note("window: 2 weeks\ndecision_window: 1 week"),                             none),
        (note("window: the one to the yard"),                                          none),
        (note("window: unknown"),                                                      none),
        (note("window: [1, 2]"),                                                       none),
        (note("outcome: job offer\noutcome_date: 2026-03-03\ndeadline: 2026-03-20"),   &["unknown-key a.md:6:1"]),
        (note("outcome: pending\ndeadline: 2026-03-20"),                               none),
        (note("deadline: 2026-03-20"),                                                 none),
        // A fence that is missing, and what is left of a merge.
        ("---\ncompany: Acme\n\nSome prose here.\n\n---\nmore".to_owned(),             &["unclosed-front-matter a.md:1:1"]),
        ("---\ncompany: Acme\ndate: 2026-03-02\n\n## Learned\n\n- that: it: works\n\n---\nmore".to_owned(),
                                                                                       &["unclosed-front-matter a.md:1:1"]),
        ("---\ncompany: Acme\ndate: 2026-03-02\n\n## Learned\n\n---\nmore".to_owned(), &["unclosed-front-matter a.md:1:1"]),
        (note("\n# people\nrole: x\n\n# --- #\n"),                                     none),
        ("---\ncompany: Acme\n\nrole: [x\n---\nmore".to_owned(),                       &["missing-date a.md:2:1", "unreadable-value a.md:4:7"]),
        (note("role: x\n>>>>>>> b"),                                                   &["merge-conflict a.md:5:1"]),
        (note("=======\nrole: x"),                                                     &["merge-conflict a.md:4:1"]),
        (note("<<<<<<<\nrole: x"),                                                     &["merge-conflict a.md:4:1"]),
        (note("role: x # ======="),                                                    none),
        // A field that isn't read, because it stands there under another name too.
        (note("interviewers: [Ravi]\ninterviewer: Jane"),                              &["unread-field a.md:5:1"]),
        (note("status: rejected\noutcome: pending"),                                   &["unread-field a.md:4:1"]),
        (note("role: x\ntitle: A note\nstatus:\noutcome: pending"),                    none),
        // One address is one person.
        (note("interviewers: [Jane Doe <a@x.example>, J. Doe <A@x.example>]"),         &["same-person-twice a.md:4:40"]),
        // Days of records.
        (note("interviewers: [Jane <j@x.example>]\nfollowups:\n  thank-you/jane: done 2206-03-13\n  connect: skipped 2026-03-01\n  value-add/jane: done 2020-03-01"),
                                                                                       &["far-date a.md:6:19", "far-date a.md:8:19"]),
        ("---\ncompany: Acme\ndate: 03/04/2026 10:00\n---\n".to_owned(),               &["ambiguous-date a.md:3:7"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(&[("a.md", text)]), *expected, "{text}");
    }
}

#[test]
fn a_copy_is_named_rather_than_its_original() {
    let note = note("");
    let named = |copy| found(&[("acme.md", &note), (copy, &note)]);
    assert_eq!(named("acme-2.md"), ["same-interview acme-2.md:3:7"]);
    for copy in ["acme (1).md", "acme copy.md"] {
        assert_eq!(named(copy), [format!("conflict-copy {copy}")]);
    }
    let found = found(&[("How I handled a conflicted copy.md", &note)]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn blanks_are_as_many_as_the_agenda_counts() {
    let note = note("interviewers: [Jo Ek]; decision_window: 1 week");
    let folder = journal(&[("a.md", &note)]);
    folder.build(TODAY);
    let draft = folder.read("a.thank-you.jo-ek.draft.md");
    assert!(draft.lines().any(|line| line.starts_with("to:") && line.contains("[fill in")));
    let counted: Value =
        serde_json::from_str(&folder.run_on(TODAY, "agenda --format json").stdout).unwrap();
    let blanks =
        counted["followups"].as_array().unwrap().iter().find(|item| item["kind"] == "thank-you");
    let blanks = blanks.unwrap()["blanks"].as_u64().unwrap();
    let shown = folder.run_on(TODAY, "check a.thank-you.jo-ek.draft.md --format github").stdout;
    assert!(
        shown.contains(&format!("line=3,col=12,title=blanks-left::{blanks} blanks left")),
        "{shown}"
    );
}

#[test]
fn a_template_is_tried_before_its_message_is_due() {
    for (kind, path) in own_paths() {
        for mistake in ["{{ nope }}", "{{ to.frist }}", "{{ company | nope }}", "{{ 1 / 0 }}"] {
            let folder = journal(&[(&path, &format!("Hi,\n{mistake}\n"))]);
            let found = codes(&folder, "check");
            assert_eq!(found.len(), 1, "{kind}, {mistake}: {found:?}");
            assert!(found[0].starts_with(&format!("invalid-template {path}:2:")), "{found:?}");
        }
    }
    let folder = Folder::new();
    folder.run_on(TODAY, "init --templates");
    let found = codes(&folder, "check");
    assert!(found.iter().all(|found| found.starts_with("blanks-left")), "{found:?}");
    // Where one shows already, it is said of the draft that waits for it.
    folder.write("templates/thank-you.md.j2", "Hi {{ nope }}\n");
    let found = codes(&folder, "check");
    let told = found.iter().filter(|found| found.starts_with("invalid-template")).count();
    assert_eq!(told, 1, "{found:?}");
}

/// Words that went out with the thank-you are not late because of another message weeks later.
#[test]
fn words_said_weeks_ago_are_not_late() {
    let fields = "role: Dev; outcome: no_response; interviewers: [Jane Doe <jane@acme.example>]; followups: \
        {thank-you/jane-doe: done 2026-03-03, connect: skipped 2026-03-03, status-check/1: done 2026-03-20}";
    let sent = |kind: &str, day: &str, text: &str| {
        format!(
            "---\nfollowup: {kind}\nto: Jane Doe <jane@acme.example>\nsent: {day}\n---\n\nHi Jane,\n\n{text}\n\nAlex\n"
        )
    };
    for (said, is_late) in [("The tour was great.", false), ("Thank you.", true)] {
        let folder = journal(&[
            ("a.md", &(note(fields) + "\n## Say to Jane\n\nThe tour was great.\n")),
            ("a.thank-you.jane-doe.draft.md", &sent("thank-you/jane-doe", "2026-03-03", said)),
            ("a.status-check.1.draft.md", &sent("status-check/1", "2026-03-20", "Any news?")),
        ]);
        let checked = folder.run_on("2026-03-24", "check").stdout;
        assert_eq!(checked.contains("late-words"), is_late, "{checked}");
    }
}
