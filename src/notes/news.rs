//! An outcome in the words in which people tell it: `they made an offer`, `I got rejected`, `they want to see me again`.

use crate::notes::Outcome;

/// News that are no word for an outcome, or would be read as another one: without whose they are, and mostly without small
/// words.
const NEWS: [(&str, Outcome); 210] = [
    ("already filled", Outcome::Rejected),
    ("another rejection", Outcome::Rejected),
    ("application declined", Outcome::Rejected),
    ("application not successful", Outcome::Rejected),
    ("application rejected", Outcome::Rejected),
    ("application unsuccessful", Outcome::Rejected),
    ("application wasnt successful", Outcome::Rejected),
    ("asked back", Outcome::MoreInterviews),
    ("asked see again", Outcome::MoreInterviews),
    ("auto rejection", Outcome::Rejected),
    ("automated rejection", Outcome::Rejected),
    ("automatic rejection", Outcome::Rejected),
    ("backed out", Outcome::Withdrawn),
    ("bowed out", Outcome::Withdrawn),
    ("bowing out", Outcome::Withdrawn),
    ("called off interview", Outcome::Cancelled),
    ("canceled interview", Outcome::Cancelled),
    ("cancelled interview", Outcome::Cancelled),
    ("cancelled job", Outcome::Rejected),
    ("cancelled position", Outcome::Rejected),
    ("cancelled post", Outcome::Rejected),
    ("cancelled role", Outcome::Rejected),
    ("chose", Outcome::Offer),
    ("chosen", Outcome::Offer),
    ("closed job", Outcome::Rejected),
    ("closed position", Outcome::Rejected),
    ("closed post", Outcome::Rejected),
    ("closed role", Outcome::Rejected),
    ("conditional offer", Outcome::Offer),
    ("contract signed", Outcome::Accepted),
    ("decision delayed", Outcome::Pending),
    ("decision postponed", Outcome::Pending),
    ("decline", Outcome::Declined),
    ("decline offer", Outcome::Declined),
    ("declining", Outcome::Declined),
    ("declining offer", Outcome::Declined),
    ("delayed decision", Outcome::Pending),
    ("didnt hire", Outcome::Rejected),
    ("didnt make it", Outcome::Rejected),
    ("didnt make the cut", Outcome::Rejected),
    ("eliminated position", Outcome::Rejected),
    ("eliminated role", Outcome::Rejected),
    ("emailed offer", Outcome::Offer),
    ("extended an offer", Outcome::Offer),
    ("extended me an offer", Outcome::Offer),
    ("filled internally", Outcome::Rejected),
    ("filled job", Outcome::Rejected),
    ("filled position", Outcome::Rejected),
    ("filled position internally", Outcome::Rejected),
    ("filled post", Outcome::Rejected),
    ("filled role", Outcome::Rejected),
    ("filled role internally", Outcome::Rejected),
    ("form rejection", Outcome::Rejected),
    ("formal offer", Outcome::Offer),
    ("gave offer", Outcome::Offer),
    ("got it", Outcome::Offer),
    ("got the gig", Outcome::Offer),
    ("got the job", Outcome::Offer),
    ("got the position", Outcome::Offer),
    ("got the post", Outcome::Offer),
    ("got the role", Outcome::Offer),
    ("had cancel", Outcome::Cancelled),
    ("hard no", Outcome::Rejected),
    ("havent heard", Outcome::Pending),
    ("havent heard anything", Outcome::Pending),
    ("havent heard back", Outcome::Pending),
    ("hired", Outcome::Offer),
    ("hired internally", Outcome::Rejected),
    ("interview called off", Outcome::Cancelled),
    ("interviews called off", Outcome::Cancelled),
    ("interviews canceled", Outcome::Cancelled),
    ("interviews cancelled", Outcome::Cancelled),
    ("job cancelled", Outcome::Rejected),
    ("job closed", Outcome::Rejected),
    ("job gone", Outcome::Rejected),
    ("job no longer exists", Outcome::Rejected),
    ("jobs gone", Outcome::Rejected),
    ("knocked back", Outcome::Rejected),
    ("like meet", Outcome::MoreInterviews),
    ("like move forward", Outcome::MoreInterviews),
    ("like see again", Outcome::MoreInterviews),
    ("like talk again", Outcome::MoreInterviews),
    ("making offer", Outcome::Offer),
    ("meet team", Outcome::MoreInterviews),
    ("move ahead", Outcome::MoreInterviews),
    ("move forward", Outcome::MoreInterviews),
    ("move forward with application", Outcome::MoreInterviews),
    ("moved ahead", Outcome::MoreInterviews),
    ("moving ahead", Outcome::MoreInterviews),
    ("moving forward with", Outcome::MoreInterviews),
    ("moving forward with application", Outcome::MoreInterviews),
    ("no answer yet", Outcome::Pending),
    ("no longer hiring", Outcome::Rejected),
    ("no luck", Outcome::Rejected),
    ("no luck this time", Outcome::Rejected),
    ("no reply yet", Outcome::Pending),
    ("no response yet", Outcome::Pending),
    ("no update", Outcome::Pending),
    ("no update yet", Outcome::Pending),
    ("no word yet", Outcome::Pending),
    ("not fit", Outcome::Rejected),
    ("not good fit", Outcome::Rejected),
    ("not heard", Outcome::Pending),
    ("not heard anything", Outcome::Pending),
    ("not heard back", Outcome::Pending),
    ("not hire", Outcome::Rejected),
    ("not hiring", Outcome::Rejected),
    ("not hiring any more", Outcome::Rejected),
    ("not hiring anymore", Outcome::Rejected),
    ("not right fit", Outcome::Rejected),
    ("not shortlisted", Outcome::Rejected),
    ("not successful on this occasion", Outcome::Rejected),
    ("not successful this time", Outcome::Rejected),
    ("not this time", Outcome::Rejected),
    ("nothing", Outcome::Pending),
    ("offer arrived", Outcome::Offer),
    ("offer came in", Outcome::Offer),
    ("offer came through", Outcome::Offer),
    ("offered job", Outcome::Offer),
    ("offered position", Outcome::Offer),
    ("offered post", Outcome::Offer),
    ("offered role", Outcome::Offer),
    ("passed first interview", Outcome::MoreInterviews),
    ("passed first round", Outcome::MoreInterviews),
    ("passed first stage", Outcome::MoreInterviews),
    ("passed on me", Outcome::Rejected),
    ("passed on application", Outcome::Rejected),
    ("passed phone screen", Outcome::MoreInterviews),
    ("picked", Outcome::Offer),
    ("position eliminated", Outcome::Rejected),
    ("position gone", Outcome::Rejected),
    ("position no longer exists", Outcome::Rejected),
    ("post cancelled", Outcome::Rejected),
    ("postponed decision", Outcome::Pending),
    ("proceed", Outcome::MoreInterviews),
    ("proceed with application", Outcome::MoreInterviews),
    ("proceeding", Outcome::MoreInterviews),
    ("proceeding with application", Outcome::MoreInterviews),
    ("progressed", Outcome::MoreInterviews),
    ("progressing", Outcome::MoreInterviews),
    ("progressing application", Outcome::MoreInterviews),
    ("pulled job", Outcome::Rejected),
    ("pulled offer", Outcome::Rejected),
    ("pulled position", Outcome::Rejected),
    ("pulled post", Outcome::Rejected),
    ("pulled role", Outcome::Rejected),
    ("pulled vacancy", Outcome::Rejected),
    ("pulling out", Outcome::Withdrawn),
    ("radio silence", Outcome::NoResponse),
    ("refused", Outcome::Declined),
    ("refused offer", Outcome::Declined),
    ("rejected again", Outcome::Rejected),
    ("rejected it", Outcome::Declined),
    ("rejected job", Outcome::Declined),
    ("rejected offer", Outcome::Declined),
    ("rejected them", Outcome::Declined),
    ("rejection email", Outcome::Rejected),
    ("rejection letter", Outcome::Rejected),
    ("role cancelled", Outcome::Rejected),
    ("role eliminated", Outcome::Rejected),
    ("role gone", Outcome::Rejected),
    ("role no longer exists", Outcome::Rejected),
    ("roles gone", Outcome::Rejected),
    ("running behind", Outcome::Pending),
    ("running late", Outcome::Pending),
    ("said no", Outcome::Declined),
    ("said no offer", Outcome::Declined),
    ("said no thanks", Outcome::Declined),
    ("said yes", Outcome::Accepted),
    ("said yes offer", Outcome::Accepted),
    ("selected", Outcome::Offer),
    ("sent offer", Outcome::Offer),
    ("shortlist", Outcome::Pending),
    ("still no word", Outcome::Pending),
    ("still nothing", Outcome::Pending),
    ("successful", Outcome::Offer),
    ("taking application forward", Outcome::MoreInterviews),
    ("taking application further", Outcome::MoreInterviews),
    ("taking forward", Outcome::MoreInterviews),
    ("taking further", Outcome::MoreInterviews),
    ("taking longer", Outcome::Pending),
    ("through", Outcome::MoreInterviews),
    ("through final", Outcome::MoreInterviews),
    ("took back offer", Outcome::Rejected),
    ("took it back", Outcome::Rejected),
    ("took offer back", Outcome::Rejected),
    ("turn down", Outcome::Declined),
    ("turned down", Outcome::Declined),
    ("turned down job", Outcome::Declined),
    ("turned job down", Outcome::Declined),
    ("turned offer down", Outcome::Declined),
    ("turning down", Outcome::Declined),
    ("turning down offer", Outcome::Declined),
    ("turning offer down", Outcome::Declined),
    ("unsuccessful on this occasion", Outcome::Rejected),
    ("unsuccessful this time", Outcome::Rejected),
    ("want hire", Outcome::Offer),
    ("want meet", Outcome::MoreInterviews),
    ("want meet again", Outcome::MoreInterviews),
    ("want meet team", Outcome::MoreInterviews),
    ("want move forward", Outcome::MoreInterviews),
    ("want proceed", Outcome::MoreInterviews),
    ("want see again", Outcome::MoreInterviews),
    ("want talk again", Outcome::MoreInterviews),
    ("wants meet", Outcome::MoreInterviews),
    ("wants see again", Outcome::MoreInterviews),
    ("wants talk again", Outcome::MoreInterviews),
    ("went internal", Outcome::Rejected),
    ("withdrawing", Outcome::Withdrawn),
    ("withdrawing application", Outcome::Withdrawn),
];

