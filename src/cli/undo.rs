//! `journal undo`

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

use crate::agenda::pick::{findable, fits, words_in, words_of};
use crate::agenda::{Entry, Item, position};
use crate::engine::Detail;
use crate::journal::recording::Recording;
use crate::notes::{Note, Record};
use crate::rules::cadence::rule_of;
use crate::session::Session;
use chrono::NaiveDate;
use clap::Args;

use super::deed::{Deed, OPEN_AGAIN, Request};
use super::record::{requests, write_all};
use super::{Ending, Setup, say, say_list, shell_word, unusable};

#[derive(Args)]
pub struct Arguments {
    /// Words that match only one follow-up, such as `jane thank`, or its key or id. For several, quote each one's words.
    /// Without any, the last record is taken back, if it is clear which that is
    #[arg(value_name = "WHAT")]
    words: Vec<String>,
}

/// A record that can be taken back.
struct Recorded {
    /// The key of its follow-up, if that is still asked for.
    key: Option<String>,
    record: Record,
    /// The words by which it can be found once it is not.
    said: String,
    request: Request,
}

impl Recorded {
    /// The name by which it can be taken back.
    fn name(&self) -> String {
        self.key.clone().unwrap_or_else(|| self.request.recording.id())
    }
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let mut session = setup.open(Detail::Everything)?;
    let today = setup.today();
    // With the ticks that wait: they are newer than all that is recorded.
    let agenda = setup.plan(&mut session).day.agenda;
    let rest = unasked(&session, &agenda.items);
    if !arguments.words.is_empty() {
        let (ids, words): (Vec<String>, Vec<String>) = arguments
            .words
            .iter()
            .cloned()
            .partition(|word| rest.iter().any(|one| one.name() == *word));
        let is_meant = |one: &Recorded| ids.contains(&one.name());
        let mut all: Vec<Request> =
            rest.into_iter().filter(is_meant).map(|one| one.request).collect();
        let unasked = all.is_empty().then(|| only_unasked(&session, &agenda.items, &words));
        if let Some(request) = unasked.flatten() {
            all.push(request);
        } else if !words.is_empty() {
            let has_record = |item: &Item| item.followup.standing.record.is_some();
            all.extend(requests(&session, &agenda, &words, has_record, Deed::Undo)?);
        }
        return Ok(write_all(setup, &mut session, &all));
    }
    let asked = agenda.items.iter().filter_map(|item| {
        let record = item.followup.standing.record?;
        let request = Deed::Undo.request(Entry::FollowUp(item));
        let key = Some(agenda.keys.shown(item.key));
        Some(Recorded { key, record, said: String::new(), request })
    });
    let records = asked.chain(rest).collect();
    let (last, newest) = last(records, today);
    let news = news(&session, newest, today);
    match (&last[..], &news[..]) {
        ([], []) => Err(unusable(
            "nothing is recorded as done, skipped or put off, so there is nothing to take back",
        )),
        ([], news) => {
            let ending = unusable("news isn't taken back by a command; correct it in its note:");
            say_list(news.iter().cloned());
            Err(ending)
        }
        ([Recorded { key, record, request, .. }], []) => {
            let ending = write_all(setup, &mut session, std::slice::from_ref(request));
            if matches!(ending, Ending::Done) && !setup.quiet {
                let again = key.as_ref().and_then(|key| again(*record, key, today));
                let again =
                    again.map_or(String::new(), |again| format!("; to record that again: {again}"));
                say(&format!("  it was {record}{again}"));
            }
            Ok(ending)
        }
        (several, news) => {
            let ending =
                unusable("any of these may have been recorded last; take back the one you mean:");
            let undo = several.iter().map(|one| {
                let name = shell_word(&one.name());
                format!("journal undo {name}  {} · {}", one.request.title, one.record)
            });
            say_list(undo.chain(news.iter().cloned()).collect::<Vec<_>>().into_iter());
            Err(ending)
        }
    }
}

