//! What its writer has left in a message for themselves: instructions, places to fill, pay, whom a name belongs to, a pasted
//! mail.

use std::ops::Range;

use crate::drafts::language::{Language, Oneself};
use crate::drafts::said::subject_note;
use crate::drafts::written::DIVIDER;
use crate::drafts::{blanks, phrase};
use crate::notes::Person;
use crate::notes::people::everybody;
use crate::plan::followup::{Addressee, FollowUp};
use crate::text::{lines, place_in, words};

/// Characters with which the item of a list begins.
const BULLETS: [char; 4] = ['-', '*', '•', '–'];

/// Characters that end a sentence, and with a blank behind them begin another.
const ENDS: [char; 5] = ['.', '!', '?', ';', '…'];

/// The most words of a sentence that is a scrap.
const SCRAP: usize = 3;

/// The places of all that in a body.
pub fn places(followup: &FollowUp, body: &str, language: &Language) -> Vec<Range<usize>> {
    let words = &language.words.oneself;
    let place = |part: &str| {
        let at = place_in(body, part);
        at..at + part.len()
    };
    let is_left =
        |sentence: &&str| is_instruction(sentence, words) || is_fragment(body, sentence, words);
    let left = sentences(body).into_iter().filter(is_left);
    let mut found: Vec<Range<usize>> = left.map(place).collect();
    found.extend(brackets(followup, body, language));
    found.extend(sentences(body).into_iter().filter_map(|one| pay(one, words)).map(place));
    found.extend(told_of(followup, body, words).into_iter().map(place));
    found.extend(pasted_mail(body, words));
    found
}

/// The sentences of a text, and what stands in brackets. A line goes on in the next one, but after an end or an empty line.
fn sentences(body: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let mut is_new = true;
    for (at, line) in lines(body) {
        let words = line.trim();
        if words.is_empty() {
            is_new = true;
            continue;
        }
        if is_new || words.starts_with(BULLETS) {
            starts.push(at);
        }
        let chars = line.char_indices();
        starts.extend(chars.filter(|(_, c)| matches!(c, '(' | '[')).map(|(open, _)| at + open + 1));
        let ends = line.char_indices().filter(|(_, c)| ENDS.contains(c));
        let after = ends.map(|(end, c)| end + c.len_utf8());
        starts.extend(after.filter(|end| line[*end..].starts_with(' ')).map(|end| at + end));
        is_new = words.ends_with(ENDS) || words.ends_with([')', ']']);
    }
    let is_mark = |c: char| !(c.is_alphanumeric() || matches!(c, '$' | '€' | '£'));
    let words = |start: usize| body[start..].trim_start_matches(is_mark);
    starts.into_iter().map(|start| to_its_end(words(start))).collect()
}

/// The first sentence of a text, with the mark at its end, as far as its line or the brackets around it go.
fn to_its_end(text: &str) -> &str {
    // "24.50"
    let is_inside = |at: usize| {
        text[..at].ends_with(|c: char| c.is_ascii_digit())
            && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
    };
    let ends = text.match_indices(|c| ENDS.contains(&c) || matches!(c, ')' | ']' | '\n'));
    let end = ends.map(|(at, _)| at).find(|at| !(text[*at..].starts_with('.') && is_inside(*at)));
    let mark = |end: usize| text[end..].chars().next().filter(|c| ENDS.contains(c));
    &text[..end.map_or(text.len(), |end| end + mark(end).map_or(0, char::len_utf8))]
}

/// Returns true for `ask about parking`. `Ask me anything` speaks to the reader.
fn is_instruction(sentence: &str, words: &Oneself) -> bool {
    let sentence = plain(sentence);
    let begins = without_small(&sentence, words);
    let rest = after(begins, &words.asking)
        .or_else(|| after(begins, &words.openings).filter(|_| !sentence.ends_with('?')));
    after(begins, &words.spoken).is_none()
        && rest.is_some_and(|rest| !rest.is_empty() && !holds(rest, &words.speaking))
}

/// Returns true for `something about the rota`, with nothing more in its paragraph or brackets, and no verb or full stop.
fn is_fragment(body: &str, sentence: &str, words: &Oneself) -> bool {
    let end = place_in(body, sentence) + sentence.len();
    let next = body[end..].trim_start_matches([' ', ')', ']']);
    let goes_on = next.strip_prefix('\n').is_some_and(|next| {
        next.starts_with(|c: char| !c.is_whitespace() && !BULLETS.contains(&c))
    });
    let sentence = plain(sentence);
    let rest = after(without_small(&sentence, words), &words.fragments);
    let is_short = |rest: &str| {
        !rest.is_empty() && !holds(rest, &words.verbs) && !holds(rest, &words.speaking)
    };
    !goes_on && !sentence.ends_with(ENDS) && rest.is_some_and(is_short)
}

