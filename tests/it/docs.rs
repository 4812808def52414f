//! The README and the manual say what the program does.
//!
//! `UPDATE_DOCS=1 cargo test --test it docs` writes the help texts in docs/commands.md anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::mem::take;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

use crate::support::{Folder, Ran, journal, words};

/// The width of the terminal. Help is never wider than 80.
const COLUMNS: &str = "100";

/// The parts of a page that can be checked.
#[derive(Default)]
struct Page {
    links: Vec<String>,
    /// The headings, as `#` in a link names them.
    anchors: BTreeSet<String>,
    inline_code: Vec<String>,
    fences: Vec<Fence>,
    tables: Vec<Table>,
}

/// A block of code.
struct Fence {
    language: String,
    text: String,
    /// The links above it, on the whole page.
    links_above: usize,
}

struct Table {
    /// The heading above it.
    heading: String,
    /// Without the head.
    rows: Vec<Vec<Cell>>,
}

struct Cell {
    text: String,
    code: Vec<String>,
}

impl Page {
    fn read(path: &str) -> Page {
        let source = text(path);
        let mut page = Page::default();
        let (mut heading, mut language) = (String::new(), String::new());
        // Since the last start of something that is looked at.
        let (mut text, mut code) = (String::new(), Vec::new());
        for event in Parser::new_ext(&source, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Heading { .. } | Tag::TableCell) => {
                    text.clear();
                    code.clear();
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    text.clear();
                    language = match kind {
                        CodeBlockKind::Fenced(language) => language.into_string(),
                        CodeBlockKind::Indented => String::new(),
                    };
                }
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.into_string());
                }
                Event::Start(Tag::Table(_)) => {
                    page.tables.push(Table { heading: heading.clone(), rows: Vec::new() });
                }
                Event::Start(Tag::TableHead | Tag::TableRow) => page.rows().push(Vec::new()),
                Event::End(TagEnd::TableHead) => page.rows().clear(),
                Event::End(TagEnd::TableCell) => {
                    let cell = Cell { text: take(&mut text), code: take(&mut code) };
                    page.rows().last_mut().unwrap().push(cell);
                }
                Event::End(TagEnd::Heading(_)) => {
                    heading = take(&mut text);
                    page.add_anchor(&heading);
                }
                Event::End(TagEnd::CodeBlock) => page.fences.push(Fence {
                    language: take(&mut language),
                    text: take(&mut text),
                    links_above: page.links.len(),
                }),
                Event::Code(words) => {
                    text.push_str(&words);
                    code.push(words.to_string());
                    page.inline_code.push(words.into_string());
                }
                Event::Text(words) => text.push_str(&words),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        page
    }

    fn rows(&mut self) -> &mut Vec<Vec<Cell>> {
        &mut self.tables.last_mut().unwrap().rows
    }

    /// Adds a heading as GitHub names it: in lower case, without punctuation, with dashes for blanks; a second one of
    /// the same name gets `-1`.
    fn add_anchor(&mut self, heading: &str) {
        let slug: String = heading
            .trim()
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect();
        let numbered = (1..).map(|number| format!("{slug}-{number}"));
        let free = std::iter::once(slug.clone()).chain(numbered);
        let anchor = free.into_iter().find(|anchor| !self.anchors.contains(anchor));
        self.anchors.extend(anchor);
    }

    /// The table under a heading.
    fn table(&self, heading: &str) -> &[Vec<Cell>] {
        let table = self.tables.iter().find(|table| table.heading == heading);
        &table.unwrap_or_else(|| panic!("no table under {heading:?}")).rows
    }

    /// The first block of a language that starts like this.
    fn fence(&self, language: &str, start: &str) -> &str {
        let is_it = |fence: &&Fence| fence.language == language && fence.text.starts_with(start);
        let fence = self.fences.iter().find(is_it);
        &fence.unwrap_or_else(|| panic!("no {language} that starts with {start:?}")).text
    }
}

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
fn the_readme_is_a_front_page() {
    assert!(text("README.md").lines().count() <= 150);
}

