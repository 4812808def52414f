//! The commands as they are typed: what they print where, and how they end.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::Value;
use snapbox::{IntoData, assert_data_eq, str};

use crate::support::{Folder, Ran};

const ACME: &str = "\
---
company: Acme Robotics
date: 2026-03-02
role: Backend engineer
interviewers: [Jane Doe <jane@acme.example>]
decision_window: 1 week
---

- [ ] Send the paper
";

const GLOBEX: &str = "\
---
company: Globex
date: 2026-03-09
recruiter: Sam Lee <sam@globex.example>
decision_window: soonish
---
";

const TODAY: &str = "2026-03-10";

fn journal() -> Folder {
    Folder::with(&[("acme.md", ACME), ("globex.md", GLOBEX)])
}

/// Runs a command line, with the day at its end.
fn run(folder: &Folder, line: &str) -> Ran {
    let words: Vec<&str> = line.split_whitespace().chain(["--today", TODAY]).collect();
    folder.journal(&words)
}

/// The program, started in a sub-folder.
fn below(folder: &Folder, sub: &str, line: &str) -> i32 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
    command.args(line.split_whitespace()).args(["--today", TODAY]).current_dir(folder.at(sub));
    command.output().unwrap().status.code().unwrap()
}

// build

#[test]
fn build_says_what_it_did_and_what_is_wrong() {
    let folder = journal();
    let ran = run(&folder, "build");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
warning[unknown-window]: the decision window "soonish" is not understood and counts as none
 --> globex.md:5:18
  |
5 | decision_window: soonish
  |                  ^^^^^^^
  |
  = help: forms that are understood: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown
1 overdue · 1 today · 2 in the next 7 days · 1 worth doing · 1 to find out · 2 waiting to hear · 1 to mend (FOLLOWUPS.md written, 4 new drafts)

"#]]
    );
    let ran = run(&folder, "build");
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.ends_with(" · 1 to mend (nothing to write)\n"), "{}", ran.stderr);
    folder.edit("acme.md", "Backend", "Frontend");
    folder.remove("globex.md");
    let ran = run(&folder, "build");
    assert_data_eq!(
        ran.stderr,
        str![[r#"
1 overdue · 1 in the next 7 days · 1 worth doing · 1 waiting to hear (FOLLOWUPS.md written, 2 renewed drafts, 1 removed draft)

"#]]
    );
}

#[test]
fn build_v_names_the_files() {
    let folder = journal();
    std::os::unix::fs::symlink("nowhere.md", folder.at("link.md")).unwrap();
    folder.write("acme.connect.jane-doe.draft.md", "mine");
    folder.remove("globex.md");
    let ran = run(&folder, "build -v");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
warning[in-the-way]: acme.connect.jane-doe.draft.md: a file of yours is in the way; it was left alone
 |
 = help: move it elsewhere, then build again
passed over: link.md (a link)
create: acme.status-check.1.draft.md
create: acme.thank-you.jane-doe.draft.md
create: FOLLOWUPS.md
1 overdue · 1 in the next 7 days · 1 worth doing · 1 waiting to hear · 1 to mend (FOLLOWUPS.md written, 2 new drafts)

"#]]
    );
}

#[test]
fn build_q_says_nothing_but_what_failed() {
    let folder = journal();
    let ran = run(&folder, "-q build");
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
    let folder = Folder::with(&[("acme.md", ACME), ("FOLLOWUPS.md/x", "in the way")]);
    let ran = run(&folder, "build -q");
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: FOLLOWUPS.md was not written: a folder is in the way; it was left alone

"#]]
    );
}

