//! The rules as data: which follow-ups there are, to whom, and when.
//!
//! The table is `cadence.toml`; a journal's configuration can change its dates and switch rules off. No count of days
//! stands in code.

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, de};

use crate::dates::calendar::Offset;
use crate::rules::moment::Moment;
use crate::rules::table;
use crate::text::nearest;

/// What takes a date away that a follow-up can do without.
pub(super) const NEVER: &str = "never";

pub(super) const TABLE: &str = include_str!("cadence.toml");

/// All rules, in the order in which the agenda lists what is due on one day.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cadence {
    /// The day of an outcome without `outcome_date`.
    pub outcome_day: Moment,
    /// How long a pending process lives without a sign.
    pub quiet_after: Offset,
    /// How far ahead the agenda's heading "Next 7 days" looks.
    pub soon_within: Offset,
    /// How long the agenda lists what is done.
    pub done_within: Offset,
    /// First day of the reminder of the holiday season.
    pub season_from: DayOfYear,
    /// Last day of it, in the next year where it lies before the first.
    pub season_until: DayOfYear,
    /// The rules.
    #[serde(rename = "rule")]
    #[schemars(skip)]
    pub rules: Vec<Arc<Rule>>,
}

/// One rule: one kind of follow-up.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule {
    /// Its name, the first part of the ids of its follow-ups.
    pub id: String,
    /// Whom it is for.
    pub to: Audience,
    /// Under which conditions.
    #[serde(default)]
    pub when: When,
    /// What the agenda says, with `{person}` and `{company}`.
    pub title: String,
    /// The agenda's section for its open follow-ups.
    #[serde(default)]
    pub section: Placement,
    /// A few more words in the agenda.
    pub remark: Option<String>,
    /// The rule in a few words.
    pub why: String,
    /// How its messages travel.
    #[serde(default)]
    pub channel: Channel,
    /// Whether it is worth doing rather than owed.
    #[serde(default)]
    pub optional: bool,
    /// Whether a due day off moves to the next business day.
    #[serde(default)]
    pub business_day: bool,
    /// The first day it makes sense.
    pub opens: Moment,
    /// A day before which it never opens.
    pub not_before: Option<Moment>,
    /// The day it should be done.
    pub due: Moment,
    /// The same for internal moves, where it differs.
    pub due_internal: Option<Moment>,
    /// The day from which it is overdue.
    pub late: Option<Moment>,
    /// The day from which it would be odd.
    pub lapses: Option<Moment>,
}

impl Rule {
    /// The kind: the name up to its first slash.
    pub fn kind(&self) -> &str {
        self.id.split('/').next().unwrap_or(&self.id)
    }

    /// What tells its follow-ups apart.
    fn family(&self) -> Family {
        match (self.when, self.to) {
            (When::FirstCheck | When::SecondCheck, _) => Family::Numbers,
            (_, Audience::EachInterviewer | Audience::EachHelper) => Family::People,
            (_, Audience::LeadInterviewer | Audience::EachWithoutAddress) => Family::People,
            (_, Audience::EachOtherProcess) => Family::Processes,
            _ => Family::Only,
        }
    }

    /// How the ids of its follow-ups begin.
    fn beginning(&self) -> &str {
        if self.family() == Family::Numbers { self.kind() } else { &self.id }
    }

    /// Whether its follow-ups are messages, and so have drafts.
    pub fn has_draft(&self) -> bool {
        !matches!(self.to, Audience::You | Audience::EachWithoutAddress)
    }
}

/// What tells the follow-ups of one rule apart, as their ids say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Nothing: there is one.
    Only,
    /// A number.
    Numbers,
    /// A person of the note.
    People,
    /// Another process.
    Processes,
}

/// The rules as they come, by the beginning of their follow-ups' ids.
pub fn families() -> &'static [(String, Family)] {
    static FAMILIES: LazyLock<Vec<(String, Family)>> = LazyLock::new(|| {
        let rules = Cadence::built_in().rules;
        rules.iter().map(|rule| (rule.beginning().to_owned(), rule.family())).collect()
    });
    &FAMILIES
}

/// The agenda's section for a rule's open follow-ups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Placement {
    /// Overdue, today, soon or later: by their due day.
    #[default]
    ByDay,
    /// By their due day too, but unlisted until they open.
    ByDayOnceOpen,
    /// Worth doing.
    WorthDoing,
    /// Find out.
    FindOut,
}

/// How a message travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// By mail: to an address, or by way of somebody who has it.
    #[default]
    Mail,
    /// Through a professional network: a name is enough.
    Network,
}

/// To whom a rule's follow-ups go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Nobody else: something to find out or to decide.
    You,
    /// The recruiter, where one is named.
    Recruiter,
    /// The recruiter, where an agency's.
    AgencyRecruiter,
    /// The recruiter, else the hiring manager among the interviewers, else the lead interviewer.
    RecruiterOrLead,
    /// Who told the outcome, else as above.
    ContactOrRecruiter,
    /// The recruiter, else who told the outcome, else as above.
    RecruiterOrContact,
    /// One for each interviewer.
    EachInterviewer,
    /// One for each of `also_met`.
    EachHelper,
    /// The interviewer marked as lead, else the first.
    LeadInterviewer,
    /// To you, one for each interviewer whose address is missing.
    EachWithoutAddress,
    /// The current manager, in an internal move.
    Manager,
    /// The recruiter of each other process that goes on.
    EachOtherProcess,
}

