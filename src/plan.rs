//! The plan: from processes and the cadence to dated follow-ups. Nothing here depends on today but [`FollowUp::status`].

use chrono::{NaiveDate, TimeDelta};

use crate::cadence::{Anchor, Anchors, Audience, Cadence, Channel, Moment, Resolved, Rule, When};
use crate::calendar::{Calendar, long};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Problem};
use crate::note::{Field, Note, Outcome, Person, Record};
use crate::process::{Process, Timeframe, timeframes};

/// One thing to do.
#[derive(Clone, Debug)]
pub struct FollowUp<'j> {
    /// The rule that it follows.
    pub rule: &'j Rule,
    /// The note that it belongs to, and stands next to.
    pub note: &'j Note,
    /// What sets it apart from others of its rule and note.
    pub key: Key<'j>,
    /// To whom it goes.
    pub addressee: Addressee<'j>,
    /// When.
    pub dates: Dates,
    /// What the user said became of it.
    pub record: Option<Record>,
    /// Whether it no longer makes sense, whatever the day.
    pub void: bool,
}

/// What sets a follow-up apart from others of its rule and note.
#[derive(Clone, Copy, Debug)]
pub enum Key<'j> {
    /// Nothing: there is one.
    Only,
    /// The person whom it is about.
    Person(&'j Person),
    /// The number of a status check, counted through all series.
    Number(u32),
    /// The other process.
    Process(&'j Process<'j>),
}

/// To whom a follow-up goes.
#[derive(Clone, Copy, Debug)]
pub enum Addressee<'j> {
    /// To nobody else.
    You,
    /// To a person, where the note names one.
    Person(Option<&'j Person>),
    /// To a person without an address, by way of the recruiter.
    Through { person: &'j Person, recruiter: &'j Person },
}

/// A follow-up's days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first day it makes sense.
    pub opens: NaiveDate,
    /// The day it should be done.
    pub due: NaiveDate,
    /// The day from which it is overdue; some never are.
    pub late: Option<NaiveDate>,
    /// The day from which it would be odd; some always make sense.
    pub lapses: Option<NaiveDate>,
    /// How the due day came about.
    pub due_by: Resolved,
}

/// Where a follow-up stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Upcoming,
    Open,
    Today,
    Due,
    Overdue,
    Done,
    Skipped,
    Snoozed,
    Lapsed,
    Void,
}

impl Status {
    /// The word in the agenda's data.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Upcoming => "upcoming",
            Status::Open => "open",
            Status::Today => "today",
            Status::Due => "due",
            Status::Overdue => "overdue",
            Status::Done => "done",
            Status::Skipped => "skipped",
            Status::Snoozed => "snoozed",
            Status::Lapsed => "lapsed",
            Status::Void => "void",
        }
    }

    /// Whether it is still to be done and not put off.
    pub fn is_live(self) -> bool {
        matches!(
            self,
            Status::Upcoming | Status::Open | Status::Today | Status::Due | Status::Overdue
        )
    }

    /// Whether its draft should be there.
    pub fn has_draft(self) -> bool {
        matches!(
            self,
            Status::Open | Status::Today | Status::Due | Status::Overdue | Status::Snoozed
        )
    }
}

impl FollowUp<'_> {
    /// The rule's id within the note: what a record names.
    pub fn record_id(&self) -> String {
        record_id(self.rule, self.key)
    }

    /// The id that never changes: the note's path without `.md`, then the rule's.
    pub fn id(&self) -> String {
        format!("{}/{}", self.note.stem(), self.record_id())
    }

    /// The person whom it is about, if any.
    pub fn person(&self) -> Option<&Person> {
        match (self.key, self.addressee) {
            (Key::Person(person), _) | (_, Addressee::Through { person, .. }) => Some(person),
            (_, Addressee::Person(person)) => person,
            (_, Addressee::You) => None,
        }
    }

    /// What the agenda says.
    pub fn title(&self) -> String {
        let company = match self.key {
            Key::Process(process) => &process.current().company,
            _ => &self.note.company,
        };
        let person = self.person().map_or(company, |person| &person.name);
        self.rule.title.replace("{person}", person).replace("{company}", company)
    }

    /// Where it stands on this day.
    pub fn status(&self, today: NaiveDate) -> Status {
        let Dates { opens, due, late, lapses, .. } = self.dates;
        match self.record {
            Some(Record::Done(_)) => Status::Done,
            Some(Record::Skipped(_)) => Status::Skipped,
            _ if self.void => Status::Void,
            _ if lapses.is_some_and(|day| today >= day) => Status::Lapsed,
            Some(Record::Snoozed(until)) if today < until && until == due => Status::Snoozed,
            _ if today < opens => Status::Upcoming,
            _ if late.is_some_and(|day| today >= day) => Status::Overdue,
            _ if today < due => Status::Open,
            _ if today == due => Status::Today,
            _ => Status::Due,
        }
    }

    /// One sentence: the rule and the dates that it used.
    pub fn why(&self) -> String {
        let by = self.dates.due_by;
        // Status checks count from the latest word, which need not be the interview.
        let is_later = by.anchor == Anchor::Interview && self.note.date != Field::Is(by.from);
        let anchor = if is_later { "the last word" } else { by.anchor.in_words() };
        let mut why = if by.offset.is_none() {
            format!("{}: due on {}, the day of {}", self.rule.why, long(by.from), anchor)
        } else {
            let from = format!("{} on {}", anchor, long(by.from));
            format!("{}: due on {}, {} {from}", self.rule.why, long(by.day), by.offset)
        };
        if let Some(Record::Snoozed(until)) = self.record
            && until == self.dates.due
        {
            why.push_str(&format!("; put off until {}", long(until)));
        } else if self.dates.due != by.day {
            why.push_str(&format!("; moved to the next business day, {}", long(self.dates.due)));
        }
        why.push('.');
        why
    }
}

