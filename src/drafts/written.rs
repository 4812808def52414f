//! A letter that its writer has written whole, with its greeting or its end: nothing is put around it.

use crate::drafts::language::Language;

/// Most words of a name in a greeting, and of what follows a closing.
const NAME_WORDS: usize = 4;

/// Characters that end a greeting.
const GREETING_ENDS: [char; 6] = [',', '!', ':', '–', '—', '\n'];

/// Line between the words to the recruiter and the message that is passed on.
pub const DIVIDER: &str = "\n---\n";

/// The letter made of paragraphs that already have a greeting or an end; `None` if they have neither. What they lack comes
/// from `body`, the letter that was written around them, and from `end`.
pub fn whole(
    paragraphs: &[String],
    name: &str,
    body: &str,
    end: &str,
    language: &Language,
) -> Option<String> {
    let (first, last) = (paragraphs.first()?, paragraphs.last()?);
    let (is_greeting, is_signed) = (is_greeting(first, language), is_signed(last, name, language));
    if !is_greeting && !is_signed {
        return None;
    }
    let (preface, letter) = match body.split_once(DIVIDER) {
        Some((preface, letter)) => (Some(preface), letter.trim_start()),
        None => (None, body),
    };
    let greeting = letter.lines().next().filter(|_| !is_greeting);
    let end = Some(end).filter(|_| !is_signed);
    let parts = greeting.into_iter().chain(paragraphs.iter().map(String::as_str)).chain(end);
    let letter = parts.collect::<Vec<_>>().join("\n\n") + "\n";
    Some(preface.map_or(letter.clone(), |preface| format!("{preface}{DIVIDER}\n{letter}")))
}

/// Returns true for a paragraph that begins with "Hi Jane,".
fn is_greeting(paragraph: &str, language: &Language) -> bool {
    let greetings = &language.words.greetings;
    let lower = paragraph.to_lowercase();
    greetings.openings.iter().any(|opening| {
        let Some(rest) = lower.strip_prefix(opening.as_str()) else { return false };
        if rest.starts_with(GREETING_ENDS) {
            return true;
        }
        // The same place in the text as it is written.
        let rest = paragraph.get(opening.len()..).filter(|rest| rest.starts_with(' '));
        let Some(rest) = rest else { return false };
        let name = rest.split(GREETING_ENDS).next().unwrap_or_default();
        let is_name = |word: &str| {
            word.starts_with(char::is_uppercase)
                || greetings.nameless.iter().any(|nameless| nameless == word)
        };
        let mut words = name.split_whitespace();
        words.clone().count() <= NAME_WORDS && words.next().is_some_and(is_name)
    })
}

/// Returns true for a paragraph that is a closing with the writer's name, such as "Best, Alex", or the name alone.
fn is_signed(paragraph: &str, name: &str, language: &Language) -> bool {
    let (lower, name) = (paragraph.to_lowercase(), name.trim().to_lowercase());
    let lower = lower.trim_end_matches(['.', '!']);
    let Some(first) = name.split_whitespace().next() else { return false };
    let closings = language.words.greetings.closings.iter();
    let rests = closings.filter_map(|closing| lower.strip_prefix(closing.as_str()));
    let rests = rests.filter_map(|rest| rest.strip_prefix([',', '\n', ' ']));
    rests.chain([lower]).any(|rest| {
        let mut words = rest.split(|c: char| c.is_whitespace() || c == ',');
        let is_brief = rest.split_whitespace().count() <= NAME_WORDS;
        is_brief && words.find(|word| !word.is_empty()) == Some(first)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greeting_has_a_name_or_an_end() {
        let language = Language::english();
        for greeting in ["Hi Jane,", "Dear Dr. de Witt:", "Hello all!", "Hi, thanks.", "Hey Jo"] {
            assert!(is_greeting(greeting, language), "{greeting}");
        }
        for none in ["Hi-fi is my hobby.", "Hello from the far side, too.", "Thank you.", "Hit it,"]
        {
            assert!(!is_greeting(none, language), "{none}");
        }
    }

    #[test]
    fn an_end_has_the_writers_name() {
        let language = Language::english();
        for end in
            ["Best, Alex", "Kind regards\nAlex Morgan", "Alex", "Thanks, Alex!", "Cheers Alex"]
        {
            assert!(is_signed(end, "Alex Morgan", language), "{end}");
        }
        for none in
            ["Thanks, Jane!", "Best regards,", "Alex told me about the rota there.", "See you."]
        {
            assert!(!is_signed(none, "Alex Morgan", language), "{none}");
        }
        assert!(!is_signed("Best, Alex", "", language));
    }
}
