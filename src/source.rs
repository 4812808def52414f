//! A file's text and the places in it: byte offset to line and column.

use std::ops::Range;

use crate::text::visible;

/// Longest excerpt that a place carries, in characters.
const EXCERPT_LIMIT: usize = 160;

/// A place in a file, with the line it stands on, so that it can be shown without the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, counted from 1.
    pub line: usize,
    /// Column of the first character, counted from 1, in characters.
    pub column: usize,
    /// Number of characters meant; at least 1, and never past the end of the line.
    pub width: usize,
    /// The line's text, cut where it is very long.
    pub excerpt: String,
}

impl Place {
    /// The place of a byte range in `text`. A range outside the text is moved to its end.
    pub fn of(text: &str, range: Range<usize>) -> Place {
        let start = floor(text, range.start);
        let end = floor(text, range.end).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let line = text[line_start..line_end].trim_end_matches('\r');
        let line = line.trim_start_matches('\u{feff}');
        let before = text[line_start..start].trim_start_matches('\u{feff}');
        Place {
            line: text[..line_start].matches('\n').count() + 1,
            column: before.chars().count() + 1,
            width: text[start..end.min(line_end)].trim_end().chars().count().max(1),
            excerpt: excerpt(line),
        }
    }
}

/// The line as it can be shown: tabs stay, what doesn't show is marked.
fn excerpt(line: &str) -> String {
    let mut parts =
        line.char_indices().nth(EXCERPT_LIMIT).map_or(line, |(at, _)| &line[..at]).split('\t');
    let first = visible(parts.next().unwrap_or_default());
    parts.fold(first, |shown, part| shown + "\t" + &visible(part))
}

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
}
