//! The rules: which follow-ups there are, to whom they go, and when.
//!
//! They come from [`table`], and a journal's configuration can change their dates or switch them off.

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::dates::calendar::Offset;
use crate::rules::day_of_year::DayOfYear;
use crate::rules::headings::Topic;
use crate::rules::mistake::Mistake;
use crate::rules::moment::Moment;
use crate::rules::table::{self, NEVER, TABLE};

/// All rules, in the order in which the agenda lists follow-ups due on the same day.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cadence {
    /// How long after the last sign of life an outcome without `outcome_date` is news of today.
    pub news_within: Offset,
    /// The same for an outcome that ended the process.
    pub closed_news_within: Offset,
    /// How long a company that hears of an offer elsewhere is not asked for news.
    pub check_after_offer: Offset,
    /// The time without a sign of life after which a pending process goes quiet.
    pub quiet_after: Offset,
    /// The span of the agenda's section "Next 7 days".
    pub soon_within: Offset,
    /// The time for which the agenda lists what is done.
    pub done_within: Offset,
    /// The first day of the holiday season's reminder.
    pub season_from: DayOfYear,
    /// The last day of that reminder, in the next year if it is earlier in the year than the first.
    pub season_until: DayOfYear,
    /// The rules.
    #[serde(rename = "rule")]
    #[schemars(skip)]
    pub rules: Vec<Arc<Rule>>,
}

/// One rule, which yields one kind of follow-up.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule {
    /// The name; the ids of its follow-ups begin with it.
    pub id: String,
    /// To whom its follow-ups go.
    pub to: Audience,
    /// The state of the process in which it applies.
    #[serde(default)]
    pub when: When,
    /// The line in the agenda, with `{person}` and `{company}`.
    pub title: String,
    /// That line for a message to a company whose offer waits for an answer.
    pub offer_title: Option<String>,
    /// The same in the log, where it was about an offer.
    pub offer_sent: Option<String>,
    /// That line for a second question of which the first was never asked.
    pub first_title: Option<String>,
    /// That line before the first interview.
    pub first_interview_title: Option<String>,
    /// That line about somebody whose name isn't known yet.
    pub nameless_title: Option<String>,
    /// Its messages in the log of what was done; none for a rule without messages.
    pub sent: Option<String>,
    /// The agenda's section for its open follow-ups.
    #[serde(default)]
    pub section: Placement,
    /// A few more words in the agenda.
    pub remark: Option<String>,
    /// True if its messages may go out on paper, to those whose postal address is known.
    #[serde(default)]
    pub on_paper: bool,
    /// The topics without which there is nothing to write; none if the message does without.
    #[serde(default)]
    pub material: Vec<Topic>,
    /// The words in the agenda where the note has nothing on those topics.
    pub jot: Option<String>,
    /// The reason, in a few words.
    pub why: String,
    /// Its fate once an offer of another company is accepted.
    #[serde(default)]
    pub once_accepted: OnceAccepted,
    /// The way by which its messages travel.
    #[serde(default)]
    pub channel: Channel,
    /// True if it is worth doing but not owed.
    #[serde(default)]
    pub optional: bool,
    /// True if a due date on a day off moves to the next business day.
    #[serde(default)]
    pub business_day: bool,
    /// The first day on which it makes sense.
    pub opens: Moment,
    /// The day before which it never opens.
    pub not_before: Option<Moment>,
    /// The day by which it should be done.
    pub due: Moment,
    /// The due day for internal moves, if it differs.
    pub due_internal: Option<Moment>,
    /// The day from which it is overdue.
    pub late: Option<Moment>,
    /// The day from which sending it would be odd.
    pub lapses: Option<Moment>,
    /// The day on which it lapses at the latest, if that is known.
    pub not_after: Option<Moment>,
}

impl Rule {
    /// The kind: the name up to the first slash.
    pub fn kind(&self) -> &str {
        self.id.split('/').next().unwrap_or(&self.id)
    }

    /// The part of an id that tells its follow-ups apart.
    pub fn family(&self) -> Family {
        match (self.when, self.to) {
            (when, _) if when.is_check() => Family::Numbers,
            (_, Audience::EachInterviewer | Audience::EachHelper) => Family::People,
            (_, Audience::LeadInterviewer | Audience::EachWithoutAddress) => Family::People,
            (_, Audience::EachOtherProcess) => Family::Processes,
            _ => Family::Only,
        }
    }

    /// The beginning that the ids of its follow-ups share.
    fn beginning(&self) -> &str {
        if self.family() == Family::Numbers { self.kind() } else { &self.id }
    }

