//! An agenda that formatters and editors have written anew: every tick counts, the user's lines stay, and none of ours
//! becomes theirs.

use std::fs;
use std::process::Command;

use serde_json::Value;

use super::own;
use crate::support::{AGENDA, Folder, NOTE, Random, left_out, without_comments};

/// Notes whose words and names are hard on formatters.
const ODD: &str = "\
---
company: 'R&D *Labs* [24]7 | a_b <x> & Co, Inc. (UK)'
date: 2026-03-12
role: C#/C++ & `Go` \\ dev
interviewers: [Zoë O'Neil, 'Ann_Marie **B**']
recruiter: Sam Lee <sam@talent.example>
---

- [ ] Read *the* paper · twice
- [ ] Send 1 & 2
- [ ] Read *the* paper - once
";

/// One with problems, whose helps have code in them.
const BAD: &str = "\
---
company: Rick
date: 2026-03-12
interviewers: Lupe Ortiz <lupe@r.example>, Doug (site `mgr`)
thread: Re: The `shift` lead: ``night`` and 1. [day](x) | <!-- 12ab -->
outcome: pendng
---
";

/// Notes of processes that stand where few do, by their company.
const STAGES: [(&str, &str); 4] = [
    ("Brown", "date: 2026-03-02\noutcome: on hold"),
    ("Green", "date: 2026-03-09\nround: take-home task"),
    ("Grey", "applied: 2026-03-02\noutcome: next round"),
    ("White", "date: 2026-03-02\noutcome: hiring manager"),
];

/// Notes of a search that is over but for a few letters.
const LEAVING: [(&str, &str); 3] = [
    ("Amber", "date: 2026-03-02\noutcome: accepted\noutcome_date: 2026-03-12"),
    ("Coral", "date: 2026-03-02\nrecruiter: Sam Lee <sam@coral.example>"),
    ("Ivory", "date: 2026-03-04\nrecruiter: Ann Ray <ann@ivory.example>"),
];

/// A rewriting of an agenda.
type Rewriting = fn(&str) -> String;

/// Applies a change to each line.
fn each(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(|line| change(line) + "\n").collect()
}

/// Wraps lines but those of tables and headings at a width, further ones further in.
fn wrapped(text: &str, width: usize) -> String {
    each(text, |line| {
        if line.starts_with(['|', '#']) || line.chars().count() <= width {
            return line.to_owned();
        }
        let indent = line.len() - line.trim_start().len();
        let indent = indent + if line.trim_start().starts_with("- ") { 2 } else { 0 };
        let mut at = 0;
        let mut wrapped = String::new();
        for word in line.trim_start().split(' ') {
            // Nobody leaves a mark of a list alone on its line.
            let has_begun = wrapped.contains(|c: char| c.is_alphabetic() || c == '[');
            if has_begun
                && at > 0
                && at + word.chars().count() > width
                && !word.starts_with(['-', '+'])
            {
                wrapped += &format!("\n{}", " ".repeat(indent));
                at = 0;
            } else if at > 0 {
                wrapped.push(' ');
            }
            wrapped += word;
            at += word.chars().count() + 1;
        }
        format!("{}{wrapped}", " ".repeat(line.len() - line.trim_start().len()))
    })
}

const REWRITINGS: [(&str, Rewriting); 18] = [
    ("CRLF", |text| text.replace('\n', "\r\n")),
    ("byte-order mark", |text| format!("\u{feff}{text}")),
    ("stars", |text| each(text, |line| line.replacen("- [", "* [", 1))),
    ("numbers", |text| each(text, |line| line.replacen("- [", "3. [", 1))),
    ("brackets as numbers", |text| each(text, |line| line.replacen("- [", "1) [", 1))),
    ("underscores", |text| text.replace("**", "__")),
    ("wrapped at 80", |text| wrapped(text, 80)),
    ("wrapped at 40", |text| wrapped(text, 40)),
    ("joined", |text| text.replace("\n  [", " [")),
    ("re-indented", |text| text.replace("\n  [", "\n\t[").replace("\n  - ", "\n    - ")),
    ("loose", |text| text.replace("\n- [", "\n\n- [")),
    ("quoted", |text| {
        each(text, |line| match line.starts_with("- [") {
            true => format!("> {line}"),
            false => line.to_owned(),
        })
    }),
    ("escaped boxes", |text| {
        each(text, |line| match line.strip_prefix("- [") {
            Some(rest) => format!("- \\[{}", rest.replacen(']', "\\]", 1)),
            None => line.to_owned(),
        })
    }),
    ("unescaped", |text| text.replace("\\&", "&").replace("\\#", "#").replace("\\.", ".")),
    ("entities", |text| text.replace("\\&", "&amp;").replace("\\<", "&lt;")),
    ("aligned tables", |text| text.replace(" | ", "   |   ").replace("| --- ", "|:------")),
    ("blanks at line ends", |text| text.replace('\n', "  \n")),
    ("without comments", without_comments),
];

/// The setting for the lines of Obsidian's Tasks plugin.
const TASKS: &str = "\n[agenda]\nstyle = \"obsidian-tasks\"\n";

/// The journals to try in each style, each with the day of its build.
fn journals() -> Vec<(Folder, &'static str)> {
    let mut journals = plain_journals();
    for (folder, day) in plain_journals() {
        let settings = folder.has("journal.toml").then(|| folder.read("journal.toml"));
        folder.write("journal.toml", settings.unwrap_or_default() + TASKS);
        journals.push((folder, day));
    }
    journals
}

fn plain_journals() -> Vec<(Folder, &'static str)> {
    let sample = Folder::new();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-journal");
    for entry in walkdir::WalkDir::new(root).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap();
        if entry.file_type().is_file() && path != AGENDA {
            sample.write(path, fs::read(entry.path()).unwrap());
        }
    }
    let odd = Folder::new();
    odd.write("2026/it's [1] & (2).md", ODD);
    odd.write("bad.md", BAD);
    odd.write("acme.md", NOTE);
    odd.write("acme 2.md", NOTE.replace("Backend", "Frontend"));
    add(&odd, &STAGES);
    vec![(sample, "2026-03-16"), (odd, "2026-03-13")]
}

