//! The people in a front matter.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::Fields;
use super::keys::{AGENCY, ALSO_MET, CONTACT, INTERVIEWERS, Key, RECRUITER};
use super::nodes::{self, only_item, scalar, short_text, value_of, wiki};
use super::written::{CALL, EMAIL, LEAD, NAME, PHONE, POST, TITLE};
use crate::diagnostic::Problem;
use crate::notes::Card;
use crate::notes::body::Fragment;
use crate::notes::described::{Described, Doubt, address_in};
use crate::notes::job_title::is_title_of_somebody;
use crate::notes::link::{self, Link};
use crate::notes::one_by_one::{line_by_line, one_by_one};
use crate::notes::person::{self, Person, deed_behind, is_address, is_credential};
use crate::notes::requote::listed;
use crate::notes::tree::{Entry, Node, Value};
use crate::rules::known::Known;
use crate::text::{folded, one_line};

const WHO: &str = "a name, \"Name <address>\", or a map with `name` and `email`";

/// A person whose line YAML takes for a field: `Jane Doe: CTO`, `Jane Doe: 07700 900112`.
fn described_in(entries: &[Entry<'_>]) -> Option<Result<Described, Problem>> {
    let [(key, value)] = entries else { return None };
    match Described::read(&format!("{}: {}", key.text()?, short_text(value)?)) {
        Ok(described) => Some(Ok(described)),
        Err(Doubt::Unclear { value, line: Some(line) }) => {
            Some(Err(Problem::UnclearPerson { value, line: Some(line) }))
        }
        Err(_) => None,
    }
}

/// The title of the person named before it in a list on one line: `[Dave Harker, headteacher]`, `[Dave Harker, CTO]`. Their
/// address may follow it.
fn title_of(person: &Person, node: &Node<'_>) -> Option<(String, Option<String>)> {
    let text = one_line(scalar(node)?);
    let with_address = text.strip_suffix('>').and_then(|text| text.split_once(" <"));
    let with_address = with_address.filter(|(_, address)| is_address(address));
    let (text, address) = match with_address {
        Some((text, address)) => (text.to_owned(), Some(address.to_owned())),
        None => (text, None),
    };
    let has_place = person.title.is_none()
        && person.link.is_none()
        && (address.is_none() || person.email.is_none());
    // "Matron" alone is somebody else, and so is "HR".
    let is_short = || text != "HR" && text.chars().filter(|c| c.is_uppercase()).count() > 1;
    let is_like_one = || text.contains(' ') || text.starts_with(char::is_lowercase) || is_short();
    let is_title =
        || is_like_one() && is_title_of_somebody(&text) && !text.to_lowercase().starts_with("the ");
    (has_place && is_title() && !person.is_nameless()).then_some((text, address))
}

/// An item of a list on one line that ends within brackets, together with those behind it up to the closing one, and their
/// count: `[Yuki (postdoc, picked me up)]`.
fn with_whole_aside<'n>(node: &Node<'n>, rest: &[&Node<'n>]) -> Option<(Node<'n>, usize)> {
    let mut text = node.text().filter(|text| is_open(text))?.to_owned();
    for (at, next) in rest.iter().enumerate() {
        text = format!("{text}, {}", next.text()?);
        if !is_open(&text) {
            let span = node.span.start..next.span.end;
            return Some((Node { value: Value::Text(text.into()), span }, at + 1));
        }
    }
    None
}

/// Returns true for a text whose last bracket isn't closed.
fn is_open(text: &str) -> bool {
    text.rfind('(').is_some_and(|at| !text[at..].contains(')'))
}

/// The map for somebody whose agency or title may stand behind the name: `Tom Ashworth, Beacon <tom@beacon.example>`, and
/// for an agency without an address, too.
fn map_of(text: &str, what: &str) -> Option<String> {
    let (name, rest) = text.split_once(", ")?;
    let (name, behind, address) = match (name.split_once(" <"), rest.split_once(" <")) {
        (None, Some((behind, address))) => (name, behind, address.strip_suffix('>')?),
        (Some((name, address)), None) => (name, rest, address.strip_suffix('>')?),
        (None, None) if what == AGENCY.name() => (name, rest, ""),
        _ => return None,
    };
    let is_plain = |part: &str| {
        part.chars().all(|c| c.is_alphanumeric() || " .'’&-".contains(c))
            && part.starts_with(char::is_alphabetic)
    };
    let (is_known, email) = match address {
        "" => (true, String::new()),
        address => (is_address(address), format!("email: {address}, ")),
    };
    (is_known && is_plain(name) && is_plain(behind))
        .then(|| format!("{{name: {name}, {email}{what}: {behind}}}"))
}

/// The wiki links of a value that is nothing but several of them: `[[Hana Mori]], [[Leo Brandt]]`.
fn links_in<'n>(node: &'n Node<'_>) -> Vec<Node<'n>> {
    let is_several = |text: &&str| text.starts_with("[[") && text[2..].contains("[[");
    let Some(text) = node.text().map(str::trim).filter(is_several) else { return Vec::new() };
    let links = text.split_inclusive("]]").map(|part| {
        let link = part.trim_start_matches([',', ';', '&', ' ']);
        let link = link.strip_prefix("and ").unwrap_or(link);
        let is_link = link::alone(link).is_some_and(|inner| !inner.contains("[["));
        is_link.then(|| Node { value: Value::Text(link.into()), span: node.span.clone() })
    });
    links.collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// A person and their place in the head.
pub type Placed = (Person, Range<usize>);

impl Fields<'_> {
    /// A single person. Nobody can write to "someone from HR", so that isn't one.
    pub fn person(&mut self, key: &Key<Arc<Person>>) -> Known<Arc<Person>> {
        self.person_of_agency(key, None).0
    }

    /// The recruiter, as in [`Fields::person`], and their agency, if they work for one.
    pub fn recruiter(&mut self) -> (Known<Arc<Person>>, Option<String>) {
        let agency = self.text(&AGENCY);
        self.person_of_agency(&RECRUITER, agency)
    }

    /// Whoever told of the outcome, and whether they work for the recruiter's agency, as it says itself or in their title.
    pub fn contact(&mut self, agency: Option<&str>) -> (Known<Arc<Person>>, bool) {
        let (contact, own) = self.person_of_agency(&CONTACT, None);
        let title = contact.value().and_then(|contact| contact.title.as_deref());
        let is_same =
            agency.map(folded).filter(|agency| !agency.is_empty()).is_some_and(|agency| {
                let is_it = |own: &str| {
                    let own = folded(own);
                    !own.is_empty() && (own.starts_with(&*agency) || agency.starts_with(&*own))
                };
                let names_it =
                    |title: &str| format!("_{}_", folded(title)).contains(&format!("_{agency}_"));
                own.as_deref().is_some_and(is_it) || title.is_some_and(names_it)
            });
        (contact, is_same)
    }

    fn person_of_agency(
        &mut self,
        key: &Key<Arc<Person>>,
        mut agency: Option<String>,
    ) -> (Known<Arc<Person>>, Option<String>) {
        let person = self.field(key, |fields, node| {
            let node = only_item(node).unwrap_or(node);
            let lines = fields.with_commas(node);
            let person = fields.person_of(key.name(), lines.as_ref().unwrap_or(node));
            if person == Known::Missing {
                return Known::Missing;
            }
            if let Value::Map(entries) = &node.value {
                let own = value_of(entries, AGENCY.names);
                let own = own.and_then(|node| fields.text_of(AGENCY.name(), node));
                agency = own.or(agency.take());
            }
            let Known::Is(mut person) = person else { return Known::Bad };
            if person.is_placeholder() {
                return Known::Missing;
            }
            if let Some(link) = &mut person.link {
                Arc::make_mut(link).own.agency.clone_from(&agency);
            }
            Known::Is(Arc::new(person))
        });
        (person, agency)
    }

    /// People, each with their place in the head.
    pub fn people(&mut self, key: &Key<Vec<Person>>) -> Vec<Placed> {
        let Some((_, node)) = self.find(key) else { return Vec::new() };
        let links = links_in(node);
        let nodes: Vec<&Node<'_>> = match &node.value {
            Value::Null => return Vec::new(),
            _ if !links.is_empty() => links.iter().collect(),
            Value::List(items) if wiki(node).is_none() => {
                let items = items.iter().filter(|item| item.value != Value::Null);
                self.first_items(items, "people of a list")
            }
            _ => vec![node],
        };
        let is_on_one_line = self.head_text(node).is_some_and(|text| text.starts_with('['));
        let mut people: Vec<Placed> = Vec::new();
        let mut nodes = nodes.into_iter();
        while let Some(node) = nodes.next() {
            if is_on_one_line && let Some((before, _)) = people.last_mut() {
                if let Some(credential) =
                    node.text().map(str::trim).filter(|one| is_credential(one))
                {
                    before.name = format!("{}, {credential}", before.name);
                    continue;
                }
                if let Some((title, address)) = title_of(before, node) {
                    before.title = Some(title);
                    before.email = before.email.take().or(address);
                    continue;
                }
            }
            let whole = match is_on_one_line {
                true => with_whole_aside(node, nodes.as_slice()),
                false => self.with_commas(node).map(|node| (node, 0)),
            };
            for _ in 0..whole.as_ref().map_or(0, |(_, count)| *count) {
                nodes.next();
            }
            let node = whole.as_ref().map_or(node, |(node, _)| node);
            if let Known::Is(person) = self.person_of(key.name(), node) {
                people.push((person, node.span.clone()));
            }
        }
        people
    }

    /// A text that names somebody on each of its lines, with commas in place of their ends, which YAML drops.
    fn with_commas(&self, node: &Node<'_>) -> Option<Node<'static>> {
        let Value::Text(Cow::Owned(text)) = &node.value else { return None };
        let lines = if text.contains('\n') { text } else { self.head_text(node)? };
        let text = line_by_line(lines).filter(|_| lines.contains('\n'))?.join(", ");
        Some(Node { value: Value::Text(text.into()), span: node.span.clone() })
    }

    /// A value as it is written.
    fn head_text(&self, node: &Node<'_>) -> Option<&str> {
        self.text.get(self.head_start + node.span.start..self.head_start + node.span.end)
    }

    fn person_of(&mut self, key: &str, node: &Node<'_>) -> Known<Person> {
        let (named, email, [title, call, post, phone], lead) = match &node.value {
            Value::Map(entries) => {
                self.check_inner_keys(
                    entries,
                    &[&[NAME], &EMAIL, &TITLE, &[CALL], &[POST], &PHONE, &[LEAD], AGENCY.names],
                );
                let email = value_of(entries, &EMAIL).filter(|node| node.value != Value::Null);
                let Some(name) =
                    value_of(entries, &[NAME]).filter(|node| node.value != Value::Null)
                else {
                    match email.and_then(scalar).map(address_in).filter(|one| is_address(one)) {
                        Some(address) => self.report(node, Problem::NamelessPerson { address }),
                        None => match described_in(entries) {
                            Some(Ok(Described { name, title, phone: phone @ Some(_), .. })) => {
                                let person = Person::named(&name);
                                let known = |person| Person { title, phone, ..person };
                                return person.map(known).map_or(Known::Bad, Known::Is);
                            }
                            Some(Err(unclear)) => self.report(node, unclear),
                            _ => self.report_type(node, key, WHO),
                        },
                    }
                    return Known::Bad;
                };
                let texts = [&TITLE[..], &[CALL], &[POST], &PHONE]
                    .map(|names| self.text_of(names[0], value_of(entries, names)?));
                let lead = value_of(entries, &[LEAD]).filter(|node| node.value != Value::Null);
                let lead = lead.is_some_and(|node| self.truth_of(LEAD, node) == Known::Is(true));
                (name, email, texts, lead)
            }
            _ => (node, None, [None, None, None, None], false),
        };
        let Some(text) = short_text(named).or_else(|| wiki(named)) else {
            self.report_type(named, key, WHO);
            return Known::Bad;
        };
        let mut described = match Described::read(text) {
            Ok(described) => described,
            Err(doubt) => return self.report_doubt(key, (named, text), email, doubt),
        };
        let mut address_node = named;
        if let Some(node) = email {
            match scalar(node) {
                Some(text) => {
                    described.address = Some(address_in(text));
                    address_node = node;
                }
                None => {
                    self.report_type(node, EMAIL[0], "an address such as jane@acme.example");
                }
            }
        }
        let Some(person) = Person::named(&described.name) else {
            self.report_type(named, key, WHO);
            return Known::Bad;
        };
        let mut is_readable = true;
        let email = match described.address {
            Some(address) if is_address(&address) => Some(address),
            Some(address) if !person::is_nobody(&address) => {
                let at = self.part_of(address_node, &address);
                self.report_at(at, Problem::InvalidAddress { value: one_line(&address) });
                is_readable = false;
                None
            }
            _ => None,
        };
        let has_referred =
            person::has_referral(text) || title.as_deref().is_some_and(person::is_referral);
        let deed = if key == ALSO_MET.name() { deed_behind(text) } else { None };
        let deed = deed.map(|deed| Box::new(Fragment::of(deed)));
        let title = title.filter(|title| !person::is_referral(title)).or(described.title);
        let phone = phone.or(described.phone);
        let own = Card { email, title, call, post, phone, ..Card::default() };
        // What the note says about them counts, once it can be read.
        let link = if is_readable { self.link_of(named, &own) } else { None };
        let Card { email, title, call, post, phone, .. } = own;
        Known::Is(Person {
            email,
            title,
            call,
            post,
            phone,
            lead,
            has_referred,
            deed,
            link,
            ..person
        })
    }

    /// The link to a file about a person that stands for their name.
    fn link_of(&self, named: &Node<'_>, own: &Card) -> Option<Arc<Link>> {
        let inner = nodes::link(named)?;
        Link::new(inner, self.place_at(named.span.clone()), own.clone()).map(Arc::new)
    }

    /// Reports why a line is no person, unless it says that there is nobody.
    fn report_doubt(
        &mut self,
        key: &str,
        (node, text): (&Node<'_>, &str),
        email: Option<&Node<'_>>,
        doubt: Doubt,
    ) -> Known<Person> {
        let address = email.and_then(scalar).map(address_in).filter(|one| is_address(one));
        match (doubt, address) {
            (Doubt::Nobody, None) => return Known::Missing,
            (Doubt::Nobody, Some(address)) | (Doubt::Nameless(address), _) => {
                self.report(node, Problem::NamelessPerson { address });
            }
            (Doubt::Several(value), _) => {
                let is_single = ![INTERVIEWERS.name(), ALSO_MET.name()].contains(&key);
                let is_recruiter = key == RECRUITER.name();
                let what = if is_recruiter { AGENCY.name() } else { "title" };
                // In a list, more words than one are rather somebody else.
                let is_word = || {
                    let last = text.rsplit_once(", ").map(|(_, last)| last.split(" <").next());
                    last.flatten().is_some_and(|last| !last.contains(' '))
                };
                let one = map_of(text, what).filter(|_| is_single || is_word());
                let one = one.map(|person| format!("their {what}, write `{person}`"));
                let list = one_by_one(text).filter(|_| !is_single);
                let list = list.map(|people| listed(&people));
                self.report(node, Problem::SeveralPeople { value, list, one, is_single });
            }
            (Doubt::Unclear { value, line }, _) => {
                self.report(node, Problem::UnclearPerson { value, line });
            }
            (Doubt::Empty, _) => self.report_type(node, key, WHO),
        }
        Known::Bad
    }

    /// The place of the last occurrence of `part` in a value, or the whole value if it is written in another way.
    fn part_of(&self, node: &Node<'_>, part: &str) -> Range<usize> {
        let value = self.head_start + node.span.start..self.head_start + node.span.end;
        let at = self.text.get(value).and_then(|value| value.rfind(part));
        at.map_or(node.span.clone(), |at| {
            let start = node.span.start + at;
            start..start + part.len()
        })
    }
}
