//! The agenda in a terminal: aligned columns, with colour where it may be.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::agenda::blocks::{Block, Content, Inline, Row, Table, cells};
use crate::agenda::item::{Item, position};
use crate::agenda::{Agenda, tick};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::followup::Status;
use crate::text::{one_line, visible};

/// The widest cell that the next column is aligned behind.
const COLUMN_LIMIT: usize = 44;

/// The cells of a follow-up that get a column each; the others share one.
const ITEM_COLUMNS: usize = 3;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default();
const YELLOW: Style = AnsiColor::Yellow.on_default();

impl Agenda {
    /// The agenda for a person at a terminal. Styles are always there; the stream strips them where they can't be shown.
    pub fn to_terminal(&self) -> String {
        let mut screen = Screen::default();
        for block in self.blocks() {
            match block {
                Block::Title(title) => screen.line(&styled(BOLD, &title)),
                Block::Paragraph(words) => screen.line(&paragraph(&words)),
                Block::Section { title, content, note } => {
                    screen.line("");
                    screen.line(&styled(BOLD, &title));
                    screen.rows(match content {
                        Content::FollowUps(items) => {
                            items.into_iter().map(|item| self.item_row(item)).collect()
                        }
                        Content::List(rows) => rows.iter().map(row).collect(),
                        Content::Table(table) => table_rows(&table),
                    });
                    if !note.is_empty() {
                        screen.line(&format!("  {}", styled(DIM, &plain(&note))));
                    }
                }
            }
        }
        screen.text
    }

    fn item_row(&self, item: &Item) -> Vec<String> {
        let cells = cells(item, self.today);
        let mut cells = cells.iter().map(|cell| plain(cell));
        let mut row: Vec<String> = cells.by_ref().take(ITEM_COLUMNS).collect();
        if let Some(day) = row.last_mut().filter(|_| item.status == Status::Overdue) {
            *day = styled(RED, day);
        }
        let rest: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
        row.push(styled(DIM, &rest.join(" · ")));
        row
    }
}

fn row(row: &Row<'_>) -> Vec<String> {
    match row {
        Row::Cells(cells) => cells.iter().map(|cell| plain(cell)).collect(),
        Row::Problem(problem) => problem_row(problem),
        Row::Ticked(line) => ticked_row(line),
        Row::More(rest) => vec![format!("and {rest} more")],
    }
}

/// Each row in words, as there are no headings.
fn table_rows(table: &Table<'_>) -> Vec<Vec<String>> {
    let row = |(note, values): &(&_, Vec<Option<String>>)| {
        let value = |(column, value): (&super::blocks::Column, &Option<String>)| match value {
            Some(value) => format!("{} {value}", column.label),
            None => column.none_alone.to_owned(),
        };
        let values = table.columns.iter().zip(values).map(value);
        std::iter::once(position(note)).chain(values).collect()
    };
    table.rows.iter().map(row).collect()
}

fn problem_row(problem: &Diagnostic) -> Vec<String> {
    let style = match problem.severity() {
        Severity::Error => RED,
        Severity::Warning => YELLOW,
        Severity::Hint => DIM,
    };
    vec![styled(style, problem.severity().as_str()), problem.location(), problem.message()]
}

/// A ticked line of the agenda's file: its box and its first words, and the id of its follow-up.
fn ticked_row(line: &str) -> Vec<String> {
    let Some(ticked) = tick::read(line) else { return vec![one_line(line)] };
    let words = ticked.text.split(" · ").next().unwrap_or_default();
    let words = words.trim_start().trim_start_matches(['-', '*', '+']).replace("**", "");
    vec![one_line(&words), styled(DIM, &one_line(&ticked.id))]
}

fn paragraph(words: &[Inline<'_>]) -> String {
    let words = words.iter().map(|one| match one {
        Inline::Strong(words) => styled(BOLD, &plain(words)),
        other => inline(other),
    });
    words.collect()
}

fn plain(words: &[Inline<'_>]) -> String {
    words.iter().map(inline).collect()
}

/// A piece of a line without styles. Links that only a click could follow are left out.
fn inline(inline: &Inline<'_>) -> String {
    match inline {
        Inline::Text(text) | Inline::Code(text) => text.clone(),
        Inline::Strong(words) => plain(words),
        Inline::Note(_) | Inline::Draft(_) => String::new(),
        Inline::NoteLine(note, line) => format!("{}:{line}", visible(&note.path)),
        Inline::File(path) => visible(path),
    }
}

#[derive(Default)]
struct Screen {
    text: String,
}

impl Screen {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// Adds indented rows with aligned columns. A cell that stands alone doesn't widen its column.
    fn rows(&mut self, rows: Vec<Vec<String>>) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                let rows = rows.iter().filter(|row| row.len() > 1);
                let cells = rows.filter_map(|row| row.get(column));
                cells
                    .map(|cell| width(cell))
                    .filter(|width| *width <= COLUMN_LIMIT)
                    .max()
                    .unwrap_or(0)
            })
            .collect();
        for row in rows {
            let mut line = String::from(" ");
            for (cell, wanted) in row.iter().zip(&widths) {
                line.push(' ');
                line.push_str(cell);
                line.push_str(&" ".repeat(wanted.saturating_sub(width(cell)) + 1));
            }
            self.line(&line);
        }
    }
}

fn styled(style: Style, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{style}{text}{style:#}") }
}

/// The columns that a text takes up, without its styles.
fn width(text: &str) -> usize {
    anstream::adapter::strip_str(text).to_string().width()
}
