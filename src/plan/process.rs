//! Hiring processes: all notes of one company and role.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::calendar::Calendar;
use crate::notes::{Interest, Note, Outcome, Person, Record};
use crate::plan::timeframes::latest_timeframe;
use crate::rules::cadence::Cadence;
use crate::rules::known::Known;
use crate::rules::moment::Anchors;
use crate::text::{first_line, natural_order};

/// Company and role in lower case, which all notes of a process share.
pub type ProcessKey = Arc<str>;

/// All interview rounds with one company for one role.
#[derive(Clone, Debug)]
pub struct Process {
    /// Its key. What goes to several processes is in the order of their keys.
    pub key: ProcessKey,
    /// Company and role as a slug, unique in the journal. The ids of other processes' follow-ups may contain it.
    pub id: String,
    /// Its notes, the current round last.
    pub rounds: Vec<Arc<Note>>,
    /// The position of the current round.
    current: usize,
    /// The same as they were read, if one of them knows a time frame or an address from another note.
    pub as_read: Vec<Arc<Note>>,
    /// What it shares with those that may be the same process, written in another way; `None` without a role.
    pub alike: Option<String>,
    /// Copies of these notes that a sync program made. Nothing follows from them.
    pub copies: Vec<Copied>,
    /// The company's interviews for other roles with people whom this process knows, too, in order.
    pub other_roles: Vec<Arc<Note>>,
}

/// A note that is a copy, with the path of its original.
pub type Copied = (Arc<Note>, String);

/// The beginning of the ids of what is done about an offer.
const OFFER: &str = "offer-";

/// The day of an outcome, as far as a note says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeDay {
    /// The note says so.
    On(NaiveDate),
    /// The note says none, or one still to come: it is news of today.
    Today,
    /// The note says none, and this last sign of life is so long ago that the outcome is no news.
    LongAgo(NaiveDate),
    /// The note's day can't be read, or says none while nothing else tells whether it is news.
    Unknown,
}

impl OutcomeDay {
    /// The day that counts.
    pub fn day(self, today: NaiveDate) -> Known<NaiveDate> {
        match self {
            OutcomeDay::On(day) | OutcomeDay::LongAgo(day) => Known::Is(day),
            OutcomeDay::Today => Known::Is(today),
            OutcomeDay::Unknown => Known::Bad,
        }
    }
}

/// Returns true for a note of an application that has led to no interview yet.
pub fn is_application(note: &Note) -> bool {
    note.outcome == Known::Is(Outcome::Applied)
}

/// Returns true for a note of an interview that took place, or may: neither an application nor a task done at home.
pub fn is_interview(note: &Note) -> bool {
    !is_application(note) && !note.fell_through() && !note.is_assignment()
}

impl Process {
    /// A process of at least one round.
    pub fn new(
        key: ProcessKey,
        id: String,
        rounds: Vec<Arc<Note>>,
        copies: Vec<Copied>,
    ) -> Process {
        let current = current_of(&rounds);
        let (as_read, other_roles) = (Vec::new(), Vec::new());
        Process { key, id, current, rounds, as_read, alike: None, copies, other_roles }
    }

    /// The company in lower case.
    pub fn company(&self) -> &str {
        company_of(&self.key)
    }

    /// The note of the current round.
    pub fn current(&self) -> &Arc<Note> {
        &self.rounds[self.current_at()]
    }

    /// The position of the current round.
    pub fn current_at(&self) -> usize {
        self.current
    }

    /// The outcome, pending if the note has none; `None` if it can't be read.
    pub fn outcome(&self) -> Option<Outcome> {
        Process::outcome_of(self.current())
    }

    /// The outcome of a process whose current round has this note.
    pub fn outcome_of(note: &Note) -> Option<Outcome> {
        match note.outcome {
            Known::Missing => Some(Outcome::Pending),
            Known::Bad => None,
            Known::Is(outcome) => Some(outcome),
        }
    }

    /// Returns true while there may be something left to do; an outcome that can't be read leaves that open.
    pub fn is_open(&self) -> bool {
        self.outcome().is_none_or(Outcome::is_open)
    }

