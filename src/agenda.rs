//! The agenda: what there is to do, for every way of showing it.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use crate::cadence::{Channel, When};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::draft;
use crate::followup::{Addressee, FollowUp, Status};
use crate::note::{Field, Note, Outcome, Person, Record};
use crate::process::{Process, timeframes};

mod markdown;
pub mod own;
mod terminal;

/// How long what is done stays listed, in days.
const DONE_DAYS: i64 = 14;

/// What one day's agenda holds.
#[derive(Debug)]
pub struct Agenda<'j> {
    /// The day.
    pub today: NaiveDate,
    /// The follow-ups, by due day.
    pub items: Vec<Item<'j>>,
    /// Processes that may answer any day.
    pub waiting: Vec<Waiting<'j>>,
    /// Open tasks of notes whose process is open.
    pub tasks: Vec<Task<'j>>,
    /// Offers on the table.
    pub offers: Vec<Offer<'j>>,
    /// Pending processes that nobody has heard of for long, latest first.
    pub quiet: Vec<Quiet<'j>>,
    /// Edited drafts that no follow-up wants any more.
    pub left_over: Vec<String>,
    /// What is wrong, sorted.
    pub problems: Vec<Diagnostic>,
    /// Whether to say that searching goes on through the holidays.
    pub is_holiday_season: bool,
}

/// A follow-up on a day.
#[derive(Debug)]
pub struct Item<'j> {
    /// The follow-up.
    pub followup: FollowUp<'j>,
    /// Where it stands.
    pub status: Status,
    /// Its draft, where there is one.
    pub draft: Option<DraftFile>,
}

/// A draft as it will be on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    /// Where, relative to the root.
    pub path: String,
    /// Blanks that it still holds.
    pub blanks: usize,
}

/// A process that may answer any day.
#[derive(Debug)]
pub struct Waiting<'j> {
    /// The note of the current round.
    pub note: &'j Note,
    /// The day of that round.
    pub interviewed: NaiveDate,
    /// The day by which they said they decide.
    pub decision: Option<NaiveDate>,
    /// When to ask next.
    pub next_check: Option<NaiveDate>,
}

/// An open `- [ ]` item of a note.
#[derive(Debug)]
pub struct Task<'j> {
    /// The note.
    pub note: &'j Note,
    /// Line in the note, from 1.
    pub line: usize,
    /// What it says.
    pub text: &'j str,
}

/// An offer on the table.
#[derive(Debug)]
pub struct Offer<'j> {
    /// The note.
    pub note: &'j Note,
    /// The day it came, where the note says it.
    pub since: Option<NaiveDate>,
    /// By when they want an answer.
    pub decide_by: Option<NaiveDate>,
}

/// A pending process without a sign of life.
#[derive(Debug)]
pub struct Quiet<'j> {
    /// The note of the current round.
    pub note: &'j Note,
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
    fn counted(self) -> &'static str {
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

