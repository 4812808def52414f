//! The formats of `check`, its exit status, and the paths in it.

use journal::unstable::CODES;
use serde_json::Value;
use snapbox::{assert_data_eq, str};

use super::{BAD, UNDATED};
use crate::support::{Folder, TODAY, journal};

/// A journal with both, the first in a path with odd characters.
fn bad() -> Folder {
    journal(&[("2026/50%, bad: ä.md", BAD), ("globex.md", UNDATED)])
}

#[test]
fn text_shows_each_line_and_counts() {
    let ran = bad().run_on(TODAY, "check");
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
  = help: write one of: applied, scheduled (it is still to come), cancelled (it did not take place), pending, more_interviews, hiring_manager, offer, accepted, declined, rejected, withdrawn, no_response; or say under `[outcomes]` in journal.toml what it means

warning[unknown-window]: the decision window "soonish" is not understood and counts as none
 --> 2026/50%, bad: ä.md:5:18
  |
5 | decision_window: soonish
  |                  ^^^^^^^
  |
  = help: write it in one of these forms: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown

hint[missing-outcome-date]: the outcome has no `outcome_date`; the last sign of life, 2026-02-02, counts
 --> globex.md:4:10
  |
4 | outcome: rejected
  |          ^^^^^^^^
  |
  = help: add the day you heard, as in `outcome_date: 2026-03-02`

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
    let ran = folder.run_on(TODAY, "check --format json");
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
      "help": "write one of: applied, scheduled (it is still to come), cancelled (it did not take place), pending, more_interviews, hiring_manager, offer, accepted, declined, rejected, withdrawn, no_response; or say under `[outcomes]` in journal.toml what it means"
    },
    {
      "severity": "warning",
      "code": "unknown-window",
      "path": "2026/50%, bad: ä.md",
      "line": 5,
      "column": 18,
      "message": "the decision window /"soonish/" is not understood and counts as none",
      "help": "write it in one of these forms: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown"
    },
    {
      "severity": "hint",
      "code": "missing-outcome-date",
      "path": "globex.md",
      "line": 4,
      "column": 10,
      "message": "the outcome has no `outcome_date`; the last sign of life, 2026-02-02, counts",
      "help": "add the day you heard, as in `outcome_date: 2026-03-02`"
    }
  ]
}

"#]]
    );
    // The agenda leaves out the round that closed long ago.
    let mut checked: Value = serde_json::from_str(&ran.stdout).unwrap();
    checked["problems"].as_array_mut().unwrap().retain(|problem| problem["path"] != "globex.md");
    assert_eq!(checked["problems"], folder.agenda(TODAY)["problems"]);
}

