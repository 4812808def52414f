//! The agenda: what there is to do, for every way of showing it.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity};
use crate::notes::{Note, Outcome, Record};
use crate::plan::followup::{Addressee, FollowUp, Standing, Status};
use crate::plan::process::{Process, timeframes};
use crate::rules::cadence::{Channel, When};
use crate::rules::config::Config;
use crate::rules::known::Known;

mod conflict;
mod markdown;
pub mod pick;
mod terminal;
pub mod tick;
pub mod user_text;

use tick::Tick;

/// What stands in place of the counts where there are none.
const NOTHING: &str = "Nothing to do.";

/// The heading above ticks whose notes are away.
const NOT_RECORDED: &str = "Ticked, not recorded yet";

/// How long what is done stays listed, in days.
const DONE_DAYS: i64 = 14;

/// What one day's agenda holds.
#[derive(Debug)]
pub struct Agenda {
    /// The day.
    pub today: NaiveDate,
    /// The follow-ups, by due day.
    pub items: Vec<Arc<Item>>,
    /// Processes that may answer any day.
    pub waiting: Vec<Waiting>,
    /// Open tasks of notes whose process is open.
    pub tasks: Vec<Task>,
    /// Offers on the table.
    pub offers: Vec<Offer>,
    /// Pending processes that nobody has heard of for long, latest first.
    pub quiet: Vec<Quiet>,
    /// Edited drafts that no follow-up wants any more.
    pub left_over: Vec<LeftOver>,
    /// What is wrong, sorted.
    pub problems: Vec<Diagnostic>,
    /// Whether to say that searching goes on through the holidays.
    pub is_holiday_season: bool,
    /// Ticks that could not be recorded, by the ids of their follow-ups.
    pub unrecorded: BTreeMap<String, Tick>,
    /// Lines that were ticked for follow-ups that aren't there, as they were.
    pub pending: Vec<String>,
}

/// What one process has to say on a day.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// Whether it may answer any day.
    pub waiting: Option<Waiting>,
    /// Open tasks of its notes.
    pub tasks: Vec<Task>,
    /// Whether there is an offer.
    pub offer: Option<Offer>,
    /// Whether it has gone quiet.
    pub quiet: Option<Quiet>,
}

/// A follow-up on a day.
#[derive(Debug)]
pub struct Item {
    /// The follow-up.
    pub followup: FollowUp,
    /// Where it stands.
    pub status: Status,
    /// Its draft, where there is one.
    pub draft: Option<DraftFile>,
    /// Its line in the agenda, written once.
    line: OnceLock<user_text::Line>,
}

/// A draft as it will be on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    /// Where, relative to the root.
    pub path: String,
    /// Blanks that it still holds.
    pub blanks: usize,
}

/// An edited draft that no follow-up wants any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    /// Where it is.
    pub path: String,
    /// Where it would belong now, if its note has got another name.
    pub moves_to: Option<String>,
}

/// A process that may answer any day.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The note of the current round.
    pub note: Arc<Note>,
    /// The day of that round.
    pub interviewed: NaiveDate,
    /// The day by which they said they decide.
    pub decision: Option<NaiveDate>,
    /// When to ask next.
    pub next_check: Option<NaiveDate>,
}

/// An open `- [ ]` item of a note.
#[derive(Clone, Debug)]
pub struct Task {
    /// The note.
    pub note: Arc<Note>,
    /// Line in the note, from 1.
    pub line: usize,
    /// What it says.
    pub text: String,
}

/// An offer on the table.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The note.
    pub note: Arc<Note>,
    /// The day it came, where the note says it.
    pub since: Option<NaiveDate>,
    /// By when they want an answer.
    pub decide_by: Option<NaiveDate>,
}

/// A pending process without a sign of life.
#[derive(Clone, Debug)]
pub struct Quiet {
    /// The note of the current round.
    pub note: Arc<Note>,
    /// The last sign.
    pub since: NaiveDate,
}

/// A part of the agenda with follow-ups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Overdue,
    Today,
    NextDays,
    Later,
    WorthDoing,
    FindOut,
}

