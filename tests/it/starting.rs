//! `init` and `new`: how a journal and a note start.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};

use chrono::NaiveDate;
use journal::unstable::Config;
use journal::unstable::Topic;
use journal::unstable::parse_date;
use journal::unstable::starter;
use journal::unstable::{Blank, Who};
use journal::unstable::{Note, Outcome, Parsed, one_line, parse, wiki_link};
use snapbox::{assert_data_eq, str};

use crate::support::{Folder, NOTE, Ran, Random};

/// A Monday.
const TODAY: &str = "2026-03-16";

fn run(folder: &Folder, words: &[&str]) -> Ran {
    folder.journal(&[words, &["--today", TODAY]].concat())
}

fn today() -> NaiveDate {
    parse_date(TODAY).unwrap()
}

/// The settings with every comment mark in front of one taken away.
fn uncommented() -> String {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(setting) if !setting.starts_with(' ') => format!("{setting}\n"),
        _ => format!("{line}\n"),
    };
    starter::settings().lines().map(line).collect()
}

fn parsed(text: &str) -> Note {
    let mut problems = Vec::new();
    let Parsed::Note(note) = parse("x.md", text, &mut problems) else {
        panic!("no note: {text}\n{problems:?}")
    };
    assert!(problems.is_empty(), "{text}\n{problems:?}");
    *note
}

// The settings

#[test]
fn settings_are_the_defaults_whether_commented_or_not() {
    assert_eq!(Config::parse(&starter::settings()).unwrap(), Config::default());
    assert_eq!(Config::parse(&uncommented()).unwrap(), Config::default());
    assert!(starter::settings().lines().all(|line| line.is_empty() || line.starts_with('#')));
}

#[test]
fn every_setting_and_every_rule_stands_in_the_settings() {
    let settings: toml::Table = uncommented().parse().unwrap();
    let names = |table: &toml::Table| table.keys().cloned().collect::<BTreeSet<_>>();
    // What there is, as the parser itself tells it to whoever mistypes a name.
    let known = |text: &str| {
        let message = Config::parse(text).unwrap_err().message();
        let (_, list) = message.split_once("expected ").unwrap_or_else(|| panic!("{message}"));
        list.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    assert_eq!(names(&settings), known("nonsense = 1"));
    assert_eq!(names(settings["me"].as_table().unwrap()), known("[me]\nnonsense = 1"));
    let topics = Topic::ALL.map(|(_, name, _)| name.to_owned());
    assert_eq!(names(settings["headings"].as_table().unwrap()), topics.into());

    let cadence = settings["cadence"].as_table().unwrap();
    let rules = Config::default().cadence.rules;
    let table = include_str!("../../src/rules/cadence.toml").parse::<toml::Table>().unwrap();
    let beside = table.keys().filter(|name| *name != "rule").cloned();
    assert_eq!(names(cadence), rules.iter().map(|rule| rule.id.clone()).chain(beside).collect());
    for (rule, written) in rules.iter().zip(table["rule"].as_array().unwrap()) {
        let dates = cadence[&rule.id].as_table().unwrap();
        for date in ["opens", "not-before", "due", "due-internal", "late", "lapses"] {
            match written.get(date) {
                Some(moment) => assert_eq!(dates.get(date), Some(moment), "{} {date}", rule.id),
                None => {
                    assert!(dates.get(date).is_none_or(|never| never.as_str() == Some("never")))
                }
            }
        }
    }
}

// init

#[test]
fn init_starts_a_journal_from_which_build_gives_an_agenda() {
    let folder = Folder::new();
    let ran = run(&folder, &["init"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
made journal.toml: every setting, as a comment with its default
made .gitattributes: what git has to know of the agenda and drafts
made 2026-03-16-example-robotics.md: a first note to try
next: `journal build`; FOLLOWUPS.md then says what is due

"#]]
    );
    let note = "2026-03-16-example-robotics.md";
    assert_eq!(folder.files(), [".gitattributes", note, "journal.toml"]);
    let ran = run(&folder, &["build"]);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
1 today · 3 in the next 7 days · 1 later · 3 worth doing · 1 to find out · 1 waiting to hear (FOLLOWUPS.md written, 4 new drafts)

"#]]
    );
    let draft = folder.read("2026-03-16-example-robotics.thank-you.jane-doe.draft.md");
    assert!(draft.contains("a firmware build went from 40 minutes to 6"), "{draft}");
    assert!(!folder.read("FOLLOWUPS.md").contains("## Problems"));
    folder.remove(note);
    folder.build(TODAY);
    assert_eq!(folder.drafts(), [""; 0]);
}

#[test]
fn init_run_again_does_nothing_and_says_so() {
    let folder = Folder::new();
    for part in [&["init", "--templates"][..], &["build"]] {
        assert_eq!(run(&folder, part).code, 0);
    }
    let before: Vec<String> = folder.files().iter().map(|path| folder.read(path)).collect();
    let ran = folder.journal(&["init", "--templates", "--today", "2026-03-17"]);
    assert_eq!(ran.code, 0);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
nothing to do: this is a journal already
next: `journal build`; or `journal new COMPANY`

"#]]
    );
    let after: Vec<String> = folder.files().iter().map(|path| folder.read(path)).collect();
    assert_eq!(before, after);
}

