//! What a company said.

use std::sync::Arc;

use crate::dates::window::Window;
use crate::notes::Outcome;
use crate::plan::process::Process;
use crate::text::one_line;
use chrono::NaiveDate;

/// What a company said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// An outcome.
    Outcome(Outcome),
    /// The interview doesn't take place.
    Cancelled,
    /// A time frame, in their words.
    Window(String),
}

impl News {
    /// Reads words that are the same news for every process.
    pub fn parse(words: &str) -> Option<News> {
        let words =
            one_line(words.trim_matches(|c: char| c.is_whitespace() || ",.;:!".contains(c)));
        // "Rejected?" isn't known yet.
        match heard(&words).filter(|_| !words.ends_with('?')) {
            Some(Outcome::Pending) if Window::parse(&words).is_some_and(|it| it.is_on_hold()) => {
                Some(News::Window(words))
            }
            Some(Outcome::Applied | Outcome::Pending) => None,
            Some(Outcome::Cancelled) => Some(News::Cancelled),
            Some(outcome) => Some(News::Outcome(outcome)),
            None => match Window::told(&words)? {
                Window::Unstated => None,
                _ => Some(News::Window(words)),
            },
        }
    }
}

/// News of a process.
pub struct Heard {
    pub process: Arc<Process>,
    pub news: News,
    /// The day by which an offer needs an answer, if the news says that, too.
    pub by: Option<NaiveDate>,
    /// The day on which the job starts, likewise.
    pub start: Option<NaiveDate>,
    /// True for an offer in writing.
    pub is_in_writing: bool,
}

impl Heard {
    /// News that a process has nothing else to say about.
    pub fn of(process: &Arc<Process>, news: News, words: &str) -> Heard {
        let is_offer = news == News::Outcome(Outcome::Offer);
        let is_in_writing = is_offer && Outcome::is_in_writing(words);
        Heard { process: Arc::clone(process), news, by: None, start: None, is_in_writing }
    }
}

/// The outcome that words tell. An offer may be told with what it pays.
pub fn heard(words: &str) -> Option<Outcome> {
    let offer = || {
        let is_part = |word: &&str| !is_pay(word) && !AROUND_PAY.contains(word);
        let rest: Vec<&str> = words.split_whitespace().filter(is_part).collect();
        let is_offer = words.split_whitespace().any(is_pay)
            && Outcome::heard(&rest.join(" ")) == Some(Outcome::Offer);
        is_offer.then_some(Outcome::Offer)
    };
    Outcome::heard(words).or_else(offer)
}

/// Returns true for an amount such as `£46,000` or `46k`.
pub fn is_pay(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', '!']);
    let (word, is_per) = match word.split_once('/') {
        Some((word, "hr" | "hour" | "day" | "yr" | "year")) => (word, true),
        _ => (word, false),
    };
    let amount = word.trim_start_matches(['£', '$', '€']);
    let (digits, is_thousands) = match amount.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, true),
        None => (amount, false),
    };
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
    let is_marked = is_thousands || is_per || amount.len() < word.len();
    is_number && (is_marked || digits.len() > 4 && !is_day(digits))
}

/// Returns true for `20.03.2026` and `20.03`.
fn is_day(digits: &str) -> bool {
    let parts: Option<Vec<u32>> = digits.split('.').map(|part| part.parse().ok()).collect();
    matches!(parts.as_deref(), Some([1..=31, 1..=12] | [1..=31, 1..=12, _]))
}

/// Words around what an offer pays.
#[rustfmt::skip]
const AROUND_PAY: [&str; 19] = [
    "+", "&", "a", "and", "at", "base", "bonus", "equity", "for", "hour", "of", "on", "options", "pa", "per", "plus", "salary", "stock",
    "year",
];

/// The news without what an offer pays, where that is told behind it: "until Friday, 46k + bonus".
pub fn without_pay(news: &str) -> &str {
    let is_about_pay = |tail: &str| {
        let mut words = tail.split_whitespace();
        tail.split_whitespace().any(is_pay)
            && words.all(|word| is_pay(word) || AROUND_PAY.contains(&&*word.to_lowercase()))
    };
    news.rsplit_once(", ").filter(|(_, tail)| is_about_pay(tail)).map_or(news, |(head, _)| head)
}