fn record_id(rule: &Rule, key: Key<'_>) -> String {
    match key {
        Key::Only => rule.id.clone(),
        Key::Person(person) => format!("{}/{}", rule.id, person.id),
        Key::Number(number) => format!("{}/{number}", rule.kind()),
        Key::Process(process) => format!("{}/{}", rule.id, process.id),
    }
}

/// The follow-ups of all processes that `keep` wants, in the order of the processes and of the cadence, and hints on
/// what was assumed.
pub fn plan<'j>(
    processes: &'j [Process<'j>],
    config: &'j Config,
    keep: impl Fn(&FollowUp<'j>) -> bool,
) -> (Vec<FollowUp<'j>>, Vec<Diagnostic>) {
    let mut planner = Planner {
        cadence: &config.cadence,
        calendar: &config.calendar,
        open: processes
            .iter()
            .filter(|process| process.outcome().is_some_and(Outcome::is_open))
            .collect(),
        keep,
        followups: Vec::new(),
        hints: Vec::new(),
    };
    for process in processes {
        planner.process(process);
    }
    (planner.followups, planner.hints)
}

struct Planner<'j, K> {
    cadence: &'j Cadence,
    calendar: &'j Calendar,
    open: Vec<&'j Process<'j>>,
    keep: K,
    followups: Vec<FollowUp<'j>>,
    hints: Vec<Diagnostic>,
}

/// What the rules of one note look at.
struct Round<'j> {
    process: &'j Process<'j>,
    note: &'j Note,
    is_current: bool,
    outcome: Option<Outcome>,
    timeframes: Vec<Timeframe>,
    anchors: Anchors,
}

