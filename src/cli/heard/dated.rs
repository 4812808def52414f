//! News that ends with a day, or makes sense for some processes only: "postponed to 3 April", "offer until Friday".

use std::sync::Arc;

use crate::agenda::position;
use crate::cli::{Ending, quoted, say, unusable};
use crate::dates::calendar::Calendar;
use crate::dates::date::reading;
use crate::dates::day::{Direction, Misread, day};
use crate::dates::window::Window;
use crate::notes::Outcome;
use crate::notes::people::People;
use crate::plan::process::Process;
use crate::text::one_line;
use chrono::NaiveDate;

use super::words::{Heard, News, heard};
use super::{day_in, next_note};

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

    /// A report of a day at the end of news that isn't on its weekday.
    fn wrong_weekday(self, news: &str) -> Option<Ending> {
        let words: Vec<&str> = news.split_whitespace().collect();
        let is_wrong = |words: &String| {
            let day = day(words, self.today, Direction::Ahead, self.calendar);
            matches!(day, Err(Misread::Weekday(_)))
        };
        let mut ends = (0..words.len()).rev().map(|at| words[at..].join(" "));
        let words = ends.find(is_wrong)?;
        day_in("the day", &words, self.today, Direction::Ahead, self.calendar).err()
    }
}

/// News that only makes sense for this process, or only with a day, or the command that is meant by it.
pub fn news_for(
    process: &Arc<Process>,
    what: &str,
    news: &str,
    days: Days<'_>,
) -> Option<Result<Heard, Ending>> {
    let note = process.current();
    let told = |news: News| Some(Ok(Heard { process: Arc::clone(process), news, by: None }));
    let outcome = process.outcome()?;
    let is_ahead = is_ahead(process, days.today) && !is_of_decision(news);
    if let Some(misread) = days.wrong_weekday(news) {
        return Some(Err(misread));
    }
    if let Some((said, who)) = news.split_once(" from ")
        && heard(said).is_some_and(Outcome::has_day)
        && !["me", "them", "us"].contains(&who)
        // "An offer from another company", "withdrew from the process"
        && !who.split(' ').any(|word| ["a", "an", "another", "my", "other", "the", "their"].contains(&&*word.to_lowercase()))
        && days.read(who, Direction::Ahead).is_none()
    {
        let (what, said) = (quoted(&one_line(what)), quoted(&one_line(said)));
        return Some(Err(unusable(&format!(
            "write who told you with an option: journal heard {what} {said} --from {}",
            quoted(&one_line(who))
        ))));
    }
    let deadline = |day: &str| {
        Some(Err(unusable(&format!(
            "{}: if the offer has a new deadline, write: journal heard {} offer --by {day}",
            position(note),
            quoted(&one_line(what))
        ))))
    };
    let Some((before, joint, words)) = days.parted(news) else {
        if outcome == Outcome::Offer && (is_deadline(news) || is_moved(news)) {
            return deadline("DAY");
        }
        // "Postponed until April": of an interview that took place, that is when they decide.
        let window = moved_to(news).filter(|_| outcome == Outcome::Pending && !is_ahead);
        let is_window = |text: &String| !text.is_empty() && Window::parse(text).is_some();
        if let Some(window) = window.filter(is_window) {
            return told(News::Window(window));
        }
        let waits = matches!(outcome, Outcome::Applied | Outcome::Cancelled);
        let is_invited = waits && Outcome::is_invitation(news);
        return told(News::Outcome(Outcome::MoreInterviews)).filter(|_| is_invited);
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
        // Of several days in one file, it's this one.
        let old = note.date.value().filter(|_| note.in_file.is_some());
        let old = old.map_or(String::new(), |old| format!(" in place of {old}"));
        Some(Err(unusable(&format!(
            "{}: write the new day into the note: `date: {day}`{old} in {}",
            position(note),
            note.path
        ))))
    };
    // More time ends after the old deadline. A day that has passed this year is hardly meant for the next.
    let offer_by = || {
        let old = note.decide_by.value().filter(|_| before.to_lowercase().contains("exten"));
        let from = old.copied().unwrap_or(days.today).max(days.today);
        let by = day_in("the deadline", &words, from, Direction::Ahead, days.calendar);
        let news = News::Outcome(Outcome::Offer);
        Some(by.map(|by| Heard { process: Arc::clone(process), news, by: Some(by) }))
    };
    if outcome == Outcome::Offer && is_deadline(&before) {
        return offer_by();
    }
    let outcome_heard = heard(&before);
    if is_moved(&before) {
        let day = days.read(&words, Direction::Ahead)?;
        // Of an interview that took place, only "postponed to" may be about the decision.
        let is_put_off = moved_to(&before).is_some();
        return match outcome {
            Outcome::Cancelled | Outcome::MoreInterviews | Outcome::HiringManager => {
                next_round(day)
            }
            Outcome::Pending if is_ahead => new_day(day),
            Outcome::Pending | Outcome::Applied if !is_put_off => next_round(day),
            Outcome::Pending | Outcome::Applied => {
                Window::parse(&words).and_then(|_| told(News::Window(words)))
            }
            Outcome::Offer => deadline(&day.to_string()),
            _ => None,
        };
    }
    let is_interview = Outcome::is_invitation(&before);
    let is_invited = is_interview
        || matches!(outcome_heard, Some(Outcome::MoreInterviews | Outcome::HiringManager));
    if is_invited && outcome.is_open() && outcome != Outcome::Offer {
        let day = days.read(&words, Direction::Ahead)?;
        let is_same = is_interview && outcome == Outcome::Pending && is_ahead;
        return if is_same { new_day(day) } else { next_round(day) };
    }
    let heard =
        outcome_heard.filter(|outcome| outcome.has_day() || *outcome == Outcome::Cancelled)?;
    let is_until = matches!(joint, Some("until" | "till" | "by"));
    let day = match is_until {
        true => days.read(&words, Direction::Ahead)?,
        false => days.read(&words, Direction::Nearest)?,
    };
    // Nobody has heard of an offer on a day that is still to come.
    let is_to_come = day > days.today && reading(&words).is_some();
    if heard == Outcome::Offer && (is_until || is_to_come) {
        return offer_by();
    }
    let option = match heard {
        Outcome::Offer if day > days.today => format!("--by {day}"),
        _ => format!("--on {}", days.read(&words, Direction::Back)?),
    };
    let (what, heard) = (quoted(&one_line(what)), quoted(&one_line(&before)));
    Some(Err(unusable(&format!(
        "write the day with an option: journal heard {what} {heard} {option}"
    ))))
}

