//! A follow-up as JSON and CSV show it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::agenda::{Agenda, Item, Section};
use crate::notes::Record;
use crate::plan::status::Status;

/// One follow-up, flat enough for a spreadsheet's row too.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FollowUp")]
pub struct FollowUpView<'a> {
    /// The note's path without `.md`, then the rule's id; it never changes.
    pub id: String,
    /// A short name for it, which commands take; a hash of the id.
    pub key: String,
    /// The rule's id up to its first slash.
    pub kind: &'a str,
    /// The thing to do, in a few words.
    pub title: String,
    /// The note's path from the journal's root.
    pub note: &'a str,
    /// The company that the interview was with.
    pub company: &'a str,
    /// The position.
    pub role: Option<&'a str>,
    /// The person it is about.
    pub person: Option<PersonView<'a>>,
    /// The first day it makes sense.
    pub opens: NaiveDate,
    /// The day it should be done.
    pub due: NaiveDate,
    /// The day from which it is overdue.
    pub late: Option<NaiveDate>,
    /// The day from which it would be odd.
    pub lapses: Option<NaiveDate>,
    /// Its status on this day.
    #[schemars(extend("enum" = Status::ALL.map(Status::as_str)))]
    pub status: &'static str,
    /// The section of the agenda that lists it, while it is still to be done.
    #[schemars(extend("enum" = sections()))]
    pub section: Option<&'static str>,
    /// The day recorded for it in the note: on which it was done or skipped, or until which it is put off.
    pub recorded: Option<NaiveDate>,
    /// True if it is worth doing rather than owed.
    pub optional: bool,
    /// The draft's path from the journal's root, if there is one.
    pub draft: Option<&'a str>,
    /// The number of blanks left in it.
    pub blanks: usize,
    /// A few more words while it is still to be done, such as that an address is missing.
    pub remark: Option<String>,
    /// The rule, and the dates that it used.
    pub why: String,
}

/// A person, by name and address.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Person")]
pub struct PersonView<'a> {
    /// The name as the note has it.
    pub name: &'a str,
    /// The address, if the note has a valid one.
    pub email: Option<&'a str>,
}

impl<'a> FollowUpView<'a> {
    /// The view of one follow-up.
    pub fn of(item: &'a Item, agenda: &Agenda) -> FollowUpView<'a> {
        let followup = &item.followup;
        let dates = &followup.standing.dates;
        FollowUpView {
            id: followup.id(),
            key: agenda.keys.shown(item.key),
            kind: followup.rule.kind(),
            title: followup.title(),
            note: &followup.note.path,
            company: &followup.note.company,
            role: followup.note.role.as_deref(),
            person: followup
                .person()
                .map(|person| PersonView { name: &person.name, email: person.email.as_deref() }),
            opens: dates.opens,
            due: dates.due,
            late: dates.late,
            lapses: dates.lapses,
            status: item.status.as_str(),
            section: agenda.section_of(item).map(Section::as_str),
            recorded: followup.standing.record.map(Record::day),
            optional: followup.rule.optional,
            draft: item.draft.as_ref().map(|draft| draft.path.as_str()),
            blanks: item.draft.as_ref().map_or(0, |draft| draft.blanks),
            remark: item.remark(),
            why: followup.why(),
        }
    }
}

/// The sections, or none.
fn sections() -> Vec<Option<&'static str>> {
    Section::ALL.into_iter().map(|section| Some(section.as_str())).chain([None]).collect()
}
