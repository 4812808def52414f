//! Ticks in the agenda: each is recorded in its note, or waits until it can be.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use super::{GLOBEX, acme_and_globex, line, own, tick, ticked};
use crate::support::{AGENDA, Folder, NOTE, TODAY, journal, note};

#[test]
fn a_tick_is_recorded_in_the_note_and_nothing_else_of_it_changes() {
    let cases = [
        // the mark in the box | the record in the note
        ('x', "  thank-you/jane-doe: done 2026-03-03\n"),
        ('X', "  thank-you/jane-doe: done 2026-03-03\n"),
        ('-', "  thank-you/jane-doe: skipped 2026-03-03\n"),
    ];
    for (mark, record) in cases {
        let folder = acme_and_globex();
        tick(&folder, "acme/thank-you/jane-doe", mark);
        let agenda = folder.build(TODAY);
        let expected = NOTE.replacen("1 week\n", &format!("1 week\nfollowups:\n{record}"), 1);
        assert_eq!(folder.read("acme.md"), expected, "[{mark}]");
        assert_eq!(own(&agenda), "", "[{mark}]");
        // The next day it isn't recorded anew.
        folder.build("2026-03-04");
        assert_eq!(folder.read("acme.md"), expected, "[{mark}]");
    }
}

#[test]
fn a_done_line_that_is_unticked_is_taken_back() {
    let folder = acme_and_globex();
    tick(&folder, "globex/thank-you/bo-day", ' ');
    let agenda = folder.build(TODAY);
    assert_eq!(
        folder.read("globex.md"),
        GLOBEX.replace("  thank-you/bo-day: done 2026-03-02\n", "")
    );
    assert!(line(&agenda, "globex/thank-you/bo-day").starts_with("- [ ] "), "{agenda}");
    assert_eq!(own(&agenda), "");
}

#[test]
fn letting_a_process_go_is_its_outcome() {
    let fields = "outcome: pending\nfollowups:\n  status-check/1: done 2026-03-10\n  status-check/2: done 2026-03-18";
    let note = note(&format!(
        "company: Kestrel\ndate: 2026-03-02\ninterviewers: [Jo Bell <jo@k.example>]\n{fields}"
    ));
    let gone = note.replace("outcome: pending", "outcome: no_response\noutcome_date: 2026-04-03");
    let folder = journal(&[("a.md", &note)]);
    folder.build("2026-04-03");
    tick(&folder, "a/close-out", 'x');
    let agenda = folder.build("2026-04-03");
    assert_eq!(folder.read("a.md"), gone);
    assert!(agenda.contains("Nothing to do."), "{agenda}");
    // The command does the same.
    folder.write("a.md", &note);
    folder.build("2026-04-03");
    assert_eq!(folder.run_on("2026-04-03", "done a/close-out").code, 0);
    assert_eq!(folder.read("a.md"), gone);
    // It can still be decided against.
    folder.write("a.md", &note);
    folder.build("2026-04-03");
    tick(&folder, "a/close-out", '-');
    folder.build("2026-04-03");
    assert!(folder.read("a.md").contains("  close-out: skipped 2026-04-03\n"));
}

