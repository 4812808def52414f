//! A section of a note: a heading, and the paragraphs and list items below it.

use std::borrow::Cow;

use crate::rules::headings::plain;
use crate::text::one_line;

/// The body's text under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading, on one line; empty for the text above the first one.
    pub heading: String,
    /// The heading's level, from 1; 0 above the first heading, and 7 for a line in bold type.
    pub level: u8,
    /// The offset of the heading in the body.
    pub(super) at: usize,
    /// Its paragraphs and list items.
    pub fragments: Vec<Fragment>,
}

impl Section {
    /// Its fragments, each without a label such as `To do` above tasks alone.
    pub fn without_labels(&self) -> impl Iterator<Item = (&Fragment, &str)> {
        let fragments = self.fragments.iter().enumerate();
        fragments.map(|(at, fragment)| {
            let below = self.fragments[at + 1..].iter();
            let mut below = below.take_while(|one| one.depth > fragment.depth).peekable();
            match below.peek().is_some() && below.all(|one| one.is_task) {
                true => (fragment, fragment.before_label()),
                false => (fragment, &*fragment.text),
            }
        })
    }
}

/// A paragraph or list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Its text, on one line, without the words that are struck through.
    pub text: String,
    /// The offsets in it at which a line of the note ends, but for the last one.
    pub(super) line_ends: Vec<usize>,
    /// The number of lists around it.
    pub(super) depth: usize,
    /// The mark of a list item.
    pub(super) bullet: Option<String>,
    /// Its offset in the body.
    pub(super) at: usize,
    /// True for a task, done or not.
    pub is_task: bool,
    /// True for the user's own words as a whole: none is struck through, and they aren't quoted.
    pub is_own: bool,
}

impl Fragment {
    /// The user's own words from elsewhere than the body.
    pub fn of(words: &str) -> Fragment {
        Fragment {
            text: one_line(words),
            line_ends: Vec::new(),
            depth: 0,
            bullet: None,
            at: 0,
            is_task: false,
            is_own: true,
        }
    }

    /// Its text without the label at its end: the last line, or the last sentence of it, if that has a colon or is a usual
    /// one.
    fn before_label(&self) -> &str {
        let line = self.line_ends.last().copied().unwrap_or_default();
        let sentence = [". ", "! ", "? "].iter().filter_map(|end| self.text.rfind(end));
        let sentence = sentence.map(|at| at + 1).max().unwrap_or_default();
        let (before, label) = self.text.split_at(line.max(sentence));
        match label.ends_with(':') || TASK_LABELS.contains(&&*plain(label)) {
            true => before.trim_end(),
            false => &self.text,
        }
    }

    /// The mark of a list item, behind the blanks that its list needs.
    pub fn bullet(&self) -> Option<String> {
        let bullet = self.bullet.as_ref()?;
        Some("  ".repeat(self.depth.saturating_sub(1)) + bullet)
    }

    /// Words from its beginning, with the line breaks that the user has made on purpose. Those of wrapped text are blanks.
    pub fn as_written<'f>(&self, words: &'f str) -> Cow<'f, str> {
        let ends =
            self.line_ends.iter().copied().filter(|end| words.as_bytes().get(*end) == Some(&b' '));
        let mut written = Cow::Borrowed(words);
        let mut start = 0;
        for end in ends {
            if is_break(words[start..end].trim(), words[end..].trim_start()) {
                written.to_mut().replace_range(end..end + 1, "\n");
            }
            start = end;
        }
        written
    }

    /// Its text, line by line as the note has it.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let ends = self.line_ends.iter().copied().chain([self.text.len()]);
        let mut start = 0;
        ends.filter_map(move |end| {
            let line = self.text.get(start..end)?.trim();
            start = end;
            Some(line)
        })
    }

    /// Its points: each of its lines, if no editor wraps the note's, or if one of them ends where there was room for the next
    /// word, or with a full stop before a small letter, and none goes on from the one before. Else the whole, which an
    /// editor has wrapped.
    pub fn points(&self, is_unwrapped: bool) -> Vec<&str> {
        let lines: Vec<&str> = self.lines().collect();
        if is_unwrapped {
            return lines;
        }
        let length = |text: &str| text.chars().count();
        let width = lines.iter().copied().map(length).max().unwrap_or_default();
        let ends_early = |lines: &[&str]| {
            let next = lines[1].split(' ').next().unwrap_or_default();
            let needed = length(lines[0]) + 1 + length(next);
            let ends = lines[0].ends_with('.');
            let is_jotted = ends && next.starts_with(char::is_lowercase);
            is_jotted || needed <= width.max(WHOLE)
        };
        // Where items have marks, those tell what is one.
        let may_be_jotted = self.bullet.is_none();
        let goes_on = |lines: &[&str]| {
            goes_on(lines[0], lines[1]) && !(may_be_jotted && are_jotted(lines[0], lines[1]))
        };
        let mut pairs = lines.windows(2);
        match pairs.clone().any(ends_early) && !pairs.any(goes_on) {
            true => lines,
            false => vec![&self.text],
        }
    }
}

