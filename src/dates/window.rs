//! The decision window: a time frame, and its last day.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::dates::calendar::{Calendar, Offset};

/// A time frame as it was stated, to be counted from the day on which it was stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Window {
    /// None was given, and the note says so.
    Unstated,
    /// One was given, in words that can't be read.
    Unclear,
    /// They go on after they had stopped, and haven't said when they decide.
    BackOn,
    /// They have stopped for a while, until the end of this time if they gave one: else no news is expected for a month.
    OnHold(Option<Box<Window>>),
    /// They have chosen somebody else for now, with the user next in line, until the end of this time if they gave one: else
    /// no news is expected for a month.
    InReserve {
        /// False for a second place, of which nobody said that it is one on a list.
        is_listed: bool,
        end: Option<Box<Window>>,
    },
    /// A number of calendar days.
    Days(u32),
    /// A number of business days.
    BusinessDays(u32),
    /// The same, as it is called in Britain.
    WorkingDays(u32),
    /// A number of calendar months, until the same day of the month or its last.
    Months(u32),
    /// So many at least and so many at most, as in "a week or two".
    Range { least: u32, most: u32, unit: Unit },
    /// Some of them, as in "a few days".
    Few(Unit),
    /// Two of them or so, as in "a couple of weeks".
    Couple(Unit),
    /// A length of time that was given as a rough one: "about two weeks".
    About(Box<Window>),
    /// A date with its year.
    On(NaiveDate),
    /// The next such day of the year.
    DayOfYear { month: u32, day: u32 },
    /// The next such day of a month.
    DayOfMonth(u32),
    /// The next such weekday, never the same day; if `weeks` is 1, the one in the following week.
    Weekday { weekday: Weekday, weeks: u64 },
    /// So many weeks after a day: "a week on Friday", "Friday week", "a week tomorrow".
    WeeksAfter { day: Box<Window>, weeks: u64 },
    /// The Friday of this week (0), the next (1) or the one after (2).
    EndOfWeek { weeks: u64 },
    /// The Friday of the week that holds this day, which may have begun.
    EndOfWeekOf(Box<Window>),
    /// The last day of this month (0) or the next (1).
    EndOfMonth { months: u32 },
    /// This week (0), the next (1) or the one after (2), until its Friday.
    Week { weeks: u64 },
    /// The Sunday of this week, or of the next if it is Sunday.
    Weekend,
    /// This month (0) or the next (1), until its last day.
    Month { months: u32 },
    /// The last day of the next month with this number.
    EndOfNamedMonth(u32),
    /// The next month with this number, until its last day.
    NamedMonth(u32),
    /// The last day of a month in a certain year.
    EndOfDatedMonth { year: i32, month: u32 },
    /// The 7th, the 15th or the last day of the next month with this number.
    PartOfMonth { part: Part, month: u32 },
    /// The Tuesday, Wednesday or Friday of this week (0) or the next (1).
    PartOfWeek { part: Part, weeks: u64 },
    /// A time around a holiday.
    Holidays(Holidays),
    /// The last day of the year.
    EndOfYear,
    /// Not before this day: somebody is away until then. When they decide after it is open.
    NotBefore(Box<Window>),
    /// So much more time than they had: "another week", "delayed a week". It is counted from the day by which they wanted to
    /// decide, as long as that was still to come.
    More(Box<Window>),
}

/// A time around a holiday, as people name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holidays {
    /// Until 24 December.
    Christmas,
    /// Until 7 January.
    AfterChristmas,
    /// Until 7 January, too.
    EarlyNewYear,
    /// Until 15 January.
    NewYear,
    /// Until the day before Good Friday.
    Easter,
    /// Until the Friday after it.
    AfterEaster,
    /// Until the day before it.
    Thanksgiving,
    /// Until the Friday of the week after it.
    AfterThanksgiving,
    /// Until the Monday after it.
    MondayAfterThanksgiving,
    /// Until the day after it.
    BlackFriday,
    /// The same, as the end of its week.
    ThanksgivingWeek,
}

/// The unit in which a time frame is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Day,
    BusinessDay,
    WorkingDay,
    Week,
    Month,
}

/// A part of a month or a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Early,
    Middle,
    Late,
}

