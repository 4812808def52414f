//! The parts of a page of the manual that can be checked.

use std::collections::BTreeSet;
use std::mem::take;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::text;

/// The parts of a page that can be checked.
#[derive(Default)]
pub struct Page {
    pub links: Vec<String>,
    /// The headings, as `#` in a link names them.
    pub anchors: BTreeSet<String>,
    pub inline_code: Vec<String>,
    pub fences: Vec<Fence>,
    pub tables: Vec<Table>,
}

impl Page {
    pub fn read(path: &str) -> Page {
        let source = text(path);
        let mut page = Page::default();
        let (mut heading, mut language) = (String::new(), String::new());
        // Since the last start of something that is looked at.
        let (mut text, mut code) = (String::new(), Vec::new());
        for event in Parser::new_ext(&source, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Heading { .. } | Tag::TableCell) => {
                    text.clear();
                    code.clear();
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    text.clear();
                    language = match kind {
                        CodeBlockKind::Fenced(language) => language.into_string(),
                        CodeBlockKind::Indented => String::new(),
                    };
                }
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.into_string());
                }
                Event::Start(Tag::Table(_)) => {
                    page.tables.push(Table { heading: heading.clone(), rows: Vec::new() });
                }
                Event::Start(Tag::TableHead | Tag::TableRow) => page.rows().push(Vec::new()),
                Event::End(TagEnd::TableHead) => page.rows().clear(),
                Event::End(TagEnd::TableCell) => {
                    let cell = Cell { text: take(&mut text), code: take(&mut code) };
                    page.rows().last_mut().unwrap().push(cell);
                }
                Event::End(TagEnd::Heading(_)) => {
                    heading = take(&mut text);
                    page.add_anchor(&heading);
                }
                Event::End(TagEnd::CodeBlock) => page.fences.push(Fence {
                    language: take(&mut language),
                    text: take(&mut text),
                    links_above: page.links.len(),
                }),
                Event::Code(words) => {
                    text.push_str(&words);
                    code.push(words.to_string());
                    page.inline_code.push(words.into_string());
                }
                Event::Text(words) => text.push_str(&words),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        page
    }

    fn rows(&mut self) -> &mut Vec<Vec<Cell>> {
        &mut self.tables.last_mut().unwrap().rows
    }

    /// Adds a heading as GitHub names it: in lower case, without punctuation, with dashes for blanks; a second one of
    /// the same name gets `-1`.
    fn add_anchor(&mut self, heading: &str) {
        let slug: String = heading
            .trim()
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect();
        let numbered = (1..).map(|number| format!("{slug}-{number}"));
        let free = std::iter::once(slug.clone()).chain(numbered);
        let anchor = free.into_iter().find(|anchor| !self.anchors.contains(anchor));
        self.anchors.extend(anchor);
    }

    /// The table under a heading.
    pub fn table(&self, heading: &str) -> &[Vec<Cell>] {
        let table = self.tables.iter().find(|table| table.heading == heading);
        &table.unwrap_or_else(|| panic!("no table under {heading:?}")).rows
    }

    /// The first block of a language that starts like this.
    pub fn fence(&self, language: &str, start: &str) -> &str {
        let is_it = |fence: &&Fence| fence.language == language && fence.text.starts_with(start);
        let fence = self.fences.iter().find(is_it);
        &fence.unwrap_or_else(|| panic!("no {language} that starts with {start:?}")).text
    }
}

/// A block of code.
pub struct Fence {
    pub language: String,
    pub text: String,
    /// The links above it, on the whole page.
    pub links_above: usize,
}

pub struct Table {
    /// The heading above it.
    pub heading: String,
    /// Without the head.
    pub rows: Vec<Vec<Cell>>,
}

pub struct Cell {
    pub text: String,
    pub code: Vec<String>,
}
