//! The plan: from hiring processes and the cadence to dated follow-ups.
//!
//! Takes a process, the other open processes, their bearing on it, the configuration and the day; gives the follow-ups of
//! each of its notes. Only what has no day of its own depends on today: an outcome whose day the note doesn't say.

use std::cell::OnceCell;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::dates::calendar::Calendar;
use crate::diagnostic::{Diagnostic, Problem};
use crate::notes::material::{Material, Materials, Remark};
use crate::notes::{Note, Person};
use crate::plan::bearing::{Bearing, HeardOffer};
use crate::plan::followup::{Addressee, FollowUp, Key};
use crate::plan::others::Others;
use crate::plan::process::{OutcomeDay, Process, is_application};
use crate::plan::reach::is_history_from;
use crate::plan::round::{Round, applies, was_done};
use crate::plan::setting::Setting;
use crate::plan::status::Standing;
use crate::plan::timeframes::timeframes_by;
use crate::plan::told::told_before;
use crate::rules::cadence::{Audience, Rule, When};
use crate::rules::config::Config;
use crate::rules::headings::Topic;
use crate::rules::known::Known;
use crate::rules::moment::Anchors;
use crate::rules::practical::is_practical;

pub mod asks;
mod audience;
pub mod bearing;
mod checks;
mod contacts;
pub mod dates;
pub mod followup;
pub mod others;
pub mod process;
mod reach;
mod round;
mod setting;
pub mod stage;
mod standing;
pub mod status;
pub mod tie;
pub mod timeframes;
pub mod told;

/// The plan for one process.
#[derive(Debug, Default)]
pub struct Plan {
    /// The follow-ups asked for, by round and in the order of the cadence.
    pub followups: Vec<FollowUp>,
    /// Problems with the day of the outcome.
    pub problems: Vec<Diagnostic>,
    /// The position among the follow-ups of those to the other open processes, if the plan changes with these.
    pub to_others: Option<usize>,
}

/// The processes besides the one that is planned.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'p> {
    /// Those that are open, and closed ones that were written to.
    pub open: &'p [Open<'p>],
    /// The bearing of all on each other.
    pub others: &'p Others,
    /// The bearing of all on this one.
    pub bearing: &'p Bearing,
}

/// A process that hears, or has heard, of the outcome of others.
#[derive(Clone, Debug)]
pub struct Open<'p> {
    /// The process.
    pub process: &'p Arc<Process>,
    /// The offer of which it hears, once it is asked for: every offer asks each of them.
    hears_of: OnceLock<Option<HeardOffer>>,
}

impl<'p> Open<'p> {
    /// Such a process.
    pub fn new(process: &'p Arc<Process>) -> Open<'p> {
        Open { process, hears_of: OnceLock::new() }
    }

    /// The offer of which it hears.
    fn hears_of(&self, others: &Others, config: &Config) -> Option<&HeardOffer> {
        self.hears_of.get_or_init(|| others.heard_by(self.process, config)).as_ref()
    }
}

/// Plans one process. `keep` returns true for the follow-ups asked for, and never does so for a void or lapsed one without
/// a record, unless those are asked for as well.
pub fn plan<'p>(
    process: &'p Process,
    beside: Beside<'p>,
    materials: &'p Materials<'p>,
    config: &'p Config,
    today: NaiveDate,
    with_void: bool,
    keep: impl Fn(&Standing) -> bool,
) -> Plan {
    let mut planner = Planner {
        config,
        calendar: &config.calendar,
        beside,
        materials,
        today,
        decided: None,
        answered: OnceCell::new(),
        new_contacts: Vec::new(),
        with_void,
        keep,
        plan: Plan::default(),
    };
    planner.process(process);
    planner.plan
}

/// A follow-up that a rule asks for, before its days are known.
struct Wanted<'r> {
    rule: &'r Arc<Rule>,
    key: Key,
    addressee: Addressee,
    /// The days that it is counted from.
    anchors: &'r Anchors,
    /// True if it no longer makes sense.
    void: bool,
    /// The day before which nothing is asked.
    floor: Option<NaiveDate>,
    /// The number of such messages that the same reader gets before this one.
    told_before: usize,
}

struct Planner<'p, K> {
    config: &'p Config,
    calendar: &'p Calendar,
    beside: Beside<'p>,
    materials: &'p Materials<'p>,
    today: NaiveDate,
    /// The current round, if there is an outcome.
    decided: Option<Round<'p>>,
    /// The people who get a message about the outcome, once they are asked for.
    answered: OnceCell<Vec<Arc<Person>>>,
    /// The people to connect with, by round, once they are asked for.
    new_contacts: Vec<Vec<&'p Arc<Person>>>,
    /// True if what is void is asked for as well.
    with_void: bool,
    keep: K,
    plan: Plan,
}

