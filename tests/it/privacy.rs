//! `check --privacy`, and the warning of `init`: people's addresses in a repository that looks public.

use std::fs;

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::support::{Folder, NOTE, Ran, TODAY, journal};

const GITHUB: &str = "git@github.com:me/jobs.git";

/// A note with somebody's address in line 4, from column 21.
const EXPOSED: &str =
    "---\ncompany: Acme\ndate: 2026-03-02\nrecruiter: Sam Lee <sam@acme.io>\n---\n";
const BAD: &str = "---\ncompany: Acme\ndate: 2026-02-30\n---\n";

/// A repository with these files, none of which was added yet, and a remote on a public code host.
fn published(files: &[(&str, &str)]) -> Folder {
    let folder = journal(files);
    folder.git("", &["init", "-q"]);
    folder.git("", &["remote", "add", "origin", GITHUB]);
    folder
}

/// Runs `check --privacy` with more words.
fn check_privacy(folder: &Folder, line: &str) -> Ran {
    check_privacy_with(folder, line, &[])
}

fn check_privacy_with(folder: &Folder, line: &str, variables: &[(&str, &str)]) -> Ran {
    let words = ["check", "--privacy", "--today", TODAY].into_iter().chain(line.split_whitespace());
    let mut ran = folder.run_with(&words.collect::<Vec<_>>(), variables);
    // The survey below the findings is tested elsewhere.
    ran.stdout.truncate(ran.stdout.find("\nread as:").unwrap_or(ran.stdout.len()));
    ran
}

/// The files that are named as exposed, each as `path:line:column count`, with nothing else reported.
fn exposed(folder: &Folder, line: &str) -> Vec<String> {
    let ran = check_privacy(folder, &format!("--format json {line}"));
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    let log: Value = serde_json::from_str(&ran.stdout).unwrap();
    let of = |problem: &Value| {
        assert_eq!(problem["code"], "address-exposed");
        let [path, message] = ["path", "message"].map(|key| problem[key].as_str().unwrap());
        let count = message.split(' ').nth(1).unwrap().replace("an", "1");
        format!("{path}:{}:{} {count}", problem["line"], problem["column"])
    };
    log["problems"].as_array().unwrap().iter().map(of).collect()
}

/// The paths of the files that are named as exposed.
fn exposed_paths(folder: &Folder, line: &str) -> Vec<String> {
    let paths = exposed(folder, line).into_iter();
    paths.map(|found| found.split(':').next().unwrap().to_owned()).collect()
}

