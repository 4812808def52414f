//! People as they are named in the text of a note: by first or family name, with a title or by a nickname, whatever the
//! accents and capitals.

use std::cell::{LazyCell, OnceCell};

use crate::notes::link::with_shown;
use crate::notes::person::{is_honorific, without_aside};
use crate::notes::{Note, Person};
use crate::text::{composed, nearest, slug, words};

/// The words of a text in lower case and without accents.
fn folded(text: &str) -> Vec<String> {
    words(&composed(text), &[]).map(folded_word).collect()
}

fn folded_word(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    slug(word, &word.to_lowercase())
}

/// A name without what stands in front of it, if anything does: "Tony" of "Big Tony" and "Chef Tony".
fn bare(name: &str) -> Option<String> {
    let person = Person::named(name).filter(|person| !person.is_nameless())?;
    let bare = person.bare_name();
    (!bare.is_empty() && person.name.len() > bare.len()).then_some(bare)
}

/// A person's names, each as its words.
fn names_of(person: &Person) -> Vec<Vec<String>> {
    let mut names = person.names();
    // Most have the same name in several ways.
    names.sort_unstable();
    names.dedup();
    let mut names: Vec<Vec<String>> = names.iter().map(|name| folded(name)).collect();
    names.retain(|name| !name.is_empty());
    names.sort();
    names.dedup();
    names
}

/// A test for people whose names share a word with this one's: nobody else can be called by the same name.
pub fn sharing_a_word<'p>(person: &'p Person) -> impl Fn(&Person) -> bool + 'p {
    let letters = initials(person);
    let words = LazyCell::new(|| words_of(person).collect::<Vec<_>>());
    move |other| {
        let is_same_as_any = |word| words.iter().any(|own| is_same(own, word));
        letters & initials(other) != 0 && words_of(other).any(is_same_as_any)
    }
}

/// The letters with which the words of a person's names begin, as a set, and perhaps some more; all of them if one isn't
/// plain, as accents make no difference.
fn initials(person: &Person) -> u32 {
    let mut letters = 0;
    for name in [Some(&person.name), person.call.as_ref()].into_iter().flatten() {
        let mut before = b' ';
        for b in name.bytes().filter(|b| b & 0xc0 != 0x80) {
            if !before.is_ascii_alphanumeric() {
                letters |= match b {
                    b if b.is_ascii_alphanumeric() => 1 << (b % 32),
                    b if b.is_ascii() => 0,
                    _ => u32::MAX,
                };
            }
            before = b;
        }
    }
    letters
}

/// Returns true if one of two people has every word in their name that the other has, but for titles and initials.
pub fn may_be_one(one: &Person, other: &Person) -> bool {
    let has_all = |one, other| {
        let mut tells = words_of(one).filter(|word| word.len() > 1 && !is_honorific(word));
        tells.all(|word| words_of(other).any(|another| is_same(word, another)))
    };
    has_all(one, other) || has_all(other, one)
}

fn words_of(person: &Person) -> impl Iterator<Item = &str> {
    let names = [Some(&person.name), person.call.as_ref()].into_iter().flatten();
    names.flat_map(|name| words(name, &[]))
}

/// Returns true for the same word, whatever its case and accents.
fn is_same(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        return one.eq_ignore_ascii_case(other);
    }
    // All names are compared with one another, and hardly two begin alike.
    let pairs = one.bytes().zip(other.bytes());
    let mut begin = pairs.take_while(|(a, b)| a.is_ascii() && b.is_ascii());
    begin.all(|(a, b)| a.eq_ignore_ascii_case(&b)) && folded_word(one) == folded_word(other)
}

/// Returns true for two names that differ by typos alone.
fn is_typo_of(name: &[String], other: &[String]) -> bool {
    name.len() == other.len()
        && name.iter().zip(other).all(|(one, other)| one == other || is_typo(one, other))
}

/// Returns true for two words that differ by a typo. Kim is not Tim, nor Doe Roe; and of short names only one that has a
/// letter more can be the other: Jon may be John, but hardly Jan.
fn is_typo(one: &str, other: &str) -> bool {
    const SHORT: usize = 4;
    let is_longer = one.chars().count() != other.chars().count();
    one.chars().next() == other.chars().next()
        && (is_longer || other.chars().count() > SHORT)
        && nearest(other, [one]).is_some()
}