impl<'j, K: Fn(&FollowUp<'j>) -> bool> Planner<'j, K> {
    fn process(&mut self, process: &'j Process<'j>) {
        let quiet = process.quiet_day(self.cadence, self.calendar);
        let current = process.rounds.len() - 1;
        for (at, &note) in process.rounds.iter().enumerate() {
            let timeframes = timeframes(note, self.calendar);
            let window = timeframes.last().map_or(Field::Missing, |timeframe| timeframe.decision);
            let mut anchors = Anchors {
                interview: note.date,
                window,
                decide_by: note.decide_by,
                quiet: quiet.map_or(Field::Missing, Field::Is),
                ..Anchors::default()
            };
            let is_current = at == current;
            if is_current {
                anchors.outcome = self.outcome_day(note, &anchors);
            }
            let outcome = process.outcome();
            let round = Round { process, note, is_current, outcome, timeframes, anchors };
            for rule in &self.cadence.rules {
                self.rule(rule, &round);
            }
        }
    }

    /// The day of the outcome, assumed where the note lacks it.
    fn outcome_day(&mut self, note: &Note, anchors: &Anchors) -> Field<NaiveDate> {
        if note.outcome_date != Field::Missing {
            return note.outcome_date;
        }
        let assumed = match self.cadence.outcome_day.resolve(anchors, self.calendar) {
            Field::Is(resolved) => resolved.day,
            Field::Bad => return Field::Bad,
            Field::Missing => return Field::Missing,
        };
        if let Some(place) = &note.undated_outcome {
            let problem = Problem::MissingOutcomeDate { assumed };
            self.hints.push(Diagnostic::at(&note.path, place.clone(), problem));
        }
        Field::Is(assumed)
    }

    fn rule(&mut self, rule: &'j Rule, round: &Round<'j>) {
        match rule.when {
            When::FirstCheck => self.first_checks(rule, round),
            When::SecondCheck => self.second_checks(rule, round),
            When::CheckedOut => self.close_out(rule, round),
            _ => {
                let Some(void) = applies(rule.when, round) else { return };
                let mut targets = Vec::new();
                self.targets(rule, round, &mut targets);
                for (key, addressee) in targets {
                    self.add(rule, round, key, addressee, &round.anchors, void);
                }
            }
        }
    }

    /// Whom a rule's follow-ups of a round go to; nobody where that can't be read.
    fn targets(&self, rule: &Rule, round: &Round<'j>, targets: &mut Vec<(Key<'j>, Addressee<'j>)>) {
        let note = round.note;
        let person = |person| (Key::Only, Addressee::Person(person));
        let to = rule.to;
        match to {
            Audience::You => targets.push((Key::Only, Addressee::You)),
            Audience::Recruiter => {
                targets.extend(note.recruiter.value().map(|recruiter| person(Some(recruiter))));
            }
            Audience::AgencyRecruiter => {
                let recruiter = note.recruiter.value().filter(|_| note.agency.is_some());
                targets.extend(recruiter.map(|recruiter| person(Some(recruiter))));
            }
            Audience::RecruiterOrLead
            | Audience::ContactOrRecruiter
            | Audience::RecruiterOrContact => match somebody(to, round) {
                Field::Is(somebody) => targets.push(person(Some(somebody))),
                Field::Missing => targets.push(person(None)),
                Field::Bad => {}
            },
            Audience::EachInterviewer => {
                targets.extend(
                    note.interviewers.iter().map(|person| directly(person, note, rule.channel)),
                );
            }
            Audience::EachHelper => {
                targets.extend(
                    note.also_met.iter().map(|person| directly(person, note, rule.channel)),
                );
            }
            Audience::LeadInterviewer => {
                targets.extend(note.lead().map(|person| directly(person, note, rule.channel)));
            }
            Audience::EachWithoutAddress => targets.extend(
                note.interviewers
                    .iter()
                    .filter(|person| person.email.is_none())
                    .map(|person| (Key::Person(person), Addressee::You)),
            ),
            Audience::Manager => {
                let told = somebody(Audience::ContactOrRecruiter, round);
                let manager = note.manager.value().filter(|_| note.is_internal());
                let another =
                    |manager: &&Person| told.value().is_none_or(|told| told.id != manager.id);
                targets.extend(manager.filter(another).map(|manager| person(Some(manager))));
            }
            Audience::EachOtherProcess => targets.extend(
                self.open
                    .iter()
                    .filter(|other| other.id != round.process.id)
                    // Another offer is answered by its own follow-ups, until one of them is accepted.
                    .filter(|other| {
                        rule.when == When::Accepted || other.outcome() != Some(Outcome::Offer)
                    })
                    .filter(|other| self.is_awake(other, round.anchors.outcome))
                    .filter_map(|other| match other.recruiter_or_lead() {
                        Field::Bad => None,
                        to => Some((Key::Process(other), Addressee::Person(to.value().copied()))),
                    }),
            ),
        }
    }

    /// Whether a process had not gone quiet by that day.
    fn is_awake(&self, process: &Process<'_>, day: Field<NaiveDate>) -> bool {
        let quiet = process.quiet_day(self.cadence, self.calendar);
        quiet.zip(day.value().copied()).is_none_or(|(quiet, day)| day < quiet)
    }

    /// The first check of each series: one series for each time frame, numbered on after the checks before it.
    fn first_checks(&mut self, rule: &'j Rule, round: &Round<'j>) {
        for series in series(round) {
            let anchors = series.anchors(round);
            self.check(rule, round, &series, series.first, &anchors);
        }
    }

    fn second_checks(&mut self, rule: &'j Rule, round: &Round<'j>) {
        for series in series(round) {
            let anchors =
                Anchors { sent: series.sent(round, series.first), ..series.anchors(round) };
            self.check(rule, round, &series, series.first + 1, &anchors);
        }
    }

    /// Of a series that a newer time frame has replaced, only what was settled before keeps its number.
    fn check(
        &mut self,
        rule: &'j Rule,
        round: &Round<'j>,
        series: &Series,
        number: u32,
        anchors: &Anchors,
    ) {
        if series.replaced_at.is_some_and(|next| number >= next) {
            return;
        }
        let void = series.replaced_at.is_some() || !is_waiting(round);
        let to = match somebody(rule.to, round) {
            Field::Bad => return,
            somebody => somebody.value().copied(),
        };
        self.add(rule, round, Key::Number(number), Addressee::Person(to), anchors, void);
    }

    fn close_out(&mut self, rule: &'j Rule, round: &Round<'j>) {
        if !is_waiting(round) {
            return;
        }
        let Some(series) = series(round).pop() else { return };
        let last = [series.first + 1, series.first]
            .into_iter()
            .map(|number| series.sent(round, number))
            .find(|sent| *sent != Field::Missing);
        let lapses = self.cadence.first_check().and_then(|check| {
            let record = round.note.records.get(&check_id(series.first)).copied();
            self.dates(check, &series.anchors(round), round.note.is_internal(), record)?.lapses
        });
        let unsent = lapses.map_or(Field::Missing, Field::Is);
        let anchors = Anchors { sent: last.unwrap_or(Field::Missing), unsent, ..round.anchors };
        self.add(rule, round, Key::Only, Addressee::You, &anchors, false);
    }

    /// Adds a follow-up if all days that it needs are known.
    fn add(
        &mut self,
        rule: &'j Rule,
        round: &Round<'j>,
        key: Key<'j>,
        addressee: Addressee<'j>,
        anchors: &Anchors,
        void: bool,
    ) {
        let note = round.note;
        let id = record_id(rule, key);
        if note.unclear_records.contains(&id) {
            return;
        }
        let record = note.records.get(&id).copied();
        let Some(dates) = self.dates(rule, anchors, note.is_internal(), record) else { return };
        let mut followup = FollowUp { rule, note, key, addressee, dates, record, void };
        if let Field::Is(quiet) = round.anchors.quiet {
            let lapses = &mut followup.dates.lapses;
            *lapses = Some(lapses.map_or(quiet, |day| day.min(quiet)));
        }
        let lapses = followup.dates.lapses;
        // It would lapse before it opens, or before the other process began.
        let began = match key {
            Key::Process(other) => other.rounds[0].date.value().copied(),
            _ => None,
        };
        let starts = began.map_or(followup.dates.opens, |began| began.max(followup.dates.opens));
        if lapses.is_some_and(|lapses| lapses <= starts) {
            followup.void = true;
        }
        if (self.keep)(&followup) {
            self.followups.push(followup);
        }
    }

    /// A follow-up's days; `None` where one that they are counted from isn't known.
    fn dates(
        &self,
        rule: &Rule,
        anchors: &Anchors,
        internal: bool,
        record: Option<Record>,
    ) -> Option<Dates> {
        let calendar = self.calendar;
        let mut anchors = *anchors;
        // Either of the two may be told in terms of the other.
        let opens = rule.opens.resolve(&anchors, calendar);
        if let Field::Is(opens) = opens {
            let floor = rule.not_before.as_ref().map(|moment| moment.resolve(&anchors, calendar));
            let day = match floor {
                Some(Field::Bad) => return None,
                Some(Field::Is(floor)) => opens.day.max(floor.day),
                Some(Field::Missing) | None => opens.day,
            };
            anchors.opens = Field::Is(day);
        }
        let due = rule.due_internal.as_ref().filter(|_| internal).unwrap_or(&rule.due);
        let mut due_by = *due.resolve(&anchors, calendar).value()?;
        let mut due = due_by.day;
        if rule.business_day {
            due = calendar.business_day_from(due);
        }
        if let (Anchor::Opens, true, Field::Is(opens)) =
            (due_by.anchor, due_by.offset.is_none(), opens)
        {
            due_by = opens;
        }
        anchors.due = Field::Is(due);
        let opens = match anchors.opens {
            Field::Is(day) => day,
            _ => rule.opens.resolve(&anchors, calendar).value()?.day,
        };
        // What is put off is late, and lapses, as much later; a day before it opens puts nothing off.
        let mut later = TimeDelta::zero();
        if let Some(Record::Snoozed(until)) = record
            && until > opens
        {
            later = until - due;
            due = until;
            anchors.due = Field::Is(until);
        }
        let day = |moment: &Option<Moment>| {
            let Some(moment) = moment else { return Some(None) };
            match moment.resolve(&anchors, calendar) {
                Field::Is(Resolved { day, anchor: Anchor::Due, .. }) => Some(Some(day)),
                Field::Is(resolved) => Some(resolved.day.checked_add_signed(later)),
                Field::Missing => Some(None),
                Field::Bad => None,
            }
        };
        Some(Dates { opens, due, late: day(&rule.late)?, lapses: day(&rule.lapses)?, due_by })
    }
}