impl Holidays {
    /// The last day of this time, the next time it comes round.
    fn last_day(self, said: NaiveDate) -> Option<NaiveDate> {
        let in_year = |year| match self {
            Holidays::Christmas => NaiveDate::from_ymd_opt(year, 12, 24),
            Holidays::AfterChristmas | Holidays::EarlyNewYear => {
                NaiveDate::from_ymd_opt(year, 1, 7)
            }
            Holidays::NewYear => NaiveDate::from_ymd_opt(year, 1, 15),
            Holidays::Easter => Some(easter(year)? - Days::new(3)),
            Holidays::AfterEaster => Some(easter(year)? + Days::new(5)),
            Holidays::Thanksgiving => Some(thanksgiving(year)? - Days::new(1)),
            Holidays::AfterThanksgiving => Some(thanksgiving(year)? + Days::new(8)),
            Holidays::MondayAfterThanksgiving => Some(thanksgiving(year)? + Days::new(4)),
            Holidays::BlackFriday | Holidays::ThanksgivingWeek => thanksgiving(year)?.succ_opt(),
        };
        (said.year()..said.year() + 2).filter_map(in_year).find(|&candidate| candidate >= said)
    }
}

impl Unit {
    /// The most that "a few" can be: five days, but four weeks.
    fn few(self) -> u32 {
        match self {
            Unit::Day | Unit::BusinessDay | Unit::WorkingDay => 5,
            Unit::Week | Unit::Month => 4,
        }
    }

    /// A time frame of so many units.
    pub fn times(self, count: u32) -> Option<Window> {
        Some(match self {
            Unit::Day => Window::Days(count),
            Unit::BusinessDay => Window::BusinessDays(count),
            Unit::WorkingDay => Window::WorkingDays(count),
            Unit::Week => Window::Days(count.checked_mul(7)?),
            Unit::Month => Window::Months(count),
        })
    }
}

impl Window {
    /// Returns true if it says when they want to decide.
    pub fn is_stated(&self) -> bool {
        !matches!(self, Window::Unstated | Window::Unclear | Window::BackOn)
    }

    /// About how many days a length of time has at most; `None` for a day.
    pub(super) fn about_days(&self) -> Option<u32> {
        match self {
            Window::Days(days) => Some(*days),
            Window::BusinessDays(days) | Window::WorkingDays(days) => Some(days * 7 / 5),
            Window::Months(months) => Some(months * 30),
            Window::Range { most, unit, .. } => unit.times(*most)?.about_days(),
            Window::About(window) => window.about_days(),
            _ => None,
        }
    }

    /// Returns true if it says that they have stopped for a while.
    pub fn is_on_hold(&self) -> bool {
        matches!(self, Window::OnHold(_))
    }

    /// Returns true for a time of which only the later end counts, as nobody knows when in it: "a few days", "after Easter".
    pub fn is_rough(&self) -> bool {
        use Holidays::{AfterChristmas, AfterEaster, AfterThanksgiving, EarlyNewYear, NewYear};
        match self {
            Window::Few(_) | Window::Range { .. } => true,
            Window::Holidays(time) => matches!(
                time,
                AfterChristmas | AfterEaster | AfterThanksgiving | EarlyNewYear | NewYear
            ),
            _ => false,
        }
    }

    /// Returns true if the user is next in line.
    pub fn is_in_reserve(&self) -> bool {
        matches!(self, Window::InReserve { .. })
    }

