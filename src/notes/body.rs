//! The body of a note: its sections, which the drafts quote, and its open tasks.

use std::borrow::Cow;
use std::mem;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use memchr::memchr_iter;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::dates::calendar::Calendar;
use crate::dates::date::{Order, Reading, in_order, reading};
use crate::dates::day::{Direction, day};
use crate::dates::window::Window;
use crate::diagnostic::place::Place;
use crate::rules::headings::{is_to_say, plain};
use crate::text::one_line;

/// The most tasks that are read of a note, and the most fragments of a section.
const COUNT_LIMIT: usize = 100;

/// Labels above tasks, as headings are compared.
const TASK_LABELS: [&str; 6] = ["to_do", "todo", "todos", "tasks", "next_steps", "action_items"];

/// The level of a line in bold type that stands for a heading: it belongs to any real one above it.
const BOLD_LEVEL: u8 = 7;

/// Longest task in the agenda, in characters.
const TASK_LIMIT: usize = 300;

/// A line of wrapped text has at least this many characters, as a rule.
const WRAPPED: usize = 50;

/// Longest paragraph or list item, in characters.
const FRAGMENT_LIMIT: usize = 2_000;

/// The body's text under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading, on one line; empty for the text above the first one.
    pub heading: String,
    /// The heading's level, from 1; 0 above the first heading, and 7 for a line in bold type.
    pub level: u8,
    /// The offset of the heading in the body.
    at: usize,
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

/// No editor wraps lines as short as this.
const NARROW: usize = 40;

/// A paragraph or list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Its text, on one line, without the words that are struck through.
    pub text: String,
    /// The offsets in it at which a line of the note ends, but for the last one.
    line_ends: Vec<usize>,
    /// The number of lists around it.
    depth: usize,
    /// The mark of a list item.
    bullet: Option<String>,
    /// Its offset in the body.
    at: usize,
    /// True for a task, done or not.
    pub is_task: bool,
    /// True for the user's own words as a whole: none is struck through, and they aren't quoted.
    pub is_own: bool,
}

impl Fragment {
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

    /// Its points: each of its lines, if one of them ends where there was room for the next word and none goes on from the one
    /// before, and else the whole, which an editor has wrapped.
    pub fn points(&self) -> Vec<&str> {
        let lines: Vec<&str> = self.lines().collect();
        let length = |text: &str| text.chars().count();
        let width = lines.iter().copied().map(length).max().unwrap_or_default();
        let ends_early = |lines: &[&str]| {
            let next = lines[1].split(' ').next().unwrap_or_default();
            length(lines[0]) + 1 + length(next) <= width.max(NARROW)
        };
        let goes_on = |lines: &[&str]| goes_on(lines[0], lines[1]);
        let mut pairs = lines.windows(2);
        match pairs.clone().any(ends_early) && !pairs.any(goes_on) {
            true => lines,
            false => vec![&self.text],
        }
    }
}

/// An open `- [ ]` item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Line in the file, counted from 1.
    pub line: usize,
    /// Its text, on one line, without its day.
    pub text: String,
    /// The day it should be done, if it names one.
    pub due: Option<NaiveDate>,
}

/// How the days of tasks are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskDays {
    /// The day from which those without a year are counted: that of the interview, or of the application.
    pub said: Option<NaiveDate>,
    /// The order of those in numbers.
    pub order: Option<Order>,
}

/// The text of a note below its front matter, parsed on first use: most notes are of settled interviews and never need
/// it.
#[derive(Clone, Debug)]
pub struct Body {
    text: Arc<str>,
    /// Lines of the file above it.
    lines_above: usize,
    days: TaskDays,
    /// False if its tasks are another interview's.
    has_tasks: bool,
    read: OnceLock<Box<Parts>>,
}

/// A body's sections, its open tasks, and the words of its ticked ones.
type Parts = (Vec<Section>, Vec<Task>, Vec<String>);

impl Body {
    /// The body that starts at byte `start` of a file.
    pub fn new(file: &str, start: usize, days: TaskDays) -> Body {
        let (above, text) = file.split_at(start);
        let lines_above = memchr_iter(b'\n', above.as_bytes()).count();
        Body { text: text.into(), lines_above, days, has_tasks: true, read: OnceLock::new() }
    }

