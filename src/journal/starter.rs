//! The files of a new journal: its settings as comments, a first note to try, and attributes for git.

use std::fmt;

use chrono::NaiveDate;

use crate::drafts::language::Language;
use crate::drafts::own_path;
use crate::journal::AGENDA;
use crate::notes::blank::{Blank, Who};
use crate::rules::config::FILE_NAME;
use crate::rules::headings::Topic;
use crate::rules::table;
use crate::text::one_line;

/// The file in which git looks for the attributes of a folder's files.
pub const ATTRIBUTES_FILE: &str = ".gitattributes";

/// The beginning of the file: everything but the names of headings and the rules.
const SETTINGS: &str = "\
# Every setting of this journal, with its default. To change one, remove the # in front of it and, if it belongs to a
# section, the # in front of the section's [name]. Anything that you leave as it is can be deleted.

# Files and folders to ignore, such as [\"archive/**\", \"cv\"].
#ignore = []

# Days off besides weekends, such as [2026-12-25, 2027-01-01].
#holidays = []

# With dates = \"day first\", 3/4/2026 is the third of April; with \"month first\", the fourth of March. Without either, such
# dates are reported.

# Your name and contact details, for the end of each draft. Links are web pages about you, such as
# [\"https://alex.morgan.example\"].
#[me]
#name = \"\"
#email = \"\"
#phone = \"\"
#links = []

# The lines of FOLLOWUPS.md: plain, or obsidian-tasks with the fields of Obsidian's Tasks plugin.
#[agenda]
#style = \"plain\"

# A page in this folder that shows your search, such as \"report.html\"; every build keeps it up to date.
#[report]
#html = \"\"

# A calendar in this folder with what is due, such as \"followups.ics\"; every build keeps it up to date. Its links to
# drafts begin with the address of this folder, such as \"file:///home/alex/jobs\".
#[export]
#ics = \"\"
#links = \"\"

# How your drafts sound: the greeting (Hi, Dear or Hello; instead of Hi it is Dear before Mr and Mrs), the line above your
# name, and the order of dates (british is 12 March, american is March 12).
#[voice]
#greeting = \"Hi\"
#closing = \"Best regards\"
#dates = \"british\"

# For notes that you already keep: other keys for a field, such as company = [\"org\", \"folder\"].
#[fields]

# Your own words for an outcome, such as wishlist = \"not mine\".
#[outcomes]

# The files that are notes, such as where = [\"interviews/**\"] or type = [\"interview\"]. Without one of these, all that
# look like notes are.
#[notes]

# The headings of what is shown below your drafts. Those listed here always are; to add your own, write them in their
# place.
#[headings]
";

/// The beginning of the part with the rules.
const CADENCE: &str = "
# To switch a rule off, write its name right below [cadence], such as `connect = false`, and leave its own section out.
# The dates `late` and `lapses` of a rule can be \"never\".
#[cadence]
";

/// A configuration in which every setting is a comment with its default. Unlike a setting, a comment in words has a
/// space after its `#`.
pub fn settings() -> String {
    let mut text = SETTINGS.to_owned();
    for (_, name, headings) in Topic::ALL {
        let headings: Vec<String> = headings.iter().map(|heading| toml_string(heading)).collect();
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
                    text.push_str(&format!("#{name} = {}\n", toml_string(&moment)));
                }
            }
        }
    }
    text
}

/// A line of the table as a comment, unless it already is one.
fn commented(line: &str) -> String {
    let mark = if line.starts_with('#') { "" } else { "#" };
    format!("{mark}{line}\n")
}

/// A text as TOML has it, in quotes. What JSON escapes, TOML reads the same.
pub fn toml_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Lines for the sections that map other people's notes. A line that begins with `#` is a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The order of dates, above all sections.
    pub dates: Vec<String>,
    /// `[fields]`
    pub fields: Vec<String>,
    /// `[outcomes]`
    pub outcomes: Vec<String>,
    /// `[notes]`
    pub notes: Vec<String>,
}

impl Lines {
    /// Returns true if a comment asks the user to choose.
    pub fn has_choices(&self) -> bool {
        let mut lines = self.dates.iter().chain(&self.fields).chain(&self.outcomes);
        lines.any(|line| line.starts_with('#'))
    }

    /// The sections that have lines, each under its heading.
    fn sections(&self) -> impl Iterator<Item = (&'static str, &Vec<String>)> {
        let sections =
            [("[fields]", &self.fields), ("[outcomes]", &self.outcomes), ("[notes]", &self.notes)];
        sections.into_iter().filter(|(_, lines)| !lines.is_empty())
    }
}

impl fmt::Display for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dates = (!self.dates.is_empty()).then(|| self.dates.join("\n"));
        let sections = self.sections().map(|(name, lines)| format!("{name}\n{}", lines.join("\n")));
        let parts: Vec<String> = dates.into_iter().chain(sections).collect();
        f.write_str(&parts.join("\n\n"))
    }
}

