//! The output of `check` and `stats` for people: problems, each with its line; a summary of how the files were read; the
//! figures of a search.

use std::fmt::Write;

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use crate::agenda::position;
use crate::check::proposal::Proposal;
use crate::check::survey::{Counted, Survey};
use crate::dates::calendar::long;
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::figures::Batting;
use crate::report::{Figures, words};
use crate::text::{count, visible};

const BOLD: Style = Style::new().bold();

/// At most this many of the user's own keys, and of the files that are not notes, are named.
const NAMED: usize = 8;

/// The problems as they are shown everywhere. Styles are always there; the stream strips them where they can't be shown.
pub fn problems(problems: &[Diagnostic]) -> String {
    let mut text: String =
        problems.iter().map(|problem| format!("{}\n\n", problem.render())).collect();
    text.push_str(&tally(problems));
    text.push('\n');
    text
}

/// The number of problems of each severity: `1 error · 2 hints`.
fn tally(problems: &[Diagnostic]) -> String {
    let of = |severity: Severity| {
        let n = problems.iter().filter(|problem| problem.severity() == severity).count();
        (n > 0).then(|| count(n, severity.as_str()))
    };
    let counts: Vec<String> = Severity::ALL.into_iter().filter_map(of).collect();
    if counts.is_empty() { "no problems found".to_owned() } else { counts.join(" · ") }
}

/// A summary of how the files were read, on one screen: a line for each field that the notes have.
pub fn survey(survey: &Survey) -> String {
    let mut text = String::new();
    let kinds = [
        (survey.notes, "note"),
        (survey.unusable, "unusable note"),
        (survey.drafts, "draft"),
        (survey.contacts, "contact"),
        (survey.others.len(), "other Markdown file"),
    ];
    let kinds = kinds.into_iter().filter(|&(n, kind)| n > 0 || kind == "note");
    let kinds: Vec<String> = kinds.map(|(n, kind)| count(n, kind)).collect();
    let hint = match (survey.notes + survey.unusable, survey.left_out) {
        (0, 0) => "; a note has `company` and `date` in its front matter".to_owned(),
        (0, 1) => "; one would be a note, but `[notes]` in journal.toml leaves it out".to_owned(),
        (0, n) => format!("; {n} would be notes, but `[notes]` in journal.toml leaves them out"),
        _ => String::new(),
    };
    let _ = writeln!(text, "read as: {}{hint}", kinds.join(", "));
    for field in &survey.fields {
        let _ = writeln!(text, "  {:<18}{:>5}{}", field.name, field.notes, remarks(field));
    }
    if !survey.own.is_empty() {
        let own = survey.own.iter().map(|(key, n)| format!("{key} {n}"));
        let _ = writeln!(text, "keys of your own, left alone: {}", some_of(own));
    }
    if !survey.others.is_empty() {
        let others = survey.others.iter().map(|path| visible(path));
        let _ = writeln!(text, "no notes: {}", some_of(others));
    }
    text
}

/// A proposal, ready to paste, and what the journal would hold with it.
pub fn proposal(proposal: &Proposal) -> String {
    format!(
        "proposal for journal.toml, from what stands in your files:\n\n{}\n\nwith it: {}\n",
        visible_lines(&proposal.lines.to_string()),
        outlook(proposal)
    )
}

/// The keys of files that are no notes, for the user to say which is which; nothing if there are none.
pub fn keys(keys: &[(String, usize)]) -> String {
    if keys.is_empty() {
        return String::new();
    }
    let keys = keys.iter().map(|(key, n)| format!("{} {n}", visible(key)));
    format!(
        "keys in them: {}\nif some are a note's, `[fields]` in journal.toml says which: company = [\"KEY\"]\n",
        some_of(keys)
    )
}

/// What the journal would hold: `12 notes, 5 processes, 3 follow-ups today`.
pub fn outlook(proposal: &Proposal) -> String {
    let processes = match proposal.processes {
        1 => "1 process".to_owned(),
        n => format!("{n} processes"),
    };
    let [notes, due] =
        [(proposal.notes, "note"), (proposal.due, "follow-up")].map(|(n, noun)| count(n, noun));
    let more = match proposal.lines.has_choices() {
        true => "; more once you have chosen where a comment asks",
        false => "",
    };
    format!("{notes}, {processes}, {due} today{more}")
}