impl Section {
    /// In the order in which they stand.
    pub const ALL: [Section; 6] = [
        Section::Overdue,
        Section::Today,
        Section::NextDays,
        Section::Later,
        Section::WorthDoing,
        Section::FindOut,
    ];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Section::Overdue => "Overdue",
            Section::Today => "Today",
            Section::NextDays => "Next 7 days",
            Section::Later => "Later",
            Section::WorthDoing => "Worth doing",
            Section::FindOut => "Find out",
        }
    }

    /// What it counts, in the line of counts.
    pub fn counted(self) -> &'static str {
        match self {
            Section::Overdue => "overdue",
            Section::Today => "today",
            Section::NextDays => "in the next 7 days",
            Section::Later => "later",
            Section::WorthDoing => "worth doing",
            Section::FindOut => "to find out",
        }
    }
}

impl Word {
    /// What a process has to say on a day, of which these follow-ups are asked for.
    pub fn of(process: &Process, items: &[Arc<Item>], config: &Config, today: NaiveDate) -> Word {
        let note = process.current();
        let mut word = Word::default();
        let quiet = process.quiet_day(&config.cadence, &config.calendar);
        if let (Some(quiet), Some(since)) = (quiet, process.last_sign())
            && today >= quiet
        {
            word.quiet = Some(Quiet { note: note.clone(), since });
            return word;
        }
        let outcome = process.outcome();
        if outcome.is_none_or(Outcome::is_open) {
            let tasks = |note: &Arc<Note>| {
                let note = note.clone();
                let tasks = note.body.tasks().to_vec();
                tasks.into_iter().map(move |task| Task {
                    note: note.clone(),
                    line: task.line,
                    text: task.text,
                })
            };
            word.tasks = process.rounds.iter().flat_map(tasks).collect();
        }
        match (outcome, note.date) {
            (Some(Outcome::Pending), Known::Is(interviewed)) if interviewed <= today => {
                let timeframe = timeframes(note, &config.calendar).pop();
                word.waiting = Some(Waiting {
                    note: note.clone(),
                    interviewed,
                    decision: timeframe.and_then(|timeframe| timeframe.decision.value().copied()),
                    next_check: next_check(note, items),
                });
            }
            (Some(Outcome::Offer), _) => {
                word.offer = Some(Offer {
                    note: note.clone(),
                    since: note.outcome_date.value().copied(),
                    decide_by: note.decide_by.value().copied(),
                });
            }
            _ => {}
        }
        word
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_none()
            && self.tasks.is_empty()
            && self.offer.is_none()
            && self.quiet.is_none()
    }
}

/// The day of a note's first status check that is still to come.
fn next_check(note: &Arc<Note>, items: &[Arc<Item>]) -> Option<NaiveDate> {
    let is_next = |item: &&Arc<Item>| {
        matches!(item.followup.rule.when, When::FirstCheck | When::SecondCheck)
            && Arc::ptr_eq(&item.followup.note, note)
            && (item.status.is_live() || item.status == Status::Snoozed)
    };
    items.iter().filter(is_next).map(|item| item.followup.standing.dates.due).min()
}

impl Agenda {
    /// Gathers a day's agenda: the follow-ups that are asked for, and what each process has to say, in the order of the
    /// processes.
    pub fn new<'w>(
        mut items: Vec<Arc<Item>>,
        words: impl Iterator<Item = &'w Word>,
        config: &Config,
        today: NaiveDate,
    ) -> Agenda {
        // Stable: on one day and in one note, the order of the cadence.
        items.par_sort_by(|a, b| {
            let due = |item: &Item| item.followup.standing.dates.due;
            due(a).cmp(&due(b)).then_with(|| a.followup.note.path.cmp(&b.followup.note.path))
        });
        let mut agenda = Agenda {
            today,
            items,
            waiting: Vec::new(),
            tasks: Vec::new(),
            offers: Vec::new(),
            quiet: Vec::new(),
            left_over: Vec::new(),
            problems: Vec::new(),
            is_holiday_season: config.cadence.is_holiday_season(today),
            unrecorded: BTreeMap::new(),
            pending: Vec::new(),
        };
        for word in words {
            agenda.waiting.extend(word.waiting.clone());
            agenda.tasks.extend(word.tasks.iter().cloned());
            agenda.offers.extend(word.offer.clone());
            agenda.quiet.extend(word.quiet.clone());
        }
        agenda.waiting.sort_by_key(|waiting| {
            (waiting.next_check.unwrap_or(NaiveDate::MAX), waiting.interviewed)
        });
        agenda.tasks.sort_by(|a, b| (&a.note.path, a.line).cmp(&(&b.note.path, b.line)));
        agenda.offers.sort_by_key(|offer| offer.decide_by.unwrap_or(NaiveDate::MAX));
        agenda
            .quiet
            .sort_by(|a, b| b.since.cmp(&a.since).then_with(|| a.note.path.cmp(&b.note.path)));
        agenda
    }

    /// The follow-ups of a section.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Arc<Item>> {
        self.items.iter().filter(move |item| item.section(self.today) == Some(section))
    }

    /// What was done lately, latest first.
    pub fn done(&self) -> Vec<(&Arc<Item>, NaiveDate)> {
        let mut done: Vec<_> = self
            .items
            .iter()
            .filter_map(|item| match item.followup.standing.record {
                Some(Record::Done(day)) => Some((item, day)),
                _ => None,
            })
            .filter(|(_, day)| is_lately(*day, self.today))
            .collect();
        done.sort_by(|(_, a), (_, b)| b.cmp(a));
        done
    }

    /// `2 overdue · 1 today`, or that there is nothing.
    pub fn counts(&self) -> String {
        let counts: Vec<String> = Section::ALL
            .into_iter()
            .map(|section| (self.section(section).count(), section.counted()))
            .chain([
                (self.waiting.len(), "waiting to hear"),
                (
                    self.problems
                        .iter()
                        .filter(|problem| problem.problem.severity() != Severity::Hint)
                        .count(),
                    "to mend",
                ),
            ])
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        if counts.is_empty() { NOTHING.to_owned() } else { counts.join(" · ") }
    }

    /// Offers that want an answer by a day.
    pub fn countdown(&self) -> impl Iterator<Item = (&Offer, NaiveDate)> {
        self.offers.iter().filter_map(|offer| Some((offer, offer.decide_by?)))
    }
}

