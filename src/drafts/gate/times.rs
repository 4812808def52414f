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
    let several = |part| {
        let all: Vec<&str> = str::split(part, words.or.as_str()).collect();
        // Of "Mon 14 or Tue 15 after 4" the hour may be that of both.
        let is_one = is_day(all[0], language) && !all.iter().all(|time| is_day(time, language));
        if is_one { vec![part] } else { all }
    };
    // "Mon 19, Tue 20 or Wed 21"
    told.split([',', ';']).flat_map(several).map(time).collect()
}

/// Returns true for "Mon 14", "19th October": a day without an hour.
fn is_day(time: &str, language: &Language) -> bool {
    let is_number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let (numbers, names): (Vec<&str>, Vec<&str>) = time.split_whitespace().partition(is_number);
    let is_whole = |number: &&str| !number.contains([':', '.', '-']) && !number.ends_with('m');
    let is_name = |word: &&str| {
        in_full(word, language).is_some_and(|name| name.starts_with(char::is_uppercase))
    };
    numbers.len() < 2 && numbers.iter().all(is_whole) && names.iter().all(is_name)
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
    let is_known = has(&words.words, &lower) || words.or.trim() == lower;
    (is_known || is_number(&lower, language)).then(|| word.to_owned())
}

/// Returns true for "10", "3pm", "10:30", "10-12", "21st".
fn is_number(word: &str, language: &Language) -> bool {
    let is_part = |part: &str| {
        let unit = part.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.'));
        unit.len() < part.len() && (unit.is_empty() || has(&language.gate.times.units, unit))
    };
    word.starts_with(|c: char| c.is_ascii_digit()) && word.split(['-', '–']).all(is_part)
}
