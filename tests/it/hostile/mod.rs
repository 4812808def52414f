//! Hostile notes: they are named or passed over, stay data, and never stop the good ones.

mod files;
mod front_matter;
mod mutations;
mod names;
mod sizes;
mod words;

use std::fs::File;
use std::io::{Read, Seek};
use std::time::{Duration, Instant};

use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::support::{Folder, Ran, TODAY, problems_of};

/// A note that has to count whatever stands beside it.
const GOOD: &str = "\
---
company: Good Company
date: 2026-03-02
role: Dev
interviewers: [Jane Doe <jane@good.example>]
decision_window: 1 week
---
";

const TIME_LIMIT: Duration = Duration::from_secs(20);
const MEMORY_LIMIT_KIB: u32 = 2_000_000;

/// Builds within bounds of time and memory. The good note must count, and nothing may be left to do.
fn build(folder: &Folder) -> Ran {
    folder.write("good.md", GOOD);
    let ran = bounded(folder, &["build", "-v", "--today", TODAY]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
    assert!(folder.has("good.thank-you.jane-doe.draft.md"), "{}", ran.stderr);
    assert!(folder.read("FOLLOWUPS.md").contains("Good Company"));
    let again = bounded(folder, &["build", "--check", "--today", TODAY]);
    assert_eq!((again.code, again.stdout.as_str()), (0, ""), "{}", again.stderr);
    ran
}

/// Runs the program within bounds of time and memory.
fn bounded(folder: &Folder, arguments: &[&str]) -> Ran {
    let (stdout, stderr) = (tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap());
    let mut child = folder
        .program_after(&format!("ulimit -v {MEMORY_LIMIT_KIB}"))
        .args(arguments)
        .stdout(stdout.try_clone().unwrap())
        .stderr(stderr.try_clone().unwrap())
        .spawn()
        .unwrap();
    let start = Instant::now();
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if start.elapsed() > TIME_LIMIT => {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("still running after {TIME_LIMIT:?}: {arguments:?}");
            }
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    let text = |mut file: File| {
        let mut text = String::new();
        file.rewind().unwrap();
        file.read_to_string(&mut text).unwrap();
        text
    };
    Ran { code: status.code().unwrap_or(-1), stdout: text(stdout), stderr: text(stderr) }
}

/// The problems of the agenda, as `code path:line:column`.
fn problems(folder: &Folder) -> Vec<String> {
    problems_of(&folder.agenda(TODAY))
}

/// Builds with one bad file, `x.md`, and gives the problems reported.
fn reported(text: impl AsRef<[u8]>) -> Vec<String> {
    let folder = Folder::new();
    folder.write("x.md", text);
    build(&folder);
    problems(&folder)
}

/// True for a text with nothing in it that moves a cursor, reorders or hides.
fn is_clean(text: &str) -> bool {
    !text.chars().any(|c| {
        (c.is_control() && c != '\n')
            || matches!(
                c,
                '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
            )
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    })
}

/// The files that a page links to, percent-decoded, without their line anchors.
fn links(page: &str) -> Vec<String> {
    let parser = Parser::new_ext(page, Options::ENABLE_TABLES);
    let of = |event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            let path = dest_url.split('#').next().unwrap();
            Some(percent_decode_str(path).decode_utf8().unwrap().into_owned())
        }
        _ => None,
    };
    parser.filter_map(of).collect()
}

/// A page's structure: its tags in order, without words and destinations. Only comments may stand as HTML.
fn skeleton(page: &str) -> Vec<String> {
    // The Markdown of GitHub, VS Code and Obsidian.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS;
    let of = |event| match event {
        Event::Start(Tag::Link { .. }) => Some("Link".to_owned()),
        Event::Start(tag) => Some(format!("{tag:?}")),
        Event::End(tag) => Some(format!("{tag:?}")),
        Event::Html(html) | Event::InlineHtml(html) => {
            let html = html.trim();
            let inner = html.strip_prefix("<!-- ").and_then(|html| html.strip_suffix(" -->"));
            assert!(inner.is_some_and(|inner| !inner.contains("-->")), "{html}");
            Some("comment".to_owned())
        }
        Event::Text(_) | Event::SoftBreak => None,
        event => Some(format!("{event:?}")),
    };
    Parser::new_ext(page, options).filter_map(of).collect()
}
