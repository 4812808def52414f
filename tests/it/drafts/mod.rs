//! The words of drafts, read as by the person who has to send them.

use serde_json::Value;

use crate::support::{journal, note};

mod elsewhere;
mod facts;
mod internal;
mod letters;
mod naming;
mod news;
mod private;
mod repeats;
mod said;
mod written;

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

/// The message below a draft's head, without the empty line above it and the remarks below it.
fn message(draft: &str) -> &str {
    let body = draft.splitn(3, "---\n").nth(2).unwrap();
    body.split("<!-- Not sent.").next().unwrap().trim()
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
        let body = message(&text);
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
                message(&text).replace(name.split(' ').next().unwrap(), "X")
            })
            .collect();
        messages.sort();
        messages.dedup();
        assert!(messages.len() >= 3, "{sections}: {messages:#?}");
    }
}

#[test]
fn what_is_to_be_said_goes_out_word_for_word_and_the_rest_is_shown_below() {
    let sections = "\
## Say to Jane

I once cut a cloud bill by half -- in a *week*!

They laughed at first.

- [ ] find the number

## Tell Patel & Kim

Thanks for the rota.

## To say

A line for the lead.

## What stood out

- Ravi explained how the rota works
- seemed bored

### Doe

She asked about state

## My own thoughts

Hidden.
";
    let people = "interviewers: [Jane Doe <jane@acme.example>, Ravi Patel <ravi@acme.example>, Bo Ek <bo@acme.example>]";
    let fields = format!("{people}; also_met: [Kim Soto <kim@acme.example>]");
    let folder = journal(&[("a.md", &interview(&fields, sections))]);
    folder.build("2026-03-02");
    let drafts = ["jane-doe", "ravi-patel", "bo-ek"]
        .map(|id| folder.read(&format!("a.thank-you.{id}.draft.md")));
    let [jane, ravi, bo] = &drafts;
    let said = "\n\nI once cut a cloud bill by half -- in a week!\n\nThey laughed at first.\n\nA line for the lead.\n\n";
    assert!(message(jane).contains(said), "{jane}");
    assert!(!message(jane).contains("find the number"), "{jane}");
    assert!(!ravi.contains("find the number"), "{ravi}");
    assert!(message(ravi).contains("\n\nThanks for the rota.\n\n"), "{ravi}");
    // Whoever would get nothing of their own gets what is for everyone.
    assert!(message(bo).contains("\n\nA line for the lead.\n\n"), "{bo}");
    assert!(folder.read("a.team-thanks.kim-soto.draft.md").contains("Thanks for the rota."));
    let below =
        |draft: &str| draft.split("<!-- Not sent. From your note:").nth(1).unwrap().to_owned();
    assert!(below(jane).contains("What stood out\n- seemed bored\n"), "{jane}");
    assert!(below(jane).contains("Doe\n- She asked about state\n"), "{jane}");
    assert!(below(ravi).contains("- Ravi explained how the rota works\n"), "{ravi}");
    assert!(!jane.contains("Ravi explained") && !ravi.contains("She asked"), "{jane}{ravi}");
    assert!(drafts.iter().all(|draft| !draft.contains("Hidden")));
}

#[test]
fn it_is_said_to_those_whom_a_heading_names_and_to_nobody_else() {
    let people =
        "interviewers: [Dr. Jane Doe, Ravi Patel, Jane Roe, \"Robert \\\"Bob\\\" Ek\", Matron]";
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        ("Say to Jane Doe",             &["dr-jane-doe"]),
        ("say to dr. doe:",             &["dr-jane-doe"]),
        ("Tell Ravi",                   &["ravi-patel"]),
        ("Tell Patel & Bob",            &["ravi-patel", "robert-bob-ek"]),
        ("Say to Bob, Ravi and Roe",    &["ravi-patel", "jane-roe", "robert-bob-ek"]),
        ("Say to Matron",               &["matron"]),
        ("Say to: Ravi",                &["ravi-patel"]),
        ("Tell – Ravi:",                &["ravi-patel"]),
        ("💬 Say to — Ravi",            &["ravi-patel"]),
        ("**Say to Ravi**",             &["ravi-patel"]),
        ("Say to everyone",             &["dr-jane-doe", "ravi-patel", "jane-roe", "robert-bob-ek", "matron"]),
        ("To say",                      &["dr-jane-doe", "ravi-patel", "jane-roe", "robert-bob-ek", "matron"]),
        // Which Jane?
        ("Say to Jane",                 &[]),
        ("Say to Joan",                 &[]),
        ("Say to Ravi and Joan",        &[]),
        ("Tell Ravi never",             &[]),
        ("Tell me about yourself",      &[]),
        ("Things to say to Ravi",       &[]),
        ("Say to",                      &[]),
    ];
    for (heading, expected) in cases {
        let sections = format!("## {heading}\n\nA fine talk it was.\n");
        let folder = journal(&[("a.md", &interview(people, &sections))]);
        folder.build("2026-03-02");
        let said: Vec<&str> = ["dr-jane-doe", "ravi-patel", "jane-roe", "robert-bob-ek", "matron"]
            .into_iter()
            .filter(|id| {
                let draft = folder.read(&format!("a.thank-you.{id}.draft.md"));
                message(&draft).contains("A fine talk it was.")
            })
            .collect();
        assert_eq!(said, *expected, "{heading}");
    }
}

