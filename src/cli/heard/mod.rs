//! `journal heard`

use std::sync::Arc;

use crate::agenda::position;
use crate::dates::calendar::Calendar;
use crate::engine::Detail;
use crate::journal::recording::{Recorded, Recording};
use crate::notes::{Note, Outcome};
use crate::plan::process::Process;
use crate::rules::known::Known;
use crate::session::Patience;
use crate::text::one_line;
use chrono::NaiveDate;
use clap::Args;

use super::build::{AGAIN, say_accidents};
use super::record::day_heard;
use super::{Ending, Setup, progress, say, say_refused, shell_word, unusable};

mod contact;
mod dated;
mod deadline;
mod due;
mod moved;
mod news;
mod refusals;
mod told;
pub mod words;

use deadline::{deadline_in, tells_time};
use due::{live, tell_what_is_due};
use news::{News, is_pay};
use refusals::outcome_before;
use told::Told;
use words::meant;

#[derive(Args)]
pub struct Arguments {
    /// Whose news it is, in words that match only one process, such as the company or the recruiter; then what they said: an
    /// outcome (rejected, offer, next round) or a new time frame (another week, by 27 March)
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
    let (on, by) = days(arguments, today, &calendar)?;
    let before = live(&setup.work_out(&mut session).agenda.items);
    let heard = meant(arguments, &session, today)?;
    let (process, news, by) = (heard.process, heard.news, by.or(heard.by));
    let (start, is_in_writing) = (heard.start, heard.is_in_writing);
    let note = round_of(&process, &news, on).clone();
    check_day(arguments, &news, &note, on, today)?;
    let told = Told {
        process: &process,
        note: &note,
        on,
        is_day_named: arguments.on.is_some(),
        by,
        start,
        is_in_writing,
        from: arguments.from.as_deref(),
        calendar: &calendar,
        today,
    };
    let (what, said) = told.recorded(&news)?;
    if matches!(&what, Recorded::Fields(fields) if fields.is_empty()) {
        if news == News::Outcome(Outcome::Offer) && outcome_before(&note) == Outcome::Accepted {
            let position = position(&note);
            say(&format!(
                "{position}: you have accepted it, so there is nothing to record ({})",
                note.path
            ));
            return Ok(Ending::Done);
        }
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
        if by.is_some()
            && arguments.words.iter().chain(&arguments.by).any(|words| tells_time(words))
        {
            say("  the time of day is not recorded; write it below the front matter");
        }
        tell_what_is_due(&session, &news, &note, &before, &built.agenda.items, today);
    }
    say_accidents(&built.kept, &built.failures, if is_written { AGAIN } else { "this" });
    let is_whole = is_written && built.failures.is_empty();
    Ok(if is_whole { Ending::Done } else { Ending::NotWritten })
}

/// The days that the options name: that on which the news was heard, and that by which an offer needs an answer.
fn days(
    arguments: &Arguments,
    today: NaiveDate,
    calendar: &Calendar,
) -> Result<(NaiveDate, Option<NaiveDate>), Ending> {
    let on = match &arguments.on {
        None => today,
        Some(words) => day_heard(words, today, calendar)?,
    };
    let by = match &arguments.by {
        None => None,
        Some(words) => match deadline_in("--by", words, on, calendar)? {
            day if day >= on => Some(day),
            _ => {
                return Err(unusable(
                    "--by names a day before the one on which you heard it; write a later one, or say with --on when you heard",
                ));
            }
        },
    };
    Ok((on, by))
}

/// Refuses a day on which the news can't have been heard: it is before the interview, which has passed.
fn check_day(
    arguments: &Arguments,
    news: &News,
    note: &Note,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<(), Ending> {
    if let (Some(words), Known::Is(interview)) = (&arguments.on, note.date)
        && *news != News::Cancelled
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
    Ok(())
}

/// The command that makes the note of the interview that comes next, on this day.
fn next_note(note: &Note, day: &str) -> String {
    format!("journal new --from {} --date {day}", shell_word(&note.path))
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
