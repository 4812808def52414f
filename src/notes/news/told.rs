//! News as people tell it, and the outcome that it means.

use crate::dates::window::Window;
use crate::notes::Outcome;

use super::table::{MINE, NEWS};

/// News as people tell it.
pub(super) struct Told {
    pub(super) text: String,
    /// Without punctuation.
    words: Vec<String>,
    /// Without small words, too.
    pub(super) without_small: String,
}

impl Told {
    /// Reads words without punctuation, in lower case.
    pub(super) fn read(text: &str) -> Told {
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
    pub(super) fn outcome(&self) -> Option<Outcome> {
        let outcome = self.ways().find_map(|words| {
            let news = NEWS.iter().find(|(news, _)| *news == words);
            let is_next = is_another(&words) || is_visit(&words);
            let another = is_next.then_some(Outcome::MoreInterviews);
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

    /// The news behind how it was told: "they rang, I got it", "they came back with an offer", "text from Tony: it's a no".
    pub(super) fn behind_call(&self) -> Option<Told> {
        const CALLED: [&str; 6] = ["called", "emailed", "phoned", "rang", "wrote", "texted"];
        const UNSURE: [&str; 5] = ["if", "nobody", "noone", "unless", "who"];
        const MESSAGES: [&str; 5] = ["call", "email", "message", "text", "voicemail"];
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let behind = match &words[..] {
            [message, "from", _, rest @ ..] if MESSAGES.contains(message) => {
                return Some(Told::read(&rest.join(" "))).filter(|_| self.text.contains(':'));
            }
            // "Angela called, they want to offer me the job"
            [who, deed, rest @ ..]
                if CALLED.contains(deed)
                    && !I.contains(who)
                    && !UNSURE.contains(who)
                    && rest.first().is_some_and(|next| THEY.contains(next)) =>
            {
                rest
            }
            [who, "says" | "said", rest @ ..] if !I.contains(who) && !UNSURE.contains(who) => {
                rest.strip_prefix(&["that"]).unwrap_or(rest)
            }
            ["he" | "she" | "they", rest @ ..] => match rest {
                ["came", "back", rest @ ..] => rest,
                ["just" | "finally", deed, rest @ ..] | [deed, rest @ ..]
                    if CALLED.contains(deed) =>
                {
                    rest.strip_prefix(&["and"]).unwrap_or(rest)
                }
                _ => return None,
            },
            _ => return None,
        };
        if let ["with", news @ ..] = behind {
            return Some(Told::read(&news.join(" ")));
        }
        let is_whole = behind.first().is_some_and(|who| I.contains(who) || THEY.contains(who));
        is_whole.then(|| Told::read(&behind.join(" ")))
    }

    /// The news without the checks that an offer depends on, or the reason why there is no job: "offer, subject to DBS",
    /// "vacancy withdrawn, funding freeze".
    pub(super) fn without_tail(&self) -> Option<Told> {
        let words = self.words.join(" ");
        let is_check = |rest: &str| {
            let words = || rest.split(' ');
            words().all(|word| CHECKS.contains(&word) || SMALL.contains(&word) || word == "and")
                && words().any(|word| CHECKS.contains(&word))
        };
        let depends = [
            "subject to ",
            "conditional on ",
            "contingent on ",
            "contingent upon ",
            "dependent on ",
            "pending ",
        ];
        let offer = depends.iter().find_map(|on| {
            let (before, rest) = words.split_once(on)?;
            is_check(rest).then(|| Told::read(before))
        });
        let offer = offer.filter(|told| told.outcome() == Some(Outcome::Offer));
        let no_job = || {
            let before = REASONS.iter().find_map(|reason| words.strip_suffix(reason))?;
            let told = Told::read(before);
            (told.outcome() == Some(Outcome::Rejected)).then_some(told)
        };
        offer.or_else(no_job)
    }

    /// The outcome that each part tells by itself: "rejected, they filled it internally".
    pub(super) fn same_in_parts(&self) -> Option<Outcome> {
        let mut parts = self.text.split([',', ';']).map(|part| Told::read(part).outcome());
        let first = parts.next()??;
        let mut rest = parts.peekable();
        rest.peek()?;
        rest.all(|part| part == Some(first)).then_some(first)
    }

    /// The next round, if words behind it say which it is: "next round: system design interview with the CTO".
    pub(super) fn next_described(&self) -> Option<Outcome> {
        #[rustfmt::skip]
        const TALKS: [&str; 9] =
            ["call", "chat", "interview", "loop", "meeting", "panel", "presentation", "screen", "session"];
        // Or it is one that has a day, or isn't to be.
        #[rustfmt::skip]
        const OTHERS: [&str; 17] = [
            "at", "called", "canceled", "cancelled", "delayed", "if", "maybe", "moved", "no", "not", "off", "on", "or",
            "postponed", "today", "tomorrow", "week",
        ];
        let (head, rest) = self.text.split_once(':')?;
        let (head, rest) = (Told::read(head), Told::read(rest));
        let is_next = rest.words.iter().any(|word| TALKS.contains(&&**word))
            && rest.words.iter().all(|word| {
                word.chars().all(char::is_alphabetic)
                    && !OTHERS.contains(&&**word)
                    && Window::parse(word).is_none()
            });
        head.outcome().filter(|outcome| *outcome == Outcome::MoreInterviews && is_next)
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

    /// Returns true for a job that went to somebody: `they gave it to Mark`. Whoever it was offered to may yet say no.
    fn is_given_away(&self) -> bool {
        const GIVEN: [&str; 2] = ["gave", "given"];
        const JOB: [&str; 6] = ["it", "job", "offer", "position", "post", "role"];
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let Some(at) = words.iter().position(|word| *word == "to") else { return false };
        let (before, whom) = (&words[..at], &words[at + 1..]);
        let is_another = OTHERS.iter().any(|other| whom == other);
        // A name, which HR is not.
        let is_name = |word: &str| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
        };
        let written = self.text.split_whitespace().rev().take(whom.len());
        let is_somebody = (1..3).contains(&whom.len())
            && written.map(|word| word.trim_end_matches(['.', '!'])).all(is_name)
            && before.iter().any(|word| JOB.contains(word));
        before.iter().any(|word| GIVEN.contains(word))
            && before
                .iter()
                .all(|word| [&GIVEN[..], &JOB, &SMALL].iter().any(|known| known.contains(word)))
            && !self.is_of_user()
            && (is_another || is_somebody)
    }

    /// Returns true for the company's yes or no. Who stands before the deed decides, not the offer that they made.
    pub(super) fn is_theirs(&self) -> bool {
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

    /// Returns true if they have chosen, but don't say whom: `they've hired`. Or those whom they made an offer to are others.
    fn is_choice_of_others(&self) -> bool {
        const CHOSEN: [&str; 7] =
            ["accepted", "appointed", "chose", "chosen", "hired", "picked", "selected"];
        let is_chosen = self.deed().is_some_and(|deed| CHOSEN.contains(&deed));
        self.tells_of(&THEY) && (is_chosen && !self.has("me") || self.has("them"))
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

    pub(super) fn tells_of(&self, whom: &[&str]) -> bool {
        self.before_deed().any(|word| whom.contains(&word))
    }

    /// Returns true if the user is who does something in it.
    fn is_of_user(&self) -> bool {
        ["i", "ill", "im", "ive"].iter().any(|word| self.has(word))
    }

    pub(super) fn has_pair(&self, pair: &[&str; 2]) -> bool {
        self.words.windows(2).any(|words| words == pair)
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.words.iter().any(|known| known == word)
    }

    /// The same words without "not". Whoever hasn't chosen yet may still do so, and "not an offer" may be anything.
    pub(super) fn without_not(&self) -> Option<String> {
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

    /// The forms in which the table may have them.
    fn ways(&self) -> impl Iterator<Item = String> {
        let is_whom = |word: &&String| I.contains(&&***word) || THEY.contains(&&***word);
        let deed: Vec<&str> = self.words.iter().skip_while(is_whom).map(String::as_str).collect();
        let ways =
            [self.text.clone(), self.words.join(" "), deed.join(" "), self.without_small.clone()];
        ways.into_iter().filter(|words| words.contains(char::is_alphanumeric))
    }
}

/// The outcome where the user is to meet somebody: `want me to talk to the hiring manager`.
fn sent_to(words: &str) -> Option<Outcome> {
    const ASKED: [&str; 6] = [
        "want me to ",
        "wants me to ",
        "like me to ",
        "would like me to ",
        "asked me to ",
        "invited me to ",
    ];
    const TASKS: [&str; 11] = [
        "come back",
        "come back in",
        "come in again",
        "do a presentation",
        "do a trial day",
        "do a trial shift",
        "give a presentation",
        "teach a class",
        "teach a lesson",
        "teach a sample lesson",
        "teach a trial lesson",
    ];
    const DEEDS: [&str; 8] = [
        "talk to ",
        "talk with ",
        "speak to ",
        "speak with ",
        "chat to ",
        "chat with ",
        "meet with ",
        "meet ",
    ];
    let deed = ASKED.iter().find_map(|asked| words.strip_prefix(asked))?;
    let is_round = |task: &str| is_another(task.strip_prefix("a ").unwrap_or(task));
    if TASKS.contains(&deed) || deed.strip_prefix("do ").is_some_and(is_round) {
        return Some(Outcome::MoreInterviews);
    }
    let whom = DEEDS.iter().find_map(|deed_to| deed.strip_prefix(deed_to))?;
    match whom.strip_prefix("the ").or(whom.strip_prefix("their ")).unwrap_or(whom) {
        "hiring manager" => Some(Outcome::HiringManager),
        host => HOSTS.contains(&host).then_some(Outcome::MoreInterviews),
    }
}

/// The words without whom one meets there: `second interview with board`. Somebody else may be of another company.
pub(super) fn without_hosts(words: &str) -> &str {
    match words.split_once(" with ") {
        Some((before, host)) if HOSTS.contains(&host) => before,
        _ => words,
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
    // "Passed the next stage" is over.
    let passed =
        ["passed to ", "passed on to ", "passed me on to ", "passed onto ", "passed through to "];
    let rest = passed.iter().find_map(|passed| words.strip_prefix(passed));
    let words: Vec<&str> = without_hosts(rest.unwrap_or(words)).split(' ').collect();
    let ([
        invited @ ..,
        which,
        "interview" | "round" | "stage" | "call" | "chat" | "meeting" | "trial" | "loop",
    ]
    | [invited @ .., which, "trial", "day" | "shift"]) = &words[..]
    else {
        return false;
    };
    // They may have moved the interview itself.
    let is_moved = |pair: &[&str]| {
        ["move", "moved", "moving"].contains(&pair[0])
            && !["on", "forward", "to"].contains(&pair[1])
    };
    WHICH.contains(which)
        && invited.iter().all(|word| INVITED.contains(word) || ON.contains(word))
        && !words.windows(2).any(is_moved)
}

/// Returns true for a round that is called by what it is: `trial shift`, `invited for a campus visit`, `invited to panel`.
fn is_visit(words: &str) -> bool {
    let is_invited =
        |before: &str| before.split(' ').all(|word| word.is_empty() || INVITED.contains(&word));
    let behind = |visit: &&str| words.strip_suffix(*visit).filter(|before| is_invited(before));
    VISITS.iter().any(|visit| behind(visit).is_some())
        || behind(&"panel").is_some_and(|before| before.contains("invited"))
}

/// Rounds that take place once somebody has been interviewed.
#[rustfmt::skip]
const VISITS: [&str; 9] = [
    "campus visit", "facility tour", "job talk", "shadow day", "shadow shift", "site visit", "trial day", "trial shift", "unit tour",
];

/// The words in which an outcome is told.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let news = NEWS.iter().flat_map(|(news, _)| news.split(' '));
    news.chain(SMALL).chain(OTHERS.into_iter().flatten()).chain(CHOSEN).chain(BETWEEN)
}

/// Words for what an offer may depend on.
#[rustfmt::skip]
const CHECKS: [&str; 27] = [
    "background", "check", "checks", "clear", "clearance", "clearances", "clean", "contract", "credentialing", "dbs", "drug",
    "enhanced", "fingerprints", "health", "medical", "occupational", "physical", "pre", "employment", "reference",
    "references", "satisfactory", "screen", "screening", "security", "test", "vetting",
];

/// Why there is no job any more.
const REASONS: [&str; 9] = [
    " budget",
    " budget cuts",
    " cuts",
    " funding",
    " funding freeze",
    " hiring freeze",
    " no budget",
    " no funding",
    " restructure",
];

/// Words about somebody whom they want to see.
#[rustfmt::skip]
pub(super) const INVITED: [&str; 17] = [
    "accepted", "asked", "back", "chosen", "come", "for", "in", "invite", "invited", "like", "offered", "picked",
    "selected", "shortlisted", "through", "want", "wants",
];

/// Those of a company whom one meets in interviews.
#[rustfmt::skip]
const HOSTS: [&str; 24] = [
    "board", "ceo", "cfo", "chief executive", "coo", "cto", "director", "directors", "founder", "founders", "general manager", "gm", "governors",
    "head", "hiring manager", "hr", "leadership team", "management", "managers", "owner", "owners", "panel", "team", "whole team",
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
pub(super) const I: [&str; 5] = ["i", "ill", "ive", "we", "weve"];

/// Words before a deed that make it the company's all the same: "I was accepted".
const PASSIVE: [&str; 7] = ["am", "been", "get", "got", "im", "was", "were"];

/// Words that turn news into its contrary, and the word that is left without them.
const NEGATIONS: [(&str, &str); 7] = [
    ("not", ""),
    ("arent", ""),
    ("didnt", ""),
    ("havent", "have"),
    ("wasnt", "was"),
    ("werent", "were"),
    ("wont", ""),
];

/// Words for deeds that, if "not" stands beside them, may still be done.
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
const OTHERS: [[&str; 2]; 20] = [
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
    ["somebody", "internal"],
    ["someone", "else"],
    ["someone", "internal"],
    ["stronger", "candidate"],
    ["stronger", "candidates"],
];

/// Words for choosing them.
#[rustfmt::skip]
const CHOSEN: [&str; 28] = [
    "appointed", "choosing", "chose", "chosen", "gave", "given", "giving", "go", "going", "gone", "got", "hired",
    "hiring", "move", "moved", "moving", "opted", "opting", "picked", "preferred", "proceed", "proceeding", "pursue",
    "pursued", "pursuing", "selected", "took", "went",
];

/// Words around the two.
const BETWEEN: [&str; 13] = [
    "ahead", "forward", "for", "in", "instead", "job", "more", "offer", "on", "position", "post",
    "role", "with",
];