/// Everybody in a note.
pub fn everybody(note: &Note) -> impl Iterator<Item = &Person> {
    // Of several interviews in a file, the newest has those who run the process.
    let is_newest = note.in_file.as_ref().is_none_or(|place| place.is_newest);
    let others =
        [&note.recruiter, &note.contact, &note.manager].into_iter().filter(move |_| is_newest);
    note.people().chain(others.filter_map(|person| person.value()).map(|person| &**person))
}

/// The people of a note, by all of their names.
#[derive(Debug)]
pub struct People<'n>(Vec<Named<'n>>);

/// A person with their names.
#[derive(Debug)]
struct Named<'n> {
    person: &'n Person,
    /// The words of which all their names are made.
    words: Vec<String>,
    /// The names, once they are asked for.
    names: OnceCell<Vec<Vec<String>>>,
}

impl<'n> Named<'n> {
    fn of(person: &'n Person) -> Named<'n> {
        let call = person.call.as_deref().unwrap_or_default();
        let words = folded(&format!("{} {call}", person.name));
        Named { person, words, names: OnceCell::new() }
    }

    /// Their names, each as its words.
    fn names(&self) -> &[Vec<String>] {
        self.names.get_or_init(|| names_of(self.person))
    }
}

impl<'n> People<'n> {
    /// Everybody in these notes, each once.
    pub fn of(notes: impl IntoIterator<Item = &'n Note>) -> People<'n> {
        let mut people: Vec<&Person> = Vec::new();
        for person in notes.into_iter().flat_map(everybody) {
            if !people.iter().any(|known| known.id == person.id) {
                people.push(person);
            }
        }
        People::these(people)
    }

    /// These people.
    pub fn these(people: impl IntoIterator<Item = &'n Person>) -> People<'n> {
        People(people.into_iter().map(Named::of).collect())
    }

    /// Their full names.
    pub fn names(&self) -> impl Iterator<Item = &'n str> {
        self.0.iter().map(|named| named.person.name.as_str())
    }

    /// The person whom a name means; `None` if several of them have it.
    pub fn called(&self, name: &str) -> Option<&'n Person> {
        let named = |name: &str| match self.listed(name)?[..] {
            [person] => Some(person),
            _ => None,
        };
        named(name).or_else(|| named(&bare(name)?))
    }

    /// Everybody who has a name.
    pub fn namesakes(&self, name: &str) -> Vec<&'n Person> {
        let named = |name: &str| {
            let name = folded(without_aside(name));
            let named = self.0.iter().filter(|one| one.names().contains(&name));
            named.map(|one| one.person).collect::<Vec<_>>()
        };
        match named(name) {
            nobody if nobody.is_empty() => bare(name).map_or(nobody, |bare| named(&bare)),
            people => people,
        }
    }

