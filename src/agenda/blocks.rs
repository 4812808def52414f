//! The agenda as a list of blocks: the one place that decides on order, headings and words.
//!
//! The texts in a block are as the notes have them; a rendering escapes them for where they go.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::item::{Item, position};
use crate::agenda::section::{Section, done_title, page_title};
use crate::agenda::situation::{Course, Interview, Offer, Task};
use crate::agenda::{Agenda, Entry, OrphanedDraft};
use crate::dates::calendar::{short, short_with_distance};
use crate::diagnostic::{Diagnostic, Severity};
use crate::notes::{Note, Record};
use crate::plan::followup::Status;
use crate::plan::stage::{Progress, Stage};
use crate::text::count;

/// Lines of the sections that could grow without end. An old journal could have hundreds of hints.
const QUIET_LINES: usize = 10;
const DONE_LINES: usize = 10;
const PROBLEM_LINES: usize = 50;
const HINT_LINES: usize = 5;

/// An offer's deadline stands before everything else on that day and so many days before it.
const LAST_DAYS: i64 = 1;

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
    /// Follow-ups and tasks, with boxes to tick, and the number of those that are left out. Their cells are made on
    /// demand: most lines of the file are known already.
    Entries(Vec<Entry<'a>>, usize),
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
    /// A line that belongs to the one above.
    Below(Vec<Inline<'a>>),
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

const SEARCH: &[Column] = &[
    Column { title: "Where it stands", none: "", label: "", none_alone: "" },
    Column { title: "Next", none: "", label: "next: ", none_alone: "" },
];

impl Agenda {
    /// The whole page. Sections without content are left out.
    pub fn blocks<'a>(&'a self) -> Vec<Block<'a>> {
        let (urgent, others): (Vec<&Offer>, Vec<&Offer>) =
            self.offers.iter().partition(|offer| self.is_urgent(offer));
        let deadlines = |offers: Vec<&'a Offer>| {
            offers.into_iter().filter_map(|offer| self.deadline(offer)).map(Block::Paragraph)
        };
        let mut blocks: Vec<Block<'a>> = deadlines(urgent).collect();
        blocks.push(Block::Title(page_title(self.today)));
        blocks.extend(deadlines(others));
        blocks.push(Block::Paragraph(vec![text(self.counts())]));
        if self.is_holiday_season {
            let words = "Searching goes on through the holidays: many teams decide before or right after them.";
            blocks.push(Block::Paragraph(vec![text(words)]));
        }
        let mut section = |title: &str, content: Content<'a>, note: Vec<Inline<'a>>| {
            if !content.is_empty() {
                blocks.push(Block::Section { title: title.to_owned(), content, note });
            }
        };
        section("Coming up", self.coming_up(), vec![]);
        for one in Section::ALL {
            let entries = Content::Entries(self.section(one), 0);
            section(&one.title(self.soon_within), entries, vec![]);
        }
        section("Ticked, not recorded yet", self.ticked(), vec![]);
        let undated = self.undated_tasks().map(Entry::Task).collect();
        section("From your notes", Content::Entries(undated, 0), vec![]);
        section("Your search", self.search(), vec![]);
        section("Gone quiet", self.quiet(), quiet_note());
        section(&done_title(self.done_within), followups(&self.done, DONE_LINES), vec![]);
        let settled = followups(&self.settled, usize::MAX);
        section("Settled, put off, lapsed or not open yet", settled, vec![]);
        section("Drafts left over", self.orphaned_drafts(), vec![]);
        section("Problems", self.problems(), vec![]);
        blocks
    }

    /// Returns true on the last days before an offer has to be answered.
    fn is_urgent(&self, offer: &Offer) -> bool {
        let left = offer.decide_by.map(|day| (day - self.today).num_days());
        left.is_some_and(|left| (0..=LAST_DAYS).contains(&left))
    }

    /// A sentence for an offer with a deadline.
    fn deadline<'a>(&self, offer: &'a Offer) -> Option<Vec<Inline<'a>>> {
        let day = offer.decide_by?;
        let verb = if day < self.today { "wanted" } else { "wants" };
        let words = format!(" {verb} an answer by {}.", short_with_distance(day, self.today));
        let sentence = vec![text("The offer of "), text(position(&offer.note)), text(words)];
        Some(vec![Inline::Strong(sentence)])
    }

    /// The interviews to come, with what to ask on the day itself.
    fn coming_up(&self) -> Content<'_> {
        let rows = self.interviews.iter().flat_map(|interview| {
            let asks = interview.ask.iter().map(|ask| Row::Below(vec![text(ask.to_string())]));
            std::iter::once(Row::Cells(self.interview(interview))).chain(asks)
        });
        Content::List(rows.collect())
    }

    fn interview<'a>(&self, interview: &'a Interview) -> Vec<Vec<Inline<'a>>> {
        let Interview { note, day, without_address, .. } = interview;
        let when = match *day == self.today {
            true => "Today".to_owned(),
            false => short_with_distance(*day, self.today),
        };
        let some = |label: &str, words: &[&str]| match words {
            [] => Vec::new(),
            words => vec![text(format!("{label}{}", words.join(", ")))],
        };
        let round: Vec<&str> = note.round.as_deref().into_iter().collect();
        let people: Vec<&str> = note.interviewers.iter().map(|one| one.name.as_str()).collect();
        let without: Vec<&str> = without_address.iter().map(String::as_str).collect();
        vec![
            vec![strong(when)],
            vec![text(position(note))],
            some("", &round),
            some("with ", &people),
            some("no address yet for ", &without),
            vec![Inline::Note(note)],
        ]
    }

    fn ticked(&self) -> Content<'_> {
        Content::List(self.pending.iter().map(|line| Row::Ticked(line)).collect())
    }

    /// Every open process, with where it stands and what is next.
    fn search(&self) -> Content<'_> {
        let rows = self.courses.iter().map(|course| {
            let next = course.next.as_ref().map(|next| match next.day {
                Some(day) if day < self.today => {
                    format!("{}, {}", next.title, due(day, self.today))
                }
                Some(day) => format!("{}, {}", next.title, short(day, self.today)),
                None => next.title.clone(),
            });
            (course.note.as_ref(), vec![Some(self.standing(course)), next])
        });
        Content::Table(Table { columns: SEARCH, rows: rows.collect() })
    }

    /// Where a process stands, in words.
    pub fn standing(&self, course: &Course) -> String {
        let Progress { stage, since, until } = course.progress;
        let on = |day: NaiveDate| short(day, self.today);
        let is_over = until.is_some_and(|day| day < self.today);
        let since = |words: &str| match since {
            Some(day) => format!("{words} {}", on(day)),
            None => words.to_owned(),
        };
        match (stage, until) {
            (Stage::Offer, Some(day)) if is_over => {
                format!("offer, wanted an answer by {}", on(day))
            }
            (Stage::Offer, Some(day)) => format!("offer until {}", on(day)),
            (Stage::Offer, None) => format!("{}, no deadline recorded", since("offer since")),
            (Stage::Accepted, _) => since("accepted"),
            (Stage::Leaving, _) => "you accepted another offer".to_owned(),
            (Stage::Interview, Some(day)) if day == self.today => "interview today".to_owned(),
            (Stage::Interview, Some(day)) => format!("interview on {}", on(day)),
            (Stage::Interview, None) => "interview to come".to_owned(),
            (Stage::HiringManager, _) => "talk with the hiring manager to be arranged".to_owned(),
            (Stage::NextRound, _) => "next round to be arranged".to_owned(),
            (Stage::Waiting, Some(day)) if is_over => {
                format!("waiting, they wanted to decide by {}", on(day))
            }
            (Stage::Waiting, Some(day)) => format!("waiting, until {}", on(day)),
            (Stage::Waiting, None) => "waiting, no decision date".to_owned(),
            (Stage::Applied, _) => since("applied"),
        }
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

/// The cells of a task: as those of a follow-up, with its line in its note.
pub fn task_cells(task: &Task, today: NaiveDate) -> Vec<Vec<Inline<'_>>> {
    let due = task.due.map(|day| vec![text(due(day, today))]);
    vec![
        vec![strong(task.text.clone())],
        vec![text(position(&task.note))],
        due.unwrap_or_default(),
        vec![match task.line {
            Some(line) => Inline::NoteLine(&task.note, line),
            None => Inline::Note(&task.note),
        }],
    ]
}

