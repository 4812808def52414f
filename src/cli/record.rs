//! `journal done`, `skip` and `snooze`

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agenda::key::Keys;
use crate::agenda::pick::{Pick, pick, pick_all};
use crate::agenda::{Agenda, Item, in_words};
use crate::dates::calendar::{Calendar, short};
use crate::dates::day::Direction;
use crate::engine::Detail;
use crate::journal::recording::Recording;
use crate::notes::Record;
use crate::plan::followup::Status;
use crate::session::{Failure, Patience, Session};
use crate::text::one_line;
use chrono::NaiveDate;
use clap::Args;

use super::build::accidents;
use super::{Ending, Setup, day_in, progress, say, say_list, say_refused, unusable};

#[derive(Args)]
pub struct Done {
    #[command(flatten)]
    what: What,
    /// The day, such as yesterday, monday or 2026-03-02 [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

#[derive(Args)]
pub struct Skip {
    #[command(flatten)]
    done: Done,
    /// Skip all that match, if they are of one kind, such as `connect`
    #[arg(long)]
    all: bool,
}

#[derive(Args)]
pub struct Snooze {
    #[command(flatten)]
    what: What,
    /// Until when, such as tomorrow, friday, "in 3 days" or 2026-03-20
    #[arg(long, value_name = "WHEN")]
    until: String,
}

/// The follow-ups that are meant.
#[derive(Args)]
pub struct What {
    /// Words that match only one follow-up, such as `jane thank`, or its key or id. For several, quote each one's words
    #[arg(required = true, value_name = "WHAT")]
    pub words: Vec<String>,
}

pub fn done(setup: &Setup, arguments: &Done) -> Result<Ending, Ending> {
    let (mut session, day) = opened(setup, arguments)?;
    let may = |item: &Item| is_unsettled(item, setup.today());
    write(setup, &mut session, &arguments.what.words, may, Some(Record::Done(day)))
}

pub fn skip(setup: &Setup, arguments: &Skip) -> Result<Ending, Ending> {
    let (mut session, day) = opened(setup, &arguments.done)?;
    let (today, words) = (setup.today(), &arguments.done.what.words);
    let may = |item: &Item| is_unsettled(item, today);
    let record = Some(Record::Skipped(day));
    if !arguments.all {
        return write(setup, &mut session, words, may, record);
    }
    let agenda = setup.work_out(&mut session).agenda;
    let items = told(&agenda, words, pick_all(words, &agenda.items, may))?;
    let kinds: BTreeSet<&str> = items.iter().map(|item| item.followup.rule.kind()).collect();
    if kinds.len() > 1 {
        let words = one_line(&words.join(" "));
        let ending = unusable(&format!(
            "{words:?} matches follow-ups of several kinds; add words that fit only one kind:"
        ));
        list(&agenda.keys, &items, |item| item.followup.rule.kind().to_owned());
        return Err(ending);
    }
    let ending = write_for(setup, &mut session, &items, record);
    let is_skipped = |item: &&Arc<Item>| session.is_recorded(&recording(item, record));
    let keys: Vec<String> =
        items.iter().filter(is_skipped).map(|item| agenda.keys.shown(item.key)).collect();
    if !keys.is_empty() && !setup.quiet {
        let them = if keys.len() == 1 { "it" } else { "them" };
        say(&format!("to take {them} back: journal undo {}", keys.join(" ")));
    }
    Ok(ending)
}

/// The journal, and the day of `--on`.
fn opened(setup: &Setup, arguments: &Done) -> Result<(Session, NaiveDate), Ending> {
    let session = setup.open(Detail::Everything)?;
    let today = setup.today();
    let day = match &arguments.on {
        None => today,
        Some(words) => day_heard(words, today, &session.config().calendar)?,
    };
    Ok((session, day))
}

pub fn snooze(setup: &Setup, arguments: &Snooze) -> Result<Ending, Ending> {
    let mut session = setup.open(Detail::Everything)?;
    let today = setup.today();
    let calendar = &session.config().calendar;
    let day = day_in("--until", &arguments.until, today, Direction::Ahead, calendar)?;
    if day <= today {
        return Err(unusable(
            "--until names no day that is still to come; write a later one, such as tomorrow or \"in 3 days\"",
        ));
    }
    let may = |item: &Item| is_unsettled(item, today);
    write(setup, &mut session, &arguments.what.words, may, Some(Record::Snoozed(day)))
}

/// Returns true for what can be settled: it is still to be done, and its interview has been.
pub fn is_unsettled(item: &Item, today: NaiveDate) -> bool {
    (item.status.is_live() || item.status == Status::Snoozed) && !item.is_to_come(today)
}

/// The day of `--on`, today at the latest.
pub fn day_heard(words: &str, today: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, Ending> {
    match day_in("--on", words, today, Direction::Back, calendar)? {
        day if day <= today => Ok(day),
        _ => Err(unusable(
            "--on names a day that is still to come; write one that has been, such as yesterday",
        )),
    }
}

/// Finds the follow-ups that are meant, or lists those that could be. If any words are unclear, none are meant.
fn meant(
    agenda: &Agenda,
    words: &[String],
    may: impl Fn(&Item) -> bool,
) -> Result<Vec<Arc<Item>>, Ending> {
    told(agenda, words, pick(words, &agenda.items, may))
}

/// The follow-ups that were picked, or a report of why there are none.
pub fn told(agenda: &Agenda, words: &[String], pick: Pick) -> Result<Vec<Arc<Item>>, Ending> {
    let nothing = |ending| {
        if words.len() > 1 && words.iter().any(|words| words.contains(' ')) {
            say("nothing was done");
        }
        Err(ending)
    };
    match pick {
        Pick::These(items) => Ok(items),
        Pick::None { words, others } => {
            let words = one_line(&words);
            let ending = match &others[..] {
                [] => unusable(&format!(
                    "no follow-up matches {words:?}; `journal agenda` lists them"
                )),
                _ => unusable(&format!(
                    "{words:?} matches no follow-up that this could apply to, only:"
                )),
            };
            list(&agenda.keys, &others, |item| in_words(item.status).to_owned());
            nothing(ending)
        }
        Pick::Several { words, fit } => {
            let ending =
                unusable(&format!("{:?} matches several follow-ups; name one:", one_line(&words)));
            list(&agenda.keys, &fit, |item| {
                format!("due {}", short(item.followup.standing.dates.due, agenda.today))
            });
            nothing(ending)
        }
    }
}

/// Lists follow-ups, each with its key and a few words about it.
fn list(keys: &Keys, items: &[Arc<Item>], what: impl Fn(&Item) -> String) {
    say_list(items.iter().map(|item| {
        let (key, title) = (keys.shown(item.key), item.title.clone());
        format!("{key}  {title} · {} · {}", item.position(), what(item))
    }));
}

/// Writes a record of the follow-ups that are meant, or takes it back.
pub fn write(
    setup: &Setup,
    session: &mut Session,
    words: &[String],
    may: impl Fn(&Item) -> bool,
    record: Option<Record>,
) -> Result<Ending, Ending> {
    let items = meant(&setup.work_out(session).agenda, words, may)?;
    Ok(write_for(setup, session, &items, record))
}

/// Writes a record of each of these follow-ups, or takes it back, and brings everything up to date.
pub fn write_for(
    setup: &Setup,
    session: &mut Session,
    items: &[Arc<Item>],
    record: Option<Record>,
) -> Ending {
    let recordings: Vec<Recording> = items.iter().map(|item| recording(item, record)).collect();
    let built = progress::shown(setup, session, |session| {
        session.run(setup.today(), Patience::ALONE, &recordings)
    });
    let mut ending = Ending::Done;
    for (item, recording) in items.iter().zip(&recordings) {
        let title = item.label();
        if let Some(refusal) = session.refusal(recording) {
            ending = Ending::NotWritten;
            say_refused(refusal);
        } else if !session.is_recorded(recording) {
            // The reason is reported below.
            ending = Ending::NotWritten;
            say(&format!("error: {title} was not recorded ({})", recording.note));
        } else if !setup.quiet {
            let what = record.map_or("open again".to_owned(), |record| record.to_string());
            say(&format!("{title}: {what} ({})", recording.note));
        }
    }
    let is_told = |failure: &&Failure| {
        recordings
            .iter()
            .any(|recording| recording.note == failure.path && session.refusal(recording).is_some())
    };
    let failures = built.failures.iter().filter(|failure| !is_told(failure));
    for accident in accidents(&built.kept, failures) {
        say(&accident);
    }
    if built.failures.is_empty() { ending } else { Ending::NotWritten }
}

/// A record of a follow-up, to be written into its note.
fn recording(item: &Item, record: Option<Record>) -> Recording {
    Recording::of(&item.followup.note.path, &item.followup.record_id(), record)
}
