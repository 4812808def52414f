//! The material for a note's messages: the words that are to be said as they are, and those that only the user is to
//! remember.

use std::borrow::Cow;
use std::cell::{LazyCell, OnceCell};
use std::rc::Rc;
use std::sync::Arc;

use crate::diagnostic::WhyUnheard;
use crate::diagnostic::place::Place;
use crate::notes::blank::BEFORE_LEAVING;
use crate::notes::body::{Fragment, Section};
use crate::notes::people::People;
use crate::notes::{InFile, Note, Person};
use crate::rules::headings::{Headings, Listeners, Topic, is_same, is_to_say, listeners, speaker};
use crate::text::behind;

/// A note's material.
#[derive(Clone, Debug, Default)]
pub struct Material<'n> {
    /// The words that are to be said, in the note's order.
    pub to_say: Vec<ToSay<'n>>,
    /// The words that are only for the user to remember, in the note's order.
    pub remarks: Vec<Remark<'n>>,
    /// Words that were to be said, but reach nobody.
    pub unheard: Vec<Unheard<'n>>,
    /// Headings of the user's own: the words under them stand neither in a message nor below one.
    pub unused: Vec<&'n str>,
}

/// A paragraph that goes out as it is.
#[derive(Clone, Debug)]
pub struct ToSay<'n> {
    /// The ids of the people it goes to; `None` for everyone.
    pub to: Option<Vec<&'n str>>,
    /// Its words, with the line breaks that the user made on purpose. Items of a list stay together as one.
    pub text: Cow<'n, str>,
}

/// Words that were to be said, but reach nobody.
#[derive(Clone, Debug)]
pub struct Unheard<'n> {
    /// The heading above them, or the words that were meant for one.
    pub heading: &'n str,
    /// The place of that.
    pub place: Place,
    /// The reason.
    pub why: WhyUnheard,
}

/// A paragraph, a line of one, or a list item for the user's own eyes: it never goes out.
#[derive(Clone, Debug)]
pub struct Remark<'n> {
    /// The heading that it stands under; empty above the first one.
    pub heading: &'n str,
    /// Its topic.
    pub topic: Option<Topic>,
    /// The ids of the people whom it is about.
    pub about: Vec<&'n str>,
    /// True if it stands under the name of one of them.
    pub is_below_name: bool,
    /// Its words.
    pub text: &'n str,
    /// The paragraph or list item that it is, or is a line of.
    pub fragment: &'n Fragment,
}

impl Remark<'_> {
    /// Returns true for a remark that is about nobody, or about this person.
    pub fn is_for(&self, person: Option<&Person>) -> bool {
        self.about.is_empty()
            || person.is_some_and(|person| self.about.contains(&person.id.as_str()))
    }
}

/// The use of a section.
#[derive(Clone, Debug, Default)]
struct Use<'n> {
    to_say: Option<Option<Vec<&'n str>>>,
    is_remembered: bool,
    topic: Option<Topic>,
    about: Vec<&'n str>,
}

