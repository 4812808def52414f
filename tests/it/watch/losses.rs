//! Lost events, a lost root, a failed write and exhausted limits: each is made up for.

use std::fs::{self, OpenOptions, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::time::Instant;

use rustix::process::Signal;

use super::{WHILE, Watching, acme, stays, wait_for_text, wait_until, wait_until_as_fresh};
use crate::support::{DRAFT, Folder, NOTE, TODAY, journal, left_out, left_out_without};

#[test]
fn a_lost_queue_is_made_up_for() {
    let folder = acme();
    let watching = Watching::start(&folder);
    let queue = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").unwrap();
    let queue: usize = queue.trim().parse().unwrap();
    // Nobody reads the queue meanwhile.
    watching.signal(Signal::STOP);
    for turn in 0..=queue {
        fs::write(folder.at(["a.txt", "b.txt"][turn % 2]), "").unwrap();
    }
    fs::create_dir(folder.at("new")).unwrap();
    folder.write("new/globex.md", NOTE.replace("Acme Robotics", "Globex"));
    folder.edit("acme.md", "humane", "shared");
    watching.signal(Signal::CONT);
    wait_for_text(&folder, "FOLLOWUPS.md", "Globex");
    wait_for_text(&folder, DRAFT, "shared");
    wait_until_as_fresh(&folder);
    // The new folder is watched like any other.
    folder.edit("new/globex.md", "humane", "kind");
    wait_for_text(&folder, "new/globex.thank-you.jane-doe.draft.md", "kind");
}

#[test]
fn a_root_that_goes_is_waited_for_and_never_made_again() {
    let outer = journal(&[("journal/acme.md", NOTE)]);
    let mut command = Watching::command(&outer);
    command.arg("journal");
    let watching = Watching::spawn(command);
    watching.wait_for_line("watching ");
    // Moved away and back.
    fs::rename(outer.at("journal"), outer.at("elsewhere")).unwrap();
    watching.wait_for_line("the folder is gone; waiting for it");
    stays(|| !outer.has("journal"), "the root was made again");
    outer.edit("elsewhere/acme.md", "humane", "shared");
    fs::rename(outer.at("elsewhere"), outer.at("journal")).unwrap();
    watching.wait_for_line("the folder is back");
    wait_for_text(&outer, &format!("journal/{DRAFT}"), "shared");
    // Removed, and made again by somebody else.
    fs::remove_dir_all(outer.at("journal")).unwrap();
    let gone = || watching.said().iter().filter(|line| line.contains("is gone")).count();
    wait_until(|| gone() == 2, || format!("{:#?}", watching.said()));
    stays(|| !outer.has("journal"), "the root was made again");
    outer.write("journal/globex.md", NOTE.replace("Acme Robotics", "Globex"));
    wait_for_text(&outer, "journal/FOLLOWUPS.md", "Globex");
    // Replaced in one step, without a moment of absence.
    outer.write("next/acme.md", NOTE);
    fs::rename(outer.at("journal"), outer.at("old")).unwrap();
    fs::rename(outer.at("next"), outer.at("journal")).unwrap();
    wait_for_text(&outer, "journal/FOLLOWUPS.md", "Acme");
    assert_eq!(gone(), 3, "{:#?}", watching.said());
}

#[test]
fn a_failed_write_is_reported_once_and_made_up_for() {
    let folder = acme();
    let watching = Watching::start(&folder);
    folder.remove("FOLLOWUPS.md");
    fs::create_dir(folder.at("FOLLOWUPS.md")).unwrap();
    folder.edit("acme.md", "humane", "shared");
    watching.wait_for_line("error: FOLLOWUPS.md was not written");
    folder.edit("acme.md", "shared", "kind");
    wait_for_text(&folder, DRAFT, "kind");
    let errors = watching.said().into_iter().filter(|line| line.starts_with("error: "));
    assert_eq!(errors.count(), 1, "{:#?}", watching.said());
    fs::remove_dir(folder.at("FOLLOWUPS.md")).unwrap();
    watching.wait_for_line("everything could be written again");
    wait_until_as_fresh(&folder);
}

#[test]
fn what_cannot_be_looked_at_stops_everything_until_it_can() {
    for place in ["sub", "sub/other.md"] {
        let other = NOTE.replace("Acme", "Other");
        let folder = journal(&[("acme.md", NOTE), ("sub/other.md", &other)]);
        let Some(mut command) = folder.unprivileged() else { return left_out_without("setpriv") };
        command.args(["watch", "--today", TODAY]);
        let watching = Watching::spawn(command);
        watching.wait_for_line("watching ");
        let (agenda, draft) = (folder.read("FOLLOWUPS.md"), folder.read(DRAFT));
        let allow =
            |mode| fs::set_permissions(folder.at(place), Permissions::from_mode(mode)).unwrap();
        allow(0);
        let told = format!("error: FOLLOWUPS.md was not written: {place} could not be looked at: ");
        watching.wait_for_line(&told);
        folder.edit("acme.md", "humane", "shared");
        watching.wait_for_line("acme.md → ");
        stays(
            || folder.read("FOLLOWUPS.md") == agenda && folder.read(DRAFT) == draft,
            "written with a hole in the picture",
        );
        let errors = watching.said().into_iter().filter(|line| line.starts_with("error: "));
        assert_eq!(errors.count(), 1, "{:#?}", watching.said());
        allow(0o755);
        wait_for_text(&folder, DRAFT, "shared");
        watching.wait_for_line("everything could be written again");
        wait_until_as_fresh(&folder);
    }
}

#[test]
fn an_idle_watch_keeps_nobody_from_unmounting_the_root() {
    let folder = acme();
    let watching = Watching::start(&folder);
    folder.edit("acme.md", "humane", "shared");
    watching.wait_for_runs(1);
    let descriptors = format!("/proc/{}/fd", watching.child.id());
    let is_open = || {
        let entries = fs::read_dir(&descriptors).unwrap().flatten();
        entries
            .map(|entry| fs::read_link(entry.path()))
            .any(|path| path.is_ok_and(|path| path == folder.path()))
    };
    // Its own writes may wake it once more.
    let mut last_open = Instant::now();
    let is_idle = || {
        if is_open() {
            last_open = Instant::now();
        }
        last_open.elapsed() > WHILE
    };
    wait_until(is_idle, || "the root to stay closed".to_owned());
}

#[test]
fn a_file_system_that_reports_no_events_is_polled() {
    let folder = acme();
    let watching = Watching::start_with(&folder, &["--poll", "1"]);
    folder.edit("acme.md", "humane", "shared");
    wait_for_text(&folder, DRAFT, "shared");
    folder.write("new/globex.md", NOTE.replace("Acme Robotics", "Globex"));
    wait_for_text(&folder, "FOLLOWUPS.md", "Globex");
    folder.remove("acme.md");
    wait_until(|| !folder.has(DRAFT), || format!("{:#?}", watching.said()));
    wait_until_as_fresh(&folder);
}

#[test]
fn without_watches_left_it_says_so_and_polls() {
    let folder = acme();
    // A name space of its own has limits of its own.
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "sh", "-c"]);
    command
        .arg("echo 1 >/proc/sys/user/max_inotify_watches && exec \"$0\" watch --today 2026-03-03");
    command.arg(env!("CARGO_BIN_EXE_journal")).current_dir(folder.path());
    let may = Command::new("unshare").args(["--user", "--map-root-user", "true"]).output();
    if !may.is_ok_and(|output| output.status.success()) {
        return left_out("no name space can be made");
    }
    fs::create_dir(folder.at("sub")).unwrap();
    let watching = Watching::spawn(command);
    watching.wait_for_line("max_user_watches");
    folder.write("sub/globex.md", NOTE.replace("Acme Robotics", "Globex"));
    wait_for_text(&folder, "FOLLOWUPS.md", "Globex");
    let warnings = watching.said().into_iter().filter(|line| line.contains("max_user_watches"));
    assert_eq!(warnings.count(), 1);
}

