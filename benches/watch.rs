//! How long it takes from the end of a save to the new FOLLOWUPS.md, and what an idle watch costs:
//! `cargo bench --bench watch`.
//!
//! It runs the program on journals of several sizes, each with 500 open interviews at most, and saves one of their notes
//! again and again: in place, as nano and VS Code do, and by renaming, as vim does. `cargo bench --bench watch -- --idle`
//! also leaves each alone for a minute. Figures of one run can be compared with each other only.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark sets up its own folder and says what it found"
)]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use notes::today;

mod notes;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const SAVES: usize = 300;

/// How long a person's next save is away, at least.
const PAUSE: Duration = Duration::from_millis(30);

fn main() {
    let idle = std::env::args().any(|argument| argument == "--idle");
    println!(
        "{:>8} {:>10} {:>10} {:>9} {:>9} {:>9}",
        "notes", "save", "changes", "median", "99 %", "most"
    );
    for size in SIZES {
        let folder = tempfile::tempdir().unwrap();
        notes::write(folder.path(), size, (size / 500).max(20));
        let mut watch = start(folder.path());
        for (save, by_rename) in [("in place", false), ("rename", true)] {
            for (changes, edit) in EDITS {
                let mut times = latencies(folder.path(), by_rename, edit);
                times.sort_unstable();
                let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
                println!(
                    "{size:>8} {save:>10} {changes:>10} {:>9} {:>9} {:>9}",
                    ms(times[SAVES / 2]),
                    ms(times[SAVES * 99 / 100]),
                    ms(times[SAVES - 1])
                );
            }
        }
        if idle {
            let (cpu, memory) = usage(watch.id());
            thread::sleep(Duration::from_secs(60));
            let (cpu_after, memory_after) = usage(watch.id());
            let used = cpu_after - cpu;
            println!(
                "{size:>8} idle for a minute: {used} ms of CPU, {memory} MiB at its start, {memory_after} MiB at its end"
            );
        }
        watch.kill().unwrap();
        watch.wait().unwrap();
    }
}

type Edit = fn(usize) -> (&'static str, String);

/// What a save changes: a line of the agenda, or that and the drafts of the note.
const EDITS: [(&str, Edit); 2] = [
    ("agenda", |turn| ("## Notes\n", format!("## Notes\n\n- [ ] Task {turn}\n"))),
    ("6 drafts", |turn| ("role: Backend engineer", format!("role: Backend engineer {turn}"))),
];

fn start(root: &Path) -> Child {
    let mut watch = Command::new(env!("CARGO_BIN_EXE_journal"))
        .args(["watch", "--today", &today().to_string()])
        .current_dir(root)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(watch.stderr.take().unwrap()).lines();
    lines.find(|line| line.as_ref().unwrap().contains("watching")).unwrap().unwrap();
    thread::spawn(move || lines.for_each(drop));
    watch
}

fn latencies(root: &Path, by_rename: bool, edit: Edit) -> Vec<Duration> {
    let note = root.join("0000/0.md");
    let agenda = root.join("FOLLOWUPS.md");
    let original = fs::read_to_string(&note).unwrap();
    let mut times = Vec::with_capacity(SAVES);
    for turn in 0..SAVES {
        let (from, to) = edit(turn);
        let text = original.replacen(from, &to, 1);
        let before = version(&agenda);
        if by_rename {
            let temporary = root.join("0000/0.md.new");
            fs::write(&temporary, text).unwrap();
            fs::rename(&temporary, &note).unwrap();
        } else {
            fs::write(&note, text).unwrap();
        }
        let saved = Instant::now();
        while version(&agenda) == before {
            assert!(saved.elapsed() < Duration::from_secs(20), "the agenda never came");
            thread::sleep(Duration::from_micros(100));
        }
        times.push(saved.elapsed());
        thread::sleep(PAUSE);
    }
    let before = version(&agenda);
    fs::write(&note, original).unwrap();
    while version(&agenda) == before {
        thread::sleep(Duration::from_millis(1));
    }
    thread::sleep(PAUSE);
    times
}

/// Another file stands there after each run that changed the agenda.
fn version(agenda: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(agenda).ok().map(|metadata| metadata.ino())
}

/// CPU time in ms and resident memory in MiB of a process.
fn usage(process: u32) -> (u64, u64) {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks: u64 = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
    let pages: u64 = fields[21].parse().unwrap();
    (ticks * 10, pages * 4096 / (1 << 20))
}