/// News of what the user does, which would be something else if the company did it.
const MINE: [(&str, Outcome); 30] = [
    ("accepting offer", Outcome::Accepted),
    ("accepting", Outcome::Accepted),
    ("cant take", Outcome::Declined),
    ("didnt take", Outcome::Declined),
    ("ill pass", Outcome::Declined),
    ("not accepting", Outcome::Declined),
    ("not taking", Outcome::Declined),
    ("signed contract", Outcome::Accepted),
    ("signed offer letter", Outcome::Accepted),
    ("signed offer", Outcome::Accepted),
    ("take job", Outcome::Accepted),
    ("take offer", Outcome::Accepted),
    ("take position", Outcome::Accepted),
    ("take post", Outcome::Accepted),
    ("take role", Outcome::Accepted),
    ("take", Outcome::Accepted),
    ("taking job", Outcome::Accepted),
    ("taking offer", Outcome::Accepted),
    ("taking position", Outcome::Accepted),
    ("taking post", Outcome::Accepted),
    ("taking role", Outcome::Accepted),
    ("taking", Outcome::Accepted),
    ("took job", Outcome::Accepted),
    ("took offer", Outcome::Accepted),
    ("took position", Outcome::Accepted),
    ("took post", Outcome::Accepted),
    ("took role", Outcome::Accepted),
    ("took", Outcome::Accepted),
    ("wont accept", Outcome::Declined),
    ("wont take", Outcome::Declined),
];

