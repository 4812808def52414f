//! The words of `journal heard`: which process is meant, and the news.

use std::sync::Arc;

use crate::agenda::pick::{findable, fits, hold, narrowed, words_in};
use crate::agenda::position;
use crate::cli::{Ending, quoted, say, say_list, unusable};
use crate::dates::calendar::Calendar;
use crate::dates::day::{Direction, day};
use crate::dates::phrases::FORMS;
use crate::dates::window::Window;
use crate::notes::Outcome;
use crate::plan::process::Process;
use crate::session::Session;
use crate::text::{composed, nearest, one_line};
use chrono::NaiveDate;

use super::next_note;

/// Examples of outcomes, as people say them.
pub const OUTCOMES: &str = "rejected, offer, next round, hiring manager, accepted, declined, withdrawn, no response, cancelled";

/// What a company said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// An outcome.
    Outcome(Outcome),
    /// The interview doesn't take place.
    Cancelled,
    /// A time frame, in their words.
    Window(String),
}

impl News {
    fn parse(words: &str) -> Option<News> {
        let words =
            one_line(words.trim_matches(|c: char| c.is_whitespace() || ",.;:!".contains(c)));
        match Outcome::heard(&words) {
            Some(Outcome::Pending) if Window::parse(&words) == Some(Window::OnHold) => {
                Some(News::Window(words))
            }
            Some(Outcome::Applied | Outcome::Pending) => None,
            Some(Outcome::Cancelled) => Some(News::Cancelled),
            Some(outcome) => Some(News::Outcome(outcome)),
            None => match Window::parse(&words)? {
                Window::Unstated => None,
                _ => Some(News::Window(words)),
            },
        }
    }
}

/// Finds the process that is meant and the news in the words of the command line, or says why not.
///
/// Of the ways to divide the words in two, the one with the longest news counts in which both halves are understood.
pub fn meant(
    arguments: &[String],
    session: &Session,
    today: NaiveDate,
) -> Result<(Arc<Process>, News), Ending> {
    let words: Vec<&str> = match arguments {
        [one] => one.split_whitespace().collect(),
        _ => arguments.iter().map(|word| word.trim()).filter(|word| !word.is_empty()).collect(),
    };
    let processes: Vec<&Arc<Process>> = session.processes().collect();
    let parts = (1..words.len()).map(|at| (words[..at].join(" "), words[at..].join(" ")));
    for (what, news) in parts {
        let Some(news) = News::parse(&news) else { continue };
        let fit = fitting(&what, &processes);
        match &fit[..] {
            [] => {}
            [process] => return Ok((Arc::clone(process), news)),
            _ => return Err(several(&what, &fit)),
        }
    }
    // Which half is it that isn't understood?
    let known = (1..=words.len()).rev().find_map(|at| {
        let what = words[..at].join(" ");
        Some(at).filter(|_| !fitting(&what, &processes).is_empty())
    });
    Err(match known {
        Some(at) if at == words.len() => unusable(&format!(
            "what did they say? Write an outcome ({OUTCOMES}) or a time frame ({FORMS})"
        )),
        Some(at) => {
            let (what, news) = (words[..at].join(" "), words[at..].join(" "));
            let told = match &fitting(&what, &processes)[..] {
                [process] => {
                    let days = Days { today, calendar: &session.config().calendar };
                    news_for(process, &what, &news, days).map(|news| Ok((process.clone(), news?)))
                }
                _ => None,
            };
            return told.unwrap_or_else(|| Err(unknown_news(&what, &news)));
        }
        None => unknown_process(words.first().copied().unwrap_or_default(), &processes),
    })
}

/// What days are read by.
#[derive(Clone, Copy)]
struct Days<'c> {
    today: NaiveDate,
    calendar: &'c Calendar,
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
fn news_for(
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
        let (position, path) = (position(note), &note.path);
        let say = format!("{position}: write the new day into the note: `date: {day}` in {path}");
        Some(Err(unusable(&say)))
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
fn is_moved(news: &str) -> bool {
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

fn unknown_news(what: &str, news: &str) -> Ending {
    if is_moved(news) {
        let ending = unusable(&format!(
            "{:?} is not understood; if the interview has a new day, write that as `date` in the note",
            one_line(news)
        ));
        let what = quoted(&one_line(what));
        say(&format!("  if there is none yet: journal heard {what} cancelled"));
        return ending;
    }
    let is_no_outcome = matches!(Outcome::heard(news), Some(Outcome::Pending | Outcome::Applied));
    if is_no_outcome || Outcome::is_invitation(news) {
        let ending =
            unusable(&format!("{:?} is no outcome yet, so nothing is written", one_line(news)));
        let what = quoted(&one_line(what));
        say(&format!(
            "  if they gave a time frame, write that: journal heard {what} \"another week\""
        ));
        say(&format!("  if they want another interview: journal heard {what} \"next round\""));
        say(&format!("  or an outcome: {OUTCOMES}"));
        return ending;
    }
    let outcomes = OUTCOMES.split(", ").chain(Outcome::ALL.map(Outcome::as_str));
    let lower = one_line(news).to_lowercase();
    let meant = match nearest(&lower, outcomes) {
        Some(near) => format!("; did you mean {near:?}?"),
        None => String::new(),
    };
    let ending = unusable(&format!("{:?} is not understood{meant}", one_line(news)));
    say(&format!("  write an outcome: {OUTCOMES}"));
    say(&format!("  or a time frame: {FORMS}"));
    ending
}

fn unknown_process(what: &str, processes: &[&Arc<Process>]) -> Ending {
    let companies: Vec<String> = processes
        .iter()
        .flat_map(|process| {
            let company = &process.current().company;
            [vec![company.to_lowercase()], words_in(company)].concat()
        })
        .collect();
    let near = nearest(&composed(what).to_lowercase(), companies.iter().map(String::as_str));
    let meant = match near {
        Some(near) => format!("; did you mean {near:?}?"),
        None => "; `journal agenda` lists them under \"Your search\"".to_owned(),
    };
    unusable(&format!("no company or role matches {:?}{meant}", one_line(what)))
}

/// Says that words mean several processes, and which.
pub fn several(what: &str, fit: &[Arc<Process>]) -> Ending {
    let ending = unusable(&format!("{:?} matches several processes; name one:", one_line(what)));
    say_list(fit.iter().map(|process| {
        let note = process.current();
        let outcome = process.outcome().map_or("unclear", Outcome::in_words);
        format!("{}  {} · {outcome} ({})", process.id, position(note), note.path)
    }));
    ending
}

/// The processes that words fit: by id or path; else by company and role, where open ones come first, and one whose
/// company it is before those whose company only begins so.
pub fn fitting(what: &str, processes: &[&Arc<Process>]) -> Vec<Arc<Process>> {
    let path = what.strip_suffix(".md").unwrap_or(what);
    let is_id = |process: &&&Arc<Process>| {
        process.id == what || process.rounds.iter().any(|note| note.stem() == path)
    };
    if let Some(process) = processes.iter().find(is_id) {
        return vec![Arc::clone(process)];
    }
    let wanted = words_in(what);
    let is_meant = |process: &&&Arc<Process>| {
        fits(&wanted, &findable(&format!("{} {}", position(process.current()), process.id)))
    };
    let fitting = processes.iter().filter(is_meant).map(|one| Arc::clone(one)).collect();
    let open = narrowed(fitting, |process: &Arc<Process>| process.is_open());
    narrowed(open, |process| hold(&wanted, &process.current().company))
}
