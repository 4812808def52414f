//! An outcome in the words in which people tell it: `they made an offer`, `I got rejected`, `they want to see me again`.

use crate::notes::Outcome;

/// News that are no word for an outcome, or would be read as another one: without whose they are, and mostly without small
/// words.
const NEWS: [(&str, Outcome); 37] = [
    ("asked back", Outcome::MoreInterviews),
    ("asked see again", Outcome::MoreInterviews),
    ("called off interview", Outcome::Cancelled),
    ("canceled interview", Outcome::Cancelled),
    ("cancelled interview", Outcome::Cancelled),
    ("chose", Outcome::Offer),
    ("chosen", Outcome::Offer),
    ("got it", Outcome::Offer),
    ("got the job", Outcome::Offer),
    ("got the position", Outcome::Offer),
    ("got the post", Outcome::Offer),
    ("got the role", Outcome::Offer),
    ("hired", Outcome::Offer),
    ("like see again", Outcome::MoreInterviews),
    ("offered job", Outcome::Offer),
    ("offered position", Outcome::Offer),
    ("offered post", Outcome::Offer),
    ("offered role", Outcome::Offer),
    ("refused", Outcome::Declined),
    ("refused offer", Outcome::Declined),
    ("rejected it", Outcome::Declined),
    ("rejected job", Outcome::Declined),
    ("rejected offer", Outcome::Declined),
    ("rejected them", Outcome::Declined),
    ("said no", Outcome::Declined),
    ("said no offer", Outcome::Declined),
    ("said yes", Outcome::Accepted),
    ("said yes offer", Outcome::Accepted),
    ("selected", Outcome::Offer),
    ("successful", Outcome::Offer),
    ("through", Outcome::MoreInterviews),
    ("turned down", Outcome::Declined),
    ("turned down job", Outcome::Declined),
    ("want hire", Outcome::Offer),
    ("want meet again", Outcome::MoreInterviews),
    ("want see again", Outcome::MoreInterviews),
    ("wants see again", Outcome::MoreInterviews),
];

/// Words that change nothing about the news.
const SMALL: [&str; 32] = [
    "a", "an", "are", "been", "get", "got", "has", "have", "i", "id", "im", "is", "it", "ive",
    "just", "made", "make", "me", "my", "the", "their", "them", "they", "theyd", "theyre",
    "theyve", "to", "us", "was", "we", "were", "would",
];

/// The company, as the one who says yes or no.
const THEY: [&str; 6] = ["he", "she", "they", "theyd", "theyre", "theyve"];

/// The user, as that one.
const I: [&str; 3] = ["i", "ive", "we"];

/// Words that make it the company's yes or no all the same: "I was accepted", "refused me".
const OF_ME: [&str; 8] = ["am", "been", "get", "got", "im", "me", "was", "were"];

impl Outcome {
    /// Reads an outcome from the words in which people tell it.
    pub fn heard(text: &str) -> Option<Outcome> {
        let told = Told::read(text);
        let outcome = told.ways().find_map(|words| {
            let news = NEWS.iter().find(|(news, _)| *news == words);
            let another = is_another(&words).then_some(Outcome::MoreInterviews);
            another.or(news.map(|(_, outcome)| *outcome)).or_else(|| Outcome::parse(&words))
        })?;
        // Whose yes or no it is makes the difference.
        let is_theirs = told.has(&THEY) || told.has(&OF_ME);
        let is_mine = told.words.first().is_some_and(|word| I.contains(&&**word)) && !is_theirs;
        Some(match outcome {
            Outcome::Declined if is_theirs => Outcome::Rejected,
            Outcome::Accepted if is_theirs => Outcome::Offer,
            Outcome::Rejected if is_mine && told.has(&["rejected"]) => Outcome::Declined,
            outcome => outcome,
        })
    }

    /// Returns true for words in which people tell of an interview that is to be: `phone screen`, `they want to interview me`.
    pub fn is_invitation(text: &str) -> bool {
        const KINDS: [&str; 23] = [
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
            "want",
            "wants",
            "like",
            "for",
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
        let mut words = told.without_small.split(' ');
        let has_talk = words.clone().any(|word| TALKS.contains(&word));
        has_talk && words.all(|word| TALKS.contains(&word) || KINDS.contains(&word))
    }
}

/// Returns true for another interview, whichever it is: `third interview`, `through to the next stage`.
fn is_another(words: &str) -> bool {
    const WHICH: [&str; 9] =
        ["2nd", "3rd", "4th", "another", "final", "fourth", "next", "second", "third"];
    const INVITED: [&str; 11] = [
        "asked", "back", "come", "for", "in", "invite", "invited", "like", "through", "want",
        "wants",
    ];
    let words: Vec<&str> = words.split(' ').collect();
    let [invited @ .., which, "interview" | "round" | "stage"] = &words[..] else { return false };
    WHICH.contains(which) && invited.iter().all(|word| INVITED.contains(word))
}

/// Words that people tell.
struct Told {
    text: String,
    /// Without punctuation.
    words: Vec<String>,
    /// Without small words, too.
    without_small: String,
}

impl Told {
    fn read(text: &str) -> Told {
        let words: Vec<String> = text
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
            .map(|word| word.replace(['\'', '’'], "").to_lowercase())
            .filter(|word| !word.is_empty())
            .collect();
        let without_small: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| !SMALL.contains(word)).collect();
        Told { text: text.to_owned(), without_small: without_small.join(" "), words }
    }

    /// The ways in which they may be known.
    fn ways(&self) -> impl Iterator<Item = String> {
        let is_whom = |word: &&String| I.contains(&&***word) || THEY.contains(&&***word);
        let deed: Vec<&str> = self.words.iter().skip_while(is_whom).map(String::as_str).collect();
        let ways =
            [self.text.clone(), self.words.join(" "), deed.join(" "), self.without_small.clone()];
        ways.into_iter().filter(|words| words.contains(char::is_alphanumeric))
    }

    fn has(&self, words: &[&str]) -> bool {
        self.words.iter().any(|word| words.contains(&&**word))
    }
}