/// A watch that waits for a line before each exchange of the draft.
#[cfg(debug_assertions)]
fn held_at_exchanges(folder: &Folder) -> Watching {
    let mut command = Watching::command(folder);
    command.env("JOURNAL_FAULT", format!("hold exchange {DRAFT}")).stdin(Stdio::piped());
    let watching = Watching::spawn(command);
    watching.wait_for_line("watching ");
    watching
}

#[cfg(debug_assertions)]
fn wait_for_exchange(watching: &Watching, number: usize) {
    let held = || watching.said().iter().filter(|line| line.starts_with("fault: ")).count();
    wait_until(|| held() == number, || format!("exchange {number}: {:#?}", watching.said()));
}

/// Saves over a file, as a program does that had opened it before, and waits until a copy is kept.
#[cfg(debug_assertions)]
fn save_late(folder: &Folder, watching: &Watching, mut file: fs::File) {
    file.set_len(0).unwrap();
    file.write_all(b"the last word").unwrap();
    drop(file);
    // The next run looks.
    folder.edit("acme.md", "shared", "kind");
    let copies = || folder.files().into_iter().filter(|path| path.contains(".kept-"));
    let is_kept = || copies().any(|path| folder.read(&path) == "the last word");
    wait_until(is_kept, || format!("the last word: {:#?}", watching.said()));
}

