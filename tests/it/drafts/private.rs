//! What is not meant for others never goes out: remarks of all kinds under every heading, at every kind of message.

use std::collections::{BTreeSet, HashSet};

use crate::support::journal;

/// Remarks and shapes of remarks; those that no message may hold end in `=> shut`.
const CASES: &str = include_str!("gate.txt");

/// Headings for remarks; only those with NAME's name say whom they are about.
const HEADINGS: [&str; 14] = [
    "What stood out",
    "They said",
    "Learned",
    "Liked",
    "Fit",
    "Why me",
    "Why them",
    "Forgot",
    "To send",
    "Questions",
    "Jane Doe",
    "What Jane said",
    "Kim Soto",
    "Sam",
];

/// The states of a process, each with other messages.
const STATES: [&str; 11] = [
    "decision_window: 1 week",
    "interest: keen",
    "outcome: more_interviews; outcome_date: 2026-03-03",
    "outcome: HM chat; outcome_date: 2026-03-03",
    "outcome: offer; outcome_date: 2026-03-03; decide_by: 2026-03-20",
    "outcome: accepted; outcome_date: 2026-03-03",
    "outcome: accepted; outcome_date: 2026-03-03; internal: true; manager: Jo Park <jo@acme.example>",
    "outcome: declined; outcome_date: 2026-03-03",
    "outcome: rejected; outcome_date: 2026-03-03",
    "outcome: rejected; outcome_date: 2026-03-03; internal: true; still_interested: true",
    "outcome: withdrawn; outcome_date: 2026-03-03",
];

const PEOPLE: [&str; 5] =
    ["Jane Doe <jane@acme.example>", "Ravi Patel", "Bo Ek", "Cy Fox", "Di Gee"];

/// A draft's message: what is between the head and the remarks.
fn message(draft: &str) -> &str {
    let body = draft.splitn(3, "---\n").nth(2).unwrap();
    body.split("<!-- Not sent.").next().unwrap()
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The runs of six words of a remark, or all words of a shorter one of at least three.
fn runs(remark: &str) -> Vec<String> {
    let words = words(remark);
    let length = words.len().min(6);
    if length < 3 { Vec::new() } else { words.windows(length).map(|run| run.join(" ")).collect() }
}

/// All runs of three to six words of a message.
fn all_runs(message: &str) -> HashSet<String> {
    let words = words(message);
    (3..=6).flat_map(|length| words.windows(length).map(|run| run.join(" "))).collect()
}

#[test]
fn no_private_remark_is_ever_sent() {
    let remarks: Vec<&str> =
        CASES.lines().filter_map(|line| line.strip_suffix(" => shut")).collect();
    // What Ravi showed may go to Ravi.
    let remarks: Vec<&str> = remarks
        .into_iter()
        .filter(|remark| !remark.to_lowercase().contains("ravi") && !remark.starts_with("patel"))
        .collect();
    let private: Vec<(String, &str)> = remarks
        .iter()
        .flat_map(|remark| runs(remark).into_iter().map(move |run| (run, *remark)))
        .collect();
    assert!(remarks.len() > 200, "{}", remarks.len());
    let mut kinds = BTreeSet::new();
    let mut leaks = Vec::new();
    let mut drafts = 0;
    for (at, state) in STATES.iter().enumerate() {
        let mut notes = Vec::new();
        for (under, heading) in HEADINGS.iter().enumerate() {
            let count = 1 + (at + under) % PEOPLE.len();
            let people = PEOPLE[..count].join(", ");
            let agency = if under % 2 == 0 { ", agency: Talent" } else { "" };
            let parts = remarks.iter().skip((at + under) % 3).step_by(3);
            let body: String = parts.map(|remark| format!("{}\n\n", remark.trim())).collect();
            let fields = state.replace("; ", "\n");
            let note = format!(
                "---\ncompany: Company {under}\ndate: 2026-03-02\nrole: Backend engineer\n\
                 interviewers: [{people}]\nalso_met: [Kim Soto <kim@acme.example>]\n\
                 recruiter: {{name: Sam Lee, email: sam@t.example{agency}}}\n{fields}\n---\n\n## {heading}\n\n{body}"
            );
            notes.push((format!("n{under}.md"), note));
        }
        // One that is still waiting hears of offers and acceptances.
        let waiting = format!(
            "---\ncompany: Waiting\ndate: 2026-03-02\ninterviewers: [Jane Doe <j@w.example>]\n---\n\n## Fit\n\n{}\n",
            remarks.join("\n\n")
        );
        notes.push(("waiting.md".to_owned(), waiting));
        let files: Vec<(&str, &str)> =
            notes.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let folder = journal(&files);
        for day in ["2026-03-02", "2026-03-06"] {
            folder.run_on(day, "build");
            for path in folder.drafts() {
                let draft = folder.read(&path);
                drafts += 1;
                kinds.insert(path.split('.').nth(1).unwrap().to_owned());
                let said = all_runs(message(&draft));
                let leaked = private.iter().filter(|(run, _)| said.contains(run));
                leaks.extend(leaked.map(|(run, of)| format!("{state} {path}: {run:?} of {of:?}")));
            }
        }
    }
    assert!(drafts > 500, "{drafts}");
    assert!(kinds.len() >= 17, "{kinds:?}");
    leaks.truncate(20);
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}
