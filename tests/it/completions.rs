//! What a shell is given when it asks, as its script asks.

use crate::support::{Folder, NOTE, journal, left_out_without, note};

/// The day of all these questions, a Tuesday.
const TODAY: &str = "2026-03-10";

/// Interviews with two companies, with blanks and quotes in their names.
fn two() -> Folder {
    let globex = note(
        "company: O'Hara \"& Co\"; date: 2026-03-09; role: Data engineer; \
         interviewers: [Ann Lee <ann@g.example>]; followups: {connect: skipped 2026-03-09}",
    );
    journal(&[("acme.md", NOTE), ("2026/hara.md", &globex)])
}

/// The candidates for the last word in fish, without options: each value, and what is said of it.
fn asked(folder: &Folder, words: &[&str]) -> Vec<(String, String)> {
    let ran = folder.run_with(
        &[&["--", "journal", "--today", TODAY], words].concat(),
        &[("JOURNAL_COMPLETE", "fish")],
    );
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{words:?}");
    let pair = |line: &str| {
        let (value, help) = line.split_once('\t').unwrap_or((line, ""));
        (value.to_owned(), help.to_owned())
    };
    ran.stdout.lines().filter(|line| !line.starts_with('-')).map(pair).collect()
}

/// The values alone.
fn values(folder: &Folder, words: &[&str]) -> Vec<String> {
    asked(folder, words).into_iter().map(|(value, _)| value).collect()
}

#[test]
fn titles_companies_and_ids_are_offered_with_what_they_mean() {
    let folder = two();
    let before = folder.files();
    let offered = asked(&folder, &["done", ""]);
    let offered: Vec<String> =
        offered.iter().map(|(value, help)| format!("{value} | {help}")).collect();
    for expected in [
        "Thank Jane Doe | Acme Robotics, Backend engineer · due Tue 3 Mar",
        "Thank Ann Lee | O'Hara \"& Co\", Data engineer · due Tue 10 Mar",
        "Acme Robotics | 4 follow-ups",
        "acme/thank-you/jane-doe | Thank Jane Doe · Acme Robotics, Backend engineer",
        "2026/hara/thank-you/ann-lee | Thank Ann Lee · O'Hara \"& Co\", Data engineer",
    ] {
        assert!(offered.iter().any(|line| line == expected), "{expected}: {offered:#?}");
    }
    assert_eq!(folder.files(), before, "nothing is written");
}

#[test]
fn each_command_is_offered_what_it_takes() {
    let folder = two();
    let connect = "2026/hara/connect";
    for (command, is_offered) in [
        (&["done"][..], [true, false]),
        (&["skip"], [true, false]),
        (&["snooze"], [true, false]),
        (&["show"], [true, false]),
        (&["mail"], [true, false]),
        (&["undo"], [false, true]),
    ] {
        let offered = values(&folder, &[command, &[""]].concat());
        let is = |id: &str| offered.iter().any(|value| value == id);
        assert_eq!(["acme/thank-you/jane-doe", connect].map(is), is_offered, "{command:?}");
    }
    // There is no draft to mail before it opens.
    assert!(values(&folder, &["done", "2026/"]).contains(&"2026/hara/status-check/1".into()));
    assert!(!values(&folder, &["mail", "2026/"]).contains(&"2026/hara/status-check/1".into()));
    for words in
        [&["snooze", "--until", ""][..], &["done", "--on", ""], &["new", "x", "--role", ""]]
    {
        assert_eq!(values(&folder, words), [""; 0], "{words:?}");
    }
}

