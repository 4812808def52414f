//! People: names in every form that notes have, addresses, ids and greetings.

use std::borrow::Cow;
use std::sync::Arc;

use super::link::Link;
use crate::text::{composed, one_line, slug};

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
    /// The link to a file about them.
    pub link: Option<Arc<Link>>,
}

impl Person {
    /// A person with nothing but a name; `None` if it has no letters.
    pub fn named(name: &str) -> Option<Person> {
        clean_name(name).map(|name| Person {
            id: slug(&name, "person"),
            name,
            email: None,
            title: None,
            call: None,
            post: None,
            lead: false,
            link: None,
        })
    }

    /// The name as the note has it, with the brackets of a link.
    pub fn written(&self) -> String {
        self.link.as_ref().map_or_else(|| self.name.clone(), |link| link.written())
    }

    /// The name for a greeting: what the note says they are called, else the nickname, else title and family name, else
    /// the first name; the whole name if it isn't clear which part is which.
    pub fn first_name(&self) -> String {
        if let Some(call) = &self.call {
            return call.clone();
        }
        let Parts { titles, words, nickname } = self.parts();
        if let Some(nickname) = nickname {
            return nickname.to_owned();
        }
        let is_shouted = is_shouted(&words);
        let cased = |word: &str| if is_shouted { capitalized(word) } else { word.to_owned() };
        let whole = || words.iter().map(|word| cased(word)).collect::<Vec<_>>().join(" ");
        let Some(first) = words.first() else { return self.name.clone() };
        if self.is_team() || self.is_function() {
            return self.name.clone();
        }
        if let Some(title) = titles.last() {
            let name = if is_knightly(title) { cased(first) } else { family(&words, cased) };
            let titles: Vec<String> = titles.iter().map(|title| cased(title)).collect();
            return format!("{} {name}", titles.join(" "));
        }
        let is_name = first.chars().all(|c| is_latin(c) || matches!(c, '-' | '\'' | '’'))
            && first.chars().count() > 1
            && !(is_particle(first) && first.starts_with(char::is_lowercase));
        if !is_name {
            return whole();
        }
        if words.iter().all(|word| word.chars().all(|c| !c.is_uppercase())) {
            return capitalized(first);
        }
        if first.starts_with(char::is_lowercase) { whole() } else { cased(first) }
    }

    /// The names by which a text may call them: the whole one, the first, the family's, with or without a title, and the
    /// nickname.
    pub fn names(&self) -> Vec<String> {
        let Parts { titles, words, nickname } = self.parts();
        let family = family(&words, str::to_owned);
        let mut names = vec![self.name.clone(), words.join(" ")];
        if words.len() > 1 {
            names.extend(words.last().map(|last| (*last).to_owned()));
        }
        if let Some(nickname) = nickname {
            names.extend([nickname.to_owned(), format!("{nickname} {family}")]);
        }
        for title in [titles.join(" "), titles.last().copied().unwrap_or_default().to_owned()] {
            names.extend((!title.is_empty()).then(|| format!("{title} {family}")));
        }
        names.extend([family, self.first_name()]);
        names.extend(words.first().map(|first| (*first).to_owned()));
        names.retain(|name| {
            let letters = name.chars().filter(|c| c.is_alphabetic()).count();
            letters > 1 && !is_particle(name) && !is_honorific(name)
        });
        names
    }

    /// Returns true for several people under one name, such as the People Team.
    pub fn is_team(&self) -> bool {
        const LAST: [&str; 9] = [
            "team",
            "panel",
            "committee",
            "department",
            "squad",
            "interviewers",
            "engineers",
            "recruiters",
            "everyone",
        ];
        let lower = self.name.to_lowercase();
        let last = lower.split([' ', '-']).next_back().unwrap_or_default();
        LAST.contains(&last) || lower.starts_with("team ") || lower.starts_with("panel ")
    }

