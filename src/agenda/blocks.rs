//! The agenda as a list of blocks: the one place that decides on order, headings and words.
//!
//! The texts in a block are as the notes have them; a rendering escapes them for where they go.

use std::cmp::Ordering;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::course::{Course, Next};
use crate::agenda::item::{DraftFile, Item, position};
use crate::agenda::listed::{Listed, listed};
use crate::agenda::section::{self, Section, done_title, page_title};
use crate::agenda::situation::{Interview, Offer};
use crate::agenda::task::Task;
use crate::agenda::tick::Boxed;
use crate::agenda::{Agenda, Entry, OrphanedDraft};
use crate::dates::calendar::short;
use crate::diagnostic::{Diagnostic, Severity};
use crate::notes::{Note, Record};
use crate::plan::status::Status;
use crate::text::count;

/// Lines of the sections that could grow without end. An old journal could have hundreds of hints.
const QUIET_LINES: usize = 10;
pub const DONE_LINES: usize = 10;
const PROBLEM_LINES: usize = 50;
const HINT_LINES: usize = 5;

/// An offer's deadline stands before everything else on that day and so many days before it.
const LAST_DAYS: i64 = 1;

/// Words that are always the same, by which lines are known again.
pub const HOLIDAYS: &str =
    "Searching goes on through the holidays: many teams decide before or right after them.";
pub const NO_DAYS_OFF: &str = "List your bank holidays in journal.toml, under holidays, so that nobody is asked for news on them.";
pub const THE_OFFER: &str = "The offer from ";
pub const AN_ANSWER_BY: &str = " an answer by ";
pub const DECIDED: &str = " You have decided: set its outcome to accepted or declined.";
pub const NOT_CLEAR: &str = ": it isn't clear which day that is";
pub const LAST_SIGN: &str = "last sign of life ";
pub const QUIET_ADVICE: &str = "If you have let one go, set outcome: no_response in its note.";
pub const EDITED_DRAFTS: &str =
    "You edited these, and their follow-ups are over: keep them or delete them.";
/// The same below drafts, some of which only have to be moved.
pub const OTHER_EDITED_DRAFTS: &str =
    "You edited the others, and their follow-ups are over: keep them or delete them.";
