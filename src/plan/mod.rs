//! The plan: from hiring processes and the cadence to dated follow-ups.
//!
//! Takes a process, the other open processes and the configuration; gives the follow-ups of each of its notes. Nothing
//! here depends on today.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use crate::dates::calendar::Calendar;
use crate::diagnostic::{Diagnostic, Problem};
use crate::notes::{Note, Outcome, Record};
use crate::plan::followup::{Addressee, Dates, FollowUp, Key, Standing};
use crate::plan::process::{Process, Timeframe, timeframes};
use crate::rules::cadence::{Cadence, Rule, When};
use crate::rules::config::Config;
use crate::rules::known::Known;
use crate::rules::moment::{Anchor, Anchors, Moment, Resolved};

pub mod asks;
mod audience;
mod checks;
pub mod followup;
pub mod process;
pub mod stage;

/// The plan for one process.
#[derive(Debug, Default)]
pub struct Plan {
    /// The follow-ups asked for, by round and in the order of the cadence.
    pub followups: Vec<FollowUp>,
    /// Hints about dates that were assumed.
    pub hints: Vec<Diagnostic>,
    /// True if the plan changes with the other open processes.
    pub depends_on_others: bool,
}

/// Plans one process, given all that are `open`. `keep` returns true for the follow-ups asked for; if it does so for a
/// void one, it must do so for the same one that is not void.
pub fn plan<'p>(
    process: &'p Process,
    open: &'p [&'p Arc<Process>],
    config: &'p Config,
    keep: impl Fn(&Standing) -> bool,
) -> Plan {
    let mut planner = Planner {
        cadence: &config.cadence,
        calendar: &config.calendar,
        open,
        keep,
        plan: Plan::default(),
    };
    planner.process(process);
    planner.plan
}

struct Planner<'p, K> {
    cadence: &'p Cadence,
    calendar: &'p Calendar,
    open: &'p [&'p Arc<Process>],
    keep: K,
    plan: Plan,
}

/// One note of a process, as the rules see it.
struct Round<'p> {
    process: &'p Process,
    note: &'p Arc<Note>,
    is_current: bool,
    outcome: Option<Outcome>,
    timeframes: Vec<Timeframe>,
    anchors: Anchors,
}

impl Round<'_> {
    /// Returns true for the current round of a pending process.
    fn is_waiting(&self) -> bool {
        self.is_current && self.outcome == Some(Outcome::Pending)
    }
}