/// Returns true for the end of a line that was made on purpose: that line has room for more, and what follows doesn't go on
/// in the same breath.
fn is_break(line: &str, next: &str) -> bool {
    let is_listed = next.starts_with(['•', '–', '—', '-', '*']);
    is_listed || line.ends_with(':') || line.chars().count() < WRAPPED && !goes_on(line, next)
}

/// Returns true for a line of a task that goes on no more below it: it has room for more, and no word that waits for another.
pub(super) fn ends_task(line: &str, next: &str) -> bool {
    let is_whole = line.ends_with(['.', '!', '?']) || line.split_whitespace().count() >= FEWEST;
    is_whole && is_break(line, next) && !is_linked(line)
}

/// Returns true for a line that ends in the middle of a sentence.
fn is_linked(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    line.ends_with(',') || [LINKS, OPENERS].iter().any(|known| known.contains(&last.as_str()))
}

/// Returns true for a line that the next one goes on from in the same breath.
fn goes_on(line: &str, next: &str) -> bool {
    // An address on the web or of a person does without capitals.
    let is_word = |word: &str| word.starts_with(char::is_lowercase) && !word.contains(['@', '/']);
    let ends_open = line.ends_with(|c: char| c.is_alphanumeric() || c == ',');
    next.split(' ').next().is_some_and(is_word) && ends_open
}

/// Returns true for a line that was ended on purpose with room for more, where no sentence goes on: "raw milk", "cold
/// hands".
fn are_jotted(line: &str, next: &str) -> bool {
    let next = next.split(' ').next().unwrap_or_default();
    let has_room = line.chars().count() < WRAPPED;
    let first = line.split([' ', '\'']).next().unwrap_or_default().to_lowercase();
    has_room && !is_linked(line) && !LINKS.contains(&next) && !SUBJECTS.contains(&first.as_str())
}

/// Words between two parts of a sentence.
const LINKS: &[&str] = &[
    "about", "after", "against", "although", "and", "apart", "are", "around", "as", "at", "be",
    "because", "been", "before", "behind", "but", "by", "can", "could", "did", "do", "does",
    "even", "except", "for", "from", "had", "has", "have", "however", "if", "in", "instead",
    "into", "is", "less", "may", "might", "more", "mostly", "must", "never", "nor", "not", "of",
    "off", "on", "once", "only", "or", "out", "over", "rather", "round", "should", "since", "so",
    "still", "than", "that", "though", "through", "to", "under", "unless", "until", "up", "was",
    "were", "when", "where", "which", "while", "who", "whose", "will", "with", "without", "would",
    "yet",
];

/// Words that no line ends with on purpose.
const OPENERS: &[&str] = &[
    "a", "all", "also", "an", "any", "each", "every", "he", "her", "his", "how", "i", "it", "its",
    "just", "less", "me", "more", "most", "my", "no", "only", "our", "really", "she", "some",
    "the", "their", "them", "these", "they", "this", "those", "too", "us", "very", "we", "what",
    "why", "you", "your",
];

/// Words with which a sentence of one's own begins.
const SUBJECTS: &[&str] = &["he", "i", "it", "she", "there", "they", "this", "we", "you"];

/// Labels above tasks, as headings are compared.
const TASK_LABELS: [&str; 6] = ["to_do", "todo", "todos", "tasks", "next_steps", "action_items"];

/// A line of wrapped text has at least this many characters, as a rule.
const WRAPPED: usize = 50;

/// Hardly any editor wraps lines as short as this.
const WHOLE: usize = 60;

/// The fewest words of a task.
const FEWEST: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_were_jotted_down_are_told_from_a_sentence_that_goes_on() {
        #[rustfmt::skip]
        let cases = [
            // a line | the next one | whether the sentence goes on
            ("raw milk, 40 Ayrshires",          "cold hands, cold feet",    false),
            ("how the dry Augusts are forecast", "the flood model from Ada", false),
            ("public contract",                 "pays late",                false),
            ("I don't think I'd enjoy",         "the night shifts there",   true),
            ("they would never",                "promote from within",      true),
            ("the way in which the",            "kitchen runs",             true),
            ("a rota",                          "that nobody likes",        true),
            ("two kilns,",                      "one of them broken",       true),
            ("how a build on the old line went from forty minutes", "to six", true),
            ("how the builds on the old line of the plant went down", "forty minutes of it", true),
            ("two kilns.",                      "one is broken",            false),
            ("two kilns",                       "One is broken",            false),
        ];
        for (line, next, expected) in cases {
            assert_eq!(goes_on(line, next) && !are_jotted(line, next), expected, "{line} / {next}");
        }
    }
}