/// A configuration with these lines in their places: below the heading of their section, which is made if need be.
pub fn with_lines(config: &str, lines: &Lines) -> String {
    let mut text: Vec<String> = config.lines().map(str::to_owned).collect();
    for (heading, lines) in lines.sections() {
        let is_heading = |line: &String| line.trim_start_matches('#').trim_end() == heading;
        let at = match text.iter().position(is_heading) {
            Some(at) => at,
            None => {
                text.extend([String::new(), heading.to_owned()]);
                text.len() - 1
            }
        };
        text[at] = heading.to_owned();
        text.splice(at + 1..at + 1, lines.iter().cloned());
    }
    // Above the first section, and above the comment on it.
    let is_section = |line: &String| line.trim_start_matches('#').starts_with('[');
    let first = text.iter().position(is_section).unwrap_or(text.len());
    let at = text[..first].iter().rposition(String::is_empty).unwrap_or(0);
    text.splice(at..at, lines.dates.iter().cloned());
    text.iter().map(|line| format!("{line}\n")).collect()
}

/// A configuration with the user's name and address in place of the comments on them.
pub fn with_user(config: &str, name: Option<&str>, email: Option<&str>) -> String {
    let mut text = config.to_owned();
    for (field, value) in [("name", name), ("email", email)] {
        if let Some(value) = value {
            let line = format!("\n{field} = {}\n", toml_string(&one_line(value)));
            text = text.replacen(&format!("\n#{field} = \"\"\n"), &line, 1);
        }
    }
    let is_signed = name.or(email).is_some();
    if is_signed { text.replacen("\n#[me]\n", "\n[me]\n", 1) } else { text }
}

fn key(id: &str) -> String {
    let is_bare = id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if is_bare { id.to_owned() } else { toml_string(id) }
}

/// The name and text of the first note, about an interview today. Its people have addresses that no mail can reach.
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
    let lines: [(&str, &[&str]); 7] = [
        (
            "Say to Jane Doe",
            &[
                "The firmware build that went from 40 minutes to 6 is still on my mind. I once did the same for a test suite, and",
                "what changed most was that people ran it before every commit.",
            ],
        ),
        (
            "Say to Kim Soto",
            &["Thank you for finding me a quiet room when the fire drill started."],
        ),
        ("What stood out", &["- how the alert budget is decided", "- Ravi seemed tired"]),
        ("Learned", &["- the log that survives a cut cable"]),
        ("Fit", &["I have kept message queues alive through worse than a cut cable."]),
        ("To send", &["- the write-up on queues that I mentioned"]),
        ("Questions", &["- [ ] Find out who is on call at night"]),
    ];
    let Ok(text) = blank.text(&[], &lines) else { unreachable!("the first note is tested") };
    let note = text.replacen(
        "---\n\n## ",
        "---\n\n# An example to try\n\nNone of these people exist. Run `journal build` and look at FOLLOWUPS.md and at the drafts next to this file.\n\
         What you write under \"Say to\" goes out word for word. Everything else is shown below a draft, for your eyes only:\n\
         \"Ravi seemed tired\" stays with you. Change something here and build again. When you have seen\n\
         enough, delete this file: the next build removes its drafts, except those that you have edited.\n\n## ",
        1,
    );
    (blank.names().next().unwrap_or_default(), note)
}

/// The attributes for git, each with the reason for it.
const ATTRIBUTES: [(&str, &str); 2] = [
    (
        "\
# The agenda has the same bytes on every machine, whatever core.autocrlf says. A merge keeps the lines of both sides, and
# the next `journal build` makes one agenda of them, with all ticks and everything that you wrote.",
        "text eol=lf merge=union",
    ),
    (
        "\
# A draft holds a fingerprint of its bytes: with other line endings it would look as if you had edited it, and would never
# be updated. -merge: if two branches changed a draft, git reports a conflict and keeps yours whole, so that you can't
# send a mix of both or conflict markers by mistake. `git checkout --theirs FILE` takes the other one.",
        "text eol=lf -merge",
    ),
];

/// The patterns of the files to which [`ATTRIBUTES`] apply.
fn patterns() -> [String; 2] {
    [format!("/{AGENDA}"), "*.draft.md".to_owned()]
}

/// The text of a new file of attributes.
pub fn attributes() -> String {
    let parts = patterns().into_iter().zip(ATTRIBUTES);
    let parts: Vec<String> =
        parts.map(|(pattern, (why, values))| format!("{why}\n{pattern} {values}\n")).collect();
    parts.join("\n")
}

/// The lines that an existing file of attributes lacks.
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

/// The state of a folder that becomes a journal.
#[derive(Clone, Copy, Debug)]
pub struct Folder {
    /// True if it already holds notes.
    pub has_notes: bool,
    /// True if it already has a configuration.
    pub is_journal: bool,
    /// True if it holds nothing at all.
    pub is_empty: bool,
    /// True if it is in a git repository.
    pub is_in_git: bool,
}

/// The files with which a journal starts, as paths from the root and texts.
///
/// A folder with notes gets no note to try, nor does a journal whose owner has deleted it. Attributes for git go to
/// repositories and to empty folders, which may still become one.
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
