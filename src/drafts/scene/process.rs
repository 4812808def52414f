//! The process that a message is about, and the offer or the other process beside it.

use chrono::NaiveDate;
use minijinja::{Value, context};
use xxhash_rust::xxh3::xxh3_64;

use crate::drafts::language::OccasionForms;
use crate::drafts::scene::naming::{
    company, named_role, occasion, occasion_forms, the_role, whole_role,
};
use crate::drafts::scene::{Scene, is};
use crate::drafts::weave;
use crate::notes::{Interest, Note, Outcome};
use crate::plan::followup::FollowUp;
use crate::plan::process::key;
use crate::plan::tie::is_same_company;
use crate::rules::known::Known;
use crate::text::message;

/// The wordings of messages to an agency.
const WORDINGS: u64 = 3;

impl<'j> Scene<'j> {
    /// The value of a name about the process, or about what is beside it; `None` for any other.
    pub(super) fn value_of_process(&self, name: &str) -> Option<Value> {
        let (note, own, setting) = (self.note, &self.followup.note, &self.followup.setting);
        Some(match name {
            "company" => company(note, self.language).into(),
            "at_company" => self.at_company().into(),
            "role" => note.role.as_deref().map(message).into(),
            "the_role" => self.the_roles().into(),
            "tag" => self.tag().into(),
            "wording" => self.wording().into(),
            "round" => note.round.as_deref().map(message).into(),
            "occasion" => occasion(note, self.language).into(),
            "occasion_did" => self.occasion_form(|form| &form.did).into(),
            "occasion_do" => self.occasion_form(|form| &form.to_do).into(),
            "occasion_at" => self.occasion_form(|form| &form.at).into(),
            "task" => note.is_handed_in().into(),
            "informal" => note.is_informal().into(),
            "internal" => own.is_internal().into(),
            "earlier" => setting.rounds_before.into(),
            "interviews" => self.interviews().into(),
            "interviewed" => setting.is_interviewed(note).into(),
            "arranged" => setting.arranged_before.into(),
            "to_come" => setting.to_come.is_some().into(),
            "reopened" => setting.is_reopened.into(),
            "went_well" => self.went_well().into(),
            "knows_next" => self.knows_next().into(),
            "awaits_writing" => self.awaits_writing().into(),
            "called_off" => note.is_cancelled().into(),
            "on_hold" => note.is_on_hold().into(),
            "back_on" => note.is_back_on().into(),
            "in_reserve" => note.is_on_reserve_list().into(),
            "applied" => self.is_at(Outcome::Applied).into(),
            "pending" => self.is_at(Outcome::Pending).into(),
            "offered" => self.is_at(Outcome::Offer).into(),
            "after_offer" => setting.is_after_offer.into(),
            "accepted" => self.is_at(Outcome::Accepted).into(),
            "rejected" => self.is_at(Outcome::Rejected).into(),
            "invited" => note
                .outcome
                .value()
                .is_some_and(|outcome| {
                    matches!(outcome, Outcome::MoreInterviews | Outcome::HiringManager)
                })
                .into(),
            "open" => self.is_open().into(),
            "had_accepted" => note.is_done("acceptance").into(),
            "decided_against" => self.has_decided_against().into(),
            "interest" => setting.interest.as_str().into(),
            "still_interested" => (own.still_interested == Known::Is(true)).into(),
            "told_before" => setting.told_before.into(),
            "hears_of_offer" => setting.hears_of_offer.into(),
            "fits" => self.decides_in_time(true).into(),
            "comes_late" => self.decides_in_time(false).into(),
            "meets_in_time" => self.meets_in_time().into(),
            "knows" => self.knows().into(),
            "left" => setting.is_left.into(),
            "stays" => self.stays().into(),
            "elsewhere" => setting.looks_elsewhere.into(),
            "also" => self.also().into(),
            _ => return None,
        })
    }

    /// Returns true if this is the outcome of the process by now.
    fn is_at(&self, outcome: Outcome) -> bool {
        self.followup.setting.outcome == Some(outcome)
    }

    /// One of the forms in which a sentence tells of what the round was, if it was no talk.
    fn occasion_form(&self, form: impl Fn(&OccasionForms) -> &String) -> Option<String> {
        let name = occasion(self.note, self.language)?;
        Some(form(occasion_forms(&name, self.language)?).replace("{occasion}", &name))
    }

    /// Returns true while the user may still be interested: neither has word come, nor did they accept another offer.
    fn is_open(&self) -> bool {
        let setting = &self.followup.setting;
        setting.outcome.is_none_or(Outcome::is_open) && !setting.is_left
    }

    /// Returns true if the user has said no, or has taken another job before any answer came.
    pub(super) fn has_decided_against(&self) -> bool {
        let setting = &self.followup.setting;
        match setting.outcome {
            Some(Outcome::Declined | Outcome::Withdrawn) => true,
            outcome => setting.is_left && outcome.is_none_or(Outcome::is_open),
        }
    }

    /// The number of interviews that there were before the news.
    fn interviews(&self) -> usize {
        let (note, setting) = (self.note, &self.followup.setting);
        let is_held = note.date != Known::Missing && setting.to_come.is_none();
        let is_one = is_held && !note.fell_through() && !note.is_assignment();
        setting.rounds_before + usize::from(is_one)
    }

