//! The figures in sentences: true, and with kindness for whoever reads them.

use chrono::NaiveDate;

use super::counted::State;
use super::figures::{Batting, Figures, Wait};
use super::rounds::RoundCount;
use super::spread::{FEW, Spread};
use crate::dates::calendar::short;
use crate::notes::Outcome;
use crate::text::{count, listed};

/// `1 of 4`.
pub fn average(batting: &Batting) -> String {
    format!("{} of {}", batting.offers, batting.decided)
}

/// `1 of 4 decided processes led to an offer: 1 offer, 2 refusals and 1 without an answer.`
pub fn decided(batting: &Batting) -> String {
    let mut parts = Vec::new();
    if batting.offers > 0 {
        parts.push(count(batting.offers, "offer"));
    }
    if batting.refusals > 0 {
        parts.push(count(batting.refusals, "refusal"));
    }
    if batting.unanswered > 0 {
        parts.push(format!("{} without an answer", batting.unanswered));
    }
    let parts = listed(&parts);
    match (batting.decided, batting.offers) {
        (0, _) if batting.open.is_empty() => "Nothing is decided yet.".to_owned(),
        (0, _) => "Nothing is decided yet: every answer is still to come.".to_owned(),
        (1, 0) => format!("One process is decided, without an offer: {parts}."),
        (1, 1) => "1 of 1 decided process led to an offer.".to_owned(),
        (decided, 0) => format!("No offer yet among {decided} decided: {parts}."),
        _ => format!("{} decided processes led to an offer: {parts}.", average(batting)),
    }
}

/// A sentence on what that says, and what it doesn't.
pub fn meaning(batting: &Batting) -> Option<&'static str> {
    let without = batting.decided - batting.offers;
    Some(match (batting.decided, batting.offers) {
        (0, _) => return None,
        (1, 0) => "One is too few to say anything about the next.",
        (decided, 0) if decided < FEW => "That is too few to say anything about the next.",
        (decided, _) if decided < FEW => "Few are decided so far, so the number says little yet.",
        (_, 0) => "A no is the most frequent answer there is. Ten of them and one offer is a win.",
        (_, offers) if without > offers => {
            "A no is the most frequent answer there is. One yes is what a search is for."
        }
        _ => return None,
    })
}

/// The processes that count neither as an offer nor as none.
pub fn not_counted(batting: &Batting) -> Option<String> {
    let parts = [
        (batting.left, "you left yourself"),
        (batting.quiet, "gone quiet"),
        (batting.without_interview, "without an interview"),
    ];
    let parts = parts.into_iter().filter(|(n, _)| *n > 0);
    let parts: Vec<String> = parts.map(|(n, words)| format!("{n} {words}")).collect();
    (!parts.is_empty()).then(|| listed(&parts))
}

/// `19 interviews with 15 companies`.
pub fn interviews(figures: &Figures) -> String {
    let companies = match figures.companies {
        1 => "one company".to_owned(),
        n => format!("{n} companies"),
    };
    match figures.interviews {
        0 => "no interview yet".to_owned(),
        n => format!("{} with {companies}", count(n, "interview")),
    }
}

/// The search in two sentences.
pub fn lede(figures: &Figures) -> String {
    let had = match figures.interviews {
        0 => "You have had no interview yet.".to_owned(),
        _ => format!("You have had {}.", interviews(figures)),
    };
    let open = figures.processes.iter().filter(|one| matches!(one.state, State::Open(_))).count();
    let offers = figures.processes.iter();
    let offers = offers.filter(|one| one.state == State::Ended(Outcome::Offer)).count();
    let open = match open {
        0 => None,
        1 => Some("One process is open".to_owned()),
        n => Some(format!("{n} processes are open")),
    };
    let offers = match offers {
        0 => None,
        1 => Some("an offer is on the table".to_owned()),
        n => Some(format!("{n} offers are on the table")),
    };
    match (open, offers) {
        (Some(open), Some(offers)) => format!("{had} {open}, and {offers}."),
        (Some(open), None) => format!("{had} {open}."),
        (None, Some(offers)) => format!("{had} Now {offers}."),
        (None, None) => had,
    }
}