/// Bold type at the beginning of a paragraph is a heading if it names listeners, and what is written like it ends its section.
#[test]
fn a_line_in_bold_type_is_a_heading() {
    let sections = "**Say to Jane**\n\nA fine talk.\n\n**Say to Ravi:** A rare rota.\n\nSee you.\n\n\
        **Red flags**\nseemed bored\n\n__Tell Jane__:\nGood tea.\n\n## Liked\n\n**Tell Jane** that I cook.\n";
    let folder = journal(&[("a.md", &interview("interviewers: [Jane Doe, Ravi Patel]", sections))]);
    folder.build("2026-03-02");
    let letter = |id: &str| folder.read(&format!("a.thank-you.{id}.draft.md"));
    let (jane, ravi) = (letter("jane-doe"), letter("ravi-patel"));
    assert!(message(&jane).contains("\n\nA fine talk.\n\nGood tea.\n\nI'd"), "{jane}");
    assert!(message(&ravi).contains("\n\nA rare rota.\n\nSee you.\n\n"), "{ravi}");
    for letter in [&jane, &ravi] {
        assert!(!message(letter).contains("I cook") && !message(letter).contains("bored"));
    }
}

#[test]
fn words_that_reach_nobody_are_pointed_out() {
    let people = "interviewers: [Jane Doe, Ravi Patel]";
    let whom = "after `Say to` write names of people in this note and nothing else, such as `Say to Jane Doe`; \
        it has Jane Doe and Ravi Patel";
    let heading = "write `## Say to Jane` on a line of its own, and the words below it";
    let cases = [
        ("## Say to the Colonel\n\nThanks.", whom),
        ("## Say to\n\nThanks.", whom),
        ("## Tell Kim\n\nThanks.", whom),
        ("**Say to Kim**\n\nThanks.", whom),
        ("Say to Jane\n\nThanks.", heading),
        ("## Say to Ravi\n\nSay to Jane: Thanks.", "write `## Say to Jane`"),
        ("- *Say to Jane:* Thanks.", "write `## Say to Jane`"),
        ("## Say to Jane\n\nThanks. Say to Ravi: hello.", ""),
        ("## Tell me about yourself\n\nThanks.", ""),
        ("Tell Jane that the poster is done.", ""),
        ("## Say to Kim", ""),
    ];
    for (sections, expected) in cases {
        let folder = journal(&[("a.md", &interview(people, sections))]);
        let agenda = folder.build("2026-03-02");
        assert_eq!(agenda.contains("unclear-listener"), !expected.is_empty(), "{sections}");
        let found: Value =
            serde_json::from_str(&folder.run_on("2026-03-02", "check --format json").stdout)
                .unwrap();
        let found = found["problems"].as_array().unwrap();
        let found = found.iter().find(|problem| problem["code"] == "unclear-listener");
        assert_eq!(found.is_some(), !expected.is_empty(), "{sections}");
        if let Some(found) = found {
            assert!(found["help"].as_str().unwrap().contains(expected), "{sections}: {found}");
            assert!(found["line"].as_u64().unwrap() > 5, "{sections}: {found}");
        }
    }
}