pub const MOVES_ALONG: &str = "moves it along";

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
    Entries(Vec<Listed<'a>>, usize),
    /// A list.
    List(Vec<Row<'a>>),
    /// A table of open processes, whose cells are made on demand as well.
    Table(&'a [Arc<Course>]),
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
    Ticked(&'a Boxed),
    /// The number of lines that are left out.
    More(String),
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
    /// A follow-up's draft, and the number of blanks left in it.
    Draft(&'a str, usize),
    /// Another file, by its name.
    File(&'a str),
}

/// The headings of the table of open processes.
pub const SEARCH: [&str; 4] = ["Company", "Role", "Where it stands", "Next"];

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
        let sections = self.sections();
        let lengths = std::array::from_fn(|at| sections[at].len());
        blocks.push(Block::Paragraph(vec![text(self.counts_of(lengths))]));
        if self.is_holiday_season {
            blocks.push(Block::Paragraph(vec![text(HOLIDAYS)]));
        }
        if self.lacks_days_off {
            blocks.push(Block::Paragraph(vec![text(NO_DAYS_OFF)]));
        }
        let mut section = |title: &str, content: Content<'a>, note: Vec<Inline<'a>>| {
            if !content.is_empty() {
                blocks.push(Block::Section { title: title.to_owned(), content, note });
            }
        };
        section(section::COMING, self.coming_up(), vec![]);
        let mut sections: Vec<_> = Section::ALL.into_iter().zip(sections).collect();
        // On its day nothing comes before an acceptance.
        let is_acceptance = |entry: &Entry<'_>| match entry {
            Entry::FollowUp(item) => item.is_acceptance(),
            Entry::Task(_) => false,
        };
        sections.sort_by_key(|(section, entries)| {
            !(*section == Section::Today && entries.iter().any(is_acceptance))
        });
        for (one, entries) in sections {
            let entries = Content::Entries(listed(entries), 0);
            section(&one.title(self.soon_within), entries, vec![]);
        }
        section(section::TICKED, self.ticked(), vec![]);
        let undated = self.undated_tasks().map(Entry::Task).collect();
        section(section::NOTES, Content::Entries(listed(undated), 0), vec![]);
        section(section::SEARCH, Content::Table(&self.courses), vec![]);
        section(section::QUIET, self.quiet(), quiet_note());
        section(&done_title(self.done_within), followups(&self.done, DONE_LINES), vec![]);
        let settled = followups(&self.settled, usize::MAX);
        section("Put off, missed, no longer needed or not open yet", settled, vec![]);
        section(section::DRAFTS, self.orphaned_drafts(), self.orphans_note());
        section(section::ALL_PROBLEMS, self.problems(), vec![]);
        blocks
    }

    /// Returns true on the last days before an offer has to be answered, which may be any day if it isn't clear.
    fn is_urgent(&self, offer: &Offer) -> bool {
        if offer.note.unclear_deadline.is_some() {
            return true;
        }
        let left = offer.decide_by.map(|day| (day - self.today).num_days());
        left.is_some_and(|left| (0..=LAST_DAYS).contains(&left))
    }

    /// A sentence for an offer with a deadline.
    fn deadline<'a>(&self, offer: &'a Offer) -> Option<Vec<Inline<'a>>> {
        let comma = if offer.note.role.is_some() { "," } else { "" };
        let words = format!("{comma} {}.", offer.deadline(self.today)?);
        let sentence = vec![text(THE_OFFER), text(position(&offer.note)), text(words)];
        let decided = offer.is_decided.then(|| text(DECIDED));
        Some(std::iter::once(Inline::Strong(sentence)).chain(decided).collect())
    }

    /// The interviews to come, with the questions to ask on the day itself.
    fn coming_up(&self) -> Content<'_> {
        let undated = self.undated_interviews.iter().map(|(note, day)| {
            let when = vec![strong(format!("Interview, {}", day.not_understood()))];
            Row::Cells(vec![when, vec![text(position(note))], vec![Inline::Note(note)]])
        });
        let rows = self.interviews.iter().flat_map(|interview| {
            let asks = interview.ask.iter().map(|ask| Row::Below(vec![text(ask.to_string())]));
            std::iter::once(Row::Cells(self.interview(interview))).chain(asks)
        });
        Content::List(undated.chain(rows).collect())
    }

    fn interview<'a>(&self, interview: &'a Interview) -> Vec<Vec<Inline<'a>>> {
        let Interview { note, day, without_address, .. } = interview;
        let when = match *day == self.today {
            true => "Today".to_owned(),
            false => short(*day, self.today),
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
        Content::List(self.pending.iter().map(Row::Ticked).collect())
    }

    /// The next step of a process, in words; empty if there is none.
    pub fn next(&self, course: &Course) -> String {
        match &course.next {
            // A question about a day that isn't known is always today's.
            Some(Next { title, day: Some(day) }) if !title.ends_with('?') => {
                format!("{title}, {}", short(*day, self.today))
            }
            Some(Next { title, .. }) => title.clone(),
            None => String::new(),
        }
    }

    fn quiet(&self) -> Content<'_> {
        let rows = self.quiet.iter().map(|quiet| {
            let since = format!("{LAST_SIGN}{}", short(quiet.since, self.today));
            let company = vec![text(position(&quiet.note))];
            Row::Cells(vec![company, vec![text(since)], vec![Inline::Note(&quiet.note)]])
        });
        Content::List(limited(rows, QUIET_LINES, |rest| rest.to_string()))
    }

    fn orphaned_drafts(&self) -> Content<'_> {
        list(&self.orphaned_drafts, |draft| vec![vec![Inline::File(&draft.path)], advice(draft)])
    }

    /// Says what becomes of the drafts whose notes didn't move.
    fn orphans_note(&self) -> Vec<Inline<'_>> {
        let moved = self.orphaned_drafts.iter().filter(|draft| draft.moves_to.is_some()).count();
        match moved {
            0 => vec![text(EDITED_DRAFTS)],
            moved if moved == self.orphaned_drafts.len() => vec![],
            _ => vec![text(OTHER_EDITED_DRAFTS)],
        }
    }

    /// Errors and warnings, then the hints.
    fn problems(&self) -> Content<'_> {
        let (hints, serious): (Vec<_>, Vec<_>) =
            self.problems.iter().partition(|problem| problem.severity() == Severity::Hint);
        let lists = [(serious, PROBLEM_LINES, "problem"), (hints, HINT_LINES, "hint")];
        let rows = lists.into_iter().flat_map(|(problems, limit, noun)| {
            limited(problems.into_iter().map(|one| Row::Problem(one)), limit, |rest| {
                count(rest, noun)
            })
        });
        Content::List(rows.collect())
    }
}

