//! The fields that Obsidian's Tasks plugin reads at the end of a line: `🆔 4f7c1e9b 📅 2026-03-03 ✅ 2026-03-02`.
//!
//! They stand in the plugin's own order, so that it changes nothing but what its user does.

use chrono::NaiveDate;

use crate::agenda::key::Key;
use crate::agenda::plain::without_part;
use crate::dates::calendar::parse_date;

/// The signs of the fields.
const ID: char = '🆔';
const DUE: char = '📅';
const DONE: char = '✅';
pub const SIGNS: [char; 4] = [ID, DUE, DONE, '❌'];

/// The id and the day of a line as it is written, in front of the day on which it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// The key of the follow-up or the task.
    pub key: String,
    /// The day it should be done.
    pub due: Option<NaiveDate>,
}

impl Fields {
    /// The fields as they stand behind a line.
    pub fn written(&self, done: Option<NaiveDate>) -> String {
        let done = done.map(|day| format!(" {DONE} {day}"));
        format!(" {ID} {}{}{}", self.key, self.due_field(), done.unwrap_or_default())
    }

    /// The words of a line with what the check of its comment holds of the fields: a day that the user changes is a
    /// change of the line.
    pub fn checked(&self, words: &str) -> String {
        format!("{words}{}", self.due_field())
    }

    fn due_field(&self) -> String {
        self.due.map(|day| format!(" {DUE} {day}")).unwrap_or_default()
    }

    /// The fields in a plain text, and the text without them. A day stands anywhere behind the id.
    pub fn cut(text: &str) -> Option<(Fields, String)> {
        let (at, length, key) = id(text)?;
        let (before, behind) = (&text[..at], &text[at + length..]);
        let fields = |due| Fields { key: key.to_owned(), due };
        Some(
            match field(behind, DUE).and_then(|(at, end, day)| Some((at, end, parse_date(day)?))) {
                Some((at, end, day)) => {
                    (fields(Some(day)), format!("{before}{}{}", &behind[..at], &behind[end..]))
                }
                None => (fields(None), format!("{before}{behind}")),
            },
        )
    }
}

/// The place, the length and the key of the first id that is one of ours.
fn id(text: &str) -> Option<(usize, usize, &str)> {
    let (at, end, key) = field(text, ID)?;
    Key::is_written(key).then_some((at, end - at, key))
}

/// The place, the end and the value of the first field with a sign.
fn field(text: &str, sign: char) -> Option<(usize, usize, &str)> {
    let at = text.find(sign)?;
    let value = text[at + sign.len_utf8()..].trim_start_matches([' ', '\u{fe0f}']);
    let length =
        value.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(value.len());
    let end = text.len() - value.len() + length;
    Some((at, end, &value[..length]))
}

/// The key in the id of some plain words.
pub fn key(words: &str) -> Option<&str> {
    id(words).map(|(_, _, key)| key)
}

/// A line of Markdown without the id that makes it the line of a follow-up.
pub fn without_id(line: &str) -> String {
    match id(line) {
        Some((at, length, _)) => without_part(line, at..at + length),
        None => line.to_owned(),
    }
}

/// The beginning of some words, up to the fields at their end.
pub fn before(words: &str) -> &str {
    match id(words) {
        Some((at, ..)) => words[..at].trim_end(),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_they_are_written() {
        let day = parse_date("2026-03-03");
        for (due, done) in [(day, None), (None, None), (day, day)] {
            let fields = Fields { key: "4f7c1e9b".to_owned(), due };
            let line = format!("Thank Jane{} [note](a.md)", fields.written(done));
            let (found, rest) = Fields::cut(&line).unwrap();
            assert_eq!(found, fields, "{line}");
            assert!(rest.starts_with("Thank Jane ") && !rest.contains([ID, DUE]), "{rest}");
            assert_eq!(before(&line), "Thank Jane");
            assert_eq!(key(&line), Some("4f7c1e9b"));
        }
        let (fields, rest) = Fields::cut("a 🆔 4f7c1e9b ⏫ 📅 2026-03-03 b").unwrap();
        assert_eq!((fields.due, rest.as_str()), (day, "a  ⏫  b"));
        assert_eq!(without_id("a 🆔 4f7c1e9b 📅 2026-03-03\n"), "a 📅 2026-03-03\n");
        assert_eq!(without_id("a 🆔 4f7c1e9b\n"), "a\n");
    }

    #[test]
    fn ids_of_others_are_theirs() {
        for line in ["a 🆔 dcf64c 📅 2026-03-03", "a 🆔", "a", "🆔 4f7c1e9bx"] {
            assert_eq!((Fields::cut(line), key(line)), (None, None), "{line}");
            assert_eq!((before(line), without_id(line).as_str()), (line, line));
        }
    }
}