impl<'p, K: Fn(&Standing) -> bool> Planner<'p, K> {
    fn process(&mut self, process: &'p Process) {
        let rounds = self.rounds(process);
        if let Some(round) = rounds.get(process.current_at()) {
            self.report_days(round);
            let has_outcome = matches!(round.anchors.outcome, Known::Is(_));
            self.decided = has_outcome.then(|| round.clone());
        }
        for round in rounds.iter().filter(|round| !is_application(round.note)) {
            for rule in &self.config.cadence.rules {
                self.rule(rule, round);
            }
        }
    }

    /// The rounds of a process, as the rules see them today.
    fn rounds(&self, process: &'p Process) -> Vec<Round<'p>> {
        let cadence = &self.config.cadence;
        let quiet = process.quiet_day(cadence, self.calendar);
        let current = process.current_at();
        let mut rounds: Vec<Round<'p>> = Vec::with_capacity(process.rounds.len());
        for (at, note) in process.rounds.iter().enumerate() {
            let timeframes = timeframes_by(note, self.calendar, self.today);
            let window = timeframes.last().map_or(Known::Missing, |timeframe| timeframe.decision);
            let mut anchors = Anchors {
                interview: note.date,
                window,
                decide_by: note.decide_by,
                quiet: quiet.map_or(Known::Missing, Known::Is),
                ..Anchors::default()
            };
            let is_current = at == current;
            let outcome_day = match note.outcome_date {
                _ if is_current => process.outcome_day(cadence, self.calendar, self.today),
                Known::Is(day) => OutcomeDay::On(day),
                _ => note.last_sign().map_or(OutcomeDay::Unknown, OutcomeDay::On),
            };
            if is_current || outcome_day != OutcomeDay::Unknown {
                anchors.outcome = outcome_day.day(self.today);
            }
            let outcome = process.outcome();
            let mut round =
                Round { process, note, at, is_current, outcome, outcome_day, timeframes, anchors };
            round.anchors.check = self.first_check_due(&round);
            rounds.push(round);
        }
        rounds
    }

    /// Reports an outcome without its day, or on a day still to come, and newer time frames heard on such a day.
    fn report_days(&mut self, round: &Round<'p>) {
        let note = round.note;
        for update in &note.updates {
            if let (Known::Is(date), Some(place)) = (update.date, &update.date_place)
                && date > self.today
            {
                let problem = Problem::FutureUpdate { date, today: self.today };
                self.plan.problems.push(Diagnostic::at(&note.path, (**place).clone(), problem));
            }
        }
        let at = |place, problem| Diagnostic::at(&note.path, place, problem);
        let problem = match (note.outcome_date, round.outcome_day) {
            (Known::Is(date), OutcomeDay::Today) => {
                let problem = Problem::FutureOutcomeDate { date, today: self.today };
                note.outcome_date_place.clone().map(|place| at(*place, problem))
            }
            (Known::Missing, OutcomeDay::Today) => {
                let problem = Problem::MissingOutcomeDate { counts: None };
                note.undated_outcome.clone().map(|place| at(*place, problem))
            }
            (Known::Missing, OutcomeDay::LongAgo(day)) => {
                let problem = Problem::MissingOutcomeDate { counts: Some(day) };
                note.undated_outcome.clone().map(|place| at(*place, problem))
            }
            _ => None,
        };
        self.plan.problems.extend(problem);
    }

    fn rule(&mut self, rule: &'p Arc<Rule>, round: &Round<'p>) {
        match rule.when {
            When::FirstCheck | When::SecondCheck if self.has_no_checks(round) => {}
            When::FirstCheck => self.first_checks(rule, round),
            When::SecondCheck => self.second_checks(rule, round),
            When::CheckedOut => self.close_out(rule, round),
            _ => {
                let Some(void) = applies(rule.when, round).or_else(|| was_done(rule, round.note))
                else {
                    return;
                };
                if void && self.is_unwanted_if_void(round) {
                    return;
                }
                if self.is_unwanted(rule, round, void) {
                    return;
                }
                let targets = self.targets(rule, round);
                let told = told_before(rule, round.note, &targets);
                for ((key, addressee), told_before) in targets.into_iter().zip(told) {
                    let void = void || self.is_needless(rule, round, &key);
                    let anchors = self.anchors(rule, round, &key);
                    let (anchors, floor) = (&anchors, None);
                    let wanted = Wanted { rule, key, addressee, anchors, void, floor, told_before };
                    self.add(round, wanted);
                }
            }
        }
    }

    /// Returns true if nobody asks for any of a rule's follow-ups of a round. Without records all have one standing, but for
    /// word to others, which may be counted from a later day: those of old notes have long lapsed.
    fn is_unwanted(&self, rule: &Rule, round: &Round<'p>, void: bool) -> bool {
        if round.note.has_records() {
            return false;
        }
        if rule.to == Audience::EachOtherProcess {
            let is_history = |day: &NaiveDate| {
                self.today >= is_history_from(rule, *day, self.config) && !self.with_void
            };
            return round.anchors.outcome.value().is_some_and(is_history);
        }
        let standing = || self.standing(rule, round, &round.anchors, None, void, None);
        self.has_surely_lapsed(rule, round)
            || !standing().is_some_and(|standing| (self.keep)(&standing))
    }

    /// Returns true if nobody asks for a round's follow-ups once they are void: it has no record of any.
    fn is_unwanted_if_void(&self, round: &Round<'p>) -> bool {
        !self.with_void && !round.note.has_records()
    }

    /// Adds a follow-up if all the days it needs are known.
    fn add(&mut self, round: &Round<'p>, wanted: Wanted<'_>) {
        let Wanted { rule, key, addressee, anchors, void, floor, told_before } = wanted;
        let note = round.note;
        let mut record = None;
        if note.has_records() {
            let id = key.record_id(rule);
            if note.unclear_records.contains(&id) {
                return;
            }
            record = note.records.get(&id).copied();
        }
        let Some(standing) = self.standing(rule, round, anchors, record, void, floor) else {
            return;
        };
        if (self.keep)(&standing) {
            let setting = self.setting(rule, round, &key, &addressee, anchors.outcome);
            let setting = Setting { told_before, ..setting };
            let lacks_material = self.lacks_material(rule, note, &key);
            let (rule, note) = (rule.clone(), note.clone());
            let mut followup = FollowUp {
                rule,
                note,
                key,
                addressee,
                standing,
                lacks_material,
                setting,
                same_day: Vec::new(),
                other_roles: Vec::new(),
            };
            self.keep_to_deadlines(&mut followup, anchors.window, floor);
            self.add_others(round, &mut followup);
            self.plan.followups.push(followup);
        }
    }

    /// Adds the other notes of the day that a follow-up's message is about. An answer is about those of its own process, and
    /// about refusals and offers for other roles. A connection request has no room for more than one.
    fn add_others(&self, round: &Round<'p>, followup: &mut FollowUp) {
        let (when, to) = (followup.rule.when, followup.rule.to);
        let Some(person) = followup.person().filter(|_| to != Audience::NewContacts) else {
            return;
        };
        let of_day = || round.others_with(person).cloned();
        let (same_day, other_roles) = match when {
            _ if matches!(followup.key, Key::Process(_)) => return,
            when if when.is_about_interview() => (
                of_day().collect(),
                of_day().filter(|note| round.is_for_other_role(note)).collect(),
            ),
            when if when.is_answer() => {
                let others = round.answered_with(&followup.rule, person);
                let others: Vec<Arc<Note>> = others.map(|(_, note)| note.clone()).collect();
                let own = of_day().filter(|note| !round.is_for_other_role(note));
                (own.chain(others.iter().cloned()).collect(), others)
            }
            _ => return,
        };
        (followup.same_day, followup.other_roles) = (same_day, other_roles);
    }

    /// Returns true for a message that is better not written yet: the note has nothing on the topics that the rule needs,
    /// or nothing about the person to whom it would go.
    fn lacks_material(&self, rule: &Rule, note: &Note, key: &Key) -> bool {
        if rule.jot.is_none() {
            return false;
        }
        let material = self.materials.of(note);
        match key {
            Key::Person(person) if rule.material.is_empty() => {
                !material.mentions(person) && !person.has_referred
            }
            Key::Person(person) => !has_material(&material, &rule.material, Some(person)),
            _ => !has_material(&material, &rule.material, None),
        }
    }
}

/// Returns true if there is a remark on one of these topics for a person. To ask where one can park is no reason to write.
fn has_material(material: &Material<'_>, topics: &[Topic], person: Option<&Person>) -> bool {
    let is_practical =
        |remark: &Remark<'_>| remark.topic == Some(Topic::Questions) && is_practical(remark.text);
    material.on(topics, person).any(|remark| !is_practical(remark))
}
