//! The schemas against files, by a validator and a YAML parser that the program has no part in.

use std::path::Path;

use journal::unstable::Config;
use journal::unstable::Severity;
use journal::unstable::{Mapping, Parsed, parse};
use jsonschema::Validator;
use serde_json::{Value, json};
use yaml_rust2::{Yaml, YamlLoader};

use crate::support::{Folder, NOTE, SAMPLE_DAY, journal, note};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sample-journal");

/// The schema that the program prints, ready to judge.
fn schema(what: &str) -> Validator {
    let ran = Folder::new().run(&["schema", what]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let schema: Value = serde_json::from_str(&ran.stdout).unwrap();
    jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    jsonschema::validator_for(&schema).unwrap()
}

/// The faults that a schema finds in a value, each with its place.
fn faults(schema: &Validator, value: &Value) -> Vec<String> {
    let faults = schema.iter_errors(value);
    faults.map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

/// The front matter of a file, if it has one.
fn front_matter(text: &str) -> Option<Value> {
    let (head, _) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
    let documents =
        YamlLoader::load_from_str(head).unwrap_or_else(|error| panic!("{error}\n{head}"));
    documents.first().map(json_of_yaml)
}

fn json_of_yaml(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::Real(number) => number.parse::<f64>().unwrap().into(),
        Yaml::Integer(number) => (*number).into(),
        Yaml::String(text) => text.as_str().into(),
        Yaml::Boolean(truth) => (*truth).into(),
        Yaml::Array(items) => items.iter().map(json_of_yaml).collect(),
        Yaml::Hash(entries) => {
            let entry = |(key, value): (&Yaml, &Yaml)| {
                (key.as_str().unwrap().to_owned(), json_of_yaml(value))
            };
            Value::Object(entries.iter().map(entry).collect())
        }
        Yaml::Null => Value::Null,
        Yaml::Alias(_) | Yaml::BadValue => panic!("{yaml:?}"),
    }
}

/// A configuration as editors see it: TOML's days are text.
fn json_of_toml(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(items) => items.iter().map(json_of_toml).collect(),
        toml::Value::Table(table) => {
            let entry = |(key, value): (&String, &toml::Value)| (key.clone(), json_of_toml(value));
            Value::Object(table.iter().map(entry).collect())
        }
        plain => serde_json::to_value(plain).unwrap(),
    }
}

fn configuration(text: &str) -> Value {
    let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    json_of_toml(&toml::Value::Table(table))
}

fn agenda(folder: &str, arguments: &[&str]) -> Value {
    let all = [&["agenda", "--format", "json", "-C", folder], arguments].concat();
    serde_json::from_str(&Folder::new().run_words_on(SAMPLE_DAY, &all).stdout).unwrap()
}

#[test]
fn the_samples_files_satisfy_the_schemas() {
    let schema_of_notes = schema("note");
    let mut notes = 0;
    for entry in walkdir::WalkDir::new(SAMPLE).into_iter().map(Result::unwrap) {
        let path = entry.path().to_string_lossy().into_owned();
        if !path.ends_with(".md") || path.ends_with(".draft.md") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        if let Some(head) = front_matter(&text) {
            assert_eq!(faults(&schema_of_notes, &head), [""; 0], "{path}");
            notes += 1;
        }
    }
    assert!(notes > 10, "{notes} notes");
    let text = std::fs::read_to_string(Path::new(SAMPLE).join("journal.toml")).unwrap();
    assert_eq!(faults(&schema("config"), &configuration(&text)), [""; 0]);
    for arguments in [&[][..], &["--all"]] {
        let agenda = agenda(SAMPLE, arguments);
        assert!(agenda["followups"].as_array().unwrap().len() > 10);
        assert_eq!(faults(&schema("agenda"), &agenda), [""; 0]);
    }
    let stats = ["stats", "--format", "json", "-C", SAMPLE];
    let stats = Folder::new().run_words_on(SAMPLE_DAY, &stats).stdout;
    let stats: Value = serde_json::from_str(&stats).unwrap();
    assert!(stats["offers"]["decided"].as_u64().unwrap() > 3);
    assert_eq!(faults(&schema("stats"), &stats), [""; 0]);
}