impl<'p, K: Fn(&Standing) -> bool> Planner<'p, K> {
    fn process(&mut self, process: &'p Process) {
        let quiet = process.quiet_day(self.cadence, self.calendar);
        let current = process.rounds.len() - 1;
        for (at, note) in process.rounds.iter().enumerate() {
            let timeframes = timeframes(note, self.calendar);
            let window = timeframes.last().map_or(Known::Missing, |timeframe| timeframe.decision);
            let mut anchors = Anchors {
                interview: note.date,
                window,
                decide_by: note.decide_by,
                quiet: quiet.map_or(Known::Missing, Known::Is),
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

    /// The day of the outcome, assumed if the note lacks it.
    fn outcome_day(&mut self, note: &Note, anchors: &Anchors) -> Known<NaiveDate> {
        if note.outcome_date != Known::Missing {
            return note.outcome_date;
        }
        let assumed = match self.cadence.outcome_day.resolve(anchors, self.calendar) {
            Known::Is(resolved) => resolved.day,
            Known::Bad => return Known::Bad,
            Known::Missing => return Known::Missing,
        };
        if let Some(place) = &note.undated_outcome {
            let problem = Problem::MissingOutcomeDate { assumed };
            self.plan.hints.push(Diagnostic::at(&note.path, place.clone(), problem));
        }
        Known::Is(assumed)
    }

    fn rule(&mut self, rule: &'p Arc<Rule>, round: &Round<'p>) {
        match rule.when {
            When::FirstCheck => self.first_checks(rule, round),
            When::SecondCheck => self.second_checks(rule, round),
            When::CheckedOut => self.close_out(rule, round),
            _ => {
                let Some(void) = applies(rule.when, round) else { return };
                // Without records all of a rule's follow-ups have one standing: those of old notes have long lapsed.
                let note = round.note;
                let alike = note.records.is_empty() && note.unclear_records.is_empty();
                let is_kept = |standing: &Standing| (self.keep)(standing);
                if alike
                    && !self
                        .standing(rule, round, &round.anchors, None, void)
                        .as_ref()
                        .is_some_and(is_kept)
                {
                    return;
                }
                for (key, addressee) in self.targets(rule, round) {
                    self.add(rule, round, key, addressee, &round.anchors, void);
                }
            }
        }
    }

    /// Adds a follow-up if all the days it needs are known.
    fn add(
        &mut self,
        rule: &Arc<Rule>,
        round: &Round<'p>,
        key: Key,
        addressee: Addressee,
        anchors: &Anchors,
        void: bool,
    ) {
        let note = round.note;
        let mut record = None;
        if !note.records.is_empty() || !note.unclear_records.is_empty() {
            let id = key.record_id(rule);
            if note.unclear_records.contains(&id) {
                return;
            }
            record = note.records.get(&id).copied();
        }
        let Some(mut standing) = self.standing(rule, round, anchors, record, void) else { return };
        // It would lapse before the other process began.
        if let Key::Process(other) = &key
            && let (Some(lapses), Known::Is(began)) = (standing.dates.lapses, other.rounds[0].date)
            && lapses <= began
        {
            standing.void = true;
        }
        if (self.keep)(&standing) {
            let (rule, note) = (rule.clone(), note.clone());
            self.plan.followups.push(FollowUp { rule, note, key, addressee, standing });
        }
    }

    /// The standing of a rule's follow-up; `None` if a day that it needs isn't known.
    fn standing(
        &self,
        rule: &Rule,
        round: &Round<'p>,
        anchors: &Anchors,
        record: Option<Record>,
        void: bool,
    ) -> Option<Standing> {
        let mut dates = self.dates(rule, anchors, round.note.is_internal(), record)?;
        if let Known::Is(quiet) = round.anchors.quiet {
            dates.lapses = Some(dates.lapses.map_or(quiet, |day| day.min(quiet)));
        }
        // It would lapse before it opens.
        let void = void || dates.lapses.is_some_and(|lapses| lapses <= dates.opens);
        Some(Standing { dates, record, void })
    }

    /// A follow-up's days; `None` if a day that they are counted from isn't known.
    fn dates(
        &self,
        rule: &Rule,
        anchors: &Anchors,
        internal: bool,
        record: Option<Record>,
    ) -> Option<Dates> {
        let calendar = self.calendar;
        let mut anchors = *anchors;
        // Each of the two may be defined in terms of the other.
        let opens = rule.opens.resolve(&anchors, calendar);
        if let Known::Is(opens) = opens {
            let floor = rule.not_before.as_ref().map(|moment| moment.resolve(&anchors, calendar));
            let day = match floor {
                Some(Known::Bad) => return None,
                Some(Known::Is(floor)) => opens.day.max(floor.day),
                Some(Known::Missing) | None => opens.day,
            };
            anchors.opens = Known::Is(day);
        }
        let due = rule.due_internal.as_ref().filter(|_| internal).unwrap_or(&rule.due);
        let mut due_by = *due.resolve(&anchors, calendar).value()?;
        let mut due = due_by.day;
        if rule.business_day {
            due = calendar.business_day_from(due);
        }
        if let (Anchor::Opens, true, Known::Is(opens)) =
            (due_by.anchor, due_by.offset.is_none(), opens)
        {
            due_by = opens;
        }
        anchors.due = Known::Is(due);
        let opens = match anchors.opens {
            Known::Is(day) => day,
            _ => rule.opens.resolve(&anchors, calendar).value()?.day,
        };
        // A follow-up that is put off becomes late, and lapses, as much later. A day before it opens puts nothing off.
        let mut later = TimeDelta::zero();
        if let Some(Record::Snoozed(until)) = record
            && until > opens
        {
            later = until - due;
            due = until;
            anchors.due = Known::Is(until);
        }
        let day = |moment: &Option<Moment>| {
            let Some(moment) = moment else { return Some(None) };
            match moment.resolve(&anchors, calendar) {
                Known::Is(Resolved { day, anchor: Anchor::Due, .. }) => Some(Some(day)),
                Known::Is(resolved) => Some(resolved.day.checked_add_signed(later)),
                Known::Missing => Some(None),
                Known::Bad => None,
            }
        };
        Some(Dates { opens, due, late: day(&rule.late)?, lapses: day(&rule.lapses)?, due_by })
    }
}

/// `None` if a rule doesn't apply to a round, else true if its follow-ups are void.
fn applies(when: When, round: &Round<'_>) -> Option<bool> {
    let note = round.note;
    let outcome =
        |wanted: Outcome| (round.is_current && round.outcome == Some(wanted)).then_some(false);
    match when {
        When::Interviewed => Some(false),
        When::Pending => Some(round.outcome? != Outcome::Pending),
        When::NoWindow => {
            let known =
                round.timeframes.iter().any(|timeframe| timeframe.decision != Known::Missing);
            round.outcome?;
            (!known).then(|| !round.is_waiting())
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
            (Known::Bad, _) | (Known::Is(true), Known::Bad | Known::Is(false)) => None,
            _ => outcome(Outcome::Rejected),
        },
    }
}
