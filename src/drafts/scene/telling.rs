//! What of a note's own words a message tells, and to whom.

use std::borrow::Cow;

use crate::drafts::gate;
use crate::drafts::said::{hold, is_said};
use crate::drafts::scene::{Scene, shares};
use crate::notes::material::{Material, Remark, ToSay};
use crate::notes::people::{People, everybody};
use crate::notes::{Interest, Note, Outcome, Person};
use crate::plan::followup::Key;
use crate::rules::cadence::{Audience, When};
use crate::rules::headings::Topic;
use crate::rules::known::Known;
use crate::text::behind;

/// A message that is told more words than this says enough.
const MUCH: usize = 45;

/// Most things that a letter is thankful for or thinks of.
const THINGS: usize = 2;

/// Most points about the user's work that an agency's recruiter gets to pass on, and most thoughts about the interview.
const POINTS: usize = 3;
const THOUGHTS: usize = 1;

/// What stayed with the user after an interview, as the object of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Thought {
    pub(super) text: String,
    /// True if the note says that they liked it.
    pub(super) is_liked: bool,
    /// True for a sentence behind "that".
    is_custom: bool,
}

impl AsRef<str> for Thought {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<'j> Scene<'j> {
    /// The paragraphs that go out word for word to the reader. The first message has those for them by name, and those for
    /// everyone if the reader leads the round or would otherwise get nothing of their own. A later one has what is for them
    /// by name and wasn't said before.
    pub fn to_say(&self) -> Vec<&str> {
        let (to_say, _) = self.said_and_held_back();
        to_say
    }

    /// What is said to the reader, and what isn't since it speaks of going on, and the message takes leave: that was written
    /// for another one.
    fn said_and_held_back(&self) -> (Vec<&str>, Vec<&str>) {
        let to_say = self.all_to_say();
        if !self.takes_leave()
            || hold(to_say.iter().copied(), &self.language.standard(self.kind()).whole)
        {
            return (to_say, Vec::new());
        }
        let hopes = &self.language.words.farewell.hopes;
        to_say.into_iter().partition(|text| !hold([*text], hopes))
    }

    /// Returns true for a message that takes leave, or thanks after an end.
    fn takes_leave(&self) -> bool {
        let ends = [Outcome::Declined, Outcome::Rejected, Outcome::Withdrawn];
        self.is_farewell() || ends.map(Known::Is).contains(&self.note.outcome)
    }

    /// Returns true for a message that takes leave of a process.
    fn is_farewell(&self) -> bool {
        let when = self.followup.rule.when;
        when.is_farewell() || when == When::Accepted && matches!(self.followup.key, Key::Process(_))
    }

