//! `init --demo`: the sample's search, with its days counted from today.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Days, NaiveDate};
use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::support::{AGENDA, Folder, SAMPLE_DAY, journal};

/// The words of a month or a weekday, which would not move with the days.
const WORDS: [&str; 20] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "holidays",
];

/// A journal with the demo of a day.
fn demo(day: &str) -> Folder {
    let folder = Folder::new();
    let ran = folder.run_on(day, "init --demo");
    assert_eq!((ran.code, &*ran.stdout), (0, ""), "{ran:?}");
    folder
}

/// The files of the sample that somebody wrote.
fn sample() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-journal");
    let entries = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        (path, std::fs::read_to_string(entry.path()).unwrap())
    });
    files.filter(|(path, _)| path != AGENDA && !path.ends_with(".draft.md")).collect()
}

/// The headings of an agenda.
fn headings(agenda: &str) -> Vec<&str> {
    agenda.lines().filter(|line| line.starts_with("## ")).collect()
}

#[test]
fn it_says_what_it_made_and_what_to_do_next() {
    let folder = Folder::new();
    let ran = folder.run_on("2026-11-28", "init --demo search");
    assert_eq!((ran.code, &*ran.stdout), (0, ""));
    assert_data_eq!(
        ran.stderr,
        str![[r#"
made 18 notes: a made-up search, with its days counted from today
made journal.toml: who signs the drafts, and a few settings
made .gitattributes: how git should treat the agenda and drafts
next: `journal build` in search; FOLLOWUPS.md then says what is due

"#]]
    );
    assert!(folder.has("search/2026-11/24-acme-robotics.md"), "{:?}", folder.files());
    assert_eq!(folder.run_on("2026-11-28", "build search").code, 0);
}

#[test]
fn on_the_samples_day_it_is_the_sample() {
    let folder = demo(SAMPLE_DAY);
    for (path, text) in sample() {
        if path != "journal.toml" {
            assert_eq!(folder.read(&path), text, "{path}");
        }
    }
    assert_eq!(folder.files().len(), sample().len() + 1, "and .gitattributes");
    let agenda = folder.build(SAMPLE_DAY);
    let of_sample = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-journal").join(AGENDA),
    );
    // Nobody has edited a draft or written into the agenda.
    let of_sample = of_sample.unwrap();
    let upto = |agenda: &str| agenda.split("\n## Done in").next().unwrap().to_owned();
    assert_eq!(upto(&agenda), upto(&of_sample));
}

#[test]
fn on_any_day_its_agenda_reads_as_the_samples_does() {
    let sample = demo(SAMPLE_DAY);
    let expected = sample.build(SAMPLE_DAY);
    let titles = |agenda: &Value| -> Vec<(String, String)> {
        let rows = agenda["followups"].as_array().unwrap().iter();
        let word = |row: &Value, key: &str| row[key].as_str().unwrap().to_owned();
        let mut rows: Vec<_> = rows.map(|row| (word(row, "title"), word(row, "company"))).collect();
        rows.sort();
        rows
    };
    let data = |folder: &Folder, day: &str| -> Value {
        let ran = folder.run_on(day, "agenda --format json");
        serde_json::from_str(&ran.stdout).unwrap()
    };
    // A week, the turn of a year, and a leap day.
    let weeks =
        ["2026-11-23", "2026-12-28", "2028-02-25"].map(|day| day.parse::<NaiveDate>().unwrap());
    for day in weeks.iter().flat_map(|first| (0..7).map(|days| *first + Days::new(days))) {
        let day = day.to_string();
        let folder = demo(&day);
        let agenda = folder.build(&day);
        assert_eq!(headings(&agenda), headings(&expected), "{day}");
        let (found, wanted) = (data(&folder, &day), data(&sample, SAMPLE_DAY));
        assert_eq!(titles(&found), titles(&wanted), "{day}");
        for status in ["overdue", "today"] {
            let rows = found["followups"].as_array().unwrap().iter();
            assert!(rows.clone().any(|row| row["status"] == status), "{day}: nothing {status}");
        }
        assert_eq!(found["interviews"][0]["date"], *day);
        let codes = |data: &Value| -> Vec<String> {
            let problems = data["problems"].as_array().unwrap().iter();
            problems.map(|problem| problem["code"].to_string()).collect()
        };
        assert_eq!(codes(&found), codes(&wanted), "{day}");
        assert_eq!(folder.run_on(&day, "build --check").code, 0, "{day}");
    }
}

#[test]
fn its_notes_name_no_day_that_would_not_move() {
    for (path, text) in sample().iter().filter(|(path, _)| *path != "journal.toml") {
        for word in WORDS {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
    let settings = demo("2026-11-28").read("journal.toml");
    assert!(!settings.contains("holidays") && settings.contains("Alex Morgan"), "{settings}");
}

#[test]
fn it_wants_a_folder_of_its_own() {
    let folder = journal(&[("notes.txt", "mine")]);
    let ran = folder.run_on(SAMPLE_DAY, "init --demo .");
    assert_eq!((ran.code, &*ran.stdout), (2, ""));
    assert!(ran.stderr.contains("is not empty; give the demo a folder of its own"), "{ran:?}");
    assert_eq!(folder.files(), ["notes.txt"]);

    let folder = journal(&[("journal.toml", "")]);
    for words in ["init --demo a", "init --demo a/b", "init --demo ."] {
        let ran = folder.run_on(SAMPLE_DAY, words);
        assert_eq!(ran.code, 2, "{words}");
        assert!(ran.stderr.contains("is inside the journal"), "{ran:?}");
    }
    assert_eq!(folder.files(), ["journal.toml"]);
    assert!(!folder.has("a"));

    for words in ["init --demo --templates", "init --demo --yes"] {
        assert_eq!(Folder::new().run_on(SAMPLE_DAY, words).code, 2, "{words}");
    }
}