    /// Returns true while an offer waits for an answer: the outcome says so, or can't be read where the note has a deadline
    /// that isn't past.
    pub fn has_offer(&self, today: NaiveDate) -> bool {
        match (self.outcome(), self.current().decide_by) {
            (Some(outcome), _) => outcome == Outcome::Offer,
            (None, Known::Is(day)) => day >= today,
            (None, deadline) => deadline != Known::Missing,
        }
    }

    /// Returns true if an offer came after some day: it wants an answer of its own. Of one that was turned down since, what
    /// was done about it tells, else its deadline.
    pub fn has_offered_after(&self, day: NaiveDate) -> bool {
        let note = self.current();
        let is_later = |other: Option<&NaiveDate>| other.is_some_and(|other| *other > day);
        let answers = || {
            note.records.iter().filter_map(|(id, record)| match record {
                Record::Done(day) | Record::Skipped(day) => id.starts_with(OFFER).then_some(day),
                Record::Snoozed(_) => None,
            })
        };
        is_later(note.outcome_date.value())
            && match self.outcome() {
                Some(Outcome::Offer) => true,
                Some(Outcome::Declined) => is_later(answers().min().or(note.decide_by.value())),
                _ => false,
            }
    }

    /// The interest that the note of the round at a position says, else that of the nearest round before it.
    pub fn interest(&self, at: usize) -> Interest {
        let mut interests = self.rounds[..=at].iter().rev().map(|note| &note.interest);
        let interest = interests.find(|interest| **interest != Known::Missing);
        interest.and_then(Known::value).copied().unwrap_or_default()
    }

    /// Returns true if the note at a path is one of its rounds.
    pub fn has_note(&self, path: &str) -> bool {
        self.rounds.iter().any(|note| note.path == path)
    }

    /// The recruiter named in the latest round that names one.
    pub fn recruiter(&self) -> Known<&Arc<Person>> {
        self.recruiter_by(self.rounds.len() - 1)
    }

    /// The same of the rounds up to the one at a position.
    pub fn recruiter_by(&self, at: usize) -> Known<&Arc<Person>> {
        latest(&self.rounds[..=at], |note| note.recruiter.as_ref())
    }

    /// The recruiter, else the hiring manager among the interviewers, else the lead interviewer. Bad if the recruiter
    /// can't be read: a message to the wrong person is worse than a late one. Whoever was to interview in a round that fell
    /// through hears of nothing if another round took place.
    pub fn recruiter_or_lead(&self) -> Known<&Arc<Person>> {
        self.recruiter().or_else(|| self.lead())
    }

    /// The same of the rounds that had begun by a day, as far as one had.
    pub fn recruiter_or_lead_on(&self, day: NaiveDate) -> Known<&Arc<Person>> {
        let had_begun = |note: &Arc<Note>| note.date.value().is_none_or(|date| *date <= day);
        let at = self.rounds.iter().rposition(had_begun).unwrap_or(self.rounds.len() - 1);
        self.recruiter_by(at).or_else(|| self.lead_by(at))
    }

    /// The hiring manager among the interviewers, else the lead interviewer, of the latest round that has one.
    pub fn lead(&self) -> Known<&Arc<Person>> {
        self.lead_by(self.rounds.len() - 1)
    }

    /// The same of the rounds up to the one at a position.
    pub fn lead_by(&self, at: usize) -> Known<&Arc<Person>> {
        let is_held = |note: &Note| !is_application(note) && !note.fell_through();
        let rounds = &self.rounds[..=at];
        let has_met = rounds.iter().any(|note| is_held(note));
        latest(rounds, |note| {
            if has_met && note.fell_through() {
                return Known::Missing;
            }
            let nobody = if note.lead_is_unclear { Known::Bad } else { Known::Missing };
            note.decider().map_or(nobody, Known::Is)
        })
    }

    /// The last day on which something happened: an interview, an update, an answer, a record.
    pub fn last_sign(&self) -> Option<NaiveDate> {
        let answers = self
            .rounds
            .iter()
            .filter(|note| note.outcome.value().is_some_and(|outcome| outcome.has_day()));
        let answers = answers.filter_map(|note| note.outcome_date.value().copied());
        self.rounds.iter().filter_map(|note| note.last_sign()).chain(answers).max()
    }

