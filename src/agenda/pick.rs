//! The follow-ups and tasks that the arguments of a command mean: by id or key, or by words that fit only one.

use std::sync::Arc;

use crate::agenda::item::Item;
use crate::agenda::key::Key;
use crate::agenda::{Agenda, Entry, position};
use crate::text::{composed, nearest, words};

/// The result of a search.
#[derive(Debug)]
pub enum Pick<'a> {
    /// These follow-ups and tasks, each once.
    These(Vec<Entry<'a>>),
    /// These words fit several.
    Several { words: String, fit: Vec<Entry<'a>> },
    /// These words fit none, or only some that this command is not for. Those that they nearly fit may be meant.
    None { words: String, others: Vec<Entry<'a>>, near: Vec<Entry<'a>> },
}

/// Picks the follow-ups and tasks that the arguments of a command mean.
///
/// An id or a key means its follow-up or task, whatever its status; so does the beginning of a key, where no words begin
/// like that. All other arguments are words for one that `may` be meant; but if one of them contains blanks, each is for
/// one of its own. Words that hold a whole title mean that, even if a longer title holds it too, and a whole word goes before
/// one that only begins so. Words that fit nothing may
/// tell the deed: `thanked jane`.
pub fn pick<'a>(
    arguments: &[String],
    agenda: &'a Agenda,
    may: impl Fn(Entry<'a>) -> bool,
) -> Pick<'a> {
    search(arguments, agenda, may, false)
}

/// Picks in the same way, but all that words fit.
pub fn pick_all<'a>(
    arguments: &[String],
    agenda: &'a Agenda,
    may: impl Fn(Entry<'a>) -> bool,
) -> Pick<'a> {
    search(arguments, agenda, may, true)
}

fn search<'a>(
    arguments: &[String],
    agenda: &'a Agenda,
    may: impl Fn(Entry<'a>) -> bool,
    takes_all: bool,
) -> Pick<'a> {
    let mut picked: Vec<Entry<'a>> = Vec::new();
    let mut words = Vec::new();
    let followups = agenda.items.iter().map(Entry::FollowUp);
    let entries = followups.chain(agenda.tasks.iter().map(|task| Entry::Task(task)));
    let known: Vec<(Entry<'a>, Vec<String>)> =
        entries.map(|entry| (entry, entry.search_words())).collect();
    let entries = || known.iter().map(|(entry, _)| *entry);
    let fit_words = |wanted: &[String], may: &dyn Fn(Entry<'a>) -> bool| -> Vec<Entry<'a>> {
        let fitting = known.iter().filter(|(entry, words)| fits(wanted, words) && may(*entry));
        let fitting = closest(fitting.collect(), |(_, words)| whole(wanted, words));
        let fitting = fitting.into_iter().map(|(entry, _)| *entry).collect();
        narrowed(fitting, |entry| hold(wanted, entry.title()))
    };
    let fit = |words: &str, may: &dyn Fn(Entry<'a>) -> bool| fit_words(&words_in(words), may);
    for argument in arguments {
        if let Some(entry) = entries().find(|entry| entry.id() == *argument) {
            add(&mut picked, entry);
            continue;
        }
        let digits = argument.to_ascii_lowercase();
        let has_key = |entry: &Entry<'_>| entry.key().is_some_and(|key| key.begins_with(&digits));
        let keyed: Vec<Entry<'a>> = entries().filter(has_key).collect();
        match &keyed[..] {
            [] => words.push(argument.as_str()),
            _ if !Key::is_written(argument) && !fit(argument, &|_| true).is_empty() => {
                words.push(argument.as_str());
            }
            [entry] => add(&mut picked, *entry),
            _ => return Pick::Several { words: argument.clone(), fit: keyed },
        }
    }
    if words.is_empty() {
        return Pick::These(picked);
    }
    // Words in quotes are for one follow-up each.
    let together = words.join(" ");
    let groups = match words.iter().any(|word| word.contains(char::is_whitespace)) {
        false => vec![together.as_str()],
        true => words,
    };
    for words in groups {
        let words = words.to_owned();
        let mut fitting = fit(&words, &may);
        if fitting.is_empty() {
            let deed = deed_in(&words);
            let mut others = fit(&words, &|_| true);
            if others.is_empty() {
                fitting = fit_words(&deed, &may);
                others = fit_words(&deed, &|_| true);
            }
            if fitting.is_empty() {
                let is_near = |(entry, words): &&(Entry<'a>, Vec<String>)| {
                    nearly_fits(&deed, words) && may(*entry)
                };
                let near = known.iter().filter(|_| others.is_empty()).filter(is_near);
                let near = near.map(|(entry, _)| *entry).collect();
                return Pick::None { words, others, near };
            }
        }
        match &fitting[..] {
            fit if takes_all || fit.len() == 1 => {
                fit.iter().for_each(|entry| add(&mut picked, *entry));
            }
            fit => return Pick::Several { words, fit: fit.to_vec() },
        }
    }
    Pick::These(picked)
}

fn add<'a>(picked: &mut Vec<Entry<'a>>, entry: Entry<'a>) {
    let is_same = |known: &Entry<'_>| match (known, entry) {
        (Entry::FollowUp(known), Entry::FollowUp(item)) => Arc::ptr_eq(known, item),
        (Entry::Task(known), Entry::Task(task)) => std::ptr::eq(*known, task),
        _ => false,
    };
    if !picked.iter().any(is_same) {
        picked.push(entry);
    }
}