#[test]
fn lines_are_known_by_their_ids() {
    type Edit = fn(&str, &str) -> String;
    let edits: [(&str, Edit); 5] = [
        // what is done to the line | the agenda after it, from the agenda and the line
        ("moved", |agenda, line| {
            let rest = agenda.replace(&format!("{line}\n"), "");
            format!("{line}\n\n{rest}")
        }),
        ("re-worded", |agenda, line| {
            let comment = &line[line.find("<!--").unwrap()..];
            agenda.replace(line, &format!("* [x] thanked her on the phone {comment}"))
        }),
        ("doubled", |agenda, line| {
            let open = line.replace("[x]", "[ ]");
            agenda.replace(line, &format!("{open}\n{line}\n{line}\n{open}"))
        }),
        ("among own notes", |agenda, line| {
            format!("{}{line}\n", agenda.replace(&format!("{line}\n"), ""))
        }),
        ("with a date behind it", |agenda, line| {
            agenda.replace(line, &format!("{line} ✅ 2026-03-03"))
        }),
    ];
    for (how, edit) in edits {
        let folder = acme_and_globex();
        let agenda = ticked(&folder.read(AGENDA), "acme/thank-you/jane-doe", 'x');
        let line = line(&agenda, "acme/thank-you/jane-doe").to_owned();
        folder.write(AGENDA, edit(&agenda, &line));
        let agenda = folder.build(TODAY);
        if how == "with a date behind it" || how == "moved" {
            assert_eq!(own(&agenda), "", "{how}");
        }
        let note = folder.read("acme.md");
        assert_eq!(note.matches("thank-you/jane-doe: done 2026-03-03").count(), 1, "{how}: {note}");
        // Taken back elsewhere, it stays taken back: no line is left that would record it again.
        folder.edit("acme.md", "  thank-you/jane-doe: done 2026-03-03\n", "");
        let agenda = folder.build(TODAY);
        assert!(!folder.read("acme.md").contains("done"), "{how}: {agenda}");
    }
}

#[test]
fn a_copy_of_an_older_agenda_gives_its_ticks_and_takes_nothing_back() {
    let folder = acme_and_globex();
    let old = folder.read(AGENDA);
    // Meanwhile one is recorded, and somebody writes into the agenda.
    assert_eq!(folder.run_on(TODAY, "done jane thank").code, 0);
    folder.write(AGENDA, folder.read(AGENDA) + "\nmine\n");
    folder.build("2026-03-04");
    // The editor still has the old one, and saves it with another tick.
    folder.write(AGENDA, ticked(&old, "globex/thank-you/ann-lee", 'x'));
    let agenda = folder.build("2026-03-04");
    assert!(folder.read("acme.md").contains("thank-you/jane-doe: done 2026-03-03"));
    assert!(folder.read("globex.md").contains("thank-you/ann-lee: done 2026-03-04"));
    assert!(folder.read("globex.md").contains("thank-you/bo-day: done 2026-03-02"));
    assert_eq!(own(&agenda), "", "nothing generated is taken for the user's");
}

#[test]
fn a_tick_that_came_too_late_still_counts_and_one_for_nothing_is_kept() {
    let folder = acme_and_globex();
    let old = folder.read(AGENDA);
    // The thank-you has long lapsed.
    folder.build("2026-05-01");
    folder.write(AGENDA, ticked(&old, "acme/thank-you/jane-doe", 'x'));
    folder.build("2026-05-01");
    assert!(folder.read("acme.md").contains("thank-you/jane-doe: done 2026-05-01"));
}

#[test]
fn a_tick_for_a_note_that_is_away_waits_for_it() {
    type Happening = fn(&Folder);
    let away: [(&str, Happening); 3] = [
        ("gone", |folder| folder.remove("acme.md")),
        ("broken", |folder| folder.write("acme.md", NOTE.replace("role:", "--- # next\nrole:"))),
        ("unreadable", |folder| folder.write("acme.md", b"---\ncompany: \xff\n---\n")),
    ];
    for (how, happen) in away {
        for (id, mark, note, record) in [
            ("acme/connect", 'x', NOTE.to_owned(), "connect: done 2026-03-04"),
            ("acme/connect", ' ', with_done(), "company"),
        ] {
            let folder = journal(&[("acme.md", &note)]);
            folder.build(TODAY);
            tick(&folder, id, mark);
            happen(&folder);
            let agenda = folder.build(TODAY);
            let listed = agenda.split("## Ticked, not recorded yet").nth(1);
            let listed = listed.unwrap_or_else(|| panic!("{how}: {agenda}"));
            assert!(line(listed, id).starts_with(&format!("- [{mark}]")), "{how}: {agenda}");
            assert_eq!(own(&agenda), "", "{how}");
            assert_eq!(folder.build(TODAY), agenda, "{how}");
            folder.write("acme.md", &note);
            let agenda = folder.build("2026-03-04");
            let now = folder.read("acme.md");
            assert!(now.contains(record) && !now.contains("done 2026-03-02"), "{how}: {now}");
            assert!(!agenda.contains("not recorded yet"), "{how}: {agenda}");
            assert_eq!(own(&agenda), "", "{how}");
        }
    }
}