/// The amount in `26/hr`, `I'd want $26`, or in one that stands alone: `78-80k`. What a budget was is a part of one's work.
fn pay<'s>(sentence: &'s str, words: &Oneself) -> Option<&'s str> {
    let lower = plain(sentence);
    let asks = words.wages.iter().any(|wage| phrase::find(&lower, wage).is_some());
    let parts: Vec<&str> = sentence.split_whitespace().collect();
    let is_scrap = parts.len() <= SCRAP;
    let has_currency = |at: usize| {
        let around = at.saturating_sub(1)..parts.len().min(at + 2);
        let known = |word: &str| words.currencies.iter().any(|known| known == word);
        parts[around].iter().any(|word| known(plain(word).trim_end_matches(ENDS)))
            || parts[at].chars().any(|c| known(&c.to_string()))
    };
    let is_pay = |(at, part): &(usize, &&str)| {
        let part = plain(part);
        let part = part.trim_end_matches([',', '.', '!', '?', ';', ':', '+']);
        let is_amount = part.contains(|c: char| c.is_ascii_digit());
        let thousands = part.strip_suffix('k').is_some_and(|part| {
            part.chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '.' | '€' | '$' | '£'))
        });
        is_amount
            && (words.rates.iter().any(|rate| part.ends_with(rate.as_str()))
                || (asks || is_scrap) && (thousands || has_currency(*at)))
    };
    parts.iter().enumerate().find(is_pay).map(|(_, part)| *part)
}

fn plain(sentence: &str) -> String {
    sentence.to_lowercase().replace('’', "'")
}

/// A sentence without a small word in front of it, such as `maybe`.
fn without_small<'s>(sentence: &'s str, words: &Oneself) -> &'s str {
    after(sentence, &words.before).filter(|rest| !rest.is_empty()).unwrap_or(sentence)
}

/// What follows the one of these openings with which a text begins.
fn after<'t>(text: &'t str, openings: &[String]) -> Option<&'t str> {
    let rest = openings.iter().filter_map(|opening| text.strip_prefix(opening.as_str()));
    let mut whole =
        rest.filter(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\''));
    whole.next().map(str::trim_start)
}

/// Returns true if a text holds one of these words.
fn holds(text: &str, known: &[String]) -> bool {
    words(text, &['\'']).any(|word| known.iter().any(|known| known == word))
}

/// Words in square brackets that are no link, blank, number or pronouns, and no part of a name in the note.
fn brackets<'b>(
    followup: &FollowUp,
    body: &'b str,
    language: &'b Language,
) -> impl Iterator<Item = Range<usize>> + 'b {
    let note = subject_note(followup);
    let role = note.role.iter().chain(&note.round).cloned();
    let names: Vec<String> = role.chain([note.company.clone()]).collect();
    let blanks: Vec<Range<usize>> = blanks::spans(body, language).collect();
    body.match_indices('[').filter_map(move |(start, _)| {
        let end = start + body[start..].find([']', '\n'])? + 1;
        let inner = body[start + 1..end].strip_suffix(']')?;
        let is_link = body[end..].starts_with(['(', '[', ':', '\\']);
        let is_quoted = language.words.oneself.quoted.iter().any(|known| known == inner);
        let is_words = inner.contains(char::is_alphabetic) && !inner.contains(['/', '@']);
        let is_named = names.iter().any(|name| name.contains(inner));
        let is_blank = blanks.iter().any(|blank| blank.contains(&start));
        (is_words && !is_link && !is_quoted && !is_named && !is_blank).then_some(start..end)
    })
}

/// The sentences of a message from a name on whose bearer they tell of: the reader's in `Carol told me`, and anybody's in
/// `Carol = HR`.
fn told_of<'b>(followup: &FollowUp, body: &'b str, words: &Oneself) -> Vec<&'b str> {
    let (reader, message) = match &followup.addressee {
        Addressee::Person(Some(person)) => (person, body),
        Addressee::Through { person, .. } => match body.split_once(DIVIDER) {
            Some((_, message)) => (person, message),
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let note = subject_note(followup);
    let others = || everybody(note).filter(|other| other.id != reader.id);
    let is_shared = |name: &String| {
        note.company.contains(name.as_str()) || others().any(|other| other.names().contains(name))
    };
    let is_told = |rest: &str| {
        let rest = rest.replace('’', "'");
        let word = rest.strip_prefix(' ').unwrap_or(&rest);
        let end = word.find(|c: char| !c.is_alphanumeric() && c != '\'').unwrap_or(word.len());
        words.tells.iter().any(|tells| *tells == word[..end])
    };
    let is_label = |rest: &str| rest.trim_start().starts_with('=');
    let is_one = !reader.is_team() && !reader.is_firm() && !reader.is_function();
    let mut names = reader.names();
    names.retain(|name| is_one && !is_shared(name));
    let mut found: Vec<&str> =
        names.iter().flat_map(|name| mentions(message, message, name, is_told)).collect();
    let lower = message.to_ascii_lowercase();
    for name in everybody(note).flat_map(Person::names) {
        found.extend(mentions(message, &lower, &name.to_ascii_lowercase(), is_label));
    }
    found
}

/// The rests of sentences that begin with a name, where what follows it is as wanted. The name is looked for in `folded`,
/// which is the message or differs from it in capitals alone.
fn mentions<'b>(
    message: &'b str,
    folded: &str,
    name: &str,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<&'b str> {
    let places = folded.match_indices(name).map(|(at, _)| (at, at + name.len()));
    let whole = places.filter(|(at, end)| {
        !folded[..*at].ends_with(char::is_alphanumeric)
            && !folded[*end..].starts_with(char::is_alphanumeric)
            && is_wanted(&message[*end..])
    });
    whole.map(|(at, _)| to_its_end(&message[at..])).collect()
}

/// The labels of a mail that was pasted.
fn pasted_mail(body: &str, words: &Oneself) -> Option<Range<usize>> {
    let lower = phrase::lower(body);
    let first = phrase::find(&lower, &words.mail)?;
    let rest = &lower[first.end..];
    let next = words.mail_goes_on.iter().filter_map(|label| phrase::find(rest, label));
    next.min_by_key(|label| label.start).map(|label| first.start..first.end + label.end)
}
