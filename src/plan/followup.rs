//! One thing to do, with its addressee, its dates, and its status on a day.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::calendar::long;
use crate::notes::{Note, Outcome, Person, Record};
use crate::plan::process::Process;
use crate::plan::setting::Setting;
use crate::plan::status::Standing;
use crate::rules::cadence::{Channel, Rule, When};
use crate::rules::known::Known;
use crate::rules::moment::Anchor;

/// One thing to do.
#[derive(Clone, Debug)]
pub struct FollowUp {
    /// The rule that it follows.
    pub rule: Arc<Rule>,
    /// The note that it belongs to. Its draft is placed next to it.
    pub note: Arc<Note>,
    /// The part of its id that differs from others of its rule and note.
    pub key: Key,
    /// The person it goes to.
    pub addressee: Addressee,
    /// Its dates and its record.
    pub standing: Standing,
    /// True for a message for which the note has no material yet: there is no draft.
    pub lacks_material: bool,
    /// What is known of the process that it is about, besides what the note says.
    pub setting: Setting,
    /// The other notes of the same day that name its reader, for what they say to them.
    pub same_day: Vec<Arc<Note>>,
    /// The notes about other roles in the company that its message is about as well.
    pub other_roles: Vec<Arc<Note>>,
}

/// The part of a follow-up's id that differs from others of its rule and note.
#[derive(Clone, Debug)]
pub enum Key {
    /// There is only one.
    Only,
    /// The person it is about.
    Person(Arc<Person>),
    /// The number of a status check, counted across all series.
    Number(u32),
    /// The other process.
    Process(Arc<Process>),
}

/// The addressee of a follow-up.
#[derive(Clone, Debug)]
pub enum Addressee {
    /// Nobody else.
    You,
    /// A person, if the note names one.
    Person(Option<Arc<Person>>),
    /// A person without an address, through the recruiter.
    Through { person: Arc<Person>, recruiter: Arc<Person> },
    /// Several people, each of whom gets a note of their own.
    Each(Vec<Arc<Person>>),
}

/// Returns true for the very same notes.
pub fn are_same(notes: &[Arc<Note>], others: &[Arc<Note>]) -> bool {
    notes.len() == others.len()
        && notes.iter().zip(others).all(|(one, other)| Arc::ptr_eq(one, other))
}

impl FollowUp {
    /// Returns true for the same follow-up of the very same notes, of which nothing else can be said than of this one.
    pub fn is_same(&self, other: &FollowUp) -> bool {
        Arc::ptr_eq(&self.rule, &other.rule)
            && Arc::ptr_eq(&self.note, &other.note)
            && self.standing == other.standing
            && self.lacks_material == other.lacks_material
            && self.setting == other.setting
            && self.key.is_same(&other.key)
            && self.addressee.is_same(&other.addressee)
            && are_same(&self.same_day, &other.same_day)
            && are_same(&self.other_roles, &other.other_roles)
    }

    /// The other process that hears of this one's outcome by it.
    pub fn other_process(&self) -> Option<&Process> {
        match &self.key {
            Key::Process(process) => Some(process),
            _ => None,
        }
    }

    /// The day on which the first status check was sent, if this is the second.
    pub fn asked_before(&self) -> Option<NaiveDate> {
        let Key::Number(number) = self.key else { return None };
        let before = Key::Number(number.checked_sub(1)?).record_id(&self.rule);
        match self.note.records.get(&before) {
            Some(Record::Done(day)) if self.rule.when == When::SecondCheck => Some(*day),
            _ => None,
        }
    }

    /// The id within the note's file, which records use.
    pub fn record_id(&self) -> String {
        self.note.id_in_file(&self.key.record_id(&self.rule))
    }

    /// The id in the journal: the note's path without `.md`, then the id within the file. It never changes.
    pub fn id(&self) -> String {
        format!("{}/{}", self.note.stem(), self.record_id())
    }

