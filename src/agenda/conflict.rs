//! The two sides of an agenda in which a merge left conflicts.

use crate::agenda::fence::Fence;
use crate::text::next_conflict_mark;

/// The texts that were merged, or the one text if there is no conflict. The common ancestor's part, which some settings of
/// git show, is left out.
pub fn sides(text: &str) -> Vec<String> {
    if !is_conflicted(text) {
        return vec![text.to_owned()];
    }
    let (mut ours, mut theirs) = (String::new(), String::new());
    let mut part = None;
    let mut fence = Fence::default();
    for line in text.split_inclusive('\n') {
        let is_fenced = part.is_none() && fence.holds(line);
        if let Some(mark) = next_conflict_mark(line, part).filter(|_| !is_fenced) {
            part = (mark != 3).then_some(mark);
            continue;
        }
        if matches!(part, None | Some(0)) {
            ours.push_str(line);
        }
        if matches!(part, None | Some(2)) {
            theirs.push_str(line);
        }
    }
    vec![ours, theirs]
}

/// Returns true for a text with a conflict that is complete from its first mark to its last. A line of equal signs alone
/// is Markdown.
fn is_conflicted(text: &str) -> bool {
    let mut part = None;
    let mut is_whole = false;
    let mut fence = Fence::default();
    for line in text.lines() {
        let is_fenced = part.is_none() && fence.holds(line);
        if let Some(mark) = next_conflict_mark(line, part).filter(|_| !is_fenced) {
            is_whole |= mark == 3;
            part = (mark != 3).then_some(mark);
        }
    }
    is_whole && part.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_are_found() {
        let text = "a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\n>>>>>>> other\ne\n";
        assert_eq!(sides(text), ["a\nb\ne\n", "a\nd\ne\n"]);
        let two =
            "<<<<<<< x\r\nb\r\n=======\r\n>>>>>>> y\r\nc\r\n<<<<<<< x\r\n=======\r\nd\r\n>>>>>>> y";
        assert_eq!(sides(two), ["b\r\nc\r\n", "c\r\nd\r\n"]);
    }

    #[test]
    fn what_only_looks_like_a_conflict_is_text() {
        for text in [
            "```\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n```\n",
            "Title\n=======\n",
            "<<<<<<< HEAD\nb\n",
            "a\n>>>>>>> b\n",
            "<<<<<<< a\n=======\n",
        ] {
            assert_eq!(sides(text), [text]);
        }
    }
}
