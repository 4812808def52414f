//! An outcome in the words in which people tell it: `they made an offer`, `I got rejected`, `they want to see me again`.

use crate::notes::Outcome;

/// News that are no word for an outcome, or would be read as another one: without whose they are, and mostly without small
/// words.
const NEWS: [(&str, Outcome); 50] = [
    ("application not successful", Outcome::Rejected),
    ("application rejected", Outcome::Rejected),
    ("application unsuccessful", Outcome::Rejected),
    ("application wasnt successful", Outcome::Rejected),
    ("asked back", Outcome::MoreInterviews),
    ("asked see again", Outcome::MoreInterviews),
    ("called off interview", Outcome::Cancelled),
    ("canceled interview", Outcome::Cancelled),
    ("cancelled interview", Outcome::Cancelled),
    ("chose", Outcome::Offer),
    ("chosen", Outcome::Offer),
    ("didnt make it", Outcome::Rejected),
    ("got it", Outcome::Offer),
    ("got the job", Outcome::Offer),
    ("got the position", Outcome::Offer),
    ("got the post", Outcome::Offer),
    ("got the role", Outcome::Offer),
    ("hired", Outcome::Offer),
    ("like see again", Outcome::MoreInterviews),
    ("not shortlisted", Outcome::Rejected),
    ("offered job", Outcome::Offer),
    ("offered position", Outcome::Offer),
    ("offered post", Outcome::Offer),
    ("offered role", Outcome::Offer),
    ("picked", Outcome::Offer),
    ("pulled offer", Outcome::Rejected),
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
    ("took back offer", Outcome::Rejected),
    ("took it back", Outcome::Rejected),
    ("took offer back", Outcome::Rejected),
    ("turned down", Outcome::Declined),
    ("turned down job", Outcome::Declined),
    ("turned job down", Outcome::Declined),
    ("turned offer down", Outcome::Declined),
    ("want hire", Outcome::Offer),
    ("want meet again", Outcome::MoreInterviews),
    ("want see again", Outcome::MoreInterviews),
    ("wants see again", Outcome::MoreInterviews),
];

/// Words that change nothing about the news.
const SMALL: [&str; 36] = [
    "a", "am", "an", "are", "been", "get", "got", "has", "have", "he", "i", "id", "im", "is", "it",
    "ive", "just", "made", "make", "me", "my", "she", "that", "the", "their", "them", "they",
    "theyd", "theyre", "theyve", "to", "us", "was", "we", "were", "would",
];

/// The company, as the one who says yes or no.
const THEY: [&str; 6] = ["he", "she", "they", "theyd", "theyre", "theyve"];

/// The user, as that one.
const I: [&str; 3] = ["i", "ive", "we"];

/// Words before a deed that make it the company's all the same: "I was accepted".
const PASSIVE: [&str; 7] = ["am", "been", "get", "got", "im", "was", "were"];

/// Words that turn news into the contrary, and what is left without them.
const NEGATIONS: [(&str, &str); 5] =
    [("not", ""), ("didnt", ""), ("havent", "have"), ("wasnt", "was"), ("werent", "were")];

/// Words of deeds that may still be done if they haven't been.
const PERFECT: [&str; 5] = ["has", "have", "havent", "ive", "theyve"];

/// Deeds as they are named behind "didn't".
const DEEDS: [(&str, &str); 9] = [
    ("accept", "accepted"),
    ("choose", "chose"),
    ("get", "got"),
    ("hire", "hired"),
    ("invite", "invited"),
    ("make", "made"),
    ("offer", "offered"),
    ("pick", "picked"),
    ("select", "selected"),
];

impl Outcome {
    /// Reads an outcome from the words in which people tell it.
    pub fn heard(text: &str) -> Option<Outcome> {
        let told = Told::read(text);
        told.outcome().or_else(|| {
            let good = Told::read(&told.without_not()?).outcome()?;
            matches!(good, Outcome::Offer | Outcome::MoreInterviews).then_some(Outcome::Rejected)
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

    /// The outcome that they tell. Whose yes or no it is makes the difference.
    fn outcome(&self) -> Option<Outcome> {
        let outcome = self.ways().find_map(|words| {
            let news = NEWS.iter().find(|(news, _)| *news == words);
            let another = is_another(&words).then_some(Outcome::MoreInterviews);
            another.or(news.map(|(_, outcome)| *outcome)).or_else(|| Outcome::parse(&words))
        })?;
        Some(match (outcome, self.is_theirs()) {
            (Outcome::Declined | Outcome::Withdrawn, true) => Outcome::Rejected,
            (Outcome::Accepted, true) => Outcome::Offer,
            (Outcome::Rejected, false) if self.tells_of(&I) && self.has("rejected") => {
                Outcome::Declined
            }
            (outcome, _) => outcome,
        })
    }

    /// Returns true for the company's yes or no. Who stands before the deed decides, not the offer that they made.
    fn is_theirs(&self) -> bool {
        let is_passive = self.tells_of(&PASSIVE) && !self.before_deed().any(|word| word == "to");
        let before_offer = || self.words.iter().take_while(|word| *word != "offer");
        let is_of_me = || !self.tells_of(&I) && before_offer().any(|word| word == "me");
        self.tells_of(&THEY) || is_passive || is_of_me()
    }

    /// The words before the deed: whose it is, and small ones.
    fn before_deed(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str).take_while(|word| SMALL.contains(word))
    }

    fn tells_of(&self, whom: &[&str]) -> bool {
        self.before_deed().any(|word| whom.contains(&word))
    }

    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|known| known == word)
    }

    /// What they would tell without "not". Whoever hasn't chosen yet may still do so, and "not an offer" may be anything.
    fn without_not(&self) -> Option<String> {
        let words = self.words.join(" ").replace("did not ", "didnt ");
        let words: Vec<&str> = words.split(' ').collect();
        let left =
            |word: &str| NEGATIONS.iter().find(|(not, _)| *not == word).map(|(_, left)| *left);
        let at = words.iter().position(|word| left(word).is_some())?;
        let (before, [not, deed, rest @ ..]) = words.split_at(at) else { return None };
        let is_late = words.iter().any(|word| PERFECT.contains(word)) && !words.contains(&"been");
        if is_late || ["a", "an", "the"].contains(deed) {
            return None;
        }
        let deed = DEEDS.iter().find(|(name, _)| name == deed).map_or(*deed, |(_, deed)| deed);
        Some([before, &[left(not)?, deed], rest].concat().join(" "))
    }

    /// The ways in which they may be known.
    fn ways(&self) -> impl Iterator<Item = String> {
        let is_whom = |word: &&String| I.contains(&&***word) || THEY.contains(&&***word);
        let deed: Vec<&str> = self.words.iter().skip_while(is_whom).map(String::as_str).collect();
        let ways =
            [self.text.clone(), self.words.join(" "), deed.join(" "), self.without_small.clone()];
        ways.into_iter().filter(|words| words.contains(char::is_alphanumeric))
    }
}
