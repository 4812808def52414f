//! The manual has everything that the program has, and its examples are true.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Folder, journal};
use serde_json::Value;

use super::page::{Cell, Fence, Page};
use super::{json, object, pages, text};

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
    let transcript = include_str!("../vault.txt");
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
                with("lapses", "not-after", "at the latest"),
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
