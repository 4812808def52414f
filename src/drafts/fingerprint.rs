//! The fingerprint in a draft's head, which tells a draft that is still as generated from one that was edited.

use xxhash_rust::xxh3::xxh3_128;

use crate::drafts::head;

/// A draft of this head and body, with its fingerprint.
pub fn with_fingerprint(head: &str, body: &str) -> String {
    let before = format!("---\n{}", head.trim_end());
    let after = format!("---\n{body}");
    format!("{before}\ngenerated: {}\n{after}", fingerprint(&before, &after))
}

/// Returns true for a file that is still, byte for byte, as it was generated.
pub fn is_as_generated(text: &str) -> bool {
    head::around_fingerprint(text)
        .is_some_and(|(before, found, after)| found == fingerprint(before, after))
}

fn fingerprint(before: &str, after: &str) -> String {
    format!("{:032x}", xxh3_128([before, after].join("\0").as_bytes()))
}
