//! Addresses that mail can be sent to.

use memchr::memrchr;

use crate::text::is_hidden;

/// Returns true for an address that mail could be sent to: one `@`, text on both sides, nothing that breaks a header.
pub fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let forbidden = |c: char| {
        !c.is_ascii_alphanumeric()
            && (c.is_whitespace()
                || is_hidden(c)
                || matches!(
                    c,
                    '<' | '>' | ',' | ';' | '"' | '(' | ')' | '[' | ']' | '\\' | '@' | ':'
                ))
    };
    // Nearly all have no other signs.
    let is_plain =
        text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'@'));
    let has_empty_part = local.as_bytes().split(|b| *b == b'.').any(<[u8]>::is_empty);
    !has_empty_part
        && is_host(domain)
        && (is_plain || !local.contains(forbidden) && !domain.contains(forbidden))
        && text.len() <= 254
}

/// Returns true for a host name that mail could reach: several labels, the last of which is not a number.
pub fn is_host(name: &str) -> bool {
    let Some(dot) = memrchr(b'.', name.as_bytes()) else { return false };
    let is_label = |label: &[u8]| {
        let fits = |b: &u8| *b == b'-' || !b.is_ascii_punctuation();
        let ends = label.first().zip(label.last());
        ends.is_some_and(|ends| *ends.0 != b'-' && *ends.1 != b'-') && label.iter().all(fits)
    };
    let top = &name[dot + 1..];
    name.as_bytes().split(|b| *b == b'.').all(is_label)
        && top.contains(char::is_alphabetic)
        && top.chars().nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_nothing_that_breaks_a_header() {
        for good in ["jane@acme.example", "j.d+x@mail.acme.example", "jané@acme.example"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "jane",
            "jane@",
            "@acme.example",
            "jane@acme",
            "a b@c.de",
            "a@b@c.de",
            "a@c.de\nBcc: x@y.z",
            "a@c.de>",
            "a@.de",
            "a@c..de",
            ".a@c.de",
            "a.@c.de",
            "a..b@c.de",
            "a@127.0.0.1",
            "a@c-.de",
            "a@c_d.de",
            "a@c.d",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