    /// Leaves its tasks to another interview of the same file, whose text it shares.
    pub fn leave_tasks_to(&mut self, other: &Body) {
        (self.text, self.has_tasks) = (other.text.clone(), false);
    }

    /// The place of a section's heading in the file.
    pub fn place_of(&self, section: &Section) -> Place {
        self.place(section.at)
    }

    /// The place of a fragment in the file.
    pub fn place_of_fragment(&self, fragment: &Fragment) -> Place {
        self.place(fragment.at)
    }

    fn place(&self, at: usize) -> Place {
        let mut place = Place::of(&self.text, at..self.text.len());
        place.line += self.lines_above;
        place
    }

    /// Its sections, without code, tables and HTML.
    pub fn sections(&self) -> &[Section] {
        &self.read().0
    }

    /// How the days of its tasks are read.
    pub fn task_days(&self) -> TaskDays {
        self.days
    }

    /// Its open tasks.
    pub fn tasks(&self) -> &[Task] {
        if self.has_tasks && self.has_open_box() { &self.read().1 } else { &[] }
    }

    /// The words of its ticked tasks.
    pub fn ticked(&self) -> &[String] {
        if self.has_tasks { &self.read().2 } else { &[] }
    }

    /// Returns true if a line begins with these ASCII letters, in any case and whatever marks stand before them. It takes
    /// less time than reading the sections.
    pub fn has_line(&self, beginning: &str) -> bool {
        self.text.lines().any(|line| {
            let words = line.trim_start_matches(|c: char| !c.is_alphanumeric());
            words.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
        })
    }

    /// Returns true if there may be an open task: most notes have none, and need not be read for it.
    fn has_open_box(&self) -> bool {
        let bytes = self.text.as_bytes();
        memchr_iter(b'[', bytes)
            .any(|at| matches!(bytes[at + 1..], [b' ' | b'\t' | b'\x0b' | b'\x0c', b']', ..]))
    }

    fn read(&self) -> &Parts {
        self.read.get_or_init(|| {
            let counted = (0, self.lines_above);
            let reader = Reader { text: &self.text, days: self.days, counted, ..Reader::default() };
            Box::new(reader.read())
        })
    }
}

#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    days: TaskDays,
    sections: Vec<Section>,
    tasks: Vec<Task>,
    ticked: Vec<String>,
    /// True inside words that are struck through.
    is_struck: bool,
    /// The number of quotes around the next event, and of lists.
    quotes: usize,
    lists: usize,
    /// True inside bold type with which a paragraph begins.
    is_bold: bool,
    /// The blocks around the next event, innermost last.
    inside: Vec<Block>,
    /// The offset up to which lines were counted, and their number.
    counted: (usize, usize),
}

#[derive(Debug)]
enum Block {
    /// Its text, level and offset.
    Heading(String, u8, usize),
    /// A paragraph, or the text of an item up to a nested list.
    Words {
        text: String,
        /// The text without the words that are struck through.
        kept: String,
        item: bool,
        /// True if any of the text is quoted.
        quoted: bool,
        /// The line of a task, and true if it is ticked.
        task: Option<(usize, bool)>,
        /// The mark of an item, until its first text is read.
        bullet: Option<String>,
        at: usize,
    },
    /// Code, tables and the like, which hold no sentences to quote.
    Skipped,
}

impl Block {
    fn words(bullet: Option<String>, at: usize) -> Block {
        let (text, kept, item) = (String::new(), String::new(), bullet.is_some());
        Block::Words { text, kept, item, quoted: false, task: None, bullet, at }
    }
}

