//! Processes with names that are alike, and the ids that tell them apart.

use std::collections::{HashMap, hash_map};

use crate::engine::similar;
use crate::plan::process::ProcessKey;
use crate::text::{number_namesake, slug};

/// Processes by what their names have in common, the members of a group in order.
#[derive(Debug, Default)]
pub struct Families {
    /// Processes whose slugs differ only by a number at the end: their ids depend on each other.
    namesakes: HashMap<String, Vec<ProcessKey>>,
    /// Processes that may be one, written in two ways.
    similar: HashMap<String, Vec<ProcessKey>>,
}

/// The groups of processes that one belongs to.
pub struct Groups {
    /// Company and role as a slug, which is its id if it has no namesakes.
    pub plain_id: String,
    /// The key that it shares with those that may be the same; `None` without a role.
    pub similar: Option<String>,
}

impl Groups {
    /// The groups of the process with a key.
    pub fn of(key: &str) -> Groups {
        Groups { plain_id: plain_id(key), similar: similar::key_of(key) }
    }

    /// Its slug without a number at the end.
    pub fn family(&self) -> &str {
        family(&self.plain_id)
    }
}

impl Families {
    /// The processes of which one may have an id.
    pub fn of_id(&self, id: &str) -> &[ProcessKey] {
        self.namesakes.get(family(id)).map_or(&[], Vec::as_slice)
    }

    /// The processes that share a key with others that may be the same.
    pub fn similar(&self, key: &str) -> &[ProcessKey] {
        self.similar.get(key).map_or(&[], Vec::as_slice)
    }

    /// Makes room for so many processes that are new.
    pub fn reserve(&mut self, count: usize) {
        self.namesakes.reserve(count);
        self.similar.reserve(count);
    }

    /// Adds a process that is new to the groups that it belongs to, or removes one that is gone.
    pub fn regroup(&mut self, key: &ProcessKey, groups: &Groups, is_new: bool) {
        regroup(&mut self.namesakes, groups.family().to_owned(), key, is_new);
        if let Some(similar) = &groups.similar {
            regroup(&mut self.similar, similar.clone(), key, is_new);
        }
    }

    /// The ids of a family's members: the second of one slug gets `-2`.
    pub fn ids(&self, family: &str) -> impl Iterator<Item = (&ProcessKey, String)> {
        let members = self.namesakes.get(family).map_or(&[][..], Vec::as_slice);
        let mut taken = HashMap::new();
        members.iter().map(move |key| {
            let mut id = plain_id(key);
            if members.len() > 1 {
                number_namesake(&mut id, &mut taken);
            }
            (key, id)
        })
    }
}

/// Adds a process that is new to a group, whose members are in order, or removes one that is gone.
fn regroup(
    groups: &mut HashMap<String, Vec<ProcessKey>>,
    group: String,
    key: &ProcessKey,
    is_new: bool,
) {
    let mut members = match groups.entry(group) {
        hash_map::Entry::Occupied(members) => members,
        // Nearly all stay alone.
        hash_map::Entry::Vacant(free) => free.insert_entry(Vec::with_capacity(1)),
    };
    match members.get().binary_search(key) {
        Err(at) if is_new => members.get_mut().insert(at, key.clone()),
        Ok(at) if !is_new => drop(members.get_mut().remove(at)),
        _ => {}
    }
    if members.get().is_empty() {
        members.remove();
    }
}

/// Company and role as a slug.
fn plain_id(key: &str) -> String {
    slug(key, "process")
}

/// A slug without the numbers at its end, which may have been added to tell namesakes apart.
fn family(id: &str) -> &str {
    let mut base = id;
    while let Some((head, tail)) = base.rsplit_once('-')
        && tail.bytes().all(|b| b.is_ascii_digit())
    {
        base = head;
    }
    base
}
