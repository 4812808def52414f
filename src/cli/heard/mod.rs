//! `journal heard`

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agenda::{Item, position};
use crate::dates::calendar::{short, short_with_distance};
use crate::dates::day::Direction;
use crate::dates::window::Window;
use crate::engine::Detail;
use crate::journal::recording::{Recorded, Recording};
use crate::notes::person::split_address;
use crate::notes::{Note, Outcome};
use crate::plan::process::Process;
use crate::plan::status::Status;
use crate::plan::timeframes::timeframes_by;
use crate::rules::known::Known;
use crate::session::{Patience, Session};
use crate::text::{count, one_line};
use chrono::NaiveDate;
use clap::Args;

use super::build::{AGAIN, say_accidents};
use super::record::day_heard;
use super::{
    Ending, Setup, check_weekday, day_in, progress, say, say_refused, shell_word, unusable,
};

mod contact;
mod dated;
mod deadline;
mod moved;
mod news;
mod refusals;
pub mod words;

use contact::contact;
use news::{News, is_pay};
use refusals::{
    check_has_led_on, check_has_offer, check_is_after_interview, check_is_ahead, check_waits,
    outcome_before,
};
use words::meant;

#[derive(Args)]
pub struct Arguments {
    /// Whose news it is, in words that match only one process, such as the company; then what they said: an outcome
    /// (rejected, offer, next round) or a new time frame (another week, by 27 March)
    #[arg(required = true, num_args = 1.., value_names = ["WHAT", "NEWS"])]
    words: Vec<String>,
    /// The day you heard it, such as yesterday, monday or 2026-03-02 [default: today]
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// The day by which an offer needs an answer, such as friday or 2026-03-27
    #[arg(long, value_name = "DAY")]
    by: Option<String>,
    /// Who told you, or who made the offer, such as "Dana Ray <dana@acme.example>"
    #[arg(long, value_name = "WHO")]
    from: Option<String>,
}

