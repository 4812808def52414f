//! The words of `journal heard`: which process is meant, and the news.

use std::borrow::Cow;
use std::sync::Arc;

use crate::agenda::pick::{closest, findable, fits, hold, narrowed, whole, words_in};
use crate::agenda::position;
use crate::cli::{Ending, say, say_list, shell_word, unusable};
use crate::dates::date::written_out;
use crate::dates::phrases::FORMS;
use crate::dates::window::Window;
use crate::notes::{Note, Outcome};
use crate::plan::process::Process;
use crate::session::Session;
use crate::text::{composed, nearest, one_line};
use chrono::NaiveDate;

use super::Arguments;
use super::dated::{Days, from_somebody, is_ahead, news_for, own_note};
use super::moved::{PUT_OFF, is_moved, is_of_decision, is_of_interview, tells_of};
use super::news::{Heard, News, heard};
use super::refusals::has_offer;

/// Examples of outcomes, as people say them.
pub const OUTCOMES: &str = "rejected, offer, next round, hiring manager, accepted, declined, withdrawn, no response, cancelled";

/// Finds the process that is meant and the news in the words of the command line, or says why not.
///
/// Of the ways to divide the words in two, the one with the longest news counts in which both halves are understood.
pub fn meant(arguments: &Arguments, session: &Session, today: NaiveDate) -> Result<Heard, Ending> {
    let words: Vec<&str> = match &arguments.words[..] {
        [one] => one.split_whitespace().collect(),
        words => words.iter().map(|word| word.trim()).filter(|word| !word.is_empty()).collect(),
    };
    // The first word is a company's: "24/7" is no day there.
    let order = session.config().calendar.dates;
    let written = words.iter().enumerate();
    let written = written.map(|(at, word)| written_out(word, order.filter(|_| at > 0)));
    let written: Vec<Cow<'_, str>> = written.collect();
    let words: Vec<&str> = written.iter().map(|word| &**word).collect();
    let processes: Vec<&Arc<Process>> = session.processes().collect();
    let parts = (1..words.len()).map(|at| (words[..at].join(" "), words[at..].join(" ")));
    for (what, told) in parts.clone() {
        let Some(news) = News::parse(&told) else { continue };
        let fit = fitting(&what, &processes);
        match &fit[..] {
            [] => {}
            [process] => {
                let heard = Heard::of(process, news, &told);
                if let News::Window(window) = &heard.news
                    && is_moved(window)
                    && !is_of_decision(window)
                {
                    let next = [Outcome::MoreInterviews, Outcome::HiringManager];
                    if process.outcome().is_some_and(|outcome| next.contains(&outcome)) {
                        return Err(own_note(process.current(), "DAY"));
                    }
                    if is_ahead(process, today) {
                        return Err(unknown_news(&what, &told, true));
                    }
                }
                // "Answer by Friday" is about an offer, once there is one.
                if matches!(heard.news, News::Window(_))
                    && process.outcome() == Some(Outcome::Offer)
                {
                    let calendar = &session.config().calendar;
                    let days = Days { today, calendar, options: arguments };
                    if let Some(Ok(deadline)) = news_for(process, &what, &told, days) {
                        return Ok(deadline);
                    }
                }
                return whose(process, &told, today).map_or(Ok(heard), Err);
            }
            _ => return Err(several(&what, &fit)),
        }
    }
    // Which half is it that isn't understood?
    let typed = parts.clone().find(|(_, told)| News::parse(told).is_some()).map(|(what, _)| what);
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
            // The name may go on, with a slip.
            let slip = typed.filter(|typed| near_company(typed, &processes).is_some());
            if let Some(typed) = slip {
                return Err(unknown_process(&typed, &processes));
            }
            let mut is_to_come = true;
            let told = match &fitting(&what, &processes)[..] {
                [process] => {
                    is_to_come = is_ahead(process, today);
                    let as_theirs = from_somebody(process, &news);
                    if let Some(unclear) =
                        whose(process, as_theirs.as_deref().unwrap_or(&news), today)
                    {
                        return Err(unclear);
                    }
                    if let Some(news) = as_theirs.as_deref().and_then(News::parse) {
                        return Ok(Heard::of(
                            process,
                            news,
                            as_theirs.as_deref().unwrap_or_default(),
                        ));
                    }
                    let calendar = &session.config().calendar;
                    let days = Days { today, calendar, options: arguments };
                    let theirs = as_theirs.as_deref();
                    theirs
                        .and_then(|news| news_for(process, &what, news, days))
                        .or_else(|| news_for(process, &what, &news, days))
                }
                _ => None,
            };
            return told.unwrap_or_else(|| Err(unknown_news(&what, &news, is_to_come)));
        }
        None => {
            let first = || words.first().map(|word| (*word).to_owned()).unwrap_or_default();
            unknown_process(&typed.unwrap_or_else(first), &processes)
        }
    })
}

