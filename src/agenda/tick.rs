//! Boxes of the agenda's lines, and what the user's marks in them mean.
//!
//! A line that names the day on which it was done was listed as done: so the ticks in a copy of an older agenda still
//! count, and its empty boxes take nothing back.

use chrono::NaiveDate;

use crate::agenda::fields;
use crate::agenda::lines::Stamp;
use crate::agenda::parts::{is_day, links, title};
use crate::agenda::plain::{Plain, essence, without_marks};
use crate::dates::calendar::parse_date;
use crate::notes::Record;

/// The longest mark that may stand in a box.
pub const MARK_LIMIT: usize = 12;

/// A change to a line's box.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tick {
    /// A done line was unticked. It had been done on that day, as the line writes it.
    Undone(String),
    /// The user decided against it. A done line also gives the day on which it had been done.
    Skipped(Option<String>),
    /// It was done, on the day that the line's end names.
    Done(Option<NaiveDate>),
}

/// The follow-up or the task that a line is about, as far as the line tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whose {
    /// Its key, unless an editor dropped the comment.
    pub key: Option<String>,
    /// The essence of its title.
    pub title: String,
    /// The same of what stands behind it: its company, and what tells it from others there.
    pub place: String,
    /// Its day, as the line writes it.
    pub when: String,
    /// Its note.
    pub note: Option<String>,
    /// Its draft.
    pub draft: Option<String>,
}

/// A line with a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boxed {
    /// The follow-up or the task.
    pub whose: Whose,
    /// The mark in the box.
    pub mark: String,
    /// The day on which it had been done, as the line writes it.
    pub done: Option<String>,
    /// The day that a plugin put on the line.
    pub on: Option<NaiveDate>,
    /// The whole line, with the links that stand below it if nothing else tells what it is about.
    pub line: String,
    /// True for a line that the user wrote. It stays when the tick is recorded.
    pub is_users: bool,
}

/// The reason why a tick could not be recorded. It stays in its box until it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unrecorded {
    /// The note.
    pub note: String,
    /// The obstacle, in words.
    pub why: String,
    /// The way to do it by hand.
    pub by_hand: String,
}

impl Boxed {
    /// Reads the words of a line with a box, without the mark before them.
    pub fn of(mark: &str, words: &str, line: String, is_users: bool) -> Boxed {
        let stamp = Stamp::last_in(words);
        let parts = words.split('·').map(str::trim);
        let done = parts.into_iter().find_map(|part| part.strip_prefix("done "));
        let link = |is_wanted: fn(&str) -> bool| {
            links(words).find(|link| is_wanted(link.words)).map(|link| link.path())
        };
        let (title, is_bold) = title(words);
        let behind = words.get(title.len() + if is_bold { 4 } else { 0 }..).unwrap_or_default();
        let mut behind = behind.split('·').skip(1).map(str::trim);
        let mut next = || behind.next().unwrap_or_default();
        let whose = Whose {
            key: stamp.and_then(|stamp| stamp.key).or(fields::key(words)).map(str::to_owned),
            title: essence(title),
            place: essence(next()),
            when: day_first(next()).to_owned(),
            note: link(|words| words != "draft"),
            draft: link(|words| words == "draft"),
        };
        let done = done.map(day_first).filter(|day| is_day(day)).map(str::to_owned);
        let (_, on) = without_plugins(words);
        Boxed { whose, mark: mark.to_owned(), done, on, line, is_users }
    }

    /// The title of its line, as it is written.
    pub fn title(&self) -> String {
        let line = self.line.lines().next().unwrap_or_default();
        let plain = Plain::of(without_marks(line)).text;
        title(boxed(&plain).map_or(&plain, |(_, words)| words)).0.to_owned()
    }

    /// The change to the box, if it means one.
    pub fn tick(&self) -> Option<Tick> {
        match (self.mark.as_str(), &self.done) {
            (mark, None) if is_done(mark) => Some(Tick::Done(self.on)),
            ("-", day) => Some(Tick::Skipped(day.clone())),
            ("", Some(day)) => Some(Tick::Undone(day.clone())),
            _ => None,
        }
    }

    /// Returns true for a mark with no meaning here, which stays in its box.
    pub fn has_own_mark(&self) -> bool {
        !self.mark.is_empty() && !is_done(&self.mark) && self.mark != "-" && self.done.is_none()
    }

    /// Returns true for such a mark if it means nothing to other programs either.
    pub fn is_unclear(&self) -> bool {
        self.has_own_mark() && !is_sign(&self.mark)
    }
}

/// The day at the beginning of some words; a comment or fields may follow.
fn day_first(words: &str) -> &str {
    let words = words.split(['<', '[']).next().unwrap_or_default();
    words.split(fields::SIGNS).next().unwrap_or_default().trim()
}

/// Returns true for a tick. On some keyboards another letter looks like an x.
pub fn is_done(mark: &str) -> bool {
    matches!(
        mark.trim_end_matches('\u{fe0f}'),
        "x" | "X" | "✓" | "✔" | "☑" | "✅" | "х" | "Х" | "ｘ"
    )
}

/// Returns true for a mark that means something to some program: a single sign, and no other way to tick.
fn is_sign(mark: &str) -> bool {
    mark.chars().filter(|c| *c != '\u{fe0f}').count() <= 1 && !matches!(mark, "v" | "V" | "y" | "Y")
}

