//! How people and roles are called in a message.

use minijinja::{Value, context};

use crate::drafts::blanks::blank;
use crate::drafts::gate;
use crate::drafts::language::{Language, OccasionForms};
use crate::notes::person::is_honorific;
use crate::notes::{Note, Person, is_job_title};
use crate::rules::voice::{Greeting, Voice};
use crate::text::message;

/// The length at which a word is hardly a name any more if it ends as nouns do.
const LONG: usize = 8;

/// The same for a form such as "diving", before words that have no capital either.
const DOING: usize = 6;

/// The longest role in a subject.
const SUBJECT: usize = 50;

/// The length at which a word in capitals is hardly an abbreviation any more.
const SPELT_OUT: usize = 4;

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
                _ => format!("{} {}", word_before(&first, voice), message(&first)),
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

/// The word before a name: nobody likes to write "Hi Mrs Oakes", or "Hi Prof. Blohm".
fn word_before(name: &str, voice: &Voice) -> &'static str {
    let is_formal = name.split_once(' ').is_some_and(|(title, _)| is_honorific(title));
    match voice.greeting {
        Greeting::Hi if is_formal => Greeting::Dear.as_str(),
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
    // "Team Red", but "the team lead".
    let has_none = is_in(&words.without_article, first) && !is_job_title(name);
    if has_none || is_department || person.is_told_by_another() {
        return name.to_owned();
    }
    let articles = &language.gate.heard.articles;
    let name = if articles.contains(&first) { &name[first.len()..] } else { name };
    let name = name.trim_start().to_owned();
    // "The Ward 7 team"
    let is_numbered = name.contains(|c: char| c.is_ascii_digit());
    let name = if is_numbered { name } else { without_capital(name) };
    format!("{} {name}", words.article)
}

/// Words without the capital that the first of them has if no other letter has one.
fn without_capital(words: String) -> String {
    let lower = words.to_lowercase();
    let rest = |text: &str| text.chars().skip(1).collect::<String>();
    if rest(&words) == rest(&lower) { lower } else { words }
}

/// The role without what follows a comma, a bracket or a dash, which would make a clumsy sentence, and without an article, an
/// emoji or what it pays. "VP, Engineering" is the VP of Engineering.
pub fn short_role(note: &Note, language: &Language) -> Option<String> {
    let role = note.role.as_deref()?;
    let words = &language.words.role;
    let plain = role.split('(').next().unwrap_or_default();
    let plain: String = plain.chars().filter(|c| !is_picture(*c)).collect();
    let plain = [" - ", " – ", " — "].iter().fold(plain, |plain, dash| plain.replace(dash, ","));
    let mut parts = plain.split(',').map(|part| part.split_whitespace().collect::<Vec<_>>());
    let (mut title, field) = (parts.next()?, parts.next());
    title.truncate(title.iter().position(|word| is_of_pay(word, language)).unwrap_or(title.len()));
    if let Some(last) = title.last_mut() {
        *last = last.trim_end_matches(['?', '!']);
    }
    if title.len() > 1 && title[0].to_lowercase() == language.words.greetings.article {
        title.remove(0);
    }
    let title = in_small_letters(title, language);
    let has_field = words.with_field.contains(&title.to_lowercase());
    let is_field = |field: &Vec<&str>| {
        has_field && field.first().is_some_and(|word| is_usual(&word.to_lowercase(), language))
    };
    let short = match field.filter(is_field) {
        Some(field) => words.of.replace("{title}", &title).replace("{field}", &field.join(" ")),
        None => title,
    };
    Some(message(if short.is_empty() { role } else { &short }))
}

/// The whole role, as a subject names it: "Associate, commercial property". What is no field of work stays the user's: "meh".
pub fn whole_role(note: &Note, language: &Language) -> Option<String> {
    let short = short_role(note, language)?;
    let role = note.role.as_deref()?.split('(').next().unwrap_or_default();
    let whole = role.split_whitespace().collect::<Vec<_>>().join(" ");
    let more = whole.strip_prefix(&short).filter(|more| more.starts_with([',', ' ']));
    let is_field = |more: &str| {
        let mut words = more.split_whitespace().map(|word| word.trim_matches([',', '-', '–', '—']));
        let first = words.find(|word| !word.is_empty());
        first.is_some_and(|word| is_usual(&word.to_lowercase(), language))
            && !more.split_whitespace().any(|word| is_of_pay(word, language))
    };
    let is_plain = more.is_some_and(is_field)
        && whole.ends_with(char::is_alphanumeric)
        && !whole.chars().any(is_picture)
        && whole.len() <= SUBJECT;
    Some(if is_plain { message(&whole) } else { short })
}

/// Returns true for a word that tells what a job pays: "$24/hr", "@", "52k".
fn is_of_pay(word: &str, language: &Language) -> bool {
    let words = &language.words.oneself;
    let lower = word.to_lowercase();
    let is_rate = || words.rates.iter().any(|rate| lower.contains(rate.as_str()));
    let is_amount = lower.starts_with(|c: char| c.is_ascii_digit())
        && (lower.ends_with('k') && lower.len() > 2 || is_rate());
    let is_sign = |known: &str| !known.starts_with(char::is_alphabetic) && lower.contains(known);
    let is_currency = |known: &String| is_sign(known) || lower == *known;
    is_amount || lower == "@" || words.currencies.iter().any(is_currency)
}

