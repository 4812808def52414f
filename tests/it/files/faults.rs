//! Calls to the system that fail or are held, one after the other: nothing is lost, and nothing gets out.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::symlink;
use std::process::Stdio;

use super::{build, build_with, built, temporaries};
use crate::support::{AGENDA, DRAFT, Folder, NOTE, TODAY, comment_of, finish, journal};

/// A journal in which a build has everything to do: a tick to record, a draft to renew, one to create and one to remove,
/// beside a draft that the user edited and words of theirs in the agenda.
fn busy() -> Folder {
    let notes = ["ticked", "renewed", "edited", "gone", "sub/below"];
    let folder = Folder::new();
    for name in notes {
        folder.write(&format!("{name}.md"), NOTE.replace("Acme", name));
    }
    folder.build(TODAY);
    let agenda = folder.read(AGENDA);
    let ticked = comment_of("ticked/thank-you/jane-doe");
    let line = agenda.lines().find(|line| line.contains(&ticked)).unwrap();
    folder.edit(AGENDA, line, &line.replace("[ ]", "[x]"));
    folder.write(AGENDA, folder.read(AGENDA) + "call mum\n");
    folder.edit("renewed.md", "humane", "shared");
    folder.edit("sub/below.md", "humane", "shared");
    folder.edit("edited.thank-you.jane-doe.draft.md", "Hi Jane", "Dear Jane");
    folder.edit("edited.md", "humane", "shared");
    folder.remove("gone.md");
    folder.write("new.md", NOTE.replace("Acme", "new"));
    folder.write(".journal-tmp-aB3dE6gH.tmp", "half a dra");
    folder
}

/// Asserts that a folder has these texts.
fn assert_texts(folder: &Folder, expected: &BTreeMap<String, String>, when: &str) {
    let texts = folder.texts();
    let paths: BTreeSet<&String> = texts.keys().chain(expected.keys()).collect();
    for path in paths {
        assert_eq!(texts.get(path), expected.get(path), "{when}: {path}");
    }
}

/// Lets one call after the other fail, until there is none left: every one, or every third.
fn step_through(error: i32, step: usize) {
    let expected = busy();
    expected.build(TODAY);
    let expected = expected.texts();
    let done = expected["ticked.md"].contains("thank-you/jane-doe: done");
    assert!(done && expected[AGENDA].ends_with("\ncall mum\n"), "{expected:?}");
    let folder = busy();
    let before = folder.texts();
    for number in (1..).step_by(step) {
        folder.files().iter().for_each(|path| folder.remove(path));
        before.iter().for_each(|(path, text)| folder.write(path, text));
        let ran = finish(&mut build_with(&folder, "", &format!("{error} {number}")));
        let Some(call) = ran.stderr.lines().find(|line| line.starts_with("fault: ")) else {
            assert!(number > 100, "only {number} calls");
            return assert_texts(&folder, &expected, "at the end");
        };
        // Exit 0 means that the outputs are right.
        if ran.code == 0 {
            assert_texts(&folder, &expected, &format!("{number}, {call}: {}", ran.stderr));
        }
        assert!([0, 3].contains(&ran.code), "{number}, {call}: {ran:?}");
        let next = finish(&mut build(&folder, ""));
        assert_eq!(next.code, 0, "after {number}, {call}: {next:?}");
        assert_texts(&folder, &expected, &format!("after {number}, {call}: {}", ran.stderr));
    }
}

#[test]
fn whichever_call_fails_on_a_bad_disk_the_next_build_makes_up_for_it() {
    step_through(5, 1);
}

#[test]
fn whichever_call_fails_on_a_full_disk_the_next_build_makes_up_for_it() {
    step_through(28, 3);
}

#[test]
fn whichever_call_fails_for_want_of_descriptors_the_next_build_makes_up_for_it() {
    step_through(24, 3);
}

#[test]
fn whichever_call_is_unsupported_the_next_build_makes_up_for_it() {
    step_through(95, 3);
}

#[test]
fn whichever_call_is_interrupted_is_made_again() {
    let expected = busy();
    expected.build(TODAY);
    let (folder, expected) = (busy(), expected.texts());
    let before = folder.texts();
    for number in (1..).step_by(7) {
        folder.files().iter().for_each(|path| folder.remove(path));
        before.iter().for_each(|(path, text)| folder.write(path, text));
        let ran = finish(&mut build_with(&folder, "", &format!("4 {number}")));
        assert_eq!(ran.code, 0, "{number}: {ran:?}");
        assert_texts(&folder, &expected, &number.to_string());
        if !ran.stderr.contains("fault: ") {
            assert!(number > 100, "only {number} calls");
            return;
        }
    }
}

#[test]
fn a_file_that_has_to_be_written_twice_is_told_once() {
    let folder = built();
    folder.remove(AGENDA);
    folder.edit("acme.md", "humane", "shared");
    let mut held = build_with(&folder, "", "hold exchange");
    let mut child = held.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    let mut told = String::new();
    stderr.read_line(&mut told).unwrap();
    assert_eq!(told, format!("fault: exchange {DRAFT}\n"));
    // The draft is saved while it is to be renewed. Then it has no blanks left.
    let edited = folder.read(DRAFT).replace("[fill in: ", "").replace("Hi Jane", "Dear Jane");
    folder.write(DRAFT, edited);
    drop(child.stdin.take());
    stderr.read_to_string(&mut told).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{told}");
    assert_eq!(told.matches("fault: exchange FOLLOWUPS.md").count(), 1, "{told}");
    assert!(told.ends_with(" (FOLLOWUPS.md written)\n"), "{told}");
}

