//! What a note is to have written into it, or to lose.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::task::task_id;
use crate::notes::body::TaskDays;
use crate::notes::edit::{self, NotEditable};
use crate::notes::interviews::split_id;
use crate::notes::{self, Note, Outcome, Parsed, Record};
use crate::rules::known::Known;
use crate::rules::mapping::Mapping;

/// The follow-up that asks for the day of an outcome. Once done, its day is that day, and stands in the field.
const OUTCOME_DATE: &str = "find-out/outcome-date";

/// The follow-up that lets a process go. Once done, that is its outcome.
const CLOSE_OUT: &str = "close-out";

/// The follow-ups that may be done before the interview: they ask for what isn't known yet.
const TO_FIND_OUT: &str = "find-out/";

/// Names of fields with their values.
pub type Fields = Vec<(&'static str, String)>;

/// Something to write into a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// The note's path.
    pub note: String,
    /// The interview that fields and time frames belong to, if the note has a list of them.
    pub round: Option<String>,
    /// What to write.
    pub what: Recorded,
}

/// What to write into a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// What became of the follow-up with this id within the note; `None` takes a record back.
    FollowUp { id: String, record: Option<Record> },
    /// Values of fields.
    Fields(Fields),
    /// A newer time frame, in their words, and the day on which it was heard. If all had ended, with a refusal or a silence that
    /// was taken for one, the outcome is open again.
    Update { day: NaiveDate, window: String, had_ended: bool },
    /// A tick in the box of an open task, by its line and its words, which are without its day.
    Task { line: usize, words: String, days: TaskDays },
}

impl Recording {
    /// A record of a follow-up.
    pub fn of(note: &str, id: &str, record: Option<Record>) -> Recording {
        let what = Recorded::FollowUp { id: id.to_owned(), record };
        Recording { note: note.to_owned(), round: None, what }
    }

    /// A tick of an open task.
    pub fn of_task(note: &Note, line: usize, words: &str) -> Recording {
        let days = note.body.task_days();
        let what = Recorded::Task { line, words: words.to_owned(), days };
        Recording { note: note.path.clone(), round: None, what }
    }

    /// The day on which a follow-up is said to have been done, and that of its interview, if that is later and nothing was
    /// heard before it.
    pub fn too_early(&self, notes: &[Arc<Note>]) -> Option<(NaiveDate, NaiveDate)> {
        let Recorded::FollowUp { id, record: Some(Record::Done(day)) } = &self.what else {
            return None;
        };
        let (id, note) = notes.iter().find_map(|note| Some((note.own_id(id)?, note)))?;
        let interview = *note.date.value()?;
        let heard = match note.outcome.value() {
            Some(outcome) if outcome.has_day() => *note.outcome_date.value()?,
            _ => interview,
        };
        let is_too_early = *day < interview.min(heard) && !id.starts_with(TO_FIND_OUT);
        is_too_early.then_some((*day, interview))
    }

    /// The fields and the values that it has in place of a record, if it is an answer.
    pub fn answer(&self) -> Option<Fields> {
        match &self.what {
            Recorded::FollowUp { id, record } => Answer::of(id, *record).map(Answer::fields),
            _ => None,
        }
    }

    /// The follow-up's id, or what stands for one.
    pub fn id(&self) -> String {
        let id = match &self.what {
            Recorded::FollowUp { id, .. } => id,
            Recorded::Fields(_) => "outcome",
            Recorded::Update { .. } => "updates",
            Recorded::Task { words, .. } => return task_id(&self.note, words),
        };
        let round = self.round.as_ref().map(|round| format!("{round}/")).unwrap_or_default();
        format!("{}/{round}{id}", self.note.strip_suffix(".md").unwrap_or(&self.note))
    }

    /// The note's text with it. `mapping` has the journal's own names of fields.
    pub fn made_in(&self, text: &str, mapping: &Mapping) -> Result<String, NotEditable> {
        match &self.what {
            Recorded::FollowUp { id, record } => match Answer::of(id, *record) {
                Some(answer) if answer.is_given(text, mapping) => Ok(text.to_owned()),
                Some(answer) => edit::with_fields(text, &answer.fields(), mapping, answer.round),
                None => edit::recorded(text, id, *record),
            },
            Recorded::Fields(fields) => {
                edit::with_fields(text, fields, mapping, self.round.as_deref())
            }
            Recorded::Update { day, window, had_ended } => {
                let round = self.round.as_deref();
                let text = match had_ended {
                    true => &edit::with_fields(
                        text,
                        &[("outcome", Outcome::Pending.as_str().to_owned())],
                        mapping,
                        round,
                    )?,
                    false => text,
                };
                edit::with_update(text, *day, window, mapping, round)
            }
            Recorded::Task { line, words, days } => {
                edit::with_task_ticked(text, *line, words, *days)
            }
        }
    }