    /// The people in a list of names, such as `Jane, Dr. Zhang and Ravi`; `None` if it holds any other word, or a name
    /// that several of them have.
    pub fn listed(&self, list: &str) -> Option<Vec<&'n Person>> {
        let words = folded(without_aside(&with_shown(list)));
        let (mut listed, mut rest) = (Vec::new(), words.as_slice());
        while let Some(word) = rest.first() {
            let named = self.0.iter().filter_map(|one| {
                let names = one.names().iter().filter(|name| rest.starts_with(name));
                Some((names.map(Vec::len).max()?, one.person))
            });
            let named: Vec<(usize, &Person)> = named.collect();
            let longest = named.iter().map(|(length, _)| *length).max();
            let mut people = named.iter().filter(|(length, _)| Some(*length) == longest);
            match (people.next(), people.next()) {
                (Some((length, person)), None) => {
                    listed.push(*person);
                    rest = &rest[*length..];
                }
                (None, _) if word == "and" || is_honorific(word) => rest = &rest[1..],
                _ => return None,
            }
        }
        (!listed.is_empty()).then_some(listed)
    }

    /// The same, where a name may also have a typo, or be a word of a title, as long as just one of them can be meant: `Jon
    /// and the matron`.
    pub fn listed_or_likely(&self, list: &str) -> Option<Vec<&'n Person>> {
        self.listed(list).or_else(|| {
            let names = list.split([',', '&']).flat_map(|names| names.split(" and "));
            let names = names.map(str::trim).filter(|name| !name.is_empty());
            let people: Option<Vec<Vec<&Person>>> = names
                .map(|name| {
                    let called = || self.listed(&bare(name)?);
                    self.listed(name).or_else(called).or_else(|| Some(vec![self.likely(name)?]))
                })
                .collect();
            people.map(|people| people.concat()).filter(|people| !people.is_empty())
        })
    }

    /// The only one who can be meant by a name that nobody has.
    fn likely(&self, name: &str) -> Option<&'n Person> {
        let words = folded(without_aside(name));
        let words = words.strip_prefix(&["the".to_owned()]).unwrap_or(&words);
        let is_meant = |one: &&Named<'_>| {
            // Whoever keeps the id of an earlier name may be called by that.
            let person = one.person;
            let title = person.title.as_deref().unwrap_or_default();
            let known = folded(&format!("{} {title} {}", person.name, person.id));
            let has_all = words.iter().all(|word| known.contains(word));
            has_all || one.names().iter().any(|known| is_typo_of(known, words))
        };
        let mut meant = self.0.iter().filter(is_meant);
        let only = meant.next().filter(|_| !words.is_empty())?;
        meant.next().is_none().then_some(only.person)
    }

    /// The people whom a text names. `Jane Doe` is not also Jane Roe.
    pub fn named(&self, text: &str) -> Vec<&'n Person> {
        let text = folded(text);
        let has = |name: &&Vec<String>| text.windows(name.len()).any(|window| window == **name);
        // Most texts have no word of anybody's names.
        let may_name = |one: &&Named<'_>| text.iter().any(|word| one.words.contains(word));
        let may_be_named = self.0.iter().filter(may_name);
        let found: Vec<(&'n Person, Vec<&Vec<String>>)> = may_be_named
            .map(|one| (one.person, one.names().iter().filter(has).collect::<Vec<_>>()))
            .filter(|(_, names)| !names.is_empty())
            .collect();
        let is_part = |name: &Vec<String>, of: &Vec<String>| {
            name.len() < of.len() && of.windows(name.len()).any(|window| window == name)
        };
        let is_covered = |person: &Person, names: &[&Vec<String>]| {
            found.iter().any(|(other, theirs)| {
                other.id != person.id
                    && names.iter().all(|name| theirs.iter().any(|of| is_part(name, of)))
            })
        };
        found
            .iter()
            .filter(|(person, names)| !is_covered(person, names))
            .map(|(person, _)| *person)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_may_be_named_almost() {
        let mut matron = Person::named("Joan Kelly").unwrap();
        matron.title = Some("Matron".to_owned());
        let people = ["John Smith", "Tim Ek", "Jane Doe", "Wei Zhang"];
        let mut people: Vec<Person> =
            people.iter().map(|name| Person::named(name).unwrap()).collect();
        people.push(matron);
        let people = People::these(&people);
        let cases = [
            ("Jane", "Jane Doe"),
            ("the Matron", "Joan Kelly"),
            ("Jon Smyth", "John Smith"),
            ("Smyth and Matron", "John Smith, Joan Kelly"),
            ("Wei Zang", "Wei Zhang"),
            ("Big Tim", "Tim Ek"),
            ("Chef Tim and Jane", "Tim Ek, Jane Doe"),
            // John or Joan; somebody else; nobody.
            ("Jon", ""),
            ("Kim", ""),
            ("Jane Roe", ""),
            ("Jane never", ""),
            ("nobody", ""),
            ("", ""),
        ];
        for (list, expected) in cases {
            let found = people.listed_or_likely(list).unwrap_or_default();
            let found: Vec<&str> = found.iter().map(|person| &*person.name).collect();
            assert_eq!(found.join(", "), expected, "{list}");
        }
    }
}
