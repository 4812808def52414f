//! `journal done`, `skip` and `snooze`

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agenda::key::Key;
use crate::agenda::pick::{Pick, pick, pick_all};
use crate::agenda::task::ticked;
use crate::agenda::{Agenda, Entry, Item, in_words};
use crate::dates::calendar::{Calendar, long, short};
use crate::dates::day::Direction;
use crate::engine::Detail;
use crate::journal::recording::Recording;
use crate::notes::Record;
use crate::plan::followup::FollowUp;
use crate::plan::status::Status;
use crate::rules::moment::Anchor;
use crate::session::{Failure, Patience, Session};
use crate::text::{one_line, quoted, visible};
use chrono::NaiveDate;
use clap::Args;

use super::build::accidents;
use super::deed::{Deed, Request};
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
    write(setup, &mut session, &arguments.what.words, may, Deed::Done(day))
}

pub fn skip(setup: &Setup, arguments: &Skip) -> Result<Ending, Ending> {
    let (mut session, day) = opened(setup, &arguments.done)?;
    let (today, words) = (setup.today(), &arguments.done.what.words);
    let may = |item: &Item| is_unsettled(item, today);
    let deed = Deed::Skip(day);
    if !arguments.all {
        return write(setup, &mut session, words, may, deed);
    }
    let agenda = setup.work_out(&mut session).agenda;
    let picked = pick_all(words, &agenda, deed.to(may));
    let entries = told(&session, &agenda, words, picked, deed)?;
    let kinds = entries.iter().filter_map(|entry| match entry {
        Entry::FollowUp(item) => Some(item.followup.rule.kind()),
        Entry::Task(_) => None,
    });
    let kinds: BTreeSet<&str> = kinds.collect();
    if kinds.len() > 1 {
        let words = one_line(&words.join(" "));
        let ending = unusable(&format!(
            "{words:?} matches follow-ups of several kinds; add words that fit only one kind:"
        ));
        list(&agenda, &entries, |item| item.followup.rule.kind().to_owned());
        return Err(ending);
    }
    let requests: Vec<Request> = entries.iter().map(|entry| deed.request(*entry)).collect();
    let ending = write_all(setup, &mut session, &requests);
    let is_skipped = |(_, request): &(_, &Request)| session.is_recorded(&request.recording);
    let keys = entries.iter().zip(&requests).filter(is_skipped);
    let keys = keys.filter_map(|(entry, _)| entry.key());
    let keys: Vec<String> = keys.map(|key| agenda.keys.shown(key)).collect();
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
    let (words, deed) = (&arguments.what.words, Deed::Snooze(day));
    let agenda = setup.work_out(&mut session).agenda;
    let entries = told(&session, &agenda, words, pick(words, &agenda, deed.to(may)), deed)?;
    if let Some(refusal) = entries.iter().find_map(|entry| beyond_deadline(*entry, day, today)) {
        return Err(unusable(&refusal));
    }
    let requests: Vec<Request> = entries.iter().map(|entry| deed.request(*entry)).collect();
    let ending = write_all(setup, &mut session, &requests);
    if !setup.quiet {
        let agenda = session.work_out(today).agenda;
        let put_off = agenda.items.iter().filter(|item| {
            let id = item.followup.id();
            requests.iter().any(|request| request.recording.id() == id)
        });
        put_off.filter_map(|item| missed_by(item, day)).for_each(|line| say(&line));
    }
    Ok(ending)
}

/// Says so if a follow-up that is put off to a day won't come back, because it is too late for it by then.
fn missed_by(item: &Item, day: NaiveDate) -> Option<String> {
    let standing = &item.followup.standing;
    let is_put_off = standing.record == Some(Record::Snoozed(day));
    let lapses = standing.dates.lapses.filter(|lapses| is_put_off && *lapses <= day)?;
    let (label, lapses) = (item.label(), long(lapses));
    Some(format!(
        "warning: {label} won't be listed again: from {lapses} on it is too late for that"
    ))
}

