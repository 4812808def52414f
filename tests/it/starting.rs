//! `init` and `new`: how a journal and a note start.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use journal::calendar::parse_date;
use journal::config::Config;
use journal::note::blank::{Blank, Who};
use journal::note::material::Topic;
use journal::note::person::wiki_link;
use journal::note::{Note, Outcome, Parsed, parse};
use journal::starter::settings;
use journal::text::one_line;
use snapbox::{assert_data_eq, str};

use crate::support::{AGENDA, DRAFT, Folder, NOTE, Random, TODAY, finish, journal};

/// The day on which a journal or a note is started.
const A_MONDAY: &str = "2026-03-16";

/// The settings with every comment mark in front of one taken away.
fn uncommented() -> String {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(setting) if !setting.starts_with(' ') => format!("{setting}\n"),
        _ => format!("{line}\n"),
    };
    settings().lines().map(line).collect()
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
    assert_eq!(Config::parse(&settings()).unwrap(), Config::default());
    assert_eq!(Config::parse(&uncommented()).unwrap(), Config::default());
    assert!(settings().lines().all(|line| line.is_empty() || line.starts_with('#')));
}

#[test]
fn every_setting_and_every_rule_stands_in_the_settings() {
    let written: toml::Table = uncommented().parse().unwrap();
    let names = |table: &toml::Table| table.keys().cloned().collect::<BTreeSet<_>>();
    // What there is, as the parser itself tells it to whoever mistypes a name.
    let known = |text: &str| {
        let message = Config::parse(text).unwrap_err().message();
        let (_, list) = message.split_once("expected ").unwrap_or_else(|| panic!("{message}"));
        list.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    assert_eq!(names(&written), known("nonsense = 1"));
    assert_eq!(names(written["me"].as_table().unwrap()), known("[me]\nnonsense = 1"));
    let topics = Topic::ALL.map(|(_, name, _)| name.to_owned());
    assert_eq!(names(written["headings"].as_table().unwrap()), topics.into());

    let cadence = written["cadence"].as_table().unwrap();
    let rules = Config::default().cadence.rules;
    let table = include_str!("../../src/cadence.toml").parse::<toml::Table>().unwrap();
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
    let ran = folder.run_on(A_MONDAY, "init");
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
    let ran = folder.run_on(A_MONDAY, "build");
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
    folder.build(A_MONDAY);
    assert_eq!(folder.drafts(), [""; 0]);
}

#[test]
fn init_run_again_does_nothing_and_says_so() {
    let folder = Folder::new();
    for part in [&["init", "--templates"][..], &["build"]] {
        assert_eq!(folder.run_words_on(A_MONDAY, part).code, 0);
    }
    let before = folder.texts();
    let ran = folder.run_on("2026-03-17", "init --templates");
    assert_eq!(ran.code, 0);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
nothing to do: this is a journal already
next: `journal build`; or `journal new COMPANY`

"#]]
    );
    assert_eq!(folder.texts(), before);
}

#[test]
fn init_makes_the_folder_that_it_is_given() {
    let folder = Folder::new();
    let ran = folder.run_on(A_MONDAY, "init a/jobs");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.stderr
            .ends_with("next: `journal build` in a/jobs; FOLLOWUPS.md then says what is due\n")
    );
    assert!(folder.has("a/jobs/journal.toml"));
    assert_eq!(folder.run_on(A_MONDAY, "-C b init -q").stderr, "");
    let ran = folder.run_on(A_MONDAY, "-C b init .");
    assert!(
        ran.stderr.ends_with("next: `journal build` in b; or `journal new COMPANY`\n"),
        "{ran:?}"
    );
    assert!(folder.has("b/journal.toml") && !folder.has("journal.toml"));
    folder.write("file", "");
    let ran = folder.run_on(A_MONDAY, "init file");
    assert_eq!((ran.code, folder.read("file").as_str()), (2, ""));
}

#[test]
fn init_adds_to_a_journal_of_notes_only_what_is_missing() {
    let folder = journal(&[("old/acme.md", NOTE), (".obsidian/app.json", "{}")]);
    assert_eq!(folder.run_on(A_MONDAY, "init").code, 0);
    assert_eq!(folder.files(), [".obsidian/app.json", "journal.toml", "old/acme.md"]);
    // A note that can't be used is one, and settings that are there stay.
    let unusable = "---\ncompany: [\n---\n";
    let folder = journal(&[("x.md", unusable), ("journal.toml", ""), (".git/HEAD", "")]);
    assert_eq!(folder.run_on(A_MONDAY, "init").code, 0);
    assert_eq!(folder.files(), [".git/HEAD", ".gitattributes", "journal.toml", "x.md"]);
    assert_eq!(folder.read("journal.toml"), "");
}

