//! The days that the command line names.

use std::ffi::{OsStr, OsString};

use crate::dates::calendar::Calendar;
use crate::dates::date::written_out;
use crate::dates::day::{self, Direction, Misread};
use crate::dates::window::Window;
use crate::text::one_line;
use chrono::NaiveDate;

use super::setup::now;
use super::{Ending, unusable};

/// Arguments in which a day of several words, such as `--by 27 March`, is one.
pub(super) fn with_whole_days(arguments: Vec<OsString>) -> Vec<OsString> {
    const OPTIONS: [&str; 5] = ["--by", "--on", "--until", "--date", "--today"];
    let is_day = |words: &[OsString]| {
        let words: Option<Vec<&str>> = words.iter().map(|word| word.to_str()).collect();
        words.is_some_and(|words| {
            // Another option is no word of it: `later --today`.
            if words.iter().any(|word| word.starts_with("--")) {
                return false;
            }
            let day = day::day(
                &words.join(" "),
                NaiveDate::default(),
                Direction::Ahead,
                &Calendar::default(),
            );
            day != Err(Misread::Unknown)
        })
    };
    let mut whole = Vec::new();
    let mut rest = &arguments[..];
    while let [argument, behind @ ..] = rest {
        whole.push(argument.clone());
        rest = behind;
        if OPTIONS.iter().any(|option| argument == option) && !is_day(&rest[..rest.len().min(1)]) {
            let count = [4, 3, 2].into_iter().find(|count| rest.get(..*count).is_some_and(is_day));
            let (day, behind) = rest.split_at(count.unwrap_or(0));
            whole.extend(count.map(|_| day.join(OsStr::new(" "))));
            rest = behind;
        }
    }
    whole
}

/// Reads the day that stands in for today.
pub(super) fn parse_today(text: &str) -> Result<NaiveDate, String> {
    let today = now().date_naive();
    day::day(text, today, Direction::Ahead, &Calendar::default())
        .map_err(|misread| format!("it {}", misunderstood(misread, Direction::Ahead)))
}

/// The day that an option's words mean, or a report of why they mean none.
pub(super) fn day_in(
    option: &str,
    words: &str,
    today: NaiveDate,
    direction: Direction,
    calendar: &Calendar,
) -> Result<NaiveDate, Ending> {
    let option = format!("{option} {:?}", one_line(words));
    let words = &*written_out(words, calendar.dates);
    let day = day::day(words, today, direction, calendar)
        .map_err(|misread| unusable(&format!("{option} {}", misunderstood(misread, direction))))?;
    match day::passed(words, day, today).filter(|_| direction == Direction::Ahead) {
        Some(passed) => Err(unusable(&format!(
            "{option} would be {day}, as {passed} has passed; write the day that you mean, with its year"
        ))),
        None => Ok(day),
    }
}

/// Refuses a time frame such as `by Sat 20th` if that day is no Saturday.
pub(super) fn check_weekday(
    window: &str,
    said: NaiveDate,
    calendar: &Calendar,
) -> Result<(), Ending> {
    let told = Window::told(window);
    match told.and_then(|told| day::misnamed(&told, window, said, calendar)) {
        None => Ok(()),
        Some(day) => {
            let why = misunderstood(Misread::Weekday(day), Direction::Ahead);
            Err(unusable(&format!("{:?} {why}", one_line(window))))
        }
    }
}

/// The reason why words are no day, and the words to write instead.
fn misunderstood(misread: Misread, direction: Direction) -> String {
    match misread {
        Misread::Unknown => format!("is not understood; write {}", direction.forms()),
        Misread::Either(one, other) => format!("could be {one} or {other}; write one of these"),
        Misread::Weekday(day) => {
            format!("names the wrong weekday: {day} is a {}; write the day alone", day.format("%A"))
        }
    }
}
