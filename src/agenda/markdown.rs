//! `FOLLOWUPS.md`: the agenda as Markdown that GitHub, VS Code and Obsidian show alike.

use std::sync::Arc;

use rayon::prelude::*;

use crate::agenda::Agenda;
use crate::agenda::blocks::{Block, Content, Inline, Row, Table, cells};
use crate::agenda::item::Item;
use crate::agenda::lines::{Generated, Line};
use crate::agenda::user_text::UserText;
use crate::diagnostic::{Diagnostic, Problem};
use crate::notes::Record;
use crate::text::{comment, link, markdown};

impl Agenda {
    /// The whole file, with the user's words in the last section.
    pub fn to_markdown(&self, user_text: &UserText) -> String {
        let mut page = Generated::default();
        for block in self.blocks() {
            match block {
                Block::Title(title) => page.paragraph(&format!("# {title}")),
                Block::Paragraph(words) => page.paragraph(&inlines(&words)),
                Block::Section { title, content, note } => {
                    page.paragraph(&format!("## {title}\n\n"));
                    match content {
                        Content::FollowUps(items) => self.items(&items, &mut page),
                        Content::List(rows) => {
                            rows.iter().for_each(|one| page.line(&Line::new(row(one))));
                        }
                        Content::Table(table) => {
                            self::table(&table).for_each(|row| page.line(&Line::new(row)));
                        }
                    }
                    if !note.is_empty() {
                        page.paragraph(&inlines(&note));
                    }
                }
            }
        }
        page.close(&user_text.section())
    }

    /// Adds the lines of follow-ups. Most of them were written by an earlier run.
    fn items(&self, items: &[&Arc<Item>], page: &mut Generated) {
        let lines: Vec<&Line> = items
            .par_iter()
            .map(|item| item.line.get_or_init(|| Line::new(self.item(item))))
            .collect();
        // Mostly there are none, and no id need be made.
        let has_any = !self.unrecorded.is_empty();
        for (item, line) in items.iter().zip(lines) {
            match has_any.then(|| self.unrecorded.get(&item.followup.id())).flatten() {
                Some(tick) => page.line(&line.with_box(tick.mark())),
                None => page.line(line),
            }
        }
    }

    fn item(&self, item: &Item) -> String {
        let is_done = matches!(item.followup.standing.record, Some(Record::Done(_)));
        let mark = if is_done { 'x' } else { ' ' };
        let (words, id) = (joined(&cells(item, self.today)), comment(&item.followup.id()));
        format!("- [{mark}] {words} <!-- {id} -->")
    }
}

fn row(row: &Row<'_>) -> String {
    match row {
        Row::Cells(cells) => format!("- {}", joined(cells)),
        Row::Problem(problem) => self::problem(problem),
        Row::Ticked(line) => (*line).to_owned(),
        Row::More(rest) => format!("- and {rest} more"),
    }
}

fn table(table: &Table<'_>) -> impl Iterator<Item = String> {
    let titles = table.columns.iter().map(|column| column.title);
    let titles: Vec<&str> = ["Company", "Role"].into_iter().chain(titles).collect();
    let head =
        [format!("| {} |", titles.join(" | ")), format!("|{}", " --- |".repeat(titles.len()))];
    let rows = table.rows.iter().map(|(note, values)| {
        let company = format!("[{}]({})", markdown(&note.company), link(&note.path));
        let role = markdown(note.role.as_deref().unwrap_or_default());
        let mut cells = vec![company, role];
        for (column, value) in table.columns.iter().zip(values) {
            cells.push(markdown(value.as_deref().unwrap_or(column.none)));
        }
        format!("| {} |", cells.join(" | "))
    });
    head.into_iter().chain(rows)
}

fn problem(problem: &Diagnostic) -> String {
    let location = markdown(&problem.location());
    let anchor =
        problem.place.as_ref().map_or_else(String::new, |place| format!("#L{}", place.line));
    let place = match problem.problem {
        // Nothing could lead there.
        Problem::UnusableName => location,
        _ => format!("[{location}]({}{anchor})", link(&problem.path)),
    };
    // The backticks around names are for terminals.
    let sentence = markdown(&problem.sentence().replace('`', ""));
    let (severity, code) = (problem.severity().as_str(), problem.problem.code());
    format!("- {severity}: {place} {sentence} ({code})")
}

fn joined(cells: &[Vec<Inline<'_>>]) -> String {
    let cells = cells.iter().map(|cell| inlines(cell)).filter(|cell| !cell.is_empty());
    cells.collect::<Vec<_>>().join(" · ")
}

fn inlines(words: &[Inline<'_>]) -> String {
    words.iter().map(inline).collect()
}

fn inline(inline: &Inline<'_>) -> String {
    match inline {
        Inline::Text(text) => markdown(text),
        Inline::Strong(words) => format!("**{}**", inlines(words)),
        Inline::Code(code) => format!("`{code}`"),
        Inline::Note(note) => format!("[note]({})", link(&note.path)),
        Inline::NoteLine(note, line) => {
            format!("[note, line {line}]({}#L{line})", link(&note.path))
        }
        Inline::Draft(path) => format!("[draft]({})", link(path)),
        Inline::File(path) => format!("[{}]({})", markdown(path), link(path)),
    }
}