#[test]
fn check_lists_what_would_change_and_exits_with_one() {
    let folder = journal();
    let ran = run(&folder, "build --check");
    assert_eq!(ran.code, 1);
    assert_data_eq!(
        ran.stdout,
        str![[r#"
would create acme.connect.jane-doe.draft.md
would create acme.status-check.1.draft.md
would create acme.thank-you.jane-doe.draft.md
would create globex.recruiter-thanks.draft.md
would create FOLLOWUPS.md

"#]]
    );
    assert!(ran.stderr.starts_with("warning[unknown-window]"), "{}", ran.stderr);
    folder.build(TODAY);
    let ran = run(&folder, "build --check");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));

    folder.edit("acme.md", "Backend", "Frontend");
    folder.remove("globex.md");
    let ran = run(&folder, "build --check");
    assert_eq!(ran.code, 1);
    assert_data_eq!(
        ran.stdout,
        str![[r#"
would renew acme.status-check.1.draft.md
would renew acme.thank-you.jane-doe.draft.md
would remove globex.recruiter-thanks.draft.md
would renew FOLLOWUPS.md

"#]]
    );
    let ran = run(&folder, "build --check -q");
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (1, "", ""));
}

#[test]
fn check_finds_what_is_in_the_way() {
    let folder = Folder::with(&[("acme.md", ACME), ("FOLLOWUPS.md/x", "in the way")]);
    assert_eq!(run(&folder, "build").code, 3);
    assert_eq!(run(&folder, "build --check").code, 1);
}

#[test]
fn diff_shows_what_would_change() {
    let folder = journal();
    for (kind, words) in [("thank-you", "the {{ role }} talk"), ("recruiter-thanks", "you")] {
        let template = format!("Subject: Thanks\n\nHi,\n\nThank you for {words}.\n");
        folder.write(&format!("templates/{kind}.md.j2"), template);
    }
    folder.build(TODAY);
    let ran = run(&folder, "build --diff");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    folder.edit("acme.md", "Backend", "Frontend");
    folder.remove("globex.md");
    let ran = run(&folder, "build --diff");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let drafts = ran.stdout.split("--- a/acme.thank-you.jane-doe.draft.md\n").nth(1).unwrap();
    let (drafts, agenda) = drafts.split_once("--- a/FOLLOWUPS.md\n").unwrap();
    assert_data_eq!(
        drafts,
        str![[r#"
+++ b/acme.thank-you.jane-doe.draft.md
@@ -3,8 +3,8 @@
 to: Jane Doe <jane@acme.example>
 subject: Thanks
 due: 2026-03-03
-generated: d43ed3243ef311346b81313932aa7884
+generated: dbde2c6e3eea4113112313dbd1b370b6
 ---
 Hi,
 
-Thank you for the Backend engineer talk.
+Thank you for the Frontend engineer talk.
--- a/globex.recruiter-thanks.draft.md
+++ /dev/null
@@ -1,10 +0,0 @@
----
-followup: recruiter-thanks
-to: Sam Lee <sam@globex.example>
-subject: Thanks
-due: 2026-03-09
-generated: e2b83161094befa34a528cbb5462d493
----
-Hi,
-
-Thank you for you.

"#]]
    );
    assert!(agenda.starts_with("+++ b/FOLLOWUPS.md\n@@ "), "{agenda}");
    assert_eq!(run(&folder, "build --diff --check").code, 1);
}

#[test]
fn a_diff_is_a_patch_that_applies() {
    let folder = journal();
    folder.build(TODAY);
    folder.edit("acme.md", "Backend", "Frontend");
    folder.write("new.md", ACME.replace("Acme", "New"));
    folder.remove("globex.md");
    let patch = run(&folder, "build --diff").stdout;
    folder.write("changes.patch", patch);
    let mut apply = Command::new("git");
    apply.args(["apply", "changes.patch"]).current_dir(folder.path()).stdout(Stdio::null());
    let Ok(status) = apply.status() else { return };
    assert!(status.success());
    let ran = run(&folder, "build --check");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
}

// agenda

#[test]
fn agenda_shows_the_day() {
    let ran = run(&journal(), "agenda");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_data_eq!(
        ran.stdout,
        str![[r#"
Follow-ups for Tuesday 10 March 2026
1 overdue · 1 today · 2 in the next 7 days · 1 worth doing · 1 to find out · 2 waiting to hear · 1 to mend

Overdue
  Thank Jane Doe  Acme Robotics, Backend engineer  due Tue 3 Mar, 7 days ago  4 blanks

Today
  Thank Sam Lee for arranging it  Globex  due Mon 9 Mar, yesterday  1 blank

Next 7 days
  Ask Jane Doe for news  Acme Robotics, Backend engineer  due Wed 11 Mar, tomorrow   1 blank
  Ask Sam Lee for news   Globex                           due Mon 16 Mar, in 6 days

Worth doing
  Connect with Jane Doe  Acme Robotics, Backend engineer  due Fri 6 Mar, 4 days ago

Find out
  Find out when Globex decides  Globex  due Tue 10 Mar, today

From your notes
  Send the paper  Acme Robotics, Backend engineer  acme.md:9

Waiting to hear
  Acme Robotics, Backend engineer  interviewed Mon 2 Mar  decision Mon 9 Mar  check Wed 11 Mar
  Globex                           interviewed Mon 9 Mar  no decision date    check Mon 16 Mar

Problems
  warning  globex.md:5:18  the decision window "soonish" is not understood and counts as none

"#]]
    );
}

#[test]
fn agenda_narrows_to_what_is_asked() {
    let folder = journal();
    let titles = |options: &str| -> Vec<String> {
        let ran = run(&folder, &format!("agenda --format json {options}"));
        let agenda: Value = serde_json::from_str(&ran.stdout).unwrap();
        let followups = agenda["followups"].as_array().unwrap();
        let title = |followup: &Value| {
            let [title, status] = ["title", "status"].map(|key| followup[key].as_str().unwrap());
            format!("{title}: {status}")
        };
        followups.iter().map(title).collect()
    };
    let late = ["Thank Jane Doe: overdue"];
    let due = [
        "Connect with Jane Doe: due",
        "Thank Sam Lee for arranging it: due",
        "Find out when Globex decides: today",
    ];
    let soon = ["Ask Jane Doe for news: open"];
    let later = [
        "Ask Sam Lee for news: upcoming",
        "Let Acme Robotics go: upcoming",
        "Let Globex go: upcoming",
    ];
    assert_eq!(titles(""), [&late[..], &due, &soon, &later].concat());
    assert_eq!(titles("--overdue"), late);
    assert_eq!(titles("--days 0"), [&late[..], &due].concat());
    assert_eq!(titles("--days 1"), [&late[..], &due, &soon].concat());
    assert_eq!(titles("--days 36500"), titles(""));
    assert_eq!(titles("--company gLOb"), [due[1], due[2], later[0], later[2]]);
    assert_eq!(titles("--company gLOb --days 1"), due[1..]);
    assert_eq!(titles("--company gLOb --overdue"), [""; 0]);
    assert_eq!(titles("--company nobody"), [""; 0]);
    let more: Vec<_> =
        titles("--all").into_iter().filter(|title| !titles("").contains(title)).collect();
    assert_eq!(more, ["Send Jane Doe something useful: lapsed"]);
}

#[test]
fn agenda_takes_any_number_of_days() {
    let folder = journal();
    let all = run(&folder, "agenda --days 36500").stdout;
    assert_eq!(run(&folder, "agenda --days 4294967295").stdout, all);
}

#[test]
fn agenda_as_json() {
    let folder = Folder::with(&[("acme.md", ACME)]);
    folder.edit("acme.md", "1 week", "soonish");
    let ran = run(&folder, "agenda --overdue --format json");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_data_eq!(ran.stdout.raw(), str![[r#"
{
  "schema": 1,
  "today": "2026-03-10",
  "followups": [
    {
      "id": "acme/thank-you/jane-doe",
      "kind": "thank-you",
      "title": "Thank Jane Doe",
      "note": "acme.md",
      "company": "Acme Robotics",
      "role": "Backend engineer",
      "person": {
        "name": "Jane Doe",
        "email": "jane@acme.example"
      },
      "opens": "2026-03-02",
      "due": "2026-03-03",
      "late": "2026-03-05",
      "lapses": "2026-03-16",
      "status": "overdue",
      "optional": false,
      "draft": "acme.thank-you.jane-doe.draft.md",
      "blanks": 4,
      "why": "Every interviewer gets a thank-you of their own within a day: due on Tuesday 3 March 2026, 1 day after the interview on Monday 2 March 2026."
    },
    {
      "id": "acme/find-out/decision-window",
      "kind": "find-out",
      "title": "Find out when Acme Robotics decides",
      "note": "acme.md",
      "company": "Acme Robotics",
      "role": "Backend engineer",
      "person": null,
      "opens": "2026-03-02",
      "due": "2026-03-03",
      "late": "2026-03-07",
      "lapses": "2026-05-01",
      "status": "overdue",
      "optional": false,
      "draft": null,
      "blanks": 0,
      "why": "Without a decision date nobody knows when a status check is due: due on Tuesday 3 March 2026, 1 day after the interview on Monday 2 March 2026."
    }
  ],
  "waiting": [],
  "tasks": [],
  "problems": [
    {
      "severity": "warning",
      "code": "unknown-window",
      "path": "acme.md",
      "line": 6,
      "column": 18,
      "message": "the decision window \"soonish\" is not understood and counts as none",
      "help": "forms that are understood: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown"
    }
  ]
}

"#]].raw());
    let agenda: Value = serde_json::from_str(&run(&folder, "agenda --format json").stdout).unwrap();
    assert_eq!(agenda["tasks"][0]["line"], 9);
    assert_eq!(agenda["tasks"][0]["text"], "Send the paper");
    assert_eq!(agenda["waiting"][0]["decision_date"], Value::Null);
}

#[test]
fn agenda_as_csv() {
    let folder = Folder::with(&[("acme.md", ACME)]);
    let ran = run(&folder, "agenda --days 1 --format csv");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_data_eq!(
        ran.stdout,
        str![[r#"
id,kind,title,note,company,role,person,email,opens,due,late,lapses,status,optional,draft,blanks,why
acme/thank-you/jane-doe,thank-you,Thank Jane Doe,acme.md,Acme Robotics,Backend engineer,Jane Doe,jane@acme.example,2026-03-02,2026-03-03,2026-03-05,2026-03-16,overdue,false,acme.thank-you.jane-doe.draft.md,4,"Every interviewer gets a thank-you of their own within a day: due on Tuesday 3 March 2026, 1 day after the interview on Monday 2 March 2026."
acme/connect/jane-doe,connect,Connect with Jane Doe,acme.md,Acme Robotics,Backend engineer,Jane Doe,jane@acme.example,2026-03-03,2026-03-06,,2026-03-23,due,true,acme.connect.jane-doe.draft.md,0,"A short connection note keeps the contact, whatever comes of it: due on Friday 6 March 2026, 4 days after the interview on Monday 2 March 2026."
acme/status-check/1,status-check,Ask Jane Doe for news,acme.md,Acme Robotics,Backend engineer,Jane Doe,jane@acme.example,2026-03-10,2026-03-11,2026-03-16,2026-04-08,open,false,acme.status-check.1.draft.md,1,"A status check goes out shortly after the date they gave, or a week after the last word without one: due on Wednesday 11 March 2026, 2 business days after the decision date on Monday 9 March 2026."

"#]]
    );
}

#[test]
fn why_is_a_sentence() {
    let ran = run(&journal(), "agenda --all --format json");
    assert!(!ran.stdout.contains("the day of it "), "{}", ran.stdout);
}

#[test]
fn an_empty_journal_has_nothing_to_do() {
    let folder = Folder::new();
    assert_data_eq!(
        run(&folder, "agenda").stdout,
        str![[r#"
Follow-ups for Tuesday 10 March 2026
Nothing to do.

"#]]
    );
    assert_data_eq!(
        run(&folder, "build").stderr,
        str![[r#"
Nothing to do. (FOLLOWUPS.md written)

"#]]
    );
    assert_data_eq!(
        folder.read("FOLLOWUPS.md"),
        str![[r#"
# Follow-ups for Tuesday 10 March 2026

Nothing to do.

<!-- journal: [..] -->

## Your own notes

"#]]
    );
    let json = run(&folder, "agenda --format json").stdout;
    assert_data_eq!(
        json,
        str![[r#"
{
  "schema": 1,
  "today": "2026-03-10",
  "followups": [],
  "waiting": [],
  "tasks": [],
  "problems": []
}

"#]]
    );
    assert_eq!(run(&folder, "agenda --format csv").stdout.lines().count(), 1);
}

// Global options

#[test]
fn global_options_stand_before_or_after_the_command() {
    let folder = journal();
    let expected = run(&folder, "agenda").stdout;
    for line in [
        format!("--today {TODAY} agenda"),
        format!("agenda --today {TODAY}"),
        format!("--color never agenda --today={TODAY}"),
        format!("agenda --color never -q --today {TODAY}"),
        format!("-v -C . --today {TODAY} agenda"),
        format!("agenda -v -C . --today {TODAY}"),
    ] {
        let ran = folder.journal(&line.split_whitespace().collect::<Vec<_>>());
        assert_eq!((ran.code, &ran.stdout), (0, &expected), "{line}: {}", ran.stderr);
    }
}

#[test]
fn colour_is_for_terminals_or_on_demand() {
    let folder = journal();
    let has_colour = |line: &str| {
        let ran = run(&folder, line);
        (ran.stdout + &ran.stderr).contains('\u{1b}')
    };
    for command in ["agenda", "build --diff", "build --check"] {
        assert!(!has_colour(command), "{command}");
        assert!(!has_colour(&format!("--color never {command}")), "{command}");
        assert!(has_colour(&format!("{command} --color always")), "{command}");
    }
    let plain = run(&folder, "agenda").stdout;
    let coloured = run(&folder, "agenda --color always").stdout;
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}

#[test]
fn colour_can_be_asked_for_in_the_environment() {
    let folder = journal();
    let has_colour = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
        command.args(["agenda", "--today", TODAY]).current_dir(folder.path()).env_clear();
        command.envs(variables.iter().copied());
        command.output().unwrap().stdout.contains(&0x1b)
    };
    assert!(has_colour(&[("CLICOLOR_FORCE", "1")]));
    assert!(!has_colour(&[("CLICOLOR", "1"), ("TERM", "xterm")]), "a pipe is no terminal");
    assert!(!has_colour(&[("NO_COLOR", "1")]));
}

#[test]
fn the_root_is_the_nearest_folder_upwards_with_a_configuration() {
    let folder = journal();
    folder.write("journal.toml", "");
    folder.write("sub/deep/x.txt", "");
    assert_eq!(below(&folder, "sub/deep", "build"), 0);
    assert!(folder.has("FOLLOWUPS.md") && !folder.has("sub/deep/FOLLOWUPS.md"));
    assert_eq!(below(&folder, "sub/deep", "build --check"), 0);

    folder.write("sub/journal.toml", "");
    assert_eq!(below(&folder, "sub/deep", "build"), 0);
    assert!(folder.has("sub/FOLLOWUPS.md"));
}

#[test]
fn without_a_configuration_the_root_is_the_current_folder() {
    let folder = journal();
    folder.write("sub/x.md", ACME);
    assert_eq!(below(&folder, "sub", "build"), 0);
    assert!(folder.has("sub/FOLLOWUPS.md") && !folder.has("FOLLOWUPS.md"));
}

#[test]
fn agenda_takes_a_folder_with_c() {
    let folder = Folder::with(&[("j/acme.md", ACME), ("j/journal.toml", ""), ("x/acme.txt", "")]);
    for line in ["-C j agenda", "agenda -C j", "-C x/../j agenda"] {
        assert!(run(&folder, line).stdout.contains("Acme"), "{line}");
    }
    let absolute = folder.at("j").display().to_string();
    assert!(run(&folder, &format!("agenda -C {absolute}")).stdout.contains("Acme"));
}

#[test]
fn build_takes_a_folder_as_an_argument_or_with_c() {
    for line in
        ["build j", "-C j build", "build -C j", "-C . build j", "-C j build .", "build ./j/"]
    {
        let folder = Folder::with(&[("j/acme.md", ACME)]);
        let ran = run(&folder, line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.stderr);
        assert!(folder.has("j/FOLLOWUPS.md") && !folder.has("FOLLOWUPS.md"), "{line}");
    }
}

#[test]
fn a_folder_given_is_the_root_whatever_stands_above() {
    let folder = Folder::with(&[("journal.toml", ""), ("j/acme.md", ACME)]);
    assert!(run(&folder, "agenda -C j").stdout.contains("Acme"));
    let paths = run(&folder, "agenda -C j --format json").stdout;
    assert!(paths.contains("\"note\": \"acme.md\""), "{paths}");
}

// What can't be used

#[test]
fn a_folder_that_is_none_is_named() {
    let folder = journal();
    for name in ["nowhere", "acme.md"] {
        let ran = run(&folder, &format!("agenda -C {name}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
        assert_eq!(ran.stderr, format!("error: there is no folder {name}\n"));
    }
}

#[test]
fn a_folder_to_build_that_is_none_is_named() {
    let folder = journal();
    for line in ["build nowhere", "-C nowhere build"] {
        let ran = run(&folder, line);
        assert_eq!((ran.code, ran.stderr.as_str()), (2, "error: there is no folder nowhere\n"));
    }
}

#[test]
fn wrong_usage_exits_with_two() {
    let folder = journal();
    for line in [
        "",
        "frobnicate",
        "build --frobnicate",
        "build a b",
        "build -q -v",
        "build --color sometimes",
        "agenda --format xml",
        "agenda --days -1",
        "agenda --days x",
        "agenda --today 2026-02-30",
        "agenda --today tomorrow",
        "agenda --today",
    ] {
        let ran = folder.journal(&line.split_whitespace().collect::<Vec<_>>());
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{line}");
        assert!(!ran.stderr.is_empty(), "{line}");
    }
    assert_eq!(folder.files(), ["acme.md", "globex.md"]);
    let ran = folder.journal(&["build", "--today", "2026-02-30"]);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: invalid value '2026-02-30' for '--today <DATE>': write year, month and day, such as 2026-03-16

For more information, try '--help'.

"#]]
    );
}

#[test]
fn a_broken_configuration_is_shown_with_its_line() {
    let broken = |text: &str| {
        let folder = journal();
        folder.write("journal.toml", text);
        let ran = run(&folder, "build");
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{text}");
        assert_eq!(run(&folder, "agenda").code, 2, "{text}");
        assert_eq!(folder.files(), ["acme.md", "globex.md", "journal.toml"]);
        ran.stderr
    };
    assert_data_eq!(
        broken("[me]\nname = \"Kim\"\nfax = \"1\"\n"),
        str![[r#"
error[invalid-config]: journal.toml can't be used: unknown field `fax`, expected one of `name`, `email`, `phone`, `links`
 --> journal.toml:3:1
  |
3 | fax = "1"
  | ^^^
  |
  = help: correct this line, or remove it to use the default

"#]]
    );
    assert_data_eq!(
        broken("[cadence]\nthank-u = false\n"),
        str![[r#"
error[invalid-config]: journal.toml can't be used: no rule or setting is called "thank-u"; did you mean "thank-you"?
 --> journal.toml:2:1
  |
2 | thank-u = false
  | ^^^^^^^
  |
  = help: correct this line, or remove it to use the default

"#]]
    );
    assert_data_eq!(
        broken("[cadence]\nthank-you = { due = \"D+2x\" }\n"),
        str![[r#"
error[invalid-config]: journal.toml can't be used: "D+2x" is not a day such as D+1d, W+2b or R; `b` are business days, `d` calendar days
 --> journal.toml:2:21
  |
2 | thank-you = { due = "D+2x" }
  |                     ^^^^^^
  |
  = help: correct this line, or remove it to use the default

"#]]
    );
    assert_data_eq!(
        broken("[cadence]\nthank-you = { do = \"D+2d\" }\n"),
        str![[r#"
error[invalid-config]: journal.toml can't be used: no date of a rule is called "do"; there are opens, not-before, due, due-internal, late, lapses
 --> journal.toml:2:15
  |
2 | thank-you = { do = "D+2d" }
  |               ^^
  |
  = help: correct this line, or remove it to use the default

"#]]
    );
    assert_data_eq!(
        broken("ignore = [\"ok\", \"[a\"]\n"),
        str![[r#"
error[invalid-config]: journal.toml can't be used: invalid range pattern
 --> journal.toml:1:17
  |
1 | ignore = ["ok", "[a"]
  |                 ^^^^
  |
  = help: correct this line, or remove it to use the default

"#]]
    );
    assert_data_eq!(
        broken("[headings]\nlearnt = [\"x\"]\n"),
        str![[r#"
error[invalid-config]: journal.toml can't be used: no topic "learnt"; there are said, learned, liked, fit, company, forgot, send, questions
 --> journal.toml:2:1
  |
2 | learnt = ["x"]
  | ^^^^^^
  |
  = help: correct this line, or remove it to use the default

"#]]
    );
    assert_data_eq!(
        broken("ignore = archive\n"),
        str![[r#"
error[invalid-config]: journal.toml can't be used: string values must be quoted, expected literal string
 --> journal.toml:1:10
  |
1 | ignore = archive
  |          ^^^^^^^
  |
  = help: correct this line, or remove it to use the default

"#]]
    );
    assert_data_eq!(
        broken("ignore = 3\n"),
        str![[r#"
error[invalid-config]: journal.toml can't be used: invalid type: integer `3`, expected a sequence
 --> journal.toml:1:10
  |
1 | ignore = 3
  |          ^
  |
  = help: correct this line, or remove it to use the default

"#]]
    );
}

#[test]
fn a_bad_holiday_is_shown_in_its_line() {
    let folder = journal();
    folder.write("journal.toml", "holidays = [\n  \"2026-12-25\",\n  \"2026-02-30\",\n]\n");
    let ran = run(&folder, "build");
    assert!(ran.stderr.contains("--> journal.toml:3:3"), "{}", ran.stderr);
}

#[test]
fn a_configuration_is_obeyed() {
    let folder = journal();
    folder.write("old/acme.md", ACME);
    folder.write(
        "journal.toml",
        "ignore = [\"old/\", \"glob*.md\"]\n\n[me]\nname = \"Robin\"\n\n[cadence]\nconnect = false\n",
    );
    let agenda = folder.build(TODAY);
    assert!(!agenda.contains("Globex") && !agenda.contains("Connect"), "{agenda}");
    assert!(folder.read("acme.thank-you.jane-doe.draft.md").ends_with("\nRobin\n"));
    assert_eq!(folder.drafts().len(), 2, "{:?}", folder.drafts());
}

// Pipes

#[test]
fn a_pipe_that_closes_early_is_no_failure() {
    let folder = Folder::new();
    for at in 0..400 {
        folder.write(&format!("{at}.md"), ACME.replace("Acme", &format!("Acme {at}")));
    }
    for line in
        ["agenda", "agenda --format json", "agenda --format csv", "build --diff", "build --check"]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
        command.args(line.split_whitespace()).args(["--today", TODAY]).current_dir(folder.path());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(!first.is_empty() && !stderr.contains("panicked"), "{line}: {stderr}");
        let expected = i32::from(line.ends_with("--check"));
        assert_eq!(output.status.code(), Some(expected), "{line}: {stderr}");
    }
}

#[test]
fn results_go_to_standard_output_and_messages_to_standard_error() {
    let folder = journal();
    assert_eq!(run(&folder, "agenda").stderr, "");
    assert_eq!(run(&folder, "build").stdout, "");
    let help = folder.journal(&["--help"]);
    assert_eq!((help.code, help.stderr.as_str()), (0, ""));
    for word in ["build", "agenda", "--today", "--color", "Exit status"] {
        assert!(help.stdout.contains(word), "{word}");
    }
    let version = folder.journal(&["--version"]);
    assert_eq!(version.stdout, format!("journal {}\n", env!("CARGO_PKG_VERSION")));
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_can_not_be_written_is_an_error() {
    let folder = Folder::with(&[("acme.md", ACME)]);
    for words in ["schema note", "agenda", "check", "new Globex", "build --diff"] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
        command.args(words.split(' ')).args(["--today", "2026-03-03"]);
        let output = command.current_dir(folder.path()).stdout(full).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{words}: {told}");
        assert!(told.contains("error: the output could not be written: No space left"), "{told}");
    }
}
