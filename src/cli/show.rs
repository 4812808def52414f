//! `journal show`

use std::sync::Arc;

use crate::agenda::pick::{Pick, pick};
use crate::agenda::{DraftFile, Item, in_words};
use crate::dates::calendar::{short, short_with_distance};
use crate::drafts;
use crate::drafts::checklist::{Mark, checklist};
use crate::engine::Detail;
use crate::journal::change::Change;
use crate::notes::Record;
use crate::session::Session;
use crate::text::{block, count, one_line, quoted};
use anstyle::{AnsiColor, Style};

use super::deed::Deed;
use super::record::{What, followups};
use super::{Ending, Setup, all_shown, print};

const BOLD: Style = Style::new().bold();
const GREEN: Style = AnsiColor::Green.on_default();
const RED: Style = AnsiColor::Red.on_default();
const DIM: Style = Style::new().dimmed();

pub fn run(setup: &Setup, what: &What) -> Result<Ending, Ending> {
    let mut session = setup.open(Detail::Everything)?;
    let day = setup.plan(&mut session).day;
    // What is still to be done first; else what is over.
    let live = Deed::Show.to(|item| item.status.is_live());
    let pick = match pick(&what.words, &day.agenda, live) {
        Pick::None { others, .. } if !others.is_empty() => {
            pick(&what.words, &day.agenda, Deed::Show.to(|_| true))
        }
        pick => pick,
    };
    let items = followups(&session, &day.agenda, &what.words, pick)?;
    let shown = |item: &Arc<Item>| {
        let key = day.agenda.keys.shown(item.key);
        show(setup, &session, &day.changes, item, &key)
    };
    let shown: Vec<String> = items.iter().map(shown).collect();
    print(&shown.join("\n"))?;
    Ok(all_shown(&session))
}

fn show(setup: &Setup, session: &Session, changes: &[Change], item: &Item, key: &str) -> String {
    let (followup, today) = (&item.followup, setup.today());
    let dates = followup.standing.dates;
    let standing = match followup.standing.record {
        Some(Record::Done(day) | Record::Skipped(day)) => {
            format!("{} {}", in_words(item.status), short_with_distance(day, today))
        }
        _ => {
            format!("{} · due {}", in_words(item.status), short_with_distance(dates.due, today))
        }
    };
    let mut shown = format!(
        "{BOLD}{} · {}{BOLD:#}\n{DIM}{}{DIM:#}\n{standing}\n\n{}\n",
        followup.title(),
        item.position(),
        format_args!("{} · {key}", followup.id()),
        followup.why(),
    );
    if let Some(remark) = item.remark() {
        shown.push_str(&format!("{remark}\n"));
    }
    let Some(file) = &item.draft else {
        if followup.rule.has_draft() && dates.opens > today {
            let opens = short(dates.opens, today);
            shown.push_str(&format!("\nIts draft appears when it opens, on {opens}.\n"));
        }
        return shown;
    };
    let text = text_of(file, session, changes);
    let is_edited = !drafts::is_as_generated(text);
    let note = if is_edited { " (edited by you)" } else { "" };
    shown.push_str(&format!("\n{BOLD}{}{BOLD:#}{note}\n", file.path));
    let (headers, body) = drafts::head::parts(text);
    let body = &drafts::remarks::sent(body, session.templates().language()).concat();
    for (name, value) in headers {
        shown.push_str(&format!("{DIM}{name}:{DIM:#} {value}\n"));
    }
    shown.push_str(&format!(
        "\n{}\n\n{BOLD}A good message of this kind{BOLD:#}\n",
        block(body.trim())
    ));
    let points =
        checklist(followup, body, is_edited, session.config(), session.templates().language());
    for point in &points {
        let mark = match point.mark {
            Mark::Has => format!("{GREEN}✓{GREEN:#}"),
            Mark::Lacks => format!("{RED}✗{RED:#}"),
            Mark::Unsure => "?".to_owned(),
        };
        shown.push_str(&format!("  {mark} {}\n", one_line(&point.what)));
    }
    if points.iter().any(|point| point.mark == Mark::Unsure) {
        shown.push_str(&format!("  {DIM}(?: perhaps, in your own words){DIM:#}\n"));
    }
    let left = if file.blanks == 0 {
        "No blank is left to fill.".to_owned()
    } else {
        format!("{} left to fill.", count(file.blanks, "blank"))
    };
    shown.push_str(&format!("{left}\n"));
    let private = drafts::private::places(followup, body, session.templates().language());
    if !private.is_empty() {
        let words: Vec<String> = private.into_iter().map(|at| quoted(&body[at])).collect();
        shown.push_str(&format!(
            "{RED}✗{RED:#} Reads like a remark for yourself: {}\n",
            words.join(", ")
        ));
    }
    shown
}

/// A draft's text, as it is or will be once these changes are made.
pub fn text_of<'t>(file: &DraftFile, session: &'t Session, changes: &'t [Change]) -> &'t str {
    let ahead = changes.iter().find(|change| change.path == file.path);
    let found = || session.journal().draft(&file.path).map(|found| found.text.as_str());
    ahead.and_then(Change::after).or_else(found).unwrap_or_default()
}
