//! Ticks of follow-ups whose notes, companies and people are called anything: each counts for its own follow-up.

use crate::support::{AGENDA, Folder, NOTE, TODAY, comment_of};

/// Ticks the thank-you of the note at a path, beside one in `ok.md`, and expects it to be recorded there alone.
fn assert_own_tick(path: &str, note: &str) {
    let folder = Folder::new();
    let other = NOTE.replace("Acme", "Other");
    folder.write("ok.md", &other);
    folder.write(path, note);
    let agenda = folder.build(TODAY);
    let others = comment_of("ok/thank-you/jane-doe");
    let lines = agenda
        .lines()
        .filter(|line| line.starts_with("- [ ] **Thank "))
        .filter(|line| !line.contains(&others));
    let [line] = lines.collect::<Vec<_>>()[..] else { panic!("{path}: {agenda}") };
    folder.edit(AGENDA, line, &line.replacen("[ ]", "[x]", 1));
    let agenda = folder.build(TODAY);
    assert_eq!(folder.read("ok.md"), other, "{path}: {line}");
    assert!(folder.read(path).contains(": done 2026-03-03\n"), "{path}: {line}\n{agenda}");
    assert_eq!(folder.build(TODAY), agenda, "{path}");
}

#[test]
fn a_tick_counts_for_its_own_note_whatever_that_is_called() {
    let long = format!("{}.md", "n".repeat(190));
    let names = [
        "x <!-- ok.md",
        "<!-- ok.md",
        "x <!-- ok --> y.md",
        "x --> ok.md",
        "a-->b.md",
        "--!>.md",
        "a -- b.md",
        "-->.md",
        "->.md",
        "&lt;!-- ok.md",
        "&amp;lt;!-- ok.md",
        "- [x] ok <!-- ok.md",
        "[x] ok.md",
        "](ok.md",
        "100%.md",
        "%6fk.md",
        " ok.md",
        "ok .md",
        "x <!-- ok/y.md",
        "<!-- ok/thank-you/jane-doe --> /x.md",
        "ok/thank-you/jane-doe.md",
        long.as_str(),
    ];
    for name in names {
        assert_own_tick(name, NOTE);
    }
}

#[test]
fn a_tick_counts_for_its_own_note_whatever_a_company_or_a_person_is_called() {
    for name in [
        "<!-- ok/thank-you/jane-doe -->",
        "x <!-- ok/thank-you/jane-doe",
        "--> <!-- ok",
        "] <!-- ok/thank-you/jane-doe --> [",
        "a ](ok.md) b",
    ] {
        assert_own_tick("x.md", &NOTE.replace("Acme Robotics", &format!("'{name}'")));
    }
    // What stands in angle brackets is a person's address.
    for name in ["Jo --> ok", "Jo ](ok.md) b", "Jo [x] ok", "Jo -- ok -->"] {
        let person = NOTE.replace("Jane Doe <jane@acme.example>", &format!("{{name: '{name}'}}"));
        assert_own_tick("x.md", &person);
    }
}

#[test]
fn a_tick_in_a_note_with_the_longest_name_counts_for_none() {
    let folder = Folder::new();
    let path = format!("{}.md", "n".repeat(252));
    folder.write("ok.md", NOTE);
    folder.write(&path, NOTE.replace("Acme", "Other"));
    let agenda = folder.build(TODAY);
    let comment = comment_of(&format!("{}/thank-you/jane-doe", "n".repeat(252)));
    let is_its = |line: &&str| line.contains("- [ ] **Thank") && line.contains(&comment);
    let line = agenda.lines().find(is_its).unwrap();
    folder.edit(AGENDA, line, &line.replacen("[ ]", "[x]", 1));
    // There is no room for the name of a temporary file.
    let ran = folder.run_on(TODAY, "build");
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("error[not-recorded]"), "{}", ran.stderr);
    assert_eq!(folder.read("ok.md"), NOTE);
    assert!(folder.read(AGENDA).contains(&line.replacen("[ ]", "[x]", 1)));
}
