//! The follow-ups that the arguments of a command mean: by id or key, or by words that fit only one.

use std::sync::Arc;

use crate::agenda::item::Item;
use crate::agenda::key::Key;
use crate::text::{composed, words};

/// The result of a search.
#[derive(Debug)]
pub enum Pick {
    /// These follow-ups, each once.
    These(Vec<Arc<Item>>),
    /// These words fit several follow-ups.
    Several { words: String, fit: Vec<Arc<Item>> },
    /// These words fit none, or only others that this command is not for.
    None { words: String, others: Vec<Arc<Item>> },
}

/// Picks the follow-ups that the arguments of a command mean.
///
/// An id or a key means its follow-up, whatever its status; so does the beginning of a key, where no words begin like
/// that. All other arguments are words for one follow-up that `may` be meant;
/// but if one of them contains blanks, each is for a follow-up of its own. Words that hold a whole title mean that, even
/// if a longer title holds it too.
pub fn pick(arguments: &[String], items: &[Arc<Item>], may: impl Fn(&Item) -> bool) -> Pick {
    search(arguments, items, may, false)
}

/// Picks in the same way, but all that words fit.
pub fn pick_all(arguments: &[String], items: &[Arc<Item>], may: impl Fn(&Item) -> bool) -> Pick {
    search(arguments, items, may, true)
}

fn search(
    arguments: &[String],
    items: &[Arc<Item>],
    may: impl Fn(&Item) -> bool,
    takes_all: bool,
) -> Pick {
    let mut picked: Vec<Arc<Item>> = Vec::new();
    let mut words = Vec::new();
    let known: Vec<(&Arc<Item>, Vec<String>)> =
        items.iter().map(|item| (item, words_of(item))).collect();
    let fit = |words: &str, may: &dyn Fn(&Item) -> bool| -> Vec<Arc<Item>> {
        let wanted = words_in(words);
        let fitting = known.iter().filter(|(item, words)| fits(&wanted, words) && may(item));
        let fitting = fitting.map(|(item, _)| Arc::clone(item)).collect();
        narrowed(fitting, |item| hold(&wanted, &item.title))
    };
    for argument in arguments {
        if let Some(item) = items.iter().find(|item| item.followup.id() == *argument) {
            add(&mut picked, item);
            continue;
        }
        let keyed = items.iter().filter(|item| item.key.begins_with(argument));
        let keyed: Vec<Arc<Item>> = keyed.cloned().collect();
        match &keyed[..] {
            [] => words.push(argument.as_str()),
            _ if !Key::is_written(argument) && !fit(argument, &|_| true).is_empty() => {
                words.push(argument.as_str());
            }
            [item] => add(&mut picked, item),
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
        match &fit(&words, &may)[..] {
            [] => {
                let others = fit(&words, &|_| true);
                return Pick::None { words, others };
            }
            fit if takes_all || fit.len() == 1 => {
                fit.iter().for_each(|item| add(&mut picked, item))
            }
            fit => return Pick::Several { words, fit: fit.to_vec() },
        }
    }
    Pick::These(picked)
}

fn add(picked: &mut Vec<Arc<Item>>, item: &Arc<Item>) {
    if !picked.iter().any(|known| Arc::ptr_eq(known, item)) {
        picked.push(item.clone());
    }
}

/// All words that somebody could use for a follow-up.
pub fn words_of(item: &Item) -> Vec<String> {
    let followup = &item.followup;
    let people = followup.person().map(|person| person.name.as_str()).unwrap_or_default();
    words_in(&format!("{} {} {} {people}", followup.title(), item.position(), followup.id()))
}

/// The words of a text, in lower case and with composed accents.
pub fn words_in(text: &str) -> Vec<String> {
    words(&composed(text), &[]).map(str::to_lowercase).collect()
}

/// Returns true if something with these words can be meant: each wanted word begins one of them. No words mean nothing.
pub fn fits(wanted: &[String], words: &[String]) -> bool {
    let is_there = |wanted: &String| words.iter().any(|word| word.starts_with(wanted));
    !wanted.is_empty() && wanted.iter().all(is_there)
}

/// Returns true if the wanted words hold the whole of a name.
pub fn hold(wanted: &[String], name: &str) -> bool {
    words_in(name).iter().all(|word| wanted.contains(word))
}

/// Those that fit better, or all if none does.
pub fn narrowed<T: Clone>(fitting: Vec<T>, is_better: impl Fn(&T) -> bool) -> Vec<T> {
    let better: Vec<T> = fitting.iter().filter(|one| is_better(one)).cloned().collect();
    if better.is_empty() { fitting } else { better }
}
