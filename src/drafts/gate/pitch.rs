//! What the user can do for them, as they have it said while they hope for the job: "I can do the freezer side."

use crate::drafts::gate::bare::is_span;
use crate::drafts::gate::work::is_about_work;
use crate::drafts::gate::{after, has};
use crate::drafts::language::Language;

/// Returns true if a sentence of a text says what the user can do, or has done at work.
pub fn is_pitch(text: &str, language: &Language) -> bool {
    let ends = ['.', '!', '?', ';', '\n'];
    text.split_inclusive(ends).map(str::trim).any(|sentence| {
        let lower = sentence.trim_end_matches(ends).to_lowercase().replace('’', "'");
        let words: Vec<&str> = lower.split(' ').map(|word| word.trim_end_matches(',')).collect();
        is_about_work(sentence, language) || says_so(&words, language)
    })
}

/// Returns true for "I can do …", "and I did two winters …", but not for "I can only thank you".
fn says_so(words: &[&str], language: &Language) -> bool {
    let pitch = &language.gate.pitch;
    let words = words
        .split_first()
        .filter(|(first, _)| has(&pitch.joints, first))
        .map_or(words, |(_, rest)| rest);
    let begins = |openings: &[&str]| openings.iter().any(|opening| after(words, opening).is_some());
    let mut lasted = pitch.lasting.iter().filter_map(|opening| after(words, opening));
    begins(&pitch.openings) && !begins(&pitch.apart) || lasted.any(|rest| is_span(rest, language))
}