#[test]
fn a_word_is_completed_in_any_case_and_then_the_next_one() {
    let folder = two();
    #[rustfmt::skip]
    let cases: [(&[&str], &[&str]); 11] = [
        // the words | the candidates for the last one
        (&["done", "thank J"],       &["thank Jane Doe"]),
        (&["done", "acme r"],        &["acme robotics"]),
        (&["done", "acme/t"],        &["acme/thank-you/jane-doe"]),
        (&["done", "ACME/t"],        &[]),
        // Nothing is called so, but words in it are.
        (&["done", "jan"],           &["jane"]),
        (&["done", "nobody"],        &[]),
        (&["done", "jane", "th"],    &["thank"]),
        (&["done", "jane", "ann"],   &[]),
        // After a title or an id the next argument is for another follow-up.
        (&["done", "thank jane doe", "thank a"], &["thank Ann Lee"]),
        (&["undo", "ann"],           &["ann"]),
        (&["undo", "connect"],       &["connect with Ann Lee"]),
    ];
    for (words, expected) in cases {
        let offered = values(&folder, words);
        let lower = |values: &[String]| values.iter().map(|v| v.to_lowercase()).collect::<Vec<_>>();
        let expected: Vec<String> = expected.iter().map(|value| value.to_lowercase()).collect();
        assert_eq!(lower(&offered), expected, "{words:?}");
        // It begins as it was typed: shells compare capitals.
        assert!(
            offered.iter().all(|value| value.starts_with(words[words.len() - 1])),
            "{offered:?}"
        );
    }
    // What is offered after a word leads to one follow-up.
    let next = asked(&folder, &["done", "jane", ""]);
    let thank = ("thank".to_owned(), "Thank Jane Doe · Acme Robotics, Backend engineer".to_owned());
    assert!(next.contains(&thank) && next.iter().all(|(value, _)| value != "jane"), "{next:?}");
    assert_eq!(folder.run_on(TODAY, "done jane thank").code, 0);
}

#[test]
fn what_is_offered_is_understood() {
    // Two of one title, which only the company tells apart.
    let other = note("company: Initech; date: 2026-03-09; interviewers: [Jane Doe]");
    let three = || {
        let folder = two();
        folder.write("initech.md", &other);
        folder
    };
    for command in ["done", "show", "undo"] {
        for (value, help) in asked(&three(), &[command, ""]) {
            let ran = three().run_words_on(TODAY, &[command, &value]);
            let is_several = help.ends_with(" follow-ups");
            assert_eq!(ran.code, if is_several { 2 } else { 0 }, "{command} {value}: {ran:?}");
        }
    }
    let folder = three();
    let titles = values(&folder, &["done", "thank jane"]);
    let expected = ["thank jane Doe Acme Robotics, Backend engineer", "thank jane Doe Initech"];
    assert_eq!(titles, expected);
}

#[test]
fn heard_is_offered_processes_then_the_outcomes_that_can_follow() {
    let folder = two();
    folder.write("offer.md", note("company: Initech; outcome: offer; outcome_date: 2026-03-09"));
    folder.write("over.md", note("company: Umbrella; outcome: rejected; outcome_date: 2026-03-09"));
    assert_eq!(
        values(&folder, &["heard", ""]),
        ["Acme Robotics", "Initech", "O'Hara \"& Co\""],
        "what is over has no news"
    );
    assert_eq!(
        values(&folder, &["heard", "initech", ""]),
        ["rejected", "offer", "accepted", "declined", "withdrawn"]
    );
    for words in [&["heard", "acme", "ne"][..], &["heard", "acme", "robotics", "ne"]] {
        assert_eq!(values(&folder, words), ["next round"], "{words:?}");
    }
    assert_eq!(values(&folder, &["heard", "nobody", ""]), [""; 0]);
    assert_eq!(folder.run_words_on(TODAY, &["heard", "acme", "next round"]).code, 0);
    // Two roles at one company are told apart by their ids.
    folder.write("acme2.md", NOTE.replace("Backend", "Frontend"));
    let ids = ["acme-robotics-backend-engineer", "acme-robotics-frontend-engineer"];
    let offered = values(&folder, &["heard", "acme"]);
    assert_eq!(offered, ids);
}

