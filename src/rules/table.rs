//! The cadence's table as it is written, for those who want to change it.

/// The table's text.
pub const TABLE: &str = include_str!("cadence.toml");

/// The value that removes an optional date.
pub const NEVER: &str = "never";

/// The dates of a rule in chronological order, each with true if it is worth naming when a rule lacks it.
pub const DATES: [(&str, bool); 7] = [
    ("opens", false),
    ("not-before", false),
    ("due", false),
    ("due-internal", false),
    ("late", true),
    ("lapses", true),
    ("not-after", false),
];

/// A paragraph of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Comments, and settings that precede the rules.
    Lines(Vec<&'static str>),
    /// A rule.
    Rule {
        /// The rule's name.
        id: String,
        /// The reason, in a few words.
        why: String,
        /// The dates by name, with `never` for one that the rule does without.
        dates: Vec<(&'static str, String)>,
    },
}

/// The table's paragraphs, in order.
pub fn written() -> impl Iterator<Item = Part> {
    TABLE.split("\n\n").map(|part| {
        rule(part)
            .unwrap_or_else(|| Part::Lines(part.lines().filter(|line| !line.is_empty()).collect()))
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
