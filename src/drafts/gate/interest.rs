//! A sentence about what the user likes about the work, or wants to do: "I like that payroll sits with HR."

use crate::drafts::gate::phrase::is_told;
use crate::drafts::gate::{are_harmless, behind, has, plain};
use crate::drafts::language::Language;

/// The most words of such a sentence.
const WORDS: usize = 24;

/// A remark that is such a sentence, as it stands.
pub fn interest<'t>(remark: &'t str, language: &Language) -> Option<&'t str> {
    let words = &language.gate.interest;
    let sentence = remark.trim();
    let text = plain(sentence.strip_suffix('.')?, WORDS)?;
    let after = |opening: &String| behind(&text, opening)?.strip_prefix(' ');
    let told = |rest: &str| {
        let (told, contrast) = rest.split_once(&words.contrast).unwrap_or((rest, ""));
        let told: Vec<&str> = told.split(' ').collect();
        let told = match &told[..] {
            [article, told @ ..] if has(&language.gate.heard.articles, article) => told,
            told => told,
        };
        let contrast: Vec<&str> = contrast.split_whitespace().collect();
        is_told(told, language) && are_harmless(&contrast, &[], language)
    };
    let wanted = |rest: &str| {
        let rest: Vec<&str> = rest.split(' ').collect();
        rest.len() >= 2 && are_harmless(&rest, &[], language)
    };
    let passes = words.clauses.iter().filter_map(after).any(told)
        || words.wishes.iter().filter_map(after).any(wanted);
    passes.then_some(sentence)
}