#[test]
fn init_makes_the_folder_that_it_is_given() {
    let folder = Folder::new();
    let ran = run(&folder, &["init", "a/jobs"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.stderr
            .ends_with("next: `journal build` in a/jobs; FOLLOWUPS.md then says what is due\n")
    );
    assert!(folder.has("a/jobs/journal.toml"));
    assert_eq!(run(&folder, &["-C", "b", "init", "-q"]).stderr, "");
    let ran = run(&folder, &["-C", "b", "init", "."]);
    assert!(
        ran.stderr.ends_with("next: `journal build` in b; or `journal new COMPANY`\n"),
        "{ran:?}"
    );
    assert!(folder.has("b/journal.toml") && !folder.has("journal.toml"));
    folder.write("file", "");
    let ran = run(&folder, &["init", "file"]);
    assert_eq!((ran.code, folder.read("file").as_str()), (2, ""));
}

#[test]
fn init_adds_to_a_journal_of_notes_only_what_is_missing() {
    let folder = Folder::with(&[("old/acme.md", NOTE), (".obsidian/app.json", "{}")]);
    assert_eq!(run(&folder, &["init"]).code, 0);
    assert_eq!(folder.files(), [".obsidian/app.json", "journal.toml", "old/acme.md"]);
    // A note that can't be used is one, and settings that are there stay.
    let unusable = "---\ncompany: [\n---\n";
    let folder = Folder::with(&[("x.md", unusable), ("journal.toml", ""), (".git/HEAD", "")]);
    assert_eq!(run(&folder, &["init"]).code, 0);
    assert_eq!(folder.files(), [".git/HEAD", ".gitattributes", "journal.toml", "x.md"]);
    assert_eq!(folder.read("journal.toml"), "");
}

#[test]
fn init_brings_no_first_note_back_and_nothing_for_git_where_there_is_none() {
    let folder = Folder::new();
    run(&folder, &["init"]);
    folder.remove("2026-03-16-example-robotics.md");
    let ran = run(&folder, &["init"]);
    assert_eq!(ran.stderr.lines().next(), Some("nothing to do: this is a journal already"));
    assert_eq!(folder.files(), [".gitattributes", "journal.toml"]);
    let folder = Folder::with(&[(".obsidian/app.json", "{}"), ("Books.md", "# Books\n")]);
    run(&folder, &["init"]);
    let made = [".obsidian/app.json", "2026-03-16-example-robotics.md", "Books.md", "journal.toml"];
    assert_eq!(folder.files(), made);
}

#[test]
fn init_leaves_an_existing_gitattributes_and_names_what_it_lacks() {
    let mine = "* text=auto\n*.draft.md  -merge  eol=lf text\n";
    let folder = Folder::with(&[(".gitattributes", mine), ("journal.toml", "")]);
    let ran = run(&folder, &["init"]);
    assert_eq!((ran.code, folder.read(".gitattributes").as_str()), (0, mine));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
.gitattributes is yours and was left alone; add to it:
  /FOLLOWUPS.md text eol=lf merge=union
nothing to do: this is a journal already
next: `journal build`; or `journal new COMPANY`

"#]]
    );
}