    /// The edit for the user to make by hand.
    pub fn by_hand(&self) -> String {
        match &self.what {
            Recorded::FollowUp { id, record } => match Answer::of(id, *record) {
                Some(answer) => edit::fields_by_hand(&answer.fields(), answer.round),
                None => edit::by_hand(id, *record),
            },
            Recorded::Fields(fields) => edit::fields_by_hand(fields, self.round.as_deref()),
            Recorded::Update { day, window, .. } => edit::update_by_hand(*day, window),
            Recorded::Task { words, .. } => edit::task_by_hand(words),
        }
    }

    /// Returns true if a note has it, as far as the note can tell.
    pub fn is_in(&self, note: &Note) -> bool {
        match &self.what {
            Recorded::FollowUp { id, record } => match (note.own_id(id), Answer::of(id, *record)) {
                (None, _) => false,
                (Some(_), Some(answer)) => answer.is_in(note),
                (Some(id), None) => note.records.get(id).copied() == *record,
            },
            Recorded::Task { words, .. } => {
                note.body.ticked().iter().any(|task| task.text == *words)
            }
            Recorded::Fields(_) | Recorded::Update { .. } => true,
        }
    }
}

/// What a record says that a field has to say.
#[derive(Clone, Copy, Debug)]
struct Answer<'r> {
    /// The interview that it is about, if the note has a list of them.
    round: Option<&'r str>,
    /// The outcome; `None` if only its day is asked for.
    outcome: Option<Outcome>,
    /// The day of the outcome.
    day: NaiveDate,
}

impl<'r> Answer<'r> {
    fn of(id: &'r str, record: Option<Record>) -> Option<Answer<'r>> {
        match (split_id(id), record) {
            ((round, OUTCOME_DATE), Some(Record::Done(day))) => {
                Some(Answer { round, outcome: None, day })
            }
            ((round, CLOSE_OUT), Some(Record::Done(day))) => {
                Some(Answer { round, outcome: Some(Outcome::NoResponse), day })
            }
            _ => None,
        }
    }

    fn fields(self) -> Fields {
        let outcome = self.outcome.map(|outcome| ("outcome", outcome.as_str().to_owned()));
        outcome.into_iter().chain([("outcome_date", self.day.to_string())]).collect()
    }

    /// Returns true if the note says it, or something else in its place.
    fn is_in(self, note: &Note) -> bool {
        match self.outcome {
            None => note.outcome_date != Known::Missing,
            Some(_) => !matches!(note.outcome, Known::Missing | Known::Is(Outcome::Pending)),
        }
    }

    /// Returns true if the user has written it meanwhile.
    fn is_given(self, text: &str, mapping: &Mapping) -> bool {
        match notes::parse("", text, mapping, &mut Vec::new()) {
            Parsed::Note(note) => self.is_in(&note),
            Parsed::Rounds(notes) => {
                notes.iter().any(|note| note.name_in_file() == self.round && self.is_in(note))
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::calendar::parse_date;

    #[test]
    fn what_a_field_has_to_say_stands_there() {
        let day = parse_date("2026-03-16").unwrap();
        let text = "---\ncompany: Acme\ndate: 2026-03-02\noutcome: offer\nfollowups:\n---\n";
        let done = Recording::of("a.md", OUTCOME_DATE, Some(Record::Done(day)));
        let edited = done.made_in(text, &Mapping::default()).unwrap();
        assert_eq!(edited, text.replace("offer\n", "offer\noutcome_date: 2026-03-16\n"));
        assert_eq!(done.by_hand(), "write `outcome_date: 2026-03-16` in the front matter");
        // A day that the user wrote stays.
        let own = text.replace("offer\n", "offer\noutcome_date: 2026-03-12\n");
        assert_eq!(done.made_in(&own, &Mapping::default()).unwrap(), own);
        let pending = text.replace("offer", "pending");
        let gone = Recording::of("a.md", CLOSE_OUT, Some(Record::Done(day)));
        let edited = gone.made_in(&pending, &Mapping::default()).unwrap();
        let let_go = pending.replace("pending", "no_response\noutcome_date: 2026-03-16");
        assert_eq!(edited, let_go);
        assert_eq!(gone.made_in(text, &Mapping::default()).unwrap(), text);
        let skipped = Recording::of("a.md", OUTCOME_DATE, Some(Record::Skipped(day)));
        let edited = skipped.made_in(text, &Mapping::default()).unwrap();
        let record = "followups:\n  find-out/outcome-date: skipped 2026-03-16\n";
        assert_eq!(edited, text.replace("followups:\n", record));
    }
}
