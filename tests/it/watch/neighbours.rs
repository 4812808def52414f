//! Other programs beside a watch: a second watch, builds, and signals.

use std::thread;
use std::time::Instant;

use rustix::process::Signal;

use super::{DEADLINE, WHILE, Watching, acme, wait_until, wait_until_as_fresh};
use crate::support::{NOTE, TODAY};

#[test]
fn a_journal_has_one_watcher_and_no_lock_file() {
    let folder = acme();
    let mut watching = Watching::start(&folder);
    let before = folder.files();
    let second = Watching::command(&folder).output().unwrap();
    assert_eq!(second.status.code(), Some(2));
    let stderr = String::from_utf8(second.stderr).unwrap();
    let message = "error: another `journal watch` is already running on /";
    assert!(stderr.starts_with(message) && stderr.ends_with('\n'), "{stderr}");
    assert_eq!(folder.files(), before);
    // Another journal has its own, and a crash leaves nothing that blocks.
    let other = acme();
    drop(Watching::start(&other));
    watching.child.kill().unwrap();
    watching.child.wait().unwrap();
    drop(Watching::start(&folder));
}

#[test]
fn builds_beside_a_watch_agree_with_it() {
    let folder = acme();
    let watching = Watching::start(&folder);
    for round in 0..30 {
        folder.write("acme.md", NOTE.replace("humane", &format!("humane {round}")));
        folder.write(&format!("{round}.md"), NOTE.replace("Acme", &format!("Company {round}")));
        folder.build(TODAY);
    }
    wait_until_as_fresh(&folder);
    // Two programs that undid each other's work would never stop.
    let mut runs = 0;
    wait_until(
        || {
            let before = std::mem::replace(&mut runs, watching.runs().len());
            thread::sleep(WHILE);
            before == watching.runs().len()
        },
        || format!("the end of a fight: {:#?}", watching.runs()),
    );
    assert!(!folder.files().iter().any(|path| path.contains("kept")), "{:?}", folder.files());
}

#[test]
fn signals_end_it_within_a_second_and_leave_whole_files() {
    for signal in [Signal::INT, Signal::TERM, Signal::HUP] {
        let folder = acme();
        let mut watching = Watching::start(&folder);
        let before = folder.files();
        folder.edit("acme.md", "humane", "shared");
        let start = Instant::now();
        watching.signal(signal);
        assert_eq!(watching.wait_for_end().code(), Some(0));
        assert!(start.elapsed() < DEADLINE);
        let agenda = folder.read("FOLLOWUPS.md");
        assert!(agenda.ends_with("\n## Your own notes\n"), "{agenda}");
        assert_eq!(folder.files(), before);
    }
}
