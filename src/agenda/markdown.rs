//! `FOLLOWUPS.md`: the agenda as Markdown that GitHub, VS Code and Obsidian show alike.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::agenda::blocks::{Block, Cells, Content, Inline, Row, SEARCH, cells, task_cells};
use crate::agenda::course::Course;
use crate::agenda::fields::Fields;
use crate::agenda::item::Item;
use crate::agenda::lines::{Generated, Line, ROOM};
use crate::agenda::listed::Listed;
use crate::agenda::task::Task;
use crate::agenda::user_text::UserText;
use crate::agenda::{Agenda, Entry};
use crate::diagnostic::{Diagnostic, Problem};
use crate::notes::Record;
use crate::rules::style::LineStyle;
use crate::text::{self, count, file_name, link, markdown, markdown_with_code, one_line, visible};

/// At least this many lines are put together by one thread: most of them are known already.
const AT_ONCE: usize = 128;

impl Agenda {
    /// The whole file, with the user's words in the last section.
    pub fn to_markdown(&self, user_text: &UserText) -> String {
        let lines = self.items.len() + self.tasks.len() + self.courses.len();
        let mut page = Generated::with_capacity(lines);
        for block in self.blocks() {
            match block {
                Block::Title(title) => page.paragraph(&format!("# {title}")),
                Block::Paragraph(words) => page.paragraph(&inlines(&words)),
                Block::Section { title, content, note } => {
                    page.paragraph(&format!("## {title}\n"));
                    match content {
                        Content::Entries(entries, rest) => self.entries(&entries, rest, &mut page),
                        Content::List(rows) => {
                            rows.iter().for_each(|one| page.line(&row(one)));
                        }
                        Content::Table(courses) => self.table(courses, &mut page),
                    }
                    if !note.is_empty() {
                        page.paragraph(&inlines(&note));
                    }
                }
            }
        }
        page.close(&user_text.section())
    }

