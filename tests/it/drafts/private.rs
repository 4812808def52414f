//! What is not meant for others never goes out: remarks of all kinds under every heading, at every kind of message.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::journal;

use super::message;

/// What people write down for themselves, one remark a line.
const REMARKS: &str = include_str!("private.txt");

/// The headings that remarks stand under: those of every topic, those that name a person, those of one's own, those below
/// a heading that is said, and those that only look as if they were.
const HEADINGS: [&str; 23] = [
    "",
    "## What stood out",
    "## They said",
    "## Learned",
    "## Liked",
    "## Fit",
    "## Why me",
    "## Why them",
    "## Forgot",
    "## To send",
    "## Questions",
    "## Jane Doe",
    "## What Jane said",
    "## Kim Soto",
    "## Sam",
    "## My own thoughts",
    "## What stood out\n\n### Doe",
    "## Say to Jane Doe\n\n### Red flags",
    "## To say\n\n### Learned",
    "## Tell nobody",
    "## Tell Jane never",
    "## Say to Jane Roe",
    "## What to say to Jane",
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

/// A remark about somebody, and one about nobody, so that there is something to ask or to send.
const PLAIN: [&str; 2] = ["Kim", "Hm"];

const PEOPLE: [&str; 5] =
    ["Jane Doe <jane@acme.example>", "Ravi Patel", "Bo Ek", "Cy Fox", "Di Gee"];

/// The messages of a journal with these remarks under every heading, by path: recipient, subject and text.
fn messages(at: usize, state: &str, remarks: &[&str]) -> BTreeMap<String, String> {
    let fields = state.replace("; ", "\n");
    let mut notes = Vec::new();
    for (under, heading) in HEADINGS.iter().enumerate() {
        let people = PEOPLE[..1 + (at + under) % PEOPLE.len()].join(", ");
        let agency = if under % 2 == 0 { ", agency: Talent" } else { "" };
        let sections =
            remarks.chunks(80).map(|chunk| format!("{heading}\n\n{}", chunk.join("\n\n")));
        let body: String = sections.collect::<Vec<_>>().join("\n\n");
        let note = format!(
            "---\ncompany: Company {under}\ndate: 2026-03-02\nrole: Backend engineer\n\
             interviewers: [{people}]\nalso_met: [Kim Soto <kim@acme.example>]\n\
             recruiter: {{name: Sam Lee, email: sam@t.example{agency}}}\n{fields}\n---\n\n{body}\n"
        );
        notes.push((format!("n{under}.md"), note));
    }
    // One that is still waiting hears of offers and acceptances.
    let waiting = "company: Waiting\ndate: 2026-03-02\ninterviewers: [Jane Doe <j@w.example>]";
    let waiting = format!("---\n{waiting}\n---\n\n## Fit\n\n{}\n", remarks.join("\n\n"));
    notes.push(("waiting.md".to_owned(), waiting));
    let files: Vec<(&str, &str)> =
        notes.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let folder = journal(&files);
    let mut messages = BTreeMap::new();
    for day in ["2026-03-03", "2026-03-06"] {
        folder.run_on(day, "build");
        for path in folder.drafts() {
            let draft = folder.read(&path);
            let head = draft.split("---\n").nth(1).unwrap();
            let head = head.lines().filter(|line| !line.starts_with("generated: "));
            let head: String = head.map(|line| format!("{line}\n")).collect();
            messages.insert(path, head + &as_asked(message(&draft)));
        }
    }
    messages
}

/// A message with the questions that are left out where a line of the note says what comes next, or that the offer comes in
/// writing. That tells nothing of the line.
fn as_asked(message: &str) -> String {
    [
        (
            "If there's anything else I should know beforehand, just tell me.",
            "Who will I be meeting, and is there anything I should prepare?",
        ),
        (
            "I'll look out for the details in writing. When do you need my answer by?",
            "Could you send me the details in writing, if they aren't on their way already, and let me know when you need my answer?",
        ),
        (
            "I'll look out for the details in writing, and give",
            "Could you send me the details in writing, if they aren't on their way already? I'll read them through and give",
        ),
    ]
    .iter()
    .fold(message.to_owned(), |message, (known, asked)| message.replace(known, asked))
}

#[test]
fn no_private_remark_is_ever_sent() {
    let remarks = REMARKS.lines().filter(|line| !line.starts_with("# ") && !line.is_empty());
    let remarks: Vec<&str> = remarks.collect();
    assert!(remarks.len() > 500, "{}", remarks.len());
    let mut kinds = BTreeSet::new();
    let mut count = 0;
    for (at, state) in STATES.iter().enumerate() {
        // Each remark under each heading, in every third state.
        let these = remarks.iter().enumerate().filter(|(nth, _)| (nth + at) % 3 == 0);
        let these: Vec<&str> = PLAIN.into_iter().chain(these.map(|(_, remark)| *remark)).collect();
        let messages_with = messages(at, state, &these);
        // To the letter what is written where the note remarks no more than that.
        let messages_without = messages(at, state, &PLAIN);
        for (path, message) in &messages_with {
            assert_eq!(Some(message), messages_without.get(path), "{state} {path}");
            kinds.insert(path.split('.').nth(1).unwrap().to_owned());
        }
        count += messages_with.len();
        let paths =
            |messages: &BTreeMap<String, String>| messages.keys().cloned().collect::<Vec<_>>();
        assert_eq!(paths(&messages_with), paths(&messages_without), "{state}");
    }
    assert!(count > 1_000, "{count}");
    assert!(kinds.len() >= 18, "{kinds:?}");
}

/// Under "Fit", a plain sentence about one's own work goes into the thank-you; all else stays below the message.
#[test]
fn only_plain_sentences_about_work_go_out_unasked() {
    let lines = include_str!("work.txt").lines();
    let cases =
        lines.filter_map(|line| line.split_at_checked(2).filter(|(_, text)| !text.is_empty()));
    let cases: Vec<(&str, &str)> = cases.filter(|(mark, _)| *mark != "# ").collect();
    let notes: Vec<(String, String)> = cases
        .iter()
        .enumerate()
        .map(|(at, (_, text))| {
            let head = format!(
                "company: Company {at}\ndate: 2026-03-02\ninterviewers: [Jane Doe <j@a.example>]"
            );
            (format!("n{at}.md"), format!("---\n{head}\n---\n\n## Fit\n\n{text}\n"))
        })
        .collect();
    let files: Vec<(&str, &str)> =
        notes.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let folder = journal(&files);
    folder.build("2026-03-03");
    let mut wrong = Vec::new();
    for (at, (mark, text)) in cases.iter().enumerate() {
        let draft = folder.read(&format!("n{at}.thank-you.jane-doe.draft.md"));
        let goes_out = message(&draft).contains(&text[..text.len().min(20)]);
        if goes_out != (*mark == "+ ") {
            wrong.push(format!("{mark}{text}"));
        }
        assert!(draft.contains(&text[..text.len().min(20)]), "{text}");
    }
    assert_eq!(wrong, [""; 0]);
    assert!(cases.len() > 100);
}

/// What somebody said or showed may be thanked for, and what is to be sent may be named, in a few forms alone.
#[test]
fn only_plain_deeds_and_things_go_out_unasked() {
    let (mut heading, mut cases) = ("", Vec::new());
    for line in include_str!("heard.txt").lines().skip(3).filter(|line| !line.is_empty()) {
        match line.split_at(2) {
            ("# ", name) => heading = name,
            (mark, text) => cases.push((heading, mark, text)),
        }
    }
    let notes: Vec<(String, String)> = cases
        .iter()
        .enumerate()
        .map(|(at, (heading, _, text))| {
            let heading = if *heading == "Jane" { "What stood out" } else { heading };
            let head = format!(
                "company: Company {at}\ndate: 2026-02-27\ninterviewers: [Jane Doe <j@a.example>, Ravi Patel]"
            );
            (format!("n{at}.md"), format!("---\n{head}\n---\n\n## {heading}\n\n- {text}\n"))
        })
        .collect();
    let files: Vec<(&str, &str)> =
        notes.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let folder = journal(&files);
    // A day on which both the thank-yous and something to send are there.
    folder.build("2026-03-06");
    let drafts = folder.drafts();
    let mut wrong = Vec::new();
    for (at, (heading, mark, text)) in cases.iter().enumerate() {
        let prefix = format!("n{at}.");
        let of_note = drafts.iter().filter(|path| path.starts_with(&prefix));
        let all: Vec<String> = of_note.map(|path| message(&folder.read(path)).to_owned()).collect();
        // "The slides" are sent as "these slides".
        let told = text.strip_prefix("the ").filter(|_| *heading == "To send").unwrap_or(text);
        let words: Vec<&str> = told.trim_end_matches('.').split(' ').collect();
        let end = words[words.len().saturating_sub(3)..].join(" ");
        let goes_out = all.iter().any(|message| message.contains(&end));
        assert!(!all.is_empty());
        if goes_out != (*mark == "+ ") {
            wrong.push(format!("{mark}{text}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(cases.len() > 100, "{}", cases.len());
}

/// What the templates say of themselves is no remark, once their blanks are filled.
#[test]
fn no_sentence_of_a_template_is_pointed_out() {
    let mut kinds = BTreeSet::new();
    for state in STATES.iter().chain(&["outcome: applied; applied: 2026-03-02"]) {
        for interest in ["keen", "open", "cooling"] {
            let mut notes = Vec::new();
            for (at, (people, agency)) in [
                ("Jane Doe <jane@acme.example>", ""),
                ("Jane Doe <jane@acme.example>", ", agency: Talent"),
                ("Jane Doe <jane@acme.example>, Ravi Patel, Bo Ek", ", agency: Talent"),
                ("Jane Doe <jane@acme.example>, Ravi Patel, Bo Ek, Cy Fox, Di Gee", ""),
            ]
            .iter()
            .enumerate()
            {
                let others = "also_met: [Kim Soto <kim@acme.example>]";
                let recruiter = format!("recruiter: {{name: Sam Lee, email: s@t.example{agency}}}");
                let state = state.replace("interest: keen; ", "").replace("; ", "\n");
                let state = state.replace("interest: keen", "");
                let note = format!(
                    "---\ncompany: Company {at}\ndate: 2026-03-02\nrole: Backend engineer\n\
                     interviewers: [{people}]\n{others}\n{recruiter}\ninterest: {interest}\n{state}\n---\n\n\
                     ## To send\n\n- the write-up\n\n## Kim Soto\n\n- Kim showed me the hall\n"
                );
                notes.push((format!("n{at}.md"), note));
            }
            let waiting =
                "company: Waiting\ndate: 2026-03-02\ninterviewers: [Jo Day <j@w.example>]";
            notes.push(("waiting.md".to_owned(), format!("---\n{waiting}\n---\n")));
            let files: Vec<(&str, &str)> =
                notes.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
            let folder = journal(&files);
            for day in ["2026-03-03", "2026-03-06", "2026-03-12"] {
                folder.run_on(day, "build");
                for path in folder.drafts() {
                    let mut draft = folder.read(&path);
                    kinds.insert(path.split('.').nth(1).unwrap().to_owned());
                    while let Some(start) = draft.find("[fill in: ") {
                        let end = start + draft[start..].find(']').unwrap() + 1;
                        draft.replace_range(start..end, "Tuesday at ten");
                    }
                    folder.write(&path, draft);
                }
                let found = folder.run_on(day, "check -v").stdout;
                let found: Vec<&str> = found
                    .lines()
                    .filter(|line| line.contains("private-words") || line.contains("worn-phrase"))
                    .collect();
                assert_eq!(found, [""; 0], "{state} {interest}");
            }
        }
    }
    assert!(kinds.len() >= 18, "{kinds:?}");
}
