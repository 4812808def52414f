//! An open task of a note, and the day that it names.

use chrono::NaiveDate;

use crate::dates::calendar::Calendar;
use crate::dates::date::{Order, Reading, reading, written_out};
use crate::dates::day::{Direction, day};
use crate::dates::window::Window;
use crate::text::one_line;

/// An open `- [ ]` item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Line in the file, counted from 1.
    pub line: usize,
    /// Its text, on one line, without its day.
    pub text: String,
    /// The day it should be done, if it names one.
    pub due: Option<NaiveDate>,
}

/// The way in which the days of tasks are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskDays {
    /// The day from which those without a year are counted: that of the interview, or of the application.
    pub said: Option<NaiveDate>,
    /// The order of those in numbers.
    pub order: Option<Order>,
}

impl TaskDays {
    /// The day that a task names. A date without its year may be past: one prepares for an interview, too.
    fn read(self, words: &str) -> Option<NaiveDate> {
        let words = &*written_out(words, self.order);
        let direction = || match Window::parse(words) {
            Some(Window::DayOfYear { .. }) => Direction::Nearest,
            _ => Direction::Ahead,
        };
        match reading(words) {
            Some(Reading::Day(day)) => Some(day),
            _ => day(words, self.said?, direction(), &Calendar::default()).ok(),
        }
    }
}

/// At most this many words name a day at the end of a task.
const DAY_WORDS: usize = 5;

impl TaskDays {
    /// The day with which a task ends: `hand it in by Monday 27 April`.
    pub(super) fn named(self, task: &str) -> Option<NaiveDate> {
        let words: Vec<&str> = task.split_whitespace().collect();
        let first = words.len().saturating_sub(DAY_WORDS).max(1);
        let ends = (first..words.len()).map(|at| words[at..].join(" "));
        let is_number = |end: &String| end.bytes().all(|b| b.is_ascii_digit() || b == b'/');
        ends.filter(|end| !is_number(end)).find_map(|end| self.read(&end))
    }
}

/// A task's text without the day that it names, and that day.
pub(super) fn dated(task: &str, days: TaskDays) -> (String, Option<NaiveDate>) {
    for (open, close) in DUE {
        let Some((before, rest)) = task.split_once(open) else { continue };
        // Without a mark at its end, the day is a word.
        let rest = rest.trim_start_matches([' ', '\u{fe0f}']);
        let (words, after) = match close {
            "" => rest.split_at(rest.find(' ').unwrap_or(rest.len())),
            close => match rest.split_once(close) {
                Some(parts) => parts,
                None => continue,
            },
        };
        let Some(due) = days.read(words.trim()) else { continue };
        return (one_line(&format!("{} {}", before.trim_end(), after.trim_start())), Some(due));
    }
    (task.to_owned(), None)
}

/// The marks around a task's day: of Obsidian's Tasks, of Dataview, and in words.
const DUE: [(&str, &str); 5] =
    [("📅", ""), ("[due::", "]"), ("(due::", ")"), ("(due ", ")"), ("(due: ", ")")];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::calendar::parse_date;

    #[test]
    fn tasks_may_name_their_day() {
        let cases = [
            ("Read the terms", ("Read the terms", None)),
            ("Read the terms 📅 2026-03-06", ("Read the terms", Some("2026-03-06"))),
            ("Read 📅 2026-03-06 the terms ⏫", ("Read the terms ⏫", Some("2026-03-06"))),
            ("📅2026-03-06 Read", ("Read", Some("2026-03-06"))),
            ("Read [due:: 2026-03-06]", ("Read", Some("2026-03-06"))),
            ("Read (due:: 2026-03-06) it", ("Read it", Some("2026-03-06"))),
            ("Read (due 6 March)", ("Read", Some("2026-03-06"))),
            ("Read (due Friday)", ("Read", Some("2026-03-06"))),
            ("Read (due 27 February)", ("Read", Some("2026-02-27"))),
            ("Read (due Fri 6 March)", ("Read", Some("2026-03-06"))),
            ("Read (due tomorrow)", ("Read", Some("2026-03-03"))),
            ("Read (due: 1 February 2027)", ("Read", Some("2027-02-01"))),
            ("Read (due 3/6/2026)", ("Read", Some("2026-03-06"))),
            ("Read 📅 3/6/2026", ("Read", Some("2026-03-06"))),
            ("Read (due to Jane) (due 6 March)", ("Read (due to Jane) (due 6 March)", None)),
            ("Read 📅 soon", ("Read 📅 soon", None)),
            ("Pay (due", ("Pay (due", None)),
        ];
        for (task, (text, due)) in cases {
            let expected = (text.to_owned(), due.and_then(parse_date));
            let days = TaskDays { said: parse_date("2026-03-02"), order: Some(Order::MonthFirst) };
            assert_eq!(dated(task, days), expected, "{task}");
        }
        let due = |task: &str| dated(task, TaskDays::default()).1;
        assert_eq!(due("Read (due 6 March)"), None);
        assert_eq!(due("Read (due 6 March 2026)"), parse_date("2026-03-06"));
        assert_eq!(due("Read (due 3/6/2026)"), None);
    }
}
