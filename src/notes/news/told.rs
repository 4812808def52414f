//! News as people tell it, and the outcome that it means.

use crate::notes::Outcome;
use crate::text;

use super::next_round::{is_next_round, sent_to};
use super::somebody_else;
use super::table::{MINE, NEWS};
use super::whose::{I, THEY};

/// News as people tell it.
pub(super) struct Told {
    /// As it was told.
    pub(super) text: String,
    /// Its words, in lower case and without punctuation.
    pub(super) words: Vec<String>,
    /// Those words without the small ones, with blanks between them.
    pub(super) without_small: String,
}

impl Told {
    /// Takes the words out of a text.
    pub(super) fn read(text: &str) -> Told {
        let words: Vec<String> = text::words(text, &['\'', '’'])
            .map(|word| word.replace(['\'', '’'], "").to_lowercase())
            .filter(|word| !word.is_empty())
            .collect();
        let without_small: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| !SMALL.contains(word)).collect();
        Told { text: text.to_owned(), without_small: without_small.join(" "), words }
    }

    /// The outcome that it tells. Whose yes or no it is makes the difference.
    pub(super) fn outcome(&self) -> Option<Outcome> {
        let outcome = self.ways().find_map(|words| {
            let news = NEWS.iter().find(|(news, _)| *news == words);
            let another = is_next_round(&words).then_some(Outcome::MoreInterviews);
            let read = || Outcome::parse(&words).or_else(|| sent_to(&words));
            another.or(news.map(|(_, outcome)| *outcome)).or_else(read)
        });
        let outcome = outcome.or_else(|| self.mine()).or_else(|| {
            let is_no = self.is_a_no() || self.is_somebody_elses() || self.is_given_away();
            is_no.then_some(Outcome::Rejected)
        })?;
        // Who chose somebody else is not the company.
        let is_chosen = |word: &str| self.is_of_user() && self.has(word);
        if self.is_wish()
            || self.is_done_to_others()
            || outcome == Outcome::Offer && (self.is_choice_of_others() || self.is_own_offer())
            || outcome == Outcome::Rejected && self.is_either()
            || outcome == Outcome::Rejected && (is_chosen("someone") || is_chosen("another"))
        {
            return None;
        }
        Some(match (outcome, self.is_theirs()) {
            (Outcome::Declined | Outcome::Withdrawn, true) => Outcome::Rejected,
            (Outcome::Accepted, true) => Outcome::Offer,
            (Outcome::Rejected, false) if self.tells_of(&I) && self.has("rejected") => {
                Outcome::Declined
            }
            (outcome, _) => outcome,
        })
    }

    /// The outcome of what the user does.
    fn mine(&self) -> Option<Outcome> {
        let is_this = |(news, _): &&(&str, Outcome)| {
            *news == self.without_small || *news == self.words.join(" ")
        };
        let mine = MINE.iter().find(is_this).map(|(_, outcome)| *outcome);
        mine.filter(|_| !self.is_theirs())
    }

    /// Returns true for `it's a no`, but not for `no` alone or `a no from me`: the company's is meant.
    fn is_a_no(&self) -> bool {
        #[rustfmt::skip]
        const AROUND: [&str; 13] = [
            "a", "afraid", "definite", "from", "got", "im", "it", "its", "sadly", "that", "thats", "them", "unfortunately",
        ];
        let mut rest = self.words.iter().filter(|word| !AROUND.contains(&&***word));
        let is_no = rest.next().is_some_and(|word| word == "no") && rest.next().is_none();
        is_no && (self.has("a") || self.has("them"))
    }

    /// The words before the deed: whose it is, and small ones.
    pub(super) fn before_deed(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str).take_while(|word| SMALL.contains(word))
    }

    /// The first word that isn't a small one, nor "not".
    pub(super) fn deed(&self) -> Option<&str> {
        let mut words = self.words.iter().map(String::as_str);
        words.find(|word| !SMALL.contains(word) && *word != "not")
    }

    /// Returns true if one of these stands before the deed.
    pub(super) fn tells_of(&self, whom: &[&str]) -> bool {
        self.before_deed().any(|word| whom.contains(&word))
    }

    /// Returns true if both words stand in it, one behind the other.
    pub(super) fn has_pair(&self, pair: &[&str; 2]) -> bool {
        self.words.windows(2).any(|words| words == pair)
    }

    /// Returns true if the word stands in it.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.iter().any(|known| known == word)
    }

    /// The forms in which the table may have it.
    fn ways(&self) -> impl Iterator<Item = String> {
        let is_whom = |word: &&String| I.contains(&&***word) || THEY.contains(&&***word);
        let deed: Vec<&str> = self.words.iter().skip_while(is_whom).map(String::as_str).collect();
        let ways =
            [self.text.clone(), self.words.join(" "), deed.join(" "), self.without_small.clone()];
        ways.into_iter().filter(|words| words.contains(char::is_alphanumeric))
    }
}

/// The words in which an outcome is told.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let news = NEWS.iter().flat_map(|(news, _)| news.split(' '));
    news.chain(SMALL).chain(somebody_else::words())
}

/// Words that change nothing about the news.
#[rustfmt::skip]
pub(super) const SMALL: [&str; 47] = [
    "a", "am", "an", "are", "be", "been", "being", "decided", "finally", "get", "got", "has", "have", "he", "i", "id",
    "ill", "im", "is", "it", "its", "ive", "just", "made", "make", "me", "my", "sadly", "she", "so", "that", "thats",
    "the", "their", "them", "they", "theyd", "theyre", "theyve", "to", "unfortunately", "us", "was", "we", "were",
    "weve", "would",
];
