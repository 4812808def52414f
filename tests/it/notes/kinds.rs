//! Files that carry fields of a note and are none: forms to fill in, files about people, letters of other programs.

use crate::support::{journal, problems_of};

const TODAY: &str = "2026-03-16";

/// The number of processes that a file makes, and its problems.
fn found(path: &str, text: &str) -> (usize, Vec<String>) {
    let agenda = journal(&[(path, text)]).agenda(TODAY);
    (agenda["processes"].as_array().unwrap().len(), problems_of(&agenda))
}

#[test]
fn forms_people_and_letters_are_no_notes_and_no_errors() {
    #[rustfmt::skip]
    let files = [
        // Obsidian's own templates, Templater's, and those of other hands.
        ("Templates/Interview.md", "---\ncompany:\ndate: {{date}}\nstatus: applied\n---\n"),
        ("99_Templates/Interview.md", "---\ncompany: Example\ninterviewers:\n---\n"),
        ("a.md", "---\ncompany: \"{{title}}\"\ndate: {{date:YYYY-MM-DD}}\n---\n"),
        ("a.md", "---\ncompany: <% tp.file.title %>\ndate: <% tp.date.now() %>\noutcome: pending\n---\n"),
        ("a.md", "---\ncompany: <% tp.system.prompt(\"Company: \") %>\ninterviewers: [\n---\n"),
        ("a.md", "---\ncompany: <Company name>\nposition: <Role>\nstatus: <Applied | Rejected>\n---\n"),
        ("Interview template.md", "---\ncompany:\ninterviewers:\noutcome:\n---\n"),
        // People
        ("a.md", "---\nname: Jane Doe\ncompany: Acme\nemail: jane@acme.example\n---\n"),
        ("a.md", "---\ntype: person\ncompany: Acme\ndate: 2026-03-02\n---\n"),
        ("a.md", "---\ntype: \"[contact]\"\nemail: jane@acme.example\ncompany: Acme\n---\n"),
        // Companies
        ("a.md", "---\ntype: company\ncompany: Acme\nstatus: active\n---\n"),
        // Letters
        ("a.md", "---\nto: jane@acme.example\nsubject: Thanks\ncompany: Acme\ndate: 2026-03-12\n---\nHi\n"),
    ];
    for (path, text) in files {
        assert_eq!(found(path, text), (0, Vec::new()), "{path}: {text}");
    }
}

#[test]
fn a_note_with_what_is_left_of_a_template_is_a_note() {
    let files = [
        "---\ncompany: Acme\ndate: 2026-03-12\ncreated: \"{{date}}\"\n---\n",
        "---\ncompany: \"{{company}}\"\ndate: 2026-03-12\n---\n",
        "---\ntype: person\ncompany: Acme\ndate: 2026-03-12\ninterviewer: Jane Doe\n---\n",
        "---\ntype: company\ncompany: Acme\ndate: 2026-03-12\n---\n",
    ];
    for text in files {
        assert_eq!(found("a.md", text).0, 1, "{text}");
    }
}

#[test]
fn a_title_is_the_role_only_where_nothing_else_has_it() {
    #[rustfmt::skip]
    let files = [
        // the path | the fields | the heading | the role
        ("a.md", "title: Developer", "", "Developer"),
        ("a.md", "title: Developer", "# Notes\n", "Developer"),
        ("a.md", "title: Developer\nposition: Engineer", "", "Engineer"),
        ("a.md", "title: Talk at Acme", "\n# Talk at  ACME\n", ""),
        ("Talk at Acme.md", "title: Talk at Acme", "", ""),
    ];
    for (path, fields, heading, role) in files {
        let text = format!("---\ncompany: Acme\ndate: 2026-03-12\n{fields}\n---\n{heading}");
        let agenda = journal(&[(path, &text)]).agenda(TODAY);
        let found = agenda["processes"][0]["role"].as_str().unwrap_or_default();
        assert_eq!(found, role, "{path}: {text}");
        assert_eq!(problems_of(&agenda), [""; 0], "{text}");
    }
}