/// Whether a rule holds for a round: `None` where it doesn't, else whether what it gives is void.
fn applies(when: When, round: &Round<'_>) -> Option<bool> {
    let note = round.note;
    let outcome =
        |wanted: Outcome| (round.is_current && round.outcome == Some(wanted)).then_some(false);
    match when {
        When::Interviewed => Some(false),
        When::Pending => Some(round.outcome? != Outcome::Pending),
        When::NoWindow => {
            let known =
                round.timeframes.iter().any(|timeframe| timeframe.decision != Field::Missing);
            round.outcome?;
            (!known).then(|| !is_waiting(round))
        }
        When::FirstCheck | When::SecondCheck | When::CheckedOut => None,
        When::MoreInterviews => outcome(Outcome::MoreInterviews),
        When::HiringManager => outcome(Outcome::HiringManager),
        When::Offer => outcome(Outcome::Offer),
        When::Accepted => outcome(Outcome::Accepted),
        When::Declined => outcome(Outcome::Declined),
        When::Withdrawn => outcome(Outcome::Withdrawn),
        When::Rejected if note.internal.is_bad() => None,
        When::Rejected => outcome(Outcome::Rejected),
        When::RejectedInternally if note.is_internal() => outcome(Outcome::Rejected),
        When::RejectedInternally => None,
        When::RejectedAndInterested => match (&note.internal, &note.still_interested) {
            (Field::Bad, _) | (Field::Is(true), Field::Bad | Field::Is(false)) => None,
            _ => outcome(Outcome::Rejected),
        },
    }
}

