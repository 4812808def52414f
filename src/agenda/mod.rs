//! The agenda: everything there is to do on a day, and every way to show it.
//!
//! Takes a day's follow-ups, the situation of each hiring process, and the user's words in the file of the run before.
//! Gives one [`Agenda`]: [`blocks`](Agenda::blocks) arranges it once, and the file and the terminal both render that
//! arrangement. To add a section to all of them, add it there.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::calendar::Offset;
use crate::diagnostic::{Diagnostic, Severity};
use crate::notes::{Note, Record, UnclearDay};
use crate::plan::stage::Stage;
use crate::rules::config::Config;
use crate::rules::style::LineStyle;
use crate::text::shell;

mod blocks;
mod conflict;
pub mod course;
mod fence;
mod fields;
mod form;
pub mod ics;
mod item;
pub mod key;
mod lines;
mod listed;
mod markdown;
mod parts;
pub mod pick;
pub mod plain;
mod reading;
mod section;
pub mod situation;
mod slip;
mod standing;
pub mod task;
mod terminal;
pub mod tick;
pub mod user_text;

use course::Course;
use item::done_since;
use key::{Key, Keys};
use situation::{Interview, Offer, Quiet, Waiting};
use task::Task;
use tick::{Boxed, Tick};

pub use blocks::in_words;
pub use item::{DraftFile, Item, position, shows};
pub use section::Section;
pub use situation::Situation;

/// The days ahead in which a day off should be listed during the holidays.
const DAYS_OFF_AHEAD: i64 = 28;

/// One day's agenda.
#[derive(Debug)]
pub struct Agenda {
    /// The day.
    pub today: NaiveDate,
    /// The follow-ups, by due day.
    pub items: Vec<Arc<Item>>,
    /// Those of them that were done lately, latest first.
    pub done: Vec<Arc<Item>>,
    /// Those of them that were settled otherwise, put off or missed, where they are asked for.
    pub settled: Vec<Arc<Item>>,
    /// Interviews to come, today's first.
    pub interviews: Vec<Interview>,
    /// Interviews that may be to come, but whose day can't be read, in the order of their notes.
    pub undated_interviews: Vec<(Arc<Note>, UnclearDay)>,
    /// The open processes, by stage.
    pub courses: Vec<Arc<Course>>,
    /// Processes that may answer any day.
    pub waiting: Vec<Waiting>,
    /// Open tasks and next actions of processes that are open, in the order of their notes.
    pub tasks: Vec<Arc<Task>>,
    /// Offers on the table.
    pub offers: Vec<Offer>,
    /// Pending processes that have been silent for long, latest first.
    pub quiet: Vec<Quiet>,
    /// Edited drafts that no follow-up wants any more.
    pub orphaned_drafts: Vec<OrphanedDraft>,
    /// The problems, sorted.
    pub problems: Vec<Arc<Diagnostic>>,
    /// True in the holiday season, when the agenda says that searching goes on.
    pub is_holiday_season: bool,
    /// True in that season if no day off is listed in the weeks to come.
    pub lacks_days_off: bool,
    /// Ticks that could not be recorded, by the ids of their follow-ups.
    pub unrecorded: BTreeMap<String, Tick>,
    /// Marks that mean nothing here, and stay in their boxes.
    pub marks: BTreeMap<Key, String>,
    /// Boxes ticked for follow-ups that don't exist.
    pub pending: Vec<Boxed>,
    /// The lengths of the keys.
    pub keys: Keys,
    /// The form of lines with a box in the file.
    style: LineStyle,
    /// The last day that counts as soon.
    soon_until: NaiveDate,
    /// The number of days that count as soon.
    soon_within: Offset,
    /// The number of days for which done follow-ups stay listed.
    done_within: Offset,
}

/// An edited draft that no follow-up wants any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrphanedDraft {
    /// Its path.
    pub path: String,
    /// The path where it belongs now, if its note was renamed.
    pub moves_to: Option<String>,
}

