//! Weaves a note's own words into a message: sentences stay as they are, fragments follow a lead.

use crate::drafts::blanks::{blank, is_blank};
use crate::drafts::language::{Language, SecondPerson};
use crate::notes::Person;
use crate::text::{message, words};

/// Most words of a section that go into a message, so that it stays brief.
const WORD_LIMIT: usize = 60;

/// Fragments as running text after a lead. Without any, it is a blank with the hint, or nothing if there is no hint.
///
/// A sentence that speaks for itself (`I like …`) comes before the lead.
pub fn say(
    fragments: &[String],
    lead: Option<&str>,
    hint: Option<&str>,
    language: &Language,
) -> String {
    let chosen = brief(fragments, language);
    if chosen.is_empty() {
        return hint.map_or_else(String::new, |hint| blank(hint, language));
    }
    let (whole, rest): (Vec<&str>, Vec<&str>) = chosen
        .into_iter()
        .partition(|fragment| is_whole(fragment, language) || is_blank(fragment, language));
    let (sentences, listed): (Vec<&str>, Vec<&str>) =
        rest.into_iter().partition(|fragment| is_sentence(fragment));
    let lead = lead.map_or_else(String::new, |lead| format!("{lead}: "));
    let mut parts: Vec<String> = whole.into_iter().map(str::to_owned).collect();
    let mut sentences = sentences.into_iter();
    if !listed.is_empty() {
        let listed = listed.into_iter().map(|fragment| bare(fragment, language));
        let listed = listed.collect::<Vec<_>>().join("; ");
        let end = if listed.ends_with(['?', '!']) { "" } else { "." };
        parts.push(format!("{lead}{listed}{end}"));
    } else if let Some(first) = sentences.next() {
        parts.push(format!("{lead}{}", uncapped(first, language)));
    }
    parts.extend(sentences.map(str::to_owned));
    parts.join(" ")
}

/// A fragment about a person, turned into words to say to them: `Jane explained …` becomes `You explained …`. If it
/// would still speak of them in the third person, it becomes the hint of a blank.
pub fn addressed(fragment: &str, person: &Person, language: &Language) -> String {
    let words = &language.words.second_person;
    let name = [person.name.as_str(), person.first_name()]
        .into_iter()
        .find_map(|name| fragment.strip_prefix(name));
    let text = name.and_then(|rest| in_second_person(rest, words));
    let text = text.unwrap_or_else(|| fragment.to_owned());
    let is_about = |word: &str| {
        word == person.first_name() || words.third_person.contains(&word.to_lowercase())
    };
    if words_of(&text).any(is_about) {
        let inner = fragment.replace(['[', ']'], "");
        let retell = &language.words.blanks.retell;
        let hint = retell.replace("{person}", person.first_name()).replace("{fragment}", &inner);
        return blank(&hint, language);
    }
    text
}

/// The second person's form of a text that begins with a name, given what comes after the name.
fn in_second_person(rest: &str, words: &SecondPerson) -> Option<String> {
    let possessive = words.possessive_endings.iter().find_map(|ending| rest.strip_prefix(ending));
    if let Some(rest) = possessive.and_then(|rest| rest.strip_prefix(' ')) {
        return Some(format!("{} {rest}", words.possessive));
    }
    let rest = rest.strip_prefix(' ')?;
    let verb = rest.split_whitespace().next().unwrap_or_default();
    let pronoun = &words.pronoun;
    let is_unchanged = words.past_endings.iter().any(|ending| verb.ends_with(ending))
        || words.unchanged_verbs.iter().any(|known| known == verb);
    if is_unchanged {
        return Some(format!("{pronoun} {rest}"));
    }
    let (changed, rest) = (words.changed_verbs.get(verb)?, rest.strip_prefix(verb)?);
    rest.starts_with(' ').then(|| format!("{pronoun} {changed}{rest}"))
}

/// Returns true for a text with this person's whole name, or their first name as a word.
pub fn names(text: &str, person: &Person) -> bool {
    // Both names begin with this, and most texts don't contain it.
    let given = person.name.split(' ').next().unwrap_or_default();
    text.contains(given) && names_wholly(text, person)
}

fn names_wholly(text: &str, person: &Person) -> bool {
    text.contains(&person.name) || words_of(text).any(|word| word == person.first_name())
}

/// Names as a list in a sentence: `Jane, Ravi and Kim`.
pub fn listed(names: &[String], language: &Language) -> String {
    let words = &language.words.lists;
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{}{last}", first.join(&words.separator), words.last),
    }
}

/// Fragments of a note, made inert wherever the message is shown.
pub fn inert<S: AsRef<str>>(fragments: &[S]) -> Vec<String> {
    fragments.iter().map(|fragment| message(fragment.as_ref())).collect()
}