#[test]
fn a_tick_that_waits_stands_on_the_terminal_too() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build(TODAY);
    let id = "acme/connect";
    tick(&folder, id, 'x');
    folder.remove("acme.md");
    let shown = |more: &[&str]| {
        let ran = folder.run_words_on(TODAY, &[&["agenda"], more].concat());
        let (_, rest) = ran.stdout.split_once("\nTicked, not recorded yet\n")?;
        let (rows, rest) = rest.split_once("\nProblems\n").unwrap_or((rest, ""));
        assert!(rest.is_empty() || rest.contains("the tick for acme/connect"), "{rest}");
        Some(rows.to_owned())
    };
    let expected = "  [x] Connect with Jane Doe  ed2a5c06\n".to_owned();
    assert_eq!(shown(&[]), Some(expected.clone()));
    assert_eq!(shown(&["--company", "acme"]), Some(expected));
    assert_eq!(shown(&["--overdue"]), None);
    folder.write("acme.md", NOTE);
    assert_eq!(shown(&[]), None);
}

fn with_done() -> String {
    NOTE.replacen("1 week\n", "1 week\nfollowups:\n  connect: done 2026-03-02\n", 1)
}

#[test]
fn ticks_of_notes_with_odd_names_count() {
    for name in ["2026-03-12 acme corp.md", "ü 🎉.md", "a & b <c>/--> x.md", "it's [1].md"] {
        let folder = journal(&[(name, NOTE)]);
        let agenda = folder.build(TODAY);
        folder.write(AGENDA, agenda.replace("- [ ] **Thank Jane", "- [x] **Thank Jane"));
        let agenda = folder.build(TODAY);
        assert!(folder.read(name).contains("thank-you/jane-doe: done 2026-03-03"), "{name}");
        assert_eq!(own(&agenda), "", "{name}");
    }
}

#[test]
fn a_done_line_can_be_marked_as_skipped_instead() {
    let folder = acme_and_globex();
    tick(&folder, "globex/thank-you/bo-day", '-');
    folder.build(TODAY);
    assert!(folder.read("globex.md").contains("thank-you/bo-day: skipped 2026-03-03"));
}

#[test]
fn lines_that_resemble_generated_or_merged_ones_are_the_users() {
    let cases = [
        "<!-- journal: buy milk -->\n\n\nx\n",
        "`<!-- journal: 0aa820469c8e -->` is a comment\n",
        "- [x] call bob <!-- ref/123 -->\n",
        "```\n<<<<<<< HEAD\na\n||||||| base\nb\n=======\nc\n>>>>>>> x\n```\n",
        "## Later\n\n- [ ] mine\n",
    ];
    for words in cases {
        let folder = acme_and_globex();
        folder.write(AGENDA, folder.read(AGENDA) + words);
        assert_eq!(own(&folder.build(TODAY)), words);
        // Anywhere else they move there as they are.
        let folder = acme_and_globex();
        let fenced = format!("```text\n## Later\n\n\n{}\n```\n", words.replace("```", ""));
        folder.edit(AGENDA, "\n## ", &format!("\n{fenced}\n## "));
        assert_eq!(own(&folder.build(TODAY)), format!("\n{fenced}"));
    }
}

#[test]
fn a_tick_stays_until_it_can_be_recorded() {
    let folder = acme_and_globex();
    let odd = NOTE.replacen("1 week\n", "1 week\nfollowups: [a, b]\n", 1);
    folder.write("acme.md", &odd);
    folder.build(TODAY);
    tick(&folder, "acme/thank-you/jane-doe", 'x');
    for _ in 0..2 {
        let agenda = folder.build(TODAY);
        assert_eq!(folder.read("acme.md"), odd);
        assert!(line(&agenda, "acme/thank-you/jane-doe").starts_with("- [x]"), "{agenda}");
        assert!(agenda.contains("(not-recorded)"), "{agenda}");
        assert!(
            agenda.contains("write `thank-you/jane-doe: done 2026-03-03` under `followups:`"),
            "{agenda}"
        );
    }
    folder.write("acme.md", NOTE);
    let agenda = folder.build("2026-03-04");
    assert!(folder.read("acme.md").contains("thank-you/jane-doe: done 2026-03-04"));
    assert!(!agenda.contains("not-recorded"), "{agenda}");
}