impl<'n> Material<'n> {
    /// Sorts the sections of a note's body. Sections under headings of the user's own are left out.
    pub fn of(note: &'n Note, headings: &Headings) -> Material<'n> {
        let mut material = Material { remarks: deeds(note).collect(), ..Material::default() };
        if note.body.sections().is_empty() {
            return material;
        }
        let people = People::of([note]);
        let file = note.in_file.as_deref().map(|place| File::of(note, place));
        // Of several interviews, another may have whoever is meant.
        let whom = |names: &str| match file {
            Some(_) => people.listed(names),
            None => people.listed_or_likely(names),
        };
        // The headings above the current section, each with its level and use.
        let mut above: Vec<(u8, Use<'n>)> = Vec::new();
        let mut days: Vec<(u8, &str)> = Vec::new();
        let is_unwrapped = LazyCell::new(|| note.body.is_unwrapped());
        let names = || people.names().map(str::to_owned).collect();
        let day = || file.as_ref().and_then(|file| file.place.names().max()).map(str::to_owned);
        for read in note.body.sections() {
            let Section { heading, level, fragments, .. } = read;
            above.retain(|(upper, _)| upper < level);
            days.retain(|(upper, _)| upper < level);
            let outer = above.last().map(|(_, outer)| outer.clone()).unwrap_or_default();
            let mut section = use_of(heading, &people, whom, headings, outer);
            let whose = file.as_ref().map_or(Whose::Own, |file| {
                let above = days.iter().map(|(_, heading): &(u8, &str)| *heading);
                file.whose(heading, above, &section)
            });
            days.push((*level, heading));
            match whose {
                Whose::Own => {}
                Whose::Others => {
                    above.push((*level, Use::default()));
                    continue;
                }
                // The same words would go to one person twice.
                Whose::Unclear => {
                    section.is_remembered |= section.to_say.is_some();
                    section.to_say = None;
                }
            }
            if section.to_say.is_none() && !fragments.is_empty() && is_to_say(heading) {
                let why = match whose {
                    Whose::Unclear => WhyUnheard::When { day: day() },
                    _ => WhyUnheard::Whom { people: names() },
                };
                material.unheard.push(Unheard { heading, place: note.body.place_of(read), why });
            }
            // What is above the headings, or only below the note's title, helps as well.
            let is_used = section.to_say.is_some() || section.is_remembered || *level <= 1;
            if !is_used
                && fragments.iter().any(|fragment| !fragment.is_task)
                && !is_same(heading, BEFORE_LEAVING)
            {
                material.unused.push(heading);
            }
            material.take(read, &section, is_used, note, &people, &is_unwrapped);
            above.push((*level, section));
        }
        material
    }

    /// Takes the words of a section. Those that are neither to be said nor to be remembered are left out.
    fn take(
        &mut self,
        read: &'n Section,
        section: &Use<'n>,
        is_used: bool,
        note: &'n Note,
        people: &People<'n>,
        is_unwrapped: &LazyCell<bool, impl FnOnce() -> bool>,
    ) {
        // A list alone is one of points. Below a paragraph it belongs to that.
        let is_letter = read.fragments.first().is_some_and(|first| first.bullet().is_none());
        let mut is_in_list = false;
        for (fragment, words) in read.without_labels() {
            let label = label_that_is_lost(fragment, people);
            if let Some(heading) = label {
                let (place, why) = (note.body.place_of_fragment(fragment), WhyUnheard::NoHeading);
                self.unheard.push(Unheard { heading, place, why });
            }
            let is_said = !words.is_empty() && !is_for_oneself(fragment) && label.is_none();
            if let Some(to) = section.to_say.as_ref().filter(|_| is_said) {
                let bullet = fragment.bullet().filter(|_| is_letter);
                let is_item = bullet.is_some();
                self.say(to, fragment.as_written(words), bullet, is_in_list);
                is_in_list = is_item;
            } else if is_used {
                for text in fragment.points(**is_unwrapped) {
                    self.remark(read, section, fragment, text, people);
                }
            }
        }
    }

    /// Adds a paragraph, or a list item, which joins the one before it if that is one as well.
    fn say(
        &mut self,
        to: &Option<Vec<&'n str>>,
        text: Cow<'n, str>,
        bullet: Option<String>,
        is_in_list: bool,
    ) {
        let item = bullet.map(|bullet| format!("{bullet} {text}"));
        let list = self.to_say.last_mut().filter(|_| is_in_list);
        match (item, list) {
            (Some(item), Some(list)) => {
                let list = list.text.to_mut();
                list.push('\n');
                list.push_str(&item);
            }
            (item, _) => {
                let text = item.map_or(text, Cow::Owned);
                self.to_say.push(ToSay { to: to.clone(), text });
            }
        }
    }

    /// Adds a remark, about those whom the headings above it or its words name.
    fn remark(
        &mut self,
        read: &'n Section,
        section: &Use<'n>,
        fragment: &'n Fragment,
        text: &'n str,
        people: &People<'n>,
    ) {
        let is_below_name = !section.about.is_empty();
        let mut about = section.about.clone();
        for person in people.named(text) {
            if !about.contains(&&*person.id) {
                about.push(&person.id);
            }
        }
        let (heading, topic) = (&read.heading, section.topic);
        self.remarks.push(Remark { heading, topic, about, is_below_name, text, fragment });
    }

    /// The words for this person, and for nobody who isn't named beside them.
    pub fn said_to(&self, person: &Person) -> Vec<&str> {
        let is_theirs =
            |say: &&ToSay<'n>| say.to.as_ref().is_some_and(|to| to.contains(&person.id.as_str()));
        self.to_say.iter().filter(is_theirs).map(|say| &*say.text).collect()
    }

    /// Returns true if there are words for everyone.
    pub fn speaks_to_everyone(&self) -> bool {
        self.to_say.iter().any(|say| say.to.is_none())
    }

    /// Returns true if there is a remark on one of these topics for this person: one that is about nobody else.
    pub fn is_on(&self, topics: &[Topic], person: Option<&Person>) -> bool {
        self.on(topics, person).next().is_some()
    }

    /// The remarks on these topics for this person.
    pub fn on(
        &self,
        topics: &[Topic],
        person: Option<&Person>,
    ) -> impl Iterator<Item = &Remark<'n>> {
        let is_on = |remark: &Remark<'_>| remark.topic.is_some_and(|topic| topics.contains(&topic));
        self.remarks.iter().filter(move |remark| is_on(remark) && remark.is_for(person))
    }

    /// Returns true if there is anything to say to this person, or any remark about them.
    pub fn mentions(&self, person: &Person) -> bool {
        !self.said_to(person).is_empty()
            || self.remarks.iter().any(|remark| remark.about.contains(&person.id.as_str()))
    }
}

/// What stands behind the names of helpers that they did.
fn deeds(note: &Note) -> impl Iterator<Item = Remark<'_>> {
    note.also_met.iter().filter_map(|person| {
        let fragment = &**person.deed.as_ref()?;
        Some(Remark {
            heading: &person.name,
            topic: None,
            about: vec![&person.id],
            is_below_name: true,
            text: &fragment.text,
            fragment,
        })
    })
}

