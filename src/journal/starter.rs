//! What a new journal starts with: its settings as comments, a first note to try, and what git has to know.

use chrono::NaiveDate;

use crate::drafts::language::Language;
use crate::drafts::own_path;
use crate::journal::AGENDA;
use crate::notes::blank::{Blank, Who};
use crate::rules::config::FILE_NAME;
use crate::rules::headings::Topic;
use crate::rules::table;

/// Where git looks for what it has to know of a folder's files.
pub const ATTRIBUTES_FILE: &str = ".gitattributes";

/// What the file says of itself, and of everything but headings and rules.
const SETTINGS: &str = "\
# What this journal changes of the defaults, which all stand here. To change one, take the # in front of it away; of a
# section also the one in front of its [name]. Everything you don't change can go.

# Paths that are not looked at, such as [\"archive/**\", \"cv\"].
#ignore = []

# Days on which nobody is at work, besides weekends, such as [2026-12-25, 2027-01-01].
#holidays = []

# Who signs the drafts. Links are pages to show, such as [\"https://alex.morgan.example\"].
#[me]
#name = \"\"
#email = \"\"
#phone = \"\"
#links = []

# Which headings of your notes feed the drafts. Those named here always count; yours, written in their place, come on
# top.
#[headings]
";

/// What it says of the rules, before they come.
const CADENCE: &str = "
# A rule is switched off by its name: `connect = false` right under [cadence], in place of its own section. Of a rule's
# dates `late` and `lapses` can be \"never\".
#[cadence]
";

/// A journal's configuration in which every setting stands as a comment with its default. A comment of words has a
/// space behind its `#`, a setting has none.
pub fn settings() -> String {
    let mut text = SETTINGS.to_owned();
    for (_, name, headings) in Topic::ALL {
        let headings: Vec<String> = headings.iter().map(|heading| quoted(heading)).collect();
        text.push_str(&format!("#{name} = [{}]\n", headings.join(", ")));
    }
    text.push_str(CADENCE);
    for part in table::written() {
        text.push('\n');
        match part {
            table::Part::Lines(lines) => text.extend(lines.iter().map(|line| commented(line))),
            table::Part::Rule { id, why, dates } => {
                text.push_str(&format!("# {why}.\n#[cadence.{}]\n", key(&id)));
                for (name, moment) in dates {
                    text.push_str(&format!("#{name} = {}\n", quoted(&moment)));
                }
            }
        }
    }
    text
}

/// A line of the table as a comment: one that is a comment already stays.
fn commented(line: &str) -> String {
    let mark = if line.starts_with('#') { "" } else { "#" };
    format!("{mark}{line}\n")
}

/// A text of the tables, which hold nothing that TOML would read otherwise.
fn quoted(text: &str) -> String {
    format!("{text:?}")
}

fn key(id: &str) -> String {
    let is_bare = id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if is_bare { id.to_owned() } else { quoted(id) }
}

/// The first note's file name and text, for an interview today. Its people have addresses that no mail reaches.
pub fn first_note(today: NaiveDate) -> (String, String) {
    let typed = |text: &str| Who::Typed(text.to_owned());
    let blank = Blank {
        company: "Example Robotics".to_owned(),
        date: today,
        role: Some("Engineer".to_owned()),
        round: Some("first".to_owned()),
        interviewers: vec![typed("Jane Doe <jane@robotics.example>"), typed("Ravi Patel")],
        also_met: vec![typed("Kim Soto <kim@robotics.example>")],
        recruiter: Some(typed("Sam Lee <sam@robotics.example>")),
        window: Some("1 week".to_owned()),
        ..Blank::default()
    };
    let lines: [(Topic, &[&str]); 5] = [
        (
            Topic::Said,
            &[
                "- how a firmware build went from 40 minutes to 6",
                "- that Ravi's team takes an alert without a runbook for noise",
            ],
        ),
        (Topic::Learned, &["The robots keep a log that survives a cut cable."]),
        (Topic::Fit, &["I have kept message queues alive through worse than a cut cable."]),
        (Topic::Send, &["- the write-up on queues that I mentioned"]),
        (Topic::Questions, &["- [ ] Find out who is on call at night"]),
    ];
    let Ok(text) = blank.text(&lines) else { unreachable!("the first note is tested") };
    let note = text.replacen(
        "---\n\n## ",
        "---\n\nAn example to try: nobody here exists. Run `journal build` and look at FOLLOWUPS.md and the drafts beside this\n\
         file; change something here and build again. What stands under a heading below goes into the drafts, what is\n\
         missing becomes a blank in them. When you have seen enough, delete this file: the next build takes the drafts that\n\
         you haven't touched along.\n\n## ",
        1,
    );
    (blank.names().next().unwrap_or_default(), note)
}

