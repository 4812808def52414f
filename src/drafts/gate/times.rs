//! The times that would suit the user: "I can do Tue 10 till 12, Wed 11 after 3 or Fri 13 all day."

use crate::drafts::gate::has;
use crate::drafts::language::Language;
use crate::text::behind;

/// The times in one of a line's sentences, each on its own, if that holds nothing else. Days and months are written out.
pub fn times(line: &str, language: &Language) -> Option<Vec<String>> {
    line.split(". ").find_map(|sentence| times_in(sentence.trim(), language))
}

fn times_in(sentence: &str, language: &Language) -> Option<Vec<String>> {
    let words = &language.gate.times;
    let told = words.openings.iter().find_map(|opening| behind(opening, sentence))?;
    let told = told.strip_prefix(':').unwrap_or(told).strip_prefix(' ')?;
    let told = told.strip_suffix('.').unwrap_or(told);
    let time = |part: &str| {
        let words: Option<Vec<String>> =
            part.split_whitespace().map(|word| in_full(word, language)).collect();
        let time = words.filter(|words| !words.is_empty())?;
        // "Tuesday 17, 10 till 12"
        let is_day = |word: &str| word.chars().all(|c| c.is_ascii_digit());
        let time = time.into_iter().reduce(|time, word| {
            let day = time.rsplit(' ').next().is_some_and(is_day);
            let comma =
                if day && word.starts_with(|c: char| c.is_ascii_digit()) { "," } else { "" };
            format!("{time}{comma} {word}")
        })?;
        let mut letters = time.chars();
        Some(letters.next()?.to_uppercase().chain(letters).collect())
    };
    // "Mon 19, Tue 20 or Wed 21"
    let last = words.or.as_str();
    told.split([',', ';']).flat_map(|part| part.split(last)).map(time).collect()
}

/// A word of times, with the name of a day or a month in full; `None` for any other word.
fn in_full(word: &str, language: &Language) -> Option<String> {
    let dates = &language.words.dates;
    let lower = word.to_lowercase();
    let is_short = |name: &&str| {
        let name = name.to_lowercase();
        (3..=name.len()).contains(&lower.len()) && name.starts_with(&lower)
    };
    if let Some(name) = dates.names().find(is_short) {
        return Some(name.to_owned());
    }
    let words = &language.gate.times;
    (has(&words.words, &lower) || is_number(&lower, language)).then(|| word.to_owned())
}

/// Returns true for "10", "3pm", "10:30", "10-12", "21st".
fn is_number(word: &str, language: &Language) -> bool {
    let is_part = |part: &str| {
        let unit = part.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.'));
        unit.len() < part.len() && (unit.is_empty() || has(&language.gate.times.units, unit))
    };
    word.starts_with(|c: char| c.is_ascii_digit()) && word.split(['-', '–']).all(is_part)
}