#[test]
fn init_brings_no_first_note_back_and_nothing_for_git_where_there_is_none() {
    let folder = Folder::new();
    folder.run_on(A_MONDAY, "init");
    folder.remove("2026-03-16-example-robotics.md");
    let ran = folder.run_on(A_MONDAY, "init");
    assert_eq!(ran.stderr.lines().next(), Some("nothing to do: this is a journal already"));
    assert_eq!(folder.files(), [".gitattributes", "journal.toml"]);
    let folder = journal(&[(".obsidian/app.json", "{}"), ("Books.md", "# Books\n")]);
    folder.run_on(A_MONDAY, "init");
    let made = [".obsidian/app.json", "2026-03-16-example-robotics.md", "Books.md", "journal.toml"];
    assert_eq!(folder.files(), made);
}

#[test]
fn init_leaves_an_existing_gitattributes_and_names_what_it_lacks() {
    let mine = "* text=auto\n*.draft.md  -merge  eol=lf text\n";
    let folder = journal(&[(".gitattributes", mine), ("journal.toml", "")]);
    let ran = folder.run_on(A_MONDAY, "init");
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
    let folder = journal(&[
        ("elsewhere/x", ""),
        (".gitattributes/x", ""),
        ("acme.md", NOTE),
        (".git/x", ""),
    ]);
    symlink("elsewhere", folder.at("templates")).unwrap();
    let ran = folder.run_on(A_MONDAY, "init --templates -q");
    assert_eq!(ran.code, 3);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: templates was not written: a link stands where journal would write; it was left alone
error: .gitattributes was not written: a folder stands where journal would write; it was left alone

"#]]
    );
    assert_eq!(fs::read_dir(folder.at("elsewhere")).unwrap().count(), 1);
    let folder = journal(&[("target", ""), (".git/x", "")]);
    symlink("target", folder.at(".gitattributes")).unwrap();
    assert_eq!(folder.run_on(A_MONDAY, "init").code, 3);
    assert_eq!(folder.read("target"), "");
}

#[test]
fn init_needs_settings_that_can_be_read_and_starts_no_journal_within_one_unasked() {
    let folder = journal(&[("journal.toml", "nonsense"), ("sub/x", "")]);
    let ran = folder.run_on(A_MONDAY, "init");
    assert_eq!((ran.code, folder.files().len()), (2, 2), "{ran:?}");
    assert_eq!(finish(folder.program("sub").arg("init")).code, 2);
    assert_eq!(folder.files().len(), 2);
    let ran = folder.run_on(A_MONDAY, "init sub");
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.contains("reads this folder too; list it there under `ignore`"), "{ran:?}");
    assert!(folder.has("sub/journal.toml"));
}

