//! A letter that its writer has written whole, with its greeting or its end: nothing is put around it.

use crate::drafts::language::Language;
use crate::notes::Person;
use crate::text::behind;

/// Most words of a name in a greeting, and of what follows a closing.
const NAME_WORDS: usize = 4;

/// Most words of a closing that isn't known.
const CLOSING_WORDS: usize = 6;

/// Characters that end a greeting.
const GREETING_ENDS: [char; 6] = [',', '!', ':', '–', '—', '\n'];

/// Line between the words to the recruiter and the message that is passed on.
pub const DIVIDER: &str = "\n---\n";

/// The name and the words with which letters are signed.
#[derive(Clone, Copy, Debug)]
pub struct Signature<'s> {
    pub name: &'s str,
    pub closing: &'s str,
    pub lines: &'s str,
}

/// How far a letter has come to its end, and the position of the line with which that begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Open,
    /// It has a closing, such as "Best,", and no name below.
    Closed(usize),
    Signed(usize),
}

/// The letter made of paragraphs that already have a greeting or an end; `None` if they have neither. What they lack comes
/// from `body`, the letter that was written around them, and from the signature.
pub fn whole(
    paragraphs: &[String],
    reader: Option<&Person>,
    signature: Signature<'_>,
    body: &str,
    language: &Language,
) -> Option<String> {
    let first = paragraphs.first()?;
    let is_greeting =
        is_greeting(first, language) || reader.is_some_and(|reader| is_name_of(reader, first));
    let end = end(&lines_of(paragraphs), signature.name, language);
    if !is_greeting && end == End::Open {
        return None;
    }
    let (preface, letter) = match body.split_once(DIVIDER) {
        Some((preface, letter)) => (Some(preface), letter.trim_start()),
        None => (None, body),
    };
    let greeting = letter.lines().next().filter(|_| !is_greeting);
    let parts = greeting.into_iter().chain(paragraphs.iter().map(String::as_str));
    let letter = parts.collect::<Vec<_>>().join("\n\n");
    let end = match end {
        End::Open => format!("\n\n{},\n{}\n", signature.closing, signature.lines),
        End::Closed(_) => format!("\n{}\n", signature.lines),
        End::Signed(_) => "\n".to_owned(),
    };
    let letter = letter + &end;
    Some(preface.map_or(letter.clone(), |preface| format!("{preface}{DIVIDER}\n{letter}")))
}