    /// The last sign of life: the latest of the days above, the decision date, and the day of any outcome.
    pub fn sign_of_life(&self, calendar: &Calendar) -> Option<NaiveDate> {
        let decision = latest_timeframe(self.current(), calendar).decision.value().copied();
        let outcomes = self.rounds.iter().filter_map(|note| note.outcome_date.value().copied());
        self.last_sign().into_iter().chain(decision).chain(outcomes).max()
    }

    /// The day of the outcome as of today.
    pub fn outcome_day(
        &self,
        cadence: &Cadence,
        calendar: &Calendar,
        today: NaiveDate,
    ) -> OutcomeDay {
        match self.current().outcome_date {
            Known::Is(day) if day <= today => OutcomeDay::On(day),
            Known::Is(_) => OutcomeDay::Today,
            Known::Bad => OutcomeDay::Unknown,
            Known::Missing => match self.sign_of_life(calendar) {
                Some(sign) if !self.is_recent(sign, cadence, calendar, today) => {
                    OutcomeDay::LongAgo(sign)
                }
                Some(_) => OutcomeDay::Today,
                None => OutcomeDay::Unknown,
            },
        }
    }

    /// Returns true while a sign of life is so recent that an outcome without its day may be news.
    fn is_recent(
        &self,
        sign: NaiveDate,
        cadence: &Cadence,
        calendar: &Calendar,
        today: NaiveDate,
    ) -> bool {
        let is_over = self.outcome().is_some_and(Outcome::is_over);
        let within = if is_over { cadence.closed_news_within } else { cadence.news_within };
        today <= calendar.add(sign, within)
    }

    /// Returns true if there have been informal talks only: no job to be offered or lost.
    pub fn is_informal(&self) -> bool {
        self.rounds.iter().all(|note| note.is_informal())
    }

    /// Returns true for a process that is, or was, within the user's own company.
    pub fn is_internal(&self) -> bool {
        self.rounds.iter().any(|note| note.is_internal())
    }

    /// Returns true if it has an interview, which may be still to come.
    pub fn has_interview(&self) -> bool {
        self.rounds.iter().any(|note| is_interview(note) && note.date != Known::Missing)
    }

    /// Returns true if there was an interview by that day.
    pub fn has_met_by(&self, day: NaiveDate) -> bool {
        self.first_met().is_some_and(|met| met <= day)
    }

    /// The day of the first interview, which may be still to come.
    pub fn first_met(&self) -> Option<NaiveDate> {
        self.rounds
            .iter()
            .filter(|note| is_interview(note))
            .filter_map(|note| note.date.value().copied())
            .min()
    }

    /// The day from which a process that is pending, or waits for the day of an interview, counts as gone quiet; `None` for
    /// any other.
    ///
    /// A pending process whose decision date is far off is not quiet before its first status check has lapsed.
    pub fn quiet_day(&self, cadence: &Cadence, calendar: &Calendar) -> Option<NaiveDate> {
        let is_invited = match self.outcome() {
            Some(Outcome::Pending | Outcome::Cancelled) => false,
            Some(Outcome::MoreInterviews | Outcome::HiringManager) => true,
            _ => return None,
        };
        if self.is_informal() {
            return None;
        }
        let quiet = calendar.add(self.last_sign()?, cadence.quiet_after);
        if is_invited {
            return Some(quiet);
        }
        let check_lapses = cadence.first_check().and_then(|rule| {
            let lapses = rule.lapses.as_ref()?;
            let window = latest_timeframe(self.current(), calendar).decision;
            let anchors = Anchors { window, ..Anchors::default() };
            lapses.resolve(&anchors, calendar).value().map(|resolved| resolved.day)
        });
        Some(check_lapses.map_or(quiet, |lapses| lapses.max(quiet)))
    }
}

/// The person in the latest of some rounds that has one.
fn latest<'p>(
    rounds: &'p [Arc<Note>],
    person: impl Fn(&'p Note) -> Known<&'p Arc<Person>>,
) -> Known<&'p Arc<Person>> {
    let mut people = rounds.iter().rev().map(|note| person(note));
    people.find(|person| *person != Known::Missing).unwrap_or(Known::Missing)
}