#[test]
fn a_tick_that_cannot_be_recorded_stays_even_if_its_line_goes() {
    let folder = acme_and_globex();
    tick(&folder, "acme/thank-you/jane-doe", 'x');
    folder.edit("acme.md", "date: 2026-03-02", "date: 2026-03-20");
    for _ in 0..2 {
        let agenda = folder.build(TODAY);
        let (_, waiting) = agenda.split_once("\n## Ticked, not recorded yet\n\n").unwrap();
        assert!(waiting.starts_with("- [x] **Thank Jane Doe** · "), "{agenda}");
        assert!(agenda.contains("2026-03-03 is before the interview on 2026-03-20"), "{agenda}");
    }
    folder.edit("acme.md", "date: 2026-03-20", "date: 2026-03-02");
    let agenda = folder.build(TODAY);
    assert!(!agenda.contains("not recorded yet"), "{agenda}");
    assert!(folder.read("acme.md").contains("thank-you/jane-doe: done 2026-03-03"));
}

#[test]
fn a_note_that_is_read_only_stays_as_it_is() {
    let folder = acme_and_globex();
    fs::set_permissions(folder.at("acme.md"), Permissions::from_mode(0o444)).unwrap();
    tick(&folder, "acme/thank-you/jane-doe", 'x');
    let agenda = folder.build(TODAY);
    assert_eq!(folder.read("acme.md"), NOTE);
    assert!(agenda.contains("could not be recorded: the note is read-only"), "{agenda}");
    assert!(line(&agenda, "acme/thank-you/jane-doe").starts_with("- [x]"), "{agenda}");
    let ran = folder.run_on(TODAY, "skip acme/connect");
    assert_eq!(ran.code, 3, "{ran:?}");
    assert_eq!(folder.read("acme.md"), NOTE);
}

#[test]
fn a_preview_shows_what_ticks_would_record_and_writes_nothing() {
    let folder = acme_and_globex();
    tick(&folder, "acme/thank-you/jane-doe", 'x');
    let before = folder.texts();
    let ran = folder.run_on(TODAY, "build --check");
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.stdout,
        "would record in acme.md\nwould renew acme.thank-you.jane-doe.draft.md\nwould renew FOLLOWUPS.md\n"
    );
    let ran = folder.run_on(TODAY, "build --diff");
    assert!(ran.stdout.contains("+  thank-you/jane-doe: done 2026-03-03\n"), "{}", ran.stdout);
    let agenda = folder.agenda(TODAY);
    let items = agenda["followups"].as_array().unwrap();
    let item = items.iter().find(|item| item["id"] == "acme/thank-you/jane-doe").unwrap();
    assert_eq!(item["status"], "done", "the agenda in the terminal knows of it too");
    assert_eq!(folder.texts(), before);
    let ran = folder.run_on(TODAY, "build");
    assert!(ran.stderr.contains("recorded: thank Jane Doe (acme.md)\n"), "{}", ran.stderr);
    assert!(ran.stderr.contains("(FOLLOWUPS.md written, 1 renewed draft)"), "{}", ran.stderr);
}