/// The mark in the box at the beginning of some plain words, and the words behind it. Logseq writes boxes as words.
pub fn boxed(words: &str) -> Option<(&str, &str)> {
    const STATES: [(&str, &str); 6] = [
        ("DONE ", "x"),
        ("CANCELED ", "-"),
        ("CANCELLED ", "-"),
        ("TODO ", ""),
        ("LATER ", ""),
        ("DOING ", ""),
    ];
    for (state, mark) in STATES {
        if let Some(rest) = words.strip_prefix(state) {
            let rest = rest.trim_start();
            return Some((mark, boxed(rest).map_or(rest, |(_, rest)| rest)));
        }
    }
    let (mark, rest) = words.strip_prefix('[')?.split_once(']')?;
    let is_mark = mark.chars().count() <= MARK_LIMIT && !mark.contains(['[', '·']);
    (is_mark && rest.starts_with(' ')).then_some((mark.trim(), rest.trim_start()))
}

/// Some plain words without the marks that plugins put on a line once it is done, and the day that they name.
pub fn without_plugins(words: &str) -> (String, Option<NaiveDate>) {
    const MARKS: [(&str, &str); 8] = [
        ("✅", ""),
        ("❌", ""),
        ("[completion::", "]"),
        ("(completion::", ")"),
        ("[cancelled::", "]"),
        ("(cancelled::", ")"),
        ("[done::", "]"),
        ("(done::", ")"),
    ];
    let mut words = words.to_owned();
    let mut on = None;
    // Hardly any line has one.
    if !(words.contains("::") || words.contains(['✅', '❌'])) {
        return (words, None);
    }
    for (start, end) in MARKS {
        while let Some((at, length, day)) = plugin_mark(&words, start, end) {
            on = on.or(Some(day));
            words.replace_range(at..at + length, "");
        }
    }
    (words, on)
}

/// The place, the length and the day of the first mark of this kind.
fn plugin_mark(words: &str, start: &str, end: &str) -> Option<(usize, usize, NaiveDate)> {
    words.match_indices(start).find_map(|(at, _)| {
        let inner = words[at + start.len()..].trim_start_matches([' ', '\u{fe0f}']);
        let day = parse_date(inner.get(..10)?)?;
        let rest = inner[10..].trim_start_matches(|c| c == ' ' && !end.is_empty());
        let rest = rest.strip_prefix(end)?;
        Some((at, words.len() - at - rest.len(), day))
    })
}

impl Tick {
    /// The follow-up's record after this tick, if that changes it; `Some(None)` takes the record back.
    pub fn applied(&self, record: Option<Record>, today: NaiveDate) -> Option<Option<Record>> {
        match (self, record) {
            (Tick::Skipped(Some(written)), Some(Record::Done(day))) if is_written(day, written) => {
                Some(Some(Record::Skipped(today)))
            }
            // What was sent stays sent, even if an older copy of the agenda says otherwise.
            (Tick::Done(_) | Tick::Skipped(_), Some(Record::Done(_)))
            | (Tick::Skipped(_), Some(Record::Skipped(_))) => None,
            (Tick::Done(on), _) => Some(Some(Record::Done(on.unwrap_or(today).min(today)))),
            (Tick::Skipped(_), _) => Some(Some(Record::Skipped(today))),
            (Tick::Undone(written), Some(Record::Done(day))) => {
                is_written(day, written).then_some(None)
            }
            (Tick::Undone(_), _) => None,
        }
    }

    /// The mark in the box.
    pub fn mark(&self) -> &'static str {
        match self {
            Tick::Done(_) => "x",
            Tick::Skipped(_) => "-",
            Tick::Undone(_) => " ",
        }
    }
}

/// Returns true if an agenda's line writes a day like this. The year is there if it wasn't the current one then.
pub fn is_written(day: NaiveDate, text: &str) -> bool {
    [day.format("%a %-d %b"), day.format("%a %-d %b %Y")]
        .iter()
        .any(|form| form.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tick(line: &str) -> Option<Tick> {
        let (mark, words) = boxed(line).unwrap();
        Boxed::of(mark, words, line.to_owned(), false).tick()
    }

    #[test]
    fn marks_mean_what_people_mean_by_them() {
        let day = parse_date("2026-03-14");
        let cases = [
            ("[ ] a", None),
            ("[] a", None),
            ("[x] a", Some(Tick::Done(None))),
            ("[X ] a", Some(Tick::Done(None))),
            ("[ x ] a", Some(Tick::Done(None))),
            ("[✓] a", Some(Tick::Done(None))),
            ("DONE a", Some(Tick::Done(None))),
            ("TODO [ ] a", None),
            ("[-] a", Some(Tick::Skipped(None))),
            ("[x] a ✅ 2026-03-14", Some(Tick::Done(day))),
            ("[x] a [completion:: 2026-03-14]", Some(Tick::Done(day))),
            ("[x] a · done Fri 13 Mar · b", None),
            (
                "[-] a · done Fri 13 Mar <!-- a31c -->",
                Some(Tick::Skipped(Some("Fri 13 Mar".into()))),
            ),
            ("[ ] a · done Fri 13 Mar", Some(Tick::Undone("Fri 13 Mar".into()))),
            ("[ ] a · done deal, Inc.", None),
            ("[/] a", None),
        ];
        for (line, expected) in cases {
            assert_eq!(tick(line), expected, "{line}");
        }
        for line in ["[x](a.md) b", "[see this here please] a", "x", "[x]"] {
            assert_eq!(boxed(line), None, "{line}");
        }
    }

    #[test]
    fn marks_of_plugins_are_no_words() {
        for words in ["a ✅ 2026-03-14", "a [completion:: 2026-03-14]", "a ❌ 2026-03-14"] {
            assert_eq!(without_plugins(words).0.trim(), "a", "{words}");
        }
        for words in ["a ✅", "a ✅ soon", "a [completion:: 2026]"] {
            assert_eq!(without_plugins(words), (words.to_owned(), None));
        }
    }
}