    /// Returns true for a function in place of a name, such as the CTO.
    pub fn is_function(&self) -> bool {
        const WORDS: [&str; 28] = [
            "hr",
            "ceo",
            "cto",
            "cfo",
            "coo",
            "cpo",
            "vp",
            "em",
            "pm",
            "hiring",
            "engineering",
            "product",
            "manager",
            "recruiter",
            "recruiting",
            "recruitment",
            "engineer",
            "interviewer",
            "lead",
            "head",
            "of",
            "talent",
            "acquisition",
            "people",
            "ops",
            "receptionist",
            "reception",
            "coordinator",
        ];
        let lower = self.name.to_lowercase();
        lower.starts_with("the ") || lower.split(' ').all(|word| WORDS.contains(&word))
    }

    /// The name's parts, without degrees and a second form in quotes.
    fn parts(&self) -> Parts<'_> {
        let (before, after) = match self.name.split_once(',') {
            Some((family, given)) if is_family_first(&self.name) => (given.trim(), family),
            Some((name, _)) => (name, ""),
            None => (&*self.name, ""),
        };
        let (mut titles, mut words, mut nickname) = (Vec::new(), Vec::new(), None);
        for word in before.split(' ').chain(after.split(' ')).filter(|word| !word.is_empty()) {
            let inner = word.trim_matches(['"', '“', '”', '„', '(', ')', '‘']);
            let inner =
                inner.strip_suffix('\'').and_then(|word| word.strip_prefix('\'')).unwrap_or(inner);
            if inner.len() < word.len() && inner.chars().any(char::is_alphabetic) {
                nickname = nickname.or(Some(inner));
            } else if words.is_empty() && is_honorific(word) {
                titles.push(word);
            } else {
                words.push(word);
            }
        }
        while words.len() > 1 && words.last().is_some_and(|word| is_degree(word)) {
            words.pop();
        }
        Parts { titles, words, nickname }
    }

    /// Returns true if both seem to be the same person: by address, or by name if one has no address.
    pub fn is_likely(&self, other: &Person) -> bool {
        if let (Some(one), Some(another)) = (&self.link, &other.link)
            && one.is_of_another_file(another)
        {
            return false;
        }
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

/// A name as one clean line; `None` if it has no letters.
pub fn clean_name(name: &str) -> Option<String> {
    let name = one_line(plain(without_aside(wiki_link(name))));
    let name = match composed(&name) {
        Cow::Borrowed(_) => name,
        Cow::Owned(composed) => composed,
    };
    name.contains(char::is_alphabetic).then_some(name)
}

fn lower_case(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && u32::from(c) < 0x250
}

/// The parts of a name.
struct Parts<'n> {
    titles: Vec<&'n str>,
    words: Vec<&'n str>,
    nickname: Option<&'n str>,
}

/// The family name: the last word, with the particles before it.
fn family(words: &[&str], cased: impl Fn(&str) -> String) -> String {
    let Some(last) = words.len().checked_sub(1) else { return String::new() };
    let particles = words[..last].iter().rev().take_while(|word| is_particle(word)).count();
    words[last - particles..].iter().map(|word| cased(word)).collect::<Vec<_>>().join(" ")
}

/// Returns true for a name in capitals only. Two letters may be initials.
fn is_shouted(words: &[&str]) -> bool {
    let letters = || words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphabetic());
    letters().count() > 3 && letters().all(char::is_uppercase)
}

/// A word with a capital at the start of each part, and small letters otherwise.
fn capitalized(word: &str) -> String {
    let mut is_start = true;
    let letter = |c: char| {
        let letter = if is_start { c.to_uppercase().next() } else { c.to_lowercase().next() };
        is_start = !c.is_alphabetic();
        letter.unwrap_or(c)
    };
    word.chars().map(letter).collect()
}

pub fn is_honorific(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    matches!(
        word.as_str(),
        "dr" | "dra"
            | "prof"
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
    )
}

/// Returns true for a title that goes with a first name.
fn is_knightly(title: &str) -> bool {
    matches!(title.to_lowercase().as_str(), "sir" | "dame")
}