/// Why the decision on an offer can't be put off to a day after its deadline.
fn beyond_deadline(entry: Entry<'_>, day: NaiveDate, today: NaiveDate) -> Option<String> {
    let Entry::FollowUp(item) = entry else { return None };
    let FollowUp { rule, note, .. } = &item.followup;
    let deadline = *note.decide_by.value().filter(|_| rule.due.counts_from(Anchor::DecideBy))?;
    (deadline < day).then(|| {
        let (want, choose) = match today <= deadline {
            true => ("want", "choose an earlier day, or, if"),
            false => ("wanted", "if"),
        };
        format!(
            "{} can't be put off to {}: they {want} an answer by {}; {choose} they gave you more time, first say so: \
             journal heard {} offer --by DAY",
            entry.label(),
            long(day),
            long(deadline),
            super::shell_word(&note.company),
        )
    })
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

/// The follow-ups among what was picked for a command that has no use for tasks, or a report of why there are none.
pub fn followups(
    session: &Session,
    agenda: &Agenda,
    words: &[String],
    pick: Pick<'_>,
) -> Result<Vec<Arc<Item>>, Ending> {
    let entries = told(session, agenda, words, pick, Deed::Show)?;
    let item = |entry| match entry {
        Entry::FollowUp(item) => Some(Arc::clone(item)),
        Entry::Task(_) => None,
    };
    Ok(entries.into_iter().filter_map(item).collect())
}

/// What was picked, or a report of why it is nothing, or nothing that can be taken. If any words are unclear, none count.
fn told<'a>(
    session: &Session,
    agenda: &Agenda,
    words: &[String],
    pick: Pick<'a>,
    deed: Deed,
) -> Result<Vec<Entry<'a>>, Ending> {
    let ending = match pick {
        Pick::These(entries) => match entries.iter().find_map(|entry| not_taken(*entry, deed)) {
            Some(why) => unusable(&why),
            None => return Ok(entries),
        },
        Pick::None { words, others, near } => {
            let why = match others[..] {
                [entry] => not_taken(entry, deed),
                _ => None,
            };
            match (&others[..], why) {
                (_, Some(why)) => unusable(&why),
                ([], None) if !near.is_empty() => {
                    let what = match deed {
                        Deed::Done(_) => "follow-up or task",
                        _ => "follow-up",
                    };
                    let words = one_line(&words);
                    let ending = unusable(&format!("no {what} matches {words:?}; did you mean:"));
                    list(agenda, &near, |item| format!("due {}", short(item.due(), agenda.today)));
                    ending
                }
                ([], None) => unusable(&nothing_matches(session, &words, deed)),
                (_, None) => {
                    let words = one_line(&words);
                    let what = if deed == Deed::Undo { "recorded" } else { "open now" };
                    let ending =
                        unusable(&format!("{words:?} matches nothing that is {what}, only:"));
                    list(agenda, &others, |item| in_words(item.status).to_owned());
                    ending
                }
            }
        }
        Pick::Several { words, fit } => {
            let is_task = |entry: &Entry<'_>| matches!(entry, Entry::Task(_));
            let what = match (fit.iter().all(is_task), fit.iter().any(is_task)) {
                (true, _) => "tasks",
                (_, true) => "follow-ups and tasks",
                (_, false) => "follow-ups",
            };
            let words = one_line(&words);
            let ending = unusable(&format!("{words:?} matches several {what}; name one:"));
            list(agenda, &fit, |item| format!("due {}", short(item.due(), agenda.today)));
            ending
        }
    };
    if words.len() > 1 && words.iter().any(|words| words.contains(' ')) {
        say("nothing was done");
    }
    Err(ending)
}

