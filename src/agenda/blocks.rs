//! The agenda as a list of blocks: the one place that decides on order, headings and words.
//!
//! The texts in a block are as the notes have them; a rendering escapes them for where they go.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::item::{Item, position};
use crate::agenda::section::{Section, done_title, page_title};
use crate::agenda::{Agenda, OrphanedDraft};
use crate::dates::calendar::{distance, short};
use crate::diagnostic::{Diagnostic, Severity};
use crate::notes::{Note, Record};
use crate::plan::followup::Status;
use crate::text::count;

/// Lines of the sections that could grow without end. An old journal could have hundreds of hints.
const QUIET_LINES: usize = 10;
const PROBLEM_LINES: usize = 50;
const HINT_LINES: usize = 5;

/// A block of the page.
#[derive(Debug)]
pub enum Block<'a> {
    /// The title of the page.
    Title(String),
    /// Text without a heading.
    Paragraph(Vec<Inline<'a>>),
    /// A heading, its content, and a note below it that may be empty.
    Section { title: String, content: Content<'a>, note: Vec<Inline<'a>> },
}

/// The content of a section.
#[derive(Debug)]
pub enum Content<'a> {
    /// Follow-ups, each with a box to tick. Their [`cells`] are made on demand: most lines of the file are known already.
    FollowUps(Vec<&'a Arc<Item>>),
    /// A list.
    List(Vec<Row<'a>>),
    /// A table of processes.
    Table(Table<'a>),
}

/// A line of a list.
#[derive(Debug)]
pub enum Row<'a> {
    /// A few facts side by side; empty cells say nothing.
    Cells(Vec<Vec<Inline<'a>>>),
    /// A problem.
    Problem(&'a Diagnostic),
    /// A line of the file that the user ticked, unchanged.
    Ticked(&'a str),
    /// The number of lines that are left out.
    More(String),
}

/// A table in which each row is about the process of a note.
#[derive(Debug)]
pub struct Table<'a> {
    /// The columns behind company and role.
    pub columns: &'static [Column],
    /// The notes, and a value for each column.
    pub rows: Vec<(&'a Note, Vec<Option<String>>)>,
}

/// A column, with its words for a table that has headings and for one that has none.
#[derive(Debug)]
pub struct Column {
    /// The heading.
    pub title: &'static str,
    /// The word for no value below the heading.
    pub none: &'static str,
    /// The word before a value without a heading.
    pub label: &'static str,
    /// The words for no value without a heading.
    pub none_alone: &'static str,
}

/// A piece of a line.
#[derive(Debug)]
pub enum Inline<'a> {
    Text(String),
    Strong(Vec<Inline<'a>>),
    Code(String),
    /// A note.
    Note(&'a Note),
    /// A line of a note.
    NoteLine(&'a Note, usize),
    /// A follow-up's draft.
    Draft(&'a str),
    /// Another file, by its path.
    File(&'a str),
}

const WAITING: &[Column] = &[
    Column { title: "Interviewed", none: "", label: "interviewed", none_alone: "" },
    Column {
        title: "Decision date",
        none: "not stated",
        label: "decision",
        none_alone: "no decision date",
    },
    Column { title: "Next check", none: "none", label: "check", none_alone: "no further check" },
];

impl Agenda {
    /// The whole page. Sections without content are left out.
    pub fn blocks<'a>(&'a self) -> Vec<Block<'a>> {
        let mut blocks =
            vec![Block::Title(page_title(self.today)), Block::Paragraph(vec![text(self.counts())])];
        blocks.extend(self.countdown().map(Block::Paragraph));
        if self.is_holiday_season {
            let words = "Searching goes on through the holidays: many teams decide before or right after them.";
            blocks.push(Block::Paragraph(vec![text(words)]));
        }
        let mut section = |title: &str, content: Content<'a>, note: Vec<Inline<'a>>| {
            if !content.is_empty() {
                blocks.push(Block::Section { title: title.to_owned(), content, note });
            }
        };
        for one in Section::ALL {
            section(&one.title(self.soon_within), followups(self.section(one)), vec![]);
        }
        section("Ticked, not recorded yet", self.ticked(), vec![]);
        section("From your notes", self.tasks(), vec![]);
        section("Waiting to hear", self.waiting(), vec![]);
        section("Offers", self.offers(), vec![]);
        section("Gone quiet", self.quiet(), quiet_note());
        section(&done_title(self.done_within), followups(&self.done), vec![]);
        section("Settled, put off or lapsed", followups(&self.settled), vec![]);
        section("Drafts left over", self.orphaned_drafts(), vec![]);
        section("Problems", self.problems(), vec![]);
        blocks
    }

    /// A sentence for each offer with a deadline.
    fn countdown(&self) -> impl Iterator<Item = Vec<Inline<'_>>> {
        self.offers.iter().filter_map(|offer| {
            let words = format!(" wants an answer by {}.", self.day_and_distance(offer.decide_by?));
            let sentence = vec![text("The offer of "), text(position(&offer.note)), text(words)];
            Some(vec![Inline::Strong(sentence)])
        })
    }

    fn ticked(&self) -> Content<'_> {
        Content::List(self.pending.iter().map(|line| Row::Ticked(line)).collect())
    }

    fn tasks(&self) -> Content<'_> {
        list(&self.tasks, |task| {
            vec![
                vec![text(&task.text)],
                vec![text(position(&task.note))],
                vec![Inline::NoteLine(&task.note, task.line)],
            ]
        })
    }

    fn waiting(&self) -> Content<'_> {
        let day = |day: NaiveDate| short(day, self.today);
        let rows = self.waiting.iter().map(|waiting| {
            let days = [Some(waiting.interviewed), waiting.decision, waiting.next_check];
            (waiting.note.as_ref(), days.map(|one| one.map(day)).into())
        });
        Content::Table(Table { columns: WAITING, rows: rows.collect() })
    }

    fn offers(&self) -> Content<'_> {
        list(&self.offers, |offer| {
            let since = offer.since.map(|day| text(format!("since {}", short(day, self.today))));
            let by = match offer.decide_by {
                Some(day) => format!("answer by {}", self.day_and_distance(day)),
                None => "no deadline recorded".to_owned(),
            };
            vec![
                vec![strong(position(&offer.note))],
                since.into_iter().collect(),
                vec![text(by)],
                vec![Inline::Note(&offer.note)],
            ]
        })
    }

    fn quiet(&self) -> Content<'_> {
        let rows = self.quiet.iter().map(|quiet| {
            let since = format!("last sign of life {}", short(quiet.since, self.today));
            let company = vec![text(position(&quiet.note))];
            Row::Cells(vec![company, vec![text(since)], vec![Inline::Note(&quiet.note)]])
        });
        Content::List(limited(rows, QUIET_LINES, |rest| rest.to_string()))
    }

    fn orphaned_drafts(&self) -> Content<'_> {
        list(&self.orphaned_drafts, |draft| vec![vec![Inline::File(&draft.path)], advice(draft)])
    }

    /// Errors and warnings, then the hints.
    fn problems(&self) -> Content<'_> {
        let (hints, serious): (Vec<_>, Vec<_>) =
            self.problems.iter().partition(|problem| problem.severity() == Severity::Hint);
        let lists = [(serious, PROBLEM_LINES, "problem"), (hints, HINT_LINES, "hint")];
        let rows = lists.into_iter().flat_map(|(problems, limit, noun)| {
            limited(problems.into_iter().map(Row::Problem), limit, |rest| count(rest, noun))
        });
        Content::List(rows.collect())
    }

    fn day_and_distance(&self, day: NaiveDate) -> String {
        format!("{}, {}", short(day, self.today), distance(day, self.today))
    }
}

