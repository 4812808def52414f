//! Marks that slipped: `-[x] **Thank Jane**`, `- (x) **Thank Jane**`, `- ✅ **Thank Jane**`, `- [ ] DONE **Thank Jane**`.

use crate::agenda::plain::without_marks;
use crate::agenda::tick::{MARK_LIMIT, is_done};
use crate::text::is_hidden;

/// The signs that stand around a mark, or are meant to.
const BRACKETS: &str = "[](){}［］（）☐□\\";

/// The bullets before them, of which only some are Markdown's.
const BULLETS: &str = "-*+>–—•";

/// Words for what was done, and the ways to cross it out.
const WORDS: [&str; 9] = ["done", "sent", "ok", "okay", "yes", "finished", "complete", "v", "~~"];

/// The longest that stands before the words of a line whose mark slipped.
const LIMIT: usize = 32;

/// A line with its mark in a box, as it was meant: one that can't be understood stands in it too. `None` for a line
/// without such a mark.
pub fn in_box(line: &str) -> Option<String> {
    let (before, words) = split(line);
    let mark = mark(before)?;
    if !mark.is_empty() {
        return Some(format!("- [{mark}] {}", words.trim_start()));
    }
    let Some((words, mark, comment)) = before_comment(words) else {
        // Some editors drop the box.
        let has_box = before.contains(|c| BRACKETS.contains(c));
        return Some(format!("- {}{}", if has_box { "[ ] " } else { "" }, words.trim_start()));
    };
    Some(format!("- [{mark}] {} <!--{comment}", words.trim_start()))
}

/// Some words, the mark at their end, and the comment behind it.
fn before_comment(line: &str) -> Option<(&str, &str, &str)> {
    let (words, comment) = line.rsplit_once("<!--")?;
    let (words, last) = words.trim_end().rsplit_once(' ')?;
    Some((words, behind(last)?, comment))
}

/// A mark in words behind a line: a check mark is a tick, and other words can only be pointed out.
pub fn behind(words: &str) -> Option<&str> {
    let words = words.trim();
    let is_letter = words.chars().all(char::is_alphanumeric);
    (is_mark(words) && !(is_done(words) && is_letter)).then_some(words)
}

/// A line in two: the marks before its words, and the words. Those of this program begin in bold.
fn split(line: &str) -> (&str, &str) {
    let bold = ["**", "__"].iter().filter_map(|sign| line.find(sign)).min();
    if let Some(at) = bold.filter(|at| *at <= LIMIT) {
        return line.split_at(at);
    }
    let start = line.len() - after_bullets(line).len();
    let rest = &line[start..];
    let is_box = rest.starts_with(|c| BRACKETS.contains(c));
    let ends = if is_box { "])}］）" } else { " " };
    let end = rest.find(|c| ends.contains(c)).unwrap_or(rest.len());
    let end = end + rest[end..].chars().next().map_or(0, char::len_utf8);
    line.split_at(start + end)
}

/// The mark in what stands before the words, if there is none or it looks like a tick.
fn mark(before: &str) -> Option<&str> {
    let is_around = |c: char| c.is_whitespace() || is_hidden(c) || BRACKETS.contains(c);
    let mark = after_bullets(before).trim_matches(is_around);
    match mark {
        "" => Some(mark),
        "-" => before.trim_end().ends_with(|c| BRACKETS.contains(c)).then_some(mark),
        "DONE" => Some("x"),
        "CANCELED" | "CANCELLED" => Some("-"),
        _ => is_mark(mark).then_some(mark),
    }
}

/// Returns true for a mark that can stand in a box, and looks like a tick.
fn is_mark(mark: &str) -> bool {
    let word = mark.trim_matches(|c: char| c.is_whitespace() || ".,:;!-".contains(c));
    let is_known = is_done(word) || WORDS.contains(&word.to_lowercase().as_str());
    is_known && mark.chars().count() <= MARK_LIMIT
}

