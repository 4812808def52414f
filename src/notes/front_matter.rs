//! The front matter's fences: the split of a file into head and body.

use std::ops::Range;

use super::yaml::{self, HeadError};
use crate::diagnostic::{Misplacement, Problem};
use crate::text::{is_hidden, lines};

/// A file's head and body. Offsets are those in the file.
#[derive(Debug)]
pub struct Split<'t> {
    /// The YAML between the fences.
    pub head: &'t str,
    /// The offset at which the head starts.
    pub head_start: usize,
    /// The offset at which the body starts.
    pub body_start: usize,
    /// True if a closing fence was found; otherwise the head is the rest of the file.
    pub closed: bool,
    /// True if a line of the head begins with a sign of which git makes its marks.
    pub may_have_marks: bool,
}

/// Splits a file at its fences; `None` if it doesn't begin with one.
///
/// A byte-order mark and blank lines before the first fence are skipped: people don't see them.
pub fn split(text: &str) -> Option<Split<'_>> {
    let mut lines = lines(text);
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (start, line) =
        lines.find(|(_, line)| !line.trim_start_matches('\u{feff}').trim().is_empty())?;
    let head_start = start + line.len();
    if text[start.max(mark)..head_start].trim_end() != "---" {
        return None;
    }
    let mut may_have_marks = false;
    let closing = lines.find(|(_, line)| match line.as_bytes()[0] {
        b'-' | b'.' => matches!(line.trim_end(), "---" | "..."),
        first => {
            may_have_marks |= matches!(first, b'<' | b'|' | b'=' | b'>');
            false
        }
    });
    let (head_end, body_start) =
        closing.map_or((text.len(), text.len()), |(start, line)| (start, start + line.len()));
    Some(Split {
        head: &text[head_start..head_end],
        head_start,
        body_start,
        closed: closing.is_some(),
        may_have_marks,
    })
}

/// A head that doesn't count because of its place or its form.
#[derive(Debug)]
pub struct Misplaced<'t> {
    /// The lines between the fences.
    pub head: &'t str,
    /// The place of the first fence.
    pub fence: Range<usize>,
    /// The reason why it doesn't count.
    pub why: Misplacement,
}

/// Finds what looks like front matter at the top of a file without any: behind a comment, between other fences, or
/// without the first one.
pub fn misplaced(text: &str) -> Option<Misplaced<'_>> {
    let mut lines = lines(text);
    let (mut is_after_comment, mut is_in_comment) = (false, false);
    let (start, line) = lines.find(|(_, line)| {
        let line = bare(line);
        let is_comment = is_in_comment || line.starts_with("<!--");
        is_after_comment |= is_comment;
        is_in_comment = is_comment && !line.contains("-->");
        !is_comment && !line.is_empty()
    })?;
    let fence = bare(line);
    let fence_start = start + line.find(fence)?;
    let place = fence_start..fence_start + fence.len();
    let is_fence = |line: &str| matches!(line, "+++" | "...") || is_dashes(line);
    if starts_with_key(line) {
        let mut rest = lines.take_while(|(_, line)| !bare(line).is_empty());
        let (head_end, _) = rest.find(|(_, line)| bare(line) == "---")?;
        let head = &text[start..head_end];
        return Some(Misplaced { head, fence: place, why: Misplacement::NoFence });
    }
    let rest = match is_dashes(fence) {
        true => "",
        false => fence.strip_prefix("---").or_else(|| fence.strip_prefix("+++"))?.trim_start(),
    };
    if !matches!(rest, "" | "yaml" | "yml" | "toml") {
        return None;
    }
    let is_toml = fence.starts_with('+') || rest == "toml";
    let why = match line.trim_end() {
        _ if is_toml => Misplacement::Toml,
        "---" if is_after_comment => Misplacement::Comment,
        line if line.trim_start() == fence || !rest.is_empty() => Misplacement::Fence,
        _ => Misplacement::Invisible,
    };
    let head_start = start + line.len();
    let (head_end, _) = lines.find(|(_, line)| is_fence(bare(line)))?;
    Some(Misplaced { head: &text[head_start..head_end], fence: place, why })
}

/// Returns true for a line of dashes, with or without blanks between them: `--`, `- - -`.
fn is_dashes(line: &str) -> bool {
    line.matches('-').nth(1).is_some() && line.chars().all(|c| c == '-' || c == ' ')
}

/// Returns true for a line that begins with a key in small letters, as that of a field is written.
fn starts_with_key(line: &str) -> bool {
    let key = line.split_once(':').map(|(key, _)| key);
    key.is_some_and(|key| {
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
    })
}

/// A line without the invisible characters at its ends.
fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || is_hidden(c))
}

/// A file without front matter, as one with an empty head at its top.
pub fn none(text: &str) -> Split<'_> {
    let top = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (head_start, body_start) = (top, top);
    Split { head: "", head_start, body_start, closed: true, may_have_marks: false }
}

/// Finds out why a file's head can't be read, and the place in the file.
pub fn fault(text: &str) -> Option<(Range<usize>, Problem)> {
    let split = split(text)?;
    if !split.closed {
        return Some((opening_fence(text, &split), Problem::UnclosedFrontMatter));
    }
    match yaml::parse(split.head) {
        Err(HeadError::Invalid { problem, at }) => {
            let at = split.head_start + at;
            Some((at..at + 1, problem))
        }
        _ => None,
    }
}

/// The place of the fence that opens the front matter.
pub fn opening_fence(text: &str, split: &Split<'_>) -> Range<usize> {
    let end = text[..split.head_start].trim_end().len();
    end - 3..end
}
