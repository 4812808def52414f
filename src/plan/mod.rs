//! The plan: from hiring processes and the cadence to dated follow-ups.
//!
//! Takes a process, the other open processes, their bearing on it, the configuration and the day; gives the follow-ups of
//! each of its notes. Only what has no day of its own depends on today: an outcome whose day the note doesn't say.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::dates::calendar::Calendar;
use crate::diagnostic::{Diagnostic, Problem};
use crate::notes::material::Materials;
use crate::notes::people::everybody;
use crate::notes::{Note, Outcome, Person, Record};
use crate::plan::followup::{Addressee, Dates, FollowUp, Key, Standing};
use crate::plan::others::{Bearing, HeardOffer, Others, is_history_from, on_its_way};
use crate::plan::process::{OutcomeDay, Process, Timeframe, is_application, timeframes_by};
use crate::plan::setting::Setting;
use crate::plan::tie::{Tie, are_tied};
use crate::rules::cadence::{Audience, Cadence, OnceAccepted, Rule, When, rule_of};
use crate::rules::config::Config;
use crate::rules::known::Known;
use crate::rules::moment::{Anchor, Anchors};

pub mod asks;
mod audience;
mod checks;
pub mod dates;
pub mod followup;
pub mod others;
pub mod process;
mod setting;
pub mod stage;
pub mod tie;

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
    /// Those that are open.
    pub open: &'p [Open<'p>],
    /// The bearing of all on each other.
    pub others: &'p Others,
    /// The bearing of all on this one.
    pub bearing: &'p Bearing,
}

/// An open process.
#[derive(Clone, Debug)]
pub struct Open<'p> {
    /// The process that is open.
    pub process: &'p Arc<Process>,
    /// The offer of which it hears, once it is asked for: every offer asks each of them.
    hears_of: OnceLock<Option<HeardOffer>>,
}

impl<'p> Open<'p> {
    /// A process that is open.
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
        answered: Vec::new(),
        new_contacts: Vec::new(),
        with_void,
        keep,
        plan: Plan::default(),
    };
    planner.process(process);
    planner.plan
}

struct Planner<'p, K> {
    config: &'p Config,
    calendar: &'p Calendar,
    beside: Beside<'p>,
    materials: &'p Materials<'p>,
    today: NaiveDate,
    /// The people who get a message about the outcome.
    answered: Vec<Arc<Person>>,
    /// The people to connect with, by round, once they are asked for.
    new_contacts: Vec<Vec<&'p Arc<Person>>>,
    /// True if what is void is asked for as well.
    with_void: bool,
    keep: K,
    plan: Plan,
}

/// One note of a process, as the rules see it.
struct Round<'p> {
    process: &'p Process,
    note: &'p Arc<Note>,
    /// Its position in the process.
    at: usize,
    is_current: bool,
    outcome: Option<Outcome>,
    /// The day of the process's outcome; of an earlier round, that of its own, which is the past.
    outcome_day: OutcomeDay,
    timeframes: Vec<Timeframe>,
    anchors: Anchors,
}

impl<'p> Round<'p> {
    /// Returns true for the current round of a pending process.
    fn is_waiting(&self) -> bool {
        self.is_current
            && self.outcome == Some(Outcome::Pending)
            && !self.process.is_informal()
            && !self.note.is_to_hand_in()
    }

    /// Returns true once an answer is known to this round, or to the whole process.
    fn has_word(&self) -> bool {
        let is_word = |outcome: &Outcome| !matches!(outcome, Outcome::Applied | Outcome::Pending);
        self.outcome.as_ref().is_some_and(is_word) || self.note.outcome.value().is_some_and(is_word)
    }

