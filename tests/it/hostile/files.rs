//! Folders, links, pipes and leftovers with the names of notes, and names that no page can hold.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use super::{GOOD, bounded, build, is_clean, links, problems, skeleton};
use crate::support::{Folder, TODAY, journal, problems_of};

#[test]
fn folders_links_and_pipes_named_like_notes_are_passed_over() {
    let outer = journal(&[("outside.md", &GOOD.replace("Good", "Outside"))]);
    let folder = journal(&[("folder.md/inner.md", &GOOD.replace("Good", "Inner"))]);
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
    assert!(!ran.stderr.contains("linked-note"), "{}", ran.stderr);
    let checked = folder.run_on(TODAY, "check --format json").stdout;
    let mut checked = problems_of(&serde_json::from_str(&checked).unwrap());
    checked.retain(|problem| !problem.starts_with("blanks-left "));
    let links = ["dangling.md", "endless.md", "inside.md", "outside.md", "self.md"];
    assert_eq!(checked, links.map(|path| format!("linked-note {path}")));
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
        let usual = journal(&[(plain, &folder.read(name))]);
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
        folder.write(name, GOOD.replace("1 week", "soonish").replace("Good Company", "Other"));
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
