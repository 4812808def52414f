//! `done`, `skip`, `snooze`, `undo` and `show` as they are typed.

use std::collections::BTreeSet;

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::support::{DRAFT, Folder, NOTE, Random, journal, note};

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

/// The day after Acme wanted to decide.
const A_TUESDAY: &str = "2026-03-10";

/// A journal of two interviews, one of them in a folder.
fn acme_and_globex() -> Folder {
    journal(&[("acme.md", NOTE), ("2026/globex.md", GLOBEX)])
}

/// The records that a note holds.
fn records(folder: &Folder, path: &str) -> Vec<String> {
    let note = folder.read(path);
    let records = note.lines().filter(|line| line.starts_with("  ") && line.contains(": "));
    records.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn a_decision_cannot_be_put_off_beyond_its_deadline() {
    let offer = "outcome: offer; outcome_date: 2026-03-12; decide_by: 2026-03-20";
    let folder = journal(&[("a.md", &note(offer))]);
    let snooze = |day: &str| folder.run_on("2026-03-16", &format!("snooze decide --until {day}"));
    let ran = snooze("2026-03-25");
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("they want an answer by Friday 20 March 2026"), "{ran:?}");
    assert!(ran.stderr.contains("journal heard Acme offer --by DAY"), "{ran:?}");
    assert!(!folder.read("a.md").contains("followups"));
    assert_eq!(snooze("2026-03-20").code, 0);
    // They want the answer earlier than they said at first.
    let heard = folder.run_on("2026-03-16", "heard acme offer --by 2026-03-18");
    assert!(
        heard.stderr.contains("Decide on the offer from Acme · due Mon 16 Mar, today"),
        "{heard:?}"
    );
    assert!(folder.read("FOLLOWUPS.md").contains("- [ ] **Decide on the offer from Acme**"));
    let ran = folder.run_on("2026-03-19", "snooze decide --until 2026-03-23");
    assert_eq!(ran.code, 2);
    assert!(
        ran.stderr.contains("they wanted an answer by Wednesday 18 March 2026; if they"),
        "{ran:?}"
    );
}

/// Whatever is put off comes back on its day, or one is told that it won't.
#[test]
fn what_is_too_late_by_the_day_to_which_it_is_put_off_is_said() {
    let sam = "recruiter: Sam Lee <sam@acme.example>; interviewers: [Jo <jo@acme.example>]";
    let note =
        note(&format!("{sam}; decision_window: by 2026-03-05")) + "\n## To send\n\n- a talk\n";
    let snoozed = |what: &str, until: &str| {
        let folder = journal(&[("a.md", &note)]);
        let words = ["snooze", what, "--until", until];
        let ran = folder.run_words_on("2026-03-04", &words);
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(folder.read("a.md").contains(&format!("snoozed until {until}")));
        (ran.stderr, folder.build(until))
    };
    let (said, agenda) = snoozed("sam arranging", "2026-03-09");
    let warning = "warning: Thank Sam Lee for arranging it · Acme won't be listed again: from Friday 6 March 2026 on";
    assert!(said.contains(warning) && !agenda.contains("for arranging"), "{said}{agenda}");
    for (what, line, until) in [
        ("sam arranging", "- [ ] **Thank Sam Lee for arranging it**", "2026-03-05"),
        ("useful", "- [ ] **Send Jo something useful**", "2026-03-09"),
        ("thank jo", "- [ ] **Thank Jo**", "2026-04-09"),
    ] {
        let (said, agenda) = snoozed(what, until);
        assert!(!said.contains("warning") && agenda.contains(line), "{said}{agenda}");
    }
}

