//! Words that tell by when an offer needs an answer: "they gave me until Friday".

use crate::agenda::pick::words_in;
use crate::cli::{Ending, day_in, unusable};
use crate::dates::calendar::Calendar;
use crate::dates::day::Direction;
use crate::dates::window::Window;
use crate::text::one_line;
use chrono::NaiveDate;

/// The day by which an offer needs an answer, in these words, unless the end of their time would be a guess.
pub fn deadline_in(
    option: &str,
    words: &str,
    said: NaiveDate,
    calendar: &Calendar,
) -> Result<NaiveDate, Ending> {
    if Window::parse(words).is_some_and(|told| told.is_rough()) {
        return Err(unusable(&format!(
            "{option} {:?} is no single day; ask them for the day, and write that",
            one_line(words)
        )));
    }
    day_in(option, words, said, Direction::Ahead, calendar)
}

/// Returns true for words with a time of day: "Friday noon", "tomorrow at 5", "by 5pm".
pub fn tells_time(words: &str) -> bool {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let is_hour = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_time = |word: &str| {
        let is_clock = word.split_once(':').is_some_and(|(hour, _)| hour.parse::<u8>().is_ok());
        let half = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
        ["noon", "midday", "lunchtime"].contains(&word)
            || is_clock
            || half.is_some_and(|hour| hour.is_empty() || is_hour(hour))
    };
    words.iter().any(|word| is_time(word.trim_matches(|c: char| !c.is_alphanumeric())))
        || words.windows(2).any(|pair| pair[0] == "at" && pair[1].parse::<u8>().is_ok())
}

/// Returns true if words are about the day by which an offer needs an answer, and nothing else.
pub fn is_deadline(news: &str) -> bool {
    let words = words_in(news);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&&**word));
    // The company may decide something, too, and the user may do so before.
    let is_to_decide =
        has(&DECIDE) && !has(&THEY) && (!has(&["i"]) || has(&["have", "must", "need"]));
    let is_known = |word: &String| {
        let is_around = |known: &[&str]| known.contains(&&**word);
        is_around(&DEADLINE)
            || is_around(&AROUND_DEADLINE)
            || is_around(&THEY)
            || is_around(&DECIDE) && is_to_decide
    };
    // "They want to know by Friday"
    let is_known = |word: &String| is_known(word) || word == "know";
    let wants = |pair: &[String]| WANT.contains(&&*pair[0]) && pair[1] == "to";
    let is_asked =
        !has(&["i"]) && words.windows(3).any(|three| wants(&three[..2]) && three[2] == "know");
    // One that is extended is made.
    let is_made = words.windows(2).any(|pair| pair == ["an", "offer"]);
    let is_about = has(&DEADLINE) || is_to_decide || is_asked;
    is_about && !is_made && has(&["know"]) == is_asked && words.iter().all(is_known)
}

/// Words for the deadline of an offer.
pub const DEADLINE: [&str; 8] =
    ["answer", "deadline", "deadlines", "expires", "extended", "extension", "gave", "given"];

/// The user's deeds until then. The company may also do them.
const DECIDE: [&str; 4] = ["decide", "reply", "respond", "sign"];

/// The company, as the one who gives the deadline.
const THEY: [&str; 5] = ["he", "she", "they", "theyd", "theyve"];

/// Words for what they would like to hear by then.
const WANT: [&str; 4] = ["need", "needs", "want", "wants"];

/// Words around these.
#[rustfmt::skip]
const AROUND_DEADLINE: [&str; 41] = [
    "a", "again", "an", "been", "by", "day", "days", "few", "for", "got", "has", "have", "i", "is", "it", "its", "ive", "longer",
    "me", "more", "moved", "must", "my", "need", "needs", "new", "now", "of", "offer", "on", "pushed", "sooner", "the", "time", "till", "to",
    "until", "want", "wants", "was", "with",
];
