//! What a note remembers and a message may tell, as far as the gate lets it through.

use std::borrow::Cow;

use crate::drafts::gate;
use crate::drafts::said::is_said;
use crate::drafts::scene::naming::occasion;
use crate::drafts::scene::saying::is_much;
use crate::drafts::scene::shares::POINTS;
use crate::drafts::scene::{Scene, is};
use crate::notes::material::Remark;
use crate::notes::people::People;
use crate::notes::{Interest, Outcome, Person};
use crate::rules::cadence::Audience;
use crate::rules::headings::Topic;
use crate::rules::known::Known;
use crate::text::behind;

/// Most things that a letter is thankful for or thinks of.
const THINGS: usize = 2;

/// Most thoughts about the interview that an agency's recruiter gets to pass on.
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
    /// What stayed with the user: what they liked, or the rest.
    pub(super) fn thoughts(&self, are_liked: bool) -> Vec<String> {
        let stayed = self.stayed.get_or_init(|| self.what_stayed());
        let thoughts = stayed.iter().filter(|one| one.is_liked == are_liked);
        thoughts.map(|thought| thought.text.clone()).collect()
    }

    /// What a farewell to an interviewer remembers: what their thanks told them. There's nothing to say of that to somebody
    /// whom one leaves without regret, or beside the user's own words.
    fn remembered_with_reader(&self) -> Option<Thought> {
        let setting = &self.followup.setting;
        let is_warm = !setting.is_left && setting.interest != Interest::Cooling;
        let reader = self.to.filter(|_| is_warm && self.to_say().is_empty())?;
        // What one has only heard of, or of which one liked the idea, is soon forgotten.
        let heard = &self.language.gate.heard;
        let is_vague = |thought: &Thought| {
            [&heard.hearsay, &heard.part, &heard.idea]
                .into_iter()
                .any(|before| behind(before, &thought.text).is_some())
        };
        self.stayed_with(reader).filter(|thought| !is_vague(thought))
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
        let sentences = || {
            let lines = self.lines(&[Topic::Fit, Topic::Company, Topic::Liked]);
            lines.flat_map(|line| gate::sentences(&line, self.language)).collect()
        };
        self.sentences.get_or_init(sentences).iter().cloned()
    }

    /// Returns true if the gate lets through something for an interviewer alone.
    pub(super) fn has_own(&self, person: &Person) -> bool {
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
            return self.left_to_recruiter();
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
        let mut stayed: Vec<Thought> =
            self.person.map(|person| self.phrases_below(person).collect()).unwrap_or_default();
        stayed.extend(self.share(self.phrases(), room, THOUGHTS));
        stayed.truncate(room);
        // "I liked that bakers pick their own trays", and nothing behind it.
        if let Some(custom) = stayed.iter().position(|thought| thought.is_custom) {
            let custom = stayed.swap_remove(custom);
            stayed.retain(|thought| !thought.is_liked);
            stayed.push(custom);
        }
        stayed
    }

    /// What stayed with the user and no interviewer is told: those for whom there are words to say are told nothing else. A
    /// company's own recruiter hears of one thing that the user liked, and an agency's of more, in the report.
    fn left_to_recruiter(&self) -> Vec<Thought> {
        let people = self.interviewers_in_turn();
        let has_words = |person: &&Person| !self.material.said_to(person).is_empty();
        let is_agency = self.note.agency.is_some();
        let is_report = self.followup.rule.kind() == "recruiter-debrief";
        let is_told_all = !is_agency && people.len() == 1 && !people.iter().all(has_words);
        if is_agency != is_report || is_told_all {
            return Vec::new();
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
        let left = all.into_iter().enumerate().filter(is_left).map(|(_, thought)| thought);
        // Nobody in the company is spoken to of "them".
        let of_them = self.remembered_as(|form, text| {
            is_report.then(|| gate::told_of_them(text, form, self.language))?
        });
        of_them.chain(left).take(if is_report { THINGS } else { THOUGHTS }).collect()
    }

    /// An interviewer's part of what stayed with the user.
    pub(super) fn stayed_with(&self, person: &Person) -> Option<Thought> {
        let below = self.phrases_below(person).next();
        below.or_else(|| self.part(self.phrases().collect(), self.turn_of(person)?, THOUGHTS))
    }

    pub(super) fn phrases(&self) -> impl Iterator<Item = Thought> {
        let phrases = || self.remembered_as(|form, text| form(text, self.language)).collect();
        self.phrases.get_or_init(phrases).iter().cloned()
    }

    /// The same of what stands below the name of somebody, who alone is told of it.
    fn phrases_below(&self, person: &Person) -> impl Iterator<Item = Thought> {
        let is_theirs =
            |remark: &&Remark<'j>| remark.is_below_name && remark.about == [person.id.as_str()];
        let below = self.remarks().filter(is_theirs);
        self.thoughts_of(below, |form, text| form(text, self.language))
    }

    /// What stayed with the user, in the form that one of the gate's forms gives it.
    fn remembered_as(
        &self,
        told: impl Fn(gate::Form, &str) -> Option<String>,
    ) -> impl Iterator<Item = Thought> {
        self.thoughts_of(self.general(&[Topic::Said, Topic::Learned, Topic::Liked]), told)
    }

    fn thoughts_of<'r>(
        &self,
        remarks: impl Iterator<Item = &'r Remark<'j>>,
        told: impl Fn(gate::Form, &str) -> Option<String>,
    ) -> impl Iterator<Item = Thought>
    where
        'j: 'r,
    {
        let mut seen: Vec<&str> = Vec::new();
        remarks.filter_map(move |remark| {
            let remembered = remark.text;
            // It may stand under two headings.
            if seen.contains(&remembered) {
                return None;
            }
            seen.push(remembered);
            let is_liked = remark.topic == Some(Topic::Liked);
            let liked = is_liked.then(|| told(gate::liked, remembered)).flatten();
            let liked = liked.map(|liked| self.as_done(liked));
            let is_liked = liked.is_some();
            let text = liked.or_else(|| told(gate::thought, remembered))?;
            let that = &self.language.gate.heard.that;
            let is_custom = is_liked && text.split(' ').next() == Some(that);
            Some(Thought { text, is_liked, is_custom })
        })
    }

    /// What was liked: on a trial shift one did it oneself, and liked more than "the part about" it.
    fn as_done(&self, liked: String) -> String {
        let done = behind(self.language.gate.heard.part, &liked).map(str::trim_start);
        let is_done = occasion(self.note, self.language).is_some();
        done.filter(|_| is_done).map(str::to_owned).unwrap_or(liked)
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
            "recruiter-debrief" => reasons.next(),
            "offer-elsewhere" => {
                let said = self.said.unwrap_or_default();
                reasons.find(|reason| !is_said(reason, said))
            }
            "offer-thanks" | "acceptance" => {
                let heard_first =
                    if is_agency { self.is_to_agency() } else { !self.was_other_lead_thanked() };
                let said = self.said.unwrap_or_default();
                reasons.skip(usize::from(!heard_first)).find(|reason| !is_said(reason, said))
            }
            _ => None,
        }
    }

    /// Returns true for words to the company, such as "how you plan a release", which are nothing to say to an agency.
    pub(super) fn speaks_to_company(&self, text: &str) -> bool {
        let heard = &self.language.gate.heard;
        text.split([' ', '\'', '’']).any(|word| [heard.you, heard.your].contains(&word))
    }

    /// What somebody did for the user that may be thanked for.
    pub(super) fn deeds(&self, person: &Person) -> Vec<String> {
        // "Showed me the press" is said of whoever alone was there.
        let is_alone = self.note.interviewers.len() == 1 && is(self.interviewers().next(), person);
        let told = self.remarks().filter_map(|remark| {
            let is_about = remark.about == [person.id.as_str()];
            let is_theirs = remark.is_below_name && is_about
                || is_alone
                    && remark.about.is_empty()
                    && gate::is_done_for_one(remark.text, self.language);
            (is_about || is_theirs)
                .then(|| gate::deed(remark.text, person, is_theirs, self.language))?
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

    /// Returns true if the note says that a person referred the user.
    pub(super) fn has_referred(&self, person: &Person) -> bool {
        let mut about = self.remarks().filter(|remark| remark.about == [person.id.as_str()]);
        person.has_referred
            || about.any(|remark| person.is_referrer_in(remark.text, remark.is_below_name))
    }

    /// The interviewers whom the note says the user enjoyed meeting, in a remark that says no more.
    pub(super) fn gladly_met(&self) -> Vec<&'j Person> {
        let people = People::these(self.interviewers());
        let whole = self.remarks().filter(|remark| remark.text == remark.fragment.text);
        let names = whole.filter_map(|remark| gate::gladly_met(remark.text, self.language));
        names.filter_map(|names| people.listed(names)).next().unwrap_or_default()
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
    pub(super) fn remarks(&self) -> impl Iterator<Item = &Remark<'j>> {
        self.material
            .remarks
            .iter()
            .filter(|remark| remark.fragment.is_own && !remark.fragment.is_task)
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
        let is_shown = |remark: &&Remark<'_>| {
            let is_theirs = match (self.person, remark.about.as_slice()) {
                (_, []) => !is_helper,
                (None, _) => true,
                (Some(person), about) => about.contains(&person.id.as_str()),
            };
            is_theirs && (is_helper || remark.topic.is_none_or(|topic| topics.contains(&topic)))
        };
        let remarks = || self.material.remarks.iter();
        remembered.extend(by_heading(remarks().filter(is_shown)));
        remembered.extend(by_heading(remarks().filter(|remark| self.is_left_to_send(remark))));
        remembered
    }
}

/// Remarks with the heading above them, once for those that follow each other.
fn by_heading<'m>(remarks: impl Iterator<Item = &'m Remark<'m>>) -> Vec<(&'m str, Vec<&'m str>)> {
    let mut headed: Vec<(&str, Vec<&str>)> = Vec::new();
    for remark in remarks {
        match headed.last_mut() {
            Some((heading, lines)) if *heading == remark.heading => lines.push(remark.text),
            _ => headed.push((remark.heading, vec![remark.text])),
        }
    }
    headed
}