impl Reader<'_> {
    fn read(mut self) -> Parts {
        let options =
            Options::ENABLE_TASKLISTS | Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        let mut link: Option<String> = None;
        let mut events = Parser::new_ext(self.text, options).into_offset_iter().peekable();
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    self.inside.push(Block::Heading(String::new(), level as u8, range.start));
                }
                Event::Start(Tag::BlockQuote(_)) => self.quotes += 1,
                Event::End(TagEnd::BlockQuote(_)) => self.quotes -= 1,
                Event::Start(Tag::Strikethrough) => self.is_struck = true,
                Event::End(TagEnd::Strikethrough) => self.is_struck = false,
                Event::End(TagEnd::Heading(_)) => {
                    if let Some(Block::Heading(heading, level, at)) = self.inside.pop() {
                        self.begin(&heading, level, at);
                    }
                }
                Event::Start(Tag::Strong) => self.is_bold = self.is_before_paragraph(),
                Event::End(TagEnd::Strong) if mem::take(&mut self.is_bold) => {
                    let next = events.peek().map(|(event, _)| event);
                    if self.begin_with_bold(next)
                        && let Some((Event::Text(rest), _)) = events.next_if(is_text)
                    {
                        self.push(rest.trim_start_matches([':', ' ']));
                    }
                }
                Event::Start(Tag::Item) => {
                    let mark = self.text[range.clone()].split_whitespace().next();
                    self.inside.push(Block::words(mark.map(str::to_owned), range.start));
                }
                // The text of an item ends before a nested list.
                Event::Start(Tag::List(_)) => {
                    self.flush();
                    self.lists += 1;
                }
                Event::End(TagEnd::List(_)) => self.lists -= 1,
                Event::Start(Tag::Paragraph) => {
                    if matches!(self.inside.last(), Some(Block::Words { .. })) {
                        self.push(" ");
                    } else {
                        self.inside.push(Block::words(None, range.start));
                    }
                }
                Event::End(TagEnd::Paragraph) => {
                    if let Some(Block::Words { item: false, .. }) = self.inside.last() {
                        self.flush();
                        self.inside.pop();
                    }
                }
                Event::End(TagEnd::Item) => {
                    self.flush();
                    self.inside.pop();
                }
                Event::Start(Tag::CodeBlock(_) | Tag::Table(_) | Tag::HtmlBlock) => {
                    self.inside.push(Block::Skipped);
                }
                Event::End(TagEnd::CodeBlock | TagEnd::Table | TagEnd::HtmlBlock) => {
                    self.inside.pop();
                }
                Event::Start(Tag::Link { dest_url, .. }) => link = Some(dest_url.to_string()),
                Event::End(TagEnd::Link) => {
                    if let Some(url) = link.take().filter(|url| url.starts_with("http")) {
                        self.push_link(&url);
                    }
                }
                Event::TaskListMarker(done) => {
                    let line = self.line_at(range.start);
                    if let Some(Block::Words { task, .. }) = self.inside.last_mut() {
                        *task = Some((line, done));
                    }
                }
                Event::Text(text) | Event::Code(text) => self.push(&text),
                Event::SoftBreak | Event::HardBreak => self.push("\n"),
                _ => {}
            }
        }
        (self.sections, self.tasks, self.ticked)
    }

    fn push(&mut self, words: &str) {
        match self.inside.last_mut() {
            Some(Block::Heading(text, ..)) => text.push_str(words),
            Some(Block::Words { text, kept, quoted, .. }) => {
                text.push_str(words);
                *quoted |= self.quotes > 0;
                if !self.is_struck {
                    kept.push_str(words);
                }
            }
            _ => {}
        }
    }

    /// Adds a link's target after its text, unless the text is the target.
    fn push_link(&mut self, url: &str) {
        if let Some(Block::Words { text, .. }) = self.inside.last()
            && !text.ends_with(url)
        {
            self.push(&format!(" ({url})"));
        }
    }

    /// Returns true at the beginning of a paragraph of its own.
    fn is_before_paragraph(&self) -> bool {
        let last = self.inside.last();
        self.quotes + self.lists == 0
            && !self.is_struck
            && matches!(last, Some(Block::Words { text, .. }) if text.is_empty())
    }

    /// Begins a section with the bold type in which a paragraph begins, if that names listeners or stands below other such
    /// type that does, and fills the line or ends with a colon.
    fn begin_with_bold(&mut self, next: Option<&Event<'_>>) -> bool {
        let Some(Block::Words { text, at, .. }) = self.inside.last() else { return false };
        let is_label = match next {
            Some(Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph)) => true,
            Some(Event::Text(rest)) if rest.starts_with(':') => true,
            _ => text.ends_with(':'),
        };
        let is_below_bold = self.sections.last().is_some_and(|above| above.level == BOLD_LEVEL);
        if !is_label || !(is_below_bold || is_to_say(text)) {
            return false;
        }
        let (heading, at) = (text.clone(), *at);
        self.begin(&heading, BOLD_LEVEL, at);
        if let Some(Block::Words { text, kept, .. }) = self.inside.last_mut() {
            (*text, *kept) = (String::new(), String::new());
        }
        true
    }

    fn begin(&mut self, heading: &str, level: u8, at: usize) {
        let (heading, fragments) = (one_line(heading), Vec::new());
        self.sections.push(Section { heading, level, at, fragments });
    }

    /// Adds the text gathered so far to its section.
    fn flush(&mut self) {
        let Some(Block::Words { text, kept, task, quoted, bullet, at, .. }) =
            self.inside.last_mut()
        else {
            return;
        };
        let (is_quoted, bullet, at) = (mem::take(quoted), bullet.take(), *at);
        let (text, kept_text) = (mem::take(text), mem::take(kept));
        let (kept, line_ends) = joined(&kept_text);
        let whole = if text == kept_text { kept.clone() } else { one_line(&text) };
        let task = task.take().filter(|_| !whole.is_empty());
        if let Some((line, is_ticked)) = task {
            let (text, due) = dated(&whole, self.days);
            let text = shortened(text, TASK_LIMIT);
            match is_ticked {
                true if self.ticked.len() < COUNT_LIMIT => self.ticked.push(text),
                false if self.tasks.len() < COUNT_LIMIT => {
                    self.tasks.push(Task { line, text, due })
                }
                _ => {}
            }
        }
        if kept.is_empty() {
            return;
        }
        if self.sections.is_empty() {
            self.begin("", 0, 0);
        }
        if let Some(section) = self.sections.last_mut()
            && section.fragments.len() < COUNT_LIMIT
        {
            let (is_task, is_own) = (task.is_some(), whole == kept && !is_quoted);
            let text = shortened(kept, FRAGMENT_LIMIT);
            let depth = self.lists;
            let fragment = Fragment { text, line_ends, depth, bullet, at, is_task, is_own };
            section.fragments.push(fragment);
        }
    }

    fn line_at(&mut self, at: usize) -> usize {
        let (from, lines) = self.counted;
        let lines = lines + memchr_iter(b'\n', &self.text.as_bytes()[from..at]).count();
        self.counted = (at, lines);
        lines + 1
    }
}

