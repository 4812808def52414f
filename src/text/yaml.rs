//! Text written as YAML, quoted wherever some reader might take it for something else.

use super::clean::is_hidden;

/// Writes a line of text as a YAML value: plain where it reads back as the same text, otherwise double-quoted.
pub fn yaml_scalar(text: &str) -> String {
    let is_plain =
        text.chars().next().is_some_and(|first| first.is_alphabetic() || first.is_ascii_digit())
            && !text.ends_with([' ', ':'])
            && !text.contains(": ")
            && !text.contains(" #")
            && !text.chars().any(is_escaped)
            && !is_yaml_word(text)
            && !is_number_like(text);
    if is_plain { text.to_owned() } else { yaml_quoted(text) }
}

/// Writes a line of text as a key that is safe in block and flow maps: plain where every reader takes it for text,
/// otherwise double-quoted.
pub fn yaml_key(text: &str) -> String {
    // With a slash in it, what begins with a day is none.
    let is_word = |first: char| first.is_ascii_alphabetic() || text.contains('/');
    let is_plain = text.starts_with(|first: char| first.is_ascii_alphanumeric() && is_word(first))
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'))
        && !is_yaml_word(text);
    if is_plain { text.to_owned() } else { yaml_quoted(text) }
}

/// Returns true if a YAML reader might take the text for a number, a date or a time.
fn is_number_like(text: &str) -> bool {
    let is_hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '_' | '.' | ',' | ':' | '+' | '-');
    text.starts_with(|first: char| first.is_ascii_digit())
        && (is_hexadecimal
            || text.chars().all(|c| is_part(c) || matches!(c, 'e' | 'E' | 'o' | 'b')))
}

/// Returns true if a YAML reader might take the word for a boolean or null.
fn is_yaml_word(text: &str) -> bool {
    matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n"
    )
}

/// Returns true for a character that YAML can only hold as an escape: it is invisible, or YAML doesn't allow it.
fn is_escaped(c: char) -> bool {
    is_hidden(c) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn yaml_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if is_escaped(c) => quoted.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_scalars_are_plain_only_where_safe() {
        let cases = [
            ("Jane Doe <jane@acme.example>", "Jane Doe <jane@acme.example>"),
            ("Yes: \"#1\"", "\"Yes: \\\"#1\\\"\""),
            ("[x", "\"[x\""),
            ("no", "\"no\""),
            ("007", "\"007\""),
            ("12:30", "\"12:30\""),
            ("1e5", "\"1e5\""),
            ("0x1F", "\"0x1F\""),
            ("2026-03-20", "\"2026-03-20\""),
            ("2w", "2w"),
            ("5-7 days", "5-7 days"),
            ("3M", "3M"),
            ("", "\"\""),
        ];
        for (given, expected) in cases {
            assert_eq!(yaml_scalar(given), expected, "{given:?}");
        }
    }

    #[test]
    fn yaml_keys_are_plain_only_where_safe_in_either_style() {
        let cases = [
            ("thank-you/jane-doe", "thank-you/jane-doe"),
            ("status-check-2", "status-check-2"),
            ("No", "\"No\""),
            ("2026-03-02", "\"2026-03-02\""),
            ("a,b", "\"a,b\""),
            ("a: {b}", "\"a: {b}\""),
            ("thank-you/???", "\"thank-you/???\""),
            ("a \"b\" \\", "\"a \\\"b\\\" \\\\\""),
            ("", "\"\""),
        ];
        for (given, expected) in cases {
            assert_eq!(yaml_key(given), expected, "{given:?}");
        }
    }
}
