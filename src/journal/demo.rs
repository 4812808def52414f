//! A made-up search to look at: that of the sample, with its days counted from today.

use chrono::{Days, NaiveDate};
use include_dir::{Dir, DirEntry, include_dir};

use crate::dates::calendar::parse_date;
use crate::drafts::is_draft;
use crate::journal::AGENDA;
use crate::journal::starter::{ATTRIBUTES_FILE, attributes};
use crate::rules::config::FILE_NAME;

static SAMPLE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/sample-journal");

/// The day that the sample is written for.
const DAY: &str = "2026-03-16";

/// The length of a day as notes and their names have it.
const LENGTH: usize = DAY.len();

/// The files of the search as it stands today, as paths from the root and texts: the notes, the settings, and the
/// attributes for git. The next build makes the agenda and the drafts.
///
/// Every day is as far from today as it is from the sample's day, so the agenda reads the same on any day of the week.
pub fn files(today: NaiveDate) -> Vec<(String, String)> {
    let mut sample = Vec::new();
    collect(&SAMPLE, &mut sample);
    let is_made = |path: &str| path == AGENDA || is_draft(path);
    let mut files: Vec<(String, String)> = sample
        .into_iter()
        .filter(|(path, _)| !is_made(path))
        .map(|(path, text)| match path == FILE_NAME {
            true => (path, without_holidays(text)),
            false => (moved_path(&path, today), moved(text, today)),
        })
        .collect();
    files.push((ATTRIBUTES_FILE.to_owned(), attributes()));
    files.sort();
    files
}

/// Gathers the files below a folder.
fn collect(folder: &Dir<'static>, files: &mut Vec<(String, &'static str)>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => collect(folder, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                files.extend(file.contents_utf8().map(|text| (path, text)));
            }
        }
    }
}

/// The settings but for the days off, which belong to the sample's own year.
fn without_holidays(text: &str) -> String {
    let parts = text.split("\n\n").filter(|part| !part.contains("\nholidays = "));
    parts.collect::<Vec<_>>().join("\n\n")
}

/// A path such as `2026-03/12-acme.md`, which begins with a day, for the day that is as far from today.
fn moved_path(path: &str, today: NaiveDate) -> String {
    let moved = path.split_at_checked(LENGTH).and_then(|(day, rest)| {
        let day = moved_day(parse_date(&day.replace('/', "-"))?, today)?;
        Some(format!("{}{rest}", day.format("%Y-%m/%d")))
    });
    moved.unwrap_or_else(|| path.to_owned())
}

/// A text in which every day is as far from today as it was from the sample's.
fn moved(text: &str, today: NaiveDate) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let day = rest.get(..LENGTH).and_then(parse_date).and_then(|day| moved_day(day, today));
        let length = match day {
            Some(day) => {
                result.push_str(&day.to_string());
                LENGTH
            }
            None => {
                result.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    result
}

fn moved_day(day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let from = parse_date(DAY)?;
    let distance = Days::new((day - from).num_days().unsigned_abs());
    match day < from {
        true => today.checked_sub_days(distance),
        false => today.checked_add_days(distance),
    }
}