/// People are often noted by a first name, or by a name misheard.
#[test]
fn who_was_thanked_stays_thanked_when_their_name_is_completed_or_mended() {
    let note = note("interviewers: [Beth, Jon Smyth <john@acme.example>]");
    let folder = journal(&[("acme.md", &note)]);
    let day = "2026-03-03";
    folder.build(day);
    folder.run_words_on(day, &["done", "thank beth", "thank jon"]);
    let sent = folder.read("acme.thank-you.beth.draft.md");
    folder.edit("acme.md", "Beth, Jon Smyth", "Beth Lomas, John Smith");
    let ran = folder.run_on(day, "build");
    assert_eq!(ran.code, 0);
    assert!(!ran.stderr.contains("warning"), "{}", ran.stderr);
    assert_eq!(folder.read("acme.thank-you.beth.draft.md"), sent, "what was sent stays");
    assert!(!folder.has("acme.thank-you.beth-lomas.draft.md"));
    let agenda = folder.read("FOLLOWUPS.md");
    for done in ["- [x] **Thank Beth Lomas**", "- [x] **Thank John Smith**"] {
        assert!(agenda.contains(done), "{agenda}");
    }
    folder.run_words_on(day, &["undo", "thank beth lomas"]);
    assert_eq!(records(&folder, "acme.md"), ["thank-you/jon-smyth: done 2026-03-03"]);
    assert!(folder.read("FOLLOWUPS.md").contains("- [ ] **Thank Beth Lomas**"));
}

#[test]
fn a_follow_up_is_named_by_its_id_or_by_words_that_fit_it_alone() {
    #[rustfmt::skip]
    let cases: [(&[&str], &str); 7] = [
        // the words | the follow-up
        (&["2026/globex/thank-you/ann-lee"], "thank-you/ann-lee"),
        (&["ann", "thank"],                  "thank-you/ann-lee"),
        (&["ANN thank"],                     "thank-you/ann-lee"),
        (&["globex", "connect"],             "connect"),
        (&["thank-you/ann"],                 "thank-you/ann-lee"),
        (&["globex", "news"],                "status-check/1"),
        (&["data", "useful"],                "value-add/ann-lee"),
    ];
    for (words, id) in cases {
        let folder = acme_and_globex();
        let ran = folder.run_words_on(A_TUESDAY, &[&["done"], words].concat());
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{words:?}: {}", ran.stderr);
        let expected = format!("{id}: done 2026-03-10");
        assert!(records(&folder, "2026/globex.md").contains(&expected), "{words:?}: {ran:?}");
        assert!(folder.has("FOLLOWUPS.md"), "the agenda is up to date");
        assert_eq!(folder.run_on(A_TUESDAY, "build --check").code, 0);
    }
}

#[test]
fn a_follow_up_is_named_by_its_key_or_the_beginning_of_it() {
    let folder = acme_and_globex();
    let agenda = folder.agenda(A_TUESDAY);
    let followups = agenda["followups"].as_array().unwrap();
    let text = |followup: &Value, field: &str| followup[field].as_str().unwrap().to_owned();
    let keys: BTreeSet<String> = followups.iter().map(|one| text(one, "key")).collect();
    assert_eq!(keys.len(), followups.len(), "each has a key of its own");
    let ann = followups.iter().find(|one| one["id"] == "2026/globex/thank-you/ann-lee").unwrap();
    let key = text(ann, "key");
    let words = ["agenda", "--today", A_TUESDAY];
    let shown = folder.run_with(&words, &[("COLUMNS", "160")]).stdout;
    let line = shown.lines().find(|line| line.contains(&key)).unwrap();
    assert!(line.contains("Thank Ann Lee") && !line.contains("thank-you/"), "{shown}");
    for digits in [4, 6, 8] {
        let folder = acme_and_globex();
        let ran = folder.run_words_on(A_TUESDAY, &["done", &key[..digits]]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let done = "thank-you/ann-lee: done 2026-03-10".to_owned();
        assert!(records(&folder, "2026/globex.md").contains(&done), "{ran:?}");
        assert!(folder.run_words_on(A_TUESDAY, &["show", &key]).stdout.contains(&key));
        assert_eq!(folder.run_words_on(A_TUESDAY, &["undo", &key]).code, 0);
        assert!(!records(&folder, "2026/globex.md").contains(&done));
    }
    assert_eq!(folder.run_words_on(A_TUESDAY, &["done", &key[..3]]).code, 2);
}

#[test]
fn several_at_once() {
    let folder = acme_and_globex();
    let ran = folder
        .run_words_on(A_TUESDAY, &["done", "ann thank", "2026/globex/connect", "jane connect"]);
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
            "connect: done 2026-03-10",
            "recruiter-thanks: done 2026-03-09",
            "thank-you/ann-lee: done 2026-03-10"
        ]
    );
}