#[test]
#[cfg(debug_assertions)]
fn words_for_a_file_that_took_the_place_of_the_same_text_are_kept() {
    let folder = acme();
    let mut watching = held_at_exchanges(&folder);
    let original = folder.read(DRAFT);
    folder.edit("acme.md", "humane", "shared");
    wait_for_exchange(&watching, 1);
    folder.write("beside.txt", &original);
    fs::rename(folder.at("beside.txt"), folder.at(DRAFT)).unwrap();
    let file = OpenOptions::new().write(true).open(folder.at(DRAFT)).unwrap();
    drop(watching.child.stdin.take());
    wait_for_text(&folder, DRAFT, "shared");
    watching.wait_for_line("1 renewed draft");
    save_late(&folder, &watching, file);
}

#[test]
#[cfg(debug_assertions)]
fn words_for_a_draft_that_was_there_only_for_a_moment_are_kept() {
    let folder = acme();
    let mut watching = held_at_exchanges(&folder);
    folder.edit("acme.md", "humane", "shared");
    wait_for_exchange(&watching, 1);
    folder.write("beside.txt", "words of mine");
    fs::rename(folder.at("beside.txt"), folder.at(DRAFT)).unwrap();
    watching.child.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    // The user's draft is about to go back.
    wait_for_exchange(&watching, 2);
    let file = OpenOptions::new().write(true).open(folder.at(DRAFT)).unwrap();
    drop(watching.child.stdin.take());
    wait_until(|| folder.read(DRAFT) == "words of mine", || folder.read(DRAFT));
    watching.wait_for_line("acme.md → ");
    save_late(&folder, &watching, file);
    assert_eq!(folder.read(DRAFT), "words of mine");
}

#[test]
#[cfg(debug_assertions)]
fn words_for_the_first_of_many_drafts_are_kept() {
    // More than are kept open at once.
    let notes: Vec<String> = (0..70).map(|number| format!("{number:02}.md")).collect();
    let folder = Folder::new();
    for (number, note) in notes.iter().enumerate() {
        folder.write(note, NOTE.replace("Acme", &format!("Company {number}")));
    }
    let mut command = Watching::command(&folder);
    let held = "64.thank-you.jane-doe.draft.md";
    command.env("JOURNAL_FAULT", format!("hold exchange {held}")).stdin(Stdio::piped());
    let mut watching = Watching::spawn(command);
    watching.wait_for_line("watching ");
    let first = folder.at("00.thank-you.jane-doe.draft.md");
    let mut file = OpenOptions::new().append(true).open(first).unwrap();
    folder.write("journal.toml", "[me]\nname = \"Robin Vale\"\n");
    wait_for_exchange(&watching, 1);
    file.write_all(b"the last word").unwrap();
    drop((file, watching.child.stdin.take()));
    watching.wait_for_line("one is kept as 00.thank-you.jane-doe.draft.kept-1.md");
    assert!(folder.read("00.thank-you.jane-doe.draft.kept-1.md").ends_with("the last word"));
}
