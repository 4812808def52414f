//! The generated lines of FOLLOWUPS.md, and the comment at their end by which the next run knows them again.
//!
//! `<!-- 4f7c1e9b a31c -->` names a follow-up or a task by its key. The last four digits are a check of the line's words:
//! they tell a line that is as generated from one that the user has changed, on whatever day it was written.

use std::borrow::Cow;
use std::iter;
use std::sync::OnceLock;

use chrono::NaiveDate;
use memchr::memchr_iter;
use xxhash_rust::xxh3::xxh3_64;

use crate::agenda::fields::Fields;
use crate::agenda::key::Key;
use crate::agenda::plain::{Plain, essence};

/// The heading of the section that belongs to the user, below the generated part.
pub const USERS_HEADING: &str = "## Your own notes";

/// The digits of a check.
const CHECK_DIGITS: usize = 4;

/// Room for a line; most are shorter.
pub(super) const ROOM: usize = 200;

/// A generated line without its end. What belongs below it may follow.
#[derive(Clone, Debug)]
pub struct Line(String);

impl Line {
    /// A line of words that nobody else writes.
    pub fn plain(text: String) -> Line {
        Line(text)
    }

    /// A line with words of notes: a mark, the words, what follows the comment.
    pub fn stamped(mark: &str, words: &str, key: Option<&str>, end: &str) -> Line {
        let check = check(&essence(&Plain::of(words).text));
        let (key, blank) = key.map_or(("", ""), |key| (key, " "));
        Line([mark, words, " <!-- ", key, blank, &check, " -->", end].concat())
    }

    /// A line with words of notes, and with the fields of Obsidian's Tasks plugin behind its comment. The day on which it
    /// was done is not a part of its words: the plugin adds and removes it.
    pub fn with_fields(
        mark: &str,
        words: &str,
        fields: &Fields,
        done: Option<NaiveDate>,
        end: &str,
    ) -> Line {
        let check = check(&essence(&fields.checked(&Plain::of(words).text)));
        let (key, fields) = (&fields.key, fields.written(done));
        Line(format!("{mark}{words} <!-- {key} {check} -->{fields}{end}"))
    }

    /// The line with another mark in its box.
    pub fn with_box(&self, mark: &str) -> Line {
        let rest = self.0.get("- [ ]".len()..).unwrap_or_default();
        Line(format!("- [{mark}]{rest}"))
    }
}

/// A line that is written once, for words in it that other lines decide on.
#[derive(Debug, Default)]
pub struct Once(OnceLock<(String, Line)>);

impl Once {
    /// The line with these words.
    pub fn line(&self, words: &str, write: impl Fn() -> Line) -> Cow<'_, Line> {
        let (known, line) = self.0.get_or_init(|| (words.to_owned(), write()));
        if known == words { Cow::Borrowed(line) } else { Cow::Owned(write()) }
    }
}

/// The generated part of an agenda as it is being written.
#[derive(Debug)]
pub struct Generated(String);

impl Generated {
    /// An empty one with room for so many lines.
    pub fn with_capacity(lines: usize) -> Generated {
        Generated(String::with_capacity(lines * ROOM))
    }

    /// Adds a line.
    pub fn line(&mut self, line: &Line) {
        self.0.push_str(&line.0);
        self.0.push('\n');
    }

    /// Adds lines below an empty one.
    pub fn paragraph(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// Ends the part, and adds the section that belongs to the user.
    pub fn close(mut self, users_section: &str) -> String {
        self.paragraph(USERS_HEADING);
        self.0 + users_section
    }
}

/// A comment that ends a generated line.
#[derive(Debug, PartialEq, Eq)]
pub struct Stamp<'t> {
    /// The offset at which it begins in the text.
    pub start: usize,
    /// The offset at which it ends.
    pub end: usize,
    /// The key that it names.
    pub key: Option<&'t str>,
    /// The check of the words before it; a line that the user wrote may have a key alone.
    pub check: Option<&'t str>,
}

impl<'t> Stamp<'t> {
    /// The comments of this kind in a plain text.
    pub fn all_in(text: &'t str) -> impl Iterator<Item = Stamp<'t>> {
        let mut starts = memchr_iter(b'<', text.as_bytes());
        iter::from_fn(move || starts.find_map(|start| Stamp::at(text, start)))
    }

    /// The last of them.
    pub fn last_in(text: &'t str) -> Option<Stamp<'t>> {
        Stamp::all_in(text).last()
    }

    fn at(text: &'t str, start: usize) -> Option<Stamp<'t>> {
        let inner = text[start..].strip_prefix("<!--")?;
        let length = inner.find("-->")?;
        let mut words = inner[..length].split_whitespace();
        let (key, check) = match (words.next(), words.next(), words.next()) {
            (Some(key), None, None) if Key::is_written(key) => (Some(key), None),
            (Some(key), Some(check), None) if Key::is_written(key) => (Some(key), Some(check)),
            (Some(check), None, None) => (None, Some(check)),
            _ => return None,
        };
        let is_digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        let is_check = |check: &str| check.len() == CHECK_DIGITS && check.bytes().all(is_digit);
        let end = start + "<!--".len() + length + "-->".len();
        check.is_none_or(is_check).then_some(Stamp { start, end, key, check })
    }

    /// Returns true for words that are still those that it was made for.
    pub fn fits(&self, words: &str) -> bool {
        self.check.is_some_and(|known| check(&essence(words)) == known)
    }
}

fn check(essence: &str) -> String {
    format!("{:0CHECK_DIGITS$x}", xxh3_64(essence.as_bytes()) & 0xffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_fits_the_words_that_it_was_made_for() {
        let words = "**Thank Jane** · R\\&D · since Tue 3 Mar";
        let Line(line) = Line::stamped("- [ ] ", words, Some("4f7c1e9b"), "");
        let plain = Plain::of(&line);
        let stamp = Stamp::last_in(&plain.text).unwrap();
        assert_eq!((stamp.key, stamp.end), (Some("4f7c1e9b"), plain.text.len()));
        assert!(stamp.fits("__Thank Jane__  · R&D · since Tue 3 Mar "));
        assert!(!stamp.fits("**Thank Jane** · R&D · since Tue 3 Mar, sent"));
    }

    #[test]
    fn other_comments_are_no_stamps() {
        for text in
            ["<!-- todo -->", "<!-- a/b -->", "<!-- 4f7c1e9 -->", "<!-- abcd", "", "<!---->"]
        {
            assert_eq!(Stamp::last_in(text), None, "{text}");
        }
        assert!(Stamp::last_in("x <!--4f7c1e9b  a31c--> <!-- mine -->").is_some());
    }
}
