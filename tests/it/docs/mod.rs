//! The README and the manual say what the program does.
//!
//! `UPDATE_DOCS=1 cargo test --test it docs` writes the help texts in docs/commands.md anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::support::{Folder, Ran, words};

mod manual;
mod page;
mod readme;

use page::Page;

/// The width of the terminal. Help is never wider than 80.
const COLUMNS: &str = "100";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every page that users read, as a path from the root.
fn pages() -> Vec<String> {
    let manual = fs::read_dir(root().join("docs")).unwrap();
    let mut pages: Vec<String> = manual
        .map(|entry| format!("docs/{}", entry.unwrap().file_name().to_str().unwrap()))
        .filter(|path| path.ends_with(".md"))
        .collect();
    let top = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"];
    pages.extend(top.map(str::to_owned).into_iter().filter(|path| root().join(path).exists()));
    pages.sort();
    pages
}

fn sample() -> String {
    root().join("sample-journal").to_str().unwrap().to_owned()
}

fn run(arguments: &[&str]) -> Ran {
    Folder::new().run_with(arguments, &[("COLUMNS", COLUMNS)])
}

fn json(arguments: &[&str]) -> Value {
    let ran = run(arguments);
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
}

fn object(value: &Value) -> &serde_json::Map<String, Value> {
    value.as_object().unwrap_or_else(|| panic!("no object: {value}"))
}