/// The processes that words fit: by id or path; else by company and role, or else by recruiter and agency, where open ones
/// come first, and one whose company it is before those whose company only begins so. Talks about no job come last.
pub fn fitting(what: &str, processes: &[&Arc<Process>]) -> Vec<Arc<Process>> {
    let path = what.strip_suffix(".md").unwrap_or(what);
    let is_id = |process: &&&Arc<Process>| {
        process.id == what && !process.is_informal()
            || process.rounds.iter().any(|note| note.stem() == path)
    };
    if let Some(process) = processes.iter().find(is_id) {
        return vec![Arc::clone(process)];
    }
    let wanted = words_in(what);
    let by = |words_of: fn(&Process) -> Vec<String>| {
        let known = processes.iter().map(|process| (Arc::clone(process), words_of(process)));
        known.filter(|(_, words)| fits(&wanted, words)).collect::<Vec<_>>()
    };
    let mut fitting =
        by(|process| findable(&format!("{} {}", position(process.current()), process.id)));
    if fitting.is_empty() {
        fitting = by(words_of_recruiters);
    }
    let about_job = narrowed(fitting, |(process, _)| !process.is_informal());
    let open = narrowed(about_job, |(process, _)| process.is_open());
    let closest = closest(open, |(_, words)| whole(&wanted, words));
    let open = closest.into_iter().map(|(process, _)| process).collect();
    narrowed(open, |process| hold(&wanted, &process.current().company))
}