/// A line of a section.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'a> {
    /// A follow-up.
    FollowUp(&'a Arc<Item>),
    /// A task, or a next action.
    Task(&'a Task),
}

impl Agenda {
    /// Gathers a day's agenda from the follow-ups asked for, by due day, and the situations of the processes, in their order.
    pub fn new<'s>(
        items: Vec<Arc<Item>>,
        situations: impl Iterator<Item = &'s Situation>,
        config: &Config,
        today: NaiveDate,
    ) -> Agenda {
        let cadence = &config.cadence;
        let is_holiday_season = cadence.is_holiday_season(today);
        let mut agenda = Agenda {
            today,
            done: done(&items, done_since(config, today)),
            items,
            settled: Vec::new(),
            interviews: Vec::new(),
            undated_interviews: Vec::new(),
            courses: Vec::new(),
            waiting: Vec::new(),
            tasks: Vec::new(),
            offers: Vec::new(),
            quiet: Vec::new(),
            orphaned_drafts: Vec::new(),
            problems: Vec::new(),
            is_holiday_season,
            lacks_days_off: is_holiday_season
                && !config.calendar.has_holiday_within(today, DAYS_OFF_AHEAD),
            unrecorded: BTreeMap::new(),
            marks: BTreeMap::new(),
            pending: Vec::new(),
            keys: Keys::default(),
            style: config.agenda.style,
            soon_until: config.calendar.add(today, cadence.soon_within),
            soon_within: cadence.soon_within,
            done_within: cadence.done_within,
        };
        for situation in situations {
            agenda.interviews.extend(situation.interviews.iter().cloned());
            agenda.undated_interviews.extend(situation.undated_interviews.iter().cloned());
            agenda.courses.extend(situation.course.clone());
            agenda.waiting.extend(situation.waiting.clone());
            agenda.tasks.extend(situation.tasks.iter().cloned());
            agenda.offers.extend(situation.offer.clone());
            agenda.quiet.extend(situation.quiet.clone());
        }
        agenda
            .interviews
            .sort_by(|a, b| a.day.cmp(&b.day).then_with(|| a.note.path.cmp(&b.note.path)));
        agenda.undated_interviews.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
        course::hand_over(&mut agenda.courses, &agenda.items, today);
        agenda.courses.sort_by(|a, b| a.order().cmp(&b.order()));
        // With a new job the search is over.
        let is_over = |course: &Arc<Course>| {
            matches!(course.progress.stage, Stage::Accepted | Stage::Leaving)
        };
        if !agenda.courses.is_empty() && agenda.courses.iter().all(is_over) {
            (agenda.is_holiday_season, agenda.lacks_days_off) = (false, false);
        }
        agenda.waiting.sort_by_key(|waiting| {
            (waiting.next_check.unwrap_or(NaiveDate::MAX), waiting.interviewed)
        });
        agenda.tasks.sort_by(|a, b| (&a.note.path, a.line).cmp(&(&b.note.path, b.line)));
        agenda.offers.sort_by_key(|offer| {
            let is_clear = offer.note.unclear_deadline.is_none();
            (is_clear, offer.decide_by.unwrap_or(NaiveDate::MAX))
        });
        agenda
            .quiet
            .sort_by(|a, b| b.since.cmp(&a.since).then_with(|| a.note.path.cmp(&b.note.path)));
        let keys = agenda.items.iter().map(|item| item.key);
        agenda.keys = Keys::among(keys.chain(agenda.tasks.iter().filter_map(|task| task.key)));
        agenda
    }

    /// Returns true if no box has a mark of the user's.
    pub fn has_no_marks(&self) -> bool {
        self.unrecorded.is_empty() && self.marks.is_empty() && self.pending.is_empty()
    }

    /// Returns true if the file has a line with a box for a follow-up or a task.
    pub fn has_box(&self, key: Key) -> bool {
        let is_listed = |item: &Arc<Item>| item.key == key && self.section_of(item).is_some();
        self.items.iter().any(is_listed)
            || self.done.iter().take(blocks::DONE_LINES).any(|item| item.key == key)
            || self.tasks.iter().any(|task| task.key == Some(key))
    }

    /// The section that lists a follow-up.
    pub fn section_of(&self, item: &Item) -> Option<Section> {
        item.section(self.today, self.soon_until)
    }

    /// A section's heading.
    pub fn section_title(&self, section: Section) -> String {
        section.title(self.soon_within)
    }

    /// The section that lists a task, if it has a day. The user chose that, so that it is late from the next one on.
    pub fn section_of_task(&self, task: &Task) -> Option<Section> {
        Some(match task.due? {
            due if due < self.today => Section::Overdue,
            due => Section::by_day(due, self.today, self.soon_until),
        })
    }

    /// The entries of a section by their day: on one day the follow-ups, then the tasks. Of what is due, word about an offer
    /// or its acceptance comes before all else.
    pub fn section(&self, section: Section) -> Vec<Entry<'_>> {
        std::mem::take(&mut self.sections()[section as usize])
    }

    /// The same for every section.
    pub fn sections(&self) -> [Vec<Entry<'_>>; Section::ALL.len()] {
        let mut sections = [const { Vec::new() }; Section::ALL.len()];
        let mut list = |section: Option<Section>, entry| {
            if let Some(section) = section {
                sections[section as usize].push(entry);
            }
        };
        for item in &self.items {
            list(self.section_of(item), Entry::FollowUp(item));
        }
        for task in &self.tasks {
            list(self.section_of_task(task), Entry::Task(task));
        }
        for (section, entries) in Section::ALL.into_iter().zip(&mut sections) {
            let is_due = matches!(section, Section::Overdue | Section::Today);
            entries.sort_by_key(|entry| match entry {
                Entry::FollowUp(item) => (!(is_due && item.is_about_offer()), Some(item.due())),
                Entry::Task(task) => (true, task.due),
            });
        }
        sections
    }

    /// The tasks without a day.
    pub fn undated_tasks(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().map(Arc::as_ref).filter(|task| task.due.is_none())
    }

    /// The number of errors and warnings.
    pub fn problem_count(&self) -> usize {
        self.problems.iter().filter(|problem| problem.severity() != Severity::Hint).count()
    }

    /// The line of counts: `2 overdue · 1 today`.
    pub fn counts(&self) -> String {
        self.counts_of(self.sections().map(|entries| entries.len()))
    }

    fn counts_of(&self, lengths: [usize; Section::ALL.len()]) -> String {
        let sections = Section::ALL.into_iter().zip(lengths);
        let others = section::Others {
            coming_up: self.interviews.len(),
            from_notes: self.undated_tasks().count(),
            in_search: self.courses.len(),
            problems: self.problem_count(),
        };
        section::counts(sections, self.soon_within, others)
    }
}

/// The follow-ups done since a day, latest first.
fn done(items: &[Arc<Item>], since: NaiveDate) -> Vec<Arc<Item>> {
    let day = |item: &Item| match item.followup.standing.record {
        Some(Record::Done(day)) => Some(day),
        _ => None,
    };
    let is_listed = |item: &&Arc<Item>| day(item).is_some_and(|day| day >= since);
    let mut done: Vec<Arc<Item>> = items.iter().filter(is_listed).cloned().collect();
    done.sort_by_key(|item| std::cmp::Reverse(day(item)));
    done
}

impl OrphanedDraft {
    /// The shell command, to be run in the root, that moves it to where it belongs now.
    pub fn command(&self) -> Option<String> {
        Some(format!("mv {} {}", shell(&self.path), shell(self.moves_to.as_ref()?)))
    }
}
