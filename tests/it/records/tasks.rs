//! Tasks ticked in a note's body: one character changes.

use journal::unstable::{TaskDays, with_task_ticked};

const NOTE: &str = "---
company: Acme
date: 2026-03-02
---

Read [ ] this

- [ ] Read the terms 📅 2026-03-06
  - [ ] the *small* print
- [x] Read the terms
> 1. [ ] Call Dana
* [\t] Twice
+ [ ] Twice
```
- [ ] Call Dana
```
";

#[test]
fn one_character_of_a_task_changes() {
    #[rustfmt::skip]
    let cases = [
        // its line | its words | what changes
        (8,  "Read the terms",  ("- [ ] Read the terms 📅", "- [x] Read the terms 📅")),
        (2,  "Read the terms",  ("- [ ] Read the terms 📅", "- [x] Read the terms 📅")),
        (9,  "the small print", ("  - [ ] the", "  - [x] the")),
        (11, "Call Dana",       ("> 1. [ ] Call", "> 1. [x] Call")),
    ];
    for (line, words, (from, to)) in cases {
        for text in [NOTE.to_owned(), NOTE.replace('\n', "\r\n"), format!("\u{feff}{NOTE}")] {
            let edited = with_task_ticked(&text, line, words, TaskDays::default());
            assert_eq!(edited, Ok(text.replacen(from, to, 1)), "{words}");
        }
    }
}

#[test]
fn a_task_that_is_not_there_once_is_left_to_the_user() {
    #[rustfmt::skip]
    let cases = [
        // its line | its words | the reason
        (8,  "Read all terms", "the task reads differently now"),
        (99, "Read all terms", "the task is not there any more, or is ticked already"),
        (12, "Twice",          "the note has this task more than once"),
    ];
    for (line, words, why) in cases {
        let refusal = with_task_ticked(NOTE, line, words, TaskDays::default()).unwrap_err();
        assert_eq!(refusal.why, why, "{words}");
        assert_eq!(refusal.by_hand, format!("tick `- [ ] {words}` in the note"));
    }
    let conflict = NOTE.replace("date:", "<<<<<<< a\n=======\n>>>>>>> b\ndate:");
    let refusal = with_task_ticked(&conflict, 8, "Call Dana", TaskDays::default()).unwrap_err();
    assert_eq!(refusal.why, "the note has an unresolved merge conflict");
}