    /// Adds the lines of follow-ups and tasks.
    fn entries(&self, entries: &[Listed<'_>], rest: usize, page: &mut Generated) {
        let lines = entries.par_iter().with_min_len(AT_ONCE).map(|entry| self.line(entry));
        let lines: Vec<Cow<'_, Line>> = lines.collect();
        for (line, Listed { entry, .. }) in lines.iter().zip(entries) {
            match self.mark(entry) {
                Some(mark) => page.line(&line.with_box(mark)),
                None => page.line(line),
            }
        }
        if rest > 0 {
            page.line(&Line::plain(format!("- and {rest} more")));
        }
    }

    /// The line of a follow-up or a task. Most of them were written by an earlier run.
    fn line<'l>(&self, Listed { entry, place }: &'l Listed<'_>) -> Cow<'l, Line> {
        let write = || match entry {
            Entry::FollowUp(item) => self.item(item, place),
            Entry::Task(task) => self.task(task, place),
        };
        let (once, key) = match entry {
            Entry::FollowUp(item) => (&item.line, Some(item.key)),
            Entry::Task(task) => (&task.written, task.key),
        };
        // The length of a key depends on the others.
        match key.is_some_and(|key| self.keys.is_long(key)) {
            true => Cow::Owned(write()),
            false => once.line(place, write),
        }
    }

    /// Adds a table of processes. Most of its rows were written by an earlier run.
    fn table(&self, courses: &[Arc<Course>], page: &mut Generated) {
        page.line(&Line::plain(format!("| {} |", SEARCH.join(" | "))));
        page.line(&Line::plain(format!("|{}", " --- |".repeat(SEARCH.len()))));
        let rows = courses.par_iter().with_min_len(AT_ONCE).map(|course| {
            let next = self.next(course);
            course.row.line(&next, || self.row(course, &next))
        });
        let rows: Vec<Cow<'_, Line>> = rows.collect();
        rows.iter().for_each(|row| page.line(row));
    }

    fn row(&self, course: &Course, next: &str) -> Line {
        let note = &course.note;
        let company = format!("[{}]({})", markdown(&note.company), link(&note.path));
        let role = markdown(note.role.as_deref().unwrap_or_default());
        let cells = [company, role, markdown(&course.standing(self.today)), markdown(next)];
        Line::stamped("| ", cells.join(" | ").trim_end(), None, " |")
    }

    /// The mark that a line's box has besides the usual ones: one that waits to be recorded, or one of the user's own.
    fn mark(&self, entry: &Entry<'_>) -> Option<&str> {
        let key = entry.key()?;
        let id = (!self.unrecorded.is_empty()).then(|| entry.id());
        let tick = id.and_then(|id| self.unrecorded.get(&id));
        tick.map(|tick| tick.mark()).or_else(|| self.marks.get(&key).map(String::as_str))
    }

    /// The line of a task. A next action has no box: it is done once its note says something else.
    fn task(&self, task: &Task, place: &str) -> Line {
        let Cells { words, links } = task_cells(task, place, self.today);
        let words = joined(words.iter().chain(&links));
        match task.key.map(|key| self.keys.shown(key)) {
            Some(key) => self.boxed("- [ ] ", &words, key, (task.due, None), ""),
            None => Line::stamped("- ", &words, None, ""),
        }
    }

    /// The line of a follow-up. Where it would get long, the links stand below it.
    fn item(&self, item: &Item, place: &str) -> Line {
        let done = match item.followup.standing.record {
            Some(Record::Done(day)) => Some(day),
            _ => None,
        };
        let mark = if done.is_some() { "- [x] " } else { "- [ ] " };
        let days = (Some(item.due()), done);
        let key = self.keys.shown(item.key);
        let Cells { words, links } = cells(item, place, self.today);
        if links.len() == 1 && item.remark().is_none() {
            return self.boxed(mark, &joined(words.iter().chain(&links)), key, days, "");
        }
        let below = format!("\n  {}", joined(links.iter()));
        self.boxed(mark, &joined(words.iter()), key, days, &below)
    }

    /// A line with a box, in the style that is set, with the days on which it is due and was done.
    fn boxed(
        &self,
        mark: &str,
        words: &str,
        key: String,
        (due, done): (Option<NaiveDate>, Option<NaiveDate>),
        end: &str,
    ) -> Line {
        match self.style {
            LineStyle::Plain => Line::stamped(mark, words, Some(&key), end),
            LineStyle::ObsidianTasks => {
                Line::with_fields(mark, words, &Fields { key, due }, done, end)
            }
        }
    }
}

fn row(row: &Row<'_>) -> Line {
    match row {
        Row::Cells(cells) => Line::stamped("- ", &joined(cells.iter()), None, ""),
        Row::Below(words) => Line::plain(format!("  - {}", inlines(words))),
        Row::Problem(problem) => self::problem(problem),
        Row::Ticked(boxed) => Line::plain(boxed.line.clone()),
        Row::More(rest) => Line::plain(format!("- and {rest} more")),
    }
}

/// The longest advice that stands below a problem; `journal check` shows all of it.
const ADVICE_LIMIT: usize = 160;

fn problem(problem: &Diagnostic) -> Line {
    let line = problem.place.as_ref().map(|place| place.line);
    let place = match (&problem.problem, line) {
        // Nothing could lead there.
        (Problem::UnusableName, _) => markdown(&problem.location()),
        (_, Some(line)) => {
            let words = markdown(&format!("{}:{line}", file_name(&visible(&problem.path))));
            format!("[{words}]({}#L{line})", link(&problem.path))
        }
        (_, None) => {
            format!("[{}]({})", markdown(file_name(&visible(&problem.path))), link(&problem.path))
        }
    };
    let advice = one_line(&problem.problem.help());
    let advice = match advice.chars().count() <= ADVICE_LIMIT {
        true => format!("\n  {}", markdown_with_code(&advice)),
        false => String::new(),
    };
    let (severity, code) = (problem.severity().as_str(), problem.problem.code());
    let message = markdown_with_code(&problem.message());
    let words = format!("{severity}: {place} {message}{advice} ({code})");
    Line::stamped("- ", &words, None, "")
}

fn joined<'c, 'a: 'c>(cells: impl Iterator<Item = &'c Vec<Inline<'a>>>) -> String {
    let mut joined = String::with_capacity(ROOM);
    for cell in cells {
        let before = joined.len();
        joined.push_str(if before == 0 { "" } else { " · " });
        let start = joined.len();
        cell.iter().for_each(|words| push(words, &mut joined));
        if joined.len() == start {
            joined.truncate(before);
        }
    }
    joined
}

fn inlines(words: &[Inline<'_>]) -> String {
    let mut line = String::new();
    words.iter().for_each(|words| push(words, &mut line));
    line
}

fn push(inline: &Inline<'_>, line: &mut String) {
    match inline {
        Inline::Text(text) => line.push_str(&markdown(text)),
        Inline::Strong(words) => {
            line.push_str("**");
            words.iter().for_each(|words| push(words, line));
            line.push_str("**");
        }
        Inline::Code(code) => line.push_str(&text::code(code)),
        Inline::Note(note) => line.extend(["[note](", &link(&note.path), ")"]),
        Inline::NoteLine(note, number) => {
            line.push_str(&format!("[note, line {number}]({}#L{number})", link(&note.path)));
        }
        Inline::Draft(path, blanks) => {
            line.extend(["[draft](", &link(path), ")"]);
            if *blanks > 0 {
                line.extend([", ", &count(*blanks, "blank")]);
            }
        }
        Inline::File(path) => {
            line.extend(["[", &markdown(file_name(path)), "](", &link(path), ")"]);
        }
    }
}
