//! Kills, races and full disks: every file stays whole.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use journal::unstable::is_as_generated;

use super::{assert_settled, build, built, temporaries};
use crate::support::{AGENDA, DRAFT, Folder, NOTE, Random, TODAY, finish, left_out};

#[test]
fn a_kill_at_any_moment_leaves_every_file_whole() {
    let folder = Folder::new();
    let note = |at: u64, word: u64| {
        folder.write(
            &format!("{at}.md"),
            NOTE.replace("humane", &format!("humane {word}"))
                .replace("Acme", &format!("Acme {at}")),
        );
    };
    (0..10).for_each(|at| note(at, 0));
    folder.build(TODAY);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 1..=40 {
        (0..10).for_each(|at| note(at, round));
        let mut child =
            build(&folder, "").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(random.below(15_000) as u64));
        child.kill().unwrap();
        child.wait().unwrap();
        for draft in folder.drafts() {
            assert!(is_as_generated(&folder.read(&draft)), "{draft}");
        }
        assert_eq!(folder.drafts().len(), 20, "never absent in between");
        assert!(folder.read(AGENDA).ends_with("\n## Your own notes\n"));
        assert!(folder.read("0.md").ends_with(&format!("humane {round}.\n")));
    }
    folder.build(TODAY);
    assert_settled(&folder);
    let kept: Vec<_> = folder.files().into_iter().filter(|path| path.contains("kept")).collect();
    assert_eq!(kept, [""; 0], "all of it was generated");
}

#[test]
fn the_users_last_word_survives_every_race() {
    let folder = built();
    let (original, mut random) = (folder.read(DRAFT), Random(7));
    for round in 0..300 {
        // The draft is the program's, and wants to be renewed; then the user saves while the program runs.
        folder.write(DRAFT, &original);
        folder.write("acme.md", NOTE.replace("humane", &format!("humane {round}")));
        let words = format!("{original}edit {round}\n");
        let beside = folder.at("beside");
        let mut child =
            build(&folder, "").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let (start, delay) = (Instant::now(), Duration::from_micros(random.below(25_000) as u64));
        while start.elapsed() < delay {
            std::thread::yield_now();
        }
        if round % 2 == 0 {
            folder.write(DRAFT, &words);
        } else {
            fs::write(&beside, &words).unwrap();
            fs::rename(&beside, folder.at(DRAFT)).unwrap();
        }
        child.wait().unwrap();
        let survives = |path: &String| folder.read(path) == words;
        let places: Vec<String> =
            folder.files().into_iter().filter(|path| path.contains("thank-you")).collect();
        assert!(places.iter().any(survives), "edit {round} is lost");
        for path in places.iter().filter(|path| path.contains(".kept-")) {
            folder.remove(path);
        }
    }
    assert_eq!(temporaries(&folder), [""; 0]);
}

#[test]
fn builds_at_the_same_time_agree() {
    let folder = built();
    for round in 0..20 {
        for at in 0..4 {
            folder.write(&format!("{at}.md"), NOTE.replace("humane", &format!("humane {round}")));
        }
        let start = || {
            let mut command = build(&folder, "");
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        };
        for child in [start(), start(), start()] {
            let output = child.wait_with_output().unwrap();
            // A build that never got a turn says so; all that counts is that nothing is half done.
            let stderr = String::from_utf8(output.stderr).unwrap();
            let gave_up = stderr.contains("another program keeps changing it");
            assert!(output.status.success() || gave_up, "{stderr}");
        }
        folder.build(TODAY);
        assert_settled(&folder);
    }
    assert!(!folder.files().iter().any(|path| path.contains("kept")), "{:?}", folder.files());
}

#[test]
fn a_build_waits_for_another_one_that_is_writing() {
    let folder = built();
    folder.edit("acme.md", "humane", "shared");
    let held = fs::File::open(folder.at(DRAFT)).unwrap();
    held.lock().unwrap();
    let child = build(&folder, "").stderr(Stdio::piped()).spawn().unwrap();
    // As long as a slow disk may take to write a file.
    std::thread::sleep(Duration::from_millis(200));
    drop(held);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_settled(&folder);
}

/// A small file system of its own, gone at the end.
struct Disk(PathBuf);

impl Disk {
    fn mount(at: PathBuf) -> Option<Disk> {
        fs::create_dir(&at).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(&at).stderr(Stdio::null());
        mount.status().is_ok_and(|status| status.success()).then_some(Disk(at))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_leaves_the_old_files_whole_and_is_mended_by_the_next_build() {
    let outer = Folder::new();
    let Some(_disk) = Disk::mount(outer.at("disk")) else {
        return left_out("no disk can be mounted");
    };
    outer.write("disk/acme.md", NOTE);
    assert_eq!(finish(&mut build(&outer, "disk")).code, 0);
    let old = outer.texts();
    outer.write("disk/acme.md", NOTE.replace("humane", "shared"));
    let mut ballast = fs::File::create(outer.at("disk/ballast")).unwrap();
    while std::io::Write::write_all(&mut ballast, &[0; 512]).is_ok() {}
    drop(ballast);

    let full = finish(&mut build(&outer, "disk"));
    assert_eq!(full.code, 3, "{}", full.stderr);
    assert!(full.stderr.contains("No space left"), "{}", full.stderr);
    for path in [DRAFT, AGENDA] {
        let path = format!("disk/{path}");
        assert_eq!(outer.read(&path), old[&path]);
    }
    assert_eq!(temporaries(&outer), [""; 0]);

    outer.remove("disk/ballast");
    assert_eq!(finish(&mut build(&outer, "disk")).code, 0);
    assert!(outer.read(&format!("disk/{DRAFT}")).contains("shared"));
    let mut check = build(&outer, "disk");
    check.arg("--check");
    assert_eq!(finish(&mut check).code, 0);
}
