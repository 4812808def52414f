//! The body of a note: its sections, which the drafts quote, and its open tasks.

use std::mem;
use std::sync::OnceLock;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::text::one_line;

/// The most tasks that are read of a note, and the most fragments of a section.
const COUNT_LIMIT: usize = 100;

/// Longest task in the agenda, in characters.
const TASK_LIMIT: usize = 300;

/// Longest paragraph or list item, in characters.
const FRAGMENT_LIMIT: usize = 2_000;

/// The body's text under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading, on one line; empty for the text above the first one.
    pub heading: String,
    /// The heading's level, from 1; 0 above the first heading.
    pub level: u8,
    /// Its paragraphs and list items.
    pub fragments: Vec<Fragment>,
}

/// A paragraph or list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Its text, on one line, without the words that are struck through.
    pub text: String,
    /// True for a task, done or not.
    pub is_task: bool,
    /// True if words of it are struck through.
    pub is_struck: bool,
    /// True for words that are quoted.
    pub is_quote: bool,
}

/// An open `- [ ]` item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Line in the file, counted from 1.
    pub line: usize,
    /// Its text, on one line.
    pub text: String,
}

/// The text of a note below its front matter, parsed on first use: most notes are of settled interviews and never need
/// it.
#[derive(Clone, Debug)]
pub struct Body {
    text: Box<str>,
    /// Lines of the file above it.
    lines_above: usize,
    read: OnceLock<(Vec<Section>, Vec<Task>)>,
}

impl Body {
    /// The body that starts at byte `start` of a file.
    pub fn new(file: &str, start: usize) -> Body {
        let (above, text) = file.split_at(start);
        let lines_above = above.bytes().filter(|b| *b == b'\n').count();
        Body { text: text.into(), lines_above, read: OnceLock::new() }
    }

    /// Its sections, without code, tables and HTML.
    pub fn sections(&self) -> &[Section] {
        &self.read().0
    }

    /// Its open tasks.
    pub fn tasks(&self) -> &[Task] {
        &self.read().1
    }

    fn read(&self) -> &(Vec<Section>, Vec<Task>) {
        self.read.get_or_init(|| {
            Reader { text: &self.text, counted: (0, self.lines_above), ..Reader::default() }.read()
        })
    }
}

#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    sections: Vec<Section>,
    tasks: Vec<Task>,
    /// The number of quotes around the next event.
    quotes: usize,
    /// True inside words that are struck through.
    is_struck: bool,
    /// The blocks around the next event, innermost last.
    inside: Vec<Block>,
    /// The offset up to which lines were counted, and their number.
    counted: (usize, usize),
}

#[derive(Debug)]
enum Block {
    Heading(String, u8),
    /// A paragraph, or the text of an item up to a nested list.
    Words {
        text: String,
        /// The text without the words that are struck through.
        kept: String,
        item: bool,
        is_task: bool,
        task: Option<usize>,
    },
    /// Code, tables and the like, which hold no sentences to quote.
    Skipped,
}

impl Block {
    fn words(item: bool) -> Block {
        Block::Words { text: String::new(), kept: String::new(), item, is_task: false, task: None }
    }
}

impl Reader<'_> {
    fn read(mut self) -> (Vec<Section>, Vec<Task>) {
        let options =
            Options::ENABLE_TASKLISTS | Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        let mut link: Option<String> = None;
        for (event, range) in Parser::new_ext(self.text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    self.inside.push(Block::Heading(String::new(), level as u8));
                }
                Event::Start(Tag::BlockQuote(_)) => self.quotes += 1,
                Event::End(TagEnd::BlockQuote(_)) => self.quotes -= 1,
                Event::Start(Tag::Strikethrough) => self.is_struck = true,
                Event::End(TagEnd::Strikethrough) => self.is_struck = false,
                Event::End(TagEnd::Heading(_)) => {
                    if let Some(Block::Heading(heading, level)) = self.inside.pop() {
                        let heading = one_line(&heading);
                        self.sections.push(Section { heading, level, fragments: Vec::new() });
                    }
                }
                Event::Start(Tag::Item) => {
                    self.inside.push(Block::words(true));
                }
                // The text of an item ends before a nested list.
                Event::Start(Tag::List(_)) => self.flush(),
                Event::Start(Tag::Paragraph) => {
                    if matches!(self.inside.last(), Some(Block::Words { .. })) {
                        self.push(" ");
                    } else {
                        self.inside.push(Block::words(false));
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
                    if let Some(Block::Words { task, is_task, .. }) = self.inside.last_mut() {
                        *is_task = true;
                        *task = (!done).then_some(line);
                    }
                }
                Event::Text(text) | Event::Code(text) => self.push(&text),
                Event::SoftBreak | Event::HardBreak => self.push(" "),
                _ => {}
            }
        }
        (self.sections, self.tasks)
    }

    fn push(&mut self, words: &str) {
        match self.inside.last_mut() {
            Some(Block::Heading(text, _)) => text.push_str(words),
            Some(Block::Words { text, kept, .. }) => {
                text.push_str(words);
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

    /// Adds the text gathered so far to its section.
    fn flush(&mut self) {
        let is_quote = self.quotes > 0;
        let Some(Block::Words { text, kept, is_task, task, .. }) = self.inside.last_mut() else {
            return;
        };
        let (whole, kept) = (one_line(&mem::take(text)), one_line(&mem::take(kept)));
        let (is_task, task) = (mem::take(is_task), task.take());
        if let Some(line) = task
            && !whole.is_empty()
            && self.tasks.len() < COUNT_LIMIT
        {
            self.tasks.push(Task { line, text: shortened(&whole, TASK_LIMIT) });
        }
        if kept.is_empty() {
            return;
        }
        if self.sections.is_empty() {
            let (heading, fragments) = (String::new(), Vec::new());
            self.sections.push(Section { heading, level: 0, fragments });
        }
        if let Some(section) = self.sections.last_mut()
            && section.fragments.len() < COUNT_LIMIT
        {
            let (text, is_struck) = (shortened(&kept, FRAGMENT_LIMIT), kept != whole);
            section.fragments.push(Fragment { text, is_task, is_struck, is_quote });
        }
    }

    fn line_at(&mut self, at: usize) -> usize {
        let (from, lines) = self.counted;
        let lines = lines + self.text[from..at].matches('\n').count();
        self.counted = (at, lines);
        lines + 1
    }
}

fn shortened(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