#[test]
fn init_that_may_not_write_says_so() {
    let folder = journal(&[("shut/x", "")]);
    fs::set_permissions(folder.at("shut"), fs::Permissions::from_mode(0o555)).unwrap();
    // The system's administrator may write everywhere.
    if fs::write(folder.at("shut/y"), "").is_err() {
        assert_eq!(folder.run_on(A_MONDAY, "init shut").code, 3);
    }
    fs::set_permissions(folder.at("shut"), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn copied_templates_change_nothing_until_they_are_edited() {
    let folder = journal(&[("acme.md", NOTE)]);
    folder.build(TODAY);
    assert_eq!(folder.run_on(A_MONDAY, "init --templates").code, 0);
    let ran = folder.run_on(TODAY, "build --check");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    folder.edit("templates/thank-you.md.j2", "Thank you", "Many thanks");
    assert_eq!(folder.run_on(TODAY, "build --check").code, 1);
}

#[test]
fn git_keeps_the_bytes_and_a_merge_leaves_no_marks() {
    let folder = journal(&[("acme.md", NOTE)]);
    // Line ends are another machine's by habit.
    let git = |line: &str| {
        let words = ["-c", "core.autocrlf=true"].into_iter().chain(line.split(' '));
        folder.try_git("", &words.collect::<Vec<_>>()).code == 0
    };
    assert!(git("init -q -b main"));
    assert_eq!(folder.run_on(A_MONDAY, "init").code, 0);
    folder.build(TODAY);
    let commit = |name: &str| {
        assert!(git("add -A"));
        assert!(git(&format!("commit -qm {name}")));
    };
    commit("one");
    // Read out again, with other line ends as the machine's habit.
    for path in [AGENDA, DRAFT] {
        folder.remove(path);
    }
    assert!(git("checkout -q ."));
    assert_eq!(folder.run_on(TODAY, "build --check").code, 0);
    // Both branches change the note, and so what is generated from it.
    for (branch, role) in [("left", "Left engineer"), ("right", "Right engineer")] {
        assert!(git(&format!("checkout -q -b {branch} main")));
        folder.edit("acme.md", "Backend engineer", role);
        folder.build(TODAY);
        commit(branch);
    }
    assert!(!git("merge -q left"));
    let draft = folder.read(DRAFT);
    assert!(draft.contains("Right engineer") && !draft.contains("<<<<"), "{draft}");
    assert!(!folder.read(AGENDA).contains("<<<<"));
    // Once the note is settled, everything generated is.
    folder.write("acme.md", NOTE);
    folder.build(TODAY);
    assert!(folder.read(DRAFT).contains("Backend engineer"));
    assert!(folder.read(AGENDA).ends_with("## Your own notes\n"));
}

// new

#[test]
fn new_writes_a_note_and_prints_its_path() {
    let folder = Folder::new();
    let ran = folder.run_words_on(
        A_MONDAY,
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
    assert!(!folder.build(A_MONDAY).contains("## Problems"));
    // A record is a line under the last field.
    assert_eq!(folder.run_on(A_MONDAY, "done thank jane").code, 0);
    let note = folder.read("2026-03-13-acme-robotics.md");
    assert!(note.contains("\nfollowups:\n  thank-you/jane-doe: done 2026-03-16\n---\n"), "{note}");
}

#[test]
fn new_never_touches_what_has_its_name() {
    let folder = journal(&[("2026-03-16-acme.md", "mine"), ("2026-03-16-acme-2.md/x", "")]);
    symlink("nowhere", folder.at("2026-03-16-acme-3.md")).unwrap();
    let ran = folder.run_on(A_MONDAY, "new Acme -q");
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("2026-03-16-acme-4.md\n", ""));
    assert_eq!(folder.read("2026-03-16-acme.md"), "mine");
    assert!(!folder.has("nowhere"));
}

#[test]
fn new_writes_into_the_root_and_names_the_way_to_it() {
    let folder = journal(&[("journal.toml", "ignore = ['2026-*']"), ("sub/x", "")]);
    let ran = folder.run_on(A_MONDAY, "-C sub new Acme");
    assert_eq!(ran.stdout, "sub/2026-03-16-acme.md\n");
    let ran = finish(folder.program("sub").args(["new", "Acme", "--today", A_MONDAY]));
    let path = ran.stdout;
    assert!(path.ends_with("/2026-03-16-acme.md\n") && path.starts_with('/'), "{path}");
    assert!(folder.has("2026-03-16-acme.md"));
    let warning = "warning: journal.toml ignores 2026-03-16-acme.md\n";
    assert!(ran.stderr.starts_with(warning), "{}", ran.stderr);
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
        let ran = folder.run_words_on(A_MONDAY, words);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{words:?}");
        assert!(ran.stderr.starts_with("error: "), "{words:?}: {}", ran.stderr);
    }
    assert_eq!(folder.files(), [""; 0]);
    let error =
        |words: &[&str]| folder.run_words_on(A_MONDAY, &[&["new", "Acme"], words].concat()).stderr;
    assert_eq!(
        error(&["--date", "03/04/2026"]),
        "error: --date \"03/04/2026\" could be 2026-03-04 or 2026-04-03; write the one\n"
    );
    assert_eq!(
        error(&["--interviewer", "Jane & Ravi"]),
        "error: \"Jane & Ravi\" looks like more than one person; give --interviewer once for each\n"
    );
    let ran = folder.run_on(A_MONDAY, "new Acme --window soonish");
    assert!(
        ran.stderr.starts_with("error: --window \"soonish\" is not understood; write 3 days, ")
    );
}

#[test]
fn new_takes_a_day_in_any_form_that_means_one_day_alone() {
    for date in ["2026-03-13", "13.3.2026", "13/03/2026", "March 13 2026", "13 March"] {
        let folder = Folder::new();
        let ran = folder.run_words_on(A_MONDAY, &["new", "Acme", "--date", date]);
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
    let folder = journal(&[("journal.toml", ""), ("old/acme.md", before)]);
    for from in ["old/acme", "old/acme.md"] {
        let ran = folder.run_words_on(
            A_MONDAY,
            &["new", "--from", from, "--date", "next friday", "--round", "onsite"],
        );
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
    let ran = folder.run_on(A_MONDAY, "new --from old/acme --interviewer Bo --recruiter Al");
    let new = parsed(&folder.read(ran.stdout.trim()));
    assert_eq!(new.interviewers.iter().map(|person| &*person.name).collect::<Vec<_>>(), ["Bo"]);
    assert_eq!((&*new.recruiter.value().unwrap().name, new.agency), ("Al", None));
    assert_eq!(folder.run_on(A_MONDAY, "new --from journal.toml").code, 2);
}

/// The exit status of `new -e` with these variables of the environment.
fn status_of_editing(folder: &Folder, variables: &[(&str, &str)]) -> i32 {
    folder.run_with(&["new", "Acme", "-e", "-q", "--today", A_MONDAY], variables).code
}

#[test]
fn new_e_opens_the_editor_and_ends_as_it_does() {
    let folder = journal(&[("my ed", "#!/bin/sh\necho \"$1\" >> \"$2\"\n")]);
    fs::set_permissions(folder.at("my ed"), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(status_of_editing(&folder, &[("EDITOR", "'./my ed' 'two words'")]), 0);
    assert!(folder.read("2026-03-16-acme.md").ends_with("two words\n"));
    assert_eq!(status_of_editing(&folder, &[("VISUAL", "exit 7;"), ("EDITOR", "false")]), 7);
    assert_eq!(status_of_editing(&folder, &[("VISUAL", " "), ("EDITOR", "false")]), 1);
    let before = folder.files();
    assert_eq!(status_of_editing(&folder, &[]), 2);
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
            date: parse_date(A_MONDAY).unwrap(),
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
