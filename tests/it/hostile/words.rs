//! Words in notes that mean something to Markdown, a terminal or a spreadsheet: they stay plain text.

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use super::{GOOD, build, is_clean, links, problems, skeleton};
use crate::support::{Folder, TODAY, finish, journal, note};

/// Words that are more than text to Markdown, HTML, a terminal, a spreadsheet, a path or a template.
const VALUES: [&str; 34] = [
    "../../x",
    "/etc/passwd",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# x #}",
    "](javascript:alert(1))",
    "[x](javascript:alert(1))",
    "[x][y]",
    "[x]: http://evil.example",
    "![x](http://evil.example/x.png)",
    "<script>alert(1)</script>",
    "<http://evil.example>",
    "https://evil.example www.evil.example",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden",
    "--> shown",
    "a|b",
    "a\\|b",
    "a\\",
    "`code` ``",
    "**bold** _it_ ~~no~~ ==mark== $x$ ^sup^",
    "## Your own notes",
    "- [x] done",
    "line\nbreak\r\nplus\u{2028}more\u{85}",
    "a\u{202e}b\u{2066}c\u{200b}d",
    "\u{1b}[31mred\u{1b}]8;;http://evil.example\u{7}",
    "\u{9b}31m",
    "=cmd()",
    "+1",
    "@SUM(A1)",
    "#tag &copy; &#60;b&#62;",
    "a [[x]] b ![[y]]",
    "[^1] %%hidden%% :smile:",
    "\u{0}nul",
];

/// A note with a value in every field that holds words.
fn note_saying(value: &str) -> String {
    let value = serde_json::to_string(value).unwrap().replace('\u{85}', "\\u0085");
    let value = value.replace('\u{9b}', "\\u009b");
    format!(
        "---\ncompany: {value}\ndate: 2026-03-02\nrole: {value}\nround: {value}\nthread: {value}\n\
         interviewers: [{{name: Kim Soto, email: kim@a.example, title: {value}}}]\n\
         recruiter: {{name: Sam Lee, email: sam@a.example, agency: {value}}}\n\
         decision_window: 1 week\n---\n"
    )
}

/// The parts of a draft's text that would be more than text to a reader of Markdown.
fn active(draft: &str) -> Vec<String> {
    let body = draft.splitn(3, "---\n").nth(2).unwrap();
    let is_active = |event: &Event<'_>| {
        matches!(
            event,
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
                | Event::Html(_)
                | Event::InlineHtml(_)
        )
    };
    let events = Parser::new_ext(body, Options::ENABLE_TABLES).filter(is_active);
    events.map(|event| format!("{event:?}")).collect()
}

#[test]
fn words_of_notes_stay_text_in_the_agenda() {
    let plain = journal(&[("x.md", &note_saying("Plain"))]);
    build(&plain);
    let expected = skeleton(&plain.read("FOLLOWUPS.md"));
    for value in VALUES {
        let folder = journal(&[("x.md", &note_saying(value))]);
        build(&folder);
        let page = folder.read("FOLLOWUPS.md");
        assert_eq!(problems(&folder), [""; 0], "{value:?}");
        assert_eq!(skeleton(&page), expected, "{value:?}: {page}");
        for link in links(&page) {
            assert!(folder.at(&link).is_file(), "{value:?}: {link}");
        }
        let rows = page.lines().filter(|line| line.starts_with('|') && line.contains("x.md"));
        for row in rows {
            let plain = row.replace("\\\\", "").replace("\\|", "");
            assert_eq!(plain.matches('|').count(), 5, "{value:?}: {row}");
        }
        assert!(is_clean(&page), "{value:?}: {page}");
        assert_eq!(folder.files(), plain.files(), "{value:?}");
    }
}

