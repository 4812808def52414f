//! What goes out word for word: the user's own paragraphs, and to whom.

use crate::drafts::said::{hold, is_said};
use crate::drafts::scene::Scene;
use crate::drafts::written::Signature;
use crate::drafts::{gate, weave, written};
use crate::notes::material::{Material, ToSay};
use crate::notes::people::everybody;
use crate::notes::{Note, Outcome, Person};
use crate::plan::followup::Key;
use crate::rules::cadence::When;
use crate::text::behind;

/// A message that is told more words than this says enough.
const MUCH: usize = 45;

impl<'j> Scene<'j> {
    /// The paragraphs that go out word for word to the reader. The first message has those for them by name, and those for
    /// everyone if the reader leads the round or would otherwise get nothing of their own. A later one has what is for them
    /// by name and wasn't said before.
    pub fn to_say(&self) -> Vec<&str> {
        let (to_say, _) = self.said_and_held_back();
        to_say
    }

    /// The letter that the user has written whole, in place of the one that a template put around it.
    pub fn as_written(&self, body: &str) -> Option<String> {
        let (closing, lines) = (self.closing(), self.signature());
        let signature = Signature { name: &self.config.me.name, closing: &closing, lines: &lines };
        let paragraphs = weave::inert(self.to_say());
        let is_meant = self.is_meant_as_such(&paragraphs);
        is_meant
            .then(|| written::whole(&paragraphs, self.person, signature, body, self.language))?
    }

    /// The paragraphs to be said. Of a letter that was written whole, but as another kind, they are those between its
    /// greeting and its end.
    pub(super) fn paragraphs(&self) -> Vec<String> {
        let paragraphs = weave::inert(self.to_say());
        match self.is_meant_as_such(&paragraphs) {
            true => paragraphs,
            false => {
                written::between(&paragraphs, self.person, &self.config.me.name, self.language)
            }
        }
    }

    /// Returns true unless the user's words lack what a whole letter of this kind says.
    fn is_meant_as_such(&self, paragraphs: &[String]) -> bool {
        let words = &self.language.standard(self.kind()).whole;
        words.is_empty() || hold(paragraphs.iter().map(String::as_str), words)
    }

    /// What is said to the reader, and what isn't since it speaks of going on, or of what one can do for them, and the
    /// message takes leave: that was written for another one.
    pub(super) fn said_and_held_back(&self) -> (Vec<&str>, Vec<&str>) {
        let to_say = self.all_to_say();
        if !self.takes_leave()
            || hold(to_say.iter().copied(), &self.language.standard(self.kind()).whole)
        {
            return (to_say, Vec::new());
        }
        let hopes = &self.language.words.farewell.hopes;
        let is_hope = |text: &str| hold([text], hopes) || gate::is_pitch(text, self.language);
        to_say.into_iter().partition(|text| !is_hope(text))
    }

    /// Returns true for a message that takes leave, or thanks after an end.
    fn takes_leave(&self) -> bool {
        let is_end = |outcome: Option<Outcome>| {
            matches!(outcome, Some(Outcome::Declined | Outcome::Rejected | Outcome::Withdrawn))
        };
        // An offer that came after another one was accepted is still to be answered.
        let is_left = || self.has_decided_against() && self.followup.rule.when != When::Offer;
        self.is_farewell()
            || is_end(self.note.outcome.value().copied())
            || is_end(self.followup.setting.outcome)
            || is_left()
    }

    /// Returns true for a message that takes leave of a process.
    pub(super) fn is_farewell(&self) -> bool {
        let when = self.followup.rule.when;
        when.is_farewell() || when == When::Accepted && matches!(self.followup.key, Key::Process(_))
    }

    fn all_to_say(&self) -> Vec<&str> {
        if let (Some(said), Some(reader)) = (self.said, self.to) {
            let mut new = self.material.said_to(reader);
            new.extend(self.said_elsewhere(reader, false));
            new.retain(|text| !is_said(text, said));
            return new;
        }
        match self.person.filter(|_| self.may_say()) {
            Some(person) => self.said_first(person),
            None => Vec::new(),
        }
    }