#[test]
fn companies_are_offered_where_one_is_named() {
    let folder = two();
    assert_eq!(values(&folder, &["new", ""]), ["Acme Robotics", "O'Hara \"& Co\""]);
    assert_eq!(values(&folder, &["agenda", "--company", "ac"]), ["acme Robotics"]);
}

#[test]
fn the_folder_of_the_command_line_is_meant() {
    let folder = two();
    let folders = ["-C", "my notes"];
    folder.write("my notes/journal.toml", "");
    folder.write("my notes/umbrella.md", note("company: Umbrella"));
    assert_eq!(values(&folder, &[&folders[..], &["new", ""]].concat()), ["Umbrella"]);
    assert_eq!(values(&folder, &[&["new"], &folders[..], &[""]].concat()), ["Umbrella"]);
    assert_eq!(values(&folder, &["-Cmy notes", "new", ""]), ["Umbrella"]);
}

#[test]
fn files_and_folders_are_offered_where_one_is_named() {
    let folder = two();
    folder.write("my notes/a.md", NOTE);
    for (words, expected) in [
        (&["-C", "m"][..], &["my notes/"][..]),
        (&["build", ""], &[".", "2026/", "my notes/"]),
        (&["check", "a"], &["acme.md"]),
        (&["new", "--from", "2026/"], &["2026/hara.md"]),
    ] {
        assert_eq!(values(&folder, words), expected, "{words:?}");
    }
}

#[test]
fn bash_and_powershell_get_values_in_quotes() {
    let folder = two();
    let ask = |shell: &str, typed: &str, word: &str| {
        let words = ["--", "journal", "--today", TODAY, "new", word];
        let variables = [
            ("JOURNAL_COMPLETE", shell),
            ("_CLAP_COMPLETE_INDEX", "4"),
            ("_CLAP_IFS", "\u{b}"),
            ("_JOURNAL_TYPED", typed),
        ];
        let ran = folder.run_with(&words, &variables);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        ran.stdout.split(['\u{b}', '\n', '\t']).next().unwrap_or_default().to_owned()
    };
    // The word is in its quotes, as bash and zsh give it.
    for (typed, expected) in [
        ("o", r#"o\'Hara\ \"\&\ Co\""#),
        ("o\\'", r#"o\'Hara\ \"\&\ Co\""#),
        ("\"o", r#"o'Hara \"& Co\"""#),
        ("'o", r#"o'\''Hara "& Co""#),
    ] {
        assert_eq!(ask("bash", typed, typed), expected, "{typed}");
    }
    assert_eq!(ask("zsh", "", "o\\'"), "o'Hara \"& Co\":O'Hara \"& Co\", Data engineer · pending");
    assert_eq!(ask("powershell", "", "o"), "'o''Hara \"& Co\"'");
}

#[test]
fn bash_runs_its_script() {
    let folder = two();
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_journal")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let script = "\
        source <(journal completions bash)
        COMP_WORDS=(journal --today 2026-03-10 \"$@\"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _complete_journal
        for value in \"${COMPREPLY[@]}\"; do eval \"printf '[%s]' $value\"; done";
    for (words, expected) in [
        (&["new", "o"][..], "[o'Hara \"& Co\"]"),
        (&["done", "acme/th"], "[acme/thank-you/jane-doe]"),
        (&["done", "Thank\\ "], "[Thank Jane Doe][Thank Ann Lee]"),
        (&["snooze", "jane", "--until", ""], ""),
    ] {
        let mut bash = std::process::Command::new("bash");
        bash.args(["--norc", "-c", script, "bash"]).args(words).current_dir(folder.path());
        bash.env("PATH", format!("{}:{path}", program.display()));
        let Ok(ran) = bash.output() else { return left_out_without("bash") };
        let told = String::from_utf8_lossy(&ran.stderr);
        assert_eq!(String::from_utf8_lossy(&ran.stdout), expected, "{words:?}: {told}");
    }
}
