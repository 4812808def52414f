//! Phone numbers beside a name: `Tony, 07700 900112`.

/// Fewest digits of a phone number. A date has fewer.
const DIGITS: usize = 9;

/// The only phone number in a line about a person, and the line without it.
pub fn split_phone(line: &str) -> Option<(String, String)> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '-' | '.');
    if line.bytes().filter(u8::is_ascii_digit).count() < DIGITS {
        return None;
    }
    let mut numbers = Vec::new();
    let mut start = 0;
    for part in line.split_inclusive(|c| !is_part(c)) {
        let number = part.trim_end_matches(|c| !is_part(c));
        // A name in brackets, or an address, is none of it.
        let inner = number.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+');
        let from = start + number.len() - inner.len();
        let inner = inner.trim_end_matches(|c: char| !c.is_ascii_digit());
        // The bracket before an area code is part of it: (615) 555-0177.
        let is_open = inner.find(')').is_some_and(|end| !inner[..end].contains('('));
        let (from, inner) = match line[..from].ends_with('(') && is_open {
            true => (from - 1, &line[from - 1..from + inner.len()]),
            false => (from, inner),
        };
        if inner.bytes().filter(u8::is_ascii_digit).count() >= DIGITS {
            numbers.push((from, inner));
        }
        start += part.len();
    }
    let [(from, number)] = numbers[..] else { return None };
    let (before, after) = (&line[..from], &line[from + number.len()..]);
    if before.ends_with(['@', '/', '_']) || after.starts_with(['@', '/', '_']) {
        return None;
    }
    let mut before = without_label(before.trim_end_matches(is_between));
    let mut after = after.trim_start();
    if let (Some(head), Some(tail)) = (before.strip_suffix('('), after.strip_prefix(')')) {
        before = head.trim_end_matches(is_between);
        after = tail.trim_start();
    } else if before.is_empty() {
        after = after.trim_start_matches(is_between);
    }
    let blank = if before.is_empty() || after.is_empty() || after.starts_with([',', ')']) {
        ""
    } else {
        " "
    };
    Some((format!("{before}{blank}{after}"), number.to_owned()))
}

fn is_between(c: char) -> bool {
    matches!(c, ' ' | ',' | ':' | ';' | '-' | '–' | '—' | '|')
}

/// The line before a number, without the word that says what it is.
fn without_label(before: &str) -> &str {
    const LABELS: [&str; 8] = ["tel", "phone", "mobile", "mob", "cell", "ph", "m", "t"];
    let (rest, last) =
        before.rsplit_once([' ', '(']).map_or(("", before), |(rest, last)| (rest, last));
    let last = last.trim_end_matches(['.', ':']);
    match LABELS.iter().any(|label| last.eq_ignore_ascii_case(label)) {
        // The bracket stays.
        true if before[rest.len()..].starts_with('(') => &before[..=rest.len()],
        true => rest.trim_end_matches(is_between),
        false => before,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_from_the_rest() {
        #[rustfmt::skip]
        let rows = [
            ("Tony, 07700 900112",                   Some(("Tony", "07700 900112"))),
            ("Tony 07700 900112",                    Some(("Tony", "07700 900112"))),
            ("Tony: 07700900112",                    Some(("Tony", "07700900112"))),
            ("Tony +44 (0)7700 900112",              Some(("Tony", "+44 (0)7700 900112"))),
            ("Tony - 07700-900112",                  Some(("Tony", "07700-900112"))),
            ("Tony (07700 900112)",                  Some(("Tony", "07700 900112"))),
            ("Tony (mob. 07700 900112)",             Some(("Tony", "07700 900112"))),
            ("Tony, tel: 07700 900112",              Some(("Tony", "07700 900112"))),
            ("Tony (head chef) 07700 900112",        Some(("Tony (head chef)", "07700 900112"))),
            ("Tony (head chef, 07700 900112)",       Some(("Tony (head chef)", "07700 900112"))),
            ("Tony, 07700 900112, head chef",        Some(("Tony, head chef", "07700 900112"))),
            ("Tony 07700 900112 <tony@acme.example>", Some(("Tony <tony@acme.example>", "07700 900112"))),
            ("Tanya Reed (615) 555-0177",            Some(("Tanya Reed", "(615) 555-0177"))),
            ("Tanya Reed (HR) (615) 555-0177",       Some(("Tanya Reed (HR)", "(615) 555-0177"))),
            ("Tanya Reed, cell: (615) 555-0177",     Some(("Tanya Reed", "(615) 555-0177"))),
            ("Tanya Reed ((615) 555-0177)",          Some(("Tanya Reed", "(615) 555-0177"))),
            ("Tanya Reed (HR, (615) 555-0177)",      Some(("Tanya Reed (HR)", "(615) 555-0177"))),
            ("(615) 555-0177 Tanya Reed",            Some(("Tanya Reed", "(615) 555-0177"))),
            ("Tony (+44) 7700 900112",               Some(("Tony", "(+44) 7700 900112"))),
            ("07700 900112 Tony",                    Some(("Tony", "07700 900112"))),
            ("07700 900112",                         Some(("", "07700 900112"))),
            ("phone: 07700 900112",                  Some(("", "07700 900112"))),
            ("Tony, 2026-03-12",                     None),
            ("Tony <07700900112@acme.example>",      None),
            ("Tony 07700 900112, Shaz 07700 900113", None),
        ];
        for (line, expected) in rows {
            let expected = expected.map(|(rest, number)| (rest.to_owned(), number.to_owned()));
            assert_eq!(split_phone(line), expected, "{line}");
        }
    }
}