#[test]
fn words_that_fit_several_or_none_change_nothing() {
    let folder = acme_and_globex();
    folder.build(A_TUESDAY);
    let before = folder.texts();
    let ran = folder.run_on(A_TUESDAY, "done jane");
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: "jane" matches several follow-ups; name one:
  6cf184ed  Thank Jane Doe · Acme Robotics, Backend engineer · due Tue 3 Mar
  ed2a5c06  Connect with Jane Doe · Acme Robotics, Backend engineer · due Fri 6 Mar
  971f3ffc  Ask Jane Doe for news · Acme Robotics, Backend engineer · due Wed 11 Mar

"#]]
    );
    for words in [&["done", "nobody"][..], &["done", "ann thank", "jane"], &["done", "-- ??"]] {
        assert_eq!(folder.run_words_on(A_TUESDAY, words).code, 2, "{words:?}");
    }
    // Words for `done` fit only what is open, and words for `undo` only what is settled.
    assert_eq!(folder.run_words_on(A_TUESDAY, &["done", "sam arranging"]).code, 2);
    assert_eq!(folder.run_words_on(A_TUESDAY, &["undo", "ann thank"]).code, 2);
    assert_eq!(folder.run_on(A_TUESDAY, "done").code, 2);
    // Words that fit nothing together are not taken one by one.
    assert_eq!(folder.run_on(A_TUESDAY, "done debrief ann").code, 2);
    let ran = folder.run_words_on(A_TUESDAY, &["done", "sam arranging"]);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: "sam arranging" matches nothing that is open now, only:
  4124663b  Thank Sam Lee for arranging it · Globex, Data engineer · done

"#]]
    );
    assert_eq!(folder.texts(), before);
}

#[test]
fn a_whole_word_goes_before_the_beginning_of_one() {
    let acme = note("role: Data analyst; interviewers: [Ana Ruiz, Jo Hay, Joanna Lee]");
    for (words, id) in [
        ("ana thank", "thank-you/ana-ruiz"),
        ("thank jo", "thank-you/jo-hay"),
        ("thank joa", "thank-you/joanna-lee"),
    ] {
        let folder = journal(&[("acme.md", &*acme)]);
        let ran = folder.run_words_on("2026-03-03", &["done", words]);
        assert_eq!(
            records(&folder, "acme.md"),
            [format!("{id}: done 2026-03-03")],
            "{words}: {ran:?}"
        );
    }
}

#[test]
fn words_that_tell_the_deed_mean_what_is_to_be_done() {
    #[rustfmt::skip]
    let rows = [
        // the words | what is recorded
        ("thanked ann",                 "thank-you/ann-lee"),
        ("thanks ann",                  "thank-you/ann-lee"),
        ("I've thanked ann",            "thank-you/ann-lee"),
        ("thank you to ann",            "thank-you/ann-lee"),
        ("connected with jane",         "connect"),
        ("chased sam at acme for news", ""),
    ];
    for (words, id) in rows {
        let folder = acme_and_globex();
        let ran = folder.run_words_on(A_TUESDAY, &["done", words]);
        let new = [records(&folder, "acme.md"), records(&folder, "2026/globex.md")].concat();
        assert_eq!(
            new.contains(&format!("{id}: done 2026-03-10")),
            !id.is_empty(),
            "{words}: {ran:?}"
        );
        assert_eq!(ran.code == 0, !id.is_empty(), "{words}: {ran:?}");
    }
    // What may be meant is named, and nothing is written.
    let folder = acme_and_globex();
    for (words, near) in [
        ("thank ann leee", "Thank Ann Lee · Globex, Data engineer · due "),
        ("thanked an lea", "Thank Ann Lee · Globex, Data engineer · due "),
        ("emailed ann", "Thank Ann Lee · Globex, Data engineer · due "),
    ] {
        let before = folder.texts();
        let ran = folder.run_words_on(A_TUESDAY, &["done", words]);
        let said = format!("error: no follow-up or task matches {words:?}; did you mean:\n");
        assert!(ran.code == 2 && ran.stderr.starts_with(&said), "{words}: {ran:?}");
        assert!(ran.stderr.contains(near), "{words}: {ran:?}");
        assert_eq!(folder.texts(), before);
    }
    let ran = folder.run_words_on(A_TUESDAY, &["done", "emailed nobody"]);
    assert!(ran.stderr.contains("`journal agenda` lists them"), "{ran:?}");
}