/// The words of the recruiter of the current round, and of their agency.
fn words_of_recruiters(process: &Process) -> Vec<String> {
    let note = process.current();
    let name = note.recruiter.value().map_or("", |recruiter| &recruiter.name);
    findable(&format!("{name} {}", note.agency.as_deref().unwrap_or_default()))
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

/// Asks whose yes or no it was, or what somebody was chosen for, where neither the words nor the process tell.
fn whose(process: &Process, news: &str, today: NaiveDate) -> Option<Ending> {
    const YES: [&str; 4] = ["yes", "said yes", "yes please", "its a yes"];
    const NO: [&str; 4] = ["no", "nope", "no thanks", "no thank you"];
    const A_NO: [&str; 3] = ["its a no", "a no", "thats a no"];
    let words = words_in(news).join(" ");
    let has_offer = has_offer(process);
    let is_held = |note: &Arc<Note>| note.date.value().is_some_and(|day| *day <= today);
    if Outcome::is_choice(news) && !has_offer && !process.rounds.iter().any(is_held) {
        let position = position(process.current());
        let ending = unusable(&format!(
            "{position}: is {:?} about an interview or the job?",
            one_line(news)
        ));
        say("  if they want to interview you: journal heard … interview");
        say("  if they offer you the job: journal heard … offer");
        say("  if you have accepted it: journal heard … \"I accepted\"");
        return Some(ending);
    }
    let (said, theirs, mine) = match &*words {
        "said yes" if has_offer => return None,
        words if YES.contains(&words) => ("yes", "offer", "accepted"),
        words if NO.contains(&words) || has_offer && A_NO.contains(&words) => {
            ("no", "rejected", if has_offer { "declined" } else { "withdrawn" })
        }
        _ => return None,
    };
    let ending = unusable(&format!("{}: who said {said}?", position(process.current())));
    say(&format!("  if they did: journal heard … {theirs}"));
    say(&format!("  if you did: journal heard … {mine}"));
    Some(ending)
}

/// Says that news isn't understood, and what may be meant. Of an interview that is still to come, it may be the new day.
fn unknown_news(what: &str, news: &str, is_to_come: bool) -> Ending {
    let is_put_off = is_moved(news) && !is_of_decision(news);
    if is_put_off && (is_to_come || is_of_interview(news)) {
        let ending = unusable(&format!(
            "{:?} is not understood; if the interview has a new day, write that as `date` in the note",
            one_line(news)
        ));
        let what = shell_word(&one_line(what));
        say(&format!("  if there is none yet: journal heard {what} cancelled"));
        return ending;
    }
    if is_task(news) {
        let ending = unusable(&format!(
            "{:?} is a round of its own; make a note of it, with the day it is due:",
            one_line(news)
        ));
        let what = shell_word(&one_line(what));
        say(&format!("  journal new --from {what} --round \"take-home task\" --date DAY"));
        return ending;
    }
    let is_no_outcome = matches!(heard(news), Some(Outcome::Pending | Outcome::Applied))
        || Window::told(news) == Some(Window::Unstated);
    if is_no_outcome || is_put_off && tells_of(news, &PUT_OFF) || Outcome::is_invitation(news) {
        let ending =
            unusable(&format!("{:?} is no outcome yet, so nothing is written", one_line(news)));
        let what = shell_word(&one_line(what));
        say(&format!(
            "  if they gave a time frame, write that: journal heard {what} \"another week\""
        ));
        say(&format!("  if they want another interview: journal heard {what} \"next round\""));
        if Outcome::is_invitation(news) {
            say(&format!("  once its day is known: journal new --from {what} --date DAY"));
        }
        say(&format!("  or an outcome: {OUTCOMES}"));
        return ending;
    }
    let outcomes = OUTCOMES.split(", ").chain(Outcome::ALL.map(Outcome::as_str));
    let lower = one_line(news).to_lowercase();
    let near = nearest(&lower, outcomes).map(str::to_owned).or_else(|| without_slips(&lower));
    let meant = near.map_or(String::new(), |near| format!("; did you mean {near:?}?"));
    let ending = unusable(&format!("{:?} is not understood{meant}", one_line(news)));
    say(&format!("  write an outcome: {OUTCOMES}"));
    if tells_of(news, &["offer", "offered"]) {
        let what = shell_word(&one_line(what));
        say(&format!(
            "  an offer, with the day by which it needs an answer: journal heard {what} offer --by DAY"
        ));
    }
    say(&format!("  or a time frame: {FORMS}"));
    ending
}

/// Returns true for a task to be done at home: `they sent me the take-home`.
fn is_task(news: &str) -> bool {
    #[rustfmt::skip]
    const AROUND: [&str; 25] = [
        "a", "an", "another", "assessment", "assignment", "asked", "by", "due", "exercise", "for", "got", "have", "me", "sent",
        "set", "take", "takehome", "task", "test", "the", "their", "they", "theyve", "home", "to",
    ];
    let words = words_in(&news.replace('-', " "));
    let has_home = words.windows(2).any(|pair| pair == ["take", "home"]);
    let due = words.iter().position(|word| word == "due").unwrap_or(words.len());
    (has_home || words.iter().any(|word| word == "takehome"))
        && words[..due].iter().all(|word| AROUND.contains(&&**word))
}

/// The news that was meant by words some of which are a slip away from those in which it is told.
fn without_slips(news: &str) -> Option<String> {
    let known = || Outcome::words_of_news().chain(TIME_WORDS);
    let is_known = |word: &str| known().any(|known| known == word.replace(['\'', '’'], ""));
    let mended = |word: &str| match nearest(word, known()) {
        Some(near) if word.len() > 4 && !is_known(word) => near.to_owned(),
        _ => word.to_owned(),
    };
    let mended: Vec<String> = news.split_whitespace().map(mended).collect();
    Some(mended.join(" ")).filter(|mended| News::parse(mended).is_some())
}

/// Words in which people name a time frame.
#[rustfmt::skip]
const TIME_WORDS: [&str; 31] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend", "january", "february",
    "march", "april", "june", "july", "august", "september", "october", "november", "december", "tomorrow", "today",
    "days", "weeks", "week", "month", "fortnight", "next", "another", "until", "hopefully", "christmas",
];

fn unknown_process(what: &str, processes: &[&Arc<Process>]) -> Ending {
    let meant = match near_company(what, processes) {
        Some(near) => format!("; did you mean {near:?}?"),
        None => "; `journal agenda` lists them under \"Your search\"".to_owned(),
    };
    unusable(&format!("no company, role or recruiter matches {:?}{meant}", one_line(what)))
}

/// The name of a company, its first words or any one of them, that is a slip away.
fn near_company(what: &str, processes: &[&Arc<Process>]) -> Option<String> {
    let names = |process: &&Arc<Process>| {
        let company = &process.current().company;
        let words = words_in(company);
        let beginnings = (2..=words.len()).map(|count| words[..count].join(" "));
        [vec![company.to_lowercase()], beginnings.collect(), words.clone()].concat()
    };
    let names: Vec<String> = processes.iter().flat_map(names).collect();
    let wanted = [composed(what).to_lowercase(), words_in(what).join(" ")];
    let known = || names.iter().map(String::as_str);
    wanted.iter().find_map(|wanted| nearest(wanted, known())).map(str::to_owned)
}
