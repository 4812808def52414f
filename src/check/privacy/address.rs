//! E-mail addresses in running text.

use std::ops::Range;

use crate::notes::person::is_host;
use crate::text::is_hidden;

/// Names reserved for examples and tests (RFC 2606, RFC 6761): no mail arrives there.
const RESERVED: [&str; 7] =
    ["example", "test", "invalid", "localhost", "example.com", "example.net", "example.org"];

/// The ranges of addresses in a text that could receive mail.
pub fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('@').filter_map(|(at, _)| address_around(text, at))
}

/// The address around an `@`, if it is one.
fn address_around(text: &str, at: usize) -> Option<Range<usize>> {
    let (before, after) = (&text[..at], &text[at + 1..]);
    let local = before.len() - before.trim_end_matches(is_local).len();
    let local = before[at - local..].trim_start_matches(|c: char| !c.is_alphanumeric() && c != '+');
    let domain = &after[..after.find(|c| !is_domain(c)).unwrap_or(after.len())];
    let domain = domain.trim_end_matches(['.', '-']);
    let range = at - local.len()..at + 1 + domain.len();
    // A handle such as @jane@social.host, or the user name in a URL or of a server, is no mailbox.
    let is_handle = text[..range.start].ends_with('@') || text[range.end..].starts_with('@');
    let is_mailbox =
        !local.is_empty() && local != "git" && !is_handle && !is_login(&text[..range.start]);
    (is_mailbox && is_real(domain)).then_some(range)
}

/// Returns true for a character that people have before the `@` in their addresses. Markdown's own marks don't count.
fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%' | '\'' | '’')
}

fn is_domain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-')
}

/// Returns true if the text before an address is the start of a URL, up to its user name or password.
fn is_login(before: &str) -> bool {
    let ends = |c: char| {
        c.is_whitespace() || is_hidden(c) || matches!(c, '/' | '?' | '#' | '@' | '<' | '(' | '"')
    };
    before.trim_end_matches(|c| !ends(c)).ends_with("://")
}

/// Returns true for a domain that may exist: several labels, not ending in a number, and not reserved.
fn is_real(domain: &str) -> bool {
    let domain = domain.to_lowercase();
    let Some((_, last)) = domain.rsplit_once('.') else { return false };
    let is_top = last.starts_with("xn--") || last.chars().all(char::is_alphabetic);
    is_host(&domain) && is_top && !RESERVED.iter().any(|reserved| is_within(&domain, reserved))
}

/// Returns true if a host's name is the other one, or below it.
pub fn is_within(host: &str, other: &str) -> bool {
    host.strip_suffix(other).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_where_people_write_them() {
        let cases: &[(&str, &[&str])] = &[
            ("Jane Doe <jane@acme.com>", &["jane@acme.com"]),
            ("jane@acme.com", &["jane@acme.com"]),
            (
                "Mail jane@acme.com. Or j.d+x@mail.acme.co.uk!",
                &["jane@acme.com", "j.d+x@mail.acme.co.uk"],
            ),
            ("\u{feff}jane@acme.com\r\n", &["jane@acme.com"]),
            (
                "**jane@acme.com** `a@b.io` _c@d.io_ 'e@f.io'",
                &["jane@acme.com", "a@b.io", "c@d.io", "e@f.io"],
            ),
            ("[mail](mailto:jane@acme.com)", &["jane@acme.com"]),
            ("https://x.io/stop?email=jane@acme.com&y", &["jane@acme.com"]),
            ("{email: jane@acme.com}", &["jane@acme.com"]),
            ("o'neil@acme.com", &["o'neil@acme.com"]),
            (
                "jané@bücher.de, x@xn--bcher-kva.xn--p1ai",
                &["jané@bücher.de", "x@xn--bcher-kva.xn--p1ai"],
            ),
            ("a@b.io,c@d.io;e@f.io", &["a@b.io", "c@d.io", "e@f.io"]),
            ("JANE@ACME.COM", &["JANE@ACME.COM"]),
            ("x\u{200b}jane@acme.com\u{200b}y", &["jane@acme.com"]),
            (
                "jane@notexample.com jane@example.com.au",
                &["jane@notexample.com", "jane@example.com.au"],
            ),
            ("jane@mail.testing", &["jane@mail.testing"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = addresses(text).map(|range| &text[range]).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }

    #[test]
    fn what_nobody_gets_mail_at_is_no_address() {
        let cases = [
            // Set aside.
            "jane@acme.example",
            "jane@example.com",
            "jane@mail.example.org",
            "jane@Example.NET",
            "me@home.test",
            "me@x.invalid",
            "me@mail.localhost",
            // No domain.
            "me@localhost",
            "jane@acme",
            "left-pad@1.2.3",
            "serde@1.0.0-beta.2",
            "root@10.0.0.1",
            "a@b..io",
            "a@-b.io",
            "a@.io",
            "a@b.c",
            // No mailbox.
            "@acme.com",
            "** @acme.com",
            "@jane@mastodon.social",
            "jane@acme.com@x",
            "git@github.com:acme/task.git",
            "ssh://git@github.com/acme/task.git",
            "https://jane@acme.com/x",
            "https://jane:secret@acme.com/x",
            "https://medium.com/@jane",
            "",
            "@",
        ];
        for text in cases {
            assert_eq!(addresses(text).next(), None, "{text}");
        }
    }
}