/// The material of a process's notes, sorted once for all that is said from them, and only when it is asked for.
#[derive(Debug)]
pub struct Materials<'n> {
    notes: &'n [Arc<Note>],
    headings: &'n Headings,
    sorted: OnceCell<Vec<OnceCell<Rc<Material<'n>>>>>,
}

impl<'n> Materials<'n> {
    /// The material of these notes.
    pub fn new(notes: &'n [Arc<Note>], headings: &'n Headings) -> Materials<'n> {
        Materials { notes, headings, sorted: OnceCell::new() }
    }

    /// The material of a note, sorted on the spot if the note isn't one of these.
    pub fn of<'a>(&self, note: &'a Note) -> Rc<Material<'a>>
    where
        'n: 'a,
    {
        let Some(at) = self.notes.iter().position(|known| std::ptr::eq(&**known, note)) else {
            return Rc::new(Material::of(note, self.headings));
        };
        let sorted = self.sorted.get_or_init(|| vec![OnceCell::new(); self.notes.len()]);
        let sort = || Rc::new(Material::of(&self.notes[at], self.headings));
        sorted[at].get_or_init(sort).clone()
    }
}

/// The interviews of a file, to tell which of them a section belongs to.
struct File<'n> {
    place: &'n InFile,
    /// The ids of the people whom the user met in this one.
    met: Vec<&'n str>,
    /// The people of each of the others.
    others: Vec<People<'n>>,
}

/// The interview that a section belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Own,
    Others,
    /// It names somebody whom several interviews have.
    Unclear,
}