    /// The notes of interviews on the same day, this one included, for other roles in the company as well.
    fn same_day(&self) -> impl Iterator<Item = &'p Arc<Note>> {
        std::iter::once(self.note).chain(self.others_of_day().map(|(_, note)| note))
    }

    /// The same without this one, each with true if it comes before this one.
    fn others_of_day(&self) -> impl Iterator<Item = (bool, &'p Arc<Note>)> {
        let (process, date, at) = (self.process, self.note.date, self.at);
        let is_same = move |note: &Note| {
            note.date == date
                && matches!(date, Known::Is(_))
                && !note.fell_through()
                && !note.is_assignment()
        };
        let rounds = process.rounds.iter().enumerate().filter(move |(other, _)| *other != at);
        let rounds = rounds.map(move |(other, note)| (other < at, note));
        // Nobody is wished well over one role and asked about the other in one breath.
        let is_open = |note: &Note| note.outcome.value().is_none_or(|outcome| outcome.is_open());
        let own = is_open(self.note);
        let others = self.for_other_roles().filter(move |(_, note)| is_open(note) == own);
        rounds.chain(others).filter(move |(_, note)| is_same(note))
    }

    /// The company's interviews for other roles, each with true if it comes before this one.
    fn for_other_roles(&self) -> impl Iterator<Item = (bool, &'p Arc<Note>)> {
        let place = |note: &'p Arc<Note>| (&note.path, note.name_in_file());
        let own = place(self.note);
        self.process.other_roles.iter().map(move |note| (place(note) < own, note))
    }

    /// The other notes of that day that name somebody, who gets one message about all of them.
    fn others_with(&self, person: &Person) -> impl Iterator<Item = &'p Arc<Note>> {
        let others = self.others_of_day().map(|(_, note)| note);
        others.filter(|note| everybody(note).any(|other| other.is_likely(person)))
    }

    fn is_for_other_role(&self, note: &Arc<Note>) -> bool {
        self.process.other_roles.iter().any(|other| Arc::ptr_eq(other, note))
    }

    /// The refusals for other roles of the same day that a message to this person is about as well, each with true if it
    /// comes before this one.
    fn refused_with(
        &self,
        to: Audience,
        person: &Person,
    ) -> impl Iterator<Item = (bool, &'p Arc<Note>)> {
        let refusal =
            |note: &Note| (note.outcome, note.outcome_date, note.internal, note.still_interested);
        let own = refusal(self.note);
        let is_refusal = matches!(own, (Known::Is(Outcome::Rejected), Known::Is(_), ..));
        let is_to = move |note: &Note| {
            let lead = || note.decider().map_or(Known::Missing, Known::Is);
            let reader = audience::reader(to, note, note.recruiter.as_ref(), lead);
            reader.value().is_some_and(|reader| reader.is_likely(person))
        };
        self.for_other_roles()
            .filter(move |(_, note)| is_refusal && refusal(note) == own && is_to(note))
    }
}

