//! The forms in which notes write a name: in the brackets of a link, with an address, with an aside, the family's name first.

use memchr::{memchr, memrchr};

use super::referral::is_referral;
use super::words::{begins_family, is_degree, is_honorific, is_irish_particle, is_particle};
use crate::notes::job_title::is_title_of_somebody;
use crate::notes::link::{alone, shown};
use crate::text::{Words, composed, composed_line, is_one_of};

/// Returns true for a name of nothing but words, as nearly all are: it has no sign to read anything else from.
pub fn is_plain(name: &str) -> bool {
    let mut before = ' ';
    let is_plain = name.chars().all(|c| {
        let is_plain = c.is_alphabetic() || (c == ' ' && before != ' ');
        before = c;
        is_plain
    });
    is_plain && before != ' '
}

/// A name as one clean line; `None` if it has no letters.
pub fn clean_name(name: &str) -> Option<String> {
    if is_plain(name) {
        return Some(composed(name).into_owned());
    }
    // A question mark behind a name is a doubt about its spelling.
    let name = composed_line(plain(without_aside(wiki_link(name))).trim_end_matches(['?', ' ']));
    name.contains(char::is_alphabetic).then_some(name)
}

/// Strips quotes, emphasis, and the brackets of a link around a name. A quote that opens a nickname is left.
fn plain(name: &str) -> &str {
    let name = name.trim_matches([' ', '*', '_', '`', '[', ']']);
    let inner = name.trim_matches('"');
    if inner.contains('"') { name } else { inner.trim_matches([' ', '*', '_', '`', '[', ']']) }
}

/// Returns true for such a word, with nothing around it.
pub fn says_nobody(word: &str) -> bool {
    NOBODY.has(word)
}

/// Words in place of a name that say that there is nobody.
const NOBODY: Words = Words::of(&[
    "none",
    "no",
    "false",
    "n/a",
    "na",
    "nobody",
    "no one",
    "unknown",
    "not known",
    "not sure",
    "tbd",
    "tba",
    "tbc",
    "todo",
    "to be announced",
    "to be confirmed",
    "to be determined",
    "name",
    "未定",
    "未確認",
    "要確認",
    "不明",
    "待定",
]);

/// Returns true for what people write when there is nobody to name: `TBD`, `?`, `（要確認）`, a template's blank.
pub fn is_nobody(text: &str) -> bool {
    let is_around = |c: char| {
        !c.is_alphanumeric()
            && (c.is_whitespace() || "?!.…-–—()[]{}<>\"'*_`~/（）「」【】？。:".contains(c))
    };
    let is_template = |open, close| text.trim().starts_with(open) && text.trim().ends_with(close);
    let word = text.trim_matches(is_around);
    word.is_empty() || says_nobody(word) || is_template("{{", "}}") || is_template("<%", "%>")
}

/// The visible text of `[[target]]` or `[[target|shown]]`; any other text as it is.
pub fn wiki_link(text: &str) -> &str {
    let text = text.trim();
    let Some(inner) = alone(text) else {
        return text;
    };
    // Several links are not one name.
    if inner.contains("[[") { text } else { shown(inner) }
}

/// Strips the bullet or the number before an entry, where YAML sees no list: `-Jane Doe`, `• Jane Doe`, `1. Jane Doe`.
pub fn without_bullet(text: &str) -> &str {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = match number.len() < text.len() {
        true => number.strip_prefix(['.', ')']),
        false => text.strip_prefix(['-', '–', '—', '•', '·', '*']),
    };
    let rest = rest.map(str::trim_start).filter(|rest| rest.starts_with(char::is_alphabetic));
    // `*Jane*` is in italics.
    rest.filter(|rest| !rest.ends_with('*')).unwrap_or(text)
}

/// Splits `Name <address>` in two; the address is `None` if there are no brackets.
pub fn split_address(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    match text.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
        Some((name, address)) => (name.trim(), Some(address.trim())),
        None => (text, None),
    }
}

/// Strips the part in brackets after a name: `Jane Doe (she/her)`, `Ming Li [he/him]`. One may never be closed.
pub fn without_aside(name: &str) -> &str {
    let name = name.trim();
    let open = || name.rsplit_once(" (").filter(|(_, aside)| !aside.contains(')'));
    let round = || name.strip_suffix(')').map_or_else(open, |name| name.rsplit_once('('));
    let square = || {
        let (before, aside) = name.strip_suffix(']')?.rsplit_once('[')?;
        (aside.contains('/') && !before.is_empty()).then_some((before, aside))
    };
    round().or_else(square).map_or(name, |(name, _)| name).trim()
}

