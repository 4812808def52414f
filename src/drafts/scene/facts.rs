//! Facts that the note says wherever it may: the day on which a new job starts, the times that suit, how it went.

use std::iter;

use chrono::{Datelike, NaiveDate};

use crate::dates::date::{is_plain_day, reading};
use crate::dates::day::{Direction, day};
use crate::dates::named::parse_month;
use crate::drafts::gate;
use crate::drafts::said::hold;
use crate::drafts::scene::Scene;
use crate::notes::body::Fragment;
use crate::text::message;

/// The days within which a new job begins. A date without its year that comes later has passed already.
const START_WITHIN: i64 = 300;

/// The days within which people are invited.
const TIMES_WITHIN: usize = 60;

impl<'j> Scene<'j> {
    /// The day on which the new job starts: that of its field, else one that the note says wherever it may stand.
    pub(super) fn start(&self) -> Option<NaiveDate> {
        self.note.start_date.or_else(|| self.day_behind(&self.language.gate.starts))
    }

    /// The last day in the old job, or the one by which it is handed over.
    pub(super) fn last_day(&self) -> Option<NaiveDate> {
        self.day_behind(&self.language.gate.last_days)
    }

    /// The day behind such words, if every line that tells one means the same, and none is a rough idea of it.
    fn day_behind(&self, openings: &[&str]) -> Option<NaiveDate> {
        let said = self.note.outcome_date.value().or(self.note.date.value()).copied()?;
        // With its month, and no span of time.
        let is_month = |word: &str| parse_month(&word.to_lowercase()).is_some();
        let is_dated = |words: &&str| reading(words).is_some() || words.split(' ').any(is_month);
        let calendar = &self.config.calendar;
        let mut days = self.own_lines().filter_map(|line| {
            let words = gate::start(line, openings, self.language).filter(is_dated)?;
            let day = day(words, said, Direction::Ahead, calendar).ok()?;
            let is_settled = is_plain_day(words) && !gate::is_in_doubt(line, self.language);
            Some(is_settled.then_some(day))
        });
        let is_likely = |day: &NaiveDate| *day > said && (*day - said).num_days() < START_WITHIN;
        let start = days.next()?.filter(is_likely)?;
        days.all(|day| day == Some(start)).then_some(start)
    }

    /// The times that would suit the user, if the note says some wherever they may stand, and a day of them lies ahead of
    /// the news. Those that have passed by then are left out.
    pub(super) fn times(&self) -> Vec<String> {
        let Some(&heard) = self.note.outcome_date.value().or(self.note.date.value()) else {
            return Vec::new();
        };
        let mut found = self.own_lines().filter_map(|line| gate::times(line, self.language));
        let is_ahead = |times: &Vec<String>| times.iter().any(|time| self.is_ahead(time, heard));
        let found = found.find(is_ahead).unwrap_or_default();
        let left = found.into_iter().filter(|time| !self.has_passed(time, heard));
        left.map(|time| self.with_months(time, heard)).collect()
    }

    /// Times with the month of each day that has none: "Monday 19 October after 4".
    fn with_months(&self, time: String, heard: NaiveDate) -> String {
        let (dates, order) = (&self.language.words.dates, self.config.voice.dates);
        heard.iter_days().skip(1).take(TIMES_WITHIN).fold(time, |time, day| {
            let bare = format!("{} {}", dates.weekday(day), day.day());
            let is_bare = |rest: &str| {
                !rest.starts_with(|c: char| c.is_ascii_digit())
                    && dates.names().all(|name| !rest.trim_start().starts_with(name))
            };
            match time.split_once(&bare) {
                Some((before, rest)) if is_bare(rest) => {
                    format!("{before}{}{rest}", dates.day(day, order))
                }
                _ => time,
            }
        })
    }

    /// Returns true if the note says that the interview went well.
    pub(super) fn went_well(&self) -> bool {
        self.own_lines().any(|line| gate::went_well(line, self.language))
    }

    /// Returns true if the note says what comes next.
    pub(super) fn knows_next(&self) -> bool {
        let known = &self.language.words.known;
        hold(self.own_lines(), &known.next)
    }

    /// Returns true if the note says that the offer is to come in writing: "letter to follow".
    pub(super) fn awaits_writing(&self) -> bool {
        let known = &self.language.words.known;
        self.own_lines().any(|line| hold([line], &known.papers) && hold([line], &known.coming))
    }

    /// Whom the user meets in the next round, if the note says so and it isn't the message's reader.
    pub(super) fn next_met(&self) -> Option<String> {
        let name = self.own_lines().find_map(|line| gate::next(line, self.language))?;
        let is_reader =
            self.to.is_some_and(|reader| reader.names().iter().any(|known| known == name));
        (!is_reader).then(|| message(name))
    }

    /// Returns true if the user's own words offer times.
    pub(super) fn offers_times(&self) -> bool {
        self.says(&self.language.words.times.offered)
    }

    /// Returns true if they offer some, or say which it is to be.
    pub(super) fn names_times(&self) -> bool {
        let words = &self.language.words.times;
        let names_day = || !self.says(&words.thanks) && self.says(&words.days);
        self.offers_times() || self.says(&words.settled) || names_day()
    }

    /// Returns true if they begin with times and nothing else.
    pub(super) fn says_bare_times(&self) -> bool {
        self.to_say().first().is_some_and(|text| gate::are_times(text, self.language))
    }

    /// Returns true if the user's own words hold one of these.
    fn says(&self, words: &[String]) -> bool {
        let said = self.paragraphs().join("\n").to_lowercase();
        words.iter().any(|word| said.contains(word))
    }

    /// Returns true if a time names a day that isn't long after this one.
    fn is_ahead(&self, time: &str, day: NaiveDate) -> bool {
        self.names_of_days(day.iter_days().skip(1)).any(|name| is_in(time, &name))
    }

    /// Returns true if a time names this day or one that isn't long before it. Of "Tuesday 17" in two months it is the later.
    fn has_passed(&self, time: &str, day: NaiveDate) -> bool {
        let back = iter::successors(Some(day), NaiveDate::pred_opt);
        let mut passed = self.names_of_days(back).filter(|name| is_in(time, name));
        passed.any(|name| !self.names_of_days(day.iter_days().skip(1)).any(|other| other == name))
    }

    /// The ways in which times name the first of these days: "Monday 19", "October 19".
    fn names_of_days(&self, days: impl Iterator<Item = NaiveDate>) -> impl Iterator<Item = String> {
        let dates = &self.language.words.dates;
        days.take(TIMES_WITHIN).flat_map(|day| {
            let (number, month) = (day.day(), dates.month(day.month()));
            let weekday = dates.weekday(day);
            [
                format!("{weekday} {number}"),
                format!("{month} {number}"),
                format!("{number} {month}"),
            ]
        })
    }

    /// The lines of the note that are the user's own words and no tasks.
    fn own_lines(&self) -> impl Iterator<Item = &'j str> {
        let fragments = self.note.body.sections().iter().flat_map(|section| &section.fragments);
        fragments.filter(|fragment| fragment.is_own && !fragment.is_task).flat_map(Fragment::lines)
    }
}

/// Returns true if a time holds a day by this name: "Monday 1" isn't in "Monday 19", nor "5 October" in "15 October".
fn is_in(time: &str, name: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    time.match_indices(name).any(|(at, _)| {
        !time[..at].ends_with(is_digit) && !time[at + name.len()..].starts_with(is_digit)
    })
}
