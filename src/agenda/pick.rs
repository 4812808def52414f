//! Which follow-up somebody means: by its id, or by words that fit one alone.

use std::sync::Arc;

use crate::agenda::Item;

/// What words came to.
#[derive(Debug)]
pub enum Pick {
    /// These follow-ups, each once.
    These(Vec<Arc<Item>>),
    /// These words fit several.
    Several { words: String, fit: Vec<Arc<Item>> },
    /// These words fit none, or only some that may not be meant.
    None { words: String, others: Vec<Arc<Item>> },
}

/// Picks the follow-ups that the arguments of a command mean.
///
/// An argument that is an id means that follow-up, whatever became of it. All others are words about those that `may` be
/// meant: together they tell of one follow-up; where some of them hold blanks, each tells of its own.
pub fn pick(arguments: &[String], items: &[Arc<Item>], may: impl Fn(&Item) -> bool) -> Pick {
    let mut picked: Vec<Arc<Item>> = Vec::new();
    let mut words = Vec::new();
    for argument in arguments {
        match items.iter().find(|item| item.followup.id() == *argument) {
            Some(item) => add(&mut picked, item),
            None => words.push(argument.as_str()),
        }
    }
    let told: Vec<(&Arc<Item>, Vec<String>)> =
        items.iter().map(|item| (item, told_of(item))).collect();
    let fit = |words: &str, may: &dyn Fn(&Item) -> bool| -> Vec<Arc<Item>> {
        let wanted = parts(words);
        let fits = |told: &[String]| {
            wanted.iter().all(|wanted| told.iter().any(|told| told.starts_with(wanted)))
        };
        let fitting = told.iter().filter(|(_, told)| !wanted.is_empty() && fits(told));
        fitting.filter(|(item, _)| may(item)).map(|(item, _)| Arc::clone(item)).collect()
    };
    if words.is_empty() {
        return Pick::These(picked);
    }
    // Words in quotes tell of one follow-up each.
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
            [item] => add(&mut picked, item),
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

/// All that one could call a follow-up, in parts.
fn told_of(item: &Item) -> Vec<String> {
    let followup = &item.followup;
    let people = followup.person().map(|person| person.name.as_str()).unwrap_or_default();
    parts(&format!("{} {} {} {people}", followup.title(), item.position(), followup.id()))
}

fn parts(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect()
}