#[test]
fn days_are_understood_as_people_say_them() {
    #[rustfmt::skip]
    let cases = [
        // the words | the record
        (vec!["done", "ann thank", "--on", "yesterday"],      "done 2026-03-09"),
        (vec!["done", "ann thank", "--on", "monday"],         "done 2026-03-09"),
        (vec!["skip", "ann thank", "--on", "2026-03-09"],     "skipped 2026-03-09"),
        (vec!["snooze", "ann thank", "--until", "friday"],    "snoozed until 2026-03-13"),
        (vec!["snooze", "ann thank", "--until", "in 3 days"], "snoozed until 2026-03-13"),
        (vec!["snooze", "ann thank", "--until", "tomorrow"],  "snoozed until 2026-03-11"),
    ];
    for (words, record) in cases {
        let folder = acme_and_globex();
        let ran = folder.run_words_on(A_TUESDAY, &words);
        assert_eq!(ran.code, 0, "{words:?}: {}", ran.stderr);
        let expected = format!("thank-you/ann-lee: {record}");
        assert!(records(&folder, "2026/globex.md").contains(&expected), "{words:?}: {ran:?}");
    }
    let folder = acme_and_globex();
    #[rustfmt::skip]
    let refused = [
        // the words | the reason in the message
        (vec!["done", "ann thank", "--on", "2026-03-11"],      "a day that is still to come"),
        (vec!["done", "ann thank", "--on", "someday"],         "write today, yesterday, monday"),
        (vec!["snooze", "ann thank", "--until", "2026-03-10"], "no day that is still to come"),
        (vec!["snooze", "ann thank", "--until", "later"],      "write tomorrow, friday, in 3 days"),
        (vec!["snooze", "ann thank"],                          "--until <WHEN>"),
    ];
    for (words, why) in refused {
        let ran = folder.run_words_on(A_TUESDAY, &words);
        assert_eq!(ran.code, 2, "{words:?}");
        assert!(ran.stderr.contains(why), "{words:?}: {}", ran.stderr);
    }
    assert_eq!(folder.read("2026/globex.md"), GLOBEX);
}

#[test]
fn a_record_can_be_changed_and_taken_back() {
    let folder = acme_and_globex();
    let id = "2026/globex/thank-you/ann-lee";
    assert_eq!(folder.run_words_on(A_TUESDAY, &["snooze", id, "--until", "friday"]).code, 0);
    // A follow-up that is put off can still be done.
    assert_eq!(folder.run_words_on(A_TUESDAY, &["done", "ann thank"]).code, 0);
    assert_eq!(folder.run_words_on(A_TUESDAY, &["done", id, "--on", "yesterday"]).code, 0);
    assert!(
        records(&folder, "2026/globex.md").contains(&"thank-you/ann-lee: done 2026-03-09".into())
    );
    let ran = folder.run_on(A_TUESDAY, "undo ann");
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
    assert_eq!(folder.run_words_on(A_TUESDAY, &["skip", "ann connect"]).code, 0);
    assert_eq!(records(&folder, "acme.md"), ["thank-you/jane-doe: done 2026-03-10"]);
}

#[test]
fn a_command_overrides_a_tick_that_waits() {
    for (words, record) in [
        (vec!["skip", "acme/thank-you/jane-doe"], Some("skipped 2026-03-10")),
        (
            vec!["snooze", "acme/thank-you/jane-doe", "--until", "friday"],
            Some("snoozed until 2026-03-13"),
        ),
        (vec!["undo", "acme/thank-you/jane-doe"], None),
    ] {
        let folder = acme_and_globex();
        folder.build(A_TUESDAY);
        folder.edit("FOLLOWUPS.md", "- [ ] **Thank Jane", "- [x] **Thank Jane");
        assert_eq!(folder.run_words_on(A_TUESDAY, &words).code, 0, "{words:?}");
        let expected: Vec<String> =
            record.map(|record| format!("thank-you/jane-doe: {record}")).into_iter().collect();
        assert_eq!(records(&folder, "acme.md"), expected, "{words:?}");
        folder.build(A_TUESDAY);
        assert_eq!(records(&folder, "acme.md"), expected, "{words:?}");
    }
}

