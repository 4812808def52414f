//! People: names in every form that notes have, addresses, ids and greetings.

use crate::text::{one_line, slug};

/// A person named in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name as a slug, made unique within the note.
    pub id: String,
    /// The name as written, as one clean line.
    pub name: String,
    /// The e-mail address, if the note has a valid one.
    pub email: Option<String>,
    /// Their job title.
    pub title: Option<String>,
    /// What to greet them by, if the note says so.
    pub call: Option<String>,
    /// Their postal address, for a note on paper.
    pub post: Option<String>,
    /// True if the note marks them as the lead interviewer.
    pub lead: bool,
}

impl Person {
    /// A person with nothing but a name; `None` if it has no letters.
    pub fn named(name: &str) -> Option<Person> {
        let name = one_line(plain(without_aside(wiki_link(name))));
        name.contains(char::is_alphabetic).then(|| Person {
            id: slug(&name, "person"),
            name,
            email: None,
            title: None,
            call: None,
            post: None,
            lead: false,
        })
    }

    /// The name for a greeting: what they are called, else the first name, or the whole name if it isn't clear which part
    /// that is.
    pub fn first_name(&self) -> &str {
        if let Some(call) = &self.call {
            return call;
        }
        let mut words = self.name.split(' ');
        let (Some(first), Some(_)) = (words.next(), words.next()) else {
            return &self.name;
        };
        let known = first.chars().all(|c| is_latin(c) || matches!(c, '-' | '\'' | '’'))
            && first.chars().next().is_some_and(char::is_uppercase)
            && first.chars().count() > 1
            && !is_honorific(first);
        if known { first } else { &self.name }
    }

    /// Returns true if both seem to be the same person: by address, or by name if one has no address.
    pub fn is_likely(&self, other: &Person) -> bool {
        match (&self.email, &other.email) {
            (Some(one), Some(another)) => lower_case(one).eq(lower_case(another)),
            _ => lower_case(&self.name).eq(lower_case(&other.name)),
        }
    }

    /// Returns true if the title says that they decide on the hire.
    pub fn is_hiring_manager(&self) -> bool {
        self.title.as_ref().is_some_and(|title| title.to_lowercase().contains("hiring manager"))
    }
}

fn lower_case(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && u32::from(c) < 0x250
}

fn is_honorific(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    matches!(
        word.as_str(),
        "dr" | "prof"
            | "professor"
            | "mr"
            | "mrs"
            | "ms"
            | "mx"
            | "miss"
            | "sir"
            | "dame"
            | "herr"
            | "frau"
            | "mme"
            | "madame"
            | "monsieur"
            | "van"
            | "von"
            | "de"
    )
}

/// Strips quotes, emphasis, and the brackets of a link around a name.
fn plain(name: &str) -> &str {
    name.trim_matches(['"', ' ', '*', '_', '`', '[', ']'])
}

/// Returns true for words that people write when there is nobody to name.
pub fn is_nobody(text: &str) -> bool {
    let word = text.trim().to_lowercase();
    word.chars().all(|c| matches!(c, '?' | '-' | '–' | '—' | '.'))
        || matches!(
            word.as_str(),
            "none"
                | "no"
                | "false"
                | "n/a"
                | "na"
                | "nobody"
                | "no one"
                | "unknown"
                | "tbd"
                | "tba"
                | "tbc"
        )
}

/// The visible text of `[[target]]` or `[[target|shown]]`; any other text as it is.
pub fn wiki_link(text: &str) -> &str {
    let text = text.trim();
    let Some(inner) = text.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) else {
        return text;
    };
    // Several links are not one name.
    if inner.contains("[[") { text } else { wiki_target(inner) }
}

/// The visible text of a wiki link: the part after the bar, or the last part of the target.
pub fn wiki_target(inner: &str) -> &str {
    let shown = match inner.rsplit_once('|') {
        Some((_, shown)) => shown,
        None => inner.rsplit('/').next().unwrap_or(inner),
    };
    shown.trim()
}

