//! Problems for a person, each with its line, and a count at the end.

use crate::diagnostic::{Diagnostic, Severity};
use crate::text::count;

/// The problems as they are shown everywhere. With styles: the stream strips them where they can't be shown.
pub fn problems(problems: &[Diagnostic]) -> String {
    let mut text: String =
        problems.iter().map(|problem| format!("{}\n\n", problem.render())).collect();
    text.push_str(&tally(problems));
    text.push('\n');
    text
}

/// How many there are of each severity: `1 error · 2 hints`.
fn tally(problems: &[Diagnostic]) -> String {
    let of = |severity: Severity| {
        let n = problems.iter().filter(|problem| problem.severity() == severity).count();
        (n > 0).then(|| count(n, severity.as_str()))
    };
    let counts: Vec<String> = Severity::ALL.into_iter().filter_map(of).collect();
    if counts.is_empty() { "no problems found".to_owned() } else { counts.join(" · ") }
}