/// Words that change nothing about the news.
#[rustfmt::skip]
const SMALL: [&str; 47] = [
    "a", "am", "an", "are", "be", "been", "being", "decided", "finally", "get", "got", "has", "have", "he", "i", "id",
    "ill", "im", "is", "it", "its", "ive", "just", "made", "make", "me", "my", "sadly", "she", "so", "that", "thats",
    "the", "their", "them", "they", "theyd", "theyre", "theyve", "to", "unfortunately", "us", "was", "we", "were",
    "weve", "would",
];

/// The company, as the one who says yes or no.
const THEY: [&str; 6] = ["he", "she", "they", "theyd", "theyre", "theyve"];

/// The user, as that one.
const I: [&str; 5] = ["i", "ill", "ive", "we", "weve"];

/// Words before a deed that make it the company's all the same: "I was accepted".
const PASSIVE: [&str; 7] = ["am", "been", "get", "got", "im", "was", "were"];

/// Words that turn news into the contrary, and what is left without them.
const NEGATIONS: [(&str, &str); 7] = [
    ("not", ""),
    ("arent", ""),
    ("didnt", ""),
    ("havent", "have"),
    ("wasnt", "was"),
    ("werent", "were"),
    ("wont", ""),
];

/// Words of deeds that may still be done if they haven't been.
const PERFECT: [&str; 5] = ["has", "have", "havent", "ive", "theyve"];

