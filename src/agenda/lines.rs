//! The generated lines of FOLLOWUPS.md and their hashes, by which the next run knows them again.
//!
//! A comment at the end of the generated part holds a short hash of each of its lines.

use std::fmt::Write;

use xxhash_rust::xxh3::xxh3_64;

/// The heading of the section that belongs to the user, below the generated part.
pub const USERS_HEADING: &str = "## Your own notes";

const COMMENT: &str = "<!-- journal: ";
const COMMENT_END: &str = " -->";

/// Digits of a hash in the comment.
const HASH_DIGITS: usize = 12;

/// Hashes in one line of the comment: short lines make small differences.
const HASHES_A_LINE: usize = 12;

/// A generated line with its hash.
#[derive(Clone, Debug)]
pub struct Line {
    text: String,
    hash: u64,
}

impl Line {
    /// A line without its end.
    pub fn new(text: String) -> Line {
        Line { hash: hash(&text), text }
    }

    /// The line with another mark in its box, but the same hash.
    pub fn with_box(&self, mark: char) -> Line {
        let rest = self.text.get("- [ ]".len()..).unwrap_or_default();
        Line { text: format!("- [{mark}]{rest}"), hash: self.hash }
    }
}

/// The generated part of an agenda as it is being written.
#[derive(Debug, Default)]
pub struct Generated {
    text: String,
    hashes: Vec<u64>,
}

impl Generated {
    /// Adds a line.
    pub fn line(&mut self, line: &Line) {
        self.text.push_str(&line.text);
        self.text.push('\n');
        self.hashes.push(line.hash);
    }

    /// Adds lines below an empty one.
    pub fn paragraph(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        for line in text.lines() {
            self.text.push_str(line);
            self.text.push('\n');
            if !line.trim().is_empty() {
                self.hashes.push(hash(line));
            }
        }
    }

    /// Ends the part with its hashes, and adds the section that belongs to the user.
    pub fn close(mut self, users_section: &str) -> String {
        self.hashes.push(hash(USERS_HEADING));
        self.hashes.sort_unstable();
        self.hashes.dedup();
        let mut text = self.text;
        for (at, hash) in self.hashes.iter().enumerate() {
            let start = match at % HASHES_A_LINE {
                0 if at == 0 => "\n<!-- journal:",
                0 => " -->\n<!-- journal:",
                _ => "",
            };
            // Writing to a string cannot fail.
            let _ = write!(text, "{start} {hash:0HASH_DIGITS$x}");
        }
        let _ = write!(text, "{COMMENT_END}\n\n{USERS_HEADING}\n{users_section}");
        text
    }
}

/// The hashes in a line of the closing comment; `None` for any other line.
pub fn hashes(line: &str) -> Option<Vec<u64>> {
    let hashes = line.trim().strip_prefix(COMMENT)?.strip_suffix(COMMENT_END)?;
    let hash =
        |word: &str| u64::from_str_radix(word, 16).ok().filter(|_| word.len() == HASH_DIGITS);
    hashes.split_whitespace().map(hash).collect()
}

/// A line's hash. It stays the same when the line is ticked, re-aligned by a formatter, or written on another day.
pub fn hash(line: &str) -> u64 {
    // A plugin or a person added whatever follows the id.
    let line = match line.rsplit_once(COMMENT_END) {
        Some((start, _)) if start.contains("<!-- ") => &line[..start.len() + COMMENT_END.len()],
        _ => line,
    };
    let is_of_day = |part: &str| {
        part.strip_suffix(" blanks").or(part.strip_suffix(" blank")).is_some()
            || part.starts_with("[draft](")
    };
    let mut plain = String::with_capacity(line.len());
    let is_boxed =
        line.trim_start().trim_start_matches(['-', '*', '+']).trim_start().starts_with('[');
    for part in line.split(" · ").filter(|part| !is_of_day(part)) {
        // On its day, it was due.
        let since = part.strip_prefix("since ").filter(|_| is_boxed);
        let part = match since {
            Some(day) => {
                plain.push_str("due ");
                day
            }
            None => part,
        };
        for word in without_distance(part).split_whitespace() {
            let rule = word.len() >= 3 && word.trim_matches(':').bytes().all(|b| b == b'-');
            plain.push_str(if rule { "---" } else { word });
            plain.push(' ');
        }
    }
    if plain.starts_with("* ") || plain.starts_with("+ ") {
        plain.replace_range(..1, "-");
    }
    if let Some(rest) = plain.strip_prefix("- [") {
        let rest = rest.strip_prefix("] ").or_else(|| rest.get(1..)?.strip_prefix("] "));
        if let Some(rest) = rest {
            plain = format!("- [ ] {rest}");
        }
    }
    xxh3_64(plain.as_bytes()) & 0xffff_ffff_ffff
}

/// Cuts the distance off a part with a day: `due Tue 3 Mar, in 2 days`.
fn without_distance(part: &str) -> &str {
    let Some((day, distance)) = part.trim_end_matches(['.', '*']).rsplit_once(", ") else {
        return part;
    };
    let is_count = |count: &str| count.bytes().all(|b| b.is_ascii_digit());
    let is_distance = match distance.split(' ').collect::<Vec<_>>()[..] {
        ["today" | "tomorrow" | "yesterday"] => true,
        ["in", count, "days"] | [count, "days", "ago"] => is_count(count),
        _ => false,
    };
    if is_distance { day } else { part }
}
