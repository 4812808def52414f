//! The remarks below a message: what the note remembers, as help while writing. It is a comment, and nobody sends it.

use crate::drafts::language::Language;
use crate::text::message;

/// The longest remark, in characters, and the most of them.
const LENGTH: usize = 400;
const COUNT: usize = 40;

/// The remarks under their headings, as they follow a message; empty if there are none.
pub fn below(remembered: &[(&str, Vec<&str>)], language: &Language) -> String {
    let words = &language.words.remarks;
    let mut left = COUNT;
    let mut text = String::new();
    for (heading, lines) in remembered {
        let heading = if heading.is_empty() { &words.no_heading } else { *heading };
        let lines = &lines[..lines.len().min(left)];
        left -= lines.len();
        if !lines.is_empty() {
            text.push_str(&format!("\n{}\n", inert(heading)));
        }
        for line in lines {
            text.push_str(&format!("- {}\n", inert(line)));
        }
    }
    if text.is_empty() { text } else { format!("\n<!-- {}\n{text}-->\n", words.opening) }
}

/// A draft without what is below its message.
pub fn above<'t>(text: &'t str, language: &Language) -> &'t str {
    let opening = format!("<!-- {}", language.words.remarks.opening);
    let mut places = text.match_indices(&opening).map(|(at, _)| at);
    places.find(|at| *at == 0 || text[..*at].ends_with('\n')).map_or(text, |at| &text[..at])
}

/// A remark that can't end the comment.
fn inert(text: &str) -> String {
    let short: String = text.chars().take(LENGTH).collect();
    message(&short).replace("--", "- -")
}
