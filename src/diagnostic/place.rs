//! Places in a file: line and column for a byte offset.

use std::ops::Range;

use memchr::{memchr_iter, memrchr};

use crate::text::{first_line, visible};

/// Longest excerpt of a line, in characters.
const EXCERPT_LIMIT: usize = 160;

/// Longest part of the excerpt before the place, in characters.
const LEAD_LIMIT: usize = 120;

/// The byte-order mark.
const MARK: char = '\u{feff}';

/// A place in a file, with the text of its line, so that it can be shown without the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, counted from 1.
    pub line: usize,
    /// Column of the first character, counted from 1, in characters.
    pub column: usize,
    /// Number of characters: at least 1, but never past the end of the line.
    pub width: usize,
    /// Number of the line's characters before the excerpt.
    pub skipped: usize,
    /// The text of the line; of a very long one, only what surrounds the place.
    pub excerpt: String,
}

impl Place {
    /// The place of a byte range in `text`. A range outside the text is moved to its end, and one that starts in a line
    /// ending to the last column of that line.
    pub fn of(text: &str, range: Range<usize>) -> Place {
        let (start, end) = (floor(text, range.start), floor(text, range.end));
        let line_start = memrchr(b'\n', &text.as_bytes()[..start]).map_or(0, |at| at + 1);
        let number = memchr_iter(b'\n', &text.as_bytes()[..line_start]).count() + 1;
        let line = first_line(&text[line_start..]).trim_end_matches('\r');
        let line_end = line_start + line.len();
        let line = line.trim_start_matches(MARK);
        let start = start.clamp(line_end - line.len(), line_end);
        let (before, rest) = line.split_at(line.len() - (line_end - start));
        let meant = text[start..end.clamp(start, line_end)].trim_end();
        let before = before.chars().count();
        let skipped = before.saturating_sub(LEAD_LIMIT);
        Place {
            line: number,
            column: before + 1,
            width: meant.chars().count().max(1).min(rest.chars().count()),
            skipped,
            excerpt: excerpt(line, skipped),
        }
    }
}

/// Makes a line printable: tabs stay, invisible characters are marked.
fn excerpt(line: &str, skipped: usize) -> String {
    if skipped == 0 && line.len() <= EXCERPT_LIMIT && line.bytes().all(|b| matches!(b, b' '..=b'~'))
    {
        return line.to_owned();
    }
    let line = &line[byte_at(line, skipped)..];
    let mut parts = line[..byte_at(line, EXCERPT_LIMIT)].split('\t');
    let first = visible(parts.next().unwrap_or_default());
    parts.fold(first, |shown, part| shown + "\t" + &visible(part))
}

/// The offset of the character with this index, or the end of the text if it has fewer.
pub fn byte_at(text: &str, character: usize) -> usize {
    text.char_indices().nth(character).map_or(text.len(), |(at, _)| at)
}

/// The nearest character boundary at or before an offset.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_lines_and_characters_from_one() {
        let text = "\u{feff}---\r\ncompany: Ümlaut\r\nx";
        let cases = [
            ("---", 1, 1, 3),
            ("company", 2, 1, 7),
            ("Ümlaut", 2, 10, 6),
            ("mlaut", 2, 11, 5),
            ("x", 3, 1, 1),
        ];
        for (word, line, column, width) in cases {
            let start = text.find(word).unwrap();
            let place = Place::of(text, start..start + word.len());
            assert_eq!((place.line, place.column, place.width), (line, column, width), "{word}");
        }
        assert_eq!(Place::of(text, 900..901).line, 3);
    }

    #[test]
    fn a_place_ends_with_its_line() {
        let text = "\u{feff}ab\r\nc\n\n";
        let cases = [
            (0..5, (1, 1, 2)),
            (3..9, (1, 1, 2)),
            (4..9, (1, 2, 1)),
            (5..6, (1, 3, 0)),
            (6..7, (1, 3, 0)),
            (8..8, (2, 2, 0)),
            (9..9, (3, 1, 0)),
            (10..11, (4, 1, 0)),
        ];
        for (range, expected) in cases {
            let place = Place::of(text, range.clone());
            assert_eq!((place.line, place.column, place.width), expected, "{range:?}");
        }
    }

    #[test]
    fn an_excerpt_surrounds_its_place() {
        for before in [0, 120, 121, 9_000] {
            let text = format!("a\n{}here{}", "ä".repeat(before), "z".repeat(500));
            let start = text.find("here").unwrap();
            let place = Place::of(&text, start..start + 4);
            assert_eq!((place.column, place.width), (before + 1, 4));
            let line = "_".repeat(place.skipped) + &place.excerpt;
            let shown: String = line.chars().skip(before).take(5).collect();
            assert_eq!((shown.as_str(), place.excerpt.chars().count()), ("herez", EXCERPT_LIMIT));
        }
    }
}