impl Arguments {
    /// The options as they were given, but for one, behind a command.
    fn but(&self, option: &str) -> String {
        let options = [("--on", &self.on), ("--by", &self.by), ("--from", &self.from)];
        let others = options.into_iter().filter(|(name, _)| *name != option);
        others
            .filter_map(|(name, value)| {
                Some(format!(" {name} {}", shell_word(&one_line(value.as_ref()?))))
            })
            .collect()
    }
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let mut session = setup.open(Detail::Everything)?;
    let today = setup.today();
    let calendar = session.config().calendar.clone();
    let on = match &arguments.on {
        None => today,
        Some(words) => day_heard(words, today, &calendar)?,
    };
    let by = match &arguments.by {
        None => None,
        Some(words) => match day_in("--by", words, on, Direction::Ahead, &calendar)? {
            day if day >= on => Some(day),
            _ => {
                return Err(unusable(
                    "--by names a day before the one on which you heard it; write a later one, or say with --on when you heard",
                ));
            }
        },
    };
    let before = live(&setup.work_out(&mut session).agenda.items);
    let heard = meant(arguments, &session, today)?;
    let (process, news, by) = (heard.process, heard.news, by.or(heard.by));
    let note = round_of(&process, &news, on).clone();
    if let (Some(words), Known::Is(interview)) = (&arguments.on, note.date)
        && news != News::Cancelled
        && on < interview
        && interview <= today
    {
        let day = match one_line(words) {
            words if words == on.to_string() => words,
            words => format!("{words:?} is {on}, which"),
        };
        return Err(unusable(&format!(
            "--on {day} is before the interview on {interview}; write a later day, with its year"
        )));
    }
    let mut said = Vec::new();
    let what = match &news {
        News::Outcome(outcome) => {
            let from = arguments.from.as_deref().map(|from| contact(from, &process)).transpose()?;
            if *outcome == Outcome::Declined {
                check_has_offer(&process, &note)?;
            }
            if matches!(outcome, Outcome::MoreInterviews | Outcome::HiringManager) {
                check_has_led_on(&note, on, today)?;
            }
            let fields = fields(&note, *outcome, (on, arguments.on.is_some()), by, from)?;
            said.push(outcome.in_words().to_owned());
            let is_dated = fields.iter().any(|(field, _)| *field == "outcome_date");
            let how = if *outcome == Outcome::NoResponse { "let go" } else { "heard" };
            said.extend(is_dated.then(|| format!("{how} {}", short(on, today))));
            said.extend(by.map(|by| format!("to be answered by {}", short(by, today))));
            Recorded::Fields(fields)
        }
        News::Cancelled => {
            if by.is_some() || arguments.from.is_some() {
                return Err(unusable(
                    "--by and --from say nothing of an interview that is cancelled; leave them out",
                ));
            }
            check_is_ahead(&note)?;
            said.push(format!("interview cancelled, heard {}", short(on, today)));
            let is_new = outcome_before(&note) != Outcome::Cancelled
                || arguments.on.is_some() && note.cancelled != Known::Is(on);
            let field = is_new.then(|| ("cancelled", on.to_string()));
            Recorded::Fields(field.into_iter().collect())
        }
        News::Window(window) => {
            if by.is_some() || arguments.from.is_some() {
                return Err(unusable(
                    "--by and --from go with an outcome, not with a time frame; leave them out",
                ));
            }
            check_weekday(window, on, &calendar)?;
            let meant = Window::told(window);
            check_waits(&process, &note, meant.as_ref())?;
            if meant != Some(Window::OnHold) {
                let last = meant.as_ref().and_then(|window| window.last_day(on, &calendar));
                check_is_after_interview(&note, last, today)?;
            }
            let before = timeframes_by(&note, &calendar, on).pop();
            let before = before.and_then(|before| before.decision.value().copied());
            let last =
                meant.as_ref().and_then(|window| window.last_day_after(before, on, &calendar));
            said.push(format!("new time frame {window:?}"));
            said.extend(last.map(|last| format!("until {}", short(last, today))));
            let is_silent = note.outcome == Known::Is(Outcome::NoResponse);
            let is_noted = note.latest_update().is_some_and(|update| {
                update.date == Known::Is(on) && update.window.value() == meant.as_ref()
            });
            match is_noted && !is_silent {
                true => Recorded::Fields(Vec::new()),
                false => Recorded::Update { day: on, window: window.clone(), is_silent },
            }
        }
    };
    if matches!(&what, Recorded::Fields(fields) if fields.is_empty()) {
        say(&format!("{}: the note says so already ({})", position(&note), note.path));
        if news == News::Outcome(Outcome::Offer) && by.is_none() {
            say("  if it has a new deadline: journal heard … offer --by DAY");
            say("  if you have accepted it: journal heard … accepted");
        }
        return Ok(Ending::Done);
    }
    let round = note.name_in_file().map(str::to_owned);
    let recording = Recording { note: note.path.clone(), round, what };
    let built = progress::shown(setup, &mut session, |session| {
        session.run(today, Patience::ALONE, std::slice::from_ref(&recording))
    });
    if let Some(refusal) = session.refusal(&recording) {
        say_refused(refusal);
        return Err(Ending::NotWritten);
    }
    let is_written = built.recorded.iter().any(|written| written.recording == recording);
    let what = format!("{}: {}", position(&note), said.join(", "));
    if !is_written {
        // The reason is reported below.
        say(&format!("error: {what} was not recorded ({})", note.path));
    } else if !setup.quiet {
        say(&format!("{what} ({})", note.path));
        if arguments.words.iter().flat_map(|words| words.split_whitespace()).any(is_pay) {
            say("  what it pays is not recorded; write it below the front matter if you like");
        }
        tell_what_is_due(&session, &news, &note, &before, &built.agenda.items, today);
    }
    say_accidents(&built.kept, &built.failures, if is_written { AGAIN } else { "this" });
    let is_whole = is_written && built.failures.is_empty();
    Ok(if is_whole { Ending::Done } else { Ending::NotWritten })
}

/// The ids of what is to be done, and open by now.
fn live(items: &[Arc<Item>]) -> BTreeSet<String> {
    items.iter().filter(|item| is_due(item)).map(|item| item.followup.id()).collect()
}

fn is_due(item: &Item) -> bool {
    item.status.is_live() && item.status != Status::Upcoming
}

