//! `done`, `skip`, `snooze`, `undo` and `show` as they are typed.

use snapbox::{assert_data_eq, str};

use crate::support::{Folder, NOTE, Ran, Random};

const GLOBEX: &str = "\
---
company: Globex
date: 2026-03-09
role: Data engineer
interviewers: [Ann Lee <ann@globex.example>]
recruiter: Sam Lee <sam@globex.example>
decision_window: 2 weeks
followups:
  recruiter-thanks: done 2026-03-09
---
";

/// A Tuesday.
const TODAY: &str = "2026-03-10";

fn journal() -> Folder {
    Folder::with(&[("acme.md", NOTE), ("2026/globex.md", GLOBEX)])
}

fn run(folder: &Folder, words: &[&str]) -> Ran {
    folder.journal(&[words, &["--today", TODAY]].concat())
}

/// The records that a note holds.
fn records(folder: &Folder, path: &str) -> Vec<String> {
    let note = folder.read(path);
    let records = note.lines().filter(|line| line.starts_with("  ") && line.contains(": "));
    records.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn a_follow_up_is_named_by_its_id_or_by_words_that_fit_it_alone() {
    let cases: [(&[&str], &str); 7] = [
        (&["2026/globex/thank-you/ann-lee"], "thank-you/ann-lee"),
        (&["ann", "thank"], "thank-you/ann-lee"),
        (&["ANN thank"], "thank-you/ann-lee"),
        (&["globex", "connect"], "connect/ann-lee"),
        (&["thank-you/ann"], "thank-you/ann-lee"),
        (&["globex", "news"], "status-check/1"),
        (&["data", "useful"], "value-add/ann-lee"),
    ];
    for (words, id) in cases {
        let folder = journal();
        let ran = run(&folder, &[&["done"], words].concat());
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{words:?}: {}", ran.stderr);
        let expected = format!("{id}: done 2026-03-10");
        assert!(records(&folder, "2026/globex.md").contains(&expected), "{words:?}: {ran:?}");
        assert!(folder.has("FOLLOWUPS.md"), "the agenda is up to date");
        assert_eq!(run(&folder, &["build", "--check"]).code, 0);
    }
}

#[test]
fn several_at_once() {
    let folder = journal();
    let ran = run(&folder, &["done", "ann thank", "2026/globex/connect/ann-lee", "jane connect"]);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
Connect with Ann Lee · Globex, Data engineer: done 2026-03-10 (2026/globex.md)
Thank Ann Lee · Globex, Data engineer: done 2026-03-10 (2026/globex.md)
Connect with Jane Doe · Acme Robotics, Backend engineer: done 2026-03-10 (acme.md)

"#]]
    );
    assert_eq!(
        records(&folder, "2026/globex.md"),
        [
            "connect/ann-lee: done 2026-03-10",
            "recruiter-thanks: done 2026-03-09",
            "thank-you/ann-lee: done 2026-03-10"
        ]
    );
}

#[test]
fn words_that_fit_several_or_none_change_nothing() {
    let folder = journal();
    folder.build(TODAY);
    let before: Vec<String> = folder.files().iter().map(|path| folder.read(path)).collect();
    let ran = run(&folder, &["done", "jane"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: "jane" fits several follow-ups; name one:
  acme/thank-you/jane-doe  Thank Jane Doe · Acme Robotics, Backend engineer · due Tue 3 Mar
  acme/connect/jane-doe  Connect with Jane Doe · Acme Robotics, Backend engineer · due Fri 6 Mar
  acme/status-check/1  Ask Jane Doe for news · Acme Robotics, Backend engineer · due Wed 11 Mar

"#]]
    );
    for words in [&["done", "nobody"][..], &["done", "ann thank", "jane"], &["done", "-- ??"]] {
        assert_eq!(run(&folder, words).code, 2, "{words:?}");
    }
    // What is settled is not meant by words about what there is to do, and the other way round.
    assert_eq!(run(&folder, &["done", "sam arranging"]).code, 2);
    assert_eq!(run(&folder, &["undo", "ann thank"]).code, 2);
    assert_eq!(run(&folder, &["done"]).code, 2);
    // Words that fit nothing together are not taken one by one.
    assert_eq!(run(&folder, &["done", "debrief", "ann"]).code, 2);
    let ran = run(&folder, &["done", "sam arranging"]);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: "sam arranging" fits nothing that could be meant here, but:
  2026/globex/recruiter-thanks  Thank Sam Lee for arranging it · Globex, Data engineer · done

"#]]
    );
    let after: Vec<String> = folder.files().iter().map(|path| folder.read(path)).collect();
    assert_eq!(before, after);
}