/// Returns true for the end of a line that was made on purpose: that line has room for more, and what follows doesn't go on
/// in the same breath.
fn is_break(line: &str, next: &str) -> bool {
    let is_listed = next.starts_with(['•', '–', '—', '-', '*']);
    is_listed || line.ends_with(':') || line.chars().count() < WRAPPED && !goes_on(line, next)
}

/// Returns true for a line that the next one goes on from in the same breath.
fn goes_on(line: &str, next: &str) -> bool {
    // An address on the web or of a person does without capitals.
    let is_word = |word: &str| word.starts_with(char::is_lowercase) && !word.contains(['@', '/']);
    let ends_open = line.ends_with(|c: char| c.is_alphanumeric() || c == ',');
    next.split(' ').next().is_some_and(is_word) && ends_open
}

fn is_text((event, _): &(Event<'_>, Range<usize>)) -> bool {
    matches!(event, Event::Text(_))
}

/// Lines as one, and the offsets in it at which each but the last one ends.
fn joined(text: &str) -> (String, Vec<usize>) {
    let (mut whole, mut ends) = (String::with_capacity(text.len()), Vec::new());
    for line in text.split('\n').map(one_line).filter(|line| !line.is_empty()) {
        if !whole.is_empty() {
            ends.push(whole.len());
            whole.push(' ');
        }
        whole.push_str(&line);
    }
    (whole, ends)
}

/// The marks around a task's day: of Obsidian's Tasks, of Dataview, and in words.
const DUE: [(&str, &str); 5] =
    [("📅", ""), ("[due::", "]"), ("(due::", ")"), ("(due ", ")"), ("(due: ", ")")];

/// A task's text without the day that it names, and that day.
fn dated(task: &str, days: TaskDays) -> (String, Option<NaiveDate>) {
    for (open, close) in DUE {
        let Some((before, rest)) = task.split_once(open) else { continue };
        // Without a mark at its end, the day is a word.
        let rest = rest.trim_start_matches([' ', '\u{fe0f}']);
        let (words, after) = match close {
            "" => rest.split_at(rest.find(' ').unwrap_or(rest.len())),
            close => match rest.split_once(close) {
                Some(parts) => parts,
                None => continue,
            },
        };
        let Some(due) = days.read(words.trim()) else { continue };
        return (one_line(&format!("{} {}", before.trim_end(), after.trim_start())), Some(due));
    }
    (task.to_owned(), None)
}

impl TaskDays {
    /// The day that a task names. A date without its year may be past: one prepares for an interview, too.
    fn read(self, words: &str) -> Option<NaiveDate> {
        let direction = || match Window::parse(words) {
            Some(Window::DayOfYear { .. }) => Direction::Nearest,
            _ => Direction::Ahead,
        };
        match reading(words) {
            Some(Reading::Day(day)) => Some(day),
            _ => self
                .order
                .and_then(|order| in_order(words, order))
                .or_else(|| day(words, self.said?, direction(), &Calendar::default()).ok()),
        }
    }
}

fn shortened(mut text: String, limit: usize) -> String {
    // Nearly every text has fewer bytes than that.
    let end = (text.len() > limit).then(|| text.char_indices().nth(limit)).flatten();
    if let Some((end, _)) = end {
        text.truncate(text[..end].trim_end().len());
        text.push('…');
    }
    text.shrink_to_fit();
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::calendar::parse_date;

    #[test]
    fn tasks_may_name_their_day() {
        let cases = [
            ("Read the terms", ("Read the terms", None)),
            ("Read the terms 📅 2026-03-06", ("Read the terms", Some("2026-03-06"))),
            ("Read 📅 2026-03-06 the terms ⏫", ("Read the terms ⏫", Some("2026-03-06"))),
            ("📅2026-03-06 Read", ("Read", Some("2026-03-06"))),
            ("Read [due:: 2026-03-06]", ("Read", Some("2026-03-06"))),
            ("Read (due:: 2026-03-06) it", ("Read it", Some("2026-03-06"))),
            ("Read (due 6 March)", ("Read", Some("2026-03-06"))),
            ("Read (due Friday)", ("Read", Some("2026-03-06"))),
            ("Read (due 27 February)", ("Read", Some("2026-02-27"))),
            ("Read (due Fri 6 March)", ("Read", Some("2026-03-06"))),
            ("Read (due tomorrow)", ("Read", Some("2026-03-03"))),
            ("Read (due: 1 February 2027)", ("Read", Some("2027-02-01"))),
            ("Read (due 3/6/2026)", ("Read", Some("2026-03-06"))),
            ("Read 📅 3/6/2026", ("Read", Some("2026-03-06"))),
            ("Read (due to Jane) (due 6 March)", ("Read (due to Jane) (due 6 March)", None)),
            ("Read 📅 soon", ("Read 📅 soon", None)),
            ("Pay (due", ("Pay (due", None)),
        ];
        for (task, (text, due)) in cases {
            let expected = (text.to_owned(), due.and_then(parse_date));
            let days = TaskDays { said: parse_date("2026-03-02"), order: Some(Order::MonthFirst) };
            assert_eq!(dated(task, days), expected, "{task}");
        }
        let due = |task: &str| dated(task, TaskDays::default()).1;
        assert_eq!(due("Read (due 6 March)"), None);
        assert_eq!(due("Read (due 6 March 2026)"), parse_date("2026-03-06"));
        assert_eq!(due("Read (due 3/6/2026)"), None);
    }
}