#[test]
fn words_of_notes_stay_text_in_the_drafts() {
    for value in VALUES {
        let folder = journal(&[("x.md", &note_saying(value))]);
        folder
            .write("x.md", note_saying(value) + "\n## Learned\n\n- A " + &value.replace('\n', " "));
        build(&folder);
        for path in folder.drafts() {
            let draft = folder.read(&path);
            let head = draft.split("---\n").nth(1).unwrap();
            for line in head.lines() {
                let key = line.split(':').next().unwrap();
                let keys = ["followup", "to", "subject", "in-reply-to", "due", "generated"];
                assert!(keys.contains(&key), "{value:?}: {draft}");
            }
            // The remarks below the message are one comment, up to the end.
            let (message, remarks) = draft.split_once("<!-- Not sent.").unwrap_or((&draft, "-->"));
            assert_eq!(active(message), [""; 0], "{value:?}: {draft}");
            assert_eq!(
                remarks.find("-->"),
                Some(remarks.trim_end().len() - 3),
                "{value:?}: {draft}"
            );
            assert!(is_clean(&draft), "{value:?}: {draft}");
            let text = draft.lines().filter(|line| !line.starts_with("generated: "));
            assert!(text.clone().all(|line| !line.contains(" 49")), "{value:?}: {draft}");
        }
    }
}

#[test]
fn letters_that_change_their_length_in_lower_case_stop_nothing() {
    for first in ["\u{212a}ernel", "\u{130}nstall", "\u{23a}pp", "\u{1e9e}et", "\u{2126}mega"] {
        let folder = journal(&[("x.md", &note_saying("Plain"))]);
        let remark = format!("- {first} upgrades for four teams\n");
        let sections = ["Learned", "Liked", "What stood out", "Say to Kim"];
        let body: String =
            sections.iter().map(|heading| format!("\n## {heading}\n\n{remark}")).collect();
        folder.write("x.md", note_saying("Plain") + &body);
        build(&folder);
        assert_eq!(problems(&folder), [""; 0], "{first}");
    }
}

#[test]
fn a_backslash_arms_no_tag_in_a_draft() {
    let folder = journal(&[("x.md", &note_saying("\\<script>alert(1)</script>"))]);
    build(&folder);
    for path in folder.drafts() {
        let draft = folder.read(&path);
        assert_eq!(active(&draft), [""; 0], "{draft}");
    }
}