/// Deeds as they are named behind "didn't".
const DEEDS: [(&str, &str); 10] = [
    ("accept", "accepted"),
    ("choose", "chose"),
    ("get", "got"),
    ("hire", "hired"),
    ("invite", "invited"),
    ("make", "made"),
    ("offer", "offered"),
    ("pick", "picked"),
    ("progress", "progressed"),
    ("select", "selected"),
];

/// Somebody else whom they may have chosen.
const OTHERS: [[&str; 2]; 18] = [
    ["another", "applicant"],
    ["another", "candidate"],
    ["another", "direction"],
    ["another", "person"],
    ["another", "way"],
    ["better", "candidate"],
    ["different", "candidate"],
    ["different", "direction"],
    ["experienced", "candidate"],
    ["internal", "applicant"],
    ["internal", "candidate"],
    ["other", "applicants"],
    ["other", "candidate"],
    ["other", "candidates"],
    ["somebody", "else"],
    ["someone", "else"],
    ["stronger", "candidate"],
    ["stronger", "candidates"],
];

/// Words for choosing them.
#[rustfmt::skip]
const CHOSEN: [&str; 26] = [
    "appointed", "choosing", "chose", "chosen", "gave", "given", "giving", "go", "going", "gone", "got", "hired",
    "hiring", "move", "moved", "moving", "picked", "preferred", "proceed", "proceeding", "pursue", "pursued", "pursuing",
    "selected", "took", "went",
];

/// Words around the two.
const BETWEEN: [&str; 12] = [
    "ahead", "forward", "for", "in", "instead", "job", "more", "on", "position", "post", "role",
    "with",
];