fn after_bullets(line: &str) -> &str {
    without_marks(line).trim_start_matches(|c: char| c.is_whitespace() || BULLETS.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_slipped_go_back_into_their_box() {
        let cases = [
            // the line | as it was meant
            ("-[x] **Thank Jane**", "- [x] **Thank Jane**"),
            ("- [x]**Thank Jane**", "- [x] **Thank Jane**"),
            ("-[X]**Thank Jane**", "- [X] **Thank Jane**"),
            ("--[x] **Thank Jane**", "- [x] **Thank Jane**"),
            ("– [x] **Thank Jane**", "- [x] **Thank Jane**"),
            ("• [✓] __Thank Jane__", "- [✓] __Thank Jane__"),
            ("- (x) **Thank Jane**", "- [x] **Thank Jane**"),
            ("- ［x］ **Thank Jane**", "- [x] **Thank Jane**"),
            ("- [x **Thank Jane**", "- [x] **Thank Jane**"),
            ("- x] **Thank Jane**", "- [x] **Thank Jane**"),
            ("- [x]] **Thank Jane**", "- [x] **Thank Jane**"),
            ("1. x **Thank Jane**", "- [x] **Thank Jane**"),
            ("✅ **Thank Jane**", "- [✅] **Thank Jane**"),
            ("☑ **Thank Jane**", "- [☑] **Thank Jane**"),
            ("-[-] **Thank Jane**", "- [-] **Thank Jane**"),
            ("- (-) **Thank Jane**", "- [-] **Thank Jane**"),
            ("- [ ] DONE **Thank Jane**", "- [x] **Thank Jane**"),
            ("- [ ] x **Thank Jane**", "- [x] **Thank Jane**"),
            ("- [ ]x **Thank Jane**", "- [x] **Thank Jane**"),
            ("- [ ] [x] **Thank Jane**", "- [x] **Thank Jane**"),
            ("-[x] Thank Jane", "- [x] Thank Jane"),
            ("- (x) Thank Jane", "- [x] Thank Jane"),
            ("- ✅ Thank Jane", "- [✅] Thank Jane"),
            ("- [ ] **Thank Jane** · R ✅ <!-- k -->", "- [✅] **Thank Jane** · R <!-- k -->"),
            // Nobody can be sure.
            (
                "- [ ] **Thank Jane** · R, sent <!-- k -->",
                "- [sent] **Thank Jane** · R, <!-- k -->",
            ),
            ("x - [ ] **Thank Jane**", "- [x -] **Thank Jane**"),
            ("- [ ] done **Thank Jane**", "- [done] **Thank Jane**"),
            ("- done: Thank Jane", "- [done:] Thank Jane"),
            ("- [ ] ~~**Thank Jane**~~", "- [~~] **Thank Jane**~~"),
            // Nothing was ticked.
            ("-[ ] **Thank Jane**", "- [ ] **Thank Jane**"),
            ("- ( ) **Thank Jane**", "- [ ] **Thank Jane**"),
            ("☐ **Thank Jane**", "- [ ] **Thank Jane**"),
            ("• **Thank Jane**", "- **Thank Jane**"),
        ];
        for (line, meant) in cases {
            assert_eq!(in_box(line).as_deref(), Some(meant), "{line}");
        }
        for line in [
            "- call **Jane**",
            "- [ ] urgent **Thank Jane**",
            "- [?] **Thank Jane**",
            "- TODO **Thank Jane**",
            "- [ ] - **Thank Jane**",
            "- [x](a.md) **Thank Jane**",
            "- Thank Jane",
        ] {
            assert_eq!(in_box(line), None, "{line}");
        }
    }

    #[test]
    fn a_check_mark_behind_a_line_is_a_tick_and_a_word_may_be_one() {
        for words in ["✅", " ✓ ", "done", "done!", "Sent", "ok", "x!"] {
            assert_eq!(behind(words), Some(words.trim()), "{words}");
        }
        for words in ["", "x", "on the phone", "done on the phone", "👍"] {
            assert_eq!(behind(words), None, "{words}");
        }
    }
}
