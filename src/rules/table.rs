//! The table as it is written, for whoever wants to change it.

use super::cadence::{NEVER, TABLE};

/// The dates of a rule in the order of time, and whether one that it lacks is worth naming.
pub const DATES: [(&str, bool); 6] = [
    ("opens", false),
    ("not-before", false),
    ("due", false),
    ("due-internal", false),
    ("late", true),
    ("lapses", true),
];

/// A part of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Comments, and settings beside the rules.
    Words(Vec<&'static str>),
    /// A rule: its name, what it is in a few words, and its dates by name.
    Rule {
        /// Its name.
        id: String,
        /// The rule in a few words.
        why: String,
        /// Its dates by name; `never` for one that it does without.
        dates: Vec<(&'static str, String)>,
    },
}

/// The table's parts in their order.
pub fn written() -> impl Iterator<Item = Part> {
    TABLE.split("\n\n").map(|part| {
        rule(part)
            .unwrap_or_else(|| Part::Words(part.lines().filter(|line| !line.is_empty()).collect()))
    })
}

fn rule(part: &str) -> Option<Part> {
    let table: toml::Table = part.trim_start().strip_prefix("[[rule]]")?.parse().ok()?;
    let text = |name: &str| table.get(name).and_then(toml::Value::as_str).map(str::to_owned);
    let dates = DATES.iter().filter_map(|&(name, is_named)| {
        let never = || is_named.then(|| NEVER.to_owned());
        Some((name, text(name).or_else(never)?))
    });
    Some(Part::Rule { id: text("id")?, why: text("why")?, dates: dates.collect() })
}