impl<'n> File<'n> {
    fn of(note: &'n Note, place: &'n InFile) -> File<'n> {
        let met = note.people().map(|person| person.id.as_str()).collect();
        let others = place.others.iter().map(|(_, people)| people.iter().map(Arc::as_ref));
        let others = others.map(People::these).collect();
        File { place, met, others }
    }

    /// A heading with the day of an interview has all that stands below it. Else a section belongs to the interview in which
    /// the user met those whom it names, and to the newest if it names nobody.
    fn whose<'h>(
        &self,
        heading: &'h str,
        above: impl DoubleEndedIterator<Item = &'h str>,
        section: &Use<'_>,
    ) -> Whose {
        let dated = above.chain([heading]).rev().find_map(|heading| self.named_in(heading));
        if let Some(name) = dated {
            let is_own = self.place.name.as_deref() == Some(name);
            return if is_own { Whose::Own } else { Whose::Others };
        }
        let names_theirs = |people: &People<'_>| match listeners(heading) {
            Some(Listeners::Named(names)) => people.listed(&names).is_some(),
            Some(Listeners::Everyone) => false,
            None => !people.named(heading).is_empty(),
        };
        let is_theirs = self.others.iter().any(names_theirs);
        let is_own = !section.about.is_empty();
        let has_met = || section.about.iter().any(|id| self.met.contains(id));
        match (is_own, is_theirs) {
            (true, false) => Whose::Own,
            // The recruiter of all of them interviewed in that one.
            (true, true) if !has_met() => Whose::Others,
            (true, true) if section.to_say.is_some() => Whose::Unclear,
            (true, true) => Whose::Own,
            (false, true) => Whose::Others,
            (false, false) if self.place.is_newest => Whose::Own,
            (false, false) => Whose::Others,
        }
    }

    /// The interview that a heading names by its day, or by its day and number.
    fn named_in(&self, heading: &str) -> Option<&'n str> {
        self.place.names().filter(|name| heading.contains(name)).max_by_key(|name| name.len())
    }
}

/// The words of a note that were to be said, but reach nobody.
pub fn unheard<'n>(note: &'n Note, headings: &Headings) -> Vec<Unheard<'n>> {
    // Most notes have nothing to be said.
    match ["say to", "tell"].iter().any(|opening| note.body.has_line(opening)) {
        true => Material::of(note, headings).unheard,
        false => Vec::new(),
    }
}

/// The words with which a paragraph begins as a heading would: `Say to Jane`, alone or with a colon.
fn label_to_say(text: &str) -> Option<&str> {
    let label = text.split(':').next()?;
    behind("say to", label).map(|_| label)
}

/// Such a label, if it names people whom the note has: nobody hears what follows it.
fn label_that_is_lost<'n>(fragment: &'n Fragment, people: &People<'_>) -> Option<&'n str> {
    label_to_say(&fragment.text).filter(|label| {
        listeners(label).is_some_and(|listeners| match listeners {
            Listeners::Everyone => true,
            Listeners::Named(names) => people.listed(&names).is_some(),
        })
    })
}

/// The use of a section below another.
fn use_of<'n>(
    heading: &str,
    people: &People<'n>,
    whom: impl Fn(&str) -> Option<Vec<&'n Person>>,
    headings: &Headings,
    outer: Use<'n>,
) -> Use<'n> {
    if let Some(listeners) = listeners(heading) {
        let to = match &listeners {
            Listeners::Everyone => Some(None),
            Listeners::Named(names) => whom(names).map(|listed| Some(ids_of(listed))),
        };
        // Where it isn't clear to whom, it is said to nobody.
        let is_remembered = to.is_none();
        let about = to.clone().flatten().unwrap_or_default();
        return Use { to_say: to, is_remembered, about, topic: None };
    }
    if let Some(topic) = headings.topic(heading) {
        return Use { is_remembered: true, topic: Some(topic), ..Use::default() };
    }
    if let Some(whom) = speaker(heading) {
        let (about, topic) = (ids(whom, people), Some(Topic::Said));
        return Use { is_remembered: true, about, topic, to_say: None };
    }
    let about = ids(heading, people);
    if !about.is_empty() {
        let topic = if outer.is_remembered { outer.topic } else { None };
        return Use { is_remembered: true, about, topic, to_say: None };
    }
    // A heading below one that is known belongs to it. What is to be said ends at the next heading.
    let is_remembered = outer.is_remembered || outer.to_say.is_some();
    Use { to_say: None, is_remembered, ..outer }
}

/// Returns true for words that are no part of a message wherever they stand: a task, a callout, or a comment as Obsidian
/// has them.
fn is_for_oneself(fragment: &Fragment) -> bool {
    fragment.is_task || fragment.text.starts_with("[!") || fragment.text.contains("%%")
}

fn ids<'n>(names: &str, people: &People<'n>) -> Vec<&'n str> {
    ids_of(people.named(names))
}

fn ids_of(people: Vec<&Person>) -> Vec<&str> {
    people.into_iter().map(|person| person.id.as_str()).collect()
}
