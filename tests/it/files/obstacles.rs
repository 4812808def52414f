//! Obstacles where a file would be written: they are left alone and named.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use super::{assert_settled, build, built, state, temporaries};
use crate::support::{AGENDA, DRAFT, Folder, NOTE, TODAY, finish, journal};

type Put = fn(&Path);

/// Obstacles that are no files, each with the way to put it at a path.
const OBSTACLES: [(&str, Put); 6] = [
    ("a folder", |path| fs::create_dir(path).unwrap()),
    ("a folder with a file in it", |path| {
        fs::create_dir(path).unwrap();
        fs::write(path.join("x"), "mine").unwrap();
    }),
    ("a FIFO", |path| {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        mknodat(CWD, path, FileType::Fifo, Mode::from_raw_mode(0o644), 0).unwrap();
    }),
    ("a link to a file inside", |path| symlink("acme.md", path).unwrap()),
    ("a link to a file outside", |path| {
        let outside = path.parent().unwrap().join("../outside.md");
        symlink(outside, path).unwrap();
    }),
    ("a dangling link", |path| symlink("nowhere.md", path).unwrap()),
];

#[test]
fn an_obstacle_is_left_alone_and_named() {
    for path in [AGENDA, DRAFT] {
        for (what, put) in OBSTACLES {
            let outer = journal(&[("outside.md", "outside"), ("j/acme.md", NOTE)]);
            let root = outer.at("j");
            put(&root.join(path));
            let before = state(&outer);
            let ran = finish(&mut build(&outer, "j"));
            assert_eq!(ran.code, 3, "{what} at {path}: {}", ran.stderr);
            assert!(ran.stderr.contains(path), "{what} at {path}: {}", ran.stderr);
            let after = state(&outer);
            for (path, was) in &before {
                assert_eq!(after.get(path), Some(was), "{what}: {path}");
            }
            let other = if path == AGENDA { DRAFT } else { AGENDA };
            assert!(root.join(other).is_file(), "{what} at {path} keeps {other} away");
            assert!(!root.join("nowhere.md").exists());
            assert_eq!(temporaries(&outer), [""; 0]);
        }
    }
}

#[test]
fn a_file_that_is_too_large_for_the_disk_keeps_no_other_away() {
    let folder = Folder::new();
    for number in 0..40 {
        folder.write(&format!("{number}.md"), NOTE.replace("Acme", &format!("Acme {number}")));
    }
    let mut small = folder.program_after("trap '' XFSZ; ulimit -f 8");
    let ran = finish(small.args(["build", "--today", TODAY]));
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    assert!(ran.stderr.contains(AGENDA), "{}", ran.stderr);
    assert_eq!(temporaries(&folder), [""; 0]);
    let drafts = folder.files().into_iter().filter(|path| path.ends_with(".draft.md"));
    assert_eq!((drafts.count(), folder.at(AGENDA).is_file()), (80, false));
    folder.build(TODAY);
    assert_settled(&folder);
}

#[test]
fn a_file_of_the_users_at_a_drafts_path_is_left_alone_and_no_failure() {
    let folder = journal(&[("acme.md", NOTE), (DRAFT, "mine")]);
    let agenda = folder.build(TODAY);
    assert_eq!(folder.read(DRAFT), "mine");
    assert!(agenda.contains("in-the-way"), "{agenda}");
    assert_settled(&folder);
}

#[test]
fn an_obstacle_is_told_once_and_in_its_place() {
    let folder = journal(&[("acme.md", NOTE), ("journal.toml", "export.ics = \"a.ics\"\n")]);
    folder.write("b.md", "---\ncompany: Acme\ndate: soon\n---\n");
    for path in [AGENDA, "a.ics"] {
        fs::create_dir(folder.at(path)).unwrap();
    }
    let ran = folder.run_on(TODAY, "build");
    for path in [AGENDA, "a.ics"] {
        let told = ran.stderr.lines().filter(|line| line.contains(path));
        assert_eq!(told.count(), 1, "{}", ran.stderr);
    }
    let agenda = folder.agenda(TODAY);
    let problems = agenda["problems"].as_array().unwrap().iter();
    let paths: Vec<_> = problems.map(|problem| problem["path"].as_str().unwrap()).collect();
    assert_eq!(paths, [AGENDA, "a.ics", "b.md"]);
}

#[test]
fn a_file_in_the_way_is_no_failure_whatever_its_name() {
    let folder = journal(&[("a  b.md", NOTE), ("a  b.thank-you.jane-doe.draft.md", "mine")]);
    assert_eq!(folder.run_on(TODAY, "build").code, 0);
}

#[test]
fn hard_links_are_not_written_through() {
    let folder = built();
    for path in [DRAFT, AGENDA] {
        fs::hard_link(folder.at(path), folder.at(&format!("{path}.linked"))).unwrap();
    }
    let before = [DRAFT, AGENDA].map(|path| folder.read(path));
    folder.edit("acme.md", "humane", "shared");
    folder.build("2026-03-04");
    for (path, before) in [DRAFT, AGENDA].into_iter().zip(before) {
        assert_ne!(folder.read(path), before);
        assert_eq!(folder.read(&format!("{path}.linked")), before);
    }
}

#[test]
fn modes_are_kept() {
    for mode in [0o600, 0o640, 0o444] {
        let folder = built();
        for path in [DRAFT, AGENDA] {
            fs::set_permissions(folder.at(path), Permissions::from_mode(mode)).unwrap();
        }
        folder.edit("acme.md", "humane", "shared");
        folder.build("2026-03-04");
        assert!(folder.read(DRAFT).contains("shared"));
        for path in [DRAFT, AGENDA] {
            let now = folder.at(path).metadata().unwrap().mode() & 0o7777;
            assert_eq!(now, mode, "{path}");
        }
    }
}

#[test]
fn a_link_to_a_folder_outside_is_not_gone_into() {
    let outer = journal(&[("outside/other.md", NOTE), ("j/acme.md", NOTE)]);
    symlink("../outside", outer.at("j/sub")).unwrap();
    symlink("..", outer.at("j/loop")).unwrap();
    assert_eq!(finish(&mut build(&outer, "j")).code, 0);
    let files = outer.files();
    let outside: Vec<_> = files.iter().filter(|path| path.starts_with("outside/")).collect();
    assert_eq!(outside, ["outside/other.md"]);
    assert!(!fs::read_to_string(outer.at("j/FOLLOWUPS.md")).unwrap().contains("other"));
}
