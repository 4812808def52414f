//! `watch`: current at every save, whoever saves and however, and quiet otherwise.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use journal::unstable::{Cause, Inbox, Options, Told, watch};
use rustix::process::{Pid, Signal, kill_process};
use snapbox::{assert_data_eq, str};

use crate::support::{Folder, NOTE, Random};

const DRAFT: &str = "acme.thank-you.jane-doe.draft.md";
const TODAY: &str = "2026-03-03";

/// The longest that anything may take here; it takes milliseconds, but machines are busy.
const DEADLINE: Duration = Duration::from_secs(60);

/// How long to look whether something stays as it is.
const WHILE: Duration = Duration::from_millis(400);

/// A running watch, killed at the end of its test.
struct Watching {
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Watching {
    /// Starts one in a folder, and waits until it has built.
    fn start(folder: &Folder) -> Watching {
        Watching::start_with(folder, &[])
    }

    fn start_with(folder: &Folder, arguments: &[&str]) -> Watching {
        let mut command = Watching::command(folder);
        command.args(arguments);
        let watching = Watching::spawn(command);
        watching.wait_for_line("watching ");
        watching
    }

    fn command(folder: &Folder) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_journal"));
        command.args(["watch", "--today", TODAY]).current_dir(folder.path());
        command.env_clear().env("TZ", "UTC");
        command
    }

    fn spawn(mut command: Command) -> Watching {
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = Arc::new(Mutex::new(Vec::new()));
        let (stderr, said) = (child.stderr.take().unwrap(), lines.clone());
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                said.lock().unwrap().push(line);
            }
        });
        Watching { child, lines }
    }

    fn said(&self) -> Vec<String> {
        self.lines.lock().unwrap().clone()
    }

    /// What was said, without the times of day.
    fn transcript(&self) -> String {
        let is_time = |line: &str| line.get(2..3) == Some(":") && line.get(5..6) == Some(":");
        let plain = |line: String| match is_time(&line) {
            true => line[9..].to_owned() + "\n",
            false => line + "\n",
        };
        self.said().into_iter().map(plain).collect()
    }

    /// The lines that tell of runs.
    fn runs(&self) -> Vec<String> {
        self.said().into_iter().filter(|line| line.contains(" → ")).collect()
    }

    fn wait_for_line(&self, part: &str) {
        let is_there = || self.said().iter().any(|line| line.contains(part));
        wait_until(is_there, || format!("a line with {part:?} in {:#?}", self.said()));
    }

    fn wait_for_runs(&self, number: usize) {
        wait_until(|| self.runs().len() >= number, || format!("{number} runs: {:#?}", self.said()));
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    fn wait_for_end(&mut self) -> ExitStatus {
        let child = &mut self.child;
        wait_until(|| child.try_wait().unwrap().is_some(), || "the end".to_owned());
        self.child.wait().unwrap()
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn wait_until(mut is_so: impl FnMut() -> bool, what: impl Fn() -> String) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < DEADLINE, "waited in vain for {}", what());
        thread::sleep(Duration::from_millis(2));
    }
}

fn stays(mut is_so: impl FnMut() -> bool, what: &str) {
    let start = Instant::now();
    while start.elapsed() < WHILE {
        assert!(is_so(), "{what}");
        thread::sleep(Duration::from_millis(5));
    }
}

fn wait_for_text(folder: &Folder, path: &str, part: &str) {
    let has = || fs::read_to_string(folder.at(path)).is_ok_and(|text| text.contains(part));
    wait_until(has, || format!("{part:?} in {path}: {:?}", fs::read_to_string(folder.at(path))));
}

/// Every file but the ones that nobody looks at, with its content.
fn content(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let read = files.filter_map(|entry| {
        let path = entry.path().strip_prefix(root).unwrap().to_owned();
        Some((path, fs::read(entry.path()).ok()?))
    });
    read.collect()
}