/// Under which conditions a rule holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// After every interview.
    #[default]
    Interviewed,
    /// While the process is pending.
    Pending,
    /// The same, without a decision window.
    NoWindow,
    /// The first status check of a series.
    FirstCheck,
    /// The second, once the first was sent.
    SecondCheck,
    /// After the last status check.
    CheckedOut,
    MoreInterviews,
    HiringManager,
    Offer,
    Accepted,
    Declined,
    Rejected,
    /// Rejected, and external or still interested.
    RejectedAndInterested,
    /// Rejected in an internal move.
    RejectedInternally,
    Withdrawn,
}

/// A day of any year, `12-15`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayOfYear(u32, u32);

impl Cadence {
    /// The rules as they come.
    pub fn built_in() -> Cadence {
        match toml::from_str(TABLE) {
            Ok(cadence) => cadence,
            Err(error) => unreachable!("the built-in cadence is tested: {error}"),
        }
    }

    /// Whether the reminder of the holiday season is shown on this day.
    pub fn is_holiday_season(&self, today: NaiveDate) -> bool {
        use chrono::Datelike;
        let day = DayOfYear(today.month(), today.day());
        if self.season_from <= self.season_until {
            (self.season_from..=self.season_until).contains(&day)
        } else {
            day >= self.season_from || day <= self.season_until
        }
    }

    /// The rule of the first status check, unless it is switched off.
    pub fn first_check(&self) -> Option<&Rule> {
        self.rules.iter().map(Arc::as_ref).find(|rule| rule.when == When::FirstCheck)
    }

    /// Switches a rule off, or leaves it on.
    pub fn switch(&mut self, id: &str, on: bool) -> Result<(), Mistake> {
        let rule = self.position(id)?;
        if !on {
            self.rules.remove(rule);
        }
        Ok(())
    }

    /// A rule to change.
    pub fn rule_mut(&mut self, id: &str) -> Result<&mut Rule, Mistake> {
        let rule = self.position(id)?;
        Ok(Arc::make_mut(&mut self.rules[rule]))
    }

    /// Changes a setting beside the rules.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), Mistake> {
        let no = |what: &str| Mistake::Value(format!("{value:?} is not {what}"));
        match name {
            "outcome-day" => self.outcome_day = Mistake::moment(value)?,
            "quiet-after" | "soon-within" | "done-within" => {
                let days = Offset::parse(value).ok_or_else(|| no("a number of days such as 60d"));
                *(match name {
                    "quiet-after" => &mut self.quiet_after,
                    "soon-within" => &mut self.soon_within,
                    _ => &mut self.done_within,
                }) = days?;
            }
            "season-from" | "season-until" => {
                let day = parse_day_of_year(value);
                let day = day.ok_or_else(|| no("a day of the year such as 12-15"))?;
                *(if name == "season-from" {
                    &mut self.season_from
                } else {
                    &mut self.season_until
                }) = day;
            }
            _ => return Err(self.unknown(name)),
        }
        Ok(())
    }

    fn position(&self, id: &str) -> Result<usize, Mistake> {
        self.rules.iter().position(|rule| rule.id == id).ok_or_else(|| self.unknown(id))
    }

    fn unknown(&self, name: &str) -> Mistake {
        let rules = self.rules.iter().map(|rule| rule.id.as_str());
        Mistake::name("rule or setting", name, rules.chain(SETTINGS))
    }
}

impl Rule {
    /// Changes one date: `never` takes one away that a follow-up can do without.
    pub fn change(&mut self, date: &str, moment: &str) -> Result<(), Mistake> {
        let slot = match date {
            "opens" => return Mistake::moment(moment).map(|moment| self.opens = moment),
            "due" => return Mistake::moment(moment).map(|moment| self.due = moment),
            "late" => &mut self.late,
            "lapses" => &mut self.lapses,
            "due-internal" => &mut self.due_internal,
            "not-before" => &mut self.not_before,
            _ => {
                let dates = table::DATES.map(|(name, _)| name);
                return Err(Mistake::name("date of a rule", date, dates));
            }
        };
        *slot = if moment == NEVER { None } else { Some(Mistake::moment(moment)?) };
        Ok(())
    }
}

/// The names of what stands beside the rules.
const SETTINGS: [&str; 6] =
    ["outcome-day", "quiet-after", "soon-within", "done-within", "season-from", "season-until"];

/// What is wrong with a change in `[cadence]`, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Its name means nothing.
    Name(String),
    /// Its value means nothing.
    Value(String),
}

impl Mistake {
    fn name<'k>(
        what: &str,
        name: &str,
        known: impl IntoIterator<Item = &'k str> + Clone,
    ) -> Mistake {
        Mistake::Name(match nearest(name, known.clone()) {
            Some(near) => format!("no {what} is called {name:?}; did you mean {near:?}?"),
            None => {
                let known: Vec<&str> = known.into_iter().collect();
                format!("no {what} is called {name:?}; there are {}", known.join(", "))
            }
        })
    }

    fn moment(text: &str) -> Result<Moment, Mistake> {
        Moment::parse(text).ok_or_else(|| {
            Mistake::Value(format!(
                "{text:?} is not a day such as D+1d, W+2b or R; `b` are business days, `d` calendar days"
            ))
        })
    }
}

fn parse_day_of_year(text: &str) -> Option<DayOfYear> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    NaiveDate::from_ymd_opt(2024, month, day).map(|_| DayOfYear(month, day))
}

fn text_with<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| de::Error::custom(format!("{text:?} is not understood")))
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Moment, D::Error> {
        text_with(deserializer, Moment::parse)
    }
}

impl<'de> Deserialize<'de> for Offset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Offset, D::Error> {
        text_with(deserializer, Offset::parse)
    }
}

impl<'de> Deserialize<'de> for DayOfYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<DayOfYear, D::Error> {
        text_with(deserializer, parse_day_of_year)
    }
}
