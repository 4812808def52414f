//! Notes with keys, words, dates and files of their own, mapped in `journal.toml`.

use crate::support::{Folder, journal};

const TODAY: &str = "2026-03-16";

/// The process of a journal with this configuration and one file: company, role, stage and the day since when.
fn process(config: &str, path: &str, text: &str) -> String {
    let folder = journal(&[("journal.toml", config), (path, text)]);
    processes(&folder).join("; ")
}

fn processes(folder: &Folder) -> Vec<String> {
    let agenda = folder.agenda(TODAY);
    let processes = agenda["processes"].as_array().unwrap().iter();
    let part = |process: &serde_json::Value, name: &str| {
        process[name].as_str().unwrap_or_default().to_owned()
    };
    processes
        .map(|process| {
            ["company", "role", "stage", "since"].map(|name| part(process, name)).join(", ")
        })
        .collect()
}

#[test]
fn a_field_is_read_from_the_places_that_the_journal_names() {
    const DATED: &str = "date: 2026-03-12";
    let acme = "Acme, , waiting, 2026-03-12";
    #[rustfmt::skip]
    let cases = [
        // [fields] | path | front matter, body | the process
        ("company = [\"org\"]",                 "a.md", "org: Acme\ndate: 2026-03-12", "",            acme),
        ("company = [\"Our Client\"]",          "a.md", "ourClient: Acme\ndate: 2026-03-12", "",      acme),
        ("Company = [\"org\"]",                 "a.md", "org: Acme\ndate: 2026-03-12", "",            acme),
        // The field's own name goes first, then the first of these that has a value.
        ("company = [\"org\", \"firm\"]",       "a.md", "firm: Acme\norg:\ndate: 2026-03-12", "",     acme),
        ("company = [\"org\", \"firm\"]",       "a.md", "firm: Globex\norg: Acme\ndate: 2026-03-12", "", acme),
        ("company = [\"org\"]",                 "a.md", "org: Globex\ncompany: Acme\ndate: 2026-03-12", "", acme),
        // The usual names are the user's own now.
        ("role = [\"job\"]",                    "a.md", "company: Acme\ntitle: A talk\ndate: 2026-03-12", "", acme),
        ("role = []",                           "a.md", "company: Acme\nposition: Dev\ndate: 2026-03-12", "", acme),
        // Other places
        ("date = [\"file name\"]",              "2026-03-12 talk.md", "company: Acme", "",            acme),
        ("date = [\"heading\"]",                "a.md", "company: Acme", "# Talk on 2026-03-12\n",    acme),
        ("date = [\"when\", \"file name\"]",    "2026-01-02.md", "company: Acme\nwhen: 2026-03-12", "", acme),
        ("cancelled = [\"file name\"]",         "2026-03-20 Acme.md", "company: Acme\ndate: 2026-03-24", "", "Acme, , cancelled, 2026-03-20"),
        ("company = [\"folder\"]",              "Jobs/Acme/a.md", DATED, "",                          acme),
        ("company = [\"file name\"]",           "2026-03-01 - Acme.md", DATED, "",                    acme),
        ("company = [\"heading\"]",             "a.md", DATED, "text\n# Acme\n",                      acme),
        ("company = [\"body\"]",                "a.md", DATED, "# Talk\n\nCompany: Acme\n",           acme),
        ("company = [\"body\"]",                "a.md", DATED, "**Company:** Acme\n",                 acme),
        ("company = [\"body\"]",                "a.md", DATED, "- company:: [[Acme]]\n",              acme),
        ("company = [\"body\"]\ndate = [\"body\"]", "a.md", "outcome: pending",
            "# Acme\n\nStatus: x\nEmployer: Acme\nDate: March 12, 2026 10:00 AM\n",                     acme),
        // Only at the top.
        ("company = [\"body\"]",                "a.md", DATED, "# Talk\n\nWe met.\n\nCompany: Acme\n", ""),
    ];
    for (fields, path, head, body, expected) in cases {
        let text = format!("---\n{head}\n---\n{body}");
        assert_eq!(
            process(&format!("[fields]\n{fields}\n"), path, &text),
            expected,
            "{fields} {head}"
        );
    }
}

#[test]
fn several_people_in_a_line_of_the_body_are_several() {
    let folder = journal(&[
        ("journal.toml", "[fields]\ninterviewers = [\"body\"]\n"),
        ("a.md", "---\ncompany: Acme\ndate: 2026-03-12\n---\nPanel: Jane Doe, Ravi Patel\n"),
    ]);
    let agenda = folder.build(TODAY);
    assert!(agenda.contains("**Thank Jane Doe**"), "{agenda}");
    assert!(agenda.contains("**Thank Ravi Patel**"), "{agenda}");
}

#[test]
fn words_for_an_outcome_mean_what_the_journal_says() {
    #[rustfmt::skip]
    let cases = [
        // [outcomes] | the word | the process
        ("\"🟢 go\" = \"pending\"",   "🟢 Go",     "Acme, , waiting, 2026-03-12"),
        ("\"🟢\" = \"pending\"",      "🟢",        "Acme, , waiting, 2026-03-12"),
        ("talk = \"next round\"",     "talk",      ""),
        ("talk = \"more interviews\"", "Talk!",    "Acme, , next_round, "),
        ("talk = \"scheduled\"",      "talk",      "Acme, , waiting, 2026-03-12"),
        ("talk = \"cancelled\"",      "talk",      "Acme, , cancelled, "),
        ("talk = \"not mine\"",       "talk",      ""),
        // Also for words that usually mean something else.
        ("closed = \"pending\"",      "closed",    "Acme, , waiting, 2026-03-12"),
    ];
    for (outcomes, word, expected) in cases {
        let config = format!("[outcomes]\n{outcomes}\n");
        let text = format!("---\ncompany: Acme\ndate: 2026-03-12\nstatus: \"{word}\"\n---\n");
        if outcomes.contains("next round") {
            let ran = journal(&[("journal.toml", &config)]).run(&["check"]);
            assert!(ran.stdout.contains("is none of: applied, pending,"), "{ran:?}");
            continue;
        }
        assert_eq!(process(&config, "a.md", &text), expected, "{outcomes}, {word}");
    }
}