fn visible_lines(text: &str) -> String {
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

fn remarks(field: &Counted) -> String {
    let alias = |(name, n): &(&str, usize)| match *n == field.notes {
        true => format!("as `{name}`"),
        false => format!("{n} as `{name}`"),
    };
    let mut remarks: Vec<String> = field.aliases.iter().map(alias).collect();
    if field.troubled > 0 {
        remarks.push(format!("{} with a problem", field.troubled));
    }
    if remarks.is_empty() { String::new() } else { format!("   {}", remarks.join(", ")) }
}

/// The first few, and the number of the others.
fn some_of(mut all: impl ExactSizeIterator<Item = String>) -> String {
    let more = all.len().saturating_sub(NAMED);
    let mut named: Vec<String> = all.by_ref().take(NAMED).collect();
    if more > 0 {
        named.push(format!("and {more} more"));
    }
    named.join(", ")
}

/// At most this many open processes, rounds and waits are named.
const LISTED: usize = 12;

/// The widest cell that the next one is aligned behind.
const COLUMN_LIMIT: usize = 44;

/// The figures of a search, a paragraph for each part that has something to say.
pub fn stats(figures: &Figures) -> String {
    let mut text = format!("{BOLD}Your search, {}{BOLD:#}\n", long(figures.today));
    let span = match (figures.span.from, figures.span.to) {
        (None, None) => None,
        (Some(from), None) => Some(format!("from {}", long(from))),
        (None, Some(to)) => Some(format!("until {}", long(to))),
        (Some(from), Some(to)) => Some(format!("from {} to {}", long(from), long(to))),
    };
    if let Some(span) = &span {
        let _ = writeln!(text, "Only interviews {span}.");
    }
    if figures.processes.is_empty() {
        text.push_str(match span {
            Some(_) => "There are none.\n",
            None => "There is nothing to count yet. `journal new COMPANY` starts a note.\n",
        });
        return text;
    }
    let processes = match figures.processes.len() {
        1 => "1 process".to_owned(),
        n => format!("{n} processes"),
    };
    let _ = writeln!(text, "{processes} · {}", words::interviews(figures));
    offers(&figures.batting, &mut text);
    section("Outcomes", &mut text);
    for (outcome, n) in &figures.outcomes {
        let _ = writeln!(text, "  {:<18}{n:>4}", words::outcome(*outcome));
    }
    rounds(figures, &mut text);
    let (all, by_outcome) = figures.answer_times();
    if let Some(all) = all {
        section("From interview to word", &mut text);
        let _ = writeln!(text, "  {}.", words::times(&all));
        for (outcome, spread) in by_outcome.iter().filter(|_| by_outcome.len() > 1) {
            let _ = writeln!(text, "  {:<18}{}", words::outcome(*outcome), words::times(spread));
        }
    }
    if !figures.waits.is_empty() {
        section("Waiting now, the longest first", &mut text);
        let waits = figures.waits.iter();
        let waits = waits.map(|wait| (position(&wait.note), words::wait(wait, figures.today)));
        columns(waits.collect(), &mut text);
    }
    let more = [("Thank-yous", words::thanks(figures)), ("Feedback", words::feedback(figures))];
    for (title, sentence) in more {
        if let Some(sentence) = sentence {
            section(title, &mut text);
            let _ = writeln!(text, "  {sentence}");
        }
    }
    text
}

fn offers(batting: &Batting, text: &mut String) {
    section("Offers", text);
    let _ = writeln!(text, "  {}", words::decided(batting));
    if let Some(meaning) = words::meaning(batting) {
        let _ = writeln!(text, "  {meaning}");
    }
    if let Some(others) = words::not_counted(batting) {
        let _ = writeln!(text, "  Not counted: {others}.");
    }
    if !batting.open.is_empty() {
        let _ = writeln!(text, "  Still open, and not counted: {}", batting.open.len());
        lines(batting.open.iter().map(|note| format!("  {}", position(note))), text);
    }
}

fn rounds(figures: &Figures, text: &mut String) {
    // One nameless kind of round says nothing.
    if figures.rounds.iter().all(|round| round.name.is_none()) {
        return;
    }
    section("Rounds", text);
    let rows = figures.rounds.iter().map(|round| {
        let name = round.name.as_deref().unwrap_or("no name");
        (name.to_owned(), words::round(round))
    });
    columns(rows.collect(), text);
}

/// The first few rows, with their second cells aligned behind all first ones but the very long.
fn columns(rows: Vec<(String, String)>, text: &mut String) {
    let shown = rows.iter().take(LISTED).map(|(first, _)| first.width());
    let width = shown.filter(|width| *width <= COLUMN_LIMIT).max().unwrap_or(0);
    let row = |(first, second): (String, String)| {
        let gap = " ".repeat(width.saturating_sub(first.width()) + 2);
        format!("{first}{gap}{second}")
    };
    lines(rows.into_iter().map(row), text);
}

fn section(title: &str, text: &mut String) {
    let _ = write!(text, "\n{BOLD}{title}{BOLD:#}\n");
}

/// The first few lines, and the number of the others.
fn lines(all: impl ExactSizeIterator<Item = String>, text: &mut String) {
    let more = all.len().saturating_sub(LISTED);
    for line in all.take(LISTED) {
        let _ = writeln!(text, "  {line}");
    }
    if more > 0 {
        let _ = writeln!(text, "  and {more} more");
    }
}
