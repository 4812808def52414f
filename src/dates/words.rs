//! The words of a time frame, without those that don't change it.

use crate::dates::named::parse_weekday;

/// A text in lower case, with white space between its words. A dash between numbers becomes the word `to`, any other a
/// space.
pub(super) fn spaced(text: &str) -> String {
    let text = text.to_lowercase();
    let mut spaced = String::with_capacity(text.len());
    let mut before = None;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '-' | '–' | '—' | '‐' | '‑' => {
                let (next, last) = (rest.trim_start(), text[..at].trim_end());
                let starts_number = next.starts_with(|c: char| c.is_ascii_digit());
                let between = starts_number && last.ends_with(|c: char| c.is_ascii_digit());
                // A minus makes no sense here, but must not be dropped.
                let minus = starts_number && last.is_empty();
                spaced.push_str(if between {
                    " to "
                } else if minus {
                    "-"
                } else {
                    " "
                });
            }
            // Part of a number that isn't a whole count of days.
            ',' | '.' if is_digit(before) && is_digit(rest.chars().next()) => spaced.push(c),
            ',' | '.' | ';' | '(' | ')' | '~' | '≈' | '!' => spaced.push(' '),
            '\'' | '’' => {}
            c => {
                // `2w` and `20th`: a number and its unit are two words.
                if c.is_alphabetic() && is_digit(before) {
                    spaced.push(' ');
                }
                spaced.push(c);
            }
        }
        before = Some(c);
    }
    spaced
}

/// Strips the small words around: `within about 10 days or so` becomes `10 days`.
pub(super) fn trimmed<'a, 'w>(mut words: &'a [&'w str]) -> &'a [&'w str] {
    'again: loop {
        for small in BEFORE {
            if words.len() > small.len() && words.starts_with(small) {
                words = &words[small.len()..];
                continue 'again;
            }
        }
        for small in AFTER {
            if words.len() > small.len() && words.ends_with(small) {
                words = &words[..words.len() - small.len()];
                continue 'again;
            }
        }
        let without = without_time_before(without_time(words));
        if without.len() == words.len() || without.is_empty() {
            return words;
        }
        words = without;
    }
}

/// Strips a time of day: `friday at 5 pm` becomes `friday`.
fn without_time<'a, 'w>(words: &'a [&'w str]) -> &'a [&'w str] {
    let before = match words {
        [before @ .., time, "am" | "pm"] if time.starts_with(|c: char| c.is_ascii_digit()) => {
            before
        }
        // `Weds pm`
        [before @ .., "am" | "pm"] if before.last().is_some_and(|day| is_day(day)) => before,
        [before @ .., "noon" | "midday" | "midnight" | "lunchtime"] => before,
        // `tomorrow at 5`
        [before @ .., "at", time]
            if before.last().is_some_and(|day| is_day(day)) && is_hour(time) =>
        {
            before
        }
        [before @ .., time] if is_clock(time) => before,
        _ => return words,
    };
    before.strip_suffix(&["at"]).unwrap_or(before)
}

/// The same in front: `5 pm on friday` becomes `on friday`.
fn without_time_before<'a, 'w>(words: &'a [&'w str]) -> &'a [&'w str] {
    match words {
        ["noon" | "midday", rest @ ..] if !rest.is_empty() => rest,
        [time, "am" | "pm", rest @ ..]
            if !rest.is_empty() && time.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            rest
        }
        [time, rest @ ..] if !rest.is_empty() && is_clock(time) => rest,
        _ => words,
    }
}

fn is_day(word: &str) -> bool {
    word == "tomorrow" || parse_weekday(word).is_some()
}

fn is_hour(word: &str) -> bool {
    word.parse().is_ok_and(|hour: u8| hour < 24)
}

/// `17:00`
fn is_clock(word: &str) -> bool {
    word.contains(':') && word.bytes().all(|b| b.is_ascii_digit() || b == b':')
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

/// Words before a time frame that don't change it.
const BEFORE: [&[&str]; 45] = [
    &["by", "email"],
    &["by", "letter"],
    &["by", "phone"],
    &["by", "post"],
    &["shortly"],
    &["at", "the"],
    &["not", "until"],
    &["not", "till"],
    &["not", "til"],
    &["til"],
    &["on", "or", "before"],
    &["some", "time"],
    &["hopefully"],
    &["first", "thing"],
    &["cop"],
    &["latest"],
    &["at", "the", "latest"],
    &["close", "of", "play"],
    &["no", "later", "than"],
    &["up", "to"],
    &["at", "most"],
    &["within"],
    &["in"],
    &["about"],
    &["around"],
    &["approximately"],
    &["approx"],
    &["roughly"],
    &["probably"],
    &["maybe"],
    &["by"],
    &["before"],
    &["until"],
    &["till"],
    &["on"],
    &["over"],
    &["sometime"],
    &["the"],
    &["max"],
    &["max", "of"],
    &["eod"],
    &["cob"],
    &["end", "of", "day"],
    &["close", "of", "business"],
    &["end", "of", "business"],
];

/// Words after a time frame that don't change it.
const AFTER: [&[&str]; 25] = [
    &["by", "email"],
    &["by", "letter"],
    &["by", "phone"],
    &["by", "post"],
    &["if", "they", "want", "me"],
    &["to", "decide"],
    &["either", "way"],
    &["or", "so"],
    &["some", "time"],
    &["sometime"],
    &["hopefully"],
    &["probably"],
    &["maybe"],
    &["morning"],
    &["afternoon"],
    &["evening"],
    &["at", "most"],
    &["at", "the", "latest"],
    &["latest"],
    &["from", "now"],
    &["time"],
    &["max"],
    &["maximum"],
    &["or", "less"],
    &["tops"],
];