/// Why this can't be done with a follow-up or task, if it can't.
fn not_taken(entry: Entry<'_>, deed: Deed) -> Option<String> {
    match entry {
        Entry::Task(task) if !deed.takes(task) => Some(deed.instead(task)),
        Entry::FollowUp(item) if deed == Deed::Undo && item.followup.standing.record.is_none() => {
            Some(format!(
                "{}: nothing is recorded, so there is nothing to take back",
                entry.label()
            ))
        }
        _ => None,
    }
}

/// Why these words mean nothing. They may be the key of a task that is ticked, and stands in the agenda no more.
fn nothing_matches(session: &Session, words: &str, deed: Deed) -> String {
    let notes = session.journal().entries().flat_map(|(path, _)| session.journal().notes(path));
    let ticked = notes.filter(|_| Key::is_written(words)).find_map(|note| {
        let task = ticked(note, words)?;
        Some(format!("the task {} is ticked in {}", quoted(task), visible(&note.path)))
    });
    let words = one_line(words);
    match (ticked, deed) {
        (Some(ticked), Deed::Undo) => format!("{ticked}; take the tick out there"),
        (Some(ticked), _) => ticked,
        (None, Deed::Done(_)) => {
            format!("no follow-up or task matches {words:?}; `journal agenda` lists them")
        }
        (None, _) => format!("no follow-up matches {words:?}; `journal agenda` lists them"),
    }
}

/// Lists follow-ups, each with its key and a few words about it, and tasks.
fn list(agenda: &Agenda, entries: &[Entry<'_>], what: impl Fn(&Item) -> String) {
    say_list(entries.iter().map(|entry| {
        let key = entry.key().map_or(String::new(), |key| format!("{}  ", agenda.keys.shown(key)));
        let what = match entry {
            Entry::FollowUp(item) => what(item),
            Entry::Task(task) => match task.due {
                Some(due) => format!("task, due {}", short(due, agenda.today)),
                None => "task".to_owned(),
            },
        };
        format!("{key}{} · {what}", entry.label())
    }));
}

/// Writes a record of what is meant, or takes it back.
fn write(
    setup: &Setup,
    session: &mut Session,
    words: &[String],
    may: impl Fn(&Item) -> bool,
    deed: Deed,
) -> Result<Ending, Ending> {
    let agenda = setup.work_out(session).agenda;
    let requests = requests(session, &agenda, words, may, deed)?;
    Ok(write_all(setup, session, &requests))
}

/// What is to be written for what is meant.
pub fn requests(
    session: &Session,
    agenda: &Agenda,
    words: &[String],
    may: impl Fn(&Item) -> bool,
    deed: Deed,
) -> Result<Vec<Request>, Ending> {
    let entries = told(session, agenda, words, pick(words, agenda, deed.to(may)), deed)?;
    let requests: Vec<Request> = entries.into_iter().map(|entry| deed.request(entry)).collect();
    for Request { title, recording, .. } in &requests {
        let notes = session.journal().notes(&recording.note);
        if let Some((day, interview)) = recording.too_early(notes) {
            return Err(unusable(&format!(
                "{title}: {day} is before the interview on {interview}; write a later day, with its year"
            )));
        }
    }
    Ok(requests)
}

/// Writes each of these, and brings everything up to date.
pub fn write_all(setup: &Setup, session: &mut Session, requests: &[Request]) -> Ending {
    let recordings: Vec<Recording> =
        requests.iter().map(|request| request.recording.clone()).collect();
    let built = progress::shown(setup, session, |session| {
        session.run(setup.today(), Patience::ALONE, &recordings)
    });
    let mut ending = Ending::Done;
    for Request { title, words, recording } in requests {
        if let Some(refusal) = session.refusal(recording) {
            ending = Ending::NotWritten;
            say_refused(refusal);
        } else if !session.is_recorded(recording) {
            // The reason is reported below.
            ending = Ending::NotWritten;
            say(&format!("error: {title} was not recorded ({})", recording.note));
        } else if !setup.quiet {
            say(&format!("{title}: {words} ({})", recording.note));
            if recording.answer().is_some() {
                say("  if that was a mistake, correct it there");
            }
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
