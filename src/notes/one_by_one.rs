//! Several people on one line, as the entries of a list.

use crate::notes::described::Described;
use crate::notes::job_title::is_title_of_somebody;
use crate::notes::mailto::without_mailto;
use crate::notes::person::{AND, without_bullet};
use crate::text::one_line;

/// Several people of one line, each as an entry of a list; `None` if not all of them can be read.
pub fn one_by_one(text: &str) -> Option<Vec<String>> {
    let text = without_mailto(text.trim());
    let (mut depth, mut ends, mut start) = (0_usize, Vec::new(), 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '<' => depth += 1,
            ')' | ']' | '>' => depth = depth.saturating_sub(1),
            ',' | ';' | '&' | '/' | '+' | '•' if depth == 0 => {
                ends.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    ends.push(&text[start..]);
    let parts = ends.iter().flat_map(|part| without_and(part)).map(str::trim);
    entries(parts)
}

/// Several people on lines of their own, which YAML makes one line of: with bullets that are none to it, or without any.
pub fn line_by_line(text: &str) -> Option<Vec<String>> {
    let lines = text.trim_matches(['"', '\'']).lines();
    let lines = lines.map(|line| without_bullet(line.trim()).trim_end_matches([',', ';']));
    entries(lines.filter(|line| !line.is_empty()))
}

/// The parts of a text as entries, each with the title that follows it; `None` if that isn't several people.
fn entries<'t>(parts: impl Iterator<Item = &'t str>) -> Option<Vec<String>> {
    let mut people: Vec<String> = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        match people.last_mut().filter(|_| is_title_of_somebody(part)) {
            Some(last) => *last = format!("{last}, {part}"),
            None => people.push(one_line(part)),
        }
    }
    (people.len() > 1 && people.iter().all(|one| Described::read(one).is_ok())).then_some(people)
}

/// The parts of a text around its `and`.
fn without_and(text: &str) -> Vec<&str> {
    let and =
        AND.iter().find_map(|and| text.find(&format!(" {and} ")).map(|at| (at, and.len() + 2)));
    match and {
        Some((at, length)) => [vec![&text[..at]], without_and(&text[at + length..])].concat(),
        None => vec![text.strip_prefix("and ").unwrap_or(text)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_people_can_be_listed_one_by_one() {
        let rows = [
            ("Bob Miller (CTO), Kim Soto", "Bob Miller (CTO) | Kim Soto"),
            ("Jane and Ravi", "Jane | Ravi"),
            ("Jane, Ravi, and Kim", "Jane | Ravi | Kim"),
            ("Jane Doe, CTO & Ravi <r@x.example>", "Jane Doe, CTO | Ravi <r@x.example>"),
            ("Ann (she/her)/Bo", "Ann (she/her) | Bo"),
            ("• Jane • Ravi", "Jane | Ravi"),
            ("Jane, ?", ""),
        ];
        for (line, expected) in rows {
            assert_eq!(one_by_one(line).unwrap_or_default().join(" | "), expected, "{line}");
        }
    }

    #[test]
    fn each_line_may_be_a_person() {
        let rows = [
            ("-Jane Doe\n  -Ravi", "Jane Doe | Ravi"),
            ("Jane Doe\n  Ravi (CTO)", "Jane Doe | Ravi (CTO)"),
            ("1. Jane\n2) Ravi", "Jane | Ravi"),
            ("• Jane\n• Ravi", "Jane | Ravi"),
            ("Jane Doe,\n  Engineering manager\n  Ravi", "Jane Doe, Engineering manager | Ravi"),
            // One person, on two lines.
            ("Jane Doe\n  <jane@acme.example>", ""),
            ("Jane Doe,\n  Engineering manager", ""),
        ];
        for (lines, expected) in rows {
            assert_eq!(line_by_line(lines).unwrap_or_default().join(" | "), expected, "{lines}");
        }
    }
}
