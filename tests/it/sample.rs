//! The sample journal shows what the program does.

use std::collections::BTreeSet;
use std::path::Path;

use journal::unstable::Cadence;
use journal::unstable::Outcome;

use crate::support::{Folder, SAMPLE_DAY};

fn sample() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-journal").to_str().unwrap().to_owned()
}

#[test]
fn the_sample_is_up_to_date() {
    let ran = Folder::new().run_words_on(SAMPLE_DAY, &["build", "--check", "--diff", &sample()]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
}

#[test]
fn the_sample_shows_every_rule_and_every_outcome() {
    let ran = Folder::new()
        .run_words_on(SAMPLE_DAY, &["agenda", "--all", "--format", "json", "-C", &sample()]);
    let agenda: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let shown: BTreeSet<&str> = agenda["followups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["id"].as_str().unwrap())
        .collect();
    for rule in Cadence::built_in().rules {
        let part = format!("/{}", rule.id);
        let is_shown = |id: &&str| id.ends_with(&part) || id.contains(&format!("{part}/"));
        assert!(shown.iter().any(is_shown), "{} is not in the sample", rule.id);
    }
    let notes: String = walkdir::WalkDir::new(sample())
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "md"))
        .map(|entry| std::fs::read_to_string(entry.path()).unwrap())
        .collect();
    let outcomes: Vec<Outcome> = notes
        .lines()
        .filter_map(|line| line.strip_prefix("outcome: ").or(line.strip_prefix("status: ")))
        .filter_map(Outcome::parse)
        .collect();
    // An interview that was called off is seldom seen.
    for outcome in Outcome::ALL.into_iter().filter(|one| *one != Outcome::Cancelled) {
        assert!(outcomes.contains(&outcome), "{} is not in the sample", outcome.as_str());
    }
}