/// `6 answers took 1 to 14 days, half of them 3 to 9 days; the middle one took 6.5 days`, or less of it where there is
/// less to say.
pub fn times(spread: &Spread) -> String {
    let Spread { count: n, shortest, longest, median, quartiles } = *spread;
    let answers = count(n, "answer");
    let range = match shortest == longest {
        true => days(longest as f64),
        false => format!("{shortest} to {}", days(longest as f64)),
    };
    match (n, quartiles) {
        (1, _) => format!("{answers} took {range}"),
        (_, None) => {
            format!("{answers} took {range}, the middle one {}; that is few", days(median))
        }
        (_, Some((low, high))) => {
            let half = format!("{} to {}", number(low), days(high));
            format!("{answers} took {range}, half of them {half}, the middle one {}", days(median))
        }
    }
}

/// `5 interviews, 3 went on, 1 still open`.
pub fn round(round: &RoundCount) -> String {
    let mut parts = vec![count(round.interviews, "interview")];
    if round.went_on > 0 {
        parts.push(format!("{} went on", round.went_on));
    }
    if round.open > 0 {
        parts.push(format!("{} still open", round.open));
    }
    parts.join(", ")
}

/// `24 days, they wanted to decide by Tue 24 Feb`.
pub fn wait(wait: &Wait, today: NaiveDate) -> String {
    let since = match wait.days {
        0 => "since today".to_owned(),
        n => days(n as f64),
    };
    match wait.decision {
        Some(day) if day < today => {
            format!("{since}, they wanted to decide by {}", short(day, today))
        }
        Some(day) => format!("{since}, they decide by {}", short(day, today)),
        None => since,
    }
}

/// The thank-yous in a sentence; `None` if there were none.
pub fn thanks(figures: &Figures) -> Option<String> {
    let thanks = figures.thanks.filter(|thanks| thanks.sent > 0)?;
    Some(match (thanks.sent, thanks.in_time) {
        (1, 1) => "The one that you sent went out in time.".to_owned(),
        (sent, in_time) if sent == in_time => format!("All {sent} went out in time."),
        (sent, in_time) => format!("{in_time} of {sent} went out in time."),
    })
}

/// The feedback in a sentence; `None` if there was none.
pub fn feedback(figures: &Figures) -> Option<String> {
    let feedback = figures.feedback;
    let times = |n: usize| match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    };
    Some(match (feedback.asked, feedback.received) {
        (0, 0) => return None,
        (0, received) => format!("You got some {}.", times(received)),
        (asked, 0) => format!("You asked for it {}.", times(asked)),
        (asked, received) => {
            format!("You asked for it {}, and got it {}.", times(asked), times(received))
        }
    })
}

/// An outcome in words.
pub fn outcome(outcome: Outcome) -> String {
    outcome.as_str().replace('_', " ")
}

/// `1 day`, `6.5 days`.
pub fn days(days: f64) -> String {
    let unit = if days == 1.0 { "day" } else { "days" };
    format!("{} {unit}", number(days))
}

/// A number of days: halves and quarters are the finest there are.
fn number(days: f64) -> String {
    let text = format!("{days:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_say_no_more_than_the_numbers() {
        let batting = |offers, refusals, unanswered| Batting {
            offers,
            refusals,
            unanswered,
            decided: offers + refusals + unanswered,
            ..Batting::default()
        };
        assert_eq!(average(&batting(1, 2, 1)), "1 of 4");
        assert_eq!(
            decided(&batting(1, 2, 1)),
            "1 of 4 decided processes led to an offer: 1 offer, 2 refusals and 1 without an answer."
        );
        assert_eq!(
            decided(&batting(0, 1, 0)),
            "One process is decided, without an offer: 1 refusal."
        );
        assert_eq!(decided(&batting(0, 0, 0)), "Nothing is decided yet.");
        assert_eq!(meaning(&batting(0, 0, 0)), None);
        assert!(meaning(&batting(1, 2, 1)).unwrap().starts_with("Few"));
        assert!(meaning(&batting(0, 9, 0)).unwrap().contains("Ten of them and one offer is a win"));
        assert!(meaning(&batting(1, 10, 0)).unwrap().contains("One yes"));
        assert_eq!(meaning(&batting(4, 2, 0)), None);
        let times = |days: &[i64]| times(&Spread::of(days.iter().copied()).unwrap());
        assert_eq!(times(&[1]), "1 answer took 1 day");
        assert_eq!(times(&[3, 3]), "2 answers took 3 days, the middle one 3 days; that is few");
        assert_eq!(
            times(&[1, 2, 3, 4, 5, 10]),
            "6 answers took 1 to 10 days, half of them 2.25 to 4.75 days, the middle one 3.5 days"
        );
    }
}