    /// For the thanks to an agency's recruiter: the paragraphs that go into the report to them.
    pub(super) fn said_in_report(&self) -> Vec<&str> {
        let is_agency = self.note.agency.is_some() && !self.may_say();
        self.person.filter(|_| is_agency).map_or_else(Vec::new, |person| self.said_first(person))
    }

    /// What is said to somebody in the first message to them.
    pub(super) fn said_first(&self, person: &Person) -> Vec<&str> {
        let mut said = self.said_here(person);
        said.extend(self.said_elsewhere(person, true));
        said
    }

    /// The same without what only those hear who would otherwise be told nothing of their own.
    pub(super) fn said_anyway(&self, person: &Person) -> Vec<&str> {
        if self.turn_of(person) == Some(0) {
            return self.said_first(person);
        }
        let mut said = self.material.said_to(person);
        said.extend(self.said_elsewhere(person, true));
        said
    }

    /// What other notes of the day say to its reader, and to everyone if that counts.
    fn said_elsewhere(&self, person: &Person, with_everyone: bool) -> impl Iterator<Item = &str> {
        let notes = self.same_day.iter();
        notes.flat_map(move |(note, material)| said_to(person, note, material, with_everyone))
    }

    /// What its own note says to its reader.
    fn said_here(&self, person: &Person) -> Vec<&str> {
        let own = self.material.said_to(person);
        let turn = self.turn_of(person).filter(|_| self.material.speaks_to_everyone());
        let Some(turn) = turn else { return own };
        if turn > 0 && (!own.is_empty() || self.has_own(person)) {
            return own;
        }
        let is_theirs =
            |say: &&ToSay<'j>| say.to.as_ref().is_none_or(|to| to.contains(&person.id.as_str()));
        self.material.to_say.iter().filter(is_theirs).map(|say| &*say.text).collect()
    }

    /// What the first sentence to say to somebody thanks them for: "showing me the press".
    pub(super) fn thanked_for(&self, person: &Person) -> Option<&str> {
        let first = *self.material.said_to(person).first()?;
        let sentence = first.split_once(". ").map_or(first, |(sentence, _)| sentence);
        let thanks = &self.language.gate.thanks;
        let told =
            thanks.iter().find_map(|opening| behind(opening, sentence)?.strip_prefix(' '))?;
        let told = told.strip_suffix('.').unwrap_or(told);
        (!told.contains(['?', '!', '\n'])).then_some(told)
    }

    /// Returns true for the first message to a person after the interview.
    pub(super) fn may_say(&self) -> bool {
        match self.followup.rule.kind() {
            "thank-you" | "team-thanks" | "manager-thanks" => true,
            "recruiter-thanks" => self.note.agency.is_none() || self.is_only_thanks(),
            "recruiter-debrief" => !self.is_only_thanks(),
            _ => false,
        }
    }

    /// Returns true if all that is to be said to an agency's recruiter thanks them: that is nothing for a report which they
    /// may forward, as long as there is another message.
    fn is_only_thanks(&self) -> bool {
        let Some(person) = self.person.filter(|_| self.is_asked()) else { return false };
        let thanks = &self.language.words.greetings.thanks;
        let is_thanks = |text: &&str| {
            let lower = text.to_lowercase();
            thanks.iter().any(|opening| lower.starts_with(opening))
        };
        let said = self.said_first(person);
        !said.is_empty() && said.iter().all(is_thanks)
    }
}

/// What another note of the day says to somebody, or to everyone if they lead that round.
fn said_to<'m>(
    person: &Person,
    note: &Note,
    material: &'m Material<'_>,
    with_everyone: bool,
) -> impl Iterator<Item = &'m str> {
    let there = everybody(note).find(|other| other.is_likely(person));
    let there: Option<(String, bool)> =
        there.map(|there| (there.id.clone(), note.lead().is_some_and(|lead| lead.id == there.id)));
    material.to_say.iter().filter_map(move |say| {
        let (id, is_lead) = there.as_ref()?;
        let is_for_all = with_everyone && *is_lead;
        let is_theirs = say.to.as_ref().map_or(is_for_all, |to| to.contains(&id.as_str()));
        is_theirs.then_some(&*say.text)
    })
}

/// Returns true for words beside which there's no room for more about the user.
pub(super) fn is_much(said: &[&str]) -> bool {
    said.iter().flat_map(|text| text.split_whitespace()).count() > MUCH
}