/// The lines for git, each with what it is for.
const ATTRIBUTES: [(&str, &str); 2] = [
    (
        "\
# The agenda is known by its bytes: the same on every machine, whatever core.autocrlf says. Of a merge both sides' lines
# are kept, and the next `journal build` makes one agenda of them: all ticks and all your own words count.",
        "text eol=lf merge=union",
    ),
    (
        "\
# A draft carries a fingerprint of its bytes: with other line ends it would pass for edited by you, and never be renewed.
# -merge: where two branches changed a draft, git says so and leaves yours whole. It is never a mix of both, nor has
# conflict marks in it that somebody could be sent. `git checkout --theirs FILE` takes the other one.",
        "text eol=lf -merge",
    ),
];

/// The files that [`ATTRIBUTES`] are for.
fn patterns() -> [String; 2] {
    [format!("/{AGENDA}"), "*.draft.md".to_owned()]
}

/// What git has to know of a journal's files.
pub fn attributes() -> String {
    let parts = patterns().into_iter().zip(ATTRIBUTES);
    let parts: Vec<String> =
        parts.map(|(pattern, (why, values))| format!("{why}\n{pattern} {values}\n")).collect();
    parts.join("\n")
}

/// The lines that an existing file lacks.
pub fn missing_attributes(existing: &str) -> Vec<String> {
    let lines: Vec<Vec<&str>> =
        existing.lines().map(|line| line.split_whitespace().collect()).collect();
    let has = |pattern: &str, values: &str| {
        lines.iter().any(|line| {
            line.first() == Some(&pattern)
                && values.split_whitespace().all(|value| line[1..].contains(&value))
        })
    };
    let parts = patterns().into_iter().zip(ATTRIBUTES);
    let missing = parts.filter(|(pattern, (_, values))| !has(pattern, values));
    missing.map(|(pattern, (_, values))| format!("{pattern} {values}")).collect()
}

/// What is known of a folder that becomes a journal.
#[derive(Clone, Copy, Debug)]
pub struct Folder {
    /// Whether it holds notes already.
    pub has_notes: bool,
    /// Whether it is a journal already, by its configuration.
    pub is_journal: bool,
    /// Whether it holds nothing at all.
    pub is_empty: bool,
    /// Whether it lies in a git repository.
    pub is_in_git: bool,
}

/// The files that a journal starts with, by their paths from the root. Whoever keeps notes already gets only what helps:
/// no note to try, and nothing for git where there is no repository. An empty folder may still become one. Who has deleted
/// the first note has seen enough of it.
pub fn files(folder: Folder, today: NaiveDate, with_templates: bool) -> Vec<(String, String)> {
    let mut files = vec![(FILE_NAME.to_owned(), settings())];
    if folder.is_in_git || folder.is_empty {
        files.push((ATTRIBUTES_FILE.to_owned(), attributes()));
    }
    if !folder.has_notes && !folder.is_journal {
        files.push(first_note(today));
    }
    if with_templates {
        let templates = Language::english().templates.iter();
        files.extend(templates.map(|(kind, text)| (own_path(kind), (*text).to_owned())));
    }
    files
}
