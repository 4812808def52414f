//! Notes in which a merge left the versions of both sides: nothing disappears from the agenda, and nothing is written.

use snapbox::{assert_data_eq, str};

use crate::support::{AGENDA, journal, problems_of};

const NOTE: &str = "\
---
company: Acme Robotics
date: 2026-03-02
interviewers: [Jane Doe <jane@acme.example>, Bo Ek <bo@acme.example>]
recruiter: Sam Lee <sam@acme.example>
<<<<<<< HEAD
outcome: offer
outcome_date: 2026-03-16
decide_by: 2026-03-20
=======
outcome: pending
>>>>>>> laptop
followups:
<<<<<<< HEAD
  value-add/bo-ek: snoozed until 2026-03-12
  value-add/jane-doe: skipped 2026-03-04
  thank-you/jane-doe: done 2026-03-03
=======
  value-add/bo-ek: snoozed until 2026-03-20
  value-add/jane-doe: done 2026-03-03
  thank-you/bo-ek: done 2026-03-03
>>>>>>> laptop
---

- [ ] Read the terms
";

#[test]
fn the_first_side_counts_with_the_records_of_both() {
    for text in [NOTE.to_owned(), NOTE.replace('\n', "\r\n")] {
        let folder = journal(&[("acme.md", &text)]);
        let agenda = folder.agenda("2026-03-17");
        assert_eq!(problems_of(&agenda), ["merge-conflict acme.md:6:1"]);
        let statuses: Vec<String> = ["thank-you/jane-doe", "thank-you/bo-ek", "value-add/jane-doe"]
            .iter()
            .map(|id| {
                let id = format!("acme/{id}");
                let mut all = agenda["followups"].as_array().unwrap().iter();
                all.find(|one| one["id"] == id.as_str()).unwrap()["status"].to_string()
            })
            .collect();
        assert_eq!(statuses, ["\"done\"", "\"done\"", "\"done\""]);
        let text = folder.build("2026-03-17");
        assert!(text.contains("wants an answer by Fri 20 Mar"), "{text}");
        assert!(text.contains("Read the terms"), "{text}");
        assert_eq!(agenda["tasks"][0]["line"], 25);
    }
}

#[test]
fn nothing_is_recorded_until_it_is_mended() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build("2026-03-17");
    folder.edit(AGENDA, "- [ ] **Thank Sam Lee", "- [x] **Thank Sam Lee");
    let ran = folder.run_on("2026-03-17", "build");
    assert_eq!(folder.read("acme.md"), NOTE);
    assert!(ran.stderr.contains("the note has an unresolved merge conflict"), "{}", ran.stderr);
    let agenda = folder.read(AGENDA);
    assert!(agenda.contains("- [x] **Thank Sam Lee"), "{agenda}");
    for line in ["done acme offer thank", "heard acme accepted"] {
        let ran = folder.run_on("2026-03-17", line);
        assert_eq!(ran.code, 3, "{line}: {ran:?}");
        assert_eq!(folder.read("acme.md"), NOTE);
    }
    // Once it is mended, the tick counts.
    let mended: Vec<&str> = NOTE
        .lines()
        .filter(|line| !line.starts_with(['<', '=', '>']) && !line.contains("pending"))
        .filter(|line| !line.contains("03-12") && !line.contains("skipped"))
        .collect();
    folder.write("acme.md", mended.join("\n") + "\n");
    let agenda = folder.build("2026-03-17");
    assert!(folder.read("acme.md").contains("offer-thanks: done 2026-03-17"), "{agenda}");
}

#[test]
fn a_conflict_is_told_with_the_way_out() {
    let folder = journal(&[("acme.md", NOTE)]);
    let ran = folder.run_on("2026-03-17", "check");
    assert_data_eq!(
        ran.stdout,
        str![[r#"
error[merge-conflict]: the front matter has an unresolved merge conflict; the first side counts, with the records of both
 --> acme.md:6:1
  |
6 | <<<<<<< HEAD
  | ^^^^^^^
  |
  = help: of the fields keep one side's, of `followups` the lines of both, and delete the lines with <<<<<<<, ======= and >>>>>>>; until then nothing is recorded in the note

1 error

read as: 1 note
  company               1
  date                  1
  interviewers          1
  recruiter             1
  outcome               1
  outcome_date          1
  decide_by             1
  followups             1

"#]]
    );
}

#[test]
fn a_conflict_may_lie_anywhere() {
    #[rustfmt::skip]
    let cases = [
        // the file | its company and outcome, if it can be read
        ("<<<<<<< a\n---\ncompany: A\ndate: 2026-03-02\n---\nx\n=======\n---\ncompany: B\ndate: 2026-03-02\n---\n>>>>>>> b\n", Some("A")),
        ("---\ncompany: A\n<<<<<<< a\ndate: 2026-03-02\n---\nx\n=======\ndate: 2026-03-03\n---\ny\n>>>>>>> b\n", Some("A")),
        ("---\ncompany: A\n<<<<<<< a\ndate: 2026-03-02\n||||||| base\ndate: 2026-03-01\n=======\ndate: 2026-03-03\n>>>>>>> b\n---\n", Some("A")),
        // Only one side is a note.
        ("<<<<<<< a\n=======\n---\ncompany: B\ndate: 2026-03-02\n---\n>>>>>>> b\n", Some("B")),
        // A mark is missing.
        ("---\ncompany: A\ndate: 2026-03-02\n=======\nrole: x\n---\n", Some("A")),
        ("---\n<<<<<<< a\ncompany: A\ndate: 2026-03-02\n---\n", Some("A")),
        ("---\n<<<<<<< a\ncompany: [A\n=======\ncompany: {B\n>>>>>>> b\n---\n", None),
    ];
    for (text, company) in cases {
        let folder = journal(&[("a.md", text)]);
        let agenda = folder.agenda("2026-03-03");
        let problems = problems_of(&agenda);
        assert!(problems.iter().any(|one| one.starts_with("merge-conflict")), "{text}{problems:?}");
        let found = agenda["waiting"][0]["company"].as_str();
        assert_eq!(found, company, "{text}{agenda}");
    }
}