#[test]
fn each_note_with_addresses_is_named_with_its_first() {
    let note = EXPOSED.replace("---\n", "---\n# x@acme.example\n");
    let body = "\nSam: sam@acme.io, SAM@acme.io, and kim@acme.io\n";
    let folder = published(&[
        ("acme.md", &(note + body)),
        ("b.md", NOTE),
        ("c.md", &EXPOSED.replace("Acme", "Bolt")),
    ]);
    let ran = check_privacy(&folder, "");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_data_eq!(
        ran.stdout,
        str![[r#"
warning[address-exposed]: contains 2 e-mail addresses, and the repository looks public: origin (github.com)
 --> acme.md:5:21
  |
5 | recruiter: Sam Lee <sam@acme.io>
  |                     ^^^^^^^^^^^
  |
  = help: make sure that the repository is private, which can't be checked from here, or keep files with addresses out of it: list them in .gitignore, and run `git rm --cached` for those that it already has; anything that was committed stays in its history

warning[address-exposed]: contains an e-mail address, and the repository looks public: origin (github.com)
 --> c.md:4:21
  |
4 | recruiter: Sam Lee <sam@acme.io>
  |                     ^^^^^^^^^^^
  |
  = help: make sure that the repository is private, which can't be checked from here, or keep files with addresses out of it: list them in .gitignore, and run `git rm --cached` for those that it already has; anything that was committed stays in its history

2 warnings

"#]]
    );
    let ran = folder.run_on(TODAY, "check");
    assert!(ran.stdout.starts_with("no problems found\n"), "{}", ran.stdout);
    let ran = check_privacy(&folder, "--format github c.md");
    assert_data_eq!(
        ran.stdout,
        str![[r#"
::warning file=c.md,line=4,col=21,title=address-exposed::contains an e-mail address, and the repository looks public: origin (github.com)%0Amake sure that the repository is private, which can't be checked from here, or keep files with addresses out of it: list them in .gitignore, and run `git rm --cached` for those that it already has; anything that was committed stays in its history

"#]]
    );
    let log: Value =
        serde_json::from_str(&check_privacy(&folder, "--format sarif c.md").stdout).unwrap();
    let [result] = &log["runs"][0]["results"].as_array().unwrap()[..] else { panic!("{log}") };
    assert_eq!(
        (&result["ruleId"], &result["level"]),
        (&"address-exposed".into(), &"warning".into())
    );
    let region = &result["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region.to_string(), r#"{"endColumn":32,"startColumn":21,"startLine":4}"#);
}

#[test]
fn places_are_right_in_every_kind_of_text() {
    #[rustfmt::skip]
    let cases = [
        // the kind | the text | the place and the count
        ("CR LF",                     EXPOSED.replace('\n', "\r\n"),                        "4:21 1"),
        ("a byte-order mark",         format!("\u{feff}{EXPOSED}"),                         "4:21 1"),
        ("both",                      format!("\u{feff}{}", EXPOSED.replace('\n', "\r\n")), "4:21 1"),
        ("wide characters",           EXPOSED.replace("Sam", "山田 ü"),                     "4:22 1"),
        ("in the body",               format!("{NOTE}\n- [ ] ask `kim@acme.io`\n"),         "13:12 1"),
        ("a note that can't be used", "---\ncompany: [\n---\nsam@acme.io\n".to_owned(),     ""),
    ];
    for (what, text, at) in cases {
        let folder = published(&[("a.md", &text)]);
        if at.is_empty() {
            let ran = check_privacy(&folder, "--format github");
            assert!(ran.stdout.contains("file=a.md,line=4,col=1,title=address-exposed"), "{ran:?}");
        } else {
            assert_eq!(exposed(&folder, ""), [format!("a.md:{at}")], "{what}");
        }
    }
}

#[test]
fn files_count_that_git_carries() {
    let folder = published(&[("new.md", EXPOSED)]);
    let names =
        ["added", "ignored", "forced", "ü \"q\" \\ '", "sub/[x] *", "let-go", "mine/x", "gone"];
    for (n, name) in names.iter().enumerate() {
        folder.write(&format!("{name}.md"), EXPOSED.replace("Acme", &format!("Acme {n}")));
    }
    folder.write(".gitignore", "ignored.md\nforced.md\n");
    folder.git("", &["add", "-A"]);
    folder.git("", &["add", "-f", "forced.md"]);
    folder.git("", &["rm", "-q", "--cached", "let-go.md"]);
    folder.write(".git/info/exclude", "let-go.md\n");
    folder.write("journal.toml", "ignore = [\"mine\"]\n");
    folder.write("readme.md", "mail sam@acme.io\n");
    folder.remove("gone.md");
    let expected = ["added.md", "forced.md", "new.md", "sub/[x] *.md", "ü \"q\" \\ '.md"];
    assert_eq!(exposed_paths(&folder, ""), expected);
    assert_eq!(exposed_paths(&folder, "sub added.md"), ["added.md", "sub/[x] *.md"]);
    assert_eq!(exposed_paths(&folder, "-C sub"), ["[x] *.md"]);
}

#[test]
fn a_remote_looks_public_by_its_host_alone() {
    let add = |name, url| vec!["remote", "add", name, url];
    let origin = |url| vec![add("origin", url)];
    let cases = [
        // the remotes | the git commands that add them | the end of the message
        ("none", vec![], ""),
        ("a folder", origin("/srv/github.com/jobs.git"), ""),
        ("a host of one's own", origin("git@git.home.example:github.com/jobs.git"), ""),
        ("for ssh", origin(GITHUB), "public: origin (github.com)"),
        (
            "a password",
            origin("https://me:secret@gitlab.com/me/jobs"),
            "public: origin (gitlab.com)",
        ),
        (
            "a second one",
            vec![add("home", "/srv/jobs"), add("mirror", "https://codeberg.org/me/jobs")],
            "public: mirror (codeberg.org)",
        ),
        (
            "two",
            vec![add("a", "https://codeberg.org/me/jobs"), add("b", GITHUB)],
            "public: a (codeberg.org), b (github.com)",
        ),
        (
            "one to push to",
            vec![
                add("home", "/srv/jobs"),
                vec!["remote", "set-url", "--add", "--push", "home", GITHUB],
            ],
            "public: home (github.com)",
        ),
        (
            "a short name",
            vec![
                vec!["config", "url.https://github.com/.insteadOf", "gh:"],
                add("origin", "gh:me/jobs"),
            ],
            "public: origin (github.com)",
        ),
        (
            "a name with escapes",
            vec![vec!["config", "remote.\u{1b}[31mx\u{202e}.url", GITHUB]],
            "public: [31mx (github.com)",
        ),
    ];
    for (what, lines, expected) in cases {
        let folder = journal(&[("a.md", EXPOSED)]);
        folder.git("", &["init", "-q"]);
        for line in lines {
            folder.git("", &line);
        }
        let ran = check_privacy(&folder, "--format github");
        let message = ran.stdout.split("%0A").next().unwrap();
        assert!(message.ends_with(expected), "{what}: {ran:?}");
        assert_eq!((message.is_empty(), ran.stderr.as_str()), (expected.is_empty(), ""), "{what}");
    }
}

#[test]
fn drafts_and_the_agenda_are_named_only_for_addresses_that_no_note_has() {
    let me = "[me]\nname = \"Alex\"\nemail = \"alex@morgan.io\"\n";
    let folder = published(&[("a.md", EXPOSED), ("journal.toml", me)]);
    folder.build(TODAY);
    let draft = "a.recruiter-thanks.draft.md";
    assert!(folder.read(draft).contains("sam@acme.io"));
    assert_eq!(exposed(&folder, ""), ["a.md:4:21 1"]);
    folder.write("FOLLOWUPS.md", folder.read("FOLLOWUPS.md") + "\nask kim@acme.io\n");
    assert_eq!(exposed_paths(&folder, ""), ["FOLLOWUPS.md", "a.md"]);
    // Its note is kept out of the repository, but it isn't.
    folder.write(".gitignore", "a.md\nFOLLOWUPS.md\n");
    let copy = draft.replace("a.", "b.");
    folder.write(&copy, folder.read(draft));

    assert_eq!(exposed(&folder, ""), [format!("{draft}:3:14 1"), format!("{copy}:3:14 1")]);
}

#[test]
fn where_git_can_not_look_it_is_said() {
    let published = published(&[("a.md", EXPOSED)]);
    let broken = journal(&[("a.md", EXPOSED), (".git", "gitdir: nowhere")]);
    let none = journal(&[("a.md", EXPOSED)]);
    let empty = Folder::new();
    let no_git = [("PATH", empty.path().to_str().unwrap())];
    let other_owner = [("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")];
    let cases = [
        // the journal | the variables of the environment | the end of the message
        (&none, &[][..], "the journal isn't in a git repository, so git publishes nothing of it\n"),
        (&published, &no_git, "there is no `git` program; install it\n"),
        (
            &published,
            &other_owner,
            "the repository belongs to somebody else, and git doesn't trust it (see safe.directory in its manual)\n",
        ),
        (&broken, &[], "/nowhere\n"),
    ];
    for (folder, variables, end) in cases {
        let ran = check_privacy_with(folder, "", variables);
        assert_eq!((ran.code, ran.stdout.as_str()), (0, "no problems found\n"), "{ran:?}");
        assert!(ran.stderr.ends_with(end), "{ran:?}");
        let ran = check_privacy_with(folder, "-q", variables);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
    }
    // Trust is given by a setting, wherever it comes from.
    let trusted = [
        ("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"),
        ("GIT_CONFIG_COUNT", "1"),
        ("GIT_CONFIG_KEY_0", "safe.directory"),
        ("GIT_CONFIG_VALUE_0", "*"),
    ];
    assert!(check_privacy_with(&published, "", &trusted).stdout.ends_with("1 warning\n"));
}

#[test]
fn a_part_a_work_tree_and_a_repository_within_have_their_own_remotes() {
    let folder =
        journal(&[("top/jobs/a.md", EXPOSED), ("other/b.md", &EXPOSED.replace("Acme", "Other"))]);
    for name in ["top", "other"] {
        folder.git(name, &["init", "-q"]);
        folder.git(name, &["add", "-A"]);
        folder.git(name, &["commit", "-qm", "x"]);
    }
    folder.git("top", &["submodule", "--quiet", "add", "../other", "jobs/mod"]);
    folder.git("top", &["remote", "add", "origin", GITHUB]);
    folder.git("top", &["worktree", "add", "-q", "../tree"]);
    for part in ["top/jobs", "tree/jobs"] {
        assert_eq!(exposed_paths(&folder, &format!("-C {part}")), ["a.md"], "{part}");
    }
    // The outer repository's remotes and ignored files don't matter.
    folder.git("top/jobs/mod", &["remote", "set-url", "origin", GITHUB]);
    folder.git("top", &["remote", "remove", "origin"]);
    folder.git("other", &["clone", "-q", ".", "../top/jobs/ignored"]);
    folder.git("top/jobs/ignored", &["remote", "add", "mirror", GITHUB]);
    folder.write("top/jobs/.gitignore", "ignored\n");
    folder.remove("top/jobs/a.md");
    folder.edit("top/jobs/mod/b.md", "Other", "Bolt");
    assert_eq!(exposed_paths(&folder, "-C top/jobs"), ["ignored/b.md", "mod/b.md"]);
    assert_eq!(exposed_paths(&folder, "-C top/jobs mod"), ["mod/b.md"]);
    assert_eq!(exposed_paths(&folder, "-C top/jobs/mod"), ["b.md"]);
    folder.write("top/jobs/mod/.git", "gitdir: nowhere\n");
    let ran = check_privacy(&folder, "-C top/jobs");
    let start = "warning: mod was not checked for privacy: git can't tell: not a git repository: ";
    assert!(ran.stderr.starts_with(start) && ran.stdout.ends_with("1 warning\n"), "{ran:?}");
}

#[test]
fn a_hook_gets_the_same_answer_as_anybody() {
    let folder = published(&[("jobs/a.md", EXPOSED), ("jobs/b.md", BAD), ("x.md", EXPOSED)]);
    let program = env!("CARGO_BIN_EXE_journal");
    let line =
        format!("'{program}' -C jobs check --privacy --format github --today {TODAY} > out 2>&1");
    folder.write(".git/hooks/pre-commit", format!("#!/bin/sh\nenv > env\n{line}\ntrue\n"));
    let hook = folder.at(".git/hooks/pre-commit");
    fs::set_permissions(&hook, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    folder.git("", &["add", "-A"]);
    let expected = check_privacy(&folder, "-C jobs --format github");
    assert!(expected.stdout.contains("::warning file=jobs/a.md,"), "{expected:?}");
    folder.git("", &["commit", "-qm", "all"]);
    assert!(folder.read("env").contains("GIT_INDEX_FILE="), "{}", folder.read("env"));
    assert_eq!(folder.read("out"), expected.stdout);
    folder.edit("jobs/b.md", "Acme", "Bolt");
    folder.git("", &["commit", "-qm", "a part", "jobs/b.md"]);
    assert_eq!(folder.read("out"), expected.stdout);
}

// init

const LOOKS_PUBLIC: &str = "\
warning: notes hold people's addresses, and this repository looks public: origin (github.com)
make sure that it is private, or keep the notes out of it; `journal check --privacy` names those with addresses
";

#[test]
fn init_warns_once_of_a_remote_that_looks_public() {
    let init = |folder: &Folder, line: &str| {
        let ran = folder.run_on(TODAY, &format!("init {line}"));
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.stderr
    };
    for (what, files, line) in [
        ("a new one", &[][..], ""),
        ("in a part of a repository", &[], "jobs"),
        ("with notes", &[("a.md", EXPOSED)], ""),
    ] {
        let folder = published(files);
        assert!(init(&folder, line).contains(LOOKS_PUBLIC), "{what}");
        assert!(!init(&folder, line).contains("public"), "{what}, run again");
        assert_eq!(init(&published(files), &format!("-q {line}")), "", "{what}");
    }
    let folder = Folder::new();
    folder.git("", &["init", "-q"]);
    folder.git("", &["remote", "add", "origin", "git@git.home.example:me/jobs.git"]);
    assert!(!init(&folder, "").contains("public"));
    assert!(!init(&Folder::new(), "").contains("public"));
}
