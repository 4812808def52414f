//! Words that tell of another day, of an interview or of the decision: "postponed to 3 April".

use crate::agenda::pick::words_in;
use crate::text::is_one_of;

/// Returns true if words tell of a new day.
pub fn is_moved(news: &str) -> bool {
    // Not the day on which the job begins.
    !tells_of(news, &["start", "starting"]) && moved_to(news).is_some()
        || NEW_DAY.iter().any(|known| news.to_lowercase().trim_end_matches(" is").ends_with(known))
}

/// The words behind "postponed to".
pub fn moved_to(news: &str) -> Option<String> {
    let words: Vec<&str> = news.split_whitespace().collect();
    let is_back = |at: usize| {
        let mut next = words[at + 1..].iter().filter(|word| !is_one_of(word, &WHAT_MOVED));
        next.next().is_some_and(|word| match words[at].to_lowercase() {
            put if put == "put" => is_one_of(word, &["back", "out"]),
            _ => is_one_of(word, &["back", "out", "to", "until", "till"]),
        })
    };
    let is_moved = |at: &usize| {
        let word = words[*at];
        is_one_of(word, &MOVED) || is_one_of(word, &["pushed", "put"]) && is_back(*at)
    };
    let at = (0..words.len()).find(is_moved)?;
    let is_small = |word: &&str| is_one_of(word, &WHAT_MOVED) || is_one_of(word, &["back", "out"]);
    let rest: Vec<&str> = words[at + 1..].iter().copied().skip_while(is_small).collect();
    match rest[..] {
        // They have gone on with somebody else.
        ["on"] => None,
        _ => {
            let to = rest.into_iter().skip_while(|word| is_one_of(word, &JOINTS));
            Some(to.collect::<Vec<_>>().join(" "))
        }
    }
}

/// Returns true if what was put off is the decision, not the interview.
pub fn is_of_decision(news: &str) -> bool {
    tells_of(news, &["decision", "decisions"]) && !is_of_interview(news)
}

/// Returns true if what was put off is the interview, or that as well. A decision is hardly rescheduled.
pub fn is_of_interview(news: &str) -> bool {
    tells_of(news, &INTERVIEWS)
        || tells_of(news, &RESCHEDULED) && !tells_of(news, &["decision", "decisions"])
}

/// Returns true for "call me", as somebody said it who will tell then, or wants to talk.
pub fn is_call(news: &str) -> bool {
    let words: Vec<&str> = news.split_whitespace().collect();
    matches!(words[..], [call, whom, ..] if is_one_of(call, &["call", "phone", "ring"])
        && is_one_of(whom, &["back", "her", "him", "me", "them", "us"]))
}

/// Returns true if a word of the news, before a full stop or comma or not, is one of these.
pub fn tells_of(news: &str, known: &[&str]) -> bool {
    words_in(news).iter().any(|word| is_one_of(word, known))
}

/// Words for what has a new day, behind "moved".
const WHAT_MOVED: [&str; 5] = ["it", "the", "their", "decision", "deadline"];

/// Words for an interview.
const INTERVIEWS: [&str; 9] = [
    "interview",
    "interviews",
    "call",
    "chat",
    "meeting",
    "onsite",
    "round",
    "screen",
    "screening",
];

/// Words for an interview with a new day.
const MOVED: [&str; 5] = ["delayed", "moved", "postponed", "reschedule", "rescheduled"];

/// Those of them that are said of an interview alone.
const RESCHEDULED: [&str; 2] = ["reschedule", "rescheduled"];

/// Those of them that are said of a decision, too.
pub const PUT_OFF: [&str; 2] = ["delayed", "postponed"];

/// Words in front of that day.
const NEW_DAY: [&str; 4] = ["new date", "new day", "new slot", "new time"];

/// Words between news and a day.
pub const JOINTS: [&str; 6] = ["to", "on", "until", "till", "by", "for"];
