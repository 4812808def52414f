//! Ticks of tasks: the user's marks stay, and the lines stay the program's.

use super::section;
use crate::support::{AGENDA, Folder, journal, note};

const TODAY: &str = "2026-03-16";

fn folder() -> Folder {
    let text = note("role: Dev; decision_window: by 2026-03-20")
        + "\n- [ ] Send the *paper* · soon\n- [ ] Book a room 📅 2026-03-17\n";
    let folder = journal(&[("my acme.md", &text)]);
    folder.build(TODAY);
    folder
}

/// Sets the box of the line that holds these words.
fn tick(folder: &Folder, words: &str, change: impl Fn(&str) -> String) {
    let page = folder.read(AGENDA);
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    let line = lines.iter_mut().find(|line| line.contains(words)).unwrap();
    *line = change(line);
    folder.write(AGENDA, lines.join("\n") + "\n");
}

fn own(page: &str) -> &str {
    page.split_once("\n## Your own notes\n").unwrap().1
}

#[test]
fn a_ticked_task_stays_ticked_until_its_note_says_so() {
    let changes: [fn(&str) -> String; 4] = [
        |line| line.replacen("[ ]", "[x]", 1),
        |line| line.replacen("- [ ]", "* [X]", 1),
        |line| line.replacen("[ ]", "[x]", 1) + " ✅ 2026-03-16",
        |line| line.replacen("[ ]", "[x]", 1) + "\r",
    ];
    for change in changes {
        for words in ["Book a room", "Send the"] {
            let folder = folder();
            tick(&folder, words, change);
            // Until the program ticks it there, the note still says otherwise.
            let page = folder.build(TODAY);
            let note = folder.read("my acme.md");
            if !note.contains("[x]") {
                assert!(page.contains(&format!("- [x] **{words}")), "{page}");
                assert_eq!(own(&page), "", "{page}");
                let page = folder.build("2026-03-17");
                assert!(page.contains(&format!("- [x] **{words}")), "{page}");
                // A line above moves it.
                folder.edit("my acme.md", "\n- [ ] Send", "\nWords.\n\n- [ ] Send");
                let page = folder.build(TODAY);
                assert!(page.contains(&format!("- [x] **{words}")), "{page}");
                folder.write("my acme.md", folder.read("my acme.md").replace("[ ]", "[x]"));
            }
            let page = folder.build(TODAY);
            assert!(!page.contains(words), "{page}");
            assert_eq!(own(&page), "", "{page}");
        }
    }
}

#[test]
fn a_tick_for_a_task_that_reads_differently_now_is_said() {
    let folder = folder();
    tick(&folder, "Book a room", |line| line.replacen("[ ]", "[x]", 1));
    folder.edit("my acme.md", "Book a room", "Book a flat");
    for _ in 0..2 {
        let page = folder.build(TODAY);
        let ticked = section(&page, "Ticked, not recorded yet");
        assert!(ticked.starts_with("- [x] **Book a room**"), "{page}");
        assert!(page.contains("- [ ] **Book a flat**"), "{page}");
        assert_eq!(own(&page), "", "{page}");
        assert!(folder.read("my acme.md").contains("- [ ] Book a flat"));
    }
}

#[test]
fn other_marks_of_tasks_tick_nothing() {
    for mark in ["-", "/", ">", " "] {
        let folder = folder();
        let before = folder.read(AGENDA);
        tick(&folder, "Book a room", |line| line.replacen("[ ]", &format!("[{mark}]"), 1));
        let page = folder.build(TODAY);
        // The mark is the user's, and stays.
        let line = |mark| format!("- [{mark}] **Book a room**");
        assert_eq!(page, before.replace(&line(" "), &line(mark)), "[{mark}]");
        assert_eq!(folder.build(TODAY), page);
    }
}