    /// What a farewell to an interviewer remembers: what their thanks told them. There's nothing to say of that to somebody
    /// whom one leaves without regret, or beside the user's own words.
    fn remembered_with_reader(&self) -> Option<Thought> {
        let setting = &self.followup.setting;
        let is_warm = !setting.is_left && setting.interest != Interest::Cooling;
        let reader = self.to.filter(|_| is_warm && self.to_say().is_empty())?;
        self.stayed_with(reader)
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
    fn said_first(&self, person: &Person) -> Vec<&str> {
        let mut said = self.said_here(person);
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
        let everyone = self.material.said_to_everyone();
        if everyone.is_empty() || !self.interviewers().any(|other| other.id == person.id) {
            return own;
        }
        if self.turn() > 0 && (!own.is_empty() || self.has_own(person)) {
            return own;
        }
        let is_theirs =
            |say: &&ToSay<'j>| say.to.as_ref().is_none_or(|to| to.contains(&person.id.as_str()));
        self.material.to_say.iter().filter(is_theirs).map(|say| &*say.text).collect()
    }

    /// Sentences about the user's own work that may go out: one for each interviewer, the lead first, and what is left to
    /// an agency's recruiter. Nobody hears the same as anybody else. Whoever is told much already is told no more.
    pub(super) fn experience(&self) -> Vec<String> {
        if is_much(&self.to_say()) {
            return Vec::new();
        }
        self.share(self.sentences(), 1, POINTS)
    }

    fn sentences(&self) -> impl Iterator<Item = String> {
        let lines = self.lines(&[Topic::Fit]);
        lines.flat_map(|line| gate::sentences(&line, self.language))
    }

    /// Returns true if the gate lets through something for an interviewer alone.
    fn has_own(&self, person: &Person) -> bool {
        let has_part = |turn| {
            self.part(self.sentences().collect(), turn, POINTS).is_some()
                || self.part(self.phrases().collect(), turn, THOUGHTS).is_some()
        };
        !self.deeds(person).is_empty() || self.turn_of(person).is_some_and(has_part)
    }

    /// What stayed with the user and may be mentioned, shared out like the sentences about their work: as much as there is
    /// room for beside what its reader is thanked for.
    pub(super) fn what_stayed(&self) -> Vec<Thought> {
        let kind = self.followup.rule.kind();
        if ["recruiter-thanks", "recruiter-debrief"].contains(&kind) {
            return self.left_to_recruiter().into_iter().collect();
        }
        if self.is_farewell() {
            return self.remembered_with_reader().into_iter().collect();
        }
        // An answer to an offer has one thing that its reader hasn't been told.
        if ["offer-thanks", "acceptance", "offer-elsewhere"].contains(&kind) {
            let said = self.said.unwrap_or_default();
            let is_out = |text: &str| {
                is_said(text, said) || self.is_to_agency() && self.speaks_to_company(text)
            };
            let mut customs = self.phrases().filter(|thought| thought.is_custom);
            return customs.find(|thought| !is_out(&thought.text)).into_iter().collect();
        }
        let deeds = self.person.map_or(0, |person| self.deeds(person).len());
        let room = THINGS.saturating_sub(deeds);
        let mut stayed = self.share(self.phrases(), room, THOUGHTS);
        stayed.truncate(room);
        // "I liked that bakers pick their own trays", and nothing behind it.
        if let Some(custom) = stayed.iter().position(|thought| thought.is_custom) {
            let custom = stayed.swap_remove(custom);
            stayed.retain(|thought| !thought.is_liked);
            stayed.push(custom);
        }
        stayed
    }

    /// Something that stayed with the user and that no interviewer is told: those for whom there are words to say are told
    /// nothing else. A company's own recruiter hears of what the user liked, and an agency's in the report.
    fn left_to_recruiter(&self) -> Option<Thought> {
        let people = self.interviewers_in_turn();
        let has_words = |person: &&Person| !self.material.said_to(person).is_empty();
        let is_agency = self.note.agency.is_some();
        let is_report = self.followup.rule.kind() == "recruiter-debrief";
        let is_told_all = !is_agency && people.len() == 1 && !people.iter().all(has_words);
        if is_agency != is_report || is_told_all {
            return None;
        }
        let all: Vec<Thought> = self.phrases().collect();
        let given = self.given(&all, THOUGHTS).into_iter();
        let told = given.filter(|(turn, _)| !has_words(&people[*turn])).map(|(_, at)| at);
        let told: Vec<usize> = told.collect();
        let is_left = |(at, thought): &(usize, Thought)| {
            (is_report || thought.is_liked)
                && !told.contains(at)
                && !self.speaks_to_company(&thought.text)
        };
        all.into_iter().enumerate().find(is_left).map(|(_, thought)| thought)
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

    /// An interviewer's part of what stayed with the user.
    pub(super) fn stayed_with(&self, person: &Person) -> Option<Thought> {
        self.part(self.phrases().collect(), self.turn_of(person)?, THOUGHTS)
    }

    fn phrases(&self) -> impl Iterator<Item = Thought> {
        let general = self.general(&[Topic::Said, Topic::Learned, Topic::Liked]);
        let mut seen: Vec<&str> = Vec::new();
        general.filter_map(move |remark| {
            let remembered = remark.text;
            // It may stand under two headings.
            if seen.contains(&remembered) {
                return None;
            }
            seen.push(remembered);
            let is_liked = remark.topic == Some(Topic::Liked);
            let liked = is_liked.then(|| gate::liked(remembered, self.language)).flatten();
            let thought = || gate::thought(remembered, self.language);
            let is_liked = liked.is_some();
            let text = liked.or_else(thought)?;
            let that = &self.language.gate.heard.that;
            let is_custom = is_liked && text.split(' ').next() == Some(that);
            Some(Thought { text, is_liked, is_custom })
        })
    }

    /// One sentence of the user's own about what they like about the work: for whoever leads the round, or an agency's
    /// recruiter. An answer to an offer has one that its reader hasn't been told.
    pub(super) fn reason(&self) -> Option<String> {
        let lines = self.lines(&[Topic::Liked, Topic::Company, Topic::Fit]);
        let mut reasons = lines
            .filter_map(|line| gate::interest(&line, self.language))
            .filter(|reason| !self.is_to_agency() || !self.speaks_to_company(reason));
        let is_agency = self.note.agency.is_some();
        let is_offered = self.note.outcome == Known::Is(Outcome::Offer);
        match self.followup.rule.kind() {
            "thank-you" => {
                // Once there is an offer, it is kept for the answer.
                let is_theirs = !is_agency && !is_offered && self.turn() == 0;
                reasons.next().filter(|_| is_theirs)
            }
            "recruiter-debrief" | "offer-elsewhere" => reasons.next(),
            "offer-thanks" | "acceptance" => {
                let heard_first =
                    if is_agency { self.is_to_agency() } else { !self.was_other_lead_thanked() };
                let said = self.said.unwrap_or_default();
                reasons.skip(usize::from(!heard_first)).find(|reason| !is_said(reason, said))
            }
            _ => None,
        }
    }

    /// A message's share of what the note says in general. Each interviewer gets one of the texts; if there is but one
    /// interviewer, they get the `lone` first. An agency's recruiter gets some of those that are left.
    fn share<T: AsRef<str>>(
        &self,
        all: impl Iterator<Item = T>,
        lone: usize,
        recruiters: usize,
    ) -> Vec<T> {
        let is_alone = self.interviewers().count() == 1 && self.note.agency.is_none();
        match (self.followup.rule.kind(), is_alone) {
            ("thank-you", true) => all.take(lone).collect(),
            ("thank-you", false) => {
                self.part(all.collect(), self.turn(), recruiters).into_iter().collect()
            }
            ("recruiter-debrief", false) => {
                let all: Vec<T> = all.collect();
                let given = self.given(&all, recruiters);
                let is_left = |at: usize| given.iter().all(|(_, given)| *given != at);
                let left = all.into_iter().enumerate().filter(|(at, _)| is_left(*at));
                let left = left.map(|(_, text)| text);
                left.filter(|text| !self.speaks_to_company(text.as_ref()))
                    .take(recruiters)
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The text that the interviewer at a turn hears.
    fn part<T: AsRef<str>>(&self, mut all: Vec<T>, turn: usize, recruiters: usize) -> Option<T> {
        let given = self.given(&all, recruiters);
        let (_, at) = given.into_iter().find(|(given, _)| *given == turn)?;
        Some(all.swap_remove(at))
    }

    /// The turns of the interviewers who hear one of the texts, each with its place. Of several points about their work
    /// people leave one to an agency's recruiter, who has to speak for them: the only one, too, if the interviewer who would
    /// hear it is told something in the user's own words.
    fn given<T: AsRef<str>>(&self, texts: &[T], recruiters: usize) -> Vec<(usize, usize)> {
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        let mut people: Vec<(usize, &Person)> =
            self.interviewers_in_turn().into_iter().enumerate().collect();
        if recruiters == POINTS && self.note.agency.is_some() {
            people.truncate(texts.len().saturating_sub(1).max(1));
            let is_only = texts.len() == 1;
            people.retain(|(_, person)| {
                let said = self.said_first(person);
                !is_much(&said) && (said.is_empty() || !is_only)
            });
        }
        let known: Vec<String> = people.iter().map(|(_, person)| self.known_of(person)).collect();
        let given = shares::among(&texts, &known, self.language);
        people.into_iter().map(|(turn, _)| turn).zip(given).collect()
    }

    /// What the note knows of an interviewer: their title, what is to be said to them, and what they said.
    fn known_of(&self, person: &Person) -> String {
        let about = self.remarks().filter(|remark| remark.about == [person.id.as_str()]);
        let about = about.map(|remark| remark.text);
        let known = person.title.as_deref().into_iter().chain(self.material.said_to(person));
        known.chain(about).collect::<Vec<_>>().join(" ")
    }

    /// Returns true for words to the company, such as "how you plan a release", which are nothing to say to an agency.
    fn speaks_to_company(&self, text: &str) -> bool {
        let heard = &self.language.gate.heard;
        text.split(' ').any(|word| [&heard.you, &heard.your].into_iter().any(|you| you == word))
    }

    /// What somebody did for the user that may be thanked for.
    pub(super) fn deeds(&self, person: &Person) -> Vec<String> {
        let about = self.remarks().filter(|remark| remark.about == [person.id.as_str()]);
        let told = about.filter_map(|remark| {
            let is_theirs = remark.is_below_name;
            gate::deed(remark.text, person, is_theirs, self.language)
        });
        let mut deeds: Vec<String> = Vec::new();
        for deed in told {
            // It may stand under two headings.
            if !deeds.contains(&deed) {
                deeds.push(deed);
            }
        }
        deeds.truncate(THINGS);
        deeds
    }

    /// The interviewers whom the note says the user enjoyed meeting, in a remark that says no more.
    pub(super) fn gladly_met(&self) -> Vec<&'j Person> {
        let people = People::these(self.interviewers());
        let whole = self.remarks().filter(|remark| remark.text == remark.fragment.text);
        let names = whole.filter_map(|remark| gate::gladly_met(remark.text, self.language));
        names.filter_map(|names| people.listed(names)).next().unwrap_or_default()
    }

    /// The first thing to be sent, if it may be named.
    pub(super) fn thing(&self) -> Option<gate::Thing<'_>> {
        let to_send = self.to_send().filter(|remark| remark.about.len() <= 1)?;
        let thing = gate::thing(to_send.text, self.language)?;
        // "The report for Jane" isn't what Jane is told.
        let is_named =
            |person: &Person| person.names().iter().any(|name| thing.text.contains(name));
        (!self.person.is_some_and(is_named)).then_some(thing)
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

    /// The remarks on these topics. One that is a paragraph of its own often lacks its full stop, and gets it; a line may go
    /// on in the next one.
    fn lines(&self, topics: &[Topic]) -> impl Iterator<Item = Cow<'j, str>> {
        self.general(topics).map(|remark| {
            match remark.text == remark.fragment.text && !remark.text.ends_with('.') {
                true => Cow::Owned(format!("{}.", remark.text)),
                false => Cow::Borrowed(remark.text),
            }
        })
    }

    /// The remarks on these topics that are about nobody in particular.
    fn general(&self, topics: &[Topic]) -> impl Iterator<Item = &Remark<'j>> {
        self.remarks().filter(move |remark| {
            remark.about.is_empty() && remark.topic.is_some_and(|topic| topics.contains(&topic))
        })
    }

    /// The remarks that are the user's own words and no tasks.
    fn remarks(&self) -> impl Iterator<Item = &Remark<'j>> {
        self.material
            .remarks
            .iter()
            .filter(|remark| remark.fragment.is_own && !remark.fragment.is_task)
    }

    /// Returns true for the first message to a person after the interview.
    fn may_say(&self) -> bool {
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

    /// What the note remembers that may help with this message, by heading, each line as the user wrote it.
    pub fn remembered(&self) -> Vec<(&str, Vec<&str>)> {
        let mut remembered: Vec<(&str, Vec<&str>)> = Vec::new();
        let (_, held_back) = self.said_and_held_back();
        if !held_back.is_empty() {
            remembered.push((&self.language.words.farewell.held_back, held_back));
        }
        let topics = &self.language.standard(self.followup.rule.kind()).remember;
        if topics.is_empty() {
            return remembered;
        }
        // A helper's message is about what they did, and about nothing else.
        let is_helper = self.followup.rule.to == Audience::EachHelper;
        for remark in &self.material.remarks {
            let is_theirs = match (self.person, remark.about.as_slice()) {
                (_, []) => !is_helper,
                (None, _) => true,
                (Some(person), about) => about.contains(&person.id.as_str()),
            };
            let is_on_topic = is_helper || remark.topic.is_none_or(|topic| topics.contains(&topic));
            if !is_theirs || !is_on_topic {
                continue;
            }
            match remembered.last_mut() {
                Some((heading, lines)) if *heading == remark.heading => lines.push(remark.text),
                _ => remembered.push((remark.heading, vec![remark.text])),
            }
        }
        remembered
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
fn is_much(said: &[&str]) -> bool {
    said.iter().flat_map(|text| text.split_whitespace()).count() > MUCH
}
