//! `check`: what it finds, how each format shows it, and how it ends.

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::support::{Folder, NOTE, Ran};

const TODAY: &str = "2026-03-03";

const BAD: &str = "\
---
company: Acme Robotics
date: 2026-02-30
outcome: so so
decision_window: soonish
---
";

const UNDATED: &str = "\
---
company: Globex
date: 2026-02-02
outcome: rejected
---
";

fn bad() -> Folder {
    Folder::with(&[("2026/50%, bad: ä.md", BAD), ("globex.md", UNDATED)])
}

/// Runs a command line, with the day at its end.
fn run(folder: &Folder, line: &str) -> Ran {
    let words: Vec<&str> = line.split_whitespace().chain(["--today", TODAY]).collect();
    folder.journal(&words)
}

#[test]
fn text_shows_each_line_and_counts() {
    let ran = run(&bad(), "check");
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
    assert_data_eq!(
        ran.stdout,
        str![[r#"
error[invalid-date]: `date`: "2026-02-30" is not a valid date
 --> 2026/50%, bad: ä.md:3:7
  |
3 | date: 2026-02-30
  |       ^^^^^^^^^^
  |
  = help: write the year, month and day: 2026-03-02

error[unknown-outcome]: "so so" is not a known outcome
 --> 2026/50%, bad: ä.md:4:10
  |
4 | outcome: so so
  |          ^^^^^
  |
  = help: write one of: pending, more_interviews, hiring_manager, offer, accepted, declined, rejected, withdrawn, no_response

warning[unknown-window]: the decision window "soonish" is not understood and counts as none
 --> 2026/50%, bad: ä.md:5:18
  |
5 | decision_window: soonish
  |                  ^^^^^^^
  |
  = help: forms that are understood: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown

hint[missing-outcome-date]: the outcome has no `outcome_date`; 2026-02-09 is assumed
 --> globex.md:4:10
  |
4 | outcome: rejected
  |          ^^^^^^^^
  |
  = help: add the day you heard: `outcome_date: 2026-03-20`

2 errors · 1 warning · 1 hint

read as: 2 notes
  company               2
  date                  2   1 with a problem
  decision_window       1   1 with a problem
  outcome               2   1 with a problem

"#]]
    );
}

#[test]
fn json_has_the_objects_of_the_agenda() {
    let folder = bad();
    let ran = run(&folder, "check --format json");
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
    assert_data_eq!(
        ran.stdout.clone(),
        str![[r#"
{
  "schema": 1,
  "problems": [
    {
      "severity": "error",
      "code": "invalid-date",
      "path": "2026/50%, bad: ä.md",
      "line": 3,
      "column": 7,
      "message": "`date`: /"2026-02-30/" is not a valid date",
      "help": "write the year, month and day: 2026-03-02"
    },
    {
      "severity": "error",
      "code": "unknown-outcome",
      "path": "2026/50%, bad: ä.md",
      "line": 4,
      "column": 10,
      "message": "/"so so/" is not a known outcome",
      "help": "write one of: pending, more_interviews, hiring_manager, offer, accepted, declined, rejected, withdrawn, no_response"
    },
    {
      "severity": "warning",
      "code": "unknown-window",
      "path": "2026/50%, bad: ä.md",
      "line": 5,
      "column": 18,
      "message": "the decision window /"soonish/" is not understood and counts as none",
      "help": "forms that are understood: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown"
    },
    {
      "severity": "hint",
      "code": "missing-outcome-date",
      "path": "globex.md",
      "line": 4,
      "column": 10,
      "message": "the outcome has no `outcome_date`; 2026-02-09 is assumed",
      "help": "add the day you heard: `outcome_date: 2026-03-20`"
    }
  ]
}

"#]]
    );
    let checked: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(checked["problems"], folder.agenda(TODAY)["problems"]);
}

#[test]
fn github_has_a_command_a_line() {
    let ran = run(&bad(), "check --format github");
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
    assert_data_eq!(
        ran.stdout,
        str![[r#"
::error file=2026/50%25%2C bad%3A ä.md,line=3,col=7,title=invalid-date::`date`: "2026-02-30" is not a valid date%0Awrite the year, month and day: 2026-03-02
::error file=2026/50%25%2C bad%3A ä.md,line=4,col=10,title=unknown-outcome::"so so" is not a known outcome%0Awrite one of: pending, more_interviews, hiring_manager, offer, accepted, declined, rejected, withdrawn, no_response
::warning file=2026/50%25%2C bad%3A ä.md,line=5,col=18,title=unknown-window::the decision window "soonish" is not understood and counts as none%0Aforms that are understood: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown
::notice file=globex.md,line=4,col=10,title=missing-outcome-date::the outcome has no `outcome_date`; 2026-02-09 is assumed%0Aadd the day you heard: `outcome_date: 2026-03-20`

"#]]
    );
}

#[test]
fn sarif_has_a_result_a_problem_and_a_rule_a_code() {
    let ran = run(&bad(), "check --format sarif");
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
    let mut log: Value = serde_json::from_str(&ran.stdout).unwrap();
    let run = &mut log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].take();
    let rules = rules.as_array().unwrap();
    assert_eq!(rules.len(), journal::unstable::CODES.len());
    for result in run["results"].as_array().unwrap() {
        let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[at]["id"], result["ruleId"]);
    }
    for result in run["results"].as_array_mut().unwrap() {
        result["ruleIndex"].take();
    }
    assert_data_eq!(
        format!("{log:#}"),
        str![[r#"
{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "runs": [
    {
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "level": "error",
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "2026/50%25%2C%20bad%3A%20%C3%A4.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "endColumn": 17,
                  "startColumn": 7,
                  "startLine": 3
                }
              }
            }
          ],
          "message": {
            "text": "`date`: /"2026-02-30/" is not a valid date; write the year, month and day: 2026-03-02"
          },
          "ruleId": "invalid-date",
          "ruleIndex": null
        },
        {
          "level": "error",
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "2026/50%25%2C%20bad%3A%20%C3%A4.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "endColumn": 15,
                  "startColumn": 10,
                  "startLine": 4
                }
              }
            }
          ],
          "message": {
            "text": "/"so so/" is not a known outcome; write one of: pending, more_interviews, hiring_manager, offer, accepted, declined, rejected, withdrawn, no_response"
          },
          "ruleId": "unknown-outcome",
          "ruleIndex": null
        },
        {
          "level": "warning",
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "2026/50%25%2C%20bad%3A%20%C3%A4.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "endColumn": 25,
                  "startColumn": 18,
                  "startLine": 5
                }
              }
            }
          ],
          "message": {
            "text": "the decision window /"soonish/" is not understood and counts as none; forms that are understood: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown"
          },
          "ruleId": "unknown-window",
          "ruleIndex": null
        },
        {
          "level": "note",
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "globex.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "endColumn": 18,
                  "startColumn": 10,
                  "startLine": 4
                }
              }
            }
          ],
          "message": {
            "text": "the outcome has no `outcome_date`; 2026-02-09 is assumed; add the day you heard: `outcome_date: 2026-03-20`"
          },
          "ruleId": "missing-outcome-date",
          "ruleIndex": null
        }
      ],
      "tool": {
        "driver": {
          "name": "journal",
          "rules": null,
          "version": "0.1.0"
        }
      }
    }
  ],
  "version": "2.1.0"
}
"#]]
    );
}

