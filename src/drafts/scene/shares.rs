//! Who hears what of that which a note says in general: nobody hears what somebody else hears.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::drafts::language::Language;
use crate::drafts::scene::Scene;
use crate::drafts::scene::saying::is_much;
use crate::notes::Person;

/// Most points about the user's work that an agency's recruiter gets to pass on.
pub(super) const POINTS: usize = 3;

impl<'j> Scene<'j> {
    /// A message's share of what the note says in general. Each interviewer gets one of the texts; if there is but one
    /// interviewer, they get the `lone` first. An agency's recruiter gets some of those that are left.
    pub(super) fn share<T: AsRef<str>>(
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
    pub(super) fn part<T: AsRef<str>>(
        &self,
        mut all: Vec<T>,
        turn: usize,
        recruiters: usize,
    ) -> Option<T> {
        let given = self.given(&all, recruiters);
        let (_, at) = given.into_iter().find(|(given, _)| *given == turn)?;
        Some(all.swap_remove(at))
    }

    /// The turns of the interviewers who hear one of the texts, each with its place. Of several points about their work
    /// people leave one to an agency's recruiter, who has to speak for them: the only one, too, if the interviewer who would
    /// hear it is told something in the user's own words.
    pub(super) fn given<T: AsRef<str>>(
        &self,
        texts: &[T],
        recruiters: usize,
    ) -> Vec<(usize, usize)> {
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        let mut people: Vec<(usize, &Person)> =
            self.interviewers_in_turn().into_iter().enumerate().collect();
        if recruiters == POINTS && self.note.agency.is_some() {
            people.truncate(texts.len().saturating_sub(1).max(1));
            let is_only = texts.len() == 1;
            people.retain(|(_, person)| {
                let said = self.said_anyway(person);
                !is_much(&said) && (said.is_empty() || !is_only)
            });
        }
        let known: Vec<String> = people.iter().map(|(_, person)| self.known_of(person)).collect();
        let given = among(&texts, &known, self.language);
        people.into_iter().map(|(turn, _)| turn).zip(given).collect()
    }

    /// What the note knows of an interviewer: their title, what is to be said to them, and what they said.
    fn known_of(&self, person: &Person) -> String {
        let about = self.remarks().filter(|remark| remark.about == [person.id.as_str()]);
        let about = about.map(|remark| remark.text);
        let known = person.title.as_deref().into_iter().chain(self.material.said_to(person));
        known.chain(about).collect::<Vec<_>>().join(" ")
    }
}

/// For each of the people, in their order, the place of the text that they hear. Whatever they have in common decides, and
/// then the order of both. With fewer texts than people, the last ones hear none.
fn among(texts: &[&str], known_of: &[String], language: &Language) -> Vec<usize> {
    let people = known_of.len().min(texts.len());
    let words = |text| words(text, language);
    let texts: Vec<HashSet<String>> = texts.iter().map(|text| words(text)).collect();
    let known: Vec<HashSet<String>> = known_of[..people].iter().map(|text| words(text)).collect();
    let mut pairs: Vec<(usize, usize)> =
        (0..people).flat_map(|person| (0..texts.len()).map(move |text| (person, text))).collect();
    pairs.sort_by_key(|(person, text)| Reverse(known[*person].intersection(&texts[*text]).count()));
    let mut given: Vec<Option<usize>> = vec![None; people];
    for (person, text) in pairs {
        if given[person].is_none() && !given.contains(&Some(text)) {
            given[person] = Some(text);
        }
    }
    given.into_iter().flatten().collect()
}

/// The words that tell what a text is about, without the -s of a plural.
pub(super) fn words(text: &str, language: &Language) -> HashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    let words = words.map(str::to_lowercase);
    let words = words.map(|word| word.strip_suffix('s').map_or(word.clone(), str::to_owned));
    words.filter(|word| !language.words.shares.common.contains(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_hears_what_concerns_them_and_nobody_the_same() {
        let (shift, forklift) =
            ("I led a shift of 18 on a cross-dock.", "I hold a forklift instructor's certificate.");
        let (boss, night, nobody) = ("Operations manager", "Night shift supervisor", "");
        let cases: [(&[&str], &[&str], &[usize]); 6] = [
            (&[shift, forklift], &[boss, night], &[1, 0]),
            (&[shift, forklift], &[nobody, nobody], &[0, 1]),
            (&[forklift, shift], &[boss, night], &[0, 1]),
            // The lead hears the only one.
            (&[shift], &[boss, night], &[0]),
            (&[shift, forklift], &[night], &[0]),
            (&[], &[boss], &[]),
        ];
        for (texts, known_of, expected) in cases {
            let known_of: Vec<String> = known_of.iter().map(|text| (*text).to_owned()).collect();
            let language = Language::english();
            assert_eq!(among(texts, &known_of, language), expected, "{texts:?} {known_of:?}");
        }
    }
}