#[test]
fn init_names_what_stands_in_the_way_and_leaves_it() {
    let folder = Folder::with(&[
        ("elsewhere/x", ""),
        (".gitattributes/x", ""),
        ("acme.md", NOTE),
        (".git/x", ""),
    ]);
    symlink("elsewhere", folder.at("templates")).unwrap();
    let ran = run(&folder, &["init", "--templates", "-q"]);
    assert_eq!(ran.code, 3);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: templates was not written: a link stands where journal would write; it was left alone
error: .gitattributes was not written: a folder stands where journal would write; it was left alone

"#]]
    );
    assert_eq!(fs::read_dir(folder.at("elsewhere")).unwrap().count(), 1);
    let folder = Folder::with(&[("target", ""), (".git/x", "")]);
    symlink("target", folder.at(".gitattributes")).unwrap();
    assert_eq!(run(&folder, &["init"]).code, 3);
    assert_eq!(folder.read("target"), "");
}

#[test]
fn init_needs_settings_that_can_be_read_and_starts_no_journal_within_one_unasked() {
    let folder = Folder::with(&[("journal.toml", "nonsense"), ("sub/x", "")]);
    let ran = run(&folder, &["init"]);
    assert_eq!((ran.code, folder.files().len()), (2, 2), "{ran:?}");
    let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
    let output = command.arg("init").current_dir(folder.at("sub")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(folder.files().len(), 2);
    let ran = run(&folder, &["init", "sub"]);
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.contains("reads this folder too; list it there under `ignore`"), "{ran:?}");
    assert!(folder.has("sub/journal.toml"));
}