impl<'p, K: Fn(&Standing) -> bool> Planner<'p, K> {
    fn process(&mut self, process: &'p Process) {
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
        if let Some(round) = rounds.get(current) {
            self.report_days(round);
            if matches!(round.anchors.outcome, Known::Is(_)) {
                self.answered = self.answered(round);
            }
        }
        for round in rounds.iter().filter(|round| !is_application(round.note)) {
            for rule in &cadence.rules {
                self.rule(rule, round);
            }
        }
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
                for (key, addressee) in self.targets(rule, round) {
                    let void = void || self.is_needless(rule, round, &key);
                    let anchors = self.anchors(rule, round, &key);
                    self.add(rule, round, key, addressee, &anchors, void, None);
                }
            }
        }
    }

    /// Returns true if nobody asks for any of a rule's follow-ups of a round. Without records all have one standing, but for
    /// word to others, which may be counted from a later day: those of old notes have long lapsed.
    fn is_unwanted(&self, rule: &Rule, round: &Round<'p>, void: bool) -> bool {
        let note = round.note;
        if !note.records.is_empty() || !note.unclear_records.is_empty() {
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

    /// The days that a follow-up is counted from. Word of an offer may have had to wait for a later one, and whoever was
    /// invited by another company after accepting an offer, or went to its interview, withdraws from there after that.
    fn anchors(&self, rule: &Rule, round: &Round<'p>, key: &Key) -> Anchors {
        let mut anchors = round.anchors;
        let Key::Process(other) = key else { return anchors };
        match (rule.when, anchors.outcome) {
            (When::Offer, _) => {
                let offer = self.beside.others.heard_by(other, self.config);
                if let Some(offer) = offer.filter(|offer| offer.from == round.process.key) {
                    anchors.outcome = Known::Is(offer.since);
                }
            }
            (When::Accepted, Known::Is(accepted)) => {
                let latest =
                    self.met_since(other, accepted).max(self.invited_since(other, accepted));
                anchors.outcome = Known::Is(latest.unwrap_or(accepted));
            }
            _ => {}
        }
        anchors
    }

    /// The day of a process's interview, if it took place after another offer was accepted.
    fn met_since(&self, other: &Process, accepted: NaiveDate) -> Option<NaiveDate> {
        let day = other.current().date.value().copied()?;
        let is_since = accepted < day && day < self.today && !other.current().fell_through();
        is_since.then_some(day)
    }

    /// The day on which a company that had not met the user by then answered, if another offer was accepted before.
    fn invited_since(&self, other: &Process, accepted: NaiveDate) -> Option<NaiveDate> {
        let answers = other.rounds.iter().filter_map(|note| note.outcome_date.value().copied());
        let until = on_its_way(accepted, self.config);
        let since = answers.filter(|day| accepted < *day && *day <= self.today && *day < until);
        since.max().filter(|_| !other.has_met_by(accepted))
    }

    /// Returns true if nobody asks for a round's follow-ups once they are void: it has no record of any.
    fn is_unwanted_if_void(&self, round: &Round<'p>) -> bool {
        let note = round.note;
        !self.with_void && note.records.is_empty() && note.unclear_records.is_empty()
    }

    /// Adds a follow-up if all the days it needs are known.
    #[expect(clippy::too_many_arguments, reason = "each is another part of the follow-up")]
    fn add(
        &mut self,
        rule: &Arc<Rule>,
        round: &Round<'p>,
        key: Key,
        addressee: Addressee,
        anchors: &Anchors,
        void: bool,
        floor: Option<NaiveDate>,
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
        let Some(mut standing) = self.standing(rule, round, anchors, record, void, floor) else {
            return;
        };
        if (self.keep)(&standing) {
            let setting = self.setting(rule, round, &key, &addressee, anchors.outcome);
            let is_withdrawal = matches!(rule.when, When::Withdrawn | When::Declined)
                || rule.when == When::Accepted && matches!(key, Key::Process(_));
            let answer_by = match &key {
                Key::Process(other) => other.current().decide_by,
                _ => note.decide_by,
            };
            let is_put_off = matches!(record, Some(Record::Snoozed(_)));
            let is_bound = is_withdrawal && !is_put_off;
            if let Some(day) = setting.to_come.or(answer_by.value().copied()).filter(|_| is_bound) {
                standing.go_before(day);
            }
            // Whatever one learns of an offer, or of others, is of use before it has to be answered.
            let (deadline, earliest) = match rule.when {
                When::Offer => (note.decide_by.value().copied(), None),
                When::FirstCheck => {
                    let offer = setting.offer_elsewhere;
                    let decision = anchors.window.value().copied();
                    (offer.and_then(|offer| offer.answer_by), floor.max(decision))
                }
                _ => (None, None),
            };
            if let Some(deadline) = deadline {
                let earliest = earliest.unwrap_or(standing.dates.opens);
                standing.go_ahead_of(deadline, earliest, self.calendar);
            }
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
            self.add_others(round, &mut followup);
            self.plan.followups.push(followup);
        }
    }

    /// Adds the other notes of the day that a follow-up's message is about. An answer is about those of its own process, and
    /// about refusals for other roles. A connection request has no room for more than one.
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
                let is_refusal = matches!(when, When::Rejected | When::RejectedAndInterested);
                let refused = round.refused_with(to, person).filter(|_| is_refusal);
                let refused: Vec<Arc<Note>> = refused.map(|(_, note)| note.clone()).collect();
                let own = of_day().filter(|note| !round.is_for_other_role(note));
                (own.chain(refused.iter().cloned()).collect(), refused)
            }
            _ => return,
        };
        (followup.same_day, followup.other_roles) = (same_day, other_roles);
    }

    /// The setting of the round that a follow-up is about: the other process's current one if it goes there.
    fn setting(
        &self,
        rule: &Rule,
        round: &Round<'p>,
        key: &Key,
        addressee: &Addressee,
        news: Known<NaiveDate>,
    ) -> Setting {
        let (process, at) = match key {
            Key::Process(other) => (other.as_ref(), other.current_at()),
            _ => (round.process, round.at),
        };
        let Bearing { over, accepted, accepted_before, offer, hears_of, .. } = self.beside.bearing;
        let reader = match addressee {
            Addressee::Person(Some(person)) => Some(person.as_ref()),
            _ => None,
        };
        let is_own = accepted_before.is_some() && !matches!(key, Key::Process(_));
        let taken = is_own
            .then(|| self.beside.others.accepted_before(round.process, self.config))
            .flatten()
            .map(|one| Tie::to(one));
        Setting {
            is_left: accepted.is_some() || over.is_some() || taken.is_some(),
            taken,
            looks_elsewhere: rule.when.is_farewell() && self.looks_elsewhere(round),
            tie: rule.when.is_farewell().then(|| self.tie(round, reader)).flatten(),
            offer_elsewhere: offer.filter(|_| rule.when.is_check()),
            hears_of_offer: hears_of.is_some(),
            ..Setting::of(process, at, news)
        }
    }

    /// The process that the reader of a farewell, or their company, has to do with as well: the one whose offer was
    /// accepted, else the first that goes on.
    fn tie(&self, round: &Round<'p>, reader: Option<&Person>) -> Option<Tie> {
        let Beside { others, bearing, .. } = self.beside;
        let is_tied = |other: &Arc<Process>| are_tied(round.note, reader, other);
        if bearing.accepted.is_some() {
            return others
                .accepted_instead(round.process, self.config)
                .filter(|other| is_tied(other))
                .map(|one| Tie::to(one));
        }
        self.other_going_on(round, is_tied).map(|other| Tie::to(other))
    }

    /// Returns true if one's own company isn't the only one that one is talking with.
    fn looks_elsewhere(&self, round: &Round<'p>) -> bool {
        round.process.is_internal()
            && self.other_going_on(round, |other| !other.is_internal()).is_some()
    }

    /// The first such other process that went on when this one's news came.
    fn other_going_on(
        &self,
        round: &Round<'p>,
        is_meant: impl Fn(&Arc<Process>) -> bool,
    ) -> Option<&'p Arc<Process>> {
        let Beside { open, others, .. } = self.beside;
        let day = round.anchors.outcome.value().copied().unwrap_or(self.today);
        let Cadence { quiet_after, .. } = self.config.cadence;
        let goes_on = |other: &&Arc<Process>| {
            let quiet = other.quiet_day(&self.config.cadence, self.calendar);
            let began = other.last_sign().or(other.current().applied.value().copied());
            let quiet = quiet.or(began.map(|began| self.calendar.add(began, quiet_after)));
            quiet.is_none_or(|quiet| day < quiet) && others.over(other, self.config).is_none()
        };
        let is_other = |other: &&Arc<Process>| {
            other.key != round.process.key && !other.is_informal() && is_meant(other)
        };
        let mut open = open.iter().map(|open| open.process).filter(is_other);
        open.find(goes_on)
    }

    /// Returns true for a message that is better not written yet: the note has nothing on the topics that the rule needs,
    /// or nothing about the person to whom it would go.
    fn lacks_material(&self, rule: &Rule, note: &Note, key: &Key) -> bool {
        if rule.jot.is_none() {
            return false;
        }
        let material = self.materials.of(note);
        match key {
            Key::Person(person) if rule.material.is_empty() => !material.mentions(person),
            Key::Person(person) => !material.is_on(&rule.material, Some(person)),
            _ => !material.is_on(&rule.material, None),
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
        floor: Option<NaiveDate>,
    ) -> Option<Standing> {
        // Nothing is due before the answer that calls for it.
        let is_dated = matches!(round.outcome_day, OutcomeDay::On(_)) && rule.when.is_answer();
        let cause = anchors.outcome.value().copied().filter(|_| is_dated);
        let mut dates = self.dates(rule, anchors, round.note, record, floor.max(cause))?;
        let (mut void, mut undated) = (void, false);
        if dates.due_by.anchor == Anchor::Outcome {
            match round.outcome_day {
                OutcomeDay::On(_) | OutcomeDay::Unknown => {}
                // It was due long ago.
                OutcomeDay::LongAgo(_) => void = true,
                // It comes days later, which nobody knows yet. What is only worth doing waits as well: nobody gets two
                // messages on one day.
                OutcomeDay::Today if rule.optional && record.is_none() => return None,
                OutcomeDay::Today if self.opens_later(rule, anchors) => return None,
                OutcomeDay::Today => {
                    undated = true;
                    let put_off = match record {
                        Some(Record::Snoozed(until)) => until,
                        _ => self.today,
                    };
                    let due = put_off.max(self.today);
                    dates = Dates { opens: self.today, due, late: None, lapses: None, ..dates };
                }
            }
        }
        if let Known::Is(quiet) = round.anchors.quiet {
            dates.lapses = Some(dates.lapses.map_or(quiet, |day| day.min(quiet)));
        }
        // It would lapse before it opens.
        void |= dates.lapses.is_some_and(|lapses| lapses <= dates.opens);
        void |= self.is_overtaken(rule, &dates);
        Some(Standing { dates, record, void, undated })
    }

    /// Returns true if nobody asks for a rule's follow-ups of a round without records, because the day on which they lapse
    /// is past. That day alone is soon worked out.
    fn has_surely_lapsed(&self, rule: &Rule, round: &Round<'p>) -> bool {
        let lapses = rule.lapses.as_ref().filter(|lapses| !lapses.is_of_follow_up());
        // What is due after news of today never lapses.
        !self.with_void
            && round.outcome_day != OutcomeDay::Today
            && lapses.is_some_and(|lapses| {
                let lapses = lapses.resolve(&round.anchors, self.calendar);
                lapses.value().is_some_and(|lapses| lapses.day <= self.today)
            })
    }

    /// Returns true for a follow-up that opens only days after the outcome.
    fn opens_later(&self, rule: &Rule, anchors: &Anchors) -> bool {
        let Known::Is(outcome) = anchors.outcome else { return false };
        let opens = rule.opens.resolve(anchors, self.calendar);
        match opens {
            Known::Is(opens) => opens.day > outcome,
            // It opens on its due day.
            _ => rule
                .due
                .resolve(anchors, self.calendar)
                .value()
                .is_some_and(|due| due.day > outcome),
        }
    }

    /// Returns true for what is void because of another process: a withdrawal from this one, or an acceptance.
    fn is_overtaken(&self, rule: &Rule, dates: &Dates) -> bool {
        let Bearing { over, accepted, .. } = *self.beside.bearing;
        // Whoever has withdrawn has said that it is over.
        let is_said = over.is_some();
        let is_void = |day: NaiveDate| match rule.once_accepted {
            OnceAccepted::Void => true,
            OnceAccepted::IfDue => dates.due > day,
            OnceAccepted::Stays => is_said,
        };
        over.into_iter().chain(accepted).any(is_void)
    }

    /// A follow-up's days; `None` if a day that they are counted from isn't known.
    fn dates(
        &self,
        rule: &Rule,
        anchors: &Anchors,
        note: &Note,
        record: Option<Record>,
        floor: Option<NaiveDate>,
    ) -> Option<Dates> {
        dates::dates(rule, anchors, note.is_internal(), record, floor, self.calendar)
    }
}