#[test]
fn whichever_of_several_files_cannot_be_written_the_others_are() {
    let expected = several();
    expected.build(TODAY);
    let (folder, expected) = (several(), expected.texts());
    let before = folder.texts();
    let mut failed = BTreeSet::new();
    for number in 1.. {
        folder.files().iter().for_each(|path| folder.remove(path));
        before.iter().for_each(|(path, text)| folder.write(path, text));
        let ran = finish(&mut build_with(&folder, "", &format!("28 {number}")));
        if !ran.stderr.contains("fault: ") {
            break;
        }
        if ran.stderr.contains("fault: write") {
            let texts = folder.texts();
            let is_missing = |path: &&String| texts.get(*path) != expected.get(*path);
            let missing: Vec<&String> = expected.keys().filter(is_missing).collect();
            assert_eq!((ran.code, missing.len()), (3, 1), "{missing:?}: {}", ran.stderr);
            assert!(ran.stderr.contains(missing[0].as_str()), "{missing:?}: {}", ran.stderr);
            assert_eq!(temporaries(&folder), [""; 0]);
            failed.insert(missing[0].clone());
        }
    }
    assert_eq!(failed.len(), 8, "{failed:?}");
}

/// A journal with six drafts to create, one to replace, and the agenda.
fn several() -> Folder {
    let names = ["a", "b", "c", "sub/d"];
    let note = |name: &str| (format!("{name}.md"), NOTE.replace("Acme", name));
    let folder = Folder::new();
    for (path, text) in names.map(note) {
        folder.write(&path, text);
    }
    folder.build(TODAY);
    folder.edit("b.md", "humane", "shared");
    for path in folder.files().iter().filter(|path| !path.starts_with("b.")) {
        if path.ends_with(".draft.md") || path == AGENDA {
            folder.remove(path);
        }
    }
    folder
}

/// Exchanges two names in one step.
fn exchange(folder: &Folder, a: &str, b: &str) {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, folder.at(a), CWD, folder.at(b), RenameFlags::EXCHANGE).unwrap();
}

#[test]
fn nothing_gets_out_through_a_folder_that_becomes_a_link_at_whichever_call() {
    for number in 1.. {
        let outer = journal(&[("out/keep.md", "mine"), ("j/sub/deep/a.md", NOTE)]);
        symlink("../../out", outer.at("j/sub/evil")).unwrap();
        // One draft to create, one to renew.
        finish(&mut build(&outer, "j"));
        outer.edit("j/sub/deep/a.md", "humane", "shared");
        outer.remove("j/sub/deep/a.connect.draft.md");
        let mut held = build_with(&outer, "j", &format!("hold {number}"));
        held.stdin(Stdio::piped()).stderr(Stdio::piped());
        let mut child = held.spawn().unwrap();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        while stderr.read_line(&mut line).unwrap() > 0 && !line.contains("fault: ") {}
        let is_held = line.contains("fault: ");
        if is_held {
            exchange(&outer, "j/sub/deep", "j/sub/evil");
            child.stdin.take().unwrap().write_all(b"\n").unwrap();
        }
        let mut rest = line.clone();
        stderr.read_to_string(&mut rest).unwrap();
        let code = child.wait().unwrap().code();
        assert!([Some(0), Some(3)].contains(&code), "{number}: {rest}");
        let outside: Vec<_> =
            outer.files().into_iter().filter(|path| !path.starts_with("j/")).collect();
        assert_eq!(outside, ["out/keep.md"], "{number}: {rest}");
        if !is_held {
            assert!(number > 30, "only {number} calls");
            return;
        }
        exchange(&outer, "j/sub/deep", "j/sub/evil");
        assert_eq!(finish(&mut build(&outer, "j")).code, 0);
        assert_eq!(temporaries(&outer), [""; 0], "{number}: {rest}");
    }
}

#[test]
fn a_draft_stays_in_the_folder_that_was_opened() {
    let outer = journal(&[("out/keep.md", "mine"), ("j/sub/a.md", NOTE)]);
    symlink("../out", outer.at("j/evil")).unwrap();
    let mut held = build_with(&outer, "j", "hold create");
    let mut child = held.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    let mut told = String::new();
    stderr.read_line(&mut told).unwrap();
    exchange(&outer, "j/sub", "j/evil");
    drop(child.stdin.take());
    stderr.read_to_string(&mut told).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{told}");
    let files = outer.files();
    let drafts: Vec<_> = files.iter().filter(|path| path.ends_with(".draft.md")).collect();
    assert_eq!(drafts, ["j/evil/a.connect.draft.md"]);
    assert_eq!(finish(&mut build(&outer, "j")).code, 0);
    assert_eq!(temporaries(&outer), [""; 0]);
}
