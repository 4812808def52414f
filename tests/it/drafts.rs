//! The words of drafts, read as by the person who has to send them.

use crate::support::{journal, note};

const PHRASES: [&str; 8] = [
    "just checking in",
    "touching base",
    "touch base",
    "hope this finds you",
    "hope you are well",
    "circling back",
    "i am excited",
    "thrilled",
];

/// The message below a draft's head.
fn body(draft: &str) -> &str {
    draft.splitn(3, "---\n").nth(2).unwrap()
}

/// A note of an interview with Acme Robotics, with these fields and, below them, these sections.
fn interview(fields: &str, sections: &str) -> String {
    let role = "company: Acme Robotics; role: Backend engineer";
    note(&format!("{role}; {fields}")) + "\n" + sections
}

#[test]
fn the_samples_messages_are_brief_and_plain() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-journal");
    let files = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    let drafts: Vec<_> =
        files.filter(|file| file.path().to_string_lossy().ends_with(".draft.md")).collect();
    assert!(drafts.len() > 15);
    for file in drafts {
        let text = std::fs::read_to_string(file.path()).unwrap();
        let body = body(&text);
        let name = file.path().display();
        assert!(body.split_whitespace().count() < 200, "{name}");
        if text.contains("followup: connect/") {
            assert!(body.chars().count() <= 200, "{name}");
        }
        for phrase in PHRASES {
            assert!(!body.to_lowercase().contains(phrase), "{name}: {phrase}");
        }
    }
}

#[test]
fn no_two_interviewers_get_the_same_message() {
    let names = ["Ann Lee", "Bo Ek", "Cy Fox", "Di Gee"];
    let people = names.join(", ");
    for sections in [
        "",
        "## Highlights\n\n- the rota\n",
        "## Why me\n\nI like tests.\n\n## Why them\n\nSmall team.\n",
    ] {
        let folder =
            journal(&[("a.md", &interview(&format!("interviewers: [{people}]"), sections))]);
        folder.build("2026-03-02");
        let mut messages: Vec<String> = names
            .iter()
            .map(|name| {
                let id = name.to_lowercase().replace(' ', "-");
                let text = folder.read(&format!("a.thank-you.{id}.draft.md"));
                // Apart from the name the messages must still differ, or leave blanks to fill in.
                body(&text).replace(name.split(' ').next().unwrap(), "X")
            })
            .collect();
        messages.sort();
        messages.dedup();
        assert!(messages.len() >= 3, "{sections}: {messages:#?}");
    }
}

#[test]
fn a_note_gives_its_own_words_and_leaves_the_rest_blank() {
    let sections = "\
## What stood out

- Jane explained the rota
- Ravi's view on alerts

## Forgot to say

I once cut a cloud bill by half.

## Ravi Patel

He asked about state
";
    let people = "interviewers: [Jane Doe <jane@acme.example>, Ravi Patel <ravi@acme.example>]";
    let folder = journal(&[("a.md", &interview(people, sections))]);
    folder.build("2026-03-02");
    let jane = folder.read("a.thank-you.jane-doe.draft.md");
    let ravi = folder.read("a.thank-you.ravi-patel.draft.md");
    assert!(jane.contains("What stayed with me: you explained the rota."), "{jane}");
    assert!(
        jane.contains("One thing I should have mentioned: I once cut a cloud bill by half."),
        "{jane}"
    );
    assert!(!jane.contains("alerts"), "{jane}");
    assert!(ravi.contains("What stayed with me: your view on alerts."), "{ravi}");
    assert!(
        ravi.contains("[fill in: say this to Ravi in your own words: He asked about state]"),
        "{ravi}"
    );
    assert!(
        ravi.contains("[fill in: why this role fits your skills, and why this company]"),
        "{ravi}"
    );
}

#[test]
fn lessons_stay_private_once_the_answer_is_no() {
    let fields =
        "interviewers: [Jane Doe]; contact: Jane Doe; outcome: rejected; outcome_date: 2026-03-04";
    let folder = journal(&[("a.md", &interview(fields, "## Learned\n\nI talk too much.\n"))]);
    folder.build("2026-03-05");
    for draft in folder.drafts() {
        assert!(!folder.read(&draft).contains("I talk too much"), "{draft}");
    }
}

#[test]
fn a_long_section_does_not_make_a_long_message() {
    let long = "This sentence has exactly six words. ".repeat(40);
    let endless = "word ".repeat(500);
    let sections =
        format!("## Highlights\n\n{long}\n\n## Learned\n\n{endless}\n\n## Why me\n\n{long}\n");
    let folder = journal(&[("a.md", &interview("interviewers: [Jane Doe]", &sections))]);
    folder.build("2026-03-02");
    let draft = folder.read("a.thank-you.jane-doe.draft.md");
    assert!(body(&draft).split_whitespace().count() < 200, "{draft}");
    assert!(draft.contains("[fill in: one thing you learned from Jane]"), "{draft}");
}

#[test]
fn a_thread_goes_on_with_those_who_run_the_process() {
    let people =
        "interviewers: [Jane Doe <jane@acme.example>]; recruiter: Sam Lee <sam@acme.example>";
    let cases = [
        // the thread in the note | the line in the draft
        ("thread: Backend role", "subject: \"Re: Backend role\"\n"),
        ("thread: \"RE: Backend role\"", "subject: \"RE: Backend role\"\n"),
        ("thread: <x1@mail.example>", "in-reply-to: \"<x1@mail.example>\"\n"),
    ];
    for (thread, expected) in cases {
        let folder = journal(&[("a.md", &interview(&format!("{people}; {thread}"), ""))]);
        folder.build("2026-03-02");
        let recruiter = folder.read("a.recruiter-thanks.draft.md");
        assert!(recruiter.contains(expected), "{recruiter}");
        let jane = folder.read("a.thank-you.jane-doe.draft.md");
        assert!(jane.contains("subject: Thank you for Monday's conversation\n"), "{jane}");
    }
}
