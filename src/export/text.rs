//! The output of `check` for people: problems, each with its line, and a summary of how the files were read.

use std::fmt::Write;

use crate::check::survey::{Counted, Survey};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{count, visible};

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
        (survey.unusable, "unreadable note"),
        (survey.drafts, "draft"),
        (survey.others.len(), "other Markdown file"),
    ];
    let kinds = kinds.into_iter().filter(|&(n, kind)| n > 0 || kind == "note");
    let kinds: Vec<String> = kinds.map(|(n, kind)| count(n, kind)).collect();
    let hint = match survey.notes + survey.unusable {
        0 => "; a note has `company` and `date` in its front matter",
        _ => "",
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