#[test]
fn a_fresh_clone_needs_two_commands() {
    let readme = Page::read("README.md");
    let commands: Vec<&str> = readme.fence("sh", "cargo run").lines().collect();
    let [build, "cargo test"] = commands[..] else { panic!("{commands:?}") };
    let arguments = words(build.strip_prefix("cargo run -- ").unwrap());
    let sample = sample();
    let of_sample =
        |word: &'_ String| if word == "sample-journal" { sample.clone() } else { word.clone() };
    let arguments: Vec<String> = arguments.iter().map(of_sample).collect();
    let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    arguments.push("--check");
    let ran = run(&arguments);
    assert_eq!((ran.code, &*ran.stdout), (0, ""), "{ran:?}");
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

#[test]
fn the_readme_shows_a_draft_of_the_sample() {
    let readme = Page::read("README.md");
    let shown =
        readme.fences.iter().find(|fence| fence.text.starts_with("---\nfollowup: ")).unwrap();
    let mut above = readme.links[..shown.links_above].iter();
    let path = above.rfind(|link| link.ends_with(".draft.md")).unwrap();
    assert!(is_excerpt(&shown.text, &text(path)), "{}", text(path));
}

#[test]
fn the_first_five_minutes_go_as_the_readme_says() {
    let readme = Page::read("README.md");
    let folder = Folder::new();
    let [init, cd] =
        [0, 1].map(|line| readme.fence("sh", "journal init").lines().nth(line).unwrap());
    assert_eq!((init, cd), ("journal init jobs", "cd jobs"));
    assert_eq!(folder.run(&["init", "jobs"]).code, 0);
    let note = "jobs/2026-03-12-acme-robotics.md";
    let jobs = |arguments: &[&str], today: &str| {
        let ran = folder.run(&[&["-C", "jobs", "--today", today], arguments].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.stdout
    };

    let me = readme.fence("toml", "[me]");
    let unset = |line: &str| match line.split_once('"') {
        Some((key, _)) => format!("#{key}\"\"\n"),
        None => format!("#{line}\n"),
    };
    folder.edit("jobs/journal.toml", &me.lines().map(unset).collect::<String>(), me);

    let new = words(readme.fence("sh", "journal new").trim());
    let new: Vec<&str> = new.iter().map(String::as_str).filter(|word| *word != "-e").collect();
    jobs(&new[1..], "2026-03-12");
    folder.edit(
        note,
        "## What stood out\n",
        "## What stood out\n\n- how a build went from 40 minutes to 6\n",
    );
    jobs(&["build"], "2026-03-12");
    let draft = folder.read("jobs/2026-03-12-acme-robotics.thank-you.jane-doe.draft.md");
    assert!(draft.contains("from 40 minutes to 6") && draft.contains("Alex Morgan"), "{draft}");

    folder.edit(
        "jobs/FOLLOWUPS.md",
        "- [ ] **Thank Jane Doe** · Acme",
        "- [x] **Thank Jane Doe** · Acme",
    );
    jobs(&["build"], "2026-03-13");
    assert!(folder.read(note).contains("  thank-you/jane-doe: done 2026-03-13\n"));

    let heard = words(readme.fence("sh", "journal heard").trim());
    jobs(&heard[1..].iter().map(String::as_str).collect::<Vec<_>>(), "2026-03-18");
    let agenda = jobs(&["agenda"], "2026-03-18");
    let deadline = readme.fence("text", "The offer of");
    assert!(agenda.contains(deadline), "{agenda}");
    assert!(
        agenda.contains("Thank Jane Doe for the offer") && agenda.contains("Decide on the offer")
    );

    let offer = "outcome: offer\noutcome_date: 2026-03-18\ndecide_by: 2026-03-25\n";
    folder.edit(note, offer, "outcome: rejected\noutcome_date: 2026-03-18\n");
    let agenda =
        folder.run(&["-C", "jobs", "agenda", "--format", "csv", "--today", "2026-03-18"]).stdout;
    for (kind, due) in [("rejection-thanks", "2026-03-19"), ("feedback-request", "2026-03-23")] {
        let id = format!("2026-03-12-acme-robotics/{kind},");
        let line = agenda.lines().find(|line| line.starts_with(&id)).unwrap();
        assert!(line.contains(&format!(",{due},")), "{line}");
    }
}

#[test]
fn the_manual_quotes_the_samples_agenda() {
    let agenda = text("sample-journal/FOLLOWUPS.md");
    let page = Page::read("docs/agenda.md");
    let quoted = page.fence("markdown", "- [ ] ").trim_end();
    assert!(agenda.contains(&format!("{quoted}\n")), "{quoted}");
}

#[test]
fn the_manual_explains_every_section_of_the_samples_agenda() {
    let page = Page::read("docs/agenda.md");
    let known: Vec<&str> = page.table("Sections").iter().map(|row| &*row[0].text).collect();
    let agenda = text("sample-journal/FOLLOWUPS.md");
    for section in agenda.lines().filter_map(|line| line.strip_prefix("## ")) {
        assert!(known.contains(&section), "docs/agenda.md says nothing of {section:?}");
    }
}

/// Compares a table's rows, by the names in their first cells, with a schema's properties: an alias stands in the row of
/// its field.
fn assert_names(rows: &[Vec<Cell>], properties: &Value) {
    let properties = object(properties);
    let mut named = BTreeSet::new();
    for name in rows.iter().flat_map(|row| &row[0].code) {
        assert!(named.insert(name), "{name} has two rows");
        assert!(properties.contains_key(name), "there is no {name}");
    }
    for (name, property) in properties {
        assert!(named.contains(name), "{name} has no row");
        let about = property["description"].as_str().unwrap();
        let Some(rest) = about.strip_prefix("Another name of `") else { continue };
        let field = rest.split('`').next().unwrap();
        let row = rows.iter().find(|row| row[0].code.contains(name)).unwrap();
        assert_eq!(row[0].code[0], field, "{name} is another name of {field}");
    }
}

#[test]
fn the_manual_has_every_field_of_a_note() {
    let schema = json(&["schema", "note"]);
    let page = Page::read("docs/notes.md");
    assert_names(page.table("Fields"), &schema["properties"]);
    let person = schema["definitions"]["Person"]["anyOf"].as_array().unwrap();
    let person = person.iter().find(|form| form["type"] == "object").unwrap();
    assert_names(page.table("People"), &person["properties"]);
    let outcomes: Vec<Value> =
        page.table("Outcomes").iter().map(|row| row[0].code[0].clone().into()).collect();
    assert_eq!(Value::from(outcomes), schema["definitions"]["Outcome"]["anyOf"][0]["examples"]);
}

#[test]
fn the_manual_has_every_heading_that_is_shown_below_drafts() {
    let folder = Folder::new();
    folder.run(&["init"]);
    let settings = folder.read("journal.toml");
    let section = settings.lines().skip_while(|line| *line != "#[headings]").skip(1);
    let lines = section.map_while(|line| line.strip_prefix('#').filter(|line| line.contains('=')));
    let headings: toml::Table =
        lines.map(|line| format!("{line}\n")).collect::<String>().parse().unwrap();
    let expected: BTreeSet<String> = headings
        .values()
        .map(|names| {
            let names = names.as_array().unwrap().iter().map(|name| name.as_str().unwrap());
            names.collect::<Vec<_>>().join(" · ")
        })
        .collect();
    let page = Page::read("docs/notes.md");
    let (person, topics) = page.table("Headings").split_last().unwrap();
    assert_eq!(person[0].text, "a person's name · What Jane said");
    assert_eq!(topics.iter().map(|row| row[0].text.clone()).collect::<BTreeSet<_>>(), expected);
}

#[test]
fn the_notes_in_the_manual_have_no_problems() {
    let assert_clean = |note: &str| {
        let folder = journal(&[("note.md", note)]);
        let ran = folder.run(&["check", "--today", "2026-03-27"]);
        assert!(ran.stdout.starts_with("no problems found\n"), "{note}\n{ran:?}");
    };
    for path in pages() {
        for fence in Page::read(&path).fences {
            match &*fence.language {
                "markdown" if fence.text.starts_with("---\n") => assert_clean(&fence.text),
                "yaml" => {
                    let jane = if fence.text.contains("interviewers:") {
                        ""
                    } else {
                        "interviewer: Jane Doe\n"
                    };
                    let head = "company: Acme Robotics\ndate: 2026-03-12\nrole: Backend engineer\n";
                    assert_clean(&format!("---\n{head}{jane}{}---\n", fence.text));
                }
                _ => {}
            }
        }
    }
}

#[test]
fn the_manual_shows_what_check_says_of_foreign_notes() {
    let folder = journal(&[
        ("interviews/a.md", "---\norg: Acme\ndate: 2026-03-12\nposition: Developer\n---\n"),
        (
            "interviews/b.md",
            "---\ncompany: Beta\ndate: 12.3.2026\ntitle: Developer\nstatus: reached out\n\
             interviewer: Jane Doe, Ravi Patel\nsalary: 90k\n---\n",
        ),
        (
            "interviews/c.md",
            "---\ncompany: \"[[Gamma]]\"\ndate: 2026-03-12\nposition: Developer\nstatus: ghosted\n\
             interviewer: \"[[Jane Doe]]\"\ntags: interview\n---\n",
        ),
        ("page.md", "# A page\n"),
    ]);
    let found = folder.run(&["check", "--today", "2026-03-20"]).stdout;
    let imports = Page::read("docs/imports.md");
    let problems = Page::read("docs/problems.md");
    for shown in [imports.fence("text", "read as:"), problems.fence("text", "error[")] {
        assert!(found.contains(shown), "not found:\n{shown}\nin:\n{found}");
    }
}

#[test]
fn the_exports_in_the_manual_are_notes() {
    let page = Page::read("docs/imports.md");
    let config = page.fence("toml", "[fields]\ncompany = [\"body\"]");
    let is_export = |fence: &&Fence| fence.language == "markdown" && !fence.text.starts_with("---");
    let exports: Vec<&Fence> = page.fences.iter().filter(is_export).collect();
    assert_eq!(exports.len(), 4);
    for Fence { text, .. } in exports {
        let folder = journal(&[("journal.toml", config), ("a.md", text)]);
        let agenda = folder.agenda("2026-03-16");
        let process = &agenda["processes"][0];
        let found = ["company", "role", "since"].map(|part| process[part].as_str().unwrap());
        assert_eq!(found, ["Acme Robotics", "Backend engineer", "2026-03-12"], "{text}");
        let page = folder.build("2026-03-16");
        assert!(page.contains("Thank Jane Doe") && page.contains("Thank Ravi Patel"), "{page}");
        // And without these lines, they are proposed.
        folder.remove("journal.toml");
        assert!(folder.run_on("2026-03-16", "check").stdout.contains("date = [\"body\"]"));
    }
}

#[test]
fn the_proposal_in_the_manual_is_that_of_the_made_up_vault() {
    let shown = Page::read("docs/imports.md").fence("text", "proposal for").to_owned();
    let transcript = include_str!("vault.txt");
    assert!(transcript.contains(&shown), "not found:\n{shown}");
}

#[test]
fn the_settings_in_the_manual_are_understood() {
    // The editors' own settings are another matter.
    for path in pages().into_iter().filter(|path| path != "docs/editors.md") {
        for fence in Page::read(&path).fences.iter().filter(|fence| fence.language == "toml") {
            let ran = journal(&[("journal.toml", &fence.text)]).run(&["check"]);
            assert_eq!(ran.code, 0, "{path}: {}\n{ran:?}", fence.text);
        }
    }
}

#[test]
fn the_manual_has_the_cadence_as_it_is() {
    let page = Page::read("docs/cadence.md");
    let schema = json(&["schema", "config"]);
    let (rules, settings): (Vec<_>, Vec<_>) =
        object(&schema["properties"]["cadence"]["properties"])
            .iter()
            .partition(|(_, schema)| schema["anyOf"][0]["type"] == "boolean");
    let rows = |heading: &str| -> BTreeMap<String, Vec<String>> {
        let cells = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.clone()).collect();
        page.table(heading).iter().map(|row| (row[0].code[0].clone(), cells(row))).collect()
    };

    let expected: BTreeMap<String, Vec<String>> = rules
        .into_iter()
        .map(|(id, rule)| {
            let date = |name: &str| rule["anyOf"][1]["properties"][name]["default"].as_str();
            let with = |name: &str, more: &str, word: &str| match date(more) {
                Some(more) if more != "never" => format!("{}, {word} {more}", date(name).unwrap()),
                _ => date(name).unwrap().to_owned(),
            };
            let dates = vec![
                with("opens", "not-before", "not before"),
                with("due", "due-internal", "internal"),
                date("late").unwrap().to_owned(),
                date("lapses").unwrap().to_owned(),
            ];
            (id.clone(), dates)
        })
        .collect();
    assert!(!expected.is_empty());
    let shown = rows("The rules").into_iter().map(|(id, cells)| (id, cells[3..].to_vec()));
    assert_eq!(BTreeMap::from_iter(shown), expected);

    let expected = settings
        .into_iter()
        .map(|(name, schema)| (name.clone(), schema["default"].as_str().unwrap().to_owned()));
    let shown = rows("Change it").into_iter().map(|(name, cells)| (name, cells[1].clone()));
    assert_eq!(BTreeMap::from_iter(shown), BTreeMap::from_iter(expected));
}

#[test]
fn the_manual_has_every_problem_with_its_severity() {
    let report = json(&["check", "--format", "sarif"]);
    let rules = report["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let expected: Vec<(&str, &str)> = rules
        .iter()
        .map(|rule| {
            let level = match rule["defaultConfiguration"]["level"].as_str().unwrap() {
                "note" => "hint",
                level => level,
            };
            (rule["id"].as_str().unwrap(), level)
        })
        .collect();
    let page = Page::read("docs/problems.md");
    let rows = page.table("All codes");
    let shown: Vec<(&str, &str)> =
        rows.iter().map(|row| (&*row[0].code[0], &*row[1].text)).collect();
    assert_eq!(shown, expected);
    for row in rows {
        assert!(row[2..].iter().all(|cell| !cell.text.is_empty()), "{}", row[0].text);
    }
}

#[test]
fn templates_know_the_names_in_the_manual() {
    let page = Page::read("docs/drafts.md");
    let names: Vec<&String> =
        page.table("Names in templates").iter().flat_map(|row| &row[0].code).collect();
    assert!(names.len() > 30, "{names:?}");
    let check = |names: &[&String]| {
        let lines = names.iter().map(|name| match name.split_once('(') {
            Some((function, _)) => format!("{{{{ {function}(to_say, 'lead', 'hint') }}}}\n"),
            None => format!("{{{{ {name} }}}}\n"),
        });
        let template: String = lines.collect();
        journal(&[("templates/thank-you.md.j2", &template)]).run(&["check"])
    };
    let ran = check(&names);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert_eq!(check(&[&"no_such_name".to_owned()]).code, 1);
}
