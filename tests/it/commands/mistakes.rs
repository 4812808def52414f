//! Command lines and configurations that can't be used, and how each is reported.

use snapbox::{assert_data_eq, str};

use super::{AFTER_DECISION, acme, acme_and_globex, journal, note};

#[test]
fn a_folder_that_is_none_is_named() {
    let folder = acme_and_globex();
    for (name, message) in [
        ("nowhere", "error: there is no folder nowhere; `journal init nowhere` makes one\n"),
        ("acme.md", "error: acme.md is not a folder; name the one that it is in\n"),
    ] {
        let ran = folder.run_on(AFTER_DECISION, &format!("agenda -C {name}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
        assert_eq!(ran.stderr, message);
    }
}

#[test]
fn a_folder_to_build_that_is_none_is_named() {
    let folder = acme_and_globex();
    for line in ["build nowhere", "-C nowhere build"] {
        let ran = folder.run_on(AFTER_DECISION, line);
        assert_eq!(ran.code, 2);
        assert_eq!(
            ran.stderr,
            "error: there is no folder nowhere; `journal init nowhere` makes one\n"
        );
    }
}

#[test]
fn each_refusal_says_what_to_do() {
    let folder = acme_and_globex();
    folder.write("picture.png", [0x89, b'P']);
    let cases: [(&[&str], &str); 22] = [
        (&["build", "--diff", "--format", "json"], "give --check with --format json"),
        (&["stats", "--from", "2026-03-02", "--to", "2026-03-01"], "swap them"),
        (&["report", "-o", "-", "--open"], "leave out `-o -`"),
        (&["report", "-o", "acme.md"], "give another one with -o"),
        (&["report", "-o", "nowhere/x.html"], "give another one with -o"),
        (&["export", "log", "-o", "acme.md"], "give another one, or send the output there with >"),
        (&["export", "csv", "-o", ".."], "give another one, or send the output there with >"),
        (&["new", ""], "`journal new \"Acme Robotics\"`"),
        (&["new", "Acme", "-e"], "`export EDITOR=nano`"),
        (&["new", "--from", "nothing"], "give its path from here or from the journal's folder"),
        (&["new", "--from", "picture.png"], "make sure that it is UTF-8 text"),
        (&["new", "Acme", "--date", "Mon 20 March 2026"], "write the day alone"),
        (&["heard", "initech", "offer"], "`journal agenda` lists them"),
        (&["heard", "acme", "rejected", "--by", "friday"], "leave it out"),
        (&["heard", "acme", "by friday", "--by", "friday"], "leave them out"),
        (&["heard", "acme", "offer", "--by", "2026-03-01"], "write a later one"),
        (
            &["heard", "acme", "offer", "--from", "D <d@x>"],
            "write \"Dana Ray <dana@acme.example>\"",
        ),
        (&["check", "nothing.md"], "give its path from here"),
        (&["check", ".."], "name its own journal with -C"),
        (&["done", "nobody"], "`journal agenda` lists them"),
        (
            &["mail", "thank jane", "status acme", "--anyway", "--eml", "out"],
            "`mkdir out` makes one",
        ),
        (&["frobnicate"], "try '--help'"),
    ];
    for (words, advice) in cases {
        let ran = folder.run_words_on(AFTER_DECISION, words);
        assert!(matches!(ran.code, 2 | 3), "{words:?}: {ran:?}");
        assert!(ran.stderr.contains(advice), "{words:?}: {}", ran.stderr);
    }
}

#[test]
fn wrong_usage_exits_with_two() {
    let folder = acme_and_globex();
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
        "agenda --today someday",
        "agenda --today 3/4/2026",
        "agenda --today",
    ] {
        let ran = folder.run(&line.split_whitespace().collect::<Vec<_>>());
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{line}");
        assert!(!ran.stderr.is_empty(), "{line}");
    }
    assert_eq!(folder.files(), ["acme.md", "globex.md"]);
    let ran = folder.run_on("2026-02-30", "build");
    assert_data_eq!(
        ran.stderr,
        str![[r#"
error: invalid value '2026-02-30' for '--today <DATE>': it is not understood; write tomorrow, friday, in 3 days, next week, 20 March, 2026-03-20

For more information, try '--help'.

"#]]
    );
}

#[test]
fn a_broken_configuration_is_shown_with_its_line() {
    let broken = |text: &str| {
        let folder = acme_and_globex();
        folder.write("journal.toml", text);
        let ran = folder.run_on(AFTER_DECISION, "build");
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{text}");
        assert_eq!(folder.run_on(AFTER_DECISION, "agenda").code, 2, "{text}");
        assert_eq!(folder.files(), ["acme.md", "globex.md", "journal.toml"]);
        ran.stderr
    };
    assert_data_eq!(
        broken("[me]\nname = \"Kim\"\nfax = \"1\"\n"),
        str![[r#"
error[invalid-config]: journal.toml can't be used: there is no setting "fax" here, only name, email, phone, links
 --> journal.toml:3:1
  |
3 | fax = "1"
  | ^^^
  |
  = help: correct this line, or remove it to use the default

"#]]
    );
    let commented = broken("# About me.\n# [me]\nname = \"Kim\"\n");
    let reason = "[me] is still a comment, and the lines below it are not; remove its #";
    assert!(commented.contains(reason), "{commented}");
    assert!(commented.contains("journal.toml:2:1"), "{commented}");
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
error[invalid-config]: journal.toml can't be used: no date of a rule is called "do"; there are opens, not-before, due, due-internal, late, lapses, not-after
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
error[invalid-config]: journal.toml can't be used: text has to stand in quotes, and true and false in small letters
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
error[invalid-config]: journal.toml can't be used: this should be a list: ["…"]
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
    let folder = acme_and_globex();
    folder.write("journal.toml", "holidays = [\n  \"2026-12-25\",\n  \"2026-02-30\",\n]\n");
    let ran = folder.run_on(AFTER_DECISION, "build");
    assert!(ran.stderr.contains("--> journal.toml:3:3"), "{}", ran.stderr);
}

#[test]
fn a_configuration_is_obeyed() {
    let folder = acme_and_globex();
    folder.write("old/acme.md", acme());
    folder.write(
        "journal.toml",
        "ignore = [\"old/\", \"glob*.md\"]\n\n[me]\nname = \"Robin\"\n\n[cadence]\nconnect = false\n",
    );
    let agenda = folder.build(AFTER_DECISION);
    assert!(!agenda.contains("Globex") && !agenda.contains("Connect"), "{agenda}");
    assert!(folder.read("acme.thank-you.jane-doe.draft.md").contains("\nRobin\n"));
    assert_eq!(folder.drafts().len(), 2, "{:?}", folder.drafts());
}

#[test]
fn an_apostrophe_does_not_count_in_words() {
    for company in ["Queen's Hospital", "Queen’s Hospital", "Queens Hospital"] {
        let fields = format!("company: {company}; interviewers: [Kim O’Brien]");
        for words in ["queens", "queen's", "queen’s", "QUEEN", "queens hospital"] {
            let folder = journal(&[("a.md", &note(&fields))]);
            let asked = folder.run_words_on("2026-03-03", &["agenda", "--company", words]);
            assert!(asked.stdout.contains("Thank Kim"), "{company}, {words}: {asked:?}");
            let told = folder.run_words_on("2026-03-03", &["heard", words, "another week"]);
            assert_eq!(told.code, 0, "{company}, {words}: {told:?}");
            let done = folder.run_words_on("2026-03-03", &["done", &format!("thank {words}")]);
            assert_eq!(done.code, 0, "{company}, {words}: {done:?}");
        }
        for person in ["obrien", "o'brien", "O’Brien", "brien"] {
            let folder = journal(&[("a.md", &note(&fields))]);
            let done = folder.run_words_on("2026-03-03", &["done", "thank", person]);
            assert_eq!(done.code, 0, "{company}, {person}: {done:?}");
        }
    }
}