#[test]
fn github_has_a_command_a_line() {
    let ran = bad().run_on(TODAY, "check --format github");
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
    assert_data_eq!(
        ran.stdout,
        str![[r#"
::error file=2026/50%25%2C bad%3A ä.md,line=3,col=7,title=invalid-date::`date`: "2026-02-30" is not a valid date%0Awrite the year, month and day: 2026-03-02
::error file=2026/50%25%2C bad%3A ä.md,line=4,col=10,title=unknown-outcome::"so so" is not a known outcome%0Awrite one of: applied, scheduled (it is still to come), cancelled (it did not take place), pending, more_interviews, hiring_manager, offer, accepted, declined, rejected, withdrawn, no_response; or say under `[outcomes]` in journal.toml what it means
::warning file=2026/50%25%2C bad%3A ä.md,line=5,col=18,title=unknown-window::the decision window "soonish" is not understood and counts as none%0Awrite it in one of these forms: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown
::notice file=globex.md,line=4,col=10,title=missing-outcome-date::the outcome has no `outcome_date`; the last sign of life, 2026-02-02, counts%0Aadd the day you heard, as in `outcome_date: 2026-03-02`

"#]]
    );
}

#[test]
fn sarif_has_a_result_a_problem_and_a_rule_a_code() {
    let ran = bad().run_on(TODAY, "check --format sarif");
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
    let mut log: Value = serde_json::from_str(&ran.stdout).unwrap();
    let run = &mut log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].take();
    let rules = rules.as_array().unwrap();
    assert_eq!(rules.len(), CODES.len());
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
            "text": "/"so so/" is not a known outcome; write one of: applied, scheduled (it is still to come), cancelled (it did not take place), pending, more_interviews, hiring_manager, offer, accepted, declined, rejected, withdrawn, no_response; or say under `[outcomes]` in journal.toml what it means"
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
            "text": "the decision window /"soonish/" is not understood and counts as none; write it in one of these forms: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown"
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
            "text": "the outcome has no `outcome_date`; the last sign of life, 2026-02-02, counts; add the day you heard, as in `outcome_date: 2026-03-02`"
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
    #[rustfmt::skip]
    let cases = [
        // the content | the files | the exit status | the count at the end
        ("nothing",         vec![],                                                  0, "no problems found\n"),
        ("a hint",          vec![("globex.md", UNDATED)],                            0, "1 hint\n"),
        ("an error",        vec![("a.md", BAD)],                                     1, "2 errors · 1 warning\n"),
        ("a configuration", vec![("journal.toml", "holidays = [1]"), ("a.md", BAD)], 1, "1 error\n"),
    ];
    for (what, files, code, tally) in cases {
        let folder = journal(&files);
        let before = folder.files();
        let ran = folder.run_on(TODAY, "check");
        assert_eq!(ran.code, code, "{what}: {ran:?}");
        let before_survey = ran.stdout.split("\nread as:").next().unwrap();
        assert!(before_survey.ends_with(tally), "{what}: {ran:?}");
        assert_eq!(folder.files(), before, "{what}");
    }
}

#[test]
fn a_broken_configuration_is_a_finding() {
    let folder = journal(&[("journal.toml", "holidays = [1]\n"), ("a.md", BAD)]);
    let ran = folder.run_on(TODAY, "check --format github");
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
    let folder = journal(&[("a.md", BAD), ("sub/b.md", BAD), ("sub/c.md", BAD)]);
    folder.write("elsewhere/journal.toml", "");
    folder.write("plain.md", "# Shopping\n");
    let found = |line: &str| {
        let ran = folder.run_on(TODAY, line);
        let mut paths: Vec<String> = ran
            .stdout
            .lines()
            .filter_map(|line| Some(line.split_once("file=")?.1.split(',').next()?.to_owned()))
            .collect();
        paths.dedup();
        (ran.code, paths.join(" "), ran.stderr)
    };
    #[rustfmt::skip]
    let cases = [
        // the arguments | the exit status | the files with findings | standard error
        ("a.md",                   1, "a.md",                   ""),
        ("./sub/../a.md sub/c.md", 1, "a.md sub/c.md",          ""),
        ("sub",                    1, "sub/b.md sub/c.md",      ""),
        (".",                      1, "a.md sub/b.md sub/c.md", ""),
        ("-C sub b.md",            1, "b.md",                   ""),
        ("plain.md",               0, "",                       "plain.md is no note: a note has `company` and `date` in its front matter\n"),
        ("elsewhere/journal.toml",
             0, "", "elsewhere/journal.toml is not checked: it is hidden, ignored, a link, or not Markdown\n"),
        ("d.md",                   2, "",                       "error: there is no file d.md; give its path from here, or from the folder that -C names\n"),
        ("a.md d.md",              2, "",                       "error: there is no file d.md; give its path from here, or from the folder that -C names\n"),
        ("-C elsewhere ../a.md",   2, "",                       "error: ../a.md is not in the journal's folder; name its own journal with -C\n"),
        ("-C nowhere a.md",        2, "",                       "error: there is no folder nowhere; `journal init nowhere` makes one\n"),
    ];
    for (arguments, code, paths, stderr) in cases {
        let expected = (code, paths.to_owned(), stderr.to_owned());
        assert_eq!(found(&format!("check --format github {arguments}")), expected, "{arguments}");
    }
}

#[test]
fn programs_that_show_a_repository_get_paths_from_its_top() {
    let folder = journal(&[("50%, ü/jobs/a b.md", BAD)]);
    let shown = |format: &str| {
        let words = ["-C", "50%, ü/jobs", "check", "--format", format];
        let ran = folder.run_words_on(TODAY, &words);
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
fn paths_that_can_not_start_at_the_top_come_with_a_warning() {
    let folder = journal(&[("jobs/a.md", BAD)]);
    folder.git("", &["init", "-q"]);
    let words = ["-C", "jobs", "check", "--format", "github", "--today", TODAY];
    let ran = folder.run_with(&words, &[("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")]);
    assert!(ran.stdout.starts_with("::error file=a.md,"), "{ran:?}");
    let start = "warning: paths start at the journal, not at its repository: ";
    assert!(ran.stderr.starts_with(start), "{ran:?}");
}
