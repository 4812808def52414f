//! `new`: it writes a note that can be read, and refuses one that couldn't be.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use journal::unstable::Outcome;
use journal::unstable::one_line;
use journal::unstable::parse_date;
use journal::unstable::wiki_link;
use journal::unstable::{Blank, Who};
use snapbox::{assert_data_eq, str};

use super::{A_MONDAY, parsed};
use crate::support::{Folder, Random, finish, journal, note};

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
        str![[r#"
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

## Say to Jane Doe

<!-- Goes out as you write it. -->

## Say to Ravi Patel

<!-- Goes out as you write it. -->

## What stood out

<!-- From here on it's for you. A plain sentence about your work may be used, a judgement never is. -->

## Learned

## Liked

## Fit

## Why them

## Forgot

## To send

## Questions

"#]]
    );
    assert!(!folder.build(A_MONDAY).contains("## Problems"));
    // A record is a line under the last field.
    assert_eq!(folder.run_on(A_MONDAY, "done thank jane").code, 0);
    let note = folder.read("2026-03-13-acme-robotics.md");
    assert!(note.contains("\nfollowups:\n  thank-you/jane-doe: done 2026-03-16\n---\n"), "{note}");
}

#[test]
fn new_never_touches_a_file_with_its_name() {
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
    let warning = "warning: journal.toml ignores 2026-03-16-acme.md; change `ignore` there";
    assert!(ran.stderr.starts_with(warning), "{}", ran.stderr);
}

#[test]
fn new_writes_where_the_journal_reads_notes_and_what_tells_them() {
    let note = "---\nEmployer: Acme\nInterviewed: 2026-03-11\ntags: [application]\n---\n";
    let config = "[fields]\ncompany = ['Employer']\ndate = ['Interviewed']\n[notes]\n";
    let cases = [
        // what tells notes, the new note, its path
        ("where = ['jobs/**']", "new Globex", "jobs/2026-03-16-globex.md"),
        ("where = ['jobs']", "new --from acme", "jobs/open/2026-03-16-acme.md"),
        ("where = ['new/in/*.md', 'jobs']", "new Globex", "new/in/2026-03-16-globex.md"),
        ("where = ['*.md', 'jobs']", "new Globex", "2026-03-16-globex.md"),
        ("type = ['application']", "new Globex", "2026-03-16-globex.md"),
        ("type = ['application']", "new --from acme", "jobs/open/2026-03-16-acme.md"),
    ];
    for (tells, line, path) in cases {
        let config = format!("{config}{tells}\n");
        let folder = journal(&[("journal.toml", &config), ("jobs/open/acme.md", note)]);
        let ran = folder.run_on(A_MONDAY, line);
        assert_eq!((ran.code, ran.stdout.trim()), (0, path), "{tells}: {}", ran.stderr);
        let agenda = folder.agenda(A_MONDAY);
        assert_eq!(agenda["interviews"][0]["note"], path, "{tells}");
        assert_eq!(folder.read(path).contains("\ntype: application\n"), tells.contains("type"));
    }
    let config = format!("{config}where = ['*/notes/*.md']\n");
    let folder = journal(&[("journal.toml", &config)]);
    let ran = folder.run_on(A_MONDAY, "new Globex");
    assert_eq!((ran.code, folder.files()), (2, vec!["journal.toml".to_owned()]));
    assert!(ran.stderr.contains("`where` in journal.toml"), "{}", ran.stderr);
}