#[test]
fn dates_in_numbers_are_read_in_the_order_of_the_journal() {
    let cases = [
        // dates | the date | the day
        ("day first", "12/3/2026", "2026-03-12"),
        ("day first", "12.3.2026", "2026-03-12"),
        ("day first", "12-03-2026 10:30", "2026-03-12"),
        ("month first", "3/12/2026", "2026-03-12"),
        ("month first", "12.3.2026", "2026-03-12"),
        ("day first", "2026-03-12", "2026-03-12"),
    ];
    for (order, date, expected) in cases {
        let text = format!("---\ncompany: Acme\ndate: {date}\n---\n");
        let found = process(&format!("dates = \"{order}\"\n"), "a.md", &text);
        assert_eq!(found, format!("Acme, , waiting, {expected}"), "{order}, {date}");
    }
    for date in ["32/3/2026", "12/3/2026 (moved to 2026-03-19)"] {
        let text = format!("---\ncompany: Acme\ndate: {date}\n---\n");
        let folder = journal(&[("journal.toml", "dates = \"day first\"\n"), ("a.md", &text)]);
        assert_eq!(folder.run_on(TODAY, "check").code, 1, "{date}");
    }
}

#[test]
fn the_order_counts_in_every_day_of_a_note_and_of_a_command() {
    let config = "dates = \"month first\"\n";
    let note = |lines: &str| format!("---\ncompany: Acme\ndate: 3/10/2026\n{lines}\n---\n");
    let decided = |lines: &str| {
        let folder = journal(&[("journal.toml", config), ("a.md", &note(lines))]);
        folder.agenda(TODAY)["waiting"][0]["decision_date"].clone()
    };
    for window in ["by 3/23", "by 03/23/2026", "3/23", "they decide on 3/23."] {
        assert_eq!(decided(&format!("decision_window: {window}")), "2026-03-23", "{window}");
    }
    assert_eq!(decided("updates: [{date: 3/12, decision_window: by 3/23}]"), "2026-03-23");
    let commands = [
        // the command | the line that it writes
        ("heard acme by 3/23 --on 3/12", "{date: 2026-03-12, decision_window: by 23 March}"),
        ("heard acme offer --by 3/23 --on 03/12/2026", "decide_by: 2026-03-23"),
        ("heard acme offer, answer by 3/23", "decide_by: 2026-03-23"),
        ("snooze acme news --until 3/23", "snoozed until 2026-03-23"),
        ("done acme news --on 3/12", "done 2026-03-12"),
    ];
    for (command, line) in commands {
        let text = note("interviewers: [Jo Hay <jo@acme.example>]\ndecision_window: 1 day");
        let folder = journal(&[("journal.toml", config), ("a.md", &text)]);
        let ran = folder.run_on(TODAY, command);
        assert!(folder.read("a.md").contains(line), "{command}: {ran:?}");
    }
    let folder = journal(&[("journal.toml", config)]);
    let ran = folder.run_words_on(TODAY, &["new", "Acme", "--date", "3/12", "--window", "by 3/23"]);
    assert_eq!(ran.stdout, "2026-03-12-acme.md\n", "{ran:?}");
    let offer = note("outcome: offer\noutcome_date: 3/12\ndecide_by: 3/23");
    let folder = journal(&[("journal.toml", config), ("a.md", &offer)]);
    assert_eq!(folder.agenda(TODAY)["processes"][0]["until"], "2026-03-23");
}

#[test]
fn only_the_files_that_the_journal_names_are_notes() {
    let note = |company: &str, kind: &str| {
        format!("---\ncompany: {company}\ndate: 2026-03-12\n{kind}\n---\n")
    };
    let folder = journal(&[
        ("jobs/a.md", &note("A", "type: Interview")),
        ("jobs/deep/b.md", &note("B", "tags: [\"#interview\", x]")),
        ("jobs/c.md", &note("C", "type: talk")),
        ("other.md", &note("D", "tags: interview")),
    ]);
    let with = |config: &str| {
        folder.write("journal.toml", config);
        processes(&folder).len()
    };
    assert_eq!(with(""), 4);
    assert_eq!(with("[notes]\nwhere = [\"jobs/**\"]\n"), 3);
    assert_eq!(with("[notes]\nwhere = [\"jobs/*\"]\n"), 2);
    assert_eq!(with("[notes]\nwhere = [\"/jobs/\"]\n"), 3);
    assert_eq!(with("[notes]\ntype = [\"interview\"]\n"), 3);
    assert_eq!(with("[notes]\nwhere = [\"jobs/**\"]\ntype = [\"interview\"]\n"), 2);
}

#[test]
fn what_was_heard_is_written_where_the_journal_reads_it() {
    let config = "[fields]\noutcome = [\"state\"]\noutcome_date = [\"answered\"]\n";
    let text = "---\ncompany: Acme\ndate: 2026-03-12\nstate: waiting\n---\n";
    let folder = journal(&[("journal.toml", config), ("a.md", text)]);
    assert_eq!(folder.run_on(TODAY, "heard acme rejected").code, 0);
    let heard = text.replace("state: waiting\n", "state: rejected\noutcome_date: 2026-03-16\n");
    assert_eq!(folder.read("a.md"), heard);
    assert!(folder.build(TODAY).contains("**Thank Acme for the answer**"));
}
