//! A note in which a merge left the versions of both sides.

use super::front_matter::{self, Split};
use crate::text::{CONFLICT_MARKS, conflict_mark, lines, next_conflict_mark};

/// Returns true for a note with an unresolved merge conflict in its front matter.
pub fn is_in_conflict(text: &str) -> bool {
    first_mark(text, front_matter::split(text).as_ref()).is_some()
}

/// The offset of the first mark of a merge conflict in a front matter, or of what somebody left of one. No line of YAML
/// starts like that. A merge may have left the fences of both sides, too.
pub fn first_mark(text: &str, split: Option<&Split<'_>>) -> Option<usize> {
    match split {
        None => {
            let mut content = lines(text).filter(|(_, line)| !line.trim().is_empty());
            let (at, line) = content.next()?;
            (conflict_mark(line.trim_end()) == Some(0)).then_some(at)
        }
        Some(split) if split.closed && split.may_have_marks => {
            let mut lines = lines(split.head);
            lines.find(|(_, line)| is_mark(line)).map(|(at, _)| split.head_start + at)
        }
        Some(_) => None,
    }
}

/// Both sides of a text, the first one first. In each the other side's lines are blanked, so that all places stay the
/// same.
pub fn sides(text: &str) -> [String; 2] {
    // If a mark is missing, nobody knows which lines are whose: all of them count.
    side(text, 0).zip(side(text, 2)).map_or_else(
        || {
            let text = blanked(lines(text).map(|(_, line)| (line, !is_mark(line))));
            [text.clone(), text]
        },
        |(ours, theirs)| [ours, theirs],
    )
}

/// A text without the parts of its conflicts but one, unless a conflict isn't complete.
fn side(text: &str, wanted: usize) -> Option<String> {
    let (mut part, mut is_whole) = (None, false);
    let mut kept = Vec::new();
    for (_, line) in lines(text) {
        let mark = next_conflict_mark(line, part);
        if let Some(mark) = mark {
            is_whole |= mark == 3;
            part = (mark != 3).then_some(mark);
        }
        kept.push((line, mark.is_none() && part.is_none_or(|part| part == wanted)));
    }
    (is_whole && part.is_none()).then(|| blanked(kept))
}

/// The lines, with blanks for those that aren't kept.
fn blanked<'t>(lines: impl IntoIterator<Item = (&'t str, bool)>) -> String {
    let mut text = String::new();
    for (line, is_kept) in lines {
        let content = if is_kept { line } else { line.trim_end_matches(['\r', '\n']) };
        match is_kept {
            true => text.push_str(content),
            false => text.extend(content.bytes().map(|_| ' ').chain(line[content.len()..].chars())),
        }
    }
    text
}

/// The mark in the middle is a line of its own: with more after it, it could be a key.
fn is_mark(line: &str) -> bool {
    let is_alone = |mark: usize| line.trim_end_matches(['\r', '\n']) == CONFLICT_MARKS[mark];
    conflict_mark(line).is_some_and(|mark| mark != 2 || is_alone(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_keeps_its_places() {
        let text = "a\r\n<<<<<<< HEAD\nb\n||||||| base\ncé\n=======\nd\n>>>>>>> x\ne";
        let [ours, theirs] = sides(text);
        let blank = |line: &str| " ".repeat(line.len());
        let [open, base, middle, close] =
            ["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> x"].map(blank);
        assert_eq!(ours, format!("a\r\n{open}\nb\n{base}\n   \n{middle}\n \n{close}\ne"));
        assert_eq!(theirs, format!("a\r\n{open}\n \n{base}\n   \n{middle}\nd\n{close}\ne"));
        let [ours, theirs] = sides("a\n=======\nb\n");
        assert_eq!((ours.as_str(), theirs.as_str()), ("a\n       \nb\n", "a\n       \nb\n"));
    }
}