/// The cells of a follow-up: title, position and day, then those that only some have.
pub fn cells(item: &Item, today: NaiveDate) -> Vec<Vec<Inline<'_>>> {
    let mut cells = vec![
        vec![strong(item.followup.title())],
        vec![text(item.position())],
        vec![text(day(item, today))],
    ];
    cells.extend(item.remark().map(|remark| vec![text(remark)]));
    if let Some(draft) = &item.draft {
        cells.push(vec![Inline::Draft(&draft.path)]);
        if item.status.is_live() && draft.blanks > 0 {
            cells.push(vec![text(count(draft.blanks, "blank"))]);
        }
    }
    cells.push(vec![Inline::Note(&item.followup.note)]);
    cells
}

/// The day that counts for a follow-up: when it is due, or when it was settled.
fn day(item: &Item, today: NaiveDate) -> String {
    let due = short(item.due(), today);
    match (item.followup.standing.record, item.status) {
        (Some(Record::Done(day)), _) => format!("done {}", short(day, today)),
        (Some(Record::Skipped(day)), _) => format!("skipped {}", short(day, today)),
        (_, Status::Snoozed) => format!("snoozed until {due}"),
        (_, status) if !status.is_live() => format!("{}, due {due}", status.as_str()),
        _ => format!("due {due}, {}", distance(item.due(), today)),
    }
}

fn quiet_note() -> Vec<Inline<'static>> {
    let command = Inline::Code("outcome: no_response".to_owned());
    vec![text("If you have let one go, set "), command, text(" in its note.")]
}

fn advice(draft: &OrphanedDraft) -> Vec<Inline<'_>> {
    // Nothing can be escaped within a code span.
    match draft.command().filter(|command| !command.contains('`')) {
        Some(command) => vec![
            text("edited by you, and its note seems to have another name now; "),
            Inline::Code(command),
            text(" moves it along"),
        ],
        None => {
            vec![text("edited by you, and its follow-up is settled or gone; keep or delete it")]
        }
    }
}

fn text<'a>(text: impl Into<String>) -> Inline<'a> {
    Inline::Text(text.into())
}

fn strong<'a>(words: String) -> Inline<'a> {
    Inline::Strong(vec![text(words)])
}

fn followups<'a>(items: impl IntoIterator<Item = &'a Arc<Item>>) -> Content<'a> {
    Content::FollowUps(items.into_iter().collect())
}

fn list<'a, T>(all: &'a [T], cells: impl Fn(&'a T) -> Vec<Vec<Inline<'a>>>) -> Content<'a> {
    Content::List(all.iter().map(|one| Row::Cells(cells(one))).collect())
}

/// At most so many rows, and the number of the rest in words.
fn limited<'a>(
    mut rows: impl ExactSizeIterator<Item = Row<'a>>,
    limit: usize,
    rest: impl Fn(usize) -> String,
) -> Vec<Row<'a>> {
    let mut limited: Vec<Row<'a>> = rows.by_ref().take(limit).collect();
    if rows.len() > 0 {
        limited.push(Row::More(rest(rows.len())));
    }
    limited
}

impl Content<'_> {
    fn is_empty(&self) -> bool {
        match self {
            Content::FollowUps(items) => items.is_empty(),
            Content::List(rows) => rows.is_empty(),
            Content::Table(table) => table.rows.is_empty(),
        }
    }
}