/// What `--help` prints of a command, or of the program where there is none.
fn help(command: Option<&str>) -> String {
    let words = command.into_iter().flat_map(|command| command.split(' '));
    let ran = run(&Vec::from_iter(words.chain(["--help"])));
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.stdout.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The commands, as the program's help lists them.
fn commands() -> Vec<String> {
    let help = help(None);
    let list = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = list.take_while(|line| !line.is_empty()).filter_map(|line| {
        let name = line.strip_prefix("  ").filter(|rest| !rest.starts_with(' '))?;
        name.split(' ').next()
    });
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn the_commands_are_shown_with_their_help() {
    const PATH: &str = "docs/commands.md";
    const FENCE: &str = "```text";
    let page = text(PATH);
    let mut expected = String::new();
    let mut shown = Vec::new();
    let mut lines = page.lines().peekable();
    let block = |command: Option<&str>| {
        let name = command.map(|command| format!(" {command}")).unwrap_or_default();
        format!("{FENCE}\n$ journal{name} --help\n{}```\n", help(command))
    };
    while let Some(line) = lines.next() {
        let prompt =
            lines.peek().and_then(|next| next.strip_prefix("$ journal")?.strip_suffix("--help"));
        match prompt {
            Some(command) if line == FENCE => {
                let command = Some(command.trim()).filter(|command| !command.is_empty());
                expected.push_str(&block(command));
                shown.extend(command.map(str::to_owned));
                lines.by_ref().find(|line| *line == "```");
            }
            _ => expected.extend([line, "\n"]),
        }
    }
    let anchors = Page::read(PATH).anchors;
    for command in &shown {
        let anchor = format!("journal-{}", command.replace(' ', "-"));
        assert!(anchors.contains(&anchor), "{command} has no heading");
    }
    for command in commands().iter().filter(|command| !shown.contains(command)) {
        expected.push_str(&format!("\n## journal {command}\n\n{}", block(Some(command))));
    }
    if page != expected {
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(root().join(PATH), expected).unwrap();
        } else {
            panic!("{PATH} should be as follows; UPDATE_DOCS=1 writes it:\n{expected}");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    for page in pages() {
        let here = root().join(&page);
        for link in Page::read(&page).links {
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let path = percent_decode_str(path).decode_utf8().unwrap();
            let target: PathBuf = match &*path {
                "" => here.clone(),
                path => here.parent().unwrap().join(path),
            };
            let target =
                target.canonicalize().unwrap_or_else(|_| panic!("{page}: {link} is nowhere"));
            let target = target.strip_prefix(root().canonicalize().unwrap());
            let target = target.unwrap_or_else(|_| panic!("{page}: {link} leads out of here"));
            let has_anchor = || Page::read(target.to_str().unwrap()).anchors.contains(anchor);
            assert!(anchor.is_empty() || has_anchor(), "{page}: {link} has no such heading");
        }
    }
}

#[test]
fn every_page_of_the_manual_is_listed() {
    for (index, folder) in [("README.md", "docs/"), ("docs/README.md", "")] {
        let links = Page::read(index).links;
        for page in pages() {
            let Some(name) = page.strip_prefix("docs/").filter(|name| *name != "README.md") else {
                continue;
            };
            assert!(links.contains(&format!("{folder}{name}")), "{index} doesn't list {page}");
        }
    }
}

#[test]
fn every_command_and_option_that_is_named_exists() {
    // What a command exports is a command of its own.
    let all = |name: &str| match name {
        "export" => ["", " ics", " csv", " json", " log"]
            .map(|what| help(Some(&format!("export{what}"))))
            .concat(),
        name => help(Some(name)),
    };
    let helps: BTreeMap<String, String> =
        commands().into_iter().map(|name| (name.clone(), all(&name))).collect();
    for path in pages() {
        let page = Page::read(&path);
        let shell = page.fences.iter().filter(|fence| fence.language == "sh");
        let lines = shell.flat_map(|fence| fence.text.lines());
        for line in lines.chain(page.inline_code.iter().map(String::as_str)) {
            let line = words(line.split(" #").next().unwrap());
            let [program, command, arguments @ ..] = &*line else { continue };
            if program != "journal" || !command.starts_with(|c: char| c.is_ascii_lowercase()) {
                continue;
            }
            let help = helps.get(command).unwrap_or_else(|| panic!("{path}: no {command}"));
            for option in arguments.iter().filter(|word| word.starts_with('-')) {
                let option = option.trim_end_matches(['.', ',', ']']);
                let is_there =
                    help.split(|c: char| c.is_whitespace() || c == ',').any(|word| word == option);
                assert!(is_there, "{path}: {command} has no {option}");
            }
        }
    }
}

#[test]
fn transcripts_show_what_the_program_prints() {
    let mut count = 0;
    for path in pages() {
        for fence in Page::read(&path).fences {
            let Some(shown) = fence.text.strip_prefix("$ journal ") else { continue };
            let (command, shown) = shown.split_once('\n').unwrap();
            if command.ends_with("--help") {
                continue;
            }
            let command = command.replace("sample-journal", &sample());
            let command = words(&command);
            let ran = run(&Vec::from_iter(command.iter().map(String::as_str)));
            assert!(is_excerpt(shown, &ran.stdout), "{path} should show lines of:\n{}", ran.stdout);
            count += 1;
        }
    }
    assert!(count > 0);
}

/// Whether these are the lines of a text, in order, with a line `…` for those that are left out.
fn is_excerpt(shown: &str, text: &str) -> bool {
    let text: Vec<&str> = text.lines().map(str::trim_end).collect();
    let shown: Vec<&str> = shown.lines().collect();
    let mut at = 0;
    for (number, part) in shown.split(|line| *line == "…").enumerate() {
        let is_here = |start: &usize| text[*start..].starts_with(part);
        let start = match number {
            0 => Some(0).filter(is_here),
            _ => (at..text.len()).find(is_here),
        };
        let Some(start) = start else { return false };
        at = start + part.len();
    }
    at == text.len() || shown.last() == Some(&"…")
}

#[test]
fn an_excerpt_keeps_order_and_says_what_is_left_out() {
    let text = "a\nb\nc\nd\n";
    for (shown, expected) in [
        ("a\nb\nc\nd\n", true),
        ("a\n…\nd\n", true),
        ("…\nc\n…\n", true),
        ("a\nc\nd\n", false),
        ("a\nb\n", false),
        ("b\n…\n", false),
        ("…\nc\n…\nb\n…\n", false),
        ("a\n…\nx\n…\n", false),
    ] {
        assert_eq!(is_excerpt(shown, text), expected, "{shown}");
    }
}