/// `None` if a rule doesn't apply to a round, else true if its follow-ups are void.
fn applies(when: When, round: &Round<'_>) -> Option<bool> {
    let note = round.note;
    if when.is_about_interview() && (note.fell_through() || note.is_assignment()) {
        return None;
    }
    let outcome =
        |wanted: Outcome| (round.is_current && round.outcome == Some(wanted)).then_some(false);
    match when {
        When::Interviewed => Some(false),
        When::UntilWord => Some(round.has_word()),
        When::Pending => {
            round.outcome?;
            Some(round.has_word())
        }
        When::NoWindow => {
            let known =
                round.timeframes.iter().any(|timeframe| timeframe.decision != Known::Missing);
            round.outcome?;
            (!known).then(|| !round.is_waiting())
        }
        When::FirstCheck | When::SecondCheck | When::CheckedOut => None,
        When::UndatedOutcome => {
            let is_news = round.outcome.is_some_and(Outcome::has_day);
            (round.is_current && is_news && note.outcome_date == Known::Missing).then_some(false)
        }
        When::MoreInterviews => outcome(Outcome::MoreInterviews),
        When::HiringManager => outcome(Outcome::HiringManager),
        When::Offer => outcome(Outcome::Offer),
        When::Accepted => outcome(Outcome::Accepted),
        When::Declined => outcome(Outcome::Declined),
        When::Withdrawn => outcome(Outcome::Withdrawn),
        When::Rejected if note.internal.is_bad() => None,
        When::Rejected => Some(outcome(Outcome::Rejected)? || had_offer(note)),
        When::RejectedInternally if note.is_internal() => outcome(Outcome::Rejected),
        When::RejectedInternally => None,
        When::RejectedAndInterested => match (&note.internal, &note.still_interested) {
            (Known::Bad, _) | (Known::Is(true), Known::Bad | Known::Is(false)) => None,
            _ => Some(outcome(Outcome::Rejected)? || had_offer(note)),
        },
    }
}

/// True for a rule that no longer applies to a note, but did when its follow-up was done: that was void since.
fn was_done(rule: &Rule, note: &Note) -> Option<bool> {
    // A plan has the messages to other processes of one rule only.
    if rule.to == Audience::EachOtherProcess {
        return None;
    }
    let is_of_rule = |id: &str| {
        id.starts_with(&rule.id) && rule_of(id).is_some_and(|(known, _)| known.id == rule.id)
    };
    let mut records = note.records.iter();
    records.any(|(id, record)| matches!(record, Record::Done(_)) && is_of_rule(id)).then_some(true)
}

/// Returns true if a note's records, or its deadline, say that there was an offer. Whoever takes it back is thanked for
/// nothing, and nothing is to be learned from the interviews.
fn had_offer(note: &Note) -> bool {
    let was_dated = matches!(note.decide_by, Known::Is(_));
    was_dated || ["offer-thanks", "acceptance"].into_iter().any(|id| note.is_done(id))
}