#[test]
fn new_refuses_words_that_no_reader_could_use() {
    let folder = Folder::new();
    let long = "x".repeat(1_001);
    let cases: [&[&str]; 14] = [
        // the words typed
        &["new"],
        &["new", ""],
        &["new", " \n\u{200b}"],
        &["new", &long],
        &["new", "Acme", "--date", "soon"],
        &["new", "Acme", "--date", "2026-02-30"],
        &["new", "Acme", "--date", "3 days"],
        &["new", "Acme", "--window", "soonish"],
        &["new", "Acme", "--date", "2026-03-02", "--window", "by sat 6th"],
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
        "error: --date \"03/04/2026\" could be 2026-03-04 or 2026-04-03; write one of these\n"
    );
    assert_eq!(
        error(&["--interviewer", "Jane & Ravi"]),
        "error: \"Jane & Ravi\" looks like more than one person; repeat the option for each of them\n"
    );
    assert_eq!(
        error(&["--interviewer", "Dr Simon Fell, GP partner"]),
        "error: \"Dr Simon Fell, GP partner\" looks like more than one person; if that is one person and their job, \
         write \"Dr Simon Fell (GP partner)\"; if not, repeat the option for each\n"
    );
    let ran = folder.run_words_on(
        A_MONDAY,
        &["new", "Acme", "--interviewer", "Mr. Feldman", "--interviewer", "Mrs. Feldman"],
    );
    assert_eq!(ran.code, 0, "a couple: {}", ran.stderr);
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
  - {name: 'Jane: Doe-Roe', email: jane@acme.example, title: 'Head, of \"it\"', lead: true}
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
interest: keen
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
        assert_eq!(new.interviewers, old.interviewers);
        // They helped on another day.
        assert!(new.also_met.is_empty());
        assert_eq!((&new.recruiter, &new.agency), (&old.recruiter, &old.agency));
        assert_eq!(
            (&new.thread, new.internal, &new.manager, new.interest),
            (&old.thread, old.internal, &old.manager, old.interest)
        );
        assert_eq!(new.round.as_deref(), Some("onsite"));
        assert_eq!(new.date.value(), parse_date("2026-03-27").as_ref());
        assert_eq!(new.outcome.value(), Some(&Outcome::Pending));
        assert!(new.window.value().is_none() && new.updates.is_empty() && new.records.is_empty());
        assert!(new.outcome_date.value().is_none());
    }
    assert_eq!(folder.read("old/acme.md"), before);
    // People who are named replace those of the note before.
    let ran = folder.run_on(A_MONDAY, "new --from old/acme --interviewer Bo --recruiter Al");
    let new = parsed(&folder.read(ran.stdout.trim()));
    assert_eq!(new.interviewers.iter().map(|person| &*person.name).collect::<Vec<_>>(), ["Bo"]);
    assert_eq!((&*new.recruiter.value().unwrap().name, new.agency), ("Al", None));
    assert_eq!(folder.run_on(A_MONDAY, "new --from journal.toml").code, 2);
}

/// Whoever held the phone screen arranges the next round, and others interview in it.
#[test]
fn a_recruiter_who_held_the_phone_screen_is_no_interviewer_of_the_next_round() {
    let sam = "{name: Sam Lee, email: sam@t.example, agency: Talent}";
    let others = "interviewers: [Sam Lee <sam@t.example>, Jane Doe <jane@acme.example>]";
    #[rustfmt::skip]
    let cases = [
        // the people of the phone screen | the interviewers of the next round | its recruiter
        (format!("interviewers: [Sam Lee <sam@t.example>]\nrecruiter: {sam}"), "", Some("Sam Lee")),
        ("interviewers: [{name: Sam Lee, title: Talent partner}]".to_owned(), "", Some("Sam Lee")),
        ("interviewers: [{name: Sam Lee, title: Head baker}]".to_owned(), "Sam Lee", None),
        (format!("{others}\nrecruiter: {sam}"), "Sam Lee, Jane Doe", Some("Sam Lee")),
    ];
    for (people, interviewers, recruiter) in cases {
        let text =
            format!("---\ncompany: Acme\ndate: 2026-03-02\n{people}\nalso_met: [Kim Soto]\n---\n");
        let folder = journal(&[("a.md", &text)]);
        let ran = folder.run_on(A_MONDAY, "new --from a --date 2026-03-20");
        let new = parsed(&folder.read(ran.stdout.trim()));
        let names: Vec<&str> = new.interviewers.iter().map(|person| &*person.name).collect();
        assert_eq!(names.join(", "), interviewers, "{people}");
        assert_eq!(new.recruiter.value().map(|person| &*person.name), recruiter, "{people}");
        assert!(new.also_met.is_empty());
    }
}