#[test]
fn init_that_may_not_write_says_so() {
    let folder = Folder::with(&[("shut/x", "")]);
    fs::set_permissions(folder.at("shut"), fs::Permissions::from_mode(0o555)).unwrap();
    // The system's administrator may write everywhere.
    if fs::write(folder.at("shut/y"), "").is_err() {
        assert_eq!(run(&folder, &["init", "shut"]).code, 3);
    }
    fs::set_permissions(folder.at("shut"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn copied_templates_change_nothing_until_they_are_edited() {
    let folder = Folder::with(&[("acme.md", NOTE)]);
    folder.build("2026-03-03");
    assert_eq!(run(&folder, &["init", "--templates"]).code, 0);
    let ran = folder.journal(&["build", "--check", "--today", "2026-03-03"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    folder.edit("templates/thank-you.md.j2", "Thank you", "Many thanks");
    assert_eq!(folder.journal(&["build", "--check", "--today", "2026-03-03"]).code, 1);
}

/// A git command in the folder, and whether it succeeded; `None` where there is no git.
fn git(folder: &Folder, line: &str) -> Option<bool> {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "core.autocrlf=true"]);
    command.args(line.split(' ')).current_dir(folder.path());
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().ok().map(|status| status.success())
}

#[test]
fn git_keeps_the_bytes_and_a_merge_leaves_no_marks() {
    let folder = Folder::with(&[("acme.md", NOTE)]);
    if git(&folder, "init -q -b main").is_none() {
        return;
    }
    assert_eq!(run(&folder, &["init"]).code, 0);
    let day = "2026-03-03";
    folder.build(day);
    let commit = |name: &str| {
        assert_eq!(git(&folder, "add -A"), Some(true));
        assert_eq!(git(&folder, &format!("commit -qm {name}")), Some(true));
    };
    commit("one");
    // Read out again, with other line ends as the machine's habit.
    for path in ["FOLLOWUPS.md", "acme.thank-you.jane-doe.draft.md"] {
        folder.remove(path);
    }
    assert_eq!(git(&folder, "checkout -q ."), Some(true));
    assert_eq!(folder.journal(&["build", "--check", "--today", day]).code, 0);
    // Both branches change the note, and so what is generated from it.
    for (branch, role) in [("left", "Left engineer"), ("right", "Right engineer")] {
        assert_eq!(git(&folder, &format!("checkout -q -b {branch} main")), Some(true));
        folder.edit("acme.md", "Backend engineer", role);
        folder.build(day);
        commit(branch);
    }
    assert_eq!(git(&folder, "merge -q left"), Some(false));
    let draft = folder.read("acme.thank-you.jane-doe.draft.md");
    assert!(draft.contains("Right engineer") && !draft.contains("<<<<"), "{draft}");
    assert!(!folder.read("FOLLOWUPS.md").contains("<<<<"));
    // Once the note is settled, everything generated is.
    folder.write("acme.md", NOTE);
    folder.build(day);
    assert!(folder.read("acme.thank-you.jane-doe.draft.md").contains("Backend engineer"));
    assert!(folder.read("FOLLOWUPS.md").ends_with("## Your own notes\n"));
}

// new

#[test]
fn new_writes_a_note_and_prints_its_path() {
    let folder = Folder::new();
    let ran = run(
        &folder,
        &[
            "new",
            "Acme Robotics",
            "--role",
            "Backend engineer",
            "--date",
            "friday",
            "--round",
            "onsite",
            "--interviewer",
            "Jane Doe <jane@acme.example>",
            "--interviewer",
            "[[Ravi Patel]]",
            "--recruiter",
            "Sam Lee",
            "--window",
            "a week or two",
        ],
    );
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "2026-03-13-acme-robotics.md\n"));
    assert_eq!(ran.stderr, "Acme Robotics, interview on Friday 13 March 2026\n");
    assert_data_eq!(
        folder.read("2026-03-13-acme-robotics.md"),
        str![[r###"
---
company: Acme Robotics
date: 2026-03-13
role: Backend engineer
round: onsite
interviewers:
  - Jane Doe <jane@acme.example>
  - "[[Ravi Patel]]"
also_met:
recruiter: Sam Lee
decision_window: a week or two
outcome: pending
followups:
---

## What stood out

## Learned

## Liked

## Fit

## Why them

## Forgot

## To send

## Questions

## Jane Doe

## Ravi Patel

"###]]
    );
    assert!(!folder.build(TODAY).contains("## Problems"));
    // A record is a line under the last field.
    assert_eq!(run(&folder, &["done", "thank", "jane"]).code, 0);
    let note = folder.read("2026-03-13-acme-robotics.md");
    assert!(note.contains("\nfollowups:\n  thank-you/jane-doe: done 2026-03-16\n---\n"), "{note}");
}

#[test]
fn new_never_touches_what_has_its_name() {
    let folder = Folder::with(&[("2026-03-16-acme.md", "mine"), ("2026-03-16-acme-2.md/x", "")]);
    symlink("nowhere", folder.at("2026-03-16-acme-3.md")).unwrap();
    let ran = run(&folder, &["new", "Acme", "-q"]);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("2026-03-16-acme-4.md\n", ""));
    assert_eq!(folder.read("2026-03-16-acme.md"), "mine");
    assert!(!folder.has("nowhere"));
}

#[test]
fn new_writes_into_the_root_and_names_the_way_to_it() {
    let folder = Folder::with(&[("journal.toml", "ignore = ['2026-*']"), ("sub/x", "")]);
    let ran = run(&folder, &["-C", "sub", "new", "Acme"]);
    assert_eq!(ran.stdout, "sub/2026-03-16-acme.md\n");
    let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
    command.args(["new", "Acme", "--today", TODAY]).current_dir(folder.at("sub"));
    let output = command.output().unwrap();
    let path = String::from_utf8(output.stdout).unwrap();
    assert!(path.ends_with("/2026-03-16-acme.md\n") && path.starts_with('/'), "{path}");
    assert!(folder.has("2026-03-16-acme.md"));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("warning: journal.toml ignores 2026-03-16-acme.md\n"), "{told}");
}

#[test]
fn new_refuses_what_no_reader_could_use() {
    let folder = Folder::new();
    let long = "x".repeat(1_001);
    let cases: [&[&str]; 13] = [
        &["new"],
        &["new", ""],
        &["new", " \n\u{200b}"],
        &["new", &long],
        &["new", "Acme", "--date", "soon"],
        &["new", "Acme", "--date", "2026-02-30"],
        &["new", "Acme", "--date", "3 days"],
        &["new", "Acme", "--window", "soonish"],
        &["new", "Acme", "--interviewer", "Jane Doe, Ravi Patel"],
        &["new", "Acme", "--interviewer", "Jane <jane@>"],
        &["new", "Acme", "--recruiter", "sam@acme.example"],
        &["new", "Acme", "--role", &long],
        &["new", "--from", "nowhere"],
    ];
    for words in cases {
        let ran = run(&folder, words);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{words:?}");
        assert!(ran.stderr.starts_with("error: "), "{words:?}: {}", ran.stderr);
    }
    assert_eq!(folder.files(), [""; 0]);
    let error = |words: &[&str]| run(&folder, &[&["new", "Acme"], words].concat()).stderr;
    assert_eq!(
        error(&["--date", "03/04/2026"]),
        "error: --date \"03/04/2026\" could be 2026-03-04 or 2026-04-03; write one of these\n"
    );
    assert_eq!(
        error(&["--interviewer", "Jane & Ravi"]),
        "error: \"Jane & Ravi\" looks like more than one person; repeat --interviewer for each of them\n"
    );
    let ran = run(&folder, &["new", "Acme", "--window", "soonish"]);
    assert!(
        ran.stderr.starts_with("error: --window \"soonish\" is not understood; write 3 days, ")
    );
}

#[test]
fn new_takes_a_day_in_any_form_that_means_one_day_alone() {
    for date in ["2026-03-13", "13.3.2026", "13/03/2026", "March 13 2026", "13 March"] {
        let folder = Folder::new();
        let ran = run(&folder, &["new", "Acme", "--date", date]);
        assert_eq!(ran.stdout, "2026-03-13-acme.md\n", "{date}: {}", ran.stderr);
    }
}

#[test]
fn new_takes_the_next_round_from_the_one_before() {
    let before = "\
---
company: Acme
title: Engineer
date: 2026-03-02
round: phone
interviewers:
  - {name: 'Jane: Doe', email: jane@acme.example, title: 'Head, of \"it\"', lead: true}
  - Ravi Patel <ravi@acme.example>
also_met: [Kim Soto]
recruiter: {name: Sam Lee, email: sam@talent.example, agency: 'Talent #1, Partners'}
decision_window: 1 week
updates: [{date: 2026-03-11, decision_window: by 2026-03-25}]
outcome: more_interviews
outcome_date: 2026-03-12
thread: 'Re: Interview'
internal: yes
manager: Jessie Park
mine: kept
followups:
  thank-you/ravi-patel: done 2026-03-03
---
## Learned
Much.
";
    let folder = Folder::with(&[("journal.toml", ""), ("old/acme.md", before)]);
    for from in ["old/acme", "old/acme.md"] {
        let ran =
            run(&folder, &["new", "--from", from, "--date", "next friday", "--round", "onsite"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let (old, new) = (parsed(before), parsed(&folder.read(ran.stdout.trim())));
        assert_eq!((&new.company, &new.role), (&old.company, &old.role));
        assert_eq!((&new.interviewers, &new.also_met), (&old.interviewers, &old.also_met));
        assert_eq!((&new.recruiter, &new.agency), (&old.recruiter, &old.agency));
        assert_eq!(
            (&new.thread, new.internal, &new.manager),
            (&old.thread, old.internal, &old.manager)
        );
        assert_eq!(new.round.as_deref(), Some("onsite"));
        assert_eq!(new.date.value(), parse_date("2026-03-27").as_ref());
        assert_eq!(new.outcome.value(), Some(&Outcome::Pending));
        assert!(new.window.value().is_none() && new.updates.is_empty() && new.records.is_empty());
        assert!(new.outcome_date.value().is_none());
    }
    assert_eq!(folder.read("old/acme.md"), before);
    // Who is named takes the place of who was there.
    let ran =
        run(&folder, &["new", "--from", "old/acme", "--interviewer", "Bo", "--recruiter", "Al"]);
    let new = parsed(&folder.read(ran.stdout.trim()));
    assert_eq!(new.interviewers.iter().map(|person| &*person.name).collect::<Vec<_>>(), ["Bo"]);
    assert_eq!((&*new.recruiter.value().unwrap().name, new.agency), ("Al", None));
    assert_eq!(run(&folder, &["new", "--from", "journal.toml"]).code, 2);
}

/// `new -e` with these variables, and how it ended.
fn edited(folder: &Folder, variables: &[(&str, &str)]) -> i32 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
    command.args(["new", "Acme", "-e", "-q", "--today", TODAY]).current_dir(folder.path());
    command.env_remove("VISUAL").env_remove("EDITOR").envs(variables.iter().copied());
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().code().unwrap()
}

#[test]
fn new_e_opens_the_editor_and_ends_as_it_does() {
    let folder = Folder::with(&[("my ed", "#!/bin/sh\necho \"$1\" >> \"$2\"\n")]);
    fs::set_permissions(folder.at("my ed"), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(edited(&folder, &[("EDITOR", "'./my ed' 'two words'")]), 0);
    assert!(folder.read("2026-03-16-acme.md").ends_with("two words\n"));
    assert_eq!(edited(&folder, &[("VISUAL", "exit 7;"), ("EDITOR", "false")]), 7);
    assert_eq!(edited(&folder, &[("VISUAL", " "), ("EDITOR", "false")]), 1);
    let before = folder.files();
    assert_eq!(edited(&folder, &[]), 2);
    assert_eq!(folder.files(), before);
}

#[test]
fn whatever_is_typed_comes_back() {
    let fixed = [
        "Yes: \"#1\"",
        "no",
        "null",
        "~",
        "- x",
        "? x",
        "[x",
        "{a: b}",
        "'x'",
        "\"x\"",
        "&a",
        "*a",
        "!t",
        "%x",
        "@x",
        "`x`",
        "a #b",
        "a: b",
        "a:",
        "#",
        "---",
        "...",
        "1e3",
        "0x1F",
        "2026-03-02",
        "x\\y",
        "|",
        ">",
        "<<",
        "=",
        "é",
        "株式会社",
        "👩\u{200d}💻",
        "a\u{85}b",
        "\u{feff}a",
        "\u{fffe}",
        "a\u{ffff}",
        "\u{7f}a",
        "true",
        "-",
        "a\tb",
        "\u{1f600} x",
        "x \u{e000}",
        "{{ company }}",
        "a\r\nb",
        "…",
        "Ünï & Co. (UK), Ltd.",
    ];
    let parts = [
        ":", " ", "#", "\"", "'", "\\", "-", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%",
        "@", "`", "a", "Z", "9", "é", "\n", "\t", "\u{200b}", "\u{202e}", "~", "?", "=", "<",
        "\u{ffff}", "\u{a0}", ".", "yes",
    ];
    let mut random = Random(7);
    let made = (0..3_000).map(|_| {
        (0..1 + random.below(8)).map(|_| parts[random.below(parts.len())]).collect::<String>()
    });
    for typed in fixed.iter().map(|text| (*text).to_owned()).chain(made) {
        let clean = one_line(&typed);
        let blank = Blank {
            company: typed.clone(),
            date: today(),
            role: Some(typed.clone()),
            round: Some(typed.clone()),
            thread: Some(typed.clone()),
            ..Blank::default()
        };
        let Ok(text) = blank.text(&[]) else {
            assert!(clean.is_empty(), "{typed:?}");
            continue;
        };
        let note = parsed(&text);
        let shown = one_line(wiki_link(&clean));
        assert_eq!(note.company, shown, "{typed:?}\n{text}");
        for field in [note.role, note.round, note.thread] {
            assert_eq!(field, Some(shown.clone()), "{typed:?}\n{text}");
        }
        // As a person it is either refused, or somebody whom the note can name.
        let who = Who::Typed(typed.clone());
        let people = Blank {
            company: "A".into(),
            interviewers: vec![who.clone()],
            recruiter: Some(who),
            ..blank
        };
        if let Ok(text) = people.text(&[]) {
            assert!(parsed(&text).interviewers.len() <= 1, "{typed:?}");
        }
        let name = people.names().next().unwrap();
        assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b)), "{name}");
    }
}