fn add(folder: &Folder, notes: &[(&str, &str)]) {
    for (company, fields) in notes {
        let note = format!("---\ncompany: {company}\n{fields}\n---\n");
        folder.write(&format!("{company}.md"), note);
    }
}

/// Sets ticks and writes words into an agenda. Gives the text, the ticked keys and the words.
fn edited(page: &str, day: &str, random: &mut Random) -> (String, Vec<String>, Vec<String>) {
    let (mut keys, mut words, mut text) = (Vec::new(), Vec::new(), String::new());
    for line in page.lines() {
        if line.is_empty() && random.below(12) == 0 {
            words.push(format!("own words {}", words.len()));
            text += &format!("\n{}\n", words.last().unwrap());
        }
        match line.strip_prefix("- [ ]") {
            Some(rest) if random.below(4) == 0 => {
                let comment = rest.rsplit_once("<!-- ").unwrap().1;
                keys.push(comment[..8].to_owned());
                // The plugin adds the day.
                let is_plugins = rest.contains('🆔') && random.below(2) == 0;
                let on = if is_plugins { format!(" ✅ {day}") } else { String::new() };
                text += &format!("- [x]{rest}{on}\n");
            }
            _ => text += &format!("{line}\n"),
        }
    }
    (text, keys, words)
}

