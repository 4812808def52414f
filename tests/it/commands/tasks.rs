//! Tasks of notes on the command line: `done` ticks them, and the other commands say what to do instead.

use snapbox::{assert_data_eq, str};

use crate::support::{AGENDA, Folder, journal};

const TODAY: &str = "2026-01-12";

const NOTE: &str = "---
company: MediLink
date: 2026-01-05
interviewers: [Jane Doe]
next_action: Call Gaz
followups:
  thank-you/jane-doe: done 2026-01-06
---

- [ ] send DBS one (due 12 January)
- [ ] send DBS two to Gaz
";

fn folder() -> Folder {
    let folder = journal(&[("medi.md", NOTE)]);
    folder.build(TODAY);
    folder
}

/// The key of a task, as the agenda shows it.
fn key(folder: &Folder, words: &str) -> String {
    let agenda = folder.run_on(TODAY, "agenda").stdout;
    let line = agenda.lines().find(|line| line.contains(words)).unwrap();
    line.split_whitespace().last().unwrap().to_owned()
}

/// Runs a command that changes nothing and ends with status 2, and gives its messages.
fn refused(folder: &Folder, words: &[&str]) -> String {
    let before = (folder.read("medi.md"), folder.read(AGENDA));
    let ran = folder.run_words_on(TODAY, words);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{ran:?}");
    assert_eq!((folder.read("medi.md"), folder.read(AGENDA)), before, "{words:?}");
    ran.stderr
}

#[test]
fn done_ticks_a_task_in_its_note() {
    let key = key(&folder(), "send DBS one");
    let id = "medi.md#task-send DBS one";
    for words in [&[&*key][..], &[&key[..4]], &["DBS one"], &["send", "one"], &[id]] {
        let folder = folder();
        let ran = folder.run_words_on(TODAY, &[&["done"], words].concat());
        assert_eq!(ran.stderr, "send DBS one · MediLink: ticked (medi.md)\n", "{words:?}");
        assert_eq!(ran.code, 0);
        assert_eq!(folder.read("medi.md"), NOTE.replace("[ ] send DBS one", "[x] send DBS one"));
        assert!(!folder.read(AGENDA).contains("send DBS one"));
    }
}

#[test]
fn follow_ups_and_tasks_are_done_together() {
    let folder = folder();
    let ran = folder.run_words_on(TODAY, &["done", "jane news", "DBS two", "DBS one"]);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
Ask Jane Doe for news · MediLink: done 2026-01-12 (medi.md)
send DBS two to Gaz · MediLink: ticked (medi.md)
send DBS one · MediLink: ticked (medi.md)

"#]]
    );
    let note = folder.read("medi.md");
    assert!(note.contains("  status-check/1: done 2026-01-12\n"), "{note}");
    assert_eq!(note.matches("- [x]").count(), 2, "{note}");
}

#[test]
fn words_for_several_list_tasks_too() {
    let folder = folder();
    assert_data_eq!(
        refused(&folder, &["done", "DBS"]),
        str![[r#"
error: "DBS" matches several tasks; name one:
  301b4a70  send DBS one · MediLink · task, due Mon 12 Jan
  9aaa6e8d  send DBS two to Gaz · MediLink · task

"#]]
    );
    assert_data_eq!(
        refused(&folder, &["done", "send"]),
        str![[r#"
error: "send" matches several follow-ups and tasks; name one:
  a9322535  Send Jane Doe something useful · MediLink · due Thu 8 Jan
  301b4a70  send DBS one · MediLink · task, due Mon 12 Jan
  9aaa6e8d  send DBS two to Gaz · MediLink · task

"#]]
    );
    assert_data_eq!(
        refused(&folder, &["done", "dentist"]),
        str![[r#"
error: no follow-up or task matches "dentist"; `journal agenda` lists them

"#]]
    );
}

#[test]
fn other_commands_say_what_to_do_with_a_task() {
    let folder = folder();
    let key = key(&folder, "send DBS one");
    for words in ["DBS one", &key] {
        assert_data_eq!(
            refused(&folder, &["skip", words]),
            str![[r#"
error: the task "send DBS one" can't be skipped; delete it if it is off: medi.md:10

"#]]
        );
        assert_data_eq!(
            refused(&folder, &["snooze", words, "--until", "friday"]),
            str![[r#"
error: the task "send DBS one" can't be put off; change its day: medi.md:10

"#]]
        );
        assert_data_eq!(
            refused(&folder, &["show", words]),
            str![[r#"
error: the task "send DBS one" has no draft; it stands in medi.md:10

"#]]
        );
        assert_data_eq!(
            refused(&folder, &["mail", words]),
            str![[r#"
error: the task "send DBS one" has no draft; it stands in medi.md:10

"#]]
        );
        assert_data_eq!(
            refused(&folder, &["undo", words]),
            str![[r#"
error: the task "send DBS one" isn't ticked; it stands in medi.md:10

"#]]
        );
    }
    assert_data_eq!(
        refused(&folder, &["done", "call", "gaz"]),
        str![[r#"
error: the task "Call Gaz" has no box; once it is done, write the next one there: `next_action` of medi.md

"#]]
    );
}

#[test]
fn a_task_that_is_ticked_is_known_by_its_key() {
    let folder = folder();
    let key = key(&folder, "send DBS one");
    assert_eq!(folder.run_words_on(TODAY, &["done", &key]).code, 0);
    assert_data_eq!(
        refused(&folder, &["done", &key]),
        str![[r#"
error: the task "send DBS one" is ticked in medi.md

"#]]
    );
    assert_data_eq!(
        refused(&folder, &["undo", &key]),
        str![[r#"
error: the task "send DBS one" is ticked in medi.md; take the tick out there

"#]]
    );
}