impl Entry<'_> {
    /// The title with company and role.
    pub fn label(&self) -> String {
        format!("{} · {}", self.title(), position(self.note()))
    }

    fn search_words(&self) -> Vec<String> {
        match self {
            Entry::FollowUp(item) => words_of(item),
            Entry::Task(task) => {
                let (place, stem) = (position(&task.note), task.note.stem());
                findable(&format!("{} {place} {stem} task", task.text))
            }
        }
    }
}

/// All words that somebody could use for a follow-up.
pub fn words_of(item: &Item) -> Vec<String> {
    let followup = &item.followup;
    let people = followup.person().map(|person| person.name.as_str()).unwrap_or_default();
    findable(&format!("{} {} {} {people}", followup.title(), item.position(), followup.id()))
}

/// The signs that people leave out when they type a name: `queens` for Queen's.
pub const APOSTROPHES: [char; 3] = ['\'', '’', 'ʼ'];

/// The words of a text, in lower case, with composed accents and without apostrophes.
pub fn words_in(text: &str) -> Vec<String> {
    let text = composed(text);
    let whole = words(&text, &APOSTROPHES).map(|word| word.replace(APOSTROPHES, "").to_lowercase());
    whole.filter(|word| !word.is_empty()).collect()
}

/// The words by which a text can be found: also those behind an apostrophe, such as `brien` for O'Brien.
pub fn findable(text: &str) -> Vec<String> {
    let mut found = words_in(text);
    if text.contains(APOSTROPHES) {
        found.extend(words(&composed(text), &[]).map(str::to_lowercase));
    }
    found
}

/// Returns true if something that is found by these words can be meant: each wanted word begins one of them. No words
/// mean nothing.
pub fn fits(wanted: &[String], words: &[String]) -> bool {
    let is_there = |wanted: &String| words.iter().any(|word| word.starts_with(wanted));
    !wanted.is_empty() && wanted.iter().all(is_there)
}

/// Deeds as people tell them, each with the word that the title has for it.
const DONE: [(&str, &str); 17] = [
    ("accepted", "accept"),
    ("answered", "answer"),
    ("asked", "ask"),
    ("chased", "ask"),
    ("connected", "connect"),
    ("decided", "decide"),
    ("declined", "decline"),
    ("found", "find"),
    ("nudged", "ask"),
    ("replied", "answer"),
    ("sent", "send"),
    ("thanked", "thank"),
    ("thanking", "thank"),
    ("thanks", "thank"),
    ("told", "tell"),
    ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"),
];

/// Words around that.
const AROUND: [&str; 10] = ["a", "for", "have", "i", "ive", "the", "to", "was", "with", "you"];

/// Ways to write to somebody, which don't say about what.
const WROTE: [&str; 9] =
    ["contacted", "email", "emailed", "mail", "mailed", "message", "messaged", "texted", "wrote"];

/// The words of a title for words that tell a deed: `thank jo` for `thanked jo` and `thank you to Jo`.
fn deed_in(words: &str) -> Vec<String> {
    let mut words = words_in(words);
    words.retain(|word| !AROUND.contains(&&**word));
    for word in &mut words {
        if let Some((_, title)) = DONE.iter().find(|(done, _)| done == word) {
            *word = (*title).to_owned();
        }
    }
    words
}

/// Returns true if something may be meant by words with a slip in them, or by words that only tell to whom it went.
fn nearly_fits(wanted: &[String], words: &[String]) -> bool {
    let mut wanted = wanted.iter().filter(|word| !WROTE.contains(&&***word)).peekable();
    let is_there = |wanted: &String| {
        let known = words.iter().map(String::as_str);
        words.iter().any(|word| word.starts_with(wanted)) || nearest(wanted, known).is_some()
    };
    wanted.peek().is_some() && wanted.all(is_there)
}

/// Returns true if the wanted words hold the whole of a name.
pub fn hold(wanted: &[String], name: &str) -> bool {
    words_in(name).iter().all(|word| wanted.contains(word))
}

/// The number of wanted words that something has as they are: `ana` is Ana's, and no analyst's.
pub fn whole(wanted: &[String], words: &[String]) -> usize {
    wanted.iter().filter(|word| words.contains(word)).count()
}

/// Those that fit best.
pub fn closest<T>(mut fitting: Vec<T>, how_well: impl Fn(&T) -> usize) -> Vec<T> {
    let best = fitting.iter().map(&how_well).max();
    fitting.retain(|one| Some(how_well(one)) == best);
    fitting
}

/// Those that fit better, or all if none does.
pub fn narrowed<T: Clone>(fitting: Vec<T>, is_better: impl Fn(&T) -> bool) -> Vec<T> {
    let better: Vec<T> = fitting.iter().filter(|one| is_better(one)).cloned().collect();
    if better.is_empty() { fitting } else { better }
}