/// Waits until the folder is as a fresh build of a copy of it leaves it.
fn wait_until_as_fresh(folder: &Folder) {
    let mut last = String::new();
    let start = Instant::now();
    loop {
        let now = content(folder.path());
        let copy = Folder::new();
        for (path, text) in &now {
            copy.write(path.to_str().unwrap(), text);
        }
        let ran = copy.journal(&["build", "--today", TODAY]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let fresh = content(copy.path());
        if fresh == now && !now.keys().any(|path| path.to_string_lossy().contains("journal-tmp")) {
            return;
        }
        last.clear();
        for path in now.keys().chain(fresh.keys()) {
            if now.get(path) != fresh.get(path) {
                let text = |side: &BTreeMap<PathBuf, Vec<u8>>| {
                    side.get(path).map(|text| String::from_utf8_lossy(text).into_owned())
                };
                last = format!(
                    "{last}{}: {:?}, fresh {:?}\n",
                    path.display(),
                    text(&now),
                    text(&fresh)
                );
            }
        }
        assert!(start.elapsed() < DEADLINE, "not as a fresh build: {last}");
        thread::sleep(Duration::from_millis(20));
    }
}

fn acme() -> Folder {
    Folder::with(&[("acme.md", NOTE)])
}

// Saves

type Save = fn(&Path, &str);

/// How programs save `x.md`, as seen in the calls that they make.
const SAVES: [(&str, Save); 14] = [
    ("in place, as nano, micro, kakoune and VS Code do", |path, text| {
        fs::write(path, text).unwrap();
    }),
    ("in place, in pieces", |path, text| {
        let mut file = File::create(path).unwrap();
        for piece in text.as_bytes().chunks(40) {
            file.write_all(piece).unwrap();
            file.sync_all().unwrap();
        }
    }),
    ("in place, emptied and closed before", |path, text| {
        File::create(path).unwrap();
        let mut file = OpenOptions::new().append(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }),
    ("as vim and Neovim", |path, text| {
        let (probe, backup) = (path.with_file_name("4913"), beside(path, "", "~"));
        fs::write(path.with_file_name(".x.md.swp"), "swap").unwrap();
        File::create(&probe).unwrap();
        fs::remove_file(&probe).unwrap();
        fs::rename(path, &backup).unwrap();
        let mut file = OpenOptions::new().write(true).create_new(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.sync_all().unwrap();
        fs::set_permissions(path, Permissions::from_mode(0o644)).unwrap();
        drop(file);
        fs::remove_file(&backup).unwrap();
        fs::remove_file(path.with_file_name(".x.md.swp")).unwrap();
    }),
    ("as vim with backupcopy=yes", |path, text| {
        let backup = beside(path, "", "~");
        fs::copy(path, &backup).unwrap();
        let mut file = OpenOptions::new().write(true).truncate(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.sync_all().unwrap();
        drop(file);
        fs::remove_file(&backup).unwrap();
    }),
    ("as emacs the first time", |path, text| {
        let (lock, auto) = (beside(path, ".#", ""), beside(path, "#", "#"));
        symlink("somebody@somewhere.1:2", &lock).unwrap();
        fs::write(&auto, &text[..text.len() / 2]).unwrap();
        fs::rename(path, beside(path, "", "~")).unwrap();
        let mut file = OpenOptions::new().write(true).create_new(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        drop(file);
        fs::set_permissions(path, Permissions::from_mode(0o644)).unwrap();
        fs::remove_file(&auto).unwrap();
        fs::remove_file(&lock).unwrap();
    }),
    ("as emacs afterwards", |path, text| {
        let lock = beside(path, ".#", "");
        symlink("somebody@somewhere.1:2", &lock).unwrap();
        fs::write(path, text).unwrap();
        fs::remove_file(&lock).unwrap();
    }),
    ("as JetBrains' safe write", |path, text| {
        let (new, old) = (beside(path, "", "___jb_tmp___"), beside(path, "", "___jb_old___"));
        fs::write(&new, text).unwrap();
        fs::rename(path, &old).unwrap();
        fs::rename(&new, path).unwrap();
        fs::remove_file(&old).unwrap();
    }),
    ("as GNOME's editors", |path, text| {
        let new = path.with_file_name(".goutputstream-ABC123");
        fs::write(&new, text).unwrap();
        fs::rename(&new, path).unwrap();
    }),
    ("as sed -i", |path, text| {
        let new = path.with_file_name("sedAbCdEf");
        fs::write(&new, text).unwrap();
        fs::rename(&new, path).unwrap();
    }),
    ("as perl -i", |path, text| {
        let mut old = File::open(path).unwrap();
        fs::remove_file(path).unwrap();
        let mut file = OpenOptions::new().write(true).create_new(true).open(path).unwrap();
        std::io::copy(&mut old, &mut std::io::sink()).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }),
    ("as git", |path, text| {
        fs::write(path.with_file_name(".gitlock"), "").unwrap();
        fs::remove_file(path).unwrap();
        let mut file = OpenOptions::new().write(true).create_new(true).open(path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }),
    ("as Syncthing", |path, text| {
        let new = path.with_file_name(".syncthing.x.md.tmp");
        fs::write(&new, text).unwrap();
        fs::rename(&new, path).unwrap();
    }),
    ("as rsync", |path, text| {
        let new = path.with_file_name(".x.md.k3T9aB");
        fs::write(&new, text).unwrap();
        fs::rename(&new, path).unwrap();
    }),
];

fn beside(path: &Path, before: &str, after: &str) -> PathBuf {
    let name = path.file_name().unwrap().to_str().unwrap();
    path.with_file_name(format!("{before}{name}{after}"))
}

#[test]
fn every_way_of_saving_is_one_save() {
    for (name, save) in SAVES {
        let folder = acme();
        let watching = Watching::start(&folder);
        save(&folder.at("acme.md"), &NOTE.replace("humane", "shared"));
        wait_for_text(&folder, DRAFT, "the on-call rota is shared");
        wait_for_text(&folder, "FOLLOWUPS.md", "Thank Jane Doe");
        wait_until_as_fresh(&folder);
        let runs = watching.runs();
        assert_eq!(runs.len(), 1, "{name}: {runs:#?}");
        assert!(runs[0].contains("acme.md → 1 renewed draft, 1 due today"), "{name}: {runs:#?}");
    }
}

#[test]
fn a_half_written_note_never_shows() {
    let folder = acme();
    let watching = Watching::start(&folder);
    let (draft, agenda) = (folder.read(DRAFT), folder.read("FOLLOWUPS.md"));
    let is_unchanged = || folder.read(DRAFT) == draft && folder.read("FOLLOWUPS.md") == agenda;
    // In place: half of it is there, and the editor takes its time.
    let text = NOTE.replace("humane", "shared");
    let mut file = File::create(folder.at("acme.md")).unwrap();
    file.write_all(&text.as_bytes()[..60]).unwrap();
    stays(is_unchanged, "half a note was taken for a whole one");
    file.write_all(&text.as_bytes()[60..]).unwrap();
    drop(file);
    wait_for_text(&folder, DRAFT, "shared");
    watching.wait_for_runs(1);
    // The old file is out of the way and the new one isn't there yet.
    let (draft, agenda) = (folder.read(DRAFT), folder.read("FOLLOWUPS.md"));
    fs::rename(folder.at("acme.md"), folder.at("acme.md~")).unwrap();
    let mut file = File::create_new(folder.at("acme.md")).unwrap();
    stays(
        || folder.read(DRAFT) == draft && folder.read("FOLLOWUPS.md") == agenda,
        "a note between two names was taken for a removed one",
    );
    file.write_all(NOTE.as_bytes()).unwrap();
    drop(file);
    wait_for_text(&folder, DRAFT, "humane");
    watching.wait_for_runs(2);
    assert_eq!(watching.runs().len(), 2, "{:#?}", watching.said());
}

#[test]
fn a_file_that_is_never_closed_counts_once_it_rests() {
    let folder = acme();
    let _watching = Watching::start(&folder);
    let mut file = File::create_new(folder.at("globex.md")).unwrap();
    file.write_all(NOTE.replace("Acme Robotics", "Globex").as_bytes()).unwrap();
    wait_for_text(&folder, "FOLLOWUPS.md", "Globex");
}

#[test]
fn a_file_that_is_written_without_end_does_not_keep_others_waiting() {
    let folder = acme();
    let watching = Watching::start(&folder);
    let is_over = Arc::new(AtomicU32::new(0));
    let (path, over) = (folder.at("log.md"), is_over.clone());
    let writer = thread::spawn(move || {
        let mut file = File::create(path).unwrap();
        while over.load(Ordering::Relaxed) == 0 {
            file.write_all(b"x").unwrap();
            thread::sleep(Duration::from_millis(1));
        }
    });
    folder.edit("acme.md", "humane", "shared");
    wait_for_text(&folder, DRAFT, "shared");
    is_over.store(1, Ordering::Relaxed);
    writer.join().unwrap();
    drop(watching);
}

#[test]
fn its_own_writes_and_what_is_not_the_journals_wake_nobody() {
    let folder = acme();
    folder.write("journal.toml", "ignore = [\"archive\"]\n");
    fs::create_dir_all(folder.at("archive")).unwrap();
    fs::create_dir_all(folder.at(".git/refs")).unwrap();
    let watching = Watching::start(&folder);
    folder.edit("acme.md", "humane", "shared");
    watching.wait_for_runs(1);
    let before = watching.said();
    for path in [".git/x.md", "archive/x.md", "x.txt", "x.md~", "#x.md#", ".#x.md", "4913"] {
        folder.write(path, NOTE);
    }
    folder.write("acme.md", folder.read("acme.md"));
    stays(|| watching.said() == before, "something woke it for nothing");
    assert_eq!(folder.journal(&["build", "--check", "--today", TODAY]).code, 0);
}

#[test]
fn notes_come_go_and_move_with_their_folders() {
    let folder = acme();
    let watching = Watching::start(&folder);
    // Files in folders that nobody could watch before they were written.
    fs::create_dir_all(folder.at("a/b/c")).unwrap();
    folder.write("a/b/c/deep.md", NOTE.replace("Acme", "Deep"));
    wait_for_text(&folder, "FOLLOWUPS.md", "Deep Robotics");
    wait_until_as_fresh(&folder);
    folder.edit("a/b/c/deep.md", "humane", "shared");
    wait_for_text(&folder, "a/b/c/deep.thank-you.jane-doe.draft.md", "shared");
    // A folder from elsewhere.
    let elsewhere = Folder::with(&[("in/moved.md", &NOTE.replace("Acme", "Moved"))]);
    fs::rename(elsewhere.at("in"), folder.at("moved")).unwrap();
    wait_for_text(&folder, "moved/moved.thank-you.jane-doe.draft.md", "humane");
    // Renamed, edited there, and removed.
    fs::rename(folder.at("a"), folder.at("z")).unwrap();
    wait_for_text(&folder, "FOLLOWUPS.md", "(z/b/c/deep.md)");
    wait_until_as_fresh(&folder);
    folder.edit("z/b/c/deep.md", "shared", "kind");
    wait_for_text(&folder, "z/b/c/deep.thank-you.jane-doe.draft.md", "kind");
    fs::remove_dir_all(folder.at("z")).unwrap();
    let is_gone = || !folder.read("FOLLOWUPS.md").contains("Deep");
    wait_until(is_gone, || format!("the end of Deep: {:#?}", watching.said()));
    // A note that is renamed takes its draft along in one run.
    fs::rename(folder.at("acme.md"), folder.at("robotics.md")).unwrap();
    wait_until(|| !folder.has(DRAFT), || "the draft's new name".to_owned());
    assert!(
        folder.has("robotics.thank-you.jane-doe.draft.md"),
        "it is there before the old one goes"
    );
    wait_until_as_fresh(&folder);
    let renaming = watching.runs().into_iter().filter(|line| line.contains("robotics.md"));
    assert_eq!(renaming.count(), 1, "{:#?}", watching.said());
    // A link to a folder, or back up, is nobody's way in.
    symlink(folder.path(), folder.at("loop")).unwrap();
    symlink(elsewhere.path(), folder.at("out")).unwrap();
    elsewhere.write("outside.md", NOTE.replace("Acme", "Outside"));
    folder.edit("robotics.md", "humane", "shared");
    wait_for_text(&folder, "robotics.thank-you.jane-doe.draft.md", "shared");
    assert!(!folder.read("FOLLOWUPS.md").contains("Outside"));
}

#[test]
fn a_burst_is_a_few_runs() {
    let folder = acme();
    let watching = Watching::start(&folder);
    for number in 0..2_000 {
        let note = NOTE.replace("Acme", &format!("Company {number}")).replace("03-02", "02-20");
        folder.write(&format!("{}/{number}.md", number % 20), note);
    }
    wait_for_text(&folder, "FOLLOWUPS.md", "Company 1999 ");
    wait_until_as_fresh(&folder);
    assert!(watching.runs().len() <= 12, "{:#?}", watching.runs());
}

#[test]
fn whatever_happens_it_comes_to_what_a_fresh_build_does() {
    let folder = acme();
    let watching = Watching::start(&folder);
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let words = ["humane", "shared", "kind", "slow"];
    for turn in 0..300 {
        let (at, sub) = (random.below(8), random.below(3));
        let path = if sub == 0 { format!("{at}.md") } else { format!("{sub}/{at}.md") };
        let text = NOTE
            .replace("Acme", &format!("Company {}", random.below(5)))
            .replace("humane", words[random.below(words.len())])
            .replace("2026-03-02", &format!("2026-0{}-1{}", 2 + random.below(2), at));
        match random.below(12) {
            0..=3 => {
                folder.write(&path, &text);
                (SAVES[random.below(SAVES.len())].1)(&folder.at(&path), &text);
            }
            4 => folder.write(&path, &text[..random.below(text.len())]),
            5 => drop(fs::remove_file(folder.at(&path))),
            6 => {
                fs::create_dir_all(folder.at("2")).unwrap();
                let _ = fs::rename(folder.at(&path), folder.at(&format!("2/{turn}.md")));
            }
            7 => drop(fs::rename(folder.at("1"), folder.at(&format!("moved-{turn}")))),
            8 => drop(fs::remove_dir_all(folder.at("2"))),
            9 => {
                let drafts = folder.drafts();
                if !drafts.is_empty() {
                    let draft = folder.at(&drafts[random.below(drafts.len())]);
                    match random.below(3) {
                        0 => drop(fs::remove_file(draft)),
                        _ => drop(OpenOptions::new().append(true).open(draft).map(|mut draft| {
                            draft.write_all(b"PS: see you soon!\n").unwrap();
                        })),
                    }
                }
            }
            10 => {
                let agenda = fs::read_to_string(folder.at("FOLLOWUPS.md")).unwrap();
                folder.write("FOLLOWUPS.md", agenda + &format!("- mine {turn}\n"));
            }
            _ => {
                let outcome = "role: Backend engineer\noutcome: rejected\noutcome_date: 2026-03-02";
                folder.write(&path, text.replace("role: Backend engineer", outcome));
            }
        }
        if random.below(4) == 0 {
            thread::sleep(Duration::from_millis(random.below(30) as u64));
        }
    }
    wait_until_as_fresh(&folder);
    assert!(
        !watching.said().iter().any(|line| line.starts_with("error: ")),
        "{:#?}",
        watching.said()
    );
}

#[test]
fn every_save_of_a_draft_that_was_the_last_word_is_there() {
    let folder = acme();
    let watching = Watching::start(&folder);
    let (original, mut random) = (folder.read(DRAFT), Random(11));
    let copies = || {
        let files = fs::read_dir(folder.path()).unwrap().filter_map(Result::ok);
        files.map(|file| file.path()).filter(|path| path.to_string_lossy().contains("thank-you"))
    };
    let is_there =
        |words: &str| copies().any(|path| fs::read_to_string(path).is_ok_and(|text| text == words));
    let beside = folder.at("beside.txt");
    let put = |words: &str| {
        fs::write(&beside, words).unwrap();
        fs::rename(&beside, folder.at(DRAFT)).unwrap();
    };
    let mut last = original.clone();
    for turn in 0..2_000 {
        // A moment later what was the last word still is. While files trade names it can be looked for in vain.
        wait_until(
            || is_there(&last),
            || format!("the words of save {turn}: {:#?}", watching.said()),
        );
        for path in copies().filter(|path| path.to_string_lossy().contains(".kept-")) {
            fs::remove_file(path).unwrap();
        }
        // The draft is the program's again and wants to be renewed; then the user saves while the program writes.
        put(&original);
        folder.write("acme.md", NOTE.replace("humane", &format!("humane {turn}")));
        let (start, delay) = (Instant::now(), Duration::from_micros(random.below(8_000) as u64));
        while start.elapsed() < delay {
            thread::yield_now();
        }
        last = format!("{original}edit {turn}\n");
        if turn % 2 == 0 {
            folder.write(DRAFT, &last);
        } else {
            put(&last);
        }
        thread::sleep(Duration::from_micros(random.below(4_000) as u64));
    }
    wait_until(|| is_there(&last), || "the last words".to_owned());
    drop(watching);
    folder.build(TODAY);
    assert!(is_there(&last));
    assert!(
        !folder.files().iter().any(|path| path.contains("journal-tmp")),
        "{:?}",
        folder.files()
    );
}

// Losses

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
    let outer = Folder::with(&[("journal/acme.md", NOTE)]);
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
fn what_cant_be_written_is_said_once_and_made_up_for() {
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
fn a_file_system_that_tells_of_nothing_is_looked_at() {
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
fn without_watches_left_it_says_so_and_looks_for_itself() {
    let folder = acme();
    // A name space of its own has limits of its own.
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "sh", "-c"]);
    command
        .arg("echo 1 >/proc/sys/user/max_inotify_watches && exec \"$0\" watch --today 2026-03-03");
    command.arg(env!("CARGO_BIN_EXE_journal")).current_dir(folder.path());
    let may = Command::new("unshare").args(["--user", "--map-root-user", "true"]).output();
    if !may.is_ok_and(|output| output.status.success()) {
        return;
    }
    fs::create_dir(folder.at("sub")).unwrap();
    let watching = Watching::spawn(command);
    watching.wait_for_line("max_user_watches");
    folder.write("sub/globex.md", NOTE.replace("Acme Robotics", "Globex"));
    wait_for_text(&folder, "FOLLOWUPS.md", "Globex");
    let warnings = watching.said().into_iter().filter(|line| line.contains("max_user_watches"));
    assert_eq!(warnings.count(), 1);
}

// The day

#[test]
fn the_agenda_is_the_new_days_without_any_event() {
    let folder = acme();
    let first = NaiveDate::from_ymd_opt(2026, 3, 3).unwrap();
    let days = Arc::new(AtomicU32::new(0));
    let inbox = Inbox::new();
    let (remote, root, passed) = (inbox.remote(), folder.path().to_owned(), days.clone());
    let causes = Arc::new(Mutex::new(Vec::new()));
    let told = causes.clone();
    let watching = thread::spawn(move || {
        let today = || first + Days::new(passed.load(Ordering::Relaxed).into());
        let options = Options { poll: None, today };
        watch(&root, &options, &inbox, &mut |event| {
            if let Told::Run(cause, _) = event {
                told.lock().unwrap().push(cause.clone());
            }
        })
        .unwrap();
    });
    wait_for_text(&folder, "FOLLOWUPS.md", "# Follow-ups for Tuesday 3 March 2026");
    for (passed, heading) in [(1, "Wednesday 4"), (40, "Sunday 12"), (0, "Tuesday 3")] {
        days.store(passed, Ordering::Relaxed);
        remote.wake();
        wait_for_text(&folder, "FOLLOWUPS.md", &format!("# Follow-ups for {heading}"));
    }
    // Nobody needs to wake it.
    days.store(2, Ordering::Relaxed);
    wait_for_text(&folder, "FOLLOWUPS.md", "# Follow-ups for Thursday 5");
    remote.stop();
    watching.join().unwrap();
    let causes = causes.lock().unwrap();
    assert_eq!(causes[..], [&[Cause::Start][..], &vec![Cause::Day; 4]].concat());
}

// Neighbours

#[test]
fn a_journal_has_one_watcher_and_no_lock_file() {
    let folder = acme();
    let mut watching = Watching::start(&folder);
    let before = folder.files();
    let second = Watching::command(&folder).output().unwrap();
    assert_eq!(second.status.code(), Some(2));
    let stderr = String::from_utf8(second.stderr).unwrap();
    assert!(stderr.contains("another `journal watch` runs on /"), "{stderr}");
    assert!(stderr.ends_with(" already\n"), "{stderr}");
    assert_eq!(folder.files(), before);
    // Another journal has its own, and a crash leaves nothing that blocks.
    let other = acme();
    drop(Watching::start(&other));
    watching.child.kill().unwrap();
    watching.child.wait().unwrap();
    drop(Watching::start(&folder));
}

#[test]
fn builds_beside_it_come_to_the_same() {
    let folder = acme();
    let watching = Watching::start(&folder);
    for round in 0..30 {
        folder.write("acme.md", NOTE.replace("humane", &format!("humane {round}")));
        folder.write(&format!("{round}.md"), NOTE.replace("Acme", &format!("Company {round}")));
        folder.build(TODAY);
    }
    wait_until_as_fresh(&folder);
    // Whoever fights never comes to rest.
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

// What it says

#[test]
fn problems_are_said_as_they_come_and_as_they_go() {
    let folder = acme();
    let watching = Watching::start(&folder);
    let runs = || watching.runs().len();
    let edit = |from: &str, to: &str| {
        let before = runs();
        folder.edit("acme.md", from, to);
        wait_until(|| runs() > before, || format!("{:#?}", watching.said()));
    };
    edit("1 week", "soonish");
    edit("## What", "A new line\n\n## What");
    edit("role: Backend", "source: a friend\nrole: Backend");
    edit("soonish", "1 week");
    folder.write("journal.toml", "holidays = [1]\n");
    watching.wait_for_line("journal.toml can't be used");
    folder.edit("acme.md", "humane", "shared");
    folder.write("journal.toml", "holidays = []\n");
    wait_for_text(&folder, DRAFT, "shared");
    watching.wait_for_line("journal.toml → ");
    assert_data_eq!(
        watching.transcript(),
        str![[r#"
watching [..]: 1 today · 1 later · 2 worth doing · 1 waiting to hear
warning[unknown-window]: the decision window "soonish" is not understood and counts as none
 --> acme.md:6:18
  |
6 | decision_window: soonish
  |                  ^^^^^^^
  |
  = help: forms that are understood: 3 days, 2 weeks, a month, within 10 business days, 5-7 days, 2026-03-20, by 20 March, by Friday, end of next week, end of March, mid April, tomorrow, unknown
acme.md → FOLLOWUPS.md, 1 due today
acme.md → nothing to write, 1 due today
acme.md → FOLLOWUPS.md, 1 due today
mended: acme.md:7:18: the decision window "soonish" is not understood and counts as none
acme.md → FOLLOWUPS.md, 1 due today
error[invalid-config]: journal.toml can't be used: "the integer" is not a date such as 2026-12-25
 --> journal.toml:1:13
  |
1 | holidays = [1]
  |             ^
  |
  = help: correct this line, or remove it to use the default
journal.toml can be used again
journal.toml → 1 renewed draft, 1 due today

"#]]
    );
}

#[test]
fn what_is_wrong_with_two_notes_goes_with_either() {
    let folder = acme();
    folder.write("copy.md", NOTE);
    let watching = Watching::start(&folder);
    watching.wait_for_line("warning[same-interview]: looks like the same interview as acme.md");
    wait_until_as_fresh(&folder);
    folder.edit("acme.md", "2026-03-02", "2026-03-01");
    watching.wait_for_line("mended: copy.md:3:7: looks like the same interview as acme.md");
    wait_until_as_fresh(&folder);
    fs::rename(folder.at("copy.md"), folder.at("abc.md")).unwrap();
    folder.edit("abc.md", "2026-03-02", "2026-03-01");
    watching.wait_for_line("warning[same-interview]: looks like the same interview as abc.md");
    wait_until_as_fresh(&folder);
    folder.remove("abc.md");
    watching.wait_for_line("mended: acme.md:3:7: looks like the same interview as abc.md");
    wait_until_as_fresh(&folder);
}

#[test]
fn q_says_nothing_but_what_failed() {
    let folder = acme();
    let watching = Watching::spawn({
        let mut command = Watching::command(&folder);
        command.arg("-q");
        command
    });
    wait_for_text(&folder, DRAFT, "humane");
    folder.edit("acme.md", "1 week", "soonish");
    wait_for_text(&folder, "FOLLOWUPS.md", "soonish");
    fs::create_dir(folder.at("b.md")).unwrap();
    folder.edit("acme.md", "humane", "shared");
    wait_for_text(&folder, DRAFT, "shared");
    assert_eq!(watching.said(), [""; 0]);
}

#[test]
fn a_broken_configuration_or_a_missing_folder_is_refused() {
    let folder = acme();
    folder.write("journal.toml", "nonsense = 1\n");
    let ran = folder.journal(&["watch", "--today", TODAY]);
    assert_eq!(ran.code, 2);
    assert_eq!(ran.stderr.matches("error[invalid-config]").count(), 1, "{}", ran.stderr);
    assert!(!folder.has("FOLLOWUPS.md"));
    let ran = folder.journal(&["watch", "nowhere"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (2, "error: there is no folder nowhere\n"));
    assert_eq!(folder.journal(&["watch", "--poll", "0"]).code, 2);
}

#[test]
fn notices_tell_what_becomes_due_once_and_only_on_a_desktop() {
    let folder = acme();
    let bin =
        Folder::with(&[("notify-send", "#!/bin/sh\nprintf '%s\\n' \"$*\" >>\"${0%/*}/shown\"\n")]);
    fs::set_permissions(bin.at("notify-send"), Permissions::from_mode(0o755)).unwrap();
    let start = |desktop: bool| {
        let mut command = Watching::command(&folder);
        command.arg("--notify").env("PATH", format!("{}:/usr/bin:/bin", bin.path().display()));
        if desktop {
            command.env("DISPLAY", ":0");
        }
        let watching = Watching::spawn(command);
        watching.wait_for_line("watching ");
        watching
    };
    drop(start(false));
    let watching = start(true);
    let shown = || fs::read_to_string(bin.at("shown")).unwrap_or_default();
    wait_until(|| !shown().is_empty(), || "a notice".to_owned());
    let first = "--app-name=journal -- A follow-up is due Thank Jane Doe · Acme Robotics, Backend engineer\n";
    assert_eq!(shown(), first);
    folder.edit("acme.md", "humane", "shared");
    watching.wait_for_runs(1);
    folder.write("b.md", NOTE.replace("Acme Robotics", "<b>Globex & Co"));
    folder.edit("b.md", "[Jane Doe <jane@acme.example>]", "[Ann Lee, Bo Day]");
    wait_until(|| shown().contains("Bo Day"), || format!("{:?}: {:#?}", shown(), watching.said()));
    let notices = shown().replace(first, "");
    assert!(notices.contains("Thank Ann Lee · &lt;b&gt;Globex &amp; Co"), "{notices}");
    assert!(!notices.contains("Acme"), "it was told before: {notices}");
}

#[test]
fn services_name_this_journal() {
    let outer = Folder::with(&[("my $5 %n \"journal\" & more/acme.md", NOTE)]);
    let root = outer.path().canonicalize().unwrap();
    let name = "my $5 %n \"journal\" & more";
    let ran = outer.journal(&["-C", name, "watch", "--notify", "--print-service", "systemd"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let line = ran.stdout.lines().find(|line| line.starts_with("ExecStart=")).unwrap();
    let program = env!("CARGO_BIN_EXE_journal");
    let quoted = format!("{}/my $$5 %%n \\\"journal\\\" & more", root.display());
    assert_eq!(
        line,
        format!(r#"ExecStart="{program}" "watch" "--quiet" "--notify" "--" "{quoted}""#)
    );
    assert!(ran.stdout.contains("\nWantedBy=default.target\n"), "{}", ran.stdout);
    let ran = outer.journal(&["-C", name, "watch", "--poll=9", "--print-service", "launchd"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let last = format!("<string>{}/my $5 %n \"journal\" &amp; more</string>", root.display());
    for part in ["<string>--poll=9</string>", &last, "<key>RunAtLoad</key>"] {
        assert!(ran.stdout.contains(part), "{part}: {}", ran.stdout);
    }
    assert!(!outer.has(&format!("{name}/FOLLOWUPS.md")), "it only prints");
}
