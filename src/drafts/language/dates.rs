//! Dates as a language writes them.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use crate::rules::voice::DateOrder;

/// The names and forms of dates.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Dates {
    weekdays: [String; 7],
    months: [String; 12],
    british: DateForms,
    american: DateForms,
}

/// The forms of dates in one order.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct DateForms {
    day: String,
    day_with_year: String,
    plain: String,
}

impl Dates {
    /// The name of a day's weekday.
    pub fn weekday(&self, day: NaiveDate) -> &str {
        &self.weekdays[day.weekday().num_days_from_monday() as usize]
    }

    /// Returns true for the name of a day of the week.
    pub fn is_weekday(&self, word: &str) -> bool {
        self.weekdays.iter().any(|day| day == word)
    }

    /// The names of the days of the week and of the months.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.weekdays.iter().chain(&self.months).map(String::as_str)
    }

    /// The name of a month, by its number.
    pub fn month(&self, number: u32) -> &str {
        &self.months[(number.clamp(1, 12) - 1) as usize]
    }

    /// A day without its year.
    pub fn day(&self, day: NaiveDate, order: DateOrder) -> String {
        self.filled(&self.forms(order).day, day)
    }

    /// A day with its year.
    pub fn day_with_year(&self, day: NaiveDate, order: DateOrder) -> String {
        self.filled(&self.forms(order).day_with_year, day)
    }

    /// A day without weekday and year.
    pub fn plain(&self, day: NaiveDate, order: DateOrder) -> String {
        self.filled(&self.forms(order).plain, day)
    }

    fn forms(&self, order: DateOrder) -> &DateForms {
        match order {
            DateOrder::British => &self.british,
            DateOrder::American => &self.american,
        }
    }

    fn filled(&self, form: &str, day: NaiveDate) -> String {
        form.replace("{weekday}", self.weekday(day))
            .replace("{day}", &day.day().to_string())
            .replace("{month}", self.month(day.month()))
            .replace("{year}", &format!("{:04}", day.year()))
    }
}
