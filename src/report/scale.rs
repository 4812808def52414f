//! The horizontal scales of the pictures: where a day, or a number of days, stands between the left and the right edge.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::Serialize;

/// At most this many marks have room for their labels on a phone.
const TICKS: usize = 7;

/// With fewer days than this, weeks tell more than months.
const SHORT: i64 = 50;

/// A labelled mark on a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tick {
    pub x: String,
    pub label: String,
}

/// A scale of days in the calendar.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    start: NaiveDate,
    end: NaiveDate,
}

impl Calendar {
    /// A scale from one day to another, at least a day apart.
    pub fn new(start: NaiveDate, end: NaiveDate) -> Calendar {
        let next = start.checked_add_days(Days::new(1)).unwrap_or(start);
        Calendar { start, end: end.max(next) }
    }

    /// The place of a day; of one beyond an edge, that edge.
    pub fn at(self, day: NaiveDate) -> String {
        let all = (self.end - self.start).num_days().max(1);
        percent((day - self.start).num_days() as f64 / all as f64)
    }

    /// The width from one day to another.
    pub fn between(self, from: NaiveDate, to: NaiveDate) -> String {
        let (from, to) = (from.clamp(self.start, self.end), to.clamp(self.start, self.end));
        let all = (self.end - self.start).num_days().max(1);
        percent((to - from).num_days() as f64 / all as f64)
    }

    /// Returns true for a day between its edges.
    pub fn has(self, day: NaiveDate) -> bool {
        (self.start..=self.end).contains(&day)
    }

    /// Mondays, or firsts of months, as many as there is room for.
    pub fn ticks(self) -> Vec<Tick> {
        let tick = |day: NaiveDate, form: &str| Tick {
            x: self.at(day),
            label: day.format(form).to_string(),
        };
        if (self.end - self.start).num_days() < SHORT {
            let mondays = self.start.iter_days().take_while(|day| *day <= self.end);
            let mondays: Vec<NaiveDate> =
                mondays.filter(|day| day.weekday() == Weekday::Mon).collect();
            let step = mondays.len().div_ceil(TICKS).max(1);
            return mondays.into_iter().step_by(step).map(|day| tick(day, "%-d %b")).collect();
        }
        let steps = [1, 2, 3, 6, 12, 24, 60];
        let firsts = steps.map(|step| self.firsts(step));
        let fits = firsts.into_iter().find(|days| days.len() <= TICKS).unwrap_or_default();
        let is_long = (self.end.year() - self.start.year()) > 1;
        let form = |day: NaiveDate| match (day.month(), is_long) {
            (1, _) => "%Y",
            (_, true) => "%b %Y",
            (_, false) => "%b",
        };
        fits.into_iter().map(|day| tick(day, form(day))).collect()
    }

    /// The first days of every so many months, counted from the year 0.
    fn firsts(self, step: u32) -> Vec<NaiveDate> {
        let month = |day: NaiveDate| day.year().unsigned_abs() * 12 + day.month0();
        let first = self.start.with_day(1);
        let days = std::iter::successors(first, |day| day.checked_add_months(Months::new(1)));
        let days = days.take_while(|day| *day <= self.end);
        days.filter(|day| *day >= self.start && month(*day) % step == 0).collect()
    }
}

/// A scale of numbers of days, from none on.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    pub most: i64,
}

impl Count {
    /// The place of a number of days; beyond the edge, the edge.
    pub fn at(self, days: f64) -> String {
        percent(days / self.most.max(1) as f64)
    }

    /// Round numbers of weeks, as many as there is room for.
    pub fn ticks(self) -> Vec<Tick> {
        let weeks = [1, 2, 4, 8, 13, 26, 52, 104, 260, 520];
        let step = weeks.into_iter().find(|step| self.most / (step * 7) < TICKS as i64);
        let step = step.unwrap_or(1040) * 7;
        let days = (0..).map(|n| n * step).take_while(|days| *days <= self.most);
        let label = |days: i64| match days {
            0 => "0 days".to_owned(),
            days => days.to_string(),
        };
        days.map(|days| Tick { x: self.at(days as f64), label: label(days) }).collect()
    }
}

fn percent(part: f64) -> String {
    let text = format!("{:.2}", 100.0 * part.clamp(0.0, 1.0));
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::calendar::parse_date;

    fn scale(start: &str, end: &str) -> Calendar {
        Calendar::new(parse_date(start).unwrap(), parse_date(end).unwrap())
    }

    #[test]
    fn days_stand_where_they_belong() {
        let scale = scale("2026-03-01", "2026-03-11");
        let at = |day: &str| scale.at(parse_date(day).unwrap());
        assert_eq!(at("2026-03-01"), "0%");
        assert_eq!(at("2026-03-06"), "50%");
        assert_eq!((at("2020-01-01"), at("2030-01-01")), ("0%".to_owned(), "100%".to_owned()));
        assert_eq!(scale.between(scale.start, parse_date("2026-03-02").unwrap()), "10%");
        assert_eq!(Calendar::new(scale.start, scale.start).at(scale.start), "0%");
    }

    #[test]
    fn scales_have_few_marks() {
        let labels = |start: &str, end: &str| -> Vec<String> {
            scale(start, end).ticks().into_iter().map(|tick| tick.label).collect()
        };
        assert_eq!(labels("2026-03-01", "2026-03-20"), ["2 Mar", "9 Mar", "16 Mar"]);
        assert_eq!(labels("2025-11-20", "2026-03-20"), ["Dec", "2026", "Feb", "Mar"]);
        let half_years = ["Jul 2023", "2024", "Jul 2024", "2025", "Jul 2025", "2026"];
        assert_eq!(labels("2023-02-01", "2026-03-20"), half_years);
        assert_eq!(labels("2021-02-01", "2026-03-20"), ["2022", "2023", "2024", "2025", "2026"]);
        for years in [1, 3, 10, 25] {
            let end = NaiveDate::from_ymd_opt(2000 + years, 3, 20).unwrap();
            let ticks = Calendar::new(parse_date("2000-01-05").unwrap(), end).ticks();
            assert!((1..=TICKS).contains(&ticks.len()), "{years}: {ticks:?}");
        }
        for most in [0, 1, 14, 30, 90, 400, 5_000, 50_000] {
            let ticks = Count { most }.ticks();
            assert!((1..=TICKS).contains(&ticks.len()), "{most}: {ticks:?}");
        }
    }
}