#[test]
fn the_round_before_is_found_by_its_company_too() {
    let dev = "---\ncompany: Acme\ndate: 2026-03-02\nrole: Dev\n---\n";
    let folder = journal(&[("old/one.md", dev), ("old/two.md", &dev.replace("Dev", "Cook"))]);
    let ran = folder.run_words_on(A_MONDAY, &["new", "--from", "acme cook"]);
    assert_eq!(parsed(&folder.read(ran.stdout.trim())).role.as_deref(), Some("Cook"), "{ran:?}");
    for (words, said) in
        [("acme", "\"acme\" matches several processes"), ("elm", "no company, role or recruiter")]
    {
        let ran = folder.run_words_on(A_MONDAY, &["new", "--from", words]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{ran:?}");
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
    }
}

/// Today is a Monday.
#[test]
fn a_weekday_is_not_before_the_invitation() {
    #[rustfmt::skip]
    let rows = [
        // the round before | --date | the day
        ("outcome: next round; outcome_date: 2026-03-16", "friday",      "2026-03-20"),
        ("outcome: next round; outcome_date: 2026-03-16", "monday",      "2026-03-16"),
        ("outcome: next round; outcome_date: 2026-03-14", "on Fri.",     "2026-03-20"),
        ("outcome: next round; outcome_date: 2026-03-14", "the 13th",    "2026-04-13"),
        ("outcome: next round; outcome_date: 2026-03-14", "last friday", "2026-03-13"),
        ("outcome: next round; outcome_date: 2026-03-14", "13 March",    "2026-03-13"),
        ("outcome: next round; outcome_date: 2026-03-13", "friday",      "2026-03-13"),
        ("outcome: next round; outcome_date: 2026-03-11", "friday",      "2026-03-13"),
        ("outcome: next round; date: 2026-03-14",         "friday",      "2026-03-20"),
        ("date: 2026-03-19; cancelled: 2026-03-16",       "friday",      "2026-03-20"),
        ("outcome: pending; date: 2026-03-09",            "friday",      "2026-03-13"),
        ("outcome: pending; date: 2026-03-14",            "friday",      "2026-03-20"),
    ];
    for (before, date, day) in rows {
        let folder = journal(&[("a.md", &note(&format!("company: Elm; {before}")))]);
        let ran = folder.run_words_on(A_MONDAY, &["new", "--from", "a", "--date", date]);
        assert_eq!(ran.stdout, format!("{day}-elm.md\n"), "{before}, {date}: {}", ran.stderr);
    }
    #[rustfmt::skip]
    let rows = [
        // the round before | --date | what is written into its note | what is said
        ("date: 2026-03-09",                                "friday",   "outcome_date: 2026-03-13", "heard 2026-03-13"),
        ("date: 2026-03-09",                                "tomorrow", "outcome_date: 2026-03-16", "heard 2026-03-16"),
        ("date: 2026-03-14",                                "13 March", "",                         "no invitation to it came before Saturday 14 March 2026"),
        ("outcome: next round; outcome_date: 2026-03-14",   "13 March", "",                         "no invitation to it came before Saturday 14 March 2026"),
        ("date: 2026-03-18",                                "23 March", "",                         "the interview of a.md on Wednesday 18 March 2026 is still to come; if this is its new day"),
    ];
    for (before, date, written, said) in rows {
        let text = note(&format!("company: Elm; {before}"));
        let folder = journal(&[("a.md", &text)]);
        let ran = folder.run_words_on(A_MONDAY, &["new", "--from", "a", "--date", date]);
        let after = folder.read("a.md");
        let is_right = if written.is_empty() { after == text } else { after.contains(written) };
        assert!(is_right, "{before}, {date}: {after}");
        assert!(ran.stderr.contains(said), "{before}, {date}: {}", ran.stderr);
    }
}

/// Many people call the file as they call the company.
#[test]
fn a_company_whose_name_goes_on_in_other_notes_is_pointed_out() {
    let folder = journal(&[("a.md", &*note("company: Kersal Digital; role: Dev"))]);
    for (company, expected) in [
        ("Kersal", "hint: there are notes of Kersal Digital; "),
        ("kersal digital ltd", "hint: there are notes of Kersal and Kersal Digital; "),
        ("Kersal Digital", ""),
        ("Kers", ""),
    ] {
        let ran = folder.run_words_on("2026-03-02", &["new", company]);
        assert_eq!(ran.code, 0, "{company}: {}", ran.stderr);
        match expected {
            "" => assert!(!ran.stderr.contains("hint"), "{company}: {}", ran.stderr),
            expected => assert!(ran.stderr.contains(expected), "{company}: {}", ran.stderr),
        }
    }
}

#[test]
fn a_name_that_is_a_file_and_a_company_is_the_newest_round() {
    let old = note(
        "company: Elm House; role: Cook; date: 2026-03-02; outcome: next round; interviewers: [Al]",
    );
    let new = note("company: Elm House; role: Cook; date: 2026-03-09; interviewers: [Bo]");
    for (from, taken, said) in [
        ("elm", "Bo", "going on from second.md, the current round, not from elm.md\n"),
        ("elm.md", "Al", "going on from elm.md, although second.md is the current round\n"),
        ("second", "Bo", ""),
        ("house", "Bo", ""),
    ] {
        let folder = journal(&[("elm.md", &old), ("second.md", &new)]);
        let ran = folder.run_words_on(A_MONDAY, &["new", "--from", from]);
        let note = parsed(&folder.read(ran.stdout.trim()));
        let people: Vec<&str> = note.interviewers.iter().map(|person| &*person.name).collect();
        assert_eq!(people, [taken], "{from}: {}", ran.stderr);
        assert!(ran.stderr.starts_with(said), "{from}: {}", ran.stderr);
        assert_eq!(ran.stderr.contains("going on"), !said.is_empty(), "{from}: {}", ran.stderr);
        let is_settled = folder.read("second.md").contains("outcome: more_interviews\n");
        assert_eq!(is_settled, taken == "Bo", "{from}: {}", ran.stderr);
    }
}

#[test]
fn a_second_note_of_one_day_and_a_day_far_off_are_pointed_out() {
    let folder = journal(&[]);
    for (words, said) in [
        ("new Acme", ""),
        (
            "new Acme",
            "warning: 2026-03-16-acme.md is there already; if that is the same interview,",
        ),
        (
            "new Acme --date 2016-03-04",
            "warning: 2016-03-04 is more than 10 years ago; check the year",
        ),
    ] {
        let ran = folder.run_on(A_MONDAY, words);
        assert!(ran.code == 0 && ran.stderr.contains(said), "{ran:?}");
        assert_eq!(ran.stderr.contains("warning"), !said.is_empty(), "{ran:?}");
    }
}

/// Of two rounds on one day the later one is the one that goes on.
#[test]
fn a_round_on_the_same_day_comes_after_the_one_before() {
    #[rustfmt::skip]
    let cases = [
        // the note before, the new one
        ("2026-03-11-acme.md",            "2026-03-11-acme-2.md"),
        ("2026-03-11-acme-2.md",          "2026-03-11-acme-3.md"),
        ("2026-03-11-acme-9.md",          "2026-03-11-acme-10.md"),
        ("interviews/2026-03-11-acme.md", "interviews/2026-03-11-acme-2.md"),
        ("screen.md",                     "screen-2.md"),
    ];
    for (before, new) in cases {
        let folder = journal(&[(before, "---\ncompany: Acme\ndate: 2026-03-11\n---\n")]);
        let ran = folder.run_on("2026-03-11", &format!("new --from {before} --date 2026-03-11"));
        assert_eq!((ran.code, ran.stdout.trim()), (0, new), "{before}: {}", ran.stderr);
        assert!(!ran.stderr.contains("warning"), "{before}: {}", ran.stderr);
        assert!(folder.read(before).contains("outcome: more_interviews"), "{before}");
        let process = &folder.agenda("2026-03-12")["processes"][0];
        assert_eq!((&process["stage"], &process["note"]), (&"waiting".into(), &new.into()));
        let checks = folder.build("2026-03-18");
        assert!(checks.contains("**Ask Acme for news**"), "{before}: {checks}");
    }
}

#[test]
fn the_round_before_is_settled_where_it_was_pending() {
    let old = |lines: &str, date: &str| {
        format!("---\ncompany: Acme\ndate: {date} # Tuesday\n{lines}followups:\n---\nbody\n")
    };
    let settled = "outcome: more_interviews\noutcome_date: 2026-03-16\n";
    #[rustfmt::skip]
    let cases = [
        // its outcome, its date, and what that becomes
        ("",                                             "2026-03-10", Some(settled)),
        ("outcome: pending\n",                           "2026-03-10", Some(settled)),
        ("outcome: pending\n",                           "2026-03-16", Some(settled)),
        ("outcome: offer\n",                             "2026-03-10", None),
        ("outcome: more_interviews\n",                   "2026-03-10", None),
        // It hasn't taken place yet.
        ("outcome: pending\n",                           "2026-03-17", None),
    ];
    for (lines, date, after) in cases {
        let before = old(lines, date);
        let folder = journal(&[("a.md", &before)]);
        let ran = folder.run_on(A_MONDAY, "new --from a --date 2026-03-20 --also-met Kim");
        assert_eq!((ran.code, ran.stdout.as_str()), (0, "2026-03-20-acme.md\n"), "{ran:?}");
        let expected = after.map_or(before, |after| old(after, date));
        assert_eq!(folder.read("a.md"), expected);
        let told = ran.stderr.contains("a.md: next round, heard 2026-03-16\n");
        assert_eq!(told, after.is_some(), "{}", ran.stderr);
        assert!(folder.read("2026-03-20-acme.md").contains("also_met:\n  - Kim\n"));
    }
    // What can't be written is said, and the new note is there all the same.
    let folder = journal(&[("a.md", &old("outcome: [a, b]\n", "2026-03-10"))]);
    let ran = folder.run_on(A_MONDAY, "new --from a --date 2026-03-20");
    assert_eq!(ran.code, 0, "{ran:?}");
    let folder = journal(&[("a.md", &old("outcome: pending\n", "2026-03-10"))]);
    fs::set_permissions(folder.at("a.md"), fs::Permissions::from_mode(0o444)).unwrap();
    let ran = folder.run_on(A_MONDAY, "new --from a --date 2026-03-20 -q");
    assert_eq!(ran.code, 3);
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: a.md was left as it is: the note is read-only
  write `outcome: more_interviews` and `outcome_date: 2026-03-16` in the front matter

"#]]
    );
    assert!(folder.has("2026-03-20-acme.md"));
    // Another company is no next round.
    let folder = journal(&[("a.md", &old("", "2026-03-10"))]);
    folder.run_on(A_MONDAY, "new Globex --from a");
    assert_eq!(folder.read("a.md"), old("", "2026-03-10"));
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
        let Ok(text) = blank.text(&[], &[]) else {
            assert!(clean.is_empty(), "{typed:?}");
            continue;
        };
        let note = parsed(&text);
        let shown = one_line(wiki_link(&clean));
        assert_eq!(note.company, shown, "{typed:?}\n{text}");
        for field in [note.role, note.round, note.thread] {
            assert_eq!(field, Some(shown.clone()), "{typed:?}\n{text}");
        }
        // As a person it is either refused, or read from the note as one person.
        let who = Who::Typed(typed.clone());
        let people = Blank {
            company: "A".into(),
            interviewers: vec![who.clone()],
            recruiter: Some(who),
            ..blank
        };
        if let Ok(text) = people.text(&[], &[]) {
            assert!(parsed(&text).interviewers.len() <= 1, "{typed:?}");
        }
        let name = people.names().next().unwrap();
        assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b)), "{name}");
    }
}

/// Whoever passed an application on is thanked for it after the first interview, however the note came to be.
#[test]
fn whoever_referred_an_application_is_met_again_in_the_first_round() {
    let applied = "---\ncompany: Elm\nrole: Cook\napplied: 2026-03-02\nalso_met:\n  - Deb Ross (referred me) <deb@x.example>\n  \
        - Kim Soto\n---\n";
    let held = applied.replace("applied", "date");
    for (before, is_carried) in [(applied, true), (&held, false)] {
        let folder = journal(&[("a.md", before)]);
        let ran = folder.run_on(A_MONDAY, "new --from a --interviewer Bo");
        let text = folder.read(ran.stdout.trim());
        let carried = "also_met:\n  - Deb Ross (referred me) <deb@x.example>\nrecruiter:";
        assert_eq!(text.contains(carried), is_carried, "{text}");
    }
}