#[test]
fn words_of_notes_are_clean_on_the_terminal_and_in_data() {
    for value in VALUES {
        let folder = journal(&[("x.md", &note_saying(value))]);
        let run = |format: &str| {
            let ran = folder.run_on(TODAY, &format!("agenda --all --format {format}"));
            assert_eq!(ran.code, 0, "{value:?}: {}", ran.stderr);
            assert!(is_clean(&ran.stdout), "{value:?}: {:?}", ran.stdout);
            ran.stdout
        };
        let text = run("text");
        assert!(text.lines().all(|line| !line.starts_with("break")), "{text}");
        let data: Value = serde_json::from_str(&run("json")).unwrap();
        let company = data["waiting"][0]["company"].as_str().unwrap().to_owned();
        assert!(is_clean(&company) && !company.contains('\n'), "{company:?}");
        let table = run("csv");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        for row in reader.records() {
            let row = row.unwrap();
            assert_eq!(row.len(), 19, "{value:?}");
            assert!(!row.iter().any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
        }
        let shown = folder.run_on(TODAY, "--color always build --diff");
        let escapes = ["\u{1b}[32m", "\u{1b}[31m", "\u{1b}[36m", "\u{1b}[0m"];
        let plain = escapes.iter().fold(shown.stdout, |text, escape| text.replace(escape, ""));
        assert!(is_clean(&plain), "{value:?}: {plain:?}");
    }
}

#[test]
fn the_line_shown_with_a_problem_is_clean() {
    for c in ["\u{9b}31m", "\u{202e}", "\u{200b}", "\u{200e}", "\u{61c}", "\u{2028}", "\u{feff}"] {
        let folder = Folder::new();
        folder.write("x.md", note(&format!("outcome_date: never {c} ever")));
        let ran = folder.run_on(TODAY, "--color never build");
        assert!(ran.stderr.contains("x.md:4"), "{}", ran.stderr);
        assert!(is_clean(&ran.stderr), "{:?}", ran.stderr);
    }
}

#[test]
fn tasks_and_problems_stay_text_too() {
    for value in VALUES {
        let folder = Folder::new();
        let line = value.replace(['\n', '\r', '\0'], " ");
        let quoted = serde_json::to_string(value).unwrap().replace(['\u{85}', '\u{9b}'], "");
        let text = note(&format!("outcome_date: [{quoted}]\ndecide_by: {quoted}"));
        folder.write("x.md", format!("{text}\n- [ ] do {line}\n"));
        build(&folder);
        let page = folder.read("FOLLOWUPS.md");
        for link in links(&page) {
            assert!(folder.at(&link).is_file(), "{value:?}: {link}\n{page}");
        }
        assert!(!skeleton(&page).iter().any(|tag| tag.starts_with("Image")), "{value:?}: {page}");
        assert!(is_clean(&page), "{value:?}: {page:?}");
    }
}

#[test]
fn a_task_that_starts_like_a_list_stays_one_line() {
    let with_task = |task: &str| {
        let folder = Folder::new();
        folder.write("x.md", note("role: Dev") + "\n- [ ] " + task + "\n");
        build(&folder);
        skeleton(&folder.read("FOLLOWUPS.md"))
    };
    for task in ["1. call", "- call", "+ call", "2) call"] {
        assert_eq!(with_task(task), with_task("call"), "{task}");
    }
}

#[test]
fn names_become_parts_of_paths_through_slugs_alone() {
    for name in VALUES {
        let name = name.replace(['/', ';', '&', '+', ',', '@'], " ");
        let quoted = serde_json::to_string(&format!("Z{name}")).unwrap();
        let quoted = quoted.replace('\u{85}', "\\u0085").replace('\u{9b}', "\\u009b");
        let outer = journal(&[("j/good.md", GOOD)]);
        outer.write(
            "j/x.md",
            note(&format!("interviewers: [{{name: {quoted}, email: z@a.example}}]")),
        );
        let ran = finish(outer.program("j").args(["build", "-q", "--today", TODAY]));
        assert_eq!(ran.code, 0, "{ran:?}");
        let files = outer.files();
        for path in &files {
            let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
            let name = path.strip_prefix("j/").unwrap_or("/");
            assert!(name.chars().all(is_plain), "{path:?}");
        }
        assert!(
            files.iter().any(|path| path.starts_with("j/x.thank-you.z")),
            "{name:?}: {files:?}"
        );
        let page = outer.read("j/FOLLOWUPS.md");
        for link in links(&page) {
            assert!(outer.at("j").join(&link).is_file(), "{name:?}: {link}");
        }
    }
}

#[test]
fn an_address_with_a_line_break_adds_no_header() {
    let values = [
        "kim@a.example\nBcc: evil@x.example",
        "kim@a.example\r\nbcc: evil@x.example",
        "kim@a.example, evil@x.example",
        "kim@a.example> <evil@x.example",
        "kim@a.example\u{2028}Bcc: evil@x.example",
        "kim@a.example\u{0}",
        "\"kim\"@a.example",
    ];
    for value in values {
        for (person, what) in [
            (format!("{{name: Kim Soto, email: {}}}", Value::from(value)), "email"),
            (Value::from(format!("Kim Soto <{value}>")).to_string(), "address"),
        ] {
            let folder = Folder::new();
            folder.write("x.md", note(&format!("interviewers: [{person}]")));
            build(&folder);
            for path in folder.drafts() {
                let draft = folder.read(&path);
                let head = draft.split("---\n").nth(1).unwrap();
                let keys: Vec<_> =
                    head.lines().map(|line| line.split(':').next().unwrap()).collect();
                assert!(!keys.contains(&"Bcc") && !keys.contains(&"bcc"), "{what}: {draft}");
                assert!(!head.contains("evil"), "{what}: {draft}");
            }
            let problems = problems(&folder);
            assert!(problems[0].contains(" x.md:4:"), "{value:?}: {problems:?}");
        }
    }
}
