//! The agenda in a terminal: the same sections, aligned, with colour where it may be.

use anstyle::{AnsiColor, Style};
use chrono::NaiveDate;
use unicode_width::UnicodeWidthStr;

use crate::agenda::{Agenda, NOT_RECORDED, Section, position, tick};
use crate::dates::calendar::{distance, long, short};
use crate::diagnostic::Severity;
use crate::text::{count, one_line};

/// Widest column before the next one starts on its own.
const COLUMN_LIMIT: usize = 44;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default();
const YELLOW: Style = AnsiColor::Yellow.on_default();

impl Agenda {
    /// The agenda for a person at a terminal. Styles are always there; the stream strips them where they can't be shown.
    pub fn to_terminal(&self) -> String {
        let mut screen = Screen::default();
        screen.line(&format!("{BOLD}Follow-ups for {}{BOLD:#}", long(self.today)));
        screen.line(&self.counts());
        for (offer, decide_by) in self.countdown() {
            let (day, left) = (short(decide_by, self.today), distance(decide_by, self.today));
            screen.line(&format!(
                "{BOLD}The offer of {} wants an answer by {day}, {left}.{BOLD:#}",
                position(&offer.note)
            ));
        }
        for section in Section::ALL {
            let rows = self.section(section).map(|item| self.row(item, section)).collect();
            screen.section(section.title(), rows);
        }
        screen.section(NOT_RECORDED, self.pending.iter().map(|line| pending(line)).collect());
        let done = self.items.iter().filter(|item| !item.status.is_live());
        screen.section("Settled, put off or lapsed", done.map(|item| self.settled(item)).collect());
        let tasks = self.tasks.iter().map(|task| {
            vec![
                task.text.to_owned(),
                position(&task.note),
                format!("{}:{}", task.note.path, task.line),
            ]
        });
        screen.section("From your notes", tasks.collect());
        let waiting = self.waiting.iter().map(|waiting| {
            let day = |day: Option<NaiveDate>| day.map(|day| short(day, self.today));
            vec![
                position(&waiting.note),
                format!("interviewed {}", short(waiting.interviewed, self.today)),
                day(waiting.decision)
                    .map_or("no decision date".into(), |day| format!("decision {day}")),
                day(waiting.next_check)
                    .map_or("no further check".into(), |day| format!("check {day}")),
            ]
        });
        screen.section("Waiting to hear", waiting.collect());
        let quiet = self.quiet.iter().map(|quiet| {
            vec![
                position(&quiet.note),
                format!("last sign of life {}", short(quiet.since, self.today)),
            ]
        });
        screen.section("Gone quiet", quiet.collect());
        screen.section(
            "Drafts left over",
            self.left_over
                .iter()
                .map(|left| {
                    let command = left.command().unwrap_or_default();
                    vec![left.path.clone(), command]
                })
                .collect(),
        );
        let serious =
            self.problems.iter().filter(|problem| problem.problem.severity() != Severity::Hint);
        screen.section(
            "Problems",
            serious
                .map(|problem| {
                    let severity = problem.problem.severity();
                    let style = if severity == Severity::Error { RED } else { YELLOW };
                    vec![
                        format!("{style}{}{style:#}", severity.as_str()),
                        problem.location(),
                        problem.message(),
                    ]
                })
                .collect(),
        );
        screen.text
    }

    fn row(&self, item: &super::Item, section: Section) -> Vec<String> {
        let due = item.followup.standing.dates.due;
        let due = format!("due {}, {}", short(due, self.today), distance(due, self.today));
        let style = if section == Section::Overdue { RED } else { Style::new() };
        let blanks = item.draft.as_ref().map(|draft| draft.blanks).filter(|blanks| *blanks > 0);
        let mut last = Vec::new();
        last.extend(blanks.map(|blanks| count(blanks, "blank")));
        last.extend(item.remark());
        vec![
            item.followup.title(),
            item.position(),
            format!("{style}{due}{style:#}"),
            dim(&last.join(" · ")),
        ]
    }

    fn settled(&self, item: &super::Item) -> Vec<String> {
        let when = match item.followup.standing.record {
            Some(record) => short(record.day(), self.today),
            None => format!("due {}", short(item.followup.standing.dates.due, self.today)),
        };
        vec![
            item.followup.title(),
            item.position(),
            dim(&format!("{} · {when}", item.status.as_str())),
        ]
    }
}

/// A ticked line of the agenda's file: its box and its first words, and which follow-up it stands for.
fn pending(line: &str) -> Vec<String> {
    let Some(ticked) = tick::read(line) else { return vec![one_line(line)] };
    let words = ticked.text.split(" · ").next().unwrap_or_default();
    let words = words.trim_start().trim_start_matches(['-', '*', '+']).replace("**", "");
    vec![one_line(&words), dim(&one_line(&ticked.id))]
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

    /// A heading and rows, their columns aligned.
    fn section(&mut self, title: &str, rows: Vec<Vec<String>>) {
        if rows.is_empty() {
            return;
        }
        self.text.push('\n');
        self.line(&format!("{BOLD}{title}{BOLD:#}"));
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                let cells = rows.iter().filter_map(|row| row.get(column));
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

fn dim(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{DIM}{text}{DIM:#}") }
}

/// Columns that a text takes, without its styles.
fn width(text: &str) -> usize {
    anstream::adapter::strip_str(text).to_string().width()
}