    /// The person it is about, if it is about one.
    pub fn person(&self) -> Option<&Person> {
        match (&self.key, &self.addressee) {
            (Key::Person(person), _) | (_, Addressee::Through { person, .. }) => Some(person),
            (_, Addressee::Person(person)) => person.as_deref(),
            (_, Addressee::Each(people)) => {
                people.first().filter(|_| people.len() == 1).map(Arc::as_ref)
            }
            (_, Addressee::You) => None,
        }
    }

    /// Everybody whom a message may greet: those who get it, and the one it is about.
    pub fn people_addressed(&self) -> impl Iterator<Item = &Person> {
        let to: &[Arc<Person>] = match &self.addressee {
            Addressee::Through { recruiter, .. } => std::slice::from_ref(recruiter),
            Addressee::Each(people) if people.len() > 1 => people,
            _ => &[],
        };
        to.iter().map(Arc::as_ref).chain(self.person())
    }

    /// The postal address for a thank-you that may go out on paper.
    pub fn post(&self) -> Option<&str> {
        let Key::Person(person) = &self.key else { return None };
        person.post.as_deref().filter(|_| self.rule.on_paper)
    }

    /// The phone number of whoever has no address, for a text or a call in place of an e-mail.
    pub fn phone(&self) -> Option<&str> {
        let (Addressee::Person(Some(person)) | Addressee::Through { person, .. }) = &self.addressee
        else {
            return None;
        };
        let is_mail = self.rule.channel == Channel::Mail && self.post().is_none();
        person.phone.as_deref().filter(|_| is_mail && person.email.is_none())
    }

    /// Returns true for a message that there is something to write for.
    pub fn has_draft(&self) -> bool {
        self.rule.has_draft() && !self.lacks_material
    }

    /// A few more words for the agenda: those of the rule, or where there is nothing to write yet, what to jot down. Of an
    /// offer they say that another one was accepted before.
    pub fn remark(&self) -> Option<Cow<'_, str>> {
        if let Some(taken) = self.setting.taken.as_ref().filter(|_| self.rule.when == When::Offer) {
            return Some(format!("you have accepted the offer from {}", taken.note.company).into());
        }
        let jot = self.rule.jot.as_deref().filter(|_| self.lacks_material);
        jot.or(self.rule.remark.as_deref()).map(Cow::Borrowed)
    }

    /// The words of the agenda.
    pub fn title(&self) -> String {
        let company = match &self.key {
            Key::Process(process) => &process.current().company,
            _ => &self.note.company,
        };
        let person = match (&self.addressee, self.person()) {
            (_, Some(person)) => Cow::Borrowed(&person.name),
            (Addressee::Each(people), None) => Cow::Owned(several(people)),
            (_, None) => Cow::Borrowed(company),
        };
        // An offer that came later wasn't turned down by it.
        let is_offer = |process: &&Process| {
            let is_later = matches!(self.standing.record, Some(Record::Done(day)) if process.has_offered_after(day));
            matches!(process.outcome(), Some(Outcome::Offer | Outcome::Declined)) && !is_later
        };
        let of_offer = self.other_process().filter(is_offer).and(self.rule.offer_title.as_ref());
        let of_first = self.rule.first_title.as_ref().filter(|_| self.asked_before().is_none());
        let is_first = self.setting.rounds_before == 0 && !self.setting.is_interviewed(&self.note);
        let of_interview = self.rule.first_interview_title.as_ref().filter(|_| is_first);
        let is_nameless = self.person().is_some_and(Person::is_placeholder);
        let of_nameless = self.rule.nameless_title.as_ref().filter(|_| is_nameless);
        let title =
            of_offer.or(of_first).or(of_interview).or(of_nameless).unwrap_or(&self.rule.title);
        // "Two governors' address"
        let is_plural = self.person().is_some_and(Person::is_team) && person.ends_with('s');
        let title = if is_plural { &title.replace("{person}'s", "{person}'") } else { title };
        title.replace("{person}", &person).replace("{company}", company)
    }

    /// A sentence with the rule and the dates that it used.
    pub fn why(&self) -> String {
        let Standing { dates, record, undated, .. } = self.standing;
        let by = dates.due_by;
        if undated {
            let put_off = match record {
                Some(Record::Snoozed(until)) if until == dates.due => {
                    format!("; put off until {}", long(until))
                }
                _ => String::new(),
            };
            return format!(
                "{}: due today, because the note doesn't say on which day you heard{put_off}.",
                self.rule.why
            );
        }
        // Status checks count from the latest news, which need not be the interview.
        let is_later = by.anchor == Anchor::Interview && self.note.date != Known::Is(by.from);
        // Word to others may count from a day of theirs.
        let of_theirs = self.other_process().filter(|_| {
            by.anchor == Anchor::Outcome && self.note.outcome_date != Known::Is(by.from)
        });
        let anchor = if let Some(other) = of_theirs {
            let has_met = other.rounds.iter().any(|note| note.date == Known::Is(by.from));
            if has_met { "their interview" } else { "their answer" }
        } else if is_later && self.note.is_assignment() && self.note.updates.is_empty() {
            "the day of your task"
        } else if is_later {
            "the last word"
        } else {
            by.anchor.in_words()
        };
        let mut why = if by.offset.is_none() {
            format!("{}: due on {}, the day of {}", self.rule.why, long(by.from), anchor)
        } else {
            let from = format!("{} on {}", anchor, long(by.from));
            format!("{}: due on {}, {} {from}", self.rule.why, long(by.day), by.offset)
        };
        if let Some(Record::Snoozed(until)) = record
            && until == dates.due
        {
            why.push_str(&format!("; put off until {}", long(until)));
        } else if dates.is_held {
            let due = long(dates.due);
            why.push_str(&match self.rule.when.is_answer() {
                true => format!("; you heard of it on {due}"),
                false => format!("; put off until {due}, because they hear of your offer first"),
            });
        } else if dates.due != by.day {
            why.push_str(&format!("; moved to the next business day, {}", long(dates.due)));
        }
        why.push('.');
        why
    }
}

