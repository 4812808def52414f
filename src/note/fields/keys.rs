//! The keys of a front matter: which are ours, which are nearly, and under which name a field stands.

use std::collections::BTreeSet;

use super::Fields;
use crate::diagnostic::Problem;
use crate::note::front_matter::Node;
use crate::text::{nearest, one_line};

/// Other names of a field, in the order of preference.
const ALIASES: [(&str, &[&str]); 3] = [
    ("role", &["position", "title"]),
    ("interviewers", &["interviewer"]),
    ("outcome", &["status"]),
];

/// Keys that a note gives a meaning to; all others are the user's own.
const OWN_KEYS: [&str; 22] = [
    "company",
    "date",
    "role",
    "position",
    "title",
    "round",
    "interviewers",
    "interviewer",
    "also_met",
    "recruiter",
    "decision_window",
    "updates",
    "outcome",
    "status",
    "outcome_date",
    "contact",
    "decide_by",
    "thread",
    "internal",
    "manager",
    "still_interested",
    "followups",
];

/// Keys that people have for things of their own, however near they are to one of ours.
const NO_SLIPS: [&str; 12] = [
    "updated",
    "rate",
    "data",
    "rule",
    "contract",
    "external",
    "interview",
    "interviews",
    "interviewed",
    "rounds",
    "stats",
    "treat",
];

impl<'a> Fields<'a> {
    /// Reports own keys that stand twice, what is nearly one, and merge keys, whose fields would be missed.
    pub fn check_keys(&mut self) {
        let mut seen = BTreeSet::new();
        for at in 0..self.entries.len() {
            let (name, key, _) = self.entries[at].clone();
            if name == "<<" {
                self.report(key, Problem::UnsupportedYaml { what: "a merge key (`<<`)" });
            } else if !seen.insert(name.clone()) && OWN_KEYS.contains(&&*name) {
                self.report(key, Problem::DuplicateKey { key: name.to_string() });
                self.twice.insert(name.into_owned());
            } else if !OWN_KEYS.contains(&&*name)
                && let Some(near) = self.meant(&name)
            {
                self.report(key, Problem::UnknownKey { key: one_line(&name), near });
            }
        }
    }

    /// The field that a key was meant to be, unless the note has that one too.
    fn meant(&self, key: &str) -> Option<&'static str> {
        let near = nearest(key, OWN_KEYS).filter(|_| !NO_SLIPS.contains(&key))?;
        let names = |(field, aliases): &&(&str, &[&str])| *field == near || aliases.contains(&near);
        let field = ALIASES.iter().find(names).map_or(near, |(field, _)| field);
        self.find(field).is_none().then_some(near)
    }

    pub(super) fn find(&self, key: &str) -> Option<(&'a Node<'a>, &'a Node<'a>)> {
        let get = |name: &str| {
            self.entries
                .iter()
                .find(|(known, ..)| known == name)
                .map(|&(_, key, value)| (key, value))
        };
        let aliases =
            ALIASES.iter().find(|(name, _)| *name == key).map_or(&[][..], |(_, aliases)| aliases);
        get(key).or_else(|| aliases.iter().find_map(|alias| get(alias)))
    }
}