#[test]
fn only_errors_end_with_1_and_nothing_is_written() {
    let cases = [
        ("nothing", vec![], 0, "no problems found\n"),
        ("a hint", vec![("globex.md", UNDATED)], 0, "1 hint\n"),
        ("an error", vec![("a.md", BAD)], 1, "2 errors · 1 warning\n"),
        (
            "a configuration",
            vec![("journal.toml", "holidays = [1]"), ("a.md", BAD)],
            1,
            "1 error\n",
        ),
    ];
    for (what, files, code, tally) in cases {
        let folder = Folder::with(&files);
        let before = folder.files();
        let ran = run(&folder, "check");
        assert_eq!(ran.code, code, "{what}: {ran:?}");
        let before_survey = ran.stdout.split("\nread as:").next().unwrap();
        assert!(before_survey.ends_with(tally), "{what}: {ran:?}");
        assert_eq!(folder.files(), before, "{what}");
    }
}

#[test]
fn a_broken_configuration_is_a_finding() {
    let folder = Folder::with(&[("journal.toml", "holidays = [1]\n"), ("a.md", BAD)]);
    let ran = run(&folder, "check --format github");
    assert_eq!(ran.code, 1);
    assert_eq!(ran.stderr, "journal.toml can't be used, so nothing else was checked\n");
    assert_data_eq!(
        ran.stdout,
        str![[r#"
::error file=journal.toml,line=1,col=13,title=invalid-config::journal.toml can't be used: "the integer" is not a date such as 2026-12-25%0Acorrect this line, or remove it to use the default

"#]]
    );
}

#[test]
fn files_narrow_it_down() {
    let folder = Folder::with(&[("a.md", BAD), ("sub/b.md", BAD), ("sub/c.md", BAD)]);
    folder.write("elsewhere/journal.toml", "");
    let found = |line: &str| {
        let ran = run(&folder, line);
        let mut paths: Vec<String> = ran
            .stdout
            .lines()
            .filter_map(|line| Some(line.split_once("file=")?.1.split(',').next()?.to_owned()))
            .collect();
        paths.dedup();
        (ran.code, paths.join(" "), ran.stderr)
    };
    let cases = [
        ("a.md", 1, "a.md", ""),
        ("./sub/../a.md sub/c.md", 1, "a.md sub/c.md", ""),
        ("sub", 1, "sub/b.md sub/c.md", ""),
        (".", 1, "a.md sub/b.md sub/c.md", ""),
        ("-C sub b.md", 1, "b.md", ""),
        (
            "elsewhere/journal.toml",
            0,
            "",
            "elsewhere/journal.toml is not looked at: it is hidden, ignored, a link, or no Markdown\n",
        ),
        ("d.md", 2, "", "error: there is no file d.md\n"),
        ("a.md d.md", 2, "", "error: there is no file d.md\n"),
        ("-C elsewhere ../a.md", 2, "", "error: ../a.md is not in the journal's folder\n"),
        ("-C nowhere a.md", 2, "", "error: there is no folder nowhere\n"),
    ];
    for (arguments, code, paths, stderr) in cases {
        let expected = (code, paths.to_owned(), stderr.to_owned());
        assert_eq!(found(&format!("check --format github {arguments}")), expected, "{arguments}");
    }
}

#[test]
fn programs_that_show_a_repository_get_paths_from_its_top() {
    let folder = Folder::with(&[("50%, ü/jobs/a b.md", BAD)]);
    let shown = |format: &str| {
        let words = ["-C", "50%, ü/jobs", "check", "--format", format, "--today", TODAY];
        let ran = folder.journal(&words);
        assert_eq!((ran.code, ran.stderr.as_str()), (1, ""), "{ran:?}");
        ran.stdout
    };
    let file =
        || shown("github").split_once("file=").unwrap().1.split(",line").next().unwrap().to_owned();
    let place = || {
        let log: Value = serde_json::from_str(&shown("sarif")).unwrap();
        log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"].clone()
    };
    let at = |uri: &str| serde_json::json!({ "uri": uri, "uriBaseId": "%SRCROOT%" });
    assert_eq!((file(), place()), ("a b.md".into(), at("a%20b.md")));
    folder.git("", &["init", "-q"]);
    let uri = "50%25%2C%20%C3%BC/jobs/a%20b.md";
    assert_eq!((file(), place()), ("50%25%2C ü/jobs/a b.md".into(), at(uri)));
    // For people, and next to the journal's other data, they start where the journal does.
    assert!(shown("text").contains("--> a b.md:3:7"));
    assert!(shown("json").contains(r#""path": "a b.md""#));
}

#[test]
fn paths_that_can_not_start_at_the_top_are_said_to() {
    let folder = Folder::with(&[("jobs/a.md", BAD)]);
    folder.git("", &["init", "-q"]);
    let words = ["-C", "jobs", "check", "--format", "github", "--today", TODAY];
    let ran = folder.journal_with(&words, &[("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")]);
    assert!(ran.stdout.starts_with("::error file=a.md,"), "{ran:?}");
    let start = "warning: paths start at the journal, not at its repository: ";
    assert!(ran.stderr.starts_with(start), "{ran:?}");
}

/// What `check` finds in these files, as `code path:line:column`.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    codes(&Folder::with(files), "check")
}

fn codes(folder: &Folder, command: &str) -> Vec<String> {
    let ran = run(folder, &format!("{command} --format json"));
    let log: Value = serde_json::from_str(&ran.stdout).unwrap();
    let of = |problem: &Value| {
        let [code, path] = ["code", "path"].map(|key| problem[key].as_str().unwrap());
        format!("{code} {path}:{}:{}", problem["line"], problem["column"])
    };
    log["problems"].as_array().unwrap().iter().map(of).collect()
}

#[test]
fn notes_are_found_fault_with_only_where_there_is_one() {
    let none: &[&str] = &[];
    let cases = [
        // Keys
        ("comapny: x", none),
        ("tags: [a]\naliases: []\ncssclass: wide\ncreated: x\nupdated: x\nsalary: 1", none),
        ("rate: 50\ncontract: yes\nexternal: no\ninterview: 3\nrounds: 4\nstate: x", none),
        ("positon: Dev", &["unknown-key a.md:4:1"]),
        ("position: Dev\nrle: x", none),
        ("Decision Windw: 1 week", &["unknown-key a.md:4:1"]),
        ("outcomedate: 2026-03-03", &["unknown-key a.md:4:1"]),
        // Dates
        ("decide_by: 03/03/2026", &["foreign-date a.md:4:12"]),
        ("decide_by: \"March 3, 2026\"", &["foreign-date a.md:4:12"]),
        ("decide_by: 2026-3-2", &["foreign-date a.md:4:12"]),
        ("decide_by: 13/13/2026", &["invalid-date a.md:4:12"]),
        ("outcome: rejected\noutcome_date: 2026-03-02", none),
        // People
        ("interviewers: [Jane Doe, Ravi]\nalso_met: [Jane Doe]", &["same-person-twice a.md:5:12"]),
        ("interviewers: [Jane <j@a.example>, Jane <k@a.example>]", none),
        (
            "interviewers: [Jane <j@a.example>, Jane <J@a.example>]",
            &["same-person-twice a.md:4:36"],
        ),
        ("interviewers: [Zoe, Zoë]", none),
        // Records
        ("interviewers: [Jane]\nfollowups: {thank-you/jane: done 2026-03-02}", none),
        ("followups: {status-check/9: done 2026-03-02, withdraw/x: done 2026-03-02}", none),
        ("followups: {withdrawal: done 2026-03-02, re-evaluate: done 2026-03-02}", none),
        ("followups: {thank-you/jane: done 2026-03-02}", &["unknown-record a.md:4:13"]),
        (
            "interviewers: [Jane and Ravi]\nfollowups: {thank-you/jane: done 2026-03-02}",
            &["several-people a.md:4:16"],
        ),
        // Conflicts
        ("notes: |\n  <<<<<<< HEAD", none),
    ];
    for (lines, expected) in cases {
        let note = format!("---\ncompany: Acme\ndate: 2026-03-02\n{lines}\n---\n\n<<<<<<< HEAD\n");
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
        let note = format!("---\ncompany: Acme\ndate: {date}\n---\n");
        let found = found(&[("a.md", &note)]);
        assert_eq!(found == ["far-date a.md:3:7"], is_far, "{date}: {found:?}");
    }
}

#[test]
fn notes_look_like_one_interview_by_company_role_day_and_round() {
    let note = |lines: &str| format!("---\ncompany: Acme\n{lines}\n---\n");
    let cases = [
        ("date: 2026-03-02", "date: 2026-03-02", true),
        ("date: 2026-03-02\nrole: Dev", "role: dev\ndate: 2026-03-02", true),
        ("date: 2026-03-02\nround: 1", "date: 2026-03-02\nround: 2", false),
        ("date: 2026-03-02\nround: 1", "date: 2026-03-02", false),
        ("date: 2026-03-02", "date: 2026-03-03", false),
        ("date: 2026-03-02\nrole: Dev", "date: 2026-03-02\nrole: Ops", false),
    ];
    for (first, second, is_one) in cases {
        let found = found(&[("a.md", &note(first)), ("b.md", &note(second))]);
        let is_told = found.iter().any(|found| found.starts_with("same-interview b.md"));
        assert_eq!((is_told, found.len()), (is_one, usize::from(is_one)), "{first} {second}");
    }
}

#[test]
fn drafts_are_found_fault_with_only_where_there_is_one() {
    let note = "---\ncompany: Acme\ndate: 2026-03-02\ninterviewers: [Jane van Doe <j@a.example>, Bo]\n\
        recruiter: Sam Lee <sam@a.example>\n---\n";
    let none: &[&str] = &[];
    let cases = [
        ("jane-van-doe", "Jane van Doe <j@a.example>", "Hi Jane,\nme@x.example", none),
        ("jane-van-doe", "Jane van Doe <j@a.example>", "Dear Ms. Doe,\n+44 20 7946 0018", none),
        ("jane-van-doe", "Jane van Doe <j@a.example>", "Hi there,\nme@x.example", none),
        (
            "jane-van-doe",
            "Jane van Doe <j@a.example>",
            "Hi again and thank you,\nme@x.example",
            none,
        ),
        ("jane-van-doe", "Janet Roe <j@b.example>", "Hi Janet,\nme@x.example", none),
        ("jane-van-doe", "Jane van Doe", "Hi Janet,\nme@x.example", &["wrong-greeting 5:4"]),
        ("jane-van-doe", "Jane van Doe", "hi bo,\nme@x.example", &["wrong-greeting 5:4"]),
        ("jane-van-doe", "Jane van Doe", "Hallo Bo!\nme@x.example", &["wrong-greeting 5:1"]),
        ("jane-van-doe", "Jane van Doe", "Bo,\nme@x.example", &["wrong-greeting 5:1"]),
        ("jane-van-doe", "Jane van Doe", "Hi Jane and Bo,\nme@x.example", none),
        ("jane-van-doe", "Jane van Doe", "Hi Jane,\nGreet Bo!\nme@x.example", none),
        ("jane-van-doe", "Jane van Doe", "Hallo Jane,\nme@x.example", none),
        ("jane-van-doe", "Jane van Doe", "Hi, Bo,\nme@x.example", &["wrong-greeting 5:5"]),
        ("jane-van-doe", "Jane van Doe", "Hi, I must thank you,\nme@x.example", none),
        ("jane-van-doe", "Jane van Doe", "Hi Jané - thanks\nme@x.example", none),
        ("jane-van-doe", "Jane van Doe", "Dear Mr van Dam,\nme@x.example", &["wrong-greeting 5:6"]),
        ("jane-van-doe", "jd@a.example", "Hi Jane,\nme@x.example", none),
        (
            "bo",
            "Sam Lee",
            "Hi Sam,\nI hope this\nemail finds you well. s@x.example",
            &["worn-phrase 6:1"],
        ),
        ("bo", "Sam Lee", "Hi Sam,\nadjust checking in-depth s@x.example", none),
        ("jane-van-doe", "Jane van Doe", "Dear Sir or Madam,\nme@x.example", &["worn-phrase 5:1"]),
        ("bo", "Sam Lee", "Hi Sam,\n\nplease pass this on.\n\nHi Bo,\nme@x.example", none),
        ("bo", "Sam Lee", "Hi Sam,\n\nHi Max,\nme@x.example", &["wrong-greeting 7:4"]),
        ("bo", "Sam Lee", "Hi Sam,\nsee you on 2026-03-20.", &["no-contact-details 6:1"]),
        ("bo", "Sam Lee", "Hi [fill in: name],\n[fill in: how to reach you]", &["blanks-left 5:4"]),
        ("bo", "Sam Lee", "", none),
    ];
    for (person, to, message, expected) in cases {
        let path = format!("a.thank-you.{person}.draft.md");
        let draft = format!("---\nfollowup: thank-you/{person}\nto: {to}\n---\n{message}\n");
        let found = found(&[("a.md", note), (&path, &draft)]);
        let expected: Vec<String> =
            expected.iter().map(|at| at.replacen(' ', &format!(" {path}:"), 1)).collect();
        assert_eq!(found, expected, "{message}");
    }
    // A head that can't be read is all that is said.
    let path = "a.thank-you.bo.draft.md";
    for (head, expected) in [
        ("to: Sam: Lee\n---\n", "invalid-yaml 3:8"),
        ("to: Sam Lee\n", "unclosed-front-matter 1:1"),
    ] {
        let draft = format!("---\nfollowup: thank-you/bo\n{head}Hi Max,\n[fill in: x]\n");
        let expected = expected.replacen(' ', &format!(" {path}:"), 1);
        assert_eq!(found(&[("a.md", note), (path, &draft)]), [expected], "{head}");
    }
    // What was sent is past mending.
    let sent = note.replacen("---\n", "---\nfollowups: {thank-you/bo: done 2026-03-02}\n", 1);
    let draft = "---\nfollowup: thank-you/bo\nto: Sam Lee\n---\nTo whom it may concern\n";
    assert_eq!(found(&[("a.md", &sent), ("a.thank-you.bo.draft.md", draft)]), none);
}

#[test]
fn thousands_of_notes_of_one_interview_are_checked_in_no_time() {
    let folder = Folder::new();
    for n in 0..3_000 {
        folder.write(&format!("{n}.md"), "---\ncompany: Acme\ndate: 2026-03-02\nkeey: x\n---\n");
    }
    let records: String =
        (0..20_000).map(|n| format!("  thank-you/x{n}: done 2026-03-02\n")).collect();
    let head = "---\ncompany: B\ndate: 2026-03-02\nfollowups:\n";
    folder.write("records.md", format!("{head}{records}---\n"));
    let start = std::time::Instant::now();
    assert_eq!(codes(&folder, "check").len(), 2_999 + 50);
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn a_vault_of_somebodys_own_making_shows_what_was_understood() {
    let folder = Folder::with(&[
        (
            "Interviews/Acme.md",
            "\
---
title: Interview at Acme
Company: \"[[Acme]]\"
Position: Backend engineer
date: 2026-03-02
Interviewer: \"[[Jane Doe]]\"
Status: Waiting
salary range: 80-90k
tags: [interview, job]
---
",
        ),
        (
            "Interviews/Globex.md",
            "---\ncompany: Globex\ndate: 03/04/2026\nrole: Engineer\ninterviewer: Jane & Ravi\nstatus: HM chat\ntags: [job]\n---\n",
        ),
        ("Interviews/Hooli.md", "---\ncompany: Hooli\ndate: [\n---\n"),
        ("Interviews/Initech.md", "---\nemployer: Initech\nwhen: yesterday\n---\n"),
        ("Books.md", "# Books\n"),
        (".obsidian/x.md", NOTE),
    ]);
    let ran = run(&folder, "check");
    assert_eq!(ran.code, 1);
    let (_, survey) = ran.stdout.split_once("\n3 errors\n").unwrap();
    assert_data_eq!(
        survey,
        str![[r#"

read as: 2 notes, 1 unreadable note, 2 other Markdown files
  company               2
  date                  2   1 with a problem
  role                  2   1 as `position`
  interviewers          2   as `interviewer`, 1 with a problem
  outcome               2   as `status`
keys of your own, left alone: tags 2, salary range 1
no notes, without a `company`: Books.md, Interviews/Initech.md

"#]]
    );
    // As it is, it builds.
    let ran = run(&folder, "build");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(folder.read("FOLLOWUPS.md").contains("Thank Jane Doe"));
    assert!(run(&folder, "check").stdout.contains("read as: 2 notes, 1 unreadable note, 2 drafts"));
}

#[test]
fn what_was_understood_is_shown_of_the_whole_journal_and_to_people_only() {
    let folder = Folder::with(&[("a.md", NOTE)]);
    assert!(run(&folder, "check").stdout.contains("read as: 1 note\n  company               1\n"));
    for line in [
        "check a.md",
        "check -q",
        "check --format json",
        "check --format github",
        "check --format sarif",
    ] {
        assert!(!run(&folder, line).stdout.contains("read as"), "{line}");
    }
    let empty = run(&Folder::new(), "check");
    assert_eq!(
        empty.stdout,
        "no problems found\n\nread as: 0 notes; a note has `company` and `date` in its front matter\n"
    );
}

#[test]
fn keys_of_ones_own_are_shown_as_written_and_the_most_frequent_first() {
    let note = |n: usize, keys: &str| {
        (format!("{n}.md"), format!("---\ncompany: Acme {n}\ndate: 2026-03-02\n{keys}---\n"))
    };
    let long = "x".repeat(50);
    let notes = [
        note(1, "b: 1\na: 2\nc: 3\nDays off: 1\n"),
        note(2, "b: 1\nd: 1\ne: 1\nf: 1\ng: 1\nh: 1\ni: 1\n"),
        note(3, &format!("{long}: 1\n\"bell\\a\": 1\n[1, 2]: 3\n")),
    ];
    let notes: Vec<(&str, &str)> =
        notes.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let ran = run(&Folder::with(&notes), "check");
    let line = ran.stdout.lines().find(|line| line.starts_with("keys of your own")).unwrap();
    assert_eq!(
        line,
        "keys of your own, left alone: b 2, Days off 1, a 1, bell 1, c 1, d 1, e 1, f 1, and 3 more"
    );
}

#[test]
fn slips_are_told_once_and_where_they_stand() {
    let none: &[&str] = &[];
    let note = |lines: &str| format!("---\ncompany: Acme\ndate: 2026-03-02\n{lines}\n---\n");
    let cases: &[(String, &[&str])] = &[
        // In lists and maps too.
        (
            note(
                "updates:\n  - {date: 2026-03-03, decison_window: 1 week}\n  - {date: 2026-03-04, widnow: 1 week}",
            ),
            &["unknown-key a.md:5:24", "unknown-key a.md:6:24"],
        ),
        (
            note(
                "interviewers:\n  - {name: Jane, emial: j@x.example, note: x}\nrecruiter: {name: Sam, agncy: X}",
            ),
            &["unknown-key a.md:5:18", "unknown-key a.md:6:24"],
        ),
        (note("recruiter: {name: Sam, email: s@x.example, mails: 3}"), none),
        // What is missing is said where it was meant.
        ("---\ncompany: Acme\ndaet: 2026-03-02\n---\n".to_owned(), &["missing-date a.md:3:1"]),
        ("---\ncomapny: Acme\ndate: 2026-03-02\n---\n".to_owned(), &["missing-company a.md:2:1"]),
        ("---\ncomapny: Acme\ninterviewers: Jo\n---\n".to_owned(), &["missing-company a.md:2:1"]),
        ("---\ncomapny: Acme\ndate: soon\n---\n".to_owned(), none),
        (note("outcome: offer\noutcom_date: 2026-03-03"), &["unknown-key a.md:5:1"]),
        // A fence that is missing, and what is left of a merge.
        (
            "---\ncompany: Acme\n\nSome prose here.\n\n---\nmore".to_owned(),
            &["unclosed-front-matter a.md:1:1"],
        ),
        (
            "---\ncompany: Acme\ndate: 2026-03-02\n\n## Learned\n\n- that: it: works\n\n---\nmore"
                .to_owned(),
            &["unclosed-front-matter a.md:1:1"],
        ),
        (
            "---\ncompany: Acme\ndate: 2026-03-02\n\n## Learned\n\n---\nmore".to_owned(),
            &["unclosed-front-matter a.md:1:1"],
        ),
        (note("\n# people\nrole: x\n\n# --- #\n"), none),
        ("---\ncompany: Acme\n\nrole: [x\n---\nmore".to_owned(), &["invalid-yaml a.md:4:7"]),
        (note("role: x\n>>>>>>> b"), &["merge-conflict a.md:5:1"]),
        (note("=======\nrole: x"), &["merge-conflict a.md:4:1"]),
        (note("<<<<<<<\nrole: x"), &["merge-conflict a.md:4:1"]),
        (note("role: x # ======="), none),
        // What isn't read, because the field stands there under another name.
        (note("interviewers: [Ravi]\ninterviewer: Jane"), &["unread-field a.md:5:1"]),
        (note("status: rejected\noutcome: pending"), &["unread-field a.md:4:1"]),
        (note("role: x\ntitle: A note\nstatus:\noutcome: pending"), none),
        // One address is one person.
        (
            note("interviewers: [Jane Doe <a@x.example>, J. Doe <A@x.example>]"),
            &["same-person-twice a.md:4:40"],
        ),
        // Days of records.
        (
            note(
                "interviewers: [Jane <j@x.example>]\nfollowups:\n  thank-you/jane: done 2206-03-13\n  connect/jane: skipped 2026-03-01\n  value-add/jane: done 2020-03-01",
            ),
            &["far-date a.md:6:19", "far-date a.md:8:19"],
        ),
        (
            "---\ncompany: Acme\ndate: 03/04/2026 10:00\n---\n".to_owned(),
            &["ambiguous-date a.md:3:7"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(found(&[("a.md", text)]), *expected, "{text}");
    }
}

#[test]
fn a_copy_is_named_and_not_the_note_that_it_was_made_of() {
    let note = "---\ncompany: Acme\ndate: 2026-03-02\n---\n";
    for copy in ["acme-2.md", "acme (1).md", "acme copy.md"] {
        let found = found(&[("acme.md", note), (copy, note)]);
        assert_eq!(found, [format!("same-interview {copy}:3:7")]);
    }
    let found = found(&[("How I handled a conflicted copy.md", note)]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn blanks_are_as_many_as_the_agenda_counts() {
    let folder = Folder::with(&[(
        "a.md",
        "---\ncompany: Acme\ndate: 2026-03-02\ninterviewers: [Jo Ek]\ndecision_window: 1 week\n---\n",
    )]);
    folder.build(TODAY);
    let draft = folder.read("a.thank-you.jo-ek.draft.md");
    assert!(draft.lines().any(|line| line.starts_with("to:") && line.contains("[fill in")));
    let counted: Value =
        serde_json::from_str(&run(&folder, "agenda --format json").stdout).unwrap();
    let blanks =
        counted["followups"].as_array().unwrap().iter().find(|item| item["kind"] == "thank-you");
    let blanks = blanks.unwrap()["blanks"].as_u64().unwrap();
    let shown = run(&folder, "check a.thank-you.jo-ek.draft.md --format github").stdout;
    assert!(
        shown.contains(&format!("line=3,col=12,title=blanks-left::{blanks} blanks left")),
        "{shown}"
    );
}

#[test]
fn a_template_is_tried_before_its_message_is_due() {
    for (kind, path) in journal::unstable::own_paths() {
        for mistake in ["{{ nope }}", "{{ to.frist }}", "{{ company | nope }}", "{{ 1 / 0 }}"] {
            let folder = Folder::with(&[(&path, &format!("Hi,\n{mistake}\n"))]);
            let found = codes(&folder, "check");
            assert_eq!(found.len(), 1, "{kind}, {mistake}: {found:?}");
            assert!(found[0].starts_with(&format!("invalid-template {path}:2:")), "{found:?}");
        }
    }
    let folder = Folder::new();
    folder.journal(&["init", "--templates", "--today", TODAY]);
    let found = codes(&folder, "check");
    assert!(found.iter().all(|found| found.starts_with("blanks-left")), "{found:?}");
    // Where one shows already, it is said of the draft that waits for it.
    folder.write("templates/thank-you.md.j2", "Hi {{ nope }}\n");
    let found = codes(&folder, "check");
    let told = found.iter().filter(|found| found.starts_with("invalid-template")).count();
    assert_eq!(told, 1, "{found:?}");
}