/// Splits `Name <address>` in two; the address is `None` if there are no brackets.
pub fn split_address(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    match text.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
        Some((name, address)) => (name.trim(), Some(address.trim())),
        None => (text, None),
    }
}

/// Strips the part in brackets after a name: `Jane Doe (she/her)`.
pub fn without_aside(name: &str) -> &str {
    let aside = name.trim().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    aside.map_or(name, |(name, _)| name).trim()
}

/// Returns true for a name that seems to name several people, or to include a job title.
pub fn looks_like_several(name: &str) -> bool {
    const SUFFIXES: [&str; 3] = ["jr", "sr", "esq"];
    const AND: [&str; 4] = [" and ", " und ", " et ", "]] [["];
    let after_comma = name.split(',').skip(1).any(|part| {
        let part = part.replace(['.', ' '], "");
        // A degree or a post in capitals, such as Ph.D., MBA, M.Sc., III or CTO.
        let is_degree = part.len() <= 5 && part.chars().filter(|c| c.is_uppercase()).count() > 1;
        !is_degree && !SUFFIXES.contains(&part.to_lowercase().as_str())
    });
    let lower = name.to_lowercase();
    after_comma || name.contains([';', '&', '/', '+']) || AND.iter().any(|and| lower.contains(and))
}

/// Returns true for an address that mail could be sent to: one `@`, text on both sides, nothing that breaks a header.
pub fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let forbidden = |c: char| {
        c.is_whitespace()
            || crate::text::is_hidden(c)
            || matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')' | '[' | ']' | '\\' | '@' | ':')
    };
    !local.split('.').any(str::is_empty)
        && is_host(domain)
        && !text.replacen('@', "", 1).contains(forbidden)
        && text.len() <= 254
}

/// Returns true for a host name that mail could reach: several labels, the last of which is not a number.
pub fn is_host(name: &str) -> bool {
    let Some((_, top)) = name.rsplit_once('.') else { return false };
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && !label.contains(|c: char| c.is_ascii_punctuation() && c != '-')
    };
    name.split('.').all(is_label)
        && top.contains(char::is_alphabetic)
        && top.chars().nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings_use_the_first_name_only_if_it_is_clear() {
        let cases = [
            ("Jane Doe", "Jane"),
            ("Jane", "Jane"),
            ("Dr. Jane Doe", "Dr. Jane Doe"),
            ("J. Doe", "J. Doe"),
            ("van der Berg", "van der Berg"),
            ("山田 太郎", "山田 太郎"),
            ("Zoë Kravitz", "Zoë"),
            ("Jane Doe (she/her)", "Jane"),
            ("[[People/Jane Doe|Jane]]", "Jane"),
            ("[[People/Jane Doe]]", "Jane"),
            ("[[People/jd|Jane Doe]]", "Jane"),
            ("[Jane Doe](https://acme.example/jane)", "Jane"),
            ("**Jane** ", "Jane"),
            ("_Jane Doe_", "Jane"),
        ];
        for (name, expected) in cases {
            assert_eq!(Person::named(name).unwrap().first_name(), expected, "{name}");
        }
        assert_eq!(Person::named(" \u{200b}"), None);
    }

    #[test]
    fn several_people_are_not_one() {
        for several in [
            "Jane Doe, Ravi Patel",
            "Jane & Ravi",
            "Jane and Ravi",
            "Jane+Ravi",
            "Jane und Ravi",
            "Doe, Jane",
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
        ] {
            assert!(!looks_like_several(one), "{one}");
        }
    }

    #[test]
    fn addresses_hold_nothing_that_breaks_a_header() {
        for good in ["jane@acme.example", "j.d+x@mail.acme.example", "jané@acme.example"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "jane",
            "jane@",
            "@acme.example",
            "jane@acme",
            "a b@c.de",
            "a@b@c.de",
            "a@c.de\nBcc: x@y.z",
            "a@c.de>",
            "a@.de",
            "a@c..de",
            ".a@c.de",
            "a.@c.de",
            "a..b@c.de",
            "a@127.0.0.1",
            "a@c-.de",
            "a@c_d.de",
            "a@c.d",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
