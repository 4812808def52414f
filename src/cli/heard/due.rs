//! The follow-ups that news brings.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::agenda::Item;
use crate::cli::say;
use crate::dates::calendar::short_with_distance;
use crate::notes::{Note, Outcome};
use crate::plan::status::Status;
use crate::session::Session;
use crate::text::count;
use chrono::NaiveDate;

use super::news::News;
use super::next_note;

/// The ids of what is to be done, and open by now.
pub fn live(items: &[Arc<Item>]) -> BTreeSet<String> {
    items.iter().filter(|item| is_due(item)).map(|item| item.followup.id()).collect()
}

/// Says what is to be done now because of the news, or else what comes next.
pub fn tell_what_is_due(
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

fn is_due(item: &Item) -> bool {
    item.status.is_live() && item.status != Status::Upcoming
}
