//! What the user has to send: a thing that may be named, or the task that the company has set.

use crate::drafts::gate;
use crate::drafts::scene::Scene;
use crate::drafts::scene::shares::words;
use crate::notes::Person;
use crate::notes::material::Remark;
use crate::rules::headings::Topic;
use crate::text::behind;

impl<'j> Scene<'j> {
    /// The first thing to be sent, if it may be named.
    pub(super) fn thing(&self) -> Option<gate::Thing<'_>> {
        let to_send = self.to_send().filter(|remark| remark.about.len() <= 1)?;
        let text = self.requested(to_send).unwrap_or(to_send.text);
        let thing = gate::thing(text, self.language)?;
        // "The report for Jane" isn't what Jane is told.
        let is_named =
            |person: &Person| person.names().iter().any(|name| thing.text.contains(name));
        (!self.person.is_some_and(is_named)).then_some(thing)
    }

    /// What stayed with the user and the thing bears on: both have a word in common, and not only what kind of thing it is.
    pub(super) fn bears_on(&self) -> Option<String> {
        let thing = self.thing()?;
        let kind = words(&thing.name, self.language);
        let about = words(&thing.text, self.language);
        let is_about = |text: &str| {
            words(text, self.language)
                .iter()
                .any(|word| about.contains(word) && !kind.contains(word))
        };
        self.phrases().map(|thought| thought.text).find(|text| is_about(text))
    }

    /// The task that the company has set, if it is the first thing to be sent. It may stand there as a task to tick.
    pub(super) fn assignment(&self) -> Option<&'static str> {
        gate::assignment(self.first_to_send()?.text, self.language)
    }

    /// Returns true if the first thing to be sent was promised, as it says, or the heading above it.
    pub(super) fn is_promised(&self) -> bool {
        let promised = &self.language.gate.heard.promised;
        let first = self.to_send().or_else(|| self.first_to_send());
        // "My sheet for the junctions. Promised it to Jo."
        let says_so = |text: &str| text.split(". ").any(|part| behind(promised, part).is_some());
        let is_below = |remark: &Remark<'_>| says_so(remark.heading) || says_so(remark.text);
        first.is_some_and(is_below) || self.thing().is_some_and(|thing| thing.is_promised)
    }

    /// Returns true if the note says that whoever gets the first thing to be sent asked for it.
    pub(super) fn is_requested(&self) -> bool {
        let first = self.to_send().or_else(|| self.first_to_send());
        first.is_some_and(|remark| self.requested(remark).is_some())
    }

    /// The thing of a remark that says so.
    fn requested<'r>(&self, remark: &Remark<'r>) -> Option<&'r str> {
        let names = self.person?.names();
        let words = &self.language.words.sending;
        // "She" may be any of several people.
        let is_alone = self.interviewers().count() == 1;
        let is_reader = |word: &str| {
            let lower = word.to_lowercase();
            names.iter().any(|name| name == word)
                || words.company.contains(&lower)
                || is_alone && words.somebody.contains(&lower)
        };
        gate::requested(remark.text, is_reader, self.language)
    }

    fn to_send(&self) -> Option<&Remark<'j>> {
        let mut remarks = self.remarks().filter(|remark| remark.is_for(self.person));
        remarks.find(|remark| remark.topic == Some(Topic::Send))
    }

    /// The same, were it one of the user's tasks.
    fn first_to_send(&self) -> Option<&Remark<'j>> {
        let own = self.material.remarks.iter().filter(|remark| remark.fragment.is_own);
        let mut to_send = own.filter(|remark| remark.topic == Some(Topic::Send));
        to_send.find(|remark| remark.is_for(self.person))
    }

    /// Returns true for what is to be sent to others than whoever leads the round, who alone gets a message for it: it is shown
    /// below their thanks, and below that message.
    pub(super) fn is_left_to_send(&self, remark: &Remark<'_>) -> bool {
        let is_lead = |person: &Person| self.note.lead().is_some_and(|lead| lead.id == person.id);
        let is_about = |person: &Person| remark.about.contains(&person.id.as_str());
        let is_theirs = match (self.kind(), self.person) {
            ("thank-you", Some(person)) => !is_lead(person) && is_about(person),
            ("value-add", Some(person)) => !is_about(person),
            _ => false,
        };
        is_theirs && !remark.about.is_empty() && remark.topic == Some(Topic::Send)
    }
}