#[test]
fn files_that_the_program_starts_satisfy_the_schemas() {
    let folder = Folder::new();
    folder.run_on(SAMPLE_DAY, "init");
    folder.run_words_on(
        SAMPLE_DAY,
        &[
            "new",
            "Yes: \"#1\"",
            "--role=0123",
            "--interviewer=Jane Doe <jane@acme.example>",
            "--recruiter=null",
            "--window=2 weeks",
        ],
    );
    let schema_of_notes = schema("note");
    let names = ["2026-03-16-example-robotics.md", "2026-03-16-yes-1.md"];
    for name in names {
        let head = front_matter(&folder.read(name)).unwrap();
        assert_eq!(faults(&schema_of_notes, &head), [""; 0], "{name}");
    }
    // Every setting as it comes, out of its comment.
    let settings: String = folder
        .read("journal.toml")
        .lines()
        .filter_map(|line| line.strip_prefix('#').filter(|line| !line.starts_with([' ', '#'])))
        .map(|line| format!("{line}\n"))
        .collect();
    let settings = configuration(&settings);
    assert!(settings["cadence"].as_object().unwrap().len() > 20);
    assert_eq!(faults(&schema("config"), &settings), [""; 0]);
}

#[test]
fn every_default_in_the_schema_is_a_value_that_it_takes() {
    let ran = Folder::new().run(&["schema", "config"]);
    let text: Value = serde_json::from_str(&ran.stdout).unwrap();
    let schema = schema("config");
    let mut defaults = 0;
    for (rule, about) in text["properties"]["cadence"]["properties"].as_object().unwrap() {
        let dates = about.pointer("/anyOf/1/properties").and_then(Value::as_object);
        for (date, about) in dates.into_iter().flatten() {
            let Some(default) = about.get("default") else { continue };
            let value = json!({ "cadence": { rule: { date: default } } });
            assert_eq!(faults(&schema, &value), [""; 0], "{value}");
            defaults += 1;
        }
    }
    assert!(defaults > 100, "{defaults} defaults");
}

