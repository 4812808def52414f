//! The agenda in a terminal: columns as long as they fit, with colour where it may be, and what to type for each line.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::agenda::blocks::{Block, Cells, Content, Inline, Row, cells, task_cells};
use crate::agenda::course::Course;
use crate::agenda::item::{Item, position};
use crate::agenda::listed::Listed;
use crate::agenda::tick::Boxed;
use crate::agenda::{Agenda, Entry};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::status::Status;
use crate::text::{count, one_line, visible};

/// The widest cell that the next column is aligned behind.
const COLUMN_LIMIT: usize = 44;

/// The cells of a follow-up that get a column each; the others share one.
const ITEM_COLUMNS: usize = 3;

/// The columns between two cells.
const GAP: usize = 2;

const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default();
const YELLOW: Style = AnsiColor::Yellow.on_default();

/// A row of a list.
struct Line {
    /// The columns before it; what doesn't fit goes on two columns further in.
    indent: usize,
    cells: Vec<Cell>,
    /// The last words, on a line of their own if they don't fit.
    end: Option<Cell>,
}

struct Cell {
    text: String,
    style: Style,
}

impl Agenda {
    /// The agenda for a person at a terminal that is so many columns wide. Styles are always there; the stream strips
    /// them where they can't be shown.
    pub fn to_terminal(&self, width: usize) -> String {
        let mut screen = Screen { text: String::new(), width };
        for block in self.blocks() {
            match block {
                Block::Title(title) => screen.paragraph(&title, BOLD),
                Block::Paragraph(words) => {
                    let is_strong = matches!(words[..], [Inline::Strong(_)]);
                    screen.paragraph(&plain(&words), if is_strong { BOLD } else { PLAIN });
                }
                Block::Section { title, content, note } => {
                    screen.text.push('\n');
                    screen.paragraph(&title, BOLD);
                    screen.rows(match content {
                        Content::Entries(entries, rest) => {
                            let lines = entries.iter().map(|one| self.entry_row(one));
                            let rest = (rest > 0).then(|| more(&rest.to_string()));
                            lines.chain(rest).collect()
                        }
                        Content::List(rows) => rows.iter().map(row).collect(),
                        Content::Table(courses) => {
                            courses.iter().map(|course| self.course_row(course)).collect()
                        }
                    });
                    if !note.is_empty() {
                        let cells = vec![cell(plain(&note), DIM)];
                        screen.rows(vec![Line::of(cells)]);
                    }
                }
            }
        }
        screen.text
    }

    fn entry_row(&self, Listed { entry, place }: &Listed<'_>) -> Line {
        match entry {
            Entry::FollowUp(item) => self.item_row(item, place),
            Entry::Task(task) => {
                let Cells { words, links } = task_cells(task, place, self.today);
                let end = task.key.map(|key| cell(self.keys.shown(key), DIM));
                let cells = words.iter().chain(&links).map(|words| cell(plain(words), PLAIN));
                Line { end, ..Line::of(cells.collect()) }
            }
        }
    }

    /// A process in words, as there are no headings.
    fn course_row(&self, course: &Course) -> Line {
        let next = Some(self.next(course)).filter(|next| !next.is_empty());
        let next = next.map(|next| format!("next: {next}")).unwrap_or_default();
        let cells = [position(&course.note), course.standing(self.today), next];
        Line::of(cells.into_iter().map(|text| cell(text, PLAIN)).collect())
    }

    fn item_row(&self, item: &Item, place: &str) -> Line {
        let Cells { words, links } = cells(item, place, self.today);
        let mut all = words.iter().chain(&links).map(|words| plain(words));
        let mut row: Vec<Cell> =
            all.by_ref().take(ITEM_COLUMNS).map(|text| cell(text, PLAIN)).collect();
        if let Some(day) = row.last_mut().filter(|_| item.status == Status::Overdue) {
            day.style = RED;
        }
        let rest: Vec<String> = all.filter(|text| !text.is_empty()).collect();
        row.push(cell(rest.join(" · "), DIM));
        Line { end: Some(cell(self.keys.shown(item.key), DIM)), ..Line::of(row) }
    }
}

impl Line {
    fn of(cells: Vec<Cell>) -> Line {
        Line { indent: GAP, cells, end: None }
    }
}

fn cell(text: impl Into<String>, style: Style) -> Cell {
    Cell { text: text.into(), style }
}

fn row(row: &Row<'_>) -> Line {
    match row {
        Row::Cells(cells) => {
            let cells = cells.iter().map(|words| plain(words)).filter(|text| !text.is_empty());
            Line::of(cells.map(|text| cell(text, PLAIN)).collect())
        }
        Row::Below(words) => {
            let words = cell(format!("- {}", plain(words)), PLAIN);
            Line { indent: 2 * GAP, ..Line::of(vec![words]) }
        }
        Row::Problem(problem) => problem_row(problem),
        Row::Ticked(boxed) => ticked_row(boxed),
        Row::More(rest) => more(rest),
    }
}

fn more(rest: &str) -> Line {
    Line::of(vec![cell(format!("and {rest} more"), PLAIN)])
}

fn problem_row(problem: &Diagnostic) -> Line {
    let style = match problem.severity() {
        Severity::Error => RED,
        Severity::Warning => YELLOW,
        Severity::Hint => DIM,
    };
    Line::of(vec![
        cell(problem.severity().as_str(), style),
        cell(problem.location(), PLAIN),
        cell(problem.message(), PLAIN),
    ])
}

