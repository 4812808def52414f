//! Whom the user meets in the next round, as the note has it: "next: Okan Demir, head of surveillance, by video".

use crate::drafts::gate::is_somebody;
use crate::drafts::language::Language;
use crate::notes::is_title_of_somebody;
use crate::text::behind;

/// The fewest and the most words of a name.
const NAME: (usize, usize) = (2, 4);

/// The name behind one of the openings, if that is clearly a person's: it begins with a known first name, or a job follows.
pub fn next<'t>(line: &'t str, language: &Language) -> Option<&'t str> {
    let openings = &language.gate.next.openings;
    let begins = |text: &'t str| openings.iter().find_map(|opening| behind(opening, text));
    // "Lydia: next I meet Tomasz Wilk"
    let told = begins(line).or_else(|| begins(line.split_once(": ")?.1))?;
    let told = told.trim_start_matches([':', '=', '-', '–', ' ']);
    let end = told.find([',', '(', '.', ';']).unwrap_or(told.len());
    let (name, more) = told.split_at(end);
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(|c| c.is_lowercase() || c == '-')
    };
    let words = name.trim_end().split(' ');
    let is_whole = (NAME.0..=NAME.1).contains(&words.clone().count()) && words.clone().all(is_name);
    let job = more.trim_start_matches([',', '(', ' ']).split([',', ')', '.', ';']).next();
    let is_known = words.clone().next().is_some_and(|first| is_somebody(first, language));
    let is_theirs = || job.is_some_and(|job| is_title_of_somebody(job.trim()));
    (is_whole && (is_known || is_theirs())).then(|| name.trim_end())
}
