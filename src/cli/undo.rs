//! `journal undo`

use std::cmp::Reverse;
use std::sync::Arc;

use crate::agenda::{Entry, Item};
use crate::engine::Detail;
use crate::notes::Record;
use chrono::NaiveDate;
use clap::Args;

use super::deed::Deed;
use super::record::{write, write_for};
use super::{Ending, Setup, say, say_list, unusable};

#[derive(Args)]
pub struct Arguments {
    /// Words that match only one follow-up, such as `jane thank`, or its key or id. For several, quote each one's words.
    /// Without any, the last record is taken back, if it is clear which that is
    #[arg(value_name = "WHAT")]
    words: Vec<String>,
}

pub fn run(setup: &Setup, arguments: &Arguments) -> Result<Ending, Ending> {
    let mut session = setup.open(Detail::Everything)?;
    if !arguments.words.is_empty() {
        let has_record = |item: &Item| item.followup.standing.record.is_some();
        return write(setup, &mut session, &arguments.words, has_record, Deed::Undo);
    }
    let today = setup.today();
    // With the ticks that wait: they are newer than all that is recorded.
    let agenda = setup.plan(&mut session).day.agenda;
    let key = |item: &Item| agenda.keys.shown(item.key);
    match &last(&agenda.items, today)[..] {
        [] => Err(unusable(
            "nothing is recorded as done, skipped or put off, so there is nothing to take back",
        )),
        [(item, record)] => {
            let ending = write_for(setup, &mut session, &[Entry::FollowUp(item)], Deed::Undo);
            if matches!(ending, Ending::Done) && !setup.quiet {
                let again = again(*record, &key(item), today);
                let again =
                    again.map_or(String::new(), |again| format!("; to record that again: {again}"));
                say(&format!("  it was {record}{again}"));
            }
            Ok(ending)
        }
        several => {
            let ending =
                unusable("any of these may have been recorded last; take back the one you mean:");
            say_list(several.iter().map(|(item, record)| {
                format!("journal undo {}  {} · {record}", key(item), item.label())
            }));
            Err(ending)
        }
    }
}

/// The records of which one is the last, newest first. They carry days, not hours, and a snooze only the day until which:
/// it was written on any day before that.
fn last(items: &[Arc<Item>], today: NaiveDate) -> Vec<(Arc<Item>, Record)> {
    let records = items.iter().filter_map(|item| Some((item, item.followup.standing.record?)));
    let dated = records.clone().filter_map(|(_, record)| match record {
        Record::Done(day) | Record::Skipped(day) => Some(day).filter(|day| *day <= today),
        Record::Snoozed(_) => None,
    });
    let newest = dated.max();
    let may_be_last = |record: Record| match record {
        Record::Done(day) | Record::Skipped(day) => Some(day) >= newest,
        Record::Snoozed(until) => Some(until) > newest,
    };
    let last = records.filter(|(_, record)| may_be_last(*record));
    let mut last: Vec<_> = last.map(|(item, record)| (Arc::clone(item), record)).collect();
    last.sort_by_key(|(_, record)| Reverse(record.day()));
    last
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
