//! A fingerprint in a generated file, which tells one that is still as it was written from anything else.

use xxhash_rust::xxh3::xxh3_128;

/// The digits of a fingerprint.
const DIGITS: usize = 32;

/// The signs around the fingerprint in files of one kind.
#[derive(Clone, Copy, Debug)]
pub struct Seal {
    pub start: &'static str,
    pub end: &'static str,
}

impl Seal {
    /// A text with the fingerprint of both parts between them.
    pub fn sealed(self, before: &str, after: &str) -> String {
        let fingerprint = fingerprint(before, after);
        format!("{before}{}{fingerprint}{}{after}", self.start, self.end)
    }

    /// Returns true for a text as it was written, whatever git made of its line ends.
    pub fn is_on(self, text: &str) -> bool {
        let text = text.replace("\r\n", "\n");
        text.match_indices(self.start).any(|(at, start)| {
            let rest = &text[at + start.len()..];
            let (Some(found), Some(rest)) = (rest.get(..DIGITS), rest.get(DIGITS..)) else {
                return false;
            };
            let is_whole = found.bytes().all(|b| b.is_ascii_hexdigit());
            let after = rest.strip_prefix(self.end).filter(|_| is_whole);
            after.is_some_and(|after| found == fingerprint(&text[..at], after))
        })
    }
}

fn fingerprint(before: &str, after: &str) -> String {
    let text = format!("{before}{after}").replace("\r\n", "\n");
    format!("{:032x}", xxh3_128(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_change_shows() {
        let seal = Seal { start: "<!-- made: ", end: " -->" };
        for (before, after) in [("<p>a</p>\n", "\n"), ("a <!-- made: \r\n", "\r\nb <!-- made: 0")] {
            let page = seal.sealed(before, after);
            assert!(seal.is_on(&page) && seal.is_on(&page.replace("\r\n", "\n")), "{page}");
            assert!(seal.is_on(&page.replace("\r\n", "\n").replace('\n', "\r\n")), "{page}");
            for other in
                [&page.replace('a', "é"), &page[1..], &format!("{page}x"), "", before, after]
            {
                assert!(!seal.is_on(other), "{other}");
            }
        }
    }
}
