//! Problems as GitHub's workflow commands, each an annotation at its line.

use std::fmt::Write;

use crate::diagnostic::{Diagnostic, Severity};
use crate::text::visible;

/// A line for each problem, with the help below the message. `prefix` is the journal's place in its repository: GitHub's
/// paths start at the top of that.
pub fn problems(problems: &[Diagnostic], prefix: &str) -> String {
    problems.iter().map(|problem| command(problem, prefix)).collect()
}

fn command(problem: &Diagnostic, prefix: &str) -> String {
    let command = match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    let path = format!("{prefix}{}", problem.path);
    let mut line = format!("::{command} file={}", property(&visible(&path)));
    if let Some(place) = &problem.place {
        let _ = write!(line, ",line={},col={}", place.line, place.column);
    }
    let title = property(problem.problem.code());
    let message = data(&format!("{}\n{}", problem.message(), problem.problem.help()));
    let _ = writeln!(line, ",title={title}::{message}");
    line
}

/// A message, with the characters that would end it escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value, in which two more would.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_or_a_property_early() {
        let cases = [
            ("a.md", "a.md", "a.md"),
            ("50%", "50%25", "50%25"),
            ("a,b: c", "a%2Cb%3A c", "a,b: c"),
            ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
        ];
        for (text, as_property, as_data) in cases {
            assert_eq!((property(text).as_str(), data(text).as_str()), (as_property, as_data));
        }
    }
}
