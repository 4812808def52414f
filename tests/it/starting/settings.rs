//! The settings that `init` writes: every setting and rule, as a comment with its default.

use std::collections::BTreeSet;

use journal::unstable::Config;
use journal::unstable::Topic;
use journal::unstable::settings;

/// The settings with every comment mark in front of one taken away.
fn uncommented() -> String {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(setting) if !setting.starts_with(' ') => format!("{setting}\n"),
        _ => format!("{line}\n"),
    };
    settings().lines().map(line).collect()
}

#[test]
fn settings_are_the_defaults_whether_commented_or_not() {
    assert_eq!(Config::parse(&settings()).unwrap(), Config::default());
    assert_eq!(Config::parse(&uncommented()).unwrap(), Config::default());
    assert!(settings().lines().all(|line| line.is_empty() || line.starts_with('#')));
}

#[test]
fn every_setting_and_every_rule_stands_in_the_settings() {
    let written: toml::Table = uncommented().parse().unwrap();
    let names = |table: &toml::Table| table.keys().cloned().collect::<BTreeSet<_>>();
    // The names there are, as the parser lists them for a mistyped one.
    let known = |text: &str| {
        let message = Config::parse(text).unwrap_err().message();
        let (_, list) = message.split_once("only ").unwrap_or_else(|| panic!("{message}"));
        list.split(", ").map(str::to_owned).collect::<BTreeSet<_>>()
    };
    // There is no default for the order of dates: it is only described.
    assert!(settings().contains("# With dates = \"day first\""));
    let described = BTreeSet::from(["dates".to_owned()]);
    assert_eq!(&names(&written) | &described, known("nonsense = 1"));
    assert_eq!(names(written["me"].as_table().unwrap()), known("[me]\nnonsense = 1"));
    let topics = Topic::ALL.map(|(_, name, _)| name.to_owned());
    assert_eq!(names(written["headings"].as_table().unwrap()), topics.into());

    let cadence = written["cadence"].as_table().unwrap();
    let rules = Config::default().cadence.rules;
    let table = include_str!("../../../src/rules/cadence.toml").parse::<toml::Table>().unwrap();
    let beside = table.keys().filter(|name| *name != "rule").cloned();
    assert_eq!(names(cadence), rules.iter().map(|rule| rule.id.clone()).chain(beside).collect());
    for (rule, written) in rules.iter().zip(table["rule"].as_array().unwrap()) {
        let dates = cadence[&rule.id].as_table().unwrap();
        for date in ["opens", "not-before", "due", "due-internal", "late", "lapses", "not-after"] {
            match written.get(date) {
                Some(moment) => assert_eq!(dates.get(date), Some(moment), "{} {date}", rule.id),
                None => {
                    assert!(dates.get(date).is_none_or(|never| never.as_str() == Some("never")))
                }
            }
        }
    }
}
