//! Notes that nobody meant well: they are named or passed over, stay data, and never stop the good ones.

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::io::{Read, Seek};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;
use std::time::{Duration, Instant};

use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use crate::support::{Folder, Ran, Random};

const GOOD: &str = "\
---
company: Good Company
date: 2026-03-02
role: Dev
interviewers: [Jane Doe <jane@good.example>]
decision_window: 1 week
---
";

const TODAY: &str = "2026-03-03";
const TIME_LIMIT: Duration = Duration::from_secs(20);
const MEMORY_LIMIT_KIB: u32 = 1_500_000;

/// Builds within bounds of time and memory. The good note must count, and nothing may be left to do.
fn build(folder: &Folder) -> Ran {
    folder.write("good.md", GOOD);
    let ran = bounded(folder, &["build", "-v", "--today", TODAY]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
    assert!(folder.has("good.thank-you.jane-doe.draft.md"), "{}", ran.stderr);
    assert!(folder.read("FOLLOWUPS.md").contains("Good Company"));
    let again = bounded(folder, &["build", "--check", "--today", TODAY]);
    assert_eq!((again.code, again.stdout.as_str()), (0, ""), "{}", again.stderr);
    ran
}

fn bounded(folder: &Folder, arguments: &[&str]) -> Ran {
    let (stdout, stderr) = (tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap());
    let mut child = Command::new("/bin/sh")
        .arg("-c")
        .arg(format!("ulimit -v {MEMORY_LIMIT_KIB}; exec \"$0\" \"$@\""))
        .arg(env!("CARGO_BIN_EXE_journal"))
        .args(arguments)
        .current_dir(folder.path())
        .env_clear()
        .stdout(stdout.try_clone().unwrap())
        .stderr(stderr.try_clone().unwrap())
        .spawn()
        .unwrap();
    let start = Instant::now();
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if start.elapsed() > TIME_LIMIT => {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("still running after {TIME_LIMIT:?}: {arguments:?}");
            }
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    let text = |mut file: File| {
        let mut text = String::new();
        file.rewind().unwrap();
        file.read_to_string(&mut text).unwrap();
        text
    };
    Ran { code: status.code().unwrap_or(-1), stdout: text(stdout), stderr: text(stderr) }
}

/// What is reported, as `code path:line:column`.
fn problems(folder: &Folder) -> Vec<String> {
    let of = |problem: &Value| {
        let place = match (&problem["line"], &problem["column"]) {
            (Value::Null, _) => String::new(),
            (line, column) => format!(":{line}:{column}"),
        };
        let [code, path] = ["code", "path"].map(|key| problem[key].as_str().unwrap());
        format!("{code} {path}{place}")
    };
    folder.agenda(TODAY)["problems"].as_array().unwrap().iter().map(of).collect()
}

/// Builds with one bad file and says what is reported of it.
fn reported(text: impl AsRef<[u8]>) -> Vec<String> {
    let folder = Folder::new();
    folder.write("x.md", text);
    build(&folder);
    problems(&folder)
}

fn note(lines: &str) -> String {
    format!("---\ncompany: Acme\ndate: 2026-03-02\n{lines}\n---\n")
}

/// Whether a text holds nothing that moves a cursor, reorders or hides.
fn is_clean(text: &str) -> bool {
    !text.chars().any(|c| {
        (c.is_control() && c != '\n')
            || matches!(
                c,
                '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
            )
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    })
}

// Front matter

#[test]
fn bad_front_matter_is_named_at_its_place() {
    let cases: &[(&str, &[&str])] = &[
        ("---\ncompany: [A\n---\n", &["invalid-yaml x.md:2:10"]),
        ("---\ncompany: A: B\n---\n", &["invalid-yaml x.md:2:11"]),
        ("---\ncompany: A\nx:\n\ty: 1\n---\n", &["invalid-yaml x.md:4:2"]),
        ("---\ncompany: \"A\n---\n", &["invalid-yaml x.md:2:10"]),
        ("---\ncompany: A\n  date: 2026-03-02\n---\n", &["invalid-yaml x.md:3:7"]),
        ("---\ncompany: A\n", &["unclosed-front-matter x.md:1:1"]),
        ("---\ncompany: A", &["unclosed-front-matter x.md:1:1"]),
        ("\n\n---\ncompany: A\n", &["unclosed-front-matter x.md:3:1"]),
        ("---\ncompany:\n---\n", &["missing-company x.md:2:1"]),
        ("---\ncompany: \"\\u200b\"\n---\n", &["missing-company x.md:2:1"]),
        ("---\ncompany: A\u{0}B\n---\n", &["invalid-yaml x.md:2:11"]),
        ("---\ncompany: A\ncompany: B\ndate: 2026-03-02\n---\n", &["duplicate-key x.md:3:1"]),
        ("---\ncompany: A\ndate: 2026-03-02\nDate: 2026-03-03\n---\n", &["duplicate-key x.md:4:1"]),
        ("---\ncompany: A\ndate: 2026-02-30\n---\n", &["invalid-date x.md:3:7"]),
        ("---\ncompany: A\ndate: 02/03/2026\n---\n", &["ambiguous-date x.md:3:7"]),
        ("---\ncompany: A\ndate: 0000-00-00\n---\n", &["invalid-date x.md:3:7"]),
        ("---\ncompany: A\ndate: 99999-01-01\n---\n", &["invalid-date x.md:3:7"]),
        ("---\ncompany: &a A\ndate: *a\n---\n", &["unsupported-yaml x.md:3:7"]),
        ("---\ncompany: A\ndate: 2026-03-02\n<<: {role: x}\n---\n", &["unsupported-yaml x.md:4:1"]),
        ("---\ncompany: !!binary QQ==\n---\n", &["unsupported-yaml x.md:2:10"]),
        ("---\ncompany: !custom A\n---\n", &["unsupported-yaml x.md:2:10"]),
        ("\u{feff}---\ncompany: A\ndate: never\n---\n", &["invalid-date x.md:3:7"]),
    ];
    let found: Vec<_> = cases.iter().map(|(text, _)| (*text, reported(text))).collect();
    let expected: Vec<_> = cases
        .iter()
        .map(|(text, problems)| (*text, problems.iter().map(|p| (*p).to_owned()).collect()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn places_are_right_in_a_note_with_crlf() {
    let text = note(&format!("{}decide_by: never", "x: y\n".repeat(20)));
    assert_eq!(reported(&text), ["invalid-date x.md:24:12"]);
    assert_eq!(reported(text.replace('\n', "\r\n")), ["invalid-date x.md:24:12"]);
}

#[test]
fn what_is_no_note_passes_in_silence() {
    let cases = [
        "",
        "\n",
        "---",
        "---\n",
        "---\n---\n",
        "# Just a text\n",
        "---\n\nA text after a thematic break.\n\n---\n\nAnd more: much more.\n",
        "---\ntitle: A post\ntags: [a, b]\n---\n",
        "---\n- a\n- list\n---\n",
        "---\nrole: [\n---\n",
        "text\n---\ncompany: A\n---\n",
        "\0\0\0",
    ];
    for text in cases {
        assert_eq!(reported(text), [""; 0], "{text:?}");
    }
}

#[test]
fn good_notes_in_unusual_clothes_count() {
    let plain = note("role: Dev\ninterviewers: [Kim Soto <kim@acme.example>]");
    let tagged = plain.replace("Acme", "!!str Acme").replace("Dev", "&anchor Dev");
    let cases = [
        ("byte-order mark", format!("\u{feff}{plain}")),
        ("CRLF", plain.replace('\n', "\r\n")),
        ("blank lines before", format!("\n \n{plain}")),
        ("blanks behind the fences", plain.replace("---\n", "--- \t\n")),
        ("dots at the end", plain.replace("]\n---", "]\n...")),
        ("anchors and tags", tagged),
        ("keys in capitals", plain.replace("company", "Company").replace("role", "ROLE")),
        ("quoted keys", plain.replace("company", "\"company\"")),
        ("JSON", "---\n{\"company\": \"Acme\", \"date\": \"2026-03-02\", \"interviewers\": [\"Kim Soto <kim@acme.example>\"]}\n---\n".into()),
        ("a lone carriage return", plain.replace("Dev\n", "Dev\r\n")),
        ("aliases in fields of the user's", plain.replace("role: Dev", "x: &x 1\ny: [*x, *z]")),
    ];
    for (what, text) in cases {
        let folder = Folder::with(&[("x.md", &text)]);
        build(&folder);
        assert_eq!(problems(&folder), [""; 0], "{what}");
        assert!(folder.has("x.thank-you.kim-soto.draft.md"), "{what}");
    }
}

#[test]
fn each_field_of_a_wrong_type_is_named_and_the_rest_of_its_note_counts() {
    const MAP: &str = "{x: [1]}";
    let cases = [
        ("role", MAP),
        ("round", MAP),
        ("interviewers", MAP),
        ("interviewers", "[[a, b]]"),
        ("interviewers", "12"),
        ("interviewers", "[{name: [x, y]}]"),
        ("interviewers", "[{name: Kim, email: [x, y]}]"),
        ("also_met", MAP),
        ("recruiter", MAP),
        ("recruiter", "[a, b]"),
        ("decision_window", MAP),
        ("updates", "soon"),
        ("updates", "[{decision_window: 1 week}]"),
        ("updates", "[{date: [x], decision_window: 1 week}]"),
        ("updates", "[{date: 2026-03-03, decision_window: [x]}]"),
        ("outcome", "[x]\noutcome_date: 2026-03-03"),
        ("outcome_date", MAP),
        ("contact", MAP),
        ("decide_by", MAP),
        ("thread", MAP),
        ("internal", MAP),
        ("internal", "perhaps"),
        ("manager", MAP),
        ("still_interested", MAP),
        ("followups", "done"),
        ("followups", "{[a]: done 2026-03-03}"),
    ];
    for (field, value) in cases {
        let folder = Folder::new();
        let kim = if field == "interviewers" { "" } else { "interviewers: [Kim <kim@a.example>]" };
        folder.write("x.md", note(&format!("{field}: {value}\n{kim}")));
        build(&folder);
        let problems = problems(&folder);
        assert_eq!(problems.len(), 1, "{field}: {value}: {problems:?}");
        assert!(problems[0].starts_with("wrong-type x.md:4:"), "{field}: {value}: {problems:?}");
        assert!(folder.read("FOLLOWUPS.md").contains("Acme"), "{field}: {value}");
    }
    for (field, line) in [("company", 2), ("date", 3)] {
        let text = note("").replace(&format!("{field}: "), &format!("{field}: [a, b] # "));
        let column = field.len() + 3;
        assert_eq!(reported(text), [format!("wrong-type x.md:{line}:{column}")]);
    }
}

// Bytes

#[test]
fn what_is_no_utf8_is_named_if_it_looks_like_a_note() {
    let utf16 = |mark: u16, swap: bool| -> Vec<u8> {
        let units = std::iter::once(mark).chain(GOOD.encode_utf16());
        units.flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    assert_eq!(reported(b"---\ncompany: Caf\xe9\n---\n"), ["not-utf8 x.md"]);
    assert_eq!(reported(b"\xef\xbb\xbf---\ncompany: Caf\xe9\n---\n"), ["not-utf8 x.md"]);
    assert_eq!(reported(utf16(0xfeff, false)), ["not-utf8 x.md"]);
    assert_eq!(reported(utf16(0xfeff, true)), ["not-utf8 x.md"]);
    assert_eq!(reported(b"Caf\xe9, a text of no concern"), [""; 0]);
    assert_eq!(reported([0x89, b'P', b'N', b'G', 0xff, 0]), [""; 0]);
}

#[test]
fn a_huge_file_is_named_if_it_starts_like_a_note_and_passed_over_otherwise() {
    for (start, expected) in [("---\ncompany: A\n---\n", &["too-large x.md"][..]), ("text\n", &[])]
    {
        let folder = Folder::new();
        folder.write("x.md", start);
        // Mostly a hole: as long as 50 MiB, without the wait.
        File::options().append(true).open(folder.at("x.md")).unwrap().set_len(50 << 20).unwrap();
        build(&folder);
        assert_eq!(problems(&folder), expected);
    }
}

#[test]
fn deep_nesting_and_long_repetition_cost_little() {
    let block: String = (0..3000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let bomb: String = (0..50)
        .map(|at| format!("a{}: &a{} [{}]\n", at + 1, at + 1, format!("*a{at}, ").repeat(9)))
        .collect();
    let body = |text: String| note("role: Dev") + "\n## Learned\n\n" + &text;
    let cases = [
        ("flow lists", note(&format!("x: {}", "[".repeat(10_000))), "invalid-yaml"),
        ("flow maps", note(&format!("x: {}", "{a: ".repeat(10_000))), "invalid-yaml"),
        ("block lists", note(&format!("x:\n  {}", "- ".repeat(10_000))), "invalid-yaml"),
        ("block maps", format!("---\ncompany: A\nx:\n{block}---\n"), "invalid-yaml"),
        ("aliases", note(&format!("a0: &a0 x\n{bomb}role: *a50")), "unsupported-yaml"),
        ("a key without end", note(&"k".repeat(1 << 20)), "invalid-yaml"),
        ("quotes", body("> ".repeat(100_000)), ""),
        ("brackets", body("[".repeat(200_000)), ""),
        ("emphasis", body("*a _b ".repeat(50_000)), ""),
        ("code spans", body((0..1000).map(|n| "`".repeat(n) + " ").collect()), ""),
        ("links", body("[a](".repeat(50_000)), ""),
        ("tags", body("<a ".repeat(100_000)), ""),
        ("headings", body("## Learned\n\nx\n\n".repeat(20_000)), ""),
        ("keys", note(&(0..50_000).map(|n| format!("k{n}: v\n")).collect::<String>()), ""),
        ("dashes", "---\n".repeat(100_000), ""),
    ];
    for (what, text, code) in cases {
        let found = reported(text);
        match code {
            "" => assert_eq!(found, [""; 0], "{what}"),
            code => assert!(found.len() == 1 && found[0].starts_with(code), "{what}: {found:?}"),
        }
    }
}

#[test]
fn many_problems_in_one_note_cost_little() {
    let start = Instant::now();
    let folder = Folder::new();
    folder.write("x.md", note(&"role: x\n".repeat(50_000)));
    build(&folder);
    let records: String = (0..50_000).map(|n| format!("  a/{n}: bad\n")).collect();
    folder.write("x.md", note(&format!("followups:\n{records}")));
    build(&folder);
    assert!(start.elapsed() < TIME_LIMIT, "{:?}", start.elapsed());
}

#[test]
fn a_long_field_makes_no_agenda_that_cannot_be_read() {
    let people: String = (0..50).map(|n| format!("  - Kim{n} Soto <k{n}@a.example>\n")).collect();
    let role = "x".repeat(200_000);
    let folder = Folder::new();
    folder.write("x.md", note(&format!("role: {role}\ninterviewers:\n{people}")));
    build(&folder);
}

// What is no file

#[test]
fn folders_links_and_pipes_named_like_notes_are_passed_over() {
    let outer = Folder::with(&[("outside.md", &GOOD.replace("Good", "Outside"))]);
    let folder = Folder::with(&[("folder.md/inner.md", &GOOD.replace("Good", "Inner"))]);
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    mknodat(CWD, folder.at("pipe.md"), FileType::Fifo, Mode::from_raw_mode(0o644), 0).unwrap();
    symlink("nowhere.md", folder.at("dangling.md")).unwrap();
    symlink("self.md", folder.at("self.md")).unwrap();
    symlink("good.md", folder.at("inside.md")).unwrap();
    symlink(outer.at("outside.md"), folder.at("outside.md")).unwrap();
    symlink("/dev/zero", folder.at("endless.md")).unwrap();
    symlink("..", folder.at("up")).unwrap();
    symlink(".", folder.at("here")).unwrap();
    let ran = build(&folder);
    assert_eq!(problems(&folder), [""; 0]);
    let page = folder.read("FOLLOWUPS.md");
    assert!(!page.contains("Outside") && !page.contains("inside.md"), "{page}");
    for path in ["pipe.md", "dangling.md", "self.md", "inside.md", "outside.md", "endless.md"] {
        assert!(ran.stderr.contains(&format!("passed over: {path} (a ")), "{}", ran.stderr);
        assert!(folder.at(path).symlink_metadata().is_ok());
    }
}

#[test]
fn special_files_never_block_a_configuration_or_template() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let folder = Folder::new();
    let pipe = |path: &str| {
        let mode = Mode::from_raw_mode(0o644);
        mknodat(CWD, folder.at(path), FileType::Fifo, mode, 0).unwrap();
    };
    fs::create_dir(folder.at("templates")).unwrap();
    pipe("templates/thank-you.md.j2");
    build(&folder);
    assert_eq!(problems(&folder), ["unreadable-file templates/thank-you.md.j2"]);
    pipe("journal.toml");
    assert_eq!(bounded(&folder, &["build", "--today", TODAY]).code, 2);
}

#[test]
fn unreadable_files_and_folders_are_named() {
    let folder = Folder::with(&[("x.md", GOOD), ("sub/y.md", GOOD)]);
    let mode = |path: &str, mode| {
        fs::set_permissions(folder.at(path), Permissions::from_mode(mode)).unwrap();
    };
    mode("x.md", 0);
    mode("sub", 0);
    if fs::read(folder.at("x.md")).is_err() {
        build(&folder);
        assert_eq!(problems(&folder), ["unreadable-file sub", "unreadable-file x.md"]);
    }
    mode("sub", 0o755);
}

#[test]
fn editors_leftovers_and_hidden_files_are_not_looked_at() {
    let note = GOOD.replace("Good", "Hidden");
    let folder = Folder::new();
    for path in [
        "x.md~",
        ".x.md.swp",
        "4913",
        "#x.md#",
        "x.md___jb_tmp___",
        ".syncthing.x.md.tmp",
        ".goutputstream-ABCDEF",
        ".hidden.md",
        ".git/x.md",
        ".obsidian/sub/x.md",
    ] {
        folder.write(path, &note);
    }
    symlink("user@host.1234:567", folder.at(".#x.md")).unwrap();
    let ran = build(&folder);
    assert_eq!(problems(&folder), [""; 0]);
    assert!(!ran.stderr.contains("passed over"), "{}", ran.stderr);
    assert!(!folder.read("FOLLOWUPS.md").contains("Hidden"));
}

#[test]
fn conflict_copies_are_named_and_count_as_no_interview() {
    let names = [
        "x (Jane's conflicted copy 2026-03-02).md",
        "x.sync-conflict-20260302-101112-ABCDEFG.md",
        "x (Case Conflict).md",
    ];
    let folder = Folder::new();
    for name in names {
        folder.write(name, GOOD.replace("Good", "Copied"));
    }
    build(&folder);
    assert_eq!(problems(&folder).len(), names.len());
    assert!(problems(&folder).iter().all(|problem| problem.starts_with("conflict-copy ")));
    assert_eq!(folder.drafts().len(), 2, "{:?}", folder.drafts());
}

// Names

const NAMES: [&str; 21] = [
    "with space.md",
    "[brackets](x).md",
    "(parens)).md",
    "<angles>.md",
    "#hash #L3.md",
    "100%.md",
    "%41%2f.md",
    "a-->b.md",
    "--!>.md",
    "-dash.md",
    "--help.md",
    "quo'te\".md",
    "emoji 👩\u{200d}💻.md",
    "ünï 東京.md",
    "a&amp;b.md",
    "what?.md",
    "back\\slash.md",
    "c:d.md",
    "*_`~.md",
    "a|b.md",
    "folder [x] #1/x.md",
];

/// The files that a page links to, percent-decoded, without their line anchors.
fn links(page: &str) -> Vec<String> {
    let parser = Parser::new_ext(page, Options::ENABLE_TABLES);
    let of = |event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            let path = dest_url.split('#').next().unwrap();
            Some(percent_decode_str(path).decode_utf8().unwrap().into_owned())
        }
        _ => None,
    };
    parser.filter_map(of).collect()
}

#[test]
fn links_lead_to_their_files_whatever_their_names() {
    for name in NAMES {
        // The window is a problem with a link of its own.
        let folder = Folder::new();
        folder.write(name, GOOD.replace("1 week", "soonish").replace("Good", "Odd"));
        build(&folder);
        let page = folder.read("FOLLOWUPS.md");
        let links = links(&page);
        assert!(links.iter().filter(|link| *link == name).count() >= 3, "{name}: {page}");
        for link in links {
            assert!(folder.at(&link).is_file(), "{name}: no file {link:?}\n{page}");
        }
        let stem = name.strip_suffix(".md").unwrap();
        assert!(folder.has(&format!("{stem}.thank-you.jane-doe.draft.md")), "{name}");
        let plain = "plain.md";
        let usual = Folder::with(&[(plain, &folder.read(name))]);
        build(&usual);
        assert_eq!(skeleton(&page), skeleton(&usual.read("FOLLOWUPS.md")), "{name}");
    }
}

#[test]
fn links_of_problems_lead_to_their_files_whatever_the_spaces() {
    for name in
        [" lead and trail .md", "two  spaces.md", "no-break\u{a0}space.md", "wide\u{3000}space.md"]
    {
        let folder = Folder::new();
        folder.write(name, GOOD.replace("1 week", "soonish"));
        build(&folder);
        for link in links(&folder.read("FOLLOWUPS.md")) {
            assert!(folder.at(&link).is_file(), "{name:?}: no file {link:?}");
        }
    }
}

#[test]
fn names_that_can_stand_nowhere_are_named_clean() {
    for name in [
        &b"line\nbreak.md"[..],
        b"\x1b[31mred.md",
        b"bell\x07.md",
        b"latin1 \xe9.md",
        "rtl \u{202e}dm.md".as_bytes(),
        "c1 \u{9b}31m.md".as_bytes(),
        "zero\u{200b}width.md".as_bytes(),
        "separator\u{2028}.md".as_bytes(),
    ] {
        let folder = Folder::new();
        fs::write(folder.path().join(OsStr::from_bytes(name)), GOOD).unwrap();
        let ran = build(&folder);
        let problems = problems(&folder);
        assert!(
            matches!(&problems[..], [one] if one.starts_with("unusable-name ")),
            "{problems:?}"
        );
        assert!(is_clean(&ran.stderr) && is_clean(&folder.read("FOLLOWUPS.md")), "{ran:?}");
        assert_eq!(folder.drafts().len(), 2, "{:?}", folder.drafts());
    }
}

#[test]
fn a_file_with_an_unusable_name_has_no_dead_link() {
    let folder = Folder::new();
    folder.write("line\nbreak.md", GOOD);
    build(&folder);
    for link in links(&folder.read("FOLLOWUPS.md")) {
        assert!(folder.at(&link).is_file(), "no file {link:?}");
    }
}

#[test]
fn hidden_names_are_not_looked_at_whatever_they_hold() {
    let folder = Folder::new();
    fs::write(folder.path().join(OsStr::from_bytes(b".caf\xe9.md")), GOOD).unwrap();
    fs::create_dir(folder.path().join(OsStr::from_bytes(b".caf\xe9"))).unwrap();
    build(&folder);
    assert_eq!(problems(&folder), [""; 0]);
}

#[test]
fn the_longest_names_are_named() {
    let folder = Folder::new();
    let name = format!("{}.md", "n".repeat(252));
    folder.write(&name, GOOD.replace("Good Company", "Long Company"));
    build(&folder);
    assert_eq!(problems(&folder), [format!("name-too-long {name}")]);
}

// What notes say

const VALUES: [&str; 34] = [
    "../../x",
    "/etc/passwd",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# x #}",
    "](javascript:alert(1))",
    "[x](javascript:alert(1))",
    "[x][y]",
    "[x]: http://evil.example",
    "![x](http://evil.example/x.png)",
    "<script>alert(1)</script>",
    "<http://evil.example>",
    "https://evil.example www.evil.example",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden",
    "--> shown",
    "a|b",
    "a\\|b",
    "a\\",
    "`code` ``",
    "**bold** _it_ ~~no~~ ==mark== $x$ ^sup^",
    "## Your own notes",
    "- [x] done",
    "line\nbreak\r\nplus\u{2028}more\u{85}",
    "a\u{202e}b\u{2066}c\u{200b}d",
    "\u{1b}[31mred\u{1b}]8;;http://evil.example\u{7}",
    "\u{9b}31m",
    "=cmd()",
    "+1",
    "@SUM(A1)",
    "#tag &copy; &#60;b&#62;",
    "a [[x]] b ![[y]]",
    "[^1] %%hidden%% :smile:",
    "\u{0}nul",
];

/// A note with a value in every field that holds words.
fn note_saying(value: &str) -> String {
    let value = serde_json::to_string(value).unwrap().replace('\u{85}', "\\u0085");
    let value = value.replace('\u{9b}', "\\u009b");
    format!(
        "---\ncompany: {value}\ndate: 2026-03-02\nrole: {value}\nround: {value}\nthread: {value}\n\
         interviewers: [{{name: Kim Soto, email: kim@a.example, title: {value}}}]\n\
         recruiter: {{name: Sam Lee, email: sam@a.example, agency: {value}}}\n\
         decision_window: 1 week\n---\n"
    )
}

/// A page's structure: its tags in order, without words and destinations. Only comments may stand as HTML.
fn skeleton(page: &str) -> Vec<String> {
    // What GitHub, VS Code and Obsidian know.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS;
    let of = |event| match event {
        Event::Start(Tag::Link { .. }) => Some("Link".to_owned()),
        Event::Start(tag) => Some(format!("{tag:?}")),
        Event::End(tag) => Some(format!("{tag:?}")),
        Event::Html(html) | Event::InlineHtml(html) => {
            let html = html.trim();
            let inner = html.strip_prefix("<!-- ").and_then(|html| html.strip_suffix(" -->"));
            assert!(inner.is_some_and(|inner| !inner.contains("-->")), "{html}");
            Some("comment".to_owned())
        }
        Event::Text(_) | Event::SoftBreak => None,
        event => Some(format!("{event:?}")),
    };
    Parser::new_ext(page, options).filter_map(of).collect()
}

/// The events of a draft's text that would be more than text to a reader of Markdown.
fn active(draft: &str) -> Vec<String> {
    let body = draft.splitn(3, "---\n").nth(2).unwrap();
    let is_active = |event: &Event<'_>| {
        matches!(
            event,
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
                | Event::Html(_)
                | Event::InlineHtml(_)
        )
    };
    let events = Parser::new_ext(body, Options::ENABLE_TABLES).filter(is_active);
    events.map(|event| format!("{event:?}")).collect()
}

#[test]
fn what_a_note_says_stays_text_in_the_agenda() {
    let plain = Folder::with(&[("x.md", &note_saying("Plain"))]);
    build(&plain);
    let expected = skeleton(&plain.read("FOLLOWUPS.md"));
    for value in VALUES {
        let folder = Folder::with(&[("x.md", &note_saying(value))]);
        build(&folder);
        let page = folder.read("FOLLOWUPS.md");
        assert_eq!(problems(&folder), [""; 0], "{value:?}");
        assert_eq!(skeleton(&page), expected, "{value:?}: {page}");
        for link in links(&page) {
            assert!(folder.at(&link).is_file(), "{value:?}: {link}");
        }
        let rows = page.lines().filter(|line| line.starts_with('|') && line.contains("x.md"));
        for row in rows {
            let plain = row.replace("\\\\", "").replace("\\|", "");
            assert_eq!(plain.matches('|').count(), 6, "{value:?}: {row}");
        }
        assert!(is_clean(&page), "{value:?}: {page}");
        assert_eq!(folder.files(), plain.files(), "{value:?}");
    }
}

#[test]
fn what_a_note_says_stays_text_in_the_drafts() {
    for value in VALUES {
        let folder = Folder::with(&[("x.md", &note_saying(value))]);
        folder
            .write("x.md", note_saying(value) + "\n## Learned\n\n- A " + &value.replace('\n', " "));
        build(&folder);
        for path in folder.drafts() {
            let draft = folder.read(&path);
            let head = draft.split("---\n").nth(1).unwrap();
            for line in head.lines() {
                let key = line.split(':').next().unwrap();
                let keys = ["followup", "to", "subject", "in-reply-to", "due", "generated"];
                assert!(keys.contains(&key), "{value:?}: {draft}");
            }
            assert_eq!(active(&draft), [""; 0], "{value:?}: {draft}");
            assert!(is_clean(&draft), "{value:?}: {draft}");
            assert!(!draft.contains(" 49"), "{value:?}: {draft}");
        }
    }
}

#[test]
fn a_backslash_arms_no_tag_in_a_draft() {
    let folder = Folder::with(&[("x.md", &note_saying("\\<script>alert(1)</script>"))]);
    build(&folder);
    for path in folder.drafts() {
        let draft = folder.read(&path);
        assert_eq!(active(&draft), [""; 0], "{draft}");
    }
}

#[test]
fn what_a_note_says_is_clean_on_the_terminal_and_in_data() {
    for value in VALUES {
        let folder = Folder::with(&[("x.md", &note_saying(value))]);
        let run = |format: &str| {
            let ran = folder.journal(&["agenda", "--all", "--format", format, "--today", TODAY]);
            assert_eq!(ran.code, 0, "{value:?}: {}", ran.stderr);
            assert!(is_clean(&ran.stdout), "{value:?}: {:?}", ran.stdout);
            ran.stdout
        };
        let text = run("text");
        assert!(text.lines().all(|line| !line.starts_with("break")), "{text}");
        let data: Value = serde_json::from_str(&run("json")).unwrap();
        let company = data["waiting"][0]["company"].as_str().unwrap().to_owned();
        assert!(is_clean(&company) && !company.contains('\n'), "{company:?}");
        let table = run("csv");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        for row in reader.records() {
            let row = row.unwrap();
            assert_eq!(row.len(), 18, "{value:?}");
            assert!(!row.iter().any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
        }
        let shown = folder.journal(&["--color", "always", "build", "--diff", "--today", TODAY]);
        let escapes = ["\u{1b}[32m", "\u{1b}[31m", "\u{1b}[36m", "\u{1b}[0m"];
        let plain = escapes.iter().fold(shown.stdout, |text, escape| text.replace(escape, ""));
        assert!(is_clean(&plain), "{value:?}: {plain:?}");
    }
}

#[test]
fn the_line_shown_with_a_problem_is_clean() {
    for c in ["\u{9b}31m", "\u{202e}", "\u{200b}", "\u{200e}", "\u{61c}", "\u{2028}", "\u{feff}"] {
        let folder = Folder::new();
        folder.write("x.md", note(&format!("outcome_date: never {c} ever")));
        let ran = folder.journal(&["--color", "never", "build", "--today", TODAY]);
        assert!(ran.stderr.contains("x.md:4"), "{}", ran.stderr);
        assert!(is_clean(&ran.stderr), "{:?}", ran.stderr);
    }
}

#[test]
fn tasks_and_problems_stay_text_too() {
    for value in VALUES {
        let folder = Folder::new();
        let line = value.replace(['\n', '\r', '\0'], " ");
        let quoted = serde_json::to_string(value).unwrap().replace(['\u{85}', '\u{9b}'], "");
        let text = note(&format!("outcome_date: [{quoted}]\ndecide_by: {quoted}"));
        folder.write("x.md", format!("{text}\n- [ ] do {line}\n"));
        build(&folder);
        let page = folder.read("FOLLOWUPS.md");
        for link in links(&page) {
            assert!(folder.at(&link).is_file(), "{value:?}: {link}\n{page}");
        }
        assert!(!skeleton(&page).iter().any(|tag| tag.starts_with("Image")), "{value:?}: {page}");
        assert!(is_clean(&page), "{value:?}: {page:?}");
    }
}

#[test]
fn a_task_that_starts_like_a_list_stays_one_line() {
    let with_task = |task: &str| {
        let folder = Folder::new();
        folder.write("x.md", note("role: Dev") + "\n- [ ] " + task + "\n");
        build(&folder);
        skeleton(&folder.read("FOLLOWUPS.md"))
    };
    for task in ["1. call", "- call", "+ call", "2) call"] {
        assert_eq!(with_task(task), with_task("call"), "{task}");
    }
}

#[test]
fn names_become_parts_of_paths_through_slugs_alone() {
    for name in VALUES {
        let name = name.replace(['/', ';', '&', '+', ',', '@'], " ");
        let quoted = serde_json::to_string(&format!("Z{name}")).unwrap();
        let quoted = quoted.replace('\u{85}', "\\u0085").replace('\u{9b}', "\\u009b");
        let outer = Folder::with(&[("j/good.md", GOOD)]);
        outer.write(
            "j/x.md",
            note(&format!("interviewers: [{{name: {quoted}, email: z@a.example}}]")),
        );
        let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
        command.args(["build", "-q", "--today", TODAY]).current_dir(outer.at("j"));
        assert!(command.status().unwrap().success());
        let files = outer.files();
        for path in &files {
            let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
            let name = path.strip_prefix("j/").unwrap_or("/");
            assert!(name.chars().all(is_plain), "{path:?}");
        }
        assert!(
            files.iter().any(|path| path.starts_with("j/x.thank-you.z")),
            "{name:?}: {files:?}"
        );
        let page = outer.read("j/FOLLOWUPS.md");
        for link in links(&page) {
            assert!(outer.at("j").join(&link).is_file(), "{name:?}: {link}");
        }
    }
}

#[test]
fn an_address_with_a_line_break_adds_no_header() {
    let values = [
        "kim@a.example\nBcc: evil@x.example",
        "kim@a.example\r\nbcc: evil@x.example",
        "kim@a.example, evil@x.example",
        "kim@a.example> <evil@x.example",
        "kim@a.example\u{2028}Bcc: evil@x.example",
        "kim@a.example\u{0}",
        "\"kim\"@a.example",
    ];
    for value in values {
        for (person, what) in [
            (format!("{{name: Kim Soto, email: {}}}", Value::from(value)), "email"),
            (Value::from(format!("Kim Soto <{value}>")).to_string(), "address"),
        ] {
            let folder = Folder::new();
            folder.write("x.md", note(&format!("interviewers: [{person}]")));
            build(&folder);
            for path in folder.drafts() {
                let draft = folder.read(&path);
                let head = draft.split("---\n").nth(1).unwrap();
                let keys: Vec<_> =
                    head.lines().map(|line| line.split(':').next().unwrap()).collect();
                assert!(!keys.contains(&"Bcc") && !keys.contains(&"bcc"), "{what}: {draft}");
                assert!(!head.contains("evil"), "{what}: {draft}");
            }
            let problems = problems(&folder);
            assert!(problems[0].contains(" x.md:4:"), "{value:?}: {problems:?}");
        }
    }
}

// Fuzz

const FULL: &str = "\
---
company: Acme Robotics
date: 2026-03-02
role: Backend engineer
round: onsite
interviewers:
  - name: Jane Doe
    email: jane@acme.example
    lead: true
  - Ravi Patel <ravi@acme.example>
also_met: [Kim Soto]
recruiter: {name: Sam Lee, email: sam@talent.example, agency: Talent Partners}
decision_window: 5-7 business days
updates:
  - {date: 2026-03-11, decision_window: by 25 March}
outcome: pending
outcome_date: 2026-03-20
contact: \"Dana Ray <dana@acme.example>\"
decide_by: 2026-03-30
thread: 'Re: Interview on Monday'
internal: false
followups:
  thank-you/jane-doe: done 2026-03-03
  value-add/jane-doe: snoozed until 2026-03-10
---

# Onsite at Acme 🦾

## What stood out

- Jane said that the *on-call* rota is humane.
- [ ] Send the [paper](https://x.example)

| a | b |
|---|---|
";

fn mutated(random: &mut Random) -> Vec<u8> {
    const PUNCTUATION: [&str; 24] = [
        ":", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!x ", "|", ">", "'", "\"", "#", "%",
        "@", "\t", "---\n", "...\n", "<<: ", "\\", "? ", "\u{202e}",
    ];
    let mut bytes = FULL.as_bytes().to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len().max(1)).min(bytes.len());
        match random.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 => bytes.truncate(at),
            2 => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
                for _ in 0..3 {
                    let (a, b) =
                        (random.below(lines.len().max(1)), random.below(lines.len().max(1)));
                    if lines.len() > a.max(b) {
                        lines.swap(a, b);
                    }
                }
                bytes = lines.concat().into_bytes();
            }
            3 => {
                let text = String::from_utf8_lossy(&bytes).replace('\n', "\r\n");
                bytes = text.into_bytes();
            }
            4 => {
                let end = (at + random.below(20)).min(bytes.len());
                bytes.drain(at..end);
            }
            _ => {
                let mark = PUNCTUATION[random.below(PUNCTUATION.len())];
                bytes.splice(at..at, mark.bytes());
            }
        }
    }
    bytes
}

#[test]
fn mutated_notes_never_stop_a_build() {
    const NOTES: usize = 50;
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for round in 0..10 {
        let folder = Folder::new();
        let texts: Vec<Vec<u8>> = (0..NOTES).map(|_| mutated(&mut random)).collect();
        for (at, text) in texts.iter().enumerate() {
            folder.write(&format!("{at}.md"), text);
        }
        build(&folder);
        for problem in folder.agenda(TODAY)["problems"].as_array().unwrap() {
            let path = problem["path"].as_str().unwrap();
            let (Some(line), Some(column)) = (problem["line"].as_u64(), problem["column"].as_u64())
            else {
                assert_eq!(problem["code"], "not-utf8", "round {round}: {problem}");
                continue;
            };
            let text = folder.read(path);
            let lines: Vec<&str> = text.split('\n').collect();
            let found = lines.get(line as usize - 1);
            let length = found.map(|line| line.chars().count() as u64);
            assert!(length.is_some_and(|length| column <= length + 1), "round {round}: {problem}");
        }
        for (at, text) in texts.iter().enumerate() {
            assert_eq!(&fs::read(folder.at(&format!("{at}.md"))).unwrap(), text);
        }
    }
}