/// The records of follow-ups that nobody asks for any more, since newer word came.
fn unasked(session: &Session, items: &[Arc<Item>]) -> Vec<Recorded> {
    let asked: HashSet<(&str, String)> = items
        .iter()
        .map(|item| (item.followup.note.path.as_str(), item.followup.record_id()))
        .collect();
    let is_asked = |note: &Note, id: &str| asked.contains(&(&*note.path, note.id_in_file(id)));
    let of_note = |note: &Arc<Note>| {
        let records = note.records.iter();
        let unasked = records.filter(|(id, _)| note.can_record(id) && !is_asked(note, id));
        let of_record = |(id, record): (&String, &Record)| {
            let recording = Recording::of(&note.path, &note.id_in_file(id), None);
            let title = format!("{id} · {}", position(note));
            let rule = rule_of(id).map_or("", |(rule, _)| &rule.title);
            let said = format!("{rule} {title}");
            let request = Request { title, words: OPEN_AGAIN.to_owned(), recording };
            Recorded { key: None, record: *record, said, request }
        };
        unasked.map(of_record).collect::<Vec<_>>()
    };
    session.processes().flat_map(|process| &process.rounds).flat_map(of_note).collect()
}

/// The only record of those that some words fit, if they are one name and fit none that is still asked for.
fn only_unasked(session: &Session, items: &[Arc<Item>], words: &[String]) -> Option<Request> {
    let wanted = words_in(&words.join(" "));
    let is_asked = |item: &Arc<Item>| {
        item.followup.standing.record.is_some() && fits(&wanted, &words_of(item))
    };
    if words.is_empty() || items.iter().any(is_asked) {
        return None;
    }
    let is_meant = |one: &Recorded| fits(&wanted, &findable(&one.said));
    let mut meant = unasked(session, items).into_iter().filter(is_meant);
    let only = meant.next()?;
    meant.next().is_none().then_some(only.request)
}

/// The records of which one is the last, newest first, and the newest day that is known. Records carry days, not hours,
/// and a snooze only the day until which: it was written on any day before that.
fn last(records: Vec<Recorded>, today: NaiveDate) -> (Vec<Recorded>, Option<NaiveDate>) {
    let dated = records.iter().filter_map(|one| match one.record {
        Record::Done(day) | Record::Skipped(day) => Some(day).filter(|day| *day <= today),
        Record::Snoozed(_) => None,
    });
    let newest = dated.max();
    let may_be_last = |one: &Recorded| match one.record {
        Record::Done(day) | Record::Skipped(day) => Some(day) >= newest,
        Record::Snoozed(until) => Some(until) > newest,
    };
    let mut last: Vec<_> = records.into_iter().filter(may_be_last).collect();
    last.sort_by_key(|one| Reverse(one.record.day()));
    (last, newest)
}

/// What was heard on that day or later, the newest of it.
fn news(session: &Session, newest: Option<NaiveDate>, today: NaiveDate) -> Vec<String> {
    let rounds = session.processes().flat_map(|process| &process.rounds);
    let heard = rounds.flat_map(|note| {
        let outcome = note.outcome.value().zip(note.outcome_date.value());
        let outcome =
            outcome.map(|(outcome, day)| (*day, format!("outcome: {}", outcome.as_str())));
        let cancelled = note.cancelled.value().map(|day| (*day, "cancelled".to_owned()));
        let updates = note.updates.iter().filter_map(|update| update.date.value());
        let updates = updates.map(|day| (*day, "updates".to_owned()));
        let all = outcome.into_iter().chain(cancelled).chain(updates);
        all.map(move |(day, field)| (day, field, note))
    });
    let heard: Vec<_> = heard.filter(|(day, ..)| *day <= today && Some(*day) >= newest).collect();
    let last = heard.iter().map(|(day, ..)| *day).max();
    let lines = heard.iter().filter(|(day, ..)| Some(*day) == last).map(|(day, field, note)| {
        format!("edit {}  `{field}` · {} · of {day}", shell_word(&note.path), position(note))
    });
    lines.collect()
}

/// The command that makes a record once more, unless no command does.
fn again(record: Record, key: &str, today: NaiveDate) -> Option<String> {
    match record {
        Record::Done(day) if day <= today => Some(format!("journal done {key} --on {day}")),
        Record::Skipped(day) if day <= today => Some(format!("journal skip {key} --on {day}")),
        Record::Snoozed(day) if day > today => Some(format!("journal snooze {key} --until {day}")),
        _ => None,
    }
}