/// What stands behind a name and may say what somebody did: `Tom Nash (gave me a tour)`, `the technician who showed me
/// round`.
pub fn deed_behind(text: &str) -> Option<&str> {
    let is_deed = |aside: &&str| {
        aside.starts_with(char::is_lowercase)
            && aside.contains(' ')
            && !aside.contains(['@', '/'])
            && !is_title_of_somebody(aside)
            && !is_referral(aside)
    };
    let mut asides = text.split('(').skip(1).filter_map(|part| Some(part.split_once(')')?.0));
    let told = || {
        let (_, told) = text.split_once(" who ")?;
        told.split(['(', '<']).next().map(str::trim)
    };
    asides.find(is_deed).or_else(|| told().filter(is_deed))
}

/// Returns true for one person whose family name comes first: `de la Cruz, Maria`. Of other names with a comma nobody
/// can tell.
pub fn is_family_first(name: &str) -> bool {
    let Some((family, given)) = name.split_once(',') else { return false };
    let mut words = family.split(' ').filter(|word| !word.is_empty());
    let given = given.trim();
    // "Nic Burton, Jane" may be two people.
    let is_given = |first: &str| is_irish_particle(first) && !begins_family(first);
    let begins = |first: &str| is_particle(first) && !is_given(first);
    words.next().is_some_and(|first| begins(first) && words.next().is_some())
        && given.starts_with(char::is_uppercase)
        && given.split(' ').count() <= 2
        && !given.contains(',')
        && !is_degree(given)
}

/// Returns true for a family name of one word, a comma, and a first name: `Doe, Jane`, `O'Neil, Anne-Marie K.`. Without
/// an address behind it, that may be two people.
pub fn is_single_family_first(name: &str) -> bool {
    let Some((family, given)) = name.split_once(',') else { return false };
    let is_word = |word: &str| {
        word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
            && word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && word.starts_with(char::is_uppercase)
            && !is_honorific(word)
            && !is_degree(word)
    };
    let is_initial = |word: &str| word.trim_end_matches('.').chars().count() == 1;
    // `MacDonald, Dr. Fiona`
    let given = given.split(' ').filter(|word| !word.is_empty());
    let mut given = given.skip_while(|word| is_honorific(word));
    is_word(family.trim()) && given.next().is_some_and(is_word) && given.all(is_initial)
}

/// Returns true for a name that seems to name several people, or to include a job title.
pub fn looks_like_several(name: &str) -> bool {
    if is_family_first(name) {
        return false;
    }
    const SUFFIXES: [&str; 3] = ["jr", "sr", "esq"];
    let after_comma = name.split(',').skip(1).any(|part| {
        let part = part.replace(['.', ' '], "");
        // A degree or a post in capitals, such as Ph.D., MBA, M.Sc., III or CTO.
        let is_degree = part.len() <= 5 && part.chars().filter(|c| c.is_uppercase()).count() > 1;
        !is_degree && !SUFFIXES.contains(&part.to_lowercase().as_str())
    });
    // "R&D" is one word, and a dash before a letter a bullet.
    let is_bullet = |word: &str| {
        word.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    };
    let is_sign = |word: &str| word.contains('&') && word.len() != 3 || is_bullet(word);
    after_comma
        || name.contains([';', '/', '+', '•'])
        || name.split(' ').any(is_sign)
        || has_and(name)
        || name.contains("]] [[")
}

/// Words between two people.
pub const AND: [&str; 3] = ["and", "und", "et"];

/// Returns true for an `and` between two words.
pub fn has_and(name: &str) -> bool {
    let is_and = |word: &str| is_one_of(word, &AND);
    let blanks = memchr(b' ', name.as_bytes()).zip(memrchr(b' ', name.as_bytes()));
    blanks.is_some_and(|(first, last)| first < last && name[first + 1..last].split(' ').any(is_and))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_people_are_not_one() {
        for several in [
            "Jane Doe, Ravi Patel",
            "Jane & Ravi",
            "Jane and Ravi",
            "Jane+Ravi",
            "Jane • Ravi",
            "Jane Doe -Ravi",
            "Jane und Ravi",
            "Doe, Jane",
            "de la Cruz, Maria, Jane Doe",
        ] {
            assert!(looks_like_several(several), "{several}");
        }
        for one in [
            "Jane Doe",
            "Martin King, Jr.",
            "Sandy Anderson",
            "Jane Doe, Ph.D.",
            "Jo Ek, M.Sc., MBA",
            "Jo Ek, CTO",
            "de la Cruz, Maria",
        ] {
            assert!(!looks_like_several(one), "{one}");
        }
    }
}