/// Returns true for the small words of family names.
fn is_particle(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "van"
            | "von"
            | "zu"
            | "de"
            | "der"
            | "den"
            | "dem"
            | "la"
            | "le"
            | "las"
            | "los"
            | "del"
            | "della"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "du"
            | "ter"
            | "ten"
            | "el"
            | "al"
            | "bin"
            | "ibn"
    )
}

/// Returns true for a degree or the like after a name: PhD, M.Sc., MBA, Jr., III.
fn is_degree(word: &str) -> bool {
    let word = word.replace('.', "");
    let is_known = matches!(
        word.to_lowercase().as_str(),
        "jr" | "sr" | "esq" | "phd" | "msc" | "bsc" | "mba" | "md" | "pmp" | "ii" | "iii" | "iv"
    );
    is_known && word.chars().any(char::is_alphabetic)
}

/// Returns true for one person whose family name comes first: `de la Cruz, Maria`. Of other names with a comma nobody
/// can tell.
pub fn is_family_first(name: &str) -> bool {
    let Some((family, given)) = name.split_once(',') else { return false };
    let mut words = family.split(' ').filter(|word| !word.is_empty());
    let given = given.trim();
    words.next().is_some_and(|first| is_particle(first) && words.next().is_some())
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
    let mut given = given.split(' ').filter(|word| !word.is_empty());
    is_word(family.trim()) && given.next().is_some_and(is_word) && given.all(is_initial)
}

/// Strips quotes, emphasis, and the brackets of a link around a name. A quote that opens a nickname is left.
fn plain(name: &str) -> &str {
    let name = name.trim_matches([' ', '*', '_', '`', '[', ']']);
    let inner = name.trim_matches('"');
    if inner.contains('"') { name } else { inner.trim_matches([' ', '*', '_', '`', '[', ']']) }
}