#[test]
fn a_note_that_is_saved_meanwhile_gets_its_record_all_the_same() {
    let folder = acme_and_globex();
    for number in 0..300 {
        folder.write(&format!("more/{number}.md"), NOTE.replace("Acme", &format!("C{number}")));
    }
    folder.build(A_TUESDAY);
    let mut random = Random(5);
    for turn in 0..25 {
        let id = format!("more/{turn}/thank-you/jane-doe");
        let mut command = folder.program("");
        command.args(["done", &id, "--today", A_TUESDAY]);
        let command = std::thread::spawn(move || command.output().unwrap());
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
    let folder = journal(&[(
        "acme.md",
        &NOTE.replace("1 week\n", "1 week\nfollowups: &all {thank-you/jane-doe: *all}\nx: *all\n"),
    )]);
    let before = folder.read("acme.md");
    let ran = folder.run_on(A_TUESDAY, "done acme/connect -q");
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(ran.stderr.starts_with("error: acme.md was left as it is: "), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("\n  write `connect: done 2026-03-10` under `followups:`\n"),
        "{}",
        ran.stderr
    );
    assert_eq!(folder.read("acme.md"), before);
}

/// The blank of a thank-you to Jane Doe for which the note has no words.
const BLANK: &str = "[fill in: one thing from the conversation with Jane that stayed with you]";

#[test]
fn show_prints_a_follow_up_its_draft_and_a_checklist() {
    let folder = acme_and_globex();
    folder.build(A_TUESDAY);
    let filled = folder.read(DRAFT).replace(BLANK, "I still think of the rota.");
    folder.write(DRAFT, filled);
    let ran = folder.run_on(A_TUESDAY, "show jane thank");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_data_eq!(
        ran.stdout,
        str![[r#"
Thank Jane Doe · Acme Robotics, Backend engineer
acme/thank-you/jane-doe · 6cf184ed
overdue · due Tue 3 Mar, 7 days ago

Every interviewer gets a thank-you of their own within a day: due on Tuesday 3 March 2026, 1 day after the interview on Monday 2 March 2026.

acme.thank-you.jane-doe.draft.md (edited by you)
To: Jane Doe <jane@acme.example>
Subject: Thank you (Backend engineer)

Hi Jane,

Thank you for talking with me about the backend engineer role on Monday. I still think of the rota.

I'd be very glad to work with you. If anything else would help you decide, just ask.

Best regards,
[fill in: your name and how to reach you]

A good message of this kind
  ✓ calls them by their name
  ✓ says thank you
  ? says something that only you can say
  ✓ leaves the door open
  ✗ says how to reach you
  ✓ is brief: 49 of at most 150 words
  (?: perhaps, in your own words)
1 blank left to fill.

"#]]
    );
    // One that has no draft yet, and one that never gets any.
    let ran = folder.run_on(A_TUESDAY, "show globex news");
    assert_data_eq!(
        ran.stdout,
        str![[r#"
Ask Sam Lee for news · Globex, Data engineer
2026/globex/status-check/1 · 73686b12
upcoming · due Wed 25 Mar, in 15 days

A status check goes out shortly after the date they gave, or a week after the last word without one: due on Wednesday 25 March 2026, 2 business days after the decision date on Monday 23 March 2026.

Its draft appears when it opens, on Tue 24 Mar.

"#]]
    );
    let ran = folder.run_on(A_TUESDAY, "show 2026/globex/recruiter-thanks");
    assert!(ran.stdout.contains("done Mon 9 Mar, yesterday"), "{}", ran.stdout);
    assert_eq!(folder.run_on(A_TUESDAY, "show jane").code, 2);
}

#[test]
fn a_checklist_claims_nothing_that_it_cant_see() {
    let marks = |edit: fn(String) -> String| {
        let folder = acme_and_globex();
        folder.build(A_TUESDAY);
        folder.write(DRAFT, edit(folder.read(DRAFT)));
        let ran = folder.run_on(A_TUESDAY, "show acme/thank-you/jane-doe");
        let list = ran.stdout.split("A good message of this kind\n").nth(1).unwrap().to_owned();
        let marks = list.lines().filter_map(|line| line.trim().chars().next());
        marks.filter(|mark| *mark != '(').collect::<String>()
    };
    // name, thanks, something of one's own, an open door, signed, brief; then the count of blanks
    assert_eq!(marks(|text| text), "✓✓✗✓✗✓2");
    assert_eq!(marks(|text| text.replace(BLANK, "The view was fine.")), "✓✓?✓✗✓1");
    let own = |text: String| {
        let head = text.split("\n---\n").next().unwrap().to_owned();
        format!("{head}\n---\nMadam,\n\nit was a joy.\n")
    };
    assert_eq!(marks(own), "?????✓N");
    let long =
        |text: String| text.replace("Best regards", &("and so on ".repeat(70) + "Best regards"));
    assert_eq!(marks(long), "✓✓✗✓✗✗2");
}

/// Two people of whom one's name holds the other's, at two companies of which one's name holds the other's.
fn namesakes() -> Folder {
    let note = |company: &str, people: &str| {
        let head = format!("---\ncompany: {company}\ndate: 2026-03-02\n");
        format!("{head}interviewers: [{people}]\ndecision_window: 1 week\n---\n")
    };
    let people = "Ann Lee <ann@a.example>, Ann Lee Moss <moss@a.example>";
    journal(&[("a.md", &note("Acme", people)), ("b.md", &note("Globex", "Bo Ek <bo@b.example>"))])
}

#[test]
fn a_whole_title_wins_over_longer_ones_that_hold_it() {
    #[rustfmt::skip]
    let cases = [
        // the words | the follow-up, if it is one alone
        ("thank ann lee",      Some("a/thank-you/ann-lee")),
        ("Thank Ann Lee acme", Some("a/thank-you/ann-lee")),
        ("thank ann lee moss", Some("a/thank-you/ann-lee-moss")),
        ("thank moss",         Some("a/thank-you/ann-lee-moss")),
        ("thank ann",          None),
        ("ann lee",            None),
    ];
    for (words, id) in cases {
        let ran = namesakes().run_words_on("2026-03-03", &["show", words]);
        let shown = ran.stdout.lines().nth(1).and_then(|line| line.split(" · ").next());
        assert_eq!((ran.code, shown), (if id.is_some() { 0 } else { 2 }, id), "{words}: {ran:?}");
    }
}

#[test]
fn if_one_of_several_is_unclear_none_is_recorded() {
    let folder = namesakes();
    let before = folder.texts();
    for words in [["bo thank", "ann lee"], ["ann lee", "bo thank"], ["bo thank", "nobody here"]] {
        let ran = folder.run_words_on("2026-03-03", &[&["done"][..], &words].concat());
        assert_eq!(ran.code, 2);
        assert!(ran.stderr.ends_with("\nnothing was done\n"), "{}", ran.stderr);
        assert_eq!(folder.texts(), before);
    }
    // Ids and words together.
    let ran = folder.run_words_on("2026-03-03", &["done", "a/thank-you/ann-lee", "bo", "thank"]);
    assert_eq!(ran.code, 0, "{ran:?}");
}

#[test]
fn show_finds_what_is_done() {
    let folder = namesakes();
    folder.run_words_on("2026-03-03", &["done", "bo thank", "thank ann lee moss"]);
    let ran = folder.run_words_on("2026-03-04", &["show", "bo thank"]);
    let lines: Vec<&str> = ran.stdout.lines().take(3).collect();
    assert_eq!(
        lines,
        ["Thank Bo Ek · Globex", "b/thank-you/bo-ek · 0aeac108", "done Tue 3 Mar, yesterday"],
        "{ran:?}"
    );
    // What is still to be done comes first.
    let ran = folder.run_words_on("2026-03-04", &["show", "ann thank"]);
    assert_eq!(ran.stdout.lines().nth(1), Some("a/thank-you/ann-lee · 6625b533"), "{ran:?}");
}

#[test]
fn days_are_the_same_words_in_every_option() {
    let folder = namesakes();
    for day in ["2026-03-06", "6 March 2026", "Fri 6 Mar 2026", "6.3.2026", "March 6th, 2026"] {
        let ran = folder.run_words_on("2026-03-10", &["done", "bo thank", "--on", day]);
        assert!(ran.stderr.contains("done 2026-03-06"), "{day}: {ran:?}");
        let undone = folder.run_words_on("2026-03-10", &["undo", "bo thank"]);
        assert_eq!(undone.code, 0, "{undone:?}");
        let ran = folder.run_words_on("2026-03-03", &["snooze", "bo thank", "--until", day]);
        assert!(ran.stderr.contains("until 2026-03-06"), "{day}: {ran:?}");
        folder.run_words_on("2026-03-03", &["undo", "bo thank"]);
        let ran = folder.run_words_on(day, &["agenda"]);
        assert!(ran.stdout.contains("Friday 6 March 2026"), "{day}: {ran:?}");
    }
    for (option, message) in [
        (&["done", "bo thank", "--on", "Mon 6 March 2026"][..], "is a Friday"),
        (&["snooze", "bo thank", "--until", "Mon 20 March"], "2026-03-20 is a Friday"),
        (&["done", "bo thank", "--on", "3/4/2026"], "could be 2026-03-04 or 2026-04-03"),
        (&["new", "X", "--date", "Mon 6 March"], "2026-03-06 is a Friday"),
        (&["done", "bo thank", "--on", "tomorrow"], "still to come"),
        (&["snooze", "bo thank", "--until", "yesterday"], "no day that is still to come"),
    ] {
        let ran = folder.run_words_on("2026-03-10", option);
        assert_eq!(ran.code, 2, "{option:?}");
        assert!(ran.stderr.contains(message), "{option:?}: {}", ran.stderr);
    }
}

#[test]
fn nothing_is_done_before_its_interview_or_put_off_for_a_year_by_mistake() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build(A_TUESDAY);
    let before = folder.read("acme.md");
    for (line, said) in [
        ("done jane thank --on 20 March", "2025-03-20 is before the interview on 2026-03-02"),
        ("done jane thank --on 2026-03-01", "2026-03-01 is before the interview on 2026-03-02"),
        ("snooze jane thank --until 9 March", "would be 2027-03-09, as 2026-03-09 has passed"),
    ] {
        let ran = folder.run_on(A_TUESDAY, line);
        assert!(ran.code == 2 && ran.stderr.contains(said), "{line}: {ran:?}");
    }
    // Neither on the day that a plugin put on the line.
    let agenda = folder.read("FOLLOWUPS.md");
    let line = agenda.lines().find(|line| line.contains("**Thank Jane")).unwrap();
    let ticked = line.replace("[ ]", "[x]").replace(" <!--", " ✅ 2026-03-01 <!--");
    folder.edit("FOLLOWUPS.md", line, &ticked);
    let ran = folder.run_on(A_TUESDAY, "build");
    let said = "error[not-recorded]: acme.md: the tick for acme/thank-you/jane-doe could not be recorded: 2026-03-01 is before";
    assert!(ran.stderr.contains(said), "{}\n{ticked}", ran.stderr);
    assert_eq!(folder.read("acme.md"), before);
    // Days of several words need no quotes.
    assert_eq!(folder.run_on(A_TUESDAY, "done jane thank --on 9 March").code, 0);
    assert!(folder.read("acme.md").contains("thank-you/jane-doe: done 2026-03-09"));
}

#[test]
fn show_points_out_words_for_oneself() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build("2026-03-03");
    folder.edit(DRAFT, "Hi Jane,\n", "Hi Jane,\n\nYou seemed bored.\n");
    let shown = folder.run_on("2026-03-03", "show jane thank").stdout;
    assert!(shown.contains("Reads like a remark for yourself: \"seemed bored\""), "{shown}");
}

/// A report to an agency is passed on: pay and doubts in it are never praised.
#[test]
fn pay_and_doubts_in_a_report_are_not_ticked_off() {
    let fields = "interviewers: [Ann Poe <ann@x.example>]; recruiter: {name: Sam Lee, email: s@t.example, agency: Talent}";
    for (said, mark) in [
        ("I'd be glad to start on the 13th.", '✓'),
        ("- worry: 40 min drive", '✗'),
        ("- cons: far, low pay", '✗'),
        ("Would £165 a day do?", '✗'),
    ] {
        let folder = journal(&[("a.md", &(note(fields) + &format!("\n## Tell Sam\n\n{said}\n")))]);
        folder.build("2026-03-03");
        let shown = folder.run_on("2026-03-03", "show a/recruiter-debrief").stdout;
        assert!(shown.contains(&format!("{mark} says nothing of pay or doubts")), "{shown}");
    }
}
