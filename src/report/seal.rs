//! The fingerprint at the page's end, which tells a page that is still as it was written from anything else.

use xxhash_rust::xxh3::xxh3_128;

const START: &str = "<!-- made by journal: ";
const END: &str = " -->\n";

/// A page with its fingerprint.
pub fn sealed(page: &str) -> String {
    format!("{page}{START}{}{END}", fingerprint(page))
}

/// Returns true for a page as it was written, whatever git made of its line ends.
pub fn is_as_generated(text: &str) -> bool {
    let text = text.replace("\r\n", "\n");
    let Some((page, rest)) = text.rsplit_once(START) else { return false };
    rest.strip_suffix(END).is_some_and(|found| found == fingerprint(page))
}

fn fingerprint(page: &str) -> String {
    format!("{:032x}", xxh3_128(page.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_change_shows() {
        let page = sealed("<p>a</p>\n");
        assert!(is_as_generated(&page));
        assert!(is_as_generated(&page.replace('\n', "\r\n")));
        for other in [&page.replace('a', "b"), &page[1..], &format!("{page}x"), "", "<p>a</p>\n"] {
            assert!(!is_as_generated(other), "{other}");
        }
    }
}