/// Returns true if what was put off is the decision, not the interview.
pub fn is_of_decision(news: &str) -> bool {
    news.to_lowercase().contains("decision")
}

/// The news with "they" in place of somebody whom the process knows: `Jane offered me the job`.
pub fn from_somebody(process: &Process, news: &str) -> Option<String> {
    let people = People::of(process.rounds.iter().map(Arc::as_ref));
    let words: Vec<&str> = news.split_whitespace().collect();
    let is_name = |at: &usize| people.called(&words[..*at].join(" ")).is_some();
    let at = (1..words.len()).rev().find(is_name)?;
    Some(format!("they {}", words[at..].join(" ")))
}

/// Returns true if the interview is today or still to come.
pub fn is_ahead(process: &Process, today: NaiveDate) -> bool {
    process.current().date.value() >= Some(&today)
}

/// Returns true if words tell of a new day.
pub fn is_moved(news: &str) -> bool {
    moved_to(news).is_some()
        || NEW_DAY.iter().any(|known| news.to_lowercase().trim_end_matches(" is").ends_with(known))
}

/// Returns true if words are about the day by which an offer needs an answer.
fn is_deadline(news: &str) -> bool {
    news.to_lowercase().split_whitespace().any(|word| DEADLINE.contains(&word))
}

/// The words behind "postponed to".
fn moved_to(news: &str) -> Option<String> {
    let is_one_of =
        |word: &str, known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(word));
    let words: Vec<&str> = news.split_whitespace().collect();
    let is_back = |at: usize| {
        let mut next = words[at + 1..].iter().filter(|word| !is_one_of(word, &["it", "the"]));
        next.next().is_some_and(|word| is_one_of(word, &["back", "out"]))
    };
    let is_moved = |at: &usize| {
        let word = words[*at];
        is_one_of(word, &MOVED) || is_one_of(word, &["pushed", "put"]) && is_back(*at)
    };
    let at = (0..words.len()).find(is_moved)?;
    let small = ["it", "the", "back", "out"];
    let rest: Vec<&str> =
        words[at + 1..].iter().copied().skip_while(|word| is_one_of(word, &small)).collect();
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
const MOVED: [&str; 5] = ["delayed", "moved", "postponed", "reschedule", "rescheduled"];

/// Words in front of that day.
const NEW_DAY: [&str; 4] = ["new date", "new day", "new slot", "new time"];

/// Words for the deadline of an offer.
const DEADLINE: [&str; 6] = ["answer", "deadline", "decide", "extended", "extension", "gave"];