impl<'j> Agenda<'j> {
    /// Gathers a day's agenda. `drafts` are the drafts that will be there, with their text.
    pub fn new(
        processes: &'j [Process<'j>],
        followups: Vec<FollowUp<'j>>,
        drafts: &BTreeMap<String, String>,
        config: &Config,
        today: NaiveDate,
    ) -> Agenda<'j> {
        let mut items: Vec<Item> = followups
            .into_iter()
            .map(|followup| {
                let status = followup.status(today);
                Item { draft: draft_file(&followup, status, drafts), status, followup }
            })
            .collect();
        // Stable: on one day and in one note, the order of the cadence.
        items.sort_by(|a, b| {
            let key = |item: &Item<'j>| (item.followup.dates.due, item.followup.note.path.as_str());
            key(a).cmp(&key(b))
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
        };
        for process in processes {
            agenda.add_process(process, config);
        }
        agenda.find_next_checks();
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

    fn add_process(&mut self, process: &'j Process<'j>, config: &Config) {
        let note = process.current();
        let quiet = process.quiet_day(&config.cadence, &config.calendar);
        if let (Some(quiet), Some(since)) = (quiet, process.last_sign())
            && self.today >= quiet
        {
            self.quiet.push(Quiet { note, since });
            return;
        }
        let outcome = process.outcome();
        if outcome.is_none_or(Outcome::is_open) {
            let tasks = |note: &'j Note| {
                note.body.tasks().iter().map(move |task| Task {
                    note,
                    line: task.line,
                    text: &task.text,
                })
            };
            self.tasks.extend(process.rounds.iter().copied().flat_map(tasks));
        }
        match (outcome, note.date) {
            (Some(Outcome::Pending), Field::Is(interviewed)) if interviewed <= self.today => {
                let timeframe = timeframes(note, &config.calendar).pop();
                self.waiting.push(Waiting {
                    note,
                    interviewed,
                    decision: timeframe.and_then(|timeframe| timeframe.decision.value().copied()),
                    next_check: None,
                });
            }
            (Some(Outcome::Offer), _) => self.offers.push(Offer {
                note,
                since: note.outcome_date.value().copied(),
                decide_by: note.decide_by.value().copied(),
            }),
            _ => {}
        }
    }

    fn find_next_checks(&mut self) {
        let mut checks: HashMap<&str, NaiveDate> = HashMap::new();
        for item in &self.items {
            let is_check = matches!(item.followup.rule.when, When::FirstCheck | When::SecondCheck);
            // By due day: the first is the next.
            if is_check && (item.status.is_live() || item.status == Status::Snoozed) {
                checks.entry(&item.followup.note.path).or_insert(item.followup.dates.due);
            }
        }
        for waiting in &mut self.waiting {
            waiting.next_check = checks.get(waiting.note.path.as_str()).copied();
        }
    }

    /// The follow-ups of a section.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Item<'j>> {
        self.items.iter().filter(move |item| item.section(self.today) == Some(section))
    }

    /// What was done lately, latest first.
    pub fn done(&self) -> Vec<(&Item<'j>, NaiveDate)> {
        let mut done: Vec<_> = self
            .items
            .iter()
            .filter_map(|item| match item.followup.record {
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
        if counts.is_empty() { "Nothing to do.".to_owned() } else { counts.join(" · ") }
    }

    /// Offers that want an answer by a day.
    pub fn countdown(&self) -> impl Iterator<Item = (&Offer<'j>, NaiveDate)> {
        self.offers.iter().filter_map(|offer| Some((offer, offer.decide_by?)))
    }
}

impl Item<'_> {
    /// Where it stands in the agenda, if it is still to be done.
    pub fn section(&self, today: NaiveDate) -> Option<Section> {
        let rule = self.followup.rule;
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
            _ if (self.followup.dates.due - today).num_days() <= 7 => Section::NextDays,
            _ => Section::Later,
        })
    }

    /// What a person should know besides: a missing address, a new note to write.
    pub fn remark(&self) -> Option<String> {
        let rule = self.followup.rule;
        match self.followup.addressee {
            Addressee::Through { person, recruiter } => {
                return Some(format!("no address for {}: through {}", person.name, recruiter.name));
            }
            Addressee::Person(Some(Person { name, email: None, .. }))
                if rule.channel == Channel::Mail =>
            {
                return Some(format!("no address for {name}"));
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
        position(self.followup.note)
    }
}

/// Whether a day's agenda or drafts have to do with a follow-up.
pub fn shows(followup: &FollowUp<'_>, today: NaiveDate) -> bool {
    match followup.record {
        Some(Record::Done(day)) => is_lately(day, today),
        _ => {
            let status = followup.status(today);
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

fn draft_file(
    followup: &FollowUp<'_>,
    status: Status,
    drafts: &BTreeMap<String, String>,
) -> Option<DraftFile> {
    let open = status.has_draft() || status == Status::Done;
    if !open || !followup.rule.has_draft() {
        return None;
    }
    let path = draft::path(followup)?;
    let blanks = draft::blanks(drafts.get(&path)?);
    Some(DraftFile { path, blanks })
}