/// Builds a re-written agenda, and asserts that nothing of it was lost or taken for something else.
fn assert_read(
    folder: &Folder,
    day: &str,
    before: &Value,
    keys: &[String],
    words: &[String],
    how: &str,
) {
    let written = folder.read(AGENDA);
    let records = |folder: &Folder| -> usize {
        let notes = folder.texts().into_iter().filter(|(path, _)| path != AGENDA);
        let marks =
            [format!(": done {day}\n"), "- [x] ".into(), format!("\noutcome_date: {day}\n")];
        let count = |text: &str| marks.iter().map(|mark| text.matches(mark).count()).sum::<usize>();
        notes.map(|(_, text)| count(&text)).sum()
    };
    let records_before = records(folder);
    let page = folder.build(day);
    let found: Vec<&str> =
        own(&page).lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, words, "{how}:\n{written}");
    assert_eq!(folder.build(day), page, "{how}: a fixed point");
    let after = folder.agenda(day);
    let find = |agenda: &Value, list: &str, key: &str| {
        agenda[list].as_array().unwrap().iter().find(|one| one["key"] == key).cloned()
    };
    for key in keys {
        match find(before, "followups", key) {
            Some(followup) => {
                let [id, note] = ["id", "note"].map(|field| followup[field].as_str().unwrap());
                let record = &id[note.len() - ".md".len() + 1..];
                let expected = match record {
                    "find-out/outcome-date" => format!("\noutcome_date: {day}\n"),
                    "close-out" => format!("\noutcome: no_response\noutcome_date: {day}\n"),
                    record => format!("  {record}: done {day}\n"),
                };
                assert!(folder.read(note).contains(&expected), "{how}: {id}\n{written}");
            }
            None => {
                let task = find(before, "tasks", key).unwrap();
                assert_eq!(find(&after, "tasks", key), None, "{how}: {task}\n{written}");
            }
        }
    }
    assert_eq!(after["unrecorded"], Value::Array(Vec::new()), "{how}:\n{written}");
    assert_eq!(records(folder), records_before + keys.len(), "{how}: nothing else is recorded");
}

#[test]
fn any_rewriting_of_an_agenda_is_read_like_the_agenda() {
    for (folder, day) in journals() {
        let files = folder.texts();
        let page = folder.build(day);
        let before = folder.agenda(day);
        let random = &mut Random(20_260_316);
        for round in 0..3 * REWRITINGS.len() {
            let (mut text, keys, words) = edited(&page, day, random);
            // Each by itself, then two after the other.
            let (mut how, rewrite) = REWRITINGS[round % REWRITINGS.len()];
            let both;
            text = rewrite(&text);
            if round >= REWRITINGS.len() {
                let (other, rewrite) = REWRITINGS[2 + random.below(REWRITINGS.len() - 2)];
                both = format!("{how}, then {other}");
                how = &both;
                text = rewrite(&text);
            }
            folder.write(AGENDA, text);
            assert_read(&folder, day, &before, &keys, &words, how);
            for path in folder.files() {
                folder.remove(&path);
            }
            files.iter().for_each(|(path, text)| folder.write(path, text));
        }
    }
}

#[test]
fn rows_of_processes_to_leave_are_known_without_their_comments() {
    let folder = Folder::new();
    add(&folder, &LEAVING);
    let page = folder.build("2026-03-13");
    assert_eq!(page.matches("| you accepted another offer |").count(), 2, "{page}");
    folder.write(AGENDA, without_comments(&page));
    assert_eq!(folder.build("2026-03-13"), page);
}

#[test]
fn what_formatters_make_of_an_agenda_is_read_like_the_agenda() {
    let formatters: [(&str, &[&str]); 8] = [
        ("prettier", &["--write", "--prose-wrap", "preserve"]),
        ("prettier", &["--write", "--prose-wrap", "always"]),
        ("prettier", &["--write", "--prose-wrap", "never"]),
        ("markdownlint-cli2", &["--fix"]),
        ("mdformat", &[]),
        ("mdformat", &["--wrap", "60"]),
        ("mdformat", &["--wrap", "no", "--number"]),
        ("remark", &["--output", "--quiet"]),
    ];
    for (formatter, arguments) in formatters {
        if Command::new(formatter).arg("--version").output().is_err() {
            left_out(&format!("{formatter} is missing"));
            continue;
        }
        for has_comments in [true, false] {
            for (folder, day) in journals() {
                let page = folder.build(day);
                let before = folder.agenda(day);
                let (text, keys, words) = edited(&page, day, &mut Random(7));
                folder.write(AGENDA, if has_comments { text } else { without_comments(&text) });
                let mut command = Command::new(formatter);
                command.args(arguments).arg(AGENDA).current_dir(folder.path());
                command.output().unwrap();
                let how = format!("{formatter} {arguments:?}, comments: {has_comments}");
                assert_read(&folder, day, &before, &keys, &words, &how);
            }
        }
    }
}