    /// Returns true for a rule whose follow-ups are messages, which have drafts.
    pub fn has_draft(&self) -> bool {
        !matches!(self.to, Audience::You | Audience::EachWithoutAddress)
    }
}

/// The part of an id that tells the follow-ups of one rule apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// None: there is only one.
    Only,
    /// A number.
    Numbers,
    /// A person of the note.
    People,
    /// Another process.
    Processes,
}

/// The built-in rules, by the beginning of their follow-ups' ids.
pub fn families() -> &'static [(String, Family)] {
    static FAMILIES: LazyLock<Vec<(String, Family)>> = LazyLock::new(|| {
        let rules = Cadence::built_in().rules;
        rules.iter().map(|rule| (rule.beginning().to_owned(), rule.family())).collect()
    });
    &FAMILIES
}

/// The built-in rule of a follow-up with an id within its note, and the part of the id that tells it from others.
pub fn rule_of(record_id: &str) -> Option<(&'static Rule, &str)> {
    static RULES: LazyLock<Vec<Arc<Rule>>> = LazyLock::new(|| Cadence::built_in().rules);
    RULES.iter().find_map(|rule| {
        let rest = record_id.strip_prefix(rule.beginning())?;
        let tail = match rule.family() {
            Family::Only => Some(rest).filter(|rest| rest.is_empty()),
            Family::Numbers | Family::People | Family::Processes => rest.strip_prefix('/'),
        };
        Some((rule.as_ref(), tail?))
    })
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

/// The way by which a message travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// By mail: to an address, or through somebody who has it.
    #[default]
    Mail,
    /// Through a professional network: a name is enough.
    Network,
}

/// The fate of a rule's follow-ups once an offer of another company is accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnceAccepted {
    /// They are void.
    #[default]
    Void,
    /// They stay if they were due by then.
    IfDue,
    /// They stay: they say themselves that the process is over.
    Stays,
}

/// The people to whom a rule's follow-ups go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Only you: something to find out or decide.
    You,
    /// The recruiter, if the note names one who was not among the day's interviewers.
    Recruiter,
    /// The same recruiter, if they work for an agency.
    AgencyRecruiter,
    /// The recruiter, else the hiring manager if they interviewed, else the lead interviewer.
    RecruiterOrLead,
    /// Whoever gave the answer, else as for [`RecruiterOrLead`](Audience::RecruiterOrLead).
    ContactOrRecruiter,
    /// The recruiter, else whoever gave the answer, else as for [`RecruiterOrLead`](Audience::RecruiterOrLead).
    RecruiterOrContact,
    /// Whoever can say how it went: the recruiter, unless that is the office, else whoever gave the answer, else the
    /// interviewer as for [`RecruiterOrLead`](Audience::RecruiterOrLead).
    Appraiser,
    /// Each interviewer.
    EachInterviewer,
    /// Each person in `also_met`.
    EachHelper,
    /// The interviewers, and those in `also_met` who have a title, as far as an earlier round hasn't had them: all in one
    /// follow-up.
    NewContacts,
    /// The interviewer marked as lead, else the first.
    LeadInterviewer,
    /// You, once for each interviewer whose address is missing.
    EachWithoutAddress,
    /// The current manager, in an internal move.
    Manager,
    /// The recruiter of each other process that is still open, has had an interview, and isn't with one's own employer.
    EachOtherProcess,
}

/// The state of a process in which a rule applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// After every interview.
    #[default]
    Interviewed,
    /// After every interview, until there is an outcome.
    UntilWord,
    /// While the process is pending.
    Pending,
    /// While the process is pending and no decision window is known.
    NoWindow,
    /// The first status check of a series.
    FirstCheck,
    /// The second status check, once the first was sent.
    SecondCheck,
    /// After the last status check.
    CheckedOut,
    /// An outcome without its day.
    UndatedOutcome,
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

impl When {
    /// Returns true for what follows from an interview itself.
    pub fn is_about_interview(self) -> bool {
        matches!(self, When::Interviewed | When::UntilWord | When::Pending | When::NoWindow)
    }

    /// Returns true for a state that an answer puts a process in.
    pub fn is_answer(self) -> bool {
        match self {
            When::Interviewed
            | When::UntilWord
            | When::Pending
            | When::NoWindow
            | When::FirstCheck
            | When::SecondCheck
            | When::CheckedOut
            | When::UndatedOutcome => false,
            When::MoreInterviews
            | When::HiringManager
            | When::Offer
            | When::Accepted
            | When::Declined
            | When::Rejected
            | When::RejectedAndInterested
            | When::RejectedInternally
            | When::Withdrawn => true,
        }
    }