/// Says what is to be done now because of the news, or else what comes next.
fn tell_what_is_due(
    session: &Session,
    news: &News,
    note: &Note,
    before: &BTreeSet<String>,
    items: &[Arc<Item>],
    today: NaiveDate,
) {
    let process = session.processes().find(|process| process.has_note(&note.path));
    // What another note says to it counts as well, such as a withdrawal.
    let of_process = |item: &&Arc<Item>| {
        process.is_some_and(|process| {
            let other = item.followup.other_process();
            process.has_note(&item.followup.note.path)
                || other.is_some_and(|other| other.key == process.key)
        })
    };
    let mut own: Vec<&Arc<Item>> =
        items.iter().filter(|item| item.status.is_live()).filter(of_process).collect();
    own.sort_by_key(|item| (item.followup.rule.optional, item.due()));
    // What is optional only opens again with a newer time frame.
    let is_time_frame = matches!(news, News::Window(_));
    let new: Vec<&Arc<Item>> = own
        .iter()
        .copied()
        .filter(|item| is_due(item) && (!is_time_frame || !item.followup.rule.optional))
        .filter(|item| !before.contains(&item.followup.id()))
        .collect();
    let line =
        |item: &Item| format!("{} · due {}", item.title, short_with_distance(item.due(), today));
    for item in &new {
        say(&format!("  {}", line(item)));
        if let Some(draft) = &item.draft {
            let left = match draft.blanks {
                0 => String::new(),
                blanks => format!(", {} to fill", count(blanks, "blank")),
            };
            say(&format!("    {}{left}", draft.path));
        }
    }
    if new.is_empty() {
        let needed = || own.iter().filter(|item| !item.followup.rule.optional);
        let mut stands = needed().filter(|item| is_due(item)).peekable();
        match needed().find(|item| item.status == Status::Upcoming) {
            Some(next) => say(&format!("  next: {}", line(next))),
            None if stands.peek().is_none() => say("  nothing to do for now"),
            None => stands.for_each(|item| say(&format!("  still to do: {}", line(item)))),
        }
    }
    let know = match news {
        News::Outcome(Outcome::MoreInterviews | Outcome::HiringManager) => "once the day is known",
        News::Cancelled => "once it has a new day",
        _ => return,
    };
    say(&format!("  {know}: {}", next_note(note, "DAY")));
}

/// The command that makes the note of the interview that comes next, on this day.
fn next_note(note: &Note, day: &str) -> String {
    format!("journal new --from {} --date {day}", shell_word(&note.path))
}

/// The fields that say an outcome, as far as the note doesn't say them yet. `on` is the day, and true if the user named it.
fn fields(
    note: &Note,
    outcome: Outcome,
    (on, is_named): (NaiveDate, bool),
    by: Option<NaiveDate>,
    from: Option<(String, String)>,
) -> Result<Vec<(&'static str, String)>, Ending> {
    if by.is_some() && outcome != Outcome::Offer {
        return Err(unusable(
            "--by is for the day by which an offer needs an answer; leave it out, or say with --on when you heard",
        ));
    }
    let before = outcome_before(note);
    if !before.leads_to(outcome) {
        let day = note.outcome_date.value().map_or(String::new(), |day| format!(" ({day})"));
        let ending = unusable(&format!(
            "{}: the note says {}{day}, and {:?} doesn't replace that",
            position(note),
            before.as_str(),
            outcome.in_words()
        ));
        say(&format!("  if that was a mistake, correct `outcome` in {} by hand", note.path));
        if before.is_over() && matches!(outcome, Outcome::MoreInterviews | Outcome::HiringManager) {
            say(&format!(
                "  if it goes on after all, once the day is known: {}",
                next_note(note, "DAY")
            ));
        }
        return Err(ending);
    }
    let mut fields = Vec::new();
    // The word that gives way may be all that says so.
    if before == Outcome::Cancelled {
        let day = note.cancelled.value().copied().unwrap_or(on);
        fields.push(("cancelled", day.to_string()));
    }
    // The day of an application stays one.
    if before == Outcome::Applied
        && outcome.answers_application()
        && let (Known::Is(day), Known::Missing) = (note.date, note.applied)
        && day <= on
        && note.people().next().is_none()
        && note.round.is_none()
    {
        fields.push(("applied", day.to_string()));
    }
    let is_new = before != outcome;
    if is_new || note.outcome == Known::Missing {
        fields.push(("outcome", outcome.as_str().to_owned()));
    }
    let is_dated = note.outcome_date.value().is_some();
    if is_new && note.outcome_date != Known::Is(on)
        || !is_new && (!is_dated || is_named && note.outcome_date != Known::Is(on))
    {
        fields.push(("outcome_date", on.to_string()));
    }
    if let Some(by) = by
        && note.decide_by != Known::Is(by)
    {
        fields.push(("decide_by", by.to_string()));
    }
    if let Some((name, written)) = from {
        let is_there = note.contact.value().is_some_and(|contact| {
            let is_known = |address: &str| contact.email.as_deref() == Some(address);
            contact.name.to_lowercase() == name.to_lowercase()
                && split_address(&written).1.is_none_or(is_known)
        });
        if !is_there {
            fields.push(("contact", written));
        }
    }
    Ok(fields)
}

/// The round that the news belongs to: with an interview still to come, an offer came from the one before.
fn round_of<'p>(process: &'p Process, news: &News, on: NaiveDate) -> &'p Arc<Note> {
    let has_been = |note: &&Arc<Note>| note.date.value().is_some_and(|day| *day <= on);
    let current = process.current();
    match news {
        News::Outcome(Outcome::Offer) => {
            process.rounds[..=process.current_at()].iter().rev().find(has_been).unwrap_or(current)
        }
        _ => current,
    }
}
