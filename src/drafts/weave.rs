//! A note's own words as part of a message: sentences stay as they are, fragments get a lead.

use crate::notes::Person;
use crate::text::message;

/// Most words of a section that go into a message: it has to be brief.
const WORD_LIMIT: usize = 60;

/// Verbs in the past that don't end in `-ed` and stay the same when "Jane" becomes "you".
const PAST: [&str; 22] = [
    "said", "told", "showed", "spoke", "gave", "made", "went", "took", "thought", "knew",
    "brought", "led", "ran", "built", "wrote", "drew", "taught", "kept", "saw", "found", "had",
    "meant",
];

/// The fragments as running text behind a lead, `[fill in: hint]` where there are none, or nothing without a hint.
///
/// A sentence that speaks for itself (`I like …`) stands before the lead.
pub fn say(fragments: &[String], lead: Option<&str>, hint: Option<&str>) -> String {
    let chosen = brief(fragments);
    if chosen.is_empty() {
        return hint.map_or_else(String::new, |hint| format!("[fill in: {hint}]"));
    }
    let (whole, rest): (Vec<&str>, Vec<&str>) =
        chosen.into_iter().partition(|fragment| is_whole(fragment) || is_blank(fragment));
    let (sentences, listed): (Vec<&str>, Vec<&str>) =
        rest.into_iter().partition(|fragment| is_sentence(fragment));
    let lead = lead.map_or_else(String::new, |lead| format!("{lead}: "));
    let mut parts: Vec<String> = whole.into_iter().map(str::to_owned).collect();
    let mut sentences = sentences.into_iter();
    if !listed.is_empty() {
        let listed = listed.into_iter().map(bare).collect::<Vec<_>>().join("; ");
        let end = if listed.ends_with(['?', '!']) { "" } else { "." };
        parts.push(format!("{lead}{listed}{end}"));
    } else if let Some(first) = sentences.next() {
        parts.push(format!("{lead}{}", uncapped(first)));
    }
    parts.extend(sentences.map(str::to_owned));
    parts.join(" ")
}

/// A fragment for somebody, in words that can be said to them: `Jane explained …` becomes `You explained …`. What
/// still speaks of them in the third person becomes a blank that holds it.
pub fn addressed(fragment: &str, person: &Person) -> String {
    let mut text = fragment.to_owned();
    for name in [person.name.as_str(), person.first_name()] {
        let Some(rest) = fragment.strip_prefix(name) else { continue };
        if let Some(rest) = rest.strip_prefix("'s ").or_else(|| rest.strip_prefix("’s ")) {
            text = format!("Your {rest}");
        } else if let Some(rest) = rest.strip_prefix(' ') {
            let verb = rest.split_whitespace().next().unwrap_or_default();
            if verb.ends_with("ed") || PAST.contains(&verb) {
                text = format!("You {rest}");
            } else if let Some(rest) = rest.strip_prefix("was ") {
                text = format!("You were {rest}");
            } else if let Some(rest) = rest.strip_prefix("has ") {
                text = format!("You have {rest}");
            }
        }
        break;
    }
    let about = |word: &str| {
        word == person.first_name()
            || matches!(word.to_lowercase().as_str(), "he" | "she" | "him" | "his" | "her" | "hers")
    };
    if words(&text).any(about) {
        let inner = fragment.replace(['[', ']'], "");
        return format!(
            "[fill in: say this to {} in your own words: {inner}]",
            person.first_name()
        );
    }
    text
}

/// Whether a text names this person, by the whole name or the first name as a word.
pub fn names(text: &str, person: &Person) -> bool {
    // Both begin with the same word: most texts don't hold it.
    let given = person.name.split(' ').next().unwrap_or_default();
    text.contains(given) && names_wholly(text, person)
}

fn names_wholly(text: &str, person: &Person) -> bool {
    text.contains(&person.name) || words(text).any(|word| word == person.first_name())
}

/// Names as a list in a sentence: `Jane, Ravi and Kim`.
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A note's fragments, inert wherever the message is shown.
pub fn inert<S: AsRef<str>>(fragments: &[S]) -> Vec<String> {
    fragments.iter().map(|fragment| message(fragment.as_ref())).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-'))
}

/// As many fragments as fit; of one that is too long alone, the first sentences.
fn brief(fragments: &[String]) -> Vec<&str> {
    let mut left = WORD_LIMIT;
    let mut chosen = Vec::new();
    for fragment in fragments {
        let fitting = if chosen.is_empty() { fitting(fragment) } else { fragment };
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

/// A text's first sentences within the limit; nothing where not even the first one fits.
fn fitting(text: &str) -> &str {
    if is_blank(text) || text.split_whitespace().nth(WORD_LIMIT).is_none() {
        return text;
    }
    let ends = text.match_indices(['.', '!', '?']).map(|(at, end)| at + end.len());
    let sentences = ends.filter(|end| text[*end..].starts_with(' ')).map(|end| &text[..end]);
    let is_short = |text: &&str| text.split_whitespace().nth(WORD_LIMIT).is_none();
    sentences.take_while(is_short).last().unwrap_or_default()
}

fn is_blank(fragment: &str) -> bool {
    fragment.starts_with("[fill in") && fragment.ends_with(']')
}

/// A sentence of the writer or to the reader.
fn is_whole(text: &str) -> bool {
    const OPENINGS: [&str; 9] = ["I", "I'm", "I've", "I'd", "My", "You", "Your", "We", "Our"];
    let opening = text.split_whitespace().next().unwrap_or_default().replace('’', "'");
    is_sentence(text) && OPENINGS.contains(&opening.as_str())
}

fn is_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', ')', '”', '’', '»']);
    let starts = text.trim_start_matches(['"', '\'', '(', '“', '‘', '«']);
    end.ends_with(['.', '!', '?', '…', '。', '！', '？'])
        && starts.chars().next().is_some_and(|c| !c.is_lowercase())
        && (text.split_whitespace().count() > 2 || !text.is_ascii())
}

/// A fragment within a list: without its end mark.
fn bare(text: &str) -> String {
    uncapped(text.trim_end_matches(['.', ',', ';', ':']).trim_end())
}

/// A text behind a lead: without a capital that only a start of a line gave it.
fn uncapped(text: &str) -> String {
    const SMALL: [&str; 24] = [
        "The", "Their", "They", "How", "That", "This", "A", "An", "We", "It", "My", "Our", "You",
        "Your", "Why", "What", "When", "Where", "No", "Not", "There", "On", "In", "Some",
    ];
    let first = text.split_whitespace().next().unwrap_or_default();
    if SMALL.contains(&first) {
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
            let said = say(&owned(given), Some("What stayed"), Some("a hint"));
            assert_eq!(said, expected, "{given:?}");
        }
        assert_eq!(say(&[], Some("x"), None), "");
        assert_eq!(say(&owned(&["The bill"]), None, None), "the bill.");
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
            assert_eq!(addressed(given, &jane), expected, "{given}");
        }
    }
}
