//! How long it takes from the end of a save to the new FOLLOWUPS.md, and what an idle watch costs:
//! `cargo bench --bench watch`.
//!
//! It runs the program on journals of several sizes, and saves their open notes again and again: by turns in place, as
//! nano and VS Code do, and by renaming, as vim does. `cargo bench --bench watch -- --idle` also leaves each alone for a
//! minute. Figures of one run can be compared with each other only.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark sets up its own folder and says what it found"
)]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use chrono::Days;
use notes::today;

mod notes;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const SAVES: usize = 100;

/// How long a person's next save is away, at least.
const PAUSE: Duration = Duration::from_millis(30);

fn main() {
    let idle = std::env::args().any(|argument| argument == "--idle");
    println!(
        "{:>8} {:>10} {:>9} {:>9} {:>9} {:>11}",
        "notes", "changes", "median", "99 %", "most", "CPU a save"
    );
    for size in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let waiting = notes::write(folder.path(), size);
        let mut watch = start(folder.path());
        for (changes, edit) in EDITS {
            let (before, _) = usage(watch.id());
            let mut times = latencies(folder.path(), &waiting, edit);
            let (after, _) = usage(watch.id());
            times.sort_unstable();
            let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
            println!(
                "{size:>8} {changes:>10} {:>9} {:>9} {:>9} {:>11}",
                ms(times[SAVES / 2]),
                ms(times[SAVES * 99 / 100]),
                ms(times[SAVES - 1]),
                format!("{} ms", (after - before) / SAVES as u64 / 2)
            );
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

/// A change of a note's text: the beginning of a line, and what stands there instead of the whole line.
type Edit = fn(usize) -> (&'static str, String);

const EDITS: [(&str, Edit); 4] = [
    ("company", |turn| ("company: ", format!("company: Other Company {turn}"))),
    ("window", |turn| {
        ("decision_window: ", format!("decision_window: {}", today() + Days::new(90 + turn as u64)))
    }),
    ("outcome", |_| ("outcome: ", "outcome: more interviews".to_owned())),
    ("body", |turn| ("## To do", format!("## To do\n\n- [ ] Task {turn}"))),
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

/// The times from a save to the new agenda. Each note is as before at the end of its turn.
fn latencies(root: &Path, notes: &[PathBuf], edit: Edit) -> Vec<Duration> {
    let agenda = root.join("FOLLOWUPS.md");
    let mut times = Vec::with_capacity(SAVES);
    for turn in 0..SAVES {
        let note = &notes[turn % notes.len()];
        let original = fs::read_to_string(note).unwrap();
        let (beginning, words) = edit(turn);
        let line = original.lines().find(|line| line.starts_with(beginning)).unwrap();
        let text = original.replacen(line, &words, 1);
        times.push(save(note, &agenda, &text, turn % 2 == 1));
        save(note, &agenda, &original, false);
    }
    times
}

fn save(note: &Path, agenda: &Path, text: &str, by_rename: bool) -> Duration {
    let before = version(agenda);
    let saved = if by_rename {
        let temporary = note.with_extension("md.new");
        fs::write(&temporary, text).unwrap();
        fs::rename(&temporary, note).unwrap();
        Instant::now()
    } else {
        fs::write(note, text).unwrap();
        Instant::now()
    };
    while version(agenda) == before {
        assert!(saved.elapsed() < Duration::from_secs(20), "the agenda never came");
        thread::sleep(Duration::from_micros(100));
    }
    let took = saved.elapsed();
    thread::sleep(PAUSE);
    took
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