/// Front matter behind a company and a day, and whether it has an error in it. Anything that only the program can know,
/// such as an outcome's words, is not a schema's business.
#[rustfmt::skip]
const NOTES: &[(&str, bool)] = &[
    // the fields | whether they can be used
    ("",                                                                                                    true),
    ("role: Engineer",                                                                                      true),
    ("role: 42",                                                                                            true),
    ("role:",                                                                                               true),
    ("role: [[Engineer]]",                                                                                  true),
    ("role: \"[[Engineer]]\"",                                                                              true),
    ("role: [Engineer]",                                                                                    true),
    ("role: [\"[[Engineer]]\"]",                                                                            true),
    ("role: [Engineer, Manager]",                                                                           false),
    ("role: {name: Engineer}",                                                                              false),
    ("position: Engineer",                                                                                  true),
    ("round: 2",                                                                                            true),
    ("tags: [a, b]\nsalary: {from: 1}",                                                                     true),
    ("interviewers: Jane Doe",                                                                              true),
    ("interviewers: Jane Doe <jane@acme.example>",                                                          true),
    ("interviewers: [Jane Doe, Ravi Patel <ravi@acme.example>]",                                            true),
    ("interviewers: [[Jane Doe]]",                                                                          true),
    ("interviewers: [[[Jane Doe]], [[Ravi Patel]]]",                                                        true),
    ("interviewers:\n  - name: Jane Doe\n    email: jane@acme.example\n    title: Manager\n    lead: true", true),
    ("interviewers:\n  - {name: Jane Doe, mail: jane@acme.example, position: Manager, met: 3}",             true),
    ("interviewers:\n  - {name: Jane Doe, lead: perhaps}",                                                  false),
    ("interviewers:\n  - {name: Jane Doe, title: [Manager, Lead]}",                                         false),
    ("interviewers:\n  - {name: Jane Doe, email: {at: acme}}",                                              false),
    ("interviewers:\n  - {name: Jane Doe, lead: , title: , email: }",                                       true),
    ("recruiter: {name: Sam Lee, agency: {name: Talent}}",                                                  false),
    ("interviewers:\n  -\n  - Jane Doe",                                                                    true),
    ("interviewers:",                                                                                       true),
    ("interviewers: 42",                                                                                    false),
    ("interviewers: {email: jane@acme.example}",                                                            false),
    ("interviewers: [{title: Manager}]",                                                                    false),
    ("interviewers: [{name: [Jane, Ravi]}]",                                                                false),
    ("interviewer: [Jane Doe]",                                                                             true),
    ("also_met: [Kim Soto]",                                                                                true),
    ("recruiter: {name: Sam Lee, agency: Talent Partners}",                                                 true),
    ("recruiter: [Sam Lee]",                                                                                true),
    ("recruiter: [Sam Lee, Kim Soto]",                                                                      false),
    ("contact: {}",                                                                                         false),
    ("decision_window: 1 week",                                                                             true),
    ("decision_window: 2026-03-20",                                                                         true),
    ("decision_window:",                                                                                    true),
    ("decision_window: [1 week]",                                                                           false),
    ("decision_window: {weeks: 1}",                                                                         false),
    ("updates:\n  - {date: 2026-03-11, decision_window: by 2026-03-25}",                                    true),
    ("updates:\n  - {date: 2026-03-11, window: 1 week}\n  - {date: 2026-03-12}",                            true),
    ("updates: {date: 2026-03-11}",                                                                         true),
    ("updates:",                                                                                            true),
    ("updates: [{decision_window: 1 week}]",                                                                false),
    ("updates: [{date: yesterday}]",                                                                        false),
    ("updates: [{date: }]",                                                                                 false),
    ("updates: 2026-03-11",                                                                                 false),
    ("outcome: pending",                                                                                    true),
    ("outcome: no offer",                                                                                   true),
    ("outcome: [offer]",                                                                                    false),
    ("outcome: {is: offer}",                                                                                false),
    ("status: waiting",                                                                                     true),
    ("outcome: offer\noutcome_date: 2026-03-20",                                                            true),
    ("outcome: offer\noutcome_date: 2026-03-20T09:00",                                                      true),
    ("outcome: offer\noutcome_date: 2026-03-20 09:00",                                                      true),
    ("outcome: offer\noutcome_date: \"2026-03-20\"",                                                        true),
    ("outcome: offer\noutcome_date: \"[[2026-03-20]]\"",                                                    true),
    ("outcome: offer\noutcome_date: [[2026-03-20]]",                                                        true),
    ("outcome: offer\noutcome_date: \"[[days/2026-03-20]]\"",                                               true),
    ("outcome: offer\noutcome_date: 20/03/2026",                                                            false),
    ("outcome: offer\noutcome_date: 2026-13-20",                                                            false),
    ("outcome: offer\noutcome_date: 2026-3-20",                                                             false),
    ("outcome: offer\noutcome_date: 1899-03-20",                                                            false),
    ("outcome: offer\noutcome_date: 20260320",                                                              false),
    ("outcome: offer\noutcome_date: soon",                                                                  false),
    ("outcome: offer\noutcome_date: [2026-03-20]",                                                          false),
    ("outcome_date:",                                                                                       true),
    ("decide_by: tomorrow",                                                                                 false),
    ("thread: \"Re: Interview\"",                                                                           true),
    ("internal: true",                                                                                      true),
    ("internal: Yes",                                                                                       true),
    ("internal: \"off\"",                                                                                   true),
    ("internal:",                                                                                           true),
    ("internal: maybe",                                                                                     false),
    ("internal: 1",                                                                                         false),
    ("manager: Jessie Park <jessie@acme.example>",                                                          true),
    ("still_interested: n",                                                                                 true),
    ("followups:",                                                                                          true),
    ("followups: {}",                                                                                       true),
    ("followups:\n  recruiter-thanks: done 2026-03-03",                                                     true),
    ("followups:\n  recruiter-thanks: Skipped  2026-03-03",                                                 true),
    ("followups:\n  recruiter-thanks: snooze until 2026-03-10",                                             true),
    ("followups:\n  recruiter-thanks: done",                                                                false),
    ("followups:\n  recruiter-thanks: until 2026-03-10",                                                    false),
    ("followups:\n  recruiter-thanks: 2026-03-10",                                                          false),
    ("followups:\n  recruiter-thanks:",                                                                     false),
    ("followups: [done 2026-03-03]",                                                                        false),
    ("followups: done",                                                                                     false),
];

#[test]
fn the_schema_of_notes_accepts_the_notes_that_the_program_accepts() {
    let schema = schema("note");
    for (fields, is_good) in NOTES {
        let text = note(&format!("date: 2026-03-12\n{fields}"));
        let mut problems = Vec::new();
        let Parsed::Note(_) = parse("a.md", &text, &Mapping::default(), &mut problems) else {
            panic!("{text}")
        };
        let is_taken = problems.iter().all(|problem| problem.severity() != Severity::Error);
        assert_eq!(is_taken, *is_good, "the program, on {fields:?}: {problems:?}");
        let faults = faults(&schema, &front_matter(&text).unwrap());
        assert_eq!(faults.is_empty(), *is_good, "the schema, on {fields:?}: {faults:?}");
    }
    for head in
        ["company: Acme", "date: 2026-03-12", "company:\ndate: 2026-03-12", "company: Acme\ndate:"]
    {
        let text = format!("---\n{head}\n---\n");
        assert_ne!(faults(&schema, &front_matter(&text).unwrap()), [""; 0], "{head}");
    }
}