/// Pending, and this is the current round.
fn is_waiting(round: &Round<'_>) -> bool {
    round.is_current && round.outcome == Some(Outcome::Pending)
}

/// A person by an audience with alternatives.
fn somebody<'j>(to: Audience, round: &Round<'j>) -> Field<&'j Person> {
    let contact = round.note.contact.as_ref();
    let process = round.process;
    match to {
        Audience::ContactOrRecruiter => contact.or(process.recruiter_or_lead()),
        Audience::RecruiterOrContact => {
            process.recruiter().or(contact).or(process.recruiter_or_lead())
        }
        _ => process.recruiter_or_lead(),
    }
}

/// A message to a person: by way of the recruiter where there is no address.
fn directly<'j>(person: &'j Person, note: &'j Note, channel: Channel) -> (Key<'j>, Addressee<'j>) {
    let addressee = match (&person.email, note.recruiter.value()) {
        (None, Some(recruiter)) if channel == Channel::Mail => {
            Addressee::Through { person, recruiter }
        }
        _ => Addressee::Person(Some(person)),
    };
    (Key::Person(person), addressee)
}

/// The status checks of one time frame.
struct Series {
    timeframe: Timeframe,
    /// Number of its first check.
    first: u32,
    /// Number of the next series' first check, where a newer time frame replaced this one.
    replaced_at: Option<u32>,
}

impl Series {
    /// The days that the checks are counted from: the word is the one that opened the series.
    fn anchors(&self, round: &Round<'_>) -> Anchors {
        Anchors {
            interview: self.timeframe.heard,
            window: self.timeframe.decision,
            ..round.anchors
        }
    }

    /// The day on which a check was sent.
    fn sent(&self, round: &Round<'_>, number: u32) -> Field<NaiveDate> {
        let id = check_id(number);
        match round.note.records.get(&id) {
            Some(Record::Done(day)) => Field::Is(*day),
            _ if round.note.unclear_records.contains(&id) => Field::Bad,
            _ => Field::Missing,
        }
    }
}

fn check_id(number: u32) -> String {
    format!("status-check/{number}")
}

/// One series for each time frame; its numbers go on after the checks that were settled before it was heard.
fn series(round: &Round<'_>) -> Vec<Series> {
    let settled: Vec<(u32, NaiveDate)> = round
        .note
        .records
        .iter()
        .filter(|(_, record)| !matches!(record, Record::Snoozed(_)))
        .filter_map(|(id, record)| {
            let number = id.strip_prefix("status-check/")?.parse().ok()?;
            Some((number, record.day()))
        })
        .collect();
    let mut all: Vec<Series> = Vec::with_capacity(round.timeframes.len());
    for (at, &timeframe) in round.timeframes.iter().enumerate() {
        let used = match timeframe.heard {
            Field::Is(heard) if at > 0 => {
                settled.iter().filter(|(_, day)| *day <= heard).map(|(number, _)| *number).max()
            }
            _ => None,
        };
        let first = used.unwrap_or(0).saturating_add(1);
        if let Some(replaced) = all.last_mut() {
            replaced.replaced_at = Some(first);
        }
        all.push(Series { timeframe, first, replaced_at: None });
    }
    all
}