    /// The role in a sentence, and others that the message is about as well.
    fn the_roles(&self) -> String {
        let mut roles = vec![the_role(self.note, self.language)];
        for note in &self.followup.other_roles {
            roles.extend(named_role(note, self.language).filter(|role| !roles.contains(role)));
        }
        weave::listed(&roles, self.language)
    }

    /// A message without the second full stop behind a company such as "Brandt & Co." that ends a sentence.
    pub fn with_one_stop(&self, message: String) -> String {
        let company = company(self.note, self.language);
        match company.ends_with('.') {
            true => message.replace(&format!("{company}."), &company),
            false => message,
        }
    }

    /// The company, as ` at Acme Robotics`, to an agency, which works for several; empty to the company's own people.
    fn at_company(&self) -> String {
        self.at(self.note)
    }

    fn at(&self, note: &Note) -> String {
        if !self.is_to_agency() {
            return String::new();
        }
        self.language.words.role.at_company.replace("{company}", &company(note, self.language))
    }

    /// Which of several wordings a message has. An agency gets messages about several jobs, and not all of them should read the
    /// same; those about one job know of each other.
    fn wording(&self) -> u64 {
        match self.is_to_agency() {
            true => xxh3_64(key(self.note).as_bytes()) % WORDINGS,
            false => 0,
        }
    }

    /// The user's name and the role in brackets, by which a subject can be found again. An agency needs the company, too.
    fn tag(&self) -> String {
        let name = Some(message(&self.config.me.name)).filter(|name| !name.trim().is_empty());
        let role = whole_role(self.note, self.language).map(|role| role + &self.at_company());
        if let (true, Some(name), Some(role)) = (self.is_to_agency(), &name, &role) {
            // "Planner at Fenwick" behind a name would be what its bearer is already.
            let form = &self.language.words.role.candidate;
            return format!(" ({})", form.replace("{name}", name).replace("{role}", role));
        }
        let of_company = || self.is_to_agency().then(|| message(&self.note.company));
        let parts: Vec<String> = name.into_iter().chain(role.or_else(of_company)).collect();
        if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
    }

    /// The note of another process of which the message may speak: the one that its reader or their company has to do
    /// with, too, or the one of whose offer another company hears.
    fn beside(&self) -> Option<&'j Note> {
        let FollowUp { note, setting, .. } = self.followup;
        let tied = setting.tie.as_ref().map(|tie| tie.note.as_ref());
        tied.or_else(|| self.followup.other_process().map(|_| note.as_ref()))
    }

    /// That process as a template shows it. Its role is left out where one had better not speak of it: an offer has letters
    /// of its own, and nobody says that they have cooled. Its company is named to the agency that works for both, if that
    /// made the offer.
    fn also(&self) -> Option<Value> {
        let note = self.beside()?;
        let interest = self.followup.setting.tie.as_ref().map(|tie| tie.interest);
        let is_at = |outcome| note.outcome == Known::Is(outcome);
        let is_cooling = interest == Some(Interest::Cooling) && !is_at(Outcome::Accepted);
        let role =
            named_role(note, self.language).filter(|_| !is_cooling && !is_at(Outcome::Offer));
        let role = role.map(|role| role + &self.at(note));
        let words = &self.language.words.role;
        let form = match interest {
            Some(Interest::Keen) => &words.hoped_for,
            _ if is_at(Outcome::Applied) => &words.applied_for,
            _ => &words.goes_on,
        };
        let goes_on = role.as_ref().map_or(String::new(), |role| form.replace("{role}", role));
        let is_theirs = self.is_to_agency() && self.offer_beside().is_some() && {
            let recruiter = note.recruiter.value().filter(|_| note.agency.is_some());
            recruiter.is_some_and(|recruiter| is(self.to, recruiter))
        };
        let company = is_theirs.then(|| company(note, self.language));
        Some(context! { role, company, goes_on })
    }

    /// The note of an offer elsewhere of which the message speaks, or of its acceptance.
    fn offer_beside(&self) -> Option<&'j Note> {
        let is_told = self.followup.setting.is_left || self.followup.other_process().is_some();
        self.beside().filter(|_| is_told)
    }

    /// Returns true if whoever gets the message brought the offer that it speaks of, and so got the answer to it. An agency
    /// may not have heard what somebody else brought.
    fn knows(&self) -> bool {
        let bearer =
            |note: &'j Note| note.contact.value().or(note.recruiter.value()).or(note.lead());
        self.offer_beside().and_then(bearer).is_some_and(|bearer| is(self.to, bearer))
    }

    /// Returns true if the offer that was accepted instead is one of the same company.
    fn stays(&self) -> bool {
        self.offer_beside().is_some_and(|note| is_same_company(note, self.note))
    }

    /// Returns true if whoever hears of an offer elsewhere still means to decide, and that before it has to be answered, or
    /// not before.
    fn decides_in_time(&self, in_time: bool) -> bool {
        let due = self.followup.standing.dates.due;
        let days = self.followup.note.decide_by.value().zip(self.decision());
        matches!(self.note.outcome, Known::Missing | Known::Is(Outcome::Pending))
            && days.is_some_and(|(answer_by, decision)| {
                due < decision && (decision < *answer_by) == in_time
            })
    }

    /// Returns true if the next round comes before the offer elsewhere has to be answered.
    fn meets_in_time(&self) -> bool {
        let deadline = self.followup.note.decide_by.value().copied();
        let is_in_time = |day: NaiveDate| deadline.is_none_or(|deadline| day < deadline);
        self.followup.setting.to_come.is_some_and(is_in_time)
    }
}