/// What such a letter says between its greeting and its end, as paragraphs of a letter of another kind. A postscript stays.
pub fn between(
    paragraphs: &[String],
    reader: Option<&Person>,
    name: &str,
    language: &Language,
) -> Vec<String> {
    let lines = lines_of(paragraphs);
    let ends = match end(&lines, name, language) {
        End::Open => lines.len(),
        End::Closed(at) | End::Signed(at) => at,
    };
    let postscripts = &language.words.greetings.postscripts;
    let is_postscript = |(_, line): &(usize, &str)| {
        postscripts
            .iter()
            .any(|ps| behind(ps, line).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    };
    let postscript =
        lines[ends..].iter().position(is_postscript).map_or(lines.len(), |at| ends + at);
    let mut kept = vec![Vec::new(); paragraphs.len()];
    for (at, line) in lines[..ends].iter().chain(&lines[postscript..]) {
        kept[*at].push(*line);
    }
    let mut kept: Vec<String> = kept.into_iter().map(|lines| lines.join("\n")).collect();
    if let Some(first) = kept.first_mut()
        && (is_greeting(first, language) || reader.is_some_and(|reader| is_name_of(reader, first)))
    {
        *first =
            capitalised(first.split_once(GREETING_ENDS).map_or("", |(_, rest)| rest.trim_start()));
    }
    kept.retain(|paragraph| !paragraph.trim().is_empty());
    kept
}

/// The text as a sentence begins.
fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// Returns true for a paragraph whose first line is a person's name and nothing else: "Jane,".
fn is_name_of(person: &Person, paragraph: &str) -> bool {
    let line = paragraph.lines().next().unwrap_or_default().trim_end();
    let name = line.trim_end_matches(|c| GREETING_ENDS.contains(&c) || matches!(c, ' ' | '-'));
    name.len() < line.len() && person.names().iter().any(|known| known == name)
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

/// The lines of a letter that aren't empty, each with the position of its paragraph.
fn lines_of(paragraphs: &[String]) -> Vec<(usize, &str)> {
    let mut lines = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        lines.extend(
            paragraph.lines().filter(|line| !line.trim().is_empty()).map(|line| (at, line)),
        );
    }
    lines
}

/// The end of a letter: its writer's name, or a closing on a line of its own with a few words below, whoever's name that is.
fn end(lines: &[(usize, &str)], name: &str, language: &Language) -> End {
    let lines: Vec<&str> = lines.iter().map(|(_, line)| *line).collect();
    let closing = closing(&lines, name, language);
    let is_brief = |line: &&str| line.split_whitespace().count() <= NAME_WORDS;
    // How to reach its writer may stand below.
    let signed = lines.iter().rposition(|line| is_signed(line, name, language));
    if let Some(at) = signed.filter(|at| lines[at + 1..].iter().all(is_brief)) {
        let is_closed = at > 0 && closing == Some(at - 1);
        return End::Signed(at - usize::from(is_closed));
    }
    match closing.map(|at| (at, lines.get(at + 1))) {
        None => End::Open,
        Some((at, None)) => End::Closed(at),
        Some((at, Some(below))) if is_brief(below) => End::Signed(at),
        Some(_) => End::Open,
    }
}

/// The position of the last line that closes a letter. Whatever ends in a comma does, above its writer's name.
fn closing(lines: &[&str], name: &str, language: &Language) -> Option<usize> {
    let is_name = |line: &&str| is_name(line, name);
    (0..lines.len()).rfind(|at| {
        let line = lines[*at].trim_end();
        is_closing(line, language)
            || line.ends_with(',')
                && line.split_whitespace().count() <= CLOSING_WORDS
                && lines.get(at + 1).is_some_and(is_name)
    })
}

/// Returns true for a line that is the writer's whole or first name, or that with an initial: "Alex M."
fn is_name(line: &str, name: &str) -> bool {
    let line = line.trim().trim_end_matches(['.', '!']).to_lowercase();
    let name = name.trim().to_lowercase();
    let first = name.split_whitespace().next().filter(|first| !first.is_empty());
    let is_initial = |rest: &str| {
        rest.is_empty() || rest.strip_prefix(' ').is_some_and(|rest| rest.chars().count() == 1)
    };
    line == name && !name.is_empty()
        || first.and_then(|first| line.strip_prefix(first)).is_some_and(is_initial)
}

/// Returns true for a line such as "Kind regards". "Thank you" is one if it has a comma behind it.
fn is_closing(line: &str, language: &Language) -> bool {
    let greetings = &language.words.greetings;
    let lower = line.trim().to_lowercase();
    let words = lower.trim_end_matches([',', '.', '!']);
    greetings.closings.iter().any(|closing| closing == words)
        || lower.ends_with(',') && greetings.thanks.iter().any(|thanks| thanks == words)
}

/// Returns true for a line that is a closing with the writer's name, such as "Best, Alex", or the name alone.
fn is_signed(line: &str, name: &str, language: &Language) -> bool {
    let greetings = &language.words.greetings;
    let (lower, name) = (line.to_lowercase(), name.trim().to_lowercase());
    let lower = lower.trim_end_matches(['.', '!']);
    let Some(first) = name.split_whitespace().next() else { return false };
    let closings = greetings.closings.iter().chain(&greetings.thanks);
    let rests = closings.filter_map(|closing| lower.strip_prefix(closing.as_str()));
    let rests = rests.filter_map(|rest| rest.strip_prefix([',', ' ']));
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
            ["Best, Alex", "Kind regards Alex Morgan", "Alex", "Thanks, Alex!", "Cheers Alex"]
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

    #[test]
    fn a_closing_stands_on_its_line() {
        let language = Language::english();
        let cases = [
            ("See you.\nBest,", End::Closed(1)),
            ("MfG", End::Closed(0)),
            ("See you.\n\nSincerely,\nA. Morgan\n+44 20 1234 5678", End::Signed(1)),
            ("Warmly,\n\nLexi\n\nPS: I have the report.", End::Signed(0)),
            ("Thanks,\nLexi", End::Signed(0)),
            ("See you.\nCheers, Alex", End::Signed(1)),
            ("Kind regards\nAlex Morgan", End::Signed(0)),
            ("See you.\nBest, Alex\n07700 900177", End::Signed(1)),
            ("Many thanks,\nfor the tour, too.\nSee you.\nBest, Alex", End::Signed(3)),
            ("Thank you!", End::Open),
            ("All the best\nto the whole team and the dog.", End::Open),
            ("I do my best.", End::Open),
        ];
        for (text, expected) in cases {
            let paragraphs: Vec<String> = text.split("\n\n").map(str::to_owned).collect();
            assert_eq!(end(&lines_of(&paragraphs), "Alex Morgan", language), expected, "{text}");
        }
    }

    #[test]
    fn a_name_alone_is_a_greeting() {
        let jane = Person::named("Jane Doe").unwrap();
        assert!(
            ["Jane,", "Jane –\nit was lovely.", "Jane Doe!"]
                .iter()
                .all(|one| is_name_of(&jane, one))
        );
        assert!(
            !["Jane", "Jane, it was lovely.", "Ravi,"].iter().any(|one| is_name_of(&jane, one))
        );
    }
}
