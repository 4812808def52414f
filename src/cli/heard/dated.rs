//! News that ends with a day, or makes sense for some processes only: "postponed to 3 April", "offer until Friday".

use crate::agenda::position;
use crate::cli::{Ending, quoted, say, unusable};
use crate::dates::calendar::Calendar;
use crate::dates::day::{Direction, day};
use crate::dates::window::Window;
use crate::notes::Outcome;
use crate::plan::process::Process;
use crate::text::one_line;
use chrono::NaiveDate;

use super::next_note;
use super::words::News;

/// What days are read by.
#[derive(Clone, Copy)]
pub struct Days<'c> {
    pub today: NaiveDate,
    pub calendar: &'c Calendar,
}

impl Days<'_> {
    fn read(self, words: &str, direction: Direction) -> Option<NaiveDate> {
        day(words, self.today, direction, self.calendar).ok()
    }

    /// The words before a day at the end of news, the word that joins them, and that day's.
    fn parted(self, news: &str) -> Option<(String, Option<&str>, String)> {
        let words: Vec<&str> = news.split_whitespace().collect();
        (1..words.len()).find_map(|at| {
            let (before, day) = (&words[..at], words[at..].join(" "));
            self.read(&day, Direction::Nearest)?;
            // "By Friday" is a day as well.
            let joint = words[at - 1..=at].iter().find(|word| JOINTS.contains(word)).copied();
            let before = match before {
                [head @ .., last] if JOINTS.contains(last) => head,
                all => all,
            };
            Some((before.join(" "), joint, day))
        })
    }
}

/// News that only makes sense for this process, or only with a day, or the command that is meant by it.
pub fn news_for(
    process: &Process,
    what: &str,
    news: &str,
    days: Days<'_>,
) -> Option<Result<News, Ending>> {
    let note = process.current();
    let (outcome, is_ahead) = (process.outcome()?, note.date.value() >= Some(&days.today));
    let Some((before, joint, words)) = days.parted(news) else {
        // "Postponed until April": of an interview that took place, that is when they decide.
        let window = moved_to(news).filter(|_| outcome == Outcome::Pending && !is_ahead);
        let is_window = |text: &String| !text.is_empty() && Window::parse(text).is_some();
        if let Some(window) = window.filter(is_window) {
            return Some(Ok(News::Window(window)));
        }
        let waits = matches!(outcome, Outcome::Applied | Outcome::Cancelled);
        let is_invited = waits && Outcome::is_invitation(news);
        return is_invited.then_some(Ok(News::Outcome(Outcome::MoreInterviews)));
    };
    let next_round = |day: NaiveDate| {
        let ending = unusable(&format!(
            "{}: an interview on a new day gets a note of its own:",
            position(note)
        ));
        say(&format!("  {}", next_note(note, &day.to_string())));
        Some(Err(ending))
    };
    let new_day = |day: NaiveDate| {
        Some(Err(unusable(&format!(
            "{}: write the new day into the note: `date: {day}` in {}",
            position(note),
            note.path
        ))))
    };
    let heard = Outcome::heard(&before);
    if is_moved(&before) {
        let day = days.read(&words, Direction::Ahead)?;
        return match outcome {
            Outcome::Cancelled | Outcome::MoreInterviews | Outcome::HiringManager => {
                next_round(day)
            }
            Outcome::Pending if is_ahead => new_day(day),
            Outcome::Pending | Outcome::Applied => {
                Window::parse(&words).map(|_| Ok(News::Window(words)))
            }
            _ => None,
        };
    }
    let is_interview = Outcome::is_invitation(&before);
    let is_invited =
        is_interview || matches!(heard, Some(Outcome::MoreInterviews | Outcome::HiringManager));
    if is_invited && outcome.is_open() && outcome != Outcome::Offer {
        let day = days.read(&words, Direction::Ahead)?;
        let is_same = is_interview && outcome == Outcome::Pending && is_ahead;
        return if is_same { new_day(day) } else { next_round(day) };
    }
    let heard = heard.filter(|outcome| outcome.has_day() || *outcome == Outcome::Cancelled)?;
    let day = match joint {
        Some("until" | "till" | "by") => days.read(&words, Direction::Ahead)?,
        _ => days.read(&words, Direction::Nearest)?,
    };
    let option = match heard {
        Outcome::Offer if day > days.today => format!("--by {day}"),
        _ => format!("--on {}", days.read(&words, Direction::Back)?),
    };
    let (what, heard) = (quoted(&one_line(what)), quoted(&one_line(&before)));
    Some(Err(unusable(&format!(
        "write the day with an option: journal heard {what} {heard} {option}"
    ))))
}

/// Returns true if words tell of a new day.
pub fn is_moved(news: &str) -> bool {
    moved_to(news).is_some()
}

/// The words behind "postponed to".
fn moved_to(news: &str) -> Option<String> {
    let is_one_of =
        |word: &str, known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut words = news.split_whitespace().skip_while(|word| !is_one_of(word, &MOVED));
    words.next()?;
    let rest: Vec<&str> = words.skip_while(|word| *word == "the").collect();
    match rest[..] {
        // They have gone on with somebody else, or need more time.
        ["on"] | ["decision", ..] => None,
        _ => {
            let to = rest.into_iter().skip_while(|word| is_one_of(word, &JOINTS));
            Some(to.collect::<Vec<_>>().join(" "))
        }
    }
}

/// Words between news and a day.
const JOINTS: [&str; 6] = ["to", "on", "until", "till", "by", "for"];

/// Words for an interview with a new day.
const MOVED: [&str; 4] = ["postponed", "moved", "rescheduled", "delayed"];
