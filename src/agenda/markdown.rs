//! `FOLLOWUPS.md`: the agenda as Markdown that GitHub, VS Code and Obsidian show alike.

use rayon::prelude::*;

use crate::agenda::blocks::{Block, Content, Inline, Row, Table, cells, task_cells};
use crate::agenda::item::Item;
use crate::agenda::lines::{Generated, Line};
use crate::agenda::situation::Task;
use crate::agenda::task::TaskId;
use crate::agenda::user_text::UserText;
use crate::agenda::{Agenda, Entry};
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
                        Content::Entries(entries, rest) => self.entries(&entries, rest, &mut page),
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

    /// Adds the lines of follow-ups and tasks. Most of them were written by an earlier run.
    fn entries(&self, entries: &[Entry<'_>], rest: usize, page: &mut Generated) {
        let write = |entry: &Entry<'_>| match entry {
            Entry::FollowUp(item) => drop(item.line.get_or_init(|| Line::new(self.item(item)))),
            Entry::Task(_) => {}
        };
        entries.par_iter().for_each(write);
        for entry in entries {
            match entry {
                Entry::FollowUp(item) => {
                    let line = item.line.get_or_init(|| Line::new(self.item(item)));
                    self.boxed(line, || item.followup.id(), page);
                }
                Entry::Task(task) => {
                    let id = task.line.map(|line| TaskId::new(&task.note.path, line, &task.text));
                    let id = id.map(|id| id.to_string());
                    let line = Line::new(self.task(task, id.as_deref()));
                    self.boxed(&line, || id.unwrap_or_default(), page);
                }
            }
        }
        if rest > 0 {
            page.line(&Line::new(format!("- and {rest} more")));
        }
    }

    /// Adds a line, with the mark in its box that waits to be recorded.
    fn boxed(&self, line: &Line, id: impl FnOnce() -> String, page: &mut Generated) {
        // Mostly there are none, and no id need be made.
        let has_any = !self.unrecorded.is_empty();
        match has_any.then(id).and_then(|id| self.unrecorded.get(&id)) {
            Some(tick) => page.line(&line.with_box(tick.mark())),
            None => page.line(line),
        }
    }

    /// The line of a task. A next action has no box: it is done once its note says something else.
    fn task(&self, task: &Task, id: Option<&str>) -> String {
        let words = joined(&task_cells(task, self.today));
        match id {
            Some(id) => format!("- [ ] {words} <!-- {} -->", comment(id)),
            None => format!("- {words}"),
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
        Row::Below(words) => format!("  - {}", inlines(words)),
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