/// A ticked line of the agenda's file: its box and its first words, and the key of its follow-up.
fn ticked_row(boxed: &Boxed) -> Line {
    let words = boxed.line.split(" · ").next().unwrap_or_default();
    let words = words.trim_start().trim_start_matches(['-', '*', '+']).replace("**", "");
    let words = vec![cell(one_line(&words), PLAIN)];
    Line { end: boxed.whose.key.as_ref().map(|key| cell(key, DIM)), ..Line::of(words) }
}

fn plain(words: &[Inline<'_>]) -> String {
    words.iter().map(inline).collect()
}

/// A piece of a line without styles. Links that only a click could follow are left out.
fn inline(inline: &Inline<'_>) -> String {
    match inline {
        Inline::Text(text) | Inline::Code(text) => text.clone(),
        Inline::Strong(words) => plain(words),
        Inline::Note(_) | Inline::Draft(_, 0) => String::new(),
        Inline::Draft(_, blanks) => count(*blanks, "blank"),
        Inline::NoteLine(note, line) => format!("{}:{line}", visible(&note.path)),
        Inline::File(path) => visible(path),
    }
}

struct Screen {
    text: String,
    width: usize,
}

impl Screen {
    fn paragraph(&mut self, text: &str, style: Style) {
        let mut writer = Writer::new(self, 0);
        let last = text.split(" · ").count() - 1;
        for (at, part) in text.split(" · ").enumerate() {
            let part = if at < last { format!("{part} ·") } else { part.to_owned() };
            writer.cell(&cell(part, style), at.min(1));
        }
        writer.end();
    }

    /// Adds rows with aligned columns. A row that doesn't fit is wrapped at its blanks, without the alignment. A cell
    /// that stands alone doesn't widen its column.
    fn rows(&mut self, rows: Vec<Line>) {
        let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                let rows = rows.iter().filter(|row| row.cells.len() > 1);
                let cells = rows.filter_map(|row| row.cells.get(column));
                let widths = cells.map(|cell| cell.text.width());
                widths.filter(|width| *width <= COLUMN_LIMIT).max().unwrap_or(0)
            })
            .collect();
        for row in rows {
            let mut writer = Writer::new(self, row.indent);
            let starts = starts(&row, &widths);
            let is_aligned = row.cells.iter().zip(&starts).all(|(cell, start)| {
                cell.text.is_empty() || start + cell.text.width() <= writer.screen.width
            });
            for (cell, start) in row.cells.iter().zip(starts) {
                let gap = match is_aligned {
                    true => start.saturating_sub(writer.at),
                    false if writer.is_at_start() => 0,
                    false => GAP,
                };
                writer.cell(cell, gap);
            }
            if let Some(end) = &row.end {
                writer.cell(end, GAP);
            }
            writer.end();
        }
    }
}

/// The column at which each cell of a row begins, if all are aligned.
fn starts(row: &Line, widths: &[usize]) -> Vec<usize> {
    let mut at = row.indent;
    let start = |(cell, wanted): (&Cell, &usize)| {
        let start = at;
        let width = cell.text.width().max(*wanted);
        at += if width > 0 { width + GAP } else { 0 };
        start
    };
    row.cells.iter().zip(widths).map(start).collect()
}

/// Writes words, and goes on in a new line before one that doesn't fit.
struct Writer<'s> {
    screen: &'s mut Screen,
    indent: usize,
    /// The columns written of the current line.
    at: usize,
}

impl Writer<'_> {
    fn new(screen: &mut Screen, indent: usize) -> Writer<'_> {
        screen.text.push_str(&" ".repeat(indent));
        Writer { screen, indent, at: indent }
    }

    fn is_at_start(&self) -> bool {
        self.at == self.indent
    }

    /// Adds a cell behind so many blanks, on a new line if it fits there in one piece and not on this one.
    fn cell(&mut self, cell: &Cell, gap: usize) {
        if cell.text.is_empty() {
            return;
        }
        let (width, limit) = (cell.text.width(), self.screen.width);
        let breaks = self.at + gap + width > limit && self.indent + GAP + width <= limit;
        if breaks && self.at > self.indent + GAP {
            self.break_line();
            self.words(&cell.text, cell.style, 0);
        } else {
            self.words(&cell.text, cell.style, gap);
        }
    }

    fn break_line(&mut self) {
        self.at = self.indent + GAP;
        self.screen.text.push('\n');
        self.screen.text.push_str(&" ".repeat(self.at));
    }

    /// Adds words behind so many blanks. Each run of them on a line is styled as one.
    fn words(&mut self, text: &str, style: Style, gap: usize) {
        let mut gap = gap;
        let mut run = String::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let width = word.width();
            if self.at + gap + width > self.screen.width && self.at > self.indent + GAP {
                self.styled(&mut run, style);
                self.break_line();
                gap = 0;
            }
            let blanks = " ".repeat(gap);
            // Blanks before the first word have no style.
            if run.is_empty() {
                self.screen.text.push_str(&blanks)
            } else {
                run.push_str(&blanks)
            }
            run.push_str(word);
            self.at += gap + width;
            gap = 1;
        }
        self.styled(&mut run, style);
    }

    fn styled(&mut self, run: &mut String, style: Style) {
        if !run.is_empty() {
            self.screen.text.push_str(&format!("{style}{run}{style:#}"));
            run.clear();
        }
    }

    fn end(self) {
        self.screen.text.push('\n');
    }
}