/// The names of several people in a title, which has room for two.
fn several(people: &[Arc<Person>]) -> String {
    match people {
        [one, another] => format!("{} and {}", one.name, another.name),
        [one, others @ ..] => format!("{} and {} others", one.name, others.len()),
        [] => String::new(),
    }
}

impl Addressee {
    fn is_same(&self, other: &Addressee) -> bool {
        let is_same = |(one, other): (&Arc<Person>, &Arc<Person>)| Arc::ptr_eq(one, other);
        match (self, other) {
            (Addressee::You, Addressee::You) => true,
            (Addressee::Person(None), Addressee::Person(None)) => true,
            (Addressee::Person(Some(one)), Addressee::Person(Some(other))) => is_same((one, other)),
            (
                Addressee::Through { person, recruiter },
                Addressee::Through { person: other, recruiter: other_recruiter },
            ) => is_same((person, other)) && is_same((recruiter, other_recruiter)),
            (Addressee::Each(some), Addressee::Each(others)) => {
                some.len() == others.len() && some.iter().zip(others).all(is_same)
            }
            _ => false,
        }
    }
}

impl Key {
    fn is_same(&self, other: &Key) -> bool {
        match (self, other) {
            (Key::Only, Key::Only) => true,
            (Key::Person(one), Key::Person(other)) => Arc::ptr_eq(one, other),
            (Key::Number(one), Key::Number(other)) => one == other,
            (Key::Process(one), Key::Process(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }

    /// The id within the note of a rule's follow-up with this key.
    pub fn record_id(&self, rule: &Rule) -> String {
        match self {
            Key::Only => rule.id.clone(),
            Key::Person(person) => format!("{}/{}", rule.id, person.id),
            Key::Number(number) => format!("{}/{number}", rule.kind()),
            Key::Process(process) => format!("{}/{}", rule.id, process.id),
        }
    }
}
