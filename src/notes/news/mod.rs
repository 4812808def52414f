//! An outcome in the words in which people tell it: `they made an offer`, `I got rejected`, `they want to see me again`.

use crate::notes::Outcome;

mod next_round;
mod reduced;
mod somebody_else;
mod table;
mod told;
mod whose;

use next_round::{INVITED, without_hosts};
use told::Told;
use whose::I;

impl Outcome {
    /// Reads an outcome from the words in which people tell it.
    pub fn heard(text: &str) -> Option<Outcome> {
        let told = Told::read(text);
        let told = told.behind_call().unwrap_or(told);
        let alone = told.outcome().or_else(|| told.without_tail()?.outcome());
        let parts = || told.same_in_parts().or_else(|| told.next_described());
        alone.or_else(parts).or_else(|| {
            let good = Told::read(&told.without_not()?);
            let is_good = match good.outcome() {
                Some(outcome) => matches!(outcome, Outcome::Offer | Outcome::MoreInterviews),
                None => {
                    Outcome::is_invitation(&good.text) && INVITED.iter().any(|word| good.has(word))
                }
            };
            is_good.then_some(Outcome::Rejected)
        })
    }

    /// The words in which people tell an outcome.
    pub fn words_of_news() -> impl Iterator<Item = &'static str> {
        told::words()
    }

    /// Returns true for words in which people tell of an offer that they have in writing.
    pub fn is_in_writing(text: &str) -> bool {
        const WRITTEN: [[&str; 2]; 4] =
            [["written", "offer"], ["offer", "letter"], ["in", "writing"], ["formal", "offer"]];
        const NOT_YET: [&str; 9] =
            ["verbal", "verbally", "follow", "follows", "not", "no", "yet", "soon", "coming"];
        let told = Told::read(text);
        WRITTEN.iter().any(|pair| told.has_pair(pair)) && !NOT_YET.iter().any(|word| told.has(word))
    }

    /// Returns true for words in which people tell of an interview that is to be: `phone screen`, `they want to interview me`.
    pub fn is_invitation(text: &str) -> bool {
        const KINDS: [&str; 19] = [
            "first",
            "1st",
            "initial",
            "final",
            "phone",
            "telephone",
            "video",
            "zoom",
            "onsite",
            "on",
            "site",
            "technical",
            "tech",
            "coding",
            "panel",
            "recruiter",
            "hr",
            "intro",
            "introductory",
        ];
        const ARRANGED: [&str; 9] = [
            "arrange",
            "book",
            "booked",
            "schedule",
            "scheduled",
            "scheduling",
            "set",
            "setting",
            "up",
        ];
        const TALKS: [&str; 10] = [
            "interview",
            "interviews",
            "screen",
            "screening",
            "call",
            "chat",
            "talk",
            "round",
            "onsite",
            "invitation",
        ];
        let told = Told::read(text);
        let mut words = without_hosts(&told.without_small).split(' ');
        // "The panel" alone is who interviews.
        let is_panel = told.has("panel") && told.has("invited");
        let has_talk = is_panel || words.clone().any(|word| TALKS.contains(&word));
        let known = [&TALKS[..], &KINDS, &INVITED, &ARRANGED];
        has_talk && words.all(|word| known.iter().any(|known| known.contains(&word)))
    }

    /// Returns true for the same after a round of this name, if it can't be that one: `onsite` after a phone screen, and
    /// `they want me onsite` after any.
    pub fn is_invitation_after(round: Option<&str>, text: &str) -> bool {
        const LATER: [&str; 8] =
            ["coding", "final", "loop", "onsite", "panel", "site", "tech", "technical"];
        const ASKED: [&str; 6] = ["asked", "invite", "invited", "like", "want", "wants"];
        let (told, before) = (Told::read(text), Told::read(round.unwrap_or_default()));
        let mut kinds = LATER.iter().filter(|kind| told.has(kind)).peekable();
        let is_asked = ASKED.iter().any(|word| told.has(word));
        // "Tech" is "technical".
        let is_had = |kind: &&str| LATER.iter().any(|had| before.has(had) && had[..3] == kind[..3]);
        Outcome::is_invitation(text)
            && kinds.peek().is_some()
            && (is_asked || round.is_some() && !kinds.any(is_had))
    }

    /// Returns true for words that tell of good news, but not of which: chosen for the job, or for an interview.
    pub fn is_choice(text: &str) -> bool {
        #[rustfmt::skip]
        const CHOICES: [&str; 7] = [
            "accepted", "application successful", "chose", "chosen", "picked", "selected", "successful",
        ];
        // An interview may be taken, too.
        const TAKEN: [&str; 3] = ["take", "taking", "took"];
        let told = Told::read(text);
        let news = &*told.without_small;
        TAKEN.contains(&news) || CHOICES.contains(&news) && (!told.tells_of(&I) || told.is_theirs())
    }
}