/// Returns true for an emoji or an arrow, and for what joins several to one.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// These words in one, with small letters if they were typed in capitals: "BACKEND ENGINEER", but not "HR".
fn in_small_letters(title: Vec<&str>, language: &Language) -> String {
    let words = &language.words.role;
    let typed = title.join(" ");
    let is_word =
        |word: &&str| word.len() >= SPELT_OUT && words.usual.contains(&word.to_lowercase());
    if typed != typed.to_uppercase() || !title.iter().any(is_word) {
        return typed;
    }
    let small = title.iter().enumerate().map(|(at, word)| {
        let lower = word.to_lowercase();
        let is_small = words.usual.contains(&lower) || words.small.contains(&lower);
        match word.char_indices().nth(1) {
            Some(_) if is_small && at > 0 => lower,
            Some((second, _)) if is_small || word.len() >= SPELT_OUT => {
                format!("{}{}", &word[..second], word[second..].to_lowercase())
            }
            _ => (*word).to_owned(),
        }
    });
    small.collect::<Vec<_>>().join(" ")
}

/// Returns true for a word in small letters that is no name where a role begins with it.
fn is_usual(word: &str, language: &Language) -> bool {
    let words = &language.words.role;
    let singular = word.strip_suffix('s').unwrap_or(word);
    let has_ending = |ending: &String| singular.ends_with(ending.as_str());
    let is_known = |word: &str| words.usual.contains(word) || gate::is_common(word, language);
    is_known(word)
        || word.contains('-') && word.split('-').all(is_known)
        || singular.len() >= LONG && words.usual_endings.iter().any(has_ending)
}

/// What a round was, if its name says that it was no talk: a trial shift, a presentation.
pub fn occasion(note: &Note, language: &Language) -> Option<String> {
    let words = &language.words.occasions;
    let round = note.round.as_deref()?.to_lowercase().replace('-', " ");
    let named = words.names.iter().find(|name| round.contains(name.as_str()));
    let is_trial = || round.split_whitespace().any(|word| word == words.trial);
    let (told, name) = match named {
        Some(name) => (name, name),
        None if is_trial() => (&words.trial, &words.trial_is),
        None => return None,
    };
    let rest = round.replace(told.as_str(), "");
    (!words.talks.iter().any(|talk| rest.contains(talk.as_str()))).then(|| name.clone())
}

/// The forms in which a sentence tells of an occasion.
pub fn occasion_forms<'l>(name: &str, language: &'l Language) -> Option<&'l OccasionForms> {
    let forms = &language.words.occasions.forms;
    forms.iter().find(|form| form.names.iter().any(|known| known == name)).or(forms.last())
}

/// A company in a sentence, with the article that some have: "the University of Leeds".
pub fn company(note: &Note, language: &Language) -> String {
    let words = &language.words.companies;
    let lower = note.company.trim().to_lowercase();
    let parts: Vec<&str> = lower.split_whitespace().collect();
    let is_in = |words: &[String], part: &str| words.iter().any(|word| word == part);
    let is_royal = parts.first().is_some_and(|first| *first == words.royal);
    let is_head =
        |pair: &[&str]| is_in(&words.joints, pair[1]) && (is_royal || is_in(&words.heads, pair[0]));
    let is_article = parts.first() == Some(&language.words.greetings.article.as_str());
    match !is_article && (is_in(&words.names, &lower) || parts.windows(2).any(is_head)) {
        true => message(&words.with_article.replace("{company}", &note.company)),
        false => message(&note.company),
    }
}

/// The role in a sentence, or "the position" where the note has none.
pub fn the_role(note: &Note, language: &Language) -> String {
    named_role(note, language).unwrap_or_else(|| language.words.role.unknown.clone())
}

/// The role in a sentence. A capital that it has only as the first of the note's words goes: "the account executive role".
pub fn named_role(note: &Note, language: &Language) -> Option<String> {
    let words = &language.words.role;
    let mut role = short_role(note, language)?;
    // "Graduate scheme 2026"
    let is_year = |year: &str| year.len() == 4 && year.parse::<u16>().is_ok();
    let dated =
        role.rsplit_once(' ').filter(|(name, year)| is_year(year) && is_complete(name, language));
    let (name, year) =
        dated.map_or((role.as_str(), None), |(name, year)| (name, Some(year.to_owned())));
    role = name.to_owned();
    let lower = role.to_lowercase();
    let mut parts = lower.split(' ');
    let first = parts.next().unwrap_or_default();
    // "Year 4 teacher"
    let is_numbered =
        parts.next().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    // "Auctioneer", "Diving instructor"
    let is_plain = |word: &str| word.chars().skip(1).all(char::is_lowercase);
    let are_lower = role.split(' ').skip(1).all(|word| word == word.to_lowercase());
    let is_job = !role.contains(' ') && is_plain(&role)
        || first.len() >= DOING && first.ends_with("ing") && are_lower;
    if (is_usual(first, language) || is_job) && !is_numbered {
        role = without_capital(role);
    }
    let is_trainee =
        words.trainees.iter().any(|ending| lower.split(' ').next_back() == Some(ending));
    if let Some(year) = year {
        role = words.of_year.replace("{year}", &year).replace("{role}", &role);
    }
    let form = match is_complete(&lower, language) {
        true => &words.complete,
        false if is_trainee => &words.trainee,
        false => &words.named,
    };
    Some(form.replace("{role}", &role))
}

/// Returns true for a role whose own name says that it is one: "graduate scheme".
fn is_complete(role: &str, language: &Language) -> bool {
    let lower = role.to_lowercase();
    language.words.role.endings.iter().any(|ending| lower.ends_with(ending))
}
