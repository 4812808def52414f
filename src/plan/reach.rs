//! The days from which, and until which, an offer or an acceptance concerns other hiring processes.

use chrono::NaiveDate;

use crate::notes::Record;
use crate::plan::dates::dates;
use crate::plan::process::Process;
use crate::rules::cadence::{Rule, When};
use crate::rules::config::Config;
use crate::rules::known::Known;
use crate::rules::moment::Anchors;

/// The day from which a process may be told of an offer that came on a day: that of its first interview, if that is later.
/// `None` before there has been one.
pub(super) fn told_since(process: &Process, day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    process.first_met().filter(|met| *met <= today).map(|met| met.max(day))
}

/// The day from which a process that begins is another story than those that an acceptance ends. While one can still
/// withdraw, an interview further off is on its way as well.
pub(super) fn begins_anew(accepted: NaiveDate, today: NaiveDate, config: &Config) -> NaiveDate {
    let lapses = lapse(config.cadence.word_to_others(When::Accepted), accepted, None, config);
    if today < lapses { lapses.max(on_its_way(accepted, config)) } else { lapses }
}

/// The day before which an interview was on its way on another day, unless all had gone quiet by then.
pub(super) fn on_its_way(day: NaiveDate, config: &Config) -> NaiveDate {
    config.calendar.add(day, config.cadence.quiet_after)
}

/// Returns true for a process with interviews before a day, and another after it, so soon that it can't have gone quiet.
pub(super) fn goes_on(process: &Process, day: NaiveDate, config: &Config) -> bool {
    let until = on_its_way(day, config);
    process.rounds.len() > 1
        && process.current().date.value().is_some_and(|began| *began < until)
        && process.has_met_by(day)
}

/// The day from which a message to other processes would be odd, given the day of the outcome and what was done about it.
pub(super) fn lapse(
    rule: Option<&Rule>,
    outcome: NaiveDate,
    record: Option<Record>,
    config: &Config,
) -> NaiveDate {
    let anchors = Anchors { outcome: Known::Is(outcome), ..Anchors::default() };
    let lapses =
        rule.and_then(|rule| dates(rule, &anchors, false, record, None, &config.calendar)?.lapses);
    lapses.unwrap_or_else(|| config.calendar.add(outcome, config.cadence.news_within))
}

/// The day from which nobody hears of an offer or an acceptance any more, whether that was news when they met the user or
/// answered, or not.
pub(super) fn is_history_from(rule: &Rule, day: NaiveDate, config: &Config) -> NaiveDate {
    let latest = lapse(Some(rule), day, None, config).max(on_its_way(day, config));
    lapse(Some(rule), latest, None, config)
}
