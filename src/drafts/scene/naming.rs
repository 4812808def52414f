//! How people and roles are called in a message.

use minijinja::{Value, context};

use crate::drafts::blanks::blank;
use crate::drafts::gate;
use crate::drafts::language::Language;
use crate::notes::{Note, Person};
use crate::rules::voice::{Greeting, Voice};
use crate::text::message;

/// The length at which a word is hardly a name any more if it ends as nouns do.
const LONG: usize = 8;

/// A person as the names of a template show them; a blank for one who isn't known.
pub fn somebody(person: Option<&Person>, voice: &Voice, language: &Language) -> Value {
    let word = voice.greeting.as_str();
    // "Dear" needs somebody behind it.
    let alone = match voice.greeting {
        Greeting::Dear => language.words.greetings.anyone.as_str(),
        _ => word,
    };
    match person {
        Some(person) => {
            let is_named = person.call.is_some();
            let (is_team, is_firm) = (person.is_team(), person.is_firm());
            let is_function = person.is_function();
            let is_nameless = is_team || is_firm || is_function;
            let (first, whole) = person.first_and_whole_name(is_nameless);
            let greeting = match is_named {
                false if is_team || is_firm => {
                    format!("{word} {}", language.words.greetings.everyone)
                }
                false if is_function => alone.to_owned(),
                _ => format!("{} {}", word_before(&first, voice, language), message(&first)),
            };
            let in_sentence = |name: &str| match !is_named && (is_team || is_function) {
                true => message(&with_article(person, name, language)),
                false => message(name),
            };
            context! {
                name => in_sentence(&whole),
                first => in_sentence(&first),
                title => person.title.as_deref().map(message),
                greeting => greeting,
            }
        }
        None => {
            let name = blank(&language.words.blanks.name, language);
            context! { name => &name, first => &name, title => (), greeting => alone }
        }
    }
}

/// The word before a name: nobody likes to write "Hi Mrs Oakes".
fn word_before(name: &str, voice: &Voice, language: &Language) -> &'static str {
    let title = name.split(' ').next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    match voice.greeting {
        Greeting::Hi if language.words.greetings.formal.contains(&title) => Greeting::Dear.as_str(),
        greeting => greeting.as_str(),
    }
}

/// A name in a sentence, where that of a team or a function has an article: "the panel", "the CTO".
pub fn in_sentence(person: &Person, name: String, language: &Language) -> String {
    match person.call.is_none() && (person.is_team() || person.is_function()) {
        true => with_article(person, &name, language),
        false => name,
    }
}

fn with_article(person: &Person, name: &str, language: &Language) -> String {
    let words = &language.words.greetings;
    let lower = name.to_lowercase();
    let parts: Vec<&str> = lower.split(' ').collect();
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    let is_in = |words: &[String], part| words.iter().any(|word| word == part);
    // "Human Resources", but "the head of human resources".
    let is_department = parts.len() < 3 && is_in(&words.departments, last);
    if is_in(&words.without_article, first) || is_department || person.is_told_by_another() {
        return name.to_owned();
    }
    let articles = &language.gate.heard.articles;
    let name = if is_in(articles, first) { &name[first.len()..] } else { name };
    format!("{} {}", words.article, without_capital(name.trim_start().to_owned()))
}

/// Words without the capital that the first of them has if no other letter has one.
fn without_capital(words: String) -> String {
    let lower = words.to_lowercase();
    let rest = |text: &str| text.chars().skip(1).collect::<String>();
    if rest(&words) == rest(&lower) { lower } else { words }
}

/// The role without what follows a comma, a bracket or a dash, which would make a clumsy sentence, and without an article.
pub fn short_role(note: &Note, language: &Language) -> Option<String> {
    let role = note.role.as_deref()?;
    let mut short = role.split([',', '(']).next().unwrap_or_default().trim();
    for dash in [" - ", " – ", " — "] {
        short = short.split(dash).next().unwrap_or_default().trim();
    }
    if let Some((first, rest)) = short.split_once(' ')
        && first.to_lowercase() == language.words.greetings.article
    {
        short = rest.trim();
    }
    Some(message(if short.is_empty() { role } else { short }))
}

/// What a round was, if its name says that it was no talk: a trial shift, a presentation.
pub fn occasion(note: &Note, language: &Language) -> Option<String> {
    let words = &language.words.occasions;
    let round = note.round.as_deref()?.to_lowercase().replace('-', " ");
    let name = words.names.iter().find(|name| round.contains(name.as_str()))?;
    let rest = round.replace(name.as_str(), "");
    (!words.talks.iter().any(|talk| rest.contains(talk.as_str()))).then(|| name.clone())
}

/// The role in a sentence, or "the position" where the note has none.
pub fn the_role(note: &Note, language: &Language) -> String {
    named_role(note, language).unwrap_or_else(|| language.words.role.unknown.clone())
}

/// The role in a sentence. A capital that it has only as the first of the note's words goes: "the account executive role".
pub fn named_role(note: &Note, language: &Language) -> Option<String> {
    let words = &language.words.role;
    let mut role = short_role(note, language)?;
    let lower = role.to_lowercase();
    let mut parts = lower.split(' ');
    let first = parts.next().unwrap_or_default();
    let singular = first.strip_suffix('s').unwrap_or(first);
    let has_ending = |ending: &String| singular.ends_with(ending.as_str());
    let is_known = |word: &str| words.usual.contains(word) || gate::is_common(word, language);
    let is_usual = is_known(first)
        || first.contains('-') && first.split('-').all(is_known)
        || singular.len() >= LONG && words.usual_endings.iter().any(has_ending);
    // "Year 4 teacher"
    let is_numbered =
        parts.next().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    if is_usual && !is_numbered {
        role = without_capital(role);
    }
    let is_complete = words.endings.iter().any(|ending| lower.ends_with(ending));
    let form = if is_complete { &words.complete } else { &words.named };
    Some(form.replace("{role}", &role))
}