    /// Returns true for a state in which a message takes leave of the process.
    pub fn is_farewell(self) -> bool {
        matches!(
            self,
            When::Declined | When::Rejected | When::RejectedAndInterested | When::Withdrawn
        )
    }

    /// Returns true for a status check.
    pub fn is_check(self) -> bool {
        matches!(self, When::FirstCheck | When::SecondCheck)
    }
}

impl Cadence {
    /// The built-in rules.
    pub fn built_in() -> Cadence {
        match toml::from_str(TABLE) {
            Ok(cadence) => cadence,
            Err(error) => unreachable!("the built-in cadence is tested: {error}"),
        }
    }

    /// Returns true for a day on which the holiday season's reminder is shown.
    pub fn is_holiday_season(&self, today: NaiveDate) -> bool {
        let day = DayOfYear::of(today);
        if self.season_from <= self.season_until {
            (self.season_from..=self.season_until).contains(&day)
        } else {
            day >= self.season_from || day <= self.season_until
        }
    }

    /// The rule for the first status check, unless it is switched off.
    pub fn first_check(&self) -> Option<&Rule> {
        self.rules.iter().map(Arc::as_ref).find(|rule| rule.when == When::FirstCheck)
    }

    /// The rule of the second status check, likewise.
    pub fn second_check(&self) -> Option<&Rule> {
        self.rules.iter().map(Arc::as_ref).find(|rule| rule.when == When::SecondCheck)
    }

    /// The rule by which other processes hear of an offer, or of its acceptance, unless it is switched off.
    pub fn word_to_others(&self, when: When) -> Option<&Rule> {
        let is_it = |rule: &&Rule| rule.to == Audience::EachOtherProcess && rule.when == when;
        self.rules.iter().map(Arc::as_ref).find(is_it)
    }

    /// Switches a rule off or leaves it on.
    pub fn switch(&mut self, id: &str, on: bool) -> Result<(), Mistake> {
        let rule = self.position(id)?;
        if !on {
            self.rules.remove(rule);
        }
        Ok(())
    }

    /// The rule of that name, to be changed.
    pub fn rule_mut(&mut self, id: &str) -> Result<&mut Rule, Mistake> {
        let rule = self.position(id)?;
        Ok(Arc::make_mut(&mut self.rules[rule]))
    }

    /// Changes one of the settings that precede the rules.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), Mistake> {
        let no = |what: &str| Mistake::InvalidValue(format!("{value:?} is not {what}"));
        match name {
            "quiet-after" | "soon-within" | "done-within" | "news-within"
            | "closed-news-within" | "check-after-offer" => {
                let days = Offset::parse(value).ok_or_else(|| no("a number of days such as 60d"));
                *(match name {
                    "quiet-after" => &mut self.quiet_after,
                    "soon-within" => &mut self.soon_within,
                    "done-within" => &mut self.done_within,
                    "news-within" => &mut self.news_within,
                    "closed-news-within" => &mut self.closed_news_within,
                    _ => &mut self.check_after_offer,
                }) = days?;
            }
            "season-from" | "season-until" => {
                let day = DayOfYear::parse(value);
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
        Mistake::unknown_name("rule or setting", name, rules.chain(SETTINGS))
    }
}

impl Rule {
    /// Changes one date, or removes an optional one for `never`.
    pub fn change(&mut self, date: &str, moment: &str) -> Result<(), Mistake> {
        let slot = match date {
            "opens" => return moment_in(moment).map(|moment| self.opens = moment),
            "due" => return moment_in(moment).map(|moment| self.due = moment),
            "late" => &mut self.late,
            "lapses" => &mut self.lapses,
            "due-internal" => &mut self.due_internal,
            "not-before" => &mut self.not_before,
            "not-after" => &mut self.not_after,
            _ => {
                let dates = table::DATES.map(|(name, _)| name);
                return Err(Mistake::unknown_name("date of a rule", date, dates));
            }
        };
        *slot = if moment == NEVER { None } else { Some(moment_in(moment)?) };
        Ok(())
    }
}

/// The names of the settings that precede the rules.
const SETTINGS: [&str; 8] = [
    "news-within",
    "closed-news-within",
    "check-after-offer",
    "quiet-after",
    "soon-within",
    "done-within",
    "season-from",
    "season-until",
];

fn moment_in(text: &str) -> Result<Moment, Mistake> {
    Moment::parse(text).ok_or_else(|| {
        Mistake::InvalidValue(format!(
            "{text:?} is not a day such as D+1d, W+2b or R; `b` are business days, `d` calendar days"
        ))
    })
}
