//! Who hears what of that which a note says in general: nobody hears what somebody else hears.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::drafts::language::Language;

/// For each of the people, in their order, the place of the text that they hear. Whatever they have in common decides, and
/// then the order of both. With fewer texts than people, the last ones hear none.
pub fn among(texts: &[&str], known_of: &[String], language: &Language) -> Vec<usize> {
    let people = known_of.len().min(texts.len());
    let words = |text| words(text, language);
    let texts: Vec<HashSet<String>> = texts.iter().map(|text| words(text)).collect();
    let known: Vec<HashSet<String>> = known_of[..people].iter().map(|text| words(text)).collect();
    let mut pairs: Vec<(usize, usize)> =
        (0..people).flat_map(|person| (0..texts.len()).map(move |text| (person, text))).collect();
    pairs.sort_by_key(|(person, text)| Reverse(known[*person].intersection(&texts[*text]).count()));
    let mut given: Vec<Option<usize>> = vec![None; people];
    for (person, text) in pairs {
        if given[person].is_none() && !given.contains(&Some(text)) {
            given[person] = Some(text);
        }
    }
    given.into_iter().flatten().collect()
}

/// The words that tell what a text is about, without the -s of a plural.
fn words(text: &str, language: &Language) -> HashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    let words = words.map(str::to_lowercase);
    let words = words.map(|word| word.strip_suffix('s').map_or(word.clone(), str::to_owned));
    words.filter(|word| !language.words.shares.common.contains(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_hears_what_concerns_them_and_nobody_the_same() {
        let (shift, forklift) =
            ("I led a shift of 18 on a cross-dock.", "I hold a forklift instructor's certificate.");
        let (boss, night, nobody) = ("Operations manager", "Night shift supervisor", "");
        let cases: [(&[&str], &[&str], &[usize]); 6] = [
            (&[shift, forklift], &[boss, night], &[1, 0]),
            (&[shift, forklift], &[nobody, nobody], &[0, 1]),
            (&[forklift, shift], &[boss, night], &[0, 1]),
            // The lead hears the only one.
            (&[shift], &[boss, night], &[0]),
            (&[shift, forklift], &[night], &[0]),
            (&[], &[boss], &[]),
        ];
        for (texts, known_of, expected) in cases {
            let known_of: Vec<String> = known_of.iter().map(|text| (*text).to_owned()).collect();
            let language = Language::english();
            assert_eq!(among(texts, &known_of, language), expected, "{texts:?} {known_of:?}");
        }
    }
}