impl Item {
    /// A follow-up on a day, with its draft where that is there or will be.
    pub fn new(followup: FollowUp, today: NaiveDate, draft: Option<DraftFile>) -> Item {
        let status = followup.standing.status(today);
        Item { followup, status, draft, line: OnceLock::new() }
    }

    /// Where it stands in the agenda, if it is still to be done.
    pub fn section(&self, today: NaiveDate) -> Option<Section> {
        let rule = &self.followup.rule;
        // To let go is no plan: it is listed once it is time.
        let is_planned = rule.when == When::CheckedOut && self.status == Status::Upcoming;
        if !self.status.is_live() || is_planned {
            return None;
        }
        Some(match self.status {
            _ if rule.kind() == "find-out" => Section::FindOut,
            _ if rule.optional => Section::WorthDoing,
            Status::Overdue => Section::Overdue,
            Status::Today | Status::Due => Section::Today,
            _ if (self.followup.standing.dates.due - today).num_days() <= 7 => Section::NextDays,
            _ => Section::Later,
        })
    }

    /// What a person should know besides: a missing address, a new note to write.
    pub fn remark(&self) -> Option<String> {
        let rule = &self.followup.rule;
        match &self.followup.addressee {
            Addressee::Through { person, recruiter } => {
                return Some(format!("no address for {}: through {}", person.name, recruiter.name));
            }
            Addressee::Person(Some(person))
                if person.email.is_none() && rule.channel == Channel::Mail =>
            {
                return Some(format!("no address for {}", person.name));
            }
            _ => {}
        }
        match rule.when {
            When::MoreInterviews => Some("add a note for the next round once it has a day".into()),
            When::HiringManager => Some("a very good sign".into()),
            When::CheckedOut => Some("set the outcome to no_response".into()),
            _ => None,
        }
    }

    /// Company and role, as the note has them.
    pub fn position(&self) -> String {
        position(&self.followup.note)
    }
}

impl LeftOver {
    /// The command, run in the root, that moves it to where it would belong now.
    pub fn command(&self) -> Option<String> {
        let quoted = |path: &str| format!("'{}'", path.replace('\'', "'\\''"));
        Some(format!("mv {} {}", quoted(&self.path), quoted(self.moves_to.as_ref()?)))
    }
}

/// Whether a day's agenda or drafts have to do with a follow-up.
pub fn shows(standing: &Standing, today: NaiveDate) -> bool {
    match standing.record {
        Some(Record::Done(day)) => is_lately(day, today),
        _ => {
            let status = standing.status(today);
            status.is_live() || status.has_draft()
        }
    }
}

fn is_lately(day: NaiveDate, today: NaiveDate) -> bool {
    (today - day).num_days() <= DONE_DAYS
}

/// Company and role of a note.
pub fn position(note: &Note) -> String {
    match &note.role {
        Some(role) => format!("{}, {role}", note.company),
        None => note.company.clone(),
    }
}