#[test]
fn days_are_understood_as_people_say_them() {
    let cases = [
        (vec!["done", "ann thank", "--on", "yesterday"], "done 2026-03-09"),
        (vec!["done", "ann thank", "--on", "monday"], "done 2026-03-09"),
        (vec!["skip", "ann thank", "--on", "2026-03-09"], "skipped 2026-03-09"),
        (vec!["snooze", "ann thank", "--until", "friday"], "snoozed until 2026-03-13"),
        (vec!["snooze", "ann thank", "--until", "in 3 days"], "snoozed until 2026-03-13"),
        (vec!["snooze", "ann thank", "--until", "tomorrow"], "snoozed until 2026-03-11"),
    ];
    for (words, record) in cases {
        let folder = journal();
        let ran = run(&folder, &words);
        assert_eq!(ran.code, 0, "{words:?}: {}", ran.stderr);
        let expected = format!("thank-you/ann-lee: {record}");
        assert!(records(&folder, "2026/globex.md").contains(&expected), "{words:?}: {ran:?}");
    }
    let folder = journal();
    let refused = [
        (vec!["done", "ann thank", "--on", "2026-03-11"], "a day that is still to come"),
        (vec!["done", "ann thank", "--on", "someday"], "write today, yesterday, monday"),
        (vec!["snooze", "ann thank", "--until", "2026-03-10"], "no day that is still to come"),
        (vec!["snooze", "ann thank", "--until", "later"], "write tomorrow, friday, in 3 days"),
        (vec!["snooze", "ann thank"], "--until <WHEN>"),
    ];
    for (words, why) in refused {
        let ran = run(&folder, &words);
        assert_eq!(ran.code, 2, "{words:?}");
        assert!(ran.stderr.contains(why), "{words:?}: {}", ran.stderr);
    }
    assert_eq!(folder.read("2026/globex.md"), GLOBEX);
}

#[test]
fn what_was_recorded_can_be_changed_and_taken_back() {
    let folder = journal();
    let id = "2026/globex/thank-you/ann-lee";
    assert_eq!(run(&folder, &["snooze", id, "--until", "friday"]).code, 0);
    // What is put off is still to be done.
    assert_eq!(run(&folder, &["done", "ann thank"]).code, 0);
    assert_eq!(run(&folder, &["done", id, "--on", "yesterday"]).code, 0);
    assert!(
        records(&folder, "2026/globex.md").contains(&"thank-you/ann-lee: done 2026-03-09".into())
    );
    let ran = run(&folder, &["undo", "ann"]);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
Thank Ann Lee · Globex, Data engineer: open again (2026/globex.md)

"#]]
    );
    assert_eq!(folder.read("2026/globex.md"), GLOBEX);
    // A tick that waits in the agenda is recorded along.
    let agenda = folder.read("FOLLOWUPS.md");
    folder.write("FOLLOWUPS.md", agenda.replace("- [ ] **Thank Jane", "- [x] **Thank Jane"));
    assert_eq!(run(&folder, &["skip", "ann connect"]).code, 0);
    assert_eq!(records(&folder, "acme.md"), ["thank-you/jane-doe: done 2026-03-10"]);
}

#[test]
fn a_request_is_the_newer_word_on_what_is_ticked() {
    for (words, record) in [
        (vec!["skip", "acme/thank-you/jane-doe"], Some("skipped 2026-03-10")),
        (
            vec!["snooze", "acme/thank-you/jane-doe", "--until", "friday"],
            Some("snoozed until 2026-03-13"),
        ),
        (vec!["undo", "acme/thank-you/jane-doe"], None),
    ] {
        let folder = journal();
        folder.build(TODAY);
        folder.edit("FOLLOWUPS.md", "- [ ] **Thank Jane", "- [x] **Thank Jane");
        assert_eq!(run(&folder, &words).code, 0, "{words:?}");
        let expected: Vec<String> =
            record.map(|record| format!("thank-you/jane-doe: {record}")).into_iter().collect();
        assert_eq!(records(&folder, "acme.md"), expected, "{words:?}");
        folder.build(TODAY);
        assert_eq!(records(&folder, "acme.md"), expected, "{words:?}");
    }
}

#[test]
fn a_note_that_is_saved_meanwhile_gets_its_record_all_the_same() {
    let folder = journal();
    for number in 0..300 {
        folder.write(&format!("more/{number}.md"), NOTE.replace("Acme", &format!("C{number}")));
    }
    folder.build(TODAY);
    let mut random = Random(5);
    for turn in 0..25 {
        let id = format!("more/{turn}/thank-you/jane-doe");
        let path = folder.path().to_owned();
        let command = std::thread::spawn(move || {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_journal"));
            command.args(["done", &id, "--today", TODAY]).current_dir(path).output().unwrap()
        });
        std::thread::sleep(std::time::Duration::from_millis(random.below(150) as u64));
        let note = format!("more/{turn}.md");
        let mut file = std::fs::OpenOptions::new().append(true).open(folder.at(&note)).unwrap();
        std::io::Write::write_all(&mut file, b"saved meanwhile\n").unwrap();
        drop(file);
        let output = command.join().unwrap();
        let text = folder.read(&note);
        let is_kept = folder.has(&format!("more/{turn}.kept-1.md"));
        assert!(text.ends_with("saved meanwhile\n") || is_kept, "{text}");
        assert!(text.contains("thank-you/jane-doe: done 2026-03-10"), "{output:?}: {text}");
    }
}

