//! The reader of a note's Markdown.

use std::mem;
use std::ops::Range;

use memchr::memchr_iter;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::rules::headings::is_to_say;
use crate::text::one_line;

use super::section::{Fragment, Section, ends_task};
use super::task::{Task, TaskDays, dated};

/// Everything in a body, in the order in which it stands there.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    pub(super) sections: Vec<Section>,
    /// The open tasks.
    pub(super) tasks: Vec<Task>,
    /// The ticked ones.
    pub(super) ticked: Vec<Task>,
}

impl Parts {
    /// Reads the Markdown of a body that stands below so many lines of its file.
    pub(super) fn read(text: &str, lines_above: usize, days: TaskDays) -> Parts {
        Reader { text, days, counted: (0, lines_above), ..Reader::default() }.read()
    }
}

#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    days: TaskDays,
    sections: Vec<Section>,
    tasks: Vec<Task>,
    ticked: Vec<Task>,
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
                Event::SoftBreak if self.ends_task(range.end) => self.flush(),
                Event::SoftBreak | Event::HardBreak => self.push("\n"),
                _ => {}
            }
        }
        Parts { sections: self.sections, tasks: self.tasks, ticked: self.ticked }
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

    /// Returns true where a task ends though its item doesn't: a line below that isn't indented, and that the task doesn't go
    /// on in, is a remark of its own.
    fn ends_task(&self, next: usize) -> bool {
        let Some(Block::Words { text, task: Some(_), .. }) = self.inside.last() else {
            return false;
        };
        let last = text.lines().last().unwrap_or_default();
        let next = self.text[next..].lines().next().unwrap_or_default();
        let is_dated = || DUE.iter().any(|mark| next.contains(mark));
        self.quotes == 0
            && !next.starts_with(char::is_whitespace)
            && ends_task(last.trim(), next)
            && !is_dated()
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
            let tasks = if is_ticked { &mut self.ticked } else { &mut self.tasks };
            tasks.push(Task { line, text, due });
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

/// Beginnings of a task's day.
const DUE: [&str; 5] = ["📅", "⏳", "[due:", "(due", "due "];

/// The level of a line in bold type that stands for a heading: it belongs to any real one above it.
const BOLD_LEVEL: u8 = 7;

/// The most fragments that are read of a section.
const COUNT_LIMIT: usize = 100;

/// Longest task in the agenda, in characters.
const TASK_LIMIT: usize = 300;

/// Longest paragraph or list item, in characters.
const FRAGMENT_LIMIT: usize = 2_000;
