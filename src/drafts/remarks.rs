//! The remarks below a message: what the note remembers, as help while writing. It is a comment, and nobody sends it.

use std::ops::Range;

use crate::drafts::language::Language;
use crate::text::{message, place_in};

/// The beginning and the end of a comment.
const START: &str = "<!--";
const END: &str = "-->";

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
    if text.is_empty() { text } else { format!("\n{START} {}\n{text}{END}\n", words.opening) }
}

/// The parts of a draft that go out: all but the remarks, and comments below them. Remarks that aren't closed go on to the
/// end.
pub fn sent<'t>(text: &'t str, language: &Language) -> Vec<&'t str> {
    let opening = format!("{START} {}", language.words.remarks.opening);
    let starts_line = |at: &usize| *at == 0 || text[..*at].ends_with('\n');
    let mut starts = text.match_indices(&opening).map(|(at, _)| at);
    let Some(at) = starts.find(starts_line) else { return vec![text] };
    let (above, mut rest) = text.split_at(at);
    let mut parts = vec![above];
    while let Some((before, comment)) = rest.split_once(START) {
        let Some((_, after)) = comment.split_once(END) else { break };
        parts.push(before);
        // The empty lines on one side are enough.
        let above = parts.iter().rfind(|part| !part.is_empty());
        let is_apart = above.is_none_or(|part| part.ends_with("\n\n") || part.ends_with("\n\r\n"));
        let end_of_line = || after.find('\n').filter(|end| after[..*end].trim().is_empty());
        rest = match is_apart {
            true => after.trim_start(),
            false => end_of_line().map_or(after, |end| &after[end + 1..]),
        };
    }
    // A comment of the user's without an end is no reason to hold anything back.
    parts.extend((parts.len() > 1).then_some(rest));
    parts
}

/// The place in a text of something in these parts of it, joined.
pub fn origin(text: &str, parts: &[&str], at: Range<usize>) -> Range<usize> {
    let place = |mut at: usize| {
        for part in parts {
            if at < part.len() {
                return place_in(text, part) + at;
            }
            at -= part.len();
        }
        text.len()
    };
    let start = place(at.start);
    // The end of a part isn't the start of the next one.
    let end = if at.is_empty() { start } else { place(at.end - 1) + 1 };
    start..end
}

/// A remark that can't end the comment.
fn inert(text: &str) -> String {
    let short: String = text.chars().take(LENGTH).collect();
    message(&short).replace("--", "- -")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_comments_stay_behind() {
        let remarks = "<!-- Not sent. From your note:\n\n- bored\n-->";
        #[rustfmt::skip]
        let cases = [
            // the draft, R for the remarks | what goes out
            ("Hi\n",                                  "Hi\n"),
            ("Hi\n\nR\n",                             "Hi\n\n"),
            ("Hi\n\nR\n\nPS: x\n",                    "Hi\n\nPS: x\n"),
            ("Hi\r\n\r\nR\r\nPS: x",                 "Hi\r\n\r\nPS: x"),
            ("Hi\n\nR PS: x",                         "Hi\n\nPS: x"),
            ("Hi\nR\n\nPS: x",                        "Hi\n\nPS: x"),
            ("R\n\nHi",                               "Hi"),
            ("Hi\n\nR\n\nPS: x\n\n<!-- y -->\n\nPPS", "Hi\n\nPS: x\n\nPPS"),
            ("Hi\n\nR\n\nPS: x\n\nR\n",              "Hi\n\nPS: x\n\n"),
            ("Hi\n\nR\n<!-- y -->\n\nPS",             "Hi\n\nPS"),
            ("Hi <!-- y -->\n\nR",                    "Hi <!-- y -->\n\n"),
            ("Hi\n\nR\n\n<!-- y",                     "Hi\n\n<!-- y"),
            ("Hi\n\n<!-- Not sent. From your note: x", "Hi\n\n"),
        ];
        for (draft, expected) in cases {
            let draft = draft.replace('R', remarks);
            let parts = sent(&draft, Language::english());
            assert_eq!(parts.concat(), expected, "{draft:?}");
            for (at, c) in expected.char_indices() {
                let place = origin(&draft, &parts, at..at + c.len_utf8());
                assert_eq!(draft[place], expected[at..at + c.len_utf8()], "{draft:?}");
            }
        }
    }
}