#[test]
fn a_note_that_cant_be_edited_is_left_and_the_line_to_add_is_printed() {
    let folder = Folder::with(&[(
        "acme.md",
        &NOTE.replace("1 week\n", "1 week\nfollowups: &all {thank-you/jane-doe: *all}\nx: *all\n"),
    )]);
    let before = folder.read("acme.md");
    let ran = run(&folder, &["done", "acme/connect/jane-doe", "-q"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(ran.stderr.starts_with("error: acme.md was left as it is: "), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("\n  write `connect/jane-doe: done 2026-03-10` under `followups:`\n"),
        "{}",
        ran.stderr
    );
    assert_eq!(folder.read("acme.md"), before);
}

#[test]
fn show_tells_what_there_is_and_what_a_good_one_holds() {
    let folder = journal();
    folder.build(TODAY);
    let draft = "acme.thank-you.jane-doe.draft.md";
    let filled = folder
        .read(draft)
        .replace("[fill in: one thing you learned from Jane]", "I learned a lot.");
    folder.write(draft, filled);
    let ran = run(&folder, &["show", "jane", "thank"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_data_eq!(
        ran.stdout,
        str![[r#"
Thank Jane Doe · Acme Robotics, Backend engineer
acme/thank-you/jane-doe
overdue · due Tue 3 Mar, 7 days ago

Every interviewer gets a thank-you of their own within a day: due on Tuesday 3 March 2026, 1 day after the interview on Monday 2 March 2026.

acme.thank-you.jane-doe.draft.md (edited by you)
To: Jane Doe <jane@acme.example>
Subject: Thank you for Monday's conversation

Hi Jane,

Thank you for taking the time to talk with me on Monday about the Backend engineer role.

What stayed with me: the on-call rota is humane. I learned a lot.

[fill in: why this role fits your skills, and why this company]

If there is anything else you would like to know, I am happy to answer.

Thank you again,
[fill in: your name and how to reach you]

A good message of this kind
  ✓ calls them by their name
  ✓ says thank you
  ✓ refers to something they said
  ? says one thing that you learned
  ✗ says why the role fits you, or why this company
  ✓ offers to answer more
  ✗ says how to reach you
  ✓ is brief: 71 of at most 200 words
  (?: perhaps, in your own words)
2 blanks left to fill.

"#]]
    );
    // What has no draft yet, and what never has one.
    let ran = run(&folder, &["show", "globex", "news"]);
    assert_data_eq!(
        ran.stdout,
        str![[r#"
Ask Sam Lee for news · Globex, Data engineer
2026/globex/status-check/1
upcoming · due Wed 25 Mar, in 15 days

A status check goes out shortly after the date they gave, or a week after the last word without one: due on Wednesday 25 March 2026, 2 business days after the decision date on Monday 23 March 2026.

Its draft appears when it opens, on Tue 24 Mar.

"#]]
    );
    let ran = run(&folder, &["show", "2026/globex/recruiter-thanks"]);
    assert!(ran.stdout.contains("done · due Mon 9 Mar"), "{}", ran.stdout);
    assert_eq!(run(&folder, &["show", "jane"]).code, 2);
}

#[test]
fn a_checklist_claims_nothing_that_it_cant_see() {
    let marks = |edit: fn(String) -> String| {
        let folder = journal();
        folder.build(TODAY);
        let draft = "acme.thank-you.jane-doe.draft.md";
        folder.write(draft, edit(folder.read(draft)));
        let ran = run(&folder, &["show", "acme/thank-you/jane-doe"]);
        let list = ran.stdout.split("A good message of this kind\n").nth(1).unwrap().to_owned();
        let marks = list.lines().filter_map(|line| line.trim().chars().next());
        marks.filter(|mark| *mark != '(').collect::<String>()
    };
    // name, thanks, said, learned, fit, more, signed, brief; then the count of blanks
    assert_eq!(marks(|text| text), "✓✓✓✗✗✓✗✓3");
    assert_eq!(marks(|text| text.replace("rota is humane", "view was fine")), "✓✓?✗✗✓✗✓3");
    let own = |text: String| {
        let head = text.split("\n---\n").next().unwrap().to_owned();
        format!("{head}\n---\nMadam,\n\nit was a joy.\n")
    };
    assert_eq!(marks(own), "???????✓N");
    let long = |text: String| text + &"and so on ".repeat(70);
    assert_eq!(marks(long), "✓✓✓✗✗✓✗✗3");
}