/// A configuration, and whether it can be used.
#[rustfmt::skip]
const CONFIGURATIONS: &[(&str, bool)] = &[
    // the configuration | whether it can be used
    ("",                                                                                          true),
    ("ignore = [\"archive/**\"]\nholidays = [2026-12-25, \"2027-01-01\"]",                        true),
    ("ignore = \"archive\"",                                                                      false),
    ("ignored = []",                                                                              false),
    ("holidays = [25]",                                                                           false),
    ("holidays = [\"Christmas\"]",                                                                false),
    ("[report]\nhtml = \"report.html\"",                                                           true),
    ("[report]\nhtml = \"\"",                                                                      true),
    ("[report]\nhtml = \"out/report.html\"",                                                       false),
    ("[report]\nhtml = \".report.html\"",                                                          false),
    ("[report]\nhtml = \"report.md\"",                                                             false),
    ("[report]\npage = \"report.html\"",                                                           false),
    ("[me]\nname = \"Alex\"\nlinks = [\"https://alex.example\"]",                                 true),
    ("[me]\nage = 3",                                                                             false),
    ("[me]\nlinks = \"https://alex.example\"",                                                    false),
    ("[headings]\nlearned = [\"Lessons\"]",                                                       true),
    ("[headings]\nlearnt = [\"Lessons\"]",                                                        false),
    ("[headings]\nlearned = \"Lessons\"",                                                         false),
    ("[cadence]\nquiet-after = \"45d\"\nconnect = false\nvalue-add = true",                       true),
    ("[cadence]\nquiet-after = \"45\"",                                                           false),
    ("[cadence]\nquiet-after = 45",                                                               false),
    ("[cadence]\nnews-within = \"30d\"\nseason-from = \"12-15\"\nseason-until = \"1-6\"", true),
    ("[cadence]\ncheck-after-offer = \"later\"",                                                  false),
    ("[cadence]\nseason-from = \"December\"",                                                     false),
    ("[cadence]\ncoffee = false",                                                                 false),
    ("[cadence]\nconnect = 3",                                                                    false),
    ("[cadence.thank-you]\ndue = \"D\"\nlate = \"never\"\nlapses = \"due+21d\"",                  true),
    ("[cadence.rejection-thanks]\ndue-internal = \"never\"",                                      true),
    ("[cadence.\"status-check/1\"]\ndue = \"W+3b else D+10d\"",                                   true),
    ("[cadence.thank-you]\ndue = \"never\"",                                                      false),
    ("[cadence.thank-you]\nopens = \"never\"",                                                    false),
    ("[cadence.thank-you]\ndue = \"D+1w\"",                                                       false),
    ("[cadence.thank-you]\ndue = 1",                                                              false),
    ("[cadence.thank-you]\nwhen = \"D\"",                                                         false),
    ("[cadence.offer-decision]\ndue = \"decide_by-3b\"",                                          true),
];

#[test]
fn the_schema_of_the_configuration_accepts_what_the_program_accepts() {
    let schema = schema("config");
    for (text, is_good) in CONFIGURATIONS {
        let read = Config::parse(text);
        assert_eq!(read.is_ok(), *is_good, "the program, on {text:?}: {read:?}");
        let faults = faults(&schema, &configuration(text));
        assert_eq!(faults.is_empty(), *is_good, "the schema, on {text:?}: {faults:?}");
    }
}

#[test]
fn the_schema_of_the_agenda_holds_with_problems_and_tasks_and_little_else() {
    let schema = schema("agenda");
    let folder = journal(&[
        ("a.md", &format!("{NOTE}\n- [ ] Read the paper\n")),
        ("b.md", &note("company: Globex; date: 03/04/2026")),
        ("copy (conflicted copy).md", NOTE),
    ]);
    let mut agenda = agenda(folder.path().to_str().unwrap(), &["--all"]);
    assert_eq!(agenda["problems"].as_array().unwrap().len(), 2);
    assert_eq!(agenda["tasks"].as_array().unwrap().len(), 1);
    assert_eq!(faults(&schema, &agenda), [""; 0]);
    for (at, wrong) in [
        ("/schema", 2.into()),
        ("/followups/0/status", "late".into()),
        ("/followups/0/due", 3.into()),
        ("/followups/0/role", 3.into()),
        ("/problems/0/severity", "fatal".into()),
        ("/tasks/0/line", "1".into()),
        ("/today", Value::Null),
    ] {
        let was = std::mem::replace(agenda.pointer_mut(at).unwrap(), wrong);
        assert_eq!(faults(&schema, &agenda).len(), 1, "{at}");
        *agenda.pointer_mut(at).unwrap() = was;
    }
    agenda["followups"][0].as_object_mut().unwrap().remove("person");
    assert_eq!(faults(&schema, &agenda).len(), 1);
}
