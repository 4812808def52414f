//! News that ends with a day, or makes sense for some processes only: "postponed to 3 April", "offer until Friday".

use std::sync::Arc;

use crate::agenda::position;
use crate::cli::{Ending, day_in, say, shell_word, unusable};
use crate::dates::calendar::Calendar;
use crate::dates::date::reading;
use crate::dates::day::{Direction, Misread, day};
use crate::dates::window::Window;
use crate::notes::people::People;
use crate::notes::{Note, Outcome};
use crate::plan::process::Process;
use crate::text::one_line;
use chrono::NaiveDate;

use super::deadline::{DEADLINE, deadline_in, is_deadline};
use super::moved::{
    JOINTS, is_call, is_moved, is_of_decision, is_of_interview, moved_to, tells_of,
};
use super::news::{Heard, News, heard, is_pay, without_pay};
use super::{Arguments, next_note};

/// How news with a day is read.
#[derive(Clone, Copy)]
pub struct Days<'c> {
    pub today: NaiveDate,
    pub calendar: &'c Calendar,
    /// The options that were given, for the command that is meant.
    pub options: &'c Arguments,
}

impl Days<'_> {
    fn read(self, words: &str, direction: Direction) -> Option<NaiveDate> {
        day(words, self.today, direction, self.calendar).ok()
    }

    /// Returns true for words that mean this day to whoever hears them the day before, as "Friday" means any Friday.
    fn means(self, words: &str, meant: NaiveDate) -> bool {
        let day_before = meant.pred_opt().unwrap_or(meant);
        let day = day(words, day_before, Direction::Ahead, self.calendar);
        day == Ok(meant) && !is_soon(words)
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
    let news = without_pay(news);
    let told = |told: News| Some(Ok(Heard::of(process, told, news)));
    let outcome = process.outcome()?;
    let is_ahead = is_ahead(process, days.today) && !is_of_decision(news);
    if let Some(misread) = days.wrong_weekday(news) {
        return Some(Err(misread));
    }
    if is_moved(news) && is_of_interview(news) && tells_of(news, &["decision"]) {
        return Some(Err(two_things(what, news)));
    }
    if let Some(advice) = from_as_option(what, news, days) {
        return Some(Err(advice));
    }
    let deadline = |day: &str| {
        Some(Err(unusable(&format!(
            "{}: if the offer has a new deadline, write: journal heard {} offer --by {day}{}",
            position(note),
            shell_word(&one_line(what)),
            days.options.but("--by")
        ))))
    };
    let Some((before, joint, words)) = days.parted(news) else {
        if outcome == Outcome::Offer && (tells_of(news, &DEADLINE) || is_moved(news)) {
            return deadline("DAY");
        }
        // "Postponed until April": of an interview that took place, that is when they decide.
        let may_be_decision = outcome == Outcome::Pending && !is_ahead && !is_of_interview(news);
        let window = moved_to(news).filter(|_| may_be_decision);
        let is_window = |text: &String| !text.is_empty() && Window::parse(text).is_some();
        if let Some(window) = window.filter(is_window) {
            return told(News::Window(window));
        }
        let waits = matches!(outcome, Outcome::Applied | Outcome::Cancelled);
        let round = note.round.as_deref();
        let is_next = outcome == Outcome::Pending && !is_ahead;
        let is_invited = waits && Outcome::is_invitation(news)
            || is_next && Outcome::is_invitation_after(round, news);
        return told(News::Outcome(Outcome::MoreInterviews)).filter(|_| is_invited);
    };
    let next_round = |day: NaiveDate| Some(Err(own_note(note, &day.to_string())));
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
    // More time ends after the old deadline, unless that is the day that is named: it was written before. A day that has
    // passed this year is hardly meant for the next.
    let offer_by = || {
        let old = note.decide_by.value().filter(|_| before.to_lowercase().contains("exten"));
        let is_later =
            |old: &&NaiveDate| days.read(&words, Direction::Ahead).is_none_or(|day| day <= **old);
        let old = old.filter(is_later).copied();
        let by = match old {
            Some(old) if days.means(&words, old) => Ok(old),
            Some(old) if is_one_day(&words) => Err(not_extended(what, &words, old, days)),
            old => {
                let from = old.unwrap_or(days.today).max(days.today);
                deadline_in("the deadline", &words, from, days.calendar)
            }
        };
        let offer = News::Outcome(Outcome::Offer);
        Some(by.map(|by| Heard { by: Some(by), ..Heard::of(process, offer, &before) }))
    };
    if outcome == Outcome::Offer && is_deadline(&before) || is_offer_with_deadline(&before) {
        return offer_by();
    }
    if let Some(head) = before_start(&before)
        && (heard(head) == Some(Outcome::Accepted)
            || head.is_empty() && outcome == Outcome::Accepted)
    {
        let start = days.read(&words, Direction::Ahead)?;
        let accepted = News::Outcome(Outcome::Accepted);
        return Some(Ok(Heard { start: Some(start), ..Heard::of(process, accepted, news) }));
    }
    let outcome_heard = heard(&before);
    if is_moved(&before) {
        let day = days.read(&words, Direction::Ahead)?;
        // Of an interview that took place, only "postponed to" may be about the decision.
        let is_put_off = moved_to(&before).is_some() && !is_of_interview(&before);
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
    if is_call(&before) && outcome.is_open() && !is_ahead {
        return Some(Err(call_or_interview(what, &words, note, days)));
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
    // "Offer coming Friday", "I'll accept on Friday"
    let is_yet_to_be = words.starts_with("coming ") || tells_of(&before, &["ill", "will"]);
    if is_yet_to_be {
        return None;
    }
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
    if day == days.today && days.options.on.is_none() && !is_until {
        return told(match heard {
            Outcome::Cancelled => News::Cancelled,
            heard => News::Outcome(heard),
        });
    }
    let (option, day) = match heard {
        Outcome::Offer if day > days.today => ("--by", day),
        _ => ("--on", days.read(&words, Direction::Back)?),
    };
    let (what, heard) = (shell_word(&one_line(what)), shell_word(&one_line(&before)));
    Some(Err(unusable(&format!(
        "write the day with an option: journal heard {what} {heard} {option} {day}{}",
        days.options.but(option)
    ))))
}

/// Returns true for an offer with words about its deadline behind it: "verbal offer, 75k, they want an answer", "offer
/// answer".
fn is_offer_with_deadline(news: &str) -> bool {
    let mut splits = news.match_indices(' ').map(|(at, _)| news.split_at(at));
    if splits.any(|(head, rest)| heard(head) == Some(Outcome::Offer) && is_deadline(rest)) {
        return true;
    }
    let mut parts = news.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    parts.next().and_then(heard) == Some(Outcome::Offer)
        && parts.clone().any(is_deadline)
        && parts.all(|part| is_deadline(part) || part.split(' ').all(is_pay))
}

/// The words before those for the day on which the job starts: "I accepted, start date".
fn before_start(news: &str) -> Option<&str> {
    const START: [&str; 10] = [
        "start date is",
        "start date moved",
        "start date",
        "start moved",
        "starting date",
        "starting on",
        "starting",
        "starts",
        "start",
        "first day",
    ];
    let lower = news.to_ascii_lowercase();
    let start = START.iter().find(|start| lower.ends_with(*start))?;
    let head = &news[..news.len() - start.len()];
    let is_word = head.is_empty() || head.ends_with([' ', ',']);
    is_word.then(|| head.trim_end_matches([' ', ',', ';']))
}

/// The command with `--from` for news such as `offer from Dana`, if words behind "from" are who told it.
fn from_as_option(what: &str, news: &str, days: Days<'_>) -> Option<Ending> {
    // "An offer from another company", "withdrew from the process"
    const ELSEWHERE: [&str; 7] = ["a", "an", "another", "my", "other", "the", "their"];
    let (said, who) = news.split_once(" from ")?;
    let is_told = heard(said).is_some_and(Outcome::has_day)
        && !["me", "them", "us"].contains(&who)
        && !tells_of(who, &ELSEWHERE)
        && days.read(who, Direction::Ahead).is_none();
    if !is_told {
        return None;
    }
    // "From Dana by Friday"
    let (who, by) = match days.parted(who) {
        Some((who, Some(_), words)) => {
            let by = days.read(&words, Direction::Ahead);
            (who, by.map_or(String::new(), |by| format!(" --by {by}")))
        }
        _ => (who.to_owned(), String::new()),
    };
    Some(unusable(&format!(
        "write who told you with an option: journal heard {} {} --from {}{by}{}",
        shell_word(&one_line(what)),
        shell_word(&one_line(said)),
        shell_word(&one_line(&who)),
        days.options.but("--from")
    )))
}

/// Says how to make the note of an interview on another day than the one that the note is about.
pub fn own_note(note: &Note, day: &str) -> Ending {
    let ending =
        unusable(&format!("{}: an interview on a new day gets a note of its own:", position(note)));
    say(&format!("  {}", next_note(note, day)));
    ending
}

/// Returns true for a day that is counted from today alone.
fn is_soon(words: &str) -> bool {
    ["today", "tomorrow"].contains(&&*words.to_lowercase())
}

/// Returns true for words that mean one day of the year, and no later one.
fn is_one_day(words: &str) -> bool {
    let is_of_year = |window| matches!(window, Window::On(_) | Window::DayOfYear { .. });
    is_soon(words) || reading(words).is_some() || Window::parse(words).is_some_and(is_of_year)
}

/// Says that a day is before the deadline that it is to extend.
fn not_extended(what: &str, words: &str, old: NaiveDate, days: Days<'_>) -> Ending {
    let day = days.read(words, Direction::Ahead).map_or("DAY".to_owned(), |day| day.to_string());
    let ending = unusable(&format!(
        "the offer has to be answered by {old}, and {:?} is before that",
        one_line(words)
    ));
    let (what, options) = (shell_word(&one_line(what)), days.options.but("--by"));
    say(&format!("  if that is the deadline now: journal heard {what} offer --by {day}{options}"));
    ending
}

/// Asks whether a call on a day is an interview, or the word that one waits for.
fn call_or_interview(what: &str, words: &str, note: &Note, days: Days<'_>) -> Ending {
    let what = shell_word(&one_line(what));
    let day = days.read(words, Direction::Ahead).map_or("DAY".to_owned(), |day| day.to_string());
    let ending = unusable("is that when they will tell you, or an interview? Write one of these:");
    let told = shell_word(&one_line(&format!("they call {words}")));
    say(&format!("  when they will tell: journal heard {what} {told}"));
    say(&format!("  an interview: {}", next_note(note, &day)));
    ending
}

/// Asks for the new days of the interview and of the decision one by one.
fn two_things(what: &str, news: &str) -> Ending {
    let what = shell_word(&one_line(what));
    let ending =
        unusable(&format!("{:?} is two things at once; tell one at a time:", one_line(news)));
    say(&format!("  the interview: journal heard {what} \"moved to DAY\""));
    say(&format!("  the decision: journal heard {what} \"decision by DAY\""));
    ending
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