/// The day that something is due, or since when it has been.
fn due(day: NaiveDate, today: NaiveDate) -> String {
    match day < today {
        true => format!("since {}", short(day, today)),
        false => format!("due {}", short_with_distance(day, today)),
    }
}

/// The day that counts for a follow-up: when it is due, or when it was settled.
fn day(item: &Item, today: NaiveDate) -> String {
    let short_due = short(item.due(), today);
    match (item.followup.standing.record, item.status) {
        (Some(Record::Done(day)), _) => format!("done {}", short(day, today)),
        (Some(Record::Skipped(day)), _) => format!("skipped {}", short(day, today)),
        (_, Status::Snoozed) => format!("snoozed until {short_due}"),
        (_, status) if !status.is_live() => format!("{}, due {short_due}", status.as_str()),
        _ => due(item.due(), today),
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

/// At most so many follow-ups, and the number of the rest.
fn followups(items: &[Arc<Item>], limit: usize) -> Content<'_> {
    let entries = items.iter().take(limit).map(Entry::FollowUp).collect();
    Content::Entries(entries, items.len().saturating_sub(limit))
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
            Content::Entries(entries, _) => entries.is_empty(),
            Content::List(rows) => rows.is_empty(),
            Content::Table(table) => table.rows.is_empty(),
        }
    }
}