#[test]
fn a_task_ticks_however_it_names_its_day() {
    let days = [
        "(due 12 January)",
        "(due: 12 January)",
        "(due 12 January 2026)",
        "(due Monday)",
        "(due Mon 12 Jan)",
        "(due in a week)",
        "(due 2026-01-12)",
        "(due:: 2026-01-12)",
        "[due:: 2026-01-12]",
        "📅 2026-01-12",
        "📅2026-01-12",
    ];
    for day in days {
        for task in
            [format!("send DBS {day}"), format!("send {day} DBS"), format!("{day} send DBS")]
        {
            let before = format!(
                "---\ncompany: Medi\ndate: 2026-01-05\n---\n\n1. Words.\n   - [ ] {task}\n- [ ] b\n"
            );
            let folder = journal(&[("medi.md", &before)]);
            let page = folder.build("2026-01-12");
            assert!(page.contains("**send DBS** · Medi · today"), "{task}: {page}");
            tick(&folder, "**send DBS**", |line| line.replacen("[ ]", "[x]", 1));
            let page = folder.build("2026-01-12");
            let after = before.replacen("[ ] ", "[x] ", 1);
            assert_eq!(folder.read("medi.md"), after, "{task}");
            assert!(!page.contains("send DBS") && !page.contains("Problems"), "{task}: {page}");
        }
    }
}

#[test]
fn a_task_of_a_list_of_interviews_is_dated_from_the_newest() {
    let before =
        "---\ncompany: Medi\ninterviews:\n  - date: 2025-12-01\n  - date: 2026-01-05\n---\n
- [ ] send DBS (due Monday)\n";
    let folder = journal(&[("medi.md", before)]);
    folder.build("2026-01-12");
    tick(&folder, "**send DBS** · Medi · today", |line| line.replacen("[ ]", "[x]", 1));
    folder.build("2026-01-12");
    assert_eq!(folder.read("medi.md"), before.replace("[ ]", "[x]"));
}

#[test]
fn the_day_of_a_task_counts_in_an_application_and_in_numbers() {
    let text = "---\ncompany: Acme\napplied: 2026-03-02\n---\n\n- [ ] Call Tina (due 20 March)\n\
        - [ ] Write to Tina (due 20 March 2026)\n- [ ] Visit 📅 3/20/2026\n- [ ] Ask (due 3/20/2026)\n- [ ] Sign (due 3/20)\n\
        - [ ] Do exercise 3/20\n";
    let folder = journal(&[("journal.toml", "dates = \"month first\"\n"), ("acme.md", text)]);
    let agenda = folder.build(TODAY);
    let next = section(&agenda, "Next 7 days");
    assert_eq!(next.matches("due Fri 20 Mar").count(), 5, "{agenda}");
    tick(&folder, "Visit", |line| line.replacen("[ ]", "[x]", 1));
    folder.build(TODAY);
    assert_eq!(folder.read("acme.md"), text.replace("[ ] Visit", "[x] Visit"));
}

/// What is jotted down right below a task is no part of it.
#[test]
fn a_task_ends_where_a_remark_begins() {
    let cases = [
        // the lines | the tasks
        (
            "- [ ] warn Ann about references\nTold them I can't start before June",
            "warn Ann about references",
        ),
        (
            "- [ ] warn Ann about references\nsalary 40k, looked smug",
            "warn Ann about references salary 40k, looked smug",
        ),
        ("- [ ] warn Ann about references\n  Told them", "warn Ann about references Told them"),
        (
            "- [ ] send the contract, the form and the passport copy back to\nHR",
            "send the contract, the form and the passport copy back to HR",
        ),
        ("- [ ] ring Bo.\nhe's back on Monday", "ring Bo."),
    ];
    for (lines, expected) in cases {
        let text = note("role: Dev") + &format!("\n## After\n\n{lines}\n");
        let folder = journal(&[("a.md", &text)]);
        let page = folder.build(TODAY);
        assert!(page.contains(&format!("- [ ] **{expected}** ·")), "{lines}: {page}");
        folder.edit("FOLLOWUPS.md", &format!("- [ ] **{expected}"), &format!("- [x] **{expected}"));
        folder.build(TODAY);
        assert_eq!(folder.read("a.md"), text.replace("- [ ]", "- [x]"), "{lines}");
    }
}
