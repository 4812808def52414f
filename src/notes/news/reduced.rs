//! News reduced to what the table may have: without who rang, without what an offer depends on, in parts, or without "not".

use crate::notes::Outcome;

use super::told::{SMALL, Told};
use super::whose::{I, THEY};

impl Told {
    /// The news behind how it was told: "they rang, I got it", "they came back with an offer", "text from Tony: it's a no".
    pub(super) fn behind_call(&self) -> Option<Told> {
        const LIKED: [&str; 3] = ["enjoyed", "liked", "loved"];
        const CALLED: [&str; 6] = ["called", "emailed", "phoned", "rang", "wrote", "texted"];
        const UNSURE: [&str; 5] = ["if", "nobody", "noone", "unless", "who"];
        const MESSAGES: [&str; 5] = ["call", "email", "message", "text", "voicemail"];
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let behind = match &words[..] {
            [message, "from", _, rest @ ..] if MESSAGES.contains(message) => {
                return Some(Told::read(&rest.join(" "))).filter(|_| self.text.contains(':'));
            }
            // "They liked it, next round"
            ["he" | "she" | "they", liked, "it" | "me", news @ ..] if LIKED.contains(liked) => {
                let news = news.strip_prefix(&["and"]).unwrap_or(news);
                return Some(Told::read(&news.join(" ")));
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