/// The words of a text, with `Jean-Paul` as one.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    words(text, &['-'])
}

/// As many fragments as fit, or the first sentences of one that is too long by itself.
fn brief<'f>(fragments: &'f [String], language: &Language) -> Vec<&'f str> {
    let mut left = WORD_LIMIT;
    let mut chosen = Vec::new();
    for fragment in fragments {
        let fitting = if chosen.is_empty() { fitting(fragment, language) } else { fragment };
        let words = fitting.split_whitespace().count();
        if words > left {
            break;
        }
        left -= words;
        if !fitting.is_empty() {
            chosen.push(fitting);
        }
    }
    chosen
}

/// The first sentences of a text that fit within the limit; empty if not even the first one does.
fn fitting<'f>(text: &'f str, language: &Language) -> &'f str {
    if is_blank(text, language) || text.split_whitespace().nth(WORD_LIMIT).is_none() {
        return text;
    }
    let ends = text.match_indices(['.', '!', '?']).map(|(at, end)| at + end.len());
    let sentences = ends.filter(|end| text[*end..].starts_with(' ')).map(|end| &text[..end]);
    let is_short = |text: &&str| text.split_whitespace().nth(WORD_LIMIT).is_none();
    sentences.take_while(is_short).last().unwrap_or_default()
}

/// Returns true for a sentence about its writer or to its reader, which needs no lead.
fn is_whole(text: &str, language: &Language) -> bool {
    let opening = text.split_whitespace().next().unwrap_or_default().replace('’', "'");
    is_sentence(text) && language.words.sentences.openings.contains(&opening)
}

fn is_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', ')', '”', '’', '»']);
    let starts = text.trim_start_matches(['"', '\'', '(', '“', '‘', '«']);
    end.ends_with(['.', '!', '?', '…', '。', '！', '？'])
        && starts.chars().next().is_some_and(|c| !c.is_lowercase())
        && (text.split_whitespace().count() > 2 || !text.is_ascii())
}

/// A fragment for a list, without its final punctuation.
fn bare(text: &str, language: &Language) -> String {
    uncapped(text.trim_end_matches(['.', ',', ';', ':']).trim_end(), language)
}

/// A text to follow a lead, without a capital that it has only as the start of a sentence.
fn uncapped(text: &str, language: &Language) -> String {
    let first = text.split_whitespace().next().unwrap_or_default();
    if language.words.sentences.uncapped.iter().any(|word| word == first) {
        let mut letters = text.chars();
        let first = letters.next().map(char::to_lowercase);
        return first.into_iter().flatten().chain(letters).collect();
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(fragments: &[&str]) -> Vec<String> {
        fragments.iter().map(|fragment| (*fragment).to_owned()).collect()
    }

    #[test]
    fn a_section_reads_well_whatever_it_holds() {
        let language = Language::english();
        let cases: [(&[&str], &str); 7] = [
            (&[], "[fill in: a hint]"),
            (&["I like small teams."], "I like small teams."),
            (
                &["They ship every Friday.", "Kafka in anger helps."],
                "What stayed: they ship every Friday. Kafka in anger helps.",
            ),
            (&["the on-call rota"], "What stayed: the on-call rota."),
            (
                &["The on-call rota", "Kafka in anger,"],
                "What stayed: the on-call rota; Kafka in anger.",
            ),
            (&["One team owns it.", "no tickets"], "What stayed: no tickets. One team owns it."),
            (&["Why Rust?"], "What stayed: why Rust?"),
        ];
        for (given, expected) in cases {
            let said = say(&owned(given), Some("What stayed"), Some("a hint"), language);
            assert_eq!(said, expected, "{given:?}");
        }
        assert_eq!(say(&[], Some("x"), None, language), "");
        assert_eq!(say(&owned(&["The bill"]), None, None, language), "the bill.");
    }

    #[test]
    fn nobody_is_told_of_themselves_in_the_third_person() {
        let jane = Person::named("Jane Doe").unwrap();
        let cases = [
            ("Jane explained the rota.", "You explained the rota."),
            ("Jane Doe's view on tests", "Your view on tests"),
            ("Jane was clear about it", "You were clear about it"),
            ("How small the team is", "How small the team is"),
            (
                "Jane thinks in tests",
                "[fill in: say this to Jane in your own words: Jane thinks in tests]",
            ),
            (
                "Asked her about it",
                "[fill in: say this to Jane in your own words: Asked her about it]",
            ),
        ];
        for (given, expected) in cases {
            assert_eq!(addressed(given, &jane, Language::english()), expected, "{given}");
        }
    }
}