impl Outcome {
    /// Reads an outcome from the words in which people tell it.
    pub fn heard(text: &str) -> Option<Outcome> {
        let told = Told::read(text);
        told.outcome().or_else(|| {
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
        let news = NEWS.iter().flat_map(|(news, _)| news.split(' '));
        news.chain(SMALL).chain(OTHERS.into_iter().flatten()).chain(CHOSEN).chain(BETWEEN)
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
        let known = [&TALKS[..], &KINDS, &INVITED];
        has_talk && words.all(|word| known.iter().any(|known| known.contains(&word)))
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

/// Returns true for another interview, whichever it is: `third interview`, `through to the next stage`.
fn is_another(words: &str) -> bool {
    const WHICH: [&str; 9] =
        ["2nd", "3rd", "4th", "another", "final", "fourth", "next", "second", "third"];
    #[rustfmt::skip]
    const ON: [&str; 18] = [
        "advance", "advanced", "advancing", "forward", "go", "going", "into", "move", "moved", "moving", "on",
        "progress", "progressed", "progressing", "put", "reached", "the", "to",
    ];
    let words: Vec<&str> = words.split(' ').collect();
    let [invited @ .., which, "interview" | "round" | "stage"] = &words[..] else { return false };
    // They may have moved the interview itself.
    let is_moved = |pair: &[&str]| {
        ["move", "moved", "moving"].contains(&pair[0])
            && !["on", "forward", "to"].contains(&pair[1])
    };
    WHICH.contains(which)
        && invited.iter().all(|word| INVITED.contains(word) || ON.contains(word))
        && !words.windows(2).any(is_moved)
}

/// Words about somebody whom they want to see.
#[rustfmt::skip]
const INVITED: [&str; 17] = [
    "accepted", "asked", "back", "chosen", "come", "for", "in", "invite", "invited", "like", "offered", "picked",
    "selected", "shortlisted", "through", "want", "wants",
];

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
        });
        let outcome = outcome.or_else(|| self.mine()).or_else(|| {
            (self.is_a_no() || self.is_somebody_elses()).then_some(Outcome::Rejected)
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

    /// Returns true if somebody else was chosen: `they've gone with another candidate`, `someone else got it`.
    fn is_somebody_elses(&self) -> bool {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let at = words.windows(2).position(|pair| OTHERS.iter().any(|who| pair == who));
        let Some(at) = at.filter(|_| !self.is_of_user()) else { return false };
        let rest = || words[..at].iter().chain(&words[at + 2..]);
        rest().any(|word| CHOSEN.contains(word))
            && rest().all(|word| {
                [&CHOSEN[..], &BETWEEN, &SMALL].iter().any(|known| known.contains(word))
            })
    }

    /// Returns true for the company's yes or no. Who stands before the deed decides, not the offer that they made.
    fn is_theirs(&self) -> bool {
        let is_passive = self.tells_of(&PASSIVE) && !self.is_active();
        let before_offer = || self.words.iter().take_while(|word| *word != "offer");
        let is_of_me = || !self.tells_of(&I) && before_offer().any(|word| word == "me");
        self.tells_of(&THEY) || is_passive || is_of_me()
    }

    /// Returns true for what is not done yet, and may never be: `I'd take it`, `they would reject me`. What they would like
    /// is an invitation.
    fn is_wish(&self) -> bool {
        let Some(deed) = self.deed() else { return false };
        let wants = ["hope", "like", "love", "want"].contains(&deed);
        let is_past = || ["ed", "en", "ne"].iter().any(|end| deed.ends_with(end));
        let would = self.before_deed().any(|word| match word {
            "id" | "would" => true,
            "theyd" => !is_past(),
            _ => false,
        });
        if self.tells_of(&["i", "id"]) { wants || would } else { would && !wants }
    }

    /// Returns true for what became of somebody else: `she got the job`, `they were rejected`.
    fn is_done_to_others(&self) -> bool {
        self.tells_of(&THEY)
            && self.tells_of(&["been", "got", "was", "were"])
            && !self.is_active()
            && !self.is_somebody_elses()
    }

    /// Returns true if they have chosen, but don't say whom: `they've hired`.
    fn is_choice_of_others(&self) -> bool {
        const CHOSEN: [&str; 6] = ["accepted", "chose", "chosen", "hired", "picked", "selected"];
        let is_chosen = self.deed().is_some_and(|deed| CHOSEN.contains(&deed));
        self.tells_of(&THEY) && is_chosen && !self.has("me")
    }

    /// Returns true for `I made an offer`, but not for `I was offered the job`.
    fn is_own_offer(&self) -> bool {
        let is_made = self.tells_of(&["made", "make"])
            || self.deed().is_some_and(|deed| ["offered", "sent", "gave"].contains(&deed));
        self.tells_of(&I) && !self.is_theirs() && is_made
    }

    /// The words before the deed: whose it is, and small ones.
    fn before_deed(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str).take_while(|word| SMALL.contains(word))
    }

    /// Returns true if whoever stands before the deed does it: `they are going to …`, `they've been hiring`.
    fn is_active(&self) -> bool {
        self.tells_of(&["to"]) || self.deed().is_some_and(|deed| deed.ends_with("ing"))
    }

    /// The first word that isn't a small one, nor "not".
    fn deed(&self) -> Option<&str> {
        let mut words = self.words.iter().map(String::as_str);
        words.find(|word| !SMALL.contains(word) && *word != NEGATIONS[0].0)
    }

    /// Returns true for "I'm not moving forward": going on may be what either of the two won't do.
    fn is_either(&self) -> bool {
        const ON: [&str; 6] = ["go", "going", "move", "moving", "proceed", "proceeding"];
        self.is_of_user() && ON.iter().any(|word| self.has(word)) && !self.has("through")
    }

    fn tells_of(&self, whom: &[&str]) -> bool {
        self.before_deed().any(|word| whom.contains(&word))
    }

    /// Returns true if the user is who does something in it.
    fn is_of_user(&self) -> bool {
        ["i", "ill", "im", "ive"].iter().any(|word| self.has(word))
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
        let is_late = words.iter().any(|word| PERFECT.contains(word))
            && !words.contains(&"been")
            && !before.contains(&"decided");
        if is_late || self.is_either() || ["a", "an", "the"].contains(deed) {
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