/// Returns true for what people write when there is nobody to name: `TBD`, `?`, `（要確認）`, a template's blank.
pub fn is_nobody(text: &str) -> bool {
    let is_around =
        |c: char| c.is_whitespace() || "?!.…-–—()[]{}<>\"'*_`~/（）「」【】？。:".contains(c);
    let is_template = |open, close| text.trim().starts_with(open) && text.trim().ends_with(close);
    let word = text.trim_matches(is_around).to_lowercase();
    word.is_empty()
        || is_template("{{", "}}")
        || is_template("<%", "%>")
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
                | "not known"
                | "not sure"
                | "tbd"
                | "tba"
                | "tbc"
                | "todo"
                | "to be announced"
                | "to be confirmed"
                | "to be determined"
                | "name"
                | "未定"
                | "未確認"
                | "要確認"
                | "不明"
                | "待定"
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

/// Strips the part in brackets after a name: `Jane Doe (she/her)`, `Ming Li [he/him]`.
pub fn without_aside(name: &str) -> &str {
    let name = name.trim();
    let round = || name.strip_suffix(')')?.rsplit_once('(');
    let square = || {
        let (before, aside) = name.strip_suffix(']')?.rsplit_once('[')?;
        (aside.contains('/') && !before.is_empty()).then_some((before, aside))
    };
    round().or_else(square).map_or(name, |(name, _)| name).trim()
}

/// Returns true for a name that seems to name several people, or to include a job title.
pub fn looks_like_several(name: &str) -> bool {
    if is_family_first(name) {
        return false;
    }
    const SUFFIXES: [&str; 3] = ["jr", "sr", "esq"];
    const AND: [&str; 3] = ["and", "und", "et"];
    let after_comma = name.split(',').skip(1).any(|part| {
        let part = part.replace(['.', ' '], "");
        // A degree or a post in capitals, such as Ph.D., MBA, M.Sc., III or CTO.
        let is_degree = part.len() <= 5 && part.chars().filter(|c| c.is_uppercase()).count() > 1;
        !is_degree && !SUFFIXES.contains(&part.to_lowercase().as_str())
    });
    let is_and = |word: &str| AND.iter().any(|and| word.eq_ignore_ascii_case(and));
    // Between two words.
    let inner = name.split_once(' ').and_then(|(_, rest)| rest.rsplit_once(' '));
    after_comma
        || name.contains([';', '&', '/', '+'])
        || inner.is_some_and(|(inner, _)| inner.split(' ').any(is_and))
        || name.contains("]] [[")
}

/// Returns true for an address that mail could be sent to: one `@`, text on both sides, nothing that breaks a header.
pub fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let forbidden = |c: char| {
        !c.is_ascii_alphanumeric()
            && (c.is_whitespace()
                || crate::text::is_hidden(c)
                || matches!(
                    c,
                    '<' | '>' | ',' | ';' | '"' | '(' | ')' | '[' | ']' | '\\' | '@' | ':'
                ))
    };
    !local.split('.').any(str::is_empty)
        && is_host(domain)
        && !local.contains(forbidden)
        && !domain.contains(forbidden)
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
            ("Dr. Jane Doe", "Dr. Doe"),
            ("Dr. Wei Zhang", "Dr. Zhang"),
            ("Dr Wei Zhang", "Dr Zhang"),
            ("Dr. Zhang", "Dr. Zhang"),
            ("Prof. Ada Lovelace", "Prof. Lovelace"),
            ("Prof. Dr. Emmy Noether", "Prof. Dr. Noether"),
            ("Frau Dr. Lena Vogt", "Frau Dr. Vogt"),
            ("Herr Max Weber", "Herr Weber"),
            ("Mr. Tom Reyes", "Mr. Reyes"),
            ("Ms. Ana Brandt", "Ms. Brandt"),
            ("Dr. Anna van der Berg", "Dr. van der Berg"),
            ("Dr. Wei Zhang, PhD", "Dr. Zhang"),
            ("DR. WEI ZHANG", "Dr. Zhang"),
            ("Sir Ian Holm", "Sir Ian"),
            ("J. Doe", "J. Doe"),
            ("R. Okafor", "R. Okafor"),
            ("J. R. Hartley", "J. R. Hartley"),
            ("R. OKAFOR", "R. Okafor"),
            ("Robert \"Bob\" Miller", "Bob"),
            ("Robert “Bob” Miller", "Bob"),
            ("Robert 'Bob' Miller", "Bob"),
            ("Robert (Bob) Miller", "Bob"),
            ("Dr. Robert \"Bob\" Miller", "Bob"),
            ("Jane Doe, PhD", "Jane"),
            ("Jane Doe, M.Sc., MBA", "Jane"),
            ("Jane Doe PhD", "Jane"),
            ("Martin King, Jr.", "Martin"),
            ("ANNA SMITH", "Anna"),
            ("ANNE-MARIE O'NEIL", "Anne-Marie"),
            ("JJ Smith", "JJ"),
            ("Di Gee", "Di"),
            ("jane doe", "Jane"),
            ("de la Cruz, Maria", "Maria"),
            ("von Berg, Lisa", "Lisa"),
            ("Alex Kim (they/them)", "Alex"),
            ("Ming Li [he/him]", "Ming"),
            ("Jean-Paul Sartre", "Jean-Paul"),
            ("Sue Ellen Parker", "Sue"),
            ("People Team", "People Team"),
            ("the CTO", "the CTO"),
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
    fn teams_and_functions_have_no_first_name() {
        for team in ["People Team", "Panel", "The hiring panel", "Team Red", "Interviewers"] {
            assert!(Person::named(team).unwrap().is_team(), "{team}");
        }
        for function in ["the CTO", "Recruiter", "Hiring manager", "Head of Engineering", "HR"] {
            assert!(Person::named(function).unwrap().is_function(), "{function}");
        }
        for name in ["Jane Doe", "Cher", "Lead Belly", "Theo Team-Smith", "Will Head"] {
            let person = Person::named(name).unwrap();
            assert!(!person.is_team() && !person.is_function(), "{name}");
        }
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