#[test]
fn words_for_oneself_are_not_said_wherever_they_stand() {
    let sections = "## Say to Jane\n\nA fine talk.\n\n- [x] ask about pay\n\n> [!warning] two offices\n\nfirst %% second %%\n\n\
        ~~an old idea~~\n\n<!-- a comment -->\n\n```\ncode\n```\n\n### Later\n\nunder another heading\n";
    let folder = journal(&[("a.md", &interview("interviewers: [Jane Doe]", sections))]);
    folder.build("2026-03-02");
    let draft = folder.read("a.thank-you.jane-doe.draft.md");
    let said = "on Monday.\n\nA fine talk.\n\nI'd be very glad";
    assert!(message(&draft).contains(said), "{draft}");
}

/// A label goes with the tasks below it, if there is nothing else there.
#[test]
fn a_label_above_tasks_is_not_said() {
    #[rustfmt::skip]
    let cases = [
        ("A fine talk.\n\nTo do:\n- [x] send it\n* [ ] ring Bo",        "A fine talk."),
        ("A fine talk.\n\nTo do:\n\n- [ ] send it\n\nSee you soon.",     "A fine talk.\n\nSee you soon."),
        ("A fine talk. To do:\n- [ ] send it",                           "A fine talk."),
        ("A fine talk\ntodo:\n- [ ] send it",                            "A fine talk"),
        ("- A fine talk.\n- Still open:\n  - [ ] send it\n- See you.",   "A fine talk.\n\nSee you."),
        ("A fine talk. I'd bring:\n- a plan\n- [ ] print it",            "A fine talk. I'd bring:\n\n- a plan"),
        ("A fine talk, and this:\n\nSee you.\n- [ ] send it",            "A fine talk, and this:\n\nSee you."),
        ("A fine talk.\n- [ ] send it",                                  "A fine talk."),
        ("A fine talk.\n\nTo do\n- [ ] send it",                         "A fine talk."),
        ("A fine talk.\n\n**TODO**\n\n- [ ] send it",                    "A fine talk."),
        ("A fine talk.\nNext steps\n- [ ] send it",                      "A fine talk."),
        ("I have much to do\n- [ ] send it",                             "I have much to do"),
    ];
    for (words, expected) in cases {
        let sections = format!("## Say to Jane\n\n{words}\n");
        let folder = journal(&[("a.md", &interview("interviewers: [Jane Doe]", &sections))]);
        folder.build("2026-03-02");
        let draft = folder.read("a.thank-you.jane-doe.draft.md");
        let said = format!("on Monday.\n\n{expected}\n\nI'd be very glad");
        assert!(message(&draft).contains(&said), "{words}: {draft}");
    }
}

#[test]
fn a_template_with_names_that_are_gone_still_works() {
    let template = "Hi,\n\n{% if said %}{{ said | join('; ') }}{% endif %}{{ say(fit, 'Fit', 'why you') }}\n\n{{ say(to_say) }}\n";
    let sections = "## Say to Jane\n\nA fine talk.\n\n## What stood out\n\n- a secret\n\n## Fit\n\nI need the money.\n";
    let note = interview("interviewers: [Jane Doe]", sections);
    let folder = journal(&[("a.md", &note), ("templates/thank-you.md.j2", template)]);
    folder.build("2026-03-02");
    let draft = folder.read("a.thank-you.jane-doe.draft.md");
    assert_eq!(message(&draft), "Hi,\n\n[fill in: why you]\n\nA fine talk.");
    let found = folder.run(&["check", "--today", "2026-03-02", "-v"]).stdout;
    assert!(
        found.contains("`said` is always empty") && found.contains("`fit` is always empty"),
        "{found}"
    );
}

#[test]
fn lessons_stay_private_once_the_answer_is_no() {
    let fields =
        "interviewers: [Jane Doe]; contact: Jane Doe; outcome: rejected; outcome_date: 2026-03-04";
    let folder = journal(&[("a.md", &interview(fields, "## Learned\n\nI talk too much.\n"))]);
    folder.build("2026-03-05");
    for draft in folder.drafts() {
        assert!(!message(&folder.read(&draft)).contains("I talk too much"), "{draft}");
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
    assert!(message(&draft).split_whitespace().count() < 200, "{draft}");
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
        assert!(jane.contains("subject: Thank you (Backend engineer)\n"), "{jane}");
    }
}