/// The position of the current round among those of a process, of which there is at least one: the latest. An offer stays
/// current while nothing is known of the talks after it, so that its deadline isn't lost to a call with the team; and so
/// does what became of it, until a round that begins later still. A talk about no job is the current round only where
/// there is no other.
pub fn current_of(rounds: &[Arc<Note>]) -> usize {
    // Most processes have but one.
    if rounds.len() == 1 {
        return 0;
    }
    let outcome = |at: usize| Process::outcome_of(&rounds[at]);
    let is_about_job = |at: &usize| !rounds[*at].is_informal();
    let all = || (0..rounds.len()).filter(is_about_job);
    let last = all().next_back().unwrap_or(rounds.len() - 1);
    // Of one that was cancelled some day the new one may come before it.
    let is_new = |at: &usize| {
        outcome(*at) == Some(Outcome::Pending) && may_replace(&rounds[*at], &rounds[last])
    };
    let new = (rounds[last].cancelled == Known::Bad).then(|| all().rev().find(is_new));
    let last = new.flatten().unwrap_or(last);
    let is_open = |at| matches!(outcome(at), Some(Outcome::Pending | Outcome::Cancelled));
    let answered = all().rev().find(|at| !is_open(*at));
    let holds = |at: &usize| match outcome(*at) {
        Some(Outcome::Offer | Outcome::Accepted) => true,
        Some(Outcome::Declined | Outcome::Rejected | Outcome::Withdrawn) => {
            let days = [rounds[*at].outcome_date, rounds[*at].decide_by];
            let until = days.into_iter().filter_map(|day| day.value().copied()).max();
            let mut later = all().filter(|other| other > at).map(|at| day_order(&rounds[at]));
            later.all(|day| Some(day) <= until)
        }
        _ => false,
    };
    answered.filter(holds).unwrap_or(last)
}

/// Returns true if an interview may be the one that was cancelled, on another day: nothing tells that it is another round.
fn may_replace(note: &Note, cancelled: &Note) -> bool {
    let round = |note: &Note| note.round.as_deref().map(str::to_lowercase);
    let is_other_round = round(note).zip(round(cancelled)).is_some_and(|(one, other)| one != other);
    let (new, old) = (&note.interviewers, &cancelled.interviewers);
    let shares = || new.iter().any(|one| old.iter().any(|other| one.is_likely(other)));
    !is_other_round && (new.is_empty() || old.is_empty() || shares())
}

/// The key of a process by a note of it that has a role: case makes no difference, and names never contain a line break.
pub fn key(note: &Note) -> String {
    let role = note.role.as_deref().unwrap_or_default();
    [&*company_key(note), "\n", &role.to_lowercase()].concat()
}

/// The company's part of that key.
pub fn company_key(note: &Note) -> String {
    note.company.to_lowercase()
}

/// The company's part of a process's key.
pub fn company_of(key: &ProcessKey) -> &str {
    first_line(key)
}

/// The range of a company's keys.
pub fn keys_of_company(company: &str) -> Range<String> {
    // The keys have a line feed behind the company, and this is the next character.
    format!("{company}\n")..format!("{company}\u{b}")
}

/// The order of a process's notes: by day, then by name, so that the current round comes last. One that was cancelled gives
/// way to another of that day.
pub fn in_order(one: &Note, other: &Note) -> Ordering {
    day_order(one)
        .cmp(&day_order(other))
        .then_with(|| other.is_cancelled().cmp(&one.is_cancelled()))
        .then_with(|| natural_order(one.file_name(), other.file_name()))
        .then_with(|| one.path.cmp(&other.path))
        .then_with(|| {
            natural_order(
                one.name_in_file().unwrap_or_default(),
                other.name_in_file().unwrap_or_default(),
            )
        })
}

/// The day that notes are ordered by. One without a good date might be the newest: the checks of the others wait for it.
/// An interview that was cancelled counts from then on no more, whatever its day: the new one may be before that.
pub fn day_order(note: &Note) -> NaiveDate {
    day_or_last(note.date.or(note.applied)).min(day_or_last(note.cancelled))
}

/// A day, or else the last one of all.
pub fn day_or_last(day: Known<NaiveDate>) -> NaiveDate {
    day.value().copied().unwrap_or(NaiveDate::MAX)
}