/// The words of a line, as cells of which some are empty, and the links behind them.
#[derive(Debug)]
pub struct Cells<'a> {
    /// The words: what, whom, where, since when, and a remark.
    pub words: Vec<Vec<Inline<'a>>>,
    /// The links.
    pub links: Vec<Vec<Inline<'a>>>,
}

/// The cells of a follow-up at a place, which is its company and what tells it from others there.
pub fn cells<'a>(item: &'a Item, place: &str, today: NaiveDate) -> Cells<'a> {
    let mut words =
        vec![vec![strong(item.title.clone())], vec![text(place)], vec![text(day(item, today))]];
    words.extend(item.remark().map(|remark| vec![text(remark)]));
    let blanks = |draft: &DraftFile| if item.status.is_live() { draft.blanks } else { 0 };
    let draft = item.draft.iter().map(|draft| vec![Inline::Draft(&draft.path, blanks(draft))]);
    let links = draft.chain([vec![Inline::Note(&item.followup.note)]]).collect();
    Cells { words, links }
}

/// The cells of a task: as those of a follow-up, with its line in its note.
pub fn task_cells<'a>(task: &'a Task, place: &str, today: NaiveDate) -> Cells<'a> {
    let due = task.due.map(|day| vec![text(due(day, today))]);
    let words = vec![vec![strong(task.text.clone())], vec![text(place)], due.unwrap_or_default()];
    let link = match task.line {
        Some(line) => Inline::NoteLine(&task.note, line),
        None => Inline::Note(&task.note),
    };
    Cells { words, links: vec![vec![link]] }
}

/// The day on which something is due, or since which it has been.
fn due(day: NaiveDate, today: NaiveDate) -> String {
    match day.cmp(&today) {
        Ordering::Less => format!("since {}", short(day, today)),
        Ordering::Equal => "today".to_owned(),
        Ordering::Greater => format!("due {}", short(day, today)),
    }
}

/// The day that counts for a follow-up: the one on which it is due, or was settled.
fn day(item: &Item, today: NaiveDate) -> String {
    let short_due = short(item.due(), today);
    match (item.followup.standing.record, item.status) {
        (Some(Record::Done(day)), _) => format!("done {}", short(day, today)),
        (Some(Record::Skipped(day)), _) => format!("skipped {}", short(day, today)),
        (_, Status::Snoozed) => format!("put off until {short_due}"),
        (_, status) if !status.is_live() => format!("{}, was due {short_due}", in_words(status)),
        _ => due(item.due(), today),
    }
}

/// A status in a word that people use.
pub fn in_words(status: Status) -> &'static str {
    match status {
        Status::Void => "no longer needed",
        Status::Lapsed => "missed",
        Status::Snoozed => "put off",
        status => status.as_str(),
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
            text("its note, or its reader, seems to have another name now; "),
            Inline::Code(command),
            text(format!(" {MOVES_ALONG}")),
        ],
        None => Vec::new(),
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
    Content::Entries(listed(entries), items.len().saturating_sub(limit))
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
            Content::Table(courses) => courses.is_empty(),
        }
    }
}