#[test]
fn the_notes_mode_stays_and_links_are_not_written_through() {
    let folder = acme_and_globex();
    fs::set_permissions(folder.at("acme.md"), Permissions::from_mode(0o640)).unwrap();
    fs::hard_link(folder.at("acme.md"), folder.at("acme.txt")).unwrap();
    tick(&folder, "acme/thank-you/jane-doe", 'x');
    folder.build(TODAY);
    assert!(folder.read("acme.md").contains("done 2026-03-03"));
    assert_eq!(folder.read("acme.txt"), NOTE);
    assert_eq!(fs::metadata(folder.at("acme.md")).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_re_worded_line_is_kept_and_generated_anew() {
    let folder = acme_and_globex();
    let agenda = folder.read(AGENDA);
    let old = line(&agenda, "acme/thank-you/jane-doe").to_owned();
    let new = old.replace("**Thank Jane Doe**", "**Thank Jane Doe** for the coffee too");
    folder.write(AGENDA, agenda.replace(&old, &new));
    let agenda = folder.build(TODAY);
    assert!(agenda.contains(&old), "{agenda}");
    let words = new.rsplit_once(" <!--").unwrap().0;
    assert_eq!(own(&agenda), format!("\n{words}\n"));
    assert_eq!(folder.build(TODAY), agenda);
}

#[test]
fn marks_mean_what_people_and_plugins_mean_by_them() {
    let cases = [
        // the box | behind the line | the record
        ("[✓]", "", "done 2026-03-03"),
        ("[x ]", "", "done 2026-03-03"),
        ("[ x ]", "", "done 2026-03-03"),
        ("[x]", " ✅ 2026-03-02", "done 2026-03-02"),
        ("[x]", " [completion:: 2026-03-02]", "done 2026-03-02"),
        ("[x]", " ✅ 2026-04-02", "done 2026-03-03"),
        ("[-]", " ❌ 2026-03-02", "skipped 2026-03-03"),
    ];
    for (mark, end, record) in cases {
        let folder = acme_and_globex();
        let agenda = folder.read(AGENDA);
        let old = line(&agenda, "acme/thank-you/jane-doe");
        folder.edit(AGENDA, old, &format!("{}{end}", old.replace("[ ]", mark)));
        let agenda = folder.build(TODAY);
        let expected = format!("thank-you/jane-doe: {record}\n");
        assert!(folder.read("acme.md").contains(&expected), "{mark}{end}: {agenda}");
        assert_eq!(own(&agenda), "", "{mark}{end}");
    }
}

#[test]
fn a_mark_beside_its_box_is_a_tick_or_said_until_it_is_put_right() {
    let cases = [
        // the start of the line | the record, or the mark in the box
        ("-[x] ", Ok("done")),
        ("- [x]", Ok("done")),
        ("-[X]", Ok("done")),
        ("• [x] ", Ok("done")),
        ("> - (x) ", Ok("done")),
        ("- [x ", Ok("done")),
        ("- x] ", Ok("done")),
        ("- ✅ ", Ok("done")),
        ("1. ☑ ", Ok("done")),
        // A Cyrillic one.
        ("- [х] ", Ok("done")),
        ("- [ ] DONE ", Ok("done")),
        ("- [ ]x ", Ok("done")),
        ("- [ ] [x] ", Ok("done")),
        ("-[-] ", Ok("skipped")),
        ("- (-) ", Ok("skipped")),
        ("x - [ ] ", Err("x -")),
        ("- done: ", Err("done:")),
        ("- [ ] ok ", Err("ok")),
        ("- [v] ", Err("v")),
        ("-[ ] ", Err(" ")),
        ("- ( ) ", Err(" ")),
        ("☐ ", Err(" ")),
        ("• ", Err(" ")),
    ];
    for (start, expected) in cases {
        let folder = acme_and_globex();
        let agenda = folder.read(AGENDA);
        let old = line(&agenda, "acme/thank-you/jane-doe");
        folder.edit(AGENDA, old, &old.replace("- [ ] ", start));
        let agenda = folder.build(TODAY);
        match expected {
            Ok(verb) => {
                let record = format!("thank-you/jane-doe: {verb} 2026-03-03\n");
                assert!(folder.read("acme.md").contains(&record), "{start}: {agenda}");
            }
            Err(mark) => {
                assert_eq!(folder.read("acme.md"), NOTE, "{start}");
                let marked = old.replace("[ ]", &format!("[{mark}]"));
                assert_eq!(line(&agenda, "acme/thank-you/jane-doe"), marked, "{start}");
                assert_eq!(agenda.contains("(unclear-mark)"), mark != " ", "{start}: {agenda}");
            }
        }
        assert_eq!(own(&agenda), "", "{start}");
        assert_eq!(folder.build(TODAY), agenda, "{start}: a fixed point");
    }
}

#[test]
fn a_mark_in_a_re_worded_line_is_a_tick_or_said_until_it_is_put_right() {
    let cases = [
        // the words in place of the box and the title | the record | true if something is said
        ("-[x] Thanked Jane by phone", true, false),
        ("- ✅ Thanked Jane", true, false),
        ("- done, on the phone", false, true),
        ("- [ ] ~~**Thank Jane Doe**~~", false, true),
        ("- [ ] Thank Jane, soon", false, false),
        ("- call **Jane**", false, false),
    ];
    for (words, is_done, is_said) in cases {
        let folder = acme_and_globex();
        folder.edit(AGENDA, "- [ ] **Thank Jane Doe**", words);
        let agenda = folder.build(TODAY);
        let note = folder.read("acme.md");
        assert_eq!(note.contains("thank-you/jane-doe: done"), is_done, "{words}");
        assert_eq!(agenda.contains("(unclear-mark)"), is_said, "{words}: {agenda}");
        assert!(own(&agenda).starts_with(&format!("\n{words} · ")), "{words}: {agenda}");
        assert_eq!(folder.build(TODAY), agenda, "{words}: a fixed point");
        if is_said {
            folder.edit(AGENDA, words, "- [x] Thanked Jane");
            folder.build(TODAY);
            assert!(folder.read("acme.md").contains("thank-you/jane-doe: done"), "{words}");
        }
    }
}

#[test]
fn a_mark_behind_a_line_is_a_tick_or_said() {
    let cases = [
        // behind the line | before its comment | the record, or the mark in the box
        (" ✅", "", Ok(())),
        ("", " ✓", Ok(())),
        (" done!", "", Err("done!")),
        ("", " sent", Err("sent")),
    ];
    for (behind, before, expected) in cases {
        let folder = acme_and_globex();
        let agenda = folder.read(AGENDA);
        let old = line(&agenda, "acme/thank-you/jane-doe");
        let new = format!("{}{behind}", old.replace(" <!--", &format!("{before} <!--")));
        folder.edit(AGENDA, old, &new);
        let agenda = folder.build(TODAY);
        let is_done = folder.read("acme.md").contains("thank-you/jane-doe: done 2026-03-03\n");
        assert_eq!(is_done, expected.is_ok(), "{new}: {agenda}");
        if let Err(mark) = expected {
            let marked = old.replace("[ ]", &format!("[{mark}]"));
            assert_eq!(line(&agenda, "acme/thank-you/jane-doe"), marked);
            assert!(agenda.contains("(unclear-mark)"), "{agenda}");
        }
        assert_eq!(own(&agenda), "", "{new}");
        assert_eq!(folder.build(TODAY), agenda, "{new}: a fixed point");
    }
}

#[test]
fn a_tick_written_over_a_line_counts_by_the_draft_below_it() {
    let over = |title: &str, words: &str| {
        let folder = acme_and_globex();
        let agenda = folder.read(AGENDA);
        let old = agenda.lines().find(|line| line.contains(title)).unwrap();
        folder.edit(AGENDA, old, words);
        (folder.build(TODAY), folder)
    };
    let words = "- [x] Thanked Jane (by phone)";
    let (agenda, folder) = over("**Thank Jane Doe**", words);
    assert!(folder.read("acme.md").contains("thank-you/jane-doe: done 2026-03-03"), "{agenda}");
    assert_eq!(own(&agenda), format!("\n{words}\n"));
    assert_eq!(folder.build(TODAY), agenda);

    // Without a draft nobody knows which line it was.
    let words = "- [x] Sent Jane a paper";
    let (agenda, folder) = over("**Send Jane Doe something useful**", words);
    assert!(agenda.contains(&format!("\n{words}\n  [note](acme.md)\n")), "{agenda}");
    assert!(
        agenda.contains("Sent Jane a paper could not be recorded: acme.md asks for nothing of")
    );
    assert_eq!((folder.read("acme.md").as_str(), own(&agenda)), (NOTE, ""));
    assert_eq!(folder.build(TODAY), agenda);

    // The links are those of the line before.
    let folder = acme_and_globex();
    let agenda = folder.read(AGENDA);
    let old = line(&agenda, "acme/thank-you/jane-doe");
    folder.edit(AGENDA, old, &format!("{old}\n- [x] bought milk"));
    let agenda = folder.build(TODAY);
    assert_eq!(folder.read("acme.md"), NOTE, "{agenda}");
    assert_eq!(own(&agenda), "\n- [x] bought milk\n");
}

#[test]
fn other_marks_stay_as_long_as_the_follow_up_is_live() {
    for mark in ["/", ">", "!", "?", "*", "\"", "🔥"] {
        let folder = acme_and_globex();
        let agenda = folder.read(AGENDA);
        let old = line(&agenda, "acme/thank-you/jane-doe");
        let marked = old.replace("[ ]", &format!("[{mark}]"));
        folder.edit(AGENDA, old, &marked);
        let agenda = folder.build(TODAY);
        assert_eq!(line(&agenda, "acme/thank-you/jane-doe"), marked);
        let agenda = folder.build("2026-03-04");
        let now = line(&agenda, "acme/thank-you/jane-doe");
        assert!(now.starts_with(&format!("- [{mark}] **Thank Jane Doe**")), "{agenda}");
        assert!(!agenda.contains("unclear-mark") && own(&agenda).is_empty(), "{agenda}");
        assert_eq!(folder.read("acme.md"), NOTE);
        assert_eq!(folder.run_on("2026-03-04", "done jane thank").code, 0);
        let agenda = folder.read(AGENDA);
        assert!(line(&agenda, "acme/thank-you/jane-doe").starts_with("- [x] "), "{agenda}");
    }
}

#[test]
fn a_mark_that_is_no_tick_is_said_until_it_is_put_right() {
    let folder = acme_and_globex();
    let agenda = folder.read(AGENDA);
    let old = line(&agenda, "acme/thank-you/jane-doe");
    folder.edit(AGENDA, old, &old.replace("[ ]", "[done]"));
    for _ in 0..2 {
        let agenda = folder.build(TODAY);
        assert!(line(&agenda, "acme/thank-you/jane-doe").starts_with("- [done] "), "{agenda}");
        assert!(agenda.contains("the mark \\[done\\] of acme/thank-you/jane-doe"), "{agenda}");
    }
    folder.edit(AGENDA, "[done]", "[x]");
    assert!(!folder.build(TODAY).contains("unclear-mark"));
    assert!(folder.read("acme.md").contains("thank-you/jane-doe: done 2026-03-03"));
}

#[test]
fn lines_with_the_same_words_are_told_apart() {
    let rounds = ["screen", "onsite", "panel", "final"];
    let notes = rounds.map(|round| {
        (
            format!("{round}.md"),
            NOTE.replace("role:", &format!("round: {round}\nrole:")) + "- [ ] Pack\n",
        )
    });
    let notes = notes.each_ref().map(|(path, text)| (path.as_str(), text.as_str()));
    let agenda = journal(&notes).build(TODAY);
    for round in rounds {
        assert_eq!(
            agenda.matches(&format!("**Pack** · Acme Robotics, {round} · ")).count(),
            1,
            "{agenda}"
        );
    }
    let lines: Vec<&str> = agenda.lines().filter(|line| line.starts_with("- [ ]")).collect();
    let words =
        |line: &&str| line.split(" · [").next().unwrap().split(" <!--").next().unwrap().to_owned();
    let mut all: Vec<String> = lines.iter().map(words).collect();
    all.dedup();
    assert_eq!(all.len(), lines.len(), "{agenda}");
}
