//! The words of `journal heard`: which process is meant, and the news.

use std::sync::Arc;

use crate::agenda::pick::{findable, fits, hold, narrowed, words_in};
use crate::agenda::position;
use crate::cli::{Ending, quoted, say, say_list, unusable};
use crate::dates::phrases::FORMS;
use crate::dates::window::Window;
use crate::notes::Outcome;
use crate::plan::process::Process;
use crate::session::Session;
use crate::text::{composed, nearest, one_line};
use chrono::NaiveDate;

use super::dated::{Days, is_moved, news_for};

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
            None => match Window::told(&words)? {
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