    /// The decision date: the last day of the window, counted from the day on which it was stated.
    pub fn last_day(&self, said: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
        match *self {
            Window::Unstated | Window::Unclear | Window::BackOn => None,
            Window::Days(n) => Some(calendar.add(said, Offset::days(n))),
            Window::BusinessDays(n) | Window::WorkingDays(n) => {
                Some(calendar.add(said, Offset::business_days(n)))
            }
            Window::OnHold(None) | Window::InReserve { end: None, .. } => {
                Window::Months(1).last_day(said, calendar)
            }
            Window::OnHold(Some(ref end)) | Window::InReserve { end: Some(ref end), .. } => {
                end.last_day(said, calendar)
            }
            Window::Months(n) => said.checked_add_months(Months::new(n)),
            Window::Range { most, unit, .. } => unit.times(most)?.last_day(said, calendar),
            Window::Few(unit) => unit.times(unit.few())?.last_day(said, calendar),
            Window::Couple(unit) => unit.times(2)?.last_day(said, calendar),
            Window::On(_) | Window::EndOfDatedMonth { .. } => self.dated(),
            Window::DayOfYear { month, day } => (said.year()..said.year() + 9)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
                .find(|&candidate| candidate >= said),
            Window::DayOfMonth(day) => (0..4)
                .filter_map(|n| first_of_month(said).checked_add_months(Months::new(n)))
                .filter_map(|month| month.with_day(day))
                .find(|&candidate| candidate >= said),
            Window::Weekday { weekday, weeks: 0 } => {
                let ahead = weekday.days_since(said.weekday());
                said.checked_add_days(Days::new(if ahead == 0 { 7 } else { ahead }.into()))
            }
            Window::Weekday { weekday, weeks } => weekday_of_week(said, weekday, weeks),
            Window::EndOfWeek { weeks } | Window::Week { weeks } => {
                weekday_of_week(said, Weekday::Fri, weeks).and_then(|friday| {
                    // At the weekend, "the end of the week" means the coming one.
                    if friday < said { friday.checked_add_days(Days::new(7)) } else { Some(friday) }
                })
            }
            Window::EndOfWeekOf(ref day) => {
                let friday = |from| weekday_of_week(day.last_day(from, calendar)?, Weekday::Fri, 0);
                let of_this_week = friday(said.week(Weekday::Mon).first_day());
                of_this_week.filter(|friday| *friday >= said).or_else(|| friday(said))
            }
            Window::EndOfMonth { months } | Window::Month { months } => {
                first_of_month(said).checked_add_months(Months::new(months)).and_then(last_of_month)
            }
            Window::EndOfNamedMonth(month) | Window::NamedMonth(month) => (said.year()
                ..said.year() + 2)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, 1))
                .filter_map(last_of_month)
                .find(|&candidate| candidate >= said),
            Window::PartOfMonth { part, month } => match part {
                Part::Early => Window::DayOfYear { month, day: 7 },
                Part::Middle => Window::DayOfYear { month, day: 15 },
                Part::Late => Window::EndOfNamedMonth(month),
            }
            .last_day(said, calendar),
            Window::PartOfWeek { part, weeks } => match part {
                Part::Early => weekday_of_week(said, Weekday::Tue, weeks),
                Part::Middle => weekday_of_week(said, Weekday::Wed, weeks),
                Part::Late => Window::EndOfWeek { weeks }.last_day(said, calendar),
            },
            Window::Holidays(time) => time.last_day(said),
            Window::EndOfYear => NaiveDate::from_ymd_opt(said.year(), 12, 31),
            Window::Weekend => {
                Window::Weekday { weekday: Weekday::Sun, weeks: 0 }.last_day(said, calendar)
            }
            Window::WeeksAfter { ref day, weeks } => {
                day.last_day(said, calendar)?.checked_add_days(Days::new(7 * weeks))
            }
            Window::More(ref span) | Window::About(ref span) | Window::NotBefore(ref span) => {
                span.last_day(said, calendar)
            }
        }
    }

    /// The decision date, where they wanted to decide by another day before.
    pub fn last_day_after(
        &self,
        before: Option<NaiveDate>,
        said: NaiveDate,
        calendar: &Calendar,
    ) -> Option<NaiveDate> {
        let from = before.filter(|day| *day > said && matches!(self, Window::More(_)));
        self.last_day(from.unwrap_or(said), calendar)
    }

    /// The time frame with its longest span in place of a range.
    pub fn longest(self) -> Option<Window> {
        match self {
            Window::Range { most, unit, .. } => unit.times(most),
            Window::Couple(unit) => unit.times(2),
            Window::More(span) | Window::About(span) => span.longest(),
            window => Some(window),
        }
    }

    /// The last day, if it was stated with its year.
    pub fn dated(&self) -> Option<NaiveDate> {
        match *self {
            Window::On(day) => Some(day),
            Window::EndOfDatedMonth { year, month } => {
                NaiveDate::from_ymd_opt(year, month, 1).and_then(last_of_month)
            }
            _ => None,
        }
    }
}

/// Easter Sunday, by the anonymous Gregorian computus.
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, century, of_century) = (year % 19, year / 100, year % 100);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * a + century - century / 4 - moon + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (a + 11 * epact + 22 * weekday) / 451;
    let day = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(day / 31).ok()?, u32::try_from(day % 31).ok()? + 1)
}

/// Thanksgiving, as it is in the United States.
fn thanksgiving(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, 11, Weekday::Thu, 4)
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    first_of_month(day).checked_add_months(Months::new(1))?.pred_opt()
}

/// The weekday of the week of a day, or of one so many weeks later.
pub(super) fn weekday_of_week(said: NaiveDate, weekday: Weekday, weeks: u64) -> Option<NaiveDate> {
    let days = Days::new(7 * weeks + u64::from(weekday.num_days_from_monday()));
    said.week(Weekday::Mon).first_day().checked_add_days(days)
}
